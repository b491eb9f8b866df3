//! The table. To add a rule, add a line here and its cases in `tests`.
//!
//! `wrong` is a row of words. Alternatives stand with `|` between them; a list of `words` is named
//! in capitals. `right` is what to write instead: a number is the matched word of that place, and
//! `3:ing` is that word in another form (`base`, `participle`, `ing`, `plural`).
//!
//! A rule has to be exact: a sentence that is right must never match.

/// A slip and what mends it.
#[derive(Debug)]
pub(super) struct Rule {
    /// The words, in small letters.
    pub(super) wrong: &'static str,
    /// What to write instead.
    pub(super) right: &'static str,
    /// Why, in a sentence.
    pub(super) why: &'static str,
    /// Words that it must not stand behind.
    pub(super) not_after: &'static str,
    /// What it has to stand before.
    pub(super) before: Before,
}

/// What a slip has to stand before.
#[derive(Debug)]
pub(super) enum Before {
    /// Anything.
    Anything,
    /// One of these words.
    Words(&'static str),
    /// One of these words, or the end of a part of a sentence.
    WordsOrEnd(&'static str),
}

const fn rule(wrong: &'static str, right: &'static str, why: &'static str) -> Rule {
    Rule {
        wrong,
        right,
        why,
        not_after: "",
        before: Before::Anything,
    }
}

impl Rule {
    const fn before(mut self, words: &'static str) -> Self {
        self.before = Before::Words(words);
        self
    }

    const fn before_or_end(mut self, words: &'static str) -> Self {
        self.before = Before::WordsOrEnd(words);
        self
    }

    const fn not_after(mut self, words: &'static str) -> Self {
        self.not_after = words;
        self
    }
}

/// The rules; of those that fit, the first is taken.
pub(super) static RULES: &[Rule] = &[
    // Small words that sound alike.
    rule("you're THING", "your 2", YOU_ARE),
    rule("for|of|on|about|from you THING", "1 your 3", YOURS),
    rule(
        "appreciate|appreciated|value|taking|respect you THING",
        "1 your 3",
        YOURS,
    ),
    rule("your sincerely|faithfully", "yours 2", CLOSING),
    rule(
        "please advice",
        "1 advise",
        "The verb is “advise”; “advice” is what is given.",
    ),
    rule(
        "wondering|wonder|wondered weather",
        "1 whether",
        "“Weather” is rain and sun; here it is “whether”.",
    ),
    rule(
        "ask|asked|asking|know|see|sure weather there|you|the|it|we",
        "1 whether 3",
        "“Weather” is rain and sun; here it is “whether”.",
    ),
    rule("hope your well|doing|having", "1 you're 3", YOU_ARE_IT),
    rule(
        "if your looking|searching|interested|able|willing|wondering",
        "1 you're 3",
        YOU_ARE_IT,
    ),
    rule(
        "think|of|for|with|about|like there THING|model|product|plan|plans|customers|clients|culture",
        "1 their 3",
        "“There” is a place; what is theirs is “their”.",
    ),
    rule(
        "is|are|was|were|be|far to strict|late|expensive|difficult|small",
        "1 too 3",
        "More than enough is “too”, with two “o”.",
    ),
    rule(
        "forward to your replay",
        "1 2 3 reply",
        "An answer is a “reply”.",
    ),
    rule(
        "between you and i",
        "1 2 3 me",
        "After “between” it is “me”.",
    ),
    rule(
        "principle engineer|developer|consultant|scientist|designer|architect",
        "principal 2",
        "Who is first in rank is a “principal”.",
    ),
    rule(
        "complemented me|us on",
        "complimented 2 3",
        "Praise is a “compliment”, with an “i”.",
    ),
    // The form of the verb.
    rule(
        "have|has|had|having|i've|we've|you've|they've DEED",
        "1 2:participle",
        HAVE,
    ),
    rule("did not PAST", "1 2 3:base", DID),
    rule("didn't PAST", "1 2:base", DID),
    rule("would|could appreciated", "1 appreciate", WOULD),
    rule("would|could liked", "1 like", WOULD),
    rule("would|could loved", "1 love", WOULD),
    rule(
        "be appreciate",
        "1 appreciated",
        "After “be” the verb takes its other form.",
    ),
    rule(
        "find attach",
        "1 attached",
        "What was attached is “attached”.",
    ),
    rule(
        "i'm|am apply|write|work",
        "1 2:ing",
        "After “am” the verb ends in “-ing”.",
    ),
    rule(
        "am agree",
        "agree",
        "“Agree” is the whole verb, without “am”.",
    ),
    rule(
        "i'm agree",
        "I agree",
        "“Agree” is the whole verb, without “am”.",
    ),
    rule("i|we|they has", "1 have", AGREES),
    rule("we|they was", "1 were", AGREES),
    rule("he|she|it don't", "1 doesn't", AGREES).not_after("and"),
    // Words that are missing.
    rule(
        "be|am|is|are|was|were|i'm|we're HAPPY VERB",
        "1 2 to 3",
        TO_DO,
    ),
    rule(
        "look|looks|looked|looking forward ING|your|our",
        "1 2 to 3",
        FORWARD_NEEDS_TO,
    ),
    rule(
        "am|is|are|was|were|very|really|i'm interested the|this|your",
        "1 2 in 3",
        INTERESTED,
    ),
    rule(
        "is|was|been pleasure to|meeting|speaking|talking",
        "1 a 2 3",
        ARTICLE,
    ),
    rule("have|has|had|having opportunity to", "1 the 2 3", ARTICLE),
    rule("for opportunity to", "1 the 2 3", ARTICLE),
    rule(
        "explain|explained me",
        "1 to 2",
        "Something is explained “to” somebody.",
    ),
    // Words of which another one is usual.
    rule(
        "forward to hear|meet|speak|discuss|see|receive|join|learn",
        "1 2 3:ing",
        FORWARD,
    ),
    rule("forward to work|talk|share|help", "1 2 3:ing", FORWARD)
        .before("with|to|about|on|for|your|you"),
    rule(
        "enjoy|enjoyed to hear|meet|speak|discuss|see|join|learn|talk|work",
        "1 3:ing",
        "After “enjoy” the verb ends in “-ing”.",
    ),
    rule(
        "am|i'm interesting in",
        "1 interested 3",
        "What draws somebody is “interesting”; whoever is drawn is “interested”.",
    ),
    rule("thank you for DO", "1 2 3 4:ing", THANK_FOR),
    rule("thanks for DO", "1 2 3:ing", THANK_FOR),
    rule(
        "let me|us to know",
        "1 2 4",
        "After “let me” the verb comes without “to”.",
    ),
    rule(
        "discuss|discussing about",
        "1",
        "Something is discussed, without “about”.",
    ),
    rule("depend|depends of", "1 on", "It depends “on” something."),
    rule(
        "responsible of",
        "1 for",
        "Somebody is responsible “for” something.",
    ),
    // One and several.
    rule("NUMBER NOUN", "1 2:plural", SEVERAL)
        .not_after("a|an|round|stage|phase|level|tier|grade|part|number|step|type")
        .before_or_end(ON),
    rule("one of the|your|our|my NOUN", "1 2 3 4:plural", SEVERAL).before_or_end(ON),
];

const YOU_ARE: &str = "“You’re” means “you are”; what is theirs is “your”.";
const YOU_ARE_IT: &str = "“You are” becomes “you’re”; “your” is what is yours.";
const YOURS: &str = "What is theirs is “your”.";
const CLOSING: &str = "The closing is “Yours”, with an “s”.";
const HAVE: &str = "After “have” the verb takes its other form.";
const DID: &str = "“Did” says already that it is past; the verb after it stays as it is.";
const WOULD: &str = "After “would” and “could” the verb stays as it is.";
const AGREES: &str = "The verb does not go with who does it.";
const TO_DO: &str = "A “to” is missing before the verb.";
const FORWARD_NEEDS_TO: &str = "“Look forward” is followed by “to”.";
const INTERESTED: &str = "Somebody is interested “in” something.";
const ARTICLE: &str = "A small word is missing here.";
const FORWARD: &str = "After “look forward to” the verb ends in “-ing”.";
const THANK_FOR: &str = "After “thank you for” the verb ends in “-ing”.";
const SEVERAL: &str = "There are several, so the noun takes its plural.";

/// Words that go on after a noun, and are none that it could describe.
const ON: &str = "ago|and|are|as|at|before|but|for|from|have|in|later|on|or|that|to|were|when|where|which|who|with";
