//! How both sides find out whether they hold the same, and what a cut link leaves behind.

use loket_journal::protocol::{
    DoubtKind, PUSH_PATH, Parcel, PullAnswer, PullRequest, PushAnswer, RefusalKind, Resume, SUCCEED_PATH, Succession,
};
use loket_journal::{Parity, Subject};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::desk::Desk;
use crate::http::send;
use crate::server::{Utama, bearer, refused_or};

async fn enrolled() -> (Utama, Desk) {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    (utama, desk)
}

#[tokio::test]
async fn a_desk_that_holds_the_same_hears_nothing_more() {
    let (utama, desk) = enrolled().await;
    let epoch = utama.epoch.unwrap();
    utama.pushed(&desk, desk.encoded(0, 2)).await;
    assert_eq!(utama.hello(&desk, epoch, &[desk.after(2)]).await, None);
    let standing = utama.hello(&desk, epoch, &[desk.after(4)]).await.unwrap();
    assert_eq!((standing.series, standing.upload), (vec![desk.after(2)], None));
    standing.receipt.verify(desk.origin, &utama.server_key.unwrap()).unwrap();
    assert_eq!((standing.receipt.seq, standing.receipt.epoch), (2, epoch));
    let other = loket_journal::Epoch(Uuid::from_u128(7));
    assert!(utama.hello(&desk, other, &[desk.after(2)]).await.is_some(), "of another store");
}

#[tokio::test]
async fn the_answer_to_a_push_tells_what_both_sides_hold_now() {
    let (utama, desk) = enrolled().await;
    let PushAnswer::Taken { parity, doubts, .. } = utama.push(&desk, desk.everything()).await.unwrap() else { panic!() };
    assert_eq!(parity, Parity::of(utama.epoch.unwrap(), [desk.after(4)]));
    assert!(doubts.is_empty());
}

#[tokio::test]
async fn entries_the_server_cannot_use_are_kept_and_named() {
    let (utama, mut desk) = enrolled().await;
    let twice = desk.entries[0].payload.clone();
    let request = desk.entries[2].header.subject;
    desk.write_bytes("2026-11-23", Subject::Office, b"\xff not a payload".to_vec());
    desk.write_bytes("2026-11-23", Subject::Other(77, Uuid::nil()), twice.clone());
    desk.write_bytes("2026-11-23", request, twice);
    desk.register("2026-11-23");
    let damaged = br#"{"salt":"00","at":"2026-11-23T08:00:00","change":{"kind":"answer_received","on":"kemarin"}}"#.to_vec();
    desk.write_bytes("2026-11-23", request, damaged);
    let PushAnswer::Taken { receipt, doubts, .. } = utama.push(&desk, desk.everything()).await.unwrap() else { panic!() };
    assert_eq!(receipt.seq, 10, "all others went on");
    let doubts: Vec<_> = doubts.into_iter().map(|doubt| (doubt.seq, doubt.kind)).collect();
    assert_eq!(doubts, [(5, DoubtKind::Unreadable), (6, DoubtKind::Newer), (7, DoubtKind::Misfit), (10, DoubtKind::Unreadable)]);
}

#[tokio::test]
async fn a_parcel_that_was_cut_off_is_finished_and_not_begun_again() {
    let (utama, desk) = enrolled().await;
    let parcel = desk.everything();
    let cut = parcel.len() / 2;
    let head = format!("POST {PUSH_PATH} HTTP/1.1\r\nhost: x\r\n{}\r\ncontent-length: {}\r\n\r\n", bearer(&desk), parcel.len());
    let mut stream = TcpStream::connect(utama.address()).await.unwrap();
    stream.write_all(&[head.as_bytes(), &parcel[..cut]].concat()).await.unwrap();
    drop(stream);
    let upload = loop {
        // The server hears of the cut a moment later than we make it.
        if let Some(upload) = utama.hello(&desk, utama.epoch.unwrap(), &[desk.after(4)]).await.unwrap().upload {
            break upload;
        }
        tokio::task::yield_now().await;
    };
    assert_eq!((upload.length as usize, upload.digest), (cut, Parity::of_message(&parcel[..cut])));
    let short = Parcel::Rest(upload.length - 1, &parcel[cut - 1..]).write();
    assert_eq!(utama.push(&desk, short).await.unwrap(), PushAnswer::Lost, "not where it was cut");
    assert_eq!(utama.push(&desk, Parcel::Rest(upload.length, &parcel[cut..]).write()).await.unwrap(), PushAnswer::Lost);
    assert_eq!(utama.pushed(&desk, parcel).await, 4, "whole, it is taken");
}

