//! What documents and subsets are told apart by.

/// FNV-1a, 64 bits: tells documents and subsets apart, and promises nothing else.
pub(super) fn fingerprint(seed: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(seed ^ 0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
