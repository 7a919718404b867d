//! A backup to a stick: the sheet that asks the folder and, if wanted, a passphrase, and what
//! `lianxi backup --to` does. The copy goes on its way behind the screen, and how it went is said then.

use crate::desk::backup::Backup;
use crate::desk::carry::{Carried, CarryFault, Errand};
use crate::desk::place::Place;
use crate::domain::Refusal;
use crate::domain::text::clean;
use crate::i18n::{Language, backup as words, encrypted, faults};
use crate::store::encrypted::{Passphrase, SHORTEST, TooShort};
use crate::store::memory::Memory;
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::dialog::{self, Fault, Sheet, Submission};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use std::path::{Path, PathBuf};

/// The longest folder that is taken, in characters.
const LONGEST: usize = 400;

/// The longest passphrase, in characters.
const LONGEST_PASSPHRASE: usize = 200;

/// The fields of the sheet.
const FOLDER: usize = 0;
const PASSPHRASE: usize = 1;
const AGAIN: usize = 2;

/// Says whether a backup can be sent now: one at a time, and none of a file that is only looked into,
/// which may be unpacked for the while.
///
/// # Errors
/// Which of the two it is not.
pub(super) fn can_ask(app: &App) -> Result<(), Why> {
    if app.office.only.is_some() {
        Err(Why::Refused(Refusal::OnlyReading))
    } else if app.is_carrying() {
        Err(Why::Says(encrypted::busy))
    } else {
        Ok(())
    }
}

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
        // Said before one is typed: afterwards it is too late.
        let about = encrypted::field_hint(language, SHORTEST);
        let passphrase =
            Field::secret("passphrase", encrypted::field(language), LONGEST_PASSPHRASE)
                .hint(&about);
        let again = Field::secret(
            "again",
            encrypted::field_again(language),
            LONGEST_PASSPHRASE,
        );
        Form::new(
            words::home_confirm(language),
            vec![folder, passphrase, again],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let text = form.text(FOLDER);
        let folder = PathBuf::from(text.trim());
        if !folder.is_absolute() || !folder.is_dir() {
            let words = words::home_no_folder(app.language);
            return Err(Fault::at(FOLDER, words));
        }
        let lock = lock(app.language, form)?;
        let errand = Errand { folder, lock };
        Ok(Submission::Then(
            Vec::new(),
            Box::new(move |app| send(app, errand)),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Stick)
    }

    fn records(&self) -> bool {
        // The copy lies elsewhere, and the file is only read.
        false
    }
}

/// Reads the passphrase; left empty twice, there is none.
fn lock(language: Language, form: &Form) -> Result<Option<Passphrase>, Fault> {
    let (typed, again) = (form.text(PASSPHRASE), form.text(AGAIN));
    if typed.is_empty() && again.is_empty() {
        return Ok(None);
    }
    let lock = Passphrase::chosen(&typed)
        .map_err(|TooShort| Fault::at(PASSPHRASE, encrypted::too_short(language, SHORTEST)))?;
    if typed == again {
        Ok(Some(lock))
    } else {
        Err(Fault::at(AGAIN, encrypted::differs(language)))
    }
}

fn send(app: &mut App, errand: Errand) {
    let language = app.language;
    let folder = errand.folder.display().to_string();
    // A folder that is not remembered is typed again.
    let _unremembered = Memory::Stick.keep(&app.office.paths, &folder);
    let Some(desk) = &mut app.desk else {
        return;
    };
    let kept = app.office.backups_of(desk.path());
    match desk.back_up_and_carry(&kept, errand) {
        Ok(()) => app.say(Role::Muted, encrypted::carrying(language, clean(&folder).0)),
        Err(fault) => app.no_backup(&fault),
    }
}

/// Says how it went to carry a backup to a stick.
pub(in crate::tui) fn arrived(
    app: &mut App,
    backup: &Backup,
    carried: &Result<Carried, CarryFault>,
) {
    let language = app.language;
    match carried {
        Ok(Carried {
            path,
            encrypted: locked,
        }) => {
            let path = shown(path);
            let (seq, code) = (backup.head.seq, backup.head.code());
            // How far it goes is read again under the messages.
            let made = words::made(language, path.as_str(), seq, code);
            app.say(Role::Muted, made);
            // Said each time: whoever carries it about should know what is on it.
            let words = if *locked {
                encrypted::home_made(language, path)
            } else {
                words::home_made(language, path)
            };
            app.say(Role::Good, words);
        }
        Err(fault) => app.say(Role::Bad, faults::carry(language, fault)),
    }
}

fn shown(path: &Path) -> String {
    clean(&path.display().to_string()).0
}
