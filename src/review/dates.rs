//! The days that a text names, as people write them: “Monday 24 November”, “Nov 24th”, “Friday the
//! 4th”, “2026-12-04”.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::text::{Text, Word};
use crate::time::{MONTHS, WEEKDAYS, month_called, plus_days, weekday_called};

/// A date further away than this, of which no year is named, may be of another year.
const NEAR: i64 = 183;

/// A day that a text names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    /// The words that name it.
    pub(super) place: (usize, usize),
    /// The weekday's name, where there is one.
    pub(super) weekday: Option<(Weekday, (usize, usize))>,
    /// The number of the day within its month, and where it stands.
    pub(super) number: (u32, (usize, usize)),
    /// The days that may be meant, the nearest to today first; none where there is no such day.
    pub(super) meant: Vec<NaiveDate>,
    /// Whether the month is named.
    pub(super) has_month: bool,
}

impl Named {
    /// Whether no day that may be meant has the weekday that is named.
    pub(super) fn is_mismatched(&self) -> bool {
        self.weekday.is_some_and(|(weekday, _)| {
            !self.meant.is_empty() && self.meant.iter().all(|day| day.weekday() != weekday)
        })
    }

    /// The day, if there is no doubt about it.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        let fits = |day: &&NaiveDate| {
            self.weekday
                .is_none_or(|(weekday, _)| day.weekday() == weekday)
        };
        let mut days = self.meant.iter().filter(fits);
        let first = days.next()?;
        (self.has_month || days.next().is_none()).then_some(*first)
    }
}

/// The days that `text` names, in its order.
pub(super) fn dates_in(text: &Text, today: NaiveDate) -> Vec<Named> {
    dates_among(text, &text.words, today)
}

/// The days that some words of `text` name, in their order.
pub(super) fn dates_among(text: &Text, words: &[Word], today: NaiveDate) -> Vec<Named> {
    let mut dates = Vec::new();
    let mut index = 0;
    while index < words.len() {
        let rest = words.get(index..).unwrap_or_default();
        match date_at(text, rest, today) {
            Some((date, taken)) => {
                dates.push(date);
                index += taken;
            }
            None => index += 1,
        }
    }
    dates
}

/// The day that the words begin with, and how many of them name it.
fn date_at(text: &Text, words: &[Word], today: NaiveDate) -> Option<(Named, usize)> {
    let first = words.first().filter(|word| !word.address)?;
    if let Some(date) = iso(text, words) {
        return Some(date);
    }
    let weekday = weekday_of(first);
    let mut at = usize::from(weekday.is_some());
    if weekday.is_some() {
        // “Mon. 23 Nov”, “Monday, the 23rd”: no more than that between them.
        at += usize::from(words.get(1).is_some_and(|word| word.folded == "the"));
    }
    let spelt = spelt(text, words, at)?;
    let taken = spelt.taken;
    let all = words.get(..taken)?;
    if !text.adjoin(all, |c| matches!(c, ',' | '.')) {
        return None;
    }
    let place = (first.start, all.last()?.end);
    let place = with_year_dot(text, place);
    let plain_number = spelt.month.is_none() && !spelt.ordinal;
    if plain_number && !stands_as_day(text, &spelt, weekday.is_some(), words.get(taken)) {
        return None;
    }
    if spelt.month.is_none() && spelt.ordinal && !is_day_of_month(text, words, weekday.is_some()) {
        return None;
    }
    Some((
        Named {
            place,
            weekday: weekday.map(|weekday| (weekday, (first.start, first.end))),
            number: (spelt.day, spelt.place),
            meant: days(spelt.day, spelt.month, spelt.year, today),
            has_month: spelt.month.is_some(),
        },
        taken,
    ))
}

/// “24 November 2026”, “the 24th of November”, “November 24th”, “24th”.
struct Spelt {
    day: u32,
    /// Where the number stands.
    place: (usize, usize),
    ordinal: bool,
    month: Option<u32>,
    year: Option<i32>,
    /// How many words it takes, those before it included.
    taken: usize,
}

fn spelt(text: &Text, words: &[Word], from: usize) -> Option<Spelt> {
    let word = |index: usize| words.get(index);
    if let Some(month) = word(from).and_then(|word| month_of(text, word)) {
        let the = usize::from(word(from + 1).is_some_and(|word| word.folded == "the"));
        let number = word(from + 1 + the)?;
        let (day, ordinal) = day_number(number)?;
        // “November 2026” and “in May 3 people left” name no day; “May 3” does.
        let year = year_after(text, number, word(from + 2 + the));
        return Some(Spelt {
            day,
            place: (number.start, number.end),
            ordinal,
            month: Some(month),
            year,
            taken: from + 2 + the + usize::from(year.is_some()),
        });
    }
    let number = word(from)?;
    let (day, ordinal) = day_number(number)?;
    let of = usize::from(ordinal && word(from + 1).is_some_and(|word| word.folded == "of"));
    let month = word(from + 1 + of).and_then(|word| month_of(text, word));
    let Some(month) = month else {
        return Some(Spelt {
            day,
            place: (number.start, number.end),
            ordinal,
            month: None,
            year: None,
            taken: from + 1,
        });
    };
    let month_word = word(from + 1 + of)?;
    let year = year_after(text, month_word, word(from + 2 + of));
    Some(Spelt {
        day,
        place: (number.start, number.end),
        ordinal,
        month: Some(month),
        year,
        taken: from + 2 + of + usize::from(year.is_some()),
    })
}

