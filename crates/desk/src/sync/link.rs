//! The seam between the engine of sync and whatever carries its calls to a server.
//!
//! The engine (`round`, `enrol`) reads no clock, rolls no dice of its own, starts no task and knows no HTTP: it makes
//! [`Call`]s and reads [`Answer`]s through a [`Link`]. [`super::Client`] is the link over HTTP. A simulated link hands the
//! call to the server's `Service::answer` in the same process, loses, doubles or cuts it on the way as its seed says, and so
//! drives the very code that runs in an office.

use loket_journal::protocol::{Answer, Call};
use std::future::Future;

/// Carries calls to servers. A link may lose a call or its answer, carry either twice, or cut both at any byte; the engine
/// stands all of it.
pub trait Link: Sync {
    /// Carries `call` to `server` (its address as the person typed it) and brings back what it says.
    ///
    /// # Errors
    /// [`LinkFault`] when no whole answer came back. The server may have heard the call all the same.
    fn ask(&self, server: &str, call: Call) -> impl Future<Output = Result<Answer, LinkFault>> + Send;
}

/// Why no whole answer came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// The address is not one.
    Address,
    /// Plain http is for this computer only.
    NotEncrypted,
    /// An answer larger than any of the protocol.
    TooLarge,
    /// The link broke, or was never there.
    Broken {
        /// The beginning of a yes, as far as it came.
        received: Vec<u8>,
    },
}

impl LinkFault {
    /// The link broke before anything came back.
    pub fn silent() -> Self {
        Self::Broken { received: vec![] }
    }
}
