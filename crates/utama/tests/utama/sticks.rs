//! Files of desks without a link, as the staff of PPID Utama reads them in.

use loket_journal::bundle::{LARGEST_BUNDLE, Mark, PartAnswer};
use loket_journal::protocol::{PushAnswer, Writer};
use loket_journal::{Chain, Parity};
use loket_utama::Acknowledged;
use rstest::rstest;

use crate::both::Kind::{self, Postgres, Sqlite};
use crate::browser::Browser;
use crate::bundle::{memory, opened, sealed, server};
use crate::desk::{APPLICANT, Desk};
use crate::postgres::Cluster;
use crate::server::Utama;

async fn with_a_desk() -> (Utama, Desk, Writer) {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    let server = server(memory(&utama).await.as_ref()).await;
    (utama, desk, server)
}

#[tokio::test]
async fn a_file_is_read_in_and_its_acknowledgment_downloaded() {
    let (utama, desk, server) = with_a_desk().await;
    let mut browser = Browser::signed_in(&utama, "vera", "verifikator", &[]).await;
    let page = browser.get(&utama, "/berkas-meja").await.text();
    assert!(page.contains("Baca berkas") && page.contains("href=\"/berkas-meja\" aria-current"), "{page}");
    let answer = browser.post_file(&utama, "/berkas-meja", &sealed(&desk, &server)).await;
    assert_eq!(answer.status, 200);
    let page = answer.text();
    assert!(page.contains("Perbaungan"), "{page}");
    assert!(page.contains("4 catatan baru diterima") && !page.contains(APPLICANT), "{page}");

    let path = format!("/kantor/12.18.02/meja/{}/balasan", desk.origin.0);
    assert!(page.contains(&path));
    let file = browser.get(&utama, &path).await;
    assert!(file.head.contains("attachment; filename=\"balasan-12.18.02-a-2026-11-23.lku\""), "{}", file.head);
    let acknowledgment = opened(&desk, &server, &file.body);
    let receipt = acknowledgment.standing.receipt;
    receipt.verify(desk.origin, &server.key).unwrap();
    assert_eq!((receipt.seq, receipt.hash), (4, desk.after(4).head));
    assert!(matches!(acknowledgment.parts[..], [(_, PartAnswer::Answered(PushAnswer::Taken { .. }))]));
    assert_eq!(acknowledgment.mark, Mark { heard: Parity([1; 16]), read: Parity([2; 16]) });
    assert_eq!(acknowledgment.pulled.iter().map(|answer| answer.batches.len()).sum::<usize>(), 0, "nothing it has already");

    let again = browser.post_file(&utama, "/berkas-meja", &sealed(&desk, &server)).await.text();
    assert!(again.contains("Tidak ada catatan baru"), "{again}");
    assert!(utama.page("/kantor/12.18.02").await.contains("001/"), "the monitor shows it");
    let log = utama.page("/catatan-akses").await;
    assert!(log.contains("membaca berkas meja") && log.contains("vera"), "{log}");
}

#[tokio::test]
async fn a_file_is_refused_with_the_reason_and_nothing_is_taken() {
    let (utama, desk, server) = with_a_desk().await;
    let (store, file) = (memory(&utama).await, sealed(&desk, &server));
    let mut admin = Browser::signed_in(&utama, "ani", "admin", &[]).await;
    let mut other_office = Desk::perbaungan();
    other_office.office.profile.code = "12.18.04".into();
    let mut changed = file.clone();
    changed[400] ^= 1;
    let mut stranger = Desk::new(9, "12.18.02", "Perbaungan", "Z");
    stranger.establish();
    let forged = {
        // A stick made by somebody else in the desk's name.
        let mut thief = Desk::perbaungan();
        thief.key = Desk::new(9, "12.18.02", "Perbaungan", "A").key;
        sealed(&thief, &server)
    };
    let foreign = Writer { origin: stranger.origin, key: stranger.key.public() };
    let cases = [
        (file[..100].to_vec(), "rusak atau terpotong"),
        (changed, "rusak atau terpotong"),
        (sealed(&stranger, &server), "tidak terdaftar"),
        (forged, "tidak ditandatangani"),
        (sealed(&other_office, &server), "menyebut kantor lain"),
        (sealed(&desk, &foreign), "PPID Utama lain"),
        (b"Surat biasa".to_vec(), "bukan berkas sinkron"),
        (vec![], "bukan berkas sinkron"),
    ];
    for (file, said) in cases {
        let answer = admin.post_file(&utama, "/berkas-meja", &file).await;
        assert_eq!(answer.status, 422, "{said}");
        assert!(answer.text().contains(said), "{said}: {}", answer.text());
    }
    let large = admin.post_file(&utama, "/berkas-meja", &vec![0; LARGEST_BUNDLE + (512 << 10)]).await;
    assert!(large.status == 413 && large.text().contains("terlalu besar"));
    store.revoke(desk.origin, 600).await.unwrap();
    let revoked = admin.post_file(&utama, "/berkas-meja", &file).await;
    assert!(revoked.status == 422 && revoked.text().contains("sudah dicabut"), "{}", revoked.text());
    assert!(store.entries("12.18.02").await.unwrap().is_empty() && store.sticks().await.unwrap().is_empty());
}

