//! `lianxi rules`: the rule book and its TOML form, read, checked, written and adopted.

use super::arguments::Rules;
use super::fault::Fault;
use super::{FINE, Job, place, tally};
use crate::cells::{pad, width};
use crate::desk::{Desk, DeskError};
use crate::domain::ids::RuleId;
use crate::domain::refusal::Refusal;
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Name, Rule, presets};
use crate::domain::text::Line;
use crate::domain::{Command, World};
use crate::exchange::rule_file::{self, Cause, Reading};
use crate::i18n::{
    Language, cli, rule_faults, rule_file as say, rule_files, rule_sentences, terms,
};
use crate::office::Office;
use chrono::NaiveDate;
use std::path::Path;

impl Job<'_> {
    /// Does what is asked of the rules.
    pub(super) fn rules(&mut self, office: &Office, asked: Rules) -> Result<u8, Fault> {
        match asked {
            Rules::List => self.list_rules(office),
            Rules::Show { id } => self.show_rule(office, &id),
            Rules::Check { file } => self.check_rules(office, &file),
            Rules::Export { ids, output } => self.export_rules(office, &ids, output.as_deref()),
            Rules::Import { file, from } => self.import_rules(office, &file, from),
            Rules::Schema => self.print(rule_file::SCHEMA),
        }
    }

    /// Opens the desk that is meant; there need be none.
    fn book(&mut self, office: &Office) -> Result<Option<Desk>, Fault> {
        match self.desk(office) {
            Ok(desk) => Ok(Some(desk)),
            Err(Fault::NoCommittee) if self.committee.is_none() => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    fn list_rules(&mut self, office: &Office) -> Result<u8, Fault> {
        let language = self.language;
        let mut text = String::new();
        if let Some(desk) = self.book(office)? {
            let adopted = adopted(desk.world());
            if adopted.is_empty() {
                text.push_str(say::none_adopted(language));
                text.push('\n');
            } else {
                text.push_str(say::adopted(language));
                text.push_str(&rows(language, &adopted));
            }
            text.push('\n');
        }
        text.push_str(say::shipped(language));
        text.push_str(&rows(language, presets()));
        self.print(&text)
    }

    fn show_rule(&mut self, office: &Office, id: &str) -> Result<u8, Fault> {
        let desk = self.book(office)?;
        let world = desk
            .as_ref()
            .map_or_else(World::default, |desk| desk.world().clone());
        let rule = found(&world, id)?;
        let said = spoken(self.language, &world, &rule).join("\n");
        let form = rule_file::write(&[named(rule)]);
        self.print(&format!("{said}\n\n{form}"))
    }

    fn check_rules(&mut self, office: &Office, file: &Path) -> Result<u8, Fault> {
        // A file can be judged without a committee, and without one of several being named.
        let desk = match self.book(office) {
            Err(Fault::WhichCommittee { .. }) => None,
            desk => desk?,
        };
        let world = desk.map_or_else(World::default, |desk| desk.world().clone());
        let reading = self.read_rules(file, &world)?;
        if world.villages.is_empty() && reading.names_villages() {
            self.tell(say::villages_unheld(self.language));
        }
        let ids = ids(self.language, reading.rules.iter().map(|rule| &rule.id));
        let said = say::sound(self.language, reading.rules.len(), ids);
        self.print(&(said + "\n"))
    }

    fn export_rules(
        &mut self,
        office: &Office,
        ids: &[String],
        output: Option<&Path>,
    ) -> Result<u8, Fault> {
        let desk = self.book(office)?;
        let world = desk.map_or_else(World::default, |desk| desk.world().clone());
        let rules: Vec<Rule> = if ids.is_empty() {
            adopted(&world)
        } else {
            let found = ids.iter().map(|id| found(&world, id));
            found.collect::<Result<_, _>>()?
        };
        if rules.is_empty() {
            return Err(Fault::NothingToExport);
        }
        let rules: Vec<Rule> = rules.into_iter().map(named).collect();
        self.write(&rule_file::write(&rules), output, say::written)
    }

    /// Adopts every rule of a file that is not adopted yet: all of them, or none with every fault told.
    fn import_rules(
        &mut self,
        office: &Office,
        file: &Path,
        from: Option<NaiveDate>,
    ) -> Result<u8, Fault> {
        let language = self.language;
        let mut desk = self.desk(office)?;
        let reading = self.read_rules(file, desk.world())?;
        let mut world = desk.world().clone();
        let (mut commands, mut faults, mut taken) = (Vec::new(), Vec::new(), Vec::new());
        let mut doubts = Vec::new();
        for (number, rule) in in_order(&reading.rules) {
            if stands(&world, rule, from) {
                continue;
            }
            let mut rule = rule.clone();
            rule.from = from.or(rule.from);
            let id = rule.id.clone();
            if rule.from.is_none() {
                faults.push(reading.fault(number, "from", Cause::NoFirstDay));
                continue;
            }
            doubts.extend(
                world
                    .doubts(&rule)
                    .into_iter()
                    .map(|doubt| (id.clone(), doubt)),
            );
            let command = book::Command::Adopt(Box::new(Adopted {
                id: id.clone(),
                rule,
                follows: None,
                on: desk.today(),
            }));
            match book::decide(&world, &command) {
                Ok(events) => {
                    for event in &events {
                        book::apply(&mut world, event);
                    }
                    commands.push(Command::Rule(command));
                    taken.push(id);
                }
                Err(Refusal::RuleFaulty { fault }) => {
                    let cause = Cause::Rule(fault.cause);
                    faults.push(reading.fault(number, &fault.at, cause));
                }
                Err(Refusal::AlreadyThere) => {
                    let id = id.to_string();
                    faults.push(reading.fault(number, "id", Cause::IdTaken { id }));
                }
                Err(refusal) => return Err(Fault::Desk(DeskError::Refused(refusal))),
            }
        }
        if !faults.is_empty() {
            let count = self.tell_faults(file, &faults);
            let path = file.to_owned();
            return Err(Fault::RulesNotAdopted { path, count });
        }
        if commands.is_empty() {
            self.tell(say::unchanged(language));
            return Ok(FINE);
        }
        for (id, doubt) in &doubts {
            let doubt = rule_faults::doubt(language, doubt);
            self.tell(&say::doubt(language, id.as_str(), doubt));
        }
        let _recorded = place::record(&mut desk, &commands)?;
        self.tell(&say::taken_in(
            language,
            taken.len(),
            ids(language, taken.iter()),
        ));
        Ok(FINE)
    }

    /// Reads a file, every fault told.
    fn read_rules(&mut self, file: &Path, world: &World) -> Result<Reading, Fault> {
        let bytes = rule_file::load(file).map_err(|source| Fault::unreadable(file, source))?;
        let reading = rule_file::read(&bytes, |id| world.rule(id).ok());
        let reading = match world.villages.is_empty() {
            true => reading,
            false => reading.and_then(|reading| reading.in_committee(world)),
        };
        let reading = match reading {
            Ok(reading) => reading,
            Err(faults) => {
                let count = self.tell_faults(file, &faults);
                let path = file.to_owned();
                return Err(Fault::Rules { path, count });
            }
        };
        let name = tally::file_name(file);
        for place in &reading.cleaned {
            let what = rule_files::cleaned(self.language, place);
            self.tell(&cli::in_file(self.language, name.as_str(), what));
        }
        Ok(reading)
    }

    fn tell_faults(&mut self, file: &Path, faults: &[rule_file::Fault]) -> usize {
        let name = tally::file_name(file);
        let mut count = 0;
        for fault in faults {
            count += match fault.cause {
                Cause::More { more } => more,
                _ => 1,
            };
            let what = rule_files::fault(self.language, fault);
            self.tell(&cli::in_file(self.language, name.as_str(), what));
        }
        count
    }
}

/// Returns what is said of a rule above its form, line by line.
fn spoken(language: Language, world: &World, rule: &Rule) -> Vec<String> {
    let mut said = vec![
        terms::rule_name(language, rule).to_owned(),
        rule_files::origin(language, rule),
    ];
    said.extend(rule_files::term(language, rule));
    said.push(String::new());
    said.extend(rule_sentences::sentences(language, world, rule));
    said
}

/// Returns every rule the committee has adopted, in the order of their adoption.
fn adopted(world: &World) -> Vec<Rule> {
    let mut adopted: Vec<&Adopted> = world.rules.values().map(AsRef::as_ref).collect();
    adopted.sort_by_key(|adopted| (adopted.on, adopted.id.clone()));
    adopted
        .into_iter()
        .map(|adopted| adopted.rule.clone())
        .collect()
}

fn found(world: &World, id: &str) -> Result<Rule, Fault> {
    let rule = world.rule(&RuleId::from(id));
    rule.map_err(|_| Fault::NoRule(id.to_owned()))
}

/// Writes the name and the clause of a shipped rule out, so that a copy can stand by itself.
fn named(rule: Rule) -> Rule {
    let name = |language| Line::new(terms::rule_name(language, &rule)).ok();
    let named = match (&rule.name, name(Language::Zh), name(Language::En)) {
        (None, Some(zh), Some(en)) => Some(Name { zh, en }),
        _ => return rule,
    };
    let clause = terms::clause(Language::Zh, &rule).to_owned();
    Rule {
        name: named,
        clause,
        ..rule
    }
}

/// Says whether the committee has adopted that very rule, whatever day ended it.
fn stands(world: &World, rule: &Rule, from: Option<NaiveDate>) -> bool {
    world.rules.get(&rule.id).is_some_and(|adopted| {
        let adopted = &adopted.rule;
        let as_asked = Rule {
            from: from.or(rule.from).or(adopted.from),
            to: rule.to.or(adopted.to),
            ..rule.clone()
        };
        rule_file::is_the_same(&as_asked, adopted)
    })
}

/// Returns the rules with their numbers in the file, one that a second call sits by before the one
/// that names it.
fn in_order(rules: &[Rule]) -> Vec<(usize, &Rule)> {
    let mut left: Vec<(usize, &Rule)> = rules.iter().enumerate().collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let waits = |rule: &Rule| {
            let by = rule
                .quorum
                .second_call
                .as_ref()
                .and_then(|call| call.by.as_ref());
            by.is_some_and(|by| left.iter().any(|(_, other)| other.id == *by))
        };
        let (waiting, mut ready): (Vec<_>, Vec<_>) =
            left.iter().copied().partition(|(_, rule)| waits(rule));
        if ready.is_empty() {
            order.extend(waiting);
            break;
        }
        order.append(&mut ready);
        left = waiting;
    }
    order
}

fn ids<'r>(language: Language, ids: impl Iterator<Item = &'r RuleId>) -> String {
    let ids: Vec<&str> = ids.map(RuleId::as_str).collect();
    ids.join(cli::between(language))
}

/// Lays rules out a line each: id, name, when, and where from.
fn rows(language: Language, rules: &[Rule]) -> String {
    let widest = |of: fn(Language, &Rule) -> String| {
        let cells = rules.iter().map(|rule| width(&of(language, rule)));
        cells.max().unwrap_or_default()
    };
    let id: fn(Language, &Rule) -> String = |_, rule| rule.id.to_string();
    let name: fn(Language, &Rule) -> String =
        |language, rule| terms::rule_name(language, rule).to_owned();
    let (ids, names) = (widest(id), widest(name));
    let mut text = String::from("\n");
    for rule in rules {
        let mut line = format!(
            "  {}  {}  ",
            pad(&id(language, rule), ids),
            pad(&name(language, rule), names)
        );
        if let Some(term) = rule_files::term(language, rule) {
            line.push_str(&term);
            line.push_str("  ");
        }
        line.push_str(&rule_files::origin(language, rule));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
