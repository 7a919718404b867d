//! The life of a matter in words: a sentence for each fact.

use super::{
    Language, boards, bodies, clocks, follow_ups, matter_lacking, matter_life as words, matters,
    merges, path_states, paths, reconsiderations, sequels, terms, village_board,
};
use crate::domain::World;
use crate::domain::board::{Posting, Step as OfPosting};
use crate::domain::matter::lacking::lacking;
use crate::domain::matter::life::Fact;
use crate::domain::matter::path::grid::{Cell, Grid};
use crate::domain::matter::path::{Entry, Level, Path, Taken};
use crate::domain::matter::{
    Became, Decided, Heard, Hearing, Matter, Step, VillageHeard, VillageSaid,
};
use crate::domain::session::Session;
use crate::domain::session::agenda::ItemState;
use crate::domain::vote::Standing;
use chrono::NaiveDate;

const SEPARATOR: &str = " · ";

/// Names the session of a hearing, filed or not.
#[must_use]
pub fn session(language: Language, hearing: &Hearing) -> String {
    let (kind, ordinal) = (hearing.kind, hearing.ordinal);
    let session = Session::new(hearing.session.clone(), kind, ordinal, hearing.on);
    terms::session_name(language, &session)
}

/// Says one fact.
#[must_use]
pub fn fact(
    (language, today): (Language, NaiveDate),
    world: &World,
    matter: &Matter,
    fact: &Fact<'_>,
) -> String {
    match fact {
        Fact::Entered => {
            let origin = matters::origin(language, matter.intake.origin);
            match &matter.intake.brought_by {
                _ if called_for(matter) => words::collected(language, origin),
                Some(by) => words::received_from(language, origin, by.as_str()),
                None => words::received(language, origin),
            }
        }
        Fact::Screened(screening, _) if screening.joint() => {
            words::joint(language, screening.reason.as_str())
        }
        Fact::Screened(screening, _) => words::not_joint(language, screening.reason.as_str()),
        Fact::Heard(hearing) => words::heard(
            language,
            session(language, hearing),
            item_state(language, hearing),
        ),
        Fact::Decided(heard) => {
            let first = heard.first.map(|it| it.standing);
            voted(language, heard, first.unwrap_or(heard.standing))
        }
        Fact::Came(heard) => came(language, world, heard),
        Fact::Path(path) => {
            let named = paths::template(language, &path.template);
            // Those added since are told of on the day they were.
            let villages = path.villages.iter().filter(|it| it.added.is_none());
            words::steps_chosen(language, named, villages.count())
        }
        Fact::Asked(asked) => {
            let village = terms::village(language, world, Some(&asked.village));
            match asked.added.as_ref().and_then(|it| it.reason.as_ref()) {
                Some(reason) => words::village_asked(language, village, reason.as_str()),
                None => words::village_joined(language, village),
            }
        }
        Fact::Deadline(deadline) => {
            let reason = deadline.reason.as_ref().map(|it| it.as_str());
            let by = deadline.by.map(|by| terms::date(language, by));
            if let Some(village) = &deadline.village {
                let village = terms::village(language, world, Some(village));
                let reason = reason.unwrap_or_default();
                return match by {
                    Some(by) => words::village_by(language, village, by, reason),
                    None => words::village_by_lifted(language, village, reason),
                };
            }
            match (by, reason) {
                (Some(by), None) => words::villages_by(language, by),
                (Some(by), Some(reason)) => words::villages_by_moved(language, by, reason),
                (None, reason) => words::villages_by_lifted(language, reason.unwrap_or_default()),
            }
        }
        Fact::Contributed(it) => {
            let village = terms::village(language, world, Some(&it.village));
            let (amount, was) = (paths::yuan(it.amount), paths::yuan(it.was));
            let said = words::contributed(language, village, amount, was, it.reason.as_str());
            if it.agreed.is_empty() {
                return said;
            }
            words::contributed_after(language, said, terms::villages(language, world, &it.agreed))
        }
        Fact::Taken(path, entry) => taken(language, world, matter, path, entry),
        Fact::Posting(posting) => {
            let board = boards::board(language, world, &posting.board);
            words::posting_drafted(language, board, posting.title())
        }
        Fact::PostingStep(posting, step) => posting_step((language, today), world, posting, step),
        Fact::Task(task) => {
            let owner = follow_ups::owner(language, world, task);
            match task.first_due() {
                Some(due) => words::task_due(
                    language,
                    task.what.as_str(),
                    owner,
                    terms::date(language, due),
                ),
                None => words::task(language, task.what.as_str(), owner),
            }
        }
        Fact::TaskStep(task, step) => {
            let said = follow_ups::step(language, world, task, step, today);
            let on = terms::short_date(language, step.on(), today);
            let on = clocks::day(language, on, task.step_doubted(step, Some(today)));
            let said = undated(said, &on);
            words::task_step(language, task.what.as_str(), said)
        }
        Fact::Became(step) => {
            let said = became(language, &step.what);
            match &step.what {
                Became::FiledWithout { .. } => {
                    let missing = lacking(world, matter, step.on);
                    let missing = missing.iter();
                    let missing = missing.map(|it| matters::lacks_records(language, world, it));
                    std::iter::once(said)
                        .chain(missing)
                        .collect::<Vec<_>>()
                        .join(SEPARATOR)
                }
                Became::TookIn { brought, .. } => {
                    let brought = merges::brought(language, world, brought).into_iter();
                    std::iter::once(said)
                        .chain(brought)
                        .collect::<Vec<_>>()
                        .join(SEPARATOR)
                }
                _ => said,
            }
        }
    }
}

