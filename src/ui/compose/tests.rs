//! Writing letters by hand and by key, found as assistive technology finds things.

use egui::{Key, Modifiers, OutputCommand, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::app::{Command, Dialog, Effect};
use crate::etiquette;
use crate::exchange::events;
use crate::model::{Event, JobSearch, Message, Scenario};
use crate::time::When;
use crate::ui::testing::{Window, clock};

const QUILL: &str = r#"{"application":"quill","event":"applied","at":"2026-11-02","company":"Quill","position":"Backend engineer"}
{"application":"quill","event":"contact","at":"2026-11-10","name":"Dana Wu","email":"dana@quill.example"}
{"application":"quill","event":"interview","at":"2026-11-23T14:00","minutes":60,"format":"video","with":["Dana Wu","Ann Ito"]}"#;
const FACTS: [&str; 4] = [
    "What did the two of you talk about that was only yours?",
    "What did you hear about their work, team or plans that you liked?",
    "What did they say is hard right now?",
    "What have you done before that comes close to it, and what came of it?",
];

fn search(lines: &str) -> JobSearch {
    let mut search = events::import(&JobSearch::default(), lines, clock().zone)
        .unwrap()
        .search;
    search.profile.name = "Mina Okafor".to_owned();
    search
}

/// A window with the letter of that scenario open for the first application.
fn window(lines: &str, scenario: Scenario) -> Window {
    let mut window = Window::on(search(lines));
    window.compose(scenario);
    window
}

impl Window {
    fn first(&self) -> crate::model::ApplicationId {
        *self.state().search.applications.keys().next().unwrap()
    }

    fn compose(&mut self, scenario: Scenario) {
        let id = self.first();
        self.apply(Command::compose(id, scenario, None));
    }

    fn write(&mut self, field: &str, words: &str) {
        self.harness
            .get_by_role_and_label(Role::TextInput, field)
            .focus();
        self.harness.run();
        self.harness.get_by_label(field).type_text(words);
        self.harness.run();
    }

    /// Adds words at the end of the letter.
    fn write_on(&mut self, words: &str) {
        self.harness.get_by_label("Message").focus();
        self.harness.run();
        self.harness
            .key_press_modifiers(Modifiers::COMMAND, Key::End);
        self.harness.run();
        self.harness.get_by_label("Message").type_text(words);
        self.harness.run();
    }

    fn message(&self) -> String {
        self.harness.get_by_label("Message").value().unwrap()
    }

    fn subject(&self) -> String {
        self.harness.get_by_label("Subject").value().unwrap()
    }

    fn person(&self) -> Option<String> {
        let panel = self.state().panel.clone()?;
        panel.compose?.person
    }

    fn says(&self, words: &str) -> bool {
        self.harness
            .query_all_by_label_contains(words)
            .next()
            .is_some()
    }

    /// What was copied in the last frame.
    fn copied(&self) -> Option<String> {
        let commands = &self.harness.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// Presses, and gives what is copied by it.
    fn copy(&mut self, button: &str) -> Option<String> {
        self.harness.get_by_label(button).click();
        for _ in 0..6 {
            self.harness.step();
            if let Some(text) = self.copied() {
                self.harness.run();
                return Some(text);
            }
        }
        self.harness.run();
        None
    }

    fn sent(&self) -> Vec<Message> {
        let application = self.state().application(self.first()).unwrap();
        let history = application.history.iter();
        history
            .filter_map(|entry| match &entry.event {
                Event::Sent(message) => Some(message.clone()),
                _ => None,
            })
            .collect()
    }

    fn drafts(&self) -> usize {
        self.state().application(self.first()).unwrap().drafts.len()
    }

    fn fill_in_all(&mut self) {
        for (fact, words) in FACTS.iter().zip([
            "retry storms in the payment queue",
            "the mentoring of new colleagues",
            "the queue is longest on the last day of the month",
            "At Bolt I gave every caller a budget for retries",
        ]) {
            self.write(fact, words);
        }
    }
}

#[test]
fn facts_make_the_letter_and_belong_to_whom_they_are_about() {
    let mut window = window(QUILL, Scenario::ThankYou);
    assert!(window.message().starts_with("Dear Dana,"));
    assert!(window.message().contains("[what you talked about]"));
    window.write(FACTS[0], "retry storms");
    assert!(window.message().contains("about retry storms"));
    assert!(window.subject().contains("retry storms"));
    assert_eq!(window.drafts(), 0, "the text still follows the facts");
    let application = window.application("Quill");
    assert_eq!(
        application.fact("topic", Some("Dana Wu")),
        Some("retry storms")
    );

    window.press("Ann Ito");
    assert!(window.message().starts_with("Dear Ann,"));
    assert!(!window.message().contains("retry storms"));
    window.press("Dana Wu");
    let field = window
        .harness
        .get_by_role_and_label(Role::TextInput, FACTS[0]);
    assert_eq!(field.value().as_deref(), Some("retry storms"));
    // All that was typed into one field is undone together.
    window.apply(Command::Undo);
    assert_eq!(
        window.application("Quill").fact("topic", Some("Dana Wu")),
        None
    );
}

#[test]
fn two_interviewers_are_thanked_one_after_the_other() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.fill_in_all();
    window.press("Mark as sent");
    assert_eq!(window.person().as_deref(), Some("Ann Ito"));
    let tab = window.harness.get_by_role_and_label(Role::Tab, "Dana Wu");
    assert_eq!(tab.accesskit_node().data().description(), Some("sent"));
    window
        .harness
        .get_by_label_contains("Marked the thank-you to Quill as sent");
    window.harness.get_by_label("Undo");

    window.press("Mark as sent");
    let panel = window.state().panel.clone().unwrap();
    assert_eq!(panel.compose, None, "nobody is owed one any more");
    let sent = window.sent();
    assert_eq!(sent[0].to, ["Dana Wu"]);
    assert_eq!(sent[1].to, ["Ann Ito"]);
    assert!(sent[0].subject.contains("retry storms"));
    assert!(sent[0].body.contains("gave every caller a budget"));
}

#[test]
fn a_double_click_marks_one_letter() {
    let mut window = window(QUILL, Scenario::ThankYou);
    for time in [100.0, 100.2] {
        window.harness.input_mut().time = Some(time);
        window.press("Mark as sent");
    }
    assert_eq!(window.person().as_deref(), Some("Ann Ito"));
    assert_eq!(window.sent().len(), 1);
}

#[test]
fn what_was_noted_of_nobody_can_be_taken_back_for_one() {
    let fact = r#"{"application":"quill","event":"fact","at":"2026-11-23T15:10","key":"topic","value":"queues"}"#;
    let mut window = window(&format!("{QUILL}\n{fact}"), Scenario::ThankYou);
    assert!(window.message().contains("about queues"));
    window.harness.get_by_label(FACTS[0]).focus();
    window.harness.run();
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.key_press(Key::Backspace);
    window.harness.run();
    assert!(window.message().contains("[what you talked about]"));
    window.press("Ann Ito");
    assert!(window.message().contains("about queues"));
}

#[test]
fn opened_by_key_it_begins_at_the_top() {
    let mut window = Window::on(search(QUILL));
    window.harness.get_by_label("New application").focus();
    window.harness.run();
    window.compose(Scenario::ThankYou);
    assert!(window.harness.get_by_label("Thank-you").is_focused());
    // Past the way to its rule.
    for _ in 0..2 {
        window.harness.key_press(Key::Tab);
        window.harness.run();
    }
    assert!(window.harness.get_by_label(FACTS[0]).is_focused());
}

#[test]
fn words_of_ones_own_are_kept_until_the_template_is_asked_for_again() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.write_on(" and a good evening");
    assert_eq!(window.drafts(), 1);
    window.write(FACTS[0], "retry storms");
    assert!(window.message().ends_with("and a good evening"));
    assert!(!window.message().contains("retry storms"));

    // Leaving and coming back.
    window.apply(Command::Go(crate::app::Go::ClosePanel));
    window.compose(Scenario::ThankYou);
    assert!(window.message().ends_with("and a good evening"));
    assert!(window.sent().is_empty());

    window.press("Start again from the template");
    assert!(window.message().contains("retry storms"));
    assert_eq!(window.drafts(), 0);
    window.press("Undo");
    assert!(window.message().ends_with("and a good evening"));
    // The first words and the last are one step of undo.
    window.apply(Command::Undo);
    window.apply(Command::Undo);
    assert!(!window.message().ends_with("and a good evening"));
}

