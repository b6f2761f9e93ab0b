//! Which lists there are.

use loket_domain::closed_list;
use loket_journal::Matter;

closed_list! {
    /// Of which list a row is.
    pub enum MatterKind {
        /// An objection and its dispute.
        Objection = "keberatan" => "Keberatan dan sengketa",
        /// An item of the catalogue.
        Item = "dip" => "Daftar Informasi Publik",
        /// What is kept closed.
        Exempt = "dik" => "Daftar Informasi yang Dikecualikan",
        /// An answer to the survey.
        Survey = "survei" => "Survei kepuasan",
        /// A yearly report.
        Report = "laporan" => "Laporan tahunan",
    }
}

/// The list whose rows are folded from the entries about this matter; a consequence test is folded by itself.
pub(crate) fn kind_of(matter: Matter) -> Option<MatterKind> {
    match matter {
        Matter::Objection => Some(MatterKind::Objection),
        Matter::DipItem => Some(MatterKind::Item),
        Matter::Survey => Some(MatterKind::Survey),
        Matter::Report => Some(MatterKind::Report),
        Matter::Classification | Matter::Question | Matter::Pack | Matter::OldRequest => None,
    }
}
