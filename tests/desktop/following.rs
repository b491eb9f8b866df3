//! The window goes along with its desktop.

use super::afterword::Afterword;
use super::desk::{Desk, eventually};

#[test]
fn the_window_is_as_dark_as_the_desktop_wants_it_and_changes_while_it_is_open() {
    let desk = Desk::new("following");
    let portal = desk.portal();
    let window = Afterword::open(&desk, &["--demo"]);
    for dark in [false, true, false] {
        portal.want(dark);
        let brightness = eventually("the look the desktop wants", || {
            Some(window.brightness()).filter(|brightness| is_dark(*brightness) == Some(dark))
        });
        println!("dark: {dark}, brightness {brightness} of 255");
    }
    window.close();
}

/// Nothing where it is neither.
fn is_dark(brightness: u64) -> Option<bool> {
    match brightness {
        0..80 => Some(true),
        181.. => Some(false),
        _ => None,
    }
}