#[test]
fn a_fact_that_changed_after_the_first_words_is_offered_for_one_click() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.fill_in_all();
    let heading = "Changed since you wrote this";
    window.write_on(" and a good evening");
    assert!(!window.says(heading), "nothing changed yet");
    window.fill(FACTS[0], "backpressure");
    assert!(
        window
            .message()
            .contains("about retry storms in the payment queue")
    );
    assert!(window.says(heading));
    window.press("Go to “about retry storms in the payment queue”");
    assert!(window.harness.get_by_label("Message").is_focused());

    let replace = "Replace “about retry storms in the payment queue” with “about backpressure”";
    window.press(replace);
    assert!(window.message().contains("about backpressure"));
    assert!(
        window.subject().contains("ackpressure"),
        "{}",
        window.subject()
    );
    assert!(window.message().ends_with("and a good evening"));
    assert!(!window.says(heading));
    window.press("Undo");
    assert!(window.message().contains("about retry storms"));
    assert!(window.message().ends_with("and a good evening"));

    // Words that are kept are not asked about again, also not after leaving.
    window.press("Keep my words for what you talked about");
    assert!(!window.says(heading));
    window.apply(Command::Go(crate::app::Go::ClosePanel));
    window.compose(Scenario::ThankYou);
    assert!(!window.says(heading));
    assert!(window.message().contains("about retry storms"));
    // Another correction of the same fact finds the words no more: they are the user's own.
    window.fill(FACTS[0], "rate limits");
    assert!(!window.says(heading));
}

