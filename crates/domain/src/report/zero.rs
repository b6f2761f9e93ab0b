//! A count that came later than the first reports: where it is nought it is not written, so that those are written as they were.

#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference.
pub(super) fn is_zero(count: &u32) -> bool {
    *count == 0
}
