//! The texts of a pack of PPID Utama.

use loket_domain::pack::{PackContent, PackFault};

use super::Template;

/// Whether the texts of a pack may stand in their letters; a pack of anything else may.
///
/// # Errors
/// [`PackFault::Wrong`] says which text must change, or that this version of the app does not know it.
pub fn check_pack(content: &PackContent) -> Result<(), PackFault> {
    let PackContent::Wording { texts } = content else { return Ok(()) };
    for (code, text) in texts {
        let unknown = || PackFault::Wrong(format!("Naskah {code} tidak dikenal versi aplikasi ini; perbarui aplikasi dahulu."));
        let template = Template::from_code(code).ok_or_else(unknown)?;
        template.check(text).map_err(|fault| PackFault::Wrong(format!("{}: {fault}", template.title())))?;
    }
    Ok(())
}

/// The same content with the original of every template that it leaves as it is, so that two of them can be compared.
#[must_use]
pub fn with_originals(content: PackContent) -> PackContent {
    let PackContent::Wording { mut texts } = content else { return content };
    for template in Template::ALL {
        texts.entry(template.code().to_owned()).or_insert_with(|| template.original().to_owned());
    }
    PackContent::Wording { texts }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use loket_domain::pack::differences;
    use std::collections::BTreeMap;

    fn texts(code: &str, text: &str) -> PackContent {
        PackContent::Wording { texts: BTreeMap::from([(code.to_owned(), text.to_owned())]) }
    }

    #[test]
    fn a_text_with_a_hole_or_for_no_letter_is_not_taken() {
        check_pack(&texts("tidak-lengkap-penutup", "Paling lambat {batas}.")).unwrap();
        let hole = check_pack(&texts("tidak-lengkap-penutup", "Segera.")).unwrap_err().to_string();
        assert!(hole.contains("Batas melengkapi") && hole.contains("{batas}"), "{hole}");
        assert!(check_pack(&texts("surat-baru", "Isi.")).unwrap_err().to_string().contains("perbarui"));
    }

    #[test]
    fn a_text_that_falls_back_to_its_original_is_a_difference() {
        let before = with_originals(texts("hak-sengketa", "Kata lain."));
        let told = differences(&before, &with_originals(PackContent::Wording { texts: BTreeMap::new() }));
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].after.as_deref(), Some(Template::DisputeRight.original()));
    }
}
