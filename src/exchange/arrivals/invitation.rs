use super::taking::Fate;
use crate::exchange::fitting::{Clues, Fits, is_for_everybody};
use crate::model::{
    Application, Contact, Entry, EntryId, Event, Format, Interview, JobSearch, Origin, same_name,
};
use crate::time::{Clock, Moment, When};

/// A meeting of a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    /// What names it in the calendar.
    pub origin: Origin,
    /// Whether it is called off.
    pub called_off: bool,
    /// When it begins.
    pub start: Moment,
    /// How long it is.
    pub minutes: u32,
    /// Whether its hour is taken as one of the user's zone, because it names none.
    pub assumed_zone: bool,
    /// What it is called.
    pub title: String,
    /// Where it is: a room, or the address of a call.
    pub place: String,
    /// What else it says.
    pub text: String,
    /// Whoever organises it, and whoever is invited.
    pub people: Vec<Attendee>,
}

/// Somebody who is invited to a meeting, or invites.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendee {
    /// Their name; empty where only an address is given.
    pub name: String,
    /// Their email address; may be empty.
    pub email: String,
    /// Whether they become an interviewer.
    pub takes_part: bool,
}

impl Attendee {
    /// What they are called.
    pub fn label(&self) -> &str {
        if self.name.is_empty() {
            &self.email
        } else {
            &self.name
        }
    }
}

impl Invitation {
    /// Where it belongs: where it is known already, else where people and company fit.
    pub(super) fn fits(&self, search: &JobSearch, is_alive: impl Fn(&Application) -> bool) -> Fits {
        let mut all = search.applications.values();
        if let Some(known) = all.find(|application| self.known_in(application).is_some()) {
            return Fits {
                all: vec![known.id],
                sure: Some(known.id),
            };
        }
        let clues = Clues {
            addresses: self.people.iter().map(|it| it.email.clone()).collect(),
            names: self.people.iter().map(|it| it.name.clone()).collect(),
            title: self.title.clone(),
            text: format!("{}\n{}", self.place, self.text),
        };
        clues.fits(search, is_alive)
    }

    /// Ticks those who belong to the employer: whom the application knows, and whoever shares the
    /// organiser's domain. Others may be the user.
    pub(super) fn choose(&mut self, application: Option<&Application>, search: &JobSearch) {
        let organiser = self.people.first().map(|first| first.email.to_lowercase());
        let domain = |address: &str| {
            address
                .rsplit_once('@')
                .map(|(_, domain)| domain.to_lowercase())
        };
        let house = organiser
            .as_deref()
            .and_then(domain)
            .filter(|it| !is_for_everybody(it));
        let user = search.profile.name.trim().to_owned();
        for person in &mut self.people {
            let contact = application.and_then(|application| known_as(person, application));
            if let Some(contact) = contact {
                person.name.clone_from(&contact.name);
            }
            let is_user = !user.is_empty() && same_name(&person.name, &user);
            let of_the_house = house.is_some() && domain(&person.email) == house;
            person.takes_part =
                !is_user && !person.name.is_empty() && (contact.is_some() || of_the_house);
        }
    }

