//! The real outside: the system's clock, the file on the disk, the dialogs of the desktop.
//!
//! Nothing here keeps a frame waiting: what takes time has a thread of its own, and says what came
//! of it through a channel that is read once a frame.

mod backups;
mod channel;
mod choose;
mod clock;
mod copies;
mod documents;
#[cfg(unix)]
mod ending;
mod exchange;
mod files;
mod login;
mod look;
mod notify;
mod open;
mod proofread;
mod recent;
#[cfg(test)]
mod tests;
mod window;
mod words;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use anyhow::anyhow;
use egui::{Context, ViewportCommand};

use super::shell::{self, Outside};
use crate::app::{Banner, BannerKind, Command, Edit, Effect, SaveStatus, State};
use crate::compose::TemplateFile;
use crate::crash;
use crate::model::{ApplicationId, Document, JobSearch};
use crate::reminders::Target;
use crate::store::{self, Damage, OpenError, Opened, Saver, Store};
use crate::time::{Clock, Moment};
use channel::Channel;
use choose::Chosen;
use clock::ClockSource;
use files::OnTheWay;
use notify::Reminding;
use proofread::Proofreading;
use words::Words;

pub use channel::{Request, ask};

/// What the window is to show.
#[derive(Clone, Debug)]
pub struct Options {
    /// The file of the job search.
    pub file: PathBuf,
    /// The moment to begin at; nothing means the system's clock.
    pub now: Option<Moment>,
    /// Whether it is a sample of which nothing is kept.
    pub demo: bool,
    /// What a notification was about that was clicked, to begin with.
    pub follow: Option<Target>,
}

/// What came of opening the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ran {
    /// It was open, and has been closed.
    Closed,
    /// A window on the same file was open already, and has come to the front.
    ShownElsewhere,
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// There is no display, or the file cannot be looked at.
pub fn run(options: &Options) -> anyhow::Result<Ran> {
    let request = options.follow.map_or(Request::Show, Request::Follow);
    if !options.demo && ask(&options.file, request).is_ok() {
        return Ok(Ran::ShownElsewhere);
    }
    let clock = ClockSource::new(options.now);
    let kept = !options.demo;
    let crashed = kept.then(|| crash::left_before(&options.file)).flatten();
    let (mut state, start) = begin(&options.file, kept, &clock.now())?;
    state.dialect_guess = crate::proofread::dialect_of_this_machine();
    if let Some(target) = options.follow {
        // Nothing of it is for the outside to do.
        state.apply(Command::Follow(target), &clock.now());
    }
    let place = kept.then(window::place).flatten();
    let placement = place.as_deref().map(window::read).unwrap_or_default();
    shell::run(state, placement, move |ctx| {
        #[cfg(unix)]
        ending::listen(ctx);
        let mut desktop = Desktop::new(clock, ctx.clone());
        desktop.place = place;
        desktop.follow_look();
        if kept {
            desktop.recent = recent::list();
            desktop.start(start);
        }
        if let Some(report) = crashed {
            desktop.tell(after_crash(&report));
        }
        Box::new(desktop)
    })
    .map_err(|error| anyhow!("the window does not open: {error}"))?;
    Ok(Ran::Closed)
}

/// What the window shows first, and what its desktop begins with.
fn begin(path: &Path, kept: bool, clock: &Clock) -> Result<(State, Start), OpenError> {
    let (search, start) = match Store::open(path)? {
        Opened::Damaged(damage) => (JobSearch::default(), Start::Damaged(Box::new(damage))),
        Opened::Loaded { store, notice } => {
            (store.known().clone(), Start::Store(Box::new(store), notice))
        }
        Opened::New(store) | Opened::Newer(store) => {
            (store.known().clone(), Start::Store(Box::new(store), None))
        }
    };
    let file = kept.then(|| path.to_owned());
    Ok((State::new(search, file, clock), start))
}

