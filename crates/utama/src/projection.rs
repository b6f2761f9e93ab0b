//! What the monitor reads: one row a request, folded from the journal. It can be dropped and folded again.
//!
//! Pure. Deadlines are computed here from what the entries say happened; the dates a desk promised on paper are not used,
//! so a desk with a wrong calendar cannot hide that an answer is late.

use chrono::NaiveDate;
use loket_domain::calendar::{Calendar, LocalDay};
use loket_domain::change::Change;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::ids::{ClassificationId, RequestId};
use loket_domain::office::{Office, OfficeProfile};
use loket_domain::request::{Outcome, Recipient, Request, Stage};
use loket_journal::{Entry, Matter, OriginId, Payload, Recorded, Subject};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Raised when the fold below gives other rows for the same entries; stores then fold everything again at their next start.
const VERSION: u32 = 3;

/// One request as the monitor knows it: nothing about who asked or for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRow {
    /// Identity.
    pub request: RequestId,
    /// Registration number as it stands on the receipt.
    pub number: String,
    /// Civil date of receipt.
    pub received_on: NaiveDate,
    /// Civil date of registration.
    pub registered_on: NaiveDate,
    /// Where it stands.
    pub stage: Stage,
    /// Last day of the answer by the strictest reading; none while the year is not loaded or the office unknown.
    pub safe_due: Option<NaiveDate>,
    /// Last day of the answer by the office's setting; none also until that clock runs.
    pub official_due: Option<NaiveDate>,
    /// The earlier of the two.
    pub due: Option<NaiveDate>,
    /// Civil date of the answer.
    pub decided_on: Option<NaiveDate>,
    /// Civil date it was forwarded to PPID Utama, while that waits for an answer.
    pub forwarded_on: Option<NaiveDate>,
    /// When its last entry was written, in milliseconds since 1970 by the writer's clock.
    pub last_entry: u64,
}

/// A consequence test that waits for the approval of the leader of the public body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestRow {
    /// Identity.
    pub test: ClassificationId,
    /// The unit that holds the information.
    pub unit: String,
    /// Civil date of the test.
    pub tested_on: NaiveDate,
}

/// What is known of an office: who it is, and its own days off, which move its deadlines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownOffice {
    /// Who it is, without its emblem.
    #[serde(flatten)]
    pub profile: OfficeProfile,
    /// Its own days off, by date.
    #[serde(default)]
    pub days_off: Vec<LocalDay>,
}

/// An entry that is kept but did not fit, for a person to review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Misfit {
    /// The request it is about; none when it is about the office.
    pub request: Option<RequestId>,
    /// Who wrote it.
    pub origin: OriginId,
    /// Its place in the writer's series.
    pub seq: u64,
}

/// Everything folded from one office's entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Projection {
    /// The office; none until it was established.
    pub office: Option<KnownOffice>,
    /// Its requests, in order of identity.
    pub requests: Vec<RequestRow>,
    /// Its consequence tests that wait, in order of identity.
    pub tests: Vec<TestRow>,
    /// What did not fit, in order.
    pub misfits: Vec<Misfit>,
}

impl Projection {
    /// The projection of all entries of one office, in any order.
    pub fn of(entries: Vec<Entry>, calendar: &Calendar) -> Self {
        let mut about_office = Vec::new();
        let (mut stories, mut tests) = (BTreeMap::<RequestId, Vec<Entry>>::new(), BTreeMap::<_, Vec<Entry>>::new());
        for entry in entries {
            match (entry.header.subject, entry.header.subject.as_matter()) {
                (Subject::Office, _) => about_office.push(entry),
                (Subject::Request(request), _) => stories.entry(request).or_default().push(entry),
                (_, Some((Matter::Classification, id))) => tests.entry(ClassificationId(id)).or_default().push(entry),
                (Subject::Other(..), _) => {}
            }
        }
        let (office, mut misfits) = office(about_office);
        let counting = office.as_ref().map(|office| office.counting(calendar));
        let mut requests = Vec::new();
        for (id, story) in stories {
            let (row, strays) = request(id, story, counting.as_ref());
            requests.extend(row);
            misfits.extend(strays);
        }
        misfits.sort_unstable();
        let tests = tests.into_iter().filter_map(|(id, story)| test(id, story)).collect();
        Self { office, requests, tests, misfits }
    }
}

