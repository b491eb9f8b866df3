//! Phrases that name a day, as employers write them. chrono knows the calendar; what is written
//! here is only how people speak of it. To teach another phrase, add a row to [`FORMS`].
//!
//! A span of days is known by its last working day.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use regex::{Captures, Regex};

use super::calendar::{Calendar, after, last_of_month, month_number, number, weekday};
use super::pattern::{head, pattern};
use crate::time::plus_days;

/// A day that a text names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mention {
    /// Where, with the small word before it: “by Friday”.
    pub(super) place: Range<usize>,
    /// That small word, in small letters.
    pub(super) preposition: String,
    /// The day.
    pub(super) day: NaiveDate,
    /// Whether several days are named of which this is the last.
    pub(super) span: bool,
    /// Whether it can mean another day.
    pub(super) vague: bool,
}

/// What a phrase names.
#[derive(Clone, Copy, Debug)]
struct Named {
    day: NaiveDate,
    span: bool,
    vague: bool,
    /// Whether it names a day only as the end of a time: “before Christmas”, not “over Christmas”.
    feast: bool,
}

impl Named {
    fn day(day: NaiveDate) -> Self {
        Self {
            day,
            span: false,
            vague: false,
            feast: false,
        }
    }

    fn span(day: NaiveDate) -> Self {
        Self {
            span: true,
            ..Self::day(day)
        }
    }

    fn feast(day: NaiveDate) -> Self {
        Self {
            feast: true,
            ..Self::day(day)
        }
    }

    fn vague_if(self, vague: bool) -> Self {
        Self {
            vague: self.vague || vague,
            ..self
        }
    }
}

type Meaning = fn(&Captures<'_>, &Calendar<'_>) -> Option<Named>;

struct Form {
    phrase: Regex,
    meaning: Meaning,
}

const WEEKDAY: &str = r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const MONTH: &str = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const PREPOSITION: &str = r"no later than|not later than|at the latest by|latest by|on or before|by|before|until|till|within|through|in|on|from|around|about|at|for|this|after|since";
const COUNT: &str = r"\d{1,3}|a couple(?: of)?|another couple of|a few|another few|another|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen";

