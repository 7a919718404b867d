//! What is said of where a matter stands on its path: marks of cells, sentences below them.

use super::{
    Language, boards, bodies, laws, matters, path as path_words, path_review, path_screen as words,
    path_village, paths, reconsiderations, step_day, terms, village_board, village_notice,
    village_women,
};
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::matter::path::asking::unasked;
use crate::domain::matter::path::grid::{Answer, Cell, Grid, Outcome, State};
use crate::domain::matter::path::term::{Kept, Term};
use crate::domain::matter::path::{By, DayOf, Entry, Level, Path, RecordKind, Taken, TemplateStep};
use crate::domain::matter::{Hung, Matter, MatterState};
use crate::domain::rule::Partial;
use chrono::NaiveDate;

/// Returns the mark of a cell: a word or two.
#[must_use]
pub const fn mark(language: Language, state: &State, by: &By) -> &'static str {
    match (state, by) {
        (State::NotYet | State::AwaitsOthers, _) => words::mark_not_yet(language),
        (State::Waiting { .. }, _) => words::mark_waiting(language),
        (State::Due, _) => words::mark_due(language),
        (State::Overdue { .. }, _) => words::mark_overdue(language),
        (State::OnAgenda { .. }, _) => words::mark_on_agenda(language),
        (State::Done { .. }, By::Record) => words::mark_done(language),
        (State::Done { .. }, By::Session | By::Vote { .. }) => words::mark_carried(language),
        (State::Merged { .. }, _) => words::mark_merged(language),
        (State::Refused { .. }, _) => words::mark_refused(language),
        (State::Inquorate { .. }, _) => words::mark_inquorate(language),
        (State::Gone { .. }, _) => words::mark_gone(language),
    }
}

/// Says where a cell stands, with its day.
#[must_use]
fn said(
    language: Language,
    state: &State,
    step: &TemplateStep,
    day: impl Fn(NaiveDate) -> String,
) -> String {
    let day = |on: &NaiveDate| day(*on);
    match (state, &step.by) {
        (State::NotYet, _) => words::said_not_yet(language).to_owned(),
        (State::AwaitsOthers, _) => words::said_awaits_others(language).to_owned(),
        (State::Waiting { from }, _) => words::said_waiting(language, day(from)),
        (State::Due, By::Session) => words::said_due_session(language).to_owned(),
        (State::Due, _) => words::said_due(language).to_owned(),
        (State::Overdue { since }, _) => words::said_overdue(language, day(since)),
        (State::OnAgenda { on }, _) => words::said_on_agenda(language, day(on)),
        (State::Done { on }, By::Record) => words::said_done(language, day(on)),
        (State::Done { on }, By::Session | By::Vote { .. }) => {
            words::said_carried(language, day(on))
        }
        (State::Merged { on }, _) => words::said_merged(language, day(on)),
        // An authority that looks at papers does not meet about them.
        (State::Refused { on }, _) if step.is_review() => {
            path_review::said_refused(language, day(on))
        }
        (State::Refused { on }, _) => words::said_refused(language, day(on)),
        (State::Inquorate { on }, _) => words::said_inquorate(language, day(on)),
        (State::Gone { on }, _) => words::said_gone(language, day(on)),
    }
}

/// Names where a cell is: its village, the area or the township.
#[must_use]
pub fn place(language: Language, world: &World, level: Level, cell: &Cell) -> String {
    match (&cell.village, level) {
        (Some(village), _) => terms::village(language, world, Some(village)).to_owned(),
        (None, Level::Township) => path_words::place_township(language).to_owned(),
        (None, _) => path_words::place_area(language).to_owned(),
    }
}

/// Says of a term that runs from when the step may be taken.
#[must_use]
pub fn term(language: Language, term: &Term) -> String {
    let (from, since) = (
        terms::date(language, term.from),
        terms::date(language, term.since),
    );
    let said = match (&term.statute, term.source) {
        (Some(clause), _) => words::term_statute(
            language,
            laws::clause(language, clause.as_str()),
            term.days,
            since,
            from,
        ),
        (None, Some(source)) => village_notice::term(
            language,
            laws::clause(language, source),
            term.days,
            since,
            from,
        ),
        (None, None) => words::term(language, term.days, since, from),
    };
    match term.put_off {
        Some(day) => words::term_put_off(language, said, terms::date(language, day)),
        None => said,
    }
}

