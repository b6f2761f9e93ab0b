//! How papers are printed on this computer, and what letters are posted in.

use crate::views::Choice;
use serde::{Deserialize, Serialize};

/// How a kind of paper is printed on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrintWay {
    /// The printer by its name; none: the one this computer uses when none is named.
    pub printer: Option<String>,
    /// How often each paper is printed (*rangkap*), from 1 to 9.
    pub sheets: u8,
    /// Whether both sides of the paper are used.
    pub both_sides: bool,
    /// The tray, as the printer names it; none: the printer chooses.
    pub tray: Option<String>,
    /// The size the printer is told, as it names it; none: that of the paper itself.
    pub size: Option<String>,
    /// How far everything is moved to the right, in tenths of a millimetre, from −200 to 200.
    pub right: i16,
    /// How far it is moved down, in tenths of a millimetre, from −200 to 200.
    pub down: i16,
}

impl Default for PrintWay {
    fn default() -> Self {
        Self { printer: None, sheets: 1, both_sides: false, tray: None, size: None, right: 0, down: 0 }
    }
}

/// The same as it is typed; what is empty is as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PrintWayForm {
    /// Name of the printer.
    pub printer: String,
    /// How often each paper is printed.
    pub sheets: String,
    /// Whether both sides are used.
    pub both_sides: bool,
    /// The tray.
    pub tray: String,
    /// The size the printer is told.
    pub size: String,
    /// To the right, in millimetres.
    pub right: String,
    /// Down, in millimetres.
    pub down: String,
}

/// How a kind of paper is printed, as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PrintWayView {
    /// Code of the kind.
    pub kind: String,
    /// Its name.
    pub label: String,
    /// Whether it was set for this kind; otherwise it is printed as all papers are.
    pub own: bool,
    /// How often each paper is printed, unless it is said otherwise.
    pub sheets: u8,
    /// As it would be typed.
    pub form: PrintWayForm,
    /// In words.
    pub told: String,
}

/// What a printer can do, as far as the system knows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PrinterAbilities {
    /// Its name.
    pub printer: String,
    /// Its trays; none where they are not known.
    pub trays: Vec<Choice>,
    /// The sizes it knows by name; none where they are not known.
    pub sizes: Vec<Choice>,
    /// Whether it takes any size, told in millimetres.
    pub any_size: bool,
    /// Whether it prints on both sides.
    pub both_sides: bool,
}

/// What the letters of a request can be posted in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PostChoices {
    /// Envelopes.
    pub envelopes: Vec<Choice>,
    /// Sheets of labels.
    pub labels: Vec<LabelChoice>,
}

/// A sheet of labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct LabelChoice {
    /// Stable code.
    pub code: String,
    /// What people read.
    pub label: String,
    /// How many labels it has.
    pub places: u8,
}
