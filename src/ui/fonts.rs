//! The typefaces: Inter for the interface, a reading serif for letters, Phosphor for icons.
//!
//! Scripts that these lack come from the system: eframe's `system_fonts` feature looks an installed font up when the
//! first such character is laid out (`NativeOptions::system_font_fallback`, on unless switched off). It lists the
//! fonts on a thread of its own, so the first frame does not wait, and it needs no word from here: the provider
//! completes each of the families below by itself.

use std::sync::{Arc, LazyLock};

use egui::{Context, FontData, FontDefinitions, FontFamily, FontId, FontTweak};

const INTER_REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
const INTER_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");
const SERIF_REGULAR: &[u8] = include_bytes!("../../assets/fonts/AfterwordSerif-Regular.ttf");
const PHOSPHOR_REGULAR: &[u8] = include_bytes!("../../assets/fonts/Phosphor-Regular.ttf");

// Names are shared, because a font id is made for every piece of text in every frame.
static SEMIBOLD: LazyLock<Arc<str>> = LazyLock::new(|| "semibold".into());
static LETTER: LazyLock<Arc<str>> = LazyLock::new(|| "letter".into());
static ICONS: LazyLock<Arc<str>> = LazyLock::new(|| "icons".into());

/// The interface's ordinary face.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// The interface's heavier face: names, headings, buttons.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(Arc::clone(&SEMIBOLD)))
}

/// The reading face of letters.
pub fn letter(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(Arc::clone(&LETTER)))
}

/// The face of [`icons`](super::icons).
pub fn icon(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(Arc::clone(&ICONS)))
}

/// Hands the typefaces to egui. Call once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

fn definitions() -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let mut add = |name: &str, bytes: &'static [u8], tweak: FontTweak| {
        let data = FontData {
            tweak,
            ..FontData::from_static(bytes)
        };
        definitions
            .font_data
            .insert(name.to_owned(), Arc::new(data));
    };
    add("inter", INTER_REGULAR, FontTweak::default());
    add("inter-semibold", INTER_SEMIBOLD, FontTweak::default());
    add("serif", SERIF_REGULAR, FontTweak::default());
    add("phosphor", PHOSPHOR_REGULAR, FontTweak::default());

    let families: [(FontFamily, &[&str]); 5] = [
        (FontFamily::Proportional, &["inter", "phosphor"]),
        // Nothing in the window is set in equal widths; egui wants the family to exist.
        (FontFamily::Monospace, &["inter", "phosphor"]),
        (
            FontFamily::Name(Arc::clone(&SEMIBOLD)),
            &["inter-semibold", "inter", "phosphor"],
        ),
        (FontFamily::Name(Arc::clone(&LETTER)), &["serif", "inter"]),
        (FontFamily::Name(Arc::clone(&ICONS)), &["phosphor", "inter"]),
    ];
    for (family, names) in families {
        definitions
            .families
            .insert(family, names.iter().map(|&name| name.to_owned()).collect());
    }
    definitions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_of_europe_and_equal_figures_are_bundled() {
        let ctx = Context::default();
        install(&ctx);
        let text = "Łódź Żółć Ñandú Ærøskøbing Ђорђе Київ Αθήνα Nguyễn Thị – — … ’ “ ” « » € ₴ → ✓";
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for font in [regular(13.0), semibold(13.0)] {
                ui.fonts_mut(|fonts| {
                    for c in text.chars() {
                        assert!(fonts.has_glyph(&font, c), "{c:?} in {font:?}");
                    }
                    let widths: Vec<f32> =
                        ('0'..='9').map(|c| fonts.glyph_width(&font, c)).collect();
                    assert!(widths.windows(2).all(|w| w[0] == w[1]), "{widths:?}");
                });
            }
        });
        output.textures_delta.clear();
    }
}
