//! A few bytes sealed to whoever holds a secret, by somebody who knows only its public half: RFC 9180 (HPKE) in base mode with
//! DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and ChaCha20-Poly1305. Who sealed them is not told by it.

use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::Zeroizing;

use crate::stretched::Stretched;

type Suite = hpke::kem::X25519HkdfSha256;
type Kdf = hpke::kdf::HkdfSha256;
type Aead = hpke::aead::ChaCha20Poly1305;

/// The encapsulated key.
const ENCAPSULATED: usize = 32;

/// Bytes that are no key, or were not sealed to this holder for this purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not sealed to this holder")]
pub struct NotHeld;

/// What is wrong with it is not told: it is a secret, or was made to find one out.
fn not_held<E>(_: E) -> NotHeld {
    NotHeld
}

/// The public half of a secret.
///
/// # Errors
/// [`NotHeld`].
pub fn public_half(secret: &[u8; 32]) -> Result<[u8; 32], NotHeld> {
    let secret = <Suite as Kem>::PrivateKey::from_bytes(secret).map_err(not_held)?;
    <[u8; 32]>::try_from(<Suite as Kem>::sk_to_pk(&secret).to_bytes().as_slice()).map_err(not_held)
}

/// Seals `plain` to whoever holds the secret of `public`, for the purpose that `context` names; `dice` are random.
///
/// # Errors
/// [`NotHeld`] where that is no public half.
pub fn seal_to(public: &[u8; 32], context: &str, plain: &[u8], dice: [u8; 32]) -> Result<Vec<u8>, NotHeld> {
    let public = <Suite as Kem>::PublicKey::from_bytes(public).map_err(not_held)?;
    let mut dice = Stretched::from(dice);
    let (encapsulated, sealed) =
        hpke::single_shot_seal_with_rng::<Aead, Kdf, Suite>(&OpModeS::Base, &public, context.as_bytes(), plain, &[], &mut dice)
            .map_err(not_held)?;
    Ok([encapsulated.to_bytes().as_slice(), &sealed].concat())
}

/// What was sealed to the holder of `secret` for the purpose that `context` names.
///
/// # Errors
/// [`NotHeld`].
pub fn open_held(secret: &[u8; 32], context: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotHeld> {
    let secret = <Suite as Kem>::PrivateKey::from_bytes(secret).map_err(not_held)?;
    let (encapsulated, sealed) = sealed.split_at_checked(ENCAPSULATED).ok_or(NotHeld)?;
    let encapsulated = <Suite as Kem>::EncappedKey::from_bytes(encapsulated).map_err(not_held)?;
    let info = context.as_bytes();
    let plain = hpke::single_shot_open::<Aead, Kdf, Suite>(&OpModeR::Base, &secret, &encapsulated, info, sealed, &[]);
    plain.map(Zeroizing::new).map_err(not_held)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_the_holder_opens_it_and_only_for_its_purpose() {
        let (own, another) = ([7; 32], [8; 32]);
        let sealed = seal_to(&public_half(&own).unwrap(), "satu", b"rahasia rekaan", [1; 32]).unwrap();
        assert_eq!(open_held(&own, "satu", &sealed).unwrap().as_slice(), b"rahasia rekaan");
        assert_eq!(open_held(&another, "satu", &sealed), Err(NotHeld));
        assert_eq!(open_held(&own, "dua", &sealed), Err(NotHeld));
        let mut altered = sealed;
        altered[40] ^= 1;
        assert_eq!(open_held(&own, "satu", &altered), Err(NotHeld));
        assert_eq!(open_held(&own, "satu", &[0; 3]), Err(NotHeld));
    }
}
