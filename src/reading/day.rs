//! Which of the named days is meant: an update's new day, an offer's deadline, an invitation's
//! date. A day that stands in no such light is left alone.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::DayRead;
use super::calendar::Calendar;
use super::dates::{Mention, mentions};
use super::pattern::{head, pattern, tail};
use super::sentences::clauses;
use crate::model::ReplyKind;

/// What came of the search for the day.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    /// None is named or meant.
    None,
    /// This one.
    Day(DayRead),
    /// Several are, and none is preferred.
    Undecided,
}

/// How clearly a mention is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Perhaps,
    Hoped,
    Said,
}

/// So much around a mention tells what it is of, in bytes.
const AROUND: usize = 160;

/// A word behind the day is so much farther from it than one before it, in bytes.
const BEHIND: usize = 12;

/// What a day is of: the nearest word tells.
struct Lights {
    /// The words of who promises.
    said: Option<Regex>,
    hoped: Option<Regex>,
    /// What makes it somebody else's day, or one that is over.
    other: Option<Regex>,
}

impl Lights {
    fn new(said: &str, hoped: &str, other: &str) -> Self {
        Self {
            said: pattern(said),
            hoped: pattern(hoped),
            other: pattern(other),
        }
    }
}

static UPDATE: LazyLock<Lights> = LazyLock::new(|| {
    Lights::new(
        r"decision|deciding|decide|estimated?|timeline|eta|(?:get|getting|come|coming|circle|be|revert|report|write|go) (?:right )?back|let(?:ting)? you know|in touch|hear (?:back |something |more |either way |our |the )*(?:from|by|before|within|next|this|either|in|on|no later|tomorrow|decision|again)|hear\b|(?:give|have|send|share) (?:you )?(?:an|the|our|some|a|more|any) (?:\w+ )?(?:update|answer|feedback|news|outcome|response|call|word)|update you|updated?\b|respon[ds]\w*|reply|finali[sz]\w*|reach out|follow up|come to (?:a|our|the) (?:view|decision|conclusion)|(?:contact|tell|inform|notify|phone|telephone|write to|e-?mail|call|ring) (?:you|all|every\w*|the|successful|candidates|applicants)|let (?:you|all|every\w*|candidates|applicants) (?:\w+ )?know|contacted|informed|notified|communicated|yes or no|minds?\b|clarity|touch base|inform you|notify you|tell you|know (?:more|by|for|either|where)|answer|outcome|news|feedback|verdict|result|conclu\w+|try|wrap\w* (?:\w+ )?up|call you|email you|write to you|check in|bear with",
        r"need|take|takes|turn\w* (?:\w+ )?around|give (?:us|me|him|her|them|it)|expect|hop(?:e|ing)|aim\w*|plan\w*|should|delay\w*|push\w*|postpon\w*|slip\w*|moved|longer|more time|hold|another|latest|target\w*|allow|extend\w*|complet\w*|finish\w*|revisit|resume|confirm",
        r"start(?:s|ing|ed)? (?:date|on|in|work|the (?:role|job))|out of (?:the )?office|on (?:\w+ )?leave|vacation|holiday[s ]+(?:from|until|till|in|on)|on holiday|away|travell?ing|closed|back in the|back at my|i(?:'m| am| will be|'ll be) back (?:in the|at|on|from)|return(?:s|ing)? (?:to|on|from)|founded|established|since|interviewed|met\b|spoke|spoken|thank|thanks|enjoyed|applied|last|was|were|send us|let (?:us|me) know|could you|can you|would you|kindly|instead of|rather than|originally|initially|as (?:promised|planned)|had (?:hoped|planned|said|promised|expected|initially|originally)|last updated|they have|he has|she has|(?:he|she|they|who|boss|manager|partner|director|md)(?:'s| is|'re| are| will be|'ll be|'s only| gets| comes)? back|(?:done|finished|through) with (?:the |our |all )?(?:\w+ )?(?:interviews|conversations|talks|rounds|candidates)|closes|announced|published|launched|in the news|(?:meeting|session|sitting)(?: (?:is|only|will be|takes place|held|scheduled))* ?$|planned for|not by|conference|launch|funding|off-?site|anniversary|meets? on|meets? ?$|meeting on|interviewing|(?:interviews|conversations|talks|meetings) (?:\w+ ){0,3}(?:scheduled|planned|booked|fixed)|interviews (?:are|is|will|run|take|continue|until|through|on)|candidates? (?:on|this|next|until|through)|valid|contract|months? (?:contract|notice)|experience|please (?:send|confirm|reply|respond|complete|submit|provide|return|fill|sign|share)|office hours|open (?:from|on|monday)",
    )
});
static OFFER: LazyLock<Lights> = LazyLock::new(|| {
    Lights::new(
        r"respon\w*|reply|accept\w*|answer|yes or no|decision|decide|sign\w*|deadline|laps\w*|expir\w*|valid|open|let (?:us|me) know|hear (?:back )?from you|get back to|come back to|return(?:ed)? (?:it|the|this|a|your)|hold (?:it|the|this)|your (?:yes|thoughts|confirmation)|confirm\w*|stands|good (?:until|through)|take until|take (?:your|some|the) time|have until|think (?:it|about)|consider",
        r"by|before|until|no later|latest|would need|need",
        r"start\w*|join\w*|begin\w*|commenc\w*|first day|on ?board\w*|effective|probation|salary|bonus|paid|holiday\w*|call|orientation|welcome|meet|send you|sending|(?:we|i)(?:'ll| will) (?:\w+ )?(?:send|call|email|share|be in touch|follow|get|come|let)|receive|interviewed|met\b|spoke|last (?:week|month|year|time|night|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*)|was|were|thank|founded|since|vacation|away|contract runs|vest\w*|months",
    )
});
static INTERVIEW: LazyLock<Lights> = LazyLock::new(|| {
    Lights::new(
        r"on|at|for|next|this|tomorrow|today|week|between|free|available|availability|work|suit|interview|call|meet|meeting|see you|speak|chat|confirm\w*|schedul\w*|invit\w*|slot",
        r"\w",
        r"reply|respond|let (?:us|me) know (?:by|before|no later|until)|get back|hear (?:back )?from|receive|link|send you|book (?:\w+ ){0,4}by|deadline|(?:loved|lovely|great|good|nice|pleasure|enjoyed) (?:to )?(?:\w+ing|meet|speak|talk|chat|see|catch)(?: up)?(?: (?:to|with) \w+)?|chatted|talked|discussed|(?:mov|postpon|push|shift|chang|rearrang|reschedul|cancel)\w* (?:\w+ ){0,4}?(?:interview|call|meeting|conversation|chat|talk|appointment) ?$|founded|since|out of (?:the )?office|back in|applied|application|thank(?:s| you)?(?: \w+){0,4} for|met\b|spoke|enjoyed|was|were|last (?:week|month|year|time|night|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*)|decision|decide|(?:start|starting|begin) (?:date|the (?:role|job|position)|work|on)|holiday|vacation|away|travelling|closed|we(?:'ll| will) (?:send|be in touch|let)|i(?:'ll| will) (?:send|be in touch|let|follow)|until|expires?|previous|submit|complete|hire|hiring|experience|not available|unavailable|fully booked|instead of|rather than|cancel\w*|can't make|cannot make|originally|office hours|moved from|reschedule (?:\w+ ){0,4}(?:of|on|from)",
    )
});
/// Whoever is away comes back on that day, and decides nothing.
static ABSENT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:out of (?:the )?office|on (?:\w+ )?leave|(?:on )?(?:vacation|holiday)s? (?:from|until|till|in|on|this|next)|on (?:vacation|holiday)|away|travell?ing|closed)\b",
    )
});
static NOT_THEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:won't|will not|not|can't|cannot|couldn't|unable|don't|doesn't|didn't|haven't|unlikely)\b",
    )
});
/// What was said once holds no more.
static SAID_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:i|we) (?:know )?(?:i |we |had )?(?:said|promised|told)\b|you (?:know |had |have |'d )?(?:asked|wanted|hoped|wished|needed|requested|mentioned|said|wrote|told)\b|(?:originally|initially)\b",
    )
});
static NOT_HEARD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:not|n't|\w+n't) (?:yet )?(?:hear\w*|receiv\w*|been contacted|worry|hesitate|only|later)|no later|if not|unless",
    )
});

