//! What every letter about a case has: whose case, its head and its signature.

use chrono::NaiveDate;
use loket_domain::indonesian::date;
use loket_domain::office::Official;
use loket_domain::request::{Applicant, Category, Letter, OrderedBy, Registration, Representative};

use super::signature::{signed, signed_letter};
use crate::imprint::{Imprint, PaperMark, Reference, Version};
use crate::layout::{Piece, RichText, Sheet, Side};
use crate::press_error::PressError;

/// A letter that holds no more: it was wrong, or the request is answered anew by order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Its number; empty where it never got one.
    pub number: String,
    /// Its civil date; none where the request had been closed without a letter.
    pub date: Option<NaiveDate>,
    /// The order upon which the request is answered anew; none where the letter was wrong.
    pub ordered: Option<Ordered>,
}

/// An order to disclose, as the letter that obeys it names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordered {
    /// By whom it was given.
    pub by: OrderedBy,
    /// Number of the letter, agreement or ruling.
    pub number: String,
    /// Its civil date.
    pub date: NaiveDate,
}

/// Says which letter this one stands in for, so that nobody goes by the wrong one.
pub(super) fn replacing(sheet: &mut Sheet<'_>, replaced: Option<&Replaced>) {
    let Some(Replaced { number, date: on, ordered }) = replaced else { return };
    let numbered = |number: &str| if number.is_empty() { String::new() } else { format!(" Nomor {number}") };
    let before = |words: RichText, on| words.plain(&numbered(number)).plain(" tanggal ").whole(&date(on));
    sheet.paragraph(match (ordered, on) {
        (None, None) => return,
        (None, Some(on)) => {
            before(RichText::from("Surat ini menggantikan surat kami"), *on).plain(", yang dinyatakan tidak berlaku.")
        }
        (Some(order), on) => {
            let again = if on.is_some() { "menjawab lagi" } else { "menjawab" };
            let words = RichText::from(format!("Surat ini {again} permohonan tersebut untuk memenuhi ").as_str());
            let words = words.plain(order.by.label()).plain(&numbered(&order.number)).plain(" tanggal ").whole(&date(order.date));
            let words = match on {
                Some(on) => before(words.plain(", menggantikan jawaban kami"), *on),
                None => words,
            };
            words.plain(".")
        }
    });
}

/// A request and the letter written about it.
#[derive(Clone, Debug)]
pub struct CaseLetter {
    /// Registration number of the request.
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// Who asked for what.
    pub registration: Registration,
    /// Number, date and copies.
    pub letter: Letter,
    /// The letter it stands in for, where one was wrong.
    pub replaces: Option<Replaced>,
    /// Where the letter is signed.
    pub place: String,
    /// The official named by [`Letter::signed_by`].
    pub signatory: Official,
    /// Original or copy.
    pub mark: PaperMark,
    /// Which version of the form it stands on, after a correction.
    pub version: Option<Version>,
}

impl CaseLetter {
    /// The imprint of a letter of this name.
    pub(crate) fn imprint(&self, name: &str) -> Imprint {
        Imprint::new(format!("{name} {}", self.registration_no), self.reference()).marked(self.mark).in_version(self.version)
    }

    fn reference(&self) -> Reference {
        Reference::of_request(&self.registration_no, &self.check_code)
    }

    /// `Tanggal permohonan`, as the opening sentences name it.
    pub(crate) fn asked_on(&self) -> String {
        date(self.registration.received_on)
    }

    /// Kop, number, subject and addressee of a *surat dinas*.
    pub(crate) fn head(&self, sheet: &mut Sheet<'_>, subject: &str) {
        sheet.letterhead();
        letter_head(sheet, (&self.place, &self.signatory), self.letter.date, &self.letter.number, subject);
        addressee(sheet, &self.registration.applicant, None);
        replacing(sheet, self.replaces.as_ref());
    }

    /// The signature under place and date, with copies and check code beside it.
    pub(crate) fn sign(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.signatures(self.code(), signed(&self.place, self.letter.date, &self.signatory))
    }

    /// The signature of a letter that has place and date in its [`head`](Self::head).
    pub(crate) fn sign_letter(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.signatures(self.code(), signed_letter(&self.signatory))
    }

    fn code(&self) -> Side {
        Side::Code { reference: self.reference(), copies_to: self.letter.cc.clone() }
    }
}

/// Number, nature, attachments and subject, with place and date at the right of the first.
pub(super) fn letter_head(
    sheet: &mut Sheet<'_>,
    (place, official): (&str, &Official),
    on: NaiveDate,
    number: &str,
    subject: &str,
) {
    let filled = |text: &str| vec![Piece::filled(Some(text))];
    let fields = vec![("Nomor", filled(number)), ("Sifat", filled("Biasa")), ("Lampiran", filled("–")), ("Hal", filled(subject))];
    sheet.fields_beside(fields, &format!("{}, {}", official.place_or(place), date(on)));
    sheet.space(8.0);
}

/// To whom the letter goes: to whoever acts for the applicant, named as such, at their own address; to the head of a legal entity.
/// `representative` acts in this matter only, where the applicant named one for it.
pub(super) fn addressee(sheet: &mut Sheet<'_>, applicant: &Applicant, representative: Option<&Representative>) {
    sheet.block_within(0.62, &addressed_to(applicant, representative));
    sheet.space(10.0);
}

/// Who a notice names as its reader: of a legal entity its head.
pub(super) fn written_to(applicant: &Applicant) -> String {
    if applicant.category == Category::LegalEntity { format!("Pimpinan {}", applicant.name) } else { applicant.name.clone() }
}

/// The lines of an address, on a letter as on what it is posted in.
pub(super) fn addressed_to(applicant: &Applicant, representative: Option<&Representative>) -> Vec<Piece> {
    let acting = representative.or(applicant.representative.as_ref());
    let line = |words: RichText| Piece::labelled("", 26.0, words);
    let mut lines = match acting {
        Some(kuasa) => vec![
            Piece::labelled("Yth.", 26.0, RichText::new().bold(&kuasa.name)),
            line(RichText::new().plain(&format!("selaku {} {}", kuasa.acting_as.label(), applicant.name))),
        ],
        None if applicant.category == Category::LegalEntity => {
            vec![Piece::labelled("Yth.", 26.0, RichText::new().plain("Pimpinan ").bold(&applicant.name))]
        }
        None => vec![Piece::labelled("Yth.", 26.0, RichText::new().bold(&applicant.name))],
    };
    lines.push(line(RichText::from("di")));
    lines.push(line(RichText::from(acting.map_or(&applicant.address, |kuasa| &kuasa.address).as_str())));
    lines
}
