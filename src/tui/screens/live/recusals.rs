//! Recusals in the session: who withdraws from what, who is proposed to, and who comes back.

use super::paper::moment;
use super::sheets::{CorrectionSheet, MendRecusalSheet};
use super::{Panel, actions, desk, hands, roll, seen, vote as ballots};
use crate::domain::ids::{ItemId, MotionId, PersonId};
use crate::domain::rule::Method;
use crate::domain::session::next::Step;
use crate::domain::session::recusal::{Declined, Matter, Proposal, Reason, Recusal, recorded};
use crate::domain::session::{self, Session};
use crate::domain::text::Line;
use crate::domain::vote::{self, Due, Motion, MotionState, due};
use crate::domain::{Command, World};
use crate::i18n::{recusal as words, recusal_mend as mend, recusals, terms};
use crate::tui::action::Why;
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{Choice, Menus};

/// What somebody can withdraw from now.
pub struct Open {
    /// The item that runs.
    pub item: ItemId,
    /// The motion of it whose vote is open or comes next, with its number.
    pub motion: Option<(MotionId, u32)>,
}

/// Returns what somebody can withdraw from now.
///
/// # Errors
/// That no item runs.
pub fn open(app: &App) -> Result<Open, Why> {
    let (_, session, world) = seen(app)?;
    let item = world
        .running_item(&session.id)
        .ok_or(Why::Says(words::no_item))?;
    let to_come = |motion: &&Motion| motion.pending() || due(motion).is_some_and(Due::is_a_vote);
    let pending = || world.motions_of(&item.id).filter(to_come);
    let voting = pending().find(|motion| matches!(motion.state, MotionState::Voting { .. }));
    let motion = voting.or_else(|| pending().next());
    Ok(Open {
        item: item.id.clone(),
        motion: motion.map(|motion| (motion.id.clone(), motion.number)),
    })
}

/// Makes the command that takes a recusal down.
///
/// # Errors
/// Why there is no session for it.
pub fn recuse(app: &App, person: PersonId, of: Matter, reason: Reason) -> Result<Command, Why> {
    let (_, session, _) = seen(app)?;
    Ok(Command::Session(session::Command::Recuse {
        id: session.id.clone(),
        recusal: Recusal::since(person, of, reason, moment(app)?),
    }))
}

/// Returns the voter selected on the roll.
///
/// # Errors
/// That none is, that no item runs, or that the person has withdrawn already.
pub fn selected(app: &App) -> Result<PersonId, Why> {
    let Open { item, .. } = open(app)?;
    let (session, world, attendee) = roll::selected(app)?;
    if !attendee.place.entitled() {
        return Err(Why::Says(words::no_voter));
    }
    let person = attendee.place.person.clone();
    let whole = Matter::Item { item: item.clone() };
    let mut from_item = session.recused_from(&item);
    if from_item.any(|it| it.person == person && it.of == whole) {
        let name = world.person(&person)?.name.clone();
        return Err(Why::Refused(crate::domain::Refusal::Withdrawn { name }));
    }
    Ok(person)
}

/// Returns the reason of a recusal from the item that runs where none is written: kin, where that is on
/// record, else a direct interest.
#[must_use]
pub fn reason(app: &App, person: Option<&PersonId>) -> Reason {
    let known = seen(app).ok().and_then(|(_, session, world)| {
        let item = world.running_item(&session.id)?;
        Some(recorded(world, item, person?))
    });
    known.unwrap_or(Reason::Interest)
}

/// Returns whoever is marked as recused in the vote that is open, by nothing but that mark.
fn marked(session: &Session, world: &World) -> Vec<(MotionId, PersonId, Reason)> {
    let open = world.open_vote(&session.id);
    let Some((motion, ballot)) = open.and_then(|motion| Some((motion, motion.ballot()?))) else {
        return Vec::new();
    };
    let alone = ballot.marks.iter().filter_map(|(person, mark)| {
        let vote::Choice::Recused { reason } = &mark.choice else {
            return None;
        };
        let lasts = session.recusal_from(motion, person).is_some();
        (!lasts).then(|| (motion.id.clone(), person.clone(), reason.clone()))
    });
    alone.collect()
}

/// Returns the motions of the item that runs which are still to be voted, or are being voted.
#[must_use]
pub fn pending(app: &App) -> Vec<&Motion> {
    let running = seen(app).ok().and_then(|(_, session, world)| {
        let item = world.running_item(&session.id)?;
        Some(world.motions_of(&item.id))
    });
    let motions = running.into_iter().flatten();
    motions.filter(|motion| motion.pending()).collect()
}

