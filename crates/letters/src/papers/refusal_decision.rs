//! Surat Keputusan PPID tentang Penolakan Permohonan Informasi: a filled form, not a decree with
//! recitals; PERKI 1/2010 lampiran VI.

use chrono::NaiveDate;
use loket_domain::indonesian::date;

use super::letter_number;
use crate::applicant::Applicant;
use crate::layout::{Align, Piece, Sheet, Side, Words};
use crate::paper::{Paper, PaperMark, Reference, Typeface};
use crate::press::PressError;
use crate::signatory::Signatory;

/// The decision that refuses a request.
#[derive(Clone, Debug)]
pub struct RefusalDecision {
    /// The number of the decision; `None` leaves dots for the agenda book's number.
    pub decision_no: Option<String>,
    /// Registration number of the request.
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// Who asked.
    pub applicant: Applicant,
    /// The information asked for.
    pub information: String,
    /// The letters of article 17 that apply.
    pub grounds: Vec<SecrecyGround>,
    /// Another act that forbids disclosure; letter j cannot stand without one.
    pub other_act: Option<OtherAct>,
    /// What disclosure would lead to.
    pub consequence: String,
    /// What the classification rests on.
    pub basis: RefusalBasis,
    /// Where the decision is signed.
    pub place: String,
    /// When the decision is signed.
    pub date: NaiveDate,
    /// The PPID who signs.
    pub signatory: Signatory,
    /// Who gets a copy (*tembusan*).
    pub copies_to: Vec<String>,
    /// Original or copy.
    pub mark: PaperMark,
}

/// A letter of article 17 of UU 14/2008.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SecrecyGround {
    /// Law enforcement.
    A,
    /// Intellectual property and fair competition.
    B,
    /// Defence and security.
    C,
    /// Natural wealth.
    D,
    /// The national economy.
    E,
    /// Foreign relations.
    F,
    /// Private deeds and wills.
    G,
    /// Privacy.
    H,
    /// Internal memoranda.
    I,
    /// Secret by another act.
    J,
}

impl SecrecyGround {
    /// The letter, in lower case as in the act.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::D => "d",
            Self::E => "e",
            Self::F => "f",
            Self::G => "g",
            Self::H => "h",
            Self::I => "i",
            Self::J => "j",
        }
    }

    /// The short official label.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::A => "menghambat proses penegakan hukum",
            Self::B => {
                "mengganggu kepentingan pelindungan hak atas kekayaan intelektual dan pelindungan dari persaingan usaha tidak sehat"
            }
            Self::C => "membahayakan pertahanan dan keamanan negara",
            Self::D => "mengungkapkan kekayaan alam Indonesia",
            Self::E => "merugikan ketahanan ekonomi nasional",
            Self::F => "merugikan kepentingan hubungan luar negeri",
            Self::G => "mengungkapkan isi akta otentik yang bersifat pribadi dan kemauan terakhir ataupun wasiat seseorang",
            Self::H => "mengungkap rahasia pribadi",
            Self::I => {
                "memorandum atau surat-surat antar Badan Publik atau intra Badan Publik yang menurut sifatnya dirahasiakan, kecuali atas putusan Komisi Informasi atau pengadilan"
            }
            Self::J => "informasi yang tidak boleh diungkapkan berdasarkan Undang-Undang",
        }
    }
}

/// An article of another act.
#[derive(Clone, Debug)]
pub struct OtherAct {
    /// The act, such as `Nomor 23 Tahun 2006 tentang Administrasi Kependudukan`, without the words
    /// Undang-Undang before it.
    pub act: String,
    /// The article, such as `84 ayat (1)`, without the word Pasal before it.
    pub article: String,
}

/// What the classification as exempt rests on.
#[derive(Clone, Debug)]
pub enum RefusalBasis {
    /// A classification decree, attached to the decision.
    Classification {
        /// Its number.
        decree_no: String,
        /// Its date.
        date: NaiveDate,
    },
    /// A consequence test for this request.
    ConsequenceTest {
        /// When it was made.
        date: NaiveDate,
    },
}

impl Paper for RefusalDecision {
    fn title(&self) -> String {
        format!("Surat Keputusan PPID tentang Penolakan {}", self.registration_no)
    }

    fn mark(&self) -> PaperMark {
        self.mark
    }

    fn reference(&self) -> Option<Reference> {
        Some(self.code())
    }