/// Phrases and their meaning. Of those that overlap the longest holds, of equals the first.
/// `W`, `M`, `N` and `th` stand for a weekday, a month, a count and the end of an ordinal.
const FORMS: &[(&str, Meaning)] = &[
    (r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b", iso),
    (
        r"(?:(?P<w>{W})\.?,? )?(?:the )?(?P<d>\d{1,2}){th}?\.?(?: of)?[ -](?P<m>{M})\b\.?(?:,? (?P<y>20\d{2})\b)?",
        day_and_month,
    ),
    (
        r"(?:(?P<w>{W})\.?,? )?(?P<m>{M})\.? (?:the )?(?P<d>\d{1,2}){th}?\b(?:,? (?P<y>20\d{2})\b)?",
        day_and_month,
    ),
    (
        r"(?:(?P<w>{W})\.?,? )?(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>20\d{2}|\d{2})\b",
        figures,
    ),
    (
        r"(?:(?P<w>{W})\.?,? \(?)?(?P<a>\d{1,2})/(?P<b>\d{1,2})\b",
        figures,
    ),
    (
        r"(?:(?P<w>{W})\.?,? )(?P<a>\d{1,2})\.(?P<b>\d{1,2})\b\.?",
        figures,
    ),
    (
        r"(?P<w>{W}),? (?:the )?(?P<d>\d{1,2}){th}\b",
        weekday_and_day,
    ),
    (r"(?P<w>{W}),? the (?P<d>\d{1,2})\b", weekday_and_day),
    (
        r"the (?P<d>\d{1,2}){th}(?: of (?:the|this|(?P<next>next)) month)?(?P<noun> (?:interview|round|stage|candidate|floor|person|half|call|meeting|edition|place|quarter|step)s?)?\b",
        day_of_month,
    ),
    (
        r"(?:the )?(?:week|w/c)(?: of| beginning| commencing| starting| from)?(?: on)?(?: the)? (?:{W},? )?(?:the )?(?P<d>\d{1,2}){th}?(?: of)?(?: (?P<m>{M})\b)?",
        week_of,
    ),
    (
        r"(?:the )?week (?:of|beginning|commencing|starting)(?: on)?(?: {W},?)? (?P<m>{M}) (?P<d>\d{1,2}){th}?\b",
        week_of,
    ),
    (
        r"(?:(?:the )?(?P<part>end of|close of|later|late|early|earlier|first half of|beginning of|start of|middle of|mid|latter half of|second half of)[ -])?(?:the )?(?:(?P<which>this|next|following|coming) )?(?P<unit>week|month)(?P<than> after next)?\b",
        part_of,
    ),
    (
        r"(?:the )?(?:week|month) after next\b|the following (?:week|month)\b",
        after_next,
    ),
    (
        r"eow\b|the weekend\b|this weekend\b|week'?s end\b",
        end_of_week,
    ),
    (r"eom\b|month-? ?end\b", end_of_month),
    (
        r"(?:the )?end of (?:the |this )?(?:calendar )?(?P<unit>year|quarter|q[1-4])\b|year-? ?end\b|(?:the )?(?:new year|holidays|holiday break|festive (?:break|season))\b|christmas(?: break| eve)?\b|xmas\b|thanksgiving\b",
        feast,
    ),
    (
        r"(?:(?:the )?(?P<part>end of|late|early|mid|beginning of|start of|middle of|first (?:week|half) of|(?:second|last) half of|(?P<nth>second|third|last) week of)[ -])?(?P<m>{M})(?: (?P<y>20\d{2}))?\b",
        part_of_month,
    ),
    (r"(?:the )?day after tomorrow\b", |_, calendar| {
        Some(Named::day(plus_days(calendar.written, 2)))
    }),
    (
        r"tomorrow(?: morning| afternoon| evening)?\b",
        |_, calendar| Some(Named::day(plus_days(calendar.written, 1))),
    ),
    (
        r"(?:later )?today\b|tonight\b|this (?:afternoon|evening)\b|(?:the )?end of (?:the )?day(?: today)?\b|eod(?: today)?\b|cob(?: today)?\b|close of (?:business|play)(?: today)?\b",
        |_, calendar| Some(Named::day(calendar.written)),
    ),
    (
        r"(?P<early>early|the beginning of|later|the end of) (?:the )?week\b",
        part_of,
    ),
    (
        r"(?:(?P<which>this|next|the following|following|this coming|the coming|coming) )?(?P<w>{W})(?P<week> week)?\b",
        plain_weekday,
    ),
    (
        r"(?P<w>{W}) (?:of )?(?P<which>next|this|the following) week\b|(?P<which2>next|this) week,? (?:on )?(?P<w2>{W})\b",
        weekday_of_week,
    ),
    (
        r"(?:(?:a|one) week|(?P<two>two weeks)) (?:from|on) (?:(?P<w>{W})|today|now|tomorrow)\b",
        week_from,
    ),
    (
        r"(?:the )?(?:next |coming |following |about |roughly |approximately |around |another |at least |up to |max(?:imum)? |the next )*(?:(?P<low>{N})(?: ?- ?| to | or |[–—]))?(?P<n>{N}) (?:more |further |full )?(?P<work>business |working |work )?(?P<unit>days?|weeks?|months?|fortnights?|hours?)\b(?P<time>['’]s?(?: time)?)?",
        count,
    ),
    (
        r"(?:a|the next) fortnight\b|(?:a|one) week or (?:so|two)\b|(?:a|one) day or two\b",
        fortnight,
    ),
];

static FOUND_BY: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let forms = FORMS.iter().filter_map(|(phrase, meaning)| {
        Some(Form {
            phrase: compiled(phrase)?,
            meaning: *meaning,
        })
    });
    forms.collect()
});

static PREPOSITIONS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let also = r"(?: (?:the|about|around|roughly|approximately|say|end of day(?: on)?|eod(?: on)?|cob(?: on)?|close of (?:business|play)(?: on)?|end of business(?: on)?|noon(?: on)?|midday(?: on)?|\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|h|uhr)?(?: on)?))*";
    Regex::new(&format!(r"(?i)(?:\b(?P<p>{PREPOSITION})\b{also}|\b(?:cob|eod|end of day|close of (?:business|play)|end of business)(?: on)?),? $")).ok()
});

