//! The edge that reads the clock.

use loket_desk::Moment;

/// The time on this computer.
#[allow(clippy::disallowed_methods)] // This is an edge that reads the clock.
pub(crate) fn now() -> Moment {
    let millis = u64::try_from(chrono::Utc::now().timestamp_millis()).unwrap_or(0);
    Moment { millis, local: chrono::Local::now().naive_local() }
}
