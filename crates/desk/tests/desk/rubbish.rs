//! Servers that are not what they should be: each is told apart, nothing is stored, everything goes on waiting.

use loket_desk::sync::{Client, Joining, SyncFault, enrol, round};
use loket_desk::{Desk, DeskError};
use loket_domain::ids::AccountId;
use loket_journal::protocol::{ENROL_PATH, EnrolAnswer, HELLO_PATH, Hello, PUSH_PATH, PullAnswer, PushAnswer, Standing, Writer};
use loket_journal::{Batch, Chain, DeskKey, EntryId, Epoch, OriginId, Parity, Stamp, Subject};
use std::sync::Mutex;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use uuid::Uuid;

use crate::fixture::{PASSWORD, at, form, perbaungan};

/// A server that answers everything with this status and body.
async fn answering(status: &'static str, body: &'static [u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut buffer = vec![0; 64 * 1024];
            let _ = stream.read(&mut buffer).await;
            let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes()).await;
            let _ = stream.write_all(body).await;
        }
    });
    address
}

fn fault(result: Result<(), DeskError>) -> SyncFault {
    match result.unwrap_err() {
        DeskError::Sync(fault) => fault,
        other => panic!("expected a fault of sync, got {other:?}"),
    }
}

async fn try_enrol(desk: &Mutex<Option<Desk>>, server: &str) -> SyncFault {
    fault(enrol(desk, &Client::new().unwrap(), &Joining::new(server, "KODE", PASSWORD), at(9, 0)).await)
}

#[tokio::test]
async fn a_server_that_answers_rubbish_is_not_believed() {
    let (_dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap();
    let waiting = desk.waiting().unwrap();
    let desk = Mutex::new(Some(desk));
    let page = answering("200 OK", b"<html>Selamat datang di hotspot</html>").await;
    assert_eq!(try_enrol(&desk, &page).await, SyncFault::Rubbish);
    let login = answering("302 Found", b"").await;
    assert_eq!(try_enrol(&desk, &login).await, SyncFault::Rubbish);
    let broken = answering("500 Internal Server Error", b"oops").await;
    assert_eq!(try_enrol(&desk, &broken).await, SyncFault::Unreachable);
    assert_eq!(try_enrol(&desk, "http://127.0.0.1:1").await, SyncFault::Unreachable);
    assert_eq!(try_enrol(&desk, "http://ppid.contoh.go.id").await, SyncFault::NotEncrypted);
    assert_eq!(try_enrol(&desk, "ppid utama").await, SyncFault::Address);
    let desk = desk.into_inner().unwrap().unwrap();
    assert_eq!(desk.waiting().unwrap(), waiting);
}

#[tokio::test]
async fn a_desk_that_is_not_enrolled_just_waits() {
    let (_dir, _, desk, _) = perbaungan();
    let desk = Mutex::new(Some(desk));
    let moved = round(&desk, &Client::new().unwrap(), || at(9, 0)).await.unwrap();
    assert_eq!((moved.sent, moved.received), (0, 0));
}

/// Reads one HTTP request: its path and body.
async fn asked(stream: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let (mut bytes, mut chunk) = (Vec::new(), [0; 16 * 1024]);
    loop {
        let read = stream.read(&mut chunk).await.ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&chunk[..read]);
        let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse().ok());
        if bytes.len() >= end + 4 + length.unwrap_or(0) {
            return Some((head.split(' ').nth(1)?.to_owned(), bytes[end + 4..].to_vec()));
        }
    }
}

/// A server that speaks the protocol, signs receipts with `receipts`, and pulls out `answer`.
async fn speaking(receipts: DeskKey, answer: PullAnswer) -> String {
    speaking_as([9; 32], receipts, answer).await
}

