//! Places of photos and papers that look like a file of this machine and are none: said while they are typed and once
//! they are recorded, and never refused, for the file may lie on another machine.

use super::app::App;
use super::theme::Role;
use super::widgets::form::Form;
use crate::file::{self, NoFile};
use crate::i18n::{Language, shared};

/// Sets the hint of a field in which the place of a photo or a paper is typed; `hint` stands there otherwise.
pub fn hint(language: Language, form: &mut Form, field: usize, hint: &str) {
    let written = form.text(field);
    match no_file(language, &written) {
        Some(said) => form.set_hint(field, &said),
        None => form.set_hint(field, hint),
    }
}

/// Says why what was written down as a place is no file, where it looks like one.
fn no_file(language: Language, written: &str) -> Option<String> {
    let said = match file::no_file(written)? {
        NoFile::NotHere => shared::file_not_here,
        NoFile::Folder => shared::file_is_folder,
    };
    Some(said(language, written.trim()))
}

/// Says behind what was recorded which of its places are no file here.
pub fn told(app: &mut App, written: &[String]) {
    let missing = written.iter().map(|it| no_file(app.language, it));
    let said: Vec<String> = missing.flatten().collect();
    if said.is_empty() {
        return;
    }
    let before = app.said.last().map(|it| it.words.clone());
    let all: Vec<String> = before.into_iter().chain(said).collect();
    app.say(Role::Warn, all.join(" · "));
}
