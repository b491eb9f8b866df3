use serde::{Deserialize, Serialize};

use super::is_default;

macro_rules! dialects {
    ($($variant:ident $name:literal $label:literal;)*) => {
        /// A way to spell English.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Dialect {
            #[default]
            $(#[doc = concat!("As in ", $label, " English.")] $variant,)*
        }

        impl Dialect {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in the public formats.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// Its name for people.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }
        }
    };
}

dialects! {
    American "american" "American";
    British "british" "British";
    Canadian "canadian" "Canadian";
    Australian "australian" "Australian";
    Indian "indian" "Indian";
}

impl Dialect {
    /// The one that people spell by where the system speaks `locale`, such as `en-GB` or
    /// `de_AT.UTF-8`. Outside of English-speaking countries, Europe and most of the
    /// Commonwealth learn British English.
    pub fn of_locale(locale: &str) -> Self {
        let tag = locale.split(['.', '@']).next().unwrap_or_default();
        let mut parts = tag.split(['-', '_']);
        let language = parts.next().unwrap_or_default().to_lowercase();
        let region = parts
            .find(|part| part.len() == 2)
            .unwrap_or_default()
            .to_uppercase();
        match region.as_str() {
            "CA" => Self::Canadian,
            "AU" | "NZ" => Self::Australian,
            "IN" => Self::Indian,
            "GB" | "IE" | "ZA" | "MT" | "SG" | "HK" | "NG" | "KE" | "GH" | "PK" | "LK" => {
                Self::British
            }
            _ => match language.as_str() {
                "bg" | "cs" | "da" | "de" | "el" | "et" | "fi" | "fr" | "hr" | "hu" | "it"
                | "lt" | "lv" | "nb" | "nl" | "nn" | "no" | "pl" | "ro" | "sk" | "sl" | "sv" => {
                    Self::British
                }
                _ => Self::American,
            },
        }
    }
}

/// How letters are proof-read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spelling {
    /// Whether the user wants no proof-reading.
    #[serde(skip_serializing_if = "is_default")]
    pub off: bool,
    /// The English that the user writes, once they said.
    #[serde(skip_serializing_if = "is_default")]
    pub dialect: Option<Dialect>,
    /// Words that are right because the user says so.
    #[serde(skip_serializing_if = "is_default")]
    pub words: Vec<String>,
}

impl Spelling {
    /// Adds a word of the user's own. White space around it does not count, and a word that is
    /// there already stays there once.
    pub fn add_word(&mut self, word: &str) {
        let word = word.trim();
        if !word.is_empty() && !self.words.iter().any(|known| known == word) {
            self.words.push(word.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_says_which_english() {
        for (locale, dialect) in [
            ("en_US.UTF-8", Dialect::American),
            ("en-GB", Dialect::British),
            ("en_CA", Dialect::Canadian),
            ("en-Latn-AU", Dialect::Australian),
            ("hi_IN@latin", Dialect::Indian),
            ("de_DE.UTF-8", Dialect::British),
            ("fr-CA", Dialect::Canadian),
            ("ja-JP", Dialect::American),
            ("C", Dialect::American),
            ("", Dialect::American),
        ] {
            assert_eq!(Dialect::of_locale(locale), dialect, "{locale}");
        }
    }

    #[test]
    fn a_word_is_kept_once() {
        let mut spelling = Spelling::default();
        for word in ["Kanban", " Kanban ", "", "kanban"] {
            spelling.add_word(word);
        }
        assert_eq!(spelling.words, ["Kanban", "kanban"]);
    }
}
