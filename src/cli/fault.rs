//! What ends a subcommand: each fault has one sentence and one exit code.

use super::remedy::subcommand;
use super::{BAD_INPUT, DIFFERS, FILE_FAILED};
use crate::desk::backup::BackupFault;
use crate::desk::carry::CarryFault;
use crate::desk::{DeskError, ReadOnly};
use crate::domain::text::TextFault;
use crate::domain::{Refusal, World, matter};
use crate::i18n::popolo_words::quoted;
use crate::i18n::{
    Language, backup, board_cli, board_overdue, cli, cli_ledgers as ledgers, encrypted, faults,
    matter_cli, refusals, rule_file, salvage, task_cli, terms, ui,
};
use crate::settings::SettingsFault;
use crate::store::StoreError;
use crate::store::check::Damage;
use crate::store::encrypted::{EncryptedFault, SHORTEST};
use crate::store::folder::FolderError;
use chrono::NaiveDate;
use std::io;
use std::path::{Path, PathBuf};

/// Why a subcommand ended.
#[derive(Debug)]
pub(super) enum Fault {
    /// The desk did not do what it was asked.
    Desk(DeskError),
    /// What was asked for cannot be, in the world as it stands.
    Refused {
        /// Why.
        why: Box<Refusal>,
        /// What has the names.
        world: Box<World>,
    },
    /// There is no backup.
    Backup(BackupFault),
    /// A backup that was to be restored is damaged.
    BackupUnfit { file: String, damage: Damage },
    /// A backup is not where it was to be carried.
    Carry(CarryFault),
    /// An encrypted backup was not opened.
    Encrypted { file: String, fault: EncryptedFault },
    /// No passphrase was typed.
    NoPassphrase,
    /// The passphrase that was chosen is soon guessed.
    PassphraseTooShort,
    /// It was typed differently the second time.
    PassphraseDiffers,
    /// The folders are of no use.
    Folder(FolderError),
    /// The settings file was not taken.
    Settings { path: PathBuf, fault: SettingsFault },
    /// The clock of the environment is none.
    Clock(String),
    /// A file could not be read.
    Unreadable { path: PathBuf, source: io::Error },
    /// A file could not be written.
    Unwritable { path: PathBuf, source: io::Error },
    /// A file to be written is there already.
    FileThere(PathBuf),
    /// The output stream failed.
    Output(io::Error),
    /// The screen wants a terminal.
    NoTerminal,
    /// The terminal of that name draws no screen.
    DumbTerminal(String),
    /// The terminal failed.
    Terminal(io::Error),
    /// No committee was founded yet.
    NoCommittee,
    /// There are several committees and none was named.
    WhichCommittee { known: Vec<(String, String)> },
    /// There is no such committee.
    UnknownCommittee {
        given: String,
        known: Vec<(String, String)>,
    },
    /// There is no such session.
    NoSession(String),
    /// No session was held.
    NoneHeld,
    /// Several sessions have that ordinal.
    WhichSession { given: String, known: Vec<String> },
    /// Nothing of a damaged file can be proved.
    NothingToSalvage(PathBuf),
    /// There was no room for what a damaged file can still prove.
    NoRoomToSalvage(PathBuf),
    /// There was no room to restore a backup.
    NoRoomToRestore,
    /// A file that was just written did not stand the checks.
    Damage(Damage),
    /// A roster file was refused; its faults were told already.
    Roster { path: PathBuf, count: usize },
    /// A rule file was refused; its faults were told already.
    Rules { path: PathBuf, count: usize },
    /// Rules are none that the committee can adopt; why was told already.
    RulesNotAdopted { path: PathBuf, count: usize },
    /// There is no such matter.
    NoMatter(String),
    /// An answer that cannot stand at an option.
    Answer {
        option: &'static str,
        given: String,
        /// What may stand there.
        known: &'static str,
    },
    /// There is no such rule.
    NoRule(String),
    /// There is no such follow-up.
    NoTask(String),
    /// Several follow-ups have those words.
    WhichTask { given: String, known: Vec<String> },
    /// There is no such posting.
    NoPosting(String),
    /// Several postings have those words.
    WhichPosting {
        given: String,
        known: Vec<String>,
        /// How they are told apart.
        ways: Ways,
    },
    /// One of several postings is in the way.
    InTheWay { which: String, fault: Box<Fault> },
    /// No board was named, and none lacks the text.
    NoBoard,
    /// Nothing of the matter is closed that could be told as its result.
    NothingDone,
    /// No period that is over lacks anything of that kind on that board.
    NothingOverdue,
    /// A posting has no objection of that number.
    NoObjection(String),
    /// A place or a telephone for objections that names what is masked.
    NoContact(String),
    /// There is no such reminder slip.
    NoSlip(String),
    /// Nobody does a follow-up that somebody is to be reminded of.
    NobodyToRemind(String),
    /// A day is still to come.
    DayToCome(NaiveDate),
    /// It is not said what became of a village's part.
    NoWords,
    /// No rule was named, and none is adopted.
    NothingToExport,
    /// There is no such village.
    NoVillage { given: String, known: Vec<String> },
    /// Words that cannot be taken.
    Words(String, TextFault),
    /// A workbook was asked for and no file to write it into.
    WorkbookWantsFile,
    /// A workbook could not be made.
    Workbook(String),
}

