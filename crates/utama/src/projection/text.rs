//! Text that every database keeps.

/// A desk may claim any text; PostgreSQL keeps none with a NUL, and no page or feed can show one.
pub(super) fn keepable(text: &str) -> String {
    text.replace('\0', "\u{FFFD}")
}
