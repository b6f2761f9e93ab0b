//! The back of the request form: what an applicant may expect, UU 14/2008.

use super::DOTS;
use crate::layout::Sheet;
use crate::wording::Template;

const NUMERALS: [&str; 12] = ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX.", "X.", "XI.", "XII."];

/// Lays out the rights page; the fee decree is left as dots when it is not known.
pub(super) fn compose(sheet: &mut Sheet<'_>, fee_decree: Option<&str>) {
    sheet.title(
        "HAK-HAK PEMOHON INFORMASI PUBLIK",
        &["Berdasarkan Undang-Undang Nomor 14 Tahun 2008\ntentang Keterbukaan Informasi Publik".to_owned()],
    );
    let decree = fee_decree.map(str::trim).filter(|decree| !decree.is_empty()).unwrap_or(DOTS);
    sheet.worded_points(Template::ApplicantRights, &[("keputusan_biaya", decree)], &NUMERALS);
}
