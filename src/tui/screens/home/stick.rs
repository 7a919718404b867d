//! A backup to a stick: the sheet that asks the folder, and what `lianxi backup --to` does.

use crate::desk::backup::BackupFault;
use crate::desk::carry::{CarryFault, carry};
use crate::desk::place::Place;
use crate::domain::text::clean;
use crate::i18n::{backup as words, faults, ui};
use crate::store::memory::Memory;
use crate::tui::app::App;
use crate::tui::dialog::{self, Fault, Sheet, Submission};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use std::path::{Path, PathBuf};

/// The longest folder that is taken, in characters.
const LONGEST: usize = 400;

/// Asks where to.
pub(super) fn ask(app: &mut App) {
    dialog::open(app, Box::new(Stick));
}

/// Asks for the folder; the one of the last time is proposed.
struct Stick;

impl Sheet for Stick {
    fn title(&self, app: &App) -> String {
        words::home_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let last = Memory::Stick.recall(&app.office.paths).unwrap_or_default();
        let folder = Field::text("home_folder", words::home_folder(language), &last, LONGEST)
            .required()
            .hint(words::home_folder_hint(language));
        Form::new(words::home_confirm(language), vec![folder])
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let text = form.text(0);
        let folder = PathBuf::from(text.trim());
        if !folder.is_absolute() || !folder.is_dir() {
            let words = words::home_no_folder(app.language);
            return Err(Fault::at(0, words));
        }
        Ok(Submission::Then(
            Vec::new(),
            Box::new(move |app| make(app, &folder)),
        ))
    }

    fn place(&self) -> Option<Place> {
        // What was typed is remembered once it is used; until then it is a word or two.
        None
    }
}

fn make(app: &mut App, folder: &Path) {
    let language = app.language;
    if let Some(text) = folder.to_str() {
        // A folder that is not remembered is typed again.
        let _unremembered = Memory::Stick.keep(&app.office.paths, text);
    }
    match carried(app, folder) {
        Ok(Some((path, seq, code))) => {
            let path = clean(&path.display().to_string()).0;
            // How far it goes is read again under the messages.
            let made = words::made(language, path.as_str(), seq, code);
            app.say(Role::Muted, made);
            // Said each time: whoever carries it about should know what is on it.
            app.say(Role::Good, words::home_made(language, path));
        }
        Ok(None) => {}
        Err(Broken::Backup(fault)) => {
            let why = faults::backup(language, &fault);
            app.say(Role::Bad, ui::no_backup(language, why));
        }
        Err(Broken::Carry(fault)) => app.say(Role::Bad, faults::carry(language, &fault)),
    }
}

/// Where it broke off.
enum Broken {
    Backup(BackupFault),
    Carry(CarryFault),
}

fn carried(app: &mut App, folder: &Path) -> Result<Option<(PathBuf, u64, String)>, Broken> {
    let Some(desk) = &mut app.desk else {
        return Ok(None);
    };
    let kept = app.office.backups_of(desk.path());
    let backup = desk.back_up_now(&kept).map_err(Broken::Backup)?;
    let path = carry(&backup.path, folder).map_err(Broken::Carry)?;
    Ok(Some((
        path,
        backup.head.seq,
        backup.head.code().to_string(),
    )))
}
