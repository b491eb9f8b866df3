//! Where the facts of a letter come from: what the request says, else what was noted, else what
//! follows from the application.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use super::arranged::Arranged;
use super::salutation::{greeting, name_for};
use super::thread::thread_with;
use super::{Request, phrasing, templates, wording};
use crate::etiquette::{self, Context};
use crate::model::{
    Achievement, Application, Entry, Event, Profile, ReplyKind, Scenario, same_name,
};
use crate::time::long_day;

/// What the templates may speak of whether or not a fact of that name was noted.
const DERIVED: [&str; 20] = [
    "agreed_way",
    "agreed_with",
    "applied_day",
    "company",
    "enclosed_greeting",
    "greeting",
    "interview_day",
    "interviewer",
    "interviewer_called",
    "my_phone",
    "position",
    "promise_day",
    "recipient",
    "role",
    "round",
    "sender",
    "sign_off",
    "thread",
    "today",
    "location",
];

/// Facts that tell of the employer.
const OF_THEM: [&str; 4] = ["topic", "detail", "challenge", "goal"];

/// All that is known for one letter.
pub(super) struct Known {
    /// Whom it is addressed to.
    pub(super) to: Vec<String>,
    /// Whom it is meant for, where one person was named or follows.
    pub(super) person: Option<String>,
    /// Facts by name; nothing where one is missing.
    pub(super) facts: BTreeMap<String, Option<String>>,
    /// What templates decide by.
    pub(super) flags: BTreeMap<&'static str, bool>,
    /// Its place among the letters to people of that company, from 0.
    pub(super) place: usize,
}

impl Known {
    pub(super) fn of(app: &Application, ctx: &Context, request: &Request) -> Self {
        let sight = Sight::of(app, ctx, request);
        let facts = keys(app, request)
            .into_iter()
            .map(|key| (key.to_owned(), sight.fact(key)))
            .collect();
        let flags = sight.flags();
        let place = sight.place();
        Self {
            place,
            person: sight.person.map(str::to_owned),
            to: sight.to,
            facts,
            flags,
        }
    }
}

/// The names of all facts: those that any template asks for, and whatever else was noted.
fn keys<'a>(app: &'a Application, request: &'a Request) -> BTreeSet<&'a str> {
    let noted = app.history.iter().filter_map(|entry| match &entry.event {
        Event::Fact { key, .. } => Some(key.as_str()),
        _ => None,
    });
    Scenario::ALL
        .iter()
        .flat_map(|scenario| templates::facts_of(*scenario))
        .map(|spec| spec.key.as_str())
        .chain(DERIVED)
        .chain(noted)
        .chain(request.facts.keys().map(String::as_str))
        .collect()
}

/// What a fact is looked up in.
struct Sight<'a> {
    app: &'a Application,
    ctx: &'a Context<'a>,
    request: &'a Request<'a>,
    to: Vec<String>,
    /// Whom it is meant for, if it is for one person alone.
    person: Option<&'a str>,
    /// Whom the letter speaks to: the interviewer it is meant for, else the first addressee.
    who: Option<String>,
    /// The interview it follows.
    interview: Option<&'a Entry>,
    /// Whether that was an interview with `who`.
    met: bool,
    promise: Option<NaiveDate>,
    /// The interview that it arranges.
    arranged: Option<&'a Entry>,
}

impl<'a> Sight<'a> {
    fn of(app: &'a Application, ctx: &'a Context, request: &'a Request) -> Self {
        let person = request
            .person
            .or_else(|| interviewer(app, ctx, request.scenario));
        let mut to = etiquette::addressees(app, ctx, request.scenario, person);
        if to.is_empty() && request.scenario == Scenario::ThankReferrer {
            // Who referred the user need not be a contact of this application.
            to.extend(referrer(app, request));
        }
        let who = person.map(str::to_owned).or_else(|| to.first().cloned());
        let met = |name: &str| etiquette::interview_with(app, ctx, name);
        let followed = who.as_deref().and_then(met);
        // Who passes a letter on was not there, unless they were.
        let addressee = to.first().or(who.as_ref());
        Self {
            interview: followed.or_else(|| etiquette::last_interview(app, ctx)),
            met: addressee.is_some_and(|name| met(name).is_some()),
            promise: etiquette::promise_in_force(app, ctx),
            arranged: etiquette::arranged_interview(app, ctx, request.scenario, person),
            app,
            ctx,
            request,
            to,
            person,
            who,
        }
    }

