//! Places of photos and papers that look like a file of this machine and are none: said while they are typed and once
//! they are recorded, and never refused, for the file may lie on another machine.

use super::app::App;
use super::theme::Role;
use super::widgets::form::Form;
use crate::file;
use crate::i18n::{Language, shared};

/// Sets the hint of a field in which the place of a photo or a paper is typed; `hint` stands there otherwise.
pub fn hint(language: Language, form: &mut Form, field: usize, hint: &str) {
    let written = form.text(field);
    match file::not_here(&written) {
        true => form.set_hint(field, &shared::file_not_here(language, written.trim())),
        false => form.set_hint(field, hint),
    }
}

/// Says behind what was recorded which of its places are no file here.
pub fn told(app: &mut App, places: &[String]) {
    let missing = places.iter().filter(|it| file::not_here(it));
    let said = missing.map(|it| shared::file_not_here(app.language, it.trim()));
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        return;
    }
    let before = app.said.last().map(|it| it.words.clone());
    let all: Vec<String> = before.into_iter().chain(said).collect();
    app.say(Role::Warn, all.join(" · "));
}
