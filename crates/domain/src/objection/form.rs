//! The objection's form, as typed and as checked.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::ObjectionGround;
use crate::deadline::Today;
use crate::ids::RequestId;
use crate::problem::{Problems, Refused};
use crate::request::{Applicant, Representative, Request};

/// Longest case position, in characters.
const LONGEST_CASE: usize = 50_000;

/// The objection's form as typed. With a request, name, address and contact are taken from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Objected`.
pub struct ObjectionInput {
    /// Identity of the request, or empty for ground b.
    pub request: String,
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
            Some((_, request)) => request.registration.applicant.clone(),
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
        if let Some((_, request)) = request {
            grounds_fit(&mut p, &grounds, request, today.date);
        }
        let case_position = p.text("case_position", &self.case_position, LONGEST_CASE, "Isi kasus posisi: apa yang terjadi.");
        let representative = self.represented.then(|| self.representative(&mut p));
        p.or(Some(Objected {
            request: request.map(|(id, _)| id),
            request_number: request.map(|(_, request)| request.number.text.clone()),
            applicant,
            representative,
            information,
            purpose,
            grounds,
            case_position,
        }))
    }

    fn applicant(&self, p: &mut Problems) -> Applicant {
        use crate::request::{Category, IdentityKind};
        let identity_number: String = self.identity_number.chars().filter(|c| !c.is_whitespace()).collect();
        let wrong =
            !identity_number.is_empty() && (identity_number.len() != 16 || !identity_number.chars().all(|c| c.is_ascii_digit()));
        p.when(wrong, "identity_number", "NIK terdiri atas 16 angka; kosongkan bila belum ditunjukkan.");
        let name = p.text("name", &self.name, 200, "Isi nama pengaju keberatan.");
        let address = p.text("address", &self.address, 500, "Isi alamat pengaju keberatan.");
        let (phone, email) = (p.short("phone", &self.phone, 40), p.short("email", &self.email, 200));
        p.when(phone.is_empty() && email.is_empty(), "phone", "Isi nomor telepon atau e-mail, salah satu cukup.");
        let filled = |text: String| (!text.is_empty()).then_some(text);
        Applicant {
            category: Category::Individual,
            name,
            identity_kind: if identity_number.is_empty() { IdentityKind::NotShown } else { IdentityKind::Nik },
            identity_number,
            address,
            occupation: filled(p.short("occupation", &self.occupation, 200)),
            phone: filled(phone),
            email: filled(email),
            representative: None,
        }
    }

    fn representative(&self, p: &mut Problems) -> Representative {
        p.when(!self.mandate, "mandate", "Keberatan melalui kuasa memerlukan surat kuasa khusus bermeterai; mintalah dahulu.");
        let phone = p.short("representative_phone", &self.representative_phone, 40);
        Representative {
            name: p.text("representative_name", &self.representative_name, 200, "Isi nama kuasa."),
            address: p.text("representative_address", &self.representative_address, 500, "Isi alamat kuasa."),
            phone: (!phone.is_empty()).then_some(phone),
        }
    }
}

/// Grounds that cannot be true of the request as it stands.
fn grounds_fit(p: &mut Problems, grounds: &BTreeSet<ObjectionGround>, request: &Request, today: NaiveDate) {
    use crate::request::Outcome;
    let refused = matches!(request.outcome, Some(Outcome::Refused(_) | Outcome::PartlyGranted { .. } | Outcome::Unavailable(_)));
    p.when(
        grounds.contains(&ObjectionGround::A) && !refused,
        "grounds",
        "Alasan a hanya untuk permohonan yang ditolak, seluruhnya atau sebagian; pilih alasan lain.",
    );
    p.when(
        grounds.contains(&ObjectionGround::C) && request.answered(),
        "grounds",
        "Alasan c hanya untuk permohonan yang tidak ditanggapi; permohonan ini sudah dijawab dengan surat.",
    );
    p.when(request.registered_on > today, "request", "Permohonan ini belum terdaftar pada hari ini.");
}
