//! All that the window shows, and the only place where it changes.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use super::board::{Board, ranks_for};
use super::change::{Change, History, Settings, Typing};
use super::command::{Command, Effect, Go};
use super::dialog::Dialog;
use super::edit::{Details, Edit};
use super::versions::Versions;
use crate::compose::TemplateFile;
use crate::etiquette::{self, Plan};
use crate::exchange;
use crate::model::{
    Application, ApplicationId, Dialect, Entry, Event, JobSearch, Scenario, StageId, StageMeaning,
};
use crate::proofread::{self, Manuscript, Proof};
use crate::store;
use crate::time::{Clock, Moment, When};

/// The views of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What to do now.
    #[default]
    Today,
    /// The cards.
    Board,
    /// How it goes.
    Insights,
    /// What can be set.
    Settings,
}

impl View {
    /// All of them, in the order of the top bar.
    pub const ALL: [Self; 4] = [Self::Today, Self::Board, Self::Insights, Self::Settings];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Today => "Today",
            Self::Board => "Board",
            Self::Insights => "Insights",
            Self::Settings => "Settings",
        }
    }
}

/// A letter that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Compose {
    /// The occasion.
    pub scenario: Scenario,
    /// Whom it is for: the interviewer of a thank-you, else nobody in particular.
    pub person: Option<String>,
}

/// What is open beside the view.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The application at hand.
    pub application: ApplicationId,
    /// The letter being written to it; without one the application itself is shown.
    pub compose: Option<Compose>,
}

/// A word on what just happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// Whether it can be undone from the toast.
    pub undo: bool,
    /// Tells one toast from the next of the same words.
    pub number: u64,
}

/// How a banner looks, and which one it takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BannerKind {
    /// Saving failed, or is not possible.
    Saving,
    /// Nobody shows notifications.
    Notifications,
    /// Something that was asked for could not be done.
    Failure,
    /// Something worth knowing, such as what came from outside.
    News,
    /// An application has two versions.
    Versions,
    /// A synchronising program has left a second version of the file.
    Copies,
}

/// Something that stays in sight until it is dealt with.
#[derive(Clone, Debug, PartialEq)]
pub struct Banner {
    /// Its kind; there is at most one banner of each.
    pub kind: BannerKind,
    /// What is the matter and what to do, in a sentence or two.
    pub text: String,
    /// A button that does it: its words and its command.
    pub action: Option<(String, Box<Command>)>,
}

impl Banner {
    /// A banner without a button.
    pub fn new(kind: BannerKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            action: None,
        }
    }

    /// With a button.
    pub fn with_action(mut self, words: impl Into<String>, command: Command) -> Self {
        self.action = Some((words.into(), Box::new(command)));
        self
    }
}

/// Where saving stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SaveStatus {
    /// Everything is on the disk.
    #[default]
    Saved,
    /// On its way.
    Saving,
    /// It did not work; why.
    Failed(String),
    /// Changes are not kept: the file is open for reading only; why.
    ReadOnly(String),
    /// Changes are not kept: this is a sample.
    Sample,
    /// Nothing is kept: the file did not load.
    NotLoaded,
}

/// Whether the desktop takes notifications.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum NotifierStatus {
    /// It was not asked yet.
    #[default]
    Unknown,
    /// It does.
    Working,
    /// It does not; why, as part of a sentence.
    Unavailable(String),
}

/// How proof-reading goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proofreading {
    /// What was found in the letter that was read last.
    pub proof: Option<Proof>,
    /// Why the letter at hand is not read, as a sentence.
    pub unavailable: Option<String>,
    /// Grows with everything that the proof-reader says.
    pub number: u64,
}

/// All that the window shows. Views read it; [`State::apply`] changes it.
#[derive(Debug)]
pub struct State {
    /// The job search.
    pub search: JobSearch,
    /// Its file; nothing for a sample.
    pub file: Option<PathBuf>,
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
    /// The one dialog.
    pub dialog: Option<Dialog>,
    /// The card at hand.
    pub selection: Option<ApplicationId>,
    /// The fingerprint of the letter that the user takes as it stands.
    pub insisted: Option<u64>,
    /// The words that shown cards hold.
    pub filter: String,
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
    /// How proof-reading goes.
    pub proofreading: Proofreading,
    /// The user's English, as long as they did not say which.
    pub dialect_guess: Dialect,
    /// Grows with every change of what is shown from the search, the plan or the filter: what is
    /// derived from them is derived anew when it differs.
    pub generation: u64,
    /// The two versions that the banner asks about.
    versions: Option<Versions>,
    boundary: Option<Moment>,
    toasts: u64,
}