#[test]
fn what_was_done_before_is_offered_for_every_letter() {
    let mut search = search(QUILL);
    search.achievements.push(crate::model::Achievement {
        place: "Bolt".to_owned(),
        what: "gave every caller a budget".to_owned(),
        result: "80 % fewer retries".to_owned(),
    });
    let mut window = Window::on(search);
    window.compose(Scenario::SendPromised);
    window.press("Add something you did");
    window.press("gave every caller a budget at Bolt: 80 % fewer retries");
    let told = "\n\nAt Bolt, I gave every caller a budget; the result: 80 % fewer retries.\n\n";
    assert!(window.message().contains(told), "{}", window.message());
    window.press("Undo");
    assert!(!window.message().contains("budget"));
    // Where a fact asks for it, it is there already.
    window.compose(Scenario::ThankYou);
    assert!(window.message().contains("gave every caller a budget"));
    assert!(!window.says("Add something you did"));
}

#[test]
fn a_company_renamed_after_the_first_words_is_offered_everywhere_at_once() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.fill_in_all();
    window.write_on(" and a good evening");
    let id = window.first();
    let details = crate::app::Details {
        company: "Quill & Sons".to_owned(),
        ..crate::app::Details::of(window.application("Quill"))
    };
    let named = window.message().matches("Quill").count();
    assert!(named > 0, "{}", window.message());
    window.apply(Command::edit(id, crate::app::Edit::Details(details)));
    window.press("Replace “Quill” with “Quill & Sons”");
    assert_eq!(window.message().matches("Quill & Sons").count(), named);
}

#[test]
fn a_subject_is_edited_and_belongs_to_its_letter_alone() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.harness.get_by_label("Subject").focus();
    window.harness.run();
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.run();
    window.harness.get_by_label("Subject").type_text("Queues");
    window.harness.run();
    assert_eq!(window.subject(), "Queues");
    window.press("Ann Ito");
    assert_ne!(window.subject(), "Queues");
    window.press("Dana Wu");
    assert_eq!(window.subject(), "Queues");
}

#[test]
fn copying_with_a_blank_asks_once() {
    let mut window = window(QUILL, Scenario::ThankYou);
    assert_eq!(window.copy("Copy message"), None);
    assert!(matches!(window.state().dialog, Some(Dialog::Blockers(_))));
    assert!(window.says("[what you talked about]"));
    window.press("Go back");
    assert_eq!(window.state().dialog, None);

    assert_eq!(window.copy("Copy message"), None);
    let copied = window.copy("Copy anyway").unwrap();
    assert!(copied.starts_with("Dear Dana,"));
    assert!(window.says("Copied"));
    // The same letter is not asked about again, another one is.
    assert!(window.copy("Copy subject").is_some());
    window.write_on(" x");
    assert_eq!(window.copy("Copy message"), None);
    window.harness.key_press(Key::Escape);
    window.harness.run();
    assert_eq!(window.state().dialog, None);
    assert!(window.state().panel.as_ref().unwrap().compose.is_some());
}

