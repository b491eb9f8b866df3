use chrono::{NaiveDate, TimeDelta};

use crate::etiquette::{Action, Status, Task, Why};
use crate::model::{Application, Scenario};
use crate::time::{Clock, Moment};

/// The longest name that is shown whole in one line, in characters.
const NAME: usize = 60;

/// An action in a list: “Thank Ann Ito, Quill & Sons”.
pub fn headline(action: &Action, application: &Application) -> String {
    let deed = deed(action, plain);
    match company(application) {
        name if name.is_empty() => deed,
        name => format!("{deed}, {name}"),
    }
}

/// An action on a card, where the company is known: “Thank Ann by 15:00 tomorrow”, “Check in
/// Mon 30 Nov”, “Decide by Fri 4 Dec”, “Thank Per, 3 hours late”.
pub fn short(action: &Action, clock: &Clock) -> String {
    format!("{}{}", deed(action, first_name), timing(action, clock))
}

/// An action in a notification: “Thank Ann Ito (Quill & Sons) by 15:00 tomorrow”.
pub fn title(action: &Action, application: &Application, clock: &Clock) -> String {
    let (deed, timing) = (deed(action, plain), timing(action, clock));
    match company(application) {
        name if name.is_empty() => format!("{deed}{timing}"),
        name => format!("{deed} ({name}){timing}"),
    }
}

/// An action in a notification that others may see: “Thank them by 15:00 tomorrow”.
pub fn title_without_names(action: &Action, clock: &Clock) -> String {
    let nobody = |_: &str, _: usize| String::new();
    format!("{}{}", deed(action, nobody), timing(action, clock))
}

/// `text` in one line of at most `longest` characters, without what could change how other text is
/// shown (control characters, changes of direction).
pub fn plain(text: &str, longest: usize) -> String {
    let is_shown = |c: &char| {
        !c.is_control()
            && !matches!(
                c,
                '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{feff}'
            )
            && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    let spaced: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(is_shown)
        // Enough to fill the line whatever is left out.
        .take(longest.saturating_mul(4))
        .collect();
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= longest {
        return line;
    }
    let cut: String = line.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

fn company(application: &Application) -> String {
    plain(&application.company, NAME)
}

/// What to do, and to whom, as a command. `name` says how people are called.
fn deed(action: &Action, name: impl Fn(&str, usize) -> String) -> String {
    let names: Vec<String> = action
        .person
        .iter()
        .chain(action.to.iter().filter(|_| action.person.is_none()))
        .map(|person| name(person, NAME))
        .filter(|name| !name.is_empty())
        .collect();
    let who = match names.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first, second] => Some(format!("{first} and {second}")),
        [first, others @ ..] => Some(format!("{first} and {} others", others.len())),
    };
    let with = |deed: &str, link: &str, nobody: &str| match &who {
        Some(who) => format!("{deed}{link}{who}"),
        None => format!("{deed}{nobody}"),
    };
    match action.task {
        Task::Debrief => "Note how it went".to_owned(),
        Task::Close => "Close as “no response”".to_owned(),
        Task::AnswerOffer => "Answer the offer".to_owned(),
        Task::Decide => "Decide".to_owned(),
        Task::Write(scenario) => match scenario {
            Scenario::ThankYou => with("Thank", " ", " them"),
            Scenario::CheckInFirst => with("Check in", " with ", ""),
            Scenario::CheckInSecond => with("Second check-in", " with ", ""),
            Scenario::CheckInFinal => with("Final check-in", " with ", ""),
            Scenario::LinkedInFinal => with("Final check-in on LinkedIn", " with ", ""),
            Scenario::Value => with("Send something of value", " to ", ""),
            Scenario::News => with("Write", " to ", " them") + " about their news",
            Scenario::LinkedInConnect => with("Connect", " with ", "") + " on LinkedIn",
            Scenario::Phone => with("Call", " ", " them"),
            Scenario::AnswerUpdate => with("Answer", " ", " them"),
            Scenario::AnswerRejection => with("Answer", " ", " their no") + after_a_no(&who),
            Scenario::LastWord => with("A last word", " to ", ""),
            Scenario::OtherOfferMention => with("Mention your other offer", " to ", ""),
            Scenario::OtherOfferExpedite => with("Ask", " ", "") + " for a decision sooner",
            Scenario::Withdraw => with("Withdraw", ": tell ", ""),
            Scenario::Accept => "Accept the offer".to_owned(),
            Scenario::AskForTime => "Ask for time to decide".to_owned(),
            Scenario::Question => with("Ask", " ", "") + " your question",
            Scenario::ConfirmInterview => with("Confirm the interview", " with ", ""),
            Scenario::RescheduleInterview => with("Ask", " ", "") + " for another time",
            Scenario::MissedCall => with("Ask", " ", "") + " about the call that did not come",
            Scenario::ThankReferrer => with("Thank", " ", " them") + " for the referral",
            Scenario::SendPromised => with("Send what you promised", " to ", ""),
            Scenario::Own(own) => with(own.label(), " to ", ""),
        },
    }
}

