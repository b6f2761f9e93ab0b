//! Pemberitahuan Tertulis to an applicant who is not entitled: no Indonesian citizen, no Indonesian legal entity (UU KIP
//! Ps 1(12)). The law has no form for it; it is a *surat dinas* that says why, where to turn, and that it may be objected to.

use loket_domain::office::Official;
use loket_domain::request::NotEntitled;

use super::official_letter::CaseLetter;
use crate::imprint::Imprint;
use crate::layout::Sheet;
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The letter.
#[derive(Clone, Debug)]
pub struct NotEntitledNotice {
    /// Whose request, and the letter.
    pub case: CaseLetter,
    /// Why the applicant is not entitled, and where to turn.
    pub found: NotEntitled,
}

impl Paper for NotEntitledNotice {
    fn imprint(&self) -> Imprint {
        self.case.imprint("Pemberitahuan Tertulis")
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.case.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        self.case.head(sheet, "Pemberitahuan tertulis atas permohonan informasi publik");
        let (case, found) = (&self.case, &self.found);
        let name = &case.registration.applicant.name;
        sheet.paragraph(format!(
            "Menanggapi permohonan informasi publik dengan Nomor Pendaftaran {} tanggal {}, dengan hormat kami beritahukan bahwa \
             permohonan tersebut belum dapat dipenuhi berdasarkan Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi \
             Publik, dengan penjelasan sebagai berikut.",
            case.registration_no,
            case.asked_on()
        ));
        sheet.paragraph(format!("Informasi yang diminta: {}", case.registration.information));
        sheet.paragraph(format!(
            "Dasar: menurut Pasal 1 angka 12, Pemohon Informasi Publik adalah warga negara dan/atau badan hukum Indonesia yang \
             mengajukan permintaan informasi publik. {}.",
            found.why.label()
        ));
        sheet.paragraphs(&found.considerations);
        if let Some(advice) = &found.advice {
            sheet.paragraph(format!("Petunjuk: {advice}"));
        }
        sheet.worded(Template::ObjectionRight, &[("nama", name)]);
        case.sign_letter(sheet)
    }
}