#[test]
fn a_letter_without_blockers_is_copied_and_opened_at_once() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.fill_in_all();
    let copied = window.copy("Copy message").unwrap();
    assert_eq!(copied, window.message());
    assert_eq!(window.copy("Copy subject"), Some(window.subject()));
    window.press("Open in mail");
    let asked = window.asked.borrow();
    let Some(Effect::OpenUrl(url)) = asked.last() else {
        unreachable!("{asked:?}")
    };
    assert!(
        url.starts_with("mailto:dana@quill.example?subject="),
        "{url}"
    );
    assert!(url.contains("&body=Dear%20Dana%2C%0D%0A"), "{url}");
}

#[test]
fn keys_copy_mark_and_lead_back() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.fill_in_all();
    window.harness.get_by_label("Message").focus();
    window.harness.run();
    let before = window.message();
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    window.harness.run();
    assert!(window.says("Copied"));
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.harness.run();
    assert_eq!(window.sent()[0].body, before, "Enter is not part of it");

    // Out of the text first, then out of the letter.
    window.write_on(" Goodbye");
    window.harness.key_press(Key::Escape);
    window.harness.run();
    assert!(window.state().panel.as_ref().unwrap().compose.is_some());
    window.harness.key_press(Key::Escape);
    window.harness.run();
    assert!(window.state().panel.as_ref().unwrap().compose.is_none());
    assert_eq!(window.drafts(), 1);
}

#[test]
fn a_finding_leads_to_its_place() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.press("Go to “[what impressed you]”");
    assert!(window.harness.get_by_label("Message").is_focused());
    window
        .harness
        .get_by_label("Message")
        .type_text("the mentoring");
    window.harness.run();
    assert!(window.message().contains("hear about the mentoring."));
}

#[test]
fn a_finding_with_a_suggestion_is_mended() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.harness.get_by_label("Subject").focus();
    window.harness.run();
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.run();
    window
        .harness
        .get_by_label("Subject")
        .type_text("Thank you");
    window.harness.run();
    window
        .harness
        .get_by_label_contains("Replace “Thank you” with")
        .click();
    window.harness.run();
    assert_eq!(window.subject(), "Thank you: the Backend engineer role");
}

#[test]
fn it_may_have_been_sent_earlier_but_not_later() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.press("Sent just now");
    window.harness.get_by_label("Time it was sent").focus();
    window.harness.run();
    for (time, ready) in [("18:00", false), ("15:30", true)] {
        window
            .harness
            .key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.harness.run();
        window
            .harness
            .get_by_label("Time it was sent")
            .type_text(time);
        window.harness.run();
        assert_eq!(!window.says("That lies ahead"), ready);
    }
    window.press("Mark as sent");
    let application = window.application("Quill");
    let sent = application.history.last().unwrap();
    let expected = When::parse("2026-11-23T15:30", clock().zone).unwrap();
    assert_eq!(sent.at, expected);
}

#[test]
fn asking_for_time_names_the_day() {
    let offer = r#"{"application":"a","event":"applied","at":"2026-11-02","company":"Quill","position":"Engineer"}
{"application":"a","event":"contact","at":"2026-11-02","name":"Dana Wu"}
{"application":"a","event":"reply","at":"2026-11-23T12:00","kind":"offer","from":"Dana Wu"}"#;
    let mut window = window(offer, Scenario::AskForTime);
    window.press("Mark as sent");
    let friday = "2026-11-27".parse().unwrap();
    assert_eq!(window.sent()[0].day, Some(friday));
    window.apply(Command::Undo);
    window.compose(Scenario::AskForTime);
    window.write("By which day will you answer?", "2026-11-30");
    assert!(window.message().contains("Monday 30 November"));
    window.press("Mark as sent");
    assert_eq!(window.sent()[0].day, Some("2026-11-30".parse().unwrap()));
}

