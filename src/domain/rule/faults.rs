//! What keeps a rule from being one: each fault with its place.

use super::clause::keeps_to_its_clause;
use super::{
    Base, Comparator, Consent, Method, Over, Pass, Provenance, Question, Rule, Threshold, TieStep,
    Weights,
};
use crate::domain::ids::RuleId;
use serde::{Deserialize, Serialize};

/// The most leaves the tree of a rule may have.
pub const MOST_LEAVES: usize = 16;
/// The most branches above a leaf.
pub const MOST_DEPTH: usize = 4;
/// The greatest number of a fraction.
pub const MOST_PARTS: u32 = 1000;
/// The greatest number of days, rounds, papers and votes between two sides.
pub const MOST_COUNTED: u32 = 10_000;
/// The most turnouts, required people and steps of a tie.
pub const MOST_LISTED: usize = 8;

/// One thing that keeps a rule from being one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleFault {
    /// Where, as the rule's file writes it: `pass.all[1].num`.
    pub at: String,
    /// What.
    pub cause: Cause,
}

/// What is wrong with a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Nothing says what the votes for must reach.
    NoCriterion,
    /// A fraction without parts: nothing over nothing.
    NoParts,
    /// A fraction over one.
    OverOne,
    /// More than the whole: no vote reaches it.
    NeverReached,
    /// The numbers of a fraction are past what any rule needs.
    TooFine,
    /// More criteria, or deeper ones, than anybody can read out.
    TooMuch,
    /// No way to take the vote.
    NoMethod,
    /// Papers alone are counted by villages, and a village of fewer than three papers has no other way.
    SecretAlone,
    /// Proxies, and no vote by name in which they could be cast.
    ProxiesUnnamed,
    /// Listed twice.
    Twice,
    /// That way of voting cannot know what the rule counts.
    BaseUnknown {
        /// The way.
        method: Method,
    },
    /// Weights are counted and nothing says what a village weighs.
    WeightsMissing,
    /// A weight is laid down for a village the committee has not.
    VillageUnknown,
    /// None of those entitled to the vote has a weight.
    NobodyWeighs,
    /// A number that must be 1 at least.
    Zero,
    /// A number past what any rule needs.
    TooLarge,
    /// A weight past what sums keep exact.
    WeighsTooMuch,
    /// The least a village has is more than the most it has.
    FloorOverCap,
    /// The least every village has comes to more than there is to share out.
    FloorsOverTotal {
        /// So many villages have one.
        villages: u32,
        /// What their floors come to.
        sum: u64,
    },
    /// The most every village may have comes to less than there is to share out.
    CapsUnderTotal {
        /// So many villages may have it.
        villages: u32,
        /// What their caps come to.
        sum: u64,
    },
    /// Nothing to be shared out.
    NothingToShare,
    /// No clause is cited.
    CitationMissing,
    /// It calls itself law or Party and says something else than the clause it cites.
    NotItsClause,
    /// The committee's own rule is called not held against an official text, and there is none.
    NothingToVerify,
    /// A derived or foreign rule is not adopted as it is.
    NotItsOwn,
    /// No name in one of the languages.
    NameMissing,
    /// Only a committee's own rules may say so.
    OwnOnly,
    /// Only samples of foreign bodies know it.
    ForeignOnly,
    /// The chair cannot cast a vote where ballots are secret.
    CastingSecretly,
    /// The second call sits by a rule whose second call leads back here.
    Circular,
    /// The second call sits by a rule that is not known.
    UnknownRule,
    /// A term of no days, or a sentence of no words.
    Empty,
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// People are elected without anybody's name.
    ElectedByName,
    /// People cannot be elected, or one of several chosen, by that way or with that demand.
    NotForThatQuestion,
    /// A tie is voted on again, and no second round is allowed.
    NoSecondRound,
    /// Of several, those with as many votes are voted on again: no other path is taken.
    TiedVotedAgain,
    /// Of several, no two sides are close: only for and against are.
    CloseOfSeveral,
}

/// Returns everything that keeps a rule from being one, in the order of its parts. `known` finds the
/// rules a second call may sit by.
#[must_use]
pub fn faults(rule: &Rule, known: impl Fn(&RuleId) -> Option<Rule>) -> Vec<RuleFault> {
    let mut found = Found(Vec::new());
    found.quorum(rule, &known);
    found.pass("pass", &rule.pass, 0);
    if rule.pass.leaves() == 0 {
        found.say("pass", Cause::NoCriterion);
    }
    if rule.pass.leaves() > MOST_LEAVES || rule.pass.depth() > MOST_DEPTH {
        found.say("pass", Cause::TooMuch);
    }
    found.consent(rule);
    found.weights(rule);
    found.question(rule);
    found.methods(rule);
    found.tie(rule);
    found.provenance(rule);
    found.0
}

struct Found(Vec<RuleFault>);

impl Found {
    fn say(&mut self, at: impl Into<String>, cause: Cause) {
        self.0.push(RuleFault {
            at: at.into(),
            cause,
        });
    }

