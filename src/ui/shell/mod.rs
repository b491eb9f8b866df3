//! The window: its bars, the view between them, and the way of a command through a frame.

mod banners;
mod focus;
mod incoming;
pub mod keys;
mod outside;
mod placement;
mod status_bar;
#[cfg(test)]
mod tests;
mod top_bar;
mod unsaved;

use std::time::Duration;

use egui::{CentralPanel, Context, Panel, TextEdit, Ui, ViewportBuilder, ViewportCommand};

use serde::{Deserialize, Serialize};

pub use outside::Outside;
pub use placement::Placement;

use crate::app::{Command, Confirm, Dialog, Effect, SaveStatus, State, View, words};
use crate::time::Clock;
use crate::ui::board::BoardView;
use crate::ui::compose::ComposeView;
use crate::ui::dialogs::Dialogs;
use crate::ui::gallery::Gallery;
use crate::ui::insights;
use crate::ui::panel::PanelView;
use crate::ui::rules::RulesView;
use crate::ui::scene::Scene;
use crate::ui::settings::SettingsView;
use crate::ui::templates::TemplatesView;
use crate::ui::theme::{self, UiExt as _, metrics};
use crate::ui::today::TodayView;
use crate::ui::widgets::set_region;
use crate::ui::widgets::toast::{ToastEvent, Toasts};
use focus::{FocusTrail, layers};
use placement::Placing;
use top_bar::TopBar;
use unsaved::Unsaved;

/// The window.
pub struct AfterwordApp {
    state: State,
    outside: Box<dyn Outside>,
    views: Views,
    toasts: Toasts<Command>,
    toast: u64,
    title: String,
    /// Whether a text field had the keyboard when the last frame ended: egui takes it away on
    /// Escape before anybody can ask.
    was_typing: bool,
    focus: FocusTrail,
    unsaved: Unsaved,
    placing: Placing,
    /// Whether the window may close whatever is not saved.
    may_close: bool,
}

/// What the views keep between frames. As data it is what is typed into their forms.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Views {
    #[serde(skip)]
    top_bar: TopBar,
    #[serde(skip)]
    today: TodayView,
    #[serde(skip)]
    board: BoardView,
    #[serde(skip_serializing_if = "nothing_typed")]
    settings: SettingsView,
    #[serde(skip)]
    rules: RulesView,
    #[serde(skip)]
    gallery: Gallery,
    #[serde(skip_serializing_if = "nothing_typed")]
    panel: PanelView,
    #[serde(skip)]
    compose: ComposeView,
    #[serde(skip)]
    templates: TemplatesView,
    #[serde(skip_serializing_if = "nothing_typed")]
    dialogs: Dialogs,
}

/// Large enough for a switcher of windows, small enough to be read at every start.
const ICON: &[u8] = include_bytes!("../../../assets/icon/afterword-64.png");

/// Opens the window at that place and returns when it is closed. `outside` is made with egui's
/// context, so that it can ask for a frame when something comes in.
///
/// # Errors
/// There is no display, or it cannot be drawn on.
pub fn run(
    state: State,
    placement: Placement,
    outside: impl FnOnce(&Context) -> Box<dyn Outside>,
) -> Result<(), eframe::Error> {
    eframe::run_native(
        "Afterword",
        options(placement),
        Box::new(move |cc| {
            let outside = outside(&cc.egui_ctx);
            let mut app = AfterwordApp::new(&cc.egui_ctx, state, outside);
            app.placing = Placing::at(placement);
            Ok(Box::new(app))
        }),
    )
}

/// What the system is asked for: the place of the window and its name.
pub fn options(placement: Placement) -> eframe::NativeOptions {
    let viewport = ViewportBuilder::default()
        .with_app_id("afterword")
        .with_title("Afterword");
    let mut viewport = placement.put_into(viewport);
    // Desktops that know the program by its entry take the icon from there; others need it here.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    eframe::NativeOptions {
        viewport,
        ..eframe::NativeOptions::default()
    }
}

