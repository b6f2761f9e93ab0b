//! A crowd of connections that say nothing keeps no desk waiting.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::desk::Desk;
use crate::server::Utama;

/// Far more than the server keeps, and with both ends in one process more files than one usually may have open.
const SILENT: usize = 2_000;
/// How long a desk may wait meanwhile.
const SOON: Duration = Duration::from_secs(2);

/// Lets this process, which holds both ends, have enough files open where the machine allows it.
fn with_room_for_both_ends() {
    const ENOUGH: u64 = 8_192;
    let limit = getrlimit(Resource::Nofile);
    if limit.current.is_some_and(|current| current < ENOUGH) {
        setrlimit(Resource::Nofile, Rlimit { current: Some(ENOUGH), ..limit }).unwrap();
    }
}

#[tokio::test]
async fn a_desk_is_answered_at_once_among_two_thousand_half_heads() {
    with_room_for_both_ends();
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    utama.enrol(&mut desk).await;
    let mut silent = Vec::with_capacity(SILENT);
    for _ in 0..SILENT {
        let mut stream = TcpStream::connect(utama.address()).await.unwrap();
        // One that was sent away meanwhile cannot be written to any more.
        let _ = stream.write_all(b"POST /sync/v1/push HTTP/1.1\r\nhost: x\r\n").await;
        silent.push(stream);
    }
    let begun = Instant::now();
    let length = desk.entries.len() as u64;
    assert_eq!(tokio::time::timeout(SOON, utama.pushed(&desk, desk.everything())).await.unwrap(), length);
    assert!(begun.elapsed() < SOON);
    let mut byte = [0];
    let first = tokio::time::timeout(SOON, silent[0].read(&mut byte)).await.unwrap();
    assert!(matches!(first, Ok(0) | Err(_)), "whoever waited longest made room");
    utama.stop().await;
}
