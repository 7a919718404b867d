//! What the committee says of its boards: local days, place, telephone, issuer.

use crate::desk::place::Place;
use crate::domain::board::Masked;
use crate::domain::board::rules::{BoardRules, Contact};
use crate::domain::text::{LONGEST_LINE, Line};
use crate::domain::{Command, roster};
use crate::i18n::{Language, board_screen as words, shared};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any};
use crate::tui::widgets::form::{Field, Form};

const LOCAL: usize = 0;
const PLACE: usize = 1;
const PHONE: usize = 2;
const ISSUER: usize = 3;

/// The longest local period, in days.
const LONGEST_PERIOD: u32 = 365;

/// Reads who issues. What would be masked there is refused, for whoever reads the board is to know who it is.
fn issuer(language: Language, form: &Form) -> Result<Option<Masked>, Fault> {
    let line: Option<Line> = line_if_any(language, form, ISSUER)?;
    let looked = line.map(|line| Masked::look_at_line(&line, &[]));
    match looked {
        Some(looked) if !looked.found.is_empty() => {
            Err(Fault::at(ISSUER, words::issuer_fault(language)))
        }
        looked => Ok(looked.map(|it| it.text)),
    }
}

/// Asks what the committee says of its boards.
pub struct RulesSheet;

impl Sheet for RulesSheet {
    fn title(&self, app: &App) -> String {
        words::title_rules(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let desk = app.desk.as_ref();
        let committee = desk.and_then(|desk| desk.world().committee.as_deref());
        let rules = committee.map(|it| it.boards.clone()).unwrap_or_default();
        let line = |name, label, value: &str| Field::text(name, label, value, LONGEST_LINE);
        let contact = |it: &Option<Contact>| {
            let words = it.as_ref().map(Contact::as_str);
            words.unwrap_or_default().to_owned()
        };
        let issuer = rules.issuer.as_ref().map(Masked::as_str);
        let issuer = issuer.or(committee.map(|it| it.name.as_str()));
        let issuer = issuer.unwrap_or_default();
        let fields = vec![
            Field::figure(
                "local",
                words::field_local(language),
                &rules.local.to_string(),
                3,
            )
            .hint(words::local_hint(language)),
            line(
                "place",
                words::field_place(language),
                &contact(&rules.place),
            ),
            line(
                "phone",
                words::field_phone(language),
                &contact(&rules.phone),
            ),
            line("issuer", words::field_issuer(language), issuer),
        ];
        Form::new(shared::save_row(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Ok(Submission::Record(Vec::new()));
        };
        let typed = crate::tui::input::fold_text(form.text(LOCAL).trim());
        let local = match typed.as_str() {
            "" => 0,
            days => days
                .parse()
                .ok()
                .filter(|days| *days <= LONGEST_PERIOD)
                .ok_or_else(|| Fault::at(LOCAL, words::local_fault(language)))?,
        };
        let contact = |field| -> Result<Option<Contact>, Fault> {
            let line: Option<Line> = line_if_any(language, form, field)?;
            line.map(Contact::try_from)
                .transpose()
                .map_err(|_| Fault::at(field, words::contact_fault(language)))
        };
        let boards = BoardRules {
            local,
            place: contact(PLACE)?,
            phone: contact(PHONE)?,
            issuer: issuer(language, form)?,
            rest: BoardRules::of(desk.world()).rest,
        };
        let set = roster::Command::SetBoards(boards);
        Ok(Submission::Record(vec![Command::Roster(set)]))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::BoardRules)
    }

    fn is_recorded(&self) -> bool {
        true
    }
}
