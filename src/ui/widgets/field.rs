//! A text field: its label above, a hint and an error beneath, an example while it is empty.

use egui::{
    Align2, Frame, Id, Margin, Response, RichText, TextEdit, Ui, UiBuilder, Vec2, accesskit,
    text::{CCursor, CCursorRange},
    vec2,
};

use super::text::{self, Text};
use crate::ui::{
    fonts, icons,
    theme::{UiExt as _, metrics, radius, size, space},
};

/// A field to type into.
///
/// ```text
/// TextField::new("Company", &mut company).example("Quill & Sons").error(error).show(ui);
/// ```
#[must_use = "A field is seen once it is shown"]
pub struct TextField<'a> {
    label: &'a str,
    value: &'a mut String,
    example: &'a str,
    hint: Option<&'a str>,
    error: Option<&'a str>,
    rows: usize,
    id_salt: Option<Id>,
    hide_label: bool,
    width: f32,
    focus: bool,
    trailing: f32,
}

impl<'a> TextField<'a> {
    /// A field of one line. The label is also its name for assistive technology.
    pub fn new(label: &'a str, value: &'a mut String) -> Self {
        Self {
            label,
            value,
            example: "",
            hint: None,
            error: None,
            rows: 1,
            id_salt: None,
            hide_label: false,
            width: f32::INFINITY,
            focus: false,
            trailing: 0.0,
        }
    }

    /// What an answer looks like, in faint words while the field is empty.
    pub fn example(mut self, example: &'a str) -> Self {
        self.example = example;
        self
    }

    /// A line beneath that helps.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// What is wrong, beneath and instead of the hint. What was typed stays.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// More than one row: Enter makes a new line.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// Tells fields with the same label in the same part of a view apart.
    pub fn id_salt(mut self, salt: impl std::hash::Hash + std::fmt::Debug) -> Self {
        self.id_salt = Some(Id::unique(salt));
        self
    }

    /// Keeps the label for assistive technology alone, where the place says it to the eye.
    pub fn hide_label(mut self) -> Self {
        self.hide_label = true;
        self
    }

    /// Narrower than the room there is.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Takes the keyboard's focus; pass true in the one frame in which it should.
    pub fn focus(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }

    /// Leaves room inside at the right for something the caller puts there.
    pub(crate) fn trailing(mut self, width: f32) -> Self {
        self.trailing = width;
        self
    }

    /// Shows the field. The response is that of the editor; its `rect` is the box alone.
    pub fn show(self, ui: &mut Ui) -> Response {
        ui.scope_builder(UiBuilder::new(), |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.vertical(|ui| self.show_parts(ui)).inner
        })
        .inner
    }

    fn show_parts(self, ui: &mut Ui) -> Response {
        let Self {
            label,
            value,
            example,
            hint,
            error,
            rows,
            id_salt,
            hide_label,
            width,
            focus,
            trailing,
        } = self;
        let width = width.min(ui.available_width());
        ui.set_max_width(width);
        let tokens = ui.tokens();
        let id = match id_salt {
            Some(salt) => ui.make_persistent_id(salt),
            None => ui.make_persistent_id(("field", label)),
        };

        if !hide_label {
            label_above(ui, label, id);
        }

        let multiline = rows > 1;
        let stroke = match error {
            Some(_) => egui::Stroke::new(metrics::LINE, tokens.late),
            None => tokens.edge_stroke(),
        };
        let response = edit(
            ui,
            id,
            value,
            Edit {
                example,
                multiline,
                rows,
                width,
                trailing,
                stroke,
                ..Edit::default()
            },
        );
        if focus {
            response.request_focus();
        }
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label(label);
            if let Some(error) = error {
                node.set_invalid(accesskit::Invalid::True);
                node.set_description(error);
            } else if let Some(hint) = hint {
                node.set_description(hint);
            }
        });

        if let Some(error) = error {
            error_beneath(ui, error);
        } else if let Some(hint) = hint {
            text::caption(ui, hint);
        }
        super::reveal(&response);
        response
    }
}

/// A field of one line; see [`TextField`].
pub fn text_field(ui: &mut Ui, label: &str, value: &mut String) -> Response {
    TextField::new(label, value).show(ui)
}

/// The label of a control, above it. Painted alone: its words are the control's name already.
pub(crate) fn label_above(ui: &mut Ui, label: &str, id: Id) {
    let tokens = ui.tokens();
    let galley = text::layout(
        ui,
        label,
        fonts::regular(size::SMALL),
        tokens.muted,
        ui.available_width(),
        2,
    );
    let (_, rect) = ui.allocate_space(galley.size());
    ui.painter().galley(rect.min, galley, tokens.muted);
    let pressed = ui.input(|i| i.pointer.primary_clicked());
    if pressed && ui.rect_contains_pointer(rect) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// What is wrong with a control, beneath it.
pub(crate) fn error_beneath(ui: &mut Ui, error: &str) {
    let late = ui.tokens().late;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        text::icon(ui, icons::WARNING_CIRCLE, size::ICON, late);
        Text::new(error).size(size::SMALL).color(late).show(ui);
    });
}

/// How a bare editor looks.
#[derive(Clone, Copy)]
pub(crate) struct Edit<'a> {
    pub(crate) example: &'a str,
    pub(crate) multiline: bool,
    pub(crate) rows: usize,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) leading: f32,
    pub(crate) trailing: f32,
    pub(crate) stroke: egui::Stroke,
}

