//! The words that the employer wrote in this mail: no headers, no old mail, no signature.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;

/// A reply taken apart.
#[derive(Debug, Default, PartialEq)]
pub(super) struct OwnWords {
    /// What is to be read.
    pub(super) text: String,
    /// The line of its head that says when it was written.
    pub(super) dated: Option<String>,
    /// Whom its head names as the writer.
    pub(super) from: Option<String>,
    /// The lines below its sign-off.
    pub(super) signature: Vec<String>,
}

static WROTE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:on|am|le|el|il|op|em) .{4,200}(?:wrote|schrieb|écrit|escribió|schreef|ha scritto|escreveu)\b.{0,80}:\s*$",
    )
});
static CLOSING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:(?:(?:best|kind|warm|kindest|warmest|with|many|very|most)[ ,]*(?:and )?)*(?:regards?|wishes|thanks|best|sincerely|cheers|warmly|cordially|respectfully|yours|truly|faithfully|thank you)|all the best|take care|talk soon|speak soon|br|rgds|sincerely|yours (?:truly|sincerely|faithfully)|sincerely yours|thanks (?:again|so much)|many thanks)[,.!]?\s*$",
    )
});
static FOOTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?:this (?:e-?mail|message|communication)(?: and any| is intended| may contain| contains|, including)|confidentiality notice|the information (?:contained )?in this|if you are not the intended|sent from my|get outlook for|please consider the environment|unsubscribe|view this email in)",
    )
});

/// Fields of a mail's head. Others may stand between them.
const FIELDS: [&str; 9] = [
    "from",
    "sent",
    "date",
    "to",
    "subject",
    "cc",
    "bcc",
    "reply-to",
    "importance",
];

impl OwnWords {
    /// Takes `pasted` apart, line by line.
    pub(super) fn of(pasted: &str) -> Self {
        let lines: Vec<&str> = pasted.lines().map(str::trim_end).collect();
        let mut own = Self::default();
        let body = own.take_head(&lines);
        let (note, forwarded) = at_forwarding_mark(body);
        if !forwarded.is_empty() {
            // What somebody passes on is to be read, with their words above it.
            own.take_text(without_old_mail(note));
            own.signature.clear();
            own.text.push('\n');
        }
        let body = if forwarded.is_empty() {
            body
        } else {
            own.take_head(forwarded)
        };
        let body = without_old_mail(body);
        let unquoted = without_quotations(body);
        // A reply that is nothing but a quotation is the quotation.
        let quoted: Vec<&str> = body.iter().filter_map(|line| unquote(line)).collect();
        if unquoted.iter().all(|line| line.trim().is_empty()) && !quoted.is_empty() {
            own.take_text(without_old_mail(&quoted));
        } else {
            own.take_text(&unquoted);
            // The line above a quotation tells when the old mail was written, not its answer.
            if !quoted.is_empty() && own.from.is_none() {
                own.dated = None;
            }
        }
        own
    }

    /// Reads what stands above the text, and gives back the rest.
    fn take_head<'a, 'b>(&mut self, lines: &'b [&'a str]) -> &'b [&'a str] {
        let mut rest = skip_blank(lines);
        while let Some((first, after)) = rest.split_first() {
            if is_forwarding_mark(first) {
                rest = skip_blank(after);
            } else if let Some(length) = wrote_line(rest) {
                let line = rest.get(..length).unwrap_or_default().join(" ");
                self.dated.get_or_insert(line);
                rest = skip_blank(rest.get(length..).unwrap_or_default());
            } else if field(first).is_some() {
                rest = self.take_fields(rest);
            } else {
                break;
            }
        }
        rest
    }

    /// Reads fields up to the first line that is none.
    fn take_fields<'a, 'b>(&mut self, lines: &'b [&'a str]) -> &'b [&'a str] {
        let mut rest = lines;
        while let Some((line, after)) = rest.split_first() {
            match field(line) {
                Some(("from", value)) => {
                    self.from.get_or_insert_with(|| value.to_owned());
                }
                Some(("date" | "sent", value)) => {
                    self.dated.get_or_insert_with(|| value.to_owned());
                }
                Some(_) => {}
                // A long field goes on in lines that are set in; raw mail has fields of its own.
                None if line.starts_with([' ', '\t']) || is_raw_field(line) => {}
                None => break,
            }
            rest = after;
        }
        skip_blank(rest)
    }

    /// Takes the text up to the sign-off, and a postscript below it.
    fn take_text(&mut self, lines: &[&str]) {
        let mut below = false;
        for (index, line) in lines.iter().enumerate() {
            let words = line.trim();
            if FOOTER.as_ref().is_some_and(|footer| starts(footer, words)) {
                break;
            }
            let after = lines.get(index + 1..).unwrap_or_default();
            if words == "--" || is_closing(words, after) {
                below = true;
                continue;
            }
            if is_postscript(words) {
                below = false;
                self.text.push('\n');
            }
            if below {
                self.signature.push(words.to_owned());
            } else {
                self.text.push_str(line);
                self.text.push('\n');
            }
        }
    }
}