/// What the window begins with.
enum Start {
    Store(Box<Store>, Option<String>),
    Damaged(Box<Damage>),
}

/// What a thread found out.
enum News {
    /// A file was chosen in a dialog.
    Chosen(Chosen, PathBuf),
    /// A document is to be copied beside the search.
    Copy(ApplicationId, String),
    /// A file was opened.
    Opened(PathBuf, Box<Result<Opened, OpenError>>),
    /// The search goes on in another file; the store is that of the old one if it could not.
    Moved(Option<Box<Store>>, PathBuf, Result<(), String>),
    /// Something is to be done in the window.
    Command(Box<Command>),
}

/// The desktop around the window.
struct Desktop {
    clock: ClockSource,
    ctx: Context,
    saver: Option<Saver>,
    channel: Option<Channel>,
    reminding: Reminding,
    proofreading: Proofreading,
    words: Words,
    /// Where files that were opened are remembered; nothing if they are not.
    recent: Option<PathBuf>,
    /// Where the place of the window is kept; nothing if it is not.
    place: Option<PathBuf>,
    damage: Option<Damage>,
    /// What the window was told about saving.
    told: SaveStatus,
    /// What is to be saved while the search is on its way to another file.
    on_the_way: Option<OnTheWay>,
    retry: bool,
    /// Copies that were merged and not put away yet, each with its file.
    merged_copies: Vec<(PathBuf, PathBuf)>,
    news: Receiver<News>,
    sender: Sender<News>,
    threads: Vec<JoinHandle<()>>,
    /// As long as it is there, the system tells what it wishes for the look.
    look: Option<mundy::Subscription>,
    /// Savers of files that were left, saving what is left.
    last_saves: Vec<JoinHandle<()>>,
}

impl Desktop {
    fn new(clock: ClockSource, ctx: Context) -> Self {
        let (sender, news) = channel();
        Self {
            clock,
            ctx,
            saver: None,
            channel: None,
            reminding: Reminding::default(),
            proofreading: Proofreading::default(),
            words: Words::default(),
            recent: None,
            place: None,
            damage: None,
            told: SaveStatus::Saved,
            on_the_way: None,
            retry: false,
            merged_copies: Vec::new(),
            news,
            sender,
            threads: Vec::new(),
            look: None,
            last_saves: Vec::new(),
        }
    }

