use anyhow::Context as _;
use serde::Serialize;

use super::{Import, first_of, keys};
use crate::cli::input;
use crate::cli::session::Session;
use crate::exchange::events;

#[derive(Debug, Serialize)]
struct Json {
    added: usize,
    already_there: usize,
    applications: Vec<String>,
    dry_run: bool,
}

impl Import {
    pub(super) fn events(&self, session: &Session) -> anyhow::Result<()> {
        let text = input::text(Some(&self.file))?;
        let mut store = session.store()?;
        let imported = events::import(store.known(), &text, session.clock.zone)
            .with_context(|| format!("{} is not imported", self.file.display()))?;
        if imported.added > 0 && !self.dry_run {
            store.back_up_next();
            store.save(&imported.search)?;
        }
        let json = Json {
            added: imported.added,
            already_there: imported.already_there,
            applications: keys(&imported.search, &imported.applications),
            dry_run: self.dry_run,
        };
        session.answer(&json, || json.text())
    }
}

impl Json {
    fn text(&self) -> String {
        let would = if self.dry_run { "would be " } else { "" };
        let known = format!("{} known already", self.already_there);
        let lines = match self.added {
            0 => format!("Nothing new; {known}.\n"),
            1 => format!("1 line {would}imported, {known}.\n"),
            added => format!("{added} lines {would}imported, {known}.\n"),
        };
        let keys = self.applications.iter().cloned();
        format!("{lines}{}", first_of(keys, self.applications.len()))
    }
}
