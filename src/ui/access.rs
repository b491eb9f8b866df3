//! What holds in every view for everybody: targets that can be hit, nothing out of reach in a small
//! window, and a tree that reads like the window.

use std::fmt::Write as _;

use egui::accesskit::{Action, Role};
use egui::{Rect, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::testing::Window;
use super::theme::metrics;
use crate::app::{Command, Dialog, Go, View};
use crate::model::Scenario;

/// What is opened in a window.
type Scene = fn(&mut Window);

/// Every view and a few dialogs, each with its name.
fn scenes() -> Vec<(&'static str, Scene)> {
    vec![
        ("today", |window| go(window, View::Today)),
        ("board", |window| go(window, View::Board)),
        ("insights", |window| go(window, View::Insights)),
        ("settings", |window| go(window, View::Settings)),
        ("rules", |window| window.apply(Command::Go(Go::Rules(None)))),
        ("application", |window| {
            let id = window.id("Fable & Finch Games");
            window.apply(Command::open(id));
        }),
        ("compose", compose),
        ("new application", |window| {
            window.apply(Command::dialog(Dialog::NewApplication { stage: None }));
        }),
        ("reply", |window| {
            let application = window.id("Fable & Finch Games");
            window.apply(Command::dialog(Dialog::LogReply { application }));
        }),
        ("palette", |window| {
            window.apply(Command::dialog(Dialog::Palette));
        }),
        ("shortcuts", |window| {
            window.apply(Command::dialog(Dialog::Shortcuts));
        }),
    ]
}

fn go(window: &mut Window, view: View) {
    window.apply(Command::Go(Go::View(view)));
}

fn compose(window: &mut Window) {
    let id = window.id("Fable & Finch Games");
    let person = Some("Jun Sato".to_owned());
    window.apply(Command::compose(id, Scenario::ThankYou, person));
}

/// What can be pressed or typed into, by its name and where it is.
fn targets(window: &Window) -> Vec<(String, Rect)> {
    let can_be_used = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        let fields = [Role::TextInput, Role::MultilineTextInput];
        !node.is_disabled()
            && (node.data().supports_action(Action::Click) || fields.contains(&node.role()))
            && node.role() != Role::ScrollBar
            && node.role() != Role::Splitter
    };
    let nodes = window.harness.query_all_by(|_| true);
    let targets = nodes.filter(can_be_used);
    targets
        .map(|node| {
            (
                node.accesskit_node().label().unwrap_or_default(),
                node.rect(),
            )
        })
        .collect()
}

#[test]
fn nothing_that_can_be_pressed_is_too_small_to_hit() {
    let mut small = Vec::new();
    for (name, scene) in scenes() {
        let mut window = Window::sample(vec2(1280.0, 800.0));
        scene(&mut window);
        for (label, rect) in targets(&window) {
            let least = metrics::TARGET - 0.5;
            if rect.width() < least || rect.height() < least {
                small.push(format!("{name}: “{label}” is {:?}", rect.size()));
            }
        }
    }
    assert!(small.is_empty(), "{small:#?}");
}

/// A window of 1280 by 800 with everything twice as large, and the smallest window there is.
#[test]
fn everything_is_in_reach_in_a_small_window() {
    let mut lost = Vec::new();
    for size in [vec2(640.0, 400.0), vec2(400.0, 300.0)] {
        for (name, scene) in scenes() {
            let mut window = Window::sample(size);
            go(&mut window, View::Today);
            scene(&mut window);
            // The board scrolls both ways; what is beside a column is reached as its cards are.
            if name == "board" {
                continue;
            }
            for (label, rect) in targets(&window) {
                if rect.left() < -0.5 || rect.right() > size.x + 0.5 {
                    lost.push(format!("{name} at {size}: “{label}” {rect}"));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn a_window_of_any_size_is_drawn() {
    for size in [vec2(400.0, 300.0), vec2(3840.0, 2160.0)] {
        for (_, scene) in scenes() {
            scene(&mut Window::sample(size));
        }
    }
}

/// `cargo test --lib the_tree_of -- --nocapture` prints both trees in full.
#[test]
fn the_tree_of_the_board_and_of_a_letter_reads_like_the_window() {
    let mut window = Window::sample(vec2(1280.0, 800.0));
    go(&mut window, View::Board);
    let board = tree(&window);
    in_order(
        &board,
        &[
            "Today",
            "Board",
            "Insights",
            "Settings",
            "Search",
            "New application",
        ],
    );
    in_order(
        &board,
        &[
            "Wishlist, ",
            "Applied, ",
            "Interviewing, ",
            "Waiting, ",
            "Offer, ",
        ],
    );
    compose(&mut window);
    let letter = tree(&window);
    in_order(
        &letter,
        &["Back to Board", "Before you send", "Subject", "Message"],
    );
    in_order(&letter, &["Message", "Copy message", "Mark as sent"]);
    #[expect(clippy::print_stdout, reason = "this is how one reads them")]
    {
        println!("The board\n{board}\nThe letter\n{letter}");
    }
}

/// Every node that says something, in the order in which it is read.
fn tree(window: &Window) -> String {
    let mut text = String::new();
    let mut open = vec![(0, window.harness.root())];
    while let Some((depth, node)) = open.pop() {
        let children: Vec<_> = node.children().collect();
        let node = node.accesskit_node();
        let (label, value) = (node.label(), node.value());
        let says = label.is_some() || value.is_some();
        if says {
            let _ = write!(text, "{}{:?}", "  ".repeat(depth), node.role());
            label
                .iter()
                .for_each(|label| text.push_str(&format!(" “{label}”")));
            value
                .iter()
                .for_each(|value| text.push_str(&format!(" = {value:?}")));
            if node.is_focused() {
                text.push_str(" (focused)");
            }
            text.push('\n');
        }
        let depth = depth + usize::from(says);
        open.extend(children.into_iter().rev().map(|child| (depth, child)));
    }
    text
}

#[track_caller]
fn in_order(tree: &str, names: &[&str]) {
    let mut from = 0;
    for name in names {
        let quoted = format!("“{name}");
        let at = tree.get(from..).and_then(|rest| rest.find(&quoted));
        from += at.unwrap_or_else(|| panic!("“{name}” is not behind the others in:\n{tree}"));
    }
}
