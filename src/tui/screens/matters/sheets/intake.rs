//! The questions of an intake (`domain.md` §5.1).

use super::{LINE, known, numbered};
use crate::desk::place::{OfMatter, Place};
use crate::domain::ids::{MatterId, VillageId};
use crate::domain::matter::intake::{
    Fen, Intake, Legal, MatterKind, Money, Origin, Secrecy, Share, Touch, Urgency,
};
use crate::domain::matter::screening::{Ground, grounds_on};
use crate::domain::matter::{Command as Of, Refused};
use crate::domain::text::{LONGEST, Line, Text};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, matter, matter_sheet as words, matters, shared, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any, line_of, text_fault};
use crate::tui::screens::Screen;
use crate::tui::screens::choices::villages_to_name;
use crate::tui::screens::matters::actions::select;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const TITLE: usize = 0;
const ENTRY: usize = 1;
const VILLAGES: usize = 2;
const KIND: usize = 3;
const ORIGIN: usize = 4;
const BY: usize = 5;
const COMMITTEE: usize = 6;
const LIVELIHOOD: usize = 7;
const MAJOR: usize = 8;
const TOUCHES: usize = 9;
const LEGAL: usize = 10;
const OPINION: usize = 11;
const SECRECY: usize = 12;
const URGENCY: usize = 13;
const AMOUNT: usize = 14;
/// The share of the first village; the others follow, and after them what it is about.
const SHARES: usize = 15;

/// The choice by which an opinion was given.
const GIVEN: usize = 2;

/// The longest amount, in characters.
const DIGITS: usize = 24;

/// What the answers are for.
enum For {
    /// A matter that is taken in.
    New,
    /// One whose answers are mended.
    Mend(MatterId),
    /// One that is made out of a part of another.
    Split(MatterId),
}

/// Asks for the answers of an intake.
pub struct IntakeSheet(For);

impl IntakeSheet {
    /// Asks for those of a new matter.
    #[must_use]
    pub const fn receive() -> Self {
        Self(For::New)
    }

    /// Asks for those of a matter anew.
    #[must_use]
    pub const fn mend(matter: MatterId) -> Self {
        Self(For::Mend(matter))
    }

    /// Asks for those of a matter that is split from another; they begin as those are.
    #[must_use]
    pub const fn split(matter: MatterId) -> Self {
        Self(For::Split(matter))
    }

    fn answers(&self, app: &App) -> Option<Intake> {
        match &self.0 {
            For::New => None,
            For::Mend(matter) => Some(known(app, matter)?.intake),
            For::Split(matter) => {
                let mut intake = known(app, matter)?.intake;
                intake.money = None;
                Some(intake)
            }
        }
    }

    /// Returns the villages that may be named: those that have not left, and those a matter named before, which
    /// say when they left and are kept until they are taken off.
    fn villages(&self, app: &App) -> Vec<(VillageId, String)> {
        let Some(desk) = &app.desk else {
            return Vec::new();
        };
        // A part is a new matter: what left before is not asked of it.
        let before = match &self.0 {
            For::New | For::Split(_) => None,
            For::Mend(_) => self.answers(app),
        };
        let named = |id: &VillageId| before.iter().flat_map(Intake::named).any(|it| it == id);
        villages_to_name(app.language, desk.world(), desk.today(), named)
    }

