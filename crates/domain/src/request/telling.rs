//! Word to the applicant beside the letters: how it stands, by telephone or e-mail. No letter and no clock of the law hangs on it; that
//! it was given is part of the story.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Request, Stage};
use crate::coded::{coded, known_or_usual};
use crate::deadline::Today;
use crate::phone::{is_mobile, phone_numbers};
use crate::problem::{Problems, Refused};

coded! {
    /// What the applicant is told.
    #[derive(Default)]
    pub enum Tidings {
        /// The request was registered.
        Received = "diterima" => "Permohonan diterima",
        /// Papers are missing.
        Incomplete = "belum_lengkap" => "Berkas belum lengkap",
        /// What was missing came.
        Complete = "lengkap" => "Berkas sudah lengkap",
        /// The answer takes longer.
        Extended = "diperpanjang" => "Waktu jawaban diperpanjang",
        /// A day off moved the deadline.
        Moved = "bergeser" => "Batas waktu bergeser",
        /// It is answered anew, by order.
        Reopened = "dibuka_kembali" => "Dibuka kembali",
        /// What was granted can be fetched.
        Ready = "siap_diambil" => "Informasi siap diambil",
        /// What was granted lies here still.
        Reminder = "diingatkan" => "Pengingat: belum diambil",
        /// The answer is there.
        Answered = "dijawab" => "Permohonan dijawab",
        /// It ended without an answer, because papers were missing.
        Closed = "ditutup" => "Permohonan ditutup",
        /// Anything else: also what a later version tells.
        #[default]
        Other = "lain" => "Kabar lain",
    }
}

coded! {
    /// By which way the applicant was told.
    #[derive(Default)]
    pub enum TidingsWay {
        /// WhatsApp.
        WhatsApp = "whatsapp" => "WhatsApp",
        /// E-mail.
        Email = "email" => "E-mail",
        /// A call.
        Phone = "telepon" => "Telepon",
        /// Face to face.
        InPerson = "langsung" => "Langsung",
        /// Anything else, such as a text message.
        #[default]
        Other = "lain" => "Cara lain",
    }
}

/// The form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `TidingsGiven`.
pub struct TidingsInput {
    pub about: String,
    pub way: String,
}

/// The applicant was told how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TidingsGiven {
    /// The civil date.
    pub on: NaiveDate,
    /// What.
    #[serde(default, deserialize_with = "known_or_usual")]
    pub about: Tidings,
    /// How.
    #[serde(default, deserialize_with = "known_or_usual")]
    pub way: TidingsWay,
}

impl TidingsInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub(super) fn check(&self, request: &Request, today: &Today<'_>) -> Result<TidingsGiven, Refused> {
        let mut p = Problems::default();
        let about = Tidings::from_code(&self.about).filter(|about| request.tidings().contains(about));
        p.when(about.is_none(), "about", "Pilih kabar yang cocok dengan keadaan permohonan sekarang.");
        let way = TidingsWay::from_code(&self.way);
        p.when(way.is_none(), "way", "Pilih dengan cara apa pemohon dikabari.");
        p.or(about.zip(way).map(|(about, way)| TidingsGiven { on: today.date, about, way }))
    }
}

