//! The kinds of file there are.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The letters of a bundle.
pub(super) const BUNDLE: &[u8; 4] = b"LKU1";
/// The letters of an acknowledgment.
pub(super) const ACKNOWLEDGMENT: &[u8; 4] = b"LKA1";
/// Every kind of file there is, by its letters.
pub(super) const KINDS: [&[u8; 4]; 2] = [BUNDLE, ACKNOWLEDGMENT];

/// What is carried in such a file.
pub trait Content: Serialize + DeserializeOwned {
    /// The first four letters.
    const MAGIC: &'static [u8; 4];
    /// Keeps keys, signatures and hashes of one kind from meaning anything in another.
    const CONTEXT: &'static str;
}