    fn read(&self, app: &App, form: &Form) -> Result<Intake, Fault> {
        let language = app.language;
        let villages = self.villages(app);
        let missing = |field| Fault::at(field, ui::field_missing(language));
        let at = |field: usize| form.chosen(field).ok_or_else(|| missing(field));
        let marked = form.marked(VILLAGES);
        let touched = form.marked(TOUCHES);
        let about = SHARES + villages.len();
        let about_text = Text::new(&form.text(about));
        Ok(Intake {
            title: line_of(language, form, TITLE)?,
            about: about_text.map_err(|fault| Fault::at(about, text_fault(language, fault)))?,
            origin: *Origin::ALL
                .get(at(ORIGIN)?)
                .ok_or_else(|| missing(ORIGIN))?,
            brought_by: line_if_any(language, form, BY)?,
            kind: *MatterKind::ALL
                .get(at(KIND)?)
                .ok_or_else(|| missing(KIND))?,
            committee: form.checked(COMMITTEE),
            livelihood: form.checked(LIVELIHOOD),
            money: money(language, form, &villages)?,
            major: form.checked(MAJOR),
            touches: touched
                .into_iter()
                .filter_map(|at| Touch::ALL.get(at).copied())
                .collect(),
            legal: match form.chosen(LEGAL) {
                Some(1) => Legal::Needed,
                Some(GIVEN) => Legal::Given {
                    opinion: opinion(language, form)?,
                },
                _ => Legal::NotNeeded,
            },
            secrecy: *Secrecy::ALL
                .get(at(SECRECY)?)
                .ok_or_else(|| missing(SECRECY))?,
            urgency: *Urgency::ALL
                .get(at(URGENCY)?)
                .ok_or_else(|| missing(URGENCY))?,
            villages: villages
                .into_iter()
                .enumerate()
                .filter(|(at, _)| marked.contains(at))
                .map(|(_, (id, _))| id)
                .collect(),
        })
    }

    fn title_of(&self, intake: Option<&Intake>) -> String {
        match (&self.0, intake) {
            // The part is another thing and is called otherwise.
            (For::Split(_), _) | (_, None) => String::new(),
            (_, Some(intake)) => intake.title.to_string(),
        }
    }
}

/// Returns the place of an answer among those that are offered.
fn place<T: PartialEq>(all: &[T], known: Option<T>) -> Option<usize> {
    all.iter().position(|it| Some(it) == known.as_ref())
}

fn labels<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|it| name(*it).to_owned()).collect()
}

