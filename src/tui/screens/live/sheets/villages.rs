//! The sheets of a village whose delegates differ, and of a motion that excludes another.

use super::super::{Panel, seen, show, vote as ballots};
use crate::desk::place::{OfMotion, Place};
use crate::domain::Command;
use crate::domain::ids::{MotionId, VillageId};
use crate::domain::vote::by_village::{Says, Split, here};
use crate::domain::vote::{self, MotionState};
use crate::i18n::{ballots as words, live, terms};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::widgets::form::{Field, Form};

/// The longest number a field takes.
const DIGITS: usize = 4;

/// How many of a village's delegates did what.
pub struct VillageSheet {
    /// The motion.
    pub motion: MotionId,
    /// The village; `None` for area-wide seats.
    pub village: Option<VillageId>,
}

impl VillageSheet {
    fn here(&self, app: &App) -> u32 {
        let known = seen(app).ok().and_then(|(_, session, world)| {
            let ballot = world.motion(&self.motion).ok()?.ballot()?;
            Some(here(session, ballot, self.village.as_ref()))
        });
        known.unwrap_or_default()
    }
}

impl Sheet for VillageSheet {
    fn title(&self, app: &App) -> String {
        let name = app.desk.as_ref().map(|desk| {
            terms::village(app.language, desk.world(), self.village.as_ref()).to_owned()
        });
        words::by_numbers_title(app.language, name.unwrap_or_default(), self.here(app))
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let labels = [
            ("no", words::by_numbers_no(language)),
            ("abstain", words::by_numbers_abstain(language)),
            ("silent", words::by_numbers_silent(language)),
        ];
        let mut fields: Vec<Field> = labels
            .into_iter()
            .map(|(name, label)| Field::text(name, label, "", DIGITS))
            .collect();
        let rest = words::by_numbers_yes_hint(language);
        fields.push(Field::text("yes", words::by_numbers_yes(language), "", DIGITS).hint(rest));
        Form::new(live::record_row(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let here = self.here(app);
        let number = |field: usize| {
            let typed = form.text(field);
            let typed = typed.trim();
            if typed.is_empty() {
                return Ok(None);
            }
            let number = typed.parse::<u32>().ok().filter(|number| *number <= here);
            let bad = || Fault::at(field, words::by_numbers_bad(app.language, here));
            number.map(Some).ok_or_else(bad)
        };
        let mut split = Split {
            no: number(0)?.unwrap_or_default(),
            abstain: number(1)?.unwrap_or_default(),
            not_voting: number(2)?.unwrap_or_default(),
            yes: 0,
        };
        split.yes = number(3)?.unwrap_or(here.saturating_sub(split.sum()));
        let hear = vote::Command::HearVillage {
            motion: self.motion.clone(),
            village: self.village.clone(),
            says: Says::ByNumbers { split },
        };
        Ok(Submission::Then(
            vec![Command::Vote(hear)],
            Box::new(ballots::next),
        ))
    }

    fn place(&self) -> Option<Place> {
        let what = OfMotion::ByNumbers(self.village.clone());
        Some(Place::Motion(self.motion.clone(), what))
    }
}

/// Which motion excludes this one.
pub struct ExcludeSheet {
    /// The motion.
    pub motion: MotionId,
}

impl ExcludeSheet {
    /// Returns the motions of the item that could be the other.
    #[must_use]
    pub fn others(app: &App, motion: &MotionId) -> Vec<MotionId> {
        let Ok((_, _, world)) = seen(app) else {
            return Vec::new();
        };
        let Ok(motion) = world.motion(motion) else {
            return Vec::new();
        };
        let others = world.motions_of(&motion.item).filter(|other| {
            let free = other.excludes.is_none() || other.excludes.as_ref() == Some(&motion.id);
            let there = !matches!(other.state, MotionState::Withdrawn { .. });
            other.id != motion.id && free && there
        });
        others.map(|other| other.id.clone()).collect()
    }
}

impl Sheet for ExcludeSheet {
    fn title(&self, app: &App) -> String {
        words::exclude_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let others = Self::others(app, &self.motion);
        let mut rows = vec![words::exclude_none(language).to_owned()];
        let mut chosen = 0;
        if let Ok((_, _, world)) = seen(app) {
            let linked = world.motion(&self.motion).ok();
            let linked = linked.and_then(|motion| motion.excludes.clone());
            for (at, other) in (1..).zip(&others) {
                if linked.as_ref() == Some(other) {
                    chosen = at;
                }
                if let Ok(other) = world.motion(other) {
                    let wording = other.wording().replace(['\n', '\r'], " ");
                    rows.push(words::exclude_row(language, other.number, wording));
                }
            }
        }
        let field = Field::choice("other", words::exclude_short(language), rows, Some(chosen))
            .hint(words::exclude_hint(language));
        Form::new(live::record_row(language), vec![field])
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let others = Self::others(app, &self.motion);
        let chosen = form.chosen(0).and_then(|at| at.checked_sub(1));
        let exclude = vote::Command::Exclude {
            motion: self.motion.clone(),
            other: chosen.and_then(|at| others.get(at).cloned()),
        };
        Ok(Submission::Then(
            vec![Command::Vote(exclude)],
            Box::new(|app: &mut App| show(app, Panel::Vote)),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Motion(self.motion.clone(), OfMotion::Excludes))
    }
}
