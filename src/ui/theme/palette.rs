//! The raw colours. Only the [roles](super::roles) refer to them.

use egui::Color32;

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

pub(super) const WHITE: Color32 = rgb(0xFFFFFF);
pub(super) const PAPER: Color32 = rgb(0xF6F4EF);
pub(super) const PAPER_SHADE: Color32 = rgb(0xEDEAE3);
pub(super) const PAPER_PRESSED: Color32 = rgb(0xE3DFD6);
pub(super) const PAPER_LINE: Color32 = rgb(0xE6E2DA);
pub(super) const PAPER_EDGE: Color32 = rgb(0x847E73);
pub(super) const INK: Color32 = rgb(0x1D2127);
pub(super) const INK_MUTED: Color32 = rgb(0x5A606B);
pub(super) const INK_FAINT: Color32 = rgb(0x868B94);
pub(super) const BLUE: Color32 = rgb(0x2B54C4);
pub(super) const BLUE_HOVER: Color32 = rgb(0x2348AD);
pub(super) const BLUE_PRESSED: Color32 = rgb(0x1C3C94);
pub(super) const BLUE_GROUND: Color32 = rgb(0xE9EEFB);
pub(super) const AMBER: Color32 = rgb(0x8A5200);
pub(super) const AMBER_GROUND: Color32 = rgb(0xFFF3DC);
pub(super) const RED: Color32 = rgb(0xA8231C);
pub(super) const RED_HOVER: Color32 = rgb(0x931C16);
pub(super) const RED_GROUND: Color32 = rgb(0xFCE9E7);
pub(super) const GREEN: Color32 = rgb(0x1C6E46);
pub(super) const GREEN_GROUND: Color32 = rgb(0xE4F4EB);

pub(super) const NIGHT: Color32 = rgb(0x16181B);
pub(super) const NIGHT_SURFACE: Color32 = rgb(0x1E2125);
pub(super) const NIGHT_RAISED: Color32 = rgb(0x262A2F);
pub(super) const NIGHT_SHADE: Color32 = rgb(0x2A2F35);
pub(super) const NIGHT_PRESSED: Color32 = rgb(0x333940);
pub(super) const NIGHT_LINE: Color32 = rgb(0x2E3338);
pub(super) const NIGHT_EDGE: Color32 = rgb(0x7B838E);
pub(super) const CHALK: Color32 = rgb(0xE9E7E3);
pub(super) const CHALK_MUTED: Color32 = rgb(0xA3A9B2);
pub(super) const CHALK_FAINT: Color32 = rgb(0x70767F);
pub(super) const SKY: Color32 = rgb(0x8FABFF);
pub(super) const SKY_HOVER: Color32 = rgb(0xA5BCFF);
pub(super) const SKY_PRESSED: Color32 = rgb(0xBACBFF);
pub(super) const SKY_GROUND: Color32 = rgb(0x232B40);
pub(super) const NIGHT_INK: Color32 = rgb(0x10131A);
pub(super) const HONEY: Color32 = rgb(0xF2BC6B);
pub(super) const HONEY_GROUND: Color32 = rgb(0x372A13);
pub(super) const CORAL: Color32 = rgb(0xFF9A91);
pub(super) const CORAL_HOVER: Color32 = rgb(0xFFB0A9);
pub(super) const CORAL_GROUND: Color32 = rgb(0x3B1E1C);
pub(super) const MINT: Color32 = rgb(0x74D0A1);
pub(super) const MINT_GROUND: Color32 = rgb(0x16301F);