/// Returns the parts of an item somebody withdrew from, each with whoever did.
#[must_use]
pub fn parts<'a>(app: &'a App, item: &'a ItemId) -> Vec<(&'a Line, Vec<&'a Recusal>)> {
    let session = seen(app).ok().map(|(_, session, _)| session);
    session.map_or_else(Vec::new, |session| session.recused_parts(item))
}

/// Makes the commands by which a motion is of those parts of its item somebody withdrew from, and of no
/// other: of the parts by their place in the list.
#[must_use]
pub fn of_parts(app: &App, item: &ItemId, motion: &MotionId, parts_of: &[usize]) -> Vec<Command> {
    let Ok((_, session, _)) = seen(app) else {
        return Vec::new();
    };
    let parts = parts(app, item);
    let all = parts.iter().enumerate().flat_map(|(at, (_, recusals))| {
        let belongs = parts_of.contains(&at);
        recusals.iter().map(move |recusal| (belongs, *recusal))
    });
    all.filter_map(|(belongs, recusal)| {
        let Matter::Part { motions, .. } = &recusal.of else {
            return None;
        };
        let others = motions.iter().filter(|it| *it != motion).cloned();
        let now: Vec<MotionId> = others.chain(belongs.then(|| motion.clone())).collect();
        let same = belongs == motions.contains(motion);
        (!same).then(|| {
            Command::Session(session::Command::ReframeRecusal {
                id: session.id.clone(),
                person: recusal.person.clone(),
                of: recusal.of.clone(),
                motions: now,
            })
        })
    })
    .collect()
}

/// Takes down every recusal that is proposed, each with its reason.
///
/// # Errors
/// That none is proposed.
pub fn take(app: &App) -> Result<Vec<Command>, Why> {
    let (item, people) = proposed(app)?;
    let of = || Matter::Item { item: item.clone() };
    let people = people.into_iter();
    people
        .map(|it| recuse(app, it.person, of(), it.ground.into()))
        .collect()
}

/// Declines every recusal that is proposed.
///
/// # Errors
/// That none is proposed.
pub fn decline(app: &App) -> Result<Vec<Command>, Why> {
    let (item, people) = proposed(app)?;
    let (_, session, _) = seen(app)?;
    let decline = |it: Proposal| {
        Command::Session(session::Command::DeclineRecusal {
            id: session.id.clone(),
            declined: Declined {
                item: item.clone(),
                person: it.person,
            },
        })
    };
    Ok(people.into_iter().map(decline).collect())
}

fn proposed(app: &App) -> Result<(ItemId, Vec<Proposal>), Why> {
    let (state, session, world) = seen(app)?;
    match hands::step(state, world, session) {
        Step::ProposeRecusals { item, people } => Ok((item, people)),
        _ => Err(Why::Says(words::nothing_proposed)),
    }
}

fn lasting(session: &Session) -> impl Iterator<Item = &Recusal> {
    session.recusals.iter().filter(|it| it.to.is_none())
}

/// Returns the recusals that last, whoever is selected first.
fn in_order(app: &App) -> Result<Vec<Recusal>, Why> {
    let (state, session, _) = seen(app)?;
    let first = match state.panel {
        Panel::Roll => roll::selected(app)
            .ok()
            .map(|(_, _, it)| it.place.person.clone()),
        Panel::Vote => ballots::selected(app).ok().map(|(_, it)| it.person.clone()),
        _ => None,
    };
    let mut all: Vec<Recusal> = lasting(session).cloned().collect();
    all.sort_by_key(|it| Some(&it.person) != first.as_ref());
    Ok(all)
}

/// Says whether a recusal can be ended.
///
/// # Errors
/// Why none can.
pub fn can_end(app: &App) -> Result<(), Why> {
    let (_, session, world) = seen(app)?;
    let marked = marked(session, world).into_iter().next();
    match (in_order(app)?.first(), marked) {
        (Some(first), _) => Ok(desk(app)?.would(&[back(app, first)?])?),
        (None, Some((motion, person, _))) => Ok(desk(app)?.would(&[erase(motion, person)])?),
        (None, None) => Err(Why::Says(words::no_recusal)),
    }
}

/// Makes the command that takes the mark of a recusal away again.
fn erase(motion: MotionId, person: PersonId) -> Command {
    Command::Vote(vote::Command::Clear { motion, person })
}

fn back(app: &App, recusal: &Recusal) -> Result<Command, Why> {
    let (_, session, _) = seen(app)?;
    Ok(Command::Session(session::Command::ReturnFromRecusal {
        id: session.id.clone(),
        person: recusal.person.clone(),
        of: recusal.of.clone(),
        at: moment(app)?,
    }))
}

