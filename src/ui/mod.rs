//! What is seen: the look, the widgets, and a file for each view.
//!
//! A view reads the [`State`](crate::app::State) out of a [`scene::Scene`] and sends commands into
//! it; it holds no truth of its own, only what it needs from one frame to the next.

#[cfg(test)]
mod access;
pub mod board;
pub mod compose;
pub mod desktop;
pub mod dialogs;
pub mod doing;
pub mod fonts;
pub mod gallery;
pub mod icons;
pub mod insights;
pub mod page;
pub mod panel;
#[cfg(test)]
#[cfg(feature = "picture-tests")]
mod pictures;
pub mod rules;
pub mod scene;
pub mod settings;
pub mod shell;
pub mod templates;
#[cfg(test)]
pub(crate) mod testing;
pub mod theme;
pub mod today;
pub mod widgets;
