//! Desks that were restored from a backup, replaced by another PC, or go on under a new key. No number is ever given twice.

use loket_desk::sync::SyncState;
use loket_desk::views::{RegisterKind, RegisterQuery, SubjectKind, SubjectRef};
use loket_desk::{DeskError, Hold};
use serde_json::{Value, json};

use crate::office::{Counter, Utama, at};

#[tokio::test]
async fn a_restored_desk_gets_its_later_entries_back_before_it_writes_on() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    counter.sync(&utama.link()).await;
    let backup = counter.backup();
    counter.register("Warga Dua", 6);
    counter.register("Warga Tiga", 7);
    counter.sync(&utama.link()).await;
    let before = counter.numbers();

    counter.restore(&backup);
    assert!(matches!(counter.try_register("Warga Empat", 8), Err(DeskError::Held(Hold::Restored { written: Some(_) }))));
    assert_eq!(counter.chip().state, SyncState::Review);
    assert!(counter.sync(&utama.link()).await.received > 0);
    assert_eq!(counter.numbers(), before);
    assert_eq!(counter.register("Warga Empat", 9), "004/PPID/KEC-PBG.A/XI/2026");
    counter.sync(&utama.link()).await;
    assert_eq!(counter.chip().state, SyncState::Synced, "{:?}", counter.chip());
    counter.verify();
    counter.while_closed(|_| {});
    assert_eq!(counter.with(|desk| desk.hold()), None, "opened again, nothing is held");
}

#[tokio::test]
async fn a_restored_desk_without_a_link_asks_for_the_last_number_and_accounts_for_the_gap() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    counter.sync(&utama.link()).await;
    let backup = counter.backup();
    counter.register("Warga Dua", 6);
    counter.sync(&utama.link()).await;
    counter.register("Warga Tiga", 7);

    counter.restore(&backup);
    let account = |last: u32, minute| {
        let form = json!({"last_request": last, "last_objection": 0, "reason": "Disk rusak, dipulihkan dari cadangan"});
        counter.act(SubjectKind::Office, "", "account_numbers", form, minute)
    };
    assert!(matches!(account(0, 8), Err(DeskError::Refused(_))), "less than is known here");
    account(4, 8).unwrap();
    assert_eq!(counter.register("Warga Lima", 9), "005/PPID/KEC-PBG.A/XI/2026");
    counter.sync(&utama.link()).await;
    assert_eq!(counter.chip().state, SyncState::Synced, "{:?}", counter.chip());
    let serials: Vec<String> = counter.numbers().iter().map(|number| number[..3].to_owned()).collect();
    assert_eq!(serials, ["001", "002", "005"], "the second came back; the third was never sent and is lost with the disk");
    let query = RegisterQuery { which: RegisterKind::Requests, from: "2026-11-01".into(), to: "2026-11-30".into() };
    let register = counter.with(|desk| desk.register(&query, at(12))).unwrap();
    let last = register.rows.last().unwrap().cells.clone();
    assert!(last[1].starts_with("003–004") && last[8].contains("Disk rusak"), "{last:?}");
    assert!(counter.review().is_empty(), "{:?}", counter.review());
    counter.verify();
    assert_eq!(at(9).local.to_string(), "2026-11-23 09:09:00");
}

#[tokio::test]
async fn a_backup_of_december_put_back_in_january_is_asked_about_both_years() {
    const JANUARY: u32 = 40 * 24 * 60;
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    let backup = counter.backup();
    counter.register("Warga Dua", 6);
    assert_eq!(counter.register("Warga Tiga", JANUARY), "001/PPID/KEC-PBG.A/I/2027");

    counter.restore(&backup);
    let office = SubjectRef::new(SubjectKind::Office, "");
    let form = counter.with(|desk| desk.action_form(&office, "account_numbers", at(JANUARY))).unwrap().filled();
    assert_eq!(serde_json::to_value(&form["other_years"]).unwrap(), json!(["2026: 1, 0"]), "what is known here");
    let account = |others: Value, minute| {
        let reason = "Disk rusak, dipulihkan dari cadangan";
        let form = json!({"last_request": 1, "last_objection": 0, "other_years": others, "reason": reason});
        counter.act(SubjectKind::Office, "", "account_numbers", form, minute)
    };
    for odd in [json!(["2026"]), json!(["2027: 1"]), json!(["2026: 2", "2026: 3"])] {
        assert!(matches!(account(odd, JANUARY + 1), Err(DeskError::Refused(_))));
    }
    account(json!(["2026: 2"]), JANUARY + 1).unwrap();
    assert_eq!(counter.register("Warga Empat", JANUARY + 2), "002/PPID/KEC-PBG.A/I/2027");
    assert_eq!(counter.register("Warga Lima", 7), "003/PPID/KEC-PBG.A/XI/2026", "also when the clock goes back to that year");
    counter.verify();
}

