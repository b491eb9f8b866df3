use std::collections::{BTreeMap, HashMap};

use super::fields::Fields;
use super::{EventError, Imported, meaning};
use crate::model::{
    Application, ApplicationId, Channel, Contact, Document, Entry, Event, Format, Interview,
    JobSearch, Message, Origin, Outcome, Prefers, Reply, ReplyKind, Stage, StageId, StageMeaning,
    Unknown, same_name,
};
use crate::time::When;

/// The names of all events, as the format writes them.
const EVENTS: [&str; 14] = [
    "applied",
    "contact",
    "document",
    "interview",
    "cancelled",
    "fact",
    "promise",
    "call-invited",
    "sent",
    "pinned",
    "reply",
    "stage",
    "closed",
    "note",
];

/// An import under way: copies of the applications it speaks of, and what it changed.
pub(super) struct Import<'a> {
    before: &'a JobSearch,
    stages: Vec<Stage>,
    keys: HashMap<String, ApplicationId>,
    open: BTreeMap<ApplicationId, Open>,
    lines: usize,
    last_rank: f64,
}

/// An application that lines of this import speak of.
struct Open {
    application: Application,
    /// How often each meaning stands in its history.
    known: HashMap<String, u32>,
    /// How many lines became entries of its history.
    entries: usize,
    /// How many lines changed its details, or those of the contact at that place.
    details: BTreeMap<Option<usize>, usize>,
}

impl<'a> Import<'a> {
    pub(super) fn into(search: &'a JobSearch) -> Self {
        let keys = search
            .applications
            .values()
            .map(|application| (application.key.clone(), application.id))
            .collect();
        let last_rank = search
            .applications
            .values()
            .map(|application| application.rank)
            .fold(0.0, f64::max);
        Self {
            before: search,
            stages: search.stages.clone(),
            keys,
            open: BTreeMap::new(),
            lines: 0,
            last_rank,
        }
    }

    /// Takes in one line.
    pub(super) fn line(&mut self, mut fields: Fields) -> Result<(), EventError> {
        self.lines += 1;
        let key = fields.name("application")?;
        let event = fields.choice("event", &EVENTS, |event| event)?;
        if event == "applied" {
            return self.applied(key, fields);
        }
        let Some(id) = self.id_of(&key) else {
            let expected = "an application that an earlier “applied” line or this search names";
            return Err(fields.unfit("application", expected, &key));
        };
        match event {
            "contact" => self.contact(id, fields),
            "document" => self.document(id, fields),
            _ => self.entry(id, event, fields),
        }
    }

    /// The search with everything taken in.
    pub(super) fn finish(self) -> Imported {
        let mut search = self.before.clone();
        search.stages = self.stages;
        let mut added = 0;
        let mut applications = Vec::new();
        for (id, open) in self.open {
            let before = self.before.application(id);
            let lines = open.lines_that_count(before.map(AsRef::as_ref));
            if lines > 0 {
                added += lines;
                applications.push(id);
                search.put(open.application);
            }
        }
        Imported {
            search,
            added,
            already_there: self.lines - added,
            applications,
        }
    }

    fn id_of(&self, key: &str) -> Option<ApplicationId> {
        let by_id = || {
            let id = ApplicationId(key.parse().ok()?);
            self.before.application(id).map(|_| id)
        };
        self.keys.get(key).copied().or_else(by_id)
    }

    fn open(&mut self, id: ApplicationId) -> Option<&mut Open> {
        if !self.open.contains_key(&id) {
            let application = self.before.application(id)?;
            self.open
                .insert(id, Open::new(application.as_ref().clone()));
        }
        self.open.get_mut(&id)
    }

    fn applied(&mut self, key: String, mut fields: Fields) -> Result<(), EventError> {
        let at = fields.when("at")?;
        let company = fields.name("company")?;
        let position = fields.name("position")?;
        let id = self.id_of(&key);
        if let Some(known) = id.and_then(|id| self.open(id)) {
            let known = &known.application;
            for (field, known, given) in [
                ("company", &known.company, &company),
                ("position", &known.position, &position),
            ] {
                if !same_name(known, given) {
                    let expected = format!("“{known}” as before, or another “application”");
                    return Err(fields.unfit(field, &expected, given));
                }
            }
        }
        let details = Details {
            at,
            url: fields.optional_text("url")?,
            location: fields.optional_text("location")?,
            source: fields.optional_text("source")?,
            salary: fields.optional_text("salary")?,
            advert: fields.optional_text("advert")?,
            tags: fields.optional_names("tags")?,
            stage: self.stage(&mut fields, "stage")?,
            unknown: fields.unknown(),
        };
        let is_new = id.is_none();
        let id = id.unwrap_or_else(|| self.create(key, company, position, at));
        let wishes = self.wishes();
        if let Some(open) = self.open(id) {
            let is_changed = details.apply(&mut open.application, &wishes);
            open.count(None, is_new || is_changed);
        }
        Ok(())
    }

