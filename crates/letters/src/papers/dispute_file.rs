//! Berkas sengketa: everything about one request as one document, with an index and the journal's hashes.

use chrono::NaiveDate;
use loket_domain::indonesian::date;

use crate::imprint::{Imprint, Reference};
use crate::layout::{Columns, Piece, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// A paper in the file.
pub struct Bundled<'a> {
    /// Its legal name.
    pub title: String,
    /// Its number.
    pub number: String,
    /// Its civil date.
    pub on: NaiveDate,
    /// Hash of the journal entry it stands on, in hexadecimal.
    pub hash: String,
    /// The paper itself.
    pub paper: &'a dyn Paper,
}

/// One line of the journal, for the appendix.
#[derive(Clone, Debug)]
pub struct JournalLine {
    /// When, in words.
    pub at: String,
    /// Who.
    pub who: String,
    /// What happened.
    pub what: String,
    /// Hash of the entry, in hexadecimal.
    pub hash: String,
}

/// The file of one request.
pub struct DisputeFile<'a> {
    /// Registration number of the request.
    pub registration_no: String,
    /// Name of the applicant.
    pub applicant: String,
    /// Short check code.
    pub check_code: String,
    /// The civil date it was put together.
    pub on: NaiveDate,
    /// Its papers, in the order of what happened.
    pub papers: Vec<Bundled<'a>>,
    /// The journal of the request, oldest first.
    pub journal: Vec<JournalLine>,
}

/// Letters of a hash that stand on the index; the appendix has all of them.
const SHORT: usize = 16;

/// The index and the appendix of a file; `pages` are the first and last page of each paper.
pub(crate) struct Cover<'a> {
    pub(crate) file: &'a DisputeFile<'a>,
    pub(crate) pages: Vec<(usize, usize)>,
}

/// The journal of the request, at the end of the file.
pub(crate) struct Appendix<'a>(pub(crate) &'a DisputeFile<'a>);

fn reference(file: &DisputeFile<'_>) -> Reference {
    Reference::of_request(&file.registration_no, &file.check_code)
}

impl Paper for Cover<'_> {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Berkas Sengketa {}", self.file.registration_no), reference(self.file))
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let file = self.file;
        sheet.letterhead();
        sheet.title("BERKAS SENGKETA INFORMASI PUBLIK", &[format!("Nomor pendaftaran {}", file.registration_no)]);
        sheet.fields(vec![
            ("Pemohon", vec![Piece::filled(Some(&file.applicant))]),
            ("Disusun", vec![Piece::new(date(file.on))]),
            ("Kode periksa", vec![Piece::new(file.check_code.as_str())]),
        ]);
        sheet.space(6.0);
        sheet.heading("Daftar isi");
        let row = |((paper, (first, last)), number): ((&Bundled<'_>, &(usize, usize)), usize)| {
            let pages = if first == last { first.to_string() } else { format!("{first}–{last}") };
            let hash: String = paper.hash.chars().take(SHORT).collect();
            [number.to_string(), paper.title.clone(), paper.number.clone(), date(paper.on), pages, hash]
                .map(|cell| vec![Piece::new(cell)])
                .to_vec()
        };
        let rows = file.papers.iter().zip(&self.pages).zip(1..).map(row).collect();
        let columns =
            Columns::new(&["No.", "Dokumen", "Nomor", "Tanggal", "Hlm.", "Sidik jurnal"], &[0.06, 0.27, 0.22, 0.16, 0.09, 0.2]);
        sheet.table(&columns.size(9.0), rows);
        sheet.space(8.0);
        sheet.paragraph(
            "Sidik jurnal ialah awal dari hash BLAKE3 catatan yang menjadi dasar dokumen. Hash lengkap setiap catatan ada pada \
             lampiran; keutuhannya dapat diperiksa pada berkas data kantor dan pada PPID Utama.",
        );
        Ok(())
    }
}

impl Paper for Appendix<'_> {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Catatan jurnal {}", self.0.registration_no), reference(self.0))
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.title("LAMPIRAN: CATATAN JURNAL", &[format!("Nomor pendaftaran {}", self.0.registration_no)]);
        let row = |(line, number): (&JournalLine, usize)| {
            [number.to_string(), line.at.clone(), line.who.clone(), line.what.clone(), line.hash.clone()]
                .map(|cell| vec![Piece::new(cell)])
                .to_vec()
        };
        let columns = Columns::new(&["No.", "Waktu", "Oleh", "Peristiwa", "Hash"], &[0.06, 0.19, 0.18, 0.3, 0.27]);
        sheet.table(&columns.size(8.0), self.0.journal.iter().zip(1..).map(row).collect());
        Ok(())
    }
}