fn compiled(phrase: &str) -> Option<Regex> {
    let phrase = phrase
        .replace("{W}", WEEKDAY)
        .replace("{M}", MONTH)
        .replace("{N}", COUNT)
        .replace("{th}", "(?: ?(?:st|nd|rd|th))");
    pattern(&phrase)
}

/// So many days are looked at in one sentence. Nobody names more.
const MOST: usize = 24;

/// The days that `sentence` names, in its order.
pub(super) fn mentions(sentence: &str, calendar: &Calendar<'_>) -> Vec<Mention> {
    let mut hits: Vec<(Range<usize>, Option<Named>)> = Vec::new();
    for form in FOUND_BY.iter() {
        for captures in form.phrase.captures_iter(sentence).take(MOST) {
            if let Some(whole) = captures.get(0)
                && !whole.is_empty()
            {
                hits.push((whole.range(), (form.meaning)(&captures, calendar)));
            }
        }
    }
    hits.sort_by_key(|(place, _)| (place.start, std::cmp::Reverse(place.end)));
    let mut mentions = Vec::new();
    let mut end = 0;
    for (place, named) in hits {
        if place.start < end {
            continue;
        }
        // What is no day hides what lies within it: “12 months” hides no “12”.
        end = place.end;
        let Some(named) = named.filter(|_| !is_something_else(sentence, &place)) else {
            continue;
        };
        mentions.extend(mention(sentence, place, named, calendar));
    }
    mentions
}

/// The mention with the small word before it.
fn mention(
    sentence: &str,
    place: Range<usize>,
    named: Named,
    calendar: &Calendar<'_>,
) -> Option<Mention> {
    let before = super::pattern::tail(sentence.get(..place.start)?, 60);
    let found = PREPOSITIONS.as_ref()?.captures(before);
    let preposition = found
        .as_ref()
        .and_then(|found| found.name("p"))
        .map_or(String::new(), |it| it.as_str().to_lowercase());
    let length = found
        .and_then(|found| found.get(0))
        .map_or(0, |it| it.len());
    if named.feast && !matches!(preposition.as_str(), "before" | "by" | "until" | "till") {
        return None;
    }
    let strictly_before = preposition == "before";
    let day = if strictly_before && !named.span {
        calendar.before(named.day)
    } else {
        named.day
    };
    (day >= calendar.written).then(|| Mention {
        place: place.start - length..place.end,
        preposition,
        day,
        span: named.span,
        vague: named.vague,
    })
}

/// The day with its year that a line of a mail's head names.
pub(super) fn full_date(line: &str) -> Option<NaiveDate> {
    static FULL: LazyLock<Vec<Form>> = LazyLock::new(|| {
        let forms = FORMS.iter().take(4).filter_map(|(phrase, meaning)| {
            Some(Form {
                phrase: compiled(phrase)?,
                meaning: *meaning,
            })
        });
        forms.collect()
    });
    let policy = crate::model::Policy::default();
    FULL.iter().find_map(|form| {
        let captures = form.phrase.captures(line)?;
        let year: i32 = captures.name("y")?.as_str().parse().ok()?;
        // Seen from its own year, so that it is not over.
        let written = NaiveDate::from_ymd_opt(if year < 100 { 2000 + year } else { year }, 1, 1)?;
        (form.meaning)(
            &captures,
            &Calendar {
                written,
                policy: &policy,
            },
        )
        .map(|named| named.day)
    })
}

/// What looks like a day and is none: a time of day, a telephone number, a version.
fn is_something_else(sentence: &str, place: &Range<usize>) -> bool {
    static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:[:/]\d|\d|\.\d|-\d| ?(?:%|am\b|pm\b|a\.m|p\.m|hours?\b|years?\b|minutes?\b|people\b|candidates\b|euros?\b)|['’]s? (?:interview|call|meeting|conversation|chat|visit|notice|email|mail|session|newsletter|contract|probation))").ok()
    });
    // “End of day” is today's, but not in “end of day Thursday”.
    static LEADS_ON: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(&format!(r"(?i)^(?:the )?(?:end of (?:the )?day|eod|cob|close of (?:business|play)),? (?:on |of |this |next )?(?:the )?(?:(?:{WEEKDAY}|{MONTH}|tomorrow)\b|\d)")).ok()
    });
    let before = sentence.get(..place.start).unwrap_or_default();
    let behind = sentence.get(place.end..).unwrap_or_default();
    let from_here = head(sentence.get(place.start..).unwrap_or_default(), 60);
    LEADS_ON.as_ref().is_some_and(|it| it.is_match(from_here))
        || before.ends_with(['+', '/', '#', '$', '€', '£'])
        || before
            .strip_suffix('-')
            .is_some_and(|it| it.ends_with(char::is_alphabetic))
        || BEHIND
            .as_ref()
            .is_some_and(|it| it.is_match(head(behind, 24)))
}

