//! From bytes to rules.

use super::fault::{Cause, Cleaned, Fault};
use super::fields::{Fields, Found, Lines, Spot, tree};
use super::guessed::{leaves_open, whichever};
use super::words::{self, ConsentIs, QuestionIs, WeightsIs, Word};
use super::{FORM, MOST_BYTES, MOST_FAULTS, MOST_LISTED, MOST_RULES};
use crate::domain::ids::{RuleId, VillageId};
use crate::domain::rule::{
    self, Comparator, Consent, Method, Name, Notice, Over, Pass, Proxies, Question, Quorum,
    RecusalEffect, Required, Revote, Rule, SecondCall, Threshold, Turnout, Weights, faults,
};
use std::collections::BTreeMap;

/// Rules that were read, each found to be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The rules, in the order of the file.
    pub rules: Vec<Rule>,
    /// The unclean characters that were removed, place by place.
    pub cleaned: Vec<Cleaned>,
    lines: Lines,
}

impl Reading {
    /// Names a fault of one rule at a place that is written as [`rule::RuleFault::at`].
    #[must_use]
    pub fn fault(&self, number: usize, at: &str, cause: Cause) -> Fault {
        fault_of(&self.lines, number, at, cause)
    }
}

fn fault_of(lines: &Lines, number: usize, at: &str, cause: Cause) -> Fault {
    let place = format!("rule[{number}].{at}");
    Fault {
        line: lines.line_of(&place),
        place,
        cause,
    }
}

/// Reads the rules of a file. `known` finds the rules that a second call may sit by and that are not
/// in the file.
///
/// # Errors
/// Every [`Fault`], in the order of the file, [`MOST_FAULTS`] at most.
pub fn read(bytes: &[u8], known: impl Fn(&RuleId) -> Option<Rule>) -> Result<Reading, Vec<Fault>> {
    if bytes.len() > MOST_BYTES {
        return Err(vec![Fault::whole(Cause::TooLarge)]);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        vec![Fault {
            line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
            ..Fault::whole(Cause::NotUtf8)
        }]
    })?;
    let tree = tree(text).map_err(|fault| vec![fault])?;
    let mut found = Found::new(text);
    let (rules, open) = file(&mut found, &Fields::of_file(tree.get_ref()));
    let named = rules.iter().map(|(_, rule)| rule);
    let named = named.chain(open.iter().map(|it| &it.rule));
    let whole: BTreeMap<&RuleId, &Rule> = named.map(|rule| (&rule.id, rule)).collect();
    let reachable = |id: &RuleId| {
        whole
            .get(id)
            .map(|rule| Rule::clone(rule))
            .or_else(|| known(id))
    };
    for (number, rule) in &rules {
        judged(&mut found, *number, rule, &reachable);
    }
    for Open { number, spot, .. } in &open {
        for fault in whichever(spot, *number, &reachable) {
            let line = found.lines.line_of(&fault.place);
            let told = |it: &Fault| it.place == fault.place && it.cause == fault.cause;
            if !found.faults.iter().any(told) {
                found.faults.push(Fault { line, ..fault });
            }
        }
    }
    if found.faults.is_empty() {
        return Ok(Reading {
            rules: rules.into_iter().map(|(_, rule)| rule).collect(),
            cleaned: found.cleaned,
            lines: found.lines,
        });
    }
    let mut faults = found.faults;
    faults.sort_by_key(|fault| fault.line);
    if let Some(more) = faults.len().checked_sub(MOST_FAULTS).filter(|it| *it > 0) {
        faults.truncate(MOST_FAULTS);
        faults.push(Fault::whole(Cause::More { more }));
    }
    Err(faults)
}

/// Tells everything that keeps a rule from being one.
pub(super) fn judged(
    found: &mut Found,
    number: usize,
    rule: &Rule,
    reachable: &dyn Fn(&RuleId) -> Option<Rule>,
) {
    let mut unfit = Vec::new();
    let misspelt = misspelt(found, number);
    for fault in faults(rule, reachable) {
        // What stands under a name that is not ours is missing under ours, and that is one fault.
        if misspelt.iter().any(|name| fault.at == *name) {
            continue;
        }
        match fault.cause {
            rule::Cause::BaseUnknown { method }
                if !found.lines.has(&format!("rule[{number}].methods")) =>
            {
                unfit.push(method);
            }
            cause => {
                let fault = fault_of(&found.lines, number, &fault.at, Cause::Rule(cause));
                found.faults.push(fault);
            }
        }
    }
    if unfit.is_empty() {
        return;
    }
    let open = Rule {
        methods: Method::ALL.to_vec(),
        ..rule.clone()
    };
    let fit = open.ways().next().unwrap_or(Method::ByName).word();
    let cause = Cause::WaysUnwritten { ways: unfit, fit };
    let fault = fault_of(&found.lines, number, "methods", cause);
    found.faults.push(fault);
}

