//! What is lost, cut or doubled on the way, and servers that are not what they were.

use loket_desk::DeskError;
use loket_desk::sync::{SyncFault, SyncState};
use loket_desk::views::SubjectKind;
use loket_domain::ids::AccountId;
use loket_journal::protocol::RefusalKind;
use serde_json::json;
use std::sync::atomic::Ordering;

use crate::office::{Counter, OFFICE, Trouble, Utama};

#[tokio::test]
async fn a_round_without_news_is_one_call_and_so_is_one_change() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let link = utama.link();
    counter.sync(&link).await;
    assert_eq!(link.calls.load(Ordering::Relaxed), 1);
    counter.register("Warga Satu", 5);
    let link = utama.link();
    assert!(counter.sync(&link).await.sent > 0);
    assert_eq!(link.calls.load(Ordering::Relaxed), 1);
    assert_eq!(counter.chip().state, SyncState::Synced, "{:?}", counter.chip());
}

/// A number that looks like chance and is the same every time.
pub fn dice(call: u32) -> u32 {
    let mixed = (call ^ (call >> 3)).wrapping_mul(0x9e37_79b9);
    (mixed ^ (mixed >> 15)).wrapping_mul(0x85eb_ca6b) >> 16
}

/// Rounds until one ends well.
async fn until_synced(counter: &Counter, utama: &Utama, trouble: fn(u32) -> Trouble) -> u32 {
    let link = utama.bad_link(trouble);
    for rounds in 1..200 {
        if counter.try_sync(&link).await.is_ok() && counter.chip().state == SyncState::Synced {
            return rounds;
        }
    }
    panic!("never synced: {:?}", counter.chip());
}

#[tokio::test]
async fn whatever_is_lost_doubled_or_cut_in_the_end_both_sides_hold_the_same_once() {
    let troubles: [fn(u32) -> Trouble; 6] = [
        |call| if dice(call).is_multiple_of(2) { Trouble::Unanswered } else { Trouble::None },
        |_| Trouble::Doubled,
        |call| if dice(call) % 3 < 2 { Trouble::Lost } else { Trouble::None },
        |_| Trouble::CutAsking(700),
        |_| Trouble::CutAnswering(300),
        |call| match dice(call) % 5 {
            0 => Trouble::Unanswered,
            1 => Trouble::CutAsking(900),
            2 => Trouble::CutAnswering(400),
            _ => Trouble::None,
        },
    ];
    for (kind, trouble) in troubles.into_iter().enumerate() {
        let utama = Utama::start().await;
        let (first, second) = (Counter::begin("A", "Sari Misal"), Counter::begin("B", "Budi Misal"));
        for (counter, code) in [(&first, "A"), (&second, "B")] {
            counter.register("Warga Satu", 5);
            counter.register("Warga Dua", 6);
            counter.enrol(code, &utama).await;
        }
        for counter in [&first, &second, &first] {
            until_synced(counter, &utama, trouble).await;
        }
        assert_eq!(first.numbers(), second.numbers(), "trouble {kind}");
        assert_eq!(first.numbers().len(), 4);
        let here: u64 = first.with(|desk| desk.series()).unwrap().iter().map(|(_, length)| length).sum();
        assert_eq!(utama.entries().await as u64, here, "trouble {kind}: nothing is there twice");
        first.verify();
        second.verify();
    }
}

#[tokio::test]
async fn a_server_restored_from_yesterday_is_refilled_by_whoever_has_its_entries() {
    let utama = Utama::start().await;
    let first = Counter::enrolled("A", "Sari Misal", &utama).await;
    let second = Counter::enrolled("B", "Budi Misal", &utama).await;
    let yesterday = utama.backup();
    first.register("Warga Satu", 5);
    second.register("Warga Dua", 6);
    for counter in [&first, &second, &first] {
        counter.sync(&utama.link()).await;
    }
    let whole = utama.entries().await;
    drop(utama);
    let restored = Utama::on(yesterday).await;
    assert!(restored.entries().await < whole);
    // Only the first desk calls; it brings what the second wrote as well.
    first.sync(&restored.link()).await;
    assert_eq!(restored.entries().await, whole);
    assert_eq!(first.chip().state, SyncState::Synced);
    assert_eq!(second.sync(&restored.link()).await.sent, 0, "nothing is left to offer");
}

