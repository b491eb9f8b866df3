//! The widgets that views are made of. Each has a name for assistive technology, a visible focus and a way by keyboard,
//! and takes its colours and sizes from the [theme](super::theme). All words are given by the caller.

pub mod banner;
mod bidi;
pub mod button;
pub mod cadence;
pub mod calendar;
pub mod choice;
pub mod date;
pub mod dialog;
pub mod empty;
pub mod field;
mod figures;
pub mod kbd;
pub mod letter;
pub mod menu;
mod paint;
pub mod pill;
pub mod row;
pub mod search;
pub mod segmented;
pub mod tab;
#[cfg(test)]
pub(crate) mod testing;
pub mod text;
pub mod toast;
pub mod toggle;
pub mod typed;

use egui::Response;

/// Brings what the keyboard has just come to into sight. Nothing moves that is in sight already.
fn reveal(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

pub use banner::banner;
pub use button::{Button, IconButton, icon_button, link, primary, quiet, secondary};
pub use cadence::{Dot, cadence};
pub use choice::{Choice, choice};
pub use date::{DateField, DateResponse, TimeField, TimeResponse, set_region};
pub use dialog::{Dialog, DialogChoice};
pub use empty::empty_state;
pub use field::{TextField, text_field};
pub use kbd::kbd;
pub use letter::{LetterEditor, Mark, MarkKind};
pub use menu::{MenuItem, menu_button, menu_item, menu_on};
pub use pill::{pill, plain_status};
pub use search::SearchBox;
pub use segmented::segmented;
pub use tab::nav_tab;
pub use text::{
    Text, body, caption, divider, muted, one_line, section, strong, subheading, title, truncated,
};
pub use toast::{ToastEvent, Toasts};
pub use toggle::{checkbox, switch};
pub use typed::{parse_date, parse_time};
