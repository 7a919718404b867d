//! The vote panel: the motions of the item looked at, and the ballot of one of them.

use super::lines::{Line, Stands, lines, standing};
use super::paper::moment;
use super::{Panel, desk, hands, seen, with};
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::{MotionId, PersonId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Method;
use crate::domain::session::Session;
use crate::domain::vote::by_village::{Says, Stance, unheard};
use crate::domain::vote::slate::Tellers;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice, Motion, MotionState, Voter, due, not_open};
use crate::i18n::{ballots as papers, hands as counted, live as words};
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::screens::live::State;

/// Returns the motion looked at: the one chosen, else the one that wants a step, else the last.
#[must_use]
pub fn motion<'a>(state: &State, world: &'a World) -> Option<&'a Motion> {
    let item = state.item(world)?;
    let open = world
        .open_vote(&state.session)
        .or_else(|| world.unannounced(&state.session));
    let chosen = state
        .motion
        .as_ref()
        .and_then(|motion| world.motion(motion).ok())
        .filter(|motion| motion.item == item.id);
    let followed = || {
        world
            .motions_of(&item.id)
            .find(|motion| due(motion).is_some())
    };
    chosen
        .or(open)
        .or_else(followed)
        .or_else(|| {
            world
                .motions_of(&item.id)
                .find(|motion| motion.state == MotionState::Drafted)
        })
        .or_else(|| world.motions_of(&item.id).last())
}

/// Returns the motion whose vote is open and taken by village.
///
/// # Errors
/// That none is.
pub fn by_village(app: &App) -> Result<MotionId, Why> {
    let (state, _, world) = seen(app)?;
    let open = motion(state, world).filter(|motion| match &motion.state {
        MotionState::Voting { ballot } => ballot.method == Method::ByVillage,
        _ => false,
    });
    open.map(|motion| motion.id.clone())
        .ok_or(Why::Says(papers::not_by_village))
}

/// Returns the motion and the village selected.
///
/// # Errors
/// That none is.
pub fn selected_village(app: &App) -> Result<(MotionId, Option<VillageId>), Why> {
    let open = by_village(app)?;
    let (state, session, world) = seen(app)?;
    let motion = world.motion(&open)?;
    match standing(session, motion).get(state.listing(Panel::Vote).selected) {
        Some(Stands::Asked(village)) => Ok((open, village.cloned())),
        _ => Err(Why::Says(papers::choose_village)),
    }
}

/// Says whether a village with somebody there was not heard.
#[must_use]
pub fn any_unheard(session: &Session, world: &World, motion: &MotionId) -> bool {
    let ballot = world.motion(motion).ok().and_then(Motion::ballot);
    ballot.is_some_and(|ballot| unheard(session, ballot).next().is_some())
}

/// Returns the motion and the voter selected.
///
/// # Errors
/// Why none is.
pub fn selected(app: &App) -> Result<(&Motion, &Voter), Why> {
    let (state, session, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Refusal::VoteNotOpen)?;
    match standing(session, motion).get(state.listing(Panel::Vote).selected) {
        Some(Stands::Voter(voter)) => Ok((motion, voter)),
        _ if motion.result().is_some_and(|result| result.slate.is_some()) => {
            Err(Why::Says(crate::i18n::slate::nothing_to_correct))
        }
        _ if motion.result().is_some_and(|result| result.hands.is_some()) => {
            Err(Why::Says(counted::nothing_to_correct))
        }
        _ if motion
            .result()
            .is_some_and(|result| result.secret.is_some()) =>
        {
            Err(Why::Says(papers::nothing_to_correct))
        }
        Some(Stands::Asked(_)) if motion.result().is_some() => {
            Err(Why::Says(papers::nothing_to_correct_by_village))
        }
        _ if motion.ballot().is_none() => Err(Why::Refused(not_open(motion))),
        _ => Err(Why::Says(words::no_person)),
    }
}

/// Says whether the vote on the motion looked at is open.
///
/// # Errors
/// Why it is not.
pub fn being_voted(app: &App) -> Result<(), Why> {
    let (state, _, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Refusal::VoteNotOpen)?;
    match motion.state {
        MotionState::Voting { .. } => Ok(()),
        _ => Err(Why::Refused(not_open(motion))),
    }
}

