//! How a text is drafted for a board, put up and taken down, and how objections are answered.

use super::known::may_tell;
use super::objection::{Objection, Reply};
use super::order::in_order;
use super::{Board, BoardRules, Command, Next, Posting, PostingState, Refused, Step, Wording};
use crate::domain::ids::PostingId;
use crate::domain::matter::intake::Secrecy;
use crate::domain::matter::path::grid::{Cell, Grid};
use crate::domain::matter::{Matter, MatterState};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What happened to a posting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was drafted.
    #[serde(rename = "board.put")]
    Put {
        /// As it is now.
        posting: Box<Posting>,
    },
    /// Something became of it.
    #[serde(rename = "board.step")]
    Stepped {
        /// The posting.
        posting: PostingId,
        /// What.
        step: Box<Step>,
    },
    /// Nothing is to be done about it any more: it hangs no longer, and every objection is answered.
    /// An event of its own, so that the checks at start find what settled it.
    #[serde(rename = "board.settled")]
    Settled {
        /// The posting.
        posting: PostingId,
    },
}

impl Event {
    /// Returns the posting it is about.
    #[must_use]
    pub fn posting(&self) -> &PostingId {
        match self {
            Self::Put { posting } => &posting.id,
            Self::Stepped { posting, .. } | Self::Settled { posting } => posting,
        }
    }
}

/// Judges a command about a posting.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Draft(posting) => draft(world, posting),
        Command::Word {
            posting,
            wording,
            reason,
        } => word(world, posting, wording, reason.as_ref()),
        Command::PutUp { posting, on } => {
            let posting = open(world, posting)?;
            if posting.posted.is_some() {
                return Err(Refused::Up.into());
            }
            may_hang(world, posting, *on)?;
            in_order(world, posting, matter_of(world, posting), *on)?;
            let until = (!posting.lasting).then(|| BoardRules::of(world).last_day(*on));
            Ok(step(posting, Step::PutUp { on: *on, until }))
        }
        Command::Move {
            posting,
            on,
            to,
            reason,
        } => {
            let (posting, posted) = hanging(world, posting)?;
            let from = posting.until.ok_or(Refused::Lasting)?;
            let rules = BoardRules::of(world);
            let (days, least) = (rules.least(), rules.last_day(posted));
            if *to < least {
                return Err(Refused::TooShort { least, days }.into());
            }
            if *to == from {
                return Ok(Vec::new());
            }
            let moved = Step::Moved {
                on: *on,
                from: Some(from),
                to: *to,
                reason: reason.clone(),
            };
            Ok(step(posting, moved))
        }
        Command::Redate {
            posting,
            on,
            to,
            reason,
        } => redate(world, posting, (*on, *to), reason),
        Command::Photograph { posting, on, photo } => {
            let posting = open(world, posting)?;
            let posted = posting.posted.ok_or(Refused::NotUp)?;
            not_before(*on, posted)?;
            let (on, photo) = (*on, photo.clone());
            Ok(step(posting, Step::Photographed { on, photo }))
        }
        Command::TakeDown {
            posting,
            on,
            reason,
            again,
        } => take_down(world, posting, *on, reason.as_ref(), again),
        Command::Object {
            posting,
            who,
            on,
            text,
        } => {
            let posting = open(world, posting)?;
            let posted = posting.posted.ok_or(Refused::NotUp)?;
            not_before(*on, posted)?;
            if text.is_empty() {
                return Err(Refused::SaysNothing.into());
            }
            let number = u32::try_from(posting.objections.len()).unwrap_or(u32::MAX);
            let objection = Objection {
                number: number.saturating_add(1),
                who: who.clone(),
                on: *on,
                text: text.clone(),
                by: Objection::answer_by(*on, &BoardRules::of(world).rest),
                referred: None,
                reply: None,
            };
            Ok(step(posting, Step::Objected { objection }))
        }
        Command::Answer {
            posting,
            number,
            on,
            reply,
        } => {
            let (posting, objection) = unanswered(world, posting, *number)?;
            not_before_objected(*on, objection)?;
            if reply.is_empty() {
                return Err(Refused::SaysNothing.into());
            }
            let answered = Step::Answered {
                number: *number,
                on: *on,
                reply: reply.clone(),
            };
            Ok(step(posting, answered))
        }
        Command::Refer {
            posting,
            number,
            on,
        } => {
            let (posting, objection) = unanswered(world, posting, *number)?;
            not_before_objected(*on, objection)?;
            if objection.referred.is_some() {
                return Err(Refused::Referred.into());
            }
            let (number, on) = (*number, *on);
            let by = Objection::township_by(on, &BoardRules::of(world).rest);
            Ok(step(posting, Step::Referred { number, on, by }))
        }
        Command::Drop {
            posting,
            on,
            reason,
        } => {
            let posting = open(world, posting)?;
            if posting.posted.is_some() {
                return Err(Refused::Up.into());
            }
            let matter = matter_of(world, posting);
            // What was decided may have fallen since; then nothing hangs in its place.
            let alive = matter.is_none_or(|matter| matter.state == MatterState::Open)
                && may_tell(world, posting, matter, *on).is_ok()
                && in_order(world, posting, matter, *on).is_ok();
            if posting.again.is_some() && alive {
                return Err(Refused::MustHangAgain.into());
            }
            let (on, reason) = (*on, reason.clone());
            Ok(step(posting, Step::Dropped { on, reason }))
        }
    }
}

