//! Where a list comes from: what was pasted, or a file.

use super::{change, state};
use crate::exchange::roster::{Draft, Wording, load};
use crate::i18n::{Language, intake, roster_faults, ui};
use crate::tui::app::App;
use crate::tui::theme::Role;
use std::path::{Path, PathBuf};

/// Takes pasted text for a list, or for the path of one; says whether it was taken.
pub fn paste(app: &mut App, text: &str) -> bool {
    if state(app).is_none() {
        return false;
    }
    let path = path_of(text);
    let read = if !text.trim().contains('\n') && path.is_file() {
        open(app, &path)
    } else {
        read(app, text.as_bytes())
    };
    match read {
        Ok(draft) => add(app, draft),
        Err(words) => app.say(Role::Warn, words),
    }
    true
}

/// Reads a file.
///
/// # Errors
/// Why it will not do, in words.
pub(super) fn open(app: &App, path: &Path) -> Result<Draft, String> {
    let unreadable =
        |error: std::io::Error| intake::file_unreadable(app.language, error.to_string());
    read(app, &load(path).map_err(unreadable)?)
}

/// Reads a list.
///
/// # Errors
/// Why it will not do, in words.
pub(super) fn read(app: &App, bytes: &[u8]) -> Result<Draft, String> {
    let language = app.language;
    let desk = app.desk.as_ref().ok_or(ui::no_committee_open(language))?;
    Draft::read(bytes, desk.world(), Wording::from(language)).map_err(|faults| {
        let fault = faults.first();
        fault.map_or_else(String::new, |it| roster_faults::sentence(language, it))
    })
}

/// Puts a list on the screen, below the one that is there.
pub(super) fn add(app: &mut App, more: Draft) {
    let (rows, left_out) = (more.rows().len(), more.left_out.clone());
    let language = app.language;
    if left_out.is_empty() {
        app.say(Role::Good, intake::read(language, rows));
    } else {
        let between = match language {
            Language::Zh => "\u{3001}",
            Language::En => ", ",
        };
        let words = intake::left_out(language, rows, left_out.join(between));
        app.say(Role::Warn, words);
    }
    // Behind the words of what was read: that it cannot be kept has to be seen.
    change(app, |draft| match draft {
        Some(draft) => draft.append(more),
        None => *draft = Some(more),
    });
}

/// Reads a path as a terminal writes one that was dragged into it: quoted, or with backslashes.
pub(super) fn path_of(text: &str) -> PathBuf {
    let text = text.trim();
    let quoted = ['\'', '"'].into_iter().find_map(|mark| {
        let inner = text.strip_prefix(mark)?.strip_suffix(mark)?;
        Some(inner.to_owned())
    });
    let plain = match quoted {
        Some(inner) => inner,
        None if cfg!(unix) => text.replace("\\ ", " "),
        None => text.to_owned(),
    };
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (plain.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(plain),
    }
}