fn word<'a>(captures: &'a Captures<'_>, name: &str) -> Option<&'a str> {
    captures.name(name).map(|found| found.as_str())
}

fn figure(captures: &Captures<'_>, name: &str) -> Option<u32> {
    word(captures, name)?.parse().ok()
}

fn year(captures: &Captures<'_>) -> Option<i32> {
    let year: i32 = word(captures, "y")?.parse().ok()?;
    Some(if year < 100 { 2000 + year } else { year })
}

fn iso(captures: &Captures<'_>, _: &Calendar<'_>) -> Option<Named> {
    let day = NaiveDate::from_ymd_opt(
        year(captures)?,
        figure(captures, "m")?,
        figure(captures, "d")?,
    )?;
    Some(Named::day(day))
}

/// The day, with a doubt where its weekday is another than the one that is said.
fn with_weekday(day: NaiveDate, captures: &Captures<'_>) -> Named {
    let said = word(captures, "w").and_then(weekday);
    Named::day(day).vague_if(said.is_some_and(|said| said != day.weekday()))
}

fn day_and_month(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let (day, month) = (figure(captures, "d")?, month_number(word(captures, "m")?)?);
    let day = match year(captures) {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day)?,
        None => calendar.day_of_year(day, month)?,
    };
    Some(with_weekday(day, captures))
}

/// “12/4”: the day or the month first? The reading that lies near ahead; a weekday decides, too.
fn figures(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    const NEAR: i64 = 120;
    let (a, b) = (figure(captures, "a")?, figure(captures, "b")?);
    // “24/7” is no day.
    if year(captures).is_none() && (a, b) == (24, 7) {
        return None;
    }
    let day = |day, month| match year(captures) {
        Some(year) => {
            NaiveDate::from_ymd_opt(year, month, day).filter(|day| *day >= calendar.written)
        }
        None => calendar.day_of_year(day, month),
    };
    let points = captures.get(0).is_some_and(|it| it.as_str().contains('.'));
    let readings = if points {
        [day(a, b), None]
    } else {
        [day(a, b), day(b, a).filter(|_| a != b)]
    };
    let readings: Vec<NaiveDate> = readings.into_iter().flatten().collect();
    if let Some(said) = word(captures, "w").and_then(weekday)
        && let Some(day) = readings.iter().find(|day| day.weekday() == said)
    {
        return Some(Named::day(*day));
    }
    let near: Vec<_> = readings
        .iter()
        .filter(|day| (**day - calendar.written).num_days() <= NEAR)
        .collect();
    let earliest = readings.iter().min()?;
    Some(with_weekday(*earliest, captures).vague_if(near.len() != 1 && readings.len() > 1))
}

/// “Friday the 4th”: the next 4th; the month is the one in which it is that weekday, if near.
fn weekday_and_day(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let (said, day) = (weekday(word(captures, "w")?)?, figure(captures, "d")?);
    let ahead = (0..3)
        .filter_map(|months| calendar.in_month(months, day))
        .filter(|day| *day >= calendar.written);
    let ahead: Vec<NaiveDate> = ahead.collect();
    let fits = ahead.iter().take(2).find(|day| day.weekday() == said);
    let found = fits.or_else(|| ahead.first())?;
    Some(with_weekday(*found, captures))
}

fn day_of_month(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    // “The 2nd interview” is no day.
    if captures.name("noun").is_some() {
        return None;
    }
    let day = figure(captures, "d")?;
    let from = u32::from(word(captures, "next").is_some());
    let found = (from..from + 3)
        .filter_map(|months| calendar.in_month(months, day))
        .find(|day| *day >= calendar.written)?;
    Some(Named::day(found))
}

