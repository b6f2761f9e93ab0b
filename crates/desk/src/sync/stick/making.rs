//! The file for PPID Utama.

use crate::journal::Journal;
use crate::store::enrolment;
use crate::sync;
use crate::sync::state::State;

use crate::sync::parcels;
use crate::sync::series;
use loket_journal::OriginId;
use loket_journal::bundle::{Bundle, Part, PartOf};
use loket_journal::protocol::Writer;

use super::{Heard, StickFault};
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::kernel::random::roll;
use crate::store::{entries, offers};
use crate::sync::SyncFault;

/// How many bytes of packed entries the window puts into one file; the rest goes into the next.
pub const ROOM: usize = 48 << 20;
/// Bytes of entries in one part, before they are packed.
const PART: usize = 1 << 20;

/// A file for PPID Utama, sealed to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleFile {
    /// What it may be called: office, desk and date.
    pub file_name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Entries it carries.
    pub carries: u64,
    /// Entries that wait and did not fit; they go once the acknowledgment of this one was read.
    pub left: u64,
}

impl BundleFile {
    /// What the officer is told once it is saved.
    pub fn said(&self) -> String {
        let (name, carries, left) = (&self.file_name, self.carries, self.left);
        let mut said = match carries {
            0 => format!(
                "Berkas {name} tersimpan. Tidak ada catatan yang menunggu; berkas ini meminta catatan baru dari PPID Utama."
            ),
            _ => format!(
                "Berkas {name} tersimpan dengan {carries} catatan, yang baru dihitung terkirim setelah balasannya dibaca."
            ),
        };
        said.push_str(" Serahkan ke PPID Utama, lalu baca berkas balasannya di sini.");
        if left > 0 {
            said.push_str(&format!(" Masih ada {left} catatan; simpan berkas berikutnya setelah balasan ini dibaca."));
        }
        said
    }
}

/// Packs what waits, and what this desk has, into a file for PPID Utama of about `room` bytes. Nothing counts as sent by
/// it; a desk where nothing waits asks with it for what others wrote.
pub(crate) fn bundle(journal: &mut Journal, sync: &mut State, room: usize, moment: Moment) -> Result<BundleFile, DeskError> {
    let enrolment = enrolment::enrolment(journal.tables())?.ok_or(SyncFault::NotEnrolled)?;
    let own = journal.chain.origin;
    let parts = parts(journal, sync, room)?;
    let carries = parts.iter().map(|part| part.run.last - part.run.after).sum();
    let chains = entries::chains(&journal.connection, own)?;
    let others = chains.iter().filter(|chain| chain.origin != own).map(|chain| (chain.origin, chain.length));
    // From where both sides are known to be alike, in case the server has something else.
    let alike =
        sync.alike.map_or_else(|| sync::acknowledged(journal.tables(), &journal.context(), sync), Ok)?.min(journal.chain.length);
    let steps = series::untold_successions(journal)?;
    let bundle = Bundle {
        office: journal.office.profile.code.clone(),
        end: journal.chain,
        successions: steps.iter().map(|(_, succession)| succession.clone()).collect(),
        parts,
        have: others.chain([(own, alike)]).collect(),
        mark: Heard::of(&journal.connection)?.mark(),
    };
    let former: Vec<_> = steps.iter().map(|(step, _)| step.signer()).collect();
    let former = former.iter().map(|(origin, key)| (*origin, key));
    let signers: Vec<_> = former.chain([(own, &journal.key)]).collect();
    let server = Writer { origin: enrolment.server_origin, key: enrolment.server_key };
    let bytes = bundle.seal(&server, &signers, roll(&mut journal.dice)?).map_err(StickFault::from)?;
    let (office, desk, date) = (&journal.office.profile.code, &journal.desk_code, moment.local.date());
    let left = sync::waiting(journal.tables(), &journal.context(), sync)?.saturating_sub(carries);
    Ok(BundleFile { file_name: format!("loket-{office}-{desk}-{date}.lku"), bytes, carries, left })
}

/// What waits, the own series first, in parts that end where use cases ended.
fn parts(journal: &Journal, sync: &State, room: usize) -> Result<Vec<Part>, DeskError> {
    let own = journal.chain.origin;
    let mut waiting: Vec<(OriginId, u64)> = vec![(own, sync::acknowledged(journal.tables(), &journal.context(), sync)?)];
    waiting.extend(offers::behind(&journal.connection)?);
    let (mut parts, mut size) = (Vec::new(), 0);
    for (origin, mut after) in waiting {
        while let Some(outgoing) = parcels::compose(journal, sync, origin, after, PART.min(room))? {
            size += outgoing.batch.len();
            if size > room && !parts.is_empty() {
                return Ok(parts);
            }
            // Nobody can ask back on the way, so whoever wrote it is vouched for at once.
            let parcel = parcels::wrapped(journal.tables(), &outgoing, origin != own)?;
            parts.push(Part { run: PartOf { origin, after, last: outgoing.last }, parcel });
            after = outgoing.last;
        }
    }
    Ok(parts)
}
