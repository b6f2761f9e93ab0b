//! An invented office, its desks, and a server in the same process.

use loket_desk::sync::{Joining, Link, LinkFault, Round, SyncChip, SyncFault, enrol, round};
use loket_desk::views::{Filled, RequestQuery, SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, FirstStart, Folder, Moment, RequestDraft, system_dice};
use loket_domain::calendar::Calendar;
use loket_domain::ids::{AccountId, RequestId};
use loket_journal::protocol::{Answer, Call, CallKind, EnrolAnswer, EnrolRequest};
use loket_journal::{DeskKey, OriginId};
use loket_utama::{
    CodeOrder, Database, Inbox, InboxAnswer as Said, Memory, NoRandomness, ObjectPlace, ServerClock, Service, StoreKey,
    enrolment_code,
};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

pub const OFFICE: &str = "12.18.02";
pub const PATTERN: &str = "{nomor}/PPID/KEC-PBG.{meja}/{bulan}/{tahun}";

/// So many minutes after nine on 23 November 2026.
pub fn at(minute: u32) -> Moment {
    let nine: chrono::NaiveDateTime = "2026-11-23T09:00:00".parse().unwrap();
    let local = nine + chrono::TimeDelta::minutes(minute.into());
    Moment { millis: 1_795_395_600_000 + u64::from(minute) * 60_000, local }
}

/// PPID Utama, without a socket.
pub struct Utama {
    pub folder: TempDir,
    pub database: Database,
    pub store: Arc<dyn Memory>,
    pub service: Service,
    /// Goes on with each file that is read.
    clock: AtomicU64,
}

impl Utama {
    pub async fn start() -> Self {
        Self::on(TempDir::new().unwrap()).await
    }

    pub async fn on(folder: TempDir) -> Self {
        let database = Database::from(folder.path());
        Self::over(folder, database).await
    }

    /// One whose file lies under a key, which is made in `keys`.
    pub async fn sealed(keys: &Path) -> Self {
        let folder = TempDir::new().unwrap();
        let key = StoreKey::make(&keys.join("kunci")).unwrap();
        let database = Database::from(folder.path()).under(key).unwrap();
        Self::over(folder, database).await
    }

    async fn over(folder: TempDir, database: Database) -> Self {
        let store = database.open(Calendar::shipped().unwrap(), at(0).millis).await.unwrap();
        let dice = Box::new(|bytes: &mut [u8]| Ok::<_, NoRandomness>(getrandom::fill(bytes)?));
        let service = Service::open(store.clone(), dice).await.unwrap();
        let service = service.with_objects(&ObjectPlace::Folder(folder.path().join("berkas"))).unwrap();
        Self { folder, database, store, service, clock: AtomicU64::new(at(0).millis) }
    }

    pub async fn code(&self, desk: &str) -> String {
        let order = CodeOrder { office: OFFICE.into(), desk: desk.into(), days: 7 };
        enrolment_code(self.database.clone(), &ServerClock::new(|| at(0).millis), &order).await.unwrap()
    }

    /// The same server after its process ended and began again.
    pub async fn restarted(self) -> Self {
        let Self { folder, store, service, .. } = self;
        drop((store, service));
        Self::on(folder).await
    }

