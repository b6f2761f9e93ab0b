//! The catalogue of public information (*Daftar Informasi Publik*, DIP).

mod change;
mod fold;

pub use change::CatalogueChange;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::problem::{Problems, Refused};

coded! {
    /// When an item must be public (UU KIP Ps 9–11).
    pub enum DipCategory {
        /// At least every six months (Ps 9).
        Periodic = "berkala" => "Berkala",
        /// At once (Ps 10).
        Immediate = "serta_merta" => "Serta merta",
        /// On request (Ps 11).
        OnDemand = "setiap_saat" => "Setiap saat",
    }
}

impl DipCategory {
    /// The category that a text names: its code, its label, or what offices write: `Informasi Berkala`, `Sertamerta`, `Wajib tersedia
    /// setiap saat`.
    pub fn named(text: &str) -> Option<Self> {
        let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        let names = [(Self::Immediate, "sertamerta"), (Self::OnDemand, "setiapsaat"), (Self::Periodic, "berkala")];
        let mut found = names.into_iter().filter(|(_, name)| letters.contains(name));
        found.next().filter(|_| found.next().is_none()).map(|(category, _)| category)
    }
}

/// One item of the catalogue: the columns of PERKI 1/2010 lampiran II, the media that newer lists name, and its
/// category and link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DipItem {
    /// *Ringkasan isi informasi*.
    pub summary: String,
    /// When it must be public.
    pub category: DipCategory,
    /// Code of the category of PPID Utama it stands under ([`crate::pack::Heading`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// *Pejabat/unit/satuan kerja yang menguasai informasi*.
    pub holder: String,
    /// *Penanggungjawab pembuatan atau penerbitan informasi*.
    pub responsible: String,
    /// *Waktu dan tempat pembuatan informasi*, as the office writes it.
    pub made: String,
    /// *Format/bentuk informasi yang tersedia*.
    pub format: String,
    /// *Jangka waktu penyimpanan atau retensi arsip*.
    pub retention: String,
    /// *Jenis media yang memuat informasi*, such as website, notice board, social media.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<String>,
    /// Where it can be read.
    pub link: Option<String>,
    /// The civil date of its last publication: day zero of the six months of a periodic item.
    pub published_on: Option<NaiveDate>,
}

/// An item's form as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `DipItem`.
pub struct DipItemInput {
    pub summary: String,
    pub category: String,
    pub heading: String,
    pub holder: String,
    pub responsible: String,
    pub made: String,
    pub format: String,
    pub retention: String,
    pub media: String,
    pub link: String,
    pub published_on: String,
}

/// An item as its changes made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The item.
    pub item: DipItem,
    /// When and why it left the catalogue.
    pub withdrawn: Option<(NaiveDate, String)>,
}

impl DipItem {
    /// The form that would have to be typed for this item to come of it.
    #[must_use]
    pub fn as_typed(&self) -> DipItemInput {
        let item = self.clone();
        DipItemInput {
            summary: item.summary,
            category: item.category.code().to_owned(),
            heading: item.heading.unwrap_or_default(),
            holder: item.holder,
            responsible: item.responsible,
            made: item.made,
            format: item.format,
            retention: item.retention,
            media: item.media.unwrap_or_default(),
            link: item.link.unwrap_or_default(),
            published_on: item.published_on.map(|on| on.to_string()).unwrap_or_default(),
        }
    }
}

impl DipItemInput {
    /// Reads the form on `today`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, today: NaiveDate) -> Result<DipItem, Refused> {
        let mut p = Problems::default();
        let summary = p.text("summary", &self.summary, 1_000, "Isi ringkasan isi informasi.");
        let category = DipCategory::named(&self.category);
        p.when(category.is_none(), "category", "Pilih kategori: Berkala, Serta merta, atau Setiap saat.");
        let heading = p.optional("heading", &self.heading, 40);
        let holder = p.text("holder", &self.holder, 300, "Isi pejabat atau unit yang menguasai informasi.");
        let responsible = p.text("responsible", &self.responsible, 300, "Isi penanggung jawab pembuatan atau penerbitan.");
        let made = p.text("made", &self.made, 300, "Isi waktu dan tempat pembuatan informasi.");
        let format = p.text("format", &self.format, 300, "Isi format atau bentuk informasi yang tersedia.");
        let retention = p.text("retention", &self.retention, 300, "Isi jangka waktu penyimpanan.");
        let media = p.optional("media", &self.media, 300);
        let link = p.optional("link", &self.link, 500);
        let shaped = link.as_ref().is_none_or(|link| link.starts_with("https://") || link.starts_with("http://"));
        p.when(!shaped, "link", "Tautan dimulai dengan https:// ; kosongkan bila tidak ada.");
        let published_on = (!self.published_on.trim().is_empty())
            .then(|| p.date("published_on", &self.published_on, "Tanggal pemutakhiran belum benar."))
            .flatten();
        p.when(published_on.is_some_and(|on| on > today), "published_on", "Tanggal pemutakhiran tidak boleh setelah hari ini.");
        p.or(category.map(|category| DipItem {
            summary,
            category,
            heading,
            holder,
            responsible,
            made,
            format,
            retention,
            media,
            link,
            published_on,
        }))
    }
}

impl Listed {
    /// The civil date by which a periodic item must be brought up to date (UU KIP Ps 9: every six months).
    pub fn renewal_due(&self) -> Option<NaiveDate> {
        let published = self.item.published_on.filter(|_| self.item.category == DipCategory::Periodic)?;
        published.checked_add_months(Months::new(6))
    }
}
