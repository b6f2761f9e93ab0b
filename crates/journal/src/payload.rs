//! The content of an entry: JSON, so that it can still be read in ten years with nothing but patience.

use chrono::NaiveDateTime;
use loket_domain::change::Change;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What an entry says. The salt keeps a hash from betraying a guessable content after the payload is erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payload {
    /// 16 random bytes in hexadecimal.
    pub salt: String,
    /// Date and time on the office's wall clock; civil, never through UTC.
    pub at: NaiveDateTime,
    change: Value,
}

/// A change as this version reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant)] // The large variant is nearly every one.
pub enum Recorded {
    /// A change this version knows.
    Known(Change),
    /// A change of a kind that only a newer version knows: kept, carried on, not applied.
    Newer {
        /// The name of its kind, at most 60 characters.
        kind: String,
    },
    /// A change of a kind this version knows whose content does not read, or of no kind at all: kept to the byte, carried on,
    /// never applied, and work for a person. A closed list whose values grow must so grow with a new kind.
    Damaged {
        /// The name of its kind; empty where it has none.
        kind: String,
        /// What does not read, in the words of the decoder. It may repeat what was written, so it is not for the screens of
        /// others.
        why: String,
    },
}

/// A payload that is not one.
#[derive(Debug, thiserror::Error)]
#[error("the payload of an entry cannot be read")]
pub struct PayloadFault(#[from] serde_json::Error);

impl Payload {
    /// The content of a new entry.
    ///
    /// # Errors
    /// [`PayloadFault`] when the change cannot be written as JSON; no change of this version is such.
    pub fn new(salt: [u8; 16], at: NaiveDateTime, change: &Change) -> Result<Self, PayloadFault> {
        let salt = salt.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { salt, at, change: serde_json::to_value(change)? })
    }

    /// What stands in for bytes that are no payload: a damaged change of no kind, at no time.
    pub fn illegible() -> Self {
        Self { salt: String::new(), at: NaiveDateTime::default(), change: Value::Null }
    }

    /// The bytes that are stored, hashed and sent.
    ///
    /// # Errors
    /// As [`Payload::new`].
    pub fn write(&self) -> Result<Vec<u8>, PayloadFault> {
        Ok(serde_json::to_vec(self)?)
    }

    /// Reads stored bytes.
    ///
    /// # Errors
    /// [`PayloadFault`] when they are not a payload at all. A change of an unknown kind, or one that is damaged, is no error.
    pub fn read(bytes: &[u8]) -> Result<Self, PayloadFault> {
        Ok(serde_json::from_slice(bytes)?)
    }

    /// The change, as far as this version knows its kind. The kind is looked up before its fields are read, so that damage is
    /// never taken for what a newer version wrote.
    pub fn recorded(&self) -> Recorded {
        let Some(kind) = self.change.get("kind").and_then(Value::as_str) else {
            return Recorded::Damaged { kind: String::new(), why: "no kind".to_owned() };
        };
        if !Change::kinds().any(|known| known == kind) {
            return Recorded::Newer { kind: kind.chars().take(60).collect() };
        }
        match Change::read(&self.change) {
            Ok(change) => Recorded::Known(change),
            Err(why) => Recorded::Damaged { kind: kind.to_owned(), why: why.to_string() },
        }
    }
}
