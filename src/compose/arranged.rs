//! The interview that a letter arranges: its day, its time with the zone, and who will be there.

use super::salutation::name_for;
use crate::model::{Application, Entry, Format, same_name};
use crate::time::{Zone, hour, long_day};

/// What letters say of an interview that is arranged, or of a call that was.
pub(super) struct Arranged<'a> {
    pub(super) app: &'a Application,
    pub(super) zone: Zone,
    pub(super) entry: &'a Entry,
    /// Whom the letter is addressed to.
    pub(super) reader: Option<&'a str>,
}

impl Arranged<'_> {
    /// Whether who reads the letter will be there.
    pub(super) fn is_with_reader(&self) -> bool {
        let with = self.entry.interview().map(|(_, _, held)| &held.with);
        with.into_iter().flatten().any(|name| self.is_reader(name))
    }

    fn is_reader(&self, name: &str) -> bool {
        self.reader.is_some_and(|to| same_name(to, name))
    }

    /// What is known of it under that name.
    pub(super) fn fact(&self, key: &str) -> Option<String> {
        let (start, _, interview) = self.entry.interview()?;
        let local = self.zone.local(start);
        match key {
            "agreed_day" => Some(long_day(local.date())),
            "agreed_time" => Some(format!(
                "{} {}",
                hour(local.time()),
                self.zone.name_at(start)
            )),
            "agreed_way" => Some(way(interview.format).to_owned()),
            "agreed_with" => self.others(&interview.with),
            _ => None,
        }
    }

    /// Who else will be there, as the reader would be told: “Dana Wu and Lee Park”.
    fn others(&self, with: &[String]) -> Option<String> {
        let others = with
            .iter()
            .filter(|name| !self.is_reader(name) && name_for(self.app, name).is_some());
        let names: Vec<&str> = others.map(String::as_str).collect();
        let (last, before) = names.split_last()?;
        if before.is_empty() {
            return Some((*last).to_owned());
        }
        Some(format!("{} and {last}", before.join(", ")))
    }
}

fn way(format: Format) -> &'static str {
    match format {
        Format::Phone => "by phone",
        Format::Video => "by video",
        Format::OnSite => "on site",
    }
}
