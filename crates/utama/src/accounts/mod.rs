//! The people of PPID Utama: who they are, what they may do, how they sign in.
//!
//! [`may`] is the one place that says yes. [`Accounts`] is the memory behind it, beside [`crate::Store`]; its rules are pure
//! functions here, so that another database adds only its SQL. `tests/utama/accounts.rs` holds the stories every
//! implementation must pass.

pub(crate) mod attempts;
mod audit_chain;
mod may;
mod opening;
mod password;
pub(crate) mod rules;
mod second_factor;
mod session;

pub use attempts::{ATTEMPTS_OF_ACCOUNT, ATTEMPTS_OF_ADDRESS, WINDOW};
pub(crate) use attempts::{account_key, address_key, keys as attempt_keys, wait};
pub(crate) use audit_chain::link;
pub use audit_chain::{AuditChain, ChainedLine};
pub use may::{Reach, Right, StaffRole, may};
pub use opening::{AccountFault, AccountOrder, close_account, new_password, open_account, staff};
pub(crate) use opening::{revise_account, temporary_end, temporary_password};
pub use password::{HashFault, PasswordHash, WeakPassword};
pub(crate) use second_factor::OpenedBy;
pub use second_factor::SecondFactor;
pub use session::{ABSOLUTE, IDLE, Session};
pub(crate) use session::{Cookie, form_token, session_hash};

use async_trait::async_trait;
use loket_domain::closed_list;
use loket_domain::ids::AccountId;
use loket_domain::office::OfficeCode;
use loket_journal::Digest;

use crate::directory::Directory;
use crate::fault::StoreFault;

/// A person of PPID Utama's staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffAccount {
    /// Identity; the actor of the journal entries the server writes for this person.
    pub id: AccountId,
    /// What is typed to sign in: lower case, never changed, never given to another person.
    pub login: String,
    /// Name shown and written under answers.
    pub name: String,
    /// What the person does.
    pub role: StaffRole,
    /// For which offices.
    pub reach: Reach,
    /// The password's hash.
    pub password: PasswordHash,
    /// Whether somebody else chose the password, so that it must be changed first.
    pub temporary: bool,
    /// Until when such a password opens the door, in milliseconds since 1970.
    pub temporary_until: Option<u64>,
    /// When it was closed, in milliseconds since 1970.
    pub closed: Option<u64>,
    /// Whether a second factor is asked for besides the password.
    pub second_factor: bool,
}

impl StaffAccount {
    /// Whether it reads what citizens wrote, or lets others in: such an account should have a second factor.
    pub(crate) fn holds_much(&self) -> bool {
        matches!(self.role, StaffRole::Admin | StaffRole::Verifier)
    }

    /// Whether it manages the accounts of everyone: one that does must stay open.
    pub(crate) fn manages_accounts(&self) -> bool {
        self.role == StaffRole::Admin && self.reach == Reach::Every
    }
}

/// Why an account is not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AccountRefusal {
    /// The login is or was another's.
    #[error("Nama pengguna itu sudah dipakai atau pernah dipakai; pilih yang lain.")]
    LoginTaken,
    /// Nobody could manage accounts any more.
    #[error("Ini satu-satunya admin untuk semua kantor; buat admin lain dahulu.")]
    LastAdmin,
    /// No such account, or it is closed.
    #[error("Akun itu tidak ada atau sudah ditutup.")]
    Unknown,
}

/// Somebody looked at, or did, something that is written down: who, when and which, never what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// Login of who.
    pub login: String,
    /// What was done, by the stable code of [`Audited`].
    pub what: Audited,
    /// Kemendagri code of the office it concerns, where it concerns one.
    pub office: Option<OfficeCode>,
    /// Which request, test, desk or account: a number, an identity or a login.
    pub about: Option<String>,
    /// From which network address; empty where it was done on the server itself.
    pub address: String,
}

/// Who is written down as the one who did something with the command line: nobody can sign in so.
pub const COMMAND_LINE: &str = "(baris perintah)";

/// Which lines of the record are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditNarrowing {
    /// Only of this login; of everybody when empty.
    pub login: String,
    /// Only of this office; of all when empty.
    pub office: String,
    /// From this moment on, in milliseconds since 1970.
    pub from: u64,
    /// Before this one.
    pub until: u64,
}

