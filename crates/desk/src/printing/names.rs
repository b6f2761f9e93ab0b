//! What a paper and its file are known by: the check code, and a name that tells nothing about a citizen.

/// Letters of a check code: none is taken for another when read aloud.
const CHECK_LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Forty bits of a hash: a paper can be held against the journal, also at PPID Utama after sync.
pub(crate) fn check_code(hash: [u8; 32]) -> String {
    let letters = hash.iter().take(8).map(|byte| CHECK_LETTERS[usize::from(byte & 31)] as char);
    let code: String = letters.collect();
    format!("{}-{}", &code[..4], &code[4..])
}

/// A name for a file: what it is and its number, nothing about a citizen.
pub(crate) fn file_name(what: &str, number: &str) -> String {
    let number: String = number.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("{what} {number}.pdf")
}
