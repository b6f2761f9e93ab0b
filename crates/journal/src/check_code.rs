//! The code that stands on a paper beside its number.

use crate::bytes::Digest;

/// Letters of a check code: none is taken for another when read aloud.
const CHECK_LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Digest {
    /// Forty bits of a hash: a paper can be held against the journal, also at PPID Utama after sync.
    pub fn check_code(&self) -> String {
        let letters = self.0.iter().take(8).map(|byte| CHECK_LETTERS[usize::from(byte & 31)] as char);
        let code: String = letters.collect();
        format!("{}-{}", &code[..4], &code[4..])
    }
}
