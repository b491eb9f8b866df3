//! The conversation: everything that happened, newest first, each open to correction, and open to
//! what was forgotten at any point.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Align, Label, Layout, Response, RichText, Ui};

use super::{details, entry, interviews};
use crate::app::{Command, Dialog, Edit, words};
use crate::model::{
    Application, ApplicationId, Entry, EntryId, Event, Message, Reply, ReplyKind, Scenario,
};
use crate::time::{Clock, When};
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::menu::{MenuItem, menu_on};
use crate::ui::widgets::text::{Text, divider, icon};

/// So many entries are shown at first, and so many more with each press.
const MANY: usize = 30;

/// A text is folded if it is longer than two lines of the panel can be.
const FOLDED: usize = 90;

/// What the timeline keeps between frames.
#[derive(Debug, Default)]
pub(super) struct Timeline {
    /// The entries in their order, and of which state of the search that is.
    order: Vec<EntryId>,
    of: Option<u64>,
    more: usize,
}

/// Forms for what is not told yet: of an application, above an entry or on top.
pub(super) type Inserts = BTreeMap<(ApplicationId, Option<EntryId>), entry::Form>;

/// What of the panel the timeline works with.
pub(super) struct Parts<'a> {
    pub(super) timeline: &'a mut Timeline,
    pub(super) entries: &'a mut BTreeMap<EntryId, entry::Form>,
    pub(super) inserts: &'a mut Inserts,
    pub(super) details: &'a mut BTreeMap<ApplicationId, details::Form>,
    pub(super) unfolded: &'a mut BTreeSet<EntryId>,
}

pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    mut parts: Parts<'_>,
) {
    super::heading(ui, "Conversation", |ui| {
        let add = Button::link("Write something in").icon(icons::PLUS);
        let add = add.show(ui);
        menu_on(&add, |ui| {
            let now = When::Moment(scene.clock.now);
            insertions(
                ui,
                scene.clock,
                (application.id, None),
                now,
                &add,
                parts.inserts,
            );
        });
    });
    insert(ui, scene, application, None, parts.inserts);
    parts.timeline.follow(scene, application);
    let shown = MANY + parts.timeline.more;
    let order: Vec<EntryId> = parts.timeline.order.iter().take(shown).copied().collect();
    for id in order {
        if let Some(entry) = application.entry(id) {
            ui.push_id(id, |ui| {
                insert(ui, scene, application, Some(id), parts.inserts);
                one(ui, scene, application, entry, &mut parts);
            });
        }
    }
    let hidden = parts.timeline.order.len().saturating_sub(shown);
    if hidden > 0 {
        let words = format!("{hidden} earlier");
        if Button::quiet(&words)
            .icon(icons::CARET_DOWN)
            .show(ui)
            .clicked()
        {
            parts.timeline.more += MANY;
        }
    } else {
        applied(ui, scene, application, parts.details);
    }
}

impl Timeline {
    /// Puts the entries into the order of time when anything changed.
    fn follow(&mut self, scene: &Scene<'_>, application: &Application) {
        if self.of == Some(scene.state.generation) {
            return;
        }
        let morning = scene.state.search.policy.morning;
        let zone = scene.clock.zone;
        let mut entries: Vec<(crate::time::Moment, usize, EntryId)> = application
            .history
            .iter()
            .enumerate()
            .map(|(place, entry)| (entry.at.moment(zone, morning), place, entry.id))
            .collect();
        entries.sort_by(|a, b| b.cmp(a));
        self.order = entries.into_iter().map(|(.., id)| id).collect();
        self.of = Some(scene.state.generation);
    }
}

/// The end of the line: where it began.
fn applied(
    ui: &mut Ui,
    scene: &Scene<'_>,
    application: &Application,
    forms: &mut BTreeMap<ApplicationId, details::Form>,
) {
    let words = Told {
        icon: icons::PAPER_PLANE_TILT,
        title: "Applied".to_owned(),
        text: String::new(),
    };
    row(ui, &words, application.applied, scene.clock, |ui| {
        let edit = IconButton::new(icons::PENCIL_SIMPLE, "Edit the application’s details");
        let edit = edit.small().show(ui);
        if edit.clicked() {
            let form = details::Form::new(application, scene.clock, &edit);
            forms.insert(application.id, form);
        }
    });
}

