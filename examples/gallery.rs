//! Every widget in every state, to be looked at: `cargo run --example gallery [light|dark] [page]`.

use std::ops::Range;

use afterword::ui::{
    icons,
    theme::{self, Tone, UiExt as _, metrics, size, space},
    widgets::{
        Button, DateField, Dialog, Dot, IconButton, LetterEditor, Mark, MarkKind, MenuItem,
        SearchBox, Text, TextField, TimeField, Toasts, banner, body, cadence, caption, checkbox,
        choice, divider, empty_state, icon_button, kbd, link, menu_button, menu_item, menu_on,
        muted, nav_tab, pill, plain_status, primary, quiet, secondary, section, segmented, strong,
        switch, text, text_field, title, truncated,
    },
};
use eframe::egui;

fn main() -> eframe::Result {
    let mut args = std::env::args().skip(1);
    let theme = match args.next().as_deref() {
        Some("dark") => egui::ThemePreference::Dark,
        Some("light") => egui::ThemePreference::Light,
        _ => egui::ThemePreference::System,
    };
    let page = args.next().unwrap_or_else(|| "Controls".to_owned());
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        "Gallery",
        options,
        Box::new(move |cc| {
            theme::install(&cc.egui_ctx);
            cc.egui_ctx.set_theme(theme);
            Ok(Box::new(Gallery::new(page)))
        }),
    )
}

struct Gallery {
    page: String,
    search: String,
    company: String,
    notes: String,
    salary: String,
    day: String,
    wrong_day: String,
    time: String,
    format: u8,
    theme: egui::ThemePreference,
    ticked: bool,
    on: bool,
    letter: String,
    subject: String,
    select: Option<Range<usize>>,
    dialog: bool,
    toasts: Toasts<()>,
}

impl Gallery {
    fn new(page: String) -> Self {
        let mut toasts = Toasts::default();
        toasts.say_with("Bolt moved to Waiting", "Undo", ());
        Self {
            dialog: page == "Dialog",
            page,
            search: String::new(),
            company: "Quill & Sons".to_owned(),
            notes: "Asked twice about on-call.\nBring the retry numbers.".to_owned(),
            salary: "a lot".to_owned(),
            day: "2026-11-30".to_owned(),
            wrong_day: "30.11".to_owned(),
            time: "14:30".to_owned(),
            format: 1,
            theme: egui::ThemePreference::System,
            ticked: true,
            on: true,
            letter: LETTER.to_owned(),
            subject: "Retry storms, and what we said about them".to_owned(),
            select: None,
            toasts,
        }
    }
}

const LETTER: &str = "Dear Ann,\n\nThank you for the time you took with me on Monday 24 November. What you told me about \
retry storms in the payment queue has stayed with me, above all the detail you appreciated.\n\nWhen you described how \
hard it is to keep queues short on the last day of the month, I thought of my work on payments at Bolt. We gave every \
caller its own budget for retries, and within a quarter there were eighty per cent fewer of them. I would enjoy working \
on that problem with you.\n\nKind regards,\nMina Okafor";

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let tokens = ui.tokens();
        egui::Panel::top("top")
            .exact_size(metrics::TOP_BAR)
            .frame(tokens.bar_frame())
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    Text::new("Afterword").size(size::LARGE).semibold().show(ui);
                    ui.add_space(space::M);
                    for (name, count) in [
                        ("Controls", 4),
                        ("Board", 0),
                        ("Letter", 0),
                        ("Empty", 0),
                        ("Dialog", 0),
                    ] {
                        if nav_tab(ui, name, self.page == name, count, "4 due").clicked() {
                            self.page = name.to_owned();
                            self.dialog = name == "Dialog";
                        }
                    }
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        Button::primary("New application")
                            .icon(icons::PLUS)
                            .show(ui);
                        ui.add_space(space::S);
                        SearchBox::new("Search", "Clear search", &mut self.search)
                            .keys("Ctrl K")
                            .show(ui);
                    });
                });
            });
        egui::Panel::bottom("status")
            .exact_size(metrics::STATUS_BAR)
            .frame(tokens.bar_frame())
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    text::icon(ui, icons::CHECK, size::ICON_SMALL, tokens.muted);
                    caption(ui, "Saved · afterword.ron");
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        caption(ui, "Next: today 18:00, thank Ann Ito at Quill & Sons");
                    });
                });
            });
        egui::CentralPanel::default()
            .frame(
                egui::Frame::new()
                    .fill(tokens.ground)
                    .inner_margin(egui::Margin::from(space::XL)),
            )
            .show(ui, |ui| match self.page.as_str() {
                "Board" => board(ui),
                "Letter" => self.letter(ui),
                "Empty" => {
                    empty_state(
                        ui,
                        icons::TRAY,
                        "Nothing to do. The next is Monday 09:00: check in with Łódź GmbH.",
                        Some("New application"),
                    );
                }
                _ => self.controls(ui),
            });
        self.dialog(ui.ctx());
        self.toasts.show(ui.ctx(), "Dismiss");
    }
}