/// Says what was done of a step: by whom, how it was decided, on which papers, and what was made of its
/// terms and its day.
fn taken(language: Language, world: &World, matter: &Matter, path: &Path, entry: &Entry) -> String {
    let step = path.template.steps.get(entry.step);
    let level = step.map_or(Level::Village, |it| it.level);
    let place = paths::place(language, world, level, entry);
    let name = step.map(|it| paths::step(language, it)).unwrap_or_default();
    let came = reconsiderations::came(language, entry);
    let said = words::step_taken(language, place, name, came);
    let first = match &entry.taken {
        Taken::Voted { decision, .. } => {
            let votes = path_states::votes(language, entry).unwrap_or_default();
            let (body, paper) = (
                bodies::told(language, decision.body.as_str()),
                decision.paper.as_str(),
            );
            words::step_voted(language, said, body, votes, paper)
        }
        Taken::Done { body, .. } => {
            words::step_done_by(language, said, bodies::told(language, body.as_str()))
        }
        Taken::Merged => {
            let by = step.and_then(|it| paths::merges_by(language, it));
            std::iter::once(said)
                .chain(by)
                .collect::<Vec<_>>()
                .join(SEPARATOR)
        }
        Taken::Posted => village_board::step_posted(language, said),
    };
    let kept = entry.records.iter();
    let kept = kept.map(|it| {
        words::step_kept(
            language,
            paths::record(language, it.kind),
            it.paper.as_str(),
        )
    });
    let signed = entry.signed.iter();
    let signed = signed.map(|it| words::step_signed(language, it.as_str()));
    let early = early(language, world, matter, path, entry);
    let late = late(language, world, matter, path, entry);
    let moved = entry.moved.iter().map(|it| {
        let from = terms::date(language, it.from);
        words::step_redated(language, from, it.reason.as_str())
    });
    let all = std::iter::once(first).chain(kept).chain(signed);
    all.chain(early)
        .chain(late)
        .chain(moved)
        .collect::<Vec<_>>()
        .join(SEPARATOR)
}

/// Says of a village that agreed after the day by which it was to, how late that was.
fn late(
    language: Language,
    world: &World,
    matter: &Matter,
    path: &Path,
    entry: &Entry,
) -> Option<String> {
    let village = entry.village.as_ref();
    let (_, stands) = path.stands(entry.step, village)?;
    let grid = Grid::of(world, matter, entry.on).filter(|_| stands == entry)?;
    path_states::late(language, grid.cell(entry.step, village)?)
}

/// Says which terms were not kept by what was done of a step: one of a statute is not merely cut short.
fn early(
    language: Language,
    world: &World,
    matter: &Matter,
    path: &Path,
    entry: &Entry,
) -> Vec<String> {
    let Some(reason) = &entry.early else {
        return Vec::new();
    };
    let village = entry.village.as_ref();
    let stands = path.stands(entry.step, village);
    let grid = stands.filter(|(_, it)| *it == entry);
    let grid = grid.and_then(|_| Grid::of(world, matter, entry.on));
    let cell = grid.as_ref().and_then(|it| it.cell(entry.step, village));
    let broken = cell.into_iter().flat_map(Cell::broken);
    let broken: Vec<String> = broken.map(|it| path_states::broken(language, it)).collect();
    if broken.is_empty() {
        return vec![words::step_early(language, reason.as_str())];
    }
    broken
}

/// Takes the day off the front of a sentence: the line it stands on in a life says it already.
fn undated(said: String, day: &str) -> String {
    match said.strip_prefix(day) {
        Some(rest) => rest.trim_start_matches([':', ' ']).to_owned(),
        None => said,
    }
}

