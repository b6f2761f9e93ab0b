//! What the staff of PPID Utama oversees: figures, what waits for it, stories, desks.
//!
//! [`Oversight`] is read beside [`crate::Store`], which takes the entries in and folds the rows. The stories every
//! implementation must pass are in `tests/utama/oversight.rs`.

use async_trait::async_trait;
use chrono::NaiveDate;
use loket_domain::closed_list;
use loket_domain::numbering::DeskCode;
use loket_domain::office::OfficeCode;
use loket_journal::{Entry, OriginId, Subject};
use uuid::Uuid;

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
    /// Of these, how many are known to have left in time or not.
    pub measured: u64,
    /// Of these, how many left in time, as it was entered in time.
    pub in_time: u64,
    /// Of those measured, how many left in time by a date that was entered after the deadline.
    pub dated: u64,
    /// Of those answered, of how many nothing says yet that the answer left.
    pub unsent: u64,
}

closed_list! {
    /// What PPID Utama answers.
    pub enum AnsweredKind {
        /// A forwarded request.
        Forwarded = "penerusan" => "Permohonan yang diteruskan",
        /// A consequence test.
        Test = "uji" => "Uji konsekuensi",
        /// A question.
        Question = "tanya" => "Tanya jawab",
    }
}

/// Something that PPID Utama answered, and that no longer waits for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// What kind of thing.
    pub kind: AnsweredKind,
    /// Its identity.
    pub subject: Uuid,
    /// Its number, the information that was tested, or what the question is about.
    pub title: String,
    /// Civil date of the answer.
    pub on: NaiveDate,
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

    /// How many cases, tests and questions wait for PPID Utama: those within reach.
    async fn waiting(&self, reach: &Reach) -> Result<u64, StoreFault>;

    /// What was answered or decided here, with its office, the latest first: what is within reach.
    async fn answered(&self, reach: &Reach) -> Result<Vec<(OfficeCode, Answered)>, StoreFault>;

    /// Questions that are not closed, with their office, longest standing as they do first: those within reach.
    async fn open_questions(&self, reach: &Reach) -> Result<Vec<(OfficeCode, QuestionRow)>, StoreFault>;

    /// Every question of an office: open ones first, the latest on top.
    async fn questions(&self, office: &str) -> Result<Vec<QuestionRow>, StoreFault>;

    /// The entries of an office about one subject, in no order.
    async fn story(&self, office: &str, subject: Subject) -> Result<Vec<Entry>, StoreFault>;

    /// The entries of an office that wait for a person to review them, in order of series and place: at most so many.
    async fn misfit_entries(&self, office: &str, most: u32) -> Result<Vec<Entry>, StoreFault>;

    /// Requests whose number holds this text, whatever its case, with their office: open ones first by deadline, then the latest
    /// decided; at most so many, of those within reach.
    async fn find_requests(&self, reach: &Reach, number: &str, most: u32) -> Result<Vec<(OfficeCode, RequestRow)>, StoreFault>;

    /// Requests of every office with exactly this number, whatever its case: at most so many, in order of office and identity.
    async fn numbered(&self, number: &str, most: u32) -> Result<Vec<(OfficeCode, RequestRow)>, StoreFault>;

    /// Every desk that ever enrolled, in order of office and code, the latest contact first.
    async fn desks(&self) -> Result<Vec<DeskRow>, StoreFault>;

    /// Those of one office, in the same order.
    async fn desks_of(&self, office: &str) -> Result<Vec<DeskRow>, StoreFault>;

    /// Turns a desk away from now on, with every code for it that is still out. Says whether there was such a desk and it was
    /// not turned away before.
    async fn revoke(&self, origin: OriginId, now: u64) -> Result<bool, StoreFault>;
}
