//! A filled form while it is read.

use std::cell::RefCell;
use std::collections::BTreeSet;

use loket_domain::problem::Refused;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::DeskError;
use crate::kernel::slip::Slip;
use crate::views::action::{FieldValue, Filled};

/// The boxes of a filled form, and which of them were read. One that nobody reads has another name in the form than in what
/// becomes of it: what was typed there would be lost, so the step is not taken.
pub(crate) struct Boxes<'a> {
    filled: &'a Filled,
    read: RefCell<BTreeSet<String>>,
}

impl<'a> Boxes<'a> {
    pub(crate) fn of(filled: &'a Filled) -> Self {
        Self { filled, read: RefCell::default() }
    }

    /// The content of a box; none for one that was not asked.
    pub(crate) fn get(&self, name: &str) -> Option<&'a FieldValue> {
        self.read.borrow_mut().insert(name.to_owned());
        self.filled.get(name)
    }

    /// The text in a box, looked at and left to whoever reads it.
    pub(crate) fn peek(&self, name: &str) -> &'a str {
        if let Some(FieldValue::Text(text)) = self.filled.get(name) { text } else { "" }
    }

    /// The boxes that were not read yet.
    pub(crate) fn rest(&self) -> impl Iterator<Item = (&'a str, &'a FieldValue)> {
        let read = self.read.borrow();
        let unread: Vec<_> = self.filled.iter().filter(|(name, _)| !read.contains(*name)).collect();
        unread.into_iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The boxes of the part of a form whose names begin with `prefix`, by the rest of their names.
    pub(crate) fn part(&self, prefix: &str) -> Filled {
        let own =
            self.filled.iter().filter_map(|(name, value)| Some((name, name.strip_prefix(prefix)?.to_owned(), value.clone())));
        own.map(|(name, rest, value)| {
            self.read.borrow_mut().insert(name.clone());
            (rest, value)
        })
        .collect()
    }

    /// Every box was read.
    ///
    /// # Errors
    /// [`DeskError::Slip`] for one that was not.
    pub(crate) fn all_read(&self) -> Result<(), DeskError> {
        if self.rest().next().is_some() { Err(Slip::alone("box").into()) } else { Ok(()) }
    }
}

/// The form as the core's own type, which must know every box that was not read by itself before.
///
/// # Errors
/// [`Refused::NotNow`] for a box of another shape than its field, [`DeskError::Slip`] for one that is no field.
pub(crate) fn read<T: DeserializeOwned + Serialize>(form: &Boxes<'_>) -> Result<T, DeskError> {
    let value = serde_json::to_value(form.filled).map_err(DeskError::slip("form"))?;
    let input: T = serde_json::from_value(value).map_err(misread)?;
    let known = serde_json::to_value(&input).map_err(DeskError::slip("form"))?;
    let fields = known.as_object().into_iter().flat_map(serde_json::Map::keys).cloned();
    form.read.borrow_mut().extend(fields);
    form.all_read()?;
    Ok(input)
}

/// The parser names a place in a form that nobody sees; the officer looks at the boxes.
fn misread(_: serde_json::Error) -> DeskError {
    Refused::NotNow("Ada isian yang bentuknya keliru, misalnya huruf di kotak angka; periksa lagi.").into()
}

/// The text typed in one box.
pub(crate) fn typed(form: &Boxes<'_>, name: &str) -> String {
    match form.get(name) {
        Some(FieldValue::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

/// What was ticked or listed in one box.
pub(crate) fn ticked(form: &Boxes<'_>, name: &str) -> Vec<String> {
    match form.get(name) {
        Some(FieldValue::Many(many)) => many.clone(),
        _ => vec![],
    }
}

/// The whole number in one box, where it is none below zero.
pub(crate) fn counted(form: &Boxes<'_>, name: &str) -> Option<u32> {
    match form.get(name) {
        Some(FieldValue::Number(number)) => u32::try_from(*number).ok(),
        _ => None,
    }
}

/// Whether one box was ticked; none when it was not asked.
pub(crate) fn said_yes(form: &Boxes<'_>, name: &str) -> Option<bool> {
    match form.get(name) {
        Some(FieldValue::Yes(yes)) => Some(*yes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Default, Serialize, Deserialize)]
    #[serde(default)]
    struct Head {
        number: String,
    }

    #[derive(Default, Serialize, Deserialize)]
    #[serde(default)]
    struct Input {
        #[serde(flatten)]
        head: Head,
        note: String,
    }

    fn filled(names: &[&str]) -> Filled {
        names.iter().map(|name| ((*name).to_owned(), FieldValue::Text("isi".into()))).collect()
    }

    #[test]
    fn a_box_with_another_name_than_its_field_is_a_slip_and_no_empty_answer() {
        let right = filled(&["number", "note"]);
        let input: Input = read(&Boxes::of(&right)).unwrap_or_default();
        assert_eq!((input.head.number.as_str(), input.note.as_str()), ("isi", "isi"));
        for wrong in [filled(&["numbre", "note"]), filled(&["number", "notes"])] {
            assert!(matches!(read::<Input>(&Boxes::of(&wrong)), Err(DeskError::Slip(_))));
        }
    }

    #[test]
    fn boxes_that_are_read_one_by_one_must_all_be_read() {
        let asked = filled(&["on", "reason"]);
        let form = Boxes::of(&asked);
        assert_eq!(typed(&form, "on"), "isi");
        assert!(form.all_read().is_err());
        assert_eq!(typed(&form, "reason"), "isi");
        assert!(form.all_read().is_ok());
    }
}
