//! An invented desk that writes entries as the real one does.

use chrono::{NaiveDate, NaiveTime};
use loket_domain::calendar::Calendar;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::classification::{self, Classification, ClassificationCommand, WorksheetInput};
use loket_domain::deadline::Today;
use loket_domain::ids::{AccountId, ClassificationId, OfficialId, QuestionId, RequestId};
use loket_domain::numbering::{DeskCode, NumberPattern};
use loket_domain::office::{Capacity, ClockStart, Office, OfficeProfile, Official, PaperSize, Role};
use loket_domain::problem::Problems;
use loket_domain::question::{self, Party, Question, QuestionCommand};
use loket_domain::request::{Command, ForwardInput, GrantInput, LetterInput, Request, RequestDraft, decide};
use loket_domain::working_days::WorkWeek;
use loket_journal::{Batch, Chain, DeskKey, Entry, EntryId, HybridClock, Matter, OriginId, Payload, Stamp, Subject};
use uuid::Uuid;

/// The applicant whom no page may name.
pub const APPLICANT: &str = "Warga Rekaan Sembunyi";
pub const NIK: &str = "1218010101900003";
pub const ADDRESS: &str = "Jalan Contoh Rahasia 1";

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Milliseconds since 1970 at this hour in Western Indonesia.
pub fn wib(day: &str, hour: u32) -> u64 {
    let at = date(day).and_hms_opt(hour, 0, 0).unwrap().and_utc().timestamp_millis();
    u64::try_from(at).unwrap() - 7 * 3_600_000
}

fn official(id: u128, role: Role) -> Official {
    let name = format!("Pejabat Rekaan {id}, S.Sos.");
    let position = role.label().to_owned();
    let (id, capacity) = (OfficialId(Uuid::from_u128(id)), Capacity::Definitive);
    Official {
        id,
        name,
        nip: None,
        rank: None,
        position,
        role,
        capacity,
        appointment: None,
        represents: vec![],
        own_office: None,
    }
}

pub fn office(code: &str, kecamatan: &str) -> Office {
    let profile = OfficeProfile {
        code: code.into(),
        regency: "KABUPATEN SERDANG BEDAGAI".into(),
        kecamatan: kecamatan.into(),
        abbreviation: "PBG".into(),
        letterhead_government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
        letterhead_office: "KECAMATAN".into(),
        letterhead_lines: vec![],
        emblem: Some("aWtvbg==".into()),
        place: kecamatan.into(),
        paper: PaperSize::F4,
        week: WorkWeek::MonFri,
        clock_start: ClockStart::Complete,
        collective_leave_works: false,
        fetch_reminder_days: None,
        zone: None,
        dip_decree: None,
        dik_decree: None,
        copies_to: vec![],
        contact: None,
    };
    let established = Office::apply(None, &Change::Office(OfficeChange::OfficeEstablished { profile })).unwrap();
    Office { officials: vec![official(1, Role::PpidUnit)], ..established }
}

pub struct Desk {
    pub origin: OriginId,
    pub key: DeskKey,
    pub code: &'static str,
    pub office: Office,
    pub entries: Vec<Entry>,
    pub token: String,
    chain: Chain,
    clock: HybridClock,
    serial: u32,
}

impl Desk {
    /// A desk with an empty journal; `number` tells its origin and key from others.
    pub fn new(number: u16, office_code: &str, kecamatan: &str, code: &'static str) -> Self {
        let origin = OriginId(Uuid::from_u128(u128::from(number)));
        let mut seed = [0; 32];
        seed[..2].copy_from_slice(&number.to_le_bytes());
        Self {
            origin,
            key: DeskKey::from_seed(&seed),
            code,
            office: office(office_code, kecamatan),
            entries: vec![],
            token: String::new(),
            chain: Chain::empty(origin),
            clock: HybridClock::after(Stamp(0)),
            serial: 0,
        }
    }

    /// The first desk of Perbaungan, with its office established.
    pub fn perbaungan() -> Self {
        let mut desk = Self::new(1, "12.18.02", "Perbaungan", "A");
        desk.establish();
        desk
    }