    /// The files of attached files, whole or in pieces.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().join("berkas")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
                if entry.path().is_dir() { folders.push(entry.path()) } else { found.push(entry.path()) }
            }
        }
        found
    }

    /// The token of a desk of another office.
    pub async fn enrolled_elsewhere(&self) -> String {
        let order = CodeOrder { office: "12.18.04".into(), desk: "A".into(), days: 7 };
        let code = enrolment_code(self.folder.path(), &ServerClock::new(|| at(0).millis), &order).await.unwrap();
        let (origin, key) = (OriginId(uuid::Uuid::from_u128(77)), DeskKey::from_seed(&[77; 32]).public());
        let request = EnrolRequest { code, office: "12.18.04".into(), desk: "A".into(), origin, key };
        let body = serde_json::to_vec(&request).unwrap();
        let answer = self.service.answer(Call { action: CallKind::Enrol, token: None, body }, at(0).millis).await;
        serde_json::from_slice::<EnrolAnswer>(&answer.body).unwrap().token
    }

    /// A copy of its data, as a backup would be.
    pub fn backup(&self) -> TempDir {
        let copy = TempDir::new().unwrap();
        copy_all(self.folder.path(), copy.path());
        copy
    }

    /// The same server on these files: its clock goes on.
    pub async fn put_back(self, files: TempDir) -> Self {
        let clock = self.clock;
        Self { clock, ..Self::on(files).await }
    }

    /// A moment later than the one before.
    pub fn tick(&self) -> u64 {
        self.clock.fetch_add(1000, Ordering::Relaxed)
    }

    /// How many entries it has of each series of the office.
    pub async fn lengths(&self) -> BTreeMap<OriginId, u64> {
        let series = self.store.series(OFFICE).await.unwrap();
        series.iter().map(|series| (series.writer.origin, series.length)).collect()
    }

    /// Its staff answer a forwarded request.
    pub async fn answer(&self, request: &str, note: &str) {
        let request = RequestId(request.parse().unwrap());
        let calendar = Calendar::shipped().unwrap();
        let inbox = Inbox { store: self.store.as_ref(), service: &self.service, calendar: &calendar, now: at(300).millis };
        let answer = Said::Forwarded { request, answered: 0, number: String::new(), note: note.into() };
        inbox.write(OFFICE, AccountId(uuid::Uuid::from_u128(7)), &answer).await.unwrap();
    }

    /// How many entries it has of the office.
    pub async fn entries(&self) -> usize {
        self.store.entries(OFFICE).await.unwrap().len()
    }

    /// A link that does all it should.
    pub fn link(&self) -> Wire<'_> {
        Wire { utama: self, trouble: None, calls: AtomicU32::new(0) }
    }

    /// A link that does to its n-th call, counted from 0, what `trouble` says.
    pub fn bad_link(&self, trouble: fn(u32) -> Trouble) -> Wire<'_> {
        Wire { utama: self, trouble: Some(trouble), calls: AtomicU32::new(0) }
    }
}

pub fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(file.file_name());
        if file.path().is_dir() {
            copy_all(&file.path(), &to);
        } else {
            std::fs::copy(file.path(), to).unwrap();
        }
    }
}

/// What may happen to a call on its way.
#[derive(Clone, Copy)]
pub enum Trouble {
    None,
    /// It never arrives.
    Lost,
    /// It arrives, and the answer does not.
    Unanswered,
    /// It arrives twice.
    Doubled,
    /// Only so many bytes of it arrive.
    CutAsking(usize),
    /// It arrives, and only so many bytes of the answer do.
    CutAnswering(usize),
}

/// Carries calls to the server in this process, and does to them what it is told.
pub struct Wire<'a> {
    utama: &'a Utama,
    trouble: Option<fn(u32) -> Trouble>,
    pub calls: AtomicU32,
}

impl Link for Wire<'_> {
    async fn ask(&self, _server: &str, call: Call) -> Result<Answer, LinkFault> {
        let number = self.calls.fetch_add(1, Ordering::Relaxed);
        let (service, now) = (&self.utama.service, at(0).millis);
        match self.trouble.map_or(Trouble::None, |trouble| trouble(number)) {
            Trouble::None => Ok(service.answer(call, now).await),
            Trouble::Lost => Err(LinkFault::silent()),
            Trouble::Unanswered => {
                service.answer(call, now).await;
                Err(LinkFault::silent())
            }
            Trouble::Doubled => {
                service.answer(call.clone(), now).await;
                Ok(service.answer(call, now).await)
            }
            Trouble::CutAsking(bytes) if bytes < call.body.len() && call.action != CallKind::Enrol => {
                let body = call.body[..bytes].to_vec();
                service.cut_off(Call { body, ..call }, now).await;
                Err(LinkFault::silent())
            }
            Trouble::CutAnswering(bytes) => {
                let answer = service.answer(call, now).await;
                if answer.body.len() <= bytes {
                    return Ok(answer);
                }
                Err(LinkFault::Broken { received: answer.body[..bytes].to_vec() })
            }
            Trouble::CutAsking(_) => Ok(service.answer(call, now).await),
        }
    }
}

