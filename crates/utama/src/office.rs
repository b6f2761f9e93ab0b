//! Which office is meant, and what it is called.

use loket_domain::office::{OfficeCode, OfficeProfile};
use loket_domain::problem::Problems;
use loket_domain::regions::KECAMATAN;

/// Text that names no office.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "Kantor “{0}” tidak dikenal. Tulis kode wilayah kecamatan, misalnya 12.18.02, atau nama salah satu kecamatan Serdang Bedagai, misalnya Perbaungan."
)]
pub struct UnknownOffice(pub String);

/// The Kemendagri code of the office typed as a code or as the name of a known kecamatan.
///
/// # Errors
/// [`UnknownOffice`] when it is neither.
pub fn office_code(typed: &str) -> Result<OfficeCode, UnknownOffice> {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let named = letters(typed);
    let named = ["kantorcamat", "kecamatan"].iter().fold(named.as_str(), |name, lead| name.strip_prefix(lead).unwrap_or(name));
    if let Some(kecamatan) = KECAMATAN.iter().find(|kecamatan| letters(kecamatan.name) == named) {
        return Ok(kecamatan.code.into());
    }
    let mut problems = Problems::default();
    let code = OfficeCode::check(&mut problems, "office", typed);
    if problems.into_vec().is_empty() { Ok(code) } else { Err(UnknownOffice(typed.trim().chars().take(60).collect())) }
}

/// What the office is called: as it named itself, else as the table of regions does, else by its code.
pub fn office_name(code: &str, profile: Option<&OfficeProfile>) -> String {
    let known = || KECAMATAN.iter().find(|kecamatan| kecamatan.code == code);
    match profile {
        Some(profile) => profile.name(),
        None => known().map_or_else(|| format!("Kantor {code}"), |kecamatan| format!("Kantor Camat {}", kecamatan.name)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_found_by_code_and_by_name() {
        for typed in ["12.18.02", " 12.18.02 ", "Perbaungan", "perbaungan", "Kecamatan Perbaungan", "Kantor Camat Perbaungan"] {
            assert_eq!(office_code(typed).unwrap(), "12.18.02", "{typed}");
        }
        assert_eq!(office_code("tebing-syahbandar").unwrap(), "12.18.16");
        assert_eq!(office_code("12.19.07").unwrap(), "12.19.07");
    }

    #[test]
    fn an_unknown_office_is_told_what_to_write() {
        for wrong in ["", "Medan Kota", "12.18", "12-18-02"] {
            assert!(office_code(wrong).unwrap_err().to_string().contains("12.18.02"), "{wrong}");
        }
    }

    #[test]
    fn an_office_that_has_sent_nothing_yet_still_has_a_name() {
        assert_eq!(office_name("12.18.02", None), "Kantor Camat Perbaungan");
        assert_eq!(office_name("12.19.07", None), "Kantor 12.19.07");
    }
}
