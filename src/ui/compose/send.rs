//! What to do with the letter: copy it, open it in the mail program, mark it as sent.

use egui::{Align, Context, Key, KeyboardShortcut, Layout, Modifiers, Ui};

use super::desk::{Desk, Mode, is_personal};
use super::mailto;
use crate::app::{Blockers, Command, Dialog, Edit, Effect, Go};
use crate::etiquette::{Status, Task, ThankState};
use crate::exchange::letters::Letter;
use crate::model::{Channel, Message, Scenario, same_name};
use crate::time::{Clock, When};
use crate::ui::icons;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, size, space};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::date::{DateField, TimeField};
use crate::ui::widgets::field;
use crate::ui::widgets::text::Text;
use crate::ui::widgets::typed::{parse_date, parse_time};

/// All of it in one row needs so much room.
const ONE_ROW: f32 = 620.0;
/// Widths of the fields for a moment.
const DAY: f32 = 160.0;
const TIME: f32 = 100.0;

/// For so long, in seconds, after a letter was marked as sent, the next one on the sheet is not: a
/// double click or a key held down means the first alone.
const ONE_AT_A_TIME: f64 = 0.5;

/// When it was sent: now, unless the user says otherwise.
#[derive(Debug, Default)]
pub(super) struct Sending {
    earlier: Option<Typed>,
    /// When a letter was marked last, in egui's time.
    marked_at: Option<f64>,
}

/// A moment as it is typed.
#[derive(Debug)]
struct Typed {
    day: String,
    time: String,
}

impl Typed {
    fn now(clock: &Clock) -> Self {
        Self {
            day: clock.today().to_string(),
            time: clock.hour(clock.now.naive_local().time()),
        }
    }
}

impl Sending {
    /// Another letter lies on the sheet.
    pub(super) fn begin_again(&mut self) {
        self.earlier = None;
    }

    /// The moment; what is wrong with it where it is none, or lies ahead.
    fn at(&self, clock: &Clock) -> Result<When, Option<&'static str>> {
        let Some(typed) = &self.earlier else {
            return Ok(When::Moment(clock.now));
        };
        // What cannot be read is said at its field.
        let day = parse_date(&typed.day, clock).ok_or(None)?;
        let at = if typed.time.trim().is_empty() {
            When::Day(day)
        } else {
            let time = parse_time(&typed.time).ok_or(None)?;
            When::Moment(clock.zone.at(day.and_time(time)))
        };
        if at.has_come(clock) {
            Ok(at)
        } else {
            Err(Some("That lies ahead; mark it once it is sent"))
        }
    }
}

pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk, sending: &mut Sending) {
    if !matches!(desk.mode, Mode::Letter) {
        return;
    }
    ui.spacing_mut().item_spacing.y = space::S;
    moment(ui, scene, sending);
    let row = egui::vec2(ui.available_width(), metrics::CONTROL);
    if ui.available_width() > ONE_ROW {
        ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
            copies(ui, scene, desk);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                sent(ui, scene, desk, sending);
            });
        });
    } else {
        ui.horizontal_wrapped(|ui| copies(ui, scene, desk));
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            sent(ui, scene, desk, sending);
        });
    }
}

fn copies(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
    let email = desk.scenario.channel() == Channel::Email;
    if email && Button::secondary("Copy subject").show(ui).clicked() {
        let text = desk.subject.clone();
        unless_blocked(scene, desk, "Copy anyway", vec![Command::Copy(text)]);
    }
    let keys = KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    let copy = Button::secondary("Copy message")
        .icon(icons::COPY)
        .shortcut(keys);
    if copy.show(ui).clicked() {
        copy_message(scene, desk);
    }
    if email {
        open_in_mail(ui, scene, desk);
    }
}

pub(super) fn copy_message(scene: &mut Scene<'_>, desk: &mut Desk) {
    let text = desk.body.clone();
    unless_blocked(scene, desk, "Copy anyway", vec![Command::Copy(text)]);
}

/// Does it, or asks first where something speaks against the letter. Who insisted on this very
/// letter is not asked again.
fn unless_blocked(scene: &mut Scene<'_>, desk: &mut Desk, button: &str, commands: Vec<Command>) {
    let reasons = desk.blockers(scene.state, scene.clock);
    let letter = desk.fingerprint();
    if reasons.is_empty() || scene.state.insisted == Some(letter) {
        commands.into_iter().for_each(|command| scene.send(command));
        return;
    }
    scene.send(Command::dialog(Dialog::Blockers(Box::new(Blockers {
        application: desk.application.id,
        reasons,
        button: button.to_owned(),
        letter,
        commands,
    }))));
}

fn open_in_mail(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
    let name = desk.to.first().cloned().unwrap_or_default();
    let name = name.as_str();
    let contact = desk.application.contact(name);
    let address = contact
        .map_or("", |contact| contact.email.trim())
        .to_owned();
    let without = address.is_empty().then(|| match name {
        "" => "No address is known; you can add it in the mail.".to_owned(),
        name => format!("No address of {name} is known; you can add it in the mail."),
    });
    let mut button = Button::quiet("Open in mail").icon(icons::ENVELOPE_SIMPLE);
    if let Some(words) = &without {
        button = button.hover(words);
    }
    if button.show(ui).clicked() {
        mail(scene, desk, &address);
    }
    let save = IconButton::new(icons::DOWNLOAD_SIMPLE, "Save as a mail file").small();
    if save.show(ui).clicked() {
        let letter = Letter {
            name: name.to_owned(),
            address: address.clone(),
            subject: desk.subject.clone(),
            body: desk.body.clone(),
        };
        let ask = Command::Ask(Effect::ChooseLetter(Box::new(letter)));
        unless_blocked(scene, desk, "Save anyway", vec![ask]);
    }
    if without.is_some() {
        let muted = ui.tokens().muted;
        Text::new("no address yet")
            .size(size::SMALL)
            .color(muted)
            .rows(1)
            .show(ui);
    }
}

