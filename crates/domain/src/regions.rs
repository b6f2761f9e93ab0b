//! The kecamatan that come with the app: Kabupaten Serdang Bedagai, Kemendagri codes 12.18.01–17. Others are typed.

/// Name of the regency that comes with the app, as it stands on a letterhead.
pub const REGENCY: &str = "KABUPATEN SERDANG BEDAGAI";

/// A kecamatan: Kemendagri code, name, and the abbreviation offered for its numbers.
pub struct Kecamatan {
    /// `PP.KK.CC`.
    pub code: &'static str,
    /// Official name.
    pub name: &'static str,
    /// Three letters for registration numbers; the office may change it.
    pub abbreviation: &'static str,
}

macro_rules! kecamatan {
    ($($code:literal $name:literal $short:literal),+ $(,)?) => {
        /// The 17 kecamatan of Serdang Bedagai in order of code.
        pub const KECAMATAN: &[Kecamatan] = &[$(Kecamatan { code: $code, name: $name, abbreviation: $short }),+];
    };
}

kecamatan!(
    "12.18.01" "Pantai Cermin" "PTC",
    "12.18.02" "Perbaungan" "PBG",
    "12.18.03" "Teluk Mengkudu" "TLM",
    "12.18.04" "Sei Rampah" "SRP",
    "12.18.05" "Tanjung Beringin" "TJB",
    "12.18.06" "Bandar Khalipah" "BDK",
    "12.18.07" "Dolok Merawan" "DLM",
    "12.18.08" "Sipispis" "SPS",
    "12.18.09" "Dolok Masihul" "DLK",
    "12.18.10" "Kotarih" "KTR",
    "12.18.11" "Silinda" "SLD",
    "12.18.12" "Serba Jadi" "SBJ",
    "12.18.13" "Tebing Tinggi" "TBT",
    "12.18.14" "Pegajahan" "PGJ",
    "12.18.15" "Sei Bamban" "SBB",
    "12.18.16" "Tebing Syahbandar" "TBS",
    "12.18.17" "Bintang Bayu" "BTB",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kecamatan_has_its_own_code_and_abbreviation() {
        let codes: std::collections::BTreeSet<_> = KECAMATAN.iter().map(|k| k.code).collect();
        let shorts: std::collections::BTreeSet<_> = KECAMATAN.iter().map(|k| k.abbreviation).collect();
        assert_eq!((codes.len(), shorts.len()), (17, 17));
    }
}
