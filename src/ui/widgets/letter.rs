//! The editor of a letter: a reading face, blanks as quiet chips, and lines under what deserves a second look.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    ops::{Range, RangeInclusive},
    sync::Arc,
};

use egui::{
    CornerRadius, Frame, Galley, Id, Margin, Pos2, Rect, Response, RichText, Shape, Stroke,
    TextBuffer, TextEdit, Ui, Vec2, pos2,
    text::{CCursor, LayoutJob, TextFormat},
    text_edit::TextEditOutput,
    vec2,
};

use super::{field, text::Text};
use crate::ui::{
    fonts,
    theme::{Tokens, UiExt as _, metrics, radius, size, space},
};

/// How many rows of a letter fit into a height in points; at least one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a height on a screen, not below zero"
)]
pub(crate) fn rows_in(height: f32) -> usize {
    (height / size::LETTER_LINE).floor().max(1.0) as usize
}

/// What a mark says about its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// Stands for something, and is no words of the letter.
    Code,
    /// Worth a thought.
    Hint,
    /// Probably to be mended.
    Warning,
    /// Not to be sent like this.
    Blocker,
    /// To be filled in.
    Blank,
}

/// A mark on a range of characters. Where marks overlap, the graver one is seen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// Characters, not bytes.
    pub range: Range<usize>,
    /// How it looks.
    pub kind: MarkKind,
    /// Why, in a sentence; shown while the pointer rests on the words.
    pub message: String,
}

/// An editor for the text of a letter.
#[must_use = "An editor is seen once it is shown"]
pub struct LetterEditor<'a> {
    name: &'a str,
    value: &'a mut String,
    marks: &'a [Mark],
    example: &'a str,
    rows: usize,
    width: f32,
    select: Option<Range<usize>>,
}

/// What the editor says.
#[derive(Debug)]
pub struct LetterResponse {
    /// The editor's response.
    pub response: Response,
    /// Where the text cursor stands, in characters.
    pub cursor: Option<usize>,
    /// The mark under the pointer, as an index into the marks.
    pub hovered: Option<usize>,
}

impl<'a> LetterEditor<'a> {
    /// `name` is the editor's name for assistive technology.
    pub fn new(name: &'a str, value: &'a mut String, marks: &'a [Mark]) -> Self {
        Self {
            name,
            value,
            marks,
            example: "",
            rows: 12,
            width: metrics::LETTER,
            select: None,
        }
    }

    /// Faint words while it is empty.
    pub fn example(mut self, example: &'a str) -> Self {
        self.example = example;
        self
    }

    /// At least so many lines high.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Another measure than that of a letter.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Selects these characters and takes the focus, to lead to a mark; pass it in one frame alone.
    pub fn select(mut self, range: Option<Range<usize>>) -> Self {
        self.select = range;
        self
    }

    /// Shows the editor without a frame: it lies on a sheet that the view draws.
    pub fn show(self, ui: &mut Ui) -> LetterResponse {
        let Self {
            name,
            value,
            marks,
            example,
            rows,
            width,
            select,
        } = self;
        let tokens = ui.tokens();
        let id = ui.make_persistent_id(("letter", name));
        let led_to = select.as_ref().map(|range| CCursor::new(range.start));
        if let Some(range) = select {
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            let (start, end) = (CCursor::new(range.start), CCursor::new(range.end));
            state
                .cursor
                .set_char_range(Some(egui::text::CCursorRange::two(start, end)));
            state.store(ui.ctx(), id);
            ui.memory_mut(|memory| memory.request_focus(id));
        }

        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, wrap_width: f32| {
            let job = memoized(ui, id, text.as_str(), marks, wrap_width);
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        // Chips and lines lie under the words, but where they lie is known only afterwards.
        let beneath = ui.painter().add(Shape::Noop);
        let TextEditOutput {
            response,
            galley,
            galley_pos,
            cursor_range,
            ..
        } = TextEdit::multiline(value)
            .id(id)
            .frame(Frame::new().inner_margin(Margin::ZERO))
            .desired_width(width.min(ui.available_width()))
            .min_size(Vec2::ZERO)
            .desired_rows(rows)
            .font(fonts::letter(size::LETTER))
            .hint_text(
                RichText::new(example)
                    .font(fonts::letter(size::LETTER))
                    .color(tokens.faint),
            )
            .layouter(&mut layouter)
            .show(ui);
        let response = response.response;
        if let Some(place) = led_to {
            let place = galley.pos_from_cursor(place);
            let place = place.translate(galley_pos.to_vec2());
            ui.scroll_to_rect(place, Some(egui::Align::Center));
        }
        field::remember_multiline(ui, &response, true);
        let shapes = mark_shapes(tokens, marks, &galley, galley_pos);
        ui.painter().set(beneath, Shape::Vec(shapes));
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(name));

        let hovered = response.hover_pos().and_then(|pointer| {
            let at: usize = galley.cursor_from_pos(pointer - galley_pos).index.0;
            let under = |mark: &&(usize, &Mark)| mark.1.range.contains(&at);
            let marks: Vec<(usize, &Mark)> = marks.iter().enumerate().collect();
            marks
                .iter()
                .filter(under)
                .max_by_key(|(_, mark)| mark.kind)
                .map(|(index, _)| *index)
        });
        let message = hovered
            .and_then(|index| marks.get(index))
            .map(|mark| mark.message.as_str());
        let response = match message.filter(|message| !message.is_empty()) {
            Some(message) => response.on_hover_ui_at_pointer(|ui| {
                ui.set_max_width(metrics::TOOLTIP);
                Text::new(message).size(size::SMALL).rows(6).show(ui);
            }),
            None => response,
        };
        LetterResponse {
            response,
            cursor: cursor_range.map(|range| range.primary.index.0),
            hovered,
        }
    }
}