impl KnownOffice {
    /// How this office counts: its profile, and the shipped calendar with its own days.
    pub fn counting(&self, shipped: &Calendar) -> OfficeCounting<'_> {
        OfficeCounting { profile: &self.profile, calendar: shipped.with(&self.days_off) }
    }
}

/// What the deadlines of an office are counted with.
pub struct OfficeCounting<'a> {
    /// Its settings.
    pub profile: &'a OfficeProfile,
    /// The days off, its own included.
    pub calendar: Calendar,
}

/// The office after its entries.
pub(crate) fn office(entries: Vec<Entry>) -> (Option<KnownOffice>, Vec<Misfit>) {
    let mut state: Option<Office> = None;
    let (changes, mut misfits) = read(entries, None);
    for (place, change) in changes {
        match Office::apply(state.clone(), &change) {
            Some(next) => state = Some(next),
            None => misfits.push(place),
        }
    }
    misfits.sort_unstable();
    let known =
        |office: Office| KnownOffice { profile: OfficeProfile { emblem: None, ..office.profile }, days_off: office.days_off };
    (state.map(known), misfits)
}

/// The row of one request after its entries; none while its registration has not arrived.
pub(crate) fn request(
    id: RequestId,
    entries: Vec<Entry>,
    counting: Option<&OfficeCounting<'_>>,
) -> (Option<RequestRow>, Vec<Misfit>) {
    let last_entry = entries.iter().map(|entry| entry.header.time.millis()).max().unwrap_or(0);
    let (changes, mut misfits) = read(entries, Some(id));
    let (state, strays) = Request::replay(changes.iter().map(|(_, change)| change));
    misfits.extend(strays.into_iter().filter_map(|place| changes.get(place)).map(|(misfit, _)| *misfit));
    misfits.sort_unstable();
    (state.map(|state| row(id, &state, last_entry, counting)), misfits)
}

/// The waiting test after its entries; none when it does not wait.
pub(crate) fn test(id: ClassificationId, entries: Vec<Entry>) -> Option<TestRow> {
    let (changes, _) = read(entries, None);
    let (state, _) = Classification::replay(changes.iter().map(|(_, change)| change));
    let state = state.filter(|state| state.stage() == ClassificationStage::Tested)?;
    Some(TestRow { test: id, unit: state.worksheet.unit, tested_on: state.worksheet.tested_on })
}

fn row(id: RequestId, state: &Request, last_entry: u64, counting: Option<&OfficeCounting<'_>>) -> RequestRow {
    let dates = counting.map(|office| state.clocks(office.profile, &office.calendar).promised());
    let forwarded = state.awaited().filter(|forwarding| forwarding.recipient == Recipient::PpidMain);
    RequestRow {
        request: id,
        number: state.number.text.clone(),
        received_on: state.registration.received_on,
        registered_on: state.registered_on,
        stage: state.stage(),
        safe_due: dates.and_then(|dates| dates.safe),
        official_due: dates.and_then(|dates| dates.official),
        due: counting.and_then(|office| state.due(office.profile, &office.calendar)),
        decided_on: state.outcome.as_ref().map(Outcome::on),
        forwarded_on: forwarded.map(|forwarding| forwarding.on),
        last_entry,
    }
}

/// The changes this version knows, in the order of the fold, and the entries that cannot be read at all. What a newer
/// version wrote is neither.
fn read(mut entries: Vec<Entry>, request: Option<RequestId>) -> (Vec<(Misfit, Change)>, Vec<Misfit>) {
    entries.sort_unstable_by_key(|entry| entry.header.order());
    let (mut changes, mut unreadable) = (Vec::new(), Vec::new());
    for entry in entries {
        let place = Misfit { request, origin: entry.header.origin, seq: entry.header.seq };
        match Payload::read(&entry.payload).map(|payload| payload.recorded()) {
            Ok(Recorded::Known(change)) => changes.push((place, change)),
            Ok(Recorded::Carried { .. }) => {}
            Err(_) => unreadable.push(place),
        }
    }
    (changes, unreadable)
}

/// What rows depend on besides the entries: when it changes, they must be folded again.
pub(crate) fn basis(calendar: &Calendar) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("loket-ppid utama projection basis v1");
    hasher.update(&VERSION.to_le_bytes());
    for (year, _, days) in calendar.years() {
        hasher.update(&year.to_le_bytes());
        for day in days {
            hasher.update(format!("{} {}\n", day.date, day.kind.code()).as_bytes());
        }
    }
    hasher.finalize().to_hex().to_string()
}
