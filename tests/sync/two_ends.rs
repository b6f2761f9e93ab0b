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