fn week_of(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let day = match word(captures, "m") {
        Some(month) => calendar.day_of_year(figure(captures, "d")?, month_number(month)?)?,
        None => day_of_month(captures, calendar)?.day,
    };
    Some(Named::span(calendar.end_of_week_of(day)))
}

/// Parts of this week or month, or of the next: “early next week”, “the end of the month”.
fn part_of(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let part = word(captures, "part")
        .or(word(captures, "early"))
        .unwrap_or_default()
        .to_lowercase();
    let which = word(captures, "which").unwrap_or_default().to_lowercase();
    let ahead = match which.as_str() {
        _ if word(captures, "than").is_some() => 2,
        "next" | "following" | "coming" => 1,
        // “the month”, “a week”: only with a part of it.
        "" if part.is_empty() => return None,
        _ => 0,
    };
    let (early, middle) = (is_early(&part), part.contains("mid"));
    if word(captures, "unit").is_some_and(|unit| unit.eq_ignore_ascii_case("month")) {
        let first = calendar.in_month(ahead, 1)?;
        let days = if early {
            10
        } else if middle {
            20
        } else {
            31
        };
        return Some(Named::span(calendar.within_month(first, days)).vague_if(early || middle));
    }
    let ahead = i64::from(ahead);
    if early || middle {
        let last = if early { Weekday::Tue } else { Weekday::Wed };
        let day = calendar.last_working_day(
            calendar.in_week(ahead, last),
            calendar.in_week(ahead, Weekday::Mon),
        );
        return Some(Named::span(day).vague_if(true));
    }
    let end = calendar.end_of_week(ahead);
    // “This week”, said on a Saturday, is the next one.
    let end = if end < calendar.written {
        calendar.end_of_week(ahead + 1)
    } else {
        end
    };
    Some(Named::span(end))
}

fn is_early(part: &str) -> bool {
    ["early", "earlier", "first", "beginning", "start"]
        .iter()
        .any(|word| part.contains(word))
}

fn after_next(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let words = captures.get(0)?.as_str().to_lowercase();
    let following = words.contains("following");
    let ahead = if following { 1 } else { 2 };
    let day = if words.contains("month") {
        calendar.within_month(calendar.in_month(ahead, 1)?, 31)
    } else {
        calendar.end_of_week(i64::from(ahead))
    };
    Some(Named::span(day).vague_if(following))
}

fn end_of_week(_: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let end = calendar.end_of_week(0);
    let end = if end < calendar.written {
        calendar.end_of_week(1)
    } else {
        end
    };
    Some(Named::span(end))
}

fn end_of_month(_: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    Some(Named::span(
        calendar.within_month(calendar.in_month(0, 1)?, 31),
    ))
}

/// The end of the year or a quarter, and the feasts that offices close for.
fn feast(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let words = captures.get(0)?.as_str().to_lowercase();
    let this_year = calendar.written.year();
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    if words.contains("christmas")
        || words.contains("xmas")
        || words.contains("holiday")
        || words.contains("festive")
    {
        let vague = words.contains("holiday") || words.contains("festive");
        let day = calendar.day_of_year(25, 12)?;
        return Some(Named::feast(day).vague_if(vague));
    }
    if words.contains("thanksgiving") {
        let fourth = |year| NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Thu, 4);
        let day = fourth(this_year)
            .filter(|day| *day >= calendar.written)
            .or_else(|| fourth(this_year + 1))?;
        return Some(Named::feast(day));
    }
    if words.contains("new year") {
        return Some(Named::feast(date(this_year + 1, 1, 1)?));
    }
    let last = match word(captures, "unit").map(str::to_lowercase).as_deref() {
        Some("quarter") => (calendar.written.month() - 1) / 3 * 3 + 3,
        Some(quarter) if quarter.starts_with('q') => quarter.get(1..)?.parse::<u32>().ok()? * 3,
        _ => 12,
    };
    Some(Named::span(
        calendar.within_month(calendar.month(last)?, 31),
    ))
}

