//! Items of the catalogue and what is kept closed, as lines of a table.

use loket_domain::pack::PackContent;
use std::collections::BTreeMap;

use crate::fault::StoreFault;
use crate::projection::{CatalogueRow, ExemptRow};
use crate::state::Shared;

/// What the categories of PPID Utama are called, as it published them last.
pub(crate) struct Headings(BTreeMap<String, String>);

impl Headings {
    pub(crate) async fn read(shared: &Shared) -> Result<Self, StoreFault> {
        let mut names = BTreeMap::new();
        // Later versions over earlier ones; what was retired since keeps its last name.
        for pack in shared.store.packs().await? {
            if let PackContent::Categories { headings } = &pack.signed.pack().content {
                names.extend(headings.iter().map(|heading| (heading.code.clone(), heading.name.clone())));
            }
        }
        Ok(Self(names))
    }

    /// The name of this code; the code itself where it is not known here.
    pub(crate) fn of<'a>(&'a self, code: &'a str) -> &'a str {
        self.0.get(code).map_or(code, String::as_str)
    }
}

/// The columns of the catalogue as a file: those of PERKI 1/2010 lampiran II, with office, category and link.
pub(crate) const COLUMNS: [&str; 13] = [
    "Kode kantor",
    "Kantor",
    "Ringkasan isi informasi",
    "Kategori",
    "Kelompok",
    "Pejabat/unit yang menguasai",
    "Penanggung jawab",
    "Waktu dan tempat pembuatan",
    "Bentuk",
    "Jangka waktu penyimpanan",
    "Media",
    "Tautan",
    "Dimutakhirkan",
];

/// An item of an office in the order of [`COLUMNS`].
pub(crate) fn cells(code: &str, office: &str, row: &CatalogueRow, headings: &Headings) -> Vec<String> {
    let item = &row.item;
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        code.to_owned(),
        office.to_owned(),
        item.summary.clone(),
        item.category.label().to_owned(),
        item.heading.as_deref().map(|code| headings.of(code).to_owned()).unwrap_or_default(),
        item.holder.clone(),
        item.responsible.clone(),
        item.made.clone(),
        item.format.clone(),
        item.retention.clone(),
        optional(&item.media),
        optional(&item.link),
        item.published_on.map(|on| on.to_string()).unwrap_or_default(),
    ]
}

/// The columns of the list of exempt information as a file.
pub(crate) const EXEMPT_COLUMNS: [&str; 9] = [
    "Kode kantor",
    "Kantor",
    "Informasi",
    "Dasar hukum",
    "Jangka waktu",
    "Unit pemilik",
    "Keadaan",
    "Nomor penetapan",
    "Berlaku sejak",
];

/// What an office keeps closed, in the order of [`EXEMPT_COLUMNS`].
pub(crate) fn exempt_cells(code: &str, office: &str, row: &ExemptRow) -> Vec<String> {
    let (number, from) = row.decree.clone().map(|(number, from)| (number, from.to_string())).unwrap_or_default();
    vec![
        code.to_owned(),
        office.to_owned(),
        row.information.clone(),
        row.basis(),
        row.lasting.clone(),
        row.unit.clone(),
        row.stage.label().to_owned(),
        number,
        from,
    ]
}
