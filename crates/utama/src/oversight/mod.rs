//! What the staff of PPID Utama oversees: figures, what waits for it, stories, desks.
//!
//! [`Oversight`] is read beside [`crate::Store`], which takes the entries in and folds the rows. The stories every
//! implementation must pass are in `tests/utama/oversight.rs`.

use async_trait::async_trait;
use loket_domain::numbering::DeskCode;
use loket_domain::office::OfficeCode;
use loket_journal::{Entry, OriginId, Subject};

use crate::accounts::Reach;
use crate::fault::StoreFault;
use crate::projection::{QuestionRow, RequestRow, TestRow};

/// What an office did in one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Kemendagri code.
    pub office: OfficeCode,
    /// `YYYY-MM`.
    pub month: String,
    /// Requests registered in it.
    pub registered: u64,
    /// Requests answered by a letter of it.
    pub answered: u64,
    /// Of these, how many have a known deadline.
    pub measured: u64,
    /// Of these, how many were answered by then.
    pub in_time: u64,
}

/// A desk as PPID Utama keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskRow {
    /// Its series.
    pub origin: OriginId,
    /// Kemendagri code of its office.
    pub office: OfficeCode,
    /// Its code within the office.
    pub desk: DeskCode,
    /// Entries of its series that are here.
    pub entries: u64,
    /// When it last pushed or pulled, in milliseconds since 1970.
    pub last_contact: Option<u64>,
    /// When it was turned away, in milliseconds since 1970; none while its token opens the door.
    pub revoked: Option<u64>,
}

/// What staff reads, and how it turns a desk away.
#[async_trait]
pub trait Oversight: Send + Sync {
    /// What each office did, or only this one, month by month, in order of office and month.
    async fn tallies(&self, office: Option<&str>) -> Result<Vec<Tally>, StoreFault>;

    /// Requests that were forwarded to PPID Utama and wait for its answer, with their office, longest waiting first: those of
    /// the offices within reach.
    async fn forwarded(&self, reach: &Reach) -> Result<Vec<(OfficeCode, RequestRow)>, StoreFault>;

    /// Consequence tests that wait for approval, with their office, longest waiting first: those within reach.
    async fn tests(&self, reach: &Reach) -> Result<Vec<(OfficeCode, TestRow)>, StoreFault>;

    /// Questions that are not closed, with their office, longest standing as they do first: those within reach.
    async fn open_questions(&self, reach: &Reach) -> Result<Vec<(OfficeCode, QuestionRow)>, StoreFault>;

    /// Every question of an office: open ones first, the latest on top.
    async fn questions(&self, office: &str) -> Result<Vec<QuestionRow>, StoreFault>;

    /// The entries of an office about one subject, in no order.
    async fn story(&self, office: &str, subject: Subject) -> Result<Vec<Entry>, StoreFault>;

    /// Every desk that ever enrolled, in order of office and code, the latest contact first.
    async fn desks(&self) -> Result<Vec<DeskRow>, StoreFault>;

    /// Those of one office, in the same order.
    async fn desks_of(&self, office: &str) -> Result<Vec<DeskRow>, StoreFault>;

    /// Turns a desk away from now on, with every code for it that is still out. Says whether there was such a desk and it was
    /// not turned away before.
    async fn revoke(&self, origin: OriginId, now: u64) -> Result<bool, StoreFault>;
}