/// Asks whose recusal ends.
pub fn ask_end(app: &mut App) {
    let (all, session, world) = match (in_order(app), seen(app)) {
        (Ok(all), Ok((_, session, world))) => (all, session, world),
        (Err(why), _) | (_, Err(why)) => return app.explain(&why),
    };
    let language = app.language;
    let marked = marked(session, world).into_iter();
    let marked = marked.map(|(motion, person, reason)| -> Choice {
        let of = Matter::Motion {
            motion: motion.clone(),
        };
        let name = terms::person(language, world, &person);
        let what = recusals::matter(language, world, &of);
        let row = words::end_row(
            language,
            name,
            what,
            recusals::reason(language, world, &reason),
        );
        let record = move |app: &mut App| {
            app.record(&[erase(motion, person)]);
        };
        (row, Box::new(record))
    });
    let marked: Vec<Choice> = marked.collect();
    let rows = all.into_iter().map(|recusal| -> Choice {
        let name = terms::person(language, world, &recusal.person);
        let what = recusals::matter(language, world, &recusal.of);
        let row = words::end_row(
            language,
            name,
            what,
            recusals::reason(language, world, &recusal.reason),
        );
        let record = move |app: &mut App| match back(app, &recusal) {
            Ok(command) => {
                app.record(&[command]);
            }
            Err(why) => app.explain(&why),
        };
        (row, Box::new(record))
    });
    let rows = rows.chain(marked).collect();
    let menu = Menus::choice(words::end_title(language), rows, ask_end);
    app.overlay = Some(Overlay::Menu(menu));
}

/// Returns the recusals that were only noted in an announced vote by name: they are put right as the voice
/// they are.
fn noted(session: &Session, world: &World) -> Vec<(MotionId, PersonId, Reason)> {
    let mut noted = Vec::new();
    let items = world.agenda(&session.id).map(|item| &item.id);
    for motion in items.flat_map(|item| world.motions_of(item)) {
        let MotionState::Announced { ballot, .. } = &motion.state else {
            continue;
        };
        if ballot.method != Method::ByName {
            continue;
        }
        for (person, mark) in &ballot.marks {
            let entered = |it: &Recusal| it.person == *person && it.of.covers(motion);
            if let vote::Choice::Recused { reason } = &mark.choice
                && !session.recusals.iter().any(entered)
            {
                noted.push((motion.id.clone(), person.clone(), reason.clone()));
            }
        }
    }
    noted
}

/// Asks which recusal is put right, or whether one was missed.
pub fn ask_which(app: &mut App) {
    let (session, world) = match seen(app) {
        Ok((_, session, world)) => (session, world),
        Err(why) => return app.explain(&why),
    };
    let language = app.language;
    let of = session.id.clone();
    let known = session.recusals.iter().map(|recusal| -> Choice {
        let name = terms::person(language, world, &recusal.person);
        let what = recusals::matter(language, world, &recusal.of);
        let row = words::end_row(
            language,
            name,
            what,
            recusals::reason(language, world, &recusal.reason),
        );
        let (of, recusal) = (of.clone(), recusal.clone());
        let mend = move |app: &mut App| {
            actions::open(app, MendRecusalSheet::new(of, Some(recusal)));
        };
        (row, Box::new(mend))
    });
    let noted = noted(session, world).into_iter();
    let noted = noted.map(|(motion, person, reason)| -> Choice {
        let matter = Matter::Motion {
            motion: motion.clone(),
        };
        let row = words::end_row(
            language,
            terms::person(language, world, &person),
            recusals::matter(language, world, &matter),
            recusals::reason(language, world, &reason),
        );
        let session = of.clone();
        let mend = move |app: &mut App| {
            let sheet = CorrectionSheet {
                session,
                motion,
                person,
            };
            actions::open(app, sheet);
        };
        (row, Box::new(mend))
    });
    let mut rows: Vec<Choice> = known.chain(noted).collect();
    let missed = of.clone();
    rows.push((
        mend::which_missed(language).to_owned(),
        Box::new(move |app: &mut App| actions::open(app, MendRecusalSheet::new(missed, None))),
    ));
    let menu = Menus::choice(mend::which(language), rows, ask_which);
    app.overlay = Some(Overlay::Menu(menu));
}

/// Goes on with the correction of a recusal whose draft was found: whose, since when; of one missed.
pub(super) fn go_on(app: &mut App, of: Option<&(PersonId, String)>) {
    let Ok((_, session, _)) = seen(app) else {
        return;
    };
    let known = of.and_then(|(person, from)| {
        let mut all = session.recusals.iter();
        all.find(|it| it.person == *person && it.from.clock() == *from)
    });
    if of.is_some() && known.is_none() {
        return ask_which(app);
    }
    let sheet = MendRecusalSheet::new(session.id.clone(), known.cloned());
    actions::open(app, sheet);
}