/// How several postings are told apart by the command that was given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ways {
    /// They hang on several boards.
    pub board: bool,
    /// Some hang on one board and have titles of their own.
    pub title: bool,
    /// Some hang on one board under one title.
    pub id: bool,
    /// The command takes them all at once.
    pub all: bool,
}

impl Ways {
    fn words(self, language: Language) -> String {
        let ways = [
            (self.board, board_cli::way_board(language)),
            (self.title, board_cli::way_title(language)),
            (self.id, board_cli::way_id(language)),
            (self.all, board_cli::way_all(language)),
        ];
        let ways = ways
            .into_iter()
            .filter_map(|(is, words)| is.then_some(words));
        ways.collect::<Vec<_>>().join(board_cli::way_or(language))
    }
}

impl From<DeskError> for Fault {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl From<BackupFault> for Fault {
    fn from(fault: BackupFault) -> Self {
        Self::Backup(fault)
    }
}

impl From<CarryFault> for Fault {
    fn from(fault: CarryFault) -> Self {
        Self::Carry(fault)
    }
}

impl From<FolderError> for Fault {
    fn from(error: FolderError) -> Self {
        Self::Folder(error)
    }
}

impl Fault {
    /// Names a file that could not be read.
    pub fn unreadable(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        Self::Unreadable { path, source }
    }

    /// Names a file that could not be written.
    pub fn unwritable(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        Self::Unwritable { path, source }
    }