/// “1, 2 or 8 December”: what stands behind the first of several to choose from.
static CHOICE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?:,? (?:the )?\d{1,2}(?:st|nd|rd|th)?\b)*,? or\b").ok());

/// The day that these sentences mean, if they are of that kind.
pub(super) fn day(sentences: &[String], kind: ReplyKind, calendar: &Calendar<'_>) -> Choice {
    let lights = match kind {
        ReplyKind::Update => &*UPDATE,
        ReplyKind::Offer => &*OFFER,
        ReplyKind::Interview => &*INTERVIEW,
        ReplyKind::Rejection | ReplyKind::Other => return Choice::None,
    };
    let mut candidates = Vec::new();
    let mut is_passed_over = false;
    let mut named_before = None;
    for sentence in sentences {
        let calendar = &Calendar {
            named_before,
            ..*calendar
        };
        let found = mentions(sentence, calendar);
        named_before = found.last().map(|last| last.day);
        let mentions = joined(found, sentence, kind);
        for (index, mention) in mentions.iter().enumerate() {
            let Some(around) = Surroundings::of(sentence, &mentions, index) else {
                continue;
            };
            let weight = weight(&around, mention, kind, lights);
            // An offer names the first day of work, too.
            is_passed_over |= weight.is_none()
                && kind != ReplyKind::Offer
                && (!is_not_then(&around, mention, lights) || is_denied(&around, mention));
            if let Some(weight) = weight {
                let behind = sentence.get(mention.place.end..).unwrap_or_default();
                if kind == ReplyKind::Interview
                    && CHOICE
                        .as_ref()
                        .is_some_and(|it| it.is_match(head(behind, 60)))
                {
                    return Choice::Undecided;
                }
                let words = sentence.get(mention.place.clone()).unwrap_or_default();
                candidates.push(Candidate {
                    mention: mention.clone(),
                    words,
                    weight,
                });
            }
        }
    }
    let choice = match kind {
        ReplyKind::Interview => date(&candidates),
        _ => deadline(&candidates),
    };
    match choice {
        Choice::None if is_passed_over => Choice::Undecided,
        choice => choice,
    }
}

