//! What a pasted reply seems to say, each with a button that takes it. Nothing is taken unasked.

use chrono::NaiveDate;
use egui::Ui;

use crate::model::{ApplicationId, ReplyKind, same_name};
use crate::reading::{self, Reading, Written};
use crate::time::short_day;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, size, space};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{Text, caption};

/// What stands in the form.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    pub(super) kind: ReplyKind,
    pub(super) day: Option<NaiveDate>,
    pub(super) from: String,
}

/// What the user took.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Taken {
    Kind(ReplyKind),
    Day(NaiveDate),
    From(String),
}

/// What was read from the text, once for each text.
#[derive(Debug, Default)]
pub(super) struct Proposals {
    of: Option<(String, Option<NaiveDate>)>,
    reading: Option<Reading>,
    sender: Option<String>,
    /// The button that was pressed is gone: the next one gets the keyboard.
    go_on: bool,
}

/// A proposal: what it says, and what its button does.
struct Line {
    words: String,
    button: Option<(String, Taken)>,
}

/// Shorter texts say nothing that could be missed.
const WORTH_A_WORD: usize = 20;

impl Proposals {
    /// Reads `text`, if it is new; `on` is the day the user says it came.
    pub(super) fn read(&mut self, scene: &Scene<'_>, id: ApplicationId, text: &str, on: Option<NaiveDate>) {
        if self.of.as_ref().is_some_and(|(of, then)| of == text && *then == on) {
            return;
        }
        self.of = Some((text.to_owned(), on));
        let blank = text.trim().is_empty();
        let today = scene.clock.today();
        self.reading = (!blank).then(|| reading::read(text, Written { on, today }, &scene.state.search.policy));
        self.sender = scene.state.application(id).filter(|_| !blank).and_then(|application| reading::sender(text, application));
    }

    /// Shows what was read and is not chosen yet; what the user took is to be put into the form.
    pub(super) fn show(&mut self, ui: &mut Ui, chosen: &Chosen) -> Option<Taken> {
        let lines = self.lines(chosen);
        let mut go_on = std::mem::take(&mut self.go_on);
        let mut taken = None;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for line in &lines {
                let Some((label, what)) = &line.button else {
                    caption(ui, &line.words);
                    continue;
                };
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    let button = Button::secondary(label).show(ui);
                    if std::mem::take(&mut go_on) {
                        button.request_focus();
                    }
                    if button.clicked() {
                        taken = Some(what.clone());
                    }
                    ui.vertical(|ui| {
                        ui.add_space((metrics::CONTROL - size::line(size::BODY)) / 2.0);
                        let muted = ui.tokens().muted;
                        Text::new(&line.words).color(muted).rows(3).show(ui);
                    });
                });
            }
        });
        self.go_on = taken.is_some();
        taken
    }

    /// Whether something is left that can be taken.
    pub(super) fn is_open(&self, chosen: &Chosen) -> bool {
        self.lines(chosen).iter().any(|line| line.button.is_some())
    }

    fn lines(&self, chosen: &Chosen) -> Vec<Line> {
        let Some(reading) = &self.reading else {
            return Vec::new();
        };
        let long = self.of.as_ref().is_some_and(|(text, _)| text.len() > WORTH_A_WORD);
        let lines = [kind_line(reading, chosen, long), day_line(reading, chosen), self.sender_line(chosen)];
        lines.into_iter().flatten().collect()
    }

    fn sender_line(&self, chosen: &Chosen) -> Option<Line> {
        let sender = self.sender.as_ref().filter(|sender| !same_name(sender, &chosen.from))?;
        Some(Line {
            words: "It is in their name".to_owned(),
            button: Some((format!("From {sender}"), Taken::From(sender.clone()))),
        })
    }
}

fn kind_line(reading: &Reading, chosen: &Chosen, long: bool) -> Option<Line> {
    let read = &reading.kind;
    if read.words.is_empty() {
        let words = "Nothing in it says for sure what it is".to_owned();
        return long.then_some(Line { words, button: None });
    }
    let name = match read.kind {
        ReplyKind::Update => "an update",
        ReplyKind::Rejection => "a rejection",
        ReplyKind::Offer => "an offer",
        ReplyKind::Interview => "an invitation",
        ReplyKind::Other => "something else",
    };
    let words = if read.sure {
        format!("Reads like {name}: “{}”", read.words)
    } else {
        format!("Not sure, perhaps {name}: “{}”", read.words)
    };
    let label = format!("Choose {}", read.kind.label());
    let button = (read.kind != chosen.kind).then_some((label, Taken::Kind(read.kind)));
    Some(Line { words, button })
}

/// The day is one of that kind of reply: it is offered once the kind is chosen.
fn day_line(reading: &Reading, chosen: &Chosen) -> Option<Line> {
    if reading.undecided && chosen.kind == reading.kind.kind && chosen.day.is_none() {
        let words = "It names several days; write one once it is settled".to_owned();
        return Some(Line { words, button: None });
    }
    let read = reading.day.as_ref().filter(|_| chosen.kind == reading.kind.kind)?;
    let day = short_day(read.day);
    let words = if read.sure {
        format!("Day: {day}, from “{}”", read.words)
    } else {
        format!("Not sure, perhaps {day}, from “{}”", read.words)
    };
    let button = (chosen.day != Some(read.day)).then(|| (format!("Take {day}"), Taken::Day(read.day)));
    Some(Line { words, button })
}
