//! Anybody's mail: never a panic.
#![no_main]

use afterword::exchange::mail::Mail;
use afterword::model::JobSearch;
use afterword::time::{Clock, Zone};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let clock = Clock::at(chrono::DateTime::UNIX_EPOCH, Zone::Named(chrono_tz::UTC));
    if let Ok(mail) = Mail::read("mail.eml".to_owned(), bytes) {
        let _ = mail.fits(&JobSearch::default(), &clock);
    }
});
