//! The hash of the chain: 32 raw bytes in the file, hexadecimal for people and sidecar files.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};
use std::fmt;

/// A SHA-256 that names a line of the journal and everything before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// What stands before the header: 32 zero bytes.
    pub const ZERO: Self = Self([0; 32]);

    /// Chains a line to this hash: `SHA-256(self || bytes)`.
    #[must_use]
    pub fn then(&self, bytes: &[u8]) -> Self {
        let mut sha = Sha256::new();
        sha.update(self.0);
        sha.update(bytes);
        Self(sha.finalize().into())
    }

    /// Takes 32 raw bytes, or nothing when there are more or fewer.
    #[must_use]
    pub fn from_raw(raw: &[u8]) -> Option<Self> {
        raw.try_into().ok().map(Self)
    }

    /// Reads 64 hexadecimal digits of either case, or nothing.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        let digits: Vec<u8> = hex
            .chars()
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
            .collect::<Option<_>>()?;
        let (pairs, rest) = digits.as_chunks::<2>();
        let raw: Vec<u8> = pairs.iter().map(|[high, low]| high << 4 | low).collect();
        rest.is_empty().then(|| Self::from_raw(&raw)).flatten()
    }

    /// Returns the 32 raw bytes.
    #[must_use]
    pub fn as_raw(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(from)?;
        Self::from_hex(&hex).ok_or_else(|| de::Error::custom("64 hexadecimal digits"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn hex_goes_there_and_back() {
        let hash = Hash::ZERO.then(b"x");
        assert_eq!(Hash::from_hex(&hash.to_string()), Some(hash));
        assert_eq!(Hash::from_hex(&hash.to_string().to_uppercase()), Some(hash));
    }

    #[test]
    fn what_is_no_hash_is_refused() {
        let long = "0".repeat(66);
        for bad in ["", "0", "zz", "全", &long, &"0".repeat(63)] {
            assert_eq!(Hash::from_hex(bad), None);
        }
    }
}
