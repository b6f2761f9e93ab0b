//! A desk and its server as an earlier tree wrote them: they open, hold what they held, and go on.
//!
//! `tests/frozen/<day>/` is never edited. `loketctl record DIR --keep FOLDER` makes the two for a new one; what is seen in
//! them lies beside, and the test writes it into a temporary file where it is missing.

use loket_desk::sync::{Joining, Link, LinkFault, SyncState, round};
use loket_desk::views::{ListKind, ListQuery, RegisterKind, RegisterQuery, RequestQuery};
use loket_desk::{Desk, Folder, Moment, system_dice};
use loket_journal::protocol::{Answer, Call};
use loket_utama::Service;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tempfile::TempDir;

use crate::office::{Utama, copy_all, join};

/// An account of the office, and the password with which it was opened then.
const DOORS: [(&str, &str); 2] = [("siti", "sandi rekaan siti"), ("dewi", "sandi rekaan dewi")];
const OFFICE: &str = "12.18.16";

/// Half an hour after the last that was written.
fn afterwards() -> Moment {
    let local: chrono::NaiveDateTime = "2027-03-16T09:30:00".parse().unwrap();
    Moment { millis: (local - chrono::TimeDelta::hours(7)).and_utc().timestamp_millis().cast_unsigned(), local }
}

/// Every frozen day.
fn days() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("frozen");
    let mut days: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|day| day.unwrap().path()).collect();
    days.sort();
    days
}

/// What is held stays; how a register or the first screen words it was mended since. Each time that stands in a new file beside
/// the older ones, and the last of them holds.
fn worded_since(day: &Path) -> Value {
    let files = std::fs::read_dir(day).unwrap().map(|file| file.unwrap().path());
    let worded = files.filter(|file| file.file_name().unwrap().to_string_lossy().starts_with("worded_since"));
    worded.max().map_or_else(|| json!({}), |last| serde_json::from_str(&std::fs::read_to_string(last).unwrap()).unwrap())
}

/// A copy of what lies there, which may be changed.
fn copy(from: &Path) -> TempDir {
    let copy = TempDir::new().unwrap();
    copy_all(from, copy.path());
    copy
}

/// What an officer reads in it, without the words around it, which may change.
fn seen(desk: &Desk) -> Value {
    let now = afterwards();
    let requests = RequestQuery { limit: 500, ..RequestQuery::default() };
    let row = |row: loket_desk::views::RequestRow| {
        json!([row.number, row.received, row.applicant, row.information, row.stage, row.due])
    };
    let rows: Vec<Value> = desk.requests(&requests, now).unwrap().rows.into_iter().map(row).collect();
    let register = |which| {
        let query = RegisterQuery { which, from: "2026-01-01".into(), to: "2027-12-31".into() };
        desk.register(&query, afterwards()).unwrap().rows.into_iter().map(|row| row.cells).collect::<Vec<_>>()
    };
    use ListKind::{Accounts, Classifications, DaysOff, Dip, Objections, Officials, Packs, Questions, Reports, Surveys};
    let lists = [Objections, Classifications, Questions, Dip, Surveys, Reports, Officials, Accounts, DaysOff, Packs];
    let list = |list| {
        let query = ListQuery { list, words: String::new(), filter: None, offset: 0, limit: 500 };
        let rows = desk.list(&query, now).unwrap().rows;
        (format!("{list:?}"), rows.into_iter().map(|row| json!([row.subject.id, row.cells])).collect::<Value>())
    };
    let today = desk.today_view(now).unwrap().groups.into_iter();
    let today = today.map(|group| (group.code, group.items.into_iter().map(|item| json!([item.title, item.due_text])).collect()));
    json!({
        "entries": desk.series().unwrap().into_iter().map(|(origin, length)| (origin.0.to_string(), json!(length))).collect::<serde_json::Map<_, _>>(),
        "requests": rows,
        "lists": lists.map(list).into_iter().collect::<serde_json::Map<_, _>>(),
        "registers": [register(RegisterKind::Requests), register(RegisterKind::Objections)],
        "today": today.collect::<serde_json::Map<_, _>>(),
        "draft": desk.request_form(None, now).unwrap().unfinished[0].name,
    })
}

/// Carries calls to the server in this process, at the moment of the desk.
struct Wire<'a>(&'a Service);

impl Link for Wire<'_> {
    async fn ask(&self, _server: &str, call: Call) -> Result<Answer, LinkFault> {
        Ok(self.0.answer(call, afterwards().millis).await)
    }
}

