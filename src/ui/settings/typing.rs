//! Fields that take effect when they are left.

use std::collections::BTreeMap;

use egui::{Response, Ui};
use serde::{Deserialize, Serialize};

/// What is typed and did not take effect yet, by the field's name.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Typing {
    texts: BTreeMap<String, Text>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Text {
    typed: String,
    /// Why it did not take effect when the field was left.
    #[serde(skip)]
    wrong: Option<&'static str>,
}

impl Typing {
    /// Shows a field that stands at `value`. What `read` makes of the text is returned once, when
    /// the field is left; what it refuses stays in the field, with the reason beneath.
    pub(super) fn field<T>(
        &mut self,
        ui: &mut Ui,
        key: &str,
        value: &str,
        read: impl FnOnce(&str) -> Result<T, &'static str>,
        show: impl FnOnce(&mut Ui, &mut String, Option<&'static str>) -> Response,
    ) -> Option<T> {
        let known = self.texts.get(key);
        let wrong = known.and_then(|text| text.wrong);
        let mut typed = known.map_or_else(|| value.to_owned(), |text| text.typed.clone());
        let response = show(ui, &mut typed, wrong);
        if response.changed() {
            let text = Text { typed, wrong };
            self.texts.insert(key.to_owned(), text);
            return None;
        }
        // Also what was typed before another view was opened by key.
        if response.has_focus()
            || !self.texts.contains_key(key)
            || wrong.is_some() && !response.lost_focus()
        {
            return None;
        }
        match read(&typed) {
            Ok(read) => {
                self.texts.remove(key);
                (typed != value).then_some(read)
            }
            Err(why) => {
                let wrong = Some(why);
                self.texts.insert(key.to_owned(), Text { typed, wrong });
                None
            }
        }
    }

    /// Forgets what was typed into the fields whose names begin so: they mean something else now.
    pub(super) fn forget(&mut self, prefix: &str) {
        self.texts.retain(|key, _| !key.starts_with(prefix));
    }
}

/// Any text will do, without white space around it.
pub(super) fn any(text: &str) -> Result<String, &'static str> {
    Ok(text.trim().to_owned())
}