/// The same, with the server's own key grown from `own`.
async fn speaking_as(own: [u8; 32], receipts: DeskKey, answer: PullAnswer) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        // What it has taken, and what it says others wrote.
        let mut series: Vec<Chain> = answer.batches.iter().map(|batch| end_of(batch)).collect();
        while let Ok((mut stream, _)) = listener.accept().await {
            let Some((path, body)) = asked(&mut stream).await else { continue };
            let parity = Parity::of(EPOCH, series.iter().copied());
            let said = match path.as_str() {
                ENROL_PATH => serde_json::to_vec(&EnrolAnswer {
                    server: OriginId(Uuid::from_u128(900)),
                    server_key: DeskKey::from_seed(&own).public(),
                    epoch: EPOCH,
                    token: "rahasia".into(),
                    others: false,
                })
                .unwrap(),
                HELLO_PATH if postcard::from_bytes::<Hello>(&body).unwrap().parity == parity => vec![],
                HELLO_PATH => {
                    let receipt = receipts.receipt(EPOCH, series.last().unwrap());
                    postcard::to_allocvec(&Standing { receipt, series: series.clone(), upload: None }).unwrap()
                }
                PUSH_PATH => {
                    let taken = end_of(&body);
                    series.retain(|chain| chain.origin != taken.origin);
                    series.push(taken);
                    let parity = Parity::of(EPOCH, series.iter().copied());
                    let receipt = receipts.receipt(EPOCH, &taken);
                    postcard::to_allocvec(&PushAnswer::Taken { receipt, parity, doubts: vec![] }).unwrap()
                }
                _ => PullAnswer { parity, ..answer.clone() }.seal(None).unwrap(),
            };
            let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", said.len());
            let _ = stream.write_all(&[head.into_bytes(), said].concat()).await;
        }
    });
    address
}

const EPOCH: Epoch = Epoch(Uuid::from_u128(3));

fn end_of(batch: &[u8]) -> Chain {
    let batch = Batch::decode(batch).unwrap();
    Chain { origin: batch.origin, length: batch.head.seq, head: batch.head.hash }
}

