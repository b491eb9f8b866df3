//! The template at hand, and the letter that it makes.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::app::{Command, State};
use crate::compose::{self, Chip, Letter, Place, Request, TemplateError};
use crate::model::{ApplicationId, JobSearch, Scenario, TemplateText};
use crate::time::Clock;
use crate::ui::scene::Scene;
use crate::ui::widgets::letter::{Mark, MarkKind};

/// The template at hand.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) scenario: Scenario,
    pub(super) text: TemplateText,
    pub(super) chips: Vec<Chip>,
    /// What is wrong with it, if no letter can be made of it.
    pub(super) error: Option<TemplateError>,
    /// The letter that it makes; what keeps it from that one application's where it cannot.
    pub(super) letter: Option<Result<Letter, TemplateError>>,
    /// What stands in for something, and what is wrong, in the text.
    pub(super) marks: Vec<Mark>,
    /// The field that the keyboard was in last, and what was selected there.
    pub(super) caret: Caret,
    /// Where the keyboard is led in this frame, and in the next: in the frame of a click the click
    /// itself would take it away again.
    pub(super) going: Option<Caret>,
    go: Option<Caret>,
    /// Whether the chooser is to get the keyboard.
    pub(super) fresh: bool,
    /// The state, and the application, that all this was worked out for.
    at: Option<(u64, Option<ApplicationId>)>,
}

/// A range of characters of the subject or the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Caret {
    pub(super) place: Place,
    pub(super) range: Range<usize>,
}

impl Desk {
    pub(super) fn new(scenario: Scenario, scene: &Scene<'_>) -> Self {
        let text = compose::template_begun(&scene.state.search, scenario);
        let end = text.body.chars().count();
        Self {
            chips: compose::chips_of(scenario),
            text,
            error: None,
            letter: None,
            marks: Vec::new(),
            caret: Caret {
                place: Place::Body,
                range: end..end,
            },
            going: None,
            go: None,
            fresh: true,
            at: None,
            scenario,
        }
    }

    /// Takes up what changed elsewhere, and works out the letter anew when it is time.
    pub(super) fn follow(&mut self, scene: &Scene<'_>, chosen: &mut Option<ApplicationId>) {
        self.going = self.go.take();
        let state = scene.state;
        *chosen = chosen.filter(|id| state.application(*id).is_some());
        let at = Some((state.generation, *chosen));
        if self.at == at {
            return;
        }
        self.at = at;
        self.text = compose::template_begun(&state.search, self.scenario);
        self.work_out(state, scene.clock, *chosen);
    }

    fn work_out(&mut self, state: &State, clock: &Clock, chosen: Option<ApplicationId>) {
        let (search, scenario) = (&state.search, self.scenario);
        self.error = compose::check_template(search, clock, scenario, &self.text).err();
        self.letter = match (&self.error, chosen.and_then(|id| state.application(id))) {
            (Some(_), _) => None,
            (None, None) => {
                let letter = compose::preview_example(search, clock, scenario, &self.text);
                Some(letter)
            }
            (None, Some(application)) => {
                let request = Request {
                    scenario,
                    person: None,
                    facts: &BTreeMap::new(),
                };
                let context = state.context(clock);
                let text = &self.text;
                Some(compose::preview(application, &context, &request, text))
            }
        };
        self.marks = marks_in(&self.text.body);
        let wrong = self.wrong().filter(|error| error.place == Place::Body);
        if let Some(error) = wrong.cloned() {
            self.marks.push(Mark {
                range: line_at(&self.text.body, error.line),
                kind: MarkKind::Blocker,
                message: error.reason,
            });
        }
    }

    /// What is wrong, with the template itself or with it for the application that was chosen.
    pub(super) fn wrong(&self) -> Option<&TemplateError> {
        let letter = self.letter.as_ref();
        let of_letter = letter.and_then(|letter| letter.as_ref().err());
        self.error.as_ref().or(of_letter)
    }