    /// A desk that wrote these entries before.
    #[allow(dead_code)] // Not by the examples.
    pub fn continued(number: u16, code: &'static str, token: &str, entries: Vec<Entry>) -> Self {
        let mut desk = Self::new(number, "12.18.02", "Perbaungan", code);
        assert!(entries.iter().all(|entry| desk.chain.accept(entry)));
        desk.clock = HybridClock::after(entries.last().unwrap().header.time);
        // Each request has a number of its own.
        desk.serial = 900;
        Self { entries, token: token.to_owned(), ..desk }
    }

    /// An empty series of this name in the place of its own.
    #[allow(dead_code)] // Not by the examples.
    pub fn continue_as(&mut self, origin: OriginId) {
        assert!(self.entries.is_empty());
        (self.origin, self.chain) = (origin, Chain::empty(origin));
    }

    pub fn establish(&mut self) {
        let (profile, official) = (self.office.profile.clone(), self.office.officials[0].clone());
        self.write("2026-11-20", Subject::Office, &Change::Office(OfficeChange::OfficeEstablished { profile }));
        self.write("2026-11-20", Subject::Office, &Change::Office(OfficeChange::OfficialNamed { official }));
    }

    pub fn write(&mut self, day: &str, subject: Subject, change: &Change) {
        let at = date(day).and_hms_opt(10, 0, 0).unwrap();
        let payload = Payload::new([7; 16], at, change).unwrap().write().unwrap();
        self.write_bytes(day, subject, payload);
    }

    pub fn write_bytes(&mut self, day: &str, subject: Subject, payload: Vec<u8>) {
        let time = self.clock.tick(wib(day, 10));
        let id = EntryId(Uuid::from_u128(u128::from(time.0)));
        let actor = AccountId(Uuid::from_u128(5));
        let code = self.office.profile.code.clone();
        self.entries.push(self.chain.append(&code, id, time, actor, subject, payload));
    }

    /// Registers the form on `day`, received the same day.
    pub fn register(&mut self, day: &str) -> RequestId {
        self.register_form(day, |_| {})
    }

    pub fn register_form(&mut self, day: &str, edit: impl FnOnce(&mut RequestDraft)) -> RequestId {
        self.serial += 1;
        let request = RequestId(Uuid::from_u128(u128::from(self.serial) << 64 | self.origin.0.as_u128()));
        let code = DeskCode::check(&mut Problems::default(), "", self.code);
        let pattern = "{nomor}/PPID/KEC-{meja}/{bulan}/{tahun}";
        let pattern = NumberPattern::check(&mut Problems::default(), "", pattern, &code);
        let number = pattern.number(&code, self.serial, date(day));
        let mut draft = filled_form(day);
        edit(&mut draft);
        self.decide(day, request, Command::Register { draft: Box::new(draft), number });
        request
    }

    pub fn grant(&mut self, day: &str, request: RequestId) {
        self.decide(day, request, Command::Grant(grant_letter(day)));
    }

    pub fn decide(&mut self, day: &str, request: RequestId, command: Command) {
        let subject = Subject::Request(request);
        let (state, _) = Request::replay(&self.story(subject));
        let (office, calendar) = (self.office.clone(), Calendar::shipped().unwrap());
        for change in decide(state.as_ref(), command, &today(day, &office, &calendar)).unwrap() {
            self.write(day, subject, &change);
        }
    }

    /// Writes the worksheet of a consequence test, or writes it anew.
    pub fn test(&mut self, day: &str, test: ClassificationId, input: WorksheetInput) {
        self.classify(day, test, ClassificationCommand::Test(Box::new(input), None));
    }

    pub fn reject(&mut self, day: &str, test: ClassificationId) {
        self.classify(day, test, ClassificationCommand::Reject { reason: "Terlalu luas.".into() });
    }

    /// Goes on with a question, as the office or, on a desk that lies, as PPID Utama.
    pub fn question(&mut self, day: &str, id: QuestionId, by: Party, command: QuestionCommand) {
        let subject = Subject::matter(Matter::Question, id.0);
        let (state, _) = Question::replay(&self.story(subject));
        let (office, calendar) = (self.office.clone(), Calendar::shipped().unwrap());
        let change = question::decide(state.as_ref(), by, command, &today(day, &office, &calendar)).unwrap();
        self.write(day, subject, &change);
    }

