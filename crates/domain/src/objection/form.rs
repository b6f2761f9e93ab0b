//! The objection's form, as typed and as checked.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::ObjectionGround;
use crate::deadline::Today;
use crate::fields::bare;
use crate::ids::RequestId;
use crate::problem::{Problems, Refused};
use crate::request::{
    ACT_IN_FORCE, ActingAs, Applicant, Category, Decision, IdentityKind, Outcome, Representative, Request, acts_for, contact,
    phone,
};

/// Longest case position, in characters.
const LONGEST_CASE: usize = 50_000;

/// The objection's form as typed. With a request, name, address and contact are taken from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Objected`.
pub struct ObjectionInput {
    /// Identity of the request, or empty for ground b.
    pub request: String,
    /// The civil date the objection came; today where it is left empty.
    pub received_date: String,
    pub category: String,
    pub name: String,
    pub identity_number: String,
    pub address: String,
    pub occupation: String,
    pub phone: String,
    pub email: String,
    pub information: String,
    pub purpose: String,
    pub grounds: Vec<String>,
    pub case_position: String,
    pub represented: bool,
    /// As what somebody acts; a power of attorney where it is left empty.
    pub representative_as: String,
    pub representative_name: String,
    pub representative_address: String,
    pub representative_phone: String,
    /// Whether the stamped special power of attorney was handed in.
    pub mandate: bool,
}

/// The form as checked: what the journal keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objected {
    /// The request it is about; none for ground b without a request.
    pub request: Option<RequestId>,
    /// That request's number.
    pub request_number: Option<String>,
    /// Who objects.
    pub applicant: Applicant,
    /// Who acts for the applicant, under a stamped special power of attorney.
    pub representative: Option<Representative>,
    /// What was asked for.
    pub information: String,
    /// What for.
    pub purpose: String,
    /// Why the applicant objects.
    pub grounds: BTreeSet<ObjectionGround>,
    /// *Kasus posisi*: what happened.
    pub case_position: String,
    /// The civil date it came; there where that is earlier than its entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<NaiveDate>,
    /// What the request had been answered with by then; none without an answer, and in what was stored before this was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Decision>,
    /// Whether that answer withheld anything (Ps 17, 6(3)); none without an answer, and in what was stored before this was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withheld: Option<bool>,
    /// Whether the request had been answered that the applicant is not entitled: nothing was withheld by that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_entitled: bool,
}

impl Objected {
    /// Whether what was answered withheld information, as far as that was noted. What was given in part need not have been
    /// withheld in the rest: it may not be held. Without a note a refusal is taken at its word.
    pub fn decided_to_withhold(&self) -> bool {
        if let Some(withheld) = self.withheld {
            return withheld;
        }
        match self.decided {
            _ if self.not_entitled => false,
            None | Some(Decision::Refused | Decision::PartlyGranted) => true,
            Some(Decision::Granted | Decision::NotHeld | Decision::NotDocumented | Decision::HeldByOther) => false,
        }
    }
}

impl ObjectionInput {
    /// Reads the form on `today`; `request` is the one named in it.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change, in the order of the form.
    pub fn check(&self, request: Option<(RequestId, &Request)>, today: &Today<'_>) -> Result<Objected, Refused> {
        let mut p = Problems::default();
        let grounds: BTreeSet<_> = self.grounds.iter().filter_map(|code| ObjectionGround::from_code(code)).collect();
        p.when(
            request.is_none() && !grounds.iter().all(|ground| *ground == ObjectionGround::B),
            "request",
            "Pilih permohonan yang dipersoalkan; hanya alasan b yang tidak memerlukan permohonan.",
        );
        let applicant = match request {
            Some((_, request)) => request.applicant(),
            None => self.applicant(&mut p),
        };
        let (information, purpose) = match request {
            Some((_, request)) => (request.registration.information.clone(), request.registration.purpose.clone()),
            None => (
                p.text("information", &self.information, LONGEST_CASE, "Isi informasi berkala yang tidak disediakan."),
                p.text("purpose", &self.purpose, 2_000, "Isi tujuan penggunaan informasi."),
            ),
        };
        p.when(grounds.is_empty(), "grounds", "Pilih sekurang-kurangnya satu alasan Pasal 35.");
        let received_on = self.received(&mut p, request.map(|(_, request)| request), today);
        let case_position = p.text("case_position", &self.case_position, LONGEST_CASE, "Isi kasus posisi: apa yang terjadi.");
        let representative = self.represented.then(|| self.representative(&mut p, applicant.category));
        p.or(Some(Objected {
            request: request.map(|(id, _)| id),
            request_number: request.map(|(_, request)| request.number.text.clone()),
            applicant,
            representative,
            information,
            purpose,
            grounds,
            case_position,
            received_on: received_on.filter(|on| *on < today.date),
            decided: request.and_then(|(_, request)| request.decision()),
            withheld: request.filter(|(_, request)| request.answered()).map(|(_, request)| Decision::withholds(&request.parts())),
            not_entitled: request.is_some_and(|(_, request)| matches!(request.outcome, Some(Outcome::NotEntitled(_)))),
        }))
    }

