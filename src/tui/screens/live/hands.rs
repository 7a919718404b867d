//! Hands being counted, as the panel shows them: numbers on rows, the sum against the room, who withdrew.

use super::counting::Counting;
use super::paper::moment;
use super::secret::Phase;
use super::urn::Pencil;
use super::{Panel, State, desk, options, secret, seen, vote as ballots};
use crate::desk::place::Place;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::Session;
use crate::domain::session::handover::Office;
use crate::domain::session::next::{Step, next_step};
use crate::domain::session::quorum;
use crate::domain::vote::hands::{Hands, add_up, room};
use crate::domain::vote::under::under;
use crate::domain::vote::{self, Ballot, Motion, MotionState, barred};
use crate::domain::{Command, World};
use crate::i18n::hands as words;
use crate::tui::action::Why;
use crate::tui::app::App;

/// A row of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// 反对.
    Against,
    /// 弃权.
    Abstain,
    /// 未表决.
    NotVoting,
    /// 赞成.
    For,
    /// The chair's own hand.
    Chair,
    /// How many withdrew; one more is named here.
    Recusals,
    /// Somebody who withdrew.
    Recused(PersonId),
}

/// The hands of a motion as the panel shows them.
pub struct Count<'a> {
    /// The motion.
    pub motion: &'a Motion,
    /// Its ballot.
    pub ballot: &'a Ballot,
    /// What was counted.
    pub hands: Hands,
    /// Whether the votes for are only the rest.
    pub proposed: bool,
    /// How many hands are to add up.
    pub room: u32,
    /// Who chairs, or did when the vote ended.
    pub chair: Option<&'a PersonId>,
    /// Whether the chair is among those whose hands are counted.
    pub chair_raises: bool,
    /// Whether these hands are taken down.
    pub taken: bool,
}

impl Count<'_> {
    /// Returns how many too few were counted.
    #[must_use]
    pub fn left_over(&self) -> u32 {
        self.room.saturating_sub(self.hands.sum())
    }

    /// Returns the rows, in the order in which they are filled in.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Against, Row::Abstain, Row::NotVoting, Row::For];
        rows.extend(self.chair_raises.then_some(Row::Chair));
        rows.push(Row::Recusals);
        rows.extend(self.recused().map(Row::Recused));
        rows
    }

    /// Returns those who withdrew, in the order of the roll.
    pub fn recused(&self) -> impl Iterator<Item = PersonId> {
        self.ballot
            .voters
            .iter()
            .filter(|voter| self.ballot.marks.contains_key(&voter.person))
            .map(|voter| voter.person.clone())
    }
}

/// Returns the hands of a motion whose vote is by hands, open or ended.
#[must_use]
pub fn count<'a>(
    state: &State,
    world: &World,
    session: &'a Session,
    motion: &'a Motion,
) -> Option<Count<'a>> {
    let ballot = by_hands(motion)?;
    if let Some(ended) = motion.result().and_then(|result| result.hands.as_ref()) {
        return Some(Count {
            motion,
            ballot,
            hands: ended.hands.clone(),
            proposed: false,
            room: quorum::count(ended.room.iter()),
            chair: ended.chair.as_ref(),
            chair_raises: ended.chair_raises(),
            taken: true,
        });
    }
    let here = quorum::count(room(session, ballot));
    let chair = session.acting(Office::Chair, Some(&motion.item));
    let chair_raises = room(session, ballot).any(|voter| chair == Some(&voter.person));
    let known = state.counting.as_ref().filter(|it| it.is_of(&motion.id));
    let mut counting = known
        .cloned()
        .unwrap_or_else(|| Counting::of(motion, ballot, here));
    if !chair_raises {
        counting.chair_raises_none();
    }
    let hands = counting.hands(here);
    let adds_up = add_up(world, session, motion, ballot, &hands).is_ok();
    Some(Count {
        motion,
        ballot,
        proposed: counting.proposes(),
        room: here,
        chair,
        chair_raises,
        taken: adds_up && ballot.hands.as_ref() == Some(&hands),
        hands,
    })
}

/// Returns the count that is open on the panel.
///
/// # Errors
/// That no hands are being counted.
pub fn open(app: &App) -> Result<Count<'_>, Why> {
    let (state, session, world) = seen(app)?;
    ballots::motion(state, world)
        .filter(|motion| matches!(motion.state, MotionState::Voting { .. }))
        .and_then(|motion| count(state, world, session, motion))
        .ok_or(Why::Says(words::not_counting))
}

/// How far a vote is in which digits are typed: in numbers, or the number of one of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The hands are being counted.
    Counted,
    /// The papers of a secret ballot are given out or counted.
    Papers,
    /// Each is asked by name which of several they take.
    Asked,
    /// The result is known and not announced yet.
    Ended,
}

