//! Word to the applicant: its text, and the ways to give it.

use serde::Serialize;

/// What the applicant is told, ready to be sent by the officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TidingsView {
    /// The text.
    pub text: String,
    /// The ways to send it.
    pub links: Vec<TidingsLink>,
}

/// A way to send the text to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TidingsLink {
    /// The way, by its code in the form that notes it.
    pub way: String,
    /// The way.
    pub label: String,
    /// Whom it reaches, and under which number or address.
    pub whom: String,
    /// Why it cannot be taken; none where it can.
    pub why_not: Option<String>,
    /// The link to be read off the screen by a telephone.
    pub qr: Option<QrDrawing>,
}

/// A code to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct QrDrawing {
    /// Modules a side, without the quiet zone.
    pub side: u16,
    /// The dark modules as a path of SVG, one unit a module.
    pub path: String,
}
