//! Sentences for what goes wrong with files, disks and settings, and for what checks find.
//!
//! Each is a whole sentence, so that what may be done can follow it.

use super::{
    Language, backup as say_backup, cli, doubt as in_doubt, encrypted as locked, fault as say,
    refusals, rows, shut, terms,
};
use crate::desk::backup::BackupFault;
use crate::desk::carry::CarryFault;
use crate::desk::{DeskError, ReadOnly};
use crate::domain::World;
use crate::domain::text::clean;
use crate::settings::SettingsFault;
use crate::store::check::Damage;
use crate::store::encrypted::EncryptedFault;
use crate::store::folder::FolderError;
use crate::store::lock::{Holder, LockError};
use crate::store::{StoreError, is_disk, is_full};
use std::io;
use std::path::Path;

/// Says why the desk did not do what it was asked.
#[must_use]
pub fn desk(language: Language, error: &DeskError) -> String {
    desk_in(language, &World::default(), error)
}

/// Says why the desk did not do what it was asked, with the names of the world at hand.
#[must_use]
pub fn desk_in(language: Language, world: &World, error: &DeskError) -> String {
    match error {
        DeskError::Refused(why) => refusals::refusal(language, world, why),
        DeskError::Store(error) => store(language, error),
        DeskError::Folder(error) => folder(language, error),
        DeskError::Lock(error) => lock(language, error),
        DeskError::ReadOnly(why) => read_only(language, why),
        DeskError::Row { table, id } => {
            say::bad_row(language, rows::row(language, world, *table, id))
        }
        DeskError::Line { seq } => say::bad_line(language, *seq),
        DeskError::Write(error) => say::internal(language, error.to_string()),
    }
}

/// Says why there is no backup.
#[must_use]
pub fn backup(language: Language, fault: &BackupFault) -> String {
    match fault {
        BackupFault::Folder(error) => folder(language, error),
        BackupFault::Copy(error) => copy(language, error),
        BackupFault::Damaged(found) => damage(language, found),
        BackupFault::Other { have, want } => say::backup_other(language, have.seq, want.seq),
        BackupFault::Name(error) => say::backup_unnamed(language, system(language, error)),
        BackupFault::Unfinished => say::backup_unfinished(language).to_owned(),
    }
}

/// Says why a file could not be copied. What was to be recorded is recorded all the same, so it is the copy
/// alone that is said not to be there.
fn copy(language: Language, error: &StoreError) -> String {
    let why = match error {
        StoreError::DiskFull { .. } => return say::backup_full(language).to_owned(),
        StoreError::Look(why) if is_full(why) => return say::backup_full(language).to_owned(),
        StoreError::Look(why) => system(language, why),
        StoreError::ReadOnly { .. } => say::read_only_disk(language).to_owned(),
        StoreError::UnwritableFolder { .. } => say::denied(language).to_owned(),
        StoreError::Io { .. } => say::failed_disk(language).to_owned(),
        StoreError::CannotOpen { code } => say::other_reason(language, code.to_string()),
        error => return store(language, error),
    };
    say::backup_unwritten(language, why)
}

/// Says why a backup is not where it was to be carried.
#[must_use]
pub fn carry(language: Language, fault: &CarryFault) -> String {
    let shown = |path: &Path| clean(&path.display().to_string()).0;
    match fault {
        CarryFault::Unreadable { path, source } => {
            cli::file_unreadable(language, shown(path), system(language, source))
        }
        CarryFault::Unwritable { path, source } => {
            cli::file_unwritable(language, shown(path), system(language, source))
        }
        CarryFault::Differs(path) => say_backup::read_back_differs(language, shown(path)),
        CarryFault::Taken(path) => cli::file_there(language, shown(path)),
    }
}

/// Says why an encrypted backup, named by its file, was not opened.
#[must_use]
pub fn encrypted(language: Language, file: &str, fault: &EncryptedFault) -> String {
    match fault {
        EncryptedFault::NoPassphrase => locked::no_passphrase(language, file),
        EncryptedFault::Dear { have } => locked::dear(language, file, u64::from(*have)),
        EncryptedFault::Wrong => locked::wrong(language, file),
        EncryptedFault::Altered => locked::altered(language, file),
        EncryptedFault::TooLarge => locked::too_large(language, file),
        EncryptedFault::Foreign => locked::foreign(language, file),
        EncryptedFault::Read(why) => cli::file_unreadable(language, file, system(language, why)),
        EncryptedFault::Write(why) => locked::unwritable(language, file, system(language, why)),
        EncryptedFault::Folder(error) => folder(language, error),
    }
}

/// Says why a desk only reads.
#[must_use]
pub fn read_only(language: Language, why: &ReadOnly) -> String {
    match why {
        ReadOnly::Held { by } => held(language, by.as_ref()),
        ReadOnly::LetGo => say::let_go(language).to_owned(),
        ReadOnly::Disk => say::disk(language).to_owned(),
        ReadOnly::Full => say::full(language).to_owned(),
        ReadOnly::Asked => say::asked(language).to_owned(),
        ReadOnly::OlderCopy { seen, have } => say::older_copy(language, *seen, *have),
        ReadOnly::Forked { seen, have } => say::forked(language, *seen, *have),
        ReadOnly::Damaged { line: None } => say::found_damaged(language).to_owned(),
        ReadOnly::Damaged { line: Some(line) } => say::found_damaged_from(language, *line),
    }
}

