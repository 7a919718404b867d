//! `lianxi doctor`: what a helper asks first, and what to do about each thing that is not well. It
//! names no committee, no person and no words, and it needs nothing to be well.

use super::fault::Fault;
use super::terminal::Kind;
use super::{DIFFERS, Environment, FINE, Job};
use crate::desk::Desk;
use crate::desk::surroundings::is_behind;
use crate::i18n::{Language, acts, doctor as say, faults, terms};
use crate::office::Seen;
use crate::settings::Settings;
use crate::store::check::Damage;
use crate::store::encrypted::unpacked_now;
use crate::store::folder::{Paths, free_space, is_open_to_others};
use crate::store::lock::is_held;
use crate::store::witness::{Standing, Witness};
use crate::store::{Access, FORMAT, MODES, Store, StoreError, sqlite_version};
use chrono::{DateTime, Local, NaiveDate, NaiveDateTime};
use std::env::consts::{ARCH, OS};
use std::io::{self, ErrorKind, IsTerminal, stdout};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// How old the newest backup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Newest {
    /// There is none.
    None,
    /// It was made so many days ago.
    Days(i64),
    /// It bears a day that is still to come: the clock was wrong then, or is now.
    Ahead,
}

/// A backup older than so many days should be made anew.
const OLD: i64 = 40;

/// With less room than this a disk is as good as full.
const LITTLE: u64 = 50_000_000;

/// What was found, line by line.
struct Findings {
    language: Language,
    home: Option<PathBuf>,
    now: NaiveDateTime,
    lines: Vec<String>,
    unwell: bool,
}

impl Job<'_> {
    /// Looks at everything and prints it; code 1 where something should be done.
    pub(super) fn doctor(
        &mut self,
        environment: &Environment,
        lang: Option<Language>,
        probe: fn() -> io::Result<Seen>,
    ) -> u8 {
        let language = lang.unwrap_or(self.language);
        let mut found = Findings {
            language,
            home: environment.home.clone(),
            now: environment.now(),
            lines: Vec::new(),
            unwell: false,
        };
        found.program(environment, probe);
        match Paths::find(environment.data.clone()) {
            Ok(paths) => {
                found.folders(&paths);
                found.files(&paths);
            }
            Err(error) => found.wrong(faults::folder(language, &error)),
        }
        found.right(say::not_encrypted(language).to_owned());
        let last = if found.unwell {
            say::unwell(language)
        } else {
            say::well(language)
        };
        found.lines.push(last.to_owned());
        let text = found.lines.join("\n") + "\n";
        match self.print(&text) {
            Ok(_) if found.unwell => DIFFERS,
            Ok(_) => FINE,
            Err(fault) => self.failed(&fault),
        }
    }

    fn failed(&mut self, fault: &Fault) -> u8 {
        self.tell(&fault.sentence(self.language));
        fault.code()
    }
}

/// What is to be done about a file that could not be checked, or not found whole.
enum Care {
    /// It cannot be read any more: what can be proved is brought into a new one. Damage says so itself.
    Save,
    /// It is none of this program's.
    MoveAway,
    /// The system does not let it be read.
    LetIn,
    /// What is the matter says itself what to do.
    Said,
}

impl Care {
    fn of(damage: &Damage) -> Self {
        let Damage::Unread(error) = damage else {
            return Self::Said;
        };
        match error {
            StoreError::NotADatabase | StoreError::ForeignDatabase { .. } => Self::MoveAway,
            // A folder, a pipe or a device.
            StoreError::Look(why)
                if matches!(why.kind(), ErrorKind::IsADirectory | ErrorKind::NotSeekable) =>
            {
                Self::MoveAway
            }
            StoreError::Look(_) | StoreError::CannotOpen { .. } => Self::LetIn,
            StoreError::Io { .. } | StoreError::Sql(_) => Self::Save,
            _ => Self::Said,
        }
    }
}

impl Findings {
    fn right(&mut self, line: String) {
        self.lines.push(line);
    }

    /// Takes down what should be mended.
    fn wrong(&mut self, line: impl Into<String>) {
        let line = say::wrong(self.language, line.into());
        self.lines.push(line);
        self.unwell = true;
    }

    /// Returns a path as a helper may see it: whose home it lies in is nobody's business.
    fn shown(&self, path: &Path) -> String {
        let inside = self
            .home
            .as_ref()
            .and_then(|home| path.strip_prefix(home).ok());
        match inside {
            Some(inside) => Path::new("~").join(inside).display().to_string(),
            None => path.display().to_string(),
        }
    }

