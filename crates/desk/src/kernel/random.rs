//! Random bytes, as they come in from the edge.

use crate::kernel::moment::Moment;

/// The operating system gave no random numbers.
#[derive(Debug, thiserror::Error)]
#[error("Komputer belum siap membuat kunci acak; tunggu sebentar lalu coba lagi.")]
pub struct NoRandomness(#[from] getrandom::Error);

/// Fills a buffer with random bytes.
pub type Dice = Box<dyn FnMut(&mut [u8]) -> Result<(), NoRandomness> + Send>;

/// The operating system's random numbers.
pub fn system_dice() -> Dice {
    Box::new(|buffer| Ok(getrandom::fill(buffer)?))
}

/// `N` random bytes.
pub(crate) fn roll<const N: usize>(dice: &mut Dice) -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    dice(&mut bytes)?;
    Ok(bytes)
}

/// A UUIDv7 of this moment.
pub(crate) fn new_uuid(dice: &mut Dice, moment: Moment) -> Result<uuid::Uuid, NoRandomness> {
    let random = roll(dice)?;
    Ok(uuid::Builder::from_unix_timestamp_millis(moment.millis, &random).into_uuid())
}