fn draft(world: &World, posting: &Posting) -> Result<Vec<Event>, Refusal> {
    if world.postings.contains_key(&posting.id) {
        return Err(Refusal::AlreadyThere);
    }
    if let Some(matter) = &posting.matter {
        world.matter(matter)?.still_open()?;
    }
    let wording = posting.wording().ok_or(Refused::NoText)?;
    may_hang(world, posting, wording.on)?;
    if let Some(why) = world.postings.values().find_map(|it| it.hinders(posting)) {
        return Err(why.into());
    }
    // What its board lacks is as late as it was; it is not late on that of a village that was not of the matter yet.
    let by = posting.duty(world, wording.on).unwrap_or(posting.by);
    Ok(vec![Event::Put {
        posting: Box::new(afresh(posting, posting.id.clone(), wording, by)),
    }])
}

/// Returns a posting as a draft, with nothing that became of it.
fn afresh(posting: &Posting, id: PostingId, wording: &Wording, by: NaiveDate) -> Posting {
    let what = (posting.kind, posting.affairs);
    Posting {
        matter: posting.matter.clone(),
        decided: posting.decided.clone(),
        result: posting.result,
        lasting: posting.lasting,
        makes_up: posting.makes_up.clone(),
        ..Posting::draft(id, posting.board.clone(), what, wording.clone(), by)
    }
}

fn word(
    world: &World,
    posting: &PostingId,
    wording: &Wording,
    reason: Option<&Line>,
) -> Result<Vec<Event>, Refusal> {
    let posting = open(world, posting)?;
    says_something(wording)?;
    let now = posting.wording();
    let same = |now: &Wording| {
        (&now.title, &now.text, &now.basis) == (&wording.title, &wording.text, &wording.basis)
    };
    if now.is_some_and(same) {
        return Ok(Vec::new());
    }
    if posting.posted.is_some() && !posting.hangs() {
        return Err(Refused::NotUp.into());
    }
    if let Some(posted) = posting.posted {
        not_before(wording.on, posted)?;
        if reason.is_none() {
            return Err(Refused::WantsReason.into());
        }
    }
    // Never earlier than it was: another text does not shorten what was promised.
    let anew = BoardRules::of(world).last_day(wording.on);
    let until = posting
        .posted
        .and(posting.until)
        .map(|until| until.max(anew));
    let reason = posting.posted.and(reason).cloned();
    let wording = wording.clone();
    Ok(step(
        posting,
        Step::Worded {
            wording,
            until,
            reason,
        },
    ))
}

/// Corrects the day a posting was put up, from what was said on a day. What was taken down is corrected too, as
/// long as it stays lawful that it hangs no more, or that another hangs in its place.
fn redate(
    world: &World,
    posting: &PostingId,
    (on, to): (NaiveDate, NaiveDate),
    reason: &Line,
) -> Result<Vec<Event>, Refusal> {
    let posting = world.posting(posting)?;
    let from = posting.posted.ok_or(Refused::NotUp)?;
    if to == from {
        return Ok(Vec::new());
    }
    if to > on {
        return Err(Refusal::NotYet { on: to });
    }
    let seen = posting.history.iter().filter_map(|step| match step {
        Step::Photographed { on, .. } => Some(*on),
        Step::Objected { objection } => Some(objection.on),
        _ => None,
    });
    if let Some(on) = seen.min().filter(|seen| *seen < to) {
        return Err(Refused::HungThen { on }.into());
    }
    // Where it was worded otherwise since, it hung before.
    if let Some(first) = posting.first_up().filter(|first| *first != from) {
        not_before(to, first)?;
    }
    may_hang(world, posting, to)?;
    match in_order(world, posting, matter_of(world, posting), to) {
        // What hung before a term was over hung all the same: that is recorded, and shows as not kept. So did what its
        // village took back since, or never decided.
        Err(Refused::TermRuns { .. } | Refused::MeetsAgain { .. } | Refused::Unheard { .. })
        | Ok(()) => {}
        Err(why) => return Err(why.into()),
    }
    if let Some(on) = shows_since(world, posting, on).filter(|since| to < *since) {
        return Err(Refused::BeforeDecided { on }.into());
    }
    let mut rules = BoardRules::of(world);
    if posting.taken_down().is_some() {
        rules = rules.with_days_of(posting);
    }
    let until = posting.until.map(|until| {
        let moved = until > rules.last_day(from);
        let lawful = rules.last_day(to);
        if moved { until.max(lawful) } else { lawful }
    });
    if let Some((off, short)) = posting.taken_down() {
        if off < to {
            return Err(Refused::CameDown { on: off }.into());
        }
        let until = until.unwrap_or_else(|| rules.last_day(to));
        match (short, off <= until) {
            (false, true) => return Err(Refused::DownTooEarly { off, until }.into()),
            (true, false) => return Err(Refused::HungWhole { until }.into()),
            (true, true) | (false, false) => {}
        }
    }
    let redated = Step::Redated {
        on,
        from,
        to,
        until,
        reason: reason.clone(),
    };
    Ok(step(posting, redated))
}