/// Returns the fields of a rule that seem to be meant by those that are not known in it; none that stands there itself.
fn misspelt(found: &Found, number: usize) -> Vec<&'static str> {
    let of_rule = format!("rule[{number}].");
    let own = found.faults.iter();
    let own = own.filter(|it| it.place.starts_with(&of_rule));
    let meant = own.filter_map(|it| match &it.cause {
        Cause::UnknownField { known } => known.first().copied(),
        _ => None,
    });
    let stands = |name: &&str| found.lines.has(&format!("{of_rule}{name}"));
    meant.filter(|name| !stands(name)).collect()
}

/// A rule in which a word is not known: it cannot be judged as it stands, and what is wrong whatever the word may mean is
/// told all the same.
struct Open<'t> {
    number: usize,
    spot: Spot<'t>,
    rule: Rule,
}

/// Reads every rule that can be read, each with its number in the file.
fn file<'t>(found: &mut Found, fields: &Fields<'t>) -> (Vec<(usize, Rule)>, Vec<Open<'t>>) {
    found.refuse_unknown(fields, words::FILE);
    if let Some(form) = found.get(fields, "form")
        && found.number(&form).is_some_and(|form| form != FORM)
    {
        found.say(&form, Cause::OtherForm);
    }
    let Some(spot) = found.get(fields, "rule") else {
        found.faults.push(Fault::whole(Cause::NoRules));
        return Default::default();
    };
    let Some(spots) = found.list(&spot, MOST_RULES) else {
        return Default::default();
    };
    if spots.is_empty() {
        found.say(&spot, Cause::NoRules);
    }
    let mut rules: Vec<(usize, Rule)> = Vec::new();
    let mut open: Vec<Open<'t>> = Vec::new();
    for (number, spot) in spots.iter().enumerate() {
        let before = found.faults.len();
        let Some(rule) = one(found, spot) else {
            continue;
        };
        // A field or a word that is not known keeps nobody from being told what else is wrong.
        let new = || found.faults.iter().skip(before);
        if !new().all(leaves_open) {
            continue;
        }
        let judges = new().all(|it| matches!(it.cause, Cause::UnknownField { .. }));
        let mut earlier = rules.iter().map(|(_, rule)| rule);
        let mut apart = open.iter().map(|it| &it.rule);
        if earlier.any(|it| it.id == rule.id) || apart.any(|it| it.id == rule.id) {
            let id = rule.id.to_string();
            let fault = fault_of(&found.lines, number, "id", Cause::SameId { id });
            found.faults.push(fault);
            continue;
        }
        match judges {
            true => rules.push((number, rule)),
            false => open.push(Open {
                number,
                spot: spot.clone(),
                rule,
            }),
        }
    }
    (rules, open)
}

