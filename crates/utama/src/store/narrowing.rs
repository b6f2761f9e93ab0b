//! Which requests of an office are asked for, and in which order.

use loket_domain::ids::RequestId;

/// Which requests of an office, and in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// Which.
    pub which: Which,
    /// How the civil date of receipt begins: `2026`, `2026-11`, or empty for all time.
    pub received: String,
    /// In which order.
    pub order: Order,
}

/// Which requests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    #[default]
    Every,
    /// Those not decided yet.
    Open,
    /// Those that wait for PPID Utama.
    Forwarded,
    /// Those decided.
    Decided,
    /// These, and no other.
    These(Vec<RequestId>),
}

/// In which order. Where it does not tell two apart, they stand as in [`Order::Due`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Open ones first, the nearest deadline first; then the latest decision first.
    #[default]
    Due,
    /// The latest received first.
    Received,
    /// By number.
    Number,
    /// The latest decision first, those without one last.
    Decided,
}

impl Which {
    /// The word SQL knows it by, and which requests are named.
    pub(crate) fn asked(&self) -> (&'static str, Vec<RequestId>) {
        match self {
            Self::Every => ("every", vec![]),
            Self::Open => ("open", vec![]),
            Self::Forwarded => ("forwarded", vec![]),
            Self::Decided => ("decided", vec![]),
            Self::These(requests) => ("these", requests.clone()),
        }
    }
}
