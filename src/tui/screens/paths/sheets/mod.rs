//! The sheets of this screen.

mod change;
mod choose;
mod step;
mod take;
mod template;

pub(super) use change::{
    ContributionSheet, DeadlineSheet, KeepSheet, Keeps, RedateSheet, VillageSheet,
};
pub(super) use choose::ChooseSheet;
pub(super) use step::StepSheet;
pub(in crate::tui::screens) use take::TakeSheet;
pub(super) use template::TemplateSheet;

use crate::desk::Desk;
use crate::domain::ids::MatterId;
use crate::domain::matter::path::Command as PathCommand;
use crate::domain::matter::{Command as MatterCommand, Matter};
use crate::domain::text::Line;
use crate::domain::{Command, Refusal, Remedy};
use crate::i18n::{Language, refusals, ui};
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Submission};
use crate::tui::widgets::form::Form;

/// The longest line of these sheets.
const LINE: usize = 200;
const DATE: usize = 20;
const NUMBER: usize = 9;

fn desk(app: &App) -> Result<&Desk, Fault> {
    let missing = || Fault::at(0, ui::no_committee_open(app.language));
    app.desk.as_ref().ok_or_else(missing)
}

fn matter<'a>(app: &'a App, id: &MatterId) -> Option<&'a Matter> {
    let world = app.desk.as_ref()?.world();
    world.matters.get(id).map(AsRef::as_ref)
}

fn path(command: PathCommand) -> Command {
    Command::Matter(MatterCommand::Path(command))
}

fn missing(language: Language, field: usize) -> Fault {
    Fault::at(field, ui::field_missing(language))
}

/// Records a command, or says at a field why it cannot be.
fn judged(
    app: &App,
    command: Command,
    field: impl Fn(&Refusal) -> usize,
) -> Result<Submission, Fault> {
    let desk = desk(app)?;
    match desk.would(std::slice::from_ref(&command)) {
        Ok(()) => Ok(Submission::Record(vec![command])),
        Err(refusal) => {
            let field = field(&refusal);
            // What asks for a reason stands at the field of it.
            let words = match refusal.remedy() {
                Some(Remedy::GiveReason) => refusals::refusal(app.language, desk.world(), &refusal),
                _ => app.reason(&Why::Refused(refusal)),
            };
            Err(Fault::at(field, words))
        }
    }
}

fn line(language: Language, form: &Form, field: usize) -> Result<Line, Fault> {
    crate::tui::dialog::line_of(language, form, field)
}
