//! Objections, catalogue, what is kept closed, surveys and yearly reports: told to both databases, and shown without anybody's name.

use loket_domain::ids::{ClassificationId, RequestId};
use loket_journal::{Matter, Subject};
use loket_utama::projection::{MatterContent, MatterKind};
use loket_utama::store::Page;
use loket_utama::{EVERY_ROW, MatterNarrowing, MatterOrder, Reach};
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::both::Kind::{self, Postgres, Sqlite};
use crate::browser::Browser;
use crate::desk::{ADDRESS, APPLICANT, Desk, NIK, worksheet};
use crate::oversight::{only, take};
use crate::scripted::object;
use crate::server::Utama;

/// Writes what happened to a matter, as a desk keeps it.
pub fn tell(desk: &mut Desk, day: &str, matter: Matter, id: u128, change: Value) {
    desk.write(day, Subject::matter(matter, Uuid::from_u128(id)), &serde_json::from_value(change).unwrap());
}

/// An item of the catalogue.
pub fn item(summary: &str, category: &str, published_on: &str) -> Value {
    json!({"kind": "dip_item_listed", "item": {
        "summary": summary, "category": category, "holder": "Seksi Pelayanan", "responsible": "Camat",
        "made": "Januari 2026, Perbaungan", "format": "Cetak", "retention": "5 tahun", "link": "https://contoh.go.id/rencana",
        "published_on": published_on
    }})
}

fn survey(day: &str, answers: [u8; 9]) -> Value {
    json!({"kind": "survey_answered", "response": {
        "on": day, "answers": answers, "gender": "Perempuan", "education": "SMA", "occupation": APPLICANT
    }})
}

fn report(year: i32, frozen_on: &str) -> Value {
    json!({"kind": "report_frozen", "report": {
        "letter_number": format!("LAP/{year}"), "letter_date": frozen_on, "signed_by": Uuid::from_u128(1), "cc": [], "year": year,
        "frozen_on": frozen_on, "figures": {"requests": 41, "in_time": 38, "late": 3, "objections": 2}, "satisfaction": [12, 8125, "b"],
        "chapters": {"policy": "a", "facilities": "b", "staff": "c", "budget": "d", "obstacles_outside": "e", "obstacles_inside": "f",
            "recommendations": "g"}
    }})
}

pub fn decreed(desk: &mut Desk, id: u128, number: &str) {
    let test = ClassificationId(Uuid::from_u128(id));
    desk.test("2026-11-20", test, worksheet("2026-11-20"));
    let approved = json!({"kind": "consequence_test_approved", "on": "2026-11-21", "by": "Bupati Rekaan"});
    tell(desk, "2026-11-21", Matter::Classification, id, approved);
    if !number.is_empty() {
        let decree = json!({"kind": "classification_decreed", "decree": {"letter_number": number, "letter_date": "2026-11-23",
            "signed_by": Uuid::from_u128(1), "cc": [], "from": "2026-11-23"}});
        tell(desk, "2026-11-23", Matter::Classification, id, decree);
    }
}

/// An objection to a request that was granted; answered when `upheld`.
fn objected(desk: &mut Desk, day: &str, id: u128) -> RequestId {
    let request = desk.register("2026-09-01");
    desk.grant("2026-09-04", request);
    object(desk, day, id, request);
    request
}

fn upheld(desk: &mut Desk, day: &str, id: u128) {
    let answered = json!({"kind": "objection_answered", "answer": {"letter_number": "9/ATASAN/2026", "letter_date": day,
        "signed_by": Uuid::from_u128(1), "cc": [], "verdict": "upheld", "considerations": "Alasan.", "order": null}});
    tell(desk, day, Matter::Objection, id, answered);
}

