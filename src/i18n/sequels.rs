//! What follows an announced vote, in words: where a motion stands, each step, what is next.

pub use super::reviews::{motion_of, reconsidered, reviewed_by};
pub use super::standings::{
    standing_here, standing_on, standing_short, standing_whole, standing_word,
};
use super::{
    Language, later_vote, sequel, slate, slates, steps, terms, village_notice, village_said,
};
use crate::cells::fit;
use crate::domain::Refusal;
use crate::domain::ids::{ItemId, TaskId};
use crate::domain::rule::TieStep;
use crate::domain::session::agenda::{Item, Owed, PutOff};
use crate::domain::vote::due::{chosen, due_once_announced, tie_may_be_put_off};
use crate::domain::vote::left_out::LeftOut;
use crate::domain::vote::meeting;
use crate::domain::vote::overturn::is_moot;
use crate::domain::vote::slate::chooses_people;
use crate::domain::vote::{
    Ballot, CameTo, Due, Motion, Outcome, Round, RoundEnd, Sequel, SequelStep, Standing,
    VoteResult, standing,
};
use crate::domain::world::World;

/// The most cells of a wording that tells motions apart.
const QUOTED: usize = 40;

/// Says by which vote an item was put off in a session before.
#[must_use]
pub fn put_off(language: Language, put_off: &PutOff) -> String {
    let on = terms::date(language, put_off.on);
    let (yes, no, abstain) = (put_off.yes, put_off.no, put_off.abstain);
    match put_off.until {
        Some(day) => {
            let until = terms::date(language, day);
            sequel::put_off_until(language, on, yes, no, abstain, until)
        }
        None => sequel::put_off_next(language, on, yes, no, abstain),
    }
}

/// Says by which votes an item was put off in the sessions before; of several motions each is named.
pub fn each_put_off<'a>(
    language: Language,
    item: &'a Item,
) -> impl Iterator<Item = String> + use<'a> {
    let mut wordings = item.put_off.iter().map(|it| &it.wording);
    let first = wordings.next();
    let several = wordings.any(|it| Some(it) != first);
    item.put_off.iter().map(move |it| match several {
        true => {
            let wording = it.wording.as_str().replace(['\n', '\r'], " ");
            sequel::put_off_which(language, put_off(language, it), fit(&wording, QUOTED))
        }
        false => put_off(language, it),
    })
}

/// Says which vote is owed from a session before, and who or what stands on its ballot.
#[must_use]
pub fn owed(language: Language, owed: &Owed) -> String {
    let (on, due) = (terms::date(language, owed.on), due_name(language, owed.due));
    let said = later_vote::owed(language, on, due, owed.wording.as_str());
    match &owed.slate {
        Some(slate) => later_vote::owed_among(language, said, slates::names(language, slate)),
        None => said,
    }
}

/// Says of a tie which steps of its path are left out before the first that can be taken, and why.
#[must_use]
pub fn left_out(language: Language, motion: &Motion, said: String) -> String {
    with_left_out(language, motion, &motion.left_out(None), said)
}

fn with_left_out(
    language: Language,
    motion: &Motion,
    steps: &[(TieStep, LeftOut)],
    said: String,
) -> String {
    let alike = steps.chunk_by(|(_, one), (_, other)| one == other);
    alike.fold(said, |said, of| {
        let named = of.iter().map(|(step, _)| tie_step(language, *step));
        match of.first().map(|(_, why)| why) {
            Some(LeftOut::Secret) => sequel::secret_tie(language, said),
            Some(LeftOut::Spent) => sequel::spent_tie(language, said, motion.rounds()),
            _ => sequel::short_tie(language, said, terms::list(language, named)),
        }
    })
}

