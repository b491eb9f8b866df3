//! Words on the screen: labels in the sizes and colours of the look, and the care that foreign text needs.
//!
//! Names come from people and files: they may be 10,000 characters long, hold line breaks or be written from right to
//! left. Everything that shows one goes through [`one_line`] or [`layout`], so that none can break a layout.

use std::{borrow::Cow, sync::Arc};

use egui::{
    Align, Align2, Color32, FontId, Galley, Response, Role, Sense, Ui, WidgetInfo,
    accesskit::Live,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};

use super::bidi;
use crate::ui::{
    fonts,
    theme::{UiExt as _, metrics, size},
};

/// No line on any screen shows more characters than this; what is longer is cut before it is laid out.
const LONGEST_SHOWN: usize = 600;

/// A name as one line: line breaks and other control characters become spaces, marks that would turn the direction
/// of the words that follow are dropped.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let is_direction = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_break = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if text.chars().any(|c| is_direction(c) || is_break(c)) {
        let spaced = text
            .chars()
            .filter(|&c| !is_direction(c))
            .map(|c| if is_break(c) { ' ' } else { c });
        Cow::Owned(spaced.collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The first characters of a text, as many as a screen can show, with `…` where it was cut.
fn shown(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or(text))),
        None => Cow::Borrowed(text),
    }
}

/// Lays a text out in at most `max_rows` rows that end in `…` if there is more.
pub fn layout(
    ui: &Ui,
    text: &str,
    font_id: FontId,
    color: Color32,
    max_width: f32,
    max_rows: usize,
) -> Arc<Galley> {
    let wrap = Wrap {
        width: max_width,
        rows: max_rows,
        align: Align::LEFT,
    };
    laid_out(ui, text, font_id, color, wrap)
}

/// Where rows end, and how they stand one below the other.
#[derive(Clone, Copy)]
struct Wrap {
    width: f32,
    rows: usize,
    align: Align,
}

fn laid_out(ui: &Ui, text: &str, font_id: FontId, color: Color32, wrap: Wrap) -> Arc<Galley> {
    let Wrap { width, rows, align } = wrap;
    let format = TextFormat {
        line_height: Some(size::line(font_id.size)),
        ..TextFormat::simple(font_id, color)
    };
    let wrap = TextWrapping {
        max_width: width.max(1.0),
        max_rows: rows,
        break_anywhere: rows == 1,
        ..TextWrapping::default()
    };
    let text = one_line(text);
    let text = shown(&text);
    if bidi::has_right_to_left(&text) {
        return in_visual_order(ui, &text, &format, &wrap);
    }
    let mut job = LayoutJob::single_section(text.into_owned(), format);
    job.wrap = wrap;
    job.halign = align;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Rows in whose words stand where the eye expects them. Which words stand in which row is decided in the order of
/// reading.
fn in_visual_order(ui: &Ui, text: &str, format: &TextFormat, wrap: &TextWrapping) -> Arc<Galley> {
    let base = bidi::base_level(text);
    let one_row = |words: &str| {
        let row = bidi::visual_row(words, base).into_owned();
        let job = LayoutJob::single_section(row, format.clone());
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let fits = |words: &str| one_row(words).size().x <= wrap.max_width;
    let (rows, elided) = bidi::rows(text, wrap.max_rows, fits);
    let rows: Vec<_> = rows.iter().map(|row| bidi::visual_row(row, base)).collect();
    let job = LayoutJob::single_section(rows.join("\n"), format.clone());
    let mut galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    Arc::make_mut(&mut galley).elided = elided;
    galley
}

/// A label with a face, a size and a colour of the look.
///
/// ```text
/// Text::new(&company).semibold().rows(2).show(ui);
/// ```
#[must_use = "A text is seen once it is shown"]
pub struct Text<'a> {
    text: &'a str,
    size: f32,
    semibold: bool,
    color: Option<Color32>,
    rows: usize,
    role: Role,
    sense: Sense,
    exact_width: bool,
    live: Live,
}

impl<'a> Text<'a> {
    /// Body text that wraps.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            size: size::BODY,
            semibold: false,
            color: None,
            rows: usize::MAX,
            role: Role::Label,
            sense: Sense::hover(),
            exact_width: false,
            live: Live::Off,
        }
    }

    /// A size out of [`size`].
    pub fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    /// The heavier face, for names.
    pub fn semibold(mut self) -> Self {
        self.semibold = true;
        self
    }

    /// A colour out of the tokens; otherwise that of text.
    pub fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// Ends in `…` after so many lines; the whole is seen on hover.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// What the text is for assistive technology.
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Said by a screen reader as soon as it appears or changes: when there is a pause, or at once.
    pub fn live(mut self, live: Live) -> Self {
        self.live = live;
        self
    }

    /// Senses clicks, so that the label can be pressed or have a menu.
    pub fn sense(mut self, sense: Sense) -> Self {
        self.sense = sense;
        self
    }

    /// Takes all the width there is, even if the words need less.
    pub fn fill(mut self) -> Self {
        self.exact_width = true;
        self
    }

    /// Shows the text.
    pub fn show(self, ui: &mut Ui) -> Response {
        let Self {
            text,
            size,
            semibold,
            color,
            rows,
            role,
            sense,
            exact_width,
            live,
        } = self;
        let color = color.unwrap_or(ui.tokens().text);
        let font = if semibold {
            fonts::semibold(size)
        } else {
            fonts::regular(size)
        };
        let width = ui.available_width();
        // Rows of an empty state are centred, as all of it is.
        let placed = ui.layout();
        let is_centred = placed.main_dir().is_vertical()
            && placed.horizontal_align() == Align::Center
            && !exact_width;
        let align = if is_centred {
            Align::Center
        } else {
            Align::LEFT
        };
        let wrap = Wrap { width, rows, align };
        let galley = laid_out(ui, text, font, color, wrap);
        let desired = if exact_width {
            vec2(width, galley.size().y)
        } else {
            galley.size()
        };
        let (rect, response) = ui.allocate_exact_size(desired, sense);
        if ui.is_rect_visible(rect) {
            let at = rect.min - galley.rect.min.to_vec2();
            ui.painter().galley(at, Arc::clone(&galley), color);
        }
        response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), one_line(text)));
        if live != Live::Off {
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_live(live));
        }
        if galley.elided {
            whole_on_hover(response, text)
        } else {
            response
        }
    }
}

