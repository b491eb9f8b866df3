//! Tables taken in: the dialog that asks, the look ahead, and the one step it is.

use std::sync::Arc;

use super::{Banner, BannerKind, State};
use crate::app::change::Change;
use crate::app::command::Effect;
use crate::app::dialog::Dialog;
use crate::app::table::{TableOffer, TablePreview};
use crate::exchange::csv::{self, Report};
use crate::time::Clock;

impl State {
    pub(super) fn offer_table(&mut self, offer: TableOffer) -> Vec<Effect> {
        self.table = None;
        self.dialog = Some(Dialog::Table(offer));
        Vec::new()
    }

    pub(super) fn table_previewed(&mut self, preview: TablePreview) -> Vec<Effect> {
        // It may come after the dialog was left, or another table was offered.
        if self.dialog == Some(Dialog::Table(preview.plan.offer.clone())) {
            self.table = Some(preview);
        }
        Vec::new()
    }

    pub(super) fn take_in_table(&mut self, preview: &TablePreview, clock: &Clock) -> Vec<Effect> {
        self.table = None;
        let is_as_then = preview.before == self.search;
        let made = if is_as_then {
            preview.made.clone()
        } else {
            let (table, mapping) = (&preview.plan.offer.0, &preview.plan.mapping);
            csv::import(table, mapping, &self.search, clock, |_| true).map(Arc::new)
        };
        let imported = match made {
            Ok(imported) => imported,
            Err(error) => {
                let name = preview.plan.offer.0.source.name();
                let text = format!("Nothing was imported from {name}: {error}");
                return self.tell(Banner::new(BannerKind::Failure, text));
            }
        };
        let title = title(&imported.report);
        let change = Change::between(title, &self.search, &imported.search);
        if change.is_empty() {
            self.say(change.title, false);
            return Vec::new();
        }
        let mut effects = vec![Effect::BackUp];
        effects.extend(self.make(change, clock));
        effects
    }
}

fn title(report: &Report) -> String {
    let applications = |count: usize| match count {
        1 => "1 application".to_owned(),
        count => format!("{count} applications"),
    };
    match (report.new, report.changed) {
        (0, 0) => "Everything in this table was here already".to_owned(),
        (new, 0) => format!("Imported {}", applications(new)),
        (0, changed) => format!("Updated {} from a table", applications(changed)),
        (new, changed) => format!("Imported {}, updated {changed}", applications(new)),
    }
}
