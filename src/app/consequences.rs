//! What would follow from a change, told before it is made.

use super::edit::Edit;
use super::state::State;
use super::words;
use crate::etiquette::{self, Action, Context, Elsewhere, Status, Task};
use crate::model::{Application, ApplicationId, Event, JobSearch, ReplyKind, Scenario, StageId};
use crate::time::Clock;

impl State {
    /// What would follow from `edit`, a sentence each: the plan before it and after it, compared
    /// on a copy.
    pub fn consequences(&self, id: ApplicationId, edit: &Edit, clock: &Clock) -> Vec<String> {
        let Some(before) = self.search.application(id) else {
            return Vec::new();
        };
        let mut after = Application::clone(before);
        edit.clone().make(&mut after, clock);
        let mut search = self.search.clone();
        search.put(after.clone());
        let elsewhere = Elsewhere::of(&search, clock);
        let ctx = Context {
            search: &search,
            clock,
            elsewhere: &elsewhere,
        };
        let actions = etiquette::plan_of(&after, &ctx).actions;
        let mut sentences = differences(self.plan.of(id), &actions, clock);
        let stage = etiquette::stage_of(&after, &ctx);
        sentences.extend(stage_moves(&search, self.plan.stage(id), &stage));
        if brings_an_offer(edit) {
            sentences.extend(self.others_may_hear(id, &ctx));
        }
        sentences
    }

    /// How many other applications an offer may be mentioned to, that it could not be before.
    fn others_may_hear(&self, id: ApplicationId, ctx: &Context) -> Option<String> {
        let mention = Task::Write(Scenario::OtherOfferMention);
        let has = |actions: &[Action]| actions.iter().any(|action| action.task == mention);
        let count = ctx
            .search
            .applications
            .values()
            .filter(|other| other.id != id && !has(self.plan.of(other.id)))
            .filter(|other| has(&etiquette::plan_of(other, ctx).actions))
            .count();
        match count {
            0 => None,
            1 => Some("One other application may be told of it".to_owned()),
            n => Some(format!("{n} other applications may be told of it")),
        }
    }
}

fn brings_an_offer(edit: &Edit) -> bool {
    matches!(edit, Edit::Record(happenings) if happenings.iter().any(|happening| {
        matches!(&happening.event, Event::Reply(reply) if reply.kind == ReplyKind::Offer)
    }))
}

fn stage_moves(search: &JobSearch, before: Option<&StageId>, after: &StageId) -> Option<String> {
    if before == Some(after) {
        return None;
    }
    let stage = search.stage(after)?;
    Some(format!("The card moves to {}", stage.name))
}

/// What the user sees as one thing: at most one check-in at a time, whichever it is.
fn is_same(a: &Action, b: &Action) -> bool {
    let check_in = |action: &Action| action.task.scenario().is_some_and(Scenario::is_check_in);
    if check_in(a) && check_in(b) {
        return a.task.channel() == b.task.channel();
    }
    a.task == b.task && a.person == b.person
}

fn differences(before: &[Action], after: &[Action], clock: &Clock) -> Vec<String> {
    let mut sentences = Vec::new();
    for action in after {
        match before.iter().find(|old| is_same(old, action)) {
            None => sentences.push(new_one(action, clock)),
            Some(old) if old.task != action.task => sentences.push(format!(
                "{} takes the place of {}, {}",
                capital(&noun(action)),
                noun(old),
                due(action, clock)
            )),
            Some(old) if old.due != action.due => sentences.push(format!(
                "{} moves to {}",
                capital(&noun(action)),
                words::moment(action.due, clock)
            )),
            Some(_) => {}
        }
    }
    let gone: Vec<&Action> = before
        .iter()
        .filter(|old| !old.optional && !after.iter().any(|action| is_same(old, action)))
        .collect();
    if gone.len() > 1 && after.iter().all(|action| action.optional) {
        sentences.push("Nothing is due any more".to_owned());
    } else {
        let falls_away = |old: &&Action| format!("{} falls away", capital(&named(old)));
        sentences.extend(gone.iter().map(falls_away));
    }
    sentences
}

