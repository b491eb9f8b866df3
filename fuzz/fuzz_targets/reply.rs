//! A pasted reply: always read, and what is proposed stands in it.
#![no_main]

use afterword::model::Policy;
use afterword::reading::{Written, read};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Some(today) = "2026-11-23".parse().ok() else {
        return;
    };
    let written = Written { on: None, today };
    let reading = read(text, written, &Policy::default());
    for words in reading.words() {
        assert!(!words.is_empty());
    }
});