/// The job of the last frame, if nothing it depends on has changed. (egui in turn remembers what became of the job.)
fn memoized(ui: &Ui, id: Id, text: &str, marks: &[Mark], wrap_width: f32) -> LayoutJob {
    let tokens = ui.tokens();
    let mut hasher = DefaultHasher::new();
    (text, marks, wrap_width.to_bits(), ui.visuals().dark_mode).hash(&mut hasher);
    let key = hasher.finish();
    let memo = id.with("layout");
    if let Some((known, job)) = ui.data(|data| data.get_temp::<(u64, Arc<LayoutJob>)>(memo))
        && known == key
    {
        return LayoutJob::clone(&job);
    }
    let job = layout_job(tokens, text, marks, wrap_width);
    ui.data_mut(|data| data.insert_temp(memo, (key, Arc::new(job.clone()))));
    job
}

fn layout_job(tokens: &Tokens, text: &str, marks: &[Mark], wrap_width: f32) -> LayoutJob {
    let length = text.chars().count();
    let mut borders: Vec<usize> = vec![0, length];
    for mark in marks {
        borders.push(mark.range.start.min(length));
        borders.push(mark.range.end.min(length));
    }
    borders.sort_unstable();
    borders.dedup();

    let mut job = LayoutJob::default();
    job.wrap.max_width = wrap_width;
    job.keep_trailing_whitespace = true;
    let mut chars = text.chars();
    for pair in borders.windows(2) {
        let &[start, end] = pair else { continue };
        let piece: String = chars.by_ref().take(end - start).collect();
        let covering = marks
            .iter()
            .filter(|mark| mark.range.start <= start && end <= mark.range.end);
        job.append(
            &piece,
            0.0,
            format(tokens, covering.map(|mark| mark.kind).max()),
        );
    }
    if job.sections.is_empty() {
        // An empty text has a height too.
        job.append("", 0.0, format(tokens, None));
    }
    job
}

fn format(tokens: &Tokens, kind: Option<MarkKind>) -> TextFormat {
    let color = match kind {
        Some(MarkKind::Blank) => tokens.due,
        Some(MarkKind::Code) => tokens.accent,
        _ => tokens.text,
    };
    TextFormat {
        line_height: Some(size::LETTER_LINE),
        ..TextFormat::simple(fonts::letter(size::LETTER), color)
    }
}

