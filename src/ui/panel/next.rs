//! What is next, with its why; what else there is to do; and what happened that is to be logged.

use std::collections::BTreeMap;

use egui::{Align, Layout, Response, Ui};

use super::pin;
use crate::app::{Command, Dialog, words};
use crate::etiquette::handbook::Handbook;
use crate::etiquette::{Action, Rule, Status, Task};
use crate::model::{Application, ApplicationId, Scenario};
use crate::ui::board::{dots, picture};
use crate::ui::doing;
use crate::ui::icons::{self, Icon};
use crate::ui::rules;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, size, space};
use crate::ui::today::agenda::{Line, lines_of};
use crate::ui::today::snooze;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{Text, divider, icon, muted};

/// What the panel keeps for what is next.
pub(super) struct Parts<'a> {
    pub(super) pins: &'a mut BTreeMap<ApplicationId, pin::Form>,
    /// Whether the rule is shown.
    pub(super) explained: &'a mut bool,
    /// Whether the first thing to press is to get the keyboard.
    pub(super) lead: &'a mut bool,
}

pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    parts: Parts<'_>,
) {
    let Parts {
        pins,
        explained,
        lead,
    } = parts;
    let mut lines = lines_of(scene.state, application, scene.clock);
    lines.sort_by_key(|line| line.action.optional);
    let card = ui.tokens().card_frame();
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::S;
        match lines.split_first() {
            Some((first, rest)) => {
                next(ui, scene, application, first, explained, lead);
                rest.iter()
                    .for_each(|line| another(ui, scene, application, line));
            }
            None => nothing(ui, scene, application),
        }
        strip(ui, scene, application);
        pin::show(ui, scene, application, pins);
    });
    let writes = |line: &Line| matches!(line.action.task, Task::Write(s) if s != Scenario::Phone);
    let can_write = lines.iter().enumerate().any(|(place, line)| {
        writes(line) && line.interview.is_none() && (place == 0 || can_be_done(line))
    });
    buttons(ui, scene, application, !can_write, lead);
}

fn next(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    line: &Line,
    explained: &mut bool,
    lead: &mut bool,
) {
    let why = line.why(application, scene.clock);
    headline(ui, line);
    muted_rows(ui, &why);
    ui.horizontal_wrapped(|ui| {
        if line.interview.is_none() {
            let due = line.action.status != Status::Waiting && !line.action.optional;
            let due = due && line.quiet.is_none();
            let title = line.title(application);
            if let Some(button) = doing::button(ui, scene, &line.action, due, &title) {
                take_lead(&button, lead);
            }
        }
        let button = Button::quiet("Why?").selected(*explained);
        let button = button.hover("The rule behind it").show(ui);
        if button.clicked() {
            *explained = !*explained;
        }
        if line.can_wait() {
            let button = Button::quiet("Not now").caret().show(ui);
            snooze::menu_of(&button, scene, line);
        }
    });
    if *explained {
        explain(ui, scene, line.action.rule);
    }
}

fn headline(ui: &mut Ui, line: &Line) {
    ui.horizontal_top(|ui| {
        picture_beside(ui, line, size::LARGE);
        Text::new(&line.brief())
            .size(size::LARGE)
            .semibold()
            .rows(2)
            .show(ui);
    });
}

/// The picture in the middle of a line of words of that size.
fn picture_beside(ui: &mut Ui, line: &Line, beside: f32) {
    let (picture, color) = sign(ui, &line.action, line.interview.is_some());
    ui.vertical(|ui| {
        ui.add_space((size::line(beside) - size::ICON) / 2.0);
        icon(ui, picture, size::ICON, color);
    });
}

fn sign(ui: &Ui, action: &Action, ahead: bool) -> (Icon, egui::Color32) {
    let tokens = ui.tokens();
    if ahead {
        return (icons::CALENDAR_BLANK, tokens.muted);
    }
    let color = match action.status {
        _ if action.optional => tokens.muted,
        Status::Late => tokens.late,
        Status::Due => tokens.due,
        Status::Waiting => tokens.muted,
    };
    (picture(words::sign(action)), color)
}

/// The rule, by its name and in a sentence.
fn explain(ui: &mut Ui, scene: &mut Scene<'_>, rule: Rule) {
    if let Some(entry) = Handbook::ours().entry(rule) {
        muted_rows(ui, &entry.text);
    }
    rules::link(ui, scene, rule);
}

