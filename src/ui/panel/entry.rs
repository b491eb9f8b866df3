//! The form for something that happened: when it really was, and what it really was.

use egui::{Response, Ui};
use serde::{Deserialize, Serialize};

use super::form::{self, Leave, Moment, Opener};
use crate::app::{Command, Edit};
use crate::model::{Application, Entry, EntryId, Event, JobSearch, Outcome, ReplyKind, Scenario};
use crate::time::{Clock, When};
use crate::ui::scene::Scene;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::date::DateField;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::typed::parse_date;

/// What is typed. Fields that such an event does not have stay as they are.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    opener: Opener,
    #[serde(skip)]
    fresh: bool,
    at_top: bool,
    /// The entry that is changed; nothing for a new one.
    id: Option<EntryId>,
    event: Event,
    at: Moment,
    /// The day that was named, promised or asked for.
    day: String,
    /// Names, parted by commas.
    people: String,
    #[serde(skip)]
    tried: bool,
}

impl Form {
    pub(super) fn new(entry: &Entry, clock: &Clock, opener: &Response) -> Self {
        let (day, people) = match &entry.event {
            Event::Promise { day } | Event::CallInvited { day } => (Some(*day), Vec::new()),
            Event::Reply(reply) => (reply.day, reply.from.clone().into_iter().collect()),
            Event::Sent(message) => (message.day, message.to.clone()),
            _ => (None, Vec::new()),
        };
        Self {
            opener: Opener::new(opener),
            fresh: true,
            at_top: false,
            id: Some(entry.id),
            event: entry.event.clone(),
            at: Moment::of(entry.at, clock),
            day: day.map(|day| day.to_string()).unwrap_or_default(),
            people: people.join(", "),
            tried: false,
        }
    }

    /// Something that happened and is not told yet, at about that time.
    pub(super) fn for_new(event: Event, at: When, clock: &Clock, opener: &Response) -> Self {
        let entry = Entry::new(at, event);
        Self {
            id: None,
            day: String::new(),
            ..Self::new(&entry, clock, opener)
        }
    }

    /// Shown beside what the entry means now, and not in the timeline.
    pub(super) fn at_top(mut self) -> Self {
        self.at_top = true;
        self
    }

    pub(super) fn is_at_top(&self) -> bool {
        self.at_top
    }

