//! Hands in pencil: what is typed while they are counted.
//!
//! It stays pencil until the key of the next step takes it down as one act. It belongs to one motion,
//! stays while somebody looks at the roll in between, and is let go where a step was undone.

use super::hands::{Row, by_hands, open, row};
use super::{Panel, State, seen, with};
use crate::desk::place::{OfMotion, Place};
use crate::desk::{Desk, DeskError};
use crate::domain::entity;
use crate::domain::ids::MotionId;
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::vote::{Ballot, Choice, Motion};
use crate::i18n::hands as words;
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::theme::Role::Warn;
use serde::{Deserialize, Serialize};

/// The most a number on a row can be: no room holds more.
const MOST: u32 = 999;

/// What the chair's row goes through, besides being counted among the hands.
const APART: [Choice; 4] = [
    Choice::For,
    Choice::Against,
    Choice::Abstain,
    Choice::NotVoting,
];

/// The hands as they are being counted, in pencil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counting {
    motion: MotionId,
    no: u32,
    abstain: u32,
    not_voting: u32,
    /// 赞成, where the number was typed; the rest otherwise.
    yes: Option<u32>,
    chair: ChairHand,
    /// The row on which the next digit goes on with a number.
    #[serde(skip)]
    typing: Option<Row>,
}

impl Counting {
    /// Returns the place its draft is kept at.
    pub(super) fn place(motion: &MotionId) -> Place {
        Place::Motion(motion.clone(), OfMotion::Hands)
    }

    /// Begins with no number at all.
    fn none(motion: MotionId) -> Self {
        Self {
            motion,
            no: 0,
            abstain: 0,
            not_voting: 0,
            yes: None,
            chair: ChairHand::Counted,
            typing: None,
        }
    }

    /// Begins with what is taken down already, or with nobody against.
    pub(super) fn of(motion: &Motion, ballot: &Ballot, here: u32) -> Self {
        let mut counting = Self::none(motion.id.clone());
        if let Some(hands) = &ballot.hands {
            counting.no = hands.no;
            counting.abstain = hands.abstain;
            counting.not_voting = hands.not_voting;
            counting.chair = hands.chair.clone();
            // Where they add up the rest is still the rest; where they do not, what was counted stands.
            counting.yes = (hands.sum() != here).then_some(hands.yes);
        }
        counting
    }

    /// Returns the hands as they stand, the rest of the room proposed as votes for.
    pub(super) fn hands(&self, here: u32) -> Hands {
        let chair = self.chair.clone();
        let mut hands = Hands::proposed(here, self.no, self.abstain, self.not_voting, chair);
        if let Some(yes) = self.yes {
            hands.yes = yes;
        }
        hands
    }

    /// Says whether it is a count of that motion.
    pub(super) fn is_of(&self, motion: &MotionId) -> bool {
        self.motion == *motion
    }

    /// Says whether the votes for are only the rest.
    pub(super) fn proposes(&self) -> bool {
        self.yes.is_none()
    }

    /// Lets go of what the chair did: the chair has no hand to raise.
    pub(super) fn chair_raises_none(&mut self) {
        self.chair = ChairHand::Counted;
    }

    /// Ends the number that is being typed: on whichever row the next digit stands, it begins one.
    pub(super) fn moved(&mut self) {
        self.typing = None;
    }

    fn number(&mut self, row: &Row) -> Option<&mut u32> {
        match row {
            Row::Against => Some(&mut self.no),
            Row::Abstain => Some(&mut self.abstain),
            Row::NotVoting => Some(&mut self.not_voting),
            Row::For => Some(self.yes.get_or_insert(0)),
            Row::Chair | Row::Recusals | Row::Recused(_) => None,
        }
    }
}

/// Keeps the pencilled numbers as a draft, and lets the draft go with them.
///
/// # Errors
/// Why no draft holds them.
pub(super) fn keep(state: &mut State, desk: &mut Desk) -> Result<(), DeskError> {
    match (&state.counting, &state.kept) {
        (counting, kept) if counting == kept => {}
        (Some(counting), _) => {
            let text = serde_json::to_string(counting)?;
            desk.save_draft(&Counting::place(&counting.motion), &text, 0)?;
        }
        (None, Some(kept)) => {
            let place = Counting::place(&kept.motion);
            if desk.drop_draft(&place.into()).is_err() {
                // Nothing is lost by a draft that stays; the next try follows.
                return Ok(());
            }
        }
        (None, None) => {}
    }
    state.kept.clone_from(&state.counting);
    Ok(())
}

/// Takes up numbers that were typed before the program was left or killed, while their vote is open.
pub(super) fn take_up(state: &mut State, desk: &Desk) {
    let motion = desk.world().open_vote(&state.session);
    let draft = motion
        .filter(|motion| by_hands(motion).is_some())
        .and_then(|motion| desk.draft(&Counting::place(&motion.id)).ok()?);
    state.counting = draft.and_then(|draft| entity::read(&draft.text).ok());
    state.kept.clone_from(&state.counting);
}