    /// Keeps what the user wrote.
    pub(super) fn keep(&self, scene: &mut Scene<'_>) {
        let text = Some(self.text.clone());
        scene.send(Command::Template(self.scenario, text));
    }

    /// Puts words where the keyboard was last, in the place of what was selected there.
    pub(super) fn insert(&mut self, scene: &mut Scene<'_>, words: &str) {
        let text = match self.caret.place {
            Place::Subject => &mut self.text.subject,
            Place::Body => &mut self.text.body,
        };
        let length = text.chars().count();
        let end = self.caret.range.end.min(length);
        let start = self.caret.range.start.min(end);
        let before = text.chars().take(start);
        let after = text.chars().skip(end);
        *text = before.chain(words.chars()).chain(after).collect();
        let behind = start + words.chars().count();
        self.caret.range = behind..behind;
        self.go = Some(self.caret.clone());
        self.keep(scene);
    }

    /// Leads the keyboard to what is wrong, in the next frame.
    pub(super) fn go_to_error(&mut self) {
        let Some(error) = self.wrong() else {
            return;
        };
        let text = match error.place {
            Place::Subject => &self.text.subject,
            Place::Body => &self.text.body,
        };
        self.go = Some(Caret {
            place: error.place,
            range: line_at(text, error.line),
        });
    }

    /// Whose version it is, and whether it is used.
    pub(super) fn standing(&self, search: &JobSearch) -> String {
        let name = self.scenario.name();
        let own = matches!(self.scenario, Scenario::Own(_));
        let words = if self.error.is_some() {
            "Kept, and not used until it is mended"
        } else if own {
            "Your own letter"
        } else if search.templates.contains_key(name) {
            "Your version, used for every new letter"
        } else {
            "As Afterword writes it"
        };
        words.to_owned()
    }
}

/// The application at hand when the templates are opened: its letter is the one to look at.
pub(super) fn at_hand(state: &State) -> Option<ApplicationId> {
    let open = state.panel.as_ref().map(|panel| panel.application);
    open.or(state.selection)
}

/// The characters of a line, from 1, without its end.
fn line_at(text: &str, line: usize) -> Range<usize> {
    let mut start = 0;
    for (number, words) in (1..).zip(text.split('\n')) {
        let end = start + words.chars().count();
        if number == line {
            return start..end;
        }
        start = end + 1;
    }
    let end = text.chars().count();
    end..end
}

/// What the template language stands for: `{{ … }}`, `{% … %}` and `{# … #}`.
fn marks_in(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let letters: Vec<char> = text.chars().collect();
    for (place, pair) in letters.windows(2).enumerate() {
        let &[first, second] = pair else { continue };
        match open {
            None if first == '{' && matches!(second, '{' | '%' | '#') => {
                open = Some((place, if second == '{' { '}' } else { second }));
            }
            Some((start, closing)) if first == closing && second == '}' => {
                marks.push(Mark {
                    range: start..place + 2,
                    kind: MarkKind::Code,
                    message: String::new(),
                });
                open = None;
            }
            _ => {}
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_by_their_number() {
        let text = "Łódź\n\nthree";
        assert_eq!(line_at(text, 1), 0..4);
        assert_eq!(line_at(text, 2), 5..5);
        assert_eq!(line_at(text, 3), 6..11);
        assert_eq!(line_at(text, 9), 11..11);
    }

    #[test]
    fn what_stands_for_something_is_marked() {
        let text = "Ł {{ topic | about }} and {% if x %}y{% endif %} {# no #} {{ open";
        let marks: Vec<String> = marks_in(text)
            .into_iter()
            .map(|mark| {
                let letters = text.chars().skip(mark.range.start);
                letters.take(mark.range.len()).collect()
            })
            .collect();
        assert_eq!(
            marks,
            [
                "{{ topic | about }}",
                "{% if x %}",
                "{% endif %}",
                "{# no #}"
            ]
        );
    }
}
