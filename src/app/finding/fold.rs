//! Letters as one types them in a hurry: small, and without accents.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The text in small letters and without accents: “Łódź” as “lodz”, “Straße” as “strasse”.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Adds the text to `folded`, in small letters and without accents.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    if text.is_ascii() {
        let start = folded.len();
        folded.push_str(text);
        if let Some(added) = folded.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for letter in text.nfd().filter(|c| !is_combining_mark(*c)) {
        match plain(letter) {
            Some(plain) => folded.push_str(plain),
            None => folded.extend(letter.to_lowercase()),
        }
    }
}

/// Letters that are no letter with an accent to Unicode, and are to people.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'Ł' | 'ł' => "l",
        'Ø' | 'ø' => "o",
        'Đ' | 'đ' | 'Ð' | 'ð' => "d",
        'Ħ' | 'ħ' => "h",
        'ı' => "i",
        'ß' | 'ẞ' => "ss",
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'Þ' | 'þ' => "th",
        '‘' | '’' => "'",
        _ => return None,
    })
}