    /// The stages of what is not applied for yet.
    fn wishes(&self) -> Vec<StageId> {
        self.stages
            .iter()
            .filter(|stage| stage.meaning == StageMeaning::Wishlist)
            .map(|stage| stage.id.clone())
            .collect()
    }

    fn create(
        &mut self,
        key: String,
        company: String,
        position: String,
        at: When,
    ) -> ApplicationId {
        let mut application = Application::new(key.clone(), company, position, at);
        self.last_rank += 1.0;
        application.rank = self.last_rank;
        let id = application.id;
        self.keys.insert(key, id);
        self.open.insert(id, Open::new(application));
        id
    }

    fn contact(&mut self, id: ApplicationId, mut fields: Fields) -> Result<(), EventError> {
        let at = fields.when("at")?;
        let name = fields.name("name")?;
        let change = ContactChange::read(fields)?;
        if let Some(open) = self.open(id) {
            let (place, is_new) = open.contact_called(name, at);
            if let Some(contact) = open.application.contacts.get_mut(place) {
                let is_changed = change.apply(contact);
                open.count(Some(place), is_new || is_changed);
            }
        }
        Ok(())
    }

    fn document(&mut self, id: ApplicationId, mut fields: Fields) -> Result<(), EventError> {
        let document = Document {
            since: Some(fields.when("at")?),
            place: fields.name("place")?,
            name: fields.optional_text("name")?.unwrap_or_default(),
        };
        if let Some(open) = self.open(id) {
            open.attach(document);
        }
        Ok(())
    }

    fn entry(
        &mut self,
        id: ApplicationId,
        event: &str,
        mut fields: Fields,
    ) -> Result<(), EventError> {
        let at = if event == "interview" {
            fields.start("at")?
        } else {
            fields.when("at")?
        };
        let event = self.event(event, &mut fields)?;
        let times = fields.optional_count("again", 2)?.unwrap_or(1);
        let mut entry = Entry::new(at, event);
        entry.origin = origin(&mut fields)?;
        entry.unknown = fields.unknown();
        if let Some(open) = self.open(id) {
            open.record(entry, times);
        }
        Ok(())
    }

    fn event(&mut self, event: &str, fields: &mut Fields) -> Result<Event, EventError> {
        Ok(match event {
            "interview" => Event::Interview(Interview {
                minutes: fields.count("minutes", 1)?,
                format: fields.choice("format", &Format::ALL, Format::name)?,
                with: fields.names("with")?,
                round: fields.label("round")?,
            }),
            "cancelled" => Event::Cancelled {
                interview: fields.start("interview")?,
            },
            "fact" => Event::Fact {
                key: fields.name("key")?,
                value: fields.text("value")?,
                with: fields.optional_name("with")?,
            },
            "promise" => Event::Promise {
                day: fields.day("day")?,
            },
            "call-invited" => Event::CallInvited {
                day: fields.day("day")?,
            },
            "sent" => Event::Sent(message(fields)?),
            "pinned" => Event::Pinned {
                until: pinned_until(fields)?,
            },
            "reply" => Event::Reply(reply(fields)?),
            "stage" => Event::Stage {
                to: match self.stage(fields, "to")? {
                    Some(stage) => stage,
                    None => return Err(fields.missing("to", "the name of a stage")),
                },
            },
            "closed" => Event::Closed {
                outcome: fields.choice("outcome", &Outcome::ALL, Outcome::name)?,
            },
            _ => Event::Note {
                text: fields.text("text")?,
            },
        })
    }

    /// The stage that the field names; one that nobody has yet becomes a new column.
    fn stage(&mut self, fields: &mut Fields, field: &str) -> Result<Option<StageId>, EventError> {
        let Some(name) = fields.optional_name(field)? else {
            return Ok(None);
        };
        let id = stage_named(&self.stages, &name).unwrap_or_else(|| self.add_stage(name.trim()));
        Ok(Some(id))
    }

