//! People and invitations on their way in: what each is, where it goes, and what becomes of it.

use egui::{Context, Ui};

use super::fields::title_of;
use super::{Step, fields};
use crate::app::words;
use crate::app::{ArrivalsOffer, Command};
use crate::exchange::arrivals::{Arrival, Arrivals, Counts, Fate, Invitation, Taken, What};
use crate::exchange::csv;
use crate::model::ApplicationId;
use crate::ui::scene::Scene;
use crate::ui::theme::{UiExt as _, metrics, space};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::text::{Text, body, caption, divider, muted, strong};
use crate::ui::widgets::toggle::checkbox;

/// What the user has said of it so far.
#[derive(Debug)]
pub(super) struct Form {
    arrivals: Arrivals,
    /// What would come of it, for the search of that generation.
    ahead: Option<(u64, Taken)>,
    /// Narrows what is shown.
    find: String,
}

/// So many things are shown at once; beyond that, words find them.
const SHOWN: usize = 30;
/// So many reasons are shown.
const REASONS: usize = 30;
/// So many applications are offered beside those that fit.
const OTHERS: usize = 60;

type Target = (Vec<ApplicationId>, String);

impl Form {
    pub(super) fn new(offer: &ArrivalsOffer) -> Self {
        Self {
            arrivals: offer.0.as_ref().clone(),
            ahead: None,
            find: String::new(),
        }
    }

