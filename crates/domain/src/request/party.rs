//! Who asks and who acts, as it changes after registering: a new address, a power of attorney given or ended, an heir who goes on.
//! The form keeps what it said; a letter is addressed as things stood on its day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::applicant::acts_for;
use super::draft::{contact, phone};
use super::{ActingAs, Applicant, Registration, Representative, Request};
use crate::deadline::Today;
use crate::problem::{Problems, Refused};

/// How an applicant is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Postal address.
    pub address: String,
    /// Phone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

/// The form of a new address as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Contact`.
pub struct ContactInput {
    pub on: String,
    pub address: String,
    pub phone: String,
    pub email: String,
}

/// The form of whoever begins to act, as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Representative`.
pub struct RepresentativeInput {
    pub on: String,
    pub acting_as: String,
    pub name: String,
    pub address: String,
    pub phone: String,
    pub mandate: String,
}

/// Something that changed about who asks or acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyChange {
    /// The civil date it was noted: letters from that day on know it.
    pub noted_on: NaiveDate,
    /// What.
    pub now: PartyNow,
}

/// What holds since then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "now", rename_all = "snake_case")]
pub enum PartyNow {
    /// Another way to reach the applicant.
    Contact(Contact),
    /// Somebody acts.
    Represented(Representative),
    /// The applicant acts again.
    Alone,
}

impl PartyNow {
    fn apply(&self, applicant: &mut Applicant) {
        match self {
            Self::Contact(Contact { address, phone, email }) => {
                (applicant.address, applicant.phone, applicant.email) = (address.clone(), phone.clone(), email.clone());
            }
            Self::Represented(representative) => applicant.representative = Some(representative.clone()),
            Self::Alone => applicant.representative = None,
        }
    }
}

impl Request {
    /// Who asks and who acts, as it stands.
    pub fn applicant(&self) -> Applicant {
        self.registration_on(NaiveDate::MAX).applicant
    }

    /// What was noted about who asks and who acts from one civil date to another, both part of it, told of `applicant`.
    pub(crate) fn note_parties(&self, (from, to): (NaiveDate, NaiveDate), applicant: &mut Applicant) {
        for change in self.parties.iter().filter(|change| (from..=to).contains(&change.noted_on)) {
            change.now.apply(applicant);
        }
    }

    /// What the form says, with who asked and acted as that was known on this civil date.
    pub fn registration_on(&self, date: NaiveDate) -> Registration {
        let mut registration = self.registration.clone();
        for change in self.parties.iter().filter(|change| change.noted_on <= date) {
            change.now.apply(&mut registration.applicant);
        }
        registration
    }
}

/// The day of something that the applicant told the office.
fn told_on(p: &mut Problems, typed: &str, request: &Request, today: &Today<'_>) -> Option<NaiveDate> {
    let on = p.date("on", typed, "Isi tanggalnya.");
    let received = request.registration.received_on;
    p.when(on.is_some_and(|on| on < received), "on", "Tanggal ini tidak boleh sebelum permohonan diterima.");
    p.when(on.is_some_and(|on| on > today.date), "on", "Tanggal ini tidak boleh setelah hari ini.");
    on
}

impl ContactInput {
    /// Reads the form on `today` for `request`: the day, and how the applicant is reached since.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<(NaiveDate, Contact), Refused> {
        let mut p = Problems::default();
        let on = told_on(&mut p, &self.on, request, today);
        let address = p.text("address", &self.address, 500, "Isi alamat pemohon sekarang.");
        let (phone, email) = contact(&mut p, &self.phone, &self.email);
        let contact = Contact { address, phone, email };
        let known = request.applicant();
        let same = (&contact.address, &contact.phone, &contact.email) == (&known.address, &known.phone, &known.email);
        p.when(same, "address", "Belum ada yang berubah; isi alamat atau kontak yang baru.");
        p.or(on.map(|on| (on, contact)))
    }
}

impl RepresentativeInput {
    /// Reads the form on `today` for `request`: the day, and who acts since.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<(NaiveDate, Representative), Refused> {
        let mut p = Problems::default();
        let on = told_on(&mut p, &self.on, request, today);
        let acting_as = ActingAs::from_code(&self.acting_as);
        p.when(acting_as.is_none(), "acting_as", "Pilih sebagai apa ia bertindak.");
        acts_for(&mut p, "acting_as", acting_as, Some(request.registration.applicant.category));
        let name = p.text("name", &self.name, 200, "Isi nama yang bertindak bagi pemohon.");
        let address = p.text("address", &self.address, 500, "Isi alamatnya.");
        let phone = phone(&mut p, "phone", &self.phone);
        let mandate = p.optional("mandate", &self.mandate, 300);
        let needed = match acting_as {
            Some(ActingAs::Attorney) => "Isi nomor dan tanggal surat kuasa khususnya.",
            Some(ActingAs::Heir) => "Isi nomor dan tanggal surat keterangan ahli warisnya.",
            Some(ActingAs::Guardian) | None => "",
        };
        p.when(mandate.is_none() && !needed.is_empty(), "mandate", needed);
        let made = on.zip(acting_as);
        p.or(made.map(|(on, acting_as)| (on, Representative { name, address, phone, acting_as, mandate })))
    }
}

/// Reads when and why nobody acts for the applicant any more.
///
/// # Errors
/// [`Refused::Fields`] with every box that must change.
pub(crate) fn ended(request: &Request, on: &str, reason: &str, today: &Today<'_>) -> Result<(NaiveDate, String), Refused> {
    let mut p = Problems::default();
    let on = told_on(&mut p, on, request, today);
    let reason = p.text("reason", reason, 1_000, "Tulis bagaimana kuasanya berakhir, misalnya surat pencabutan kuasa.");
    p.or(on.map(|on| (on, reason)))
}
