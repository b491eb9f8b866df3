//! Cases of the rules. A new rule needs at least one slip here, and the right sentences that are
//! nearest to it.

use super::*;

/// What is wrong, the place that is said to be wrong, and what is to stand there.
const SLIPS: &[(&str, &str, &str)] = &[
    ("I liked you're work on search.", "you're work", "your work"),
    ("You’re team made me welcome.", "You’re team", "Your team"),
    (
        "Thank you for you time today.",
        "for you time",
        "for your time",
    ),
    (
        "I appreciate you help.",
        "appreciate you help",
        "appreciate your help",
    ),
    ("Your sincerely,", "Your sincerely", "Yours sincerely"),
    ("Please advice on that.", "Please advice", "Please advise"),
    (
        "I was wondering weather you had time.",
        "wondering weather",
        "wondering whether",
    ),
    (
        "I wanted to ask weather there are any news.",
        "ask weather there",
        "ask whether there",
    ),
    ("I hope your well.", "hope your well", "hope you're well"),
    (
        "If your looking for somebody, I am here.",
        "If your looking",
        "If you're looking",
    ),
    (
        "I have thought about there plans.",
        "about there plans",
        "about their plans",
    ),
    ("The model is to strict.", "is to strict", "is too strict"),
    (
        "I enjoyed to meet the team.",
        "enjoyed to meet",
        "enjoyed meeting",
    ),
    (
        "I am interesting in the role.",
        "am interesting in",
        "am interested in",
    ),
    (
        "I look forward to your replay.",
        "forward to your replay",
        "forward to your reply",
    ),
    (
        "That stays between you and I.",
        "between you and I",
        "between you and me",
    ),
    (
        "The Principle Engineer was there.",
        "Principle Engineer",
        "Principal Engineer",
    ),
    (
        "She complemented me on it.",
        "complemented me on",
        "complimented me on",
    ),
    ("She has ask me to write.", "has ask", "has asked"),
    (
        "I've discuss it with them.",
        "I've discuss",
        "I've discussed",
    ),
    ("We have meet before.", "have meet", "have met"),
    (
        "I did not received it.",
        "did not received",
        "did not receive",
    ),
    ("I didn’t heard back.", "didn’t heard", "didn’t hear"),
    (
        "I would appreciated a word.",
        "would appreciated",
        "would appreciate",
    ),
    (
        "A word would be appreciate.",
        "be appreciate",
        "be appreciated",
    ),
    (
        "Please find attach my notes.",
        "find attach",
        "find attached",
    ),
    ("I am write to ask.", "am write", "am writing"),
    ("I am agree with that.", "am agree", "agree"),
    ("I’m agree with that.", "I’m agree", "I agree"),
    ("I would liked that.", "would liked", "would like"),
    ("We would loved that.", "would loved", "would love"),
    ("I has five years of it.", "I has", "I have"),
    ("We was four people.", "We was", "We were"),
    ("It don’t matter.", "It don’t", "It doesn't"),
    (
        "I would be happy provide more.",
        "be happy provide",
        "be happy to provide",
    ),
    (
        "I am able start in May, and I am keen learn.",
        "am keen learn",
        "am keen to learn",
    ),
    (
        "I look forward hearing from you.",
        "look forward hearing",
        "look forward to hearing",
    ),
    (
        "Looking forward your reply.",
        "Looking forward your",
        "Looking forward to your",
    ),
    (
        "I am interested the role.",
        "am interested the",
        "am interested in the",
    ),
    (
        "It was pleasure meeting you.",
        "was pleasure meeting",
        "was a pleasure meeting",
    ),
    (
        "I had opportunity to ask.",
        "had opportunity to",
        "had the opportunity to",
    ),
    (
        "Thanks for opportunity to talk.",
        "for opportunity to",
        "for the opportunity to",
    ),
    ("Could you explain me that?", "explain me", "explain to me"),
    (
        "I look forward to hear from you.",
        "forward to hear",
        "forward to hearing",
    ),
    (
        "I look forward to work with you.",
        "forward to work",
        "forward to working",
    ),
    (
        "Thank you for take the time.",
        "Thank you for take",
        "Thank you for taking",
    ),
    (
        "Thanks for meet me.",
        "Thanks for meet",
        "Thanks for meeting",
    ),
    ("Please let me to know.", "let me to know", "let me know"),
    ("We can discuss about it.", "discuss about", "discuss"),
    ("It depends of the day.", "depends of", "depends on"),
    (
        "I was responsible of the budget.",
        "responsible of",
        "responsible for",
    ),
    (
        "You have four engineer in the team.",
        "four engineer",
        "four engineers",
    ),
    ("I met several person.", "several person", "several people"),
    (
        "He is one of the engineer who built it.",
        "one of the engineer",
        "one of the engineers",
    ),
];

