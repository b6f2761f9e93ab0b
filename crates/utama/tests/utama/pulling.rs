//! What a desk gets of what others wrote.

use loket_domain::change::{Change, PaperChange};
use loket_domain::paper::PaperKind;
use loket_journal::{OriginId, Subject};
use uuid::Uuid;

use crate::desk::{Desk, date};
use crate::server::Utama;

/// Two desks of Perbaungan, both enrolled; the first has pushed everything in two steps.
async fn two_desks() -> (Utama, Desk, Desk) {
    let mut utama = Utama::start().await;
    let mut first = Desk::perbaungan();
    let request = first.register("2026-11-23");
    first.grant("2026-11-23", request);
    utama.enrol(&mut first).await;
    utama.pushed(&first, first.encoded(0, 2)).await;
    utama.pushed(&first, first.encoded(2, 5)).await;
    let mut second = Desk::new(2, "12.18.02", "Perbaungan", "B");
    utama.enrol(&mut second).await;
    (utama, first, second)
}

#[tokio::test]
async fn a_second_desk_gets_what_the_first_wrote() {
    let (utama, first, second) = two_desks().await;
    assert_eq!(utama.pulled(&second, vec![]).await, (first.entries.clone(), false));
    assert_eq!(utama.pulled(&first, vec![]).await, (vec![], false), "its own series is not sent back");
}

#[tokio::test]
async fn only_the_rest_is_sent() {
    let (utama, first, second) = two_desks().await;
    for have in 0..=5_usize {
        let (entries, more) = utama.pulled(&second, vec![(first.origin, have as u64)]).await;
        assert_eq!((entries.as_slice(), more), (&first.entries[have..], false), "{have}");
    }
    let unknown = OriginId(Uuid::from_u128(99));
    let (entries, _) = utama.pulled(&second, vec![(first.origin, u64::MAX), (unknown, 3)]).await;
    assert!(entries.is_empty());
}

#[tokio::test]
async fn an_office_never_gets_what_another_wrote() {
    let (mut utama, _, _) = two_desks().await;
    let mut elsewhere = Desk::new(5, "12.18.04", "Sei Rampah", "A");
    utama.enrol(&mut elsewhere).await;
    assert_eq!(utama.pulled(&elsewhere, vec![]).await, (vec![], false));
}

#[tokio::test]
async fn a_long_series_comes_in_parts_and_whole() {
    let (utama, mut first, second) = two_desks().await;
    let printed = Change::Paper(PaperChange::PaperIssued { paper: PaperKind::Receipt, on: date("2026-11-23") });
    for _ in 0..60 {
        let before = first.entries.len();
        for _ in 0..200 {
            first.write("2026-11-23", Subject::Other(1, Uuid::nil()), &printed);
        }
        utama.pushed(&first, first.encoded(before, before + 200)).await;
    }
    let (mut got, mut rounds) = (Vec::new(), 0);
    loop {
        let (entries, more) = utama.pulled(&second, vec![(first.origin, got.len() as u64)]).await;
        got.extend(entries);
        rounds += 1;
        if !more {
            break;
        }
    }
    assert_eq!(got, first.entries);
    assert!((2..20).contains(&rounds), "{rounds} rounds");
}

#[tokio::test]
async fn one_large_entry_still_gets_through() {
    let (utama, mut first, second) = two_desks().await;
    let noise = (0..300_000_u32).flat_map(|n| (n.wrapping_mul(2_654_435_761)).to_le_bytes()).collect::<Vec<_>>();
    for _ in 0..2 {
        first.write_bytes("2026-11-23", Subject::Other(1, Uuid::nil()), noise.clone());
        let length = first.entries.len();
        utama.pushed(&first, first.encoded(length - 1, length)).await;
    }
    let (small, more) = utama.pulled(&second, vec![]).await;
    assert_eq!((small.len(), more), (5, true));
    for have in [5, 6] {
        let (large, more) = utama.pulled(&second, vec![(first.origin, have)]).await;
        assert_eq!((large.len(), more), (1, have == 5));
    }
}