    fn is_to_agency(&self) -> bool {
        let addressee = self.to.first().and_then(|name| self.app.contact(name));
        addressee.is_some_and(|contact| contact.agency)
    }

    fn flags(&self) -> BTreeMap<&'static str, bool> {
        let ahead = self
            .promise
            .is_some_and(|day| day >= self.ctx.clock.today());
        let caller = self.arranged().is_some_and(|it| it.is_with_reader());
        BTreeMap::from([
            ("agency", self.is_to_agency()),
            ("caller", caller),
            ("met", self.met),
            (
                "offered",
                etiquette::open_offer(self.app, self.ctx).is_some(),
            ),
            ("pass_on", self.passes_on()),
            ("promise_ahead", ahead),
        ])
    }

    /// The interview that it arranges.
    fn arranged(&self) -> Option<Arranged<'_>> {
        Some(Arranged {
            app: self.app,
            zone: self.ctx.clock.zone,
            entry: self.arranged?,
            reader: self.to.first().map(String::as_str),
        })
    }

    /// Its place among the letters to people of that company.
    fn place(&self) -> usize {
        let interview = self.interview.map(|entry| entry.id);
        self.who.as_deref().map_or(0, |who| {
            phrasing::place_of(self.ctx.search, self.app, interview, who)
        })
    }

    /// Whether it goes to somebody who is asked to pass it on.
    fn passes_on(&self) -> bool {
        self.person.is_some_and(|person| {
            !self.to.is_empty() && !self.to.iter().any(|to| same_name(to, person))
        })
    }

    fn fact(&self, key: &str) -> Option<String> {
        let known = self.known(key)?;
        if OF_THEM.contains(&key) && self.speaks_to_employer() {
            return Some(wording::said_to_them(&known));
        }
        Some(known)
    }

    /// Whether who reads the letter was there when it was said, and is no agency's recruiter.
    fn speaks_to_employer(&self) -> bool {
        self.passes_on() || (self.met && !self.is_to_agency())
    }

    fn known(&self, key: &str) -> Option<String> {
        if let Some(given) = self.request.facts.get(key) {
            return filled(given);
        }
        self.noted(key)
            .and_then(filled)
            .or_else(|| filled(&self.derived(key)?))
    }

    /// What was noted of this person. A thank-you and a request to connect speak of that
    /// conversation alone; other letters may take up what a colleague said.
    fn noted(&self, key: &str) -> Option<&str> {
        let own = self.app.fact(key, self.who.as_deref());
        if own.is_some()
            || matches!(
                self.request.scenario,
                Scenario::ThankYou | Scenario::LinkedInConnect
            )
        {
            return own;
        }
        let (_, _, interview) = self.interview?.interview()?;
        interview
            .with
            .iter()
            .find_map(|name| self.app.fact(key, Some(name)))
    }

    fn derived(&self, key: &str) -> Option<String> {
        let profile = &self.ctx.search.profile;
        let addressee = self.to.first().map(String::as_str).or(self.who.as_deref());
        match key {
            "company" => Some(self.app.company.clone()),
            "position" => Some(self.app.position.clone()),
            "location" => Some(self.app.location.clone()),
            "interviewer" => self.who.clone(),
            "interviewer_called" => name_for(self.app, self.who.as_deref()?),
            "recipient" => name_for(self.app, addressee?),
            "role" => Some(self.app.contact(self.who.as_deref()?)?.role.clone()),
            "greeting" => Some(greeting(self.app, addressee)),
            "enclosed_greeting" => Some(greeting(self.app, self.who.as_deref())),
            "thread" => thread_with(self.app, self.ctx.clock, &self.to),
            "sender" => Some(profile.name.clone()),
            "sign_off" => Some(sign_off(profile)),
            "my_phone" => Some(profile.phone.clone()),
            "today" => Some(long_day(self.ctx.clock.today())),
            "interview_day" => Some(self.day(self.interview?.at.date(self.ctx.clock.zone))),
            "round" => self.interview?.interview()?.2.round.clone(),
            "applied_day" => Some(self.day(self.app.applied.date(self.ctx.clock.zone))),
            "promise_day" => Some(self.day(self.promise?)),
            "offer_deadline" => self.nearest_deadline().map(|day| self.day(day)),
            "new_day" => self.new_day().map(|day| self.day(day)),
            "day" => Some(self.day(self.day_to_ask_for())),
            "achievement" => self.achievement(),
            "referrer" => self.referrer(),
            "agreed_day" | "agreed_time" | "agreed_way" | "agreed_with" => {
                self.arranged()?.fact(key)
            }
            _ => None,
        }
    }

    /// Who is thanked for a referral.
    fn referrer(&self) -> Option<String> {
        let is_thanks = self.request.scenario == Scenario::ThankReferrer;
        self.to.first().filter(|_| is_thanks).cloned()
    }

    /// A day by its weekday and date; with its year where that could be doubted.
    fn day(&self, day: NaiveDate) -> String {
        let today = self.ctx.clock.today();
        if (day - today).num_days().abs() > 180 {
            format!("{} {}", long_day(day), day.year())
        } else {
            long_day(day)
        }
    }

    /// Until when the first of the other offers stands.
    fn nearest_deadline(&self) -> Option<NaiveDate> {
        self.ctx
            .elsewhere
            .offers_besides(self.app.id)
            .map(|offer| offer.deadline)
            .filter(|day| *day >= self.ctx.clock.today())
            .min()
    }

    /// The day that their last update named.
    fn new_day(&self) -> Option<NaiveDate> {
        let last = |entry: &Entry| match &entry.event {
            Event::Reply(reply) if reply.kind == ReplyKind::Update => Some(reply.day),
            _ => None,
        };
        self.app
            .history
            .iter()
            .rev()
            .filter(|entry| entry.at.has_come(self.ctx.clock))
            .find_map(last)?
    }

    /// The middle of the three to five working days that one may ask for.
    fn day_to_ask_for(&self) -> NaiveDate {
        let policy = &self.ctx.search.policy;
        policy.plus_working_days(self.ctx.clock.today(), 4)
    }

    /// Of what the user did before, that which shares most words with what they find hard.
    fn achievement(&self) -> Option<String> {
        let need = words_of(&format!(
            "{} {}",
            self.fact("challenge").unwrap_or_default(),
            self.app.position
        ));
        let shared = |achievement: &Achievement| {
            words_of(&format!("{} {}", achievement.what, achievement.result))
                .intersection(&need)
                .count()
        };
        let best = self
            .ctx
            .search
            .achievements
            .iter()
            .rev() // of equals the last is taken, and the first told shall win
            .max_by_key(|achievement| shared(achievement))?;
        Some(wording::achievement(&best.place, &best.what, &best.result))
    }
}