/// One entry of another writer of `office`, signed by `key`.
fn from_elsewhere(office: &str, key: &DeskKey) -> PullAnswer {
    saying(office, key, r#"{"kind":"sesuatu"}"#)
}

/// The same, with this for a change.
fn saying(office: &str, key: &DeskKey, change: &str) -> PullAnswer {
    let origin = OriginId(Uuid::from_u128(77));
    let payload = format!(r#"{{"salt":"00","at":"2026-11-23T08:00:00","change":{change}}}"#).into_bytes();
    let before = Chain::empty(origin);
    let mut chain = before;
    let entry = chain.append(&office.into(), EntryId(Uuid::nil()), Stamp(1), AccountId(Uuid::nil()), Subject::Office, payload);
    let batch = Batch::pack(&office.into(), &before, [entry], key.sign(&chain)).encode().unwrap();
    let key = DeskKey::from_seed(&[7; 32]).public();
    PullAnswer { writers: vec![Writer { origin, key }], batches: vec![batch], more: false, parity: Parity([0; 16]) }
}

#[tokio::test]
async fn what_is_damaged_waits_for_a_person_and_what_is_newer_does_not() {
    for (change, told) in [
        (r#"{"kind":"sesuatu"}"#, None),
        (r#"{"kind":"office_revised","profile":{}}"#, Some("Catatan rusak")),
        ("null", Some("Catatan rusak")),
    ] {
        let (_dir, _, desk, _) = perbaungan();
        let (desk, client) = (Mutex::new(Some(desk)), Client::new().unwrap());
        let answer = saying("12.18.02", &DeskKey::from_seed(&[7; 32]), change);
        let server = speaking(DeskKey::from_seed(&[9; 32]), answer).await;
        enrol(&desk, &client, &Joining::new(&server, "KODE", PASSWORD), at(9, 0)).await.unwrap();
        round(&desk, &client, || at(9, 1)).await.unwrap();
        let desk = desk.into_inner().unwrap().unwrap();
        let review = desk.settings("0", at(9, 2)).unwrap().sync.review;
        assert_eq!(review.first().map(|item| item.what.as_str()), told, "{change}");
        assert!(review.iter().all(|item| item.reason.contains("catat ulang")), "{review:?}");
        assert!(desk.series().unwrap().len() == 2, "it is kept all the same");
    }
}

/// What a round with such a server comes to, and how many series the desk has after it, and how many entries wait.
async fn round_with(receipts: [u8; 32], answer: PullAnswer) -> (Result<u64, SyncFault>, usize, u64) {
    let (_dir, _, desk, _) = perbaungan();
    let desk = Mutex::new(Some(desk));
    let client = Client::new().unwrap();
    let server = speaking(DeskKey::from_seed(&receipts), answer).await;
    enrol(&desk, &client, &Joining::new(&server, "KODE", PASSWORD), at(9, 0)).await.unwrap();
    let moved = round(&desk, &client, || at(9, 1)).await.map(|moved| moved.received);
    let moved = moved.map_err(|error| fault(Err(error)));
    let desk = desk.into_inner().unwrap().unwrap();
    (moved, desk.series().unwrap().len(), desk.waiting().unwrap())
}

#[tokio::test]
async fn entries_of_another_office_or_with_a_forged_signature_are_not_stored() {
    let key = DeskKey::from_seed(&[7; 32]);
    let honest = round_with([9; 32], from_elsewhere("12.18.02", &key)).await;
    assert_eq!(honest, (Ok(1), 2, 0), "an entry of the own office comes in");
    let foreign = round_with([9; 32], from_elsewhere("12.18.03", &key)).await;
    assert_eq!(foreign, (Err(SyncFault::OtherOffice), 1, 0));
    let forged = round_with([9; 32], from_elsewhere("12.18.02", &DeskKey::from_seed(&[8; 32]))).await;
    assert_eq!(forged, (Err(SyncFault::Forged), 1, 0));
}

#[tokio::test]
async fn a_receipt_the_server_did_not_sign_counts_for_nothing() {
    let nothing = PullAnswer { writers: vec![], batches: vec![], more: false, parity: Parity([0; 16]) };
    let (moved, _, waiting) = round_with([1; 32], nothing).await;
    assert_eq!(moved, Err(SyncFault::Forged));
    assert!(waiting > 0, "everything goes on waiting");
}

#[tokio::test]
async fn a_desk_that_moves_to_another_server_sends_it_everything() {
    let (_dir, _, desk, _) = perbaungan();
    let (desk, client) = (Mutex::new(Some(desk)), Client::new().unwrap());
    let nothing = || PullAnswer { writers: vec![], batches: vec![], more: false, parity: Parity([0; 16]) };
    let mut sent = Vec::new();
    for seed in [[9; 32], [10; 32]] {
        let server = speaking_as(seed, DeskKey::from_seed(&seed), nothing()).await;
        let joining = Joining::new(&server, "KODE", PASSWORD);
        if let Err(DeskError::Sync(SyncFault::OtherServer(agreed))) = enrol(&desk, &client, &joining, at(9, 0)).await {
            enrol(&desk, &client, &Joining { agreed: &agreed, ..joining }, at(9, 0)).await.unwrap();
        }
        sent.push(round(&desk, &client, || at(9, 1)).await.unwrap().sent);
    }
    assert_eq!(sent[0] + 1, sent[1], "and that it was joined to another");
    assert!(sent[1] > 0, "a receipt of the first server counts for nothing at the second");
    desk.into_inner().unwrap().unwrap().verify().unwrap();
}

#[tokio::test]
async fn sync_that_needs_a_person_rests_until_one_has_looked() {
    let (_dir, _, desk, _) = perbaungan();
    let (desk, client) = (Mutex::new(Some(desk)), Client::new().unwrap());
    let nothing = PullAnswer { writers: vec![], batches: vec![], more: false, parity: Parity([0; 16]) };
    let server = speaking(DeskKey::from_seed(&[1; 32]), nothing).await;
    enrol(&desk, &client, &Joining::new(&server, "KODE", PASSWORD), at(9, 0)).await.unwrap();
    assert!(round(&desk, &client, || at(9, 1)).await.is_err(), "a forged receipt");
    assert_eq!(round(&desk, &client, || at(9, 2)).await.unwrap().sent, 0, "paused: nothing is tried");
    desk.lock().unwrap().as_mut().unwrap().resume_sync();
    assert!(round(&desk, &client, || at(9, 3)).await.is_err(), "tried again once a person said so");
}
