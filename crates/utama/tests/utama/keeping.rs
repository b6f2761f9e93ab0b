//! Copies of a server: made while it works, put back, and told apart from what only looks like one.

use loket_domain::calendar::Calendar;
use loket_utama::{CopyFault, Database, Finding, Lack, ObjectPlace, StoreFault, back_up, check, check_copy, restore};
use rstest::rstest;
use std::fs;
use std::path::Path;

use crate::both::Kind;
use crate::browser::Browser;
use crate::bundle::memory;
use crate::postgres::Cluster;
use crate::scripted::Scripted;
use crate::server::Utama;

const NOW: u64 = 1_795_500_000_000;

fn calendar() -> Calendar {
    Calendar::shipped().unwrap()
}

fn files(utama: &Utama) -> ObjectPlace {
    ObjectPlace::Folder(utama.directory.path().join("berkas"))
}

async fn findings(folder: &Path) -> Vec<Finding> {
    let store = Database::from(folder).open_made(calendar(), NOW).await.unwrap();
    let mut findings = check(store.as_ref(), &calendar()).await.unwrap().findings;
    let lacks = check_copy(folder, store.as_ref(), NOW).await.unwrap().map(|(_, lacks)| lacks).unwrap_or_default();
    findings.extend(lacks.into_iter().map(Finding::LackingCopy));
    findings
}

#[tokio::test]
async fn a_copy_made_while_the_server_works_is_whole_and_comes_back() {
    let mut utama = Utama::start().await;
    let office = Scripted::sent(&mut utama).await;
    Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let (copy, elsewhere) = (utama.directory.path().join("cadangan"), utama.directory.path().join("lain"));
    let made = back_up(&utama.database(), &files(&utama), &copy, NOW).await.unwrap();
    assert_eq!((made.series[&office.desk.origin.0], made.accounts, made.files), (office.desk.entries.len() as u64, 1, 1));
    assert_eq!(findings(&copy).await, []);
    let again = back_up(&utama.database(), &files(&utama), &copy, NOW).await.unwrap_err();
    assert!(matches!(again, CopyFault::InTheWay(_)), "{again}");

    let objects = ObjectPlace::Folder(elsewhere.join("berkas"));
    restore(&copy, &Database::from(&elsewhere), &objects, NOW).await.unwrap();
    assert_eq!(findings(&elsewhere).await, []);
    let (before, after) = (memory(&utama).await, Database::from(&elsewhere).open_made(calendar(), NOW).await.unwrap());
    assert_eq!(after.projection("12.18.02").await.unwrap(), before.projection("12.18.02").await.unwrap());
    let occupied = restore(&copy, &Database::from(&elsewhere), &objects, NOW).await.unwrap_err();
    assert!(matches!(occupied, CopyFault::Occupied(_)), "{occupied}");
}

#[tokio::test]
async fn a_copy_that_lost_something_says_so_and_is_not_put_back() {
    let mut utama = Utama::start().await;
    let office = Scripted::sent(&mut utama).await;
    let (copy, elsewhere) = (utama.directory.path().join("cadangan"), utama.directory.path().join("lain"));
    back_up(&utama.database(), &files(&utama), &copy, NOW).await.unwrap();
    let cut = rusqlite::Connection::open(copy.join("utama.sqlite")).unwrap();
    cut.execute("delete from desks where office = '12.18.04'", []).unwrap();
    cut.execute("delete from entries where office = '12.18.04'", []).unwrap();
    drop(cut);
    let lost = findings(&copy).await;
    let lack = Lack::Entries { origin: office.other.origin, here: 0, listed: office.other.entries.len() as u64 };
    assert!(lost.contains(&Finding::LackingCopy(lack)), "{lost:?}");
    let refused = restore(&copy, &Database::from(&elsewhere), &ObjectPlace::Folder(elsewhere.join("berkas")), NOW).await;
    assert!(matches!(refused, Err(CopyFault::Lacks(_))));
    assert!(!elsewhere.join("utama.sqlite").exists(), "nothing lies where a server would look");
}

#[tokio::test]
async fn the_file_alone_taken_from_a_working_server_is_never_sound() {
    let mut utama = Utama::start().await;
    let office = Scripted::sent(&mut utama).await;
    let alone = utama.directory.path().join("salinan");
    fs::create_dir(&alone).unwrap();
    fs::copy(utama.data().join("utama.sqlite"), alone.join("utama.sqlite")).unwrap();
    let found = findings(&alone).await;
    assert!(matches!(found[..], [Finding::LackingLog { .. }, ..]), "{found:?}");
    assert!(found[0].to_string().contains("utama.sqlite-wal"), "{}", found[0]);
    let log = utama.data().join("utama.sqlite-wal");
    fs::remove_dir_all(&alone).unwrap();
    fs::create_dir(&alone).unwrap();
    fs::copy(utama.data().join("utama.sqlite"), alone.join("utama.sqlite")).unwrap();
    fs::copy(log, alone.join("utama.sqlite-wal")).unwrap();
    assert_eq!(findings(&alone).await, [], "with its log it is whole");
    assert_eq!(findings(&alone).await, [], "and stays so once the log was read");
    drop(office);
    utama.stop().await;
    fs::remove_dir_all(&alone).unwrap();
    fs::create_dir(&alone).unwrap();
    fs::copy(utama.data().join("utama.sqlite"), alone.join("utama.sqlite")).unwrap();
    assert_eq!(findings(&alone).await, [], "after the server ended well the file is all there is");
}

#[tokio::test]
async fn an_empty_file_and_the_file_of_something_else_are_no_server() {
    let directory = tempfile::tempdir().unwrap();
    let open = || async { Database::from(directory.path()).open_made(calendar(), NOW).await.map(drop) };
    assert!(matches!(open().await, Err(StoreFault::Nothing { .. })));
    fs::write(directory.path().join("utama.sqlite"), [0; 4096]).unwrap();
    assert!(matches!(open().await, Err(StoreFault::Hollow { .. })));
    fs::remove_file(directory.path().join("utama.sqlite")).unwrap();
    let other = rusqlite::Connection::open(directory.path().join("utama.sqlite")).unwrap();
    other.execute_batch("create table lain (x); pragma user_version = 3").unwrap();
    drop(other);
    assert!(matches!(open().await, Err(StoreFault::Foreign)));
    assert!(matches!(Database::from(directory.path()).open(calendar(), NOW).await.map(drop), Err(StoreFault::Foreign)));
}

#[rstest]
#[tokio::test]
async fn only_a_server_makes_a_database(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let (database, _kept) = kind.database();
    assert!(matches!(database.open_made(calendar(), NOW).await.map(drop), Err(StoreFault::Nothing { .. })));
    assert!(matches!(database.open_made(calendar(), NOW).await.map(drop), Err(StoreFault::Nothing { .. })), "nor by being asked");
    drop(database.open(calendar(), NOW).await.unwrap());
    database.open_made(calendar(), NOW).await.unwrap();
}

#[tokio::test]
async fn two_servers_do_not_work_on_one_file() {
    let utama = Utama::start().await;
    let second = utama.database().open(calendar(), NOW).await.unwrap();
    assert!(matches!(second.begin_serving(NOW).await, Err(StoreFault::Served)));
}

#[tokio::test]
async fn postgres_is_copied_with_its_own_tools_and_that_is_said() {
    let directory = tempfile::tempdir().unwrap();
    let place = ObjectPlace::Folder(directory.path().join("berkas"));
    let made = back_up(&Cluster::shared().database(), &place, &directory.path().join("cadangan"), NOW).await;
    assert!(made.unwrap_err().to_string().contains("pg_dump"));
}
