use serde::{Deserialize, Serialize};

use super::is_default;
use crate::time::When;

/// A file or a page of the web that belongs to an application: a CV as it was sent, a contract.
/// Only its place is kept, never what is in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Where it is: a path, or an address that begins with `http`. A path that is not absolute
    /// starts at the folder of the job search. Within one application it is what tells them apart.
    pub place: String,
    /// What the user calls it; empty where its place says enough.
    #[serde(skip_serializing_if = "is_default")]
    pub name: String,
    /// When it was attached.
    #[serde(skip_serializing_if = "is_default")]
    pub since: Option<When>,
}

impl Document {
    /// What it is called: by the user, else the last part of its place.
    pub fn label(&self) -> &str {
        if !self.name.trim().is_empty() {
            return &self.name;
        }
        if self.is_link() {
            return self.place.split_once("://").map_or("", |(_, rest)| rest);
        }
        let last = self.place.rsplit(['/', '\\']).find(|part| !part.is_empty());
        last.unwrap_or(&self.place)
    }

    /// Whether it is a page of the web.
    pub fn is_link(&self) -> bool {
        let place = self.place.to_ascii_lowercase();
        place.starts_with("https://") || place.starts_with("http://")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_called_by_its_name_or_its_place() {
        let at = |place: &str, name: &str| Document {
            place: place.to_owned(),
            name: name.to_owned(),
            since: None,
        };
        for (document, label, link) in [
            (at("/home/kim/cv.pdf", ""), "cv.pdf", false),
            (at("C:\\Users\\Kim\\cv.pdf", ""), "cv.pdf", false),
            (at("cv.pdf", "My CV"), "My CV", false),
            (at("HTTPS://a.example/x", ""), "a.example/x", true),
            (at("/", ""), "/", false),
        ] {
            assert_eq!((document.label(), document.is_link()), (label, link));
        }
    }
}
