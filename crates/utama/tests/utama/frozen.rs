//! Stores as trees of earlier days wrote them (`tests/frozen/DATE/`, made by the example `freeze`, never written again): each is
//! opened by the code of today, checks clean, shows the same pages, and goes on exchanging with its desks.

use loket_domain::calendar::Calendar;
use loket_journal::{Digest, Entry, Epoch, OriginId};
use loket_utama::{Memory, ObjectPlace, Reach, check, check_objects};
use rstest::rstest;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;

use crate::browser::Browser;
use crate::bundle::{memory, server};
use crate::desk::Desk;
use crate::postgres::Cluster;
use crate::scripted::{OFFICE, SCAN};
use crate::server::Utama;
use crate::snapshots::Recorder;

/// A server on a copy of what was frozen that day, on 24 November 2026, 14.00 WIB; and the tokens of desks A and B.
async fn thawed(day: &str, kind: &str) -> (Utama, [String; 2]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen").join(day).join(kind);
    let directory = tempfile::tempdir().unwrap();
    copied(&folder.join("berkas"), &directory.path().join("berkas"));
    let database = if kind == "sqlite" {
        fs::create_dir(directory.path().join("data")).unwrap();
        fs::copy(folder.join("utama.sqlite"), directory.path().join("data/utama.sqlite")).unwrap();
        None
    } else {
        Some(Cluster::shared().restored(&fs::read_to_string(folder.join("utama.sql")).unwrap()))
    };
    let tokens = fs::read_to_string(folder.join("tokens")).unwrap();
    let token = |desk: &str| tokens.lines().find_map(|line| line.strip_prefix(desk)).unwrap().trim().to_owned();
    let mut utama = Utama::continued(directory, database).await;
    let identity = memory(&utama).await.identity().await.unwrap();
    utama.epoch = Some(Epoch(identity.epoch));
    utama.server_key = Some(server(memory(&utama).await.as_ref()).await.key);
    utama.set("2026-11-24", 14);
    (utama, [token("A"), token("B")])
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for found in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, to): (PathBuf, PathBuf) = (found.path(), to.join(found.file_name()));
        if path.is_dir() {
            copied(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}

/// What this desk wrote, as the store has it.
async fn entries_of(store: &Arc<dyn Memory>, number: u16) -> Vec<Entry> {
    let origin = OriginId(Uuid::from_u128(u128::from(number)));
    let entries = store.entries(OFFICE).await.unwrap();
    let mut own: Vec<Entry> = entries.into_iter().filter(|entry| entry.header.origin == origin).collect();
    own.sort_by_key(|entry| entry.header.seq);
    own
}

#[rstest]
#[tokio::test]
async fn a_store_of_an_earlier_day_opens_whole(#[values("2026-11-28")] day: &str, #[values("sqlite", "postgres")] kind: &str) {
    let (utama, _) = thawed(day, kind).await;
    let (store, calendar) = (memory(&utama).await, Calendar::shipped().unwrap());
    let mut checked = check(store.as_ref(), &calendar).await.unwrap();
    let place = ObjectPlace::Folder(utama.directory.path().join("berkas"));
    check_objects(store.as_ref(), &place, &mut checked).await.unwrap();
    assert_eq!(checked.findings, []);
    assert_eq!((checked.offices, checked.entries, checked.files), (2, 37, 1), "{checked:?}");
    let folded = store.projection(OFFICE).await.unwrap();
    store.rebuild().await.unwrap();
    assert_eq!(store.projection(OFFICE).await.unwrap(), folded);
}

#[rstest]
#[tokio::test]
async fn a_store_of_an_earlier_day_shows_the_same_pages(
    #[values("2026-11-28")] day: &str,
    #[values("sqlite", "postgres")] kind: &str,
) {
    let (utama, _) = thawed(day, kind).await;
    let mut recorder = Recorder::frozen(day);
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let request = memory(&utama).await.forwarded(&Reach::Every).await.unwrap()[0].1.request;
    let pages = [
        ("offices", "/".to_owned()),
        ("requests", format!("/kantor/{OFFICE}")),
        ("register", format!("/kantor/{OFFICE}/permohonan.csv")),
        ("request", format!("/kantor/{OFFICE}/permohonan/{request}")),
        ("inbox", "/kotak-masuk".to_owned()),
        ("case", format!("/kantor/{OFFICE}/penerusan/{request}")),
        ("test", format!("/kantor/{OFFICE}/uji/{}", Uuid::from_u128(77))),
        ("question", format!("/kantor/{OFFICE}/tanya/{}", Uuid::from_u128(91))),
        ("questions", format!("/kantor/{OFFICE}/tanya")),
        ("objections", "/keberatan".to_owned()),
        ("objection", format!("/kantor/{OFFICE}/keberatan/{}", Uuid::from_u128(61))),
        ("catalogue", "/informasi-publik".to_owned()),
        ("reports", "/laporan?tahun=2026".to_owned()),
        ("sticks", "/berkas-meja".to_owned()),
        ("packs", "/paket".to_owned()),
        ("pack", "/paket/kategori".to_owned()),
    ];
    for (name, path) in pages {
        recorder.compare(name, &siti.get(&utama, &path).await);
    }
    let scan = format!("/kantor/{OFFICE}/penerusan/{request}/berkas/{}", Digest::of_object(SCAN));
    assert_eq!(siti.get(&utama, &scan).await.body, SCAN);
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    for (name, path) in [("desks", "/meja"), ("accounts", "/akun"), ("audit", "/catatan-akses")] {
        recorder.compare(name, &admin.get(&utama, path).await);
    }
    recorder.done();
}

#[rstest]
#[tokio::test]
async fn a_store_of_an_earlier_day_goes_on_with_its_desks(
    #[values("2026-11-28")] day: &str,
    #[values("sqlite", "postgres")] kind: &str,
) {
    let (utama, [first, second]) = thawed(day, kind).await;
    let store = memory(&utama).await;
    let mut desk = Desk::continued(1, "A", &first, entries_of(&store, 1).await);
    let other = Desk::continued(2, "B", &second, entries_of(&store, 2).await);
    let before = desk.entries.len();
    desk.register("2026-11-24");
    assert_eq!(utama.pushed(&desk, desk.encoded(before, before + 2)).await, before as u64 + 2);
    let (pulled, more) = utama.pulled(&other, vec![(other.origin, 1)]).await;
    assert!(!more && pulled.iter().filter(|entry| entry.header.origin == desk.origin).eq(&desk.entries));
    assert!(utama.page(&format!("/kantor/{OFFICE}")).await.contains("901/PPID/KEC-A/XI/2026"));
}
