//! What is seen: the look, and the widgets every view is made of.

pub mod fonts;
pub mod icons;
pub mod theme;
pub mod widgets;
