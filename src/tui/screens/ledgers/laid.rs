//! The list laid out: ledger by ledger, each under what its lines come to. It is laid out anew only when
//! something it was laid out from is another, so that a frame costs by what is seen.

use super::State;
use crate::desk::Desk;
use crate::domain::ids::VillageId;
use crate::domain::register::money::yuan;
use crate::domain::register::{LedgerKind, LedgerLine, Period};
use crate::i18n::{Language, ledgers as words, registers};
use crate::papers::figures;
use crate::tui::find::Finder;

/// What the list is laid out from.
#[derive(Debug, PartialEq, Eq)]
struct From {
    read: (u64, Option<LedgerKind>, Period),
    language: Language,
    village: Option<VillageId>,
    filter: String,
}

/// A line of the list.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Laying {
    /// The name of a ledger, with what its lines come to.
    Head(String),
    /// A line of a ledger, by its place among those read.
    Line(usize),
}

/// The list laid out.
#[derive(Debug, Default)]
pub(super) struct Laid {
    from: Option<From>,
    /// Its lines.
    pub(super) lines: Vec<Laying>,
}

impl State {
    /// Lays the list out, where it is not as it would be.
    pub(super) fn lay_out(&mut self, desk: &Desk, language: Language) {
        self.refresh(desk);
        let from = From {
            read: (desk.revision(), self.kind, self.period(desk)),
            language,
            village: self.village.clone(),
            filter: self.filter.clone(),
        };
        if self.laid.from.as_ref() == Some(&from) {
            return self.rows.stay();
        }
        let listed = self.listed(language, desk);
        let mut lines = Vec::with_capacity(listed.len() + LedgerKind::ALL.len());
        let mut keys = Vec::with_capacity(lines.capacity());
        for of_kind in listed.chunk_by(|(_, one), (_, other)| one.kind == other.kind) {
            keys.push(None);
            lines.push(Laying::Head(self.sum(language, of_kind)));
            for (at, line) in of_kind {
                keys.push(Some(line.id.clone()));
                lines.push(Laying::Line(*at));
            }
        }
        self.laid = Laid {
            from: Some(from),
            lines,
        };
        self.rows.settle(keys);
    }

    /// Returns what is listed, with its place among the lines read: ledger by ledger, in each by day.
    fn listed(&self, language: Language, desk: &Desk) -> Vec<(usize, &LedgerLine)> {
        let finder = Finder::new(&self.filter);
        let world = desk.world();
        let words = |line: &LedgerLine| {
            let other = [line.person.as_ref(), line.note.as_ref()]
                .map(|it| it.map_or("", |it| it.as_str()));
            let villages = figures::villages(language, world, &line.villages);
            format!("{} {} {villages}", line.what, other.join(" "))
        };
        let lines = self.lines().iter().enumerate();
        let mut listed: Vec<(usize, &LedgerLine)> = lines
            .filter(|(_, line)| {
                let here = self.village.as_ref();
                here.is_none_or(|village| line.villages.contains(village))
            })
            .filter(|(_, line)| finder.is_empty() || finder.matches(&words(line)))
            .collect();
        // They are read by day, and stay so within a ledger.
        listed.sort_by_key(|(_, line)| line.kind);
        listed
    }

    /// Names a ledger with what its listed lines come to.
    fn sum(&self, language: Language, lines: &[(usize, &LedgerLine)]) -> String {
        let kind = lines.first().map(|(_, line)| line.kind);
        let name = kind.map_or("", |kind| registers::kind(language, kind));
        let (mut number, mut money) = (0_u64, 0_u64);
        for (_, line) in lines {
            number = number.saturating_add(line.number());
            money = money.saturating_add(self.money(line).unwrap_or(0));
        }
        if money > 0 {
            words::head_money(language, name, number, yuan(money))
        } else {
            words::head(language, name, number)
        }
    }

    /// Returns the money of a line, as far as it is of the village looked at.
    fn money(&self, line: &LedgerLine) -> Option<u64> {
        let amount = line.amount?;
        match &self.village {
            Some(village) if !line.shares.is_empty() => {
                let own = line.shares.iter().filter(|it| it.village == *village);
                Some(own.fold(0_u64, |sum, it| sum.saturating_add(it.amount.0)))
            }
            _ => Some(amount.0),
        }
    }
}