fn mail(scene: &mut Scene<'_>, desk: &mut Desk, address: &str) {
    let mail = mailto::mail(address, &desk.subject, &desk.body);
    let mut commands = vec![Command::Ask(Effect::OpenUrl(mail.url))];
    if !mail.whole {
        let words = "The letter is long: it is on the clipboard, to be pasted into the mail";
        commands.push(Command::Copy(desk.body.clone()));
        commands.push(Command::Say(words.to_owned()));
    }
    unless_blocked(scene, desk, "Open anyway", commands);
}

/// The fields for an earlier moment.
fn moment(ui: &mut Ui, scene: &Scene<'_>, sending: &mut Sending) {
    let wrong = sending.at(scene.clock).err().flatten();
    let Some(typed) = &mut sending.earlier else {
        return;
    };
    let mut now = false;
    ui.horizontal_top(|ui| {
        DateField::new("Day it was sent", &mut typed.day, scene.clock.today())
            .width(DAY)
            .show(ui);
        TimeField::new("Time it was sent", &mut typed.time)
            .width(TIME)
            .show(ui);
        ui.vertical(|ui| {
            ui.add_space(size::line(size::SMALL) + space::XS);
            now = Button::link("Just now").show(ui).clicked();
        });
    });
    if let Some(wrong) = wrong {
        field::error_beneath(ui, wrong);
    }
    if now {
        sending.earlier = None;
    }
}

fn sent(ui: &mut Ui, scene: &mut Scene<'_>, desk: &Desk, sending: &mut Sending) {
    let ready = sending.at(scene.clock).is_ok();
    let keys = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
    let button = Button::primary("Mark as sent").shortcut(keys);
    if button.enabled(ready).show(ui).clicked() {
        mark(ui.ctx(), scene, desk, sending);
    }
    if sending.earlier.is_none() {
        let button = Button::quiet("Sent just now")
            .caret()
            .hover("Say when it was sent");
        if button.show(ui).clicked() {
            sending.earlier = Some(Typed::now(scene.clock));
        }
    }
}

/// Notes that the letter went out, and goes on to whoever is still owed one.
pub(super) fn mark(ctx: &Context, scene: &mut Scene<'_>, desk: &Desk, sending: &mut Sending) {
    let Ok(at) = sending.at(scene.clock) else {
        return;
    };
    let now = ctx.input(|input| input.time);
    let before = sending.marked_at.replace(now);
    if before.is_some_and(|before| now - before < ONE_AT_A_TIME) {
        return;
    }
    // Who passes a letter on is not who it is for.
    let to = match &desk.person {
        Some(person) if is_personal(desk.scenario) => vec![person.clone()],
        _ => desk.to.clone(),
    };
    let message = Message {
        scenario: desk.scenario,
        to,
        channel: None,
        subject: desk.subject.clone(),
        body: desk.body.clone(),
        day: asked_for(scene, desk),
    };
    let id = desk.application.id;
    let edit = Edit::Sent {
        at,
        person: desk.person.clone(),
        message,
    };
    scene.send(Command::edit(id, edit));
    match next(scene, desk) {
        Some((scenario, person)) => scene.send(Command::compose(id, scenario, person)),
        None => scene.go(Go::Back),
    }
}

/// The day that a letter asks for time until.
fn asked_for(scene: &Scene<'_>, desk: &Desk) -> Option<chrono::NaiveDate> {
    if desk.scenario != Scenario::AskForTime {
        return None;
    }
    let today = scene.clock.today();
    let noted = desk.facts.iter().find(|fact| fact.spec.key == "day");
    let noted = noted.map_or("", |fact| fact.noted.as_str());
    if noted.trim().is_empty() {
        // What the letter itself says where nothing was noted.
        return Some(scene.state.search.policy.plus_working_days(today, 4));
    }
    parse_date(noted, scene.clock)
}

/// The next letter of the same round: another interviewer's, or the final check-in's other half.
fn next(scene: &Scene<'_>, desk: &Desk) -> Option<(Scenario, Option<String>)> {
    if desk.scenario == Scenario::ThankYou {
        let is_this = |name: &str| desk.person.as_deref().is_some_and(|p| same_name(p, name));
        let owed = desk.people.iter().find(|person| {
            matches!(person.state, ThankState::Owed | ThankState::Late) && !is_this(&person.name)
        })?;
        return Some((desk.scenario, Some(owed.name.clone())));
    }
    let half = match desk.scenario {
        Scenario::CheckInFinal => Scenario::LinkedInFinal,
        Scenario::LinkedInFinal => Scenario::CheckInFinal,
        _ => return None,
    };
    let actions = scene.state.plan.of(desk.application.id);
    let due = actions
        .iter()
        .any(|action| action.task == Task::Write(half) && action.status != Status::Waiting);
    due.then_some((half, None))
}
