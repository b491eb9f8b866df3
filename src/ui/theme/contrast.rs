//! Whether words and marks stand out from what is behind them, for all pairs of roles that meet.
//!
//! Every role is written down here with all the grounds it can lie on. A role that is added to
//! [`Tokens`] without a place here does not compile.

use egui::Color32;

use super::Tokens;

/// What somebody has to read.
const WORDS: f64 = 4.5;
/// What somebody has to see: icons, rings, the frames of fields.
const MARKS: f64 = 3.0;

/// WCAG 2 relative luminance.
fn luminance(color: Color32) -> f64 {
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// `(what lies on top, on what, the least contrast between them)`.
type Pair = ((&'static str, Color32), (&'static str, Color32), f64);

macro_rules! roles {
    ($($name:ident),* $(,)?) => { [$((stringify!($name), $name)),*] };
}

/// All pairs that meet.
fn pairs(tokens: &Tokens) -> Vec<Pair> {
    let &Tokens {
        ground,
        surface,
        raised,
        hovered,
        pressed,
        // Parts what is apart without it; nothing has to be seen by it.
        line: _,
        edge,
        text,
        muted,
        faint,
        accent,
        accent_hovered,
        accent_pressed,
        on_accent,
        accent_ground,
        due,
        due_ground,
        late,
        late_hovered,
        late_ground,
        done,
        done_ground,
        // Under what floats, and over what cannot be pressed.
        shadow: _,
        backdrop: _,
    } = tokens;
    let plain = roles![ground, surface, raised];
    let under_pointer = roles![hovered, pressed];
    let tinted = roles![accent_ground, due_ground, late_ground, done_ground];

    let mut pairs = Vec::new();
    let mut meet =
        |fronts: &[(&'static str, Color32)], backs: &[(&'static str, Color32)], least| {
            for front in fronts {
                pairs.extend(backs.iter().map(|back| (*front, *back, least)));
            }
        };
    let everywhere = [&plain[..], &under_pointer, &tinted].concat();
    meet(&roles![text, muted], &everywhere, WORDS);
    // Links and what is chosen stand on cards, in menus, in banners, and under the pointer.
    meet(&roles![accent], &everywhere, WORDS);
    meet(&roles![due, late, done], &plain, WORDS);
    meet(&roles![due, late, done], &under_pointer, WORDS);
    // A card at hand, or a finding that was stepped to, has the ground of what is chosen.
    meet(&roles![due, late, done], &roles![accent_ground], WORDS);
    meet(&roles![due], &roles![due_ground], WORDS);
    meet(&roles![late], &roles![late_ground], WORDS);
    meet(&roles![done], &roles![done_ground], WORDS);
    meet(
        &roles![on_accent],
        &roles![accent, accent_hovered, accent_pressed],
        WORDS,
    );
    meet(&roles![on_accent], &roles![late, late_hovered], WORDS);
    meet(&roles![edge], &everywhere, MARKS);
    meet(&roles![faint], &plain, MARKS);
    pairs
}

#[test]
fn words_and_marks_stand_out_from_what_is_behind_them() {
    let mut weak = Vec::new();
    for (theme, tokens) in [("light", &Tokens::LIGHT), ("dark", &Tokens::DARK)] {
        for ((front, on_top), (back, below), least) in pairs(tokens) {
            let found = contrast(on_top, below);
            if found < least {
                weak.push(format!(
                    "{theme}: {front} on {back} is {found:.2}, not {least}"
                ));
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}

#[test]
fn selected_words_can_be_read() {
    for tokens in [&Tokens::LIGHT, &Tokens::DARK] {
        // Behind selected text lies a veil of the accent on the surface of the field.
        let veil = tokens.surface.blend(tokens.selection());
        let found = contrast(tokens.text, veil);
        assert!(found >= WORDS, "{found:.2}");
    }
}

#[test]
fn black_on_white_is_as_far_apart_as_can_be() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
}
