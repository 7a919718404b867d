//! The sheets of this screen.

mod anew;
mod change;
mod choose;
mod held;
mod mend;
mod step;
mod take;
mod take_said;
mod template;

pub(in crate::tui::screens) use anew::AnewSheet;
pub(super) use change::{
    ContributionSheet, DeadlineSheet, KeepSheet, Keeps, RedateSheet, VillageSheet,
};
pub(super) use choose::ChooseSheet;
pub(in crate::tui::screens) use mend::{MendSheet, Said};
pub(super) use step::StepSheet;
pub(in crate::tui::screens) use take::TakeSheet;
pub(super) use template::TemplateSheet;

use crate::desk::Desk;
use crate::domain::ids::MatterId;
use crate::domain::matter::path::Command as PathCommand;
use crate::domain::matter::{Command as MatterCommand, Matter};
use crate::domain::refusal::OfMatter;
use crate::domain::text::Line;
use crate::domain::{Command, Refusal, Remedy};
use crate::i18n::{Language, path_way, refusals, ui};
use crate::tui::action::{Why, for_remedy};
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
            Err(Fault::at(field, in_sheet(app, desk, refusal)))
        }
    }
}

/// Says why something cannot be while a sheet is filled in, where a key would only be typed into it.
fn in_sheet(app: &App, desk: &Desk, refusal: Refusal) -> String {
    let language = app.language;
    let words = || refusals::refusal(language, desk.world(), &refusal);
    let remedy = refusal.remedy();
    let action = remedy.and_then(for_remedy);
    let key = action.and_then(|it| Some((it.scope, it.keys.first()?.to_string())));
    match (remedy, key) {
        // What asks for a reason stands at the field of it.
        (Some(Remedy::GiveReason), _) => words(),
        (Some(Remedy::Matter(OfMatter::Redate)), Some((_, key))) => {
            path_way::day_here(language, words(), key)
        }
        (Some(remedy), Some((scope, key))) if app.scopes().contains(&scope) => {
            path_way::in_sheet(language, words(), key, refusals::remedy(language, remedy))
        }
        _ => app.reason(&Why::Refused(refusal)),
    }
}

fn line(language: Language, form: &Form, field: usize) -> Result<Line, Fault> {
    crate::tui::dialog::line_of(language, form, field)
}