#[test]
fn a_desk_of_an_earlier_day_opens_for_everyone_and_holds_what_it_held() {
    for day in days() {
        for (login, password) in DOORS {
            let copy = copy(&day.join("desk"));
            let mut desk = Folder::at(copy.path()).unlock(login, password, afterwards(), system_dice()).unwrap();
            let verified = desk.verify().unwrap();
            assert!(verified.entries > 50 && verified.files == 3, "{day:?}: {verified:?}");
            let now = seen(&desk);
            let beside = day.join("seen.json");
            let Ok(then) = std::fs::read_to_string(&beside) else {
                let place = std::env::temp_dir().join("seen.json");
                std::fs::write(&place, format!("{now:#}\n")).unwrap();
                panic!("{beside:?} is missing; what is seen now stands in {place:?}");
            };
            let then: Value = serde_json::from_str(&then).unwrap();
            let since = worded_since(&day);
            for (what, held) in then.as_object().unwrap() {
                assert_eq!(&now[what], since.get(what).unwrap_or(held), "{what} of {day:?}");
            }
        }
    }
}

#[test]
fn an_attached_file_of_an_earlier_day_is_read_whole() {
    for day in days() {
        let copy = copy(&day.join("desk"));
        let (login, password) = DOORS[0];
        let desk = Folder::at(copy.path()).unlock(login, password, afterwards(), system_dice()).unwrap();
        let requests = RequestQuery { words: "108".into(), limit: 1, ..RequestQuery::default() };
        let id = desk.requests(&requests, afterwards()).unwrap().rows.remove(0).id;
        let card = desk.request(&id, afterwards()).unwrap().files.items.remove(0);
        let (name, bytes) = desk.file(&id, &card.digest, afterwards()).unwrap();
        assert_eq!((name.as_str(), bytes.len()), ("KTP ketua perkumpulan.pdf", 8_400));
        assert!(bytes.starts_with(b"%PDF-1.7\n"));
    }
}

#[tokio::test]
async fn a_desk_of_an_earlier_day_syncs_whole_with_its_server() {
    for day in days() {
        let copy = copy(&day.join("desk"));
        let utama = Utama::on(self::copy(&day.join("utama"))).await;
        let (login, password) = DOORS[0];
        let desk = Folder::at(copy.path()).unlock(login, password, afterwards(), system_dice()).unwrap();
        assert!(desk.waiting().unwrap() > 0, "something was left to send");
        let desk = Mutex::new(Some(desk));
        for _ in 0..3 {
            round(&desk, &Wire(&utama.service), afterwards).await.unwrap();
        }
        let mut desk = desk.into_inner().unwrap().unwrap();
        let chip = desk.sync_chip().unwrap();
        assert_eq!((chip.state, chip.waiting), (SyncState::Synced, 0), "{chip:?}");
        let there = utama.store.series(OFFICE).await.unwrap();
        let mut there: Vec<_> = there.iter().map(|series| (series.writer.origin, series.length)).collect();
        there.sort();
        let mut here = desk.series().unwrap();
        here.sort();
        assert_eq!(here, there);
        desk.verify().unwrap();
    }
}

#[tokio::test]
async fn a_desk_of_an_earlier_day_enrols_at_a_new_server_and_brings_it_all() {
    for day in days() {
        let copy = copy(&day.join("desk"));
        let utama = Utama::start().await;
        let order = loket_utama::CodeOrder { office: OFFICE.into(), desk: "A".into(), days: 7 };
        let clock = loket_utama::ServerClock::new(|| afterwards().millis);
        let code = loket_utama::enrolment_code(utama.folder.path(), &clock, &order).await.unwrap();
        let (login, password) = DOORS[0];
        let mut desk = Folder::at(copy.path()).unlock(login, password, afterwards(), system_dice()).unwrap();
        let own = desk.origin();
        let entries = desk.verify().unwrap().entries;
        let desk = Mutex::new(Some(desk));
        let joining = Joining::new("https://baru.contoh.go.id", &code, password);
        join(&desk, &Wire(&utama.service), joining, afterwards()).await.unwrap();
        let written = desk.lock().unwrap().as_ref().unwrap().written();
        for _ in 0..3 {
            round(&desk, &Wire(&utama.service), afterwards).await.unwrap();
        }
        let there = utama.store.series(OFFICE).await.unwrap();
        let length = there.iter().find(|series| series.writer.origin == own).unwrap().length;
        assert_eq!(length, written);
        let mut desk = desk.into_inner().unwrap().unwrap();
        assert_eq!(desk.verify().unwrap().entries, entries + 1, "and that it was joined to another server");
    }
}