/// Right sentences, most of them near to a slip.
const RIGHT: &[&str] = &[
    "If your team looks for somebody, I am in there every Monday, and it is to be done.",
    "It is interesting in parts, and I enjoyed today's meeting.",
    "Your advice was good, and the weather was fine.",
    "On principle, engineers test. The tool complemented me well.",
    "You're working on search, and you're right.",
    "I will share with you details of the plan.",
    "It is up to you. Work can wait.",
    "Is this of interest to you?\n\nTime is short.",
    "Thank you for your time and your help.",
    "I have asked them, and I had discussed it before.",
    "The skills I have help here, and what I have works.",
    "I have to ask you something; I have, attend to it or not, a plan.",
    "You have work to do, and I have need of rest.",
    "I did not receive it, and I did heed it.",
    "What I would, liked or not, do again.",
    "It would be appreciated. I would appreciate it.",
    "Please find attached my notes.",
    "I am writing to apply, and I agree.",
    "The team has grown, and if I were there, I would stay.",
    "He doesn't mind. She and he don't mind.",
    "I would be happy to provide more. I am able, and willing.",
    "I am a happy learner and an able writer.",
    "I look forward to hearing from you and to your reply.",
    "We look forward, meeting or not.",
    "I look forward to work.",
    "I was interested in the role. This interested the team.",
    "It was a pleasure to meet you. It was pleasure and work.",
    "I had the opportunity to ask, and an opportunity to learn.",
    "Could you explain that to me?",
    "Thank you for meeting me, for the take on caching, and for your help.",
    "Please let me know.",
    "We discussed it. About the team: it is large.",
    "It depends on the day. I was responsible for the budget.",
    "It is a two week project; a five year plan; round two interview.",
    "You have four engineers. One engineer of the four is new.",
    "Our round two interview with Dana went well.",
    "Many engineering teams do. Two, project or not, is enough.",
    "One of the team leads is one of the engineers.",
    "It is one of the project's aims.",
];

fn found(text: &str) -> Vec<(String, String)> {
    let text = Text::new(text);
    let slips = slips(&text);
    let place = |slip: &Slip<'_>| {
        let (first, last) = (&slip.words[0], slip.words.last().unwrap());
        (text.slice(first.start, last.end), rewritten(&text, slip))
    };
    slips.iter().map(place).collect()
}

#[test]
fn a_slip_is_found_with_what_mends_it() {
    for (text, wrong, right) in SLIPS {
        let expected = ((*wrong).to_owned(), (*right).to_owned());
        assert!(found(text).contains(&expected), "{text}: {:?}", found(text));
    }
}

#[test]
fn what_is_right_is_left_alone() {
    for text in RIGHT {
        assert_eq!(found(text), [], "{text}");
    }
    for (text, wrong, right) in SLIPS {
        let mended = text.replacen(wrong, right, 1);
        let still: Vec<_> = found(&mended)
            .into_iter()
            .filter(|(place, _)| place == right)
            .collect();
        assert_eq!(still, [], "{mended}");
    }
}

#[test]
fn every_rule_has_a_case() {
    for rule in RULES {
        let has_one = SLIPS.iter().any(|(text, ..)| {
            let text = Text::new(text);
            slips(&text)
                .iter()
                .any(|slip| std::ptr::eq(slip.rule, rule))
        });
        assert!(has_one, "{}", rule.wrong);
    }
}
