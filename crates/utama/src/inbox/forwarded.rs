//! What an office forwarded to PPID Utama, and so may be read here whole.

use loket_domain::request::{Coordination, Recipient, Request};

/// Whether it was ever forwarded to PPID Utama.
pub(crate) fn forwarded(request: &Request) -> bool {
    request.coordination.iter().any(ours)
}

/// Whether this forwarding went to PPID Utama.
pub(crate) fn ours(coordination: &Coordination) -> bool {
    coordination.forwarding.recipient == Recipient::PpidMain
}
