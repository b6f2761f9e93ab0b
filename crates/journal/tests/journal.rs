//! Entries, chains and batches: what holds, and what is caught.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use chrono::NaiveDate;
use loket_domain::change::{Change, PaperChange};
use loket_domain::ids::{AccountId, RequestId};
use loket_domain::paper::PaperKind;
use loket_journal::{
    Batch, BatchFault, Chain, DeskKey, Entry, EntryId, HybridClock, LARGEST_BATCH, OriginId, Payload, PublicKey, Recorded,
    Signature, Stamp, Subject,
};
use proptest::prelude::*;
use uuid::Uuid;

fn origin(number: u128) -> OriginId {
    OriginId(Uuid::from_u128(number))
}

fn printed() -> Change {
    Change::Paper(PaperChange::PaperIssued { paper: PaperKind::Receipt, on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() })
}

fn payload(salt: u8) -> Vec<u8> {
    let at = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(10, 5, 0).unwrap();
    Payload::new([salt; 16], at, &printed()).unwrap().write().unwrap()
}

/// A series of `length` entries, and its end.
fn series(length: u8) -> (Vec<Entry>, Chain) {
    let mut chain = Chain::empty(origin(1));
    let mut clock = HybridClock::after(Stamp(0));
    let subject = Subject::Request(RequestId(Uuid::from_u128(9)));
    let write = |n: u8| {
        let id = EntryId(Uuid::from_u128(u128::from(n)));
        chain.append(&"12.18.02".into(), id, clock.tick(1_000), AccountId(Uuid::nil()), subject, payload(n))
    };
    let entries = (1..=length).map(write).collect();
    (entries, chain)
}

fn key() -> DeskKey {
    DeskKey::from_seed(&[7; 32])
}

fn packed(length: u8) -> Batch {
    let (entries, chain) = series(length);
    Batch::pack(&"12.18.02".into(), &Chain::empty(origin(1)), entries, key().sign(&chain))
}

#[test]
fn a_batch_arrives_as_it_was_sent() {
    let arrived = Batch::decode(&packed(5).encode().unwrap()).unwrap().open(&key().public()).unwrap();
    assert_eq!(arrived, series(5).0);
}

#[test]
fn a_series_takes_only_its_own_next_entry() {
    let (entries, end) = series(3);
    let mut chain = Chain::empty(origin(1));
    assert!(!chain.accept(&entries[1]), "a gap");
    assert!(entries.iter().all(|entry| chain.accept(entry)));
    assert!(!chain.accept(&entries[2]), "twice");
    assert_eq!(chain, end);
}

#[test]
fn a_changed_payload_breaks_the_chain() {
    let (mut entries, _) = series(1);
    entries[0].payload[20] ^= 1;
    assert!(!Chain::empty(origin(1)).accept(&entries[0]));
}

#[test]
fn a_batch_signed_by_another_key_is_forged() {
    let other = DeskKey::from_seed(&[8; 32]).public();
    assert_eq!(packed(2).open(&other).unwrap_err(), BatchFault::Forged);
}

#[test]
fn a_batch_of_another_office_or_origin_is_not_what_the_head_names() {
    let mut office = packed(2);
    office.office = "12.18.03".into();
    assert_eq!(office.open(&key().public()).unwrap_err(), BatchFault::Tampered);
    let mut other = packed(2);
    other.origin = origin(2);
    assert_eq!(other.open(&key().public()).unwrap_err(), BatchFault::Tampered);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let swollen = zstd::bulk::compress(&vec![0; 64 << 20], 3).unwrap();
    let bomb = [b"LKB1".as_slice(), &swollen].concat();
    assert!(bomb.len() < 10_000);
    assert_eq!(Batch::decode(&bomb).unwrap_err(), BatchFault::TooLarge);
    assert_eq!(Batch::decode(&vec![0; LARGEST_BATCH + 1]).unwrap_err(), BatchFault::TooLarge);
}

