//! Before you send: what the review found, each with its place and what mends it.

use std::ops::Range;

use egui::accesskit::Live;
use egui::{Align, Frame, Layout, Margin, Response, Sense, Ui};

use super::desk::Desk;
use super::sheet;
use crate::app::{Command, FindingStep};
use crate::model::Muted;
use crate::review::{Check, Finding, Level, Part};
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{Tokens, UiExt as _, radius, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{Text, caption, icon, muted, subheading};

/// So many are listed; the rest follow when these are mended.
const SHOWN: usize = 12;
/// Of what is to be mended, so many characters stand in the name of its button.
const NAMED: usize = 40;
/// Of what could stand there, so many characters stand on the button.
const ON_BUTTON: usize = 28;
/// So many mends are offered for one finding.
const MENDS: usize = 3;

/// A place in the draft.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) part: Part,
    pub(super) range: Range<usize>,
}

/// Where the keyboard walks among the findings.
#[derive(Debug, Default)]
pub(super) struct Walking {
    /// The finding that was led to last, by where it begins.
    at: Option<(Part, usize)>,
    /// The step to be made.
    step: Option<FindingStep>,
}

impl Walking {
    pub(super) fn step(&mut self, step: FindingStep) {
        self.step = Some(step);
    }

    /// Whether this is the finding that was led to.
    fn is_at(&self, finding: &Finding) -> bool {
        self.at == Some(start_of(finding))
    }

    /// The finding that the step leads to.
    fn target<'a>(&self, findings: &'a [Finding], step: FindingStep) -> Option<&'a Finding> {
        let Some(at) = self.at else {
            return match step {
                FindingStep::Previous => findings.last(),
                FindingStep::Next | FindingStep::Mend => findings.first(),
            };
        };
        match step {
            FindingStep::Next => findings
                .iter()
                .find(|finding| start_of(finding) > at)
                .or(findings.first()),
            FindingStep::Previous => findings
                .iter()
                .rfind(|finding| start_of(finding) < at)
                .or(findings.last()),
            FindingStep::Mend => findings.iter().find(|finding| start_of(finding) == at),
        }
    }
}

fn start_of(finding: &Finding) -> (Part, usize) {
    (finding.part, finding.start)
}

/// What was pressed at a finding.
enum Pressed {
    Go,
    Mend(String),
    IgnoreHere,
    NeverAgain,
}

/// Shows the findings; gives the place that the user wants to be led to.
pub(super) fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    desk: &mut Desk,
    walking: &mut Walking,
) -> Option<Place> {
    ui.horizontal(|ui| {
        subheading(ui, "Before you send");
        let found = desk.findings.as_deref().unwrap_or_default();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| count(ui, found));
    });
    let Some(findings) = desk.findings.take() else {
        muted(ui, "Reading…");
        return None;
    };
    let step = walking.step.take();
    let mut pressed = step.and_then(|step| {
        let finding = walking.target(&findings, step)?.clone();
        let mend = finding.suggestions.first().cloned();
        let is_there = walking.is_at(&finding);
        walking.at = Some(start_of(&finding));
        match mend.filter(|_| step == FindingStep::Mend && is_there) {
            Some(words) => Some((finding, Pressed::Mend(words))),
            None => Some((finding, Pressed::Go)),
        }
    });
    if findings.is_empty() && desk.awaits_proof(scene.state) {
        muted(ui, "Checking the spelling…");
    } else if findings.is_empty() {
        line(ui, icons::CHECK_CIRCLE, ui.tokens().done, "Nothing to mend");
    }
    for (index, finding) in findings.iter().take(SHOWN).enumerate() {
        let shown = ui.push_id(index, |ui| row(ui, finding, walking.is_at(finding)));
        let (response, press) = shown.inner;
        if step.is_some() && walking.is_at(finding) {
            response.scroll_to_me(None);
        }
        pressed = press.map(|press| (finding.clone(), press)).or(pressed);
    }
    if findings.len() > SHOWN {
        muted(ui, &format!("And {} more", findings.len() - SHOWN));
    }
    desk.findings = Some(findings);
    show_ignored(ui, scene, desk);
    let (finding, press) = pressed?;
    walking.at = Some(start_of(&finding));
    answer(scene, desk, &finding, press)
}

/// How many there are, said aloud whenever that changes.
fn count(ui: &mut Ui, findings: &[Finding]) {
    if findings.is_empty() {
        return;
    }
    let hints = findings
        .iter()
        .filter(|finding| finding.level == Level::Hint)
        .count();
    let number = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {more}")),
    };
    let told = [
        number(findings.len() - hints, "thing to mend", "things to mend"),
        number(hints, "hint", "hints"),
    ];
    let words = told.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let color = ui.tokens().muted;
    Text::new(&words)
        .size(size::SMALL)
        .color(color)
        .role(egui::Role::Status)
        .live(Live::Polite)
        .show(ui);
}

/// Does what was pressed; gives the place to be led to.
fn answer(
    scene: &mut Scene<'_>,
    desk: &mut Desk,
    finding: &Finding,
    pressed: Pressed,
) -> Option<Place> {
    match pressed {
        Pressed::Go => Some(place_of(finding, finding.end - finding.start)),
        Pressed::Mend(words) => {
            sheet::replace(
                scene,
                desk,
                &place_of(finding, finding.end - finding.start),
                &words,
            );
            Some(place_of(finding, words.chars().count()))
        }
        Pressed::IgnoreHere => {
            desk.ignored.push(finding.mute());
            sheet::keep(scene, desk);
            None
        }
        Pressed::NeverAgain if finding.check == Check::Spelling => {
            scene.send(Command::AddWord(finding.text.clone()));
            None
        }
        Pressed::NeverAgain => {
            let mute = finding.mute();
            let title = format!("The review says no more: {}", words_of(&mute));
            let mut muted = scene.state.search.muted.clone();
            muted.push(mute);
            scene.send(Command::Muted(muted, title));
            None
        }
    }
}

