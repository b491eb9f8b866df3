//! One way to start every widget test: the real look, a clock that stands still, no window.

use egui::{Ui, vec2};
use egui_kittest::Harness;

use crate::ui::theme;

/// A window with the look installed that shows `app`.
pub(crate) fn harness<'a>(mut app: impl FnMut(&mut Ui) + 'a) -> Harness<'a, ()> {
    harness_state(move |ui, ()| app(ui), ())
}

/// The same with a state to look at afterwards.
pub(crate) fn harness_state<'a, S: 'a>(
    app: impl FnMut(&mut Ui, &mut S) + 'a,
    state: S,
) -> Harness<'a, S> {
    Harness::builder()
        .with_size(vec2(800.0, 600.0))
        .with_context_setup(theme::install)
        .build_ui_state(app, state)
}
