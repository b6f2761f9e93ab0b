//! Daftar Informasi Publik; PERKI 1/2010 lampiran II, with the category and link that offices add.

use loket_domain::dip::{DipCategory, DipItem};
use loket_domain::indonesian::date;
use loket_domain::office::ListDecree;

use super::list::{List, SignedBy, below};
use crate::imprint::{Imprint, Reference};
use crate::layout::{Columns, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The catalogue of public information.
#[derive(Clone, Debug)]
pub struct Dip {
    /// The civil date it stands for.
    pub on: chrono::NaiveDate,
    /// Short check code.
    pub check_code: String,
    /// Number and date of the decree that sets it.
    pub decree: Option<ListDecree>,
    /// The items, in any order; a heading here is a name, not a code.
    pub items: Vec<DipItem>,
    /// Who signs it.
    pub signed: Option<SignedBy>,
}

/// The seven columns of lampiran II, with the category after the summary, and the link before the media that newer lists name.
const COLUMNS: Columns<'_> = Columns::new(
    &[
        "No.",
        "Ringkasan Isi Informasi",
        "Kategori",
        "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi",
        "Penanggungjawab Pembuatan atau Penerbitan Informasi",
        "Waktu dan Tempat Pembuatan Informasi",
        "Format/Bentuk Informasi yang Tersedia",
        "Jangka Waktu Penyimpanan atau Retensi Arsip",
        "Tautan",
        "Jenis Media yang Memuat Informasi",
    ],
    &[3.5, 20.5, 8.0, 12.5, 12.5, 11.0, 9.5, 9.5, 12.0, 10.0],
)
.size(8.5);

impl Paper for Dip {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Daftar Informasi Publik {}", self.on), Reference::new("DIP", &date(self.on), &self.check_code))
            .lying()
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        // In the order of the law; within, those without a heading first.
        let mut ordered: Vec<&DipItem> = self.items.iter().collect();
        let place = |item: &DipItem| DipCategory::ALL.iter().position(|category| *category == item.category);
        ordered.sort_by_key(|item| (place(item), item.heading.as_deref()));
        let row = |(item, number): (&DipItem, usize)| {
            let category = item.category.label();
            let link = item.link.clone().unwrap_or_else(|| "–".to_owned());
            vec![
                number.to_string(),
                item.summary.clone(),
                item.heading.as_ref().map_or_else(|| category.to_owned(), |heading| format!("{category}: {heading}")),
                item.holder.clone(),
                item.responsible.clone(),
                item.made.clone(),
                item.format.clone(),
                item.retention.clone(),
                link,
                item.media.clone().unwrap_or_else(|| "–".to_owned()),
            ]
        };
        let rows: Vec<Vec<String>> = ordered.into_iter().zip(1..).map(row).collect();
        List {
            title: "DAFTAR INFORMASI PUBLIK",
            below: &below(self.on, self.decree.as_ref()),
            columns: COLUMNS,
            rows: &rows,
            empty: "Belum ada informasi dalam daftar ini.",
            signed: self.signed.as_ref(),
        }
        .compose(sheet)
    }
}
