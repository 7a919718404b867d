//! Backups that only a passphrase opens: age files (<https://age-encryption.org/v1>) of one passphrase, so
//! that other programs open them too. What is read here may come from anybody: nothing of it costs more
//! than a second or so before the passphrase has proved it, and nothing is taken that does not prove whole.

use super::backup::{Making, is_being_made, is_copy, sweep};
use super::folder::{self, FolderError};
use super::restore::numbered;
use crate::file;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufReader, BufWriter, Cursor, ErrorKind, Read, Write};
use std::iter;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// The ending behind the name of a backup that is encrypted.
pub const ENDING: &str = "age";

/// The fewest characters of a passphrase that is chosen.
pub const SHORTEST: usize = 8;

/// How every age file begins.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// How the last line of a header begins.
const LAST_LINE: &[u8] = b"\n--- ";

/// More bytes than the header of a file of one passphrase has.
const LONGEST_HEADER: u64 = 512;

/// How dear a try is, as a power of two: a fifth of a second and 64 MB, so that guessing takes long.
const COST: u8 = 16;

/// The dearest try that a file may ask for: what the program age itself writes, 256 MB.
const DEAREST: u8 = 18;

/// More bytes than any committee's file has.
const LARGEST: u64 = 1 << 32;

/// How every committee's file begins.
const DATABASE: &[u8] = b"SQLite format 3\0";

/// Bytes that are carried at a time.
const PIECE: usize = 1 << 16;

/// What opens a backup. It is written down nowhere, and nothing shows it.
#[derive(Debug, Clone)]
pub struct Passphrase(SecretString);

/// A passphrase that was chosen is soon guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooShort;

impl Passphrase {
    /// Takes a passphrase that is said to open a file.
    #[must_use]
    pub fn given(typed: &str) -> Self {
        // Typed with an input method on or off, it is the same passphrase.
        Self(typed.nfkc().collect::<String>().into())
    }

    /// Takes a passphrase that is to lock a file.
    ///
    /// # Errors
    /// [`TooShort`] below [`SHORTEST`] characters.
    pub fn chosen(typed: &str) -> Result<Self, TooShort> {
        if typed.trim().chars().count() < SHORTEST {
            return Err(TooShort);
        }
        Ok(Self::given(typed))
    }
}

/// Why an encrypted backup was not opened.
#[derive(Debug, thiserror::Error)]
pub enum EncryptedFault {
    /// It is opened by keys and not by a passphrase.
    #[error("not locked by a passphrase")]
    NoPassphrase,
    /// To try one passphrase would take longer, and more memory, than anybody's backup needs.
    #[error("asks for work of 2^{have}")]
    Dear {
        /// What it asks for, as a power of two.
        have: u8,
    },
    /// The passphrase is another, or the header was changed.
    #[error("the passphrase is another")]
    Wrong,
    /// It is not as it was written, or not all of it.
    #[error("altered or cut short")]
    Altered,
    /// It is larger than any committee's file.
    #[error("larger than {LARGEST} bytes")]
    TooLarge,
    /// It was opened, and what is in it is no committee's file.
    #[error("no committee's file in it")]
    Foreign,
    /// It could not be read.
    #[error(transparent)]
    Read(io::Error),
    /// What is in it could not be written.
    #[error(transparent)]
    Write(io::Error),
    /// There is no folder for what is in it.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

impl From<DecryptError> for EncryptedFault {
    fn from(error: DecryptError) -> Self {
        match error {
            DecryptError::ExcessiveWork { required, .. } => Self::Dear { have: required },
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Self::Wrong,
            DecryptError::NoMatchingKeys => Self::NoPassphrase,
            DecryptError::InvalidHeader
            | DecryptError::InvalidMac
            | DecryptError::UnknownFormat => Self::Altered,
            DecryptError::Io(error) => of_reading(error),
        }
    }
}

/// Tells what the medium says apart from what the content says.
fn of_reading(error: io::Error) -> EncryptedFault {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => EncryptedFault::Altered,
        _ => EncryptedFault::Read(error),
    }
}

/// Says whether a file is an encrypted backup, by how it begins, or by its name where its beginning is
/// lost.
#[must_use]
pub fn is_encrypted(path: &Path) -> bool {
    let begins = || -> io::Result<bool> {
        let mut begun = Vec::new();
        let most = u64::try_from(MAGIC.len()).unwrap_or(u64::MAX);
        file::open(path)?.take(most).read_to_end(&mut begun)?;
        Ok(begun == MAGIC)
    };
    match begins() {
        Ok(begins) => begins || path.extension() == Some(OsStr::new(ENDING)),
        // Whoever opens it next says why it cannot be.
        Err(_) => false,
    }
}

/// Returns the name of a file with the ending of an encrypted one behind it.
#[must_use]
pub fn encrypted_name(name: &OsStr) -> PathBuf {
    let mut name = name.to_owned();
    name.push(".");
    name.push(ENDING);
    PathBuf::from(name)
}

/// Writes what is read so that only the passphrase opens it.
///
/// # Errors
/// What either side says.
pub fn encrypt(from: &mut dyn Read, to: &mut dyn Write, lock: &Passphrase) -> io::Result<()> {
    encrypt_at(COST, from, to, lock)
}

