//! The widgets, each in all its states.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::ui::icons;
use crate::ui::theme::{Tone, UiExt as _, metrics, size, space};
use crate::ui::widgets::{
    Button, DateField, Dot, IconButton, MenuItem, SearchBox, Text, TextField, TimeField, banner,
    body, cadence, checkbox, choice, kbd, link, menu_button, menu_item, nav_tab, pill,
    plain_status, quiet, secondary, segmented, strong, switch, text, truncated,
};

/// What is typed and chosen in the gallery.
#[derive(Debug)]
pub(super) struct Controls {
    search: String,
    found: String,
    company: String,
    salary: String,
    notes: String,
    day: String,
    wrong_day: String,
    time: String,
    empty: String,
    fixed: String,
    format: u8,
    density: u8,
    on: bool,
    off: bool,
}

impl Default for Controls {
    fn default() -> Self {
        Self {
            search: String::new(),
            found: "quill".to_owned(),
            company: "Quill & Sons".to_owned(),
            salary: "a lot".to_owned(),
            notes: "Asked twice about on-call.\nBring the retry numbers.".to_owned(),
            day: "2026-11-30".to_owned(),
            wrong_day: "30.11".to_owned(),
            time: "14:30".to_owned(),
            empty: String::new(),
            fixed: "Cannot be changed".to_owned(),
            format: 1,
            density: 0,
            on: true,
            off: false,
        }
    }
}

impl Controls {
    pub(super) fn buttons(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            Button::primary("Mark as sent").icon(icons::CHECK).show(ui);
            secondary(ui, "Copy subject");
            Button::secondary("Copy message").icon(icons::COPY).show(ui);
            quiet(ui, "Open in mail");
            link(ui, "Fix");
            Button::destructive("Delete").icon(icons::TRASH).show(ui);
        });
        ui.horizontal_wrapped(|ui| {
            Button::primary("Sent").enabled(false).show(ui);
            Button::secondary("Copy").enabled(false).show(ui);
            Button::quiet("Open").enabled(false).show(ui);
            Button::quiet("Chosen").selected(true).show(ui);
            Button::secondary("Chosen too").selected(true).show(ui);
            menu_button(ui, Button::quiet("Snooze").caret(), |ui| {
                menu_item(ui, Some(icons::SUN), "Tomorrow morning");
                menu_item(ui, Some(icons::CALENDAR_BLANK), "Next Monday");
                let keys = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
                MenuItem::new("Undo").shortcut(keys).show(ui);
                MenuItem::new("Not now").enabled(false).show(ui);
                let delete = MenuItem::new("Delete…").icon(icons::TRASH);
                delete.destructive().show(ui);
            });
        });
        ui.horizontal_wrapped(|ui| {
            IconButton::new(icons::DOTS_THREE, "More").show(ui);
            IconButton::new(icons::GEAR, "Settings").framed().show(ui);
            let board = IconButton::new(icons::COLUMNS, "Columns");
            board.selected(true).show(ui);
            IconButton::new(icons::X, "Close").small().show(ui);
            let never = IconButton::new(icons::TRASH, "Cannot be deleted");
            never.enabled(false).show(ui);
            kbd(ui, "Ctrl K");
            nav_tab(ui, "Chosen tab", true, 4, "4 due");
            nav_tab(ui, "Tab", false, 0, "");
            nav_tab(ui, "Tab with much", false, 120, "120 due");
        });
    }

    pub(super) fn fields(&mut self, ui: &mut Ui) {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
        let half = ((ui.available_width() - space::L) / 2.0).max(metrics::FIELD);
        ui.horizontal_wrapped(|ui| {
            SearchBox::new("Search", "Clear", &mut self.search)
                .keys("Ctrl K")
                .show(ui);
            SearchBox::new("Search with words", "Clear", &mut self.found).show(ui);
        });
        ui.horizontal_wrapped(|ui| {
            TextField::new("Company", &mut self.company)
                .width(half)
                .show(ui);
            TextField::new("What is hard for them right now?", &mut self.empty)
                .example("e.g. keeping queues short")
                .hint("In their words, if you remember them")
                .width(half)
                .show(ui);
        });
        ui.horizontal_wrapped(|ui| {
            TextField::new("Salary", &mut self.salary)
                .error(Some("Write a number such as 62,000"))
                .width(half)
                .show(ui);
            ui.add_enabled_ui(false, |ui| {
                TextField::new("Not now", &mut self.fixed)
                    .width(half)
                    .show(ui);
            });
        });
        TextField::new("Notes", &mut self.notes).rows(3).show(ui);
        ui.horizontal_wrapped(|ui| {
            DateField::new("Interview", &mut self.day, today)
                .width(half)
                .show(ui);
            DateField::new("Promised by", &mut self.wrong_day, today)
                .width(half)
                .show(ui);
        });
        TimeField::new("From", &mut self.time).width(half).show(ui);
    }

    pub(super) fn choices(&mut self, ui: &mut Ui) {
        let formats = [(0, "Phone"), (1, "Video"), (2, "On site")];
        choice(ui, "Format", &mut self.format, &formats);
        ui.horizontal(|ui| {
            let densities = [(0, "Comfortable"), (1, "Compact")];
            segmented(ui, "Density", &mut self.density, &densities);
        });
        checkbox(ui, &mut self.on, "Start with the system");
        checkbox(ui, &mut self.off, "Show what is closed");
        switch(ui, &mut self.on, "Remind me");
        switch(ui, &mut self.off, "Let me be");
        ui.add_enabled_ui(false, |ui| {
            checkbox(ui, &mut self.on, "Cannot be unticked");
            switch(ui, &mut self.off, "Cannot be switched on");
        });
    }
}