fn new_one(action: &Action, clock: &Clock) -> String {
    let what = capital(&noun(action));
    if action.optional {
        format!("{what} is possible")
    } else {
        format!("{what} is {}", due(action, clock))
    }
}

fn due(action: &Action, clock: &Clock) -> String {
    match (action.status, action.late) {
        (Status::Due, Some(late)) => format!("due by {}", words::moment(late, clock)),
        (Status::Waiting, _) => format!("due {}", words::moment(action.due, clock)),
        (Status::Due | Status::Late, _) => "due now".to_owned(),
    }
}

/// The action as a thing: “the first check-in”, “an answer”.
fn noun(action: &Action) -> String {
    let whom = action.person.as_deref();
    match action.task {
        Task::Write(Scenario::ThankYou) => whom.map_or_else(
            || "the thank-you".to_owned(),
            |name| format!("the thank-you to {name}"),
        ),
        Task::Write(Scenario::CheckInFirst) => "the first check-in".to_owned(),
        Task::Write(Scenario::CheckInSecond) => "the second check-in".to_owned(),
        Task::Write(Scenario::CheckInFinal) => "the final check-in".to_owned(),
        Task::Write(Scenario::LinkedInFinal) => "the final LinkedIn message".to_owned(),
        Task::Write(Scenario::AnswerUpdate | Scenario::AnswerRejection) | Task::AnswerOffer => {
            "an answer".to_owned()
        }
        Task::Write(Scenario::Phone) => "a call".to_owned(),
        Task::Write(Scenario::LastWord) => "a last word".to_owned(),
        Task::Write(Scenario::Withdraw) => "a withdrawal".to_owned(),
        Task::Write(Scenario::OtherOfferMention) => "a word about your other offer".to_owned(),
        Task::Write(scenario) => format!("“{}”", scenario.label()),
        Task::Debrief => "a note on how it went".to_owned(),
        Task::Close => "closing it as “no response”".to_owned(),
        Task::Decide => "your decision".to_owned(),
    }
}

/// The action as a thing that is told from others of its kind: “the answer to the update”.
fn named(action: &Action) -> String {
    match action.task {
        Task::Write(Scenario::AnswerUpdate) => "the answer to the update".to_owned(),
        Task::Write(Scenario::AnswerRejection) => "the answer to the rejection".to_owned(),
        Task::AnswerOffer => "the answer to the offer".to_owned(),
        _ => noun(action),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::events;
    use crate::time::Moment;

    const REPLIES: &str = r#"{"application":"q","event":"applied","at":"2026-11-02","company":"Quill","position":"Engineer"}
{"application":"q","event":"reply","at":"2026-11-23T14:30","kind":"update"}
{"application":"q","event":"reply","at":"2026-11-23T15:30","kind":"offer"}"#;

    #[test]
    fn answers_that_fall_away_say_what_they_answer() {
        let now: Moment = "2026-11-23T16:00:00+01:00".parse().unwrap();
        let clock = Clock::at(now, "Europe/Berlin".parse().unwrap());
        let search = events::import(&JobSearch::default(), REPLIES, clock.zone);
        let state = State::new(search.unwrap().search, None, &clock);
        let id = *state.search.applications.keys().next().unwrap();
        let before = state.plan.of(id);
        let told = before.iter().flat_map(|gone| {
            let others: Vec<Action> = before.iter().filter(|it| *it != gone).cloned().collect();
            differences(before, &others, &clock)
        });
        let told: Vec<String> = told.collect();
        for named in [
            "The answer to the update falls away",
            "The answer to the offer falls away",
        ] {
            assert!(told.iter().any(|it| it == named), "{told:?}");
        }
    }
}
