//! What is printed to hang on a board. It is made of what a posting holds, which is masked; who objected
//! stands nowhere in it.

use super::{Block, Field};
use crate::domain::World;
use crate::domain::board::rules::{BoardRules, Contact};
use crate::domain::board::{Masked, NoticeKind, Posting};
use crate::i18n::{Language, boards, matters, posting as words, terms};

/// Returns the paper of a posting. It carries the number of its matter, where the world has that: one
/// that is closed is looked at first.
#[must_use]
pub fn paper(language: Language, world: &World, posting: &Posting) -> Vec<Block> {
    let committee = world.committee.as_deref();
    let rules = committee.map(|it| it.boards.clone()).unwrap_or_default();
    let mut blocks = vec![Block::heading(1, posting.title())];
    let Some(wording) = posting.wording() else {
        return blocks;
    };
    blocks.push(Block::paragraph(wording.text.as_str()));
    if posting.again.is_some() {
        blocks.push(Block::paragraph(words::paper_again(language)));
    }
    let matter = posting.matter.as_ref();
    let matter = matter.and_then(|id| world.matters.get(id)).into_iter();
    let mut fields: Vec<Field> = matter
        .map(|it| {
            let number = matters::number(language, it.number);
            Field::new(words::paper_matter(language), number)
        })
        .collect();
    if !wording.basis.is_empty() {
        let label = words::paper_basis(language);
        fields.push(Field::new(
            label,
            boards::basis_in(language, wording.basis.as_str()),
        ));
    }
    let label = match posting.kind {
        NoticeKind::Notice => words::paper_period(language),
        NoticeKind::Disclosure => words::paper_hangs(language),
    };
    fields.push(Field::new(label, period(language, &rules, posting)));
    if posting.kind == NoticeKind::Notice {
        let contacts = [
            (words::paper_where(language), rules.place.as_ref()),
            (words::paper_phone(language), rules.phone.as_ref()),
        ];
        fields.extend(
            contacts.map(|(label, contact)| match contact.map(Contact::as_str) {
                Some(contact) => Field::new(label, contact),
                None => Field::new(label, words::paper_left(language)),
            }),
        );
    }
    let board = boards::board(language, world, &posting.board);
    fields.push(Field::new(words::paper_board(language), board));
    // Nothing hangs that the masker did not see, and be it the name of the committee.
    let named = || committee.map(|it| Masked::line(&it.name));
    let issuer = rules.issuer.or_else(named).unwrap_or_default();
    let issuer = issuer.as_str();
    fields.push(Field::new(words::paper_issuer(language), issuer));
    blocks.push(Block::Fields(fields));
    let day = posting.posted.unwrap_or(wording.on);
    blocks.push(Block::paragraph(format!(
        "{issuer}\n{}",
        terms::date(language, day)
    )));
    blocks
}

/// Names the file of a paper.
#[must_use]
pub fn file_name(language: Language, world: &World, posting: &Posting) -> String {
    let day = posting.posted.or(posting.wording().map(|it| it.on));
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let board = boards::board(language, world, &posting.board);
    words::file_name(language, day, board, posting.title())
}

fn period(language: Language, rules: &BoardRules, posting: &Posting) -> String {
    let day = |day| terms::date(language, day);
    match (posting.posted, posting.until) {
        (Some(from), Some(until)) => words::paper_period_of(language, day(from), day(until)),
        (Some(from), None) => words::paper_lasting(language, day(from)),
        (None, _) => words::paper_draft(language, rules.least()),
    }
}
