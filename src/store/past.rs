//! What the file held before: a version from outside is measured against the state that it began
//! with, which need not be the newest. An editor may have had the file open for an hour.

use std::collections::VecDeque;

use super::format::Seal;
use crate::model::JobSearch;

/// So many states are known. They share the applications that did not change.
const KEPT: usize = 50;

/// The states of the file that this run has seen, by their generations.
#[derive(Default)]
pub(super) struct Past {
    states: VecDeque<(u64, JobSearch)>,
}

impl Past {
    /// Remembers what the file held at that generation.
    pub(super) fn push(&mut self, generation: u64, search: JobSearch) {
        self.states.push_back((generation, search));
        if self.states.len() > KEPT {
            self.states.pop_front();
        }
    }

    /// What a version of that generation began with; nothing if that is not known, or if it is
    /// what the file held last.
    ///
    /// A change by hand leaves the generation as it was, and the last line does not fit any more:
    /// it began with the last state of that generation. What Afterword itself has written is one
    /// generation later than what it began with. If ours went on to that generation, too, or
    /// beyond it, both began with an earlier one.
    pub(super) fn base_of(&self, generation: u64, seal: Seal) -> Option<&JobSearch> {
        let (newest, _) = self.states.back()?;
        let began = match seal {
            Seal::Whole if generation > *newest => return None,
            Seal::Whole => generation.saturating_sub(1),
            Seal::Broken | Seal::None => generation,
        };
        let mut states = self.states.iter().rev();
        states
            .find(|(known, _)| *known == began)
            .map(|(_, search)| search)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> JobSearch {
        let mut search = JobSearch::default();
        search.profile.name = name.to_owned();
        search
    }

    #[test]
    fn a_version_began_with_what_its_generation_says() {
        let mut past = Past::default();
        for (generation, name) in [(4, "four"), (5, "five"), (5, "by hand"), (6, "six")] {
            past.push(generation, named(name));
        }
        for (generation, seal, base) in [
            (6, Seal::Broken, Some("six")),
            (5, Seal::Broken, Some("by hand")),
            (4, Seal::None, Some("four")),
            (7, Seal::Whole, None),
            (6, Seal::Whole, Some("by hand")),
            (3, Seal::Broken, None),
        ] {
            let found = past.base_of(generation, seal);
            let found = found.map(|search| search.profile.name.as_str());
            assert_eq!(found, base, "{generation} {seal:?}");
        }
    }

    #[test]
    fn only_the_last_ones_are_known() {
        let mut past = Past::default();
        for generation in 0..100 {
            past.push(generation, JobSearch::default());
        }
        assert!(past.base_of(49, Seal::Broken).is_none());
        assert!(past.base_of(50, Seal::Broken).is_some());
    }
}