    /// From now on the window follows the system's look.
    fn follow_look(&mut self) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        self.look = Some(look::follow(move |look| {
            // Nobody listens any more once the window is closed.
            let _ = sender.send(News::Command(Box::new(Command::SystemLook(look))));
            ctx.request_repaint();
        }));
    }

    fn start(&mut self, start: Start) {
        match start {
            Start::Store(store, notice) => {
                self.words.begin(store.places().file());
                self.keep_in(*store);
                if let Some(notice) = notice {
                    self.tell(Command::Tell(Banner::new(BannerKind::News, notice)));
                }
            }
            Start::Damaged(damage) => {
                let file = self.damaged(*damage);
                self.tell(file);
            }
        }
    }

    /// From now on the search is kept in that store.
    fn keep_in(&mut self, store: Store) {
        self.reminding
            .watch(&store, &self.clock, &self.sender, &self.ctx);
        self.listen(store.places().file());
        self.remember(store.places().file().to_owned());
        let ctx = self.ctx.clone();
        let saver = Saver::start(store, Arc::new(move || ctx.request_repaint()));
        if let Some(before) = self.saver.replace(saver) {
            self.let_go(before);
        }
    }

    /// Has the file among those that were opened.
    fn remember(&mut self, file: PathBuf) {
        let Some(list) = self.recent.clone() else {
            return;
        };
        self.spawn(move |sender| {
            let others = Command::Recent(recent::remember(&list, &file));
            let _ = sender.send(News::Command(Box::new(others)));
        });
    }

    /// Hears what other programs ask of the window on that file.
    fn listen(&mut self, file: &Path) {
        self.channel = None;
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let opened = Channel::open(file, move |request| {
            let command = match request {
                Request::Show => None,
                Request::Open(application) => Some(Command::open(application)),
                Request::Follow(target) => Some(Command::Follow(target)),
                Request::Done(target) => Some(Command::Done(target)),
            };
            if let Some(command) = command {
                let _ = sender.send(News::Command(Box::new(command)));
            }
            if matches!(request, Request::Done(_)) {
                ctx.request_repaint();
            } else {
                come_to_front(&ctx);
            }
        });
        match opened {
            Ok(channel) => self.channel = Some(channel),
            Err(error) => tracing::warn!("a second start opens a second window: {error}"),
        }
    }

    /// Lets a saver save what is left, which may take its time; closing the window waits for it.
    fn let_go(&mut self, saver: Saver) {
        let closing = move || {
            if saver.close().1.is_err() {
                tracing::error!("the last changes of the file before are not saved");
            }
        };
        let thread = thread::Builder::new()
            .name("last save".to_owned())
            .spawn(closing);
        // Without a thread the closure was dropped, and the saver in it has saved.
        self.last_saves.extend(thread);
    }

    /// Does it with the next frame.
    fn tell(&self, command: Command) {
        // Without a window nobody is left to tell.
        let _ = self.sender.send(News::Command(Box::new(command)));
        self.ctx.request_repaint();
    }

    /// Does `work` on a thread; it sends its news and asks for a frame.
    fn spawn(&mut self, work: impl FnOnce(&Sender<News>) + Send + 'static) {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        self.threads.retain(|thread| !thread.is_finished());
        let thread = thread::Builder::new()
            .name("desktop".to_owned())
            .spawn(move || {
                work(&sender);
                ctx.request_repaint();
            });
        match thread {
            Ok(thread) => self.threads.push(thread),
            Err(error) => self.tell(failure(&format!("The system has no thread left: {error}"))),
        }
    }

    /// Has the desktop open an address or a folder.
    fn hand_over(&mut self, what: impl AsRef<OsStr> + Send + 'static) {
        if !open::may_open(what.as_ref()) {
            self.tell(failure(
                "Only web and mail addresses, folders and documents are opened from here.",
            ));
            return;
        }
        self.spawn(move |sender| {
            if let Err(error) = ::open::that_detached(&what) {
                let told = failure(&format!("The desktop does not open it: {error}"));
                let _ = sender.send(News::Command(Box::new(told)));
            }
        });
    }

    fn choose(&mut self, what: Chosen) {
        let future = choose::ask(&what);
        self.spawn(move |sender| {
            if let Some(path) = choose::wait(future) {
                let _ = sender.send(News::Chosen(what, path));
            }
        });
    }

    fn take_in(&mut self, news: News, current: &JobSearch) -> Option<Command> {
        match news {
            News::Command(command) => return Some(*command),
            News::Chosen(Chosen::Search, path) => self.open(path),
            News::Chosen(Chosen::Place, path) => self.move_to(path, current),
            News::Chosen(Chosen::Copy, path) => self.save_copy(path, current),
            News::Chosen(Chosen::Import, path) => self.take_in_file(path),
            News::Chosen(Chosen::Export(plan), path) => self.export(path, plan, current),
            News::Chosen(Chosen::Letter(letter), path) => self.export_letter(path, *letter),
            News::Chosen(Chosen::Document(id), path) => {
                let document = Document {
                    place: path.to_string_lossy().into_owned(),
                    ..Document::default()
                };
                return Some(Command::edit(id, Edit::Attach(document)));
            }
            News::Copy(id, place) => self.copy_document(id, place, current),
            News::Chosen(Chosen::Template, path) => self.import_template(path),
            News::Chosen(Chosen::TemplateExport(scenario), path) => {
                self.export_template(path, &TemplateFile::of(current, scenario));
            }
            News::Opened(path, opened) => return Some(self.opened(&path, *opened)),
            News::Moved(store, path, moved) => {
                return Some(self.moved(store, path, moved, current));
            }
        }
        None
    }

    /// Where saving stands, if the window does not know yet.
    fn saving(&mut self) -> Option<Command> {
        let status = match self.saver.as_ref()?.status() {
            store::SaveStatus::Saved => SaveStatus::Saved,
            store::SaveStatus::Saving => SaveStatus::Saving,
            store::SaveStatus::Failed(why) => SaveStatus::Failed(why),
            store::SaveStatus::ReadOnly(why) => SaveStatus::ReadOnly(why),
        };
        if status == self.told {
            return None;
        }
        self.told = status.clone();
        Some(Command::Saving(status))
    }
}

