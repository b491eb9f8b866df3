//! A template's file: read, or refused with its line; what is read is written as the same again.
#![no_main]

use afterword::compose::TemplateFile;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(file) = TemplateFile::parse(text) {
        assert_eq!(TemplateFile::parse(&file.to_text()), Ok(file));
    }
});