/// The chips behind blanks, and the lines under other marks: dotted, straight or waved, the graver the livelier.
fn mark_shapes(tokens: &Tokens, marks: &[Mark], galley: &Galley, origin: Pos2) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut row_start = 0;
    for row in &galley.rows {
        let row_end = row_start + row.glyphs.len();
        for mark in marks {
            let start = mark.range.start.max(row_start);
            let end = mark.range.end.min(row_end);
            if start >= end {
                continue;
            }
            let glyphs = row
                .glyphs
                .get(start - row_start..end - row_start)
                .unwrap_or_default();
            let (Some(first), Some(last)) = (glyphs.first(), glyphs.last()) else {
                continue;
            };
            let corner = origin + row.pos.to_vec2();
            let left = corner.x + first.pos.x;
            let right = corner.x + last.max_x();
            let baseline = corner.y + first.pos.y;
            let middle = corner.y + row.size.y / 2.0;
            shapes.push(match mark.kind {
                MarkKind::Blank | MarkKind::Code => {
                    let height = vec2(0.0, metrics::PILL);
                    let rect = Rect::from_center_size(pos2(left, middle), height)
                        .union(Rect::from_center_size(pos2(right, middle), height))
                        .expand2(vec2(space::XS / 2.0, 0.0));
                    let ground = match mark.kind {
                        MarkKind::Code => tokens.accent_ground,
                        _ => tokens.due_ground,
                    };
                    Shape::rect_filled(rect, CornerRadius::same(radius::PILL), ground)
                }
                kind => line_under(tokens, kind, left..=right, baseline + space::XS),
            });
        }
        row_start = row_end + usize::from(row.ends_with_newline);
    }
    shapes
}

fn line_under(tokens: &Tokens, kind: MarkKind, across: RangeInclusive<f32>, y: f32) -> Shape {
    let (left, right) = (*across.start(), *across.end());
    match kind {
        MarkKind::Blocker => {
            let stroke = Stroke::new(metrics::RING * 0.75, tokens.late);
            let wave = space::XS / 2.0;
            let points = std::iter::successors(Some(left), |x| Some(x + wave))
                .take_while(|x| *x <= right)
                .zip([-1.0, 1.0].into_iter().cycle())
                .map(|(x, side)| pos2(x, y + side));
            Shape::line(points.collect(), stroke)
        }
        MarkKind::Warning | MarkKind::Blank | MarkKind::Code => Shape::line_segment(
            [pos2(left, y), pos2(right, y)],
            Stroke::new(metrics::RING, tokens.due),
        ),
        MarkKind::Hint => Shape::Vec(Shape::dotted_line(
            &[pos2(left, y), pos2(right, y)],
            tokens.edge,
            space::XS,
            metrics::LINE,
        )),
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    fn mark(range: Range<usize>, kind: MarkKind) -> Mark {
        Mark {
            range,
            kind,
            message: "Because".to_owned(),
        }
    }

    #[test]
    fn marks_cover_characters_and_the_graver_one_wins() {
        let marks = [
            mark(1..4, MarkKind::Warning),
            mark(2..3, MarkKind::Blank),
            mark(90..99, MarkKind::Hint),
        ];
        let job = layout_job(&Tokens::LIGHT, "Łódź 漢字", &marks, 100.0);
        let seen: Vec<(&str, bool)> = job
            .sections
            .iter()
            .map(|section| {
                let range = section.byte_range.start.0..section.byte_range.end.0;
                (&job.text[range], section.format.color == Tokens::LIGHT.due)
            })
            .collect();
        assert_eq!(seen, [("Łó", false), ("d", true), ("ź 漢字", false)]);
    }

    #[test]
    fn text_can_shrink_under_its_marks_while_typing() {
        let mut harness = harness_state(
            |ui, text: &mut String| {
                let marks = [
                    mark(0..400, MarkKind::Blank),
                    mark(3..1_000, MarkKind::Hint),
                ];
                LetterEditor::new("Message", text, &marks).show(ui);
            },
            "Dear Ann,".to_owned(),
        );
        harness.run();
        harness.get_by_label("Message").focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        harness.key_press(egui::Key::Backspace);
        harness.run();
        assert_eq!(harness.state(), "");
        harness.get_by_label("Message").type_text("Dear Luis,");
        harness.run();
        assert_eq!(harness.state(), "Dear Luis,");
    }

    #[test]
    fn a_mark_can_be_led_to() {
        let mut harness = harness_state(
            |ui, (text, select, cursor): &mut (String, Option<Range<usize>>, Option<usize>)| {
                *cursor = LetterEditor::new("Message", text, &[])
                    .select(select.take())
                    .show(ui)
                    .cursor;
            },
            ("Dear [name],".to_owned(), Some(5..11), None),
        );
        harness.run();
        assert!(harness.get_by_label("Message").is_focused());
        harness.get_by_label("Message").type_text("Ann");
        harness.run();
        assert_eq!(harness.state().0, "Dear Ann,");
    }
}
