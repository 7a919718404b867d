//! The passphrase of the screen: what is kept of it proves one that is typed and gives none away.

use super::Office;
use crate::store::folder::FolderError;
use crate::store::memory::Memory;
use scrypt::{Params, scrypt};
use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// How dear a try is, as a power of two; a tenth of a second and 32 MB on a small computer.
const COST: u8 = 15;

/// The dearest try that a kept passphrase may ask for.
const DEAREST: u8 = 20;

/// Bytes of what is kept.
const LENGTH: usize = 32;

/// What is kept of a passphrase.
struct Kept {
    cost: u8,
    salt: String,
    proof: String,
}

impl Kept {
    fn of(passphrase: &str) -> Option<Self> {
        let salt = format!("{}{}", Uuid::now_v7().simple(), Uuid::now_v7().simple());
        let proof = prove(passphrase, &salt, COST)?;
        Some(Self {
            cost: COST,
            salt,
            proof,
        })
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(':');
        let (scheme, cost) = (parts.next()?, parts.next()?.parse().ok()?);
        let (salt, proof) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        let whole = scheme == "scrypt" && cost <= DEAREST && proof.len() == LENGTH * 2;
        whole.then_some(Self { cost, salt, proof })
    }

    fn write(&self) -> String {
        format!("scrypt:{}:{}:{}\n", self.cost, self.salt, self.proof)
    }

    fn is_of(&self, passphrase: &str) -> bool {
        let Some(proof) = prove(passphrase, &self.salt, self.cost) else {
            return false;
        };
        // As long for a near miss as for a far one.
        let pairs = proof.bytes().zip(self.proof.bytes());
        proof.len() == self.proof.len() && pairs.fold(0, |all, (a, b)| all | (a ^ b)) == 0
    }
}

fn prove(passphrase: &str, salt: &str, cost: u8) -> Option<String> {
    // Typed with an input method on or off, it is the same passphrase.
    let passphrase: String = passphrase.nfkc().collect();
    let mut out = [0; LENGTH];
    let params = Params::new(cost, 8, 1).ok()?;
    scrypt(passphrase.as_bytes(), salt.as_bytes(), &params, &mut out).ok()?;
    Some(out.iter().fold(String::new(), |mut text, byte| {
        // A string takes whatever is written to it.
        let _written = write!(text, "{byte:02x}");
        text
    }))
}

impl Office {
    fn kept(&self) -> Option<Kept> {
        Kept::read(&Memory::Passphrase.recall(&self.paths)?)
    }

    /// Says whether the screen has a passphrase.
    #[must_use]
    pub fn has_passphrase(&self) -> bool {
        self.kept().is_some()
    }

    /// Says whether it is this one; slow, so that trying many takes long.
    #[must_use]
    pub fn is_passphrase(&self, passphrase: &str) -> bool {
        self.kept().is_some_and(|kept| kept.is_of(passphrase))
    }

    /// Gives the screen a passphrase; an empty one takes it away.
    ///
    /// # Errors
    /// Where it cannot be written; then the one before stands.
    pub fn set_passphrase(&self, passphrase: &str) -> Result<(), FolderError> {
        match Kept::of(passphrase).filter(|_| !passphrase.is_empty()) {
            Some(kept) => Memory::Passphrase.keep(&self.paths, &kept.write()),
            None => {
                Memory::Passphrase.forget(&self.paths);
                Ok(())
            }
        }
    }

    /// Remembers whether the screen is locked, for a program that is ended and begun again. Where a file is only looked
    /// into nothing is written: such a lock holds until the program ends.
    pub fn keep_locked(&self, locked: bool) {
        if !self.keeps() {
            return;
        }
        if locked {
            // A lock that cannot be remembered holds until the program ends.
            let _unkept = Memory::Locked.keep(&self.paths, "1");
        } else {
            Memory::Locked.forget(&self.paths);
        }
    }

    /// Says whether the screen was locked when the program ended.
    #[must_use]
    pub fn was_locked(&self) -> bool {
        Memory::Locked.recall(&self.paths).is_some() && self.has_passphrase()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_passphrase_is_proved_and_not_kept() {
        let kept = Kept::of("三河 open 1").unwrap();
        let text = kept.write();
        assert!(!text.contains("open"));
        let kept = Kept::read(&text).unwrap();
        assert!(kept.is_of("三河 open 1"));
        assert!(kept.is_of("三河　ｏｐｅｎ　１"));
        for other in ["", "三河 open", "三河 open 2", "三河 OPEN 1"] {
            assert!(!kept.is_of(other), "{other}");
        }
        // Two of the same look different.
        assert_ne!(Kept::of("三河 open 1").unwrap().proof, kept.proof);
    }

    #[test]
    fn what_is_no_passphrase_is_none() {
        let whole = Kept::of("x").unwrap().write();
        let dear = whole.replace("scrypt:15", "scrypt:60");
        for text in ["", "scrypt", "scrypt:15:a:b", "plain:15:a:b", &dear] {
            assert!(Kept::read(text).is_none(), "{text}");
        }
    }
}
