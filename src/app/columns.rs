//! The columns of the board, as the user arranges them.

use std::sync::Arc;

use super::change::Change;
use super::command::Effect;
use super::state::State;
use crate::model::{
    Application, ApplicationId, Entry, Event, Order, Settings, Stage, StageId, StageMeaning,
};
use crate::time::{Clock, When};

/// What is done to a column.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnEdit {
    /// A new one, right of that one.
    Add {
        /// Its name.
        name: String,
        /// The one it stands beside.
        after: StageId,
    },
    /// Another name; what it means to the rules stays.
    Rename {
        /// Which.
        stage: StageId,
        /// Its new name.
        name: String,
    },
    /// One place to the left.
    MoveLeft(StageId),
    /// One place to the right.
    MoveRight(StageId),
    /// Its cards stand in another order.
    Sort(StageId, Order),
    /// Away with it; its cards move.
    Delete(StageId),
}

/// Why a column cannot have that name, as a sentence; nothing where it can. `but` is the column
/// that is renamed.
pub fn name_taken(stages: &[Stage], name: &str, but: Option<&StageId>) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    let has_it = |stage: &Stage| {
        Some(&stage.id) != but
            && (stage.name.trim().to_lowercase() == name || stage.id.0.to_lowercase() == name)
    };
    stages
        .iter()
        .any(has_it)
        .then_some("There is a column with that name")
}

/// Whether a column can be deleted: the rules need one of each meaning of theirs.
pub fn can_be_deleted(stages: &[Stage], id: &StageId) -> bool {
    let Some(stage) = stages.iter().find(|stage| stage.id == *id) else {
        return false;
    };
    let twin = |other: &Stage| other.id != stage.id && other.meaning == stage.meaning;
    stage.meaning == StageMeaning::Own || stages.iter().any(twin)
}

impl State {
    pub(super) fn edit_columns(&mut self, edit: ColumnEdit, clock: &Clock) -> Vec<Effect> {
        let mut stages = self.search.stages.clone();
        let (title, moved) = match edit {
            ColumnEdit::Add { name, after } => (add(&mut stages, &name, &after), Vec::new()),
            ColumnEdit::Rename { stage, name } => (rename(&mut stages, &stage, &name), Vec::new()),
            ColumnEdit::MoveLeft(stage) => (shift(&mut stages, &stage, true), Vec::new()),
            ColumnEdit::MoveRight(stage) => (shift(&mut stages, &stage, false), Vec::new()),
            ColumnEdit::Sort(stage, order) => (sort(&mut stages, &stage, order), Vec::new()),
            ColumnEdit::Delete(stage) => self.delete(&mut stages, &stage, clock),
        };
        let Some(title) = title else {
            return Vec::new();
        };
        let before = Settings::of(&self.search);
        let after = Settings {
            stages,
            ..before.clone()
        };
        let mut change = Change {
            title,
            settings: Some(Box::new((before, after))),
            ..Change::default()
        };
        for (id, before, after) in moved {
            change.touch(id, Some(before), Some(Arc::new(after)));
        }
        self.make(change, clock)
    }

    /// Takes a column away and moves its cards to the one beside it.
    fn delete(
        &self,
        stages: &mut Vec<Stage>,
        id: &StageId,
        clock: &Clock,
    ) -> (Option<String>, Moved) {
        if !can_be_deleted(stages, id) {
            return (None, Moved::new());
        }
        let Some(place) = stages.iter().position(|stage| stage.id == *id) else {
            return (None, Moved::new());
        };
        let gone = stages.remove(place);
        let title = format!("Deleted the column {}", gone.name);
        let Some(to) = beside(stages, place, gone.meaning) else {
            return (Some(title), Moved::new());
        };
        let standing = self.search.applications.values();
        let standing = standing.filter(|card| self.plan.stage(card.id) == Some(id));
        let moved: Moved = standing
            .map(|card| (card.id, Arc::clone(card), put(card, &to.id, clock)))
            .collect();
        let title = match moved.len() {
            0 => title,
            1 => format!("{title}; its card moved to {}", to.name),
            many => format!("{title}; its {many} cards moved to {}", to.name),
        };
        (Some(title), moved)
    }
}

/// Cards before and after they moved.
type Moved = Vec<(ApplicationId, Arc<Application>, Application)>;

fn put(card: &Application, to: &StageId, clock: &Clock) -> Application {
    let mut after = card.clone();
    let to = to.clone();
    let entry = Entry::new(When::Moment(clock.now), Event::Stage { to });
    after.history.push(entry);
    after
}

/// Where the cards of a column go that stood at `place`: to one of its meaning, else to the next
/// one on the left, else on the right. To lose a column is neither an offer nor an end.
fn beside(stages: &[Stage], place: usize, meaning: StageMeaning) -> Option<&Stage> {
    if meaning != StageMeaning::Own {
        return stages.iter().find(|stage| stage.meaning == meaning);
    }
    let (left, right) = stages.split_at_checked(place)?;
    let says_nothing_new = |stage: &&Stage| {
        use StageMeaning::{Applied, Interviewing, Own, Waiting};
        matches!(stage.meaning, Applied | Interviewing | Waiting | Own)
    };
    let mut nearest = left.iter().rev().chain(right);
    nearest.find(says_nothing_new)
}

fn add(stages: &mut Vec<Stage>, name: &str, after: &StageId) -> Option<String> {
    let name = name.trim();
    if name.is_empty() || name_taken(stages, name, None).is_some() {
        return None;
    }
    let place = stages.iter().position(|stage| stage.id == *after);
    let stage = Stage::new(StageId(name.to_owned()), name, StageMeaning::Own);
    stages.insert(place.map_or(stages.len(), |place| place + 1), stage);
    Some(format!("Added the column {name}"))
}

fn rename(stages: &mut [Stage], id: &StageId, name: &str) -> Option<String> {
    let name = name.trim();
    if name.is_empty() || name_taken(stages, name, Some(id)).is_some() {
        return None;
    }
    let stage = stages.iter_mut().find(|stage| stage.id == *id)?;
    let before = std::mem::replace(&mut stage.name, name.to_owned());
    (before != name).then(|| format!("Renamed {before} to {name}"))
}

fn sort(stages: &mut [Stage], id: &StageId, order: Order) -> Option<String> {
    let stage = stages.iter_mut().find(|stage| stage.id == *id)?;
    let before = std::mem::replace(&mut stage.order, order);
    let how = match order {
        Order::Hand => "by hand",
        Order::NextDate => "by its next dates",
        Order::Name => "by name",
    };
    (before != order).then(|| format!("Sorted {} {how}", stage.name))
}

fn shift(stages: &mut [Stage], id: &StageId, left: bool) -> Option<String> {
    let place = stages.iter().position(|stage| stage.id == *id)?;
    let other = if left {
        place.checked_sub(1)?
    } else {
        place + 1
    };
    if other >= stages.len() {
        return None;
    }
    stages.swap(place, other);
    let name = &stages.get(other)?.name;
    Some(format!("Moved the column {name}"))
}
