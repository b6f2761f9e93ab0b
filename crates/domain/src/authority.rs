//! Who may do what: duties of the structure, given to roles. The sources leave the division to the office, so it is a setting.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use crate::coded::coded;
use crate::paper::PaperKind;
use crate::role::Role;

coded! {
    /// A part of the work that a role may be allowed to do.
    pub enum Duty {
        /// Registering, completeness, handing over, objections at the counter, corrections.
        Serve = "serve" => "Melayani di meja: mendaftar, kelengkapan, meneruskan, penyerahan, pencatatan",
        /// Deciding requests.
        Decide = "decide" => "Memutuskan permohonan: mengabulkan, menolak, memperpanjang, menutup",
        /// Answering objections, following disputes.
        AnswerObjections = "answer_objections" => "Menanggapi keberatan dan mengurus sengketa",
        /// Consequence tests and classification.
        Classify = "classify" => "Uji konsekuensi dan penetapan klasifikasi",
        /// The catalogue of public information.
        Catalogue = "catalogue" => "Daftar Informasi Publik",
        /// Registers, reports, surveys.
        Report = "report" => "Laporan tahunan dan survei",
        /// The office's settings, calendar, accounts and templates.
        Administer = "administer" => "Pengaturan, kalender, akun, dan naskah surat",
    }
}

impl Duty {
    /// The roles that do it unless the office decides otherwise (Permendagri 3/2017 pattern).
    pub fn usual_roles(self) -> &'static [Role] {
        use Role::{Admin, DeskOfficer, PpidMain, PpidSuperior, PpidUnit};
        match self {
            Self::Serve | Self::Catalogue | Self::Report => &[DeskOfficer, PpidUnit, PpidMain, Admin],
            Self::Decide | Self::Classify => &[PpidUnit, PpidMain],
            Self::AnswerObjections => &[PpidSuperior],
            Self::Administer => &[Admin, PpidUnit],
        }
    }
}

/// Which roles do which duty, where the office departs from the usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Authority(pub BTreeMap<Duty, BTreeSet<Role>>);

impl Authority {
    /// The roles that do this duty here.
    pub fn roles(&self, duty: Duty) -> BTreeSet<Role> {
        self.0.get(&duty).cloned().unwrap_or_else(|| duty.usual_roles().iter().copied().collect())
    }
}

/// Which roles sign which paper, where the office departs from the usual (domain study §5.3: a setting).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SigningMatrix(pub BTreeMap<PaperKind, BTreeSet<Role>>);

impl SigningMatrix {
    /// The roles that sign this paper here; empty for a paper no official signs.
    pub fn roles(&self, paper: PaperKind) -> BTreeSet<Role> {
        self.0.get(&paper).cloned().unwrap_or_else(|| paper.usual_signers().iter().copied().collect())
    }

    /// Whether an official of this role may sign this paper.
    pub fn allows(&self, paper: PaperKind, role: Role) -> bool {
        self.roles(paper).contains(&role)
    }

    /// The roles for a sentence: `PPID Pelaksana atau PPID Utama`.
    pub fn roles_in_words(&self, paper: PaperKind) -> String {
        self.roles(paper).iter().map(|role| role.label()).collect::<Vec<_>>().join(" atau ")
    }
}