impl Default for Edit<'_> {
    fn default() -> Self {
        Self {
            example: "",
            multiline: false,
            rows: 1,
            width: f32::INFINITY,
            height: metrics::FIELD,
            leading: 0.0,
            trailing: 0.0,
            stroke: egui::Stroke::NONE,
        }
    }
}

/// The box with the editor in it.
pub(crate) fn edit(ui: &mut Ui, id: Id, value: &mut String, edit: Edit<'_>) -> Response {
    let Edit {
        example,
        multiline,
        rows,
        width,
        height,
        leading,
        trailing,
        stroke,
    } = edit;
    let tokens = ui.tokens();
    let side = space::S + 2.0;
    let above = if multiline { space::S } else { 0.0 };
    let inside = Margin::from(vec2(side, above));
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(stroke)
        .corner_radius(radius::CONTROL)
        .inner_margin(Margin {
            left: inside.left + Margin::from(leading).left,
            right: inside.right + Margin::from(trailing).right,
            ..inside
        });
    let editor = if multiline {
        TextEdit::multiline(value).desired_rows(rows)
    } else {
        TextEdit::singleline(value)
    };
    let mut response = ui.add(
        editor
            .id(id)
            .frame(frame)
            .desired_width(width)
            .min_size(Vec2::new(0.0, height))
            .align(if multiline {
                Align2::LEFT_TOP
            } else {
                Align2::LEFT_CENTER
            })
            .font(fonts::regular(size::BODY))
            .text_color(tokens.text)
            .hint_text(RichText::new(example).color(tokens.faint)),
    );
    if !multiline && response.changed() && value.contains(['\n', '\r']) {
        *value = text::one_line(value).into_owned();
        response.mark_changed();
    }
    ring(ui, &response);
    remember_multiline(ui, &response, multiline);
    response
}

/// Leads the keyboard into the editor `id`, with that part of its text selected, in characters.
pub(crate) fn select(ui: &Ui, id: Id, range: &std::ops::Range<usize>) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let (start, end) = (CCursor::new(range.start), CCursor::new(range.end));
    state
        .cursor
        .set_char_range(Some(CCursorRange::two(start, end)));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// While a field has the focus its frame is the accent's; the frame keeps its place.
pub(crate) fn ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect,
            egui::CornerRadius::same(radius::CONTROL),
            ui.tokens().ring_stroke(),
            egui::StrokeKind::Inside,
        );
    }
}

/// Which editor with several lines has the focus: there Enter makes a line and must not confirm a dialog.
fn multiline_focus() -> Id {
    Id::unique("afterword: editor with several lines")
}

pub(crate) fn remember_multiline(ui: &Ui, response: &Response, multiline: bool) {
    if multiline && response.has_focus() {
        ui.data_mut(|data| data.insert_temp(multiline_focus(), response.id));
    }
}

/// Whether the focus is in an editor in which Enter makes a new line.
pub(crate) fn focus_is_in_multiline(ctx: &egui::Context) -> bool {
    let last: Option<Id> = ctx.data(|data| data.get_temp(multiline_focus()));
    last.is_some() && last == ctx.memory(egui::Memory::focused)
}

#[cfg(test)]
mod tests {
    use egui::{Key, accesskit::Role};
    use egui_kittest::kittest::{NodeT as _, Queryable as _};

    use super::*;
    use crate::ui::widgets::testing::harness_state;

    #[test]
    fn a_field_is_found_by_its_label_and_typed_into() {
        let mut harness = harness_state(
            |ui, value: &mut String| {
                TextField::new("Company", value)
                    .example("Quill & Sons")
                    .show(ui);
            },
            String::new(),
        );
        harness.run();
        harness.key_press(Key::Tab);
        harness.run();
        let field = harness.get_by_role_and_label(Role::TextInput, "Company");
        assert!(field.is_focused());
        field.type_text("Łódź GmbH");
        harness.run();
        assert_eq!(harness.state(), "Łódź GmbH");
    }

    #[test]
    fn one_line_stays_one_line_whatever_is_pasted() {
        let mut harness = harness_state(
            |ui, value: &mut String| {
                text_field(ui, "Company", value);
            },
            String::new(),
        );
        harness.run();
        harness.get_by_label("Company").focus();
        harness.run();
        harness.event(egui::Event::Paste("a\r\nb\nc".to_owned()));
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(
            !harness.state().contains(['\n', '\r']),
            "{:?}",
            harness.state()
        );
    }

    #[test]
    fn an_error_is_seen_and_belongs_to_its_field() {
        let mut harness = harness_state(
            |ui, value: &mut String| {
                TextField::new("Salary", value)
                    .error(Some("Write a number"))
                    .show(ui);
            },
            "much".to_owned(),
        );
        harness.run();
        harness.get_by_label("Write a number");
        let node = harness.get_by_role_and_label(Role::TextInput, "Salary");
        assert_eq!(
            node.accesskit_node().data().description(),
            Some("Write a number")
        );
        assert_eq!(harness.state(), "much");
    }

    #[test]
    fn several_rows_take_new_lines() {
        let mut harness = harness_state(
            |ui, value: &mut String| {
                TextField::new("Notes", value).rows(3).show(ui);
            },
            String::new(),
        );
        harness.run();
        harness.get_by_label("Notes").focus();
        harness.run();
        harness.get_by_label("Notes").type_text("a");
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state(), "a\n");
    }
}