    pub(super) fn show(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> Step {
        let generation = scene.state.generation;
        if self.ahead.as_ref().is_none_or(|(of, _)| *of != generation) {
            let taken = self.arrivals.take_in(&scene.state.search, scene.clock);
            self.ahead = Some((generation, taken));
        }
        let counts = self.ahead.as_ref().map(|(_, taken)| taken.counts);
        let counts = counts.unwrap_or_default();
        let words = button(counts);
        let dialog = Dialog::new("arrivals", "Import", "Cancel")
            .width(metrics::READING)
            .primary(&words)
            .ready(counts.new + counts.changed > 0);
        let ((), choice) = dialog.show(ctx, |ui| {
            strong(ui, csv::title_of(&self.arrivals.name));
            body(ui, &counted(counts));
            self.reasons(ui);
            divider(ui);
            self.items(ui, scene);
        });
        fields::step(choice, || {
            scene.send(Command::TakeIn(Box::new(self.arrivals.clone())));
            Step::Done
        })
    }

    /// Why some of it cannot come in.
    fn reasons(&self, ui: &mut Ui) {
        let color = ui.tokens().late;
        for left_out in self.arrivals.left_out.iter().take(REASONS) {
            let words = format!("Left out. {}.", left_out.sentence());
            Text::new(&words).color(color).show(ui);
        }
        more(ui, self.arrivals.left_out.len(), REASONS);
    }

    fn items(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        if self.arrivals.items.len() > SHOWN {
            TextField::new("Find", &mut self.find)
                .example("A name or a company")
                .show(ui);
        }
        let words = self.find.trim().to_lowercase();
        let fates = self.ahead.as_ref().map(|(_, taken)| taken.fates.as_slice());
        let fates = fates.unwrap_or_default();
        let items = self.arrivals.items.iter_mut().zip(fates).enumerate();
        let found: Vec<_> = items.filter(|(_, (item, _))| holds(item, &words)).collect();
        let (in_all, mut changed) = (found.len(), false);
        for (place, (item, fate)) in found.into_iter().take(SHOWN) {
            changed |= ui.push_id(place, |ui| row(ui, scene, item, fate)).inner;
        }
        more(ui, in_all, SHOWN);
        if changed {
            self.ahead = None;
        }
    }
}

fn more(ui: &mut Ui, in_all: usize, shown: usize) {
    let more = in_all.saturating_sub(shown);
    if more > 0 {
        muted(ui, &format!("and {more} more"));
    }
}

fn holds(item: &Arrival, words: &str) -> bool {
    let text = match &item.what {
        What::Person(person) => format!("{} {}", person.name, person.describe()),
        What::Invitation(invitation) => invitation.title.clone(),
    };
    text.to_lowercase().contains(words)
}

/// One thing, and where it goes; whether that was changed.
fn row(ui: &mut Ui, scene: &Scene<'_>, item: &mut Arrival, fate: &Fate) -> bool {
    let mut changed = false;
    ui.columns(2, |parts| {
        let [left, right] = parts else { return };
        left.spacing_mut().item_spacing.y = 0.0;
        let (title, about) = described(item, scene);
        Text::new(&title).semibold().rows(1).show(left);
        let color = left.tokens().muted;
        if !about.is_empty() {
            Text::new(&about).color(color).rows(2).show(left);
        }
        let color = match fate {
            Fate::LeftOut(_) => left.tokens().due,
            _ => color,
        };
        Text::new(&capital(&fate.words()))
            .color(color)
            .rows(2)
            .show(left);
        let targets = targets(item, scene);
        let label = format!("Where “{title}” goes");
        let mut to = item.to.clone();
        let choice = Choice::new(&label, &targets).hide_label();
        if choice.show(right, &mut to).changed() {
            send(item, to, scene);
            changed = true;
        }
    });
    if let What::Invitation(invitation) = &mut item.what {
        changed |= attendees(ui, invitation);
    }
    ui.add_space(space::XS);
    changed
}

fn send(item: &mut Arrival, to: Vec<ApplicationId>, scene: &Scene<'_>) {
    match to.as_slice() {
        [only] => {
            if let Some(application) = scene.state.application(*only) {
                item.send_to(application, &scene.state.search);
            }
        }
        _ => item.to = to,
    }
}

fn described(item: &Arrival, scene: &Scene<'_>) -> (String, String) {
    match &item.what {
        What::Person(person) => (person.name.clone(), person.describe()),
        What::Invitation(invitation) => {
            let title = match invitation.title.as_str() {
                "" => "A meeting without a name".to_owned(),
                title => title.to_owned(),
            };
            let off = if invitation.called_off {
                "Called off: "
            } else {
                ""
            };
            let assumed = if invitation.assumed_zone {
                " (it names no time zone; taken as yours)"
            } else {
                ""
            };
            let about = format!(
                "{off}{}, {} minutes{assumed}",
                words::moment(invitation.start, scene.clock),
                invitation.minutes
            );
            (title, about)
        }
    }
}

/// Who of those invited is an interviewer.
fn attendees(ui: &mut Ui, invitation: &mut Invitation) -> bool {
    if invitation.called_off || invitation.people.is_empty() {
        return false;
    }
    caption(ui, "Who interviews you?");
    let mut changed = false;
    ui.horizontal_wrapped(|ui| {
        for person in &mut invitation.people {
            let label = person.label().to_owned();
            changed |= checkbox(ui, &mut person.takes_part, &label).changed();
        }
    });
    changed
}

/// Where something can go: where it fits, and to whatever else the user knows better.
fn targets(item: &Arrival, scene: &Scene<'_>) -> Vec<Target> {
    let search = &scene.state.search;
    let target = |id: &ApplicationId| {
        let application = search.application(*id)?;
        Some((vec![*id], title_of(application)))
    };
    let mut targets = vec![(Vec::new(), "Leave out".to_owned())];
    if item.fits.len() > 1 && matches!(item.what, What::Person(_)) {
        let words = format!("All {} at this company", item.fits.len());
        targets.push((item.fits.clone(), words));
    }
    targets.extend(item.fits.iter().filter_map(target));
    let others = search.applications.keys().rev();
    let others = others.filter(|id| !item.fits.contains(id)).take(OTHERS);
    targets.extend(others.filter_map(target));
    targets
}

fn counted(counts: Counts) -> String {
    format!(
        "{} new, {} changed, {} known already, {} left out",
        counts.new, counts.changed, counts.same, counts.left_out
    )
}

/// The words as a line begins with them.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// What the button does.
fn button(counts: Counts) -> String {
    match (counts.new, counts.changed) {
        (0, 0) => "Import".to_owned(),
        (new, 0) => format!("Import {new}"),
        (0, changed) => format!("Update {changed}"),
        (new, changed) => format!("Import {new}, update {changed}"),
    }
}

#[cfg(test)]
mod tests;
