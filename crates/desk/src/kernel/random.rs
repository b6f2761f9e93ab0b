//! Random bytes, as they come in from the edge.

use crate::error::DeskError;
use crate::kernel::moment::Moment;

/// Fills a buffer with random bytes.
pub type Dice = Box<dyn FnMut(&mut [u8]) -> Result<(), DeskError> + Send>;

/// The operating system's random numbers.
pub fn system_dice() -> Dice {
    Box::new(|buffer| getrandom::fill(buffer).map_err(|_| DeskError::NoRandomness))
}

/// `N` random bytes.
pub(crate) fn roll<const N: usize>(dice: &mut Dice) -> Result<[u8; N], DeskError> {
    let mut bytes = [0; N];
    dice(&mut bytes)?;
    Ok(bytes)
}

/// A UUIDv7 of this moment.
pub(crate) fn new_uuid(dice: &mut Dice, moment: Moment) -> Result<uuid::Uuid, DeskError> {
    let random = roll(dice)?;
    Ok(uuid::Builder::from_unix_timestamp_millis(moment.millis, &random).into_uuid())
}
