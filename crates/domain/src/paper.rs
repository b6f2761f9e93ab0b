//! The papers of a request, and who may sign them.

use crate::coded::coded;
use crate::office::{Official, Role};
use crate::request::Basis;

coded! {
    /// A paper about one request, by its legal name.
    pub enum PaperKind {
        /// The filled form with the applicant's rights.
        RequestForm = "request_form" => "Formulir Permohonan Informasi Publik",
        /// The receipt handed over at the counter.
        Receipt = "receipt" => "Tanda Bukti Penerimaan",
        /// The written answer.
        WrittenNotice = "written_notice" => "Pemberitahuan Tertulis",
        /// The decision that withholds.
        RefusalDecision = "refusal_decision" => "Surat Keputusan Penolakan",
    }
}

/// Whether `official` may sign a Pemberitahuan Tertulis: PPID Pelaksana, or PPID Utama.
pub fn may_sign_notice(official: &Official) -> bool {
    matches!(official.role, Role::PpidUnit | Role::PpidMain)
}

/// Whether `official` may sign a refusal. A PPID Pelaksana may only where an existing classification covers it: the
/// consequence test itself belongs to the PPID with the leader's approval (PERKI 1/2017 Ps 4).
pub fn may_sign_refusal(official: &Official, basis: &Basis) -> bool {
    match official.role {
        Role::PpidMain => true,
        Role::PpidUnit => matches!(basis, Basis::Classification { .. }),
        Role::PpidSuperior | Role::DeskOfficer => false,
    }
}
