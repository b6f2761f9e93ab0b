//! Servers that are not what they should be: each is told apart, nothing is stored, everything goes on waiting.

use loket_desk::sync::{Client, SyncFault, enrol, round};
use loket_desk::{Desk, DeskError};
use std::sync::Mutex;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::fixture::{at, form, perbaungan};

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
    fault(enrol(desk, &Client::new().unwrap(), server, "KODE", at(9, 0)).await)
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