impl Gallery {
    fn controls(&mut self, ui: &mut egui::Ui) {
        ui.columns(3, |columns| {
            if let [first, second, third] = columns {
                self.buttons(first);
                self.fields(second);
                self.rest(third);
            }
        });
    }

    fn buttons(&mut self, ui: &mut egui::Ui) {
        let tokens = ui.tokens();
        title(ui, "Monday 23 November");
        muted(ui, "Two letters and one answer. About fifteen minutes.");
        section(ui, "Buttons");
        ui.horizontal(|ui| {
            primary(ui, "Mark as sent").request_focus();
            secondary(ui, "Copy subject");
            quiet(ui, "Open in mail");
        });
        ui.horizontal(|ui| {
            Button::primary("New application")
                .icon(icons::PLUS)
                .show(ui);
            Button::secondary("Copy message").icon(icons::COPY).show(ui);
        });
        ui.horizontal(|ui| {
            Button::primary("Sent").enabled(false).show(ui);
            Button::secondary("Copy")
                .icon(icons::COPY)
                .enabled(false)
                .show(ui);
            Button::quiet("Open").enabled(false).show(ui);
            Button::destructive("Delete").icon(icons::TRASH).show(ui);
        });
        ui.horizontal(|ui| {
            menu_button(ui, Button::quiet("Snooze").caret(), |ui| {
                menu_item(ui, Some(icons::SUN), "Tomorrow morning");
                menu_item(ui, Some(icons::CALENDAR_BLANK), "Next Monday");
            });
            Button::quiet("Chosen").selected(true).show(ui);
            Button::secondary("Chosen").selected(true).show(ui);
            link(ui, "Fix");
        });
        ui.horizontal(|ui| {
            let more = icon_button(ui, icons::DOTS_THREE, "More");
            menu_on(&more, |ui| {
                menu_item(ui, Some(icons::PENCIL_SIMPLE), "Rename…");
                MenuItem::new("Undo")
                    .icon(icons::ARROW_U_UP_LEFT)
                    .shortcut(egui::KeyboardShortcut::new(
                        egui::Modifiers::COMMAND,
                        egui::Key::Z,
                    ))
                    .show(ui);
                MenuItem::new("Delete…")
                    .icon(icons::TRASH)
                    .destructive()
                    .show(ui);
            });
            IconButton::new(icons::GEAR, "Settings").framed().show(ui);
            IconButton::new(icons::COLUMNS, "Board")
                .selected(true)
                .show(ui);
            IconButton::new(icons::X, "Close").small().show(ui);
            kbd(ui, "Ctrl K");
        });
        section(ui, "Status");
        ui.horizontal_wrapped(|ui| {
            pill(
                ui,
                Tone::Due,
                icons::ENVELOPE_SIMPLE,
                "Thank Ann by 15:00 tomorrow",
            );
            pill(
                ui,
                Tone::Late,
                icons::ENVELOPE_SIMPLE,
                "Thank Per, 3 hours late",
            );
            pill(ui, Tone::Done, icons::CHECK, "Sent");
            pill(ui, Tone::Accent, icons::PUSH_PIN, "Pinned");
            plain_status(ui, icons::HOURGLASS, "They said Fri 27 Nov");
        });
        section(ui, "Cadence");
        ui.horizontal(|ui| {
            cadence(
                ui,
                &[
                    &[Dot::Filled, Dot::Filled, Dot::Ring],
                    &[Dot::Half, Dot::Small, Dot::Small],
                ],
                "2 of 3 thanked",
            );
            ui.add_space(space::XL);
            cadence(
                ui,
                &[&[Dot::Late], &[Dot::Struck, Dot::Struck, Dot::Small]],
                "Late",
            );
        });
        section(ui, "Names");
        strong(ui, "Halden Institute of Applied Statistics");
        let long = "A very long name of a company that does not want to end and goes on and on and on and on ".repeat(9);
        Text::new(&long).semibold().rows(2).show(ui);
        truncated(ui, &"unbroken".repeat(200), 2);
        body(ui, "日本語の会社 · شركة عربية · חברה ישראלית · Łódź · Київ");
        for (icon, words) in [
            (icons::SCALES, "Decide"),
            (icons::LINKEDIN_LOGO, "LinkedIn"),
            (icons::PHONE, "Call"),
        ] {
            ui.horizontal(|ui| {
                text::icon(ui, icon, size::ICON, tokens.muted);
                body(ui, words);
            });
        }
    }

