//! After the answer: its receipt by the applicant, and the information itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ANSWERS, Found, Outcome, Part, Request, SendingWay};
use crate::calendar::Calendar;
use crate::coded::coded;
use crate::deadline::Today;
use crate::office::OfficeProfile;
use crate::problem::{Problems, Refused, RequestRefused};

/// The form of a hand-over as typed. A line of `items` is the cells of a row with tabs between them: title, code of a
/// [`HandedForm`], sheets. A line without a tab may have semicolons instead.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `HandOver`.
pub struct HandOverInput {
    pub number: String,
    pub on: String,
    pub received_by: String,
    pub way: String,
    pub proof: String,
    pub items: Vec<String>,
    /// That a part of what was promised is still to come.
    pub rest_follows: bool,
}

coded! {
    /// In which form a document was handed over.
    pub enum HandedForm {
        /// A file.
        Softcopy = "softcopy" => "Softcopy",
        /// Paper.
        Hardcopy = "hardcopy" => "Hardcopy",
        /// Looked at, read, listened to or noted on the spot (UU KIP Ps 4(2)a).
        Viewed = "dilihat" => "Dilihat di tempat",
    }
}

/// One document handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedItem {
    /// Its title.
    pub title: String,
    /// File, paper, or looked at.
    pub form: HandedForm,
    /// Sheets, for paper.
    pub sheets: Option<u32>,
}

/// The information was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Number of the Tanda Bukti Penyerahan.
    pub number: String,
    /// The civil date.
    pub on: NaiveDate,
    /// Who signed for it, or to whom it was sent.
    pub received_by: String,
    /// What was handed over.
    pub items: Vec<HandedItem>,
    /// How it was sent; none where it was given into the hand and signed for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<SendingWay>,
    /// What shows that it was sent: postal receipt, address; there with `way`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
    /// Whether a part of what was promised is still to come: it is handed over by itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rest_follows: bool,
    /// Whether it is noted by itself when the applicant has it: a carrier took it. What was stored before there was this was taken to be
    /// there on the day it left.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub receipt_follows: bool,
    /// The civil date it was entered here; there where that is later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_on: Option<NaiveDate>,
}

/// Reads the date of something that follows the answer.
pub(crate) fn after_answer(p: &mut Problems, typed: &str, answered: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let on = p.date("on", typed, "Isi tanggalnya.");
    if let Some(on) = on {
        p.when(on < answered, "on", "Tanggal ini tidak boleh sebelum tanggal surat jawaban.");
        p.when(on > today, "on", "Tanggal ini tidak boleh setelah hari ini.");
    }
    on
}

fn item(p: &mut Problems, place: usize, line: &str) -> HandedItem {
    let field = format!("items.{place}");
    let mut cells = line.split(if line.contains('\t') { '\t' } else { ';' }).map(str::trim);
    let title = p.text(&field, cells.next().unwrap_or_default(), 300, "Isi judul dokumen.");
    let form = cells.next().unwrap_or_default();
    let sheets = cells.next().and_then(|sheets| sheets.trim_end_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok());
    let form = HandedForm::ALL.iter().copied().find(|known| known.code() == form.to_lowercase());
    p.when(form.is_none(), &field, "Pilih bentuknya: softcopy, hardcopy, atau dilihat di tempat.");
    let wrong = form == Some(HandedForm::Hardcopy) && !sheets.is_some_and(|sheets| (1..=100_000).contains(&sheets));
    p.when(wrong, &field, "Isi jumlah lembar dokumen cetak.");
    // Only paper has sheets.
    let sheets = sheets.filter(|sheets| *sheets > 0 && form == Some(HandedForm::Hardcopy));
    HandedItem { title, form: form.unwrap_or(HandedForm::Hardcopy), sheets }
}

impl HandOverInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`RequestRefused::NothingToHandOver`] unless information was granted; [`Refused::Fields`].
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<HandOver, Refused> {
        let letter = request.outcome.as_ref().and_then(Outcome::letter).filter(|_| request.may_be_given());
        let answered = letter.ok_or(RequestRefused::NothingToHandOver)?.date;
        let mut p = Problems::default();
        let number = p.text("number", &self.number, 60, "Isi nomor tanda bukti penyerahan.");
        let on = after_answer(&mut p, &self.on, answered, today.date);
        let received_by = p.text("received_by", &self.received_by, 200, "Isi nama penerima.");
        p.when(self.items.len() > 60, "items", "Paling banyak 60 dokumen; gabungkan yang sejenis.");
        let lines = self.items.iter().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let items: Vec<HandedItem> = lines.map(|(place, line)| item(&mut p, place, line)).collect();
        p.when(items.is_empty(), "items", "Isi sekurang-kurangnya satu dokumen yang diserahkan.");
        let way = SendingWay::from_code(&self.way).filter(|way| way.needs_proof());
        let proof =
            way.map(|_| p.text("proof", &self.proof, 300, "Isi buktinya: nomor resi, alamat e-mail, atau nomor yang dituju."));
        let rest_follows = self.rest_follows && request.promises_the_rest();
        let entered_on = on.filter(|on| *on < today.date).map(|_| today.date);
        let receipt_follows = way.is_some();
        p.or(on.map(|on| HandOver { number, on, received_by, items, way, proof, rest_follows, receipt_follows, entered_on }))
    }
}

impl Request {
    /// Whether all that the answer gives was handed over.
    pub fn handed_whole(&self) -> bool {
        self.handed_over.as_ref().is_some_and(|handed| !handed.rest_follows)
    }

    /// Whether some of what the answer gives may be handed over now and some later, each with its own receipt.
    pub fn promises_the_rest(&self) -> bool {
        let owed = self.parts().iter().filter(|part| part.found.is_to_be_given()).count();
        let given = self.parts().iter().any(|part| part.found.given().is_some());
        given && !self.handed_whole() && owed > self.handed_in_part().count() + 1
    }

    /// What was handed over for the answer that stands while the rest was to follow, oldest first.
    pub fn handed_in_part(&self) -> impl Iterator<Item = &HandOver> {
        self.handed_before.iter().chain(&self.handed_over).filter(|handed| handed.rest_follows)
    }

    /// Whether a part of the answer is not there yet on this civil date: still to be documented, or ready on a later one.
    pub fn is_still_to_come(&self, part: &Part, on: NaiveDate, profile: &OfficeProfile, calendar: &Calendar) -> bool {
        let promised = || self.after_letter(part.found.promised_in()?, profile, calendar)?.ok();
        matches!(part.found, Found::NotDocumented { .. }) || promised().is_some_and(|promised| promised.deadline > on)
    }
}

/// The day the applicant received the answer: day zero of the thirty days for an objection.
pub(crate) fn answer_received(request: &Request, typed: &str, today: &Today<'_>) -> Result<NaiveDate, Refused> {
    let answered = request.outcome.as_ref().and_then(Outcome::letter).ok_or(RequestRefused::NotAnswered)?.date;
    let mut p = Problems::default();
    let on = after_answer(&mut p, typed, answered, today.date);
    let sent = ANSWERS.iter().filter_map(|paper| request.sent.get(paper)).map(|sending| sending.on).max();
    let early = on.zip(sent).is_some_and(|(on, sent)| on < sent);
    p.when(early, "on", "Jawaban tidak mungkin diterima sebelum dikirim; periksa tanggal pengirimannya.");
    let here = request.lying_here().any(|returned| ANSWERS.contains(&returned.paper));
    p.when(here, "on", "Jawaban itu kembali dan belum dikirim lagi; catat dahulu pengiriman ulangnya.");
    p.or(on)
}
