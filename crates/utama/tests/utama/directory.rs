//! The directory: which offices there are, which are expected, and who may have a desk.

use loket_domain::office::OfficeKind;
use loket_domain::regions::KECAMATAN;
use loket_journal::{Digest, Entry, Payload, Recorded};
use loket_utama::store::GivenCode;
use loket_utama::{CodeOrder, ListedOffice, give_code};
use rstest::rstest;

use crate::both::Kind::{self, Postgres, Sqlite};
use crate::browser::Browser;
use crate::bundle::memory;
use crate::desk::Desk;
use crate::server::Utama;

async fn server(kind: Kind) -> Utama {
    match kind {
        Sqlite => Utama::start().await,
        Postgres => Utama::on(kind.database().0).await,
    }
}

#[rstest]
#[tokio::test]
async fn a_new_server_begins_with_the_kecamatan_that_come_with_the_app(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let listed = store.listed().await.unwrap();
    let listed: Vec<_> = listed.iter().map(|office| (office.code.as_str(), office.name.as_str(), office.kind)).collect();
    let shipped: Vec<_> = KECAMATAN.iter().map(|one| (one.code, one.name, OfficeKind::Kecamatan)).collect();
    assert_eq!(listed, shipped);
}

#[rstest]
#[tokio::test]
async fn an_office_is_kept_changed_and_let_go_only_while_nothing_is_of_it(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let office = ListedOffice {
        code: "12.18.71".into(),
        name: "Dinas Pendidikan".into(),
        kind: OfficeKind::Dinas,
        contact: "disdik@contoh.go.id".into(),
        retired: None,
    };
    store.list(office.clone()).await.unwrap();
    let retired = ListedOffice { retired: Some(7), contact: String::new(), ..office };
    store.list(retired.clone()).await.unwrap();
    assert_eq!(store.listed().await.unwrap().last(), Some(&retired));
    let code = GivenCode { hash: Digest([7; 32]), office: "12.18.71".into(), desk: "A".into(), expires: 1_000 };
    store.keep_code(code).await.unwrap();
    assert!(!store.unlist("12.18.71").await.unwrap(), "a code was given for it");
    assert!(store.unlist("12.18.17").await.unwrap() && !store.unlist("12.18.17").await.unwrap());
    let unused = store.unused_codes(999).await.unwrap();
    assert_eq!((unused.len(), unused[0].office.as_str(), unused[0].expires), (1, "12.18.71", 1_000));
    assert!(store.unused_codes(1_000).await.unwrap().is_empty(), "it has ended");
    assert!(store.take_back(Digest([7; 32]), 500).await.unwrap() && !store.take_back(Digest([7; 32]), 500).await.unwrap());
    assert!(store.unused_codes(500).await.unwrap().is_empty());
    for nowhere in ["99.99.99", "12.18.02\0"] {
        assert!(!store.unlist(nowhere).await.unwrap());
    }
}

#[rstest]
#[tokio::test]
async fn a_dinas_goes_from_the_directory_to_its_desk_and_is_called_by_its_name_everywhere(
    #[values(Sqlite, Postgres)] kind: Kind,
) {
    let mut utama = server(kind).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/meja").await;
    let unlisted = admin.post(&utama, "/meja", &[("office", "12.18.71"), ("desk", "A")]).await;
    assert!(unlisted.status == 422 && unlisted.text().contains("tidak ada di direktori"), "{}", unlisted.text());
    let boxes = [("code", "12.18.71"), ("name", "Dinas Pendidikan"), ("kind", ""), ("contact", "disdik@contoh.go.id")];
    assert_eq!(admin.post(&utama, "/direktori", &boxes).await.status, 303);
    let page = admin.get(&utama, "/direktori").await.text();
    assert!(page.contains("Dinas Pendidikan") && page.contains("ditunggu, belum punya meja"), "{page}");
    let given = admin.post(&utama, "/meja", &[("office", "dinas pendidikan"), ("desk", "A")]).await.text();
    assert!(given.contains("Kode untuk Dinas Pendidikan, meja A") && given.contains("Kode yang belum dipakai"), "{given}");
    assert!(admin.get(&utama, "/direktori").await.text().contains("ditunggu, 1 kode belum dipakai"));

    let mut desk = Desk::new(9, "12.18.71", "Dinas Pendidikan", "A");
    desk.establish();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    for path in ["/", "/kantor/12.18.71", "/meja", "/direktori", "/kantor.csv"] {
        let page = admin.get(&utama, path).await.text();
        assert!(page.contains("Dinas Pendidikan") && !page.contains("Kantor Camat Dinas"), "{path}: {page}");
    }
    let boxes = [("login", "budi"), ("name", "Budi Rekaan"), ("role", "verifikator"), ("offices", "Dinas Pendidikan")];
    let page = admin.post(&utama, "/akun", &boxes).await.text();
    assert!(page.contains("Dinas Pendidikan"), "{page}");
}

