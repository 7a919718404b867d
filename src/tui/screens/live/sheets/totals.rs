//! The sheet that puts figures of an announced vote right: hands, papers, contenders, what a village said.
//!
//! Below the figures it says how the corrected result comes out. Where that is another than the
//! announced one, it asks for a mark of its own before anything is recorded.

use super::super::seen;
use super::LINE;
use super::amend::{corrections, signature};
use super::sums::{fields, read, settle};
use crate::desk::place::{InSession, Place};
use crate::domain::ids::{MotionId, SessionId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::Method;
use crate::domain::session::correction::Wanted;
use crate::domain::vote::overturn::{may_turn, turns};
use crate::domain::vote::totals::{Totals, counted_anew};
use crate::domain::vote::{Motion, VoteResult};
use crate::i18n::{corrected, live as live_words, refusals, steps, terms, totals as words};
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// Asks what an announced vote came to.
pub struct TotalsSheet {
    session: SessionId,
    motion: MotionId,
    /// The village, in a vote by village; none for area-wide seats.
    village: Option<VillageId>,
}

impl TotalsSheet {
    /// Makes the sheet of an announced motion; of one village, where villages voted.
    #[must_use]
    pub fn new(motion: &Motion, village: Option<VillageId>) -> Self {
        Self {
            session: motion.session.clone(),
            motion: motion.id.clone(),
            village,
        }
    }

    fn known<'a>(&self, app: &'a App) -> Option<(&'a Motion, Totals)> {
        let (_, _, world) = seen(app).ok()?;
        let motion = world.motion(&self.motion).ok()?;
        let totals = match motion.ballot()?.method {
            Method::ByVillage => Totals::of_village(motion, self.village.as_ref()),
            _ => Totals::of(motion),
        };
        Some((motion, totals?))
    }

    /// Returns how many fields stand before the count sheet, and whether one is asked for.
    fn layout(&self, app: &App) -> (usize, bool) {
        let known = self.known(app).zip(seen(app).ok());
        known.map_or((0, false), |((motion, totals), (_, _, world))| {
            let figures = fields(app.language, world, motion, &totals).len();
            (figures, totals.are_of_papers())
        })
    }

    fn judged<'a>(
        &self,
        app: &'a App,
        form: &Form,
    ) -> Option<(&'a Motion, Result<VoteResult, Refusal>)> {
        let (motion, totals) = self.known(app)?;
        let (_, _, world) = seen(app).ok()?;
        let totals = read(app.language, motion, &totals, form).ok()?;
        let now = counted_anew(world, motion, &totals).and_then(|now| {
            may_turn(world, motion, &now)?;
            Ok(now)
        });
        Some((motion, now))
    }

    fn turns(&self, app: &App, form: &Form) -> bool {
        let judged = self.judged(app, form);
        judged.is_some_and(|(motion, now)| match (motion.result(), now) {
            (Some(was), Ok(now)) => turns(was, &now),
            _ => false,
        })
    }
}

/// Says why a correction cannot be; what followed the result is put right elsewhere, and it is said where.
pub(super) fn refused(app: &App, why: Refusal) -> String {
    match (&why, seen(app)) {
        (Refusal::ResultFollowed { .. }, _) | (_, Err(_)) => app.reason(&Why::Refused(why)),
        (_, Ok((_, _, world))) => refusals::refusal(app.language, world, &why),
    }
}

impl Sheet for TotalsSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let Some(((motion, totals), (_, _, world))) = self.known(app).zip(seen(app).ok()) else {
            return String::new();
        };
        match totals {
            Totals::Village { village, .. } => {
                let village = terms::village(language, world, village.as_ref());
                words::title_village(language, village)
            }
            _ => words::title(language, motion.number),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let mut all = Vec::new();
        if let Some(((motion, totals), (_, _, world))) = self.known(app).zip(seen(app).ok()) {
            all = fields(language, world, motion, &totals);
            let hint = match motion.earlier.is_empty() {
                true => words::figure_hint(language),
                false => words::earlier_hint(language),
            };
            all = all.into_iter().map(|field| field.hint(hint)).collect();
            if totals.are_of_papers() {
                let sheet = Field::text("sheet", words::sheet(language), "", LINE);
                all.push(sheet.required().hint(words::sheet_hint(language)));
            }
        }
        let turned = Field::check("turned", words::turned_field(language), false);
        all.push(turned.hint(words::turned_hint(language)));
        all.extend(signature(app));
        Form::new(live_words::record_row(language), all)
    }

    fn settle(&self, app: &App, form: &mut Form) {
        if let Some((motion, totals)) = self.known(app) {
            settle(motion, &totals, form);
        }
        let (figures, of_papers) = self.layout(app);
        form.show(figures + usize::from(of_papers), self.turns(app, form));
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let (Some((motion, judged)), Ok((_, _, world))) = (self.judged(app, form), seen(app))
        else {
            return Vec::new();
        };
        let Some(was) = motion.result() else {
            return Vec::new();
        };
        match judged {
            Err(why) => vec![(Role::Bad, refused(app, why))],
            Ok(now) if now == *was => Vec::new(),
            Ok(now) => {
                let role = match turns(was, &now) {
                    true => Role::Warn,
                    false => Role::Good,
                };
                let sentence = steps::result_sentence(language, world, motion, &now);
                let mut said = vec![(role, corrected::turn(language, motion, was, &now))];
                let follows = corrected::follows(language, world, motion, was, &now);
                said.extend(follows.map(|words| (role, words)));
                said.push((Role::Muted, words::now(language, sentence)));
                said
            }
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let (motion, known) = self
            .known(app)
            .ok_or_else(|| Fault::at(0, live_words::not_announced(language)))?;
        let to = read(language, motion, &known, form)?.in_order();
        if let Some((_, Err(why))) = self.judged(app, form) {
            // What stands on the sheet is put right on it; only what followed is put right elsewhere.
            return Err(Fault::at(0, refused(app, why)));
        }
        let (figures, of_papers) = self.layout(app);
        let turned = figures + usize::from(of_papers);
        if self.turns(app, form) && !form.checked(turned) {
            return Err(Fault::at(turned, words::turned_missing(language)));
        }
        let changed = to != known;
        let sheet = match of_papers && changed {
            true => Some(line_of(language, form, figures)?),
            false => None,
        };
        let wanted = changed.then(|| Wanted::Totals {
            motion: self.motion.clone(),
            to: Box::new(to),
            sheet,
        });
        corrections(app, form, turned + 1, wanted.into_iter().collect())
    }

    fn place(&self) -> Option<Place> {
        let what = InSession::TotalsCorrection(self.motion.clone(), self.village.clone());
        Some(Place::Live(self.session.clone(), what))
    }

    fn is_recorded(&self) -> bool {
        true
    }
}
