//! The code by which an office is known everywhere.

use crate::problem::Problems;
use crate::text_code::text_code;

text_code! {
    /// The Kemendagri code of an office, `PP.KK.CC`.
    pub struct OfficeCode
}

impl OfficeCode {
    /// The code typed in `field`, noting a problem on it when it has another shape.
    pub fn check(problems: &mut Problems, field: &str, typed: &str) -> Self {
        let code = typed.trim();
        let shaped =
            code.len() == 8 && code.char_indices().all(|(at, c)| if at == 2 || at == 5 { c == '.' } else { c.is_ascii_digit() });
        problems.when(!shaped, field, "Pilih kecamatan, atau isi kode wilayahnya dengan bentuk 12.18.02.");
        code.into()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_another_shape_is_told_so() {
        for wrong in ["", "12.18", "121802", "12.18.0x", "12.18.021", "12-18-02"] {
            let mut problems = Problems::default();
            OfficeCode::check(&mut problems, "office_code", wrong);
            assert_eq!(problems.into_vec().len(), 1, "{wrong}");
        }
    }

    #[test]
    fn a_recorded_code_is_the_text_it_was_whatever_its_shape() {
        for recorded in ["\"12.18.02\"", "\"12-18\"", "\"\""] {
            let code: OfficeCode = serde_json::from_str(recorded).unwrap();
            assert_eq!(serde_json::to_string(&code).unwrap(), recorded);
        }
    }
}
