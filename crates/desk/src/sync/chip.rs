//! How sync stands, as the chip at the top of the window says it.

use crate::context::Context;
use crate::error::DeskError;
use crate::files::progress;
use crate::files::shelf::Shelf;
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::store::writing;
use crate::store::{enrolment, local};
use crate::sync;
use crate::sync::fault::SyncFault;
use crate::sync::review;
use crate::sync::state::State;
use loket_journal::protocol::RefusalKind;
use rusqlite::Connection;
use serde::Serialize;

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

/// What the chip says of sync alone.
struct Standing {
    state: SyncState,
    text: String,
    detail: String,
}

impl Standing {
    fn new(state: SyncState, text: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { state, text: text.into(), detail: detail.into() }
    }
}

/// How sync stands.
pub(crate) fn sync_chip(tables: &Connection, context: &Context<'_>, sync: &State, shelf: &Shelf) -> Result<SyncChip, DeskError> {
    let waiting = u32::try_from(sync::waiting(tables, context, sync)?).unwrap_or(u32::MAX);
    let Standing { state, text, detail } = sync_standing(tables, context, sync, waiting)?;
    let files = progress::files_hint(tables, sync, shelf)?.filter(|_| state != SyncState::NotEnrolled);
    let detail = files.map_or_else(|| detail.clone(), |files| format!("{detail} {files}"));
    let Some(hold) = context.hold else { return Ok(SyncChip { state, text, detail, waiting }) };
    let held = if hold == Hold::Clock { "tanggal komputer perlu dipastikan" } else { "nomor perlu dipastikan" };
    // What keeps the numbers from becoming certain must be read too.
    let stands_in_the_way = matches!(state, SyncState::NotEnrolled | SyncState::Paused) || sync.fault.is_some();
    let (text, detail) = if stands_in_the_way {
        (format!("{held}, {text}"), format!("{} {detail}", hold.said()))
    } else {
        (held.to_owned(), hold.said().to_owned())
    };
    Ok(SyncChip { state: SyncState::Review, text, detail, waiting })
}

/// How sync stands, whatever holds the numbers.
fn sync_standing(tables: &Connection, context: &Context<'_>, sync: &State, waiting: u32) -> Result<Standing, DeskError> {
    let last = local::read(tables, local::LAST_SYNC)?;
    let review = review::review(tables, context)?.len();
    Ok(if enrolment::enrolment(tables)?.is_none() {
        let detail = "Meja ini belum terhubung ke PPID Utama. Semua pekerjaan tetap tersimpan di komputer ini.";
        Standing::new(SyncState::NotEnrolled, "belum terhubung", detail)
    } else if let (true, Some(fault)) = (sync.paused, &sync.fault) {
        let text = if sync.needs_code { "dijeda, perlu kode baru" } else { "sinkron dijeda" };
        Standing::new(SyncState::Paused, text, fault)
    } else if sync.sending && waiting > 0 {
        Standing::new(SyncState::Sending, format!("mengirim {waiting}"), "Sedang mengirim ke PPID Utama.")
    } else if let (Some(fault), true) = (&sync.fault, waiting > 0 || last.is_none()) {
        Standing::new(SyncState::Waiting, format!("{waiting} menunggu, tanpa koneksi"), fault)
    } else if sync.differing > 0 {
        let detail = "Catatan di sini dan di PPID Utama belum sama, dan mengirim ulang belum menyamakannya. Tidak ada yang \
                      hilang; hubungi admin PPID Utama.";
        Standing::new(SyncState::Review, "berbeda dari PPID Utama", detail)
    } else if waiting > 0 {
        Standing::new(SyncState::Waiting, format!("{waiting} menunggu"), "Catatan baru akan dikirim sendiri.")
    } else if review > 0 {
        Standing::new(SyncState::Review, format!("{review} perlu ditinjau"), "Buka Pengaturan untuk meninjaunya.")
    } else if let Some(fault) = &sync.fault {
        Standing::new(SyncState::Synced, "semua terkirim, tanpa koneksi", fault)
    } else {
        let at = last.as_deref().and_then(|last| last.rsplit_once(", ")).map_or("", |(_, time)| time);
        let detail = "Semua catatan sudah ada di PPID Utama.";
        Standing::new(SyncState::Synced, format!("tersinkron {at}").trim_end(), detail)
    })
}

pub(crate) fn round_ended(
    tables: &Connection,
    context: &Context<'_>,
    sync: &mut State,
    outcome: Result<(), &DeskError>,
    moment: Moment,
) -> Result<(), DeskError> {
    sync.sending = false;
    match outcome {
        Ok(()) => {
            sync.resume_sync();
            let at = context.noted_at(moment.local);
            Ok(writing::note(tables, |tables| local::write(tables, local::LAST_SYNC, &at))?)
        }
        Err(_) if mutant!(RetryDies) => {
            sync.paused = true;
            Ok(())
        }
        Err(fault) => {
            sync.paused = matches!(fault, DeskError::Sync(fault) if fault.needs_a_person());
            sync.needs_code = matches!(fault, DeskError::Sync(SyncFault::Refused(RefusalKind::NotEnrolled)));
            sync.fault = Some(fault.to_string());
            Ok(())
        }
    }
}
