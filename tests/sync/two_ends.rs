//! Two desks of one office, apart for days, and what becomes of what both did.

use loket_desk::sync::SyncState;
use loket_desk::views::SubjectKind;
use serde_json::json;

use crate::office::{Counter, Utama, at};

#[tokio::test]
async fn two_desks_apart_for_days_never_give_the_same_number_and_agree_on_every_request() {
    let utama = Utama::start().await;
    let first = Counter::enrolled("A", "Sari Misal", &utama).await;
    let second = Counter::enrolled("B", "Budi Misal", &utama).await;
    let shared = first.register("Warga Bersama", 2);
    for counter in [&first, &second, &first] {
        counter.sync(&utama.link()).await;
    }

    const DAY: u32 = 24 * 60;
    for day in 0..3 {
        first.register(&format!("Warga A{day}"), day * DAY + 10);
        second.register(&format!("Warga B{day}"), day * DAY + 12);
    }
    // Both end the same request, each in its own way; the first in time stands.
    let id = first.id_of(&shared);
    second.act(SubjectKind::Request, &id, "withdraw", json!({"reason": "Sudah memperolehnya di desa"}), DAY).unwrap();
    first.act(SubjectKind::Request, &id, "withdraw", json!({"reason": "Salah kantor"}), DAY + 1).unwrap();

    for counter in [&first, &second, &first, &second] {
        counter.sync(&utama.link()).await;
    }
    assert_eq!(first.numbers(), second.numbers());
    let mut unique = first.numbers();
    unique.dedup();
    assert_eq!((unique.len(), first.numbers().len()), (7, 7));
    let state = |counter: &Counter| {
        let view = counter.with(|desk| desk.request(&id, at(4 * DAY))).unwrap();
        view.timeline.into_iter().map(|item| format!("{}{:?}", item.what, item.note)).collect::<Vec<_>>()
    };
    assert_eq!(state(&first), state(&second));
    for counter in [&first, &second] {
        assert_eq!(counter.chip().state, SyncState::Review, "what did not fit is shown");
        assert_eq!(counter.review().len(), 1, "{:?}", counter.review());
        counter.verify();
    }
}

const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";

#[tokio::test]
async fn a_long_table_is_taken_in_as_one_and_reaches_the_server_in_parts() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let before = utama.entries().await;
    let row = |n: usize| {
        // Letters that hardly pack, so that no batch of the whole could hold it.
        let long: String = (0..1_200)
            .map(|at: usize| char::from(LETTERS[((n.wrapping_mul(7919) ^ at.wrapping_mul(104_729)) >> 3) % LETTERS.len()]))
            .collect();
        format!("Peta {n} {};Setiap saat;Seksi;Kasi;2025;PDF;{}\n", &long[..900], &long[900..])
    };
    let heads = "Ringkasan;Kategori;Pejabat;Penanggung jawab;Pembuatan;Format;Retensi\n";
    let table = heads.to_owned() + &(0..4_000).map(row).collect::<String>();
    let preview = counter.with(|desk| desk.import_preview("dip.csv", table.as_bytes(), at(10))).unwrap();
    assert_eq!((preview.added, preview.problems.len()), (4_000, 0));
    counter.with(|desk| desk.accept_import(&preview.token, at(11))).unwrap();
    let mut rounds = 0;
    while utama.entries().await < before + 4_000 {
        counter.sync(&utama.link()).await;
        rounds += 1;
        assert!(rounds < 20, "{} of 4,000 arrived", utama.entries().await - before);
    }
    counter.verify();
}
