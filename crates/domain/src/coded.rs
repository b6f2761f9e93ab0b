//! One way to write a closed list that people read and machines store.

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
