//! What of a step on the way of a matter was put right: as it was entered, as it was, when and why.

use super::block::Field;
use crate::domain::World;
use crate::domain::matter::path::{Entry, Taken};
use crate::i18n::{Language, path_screen as words, terms, village_said};

/// Makes the fields of a form that say by which rule a vote was judged, and what of its step was corrected.
pub(super) fn judged_and_mended(language: Language, world: &World, entry: &Entry) -> Vec<Field> {
    let Taken::Voted { decision, .. } = &entry.taken else {
        return moved(language, entry);
    };
    let judged = village_said::judged(language, world, decision);
    let judged = Field::new(words::form_judged(language), judged);
    let mut fields = vec![judged];
    let mut later = entry.mended.iter().skip(1).map(|it| it.was.as_ref());
    for mended in &entry.mended {
        // Each was put right into what the next correction found.
        let now = later.next().unwrap_or(decision);
        let reason = mended.reason.as_str();
        let said = village_said::mended(language, world, (&mended.was, now), reason);
        let at = terms::minute(language, mended.at);
        let said = words::form_stamped(language, at, said);
        fields.push(Field::new(words::form_corrected(language), said));
    }
    fields.extend(moved(language, entry));
    fields
}

fn moved(language: Language, entry: &Entry) -> Vec<Field> {
    let mut later = entry.moved.iter().skip(1).map(|it| it.from);
    let moved = entry.moved.iter().map(|moved| {
        let (from, on) = (moved.from, later.next().unwrap_or(entry.on));
        let said = words::form_moved(
            language,
            terms::date(language, from),
            terms::date(language, on),
            moved.reason.as_str(),
        );
        let said = words::form_stamped(language, terms::minute(language, moved.at), said);
        Field::new(words::form_corrected(language), said)
    });
    moved.collect()
}
