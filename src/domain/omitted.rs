//! What a stored thing does not say, because it says nothing.

/// Says whether a number is none. The serializer hands references out.
#[allow(clippy::trivially_copy_pass_by_ref)]
pub(in crate::domain) const fn zero(number: &u32) -> bool {
    *number == 0
}