fn after_a_no(who: &Option<String>) -> &'static str {
    if who.is_some() { " after their no" } else { "" }
}

/// What somebody is called among friends: the first word of the name that is no title.
fn first_name(name: &str, longest: usize) -> String {
    let name = plain(name, longest);
    let is_title = |word: &&str| word.ends_with('.');
    name.split(' ')
        .find(|word| !is_title(word))
        .unwrap_or(&name)
        .to_owned()
}

/// When, as it follows the deed.
fn timing(action: &Action, clock: &Clock) -> String {
    if let Why::Decide { deadline } = action.why {
        return match action.status {
            Status::Late => late(action.late.unwrap_or(action.due), clock),
            Status::Waiting | Status::Due => format!(" by {}", near_day(deadline, clock)),
        };
    }
    match (action.status, action.late) {
        (Status::Late, since) => late(since.unwrap_or(action.due), clock),
        (Status::Waiting, _) => waiting(action.due, clock),
        (Status::Due, Some(end)) if ends_sharply(action.task) => by(end, clock),
        (Status::Due, _) if clock.zone.date(action.due) == clock.today() => " today".to_owned(),
        (Status::Due, _) => " now".to_owned(),
    }
}

/// Whether the moment from which it is late is one to the hour (24 hours after something).
fn ends_sharply(task: Task) -> bool {
    matches!(
        task,
        Task::AnswerOffer
            | Task::Write(Scenario::ThankYou | Scenario::AnswerUpdate | Scenario::AnswerRejection)
    )
}

fn waiting(due: Moment, clock: &Clock) -> String {
    let due = clock.zone.local(due);
    if due.date() == clock.today() {
        format!(" today at {}", clock.hour(due.time()))
    } else {
        format!(" {}", near_day(due.date(), clock))
    }
}

fn by(end: Moment, clock: &Clock) -> String {
    let end = clock.zone.local(end);
    let time = clock.hour(end.time());
    if end.date() == clock.today() {
        format!(" by {time}")
    } else {
        format!(" by {time} {}", near_day(end.date(), clock))
    }
}

fn late(since: Moment, clock: &Clock) -> String {
    let passed = clock.now.signed_duration_since(since);
    let (count, unit) = if passed < TimeDelta::hours(1) {
        (passed.num_minutes().max(1), "minute")
    } else if passed < TimeDelta::hours(48) {
        (passed.num_hours(), "hour")
    } else {
        (passed.num_days(), "day")
    };
    let plural = if count == 1 { "" } else { "s" };
    format!(", {count} {unit}{plural} late")
}

