//! Phrases that name a day, as employers write them. chrono knows the calendar; what is written
//! here is only how people speak of it. To teach another phrase, add a row to [`FORMS`].
//!
//! A span of days is known by its last working day.

mod meaning;
mod spans;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::{Captures, Regex};

use super::calendar::Calendar;
use super::pattern::{head, pattern};
use crate::time::plus_days;
use meaning::{
    Named, after_that, day_and_month, day_of_month, figures, iso, plain_weekday, that_week, then,
    week_from, weekday_and_day, weekday_of_week,
};
use spans::{
    after_next, calendar_week, count, end_of_month, end_of_week, feast, fortnight, midweek,
    part_of, part_of_month, week_of, weekday_of_month,
};

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

type Meaning = fn(&Captures<'_>, &Calendar<'_>) -> Option<Named>;

struct Form {
    phrase: Regex,
    meaning: Meaning,
}

const WEEKDAY: &str = r"mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const MONTH: &str = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const PREPOSITION: &str = r"no later than|not later than|at the latest by|latest by|on or before|by|before|until|till|til|within|through|this side of|ahead of|towards|come|sometime|in|on|from|around|about|at|for|this|after|since";
const COUNT: &str = r"\d{1,3}|a couple(?: of)?|another couple of|a few|another few|another|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty-one|twenty|thirty";

