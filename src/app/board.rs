//! Which cards stand where on the board.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::finding::folded;
use crate::etiquette::Plan;
use crate::model::{Application, ApplicationId, JobSearch, Order, Stage, StageId};
use crate::time::Moment;

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
    /// The board of that search, with the cards that `fit`.
    pub fn new(search: &JobSearch, plan: &Plan, fits: impl Fn(&Application) -> bool) -> Self {
        let mut standing: HashMap<&StageId, (usize, Vec<Card<'_>>)> = HashMap::new();
        let stages: HashSet<&StageId> = search.stages.iter().map(|stage| &stage.id).collect();
        let first = search.stages.first().map(|stage| &stage.id);
        for application in search.applications.values() {
            let stage = plan.stage(application.id);
            // A stage that no column stands for any more shows in the first: no card vanishes.
            let stage = stage.filter(|stage| stages.contains(*stage)).or(first);
            let Some(stage) = stage else {
                continue;
            };
            let (total, cards) = standing.entry(stage).or_default();
            *total += 1;
            if fits(application) {
                cards.push(Card::new(application, plan));
            }
        }
        let columns = search.stages.iter().map(|stage| {
            let (total, mut cards) = standing.remove(&stage.id).unwrap_or_default();
            sort(&mut cards, stage.order);
            Column {
                stage: stage.clone(),
                total,
                cards: cards.iter().map(|card| card.application.id).collect(),
            }
        });
        Self {
            columns: columns.collect(),
        }
    }

    /// Column and place of a card.
    pub fn place(&self, id: ApplicationId) -> Option<(usize, usize)> {
        self.columns.iter().enumerate().find_map(|(c, column)| {
            let row = column.cards.iter().position(|card| *card == id)?;
            Some((c, row))
        })
    }

    /// The column of a stage.
    pub fn column(&self, stage: &StageId) -> Option<&Column> {
        self.columns.iter().find(|column| column.stage.id == *stage)
    }

    /// How many cards are shown.
    pub fn shown(&self) -> usize {
        self.columns.iter().map(|column| column.cards.len()).sum()
    }

    /// Those of some cards that are shown, column by column and from the top.
    pub fn in_order(&self, cards: &BTreeSet<ApplicationId>) -> Vec<ApplicationId> {
        let shown = self.columns.iter().flat_map(|column| &column.cards);
        shown.filter(|card| cards.contains(card)).copied().collect()
    }
}

/// An application with what its place in a column depends on.
struct Card<'a> {
    application: &'a Application,
    next: Option<Moment>,
}

impl<'a> Card<'a> {
    fn new(application: &'a Application, plan: &Plan) -> Self {
        let actions = plan.of(application.id).iter();
        let wanted = actions.filter(|action| !action.optional);
        Self {
            application,
            next: wanted.map(|action| action.due).min(),
        }
    }
}

fn sort(cards: &mut [Card<'_>], order: Order) {
    match order {
        Order::Hand => cards.sort_by(by_place),
        // What waits for nothing comes after what does.
        Order::NextDate => cards.sort_by(|a, b| {
            let key = |card: &Card<'_>| (card.next.is_none(), card.next);
            key(a).cmp(&key(b)).then_with(|| by_place(a, b))
        }),
        Order::Name => cards.sort_by_cached_key(|card| {
            let names = [&card.application.company, &card.application.position];
            (names.map(|name| folded(name)), card.application.id)
        }),
    }
}

/// By rank, and of those with one rank the newest first.
fn by_place(a: &Card<'_>, b: &Card<'_>) -> Ordering {
    let (a, b) = (a.application, b.application);
    a.rank.total_cmp(&b.rank).then_with(|| b.id.cmp(&a.id))
}

/// The ranks that put `moved`, one below the other, at `index` among `others`, which stand in
/// their order.
pub(super) fn ranks_for_all(
    moved: &[ApplicationId],
    index: usize,
    mut others: Vec<(ApplicationId, f64)>,
) -> BTreeMap<ApplicationId, f64> {
    let index = index.min(others.len());
    let mut ranks = BTreeMap::new();
    for (place, id) in moved.iter().enumerate() {
        let new: BTreeMap<_, _> = ranks_for(*id, index + place, &others).into_iter().collect();
        for (other, rank) in &mut others {
            *rank = new.get(other).copied().unwrap_or(*rank);
        }
        others.insert(
            index + place,
            (*id, new.get(id).copied().unwrap_or_default()),
        );
        ranks.extend(new);
    }
    ranks
}

/// The ranks that put `moved` at `index` among `others`, which stand in their order.
///
/// Only the moved card gets a new one as long as there is room between its neighbours; where
/// there is none, the cards of the shorter side make room, as few as possible.
fn ranks_for(
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
    fn several_cards_land_together_in_their_order() {
        let ids: Vec<_> = (0..5).map(|_| ApplicationId::fresh()).collect();
        let others = vec![(ids[0], 0.0), (ids[1], 0.0), (ids[2], 0.0)];
        let new = ranks_for_all(&ids[3..], 1, others.clone());
        let mut all: Vec<_> = others
            .into_iter()
            .chain([(ids[3], 0.0), (ids[4], 0.0)])
            .collect();
        for (id, rank) in &mut all {
            *rank = new.get(id).copied().unwrap_or(*rank);
        }
        all.sort_by(|a, b| a.1.total_cmp(&b.1));
        let order: Vec<_> = all.iter().map(|(id, _)| *id).collect();
        assert_eq!(order, [ids[0], ids[3], ids[4], ids[1], ids[2]]);
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