/// “Wednesday or Thursday next week”, “between the 1st and the 4th”: two days that are one span. Of
/// an invitation, days to choose from stay apart.
fn joined(mentions: Vec<Mention>, sentence: &str, kind: ReplyKind) -> Vec<Mention> {
    let mut all: Vec<Mention> = Vec::new();
    for mut mention in mentions {
        let joint = all.last().map(|last| {
            let between = last.place.end..mention.place.start;
            let words = sentence.get(between).unwrap_or_default();
            // The small word before the second day belongs to it: “Monday to Wednesday”.
            format!("{words} {}", mention.preposition)
        });
        let joint = joint.unwrap_or_default();
        let (span, choice) = match joint.trim() {
            "and" | "to" | "through" | "until" | "till" | "-" | "–" | "—" | "bis" => {
                (true, false)
            }
            "or" | "/" | "at the latest" | "latest" | "maybe" => (false, true),
            _ => (false, false),
        };
        let is_one = mention.span || kind != ReplyKind::Interview;
        if span
            && !(joint.contains("and")
                && kind == ReplyKind::Interview
                && !is_between(&all, sentence))
            || choice && is_one
        {
            if is_moved(&all, sentence) {
                all.pop();
            } else if let Some(first) = all.pop() {
                mention.place.start = first.place.start;
                mention.preposition = first.preposition;
                mention.day = mention.day.max(first.day);
                mention.span = true;
            }
        }
        all.push(mention);
    }
    all
}

/// “From tomorrow to Friday”, of what is moved: the second day holds.
fn is_moved(mentions: &[Mention], sentence: &str) -> bool {
    static MOVED: LazyLock<Option<Regex>> = LazyLock::new(|| {
        pattern(
            r"(?:mov\w*|push\w*|shift\w*|postpon\w*|reschedul\w*|br(?:ing|ought)|slip\w*|delay\w*|chang\w*)\b",
        )
    });
    mentions.last().is_some_and(|last| {
        let before = sentence.get(..last.place.start).unwrap_or_default();
        last.preposition == "from" && says(&MOVED, tail(before, 60))
    })
}

/// Whether “between” stands before the last of them.
fn is_between(mentions: &[Mention], sentence: &str) -> bool {
    mentions.last().is_some_and(|last| {
        let before = sentence.get(..last.place.start).unwrap_or_default();
        let small = tail(before, 16).to_lowercase();
        small.contains("between") || last.preposition == "from"
    })
}

struct Candidate<'a> {
    mention: Mention,
    words: &'a str,
    weight: Weight,
}

impl Candidate<'_> {
    fn read(&self, sure: bool) -> Choice {
        Choice::Day(DayRead {
            day: self.mention.day,
            words: self.words.trim_end_matches([' ', ',', '.']).to_owned(),
            sure: sure && !self.mention.vague,
        })
    }
}

/// What stands around a mention in its clause.
struct Surroundings<'a> {
    /// Its sentence as far as it is near.
    sentence: &'a str,
    /// All before it.
    clause: &'a str,
    /// Between the mention before it and it.
    before: &'a str,
    /// Between it and the mention after it.
    behind: &'a str,
}

impl<'a> Surroundings<'a> {
    fn of(sentence: &'a str, mentions: &[Mention], index: usize) -> Option<Self> {
        let place = &mentions.get(index)?.place;
        let clauses = clauses(sentence);
        let clause = clauses.iter().rfind(|clause| clause.start <= place.start)?;
        let last = index.checked_sub(1).and_then(|last| mentions.get(last));
        let next = mentions.get(index + 1);
        let start = last.map_or(clause.start, |last| last.place.end.max(clause.start));
        let end = next.map_or(clause.end, |next| next.place.start.min(clause.end));
        Some(Self {
            sentence: head(
                sentence
                    .get(sentence.len().min(from_near(sentence, place.start))..)
                    .unwrap_or_default(),
                2 * AROUND,
            ),
            clause: tail(sentence.get(clause.start..place.start)?, AROUND),
            before: tail(sentence.get(start..place.start).unwrap_or_default(), AROUND),
            behind: head(sentence.get(place.end..end).unwrap_or_default(), AROUND),
        })
    }