    fn add_stage(&mut self, name: &str) -> StageId {
        let id = StageId(name.to_owned());
        let place = self
            .stages
            .iter()
            .position(|stage| stage.meaning == StageMeaning::Closed)
            .unwrap_or(self.stages.len());
        let stage = Stage::new(id.clone(), name, StageMeaning::Own);
        self.stages.insert(place, stage);
        id
    }
}

/// The stage called `name`: by its lasting name, by what the user calls it, or by a standard
/// meaning; capitals aside.
pub(super) fn stage_named(stages: &[Stage], name: &str) -> Option<StageId> {
    let name = name.trim().to_lowercase();
    let by = |text: fn(&Stage) -> &str| {
        stages
            .iter()
            .find(|stage| text(stage).trim().to_lowercase() == name)
    };
    by(|stage| &stage.id.0)
        .or_else(|| by(|stage| &stage.name))
        .or_else(|| {
            by(|stage| match stage.meaning {
                StageMeaning::Own => "",
                meaning => meaning.name(),
            })
        })
        .map(|stage| stage.id.clone())
}

impl Open {
    fn new(application: Application) -> Self {
        let mut known = HashMap::new();
        for entry in &application.history {
            *known.entry(meaning::of(entry)).or_default() += 1;
        }
        Self {
            application,
            known,
            entries: 0,
            details: BTreeMap::new(),
        }
    }

    /// Notes a line about the application's details, or about those of the contact at `place`.
    fn count(&mut self, place: Option<usize>, is_changed: bool) {
        *self.details.entry(place).or_default() += usize::from(is_changed);
    }

    /// The place of the contact with that name, and whether they are new.
    fn contact_called(&mut self, name: String, at: When) -> (usize, bool) {
        let contacts = &mut self.application.contacts;
        let known = contacts
            .iter()
            .position(|contact| same_name(&contact.name, &name));
        if let Some(place) = known {
            return (place, false);
        }
        let mut contact = Contact::named(name);
        contact.since = Some(at);
        contacts.push(contact);
        (contacts.len() - 1, true)
    }

    /// Adds a document, or names one that is there anew.
    fn attach(&mut self, document: Document) {
        let documents = &mut self.application.documents;
        let known = documents.iter_mut().find(|it| it.place == document.place);
        self.entries += match known {
            Some(known) => usize::from(set(&mut known.name, Some(document.name))),
            None => {
                documents.push(document);
                1
            }
        };
    }

    /// Adds an entry unless one that says the same is there `times` times.
    fn record(&mut self, entry: Entry, times: u32) {
        let known = self.known.entry(meaning::of(&entry)).or_default();
        if *known < times {
            *known += 1;
            self.entries += 1;
            self.application.history.push(entry);
        }
    }

    /// How many lines added or changed something. Two lines that change a detail and change it
    /// back did not.
    fn lines_that_count(&self, before: Option<&Application>) -> usize {
        let details: usize = self
            .details
            .iter()
            .filter(|(place, _)| match (before, place) {
                (None, _) => true,
                (Some(before), None) => !same_details(before, &self.application),
                (Some(before), Some(place)) => {
                    before.contacts.get(*place) != self.application.contacts.get(*place)
                }
            })
            .map(|(_, lines)| lines)
            .sum();
        self.entries + details
    }
}

fn same_details(a: &Application, b: &Application) -> bool {
    meaning::same_when(a.applied, b.applied)
        && a.stage == b.stage
        && a.url == b.url
        && a.location == b.location
        && a.source == b.source
        && a.salary == b.salary
        && a.advert == b.advert
        && a.tags == b.tags
        && a.unknown == b.unknown
}

/// What an `applied` line says beside the names; what it does not say stays as it is.
struct Details {
    at: When,
    url: Option<String>,
    location: Option<String>,
    source: Option<String>,
    salary: Option<String>,
    advert: Option<String>,
    tags: Option<Vec<String>>,
    stage: Option<StageId>,
    unknown: Unknown,
}

