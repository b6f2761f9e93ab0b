//! The offices of the regency: which there are, what they are called, which are expected and have no desk yet, and the one-time codes
//! that are still out. Only for an office that stands here is a code given.
//!
//! The stories every implementation must pass are in `tests/utama/directory.rs`.

mod lines;
mod names;

pub(crate) use lines::read as read_lines;
pub(crate) use names::OfficeNames;

use async_trait::async_trait;
use loket_domain::numbering::DeskCode;
use loket_domain::office::{OfficeCode, OfficeKind};
use loket_domain::problem::Problems;
use loket_journal::Digest;

use crate::fault::StoreFault;

/// An office as PPID Utama lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedOffice {
    /// Its code.
    pub code: OfficeCode,
    /// Its name: of a kecamatan its place alone, of another office all of it.
    pub name: String,
    /// What kind of public body it is.
    pub kind: OfficeKind,
    /// Who is its PPID Pelaksana and how the office is reached; may be empty.
    pub contact: String,
    /// Since when it is no longer an office, in milliseconds since 1970.
    pub retired: Option<u64>,
}

impl ListedOffice {
    /// `Kantor Camat Perbaungan`, `Dinas Pendidikan`.
    pub fn called(&self) -> String {
        if self.name.is_empty() { format!("Kantor {}", self.code) } else { self.kind.called(&self.name) }
    }
}

/// A one-time code that nobody has used yet and that still opens the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnusedCode {
    /// Its hash.
    pub hash: Digest,
    /// For which office.
    pub office: OfficeCode,
    /// For which desk.
    pub desk: DeskCode,
    /// Until when, in milliseconds since 1970.
    pub expires: u64,
}

/// The memory of offices. Whatever a method wrote is durable when it answers.
#[async_trait]
pub trait Directory: Send + Sync {
    /// Every office that is listed, in order of code.
    async fn listed(&self) -> Result<Vec<ListedOffice>, StoreFault>;

    /// Keeps an office, in the place of the one with its code.
    async fn list(&self, office: ListedOffice) -> Result<(), StoreFault>;

    /// Lets go of an office that no desk and no code was ever of; says whether it did.
    async fn unlist(&self, code: &str) -> Result<bool, StoreFault>;

    /// The codes that are still out at `now`, in order of office, desk and end.
    async fn unused_codes(&self, now: u64) -> Result<Vec<UnusedCode>, StoreFault>;

    /// Takes back a code that nobody has used; says whether there was one.
    async fn take_back(&self, code: Digest, now: u64) -> Result<bool, StoreFault>;
}

/// An office as typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListedOrder {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) contact: String,
}

impl ListedOrder {
    /// The office that is meant.
    ///
    /// # Errors
    /// The first thing that must change, as a sentence.
    pub(crate) fn check(&self) -> Result<ListedOffice, String> {
        let mut problems = Problems::default();
        let code = OfficeCode::check(&mut problems, "code", &self.code);
        let name = problems.text("name", &self.name, 120, "Isi nama kantor, misalnya Perbaungan atau Dinas Pendidikan.");
        let contact = problems.short("contact", &self.contact, 200);
        let kind = if self.kind.trim().is_empty() { Some(OfficeKind::of_name(&name)) } else { kind_typed(&self.kind) };
        problems.when(kind.is_none(), "kind", "Pilih macam kantornya.");
        match (problems.into_vec().into_iter().next(), kind) {
            (None, Some(kind)) => Ok(ListedOffice { code, name, kind, contact, retired: None }),
            (problem, _) => Err(problem.map(|problem| problem.message).unwrap_or_default()),
        }
    }
}

/// The kind by its code or as it is called.
fn kind_typed(typed: &str) -> Option<OfficeKind> {
    let typed = typed.trim().to_lowercase();
    OfficeKind::ALL.iter().copied().find(|kind| kind.code() == typed || kind.label().to_lowercase() == typed)
}
