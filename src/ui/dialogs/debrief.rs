//! How did it go? What fades fastest, asked for each interviewer.

use std::borrow::Cow;

use chrono::NaiveDate;
use egui::{Context, Ui};
use serde::{Deserialize, Serialize};

use super::Step;
use super::fields;
use crate::app::{Command, Edit, Happening};
use crate::model::{Application, ApplicationId, EntryId, Event, Interview, same_name};
use crate::time::When;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, space};
use crate::ui::widgets::date::DateField;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::text::{Text, divider, subheading};

/// A fact and how it is asked for: the key, the question with `{}` for who was there, an example.
type Question = (&'static str, &'static str, &'static str);

/// Asked of everybody who was there.
const OF_EACH: [Question; 5] = [
    (
        "topic",
        "What did {} talk about?",
        "retry storms in the payment queue",
    ),
    (
        "detail",
        "What did you appreciate in what {} said?",
        "that the scheduler is rewritten in the open",
    ),
    (
        "challenge",
        "What is hard for {} right now?",
        "keeping queues short at the end of the month",
    ),
    (
        "addition",
        "An answer to {} worth adding to?",
        "the tool you forgot to mention",
    ),
    (
        "goal",
        "What does {} want to reach?",
        "half as many pages at night",
    ),
];

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Form {
    #[serde(skip)]
    pub(super) fresh: bool,
    application: ApplicationId,
    interview: EntryId,
    /// Who was there, while nobody is named yet.
    with: String,
    nobody_named: bool,
    answers: Vec<Answer>,
    promise: String,
}

/// What was noted of somebody.
#[derive(Debug, Serialize, Deserialize)]
struct Answer {
    key: Cow<'static, str>,
    with: String,
    before: String,
    text: String,
}

impl Form {
    pub(super) fn new(application: ApplicationId, interview: EntryId, scene: &Scene<'_>) -> Self {
        let mut form = Self {
            fresh: true,
            application,
            interview,
            with: String::new(),
            nobody_named: false,
            answers: Vec::new(),
            promise: String::new(),
        };
        if let Some(known) = scene.state.application(application) {
            let people = held(known, interview).map_or(&[][..], |held| &held.with);
            form.nobody_named = people.is_empty();
            for person in people {
                form.ask(known, person);
            }
        }
        form
    }

    /// Begins an answer to every question to that person, with what is noted already.
    fn ask(&mut self, known: &Application, with: &str) {
        for (key, ..) in &OF_EACH {
            let before = known.fact(key, Some(with)).unwrap_or_default().to_owned();
            self.answers.push(Answer {
                key: Cow::Borrowed(key),
                with: with.to_owned(),
                text: before.clone(),
                before,
            });
        }
    }

    /// Asks everybody who was named by now, once the typing of names rests. What was typed for
    /// somebody stays, also while their name is being changed.
    fn ask_those_named(&mut self, scene: &Scene<'_>) {
        let Some(known) = scene.state.application(self.application) else {
            return;
        };
        for name in fields::names(&self.with) {
            if !self.answers.iter().any(|it| same_name(&it.with, &name)) {
                self.ask(known, &name);
            }
        }
    }

    /// Whether that person is asked: they were there, as far as that is known.
    fn was_there(&self, name: &str) -> bool {
        !self.nobody_named
            || fields::names(&self.with)
                .iter()
                .any(|it| same_name(it, name))
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let dialog = Dialog::new("debrief", "How did it go?", "Later")
            .primary("Note it")
            .width(metrics::LETTER);
        let ((), choice) = dialog.show(ctx, |ui| self.fields(ui, scene));
        self.fresh = false;
        fields::step(choice, || self.confirm(scene))
    }

    fn fields(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        fields::about(ui, scene, self.application);
        let muted = ui.tokens().muted;
        let words =
            "A few words each are enough, while they are fresh. The thank-yous are made of them.";
        Text::new(words).color(muted).show(ui);
        if self.nobody_named {
            let known = fields::known(scene, self.application);
            let fresh = std::mem::take(&mut self.fresh);
            let who = fields::people(ui, "Who was there?", &mut self.with, &known, false);
            if fresh {
                who.request_focus();
            }
            if !who.has_focus() {
                self.ask_those_named(scene);
            }
        }
        self.questions(ui);
        ui.add_space(space::XS);
        let earliest = self.was_held(scene);
        DateField::new(
            "By when will they get back to you?",
            &mut self.promise,
            scene.clock.today(),
        )
        .not_before(earliest)
        .hint("If they named a day")
        .show(ui);
    }

    /// Five questions to each, under their name.
    fn questions(&mut self, ui: &mut Ui) {
        let mut answers = std::mem::take(&mut self.answers);
        let mut person = "";
        let asked = answers.iter_mut().filter(|it| self.was_there(&it.with));
        let mut focus = self.fresh;
        for answer in asked {
            if answer.with != person {
                divider(ui);
                subheading(ui, &answer.with);
                person = &answer.with;
            }
            field(ui, &answer.key, person, &mut answer.text, focus);
            focus = false;
        }
        self.answers = answers;
    }

    fn confirm(&self, scene: &mut Scene<'_>) -> Step {
        let Ok(promise) = fields::day_from(&self.promise, self.was_held(scene), scene.clock) else {
            return Step::Open;
        };
        self.note(promise, scene);
        Step::Done
    }

    /// Notes what was typed and left, before the window closes for good.
    pub(super) fn keep(&self, scene: &mut Scene<'_>) {
        let promise = fields::day_from(&self.promise, self.was_held(scene), scene.clock);
        self.note(promise.ok().flatten(), scene);
    }

    fn note(&self, promise: Option<NaiveDate>, scene: &mut Scene<'_>) {
        if let Some(change) = self.who_was_there(scene) {
            scene.send(Command::edit(self.application, change));
        }
        let facts = self
            .answers
            .iter()
            .filter(|answer| self.was_there(&answer.with))
            .filter(|answer| answer.text.trim() != answer.before.trim());
        let facts = facts.map(|answer| Event::Fact {
            key: answer.key.to_string(),
            value: answer.text.trim().to_owned(),
            with: Some(answer.with.clone()),
        });
        let promise = promise.map(|day| Event::Promise { day });
        let happenings: Vec<Happening> = facts.chain(promise).map(Happening::now).collect();
        if !happenings.is_empty() {
            scene.send(Command::edit(self.application, Edit::Record(happenings)));
        }
    }

    /// The day of the interview, before which nobody can have promised an answer.
    fn was_held(&self, scene: &Scene<'_>) -> NaiveDate {
        let known = scene.state.application(self.application);
        let entry = known.and_then(|known| known.entry(self.interview));
        entry.map_or(scene.clock.today(), |entry| entry.at.date(scene.clock.zone))
    }

    fn who_was_there(&self, scene: &Scene<'_>) -> Option<Edit> {
        let with = fields::names(&self.with);
        let known = scene.state.application(self.application)?;
        let entry = known.entry(self.interview)?;
        let (start, _, interview) = entry.interview()?;
        (!with.is_empty()).then(|| Edit::ChangeEntry {
            id: self.interview,
            at: When::Moment(start),
            event: Event::Interview(Interview {
                with,
                ..interview.clone()
            }),
        })
    }
}

fn held(application: &Application, id: EntryId) -> Option<&Interview> {
    let (_, _, interview) = application.entry(id)?.interview()?;
    Some(interview)
}

fn field(ui: &mut Ui, key: &str, with: &str, text: &mut String, focus: bool) {
    let question = OF_EACH.iter().find(|(k, ..)| *k == key);
    let (_, label, example) = question.copied().unwrap_or(("", "", ""));
    let name = label.replace("{}", with);
    TextField::new(&name, text)
        .example(example)
        .id_salt((key, with))
        .focus(focus)
        .show(ui);
}
