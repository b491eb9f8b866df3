//! Afterword as it is built for users, in a real window, used with a pointer and a keyboard and
//! read as a screen reader reads it. Needs what `.ci/run` installs.
//!
//! The program under test is `$AFTERWORD_BINARY`, else `release/afterword` in Cargo's target
//! folder. What could be seen where a test failed is in the target folder under `desktop`.
#![cfg(all(feature = "desktop-tests", target_os = "linux"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod afterword;
mod agent;
mod at_rest;
mod by_screen_reader;
mod composing;
mod desk;
mod dragging;
mod ending;
mod following;
mod main_job;
mod no_network;
mod notifying;
mod opening;
mod services;