/// What is filled in at the first start of a desk of the invented office.
pub fn first_start(code: &str, person: &str, emblem: &str) -> FirstStart {
    serde_json::from_value(json!({
        "office_code": OFFICE, "kecamatan": "Perbaungan", "abbreviation": "PBG", "regency": "KABUPATEN SERDANG BEDAGAI",
        "letterhead_government": "PEMERINTAH KABUPATEN SERDANG BEDAGAI", "letterhead_office": "KECAMATAN PERBAUNGAN",
        "letterhead_lines": ["Jalan Contoh 1"], "emblem": emblem, "place": "Perbaungan", "paper": "f4",
        "work_week": "mon_fri", "clock_start": "complete", "collective_leave_is_workday": false,
        "number_pattern": PATTERN, "first_number": 1, "desk_code": code,
        "officials": [{"name": "Rahmat Rekaan", "nip": "", "rank": "", "position": "Sekretaris Kecamatan",
        "role": "ppid_unit", "capacity": "definitive"}], "login": "petugas", "account_name": person,
        "account_role": "desk_officer", "password": "sandi rekaan", "password_again": "sandi rekaan"
    }))
    .unwrap()
}

/// Enrols a desk as an officer does who was told that PPID Utama has another server now.
pub async fn join(desk: &Mutex<Option<Desk>>, link: &impl Link, joining: Joining<'_>, moment: Moment) -> Result<(), DeskError> {
    match enrol(desk, link, &joining, moment).await {
        Err(DeskError::Sync(SyncFault::OtherServer(agreed))) => {
            enrol(desk, link, &Joining { agreed: &agreed, ..joining }, moment).await
        }
        joined => joined,
    }
}

/// A desk in a folder of its own.
pub struct Counter {
    folder: TempDir,
    pub desk: Mutex<Option<Desk>>,
}

impl Counter {
    /// A desk after its first start.
    pub fn begin(code: &str, person: &str) -> Self {
        Self::begin_with(code, person, "")
    }

    /// A desk whose letterhead has this emblem, in base64.
    pub fn begin_with(code: &str, person: &str, emblem: &str) -> Self {
        Self::first_started(&first_start(code, person, emblem))
    }

    /// A desk that was said to take the place of another computer.
    pub fn replacing(code: &str, person: &str) -> Self {
        Self::first_started(&FirstStart { replaces: true, ..first_start(code, person, "") })
    }

    fn first_started(first: &FirstStart) -> Self {
        let folder = TempDir::new().unwrap();
        let desk = Folder::at(folder.path()).begin(first, at(0), system_dice()).unwrap().0;
        Self { folder, desk: Mutex::new(Some(desk)) }
    }

    /// A desk that is enrolled and has synced.
    pub async fn enrolled(code: &str, person: &str, utama: &Utama) -> Self {
        let counter = Self::begin(code, person);
        counter.enrol(code, utama).await;
        counter.sync(&utama.link()).await;
        counter
    }

    pub async fn enrol(&self, code: &str, utama: &Utama) {
        let code = utama.code(code).await;
        join(&self.desk, &utama.link(), Joining::new("https://ppid.contoh.go.id", &code, "sandi rekaan"), at(1)).await.unwrap();
    }

    pub fn with<T>(&self, work: impl FnOnce(&mut Desk) -> T) -> T {
        work(self.desk.lock().unwrap().as_mut().unwrap())
    }