    fn program(&mut self, environment: &Environment, probe: fn() -> io::Result<Seen>) {
        let language = self.language;
        let version = env!("CARGO_PKG_VERSION");
        self.right(say::program(language, version, OS, ARCH));
        self.right(say::sqlite(language, sqlite_version(), MODES, FORMAT));
        let told: Vec<String> = environment
            .terminal
            .iter()
            .filter_map(|(name, value)| Some(format!("{name}={}", value.as_ref()?)))
            .collect();
        self.right(say::terminal(language, told.join(" ")));
        if !stdout().is_terminal() {
            self.right(say::no_terminal(language).to_owned());
        } else if let Some(name) = environment.terminal_name() {
            match Kind::named(name) {
                Kind::Dumb => self.wrong(say::dumb_term(language, name)),
                Kind::Mono => self.right(say::mono_term(language).to_owned()),
                Kind::Colour => {}
            }
            match probe() {
                Ok(seen) => self.screen(seen),
                Err(error) => self.wrong(faults::system(language, &error)),
            }
        } else {
            self.wrong(say::no_term(language));
        }
        let utf8 = |value: &String| value.to_ascii_lowercase().replace('-', "").contains("utf8");
        let locale = environment
            .terminal
            .iter()
            .filter(|it| matches!(it.0, "LC_ALL" | "LANG"));
        let mut locale = locale.filter_map(|it| it.1.as_ref());
        if cfg!(unix) && !locale.next().is_some_and(utf8) {
            self.wrong(say::no_utf8(language));
        }
    }

    /// Says what the terminal is found to be.
    fn screen(&mut self, seen: Seen) {
        let language = self.language;
        let (columns, rows) = seen.size;
        let width = match seen.wide {
            Some(false) => say::narrow(language),
            Some(true) => say::wide(language),
            None => say::width_unsaid(language),
        };
        self.right(say::seen(language, columns, rows, seen.colours, width));
        if columns < 80 || rows < 24 {
            self.wrong(say::small(language));
        }
    }

    fn folders(&mut self, paths: &Paths) {
        let language = self.language;
        for (what, path) in [
            (say::data(language), paths.committees()),
            (say::state(language), paths.state.clone()),
            (say::logs(language), paths.logs.clone()),
        ] {
            let shown = self.shown(&path);
            if !path.exists() {
                self.right(say::folder_not_there(language, what, shown));
                continue;
            }
            let free = free_space(&path);
            let room = free.map_or_else(|| "-".to_owned(), size);
            self.right(say::folder(language, what, shown, room));
            if let Err(error) = tempfile_in(&path) {
                self.wrong(say::folder_shut(language, faults::system(language, &error)));
            }
            if free.is_some_and(|free| free < LITTLE) {
                self.wrong(say::little_room(language));
            }
            if is_open_to_others(&path) {
                self.wrong(say::folder_open(language));
            }
        }
        self.unpacked(&paths.unpacked());
        let shown = self.shown(&paths.settings_file);
        if paths.settings_file.exists() {
            self.right(say::settings(language, shown.as_str()));
        } else {
            self.right(say::settings_not_there(language, shown.as_str()));
        }
        if let Err(fault) = Settings::read(&paths.settings_file) {
            self.wrong(faults::settings(language, &shown, &fault));
        }
    }

    /// Says where the content of an encrypted backup lies open, and whose hands it is in.
    fn unpacked(&mut self, folder: &Path) {
        let (language, shown) = (self.language, self.shown(folder));
        let (now, left): (Vec<bool>, Vec<bool>) =
            unpacked_now(folder).into_iter().partition(|it| *it);
        if !now.is_empty() {
            self.right(say::open_now(language, shown.as_str(), now.len()));
        }
        if !left.is_empty() {
            self.wrong(say::left_open(language, shown, left.len()));
        }
    }

    fn files(&mut self, paths: &Paths) {
        let language = self.language;
        match paths.list() {
            Ok(files) if files.is_empty() => self.right(say::no_files(language).to_owned()),
            Ok(files) => {
                for (number, file) in (1..).zip(&files) {
                    self.file(paths, (number, files.len()), file);
                }
            }
            Err(error) => self.wrong(faults::folder(language, &error)),
        }
    }

