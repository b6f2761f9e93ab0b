//! The files of desks without a link that were read in here: the last acknowledgment for each desk, until the next.
//!
//! It is kept because the page that reads a bundle in answers with a page, and because sticks are lost on the way back.

use async_trait::async_trait;
use loket_domain::numbering::DeskCode;
use loket_domain::office::OfficeCode;
use loket_journal::OriginId;

use crate::fault::StoreFault;

/// What came of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledged {
    /// Kemendagri code of the desk's office.
    pub office: OfficeCode,
    /// The desk's code.
    pub desk: DeskCode,
    /// The desk's series.
    pub origin: OriginId,
    /// Entries that are new here.
    pub taken: u64,
    /// Parts that were not kept.
    pub refused: u64,
    /// Entries the acknowledgment carries back.
    pub returned: u64,
    /// Whether more waits for the desk than the acknowledgment carries.
    pub more: bool,
    /// The acknowledgment, sealed to the desk.
    pub file: Vec<u8>,
}

/// What came of the last file of a desk, without the acknowledgment itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StickRow {
    /// The desk's series.
    pub origin: OriginId,
    /// Kemendagri code of its office.
    pub office: OfficeCode,
    /// Its code within the office.
    pub desk: DeskCode,
    /// When the file was read in, in milliseconds since 1970.
    pub at: u64,
    /// Entries that were new here.
    pub taken: u64,
    /// Parts that were not kept.
    pub refused: u64,
    /// Entries the acknowledgment carries back.
    pub returned: u64,
    /// Whether more waits for the desk than it carries.
    pub more: bool,
}

/// The memory of acknowledgments. Whatever a method wrote is durable when it answers.
#[async_trait]
pub trait Sticks: Send + Sync {
    /// Keeps the acknowledgment for a desk, made at `at`, instead of the one before.
    async fn keep_acknowledgment(&self, acknowledged: &Acknowledged, at: u64) -> Result<(), StoreFault>;

    /// What came of the last file of each desk, the latest first.
    async fn sticks(&self) -> Result<Vec<StickRow>, StoreFault>;

    /// What came of the last file of one desk.
    async fn stick(&self, origin: OriginId) -> Result<Option<StickRow>, StoreFault>;

    /// The last acknowledgment for a desk.
    async fn acknowledgment(&self, origin: OriginId) -> Result<Option<Vec<u8>>, StoreFault>;
}