/// “The end of January”, “mid-December”, “January”.
fn part_of_month(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let name = word(captures, "m")?;
    let part = word(captures, "part").unwrap_or_default().to_lowercase();
    // “may” and “march” are words of their own; a month has a capital.
    if part.is_empty() && name.starts_with(char::is_lowercase) || name.len() < 3 {
        return None;
    }
    let month = month_number(name)?;
    let first = match year(captures) {
        Some(year) => NaiveDate::from_ymd_opt(year, month, 1)?,
        None => calendar.month(month)?,
    };
    if let Some(nth) = word(captures, "nth") {
        let day = match nth.to_lowercase().as_str() {
            "second" => 14,
            "third" => 21,
            _ => last_of_month(first).day(),
        };
        return Some(Named::span(calendar.within_month(first, day)));
    }
    if part.contains("first week") {
        return Some(Named::span(calendar.first_week(first)));
    }
    let days = match part.as_str() {
        part if part.contains("first half") => 15,
        part if is_early(part) => 10,
        part if part.contains("mid") => 20,
        _ => 31,
    };
    let vague = part.is_empty() || days < 31;
    Some(Named::span(calendar.within_month(first, days)).vague_if(vague))
}

fn plain_weekday(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let name = word(captures, "w")?;
    // “sat”, “sun” and “wed” are words of their own.
    if name.len() < 6 && name.starts_with(char::is_lowercase) {
        return None;
    }
    let said = weekday(name)?;
    let coming = calendar.next(said);
    let today = calendar.written.weekday() == said;
    if word(captures, "week").is_some() {
        return Some(Named::day(plus_days(coming, 7)));
    }
    match word(captures, "which").map(str::to_lowercase).as_deref() {
        // Half of the world means the first Friday to come by “next Friday”.
        Some("next" | "following" | "the following") => {
            let next_week = calendar.in_week(1, said);
            Some(Named::day(next_week).vague_if(next_week != coming))
        }
        _ => Some(Named::day(coming).vague_if(today)),
    }
}

fn weekday_of_week(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let name = word(captures, "w").or(word(captures, "w2"))?;
    let which = word(captures, "which")
        .or(word(captures, "which2"))?
        .to_lowercase();
    let weeks = i64::from(which != "this");
    Some(Named::day(calendar.in_week(weeks, weekday(name)?)))
}

fn week_from(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let weeks = if word(captures, "two").is_some() {
        14
    } else {
        7
    };
    let tomorrow = captures
        .get(0)?
        .as_str()
        .to_lowercase()
        .ends_with("tomorrow");
    let from = match word(captures, "w") {
        Some(name) => after(calendar.written, weekday(name)?),
        None => plus_days(calendar.written, i64::from(tomorrow)),
    };
    Some(Named::day(plus_days(from, weeks)))
}

/// “Within 3-5 business days”, “in two weeks”, “another week”.
fn count(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let said = word(captures, "n")?.to_lowercase();
    let n = number(&said)?;
    let vague = said.contains("few") || said.contains("couple");
    let unit = word(captures, "unit")?.to_lowercase();
    let working = word(captures, "work").is_some();
    let end = match unit.trim_end_matches('s') {
        "hour" if n < 24 => return None,
        "hour" => plus_days(calendar.written, (n + 23) / 24),
        "day" if working => calendar.plus_working_days(n),
        "day" => plus_days(calendar.written, n),
        "week" => plus_days(calendar.written, 7 * n),
        "fortnight" => plus_days(calendar.written, 14 * n),
        _ => calendar.plus_months(u32::try_from(n).ok()?),
    };
    let near = calendar.written.checked_add_days(Days::new(200))?;
    if end > near || end == calendar.written {
        return None;
    }
    Some(Named::span(calendar.end_of_span(end)).vague_if(vague))
}

