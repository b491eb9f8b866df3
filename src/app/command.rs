//! What can be done, and what the outside has to do for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::Versions;
use super::columns::ColumnEdit;
use super::dialog::{DamagedFile, Dialog, EarlierState};
use super::edit::Edit;
use super::exporting::ExportPlan;
use super::scenarios::ScenarioEdit;
use super::state::{Banner, Compose, NotifierStatus, Reminding, SaveStatus, SystemLook, View};
use super::table::{TableOffer, TablePlan, TablePreview};
use super::views::ViewEdit;
use crate::etiquette::{Action, Rule};
use crate::exchange::arrivals::Arrivals;
use crate::exchange::letters::Letter;
use crate::exchange::mail::Mail;
use crate::model::{
    Achievement, Appearance, ApplicationId, Filter, JobSearch, Muted, Policy, Profile, Reminders,
    Scenario, Spelling, StageId, TemplateText,
};
use crate::proofread::{self, Manuscript};
use crate::reminders::{Key, Quiet, Target};
use crate::time::Moment;

/// Everything that can be done in the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Adds an application, in that stage if one is named.
    Add {
        /// What is known of it.
        details: super::Details,
        /// The stage it is put into from the start.
        stage: Option<StageId>,
    },
    /// Changes one application.
    Edit(ApplicationId, Edit),
    /// Changes applications in answer to a question that their last change raised: both are
    /// undone together.
    FollowUp(Vec<ApplicationId>, Edit),
    /// Puts a card into a stage, at a place among the cards that stand there.
    Move {
        /// Which card.
        application: ApplicationId,
        /// Into which stage.
        stage: StageId,
        /// Its place among the other cards shown there, from 0; beyond the end is the end.
        index: usize,
    },
    /// Puts several cards into a stage, one below the other.
    MoveAll {
        /// Which cards, in their order.
        applications: Vec<ApplicationId>,
        /// Into which stage.
        stage: StageId,
        /// The place of the first among the other cards shown there, from 0.
        index: usize,
    },
    /// Takes an application out of the search.
    Remove(ApplicationId),
    /// Takes several applications out of the search.
    RemoveAll(Vec<ApplicationId>),
    /// Changes who signs the letters.
    Profile(Profile),
    /// Changes how the window looks.
    Appearance(Appearance),
    /// Changes the rules' settings.
    Policy(Policy),
    /// Changes how letters are proof-read.
    Spelling(Spelling),
    /// Changes how the user is reminded.
    Reminders(Reminders),
    /// Adds a word to the user's own: it is right from now on.
    AddWord(String),
    /// Changes the board's columns.
    Column(ColumnEdit),
    /// Changes the filters that have a name.
    View(ViewEdit),
    /// Changes what the user did before.
    Achievements(Vec<Achievement>),
    /// Sets the user's own version of a template; nothing goes back to ours. One that cannot be
    /// used yet is kept, and the one in force stays.
    Template(Scenario, Option<TemplateText>),
    /// Changes the user's own scenarios.
    OwnScenario(ScenarioEdit),
    /// Takes a template in from the text of its file, as the user's own version.
    ImportTemplate(String),
    /// Changes what the review of letters is not to tell any more; in words, what changed.
    Muted(Vec<Muted>, String),
    /// Puts actions of the plan off until then; see [`reminders::snooze`](crate::reminders::snooze).
    Snooze {
        /// What is put off.
        actions: Vec<Action>,
        /// Until when.
        until: Moment,
    },
    /// Hears no more of actions, as they are due now.
    NotNeeded(Vec<Action>),
    /// Takes back that actions were put off, or were not needed.
    Wake(Vec<Action>),
    /// Goes to what a notification is about.
    Follow(Target),
    /// What a notification is about is done already.
    Done(Target),
    /// How reminding goes, beside the notifications themselves.
    Reminding(Reminding),
    /// What came of a test of notifications, as a sentence.
    Tried(String),
    /// What the reminders' ledger keeps quiet, after it has changed.
    Quieted(BTreeMap<Key, Quiet>),
    /// Takes the last change back.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
    /// Takes back, or does again, whatever leaves so many steps of the history done.
    WalkTo(usize),
    /// Opens or closes something; the job search stays as it is.
    Go(Go),
    /// Takes events in from their text.
    Import(String),
    /// Asks what the columns of a table mean, and shows what would come of it.
    OfferTable(TableOffer),
    /// What would come of a table.
    TablePreviewed(Box<TablePreview>),
    /// Takes a table in, as it was previewed.
    TakeInTable(Box<TablePreview>),
    /// Shows people or invitations that came in, and asks where they go.
    OfferArrivals(Box<Arrivals>),
    /// Takes them in, as they were shown.
    TakeIn(Box<Arrivals>),
    /// Offers a mail as a reply, or the invitation in it as an interview.
    Received(Box<Mail>),
    /// A file is being written.
    Exporting(ExportPlan),
    /// It is written, or it is not; what is to be said of it.
    Exported(Banner),
    /// Shows another job search: a file was opened, or a sample.
    Replace {
        /// The job search.
        search: Box<JobSearch>,
        /// Its file; nothing for a sample that is kept nowhere.
        file: Option<PathBuf>,
    },
    /// Goes back to an earlier state, as one step that can be undone.
    BringBack {
        /// The earlier state.
        search: Box<JobSearch>,
        /// When it was, in words.
        when: String,
    },
    /// Takes a second version of the file in, which a synchronising program has left.
    MergeCopy {
        /// What it holds.
        search: Box<JobSearch>,
        /// Where it is.
        path: PathBuf,
    },
    /// Keeps one of two versions of an application.
    Settle {
        /// Both.
        versions: Versions,
        /// Whether the one from elsewhere stays.
        keep_theirs: bool,
    },
    /// The job search that is shown is kept in another file from now on.
    Moved(PathBuf),
    /// Files that were opened before, the last one first.
    Recent(Vec<PathBuf>),
    /// Takes over what came from outside, already merged with what is here.
    Adopt {
        /// The merged job search.
        search: Box<JobSearch>,
        /// What was merged, in a sentence, if it is worth one.
        note: Option<String>,
    },
    /// Asks the outside for something.
    Ask(Effect),
    /// Puts words on the clipboard, and says so.
    Copy(String),
    /// Says something in passing.
    Say(String),
    /// The file did not load.
    Damaged(DamagedFile),
    /// Where saving stands.
    Saving(SaveStatus),
    /// What the system wishes for the look of all windows.
    SystemLook(SystemLook),
    /// Whether the desktop takes notifications.
    Notifier(NotifierStatus),
    /// Has the letter at hand proof-read.
    Proofread(Manuscript),
    /// What the proof-reader says.
    ProofreaderSays(proofread::News),
    /// Says something in a banner, in place of an earlier one of the same kind.
    Tell(Banner),
    /// Closes the banner of that place in the list.
    CloseBanner(usize),
    /// Closes the toast.
    CloseToast,
}