#[test]
fn a_change_of_a_newer_version_is_kept_to_the_byte_and_carried() {
    let newer = br#"{"salt":"00","at":"2031-01-02T08:00:00","change":{"kind":"request_sung","song":[1,2]}}"#;
    let read = Payload::read(newer).unwrap();
    assert_eq!(read.recorded(), Recorded::Newer { kind: "request_sung".into() });
    let mut chain = Chain::empty(origin(1));
    let subject = Subject::Other(77, Uuid::from_u128(3));
    let entry = chain.append(&"12.18.02".into(), EntryId(Uuid::nil()), Stamp(1), AccountId(Uuid::nil()), subject, newer.to_vec());
    let batch = Batch::pack(&"12.18.02".into(), &Chain::empty(origin(1)), [entry.clone()], key().sign(&chain));
    let arrived = Batch::decode(&batch.encode().unwrap()).unwrap().open(&key().public()).unwrap();
    assert_eq!(arrived, [entry]);
}

#[test]
fn what_is_damaged_is_kept_to_the_byte_and_never_called_newer() {
    let damaged = |change: &str, of: &str| {
        let bytes = format!(r#"{{"salt":"00","at":"2026-11-23T08:00:00","change":{change}}}"#).into_bytes();
        let read = Payload::read(&bytes).unwrap();
        assert!(matches!(read.recorded(), Recorded::Damaged { kind, .. } if kind == of), "{change}");
        assert_eq!(read.write().unwrap(), bytes, "{change}");
    };
    damaged(r#"{"kind":"paper_issued","paper":"receipt"}"#, "paper_issued");
    damaged(r#"{"kind":"paper_issued","on":"2026-11-31","paper":"receipt"}"#, "paper_issued");
    damaged(r#"{"kind":"request_granted"}"#, "request_granted");
    damaged(r#"{"what":"paper_issued"}"#, "");
    damaged("null", "");
    assert!(matches!(Payload::illegible().recorded(), Recorded::Damaged { .. }), "bytes that are no payload");
}

#[test]
fn one_signature_that_does_for_anything_does_for_nothing() {
    // The neutral point as key and as half of the signature: to a lenient check it has signed whatever there is.
    let (mut of_small_order, mut constant) = ([0; 32], [0; 64]);
    (of_small_order[0], constant[0]) = (1, 1);
    let mut forged = key().sign(&Chain::empty(origin(1)));
    forged.signature = Signature(constant);
    assert!(forged.verify(origin(1), &PublicKey(of_small_order)).is_err());
    assert!(!PublicKey(of_small_order).is_sound() && key().public().is_sound());
}

#[test]
fn the_hash_of_a_header_never_changes_between_versions() {
    let (entries, _) = series(1);
    assert_eq!(entries[0].header.hash().to_string(), "c0621f86f0dea1ccf112864f11aec4fb09e700ff6155ddab1009079658ee7cd3");
}

#[test]
fn a_known_change_reads_back() {
    let read = Payload::read(&payload(1)).unwrap();
    assert_eq!(read.recorded(), Recorded::Known(printed()));
}

proptest! {
    #[test]
    fn no_flipped_byte_and_no_cut_of_a_batch_gets_through(at in 0usize..400, flip in 1u8..=255, cut in any::<bool>()) {
        let mut bytes = packed(3).encode().unwrap();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
        if let Ok(entries) = Batch::decode(&bytes).and_then(|batch| batch.open(&key().public())) {
            prop_assert_eq!(entries, series(3).0, "only padding may differ");
        }
    }

    #[test]
    fn no_rubbish_panics(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = Batch::decode(&bytes).map(|batch| batch.open(&key().public()));
        let prefixed = [b"LKB1".as_slice(), &bytes].concat();
        let _ = Batch::decode(&prefixed).map(|batch| batch.open(&key().public()));
        let _ = Payload::read(&bytes);
    }
}