/// All of it.
impl Default for AuditNarrowing {
    fn default() -> Self {
        Self { login: String::new(), office: String::new(), from: 0, until: u64::MAX }
    }
}

closed_list! {
    /// What is written down.
    pub enum Audited {
        /// A session began.
        SignedIn = "signed_in" => "masuk",
        /// Somebody tried to sign in and did not know the password.
        SignInFailed = "sign_in_failed" => "gagal masuk",
        /// A session was ended by its person.
        SignedOut = "signed_out" => "keluar",
        /// An admin ended the session of another.
        SessionEnded = "session_ended" => "mengakhiri sesi orang lain",
        /// A session began by a code on paper in place of the telephone's.
        PaperCodeUsed = "paper_code_used" => "masuk dengan kode cadangan",
        /// Somebody set up the second factor, or made new codes on paper.
        SecondFactorSet = "second_factor_set" => "memasang kode masuk",
        /// Somebody took the own second factor away.
        SecondFactorDropped = "second_factor_dropped" => "mematikan kode masuk",
        /// An admin took the second factor of another away.
        SecondFactorReset = "second_factor_reset" => "mematikan kode masuk orang lain",
        /// A table was taken along.
        TableTaken = "table_taken" => "mengunduh tabel",
        /// A forwarded request was read, personal data included.
        CaseRead = "case_read" => "membaca permohonan yang diteruskan",
        /// A forwarded request was answered.
        CaseAnswered = "case_answered" => "menjawab permohonan yang diteruskan",
        /// A forwarded request was taken, passed on to another unit, or noted on.
        CaseStep = "case_step" => "mengerjakan permohonan yang diteruskan",
        /// A file was added to a forwarded request.
        FileAdded = "file_added" => "melampirkan berkas jawaban",
        /// A file of a forwarded request was opened.
        FileRead = "file_read" => "membuka berkas permohonan yang diteruskan",
        /// A consequence test was read.
        TestRead = "test_read" => "membaca uji konsekuensi",
        /// A consequence test was approved.
        TestApproved = "test_approved" => "menyetujui uji konsekuensi",
        /// A consequence test was not approved.
        TestRejected = "test_rejected" => "tidak menyetujui uji konsekuensi",
        /// A desk's file was read in.
        StickRead = "stick_read" => "membaca berkas meja",
        /// A question was read.
        QuestionRead = "question_read" => "membaca tanya jawab",
        /// An office was asked.
        QuestionAsked = "question_asked" => "bertanya kepada kantor",
        /// An office's question was answered, or the own one followed up.
        QuestionAnswered = "question_answered" => "menulis dalam tanya jawab",
        /// The own question was closed.
        QuestionClosed = "question_closed" => "menutup pertanyaan",
        /// An office was listed, changed or retired.
        OfficeListed = "office_listed" => "mengubah direktori kantor",
        /// The public's door was opened, shut or told otherwise.
        PublicDoorSet = "public_door_set" => "mengatur pintu publik",
        /// How long answered requests are read was set.
        ReadingTimeSet = "reading_time_set" => "mengatur masa baca permohonan yang dijawab",
        /// A one-time code was taken back.
        CodeTakenBack = "code_taken_back" => "membatalkan kode meja",
        /// A one-time code was made.
        CodeGiven = "code_given" => "membuat kode meja",
        /// A desk was revoked.
        DeskRevoked = "desk_revoked" => "mencabut meja",
        /// A pack was published.
        PackPublished = "pack_published" => "menerbitkan paket",
        /// The content before a pack was published again.
        PackWithdrawn = "pack_withdrawn" => "menarik kembali paket",
        /// Somebody asked for a page that is not theirs.
        Denied = "denied" => "ditolak membuka halaman",
        /// An answer for a desk without a connection was taken.
        AnswerTaken = "answer_taken" => "mengunduh balasan untuk meja",
        /// An account was opened.
        AccountOpened = "account_opened" => "membuka akun",
        /// What an account may do changed.
        AccountRevised = "account_revised" => "mengubah akun",
        /// A password was replaced by an admin.
        PasswordReset = "password_reset" => "mengganti kata sandi orang lain",
        /// A person changed the own password.
        PasswordChanged = "password_changed" => "mengganti kata sandi sendiri",
        /// An account was closed.
        AccountClosed = "account_closed" => "menutup akun",
    }
}