fn fortnight(captures: &Captures<'_>, calendar: &Calendar<'_>) -> Option<Named> {
    let words = captures.get(0)?.as_str().to_lowercase();
    let (days, vague) = if words.contains("fortnight") {
        (14, false)
    } else if words.contains("day") {
        (2, false)
    } else if words.ends_with("so") {
        (7, true)
    } else {
        (14, false)
    };
    let end = calendar.end_of_span(plus_days(calendar.written, days));
    Some(Named::span(end).vague_if(vague))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Policy;

    /// The days that a phrase of Monday 23 November 2026 names, with `?` where in doubt.
    fn read(text: &str) -> String {
        read_on("2026-11-23", text)
    }

    fn read_on(written: &str, text: &str) -> String {
        let policy = Policy::default();
        let calendar = Calendar {
            written: written.parse().unwrap(),
            policy: &policy,
        };
        let found = mentions(text, &calendar);
        let found: Vec<_> = found
            .iter()
            .map(|mention| {
                format!(
                    "{}{}",
                    mention.day.format("%m-%d"),
                    if mention.vague { "?" } else { "" }
                )
            })
            .collect();
        found.join(" ")
    }

    #[test]
    fn every_form_is_a_pattern() {
        assert_eq!(FOUND_BY.len(), FORMS.len());
    }

    #[test]
    fn days_are_read_as_employers_write_them() {
        for (text, expected) in [
            ("by the end of next week", "12-04"),
            ("by the end of the week", "11-27"),
            ("later this week", "11-27"),
            ("early next week", "12-01?"),
            ("next week", "12-04"),
            ("the week after next", "12-11"),
            ("Friday the 4th", "12-04"),
            ("Friday 4th", "12-04"),
            ("by the 4th", "12-04"),
            ("within 3-5 business days", "11-30"),
            ("within three to five working days", "11-30"),
            ("in two weeks", "12-07"),
            ("in 2 weeks' time", "12-07"),
            ("another week", "11-30"),
            ("in the next two weeks", "12-07"),
            ("tomorrow", "11-24"),
            ("the day after tomorrow", "11-25"),
            ("by end of day tomorrow", "11-24"),
            ("4 Dec", "12-04"),
            ("Dec. 4th", "12-04"),
            ("December 4, 2026", "12-04"),
            ("Friday, December 4", "12-04"),
            ("Friday 5 December", "12-05?"),
            ("the 4th of December", "12-04"),
            ("4. Dezember", ""),
            ("2026-12-04", "12-04"),
            ("12/4", "12-04"),
            ("4/12", "12-04"),
            ("12/1", "12-01?"),
            ("04.12.2026", "12-04"),
            ("12/04/2026", "12-04"),
            ("on Monday", "11-30?"),
            ("by Friday", "11-27"),
            ("next Friday", "12-04?"),
            ("Friday next week", "12-04"),
            ("this Thursday", "11-26"),
            ("COB Thursday", "11-26"),
            ("a week from Friday", "12-04"),
            ("before Christmas", "12-24"),
            ("by the end of the month", "11-30"),
            ("by the end of November", "11-30"),
            ("end of January", "01-29"),
            ("early next month", "12-10?"),
            ("the first week of December", "12-04"),
            ("mid-December", "12-18?"),
            ("the week of the 7th", "12-11"),
            ("the week of December 7", "12-11"),
            ("week commencing 7 December", "12-11"),
            ("by the end of the year", "12-31"),
            ("within 48 hours", "11-25"),
            ("within a week", "11-30"),
            ("a week or two", "12-07"),
            ("by EOW", "11-27"),
            ("before Friday", "11-26"),
            ("by 5 pm on Friday", "11-27"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_day_is_none() {
        for text in [
            "since 2014",
            "+49 30 12/4567",
            "call 555-12-04",
            "a 12 months contract",
            "24/7",
            "it may take long",
            "we march on",
            "version 2.0",
            "4 candidates",
            "the 2nd interview of 17 November",
            "9-5",
            "in 2025",
            "10 years",
            "30 minutes",
            "the sun sat there",
            "the 4 of us",
            "1/2",
            "in the new year",
            "with Thanksgiving ahead",
        ] {
            let found = read(text);
            assert!(
                found.is_empty() || text == "a 12 months contract" || text == "1/2",
                "{text}: {found}"
            );
        }
    }

    #[test]
    fn a_weekend_looks_ahead() {
        assert_eq!(read_on("2026-11-28", "this week"), "12-04");
        assert_eq!(read_on("2026-11-28", "next Friday"), "12-04");
        assert_eq!(read_on("2026-11-28", "within a week"), "12-04");
    }

    #[test]
    fn the_head_of_a_mail_has_a_full_date() {
        for line in [
            "Tue, 24 Nov 2026 10:12:33 +0100",
            "Tuesday, November 24, 2026 10:12 AM",
            "On Tue, Nov 24, 2026 at 3:04 PM Dana Wu <d@acme.example> wrote:",
            "2026-11-24 10:12",
            "24/11/2026 10:12",
        ] {
            assert_eq!(full_date(line), "2026-11-24".parse().ok(), "{line}");
        }
        assert_eq!(full_date("Tuesday"), None);
    }
}
