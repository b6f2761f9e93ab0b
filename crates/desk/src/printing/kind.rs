//! What sort of paper something is printed on: each is set up once on a computer and printed so from then on.

use crate::views::paper::PaperRef;
use crate::views::register::RegisterSheet;
use loket_domain::paper::{EnvelopeSize, PaperKind};
use loket_letters::{Orientation, SheetSize};

/// A sort of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PrintKind {
    /// Whatever is not set up by itself.
    Usual,
    /// A paper with a legal name.
    Named(PaperKind),
    /// A register on the office's own paper.
    Register,
    /// A register on A3.
    WideRegister,
    /// The figures of a period.
    Figures,
    /// The list of requests.
    Requests,
    /// The catalogue.
    Dip,
    /// The list of exempt information.
    ExemptList,
    /// The file of a dispute.
    DisputeFile,
    /// An envelope.
    Envelope,
    /// A sheet of labels.
    Labels,
    /// The minutes of a handover.
    HandoverMinutes,
    /// The recovery card.
    RecoveryCard,
}

/// Those without a legal name, with code and name; the first of all lists.
const OTHERS: &[(PrintKind, &str, &str)] = &[
    (PrintKind::Usual, "usual", "Semua kertas"),
    (PrintKind::Register, "register", "Register (A4/F4)"),
    (PrintKind::WideRegister, "register_a3", "Register (A3)"),
    (PrintKind::Figures, "figures", "Angka Layanan"),
    (PrintKind::Requests, "requests", "Daftar Permohonan"),
    (PrintKind::Dip, "dip", "Daftar Informasi Publik"),
    (PrintKind::ExemptList, "exempt_list", "Daftar Informasi yang Dikecualikan"),
    (PrintKind::DisputeFile, "dispute_file", "Berkas Sengketa"),
    (PrintKind::Envelope, "envelope", "Amplop"),
    (PrintKind::Labels, "labels", "Label Alamat"),
    (PrintKind::HandoverMinutes, "handover_minutes", "Berita Acara Serah Terima"),
    (PrintKind::RecoveryCard, "recovery_card", "Kartu Pemulihan"),
];

impl PrintKind {
    /// The kind of a paper. A draft, a changed wording and what holds no more are of no kind of their own: they are looked at, not sent.
    pub(crate) fn of(paper: &PaperRef) -> Self {
        match paper {
            PaperRef::Request { kind, .. } | PaperRef::Objection { kind, .. } | PaperRef::Classification { kind, .. } => {
                Self::Named(*kind)
            }
            PaperRef::Report { .. } => Self::Named(PaperKind::AnnualReport),
            PaperRef::Register { sheet: RegisterSheet::A3, .. } => Self::WideRegister,
            PaperRef::Register { sheet: RegisterSheet::Office, .. } => Self::Register,
            PaperRef::Figures { .. } => Self::Figures,
            PaperRef::Requests { .. } => Self::Requests,
            PaperRef::Dip => Self::Dip,
            PaperRef::ExemptList => Self::ExemptList,
            PaperRef::DisputeFile { .. } => Self::DisputeFile,
            PaperRef::Envelope { .. } => Self::Envelope,
            PaperRef::Labels { .. } => Self::Labels,
            PaperRef::Handover { .. } => Self::HandoverMinutes,
            PaperRef::RecoveryCard => Self::RecoveryCard,
            PaperRef::Template { .. }
            | PaperRef::Draft { .. }
            | PaperRef::EarlierOfRequest { .. }
            | PaperRef::Blank { .. }
            | PaperRef::NumberedForms { .. } => Self::Usual,
        }
    }

    /// Every kind: all papers first, then those with a legal name.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let others = OTHERS.iter().map(|(kind, ..)| *kind);
        let (first, rest) = (others.clone().take(1), others.skip(1));
        first.chain(PaperKind::ALL.iter().copied().map(Self::Named)).chain(rest)
    }

    fn other(self) -> Option<&'static (Self, &'static str, &'static str)> {
        OTHERS.iter().find(|(kind, ..)| *kind == self)
    }

    /// Under what it is kept.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Named(kind) => kind.code(),
            other => other.other().map_or("usual", |(_, code, _)| code),
        }
    }

    /// What people read.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Named(kind) => kind.label(),
            other => other.other().map_or("", |(.., label)| label),
        }
    }

    /// The kind of this code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|kind| kind.code() == code)
    }

    /// The sheet it is usually printed on, and how that lies.
    pub(crate) fn sheet(self) -> (SheetSize, Orientation) {
        match self {
            Self::Envelope => (SheetSize::Envelope(EnvelopeSize::Long), Orientation::Landscape),
            Self::Labels => (SheetSize::A4, Orientation::Portrait),
            Self::WideRegister => (SheetSize::A3, Orientation::Landscape),
            Self::Register | Self::Requests | Self::Dip | Self::ExemptList => (SheetSize::Office, Orientation::Landscape),
            Self::Usual | Self::Named(_) | Self::Figures | Self::DisputeFile | Self::HandoverMinutes | Self::RecoveryCard => {
                (SheetSize::Office, Orientation::Portrait)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_kind_is_known_by_a_code_and_a_name_of_its_own() {
        let kinds: Vec<PrintKind> = PrintKind::all().collect();
        for kind in &kinds {
            assert_eq!(PrintKind::from_code(kind.code()), Some(*kind));
        }
        let names: BTreeSet<&str> = kinds.iter().map(|kind| kind.label()).collect();
        assert_eq!(names.len(), kinds.len());
    }
}
