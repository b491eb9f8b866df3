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
    pub(super) fn read(
        &mut self,
        scene: &Scene<'_>,
        id: ApplicationId,
        text: &str,
        on: Option<NaiveDate>,
    ) {
        if self
            .of
            .as_ref()
            .is_some_and(|(of, then)| of == text && *then == on)
        {
            return;
        }
        self.of = Some((text.to_owned(), on));
        let blank = text.trim().is_empty();
        let today = scene.clock.today();
        self.reading = (!blank)
            .then(|| reading::read(text, Written { on, today }, &scene.state.search.policy));
        self.sender = scene
            .state
            .application(id)
            .filter(|_| !blank)
            .and_then(|application| reading::sender(text, application));
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
        let long = self
            .of
            .as_ref()
            .is_some_and(|(text, _)| text.len() > WORTH_A_WORD);
        let lines = [
            kind_line(reading, chosen, long),
            day_line(reading, chosen),
            self.sender_line(chosen),
        ];
        lines.into_iter().flatten().collect()
    }

    fn sender_line(&self, chosen: &Chosen) -> Option<Line> {
        let sender = self
            .sender
            .as_ref()
            .filter(|sender| !same_name(sender, &chosen.from))?;
        Some(Line {
            words: "Their name is in the mail".to_owned(),
            button: Some((format!("From {sender}"), Taken::From(sender.clone()))),
        })
    }
}

fn kind_line(reading: &Reading, chosen: &Chosen, long: bool) -> Option<Line> {
    let read = &reading.kind;
    if read.words.is_empty() {
        let words = "Nothing in it says for sure what it is".to_owned();
        return long.then_some(Line {
            words,
            button: None,
        });
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
        return Some(Line {
            words,
            button: None,
        });
    }
    let read = reading
        .day
        .as_ref()
        .filter(|_| chosen.kind == reading.kind.kind)?;
    let day = short_day(read.day);
    let words = if read.sure {
        format!("Day: {day}, from “{}”", read.words)
    } else {
        format!("Not sure, perhaps {day}, from “{}”", read.words)
    };
    let button =
        (chosen.day != Some(read.day)).then(|| (format!("Take {day}"), Taken::Day(read.day)));
    Some(Line { words, button })
}

#[cfg(test)]
mod tests {
    use egui::accesskit::Role;
    use egui::{Event as Input, Key, Modifiers};
    use egui_kittest::kittest::Queryable as _;

    use crate::app::{Command, Dialog, Edit};
    use crate::model::{Event, Format, Interview, Reply, ReplyKind};
    use crate::reading::LONGEST;
    use crate::ui::testing::{Window, search};

    const REJECTION: &str =
        "Hi Mina,\n\nUnfortunately we decided to move forward with other candidates.\n";
    const OFFER: &str = "Hi Mina,\n\nWe are pleased to offer you the role. Please decide by Friday the 4th.\n\nBest,\nAnn";

    /// Acme after an interview with two people, with the dialog open.
    fn window() -> Window {
        let mut window = Window::on(search(&[("Acme", "applied")]));
        let application = window.id("Acme");
        let interview = Interview {
            minutes: 60,
            format: Format::Video,
            with: vec!["Dana Wu".into(), "Ann Ito".into()],
            round: None,
        };
        let held = Edit::interview("2026-11-20T14:00:00+01:00".parse().unwrap(), interview);
        window.apply(Command::edit(application, held));
        window.apply(Command::dialog(Dialog::LogReply { application }));
        window
    }

    fn paste(window: &mut Window, text: &str) {
        window.harness.get_by_label("What they wrote").focus();
        window.harness.run();
        window.harness.event(Input::Paste(text.to_owned()));
        window.harness.run();
    }

    fn logged(window: &mut Window) -> Reply {
        window.click_button("Log the reply");
        match window.events("Acme").pop() {
            Some(Event::Reply(reply)) => reply,
            other => panic!("no reply but {other:?}"),
        }
    }

    #[test]
    fn what_a_reply_seems_to_say_is_taken_by_a_click_each() {
        let mut window = window();
        paste(&mut window, OFFER);
        assert!(window.shows("Reads like an offer: “pleased to offer you”"));
        assert!(
            !window.shows("Take Fri 4 Dec"),
            "an update names no deadline"
        );
        window.press("Choose Offer");
        assert!(window.shows("Day: Fri 4 Dec, from “by Friday the 4th”"));
        window.press("Take Fri 4 Dec");
        window.press("From Ann Ito");
        assert!(
            window.shows("The card moves to Offer"),
            "what follows is told"
        );
        let reply = logged(&mut window);
        assert_eq!(reply.kind, ReplyKind::Offer);
        assert_eq!(reply.day, "2026-12-04".parse().ok());
        assert_eq!(reply.from.as_deref(), Some("Ann Ito"));
    }

    #[test]
    fn the_keyboard_takes_one_after_the_other() {
        let mut window = window();
        paste(&mut window, OFFER);
        window.key(Modifiers::NONE, Key::Tab);
        for _ in 0..3 {
            window.key(Modifiers::NONE, Key::Enter);
        }
        assert!(
            window.harness.get_by_label("What they wrote").is_focused(),
            "nothing is left to take"
        );
        window.key(Modifiers::COMMAND, Key::Enter);
        let Some(Event::Reply(reply)) = window.events("Acme").pop() else {
            panic!("no reply");
        };
        assert_eq!(
            (reply.kind, reply.day),
            (ReplyKind::Offer, "2026-12-04".parse().ok())
        );
        assert_eq!(reply.from.as_deref(), Some("Ann Ito"));
    }

    #[test]
    fn nothing_is_taken_unasked() {
        let mut window = window();
        paste(&mut window, REJECTION);
        assert!(
            window.shows("Reads like a rejection: “decided to move forward with other candidates”")
        );
        window
            .harness
            .get_by_role_and_label(Role::RadioButton, "Offer")
            .click();
        window.harness.run();
        window.type_into("Decide by, if they named a day", "2026-12-11");
        paste(&mut window, "\nYou will hear from us by Monday.");
        let reply = logged(&mut window);
        assert_eq!(
            (reply.kind, reply.day),
            (ReplyKind::Offer, "2026-12-11".parse().ok())
        );
        assert_eq!(reply.from, None);
    }

    #[test]
    fn a_doubt_is_said() {
        let mut window = window();
        paste(
            &mut window,
            "We will let you know our decision by Friday 5 December.",
        );
        assert!(window.shows("Not sure, perhaps Sat 5 Dec, from “by Friday 5 December”"));
        paste(&mut window, " Liebe Mina, wir melden uns bei Ihnen, sobald es Neuigkeiten gibt. Vielen Dank und liebe Grüße.".repeat(3).as_str());
        assert!(window.shows("Nothing in it says for sure what it is"));
    }

    #[test]
    fn the_day_it_came_is_the_day_it_is_read_from() {
        let mut window = window();
        paste(&mut window, "You will hear from us tomorrow.");
        assert!(window.shows("Take Tue 24 Nov"));
        window.type_into("Received on, if not now", "2026-11-18");
        assert!(window.shows("Take Thu 19 Nov"));
    }

    #[test]
    fn a_megabyte_is_cut_and_said_so() {
        let mut window = window();
        let start = std::time::Instant::now();
        paste(&mut window, &REJECTION.repeat(15_000));
        assert!(window.shows("This is long, so only its beginning is kept"));
        assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
        let reply = logged(&mut window);
        assert!(reply.text.chars().count() <= LONGEST);
    }
}
