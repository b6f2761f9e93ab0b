//! A desk's round on a stick: taken as the calls it stands for, and answered with a file.
//!
//! Nothing is decided here that a call would not decide: parts are pushed, what both sides hold is compared, what the desk
//! lacks is pulled. A bundle may be read twice, late, or after one that was made later: entries are told apart by their place.

use loket_journal::bundle::{Acknowledgment, Bundle, BundleFault, PartAnswer, Signed};
use loket_journal::protocol::{PullAnswer, PullRequest, PushAnswer, RefusalKind, Standing, Writer};
use loket_journal::{Chain, OriginId};
use std::collections::BTreeMap;
use tracing::{info, warn};

use super::hello::{standing, stored};
use super::refused::CallRefused;
use super::service::Service;
use super::{pull, push, succeed};
use crate::sticks::Acknowledged;
use crate::store::{EnrolledDesk, StoreFault};

/// About how many bytes of batches one acknowledgment carries.
const ROOM: usize = 48 << 20;

/// Why a bundle is not taken; nothing of it was written. Each is one sentence for the person at PPID Utama who reads it in.
#[derive(Debug, thiserror::Error)]
pub enum BundleRefusal {
    /// Not a file of this protocol.
    #[error("Berkas ini bukan berkas sinkron Loket PPID; pilih berkas berakhiran .lku yang disimpan di meja.")]
    Strange,
    /// Made by a newer version.
    #[error("Berkas ini dibuat Loket PPID yang lebih baru daripada server ini; perbarui server, lalu baca lagi.")]
    Newer,
    /// An acknowledgment.
    #[error("Ini berkas balasan dari PPID Utama; bacalah di mejanya, di Pengaturan bagian Sinkronisasi.")]
    OtherWay,
    /// Larger than any bundle.
    #[error("Berkas ini lebih besar daripada yang disimpan meja mana pun, jadi tidak dibaca.")]
    TooLarge,
    /// Sealed to another server, or to this one before it was set up anew.
    #[error(
        "Berkas ini dibuat untuk PPID Utama lain, atau sebelum server ini disiapkan ulang. Sambungkan mejanya ke server ini, \
         lalu minta berkas baru."
    )]
    OtherServer,
    /// Cut short or changed.
    #[error("Berkas ini rusak atau terpotong, jadi tidak ada yang diambil; salin ulang dari meja.")]
    Damaged,
    /// By a desk that is not let in.
    #[error(
        "Meja yang membuat berkas ini tidak terdaftar, sudah dicabut, atau sudah diganti, jadi tidak ada yang diambil. Bila \
         mejanya masih dipakai, beri kode sekali pakai yang baru."
    )]
    NotEnrolled,
    /// Not signed by the desk it names, or about another office than the desk's.
    #[error(
        "Berkas ini tidak ditandatangani mejanya atau menyebut kantor lain, jadi tidak ada yang diambil; laporkan kepada admin."
    )]
    Forged,
    /// The server itself cannot.
    #[error(
        "Data sedang tidak dapat ditulis. Yang sudah diterima tetap tersimpan; baca berkas yang sama lagi beberapa saat lagi."
    )]
    Unable,
}

impl From<BundleFault> for BundleRefusal {
    fn from(fault: BundleFault) -> Self {
        match fault {
            BundleFault::Strange => Self::Strange,
            BundleFault::Newer => Self::Newer,
            BundleFault::OtherWay => Self::OtherWay,
            BundleFault::TooLarge => Self::TooLarge,
            BundleFault::OtherReader => Self::OtherServer,
            BundleFault::Damaged => Self::Damaged,
            BundleFault::Forged => Self::Forged,
        }
    }
}

impl From<StoreFault> for BundleRefusal {
    fn from(fault: StoreFault) -> Self {
        CallRefused::from(fault).into()
    }
}

impl From<CallRefused> for BundleRefusal {
    fn from(refused: CallRefused) -> Self {
        match refused {
            CallRefused::No(..) => Self::Forged,
            CallRefused::Busy(..) | CallRefused::Unable => Self::Unable,
        }
    }
}

/// A bundle whose desk is known and has signed it.
pub struct OpenedBundle {
    /// The desk as it is let in now.
    desk: EnrolledDesk,
    /// How many of the bundle's successions this server knows already.
    told: usize,
    bundle: Bundle,
}

impl OpenedBundle {
    /// Kemendagri code of the desk's office.
    pub fn office(&self) -> &str {
        &self.desk.office
    }
}

impl Service {
    /// Opens a bundle and finds its desk.
    ///
    /// # Errors
    /// [`BundleRefusal`]; it is logged without a word of what the file says.
    pub async fn open_bundle(&self, file: Vec<u8>) -> Result<OpenedBundle, BundleRefusal> {
        let opened = self.opened(file).await;
        if let Err(refusal) = &opened {
            warn!(why = ?refusal, "a bundle was refused");
        }
        opened
    }