pub(super) fn status(ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        let letter = icons::ENVELOPE_SIMPLE;
        pill(ui, Tone::Due, letter, "Thank Ann by 15:00 tomorrow");
        pill(ui, Tone::Late, letter, "Thank Per, 3 hours late");
        pill(ui, Tone::Done, icons::CHECK, "Sent");
        pill(ui, Tone::Accent, icons::PUSH_PIN, "Pinned");
        plain_status(ui, icons::HOURGLASS, "They said Fri 27 Nov");
    });
    ui.horizontal(|ui| {
        let thanks = [Dot::Filled, Dot::Filled, Dot::Ring];
        let rungs = [Dot::Half, Dot::Small, Dot::Small];
        cadence(ui, &[&thanks, &rungs], "2 of 3 thanked");
        ui.add_space(space::XL);
        let rungs = [Dot::Struck, Dot::Struck, Dot::Small];
        cadence(ui, &[&[Dot::Late], &rungs], "Late");
    });
}

pub(super) fn banners(ui: &mut Ui) {
    banner(ui, Tone::Due, "Nobody shows notifications", |ui| {
        secondary(ui, "Look again");
    });
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
}

pub(super) fn cards(ui: &mut Ui) {
    let tokens = ui.tokens();
    ui.horizontal_wrapped(|ui| {
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
                    let position = Text::new("Backend engineer").color(tokens.muted);
                    position.rows(2).show(ui);
                    ui.add_space(space::S);
                    pill(ui, tone, icons::ENVELOPE_SIMPLE, words);
                });
            });
        }
    });
}

pub(super) fn names(ui: &mut Ui) {
    let tokens = ui.tokens();
    strong(ui, "Halden Institute of Applied Statistics");
    let long = "A company whose name does not want to end and goes on and on ".repeat(9);
    Text::new(&long).semibold().rows(2).show(ui);
    truncated(ui, &"unbroken".repeat(200), 2);
    body(ui, "Łódź · Київ · Αθήνα · Nguyễn Thị · Ærøskøbing");
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