impl AfterwordApp {
    /// The window on that state.
    pub fn new(ctx: &Context, state: State, outside: Box<dyn Outside>) -> Self {
        theme::install(ctx);
        Self {
            state,
            outside,
            views: Views::default(),
            toasts: Toasts::default(),
            toast: 0,
            title: String::new(),
            was_typing: false,
            focus: FocusTrail::default(),
            unsaved: Unsaved::default(),
            placing: Placing::default(),
            may_close: false,
        }
    }

    /// All that the window shows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Does what `command` says, as if the user had.
    pub fn apply(&mut self, command: Command, ctx: &Context) {
        let clock = self.outside.clock();
        self.apply_at(command, &clock, ctx);
    }

    fn apply_at(&mut self, command: Command, clock: &Clock, ctx: &Context) {
        let was = layers(&self.state);
        for effect in self.state.apply(command, clock) {
            self.perform(effect, ctx);
        }
        self.focus.follow(was, layers(&self.state), ctx);
        ctx.request_repaint();
    }

    fn perform(&mut self, effect: Effect, ctx: &Context) {
        match effect {
            Effect::CopyText(text) => ctx.copy_text(text),
            Effect::FocusSearch => self.views.top_bar.focus_search(),
            Effect::Finding(step) => self.views.compose.step_to_finding(step),
            Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Effect::QuitUnsaved => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            other => self.outside.perform(other, ctx),
        }
    }

    /// Lets in what happened since the last frame: the clock, the disk, the desktop.
    fn catch_up(&mut self, clock: &Clock, ctx: &Context) {
        for command in self.outside.news(&self.state.search) {
            self.apply_at(command, clock, ctx);
        }
        if let Some(words) = self.outside.words_before() {
            match self.views.take_up(&words, &self.state) {
                Some(commands) => {
                    for command in commands {
                        self.apply_at(command, clock, ctx);
                    }
                }
                None => self.outside.perform(Effect::PutWordsAside, ctx),
            }
        }
        self.state.advance(clock);
    }

    /// Asks before the window closes on changes that could not be saved.
    fn before_closing(&mut self, clock: &Clock, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        self.keep_what_was_typed(clock, ctx);
        let SaveStatus::Failed(why) = &self.state.saving else {
            return;
        };
        if self.may_close {
            return;
        }
        let question = Confirm {
            title: "Close without saving?".to_owned(),
            text: format!("Your last changes are not saved: {why}"),
            button: "Close and lose them".to_owned(),
            command: Command::Ask(Effect::QuitUnsaved),
        };
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        self.apply_at(
            Command::dialog(Dialog::Confirm(Box::new(question))),
            clock,
            ctx,
        );
    }

    fn keep_what_was_typed(&mut self, clock: &Clock, ctx: &Context) {
        let mut scene = Scene::new(&self.state, clock);
        self.views.dialogs.keep(&mut scene);
        for command in scene.into_commands() {
            self.apply_at(command, clock, ctx);
        }
    }

    fn toasts(&mut self, ctx: &Context) -> Option<Command> {
        match &self.state.toast {
            // Only the newest can be undone, so only the newest is shown.
            Some(toast) if toast.number != self.toast => {
                self.toast = toast.number;
                self.toasts.clear();
                if toast.undo {
                    self.toasts.say_with(&toast.text, "Undo", Command::Undo);
                } else {
                    self.toasts.say(&toast.text);
                }
            }
            Some(_) => {}
            None => self.toasts.clear(),
        }
        self.toasts
            .show(ctx, "Dismiss")
            .map(|ToastEvent::Acted(command)| command)
    }

