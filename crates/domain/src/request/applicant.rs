//! The choices of the official form (PERKI 1/2010 Lampiran III with the 2021 fields).

use serde::{Deserialize, Serialize};

use crate::coded::coded;

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
    /// How a request came in.
    pub enum Channel {
        /// At the counter, in writing.
        Counter = "langsung" => "Datang langsung",
        /// Spoken; the officer writes it down (UU KIP Ps 22(3)).
        Oral = "lisan" => "Lisan",
        /// Letter.
        Letter = "surat" => "Surat/pos",
        /// E-mail.
        Email = "email" => "E-mail",
        /// Telephone.
        Telephone = "telepon" => "Telepon",
        /// Web form.
        Web = "web" => "Laman",
    }
}

coded! {
    /// How the information is to be obtained.
    pub enum AccessMode {
        /// Looking, reading, listening, noting.
        View = "view" => "Melihat/membaca/mendengarkan/mencatat",
        /// A copy.
        Copy = "copy" => "Mendapatkan salinan informasi",
    }
}

coded! {
    /// The form of a copy.
    pub enum CopyFormat {
        /// A file.
        Softcopy = "softcopy" => "Softcopy",
        /// Paper.
        Hardcopy = "hardcopy" => "Hardcopy",
    }
}

coded! {
    /// How a copy reaches the applicant.
    pub enum DeliveryMode {
        /// Fetched.
        PickUp = "pick_up" => "Mengambil langsung",
        /// Courier.
        Courier = "courier" => "Kurir",
        /// Post.
        Post = "post" => "Pos",
        /// Fax.
        Fax = "fax" => "Faksimili",
        /// E-mail.
        Email = "email" => "E-mail",
    }
}

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

    /// Whether it is asked of this applicant.
    pub fn is_asked_of(self, category: Category, represented: bool) -> bool {
        self.categories().contains(&category) || (self == Self::PowerOfAttorney && represented)
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
}

/// Who acts for an applicant under a power of attorney.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// Full name.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// Phone number.
    pub phone: Option<String>,
}
