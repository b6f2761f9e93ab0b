//! Packs of PPID Utama at the desk: what came, what is in force, what waits to be applied.
//!
//! A pack comes by sync, in the series of PPID Utama, or as a file; it is known by its text. Nothing of it counts before an
//! admin has seen what it changes and applied it (`plan.rs`).

pub(crate) mod directory;
pub(crate) mod effect;
pub(crate) mod file;
pub(crate) mod plan;
pub(crate) mod view;

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::nothing;
use crate::store::{enrolment, matters};
use crate::views::deadline::Tone;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::views::today::WorkItem;
use crate::words::short;
use loket_domain::authority::Duty;
use loket_domain::pack::{Difference, Pack, PackContent, SignedPack, differences};
use loket_domain::problem::Refused;
use loket_domain::request::Turn;
use loket_journal::{pack_subject, verify_pack};
use loket_letters::{check_pack, with_originals};
use rusqlite::Connection;
use uuid::Uuid;

/// What became of a pack here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PackStanding {
    /// It holds.
    InForce,
    /// It is newer than what holds and was never applied.
    Waiting,
    /// It was applied and taken back.
    TakenBack,
    /// This newer version holds.
    Replaced(u32),
    /// It may not be applied, for this reason.
    Unusable(String),
}

impl PackStanding {
    /// Whether it may be put in force now.
    pub(crate) fn may_be_applied(&self) -> Result<(), Refused> {
        match self {
            Self::Waiting | Self::TakenBack => Ok(()),
            Self::InForce => Err(Refused::NotNow("Paket ini sudah berlaku.")),
            Self::Replaced(_) => Err(Refused::NotNow("Versi yang lebih baru sudah berlaku.")),
            Self::Unusable(_) => Err(Refused::NotNow("Paket ini tidak dapat diterapkan.")),
        }
    }

    /// Whether it may be taken back now.
    pub(crate) fn may_be_taken_back(&self) -> Result<(), Refused> {
        if *self == Self::InForce { Ok(()) } else { Err(Refused::NotNow("Paket ini tidak sedang berlaku.")) }
    }
}

/// A pack that is known here.
pub(crate) struct KnownPack {
    pub(crate) id: Uuid,
    pub(crate) signed: SignedPack,
    pub(crate) standing: PackStanding,
}

impl KnownPack {
    pub(crate) fn pack(&self) -> &Pack {
        self.signed.pack()
    }

    /// Whether it may be taken back now. A directory is replaced by the next one.
    pub(crate) fn may_be_taken_back(&self) -> Result<(), Refused> {
        if self.pack().line().holds_at_once() {
            return Err(Refused::NotNow("Direktori kantor diganti oleh PPID Utama dengan versi berikutnya."));
        }
        self.standing.may_be_taken_back()
    }

    /// `Kalender 2027 versi 2`.
    pub(crate) fn name(&self) -> String {
        short::pack_name(self.pack())
    }
}

/// Every pack known here, the latest of each line first.
pub(crate) fn packs(tables: &Connection, context: &Context<'_>) -> Result<Vec<KnownPack>, DeskError> {
    let mut all: Vec<SignedPack> = matters::all::<SignedPack>(tables)?.into_iter().map(|found| found.state).collect();
    // The series in which another desk applied one may be here before that of PPID Utama.
    let in_force = context.office.packs.all_in_force().filter(|held| all.iter().all(|known| !known.is(held)));
    let missing: Vec<SignedPack> = in_force.cloned().collect();
    all.extend(missing);
    let key = enrolment::enrolment(tables)?.map(|enrolment| enrolment.server_key);
    let directory = key.and_then(|key| directory::latest_of(&all, &key).cloned());
    let known = |signed: SignedPack| {
        let (_, id) = pack_subject(&signed).as_matter()?;
        let proven = key.is_some_and(|key| verify_pack(&signed, &key).is_ok());
        let standing = match &directory {
            Some(held) if proven && signed.pack().line().holds_at_once() => of_directory(held, &signed),
            _ => standing(context, &signed, proven),
        };
        Some(KnownPack { id, signed, standing })
    };
    let mut packs: Vec<KnownPack> = all.into_iter().filter_map(known).collect();
    packs.sort_by_key(|known| (known.pack().line(), std::cmp::Reverse(known.pack().version)));
    Ok(packs)
}

/// What became of a directory, with the newest one that is here.
fn of_directory(held: &SignedPack, signed: &SignedPack) -> PackStanding {
    if held.is(signed) { PackStanding::InForce } else { PackStanding::Replaced(held.pack().version) }
}

pub(crate) fn standing(context: &Context<'_>, signed: &SignedPack, proven: bool) -> PackStanding {
    let pack = signed.pack();
    let held = context.office.packs.in_force(pack.line());
    if held.is_some_and(|held| held.is(signed)) {
        return PackStanding::InForce;
    }
    if !proven {
        return PackStanding::Unusable(DeskError::ForeignPack.to_string());
    }
    if let Err(fault) = check_pack(&pack.content) {
        return PackStanding::Unusable(fault.to_string());
    }
    match held.map(|held| held.pack().version).filter(|version| *version >= pack.version) {
        Some(version) => PackStanding::Replaced(version),
        None if context.office.packs.was_taken_back(pack) => PackStanding::TakenBack,
        None => PackStanding::Waiting,
    }
}

pub(crate) fn known_pack(tables: &Connection, context: &Context<'_>, id: &str) -> Result<KnownPack, DeskError> {
    let id: Uuid = id.parse().map_err(nothing)?;
    Ok(packs(tables, context)?.into_iter().find(|known| known.id == id).ok_or(Refused::Unknown)?)
}

/// What holds in the line of a pack, before the office's own word.
pub(crate) fn content_in_force(context: &Context<'_>, pack: &Pack) -> PackContent {
    context.office.packs.content(pack.line(), context.shipped)
}

/// The packs that wait to be applied, as news for those who may.
pub(crate) fn waiting_packs(tables: &Connection, context: &Context<'_>) -> Result<Vec<WorkItem>, DeskError> {
    if context.may(Duty::Administer).is_err() {
        return Ok(vec![]);
    }
    let mut waiting = packs(tables, context)?;
    waiting.retain(|known| known.standing == PackStanding::Waiting);
    // Of several versions of a line, which stand latest first, only the latest is worth applying.
    waiting.dedup_by_key(|known| known.pack().line());
    let item = |known: KnownPack| WorkItem {
        subject: SubjectRef::new(SubjectKind::Pack, known.id),
        title: format!("Paket {}", known.name()),
        text: format!("Dari PPID Utama, menunggu diterapkan. Dasar: {}", known.pack().basis),
        due_text: None,
        left: None,
        turn: Some(Turn::Office.label().to_owned()),
        tone: Tone::Calm,
    };
    Ok(waiting.into_iter().map(item).collect())
}

/// What `after` changes in `before`; texts that fall back to their originals are compared as what they become.
pub(crate) fn told_differences(before: PackContent, after: PackContent) -> Vec<Difference> {
    differences(&with_originals(before), &with_originals(after))
}