fn posting_step(
    (language, today): (Language, NaiveDate),
    world: &World,
    posting: &Posting,
    step: &OfPosting,
) -> String {
    let board = boards::board(language, world, &posting.board);
    let said = boards::step(language, step, |on| terms::short_date(language, on, today));
    let said = undated(said, &terms::short_date(language, step.on(), today));
    let said = match step {
        OfPosting::Objected { objection } => {
            let text = objection.text.as_str().replace('\n', " ");
            words::objected(language, said, text, terms::date(language, objection.by))
        }
        OfPosting::Answered { number, reply, .. } => {
            let mut objections = posting.objections.iter();
            let objection = objections.find(|it| it.number == *number);
            let said = words::answered(language, said, reply.as_str().replace('\n', " "));
            match objection.map_or(0, |it| it.days_late()) {
                0 => said,
                days => words::answered_late(language, said, days),
            }
        }
        _ => said,
    };
    words::posting_step(language, board, posting.title(), said)
}

/// Says whether a matter was called for before it was received, if it was received since.
fn called_for(matter: &Matter) -> bool {
    let received = |it: &Step| it.what == Became::Received;
    matter.collected || matter.history.iter().any(received)
}

/// Says where the item of a hearing stands.
#[must_use]
pub const fn item_state(language: Language, hearing: &Hearing) -> &'static str {
    match hearing.item_state {
        ItemState::Done => words::is_done(language),
        ItemState::Deferred => words::is_put_off(language),
        ItemState::Withdrawn => words::is_withdrawn(language),
        ItemState::Pending if hearing.over => words::is_not_taken_up(language),
        ItemState::Running | ItemState::Paused if hearing.over => words::is_left_over(language),
        ItemState::Pending => words::is_on_agenda(language),
        ItemState::Running | ItemState::Paused => words::is_running(language),
    }
}

/// Says how a motion was decided, with the figures of its vote, and what each village said.
#[must_use]
pub fn decided(language: Language, world: &World, heard: &Heard) -> String {
    let first = voted(language, heard, heard.standing);
    with_villages(language, world, first, heard)
}

/// Says how the session decided a motion, with the figures of its vote.
fn voted(language: Language, heard: &Heard, standing: Standing) -> String {
    let standing = sequels::standing_word(language, standing);
    let wording = heard.wording.as_str().replace('\n', " ");
    match heard.by {
        None => words::decided(language, wording, standing),
        Some(Decided::Agreed) => words::decided_agreed(language, wording, standing),
        Some(Decided::Voted { yes, no, abstain }) => {
            words::decided_voted(language, wording, standing, yes, no, abstain)
        }
    }
}

/// Says what became of a motion since the session decided it.
fn came(language: Language, world: &World, heard: &Heard) -> String {
    let standing = sequels::standing_word(language, heard.standing);
    let wording = heard.wording.as_str().replace('\n', " ");
    let first = if heard.villages.is_empty() {
        words::came(language, wording, standing)
    } else {
        words::came_of_villages(language, wording, standing)
    };
    with_villages(language, world, first, heard)
}

fn with_villages(language: Language, world: &World, first: String, heard: &Heard) -> String {
    let villages = heard.villages.iter();
    let villages = villages.map(|it| village(language, world, it));
    std::iter::once(first)
        .chain(villages)
        .collect::<Vec<_>>()
        .join(SEPARATOR)
}

fn village(language: Language, world: &World, heard: &VillageHeard) -> String {
    let name = terms::village(language, world, Some(&heard.village));
    let Some(said) = &heard.decided else {
        return words::village_silent(language, name);
    };
    let one = |said: &VillageSaid| {
        let (met, paper) = (terms::date(language, said.met), said.paper.as_str());
        match said.agreed {
            Some(true) => words::village_agreed(language, name, met, paper),
            Some(false) => words::village_refused(language, name, met, paper),
            None => words::village_inquorate(language, name, met, paper),
        }
    };
    let others: Vec<String> = heard.others.iter().map(one).collect();
    if others.is_empty() {
        return one(said);
    }
    let others = terms::list(language, others.iter().map(String::as_str));
    words::village_others(language, one(said), others)
}

fn became(language: Language, what: &Became) -> String {
    let other = |of| matters::number(language, of);
    match what {
        Became::Received => words::became_received(language).to_owned(),
        Became::SentBack { reason } => words::sent_back(language, reason.as_str()),
        Became::Completed => words::completed(language).to_owned(),
        Became::HandedBack { reason } => words::handed_back(language, reason.as_str()),
        Became::MergedInto { number, reason, .. } => {
            words::merged(language, other(*number), reason.as_str())
        }
        Became::TookIn { number, title, .. } => {
            words::took_in(language, other(*number), title.as_str())
        }
        Became::SplitFrom { number, .. } => words::split_from(language, other(*number)),
        Became::SplitInto { number, .. } => words::split_into(language, other(*number)),
        Became::OpinionGiven { opinion } => matters::opinion_given(language, opinion),
        Became::Withdrawn { reason } => words::withdrawn(language, reason.as_str()),
        Became::Filed => words::filed(language).to_owned(),
        Became::FiledWithout { reason } => matter_lacking::filed(language, reason.as_str()),
        Became::Reopened { reason } => words::reopened(language, reason.as_str()),
    }
}
