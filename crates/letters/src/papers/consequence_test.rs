//! Lembar Pengujian Konsekuensi: the test that comes before an exemption (UU KIP Ps 19, PERKI 1/2021 Ps 49), signed by its
//! team and approved by the leader of the public body (PERKI 1/2017 Ps 4).

use chrono::NaiveDate;
use loket_domain::classification::Worksheet;
use loket_domain::indonesian::date;
use loket_domain::request::other_act;

use crate::imprint::{Imprint, PaperMark, Reference};
use crate::layout::{Columns, Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The worksheet of a consequence test.
#[derive(Clone, Debug)]
pub struct ConsequenceTest {
    /// Short check code.
    pub check_code: String,
    /// The test.
    pub worksheet: Worksheet,
    /// When and by whom it was approved.
    pub approved: Option<(NaiveDate, String)>,
    /// Where it was held.
    pub place: String,
    /// Original or copy.
    pub mark: PaperMark,
}

/// The legal basis, one line a letter.
pub(super) fn basis(worksheet: &Worksheet) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = worksheet
        .grounds
        .iter()
        .map(|ground| {
            let words =
                RichText::new().bold(&format!("Pasal 17 huruf {}", ground.code())).plain(" UU 14/2008: ").plain(ground.label());
            Piece::new(words).above(1.5)
        })
        .collect();
    pieces.extend(worksheet.other_law.as_ref().map(|(law, article)| Piece::new(other_act(law, article)).above(1.5)));
    pieces
}

/// Who approved the test, and when.
pub(super) fn approval(approved: Option<&(NaiveDate, String)>) -> String {
    approved.map_or_else(|| "Belum disetujui".to_owned(), |(on, by)| format!("{by}, tanggal {}", date(*on)))
}

impl Paper for ConsequenceTest {
    fn imprint(&self) -> Imprint {
        Imprint::new(
            format!("Lembar Pengujian Konsekuensi {}", self.worksheet.tested_on),
            Reference::new("Uji konsekuensi", &date(self.worksheet.tested_on), &self.check_code),
        )
        .marked(self.mark)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let test = &self.worksheet;
        let filled = |text: &str| vec![Piece::filled(Some(text))];
        sheet.letterhead();
        sheet.title("LEMBAR PENGUJIAN KONSEKUENSI", &["Informasi Publik yang Dikecualikan".to_owned()]);
        sheet.fields(vec![
            ("Informasi", filled(&test.information)),
            ("Unit yang menguasai", filled(&test.unit)),
            ("Tempat dan tanggal pengujian", filled(&format!("{}, {}", self.place, date(test.tested_on)))),
            ("Dasar hukum pengecualian", basis(test)),
            ("Konsekuensi bila dibuka", filled(&test.consequence)),
            ("Kepentingan yang dilindungi bila ditutup", filled(&test.benefit)),
            ("Jangka waktu", filled(&test.lasting().in_words())),
            ("Persetujuan pimpinan badan publik", filled(&approval(self.approved.as_ref()))),
        ]);
        sheet.space(6.0);
        sheet.heading("Tim Penguji");
        let row = |(person, number): (&String, usize)| {
            // Two empty lines to sign on.
            let hand = vec![Piece::new(""), Piece::new("")];
            vec![vec![Piece::new(format!("{number}."))], vec![Piece::new(person.as_str())], hand]
        };
        let columns = Columns::new(&["No.", "Nama dan Jabatan", "Tanda Tangan"], &[0.07, 0.58, 0.35]);
        sheet.table(&columns, test.team.iter().zip(1..).map(row).collect());
        sheet.space(4.0);
        let leader = self.approved.as_ref().map_or("", |(_, by)| by.as_str());
        // What was typed is a name with a position after it: the position stands above the signature, the name below.
        let (name, position) =
            leader.rsplit_once(", ").filter(|(_, last)| is_position(last)).unwrap_or((leader, "Pimpinan Badan Publik"));
        let above = vec!["Menyetujui,".to_owned(), format!("{position},")];
        sheet.signatures(Side::Nobody, Side::person(above, name))
    }
}

/// Whether these words name an office, not an academic degree that follows a name.
fn is_position(words: &str) -> bool {
    words.split_whitespace().count() > 1 && !words.contains('.')
}
