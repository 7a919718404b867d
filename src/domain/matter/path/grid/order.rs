//! Since when a board may say what was decided, by the order of the steps: what comes before them is done first.

use super::{Answer, Grid, Outcome, State};
use crate::domain::board::{Board, NoticeKind, period};
use crate::domain::ids::VillageId;
use crate::domain::matter::path::{By, Level, Shown};
use crate::domain::rule::{Name, Partial};
use chrono::NaiveDate;

/// What stands before a text about a decision may hang.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// A step before it is not done.
    Open {
        /// The step.
        step: Name,
        /// The day of the last step before that; absent where none is done.
        since: Option<NaiveDate>,
    },
    /// A step before it came to a no.
    Refused {
        /// The step.
        step: Name,
        /// The day.
        on: NaiveDate,
    },
    /// The village itself came to a no at a step of its own, and may meet again.
    MeetsAgain {
        /// The step.
        step: Name,
        /// The day.
        on: NaiveDate,
    },
    /// A term runs, or what is posted before it still hangs its time.
    Runs {
        /// The step that waits for it.
        step: Name,
        /// The first day after it.
        from: NaiveDate,
    },
    /// Every village must agree, and not all of them did.
    Others,
}

/// The last step before a text about a decision, and its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The step.
    pub step: Name,
    /// The day.
    pub on: NaiveDate,
    /// The first day after the term that ran since; absent where none did.
    pub free: Option<NaiveDate>,
}

