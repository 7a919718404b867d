//! `lianxi restore`: puts a backup in the place of a committee's file, never over a newer one without a word.

use super::backup::named;
use super::fault::Fault;
use super::{DIFFERS, FINE, Job};
use crate::desk::restore::{Against, against, restore};
use crate::desk::{Checking, Desk, DeskError, ReadOnly};
use crate::i18n::{backup as words, faults};
use crate::office::Office;
use crate::store::lock::{Holder, Lock, LockError};
use std::path::Path;

impl Job<'_> {
    /// Proves a backup, says what it would give up, and with `yes` or where nothing is lost restores it.
    pub(super) fn restore(&mut self, office: &Office, file: &Path, yes: bool) -> Result<u8, Fault> {
        let language = self.language;
        let checked = Desk::verify(file).map_err(|damage| Fault::Backup(damage.into()))?;
        let target = office.file_of(file)?;
        office.paths.make()?;
        let _lock = lock(&target)?;
        let found = against(file, &target).map_err(DeskError::from)?;
        let lost = match &found {
            Against::Nothing => words::restore_new(language).to_owned(),
            Against::Same => {
                self.tell(words::restore_needless(language));
                return Ok(FINE);
            }
            Against::Ahead { more } => words::restore_ahead(language, *more),
            Against::Behind { lost } => words::restore_behind(language, *lost, checked.head.seq),
            Against::Forked { have, there } => words::restore_forked(language, *have, *there),
            Against::Unreadable(error) => {
                words::restore_unreadable(language, faults::store(language, error))
            }
        };
        self.tell(&lost);
        if found.gives_up() && !yes {
            self.tell(words::restore_ask(language));
            return Ok(DIFFERS);
        }
        let kept = office.backups_of(&target);
        crate::store::folder::make(&kept)?;
        let aside = kept.join(format!("{}.replaced", stamp(office)));
        restore(file, &target, &aside)?;
        drop(_lock);
        let mut desk = office.open(&target)?;
        if let Checking::ReadOnly(ReadOnly::OlderCopy { .. } | ReadOnly::Forked { .. }) =
            desk.checking()
        {
            // Restoring is the word that this one is gone on with.
            desk.resume()?;
        }
        let head = checked.head;
        self.print(&format!(
            "{}\n",
            words::restored(language, named(file), head.seq, head.code())
        ))?;
        if aside.exists() {
            self.tell(&words::kept_aside(language, aside.display().to_string()));
        }
        Ok(FINE)
    }
}

fn stamp(office: &Office) -> String {
    office.clock().now().format("%Y%m%d-%H%M%S").to_string()
}

/// Nobody writes the file while it is replaced.
fn lock(target: &Path) -> Result<Lock, Fault> {
    let me = Holder {
        pid: std::process::id(),
        host: String::new(),
        since: String::new(),
    };
    Lock::take(target, &me).map_err(|error| match error {
        LockError::Held { by } => DeskError::ReadOnly(ReadOnly::Held { by }).into(),
        error => DeskError::Lock(error).into(),
    })
}