impl Sheet for IntakeSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        match &self.0 {
            For::New => words::title_new(language).to_owned(),
            For::Mend(matter) => words::title_mend(language, numbered(app, matter)),
            For::Split(matter) => words::title_split(language, numbered(app, matter)),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let known = self.answers(app);
        let known = known.as_ref();
        let villages = self.villages(app);
        let concerned = villages.iter().enumerate();
        let concerned = concerned
            .filter(|(_, (id, _))| known.is_some_and(|it| it.villages.contains(id)))
            .map(|(at, _)| at)
            .collect::<Vec<_>>();
        let touched = Touch::ALL.iter().enumerate();
        let touched = touched
            .filter(|(_, it)| known.is_some_and(|known| known.touches(**it)))
            .map(|(at, _)| at)
            .collect::<Vec<_>>();
        let (legal, opinion) = match known.map(|it| &it.legal) {
            None | Some(Legal::NotNeeded) => (0, ""),
            Some(Legal::Needed) => (1, ""),
            Some(Legal::Given { opinion }) => (GIVEN, opinion.as_str()),
        };
        let by = known.and_then(|it| it.brought_by.as_ref());
        let money = known.and_then(|it| it.money.as_ref());
        let amount = money.map(|it| it.amount.to_yuan()).unwrap_or_default();
        let kinds = labels(&MatterKind::ALL, |it| matters::kind(language, it));
        let origins = labels(&Origin::ALL, |it| matters::origin(language, it));
        let secrecies = labels(&Secrecy::ALL, |it| matters::secrecy(language, it));
        let urgencies = labels(&Urgency::ALL, |it| matters::urgency(language, it));
        let entries = [
            words::entry_received(language),
            words::entry_collected(language),
        ];
        let legals = [
            words::legal_not_needed(language),
            words::legal_needed(language),
            words::legal_given(language),
        ];
        let choice = shared::choice_hint(language);
        let proposed = |at: Option<usize>| Some(at.unwrap_or(0));
        let owned = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect();
        let mut fields = vec![
            Field::text(
                "title",
                words::field_title(language),
                &self.title_of(known),
                LINE,
            )
            .required(),
            Field::choice(
                "entry",
                words::field_entry(language),
                owned(&entries),
                Some(0),
            )
            .hint(choice),
            Field::many(
                "villages",
                words::field_villages(language),
                villages.iter().map(|(_, name)| name.clone()).collect(),
                &concerned,
            )
            .hint(words::field_villages_hint(language)),
            Field::choice(
                "kind",
                words::field_kind(language),
                kinds,
                proposed(place(&MatterKind::ALL, known.map(|it| it.kind)).or(Some(2))),
            )
            .hint(choice),
            Field::choice(
                "origin",
                words::field_origin(language),
                origins,
                proposed(place(&Origin::ALL, known.map(|it| it.origin))),
            )
            .hint(choice),
            Field::text(
                "by",
                words::field_by(language),
                by.map_or("", |by| by.as_str()),
                LINE,
            )
            .hint(words::field_by_hint(language)),
            Field::check(
                "committee",
                words::field_committee(language),
                known.is_some_and(|it| it.committee),
            )
            .hint(words::field_committee_hint(language)),
            Field::check(
                "livelihood",
                words::field_livelihood(language),
                known.is_some_and(|it| it.livelihood),
            )
            .hint(words::field_livelihood_hint(language)),
            Field::check(
                "major",
                words::field_major(language),
                known.is_some_and(|it| it.major),
            )
            .hint(words::field_major_hint(language)),
            Field::many(
                "touches",
                words::field_touches(language),
                labels(&Touch::ALL, |it| matters::touch(language, it)),
                &touched,
            )
            .hint(words::field_touches_hint(language)),
            Field::choice(
                "legal",
                words::field_legal(language),
                owned(&legals),
                Some(legal),
            )
            .hint(choice),
            Field::text("opinion", words::field_opinion(language), opinion, LINE)
                .hint(words::field_opinion_hint(language)),
            Field::choice(
                "secrecy",
                words::field_secrecy(language),
                secrecies,
                proposed(place(&Secrecy::ALL, known.map(|it| it.secrecy))),
            )
            .hint(matter::no_state_secrets(language)),
            Field::choice(
                "urgency",
                words::field_urgency(language),
                urgencies,
                proposed(place(&Urgency::ALL, known.map(|it| it.urgency))),
            )
            .hint(choice),
            Field::text("amount", words::field_amount(language), &amount, DIGITS)
                .hint(words::field_amount_hint(language)),
        ];
        for (id, name) in &villages {
            let share = money.and_then(|it| it.shares.iter().find(|it| it.village == *id));
            let share = share.map(|it| it.amount.to_yuan()).unwrap_or_default();
            let label = words::field_share(language, name.as_str());
            fields.push(
                Field::text(format!("share {id}"), &label, &share, DIGITS)
                    .hint(words::field_share_hint(language)),
            );
        }
        let about = known.map(|it| it.about.as_str()).unwrap_or_default();
        fields.push(
            Field::lines("about", words::field_about(language), about, LONGEST, 3)
                .hint(words::field_about_hint(language)),
        );
        let mut form = Form::new(words::save(language), fields);
        self.settle(app, &mut form);
        form
    }

    fn settle(&self, app: &App, form: &mut Form) {
        form.show(ENTRY, matches!(self.0, For::New));
        form.show(OPINION, form.chosen(LEGAL) == Some(GIVEN));
        let bears = !form.text(AMOUNT).trim().is_empty();
        let marked = form.marked(VILLAGES);
        for at in 0..self.villages(app).len() {
            let concerned = marked.is_empty() || marked.contains(&at);
            form.show(SHARES + at, bears && concerned);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Vec::new();
        };
        let secret = matter::no_state_secrets(language);
        let mut said = vec![(Role::Warn, secret.to_owned())];
        match self.read(app, form) {
            Ok(intake) => {
                let found = grounds_on(desk.world(), &intake, desk.today());
                said.push((Role::Normal, trigger(language, &found)));
                if let Some(fault) = intake.fault() {
                    let words = matters::intake_fault(language, desk.world(), &fault);
                    said.push((Role::Bad, words));
                }
            }
            // Without a title there is nothing to judge yet.
            Err(_) if form.text(TITLE).trim().is_empty() => {}
            Err(fault) => said.push((Role::Bad, fault.words)),
        }
        said
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(TITLE, ui::no_committee_open(language)));
        };
        let (intake, on) = (Box::new(self.read(app, form)?), desk.today());
        if let Some(fault) = intake.fault() {
            let why = Refusal::Matter(Refused::Intake(fault));
            let words = crate::i18n::refusals::refusal(language, desk.world(), &why);
            return Err(Fault::at(AMOUNT, words));
        }
        let new: MatterId = desk.new_id();
        let id = new.clone();
        let collected = form.chosen(ENTRY) == Some(1);
        let command = match &self.0 {
            For::New if collected => Of::Collect { id, on, intake },
            For::New => Of::Receive { id, on, intake },
            For::Mend(matter) => {
                let matter = matter.clone();
                let mend = Of::Mend { matter, on, intake };
                return Ok(Submission::Record(vec![Command::Matter(mend)]));
            }
            For::Split(matter) => Of::Split {
                matter: matter.clone(),
                into: id,
                on,
                intake,
            },
        };
        Ok(Submission::Then(
            vec![Command::Matter(command)],
            Box::new(move |app| {
                if matches!(app.top(), Screen::Matters(_)) {
                    select(app, new);
                }
            }),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(match &self.0 {
            For::New => Place::NewMatter,
            For::Mend(matter) => Place::Matter(matter.clone(), OfMatter::Intake),
            For::Split(matter) => Place::Matter(matter.clone(), OfMatter::Split),
        })
    }

    fn is_recorded(&self) -> bool {
        matches!(self.0, For::Mend(_))
    }
}