/// Whether the pattern matches where the text begins.
fn starts(pattern: &Regex, text: &str) -> bool {
    pattern.find(text).is_some_and(|found| found.start() == 0)
}

fn skip_blank<'a, 'b>(lines: &'b [&'a str]) -> &'b [&'a str] {
    let blank = lines
        .iter()
        .take_while(|line| line.trim().is_empty())
        .count();
    lines.get(blank..).unwrap_or_default()
}

/// Name and value of a field that mail programs show.
fn field(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim_start_matches(['*', '>', ' ']);
    let (name, value) = line.split_once(':')?;
    let name = name.trim_end_matches('*').trim();
    let known = FIELDS
        .iter()
        .find(|field| field.eq_ignore_ascii_case(name))?;
    Some((known, value.trim_start_matches('*').trim()))
}

/// `Message-ID: …`: a field that only the raw text of a mail has.
fn is_raw_field(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, _)| {
        name.contains('-') && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            || matches!(name, "Received")
    })
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

fn unquote(line: &str) -> Option<&str> {
    let line = line.trim_start().strip_prefix('>')?;
    Some(line.strip_prefix(' ').unwrap_or(line))
}

/// What stands above the mail that is passed on, and that mail.
fn at_forwarding_mark<'a, 'b>(lines: &'b [&'a str]) -> (&'b [&'a str], &'b [&'a str]) {
    let mark = lines
        .iter()
        .position(|line| is_forwarding_mark(line) && line.to_lowercase().contains("forward"));
    match mark {
        Some(mark) if is_fresh(lines.get(..mark).unwrap_or_default()) => lines.split_at(mark),
        _ => (lines, &[]),
    }
}

/// Whether no older mail begins in these lines.
fn is_fresh(lines: &[&str]) -> bool {
    without_old_mail(lines).len() == lines.len()
}

/// “---------- Forwarded message ---------”, “Begin forwarded message:”.
fn is_forwarding_mark(line: &str) -> bool {
    let words = line.trim().trim_matches(['-', ' ', ':']).to_lowercase();
    matches!(
        words.as_str(),
        "forwarded message" | "begin forwarded message" | "original message"
    ) && line.contains(['-', ':'])
}

/// How many lines “On …, … wrote:” takes, if the first one begins it.
fn wrote_line(lines: &[&str]) -> Option<usize> {
    let wrote = WROTE.as_ref()?;
    let mut joined = String::new();
    (1..=3).find(|length| {
        let Some(line) = lines.get(length - 1) else {
            return false;
        };
        joined.push_str(line.trim());
        joined.push(' ');
        joined.len() < 500 && starts(wrote, joined.trim_start_matches(['>', ' ']))
    })
}

/// The lines above the mail that this one answers. What stands between or below quoted lines is
/// kept: some answer there.
fn without_old_mail<'a, 'b>(lines: &'b [&'a str]) -> &'b [&'a str] {
    let end = (0..lines.len()).find(|index| {
        let here = lines.get(*index..).unwrap_or_default();
        let Some((first, after)) = here.split_first() else {
            return false;
        };
        if let Some(length) = wrote_line(here) {
            let below = skip_blank(here.get(length..).unwrap_or_default());
            return !below.first().is_some_and(|line| is_quoted(line));
        }
        is_forwarding_mark(first) || is_rule_above_head(first, after) || begins_head(here)
    });
    lines.get(..end.unwrap_or(lines.len())).unwrap_or_default()
}

/// The lines that are no quotation and do not announce one.
fn without_quotations<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let mut own = Vec::new();
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        if let Some(length) = wrote_line(rest) {
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        if !is_quoted(line) {
            own.push(*line);
        }
        rest = after;
    }
    own
}

/// A long line, drawn above the head of an old mail.
fn is_rule_above_head(line: &str, after: &[&str]) -> bool {
    let line = line.trim();
    let drawn = line.len() >= 8 && line.chars().all(|c| matches!(c, '_' | '-' | '='));
    drawn
        && skip_blank(after)
            .first()
            .is_some_and(|line| field(line).is_some())
}

