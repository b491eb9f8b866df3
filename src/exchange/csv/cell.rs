//! Cells as text: what comes from a spreadsheet is cleaned, and what goes to one cannot run there.

/// What makes a spreadsheet take a cell for a formula, also in full width.
fn begins_formula(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// `text` as a cell that no spreadsheet runs. [`clean`] takes back what this adds.
pub(super) fn guarded(text: &str) -> String {
    if begins_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// What a cell says: without the guard against formulas, white space around it, and characters
/// that are none.
pub(super) fn clean(cell: &str) -> String {
    let cell = cell.trim();
    let text = match cell.strip_prefix('\'') {
        Some(rest) if begins_formula(rest) => rest,
        _ => cell,
    };
    let is_plain = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| is_plain(*c))
        .collect()
}

/// A cell that is long enough to be recognised, on one line.
pub(super) fn cut(text: &str) -> String {
    const ENOUGH: usize = 40;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(&line)),
        None => line,
    }
}

/// Whether a cell only says that it says nothing.
pub(super) fn is_nothing(cell: &str) -> bool {
    let word = cell.trim().to_lowercase();
    matches!(
        word.as_str(),
        "" | "-"
            | "–"
            | "—"
            | "n/a"
            | "na"
            | "n.a."
            | "none"
            | "null"
            | "nil"
            | "tbd"
            | "tba"
            | "?"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_gets_a_mark_that_is_taken_off_again() {
        for text in [
            "=1+1",
            "+49 30 1234",
            "-5",
            "@SUM(A1)",
            "'=1+1",
            "''@x",
            "＝1+1",
        ] {
            let cell = guarded(text);
            assert!(cell.starts_with('\''), "{cell}");
            assert_eq!(clean(&cell), text);
        }
        for text in ["Acme", "it's", "'quoted'", "", "a=b", "<b>bold</b>"] {
            assert_eq!(guarded(text), text);
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn a_cell_keeps_its_lines_and_loses_what_is_no_character() {
        assert_eq!(clean("  a\r\nb\0c\u{7}  "), "a\nbc");
        assert_eq!(clean("\u{a0}Acme\u{a0}"), "Acme");
    }
}