/// Reads a rule as far as it can be read.
pub(super) fn one(found: &mut Found, spot: &Spot<'_>) -> Option<Rule> {
    let fields = found.table(spot, words::RULE)?;
    let id = found.need(&fields, "id").and_then(|it| found.id(&it));
    let provenance = found.need(&fields, "provenance");
    let provenance = provenance.and_then(|it| found.word(&it));
    // A clause that is missing or empty is what the rule itself is asked for.
    let clause = match found.get(&fields, "clause") {
        Some(spot) if !spot.is_blank() => found.line(&spot).map(|line| line.to_string()),
        _ => Some(String::new()),
    };
    let pass = match found.get(&fields, "pass") {
        Some(spot) => pass(found, &spot),
        None => {
            let fault = fields.fault_under("pass", Cause::Rule(rule::Cause::NoCriterion));
            found.faults.push(fault);
            None
        }
    };
    let mut rule = Rule::counting(
        RuleId::from(id.unwrap_or_default()),
        pass.unwrap_or(Pass::All(Vec::new())),
        provenance.unwrap_or(rule::Provenance::Own),
        clause.unwrap_or_default(),
    );
    rule.name = found.get(&fields, "name").and_then(|it| name(found, &it));
    rule.unverified = flag(found, &fields, "unverified");
    if rule.unverified
        && !rule.provenance.has_official_text()
        && let Some(spot) = found.get(&fields, "unverified")
    {
        found.say(&spot, Cause::Rule(rule::Cause::NothingToVerify));
    }
    rule.stricter = flag(found, &fields, "stricter");
    rule.notice = found
        .get(&fields, "notice")
        .and_then(|it| notice(found, &it));
    rule.from = found.get(&fields, "from").and_then(|it| found.day(&it));
    rule.to = found.get(&fields, "to").and_then(|it| found.day(&it));
    if let Some(spot) = found.get(&fields, "question") {
        rule.question = question(found, &spot).unwrap_or_default();
    }
    if let Some(spot) = found.get(&fields, "quorum") {
        rule.quorum = quorum(found, &spot).unwrap_or_default();
    }
    if let Some(spot) = found.get(&fields, "consent") {
        rule.consent = consent(found, &spot).unwrap_or_default();
    }
    rule.bloc = flag(found, &fields, "bloc");
    rule.weights = found
        .get(&fields, "weights")
        .and_then(|it| weights(found, &it));
    let recusal = found.get(&fields, "recusal");
    let recusal = recusal.and_then(|it| found.word(&it));
    rule.recusal = recusal.unwrap_or(RecusalEffect::KeepBase);
    if let Some(spot) = found.get(&fields, "tie") {
        rule.tie = found.words(&spot).unwrap_or_default();
    }
    rule.close = number(found, &fields, "close");
    rule.proxies = found
        .get(&fields, "proxies")
        .and_then(|it| proxies(found, &it));
    if rule.question != Question::YesNo {
        // Unless it is written, of several only numbers are taken.
        rule.methods = vec![Method::Hands, Method::Secret];
    }
    if let Some(spot) = found.get(&fields, "methods") {
        rule.methods = found.words(&spot).unwrap_or_default();
    }
    rule.chair_last = flag(found, &fields, "chair_last");
    rule.online = flag(found, &fields, "online");
    rule.may_agree = flag(found, &fields, "may_agree");
    rule.circulation = flag(found, &fields, "circulation");
    rule.revote = found
        .get(&fields, "revote")
        .and_then(|it| revote(found, &it));
    Some(rule)
}

fn flag(found: &mut Found, fields: &Fields<'_>, name: &str) -> bool {
    let spot = found.get(fields, name);
    spot.and_then(|it| found.flag(&it)).unwrap_or_default()
}

fn number(found: &mut Found, fields: &Fields<'_>, name: &str) -> Option<u32> {
    let spot = found.get(fields, name);
    spot.and_then(|it| found.number(&it))
}

fn needed(found: &mut Found, fields: &Fields<'_>, name: &str) -> Option<u32> {
    let spot = found.need(fields, name);
    spot.and_then(|it| found.number(&it))
}

fn choice<W: Word>(found: &mut Found, fields: &Fields<'_>, name: &str) -> Option<W> {
    let spot = found.need(fields, name);
    spot.and_then(|it| found.word(&it))
}

fn name(found: &mut Found, spot: &Spot<'_>) -> Option<Name> {
    let fields = found.table(spot, words::NAME)?;
    let zh = found.need(&fields, "zh").and_then(|it| found.line(&it));
    let en = found.need(&fields, "en").and_then(|it| found.line(&it));
    Some(Name { zh: zh?, en: en? })
}

fn question(found: &mut Found, spot: &Spot<'_>) -> Option<Question> {
    let fields = found.any_table(spot)?;
    let is: QuestionIs = choice(found, &fields, "is")?;
    found.refuse_unknown(&fields, is.fields());
    match is {
        QuestionIs::YesNo => Some(Question::YesNo),
        QuestionIs::OneOf => {
            let otherwise = choice(found, &fields, "otherwise")?;
            Some(Question::OneOf { otherwise })
        }
        QuestionIs::Seats => Some(Question::Seats {
            spare_percent: number(found, &fields, "spare_percent").unwrap_or_default(),
            write_in: flag(found, &fields, "write_in"),
        }),
    }
}