#[tokio::test]
async fn only_who_works_for_the_office_reads_its_files_in_and_only_on_our_form() {
    let (utama, desk, server) = with_a_desk().await;
    let (store, file) = (memory(&utama).await, sealed(&desk, &server));
    let mut elsewhere = Browser::signed_in(&utama, "vina", "verifikator", &["12.18.04"]).await;
    assert_eq!(elsewhere.post_file(&utama, "/berkas-meja", &file).await.status, 403);
    let mut auditor = Browser::signed_in(&utama, "audi", "auditor", &[]).await;
    assert_eq!(auditor.post_file(&utama, "/berkas-meja", &file).await.status, 403);
    let mut tricked = Browser::signed_in(&utama, "vera", "verifikator", &[]).await;
    tricked.token = "0".repeat(64);
    assert_eq!(tricked.post_file(&utama, "/berkas-meja", &file).await.status, 403);
    assert!(store.entries("12.18.02").await.unwrap().is_empty());
    let mut local = Browser::signed_in(&utama, "vika", "verifikator", &["12.18.02"]).await;
    assert_eq!(local.post_file(&utama, "/berkas-meja", &file).await.status, 200);
    let path = format!("/kantor/12.18.02/meja/{}/balasan", desk.origin.0);
    assert_eq!(elsewhere.get(&utama, &path).await.status, 403);
    assert!(!elsewhere.get(&utama, "/berkas-meja").await.text().contains("Unduh"), "nor is it listed there");
    assert_eq!(local.get(&utama, &path.replace(&desk.origin.0.to_string(), "tiada")).await.status, 404);
}

#[rstest]
#[tokio::test]
async fn the_last_acknowledgment_of_a_desk_is_kept(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let desk = Desk::perbaungan();
    assert_eq!(store.acknowledgment(desk.origin).await.unwrap(), None);
    let of = |desk: &Desk, file: &[u8], more| Acknowledged {
        office: "12.18.02".into(),
        desk: desk.code.into(),
        origin: desk.origin,
        taken: 4,
        refused: 1,
        returned: 2,
        more,
        file: file.to_vec(),
    };
    let other = Desk::new(2, "12.18.02", "Perbaungan", "B");
    for (desk, file, more, at) in [(&desk, b"one", false, 100), (&other, b"two", false, 200), (&desk, b"new", true, 300)] {
        store.keep_acknowledgment(&of(desk, file, more), at).await.unwrap();
    }
    assert_eq!(store.acknowledgment(desk.origin).await.unwrap().as_deref(), Some(b"new".as_slice()));
    let rows = store.sticks().await.unwrap();
    assert_eq!(store.stick(desk.origin).await.unwrap().as_ref(), Some(&rows[0]));
    assert_eq!(store.stick(Desk::new(9, "12.18.02", "Perbaungan", "C").origin).await.unwrap(), None);
    let told: Vec<_> = rows.iter().map(|row| (row.desk.as_str(), row.at, row.more)).collect();
    assert_eq!(told, [("A", 300, true), ("B", 200, false)]);
    assert_eq!((rows[0].origin, rows[0].taken, rows[0].refused, rows[0].returned), (desk.origin, 4, 1, 2));
    assert_eq!(rows[0].office, "12.18.02");
}

#[tokio::test]
async fn a_file_is_taken_by_a_server_on_postgres_too() {
    let mut utama = Utama::on(Cluster::shared().database()).await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    let server = server(memory(&utama).await.as_ref()).await;
    let mut browser = Browser::signed_in(&utama, "vera", "verifikator", &[]).await;
    let answer = browser.post_file(&utama, "/berkas-meja", &sealed(&desk, &server)).await;
    assert!(answer.text().contains("4 catatan baru diterima"), "{}", answer.text());
    assert_eq!(memory(&utama).await.series("12.18.02").await.unwrap()[0].chain(), Chain { ..desk.after(4) });
}