/// “24”, “24th”; the second: whether it has its ending.
fn day_number(word: &Word) -> Option<(u32, bool)> {
    let digits = word.folded.chars().take_while(char::is_ascii_digit).count();
    let (digits, ending) = word.folded.split_at_checked(digits)?;
    if digits.is_empty() || digits.len() > 2 {
        return None;
    }
    let day = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
    match ending {
        "" => Some((day, false)),
        "st" | "nd" | "rd" | "th" => Some((day, true)),
        _ => None,
    }
}

fn year_after(text: &Text, before: &Word, word: Option<&Word>) -> Option<i32> {
    let word = word?;
    let between = text.slice(before.end, word.start);
    let adjoins = matches!(between.trim_end(), "" | "," | ".");
    let year: i32 = word.folded.parse().ok()?;
    (adjoins && (1990..2100).contains(&year)).then_some(year)
}

fn month_of(text: &Text, word: &Word) -> Option<u32> {
    let name = word.folded.as_str();
    // “may” and “march” are words, too, and so is “mar”.
    let capital = word.capital || !matches!(name, "may" | "march" | "mar" | "dec" | "sep");
    let short = name.chars().count() == 3;
    let shouted = short
        && text
            .slice(word.start, word.end)
            .chars()
            .all(char::is_uppercase);
    if !capital || shouted {
        return None;
    }
    let abbreviated = |month: &&str| (short || name == "sept") && begins_with(month, name);
    month_called(name).or_else(|| MONTHS.into_iter().find(abbreviated).and_then(month_called))
}

fn weekday_of(word: &Word) -> Option<Weekday> {
    let name = word.folded.as_str();
    let abbreviated = |day: &&str| {
        let short = name.chars().count() == 3;
        let longer = matches!(name, "tues" | "thur" | "thurs");
        word.capital && (short || longer) && begins_with(day, name)
    };
    weekday_called(name).or_else(|| {
        WEEKDAYS
            .into_iter()
            .find(abbreviated)
            .and_then(weekday_called)
    })
}

/// Whether `name`, whose first letter alone is a capital, begins with the small letters of `short`.
fn begins_with(name: &str, short: &str) -> bool {
    name.get(..short.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(short))
}

fn with_year_dot(text: &Text, place: (usize, usize)) -> (usize, usize) {
    let end = place.1;
    let abbreviated = text.char(end) == Some('.') && text.char(end + 1) == Some(',');
    (place.0, end + usize::from(abbreviated))
}

/// “Monday 24.”: a number after a weekday is a day where it is no hour and no count.
fn stands_as_day(text: &Text, spelt: &Spelt, weekday: bool, next: Option<&Word>) -> bool {
    let end = spelt.place.1;
    let ends = match text.char(end) {
        None => true,
        Some(c @ ('.' | ',' | ';' | '?' | '!' | ')')) => {
            c != '.' && c != ',' || !text.char(end + 1).is_some_and(|c| c.is_ascii_digit())
        }
        Some(_) => next.is_none(),
    };
    let spaced = text.before(spelt.place.0) == Some(' ');
    weekday && spaced && ends && spelt.day > 12
}

/// “the 24th”: a day where a weekday or “on the”, “by the”, “until the” stands before it, and no
/// floor, street or version follows.
fn is_day_of_month(text: &Text, words: &[Word], weekday: bool) -> bool {
    if weekday {
        return true;
    }
    let Some(first) = words.first() else {
        return false;
    };
    let before = text.words_in((0, first.start));
    let [.., preposition, the] = before else {
        return false;
    };
    let names_thing = words.get(1).is_some_and(|next| {
        !text
            .slice(first.end, next.start)
            .contains(['.', ',', ';', '!', '?', '\n', ')'])
            && !matches!(
                next.folded.as_str(),
                "at" | "and" | "or" | "from" | "for" | "if" | "in" | "to" | "of"
            )
    });
    the.folded == "the"
        && matches!(
            preposition.folded.as_str(),
            "on" | "by" | "until" | "till" | "before"
        )
        && !names_thing
}

/// “2026-12-04” and “04.12.2026”.
fn iso(text: &Text, words: &[Word]) -> Option<(Named, usize)> {
    let [a, b, c, ..] = words else { return None };
    let parted = |mark: char| {
        text.char(a.end) == Some(mark)
            && a.end + 1 == b.start
            && text.char(b.end) == Some(mark)
            && b.end + 1 == c.start
    };
    let number = |word: &Word| word.folded.parse::<u32>().ok();
    let long = |word: &Word| word.folded.len() == 4;
    let (year, month, day) = if parted('-') && long(a) {
        (a, b, c)
    } else if parted('.') && long(c) {
        (c, b, a)
    } else {
        return None;
    };
    let whole = NaiveDate::from_ymd_opt(
        i32::try_from(number(year)?).ok()?,
        number(month)?,
        number(day)?,
    )?;
    let named = Named {
        place: (a.start, c.end),
        weekday: None,
        number: (number(day)?, (day.start, day.end)),
        meant: vec![whole],
        has_month: true,
    };
    Some((named, 3))
}

/// The days that may be meant: of the year named; else the nearest one; without a month, those of
/// last month, this one and the next.
fn days(day: u32, month: Option<u32>, year: Option<i32>, today: NaiveDate) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = match (month, year) {
        (Some(month), Some(year)) => NaiveDate::from_ymd_opt(year, month, day)
            .into_iter()
            .collect(),
        (Some(month), None) => (-1..=1)
            .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
            .filter(|date| (*date - today).num_days().abs() <= NEAR)
            .collect(),
        (None, _) => [-31, 0, 31]
            .into_iter()
            .filter_map(|away| plus_days(today.with_day(15).unwrap_or(today), away).with_day(day))
            .collect(),
    };
    days.sort_by_key(|date| (*date - today).num_days().abs());
    days
}