/// Who is to be thanked, or connected with, where nobody was named: of the last interview the first
/// whom no such message has reached, else the first.
fn interviewer<'a>(app: &'a Application, ctx: &Context, scenario: Scenario) -> Option<&'a str> {
    if !matches!(scenario, Scenario::ThankYou | Scenario::LinkedInConnect) {
        return None;
    }
    let (start, _, interview) = etiquette::last_interview(app, ctx)?.interview()?;
    let reached = |name: &str| {
        app.history.iter().any(|entry| match &entry.event {
            Event::Sent(message) => {
                message.scenario == scenario
                    && entry.at.date(ctx.clock.zone) >= ctx.clock.zone.date(start)
                    && message.to.iter().any(|to| same_name(to, name))
            }
            _ => false,
        })
    };
    let mut names = interview.with.iter().map(String::as_str);
    names
        .clone()
        .find(|name| !reached(name))
        .or_else(|| names.next())
}

/// Who referred the user, as the request says or it was noted.
fn referrer(app: &Application, request: &Request) -> Option<String> {
    let given = request.facts.get("referrer").map(String::as_str);
    given
        .or_else(|| app.fact("referrer", None))
        .and_then(filled)
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The words of a text that carry meaning, in small letters.
fn words_of(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
        .map(str::to_owned)
        .collect()
}

/// The end of an email: the words, the name, and what the user puts below it.
fn sign_off(profile: &Profile) -> String {
    let words = profile.sign_off.trim();
    let words = if words.is_empty() {
        "Kind regards"
    } else {
        words
    };
    let comma = if words.ends_with([',', '.']) { "" } else { "," };
    let name = profile.name.trim();
    let name = if name.is_empty() { "[your name]" } else { name };
    let mut lines = vec![format!("{words}{comma}"), name.to_owned()];
    let below = profile.signature.iter().map(|line| line.trim());
    lines.extend(
        below
            .chain([profile.phone.trim()])
            .filter(|line| !line.is_empty())
            .map(str::to_owned),
    );
    lines.join("\n")
}
