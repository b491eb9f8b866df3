//! Pages to read, to print and to hand in: a report of the search, and one application whole.

use std::fmt::Write as _;

use super::told::{self, Days};
use crate::etiquette::Plan;
use crate::model::{Application, Event, JobSearch, StageMeaning};
use crate::time::Clock;

/// What was done for the search in those days, a line each, and where every application stands: for
/// whoever has to prove it.
pub fn report(search: &JobSearch, plan: &Plan, clock: &Clock, days: Days) -> String {
    let until = days.until.unwrap_or_else(|| clock.today());
    let days = Days {
        until: Some(until),
        ..days
    };
    let mut lines = Vec::new();
    let mut in_it = Vec::new();
    for application in search.applications.values() {
        let told = told::of(application, search, clock);
        let told: Vec<_> = told
            .into_iter()
            .filter(|told| days.contain(told.at.date(clock.zone)))
            .collect();
        if !told.is_empty() {
            in_it.push(application.as_ref());
        }
        lines.extend(told.into_iter().map(|told| (told, application.as_ref())));
    }
    lines.sort_by_key(|(told, _)| told.at.date(clock.zone));
    let mut text = head(search, &lines, days, clock);
    text.push_str("\n## What was done\n\n");
    if lines.is_empty() {
        text.push_str("Nothing is recorded in these days.\n");
    } else {
        text.push_str("| Day | Company | Position | What |\n|---|---|---|---|\n");
    }
    for (told, application) in &lines {
        let (company, position) = (plain(&application.company), plain(&application.position));
        let at = told::when(told.at, clock.zone);
        // Writing to memory does not fail.
        let _ = writeln!(
            text,
            "| {at} | {company} | {position} | {} |",
            plain(&told.what)
        );
    }
    if !in_it.is_empty() {
        text.push_str("\n## The applications\n\n| Applied | Company | Position | Place | Found on | Stands at |\n|---|---|---|---|---|---|\n");
    }
    for application in in_it {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} |",
            application.applied.date(clock.zone),
            plain(&application.company),
            plain(&application.position),
            plain(&application.location),
            plain(&application.source),
            plain(&stands_at(application, search, plan)),
        );
    }
    text
}

fn head(
    search: &JobSearch,
    lines: &[(told::Told, &Application)],
    days: Days,
    clock: &Clock,
) -> String {
    let count = |begins: &str| {
        lines
            .iter()
            .filter(|(told, _)| told.what.starts_with(begins))
            .count()
    };
    let whose = match search.profile.name.trim() {
        "" => String::new(),
        name => format!(" of {}", plain(name)),
    };
    let from = days
        .from
        .map_or_else(String::new, |from| format!("From {from} "));
    let until = days.until.unwrap_or_else(|| clock.today());
    let until = if from.is_empty() {
        format!("Until {until}")
    } else {
        format!("until {until}")
    };
    format!(
        "# Job search{whose}\n\n{from}{until}. Written on {} with Afterword.\n\n\
         - Applications sent: {}\n- Interviews: {}\n- Messages sent: {}\n- Replies: {}\n",
        clock.today(),
        count("Applied"),
        count("Interview ("),
        lines
            .iter()
            .filter(|(told, _)| is_message(&told.what))
            .count(),
        count("Reply"),
    )
}

fn is_message(what: &str) -> bool {
    [", by email", ", on LinkedIn", ", by phone"]
        .iter()
        .any(|end| what.ends_with(end))
}

fn stands_at(application: &Application, search: &JobSearch, plan: &Plan) -> String {
    let outcome = application
        .outcome()
        .map(|outcome| outcome.label().to_owned());
    let stage = plan
        .stage(application.id)
        .and_then(|stage| search.stage(stage));
    match (stage, outcome) {
        (Some(stage), Some(outcome)) if stage.meaning == StageMeaning::Closed => outcome,
        (Some(stage), _) => stage.name.clone(),
        (None, _) => String::new(),
    }
}

/// Everything about one application.
pub fn dossier(
    application: &Application,
    search: &JobSearch,
    plan: &Plan,
    clock: &Clock,
) -> String {
    let mut text = format!(
        "# {}, {}\n\n",
        plain(&application.company),
        plain(&application.position)
    );
    for (name, value) in [
        ("Stands at", stands_at(application, search, plan)),
        ("Applied", told::when(application.applied, clock.zone)),
        ("Advertisement", application.url.clone()),
        ("Place", application.location.clone()),
        ("Found on", application.source.clone()),
        ("Pay", application.salary.clone()),
    ] {
        if !value.is_empty() {
            let _ = writeln!(text, "- {name}: {}", plain(&value));
        }
    }
    people(&mut text, application);
    documents(&mut text, application);
    text.push_str("\n## What happened\n\n");
    for told in told::of(application, search, clock) {
        let at = told::when(told.at, clock.zone);
        let _ = writeln!(text, "- {at}: {}", plain(&told.what));
    }
    next(&mut text, application, plan, clock);
    words(&mut text, application, clock);
    text
}

fn people(text: &mut String, application: &Application) {
    if application.contacts.is_empty() {
        return;
    }
    text.push_str("\n## People\n\n");
    for contact in &application.contacts {
        let known = [
            &contact.role,
            &contact.email,
            &contact.phone,
            &contact.linkedin,
        ];
        let known: Vec<_> = known
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| plain(part))
            .collect();
        let colon = if known.is_empty() { "" } else { ": " };
        let _ = writeln!(
            text,
            "- {}{colon}{}",
            plain(&contact.name),
            known.join(", ")
        );
    }
}