#[test]
fn a_locked_occasion_says_why_and_until_when() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.press("Thank-you");
    let item = window
        .harness
        .get_by_label("First check-in, from Mon 30 Nov");
    let why = item
        .accesskit_node()
        .data()
        .description()
        .unwrap()
        .to_owned();
    let application = window.application("Quill");
    let clock = clock();
    let ctx = window.state().context(&clock);
    let expected = etiquette::may(application, &ctx, Scenario::CheckInFirst, None).why;
    assert_eq!(why, expected);
    item.click();
    window.harness.run();
    assert!(window.says("from Mon 30 Nov, 09:00"));
    assert!(window.message().starts_with("Dear Dana,"));
    assert_eq!(window.copy("Copy message"), None, "it is too soon");
    window.press("Go back");

    window.compose(Scenario::OtherOfferMention);
    assert!(window.harness.query_by_label("Message").is_none());
    assert!(
        window
            .harness
            .query_by_label("Write it all the same")
            .is_none()
    );
    window.compose(Scenario::CheckInSecond);
    window.press("Write it all the same");
    window.harness.get_by_label("Message");
    // For that letter alone.
    window.compose(Scenario::CheckInFinal);
    window.harness.get_by_label("Write it all the same");
}

#[test]
fn what_was_sent_is_shown_as_it_was() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.write_on(" Goodbye");
    let words = window.message();
    window.press("Mark as sent");
    window.press("Dana Wu");
    assert_eq!(window.message(), words);
    assert!(window.says("Sent Mon 23 Nov, 16:00"));
    assert!(window.harness.query_by_label("Mark as sent").is_none());
}

#[test]
fn a_letter_that_is_passed_on_is_recorded_for_whom_it_is() {
    let lines = format!(
        "{QUILL}\n{}\n{}",
        r#"{"application":"quill","event":"contact","at":"2026-11-10","name":"Ann Ito","withheld":true}"#,
        r#"{"application":"quill","event":"contact","at":"2026-11-10","name":"Rita Sol","arranged":true}"#,
    );
    let mut window = window(&lines, Scenario::ThankYou);
    window.press("Ann Ito");
    assert!(window.message().starts_with("Dear Rita,"));
    assert!(window.says("It goes to Rita Sol, who passes it on to Ann Ito"));
    window.press("Mark as sent");
    assert_eq!(window.sent()[0].to, ["Ann Ito"]);
    assert_eq!(window.person().as_deref(), Some("Dana Wu"));
}

#[test]
fn nobody_known_is_said_kindly() {
    let applied = QUILL.lines().next().unwrap();
    let mut alone = window(applied, Scenario::ThankYou);
    assert!(alone.says("There was no interview here yet"));
    alone.press("Add an interview");
    assert!(matches!(
        alone.state().dialog,
        Some(Dialog::Interview { entry: None, .. })
    ));

    let empty = r#"{"application":"quill","event":"interview","at":"2026-11-23T14:00","minutes":60,"format":"video","with":[]}"#;
    let mut unnamed = window(&format!("{applied}\n{empty}"), Scenario::ThankYou);
    unnamed.press("Say who was there");
    assert!(matches!(
        unnamed.state().dialog,
        Some(Dialog::Interview { entry: Some(_), .. })
    ));

    let mut question = window(applied, Scenario::Question);
    assert!(question.says("Nobody is known here by name yet"));
    assert!(!question.message().is_empty());
    question.press("Mark as sent");
    assert!(question.sent()[0].to.is_empty());
}

#[test]
fn channels_have_what_they_have() {
    let mut window = window(QUILL, Scenario::Phone);
    window.press("Write it all the same");
    for absent in ["Subject", "Copy subject", "Open in mail"] {
        assert!(window.harness.query_by_label(absent).is_none(), "{absent}");
    }
    window.harness.get_by_label("Copy message");
    window.compose(Scenario::LinkedInFinal);
    window.press("Write it all the same");
    assert!(window.harness.query_by_label("Subject").is_none());
    assert!(window.says("of at most 300 characters"));
}