/// Returns how far such a vote is on the panel that is seen, from its opening to its announcement.
#[must_use]
pub fn stage(state: &State, world: &World) -> Option<Stage> {
    let motion = ballots::motion(state, world).filter(|_| state.panel == Panel::Vote)?;
    by_digits(motion)?;
    match motion.state {
        MotionState::Voting { .. } if options::by_name(motion).is_some() => Some(Stage::Asked),
        MotionState::Voting { .. } if secret::on_rows(motion).is_some() => Some(Stage::Papers),
        MotionState::Voting { .. } => Some(Stage::Counted),
        MotionState::Counted { .. } => Some(Stage::Ended),
        _ => None,
    }
}

/// Returns the ballot of a motion that is voted on in numbers which are typed: hands, or papers.
pub fn in_numbers(motion: &Motion) -> Option<&Ballot> {
    by_hands(motion).or(secret::on_rows(motion))
}

/// Returns the ballot of a motion whose vote is typed in digits, so that none of them announces it.
pub fn by_digits(motion: &Motion) -> Option<&Ballot> {
    let asked = || {
        motion
            .ballot()
            .filter(|_| options::by_name(motion).is_some())
    };
    in_numbers(motion).or_else(asked)
}

/// Returns how many are there and have not withdrawn.
#[must_use]
pub fn room_of(session: &Session, ballot: &Ballot) -> u32 {
    quorum::count(room(session, ballot))
}

/// Returns the ballot of a motion that is voted on by hands, for and against.
pub fn by_hands(motion: &Motion) -> Option<&Ballot> {
    let ballot = motion.ballot();
    ballot.filter(|it| it.method == Method::Hands && it.slate.is_none())
}

/// Returns the next step, of several motions drafted for that of the one looked at; hands that were
/// changed since they were taken down are taken down anew first.
#[must_use]
pub fn step(state: &State, world: &World, session: &Session) -> Step {
    let put = |turn: MotionId| {
        let looked_at = ballots::motion(state, world)
            .filter(|motion| state.panel == Panel::Vote && motion.state == MotionState::Drafted);
        let item = world.motion(&turn).ok().map(|motion| &motion.item);
        let looked_at = looked_at.filter(|motion| Some(&motion.item) == item);
        looked_at.map_or(turn, |motion| motion.id.clone())
    };
    match next_step(world, session) {
        Step::OpenVote(motion) => Step::OpenVote(put(motion)),
        Step::VoteAwaitsQuorum { motion, missing } => Step::VoteAwaitsQuorum {
            motion: put(motion),
            missing,
        },
        Step::EndVote(motion) => {
            let count = world
                .motion(&motion)
                .ok()
                .and_then(|motion| count(state, world, session, motion));
            let on_rows = world.motion(&motion).ok();
            let on_rows = on_rows.and_then(|motion| secret::count(state, session, motion));
            let changed = on_rows.filter(|it| it.phase == Phase::Hands && !it.taken());
            let room = match (count.filter(|count| !count.taken), changed) {
                (Some(count), _) => Some(count.room),
                (None, Some(count)) => Some(count.room),
                (None, None) => None,
            };
            match room {
                Some(room) => Step::CountHands { motion, room },
                None => Step::EndVote(motion),
            }
        }
        step => step,
    }
}

/// Returns the command that takes the hands down.
///
/// # Errors
/// That no hands are being counted.
pub fn take_down(app: &App) -> Result<Vec<Command>, Why> {
    if secret::open(app).is_ok() {
        return secret::take_down(app);
    }
    let count = open(app)?;
    let take = vote::Command::CountHands {
        motion: count.motion.id.clone(),
        hands: count.hands,
    };
    Ok(vec![Command::Vote(take)])
}

/// Returns the drafts that are used up once commands are recorded.
#[must_use]
pub fn spent(commands: &[Command]) -> Vec<Place> {
    let taken = commands.iter().filter_map(|command| match command {
        Command::Vote(vote::Command::CountHands { motion, .. }) => Some(Counting::place(motion)),
        Command::Vote(
            vote::Command::CountPapers { motion, .. }
            | vote::Command::IssuePapers { motion, .. }
            | vote::Command::CountSlate { motion, .. },
        ) => Some(Pencil::place(motion)),
        _ => None,
    });
    taken.collect()
}

/// Opens the vote of the motion whose turn it is by a show of hands.
///
/// # Errors
/// Why it cannot be.
pub fn open_vote(app: &App) -> Result<Vec<Command>, Why> {
    open_as(app, Method::Hands)
}

/// Opens the vote of the motion whose turn it is by name.
///
/// # Errors
/// Why it cannot be.
pub fn open_by_name(app: &App) -> Result<Vec<Command>, Why> {
    open_as(app, Method::ByName)
}

/// Opens a secret ballot on the motion whose turn it is.
///
/// # Errors
/// Why it cannot be.
pub fn open_secretly(app: &App) -> Result<Vec<Command>, Why> {
    let (state, _, world) = seen(app)?;
    let begun = ballots::motion(state, world)
        .filter(|motion| motion.named && matches!(motion.state, MotionState::Voting { .. }));
    if begun.is_some() {
        return Err(Why::Refused(Refusal::NamedAlready));
    }
    open_as(app, Method::Secret)
}

