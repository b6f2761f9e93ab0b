//! What the monitor reads: one row a request, folded from the journal. It can be dropped and folded again.
//!
//! Pure. Deadlines are computed here from what the entries say happened; the dates a desk promised on paper are not used,
//! so a desk with a wrong calendar cannot hide that an answer is late.

mod matter;
mod misfit;
mod text;
mod told;
mod voice;

pub use matter::{CatalogueRow, ExemptRow, FiledReportRow, MatterContent, MatterKind, MatterRow, ObjectionRow, SurveyRow};
pub use misfit::Misfit;

use chrono::NaiveDate;
use loket_domain::calendar::{Calendar, LocalDay};
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::ids::{ClassificationId, QuestionId, RequestId};
use loket_domain::office::{Office, OfficeProfile};
use loket_domain::pack::{AppliedPacks, Pack, PackLine, SignedPack};
use loket_domain::question::{Party, Question, QuestionStage};
use loket_domain::request::{Outcome, Recipient, Request, Stage, Timeliness};
use loket_journal::{Entry, OriginId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

use text::keepable;
use told::in_order;
pub(crate) use told::{FoldedPart, Told};
pub(crate) use voice::is_own_word;

/// Raised when the fold below gives other rows for the same entries; stores then fold everything again at their next start.
const VERSION: u32 = 9;

/// One request as the monitor knows it: nothing about who asked or for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRow {
    /// Identity.
    pub request: RequestId,
    /// Registration number as it stands on the receipt, without what no database keeps as text.
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
    /// Civil date PPID Utama last answered it.
    pub answered_on: Option<NaiveDate>,
    /// Civil date the first answer left, as far as something says so.
    pub left_on: Option<NaiveDate>,
    /// How the first answer stands to the deadline of the office's setting; none without an answer, while nothing says that one dated
    /// in time left, and while that deadline is not known.
    pub timely: Option<Timeliness>,
    /// When its last entry was written, in milliseconds since 1970 by the writer's clock.
    pub last_entry: u64,
}

/// A consequence test, of which the leader of the public body approves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestRow {
    /// Identity.
    pub test: ClassificationId,
    /// The unit that holds the information.
    pub unit: String,
    /// What would be exempt.
    pub information: String,
    /// Civil date of the test.
    pub tested_on: NaiveDate,
    /// Where it stands.
    pub stage: ClassificationStage,
    /// Civil date it was approved, or not.
    pub decided_on: Option<NaiveDate>,
}

/// A question between the office and PPID Utama: what it is about, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionRow {
    /// Identity.
    pub question: QuestionId,
    /// What it asks, in one line, without what no database keeps as text.
    pub line: String,
    /// What it is about, in words; none for nothing in particular.
    pub about: Option<String>,
    /// Who asked.
    pub by: Party,
    /// Where it stands.
    pub stage: QuestionStage,
    /// Civil date since which it stands so.
    pub since: NaiveDate,
}

/// What is known of an office: who it is, and the days off of its packs and its own, which move its deadlines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownOffice {
    /// Who it is, without its emblem.
    #[serde(flatten)]
    pub profile: OfficeProfile,
    /// Its own days off, by date.
    #[serde(default)]
    pub days_off: Vec<LocalDay>,
    /// The packs it has in force.
    #[serde(default)]
    pub packs: OfficePacks,
}

/// What an office has in force of the packs that PPID Utama published.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficePacks {
    /// The version in force of each line.
    pub versions: BTreeMap<PackLine, u32>,
    /// The calendars among them, whole.
    pub calendars: Vec<Pack>,
}

impl OfficePacks {
    fn of(applied: &AppliedPacks) -> Self {
        let packs = || applied.all_in_force().map(SignedPack::pack);
        let calendars = packs().filter(|pack| matches!(pack.line(), PackLine::Calendar(_))).cloned().collect();
        Self { versions: packs().map(|pack| (pack.line(), pack.version)).collect(), calendars }
    }

    /// The shipped calendar, the years that packs replace, and before both the office's own days.
    pub fn calendar(&self, shipped: &Calendar, days_off: &[LocalDay]) -> Calendar {
        self.calendars.iter().fold(shipped.clone(), |calendar, pack| pack.over(calendar)).with(days_off)
    }
}

