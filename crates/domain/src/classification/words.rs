//! What happened to a consequence test and its classification, in words.

use super::ClassificationChange;
use crate::indonesian::date;
use crate::words::{Words, letter};

impl ClassificationChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::ConsequenceTested { worksheet } => Words::of("Lembar uji konsekuensi ditulis").note(worksheet.unit.clone()),
            Self::ConsequenceTestApproved { on, by } => {
                Words::of("Disetujui pimpinan").and(format!(" {}", date(*on))).note(by.clone())
            }
            Self::ConsequenceTestRejected { reason, .. } => Words::of("Tidak disetujui pimpinan").note(reason.clone()),
            Self::ClassificationDecreed { decree } => {
                Words::of("Klasifikasi ditetapkan").note(letter("Penetapan", &decree.letter))
            }
            Self::ClassificationLifted { reason, .. } => Words::of("Informasi dinyatakan terbuka").note(reason.clone()),
        }
    }
}
