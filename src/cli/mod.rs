//! The command line: one file a subcommand. A subcommand is a function of its arguments and two
//! streams, so that a test reads what a terminal would show.

mod answers;
mod arguments;
mod backup;
mod boards;
mod doctor;
mod doubt;
mod fault;
mod journal;
mod ledgers;
mod matters;
mod passphrase;
mod paths;
mod place;
mod popolo;
mod record;
mod remedy;
mod restore;
mod resume;
mod roster;
mod rules;
mod salvage;
pub mod tally;
mod tasks;
mod terminal;
mod verify;

use self::arguments::{Arguments, Asked, Export, Import, Ledgers, Rules};
use self::fault::Fault;
pub use self::passphrase::Ask;
use self::terminal::Kind;
use crate::cells::unstacked;
use crate::desk::ReadOnly;
use crate::desk::surroundings::{Clock, WallClock};
use crate::domain::text::dangerous;
use crate::file::NoFile;
use crate::i18n::{Language, cli, fault as fault_words, shared};
use crate::office::log::Entry;
use crate::office::{Office, Seen};
use crate::papers::shelf;
use crate::settings::Settings;
use crate::store::encrypted::{Unpacked, sweep_unpacked};
use crate::store::folder::Paths;
use chrono::NaiveDateTime;
use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal, Write, stdin, stdout};
use std::path::{Path, PathBuf};

/// All is well.
pub const FINE: u8 = 0;
/// A difference, damage, or a refusal by the rules.
pub const DIFFERS: u8 = 1;
/// Bad input or bad usage.
pub const BAD_INPUT: u8 = 2;
/// The file or the disk did not do what it was asked.
pub const FILE_FAILED: u8 = 3;

/// What the environment says, read once at the start.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// The folder for data, settings and logs (`LIANXI_DATA`).
    pub data: Option<PathBuf>,
    /// The moment the clock stands still at (`LIANXI_CLOCK`).
    pub clock: Option<String>,
    /// The language of the system (`LC_ALL`, `LANG`).
    pub language: Option<Language>,
    /// Whether colour is unwanted (`NO_COLOR`).
    pub no_color: bool,
    /// The home of whoever runs the program.
    pub home: Option<PathBuf>,
    /// What is said of the terminal: names of the environment and their values.
    pub terminal: Vec<(&'static str, Option<String>)>,
}

/// What a subcommand works with.
struct Job<'s> {
    language: Language,
    committee: Option<String>,
    ask: Ask,
    /// Why what was read may be wrong, where it may.
    doubt: Option<String>,
    out: &'s mut dyn Write,
    err: &'s mut dyn Write,
}

impl Environment {
    /// Returns the language of a locale's name: `zh_CN.UTF-8` is Chinese.
    #[must_use]
    pub fn language_of(locale: &str) -> Option<Language> {
        match locale.get(..2)? {
            "zh" => Some(Language::Zh),
            "en" => Some(Language::En),
            _ => None,
        }
    }

    /// Opens the office. Settings that cannot be read are told, and passed over where nothing hangs on them.
    fn office(
        &self,
        asked: Option<Language>,
        needs_settings: bool,
        told: impl FnOnce(Fault),
    ) -> Result<Office, Fault> {
        let paths = Paths::find(self.data.clone())?;
        let settings = Settings::read(&paths.settings_file).or_else(|fault| {
            let path = paths.settings_file.clone();
            let fault = Fault::Settings { path, fault };
            if needs_settings {
                return Err(fault);
            }
            told(fault);
            Ok(Settings::default())
        })?;
        let language = asked.or_else(|| settings.language()).or(self.language);
        Ok(Office {
            paths,
            settings,
            language: language.unwrap_or_default(),
            no_color: self.no_color,
            stopped: self.stopped()?,
            only: None,
        })
    }

    fn stopped(&self) -> Result<Option<NaiveDateTime>, Fault> {
        let read = |text: &String| {
            NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
                .map_err(|_| Fault::Clock(text.clone()))
        };
        self.clock.as_ref().map(read).transpose()
    }

    /// Returns what the terminal calls itself (`TERM`).
    fn terminal_name(&self) -> Option<&str> {
        let told = self.terminal.iter().find(|(name, _)| *name == "TERM");
        told?.1.as_deref()
    }

