//! The file for PPID Utama.

use loket_journal::OriginId;
use loket_journal::bundle::{Bundle, Part, PartOf};
use loket_journal::protocol::Writer;

use super::{Heard, StickFault};
use crate::desk::Desk;
use crate::edge::{Moment, roll};
use crate::error::DeskError;
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

impl Desk {
    /// Packs what waits, and what this desk has, into a file for PPID Utama of about `room` bytes. Nothing counts as sent by
    /// it; a desk where nothing waits asks with it for what others wrote.
    ///
    /// # Errors
    /// [`SyncFault::NotEnrolled`], or [`DeskError::Database`].
    pub fn bundle(&mut self, room: usize, moment: Moment) -> Result<BundleFile, DeskError> {
        let enrolment = self.enrolment()?.ok_or(SyncFault::NotEnrolled)?;
        let own = self.chain.origin;
        let parts = self.parts(room)?;
        let carries = parts.iter().map(|part| part.run.last - part.run.after).sum();
        let chains = entries::chains(&self.connection, own)?;
        let others = chains.iter().filter(|chain| chain.origin != own).map(|chain| (chain.origin, chain.length));
        // From where both sides are known to be alike, in case the server has something else.
        let alike = self.status.alike.map_or_else(|| self.acknowledged(), Ok)?.min(self.chain.length);
        let steps = self.untold_successions()?;
        let bundle = Bundle {
            office: self.office.profile.code.clone(),
            end: self.chain,
            successions: steps.iter().map(|(_, succession)| succession.clone()).collect(),
            parts,
            have: others.chain([(own, alike)]).collect(),
            mark: Heard::of(&self.connection)?.mark(),
        };
        let former: Vec<_> = steps.iter().map(|(step, _)| step.signer()).collect();
        let former = former.iter().map(|(origin, key)| (*origin, key));
        let signers: Vec<_> = former.chain([(own, &self.key)]).collect();
        let server = Writer { origin: enrolment.server_origin, key: enrolment.server_key };
        let bytes = bundle.seal(&server, &signers, roll(&mut self.dice)?).map_err(StickFault::from)?;
        let (office, desk, date) = (&self.office.profile.code, &self.desk_code, moment.local.date());
        let left = self.waiting()?.saturating_sub(carries);
        Ok(BundleFile { file_name: format!("loket-{office}-{desk}-{date}.lku"), bytes, carries, left })
    }

    /// What waits, the own series first, in parts that end where use cases ended.
    fn parts(&self, room: usize) -> Result<Vec<Part>, DeskError> {
        let own = self.chain.origin;
        let mut waiting: Vec<(OriginId, u64)> = vec![(own, self.acknowledged()?)];
        waiting.extend(offers::behind(&self.connection)?);
        let (mut parts, mut size) = (Vec::new(), 0);
        for (origin, mut after) in waiting {
            while let Some(outgoing) = self.compose(origin, after, PART.min(room))? {
                size += outgoing.batch.len();
                if size > room && !parts.is_empty() {
                    return Ok(parts);
                }
                // Nobody can ask back on the way, so whoever wrote it is vouched for at once.
                let parcel = self.wrapped(&outgoing, origin != own)?;
                parts.push(Part { run: PartOf { origin, after, last: outgoing.last }, parcel });
                after = outgoing.last;
            }
        }
        Ok(parts)
    }
}
