use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use super::meaning;
use super::read::stage_named;
use crate::model::{
    Application, Contact, Document, Entry, Event, Interview, JobSearch, Message, Origin, Prefers,
    Reply, StageId, StageMeaning, Unknown,
};
use crate::time::When;

/// All applications as events: of each its `applied`, its contacts, then its history in the order
/// of recording.
pub fn export(search: &JobSearch) -> String {
    let mut times_used: BTreeMap<&str, usize> = BTreeMap::new();
    for application in search.applications.values() {
        *times_used.entry(&application.key).or_default() += 1;
    }
    let stage_name = |id: &StageId| stage_name(search, id);
    let mut text = String::new();
    for application in search.applications.values() {
        // A file edited by hand may hold a key twice or none; the id still tells them apart.
        let is_clear = !application.key.trim().is_empty()
            && times_used.get(application.key.as_str()) == Some(&1);
        let id = application.id.0.to_string();
        let key = if is_clear { &application.key } else { &id };
        write_application(&mut text, key, application, stage_name);
    }
    text
}

fn write_application(
    text: &mut String,
    key: &str,
    application: &Application,
    stage_name: impl Fn(&StageId) -> String + Copy,
) {
    let mut push = |line: String| {
        text.push_str(&line);
        text.push('\n');
    };
    push(applied(key, application, stage_name));
    for contact in &application.contacts {
        push(self::contact(key, application, contact));
    }
    for document in &application.documents {
        push(self::document(key, application, document));
    }
    let mut times_seen: HashMap<String, u32> = HashMap::new();
    for entry in &application.history {
        let times = times_seen.entry(meaning::of(entry)).or_default();
        *times += 1;
        push(repeated(self::entry(key, entry, stage_name), *times));
    }
}

/// Equal lines count once, so that the second of two equal entries must say that it is one.
fn repeated(line: String, times: u32) -> String {
    match line.strip_suffix('}') {
        Some(open) if times > 1 => format!("{open},\"again\":{times}}}"),
        _ => line,
    }
}

/// What `stage` names in the file: for a stage of everybody its standard name, for one of the
/// user's own what they call it, unless that means another one.
fn stage_name(search: &JobSearch, id: &StageId) -> String {
    let standard = StageMeaning::STANDARD
        .iter()
        .find(|meaning| meaning.standard_id() == *id);
    if let Some(meaning) = standard {
        return meaning.name().to_owned();
    }
    search
        .stage(id)
        .filter(|stage| stage_named(&search.stages, &stage.name).as_ref() == Some(id))
        .map_or_else(|| id.0.clone(), |stage| stage.name.clone())
}

fn applied(
    key: &str,
    application: &Application,
    stage_name: impl Fn(&StageId) -> String,
) -> String {
    let stage = application.stage.as_ref().map(stage_name);
    Line::new(key, "applied", application.applied)
        .text("company", &application.company)
        .text("position", &application.position)
        .text_unless_empty("url", &application.url)
        .text_unless_empty("location", &application.location)
        .text_unless_empty("source", &application.source)
        .text_unless_empty("salary", &application.salary)
        .names_unless_empty("tags", &application.tags)
        .text_unless_empty("advert", &application.advert)
        .text_unless_empty("stage", &stage.unwrap_or_default())
        .end(&application.unknown)
}

fn document(key: &str, application: &Application, document: &Document) -> String {
    let since = document.since.unwrap_or(application.applied);
    Line::new(key, "document", since)
        .text("place", &document.place)
        .text_unless_empty("name", &document.name)
        .end(&Unknown::new())
}

fn contact(key: &str, application: &Application, contact: &Contact) -> String {
    let since = contact.since.unwrap_or(application.applied);
    let prefers = contact.prefers.map(Prefers::name);
    Line::new(key, "contact", since)
        .text("name", &contact.name)
        .text_unless_empty("called", &contact.called)
        .text_unless_empty("role", &contact.role)
        .text_unless_empty("email", &contact.email)
        .text_unless_empty("phone", &contact.phone)
        .text_unless_empty("linkedin", &contact.linkedin)
        .text_unless_empty("prefers", prefers.unwrap_or_default())
        .flag("manager", contact.manager)
        .flag("agency", contact.agency)
        .flag("arranged", contact.arranged)
        .flag("withheld", contact.withheld)
        .end(&contact.unknown)
}