#[rstest]
#[tokio::test]
async fn who_is_missing_is_said_and_whoever_is_retired_is_not_waited_for(#[values(Sqlite, Postgres)] kind: Kind) {
    let mut utama = server(kind).await;
    let mut desk = Desk::perbaungan();
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let page = admin.get(&utama, "/").await.text();
    assert!(page.contains("16 kantor belum punya meja") && page.contains("Kantor Camat Silinda"), "{page}");
    assert_eq!(admin.post(&utama, "/direktori/12.18.11/pensiun", &[]).await.status, 303);
    assert_eq!(admin.post(&utama, "/direktori/12.18.02/pensiun", &[]).await.status, 303);
    let page = admin.get(&utama, "/").await.text();
    assert!(page.contains("15 kantor belum punya meja") && !page.contains("Kantor Camat Silinda"), "{page}");
    assert!(page.contains("Kantor Camat Perbaungan"), "its requests stay");
    let store = memory(&utama).await;
    let order = CodeOrder { office: "Perbaungan".into(), desk: "B".into(), days: 7 };
    let refused = give_code(store.as_ref(), 0, &order).await.unwrap_err().to_string();
    assert!(refused.contains("sudah tidak aktif"), "{refused}");
    assert_eq!(admin.post(&utama, "/direktori/12.18.02/aktif", &[]).await.status, 303);
    give_code(store.as_ref(), 0, &order).await.unwrap();
    assert_eq!(admin.post(&utama, &format!("/kantor/12.18.02/meja/{}/cabut", desk.origin.0), &[]).await.status, 303);
    assert!(admin.get(&utama, "/").await.text().contains("dicabut"), "an office whose only desk is turned away looks so");
    utama.set("2026-12-28", 9);
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    assert!(admin.get(&utama, "/").await.text().contains("<span class=\"tone overdue\">"), "long silence has a colour");
}

#[rstest]
#[tokio::test]
async fn a_code_that_is_out_is_seen_and_taken_back(#[values(Sqlite, Postgres)] kind: Kind) {
    let utama = server(kind).await;
    let code = utama.code("12.18.02", "A").await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let page = admin.get(&utama, "/meja").await.text();
    assert!(page.contains("Kode yang belum dipakai") && !page.contains(&code), "{page}");
    let path = page.split_once("action=\"/kantor/12.18.02/kode/").unwrap().1.split('"').next().unwrap();
    let path = format!("/kantor/12.18.02/kode/{path}");
    assert!(admin.post_once(&utama, &path, &[]).await.text().contains("Batalkan kode ini?"));
    assert_eq!(admin.post(&utama, &path, &[]).await.status, 303);
    assert!(!admin.get(&utama, "/meja").await.text().contains("Kode yang belum dipakai"));
    assert!(utama.ask_to_enrol(&Desk::perbaungan(), &code).await.is_err(), "it opens nothing any more");
    assert_eq!(admin.post(&utama, &path, &[]).await.status, 404);
}