#[rstest]
#[tokio::test]
async fn a_list_is_narrowed_ordered_paged_and_counted(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    tell(&mut desk, "2026-11-20", Matter::DipItem, 1, item("Rencana kerja KECAMATAN\u{0}", "berkala", "2026-01-20"));
    tell(&mut desk, "2026-11-21", Matter::DipItem, 2, item("Laporan keuangan kecamatan", "berkala", "2025-01-20"));
    tell(&mut desk, "2026-11-22", Matter::DipItem, 3, item("Peringatan banjir", "serta_merta", "2026-11-21"));
    tell(
        &mut desk,
        "2026-11-23",
        Matter::DipItem,
        3,
        json!({"kind": "dip_item_withdrawn", "on": "2026-11-22", "reason": "Surut"}),
    );
    take(&store, &desk).await;
    let all = MatterNarrowing::standing(MatterKind::Item);
    let found = async |of: MatterNarrowing, reach: &Reach, page| {
        let rows = store.matters(reach, &of, page).await.unwrap();
        assert!(rows.iter().all(|(office, _)| office == "12.18.02"));
        rows.into_iter().map(|(_, row)| row.subject.as_u128()).collect::<Vec<_>>()
    };
    let every = &Reach::Every;
    assert_eq!(found(all.clone(), every, EVERY_ROW).await, [1, 2], "the latest day first, and nothing that was withdrawn");
    let changed = MatterNarrowing { order: MatterOrder::Changed, ..MatterNarrowing::all(MatterKind::Item) };
    assert_eq!(found(changed, every, EVERY_ROW).await, [3, 2, 1]);
    assert_eq!(found(all.clone(), every, Page { skip: 1, take: 1 }).await, [2]);
    assert_eq!(found(all.clone().seeking("Kecamatan rencana"), every, EVERY_ROW).await, [1], "every word, in any order");
    assert_eq!(found(MatterNarrowing { day: "2025".into(), ..all.clone() }, every, EVERY_ROW).await, [2]);
    let immediate = MatterNarrowing { class: "serta_merta".into(), over_too: true, ..all.clone() };
    assert_eq!(found(immediate, every, EVERY_ROW).await, [3]);
    for nowhere in [only(&["12.18.04"]), only(&[])] {
        assert!(found(all.clone(), &nowhere, EVERY_ROW).await.is_empty());
        assert_eq!(store.count_matters(&nowhere, &all).await.unwrap(), 0);
    }
    for odd in ["a\0b", "%", "' or 1=1"] {
        assert!(found(all.clone().seeking(odd), every, EVERY_ROW).await.is_empty(), "{odd}");
        assert_eq!(store.count_matters(every, &all.clone().seeking(odd)).await.unwrap(), 0);
    }
    assert_eq!(store.count_matters(every, &all).await.unwrap(), 2);
    let one = store.matter("12.18.02", MatterKind::Item, Uuid::from_u128(3)).await.unwrap().unwrap();
    assert!(matches!(one.content, MatterContent::Item(row) if row.withdrawn_on.is_some()));
    for (office, kind) in [("12.18.04", MatterKind::Item), ("12.18.02\0", MatterKind::Item), ("12.18.02", MatterKind::Survey)] {
        assert_eq!(store.matter(office, kind, Uuid::from_u128(3)).await.unwrap(), None);
    }
}

#[rstest]
#[tokio::test]
async fn rows_that_grew_are_those_that_are_folded_anew(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    objected(&mut desk, "2026-09-14", 61);
    upheld(&mut desk, "2026-09-21", 61);
    decreed(&mut desk, 71, "12/DIK/2026");
    decreed(&mut desk, 72, "");
    for id in 0..12 {
        tell(&mut desk, "2026-11-20", Matter::DipItem, 100 + id, item("Rencana kerja", "berkala", "2026-01-20"));
        tell(&mut desk, "2026-11-21", Matter::Survey, 100 + id, survey("2026-11-21", [3; 9]));
    }
    tell(&mut desk, "2026-11-21", Matter::Report, 5, report(2025, "2026-02-20"));
    utama.enrol(&mut desk).await;
    for at in 0..desk.entries.len() {
        utama.pushed(&desk, desk.encoded(at, at + 1)).await;
    }
    let store = crate::store::open(&utama.database()).await;
    let grown = store.projection("12.18.02").await.unwrap();
    let count = |kind: MatterKind| grown.matters.iter().filter(|row| row.content.kind() == kind).count();
    assert_eq!(MatterKind::ALL.iter().map(|kind| count(*kind)).collect::<Vec<_>>(), [1, 12, 2, 12, 1]);
    store.rebuild().await.unwrap();
    assert_eq!(store.projection("12.18.02").await.unwrap(), grown);
    // All at once, with many subjects that are known already.
    for id in 0..12 {
        tell(&mut desk, "2026-11-22", Matter::DipItem, 100 + id, item("Rencana kerja baru", "setiap_saat", "2026-11-22"));
    }
    utama.pushed(&desk, desk.encoded(desk.entries.len() - 12, desk.entries.len())).await;
    let again = store.projection("12.18.02").await.unwrap();
    assert_eq!(again.matters.len(), grown.matters.len(), "each in the place of the one before");
    store.rebuild().await.unwrap();
    assert_eq!(store.projection("12.18.02").await.unwrap(), again);
}

