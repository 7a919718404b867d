//! What each village decided on a motion that was put to it outside any steps: every one of its meetings.

use crate::domain::World;
use crate::domain::matter::Matter;
use crate::domain::vote::Motion;
use crate::i18n::{Language, path_village, sequels, terms, village_said};
use crate::papers::block::{Align, Block, Table};

/// Makes the table of every motion of a matter that was put to the villages; what was decided at several meetings has
/// a row for each, and the last that stands is the answer.
pub(super) fn blocks(world: &World, matter: &Matter, language: Language) -> Vec<Block> {
    let hearings = matter.hearings.iter();
    let motions = hearings.flat_map(|hearing| world.motions_of(&hearing.item));
    let asked = motions.filter(|motion| !motion.asked().is_empty());
    asked
        .flat_map(|motion| {
            let standing = sequels::standing_line(language, world, motion);
            [
                Block::heading(2, motion.wording()),
                Block::paragraph(standing),
                Block::Table(table(world, motion, language)),
            ]
        })
        .collect()
}

fn table(world: &World, motion: &Motion, language: Language) -> Table {
    let mut rows = Vec::new();
    for asked in motion.asked() {
        let name = terms::village(language, world, Some(&asked.village)).to_owned();
        let mut decided = motion.decisions(&asked.village).peekable();
        if decided.peek().is_none() {
            let silent = path_village::asked_silent(language).to_owned();
            rows.push(vec![name, String::new(), silent, String::new()]);
            continue;
        }
        rows.extend(decided.map(|it| {
            let counts = it.tally.counts;
            let came = village_said::came_so(language, it);
            let votes = path_village::asked_votes(language, counts.yes, counts.no, counts.abstain);
            vec![
                name.clone(),
                terms::date(language, it.met),
                [came, votes].join("\n"),
                it.paper.as_str().to_owned(),
            ]
        }));
    }
    Table {
        head: [
            path_village::asked_village(language),
            path_village::receipt_day(language),
            path_village::asked_came(language),
            path_village::receipt_paper(language),
        ]
        .map(str::to_owned)
        .to_vec(),
        align: vec![Align::Left; 4],
        rows,
    }
}
