//! What comes from files of other kinds, and what goes into them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Desktop, News, failure};
use crate::app::{Banner, BannerKind, Command, ExportPlan, TableOffer, TablePlan, TablePreview};
use crate::compose::TemplateFile;
use crate::exchange::arrivals::Arrivals;
use crate::exchange::csv::{self, CsvError, Source};
use crate::exchange::letters::Letter;
use crate::exchange::mail::Mail;
use crate::exchange::{self, Format, Kind};
use crate::model::JobSearch;
use crate::time::Clock;

impl Desktop {
    /// Takes a file in that was chosen or dropped.
    pub(super) fn take_in_file(&mut self, path: PathBuf) {
        match Kind::of_file(&path) {
            Some(Kind::Events) => {
                self.back_up();
                self.take_in_text(path, Command::Import);
            }
            Some(Kind::Search) => self.open(path),
            Some(Kind::Mail) => self.incoming(Source::File(path.clone()), move |_, _| {
                let mail = Mail::open(&path).map_err(|error| error.to_string())?;
                Ok(Command::Received(Box::new(mail)))
            }),
            Some(Kind::Table) => self.incoming(Source::File(path), table),
            Some(Kind::People) => self.incoming(Source::File(path), people),
            Some(Kind::Calendar) => self.incoming(Source::File(path), calendar),
            None => self.tell(failure(&format!(
                "{} is not imported: tables (.csv), people (.vcf), invitations (.ics), mails \
                 (.eml) and events (.jsonl) are.",
                path.display()
            ))),
        }
    }

    /// Takes in what was pasted.
    pub(super) fn take_in_pasted(&mut self, text: String) {
        let read = match Kind::of_text(&text) {
            Some(Kind::Mail) => {
                self.incoming(Source::Text(Arc::from("")), move |source, _| {
                    let mail = Mail::read(source.name(), text.as_bytes());
                    let mail = mail.map_err(|error| error.to_string())?;
                    Ok(Command::Received(Box::new(mail)))
                });
                return;
            }
            Some(Kind::People) => people,
            Some(Kind::Calendar) => calendar,
            _ => table,
        };
        self.incoming(Source::Text(Arc::from(text)), read);
    }