/// Opens the vote of the motion whose turn it is village by village.
///
/// # Errors
/// Why it cannot be.
pub fn open_by_village(app: &App) -> Result<Vec<Command>, Why> {
    open_as(app, Method::ByVillage)
}

fn open_as(app: &App, method: Method) -> Result<Vec<Command>, Why> {
    let open = vote::Command::open(in_turn(app)?, moment(app)?, method);
    Ok(vec![Command::Vote(open)])
}

/// Returns the rule that judges a motion.
#[must_use]
pub fn rule_of(world: &World, motion: &MotionId) -> Option<Rule> {
    under(world, world.motion(motion).ok()?).ok()
}

/// Returns the way the key of the step opens a vote.
#[must_use]
pub fn way(world: &World, motion: &MotionId) -> Option<Method> {
    let rule = rule_of(world, motion)?;
    let motion = world.motion(motion).ok()?;
    let session = world.session(&motion.session).ok()?;
    barred::way(session, motion, &rule).ok()
}

/// Says whether a vote on a motion can be taken that way in the room as it stands.
#[must_use]
pub fn fits(world: &World, motion: &MotionId, rule: &Rule, way: Method) -> bool {
    let motion = world.motion(motion).ok();
    let session = motion.and_then(|motion| world.session(&motion.session).ok());
    motion
        .zip(session)
        .is_some_and(|(motion, session)| barred::fits(session, motion, rule, way).is_ok())
}

/// Returns the motion whose turn it is, as the step puts it; else the one looked at.
///
/// # Errors
/// That there is none.
pub fn in_turn(app: &App) -> Result<MotionId, Why> {
    let (state, session, world) = seen(app)?;
    match step(state, world, session) {
        Step::OpenVote(motion)
        | Step::VoteAwaitsQuorum { motion, .. }
        | Step::Barred { motion, .. }
        | Step::Follow { motion, .. } => Ok(motion),
        _ => ballots::motion(state, world)
            .map(|motion| motion.id.clone())
            .ok_or(Why::Says(crate::i18n::live::no_motion)),
    }
}

/// Returns the row that is selected.
///
/// # Errors
/// That no hands are being counted.
pub fn row(app: &App) -> Result<Row, Why> {
    let rows = open(app)?.rows();
    let at = app
        .live()
        .map_or(0, |state| state.listing(Panel::Vote).selected);
    rows.get(at)
        .or(rows.last())
        .cloned()
        .ok_or(Why::Says(words::not_counting))
}

/// Takes the selected recusal back.
///
/// # Errors
/// That nobody recused is selected.
pub fn clear_recusal(app: &App) -> Result<Vec<Command>, Why> {
    let Row::Recused(person) = row(app)? else {
        return Err(Why::Says(words::choose_recused));
    };
    Ok(vec![Command::Vote(vote::Command::Clear {
        motion: open(app)?.motion.id.clone(),
        person,
    })])
}

/// Returns those who may still withdraw: whoever attended and has not withdrawn.
pub fn may_withdraw(app: &App) -> Vec<PersonId> {
    use crate::domain::session::attendance::Attendance;
    let Ok((state, session, world)) = seen(app) else {
        return Vec::new();
    };
    let open = ballots::motion(state, world)
        .filter(|motion| matches!(motion.state, MotionState::Voting { .. }));
    let Some(ballot) = open.and_then(Motion::ballot) else {
        return Vec::new();
    };
    let attended = |person: &PersonId| {
        session
            .attendee(person)
            .is_some_and(|it| matches!(it.attendance, Attendance::Attended { .. }))
    };
    let voters = ballot.voters.iter().map(|voter| &voter.person);
    voters
        .filter(|person| !ballot.marks.contains_key(person) && attended(person))
        .cloned()
        .collect()
}

/// Says whether somebody can still be named as recused.
///
/// # Errors
/// That nobody can.
pub fn can_recuse(app: &App) -> Result<(), Why> {
    open(app)?;
    somebody_may_withdraw(app)
}

/// Says whether somebody is there who has not withdrawn.
///
/// # Errors
/// That nobody is.
pub fn somebody_may_withdraw(app: &App) -> Result<(), Why> {
    if may_withdraw(app).is_empty() {
        return Err(Why::Says(words::nobody_to_recuse));
    }
    Ok(())
}

/// Asks those present whether anybody objects.
///
/// # Errors
/// Why a vote is held all the same.
pub fn agree(app: &App) -> Result<Vec<Command>, Why> {
    Ok(vec![Command::Vote(vote::Command::Agree {
        motion: in_turn(app)?,
        at: moment(app)?,
    })])
}

/// Says whether the motion can be agreed without a vote.
///
/// # Errors
/// Why not.
pub fn can_agree(app: &App) -> Result<(), Why> {
    let commands = agree(app)?;
    Ok(desk(app)?.would(&commands)?)
}

/// Returns the refusal of hands that do not add up.
#[must_use]
pub fn difference(count: &Count<'_>) -> Option<Refusal> {
    let (room, sum) = (count.room, count.hands.sum());
    (room != sum).then_some(Refusal::HandsDoNotAddUp { room, sum })
}