/// Says why what is read may be wrong; where it only may not be written, why that is.
#[must_use]
pub fn doubt(language: Language, why: &ReadOnly) -> String {
    match why {
        ReadOnly::OlderCopy { seen, have } => in_doubt::older(language, *seen, *have),
        ReadOnly::Forked { seen, have } => in_doubt::forked(language, *seen, *have),
        ReadOnly::Damaged { .. } => in_doubt::damaged(language).to_owned(),
        ReadOnly::Held { .. }
        | ReadOnly::LetGo
        | ReadOnly::Disk
        | ReadOnly::Full
        | ReadOnly::Asked => read_only(language, why),
    }
}

/// Says in a few words why a desk only reads, to stand in a corner all the time.
#[must_use]
pub const fn read_only_in_short(language: Language, why: &ReadOnly) -> &'static str {
    match why {
        ReadOnly::Held { .. } => say::held(language),
        ReadOnly::LetGo => say::let_go(language),
        ReadOnly::Disk => say::disk(language),
        ReadOnly::Full => say::full(language),
        ReadOnly::Asked => say::asked(language),
        ReadOnly::OlderCopy { .. } => say::older_copy_short(language),
        ReadOnly::Forked { .. } => say::forked_short(language),
        ReadOnly::Damaged { .. } => say::found_damaged_short(language),
    }
}

/// Says that nothing can be recorded, why, and what to do.
#[must_use]
pub fn shut(language: Language, why: &ReadOnly) -> String {
    match why {
        ReadOnly::Held { by: None } => shut::held(language).to_owned(),
        ReadOnly::Held { by: Some(by) } => {
            shut::held_by(language, by.pid.to_string(), by.host.as_str())
        }
        ReadOnly::LetGo => shut::let_go(language).to_owned(),
        ReadOnly::Disk => shut::disk(language).to_owned(),
        ReadOnly::Full => shut::full(language).to_owned(),
        ReadOnly::Asked => shut::asked(language).to_owned(),
        ReadOnly::OlderCopy { seen, have } => shut::older_copy(language, *seen, *have),
        ReadOnly::Forked { seen, have } => shut::forked(language, *seen, *have),
        ReadOnly::Damaged { .. } => shut::damaged(language).to_owned(),
    }
}

fn held(language: Language, by: Option<&Holder>) -> String {
    match by {
        Some(Holder { pid, host, since }) => {
            let pid = pid.to_string();
            let since = terms::moment(language, since, None);
            say::held_by(language, pid, since, host.as_str())
        }
        None => say::held(language).to_owned(),
    }
}

/// Says why the file could not be read or written.
#[must_use]
pub fn store(language: Language, error: &StoreError) -> String {
    let code = error
        .code()
        .map_or_else(|| "-".to_owned(), |code| code.to_string());
    match error {
        StoreError::NewerVersion { have, know } => say::newer_version(language, *have, *know),
        StoreError::OtherMode => say::other_mode(language).to_owned(),
        StoreError::OlderVersion { have, know } => say::older_version(language, *have, *know),
        StoreError::NotADatabase => say::not_a_database(language).to_owned(),
        StoreError::HeadLost => say::head_lost(language).to_owned(),
        StoreError::ForeignDatabase { .. } => say::foreign_database(language).to_owned(),
        StoreError::Empty => say::empty_file(language).to_owned(),
        StoreError::Missing { path } => say::missing_file(language, path.display().to_string()),
        StoreError::Exists { path } => say::file_exists(language, path.display().to_string()),
        StoreError::UnwritableFolder { .. } => say::unwritable_folder(language, code),
        StoreError::ReadOnly { .. } => say::read_only_file(language, code),
        StoreError::DiskFull { .. } => say::disk_full(language, code),
        StoreError::Busy { .. } => say::busy(language, code),
        StoreError::HotJournal { .. } => say::hot_journal(language, code),
        StoreError::Stray { beside } => {
            let name = beside.file_name().unwrap_or(beside.as_os_str());
            say::stray(language, name.to_string_lossy())
        }
        StoreError::Damaged { .. } => say::damaged_file(language, code),
        StoreError::CannotOpen { .. } => say::cannot_open(language, code),
        StoreError::Io { .. } => say::input_output(language, code),
        StoreError::Unconfirmed { .. } => say::unconfirmed(language, code),
        StoreError::Look(why) => say::cannot_look(language, system(language, why)),
        StoreError::TooLong { have, most } => say::too_much(language, *have, *most),
        StoreError::BadLine | StoreError::NoAct => say::internal(language, error.to_string()),
        StoreError::BadHeader => say::bad_header(language).to_owned(),
        StoreError::StaleProjections => say::stale_projections(language).to_owned(),
        StoreError::Malformed(_) => say::malformed(language).to_owned(),
        StoreError::Sql(_) => say::database(language, code),
    }
}