#[rstest]
#[tokio::test]
async fn staff_sees_objections_late_ones_first_and_nobody_who_objects(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    let late = objected(&mut desk, "2026-09-14", 61);
    objected(&mut desk, "2026-11-20", 62);
    objected(&mut desk, "2026-09-15", 63);
    upheld(&mut desk, "2026-09-21", 63);
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    utama.set("2026-11-24", 9);
    let page = utama.page("/keberatan").await;
    assert!(page.contains("2 terlambat") && page.contains(">Atasan PPID<") && page.contains(">Kantor<"), "{page}");
    let place = |id: u128| page.find(&format!("/keberatan/{}", Uuid::from_u128(id))).unwrap();
    // The third was answered, and nothing says yet that the answer left: the office's turn.
    assert!(place(61) < place(62) && place(63) < place(62), "the least time left first");
    let one = utama.page(&format!("/kantor/12.18.02/keberatan/{}", Uuid::from_u128(61))).await;
    assert!(
        one.contains("Pasal 35 ayat (1) huruf d") && one.contains(&late.to_string()) && one.contains("Keberatan dicatat"),
        "{one}"
    );
    let csv = utama.page("/keberatan.csv?keadaan=semua").await;
    assert_eq!(csv.lines().count(), 4, "{csv}");
    for shown in [&page, &one, &csv] {
        for hidden in
            [APPLICANT, NIK, ADDRESS, "0812-0000-0000", "rencana kerja", "tidak lengkap", "Pejabat Rekaan", "Penelitian"]
        {
            assert!(!shown.contains(hidden), "{hidden}");
        }
    }
    let narrowed = utama.page("/keberatan?keadaan=terlambat&kantor=12.18.02").await;
    assert!(
        narrowed.contains(&Uuid::from_u128(61).to_string()) && !narrowed.contains(&Uuid::from_u128(62).to_string()),
        "{narrowed}"
    );
    let mut elsewhere = Browser::signed_in(&utama, "budi", "auditor", &["12.18.04"]).await;
    for path in ["/keberatan?keadaan=semua", "/keberatan.csv?keadaan=semua", "/keberatan?keadaan=semua&kantor=12.18.02"] {
        let answer = elsewhere.get(&utama, path).await.text();
        assert!(!answer.contains("KEB") && !answer.contains("Perbaungan"), "{path}: {answer}");
    }
}

#[rstest]
#[tokio::test]
async fn staff_sees_the_catalogue_and_what_is_kept_closed(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    tell(&mut desk, "2026-11-20", Matter::DipItem, 1, item("Rencana <kerja>", "berkala", "2026-01-20"));
    tell(&mut desk, "2026-11-20", Matter::DipItem, 2, item("=cmd|A0", "setiap_saat", "2026-11-20"));
    decreed(&mut desk, 71, "12/DIK/2026");
    decreed(&mut desk, 72, "");
    let waiting = ClassificationId(Uuid::from_u128(73));
    desk.test("2026-11-24", waiting, worksheet("2026-11-24"));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let page = utama.page("/informasi-publik").await;
    assert!(
        page.contains("Rencana &lt;kerja&gt;") && page.contains("seharusnya 20 Juli 2026") && page.contains("2 informasi"),
        "{page}"
    );
    assert!(utama.page("/informasi-publik?kategori=berkala&cari=RENCANA").await.contains("1 informasi"));
    assert!(utama.page("/informasi-publik.csv").await.contains("\"'=cmd|A0\""), "no cell becomes a formula");
    let closed = utama.page("/dikecualikan").await;
    assert!(
        closed.contains("2 informasi") && closed.contains("12/DIK/2026") && closed.contains("Pasal 17 huruf h UU 14/2008"),
        "{closed}"
    );
    assert!(!closed.contains("Membuka riwayat kesehatan"), "what opening it would cause stands in the worksheet");
    assert_eq!(utama.page("/dikecualikan.csv").await.lines().count(), 3);
}

#[rstest]
#[tokio::test]
async fn staff_sees_which_yearly_reports_are_missing_and_what_people_say(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    tell(&mut desk, "2026-11-20", Matter::Survey, 1, survey("2025-11-20", [4; 9]));
    tell(&mut desk, "2026-11-20", Matter::Survey, 2, survey("2025-11-20", [3; 9]));
    tell(&mut desk, "2026-11-20", Matter::Survey, 3, survey("2026-11-20", [1, 1, 1, 1, 1, 1, 1, 1, 0]));
    tell(&mut desk, "2026-11-20", Matter::Report, 5, report(2025, "2026-02-20"));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let page = utama.page("/laporan").await;
    assert!(page.contains("1 laporan sudah ada, 16 belum") && page.contains("87,50 · B (baik)"), "{page}");
    assert!(page.contains("belum tercatat dikirim ke Komisi Informasi") && page.contains("belum ada, batasnya 31 Maret 2026"));
    assert!(!page.contains(APPLICANT) && !page.contains("Perempuan"));
    let sent = json!({"kind": "report_sent", "sending": {"on": "2026-04-02", "way": "post", "proof": "RR 1", "recipient": "KI"}});
    tell(&mut desk, "2026-11-21", Matter::Report, 5, sent);
    utama.pushed(&desk, desk.encoded(desk.entries.len() - 1, desk.entries.len())).await;
    assert!(utama.page("/laporan?tahun=2025").await.contains("dikirim 2 April 2026, sesudah batas"));
    let running = utama.page("/laporan?tahun=2026").await;
    assert!(running.contains("tahunnya belum berakhir") && !running.contains("belum ada, batasnya"), "{running}");
    assert!(utama.page("/laporan?tahun=1066").await.contains("tahun 2025"), "a year that cannot be is the last one");
    let csv = utama.page("/laporan.csv?tahun=2025").await;
    assert!(csv.contains("\"LAP/2025\";\"2026-02-20\";\"2026-04-02\";\"41\";\"38\";\"3\";\"2\""), "{csv}");
}
