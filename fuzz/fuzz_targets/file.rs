//! The file of a search: read, or refused with a sentence.
#![no_main]

use afterword::store::read_bytes;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = read_bytes(bytes);
});