    /// Says what happened.
    pub fn sentence(&self, language: Language) -> String {
        let named = |known: &[(String, String)]| {
            let names: Vec<String> = known
                .iter()
                .map(|(name, id)| cli::committee_and_id(language, name.as_str(), id.as_str()))
                .collect();
            names.join(cli::between(language))
        };
        match self {
            Self::Refused { why, world } => {
                let words = refusals::refusal(language, world, why);
                // Answers that cannot stand were not entered, so there is nothing to change.
                let typed = matches!(**why, Refusal::Matter(matter::Refused::Intake(_)));
                let ways = why.remedies().into_iter().filter(|_| !typed);
                let ways = ways.filter_map(|way| Some((way, subcommand(way)?)));
                ways.enumerate().fold(words, |words, (at, (way, name))| {
                    let way = refusals::remedy(language, way);
                    match at {
                        0 => cli::refused_with_command(language, words, way, name),
                        _ => cli::or_with_command(language, words, way, name),
                    }
                })
            }
            Self::Desk(error) => faults::desk(language, error),
            Self::Folder(error) => faults::folder(language, error),
            Self::Backup(fault) => faults::backup(language, fault),
            Self::BackupUnfit { file, .. } => backup::restore_unfit(language, file.as_str()),
            Self::Carry(fault) => faults::carry(language, fault),
            Self::Encrypted { file, fault } => faults::encrypted(language, file, fault),
            Self::NoPassphrase => encrypted::not_given(language).to_owned(),
            Self::PassphraseTooShort => encrypted::too_short(language, SHORTEST),
            Self::PassphraseDiffers => encrypted::differs(language).to_owned(),
            Self::Settings { path, fault } => faults::settings(language, &shown(path), fault),
            Self::Clock(given) => cli::clock_wrong(language, given.as_str()),
            Self::Unreadable { path, source } => {
                cli::file_unreadable(language, shown(path), faults::system(language, source))
            }
            Self::Unwritable { path, source } => {
                cli::file_unwritable(language, shown(path), faults::system(language, source))
            }
            Self::FileThere(path) => cli::file_there(language, shown(path)),
            Self::Output(source) => {
                cli::output_unwritable(language, faults::system(language, source))
            }
            Self::NoTerminal => cli::not_a_terminal(language).to_owned(),
            Self::DumbTerminal(name) => cli::dumb_terminal(language, name.as_str()),
            Self::Terminal(source) => {
                cli::terminal_failed(language, faults::system(language, source))
            }
            Self::NoCommittee => cli::no_committee(language).to_owned(),
            Self::WhichCommittee { known } => cli::which_committee(language, named(known)),
            Self::UnknownCommittee { given, known } => {
                cli::unknown_committee(language, given.as_str(), named(known))
            }
            Self::NoSession(given) => cli::no_session(language, given.as_str()),
            Self::NoneHeld => cli::none_held(language).to_owned(),
            Self::WhichSession { given, known } => {
                let known = known.join(cli::between(language));
                cli::which_session(language, given.as_str(), known)
            }
            Self::NothingToSalvage(path) => salvage::nothing(language, shown(path)),
            Self::NoRoomToSalvage(path) => salvage::no_room(language, shown(path)),
            Self::NoRoomToRestore => backup::restore_no_room(language).to_owned(),
            Self::Damage(damage) => faults::damage(language, damage),
            Self::Roster { path, count } => cli::roster_refused(language, *count, shown(path)),
            Self::Rules { path, count } | Self::RulesNotAdopted { path, count } => {
                rule_file::refused(language, *count, shown(path))
            }
            Self::NoMatter(given) => matter_cli::no_matter(language, quoted(given)),
            Self::Answer {
                option,
                given,
                known,
            } => matter_cli::not_an_answer(language, *option, quoted(given), *known),
            Self::NoRule(given) => rule_file::no_rule(language, quoted(given)),
            Self::NoTask(given) => task_cli::no_task(language, given.as_str()),
            Self::WhichTask { given, known } => {
                task_cli::which_task(language, given.as_str(), known.join(cli::between(language)))
            }
            Self::NoPosting(given) => board_cli::no_posting(language, quoted(given)),
            Self::WhichPosting { given, known, ways } => {
                let known = known.join(cli::between(language));
                let ways = ways.words(language);
                board_cli::which_posting(language, quoted(given), known, ways)
            }
            Self::InTheWay { which, fault } => {
                board_cli::in_the_way(language, which.as_str(), fault.sentence(language))
            }
            Self::NoBoard => board_cli::no_board(language).to_owned(),
            Self::NothingOverdue => board_overdue::nothing_overdue(language).to_owned(),
            Self::NothingDone => board_cli::nothing_done(language, "lianxi tasks sign", "--text"),
            Self::NoObjection(number) => board_cli::no_objection(language, number.as_str()),
            Self::NoContact(given) => board_cli::no_contact(language, quoted(given)),
            Self::NoSlip(given) => task_cli::no_slip(language, given.as_str()),
            Self::NobodyToRemind(what) => task_cli::nobody(language, what.as_str()),
            Self::DayToCome(on) => task_cli::day_to_come(language, on.to_string()),
            Self::NoWords => task_cli::no_words(language).to_owned(),
            Self::NothingToExport => rule_file::nothing_to_export(language).to_owned(),
            Self::NoVillage { given, known } => {
                let known = terms::list(language, known.iter().map(String::as_str));
                ledgers::no_village(language, quoted(given), known)
            }
            Self::Words(given, fault) => {
                let why = match fault {
                    TextFault::Empty => ui::field_missing(language).to_owned(),
                    TextFault::TooLong { have, most } => ui::text_too_long(language, *have, *most),
                };
                ledgers::words_wrong(language, quoted(given), why)
            }
            Self::WorkbookWantsFile => ledgers::workbook_wants_file(language).to_owned(),
            Self::Workbook(why) => ledgers::workbook_failed(language, why.as_str()),
        }
    }

