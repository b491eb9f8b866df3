//! Everything in one packed folder (`.zip`).

use std::collections::HashSet;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::told::Days;
use super::{calendar, csv, events, letters, markdown};
use crate::etiquette::Plan;
use crate::model::JobSearch;
use crate::time::Clock;

/// Every format, and of each application its dossier and the letters begun for it. `go_on` is asked
/// with how many applications are done; nothing comes of it when it says no.
pub(super) fn export(
    search: &JobSearch,
    plan: &Plan,
    clock: &Clock,
    days: Days,
    go_on: &mut dyn FnMut(usize) -> bool,
) -> Option<Vec<u8>> {
    let mut bundle = Bundle::default();
    bundle.put("afterword.jsonl", &events::export(search));
    bundle.put("applications.csv", &csv::export(search, plan, clock));
    bundle.put("calendar.ics", &calendar::export(search, plan, clock));
    bundle.put("report.md", &markdown::report(search, plan, clock, days));
    for (done, application) in search.applications.values().enumerate() {
        if done % 100 == 0 && !go_on(done) {
            return None;
        }
        let dossier = markdown::dossier(application, search, plan, clock);
        bundle.put(
            &format!("applications/{}.md", safe(&application.key)),
            &dossier,
        );
        for (name, text) in letters::drafts(application, clock) {
            let name = format!("letters/{} {}.eml", safe(&application.key), safe(&name));
            bundle.put(&name, &text);
        }
    }
    Some(bundle.finish())
}

struct Bundle {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    names: HashSet<String>,
}

impl Default for Bundle {
    fn default() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            names: HashSet::new(),
        }
    }
}

impl Bundle {
    fn put(&mut self, name: &str, text: &str) {
        let name = self.free(name);
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .unix_permissions(0o600);
        // Writing to memory fails only beyond four gigabytes, which no search has.
        let _ = self.zip.start_file(name, options);
        let _ = self.zip.write_all(text.as_bytes());
    }

    /// `name`, or one like it that no file has yet, capitals aside.
    fn free(&mut self, name: &str) -> String {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let numbered = (2_u32..).map(|number| format!("{stem} {number}.{ending}"));
        std::iter::once(name.to_owned())
            .chain(numbered)
            .find(|name| self.names.insert(name.to_lowercase()))
            .unwrap_or_default()
    }

    fn finish(self) -> Vec<u8> {
        self.zip
            .finish()
            .map(Cursor::into_inner)
            .unwrap_or_default()
    }
}

/// A name that every system takes for a file's.
pub(super) fn safe(name: &str) -> String {
    const LONGEST: usize = 60;
    let safe: String = name
        .chars()
        .take(LONGEST)
        .map(|c| {
            if c.is_alphanumeric() || c == '-' {
                c
            } else {
                ' '
            }
        })
        .collect();
    let words: Vec<_> = safe.split_whitespace().collect();
    if words.is_empty() {
        "application".to_owned()
    } else {
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;
    use crate::exchange::demo;
    use crate::model::{Draft, Scenario};

    #[test]
    fn everything_is_in_it_and_the_events_come_back_equal() {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
        let clock = Clock::at(now, "Europe/Berlin".parse().unwrap());
        let mut search = demo(&clock);
        let mut first = search
            .applications
            .values()
            .next()
            .unwrap()
            .as_ref()
            .clone();
        first.key = "../../../etc/passwd".to_owned();
        first.drafts.push(Draft {
            scenario: Scenario::Question,
            person: None,
            subject: "Hello".to_owned(),
            body: "Dear all".to_owned(),
            ignored: Vec::new(),
            said: std::collections::BTreeMap::new(),
        });
        search.put(first);
        let plan = Plan::new(&search, &clock);
        let bytes = export(&search, &plan, &clock, Days::default(), &mut |_| true).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<_> = zip.file_names().map(str::to_owned).collect();
        assert!(names.iter().all(|name| !name.contains("..")), "{names:?}");
        assert!(
            names.contains(&"letters/etc passwd question.eml".to_owned()),
            "{names:?}"
        );
        let dossiers = names
            .iter()
            .filter(|name| name.starts_with("applications/"));
        assert_eq!(dossiers.count(), search.applications.len());
        let mut text = String::new();
        zip.by_name("afterword.jsonl")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        let copy = events::import(&JobSearch::default(), &text, clock.zone).unwrap();
        assert_eq!(events::export(&copy.search), text);
    }

    #[test]
    fn it_stops_when_nobody_wants_it_any_more() {
        let clock = Clock::system();
        let search = demo(&clock);
        let plan = Plan::new(&search, &clock);
        assert!(export(&search, &plan, &clock, Days::default(), &mut |_| false).is_none());
    }
}