    /// Returns what the clock says, whatever else is wrong.
    fn now(&self) -> NaiveDateTime {
        let stopped = self.stopped().ok().flatten();
        stopped.unwrap_or_else(|| WallClock.now().naive_local())
    }

    /// Returns the language to speak before anything else is known to be whole.
    fn tongue(&self, asked: Option<Language>) -> Language {
        let set = || {
            let paths = Paths::find(self.data.clone()).ok()?;
            Settings::read(&paths.settings_file).ok()?.language()
        };
        asked.or_else(set).or(self.language).unwrap_or_default()
    }
}

/// Runs the terminal program until it ends.
pub type Screen = fn(Office) -> io::Result<()>;

/// What the terminal does for the command line; it comes from outside, so that this layer names none.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// Opens the screen.
    pub screen: Screen,
    /// Asks for what is not shown.
    pub ask: Ask,
    /// Looks at the terminal itself.
    pub probe: fn() -> io::Result<Seen>,
}

/// Does what the arguments ask for and returns the exit code. The first argument is the program.
///
/// Without a subcommand the screen opens.
pub fn run(
    environment: &Environment,
    arguments: &[OsString],
    terminal: Terminal,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let language = environment.tongue(arguments::language_in(arguments));
    let Arguments {
        committee,
        lang,
        read_only,
        asked,
    } = match arguments::read(language, arguments) {
        Ok(arguments) => arguments,
        Err(answer) => {
            let words = harmless(&answer.words);
            let words = words.as_bytes();
            // Nobody is left to be told when that fails.
            let _ = match answer.code {
                FINE => out.write_all(words),
                _ => err.write_all(words),
            };
            return answer.code;
        }
    };
    if let Some(Asked::Tally { rule, files }) = asked {
        return tally::tally(language, &rule, &files, out, err);
    }
    let mut job = Job {
        language,
        committee,
        ask: terminal.ask,
        doubt: None,
        out,
        err,
    };
    if let Some(Asked::Doctor) = asked {
        return job.doctor(environment, lang, terminal.probe);
    }
    let only = match &asked {
        Some(Asked::Verify { file: Some(file) }) => Some(file.clone()),
        _ => read_only,
    };
    // Whoever has a file to save is not sent away to mend a line about colours.
    let needs_settings = only.is_none() && !asked.as_ref().is_some_and(Asked::saves);
    let office = environment.office(lang, needs_settings, |fault| {
        let fault = fault.sentence(language);
        job.tell(&fault_words::settings_passed_over(language, fault));
    });
    let office = office.map(|office| Office { only, ..office });
    if let Ok(office) = &office {
        sweep_unpacked(&office.paths.unpacked());
    }
    // What is unpacked to be looked into stays until everything is done with it.
    let mut unpacked = None;
    let office = office.and_then(|mut office| {
        if let Some(path) = office.only.take() {
            unpacked = job.unpack(&office, &path)?;
            let plain = unpacked.as_ref().map_or(path.as_path(), Unpacked::path);
            office.only = Some(plain.to_owned());
        }
        Ok(office)
    });
    let done = office.and_then(|office| match asked {
        Some(asked) => {
            let name = asked.name();
            let done = job.run(&office, asked).map(|code| job.doubted(code));
            let code = done.as_ref().map_or_else(Fault::code, |code| *code);
            office.note(Entry::Asked(name, code));
            done
        }
        None => open(terminal.screen, environment, office),
    });
    match done {
        Ok(code) => code,
        Err(fault) => {
            let what = fault.sentence(language);
            job.tell(&cli::error(language, what));
            fault.code()
        }
    }
}

