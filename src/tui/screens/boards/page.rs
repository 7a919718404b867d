//! A posting to read whole: its text as it hangs, earlier wordings, objections and history.

use super::view::old_consent;
use crate::domain::World;
use crate::domain::board::{Masked, Objection, Posting};
use crate::domain::matter::Matter;
use crate::i18n::{
    Language, board_order, board_screen as words, boards, masks, matters, posting as paper, terms,
};
use crate::tui::action::key_of;
use crate::tui::reading::Part;
use chrono::NaiveDate;

/// Returns the parts of a posting's page.
pub(super) fn parts(
    language: Language,
    (world, matter): (&World, Option<&Matter>),
    posting: &Posting,
    today: NaiveDate,
) -> Vec<Part> {
    let mut parts = Vec::new();
    let part = |title: String, words: String| Part { title, words };
    if let Some(why) = posting.no_longer_so(world, today) {
        let keys = (key_of("boards.down"), key_of("boards.draft"));
        let said = boards::no_longer_so(language, world, &why, (&keys.0, &keys.1));
        parts.push(part(board_order::light_void(language).to_owned(), said));
    }
    if let Some(said) = old_consent(language, world, posting, today) {
        parts.push(part(board_order::part_old(language).to_owned(), said));
    }
    if let Some(matter) = matter {
        let number = matters::number(language, matter.number);
        let title = paper::paper_matter(language).to_owned();
        parts.push(part(title, format!("{number} {}", matter.intake.title)));
    }
    let mut wordings = posting.wordings.iter().enumerate().rev();
    if let Some((at, wording)) = wordings.next() {
        let title = words::part_text(language, at + 1, wording.on.to_string());
        let text = format!("{}\n{}", wording.title, wording.text);
        parts.push(part(title, text));
        if !wording.basis.is_empty() {
            let title = words::part_basis(language).to_owned();
            parts.push(part(title, wording.basis.to_string()));
        }
        let masked = [&wording.title, &wording.text, &wording.basis];
        let hidden: Vec<String> = masked.into_iter().flat_map(Masked::hidden).collect();
        let title = masks::hangs(language, hidden.len());
        let hidden = terms::list(language, hidden.iter().map(String::as_str));
        parts.push(part(title, hidden));
    }
    if !posting.objections.is_empty() {
        let all = posting
            .objections
            .iter()
            .map(|it| objection(language, posting, it));
        let all: Vec<String> = all.collect();
        parts.push(part(
            words::part_objections(language).to_owned(),
            all.join("\n"),
        ));
    }
    if !posting.history.is_empty() {
        let steps = posting
            .history
            .iter()
            .map(|step| boards::step(language, step, |on| terms::short_date(language, on, today)));
        let steps: Vec<String> = steps.collect();
        parts.push(part(
            words::part_history(language).to_owned(),
            steps.join("\n"),
        ));
    }
    parts.extend(wordings.map(|(at, wording)| {
        let title = words::part_earlier(language, at + 1, wording.on.to_string());
        part(title, format!("{}\n{}", wording.title, wording.text))
    }));
    parts
}

fn objection(language: Language, posting: &Posting, objection: &Objection) -> String {
    let said = answered(language, objection);
    match posting.referred(objection.number) {
        Some((on, from, by)) => {
            let [on, from, by] = [on, from, by].map(|day| day.to_string());
            words::objection_referred(language, said, on, from, by)
        }
        None => said,
    }
}

fn answered(language: Language, objection: &Objection) -> String {
    let who = objection.who.as_ref().map(|who| who.as_str());
    let who = who.unwrap_or_else(|| words::nobody(language));
    let (on, text) = (objection.on.to_string(), objection.text.as_str());
    match &objection.reply {
        Some(reply) => {
            let said = words::objection_answered(
                language,
                objection.number,
                on,
                who,
                text,
                reply.on.to_string(),
                reply.text.as_str(),
            );
            match objection.days_late() {
                0 => said,
                days => words::answered_late(language, said, objection.by.to_string(), days),
            }
        }
        None => {
            let by = objection.by.to_string();
            words::objection(language, objection.number, on, who, text, by)
        }
    }
}
