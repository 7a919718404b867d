//! The numbers of a village's own meeting, read off a sheet: who was entitled and came, how they voted, and the
//! households and women where the rule counts those.

use crate::domain::ids::{RuleId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::vote::meeting;
use crate::domain::vote::village::{Households, VillageMeeting, Women};
use crate::i18n::{Language, sequel as words};
use crate::tui::dialog::{Fault, line_of};
use crate::tui::input::fold_text;
use crate::tui::widgets::form::Form;
use chrono::NaiveDate;

/// The fields of a sheet, the first of each run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    /// The body.
    pub(super) body: usize,
    /// Entitled, present, for, against, abstaining, the paper, then households and women, each with the whole.
    pub(super) entitled: usize,
}

/// What is known of the meeting besides its numbers.
pub(super) struct Meeting {
    /// Whose it was.
    pub(super) village: VillageId,
    /// The day.
    pub(super) met: NaiveDate,
    /// Whether it was held.
    pub(super) held: bool,
    /// By which rule it is judged.
    pub(super) rule: RuleId,
    /// Whether that counts the households stood for.
    pub(super) households: bool,
    /// Whether that counts women.
    pub(super) women: bool,
}

/// Reads the whole number of a field.
pub(super) fn number(language: Language, form: &Form, field: usize) -> Result<u32, Fault> {
    let typed = fold_text(&form.text(field));
    let number = typed.trim().parse::<u32>();
    number.map_err(|_| Fault::at(field, words::village_number(language)))
}

impl Places {
    const fn stood_for(self) -> usize {
        self.entitled + 6
    }

    const fn women(self) -> usize {
        self.entitled + 8
    }

    /// Returns the field that a refusal of the numbers is about.
    pub(super) const fn field_of(self, refusal: &Refusal) -> Option<usize> {
        match refusal {
            Refusal::Meeting(meeting::Refused::DoesNotAddUp { .. }) => Some(self.entitled),
            Refusal::Meeting(meeting::Refused::VotedNotThere { .. }) => Some(self.entitled + 2),
            _ => None,
        }
    }

    /// Reads a meeting.
    pub(super) fn read(
        self,
        language: Language,
        form: &Form,
        of: Meeting,
    ) -> Result<VillageMeeting, Fault> {
        let number = |field| number(language, form, field);
        let first = self.entitled;
        let households = match of.households {
            false => None,
            true => Some(Households {
                present: number(self.stood_for())?,
                of: number(self.stood_for() + 1)?,
            }),
        };
        let women = match of.women {
            false => None,
            true => Some(Women {
                of: number(self.women())?,
                present: number(self.women() + 1)?,
            }),
        };
        let line = |field| -> Result<Line, Fault> { line_of(language, form, field) };
        Ok(VillageMeeting {
            village: of.village,
            held: of.held,
            body: line(self.body)?,
            met: of.met,
            rule: of.rule,
            entitled: number(first)?,
            present: number(first + 1)?,
            yes: number(first + 2)?,
            no: number(first + 3)?,
            abstain: number(first + 4)?,
            households,
            women,
            paper: line(first + 5)?,
        })
    }
}