#[tokio::test]
async fn an_answer_that_was_cut_off_is_finished_and_not_begun_again() {
    let (mut utama, first) = enrolled().await;
    utama.pushed(&first, first.everything()).await;
    let mut second = Desk::new(2, "12.18.02", "Perbaungan", "B");
    utama.enrol(&mut second).await;
    let ask = async |resume| {
        let asked = PullRequest { have: vec![], room: u32::MAX, resume };
        let asked = postcard::to_allocvec(&asked).unwrap();
        send(utama.address(), "POST", "/sync/v1/pull", &[bearer(&second)], &asked).await.body
    };
    let whole = ask(None).await;
    let (digest, bytes) = PullAnswer::split(&whole).unwrap();
    let rest = ask(Some(Resume { digest, offset: 100 })).await;
    assert_eq!(rest.len(), whole.len() - 100);
    assert_eq!(&rest[16..], &bytes[100..]);
    for strange in [Resume { digest: Parity([0; 16]), offset: 100 }, Resume { digest, offset: u32::MAX }] {
        assert_eq!(ask(Some(strange)).await, whole);
    }
}

#[tokio::test]
async fn what_a_desk_kept_of_another_refills_a_server_that_lost_it() {
    let (mut utama, gone) = enrolled().await;
    let mut here = Desk::new(2, "12.18.02", "Perbaungan", "B");
    utama.enrol(&mut here).await;
    let PushAnswer::Taken { receipt, .. } = utama.push(&here, gone.everything()).await.unwrap() else { panic!() };
    receipt.verify(gone.origin, &utama.server_key.unwrap()).unwrap();
    assert_eq!((receipt.seq, receipt.hash), (4, gone.after(4).head), "over the series of the batch, not of who brought it");
    // A series the server has never heard of: only with the word of the desk for its key.
    let mut stranger = Desk::new(5, "12.18.02", "Perbaungan", "C");
    stranger.establish();
    let batch = stranger.everything();
    assert_eq!(utama.push(&here, batch.clone()).await.unwrap_err(), RefusalKind::ForeignBatch);
    let wrong = Parcel::Vouched(here.key.public(), &batch).write();
    assert_eq!(utama.push(&here, wrong).await.unwrap_err(), RefusalKind::Batch);
    let right = Parcel::Vouched(stranger.key.public(), &batch).write();
    assert!(matches!(utama.push(&here, right).await.unwrap(), PushAnswer::Taken { .. }));
    // Of another office nobody may speak, not even of one that is known elsewhere.
    let mut elsewhere = Desk::new(6, "12.18.04", "Sei Rampah", "A");
    elsewhere.establish();
    utama.enrol(&mut elsewhere).await;
    let foreign = Parcel::Vouched(elsewhere.key.public(), &elsewhere.everything()).write();
    assert_eq!(utama.push(&here, foreign).await.unwrap_err(), RefusalKind::ForeignBatch);
    let mut liar = Desk::new(6, "12.18.02", "Perbaungan", "A");
    liar.establish();
    let lie = Parcel::Vouched(liar.key.public(), &liar.everything()).write();
    assert_eq!(utama.push(&here, lie).await.unwrap_err(), RefusalKind::ForeignBatch);
}