fn take_down(
    world: &World,
    posting: &PostingId,
    on: NaiveDate,
    reason: Option<&Line>,
    again: &PostingId,
) -> Result<Vec<Event>, Refusal> {
    let (posting, posted) = hanging(world, posting)?;
    not_before(on, posted)?;
    let lawful = BoardRules::of(world).last_day(posted);
    // The last day is shown whole, so it comes down on the day after at the earliest.
    let short = on <= posting.until.unwrap_or(lawful);
    if (short || posting.lasting) && reason.is_none() {
        return Err(Refused::WantsReason.into());
    }
    let reason = reason.cloned();
    // What its village took back, or nobody approved, is no notice that was cut short.
    let void = short && posting.is_void(world, on);
    let down = Step::TakenDown {
        on,
        short,
        void,
        reason,
    };
    let mut events = step(posting, down);
    if short && !void {
        if world.postings.contains_key(again) {
            return Err(Refusal::AlreadyThere);
        }
        let wording = posting.wording().ok_or(Refused::NoText)?;
        events.push(Event::Put {
            posting: Box::new(Posting {
                again: Some(posting.id.clone()),
                ..afresh(posting, again.clone(), wording, on)
            }),
        });
    }
    Ok(events)
}

/// Returns the first day on which a posting that does a step of its matter does it: before that its village had
/// nothing to make known, and the step would be undone unseen.
fn shows_since(world: &World, posting: &Posting, today: NaiveDate) -> Option<NaiveDate> {
    let grid = Grid::of(world, matter_of(world, posting)?, today)?;
    let mut cells = grid.cells();
    let does = |cell: &&Cell| {
        cell.hung
            .as_ref()
            .is_some_and(|it| it.posting == posting.id)
    };
    grid.shows_since(cells.find(does)?)
}

/// Says whether a text may hang on its board from a day on.
fn may_hang(world: &World, posting: &Posting, on: NaiveDate) -> Result<(), Refusal> {
    if let Some(matter) = matter_of(world, posting)
        && matter.intake.secrecy != Secrecy::Public
    {
        let title = matter.intake.title.clone();
        return Err(Refused::Secret { title }.into());
    }
    says_something(posting.wording().ok_or(Refused::NoText)?)?;
    may_tell(world, posting, matter_of(world, posting), on)?;
    if let Board::Village(village) = &posting.board {
        let village = world.village(village)?;
        if village.left.is_some_and(|left| left <= on) {
            let name = village.name.clone();
            return Err(Refused::VillageLeft { name }.into());
        }
    }
    Ok(())
}

fn says_something(wording: &Wording) -> Result<(), Refused> {
    if wording.title.is_empty() || wording.text.is_empty() {
        Err(Refused::NoText)
    } else {
        Ok(())
    }
}

/// Returns the matter of a posting: the one it names, else that of the motion it makes known.
pub(super) fn matter_of<'w>(world: &'w World, posting: &'w Posting) -> Option<&'w Matter> {
    let of_motion = || {
        let motion = world.motions.get(&posting.decided.as_ref()?.motion)?;
        world.items.get(&motion.item)?.matter.as_ref()
    };
    let matter = posting.matter.as_ref().or_else(of_motion)?;
    world.matters.get(matter).map(AsRef::as_ref)
}

fn open<'w>(world: &'w World, posting: &PostingId) -> Result<&'w Posting, Refusal> {
    let posting = world.posting(posting)?;
    match posting.state {
        PostingState::Open => Ok(posting),
        PostingState::Closed => Err(Refused::Closed.into()),
    }
}