    /// How far the nearest word of a pattern is, in bytes. What stands behind counts as farther:
    /// “we decide by Friday, you start on Monday”.
    fn distance(&self, pattern: &Option<Regex>) -> Option<usize> {
        let pattern = pattern.as_ref()?;
        let before = pattern.find_iter(self.before).last();
        let before = before.map(|found| self.before.len() - found.end());
        let behind = pattern.find(self.behind);
        let behind = behind.map(|found| found.start() + BEHIND);
        before.into_iter().chain(behind).min()
    }
}

/// Where what is near `place` begins.
fn from_near(sentence: &str, place: usize) -> usize {
    let before = sentence.get(..place).unwrap_or_default();
    place - tail(before, AROUND).len()
}

fn says(pattern: &Option<Regex>, text: &str) -> bool {
    pattern.as_ref().is_some_and(|it| it.is_match(text))
}

/// How clearly the mention is meant; nothing if it is not.
fn weight(
    around: &Surroundings<'_>,
    mention: &Mention,
    kind: ReplyKind,
    lights: &Lights,
) -> Option<Weight> {
    if is_not_then(around, mention, lights) {
        return None;
    }
    let is_end = is_end(mention);
    let said = around.distance(&lights.said);
    let hoped = around.distance(&lights.hoped).map(|it| it + BEHIND);
    let other = around.distance(&lights.other);
    let near = [said, hoped, other].into_iter().flatten().min();
    // What its clause does not tell its sentence may: “I will try on Friday and let you know”.
    let said = if near.is_none() {
        says(&lights.said, around.sentence).then_some(AROUND)
    } else {
        said
    };
    let nearest = near.or(said);
    if nearest.is_some() && nearest == other && nearest != said {
        return None;
    }
    if kind == ReplyKind::Interview {
        // “Reply by Friday” is no date of an interview.
        let weight = if mention.span {
            Weight::Hoped
        } else {
            Weight::Said
        };
        return (mention.span || !is_end).then_some(weight);
    }
    match nearest {
        Some(_) if nearest == said => Some(Weight::Said),
        Some(_) => Some(Weight::Hoped),
        None if is_end => Some(Weight::Perhaps),
        None => None,
    }
}

/// Whether it is said that nothing will happen then, or that somebody is away until then.
fn is_not_then(around: &Surroundings<'_>, mention: &Mention, lights: &Lights) -> bool {
    let follows = matches!(mention.preposition.as_str(), "after" | "since" | "from");
    let absent = says(&ABSENT, around.clause) && !says(&lights.said, around.before);
    follows || absent || says(&SAID_BEFORE, around.clause) || is_denied(around, mention)
}

/// “We will have no news before Friday”. “Not until Friday” is Friday.
fn is_denied(around: &Surroundings<'_>, mention: &Mention) -> bool {
    let denied = says(&NOT_THEN, around.before) && !says(&NOT_HEARD, around.before);
    denied && !matches!(mention.preposition.as_str(), "until" | "till" | "til")
}

/// Whether it is said to be the end of a time.
fn is_end(mention: &Mention) -> bool {
    matches!(
        mention.preposition.as_str(),
        "by" | "before"
            | "until"
            | "till"
            | "til"
            | "within"
            | "no later than"
            | "not later than"
            | "latest by"
            | "on or before"
            | "at the latest by"
            | "through"
    )
}

/// The clearest; of equals the latest, which is the safer one to wait for.
fn deadline(candidates: &[Candidate<'_>]) -> Choice {
    let clearest = candidates.iter().map(|it| it.weight).max();
    let clear: Vec<_> = candidates
        .iter()
        .filter(|it| Some(it.weight) == clearest)
        .collect();
    let Some(chosen) = clear.iter().max_by_key(|it| it.mention.day) else {
        return Choice::None;
    };
    let alone = clear.iter().all(|it| it.mention.day == chosen.mention.day);
    chosen.read(alone && chosen.weight > Weight::Perhaps)
}

/// The one date; where there is a choice of several, the user makes it.
fn date(candidates: &[Candidate<'_>]) -> Choice {
    let clearest = candidates.iter().map(|it| it.weight).max();
    let mut clear = candidates.iter().filter(|it| Some(it.weight) == clearest);
    let Some(first) = clear.next() else {
        return Choice::None;
    };
    let days: Vec<NaiveDate> = clear.map(|it| it.mention.day).collect();
    if days.iter().any(|day| *day != first.mention.day) {
        return Choice::Undecided;
    }
    first.read(!first.mention.span)
}
