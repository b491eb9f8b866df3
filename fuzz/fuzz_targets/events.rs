//! Exchanged events: taken in, or refused with a sentence.
#![no_main]

use afterword::exchange::events::import;
use afterword::model::JobSearch;
use afterword::time::Zone;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = import(&JobSearch::default(), text, Zone::System);
});