    fn fields(&mut self, ui: &mut egui::Ui) {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        TextField::new("Company", &mut self.company).show(ui);
        TextField::new("What is hard for them right now?", &mut String::new())
            .example("e.g. keeping queues short")
            .hint("In their words, if you remember them")
            .show(ui);
        TextField::new("Salary", &mut self.salary)
            .error(Some("Write a number such as 62,000"))
            .show(ui);
        TextField::new("Notes", &mut self.notes).rows(3).show(ui);
        ui.horizontal_top(|ui| {
            DateField::new("Interview", &mut self.day, today)
                .width(160.0)
                .show(ui);
            TimeField::new("From", &mut self.time).width(100.0).show(ui);
        });
        DateField::new("Promised by", &mut self.wrong_day, today).show(ui);
        choice(
            ui,
            "Format",
            &mut self.format,
            &[(0, "Phone"), (1, "Video"), (2, "On site")],
        );
        ui.add_enabled_ui(false, |ui| {
            TextField::new("Not now", &mut "Cannot be changed".to_owned()).show(ui);
        });
    }

    fn rest(&mut self, ui: &mut egui::Ui) {
        use egui::ThemePreference::{Dark, Light, System};
        section(ui, "Choices");
        if segmented(
            ui,
            "Theme",
            &mut self.theme,
            &[(System, "System"), (Light, "Light"), (Dark, "Dark")],
        )
        .changed()
        {
            ui.ctx().set_theme(self.theme);
        }
        checkbox(ui, &mut self.ticked, "Start with the system");
        checkbox(
            ui,
            &mut !self.ticked,
            "The other way round, with words that take more than one line in a narrow place",
        );
        switch(ui, &mut self.on, "Remind me");
        switch(ui, &mut !self.on, "Let me be");
        section(ui, "Banners");
        banner(
            ui,
            Tone::Due,
            "Reminders are off until the agent runs",
            |ui| {
                secondary(ui, "Start the agent");
            },
        );
        banner(
            ui,
            Tone::Late,
            "The file could not be saved: the disk is full",
            |ui| {
                secondary(ui, "Try again");
                quiet(ui, "Save elsewhere…");
            },
        );
        banner(
            ui,
            Tone::Accent,
            "A newer version of the file is on disk",
            |_| {},
        );
        banner(ui, Tone::Done, "Everything is sent", |_| {});
        banner(ui, Tone::Neutral, "This application is closed", |_| {});
        divider(ui);
        if secondary(ui, "Say something").clicked() {
            self.toasts
                .say_with("Marked as sent: thank-you to Ann Ito", "Undo", ());
        }
    }