#[test]
fn very_long_names_stay_in_their_place() {
    let name = "Wolfeschlegelsteinhausenbergerdorff ".repeat(300);
    let lines = QUILL
        .replace("Ann Ito", name.trim())
        .replace("Quill", name.trim());
    let mut window = window(&lines, Scenario::ThankYou);
    let tab = window.harness.get_by_role_and_label(Role::Tab, name.trim());
    assert!(tab.rect().width() < 320.0, "{:?}", tab.rect());
    tab.click();
    window.harness.run();
    let send = window.harness.get_by_label("Mark as sent").rect();
    assert!(send.right() <= 1280.0 && send.bottom() <= 800.0, "{send:?}");
    let count = window
        .harness
        .get_by_label_contains("200 to 300 words")
        .rect();
    assert!(count.right() <= 1280.0, "{count:?}");
}

#[test]
fn a_hundred_kilobytes_are_read_when_the_typing_rests() {
    let mut window = window(QUILL, Scenario::ThankYou);
    let id = window.first();
    let body = "We spoke of [many things] and of queues.\n".repeat(2_500);
    let draft = crate::model::Draft {
        scenario: Scenario::ThankYou,
        person: Some("Dana Wu".to_owned()),
        subject: String::new(),
        body,
        ignored: Vec::new(),
        said: std::collections::BTreeMap::new(),
    };
    window.apply(Command::edit(id, crate::app::Edit::KeepDraft(draft)));
    assert!(window.says("And "), "it was read in the end");
    window.harness.get_by_label("Message").focus();
    window.harness.step();
    window.harness.get_by_label("Message").type_text("!");
    window.harness.step();
    window.harness.step();
    assert!(window.says("Reading…"));
    window.harness.run_steps(4);
    assert!(!window.says("Reading…"));
}

#[test]
fn every_size_of_window_shows_the_letter() {
    for (width, height) in [
        (1280.0, 800.0),
        (900.0, 600.0),
        (560.0, 700.0),
        (400.0, 300.0),
    ] {
        let mut window = window(QUILL, Scenario::ThankYou);
        window.harness.set_size(egui::vec2(width, height));
        window.harness.run();
        let send = window.harness.get_by_label("Mark as sent").rect();
        assert!(send.right() <= width, "{width}: {send:?}");
        let sheet = window.harness.get_by_label("Message").rect();
        assert!(
            sheet.width() > 200.0 && sheet.right() <= width,
            "{width}: {sheet:?}"
        );
    }
}

#[test]
fn something_done_before_is_offered_for_the_letter() {
    let mut window = window(QUILL, Scenario::ThankYou);
    let done = crate::model::Achievement {
        place: "Bolt".to_owned(),
        what: "Halved the retries".to_owned(),
        result: "nobody was woken".to_owned(),
    };
    window.apply(Command::Achievements(vec![done]));
    assert!(window.says("Used now: "));
    window.press("Choose something you did");
    window.press("Halved the retries at Bolt: nobody was woken");
    let noted = window
        .application("Quill")
        .fact("achievement", Some("Dana Wu"));
    assert_eq!(noted, Some("Halved the retries at Bolt: nobody was woken"));
}

#[test]
fn the_first_letter_asks_for_the_name_it_ends_with() {
    let mut window = window(QUILL, Scenario::ThankYou);
    let mut unsigned = window.state().search.clone();
    unsigned.profile.name.clear();
    window.apply(Command::Replace {
        search: Box::new(unsigned),
        file: None,
    });
    window.compose(Scenario::ThankYou);
    assert!(window.message().contains("[your name]"));
    window.type_into("Your name", "Mina");
    assert!(window.message().trim_end().ends_with("Mina"));
    assert_eq!(window.state().search.profile.name, "Mina");
    window.apply(Command::Undo);
    assert_eq!(window.state().search.profile.name, "", "typed in one go");
}

#[test]
fn tab_goes_from_the_people_through_the_letter_to_what_is_done_with_it() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.harness.get_by_label("Subject").focus();
    window.harness.run();
    let mut names = Vec::new();
    for _ in 0..3 {
        window.key(Modifiers::NONE, Key::Tab);
        names.push(window.focused());
    }
    assert_eq!(names, ["Message", "Copy subject", "Copy message"]);
}

const CASUAL: &str = "\n\nThx for the talk about retry storms, lol.";

