//! A whole window for tests: the real look, a clock that stands still, and an outside that only
//! remembers what it was asked for.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Context, Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use egui_kittest::{Harness, HarnessBuilder};

use crate::app::{Command, Effect, Go, State, TablePreview, View};
use crate::exchange::csv;
use crate::model::{Application, ApplicationId, Dialect, Event, JobSearch, StageId};
use crate::proofread::{Manuscript, News, Proof};
use crate::time::{Clock, Moment, When};
use crate::ui::shell::{AfterwordApp, Outside};

/// Monday afternoon.
pub(crate) fn clock() -> Clock {
    let now: Moment = "2026-11-23T16:00:00+01:00".parse().unwrap();
    Clock::at(now, "Europe/Berlin".parse().unwrap())
}

/// What the outside keeps of what is typed.
pub(crate) type Words = Rc<RefCell<String>>;

/// What the outside was asked for.
pub(crate) type Asked = Rc<RefCell<Vec<Effect>>>;

struct Desk {
    asked: Asked,
    words: Words,
    /// What an earlier run left.
    before: Option<String>,
    /// Letters that wait for the proof-reader, who finds nothing in them.
    letters: Vec<Manuscript>,
}

impl Outside for Desk {
    fn clock(&self) -> Clock {
        clock()
    }

    fn perform(&mut self, effect: Effect, _: &Context) {
        match effect {
            Effect::Proofread(asked) => self.letters.push(asked.0),
            Effect::RestProofreader => {}
            effect => self.asked.borrow_mut().push(effect),
        }
    }

    fn news(&mut self, _: &JobSearch) -> Vec<Command> {
        let read = self.letters.drain(..).map(|manuscript| {
            let proof = Proof {
                manuscript,
                ..Proof::default()
            };
            Command::ProofreaderSays(News::Proof(Box::new(proof)))
        });
        read.collect()
    }

    fn keep_words(&mut self, words: &str) {
        words.clone_into(&mut self.words.borrow_mut());
    }

    fn words_before(&mut self) -> Option<String> {
        self.before.take()
    }

    fn close(&mut self) {}
}

/// A window of 1280 by 800 points.
pub(crate) struct Window {
    /// The window and its tree.
    pub(crate) harness: Harness<'static, AfterwordApp>,
    /// What the outside was asked for.
    pub(crate) asked: Asked,
    /// What it keeps of what is typed.
    pub(crate) words: Words,
}

impl Window {
    /// A window on that search, with the board open. Its user has said which English they write.
    pub(crate) fn on(search: JobSearch) -> Self {
        Self::after(search, String::new())
    }

    /// The window that is opened next, after this one ended as it stands.
    pub(crate) fn begin_again(&self) -> Self {
        let words = self.words.borrow().clone();
        Self::after(self.state().search.clone(), words)
    }

    /// A window of that size on the sample search. What its names are written with that the
    /// shipped fonts lack, the system's have.
    pub(crate) fn sample(size: egui::Vec2) -> Self {
        let builder = Harness::builder().with_size(size).allow_missing_glyphs();
        Self::with(crate::exchange::demo(&clock()), builder)
    }

    fn after(search: JobSearch, before: String) -> Self {
        let size = egui::vec2(1280.0, 800.0);
        Self::build(search, before, Harness::builder().with_size(size))
    }

    /// The same as `builder` sets it up.
    pub(crate) fn with(search: JobSearch, builder: HarnessBuilder<AfterwordApp>) -> Self {
        Self::build(search, String::new(), builder)
    }

    /// A window that finds `before`, what an earlier one left unsaved.
    fn build(mut search: JobSearch, before: String, builder: HarnessBuilder<AfterwordApp>) -> Self {
        search.spelling.dialect.get_or_insert(Dialect::British);
        let asked = Asked::default();
        let words = Rc::new(RefCell::new(before.clone()));
        let desk = Desk {
            asked: Rc::clone(&asked),
            words: Rc::clone(&words),
            before: Some(before),
            letters: Vec::new(),
        };
        let harness = builder
            // A dialog may close, a toast appear and the keyboard go back where it was.
            .with_max_steps(8)
            .build_eframe(move |cc| {
                let state = State::new(search, Some("afterword.ron".into()), &clock());
                AfterwordApp::new(&cc.egui_ctx, state, Box::new(desk))
            });
        let mut window = Self {
            harness,
            asked,
            words,
        };
        window.apply(Command::Go(Go::View(View::Board)));
        window
    }