    fn letter(&mut self, ui: &mut egui::Ui) {
        let tokens = ui.tokens();
        banner(
            ui,
            Tone::Due,
            "A wide banner with its button at the right",
            |ui| {
                secondary(ui, "Do it");
                quiet(ui, "Later");
            },
        );
        let letter = self.letter.clone();
        let at = |words: &str| {
            let start = letter
                .find(words)
                .map(|byte| letter.chars().count() - letter[byte..].chars().count());
            start.map(|start| start..start + words.chars().count())
        };
        let mut marks = Vec::new();
        for (words, kind, message) in [
            (
                "Monday 24 November",
                MarkKind::Warning,
                "24 November is a Tuesday",
            ),
            (
                "the detail you appreciated",
                MarkKind::Blank,
                "Fill this in",
            ),
            ("eighty per cent", MarkKind::Hint, "Could be a figure"),
            (
                "Bolt",
                MarkKind::Blocker,
                "A company of another application",
            ),
        ] {
            if let Some(range) = at(words) {
                marks.push(Mark {
                    range,
                    kind,
                    message: message.to_owned(),
                });
            }
        }
        tokens
            .card_frame()
            .inner_margin(egui::Margin::from(space::XL))
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                TextField::new("Subject", &mut self.subject).show(ui);
                ui.add_space(space::S);
                LetterEditor::new("Message", &mut self.letter, &marks)
                    .select(self.select.take())
                    .show(ui);
            });
        if link(ui, "Go").clicked() {
            self.select = at("the detail you appreciated");
        }
    }

    fn dialog(&mut self, ctx: &egui::Context) {
        if !self.dialog {
            return;
        }
        let dialog = Dialog::new("delete", "Delete Quill & Sons?", "Cancel")
            .primary("Delete")
            .destructive();
        let ((), choice) = dialog.show(ctx, |ui| {
            body(ui, "Its two interviews, three contacts and five messages go with it. Undo brings them back until you close the window.");
            TextField::new("Why", &mut self.notes).rows(3).show(ui);
            text_field(ui, "Company", &mut self.company);
        });
        if choice.is_some() {
            self.dialog = false;
        }
    }
}

fn board(ui: &mut egui::Ui) {
    let tokens = ui.tokens();
    ui.horizontal_top(|ui| {
        for (name, tone, words) in [
            ("Quill & Sons", Tone::Due, "Thank Ann by 15:00 tomorrow"),
            (
                "Halden Institute of Applied Statistics",
                Tone::Late,
                "Thank Per, 3 hours late",
            ),
            ("Łódź GmbH", Tone::Neutral, "They said Fri 27 Nov"),
        ] {
            tokens.card_frame().show(ui, |ui| {
                ui.vertical(|ui| {
                    ui.set_width(metrics::CARD - 2.0 * space::M);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    Text::new(name).semibold().rows(2).show(ui);
                    Text::new("Backend engineer")
                        .color(tokens.muted)
                        .rows(2)
                        .show(ui);
                    ui.add_space(space::S);
                    pill(ui, tone, icons::ENVELOPE_SIMPLE, words);
                    ui.add_space(space::S);
                    cadence(
                        ui,
                        &[
                            &[Dot::Filled, Dot::Filled, Dot::Ring],
                            &[Dot::Small, Dot::Small, Dot::Small],
                        ],
                        "2 of 3",
                    );
                });
            });
        }
    });
}
