//! The rules in words for people: `docs/RULES.md`, read once. The window has no other text of them.

use std::sync::LazyLock;

use super::Rule;

/// What the etiquette says.
#[derive(Debug)]
pub struct Handbook {
    /// What the words mean that the rules use, a paragraph each.
    pub words: Vec<String>,
    /// The rules, in the order in which one reads them.
    pub rules: Vec<Entry>,
    /// What was decided where the rules leave a choice, a sentence or two each.
    pub choices: Vec<String>,
}

/// A rule in words.
#[derive(Debug)]
pub struct Entry {
    /// Which.
    pub rule: Rule,
    /// In a few words.
    pub title: String,
    /// What it says.
    pub text: String,
}

impl Handbook {
    /// Our own.
    pub fn ours() -> &'static Self {
        static OURS: LazyLock<Handbook> =
            LazyLock::new(|| Handbook::read(include_str!("../../docs/RULES.md")));
        &OURS
    }

    /// What it says of a rule.
    pub fn entry(&self, rule: Rule) -> Option<&Entry> {
        self.rules.iter().find(|entry| entry.rule == rule)
    }

    fn read(markdown: &str) -> Self {
        let mut parts = markdown.split("\n\n");
        let mut handbook = Self {
            words: Vec::new(),
            rules: Vec::new(),
            choices: Vec::new(),
        };
        for part in parts.by_ref() {
            if part.starts_with('|') {
                handbook.rules = part.lines().filter_map(Entry::read).collect();
            } else if part.starts_with("## ") {
                let points = part.split("\n- ").skip(1);
                handbook.choices = points.map(plain).collect();
            } else if !part.starts_with("# ") {
                handbook.words.push(plain(part));
            }
        }
        handbook
    }
}

impl Entry {
    /// Reads a line of the table; its head is none.
    fn read(line: &str) -> Option<Self> {
        let mut cells = line.trim_matches('|').split(" | ").map(str::trim);
        let name = cells.next()?.trim_matches('`');
        let rule = Rule::ALL.iter().find(|rule| rule.name() == name)?;
        Some(Self {
            rule: *rule,
            title: plain(cells.next()?),
            text: plain(cells.next()?),
        })
    }
}

/// A paragraph in one line, without the marks of Markdown.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(['*', '`'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_told_once_in_words() {
        let told: Vec<Rule> = Handbook::ours().rules.iter().map(|e| e.rule).collect();
        for rule in Rule::ALL {
            let times = told.iter().filter(|other| *other == rule).count();
            assert_eq!(times, 1, "{rule}");
        }
        assert_eq!(told.len(), Rule::ALL.len());
    }

    #[test]
    fn it_reads_as_plain_text() {
        let handbook = Handbook::ours();
        assert_eq!(handbook.words.len(), 3, "{:#?}", handbook.words);
        assert!(handbook.choices.len() >= 5, "{:#?}", handbook.choices);
        let rules = handbook.rules.iter().flat_map(|e| [&e.title, &e.text]);
        for text in rules.chain(&handbook.words).chain(&handbook.choices) {
            assert!(!text.is_empty());
            assert!(!text.contains(['*', '`', '|', '\n', '#']), "{text}");
        }
    }
}
