//! What letters are posted in: envelopes, and sheets of labels.

use crate::coded::coded;

coded! {
    /// An envelope, by its name in the shop.
    pub enum EnvelopeSize {
        /// The long one of offices, for a letter folded in three.
        Long = "long" => "Panjang (110 × 230 mm)",
        /// DL, for an A4 folded in three.
        Dl = "dl" => "DL (110 × 220 mm)",
        /// C5, for a letter folded once.
        C5 = "c5" => "C5 (162 × 229 mm)",
    }
}

impl EnvelopeSize {
    /// Height and length in millimetres, as it lies with its flap above.
    pub fn millimetres(self) -> (f32, f32) {
        match self {
            Self::Long => (110.0, 230.0),
            Self::Dl => (110.0, 220.0),
            Self::C5 => (162.0, 229.0),
        }
    }
}

coded! {
    /// A sheet of labels to tear off, always an A4.
    pub enum LabelSheet {
        /// Three columns of eight.
        Small = "small" => "24 label (3 × 8, 70 × 37 mm)",
        /// Two columns of seven.
        Large = "large" => "14 label (2 × 7, 99,1 × 38,1 mm)",
    }
}

impl LabelSheet {
    /// How many labels stand beside and below each other.
    pub fn grid(self) -> (u8, u8) {
        match self {
            Self::Small => (3, 8),
            Self::Large => (2, 7),
        }
    }

    /// How many labels there are, counted from the upper left, row by row.
    pub fn places(self) -> u8 {
        let (columns, rows) = self.grid();
        columns * rows
    }

    /// Width and height of a label in millimetres.
    pub fn label_millimetres(self) -> (f32, f32) {
        match self {
            Self::Small => (70.0, 37.0),
            Self::Large => (99.1, 38.1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_reaches_beyond_an_a4() {
        for sheet in LabelSheet::ALL {
            let ((columns, rows), (width, height)) = (sheet.grid(), sheet.label_millimetres());
            assert!(f32::from(columns) * width <= 210.0 && f32::from(rows) * height <= 297.0, "{}", sheet.label());
        }
    }
}
