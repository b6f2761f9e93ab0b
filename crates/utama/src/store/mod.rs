//! Where PPID Utama keeps what it knows, behind one trait.
//!
//! The rules (who may enrol, where a run joins a series, which rows change with it) stand beside the trait, written once; a
//! database adds only its SQL. `tests/utama/store.rs` holds the stories every implementation must pass.

pub(crate) mod admission;
pub(crate) mod gathering;
pub(crate) mod joint;
pub(crate) mod ledger;
mod naming;
mod narrowing;
pub(crate) mod own;
pub(crate) mod prepared;
pub(crate) mod queue;
pub(crate) mod refold;
pub(crate) mod taking;

use async_trait::async_trait;
use loket_domain::calendar::LocalDay;
use loket_domain::ids::RequestId;
use loket_domain::numbering::DeskCode;
use loket_domain::office::{OfficeCode, OfficeProfile};
use loket_journal::protocol::{RefusalKind, Writer};
use loket_journal::{Chain, Digest, Entry, OriginId, PublicKey, SignedHead};
use uuid::Uuid;

use crate::accounts::Reach;
pub use crate::fault::StoreFault;
use crate::objects::Holdings;
use crate::packs::Packs;
use crate::projection::{KnownOffice, OfficePacks, Projection, RequestRow};
pub use narrowing::{Narrowing, Order, Which};

/// Who this server is, and which of its stores this is. Made at the first start.
#[derive(Clone)]
pub struct Identity {
    /// Names the server. Nothing is written under it: see [`Store::own_series`].
    pub origin: OriginId,
    /// Grows the key that signs receipts and the server's own series; never leaves the store and the process.
    pub seed: [u8; 32],
    /// Names this very store: one that was set up anew has another.
    pub epoch: Uuid,
}

/// A one-time code that was given out.
#[derive(Debug, Clone)]
pub struct GivenCode {
    /// Hash of the code; the code itself is not kept.
    pub hash: Digest,
    /// Kemendagri code of the office it is for.
    pub office: OfficeCode,
    /// The desk it is for.
    pub desk: DeskCode,
    /// Until when it may be used, in milliseconds since 1970.
    pub expires: u64,
}

/// A desk that asks to be let in.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// Hash of the code it shows.
    pub code: Digest,
    /// The office it says it is.
    pub office: OfficeCode,
    /// The desk it says it is.
    pub desk: DeskCode,
    /// Its series.
    pub origin: OriginId,
    /// The key that signs the series.
    pub key: PublicKey,
    /// Hash of the token it will get.
    pub token: Digest,
    /// Now, in milliseconds since 1970.
    pub now: u64,
}

/// A desk the server knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolledDesk {
    /// Its series.
    pub origin: OriginId,
    /// The key that signs it.
    pub key: PublicKey,
    /// Kemendagri code of its office.
    pub office: OfficeCode,
    /// Its code within the office.
    pub desk: DeskCode,
}

/// Proven entries of one series, with the head that vouches for the last of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The office all of them belong to.
    pub office: OfficeCode,
    /// The series before the first of them.
    pub before: Chain,
    /// At least one entry, without a gap.
    pub entries: Vec<Entry>,
    /// Vouches for the last.
    pub head: SignedHead,
}

/// What became of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// Durably stored; the series now ends here, which may be further than the run reaches.
    Taken(Chain),
    /// Nothing stored: this is the seq that is missing.
    Gap(u64),
    /// Nothing stored: the run disagrees with what is here.
    Forked,
}

/// A series kept for an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// Who writes it: a desk, or PPID Utama itself.
    pub writer: Writer,
    /// How many entries are here.
    pub length: u64,
    /// Hash of the last header here; zeros while there is none.
    pub head: Digest,
    /// The last entry that a head kept here vouches for: beyond `length` when entries were lost.
    pub vouched: u64,
}

impl Series {
    /// The end of it, which the next entry continues.
    pub fn chain(&self) -> Chain {
        Chain { origin: self.writer.origin, length: self.length, head: self.head }
    }
}

/// A desk as the monitor names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskContact {
    /// Its code.
    pub desk: DeskCode,
    /// When it last pushed or pulled, in milliseconds since 1970.
    pub last_contact: Option<u64>,
    /// Whether it was turned away, and no other key of it is let in.
    pub revoked: bool,
}

/// An office as the monitor's list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeOverview {
    /// Kemendagri code.
    pub code: OfficeCode,
    /// Who it is, once it has said so.
    pub profile: Option<OfficeProfile>,
    /// Its own days off, by date.
    pub days_off: Vec<LocalDay>,
    /// The packs it has in force.
    pub packs: OfficePacks,
    /// Its desks, in order of code.
    pub desks: Vec<DeskContact>,
    /// Its requests that wait for an answer.
    pub open: Vec<RequestRow>,
    /// How many requests were answered.
    pub decided: u64,
    /// How many entries wait for a person to review them.
    pub misfits: u64,
    /// How many of its questions wait for PPID Utama's answer.
    pub questions: u64,
}

