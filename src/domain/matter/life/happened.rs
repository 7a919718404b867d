//! What happened to a matter, in the order of its life: by day, and where a wrong clock stamped a day by the order of
//! recording.

use super::super::gate::gate;
use super::super::{Became, Matter};
use super::{Fact, is_of};
use crate::domain::board::Posting;
use crate::domain::longest_run::longest;
use crate::domain::task::Task;
use crate::domain::world::World;
use chrono::NaiveDate;

/// One fact of the life of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened<'a> {
    /// The day, as it was taken down.
    pub on: NaiveDate,
    /// What happened.
    pub fact: Fact<'a>,
    /// Whether that day is in doubt: the clock that stamped it cannot have been right.
    pub doubted: bool,
}

/// A fact and where it stands among the others.
#[derive(Debug, Clone)]
struct Placed<'a> {
    /// The day by which it is put in order.
    by: NaiveDate,
    /// Its place among those of one day, which is the order of a life.
    place: u8,
    happened: Happened<'a>,
}

/// The last place of what comes before a session has dealt with a matter.
const SCREENED: u8 = 2;

/// Facts of one thing, in the order in which they were recorded.
type Chain<'a> = Vec<Placed<'a>>;

/// Returns what happened to a matter, oldest first; of one day in the order of a life. A day that is in doubt counts for
/// nothing in the order: what it is the day of stands where it was recorded.
#[must_use]
pub fn facts<'a>(world: &'a World, matter: &'a Matter, today: NaiveDate) -> Vec<Happened<'a>> {
    let to_come = |on: NaiveDate| on > today;
    let mut chains = vec![of_itself(matter, today)];
    if let Some(screening) = &matter.screening {
        let found = Fact::Screened(screening, gate(&matter.intake));
        let doubted = to_come(screening.on);
        chains.push(vec![placed(screening.on, SCREENED, found, doubted)]);
    }
    chains.push(in_sessions(matter));
    chains.extend(of_path(matter, &to_come));
    let of = |it: &&std::sync::Arc<Posting>| it.matter.as_ref() == Some(&matter.id);
    let postings = world.postings.values().filter(of);
    chains.extend(postings.map(|posting| of_posting(posting, &to_come)));
    let tasks = world.tasks.values().filter(|task| is_of(matter, task));
    chains.extend(tasks.map(|task| of_task(task, today)));

    let sure: Vec<(NaiveDate, u8)> = chains
        .iter()
        .flatten()
        .filter(|it| !it.happened.doubted)
        .map(|it| (it.by, it.place))
        .collect();
    for chain in &mut chains {
        put_in_order(chain, &sure);
    }
    let mut all: Vec<Placed<'_>> = chains.into_iter().flatten().collect();
    all.sort_by_key(|it| (it.by, it.place));
    all.into_iter().map(|it| it.happened).collect()
}

const fn placed(on: NaiveDate, place: u8, fact: Fact<'_>, doubted: bool) -> Placed<'_> {
    Placed {
        by: on,
        place,
        happened: Happened { on, fact, doubted },
    }
}

/// Puts what has a day in doubt where it was recorded: before the next of its chain, else behind the one before it; what
/// stands alone, where a life has it.
fn put_in_order(chain: &mut Chain<'_>, sure: &[(NaiveDate, u8)]) {
    let days: Vec<Option<NaiveDate>> = chain
        .iter()
        .map(|it| (!it.happened.doubted).then_some(it.by))
        .collect();
    for (at, it) in chain.iter_mut().enumerate() {
        if !it.happened.doubted {
            continue;
        }
        let place = it.place;
        let next = days.iter().skip(at + 1).flatten().next().copied();
        let before = days.iter().take(at).flatten().last().copied();
        let earlier = sure.iter().filter(|(_, of)| *of <= place);
        let earlier = earlier.map(|(day, _)| *day).max();
        let later = sure.iter().filter(|(_, of)| *of > place);
        let later = later.map(|(day, _)| *day).min();
        it.by = match place {
            // Nothing can have become of a matter before it was received.
            0 => later,
            1..=SCREENED => next.or(later).or(earlier),
            _ => next.or(before).or(earlier),
        }
        .unwrap_or(it.by);
    }
}

/// Returns that it was received, and what became of it. Those days are the clock's, but for what goes with the day of a
/// screening or of a follow-up.
fn of_itself(matter: &Matter, today: NaiveDate) -> Chain<'_> {
    let received = placed(matter.received, 0, Fact::Entered, false);
    let steps = matter.history.iter().map(|step| {
        // Where it was made out of another, that comes first; where it ended, that comes last.
        let place = match step.what {
            Became::Received | Became::SplitFrom { .. } | Became::SentBack { .. } => 1,
            Became::Completed => 1,
            _ => 8,
        };
        placed(step.on, place, Fact::Became(step), false)
    });
    let mut chain: Chain<'_> = std::iter::once(received).chain(steps).collect();
    let stamped = |it: &Placed<'_>| match &it.happened.fact {
        Fact::Became(step) => !matches!(
            step.what,
            Became::Reopened { .. } | Became::HandedBack { .. }
        ),
        _ => true,
    };
    let days: Vec<(usize, NaiveDate)> = chain
        .iter()
        .enumerate()
        .filter(|(_, it)| stamped(it) && it.by <= today)
        .map(|(at, it)| (at, it.by))
        .collect();
    let kept = longest(&days, true);
    for (at, it) in chain.iter_mut().enumerate() {
        let fits = !stamped(it) || kept.contains(&at);
        it.happened.doubted = it.by > today || !fits;
    }
    chain
}