/// Says which of A, B and C a matter fulfils.
pub(super) fn trigger(language: Language, found: &[Ground]) -> String {
    if found.is_empty() {
        return words::preview_none(language).to_owned();
    }
    words::preview_grounds(language, lettered(language, found))
}

/// Names grounds by letter and words.
pub(in crate::tui::screens::matters) fn lettered(language: Language, found: &[Ground]) -> String {
    let said: Vec<String> = found
        .iter()
        .map(|ground| {
            let letter = match ground {
                Ground::Committee => "A",
                Ground::Livelihood => "B",
                Ground::Villages => "C",
            };
            words::preview_ground(language, letter, matters::ground(language, *ground))
        })
        .collect();
    terms::list(language, said.iter().map(String::as_str))
}

fn amount(language: Language, form: &Form, field: usize) -> Result<Option<Fen>, Fault> {
    let typed = form.text(field);
    match typed.trim() {
        "" => Ok(None),
        typed => Fen::from_yuan(typed)
            .map(Some)
            .ok_or_else(|| Fault::at(field, words::not_an_amount(language, typed))),
    }
}

fn money(
    language: Language,
    form: &Form,
    villages: &[(VillageId, String)],
) -> Result<Option<Money>, Fault> {
    let Some(whole) = amount(language, form, AMOUNT)? else {
        return Ok(None);
    };
    let mut shares = Vec::new();
    for (at, (village, _)) in villages.iter().enumerate() {
        let field = SHARES + at;
        // What is not shown was typed for a village that the matter does not concern any more.
        if !form.shows(field) {
            continue;
        }
        if let Some(amount) = amount(language, form, field)?.filter(|it| *it != Fen(0)) {
            let village = village.clone();
            shares.push(Share { village, amount });
        }
    }
    Ok(Some(Money {
        amount: whole,
        shares,
    }))
}

fn opinion(language: Language, form: &Form) -> Result<Line, Fault> {
    line_of(language, form, OPINION)
}
