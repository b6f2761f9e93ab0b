//! A server whose file lies under a key: whoever carries it away has noise, and whoever has the key has everything.

use loket_domain::calendar::Calendar;
use loket_utama::{CopyFault, Database, ObjectPlace, StoreFault, StoreKey, back_up, check, check_copy, restore, seal};
use std::path::Path;
use tempfile::TempDir;

use crate::bundle::memory;
use crate::desk::{APPLICANT, NIK};
use crate::scripted::Scripted;
use crate::server::Utama;

const NOW: u64 = 1_795_500_000_000;

fn calendar() -> Calendar {
    Calendar::shipped().unwrap()
}

fn key(folder: &TempDir, name: &str) -> StoreKey {
    StoreKey::make(&folder.path().join(name)).unwrap()
}

fn under(directory: &Path, key: &StoreKey) -> Database {
    Database::from(directory).under(key.clone()).unwrap()
}

/// Every byte of every file below a folder.
fn bytes_of(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            all.extend(bytes_of(&entry.path()));
        } else {
            all.extend(std::fs::read(entry.path()).unwrap());
        }
    }
    all
}

fn holds(bytes: &[u8], sought: &str) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought.as_bytes())
}

/// What an attacker would look for.
fn readable(folder: &Path) -> Vec<&'static str> {
    let bytes = bytes_of(folder);
    [NIK, APPLICANT, "SQLite format 3", "create table", "request_registered"]
        .into_iter()
        .filter(|sought| holds(&bytes, sought))
        .collect()
}

async fn fault(database: &Database) -> StoreFault {
    database.open_made(calendar(), NOW).await.err().unwrap()
}

#[tokio::test]
async fn nothing_can_be_read_of_a_server_under_a_key_nor_of_a_copy_of_it() {
    let (keys, place) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let own = key(&keys, "kunci");
    let data = place.path().join("data");
    let mut utama = Utama::on(under(&data, &own)).await;
    Scripted::sent(&mut utama).await;
    assert_eq!(readable(&data), Vec::<&str>::new(), "while it works, its log included");
    let copy = place.path().join("cadangan");
    let files = ObjectPlace::Folder(utama.directory.path().join("berkas"));
    let made = back_up(&utama.database(), &files, &copy, NOW).await.unwrap();
    assert_eq!(readable(&copy), Vec::<&str>::new());
    utama.restart().await;
    let before = memory(&utama).await.projection("12.18.02").await.unwrap();
    utama.stop().await;
    assert_eq!(readable(&data), Vec::<&str>::new());

    assert!(matches!(fault(&Database::from(&copy)).await, StoreFault::Sealed { .. }));
    let other = key(&keys, "lain");
    assert!(matches!(fault(&under(&copy, &other)).await, StoreFault::WrongKey { .. }));
    let elsewhere = place.path().join("lain");
    let objects = ObjectPlace::Folder(elsewhere.join("berkas"));
    let refused = restore(&copy, &Database::from(&elsewhere), &objects, NOW).await.unwrap_err();
    assert!(matches!(refused, CopyFault::Store(StoreFault::Sealed { .. })), "{refused}");
    let back = under(&elsewhere, &own);
    assert_eq!(restore(&copy, &back, &objects, NOW).await.unwrap(), made);
    let store = back.open_made(calendar(), NOW).await.unwrap();
    assert_eq!(check(store.as_ref(), &calendar()).await.unwrap().findings, []);
    assert_eq!(check_copy(&copy, store.as_ref(), NOW).await.unwrap().unwrap().1, []);
    assert_eq!(store.projection("12.18.02").await.unwrap(), before);
}

#[tokio::test]
async fn a_server_that_was_open_to_all_is_sealed_with_everything_it_had_and_gets_other_keys_later() {
    let keys = tempfile::tempdir().unwrap();
    let (first, second) = (key(&keys, "satu"), key(&keys, "dua"));
    let mut utama = Utama::start().await;
    Scripted::sent(&mut utama).await;
    let data = utama.data();
    let busy = seal(&utama.database(), first.clone()).await.unwrap_err();
    assert!(matches!(busy, StoreFault::Served), "{busy}");
    let before = memory(&utama).await;
    let (rows, identity) = (before.projection("12.18.02").await.unwrap(), before.identity().await.unwrap());
    drop(before);
    utama.stop().await;
    assert!(readable(&data).contains(&NIK), "until now");
    // What a power cut left of an earlier try is in nobody's way.
    std::fs::write(data.join("utama.sqlite.baru"), b"setengah").unwrap();
    seal(&Database::from(&data), first.clone()).await.unwrap();
    assert_eq!(readable(&data), Vec::<&str>::new());
    assert!(matches!(fault(&Database::from(&data)).await, StoreFault::Sealed { .. }));
    let wrong = seal(&under(&data, &second), first.clone()).await.unwrap_err();
    assert!(matches!(wrong, StoreFault::WrongKey { .. }), "{wrong}");
    seal(&under(&data, &first), second.clone()).await.unwrap();
    assert!(matches!(fault(&under(&data, &first)).await, StoreFault::WrongKey { .. }), "the key before opens nothing more");
    let store = under(&data, &second).open_made(calendar(), NOW).await.unwrap();
    let kept = store.identity().await.unwrap();
    assert!(kept.seed == identity.seed && kept.origin == identity.origin && kept.epoch == identity.epoch);
    assert_eq!(store.projection("12.18.02").await.unwrap(), rows);
    assert_eq!(check(store.as_ref(), &calendar()).await.unwrap().findings, []);
}

#[tokio::test]
async fn a_key_named_for_a_file_that_has_none_makes_no_second_server() {
    let keys = tempfile::tempdir().unwrap();
    let mut utama = Utama::start().await;
    let data = utama.data();
    utama.stop().await;
    let before = bytes_of(&data).len();
    assert!(matches!(fault(&under(&data, &key(&keys, "kunci"))).await, StoreFault::Unsealed { .. }));
    assert_eq!(bytes_of(&data).len(), before);
    assert!(Database::named("postgres://localhost/x".into()).unwrap().under(key(&keys, "lain")).is_err());
}
