//! The desktop's own dialogs for files.

use std::future::Future;
use std::path::PathBuf;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use rfd::{AsyncFileDialog, FileHandle};

use crate::app::ExportPlan;
use crate::exchange::letters::Letter;
use crate::exchange::{Format, Kind};
use crate::model::{ApplicationId, Scenario};

/// What a file is chosen for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen {
    /// To be opened.
    Search,
    /// To keep the search in from now on.
    Place,
    /// To write a copy of the search to.
    Copy,
    /// To take a table or events from.
    Import,
    /// To be written as an export.
    Export(ExportPlan),
    /// To be written as a mail that is not sent yet.
    Letter(Box<Letter>),
    /// To belong to that application.
    Document(ApplicationId),
    /// To take a template from.
    Template,
    /// To write the template of that scenario to.
    TemplateExport(Scenario),
}

/// What is being chosen.
pub(super) type Choice = Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;

/// Opens the dialog. Some systems want that on the thread of the window; waiting is for another.
pub(super) fn ask(what: &Chosen) -> Choice {
    let dialog = AsyncFileDialog::new();
    let searches = |dialog: AsyncFileDialog| dialog.add_filter("Job search", &["ron"]);
    let incoming = |dialog: AsyncFileDialog| {
        dialog
            .add_filter("All that can be imported", &Kind::ENDINGS)
            .add_filter("Tables", &["csv", "tsv"])
            .add_filter("People", &["vcf"])
            .add_filter("Invitations", &["ics"])
            .add_filter("Mails", &["eml"])
            .add_filter("Events", &["jsonl"])
    };
    let outgoing = |dialog: AsyncFileDialog, format: Format| {
        dialog.add_filter(format.label(), &[format.ending()])
    };
    let templates = |dialog: AsyncFileDialog| dialog.add_filter("Template", &["jinja"]);
    match what {
        Chosen::Search => Box::pin(searches(dialog).set_title("Open a job search").pick_file()),
        Chosen::Place => Box::pin(
            searches(dialog)
                .set_title("Keep this job search in")
                .set_file_name("afterword.ron")
                .save_file(),
        ),
        Chosen::Copy => Box::pin(
            searches(dialog)
                .set_title("Save a copy")
                .set_file_name("afterword copy.ron")
                .save_file(),
        ),
        Chosen::Import => Box::pin(incoming(dialog).set_title("Import").pick_file()),
        Chosen::Export(plan) => Box::pin(
            outgoing(dialog, plan.format)
                .set_title("Export to")
                .set_file_name(&plan.name)
                .save_file(),
        ),
        Chosen::Letter(_) => Box::pin(
            dialog
                .add_filter("Mail", &["eml"])
                .set_title("Save the letter as a mail")
                .set_file_name("letter.eml")
                .save_file(),
        ),
        Chosen::Document(_) => Box::pin(dialog.set_title("Attach a file").pick_file()),
        Chosen::Template => Box::pin(templates(dialog).set_title("Import a template").pick_file()),
        Chosen::TemplateExport(scenario) => Box::pin(
            templates(dialog)
                .set_title("Export this template to")
                .set_file_name(format!("{scenario}.jinja"))
                .save_file(),
        ),
    }
}

/// Waits until the user has chosen, on a thread that may wait.
pub(super) fn wait(choice: Choice) -> Option<PathBuf> {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut choice = pin!(choice);
    loop {
        match choice.as_mut().poll(&mut context) {
            Poll::Ready(chosen) => return chosen.map(|file| file.path().to_owned()),
            Poll::Pending => thread::park(),
        }
    }
}
