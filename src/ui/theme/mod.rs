//! The look as named values: a small palette, the roles it plays in light and in dark, and the sizes.
//!
//! Views take colours from [`UiExt::tokens`] and sizes from the modules here ([`space`], [`radius`], [`size`],
//! [`metrics`], [`motion`]), and write no number or colour of their own.
//!
//! - `palette`: the raw colours
//! - `roles`: what they are for, [`Tokens`]
//! - `measures`: everything that is a number
//! - `style`: the same, as egui's own widgets want it
//! - `contrast`: the test that words and marks stand out wherever two roles meet

#[cfg(test)]
mod contrast;
mod measures;
mod palette;
mod roles;
mod style;

use egui::{Context, Style, Theme, ThemePreference, Ui};

pub use measures::{metrics, motion, radius, size, space};
pub use roles::{Tokens, Tone};

use super::fonts;
use crate::app::SystemLook;
use crate::model::{self, Appearance, Motion};

/// The look, within reach of a [`Ui`].
pub trait UiExt {
    /// The colours of the theme this part of the window is drawn in.
    fn tokens(&self) -> &'static Tokens;
}

impl UiExt for Ui {
    fn tokens(&self) -> &'static Tokens {
        tokens_of(self.style())
    }
}

impl UiExt for Context {
    fn tokens(&self) -> &'static Tokens {
        Tokens::of(self.theme())
    }
}

fn tokens_of(style: &Style) -> &'static Tokens {
    if style.visuals.dark_mode {
        &Tokens::DARK
    } else {
        &Tokens::LIGHT
    }
}

/// Sets fonts and both themes, and follows the system's choice between them. Call once, before the first frame.
///
/// [`follow`] changes the choice later, at once.
pub fn install(ctx: &Context) {
    fonts::install(ctx);
    style::install(ctx);
    ctx.options_mut(|options| {
        // Paper and ink where the system has no wish.
        options.fallback_theme = Theme::Light;
        // Larger and smaller are commands, and kept.
        options.zoom_with_keyboard = false;
    });
    ctx.set_theme(ThemePreference::System);
}

/// Takes over what the user wishes, and where they leave it to the system, what that does; costs
/// nothing where it is taken over already.
pub fn follow(ctx: &Context, wished: &Appearance, system: SystemLook) {
    let theme = match wished.theme {
        model::Theme::System => system.theme(),
        model::Theme::Light => ThemePreference::Light,
        model::Theme::Dark => ThemePreference::Dark,
    };
    if ctx.options(|options| options.theme_preference) != theme {
        ctx.set_theme(theme);
    }
    let zoom = wished.zoom();
    if ctx.zoom_factor() != zoom {
        ctx.set_zoom_factor(zoom);
    }
    let moves = match wished.motion {
        Motion::System => !system.still,
        Motion::Full => true,
        Motion::None => false,
    };
    if moves == (ctx.global_style().animation_time == 0.0) {
        style::set_motion(ctx, moves);
    }
}

impl SystemLook {
    /// What it means for egui, which asks the window itself where nothing is known.
    fn theme(self) -> ThemePreference {
        match self.dark {
            Some(true) => ThemePreference::Dark,
            Some(false) => ThemePreference::Light,
            None => ThemePreference::System,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(ctx: &Context, mut seen: impl FnMut(&mut Ui)) {
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| seen(ui));
        output.textures_delta.clear();
    }

    #[test]
    fn the_tokens_follow_the_theme() {
        let ctx = Context::default();
        install(&ctx);
        for (theme, tokens) in [(Theme::Dark, &Tokens::DARK), (Theme::Light, &Tokens::LIGHT)] {
            ctx.set_theme(theme);
            frame(&ctx, |ui| assert_eq!(ui.tokens(), tokens));
        }
    }

    #[test]
    fn the_system_decides_where_the_user_leaves_it_to_it_and_may_change_its_mind() {
        let ctx = Context::default();
        install(&ctx);
        let wished = Appearance::default();
        for (dark, tokens) in [
            (Some(true), &Tokens::DARK),
            (Some(false), &Tokens::LIGHT),
            (None, &Tokens::LIGHT),
        ] {
            let system = SystemLook { dark, still: false };
            follow(&ctx, &wished, system);
            frame(&ctx, |ui| assert_eq!(ui.tokens(), tokens, "{dark:?}"));
        }
    }

    #[test]
    fn nothing_moves_for_somebody_who_asked_the_system_or_us_for_less() {
        let ctx = Context::default();
        install(&ctx);
        for (motion, still, moves) in [
            (Motion::System, false, true),
            (Motion::System, true, false),
            (Motion::Full, true, true),
            (Motion::None, false, false),
        ] {
            let wished = Appearance {
                motion,
                ..Appearance::default()
            };
            follow(&ctx, &wished, SystemLook { dark: None, still });
            frame(&ctx, |ui| {
                assert_eq!(ui.style().animation_time > 0.0, moves, "{motion:?} {still}");
            });
        }
    }

    #[test]
    fn everything_grows_with_the_text() {
        let ctx = Context::default();
        install(&ctx);
        for (percent, zoom) in [(100, 1.0), (200, 2.0), (80, 0.8), (5, 0.8), (900, 2.0)] {
            let wished = Appearance {
                text_percent: percent,
                ..Appearance::default()
            };
            follow(&ctx, &wished, SystemLook::default());
            frame(&ctx, |_| {});
            assert_eq!(ctx.zoom_factor(), zoom, "{percent}");
        }
    }
}