    fn fraction(&mut self, at: &str, num: u32, den: u32) {
        if num == 0 || den == 0 {
            self.say(at, Cause::NoParts);
        } else if num > den {
            self.say(at, Cause::OverOne);
        } else if den > MOST_PARTS {
            self.say(at, Cause::TooFine);
        }
    }

    fn bounded(&mut self, at: &str, number: u32) {
        if number > MOST_COUNTED {
            self.say(at, Cause::TooLarge);
        }
    }

    fn counted(&mut self, at: &str, number: u32) {
        if number == 0 {
            self.say(at, Cause::Zero);
        }
        self.bounded(at, number);
    }

    fn threshold(&mut self, at: &str, threshold: &Threshold) {
        self.fraction(at, threshold.num, threshold.den);
        if threshold.num == threshold.den
            && threshold.den > 0
            && threshold.comparator == Comparator::MoreThan
            && threshold.base != Base::Against
        {
            self.say(at, Cause::NeverReached);
        }
    }

    fn quorum(&mut self, rule: &Rule, known: &impl Fn(&RuleId) -> Option<Rule>) {
        let quorum = &rule.quorum;
        if quorum.all_of.len().max(quorum.required.len()) > MOST_LISTED {
            self.say("quorum", Cause::TooMuch);
        }
        for (at, turnout) in quorum.all_of.iter().enumerate() {
            self.threshold(&format!("quorum.all_of[{at}]"), &turnout.threshold());
        }
        if let Some(call) = &quorum.second_call {
            self.counted("quorum.second_call.within_days", call.within_days);
            let at = "quorum.second_call.by";
            match &call.by {
                None if !rule.provenance.may_loosen() => self.say(at, Cause::OwnOnly),
                None => {}
                Some(by) => self.follow(at, rule, by.clone(), known),
            }
        }
    }

    /// Follows the second calls to their end.
    fn follow(
        &mut self,
        at: &str,
        rule: &Rule,
        mut next: RuleId,
        known: &impl Fn(&RuleId) -> Option<Rule>,
    ) {
        let mut passed = vec![rule.id.clone()];
        loop {
            if passed.contains(&next) || passed.len() > MOST_LISTED {
                return self.say(at, Cause::Circular);
            }
            let Some(found) = known(&next) else {
                return self.say(at, Cause::UnknownRule);
            };
            passed.push(next);
            match found.quorum.second_call.and_then(|call| call.by) {
                None => return,
                Some(by) => next = by,
            }
        }
    }

    fn pass(&mut self, at: &str, pass: &Pass, depth: usize) {
        if depth > MOST_DEPTH {
            return;
        }
        match pass {
            Pass::Reaches(threshold) => self.threshold(at, threshold),
            Pass::EachVillage(threshold) => {
                let at = format!("{at}.each_village");
                self.threshold(&at, threshold);
                if threshold.over != Over::Persons {
                    self.say(format!("{at}.over"), Cause::NotForThatQuestion);
                }
            }
            Pass::FewerBlockersThan { number, .. } => {
                if *number == 0 {
                    self.say(format!("{at}.fewer_blockers_than"), Cause::Zero);
                }
            }
            Pass::All(of) | Pass::Any(of) => {
                let name = if matches!(pass, Pass::All(_)) {
                    "all"
                } else {
                    "any"
                };
                if of.is_empty() {
                    self.say(format!("{at}.{name}"), Cause::NoCriterion);
                }
                for (place, part) in of.iter().enumerate().take(MOST_LEAVES) {
                    self.pass(&format!("{at}.{name}[{place}]"), part, depth + 1);
                }
            }
        }
    }

    fn consent(&mut self, rule: &Rule) {
        match &rule.consent {
            Consent::NotAsked => {}
            Consent::InVote { each } => {
                self.threshold("consent.each", each);
                if each.over != Over::Persons {
                    self.say("consent.each.over", Cause::NotForThatQuestion);
                }
            }
            Consent::OwnBody { silence_days, .. } => {
                if silence_days.is_some() && rule.provenance != Provenance::Foreign {
                    self.say("consent.silence_days", Cause::ForeignOnly);
                }
            }
        }
    }

    fn weights(&mut self, rule: &Rule) {
        let over_quorum = rule.quorum.all_of.iter().map(|turnout| turnout.over);
        let counted = rule.pass.counted().into_iter().chain(over_quorum);
        if counted.into_iter().any(|over| over == Over::Weights) && rule.weights.is_none() {
            self.say("weights", Cause::WeightsMissing);
        }
        match &rule.weights {
            None => {}
            Some(Weights::Fixed { of }) => {
                if of.values().any(|weight| *weight > Weights::MOST) {
                    self.say("weights.of", Cause::WeighsTooMuch);
                }
                if of.values().all(|weight| *weight == 0) {
                    self.say("weights.of", Cause::WeightsMissing);
                }
            }
            Some(Weights::PerStarted { each: 0, .. }) => {
                self.say("weights.each", Cause::Zero);
            }
            Some(Weights::Share {
                total, floor, cap, ..
            }) => {
                if *total == 0 {
                    self.say("weights.total", Cause::NothingToShare);
                }
                for (at, number) in [("weights.total", total), ("weights.cap", cap)] {
                    if *number > Weights::MOST {
                        self.say(at, Cause::WeighsTooMuch);
                    }
                }
                if floor > cap {
                    self.say("weights.floor", Cause::FloorOverCap);
                }
            }
            Some(Weights::PerStarted { .. }) => {}
        }
    }

