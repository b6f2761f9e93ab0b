//! Packs as files: what is taken, and what is not.
#![allow(clippy::unwrap_used, missing_docs)]

use chrono::NaiveDate;
use loket_domain::calendar::Calendar;
use loket_domain::pack::{LARGEST_PACK, Pack, PackContent, PackFault, PackLine, SignedPack};
use loket_journal::{DeskKey, LARGEST_PACK_FILE, decode_pack, encode_pack, pack_subject, verify_pack};
use proptest::prelude::*;

fn key() -> DeskKey {
    DeskKey::from_seed(&[7; 32])
}

fn signed() -> SignedPack {
    let content = PackContent::shipped(PackLine::Calendar(2027), &Calendar::shipped().unwrap());
    let on = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    key().sign_pack(&Pack::new(2, "Kalender 2027", "SKB 3 Menteri 1205/2026", on, content).unwrap()).unwrap()
}

/// A file whose frame unpacks to this text, under a signature of nothing.
fn file(text: &[u8]) -> Vec<u8> {
    [b"LKP1".as_slice(), &[0; 64], &zstd::bulk::compress(text, 1).unwrap()].concat()
}

#[test]
fn a_pack_is_the_same_pack_by_file_and_by_entry() {
    let signed = signed();
    let bytes = encode_pack(&signed).unwrap();
    assert!(bytes.len() < 2_000, "{} bytes for a year", bytes.len());
    let by_file = decode_pack(&bytes).unwrap();
    let by_entry: SignedPack = serde_json::from_str(&serde_json::to_string(&signed).unwrap()).unwrap();
    assert!(by_file.is(&signed) && by_entry.is(&signed));
    assert_eq!(pack_subject(&by_file), pack_subject(&by_entry));
    verify_pack(&by_file, &key().public()).unwrap();
}

#[test]
fn a_pack_of_another_server_or_with_a_changed_word_is_not_verified() {
    let signed = signed();
    verify_pack(&signed, &DeskKey::from_seed(&[8; 32]).public()).unwrap_err();
    let changed = SignedPack::new(signed.text().replace("Natal", "Nasal"), signed.signature().to_owned()).unwrap();
    verify_pack(&changed, &key().public()).unwrap_err();
    let unsigned = SignedPack::new(signed.text().to_owned(), "tanpa tanda tangan".into()).unwrap();
    verify_pack(&unsigned, &key().public()).unwrap_err();
    assert_eq!(encode_pack(&unsigned), Err(PackFault::Unreadable));
}

#[test]
fn what_is_cut_newer_swollen_or_no_pack_is_told_apart() {
    let bytes = encode_pack(&signed()).unwrap();
    for length in 0..bytes.len() {
        assert!(decode_pack(&bytes[..length]).is_err(), "cut at {length}");
    }
    let newer = [b"LKP2".as_slice(), &bytes[4..]].concat();
    assert_eq!(decode_pack(&newer), Err(PackFault::Newer));
    let later = signed().text().replace("\"format\":1", "\"format\":9");
    assert_eq!(decode_pack(&file(later.as_bytes())), Err(PackFault::Newer));
    assert_eq!(decode_pack(b"LKB1 a batch, not a pack"), Err(PackFault::Unreadable));
    assert_eq!(decode_pack(&file(b"{\"kind\":\"calendar\"}")), Err(PackFault::Unreadable));
    assert_eq!(decode_pack(&file(&[0xff; 100])), Err(PackFault::Unreadable));
    let bomb = file(&vec![b' '; 512 << 20]);
    assert!(bomb.len() < LARGEST_PACK_FILE, "{}", bomb.len());
    assert_eq!(decode_pack(&bomb), Err(PackFault::TooLarge));
    assert_eq!(decode_pack(&vec![0; LARGEST_PACK_FILE + 1]), Err(PackFault::TooLarge));
    assert_eq!(SignedPack::new(" ".repeat(LARGEST_PACK + 1), String::new()), Err(PackFault::TooLarge));
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..600), at in any::<prop::sample::Index>(), bit in 0_u32..8) {
        let _ = decode_pack(&bytes);
        let _ = decode_pack(&[b"LKP1".as_slice(), &bytes].concat());
        let mut changed = encode_pack(&signed()).unwrap();
        let at = at.index(changed.len());
        changed[at] ^= 1 << bit;
        // Where a flipped bit leaves a text that reads, its signature does not hold.
        if let Ok(read) = decode_pack(&changed) {
            let verified = verify_pack(&read, &key().public()).is_ok();
            prop_assert!(!verified || (read.is(&signed()) && read.signature() == signed().signature()));
        }
    }
}
