//! QR codes as modules to be drawn.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::press_error::PressError;

/// The dark modules of a QR code.
#[derive(Debug)]
pub struct Qr {
    /// Modules a side, without the quiet zone.
    pub side: u16,
    /// Dark stretches: row, first column, number of modules.
    pub stretches: Vec<(u16, u16, u16)>,
}

fn too_long(cause: impl std::error::Error + Send + Sync + 'static) -> PressError {
    PressError::CodeTooLong(cause.into())
}

impl Qr {
    /// Encodes a text so that it can be read with 15 % of the code damaged.
    ///
    /// # Errors
    /// [`PressError::CodeTooLong`] for a text of more than about 2300 bytes.
    pub fn encode(text: &str) -> Result<Self, PressError> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(too_long)?;
        let side = u16::try_from(code.size()).map_err(too_long)?;
        let mut stretches = Vec::new();
        for row in 0..side {
            let mut column = 0;
            while column < side {
                let dark = |c: u16| c < side && code.get_module(i32::from(c), i32::from(row));
                let first = column;
                while dark(column) {
                    column += 1;
                }
                if column > first {
                    stretches.push((row, first, column - first));
                }
                column += 1;
            }
        }
        Ok(Self { side, stretches })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_stretches_are_the_dark_modules() {
        let text = "007/PPID/KEC-PBG/XI/2026 K7F3";
        let qr = Qr::encode(text).unwrap();
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let mut dark = 0;
        for row in 0..code.size() {
            for column in 0..code.size() {
                dark += u32::from(code.get_module(column, row));
            }
        }
        let drawn: u32 = qr.stretches.iter().map(|s| u32::from(s.2)).sum();
        assert_eq!(drawn, dark);
    }

    #[test]
    fn the_modules_of_the_longest_number_are_still_wide_enough_for_a_telephone() {
        // The smallest code on a paper has a side of 19 mm; below 0.4 mm an ordinary printer runs its modules together.
        let longest = format!("{} 7K3F-Q2", "0".repeat(100));
        for text in ["007/PPID/KEC-PBG/XI/2026 7K3F-Q2", "00017/PPID-PEMBANTU/KEC-TEBING-SYAHBANDAR/XII/2026 7K3F-Q2", &longest] {
            let module = 19.0 / f32::from(Qr::encode(text).unwrap().side);
            assert!(module >= 0.4, "{text}: {module} mm");
        }
    }

    #[test]
    fn a_text_that_fits_no_code_is_refused() {
        assert!(matches!(Qr::encode(&"x".repeat(5_000)), Err(PressError::CodeTooLong(_))));
    }
}