/// Says of a term that it was not kept.
#[must_use]
pub fn broken(language: Language, kept: &Kept) -> String {
    let reason = kept.early.as_ref().map(ToString::to_string);
    let reason = reason.unwrap_or_else(|| words::no_reason(language).to_owned());
    let (from, on) = (
        terms::date(language, kept.term.from),
        terms::date(language, kept.on),
    );
    match (&kept.term.statute, kept.term.source) {
        (Some(clause), _) => {
            let clause = laws::clause(language, clause.as_str());
            words::not_kept(language, clause, kept.term.days, from, on, reason)
        }
        (None, Some(source)) => {
            let source = laws::clause(language, source);
            village_notice::cut_short(language, source, kept.term.days, from, on, reason)
        }
        (None, None) => words::cut_short(language, kept.term.days, from, on, reason),
    }
}

/// Returns how many terms are told of a cell right behind where it stands: from when it can be done.
#[must_use]
pub fn terms_said(cell: &Cell) -> usize {
    match cell.state {
        State::Waiting { .. } | State::Refused { .. } | State::Inquorate { .. } => cell.terms.len(),
        _ => 0,
    }
}

/// Says everything there is to say of a cell: the first sentence is where it stands.
#[must_use]
pub fn about(
    language: Language,
    world: &World,
    path: &Path,
    step: &TemplateStep,
    cell: &Cell,
) -> Vec<String> {
    let mut lines = vec![words::cell(
        language,
        place(language, world, step.level, cell),
        cell.step.saturating_add(1),
        paths::step(language, step),
        paths::bodies(language, step),
        match (&cell.state, path.template.day_of(cell.step)) {
            (State::Done { on }, DayOf::PutUp) if cell.hung.is_none() => {
                step_day::said_put_up(language, terms::date(language, *on))
            }
            (state, _) => said(language, state, step, |on| terms::date(language, on)),
        },
    )];
    let terms = cell.terms.iter().take(terms_said(cell));
    lines.extend(terms.map(|it| term(language, it)));
    lines.extend(cell.broken().map(|kept| broken(language, kept)));
    lines.extend(cell.hung.as_ref().map(|it| {
        let kind = hung_kind(language, it);
        village_board::done_by(language, kind, terms::date(language, it.on))
    }));
    lines.extend(merged(language, step, cell));
    lines.extend(late(language, cell));
    if !cell.lacks.is_empty() {
        let lacks = cell.lacks.iter().map(|kind| paths::record(language, *kind));
        lines.push(words::lacks(language, terms::list(language, lacks)));
    }
    let tries: Vec<&Entry> = path
        .tries(cell.step, cell.village.as_ref())
        .map(|(_, entry)| entry)
        .collect();
    if let Some(entry) = tries.last() {
        if tries.len() == 1 {
            lines.extend(votes(language, entry));
        }
        lines.extend(self::tries(language, &tries));
        if let Taken::Voted {
            motion: Some(_), ..
        } = entry.taken
        {
            lines.push(words::also_on_motion(language).to_owned());
        }
        let moved = entry.moved.iter();
        lines.extend(
            moved.map(|it| {
                words::moved(language, terms::date(language, it.from), it.reason.as_str())
            }),
        );
    }
    lines
}

/// Says of a step that was taken together with the one before it, by what it may be.
#[must_use]
pub fn merged(language: Language, step: &TemplateStep, cell: &Cell) -> Option<String> {
    let is = matches!(cell.state, State::Merged { .. });
    paths::merges_by(language, step).filter(|_| is)
}

/// Says of a village that agreed after the day by which it was to, how late that was.
#[must_use]
pub fn late(language: Language, cell: &Cell) -> Option<String> {
    let (by, on) = (cell.late?, cell.state.done()?);
    let days = on.signed_duration_since(by).num_days();
    Some(path_village::late(
        language,
        days,
        terms::date(language, by),
    ))
}

/// Says of a village that was added after a step of the area or the township was done, that it was not
/// of the matter then.
#[must_use]
pub fn added_after(
    language: Language,
    world: &World,
    (grid, village): (&Grid<'_>, &VillageId),
    cell: &Cell,
) -> Option<String> {
    let on = grid.added_after(village, cell)?;
    let name = terms::village(language, world, Some(village));
    Some(path_village::not_yet(
        language,
        name,
        terms::date(language, on),
    ))
}

/// Names what hung: 公示, 公开, or that it made known what came of the matter.
#[must_use]
pub fn hung_kind(language: Language, hung: &Hung) -> &'static str {
    match hung.result {
        true => village_board::result_kind(language),
        false => boards::kind(language, hung.kind),
    }
}

/// Says how a body voted.
#[must_use]
pub fn votes(language: Language, entry: &Entry) -> Option<String> {
    let Taken::Voted { decision, .. } = &entry.taken else {
        return None;
    };
    let counts = decision.tally.counts;
    let turnout = decision.turnout();
    let votes = words::votes(
        language,
        turnout.entitled,
        turnout.present,
        counts.yes,
        counts.no,
        counts.abstain,
    );
    let votes = match decision.women() {
        Some(it) => village_women::votes(language, votes, it.of, it.present),
        None => votes,
    };
    Some(match decision.households() {
        Some(it) => words::votes_households(language, votes, it.present, it.of),
        None => votes,
    })
}

