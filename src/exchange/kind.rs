use std::path::Path;

/// What a file or a text is that is to be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A job search of ours.
    Search,
    /// Events, one a line.
    Events,
    /// A table of applications or of people.
    Table,
    /// People of an address book.
    People,
    /// Meetings of a calendar.
    Calendar,
    /// A mail.
    Mail,
}

impl Kind {
    /// How the names of files end that can be taken in.
    pub const ENDINGS: [&str; 8] = ["csv", "tsv", "txt", "vcf", "ics", "eml", "jsonl", "ron"];

    /// What a file is, by how its name ends.
    pub fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        match ending.as_str() {
            "ron" => Some(Self::Search),
            "jsonl" => Some(Self::Events),
            "csv" | "tsv" | "txt" => Some(Self::Table),
            "vcf" | "vcard" => Some(Self::People),
            "ics" | "ical" | "ifb" => Some(Self::Calendar),
            "eml" => Some(Self::Mail),
            _ => None,
        }
    }

    /// What a text is that was pasted; nothing where it is none of these.
    pub fn of_text(text: &str) -> Option<Self> {
        let begin = text.trim_start_matches('\u{feff}').trim_start();
        let begins_with = |word: &str| {
            begin
                .get(..word.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(word))
        };
        if begins_with("BEGIN:VCALENDAR") {
            Some(Self::Calendar)
        } else if begins_with("BEGIN:VCARD") {
            Some(Self::People)
        } else if is_mail(begin) {
            Some(Self::Mail)
        } else {
            is_table(begin).then_some(Self::Table)
        }
    }
}

/// Whether a text has the head of a mail, as “show the source” of a mail program gives it.
fn is_mail(text: &str) -> bool {
    /// A head has at most so many lines.
    const MOST: usize = 200;
    let is_header = |line: &str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let head: Vec<&str> = text
        .lines()
        .take(MOST)
        .take_while(|line| !line.is_empty())
        .collect();
    let has = |wanted: &str| {
        head.iter().any(|line| {
            line.split_once(':')
                .is_some_and(|(name, _)| name.eq_ignore_ascii_case(wanted))
        })
    };
    let fits = |line: &&str| line.starts_with([' ', '\t']) || is_header(line);
    head.iter().all(fits) && has("from") && has("subject") && has("date")
}

/// Whether a text is a header and rows, as spreadsheets put them on the clipboard.
fn is_table(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_parted = |line: &str| line.contains(['\t', ',', ';']);
    lines.next().is_some_and(is_parted) && lines.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_ending() {
        for (name, kind) in [
            ("a.CSV", Some(Kind::Table)),
            ("people.vcf", Some(Kind::People)),
            ("invite.ics", Some(Kind::Calendar)),
            ("Re: hello.eml", Some(Kind::Mail)),
            ("cv.pdf", None),
            ("nothing", None),
        ] {
            assert_eq!(Kind::of_file(Path::new(name)), kind, "{name}");
        }
    }

    #[test]
    fn a_pasted_text_is_known_by_its_beginning() {
        for (text, kind) in [
            ("Company\tPosition\nAcme\tEngineer\n", Some(Kind::Table)),
            ("Company,Position\n\nAcme,Engineer", Some(Kind::Table)),
            ("Company\tPosition\n", None),
            ("Dear Dana\nthank you", None),
            (
                "\u{feff}begin:vcard\nFN:Dana\nEND:VCARD",
                Some(Kind::People),
            ),
            ("BEGIN:VCALENDAR\r\nEND:VCALENDAR", Some(Kind::Calendar)),
            (
                "Received: by x;\n\tMon\nFrom: Dana\nDate: Mon\nSubject: News\n\nDear Kim, hello",
                Some(Kind::Mail),
            ),
            ("From: Dana\nDear Kim", None),
        ] {
            assert_eq!(Kind::of_text(text), kind, "{text}");
        }
    }
}
