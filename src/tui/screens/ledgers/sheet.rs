//! A line of a ledger, new or changed. Which fields are asked is said by the ledger it is of.

use crate::desk::Desk;
use crate::desk::place::Place;
use crate::domain::Command;
use crate::domain::ids::{LedgerId, VillageId};
use crate::domain::matter::intake::{Fen, Share};
use crate::domain::refusal::Refusal;
use crate::domain::register::fed::{Says, says};
use crate::domain::register::kind::Asks;
use crate::domain::register::money::{self, yuan};
use crate::domain::register::{self, Figure, LedgerKind, LedgerLine, Refused};
use crate::domain::text::{LONGEST_LINE, Line};
use crate::i18n::{Language, ledgers as words, refusals, registers, shared, ui};
use crate::tui::app::App;
use crate::tui::dialog::{
    Fault, Sheet, Submission, day_hint, day_if_any, day_of, line_if_any, line_of,
};
use crate::tui::input::fold_text;
use crate::tui::screens::Screen;
use crate::tui::screens::choices::villages;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use std::collections::BTreeMap;

const KIND: usize = 0;
const WHAT: usize = 1;
const ON: usize = 2;
const VILLAGES: usize = 3;
const PERSON: usize = 4;
const AMOUNT: usize = 5;
/// The first of the shares, one a village; what follows them stands behind the last.
const SHARES: usize = 6;

/// The longest amount and number a field takes, in characters.
const NUMBER: usize = 20;

/// Asks for a line of a ledger.
pub struct LineSheet {
    /// The one that is changed.
    line: Option<LedgerLine>,
    /// The ledger that is proposed.
    kind: Option<LedgerKind>,
    /// What its source says of it, which is not asked.
    says: Says,
    /// Whether credits are offered: a scheme was entered.
    with_credits: bool,
    /// The line a new one is of.
    of: Option<LedgerId>,
    /// What a new one says until something else is typed: its words and its villages.
    proposed: Option<(Line, Vec<VillageId>)>,
}

/// What is counted of a line, as it was typed.
struct Counted {
    amount: Option<Fen>,
    shares: Vec<Share>,
    figures: BTreeMap<Figure, u64>,
}

impl LineSheet {
    /// Asks for a new one.
    #[must_use]
    pub const fn create(kind: Option<LedgerKind>, with_credits: bool) -> Self {
        Self {
            line: None,
            kind,
            says: Says {
                person: false,
                amount: false,
                shares: false,
                note: false,
                until: false,
            },
            with_credits,
            of: None,
            proposed: None,
        }
    }

    /// Asks what a line brought in: of the same name and villages, so that only figures are typed.
    #[must_use]
    pub fn brought_in(line: &LedgerLine, with_credits: bool) -> Self {
        Self {
            of: Some(line.id.clone()),
            proposed: Some((line.what.clone(), line.villages.clone())),
            ..Self::create(Some(LedgerKind::Yield), with_credits)
        }
    }

    /// Asks what one is to be from now on; of one that is fed only what its source does not say.
    #[must_use]
    pub fn edit(desk: &Desk, line: LedgerLine) -> Self {
        let fed = desk.fed_line(&line.id).ok().flatten();
        Self {
            says: fed.as_ref().map(says).unwrap_or_default(),
            line: Some(line),
            kind: None,
            with_credits: true,
            of: None,
            proposed: None,
        }
    }

    fn kinds(&self) -> Vec<LedgerKind> {
        let all = LedgerKind::ALL.into_iter();
        all.filter(|kind| self.with_credits || *kind != LedgerKind::Credit)
            .collect()
    }

    /// Returns the ledger that is chosen.
    fn chosen(&self, form: &Form) -> Option<LedgerKind> {
        if let Some(line) = self.line.as_ref().filter(|line| line.source.is_some()) {
            return Some(line.kind);
        }
        self.kinds().get(form.chosen(KIND)?).copied()
    }

    fn is_fed(&self) -> bool {
        self.line.as_ref().is_some_and(|line| line.source.is_some())
    }

