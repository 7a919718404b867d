//! `lianxi backup`: makes a proved backup, and where asked puts a copy on a stick, encrypted where asked,
//! and reads it back.

use super::fault::Fault;
use super::{FINE, Job, place, tally};
use crate::desk::carry::{Errand, carry};
use crate::i18n::{backup as words, encrypted};
use crate::office::Office;
use std::path::Path;

impl Job<'_> {
    /// Makes a backup of the committee that is named, and a copy of it in a folder elsewhere.
    pub(super) fn backup(
        &mut self,
        office: &Office,
        to: Option<&Path>,
        encrypt: bool,
    ) -> Result<u8, Fault> {
        let language = self.language;
        let mut desk = place::desk(office, self.committee.as_deref())?;
        // Asked before anything is made, so that whoever thinks better of it leaves nothing.
        let lock = if encrypt {
            Some(self.choose_passphrase()?)
        } else {
            None
        };
        let backup = desk.back_up_now(&office.backups_of(desk.path()))?;
        let (seq, code) = (backup.head.seq, backup.head.code());
        let (kept, is_encrypted) = match to {
            Some(folder) => {
                let folder = folder.to_owned();
                let carried = carry(&backup.path, &Errand { folder, lock })?;
                (carried.path, carried.encrypted)
            }
            None => (backup.path, false),
        };
        let kept = kept.display().to_string();
        self.print(&format!("{}\n", words::made(language, kept, seq, code)))?;
        // Said each time: whoever carries it about should know what is on it.
        self.tell(if is_encrypted {
            encrypted::made(language)
        } else {
            words::not_protected(language)
        });
        Ok(FINE)
    }
}

/// Names a file in words, cleaned.
pub(super) fn named(path: &Path) -> String {
    tally::file_name(path)
}