/// Says below the grid what the matter goes by and what it came to.
#[must_use]
pub fn foot(language: Language, world: &World, matter: &Matter, grid: &Grid<'_>) -> Vec<String> {
    let Some(path) = &matter.path else {
        return Vec::new();
    };
    let outcome = paths::outcome(language, grid.outcome());
    let refused = grid.who(Answer::Refused);
    let outcome = match refused.is_empty() {
        true => outcome.to_owned(),
        false => {
            let names = terms::villages(language, world, &refused);
            path_village::outcome_refused(language, outcome, names)
        }
    };
    let mut lines = vec![words::foot(
        language,
        paths::template(language, &path.template),
        paths::assent(language, grid.assent()),
        outcome,
    )];
    // Of what is over no days are left.
    let open = matter.state == MatterState::Open;
    let by = path.deadline().filter(|_| open);
    let last = {
        let asked = grid.counted().into_iter();
        let days: Option<Vec<NaiveDate>> = asked.map(|it| grid.agreed_on(it)).collect();
        days.and_then(|days| days.into_iter().max())
    };
    lines.extend(by.map(|by| deadline(language, grid, (by, last))));
    let asked = path.villages.iter().filter(|_| open);
    let own = asked.filter_map(|asked| {
        let by = path.own_deadline(&asked.village)?;
        let village = terms::village(language, world, Some(&asked.village));
        Some(words::place_says(
            language,
            village,
            deadline(language, grid, (by, grid.agreed_on(&asked.village))),
        ))
    });
    lines.extend(own);
    let going_on = grid.going_on();
    if !going_on.is_empty() {
        let names = terms::villages(language, world, &going_on);
        lines.push(words::foot_going_on(language, names));
    }
    lines.extend(reconsiderations::foot(language, world, matter));
    lines.extend(still_asked(language, world, grid));
    lines.extend(matters::uncovered(language, world, matter, grid.today()));
    lines.extend(not_asked(language, world, matter, grid.today()));
    lines
}

/// Says, while all must agree and not all of them did, who agreed and who is still to.
fn still_asked(language: Language, world: &World, grid: &Grid<'_>) -> Vec<String> {
    let [agreed, silent] = open_answers(language, world, grid);
    let agreed = agreed.map(|names| path_village::foot_agreed(language, names));
    let silent = silent.map(|names| path_village::foot_silent(language, names));
    agreed.into_iter().chain(silent).collect()
}

/// Names, while all must agree and not all of them did, the villages that agreed and those that are
/// still to.
#[must_use]
pub fn open_answers(language: Language, world: &World, grid: &Grid<'_>) -> [Option<String>; 2] {
    let open = grid.assent() == Partial::AllMust && grid.outcome() == Outcome::UnderWay;
    [Answer::Agreed, Answer::Silent].map(|answer| {
        let who = grid.who(answer);
        (open && !who.is_empty()).then(|| terms::villages(language, world, &who))
    })
}

/// Says what is kept of a cell, with where each paper lies: of every time its body met, and of what hung.
#[must_use]
pub fn kept_of(language: Language, path: &Path, cell: &Cell) -> Vec<String> {
    let mut said = Vec::new();
    for (_, entry) in path.tries(cell.step, cell.village.as_ref()) {
        let on = terms::date(language, entry.on);
        let minutes = match &entry.taken {
            Taken::Voted { decision, .. } => Some((RecordKind::Minutes, &decision.paper)),
            _ => None,
        };
        let records = entry.records.iter().map(|it| (it.kind, &it.paper));
        said.extend(minutes.into_iter().chain(records).map(|(kind, paper)| {
            let kind = paths::record_label(language, kind);
            path_village::kept(language, on.as_str(), kind, paper.as_str())
        }));
    }
    let hung = cell
        .hung
        .as_ref()
        .and_then(|it| Some((it.on, it.photo.as_ref()?)));
    said.extend(hung.map(|(on, photo)| {
        let kind = paths::record_label(language, RecordKind::Photo);
        path_village::kept(language, terms::date(language, on), kind, photo.as_str())
    }));
    said
}

