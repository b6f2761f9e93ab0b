//! Surat Penetapan Klasifikasi: the decree that exempts, with the six contents of PP 61/2010 (PERKI 1/2017 lampiran I).

use chrono::NaiveDate;
use loket_domain::classification::{Decree, Worksheet};
use loket_domain::office::Official;

use super::consequence_test::{approval, basis};
use super::letter_number;
use super::signature::signed;
use crate::imprint::{Imprint, PaperMark, Reference};
use crate::layout::{Piece, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The decree that classifies.
#[derive(Clone, Debug)]
pub struct ClassificationDecree {
    /// Short check code.
    pub check_code: String,
    /// The test it stands on.
    pub worksheet: Worksheet,
    /// When and by whom it was approved.
    pub approved: Option<(NaiveDate, String)>,
    /// The decree.
    pub decree: Decree,
    /// Name of the public body's unit.
    pub office: String,
    /// Name of the regency.
    pub regency: String,
    /// Where it is signed.
    pub place: String,
    /// The PPID who sets it.
    pub signatory: Official,
    /// Original or copy.
    pub mark: PaperMark,
}

impl Paper for ClassificationDecree {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Surat Penetapan Klasifikasi {}", self.decree.letter.number), self.code())
            .marked(self.mark)
            .decision()
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let test = &self.worksheet;
        let filled = |text: &str| vec![Piece::filled(Some(text))];
        sheet.letterhead();
        sheet.title("SURAT PENETAPAN KLASIFIKASI\nINFORMASI YANG DIKECUALIKAN", &[letter_number(&self.decree.letter.number)]);
        sheet.worded(Template::DecreeOpening, &[]);
        let ppid = format!("{}, {}", self.signatory.name, self.signatory.position);
        let body = format!("Pemerintah {}, {}", title_case(&self.regency), self.office);
        sheet.fields(vec![
            ("Informasi", filled(&test.information)),
            ("Jenis klasifikasi", basis(test)),
            ("PPID yang menetapkan", filled(&ppid)),
            ("Badan publik dan unit kerja", filled(&format!("{body}; {}", test.unit))),
            ("Jangka waktu", filled(&test.lasting().since(self.decree.from))),
            ("Alasan: akibat bila dibuka", filled(&test.consequence)),
            ("Kepentingan yang dilindungi", filled(&test.benefit)),
            ("Persetujuan pimpinan", filled(&approval(self.approved.as_ref()))),
        ]);
        sheet.space(6.0);
        sheet.worded(Template::DecreeClosing, &[]);
        let left = Side::Code { reference: self.code(), copies_to: self.decree.letter.cc.clone() };
        sheet.signatures(left, signed(&self.place, self.decree.letter.date, &self.signatory))
    }
}

impl ClassificationDecree {
    fn code(&self) -> Reference {
        Reference::new("Penetapan", &self.decree.letter.number, &self.check_code)
    }
}

/// `KABUPATEN SERDANG BEDAGAI` as it stands in a sentence.
fn title_case(words: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| format!("{first}{}", letters.as_str().to_lowercase()))
    };
    words.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