    /// Returns the villages the line is of.
    fn named(&self, form: &Form, offered: &[(VillageId, String)]) -> Vec<VillageId> {
        if let Some(line) = self.line.as_ref().filter(|_| self.is_fed()) {
            return line.villages.clone();
        }
        let marked = form.marked(VILLAGES).into_iter();
        let marked = marked.filter_map(|at| offered.get(at));
        marked.map(|(id, _)| id.clone()).collect()
    }

    /// Reads everything but the words and the days, as far as it can be read: the fault is that of the
    /// first field that cannot.
    fn counted(
        &self,
        language: Language,
        form: &Form,
        kind: LedgerKind,
        offered: &[(VillageId, String)],
    ) -> Result<Counted, Fault> {
        let amount = money_of(language, form, AMOUNT)?;
        let named = self.named(form, offered);
        let mut shares = Vec::new();
        for (at, (village, _)) in (SHARES..).zip(offered) {
            let asked = form.shows(at) && named.contains(village);
            if let Some(amount) = money_of(language, form, at)?.filter(|_| asked) {
                shares.push(Share {
                    village: village.clone(),
                    amount,
                });
            }
        }
        let mut figures = BTreeMap::new();
        for (at, figure) in (SHARES + offered.len()..).zip(Figure::ALL) {
            let asked = kind.asks_for(Asks::Figure(figure));
            let value = if figure.is_money() {
                money_of(language, form, at)?.map(|fen| fen.0)
            } else {
                number_of(language, form, at)?
            };
            if let Some(value) = value.filter(|_| asked) {
                figures.insert(figure, value);
            }
        }
        let amount = amount.filter(|_| kind.asks_for(Asks::Amount));
        Ok(Counted {
            amount,
            shares,
            figures,
        })
    }
}

/// Reads an amount in yuan of a field that may be left empty.
fn money_of(language: Language, form: &Form, field: usize) -> Result<Option<Fen>, Fault> {
    let typed = form.text(field);
    let typed = typed.trim();
    if typed.is_empty() || !form.shows(field) {
        return Ok(None);
    }
    let read = money::read(typed);
    read.map(Some)
        .ok_or_else(|| Fault::at(field, words::not_money(language, fold_text(typed))))
}

/// Reads a number of a field that may be left empty.
fn number_of(language: Language, form: &Form, field: usize) -> Result<Option<u64>, Fault> {
    let typed = fold_text(form.text(field).trim());
    if typed.is_empty() || !form.shows(field) {
        return Ok(None);
    }
    let digits = typed.chars().all(|c| c.is_ascii_digit());
    let read = typed.parse().ok().filter(|_| digits);
    read.map(Some)
        .ok_or_else(|| Fault::at(field, words::not_number(language, typed)))
}