/// Returns a posting that hangs, and since when.
fn hanging<'w>(world: &'w World, posting: &PostingId) -> Result<(&'w Posting, NaiveDate), Refusal> {
    let posting = open(world, posting)?;
    let posted = posting.posted.filter(|_| posting.hangs());
    Ok((posting, posted.ok_or(Refused::NotUp)?))
}

fn unanswered<'w>(
    world: &'w World,
    posting: &PostingId,
    number: u32,
) -> Result<(&'w Posting, &'w Objection), Refusal> {
    let posting = open(world, posting)?;
    let mut all = posting.objections.iter();
    let objection = all.find(|objection| objection.number == number);
    let objection = objection.ok_or(Refusal::Unknown)?;
    match objection.reply {
        Some(_) => Err(Refused::Answered.into()),
        None => Ok((posting, objection)),
    }
}

fn not_before(on: NaiveDate, posted: NaiveDate) -> Result<(), Refused> {
    if on < posted {
        Err(Refused::BeforePutUp { posted })
    } else {
        Ok(())
    }
}

fn not_before_objected(on: NaiveDate, objection: &Objection) -> Result<(), Refused> {
    if on < objection.on {
        Err(Refused::BeforeObjected { on: objection.on })
    } else {
        Ok(())
    }
}

fn step(posting: &Posting, step: Step) -> Vec<Event> {
    let mut after = posting.clone();
    after.take(&step);
    let settled = after.wants_nothing().then(|| Event::Settled {
        posting: posting.id.clone(),
    });
    let stepped = Event::Stepped {
        posting: posting.id.clone(),
        step: Box::new(step),
    };
    std::iter::once(stepped).chain(settled).collect()
}

/// Carries out what happened to a posting.
pub fn apply(world: &mut World, event: &Event) {
    match event {
        Event::Put { posting } => {
            let shared = Arc::new(posting.as_ref().clone());
            world.postings.insert(posting.id.clone(), shared);
        }
        Event::Stepped { posting, step } => {
            if let Some(posting) = world.postings.get_mut(posting) {
                Arc::make_mut(posting).take(step);
            }
        }
        Event::Settled { posting } => {
            if let Some(posting) = world.postings.get_mut(posting) {
                Arc::make_mut(posting).state = PostingState::Closed;
            }
        }
    }
}

impl Posting {
    /// Takes a step.
    fn take(&mut self, step: &Step) {
        match step {
            Step::PutUp { on, until } => {
                self.posted = Some(*on);
                self.until = *until;
            }
            Step::Worded { wording, until, .. } => {
                if self.posted.is_some() {
                    self.posted = Some(wording.on);
                    self.until = *until;
                }
                self.wordings.push(wording.clone());
            }
            Step::Moved { to, .. } => self.until = Some(*to),
            Step::Redated { to, until, .. } => {
                self.posted = Some(*to);
                self.until = *until;
            }
            Step::Photographed { photo, .. } => self.photo = Some(photo.clone()),
            Step::Objected { objection } => self.objections.push(objection.clone()),
            Step::Answered { number, on, reply } => {
                if let Some(objection) = self.objection(*number) {
                    objection.reply = Some(Reply {
                        on: *on,
                        text: reply.clone(),
                    });
                }
            }
            Step::Referred { number, on, by } => {
                if let Some(objection) = self.objection(*number) {
                    objection.referred = Some(*on);
                    objection.by = *by;
                }
            }
            Step::TakenDown { .. } | Step::Dropped { .. } => {}
        }
        self.history.push(step.clone());
    }

    /// Returns why another is not drafted beside it: on that board its matter has a draft that waits to be put up,
    /// whatever it says, or hangs with the same words.
    fn hinders(&self, other: &Self) -> Option<Refused> {
        let words = |it: &Self| {
            let now = it.wording()?;
            Some((now.title.clone(), now.text.clone(), now.basis.clone()))
        };
        let of = |it: &Self| (it.matter.clone(), it.board.clone(), it.kind, it.result);
        if self.matter.is_none() || of(self) != of(other) {
            return None;
        }
        match (self.next(), self.hangs()) {
            (Next::PutUp(_), _) => Some(Refused::DraftedAlready),
            (_, true) if words(self) == words(other) => Some(Refused::ThereAlready),
            _ => None,
        }
    }

    /// Says whether it hangs no longer and every objection is answered.
    fn wants_nothing(&self) -> bool {
        let over = self.dropped() || self.taken_down().is_some();
        over && self.objections.iter().all(|it| it.reply.is_some())
    }

    fn objection(&mut self, number: u32) -> Option<&mut Objection> {
        let mut all = self.objections.iter_mut();
        all.find(|objection| objection.number == number)
    }
}
