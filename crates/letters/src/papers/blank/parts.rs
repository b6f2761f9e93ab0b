//! What empty forms are made of.

use crate::layout::Piece;

/// From one line to the next where a pen writes, in points: eight millimetres.
pub(super) const PITCH: f32 = 22.7;

/// Where, and a date to be written in.
pub(super) fn place_and_date(place: &str) -> String {
    format!("{place}, ………………………… 20……")
}

/// Lines to write on.
pub(super) fn lines(count: usize) -> Vec<Piece> {
    (0..count).map(|_| Piece::filled(None)).collect()
}

/// The digits of a NIK, a box each.
pub(super) fn nik() -> Vec<Piece> {
    vec![Piece::digits(16)]
}

/// Alternatives of which one is ticked with a pen.
pub(super) fn ticks<'a>(labels: impl IntoIterator<Item = &'a str>) -> Vec<Piece> {
    vec![Piece::choices(labels.into_iter().map(|label| (false, label)))]
}
