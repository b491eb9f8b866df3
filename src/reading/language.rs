//! Whether a text is English. Replies in other languages are kept, not read.

/// Small words that English is full of, and that other languages hardly share.
const ENGLISH: &[&str] = &[
    "the",
    "to",
    "and",
    "of",
    "a",
    "you",
    "your",
    "we",
    "our",
    "for",
    "with",
    "is",
    "are",
    "be",
    "will",
    "have",
    "has",
    "that",
    "this",
    "it",
    "in",
    "on",
    "at",
    "by",
    "from",
    "as",
    "not",
    "but",
    "if",
    "would",
    "can",
    "i",
    "i'm",
    "i'll",
    "we'll",
    "we're",
    "we've",
    "we'd",
    "you're",
    "it's",
    "was",
    "were",
    "been",
    "us",
    "me",
    "my",
    "let",
    "know",
    "please",
    "thanks",
    "thank",
    "hi",
    "hello",
    "dear",
    "any",
    "an",
    "or",
    "so",
    "about",
    "do",
    "get",
    "next",
    "week",
    "soon",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "june",
    "july",
    "october",
    "december",
    "kind",
    "regards",
    "sorry",
    "hope",
    "see",
    "if",
    "all",
    "up",
    "out",
    "still",
    "back",
    "more",
    "time",
    "after",
    "when",
];
/// In an English text at least one word in so many is one of these.
const ONE_IN: usize = 5;
/// Fewer words say nothing about a language; then the alphabet decides.
const FEW: usize = 6;

pub(super) fn is_english(text: &str) -> bool {
    let (mut letters, mut foreign) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        foreign += usize::from(!c.is_ascii());
    }
    // Names have foreign letters, sentences are made of them.
    if foreign * 10 > letters {
        return false;
    }
    let (mut words, mut english) = (0_usize, 0_usize);
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.chars().any(char::is_alphabetic) {
            words += 1;
            let word = word.replace('’', "'").to_ascii_lowercase();
            english += usize::from(ENGLISH.contains(&word.as_str()));
        }
    }
    words < FEW || english * ONE_IN >= words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_its_neighbours() {
        for text in [
            "Dear Łukasz, we will be in touch by the end of next week.",
            "Unfortunately Zoë, Björn and Günther decided to proceed with other candidates this time.",
            "Friday the 4th",
            "",
        ] {
            assert!(is_english(text), "{text}");
        }
        for text in [
            "Liebe Mina, wir melden uns bis Ende nächster Woche bei Ihnen. Vielen Dank für Ihre Geduld.",
            "Bonjour Mina, nous reviendrons vers vous avant la fin de la semaine prochaine.",
            "Hola Mina, lamentablemente hemos decidido continuar con otros candidatos.",
            "Beste Mina, we hebben besloten om verder te gaan met een andere kandidaat voor deze functie.",
            "Уважаемая Мина, мы сообщим вам о решении до пятницы.",
            "ご連絡ありがとうございます。来週末までにご連絡いたします。",
        ] {
            assert!(!is_english(text), "{text}");
        }
    }
}
