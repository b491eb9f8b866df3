//! All that the window shows, and the only place where it changes.

mod arriving;
mod cards;
mod file;
mod making;
mod news;
mod parts;
mod quiet;
mod reminded;
mod settings;
mod tables;
mod templates;
mod ways;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::board::Board;
use super::change::History;
use super::command::{Command, Effect};
use super::dialog::Dialog;
use super::exporting::ExportPlan;
use super::finding::Index;
use super::table::TablePreview;
use super::versions::Versions;
use crate::etiquette::{self, Action, Plan, Rule};
use crate::model::{
    Application, ApplicationId, Dialect, Filter, JobSearch, Scenario, StageId, StageMeaning,
};
use crate::reminders::{Key, Quiet};
use crate::time::{Clock, Moment};

use parts::Left;
pub use parts::{
    Banner, BannerKind, Compose, NotifierStatus, Panel, Proofreading, Reminding, SaveStatus,
    SystemLook, Toast, View,
};

/// All that the window shows. Views read it; [`State::apply`] changes it.
#[derive(Debug)]
pub struct State {
    /// The job search.
    pub search: JobSearch,
    /// Its file; nothing for a sample.
    pub file: Option<PathBuf>,
    /// Other files that were opened before, the last one first.
    pub recent: Vec<PathBuf>,
    /// What is to be done, and when.
    pub plan: Plan,
    /// Which cards stand where.
    pub board: Board,
    /// What was done and undone.
    pub history: History,
    /// The view.
    pub view: View,
    /// What is open beside it.
    pub panel: Option<Panel>,
    /// The rule that the page of rules was opened for.
    pub rule: Option<Rule>,
    /// The scenario whose template is being written.
    pub template: Option<Scenario>,
    /// The one dialog.
    pub dialog: Option<Dialog>,
    /// The card at hand.
    pub selection: Option<ApplicationId>,
    /// The fingerprint of the letter that the user takes as it stands.
    pub insisted: Option<u64>,
    /// Cards that are marked, to be moved together.
    pub marked: BTreeSet<ApplicationId>,
    /// What the board shows.
    pub filter: Filter,
    /// Whether what can be filtered by is in sight.
    pub filtering: bool,
    /// The columns that are folded.
    pub folded: BTreeSet<StageId>,
    /// A word on what just happened.
    pub toast: Option<Toast>,
    /// What stays in sight until it is dealt with.
    pub banners: Vec<Banner>,
    /// Where saving stands.
    pub saving: SaveStatus,
    /// Whether the desktop takes notifications.
    pub notifier: NotifierStatus,
    /// What the system wishes for the look.
    pub system: SystemLook,
    /// What is put off or not needed; [`State::quiet_of`] says whether it still holds.
    pub quiet: BTreeMap<Key, Quiet>,
    /// How reminding goes, beside the notifications themselves.
    pub reminding: Reminding,
    /// How proof-reading goes.
    pub proofreading: Proofreading,
    /// The user's English, as long as they did not say which.
    pub dialect_guess: Dialect,
    /// Grows with every change of what is shown from the search, the plan or the filter: what is
    /// derived from them is derived anew when it differs.
    pub generation: u64,
    /// What would come of the table that the dialog is about.
    pub table: Option<TablePreview>,
    /// What is being written to a file.
    pub exporting: Option<ExportPlan>,
    /// The two versions that the banner asks about.
    versions: Option<Versions>,
    /// The text that is searched.
    index: Index,
    /// The day of the board.
    today: NaiveDate,
    /// What was open before the page of rules.
    left: Option<Left>,
    boundary: Option<Moment>,
    toasts: u64,
}

