//! Sync with PPID Utama: enrolment, and rounds that push what waits and pull what others wrote.
//!
//! The desk is never locked while the network is spoken to: a round takes it for a moment to read what to send, lets go,
//! and takes it again to keep the answer. Nothing counts as sent before the server's signed receipt is stored.
//!
//! - `link` is the seam: what carries a call to a server and its answer back. [`Client`] does it over HTTP.
//! - `asking` makes calls of messages and messages of answers.
//! - `round` is the engine.

mod asking;
mod client;
mod fault;
mod link;
mod round;

pub use client::{Client, install_crypto};
pub use fault::SyncFault;
pub use link::{Link, LinkFault};
pub use round::{Round, enrol, round};

use loket_domain::indonesian::{date as words, time};
use loket_journal::protocol::EnrolRequest;
use loket_journal::{OriginId, PublicKey, SignedHead};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::edge::Moment;
use crate::error::DeskError;
use crate::store::local;

/// What the desk keeps of its enrolment.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Enrolment {
    /// Address of the server.
    pub(crate) server: String,
    /// The server's own series.
    pub(crate) server_origin: OriginId,
    /// The key with which it signs receipts.
    pub(crate) server_key: PublicKey,
    /// Secret shown with every call.
    pub(crate) token: String,
    /// Since when, in words.
    pub(crate) since: String,
}

/// How the last round went; forgotten when the desk is closed.
#[derive(Debug, Default)]
pub(crate) struct Status {
    sending: bool,
    fault: Option<String>,
    paused: bool,
}

/// How sync stands, as the chip at the top of the window says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SyncChip {
    /// In one word.
    pub state: SyncState,
    /// On the chip.
    pub text: String,
    /// When it is opened.
    pub detail: String,
    /// Entries that wait to be sent.
    pub waiting: u32,
}

/// How sync stands, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SyncState {
    /// The desk has no server yet.
    NotEnrolled,
    /// The server has everything.
    Synced,
    /// Entries wait for a connection.
    Waiting,
    /// A round is under way.
    Sending,
    /// The server said no; a person must look.
    Paused,
    /// Something came in that a person must look at.
    Review,
}

impl Desk {
    pub(crate) fn enrolment(&self) -> Result<Option<Enrolment>, DeskError> {
        local::read_json(&self.connection, local::ENROLMENT)
    }

    /// Up to where the server has this desk's series, durably.
    pub(crate) fn acknowledged(&self) -> Result<u64, DeskError> {
        let receipt: Option<SignedHead> = local::read_json(&self.connection, local::RECEIPT)?;
        Ok(receipt.map_or(0, |receipt| receipt.seq))
    }

    /// Entries of this desk that the server does not have yet.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn waiting(&self) -> Result<u64, DeskError> {
        Ok(self.chain.length.saturating_sub(self.acknowledged()?))
    }

    /// How sync stands.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn sync_chip(&self) -> Result<SyncChip, DeskError> {
        let waiting = u32::try_from(self.waiting()?).unwrap_or(u32::MAX);
        let last = local::read(&self.connection, local::LAST_SYNC)?;
        let review = self.review()?.len();
        let (state, text, detail) = if self.enrolment()?.is_none() {
            let detail = "Meja ini belum terhubung ke PPID Utama. Semua pekerjaan tetap tersimpan di komputer ini.";
            (SyncState::NotEnrolled, "belum terhubung".to_owned(), detail.to_owned())
        } else if let (true, Some(fault)) = (self.status.paused, &self.status.fault) {
            (SyncState::Paused, "sinkron dijeda".to_owned(), fault.clone())
        } else if self.status.sending && waiting > 0 {
            (SyncState::Sending, format!("mengirim {waiting}"), "Sedang mengirim ke PPID Utama.".to_owned())
        } else if let Some(fault) = &self.status.fault {
            (SyncState::Waiting, format!("{waiting} menunggu, tanpa koneksi"), fault.clone())
        } else if waiting > 0 {
            (SyncState::Waiting, format!("{waiting} menunggu"), "Catatan baru akan dikirim sendiri.".to_owned())
        } else if review > 0 {
            (SyncState::Review, format!("{review} perlu ditinjau"), "Buka Pengaturan untuk meninjaunya.".to_owned())
        } else {
            let at = last.as_deref().and_then(|last| last.rsplit_once(", ")).map_or("", |(_, time)| time);
            let detail = "Semua catatan sudah ada di PPID Utama.";
            (SyncState::Synced, format!("tersinkron {at}").trim_end().to_owned(), detail.to_owned())
        };
        Ok(SyncChip { state, text, detail, waiting })
    }

    /// How this desk introduces itself with a one-time code.
    fn introduction(&self, code: &str) -> EnrolRequest {
        EnrolRequest {
            code: code.trim().to_owned(),
            office: self.office.profile.code.clone(),
            desk: self.desk_code.clone(),
            origin: self.chain.origin,
            key: self.key.public(),
        }
    }

    /// Keeps an enrolment. What another server took does not count here: a receipt is worth something only to its signer.
    fn keep_enrolment(&mut self, enrolment: &Enrolment) -> Result<(), DeskError> {
        let json = serde_json::to_string(enrolment).map_err(|_| DeskError::Journal("enrolment"))?;
        let same_server = self.enrolment()?.is_some_and(|before| before.server_key == enrolment.server_key);
        let transaction = self.connection.transaction()?;
        if !same_server {
            local::forget(&transaction, local::RECEIPT)?;
            local::forget(&transaction, local::LAST_SYNC)?;
        }
        local::write(&transaction, local::ENROLMENT, &json)?;
        transaction.commit()?;
        self.status = Status::default();
        Ok(())
    }

    /// Lets rounds go on after a pause that a person has looked at.
    pub fn resume_sync(&mut self) {
        self.status = Status::default();
    }

    fn round_ended(&mut self, outcome: Result<(), &DeskError>, moment: Moment) -> Result<(), DeskError> {
        self.status.sending = false;
        match outcome {
            Ok(()) => {
                self.status.fault = None;
                self.status.paused = false;
                let at = format!("{}, {}", words(moment.local.date()), time(moment.local.time()));
                local::write(&self.connection, local::LAST_SYNC, &at)
            }
            Err(fault) => {
                self.status.paused = matches!(fault, DeskError::Sync(fault) if fault.needs_a_person());
                self.status.fault = Some(fault.to_string());
                Ok(())
            }
        }
    }
}
