//! Files on a stick: only the one they are for reads them, and nothing that was changed on the way is used.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use loket_journal::bundle::{Acknowledgment, Bundle, BundleFault, LARGEST_BUNDLE, Mark, Part, PartOf, Signed, decode};
use loket_journal::protocol::{RefusalKind, Succession, Writer};
use loket_journal::{Chain, DeskKey, OriginId, Parity};
use proptest::prelude::*;
use uuid::Uuid;

const SERVER: OriginId = OriginId(Uuid::from_u128(100));
const DESK: OriginId = OriginId(Uuid::from_u128(1));

fn key(of: OriginId) -> DeskKey {
    let mut seed = [0; 32];
    seed[..16].copy_from_slice(of.0.as_bytes());
    DeskKey::from_seed(&seed)
}

fn writer(origin: OriginId) -> Writer {
    Writer { origin, key: key(origin).public() }
}

fn bundle() -> Bundle {
    let run = PartOf { origin: DESK, after: 3, last: 7 };
    Bundle {
        office: "12.18.02".into(),
        end: Chain::empty(DESK),
        successions: vec![Succession::new(&key(DESK), DESK, SERVER, key(SERVER).public(), "0".repeat(64))],
        parts: vec![Part { run, parcel: b"LKB1 and the rest".to_vec() }],
        have: vec![(DESK, 3)],
        mark: Mark { heard: Parity([1; 16]), read: Parity([0; 16]) },
    }
}

fn sealed() -> Vec<u8> {
    bundle().seal(&writer(SERVER), &[(DESK, &key(DESK))], [9; 32]).unwrap()
}

fn opened(file: &[u8]) -> Result<Bundle, BundleFault> {
    Signed::open(file, SERVER, &key(SERVER))?.by(&writer(DESK))
}

#[test]
fn a_bundle_arrives_as_it_was_made_and_says_nothing_on_the_way() {
    let file = sealed();
    assert_eq!(opened(&file), Ok(bundle()));
    assert_eq!(file[..20], [b"LKU1".as_slice(), SERVER.0.as_bytes()].concat());
    for said in [b"12.18.02".as_slice(), DESK.0.as_bytes(), b"LKB1"] {
        assert!(!file.windows(said.len()).any(|part| part == said));
    }
    assert_eq!(sealed(), file, "the dice decide, and nothing else");
    assert_ne!(bundle().seal(&writer(SERVER), &[(DESK, &key(DESK))], [8; 32]).unwrap()[20..], file[20..]);
}

#[test]
fn only_its_reader_reads_it_and_only_its_writer_writes_it() {
    let file = sealed();
    let other = OriginId(Uuid::from_u128(101));
    assert!(matches!(Signed::<Bundle>::open(&file, other, &key(other)), Err(BundleFault::OtherReader)));
    assert!(matches!(Signed::<Bundle>::open(&file, SERVER, &key(other)), Err(BundleFault::Damaged)), "a server set up anew");
    let mut readdressed = file.clone();
    readdressed[4..20].copy_from_slice(other.0.as_bytes());
    assert!(matches!(Signed::<Bundle>::open(&readdressed, other, &key(SERVER)), Err(BundleFault::Damaged)));
    let signed = || Signed::<Bundle>::open(&file, SERVER, &key(SERVER)).unwrap();
    assert_eq!(signed().signers().collect::<Vec<_>>(), [DESK]);
    assert_eq!(signed().by(&writer(other)), Err(BundleFault::Forged));
    assert_eq!(signed().by(&Writer { origin: DESK, key: key(other).public() }), Err(BundleFault::Forged));
}

#[test]
fn a_file_of_another_time_or_direction_is_known_by_its_letters() {
    let file = sealed();
    let lettered = |letters: &[u8; 4]| [letters.as_slice(), &file[4..]].concat();
    assert_eq!(opened(&lettered(b"LKU2")), Err(BundleFault::Newer));
    assert_eq!(opened(&lettered(b"LKA1")), Err(BundleFault::OtherWay));
    assert_eq!(opened(&lettered(b"%PDF")), Err(BundleFault::Strange));
    assert!(matches!(Signed::<Acknowledgment>::open(&file, SERVER, &key(SERVER)), Err(BundleFault::OtherWay)));
    assert_eq!(opened(b"LK"), Err(BundleFault::Strange));
    assert_eq!(opened(&vec![0; LARGEST_BUNDLE + 1]), Err(BundleFault::TooLarge));
    let parcel = vec![0; LARGEST_BUNDLE];
    let run = PartOf { origin: DESK, after: 0, last: 1 };
    let large = Bundle { parts: vec![Part { run, parcel }], ..bundle() };
    assert_eq!(large.seal(&writer(SERVER), &[(DESK, &key(DESK))], [9; 32]), Err(BundleFault::TooLarge));
}

#[test]
fn a_file_of_today_is_read_by_every_later_version() {
    // What was saved once may be read years later: this layout never changes under these letters.
    let hash = blake3::hash(&sealed()).to_string();
    assert_eq!(hash, "090a31270dbce9d9c3ceaa536a7327e0961645cdf9b6c6180b0a91720c741fa2");
    for (number, kind) in
        [(0, RefusalKind::Code), (3, RefusalKind::Batch), (4, RefusalKind::ForeignBatch), (5, RefusalKind::Forked)]
    {
        assert_eq!(postcard::to_allocvec(&kind).unwrap(), [number], "kinds keep their numbers; new ones go to the end");
    }
}

proptest! {
    #[test]
    fn what_was_cut_or_changed_is_not_used(at in 0usize..4096, flip in 1u8..) {
        let file = sealed();
        let at = at % file.len();
        prop_assert!(opened(&file[..at]).is_err());
        let mut changed = file.clone();
        changed[at] ^= flip;
        prop_assert!(opened(&changed).is_err());
        prop_assert!(opened(&[&file, [flip].as_slice()].concat()).is_err());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = opened(&bytes);
        let _ = opened(&[b"LKU1".as_slice(), SERVER.0.as_bytes(), &bytes].concat());
        let _ = decode::<Bundle>(&bytes);
        let _ = decode::<Acknowledgment>(&bytes);
    }
}
