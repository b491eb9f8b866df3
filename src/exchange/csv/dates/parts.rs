//! The numbers and months of a cell, whatever stands between them.

use crate::time::{MONTHS, WEEKDAYS};

/// The numbers of a cell that is written like a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parts {
    Full {
        year: i32,
        month: u32,
        day: u32,
    },
    NoYear {
        month: u32,
        day: u32,
    },
    Either {
        a: u32,
        b: u32,
        year: Option<i32>,
        dots: bool,
    },
    /// Days as spreadsheets count them.
    Serial(i64),
}

enum Token {
    Number(u32, usize),
    Month(u32),
}

impl Parts {
    pub(super) fn of(cell: &str) -> Option<Self> {
        const LONGEST: usize = 60;
        if cell.len() > LONGEST || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let tokens = tokens(cell)?;
        Some(match *tokens.as_slice() {
            [
                Token::Number(year, 4),
                Token::Number(month, 1..=2) | Token::Month(month),
                Token::Number(day, 1..=2),
            ] => Self::Full {
                year: whole(year)?,
                month,
                day,
            },
            [
                Token::Number(a, 1..=2),
                Token::Number(b, 1..=2),
                Token::Number(y, digits @ (2 | 4)),
            ] => Self::Either {
                a,
                b,
                year: Some(year(y, digits)?),
                dots: cell.contains('.'),
            },
            [
                Token::Number(day, 1..=2),
                Token::Month(month),
                Token::Number(y, digits @ (2 | 4)),
            ]
            | [
                Token::Month(month),
                Token::Number(day, 1..=2),
                Token::Number(y, digits @ (2 | 4)),
            ] => Self::Full {
                year: year(y, digits)?,
                month,
                day,
            },
            [Token::Number(day, 1..=2), Token::Month(month)]
            | [Token::Month(month), Token::Number(day, 1..=2)] => Self::NoYear { month, day },
            [Token::Number(a, 1..=2), Token::Number(b, 1..=2)] => Self::Either {
                a,
                b,
                year: None,
                dots: cell.contains('.'),
            },
            [Token::Number(day, 8)] => Self::Full {
                year: whole(day / 10_000)?,
                month: day / 100 % 100,
                day: day % 100,
            },
            [Token::Number(days @ 30_000..=70_000, 5)] => Self::Serial(i64::from(days)),
            _ => return None,
        })
    }
}

fn whole(year: u32) -> Option<i32> {
    i32::try_from(year).ok()
}

fn year(number: u32, digits: usize) -> Option<i32> {
    whole(if digits == 2 { 2000 + number } else { number })
}

/// Numbers and months, without weekdays, hours and small words; nothing if other words stand there.
fn tokens(cell: &str) -> Option<Vec<Token>> {
    let cell = cell.to_lowercase();
    let mut tokens = Vec::new();
    for piece in cell.split([' ', ',', '\u{a0}', '\u{202f}', '\n', '\t']) {
        let day = before_the_hour(piece);
        if day.contains(':') || day.starts_with(['(', '+']) || is_of_a_clock(day) {
            continue;
        }
        for word in words(day) {
            match word.parse::<u32>() {
                Ok(number) => tokens.push(Token::Number(number, word.len())),
                Err(_) if is_small(word) => {}
                Err(_) => tokens.push(Token::Month(month(word)?)),
            }
        }
        if tokens.len() > 4 {
            return None;
        }
    }
    Some(tokens)
}

/// `2026-11-25t10:00:00` and `2026-11-25t10` without what follows the `t`.
fn before_the_hour(piece: &str) -> &str {
    match piece.split_once('t') {
        Some((day, hour))
            if day.ends_with(|c: char| c.is_ascii_digit())
                && hour.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            day
        }
        _ => piece,
    }
}

fn is_of_a_clock(piece: &str) -> bool {
    matches!(piece, "am" | "pm" | "a.m." | "p.m." | "z" | "h" | "uhr")
        || piece.starts_with("gmt")
        || piece.starts_with("utc")
}

/// Runs of digits and runs of letters.
fn words(piece: &str) -> impl Iterator<Item = &str> {
    let parts = piece.split(|c: char| !c.is_alphanumeric());
    parts
        .flat_map(|part| {
            let digits = part
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(part.len());
            let (number, rest) = part.split_at(digits);
            [number, rest]
        })
        .filter(|word| !word.is_empty())
}

/// Weekdays, “20th”, “the”, “of”.
fn is_small(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "the" | "of" | "on")
        || WEEKDAYS.iter().any(|day| begins(day, word))
}

fn month(word: &str) -> Option<u32> {
    (1..)
        .zip(MONTHS)
        .find(|(_, month)| begins(month, word) || (word == "sept" && *month == "September"))
        .map(|(number, _)| number)
}

/// Whether a name is shortened to `word`, which is in small letters, at least three of them.
fn begins(name: &str, word: &str) -> bool {
    let head = name.get(..word.len());
    word.len() >= 3 && head.is_some_and(|head| head.eq_ignore_ascii_case(word))
}
