//! A letter on its way to the proof-reader, and what comes back.

use crate::review::{Finding, Part};

/// A letter as it stood when the proof-reader was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

/// What the proof-reader found in a letter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proof {
    /// The letter as it stood then.
    pub manuscript: Manuscript,
    /// Its slips, in places of that letter.
    pub findings: Vec<Finding>,
    /// What was left out, as a sentence, where something was.
    pub note: Option<String>,
}

impl Proof {
    /// What it says of a letter as it stands now. What was changed since is not spoken of; what
    /// stands behind the change moves with it.
    pub fn findings_in(&self, subject: &str, body: &str) -> Vec<Finding> {
        let subject = Shift::between(&self.manuscript.subject, subject);
        let body = Shift::between(&self.manuscript.body, body);
        let shifted = self.findings.iter().filter_map(|finding| {
            let shift = match finding.part {
                Part::Subject => &subject,
                Part::Body => &body,
            };
            shift.apply(finding)
        });
        shifted.collect()
    }

    /// Whether it was made of that very letter.
    pub fn is_of(&self, subject: &str, body: &str) -> bool {
        self.manuscript.subject == subject && self.manuscript.body == body
    }
}

/// Where the characters of an earlier text stand in a later one: all before the change stand
/// where they stood, all behind it have moved.
struct Shift {
    /// The first character that may differ.
    from: usize,
    /// Behind the last one that differs, in the earlier text.
    to: usize,
    /// Behind the last one that differs, in the later text.
    now: usize,
    /// Whether the change begins with a letter: a word right before it goes on.
    begins_with_letter: bool,
    /// Whether it ends with one: a word right behind it has begun before.
    ends_with_letter: bool,
}

impl Shift {
    fn between(before: &str, now: &str) -> Self {
        if before == now {
            let end = usize::MAX;
            return Self {
                from: end,
                to: end,
                now: end,
                begins_with_letter: false,
                ends_with_letter: false,
            };
        }
        let same = |(a, b): &(char, char)| a == b;
        let (long_before, long_now) = (before.chars().count(), now.chars().count());
        let from = before.chars().zip(now.chars()).take_while(same).count();
        let most = long_before.min(long_now) - from;
        let ends = before.chars().rev().zip(now.chars().rev());
        let behind = ends.take(most).take_while(same).count();
        let (to, end) = (long_before - behind, long_now - behind);
        let is_letter = |at: Option<usize>| {
            let c = at.and_then(|at| now.chars().nth(at));
            c.is_some_and(char::is_alphanumeric)
        };
        Self {
            from,
            to,
            now: end,
            begins_with_letter: is_letter(Some(from)),
            ends_with_letter: is_letter(end.checked_sub(1)),
        }
    }

    /// The finding where it stands now; nothing if it touches the change, which may have mended
    /// it.
    fn apply(&self, finding: &Finding) -> Option<Finding> {
        let mut finding = finding.clone();
        if finding.end < self.from || finding.end == self.from && !self.begins_with_letter {
            return Some(finding);
        }
        let behind = finding.start.checked_sub(self.to)?;
        if behind == 0 && self.ends_with_letter {
            return None;
        }
        let length = finding.end - finding.start;
        finding.start = self.now + behind;
        finding.end = finding.start + length;
        Some(finding)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Check;

    /// A proof of `body` that found `slip` in it.
    fn proof(body: &str, slip: &str) -> Proof {
        let byte = body.find(slip).unwrap();
        let start = body[..byte].chars().count();
        let finding = Finding {
            check: Check::Spelling,
            level: Check::Spelling.level(),
            part: Part::Body,
            start,
            end: start + slip.chars().count(),
            text: slip.to_owned(),
            message: String::new(),
            suggestions: Vec::new(),
        };
        Proof {
            manuscript: Manuscript {
                subject: String::new(),
                body: body.to_owned(),
            },
            findings: vec![finding],
            note: None,
        }
    }

    /// What stands where the slip is said to be after the text has changed.
    fn seen(before: &str, slip: &str, now: &str) -> Option<String> {
        let findings = proof(before, slip).findings_in("", now);
        let finding = findings.first()?;
        let length = finding.end - finding.start;
        Some(now.chars().skip(finding.start).take(length).collect())
    }

    #[test]
    fn a_slip_keeps_its_place_while_the_text_goes_on() {
        let before = "Łódź, I beleive in it.";
        for now in [
            before,
            "Łódź, I beleive in it. And",
            "Well, Łódź, I beleive in it.",
            "Łódź, I do not beleive in it.",
            "Łódź, I beleive in him.",
        ] {
            assert_eq!(
                seen(before, "beleive", now).as_deref(),
                Some("beleive"),
                "{now}"
            );
        }
    }

    #[test]
    fn a_slip_that_was_touched_is_not_spoken_of() {
        let before = "I beleive it";
        for now in ["I believe it", "I beleives it", "I XXbeleive it", "I", ""] {
            assert_eq!(seen(before, "beleive", now), None, "{now}");
        }
    }

    #[test]
    fn a_slip_at_the_edge_of_a_repetition_is_never_misplaced() {
        for (before, now) in [
            ("teh teh", "teh teh teh"),
            ("teh teh teh", "teh teh"),
            ("aaa teh", "aaaa teh"),
        ] {
            if let Some(seen) = seen(before, "teh", now) {
                assert_eq!(seen, "teh", "{before} {now}");
            }
        }
    }

    #[test]
    fn a_proof_is_of_its_own_letter_alone() {
        let proof = proof("teh", "teh");
        assert!(proof.is_of("", "teh"));
        assert!(!proof.is_of("", "the") && !proof.is_of("x", "teh"));
    }
}
