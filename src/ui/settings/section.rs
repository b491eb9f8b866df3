//! The sections of the settings, and what one may look for in each.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A group of settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Section {
    You,
    Rules,
    Achievements,
    Letters,
    Spelling,
    Muted,
    Appearance,
    File,
    Reminders,
    About,
}

impl Section {
    /// All of them, from the top.
    pub(super) const ALL: [Self; 10] = [
        Self::You,
        Self::Rules,
        Self::Achievements,
        Self::Letters,
        Self::Spelling,
        Self::Muted,
        Self::Appearance,
        Self::File,
        Self::Reminders,
        Self::About,
    ];

    /// Its name, as its heading has it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::You => "You",
            Self::Rules => "Rules",
            Self::Achievements => "What you did",
            Self::Letters => "Letters",
            Self::Spelling => "Spelling and grammar",
            Self::Muted => "The review of letters",
            Self::Appearance => "Appearance",
            Self::File => "Your file",
            Self::Reminders => "Reminders",
            Self::About => "About Afterword",
        }
    }

    /// The names of its settings, and other words that people may have for them.
    fn terms(self) -> &'static str {
        match self {
            Self::You => {
                "name sign-off signature phone linkedin lines below the name kind regards letters \
                 profile address"
            }
            Self::Rules => {
                "morning: check-ins fall due evening: thank-yous of the day hours time days of \
                 silence before the first check-in days of silence after which it is late days \
                 between messages nobody asked for weekly interval check in once on an application \
                 that nobody answered days after applying days of the week on which nobody is \
                 written to weekend monday tuesday wednesday thursday friday saturday sunday day \
                 off open the calendar what it is add the day public holidays christmas etiquette \
                 what does the etiquette say?"
            }
            Self::Achievements => {
                "where it was what you did what came of it results achievements add something you \
                 did experience past"
            }
            Self::Letters => {
                "templates edit the templates new letter of your own scenario occasion wording"
            }
            Self::Spelling => {
                "proof-read letters your english british american australian canadian indian \
                 dialect language words of your own dictionary add the word a word of yours \
                 grammar"
            }
            Self::Muted => "findings ignore never tell me again muted checks warnings hints",
            Self::Appearance => {
                "theme system light dark night colours text size larger smaller zoom font scale \
                 motion animation accessibility as set short none density cards comfortable compact"
            }
            Self::File => {
                "open… save elsewhere… export… show the folder backups… save copy afterword.ron \
                 restore folder sync"
            }
            Self::Reminders => {
                "notifications show desktop send a test try again quiet hours: nothing is told \
                 quiet from until on weekends and days off what cannot wait everything nothing \
                 remind me of interviews: what to note and to confirm thank-yous answers to what \
                 they wrote check-ins and calls offers and their deadlines last words, withdrawals \
                 and closing make a sound hide names, as others may see the lock screen remind me \
                 also while the window is closed start at login with the system agent snooze keep a \
                 calendar file with what is to come, for your calendar to show ics alarm"
            }
            Self::About => "version licences show the licences hide the licences fonts privacy",
        }
    }

    /// Whether it has something of that name: every word is in its name or among its terms.
    pub(super) fn has(self, words: &str) -> bool {
        let all = fold(&format!("{} {}", self.name(), self.terms()));
        fold(words)
            .split_whitespace()
            .all(|word| all.contains(word))
    }
}

/// In small letters without accents.
fn fold(text: &str) -> String {
    let letters = text.nfd().filter(|c| !is_combining_mark(*c));
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_found_by_what_people_call_its_settings() {
        for (words, section) in [
            ("dark", Section::Appearance),
            ("FONT size", Section::Appearance),
            ("holid", Section::Rules),
            ("licence", Section::About),
            ("backup", Section::File),
            ("dictionary", Section::Spelling),
        ] {
            let found: Vec<_> = Section::ALL.into_iter().filter(|s| s.has(words)).collect();
            assert_eq!(found, [section], "{words}");
        }
        assert!(Section::ALL.into_iter().all(|section| section.has("")));
        assert!(!Section::ALL.into_iter().any(|section| section.has("xyzzy")));
    }
}