    fn question(&mut self, rule: &Rule) {
        if rule.question == Question::YesNo {
            return;
        }
        // Several names on a ballot have no votes against them, no village speaks with one voice, and
        // each name is held against one demand of persons.
        let one_demand = match rule.pass.thresholds().as_slice() {
            [one] => one.over == Over::Persons && one.base != Base::Against,
            _ => false,
        };
        if !one_demand || rule.pass.leaves() > 1 || rule.asks_villages() {
            self.say("pass", Cause::NotForThatQuestion);
        }
        if rule.may_agree {
            self.say("may_agree", Cause::NotForThatQuestion);
        }
        if let Question::Seats { spare_percent, .. } = rule.question
            && spare_percent > 100
        {
            self.say("question.spare_percent", Cause::OverOne);
        }
    }

    fn methods(&mut self, rule: &Rule) {
        if rule.methods.is_empty() {
            self.say("methods", Cause::NoMethod);
        }
        for (at, method) in rule.methods.iter().enumerate().take(MOST_LISTED) {
            let place = format!("methods[{at}]");
            if rule
                .methods
                .iter()
                .take(at)
                .any(|earlier| earlier == method)
            {
                self.say(place, Cause::Twice);
            } else if !rule.question.may_be_asked(*method) {
                let elects = matches!(rule.question, Question::Seats { .. });
                let cause = match elects && *method == Method::ByName {
                    true => Cause::ElectedByName,
                    false => Cause::NotForThatQuestion,
                };
                self.say(place, cause);
            } else if !rule.allows(*method) {
                self.say(place, Cause::BaseUnknown { method: *method });
            }
        }
        if rule.methods == [Method::Secret] && rule.allows(Method::Secret) && rule.asks_villages() {
            self.say("methods", Cause::SecretAlone);
        }
        if rule.methods.len() > MOST_LISTED {
            self.say("methods", Cause::TooMuch);
        }
    }

    fn tie(&mut self, rule: &Rule) {
        if rule.question != Question::YesNo && !rule.tie.is_empty() {
            return self.say("tie", Cause::TiedVotedAgain);
        }
        for (at, step) in rule.tie.iter().enumerate().take(MOST_LISTED) {
            let place = format!("tie[{at}]");
            if rule.tie.iter().take(at).any(|earlier| earlier == step) {
                self.say(place, Cause::Twice);
                continue;
            }
            let loosens = matches!(step, TieStep::ChairCasts | TieStep::Lot);
            if loosens && !rule.provenance.may_loosen() {
                self.say(place.clone(), Cause::OwnOnly);
            }
            if *step == TieStep::ChairCasts && rule.methods == [Method::Secret] {
                self.say(place, Cause::CastingSecretly);
            }
        }
        if rule.tie.len() > MOST_LISTED {
            self.say("tie", Cause::TooMuch);
        }
        if rule.tie.contains(&TieStep::SecondVote)
            && rule.revote.is_some_and(|revote| revote.rounds == 1)
        {
            self.say("revote.rounds", Cause::NoSecondRound);
        }
    }

    fn provenance(&mut self, rule: &Rule) {
        if rule.clause.trim().is_empty() {
            self.say("clause", Cause::CitationMissing);
        }
        if !keeps_to_its_clause(rule) {
            self.say("provenance", Cause::NotItsClause);
        }
        if let Some(proxies) = rule.proxies {
            if !rule.provenance.may_loosen() {
                self.say("proxies", Cause::OwnOnly);
            }
            self.counted("proxies.each", proxies.each);
            // Hands, papers and villages do not show which vote was cast for whom.
            if !rule.methods.is_empty() && !rule.allows(Method::ByName) {
                self.say("proxies", Cause::ProxiesUnnamed);
            }
        }
        if rule.weights.is_some() && !rule.provenance.may_loosen() {
            self.say("weights", Cause::OwnOnly);
        }
        if rule.recusal == super::RecusalEffect::Waive && !rule.provenance.may_loosen() {
            self.say("recusal", Cause::OwnOnly);
        }
        if rule.circulation && rule.provenance != Provenance::Foreign {
            self.say("circulation", Cause::ForeignOnly);
        }
        if let Some(revote) = rule.revote {
            self.counted("revote.rounds", revote.rounds);
            self.bounded("revote.days", revote.days);
        }
        match rule.close {
            Some(_) if rule.question != Question::YesNo => self.say("close", Cause::CloseOfSeveral),
            close => self.bounded("close", close.unwrap_or_default()),
        }
        let notice = rule.notice.as_ref().map(|notice| notice.days);
        self.bounded("notice.days", notice.unwrap_or_default());
        if let (Some(from), Some(to)) = (rule.from, rule.to)
            && to < from
        {
            self.say("to", Cause::EndsBeforeItBegins);
        }
    }
}