    fn classify(&mut self, day: &str, test: ClassificationId, command: ClassificationCommand) {
        let subject = Subject::matter(Matter::Classification, test.0);
        let (state, _) = Classification::replay(&self.story(subject));
        let (office, calendar) = (self.office.clone(), Calendar::shipped().unwrap());
        let change = classification::decide(state.as_ref(), command, &today(day, &office, &calendar)).unwrap();
        self.write(day, subject, &change);
    }

    /// What it wrote about a subject.
    pub fn story(&self, subject: Subject) -> Vec<Change> {
        let story = self.entries.iter().filter(|entry| entry.header.subject == subject);
        let read = |entry: &Entry| match Payload::read(&entry.payload).unwrap().recorded() {
            loket_journal::Recorded::Known(change) => change,
            other => panic!("{other:?}"),
        };
        story.map(read).collect()
    }

    /// The chain after its first `length` entries.
    pub fn after(&self, length: usize) -> Chain {
        let mut chain = Chain::empty(self.origin);
        assert!(self.entries[..length].iter().all(|entry| chain.accept(entry)));
        chain
    }

    /// Its entries after the first `from` up to and including the `to`-th.
    pub fn batch(&self, from: usize, to: usize) -> Batch {
        let (before, head) = (self.after(from), self.key.sign(&self.after(to)));
        Batch::pack(&self.office.profile.code, &before, self.entries[from..to].to_vec(), head)
    }

    pub fn encoded(&self, from: usize, to: usize) -> Vec<u8> {
        self.batch(from, to).encode().unwrap()
    }

    pub fn everything(&self) -> Vec<u8> {
        self.encoded(0, self.entries.len())
    }
}

pub fn today<'a>(day: &str, office: &'a Office, calendar: &'a Calendar) -> Today<'a> {
    Today { date: date(day), time: NaiveTime::from_hms_opt(15, 0, 0).unwrap(), office, calendar }
}

/// To PPID Utama.
pub fn forwarding() -> ForwardInput {
    ForwardInput {
        recipient: "ppid_main".into(),
        number: "045/12/2026".into(),
        note: "Mohon dokumennya.".into(),
        signed_by: Uuid::from_u128(1).to_string(),
        ..ForwardInput::default()
    }
}

pub fn worksheet(day: &str) -> WorksheetInput {
    WorksheetInput {
        information: "Data kesehatan penerima bantuan".into(),
        unit: "Seksi Pelayanan".into(),
        grounds: vec!["h".into()],
        consequence: "Membuka riwayat kesehatan warga.".into(),
        term: "Pasal 4 ayat (2) UU 27/2022".into(),
        benefit: "Rahasia pribadi warga.".into(),
        tested_on: day.into(),
        team: vec!["Anggota Rekaan, Kepala Seksi".into()],
        ..WorksheetInput::default()
    }
}

pub fn filled_form(day: &str) -> RequestDraft {
    RequestDraft {
        received_date: day.into(),
        received_time: "10.05".into(),
        name: APPLICANT.into(),
        identity_number: NIK.into(),
        address: ADDRESS.into(),
        phone: "0812-0000-0000".into(),
        information: "Salinan rencana kerja kecamatan tahun 2026".into(),
        purpose: "Penelitian".into(),
        documents: vec!["identity".into()],
        ..RequestDraft::default()
    }
}

pub fn grant_letter(day: &str) -> GrantInput {
    GrantInput {
        letter: LetterInput {
            letter_number: "000.8.3/41/2026".into(),
            letter_date: day.into(),
            signed_by: Uuid::from_u128(1).to_string(),
            cc: vec![],
        },
        softcopy: true,
        hardcopy: false,
        sheets: 0,
        price_per_sheet: 0,
        delivery_cost: 0,
        other_cost: 0,
        ready_in_days: 0,
        means: "Dikirim ke alamat e-mail pemohon".into(),
    }
}