impl Grid<'_> {
    /// Returns the step since which a text of the matter may hang on a board: about the decision, or about what came of
    /// it.
    ///
    /// # Errors
    /// What stands before it.
    pub fn hangs_from(&self, board: &Board, result: bool) -> Result<Option<Since>, Before> {
        match result {
            true => self.results_from(board),
            false => self.shows_from(board),
        }
    }

    /// Returns the step since which a text about the decision may hang on a board; `None` where no step of the path
    /// is done by a board. That of the area follows the first village that may hang it; that of a village which did not go
    /// along with the others has nothing to say before it does.
    ///
    /// # Errors
    /// What stands before it.
    pub fn shows_from(&self, board: &Board) -> Result<Option<Since>, Before> {
        self.not_refused()?;
        let mut steps = self.path.template.steps.iter();
        let shown = steps.position(|it| matches!(it.shown, Some(Shown::Notice | Shown::Decision)));
        let Some(shown) = shown else { return Ok(None) };
        if let Board::Village(village) = board
            && self.assent != Partial::AllMust
            && self.answer(village) == Answer::Refused
        {
            return self.done_before(shown, Some(village)).map_err(again);
        }
        let since = self.first_of(board, shown)?;
        Ok(match board {
            Board::Area => since.map(|since| self.once_all_agreed(since)),
            Board::Village(_) => since,
        })
    }

    /// Where all must agree the board of the area tells that they did, and so not before the last of them.
    fn once_all_agreed(&self, since: Since) -> Since {
        let decider = self.path.template.decider();
        let step = decider.filter(|_| self.assent == Partial::AllMust);
        let step = step.and_then(|step| self.step(step));
        let agreed = self.counted().into_iter();
        let last = agreed.filter_map(|village| self.agreed_on(village)).max();
        match (step, last) {
            (Some(step), Some(on)) if since.on < on => Since {
                step: step.name.clone(),
                on,
                ..since
            },
            _ => since,
        }
    }

    /// Returns the step since which a board may tell what came of the matter: all that comes before that is done, and
    /// its time is over. Where the matter fell, that is told at once.
    ///
    /// # Errors
    /// What stands before it.
    pub fn results_from(&self, board: &Board) -> Result<Option<Since>, Before> {
        if matches!(self.outcome(), Outcome::NotPassed | Outcome::NotApproved) {
            return Ok(None);
        }
        let mut steps = self.path.template.steps.iter();
        let shown = steps.position(|it| it.shown == Some(Shown::Result));
        let before = shown.unwrap_or(self.path.template.steps.len());
        self.first_of(board, before)
    }

    /// Returns the last of the steps before another on the board of a village, or on that of the first village which may
    /// hang it; so does the board of a village that did not go along, for what came of the matter is told there too.
    fn first_of(&self, board: &Board, shown: usize) -> Result<Option<Since>, Before> {
        let asked = self.counted();
        if let Board::Village(village) = board
            && asked.contains(&village)
            && (self.assent == Partial::AllMust || self.answer(village) != Answer::Refused)
        {
            return self.done_before(shown, Some(village));
        }
        let agreed = |it: &&&VillageId| self.answer(it) != Answer::Refused;
        let each = asked.iter().filter(agreed);
        let each: Vec<_> = each
            .map(|village| self.done_before(shown, Some(village)))
            .collect();
        let earliest = each.iter().filter_map(|it| it.as_ref().ok()?.clone());
        if let Some(since) = earliest.min_by_key(|it| it.on) {
            return Ok(Some(since));
        }
        // What keeps its board empty is its own answer, whatever the others have still to do.
        if let Board::Village(village) = board
            && asked.contains(&village)
            && let Err(why) = self.done_before(shown, Some(village))
        {
            return Err(again(why));
        }
        // Of terms that run the first that is over counts.
        let ends = |it: &Result<Option<Since>, Before>| match it {
            Err(Before::Runs { from, .. }) => *from,
            _ => NaiveDate::MAX,
        };
        match each.into_iter().min_by_key(ends) {
            Some(nearest) => nearest,
            None => self.done_before(shown, None),
        }
    }

    /// Returns the last of the steps before another at a place, once all of them are done: a paper that goes up after
    /// the decision, such as a filing, comes before the board like any other of them.
    fn done_before(
        &self,
        step: usize,
        village: Option<&VillageId>,
    ) -> Result<Option<Since>, Before> {
        let mut last: Option<Since> = None;
        for at in 0..step {
            let Some(of) = self.step(at) else { continue };
            let own = of.level == Level::Village;
            let Some(cell) = self.cell(at, village.filter(|_| own)) else {
                continue;
            };
            let name = of.name.clone();
            // What was approved before a village agreed anew is to be looked at again: no board tells of it until then.
            if cell.anew().is_some() && of.is_review() {
                let since = last.map(|it| it.on);
                return Err(Before::Open { step: name, since });
            }
            match (&cell.state, cell.state.done()) {
                (_, Some(on)) if last.as_ref().is_none_or(|it| it.on <= on) => {
                    last = Some(Since {
                        step: name,
                        on,
                        free: None,
                    });
                }
                (_, Some(_)) => {}
                (State::Refused { on }, None) => {
                    return Err(Before::Refused {
                        step: name,
                        on: *on,
                    });
                }
                (_, None) => {
                    let since = last.map(|it| it.on);
                    return Err(Before::Open { step: name, since });
                }
            }
        }
        let waits = self.assent == Partial::AllMust && self.of_villages() != Outcome::All;
        if self.after_decision(step) && waits {
            return Err(Before::Others);
        }
        let free = self.free_from(step, village);
        match (free.filter(|from| self.today < *from), self.step(step)) {
            (Some(from), Some(of)) => Err(Before::Runs {
                step: of.name.clone(),
                from,
            }),
            _ => Ok(last.map(|last| Since { free, ..last })),
        }
    }

    /// Returns the first day after what a step that is not done waits for at a place: its terms, and a 公示 before it
    /// that still hangs, for objections may come in until its last day.
    fn free_from(&self, step: usize, village: Option<&VillageId>) -> Option<NaiveDate> {
        let own = |at: usize| self.step(at).is_some_and(|it| it.level == Level::Village);
        let terms = self.cell(step, village.filter(|_| own(step)))?.terms.iter();
        let hung = (0..step).filter_map(|at| {
            let hung = self.cell(at, village.filter(|_| own(at)))?.hung.as_ref()?;
            let posting = self.world.postings.get(&hung.posting)?;
            let invites = hung.kind == NoticeKind::Notice && posting.hangs();
            posting.until.filter(|_| invites).map(period::day_after)
        });
        terms.map(|it| it.from).chain(hung).max()
    }

    /// Refuses what was not approved from above.
    fn not_refused(&self) -> Result<(), Before> {
        let steps = self.path.template.steps.iter().enumerate();
        let mut reviews =
            steps.filter(|(_, it)| it.level == Level::Township && it.by == By::Record);
        let refused = reviews.find_map(|(at, of)| match self.cell(at, None)?.state {
            State::Refused { on } => Some((of.name.clone(), on)),
            _ => None,
        });
        match refused {
            Some((step, on)) => Err(Before::Refused { step, on }),
            None => Ok(()),
        }
    }
}

/// Says of a no of a village's own that it may meet again.
fn again(why: Before) -> Before {
    match why {
        Before::Refused { step, on } => Before::MeetsAgain { step, on },
        why => why,
    }
}
