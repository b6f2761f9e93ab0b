//! Fixed-length bytes that are read by people as hexadecimal and by machines as they are.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt::{self, Display, Write};
use std::str::FromStr;

/// Text that is not hexadecimal of the right length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not hexadecimal of the right length")]
pub struct HexFault;

fn from_hex<const N: usize>(text: &str) -> Result<[u8; N], HexFault> {
    let text = text.as_bytes();
    if text.len() != N * 2 {
        return Err(HexFault);
    }
    let digit = |c: u8| (c as char).to_digit(16).and_then(|d| u8::try_from(d).ok()).ok_or(HexFault);
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks(2)) {
        *byte = (digit(pair[0])? << 4) | digit(pair[1])?;
    }
    Ok(bytes)
}

macro_rules! bytes {
    ($(#[$outer:meta])* $name:ident, $length:literal) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $length]);

        impl Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "("))?;
                Display::fmt(self, f)?;
                f.write_char(')')
            }
        }

        impl FromStr for $name {
            type Err = HexFault;
            fn from_str(text: &str) -> Result<Self, HexFault> {
                from_hex(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                if to.is_human_readable() { to.collect_str(self) } else { to.serialize_bytes(&self.0) }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                if from.is_human_readable() {
                    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
                } else {
                    let bytes = <&[u8]>::deserialize(from)?;
                    bytes.try_into().map(Self).map_err(serde::de::Error::custom)
                }
            }
        }
    };
}

bytes!(
    /// A BLAKE3 hash.
    Digest,
    32
);
bytes!(
    /// The first half of a BLAKE3 hash: enough to tell whether two sides have the same.
    Parity,
    16
);
bytes!(
    /// An Ed25519 public key.
    PublicKey,
    32
);
bytes!(
    /// An Ed25519 signature.
    Signature,
    64
);