impl Job<'_> {
    fn run(&mut self, office: &Office, asked: Asked) -> Result<u8, Fault> {
        let writes = matches!(
            asked,
            Asked::Backup { .. }
                | Asked::Restore { .. }
                | Asked::Rules(Rules::Import { .. })
                | Asked::Ledgers(Ledgers::Add { .. })
        ) || matches!(&asked, Asked::Tasks(tasks) if tasks.writes())
            || matches!(&asked, Asked::Matters(asked) if asked.writes())
            || matches!(&asked, Asked::Paths(asked) if asked.writes())
            || matches!(&asked, Asked::Boards(asked) if asked.writes());
        if writes && office.only.is_some() {
            return Err(Fault::Desk(ReadOnly::Asked.into()));
        }
        match asked {
            Asked::Record {
                session,
                text,
                output,
            } => self.record(office, &session, text, output.as_deref()),
            Asked::CountSheets {
                session,
                text,
                output,
            } => self.count_sheets(office, &session, text, output.as_deref()),
            Asked::Verify { .. } => self.verify(office),
            Asked::Resume { yes } => self.resume(office, yes),
            Asked::Backup { to, encrypt } => self.backup(office, to.as_deref(), encrypt),
            Asked::Restore { file, yes } => self.restore(office, &file, yes),
            Asked::Salvage { damaged, to } => self.salvage(office, &damaged, &to),
            Asked::Tasks(asked) => self.tasks(office, asked),
            Asked::Rules(asked) => self.rules(office, asked),
            Asked::Ledgers(asked) => self.ledgers(office, asked),
            Asked::Report(asked) => self.report(office, &asked),
            Asked::Boards(asked) => self.boards(office, &asked),
            Asked::Paths(asked) => self.paths(office, &asked),
            Asked::Matters(asked) => self.matters(office, asked),
            Asked::Import(Import::Roster { file }) => self.import_roster(office, &file),
            Asked::Import(Import::Popolo { rule, files }) => {
                Ok(popolo::import(office, &rule, &files, self.out, self.err))
            }
            Asked::Export(Export::Roster { template, output }) => {
                self.export_roster(office, template, output.as_deref())
            }
            Asked::Export(Export::Journal { output }) => {
                self.export_journal(office, output.as_deref())
            }
            // Answered before there was an office: they need none.
            Asked::Tally { .. } | Asked::Doctor => Ok(FINE),
        }
    }

    /// Writes to the file asked for, never over one that is there, or else to the stream.
    fn write(&mut self, text: &str, output: Option<&Path>, said: Said) -> Result<u8, Fault> {
        let Some(path) = output else {
            return self.print(text);
        };
        self.put(harmless(text).as_bytes(), path, said)
    }

    /// Writes to a new file, to the byte.
    fn put(&mut self, bytes: &[u8], path: &Path, said: Said) -> Result<u8, Fault> {
        shelf::put_new(path, bytes).map_err(|source| match source.kind() {
            ErrorKind::AlreadyExists => Fault::FileThere(path.to_owned()),
            _ => Fault::unwritable(path, source),
        })?;
        self.tell(&said(self.language, tally::file_name(path)));
        Ok(FINE)
    }

    fn print(&mut self, text: &str) -> Result<u8, Fault> {
        match self
            .out
            .write_all(unstacked(&harmless(text)).as_bytes())
            .and_then(|()| self.out.flush())
        {
            // A reader that has seen enough, as `head`, is no fault.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Fault::Output(error)),
            _ => Ok(FINE),
        }
    }

    /// Says that where a photo or a paper is said to lie there is no such file on this machine.
    fn tell_not_here(&mut self, written: &str) {
        let said = match crate::file::no_file(written) {
            Some(NoFile::NotHere) => shared::file_not_here,
            Some(NoFile::Folder) => shared::file_is_folder,
            None => return,
        };
        self.tell(&said(self.language, written.trim()));
    }

    fn tell(&mut self, line: &str) {
        // Nobody is left to be told when that fails.
        let _ = writeln!(self.err, "{}", unstacked(&harmless(line)));
    }
}

/// Returns a text as it may be written anywhere: what could drive a terminal is spelt out. The mark at
/// the beginning by which spreadsheets know UTF-8 stays.
fn harmless(text: &str) -> Cow<'_, str> {
    let layout = |at: usize, c: char| matches!(c, '\n' | '\r' | '\t') || at == 0 && c == '\u{FEFF}';
    if text
        .char_indices()
        .all(|(at, c)| layout(at, c) || !dangerous(c))
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if dangerous(c) && !layout(at, c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The sentence that says which file was written.
type Said = fn(Language, String) -> String;

fn open(screen: Screen, environment: &Environment, mut office: Office) -> Result<u8, Fault> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Fault::NoTerminal);
    }
    let name = environment.terminal_name().unwrap_or_default();
    match Kind::named(name) {
        Kind::Dumb => return Err(Fault::DumbTerminal(name.to_owned())),
        Kind::Mono => office.no_color = true,
        Kind::Colour => {}
    }
    match &office.only {
        // Better said here than on a screen that has nothing to show.
        Some(path) => drop(office.open(path)?),
        None => office.paths.make()?,
    }
    screen(office).map_err(Fault::Terminal)?;
    Ok(FINE)
}
