//! What is taken from a desk, and what is not.

use loket_domain::change::{Change, PaperChange};
use loket_domain::paper::PaperKind;
use loket_journal::protocol::{PUSH_PATH, PushAnswer, RefusalKind};
use loket_journal::{Batch, Stamp, Subject};
use uuid::Uuid;

use crate::desk::{Desk, date};
use crate::server::{Utama, bearer};

/// A server and a desk of Perbaungan with a few entries, enrolled.
async fn enrolled() -> (Utama, Desk) {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    desk.grant("2026-11-23", request);
    utama.enrol(&mut desk).await;
    (utama, desk)
}

#[tokio::test]
async fn a_push_is_answered_with_a_receipt_over_the_desks_own_series() {
    let (utama, desk) = enrolled().await;
    assert_eq!(utama.pushed(&desk, desk.encoded(0, 2)).await, 2);
    assert_eq!(utama.pushed(&desk, desk.encoded(2, 5)).await, 5);
}

#[tokio::test]
async fn a_gap_is_named_and_nothing_of_it_stored() {
    let (utama, desk) = enrolled().await;
    assert_eq!(utama.push(&desk, desk.encoded(2, 5)).await.unwrap(), PushAnswer::Gap { expected: 1 });
    utama.pushed(&desk, desk.encoded(0, 1)).await;
    assert_eq!(utama.push(&desk, desk.encoded(2, 5)).await.unwrap(), PushAnswer::Gap { expected: 2 });
    assert_eq!(utama.pushed(&desk, desk.encoded(1, 5)).await, 5);
}

#[tokio::test]
async fn pushing_again_changes_nothing_and_gives_the_same_receipt() {
    let (utama, desk) = enrolled().await;
    let first = utama.push(&desk, desk.everything()).await.unwrap();
    assert_eq!(utama.push(&desk, desk.everything()).await.unwrap(), first);
    assert_eq!(utama.push(&desk, desk.encoded(0, 2)).await.unwrap(), first, "the receipt reaches further than the batch");
}

#[tokio::test]
async fn of_a_batch_that_overlaps_only_the_new_part_is_stored() {
    let (utama, desk) = enrolled().await;
    utama.pushed(&desk, desk.encoded(0, 3)).await;
    assert_eq!(utama.pushed(&desk, desk.encoded(1, 5)).await, 5);
    assert_eq!(utama.pushed(&desk, desk.everything()).await, 5);
}

#[tokio::test]
async fn a_desk_that_was_restored_and_wrote_other_entries_has_forked() {
    let (utama, desk) = enrolled().await;
    utama.pushed(&desk, desk.everything()).await;
    let mut restored = Desk::perbaungan();
    restored.token.clone_from(&desk.token);
    let printed = Change::Paper(PaperChange::PaperIssued { paper: PaperKind::Receipt, on: date("2026-11-23") });
    for _ in 0..4 {
        restored.write("2026-11-23", Subject::Office, &printed);
    }
    for batch in [restored.encoded(0, 6), restored.encoded(0, 4), restored.encoded(2, 4), restored.encoded(5, 6)] {
        assert_eq!(utama.push(&restored, batch).await.unwrap_err(), RefusalKind::Forked);
    }
    assert_eq!(utama.pushed(&desk, desk.everything()).await, 5, "the server still has what it had");
}

#[tokio::test]
async fn a_first_batch_that_claims_something_before_it_is_refused() {
    let (utama, desk) = enrolled().await;
    let mut batch = desk.batch(0, 2);
    batch.previous.0[0] = 1;
    let refused = utama.push(&desk, batch.encode().unwrap()).await.unwrap_err();
    assert_eq!(refused, RefusalKind::Batch);
}

#[tokio::test]
async fn a_tampered_batch_is_refused() {
    let (utama, desk) = enrolled().await;
    let mut shifted = desk.batch(0, 4);
    shifted.head = desk.batch(0, 3).head;
    let empty = Batch::pack(&"12.18.02".into(), &desk.after(0), [], desk.key.sign(&desk.after(0)));
    for batch in [shifted, empty] {
        assert_eq!(utama.push(&desk, batch.encode().unwrap()).await.unwrap_err(), RefusalKind::Batch);
    }
}

#[tokio::test]
async fn a_batch_signed_by_another_key_is_refused() {
    let (utama, desk) = enrolled().await;
    let mut forged = desk.batch(0, 5);
    forged.head = Desk::new(8, "12.18.02", "Perbaungan", "A").key.sign(&desk.after(5));
    assert_eq!(utama.push(&desk, forged.encode().unwrap()).await.unwrap_err(), RefusalKind::Batch);
}

#[tokio::test]
async fn a_batch_of_another_desk_or_office_is_refused() {
    let (utama, desk) = enrolled().await;
    let mut other = Desk::new(2, "12.18.02", "Perbaungan", "B");
    other.establish();
    assert_eq!(utama.push(&desk, other.everything()).await.unwrap_err(), RefusalKind::ForeignBatch);
    let mut elsewhere = Desk::new(1, "12.18.04", "Sei Rampah", "A");
    elsewhere.establish();
    assert_eq!(utama.push(&desk, elsewhere.everything()).await.unwrap_err(), RefusalKind::ForeignBatch);
}