impl Command {
    /// Changes an application.
    pub fn edit(application: ApplicationId, edit: Edit) -> Self {
        Self::Edit(application, edit)
    }

    /// Opens a dialog.
    pub fn dialog(dialog: Dialog) -> Self {
        Self::Go(Go::Dialog(dialog))
    }

    /// Opens an application's panel.
    pub fn open(application: ApplicationId) -> Self {
        Self::Go(Go::Application(application))
    }

    /// Opens a letter for writing.
    pub fn compose(application: ApplicationId, scenario: Scenario, person: Option<String>) -> Self {
        Self::Go(Go::Compose(application, Compose { scenario, person }))
    }
}

/// A way through the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Go {
    /// To a view.
    View(View),
    /// To an application's panel.
    Application(ApplicationId),
    /// To a letter of an application.
    Compose(ApplicationId, Compose),
    /// To the page of rules, at that one if there is one; back leads to what is open now.
    Rules(Option<Rule>),
    /// To the template of a scenario.
    Template(Scenario),
    /// To a dialog.
    Dialog(Dialog),
    /// Marks a card as the one at hand, or none.
    Select(Option<ApplicationId>),
    /// Marks these cards, and no others.
    Mark(BTreeSet<ApplicationId>),
    /// Shows the cards that hold these words, besides what else is asked for.
    Search(String),
    /// Shows the cards that fit.
    Filter(Filter),
    /// Brings what can be filtered by into sight, or takes it away.
    Filtering(bool),
    /// Unfolds the columns of what is over, or folds them.
    Closed(bool),
    /// Takes the letter of that fingerprint as it stands: what speaks against it is not asked
    /// about again.
    Insist(u64),
    /// Folds a column, or unfolds it.
    Fold(StageId, bool),
    /// One step back: closes the dialog, else the template, else the letter, else the panel, else
    /// unmarks all cards, else shows all of them.
    Back,
    /// Closes the dialog.
    CloseDialog,
    /// Closes the panel, and the letter with it.
    ClosePanel,
}