    /// The day it came. What the applicant ticks is not judged here: whether a ground is true, too early or too late is the
    /// superior's to say (Ps 35–36); [`super::doubts`] tells what the office knows about it.
    fn received(&self, p: &mut Problems, request: Option<&Request>, today: &Today<'_>) -> Option<NaiveDate> {
        if self.received_date.trim().is_empty() {
            return Some(today.date);
        }
        let on = p.date("received_date", &self.received_date, "Isi tanggal keberatan diterima.");
        let earliest = request.map_or(ACT_IN_FORCE, |request| request.registration.received_on);
        p.when(on.is_some_and(|on| on > today.date), "received_date", "Tanggal diterima tidak boleh setelah hari ini.");
        p.when(on.is_some_and(|on| on < earliest), "received_date", "Keberatan tidak mungkin diterima sebelum permohonannya.");
        on
    }

    /// Who objects without a request: citizens and legal entities alike (Ps 1(12)).
    fn applicant(&self, p: &mut Problems) -> Applicant {
        let category =
            if self.category.trim().is_empty() { Some(Category::Individual) } else { Category::from_code(&self.category) };
        p.when(category.is_none(), "category", "Pilih kategori pengaju.");
        let category = category.unwrap_or(Category::Individual);
        let (identity_kind, identity_number) = self.identity(p, category);
        let name = p.text("name", &self.name, 200, "Isi nama pengaju keberatan.");
        let address = p.text("address", &self.address, 500, "Isi alamat pengaju keberatan.");
        let (phone, email) = contact(p, &self.phone, &self.email);
        Applicant {
            category,
            name,
            identity_kind,
            foreign_paper: None,
            identity_number,
            address,
            occupation: p.optional("occupation", &self.occupation, 200),
            phone,
            email,
            representative: None,
            members: vec![],
        }
    }

    fn identity(&self, p: &mut Problems, category: Category) -> (IdentityKind, String) {
        if category == Category::LegalEntity {
            let number = p.short("identity_number", &self.identity_number, 100);
            let kind = if number.is_empty() { IdentityKind::NotShown } else { IdentityKind::LegalEntityDecree };
            return (kind, number);
        }
        let number = bare(&self.identity_number);
        let wrong = !number.is_empty() && (number.len() != 16 || !number.chars().all(|c| c.is_ascii_digit()));
        p.when(wrong, "identity_number", "NIK terdiri atas 16 angka; kosongkan bila belum ditunjukkan.");
        (if number.is_empty() { IdentityKind::NotShown } else { IdentityKind::Nik }, number)
    }

    fn representative(&self, p: &mut Problems, category: Category) -> Representative {
        let acting_as = ActingAs::from_code(&self.representative_as).unwrap_or_default();
        acts_for(p, "representative_as", Some(acting_as), Some(category));
        let wanting = acting_as.needs_mandate() && !self.mandate;
        p.when(wanting, "mandate", "Keberatan melalui kuasa memerlukan surat kuasa khusus bermeterai; mintalah dahulu.");
        let phone = phone(p, "representative_phone", &self.representative_phone);
        Representative {
            name: p.text("representative_name", &self.representative_name, 200, "Isi nama kuasa."),
            address: p.text("representative_address", &self.representative_address, 500, "Isi alamat kuasa."),
            phone,
            acting_as,
            mandate: None,
        }
    }
}
