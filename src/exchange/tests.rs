//! What holds for every format alike.

mod broken;
mod round_trip;