    /// Returns the exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Desk(error) => of_desk(error),
            Self::Refused { .. } | Self::InTheWay { .. } => DIFFERS,
            Self::Backup(fault) => of_backup(fault),
            Self::Carry(CarryFault::Unreadable { .. }) => BAD_INPUT,
            Self::Carry(_) => FILE_FAILED,
            Self::Encrypted { fault, .. } => of_encrypted(fault),
            Self::Damage(damage) | Self::BackupUnfit { damage, .. } => of_damage(damage),
            Self::NothingToSalvage(_) | Self::RulesNotAdopted { .. } => DIFFERS,
            Self::Settings {
                fault: SettingsFault::Io(_),
                ..
            }
            | Self::Folder(_)
            | Self::Unwritable { .. }
            | Self::NoRoomToSalvage(_)
            | Self::NoRoomToRestore
            | Self::FileThere(_)
            | Self::Output(_)
            | Self::Terminal(_) => FILE_FAILED,
            Self::Settings { .. }
            | Self::Clock(_)
            | Self::Unreadable { .. }
            | Self::NoTerminal
            | Self::NoPassphrase
            | Self::PassphraseTooShort
            | Self::PassphraseDiffers
            | Self::DumbTerminal(_)
            | Self::NoCommittee
            | Self::WhichCommittee { .. }
            | Self::UnknownCommittee { .. }
            | Self::NoSession(_)
            | Self::NoneHeld
            | Self::WhichSession { .. }
            | Self::Roster { .. }
            | Self::Rules { .. }
            | Self::NoMatter(_)
            | Self::Answer { .. }
            | Self::NoRule(_)
            | Self::NoVillage { .. }
            | Self::Words(..)
            | Self::WorkbookWantsFile
            | Self::Workbook(_)
            | Self::NoTask(_)
            | Self::WhichTask { .. }
            | Self::NoPosting(_)
            | Self::WhichPosting { .. }
            | Self::NoBoard
            | Self::NothingDone
            | Self::NothingOverdue
            | Self::NoObjection(_)
            | Self::NoContact(_)
            | Self::NoSlip(_)
            | Self::NobodyToRemind(_)
            | Self::DayToCome(_)
            | Self::NoWords
            | Self::NothingToExport => BAD_INPUT,
        }
    }
}

fn shown(path: &Path) -> String {
    super::tally::file_name(path)
}

/// Returns the exit code of what the desk did not do.
pub(super) fn of_desk(error: &DeskError) -> u8 {
    match error {
        DeskError::Refused(_) | DeskError::Row { .. } | DeskError::Line { .. } => DIFFERS,
        DeskError::ReadOnly(
            ReadOnly::OlderCopy { .. } | ReadOnly::Forked { .. } | ReadOnly::Damaged { .. },
        ) => DIFFERS,
        DeskError::Store(error) => of_store(error),
        DeskError::ReadOnly(
            ReadOnly::Held { .. }
            | ReadOnly::LetGo
            | ReadOnly::Disk
            | ReadOnly::Full
            | ReadOnly::Asked,
        )
        | DeskError::Folder(_)
        | DeskError::Lock(_)
        | DeskError::Write(_) => FILE_FAILED,
    }
}

fn of_store(error: &StoreError) -> u8 {
    match error {
        StoreError::Damaged { .. }
        | StoreError::HeadLost
        | StoreError::BadHeader
        | StoreError::Malformed(_) => DIFFERS,
        StoreError::TooLong { .. } => BAD_INPUT,
        _ => FILE_FAILED,
    }
}

fn of_encrypted(fault: &EncryptedFault) -> u8 {
    match fault {
        EncryptedFault::Altered | EncryptedFault::Foreign => DIFFERS,
        EncryptedFault::Wrong
        | EncryptedFault::NoPassphrase
        | EncryptedFault::Dear { .. }
        | EncryptedFault::TooLarge => BAD_INPUT,
        EncryptedFault::Read(_) | EncryptedFault::Write(_) | EncryptedFault::Folder(_) => {
            FILE_FAILED
        }
    }
}

fn of_backup(fault: &BackupFault) -> u8 {
    match fault {
        BackupFault::Copy(error) => of_store(error),
        BackupFault::Damaged(damage) => of_damage(damage),
        BackupFault::Other { .. } => DIFFERS,
        BackupFault::Folder(_) | BackupFault::Name(_) | BackupFault::Unfinished => FILE_FAILED,
    }
}

/// Returns the exit code of what a check found.
pub(super) fn of_damage(damage: &Damage) -> u8 {
    match damage {
        Damage::Unread(error) => of_store(error),
        Damage::Pages { .. } | Damage::Chain { .. } | Damage::Line { .. } | Damage::Rows { .. } => {
            DIFFERS
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_out_of_a_refusal_are_told_apart() {
        let missing = matter::Refused::RecordsMissing {
            missing: Vec::new(),
        };
        let fault = Fault::Refused {
            why: Box::new(missing.into()),
            world: Box::default(),
        };
        for (language, apart) in [(Language::Zh, "；或者"), (Language::En, "; or ")] {
            let said = fault.sentence(language);
            let (first, second) = said.split_once(apart).unwrap_or_default();
            assert!(first.ends_with("lianxi paths list"), "{said}");
            assert!(second.contains("lianxi matters file --reason"), "{said}");
        }
    }
}