impl Request {
    /// What may truly be told as it stands, what is usually told first.
    pub fn tidings(&self) -> Vec<Tidings> {
        let now = match self.stage() {
            Stage::Registered => vec![Tidings::Received],
            Stage::Incomplete => vec![Tidings::Incomplete],
            Stage::Processed if self.incomplete.is_some() => vec![Tidings::Complete],
            Stage::Processed => vec![Tidings::Received],
            // One that came too late moved nothing.
            Stage::Extended if !self.extension_stands() => vec![],
            Stage::Extended => vec![Tidings::Extended],
            Stage::Reopened => vec![Tidings::Reopened],
            Stage::Granted | Stage::PartlyGranted if self.waits_to_be_fetched() => {
                vec![Tidings::Ready, Tidings::Reminder, Tidings::Answered]
            }
            Stage::Granted | Stage::PartlyGranted if self.not_fetched.is_some() => vec![Tidings::Reminder, Tidings::Answered],
            Stage::Granted
            | Stage::PartlyGranted
            | Stage::Refused
            | Stage::NotHeld
            | Stage::NotDocumented
            | Stage::HeldByOther
            | Stage::NotEntitled => vec![Tidings::Answered],
            Stage::NotProcessed => vec![Tidings::Closed],
            Stage::HandedOver | Stage::Withdrawn | Stage::Abated | Stage::Cancelled => vec![],
        };
        let moved = self.outcome.is_none() && self.order().is_none() && !self.moved.is_empty();
        moved.then_some(Tidings::Moved).into_iter().chain(now).collect()
    }

    /// What is usually told next: of that which may be told the first that was not told yet.
    pub fn next_tidings(&self) -> Option<Tidings> {
        let all = self.tidings();
        let told = |about: &Tidings| self.told.iter().any(|told| told.about == *about);
        all.iter().find(|about| !told(about)).or(all.first()).copied()
    }
}

/// Why a number has no WhatsApp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoMobile {
    /// There is none.
    #[error("Pemohon tidak memberi nomor telepon.")]
    None,
    /// It is a number of a house or an office.
    #[error("Nomor ini bukan nomor seluler Indonesia (08…), jadi tidak ada WhatsApp; teleponlah, atau salin teksnya.")]
    Landline,
    /// It has too few or too many digits.
    #[error("Nomor seluler ini kurang atau kelebihan angka; periksa dengan pemohon, lalu betulkan isiannya.")]
    Length,
}

/// A number as WhatsApp wants it, digits alone after the code of the country, from a box as it was typed: `0812-6012-3456` becomes
/// `6281260123456`, `+60 12-345 6789` becomes `60123456789`. Of several the first mobile one is taken; of another country's numbers
/// nobody here can tell which are.
///
/// # Errors
/// [`NoMobile`] with the sentence for the officer.
pub fn mobile_number(typed: &str) -> Result<String, NoMobile> {
    let numbers = phone_numbers(typed);
    if numbers.is_empty() {
        return Err(NoMobile::None);
    }
    let first = numbers.iter().find(|number| is_mobile(number) || number.starts_with('+')).ok_or(NoMobile::Landline)?;
    let (digits, usual) = match first.strip_prefix('+') {
        Some(abroad) => (abroad.to_owned(), 8..=15),
        None => (format!("62{}", first.trim_start_matches('0')), 11..=14),
    };
    if usual.contains(&digits.len()) { Ok(digits) } else { Err(NoMobile::Length) }
}

#[cfg(test)]
mod tests {
    use super::{NoMobile, mobile_number};

    #[test]
    fn a_mobile_number_is_read_however_it_is_typed() {
        for typed in
            ["0812-6012-3456", "+62 812 6012 3456", "62812 6012 3456", "+62 (0)812-6012-3456", "0812 6012 3456 / 061-123456"]
        {
            assert_eq!(mobile_number(typed).as_deref(), Ok("6281260123456"), "{typed}");
        }
        assert_eq!(mobile_number("061-7951234 / 0812-6012-345").as_deref(), Ok("628126012345"));
    }

    #[test]
    fn what_is_no_mobile_number_has_no_whatsapp_and_says_why() {
        assert_eq!(mobile_number(""), Err(NoMobile::None));
        assert_eq!(mobile_number("+60 12-345 6789").as_deref(), Ok("60123456789"), "of whoever works abroad");
        for landline in ["061-7951234", "(0621) 441234"] {
            assert_eq!(mobile_number(landline), Err(NoMobile::Landline), "{landline}");
        }
        for wrong in ["0812-345", "0812-3456-7890-1234"] {
            assert_eq!(mobile_number(wrong), Err(NoMobile::Length), "{wrong}");
        }
    }
}