/// What is ignored in this letter can be told again.
fn show_ignored(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) {
    if desk.ignored.is_empty() {
        return;
    }
    let words = match desk.ignored.len() {
        1 => "Tell me again what I ignored here".to_owned(),
        n => format!("Tell me again the {n} that I ignored here"),
    };
    if Button::link(&words).show(ui).clicked() {
        desk.ignored.clear();
        sheet::keep(scene, desk);
    }
}

fn words_of(mute: &Muted) -> String {
    let check = mute.check.replace('-', " ");
    match mute.words.is_empty() {
        true => check,
        false => format!("{check} at “{}”", shortened(&mute.words, NAMED)),
    }
}

/// A place of so many characters where the finding begins. What is said of the whole text selects
/// nothing.
fn place_of(finding: &Finding, length: usize) -> Place {
    let whole = matches!(
        finding.check,
        Check::Length | Check::Generic | Check::SameText
    );
    let length = if whole { 0 } else { length };
    Place {
        part: finding.part,
        range: finding.start..finding.start + length,
    }
}

fn line(ui: &mut Ui, picture: Icon, color: egui::Color32, words: &str) {
    ui.horizontal_top(|ui| {
        icon(ui, picture, size::ICON, color);
        Text::new(words).show(ui);
    });
}

/// One finding: how grave it is, why, and what can be done about it.
fn row(ui: &mut Ui, finding: &Finding, current: bool) -> (Response, Option<Pressed>) {
    let tokens = ui.tokens();
    let (picture, color, level) = look(tokens, finding.level);
    let mut pressed = None;
    let fill = if current {
        tokens.accent_ground
    } else {
        egui::Color32::TRANSPARENT
    };
    let frame = Frame::new()
        .fill(fill)
        .corner_radius(radius::CONTROL)
        .inner_margin(Margin::from(space::XS));
    let shown = frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS / 2.0;
        ui.horizontal_top(|ui| {
            icon(ui, picture, size::ICON, color);
            ui.vertical(|ui| {
                caption(
                    ui,
                    &format!("{level}: {}", finding.check.name().replace('-', " ")),
                );
                if why(ui, finding).clicked() {
                    pressed = Some(Pressed::Go);
                }
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    pressed = buttons(ui, finding).or(pressed.take());
                });
            });
        });
    });
    (shown.response, pressed)
}

/// The sentence itself leads to the place, too.
fn why(ui: &mut Ui, finding: &Finding) -> Response {
    let small = finding.level == Level::Hint;
    let size = if small { size::SMALL } else { size::BODY };
    Text::new(&finding.message)
        .size(size)
        .rows(5)
        .sense(Sense::CLICK)
        .show(ui)
}

fn look(tokens: &Tokens, level: Level) -> (Icon, egui::Color32, &'static str) {
    match level {
        Level::Blocker => (icons::WARNING_CIRCLE, tokens.late, "Blocker"),
        Level::Warning => (icons::WARNING, tokens.due, "Warning"),
        Level::Hint => (icons::INFO, tokens.muted, "Hint"),
    }
}

fn buttons(ui: &mut Ui, finding: &Finding) -> Option<Pressed> {
    let mut pressed = None;
    for better in finding.suggestions.iter().take(MENDS) {
        if mend(ui, finding, better) {
            pressed = Some(Pressed::Mend(better.clone()));
        }
    }
    let found = shortened(&finding.text, NAMED);
    // Waiting mends nothing in the text.
    if finding.check != Check::TooSoon {
        let name = match finding.part {
            Part::Subject => "Go to the subject".to_owned(),
            Part::Body => format!("Go to “{found}”"),
        };
        if Button::link("Go").name(&name).show(ui).clicked() {
            pressed = Some(Pressed::Go);
        }
    }
    let of = words_of(&finding.mute());
    let name = format!("Ignore here: {of}");
    let hover = "Not in this letter";
    let ignore = Button::link("Ignore here").name(&name).hover(hover);
    if ignore.show(ui).clicked() {
        pressed = Some(Pressed::IgnoreHere);
    }
    if finding.can_be_muted_for_ever() {
        let (words, name, hover) = if finding.check == Check::Spelling {
            let name = format!("Add “{found}” to my words");
            (
                "Add to my words",
                name,
                "It is right in every letter; Settings has your words",
            )
        } else {
            let name = format!("Never tell me again: {of}");
            (
                "Never tell me again",
                name,
                "Not in any letter; Settings can take it back",
            )
        };
        let never = Button::link(words).name(&name).hover(hover);
        if never.show(ui).clicked() {
            pressed = Some(Pressed::NeverAgain);
        }
    }
    pressed
}

/// `Replace with “…”`, `Remove` or `Insert “…”`.
fn mend(ui: &mut Ui, finding: &Finding, better: &str) -> bool {
    let found = shortened(&finding.text, NAMED);
    let whole = better.trim();
    let short = shortened(better, ON_BUTTON);
    let (words, name) = if better.is_empty() {
        ("Remove".to_owned(), format!("Remove “{found}”"))
    } else if finding.start == finding.end {
        (format!("Insert “{short}”"), format!("Insert “{whole}”"))
    } else {
        (
            format!("Replace with “{short}”"),
            format!("Replace “{found}” with “{whole}”"),
        )
    };
    let button = Button::link(&words).name(&name).hover(&name);
    button.show(ui).clicked()
}

/// In one line, and so many characters of it.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(&line)),
        None => line,
    }
}
