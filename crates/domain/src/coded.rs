//! One way to write a closed list that people read and machines store.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

/// Declares an enum whose every value has a stable code (store, form) and an Indonesian label (screen, paper).
#[macro_export]
macro_rules! closed_list {
    (
        $(#[$outer:meta])*
        pub enum $name:ident { $( $(#[$inner:meta])* $variant:ident = $code:literal => $label:expr ),+ $(,)? }
    ) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$inner])* $variant ),+ }

        impl $name {
            /// Every value, in the order people list them.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            /// The stable code that is stored and used by forms.
            pub fn code(self) -> &'static str {
                match self { $( Self::$variant => $code ),+ }
            }

            /// What people read.
            pub fn label(self) -> &'static str {
                match self { $( Self::$variant => $label ),+ }
            }

            /// The value with this code, if there is one.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

/// A closed list that also stands in the journal and in the window's types, by its code.
macro_rules! coded {
    (
        $(#[$outer:meta])*
        pub enum $name:ident { $( $(#[$inner:meta])* $variant:ident = $code:literal => $label:expr ),+ $(,)? }
    ) => {
        $crate::closed_list! {
            $(#[$outer])*
            #[derive(serde::Serialize, serde::Deserialize)]
            #[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
            pub enum $name { $( $(#[$inner])* #[serde(rename = $code)] $variant = $code => $label ),+ }
        }
    };
}
pub(crate) use coded;

/// Reads a code that stands beside an older one, of a list that a later version may have lengthened. One that is not known here
/// reads as none: the older code beside it says the nearest that every version knows.
pub(crate) fn known<'de, D: Deserializer<'de>, T: DeserializeOwned>(stored: D) -> Result<Option<T>, D::Error> {
    let stored = Option::<serde_json::Value>::deserialize(stored)?;
    Ok(stored.and_then(|stored| serde_json::from_value(stored).ok()))
}

/// The same for a code that stands alone and has a usual value.
pub(crate) fn known_or_usual<'de, D: Deserializer<'de>, T: DeserializeOwned + Default>(stored: D) -> Result<T, D::Error> {
    known(stored).map(Option::unwrap_or_default)
}

/// A list that older versions know, and the finer one beside it: read by either's code, told by the finer label.
macro_rules! finer {
    ($coarse:ident, $fine:ident) => {
        impl $coarse {
            /// The value with this code, and the finer one where it is of that list.
            pub fn with_finer(code: &str) -> Option<(Self, Option<$fine>)> {
                let fine = $fine::from_code(code);
                fine.map(|fine| (fine.nearest(), Some(fine))).or_else(|| Some((Self::from_code(code)?, None)))
            }

            /// Code and label of every value of both lists, as a form offers them.
            pub fn with_finer_labels() -> impl Iterator<Item = (&'static str, &'static str)> {
                let coarse = Self::ALL.iter().map(|value| (value.code(), value.label()));
                coarse.chain($fine::ALL.iter().map(|value| (value.code(), value.label())))
            }
        }
    };
}
pub(crate) use finer;
