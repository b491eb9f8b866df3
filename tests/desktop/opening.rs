//! Opening the window, and what happens where there is none to open.

use super::afterword::{Afterword, command, events};
use super::desk::Desk;

#[test]
fn the_sample_opens_with_all_its_views() {
    let desk = Desk::new("sample");
    let window = Afterword::open(&desk, &["--demo"]);
    println!("The title: {}", window.title());
    for view in ["Today", "Board", "Insights", "Settings"] {
        window.click(view);
        window.find(view);
    }
    window.click("Board");
    let columns = window.columns();
    println!("The board: {}", columns.join("; "));
    assert!(columns.len() >= 5, "{columns:?}");
    let shown: usize = columns.iter().map(|name| count_of(name)).sum();
    assert!(shown >= 14, "{columns:?}");
    window.close();
}

#[test]
fn without_a_display_the_agenda_is_printed() {
    let desk = Desk::new("no-display");
    let file = desk.path("search.ron");
    events(&desk, &file, |line| {
        line(
            "applied",
            -20 * 24 * 60,
            r#""company":"Quill","position":"Engineer""#,
        );
        line(
            "interview",
            -90,
            r#""minutes":60,"format":"video","with":["Ann Ito"]"#,
        );
    });
    let mut command = command(&desk, &["--file", &file.to_string_lossy()]);
    command.env_remove("DISPLAY");
    let answer = desk.run(command);
    let (out, err) = (
        String::from_utf8_lossy(&answer.stdout),
        String::from_utf8_lossy(&answer.stderr),
    );
    println!("Standard error: {err}Standard output:\n{out}");
    assert_eq!(answer.status.code(), Some(1));
    assert_eq!(err.trim_end().lines().count(), 1, "one sentence");
    assert!(err.contains("display"), "it says what is missing");
    assert!(out.contains("Quill"), "the agenda");
}

/// The number in `Applied, 3 applications`.
fn count_of(column: &str) -> usize {
    let words = column.rsplit(", ").next().unwrap_or_default();
    let number = words.split(' ').next().unwrap_or_default();
    number.parse().unwrap_or_default()
}