    fn typeface(&self) -> Typeface {
        Typeface::Decision
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title(
            "SURAT KEPUTUSAN\nPEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI\nTENTANG PENOLAKAN PERMOHONAN INFORMASI",
            &[letter_number(self.decision_no.as_deref())],
        );
        sheet.fields(self.fields());
        sheet.space(4.0);
        sheet.paragraph("PPID memutuskan bahwa informasi yang dimohon adalah:");
        verdict(sheet, "INFORMASI YANG DIKECUALIKAN");
        sheet.paragraph("Pengecualian informasi didasarkan pada alasan:");
        sheet.block(&self.grounds());
        sheet.space(6.0);
        sheet.paragraph(format!(
            "Bahwa berdasarkan pasal-pasal di atas, membuka informasi tersebut dapat menimbulkan konsekuensi sebagai berikut: {}",
            self.consequence
        ));
        sheet.paragraph(self.basis_words());
        sheet.paragraph("Dengan demikian menyatakan bahwa:");
        verdict(sheet, "PERMOHONAN INFORMASI DITOLAK");
        sheet.paragraph(
            "Jika Pemohon Informasi keberatan atas penolakan ini, Pemohon Informasi dapat mengajukan keberatan kepada Atasan PPID dalam waktu 30 (tiga puluh) hari kerja sejak menerima Surat Keputusan ini.",
        );
        let right = Side::official(format!("{}, {}", self.place, date(self.date)), &self.signatory);
        let left = Side::Code { reference: self.code(), copies_to: self.copies_to.clone() };
        sheet.signatures(left, right)?;
        Ok(())
    }
}

impl RefusalDecision {
    fn code(&self) -> Reference {
        Reference { registration_no: self.registration_no.clone(), check_code: self.check_code.clone() }
    }

    fn fields(&self) -> Vec<(&'static str, Vec<Piece>)> {
        let applicant = &self.applicant;
        let filled = |text: Option<&str>| vec![Piece::filled(text)];
        let mut fields = vec![
            ("Nomor Pendaftaran", filled(Some(&self.registration_no))),
            ("Nama", filled(Some(&applicant.name))),
            ("Alamat", filled(Some(&applicant.address))),
        ];
        if let Some(occupation) = &applicant.occupation {
            fields.push(("Pekerjaan", filled(Some(occupation))));
        }
        fields.push(("No. Telp/E-mail", filled(applicant.contact().as_deref())));
        fields.push(("Rincian Informasi yang Dibutuhkan", filled(Some(&self.information))));
        fields
    }

    /// The grounds in the order of the act, each once.
    fn grounds(&self) -> Vec<Piece> {
        let mut grounds = self.grounds.clone();
        grounds.sort_unstable();
        grounds.dedup();
        let mut pieces: Vec<Piece> = grounds
            .into_iter()
            .map(|ground| {
                let words = Words::new()
                    .bold(&format!("Pasal 17 huruf {}", ground.letter()))
                    .plain(" Undang-Undang Nomor 14 Tahun 2008: ")
                    .plain(ground.label());
                Piece::tick(true, words).above(1.5)
            })
            .collect();
        if let Some(other) = &self.other_act {
            let words = Words::new().bold(&format!("Pasal {}", other.article)).plain(&format!(" Undang-Undang {}", other.act));
            pieces.push(Piece::tick(true, words).above(1.5));
        }
        pieces
    }

    fn basis_words(&self) -> Words {
        match &self.basis {
            RefusalBasis::Classification { decree_no, date: on } => Words::new()
                .plain("Pengecualian ini sesuai dengan Surat Penetapan Klasifikasi Informasi yang Dikecualikan Nomor ")
                .whole(decree_no)
                .plain(" tanggal ")
                .whole(&date(*on))
                .plain(", sebagaimana terlampir."),
            RefusalBasis::ConsequenceTest { date: on } => Words::new()
                .plain("Pengecualian ini didasarkan pada pengujian konsekuensi yang dilakukan pada tanggal ")
                .whole(&date(*on))
                .plain("."),
        }
    }
}

/// The words a reader looks for, in the middle and apart.
fn verdict(sheet: &mut Sheet<'_>, words: &str) {
    let style = sheet.body().bold().align(Align::Centre);
    sheet.glue_last(1);
    sheet.block(&[Piece::new(words).style(style.size(style.size + 1.0))]);
    sheet.space(style.size * 0.7);
}