impl Outside for Desktop {
    fn clock(&self) -> Clock {
        self.clock.now()
    }

    fn perform(&mut self, effect: Effect, _: &Context) {
        if let Effect::Save(search) = &effect {
            self.reminding.update(search);
        }
        match effect {
            Effect::Save(search) => match (&self.saver, &mut self.on_the_way) {
                (Some(saver), _) => saver.put(*search),
                (None, Some(on_the_way)) => on_the_way.pending = Some(search),
                (None, None) => {}
            },
            Effect::OpenUrl(url) => self.hand_over(url),
            Effect::ShowFolder(folder) => match folder.canonicalize() {
                Ok(folder) => self.hand_over(folder),
                Err(_) => self.tell(failure("The folder is not there any more.")),
            },
            Effect::ChooseFile => self.choose(Chosen::Search),
            Effect::ChoosePlace => self.choose(Chosen::Place),
            Effect::ChooseCopy => self.choose(Chosen::Copy),
            Effect::ChooseImport => self.choose(Chosen::Import),
            Effect::ChooseExport(plan) => self.choose(Chosen::Export(plan)),
            Effect::ChooseLetter(letter) => self.choose(Chosen::Letter(letter)),
            Effect::ChooseDocument(id) => self.choose(Chosen::Document(id)),
            Effect::OpenDocument(place) => self.open_document(place),
            Effect::CopyDocument(id, place) => {
                let _ = self.sender.send(News::Copy(id, place));
            }
            Effect::TakeInFile(path) => self.take_in_file(path),
            Effect::TakeInText(text) => self.take_in_pasted(text),
            Effect::PreviewTable { plan, search } => self.preview_table(plan, *search),
            Effect::BackUp => self.back_up(),
            Effect::ChooseTemplate => self.choose(Chosen::Template),
            Effect::ExportTemplate(scenario) => self.choose(Chosen::TemplateExport(scenario)),
            Effect::Open(path) => self.open(path),
            Effect::StartBeside(path) => {
                let begun = self.damage.as_ref().map(Damage::start_anew);
                if let Some(begun) = begun {
                    self.begin_with(&path, begun);
                }
            }
            Effect::Restore { path, backup } => self.restore(&path, &backup),
            Effect::Salvage(path) => self.salvage(&path),
            Effect::ListBackups { file, current } => self.list_backups(file, *current),
            Effect::ReadBackup(chosen) => self.read_backup(chosen),
            Effect::ReadCopy(path) => self.read_copy(path),
            Effect::PutCopyAway(copy) => {
                let file = self.saver.as_ref().map(|saver| saver.file().to_owned());
                self.merged_copies.extend(file.map(|file| (file, copy)));
            }
            Effect::PutWordsAside => {
                if let Some(path) = self.words.put_aside() {
                    self.tell(words_aside(&path));
                }
            }
            Effect::RetrySave => self.retry = true,
            Effect::RetryNotifier => self.reminding.retry(),
            Effect::TryNotification => self.spawn(notify::try_one),
            Effect::StartAtLogin(on) => self.start_at_login(on),
            Effect::LoginOffered => self.reminding.login_was_offered(),
            Effect::KeepQuiet(key, quiet) => self.reminding.keep_quiet(key, quiet),
            Effect::Proofread(asked) => {
                self.proofreading.read(*asked, &self.sender, &self.ctx);
            }
            Effect::RestProofreader => self.proofreading.rest(),
            // The window itself does these.
            Effect::CopyText(_)
            | Effect::FocusSearch
            | Effect::Finding(_)
            | Effect::Quit
            | Effect::QuitUnsaved => {}
        }
    }

