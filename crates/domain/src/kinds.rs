//! How the kinds of a list of changes are named in the journal.

/// Names the kinds of a list of changes as they are stored. The compiler asks for a kind that is missing.
macro_rules! kinds {
    ($changes:ident: $($variant:ident = $kind:literal),+ $(,)?) => {
        impl $changes {
            /// Every kind, as it is stored.
            pub const KINDS: &[&str] = &[$($kind),+];

            /// The kind of this change, as it is stored.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $kind),+ }
            }
        }
    };
}
pub(crate) use kinds;