    fn file(&mut self, paths: &Paths, (number, of): (usize, usize), file: &Path) {
        let language = self.language;
        let found = std::fs::metadata(file);
        let changed = found.as_ref().ok().and_then(|it| it.modified().ok());
        // A name that a person gave may say whose file it is. Its place among the others, its size and its day
        // let whoever sits there find it, and tell nobody else anything.
        let stem = file.file_stem().map(|it| it.to_string_lossy().into_owned());
        let told = stem.filter(|stem| stem == "sample" || Uuid::parse_str(stem).is_ok());
        let name = told.unwrap_or_else(|| {
            let changed = changed.map(|at| DateTime::<Local>::from(at).to_rfc3339());
            let changed = changed.map_or_else(
                || "-".to_owned(),
                |at| terms::moment(language, &at, Some(self.now.date())),
            );
            say::file_number(language, number, of, changed)
        });
        let length = found.map_or(0, |it| it.len());
        self.right(say::file(language, name, size(length)));
        if is_open_to_others(file) {
            self.right(say::file_open(language).to_owned());
        }
        if is_held(file) {
            self.right(say::held(language).to_owned());
        }
        match Desk::verify(file) {
            Ok(checked) => {
                let head = checked.head;
                self.right(match checked.compared {
                    true => say::whole(language, head.seq, head.code()),
                    false => say::whole_older(language, head.seq, head.code()),
                });
                self.lacks(file);
                self.standing(paths, file);
                self.clock(file);
                self.backup(paths, file);
            }
            Err(damage) => {
                self.wrong(faults::damage(language, &damage));
                // Of no use to whoever sits there, and of some to whoever helps.
                if let Damage::Pages { findings } = &damage
                    && let Some(first) = findings.first()
                {
                    self.right(say::sqlite_says(language, first.as_str()));
                }
                match Care::of(&damage) {
                    Care::Save => self.wrong(say::damaged(language)),
                    Care::MoveAway => return self.wrong(say::not_of_here(language)),
                    Care::LetIn => return self.wrong(say::let_in(language)),
                    Care::Said => {}
                }
                // When there was one last is asked most where the file is not whole; none can be made of it.
                if self.newest_backup(paths, file) == Newest::None {
                    self.right(say::never_backed_up(language).to_owned());
                }
            }
        }
    }

    /// Says how old the newest backup is, and what to do where there is none or an old one.
    fn backup(&mut self, paths: &Paths, file: &Path) {
        let language = self.language;
        match self.newest_backup(paths, file) {
            Newest::None => self.wrong(say::no_backup(language)),
            Newest::Days(days) if days > OLD => self.wrong(say::old_backup(language, days)),
            Newest::Days(_) | Newest::Ahead => {}
        }
    }

    /// Says of which day the newest backup is, by its name, and whether there is one that bears a day to come.
    fn newest_backup(&mut self, paths: &Paths, file: &Path) -> Newest {
        let language = self.language;
        let entries = std::fs::read_dir(paths.backups_of(file))
            .into_iter()
            .flatten();
        let days = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.ends_with(".db"))
            .filter_map(|name| NaiveDate::parse_from_str(name.get(..8)?, "%Y%m%d").ok());
        let (come, later): (Vec<NaiveDate>, Vec<NaiveDate>) =
            days.partition(|day| *day <= self.now.date());
        let later = later.into_iter().max();
        if let Some(day) = later {
            self.wrong(say::later_backup(language, terms::date(language, day)));
        }
        let Some(day) = come.into_iter().max() else {
            return later.map_or(Newest::None, |_| Newest::Ahead);
        };
        self.right(say::backup(language, terms::date(language, day)));
        Newest::Days((self.now.date() - day).num_days())
    }

    /// Says which acts lack in a file that salvage made; nothing brings them back, so it is no thing to mend.
    fn lacks(&mut self, file: &Path) {
        let language = self.language;
        let lacks = Desk::lacks(file).unwrap_or_default();
        if !lacks.is_empty() {
            let lacking = acts::lacking(language, &lacks);
            self.right(say::lacks(language, lacking));
        }
    }

    /// Says whether the clock is behind the last act.
    fn clock(&mut self, file: &Path) {
        let language = self.language;
        let last = Desk::last_moment(file).ok().flatten();
        let ahead = last.filter(|at| is_behind(self.now, at.naive_local()));
        if let Some(at) = ahead {
            let moment = terms::moment(language, &at.to_rfc3339(), None);
            self.wrong(say::clock_behind(language, moment));
        }
    }

    fn standing(&mut self, paths: &Paths, file: &Path) {
        let language = self.language;
        let Ok(store) = Store::open(file, Access::Read) else {
            return;
        };
        let witness = Witness::new(&paths.state, &store.header().committee);
        match witness.compare(&store) {
            Ok(Standing::Same | Standing::Behind) => {
                self.right(say::last_seen(language).to_owned());
            }
            Ok(Standing::Unknown) => self.right(say::never_seen(language).to_owned()),
            Ok(Standing::Ahead { .. } | Standing::Forked { .. }) => {
                self.wrong(say::older(language));
            }
            Err(error) => self.wrong(faults::store(language, &error)),
        }
    }
}

/// Tries whether a folder takes a file, and leaves none.
fn tempfile_in(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(format!(".lianxi-{}.probe", std::process::id()));
    std::fs::File::create_new(&probe)?;
    std::fs::remove_file(probe)
}

/// Says how much, in the unit that suits.
fn size(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{bytes} B"),
        10_000..10_000_000 => format!("{} kB", bytes / 1_000),
        10_000_000..10_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{} GB", bytes / 1_000_000_000),
    }
}
