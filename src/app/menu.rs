//! The commands that a user can name: menus, buttons, keys, the palette and the list of keys are
//! made of them. What each does is in [`doing`](self::doing).

mod doing;

/// A combination of keys, as every platform has it in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// With Ctrl, or with Command on a Mac.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// With Alt, or with Option on a Mac.
    pub alt: bool,
    /// The key's name, as in `N`, `1` or `Escape`.
    pub key: &'static str,
}

const fn plain(key: &'static str) -> Chord {
    Chord {
        command: false,
        shift: false,
        alt: false,
        key,
    }
}

const fn ctrl(key: &'static str) -> Chord {
    Chord {
        command: true,
        ..plain(key)
    }
}

const fn shift(key: &'static str) -> Chord {
    Chord {
        shift: true,
        ..plain(key)
    }
}

const fn ctrl_shift(key: &'static str) -> Chord {
    Chord {
        command: true,
        ..shift(key)
    }
}

const fn alt(key: &'static str) -> Chord {
    Chord {
        alt: true,
        ..plain(key)
    }
}

/// Where a command belongs: the headings of the list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Everywhere in the window.
    Window,
    /// The board and what it shows.
    Board,
    /// The application at hand: the one that is open, else the card at hand.
    Application,
    /// A card that has the keyboard; only there its keys mean it.
    Card,
    /// A letter that is being written.
    Letter,
}

impl Group {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 5] = [
        Self::Window,
        Self::Board,
        Self::Application,
        Self::Card,
        Self::Letter,
    ];

    /// Its heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Window => "Everywhere",
            Self::Board => "The board",
            Self::Application => "The application at hand",
            Self::Card => "On a card",
            Self::Letter => "In a letter",
        }
    }
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident in $group:ident: $words:literal, $hint:literal, [$($chord:expr),* $(,)?];)*) => {
        /// A command that a user can name. Their order is that of menus and lists.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum UserCommand {
            $($(#[doc = $doc])+ $name,)*
        }

        impl UserCommand {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its name, as a button or a menu has it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }

            /// What it does, in a sentence.
            pub fn hint(self) -> &'static str {
                match self { $(Self::$name => $hint,)* }
            }

            /// Where it belongs.
            pub fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)* }
            }

            /// The keys for it; the first is the one that is shown.
            pub fn chords(self) -> &'static [Chord] {
                match self { $(Self::$name => const { &[$($chord),*] },)* }
            }
        }
    };
}

