//! Who asks, and who acts for them (PERKI 1/2010 Lampiran III with the 2021 fields).

use serde::{Deserialize, Serialize};

use crate::coded::{coded, finer, known, known_or_usual};
use crate::fields::{Problems, bare};

coded! {
    /// Who asks (PERKI 1/2021).
    pub enum Category {
        /// One person.
        Individual = "individual" => "Perorangan",
        /// Several persons together.
        Group = "group" => "Kelompok Orang",
        /// A legal entity.
        LegalEntity = "legal_entity" => "Badan Hukum",
    }
}

coded! {
    /// What identifies the applicant.
    pub enum IdentityKind {
        /// Sixteen digits of the KTP.
        Nik = "nik" => "NIK (KTP)",
        /// Driving licence.
        DrivingLicence = "sim" => "SIM",
        /// Passport.
        Passport = "passport" => "Paspor",
        /// Decree that recognises a legal entity.
        LegalEntityDecree = "legal_entity_decree" => "Nomor SK pengesahan badan hukum",
        /// Nothing shown yet: recorded as missing, never a reason to turn a citizen away (UU KIP Ps 22(2)).
        NotShown = "not_shown" => "Belum ditunjukkan",
    }
}

coded! {
    /// A paper of somebody who is no Indonesian citizen or no Indonesian legal entity, stored beside the nearest
    /// [`IdentityKind`]: a list that older versions know is not lengthened.
    pub enum ForeignPaper {
        /// Residence permit.
        StayPermit = "kitas" => "KITAS/KITAP",
        /// Register number of a foreign entity.
        ForeignEntity = "badan_asing" => "Nomor badan hukum asing",
    }
}

impl ForeignPaper {
    /// What every version reads it as.
    fn nearest(self) -> IdentityKind {
        match self {
            Self::StayPermit => IdentityKind::Passport,
            Self::ForeignEntity => IdentityKind::LegalEntityDecree,
        }
    }
}

finer!(IdentityKind, ForeignPaper);

coded! {
    /// A document asked of an applicant. A missing one is noted, never a block (UU KIP Ps 22(2) asks only for name and address).
    pub enum Document {
        /// KTP, driving licence or passport.
        Identity = "identity" => "Salinan KTP/SIM/paspor",
        /// Identity of every member of a group.
        MembersIdentity = "members_identity" => "Salinan identitas semua anggota kelompok",
        /// Group's mandate to its representative.
        GroupMandate = "group_mandate" => "Surat kuasa kelompok kepada wakilnya",
        /// Recognition by the law ministry.
        Recognition = "recognition" => "Salinan pengesahan badan hukum",
        /// Statutes.
        Statutes = "statutes" => "Salinan anggaran dasar/akta pendirian",
        /// Mandate of the entity's leader.
        LeaderMandate = "leader_mandate" => "Surat kuasa pimpinan badan hukum",
        /// Special power of attorney.
        PowerOfAttorney = "power_of_attorney" => "Surat kuasa khusus",
    }
}

impl Document {
    /// The categories of applicant this document is asked of; empty for one asked of representatives.
    pub fn categories(self) -> &'static [Category] {
        match self {
            Self::Identity => &[Category::Individual, Category::LegalEntity],
            Self::MembersIdentity | Self::GroupMandate => &[Category::Group],
            Self::Recognition | Self::Statutes | Self::LeaderMandate => &[Category::LegalEntity],
            Self::PowerOfAttorney => &[],
        }
    }

    /// Whether it is asked of an applicant of this category; `mandated` where somebody acts by a power of attorney.
    pub fn is_asked_of(self, category: Category, mandated: bool) -> bool {
        self.categories().contains(&category) || (self == Self::PowerOfAttorney && mandated)
    }
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// Person, group or entity.
    pub category: Category,
    /// Full name.
    pub name: String,
    /// What identifies the applicant.
    pub identity_kind: IdentityKind,
    /// The paper itself, where the list above is too coarse.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "known")]
    pub foreign_paper: Option<ForeignPaper>,
    /// Its number; empty only with [`IdentityKind::NotShown`].
    pub identity_number: String,
    /// Postal address.
    pub address: String,
    /// Optional since 2021.
    pub occupation: Option<String>,
    /// Phone number. Neither this nor the e-mail address is a condition (UU KIP Ps 22(2)): without both the answer waits to be
    /// fetched, or goes to the postal address.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Who acts for the applicant.
    pub representative: Option<Representative>,
    /// The persons of a group, where they were listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
}

