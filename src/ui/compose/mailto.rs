//! A letter as an address that the mail program opens.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands for itself in the parts of such an address (RFC 6068).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
const PLAIN_IN_ADDRESS: &AsciiSet = &PLAIN.remove(b'@');

/// Desktops hand the address over as one argument, and cut or refuse longer ones.
const LONGEST: usize = if cfg!(windows) { 2_000 } else { 30_000 };

/// The address for a letter; without its text where that is too long.
#[derive(Debug, PartialEq)]
pub(super) struct Mail {
    pub(super) url: String,
    /// Whether the text is part of it.
    pub(super) whole: bool,
}

/// A mail to `address`, which may be empty.
pub(super) fn mail(address: &str, subject: &str, body: &str) -> Mail {
    let address = utf8_percent_encode(address.trim(), PLAIN_IN_ADDRESS);
    let head = format!("mailto:{address}?subject={}", encoded(subject));
    // A text that is too long as it is needs no encoding to tell.
    if body.len() <= LONGEST {
        let url = format!("{head}&body={}", encoded(&with_returns(body)));
        if url.len() <= LONGEST {
            return Mail { url, whole: true };
        }
    }
    Mail {
        url: head,
        whole: false,
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// Lines end as they do in mail.
fn with_returns(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_becomes_an_address() {
        let mail = mail(
            "ann+jobs@quill.example",
            "Retry storms & us",
            "Dear Ann,\n\nThanks! Łódź?",
        );
        assert_eq!(
            mail.url,
            "mailto:ann%2Bjobs@quill.example?subject=Retry%20storms%20%26%20us\
             &body=Dear%20Ann%2C%0D%0A%0D%0AThanks%21%20%C5%81%C3%B3d%C5%BA%3F"
        );
        assert!(mail.whole);
    }

    #[test]
    fn without_an_address_there_is_still_a_mail() {
        assert!(
            mail("", "Hello", "")
                .url
                .starts_with("mailto:?subject=Hello")
        );
    }

    #[test]
    fn a_text_that_is_too_long_is_left_out() {
        let mail = mail("", "Hello", &"x".repeat(100_000));
        assert_eq!(mail.url, "mailto:?subject=Hello");
        assert!(!mail.whole);
    }
}
