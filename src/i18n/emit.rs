//! Writes the checked sentences as functions. Shared by the build script and the tests.
//!
//! A message without arguments is a `&'static str`: both texts are known, nothing is looked up. One
//! with arguments is a `String` made by Fluent.

use super::check::{Room, Saying};
use std::fmt::Write as _;

/// Words that Rust keeps, up to the edition 2024.
const KEPT: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Words that Rust keeps even behind `r#`.
const NEVER: [&str; 3] = ["crate", "self", "super"];

/// Returns the source of `messages.rs`; `home` is the folder of the languages in the package.
pub fn emit(rooms: &[Room], home: &str) -> String {
    let mut out = String::new();
    for room in rooms {
        emit_room(&mut out, room, home);
    }
    emit_every(&mut out, rooms);
    out
}

fn emit_room(out: &mut String, room: &Room, home: &str) {
    let name = ident(&room.name);
    let file = |code| {
        let path = format!("/{home}/{code}/{}.ftl", room.name);
        format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))")
    };
    let _ = writeln!(out, "/// The sentences of `{}.ftl`.", room.name);
    let _ = writeln!(out, "#[allow(clippy::too_many_arguments)]");
    let _ = writeln!(out, "pub mod {name} {{");
    if room.sayings.iter().any(|s| !s.arguments.is_empty()) {
        let _ = writeln!(out, "    use super::FluentValue;");
    }
    let _ = writeln!(out, "    use super::Language;");
    let _ = writeln!(
        out,
        "    pub(super) static ROOM: super::Room = super::Room::new({}, {});",
        file("zh"),
        file("en")
    );
    for saying in &room.sayings {
        emit_saying(out, saying);
    }
    let _ = writeln!(out, "}}");
}

fn emit_saying(out: &mut String, saying: &Saying) {
    let name = ident(&saying.key);
    // The fence keeps rustdoc from reading the sentence as Markdown.
    let doc = format!("Says, in English:\n\n~~~text\n{}\n~~~", saying.doc);
    let _ = writeln!(out, "    #[doc = {doc:?}]\n    #[must_use]");
    if saying.arguments.is_empty() {
        let (zh, en) = (&saying.zh, &saying.en);
        let _ = writeln!(
            out,
            "    pub const fn {name}(language: Language) -> &'static str {{ \
             match language {{ Language::Zh => {zh:?}, Language::En => {en:?} }} }}"
        );
        return;
    }
    let _ = write!(out, "    pub fn {name}<'a>(language: Language");
    for argument in &saying.arguments {
        let _ = write!(out, ", {}: impl Into<FluentValue<'a>>", ident(argument));
    }
    let _ = write!(out, ") -> String {{ ROOM.say(language, {:?}, [", saying.key);
    for argument in &saying.arguments {
        let _ = write!(out, "({argument:?}, {}.into()), ", ident(argument));
    }
    let _ = writeln!(out, "]) }}");
}

/// Lists every message, so that a test can say them all.
fn emit_every(out: &mut String, rooms: &[Room]) {
    let _ = writeln!(out, "#[cfg(test)]");
    let _ = writeln!(out, "static EVERY: &[(&Room, &str, &[&str])] = &[");
    for room in rooms {
        for saying in &room.sayings {
            let _ = writeln!(
                out,
                "    (&{}::ROOM, {:?}, &{:?}),",
                ident(&room.name),
                saying.key,
                saying.arguments
            );
        }
    }
    let _ = writeln!(out, "];");
}

/// Makes a name of Rust from a key.
fn ident(key: &str) -> String {
    let name = key.replace('-', "_");
    if NEVER.contains(&name.as_str()) {
        format!("{name}_")
    } else if KEPT.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}
