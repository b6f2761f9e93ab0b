//! Everything that can ever happen: the sum of what happens to each noun.
//!
//! Each noun lists its own changes beside its state, in the past tense. Kinds are only added. A field is only added with
//! `#[serde(default)]`, so that an entry written ten years ago still reads. What belongs to several nouns stands where it is folded:
//! files and moved deadlines with the request, packs in force and accounts with the office, a printed paper by itself.

use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::Value;

pub use crate::classification::ClassificationChange;
pub use crate::dip::CatalogueChange;
pub use crate::objection::ObjectionChange;
pub use crate::office::OfficeChange;
pub use crate::old_book::OldBookChange;
pub use crate::pack::PackChange;
pub use crate::paper::PaperChange;
pub use crate::question::QuestionChange;
pub use crate::report::ReportChange;
pub use crate::request::RequestChange;
pub use crate::survey::SurveyChange;
use crate::words::Words;

/// The change of one noun was asked for, and it is of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a change of another noun")]
pub struct OfAnotherNoun;

macro_rules! sum {
    ($($(#[$doc:meta])* $noun:ident($changes:ident)),+ $(,)?) => {
        /// One thing that happened. In the journal it is the change of its noun, by its `kind`.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        #[allow(clippy::large_enum_variant)] // The large variants are nearly all of them.
        pub enum Change { $($(#[$doc])* $noun($changes)),+ }

        $(impl From<$changes> for Change {
            fn from(change: $changes) -> Self {
                Self::$noun(change)
            }
        })+

        $(impl<'a> TryFrom<&'a Change> for &'a $changes {
            type Error = OfAnotherNoun;

            fn try_from(change: &'a Change) -> Result<Self, OfAnotherNoun> {
                if let Change::$noun(change) = change { Ok(change) } else { Err(OfAnotherNoun) }
            }
        })+

        impl Change {
            /// Every kind this version knows, as it is stored.
            pub fn kinds() -> impl Iterator<Item = &'static str> {
                [$($changes::KINDS),+].into_iter().flatten().copied()
            }

            /// The kind of this change, as it is stored.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$noun(change) => change.kind()),+ }
            }

            /// What happened, in words: those of its noun.
            pub fn words(&self) -> Words {
                match self { $(Self::$noun(change) => change.words()),+ }
            }

            /// Reads a stored change: its kind tells the noun, the noun reads the rest.
            ///
            /// # Errors
            /// When the kind is unknown, or what it needs is missing or of the wrong shape.
            pub fn read(stored: &Value) -> Result<Self, serde_json::Error> {
                let kind = stored.get("kind").and_then(Value::as_str).unwrap_or_default();
                $(if $changes::KINDS.contains(&kind) {
                    return $changes::deserialize(stored).map(Self::$noun);
                })+
                Err(de::Error::custom(format_args!("unknown kind of change `{kind}`")))
            }
        }
    };
}

sum! {
    /// An office.
    Office(OfficeChange),
    /// A request.
    Request(RequestChange),
    /// An objection or its dispute.
    Objection(ObjectionChange),
    /// A consequence test or classification.
    Classification(ClassificationChange),
    /// A question between an office and PPID Utama.
    Question(QuestionChange),
    /// An item of the catalogue.
    Catalogue(CatalogueChange),
    /// An answer to the survey.
    Survey(SurveyChange),
    /// A request of the book that was kept before this program.
    OldBook(OldBookChange),
    /// A yearly report.
    Report(ReportChange),
    /// A pack of PPID Utama that came in.
    Pack(PackChange),
    /// A paper of any of them.
    Paper(PaperChange),
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(&Value::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}
