use anyhow::{anyhow, bail};
use chrono::NaiveDate;
use serde::Serialize;

use super::Import;
use crate::cli::output::clean;
use crate::cli::session::{Session, application};
use crate::exchange::mail::Mail;
use crate::model::{Application, Entry, Event, JobSearch, Reply, ReplyKind};
use crate::reading::{self, Reading, Written};
use crate::time::When;

#[derive(Debug, Serialize)]
struct Json {
    added: usize,
    already_there: usize,
    application: String,
    from: String,
    kind: &'static str,
    day: Option<NaiveDate>,
    sure: bool,
    dry_run: bool,
}

impl Import {
    pub(super) fn mail(&self, session: &Session) -> anyhow::Result<()> {
        let mail = Mail::open(&self.file).map_err(|error| self.not_imported(&error))?;
        if let Some(invitation) = mail.invitation(&session.clock) {
            return self.arrivals(invitation, session);
        }
        let mut store = session.store()?;
        let application = self.belongs_to(&mail, store.known(), session)?;
        let written = Written {
            on: mail.sent.map(|sent| session.clock.zone.date(sent)),
            today: session.clock.today(),
        };
        let reading = reading::read(&mail.text, written, &store.known().policy);
        let is_known = mail.is_known_in(&application);
        if self.kind.is_none() && !self.dry_run && !is_known {
            bail!(
                "{} is not logged yet: say what it amounts to with --kind. It seems to be {}: \
                 --kind {}",
                self.file.display(),
                reading.kind.kind.label().to_lowercase(),
                options(&reading)
            );
        }
        let from = mail.sender(&application);
        let reply = Reply {
            kind: self.kind.unwrap_or(reading.kind.kind),
            day: self.day,
            from: (!from.is_empty()).then_some(from),
            text: mail.text.clone(),
        };
        let json = Json {
            added: usize::from(!is_known),
            already_there: usize::from(is_known),
            application: application.key.clone(),
            from: reply.from.clone().unwrap_or_default(),
            kind: reply.kind.name(),
            day: self.day.or(reading.day.as_ref().map(|day| day.day)),
            sure: reading.is_sure(),
            dry_run: self.dry_run,
        };
        if !is_known && !self.dry_run {
            let search = with_reply(store.known(), application, &mail, reply, session);
            store.back_up_next();
            store.save(&search)?;
        }
        session.answer(&json, || json.text())
    }

    /// The application that a mail belongs to: the one that is named, else the one it surely fits.
    fn belongs_to(
        &self,
        mail: &Mail,
        search: &JobSearch,
        session: &Session,
    ) -> anyhow::Result<Application> {
        if let Some(name) = &self.application {
            return Ok(application(search, name)?.as_ref().clone());
        }
        let fits = mail.fits(search, &session.clock);
        let sure = fits.sure.and_then(|id| search.application(id));
        sure.map(|application| application.as_ref().clone()).ok_or_else(|| {
            let keys = super::keys(search, &fits.all);
            let may = match keys.as_slice() {
                [] => String::new(),
                keys => format!(" It may be one of {}.", keys.join(", ")),
            };
            anyhow!(
                "{} is not imported: it is not clear which application it belongs to.{may} Name \
                 it with --application",
                self.file.display()
            )
        })
    }
}

fn with_reply(
    search: &JobSearch,
    mut application: Application,
    mail: &Mail,
    reply: Reply,
    session: &Session,
) -> JobSearch {
    let sent = mail.sent.map(|sent| session.clock.zone.show(sent));
    let mut entry = Entry::new(
        When::Moment(sent.unwrap_or(session.clock.now)),
        Event::Reply(reply),
    );
    entry.origin = mail.origin();
    application.history.push(entry);
    let mut search = search.clone();
    search.put(application);
    search
}

/// How the reading is said on the command line.
fn options(reading: &Reading) -> String {
    let kind = reading.kind.kind.name();
    match &reading.day {
        Some(day) => format!("{kind} --day {}", day.day),
        None => kind.to_owned(),
    }
}

/// Reads `--kind`.
pub(super) fn kind(name: &str) -> Result<ReplyKind, String> {
    let mut all = ReplyKind::ALL.into_iter();
    all.find(|kind| kind.name() == name).ok_or_else(|| {
        let names = ReplyKind::ALL.map(ReplyKind::name);
        format!("“{name}” is none of {}", names.join(", "))
    })
}

impl Json {
    fn text(&self) -> String {
        let from = match self.from.as_str() {
            "" => String::new(),
            from => format!(" from {}", clean(from)),
        };
        let application = clean(&self.application);
        if self.already_there > 0 {
            return format!("This reply{from} to {application} is known already.\n");
        }
        let would = if self.dry_run { "would be " } else { "" };
        let day = self.day.map(|day| format!(", {day}"));
        let doubt = if self.sure { "" } else { " (not sure)" };
        format!(
            "A reply{from} {would}logged for {application}: {}{}{doubt}.\n",
            self.kind,
            day.unwrap_or_default()
        )
    }
}
