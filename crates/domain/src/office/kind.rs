//! What kind of public body an office is. Its name says so: what a kecamatan is called by itself is its place.

use crate::coded::coded;

coded! {
    /// What kind of public body an office is.
    pub enum OfficeKind {
        /// The office of a *camat*.
        Kecamatan = "kecamatan" => "Kecamatan",
        /// A *dinas* of the regency.
        Dinas = "dinas" => "Dinas",
        /// A *badan* of the regency.
        Badan = "badan" => "Badan",
        /// A *bagian* of the regency's secretariat.
        Bagian = "bagian" => "Bagian Sekretariat Daerah",
        /// The office of a *lurah*.
        Kelurahan = "kelurahan" => "Kelurahan",
        /// A hospital or another technical unit.
        Unit = "unit" => "RSUD, puskesmas atau UPT",
        /// Any other public body.
        Other = "lain" => "Badan publik lain",
    }
}

/// How names of the other kinds begin.
const BEGINNINGS: &[(&str, OfficeKind)] = &[
    ("dinas", OfficeKind::Dinas),
    ("badan", OfficeKind::Badan),
    ("bagian", OfficeKind::Bagian),
    ("kelurahan", OfficeKind::Kelurahan),
    ("rsud", OfficeKind::Unit),
    ("rumah sakit", OfficeKind::Unit),
    ("puskesmas", OfficeKind::Unit),
    ("upt", OfficeKind::Unit),
    ("uptd", OfficeKind::Unit),
    ("sekretariat", OfficeKind::Other),
    ("inspektorat", OfficeKind::Other),
    ("satuan", OfficeKind::Other),
    ("kantor", OfficeKind::Other),
    ("perusahaan", OfficeKind::Other),
    ("perumda", OfficeKind::Other),
];

impl OfficeKind {
    /// The kind of an office that calls itself so; one that names only a place is a kecamatan.
    pub fn of_name(name: &str) -> Self {
        let name = name.trim().to_lowercase();
        let begins = |lead: &str| name.strip_prefix(lead).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        BEGINNINGS.iter().find(|(lead, _)| begins(lead)).map_or(Self::Kecamatan, |(_, kind)| *kind)
    }

    /// What an office of this kind is called in full: `Kantor Camat Perbaungan`, `Dinas Pendidikan`.
    pub fn called(self, name: &str) -> String {
        let name = name.trim();
        // A name that says what kind of office it is stands by itself.
        if OfficeKind::of_name(name) != Self::Kecamatan {
            return name.to_owned();
        }
        match self {
            Self::Kecamatan => format!("Kantor Camat {name}"),
            Self::Kelurahan => format!("Kelurahan {name}"),
            Self::Dinas | Self::Badan | Self::Bagian | Self::Unit | Self::Other => name.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_kind_of_office_it_is() {
        for (name, kind, called) in [
            ("Perbaungan", OfficeKind::Kecamatan, "Kantor Camat Perbaungan"),
            ("Dinas Pendidikan", OfficeKind::Dinas, "Dinas Pendidikan"),
            ("Badan Pendapatan Daerah", OfficeKind::Badan, "Badan Pendapatan Daerah"),
            ("Bagian Hukum", OfficeKind::Bagian, "Bagian Hukum"),
            ("RSUD Sultan Sulaiman", OfficeKind::Unit, "RSUD Sultan Sulaiman"),
            ("Kantor Camat Perbaungan", OfficeKind::Other, "Kantor Camat Perbaungan"),
            ("Dinasti", OfficeKind::Kecamatan, "Kantor Camat Dinasti"),
        ] {
            assert_eq!(OfficeKind::of_name(name), kind, "{name}");
            assert_eq!(OfficeKind::of_name(name).called(name), called);
        }
        assert_eq!(OfficeKind::Kelurahan.called("Simpang Tiga"), "Kelurahan Simpang Tiga");
        assert_eq!(OfficeKind::Other.called("Perbaungan"), "Perbaungan");
    }
}
