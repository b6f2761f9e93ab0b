//! Random bytes as whoever seals something asks for them: they come in from the edge.

use hpke::rand_core::{TryCryptoRng, TryRng};
use std::convert::Infallible;

/// Random bytes that were handed in, stretched as far as they are asked for.
pub(crate) struct Stretched(blake3::OutputReader);

impl From<[u8; 32]> for Stretched {
    fn from(dice: [u8; 32]) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key("loket-ppid bundle dice v1");
        hasher.update(&dice);
        Self(hasher.finalize_xof())
    }
}

impl TryRng for Stretched {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, buffer: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(buffer);
        Ok(())
    }
}

impl TryCryptoRng for Stretched {}
