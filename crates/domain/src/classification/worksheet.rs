//! The worksheet of a consequence test, as typed and as checked.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::deadline::Today;
use crate::grounds::Ground;
use crate::ids::RequestId;
use crate::problem::{Problems, Refused};
use crate::request::{Lasting, expiry, other_law, term};

/// The worksheet as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Worksheet`.
pub struct WorksheetInput {
    pub information: String,
    pub unit: String,
    pub grounds: Vec<String>,
    pub other_law: String,
    pub other_article: String,
    pub consequence: String,
    pub benefit: String,
    pub tested_on: String,
    pub expires: String,
    pub term: String,
    pub team: Vec<String>,
}

/// The worksheet of a consequence test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worksheet {
    /// The information, in one line or a few.
    pub information: String,
    /// The unit that holds it.
    pub unit: String,
    /// The letters of Pasal 17.
    pub grounds: BTreeSet<Ground>,
    /// The other act and its article; there with letter j.
    pub other_law: Option<(String, String)>,
    /// What opening it would cause.
    pub consequence: String,
    /// What keeping it closed protects.
    pub benefit: String,
    /// The civil date of the test.
    pub tested_on: NaiveDate,
    /// The last civil date of the exemption; there with letters a–f.
    pub expires: Option<NaiveDate>,
    /// The article that sets how long it lasts; there where no date does, but in what was written before it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// The test team, `name, position` each.
    pub team: Vec<String>,
    /// The request that gave rise to it.
    pub request: Option<RequestId>,
}

impl Worksheet {
    /// How long the exemption lasts.
    pub fn lasting(&self) -> Lasting<'_> {
        Lasting::of(self.expires, self.term.as_deref())
    }
}

impl WorksheetInput {
    /// Reads the worksheet on `today`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: Option<RequestId>, today: &Today<'_>) -> Result<Worksheet, Refused> {
        let mut p = Problems::default();
        let information = p.text("information", &self.information, 5_000, "Sebutkan informasi yang diuji dengan jelas.");
        let unit = p.text("unit", &self.unit, 200, "Isi unit yang menguasai informasi.");
        let grounds: BTreeSet<_> = self.grounds.iter().filter_map(|code| Ground::from_code(code)).collect();
        p.when(grounds.is_empty(), "grounds", "Pilih sekurang-kurangnya satu huruf Pasal 17.");
        let other_law = other_law(&mut p, &grounds, &self.other_law, &self.other_article);
        let consequence = p.text("consequence", &self.consequence, 10_000, "Uraikan akibat bila informasi dibuka.");
        let benefit = p.text("benefit", &self.benefit, 10_000, "Uraikan kepentingan yang dilindungi bila informasi ditutup.");
        let tested_on = p.date("tested_on", &self.tested_on, "Isi tanggal pengujian.");
        p.when(tested_on.is_some_and(|on| on > today.date), "tested_on", "Tanggal pengujian tidak boleh setelah hari ini.");
        let expires = expiry(&mut p, &self.expires, &grounds, tested_on);
        let term = term(&mut p, &self.term, &self.expires, &grounds);
        let team = self.team.iter().map(|member| p.short("team", member, 200));
        let team: Vec<String> = team.filter(|member| !member.is_empty()).collect();
        p.when(team.is_empty(), "team", "Isi tim penguji: satu baris untuk setiap nama dan jabatan.");
        p.when(team.len() > 20, "team", "Tim penguji paling banyak 20 orang.");
        p.or(tested_on.map(|tested_on| Worksheet {
            information,
            unit,
            grounds,
            other_law,
            consequence,
            benefit,
            tested_on,
            expires,
            term,
            team,
            request,
        }))
    }
}
