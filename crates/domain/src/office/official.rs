//! Officials: who signs, in which capacity, and for which office.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::fields::Problems;
use crate::ids::OfficialId;
use crate::role::Role;

coded! {
    /// In which capacity an official signs.
    pub enum Capacity {
        /// Holder of the position.
        Definitive = "definitive" => "Pejabat definitif",
        /// On behalf of the holder.
        OnBehalf = "on_behalf" => "a.n. (atas nama)",
        /// Acting, position vacant.
        Acting = "acting" => "Plt. (pelaksana tugas)",
        /// Acting for the day, holder absent.
        Daily = "daily" => "Plh. (pelaksana harian)",
        /// By order of one who signs on behalf of the holder.
        UnderOrder = "under_order" => "u.b. (untuk beliau)",
    }
}

/// An official named in the office's decree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Official {
    /// Identity.
    pub id: OfficialId,
    /// Name with titles.
    pub name: String,
    /// 18 digits, or none.
    pub nip: Option<String>,
    /// *Pangkat/golongan*.
    pub rank: Option<String>,
    /// *Jabatan* as it stands above the signature.
    pub position: String,
    /// Place in the PPID structure.
    pub role: Role,
    /// How the official signs.
    pub capacity: Capacity,
    /// The decree (*SK*) that appointed the official; none where the first start did not ask for it.
    #[serde(default)]
    pub appointment: Option<Appointment>,
    /// Whom the official represents, the highest first, as the lines above *a.n.* and *u.b.* name them. Where none are
    /// named, an older position names them before its last comma.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub represents: Vec<String>,
    /// The office the official belongs to, where it is not the one that keeps this desk: what that official signs bears its
    /// letterhead and place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_office: Option<OwnOffice>,
}

/// The office of an official who belongs to another one, such as PPID Utama or the secretariat of the regency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnOffice {
    /// First line of its letterhead.
    pub government: String,
    /// Largest line of its letterhead.
    pub name: String,
    /// Address, phone, e-mail: up to four lines.
    pub lines: Vec<String>,
    /// Where its letters are dated.
    pub place: String,
}

impl OwnOffice {
    /// Reads it from its boxes; none where all are empty.
    pub fn read(p: &mut Problems, government: &str, name: &str, lines: &[String], place: &str) -> Option<Self> {
        let typed = [government, name, place].into_iter().chain(lines.iter().map(String::as_str));
        if typed.map(str::trim).all(str::is_empty) {
            return None;
        }
        Some(Self {
            government: p.text("own_government", government, 120, "Isi baris pertama kop instansi itu, atau kosongkan semuanya."),
            name: p.text("own_name", name, 120, "Isi nama instansi seperti di kopnya."),
            lines: read_letterhead_lines(p, "own_lines", lines),
            place: p.text("own_place", place, 80, "Isi tempat surat instansi itu."),
        })
    }
}

/// The lines below the names of a letterhead: one at least, four at most.
pub fn read_letterhead_lines(p: &mut Problems, field: &str, typed: &[String]) -> Vec<String> {
    let lines: Vec<String> = typed.iter().map(|line| p.short(field, line, 150)).filter(|line| !line.is_empty()).collect();
    p.when(lines.is_empty(), field, "Isi sekurang-kurangnya alamat kantor di kop.");
    p.when(lines.len() > 4, field, "Alamat di kop paling banyak empat baris.");
    lines
}

/// Whom an official in this capacity represents: one for *a.n.*, two for *u.b.*, the highest first.
pub fn read_represented(p: &mut Problems, field: &str, typed: &[String], capacity: Option<Capacity>) -> Vec<String> {
    let named: Vec<String> = typed.iter().map(|line| p.short(field, line, 150)).filter(|line| !line.is_empty()).collect();
    let (count, wanted) = match capacity {
        Some(Capacity::OnBehalf) => (1, "Untuk a.n. isi jabatan yang diwakili, misalnya Camat Perbaungan."),
        Some(Capacity::UnderOrder) => {
            (2, "Untuk u.b. isi dua jabatan, satu baris satu: yang diwakili, lalu yang menandatangani atas namanya.")
        }
        Some(Capacity::Definitive | Capacity::Acting | Capacity::Daily) => {
            (0, "Yang diwakili hanya diisi untuk a.n. dan u.b.; kosongkan.")
        }
        None => return named,
    };
    p.when(named.len() != count, field, wanted);
    named
}

/// A decree of appointment and how long it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its number.
    pub decree: String,
    /// Its civil date.
    pub decreed_on: NaiveDate,
    /// The first civil date in office.
    pub from: NaiveDate,
    /// The last civil date in office; none while it runs.
    pub until: Option<NaiveDate>,
}

/// Reads an NIP as typed: 18 digits, spaces between them let be, or nothing at all.
pub fn read_nip(p: &mut Problems, field: &str, typed: &str) -> Option<String> {
    let nip: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let wrong = !nip.is_empty() && (nip.len() != 18 || !nip.chars().all(|c| c.is_ascii_digit()));
    p.when(wrong, field, "NIP terdiri atas 18 angka; kosongkan bila tidak ada.");
    (!nip.is_empty()).then_some(nip)
}

impl Official {
    /// Whom the official represents, the highest first, and the position that is the official's own.
    pub fn standing(&self) -> (Vec<String>, String) {
        if !self.represents.is_empty() {
            return (self.represents.clone(), self.position.clone());
        }
        let mut named: Vec<String> = match self.capacity {
            Capacity::Definitive | Capacity::Acting | Capacity::Daily => vec![],
            Capacity::OnBehalf => self.position.splitn(2, ", ").map(str::to_owned).collect(),
            Capacity::UnderOrder => self.position.split(", ").map(str::to_owned).collect(),
        };
        match named.pop() {
            Some(own) => (named, own),
            None => (named, self.position.clone()),
        }
    }

    /// The place from which the official dates a letter, where the desk's office is at `place`.
    pub fn place_or<'a>(&'a self, place: &'a str) -> &'a str {
        self.own_office.as_ref().map_or(place, |office| &office.place)
    }

    /// Whether the official is in office on this civil date. Without a decree on record the word of the office is taken.
    pub fn serves_on(&self, date: NaiveDate) -> bool {
        self.appointment
            .as_ref()
            .is_none_or(|appointed| appointed.from <= date && appointed.until.is_none_or(|until| date <= until))
    }
}