/// Phrases and their meaning. Of those that overlap the longest holds, of equals the first.
/// `W`, `M`, `N` and `th` stand for a weekday, a month, a count and the end of an ordinal.
const FORMS: &[(&str, Meaning)] = &[
    (r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b", iso),
    (
        r"(?:(?:next |this |coming )?(?P<w>{W})\.?,? )?(?:the )?(?P<d>\d{1,2}){th}?\.?(?: of)?[ -](?P<m>{M})\b\.?(?:(?:,? |-)(?P<y>20\d{2})\b)?",
        day_and_month,
    ),
    (
        r"(?:(?:next |this |coming )?(?P<w>{W})\.?,? )?(?P<m>{M})\.? (?:the )?(?P<d>\d{1,2}){th}?\b(?:,? (?P<y>20\d{2})\b)?",
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
    (r"(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.", figures),
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
        r"(?:(?:the )?(?P<part>(?:back |tail |very )?end of|close of|later|late|early|earlier|first (?:half|part|days) of|beginning of|start of|middle of|mid|(?:latter|second|later) (?:half|part) of)[ -])?(?:the )?(?:(?P<which>this|next|nxt|following|coming) )?(?P<unit>week|wk|month)(?P<than> after next)?\b",
        part_of,
    ),
    (
        r"(?:calendar week|cw|kw|week(?: no\.?| number)) ?(?P<n>\d{1,2})\b",
        calendar_week,
    ),
    (r"mid-?week(?: (?P<which>next) week)?\b", midweek),
    (
        r"(?:the )?(?:week|month) after next\b|the following (?:week|month)\b",
        after_next,
    ),
    (
        r"(?:over|during|at|on) (?:the|this) weekend\b",
        |_, calendar| Some(Named::day(calendar.in_week(0, chrono::Weekday::Sun))),
    ),
    (
        r"eow\b|the weekend\b|this weekend\b|week's end\b",
        end_of_week,
    ),
    (r"eom\b|month-? ?end\b", end_of_month),
    (
        r"(?:the )?end of (?:the |this )?(?:calendar )?(?P<unit>year|quarter|q[1-4])\b|year(?:'s|-)? ?end\b|the year is out\b|(?:the )?(?:new year|holidays|holiday break|festive (?:break|season))\b|christmas(?: break| eve)?\b|xmas\b|thanksgiving\b",
        feast,
    ),
    (
        r"(?:(?:the )?(?P<part>end of|late|early|mid|beginning of|start of|middle of|first (?:week|half|days) of|(?:second|last|latter) half of|(?P<nth>second|third|last) week of)[ -])?(?P<m>{M})(?: (?P<y>20\d{2}))?\b",
        part_of_month,
    ),
    (
        r"(?:(?P<part>early|late|later|mid|end of|beginning of) (?:in )?)?the (?:(?:next|following) day|(?P<unit>day|week) (?:after|thereafter|following)(?: (?:that|this|it|then|the (?:meeting|session|interviews?|committee|board)))?)\b[.,;!]?",
        after_that,
    ),
    (
        r"(?:the )?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<w>{W}) (?:of|in) (?:(?:the|this|(?P<next>next)) month|(?P<m>{M}))\b",
        weekday_of_month,
    ),
    (
        r"(?:(?P<before>before)|by|until|till) then\b|(?:that|the same) day\b",
        then,
    ),
    (
        r"(?:the )?(?:end of |later |late |later in )?(?:that|the same) week\b",
        that_week,
    ),
    (r"(?:the )?day after tomorrow\b", |_, calendar| {
        Some(Named::day(plus_days(calendar.written, 2)))
    }),
    (
        r"(?:tomorrow|tmrw|tmr|tomoz)(?: morning| afternoon| evening| lunchtime)?\b",
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
        r"(?:(?P<which>this|next|nxt|the following|following|this coming|the coming|coming) )?(?P<w>{W})(?P<week> week)?\b",
        plain_weekday,
    ),
    (
        r"(?P<w>{W}),? (?:of )?(?P<which>next|nxt|this|the following) (?:week|wk)\b|(?P<which2>next|this) week,? (?:on )?(?P<w2>{W})\b",
        weekday_of_week,
    ),
    (
        r"(?:(?:a|one) week|(?P<two>two weeks|a fortnight)) (?:from |on )?(?:(?P<w>{W})|today|now|tomorrow)\b",
        week_from,
    ),
    (
        r"(?:the )?(?:next |coming |following |about |roughly |approximately |around |another |at least |up to |max(?:imum)? |the next )*(?:(?P<low>{N})(?: ?- ?| to | or |[–—]))?(?P<n>{N}) (?:more |further |full )?(?P<work>business |working |work )?(?P<unit>days?|weeks?|wks?|months?|fortnights?|hours?|hrs?)\b(?P<time>['’]s?(?: time)?)?(?P<after> (?:of|after|from|following) (?:that|then|this|it|the (?:meeting|session|interviews?|call|deadline|closing|committee|board|panel))\b)?",
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
    let mut hits: Vec<(Range<usize>, Captures<'_>, Meaning)> = Vec::new();
    for form in FOUND_BY.iter() {
        for captures in form.phrase.captures_iter(sentence).take(MOST) {
            if let Some(whole) = captures.get(0)
                && !whole.is_empty()
            {
                hits.push((whole.range(), captures, form.meaning));
            }
        }
    }
    hits.sort_by_key(|(place, ..)| (place.start, std::cmp::Reverse(place.end)));
    let mut mentions: Vec<Mention> = Vec::new();
    let mut end = 0;
    for (place, captures, meaning) in hits {
        if place.start < end {
            continue;
        }
        // What is no day hides what lies within it: “12 months” hides no “12”.
        end = place.end;
        let last = mentions.last();
        let calendar = &Calendar {
            named_before: last.map(|last| last.day).or(calendar.named_before),
            goes_on_from: last
                .filter(|last| goes_on(sentence, last.place.end, place.start))
                .map(|last| last.day),
            ..*calendar
        };
        let named = meaning(&captures, calendar);
        let Some(named) = named.filter(|_| !is_something_else(sentence, &place)) else {
            continue;
        };
        mentions.extend(mention(sentence, place, named, calendar));
    }
    mentions
}

/// Whether what is named from `at` on comes after a day that is named up to `end`: “back on 30
/// November, then you hear on Wednesday”.
fn goes_on(sentence: &str, end: usize, at: usize) -> bool {
    static THEN: LazyLock<Option<Regex>> =
        LazyLock::new(|| pattern(r"(?:then|afterwards|after (?:that|which))\b"));
    static BACK: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"(?:back|returns?)\b"));
    let says = |pattern: &Option<Regex>, text: Option<&str>| {
        pattern
            .as_ref()
            .is_some_and(|it| it.is_match(text.unwrap_or_default()))
    };
    says(&THEN, sentence.get(end..at)) || says(&BACK, sentence.get(..end))
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
    if named.feast
        && !matches!(
            preposition.as_str(),
            "before" | "by" | "at" | "this side of" | "ahead of"
        )
    {
        return None;
    }
    let strictly_before = preposition == "before";
    let day = if strictly_before && !named.span {
        calendar.before(named.day)
    } else {
        named.day
    };
    // A whole date of the same day is a stamp: “Last updated: 23 November 2026”.
    let is_stamp = day == calendar.written
        && preposition.is_empty()
        && sentence.get(place.clone())?.contains("20");
    (day >= calendar.written && !is_stamp).then(|| Mention {
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
        (form.meaning)(&captures, &Calendar::on(written, &policy)).map(|named| named.day)
    })
}

/// What looks like a day and is none: a time of day, a telephone number, a version.
fn is_something_else(sentence: &str, place: &Range<usize>) -> bool {
    static BEHIND: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:[:/]\d|\d|\.\d|-\d| ?(?:%|am\b|pm\b|a\.m|p\.m|hours?\b|years?\b|minutes?\b|people\b|candidates\b|euros?\b)| (?:of|after|from|following) (?:that|then|this|it|the (?:interview|meeting|call|deadline|closing))\b| (?:later|thereafter|afterwards)\b|['’]s? (?:interview|call|meeting|conversation|chat|visit|notice|email|mail|session|newsletter|contract|probation))").ok()
    });
    // “End of day” is today's, but not in “end of day Thursday”.
    static LEADS_ON: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(&format!(r"(?i)^(?:the )?(?:end of (?:the )?day|eod|cob|close of (?:business|play)),? (?:on |of |this |next )?(?:the )?(?:(?:{WEEKDAY}|{MONTH}|tomorrow)\b|\d)")).ok()
    });
    let before = sentence.get(..place.start).unwrap_or_default();
    let behind = sentence.get(place.end..).unwrap_or_default();
    let from_here = head(sentence.get(place.start..).unwrap_or_default(), 60);
    // “In the January round”: the month is of something else.
    static OF_MONTH: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(&format!(r"(?i)(?:the|our|your|a) (?:{MONTH})$")).ok());
    // “3.12.” is a day where a small word leads to it, and else a version or a chapter.
    static LEADS_TO: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?i)(?:^|\b(?:on|by|until|till|before|after|of|from|for|at|to|or|and|am|bis|vom|the)|[,:–-]) *$").ok()
    });
    let whole = sentence.get(place.clone()).unwrap_or_default();
    let is_bare = whole.ends_with('.') && whole.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_padded = whole.len() == "03.12.".len();
    if is_bare
        && !is_padded
        && !LEADS_TO
            .as_ref()
            .is_some_and(|it| it.is_match(super::pattern::tail(before, 12)))
    {
        return true;
    }
    let till_here = super::pattern::tail(sentence.get(..place.end).unwrap_or_default(), 20);
    OF_MONTH.as_ref().is_some_and(|it| it.is_match(till_here))
        || LEADS_ON.as_ref().is_some_and(|it| it.is_match(from_here))
        || before.ends_with(['+', '/', '#', '$', '€', '£'])
        || before
            .strip_suffix('-')
            .is_some_and(|it| it.ends_with(char::is_alphabetic))
        || BEHIND
            .as_ref()
            .is_some_and(|it| it.is_match(head(behind, 24)))
}