#[tokio::test]
async fn a_server_set_up_anew_says_what_to_do_and_is_refilled_once_a_desk_is_let_in() {
    let utama = Utama::start().await;
    let first = Counter::enrolled("A", "Sari Misal", &utama).await;
    let gone = Counter::enrolled("B", "Budi Misal", &utama).await;
    gone.register("Warga Dua", 6);
    gone.sync(&utama.link()).await;
    first.sync(&utama.link()).await;
    let whole = utama.entries().await;
    let anew = Utama::start().await;
    let refused = first.try_sync(&anew.link()).await.unwrap_err();
    assert!(matches!(refused, DeskError::Sync(SyncFault::Refused(RefusalKind::NotEnrolled))), "{refused:?}");
    let chip = first.chip();
    assert_eq!(chip.state, SyncState::Paused, "not a refusal of records");
    assert!(chip.detail.contains("kode sekali pakai"), "{}", chip.detail);
    first.register("Warga Tiga", 9);
    first.enrol("A", &anew).await;
    first.sync(&anew.link()).await;
    assert!(anew.entries().await > whole, "also what the desk that is gone wrote");
    assert_eq!(first.chip().state, SyncState::Synced, "{:?}", first.chip());
    first.verify();
}

#[tokio::test]
async fn a_restored_server_answers_on_without_contradicting_what_it_answered_before() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let requests: Vec<String> = (5..8).map(|minute| counter.id_of(&counter.register("Warga Satu", minute))).collect();
    for request in &requests {
        counter.act(SubjectKind::Request, request, "forward", json!({"number": "12/2026", "note": "Mohon data"}), 9).unwrap();
    }
    counter.sync(&utama.link()).await;
    utama.answer(&requests[0], "Jawaban pertama").await;
    let yesterday = utama.backup();
    utama.answer(&requests[1], "Jawaban kedua").await;
    counter.sync(&utama.link()).await;
    let before = utama.entries().await;
    drop(utama);
    let restored = Utama::on(yesterday).await;
    // Before any desk has called, so that the second answer is known at the desk alone.
    restored.answer(&requests[2], "Jawaban ketiga").await;
    counter.sync(&restored.link()).await;
    assert_eq!(restored.entries().await, before + 1, "all three answers");
    assert_eq!(counter.chip().state, SyncState::Synced, "{:?}", counter.chip());
    assert!(counter.review().is_empty(), "{:?}", counter.review());
}

#[tokio::test]
async fn a_series_that_both_sides_hold_differently_is_said_and_keeps_nothing_else_waiting() {
    use loket_journal::{Batch, Chain, DeskKey, EntryId, Stamp, Subject};
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    // A server that was restored and then wrote something else under a name it had written under before.
    let own = utama.store.own_series(OFFICE).await.unwrap();
    let key = DeskKey::from_seed(&utama.store.identity().await.unwrap().seed);
    let write = |what: u8| {
        let (before, mut chain) = (Chain::empty(own), Chain::empty(own));
        let nobody = AccountId(uuid::Uuid::nil());
        let entry = chain.append(&OFFICE.into(), EntryId(uuid::Uuid::nil()), Stamp(1), nobody, Subject::Office, vec![what]);
        Batch::pack(&OFFICE.into(), &before, [entry], key.sign(&chain))
    };
    let take = async |utama: &Utama, batch: Batch| {
        let (head, before) = (batch.head, Chain::empty(own));
        let entries = batch.open(&key.public()).unwrap();
        utama.store.take(loket_utama::store::Run { office: OFFICE.into(), before, entries, head }).await.unwrap()
    };
    let yesterday = utama.backup();
    take(&utama, write(1)).await;
    assert_eq!(counter.sync(&utama.link()).await.received, 1);
    let utama = Utama::on(yesterday).await;
    take(&utama, write(2)).await;
    counter.register("Warga Satu", 5);
    assert!(counter.sync(&utama.link()).await.sent > 0, "what the desk wrote arrives all the same");
    let chip = counter.chip();
    assert_eq!((chip.state, chip.waiting), (SyncState::Review, 0));
    assert!(chip.text.contains("berbeda"), "{}", chip.text);
}

#[tokio::test]
async fn what_the_server_cannot_use_waits_for_a_person_and_all_others_go_on() {
    let utama = Utama::start().await;
    let (first, second) =
        (Counter::enrolled("A", "Sari Misal", &utama).await, Counter::enrolled("B", "Budi Misal", &utama).await);
    let number = first.register("Warga Satu", 5);
    first.sync(&utama.link()).await;
    second.sync(&utama.link()).await;
    first
        .act(
            loket_desk::views::SubjectKind::Request,
            &first.id_of(&number),
            "withdraw",
            serde_json::json!({"reason": "Sudah dapat"}),
            7,
        )
        .unwrap();
    first.sync(&utama.link()).await;
    // The second has not heard of it.
    second
        .act(
            loket_desk::views::SubjectKind::Request,
            &second.id_of(&number),
            "withdraw",
            serde_json::json!({"reason": "Batal"}),
            8,
        )
        .unwrap();
    let later = second.register("Warga Dua", 9);
    second.sync(&utama.link()).await;
    assert_eq!(second.chip().state, SyncState::Review);
    assert_eq!(second.review().len(), 1, "once, though both sides found it: {:?}", second.review());
    first.sync(&utama.link()).await;
    assert!(first.numbers().contains(&later));
}
