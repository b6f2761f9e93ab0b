//! The emblem on the letterhead: a small picture that every letter can carry.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use loket_domain::problem::Problems;

/// Largest file of an emblem, in bytes: it travels with an entry of the office.
const LARGEST: usize = 1 << 20;

/// Reads the box `emblem`: standard base64 of a PNG or JPEG; none where it is empty.
pub(crate) fn read_emblem(p: &mut Problems, typed: &str) -> Option<String> {
    if typed.is_empty() {
        return None;
    }
    let bytes = STANDARD.decode(typed).unwrap_or_default();
    if bytes.len() > LARGEST {
        p.add("emblem", "Berkas lambang lebih besar dari 1 MB; perkecil gambarnya dahulu.");
    } else if loket_letters::check_emblem(&bytes).is_err() {
        p.add("emblem", "Gambar lambang tidak dapat dibaca; pakai berkas PNG atau JPEG.");
    }
    Some(typed.to_owned())
}