    pub fn try_register(&self, name: &str, minute: u32) -> Result<String, DeskError> {
        let form = RequestDraft {
            received_date: "2026-11-23".into(),
            received_time: "08.30".into(),
            name: name.into(),
            identity_number: "1218010101900003".into(),
            address: "Jalan Contoh".into(),
            phone: "0812-0000-0000".into(),
            information: format!("Data contoh yang diminta {name}"),
            purpose: "Uji".into(),
            documents: vec!["identity".into()],
            ..RequestDraft::default()
        };
        self.with(|desk| desk.register_request(form, at(minute))).map(|view| view.row.number)
    }

    /// Registers a request and returns its number.
    pub fn register(&self, name: &str, minute: u32) -> String {
        self.try_register(name, minute).unwrap()
    }

    /// The numbers in the register, sorted.
    pub fn numbers(&self) -> Vec<String> {
        let all = RequestQuery { limit: 500, ..RequestQuery::default() };
        let rows = self.with(|desk| desk.requests(&all, at(600))).unwrap().rows;
        let mut numbers: Vec<_> = rows.into_iter().map(|row| row.number).collect();
        numbers.sort();
        numbers
    }

    /// The identity of the request with this number.
    pub fn id_of(&self, number: &str) -> String {
        let all = RequestQuery { limit: 500, ..RequestQuery::default() };
        let rows = self.with(|desk| desk.requests(&all, at(600))).unwrap().rows;
        rows.into_iter().find(|row| row.number == number).unwrap().id
    }

    pub fn act(&self, kind: SubjectKind, id: &str, action: &str, over: serde_json::Value, minute: u32) -> Result<(), DeskError> {
        let subject = SubjectRef::new(kind, id);
        self.with(|desk| {
            let mut form: Filled = desk.action_form(&subject, action, at(minute)).map(|form| form.filled()).unwrap_or_default();
            form.extend(serde_json::from_value::<Filled>(over).unwrap());
            desk.act(&subject, action, &form, at(minute)).map(|_| ())
        })
    }

    pub async fn try_sync(&self, link: &impl Link) -> Result<Round, DeskError> {
        round(&self.desk, link, || at(300)).await
    }

    pub async fn sync(&self, link: &impl Link) -> Round {
        self.try_sync(link).await.unwrap()
    }

    pub fn chip(&self) -> SyncChip {
        self.with(|desk| desk.sync_chip()).unwrap()
    }

    pub fn review(&self) -> Vec<String> {
        let settings = self.with(|desk| desk.settings("0", at(400))).unwrap();
        settings.sync.review.into_iter().map(|item| format!("{}: {}", item.what, item.reason)).collect()
    }

    /// A copy of its `data` folder, as a backup would be; the desk is closed for it and opened again.
    pub fn backup(&self) -> TempDir {
        let copy = TempDir::new().unwrap();
        self.while_closed(|folder| copy_all(&folder.join("data"), copy.path()));
        copy
    }

    /// Puts a backup back.
    pub fn restore(&self, backup: &TempDir) {
        self.while_closed(|folder| {
            std::fs::remove_dir_all(folder.join("data")).unwrap();
            copy_all(backup.path(), &folder.join("data"));
        });
    }

    /// Puts a backup back, with the trail as it was: what a copy of the whole disk does.
    pub fn restore_unnoticed(&self, backup: &TempDir, trail: &[u8]) {
        self.while_closed(|folder| {
            std::fs::remove_dir_all(folder.join("data")).unwrap();
            copy_all(backup.path(), &folder.join("data"));
            std::fs::write(folder.join("loket.jejak"), trail).unwrap();
        });
    }

    pub fn trail(&self) -> Vec<u8> {
        std::fs::read(self.path().join("loket.jejak")).unwrap()
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub fn while_closed(&self, work: impl FnOnce(&Path)) {
        let mut desk = self.desk.lock().unwrap();
        drop(desk.take());
        work(self.folder.path());
        *desk = Some(Folder::at(self.folder.path()).unlock("petugas", "sandi rekaan", at(0), system_dice()).unwrap());
    }

    pub fn verify(&self) {
        self.with(|desk| desk.verify()).unwrap();
    }
}
