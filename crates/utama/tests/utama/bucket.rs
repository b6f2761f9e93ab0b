//! Attached files in a bucket of a real S3 server.

use hyper_util::rt::{TokioExecutor, TokioIo};
use loket_domain::attachment::{Attachment, AttachmentPurpose, MediaType};
use loket_domain::change::{Change, RequestChange};
use loket_journal::protocol::{GET_OBJECT_PATH, ObjectPiece, PUT_OBJECT_PATH, PartAsked, PieceAnswer};
use loket_journal::{Digest, Subject};
use loket_utama::{ObjectPlace, S3Access, check_objects};
use std::net::SocketAddr;
use std::path::Path;
use tokio::net::TcpListener;

use crate::desk::Desk;
use crate::http::send;
use crate::server::{Utama, bearer};

/// An S3 server with one bucket, `ppid`, which opens to one key.
async fn bucket(folder: &Path) -> SocketAddr {
    std::fs::create_dir(folder.join("ppid")).unwrap();
    let mut server = s3s::service::S3ServiceBuilder::new(s3s_fs::FileSystem::new(folder).unwrap());
    server.set_auth(s3s::auth::SimpleAuth::from_single("kunci", "rahasia"));
    let service = server.build().into_shared();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                let connection = hyper_util::server::conn::auto::Builder::new(TokioExecutor::new());
                // A client that goes away ends it.
                let _ = connection.serve_connection(TokioIo::new(socket), service).await;
            });
        }
    });
    address
}

fn place(address: SocketAddr, secret: &str) -> ObjectPlace {
    let access = || Some(S3Access { key_id: "kunci".into(), secret: secret.into() });
    ObjectPlace::read(&format!("s3://ppid/utama?endpoint=http://{address}&region=id-1"), access).unwrap()
}

fn desk_with_scan(scan: &[u8]) -> Desk {
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    let (digest, name) = (Digest::of_object(scan).to_string(), "ktp.pdf".to_owned());
    let (size, purpose) = (scan.len() as u64, AttachmentPurpose::Identity);
    let file = Attachment { digest, name, media_type: MediaType::Pdf, kind: None, size, purpose };
    let change = Change::Request(RequestChange::AttachmentAdded { on: "2026-11-24".parse().unwrap(), file });
    desk.write("2026-11-24", Subject::Request(request), &change);
    desk
}

async fn put(utama: &Utama, desk: &Desk, piece: ObjectPiece<'_>) -> (u16, Option<PieceAnswer>) {
    let answer = send(utama.address(), "POST", PUT_OBJECT_PATH, &[bearer(desk)], &piece.write()).await;
    (answer.status, postcard::from_bytes(&answer.body).ok())
}

#[tokio::test]
async fn a_scan_goes_into_a_bucket_piece_by_piece_and_comes_out_in_parts() {
    let folder = tempfile::tempdir().unwrap();
    let address = bucket(folder.path()).await;
    let scan: Vec<u8> = b"%PDF-1.7 ".iter().copied().cycle().take(300_000).collect();
    let mut desk = desk_with_scan(&scan);
    let mut utama = Utama::with_objects(place(address, "rahasia")).await;
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let digest = Digest::of_object(&scan);
    let (first, rest) = scan.split_at(200_000);
    assert_eq!(put(&utama, &desk, ObjectPiece { digest, offset: 0, bytes: first }).await.1, Some(PieceAnswer::Begun(200_000)));
    utama.restart().await;
    let whole = put(&utama, &desk, ObjectPiece { digest, offset: 200_000, bytes: rest }).await;
    assert!(matches!(whole, (200, Some(PieceAnswer::Whole(_)))), "{whole:?}");

    let asked = PartAsked { digest, offset: 65_000, room: 100_000, skip: 0 };
    let body = postcard::to_allocvec(&asked).unwrap();
    let part = send(utama.address(), "POST", GET_OBJECT_PATH, &[bearer(&desk)], &body).await;
    assert_eq!(PartAsked::split(&part.body).unwrap().1, &scan[65_000..165_000]);
    let kept: Vec<_> = walk(&folder.path().join("ppid"));
    assert_eq!(kept.len(), 1, "the pieces are gone: {kept:?}");
    assert!(!std::fs::read(&kept[0]).unwrap().windows(9).any(|bytes| bytes == b"%PDF-1.7 "), "and the whole is sealed");

    let store = utama.database().open(loket_domain::calendar::Calendar::shipped().unwrap(), 0).await.unwrap();
    let mut checked = loket_utama::Checked::default();
    check_objects(store.as_ref(), &place(address, "rahasia"), &mut checked).await.unwrap();
    assert_eq!((checked.files, checked.findings.len()), (1, 0));
    std::fs::remove_file(&kept[0]).unwrap();
    check_objects(store.as_ref(), &place(address, "rahasia"), &mut checked).await.unwrap();
    assert!(checked.findings[0].to_string().contains("hilang atau rusak"));
}

#[tokio::test]
async fn a_bucket_that_does_not_open_makes_desks_wait_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let address = bucket(folder.path()).await;
    let scan = b"%PDF-1.7 pindaian".to_vec();
    let mut desk = desk_with_scan(&scan);
    let mut utama = Utama::with_objects(place(address, "bukan rahasia")).await;
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let digest = Digest::of_object(&scan);
    assert_eq!(put(&utama, &desk, ObjectPiece { digest, offset: 0, bytes: &scan }).await.0, 503);
    utama.pushed(&desk, desk.everything()).await;
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { found.extend(walk(&entry)) } else { found.push(entry) }
    }
    found
}