fn take(app: &App, choice: Choice, stance: Stance) -> Result<Vec<Command>, Why> {
    if by_village(app).is_ok() {
        let (motion, village) = selected_village(app)?;
        let says = Says::AsOne { stance };
        return Ok(vec![Command::Vote(vote::Command::HearVillage {
            motion,
            village,
            says,
        })]);
    }
    being_voted(app)?;
    let (motion, voter) = selected(app)?;
    let take = vote::Command::Take {
        motion: motion.id.clone(),
        person: voter.person.clone(),
        choice,
    };
    Ok(vec![Command::Vote(take)])
}

/// Takes a vote for.
///
/// # Errors
/// Why it cannot be.
pub fn take_for(app: &App) -> Result<Vec<Command>, Why> {
    take(app, Choice::For, Stance::For)
}

/// Takes a vote against.
///
/// # Errors
/// Why it cannot be.
pub fn take_against(app: &App) -> Result<Vec<Command>, Why> {
    take(app, Choice::Against, Stance::Against)
}

/// Takes an abstention.
///
/// # Errors
/// Why it cannot be.
pub fn take_abstain(app: &App) -> Result<Vec<Command>, Why> {
    take(app, Choice::Abstain, Stance::Abstain)
}

/// Marks a person in the room as not having voted.
///
/// # Errors
/// Why it cannot be.
pub fn take_not_voting(app: &App) -> Result<Vec<Command>, Why> {
    take(app, Choice::NotVoting, Stance::NotVoting)
}

/// Takes the selected mark away again.
///
/// # Errors
/// Why it cannot be.
pub fn clear(app: &App) -> Result<Vec<Command>, Why> {
    if let Ok((motion, village)) = selected_village(app) {
        let clear = Command::Vote(vote::Command::ClearVillage { motion, village });
        return Ok(vec![clear]);
    }
    let (motion, voter) = selected(app)?;
    if !motion
        .ballot()
        .is_some_and(|ballot| ballot.marks.contains_key(&voter.person))
    {
        return Err(Why::Says(words::no_mark));
    }
    let clear = vote::Command::Clear {
        motion: motion.id.clone(),
        person: voter.person.clone(),
    };
    Ok(vec![Command::Vote(clear)])
}

/// 全部赞成: pencils a vote for everybody in the room without a mark.
///
/// # Errors
/// Why it cannot be.
pub fn all_for(app: &App) -> Result<Vec<Command>, Why> {
    let (state, _, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Refusal::VoteNotOpen)?;
    Ok(vec![Command::Vote(vote::Command::AllFor {
        motion: motion.id.clone(),
    })])
}

/// Ends the vote and counts it.
///
/// # Errors
/// Why it cannot be.
pub fn end(app: &App) -> Result<Vec<Command>, Why> {
    let (state, _, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Refusal::VoteNotOpen)?;
    if let MotionState::Counted { .. } = motion.state {
        return Err(Why::Says(words::announce_with_key));
    }
    Ok(vec![Command::Vote(vote::Command::End {
        motion: motion.id.clone(),
        at: moment(app)?,
    })])
}

/// Announces the result of the motion looked at: it is not undone any more.
///
/// # Errors
/// Why it cannot be.
pub fn announce(app: &App) -> Result<Vec<Command>, Why> {
    let (state, _, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Refusal::VoteNotOpen)?;
    let counted = matches!(motion.state, MotionState::Counted { .. });
    match hands::by_digits(motion).filter(|_| counted) {
        Some(ballot) if ballot.slate.is_some() => {
            Err(Why::Says(crate::i18n::slate::announce_with_key))
        }
        Some(ballot) if ballot.method == Method::Secret => {
            Err(Why::Says(papers::announce_with_key))
        }
        Some(_) => Err(Why::Says(counted::announce_with_key)),
        None => announced(app, motion),
    }
}

/// Announces the result of hands that were counted.
///
/// # Errors
/// Why it cannot be.
pub fn announce_hands(app: &App) -> Result<Vec<Command>, Why> {
    let (state, _, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Refusal::VoteNotOpen)?;
    announced(app, motion)
}

fn announced(app: &App, motion: &Motion) -> Result<Vec<Command>, Why> {
    Ok(vec![Command::Vote(vote::Command::Announce {
        motion: motion.id.clone(),
        at: moment(app)?,
    })])
}

/// Says whether the motion looked at may still be worded.
///
/// # Errors
/// Why not.
pub fn can_word(app: &App) -> Result<(), Why> {
    let (state, _, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Why::Says(words::no_motion))?;
    let frame = vote::Command::Frame {
        motion: motion.id.clone(),
        villages: motion.villages.clone(),
        effect: motion.effect,
    };
    Ok(desk(app)?.would(&[Command::Vote(frame)])?)
}

