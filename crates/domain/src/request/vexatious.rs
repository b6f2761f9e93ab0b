//! Requests that are not meant (*tidak sungguh-sungguh dan tidak beriktikad baik*, PERKI 1/2013 Ps 4): recorded with what they
//! follow, so that it can be shown later. It ends nothing: the request is answered like any other.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::coded::coded;
use crate::deadline::Today;
use crate::problem::{Problems, Refused};

coded! {
    /// By what it is known.
    pub enum VexatiousSign {
        /// Very many at once, or again and again, to no clear end.
        Many = "banyak" => "Dalam jumlah besar sekaligus atau berulang-ulang tanpa tujuan yang jelas atau relevansi",
        /// To disturb a dispute.
        Disturbing = "mengganggu" => "Untuk mengganggu proses penyelesaian sengketa",
        /// With abuse of the officer.
        Abusive = "pelecehan" => "Dengan melecehkan petugas pelayanan di luar prosedur",
    }
}

/// The form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Vexatious`.
pub struct VexatiousInput {
    pub signs: Vec<String>,
    pub reason: String,
    pub earlier: Vec<String>,
}

/// The request was recorded as not meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vexatious {
    /// The civil date.
    pub on: NaiveDate,
    /// By what it is known.
    pub signs: BTreeSet<VexatiousSign>,
    /// In the office's own words.
    pub reason: String,
    /// The numbers of the earlier requests it follows.
    pub earlier: Vec<String>,
}

impl VexatiousInput {
    /// Reads the form on `today`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, today: &Today<'_>) -> Result<Vexatious, Refused> {
        let mut p = Problems::default();
        let signs: BTreeSet<_> = self.signs.iter().filter_map(|code| VexatiousSign::from_code(code)).collect();
        p.when(signs.is_empty(), "signs", "Pilih sekurang-kurangnya satu tanda.");
        let reason = p.text("reason", &self.reason, 5_000, "Tulis apa yang terjadi, dengan tanggalnya.");
        p.when(self.earlier.len() > 200, "earlier", "Paling banyak 200 permohonan; sebut yang terpenting.");
        let lines = self.earlier.iter().map(|line| p.short("earlier", line, 100));
        let mut earlier: Vec<String> = Vec::new();
        for line in lines.filter(|line| !line.is_empty()) {
            if !earlier.contains(&line) {
                earlier.push(line);
            }
        }
        let alone = signs.contains(&VexatiousSign::Many) && earlier.is_empty();
        p.when(alone, "earlier", "Sebutkan nomor permohonan lain yang sekaligus atau berulang itu.");
        p.or(Some(Vexatious { on: today.date, signs, reason, earlier }))
    }
}
