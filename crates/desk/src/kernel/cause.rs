//! What an error follows from.

/// What an error follows from, whatever it is. It may repeat what is stored or typed, so it is neither shown nor logged.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;