impl State {
    /// The window on that search, as it opens.
    pub fn new(search: JobSearch, file: Option<PathBuf>, clock: &Clock) -> Self {
        let plan = Plan::new(&search, clock);
        let board = Board::new(&search, &plan, |_| true);
        let index = Index::of(&search);
        let boundary = plan.next_boundary(clock.now);
        let folded = search
            .stages
            .iter()
            .filter(|stage| stage.meaning == StageMeaning::Closed)
            .map(|stage| stage.id.clone())
            .collect();
        let saving = if file.is_some() {
            SaveStatus::Saved
        } else {
            SaveStatus::Sample
        };
        let mut state = Self {
            search,
            file,
            recent: Vec::new(),
            plan,
            board,
            history: History::default(),
            view: View::Today,
            panel: None,
            rule: None,
            template: None,
            dialog: None,
            selection: None,
            insisted: None,
            marked: BTreeSet::new(),
            filter: Filter::default(),
            filtering: false,
            folded,
            toast: None,
            banners: Vec::new(),
            saving,
            notifier: NotifierStatus::Unknown,
            system: SystemLook::default(),
            quiet: BTreeMap::new(),
            reminding: Reminding::default(),
            proofreading: Proofreading::default(),
            dialect_guess: Dialect::default(),
            generation: 0,
            table: None,
            exporting: None,
            versions: None,
            index,
            today: clock.today(),
            left: None,
            boundary,
            toasts: 0,
        };
        state.ask_about_versions();
        state
    }

    /// What the rules of one application ask for besides itself.
    pub fn context<'a>(&'a self, clock: &'a Clock) -> etiquette::Context<'a> {
        etiquette::Context {
            search: &self.search,
            clock,
            elsewhere: self.plan.elsewhere(),
        }
    }

    /// The application with that id.
    pub fn application(&self, id: ApplicationId) -> Option<&Arc<Application>> {
        self.search.application(id)
    }

    /// The application whose panel is open.
    pub fn open_application(&self) -> Option<&Arc<Application>> {
        self.application(self.panel.as_ref()?.application)
    }

    /// The application that is open, else the card at hand.
    pub fn at_hand(&self) -> Option<ApplicationId> {
        let open = self.panel.as_ref().map(|panel| panel.application);
        open.or(self.selection.filter(|_| self.view == View::Board))
    }

    /// When something falls due next, or the rules have to be asked again.
    pub fn next_boundary(&self) -> Option<Moment> {
        self.boundary
    }

    /// Lets the clock move on; says whether anything may have changed by it. Costs nothing until
    /// the next boundary has passed.
    pub fn advance(&mut self, clock: &Clock) -> bool {
        if self.filter.silent_days.is_some() && self.today != clock.today() {
            self.refresh(clock);
        }
        if self.boundary.is_none_or(|boundary| boundary > clock.now) {
            return false;
        }
        let changed = self.plan.advance(&self.search, clock);
        self.refresh(clock);
        changed
    }

    /// Does what `command` says: the only place where anything changes. What is returned is for
    /// the outside to do.
    pub fn apply(&mut self, command: Command, clock: &Clock) -> Vec<Effect> {
        let was_writing = self.is_writing();
        let mut effects = self.carry_out(command, clock);
        if was_writing && !self.is_writing() {
            self.proofreading = Proofreading {
                number: self.proofreading.number + 1,
                ..Proofreading::default()
            };
            effects.push(Effect::RestProofreader);
        }
        effects
    }

    /// Whether a letter is open.
    fn is_writing(&self) -> bool {
        let panel = self.panel.as_ref();
        panel.is_some_and(|panel| panel.compose.is_some())
    }