impl Sheet for LineSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        match &self.line {
            Some(line) if self.is_fed() => {
                let kind = registers::kind(language, line.kind);
                words::title_fed(language, kind, line.what.as_str())
            }
            Some(_) => words::title_edit(language).to_owned(),
            None => words::title_new(language).to_owned(),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Form::new(shared::save_row(language), Vec::new());
        };
        let known = self.line.as_ref();
        let kinds = self.kinds();
        let kind = known.map(|line| line.kind).or(self.kind);
        let kind = kind.and_then(|kind| kinds.iter().position(|it| *it == kind));
        let names = kinds
            .iter()
            .map(|kind| registers::kind(language, *kind).to_owned());
        let offered = villages(desk.world());
        let marked: Vec<usize> = (0..)
            .zip(&offered)
            .filter(|(_, (id, _))| {
                let proposed = self.proposed.iter().any(|(_, of)| of.contains(id));
                proposed || known.is_some_and(|line| line.villages.contains(id))
            })
            .map(|(at, _)| at)
            .collect();
        let today = desk.today().to_string();
        let text = |words: Option<&Line>| words.map(ToString::to_string).unwrap_or_default();
        let sum = |fen: Option<Fen>| fen.map(|fen| yuan(fen.0)).unwrap_or_default();
        let mut fields = vec![
            Field::choice(
                "kind",
                words::field_kind(language),
                names.collect(),
                Some(kind.unwrap_or(0)),
            )
            .hint(shared::choice_hint(language)),
            Field::text(
                "what",
                words::field_what(language),
                &text(
                    known
                        .map(|it| &it.what)
                        .or(self.proposed.as_ref().map(|(what, _)| what)),
                ),
                LONGEST_LINE,
            )
            .required(),
            Field::figure(
                "on",
                words::field_on(language),
                &known.map_or(today, |line| line.on.to_string()),
                NUMBER,
            )
            .hint(words::on_hint(language)),
            Field::many(
                "villages",
                words::field_villages(language),
                offered.iter().map(|(_, name)| name.clone()).collect(),
                &marked,
            )
            .hint(words::villages_hint(language)),
            Field::text(
                "person",
                words::field_person(language),
                &text(known.and_then(|it| it.person.as_ref())),
                LONGEST_LINE,
            ),
            Field::figure(
                "amount",
                words::field_amount(language),
                &sum(known.and_then(|it| it.amount)),
                NUMBER,
            )
            .hint(words::amount_hint(language)),
        ];
        for (village, name) in &offered {
            let shares = known.map(|line| line.shares.iter());
            let share = shares.and_then(|mut all| all.find(|share| share.village == *village));
            let field = Field::figure(
                format!("share_{village}"),
                &words::field_share(language, name.as_str()),
                &sum(share.map(|share| share.amount)),
                NUMBER,
            );
            fields.push(field.hint(words::amount_hint(language)));
        }
        for figure in Figure::ALL {
            let value = known.and_then(|line| line.figures.get(&figure)).copied();
            let value = value.map(|value| {
                if figure.is_money() {
                    yuan(value)
                } else {
                    value.to_string()
                }
            });
            let hint = if figure.is_money() {
                words::amount_hint(language)
            } else {
                words::number_hint(language)
            };
            let name = format!("figure_{figure:?}");
            let label = registers::figure(language, figure);
            fields.push(Field::figure(name, label, &value.unwrap_or_default(), NUMBER).hint(hint));
        }
        let until = known.and_then(|line| line.until).map(|day| day.to_string());
        fields.push(
            Field::text(
                "until",
                words::field_until(language),
                &until.unwrap_or_default(),
                NUMBER,
            )
            .hint(words::until_hint(language)),
        );
        fields.push(Field::text(
            "note",
            words::field_note(language),
            &text(known.and_then(|it| it.note.as_ref())),
            LONGEST_LINE,
        ));
        let mut form = Form::new(shared::save_row(language), fields);
        self.settle(app, &mut form);
        if self.is_fed() {
            form.focus(PERSON);
        } else if self.of.is_some() {
            form.focus(ON);
        }
        form
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let Some(desk) = &app.desk else { return };
        let until = until_at(&villages(desk.world()));
        if field == ON {
            day_hint(
                app.language,
                form,
                ON,
                desk.today(),
                words::on_hint(app.language),
            );
        } else if field == until {
            let hint = words::until_hint(app.language);
            day_hint(app.language, form, until, desk.today(), hint);
        }
    }

    fn settle(&self, app: &App, form: &mut Form) {
        let Some(desk) = &app.desk else { return };
        let offered = villages(desk.world());
        let Some(kind) = self.chosen(form) else {
            return;
        };
        let fed = self.is_fed();
        for field in [KIND, WHAT, ON, VILLAGES] {
            form.show(field, !fed);
        }
        form.show(PERSON, kind.asks_for(Asks::Person) && !self.says.person);
        form.show(AMOUNT, kind.asks_for(Asks::Amount) && !self.says.amount);
        let named = self.named(form, &offered);
        let shared = kind.asks_for(Asks::Shares) && named.len() > 1 && !self.says.shares;
        for (at, (village, _)) in (SHARES..).zip(&offered) {
            form.show(at, shared && named.contains(village));
        }
        for (at, figure) in (SHARES + offered.len()..).zip(Figure::ALL) {
            form.show(at, kind.asks_for(Asks::Figure(figure)));
        }
        let until = until_at(&offered);
        form.show(until, kind.asks_for(Asks::Until) && !self.says.until);
        let hint = if kind.is_settled() {
            words::settled_hint(app.language)
        } else {
            words::until_hint(app.language)
        };
        form.set_hint(until, hint);
        form.show(until_at(&offered) + 1, !self.says.note);
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Vec::new();
        };
        let offered = villages(desk.world());
        let Some(kind) = self.chosen(form) else {
            return Vec::new();
        };
        let mut said = Vec::new();
        if self.is_fed() {
            said.push((Role::Muted, words::fed_note(language).to_owned()));
        }
        if let Ok(Counted { amount, shares, .. }) = self.counted(language, form, kind, &offered)
            && !shares.is_empty()
        {
            let sum = shares
                .iter()
                .fold(0_u64, |sum, it| sum.saturating_add(it.amount.0));
            let whole = amount
                .or_else(|| self.line.as_ref()?.amount)
                .unwrap_or_default();
            let role = if sum > whole.0 {
                Role::Bad
            } else {
                Role::Muted
            };
            said.push((
                role,
                words::shares_come_to(language, yuan(sum), yuan(whole.0)),
            ));
        }
        said
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(WHAT, ui::no_committee_open(language)));
        };
        let offered = villages(desk.world());
        let until = until_at(&offered);
        let kind = self
            .chosen(form)
            .ok_or_else(|| Fault::at(KIND, ui::field_missing(language)))?;
        let Counted {
            amount,
            shares,
            figures,
        } = self.counted(language, form, kind, &offered)?;
        let begun = match self.line.as_ref().filter(|_| self.is_fed()) {
            Some(line) => line.clone(),
            None => LedgerLine {
                villages: self.named(form, &offered),
                ..LedgerLine::new(
                    self.line
                        .as_ref()
                        .map_or_else(|| desk.new_id(), |line| line.id.clone()),
                    kind,
                    line_of(language, form, WHAT)?,
                    day_of(language, form, ON, desk.today())?,
                )
            },
        };
        let line = LedgerLine {
            person: match self.says.person {
                true => begun.person.clone(),
                false => {
                    line_if_any(language, form, PERSON)?.filter(|_| kind.asks_for(Asks::Person))
                }
            },
            until: match self.says.until {
                true => begun.until,
                false => day_if_any(language, form, until, desk.today())?
                    .filter(|_| kind.asks_for(Asks::Until)),
            },
            of: self.of.clone().or_else(|| begun.of.clone()),
            amount: if self.says.amount {
                begun.amount
            } else {
                amount
            },
            shares: if self.says.shares {
                begun.shares.clone()
            } else {
                shares
            },
            figures,
            note: match self.says.note {
                true => begun.note.clone(),
                false => line_if_any(language, form, until + 1)?,
            },
            ..begun
        };
        let command = Command::Register(register::Command::Put(Box::new(line.clone())));
        if let Err(why) = desk.would(std::slice::from_ref(&command))
            && let Some(field) = field_of(&why, &offered)
        {
            return Err(Fault::at(
                field,
                refusals::refusal(language, desk.world(), &why),
            ));
        }
        Ok(Submission::Then(
            vec![command],
            Box::new(move |app| {
                if let Some(Screen::Ledgers(state)) = app.top_mut() {
                    state.show(&line);
                }
            }),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(match &self.line {
            Some(line) => Place::LedgerLine(line.id.clone()),
            None => Place::NewLedgerLine,
        })
    }

    fn is_recorded(&self) -> bool {
        self.line.is_some()
    }
}

/// Returns where the last day is asked; the note is asked behind it.
fn until_at(offered: &[(VillageId, String)]) -> usize {
    SHARES + offered.len() + Figure::ALL.len()
}

/// Returns the field that a refusal is about.
fn field_of(why: &Refusal, offered: &[(VillageId, String)]) -> Option<usize> {
    let Refusal::Register(why) = why else {
        return None;
    };
    Some(match why {
        Refused::EndsBefore => until_at(offered),
        Refused::SharesExceed { .. } | Refused::TooLarge | Refused::NoMoney { .. } => AMOUNT,
        Refused::ShareOutside { .. } => VILLAGES,
        Refused::Double { .. } => WHAT,
        Refused::NoScheme | Refused::NoFigure { .. } => KIND,
        Refused::Fed | Refused::NotFed => PERSON,
    })
}
