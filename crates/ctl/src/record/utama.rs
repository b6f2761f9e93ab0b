//! PPID Utama beside the office: a real server without a socket, whose clock is the desk's.

use chrono::NaiveDate;
use loket_desk::Moment;
use loket_desk::sync::{Link, LinkFault};
use loket_domain::calendar::{Calendar, DayOff, DayOffKind};
use loket_domain::ids::AccountId;
use loket_domain::pack::{Pack, PackContent, SignedPack};
use loket_journal::protocol::{Answer as Carried, Call};
use loket_journal::{DeskKey, encode_pack};
use loket_utama::{CodeOrder, Dice, Inbox, InboxAnswer, Memory, ObjectPlace, PublishedPack, Service, SqliteStore, give_code};
use std::path::Path;
use std::sync::Arc;

use super::counter::fixed;
use super::office::{CODE, DESK};
use crate::account::TaskError;

/// Where the desk believes the server to be.
pub(super) const ADDRESS: &str = "https://ppid.contoh.go.id";
/// Whoever answers there.
const STAFF: &str = "00000000-0000-7000-8000-000000000007";

pub(super) struct Utama {
    store: Arc<dyn Memory>,
    service: Service,
}

fn fault(error: impl std::fmt::Display) -> TaskError {
    TaskError::Utama(error.to_string())
}

fn dice(seed: u64) -> Dice {
    let mut dice = fixed(seed);
    Box::new(move |buffer| {
        dice(buffer);
        Ok(())
    })
}

/// Version and day of a pack.
pub(super) type Edition = (u32, &'static str);

/// The calendar of 2026 with one more holiday.
fn calendar_pack((version, on): Edition, skb: &str, (date, name): (&str, &str)) -> Result<Pack, TaskError> {
    let read = |day: &str| day.parse::<NaiveDate>().map_err(fault);
    let mut days = Calendar::shipped()?.days_of(2026);
    days.push(DayOff { date: read(date)?, kind: DayOffKind::National, name: name.into(), estimated: false });
    days.sort_by_key(|day| day.date);
    Pack::new(version, "Kalender 2026", skb, read(on)?, PackContent::Calendar { year: 2026, days }).map_err(fault)
}

impl Utama {
    /// A server set up anew in `folder`.
    pub(super) async fn start(folder: &Path) -> Result<Self, TaskError> {
        let (calendar, began) = (Calendar::shipped()?, 1_788_000_000_000);
        let store: Arc<dyn Memory> = Arc::new(SqliteStore::open_with(folder, calendar, began, dice(1001)).await.map_err(fault)?);
        let service = Service::open(store.clone(), dice(1002)).await.map_err(fault)?;
        let service = service.with_objects(&ObjectPlace::Folder(folder.join("berkas"))).map_err(fault)?;
        Ok(Self { store, service })
    }

    /// A one-time code for the office's desk.
    pub(super) async fn code(&self, moment: Moment) -> Result<String, TaskError> {
        let order = CodeOrder { office: CODE.into(), desk: DESK.into(), days: 7 };
        Ok(give_code(self.store.as_ref(), moment.millis, &order).await.map_err(fault)?.code)
    }

    /// Its staff say something.
    pub(super) async fn say(&self, moment: Moment, answer: &InboxAnswer) -> Result<(), TaskError> {
        let calendar = Calendar::shipped()?;
        let inbox = Inbox { store: self.store.as_ref(), service: &self.service, calendar: &calendar, now: moment.millis };
        let staff: AccountId = STAFF.parse().map_err(|error| TaskError::Unexpected(format!("{STAFF}: {error}")))?;
        inbox.write(CODE, staff, answer).await.map_err(fault)
    }

    /// It publishes the calendar of 2026 with one more holiday.
    pub(super) async fn publish(&self, now: Moment, edition: Edition, skb: &str, day: (&str, &str)) -> Result<(), TaskError> {
        let signed: SignedPack = self.service.sign_pack(&calendar_pack(edition, skb, day)?).map_err(fault)?;
        let published = PublishedPack { signed, published: now.millis, login: "admin".into() };
        self.store.keep_pack(published).await.map_err(fault).map(|_| ())
    }

    /// The same pack as a file.
    pub(super) fn pack_file(&self, edition: Edition, skb: &str, day: (&str, &str)) -> Result<Vec<u8>, TaskError> {
        encode_pack(&self.service.sign_pack(&calendar_pack(edition, skb, day)?).map_err(fault)?).map_err(fault)
    }

    /// The same pack as a file that somebody else signed.
    pub(super) fn foreign_pack_file(&self, edition: Edition, skb: &str, day: (&str, &str)) -> Result<Vec<u8>, TaskError> {
        let signed = DeskKey::from_seed(&[9; 32]).sign_pack(&calendar_pack(edition, skb, day)?).map_err(fault)?;
        encode_pack(&signed).map_err(fault)
    }

    /// A link that does all it should, at this moment.
    pub(super) fn link(&self, moment: Moment) -> Wire<'_> {
        Wire { utama: self, now: moment.millis, cut: false }
    }

    /// A link on which nothing arrives.
    pub(super) fn cut_link(&self, moment: Moment) -> Wire<'_> {
        Wire { cut: true, ..self.link(moment) }
    }

    /// Reads a desk's file in and gives its answer.
    pub(super) async fn read_stick(&self, moment: Moment, file: Vec<u8>) -> Result<Vec<u8>, TaskError> {
        let opened = self.service.open_bundle(file).await.map_err(fault)?;
        Ok(self.service.take_bundle(opened, moment.millis).await.map_err(fault)?.file)
    }
}

/// Carries calls to the server in this process.
pub(super) struct Wire<'a> {
    utama: &'a Utama,
    now: u64,
    cut: bool,
}

impl Link for Wire<'_> {
    async fn ask(&self, _server: &str, call: Call) -> Result<Carried, LinkFault> {
        if self.cut { Err(LinkFault::silent()) } else { Ok(self.utama.service.answer(call, self.now).await) }
    }
}
