//! One change of an act with every word of it, where what was recorded is read.

use super::names::Names;
use super::said;
use crate::domain::{Event, World};
use crate::i18n::Language;

/// Says what one event recorded; a text that it brought stands whole, line feeds and all.
#[must_use]
pub fn whole(language: Language, world: &World, event: &Event) -> String {
    let names = Names {
        whole: true,
        ..Names::in_short(language, world)
    };
    said(names, std::slice::from_ref(event))
}

/// Says what an act recorded with all of its first sentence, where a line may be as long as it has to be.
#[must_use]
pub fn sentence_uncut(language: Language, world: &World, events: &[Event]) -> String {
    said(Names::in_short(language, world), events)
}
