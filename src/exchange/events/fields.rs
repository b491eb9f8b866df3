use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;
use serde_json::value::RawValue;

use super::EventError;
use crate::model::{Scenario, Unknown};
use crate::time::{When, Zone, parse_day};

/// The fields of one line. Reading a field takes it away, so that what is left at the end is what
/// this version does not know. `null` stands for a field that is not there.
pub(super) struct Fields {
    line: usize,
    zone: Zone,
    values: BTreeMap<String, Box<RawValue>>,
}

type Result<T> = std::result::Result<T, EventError>;

impl Fields {
    pub(super) fn read(line: usize, text: &str, zone: Zone) -> Result<Self> {
        serde_json::from_str(text)
            .map(|values| Self { line, zone, values })
            .map_err(|error| EventError::NoObject {
                line,
                why: in_one_line(&error),
            })
    }

    /// What nobody asked for.
    pub(super) fn unknown(self) -> Unknown {
        self.values
            .into_iter()
            .map(|(name, value)| (name, value.get().to_owned()))
            .collect()
    }

    pub(super) fn missing(&self, field: &str, expected: &str) -> EventError {
        EventError::Missing {
            line: self.line,
            field: field.to_owned(),
            expected: expected.to_owned(),
        }
    }

    pub(super) fn unfit(&self, field: &str, expected: &str, found: &str) -> EventError {
        EventError::Unfit {
            line: self.line,
            field: field.to_owned(),
            expected: expected.to_owned(),
            found: cut(found),
        }
    }

    /// Whether the field is there at all, be it `null`.
    pub(super) fn has(&self, field: &str) -> bool {
        self.values.contains_key(field)
    }

    /// The field's value as `fit` understands it; an error that says what was expected otherwise.
    fn optional<T>(
        &mut self,
        field: &str,
        expected: &str,
        fit: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<Option<T>> {
        let Some(raw) = self.values.remove(field) else {
            return Ok(None);
        };
        let fitting = match serde_json::from_str(raw.get()) {
            Ok(Value::Null) => return Ok(None),
            Ok(value) => fit(&value),
            Err(_) => None,
        };
        match fitting {
            Some(value) => Ok(Some(value)),
            None => Err(self.unfit(field, expected, raw.get())),
        }
    }

    fn required<T>(
        &mut self,
        field: &str,
        expected: &str,
        fit: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<T> {
        self.optional(field, expected, fit)?
            .ok_or_else(|| self.missing(field, expected))
    }

    /// A text that must be there, be it empty.
    pub(super) fn text(&mut self, field: &str) -> Result<String> {
        self.required(field, TEXT, |value| value.as_str().map(str::to_owned))
    }

    pub(super) fn optional_text(&mut self, field: &str) -> Result<Option<String>> {
        self.optional(field, TEXT, |value| value.as_str().map(str::to_owned))
    }

    /// A text that must be there and say something.
    pub(super) fn name(&mut self, field: &str) -> Result<String> {
        self.required(field, "a text that is not empty", name)
    }

    /// A name that may be missing or empty, which mean the same.
    pub(super) fn optional_name(&mut self, field: &str) -> Result<Option<String>> {
        Ok(self
            .optional_text(field)?
            .filter(|text| !text.trim().is_empty()))
    }

    pub(super) fn names(&mut self, field: &str) -> Result<Vec<String>> {
        self.optional_names(field)?
            .ok_or_else(|| self.missing(field, NAMES))
    }

    pub(super) fn optional_names(&mut self, field: &str) -> Result<Option<Vec<String>>> {
        self.optional(field, NAMES, |value| {
            value.as_array()?.iter().map(name).collect()
        })
    }

    /// A text, or a number, which becomes one.
    pub(super) fn label(&mut self, field: &str) -> Result<Option<String>> {
        let label = self.optional(field, "a number or a text", |value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        })?;
        Ok(label.filter(|label| !label.is_empty()))
    }

    pub(super) fn flag(&mut self, field: &str) -> Result<Option<bool>> {
        self.optional(field, "true or false", Value::as_bool)
    }

    /// A whole number of at least `least`.
    pub(super) fn optional_count(&mut self, field: &str, least: u32) -> Result<Option<u32>> {
        let expected = format!("a whole number from {least}");
        self.optional(field, &expected, |value| {
            u32::try_from(value.as_u64()?)
                .ok()
                .filter(|count| *count >= least)
        })
    }

    pub(super) fn count(&mut self, field: &str, least: u32) -> Result<u32> {
        self.optional_count(field, least)?
            .ok_or_else(|| self.missing(field, &format!("a whole number from {least}")))
    }

    pub(super) fn optional_day(&mut self, field: &str) -> Result<Option<NaiveDate>> {
        self.optional(field, DAY, |value| parse_day(value.as_str()?).ok())
    }

    pub(super) fn day(&mut self, field: &str) -> Result<NaiveDate> {
        self.required(field, DAY, |value| parse_day(value.as_str()?).ok())
    }

    pub(super) fn optional_when(&mut self, field: &str) -> Result<Option<When>> {
        let zone = self.zone;
        self.optional(field, WHEN, |value| When::parse(value.as_str()?, zone).ok())
    }

    pub(super) fn when(&mut self, field: &str) -> Result<When> {
        self.optional_when(field)?
            .ok_or_else(|| self.missing(field, WHEN))
    }

    /// A moment whose hour is known: an interview's start.
    pub(super) fn start(&mut self, field: &str) -> Result<When> {
        match self.when(field)? {
            When::Day(day) => Err(self.unfit(
                field,
                "an interview's start with its hour, such as 2026-11-23T14:00",
                &day.to_string(),
            )),
            start @ When::Moment(_) => Ok(start),
        }
    }

    /// One of `all`, by its name.
    pub(super) fn optional_choice<T: Copy>(
        &mut self,
        field: &str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>> {
        let expected = one_of(all, &name);
        self.optional(field, &expected, |value| {
            let wanted = value.as_str()?;
            all.iter().copied().find(|choice| name(*choice) == wanted)
        })
    }

    /// One of ours, or one of the user's own, known here or not.
    pub(super) fn scenario(&mut self, field: &str) -> Result<Scenario> {
        let expected = one_of(Scenario::ALL, Scenario::name);
        self.required(field, &expected, |value| value.as_str()?.parse().ok())
    }

    pub(super) fn choice<T: Copy>(
        &mut self,
        field: &str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Result<T> {
        self.optional_choice(field, all, &name)?
            .ok_or_else(|| self.missing(field, &one_of(all, name)))
    }
}

const TEXT: &str = "a text";
const NAMES: &str = "a list of names, such as [\"Dana Wu\"]";
const DAY: &str = "a day of the calendar, as in 2026-11-23";
const WHEN: &str = "a day of the calendar (2026-11-23), a local time (2026-11-23T14:00) or a time \
                    with its offset (2026-11-23T14:00:00+01:00)";

fn name(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    (!text.trim().is_empty()).then(|| text.to_owned())
}

fn one_of<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> String {
    let names: Vec<_> = all.iter().map(|choice| name(*choice)).collect();
    format!("one of {}", names.join(", "))
}

/// A value that is long enough to recognise, and no longer.
fn cut(text: &str) -> String {
    const ENOUGH: usize = 60;
    match text.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}

/// The reader counts lines within the text it got, which is always line 1.
fn in_one_line(error: &serde_json::Error) -> String {
    error
        .to_string()
        .replace(" at line 1 column", ", column")
        .replace("a map", "an object")
}
