//! Numbers of papers in pencil: what is typed while they are given out and counted.
//!
//! It stays pencil until the key of the next step takes it down, belongs to one motion and one count of
//! it, and never begins with a number that was counted before.

use super::secret::{Phase, Row, filling, on_rows, open, phase, row};
use super::slate::{Figure, Figures};
use super::{Panel, State, with};
use crate::desk::place::{OfMotion, Place};
use crate::desk::{Desk, DeskError};
use crate::domain::ids::{MotionId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::vote::secret::Papers;
use crate::domain::vote::slate::{Imbalance, Refused};
use crate::i18n::{ballots as words, slate};
use crate::tui::action::{Why, key_of};
use crate::tui::app::App;
use crate::tui::theme::Role;
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
    /// The figures of the contenders, where some stand on the ballot.
    #[serde(default)]
    figures: Option<Figures>,
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
            figures: None,
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

    /// Returns the figures of the contenders.
    pub(super) fn figures(&self) -> Option<Figures> {
        self.figures.clone()
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
            Row::Figure(figure) => self.figures.as_mut()?.figure_mut(*figure),
            Row::Recusals | Row::Recused(_) | Row::Pile(_) => None,
        }
    }
}

/// Keeps the pencilled numbers as a draft, and lets the draft go with them.
///
/// # Errors
/// Why no draft holds them.
pub(super) fn keep(state: &mut State, desk: &mut Desk) -> Result<(), DeskError> {
    match (&state.papers, &state.papers_kept) {
        (papers, kept) if papers == kept => {}
        (Some(pencil), _) => {
            let text = serde_json::to_string(pencil)?;
            desk.save_draft(&Pencil::place(&pencil.motion), &text, 0)?;
        }
        (None, Some(kept)) => {
            let place = Pencil::place(&kept.motion);
            if desk.drop_draft(&place.into()).is_err() {
                // Nothing is lost by a draft that stays; the next try follows.
                return Ok(());
            }
        }
        (None, None) => {}
    }
    state.papers_kept.clone_from(&state.papers);
    Ok(())
}

/// Takes up numbers that were typed before the program was left or killed, while they are counted.
pub(super) fn take_up(state: &mut State, desk: &Desk) {
    let open = desk.world().open_vote(&state.session);
    let known = open.and_then(|motion| {
        let now = phase(on_rows(motion)?);
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
    let figures = count.figures.clone();
    with(app, |state| {
        let known = state.papers.take().filter(|it| it.is_of(&motion, phase));
        let mut pencil = known.unwrap_or_else(|| Pencil::none(motion, phase, piles));
        if phase != Phase::Issue {
            // What is there to begin with is nothing, or the hands that were taken down.
            pencil.figures = pencil.figures.take().or(figures);
        }
        change(&mut pencil, here);
        state.papers = Some(pencil);
    });
}

/// Takes a digit on the selected row: a number grows by it.
pub fn digit(app: &mut App, digit: u32) {
    match row(app) {
        Err(why) => app.explain(&why),
        // Votes are of a name: without one they would be of nobody.
        Ok(Row::Figure(Figure::More)) => {
            let said = slate::name_first(app.language, key_of("papers.write_in"));
            app.say(Role::Warn, said);
        }
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
    let contenders = open(app).ok().and_then(|count| {
        let slate = count.ballot.slate.as_ref()?;
        Some(slate.contenders.len())
    });
    pencil(app, |pencil, _| {
        let piles = pencil.piles.len();
        *pencil = Pencil::none(pencil.motion.clone(), pencil.phase, piles);
        pencil.figures = contenders.map(Figures::none);
    });
    with(app, |state| state.listing_mut(Panel::Vote).selected = 0);
}

/// Says whether other names can be written in now.
///
/// # Errors
/// That none can.
pub fn may_write_in(app: &App) -> Result<(), Why> {
    filling(app)?;
    let count = open(app)?;
    let slate = count.ballot.slate.as_ref().filter(|slate| slate.write_in);
    match (slate, count.phase) {
        (Some(_), Phase::First | Phase::Second | Phase::Hands) => Ok(()),
        _ => Err(Why::Says(crate::i18n::slate::no_write_in)),
    }
}

/// Says whether a name can be written in.
///
/// # Errors
/// That it stands on the ballot, or that none can be.
pub fn can_write_in(app: &App, name: &Line) -> Result<(), Why> {
    may_write_in(app)?;
    let count = open(app)?;
    let slate = count.ballot.slate.as_ref();
    let stands = slate.is_some_and(|it| it.contenders.iter().any(|it| it.name == *name));
    if stands {
        return Err(Why::Refused(Refusal::Slate(Refused::SheetDoesNotAddUp {
            imbalance: Imbalance::WrittenIn { name: name.clone() },
            method: count.ballot.method,
        })));
    }
    Ok(())
}

/// Writes a name in and selects its row, so that its votes are typed next.
pub fn write_in(app: &mut App, name: Line) {
    let written = name.clone();
    pencil(app, |pencil, _| {
        if let Some(figures) = &mut pencil.figures {
            figures.write_in(written);
        }
        pencil.typing = None;
    });
    let at = open(app).ok().and_then(|count| {
        let of = count
            .figures
            .as_ref()?
            .written()
            .position(|it| *it == name)?;
        let row = Row::Figure(Figure::Written(of));
        count.rows().iter().position(|it| *it == row)
    });
    with(app, |state| {
        if let Some(at) = at {
            state.listing_mut(Panel::Vote).selected = at;
        }
    });
}

/// Takes a name that was written in away again.
pub fn strike(app: &mut App, at: usize) {
    pencil(app, |pencil, _| {
        if let Some(figures) = &mut pencil.figures {
            figures.strike(at);
        }
        pencil.typing = None;
    });
}