/// “today”, “tomorrow”, “Mon 30 Nov”.
fn near_day(day: NaiveDate, clock: &Clock) -> String {
    match (day - clock.today()).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ => clock.short_day(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Rule;
    use crate::model::ApplicationId;
    use crate::time::{When, Zone};

    fn zone() -> Zone {
        "Europe/Berlin".parse().unwrap()
    }

    fn moment(text: &str) -> Moment {
        match When::parse(text, zone()).unwrap() {
            When::Moment(moment) => moment,
            When::Day(_) => panic!("{text} has no hour"),
        }
    }

    /// At Monday 23 November 2026, 19:00.
    fn action(task: Task, to: &[&str], due: &str, late: Option<&str>) -> Action {
        let clock = clock();
        let (due, late) = (moment(due), late.map(moment));
        let status = match late {
            Some(late) if late <= clock.now => Status::Late,
            _ if due <= clock.now => Status::Due,
            _ => Status::Waiting,
        };
        let why = match (task, late) {
            (Task::Decide, Some(late)) => Why::Decide {
                deadline: clock.zone.date(late - TimeDelta::seconds(1)),
            },
            _ => Why::Silence {
                since: clock.today(),
            },
        };
        Action {
            application: ApplicationId::fresh(),
            task,
            to: to.iter().map(|name| (*name).to_owned()).collect(),
            person: None,
            interview: None,
            rule: Rule::Weekly,
            status,
            due,
            late,
            reminders: vec![due],
            optional: false,
            why,
        }
    }

    fn clock() -> Clock {
        Clock::at(moment("2026-11-23T19:00"), zone())
    }

    fn application(company: &str) -> Application {
        Application::new(
            "key".to_owned(),
            company.to_owned(),
            "Engineer".to_owned(),
            When::Day(clock().today()),
        )
    }

    #[test]
    fn every_action_has_words() {
        use Scenario::{
            AnswerRejection, AnswerUpdate, CheckInFinal, CheckInFirst, CheckInSecond, LastWord,
            LinkedInFinal, OtherOfferMention, Phone, ThankYou, Withdraw,
        };
        let dana: &[&str] = &["Dana Wu"];
        let morning = "2026-11-30T09:00";
        let today = "2026-11-23T09:00";
        for (task, to, due, late, long, brief) in [
            (
                Task::Write(ThankYou),
                &["Ann Ito"][..],
                "2026-11-23T18:00",
                Some("2026-11-24T15:00"),
                "Thank Ann Ito (Quill & Sons) by 15:00 tomorrow",
                "Thank Ann by 15:00 tomorrow",
            ),
            (
                Task::Write(ThankYou),
                &["Dr. Ann Ito"],
                "2026-11-23T18:00",
                Some("2026-11-23T21:30"),
                "Thank Dr. Ann Ito (Quill & Sons) by 21:30",
                "Thank Ann by 21:30",
            ),
            (
                Task::Write(ThankYou),
                &["Per Ek"],
                "2026-11-22T18:00",
                Some("2026-11-23T16:00"),
                "Thank Per Ek (Quill & Sons), 3 hours late",
                "Thank Per, 3 hours late",
            ),
            (
                Task::Write(ThankYou),
                &["Per Ek"],
                "2026-11-22T18:00",
                Some("2026-11-23T18:59"),
                "Thank Per Ek (Quill & Sons), 1 minute late",
                "Thank Per, 1 minute late",
            ),
            (
                Task::Write(ThankYou),
                &[],
                "2026-11-23T20:00",
                Some("2026-11-24T20:00"),
                "Thank them (Quill & Sons) today at 20:00",
                "Thank them today at 20:00",
            ),
            (
                Task::Write(CheckInFirst),
                dana,
                morning,
                Some("2026-12-07T09:00"),
                "Check in with Dana Wu (Quill & Sons) Mon 30 Nov",
                "Check in with Dana Mon 30 Nov",
            ),
            (
                Task::Write(CheckInFirst),
                &[],
                morning,
                Some("2026-12-07T09:00"),
                "Check in (Quill & Sons) Mon 30 Nov",
                "Check in Mon 30 Nov",
            ),
            (
                Task::Write(CheckInFirst),
                &[],
                "2026-11-24T09:00",
                None,
                "Check in (Quill & Sons) tomorrow",
                "Check in tomorrow",
            ),
            (
                Task::Write(CheckInFirst),
                &[],
                "2026-11-20T09:00",
                Some("2026-11-27T09:00"),
                "Check in (Quill & Sons) now",
                "Check in now",
            ),
            (
                Task::Write(CheckInFirst),
                &[],
                "2026-11-10T09:00",
                Some("2026-11-17T09:00"),
                "Check in (Quill & Sons), 6 days late",
                "Check in, 6 days late",
            ),
            (
                Task::Write(CheckInSecond),
                &[],
                today,
                Some("2026-11-30T09:00"),
                "Second check-in (Quill & Sons) today",
                "Second check-in today",
            ),
            (
                Task::Write(CheckInFinal),
                dana,
                today,
                None,
                "Final check-in with Dana Wu (Quill & Sons) today",
                "Final check-in with Dana today",
            ),
            (
                Task::Write(LinkedInFinal),
                dana,
                today,
                None,
                "Final check-in on LinkedIn with Dana Wu (Quill & Sons) today",
                "Final check-in on LinkedIn with Dana today",
            ),
            (
                Task::Write(Phone),
                dana,
                today,
                None,
                "Call Dana Wu (Quill & Sons) today",
                "Call Dana today",
            ),
            (
                Task::Write(AnswerUpdate),
                dana,
                today,
                Some("2026-11-24T09:00"),
                "Answer Dana Wu (Quill & Sons) by 09:00 tomorrow",
                "Answer Dana by 09:00 tomorrow",
            ),
            (
                Task::Write(AnswerRejection),
                dana,
                today,
                Some("2026-11-24T09:00"),
                "Answer Dana Wu after their no (Quill & Sons) by 09:00 tomorrow",
                "Answer Dana after their no by 09:00 tomorrow",
            ),
            (
                Task::Write(AnswerRejection),
                &[],
                today,
                Some("2026-11-24T09:00"),
                "Answer their no (Quill & Sons) by 09:00 tomorrow",
                "Answer their no by 09:00 tomorrow",
            ),
            (
                Task::Write(LastWord),
                &["A B", "C D", "E F"],
                today,
                None,
                "A last word to A B and 2 others (Quill & Sons) today",
                "A last word to A and 2 others today",
            ),
            (
                Task::Write(OtherOfferMention),
                &["A B", "C D"],
                today,
                None,
                "Mention your other offer to A B and C D (Quill & Sons) today",
                "Mention your other offer to A and C today",
            ),
            (
                Task::Write(Withdraw),
                dana,
                today,
                None,
                "Withdraw: tell Dana Wu (Quill & Sons) today",
                "Withdraw: tell Dana today",
            ),
            (
                Task::Debrief,
                &[],
                today,
                None,
                "Note how it went (Quill & Sons) today",
                "Note how it went today",
            ),
            (
                Task::Close,
                &[],
                today,
                None,
                "Close as “no response” (Quill & Sons) today",
                "Close as “no response” today",
            ),
            (
                Task::AnswerOffer,
                dana,
                today,
                Some("2026-11-24T12:00"),
                "Answer the offer (Quill & Sons) by 12:00 tomorrow",
                "Answer the offer by 12:00 tomorrow",
            ),
            (
                Task::Decide,
                dana,
                "2026-12-02T09:00",
                Some("2026-12-05T00:00"),
                "Decide (Quill & Sons) by Fri 4 Dec",
                "Decide by Fri 4 Dec",
            ),
            (
                Task::Decide,
                dana,
                today,
                Some("2026-11-24T00:00"),
                "Decide (Quill & Sons) by today",
                "Decide by today",
            ),
            (
                Task::Decide,
                dana,
                "2026-11-19T09:00",
                Some("2026-11-22T00:00"),
                "Decide (Quill & Sons), 43 hours late",
                "Decide, 43 hours late",
            ),
        ] {
            let action = action(task, to, due, late);
            assert_eq!(title(&action, &application("Quill & Sons"), &clock()), long);
            assert_eq!(short(&action, &clock()), brief);
        }
        for scenario in Scenario::ALL {
            for to in [dana, &[]] {
                let action = action(Task::Write(*scenario), to, today, None);
                let words = headline(&action, &application("Acme"));
                assert!(
                    words.ends_with(", Acme") && !words.contains("  "),
                    "{words}"
                );
            }
        }
    }

    #[test]
    fn names_cannot_change_how_other_text_is_shown() {
        let name = "Eve\u{202e}\u{7}\n Łoś";
        assert_eq!(plain(name, 60), "Eve Łoś");
        let mut thanks = action(
            Task::Write(Scenario::ThankYou),
            &[name],
            "2026-11-23T18:00",
            None,
        );
        assert_eq!(headline(&thanks, &application("  ")), "Thank Eve Łoś");
        thanks.to = vec!["名".repeat(10_000)];
        let words = headline(&thanks, &application(&"x".repeat(10_000)));
        assert!(
            words.chars().count() < 140 && words.contains('…'),
            "{words}"
        );
    }
}