/// Says whether somebody may be named to watch the count and to count.
///
/// # Errors
/// Why not.
pub fn can_name_tellers(app: &App, motion: MotionId) -> Result<(), Why> {
    let name = vote::Command::NameTellers {
        motion,
        tellers: Tellers::default(),
    };
    Ok(desk(app)?.would(&[Command::Vote(name)])?)
}

/// Says whether the motion looked at may be taken back, and with it a vote that is open.
///
/// # Errors
/// Why not.
pub fn can_withdraw(app: &App) -> Result<(), Why> {
    let (state, _, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Why::Says(words::no_motion))?;
    let withdraw = vote::Command::Withdraw {
        motion: motion.id.clone(),
        reason: None,
    };
    Ok(desk(app)?.would(&[Command::Vote(withdraw)])?)
}

/// Says whether the motion looked at may still be linked with another.
///
/// # Errors
/// Why not.
pub fn can_exclude(app: &App) -> Result<(), Why> {
    let (state, _, world) = seen(app)?;
    let motion = motion(state, world).ok_or(Why::Says(words::no_motion))?;
    let exclude = vote::Command::Exclude {
        motion: motion.id.clone(),
        other: motion.excludes.clone(),
    };
    Ok(desk(app)?.would(&[Command::Vote(exclude)])?)
}

/// Returns the line of the first person, or village, whose voice is missing.
#[must_use]
pub fn missing(session: &Session, motion: &Motion) -> Option<usize> {
    lines(session, motion).iter().position(|line| match line {
        Line::Voter(asked) => asked.voice.is_none(),
        Line::Asked(heard) => heard.awaited(),
        Line::Village(..) | Line::Chair => false,
    })
}

/// Selects the first person whose voice is missing, where one is.
pub fn select_missing(app: &mut App) {
    let Ok((state, session, world)) = seen(app) else {
        return;
    };
    let missing = motion(state, world).and_then(|motion| missing(session, motion));
    if let Some(row) = missing {
        with(app, |state| state.listing_mut(Panel::Vote).selected = row);
    }
}

/// Selects a voter of the motion looked at; says whether the person is one.
pub fn select(app: &mut App, person: &PersonId) -> bool {
    let row = seen(app).ok().and_then(|(state, session, world)| {
        let is = |line: &Stands<'_>| matches!(line, Stands::Voter(it) if it.person == *person);
        standing(session, motion(state, world)?).iter().position(is)
    });
    if let Some(row) = row {
        with(app, |state| state.listing_mut(Panel::Vote).selected = row);
    }
    row.is_some()
}

/// Selects the next of some voters after the one selected, the first after the last.
pub fn select_next_of(app: &mut App, people: &[PersonId]) {
    let now = selected(app).ok().map(|(_, voter)| voter.person.clone());
    let at = people.iter().position(|it| Some(it) == now.as_ref());
    let next = at.and_then(|at| people.get(at + 1)).or(people.first());
    if let Some(person) = next.cloned() {
        select(app, &person);
    }
}

/// Selects the line of a village, where villages vote; says whether there is one.
pub fn select_village(app: &mut App, village: Option<&VillageId>) -> bool {
    let row = seen(app).ok().and_then(|(state, session, world)| {
        let is = |line: &Stands<'_>| matches!(line, Stands::Asked(it) if *it == village);
        standing(session, motion(state, world)?).iter().position(is)
    });
    if let Some(row) = row {
        with(app, |state| state.listing_mut(Panel::Vote).selected = row);
    }
    row.is_some()
}

/// Moves the selection to the next voter in the room, past those who have no voice to give; after the
/// last one back to a voice that is still missing.
pub fn next(app: &mut App) {
    let Ok((state, session, world)) = seen(app) else {
        return;
    };
    let Some(motion) = motion(state, world) else {
        return;
    };
    let here = state.listing(Panel::Vote).selected;
    let lines = lines(session, motion);
    let after = (here + 1..).zip(lines.iter().skip(here + 1));
    let next = after
        .filter(|(_, line)| match line {
            Line::Voter(asked) => motion.ballot().is_some_and(|it| {
                let silent = matches!(asked.voice, Some(Voice::Absent | Voice::Recused));
                it.method == Method::ByName && !silent
            }),
            Line::Asked(heard) => heard.here > 0,
            Line::Village(..) | Line::Chair => false,
        })
        .map(|(row, _)| row)
        .next();
    match next {
        Some(row) => with(app, |state| state.listing_mut(Panel::Vote).selected = row),
        None => select_missing(app),
    }
}
