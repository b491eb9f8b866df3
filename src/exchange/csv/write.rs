use super::cell::guarded;
use crate::etiquette::Plan;
use crate::exchange::told;
use crate::model::{Application, Event, JobSearch, Outcome};
use crate::reminders::headline;
use crate::time::Clock;

/// The names of the columns. A file with these is known again when it comes back.
const HEADER: [&str; 15] = [
    "Company",
    "Position",
    "Status",
    "Outcome",
    "Date Applied",
    "Link",
    "Location",
    "Source",
    "Pay",
    "Contact",
    "Contact Email",
    "Contact Phone",
    "Notes",
    "Next",
    "History",
];

/// All applications as a table that spreadsheets open: a row each, with what happened and when. No
/// cell of it is run as a formula.
pub fn export(search: &JobSearch, plan: &Plan, clock: &Clock) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        // Without this mark a spreadsheet takes “é” for “Ã©”.
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail.
    let _ = writer.write_record(HEADER);
    for application in search.applications.values() {
        let row = row(application, search, plan, clock);
        let _ = writer.write_record(row.iter().map(|cell| guarded(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn row(application: &Application, search: &JobSearch, plan: &Plan, clock: &Clock) -> [String; 15] {
    let stage = plan
        .stage(application.id)
        .and_then(|stage| search.stage(stage));
    let contact = application.contacts.first().cloned().unwrap_or_default();
    let history = told::of(application, search, clock)
        .into_iter()
        .map(|told| format!("{} {}", told::when(told.at, clock.zone), told.what));
    [
        application.company.clone(),
        application.position.clone(),
        stage.map(|stage| stage.name.clone()).unwrap_or_default(),
        application
            .outcome()
            .map(Outcome::label)
            .unwrap_or_default()
            .to_owned(),
        application.applied.date(clock.zone).to_string(),
        application.url.clone(),
        application.location.clone(),
        application.source.clone(),
        application.salary.clone(),
        contact.name,
        contact.email,
        contact.phone,
        notes(application),
        next(application, plan, clock),
        history.collect::<Vec<_>>().join("\n"),
    ]
}

fn notes(application: &Application) -> String {
    let notes = application
        .history
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Note { text } if !text.trim().is_empty() => Some(text.as_str()),
            _ => None,
        });
    notes.collect::<Vec<_>>().join("\n\n")
}

fn next(application: &Application, plan: &Plan, clock: &Clock) -> String {
    plan.of(application.id)
        .first()
        .map(|action| {
            let day = clock.zone.date(action.due);
            format!("{day} {}", headline(action, application))
        })
        .unwrap_or_default()
}
