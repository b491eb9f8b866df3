//! Being told to end: by a system that shuts down, or by Ctrl+C in a terminal.

use std::thread;

use egui::{Context, ViewportCommand};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

/// From now on such a signal closes the window, so that what was changed is kept; a second one
/// ends the program where it stands.
pub(super) fn listen(ctx: &Context) {
    let ctx = ctx.clone();
    let listening = Signals::new([SIGTERM, SIGINT, SIGHUP]).and_then(|mut signals| {
        let wait = move || {
            for (count, signal) in signals.forever().enumerate() {
                if count > 0 {
                    let _ = emulate_default_handler(signal);
                }
                ctx.send_viewport_cmd(ViewportCommand::Close);
                ctx.request_repaint();
            }
        };
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(wait)
    });
    if let Err(error) = listening {
        tracing::warn!("signals end the program without a last save: {error}");
    }
}