    fn news(&mut self, current: &JobSearch) -> Vec<Command> {
        let mut commands = Vec::new();
        if let Some(saver) = &self.saver {
            if std::mem::take(&mut self.retry) {
                saver.put(current.clone());
            }
            let adopted = saver.adopt(current);
            let mut notes = saver.take_notes();
            notes.retain(|note| !store::is_about_versions(note));
            let note = (!notes.is_empty()).then(|| notes.join(" "));
            match (adopted, note) {
                (Some(search), note) => {
                    self.reminding.update(&search);
                    commands.push(Command::Adopt {
                        search: Box::new(search),
                        note,
                    });
                }
                (None, Some(note)) => {
                    commands.push(Command::Tell(Banner::new(BannerKind::News, note)));
                }
                (None, None) => {}
            }
        }
        let copies = self.saver.as_ref().map(Saver::take_copies);
        for copy in copies.unwrap_or_default() {
            self.offer_copy(copy, current);
        }
        self.put_copies_away();
        while let Ok(news) = self.news.try_recv() {
            commands.extend(self.take_in(news, current));
        }
        commands.extend(self.saving());
        commands.extend(self.reminding.news());
        commands.extend(self.reminding.quieted());
        commands.extend(self.reminding.beside());
        commands
    }

    fn keep_words(&mut self, words: &str) {
        self.words.keep(words);
    }

    fn keep_placement(&mut self, placement: shell::Placement) {
        if let Some(path) = &self.place {
            window::keep(path, placement);
        }
    }

    fn words_before(&mut self) -> Option<String> {
        self.words.take_before()
    }

    fn close(&mut self) {
        self.words.close();
        self.proofreading.close();
        self.channel = None;
        self.look = None;
        let closed = self.saver.take().map(|saver| saver.close().1);
        if closed.is_some_and(|saved| saved.is_err()) {
            // Why it is not may quote the file.
            tracing::error!("the last changes are not saved");
        }
        for thread in self.last_saves.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a thread that saves ended badly");
            }
        }
        for thread in self.threads.drain(..) {
            // A dialog of the desktop may be open still; nobody waits for that.
            if thread.is_finished() && thread.join().is_err() {
                tracing::error!("a thread of the desktop ended badly");
            }
        }
    }
}

/// Has the window come to the front.
fn come_to_front(ctx: &Context) {
    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
    ctx.send_viewport_cmd(ViewportCommand::Focus);
    ctx.request_repaint();
}

/// What is said at the start after a crash.
fn after_crash(report: &Path) -> Command {
    let text = format!(
        "Afterword ended by a mistake of its own. What was saved is here. A report without your \
         data is in {}.",
        report.display()
    );
    let folder = report.parent().unwrap_or(report).to_owned();
    let banner = Banner::new(BannerKind::Failure, text)
        .with_action("Show the folder", Command::Ask(Effect::ShowFolder(folder)));
    Command::Tell(banner)
}

/// What is said of words that this version cannot put back into their forms.
fn words_aside(path: &Path) -> Command {
    let text = format!(
        "You were typing when Afterword ended. This version cannot put your words back; they are \
         in {}.",
        path.display()
    );
    let folder = path.parent().unwrap_or(path).to_owned();
    let banner = Banner::new(BannerKind::Words, text)
        .with_action("Show the folder", Command::Ask(Effect::ShowFolder(folder)));
    Command::Tell(banner)
}

fn failure(why: &str) -> Command {
    Command::Tell(Banner::new(BannerKind::Failure, why))
}