impl Details {
    /// Whether it changed anything.
    fn apply(self, application: &mut Application, wishes: &[StageId]) -> bool {
        let is_other_day = !meaning::same_when(application.applied, self.at);
        if is_other_day {
            application.applied = self.at;
        }
        let was_a_wish = application
            .stage
            .as_ref()
            .is_some_and(|stage| wishes.contains(stage));
        // What was only wished for has been applied for when another day says so.
        let stage = match self.stage {
            None if was_a_wish && is_other_day => Some(None),
            stage => stage.map(Some),
        };
        is_other_day
            | set(&mut application.stage, stage)
            | set(&mut application.url, self.url)
            | set(&mut application.location, self.location)
            | set(&mut application.source, self.source)
            | set(&mut application.salary, self.salary)
            | set(&mut application.advert, self.advert)
            | set(&mut application.tags, self.tags)
            | merge(&mut application.unknown, self.unknown)
    }
}

/// What a `contact` line says beside the name; what it does not say stays as it is.
struct ContactChange {
    called: Option<String>,
    role: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    linkedin: Option<String>,
    prefers: Option<Prefers>,
    manager: Option<bool>,
    agency: Option<bool>,
    arranged: Option<bool>,
    withheld: Option<bool>,
    unknown: Unknown,
}

impl ContactChange {
    fn read(mut fields: Fields) -> Result<Self, EventError> {
        Ok(Self {
            called: fields.optional_text("called")?,
            role: fields.optional_text("role")?,
            email: fields.optional_text("email")?,
            phone: fields.optional_text("phone")?,
            linkedin: fields.optional_text("linkedin")?,
            prefers: fields.optional_choice("prefers", &Prefers::ALL, Prefers::name)?,
            manager: fields.flag("manager")?,
            agency: fields.flag("agency")?,
            arranged: fields.flag("arranged")?,
            withheld: fields.flag("withheld")?,
            unknown: fields.unknown(),
        })
    }

    /// Whether it changed anything.
    fn apply(self, contact: &mut Contact) -> bool {
        set(&mut contact.called, self.called)
            | set(&mut contact.role, self.role)
            | set(&mut contact.email, self.email)
            | set(&mut contact.phone, self.phone)
            | set(&mut contact.linkedin, self.linkedin)
            | set(&mut contact.prefers, self.prefers.map(Some))
            | set(&mut contact.manager, self.manager)
            | set(&mut contact.agency, self.agency)
            | set(&mut contact.arranged, self.arranged)
            | set(&mut contact.withheld, self.withheld)
            | merge(&mut contact.unknown, self.unknown)
    }
}

fn set<T: PartialEq>(place: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) if value != *place => {
            *place = value;
            true
        }
        _ => false,
    }
}

/// Takes over what differs in meaning, so that other white space is no change.
fn merge(known: &mut Unknown, given: Unknown) -> bool {
    let (known_now, given_now) = (meaning::canonical(known), meaning::canonical(&given));
    let news: Vec<_> = given
        .into_iter()
        .filter(|(name, _)| known_now.get(name) != given_now.get(name))
        .collect();
    let is_changed = !news.is_empty();
    known.extend(news);
    is_changed
}

fn message(fields: &mut Fields) -> Result<Message, EventError> {
    Ok(Message {
        scenario: fields.scenario("scenario")?,
        to: fields.names("to")?,
        channel: fields.optional_choice("channel", &Channel::ALL, Channel::name)?,
        subject: fields.optional_text("subject")?.unwrap_or_default(),
        body: fields.optional_text("body")?.unwrap_or_default(),
        day: fields.optional_day("day")?,
    })
}

fn origin(fields: &mut Fields) -> Result<Option<Origin>, EventError> {
    let Some(id) = fields.optional_name("origin")? else {
        return Ok(None);
    };
    let version = fields.optional_count("version", 1)?.unwrap_or_default();
    Ok(Some(Origin { id, version }))
}

fn reply(fields: &mut Fields) -> Result<Reply, EventError> {
    Ok(Reply {
        kind: fields.choice("kind", &ReplyKind::ALL, ReplyKind::name)?,
        day: fields.optional_day("day")?,
        from: fields.optional_name("from")?,
        text: fields.optional_text("text")?.unwrap_or_default(),
    })
}

/// `null` takes a pin back, so the field must be there to say so.
fn pinned_until(fields: &mut Fields) -> Result<Option<When>, EventError> {
    if fields.has("until") {
        fields.optional_when("until")
    } else {
        Err(fields.missing("until", "a moment, or null to take the earlier one back"))
    }
}
