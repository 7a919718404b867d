//! Numbers of papers in pencil: what is typed while they are given out and counted.
//!
//! It stays pencil until the key of the next step takes it down, belongs to one motion and one count of
//! it, and never begins with a number that was counted before.

use super::secret::{Phase, Row, filling, open, phase, row, secretly};
use super::{Panel, State, with};
use crate::desk::Desk;
use crate::desk::place::{OfMotion, Place};
use crate::domain::ids::{MotionId, VillageId};
use crate::domain::vote::secret::Papers;
use crate::i18n::ballots as words;
use crate::tui::action::Why;
use crate::tui::app::App;
use serde::{Deserialize, Serialize};

/// The most a number on a row can be: no room holds more.
const MOST: u32 = 999;

/// The numbers as they are being filled in, in pencil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pencil {
    motion: MotionId,
    phase: Phase,
    issued: Option<u32>,
    piles: Vec<Papers>,
    /// The row on which the next digit goes on with a number.
    #[serde(skip)]
    typing: Option<Row>,
}

impl Pencil {
    /// Returns the place its draft is kept at.
    pub(super) fn place(motion: &MotionId) -> Place {
        Place::Motion(motion.clone(), OfMotion::Papers)
    }

    /// Begins with no number at all.
    fn none(motion: MotionId, phase: Phase, piles: usize) -> Self {
        Self {
            motion,
            phase,
            issued: None,
            piles: vec![Papers::default(); piles],
            typing: None,
        }
    }

    /// Says whether it is of that count of that motion.
    pub(super) fn is_of(&self, motion: &MotionId, phase: Phase) -> bool {
        self.motion == *motion && self.phase == phase
    }

    /// Returns how many are given out, as many as are there where nothing was typed.
    pub(super) fn issued(&self, here: u32) -> u32 {
        self.issued.unwrap_or(here)
    }

    /// Returns the piles with the numbers filled in.
    pub(super) fn piles(
        &self,
        empty: Vec<(Option<VillageId>, Papers)>,
    ) -> Vec<(Option<VillageId>, Papers)> {
        let filled = self
            .piles
            .iter()
            .copied()
            .chain(std::iter::repeat(Papers::default()));
        let empty = empty.into_iter().zip(filled);
        empty
            .map(|((village, _), papers)| (village, papers))
            .collect()
    }

    /// Ends the number that is being typed: on whichever row the next digit stands, it begins one.
    pub(super) fn moved(&mut self) {
        self.typing = None;
    }

    fn number(&mut self, row: &Row, here: u32) -> Option<&mut u32> {
        match row {
            Row::Issued => Some(self.issued.get_or_insert(here)),
            Row::Of(pile, number) => {
                let papers = self.piles.get_mut(*pile);
                papers.map(|papers| papers.number_mut(*number))
            }
            Row::Recusals | Row::Recused(_) | Row::Pile(_) => None,
        }
    }
}

/// Keeps the pencilled numbers as a draft, and lets the draft go with them.
pub(super) fn keep(state: &mut State, desk: &mut Desk) {
    if state.papers == state.papers_kept {
        return;
    }
    let kept = match (&state.papers, &state.papers_kept) {
        (Some(pencil), _) => serde_json::to_string(pencil).is_ok_and(|text| {
            let place = Pencil::place(&pencil.motion);
            desk.save_draft(&place, &text, 0).is_ok()
        }),
        (None, Some(kept)) => desk.drop_draft(&Pencil::place(&kept.motion).into()).is_ok(),
        (None, None) => true,
    };
    if kept {
        state.papers_kept.clone_from(&state.papers);
    }
}

/// Takes up numbers that were typed before the program was left or killed, while they are counted.
pub(super) fn take_up(state: &mut State, desk: &Desk) {
    let open = desk.world().open_vote(&state.session);
    let known = open.and_then(|motion| {
        let now = phase(secretly(motion)?);
        let draft = desk.draft(&Pencil::place(&motion.id)).ok()??;
        let pencil: Pencil = serde_json::from_str(&draft.text).ok()?;
        pencil.is_of(&motion.id, now).then_some(pencil)
    });
    state.papers = known;
    state.papers_kept.clone_from(&state.papers);
}

/// Changes the pencilled numbers of the open count.
fn pencil(app: &mut App, change: impl FnOnce(&mut Pencil, u32)) {
    if let Err(why) = filling(app) {
        app.explain(&why);
        return;
    }
    let Ok(count) = open(app) else { return };
    let (motion, phase) = (count.motion.id.clone(), count.phase);
    let (here, piles) = (count.room, count.piles.len());
    with(app, |state| {
        let known = state.papers.take().filter(|it| it.is_of(&motion, phase));
        let mut pencil = known.unwrap_or_else(|| Pencil::none(motion, phase, piles));
        change(&mut pencil, here);
        state.papers = Some(pencil);
    });
}

/// Takes a digit on the selected row: a number grows by it.
pub fn digit(app: &mut App, digit: u32) {
    match row(app) {
        Err(why) => app.explain(&why),
        Ok(Row::Recusals | Row::Recused(_) | Row::Pile(_)) => {
            app.explain(&Why::Says(words::choose_number_row));
        }
        Ok(row) => pencil(app, |pencil, here| {
            let goes_on = pencil.typing.as_ref() == Some(&row);
            if let Some(number) = pencil.number(&row, here) {
                let so_far = if goes_on { *number } else { 0 };
                *number = so_far.saturating_mul(10).saturating_add(digit).min(MOST);
            }
            pencil.typing = Some(row);
        }),
    }
}

/// Takes the last digit off the selected row.
pub fn erase(app: &mut App) {
    let Ok(row) = row(app) else { return };
    pencil(app, |pencil, here| {
        if let Some(number) = pencil.number(&row, here) {
            *number /= 10;
        }
        pencil.typing = Some(row);
    });
}

/// Moves the number of the selected row up or down by one.
pub fn nudge(app: &mut App, up: bool) {
    let Ok(row) = row(app) else { return };
    pencil(app, |pencil, here| {
        if let Some(number) = pencil.number(&row, here) {
            *number = if up {
                number.saturating_add(1).min(MOST)
            } else {
                number.saturating_sub(1)
            };
        }
        pencil.typing = None;
    });
}

/// Fills in afresh: every number goes back to nothing, and the selection to the first row.
pub fn again(app: &mut App) {
    pencil(app, |pencil, _| {
        *pencil = Pencil::none(pencil.motion.clone(), pencil.phase, pencil.piles.len());
    });
    with(app, |state| state.listing_mut(Panel::Vote).selected = 0);
}
