//! Afterword as it is built for users, in a real window, used with a pointer and a keyboard and
//! read as a screen reader reads it. Needs what `.ci/run` installs.
//!
//! The program under test is `$AFTERWORD_BINARY`, else `release/afterword` in Cargo's target
//! folder. A picture of the screen where a test failed is in the target folder under `desktop`.
#![cfg(all(feature = "desktop-tests", target_os = "linux"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod afterword;
mod desk;

use std::time::Duration;

use afterword::Afterword;
use desk::Desk;

#[test]
fn the_sample_opens_with_all_its_views() {
    let desk = Desk::new("sample");
    let window = Afterword::open(&desk, &["--demo"]);
    println!("The title is “{}”", window.title());
    for view in ["Today", "Board", "Insights", "Settings"] {
        window.find(view);
    }
    window.click("Board");
    let columns = window.columns();
    println!("The board: {}", columns.join("; "));
    assert!(columns.len() >= 5, "{columns:?}");
    let shown: usize = columns.iter().map(|name| count_of(name)).sum();
    assert!(shown >= 14, "{columns:?}");
}

/// The number in `Applied, 3 applications`.
fn count_of(column: &str) -> usize {
    let words = column.rsplit(", ").next().unwrap_or_default();
    let number = words.split(' ').next().unwrap_or_default();
    number.parse().unwrap_or_default()
}
