//! The thread that a letter continues.

use crate::model::{Application, Channel, Event, Message, Reply, same_name};
use crate::time::Clock;

/// How mail programs mark replies and forwarded mail, in several languages.
const MARKS: [&str; 7] = ["re:", "aw:", "sv:", "antw:", "fwd:", "fw:", "wg:"];

/// Lines of a pasted reply in which its subject may stand.
const HEAD: usize = 12;

/// The subject, without marks such as “Re:”, of the last email that went to one of `people` or
/// came from them; nothing where none was kept.
pub(super) fn thread_with(app: &Application, clock: &Clock, people: &[String]) -> Option<String> {
    app.history
        .iter()
        .rev()
        .filter(|entry| entry.at.has_come(clock))
        .find_map(|entry| match &entry.event {
            Event::Sent(message) => subject_sent(message, people),
            Event::Reply(reply) => subject_received(reply, people),
            _ => None,
        })
}

fn subject_sent(message: &Message, people: &[String]) -> Option<String> {
    let to_them = message.to.iter().any(|to| is_among(to, people));
    (to_them && message.channel() == Channel::Email)
        .then(|| unmarked(&message.subject))
        .flatten()
}

/// A reply that was pasted in with its head has a line “Subject: …”.
fn subject_received(reply: &Reply, people: &[String]) -> Option<String> {
    let from = reply.from.as_deref();
    if from.is_some_and(|from| !is_among(from, people)) {
        return None;
    }
    let head = reply.text.lines().take(HEAD);
    head.filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("subject"))
        .and_then(|(_, subject)| unmarked(subject))
}

fn is_among(name: &str, people: &[String]) -> bool {
    people.iter().any(|person| same_name(person, name))
}

/// “Our talk” for “Re: AW: Our talk”.
fn unmarked(subject: &str) -> Option<String> {
    let mut bare = subject.trim();
    while let Some(rest) = MARKS.iter().find_map(|mark| without(bare, mark)) {
        bare = rest.trim_start();
    }
    (!bare.is_empty()).then(|| bare.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn without<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    let head = text.get(..mark.len())?;
    head.eq_ignore_ascii_case(mark)
        .then(|| text.get(mark.len()..))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_taken_without_its_marks() {
        for (subject, bare) in [
            ("Our talk", Some("Our talk")),
            ("Re: RE:  AW: Our  talk", Some("Our talk")),
            ("Fwd: Re: the role", Some("the role")),
            ("Rent: a question", Some("Rent: a question")),
            ("Re:", None),
            ("é: x", Some("é: x")),
            ("", None),
        ] {
            assert_eq!(unmarked(subject).as_deref(), bare, "{subject}");
        }
    }
}
