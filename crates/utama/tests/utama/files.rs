//! Attached files at PPID Utama: who may open them, and what a server without room, or with a bucket, does with them.

use loket_domain::attachment::{Attachment, AttachmentPurpose, MediaType};
use loket_domain::change::{Change, RequestChange};
use loket_domain::ids::RequestId;
use loket_domain::request::Command;
use loket_journal::protocol::{LARGEST_PIECE_MESSAGE, ObjectPiece, PUT_OBJECT_PATH, PieceAnswer, RefusalKind};
use loket_journal::{Digest, Subject};

use crate::browser::Browser;
use crate::desk::{Desk, forwarding};
use crate::http::send;
use crate::server::{Utama, bearer, refused_or};

const SCAN: &[u8] = b"%PDF-1.7 pindaian rekaan";

fn attach(desk: &mut Desk, request: RequestId, size: u64) {
    let (digest, name) = (Digest::of_object(SCAN).to_string(), "KTP warga é.pdf".to_owned());
    let file = Attachment { digest, name, media_type: MediaType::Pdf, kind: None, size, purpose: AttachmentPurpose::Identity };
    desk.write(
        "2026-11-24",
        Subject::Request(request),
        &Change::Request(RequestChange::AttachmentAdded { on: "2026-11-24".parse().unwrap(), file }),
    );
}

async fn put(utama: &Utama, desk: &Desk, message: &[u8]) -> Result<PieceAnswer, RefusalKind> {
    let answer = send(utama.address(), "POST", PUT_OBJECT_PATH, &[bearer(desk)], message).await;
    refused_or(answer, |answer| postcard::from_bytes(&answer.body).unwrap())
}

fn scan() -> Vec<u8> {
    ObjectPiece { digest: Digest::of_object(SCAN), offset: 0, bytes: SCAN }.write()
}

#[tokio::test]
async fn a_scan_of_a_forwarded_request_is_opened_by_those_who_read_it_on_record() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    let (open, kept) = (desk.register("2026-11-23"), desk.register("2026-11-23"));
    desk.decide("2026-11-24", open, Command::Forward(forwarding()));
    attach(&mut desk, open, SCAN.len() as u64);
    attach(&mut desk, kept, SCAN.len() as u64);
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    utama.set("2026-11-25", 9);
    let (mut reader, mut auditor) =
        (Browser::signed_in(&utama, "siti", "verifikator", &[]).await, Browser::signed_in(&utama, "awas", "auditor", &[]).await);
    let file = |request: RequestId| format!("/kantor/12.18.02/penerusan/{}/berkas/{}", request.0, Digest::of_object(SCAN));
    let away = reader.get(&utama, &file(open)).await;
    assert!(away.status == 404 && away.text().contains("belum ada di PPID Utama"));
    assert!(matches!(put(&utama, &desk, &scan()).await, Ok(PieceAnswer::Whole(_))));

    let case = reader.get(&utama, &format!("/kantor/12.18.02/penerusan/{}", open.0)).await.text();
    assert!(case.contains(&file(open)) && case.contains("Identitas pemohon"));
    let answer = reader.get(&utama, &file(open)).await;
    assert_eq!((answer.status, answer.body.as_slice()), (200, SCAN));
    for header in [
        "content-type: application/pdf",
        "content-disposition: attachment; filename*=utf-8''ktp%20warga%20%c3%a9.pdf",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
    ] {
        assert!(answer.head.contains(header), "{header} not in {}", answer.head);
    }
    assert!(auditor.get(&utama, "/catatan-akses").await.text().contains("membuka berkas permohonan yang diteruskan"));
    assert_eq!(auditor.get(&utama, &file(open)).await.status, 403);
    assert_eq!(reader.get(&utama, &file(kept)).await.status, 404, "never forwarded");
    // Everyone who watches sees that there is a file, and not what it is called.
    for request in [open, kept] {
        let page = auditor.get(&utama, &format!("/kantor/12.18.02/permohonan/{}", request.0)).await.text();
        assert!(page.contains("Identitas pemohon") && !page.contains("KTP") && !page.contains("/berkas/"), "{page}");
    }
}

#[tokio::test]
async fn whoever_says_another_length_of_a_file_keeps_nobody_from_sending_it() {
    let whole = SCAN.len() as u64;
    for lies in [vec![1], vec![whole - 1], vec![whole + 1], vec![2 << 30, 3, whole + 7]] {
        let mut utama = Utama::start().await;
        let mut desk = Desk::perbaungan();
        let request = desk.register("2026-11-23");
        lies.iter().for_each(|lie| attach(&mut desk, request, *lie));
        attach(&mut desk, request, whole);
        utama.enrol(&mut desk).await;
        utama.pushed(&desk, desk.everything()).await;
        let digest = Digest::of_object(SCAN);
        let piece = |from: usize, to: usize| ObjectPiece { digest, offset: from as u64, bytes: &SCAN[from..to] }.write();
        // Cut just where the lie says that it ends.
        for lie in lies.iter().copied().filter(|lie| *lie < whole) {
            let at = usize::try_from(lie).unwrap();
            assert_eq!(put(&utama, &desk, &piece(0, at)).await, Ok(PieceAnswer::Begun(lie)), "{lies:?}");
            assert!(matches!(put(&utama, &desk, &piece(at, SCAN.len())).await, Ok(PieceAnswer::Whole(_))), "{lies:?}");
        }
        assert!(matches!(put(&utama, &desk, &scan()).await, Ok(PieceAnswer::Whole(_))), "{lies:?}");
    }
}

#[tokio::test]
async fn a_two_gigabyte_scan_is_refused_whatever_its_entry_says() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    attach(&mut desk, request, 2 << 30);
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    assert_eq!(put(&utama, &desk, &scan()).await, Err(RefusalKind::ObjectSize));
    let flood = vec![0; LARGEST_PIECE_MESSAGE + 1];
    assert_eq!(put(&utama, &desk, &flood).await, Err(RefusalKind::ObjectSize));
    utama.pushed(&desk, desk.everything()).await;
}
