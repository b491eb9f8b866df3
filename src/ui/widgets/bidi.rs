//! The order in which words of scripts that run from right to left stand in a row.
//!
//! egui shapes every word by itself, so a Hebrew or Arabic word is right, but it puts the words of a row one after the
//! other from the left. Here they get the places that the Unicode bidirectional algorithm gives them.

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_segmentation::UnicodeSegmentation as _;

/// Whether any part of the text runs from right to left. Most texts can be told by their first look.
pub(super) fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|c| c >= '\u{590}' && runs_left(c))
}

/// The direction in which a whole text runs: that of its first word that has one. Its rows keep it, whatever they
/// begin with.
pub(super) fn base_level(text: &str) -> Level {
    let info = BidiInfo::new(text, None);
    let first = info.paragraphs.first();
    first.map_or_else(Level::ltr, |paragraph| paragraph.level)
}

/// A row of a text of that direction, with its words where the eye expects them, for a renderer that goes from left
/// to right and turns each word by itself.
pub(super) fn visual_row(row: &str, base: Level) -> Cow<'_, str> {
    if base.is_ltr() && !has_right_to_left(row) {
        return Cow::Borrowed(row);
    }
    let info = BidiInfo::new(row, Some(base));
    let mut visual = String::with_capacity(row.len());
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            push_run(&mut visual, row, run, &levels);
        }
    }
    Cow::Owned(visual)
}

/// Breaks a text into at most `max_rows` rows that fit, in the order of reading, and says whether some of it had to be
/// left out: then the last row ends in `…`.
pub(super) fn rows(
    text: &str,
    max_rows: usize,
    fits: impl Fn(&str) -> bool,
) -> (Vec<String>, bool) {
    let mut rows: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let taken = row_end(rest, &fits);
        let is_last = rows.len() + 1 >= max_rows;
        if is_last && taken < rest.len() {
            rows.push(cut(rest, &fits));
            return (rows, true);
        }
        let (row, after) = rest.split_at(taken);
        rows.push(row.trim_end().to_owned());
        rest = after.trim_start();
    }
    (rows, false)
}

/// Where the first row of a text ends: after the last word that fits, else after the last sign that does; one sign
/// stands in it in any case.
fn row_end(text: &str, fits: impl Fn(&str) -> bool) -> usize {
    let words = text.split_word_bound_indices();
    // What opens belongs to the word that follows.
    let closed = words.filter(|(_, word)| !OPENING.contains(word));
    let ends = closed.map(|(start, word)| start + word.len());
    let whole = last_fitting(text, ends, &fits);
    if whole > 0 {
        return whole;
    }
    let signs = text.grapheme_indices(true);
    let mut ends = signs.map(|(start, sign)| start + sign.len());
    let first = ends.next().unwrap_or(text.len());
    last_fitting(text, ends, &fits).max(first)
}

fn last_fitting(
    text: &str,
    ends: impl Iterator<Item = usize>,
    fits: impl Fn(&str) -> bool,
) -> usize {
    let row = |end: &usize| fits(text.get(..*end).unwrap_or_default().trim_end());
    ends.take_while(row).last().unwrap_or(0)
}

/// As much of a text as fits with `…` at its end.
fn cut(text: &str, fits: impl Fn(&str) -> bool) -> String {
    let with_dots = |end: usize| format!("{}…", text.get(..end).unwrap_or_default().trim_end());
    let ends = text.grapheme_indices(true).map(|(start, _)| start);
    ends.map(with_dots)
        .take_while(|row| fits(row))
        .last()
        .unwrap_or_else(|| "…".to_owned())
}

fn push_run(visual: &mut String, row: &str, run: Range<usize>, levels: &[Level]) {
    let turned = levels.get(run.start).is_some_and(Level::is_rtl);
    let text = row.get(run).unwrap_or_default();
    if turned {
        visual.extend(pieces(text).into_iter().rev().map(mirrored));
    } else {
        visual.push_str(text);
    }
}

/// Words, which the renderer turns itself, and what stands between them, sign by sign.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut in_word = false;
    for (start, sign) in text.grapheme_indices(true) {
        let end = start + sign.len();
        let is_word = sign.chars().next().is_some_and(runs_left);
        match pieces.last_mut() {
            Some(word) if is_word && in_word => word.end = end,
            _ => pieces.push(start..end),
        }
        in_word = is_word;
    }
    let text = |piece: Range<usize>| text.get(piece).unwrap_or_default();
    pieces.into_iter().map(text).collect()
}

/// No row ends in one of these.
const OPENING: &[&str] = &["(", "[", "{", "<", "«", "“", "‘", "„"];

fn runs_left(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// A bracket in a text from right to left opens to the other side.
fn mirrored(piece: &str) -> &str {
    match piece {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "<" => ">",
        ">" => "<",
        "{" => "}",
        "}" => "{",
        "«" => "»",
        "»" => "«",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is given, and the order from the left in which its words are to be laid out.
    const ROWS: &[(&str, &str)] = &[
        ("Quill & Sons", "Quill & Sons"),
        ("אבג דהו", "דהו אבג"),
        ("Acme אבג דהו Ltd", "Acme דהו אבג Ltd"),
        ("אבג (דהו)", "(דהו) אבג"),
        ("אבג 2026 דהו", "דהו 2026 אבג"),
        ("שלום, Dana Wu", "Dana Wu ,שלום"),
        ("شركة النور", "النور شركة"),
        ("", ""),
    ];

    fn whole(text: &str) -> Cow<'_, str> {
        visual_row(text, base_level(text))
    }

    #[test]
    fn words_stand_where_the_eye_expects_them() {
        for (row, expected) in ROWS {
            assert_eq!(whole(row), *expected, "{row}");
        }
    }

    /// A row holds ten signs.
    fn ten(row: &str) -> bool {
        row.chars().count() <= 10
    }

    #[test]
    fn rows_break_between_words_in_the_order_of_reading() {
        let (broken, elided) = rows("אבג דהו זחט יכל", 9, ten);
        assert_eq!(broken, ["אבג דהו", "זחט יכל"]);
        assert!(!elided);
        let (broken, _) = rows("אבגדהוזחטיכלמנ", 9, ten);
        assert_eq!(broken, ["אבגדהוזחטי", "כלמנ"]);
        let (broken, _) = rows("אב", 9, |_| false);
        assert_eq!(broken, ["א", "ב"], "there is no end otherwise");
    }

    #[test]
    fn a_row_runs_as_the_whole_text_does_and_never_ends_in_what_opens() {
        let text = "at אבג (דהו) today";
        let (broken, _) = rows(text, 9, ten);
        assert_eq!(broken, ["at אבג", "(דהו)", "today"]);
        let base = base_level(text);
        assert_eq!(visual_row("דהו) today", base), "דהו) today");
        let base = base_level("אבג today");
        assert_eq!(visual_row("today (דהו)", base), "(דהו) today");
        assert_eq!(visual_row("today, too", base), "today, too");
    }

    #[test]
    fn what_does_not_fit_ends_in_dots() {
        let (broken, elided) = rows("אבג דהו זחט יכל", 1, ten);
        assert_eq!(broken, ["אבג דהו ז…"]);
        assert!(elided);
    }

    #[test]
    fn nothing_is_lost_in_the_order() {
        for (row, _) in ROWS {
            let sorted = |text: &str| {
                let mut chars: Vec<char> = text.chars().collect();
                chars.sort_unstable();
                chars
            };
            assert_eq!(sorted(&whole(row)), sorted(row));
        }
    }
}
