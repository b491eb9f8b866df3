//! Templates written by hand and by key, found as assistive technology finds things.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Command, Edit, Effect, Go, View};
use crate::compose;
use crate::model::{Event, JobSearch, Scenario, TemplateText};
use crate::ui::testing::{Window, search};

const TEXT: &str = "Template text";
const SUBJECT: &str = "Template subject";

fn window() -> Window {
    let mut search = search(&[("Acme", "applied"), ("Bolt", "applied")]);
    search.profile.name = "Mina Okafor".to_owned();
    Window::on(search)
}

/// A window with the template of the question open.
fn editing() -> Window {
    let mut window = window();
    window.apply(Command::Go(Go::Template(Scenario::Question)));
    window
}

impl Window {
    fn in_force(&self, scenario: Scenario) -> TemplateText {
        compose::template_of(&self.state().search, scenario)
    }

    fn search(&self) -> &JobSearch {
        &self.state().search
    }
}

#[test]
fn what_is_typed_makes_the_letter_at_once_and_is_used_for_new_ones() {
    let mut window = editing();
    assert!(window.shows("As Afterword writes it"));
    assert!(window.value("Letter").contains("Dear Dana"));
    window.fill(TEXT, "Hello {{ company }}, one thing.");
    assert_eq!(window.value("Letter"), "Hello Acme Robotics, one thing.");
    assert!(window.shows("Your version, used for every new letter"));
    let acme = window.id("Acme");
    window.apply(Command::compose(acme, Scenario::Question, None));
    assert_eq!(window.value("Message"), "Hello Acme, one thing.");

    // From the letter to its template, which shows that letter, and back.
    window.press("Edit this template");
    assert_eq!(window.value("Letter"), "Hello Acme, one thing.");
    window.press("Back to letter");
    assert_eq!(window.value("Message"), "Hello Acme, one thing.");
}

#[test]
fn the_letter_is_that_of_the_application_that_is_chosen() {
    let mut window = editing();
    window.fill(TEXT, "Hello {{ company }}, {{ question | question }}");
    window.press("Letter to An example");
    window.press("Bolt, Engineer");
    assert_eq!(window.value("Letter"), "Hello Bolt, [your question]");
    assert!(window.shows("Not noted there yet: your question"));
    let bolt = window.id("Bolt");
    window.apply(Command::edit(
        bolt,
        Edit::SetFact {
            key: "question".to_owned(),
            value: "is it part-time".to_owned(),
            with: None,
        },
    ));
    assert_eq!(window.value("Letter"), "Hello Bolt, Is it part-time?");
}

#[test]
fn a_chip_is_inserted_where_the_keyboard_was() {
    let mut window = editing();
    window.fill(TEXT, "Hello , bye");
    window.key(Modifiers::COMMAND, Key::Home);
    for _ in 0..6 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    window.press("Insert the company");
    window.harness.run();
    assert_eq!(window.value(TEXT), "Hello {{ company }}, bye");
    assert_eq!(window.value("Letter"), "Hello Acme Robotics, bye");
    // One writes on behind it, and takes it back by key.
    assert_eq!(window.focused(), TEXT);
    window.harness.get_by_label(TEXT).type_text("!");
    window.harness.run();
    assert_eq!(window.value(TEXT), "Hello {{ company }}!, bye");
    let taken_back = (0..4).any(|_| {
        window.key(Modifiers::COMMAND, Key::Z);
        window.value(TEXT) == "Hello , bye"
    });
    assert!(taken_back, "{}", window.value(TEXT));

    // The subject is as good a place, also when the chip is pressed by key.
    window.fill(SUBJECT, "About ");
    window.harness.get_by_label("Insert your question").focus();
    window.harness.run();
    window.key(Modifiers::NONE, Key::Enter);
    window.harness.run();
    assert_eq!(window.value(SUBJECT), "About {{ question | question }}");
    assert_eq!(window.focused(), SUBJECT);
}

#[test]
fn a_mistake_is_named_with_its_line_and_letters_stay_as_they_are() {
    let mut window = editing();
    let ours = window.in_force(Scenario::Question);
    window.fill(TEXT, "Hello\n\n{{ company");
    assert!(window.shows("Line 3 of the text: "));
    assert!(window.shows("Kept, and not used until it is mended"));
    let field = window.harness.get_by_label(TEXT);
    let described = field.accesskit_node().data().description();
    assert!(described.unwrap().starts_with("Line 3"), "{described:?}");
    assert_eq!(window.in_force(Scenario::Question), ours);
    window.press("Go to it");
    window.harness.run();
    assert_eq!(window.focused(), TEXT);
    // The line is selected: what is typed takes its place.
    window.harness.get_by_label(TEXT).type_text("{{ company }}");
    window.harness.run();
    assert_eq!(window.value(TEXT), "Hello\n\n{{ company }}");
    assert!(!window.shows("Line 3 of the text: "));
    assert_eq!(
        window.in_force(Scenario::Question).body,
        "Hello\n\n{{ company }}"
    );
    assert!(window.search().unfinished.is_empty());
}

#[test]
fn what_cannot_be_used_yet_outlives_escape_other_views_and_the_program() {
    let mut window = editing();
    window.fill(TEXT, "Hello {% if company %}");
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().template, None);
    window.apply(Command::Go(Go::View(View::Today)));
    window.apply(Command::Go(Go::Template(Scenario::Question)));
    assert_eq!(window.value(TEXT), "Hello {% if company %}");

    // It is in the file.
    let mut window = Window::on(window.search().clone());
    window.apply(Command::Go(Go::Template(Scenario::Question)));
    assert_eq!(window.value(TEXT), "Hello {% if company %}");
    window.press("Reset to Afterword’s");
    assert!(window.value(TEXT).contains("I have one question"));
    assert!(window.search().unfinished.is_empty());
    window.press("Undo");
    assert_eq!(window.value(TEXT), "Hello {% if company %}");
}

