//! The catalogue of public information (*Daftar Informasi Publik*, DIP).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::coded::coded;

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

/// One item of the catalogue: the columns of PERKI 1/2010 lampiran II, and its category and link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DipItem {
    /// *Ringkasan isi informasi*.
    pub summary: String,
    /// When it must be public.
    pub category: DipCategory,
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
    /// Where it can be read.
    pub link: Option<String>,
    /// The civil date of its last publication: day zero of the six months of a periodic item.
    pub published_on: Option<NaiveDate>,
}
