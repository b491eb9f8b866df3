//! The tokens as egui's own widgets want them.

use std::{collections::BTreeMap, sync::Arc};

use egui::{
    Color32, Context, CornerRadius, Margin, Stroke, Style, TextStyle, Theme, Visuals,
    epaint::{FontColorTransferFunction, text::TextOptions},
    style::{ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets},
    vec2,
};

use super::{Tokens, metrics, motion, radius, size, space};
use crate::ui::fonts;

/// Hands both themes to egui.
pub(super) fn install(ctx: &Context) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, Arc::new(style(theme)));
    }
}

/// Lets things move, or has them be where they are going at once.
pub(super) fn set_motion(ctx: &Context, moves: bool) {
    ctx.all_styles_mut(|style| {
        style.animation_time = if moves { motion::QUICK } else { 0.0 };
        style.scroll_animation = if moves {
            ScrollAnimation::default()
        } else {
            ScrollAnimation::none()
        };
    });
}

fn style(theme: Theme) -> Style {
    let mut style = Style {
        text_styles: BTreeMap::from([
            (TextStyle::Small, fonts::regular(size::SMALL)),
            (TextStyle::Body, fonts::regular(size::BODY)),
            (TextStyle::Button, fonts::semibold(size::BODY)),
            (TextStyle::Heading, fonts::semibold(size::TITLE)),
            (TextStyle::Monospace, fonts::regular(size::BODY)),
        ]),
        animation_time: motion::QUICK,
        visuals: visuals(theme),
        ..Style::default()
    };

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::S, space::S);
    spacing.window_margin = Margin::from(space::L);
    spacing.menu_margin = Margin::from(space::XS);
    spacing.button_padding = vec2(space::M, space::XS);
    spacing.interact_size = vec2(metrics::CONTROL, metrics::CONTROL);
    spacing.icon_spacing = space::S;
    spacing.icon_width = metrics::CHECKBOX;
    spacing.icon_width_inner = size::SMALL;
    spacing.indent = space::L;
    spacing.tooltip_width = metrics::TOOLTIP;
    spacing.extra_text_line_spacing = 2.0;
    spacing.scroll = ScrollStyle {
        bar_width: 10.0,
        floating_width: 6.0,
        dormant_handle_opacity: 0.35,
        ..ScrollStyle::floating()
    };

    // Text that can be selected takes clicks and drags away from the card it stands on.
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style
}

fn visuals(theme: Theme) -> Visuals {
    let tokens = Tokens::of(theme);
    let corner_radius = CornerRadius::same(radius::CONTROL);
    let widget = |fill: Color32, stroke: Stroke, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: stroke,
        corner_radius,
        fg_stroke: Stroke::new(metrics::LINE, text),
        expansion: 0.0,
    };
    Visuals {
        widgets: Widgets {
            noninteractive: widget(tokens.surface, tokens.line_stroke(), tokens.text),
            inactive: widget(tokens.surface, tokens.edge_stroke(), tokens.text),
            hovered: widget(tokens.hovered, tokens.edge_stroke(), tokens.text),
            active: widget(tokens.pressed, tokens.ring_stroke(), tokens.text),
            open: widget(tokens.hovered, tokens.edge_stroke(), tokens.text),
        },
        selection: Selection {
            bg_fill: tokens.selection(),
            stroke: Stroke::new(metrics::LINE, tokens.text),
        },
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(1.5, tokens.accent),
            blink: false,
            ..TextCursorStyle::default()
        },
        // egui draws the examples in empty fields with it.
        weak_text_color: Some(tokens.faint),
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.hovered,
        extreme_bg_color: tokens.surface,
        text_edit_bg_color: Some(tokens.surface),
        code_bg_color: tokens.hovered,
        warn_fg_color: tokens.due,
        error_fg_color: tokens.late,
        window_corner_radius: CornerRadius::same(radius::DIALOG),
        window_shadow: tokens.floating_shadow(),
        window_fill: tokens.raised,
        window_stroke: tokens.line_stroke(),
        menu_corner_radius: CornerRadius::same(radius::CARD),
        popup_shadow: tokens.floating_shadow(),
        panel_fill: tokens.ground,
        indent_has_left_vline: false,
        text_options: TextOptions {
            // egui's own choice for dark makes regular look semibold.
            color_transfer_function: match theme {
                Theme::Light => FontColorTransferFunction::Off,
                Theme::Dark => FontColorTransferFunction::Gamma(0.8),
            },
            ..TextOptions::default()
        },
        ..theme.default_visuals()
    }
}
