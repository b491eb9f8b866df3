//! Which rules of Harper are heeded, where their kind alone does not tell.

/// Rules that are switched off because they misfire on letters that a careful person would send:
/// the name of the rule, and why it is off.
pub(super) const OFF: &[(&str, &str)] = &[
    (
        "DisjointPrefixes",
        "“Re-write” and “e-mail” are right in many houses.",
    ),
    (
        "MissingPreposition",
        "It stumbles over “I am afraid I have to …”.",
    ),
    (
        "WrongNegative",
        "It takes whatever ends in “-ations” for a negation.",
    ),
];

/// Rules about the choice of words that find slips. The others of that kind are of taste: “road
/// map” for “roadmap”.
pub(super) const OF_WORDS: &[&str] = &["LookingForwardTo", "ModalOf", "NounVerbConfusion"];

/// This one is heeded only where a sentence ended before: what follows “Dear Dana,” or stands in a
/// list may begin with a small letter.
pub(super) const SENTENCE_CAPITALIZATION: &str = "SentenceCapitalization";