#[tokio::test]
async fn another_regency_is_listed_at_once_and_a_wrong_line_is_named() {
    let utama = server(Sqlite).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/direktori").await;
    let wrong = admin.post(&utama, "/direktori", &[("lines", "33.74.01;Semarang Tengah\n33.74;Semarang Barat")]).await;
    assert!(wrong.status == 422 && wrong.text().contains("Baris 2:") && wrong.text().contains("33.74;Semarang Barat"));
    let lines = "33.74.01;Semarang Tengah\n33.74.71;Dinas Kesehatan;;dinkes@contoh.go.id";
    assert_eq!(admin.post(&utama, "/direktori", &[("lines", lines)]).await.status, 303);
    let page = admin.get(&utama, "/direktori").await.text();
    assert!(page.contains("Kantor Camat Semarang Tengah") && page.contains("Dinas Kesehatan"), "{page}");
    let given = admin.post(&utama, "/meja", &[("office", "33.74.01"), ("desk", "A")]).await.text();
    assert!(given.contains("Kode untuk Kantor Camat Semarang Tengah"), "{given}");
}

#[rstest]
#[tokio::test]
async fn an_office_that_is_retired_with_open_cases_is_told_so_before_and_after(#[values(Sqlite, Postgres)] kind: Kind) {
    let mut utama = server(kind).await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let told = "1 permohonan belum dijawab";
    assert!(admin.get(&utama, "/direktori/12.18.02").await.text().contains(told));
    assert!(!admin.get(&utama, "/direktori/12.18.04").await.text().contains("belum dijawab"), "nothing is open there");
    let retired = admin.post(&utama, "/direktori/12.18.02/pensiun", &[]).await;
    assert!(retired.status == 303 && retired.head.contains("location: /direktori/12.18.02"), "{}", retired.head);
    let page = admin.get(&utama, "/direktori/12.18.02").await.text();
    assert!(page.contains("tidak aktif") && page.contains(told) && page.contains("Batas waktunya tetap berjalan"), "{page}");
}

#[rstest]
#[tokio::test]
async fn the_directory_is_published_to_the_desks_as_it_is_listed(#[values(Sqlite, Postgres)] kind: Kind) {
    let mut utama = server(kind).await;
    let mut desk = Desk::perbaungan();
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/direktori").await;
    let dinas = [("code", "12.18.71"), ("name", "Dinas Pendidikan"), ("kind", ""), ("contact", "disdik@contoh.go.id")];
    assert_eq!(admin.post(&utama, "/direktori", &dinas).await.status, 303);
    assert_eq!(admin.post(&utama, "/direktori/12.18.02/pensiun", &[]).await.status, 303);
    let form = admin.get(&utama, "/paket/baru/direktori").await.text();
    assert!(form.contains("12.18.71;Dinas Pendidikan;Dinas") && !form.contains("12.18.02;"), "{form}");
    let boxes = [("title", "Direktori"), ("basis", "SK 1"), ("isi", "12.18.02;Perbaungan\n12.18.71;Dinas Pendidikan")];
    let wrong = [&boxes[..2], &[("isi", "12.18.71;Dinas Pendidikan;kerajaan")]].concat();
    let refused = admin.post(&utama, "/paket/baru/direktori", &wrong).await;
    assert!(refused.status == 422 && refused.text().contains("Baris 1") && refused.text().contains("kerajaan"));
    let publish = [&boxes[..], &[("langkah", "terbitkan"), ("versi", "1")]].concat();
    assert_eq!(admin.post(&utama, "/paket/baru/direktori", &publish).await.status, 303);
    assert!(admin.get(&utama, "/paket").await.text().contains("0 dari 1 kantor"));
    let epoch = utama.epoch.unwrap();
    utama.hello(&desk, epoch, &[desk.after(desk.entries.len())]).await;
    let (received, _) = utama.pulled(&desk, vec![]).await;
    let kinds: Vec<String> = received.iter().map(kind_of).collect();
    assert_eq!(kinds, ["directory_received"]);
    let page = admin.get(&utama, "/paket/direktori").await.text();
    assert!(page.contains("Semua kantor sudah menerapkannya"), "{page}");
}

fn kind_of(entry: &Entry) -> String {
    match Payload::read(&entry.payload).unwrap().recorded() {
        Recorded::Known(change) => change.kind().to_owned(),
        other => panic!("{other:?}"),
    }
}