fn one(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    entry: &Entry,
    parts: &mut Parts<'_>,
) {
    let form = parts
        .entries
        .get_mut(&entry.id)
        .filter(|form| !form.is_at_top());
    if let Some(form) = form {
        if form.show(ui, scene, application) {
            parts.entries.remove(&entry.id);
        }
        return;
    }
    let told = tell(scene, entry);
    let clock = scene.clock;
    row(ui, &told, entry.at, clock, |ui| {
        menu(ui, scene, application, entry, &told, parts);
    });
    if !told.text.is_empty() {
        // Close to its title.
        ui.add_space(-space::XS);
        ui.horizontal_top(|ui| {
            ui.add_space(size::ICON + space::S);
            ui.vertical(|ui| text(ui, entry.id, &told, parts.unfolded));
        });
    }
    ui.add_space(space::XS);
}

/// Picture, words and date of an entry, with something to press at the end.
fn row(ui: &mut Ui, told: &Told, at: When, clock: &Clock, end: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let color = ui.tokens().muted;
        ui.vertical(|ui| {
            ui.add_space((size::line(size::BODY) - size::ICON) / 2.0);
            icon(ui, told.icon, size::ICON, color);
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - space::XL - space::S);
            ui.spacing_mut().item_spacing.y = 0.0;
            Text::new(&told.title).rows(3).show(ui);
            let when = words::when(at, clock);
            Text::new(&when)
                .size(size::SMALL)
                .color(color)
                .rows(1)
                .show(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Min), end);
    });
}

/// The text of an entry: two lines of it, or the whole.
fn text(ui: &mut Ui, id: EntryId, told: &Told, unfolded: &mut BTreeSet<EntryId>) {
    ui.spacing_mut().item_spacing.y = space::XS / 2.0;
    let long = told.text.chars().nth(FOLDED).is_some() || told.text.contains('\n');
    let open = unfolded.contains(&id);
    if open {
        whole(ui, &told.text);
    } else {
        let color = ui.tokens().muted;
        Text::new(&told.text).color(color).rows(2).show(ui);
    }
    if !long {
        return;
    }
    let (words, name) = if open {
        ("Show less", format!("Show less of {}", told.title))
    } else {
        ("Show all", format!("Show all of {}", told.title))
    };
    let link = ui.horizontal(|ui| {
        // The words stand in line with the text, not the room around them.
        ui.add_space(-space::XS);
        Button::link(words).name(&name).show(ui)
    });
    if link.inner.clicked() {
        if open {
            unfolded.remove(&id);
        } else {
            unfolded.insert(id);
        }
    }
}

/// A text of several paragraphs, to be read and copied from.
fn whole(ui: &mut Ui, text: &str) {
    let shown: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect();
    let color = ui.tokens().text;
    ui.add(Label::new(RichText::new(shown).color(color)).wrap());
}

/// The form that is open above that entry, or on top.
fn insert(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    above: Option<EntryId>,
    inserts: &mut Inserts,
) {
    let place = (application.id, above);
    if let Some(form) = inserts.get_mut(&place)
        && form.show(ui, scene, application)
    {
        inserts.remove(&place);
    }
}

/// What can be written in at a place, as entries of a menu.
fn insertions(
    ui: &mut Ui,
    clock: &Clock,
    place: (ApplicationId, Option<EntryId>),
    at: When,
    opener: &Response,
    inserts: &mut Inserts,
) {
    for (words, icon, event) in [
        ("A note here", icons::NOTE, blank_note()),
        (
            "What they said here",
            icons::CHAT_CIRCLE_TEXT,
            blank_reply(),
        ),
        (
            "What you sent here",
            icons::ENVELOPE_SIMPLE,
            blank_message(),
        ),
        (
            "A day they named here",
            icons::HOURGLASS,
            Event::Promise { day: clock.today() },
        ),
    ] {
        if MenuItem::new(words).icon(icon).show(ui).clicked() {
            let form = entry::Form::for_new(event, at, clock, opener);
            inserts.insert(place, form);
        }
    }
}

fn blank_note() -> Event {
    Event::Note {
        text: String::new(),
    }
}

fn blank_reply() -> Event {
    Event::Reply(Reply {
        kind: ReplyKind::Other,
        day: None,
        from: None,
        text: String::new(),
    })
}

fn blank_message() -> Event {
    Event::Sent(Message {
        scenario: Scenario::ThankYou,
        to: Vec::new(),
        channel: None,
        subject: String::new(),
        body: String::new(),
        day: None,
    })
}

fn menu(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    entry: &Entry,
    told: &Told,
    parts: &mut Parts<'_>,
) {
    let name = format!("{}: more", told.title);
    let button = IconButton::new(icons::DOTS_THREE, &name).small().show(ui);
    menu_on(&button, |ui| {
        let edit = MenuItem::new("Edit").icon(icons::PENCIL_SIMPLE);
        if edit.show(ui).clicked() {
            if matches!(entry.event, Event::Interview(_)) {
                scene.send(Command::dialog(Dialog::Interview {
                    application: application.id,
                    entry: Some(entry.id),
                }));
            } else {
                let form = entry::Form::new(entry, scene.clock, &button);
                parts.entries.insert(entry.id, form);
            }
        }
        let place = (application.id, Some(entry.id));
        divider(ui);
        insertions(ui, scene.clock, place, entry.at, &button, parts.inserts);
        divider(ui);
        let remove = MenuItem::new("Remove").icon(icons::TRASH).destructive();
        if remove.show(ui).clicked() {
            scene.send(Command::edit(application.id, Edit::RemoveEntry(entry.id)));
        }
    });
}

