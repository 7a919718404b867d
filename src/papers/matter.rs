//! 议题申报（审批）单: the form by which a matter is put forward for an agenda (`domain.md` §4.2).

use super::{Align, Block, Field, Table};
use crate::domain::World;
use crate::domain::matter::Matter;
use crate::domain::matter::life::stage;
use crate::domain::text::Text;
use crate::i18n::{Language, gates, lives, matter_paper as words, matters, sequels, terms};
use chrono::NaiveDate;

/// Makes the form of a matter.
#[must_use]
pub fn form(world: &World, matter: &Matter, language: Language, today: NaiveDate) -> Vec<Block> {
    let intake = &matter.intake;
    let number = matters::number(language, matter.number);
    let mut blocks = vec![
        Block::heading(1, words::title(language, number.clone())),
        Block::Fields(fields(world, matter, (language, today), number)),
    ];
    if intake.about != Text::default() {
        blocks.push(Block::heading(2, words::about(language)));
        blocks.push(Block::paragraph(intake.about.as_str()));
    }
    blocks.push(Block::heading(2, words::screening(language)));
    let reason = matter.screening.as_ref().map(|it| it.reason.as_str());
    let reason = reason.unwrap_or_else(|| words::not_screened(language));
    blocks.push(Block::paragraph(reason));
    blocks.push(Block::heading(2, words::gate(language)));
    let mut found = gates::of_matter(language, world, matter, today);
    found.extend(matters::unsettled(language, world, matter, today));
    blocks.push(Block::list(true, found));
    if !matter.hearings.is_empty() {
        blocks.push(Block::heading(2, words::hearings(language)));
        blocks.push(Block::Table(hearings(matter, language)));
    }
    blocks.push(Block::signature([
        words::proposer(language),
        words::leader(language),
        words::secretary(language),
    ]));
    blocks
}

fn fields(
    world: &World,
    matter: &Matter,
    (language, today): (Language, NaiveDate),
    number: String,
) -> Vec<Field> {
    let intake = &matter.intake;
    let by = intake.brought_by.as_ref();
    let major = if intake.major {
        words::yes(language)
    } else {
        words::no(language)
    };
    let villages = matters::villages(language, world, matter, today);
    let money = matters::money(language, world, matter.money_on(world, today).as_ref());
    let uncovered = matters::uncovered(language, world, matter, today);
    let money = std::iter::once(money).chain(uncovered);
    let money: Vec<String> = money.collect();
    let money = money.join("\n");
    vec![
        Field::new(words::number(language), number),
        Field::new(words::name(language), intake.title.as_str()),
        Field::new(
            words::origin(language),
            matters::origin(language, intake.origin),
        ),
        Field::new(words::by(language), by.map_or("", |by| by.as_str())),
        Field::new(
            words::received(language),
            terms::date(language, matter.received),
        ),
        Field::new(words::kind(language), matters::kind(language, intake.kind)),
        Field::new(words::villages(language), villages),
        Field::new(words::money(language), money),
        Field::new(words::major(language), major),
        Field::new(words::legal(language), matters::legal(language, matter)),
        Field::new(
            words::secrecy(language),
            matters::secrecy(language, intake.secrecy),
        ),
        Field::new(
            words::urgency(language),
            matters::urgency(language, intake.urgency),
        ),
        Field::new(
            words::stage(language),
            matters::stage(language, stage(world, matter, today)),
        ),
    ]
}

fn hearings(matter: &Matter, language: Language) -> Table {
    let rows = matter.hearings.iter().map(|hearing| {
        let motions = hearing.motions.iter();
        let standings: Vec<&str> = motions
            .map(|it| sequels::standing_word(language, it.standing))
            .collect();
        let result = if standings.is_empty() {
            lives::item_state(language, hearing).to_owned()
        } else {
            terms::list(language, standings)
        };
        vec![
            lives::session(language, hearing),
            terms::date(language, hearing.on),
            result,
        ]
    });
    Table {
        head: vec![
            words::head_session(language).to_owned(),
            words::head_day(language).to_owned(),
            words::head_result(language).to_owned(),
        ],
        rows: rows.collect(),
        align: vec![Align::Left; 3],
    }
}