    /// Reads something off the frame, and offers what is in it.
    fn incoming(
        &mut self,
        source: Source,
        read: impl FnOnce(&Source, &Clock) -> Result<Command, String> + Send + 'static,
    ) {
        let clock = self.clock.now();
        self.spawn(move |sender| {
            let name = source.name();
            let command = read(&source, &clock).unwrap_or_else(|why| {
                let why = why.trim_end_matches('.');
                failure(&format!("Nothing was imported from {name}: {why}."))
            });
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }

    /// Keeps the search as it is on the disk before it is saved the next time.
    pub(super) fn back_up(&self) {
        if let Some(saver) = &self.saver {
            saver.back_up_next();
        }
    }

    /// Finds out what would come of a table.
    pub(super) fn preview_table(&mut self, plan: TablePlan, before: JobSearch) {
        let (clock, ctx) = (self.clock.now(), self.ctx.clone());
        self.spawn(move |sender| {
            let go_on = |done| {
                ctx.request_repaint();
                plan.progress.note(done)
            };
            let made = csv::import(&plan.offer.0, &plan.mapping, &before, &clock, go_on);
            if matches!(made, Err(CsvError::Stopped)) {
                return;
            }
            let made = made.map(Arc::new);
            let preview = TablePreview { plan, before, made };
            let command = Command::TablePreviewed(Box::new(preview));
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }

    pub(super) fn import_template(&mut self, path: PathBuf) {
        self.take_in_text(path, Command::ImportTemplate);
    }

    /// Writes an export, and says how far it has come.
    pub(super) fn export(&mut self, path: PathBuf, plan: ExportPlan, current: &JobSearch) {
        let (search, clock, ctx) = (current.clone(), self.clock.now(), self.ctx.clone());
        let own = self.saver.as_ref().map(|saver| saver.file().to_owned());
        self.tell(Command::Exporting(plan.clone()));
        self.spawn(move |sender| {
            let go_on = |done| {
                ctx.request_repaint();
                plan.progress.note(done)
            };
            let (path, format) = with_ending(path, plan.format);
            let done = path.and_then(|path| {
                exchange::export(format, &search, plan.part, &clock, go_on)
                    .ok_or_else(|| "The export was stopped. Nothing was written.".to_owned())
                    .and_then(|bytes| put(&path, &bytes, own.as_deref()))
                    .map(|()| path)
            });
            let command = Command::Exported(written(done));
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }

    /// Writes a letter as a mail that is not sent yet.
    pub(super) fn export_letter(&mut self, path: PathBuf, letter: Letter) {
        let clock = self.clock.now();
        self.give_out(path, move |_| Ok(letter.to_mail(&clock).into_bytes()));
    }

    pub(super) fn export_template(&mut self, path: PathBuf, template: &TemplateFile) {
        let text = template.to_text();
        self.give_out(path, move |_| Ok(text.into_bytes()));
    }

    /// Reads the file and does with its text what the command says.
    fn take_in_text(&mut self, path: PathBuf, command: fn(String) -> Command) {
        self.spawn(move |sender| {
            let command = match std::fs::read_to_string(&path) {
                Ok(text) => command(text),
                Err(error) => failure(&format!("{} cannot be read: {error}", path.display())),
            };
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }

    /// Writes what is made off the frame, as a whole and never over the search itself, and says what
    /// came of it.
    fn give_out(
        &mut self,
        path: PathBuf,
        bytes: impl FnOnce(&Path) -> Result<Vec<u8>, String> + Send + 'static,
    ) {
        let own = self.saver.as_ref().map(|saver| saver.file().to_owned());
        self.spawn(move |sender| {
            let done = bytes(&path)
                .map_err(|why| format!("Nothing was exported to {}: {why}.", path.display()))
                .and_then(|bytes| put(&path, &bytes, own.as_deref()));
            let command = Command::Tell(written(done.map(|()| path)));
            let _ = sender.send(News::Command(Box::new(command)));
        });
    }
}

/// Looks at a table, and asks what to make of it.
fn table(source: &Source, _: &Clock) -> Result<Command, String> {
    let table = csv::look_at(source.clone()).map_err(|error| error.to_string())?;
    if table.is_of_people() {
        let people = Arrivals::of_connections(&table).map_err(|error| error.to_string())?;
        return Ok(Command::OfferArrivals(Box::new(people)));
    }
    Ok(Command::OfferTable(TableOffer(Arc::new(table))))
}

fn people(source: &Source, _: &Clock) -> Result<Command, String> {
    let people = Arrivals::of_people(source).map_err(|error| error.to_string())?;
    Ok(Command::OfferArrivals(Box::new(people)))
}

fn calendar(source: &Source, clock: &Clock) -> Result<Command, String> {
    let meetings = Arrivals::of_calendar(source, clock).map_err(|error| error.to_string())?;
    Ok(Command::OfferArrivals(Box::new(meetings)))
}

fn put(path: &Path, bytes: &[u8], own: Option<&Path>) -> Result<(), String> {
    exchange::put(path, bytes, own).map_err(|error| format!("Nothing was exported: {error}."))
}

/// What is said of a file that was to be written.
fn written(done: Result<PathBuf, String>) -> Banner {
    match done {
        Ok(path) => Banner::new(BannerKind::News, format!("Exported to {}", path.display())),
        Err(why) => Banner::new(BannerKind::Failure, why),
    }
}

/// The path and its format: another format where its name ends so, and the ending that was left
/// out. The desktop has asked about the name that was chosen only, so no other file is replaced.
fn with_ending(path: PathBuf, format: Format) -> (Result<PathBuf, String>, Format) {
    if let Some(format) = Format::of(&ending(&path)) {
        return (Ok(path), format);
    }
    let mut name = path.into_os_string();
    name.push(format!(".{}", format.ending()));
    let path = PathBuf::from(name);
    if path.exists() {
        let why = format!(
            "Nothing was exported: {} is there already; choose it by its whole name.",
            path.display()
        );
        return (Err(why), format);
    }
    (Ok(path), format)
}

/// How the file's name ends, in small letters.
fn ending(path: &Path) -> String {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}