/// What the outside has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep this snapshot: the job search changed.
    Save(Box<JobSearch>),
    /// Proof-read this letter, by the words of this search.
    Proofread(Box<(Manuscript, JobSearch)>),
    /// The last letter was closed: the proof-reader may go.
    RestProofreader,
    /// Keep this action quiet, or no more.
    KeepQuiet(Key, Option<Quiet>),
    /// Put this text on the clipboard.
    CopyText(String),
    /// Hand this address (`https:`, `http:` or `mailto:`) to the desktop; any other is refused.
    OpenUrl(String),
    /// Show this folder in the desktop's file manager.
    ShowFolder(PathBuf),
    /// Let the user choose a job search to open.
    ChooseFile,
    /// Let the user choose where to keep this job search from now on.
    ChoosePlace,
    /// Let the user choose where to write a copy of this job search as it is now.
    ChooseCopy,
    /// Let the user choose a file to take in: a table, people, an invitation, a mail, events.
    ChooseImport,
    /// Take this file in, by the ending of its name.
    TakeInFile(PathBuf),
    /// Take in a text that was pasted, by how it begins: a table, people, a calendar, a mail.
    TakeInText(String),
    /// Find out what would come of a table in that search.
    PreviewTable {
        /// The table and what its columns mean.
        plan: TablePlan,
        /// The search.
        search: Box<JobSearch>,
    },
    /// Keep the search as it is on the disk among the backups before the next save.
    BackUp,
    /// Let the user choose where to write an export.
    ChooseExport(ExportPlan),
    /// Let the user choose where to write a letter as a mail that is not sent yet.
    ChooseLetter(Box<Letter>),
    /// Let the user choose a file that belongs to that application.
    ChooseDocument(ApplicationId),
    /// Have the desktop open the document at that place.
    OpenDocument(String),
    /// Copy the document at that place into a folder beside the job search.
    CopyDocument(ApplicationId, String),
    /// Let the user choose a file with a template to take in.
    ChooseTemplate,
    /// Let the user choose where to write the template in force of that scenario.
    ExportTemplate(Scenario),
    /// Open this file; it need not be there yet.
    Open(PathBuf),
    /// Begin a new job search beside this file, which does not load.
    StartBeside(PathBuf),
    /// Open this backup in the place of the file that does not load.
    Restore {
        /// The file that does not load; it is kept beside.
        path: PathBuf,
        /// The backup.
        backup: PathBuf,
    },
    /// Open what can still be read of the file that does not load; the file is kept beside.
    Salvage(PathBuf),
    /// Look through the backups of a file, and show them in a dialog.
    ListBackups {
        /// The file.
        file: PathBuf,
        /// What they are compared with.
        current: Box<JobSearch>,
    },
    /// Read a backup, for going back to it.
    ReadBackup(EarlierState),
    /// Read a second version of the file, for taking it in.
    ReadCopy(PathBuf),
    /// Move a second version to the backups once what it held is saved.
    PutCopyAway(PathBuf),
    /// Put words of an earlier run that cannot be put back where they stay.
    PutWordsAside,
    /// Try to save again.
    RetrySave,
    /// Show a notification to try whether any arrive.
    TryNotification,
    /// Have the agent started at login, or no more.
    StartAtLogin(bool),
    /// Remember that the user was asked about reminders while the window is closed.
    LoginOffered,
    /// Look again for somebody who shows notifications.
    RetryNotifier,
    /// Put the keyboard into the search field.
    FocusSearch,
    /// Walk among what the review found in the letter that is open.
    Finding(FindingStep),
    /// Close the window.
    Quit,
    /// Close the window even if the last changes are not saved.
    QuitUnsaved,
}

/// A step among the findings of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingStep {
    /// To the next one, and from the last to the first.
    Next,
    /// To the one before, and from the first to the last.
    Previous,
    /// Mends the one that was stepped to, in the first way that is offered.
    Mend,
}