#[tokio::test]
async fn a_desk_goes_on_under_a_new_key_by_the_word_of_the_old() {
    let (utama, mut desk) = enrolled().await;
    utama.pushed(&desk, desk.everything()).await;
    let mut next = Desk::new(9, "12.18.02", "Perbaungan", "A");
    next.establish();
    let succession = |old: &Desk| {
        let new_token = "ab".repeat(32);
        serde_json::to_vec(&Succession::new(&old.key, desk.origin, next.origin, next.key.public(), new_token)).unwrap()
    };
    let forged = send(utama.address(), "POST", SUCCEED_PATH, &[bearer(&desk)], &succession(&next)).await;
    assert_eq!(refused_or(forged, |_| ()).unwrap_err(), RefusalKind::Batch, "not the old key's word");
    let word = succession(&desk);
    assert_eq!(send(utama.address(), "POST", SUCCEED_PATH, &[bearer(&desk)], &word).await.status, 204);
    assert_eq!(utama.push(&desk, desk.everything()).await.unwrap_err(), RefusalKind::NotEnrolled, "the old token is over");
    next.token = "ab".repeat(32);
    assert_eq!(send(utama.address(), "POST", SUCCEED_PATH, &[bearer(&next)], &word).await.status, 204, "asked again");
    assert!(matches!(utama.push(&next, next.everything()).await.unwrap(), PushAnswer::Taken { .. }));
    // What the old key signed and had not sent yet comes through the new one.
    let length = desk.entries.len();
    desk.register("2026-11-24");
    assert!(matches!(utama.push(&next, desk.encoded(length, length + 1)).await.unwrap(), PushAnswer::Taken { .. }));
}

#[tokio::test]
async fn nobody_goes_on_under_a_series_that_was_vouched_for_another_office() {
    let (mut utama, here) = enrolled().await;
    let mut lost = Desk::new(5, "12.18.02", "Perbaungan", "B");
    lost.establish();
    let vouched = Parcel::Vouched(lost.key.public(), &lost.everything()).write();
    assert!(matches!(utama.push(&here, vouched).await.unwrap(), PushAnswer::Taken { .. }));
    let mut thief = Desk::new(6, "12.18.04", "Sei Rampah", "A");
    thief.establish();
    utama.enrol(&mut thief).await;
    for key in [thief.key.public(), lost.key.public()] {
        let word = Succession::new(&thief.key, thief.origin, lost.origin, key, "ab".repeat(32));
        let word = serde_json::to_vec(&word).unwrap();
        let answer = send(utama.address(), "POST", SUCCEED_PATH, &[bearer(&thief)], &word).await;
        assert_eq!(refused_or(answer, |_| ()).unwrap_err(), RefusalKind::OtherOffice);
    }
    let (entries, _) = utama.pulled(&thief, vec![]).await;
    assert!(entries.iter().all(|entry| entry.header.office == "12.18.04"), "nothing of another office comes");
    let (entries, _) = utama.pulled(&here, vec![]).await;
    assert!(entries.iter().any(|entry| entry.header.origin == lost.origin), "its own office still has it");
}

#[tokio::test]
async fn an_office_that_calls_too_much_is_told_when_to_come_again_and_keeps_no_other_waiting() {
    let (mut utama, desk) = enrolled().await;
    let mut elsewhere = Desk::new(6, "12.18.04", "Sei Rampah", "A");
    elsewhere.establish();
    utama.enrol(&mut elsewhere).await;
    // Calls that begin and do not go on.
    let head = format!("POST {PUSH_PATH} HTTP/1.1\r\nhost: x\r\n{}\r\ncontent-length: 1000\r\n\r\n", bearer(&desk));
    let mut stalled = Vec::new();
    let told = loop {
        let mut stream = TcpStream::connect(utama.address()).await.unwrap();
        stream.write_all(head.as_bytes()).await.unwrap();
        stalled.push(stream);
        let answer = send(utama.address(), "POST", PUSH_PATH, &[bearer(&desk)], &desk.everything()).await;
        if answer.status != 200 {
            break answer;
        }
    };
    assert_eq!(told.status, 429);
    assert!(told.head.contains("retry-after: 2"), "{}", told.head);
    utama.pushed(&elsewhere, elsewhere.everything()).await;
    drop(stalled);
    let status = async || send(utama.address(), "POST", PUSH_PATH, &[bearer(&desk)], &desk.everything()).await.status;
    while status().await != 200 {}
}