/// An entry in words.
struct Told {
    icon: Icon,
    title: String,
    /// What was said or noted.
    text: String,
}

fn tell(scene: &Scene<'_>, entry: &Entry) -> Told {
    let (icon, title, text) = match &entry.event {
        Event::Interview(interview) => {
            let round = interview.round.as_deref().map(|round| format!(", {round}"));
            (
                icons::USERS,
                format!("Interview{}", round.unwrap_or_default()),
                interviews::describe(interview, false),
            )
        }
        Event::Cancelled { interview } => {
            let when = words::when(*interview, scene.clock);
            let title = format!("The interview of {when} was called off");
            (icons::CALENDAR_X, title, String::new())
        }
        Event::Fact { key, value, with } => {
            let from = with
                .as_deref()
                .map(|name| format!(", {name}"))
                .unwrap_or_default();
            (
                icons::LIGHTBULB,
                format!("{}{from}", fact(key)),
                value.clone(),
            )
        }
        Event::Promise { day } => {
            let title = format!("They promised to decide by {}", scene.clock.long_day(*day));
            (icons::HOURGLASS, title, String::new())
        }
        Event::CallInvited { day } => {
            let title = format!("They invited a call on {}", scene.clock.long_day(*day));
            (icons::PHONE, title, String::new())
        }
        Event::Sent(message) => sent(scene, message),
        Event::Pinned { until } => (icons::PUSH_PIN, pinned(*until, scene.clock), String::new()),
        Event::Reply(reply) => replied(reply, scene.clock),
        Event::Stage { to } => {
            let stage = scene
                .state
                .search
                .stage(to)
                .map_or(to.0.as_str(), |s| s.name.as_str());
            (icons::KANBAN, format!("Moved to {stage}"), String::new())
        }
        Event::Closed { outcome } => (
            icons::ARCHIVE,
            format!("Closed: {}", outcome.label()),
            String::new(),
        ),
        Event::Note { text } => (icons::NOTE, "Note".to_owned(), text.clone()),
    };
    Told { icon, title, text }
}

fn sent(scene: &Scene<'_>, message: &Message) -> (Icon, String, String) {
    let icon = match message.channel() {
        crate::model::Channel::Email => icons::ENVELOPE_SIMPLE,
        crate::model::Channel::LinkedIn => icons::LINKEDIN_LOGO,
        crate::model::Channel::Phone => icons::PHONE,
    };
    let to = if message.to.is_empty() {
        String::new()
    } else {
        format!(" to {}", message.to.join(", "))
    };
    let day = message
        .day
        .map(|day| format!(", until {}", scene.clock.long_day(day)));
    let title = format!(
        "{}{to}{}",
        scene.state.search.label_of(message.scenario),
        day.unwrap_or_default()
    );
    let text = match (message.subject.trim(), message.body.trim()) {
        ("", body) => body.to_owned(),
        (subject, "") => subject.to_owned(),
        (subject, body) => format!("{subject}\n\n{body}"),
    };
    (icon, title, text)
}

fn replied(reply: &Reply, clock: &Clock) -> (Icon, String, String) {
    let from = reply.from.as_deref().map(|name| format!(" from {name}"));
    let kind = match reply.kind {
        ReplyKind::Other => "Reply",
        kind => kind.label(),
    };
    let day = reply.day.map(|day| format!(", {}", clock.long_day(day)));
    let title = format!(
        "{kind}{}{}",
        from.unwrap_or_default(),
        day.unwrap_or_default()
    );
    (icons::CHAT_CIRCLE_TEXT, title, reply.text.clone())
}

fn pinned(until: Option<When>, clock: &Clock) -> String {
    until.map_or_else(
        || "The next check-in goes by the rules again".to_owned(),
        |until| {
            format!(
                "You moved the next check-in to {}",
                words::when(until, clock)
            )
        },
    )
}

/// A fact's name as a heading.
fn fact(key: &str) -> &str {
    match key {
        "topic" => "Talked about",
        "detail" => "What you appreciated",
        "challenge" => "What is hard for them",
        "achievement" => "What you did that fits",
        "addition" => "To add to an answer",
        "goal" => "What they want to reach",
        other => other,
    }
}
