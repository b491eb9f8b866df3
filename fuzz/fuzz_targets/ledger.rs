//! The record of reminders: read, or begun anew.
#![no_main]

use afterword::reminders::Ledger;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = ron::de::from_bytes::<Ledger>(bytes);
});