/// As [`encrypt`], with a try as dear as is said, from 1 to 63.
fn encrypt_at(
    cost: u8,
    from: &mut dyn Read,
    to: &mut dyn Write,
    lock: &Passphrase,
) -> io::Result<()> {
    let mut recipient = scrypt::Recipient::new(lock.0.clone());
    recipient.set_work_factor(cost);
    let recipients = iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
    let mut sealed = encryptor.wrap_output(to)?;
    io::copy(from, &mut sealed)?;
    sealed.finish()?.flush()
}

/// Writes what is in an encrypted backup. What was written counts only when this returns well: a file
/// that was cut short or changed at its end is told at its end.
///
/// # Errors
/// [`EncryptedFault`].
pub fn decrypt(
    mut from: &mut dyn Read,
    to: &mut dyn Write,
    key: &Passphrase,
) -> Result<(), EncryptedFault> {
    let mut begun = Vec::new();
    let header = Read::by_ref(&mut from)
        .take(LONGEST_HEADER)
        .read_to_end(&mut begun);
    header.map_err(EncryptedFault::Read)?;
    // A header without an end would be read for ever.
    if !begun.starts_with(MAGIC) || !has_end(&begun) {
        return Err(EncryptedFault::Altered);
    }
    let whole = Cursor::new(begun).chain(BufReader::new(from.take(LARGEST)));
    let decryptor = Decryptor::new_buffered(whole)?;
    if !decryptor.is_scrypt() {
        return Err(EncryptedFault::NoPassphrase);
    }
    let mut identity = scrypt::Identity::new(key.0.clone());
    identity.set_max_work_factor(DEAREST);
    let mut content = decryptor.decrypt(iter::once(&identity as &dyn age::Identity))?;
    let mut first = Vec::new();
    let most = u64::try_from(DATABASE.len()).unwrap_or(u64::MAX);
    let begins = content.by_ref().take(most).read_to_end(&mut first);
    begins.map_err(of_reading)?;
    if first != DATABASE {
        return Err(EncryptedFault::Foreign);
    }
    to.write_all(&first).map_err(EncryptedFault::Write)?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = content.read(&mut piece).map_err(of_reading)?;
        match piece.get(..read) {
            Some([]) | None => break,
            Some(bytes) => to.write_all(bytes).map_err(EncryptedFault::Write)?,
        }
    }
    to.flush().map_err(EncryptedFault::Write)
}

/// Says whether the last line of a header is among some bytes, with its line feed.
fn has_end(begun: &[u8]) -> bool {
    let last = begun
        .windows(LAST_LINE.len())
        .position(|bytes| bytes == LAST_LINE);
    let behind = last.and_then(|at| begun.get(at + LAST_LINE.len()..));
    behind.is_some_and(|line| line.contains(&b'\n'))
}

/// What is in an encrypted backup, in a file that only its owner reads and that goes when this does.
///
/// A kill leaves it; [`sweep_unpacked`] takes it away when the program runs next.
#[derive(Debug)]
pub struct Unpacked(Making);

impl Unpacked {
    /// Opens a backup into a folder.
    ///
    /// # Errors
    /// [`EncryptedFault`]; nothing of it is left in the folder then.
    pub fn of(backup: &Path, folder: &Path, key: &Passphrase) -> Result<Self, EncryptedFault> {
        let mut from = file::open(backup).map_err(EncryptedFault::Read)?;
        if from.metadata().map_err(EncryptedFault::Read)?.len() > LARGEST {
            return Err(EncryptedFault::TooLarge);
        }
        folder::make(folder)?;
        let unpacked = Self(place(backup, folder).map_err(EncryptedFault::Write)?);
        let file = folder::only_mine(unpacked.path()).map_err(EncryptedFault::Write)?;
        decrypt(&mut from, &mut BufWriter::new(file), key)?;
        Ok(unpacked)
    }

    /// Returns the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.0.copy()
    }
}

/// Takes away what was unpacked and left by a kill; what somebody looks into just now stays.
pub fn sweep_unpacked(folder: &Path) {
    // Mostly there is no such folder, and what cannot be taken away now may be next time.
    let _swept = sweep(folder);
}

/// Says of each file in which the content of a backup lies open whether somebody looks into it just now; what nobody
/// does was left by a kill.
#[must_use]
pub fn unpacked_now(folder: &Path) -> Vec<bool> {
    let found = fs::read_dir(folder).into_iter().flatten().flatten();
    let copies = found.map(|entry| entry.path()).filter(|path| is_copy(path));
    copies.map(|copy| is_being_made(&copy)).collect()
}

/// Finds a name that nobody else unpacks to just now, like that of the backup.
fn place(backup: &Path, folder: &Path) -> io::Result<Making> {
    let inner = backup.file_stem().unwrap_or_default();
    let wanted = folder.join(inner).with_extension("db");
    let mut number = 1;
    let mut path = wanted.clone();
    loop {
        match Making::begin(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                number += 1;
                path = numbered(&wanted, number);
            }
            other => return other,
        }
    }
}

#[cfg(test)]
#[path = "encrypted_tests.rs"]
mod tests;