#[test]
fn templates_that_never_end_or_reach_elsewhere_are_refused_with_a_reason() {
    let mut window = editing();
    for (text, reason) in [
        (
            "{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}",
            "it does too much",
        ),
        (
            "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
            "it calls itself",
        ),
        (
            "{% include \"/etc/passwd\" %}",
            "it includes another template",
        ),
        ("{{ tpoic }}", "it uses a name that no fact has"),
    ] {
        let text = TemplateText {
            subject: String::new(),
            body: text.to_owned(),
        };
        window.apply(Command::Template(Scenario::Question, Some(text)));
        assert!(
            window.shows(&format!("Line 1 of the text: {reason}")),
            "{reason}"
        );
        assert!(!window.search().templates.contains_key("question"));
    }
}

#[test]
fn another_template_is_chosen_and_files_are_asked_for() {
    let mut window = editing();
    window.press("Template: A question");
    window.press("Withdrawal");
    assert_eq!(window.state().template, Some(Scenario::Withdraw));
    window.press("Export to a file…");
    window.press("Import a template…");
    let asked = window.asked.borrow();
    let wanted = [
        Effect::ExportTemplate(Scenario::Withdraw),
        Effect::ChooseTemplate,
    ];
    assert!(
        wanted.iter().all(|effect| asked.contains(effect)),
        "{asked:?}"
    );
}

#[test]
fn the_settings_and_the_palette_lead_here() {
    let mut window = window();
    window.apply(Command::Go(Go::View(View::Settings)));
    window.press("Edit the templates");
    assert_eq!(window.state().template, Some(Scenario::ThankYou));
    window.press("Back to settings");
    window.key(Modifiers::COMMAND, Key::K);
    window
        .harness
        .get_by_label("Find an application, a person or a command")
        .type_text("edit template last word");
    window.harness.run();
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().template, Some(Scenario::LastWord));
    window.key(Modifiers::NONE, Key::Escape);
    window.key(Modifiers::COMMAND, Key::T);
    assert_eq!(window.state().template, Some(Scenario::ThankYou));
}

#[test]
fn a_letter_of_ones_own_is_made_used_renamed_and_deleted() {
    let mut window = window();
    window.apply(Command::Go(Go::View(View::Settings)));
    window.press("New letter of your own…");
    window.type_into("What is it for?", "Portfolio");
    window.press("Make the letter");
    let own: Scenario = "own-portfolio".parse().unwrap();
    assert_eq!(window.state().template, Some(own));
    window.fill(SUBJECT, "My work, for {{ company }}");
    window.fill(
        TEXT,
        "{{ greeting }}\n\nHere it is: {{ link | line }}\n\n{{ sign_off }}",
    );
    assert!(window.shows("Your own letter"));

    // From the palette, to any application; it asks for what its template speaks of.
    window.key(Modifiers::COMMAND, Key::K);
    window
        .harness
        .get_by_label("Find an application, a person or a command")
        .type_text("portfolio bolt");
    window.harness.run();
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.value("Subject"), "My work, for Bolt");
    window.type_into(
        "Which link would be worth their time?",
        "https://mina.example",
    );
    assert!(
        window
            .value("Message")
            .contains("Here it is: https://mina.example")
    );
    window.press("Mark as sent");
    assert!(window.shows("Marked the “Portfolio” to Bolt as sent"));
    let sent = window
        .events("Bolt")
        .into_iter()
        .find_map(|event| match event {
            Event::Sent(message) => Some(message),
            _ => None,
        });
    assert_eq!(sent.unwrap().scenario, own);

    // From the list of occasions of a letter.
    let acme = window.id("Acme");
    window.apply(Command::compose(acme, Scenario::Question, None));
    window.press("A question");
    window.press("Portfolio");
    assert_eq!(window.value("Subject"), "My work, for Acme");

    window.apply(Command::Go(Go::Template(own)));
    window.press("Rename…");
    window.fill("What is it for?", "Samples of my work");
    window.press("Rename");
    let bolt = window.id("Bolt");
    window.apply(Command::open(bolt));
    assert!(window.shows("Samples of my work"));
    window.apply(Command::Go(Go::Template(own)));
    window.press("Delete this letter");
    assert_eq!(window.state().template, None);
    assert!(window.search().scenarios.is_empty());
    window.apply(Command::open(bolt));
    assert!(window.shows("Portfolio"), "what was sent can still be read");
    window.press("Undo");
    assert_eq!(window.search().label_of(own), "Samples of my work");
    assert_eq!(window.in_force(own).subject, "My work, for {{ company }}");
}

#[test]
fn every_size_of_window_shows_the_template_and_its_letter() {
    for (width, height) in [
        (1920.0, 1080.0),
        (1280.0, 800.0),
        (800.0, 600.0),
        (560.0, 400.0),
    ] {
        let mut window = editing();
        window.harness.set_size(egui::vec2(width, height));
        window.harness.run();
        for name in [SUBJECT, TEXT, "Letter"] {
            let node = window.harness.get_by_label(name);
            let rect = node.rect();
            assert!(
                rect.width() > 150.0 && rect.right() <= width,
                "{name} {rect:?} at {width}"
            );
        }
    }
}