/// One person of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Full name.
    pub name: String,
    /// The sixteen digits of the KTP, where they were shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nik: Option<String>,
}

/// The most members of one group.
const MOST_MEMBERS: usize = 500;

impl Member {
    /// Reads lines of `name; NIK`.
    pub(super) fn read(p: &mut Problems, lines: &[String]) -> Vec<Self> {
        p.when(lines.len() > MOST_MEMBERS, "members", "Anggota paling banyak 500; lampirkan daftarnya sebagai berkas.");
        let filled = lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let member = |(place, line): (usize, &String)| {
            let field = format!("members.{place}");
            let (name, nik) = line.split_once(';').unwrap_or((line, ""));
            let name = p.text(&field, name, 200, "Tulis nama anggota. Contoh: Siti Rekaan; 1218010101900003");
            let nik = bare(nik);
            let wrong = !nik.is_empty() && (nik.len() != 16 || !nik.chars().all(|c| c.is_ascii_digit()));
            p.when(wrong, &field, "NIK anggota terdiri atas 16 angka; kosongkan bila belum ditunjukkan.");
            Self { name, nik: (!nik.is_empty()).then_some(nik) }
        };
        filled.map(member).collect()
    }

    /// As it was typed.
    pub(super) fn line(&self) -> String {
        self.nik.as_ref().map_or_else(|| self.name.clone(), |nik| format!("{}; {nik}", self.name))
    }
}

impl Applicant {
    /// What identifies the applicant, as it is called.
    pub fn identity_label(&self) -> &'static str {
        self.foreign_paper.map_or(self.identity_kind.label(), ForeignPaper::label)
    }

    /// Whether somebody acts for the applicant by a power of attorney.
    pub fn is_mandated(&self) -> bool {
        self.representative.as_ref().is_some_and(|known| known.acting_as.needs_mandate())
    }
}

coded! {
    /// As what somebody acts for an applicant.
    #[derive(Default)]
    pub enum ActingAs {
        /// By a special power of attorney.
        #[default]
        Attorney = "kuasa" => "kuasa",
        /// Parent or guardian of a minor: by law, without a power of attorney.
        Guardian = "wali" => "orang tua/wali",
        /// Heir of an applicant who died: by a certificate of inheritance.
        Heir = "ahli_waris" => "ahli waris",
    }
}

impl ActingAs {
    /// Whether a special power of attorney is asked.
    pub fn needs_mandate(self) -> bool {
        self == Self::Attorney
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference.
    fn is_usual(&self) -> bool {
        *self == Self::Attorney
    }
}

/// Who acts for an applicant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// Full name.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// Phone number.
    pub phone: Option<String>,
    /// As what.
    #[serde(default, skip_serializing_if = "ActingAs::is_usual", deserialize_with = "known_or_usual")]
    pub acting_as: ActingAs,
    /// The paper by which that was shown, where it was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<String>,
}

/// Notes where somebody is said to act for an applicant who cannot have such a one: a legal entity has no parents, and only a person
/// has heirs.
pub(crate) fn acts_for(p: &mut Problems, field: &str, acting_as: Option<ActingAs>, category: Option<Category>) {
    let why = match (category, acting_as) {
        (Some(Category::LegalEntity), Some(ActingAs::Guardian | ActingAs::Heir)) => {
            "Badan hukum tidak mempunyai wali atau ahli waris; pilih kuasa."
        }
        (Some(Category::Group), Some(ActingAs::Heir)) => "Kelompok tidak mempunyai ahli waris; pilih kuasa atau wali.",
        (Some(Category::Individual | Category::Group | Category::LegalEntity) | None, _) => return,
    };
    p.add(field, why);
}