    /// The title names the file, as titles do.
    fn title(&mut self, ctx: &Context) {
        let file = self.state.file.as_ref().and_then(|path| path.file_name());
        let title = file.map_or_else(
            || "Afterword".to_owned(),
            |name| format!("Afterword - {}", name.to_string_lossy()),
        );
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Sleeps until something falls due or is told in other words.
    fn sleep(&self, clock: &Clock, ctx: &Context) {
        let wording = words::next_wording(&self.state.plan, clock);
        let wake = self
            .state
            .next_boundary()
            .map_or(wording, |boundary| boundary.min(wording));
        let rest = wake.signed_duration_since(clock.now).to_std();
        // A clock that stands still would ask for one frame after the other.
        let rest = rest.unwrap_or_default().max(Duration::from_secs(1));
        ctx.request_repaint_after(rest);
    }
}

impl eframe::App for AfterwordApp {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.placing.follow(&ctx, frame);
        let clock = self.outside.clock();
        self.catch_up(&clock, &ctx);
        theme::follow(&ctx, &self.state.search.appearance, self.state.system);
        set_region(&ctx, clock.region);
        self.title(&ctx);
        self.before_closing(&clock, &ctx);

        let mut scene = Scene::new(&self.state, &clock);
        keys::listen(&ctx, &mut scene, self.was_typing);
        incoming::listen(&ctx, &mut scene, self.was_typing);
        self.views.show(ui, &mut scene);
        let mut commands = scene.into_commands();
        commands.extend(self.toasts(&ctx));

        self.focus.give_back(&ctx);
        for command in commands {
            self.apply_at(command, &clock, &ctx);
        }
        self.was_typing = is_typing(&ctx);
        self.unsaved.follow(&ctx, &self.views, &mut *self.outside);
        self.sleep(&clock, &ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.unsaved.tell(&self.views, &mut *self.outside);
        self.outside.keep_placement(self.placing.placement());
        self.outside.close();
    }
}

/// Whether a part of the views has no words as data.
fn nothing_typed(part: &impl Serialize) -> bool {
    ron::to_string(part).is_ok_and(|text| text == "()")
}

/// Whether a text field has the keyboard.
fn is_typing(ctx: &Context) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    focused.is_some_and(|id| TextEdit::load_state(ctx, id).is_some())
}

impl Views {
    fn show(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        self.top_bar.show(ui, scene);
        if self.top_bar.entered() {
            self.board.lead(scene.state);
        }
        status_bar::show(ui, scene);
        banners::show(ui, scene);
        self.middle(ui, scene);
        self.dialogs.show(ui.ctx(), scene);
    }

    /// The view, with the panel beside it; or the letter, which takes the room it needs.
    fn middle(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let frame = egui::Frame::new().fill(ui.tokens().ground);
        if scene.state.template.is_some() {
            CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| self.templates.show(ui, scene));
            return;
        }
        self.templates.closed();
        let panel = scene.state.panel.as_ref();
        if scene.state.view != View::Rules {
            self.rules.closed();
        }
        if panel.is_some_and(|panel| panel.compose.is_some()) {
            CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| self.compose.show(ui, scene));
            return;
        }
        if panel.is_some() {
            let room = ui.available_width();
            // Where the view would have no room left for a card, the panel has it all.
            let beside = room - metrics::PANEL >= metrics::CARD + metrics::TOP_BAR;
            if !beside {
                CentralPanel::default()
                    .frame(frame)
                    .show(ui, |ui| self.panel.show(ui, scene));
                return;
            }
            Panel::right("application")
                .exact_size(metrics::PANEL)
                .show_separator_line(true)
                .frame(frame)
                .show(ui, |ui| self.panel.show(ui, scene));
        } else {
            self.panel.closed();
        }
        CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| match scene.state.view {
                View::Today => self.today.show(ui, scene),
                View::Board => self.board.show(ui, scene),
                View::Insights => insights::show(ui, scene),
                View::Settings => self.settings.show(ui, scene),
                View::Rules => self.rules.show(ui, scene),
                View::Gallery => self.gallery.show(ui),
            });
    }
}
