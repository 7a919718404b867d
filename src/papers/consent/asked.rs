//! What each village decided on a motion that was put to it outside any steps: every one of its meetings.

use crate::domain::World;
use crate::domain::matter::Matter;
use crate::domain::vote::Motion;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::village::VillageDecision;
use crate::i18n::{
    Language, bodies, path_screen as words, path_village, sequels, terms, village_said,
};
use crate::papers::block::{Align, Block, Table};

/// The columns that are figures: 应到, 实到, 赞成, 反对, 弃权.
const FIGURES: std::ops::Range<usize> = 3..8;

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
    let head = head(language);
    let mut rows = Vec::new();
    for asked in motion.asked() {
        let name = terms::village(language, world, Some(&asked.village));
        let mut decided = motion.decisions(&asked.village).peekable();
        if decided.peek().is_none() {
            let silent = path_village::asked_silent(language).to_owned();
            let mut row = vec![String::new(); head.len()];
            let cells = row.iter_mut().zip([name.to_owned(), silent]);
            cells.for_each(|(cell, said)| *cell = said);
            rows.push(row);
            continue;
        }
        rows.extend(decided.map(|it| row(language, name, it)));
    }
    let align = (0..head.len()).map(|at| match FIGURES.contains(&at) {
        true => Align::Right,
        false => Align::Left,
    });
    Table {
        align: align.collect(),
        head: head.into(),
        rows,
    }
}

fn head(language: Language) -> [String; 10] {
    [
        path_village::asked_village(language),
        path_village::asked_came(language),
        path_village::receipt_day(language),
        words::form_entitled(language),
        words::form_present(language),
        terms::voice(language, Voice::For),
        terms::voice(language, Voice::Against),
        terms::voice(language, Voice::Abstain),
        path_village::asked_body(language),
        path_village::receipt_paper(language),
    ]
    .map(str::to_owned)
}

/// Writes one meeting: what it came to, with everything that is asked of who decided it.
fn row(language: Language, name: &str, it: &VillageDecision) -> Vec<String> {
    let (counts, turnout) = (it.tally.counts, it.turnout());
    let figures = [
        turnout.entitled,
        turnout.present,
        counts.yes,
        counts.no,
        counts.abstain,
    ];
    let rule = terms::rule_name(language, &it.rule);
    let first = [
        name.to_owned(),
        village_said::came_so(language, it),
        terms::column_date(language, it.met),
    ];
    let last = [
        [bodies::told(language, it.body.as_str()).as_str(), rule].join("\n"),
        it.paper.to_string(),
    ];
    let figures = figures.map(|it| it.to_string());
    first.into_iter().chain(figures).chain(last).collect()
}