    /// The interview that it is about, where it came here by a calendar before or went out to one.
    fn known_in<'a>(&self, application: &'a Application) -> Option<&'a Entry> {
        let own = self.origin.id.strip_suffix("@afterword");
        let own = own.and_then(|id| id.parse().ok()).map(EntryId);
        let is_it = |entry: &&Entry| {
            let by_origin = entry
                .origin
                .as_ref()
                .is_some_and(|it| it.id == self.origin.id);
            entry.interview().is_some() && (by_origin || own == Some(entry.id))
        };
        application.history.iter().find(is_it)
    }

    /// The same meeting, typed by hand: nobody has two interviews at once.
    fn typed_in<'a>(&self, application: &'a Application) -> Option<&'a Entry> {
        let mut entries = application.history.iter();
        entries.find(|entry| {
            let start = entry.interview().map(|(start, ..)| start);
            entry.origin.is_none() && start == Some(self.start)
        })
    }

    /// Makes an interview of it, or changes the one that it is about.
    pub(super) fn put_into(&self, application: &mut Application, clock: &Clock) -> Fate {
        let known = self
            .known_in(application)
            .or_else(|| self.typed_in(application));
        let known = known.map(|entry| (entry.id, entry.at));
        match (known, self.called_off) {
            (Some((_, start)), true) => call_off(application, start, clock),
            (None, true) => Fate::LeftOut("it calls off an interview that is not known here"),
            (Some((id, _)), false) => self.change(application, id, clock),
            (None, false) => {
                self.add(application, clock);
                Fate::New
            }
        }
    }

    fn add(&self, application: &mut Application, clock: &Clock) {
        let interview = Interview {
            minutes: self.minutes,
            format: self.format(),
            with: self.interviewers(),
            round: None,
        };
        let mut entry = Entry::new(When::Moment(self.start), Event::Interview(interview));
        entry.origin = Some(self.origin.clone());
        application.history.push(entry);
        self.introduce(application, clock);
        let words = [&self.title, &self.place, &self.text];
        let words: Vec<&str> = words
            .iter()
            .map(|it| it.as_str())
            .filter(|it| !it.is_empty())
            .collect();
        if !self.place.is_empty() || !self.text.is_empty() {
            let text = format!("Invitation: {}", words.join("\n"));
            let now = When::Moment(clock.now);
            application
                .history
                .push(Entry::new(now, Event::Note { text }));
        }
    }

    /// Only a newer version changes what is here: the user may have mended it since.
    fn change(&self, application: &mut Application, id: EntryId, clock: &Clock) -> Fate {
        let mut changes = Vec::new();
        let Some(entry) = application.history.iter_mut().find(|entry| entry.id == id) else {
            return Fate::Same;
        };
        let is_ours = entry.origin.is_none();
        let is_newer =
            |known: &Origin| known.id != self.origin.id || known.version < self.origin.version;
        if !entry.origin.as_ref().is_none_or(is_newer) {
            return Fate::Same;
        }
        let start = When::Moment(self.start);
        if entry.interview().map(|(start, ..)| start) != Some(self.start) {
            entry.at = start;
            changes.push("time");
        }
        let goes_home = self.origin.id.ends_with("@afterword");
        if let Event::Interview(interview) = &mut entry.event {
            if interview.minutes != self.minutes {
                interview.minutes = self.minutes;
                changes.push("length");
            }
            for name in self.interviewers() {
                if !goes_home && !interview.with.iter().any(|known| same_name(known, &name)) {
                    interview.with.push(name);
                    changes.push("people");
                }
            }
        }
        if !goes_home {
            entry.origin = Some(self.origin.clone());
            self.introduce(application, clock);
            if changes.is_empty() && is_ours {
                changes.push("calendar");
            }
        }
        changes.dedup();
        if changes.is_empty() {
            Fate::Same
        } else {
            Fate::Changed(changes)
        }
    }

    fn interviewers(&self) -> Vec<String> {
        let people = self.people.iter().filter(|person| person.takes_part);
        people.map(|person| person.label().to_owned()).collect()
    }

    /// Has interviewers among the contacts, with their addresses.
    fn introduce(&self, application: &mut Application, clock: &Clock) {
        for person in self.people.iter().filter(|person| person.takes_part) {
            let known = application
                .contacts
                .iter_mut()
                .find(|contact| same_name(&contact.name, person.label()));
            match known {
                Some(known) if known.email.is_empty() => known.email.clone_from(&person.email),
                Some(_) => {}
                None => application.contacts.push(Contact {
                    email: person.email.clone(),
                    since: Some(When::Day(clock.today())),
                    ..Contact::named(person.label())
                }),
            }
        }
    }

    /// How it is held, by where it is.
    fn format(&self) -> Format {
        const VIDEO: [&str; 10] = [
            "zoom",
            "meet.google",
            "teams",
            "webex",
            "video",
            "skype",
            "whereby",
            "hangout",
            "jitsi",
            "https://",
        ];
        const PHONE: [&str; 4] = ["phone", "call", "tel:", "telefon"];
        let place = self.place.to_lowercase();
        let all = format!("{place}\n{}\n{}", self.title, self.text).to_lowercase();
        let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
        let is_number = place.chars().filter(char::is_ascii_digit).count() >= 6
            && !place.chars().any(char::is_alphabetic);
        if is_number || has(&place, &PHONE) {
            Format::Phone
        } else if has(&place, &VIDEO) {
            Format::Video
        } else if !place.is_empty() {
            Format::OnSite
        } else if has(&all, &VIDEO) || !has(&all, &PHONE) {
            Format::Video
        } else {
            Format::Phone
        }
    }
}

fn call_off(application: &mut Application, interview: When, clock: &Clock) -> Fate {
    let event = Event::Cancelled { interview };
    if application.history.iter().any(|entry| entry.event == event) {
        return Fate::Same;
    }
    let entry = Entry::new(When::Moment(clock.now), event);
    application.history.push(entry);
    Fate::Changed(vec!["called off"])
}

/// The contact who has their address, or their name.
fn known_as<'a>(person: &Attendee, application: &'a Application) -> Option<&'a Contact> {
    let by_address = application.contacts.iter().find(|contact| {
        !person.email.is_empty() && contact.email.trim().eq_ignore_ascii_case(&person.email)
    });
    by_address.or_else(|| {
        application
            .contact(&person.name)
            .filter(|_| !person.name.is_empty())
    })
}
