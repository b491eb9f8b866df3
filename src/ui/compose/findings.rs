//! Before you send: what the review found, each with its place and what mends it.

use std::ops::Range;

use egui::{Align, Layout, Ui};

use super::desk::Desk;
use super::sheet;
use crate::review::{Check, Finding, Level, Part};
use crate::ui::icons::{self, Icon};
use crate::ui::scene::Scene;
use crate::ui::theme::{Tokens, UiExt as _, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{Text, icon, muted, subheading};

/// So many are listed; the rest follow when these are mended.
const SHOWN: usize = 12;
/// Room for the button at the right.
const BUTTON: f32 = 44.0;
/// Of what is to be mended, so many characters stand in the name of its button.
const NAMED: usize = 40;

/// A place in the draft.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) part: Part,
    pub(super) range: Range<usize>,
}

/// Shows the findings; gives the place that the user wants to be led to.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, desk: &mut Desk) -> Option<Place> {
    subheading(ui, "Before you send");
    let Some(findings) = desk.findings.take() else {
        muted(ui, "Reading…");
        return None;
    };
    let mut place = None;
    let mut mended = None;
    if findings.is_empty() && desk.awaits_proof(scene.state) {
        muted(ui, "Checking the spelling…");
    } else if findings.is_empty() {
        line(ui, icons::CHECK_CIRCLE, ui.tokens().done, "Nothing to mend");
    }
    for (index, finding) in findings.iter().take(SHOWN).enumerate() {
        ui.push_id(index, |ui| match row(ui, finding) {
            Some(Pressed::Go) => place = Some(place_of(finding)),
            Some(Pressed::Fix(words)) => mended = Some((place_of(finding), words)),
            None => {}
        });
    }
    if findings.len() > SHOWN {
        muted(ui, &format!("And {} more", findings.len() - SHOWN));
    }
    desk.findings = Some(findings);
    if let Some((place, words)) = mended {
        sheet::replace(scene, desk, &place, &words);
    }
    place
}

enum Pressed {
    Go,
    Fix(String),
}

fn place_of(finding: &Finding) -> Place {
    Place {
        part: finding.part,
        range: finding.start..finding.end,
    }
}

fn line(ui: &mut Ui, picture: Icon, color: egui::Color32, words: &str) {
    ui.horizontal_top(|ui| {
        icon(ui, picture, size::ICON, color);
        Text::new(words).show(ui);
    });
}

fn row(ui: &mut Ui, finding: &Finding) -> Option<Pressed> {
    let (picture, color) = look(ui.tokens(), finding.level);
    let small = finding.level == Level::Hint;
    let mut pressed = None;
    ui.horizontal_top(|ui| {
        icon(ui, picture, size::ICON, color);
        let room = ui.available_width() - BUTTON - space::S;
        ui.scope(|ui| {
            ui.set_max_width(room);
            let size = if small { size::SMALL } else { size::BODY };
            Text::new(&finding.message).size(size).rows(5).show(ui);
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            pressed = button(ui, finding);
        });
    });
    pressed
}

fn look(tokens: &Tokens, level: Level) -> (Icon, egui::Color32) {
    match level {
        Level::Blocker => (icons::WARNING_CIRCLE, tokens.late),
        Level::Warning => (icons::WARNING, tokens.due),
        Level::Hint => (icons::INFO, tokens.muted),
    }
}

/// `Fix` where it is known how, `Go` where there is a place, nothing where waiting alone helps.
fn button(ui: &mut Ui, finding: &Finding) -> Option<Pressed> {
    if finding.check == Check::TooSoon {
        return None;
    }
    let found: String = finding.text.chars().take(NAMED).collect();
    if let Some(better) = finding.suggestions.first() {
        let name = format!("Fix “{found}”: write “{better}”");
        let button = Button::link("Fix").name(&name).hover(&name).show(ui);
        return button.clicked().then(|| Pressed::Fix(better.clone()));
    }
    let name = match finding.part {
        Part::Subject => "Go to the subject".to_owned(),
        Part::Body => format!("Go to “{found}”"),
    };
    let button = Button::link("Go").name(&name).show(ui);
    button.clicked().then_some(Pressed::Go)
}
