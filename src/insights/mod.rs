//! Counts for the figures: what happened, and nothing that is guessed.

use crate::etiquette::Plan;
use crate::model::{Application, Entry, Event, JobSearch, StageMeaning};
use crate::time::Clock;

/// The figures of a job search.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// How many applications stand on each stage, from left to right.
    pub stages: Vec<(String, usize)>,
    /// How many were sent.
    pub applied: usize,
    /// How many of these the employer has answered in any way.
    pub answered: usize,
    /// Days from applying to the first answer; half of the answered ones took no longer.
    pub median_days_to_answer: Option<i64>,
    /// How many interviews were held.
    pub interviews: usize,
}

impl Figures {
    /// The figures of that search.
    pub fn of(search: &JobSearch, plan: &Plan, clock: &Clock) -> Self {
        let is_on = |application: &Application, stage| plan.stage(application.id) == Some(stage);
        let stages = search
            .stages
            .iter()
            .map(|stage| {
                let standing = search.applications.values();
                let count = standing.filter(|application| is_on(application, &stage.id));
                (stage.name.clone(), count.count())
            })
            .collect();
        let wishlist = search.stage_meaning(StageMeaning::Wishlist);
        let sent = search.applications.values();
        let sent: Vec<_> = sent.filter(|a| !is_on(a, &wishlist)).collect();
        let mut days: Vec<i64> = sent
            .iter()
            .filter_map(|a| days_to_answer(a, clock))
            .collect();
        days.sort_unstable();
        Self {
            stages,
            applied: sent.len(),
            answered: days.len(),
            median_days_to_answer: days.get(days.len().saturating_sub(1) / 2).copied(),
            interviews: sent.iter().map(|a| interviews_held(a, clock)).sum(),
        }
    }

    /// The share of those applied to that have answered.
    pub fn answered_percent(&self) -> Option<usize> {
        (self.answered * 100).checked_div(self.applied)
    }

    /// The figures in a sentence.
    pub fn summary(&self) -> String {
        match (self.applied, self.answered) {
            (0, _) => "Figures come with the first application you send.".to_owned(),
            (1, answered) => format!("One application sent, {answered} answered."),
            (applied, answered) => format!("{applied} applications sent, {answered} answered."),
        }
    }
}

/// Days from applying to the employer's first word: a reply, or an interview.
fn days_to_answer(application: &Application, clock: &Clock) -> Option<i64> {
    let first = application
        .history
        .iter()
        .filter(|entry| matches!(entry.event, Event::Reply(_) | Event::Interview(_)))
        .map(|entry| entry.at.date(clock.zone))
        .filter(|day| *day <= clock.today())
        .min()?;
    let applied = application.applied.date(clock.zone);
    Some(first.signed_duration_since(applied).num_days().max(0))
}

fn interviews_held(application: &Application, clock: &Clock) -> usize {
    let called_off = |start| {
        application.history.iter().any(|entry| {
            matches!(entry.event, Event::Cancelled { interview } if interview == crate::time::When::Moment(start))
        })
    };
    application
        .history
        .iter()
        .filter_map(Entry::interview)
        .filter(|(start, end, _)| *end <= clock.now && !called_off(*start))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Reply, ReplyKind};
    use crate::time::{Moment, When};

    #[test]
    fn the_median_counts_only_who_answered() {
        let clock = Clock::at(
            "2026-11-23T16:00:00+01:00".parse::<Moment>().unwrap(),
            "Europe/Berlin".parse().unwrap(),
        );
        let mut search = JobSearch::default();
        for (company, answer) in [
            ("A", Some("2026-11-05")),
            ("B", Some("2026-11-11")),
            ("C", Some("2026-11-20")),
            ("D", None),
        ] {
            let applied = When::parse("2026-11-01", clock.zone).unwrap();
            let mut application =
                Application::new(company.into(), company.into(), "Engineer".into(), applied);
            if let Some(day) = answer {
                let reply = Reply {
                    kind: ReplyKind::Other,
                    day: None,
                    from: None,
                    text: String::new(),
                };
                application.history.push(Entry::new(
                    When::parse(day, clock.zone).unwrap(),
                    Event::Reply(reply),
                ));
            }
            search.put(application);
        }
        let figures = Figures::of(&search, &Plan::new(&search, &clock), &clock);
        assert_eq!((figures.applied, figures.answered), (4, 3));
        assert_eq!(figures.median_days_to_answer, Some(10));
        assert_eq!(figures.answered_percent(), Some(75));
    }
}