/// One entry as a line.
pub(super) fn entry(key: &str, entry: &Entry, stage_name: impl Fn(&StageId) -> String) -> String {
    let line = Line::new(key, event_name(&entry.event), entry.at);
    match &entry.event {
        Event::Interview(held) => interview(line, held),
        Event::Cancelled { interview } => line.text("interview", &interview.to_string()),
        Event::Fact { key, value, with } => line
            .text("key", key)
            .text("value", value)
            .text_unless_empty("with", with.as_deref().unwrap_or_default()),
        Event::Promise { day } | Event::CallInvited { day } => line.text("day", &day.to_string()),
        Event::Sent(message) => sent(line, message),
        Event::Pinned { until: Some(until) } => line.text("until", &until.to_string()),
        Event::Pinned { until: None } => line.raw("until", "null"),
        Event::Reply(said) => reply(line, said),
        Event::Stage { to } => line.text("to", &stage_name(to)),
        Event::Closed { outcome } => line.text("outcome", outcome.name()),
        Event::Note { text } => line.text("text", text),
    }
    .origin(entry.origin.as_ref())
    .end(&entry.unknown)
}

fn event_name(event: &Event) -> &'static str {
    match event {
        Event::Interview(_) => "interview",
        Event::Cancelled { .. } => "cancelled",
        Event::Fact { .. } => "fact",
        Event::Promise { .. } => "promise",
        Event::CallInvited { .. } => "call-invited",
        Event::Sent(_) => "sent",
        Event::Pinned { .. } => "pinned",
        Event::Reply(_) => "reply",
        Event::Stage { .. } => "stage",
        Event::Closed { .. } => "closed",
        Event::Note { .. } => "note",
    }
}

fn interview(line: Line, interview: &Interview) -> Line {
    line.raw("minutes", &interview.minutes.to_string())
        .text("format", interview.format.name())
        .names("with", &interview.with)
        .text_unless_empty("round", interview.round.as_deref().unwrap_or_default())
}

fn sent(line: Line, message: &Message) -> Line {
    line.text("scenario", message.scenario.name())
        .names("to", &message.to)
        .text_unless_empty(
            "channel",
            message.channel.map_or("", |channel| channel.name()),
        )
        .text_unless_empty("subject", &message.subject)
        .text_unless_empty("body", &message.body)
        .text_unless_empty("day", &optional(message.day))
}

fn reply(line: Line, reply: &Reply) -> Line {
    line.text("kind", reply.kind.name())
        .text_unless_empty("day", &optional(reply.day))
        .text_unless_empty("from", reply.from.as_deref().unwrap_or_default())
        .text_unless_empty("text", &reply.text)
}

fn optional(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// One JSON object, field by field in the order of writing.
struct Line(String);

impl Line {
    fn new(key: &str, event: &str, at: When) -> Self {
        Self("{".to_owned())
            .text("application", key)
            .text("event", event)
            .text("at", &at.to_string())
    }

    fn raw(mut self, name: &str, json: &str) -> Self {
        let comma = if self.0.len() > 1 { "," } else { "" };
        // Writing into a string cannot fail.
        let _ = write!(self.0, "{comma}{}:{json}", quoted(name));
        self
    }

    fn text(self, name: &str, value: &str) -> Self {
        self.raw(name, &quoted(value))
    }

    fn text_unless_empty(self, name: &str, value: &str) -> Self {
        if value.is_empty() {
            self
        } else {
            self.text(name, value)
        }
    }

    fn names(self, name: &str, values: &[String]) -> Self {
        let list: Vec<_> = values.iter().map(|value| quoted(value)).collect();
        self.raw(name, &format!("[{}]", list.join(",")))
    }

    fn names_unless_empty(self, name: &str, values: &[String]) -> Self {
        if values.is_empty() {
            self
        } else {
            self.names(name, values)
        }
    }

    fn flag(self, name: &str, value: bool) -> Self {
        if value { self.raw(name, "true") } else { self }
    }

    fn origin(self, origin: Option<&Origin>) -> Self {
        match origin {
            None => self,
            Some(Origin { id, version: 0 }) => self.text("origin", id),
            Some(Origin { id, version }) => {
                self.text("origin", id).raw("version", &version.to_string())
            }
        }
    }

    fn end(self, unknown: &Unknown) -> String {
        let mut line = unknown
            .iter()
            .fold(self, |line, (name, json)| line.raw(name, json));
        line.0.push('}');
        line.0
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