    async fn opened(&self, file: Vec<u8>) -> Result<OpenedBundle, BundleRefusal> {
        let (origin, key) = (self.origin, self.key.clone());
        let signed = push::heavy(file.len(), move || Signed::<Bundle>::open(&file, origin, &key)).await??;
        let signers: Vec<OriginId> = signed.signers().collect();
        // A desk that goes on under a new key signs with the old ones too: this server may not have heard of the last steps.
        let mut known = None;
        for (at, origin) in signers.iter().enumerate() {
            if let Some(desk) = self.store.member(*origin).await? {
                known = Some((at, desk));
                break;
            }
        }
        let (told, desk) = known.ok_or(BundleRefusal::NotEnrolled)?;
        let bundle = signed.by(&Writer { origin: desk.origin, key: desk.key })?;
        let steps = bundle.successions.iter().map(|step| step.origin);
        let of_desk = bundle.office == desk.office && signers[1..].iter().copied().eq(steps);
        if !of_desk || signers.last() != Some(&bundle.end.origin) {
            return Err(BundleRefusal::Forged);
        }
        Ok(OpenedBundle { desk, told, bundle })
    }

    /// Takes what an opened bundle carries, at `now` in milliseconds since 1970, and makes the acknowledgment.
    ///
    /// # Errors
    /// [`BundleRefusal::Unable`] when the store fails: what was taken stays taken, and the same bundle may be read again.
    /// [`BundleRefusal::Forged`] when the desk may not go on as it says.
    pub async fn take_bundle(&self, opened: OpenedBundle, now: u64) -> Result<Acknowledged, BundleRefusal> {
        let OpenedBundle { mut desk, told, bundle } = opened;
        self.store.note_contact(desk.origin, now).await?;
        for step in bundle.successions.iter().skip(told) {
            succeed::go_on(self, &desk, step, now).await?;
            desk = self.store.member(step.origin).await?.ok_or(BundleRefusal::NotEnrolled)?;
        }
        let before = entries(&stored(self, &desk.office).await?);
        let mut parts = Vec::with_capacity(bundle.parts.len());
        for part in bundle.parts {
            let answer = match push::take(self, &desk, part.parcel, None).await {
                Ok(answer) => PartAnswer::Answered(answer),
                Err(CallRefused::No(_, kind)) => {
                    warn!(office = desk.office.as_str(), desk = desk.desk.as_str(), why = %kind, "a part of a bundle was refused");
                    PartAnswer::Refused(kind)
                }
                Err(unable) => return Err(unable.into()),
            };
            parts.push((part.run, answer));
        }
        let standing = standing(self, &desk, stored(self, &desk.office).await?);
        let forked =
            parts.iter().any(|(run, answer)| run.origin == desk.origin && *answer == PartAnswer::Refused(RefusalKind::Forked));
        let mut have: BTreeMap<OriginId, u64> = bundle.have.into_iter().collect();
        if !parts_ways(&standing, &bundle.end, forked) {
            have.remove(&desk.origin);
        }
        let (pulled, returned) = self.pulled(&desk, have).await?;
        let taken = entries(&standing.series).saturating_sub(before);
        let refused = parts.iter().filter(|(_, answer)| is_no(answer)).count() as u64;
        let acknowledgment = Acknowledgment { office: desk.office.clone(), mark: bundle.mark, at: now, parts, standing, pulled };
        let more = acknowledgment.more();
        let file = self.sealed(&desk, acknowledgment).await?;
        info!(office = desk.office.as_str(), desk = desk.desk.as_str(), taken, refused, returned, "a bundle was taken");
        let EnrolledDesk { origin, office, desk, .. } = desk;
        Ok(Acknowledged { office, desk, origin, taken, refused, returned, more, file })
    }

    /// What the desk lacks, as many answers as there is room for, and how many entries that is.
    async fn pulled(
        &self,
        desk: &EnrolledDesk,
        mut have: BTreeMap<OriginId, u64>,
    ) -> Result<(Vec<PullAnswer>, u64), CallRefused> {
        let (mut pulled, mut size, mut returned) = (Vec::new(), 0, 0);
        loop {
            let asked = PullRequest { have: have.iter().map(|(o, n)| (*o, *n)).collect(), room: u32::MAX, resume: None };
            let (answer, reach) = pull::gather(self, desk, &asked).await?;
            for (origin, last) in &reach {
                returned += last - have.insert(*origin, *last).unwrap_or(0);
            }
            size += answer.batches.iter().map(Vec::len).sum::<usize>();
            let more = answer.more && !reach.is_empty() && size < ROOM;
            pulled.push(answer);
            if !more {
                return Ok((pulled, returned));
            }
        }
    }

    async fn sealed(&self, desk: &EnrolledDesk, acknowledgment: Acknowledgment) -> Result<Vec<u8>, BundleRefusal> {
        let (reader, name, key) = (Writer { origin: desk.origin, key: desk.key }, self.origin, self.key.clone());
        let dice = self.roll().map_err(CallRefused::from)?;
        let size = acknowledgment.pulled.iter().flat_map(|answer| &answer.batches).map(Vec::len).sum();
        let file = push::heavy(size, move || acknowledgment.seal(&reader, (name, &key), dice)).await?;
        Ok(file.map_err(StoreFault::damaged("balasan"))?)
    }
}

/// Whether this server has more of the desk's own series than the desk, or something else.
fn parts_ways(standing: &Standing, end: &Chain, forked: bool) -> bool {
    let there = standing.series.iter().find(|chain| chain.origin == end.origin);
    forked || there.is_some_and(|there| there.length > end.length || (there.length == end.length && there.head != end.head))
}

fn is_no(answer: &PartAnswer) -> bool {
    !matches!(answer, PartAnswer::Answered(PushAnswer::Taken { .. }))
}

fn entries(series: &[Chain]) -> u64 {
    series.iter().map(|chain| chain.length).sum()
}