/// The memory of accounts, sessions, attempts to sign in, and what was looked at, beside that of the offices they are for. Whatever a method wrote is durable when it
/// answers.
#[async_trait]
pub trait Accounts: Directory {
    /// Keeps a new account.
    async fn open(&self, account: StaffAccount) -> Result<Result<(), AccountRefusal>, StoreFault>;

    /// Every account, open ones first, by login.
    async fn accounts(&self) -> Result<Vec<StaffAccount>, StoreFault>;

    /// The account with this login, closed or not.
    async fn with_login(&self, login: &str) -> Result<Option<StaffAccount>, StoreFault>;

    /// Changes name, role and reach of an open account.
    async fn revise(
        &self,
        id: AccountId,
        name: &str,
        role: StaffRole,
        reach: Reach,
    ) -> Result<Result<(), AccountRefusal>, StoreFault>;

    /// Replaces the password of an open account and ends its sessions; one that somebody else chose opens the door until
    /// `temporary`.
    async fn set_password(
        &self,
        id: AccountId,
        password: PasswordHash,
        temporary: Option<u64>,
    ) -> Result<Result<(), AccountRefusal>, StoreFault>;

    /// Closes an account for good and ends its sessions.
    async fn close(&self, id: AccountId, now: u64) -> Result<Result<(), AccountRefusal>, StoreFault>;

    /// Counts an attempt to sign in under each of `keys` (hash and how many are allowed within [`WINDOW`]), or says for how
    /// many milliseconds to wait; then nothing is counted.
    async fn attempt(&self, keys: &[(Digest, usize)], now: u64) -> Result<Result<(), u64>, StoreFault>;

    /// Forgets the attempts under a key: it was the right person.
    async fn forgive(&self, key: Digest) -> Result<(), StoreFault>;

    /// Forgets one attempt of `at` under a key that others share: it succeeded.
    async fn uncount(&self, key: Digest, at: u64) -> Result<(), StoreFault>;

    /// Keeps a session, and lets go of those that have ended and of whatever other its account had: whoever signs in again leaves
    /// none open elsewhere.
    async fn begin_session(&self, session: Session) -> Result<(), StoreFault>;

    /// The session under this hash with its account, if both are alive at `now`; its idle time begins anew.
    async fn session(&self, token: Digest, now: u64) -> Result<Option<StaffAccount>, StoreFault>;

    /// Ends a session.
    async fn end_session(&self, token: Digest) -> Result<(), StoreFault>;

    /// The sessions of an account that are alive at `now`, the latest first.
    async fn sessions(&self, id: AccountId, now: u64) -> Result<Vec<Session>, StoreFault>;

    /// Ends every session of an account.
    async fn end_sessions(&self, id: AccountId) -> Result<(), StoreFault>;

    /// The last times, latest first, that somebody signed in or out as the one with this login, tried to, or had the session ended.
    async fn sign_ins(&self, login: &str, take: u32) -> Result<Vec<AuditLine>, StoreFault>;

    /// What an account has besides its password, confirmed or not.
    async fn second_factor(&self, id: AccountId) -> Result<Option<SecondFactor>, StoreFault>;

    /// Puts `after` in the place of `before`; `false`, and nothing is changed, where another stands there by now. So a code that two
    /// browsers send at once opens one door.
    async fn swap_second_factor(
        &self,
        id: AccountId,
        before: Option<SecondFactor>,
        after: Option<SecondFactor>,
    ) -> Result<bool, StoreFault>;

    /// Writes down that somebody looked or did.
    async fn note(&self, line: AuditLine) -> Result<(), StoreFault>;

    /// Everything that was written down, to see whether all of it is there.
    async fn audit_chain(&self) -> Result<AuditChain, StoreFault>;

    /// What was written down, latest first, of these offices only unless the reach is every office.
    async fn audit(&self, reach: &Reach, of: &AuditNarrowing, skip: u32, take: u32) -> Result<Vec<AuditLine>, StoreFault>;
}