/// Everything folded from one office's entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Projection {
    /// The office; none until it was established.
    pub office: Option<KnownOffice>,
    /// Its requests, in order of identity.
    pub requests: Vec<RequestRow>,
    /// Its consequence tests, in order of identity.
    pub tests: Vec<TestRow>,
    /// Questions, in order of identity.
    pub questions: Vec<QuestionRow>,
    /// The rows of its other lists, in order of list and identity.
    pub matters: Vec<MatterRow>,
    /// What did not fit, in order.
    pub misfits: Vec<Misfit>,
}

impl Projection {
    /// The projection of all entries of one office, in any order; PPID Utama wrote the series `utama`.
    pub fn of(entries: Vec<Entry>, utama: &HashSet<OriginId>, calendar: &Calendar) -> Self {
        let told: Vec<Told> = entries.iter().map(Told::by).collect();
        Self::of_told(&told, utama, calendar)
    }

    /// The projection of everything told about one office, in any order.
    pub(crate) fn of_told<'a>(told: impl IntoIterator<Item = &'a Told>, utama: &HashSet<OriginId>, calendar: &Calendar) -> Self {
        let mut parts = BTreeMap::<FoldedPart, Vec<&Told>>::new();
        for told in told {
            if let Some(part) = told.part() {
                parts.entry(part).or_default().push(told);
            }
        }
        let (office, misfits) = office(parts.remove(&FoldedPart::Office).unwrap_or_default());
        let counting = office.as_ref().map(|office| office.counting(calendar));
        let mut rows = Self { misfits, ..Self::default() };
        for (part, story) in parts {
            rows.add(part, story, utama, counting.as_ref());
        }
        rows.misfits.sort_unstable();
        rows.matters.sort_by_key(|row| (row.content.kind().code(), row.subject));
        Self { office, ..rows }
    }

    /// Adds the rows of one part but the office, from everything told about it.
    pub(crate) fn add(
        &mut self,
        part: FoldedPart,
        story: Vec<&Told>,
        utama: &HashSet<OriginId>,
        counting: Option<&OfficeCounting<'_>>,
    ) {
        match part {
            FoldedPart::Office => {}
            FoldedPart::Request(id) => {
                let (row, strays) = request(id, story, counting);
                self.requests.extend(row);
                self.misfits.extend(strays);
            }
            FoldedPart::Test(id) => {
                let (row, exempt) = test(id, story);
                self.tests.extend(row);
                self.matters.extend(exempt);
            }
            FoldedPart::Question(id) => self.questions.extend(question(id, story, utama)),
            FoldedPart::Matter(kind, id) => self.matters.extend(matter(kind, id, story, counting)),
        }
    }
}

impl KnownOffice {
    /// How this office counts: its profile, and the calendar of its packs with its own days.
    pub fn counting(&self, shipped: &Calendar) -> OfficeCounting<'_> {
        OfficeCounting { profile: &self.profile, calendar: self.packs.calendar(shipped, &self.days_off) }
    }
}

/// What the deadlines of an office are counted with.
pub struct OfficeCounting<'a> {
    /// Its settings.
    pub profile: &'a OfficeProfile,
    /// The days off, its own included.
    pub calendar: Calendar,
}

/// The office after everything told about it.
pub(crate) fn office(told: Vec<&Told>) -> (Option<KnownOffice>, Vec<Misfit>) {
    let mut state: Option<Office> = None;
    let (changes, mut misfits) = in_order(told);
    for (place, change) in changes {
        match Office::apply(state.clone(), change) {
            Some(next) => state = Some(next),
            None => misfits.push(place),
        }
    }
    misfits.sort_unstable();
    let known = |office: Office| KnownOffice {
        packs: OfficePacks::of(&office.packs),
        profile: OfficeProfile { emblem: None, ..office.profile },
        days_off: office.days_off,
    };
    (state.map(known), misfits)
}

/// The row of one request after everything told about it; none while its registration has not arrived.
fn request(id: RequestId, told: Vec<&Told>, counting: Option<&OfficeCounting<'_>>) -> (Option<RequestRow>, Vec<Misfit>) {
    let last_entry = last_entry(&told);
    let (changes, mut misfits) = in_order(told);
    let (state, strays) = Request::replay(changes.iter().map(|(_, change)| *change));
    misfits.extend(strays.into_iter().filter_map(|place| changes.get(place)).map(|(misfit, _)| *misfit));
    misfits.sort_unstable();
    (state.map(|state| row(id, &state, last_entry, counting)), misfits)
}