/// Shows the whole of a text that had to be cut, while the pointer rests on it.
pub fn whole_on_hover(response: Response, text: &str) -> Response {
    response.on_hover_ui(|ui| {
        ui.set_max_width(metrics::TOOLTIP);
        let tokens = ui.tokens();
        let galley = layout(
            ui,
            text,
            fonts::regular(size::SMALL),
            tokens.text,
            metrics::TOOLTIP,
            12,
        );
        let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter().galley(rect.min, galley, tokens.text);
    })
}

/// Body text.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    Text::new(text).show(ui)
}

/// Body text of second rank.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    Text::new(text).color(ui.tokens().muted).show(ui)
}

/// Small text of second rank: captions, the status line.
pub fn caption(ui: &mut Ui, text: &str) -> Response {
    Text::new(text)
        .size(size::SMALL)
        .color(ui.tokens().muted)
        .show(ui)
}

/// A name.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    Text::new(text).semibold().show(ui)
}

/// A text that wraps to `rows` lines and then ends in `…`, with the whole on hover.
pub fn truncated(ui: &mut Ui, text: &str, rows: usize) -> Response {
    Text::new(text).rows(rows).show(ui)
}

/// The title of a view.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    Text::new(text)
        .size(size::TITLE)
        .semibold()
        .rows(2)
        .role(Role::Heading)
        .show(ui)
}

/// The heading of a section of a view: small, semibold, quiet.
pub fn section(ui: &mut Ui, text: &str) -> Response {
    let color = ui.tokens().muted;
    Text::new(text)
        .size(size::SMALL)
        .semibold()
        .color(color)
        .rows(1)
        .role(Role::Heading)
        .show(ui)
}

/// The heading of a group inside a panel: semibold, in the colour of text.
pub fn subheading(ui: &mut Ui, text: &str) -> Response {
    Text::new(text)
        .semibold()
        .rows(2)
        .role(Role::Heading)
        .show(ui)
}

/// A picture without a meaning of its own, beside words that say it.
pub fn icon(ui: &mut Ui, icon: crate::ui::icons::Icon, size: f32, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        icon.glyph(),
        fonts::icon(size),
        color,
    );
    response
}

/// A line across, between parts of a view.
pub fn divider(ui: &mut Ui) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, metrics::LINE), Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.center().y, ui.tokens().line_stroke());
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    #[test]
    fn a_name_never_breaks_its_line() {
        assert_eq!(one_line("Quill\n& Sons"), "Quill & Sons");
        assert_eq!(one_line("a\u{202e}b\u{2066}c"), "abc");
        assert!(matches!(one_line("שלום Łódź"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_name_of_ten_thousand_characters_takes_two_lines_and_keeps_its_accessible_name() {
        for name in [
            "x".repeat(10_000),
            "word ".repeat(2_000),
            "a\nb\n".repeat(2_500),
        ] {
            let whole = one_line(&name).into_owned();
            let mut harness = harness(move |ui| {
                ui.set_max_width(200.0);
                Text::new(&name).semibold().rows(2).show(ui);
            });
            harness.run();
            let label = harness.get_by_label(&whole);
            assert!(label.rect().width() <= 200.5, "{:?}", label.rect());
            assert!(
                label.rect().height() <= 2.0 * size::line(size::BODY) + 0.5,
                "{:?}",
                label.rect()
            );
        }
    }
}
