//! Who is let in: a key that a person changes, a login that PPID Utama revoked, a PC that takes the place of another.

use loket_desk::sync::SyncState;
use loket_desk::views::SubjectKind;
use loket_desk::{DeskError, Hold};
use loket_domain::calendar::Calendar;
use loket_utama::{Oversight, SqliteStore};
use serde_json::json;

use crate::office::{Counter, Utama, at};

/// Turns the desk away, as staff of PPID Utama does.
async fn revoke(utama: &Utama, counter: &Counter) {
    let store = SqliteStore::open(utama.folder.path(), Calendar::shipped().unwrap(), at(0).millis).await.unwrap();
    assert!(store.revoke(counter.with(|desk| desk.origin()), at(0).millis).await.unwrap());
}

fn change_key(counter: &Counter, minute: u32) -> Result<(), DeskError> {
    counter.act(SubjectKind::Office, "", "change_key", json!({}), minute)
}

#[tokio::test]
async fn a_key_changed_without_a_link_is_told_at_the_next_contact() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    let before = counter.with(|desk| desk.origin());
    change_key(&counter, 6).unwrap();
    let settings = counter.with(|desk| desk.settings("0", at(9))).unwrap();
    assert_eq!(settings.sync.key_text, "diganti 23 November 2026");
    assert_ne!(counter.with(|desk| desk.origin()), before, "it signs another series with the new key");
    assert_eq!(counter.register("Warga Dua", 7), "002/PPID/KEC-PBG.A/XI/2026", "the numbers go on");
    counter.sync(&utama.link()).await;
    assert_eq!(counter.chip().state, SyncState::Synced, "{:?}", counter.chip());
    let store = SqliteStore::open(utama.folder.path(), Calendar::shipped().unwrap(), at(0).millis).await.unwrap();
    let desks = store.desks().await.unwrap();
    assert_eq!(desks.iter().filter(|desk| desk.revoked.is_none()).count(), 1, "only the new key opens the door: {desks:?}");
    counter.verify();
}

#[tokio::test]
async fn a_revoked_desk_asks_for_a_new_code_and_goes_on_with_it() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    revoke(&utama, &counter).await;
    counter.register("Warga Satu", 5);
    counter.try_sync(&utama.link()).await.unwrap_err();
    let chip = counter.chip();
    assert_eq!((chip.state, chip.text.as_str()), (SyncState::Paused, "dijeda, perlu kode baru"));
    assert!(chip.detail.contains("Minta kode sekali pakai yang baru"), "{}", chip.detail);
    assert!(counter.with(|desk| desk.settings("0", at(9))).unwrap().sync.needs_code);
    assert!(counter.review().is_empty(), "no record is to blame");
    // Changing the key does not open the door either.
    change_key(&counter, 6).unwrap();
    counter.with(|desk| desk.resume_sync());
    counter.try_sync(&utama.link()).await.unwrap_err();
    assert!(counter.with(|desk| desk.settings("0", at(9))).unwrap().sync.needs_code);

    counter.enrol("A", &utama).await;
    counter.sync(&utama.link()).await;
    assert_eq!(counter.chip().state, SyncState::Synced, "{:?}", counter.chip());
    assert_eq!(counter.register("Warga Dua", 7), "002/PPID/KEC-PBG.A/XI/2026");
    counter.verify();
}

#[tokio::test]
async fn a_pc_that_was_said_to_replace_another_gives_no_number_even_before_it_is_let_in() {
    let utama = Utama::start().await;
    let old = Counter::enrolled("A", "Sari Misal", &utama).await;
    old.register("Warga Satu", 5);
    old.sync(&utama.link()).await;
    let new = Counter::replacing("A", "Sari Misal");
    assert!(matches!(new.try_register("Warga Dua", 6), Err(DeskError::Held(Hold::CatchUp))));
    let refused = change_key(&new, 6).unwrap_err();
    assert_eq!(refused.to_string(), DeskError::Held(Hold::CatchUp).to_string(), "the button says so too");
    assert_eq!(new.chip().text, "nomor perlu dipastikan, belum terhubung");
    new.enrol("A", &utama).await;
    new.sync(&utama.link()).await;
    assert_eq!(new.register("Warga Dua", 8), "002/PPID/KEC-PBG.A/XI/2026");
    new.sync(&utama.link()).await;
    assert_eq!(new.chip().state, SyncState::Synced, "{:?}", new.chip());
}

#[tokio::test]
async fn a_restored_desk_that_was_revoked_says_both() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let backup = counter.backup();
    counter.register("Warga Satu", 5);
    counter.restore(&backup);
    revoke(&utama, &counter).await;
    counter.try_sync(&utama.link()).await.unwrap_err();
    let chip = counter.chip();
    assert_eq!((chip.state, chip.text.as_str()), (SyncState::Review, "nomor perlu dipastikan, dijeda, perlu kode baru"));
    assert!(chip.detail.contains("dipulihkan dari cadangan") && chip.detail.contains("kode sekali pakai"), "{}", chip.detail);
}