#[tokio::test]
async fn a_desk_that_wrote_on_after_an_unnoticed_restore_keeps_both_truths() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let other = Counter::enrolled("B", "Budi Misal", &utama).await;
    counter.register("Warga Satu", 5);
    counter.sync(&utama.link()).await;
    let (backup, trail) = (counter.backup(), counter.trail());
    counter.register("Warga Dua", 6);
    counter.register("Warga Tiga", 7);
    counter.sync(&utama.link()).await;
    let before = counter.with(|desk| desk.origin());

    counter.restore_unnoticed(&backup, &trail);
    counter.register("Warga Lain", 8);
    counter.sync(&utama.link()).await;
    assert_ne!(counter.with(|desk| desk.origin()), before, "it goes on under a new series");
    other.sync(&utama.link()).await;
    for desk in [&counter, &other] {
        let serials: Vec<String> =
            desk.numbers().iter().filter(|number| number.contains(".A/")).map(|number| number[..3].to_owned()).collect();
        assert_eq!(serials, ["001", "002", "002", "003"]);
        let review = desk.review();
        assert_eq!(review.iter().filter(|item| item.contains("dipakai dua permohonan")).count(), 2, "{review:?}");
        desk.verify();
    }
    assert_eq!(counter.register("Warga Empat", 9), "004/PPID/KEC-PBG.A/XI/2026");
    counter.sync(&utama.link()).await;
    assert_eq!(counter.chip().waiting, 0);
    counter.while_closed(|_| {});
    counter.register("Warga Lima", 10);
    assert!(counter.sync(&utama.link()).await.sent > 0, "the new key and token outlive a restart");
}

#[tokio::test]
async fn a_backup_that_held_unsent_entries_is_told_from_a_fork_and_from_none() {
    for wrote_on in [0, 1, 5] {
        let utama = Utama::start().await;
        let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
        counter.register("Warga Satu", 5);
        let (backup, trail) = (counter.backup(), counter.trail());
        counter.sync(&utama.link()).await;
        counter.register("Warga Dua", 6);
        counter.sync(&utama.link()).await;
        counter.restore_unnoticed(&backup, &trail);
        for number in 0..wrote_on {
            counter.register(&format!("Warga Lain {number}"), 7);
        }
        counter.sync(&utama.link()).await;
        assert_eq!(counter.numbers().len(), 2 + wrote_on, "wrote {wrote_on} on");
        assert_eq!(counter.chip().waiting, 0);
        let here: u64 = counter.with(|desk| desk.series()).unwrap().iter().map(|(_, length)| length).sum();
        assert_eq!(utama.entries().await as u64, here);
        counter.verify();
    }
}

#[tokio::test]
async fn a_replaced_pc_continues_the_numbers_and_the_old_one_gives_none() {
    let utama = Utama::start().await;
    let old = Counter::enrolled("A", "Sari Misal", &utama).await;
    old.register("Warga Satu", 5);
    old.register("Warga Dua", 6);
    old.sync(&utama.link()).await;

    let new = Counter::begin("A", "Sari Misal");
    new.enrol("A", &utama).await;
    assert!(matches!(new.try_register("Warga Tiga", 7), Err(DeskError::Held(Hold::CatchUp))));
    new.sync(&utama.link()).await;
    assert_eq!(new.register("Warga Tiga", 8), "003/PPID/KEC-PBG.A/XI/2026");
    new.sync(&utama.link()).await;
    assert_eq!(new.chip().state, SyncState::Synced, "{:?} {:?}", new.chip(), new.review());
    old.try_sync(&utama.link()).await.unwrap_err();
    assert_eq!(old.chip().state, SyncState::Paused);
}

#[tokio::test]
async fn a_key_is_changed_and_what_the_old_one_signed_still_arrives() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    counter.with(|desk| desk.begin_series(at(6))).unwrap();
    counter.register("Warga Dua", 7);
    counter.with(|desk| desk.begin_series(at(8))).unwrap();
    assert!(counter.chip().waiting > 0);
    // The answers of both changes are lost.
    let link = utama.bad_link(|call| if call < 2 { crate::office::Trouble::Unanswered } else { crate::office::Trouble::None });
    for _ in 0..2 {
        counter.try_sync(&link).await.unwrap_err();
    }
    counter.sync(&link).await;
    assert_eq!(counter.chip().state, SyncState::Synced, "{:?}", counter.chip());
    let here: u64 = counter.with(|desk| desk.series()).unwrap().iter().map(|(_, length)| length).sum();
    assert_eq!(utama.entries().await as u64, here);
    counter.verify();
}