fn quorum(found: &mut Found, spot: &Spot<'_>) -> Option<Quorum> {
    let fields = found.table(spot, words::QUORUM)?;
    let mut quorum = Quorum::default();
    if let Some(spot) = found.get(&fields, "all_of") {
        let spots = found.list(&spot, MOST_LISTED)?;
        quorum.all_of = spots.iter().filter_map(|it| turnout(found, it)).collect();
    }
    if let Some(spot) = found.get(&fields, "required") {
        let spots = found.list(&spot, MOST_LISTED)?;
        quorum.required = spots.iter().filter_map(|it| required(found, it)).collect();
    }
    quorum.second_call = found
        .get(&fields, "second_call")
        .and_then(|it| second_call(found, &it));
    Some(quorum)
}

fn turnout(found: &mut Found, spot: &Spot<'_>) -> Option<Turnout> {
    let fields = found.table(spot, words::TURNOUT)?;
    let over = over(found, &fields);
    let (comparator, num, den) = share(found, &fields)?;
    Some(Turnout {
        over: over?,
        num,
        den,
        comparator,
    })
}

fn required(found: &mut Found, spot: &Spot<'_>) -> Option<Required> {
    if spot.is_text() {
        return found.only(spot, "chair").then_some(Required::Chair);
    }
    let fields = found.table(spot, words::REQUIRED)?;
    let role = found.need(&fields, "role").and_then(|it| found.line(&it))?;
    Some(Required::Role { role })
}

fn second_call(found: &mut Found, spot: &Spot<'_>) -> Option<SecondCall> {
    let fields = found.table(spot, words::SECOND_CALL)?;
    let within_days = needed(found, &fields, "within_days");
    let notice = found.need(&fields, "notice").and_then(|it| found.line(&it));
    let by = found
        .get(&fields, "by")
        .map(|it| found.id(&it).map(RuleId::from));
    Some(SecondCall {
        within_days: within_days?,
        notice: notice?,
        by: by.flatten(),
    })
}

fn pass(found: &mut Found, spot: &Spot<'_>) -> Option<Pass> {
    let fields = found.table(spot, words::PASS)?;
    let kinds = ["all", "any", "each_village", "fewer_blockers_than"];
    let mut kinds = kinds.into_iter().filter(|kind| fields.has(kind));
    match kinds.next() {
        None if fields.is_empty() => {
            found.say(spot, Cause::Rule(rule::Cause::NoCriterion));
            None
        }
        None => Some(Pass::Reaches(threshold(found, &fields)?)),
        Some("fewer_blockers_than") => {
            alone(found, &fields, words::BLOCKERS)?;
            let over = over(found, &fields);
            let number = needed(found, &fields, "fewer_blockers_than")?;
            Some(Pass::FewerBlockersThan {
                over: over?,
                number,
            })
        }
        Some("each_village") => {
            alone(found, &fields, &["each_village"])?;
            let spot = found.need(&fields, "each_village")?;
            let fields = found.table(&spot, words::SHARE)?;
            Some(Pass::EachVillage(threshold(found, &fields)?))
        }
        Some(kind) => {
            alone(found, &fields, &[kind])?;
            let spot = found.need(&fields, kind)?;
            let parts = found.list(&spot, MOST_LISTED)?;
            let parts: Vec<Option<Pass>> = parts.iter().map(|part| pass(found, part)).collect();
            let parts = parts.into_iter().collect::<Option<Vec<Pass>>>()?;
            Some(if kind == "all" {
                Pass::All(parts)
            } else {
                Pass::Any(parts)
            })
        }
    }
}

/// Refuses what stands beside a demand that stands alone.
fn alone(found: &mut Found, fields: &Fields<'_>, known: &[&str]) -> Option<()> {
    if fields.holds_only(known) {
        return Some(());
    }
    found.faults.push(fields.fault(Cause::OneDemand));
    None
}

fn threshold(found: &mut Found, fields: &Fields<'_>) -> Option<Threshold> {
    let over = over(found, fields);
    let base = choice(found, fields, "of");
    let (comparator, num, den) = share(found, fields)?;
    Some(Threshold {
        over: over?,
        num,
        den,
        comparator,
        base: base?,
    })
}