/// Says of a deadline how far off it is; once whoever was to agree by then did, whether they kept it.
fn deadline(
    language: Language,
    grid: &Grid<'_>,
    (by, agreed): (NaiveDate, Option<NaiveDate>),
) -> String {
    let (left, day) = (grid.days_left(by), terms::date(language, by));
    if let Some(on) = agreed {
        let (on, late) = (
            terms::date(language, on),
            on.signed_duration_since(by).num_days(),
        );
        return match late {
            1.. => path_village::deadline_late(language, day, on, late),
            _ => path_village::deadline_kept(language, day, on),
        };
    }
    let by = day;
    match left {
        0 => words::foot_deadline_today(language).to_owned(),
        1.. => words::foot_deadline(language, by, left),
        _ => words::foot_deadline_over(language, by, left.unsigned_abs()),
    }
}

/// Says of what is still to be done in a cell by when it is; nothing where nobody said.
fn due_by(language: Language, grid: &Grid<'_>, cell: &Cell) -> Option<String> {
    let by = cell.by?;
    Some(terms::short_date(language, by, grid.today()))
}

/// Says of a cell at which something can be done, or is waited for, what it is and where it stands, with the
/// day by which it is to be done: each village is reminded of its own.
#[must_use]
pub fn pressing(
    language: Language,
    world: &World,
    (grid, today): (Option<&Grid<'_>>, NaiveDate),
    step: &TemplateStep,
    cell: &Cell,
) -> [String; 2] {
    let place = place(language, world, step.level, cell);
    let mut said = said(language, &cell.state, step, |on| {
        terms::short_date(language, on, today)
    });
    if !cell.lacks.is_empty() {
        let lacks = cell.lacks.iter().map(|kind| paths::record(language, *kind));
        said = words::lacks(language, terms::list(language, lacks));
    }
    let shaken = grid.and_then(|grid| reconsiderations::shaken(language, world, grid.path(), cell));
    said = shaken.unwrap_or(said);
    if let Some(by) = grid.and_then(|grid| due_by(language, grid, cell)) {
        said = words::said_by(language, by, said);
    }
    [
        words::row_place(language, place, paths::step(language, step)),
        said,
    ]
}

/// Says which villages are not asked, each with why.
#[must_use]
pub fn not_asked(
    language: Language,
    world: &World,
    matter: &Matter,
    today: NaiveDate,
) -> Option<String> {
    let others: Vec<String> = unasked(world, matter, today)
        .iter()
        .map(|(village, why)| paths::unasked(language, world, village, *why))
        .collect();
    let names = terms::list(language, others.iter().map(String::as_str));
    (!others.is_empty()).then(|| words::foot_not_asked(language, names))
}

/// Says what was done of a step each time, with its day and its votes; nothing where it was done once.
#[must_use]
pub fn tries(language: Language, tries: &[&Entry]) -> Vec<String> {
    if tries.len() < 2 {
        return Vec::new();
    }
    let said = (1_usize..).zip(tries).map(|(count, entry)| {
        let came = reconsiderations::came(language, entry);
        let on = terms::date(language, entry.on);
        match votes(language, entry) {
            Some(votes) => words::try_voted(language, count, on, came, votes),
            None => words::try_done(language, count, on, came),
        }
    });
    said.collect()
}

/// Says of every time a step was taken by a body when, by whom, with which votes and on which paper; what a board
/// did, or was taken with the step before, stands elsewhere.
#[must_use]
pub fn every(language: Language, tries: &[&Entry]) -> Vec<String> {
    let said = tries.iter().filter_map(|entry| {
        let came = reconsiderations::came(language, entry);
        let on = terms::date(language, entry.on);
        Some(match &entry.taken {
            Taken::Voted { decision, .. } => path_village::every_voted(
                language,
                on,
                bodies::told(language, decision.body.as_str()),
                came,
                votes(language, entry)?,
                decision.paper.as_str(),
            ),
            Taken::Done {
                body,
                turnout: Some(it),
                ..
            } => path_village::every_came(
                language,
                on,
                bodies::told(language, body.as_str()),
                came,
                it.entitled,
                it.present,
            ),
            Taken::Done { body, .. } => {
                path_village::every_done(language, on, bodies::told(language, body.as_str()), came)
            }
            Taken::Merged | Taken::Posted => return None,
        })
    });
    let said: Vec<String> = said.collect();
    match said.len() {
        0 | 1 => said,
        _ => (1_usize..)
            .zip(said)
            .map(|(count, said)| path_village::every_nth(language, count, said))
            .collect(),
    }
}

/// Returns the day that a state tells.
#[must_use]
pub const fn day(state: &State) -> Option<NaiveDate> {
    match state {
        State::Waiting { from } => Some(*from),
        State::Overdue { since } => Some(*since),
        State::OnAgenda { on }
        | State::Done { on }
        | State::Merged { on }
        | State::Refused { on }
        | State::Inquorate { on }
        | State::Gone { on } => Some(*on),
        State::NotYet | State::AwaitsOthers | State::Due => None,
    }
}
