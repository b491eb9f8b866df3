use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::is_default;

/// The part of a day in which nothing is told. One that begins later than it ends lasts over
/// midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// From then.
    pub from: NaiveTime,
    /// Until then.
    pub to: NaiveTime,
}

impl QuietHours {
    /// Whether clocks show a quiet time. Hours that end when they begin are none.
    pub fn contain(self, time: NaiveTime) -> bool {
        if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            self.from <= time || time < self.to
        }
    }
}

impl Default for QuietHours {
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self {
            from: hour(22),
            to: hour(7),
        }
    }
}

/// What is told on a day on which nobody is written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnDaysOff {
    /// What would be late or gone on the next working day.
    #[default]
    WhatCannotWait,
    /// The same as on any other day.
    Everything,
    /// Nothing.
    Nothing,
}

macro_rules! kinds {
    ($($variant:ident $name:literal $label:literal;)*) => {
        /// What a reminder is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum ReminderKind {
            $(#[doc = concat!($label, ".")] #[serde(rename = $name)] $variant,)*
        }

        impl ReminderKind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name for people.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }
        }
    };
}

kinds! {
    Interview "interview" "Interviews: what to note and to confirm";
    ThankYou "thank-you" "Thank-yous";
    Answer "answer" "Answers to what they wrote";
    CheckIn "check-in" "Check-ins and calls";
    Offer "offer" "Offers and their deadlines";
    Ending "ending" "Last words, withdrawals and closing";
}

/// How the user wants to be reminded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reminders {
    /// Whether the user wants no notifications at all.
    #[serde(skip_serializing_if = "is_default")]
    pub off: bool,
    /// When nothing is told.
    #[serde(skip_serializing_if = "is_default")]
    pub quiet_hours: Option<QuietHours>,
    /// What is told on days on which nobody is written to.
    #[serde(skip_serializing_if = "is_default")]
    pub on_days_off: OnDaysOff,
    /// What is not told at all.
    #[serde(skip_serializing_if = "is_default")]
    pub silent: Vec<ReminderKind>,
    /// Whether a notification may make a sound.
    #[serde(skip_serializing_if = "is_default")]
    pub sound: bool,
    /// Whether notifications name nobody, as others may see the screen.
    #[serde(skip_serializing_if = "is_default")]
    pub hide_names: bool,
    /// A calendar file that is kept up to date with what is to come.
    #[serde(skip_serializing_if = "is_default")]
    pub calendar: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_last_over_midnight_and_may_be_none() {
        let time = |text: &str| text.parse::<NaiveTime>().unwrap();
        let hours = |from: &str, to: &str| QuietHours {
            from: time(from),
            to: time(to),
        };
        for (quiet, at, contained) in [
            (hours("22:00:00", "07:00:00"), "21:59:59", false),
            (hours("22:00:00", "07:00:00"), "22:00:00", true),
            (hours("22:00:00", "07:00:00"), "00:00:00", true),
            (hours("22:00:00", "07:00:00"), "07:00:00", false),
            (hours("12:00:00", "13:00:00"), "12:30:00", true),
            (hours("12:00:00", "13:00:00"), "13:00:00", false),
            (hours("08:00:00", "08:00:00"), "08:00:00", false),
        ] {
            assert_eq!(quiet.contain(time(at)), contained, "{quiet:?} {at}");
        }
    }
}
