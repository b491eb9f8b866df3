//! Which rules of Harper are heeded, where their kind alone does not tell.

/// Rules that are switched off because they misfire on letters that a careful person would send:
/// the name of the rule, and why it is off.
pub(super) const OFF: &[(&str, &str)] = &[
    ("AWhile", "“This takes a while” is right."),
    (
        "AsSoonAsPossible",
        "“ASAP” is a matter of tone, which the review reads for itself.",
    ),
    (
        "DiscourseMarkers",
        "“Otherwise I look forward to …” needs no comma.",
    ),
    (
        "DisjointPrefixes",
        "“Re-write” and “e-mail” are right in many houses.",
    ),
    (
        "InterestedIn",
        "It takes “I am still as interested as I was” for a wrong preposition.",
    ),
    ("MissingDeterminer", "Lists and code have none."),
    (
        "MissingPreposition",
        "It stumbles over “I am afraid I have to …”.",
    ),
    ("NotTo", "“Who can say no to a fifth meeting” is right."),
    (
        "OrthographicConsistency",
        "“cv” and “ok” in small letters are no slips.",
    ),
    (
        "ThereIsAgreement",
        "“There is news” is right, and so is “there is a lot of people”.",
    ),
    ("ThereToTheir", "“It is still there today” is right."),
    (
        "WillNonLemma",
        "“Will mentioned it” is right of somebody called Will.",
    ),
    (
        "WrongNegative",
        "It takes whatever ends in “-ations” for a negation.",
    ),
];

/// Words that a rule takes for wrong where they are right: the rule, the word, and why.
pub(super) const OFF_FOR: &[(&str, &str, &str)] = &[
    (
        "NounVerbConfusion",
        "advise",
        "“Kindly advise on the next step” asks; our own table knows “please advice”.",
    ),
    (
        "RepeatedWords",
        "had had",
        "“The table had had two errors” is right.",
    ),
];

/// Rules about the choice of words that find slips. The others of that kind are of taste: “road
/// map” for “roadmap”.
pub(super) const OF_WORDS: &[&str] = &["LookingForwardTo", "ModalOf", "NounVerbConfusion"];

/// This one is heeded only where a sentence ended before: what follows “Dear Dana,” or stands in a
/// list may begin with a small letter.
pub(super) const SENTENCE_CAPITALIZATION: &str = "SentenceCapitalization";