#[test]
fn keys_go_from_finding_to_finding_and_mend() {
    let mut window = window(QUILL, Scenario::Value);
    window.write_on(CASUAL);
    let selected = |window: &Window| {
        let id = window.harness.ctx.memory(egui::Memory::focused)?;
        let state = egui::TextEdit::load_state(&window.harness.ctx, id)?;
        let range = state.cursor.char_range()?.as_sorted_char_range();
        let (start, end) = (range.start.0, range.end.0);
        let text: String = window.message().chars().take(end).skip(start).collect();
        Some(text)
    };
    let mut seen = Vec::new();
    for _ in 0..8 {
        window.key(Modifiers::NONE, Key::F8);
        seen.extend(selected(&window));
    }
    let place = |words: &str| seen.iter().position(|text| text.trim() == words);
    assert!(place("Thx") < place("lol"), "{seen:?}");
    assert!(place("Thx").is_some(), "{seen:?}");
    while selected(&window).as_deref() != Some("Thx") {
        window.key(Modifiers::SHIFT, Key::F8);
    }
    window.key(Modifiers::COMMAND, Key::Period);
    assert!(
        window.message().contains("Thank you for the talk"),
        "{}",
        window.message()
    );
    // What a mend did is undone as what was typed is.
    window.harness.get_by_label("Message").focus();
    window.harness.run();
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.message().contains("Thx for"), "{}", window.message());
}

#[test]
fn a_finding_says_how_grave_it_is_and_can_be_taken_out() {
    let mut window = window(QUILL, Scenario::Value);
    window.write_on(CASUAL);
    assert!(window.shows("Warning: casual"));
    assert!(window.shows("Blocker: placeholder"));
    window.press("Remove “lol”");
    assert!(
        window.message().ends_with("retry storms,."),
        "{}",
        window.message()
    );
}

#[test]
fn what_is_ignored_here_is_kept_with_the_draft() {
    let mut window = window(QUILL, Scenario::Value);
    window.write_on(CASUAL);
    window.press("Ignore here: casual at “Thx”");
    assert!(!window.shows("“Thx” is for friends"));
    let drafts = &window.application("Quill").drafts;
    assert_eq!(drafts[0].ignored[0].words, "Thx");
    // Another letter is told of it.
    window.compose(Scenario::News);
    window.write_on(CASUAL);
    assert!(window.shows("“Thx” is for friends"));
    window.compose(Scenario::Value);
    window.press("Tell me again what I ignored here");
    assert!(window.shows("“Thx” is for friends"));
}

#[test]
fn never_again_holds_for_every_letter_until_the_settings_take_it_back() {
    let mut window = window(QUILL, Scenario::Value);
    window.write_on(CASUAL);
    window.press("Never tell me again: casual at “Thx”");
    assert!(!window.shows("“Thx” is for friends"));
    assert!(window.shows("“ lol” is for friends") || window.shows("“lol” is for friends"));
    // What would cost the job cannot be muted for ever.
    assert!(!window.shows("Never tell me again: placeholder"));
    window.apply(Command::Go(crate::app::Go::View(
        crate::app::View::Settings,
    )));
    window.press("Tell me again: casual: “Thx”");
    assert_eq!(window.state().search.muted, []);
}

#[test]
fn what_is_said_in_passing_covers_nothing_that_is_worked_on() {
    let mut window = window(QUILL, Scenario::Value);
    window.write_on(CASUAL);
    window.apply(Command::Copy("words".to_owned()));
    let toast = window.harness.get_by_label("Dismiss").rect();
    for name in ["Message", "Subject", "Mark as sent", "Copy message"] {
        let rect = window.harness.get_by_label(name).rect();
        assert!(!rect.intersects(toast), "{name} {rect:?} under {toast:?}");
    }
    for finding in window.harness.query_all_by_label_contains("Ignore here") {
        assert!(!finding.rect().intersects(toast));
    }
}

#[test]
fn a_key_brings_the_place_of_a_finding_into_sight() {
    let mut window = window(QUILL, Scenario::ThankYou);
    window.harness.set_size(egui::vec2(1280.0, 500.0));
    let more = "\n\nOne line.".repeat(60);
    window.write_on(&format!("{more}\n\nThx a lot."));
    let top = |window: &Window| window.harness.get_by_label("Message").rect().top();
    let at_the_end = top(&window);
    window.key(Modifiers::NONE, Key::F8);
    window.harness.run_steps(4);
    assert!(
        top(&window) > at_the_end + 400.0,
        "the first blank stands at the top"
    );
}