/// A part of an office's requests.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// How many come before it.
    pub skip: u32,
    /// How many it holds at most.
    pub take: u32,
}

/// The server's memory. Whatever a method wrote is durable when it answers.
#[async_trait]
pub trait Store: Packs + Holdings {
    /// Who this server is.
    async fn identity(&self) -> Result<Identity, StoreFault>;

    /// Keeps a code that was given out.
    async fn keep_code(&self, code: GivenCode) -> Result<(), StoreFault>;

    /// Lets a desk in and replaces its token, or says why not. Whoever was this desk before shows its token in vain from now
    /// on: a replaced PC that comes back must not give numbers.
    async fn enrol(&self, enrolment: Enrolment) -> Result<Result<(), RefusalKind>, StoreFault>;

    /// Knows a series of `office` from now on that a desk of it vouches for, unless the origin is known already.
    async fn vouch(&self, office: &str, writer: Writer) -> Result<(), StoreFault>;

    /// The desk whose token has this hash.
    async fn desk(&self, token: Digest) -> Result<Option<EnrolledDesk>, StoreFault>;

    /// The desk that writes this series, as long as it is let in.
    async fn member(&self, origin: OriginId) -> Result<Option<EnrolledDesk>, StoreFault>;

    /// Notes that a desk showed its token now; alone among the methods not durable at once, and not written again within
    /// half a minute: a crash may forget the last contacts, nothing else.
    async fn note_contact(&self, origin: OriginId, now: u64) -> Result<(), StoreFault>;

    /// Stores the new entries of `run`, its head and the rows they change, all or nothing.
    async fn take(&self, run: Run) -> Result<Taking, StoreFault>;

    /// The series in which PPID Utama itself writes about an office since this store was opened, made when it is first asked
    /// for; what it wrote before stays in other series. Its runs are signed with the server's key and taken like any other; of
    /// two written at the same moment the later is [`Taking::Forked`] and written again.
    async fn own_series(&self, office: &str) -> Result<OriginId, StoreFault>;

    /// The series of an office: its desks', and the server's own once it was made.
    async fn series(&self, office: &str) -> Result<Vec<Series>, StoreFault>;

    /// The entries of `origin` after `after` up to a signed head: the furthest within `room` bytes, else the nearest. Those of
    /// another office are none of these.
    async fn run(&self, office: &str, origin: OriginId, after: u64, room: usize) -> Result<Option<Run>, StoreFault>;

    /// Every office with an enrolled desk, in order of code.
    async fn offices(&self) -> Result<Vec<OfficeOverview>, StoreFault>;

    /// The offices within reach that have an enrolled desk, in order of code, and what is known of each: nothing about its
    /// desks or its requests.
    async fn known_offices(&self, reach: &Reach) -> Result<Vec<(OfficeCode, Option<KnownOffice>)>, StoreFault>;

    /// One office with its desks, if any desk of it was ever enrolled.
    async fn office(&self, code: &str) -> Result<Option<OfficeOverview>, StoreFault>;

    /// Requests of an office.
    async fn requests(&self, office: &str, narrowing: &Narrowing, page: Page) -> Result<Vec<RequestRow>, StoreFault>;

    /// How many requests of an office these are.
    async fn count_requests(&self, office: &str, narrowing: &Narrowing) -> Result<u64, StoreFault>;

    /// One request of an office.
    async fn request(&self, office: &str, request: RequestId) -> Result<Option<RequestRow>, StoreFault>;

    /// The entries of a series after `after` that did not fit or cannot be read, in order.
    async fn misfits(&self, origin: OriginId, after: u64) -> Result<Vec<u64>, StoreFault>;

    /// Every entry of an office.
    async fn entries(&self, office: &str) -> Result<Vec<Entry>, StoreFault>;

    /// The rows of an office as they are stored.
    async fn projection(&self, office: &str) -> Result<Projection, StoreFault>;

    /// A server works on it from now on, and no other may where there is room for one only.
    async fn begin_serving(&self, now: u64) -> Result<(), StoreFault>;

    /// That server has ended well.
    async fn end_serving(&self) -> Result<(), StoreFault>;

    /// Since when it lacks what was written last, in milliseconds since 1970: it is a copy that was taken while a server worked on
    /// it, without the log. None when it is whole.
    fn lacks_log_since(&self) -> Option<u64>;

    /// Drops every row and folds it again from the entries.
    async fn rebuild(&self) -> Result<(), StoreFault>;
}