fn documents(text: &mut String, application: &Application) {
    if !application.documents.is_empty() {
        text.push_str("\n## Documents\n\n");
    }
    for document in &application.documents {
        let (label, place) = (plain(document.label()), plain(&document.place));
        let _ = writeln!(text, "- {label}: {place}");
    }
}

fn next(text: &mut String, application: &Application, plan: &Plan, clock: &Clock) {
    let actions = plan.of(application.id);
    if actions.is_empty() {
        return;
    }
    text.push_str("\n## What is next\n\n");
    for action in actions {
        let at = told::when(crate::time::When::Moment(action.due), clock.zone);
        let what = crate::reminders::headline(action, application);
        let _ = writeln!(
            text,
            "- {at}: {}. {}",
            plain(&what),
            plain(&action.why(application, clock))
        );
    }
}

/// Notes, facts, the letters of both sides, and the advert.
fn words(text: &mut String, application: &Application, clock: &Clock) {
    if !application.advert.trim().is_empty() {
        let _ = writeln!(text, "\n## The advert\n\n{}", quoted(&application.advert));
    }
    for entry in &application.history {
        let at = told::when(entry.at, clock.zone);
        let (title, body) = match &entry.event {
            Event::Note { text } => (format!("Note of {at}"), text.clone()),
            Event::Fact { key, value, with } => {
                let with = with.as_ref().map(|with| format!(" ({with})"));
                (format!("{key}{}", with.unwrap_or_default()), value.clone())
            }
            Event::Sent(message) if !message.body.trim().is_empty() => {
                let to = message.to.join(", ");
                let subject = match message.subject.as_str() {
                    "" => String::new(),
                    subject => format!("Subject: {subject}\n\n"),
                };
                (
                    format!("{} to {to}, {at}", message.scenario.label()),
                    format!("{subject}{}", message.body),
                )
            }
            Event::Reply(reply) if !reply.text.trim().is_empty() => {
                let from = reply.from.as_deref().unwrap_or("them");
                (format!("Reply from {from}, {at}"), reply.text.clone())
            }
            _ => continue,
        };
        let _ = writeln!(text, "\n## {}\n\n{}", plain(&title), quoted(&body));
    }
}

/// A text of several lines that keeps them and runs no markup.
fn quoted(text: &str) -> String {
    let lines = text.lines().map(|line| match plain(line) {
        line if line.is_empty() => ">".to_owned(),
        line => format!("> {line}  "),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A text on one line in which nothing is markup.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => {
                plain.push('\\');
                plain.push(c);
            }
            c if c.is_control() => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::events;
    use crate::time::parse_day;

    const EVENTS: &str = r#"{"application":"a","event":"applied","at":"2026-10-02","company":"Acme | <b>Sons</b>","position":"Engineer","source":"Indeed"}
{"application":"a","event":"interview","at":"2026-11-05T14:00","minutes":45,"format":"video","with":["Dana Wu"]}
{"application":"a","event":"sent","at":"2026-11-05T18:00","scenario":"thank-you","to":["Dana Wu"],"subject":"Queues","body":"Dear Dana,\n\n# thank you"}
{"application":"a","event":"note","at":"2026-11-06","text":"Bring *shoes*"}
{"application":"b","event":"applied","at":"2026-11-10","company":"Globex","position":"Analyst"}
{"application":"b","event":"closed","at":"2026-11-20","outcome":"rejected"}"#;

    fn all() -> (JobSearch, Plan, Clock) {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").unwrap();
        let clock = Clock::at(now, "Europe/Berlin".parse().unwrap());
        let search = events::import(&JobSearch::default(), EVENTS, clock.zone)
            .unwrap()
            .search;
        let plan = Plan::new(&search, &clock);
        (search, plan, clock)
    }

    #[test]
    fn a_report_tells_what_was_done_in_its_days() {
        let (search, plan, clock) = all();
        let days = Days {
            from: Some(parse_day("2026-11-01").unwrap()),
            until: Some(parse_day("2026-11-10").unwrap()),
        };
        let text = report(&search, &plan, &clock, days);
        for line in [
            "From 2026-11-01 until 2026-11-10. Written on 2026-11-23 with Afterword.",
            "- Applications sent: 1",
            "- Interviews: 1",
            "- Messages sent: 1",
            "| 2026-11-05 14:00 | Acme \\| \\<b\\>Sons\\</b\\> | Engineer | Interview (video, 45 minutes) with Dana Wu |",
            "| 2026-11-10 | Globex | Analyst | Applied |",
            "| 2026-11-10 | Globex | Analyst |  |  | Rejected |",
        ] {
            assert!(text.lines().any(|l| l == line), "{line}\n{text}");
        }
        assert!(!text.contains("2026-10-02 |  |"), "{text}");
        assert!(!text.contains("Ended"), "it ended after those days: {text}");
    }

    #[test]
    fn a_report_of_everything_ends_today() {
        let (search, plan, clock) = all();
        let text = report(&search, &plan, &clock, Days::default());
        assert!(text.contains("Until 2026-11-23."), "{text}");
        assert!(
            text.contains("| 2026-11-20 | Globex | Analyst | Ended: rejected |"),
            "{text}"
        );
    }

    #[test]
    fn a_dossier_has_everything_and_runs_no_markup() {
        let (search, plan, clock) = all();
        let acme = search.find("a").unwrap();
        let text = dossier(acme, &search, &plan, &clock);
        for part in [
            "# Acme \\| \\<b\\>Sons\\</b\\>, Engineer",
            "- Found on: Indeed",
            "- 2026-11-05 18:00: Thank-you to Dana Wu, by email",
            "## Note of 2026-11-06\n\n> Bring \\*shoes\\*",
            "> Subject: Queues  \n>\n> Dear Dana,  \n>\n> \\# thank you",
            "## What is next",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
}