/// Names how one vote on a motion came out, in a word or two. Where the rule has a path for a tie, the
/// count alone settles nothing.
#[must_use]
pub fn outcome(
    language: Language,
    motion: &Motion,
    ballot: &Ballot,
    result: &VoteResult,
) -> &'static str {
    let is_asked = || motion.ballot() == Some(ballot) && tie_may_be_put_off(motion);
    match result.outcome {
        Outcome::Tied if ballot.settles_ties(result) || is_asked() => {
            sequel::outcome_tied(language)
        }
        _ if result.slate.is_some() => slates::word(language, ballot, result),
        outcome => terms::outcome(language, outcome, motion.effect_under(&ballot.rule)),
    }
}

/// Names a step of the path of a tie.
#[must_use]
pub const fn tie_step(language: Language, step: TieStep) -> &'static str {
    match step {
        TieStep::ChairCasts => sequel::tie_chair_casts(language),
        TieStep::SecondVote => sequel::tie_second_vote(language),
        TieStep::Lot => sequel::tie_lot(language),
        TieStep::Defer => sequel::tie_defer(language),
        TieStep::Refer => sequel::tie_refer(language),
    }
}

/// Names what is next.
#[must_use]
pub const fn due_name(language: Language, due: Due) -> &'static str {
    match due {
        Due::Tie(step) => tie_step(language, step),
        Due::CloseSplit => sequel::due_name_close_split(language),
        Due::NewVote => sequel::due_name_new_vote(language),
        Due::VoteAgain => slate::due_name_again(language),
        Due::AskVillages => sequel::due_name_ask_villages(language),
    }
}

/// Says what is next, for the chair to speak; on a tie with what of its path is left out before that.
#[must_use]
pub fn due_sentence(language: Language, world: &World, motion: &Motion, due: Due) -> String {
    let said = due_alone(language, world, motion, due);
    match due {
        Due::Tie(_) | Due::CloseSplit => {
            with_left_out(language, motion, &motion.left_out_last(), said)
        }
        _ => said,
    }
}

/// Says of a step that is not taken yet what is left out before it.
#[must_use]
pub fn not_yet(language: Language, motion: &Motion) -> String {
    let said = sequel::menu_not_yet(language).to_owned();
    match due_once_announced(motion) {
        Some(Due::Tie(_) | Due::CloseSplit) => {
            with_left_out(language, motion, &motion.left_out_last(), said)
        }
        _ => said,
    }
}

fn due_alone(language: Language, world: &World, motion: &Motion, due: Due) -> String {
    let plain = match due {
        Due::Tie(TieStep::ChairCasts) => sequel::due_chair_casts(language),
        Due::Tie(TieStep::Lot) => sequel::due_lot(language),
        Due::Tie(TieStep::Defer) => sequel::due_defer(language),
        Due::Tie(TieStep::Refer) => sequel::due_refer(language),
        Due::Tie(TieStep::SecondVote) => {
            return sequel::due_second_vote(language, motion.wording());
        }
        Due::NewVote if standing(motion) == Standing::Void => {
            return match motion.rule().is_some_and(chooses_people) {
                true => sequel::due_void_election(language, motion.wording()),
                false => sequel::due_void_vote(language, motion.wording()),
            };
        }
        Due::NewVote => return sequel::due_new_vote(language, motion.wording()),
        Due::VoteAgain => return slates::due(language, motion),
        Due::CloseSplit => {
            let counts = motion.result().map(|result| result.tally.counts);
            let counts = counts.unwrap_or_default();
            return sequel::due_close_split(language, counts.yes, counts.no);
        }
        Due::AskVillages => {
            let villages = terms::villages_asked(language, world, &motion.villages);
            return sequel::due_ask_villages(language, villages);
        }
    };
    plain.to_owned()
}

/// Returns the label of the key that takes what is next.
#[must_use]
pub const fn due_key(language: Language, due: Due) -> &'static str {
    match due {
        Due::Tie(TieStep::ChairCasts) => sequel::key_chair_casts(language),
        Due::Tie(TieStep::SecondVote) => sequel::key_second_vote(language),
        Due::Tie(TieStep::Lot) => sequel::key_lot(language),
        Due::Tie(TieStep::Defer) => sequel::key_defer(language),
        Due::Tie(TieStep::Refer) => sequel::key_refer(language),
        Due::CloseSplit => sequel::key_close_split(language),
        Due::NewVote => sequel::key_new_vote(language),
        Due::VoteAgain => slate::key_again(language),
        Due::AskVillages => sequel::key_ask_villages(language),
    }
}