    pub(crate) fn apply(&mut self, command: Command) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().apply(command, &ctx);
        self.harness.run();
    }

    pub(crate) fn state(&self) -> &State {
        self.harness.state().state()
    }

    /// Clicks the button with this name.
    pub(crate) fn click_button(&mut self, name: &str) {
        self.harness
            .get_by_role_and_label(Role::Button, name)
            .click();
        self.harness.run();
    }

    /// Presses what has that name and can be pressed: a button, a tab, an entry of a menu.
    pub(crate) fn press(&mut self, name: &str) {
        self.pressable(name).scroll_to_me();
        self.harness.run();
        self.pressable(name).click();
        self.harness.run();
    }

    /// Does what the desktop does on a thread of its own: finds out what would come of a
    /// table.
    pub(crate) fn look_ahead(&mut self) {
        let asked = self.asked.borrow().last().cloned();
        let Some(Effect::PreviewTable { plan, search }) = asked else {
            panic!("{asked:?}");
        };
        let made = csv::import(&plan.offer.0, &plan.mapping, &search, &clock(), |_| true);
        let preview = TablePreview {
            plan,
            before: *search,
            made: made.map(Arc::new),
        };
        self.apply(Command::TablePreviewed(Box::new(preview)));
    }

    /// Picks an option from the menu of a choice.
    pub(crate) fn choose_in(&mut self, choice: &str, option: &str) {
        let combo = self.harness.get_by_role_and_label(Role::ComboBox, choice);
        combo.scroll_to_me();
        self.harness.run();
        let combo = self.harness.get_by_role_and_label(Role::ComboBox, choice);
        combo.click();
        self.harness.run();
        self.press(option);
    }

    fn pressable<'a>(&'a self, name: &'a str) -> egui_kittest::Node<'a> {
        self.harness.get_by(move |node| {
            let can_be_pressed = matches!(
                node.role(),
                Role::Button
                    | Role::Tab
                    | Role::RadioButton
                    | Role::CheckBox
                    | Role::Switch
                    | Role::MenuItem
                    | Role::MenuItemRadio
                    | Role::ListBoxOption
            );
            can_be_pressed && node.label().as_deref() == Some(name)
        })
    }

    /// Types into the field with this name, in the place of what is there.
    pub(crate) fn fill(&mut self, field: &str, text: &str) {
        self.field(field).scroll_to_me();
        self.field(field).focus();
        self.harness.run();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run();
        self.field(field).type_text(text);
        self.harness.run();
    }

    /// Types into the field with this name.
    pub(crate) fn type_into(&mut self, field: &str, text: &str) {
        self.field(field).focus();
        self.harness.run();
        self.field(field).type_text(text);
        self.harness.run();
    }

    /// What is in the field with this name.
    pub(crate) fn value(&self, field: &str) -> String {
        self.field(field).value().unwrap_or_default()
    }

    fn field<'a>(&'a self, name: &'a str) -> egui_kittest::Node<'a> {
        self.harness.get_by(move |node| {
            let fields = [Role::TextInput, Role::MultilineTextInput, Role::SearchInput];
            fields.contains(&node.role()) && node.label().as_deref() == Some(name)
        })
    }

    pub(crate) fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// The name of what has the keyboard; empty where nothing has.
    pub(crate) fn focused(&self) -> String {
        let is_focused = |node: &AccessKitNode<'_>| node.is_focused();
        let focused = self.harness.query_by(is_focused);
        focused
            .and_then(|node| node.accesskit_node().label())
            .unwrap_or_default()
    }

    /// Whether something with this name, or that holds these words, can be found.
    pub(crate) fn shows(&self, words: &str) -> bool {
        self.harness
            .query_all_by_label_contains(words)
            .next()
            .is_some()
    }

    /// What happened in an application, in the order of recording.
    pub(crate) fn events(&self, company: &str) -> Vec<Event> {
        let history = &self.application(company).history;
        history.iter().map(|entry| entry.event.clone()).collect()
    }

    /// The companies of a column, from the top.
    pub(crate) fn column(&self, stage: &str) -> Vec<String> {
        let state = self.state();
        let column = state.board.columns.iter().find(|c| c.stage.name == stage);
        let cards = column.unwrap().cards.iter();
        cards
            .map(|id| state.application(*id).unwrap().company.clone())
            .collect()
    }

    pub(crate) fn id(&self, company: &str) -> ApplicationId {
        let mut all = self.state().search.applications.values();
        all.find(|application| application.company == company)
            .unwrap()
            .id
    }

    pub(crate) fn application(&self, company: &str) -> &Application {
        self.state().application(self.id(company)).unwrap()
    }
}

/// A search with these companies, each on its stage; the first of a stage stands on top.
pub(crate) fn search(standing: &[(&str, &str)]) -> JobSearch {
    let mut search = JobSearch::default();
    for (place, (company, stage)) in standing.iter().enumerate() {
        let applied = When::parse("2026-11-20", clock().zone).unwrap();
        let mut application = Application::new(
            company.to_lowercase(),
            (*company).to_owned(),
            "Engineer".to_owned(),
            applied,
        );
        application.stage = Some(StageId((*stage).to_owned()));
        #[expect(clippy::cast_precision_loss, reason = "a handful of cards")]
        let rank = place as f64;
        application.rank = rank;
        search.put(application);
    }
    search
}