commands! {
    /// Adds an application.
    NewApplication in Window: "New application", "Add a company and a position", [ctrl("N")];
    /// Shows what to do now.
    Today in Window: "Today", "What to do now, and what is waiting", [ctrl("1")];
    /// Shows the cards.
    Board in Window: "Board", "Every application, by its stage", [ctrl("2")];
    /// Shows how it goes.
    Insights in Window: "Insights", "How the search goes", [ctrl("3")];
    /// Shows what can be set.
    Settings in Window: "Settings", "You, the rules, what you did before, your file",
        [ctrl("4"), ctrl("Comma")];
    /// Shows what the etiquette says.
    Rules in Window: "What does the etiquette say?", "The rules behind every “Why?”",
        [ctrl("F1")];
    /// Finds anything by a few letters.
    Palette in Window: "Go to anything",
        "Find an application, a person or a command by a few letters", [ctrl("K")];
    /// Puts the keyboard into the search field.
    Search in Window: "Search", "Names, people, notes and letters that hold these words",
        [ctrl("F")];
    /// Takes the last change back.
    Undo in Window: "Undo", "Take the last change back", [ctrl("Z")];
    /// Makes it again.
    Redo in Window: "Redo", "Make the change again that was taken back",
        [ctrl_shift("Z"), ctrl("Y")];
    /// Shows what was done, to go back to any step of it.
    History in Window: "History", "What you did, and going back to any step of it",
        [ctrl_shift("H")];
    /// Opens a job search.
    Open in Window: "Open…", "Open another job search", [ctrl("O")];
    /// Keeps this one elsewhere.
    SaveElsewhere in Window: "Save elsewhere…", "Keep this job search in another file",
        [ctrl_shift("S")];
    /// Takes events in.
    Import in Window: "Import", "Take in a table or events from a file", [ctrl("I")];
    /// Writes an export.
    Export in Window: "Export…", "Write this job search in another format", [ctrl("E")];
    /// Shows how letters are written.
    Templates in Window: "Templates", "How your letters are written, and letters of your own",
        [ctrl("T")];
    /// One step back.
    Back in Window: "One step back", "Close what was opened last; what is typed is kept",
        [plain("Escape")];
    /// Makes everything larger.
    Larger in Window: "Larger", "Make words and everything else larger",
        [ctrl("Plus"), ctrl("Equals")];
    /// Makes everything smaller.
    Smaller in Window: "Smaller", "Make words and everything else smaller", [ctrl("Minus")];
    /// Gives everything its usual size.
    UsualSize in Window: "Usual size", "Give everything its usual size", [ctrl("0")];
    /// Shows every widget; only its whole name finds it.
    Gallery in Window: "Gallery", "Every widget in every state", [];
    /// Shows the keys.
    Shortcuts in Window: "Keyboard shortcuts", "The keys and what they do",
        [plain("Questionmark"), plain("F1")];
    /// Closes the window.
    Quit in Window: "Quit", "Close the window; everything is saved", [ctrl("Q")];

    /// Brings what can be filtered by into sight.
    Filter in Board: "Filter", "Show only the cards that stand as you say", [ctrl_shift("F")];
    /// Gives what is shown a name.
    SaveView in Board: "Save this view…", "Keep this filter by a name", [ctrl_shift("V")];
    /// Shows all cards again.
    ShowAll in Board: "Show all", "Show every card again", [ctrl_shift("A")];
    /// Shows what is over, or not.
    Closed in Board: "Show closed", "Unfold what is over, or fold it again", [ctrl("L")];
    /// More cards, or more of each.
    Density in Board: "Compact cards", "More cards with fewer lines, or the other way round",
        [ctrl_shift("D")];

    /// Notes what they wrote or said.
    LogReply in Application: "Log a reply…", "Note what they wrote or said", [ctrl("R")];
    /// Adds an interview.
    AddInterview in Application: "Add an interview…", "Note when you meet them", [ctrl_shift("I")];
    /// Adds a note.
    AddNote in Application: "Add a note…", "Write down anything about it", [ctrl_shift("N")];
    /// Takes the application away.
    Remove in Application: "Remove", "Take it out of the search", [];

    /// From card to card.
    Walk in Card: "Walk from card to card", "Up and down a column, and to the next one",
        [plain("ArrowUp"), plain("ArrowDown"), plain("ArrowLeft"), plain("ArrowRight")];
    /// To the ends of a column.
    Ends in Card: "First and last card of the column", "Go to the ends of the column",
        [plain("Home"), plain("End")];
    /// Takes the card along.
    TakeAlong in Card: "Move the card, and all that are marked",
        "Within its column, or to the next one",
        [
            shift("ArrowUp"), shift("ArrowDown"), shift("ArrowLeft"), shift("ArrowRight"),
            alt("ArrowUp"), alt("ArrowDown"), alt("ArrowLeft"), alt("ArrowRight"),
        ];
    /// Opens the application.
    OpenCard in Card: "Open the application", "Show its panel", [plain("Enter")];
    /// Shows what can be done with the card.
    CardMenu in Card: "What can be done with the card", "Open its menu", [plain("M")];
    /// Marks the card.
    Mark in Card: "Mark the card, to move several", "Mark it, or take its mark away",
        [shift("Space")];
    /// Marks all cards up to this one.
    MarkTo in Card: "Mark all up to this card", "From the card marked last", [ctrl_shift("Space")];
    /// Marks the cards of a column.
    MarkColumn in Card: "Mark every card of the column", "All cards that are shown there",
        [ctrl("A")];

    /// Leads to the next finding of the letter.
    NextFinding in Letter: "Next finding", "Go to what to mend next in the letter", [plain("F8")];
    /// Leads to the one before.
    PreviousFinding in Letter: "Previous finding", "Go back to what to mend before it",
        [shift("F8")];
    /// Mends the finding that was led to.
    MendFinding in Letter: "Mend the finding", "Do what is proposed first for it",
        [ctrl("Period")];
}

impl UserCommand {
    /// Whether the window listens for its keys: the others mean it where they are pressed.
    pub fn is_heard_everywhere(self) -> bool {
        self.group() != Group::Card && self != Self::Back
    }

    /// Its keys in words, where there are too many to be shown one by one.
    pub fn keys_in_words(self) -> Option<&'static str> {
        match self {
            Self::Walk => Some("Arrows"),
            Self::TakeAlong => Some("Alt or Shift + arrows"),
            Self::Ends => Some("Home, End"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_have_the_same_keys() {
        let chords: Vec<_> = UserCommand::ALL
            .iter()
            .flat_map(|command| command.chords())
            .collect();
        for (place, chord) in chords.iter().enumerate() {
            assert!(!chords[place + 1..].contains(chord), "{chord:?}");
        }
    }
}