    fn carry_out(&mut self, command: Command, clock: &Clock) -> Vec<Effect> {
        match command {
            Command::Add { details, stage } => self.add(details, stage, clock),
            Command::Edit(id, edit) => self.edit(id, edit, clock),
            Command::FollowUp(ids, edit) => self.follow_up(&ids, &edit, clock),
            Command::Move {
                application,
                stage,
                index,
            } => self.move_cards(&[application], &stage, index, clock),
            Command::MoveAll {
                applications,
                stage,
                index,
            } => self.move_cards(&applications, &stage, index, clock),
            Command::Remove(id) => self.remove(&[id], clock),
            Command::RemoveAll(ids) => self.remove(&ids, clock),
            Command::Profile(profile) => {
                self.set("Changed who signs", Some("profile"), clock, |settings| {
                    settings.profile = profile;
                })
            }
            Command::Policy(policy) => {
                self.set("Changed the rules", Some("policy"), clock, |settings| {
                    settings.policy = policy;
                })
            }
            Command::Appearance(appearance) => {
                self.set("Changed the look", Some("appearance"), clock, |settings| {
                    settings.appearance = appearance;
                })
            }
            Command::Column(edit) => self.edit_columns(edit, clock),
            Command::View(edit) => self.edit_views(edit, clock),
            Command::Spelling(spelling) => self.set(
                "Changed the spelling",
                Some("spelling"),
                clock,
                |settings| {
                    settings.spelling = spelling;
                },
            ),
            Command::Reminders(reminders) => self.set(
                "Changed the reminders",
                Some("reminders"),
                clock,
                |settings| settings.reminders = reminders,
            ),
            Command::AddWord(word) => {
                let title = format!("“{}” is a word of yours now", word.trim());
                self.set(&title, None, clock, |settings| {
                    settings.spelling.add_word(&word);
                })
            }
            Command::Achievements(achievements) => self.set(
                "Changed what you did",
                Some("achievements"),
                clock,
                |settings| settings.achievements = achievements,
            ),
            Command::Template(scenario, text) => self.set_template(scenario, text, clock),
            Command::OwnScenario(edit) => self.edit_scenarios(edit, clock),
            Command::ImportTemplate(file) => self.import_template(&file, clock),
            Command::Muted(muted, title) => self.set(&title, None, clock, |settings| {
                settings.muted = muted;
            }),
            Command::Snooze { actions, until } => {
                self.keep_quiet(&actions, |_| Some(Quiet::Until(until)), clock)
            }
            Command::NotNeeded(actions) => {
                let not_needed = |action: &Action| Some(Quiet::NotNeeded(action.due));
                self.keep_quiet(&actions, not_needed, clock)
            }
            Command::Wake(actions) => self.keep_quiet(&actions, |_| None, clock),
            Command::Follow(target) => self.follow_reminder(target, clock),
            Command::Done(target) => self.done_already(target, clock),
            Command::Reminding(reminding) => self.reminding(reminding),
            Command::Tried(said) => {
                self.reminding.trial = Some(said);
                Vec::new()
            }
            Command::Quieted(quiet) => self.quieted(quiet, clock),
            Command::Undo => self.walk(true, clock),
            Command::Redo => self.walk(false, clock),
            Command::WalkTo(steps) => self.walk_to(steps, clock),
            Command::Go(go) => self.go(go, clock),
            Command::Import(text) => self.import(&text, clock),
            Command::OfferTable(offer) => self.offer_table(offer),
            Command::TablePreviewed(preview) => self.table_previewed(*preview),
            Command::TakeInTable(preview) => self.take_in_table(&preview, clock),
            Command::OfferArrivals(arrivals) => self.offer_arrivals(*arrivals, clock),
            Command::TakeIn(arrivals) => self.take_in_arrivals(&arrivals, clock),
            Command::Received(mail) => self.received(*mail, clock),
            Command::Exporting(plan) => {
                self.exporting = Some(plan);
                Vec::new()
            }
            Command::Exported(banner) => self.exported(banner),
            Command::Replace { search, file } => self.replace(*search, file, clock),
            Command::BringBack { search, when } => self.bring_back(&search, &when, clock),
            Command::MergeCopy { search, path } => self.merge_copy(&search, path, clock),
            Command::Settle {
                versions,
                keep_theirs,
            } => self.settle(versions, keep_theirs, clock),
            Command::Moved(file) => {
                self.file = Some(file);
                self.saving(SaveStatus::Saved)
            }
            Command::Recent(files) => {
                self.recent = files;
                Vec::new()
            }
            Command::Adopt { search, note } => self.adopt(*search, note, clock),
            Command::Ask(effect) => vec![effect],
            Command::Copy(text) => {
                self.say("Copied".to_owned(), false);
                vec![Effect::CopyText(text)]
            }
            Command::Say(words) => {
                self.say(words, false);
                Vec::new()
            }
            Command::Damaged(file) => {
                if file.at_start {
                    self.saving = SaveStatus::NotLoaded;
                }
                self.dialog = Some(Dialog::Damaged(file));
                Vec::new()
            }
            Command::Saving(status) => self.saving(status),
            Command::SystemLook(look) => {
                self.system = look;
                Vec::new()
            }
            Command::Notifier(status) => self.notifier(status),
            Command::Proofread(manuscript) => self.proofread(manuscript),
            Command::ProofreaderSays(news) => self.proofread_so_far(news),
            Command::Tell(banner) => self.tell(banner),
            Command::CloseBanner(index) => {
                if index < self.banners.len() {
                    self.banners.remove(index);
                }
                Vec::new()
            }
            Command::CloseToast => {
                self.toast = None;
                Vec::new()
            }
        }
    }
}
