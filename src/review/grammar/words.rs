//! The lists of words that the rules speak of in capitals, and the forms of words.

/// The words that an alternative of a rule stands for: those of the list of that name, or itself.
pub(super) fn words_of(alternative: &'static str) -> Vec<&'static str> {
    match alternative {
        "THING" => THINGS.to_vec(),
        "NUMBER" => NUMBERS.to_vec(),
        "HAPPY" => HAPPY.to_vec(),
        "DEED" => DEEDS.to_vec(),
        "DO" => DO.to_vec(),
        "NOUN" => NOUNS.iter().map(|(one, _)| *one).collect(),
        "VERB" => VERBS.iter().map(|verb| verb.base).collect(),
        "PAST" => VERBS.iter().map(|verb| verb.past).collect(),
        "ING" => VERBS.iter().map(|verb| verb.ing).collect(),
        word => vec![word],
    }
}

/// What an employer has or gives, and nothing that anybody can do.
const THINGS: &[&str] = &[
    "advice",
    "company",
    "consideration",
    "decision",
    "email",
    "feedback",
    "guidance",
    "help",
    "hospitality",
    "interest",
    "invitation",
    "kindness",
    "message",
    "office",
    "offer",
    "patience",
    "project",
    "reply",
    "response",
    "support",
    "team",
    "time",
    "website",
    "work",
];

/// Numbers above one, in words: a figure may be a day, a round or a room.
const NUMBERS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "twenty", "several", "many",
];

/// Nouns, one and several.
const NOUNS: &[(&str, &str)] = &[
    ("colleague", "colleagues"),
    ("company", "companies"),
    ("day", "days"),
    ("developer", "developers"),
    ("engineer", "engineers"),
    ("hour", "hours"),
    ("idea", "ideas"),
    ("interview", "interviews"),
    ("month", "months"),
    ("opportunity", "opportunities"),
    ("person", "people"),
    ("position", "positions"),
    ("project", "projects"),
    ("question", "questions"),
    ("role", "roles"),
    ("team", "teams"),
    ("week", "weeks"),
    ("year", "years"),
];

/// Verbs that cannot follow “the skills I have …”.
const DEEDS: &[&str] = &[
    "ask", "attach", "attend", "decide", "discuss", "enjoy", "explain", "hear", "learn", "meet",
    "mention", "receive", "send", "speak", "tell",
];

/// What people in letters are, before they say what to do.
const HAPPY: &[&str] = &[
    "able",
    "delighted",
    "eager",
    "excited",
    "glad",
    "happy",
    "keen",
    "pleased",
    "ready",
    "willing",
];

/// Verbs that are no nouns: nobody is thanked for a “take”.
const DO: &[&str] = &[
    "consider", "explain", "get", "give", "invite", "make", "meet", "send", "speak", "take",
];

/// The forms of a verb.
struct Verb {
    base: &'static str,
    past: &'static str,
    participle: &'static str,
    ing: &'static str,
}

macro_rules! verbs {
    ($($base:ident $past:ident $participle:ident $ing:ident;)*) => {
        const VERBS: &[Verb] = &[$(Verb {
            base: stringify!($base),
            past: stringify!($past),
            participle: stringify!($participle),
            ing: stringify!($ing),
        }),*];
    };
}

// Verbs that no form of is spelt like another one.
verbs! {
    answer answered answered answering;
    apply applied applied applying;
    arrange arranged arranged arranging;
    ask asked asked asking;
    attach attached attached attaching;
    attend attended attended attending;
    bring brought brought bringing;
    consider considered considered considering;
    continue continued continued continuing;
    contribute contributed contributed contributing;
    decide decided decided deciding;
    discuss discussed discussed discussing;
    enjoy enjoyed enjoyed enjoying;
    explain explained explained explaining;
    get got got getting;
    give gave given giving;
    hear heard heard hearing;
    help helped helped helping;
    invite invited invited inviting;
    join joined joined joining;
    learn learned learned learning;
    make made made making;
    meet met met meeting;
    mention mentioned mentioned mentioning;
    provide provided provided providing;
    receive received received receiving;
    see saw seen seeing;
    send sent sent sending;
    share shared shared sharing;
    start started started starting;
    speak spoke spoken speaking;
    support supported supported supporting;
    take took taken taking;
    talk talked talked talking;
    tell told told telling;
    work worked worked working;
    write wrote written writing;
}

/// A form that a rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Participle,
    Ing,
    Plural,
}

impl Form {
    /// The form of that name in the table.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "base" => Some(Self::Base),
            "participle" => Some(Self::Participle),
            "ing" => Some(Self::Ing),
            "plural" => Some(Self::Plural),
            _ => None,
        }
    }

    /// The word in this form; itself where its forms are not known.
    pub(super) fn of(self, word: &str) -> &str {
        if self == Self::Plural {
            let known = NOUNS.iter().find(|(one, _)| *one == word);
            return known.map_or(word, |(_, several)| several);
        }
        let mut verbs = VERBS.iter();
        let known = verbs.find(|verb| [verb.base, verb.past, verb.ing].contains(&word));
        known.map_or(word, |verb| match self {
            Self::Participle => verb.participle,
            Self::Ing => verb.ing,
            Self::Base | Self::Plural => verb.base,
        })
    }
}
