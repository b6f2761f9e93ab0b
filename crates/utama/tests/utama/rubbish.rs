//! Whatever is thrown at the server, it answers with a no of the protocol and goes on.

use loket_journal::LARGEST_BATCH;
use loket_journal::protocol::{ENROL_PATH, PULL_PATH, PUSH_PATH, RefusalKind, RefusalMessage};

use crate::desk::Desk;
use crate::http::{raw, send};
use crate::server::{Utama, bearer, refused_or};

async fn enrolled() -> (Utama, Desk) {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    utama.enrol(&mut desk).await;
    (utama, desk)
}

#[tokio::test]
async fn a_bomb_is_not_unpacked() {
    let (utama, desk) = enrolled().await;
    let swollen = zstd::bulk::compress(&vec![0; 64 << 20], 3).unwrap();
    let bomb = [b"LKB1".as_slice(), &swollen].concat();
    assert_eq!(utama.push(&desk, bomb).await.unwrap_err(), RefusalKind::Batch);
}

#[tokio::test]
async fn a_batch_that_is_too_large_is_refused() {
    let (utama, desk) = enrolled().await;
    assert_eq!(utama.push(&desk, vec![0; LARGEST_BATCH]).await.unwrap_err(), RefusalKind::Batch);
    let head = format!("POST {PUSH_PATH} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{}\r\n", bearer(&desk));
    let announced = format!("{head}content-length: {}\r\n\r\n", LARGEST_BATCH + 1);
    let answer = raw(utama.address(), &[announced.as_bytes(), &vec![0; LARGEST_BATCH + 1]].concat()).await;
    assert_eq!((answer.status, answer.json::<RefusalMessage>().refused), (413, RefusalKind::Batch));
}

#[tokio::test]
async fn a_stranger_who_sends_a_whole_batch_still_reads_why_not() {
    let (utama, mut desk) = enrolled().await;
    desk.token = "0".repeat(64);
    assert_eq!(utama.push(&desk, vec![0; LARGEST_BATCH]).await.unwrap_err(), RefusalKind::NotEnrolled);
}

#[tokio::test]
async fn rubbish_bodies_are_refused_on_every_path() {
    let (utama, desk) = enrolled().await;
    let deep = "[".repeat(16_000).into_bytes();
    let bodies: Vec<Vec<u8>> = vec![
        vec![],
        b"{}".to_vec(),
        b"null".to_vec(),
        b"LKB1".to_vec(),
        vec![0xff; 1000],
        br#"{"have":[["x",-1]]}"#.to_vec(),
        br#"{"have":[["00000000-0000-0000-0000-000000000001",18446744073709551616]]}"#.to_vec(),
        br#"{"code":"a","office":"b","desk":"c","origin":"d","key":"e"}"#.to_vec(),
        deep,
    ];
    for body in bodies {
        for (path, kind) in
            [(ENROL_PATH, RefusalKind::Message), (PULL_PATH, RefusalKind::Message), (PUSH_PATH, RefusalKind::Batch)]
        {
            let answer = send(utama.address(), "POST", path, &[bearer(&desk)], &body).await;
            assert_eq!(refused_or(answer, |_| ()), Err(kind), "{path} {body:?}");
        }
    }
    let long = send(utama.address(), "POST", ENROL_PATH, &[], &vec![b' '; 1 << 20]).await;
    assert_eq!((long.status, long.json::<RefusalMessage>().refused), (413, RefusalKind::Message));
}

#[tokio::test]
async fn no_cut_and_no_flipped_byte_of_a_batch_gets_through() {
    let (utama, desk) = enrolled().await;
    let good = desk.everything();
    for at in (0..good.len()).step_by(7) {
        let mut flipped = good.clone();
        flipped[at] ^= 0x55;
        assert!(utama.push(&desk, flipped).await.is_err(), "flipped at {at}");
        assert_eq!(utama.push(&desk, good[..at].to_vec()).await.unwrap_err(), RefusalKind::Batch, "cut at {at}");
    }
    utama.pushed(&desk, good).await;
}

#[tokio::test]
async fn another_path_or_method_is_no_message_of_the_protocol() {
    let (utama, _) = enrolled().await;
    for (method, path, status) in [("GET", PUSH_PATH, 405), ("POST", "/sync/v2/push", 404), ("DELETE", "/sync/v1/", 404)] {
        let answer = send(utama.address(), method, path, &[], b"").await;
        assert_eq!((answer.status, answer.json::<RefusalMessage>().refused), (status, RefusalKind::Message), "{method} {path}");
    }
}

#[tokio::test]
async fn bytes_that_are_not_http_do_not_stop_the_server() {
    let (utama, desk) = enrolled().await;
    let answer = raw(utama.address(), b"\x16\x03\x01 hello\r\n\r\n").await;
    assert_eq!(answer.status, 400);
    utama.pushed(&desk, desk.everything()).await;
}
