//! One change of an act with every word of it, where what was recorded is read.

use super::names::Names;
use super::said;
use crate::domain::words::words;
use crate::domain::{Event, World};
use crate::i18n::{Language, history, terms};

/// The most letters of a text that may stand in a sentence by chance: it is told again rather than not at all.
const BY_CHANCE: usize = 2;

/// Says what one event recorded; a text that it brought stands whole, line feeds and all. What the sentence leaves out
/// of what somebody wrote follows it, each by the name of its field.
#[must_use]
pub fn whole(language: Language, world: &World, event: &Event) -> String {
    let names = Names {
        whole: true,
        ..Names::in_short(language, world)
    };
    let corrects = matches!(event, Event::Correction(_));
    let said = said(names, std::slice::from_ref(event));
    let mut rest: Vec<(&str, Vec<String>)> = Vec::new();
    for word in words(event) {
        let label = match word.field.as_ref() {
            "by" if corrects => history::word_corrected_by(language),
            field => label(language, field),
        };
        // Whoever corrects may be named by what is corrected, and so may the reason be.
        let apart = corrects && matches!(word.field.as_ref(), "by" | "reason");
        let known = word.text.chars().count() > BY_CHANCE && said.contains(&word.text);
        let told = |(of, texts): &(&str, Vec<String>)| *of == label && texts.contains(&word.text);
        if (known && !apart) || rest.iter().any(told) {
            continue;
        }
        match rest.last_mut() {
            // The offices of a roll are one line.
            Some((last, texts)) if *last == label && !word.text.contains('\n') => {
                texts.push(word.text);
            }
            _ => rest.push((label, vec![word.text])),
        }
    }
    let rest = rest.into_iter().map(|(label, texts)| {
        let texts = terms::list(language, texts.iter().map(String::as_str));
        history::word(language, label, texts)
    });
    std::iter::once(said)
        .chain(rest)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Names the field of a text.
fn label(language: Language, field: &str) -> &'static str {
    match field {
        "reason" => history::word_reason(language),
        "by" => history::word_by(language),
        "paper" => history::word_paper(language),
        "evidence" | "photo" => history::word_evidence(language),
        "note" => history::word_note(language),
        "words" | "text" | "wording" | "what" | "reply" => history::word_words(language),
        "title" | "name" => history::word_name(language),
        "place" => history::word_place(language),
        "role" => history::word_role(language),
        "sheet" => history::word_sheet(language),
        "statute" | "clause" | "basis" => history::word_basis(language),
        "from" => history::word_from(language),
        _ => history::word_other(language),
    }
}

/// Says what an act recorded with all of its first sentence, where a line may be as long as it has to be.
#[must_use]
pub fn sentence_uncut(language: Language, world: &World, events: &[Event]) -> String {
    said(Names::in_short(language, world), events)
}
