//! Secrets the server hands out: the one-time code a person types, and the token a desk shows. Only hashes are stored.

use loket_journal::Digest;

/// Crockford's alphabet: no I, L, O or U, so that nothing is misread from paper.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a code: 5 bits each, 60 in all.
const CODE_LETTERS: usize = 12;

/// The machine gave no random numbers.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("Komputer ini tidak memberikan bilangan acak, jadi kode rahasia tidak dapat dibuat.")]
pub struct NoRandomness(#[from] getrandom::Error);

/// Fills a buffer with random bytes.
pub type Dice = Box<dyn FnMut(&mut [u8]) -> Result<(), NoRandomness> + Send>;

/// The operating system's random numbers.
pub(crate) fn system_dice() -> Dice {
    Box::new(|buffer| Ok(getrandom::fill(buffer)?))
}

/// `N` bytes from these dice.
pub(crate) fn roll<const N: usize>(dice: &mut Dice) -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    dice(&mut bytes)?;
    Ok(bytes)
}

/// `N` random bytes.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], NoRandomness> {
    roll(&mut system_dice())
}

/// A new enrolment code as it is read out: `7K3M-9QXT-B2WD`.
pub(crate) fn new_code() -> Result<String, NoRandomness> {
    let letters = random::<CODE_LETTERS>()?.map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

/// The hash under which a code is stored. Case, dashes and spaces do not matter, nor O for 0 or I and L for 1.
pub(crate) fn code_hash(typed: &str) -> Digest {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    });
    Digest(blake3::derive_key("loket-ppid utama enrolment code v1", letters.collect::<String>().as_bytes()))
}

/// A new token: 256 random bits in hexadecimal.
pub(crate) fn new_token() -> Result<String, NoRandomness> {
    Ok(Digest(random()?).to_string())
}

/// The hash under which a token is stored.
pub(crate) fn token_hash(token: &str) -> Digest {
    Digest(blake3::derive_key("loket-ppid utama desk token v1", token.as_bytes()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_twelve_letters_in_groups_and_never_the_same() {
        let code = new_code().unwrap();
        assert_eq!(code.len(), 14);
        assert!(code.split('-').all(|group| group.len() == 4 && group.bytes().all(|b| ALPHABET.contains(&b))), "{code}");
        assert_ne!(code, new_code().unwrap());
    }

    #[test]
    fn a_code_is_recognised_however_a_person_types_it() {
        let hash = code_hash("7K3M-90XT-B1WD");
        for typed in ["7k3m90xtb1wd", " 7K3M 90XT B1WD ", "7K3M-9OXT-BLWD", "7k3m-9oxt-biwd"] {
            assert_eq!(code_hash(typed), hash, "{typed}");
        }
        assert_ne!(code_hash("7K3M-90XT-B1WE"), hash);
    }
}
