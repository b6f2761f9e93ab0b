//! Applicants and what they ask for.

use chrono::NaiveTime;
use loket_domain::request::{
    AccessMode, ActingAs, Applicant, Category, Channel, CopyFormat, DeliveryMode, IdentityKind, Registration, Representative,
};

use super::day;

pub(crate) fn applicant() -> Applicant {
    Applicant {
        name: "Rahmawati Boru Simanjorang".into(),
        category: Category::Individual,
        identity_kind: IdentityKind::Nik,
        foreign_paper: None,
        identity_number: "1218014507920003".into(),
        address: "Dusun II Melati, Desa Citaman Jernih, Kecamatan Perbaungan".into(),
        occupation: Some("Pedagang".into()),
        phone: Some("0812-0000-1234".into()),
        email: Some("rahmawati@contoh.example".into()),
        representative: None,
        members: vec![],
    }
}

/// 80 characters, one of them an apostrophe.
pub(crate) const LONG_NAME: &str = "Raden Ayu Siti Nur'aini Kusumawardhani Prawiranegara Tambunan Boru Hutagalungsari";

/// Applicant and representative both with the longest of names.
pub(crate) fn represented() -> Applicant {
    Applicant {
        name: LONG_NAME.into(),
        representative: Some(Representative {
            name: "Raden Mas Abdurrahman Wiryodiningrat Kartasasmita Hasibuan Situmorang Simanungkalit".into(),
            address: "Jalan Lintas Sumatera Kilometer 37 Gang Mesjid Nomor 12 B, Lingkungan IV, Kelurahan Simpang Tiga Pekan, Kecamatan Perbaungan, Kabupaten Serdang Bedagai 20986".into(),
            phone: Some("0813-0000-9876".into()),
            acting_as: ActingAs::Attorney,
            mandate: None,
        }),
        ..applicant()
    }
}

pub(crate) fn legal_entity() -> Applicant {
    Applicant {
        name: "Perkumpulan Warga Peduli Anggaran Contoh".into(),
        category: Category::LegalEntity,
        identity_kind: IdentityKind::LegalEntityDecree,
        foreign_paper: None,
        identity_number: "AHU-0000123.AH.01.07.TAHUN 2024".into(),
        occupation: None,
        ..applicant()
    }
}

pub(crate) fn registration() -> Registration {
    Registration {
        channel: Channel::Counter,
        via: None,
        received_on: day(2026, 11, 23),
        received_at: NaiveTime::from_hms_opt(10, 5, 0).unwrap(),
        applicant: applicant(),
        information: INFORMATION.into(),
        purpose: PURPOSE.into(),
        access_mode: AccessMode::Copy,
        copy_format: Some(CopyFormat::Hardcopy),
        delivery_mode: Some(DeliveryMode::PickUp),
        carrier: None,
        read_back: false,
        assistance: None,
        documents: vec![],
        notes: Some("Salinan KTP menyusul.".into()),
    }
}

/// The sample registration by somebody else.
pub(crate) fn by(applicant: Applicant) -> Registration {
    Registration { applicant, ..registration() }
}

const INFORMATION: &str = "Salinan rincian penggunaan Dana Desa Citaman Jernih tahun anggaran 2025 beserta dokumen pertanggungjawabannya, dan daftar penerima bantuan langsung tunai tahap I sampai dengan tahap IV.";
const PURPOSE: &str = "Bahan musyawarah warga dusun tentang pembangunan jalan usaha tani.";