/// Returns what sessions did with it: their days are stated, and may be to come.
fn in_sessions(matter: &Matter) -> Chain<'_> {
    let mut chain = Vec::new();
    for hearing in &matter.hearings {
        chain.push(placed(hearing.on, 3, Fact::Heard(hearing), false));
        for heard in &hearing.motions {
            let decided = heard.first.map_or(heard.on, |first| first.on);
            chain.push(placed(decided, 4, Fact::Decided(heard), false));
            let came = heard.first.is_some_and(|it| it.standing != heard.standing);
            if came || heard.villages.iter().any(|it| it.decided.is_some()) {
                chain.push(placed(heard.on, 5, Fact::Came(heard), false));
            }
        }
    }
    chain
}

/// Returns what happened to the steps a matter has to go.
fn of_path<'a>(
    matter: &'a Matter,
    to_come: &dyn Fn(NaiveDate) -> bool,
) -> impl Iterator<Item = Chain<'a>> {
    let stamped = |on: NaiveDate, fact: Fact<'a>| placed(on, 4, fact, to_come(on));
    let chains = matter.path.as_ref().map(|path| {
        let entries = path.entries.iter();
        let entries = entries.map(|it| stamped(it.on, Fact::Taken(path, it)));
        let added = path.villages.iter();
        let added = added.filter_map(|it| Some((it.added.as_ref()?.on, Fact::Asked(it))));
        let deadlines = path.deadlines.iter();
        let amounts = path.contributions.iter();
        [
            vec![stamped(path.chosen, Fact::Path(path))],
            // The day of a village that joins is stated.
            added.map(|(on, fact)| placed(on, 4, fact, false)).collect(),
            deadlines
                .map(|it| stamped(it.set, Fact::Deadline(it)))
                .collect(),
            amounts
                .map(|it| stamped(it.on, Fact::Contributed(it)))
                .collect(),
            entries.collect(),
        ]
    });
    chains.into_iter().flatten()
}

/// Returns what became of a text for a board.
fn of_posting<'a>(posting: &'a Posting, to_come: &dyn Fn(NaiveDate) -> bool) -> Chain<'a> {
    // What hangs in the place of another is drafted when that comes down.
    let own = posting.wordings.first().filter(|_| posting.again.is_none());
    let drafted = own.map_or(posting.by, |it| it.on);
    let drafted = placed(drafted, 5, Fact::Posting(posting), to_come(drafted));
    let steps = posting.history.iter().map(|step| {
        let fact = Fact::PostingStep(posting, step);
        placed(step.on(), 5, fact, to_come(step.on()))
    });
    std::iter::once(drafted).chain(steps).collect()
}

/// Returns what became of a follow-up.
fn of_task(task: &Task, today: NaiveDate) -> Chain<'_> {
    let entered = task.entered_doubted(Some(today));
    let entered = placed(task.entered, 6, Fact::Task(task), entered);
    let steps = task.history.iter().map(|step| {
        let doubted = task.step_doubted(step, Some(today));
        placed(step.on(), 7, Fact::TaskStep(task, step), doubted)
    });
    std::iter::once(entered).chain(steps).collect()
}
