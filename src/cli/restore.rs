//! `lianxi restore`: puts a backup in the place of a committee's file, never over a newer one without a word.

use super::backup::named as name_of;
use super::fault::Fault;
use super::{DIFFERS, FINE, Job, place};
use crate::desk::backup::BackupFault;
use crate::desk::restore::{Against, against, restore};
use crate::desk::{Checking, Desk, DeskError, ReadOnly, holder};
use crate::i18n::{backup as words, cli, faults};
use crate::office::{Office, Place, is_sample};
use crate::store::check::Damage;
use crate::store::encrypted::Unpacked;
use crate::store::lock::{Lock, LockError};
use crate::store::witness::Witness;
use crate::store::{Access, Store, StoreError};
use std::path::{Path, PathBuf};

impl Job<'_> {
    /// Proves a backup, says what it would give up, and with `yes` or where nothing is lost restores it.
    pub(super) fn restore(&mut self, office: &Office, file: &Path, yes: bool) -> Result<u8, Fault> {
        let language = self.language;
        let named = name_of(file);
        let unpacked = self.unpack(office, file)?;
        let file = unpacked.as_ref().map_or(file, Unpacked::path);
        let checked = Desk::verify(file).map_err(|damage| unfit(&named, damage))?;
        let target = match office.place_of(file)? {
            Place::Known(target) | Place::New(target) => target,
            Place::Unsure { unread, new } => match self.one_of(office, &unread)? {
                Some(target) => target,
                None if yes && self.committee.is_none() => new,
                None => {
                    let names: Vec<String> = unread.iter().map(|path| name_of(path)).collect();
                    let between = cli::between(language);
                    self.tell(&words::restore_unsure(language, names.join(between)));
                    return Ok(DIFFERS);
                }
            },
        };
        office.paths.make()?;
        let lock = lock(office, &target)?;
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
            Against::Damaged(damage) => {
                words::restore_damaged(language, faults::damage(language, damage))
            }
            Against::Unreadable(error) => {
                words::restore_unreadable(language, faults::store(language, error))
            }
        };
        self.tell(&lost);
        // What cannot be read any more may still have been seen.
        if matches!(found, Against::Unreadable(_)) {
            self.seen_beyond(office, file, checked.head.seq)?;
        }
        if is_sample(file) {
            self.tell(words::restore_sample(language));
        }
        if found.gives_up() && !yes {
            self.tell(words::restore_ask(language));
            return Ok(DIFFERS);
        }
        let kept = office.backups_of(&target);
        let no_room = |fault: BackupFault| match fault.is_full() {
            true => Fault::NoRoomToRestore,
            false => fault.into(),
        };
        crate::store::folder::make(&kept).map_err(|error| no_room(error.into()))?;
        let aside = kept.join(format!("{}.replaced", stamp(office)));
        let aside = restore(file, &target, &aside).map_err(no_room)?;
        drop(lock);
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
            words::restored(language, named, head.seq, head.code())
        ))?;
        if let Some(aside) = aside {
            self.tell(&words::kept_aside(language, aside.display().to_string()));
        }
        Ok(FINE)
    }

    /// Says how much further than a backup the file went when this computer saw it last.
    fn seen_beyond(&mut self, office: &Office, backup: &Path, seq: u64) -> Result<(), Fault> {
        let store = Store::open(backup, Access::Read).map_err(DeskError::from)?;
        let witness = Witness::new(&office.paths.state, &store.header().committee);
        if let Some(seen) = witness.seen().filter(|seen| seen.seq > seq) {
            let said = words::restore_seen(self.language, seen.seq, seq, seen.seq - seq);
            self.tell(&said);
        }
        Ok(())
    }

    /// Returns which of the files that cannot be read is named as the one to be replaced.
    fn one_of(&self, office: &Office, unread: &[PathBuf]) -> Result<Option<PathBuf>, Fault> {
        let Some(asked) = self.committee.as_deref() else {
            return Ok(None);
        };
        let path = place::door(office, Some(asked))?.path;
        Ok(unread.contains(&path).then_some(path))
    }
}

/// Says why a backup is not used: what is wrong with it is nothing that the data file has.
fn unfit(file: &str, damage: Damage) -> Fault {
    let broken = match &damage {
        Damage::Unread(error) => matches!(
            error,
            StoreError::Damaged { .. }
                | StoreError::HeadLost
                | StoreError::BadHeader
                | StoreError::Malformed(_)
                | StoreError::Empty
        ),
        Damage::Pages { .. } | Damage::Chain { .. } | Damage::Line { .. } | Damage::Rows { .. } => {
            true
        }
    };
    match broken {
        true => Fault::BackupUnfit {
            file: file.to_owned(),
            damage,
        },
        false => Fault::Backup(damage.into()),
    }
}

fn stamp(office: &Office) -> String {
    office.clock().now().format("%Y%m%d-%H%M%S").to_string()
}

/// Nobody writes the file while it is replaced.
fn lock(office: &Office, target: &Path) -> Result<Lock, Fault> {
    let me = holder(office.clock().as_ref());
    Lock::take(target, &me).map_err(|error| match error {
        LockError::Held { by } => DeskError::ReadOnly(ReadOnly::Held { by }).into(),
        error => DeskError::Lock(error).into(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::i18n::Language;
    use crate::settings::Settings;
    use crate::store::folder::Paths;

    #[test]
    fn who_restores_is_named_to_whoever_finds_the_file_held() {
        let folder = tempfile::tempdir().unwrap();
        let office = Office {
            paths: Paths::find(Some(folder.path().to_owned())).unwrap(),
            settings: Settings::default(),
            language: Language::Zh,
            no_color: false,
            stopped: Some("2026-11-23T09:00:00".parse().unwrap()),
            only: None,
        };
        let target = folder.path().join("c.db");
        let _lock = lock(&office, &target).unwrap();
        let Err(Fault::Desk(DeskError::ReadOnly(ReadOnly::Held { by: Some(by) }))) =
            lock(&office, &target)
        else {
            panic!("not held");
        };
        assert_eq!(by.pid, std::process::id());
        assert!(by.since.starts_with("2026-11-23T09:00:00"), "{by:?}");
        assert_eq!(by, holder(office.clock().as_ref()));
    }
}
