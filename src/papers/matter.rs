//! 议题申报（审批）单: the form by which a matter is put forward for an agenda (`domain.md` §4.2).

use super::{Align, Block, Field, Table};
use crate::domain::World;
use crate::domain::matter::life::stage;
use crate::domain::matter::{Heard, Matter};
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

/// Writes what the session itself made of a motion, and below it, with its own day, what came of that since: what
/// villages decided on their days is no result of the session.
fn result(heard: &Heard, language: Language) -> String {
    let now = sequels::standing_word(language, heard.standing);
    match heard.first.filter(|first| first.standing != heard.standing) {
        None => now.to_owned(),
        Some(first) => {
            let first = sequels::standing_word(language, first.standing);
            let later = words::result_since(language, terms::date(language, heard.on), now);
            [first, later.as_str()].join("\n")
        }
    }
}

fn hearings(matter: &Matter, language: Language) -> Table {
    let rows = matter.hearings.iter().map(|hearing| {
        let result = if hearing.motions.is_empty() {
            lives::item_state(language, hearing).to_owned()
        } else {
            let motions = hearing.motions.iter();
            let results: Vec<String> = motions.map(|it| result(it, language)).collect();
            results.join("\n")
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::matter::First;
    use crate::domain::text::Text;
    use crate::domain::vote::Standing;

    #[test]
    fn what_the_villages_decided_has_its_own_day() {
        let day = |on: &str| on.parse::<NaiveDate>().unwrap();
        let heard = Heard {
            motion: "m1".into(),
            wording: Text::default(),
            standing: Standing::Adopted,
            on: day("2027-01-08"),
            first: Some(First {
                on: day("2026-11-27"),
                standing: Standing::AwaitingVillages,
            }),
            by: None,
            turnout: None,
            assent: None,
            villages: Vec::new(),
        };
        for language in Language::ALL {
            let on = terms::date(language, heard.on);
            let words = [Standing::AwaitingVillages, Standing::Adopted];
            let [first, now] = words.map(|it| sequels::standing_word(language, it));
            let since = words::result_since(language, on, now);
            assert!(since.contains("2027") && since.contains(now), "{since}");
            assert_eq!(result(&heard, language), format!("{first}\n{since}"));
        }
        let at_once = Heard {
            first: Some(First {
                on: day("2026-11-27"),
                standing: Standing::Adopted,
            }),
            on: day("2026-11-27"),
            ..heard
        };
        assert_eq!(result(&at_once, Language::Zh), "通过");
    }
}
