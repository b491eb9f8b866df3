//! Which cards stand where on the board.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::etiquette::Plan;
use crate::model::{Application, ApplicationId, JobSearch, Stage, StageId};

/// A column of the board with its cards.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The stage.
    pub stage: Stage,
    /// How many applications stand there, shown or not.
    pub total: usize,
    /// Those that are shown, from the top.
    pub cards: Vec<ApplicationId>,
}

/// The columns from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Board {
    /// The columns.
    pub columns: Vec<Column>,
}

impl Board {
    /// The board of that search, with the cards that hold the words of `filter`.
    pub fn new(search: &JobSearch, plan: &Plan, filter: &str) -> Self {
        let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
        let mut standing: BTreeMap<&StageId, Vec<&Arc<Application>>> = BTreeMap::new();
        let first = search.stages.first().map(|stage| &stage.id);
        for application in search.applications.values() {
            // A stage that no column stands for any more shows in the first: no card vanishes.
            let stage = plan
                .stage(application.id)
                .filter(|stage| search.stage(stage).is_some())
                .or(first);
            if let Some(stage) = stage {
                standing.entry(stage).or_default().push(application);
            }
        }
        let columns = search
            .stages
            .iter()
            .map(|stage| {
                let mut cards = standing.remove(&stage.id).unwrap_or_default();
                let total = cards.len();
                cards.retain(|application| holds(application, &words));
                cards.sort_by(|a, b| by_place(a, b));
                Column {
                    stage: stage.clone(),
                    total,
                    cards: cards.iter().map(|application| application.id).collect(),
                }
            })
            .collect();
        Self { columns }
    }

    /// Column and place of a card.
    pub fn place(&self, id: ApplicationId) -> Option<(usize, usize)> {
        self.columns.iter().enumerate().find_map(|(c, column)| {
            let row = column.cards.iter().position(|card| *card == id)?;
            Some((c, row))
        })
    }

    /// How many cards are shown.
    pub fn shown(&self) -> usize {
        self.columns.iter().map(|column| column.cards.len()).sum()
    }
}

/// By rank, and of those with one rank the newest first.
fn by_place(a: &Application, b: &Application) -> Ordering {
    a.rank.total_cmp(&b.rank).then_with(|| b.id.cmp(&a.id))
}

/// Whether company, position, place or people hold every word.
fn holds(application: &Application, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = format!(
        "{} {} {}",
        application.company, application.position, application.location
    );
    for person in application.people() {
        text.push(' ');
        text.push_str(person);
    }
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

/// The ranks that put `moved` at `index` among `others`, which stand in their order.
///
/// Only the moved card gets a new one as long as there is room between its neighbours; where
/// there is none, the cards of the shorter side make room, as few as possible.
pub(super) fn ranks_for(
    moved: ApplicationId,
    index: usize,
    others: &[(ApplicationId, f64)],
) -> Vec<(ApplicationId, f64)> {
    let index = index.min(others.len());
    let rank_at = |place: Option<usize>| Some(others.get(place?)?.1);
    let (above, below) = (rank_at(index.checked_sub(1)), rank_at(Some(index)));
    match (above, below) {
        (None, None) => vec![(moved, 0.0)],
        (None, Some(below)) => vec![(moved, below - 1.0)],
        (Some(above), None) => vec![(moved, above + 1.0)],
        (Some(above), Some(below)) if below - above > 1e-6 => {
            vec![(moved, f64::midpoint(above, below))]
        }
        (Some(above), Some(below)) => {
            let (upper, lower) = others.split_at(index);
            if upper.len() < lower.len() {
                make_room((moved, below - 1.0), upper.iter().rev(), -1.0)
            } else {
                make_room((moved, above + 1.0), lower.iter(), 1.0)
            }
        }
    }
}

/// Steps away from `start` through its neighbours until their own order holds.
fn make_room<'a>(
    start: (ApplicationId, f64),
    neighbours: impl Iterator<Item = &'a (ApplicationId, f64)>,
    step: f64,
) -> Vec<(ApplicationId, f64)> {
    let mut ranks = vec![start];
    let mut last = start.1;
    for (id, rank) in neighbours {
        if (rank - last) * step > 0.0 {
            break;
        }
        last += step;
        ranks.push((*id, last));
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Moves the last of `ranks` to `index` and says in which order they stand, by their place
    /// before, and how many got a new rank.
    fn moved(ranks: &[f64], index: usize) -> (Vec<usize>, usize) {
        let ids: Vec<_> = ranks.iter().map(|_| ApplicationId::fresh()).collect();
        let (last, others) = ids.split_last().unwrap();
        let others: Vec<_> = others.iter().copied().zip(ranks.iter().copied()).collect();
        let new = ranks_for(*last, index, &others);
        let mut all = others.clone();
        all.retain(|(id, _)| !new.iter().any(|(n, _)| n == id));
        all.extend(new.iter().copied());
        all.sort_by(|a, b| a.1.total_cmp(&b.1));
        let order = all
            .iter()
            .map(|(id, _)| ids.iter().position(|i| i == id).unwrap())
            .collect();
        (order, new.len())
    }

    #[test]
    fn a_card_lands_where_it_is_put() {
        assert_eq!(moved(&[1.0, 2.0, 3.0, 9.0], 1), (vec![0, 3, 1, 2], 1));
        assert_eq!(moved(&[1.0, 2.0, 3.0, 9.0], 0), (vec![3, 0, 1, 2], 1));
        assert_eq!(moved(&[1.0, 2.0, 3.0, 0.0], 7), (vec![0, 1, 2, 3], 1));
        assert_eq!(moved(&[5.0], 0), (vec![0], 1));
    }

    #[test]
    fn cards_of_one_rank_make_room_on_the_shorter_side() {
        let (order, touched) = moved(&[0.0, 0.0, 0.0, 0.0, 0.0], 1);
        assert_eq!(order, [0, 4, 1, 2, 3]);
        assert_eq!(touched, 2);
        let (order, touched) = moved(&[0.0, 0.0, 0.0, 5.0, 0.0], 2);
        assert_eq!(order, [0, 1, 4, 2, 3]);
        assert_eq!(touched, 2);
    }
}