/// Says what a check found.
#[must_use]
pub fn damage(language: Language, damage: &Damage) -> String {
    damage_in(language, &World::default(), damage)
}

/// Says what a check found, with the names of the world that the journal tells.
#[must_use]
pub fn damage_in(language: Language, world: &World, damage: &Damage) -> String {
    match damage {
        Damage::Pages { findings } => say::pages(language, findings.len()),
        Damage::Chain { seq } => say::chain(language, *seq),
        Damage::Line { seq } => say::replay(language, *seq),
        Damage::Rows { rows } => {
            let first = rows.first();
            let first = first.map(|it| rows::row(language, world, it.table, &it.id));
            say::rows(
                language,
                rows.len(),
                first.unwrap_or_else(|| "-".to_owned()),
            )
        }
        Damage::Unread(error) => store(language, error),
    }
}

/// Says why a folder is of no use.
#[must_use]
pub fn folder(language: Language, error: &FolderError) -> String {
    match error {
        FolderError::NoHome => say::no_home(language).to_owned(),
        FolderError::Unwritable { path, source } => say::folder_unwritable(
            language,
            path.display().to_string(),
            system(language, source),
        ),
        FolderError::Unreadable { path, source } => say::folder_unreadable(
            language,
            path.display().to_string(),
            system(language, source),
        ),
    }
}

/// Says why a file could not be locked.
#[must_use]
pub fn lock(language: Language, error: &LockError) -> String {
    match error {
        LockError::Held { by } => held(language, by.as_ref()),
        LockError::Io { path, source } => {
            let path = path.display().to_string();
            say::lock_unusable(language, path, system(language, source))
        }
    }
}

/// Says why the settings of a file, named as it is to be shown, were not taken.
#[must_use]
pub fn settings(language: Language, path: &str, fault: &SettingsFault) -> String {
    match fault {
        SettingsFault::Io(why) => say::settings_unreadable(language, path, system(language, why)),
        SettingsFault::Syntax { line, found } => {
            say::settings_syntax(language, path, *line, found.as_str())
        }
        SettingsFault::UnknownKey { line, key, nearest } => {
            say::settings_key(language, path, *line, key.as_str(), *nearest)
        }
    }
}

/// Says what the system answered, to stand behind the name of a file.
#[must_use]
pub fn system(language: Language, error: &io::Error) -> String {
    use io::ErrorKind;
    let known = match error.kind() {
        ErrorKind::PermissionDenied => say::denied(language),
        ErrorKind::NotFound => say::not_found(language),
        _ if is_full(error) => say::no_space(language),
        _ if is_disk(error) => say::failed_disk(language),
        ErrorKind::ReadOnlyFilesystem => say::read_only_disk(language),
        ErrorKind::AlreadyExists => say::exists_already(language),
        ErrorKind::NotADirectory => say::not_a_folder(language),
        ErrorKind::IsADirectory => say::is_a_folder(language),
        // As of a pipe: what opens files gives the same kind for every other thing that is none.
        ErrorKind::NotSeekable => say::not_a_file(language),
        _ => {
            let found = match error.raw_os_error() {
                Some(code) => code.to_string(),
                None => error.kind().to_string(),
            };
            return say::other_reason(language, found);
        }
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A foot of the smallest screen has room for the act, the cause and what to do.
    #[test]
    fn that_there_was_no_room_for_a_backup_fits_at_the_foot() {
        let fault = BackupFault::Copy(StoreError::DiskFull { code: 13 });
        for language in Language::ALL {
            let why = backup(language, &fault);
            let said = crate::i18n::ui::recorded_without_backup(language, why);
            assert!(crate::cells::width(&said) <= 80, "{said}");
        }
    }

    #[test]
    fn that_there_is_no_backup_says_nothing_of_what_was_recorded() {
        let code = 13;
        let full = io::Error::from(io::ErrorKind::StorageFull);
        for fault in [
            StoreError::DiskFull { code },
            StoreError::ReadOnly { code },
            StoreError::UnwritableFolder { code },
            StoreError::Io { code },
            StoreError::CannotOpen { code },
            StoreError::Look(full),
        ]
        .map(BackupFault::Copy)
        {
            for (language, nothing) in [
                (Language::Zh, "没有记录"),
                (Language::En, "nothing was recorded"),
            ] {
                let said = backup(language, &fault);
                assert!(!said.contains(nothing), "{said}");
            }
        }
    }

    #[test]
    fn a_stick_that_was_pulled_out_is_no_number() {
        let gone = io::Error::from_raw_os_error(if cfg!(windows) { 1117 } else { 5 });
        for language in Language::ALL {
            let said = system(language, &gone);
            assert_eq!(said, say::failed_disk(language));
            assert!(!said.contains(|c: char| c.is_ascii_digit()), "{said}");
        }
    }
}
