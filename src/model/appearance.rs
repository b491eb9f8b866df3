use serde::{Deserialize, Serialize};

use super::is_default;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Paper and ink.
    Light,
    /// For the evening.
    Dark,
}

/// How much room the cards of the board take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Density {
    /// Everything that a card has to say.
    #[default]
    Comfortable,
    /// In fewer lines, so that more cards can be seen.
    Compact,
}

impl Density {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    /// Its name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }
}

/// Whether what appears or changes may move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// As the system is set.
    #[default]
    System,
    /// Short movements, always.
    Full,
    /// Never.
    None,
}

/// How the window looks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Appearance {
    /// Light or dark.
    #[serde(skip_serializing_if = "is_default")]
    pub theme: Theme,
    /// How much room cards take.
    #[serde(skip_serializing_if = "is_default")]
    pub density: Density,
    /// The size of everything, in percent of the usual one; see [`Appearance::zoom`].
    #[serde(skip_serializing_if = "is_usual")]
    pub text_percent: u16,
    /// Whether things may move.
    #[serde(skip_serializing_if = "is_default")]
    pub motion: Motion,
}

impl Default for Appearance {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            density: Density::default(),
            text_percent: USUAL,
            motion: Motion::default(),
        }
    }
}

/// The usual size, in percent.
const USUAL: u16 = 100;

fn is_usual(percent: &u16) -> bool {
    *percent == USUAL
}

impl Appearance {
    /// The sizes that are offered, in percent.
    pub const TEXT_PERCENTS: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

    /// How much larger than usual everything is. What a file says beyond the sizes that are
    /// offered is taken for the nearest of them.
    pub fn zoom(&self) -> f32 {
        f32::from(self.text_percent.clamp(80, 200)) / 100.0
    }

    /// The next size up, if there is one.
    pub fn larger(&self) -> Option<Self> {
        let next = Self::TEXT_PERCENTS
            .into_iter()
            .find(|size| *size > self.text_percent);
        next.map(|size| self.with_text(size))
    }

    /// The next size down, if there is one.
    pub fn smaller(&self) -> Option<Self> {
        let mut sizes = Self::TEXT_PERCENTS.into_iter().rev();
        let next = sizes.find(|size| *size < self.text_percent);
        next.map(|size| self.with_text(size))
    }

    /// The usual size, if it is another now.
    pub fn usual(&self) -> Option<Self> {
        (self.text_percent != USUAL).then(|| self.with_text(USUAL))
    }

    fn with_text(&self, text_percent: u16) -> Self {
        Self {
            text_percent,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_goes_up_and_down_in_steps_and_stops_at_the_ends() {
        let usual = Appearance::default();
        assert_eq!(usual.larger().map(|a| a.text_percent), Some(110));
        assert_eq!(usual.smaller().map(|a| a.text_percent), Some(90));
        assert_eq!(usual.usual(), None);
        let [least, .., most] = Appearance::TEXT_PERCENTS;
        assert_eq!(usual.with_text(most).larger(), None);
        assert_eq!(usual.with_text(least).smaller(), None);
        assert_eq!(
            usual.with_text(130).smaller().map(|a| a.text_percent),
            Some(125)
        );
        assert_eq!(usual.with_text(most).usual(), Some(usual));
    }
}
