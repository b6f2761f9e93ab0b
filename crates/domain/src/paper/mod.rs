//! The papers of the office, and who usually signs them.

mod blank;
mod change;
mod issued;
mod post;
mod refused;

pub use blank::{BlankKind, MOST_BLANKS};
pub use change::PaperChange;
pub use issued::Issued;
pub use post::{EnvelopeSize, LabelSheet};
pub use refused::PaperRefused;

use crate::coded::coded;
use crate::role::Role;

coded! {
    /// A paper by its legal name.
    pub enum PaperKind {
        /// The filled form with the applicant's rights.
        RequestForm = "request_form" => "Formulir Permohonan Informasi Publik",
        /// The receipt handed over at the counter.
        Receipt = "receipt" => "Tanda Bukti Penerimaan",
        /// The written answer.
        WrittenNotice = "written_notice" => "Pemberitahuan Tertulis",
        /// The decision that withholds.
        RefusalDecision = "refusal_decision" => "Surat Keputusan Penolakan",
        /// What is missing from the papers.
        IncompleteNotice = "incomplete_notice" => "Surat Keterangan Tidak Lengkap",
        /// The one extension.
        ExtensionNotice = "extension_notice" => "Pemberitahuan Perpanjangan Waktu",
        /// The proof that the information was handed over.
        HandOverReceipt = "hand_over_receipt" => "Tanda Bukti Penyerahan Informasi",
        /// The receipt for money.
        FeeReceipt = "fee_receipt" => "Kuitansi",
        /// The receipt for a fee that was given back.
        RefundReceipt = "refund_receipt" => "Tanda Terima Pengembalian Biaya",
        /// The slip that forwards a request.
        Disposition = "disposition" => "Lembar Penerusan",
        /// The letter that names a moved deadline.
        DeadlineAddendum = "deadline_addendum" => "Pemberitahuan Perubahan Batas Waktu",
        /// The filled objection form.
        ObjectionForm = "objection_form" => "Formulir Keberatan",
        /// The superior's answer.
        ObjectionAnswer = "objection_answer" => "Tanggapan atas Keberatan",
        /// The worksheet of a consequence test.
        ConsequenceTest = "consequence_test" => "Lembar Pengujian Konsekuensi",
        /// The decree that classifies.
        ClassificationDecree = "classification_decree" => "Surat Penetapan Klasifikasi",
        /// The yearly report.
        AnnualReport = "annual_report" => "Laporan Layanan Informasi Publik",
    }
}

impl PaperKind {
    /// The roles that usually sign it; empty for papers that only the counter and the applicant sign.
    ///
    /// Under the default matrix a PPID Pelaksana signs a refusal only where a classification covers it already; that part
    /// is checked with the refusal.
    pub fn usual_signers(self) -> &'static [Role] {
        use Role::{DeskOfficer, PpidMain, PpidSuperior, PpidUnit};
        match self {
            Self::RequestForm
            | Self::Receipt
            | Self::HandOverReceipt
            | Self::FeeReceipt
            | Self::RefundReceipt
            | Self::ObjectionForm => &[],
            Self::IncompleteNotice => &[PpidUnit, DeskOfficer],
            Self::WrittenNotice
            | Self::RefusalDecision
            | Self::ExtensionNotice
            | Self::Disposition
            | Self::DeadlineAddendum
            | Self::ConsequenceTest
            | Self::AnnualReport => &[PpidUnit, PpidMain],
            Self::ObjectionAnswer => &[PpidSuperior],
            Self::ClassificationDecree => &[PpidMain],
        }
    }

    /// Whether it may leave without a number, which the agenda book gives later: a letter to a citizen. What other papers cite needs
    /// its number at once.
    pub fn number_may_follow(self) -> bool {
        match self {
            Self::IncompleteNotice
            | Self::ExtensionNotice
            | Self::WrittenNotice
            | Self::RefusalDecision
            | Self::ObjectionAnswer => true,
            Self::RequestForm
            | Self::Receipt
            | Self::HandOverReceipt
            | Self::FeeReceipt
            | Self::RefundReceipt
            | Self::Disposition
            | Self::DeadlineAddendum
            | Self::ObjectionForm
            | Self::ConsequenceTest
            | Self::ClassificationDecree
            | Self::AnnualReport => false,
        }
    }

    /// Whether it is a receipt with a number of its own kind, which the agenda book does not give.
    pub fn is_numbered_receipt(self) -> bool {
        match self {
            Self::HandOverReceipt | Self::FeeReceipt | Self::RefundReceipt => true,
            Self::RequestForm
            | Self::Receipt
            | Self::WrittenNotice
            | Self::RefusalDecision
            | Self::IncompleteNotice
            | Self::ExtensionNotice
            | Self::Disposition
            | Self::DeadlineAddendum
            | Self::ObjectionForm
            | Self::ObjectionAnswer
            | Self::ConsequenceTest
            | Self::ClassificationDecree
            | Self::AnnualReport => false,
        }
    }

    /// Those an official signs, in the order of the matrix.
    pub fn signed() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|paper| !paper.usual_signers().is_empty())
    }
}
