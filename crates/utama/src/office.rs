//! Which office is meant.

use loket_domain::office::OfficeCode;
use loket_domain::problem::Problems;

use crate::directory::ListedOffice;

/// Text that names no office.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnknownOffice {
    /// Neither a code nor the name of an office that is listed.
    #[error("Kantor “{0}” tidak dikenal. Tulis kode kantor, misalnya 12.18.02, atau namanya seperti di halaman Direktori.")]
    Unknown(String),
    /// Not an office of this regency, or no longer one.
    #[error("Kantor {0} tidak ada di direktori, atau sudah tidak aktif. Tambahkan dahulu di halaman Direktori.")]
    Unlisted(OfficeCode),
}

/// The code of the office typed as a code, or as the name of one of those `listed`.
///
/// # Errors
/// [`UnknownOffice::Unknown`] when it is neither.
pub fn office_code(typed: &str, listed: &[ListedOffice]) -> Result<OfficeCode, UnknownOffice> {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let named = letters(typed);
    let bare = ["kantorcamat", "kecamatan"].iter().fold(named.as_str(), |name, lead| name.strip_prefix(lead).unwrap_or(name));
    let meant = |office: &&ListedOffice| {
        let name = letters(&office.name);
        !name.is_empty() && (name == bare || name == named || letters(&office.called()) == named)
    };
    if let Some(office) = listed.iter().find(meant) {
        return Ok(office.code.clone());
    }
    let mut problems = Problems::default();
    let code = OfficeCode::check(&mut problems, "office", typed);
    if problems.into_vec().is_empty() { Ok(code) } else { Err(UnknownOffice::Unknown(typed.trim().chars().take(60).collect())) }
}

/// The code of an office of the directory that has not been retired.
///
/// # Errors
/// [`UnknownOffice`].
pub fn listed_office(typed: &str, listed: &[ListedOffice]) -> Result<OfficeCode, UnknownOffice> {
    let code = office_code(typed, listed)?;
    let active = listed.iter().any(|office| office.code == code && office.retired.is_none());
    if active { Ok(code) } else { Err(UnknownOffice::Unlisted(code)) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use loket_domain::office::OfficeKind;

    fn listed() -> Vec<ListedOffice> {
        let office = |code: &str, name: &str, retired| ListedOffice {
            code: code.into(),
            name: name.into(),
            kind: OfficeKind::of_name(name),
            contact: String::new(),
            retired,
        };
        vec![
            office("12.18.02", "Perbaungan", None),
            office("12.18.16", "Tebing Syahbandar", None),
            office("12.18.71", "Dinas Pendidikan", None),
            office("12.18.72", "Dinas Lama", Some(1)),
        ]
    }

    #[test]
    fn an_office_is_found_by_code_and_by_name() {
        for typed in ["12.18.02", " 12.18.02 ", "Perbaungan", "perbaungan", "Kecamatan Perbaungan", "Kantor Camat Perbaungan"] {
            assert_eq!(office_code(typed, &listed()).unwrap(), "12.18.02", "{typed}");
        }
        assert_eq!(office_code("tebing-syahbandar", &listed()).unwrap(), "12.18.16");
        assert_eq!(office_code("dinas pendidikan", &listed()).unwrap(), "12.18.71");
        assert_eq!(office_code("12.19.07", &listed()).unwrap(), "12.19.07");
    }

    #[test]
    fn an_unknown_office_is_told_what_to_write() {
        for wrong in ["", "Medan Kota", "12.18", "12-18-02"] {
            assert!(office_code(wrong, &listed()).unwrap_err().to_string().contains("12.18.02"), "{wrong}");
        }
    }

    #[test]
    fn only_an_active_office_of_the_directory_gets_a_desk() {
        assert_eq!(listed_office("Dinas Pendidikan", &listed()).unwrap(), "12.18.71");
        for not in ["99.99.99", "Dinas Lama"] {
            assert!(listed_office(not, &listed()).unwrap_err().to_string().contains("Direktori"), "{not}");
        }
    }
}