/// Changes the pencilled numbers of the open count.
fn pencil(app: &mut App, change: impl FnOnce(&mut Counting, u32)) {
    let Ok((here, motion)) = open(app).map(|count| (count.room, count.motion.id.clone())) else {
        return;
    };
    let begun = seen(app).ok().and_then(|(_, _, world)| {
        let motion = world.motion(&motion).ok()?;
        Some(Counting::of(motion, motion.ballot()?, here))
    });
    with(app, |state| {
        let known = state.counting.take().filter(|it| it.motion == motion);
        if let Some(mut counting) = known.or(begun) {
            change(&mut counting, here);
            state.counting = Some(counting);
        }
    });
}

/// Takes a digit on the selected row: a number grows by it; on the chair's row it says what the chair did.
pub fn digit(app: &mut App, digit: u32) {
    match row(app) {
        Err(why) => app.explain(&why),
        Ok(Row::Recusals | Row::Recused(_)) => app.explain(&Why::Says(words::choose_number_row)),
        Ok(Row::Chair) => {
            let apart = usize::try_from(digit).ok().and_then(|at| at.checked_sub(1));
            let apart = apart.map(|at| APART.get(at).cloned());
            match apart {
                None => pencil(app, |counting, _| counting.chair = ChairHand::Counted),
                Some(Some(choice)) => pencil(app, |counting, _| {
                    counting.chair = ChairHand::Apart { choice };
                }),
                Some(None) => app.explain(&Why::Says(words::number_hint)),
            }
        }
        // A digit announces elsewhere: pressed a step early, it does not change what was counted.
        Ok(_) if open(app).is_ok_and(|count| count.taken) => {
            let said = words::taken_stays(app.language);
            app.say(Warn, said);
        }
        Ok(row) => pencil(app, |counting, _| {
            let goes_on = counting.typing.as_ref() == Some(&row);
            if let Some(number) = counting.number(&row) {
                let so_far = if goes_on { *number } else { 0 };
                *number = so_far.saturating_mul(10).saturating_add(digit).min(MOST);
            }
            counting.typing = Some(row);
        }),
    }
}

/// Takes the last digit off the selected row; nothing left of the votes for makes them the rest again.
pub fn erase(app: &mut App) {
    let Ok(row) = row(app) else { return };
    pencil(app, |counting, _| {
        match (&row, counting.yes) {
            (Row::For, Some(yes)) => counting.yes = (yes >= 10).then_some(yes / 10),
            (Row::For, None) => {}
            (Row::Chair, _) => counting.chair = ChairHand::Counted,
            _ => {
                if let Some(number) = counting.number(&row) {
                    *number /= 10;
                }
            }
        }
        counting.typing = Some(row);
    });
}

/// Moves the number of the selected row up or down by one, or the chair's row to its next choice.
pub fn nudge(app: &mut App, up: bool) {
    let Ok(row) = row(app) else { return };
    pencil(app, |counting, here| {
        match &row {
            Row::Chair => counting.chair = turned(&counting.chair, up),
            Row::For => {
                let yes = counting.hands(here).yes;
                counting.yes = Some(if up {
                    yes.saturating_add(1).min(MOST)
                } else {
                    yes.saturating_sub(1)
                });
            }
            _ => {
                if let Some(number) = counting.number(&row) {
                    *number = if up {
                        number.saturating_add(1).min(MOST)
                    } else {
                        number.saturating_sub(1)
                    };
                }
            }
        }
        counting.typing = None;
    });
}

fn turned(chair: &ChairHand, up: bool) -> ChairHand {
    let all = APART.len() + 1;
    let at = match chair {
        ChairHand::Counted => 0,
        ChairHand::Apart { choice } => {
            let known = APART.iter().position(|it| it == choice);
            known.map_or(0, |at| at + 1)
        }
    };
    let next = (at + if up { 1 } else { all - 1 }) % all;
    match next.checked_sub(1).and_then(|at| APART.get(at)) {
        None => ChairHand::Counted,
        Some(choice) => ChairHand::Apart {
            choice: choice.clone(),
        },
    }
}

/// Counts again: every number goes back to nothing, and the selection to the first row.
pub fn recount(app: &mut App) {
    pencil(app, |counting, _| {
        *counting = Counting::none(counting.motion.clone());
    });
    with(app, |state| state.listing_mut(Panel::Vote).selected = 0);
}

/// Says whether hands are left over to be taken as 未表决.
///
/// # Errors
/// That none are.
pub fn can_rest(app: &App) -> Result<(), Why> {
    if open(app)?.left_over() == 0 {
        return Err(Why::Says(words::nothing_left_over));
    }
    Ok(())
}

/// Takes everybody who raised no hand as 未表决.
pub fn rest(app: &mut App) {
    let Ok(left_over) = open(app).map(|count| count.left_over()) else {
        return;
    };
    pencil(app, |counting, _| {
        counting.not_voting = counting.not_voting.saturating_add(left_over);
        counting.typing = None;
    });
}
