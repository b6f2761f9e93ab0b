//! What storing runs asks of a database, within one transaction. The rules that use it are written once.

use loket_domain::ids::{ClassificationId, QuestionId, RequestId};
use loket_domain::office::OfficeCode;
use loket_journal::{Chain, Digest, Entry, OriginId, SignedHead, Subject};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

use super::StoreFault;
use super::prepared::PreparedEntry;
use crate::projection::{KnownOffice, MatterKind, Projection};

/// One transaction on a database.
pub(crate) trait Ledger {
    /// The ends of these series, as far as they have entries.
    async fn ends(&self, origins: &[OriginId]) -> Result<HashMap<OriginId, Chain>, StoreFault>;

    /// Hash of the header at `seq`, which is not 0.
    async fn hash_at(&self, origin: OriginId, seq: u64) -> Result<Option<Digest>, StoreFault>;

    /// What is known of these offices, as far as they have said who they are.
    async fn known(&self, offices: &[&str]) -> Result<HashMap<OfficeCode, KnownOffice>, StoreFault>;

    /// The stored entries of offices about these subjects.
    async fn stories(&self, subjects: &[(&str, Subject)]) -> Result<Vec<Entry>, StoreFault>;

    /// Every stored entry of an office.
    async fn of_office(&self, office: &str) -> Result<Vec<Entry>, StoreFault>;

    /// Every office that has entries.
    async fn written_offices(&self) -> Result<Vec<OfficeCode>, StoreFault>;

    /// The series of these offices that bear the server's key: those that it began, and of those before what desks brought back.
    async fn own_series(&self, offices: &[&str]) -> Result<HashSet<OriginId>, StoreFault>;

    /// Stores new entries and the heads that vouch for them.
    async fn keep(&self, additions: &[Addition<'_>]) -> Result<(), StoreFault>;

    /// Knows files that entries name from now on, and every length that was said of each.
    async fn name(&self, objects: &[(&str, Digest, u64)]) -> Result<(), StoreFault>;

    /// Puts folded rows in the place of others.
    async fn replace(&self, rows: &[Rows]) -> Result<(), StoreFault>;
}

/// What one run adds to its series.
pub(crate) struct Addition<'a> {
    pub(crate) office: &'a str,
    pub(crate) entries: &'a [PreparedEntry],
    pub(crate) head: &'a SignedHead,
    pub(crate) origin: OriginId,
}

/// Folded rows of one office.
pub(crate) struct Rows {
    pub(crate) office: OfficeCode,
    pub(crate) stale: Stale,
    pub(crate) fresh: Projection,
}

/// The rows that fresh ones take the place of.
pub(crate) enum Stale {
    /// All of the office; only then it is itself among the fresh rows.
    Everything,
    /// Some. What was never heard of has no stale rows.
    Parts {
        /// The misfits about the office itself.
        office: bool,
        /// The rows and misfits of these requests.
        requests: Vec<RequestId>,
        /// The rows of these tests.
        tests: Vec<ClassificationId>,
        /// The rows of these questions.
        questions: Vec<QuestionId>,
        /// The rows of these other matters, by list and identity.
        matters: Vec<(MatterKind, Uuid)>,
    },
}
