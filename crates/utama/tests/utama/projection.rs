//! Rows are only a fold: dropped and made again, and in whatever order entries came, they are the same.

use loket_domain::calendar::Calendar;
use loket_domain::request::Stage;
use loket_utama::check;
use loket_utama::projection::Projection;
use std::collections::HashSet;

use crate::desk::{Desk, date};
use crate::server::Utama;

fn perbaungan() -> Desk {
    let mut desk = Desk::perbaungan();
    for day in ["2026-11-19", "2026-11-23", "2026-12-04"] {
        let request = desk.register(day);
        if day == "2026-11-23" {
            desk.grant("2026-11-26", request);
        }
    }
    desk
}

#[tokio::test]
async fn a_rebuild_gives_the_rows_that_grew_with_each_push() {
    let mut utama = Utama::start().await;
    let mut desk = perbaungan();
    utama.enrol(&mut desk).await;
    for at in 0..desk.entries.len() {
        utama.pushed(&desk, desk.encoded(at, at + 1)).await;
    }
    let calendar = Calendar::shipped().unwrap();
    let store = utama.database().open(calendar.clone(), 0).await.unwrap();
    let grown = store.projection("12.18.02").await.unwrap();
    assert_eq!(grown.requests.len(), 3);
    store.rebuild().await.unwrap();
    assert_eq!(store.projection("12.18.02").await.unwrap(), grown);
    let checked = check(store.as_ref(), &calendar).await.unwrap();
    assert_eq!((checked.findings.len(), checked.entries as usize), (0, desk.entries.len()));
}

#[test]
fn entries_in_any_order_give_the_same_rows() {
    let calendar = Calendar::shipped().unwrap();
    let entries = perbaungan().entries;
    let expected = Projection::of(entries.clone(), &HashSet::new(), &calendar);
    assert!(expected.misfits.is_empty());
    for turn in 0..entries.len() {
        let mut turned = entries.clone();
        turned.rotate_left(turn);
        turned.swap(0, turn / 2);
        assert_eq!(Projection::of(turned, &HashSet::new(), &calendar), expected);
    }
}

#[test]
fn deadlines_are_computed_here_whatever_the_desk_promised() {
    let calendar = Calendar::shipped().unwrap();
    let mut desk = perbaungan();
    let text = |payload: &[u8]| String::from_utf8(payload.to_vec()).unwrap();
    for entry in &mut desk.entries {
        entry.payload = text(&entry.payload).replace("2026-12-03", "2029-01-01").into_bytes();
    }
    let rows = Projection::of(desk.entries, &HashSet::new(), &calendar).requests;
    let first = rows.iter().find(|row| row.number.starts_with("001")).unwrap();
    assert_eq!(
        (first.safe_due, first.official_due, first.stage),
        (Some(date("2026-12-03")), Some(date("2026-12-03")), Stage::Processed)
    );
}
