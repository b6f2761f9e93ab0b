//! Changing real bytes at a few places.

use loket_tests::Chance;

/// Longest input, in bytes: what is longer is refused by its size alone.
const LONGEST: usize = 256 << 10;

/// Numbers at which counting goes wrong.
const ODD: [u64; 8] = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fff_ffff_ffff_ffff, u64::MAX];
/// Words of JSON at which reading goes wrong.
const WORDS: [&[u8]; 10] =
    [b"null", b"-1", b"1e999", b"\"\"", b"[]", b"{}", b"\\ud800", b"9999-12-31", b"0000-01-01", b"[[[[[[[["];

/// One of the real inputs, changed at one to four places.
pub fn mutated(corpus: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = chance.pick(corpus).clone();
    for _ in 0..=chance.below(4) {
        change(&mut bytes, corpus, chance);
        bytes.truncate(LONGEST);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, corpus: &[Vec<u8>], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let until = at + chance.below((bytes.len() - at).min(64) + 1);
    match chance.below(9) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..until)),
        2 => {
            let again = bytes[at..until].to_vec();
            bytes.splice(at..at, again);
        }
        3 => {
            let other = chance.pick(corpus);
            let from = chance.below(other.len() + 1);
            bytes.splice(at.., other[from..].iter().copied());
        }
        4 => drop(bytes.splice(at..until, chance.pick(&WORDS).iter().copied())),
        5 => {
            let number = chance.pick(&ODD).to_le_bytes();
            let width = *chance.pick(&[1, 2, 4, 8]);
            bytes.splice(at..(at + width).min(bytes.len()), number[..width].iter().copied());
        }
        6 => {
            let mut noise = vec![0; 1 + chance.below(16)];
            chance.fill(&mut noise);
            bytes.splice(at..at, noise);
        }
        7 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = byte.wrapping_add(if chance.one_in(2) { 1 } else { 255 });
            }
        }
        _ => {
            let bit = 1 << chance.below(8);
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= bit;
            }
        }
    }
}