    /// Shows the form; whether it is done with.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        application: &Application,
    ) -> bool {
        let leave = form::sheet(ui, |ui| {
            let to_date = self.fresh && !self.at_top && !self.begins_with_text();
            let mut entered = self.at.fields(ui, scene.clock, to_date);
            entered |= self.fields(ui, scene);
            let save = if self.id.is_some() { "Save" } else { "Add" };
            let pressed = form::buttons(ui, save, |_| {});
            pressed.or(entered.then_some(Leave::Save))
        });
        self.fresh = false;
        let done = match leave {
            None => false,
            Some(Leave::Cancel) => true,
            Some(Leave::Save) => self.save(scene, application),
        };
        if done {
            self.opener.refocus(ui);
        }
        done
    }

    /// Whether one most likely wants to write at once, and not to change the day first.
    fn begins_with_text(&self) -> bool {
        self.id.is_none() && matches!(self.event, Event::Note { .. })
    }

    /// What such an event has besides its moment.
    fn fields(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> bool {
        let clock = scene.clock;
        match &mut self.event {
            Event::Note { text } => {
                let missing = self.tried && text.trim().is_empty();
                TextField::new("Note", text)
                    .rows(4)
                    .error(missing.then_some("Write a word or two"))
                    .focus(self.fresh && self.id.is_none())
                    .show(ui);
            }
            Event::Fact { value, .. } => note(ui, "What it is", value),
            Event::Promise { .. } => return self.day_field(ui, clock, "They decide by", true),
            Event::CallInvited { .. } => return self.day_field(ui, clock, "Call on", true),
            Event::Closed { outcome } => {
                let options = Outcome::ALL.map(|outcome| (outcome, outcome.label()));
                Choice::new("How it ended", &options).show(ui, outcome);
            }
            Event::Reply(_) => return self.reply(ui, clock),
            Event::Sent(_) => return self.sent(ui, &scene.state.search),
            Event::Interview(_)
            | Event::Cancelled { .. }
            | Event::Pinned { .. }
            | Event::Stage { .. } => {}
        }
        false
    }

    fn day_field(&mut self, ui: &mut Ui, clock: &Clock, label: &str, needed: bool) -> bool {
        let missing = needed && self.tried && self.day.trim().is_empty();
        let field = DateField::new(label, &mut self.day, clock.today())
            .error(missing.then_some("Write a day such as 2026-11-30"))
            .show(ui);
        if self.fresh && self.at_top {
            field.response.request_focus();
        }
        form::entered(&field.response)
    }

    fn reply(&mut self, ui: &mut Ui, clock: &Clock) -> bool {
        let Event::Reply(reply) = &mut self.event else {
            return false;
        };
        let kinds = ReplyKind::ALL.map(|kind| (kind, kind.label()));
        Choice::new("What it is", &kinds).show(ui, &mut reply.kind);
        let from = TextField::new("From", &mut self.people)
            .example("Dana Wu")
            .show(ui);
        note(ui, "What they wrote", &mut reply.text);
        let label = match reply.kind {
            ReplyKind::Update => "Their new day",
            ReplyKind::Offer => "Decide by",
            ReplyKind::Interview => "Day of the interview",
            ReplyKind::Rejection | ReplyKind::Other => return form::entered(&from),
        };
        self.day_field(ui, clock, label, false) || form::entered(&from)
    }

    fn sent(&mut self, ui: &mut Ui, search: &JobSearch) -> bool {
        let Event::Sent(message) = &mut self.event else {
            return false;
        };
        let own = search.scenarios.iter().map(|own| own.scenario);
        let mut all: Vec<Scenario> = Scenario::ALL.iter().copied().chain(own).collect();
        // One that the user has deleted since.
        if !all.contains(&message.scenario) {
            all.push(message.scenario);
        }
        let named = all.into_iter().map(|it| (it, search.label_of(it)));
        let occasions: Vec<(Scenario, &str)> = named.collect();
        Choice::new("What it was", &occasions).show(ui, &mut message.scenario);
        let to = TextField::new("To", &mut self.people)
            .example("Dana Wu, Ann Ito")
            .show(ui);
        let subject = TextField::new("Subject of it", &mut message.subject).show(ui);
        note(ui, "Text", &mut message.body);
        form::entered(&to) || form::entered(&subject)
    }

    fn save(&mut self, scene: &mut Scene<'_>, application: &Application) -> bool {
        self.tried = true;
        let (Some(at), Some(event)) = (self.at.parse(scene.clock, None), self.event(scene.clock))
        else {
            return false;
        };
        let edit = match self.id {
            Some(id) => Edit::ChangeEntry { id, at, event },
            None => Edit::record_at(at, event),
        };
        scene.send(Command::edit(application.id, edit));
        true
    }

    /// What it says; nothing while a day is none.
    fn event(&self, clock: &Clock) -> Option<Event> {
        let typed = self.day.trim();
        let day = match typed {
            "" => None,
            typed => Some(parse_date(typed, clock)?),
        };
        let people = self
            .people
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let mut event = self.event.clone();
        match &mut event {
            Event::Note { text } if text.trim().is_empty() => return None,
            Event::Promise { day: named } | Event::CallInvited { day: named } => *named = day?,
            Event::Reply(reply) => {
                let names = !matches!(reply.kind, ReplyKind::Rejection | ReplyKind::Other);
                reply.day = day.filter(|_| names);
                let from = self.people.trim();
                reply.from = (!from.is_empty()).then(|| from.to_owned());
            }
            Event::Sent(message) => {
                message.to = people.map(str::to_owned).collect();
                message.day = day;
            }
            _ => {}
        }
        Some(event)
    }
}

fn note(ui: &mut Ui, label: &str, text: &mut String) {
    TextField::new(label, text).rows(4).show(ui);
}
