//! What a writer expects of the proof-reader.

mod harper;
#[cfg(unix)]
mod scripted;
