//! What damage has left of a file: never more than the file can hold.
#![no_main]

use afterword::store::salvage_bytes;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let found = salvage_bytes(bytes);
    assert!(found.search.applications.len() + found.lost <= bytes.len());
});
