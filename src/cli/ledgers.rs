//! `lianxi ledgers` and `lianxi report`: the lines of the ledgers, and the figures of a period.

use super::arguments::{Form, Ledgers, ReportOf};
use super::fault::Fault;
use super::{Job, place};
use crate::desk::Desk;
use crate::domain::Command;
use crate::domain::ids::VillageId;
use crate::domain::matter::intake::{Fen, Share};
use crate::domain::register::money::yuan;
use crate::domain::register::period::Span;
use crate::domain::register::{self, Figure, LedgerKind, LedgerLine, Period};
use crate::domain::text::Line;
use crate::exchange::grid;
use crate::i18n::{Language, cli_ledgers as say, ledgers as words, registers, terms};
use crate::office::Office;
use crate::papers::figures;
use std::path::Path;

impl Job<'_> {
    /// Does what is asked of the ledgers.
    pub(super) fn ledgers(&mut self, office: &Office, asked: Ledgers) -> Result<u8, Fault> {
        match asked {
            Ledgers::List {
                kind,
                period,
                village,
                format,
                to,
            } => {
                let desk = self.desk(office)?;
                let period = period_of(&desk, period, Span::Year);
                let village = village_of(&desk, village.as_deref())?;
                let mut lines = desk.ledger(kind, period.from(), period.to())?;
                lines.retain(|line| {
                    village
                        .as_ref()
                        .is_none_or(|village| line.villages.contains(village))
                });
                let table = figures::lines(
                    self.language,
                    desk.world(),
                    &lines,
                    period,
                    village.as_ref(),
                );
                match format {
                    Form::Text => {
                        let text = self.list(&desk, &lines);
                        self.write(&text, to.as_deref(), say::written)
                    }
                    Form::Csv => self.write(&grid::csv(&table), to.as_deref(), say::written),
                    Form::Xlsx => self.workbook(&[table], period, to.as_deref()),
                }
            }
            Ledgers::Kinds => {
                let language = self.language;
                let rows = LedgerKind::ALL
                    .map(|kind| format!("{:18}{}\n", kind.word(), registers::kind(language, kind)));
                self.print(&rows.concat())
            }
            Ledgers::Add {
                kind,
                what,
                on,
                villages,
                person,
                amount,
                number,
                until,
                shares,
                jobs,
                households,
                persons,
                household_income,
                points,
                note,
            } => {
                let mut desk = self.desk(office)?;
                let villages = villages.iter();
                let villages = villages
                    .map(|name| place::village(desk.world(), name))
                    .collect::<Result<_, _>>()?;
                let words = |text: &str| {
                    let line = Line::new(text);
                    line.map_err(|fault| Fault::Words(text.to_owned(), fault))
                };
                let share = |(name, amount): &(String, Fen)| {
                    let (village, amount) = (place::village(desk.world(), name)?, *amount);
                    Ok(Share { village, amount })
                };
                let shares: Result<Vec<Share>, Fault> = shares.iter().map(share).collect();
                let mut line = LedgerLine {
                    villages,
                    until,
                    shares: shares?,
                    person: person.as_deref().map(words).transpose()?,
                    note: note.as_deref().map(words).transpose()?,
                    amount,
                    ..LedgerLine::new(
                        desk.new_id(),
                        kind,
                        words(&what)?,
                        on.unwrap_or(desk.today()),
                    )
                };
                // What its ledger does not ask for is refused by name, as it would be anywhere.
                let figures = [
                    (Figure::Number, number),
                    (Figure::Jobs, jobs),
                    (Figure::Households, households),
                    (Figure::Persons, persons),
                    (Figure::HouseholdIncome, household_income.map(|fen| fen.0)),
                    (Figure::Points, points),
                ];
                let said = figures.into_iter().filter_map(|(of, it)| Some((of, it?)));
                line.figures.extend(said);
                let put = register::Command::Put(Box::new(line));
                let _recorded = place::record(&mut desk, &[Command::Register(put)])?;
                self.tell(&say::added(
                    self.language,
                    registers::kind(self.language, kind),
                ));
                Ok(super::FINE)
            }
        }
    }

    /// Writes the report of a period.
    pub(super) fn report(&mut self, office: &Office, asked: &ReportOf) -> Result<u8, Fault> {
        let desk = self.desk(office)?;
        let period = period_of(&desk, asked.period, Span::Quarter);
        let village = village_of(&desk, asked.village.as_deref())?;
        let (language, world) = (self.language, desk.world());
        let facts = desk.facts(period)?;
        let to = asked.to.as_deref();
        let table = || figures::report(language, world, &facts, period, village.as_ref());
        match asked.format {
            Form::Text => {
                let text = figures::plain(language, world, &facts, period, village.as_ref());
                self.write(&text, to, say::written)
            }
            Form::Csv => self.write(&grid::csv(&table()), to, say::written),
            Form::Xlsx => {
                let mut lines = desk.ledger(None, period.from(), period.to())?;
                lines.retain(|line| {
                    village
                        .as_ref()
                        .is_none_or(|village| line.villages.contains(village))
                });
                let lines = figures::lines(language, world, &lines, period, village.as_ref());
                self.workbook(&[table(), lines], period, to)
            }
        }
    }

    /// Writes a workbook into a file; a terminal has no use for one.
    fn workbook(
        &mut self,
        grids: &[grid::Grid],
        period: Period,
        to: Option<&Path>,
    ) -> Result<u8, Fault> {
        let Some(path) = to else {
            return Err(Fault::WorkbookWantsFile);
        };
        let bytes = grid::xlsx(grids, period.to()).map_err(|it| Fault::Workbook(it.to_string()))?;
        self.put(&bytes, path, say::written)
    }

    fn list(&self, desk: &Desk, lines: &[LedgerLine]) -> String {
        let language = self.language;
        if lines.is_empty() {
            return format!("{}\n", say::none(language));
        }
        let mut text = String::new();
        let mut last = None;
        for line in lines {
            if last != Some(line.kind) {
                last = Some(line.kind);
                text.push_str(registers::kind(language, line.kind));
                text.push('\n');
            }
            text.push_str(&said(language, desk, line));
            text.push('\n');
        }
        text
    }
}

fn said(language: Language, desk: &Desk, line: &LedgerLine) -> String {
    let villages = figures::villages(language, desk.world(), &line.villages);
    let amount = line.amount.map(|it| registers::yuan_of(language, it.0));
    let shares = line.shares.iter();
    let shares = shares.map(|share| {
        let village = terms::village(language, desk.world(), Some(&share.village));
        words::share(language, village, yuan(share.amount.0))
    });
    let shares: Vec<String> = shares.collect();
    let shares = terms::list(language, shares.iter().map(String::as_str));
    let source = figures::source(language, line);
    let settled = line.kind.is_settled().then(|| match line.until {
        Some(on) => say::settled(language, on.to_string()),
        None => say::open(language).to_owned(),
    });
    let parts = [
        Some(line.on.to_string()),
        Some(line.what.to_string()),
        Some(villages),
        amount,
        Some(shares).filter(|shares| !shares.is_empty()),
        settled,
        source.map(ToOwned::to_owned),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("  {}", parts.join("  "))
}

fn period_of(desk: &Desk, asked: Option<Period>, span: Span) -> Period {
    asked.unwrap_or_else(|| Period::around(desk.today(), span))
}

fn village_of(desk: &Desk, asked: Option<&str>) -> Result<Option<VillageId>, Fault> {
    asked
        .map(|name| place::village(desk.world(), name))
        .transpose()
}