/// Says one step in full, and where a correction took the tie away that it settled, so.
#[must_use]
pub fn step(language: Language, world: &World, motion: &Motion, sequel: &Sequel) -> String {
    let said = as_taken(language, world, motion, sequel);
    match is_moot(motion, &sequel.step) {
        true => sequel::step_moot(language, said),
        false => said,
    }
}

fn as_taken(language: Language, world: &World, motion: &Motion, sequel: &Sequel) -> String {
    let person = |id| terms::person(language, world, id);
    match &sequel.step {
        SequelStep::Cast { chair, adopted } => match adopted {
            true => sequel::step_cast_for(language, person(chair)),
            false => sequel::step_cast_against(language, person(chair)),
        },
        SequelStep::Lot { drawn_by, adopted } => match adopted {
            true => sequel::step_lot_for(language, drawn_by.as_str()),
            false => sequel::step_lot_against(language, drawn_by.as_str()),
        },
        SequelStep::PassedOver { step } => {
            let tied = motion.earlier.iter().filter_map(|round| round.result());
            let tied = tied
                .chain(motion.result())
                .any(|it| it.outcome == Outcome::Tied);
            match step {
                TieStep::SecondVote if motion.ballot().is_some_and(|it| it.slate.is_some()) => {
                    slate::stopped(language).to_owned()
                }
                TieStep::Defer if !tied => sequel::step_not_deferred(language).to_owned(),
                step => {
                    let said = sequel::step_passed_over(language, tie_step(language, *step));
                    with_left_out(language, motion, &motion.left_out(Some(*step)), said)
                }
            }
        }
        SequelStep::Deferred { until, reason } => {
            let said = match until {
                Some(day) => sequel::step_deferred_until(language, terms::date(language, *day)),
                None => sequel::step_deferred_next(language).to_owned(),
            };
            match reason {
                Some(reason) => sequel::step_deferred_why(language, said, reason.as_str()),
                None => said,
            }
        }
        SequelStep::Referred { to, task } => {
            let said = sequel::step_referred(language, to.as_str());
            dated(language, world, said, task)
        }
        SequelStep::Ruled {
            by,
            on,
            adopted,
            paper,
        } => {
            let (by, on, paper) = (by.as_str(), terms::date(language, *on), paper.as_str());
            match adopted {
                true => sequel::step_ruled_for(language, by, on, paper),
                false => sequel::step_ruled_against(language, by, on, paper),
            }
        }
        SequelStep::Asked { villages, .. } => {
            let task = villages.first().map(|it| &it.task);
            let villages: Vec<_> = villages.iter().map(|it| it.village.clone()).collect();
            let said = sequel::step_asked(language, terms::villages(language, world, &villages));
            match task {
                Some(task) => dated(language, world, said, task),
                None => said,
            }
        }
        SequelStep::Decided { decision } => village_said::decision(language, world, decision),
        SequelStep::Assent { partial } => {
            sequel::step_assent(language, super::paths::assent(language, *partial))
        }
        SequelStep::Mended { was, now, reason } => {
            village_said::mended(language, world, (was, now), reason.as_str())
        }
        SequelStep::Redated {
            village,
            from,
            on,
            reason,
        } => sequel::step_redated(
            language,
            terms::village(language, world, Some(village)),
            terms::date(language, *from),
            terms::date(language, *on),
            reason.as_str(),
        ),
        SequelStep::Reconsidered {
            mover,
            kind,
            ordinal,
            reason,
            ..
        } => {
            let session = terms::session_named(language, *kind, *ordinal);
            sequel::step_reconsidered(language, person(mover), session, reason.as_str())
        }
        SequelStep::Refilled {
            kind,
            ordinal,
            seats,
            ..
        } => {
            let session = terms::session_named(language, *kind, *ordinal);
            slate::step_refilled(language, *seats, session)
        }
        SequelStep::LeftOpen {
            by,
            kind,
            ordinal,
            seats,
        } => {
            let session = terms::session_named(language, *kind, *ordinal);
            let said = slate::step_left_open(language, *seats, session);
            match world.motions.get(by) {
                Some(motion) => {
                    slate::left_open_so(language, said, standing_short(language, motion))
                }
                None => said,
            }
        }
        SequelStep::SeatsOpenAgain {
            kind,
            ordinal,
            seats,
            ..
        } => {
            let session = terms::session_named(language, *kind, *ordinal);
            slate::step_open_again(language, session, *seats)
        }
        SequelStep::Reviewed {
            by,
            standing,
            came_to,
        } => {
            let said = reviewed(language, *standing, came_to.as_deref());
            let mut before = motion.sequels.iter().take_while(|it| *it != sequel);
            // What it came to may be put right, or become another since.
            match before
                .any(|it| matches!(&it.step, SequelStep::Reviewed { by: it, .. } if it == by))
            {
                true => sequel::step_reviewed_anew(language, said),
                false => sequel::step_reviewed(language, said),
            }
        }
    }
}

