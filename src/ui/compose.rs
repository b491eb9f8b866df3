//! To come.

use egui::Ui;

use super::scene::Scene;

/// What the view keeps between frames.
#[derive(Debug, Default)]
pub struct ComposeView;

impl ComposeView {
    /// Shows it.
    pub fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let _ = (ui, scene);
    }
}