fn over(found: &mut Found, fields: &Fields<'_>) -> Option<Over> {
    match found.get(fields, "over") {
        Some(spot) => found.word(&spot),
        None => Some(Over::Persons),
    }
}

fn share(found: &mut Found, fields: &Fields<'_>) -> Option<(Comparator, u32, u32)> {
    let more = found.get(fields, "more_than");
    let least = found.get(fields, "at_least");
    let (comparator, spot) = match (more, least) {
        (Some(spot), None) => (Comparator::MoreThan, spot),
        (None, Some(spot)) => (Comparator::AtLeast, spot),
        _ => {
            found.faults.push(fields.fault(Cause::OneComparator));
            return None;
        }
    };
    let (num, den) = found.share(&spot)?;
    Some((comparator, num, den))
}

fn consent(found: &mut Found, spot: &Spot<'_>) -> Option<Consent> {
    let fields = found.any_table(spot)?;
    let is: ConsentIs = choice(found, &fields, "is")?;
    found.refuse_unknown(&fields, is.fields());
    match is {
        ConsentIs::NotAsked => Some(Consent::NotAsked),
        ConsentIs::InVote => {
            let spot = found.need(&fields, "each")?;
            let fields = found.table(&spot, words::SHARE)?;
            let each = threshold(found, &fields)?;
            Some(Consent::InVote { each })
        }
        ConsentIs::OwnBody => {
            let by = found
                .get(&fields, "by")
                .map(|it| found.id(&it).map(RuleId::from));
            Some(Consent::OwnBody {
                by: by.flatten(),
                partial: choice(found, &fields, "partial")?,
                silence_days: number(found, &fields, "silence_days"),
            })
        }
    }
}

fn weights(found: &mut Found, spot: &Spot<'_>) -> Option<Weights> {
    let fields = found.any_table(spot)?;
    let is: WeightsIs = choice(found, &fields, "is")?;
    found.refuse_unknown(&fields, is.fields());
    match is {
        WeightsIs::Fixed => {
            let spot = found.need(&fields, "of")?;
            let of = found.any_table(&spot)?;
            if of.len() > MOST_LISTED {
                let (have, most) = (of.len(), MOST_LISTED);
                found.say(&spot, Cause::TooMany { have, most });
                return None;
            }
            let mut weights = BTreeMap::new();
            for (village, spot) in found.each(&of) {
                let village = found.clean(&spot, village);
                let weight = found.number(&spot);
                if let (Some(village), Some(weight)) = (village, weight) {
                    weights.insert(VillageId::from(village.as_str()), weight);
                }
            }
            Some(Weights::Fixed { of: weights })
        }
        WeightsIs::PerStarted => {
            let each = needed(found, &fields, "each");
            let figure = choice(found, &fields, "figure");
            Some(Weights::PerStarted {
                each: each?,
                figure: figure?,
            })
        }
        WeightsIs::Share => {
            let total = needed(found, &fields, "total");
            let floor = number(found, &fields, "floor").unwrap_or_default();
            let cap = number(found, &fields, "cap").unwrap_or(Weights::MOST);
            let figure = choice(found, &fields, "figure");
            Some(Weights::Share {
                total: total?,
                floor,
                cap,
                figure: figure?,
            })
        }
    }
}

fn proxies(found: &mut Found, spot: &Spot<'_>) -> Option<Proxies> {
    let fields = found.table(spot, words::PROXIES)?;
    let each = needed(found, &fields, "each");
    let in_quorum = flag(found, &fields, "in_quorum");
    Some(Proxies {
        each: each?,
        in_quorum,
    })
}

fn notice(found: &mut Found, spot: &Spot<'_>) -> Option<Notice> {
    let fields = found.table(spot, words::NOTICE)?;
    let days = needed(found, &fields, "days");
    let statute = found.need(&fields, "statute");
    let statute = statute.and_then(|it| found.line(&it));
    Some(Notice {
        days: days?,
        statute: statute?,
    })
}

fn revote(found: &mut Found, spot: &Spot<'_>) -> Option<Revote> {
    let fields = found.table(spot, words::REVOTE)?;
    let rounds = needed(found, &fields, "rounds");
    let days = number(found, &fields, "days").unwrap_or_default();
    Some(Revote {
        rounds: rounds?,
        days,
    })
}