/// Says what a reconsideration came to: of an election who is elected now.
#[must_use]
pub fn reviewed(language: Language, standing: Standing, came_to: Option<&CameTo>) -> String {
    came_to
        .and_then(|it| slates::came_to(language, standing, it))
        .unwrap_or_else(|| standing_word(language, standing).to_owned())
}

/// Says an outcome with what was chosen before it was announced: 暂缓 stands in its place.
#[must_use]
pub fn instead(language: Language, motion: &Motion, outcome: String) -> String {
    match (put_in_its_place(language, motion), chosen(motion)) {
        (Some(said), _) => left_out(language, motion, said),
        (None, Some(_)) => sequel::close_not_deferred(language, outcome),
        (None, None) => outcome,
    }
}

/// Names what was announced in the place of an outcome, in a word or two: 暂缓, or to whom it is referred;
/// `None` where the outcome itself was.
#[must_use]
pub fn announced_as(language: Language, motion: &Motion) -> Option<String> {
    match &chosen(motion)?.step {
        SequelStep::Deferred { until, .. } => Some(match until {
            Some(day) => sequel::deferred_until(language, terms::date(language, *day)),
            None => sequel::deferred_next(language).to_owned(),
        }),
        SequelStep::Referred { to, .. } => Some(sequel::referred_to(language, to.as_str())),
        _ => None,
    }
}

/// Says what was chosen in the place of an outcome before it was announced: to put it off, or to refer it;
/// `None` where the outcome itself was announced.
#[must_use]
fn put_in_its_place(language: Language, motion: &Motion) -> Option<String> {
    match &chosen(motion)?.step {
        SequelStep::Deferred { until, .. } => Some(match until {
            Some(day) => sequel::close_deferred_until(language, terms::date(language, *day)),
            None => sequel::close_deferred_next(language).to_owned(),
        }),
        SequelStep::Referred { to, .. } => Some(sequel::close_referred(language, to.as_str())),
        _ => None,
    }
}

/// Says by what the last motion of an item was settled after a tie, for the chair to announce; `None`
/// where something else came last.
#[must_use]
pub fn settled(language: Language, world: &World, item: &ItemId) -> Option<String> {
    let motion = world.motions_of(item).max_by_key(|motion| motion.number)?;
    let last = motion.sequels.last()?;
    let announced = matches!(
        last.step,
        SequelStep::Cast { .. } | SequelStep::Lot { .. } | SequelStep::Referred { .. }
    ) && !is_moot(motion, &last.step);
    announced.then(|| step(language, world, motion, last))
}

/// Says by when a step is to be answered, where its follow-up has a date.
fn dated(language: Language, world: &World, said: String, task: &TaskId) -> String {
    let due = world.tasks.get(task).and_then(|task| task.due);
    match due {
        Some(day) => sequel::step_due(language, said, terms::date(language, day)),
        None => said,
    }
}