#[tokio::test]
async fn without_the_right_token_nothing_is_taken() {
    let (utama, mut desk) = enrolled().await;
    for wrong in [String::new(), "0".repeat(64), desk.token.to_uppercase() + "0", "é".into()] {
        desk.token = wrong;
        assert_eq!(utama.push(&desk, desk.everything()).await.unwrap_err(), RefusalKind::NotEnrolled);
        assert_eq!(utama.pull(&desk, vec![]).await.unwrap_err(), RefusalKind::NotEnrolled);
    }
}

#[tokio::test]
async fn what_a_newer_version_wrote_is_stored_and_carried() {
    let (mut utama, mut desk) = enrolled().await;
    let newer = br#"{"salt":"00","at":"2031-01-02T08:00:00","change":{"kind":"request_sung","song":[1,2]}}"#.to_vec();
    desk.write_bytes("2026-11-23", Subject::Other(77, Uuid::from_u128(3)), newer.clone());
    desk.write_bytes("2026-11-23", Subject::Office, newer);
    utama.pushed(&desk, desk.everything()).await;
    let mut second = Desk::new(2, "12.18.02", "Perbaungan", "B");
    utama.enrol(&mut second).await;
    assert_eq!(utama.pulled(&second, vec![]).await.0, desk.entries);
    assert!(!utama.page("/").await.contains("perlu ditinjau"), "new is not wrong");
}

#[tokio::test]
async fn entries_that_cannot_be_read_are_kept_and_counted_for_review() {
    let (utama, mut desk) = enrolled().await;
    desk.write_bytes("2026-11-23", Subject::Office, b"\xff\x00 not a payload".to_vec());
    assert_eq!(utama.pushed(&desk, desk.everything()).await, 6);
    assert!(utama.page("/").await.contains("1 perlu ditinjau"));
    let damaged = br#"{"salt":"00","at":"2026-11-23T08:00:00","change":{"kind":"office_revised","profile":{}}}"#.to_vec();
    desk.write_bytes("2026-11-23", Subject::Office, damaged);
    utama.pushed(&desk, desk.everything()).await;
    assert!(utama.page("/").await.contains("2 perlu ditinjau"), "a kind it knows and cannot read");
}

#[tokio::test]
async fn a_clock_at_the_end_of_time_is_no_obstacle() {
    let (utama, desk) = enrolled().await;
    let mut late = Desk::perbaungan();
    late.token.clone_from(&desk.token);
    let entry = late.entries.remove(0);
    let mut chain = late.after(0);
    let h = entry.header;
    let entry = chain.append(&"12.18.02".into(), h.id, Stamp(u64::MAX), h.actor, h.subject, entry.payload);
    let batch = Batch::pack(&"12.18.02".into(), &desk.after(0), [entry], desk.key.sign(&chain));
    assert!(matches!(utama.push(&late, batch.encode().unwrap()).await.unwrap(), PushAnswer::Taken { .. }));
}

#[tokio::test]
async fn a_restart_between_pushes_loses_nothing() {
    let (mut utama, desk) = enrolled().await;
    let key = utama.server_key;
    utama.pushed(&desk, desk.encoded(0, 3)).await;
    utama.restart().await;
    assert_eq!(utama.pushed(&desk, desk.encoded(3, 5)).await, 5, "same token, same server key {key:?}");
    utama.restart().await;
    assert!(utama.page("/kantor/12.18.02").await.contains("001/PPID/KEC-A/XI/2026"));
}

#[tokio::test]
async fn the_same_batch_sent_many_times_at_once_is_stored_once() {
    let (utama, desk) = enrolled().await;
    let push = || utama.push(&desk, desk.everything());
    let (a, b, c, d) = tokio::join!(push(), push(), push(), push());
    let answers = [a, b, c, d].map(Result::unwrap);
    assert!(answers.iter().all(|answer| *answer == answers[0]));
}

#[tokio::test]
async fn an_office_that_floods_the_server_is_sent_away_and_another_is_answered_at_once() {
    let mut utama = Utama::start().await;
    let mut flooding = Desk::perbaungan();
    let note = Change::Paper(PaperChange::PaperIssued { paper: PaperKind::Receipt, on: date("2026-11-23") });
    for _ in 0..2_200 {
        flooding.write("2026-11-23", Subject::Office, &note);
    }
    let mut honest = Desk::new(7, "12.18.04", "Pegajahan", "A");
    honest.establish();
    utama.enrol(&mut flooding).await;
    utama.enrol(&mut honest).await;
    utama.pushed(&flooding, flooding.encoded(0, 2_100)).await;
    let status = async |utama: &Utama, desk: &Desk, batch: Vec<u8>| {
        let answer = crate::http::send(utama.address(), "POST", PUSH_PATH, &[bearer(desk)], &batch).await;
        (answer.status, answer.head.contains("retry-after: "))
    };
    for _ in 0..3 {
        assert_eq!(
            status(&utama, &flooding, flooding.encoded(2_100, 2_200)).await,
            (429, true),
            "and is told when to come again"
        );
    }
    let begun = std::time::Instant::now();
    assert_eq!(utama.pushed(&honest, honest.everything()).await, honest.entries.len() as u64);
    assert!(begun.elapsed() < std::time::Duration::from_secs(2));
    utama.set("2026-11-24", 23);
    assert_eq!(utama.pushed(&flooding, flooding.encoded(2_100, 2_200)).await, 2_200, "later it goes on: nothing is lost");
}
