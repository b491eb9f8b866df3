use serde::{Deserialize, Serialize};

use super::is_default;

/// Who signs the letters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The user's name as letters are signed.
    pub name: String,
    /// The words above the name, such as “Kind regards”.
    pub sign_off: String,
    /// Further lines below the name.
    #[serde(skip_serializing_if = "is_default")]
    pub signature: Vec<String>,
    /// Telephone number.
    #[serde(skip_serializing_if = "is_default")]
    pub phone: String,
    /// LinkedIn profile.
    #[serde(skip_serializing_if = "is_default")]
    pub linkedin: String,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            name: String::new(),
            sign_off: "Kind regards".to_owned(),
            signature: Vec::new(),
            phone: String::new(),
            linkedin: String::new(),
        }
    }
}

/// Something the user did, told once and offered for every letter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Achievement {
    /// Where it was.
    #[serde(rename = "at")]
    pub place: String,
    /// What was done.
    pub what: String,
    /// What came of it.
    pub result: String,
}