/// Says why a step cannot be taken; `None` for a refusal of another kind.
#[must_use]
pub fn refusal(language: Language, world: &World, why: &Refusal) -> Option<String> {
    Some(match why {
        Refusal::NoMover => sequel::no_mover(language).to_owned(),
        Refusal::NotNext { due: None } => sequel::not_next_none(language).to_owned(),
        Refusal::NotNext { due: Some(due) } => sequel::not_next(language, due_name(language, *due)),
        Refusal::Meeting(why) => of_meeting(language, world, why),
        Refusal::NotYet { on } => sequel::not_yet(language, terms::date(language, *on)),
        Refusal::RuledTooEarly { on, referred } => {
            let (on, referred) = (terms::date(language, *on), terms::date(language, *referred));
            sequel::ruled_too_early(language, on, referred)
        }
        Refusal::DayPast { on, today } => {
            let (on, today) = (terms::date(language, *on), terms::date(language, *today));
            sequel::day_past(language, on, today)
        }
        Refusal::RoundsSpent { rounds } => sequel::rounds_spent(language, *rounds),
        Refusal::TooSoon { from } => sequel::too_soon(language, terms::date(language, *from)),
        _ => return None,
    })
}

/// Says where a motion stands, as a line of its own.
#[must_use]
pub fn standing_line(language: Language, world: &World, motion: &Motion) -> String {
    sequel::standing_line(language, standing_whole(language, world, motion))
}

/// Says how a vote ended that another vote followed, as a line of its own.
#[must_use]
pub fn round(
    language: Language,
    world: &World,
    motion: &Motion,
    number: usize,
    round: &Round,
) -> String {
    let RoundEnd::Announced { result, .. } = &round.end;
    let said = slates::round(language, &round.ballot, result)
        .unwrap_or_else(|| steps::result_of_round(language, world, motion, &round.ballot, result));
    sequel::round_line(language, number, said)
}

/// Says how a session left an item: which motions of it are put off, and until when; else where the item stands.
#[must_use]
pub fn left_as(language: Language, world: &World, item: &Item) -> String {
    let put_off = world.motions_of(&item.id);
    let put_off = put_off.filter(|motion| standing(motion) == Standing::Deferred);
    let said = put_off.map(|motion| {
        let standing = standing_whole(language, world, motion);
        sequel::left_motion(language, motion.number, standing)
    });
    let said: Vec<String> = said.collect();
    match said.is_empty() {
        true => terms::item_state(language, item.state).to_owned(),
        false => terms::list(language, said.iter().map(String::as_str)),
    }
}

fn of_meeting(language: Language, world: &World, why: &meeting::Refused) -> String {
    use meeting::Refused;
    match why {
        Refused::NoneHeld => sequel::no_meeting(language).to_owned(),
        Refused::VotedNotThere {
            entitled,
            present,
            voted,
            rule,
        } => {
            let named = terms::rule(language, world, rule);
            let clause = world.rule(rule).ok();
            let clause = clause.map(|rule| terms::clause(language, &rule).to_owned());
            let clause = clause.unwrap_or_default();
            sequel::voted_not_there(language, named, clause, *entitled, *present, *voted)
        }
        Refused::DoesNotAddUp {
            entitled,
            present,
            voted,
        } => sequel::meeting_does_not_add_up(language, *entitled, *present, *voted),
        Refused::RuleCountsMore { rule } => {
            sequel::rule_counts_more(language, terms::rule(language, world, rule).to_owned())
        }
        Refused::OtherRule { rule } => {
            sequel::other_rule(language, terms::rule(language, world, rule).to_owned())
        }
        Refused::BeforeDecided { on } => {
            sequel::before_decided(language, terms::date(language, *on))
        }
        Refused::BeforeLast { on } => {
            village_notice::refused_before_last_time(language, terms::date(language, *on))
        }
        Refused::Undecided { name } => village_notice::refused_undecided(language, name.as_str()),
        Refused::NotAsked { name } => sequel::village_not_asked(language, name.as_str()),
    }
}
