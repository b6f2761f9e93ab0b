//! What the monitor reads: one row a request, folded from the journal. It can be dropped and folded again.
//!
//! Pure. Deadlines are computed here from what the entries say happened; the dates a desk promised on paper are not used,
//! so a desk with a wrong calendar cannot hide that an answer is late.

use chrono::NaiveDate;
use loket_domain::calendar::Calendar;
use loket_domain::change::Change;
use loket_domain::ids::RequestId;
use loket_domain::office::{Office, OfficeProfile};
use loket_domain::request::{Outcome, Request, Stage};
use loket_journal::{Entry, OriginId, Payload, Recorded, Subject};
use std::collections::BTreeMap;

/// Raised when the fold below gives other rows for the same entries; stores then fold everything again at their next start.
const VERSION: u32 = 2;

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
    /// When its last entry was written, in milliseconds since 1970 by the writer's clock.
    pub last_entry: u64,
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
    /// Who the office is, without its emblem; none until it was established.
    pub profile: Option<OfficeProfile>,
    /// Its requests, in order of identity.
    pub requests: Vec<RequestRow>,
    /// What did not fit, in order.
    pub misfits: Vec<Misfit>,
}

impl Projection {
    /// The projection of all entries of one office, in any order.
    pub fn of(entries: Vec<Entry>, calendar: &Calendar) -> Self {
        let (mut about_office, mut stories) = (Vec::new(), BTreeMap::<RequestId, Vec<Entry>>::new());
        for entry in entries {
            match entry.header.subject {
                Subject::Office => about_office.push(entry),
                Subject::Request(request) => stories.entry(request).or_default().push(entry),
                Subject::Other(..) => {}
            }
        }
        let (profile, mut misfits) = office(about_office);
        let mut requests = Vec::new();
        for (id, story) in stories {
            let (row, strays) = request(id, story, profile.as_ref(), calendar);
            requests.extend(row);
            misfits.extend(strays);
        }
        misfits.sort_unstable();
        Self { profile, requests, misfits }
    }
}

/// The office after its entries.
pub(crate) fn office(entries: Vec<Entry>) -> (Option<OfficeProfile>, Vec<Misfit>) {
    let mut state: Option<Office> = None;
    let (changes, mut misfits) = read(entries, None);
    for (place, change) in changes {
        match Office::apply(state.clone(), &change) {
            Some(next) => state = Some(next),
            None => misfits.push(place),
        }
    }
    misfits.sort_unstable();
    (state.map(|office| OfficeProfile { emblem: None, ..office.profile }), misfits)
}

/// The row of one request after its entries; none while its registration has not arrived.
pub(crate) fn request(
    id: RequestId,
    entries: Vec<Entry>,
    profile: Option<&OfficeProfile>,
    calendar: &Calendar,
) -> (Option<RequestRow>, Vec<Misfit>) {
    let last_entry = entries.iter().map(|entry| entry.header.time.millis()).max().unwrap_or(0);
    let (changes, mut misfits) = read(entries, Some(id));
    let (state, strays) = Request::replay(changes.iter().map(|(_, change)| change));
    misfits.extend(strays.into_iter().filter_map(|place| changes.get(place)).map(|(misfit, _)| *misfit));
    misfits.sort_unstable();
    (state.map(|state| row(id, &state, last_entry, profile, calendar)), misfits)
}

fn row(id: RequestId, state: &Request, last_entry: u64, profile: Option<&OfficeProfile>, calendar: &Calendar) -> RequestRow {
    let dates = profile.map(|profile| state.clocks(profile, calendar).promised());
    RequestRow {
        request: id,
        number: state.number.text.clone(),
        received_on: state.registration.received_on,
        registered_on: state.registered_on,
        stage: state.stage(),
        safe_due: dates.and_then(|dates| dates.safe),
        official_due: dates.and_then(|dates| dates.official),
        due: profile.and_then(|profile| state.due(profile, calendar)),
        decided_on: state.outcome.as_ref().map(Outcome::on),
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