/// “From: …” with another field below it.
fn begins_head(lines: &[&str]) -> bool {
    let is_from = lines
        .first()
        .and_then(|line| field(line))
        .is_some_and(|(name, _)| name == "from");
    let another = lines.get(1).and_then(|line| field(line)).is_some();
    is_from && another
}

/// Whether a sign-off stands here: its words alone on a line, and below it a name.
fn is_closing(words: &str, after: &[&str]) -> bool {
    if words.len() > 60
        || !CLOSING
            .as_ref()
            .is_some_and(|closing| starts(closing, words))
    {
        return false;
    }
    match skip_blank(after).first() {
        None => true,
        Some(name) => {
            let name = name.trim();
            let short = name.split_whitespace().count() <= 5;
            short
                && !name.ends_with(['.', '?', ':'])
                && name.chars().next().is_some_and(|c| !c.is_lowercase())
        }
    }
}

fn is_postscript(line: &str) -> bool {
    let start: String = line.chars().take(5).filter(|c| *c != '.').collect();
    let start = start.to_uppercase();
    start.starts_with("PS ") || start.starts_with("PS:") || start == "PS"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_the_mail_itself_is_read_and_left_out() {
        let own = OwnWords::of(
            "From: Dana Wu <dana@acme.example>\nSent: Tuesday, November 24, 2026 10:12 AM\nTo: Mina\nSubject: Re: hello\n\nDear Mina,\nSoon.\n",
        );
        assert_eq!(own.from.as_deref(), Some("Dana Wu <dana@acme.example>"));
        assert_eq!(
            own.dated.as_deref(),
            Some("Tuesday, November 24, 2026 10:12 AM")
        );
        assert_eq!(own.text, "Dear Mina,\nSoon.\n");
    }

    #[test]
    fn the_old_mail_is_left_out_however_it_is_set_off() {
        for below in [
            "On Mon, 23 Nov 2026 at 10:00, Mina Kaya <mina@post.example> wrote:\n> By Friday?\n",
            "On Mon, 23 Nov 2026 at 10:00, Mina Kaya\n<mina@post.example> wrote:\n\nBy Friday?\n",
            "-----Original Message-----\nFrom: Mina\nSent: Monday\n\nBy Friday?",
            "________________________________\nFrom: Mina\nSent: Monday\n\nBy Friday?",
            "From: Mina\nSent: Monday\nTo: Dana\n\nBy Friday?",
            "> By Friday?",
            "Am 23.11.2026 um 10:00 schrieb Mina Kaya:\nBy Friday?",
        ] {
            let own = OwnWords::of(&format!("Dear Mina,\nSoon.\n\n{below}"));
            assert_eq!(own.text.trim(), "Dear Mina,\nSoon.", "{below}");
        }
    }

    #[test]
    fn an_answer_below_the_quotation_is_kept() {
        let own =
            OwnWords::of("On Monday, 23 Nov 2026 Mina wrote:\n> By Friday?\n\nRather Monday.\n");
        assert_eq!(own.text.trim(), "Rather Monday.");
    }

    #[test]
    fn an_answer_is_not_as_old_as_what_it_quotes() {
        let own = OwnWords::of("On Mon, 23 Nov 2026 Mina wrote:\n> By Friday?\n\nTomorrow.\n");
        assert_eq!((own.text.trim(), own.dated), ("Tomorrow.", None));
    }

    #[test]
    fn a_mail_that_is_all_quotation_is_the_quotation() {
        let own = OwnWords::of(
            "On Tue, 24 Nov 2026 at 10:00, Dana Wu wrote:\n\n> Dear Mina,\n> By Friday.\n",
        );
        assert_eq!(own.text.trim(), "Dear Mina,\nBy Friday.");
        assert!(own.dated.unwrap().contains("24 Nov 2026"));
    }

    #[test]
    fn the_signature_is_apart_and_a_postscript_is_not() {
        let own =
            OwnWords::of("Soon.\n\nBest regards,\nDana Wu\n+49 30 1234\n\nP.S. Bring a coat.\n");
        assert_eq!(own.signature.first().map(String::as_str), Some("Dana Wu"));
        assert!(own.text.contains("Bring a coat") && !own.text.contains("1234"));
    }

    #[test]
    fn thanks_at_the_start_is_no_sign_off() {
        let own = OwnWords::of("Thanks!\n\nWe will let you know by Friday, as we said.\n");
        assert!(own.text.contains("Friday"));
    }
}
