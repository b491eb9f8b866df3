//! The proof-reader, from the first letter on.

use std::sync::mpsc::Sender;

use egui::Context;

use super::News;
use crate::app::Command;
use crate::model::JobSearch;
use crate::proofread::{self, Limits, Manuscript, Program, Proofreader};

/// The proof-reader, if a letter was opened.
#[derive(Default)]
pub(super) struct Proofreading {
    proofreader: Option<Proofreader>,
}

impl Proofreading {
    /// Has a letter read; what comes of it is sent as news.
    pub(super) fn read(
        &mut self,
        (manuscript, search): (Manuscript, JobSearch),
        sender: &Sender<News>,
        ctx: &Context,
    ) {
        let proofreader = self.proofreader.get_or_insert_with(|| {
            let (sender, ctx) = (sender.clone(), ctx.clone());
            let guess = proofread::dialect_of_this_machine();
            Proofreader::start(Program::this(), Limits::default(), guess, move |news| {
                // Without a window nobody is left to tell.
                let _ = sender.send(News::Command(Box::new(Command::ProofreaderSays(news))));
                ctx.request_repaint();
            })
        });
        proofreader.read(manuscript, search);
    }

    /// The last letter was closed.
    pub(super) fn rest(&self) {
        if let Some(proofreader) = &self.proofreader {
            proofreader.rest();
        }
    }

    /// The window closes.
    pub(super) fn close(&mut self) {
        self.proofreader = None;
    }
}