impl State {
    /// The window on that search, as it opens.
    pub fn new(search: JobSearch, file: Option<PathBuf>, clock: &Clock) -> Self {
        let plan = Plan::new(&search, clock);
        let board = Board::new(&search, &plan, "");
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
            plan,
            board,
            history: History::default(),
            view: View::Today,
            panel: None,
            dialog: None,
            selection: None,
            insisted: None,
            filter: String::new(),
            folded,
            toast: None,
            banners: Vec::new(),
            saving,
            notifier: NotifierStatus::Unknown,
            proofreading: Proofreading::default(),
            dialect_guess: Dialect::default(),
            generation: 0,
            versions: None,
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

    /// When something falls due next, or the rules have to be asked again.
    pub fn next_boundary(&self) -> Option<Moment> {
        self.boundary
    }

    /// Lets the clock move on; says whether anything may have changed by it. Costs nothing until
    /// the next boundary has passed.
    pub fn advance(&mut self, clock: &Clock) -> bool {
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
            Command::Edit(id, edit) => self.edit(id, edit, false, clock),
            Command::FollowUp(id, edit) => self.edit(id, edit, true, clock),
            Command::Move {
                application,
                stage,
                index,
            } => self.move_card(application, &stage, index, clock),
            Command::Remove(id) => self.remove(id, clock),
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
                self.set("Changed the look", None, clock, |settings| {
                    settings.appearance = appearance;
                })
            }
            Command::Column(edit) => self.edit_columns(edit, clock),
            Command::Spelling(spelling) => self.set(
                "Changed the spelling",
                Some("spelling"),
                clock,
                |settings| {
                    settings.spelling = spelling;
                },
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
            Command::ImportTemplate(file) => self.import_template(&file, clock),
            Command::Muted(muted, title) => self.set(&title, None, clock, |settings| {
                settings.muted = muted;
            }),
            Command::Undo => self.walk(true, clock),
            Command::Redo => self.walk(false, clock),
            Command::Go(go) => self.go(go, clock),
            Command::Import(text) => self.import(&text, clock),
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

/// Changes of the job search.
impl State {
    fn add(&mut self, details: Details, stage: Option<StageId>, clock: &Clock) -> Vec<Effect> {
        let key = self.search.free_key(&details.company, &details.position);
        let mut application = Application::new(key, String::new(), String::new(), details.applied);
        let title = format!("Added {}", details.company);
        details.put_into(&mut application);
        application.stage = stage;
        application.rank = self.rank_on_top();
        let id = application.id;
        let effects = self.make(Change::of_one(title, None, application), clock);
        self.open(id, None);
        effects
    }

    /// A rank above all others, as long as anything was ever put above the rest by hand.
    fn rank_on_top(&self) -> f64 {
        let ranks = self.search.applications.values().map(|a| a.rank);
        let top = ranks.fold(0.0, f64::min);
        if top < 0.0 { top - 1.0 } else { 0.0 }
    }

    fn edit(
        &mut self,
        id: ApplicationId,
        edit: Edit,
        follows_up: bool,
        clock: &Clock,
    ) -> Vec<Effect> {
        let Some(before) = self.search.application(id).cloned() else {
            return Vec::new();
        };
        let (title, typing) = (edit.title(&before), edit.typing(&before));
        let mut after = Application::clone(&before);
        edit.make(&mut after, clock);
        let mut change = Change::of_one(title, Some(before), after);
        change.typing = typing;
        if follows_up {
            self.make_follow_up(change, clock)
        } else {
            self.make(change, clock)
        }
    }

    fn move_card(
        &mut self,
        id: ApplicationId,
        stage: &StageId,
        index: usize,
        clock: &Clock,
    ) -> Vec<Effect> {
        let Some(moved) = self.search.application(id).cloned() else {
            return Vec::new();
        };
        let others = self.cards_of(stage, id);
        let ranks = ranks_for(id, self.hidden_included(stage, id, index, &others), &others);
        let changes_stage = self.plan.stage(id) != Some(stage);
        let mut change = Change {
            title: self.title_of_move(&moved, stage, changes_stage),
            ..Change::default()
        };
        for (card, rank) in ranks {
            let Some(before) = self.search.application(card).cloned() else {
                continue;
            };
            let mut after = Application::clone(&before);
            after.rank = rank;
            if card == id && changes_stage {
                let to = stage.clone();
                let entry = Entry::new(When::Moment(clock.now), Event::Stage { to });
                after.history.push(entry);
            }
            change.touch(card, Some(before), Some(Arc::new(after)));
        }
        self.selection = Some(id);
        let effects = self.make(change, clock);
        if changes_stage {
            self.ask_after_move(id, stage, clock);
        }
        effects
    }

    /// A place among the shown cards of a stage as one among all of them: before the same card.
    fn hidden_included(
        &self,
        stage: &StageId,
        moved: ApplicationId,
        index: usize,
        all: &[(ApplicationId, f64)],
    ) -> usize {
        let mut columns = self.board.columns.iter();
        let column = columns.find(|column| column.stage.id == *stage);
        let shown = column.into_iter().flat_map(|column| &column.cards);
        let following = shown.filter(|card| **card != moved).nth(index);
        following
            .and_then(|following| all.iter().position(|(card, _)| card == following))
            .unwrap_or(all.len())
    }

    /// The ranks of the cards of a stage but for one, in their order, whether shown or not.
    fn cards_of(&self, stage: &StageId, but: ApplicationId) -> Vec<(ApplicationId, f64)> {
        let all = Board::new(&self.search, &self.plan, "");
        let column = all.columns.iter().find(|column| column.stage.id == *stage);
        column
            .into_iter()
            .flat_map(|column| &column.cards)
            .filter(|card| **card != but)
            .filter_map(|card| Some((*card, self.search.application(*card)?.rank)))
            .collect()
    }

    fn title_of_move(&self, moved: &Application, stage: &StageId, changes_stage: bool) -> String {
        let name = self.search.stage(stage).map_or("", |stage| &stage.name);
        if changes_stage {
            format!("Moved {} to {name}", moved.company)
        } else {
            format!("Moved {} within {name}", moved.company)
        }
    }

    /// A card on the stage of offers wants a deadline, one on the stage of what is over an
    /// outcome. Both may be left open.
    fn ask_after_move(&mut self, application: ApplicationId, stage: &StageId, clock: &Clock) {
        let Some(moved) = self.search.application(application) else {
            return;
        };
        let meaning = self.search.stage(stage).map(|stage| stage.meaning);
        let ctx = self.context(clock);
        match meaning {
            Some(StageMeaning::Offer) if etiquette::open_offer(moved, &ctx).is_none() => {
                self.dialog = Some(Dialog::OfferDeadline { application });
            }
            Some(StageMeaning::Closed) => self.dialog = Some(Dialog::Outcome { application }),
            _ => {}
        }
    }

    fn remove(&mut self, id: ApplicationId, clock: &Clock) -> Vec<Effect> {
        let Some(before) = self.search.application(id).cloned() else {
            return Vec::new();
        };
        let mut change = Change {
            title: format!("Removed {}", before.company),
            ..Change::default()
        };
        change.touch(id, Some(before), None);
        self.make(change, clock)
    }

    fn set(
        &mut self,
        title: &str,
        typing: Option<&'static str>,
        clock: &Clock,
        edit: impl FnOnce(&mut Settings),
    ) -> Vec<Effect> {
        let before = Settings::of(&self.search);
        let mut after = before.clone();
        edit(&mut after);
        let change = Change {
            title: title.to_owned(),
            settings: Some(Box::new((before, after))),
            typing: typing.map(Typing::Setting),
            ..Change::default()
        };
        self.make(change, clock)
    }

    fn set_template(
        &mut self,
        scenario: Scenario,
        text: Option<crate::model::TemplateText>,
        clock: &Clock,
    ) -> Vec<Effect> {
        let typing = text.is_some().then(|| scenario.name());
        let label = scenario.label();
        let title = match &text {
            Some(_) => format!("Changed the template “{label}”"),
            None => format!("Reset the template “{label}”"),
        };
        self.set(&title, typing, clock, |settings| {
            match text {
                Some(text) => settings.templates.insert(scenario.name().to_owned(), text),
                None => settings.templates.remove(scenario.name()),
            };
        })
    }

    fn import_template(&mut self, file: &str, clock: &Clock) -> Vec<Effect> {
        match TemplateFile::parse(file) {
            Ok(TemplateFile { scenario, text }) => {
                let mut templates = self.search.templates.clone();
                templates.insert(scenario.name().to_owned(), text);
                let title = format!("Imported the template “{}”", scenario.label());
                self.set(&title, None, clock, |settings| {
                    settings.templates = templates;
                })
            }
            Err(error) => {
                let text = format!("No template was imported: {error}");
                self.tell(Banner::new(BannerKind::Failure, text))
            }
        }
    }

    fn import(&mut self, text: &str, clock: &Clock) -> Vec<Effect> {
        let imported = match exchange::events::import(&self.search, text, clock.zone) {
            Ok(imported) => imported,
            Err(error) => {
                let text = format!("Nothing was imported: {error}");
                return self.tell(Banner::new(BannerKind::Failure, text));
            }
        };
        let mut change = Change {
            title: match imported.added {
                0 => "Everything in this file was here already".to_owned(),
                1 => "Imported 1 event".to_owned(),
                n => format!("Imported {n} events"),
            },
            ..Change::default()
        };
        for id in imported.applications {
            let before = self.search.application(id).cloned();
            let after = imported.search.application(id).cloned();
            change.touch(id, before, after);
        }
        if change.is_empty() {
            self.say(change.title, false);
            return Vec::new();
        }
        self.make(change, clock)
    }

    fn bring_back(&mut self, earlier: &JobSearch, when: &str, clock: &Clock) -> Vec<Effect> {
        let title = format!("Went back to the backup of {when}");
        let change = Change::between(title, &self.search, earlier);
        if change.is_empty() {
            self.say("That backup is the same as now".to_owned(), false);
        }
        self.make(change, clock)
    }

    fn merge_copy(&mut self, copy: &JobSearch, path: PathBuf, clock: &Clock) -> Vec<Effect> {
        let merged = store::merge_copy(&self.search, copy);
        let title = "Took the second version in".to_owned();
        let change = Change::between(title, &self.search, &merged.search);
        if change.is_empty() {
            self.say("All of it was here already".to_owned(), false);
        }
        let mut effects = self.make(change, clock);
        if !merged.notes.is_empty() {
            effects.extend(self.tell(Banner::new(BannerKind::News, merged.notes.join(" "))));
        }
        effects.push(Effect::PutCopyAway(path));
        effects
    }

    fn settle(&mut self, versions: Versions, keep_theirs: bool, clock: &Clock) -> Vec<Effect> {
        let both = [versions.ours, versions.theirs].map(|id| self.search.application(id).cloned());
        let [Some(ours), Some(theirs)] = both else {
            return Vec::new();
        };
        let whose = if keep_theirs {
            "from elsewhere"
        } else {
            "from here"
        };
        let mut change = Change {
            title: format!("Kept the version of {} {whose}", ours.company),
            ..Change::default()
        };
        change.touch(versions.theirs, Some(Arc::clone(&theirs)), None);
        if keep_theirs {
            let mut kept = Arc::unwrap_or_clone(theirs);
            store::unmark(&mut kept);
            kept.id = ours.id;
            kept.key.clone_from(&ours.key);
            kept.rank = ours.rank;
            change.touch(versions.ours, Some(ours), Some(Arc::new(kept)));
        }
        self.make(change, clock)
    }

    /// Has a banner ask for one of two versions as long as there are two.
    fn ask_about_versions(&mut self) {
        let pairs = store::other_versions(&self.search);
        let pair = pairs.first().map(|(ours, theirs)| Versions {
            ours: *ours,
            theirs: *theirs,
        });
        if pair == self.versions {
            return;
        }
        self.versions = pair;
        self.banners
            .retain(|banner| banner.kind != BannerKind::Versions);
        let named = pair.and_then(|pair| Some((pair, self.search.application(pair.ours)?)));
        if let Some((pair, ours)) = named {
            let text = format!(
                "{}, {} was changed here and elsewhere in different ways. Both versions are kept.",
                ours.company, ours.position
            );
            let banner = Banner::new(BannerKind::Versions, text)
                .with_action("Compare…", Command::dialog(Dialog::Versions(pair)));
            self.banners.push(banner);
        }
    }

    /// Makes a change, remembers it, and says so unless it is being typed.
    pub(super) fn make(&mut self, change: Change, clock: &Clock) -> Vec<Effect> {
        if change.is_empty() {
            return Vec::new();
        }
        change.redo(&mut self.search);
        self.follow(&change, clock);
        if change.typing.is_none() {
            self.say(change.title.clone(), true);
        }
        self.history.push(change);
        self.save()
    }

    fn make_follow_up(&mut self, change: Change, clock: &Clock) -> Vec<Effect> {
        if change.is_empty() {
            return Vec::new();
        }
        change.redo(&mut self.search);
        self.follow(&change, clock);
        self.say(change.title.clone(), true);
        self.history.push_follow_up(change);
        self.save()
    }

    fn walk(&mut self, back: bool, clock: &Clock) -> Vec<Effect> {
        let walked = if back {
            self.history.undo(&mut self.search)
        } else {
            self.history.redo(&mut self.search)
        };
        let Some(change) = walked.cloned() else {
            return Vec::new();
        };
        self.follow(&change, clock);
        let word = if back { "Undone" } else { "Done again" };
        self.say(format!("{word}: {}", change.title), false);
        self.save()
    }

    /// Brings what is derived from the search up to a change of it.
    fn follow(&mut self, change: &Change, clock: &Clock) {
        if change.settings.is_some() {
            self.plan = Plan::new(&self.search, clock);
        } else {
            for id in change.applications.keys() {
                self.plan.update(&self.search, *id, clock);
            }
        }
        self.refresh(clock);
    }

    fn refresh(&mut self, clock: &Clock) {
        self.boundary = self.plan.next_boundary(clock.now);
        self.board = Board::new(&self.search, &self.plan, &self.filter);
        self.generation += 1;
        self.ask_about_versions();
        let gone = |id: ApplicationId| !self.search.applications.contains_key(&id);
        if self.panel.as_ref().is_some_and(|p| gone(p.application)) {
            self.panel = None;
        }
        if self.selection.is_some_and(gone) {
            self.selection = None;
        }
        let about = self.dialog.as_ref().and_then(Dialog::application);
        if about.is_some_and(gone) {
            self.dialog = None;
        }
    }

    fn save(&self) -> Vec<Effect> {
        match self.saving {
            SaveStatus::ReadOnly(_) | SaveStatus::Sample | SaveStatus::NotLoaded => Vec::new(),
            SaveStatus::Saved | SaveStatus::Saving | SaveStatus::Failed(_) => {
                vec![Effect::Save(Box::new(self.search.clone()))]
            }
        }
    }
}

/// What comes from outside.
impl State {
    fn replace(&mut self, search: JobSearch, file: Option<PathBuf>, clock: &Clock) -> Vec<Effect> {
        let (notifier, generation, view) = (self.notifier.clone(), self.generation, self.view);
        let dialect_guess = self.dialect_guess;
        *self = Self::new(search, file, clock);
        self.notifier = notifier;
        self.dialect_guess = dialect_guess;
        self.generation = generation + 1;
        self.view = view;
        Vec::new()
    }

    /// Takes over what came from outside as a change of its own, which can be undone as one.
    fn adopt(&mut self, search: JobSearch, note: Option<String>, clock: &Clock) -> Vec<Effect> {
        let title = "Took over changes made elsewhere".to_owned();
        let change = Change::between(title, &self.search, &search);
        self.search = search;
        self.plan = Plan::new(&self.search, clock);
        self.refresh(clock);
        if !change.is_empty() {
            self.say(change.title.clone(), true);
            self.history.push(change);
        }
        note.map_or_else(Vec::new, |note| {
            self.tell(Banner::new(BannerKind::News, note))
        })
    }

    fn saving(&mut self, status: SaveStatus) -> Vec<Effect> {
        self.banners
            .retain(|banner| banner.kind != BannerKind::Saving);
        match &status {
            SaveStatus::Failed(why) => {
                let text = format!("Not saved: {why} Your changes are kept in this window.");
                let banner = Banner::new(BannerKind::Saving, text)
                    .with_action("Try again", Command::Ask(Effect::RetrySave));
                self.banners.push(banner);
            }
            SaveStatus::ReadOnly(why) => {
                let text = format!("{why} What you change now is not kept.");
                let banner = Banner::new(BannerKind::Saving, text)
                    .with_action("Save elsewhere…", Command::Ask(Effect::ChoosePlace));
                self.banners.push(banner);
            }
            SaveStatus::Saved | SaveStatus::Saving | SaveStatus::Sample | SaveStatus::NotLoaded => {
            }
        }
        self.saving = status;
        Vec::new()
    }

    fn notifier(&mut self, status: NotifierStatus) -> Vec<Effect> {
        self.banners
            .retain(|banner| banner.kind != BannerKind::Notifications);
        if let NotifierStatus::Unavailable(why) = &status {
            let text = format!(
                "Notifications do not reach you: {why}. What falls due shows here instead."
            );
            let banner = Banner::new(BannerKind::Notifications, text)
                .with_action("Try again", Command::Ask(Effect::RetryNotifier));
            self.banners.push(banner);
        }
        self.notifier = status;
        Vec::new()
    }

    /// Nothing is asked of the proof-reader where the user wants none.
    fn proofread(&self, manuscript: Manuscript) -> Vec<Effect> {
        if self.search.spelling.off {
            return Vec::new();
        }
        let asked = (manuscript, self.search.clone());
        vec![Effect::Proofread(Box::new(asked))]
    }

    fn proofread_so_far(&mut self, news: proofread::News) -> Vec<Effect> {
        let (proof, unavailable) = match news {
            proofread::News::Proof(proof) => (Some(*proof), None),
            proofread::News::Unavailable(why) => (None, Some(why)),
        };
        // What comes after the last letter was closed is of no use any more.
        if self.is_writing() {
            self.proofreading = Proofreading {
                proof,
                unavailable,
                number: self.proofreading.number + 1,
            };
        }
        Vec::new()
    }

    fn tell(&mut self, banner: Banner) -> Vec<Effect> {
        self.banners.retain(|other| other.kind != banner.kind);
        self.banners.push(banner);
        Vec::new()
    }

    fn say(&mut self, text: String, undo: bool) {
        self.toasts += 1;
        self.toast = Some(Toast {
            text,
            undo,
            number: self.toasts,
        });
    }
}

/// Ways through the window.
impl State {
    fn go(&mut self, go: Go, clock: &Clock) -> Vec<Effect> {
        match go {
            Go::View(view) => {
                self.view = view;
                self.panel = None;
            }
            Go::Application(application) => self.open(application, None),
            Go::Compose(application, compose) => self.open(application, Some(compose)),
            Go::Dialog(dialog) => self.dialog = Some(dialog),
            Go::Select(card) => self.selection = card,
            Go::Insist(letter) => self.insisted = Some(letter),
            Go::Filter(words) => {
                if words != self.filter {
                    self.filter = words;
                    self.refresh(clock);
                }
                if !self.filter.is_empty() && self.view != View::Board {
                    self.view = View::Board;
                    self.panel = None;
                }
            }
            Go::Fold(stage, true) => {
                self.folded.insert(stage);
            }
            Go::Fold(stage, false) => {
                self.folded.remove(&stage);
            }
            Go::Back => self.back(clock),
            Go::CloseDialog => self.dialog = None,
            Go::ClosePanel => self.panel = None,
        }
        Vec::new()
    }

    fn open(&mut self, application: ApplicationId, compose: Option<Compose>) {
        if self.search.applications.contains_key(&application) {
            self.selection = Some(application);
            self.panel = Some(Panel {
                application,
                compose,
            });
        }
    }

    fn back(&mut self, clock: &Clock) {
        if self.dialog.take().is_some() {
            return;
        }
        match &mut self.panel {
            Some(panel) if panel.compose.is_some() => panel.compose = None,
            Some(_) => self.panel = None,
            None if !self.filter.is_empty() => {
                self.filter.clear();
                self.refresh(clock);
            }
            None => {}
        }
    }
}
