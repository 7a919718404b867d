//! `lianxi boards`: what hangs on the boards, and what is to be done about them.

use super::arguments::Boards;
use super::fault::Fault;
use super::tasks::numbered;
use super::{Job, place};
use crate::cells::pad;
use crate::desk::Desk;
use crate::domain::board::calendar::Lacks;
use crate::domain::board::{BoardRules, Light, Objection, Posting};
use crate::i18n::{Language, board_cli as words, boards as say, terms};
use crate::office::Office;
use chrono::Datelike;
use std::collections::BTreeSet;

impl Job<'_> {
    /// Does what is asked of the boards.
    pub(super) fn boards(&mut self, office: &Office, asked: &Boards) -> Result<u8, Fault> {
        let desk = place::desk(office, self.committee.as_deref())?;
        let wanted = |light: Light| match asked {
            Boards::List => true,
            Boards::Today => matches!(light, Light::Late | Light::Due | Light::Over),
        };
        let language = self.language;
        let mut rows = postings(language, &desk, wanted);
        rows.extend(missing(language, &desk, wanted)?);
        rows.sort_by_key(|(light, _)| *light);
        let mut text = String::new();
        for (_, row) in &rows {
            text.push_str(row);
            text.push('\n');
        }
        if rows.is_empty() {
            text.push_str(words::nothing(language));
            text.push('\n');
        }
        for year in unknown_years(&desk) {
            text.push_str(&words::unknown_year(language, year.to_string()));
            text.push('\n');
        }
        self.print(&text)
    }
}

/// Returns the years in which something ends that is open, and whose holidays nobody entered.
fn unknown_years(desk: &Desk) -> BTreeSet<i32> {
    let rest = BoardRules::of(desk.world()).rest;
    let postings = desk.world().postings.values();
    let ends = postings.flat_map(|it| {
        let answers = it.objections.iter().filter_map(Objection::due);
        answers.chain(it.until.filter(|_| it.hangs()))
    });
    let years = ends.map(|day| day.year());
    years.filter(|year| !rest.knows(*year)).collect()
}

/// Returns a line for each posting, with what it is put in order by.
fn postings(
    language: Language,
    desk: &Desk,
    wanted: impl Fn(Light) -> bool,
) -> Vec<(Light, String)> {
    let (world, today) = (desk.world(), desk.today());
    let open = world.postings.values().map(AsRef::as_ref);
    let wanted = open.filter(|posting| wanted(posting.light(today)));
    let row = |posting: &Posting| {
        let light = say::light(language, posting.light(today));
        let board = say::board(language, world, &posting.board);
        let next = say::next(language, posting, today);
        let number = numbered(language, desk, posting.matter.as_ref());
        let what = match number.is_empty() {
            true => posting.title().to_owned(),
            false => format!("{number}  {}", posting.title()),
        };
        format!(
            "{}  {}  {}  {what}",
            pad(light, 14),
            pad(&board, 24),
            pad(&next, 20)
        )
    };
    wanted.map(|it| (it.light(today), row(it))).collect()
}

/// Returns a line for each thing that is missing, with what it is put in order by.
fn missing(
    language: Language,
    desk: &Desk,
    wanted: impl Fn(Light) -> bool,
) -> Result<Vec<(Light, String)>, Fault> {
    let (world, today) = (desk.world(), desk.today());
    let missing = desk.missing_postings()?.into_iter();
    let wanted = missing.filter(|it| wanted(it.light(today)));
    Ok(wanted
        .map(|it| {
            let light = say::light(language, it.light(today));
            let village = match &it.what {
                Lacks::Regular { village, .. } => {
                    terms::village(language, world, Some(village)).to_owned()
                }
                _ => words::missing(language).to_owned(),
            };
            let by = words::by(language, terms::short_date(language, it.by));
            let what = say::lacks(language, world, &it.what);
            let matter = match &it.what {
                Lacks::Matter { matter, .. } => Some(matter),
                Lacks::Motion { .. } | Lacks::Regular { .. } => None,
            };
            let number = numbered(language, desk, matter);
            let what = match number.is_empty() {
                true => what,
                false => format!("{number}  {what}"),
            };
            let (light, village) = (pad(light, 14), pad(&village, 24));
            (
                it.light(today),
                format!("{light}  {village}  {}  {what}", pad(&by, 20)),
            )
        })
        .collect())
}
