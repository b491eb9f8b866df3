//! An empty window with the options of Afterword's own: what `benches/startup.rs` measures
//! Afterword against.

use afterword::ui::shell;
use eframe::egui::{CentralPanel, Ui};

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        CentralPanel::default().show(ui, |_| {});
    }
}

fn main() -> eframe::Result<()> {
    eframe::run_native(
        "Afterword",
        shell::options(shell::Placement::default()),
        Box::new(|_| Ok(Box::new(Empty))),
    )
}