/// Something else there is to do, in one row.
fn another(ui: &mut Ui, scene: &mut Scene<'_>, application: &Application, line: &Line) {
    divider(ui);
    let why = line.why(application, scene.clock);
    ui.push_id((line.action.task, &line.action.person), |ui| {
        ui.horizontal_top(|ui| {
            picture_beside(ui, line, size::BODY);
            ui.vertical(|ui| {
                ui.set_width(ui.available_width() - room(line.action.task) - space::S);
                ui.spacing_mut().item_spacing.y = 0.0;
                Text::new(&line.brief()).semibold().rows(2).show(ui);
                let color = ui.tokens().muted;
                Text::new(&why)
                    .size(size::SMALL)
                    .color(color)
                    .rows(4)
                    .show(ui);
            });
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                if can_be_done(line) {
                    doing::button(ui, scene, &line.action, false, &line.title(application));
                }
            });
        });
    });
}

/// Room for a button at the right.
const BUTTON: f32 = 88.0;

/// Room for one that opens a menu: its caret needs some too.
const MENU: f32 = 112.0;

/// How much room the button of a task needs.
fn room(task: Task) -> f32 {
    match task {
        Task::AnswerOffer | Task::Decide => MENU,
        Task::Write(_) | Task::Debrief | Task::Close => BUTTON,
    }
}

/// A check-in is not written before its time, nor anything before the interview it is about.
fn can_be_done(line: &Line) -> bool {
    let check_in = line
        .action
        .task
        .scenario()
        .is_some_and(Scenario::is_check_in);
    line.interview.is_none() && !(check_in && line.action.status == Status::Waiting)
}

fn muted_rows(ui: &mut Ui, words: &str) {
    let color = ui.tokens().muted;
    Text::new(words).color(color).rows(6).show(ui);
}

fn nothing(ui: &mut Ui, scene: &Scene<'_>, application: &Application) {
    let state = scene.state;
    let next = words::next(&state.search, &state.plan, application.id, scene.clock);
    Text::new("Nothing to do")
        .size(size::LARGE)
        .semibold()
        .show(ui);
    if let Some(next) = next {
        muted(ui, &next.text);
    }
}

/// The cadence strip, and what it says.
fn strip(ui: &mut Ui, scene: &Scene<'_>, application: &Application) {
    let Some(strip) = scene.state.plan.cadence(application.id) else {
        return;
    };
    divider(ui);
    ui.horizontal(|ui| {
        dots(ui, strip, scene.clock);
        ui.add_space(space::XS);
        let words = strip.sentence(scene.clock.zone);
        let color = ui.tokens().muted;
        Text::new(&words)
            .size(size::SMALL)
            .color(color)
            .rows(2)
            .show(ui);
    });
}

/// What one may want to do or log at any time.
fn buttons(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    application: &Application,
    write: bool,
    lead: &mut bool,
) {
    let id = application.id;
    let interview = Dialog::Interview {
        application: id,
        entry: None,
    };
    let letter = write.then(|| ("Write", Command::compose(id, at_hand(application), None)));
    let log = [
        ("Log a reply", Dialog::LogReply { application: id }),
        ("Add interview", interview),
        ("Note", Dialog::Note { application: id }),
    ];
    let log = log.map(|(words, dialog)| (words, Command::dialog(dialog)));
    let all: Vec<(&str, Command)> = letter.into_iter().chain(log).collect();
    let in_a_row = if ui.available_width() < ROW {
        2
    } else {
        all.len()
    };
    for row in all.chunks(in_a_row) {
        ui.horizontal(|ui| {
            for (words, command) in row {
                let button = Button::secondary(words).show(ui);
                take_lead(&button, lead);
                if button.clicked() {
                    scene.send(command.clone());
                }
            }
        });
    }
}

/// Gives the first thing to press the keyboard, once.
fn take_lead(button: &Response, lead: &mut bool) {
    if std::mem::take(lead) {
        button.request_focus();
    }
}

/// Four buttons need this much room to stand in one row.
const ROW: f32 = 360.0;

/// The letter one most likely wants while none is asked for.
fn at_hand(application: &Application) -> Scenario {
    let met = application
        .history
        .iter()
        .any(|entry| entry.interview().is_some());
    if met {
        Scenario::Value
    } else {
        Scenario::Question
    }
}