/// The row of a test after everything told about it, and what it keeps closed; none while its beginning has not arrived.
fn test(id: ClassificationId, told: Vec<&Told>) -> (Option<TestRow>, Option<MatterRow>) {
    let changed = last_entry(&told);
    let (changes, _) = in_order(told);
    let Some(state) = Classification::replay(changes.iter().map(|(_, change)| *change)).0 else { return (None, None) };
    let approved = state.approved.as_ref().map(|(on, _)| *on);
    let row = TestRow {
        test: id,
        unit: keepable(&state.worksheet.unit),
        information: keepable(&state.worksheet.information),
        tested_on: state.worksheet.tested_on,
        stage: state.stage(),
        decided_on: approved.or(state.rejected.as_ref().map(|(on, _)| *on)),
    };
    (Some(row), matter::exempt(id.0, &state, changed))
}

/// The row of another list after everything told about it; none while its beginning has not arrived.
fn matter(kind: MatterKind, id: Uuid, told: Vec<&Told>, counting: Option<&OfficeCounting<'_>>) -> Option<MatterRow> {
    let changed = last_entry(&told);
    let (changes, _) = in_order(told);
    let changes: Vec<_> = changes.into_iter().map(|(_, change)| change).collect();
    matter::matter(kind, id, &changes, changed, counting.map(|office| (office.profile, &office.calendar)))
}

/// When the last of these was written, in milliseconds since 1970 by the writer's clock.
fn last_entry(told: &[&Told]) -> u64 {
    told.iter().map(|told| told.order.0.millis()).max().unwrap_or(0)
}

/// The row of a question after everything told about it; none while its beginning has not arrived.
fn question(id: QuestionId, told: Vec<&Told>, utama: &HashSet<OriginId>) -> Option<QuestionRow> {
    let (changes, _) = in_order(told);
    let own = changes.iter().filter(|(place, change)| is_own_word(change, utama.contains(&place.origin)));
    let state = Question::replay(own.map(|(_, change)| *change)).0?;
    Some(QuestionRow {
        question: id,
        line: keepable(&state.line),
        about: state.about.words().map(|about| keepable(&about)),
        by: state.by,
        stage: state.stage(),
        since: state.since()?,
    })
}

fn row(id: RequestId, state: &Request, last_entry: u64, counting: Option<&OfficeCounting<'_>>) -> RequestRow {
    let dates = counting.map(|office| state.clocks(office.profile, &office.calendar).promised());
    let forwarded = state.awaited().filter(|forwarding| forwarding.recipient == Recipient::PpidMain);
    let ours = state.coordination.iter().filter(|one| one.forwarding.recipient == Recipient::PpidMain);
    let official = state.held_in_spite_of_extension().or(dates.and_then(|dates| dates.official));
    RequestRow {
        request: id,
        number: keepable(&state.number.text),
        received_on: state.registration.received_on,
        registered_on: state.registered_on,
        stage: state.stage(),
        safe_due: dates.and_then(|dates| dates.safe),
        official_due: dates.and_then(|dates| dates.official),
        due: counting.and_then(|office| state.answer_due(office.profile, &office.calendar)),
        decided_on: state.outcome.as_ref().map(Outcome::on),
        forwarded_on: forwarded.map(|forwarding| forwarding.on),
        answered_on: ours.filter_map(|one| one.answers().last()).map(|answer| answer.on).next_back(),
        left_on: state.first_left().map(|(on, _)| on),
        timely: official.and_then(|official| timely(state, official)),
        last_entry,
    }
}

/// How the first answer stands to this deadline: as at the desk ([`Request::timeliness`]), but to the date that is computed here and
/// not to the one a desk promised.
fn timely(state: &Request, official: NaiveDate) -> Option<Timeliness> {
    let letter = state.first_outcome().and_then(Outcome::letter)?;
    if letter.date > official {
        return Some(Timeliness::Late);
    }
    let (on, proved) = state.first_left()?;
    Some(match official {
        official if on > official => Timeliness::Late,
        official if proved > official => Timeliness::InTimeAsDated,
        _ => Timeliness::InTime,
    })
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
