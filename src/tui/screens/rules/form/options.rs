//! What the fields of a rule's form offer, and what each option means.

use super::parts::{Asking, Call, Formula, Kind, Share, Tree};
use crate::domain::World;
use crate::domain::ids::RuleId;
use crate::domain::rule::{
    Base, Comparator, Consent, Figure, Otherwise, Over, Provenance, Question, RecusalEffect,
    Required, Rule, TieStep, presets,
};
use crate::domain::text::Line;
use crate::i18n::{Language, rule_book as words, rule_sentences, terms};
use crate::tui::widgets::form::{Field, Form};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What a form is about: the rule it began with, and where names come from.
pub(super) struct Asked<'a> {
    pub(super) language: Language,
    pub(super) world: &'a World,
    pub(super) base: &'a Rule,
    pub(super) today: NaiveDate,
}

/// Options with what they mean.
pub(super) struct Offer<T>(Vec<(T, String)>);

impl<T: Clone + PartialEq> Offer<T> {
    /// Makes a choice with one of them taken; the first where that is not offered.
    pub(super) fn field(
        &self,
        name: impl Into<Cow<'static, str>>,
        label: &str,
        taken: &T,
    ) -> Field {
        let at = self.0.iter().position(|(option, _)| option == taken);
        Field::choice(name, label, self.labels(), Some(at.unwrap_or(0)))
    }

    pub(super) fn labels(&self) -> Vec<String> {
        self.0.iter().map(|(_, label)| label.clone()).collect()
    }

    /// Reads a choice of these.
    pub(super) fn read(&self, form: &Form, field: usize) -> Option<T> {
        let (option, _) = self.0.get(form.chosen(field)?)?;
        Some(option.clone())
    }
}

/// The numbers that are offered where a rule names a small one; 0 is none.
const FEW: [u32; 6] = [0, 1, 2, 3, 4, 5];

impl Asked<'_> {
    /// Names options one by one.
    fn offer<T>(options: impl IntoIterator<Item = T>, name: impl Fn(&T) -> String) -> Offer<T> {
        let named = options.into_iter().map(|option| {
            let name = name(&option);
            (option, name)
        });
        Offer(named.collect())
    }

    /// Offers small numbers, and the one the rule has.
    fn few(&self, most: u32, has: u32, none: &str, some: impl Fn(u32) -> String) -> Offer<u32> {
        let few = FEW.into_iter().filter(|number| *number <= most);
        let numbers: BTreeSet<u32> = few.chain([has]).collect();
        Self::offer(numbers, |number| match number {
            0 => none.to_owned(),
            number => some(*number),
        })
    }

    pub(super) fn provenances(&self) -> Offer<Provenance> {
        // What is derived or foreign has to find its clause before it can be adopted.
        let adoptable = Provenance::ALL
            .into_iter()
            .rev()
            .filter(|from| !matches!(from, Provenance::Derived | Provenance::Foreign));
        Self::offer(adoptable, |from| {
            terms::provenance(self.language, *from).to_owned()
        })
    }

    pub(super) fn otherwise(&self) -> Offer<Otherwise> {
        let all = [
            Otherwise::None,
            Otherwise::Most,
            Otherwise::RunOff,
            Otherwise::DropLast,
        ];
        Self::offer(all, |otherwise| {
            match otherwise {
                Otherwise::None => words::otherwise_none(self.language),
                Otherwise::Most => words::otherwise_most(self.language),
                Otherwise::RunOff => words::otherwise_run_off(self.language),
                Otherwise::DropLast => words::otherwise_drop_last(self.language),
            }
            .to_owned()
        })
    }

    /// Offers what can be counted of those who came; weights only where they may be.
    pub(super) fn turnouts(&self, loosens: bool) -> Offer<Option<Over>> {
        let overs = Over::ALL
            .into_iter()
            .filter(|over| loosens || *over != Over::Weights)
            .map(Some);
        Self::offer(std::iter::once(None).chain(overs), |over| match over {
            None => words::turnout_none(self.language).to_owned(),
            Some(over) => self.over(*over),
        })
    }

    fn over(&self, over: Over) -> String {
        words::over(self.language, terms::over_key(over))
    }

    /// Offers the shares that clerks know, and those of the rule itself.
    pub(super) fn shares(&self) -> Offer<Share> {
        let each = |(num, den): (u32, u32)| {
            [Comparator::MoreThan, Comparator::AtLeast].map(|comparator| Share {
                num,
                den,
                comparator,
            })
        };
        let mut shares: Vec<Share> = Share::PARTS.into_iter().flat_map(each).collect();
        shares.push(Share::ALL);
        let quorum = self.base.quorum.all_of.iter();
        let quorum = quorum.map(|turnout| turnout.threshold());
        let consent = match &self.base.consent {
            Consent::InVote { each } => Some(*each),
            _ => None,
        };
        let own = self.base.pass.thresholds().into_iter();
        for threshold in own.chain(quorum).chain(consent) {
            let share = Share::from(threshold);
            if threshold.base != Base::Against && !shares.contains(&share) {
                shares.push(share);
            }
        }
        Self::offer(shares, |share| share.label(self.language))
    }

    /// Returns the roles somebody may have to be there in: those of the roster, and those of the rule.
    pub(super) fn roles(&self) -> Vec<Line> {
        let named = self
            .base
            .quorum
            .required
            .iter()
            .filter_map(|who| match who {
                Required::Role { role } => Some(role.clone()),
                Required::Chair => None,
            });
        let seats = self.world.seats.values().map(|seat| seat.role.clone());
        let roles: BTreeSet<Line> = named.chain(seats).collect();
        roles.into_iter().collect()
    }

    pub(super) fn calls(&self, loosens: bool) -> Offer<Call> {
        let any = loosens.then_some(Call::AnyNumber);
        let by = self.rules().into_iter().map(Call::By);
        let all = std::iter::once(Call::None).chain(any).chain(by);
        Self::offer(all, |call| match call {
            Call::None => words::call_none(self.language).to_owned(),
            Call::AnyNumber => words::call_any(self.language).to_owned(),
            Call::By(rule) => {
                words::by_rule(self.language, terms::rule(self.language, self.world, rule))
            }
        })
    }

    /// Returns the rules another can refer to: what is in force, then what is shipped.
    fn rules(&self) -> Vec<RuleId> {
        let adopted = self.world.rules_on(self.today).into_iter();
        let adopted = adopted.map(|adopted| adopted.id.clone());
        let shipped = presets().iter().map(|rule| rule.id.clone());
        adopted.chain(shipped).collect()
    }

    pub(super) fn trees(&self) -> Offer<Tree> {
        let kept = matches!(Tree::of(&self.base.pass), (Tree::Kept, _)).then_some(Tree::Kept);
        // Each name of a slate is held against one demand of persons.
        let several = [Tree::All, Tree::Any].into_iter();
        let several = several.filter(|_| self.base.question == Question::YesNo);
        let all = kept.into_iter().chain([Tree::One]).chain(several);
        Self::offer(all, |tree| {
            match tree {
                Tree::One => words::tree_one(self.language),
                Tree::All => words::tree_all(self.language),
                Tree::Any => words::tree_any(self.language),
                Tree::Kept => words::tree_kept(self.language),
            }
            .to_owned()
        })
    }

    /// Offers what a criterion can look at; the first must look at something.
    pub(super) fn kinds(&self, at: usize, loosens: bool) -> Offer<Kind> {
        let yes_no = self.base.question == Question::YesNo;
        let none = (at > 0).then_some(Kind::Nothing);
        let overs = Over::ALL
            .into_iter()
            .filter(|over| match over {
                Over::Persons => true,
                Over::Weights => yes_no && loosens,
                Over::Villages | Over::Households | Over::Shares | Over::Women => yes_no,
            })
            .map(Kind::Of);
        let more = [
            Kind::EachVillage,
            Kind::Blockers(Over::Persons),
            Kind::Blockers(Over::Villages),
        ];
        let more = more.into_iter().filter(|_| yes_no);
        let all = none.into_iter().chain(overs).chain(more);
        Self::offer(all, |kind| match kind {
            Kind::Nothing => words::kind_none(self.language).to_owned(),
            Kind::Of(over) => self.over(*over),
            Kind::EachVillage => words::kind_each_village(self.language).to_owned(),
            Kind::Blockers(Over::Villages) => {
                words::kind_blocking_villages(self.language).to_owned()
            }
            Kind::Blockers(_) => words::kind_blocking_persons(self.language).to_owned(),
        })
    }

    pub(super) fn bases(&self) -> Offer<Base> {
        let yes_no = self.base.question == Question::YesNo;
        let bases = Base::ALL
            .into_iter()
            .filter(|base| yes_no || *base != Base::Against);
        Self::offer(bases, |base| match base {
            Base::Against => words::base_against(self.language).to_owned(),
            base => terms::base(self.language, *base).to_owned(),
        })
    }

    pub(super) fn consents(&self) -> Offer<Asking> {
        let all = [
            Asking::Nobody,
            Asking::InVote,
            Asking::AllMust,
            Asking::AgreeingGoOn,
        ];
        Self::offer(all, |asking| {
            match asking {
                Asking::Nobody => words::consent_nobody(self.language),
                Asking::InVote => words::consent_in_vote(self.language),
                Asking::AllMust => words::consent_all_must(self.language),
                Asking::AgreeingGoOn => words::consent_agreeing(self.language),
            }
            .to_owned()
        })
    }

    /// Offers the rule by which a village's own body decides.
    pub(super) fn bodies(&self) -> Offer<Option<RuleId>> {
        let rules = self.rules().into_iter().map(Some);
        Self::offer(std::iter::once(None).chain(rules), |rule| match rule {
            None => words::body_own(self.language).to_owned(),
            Some(rule) => {
                words::by_rule(self.language, terms::rule(self.language, self.world, rule))
            }
        })
    }

    pub(super) fn weights(&self) -> Offer<Formula> {
        let mut all = vec![Formula::PerStarted, Formula::Share];
        if !self.world.villages.is_empty() {
            all.push(Formula::Fixed);
        }
        Self::offer(all, |formula| {
            match formula {
                Formula::PerStarted => words::weights_started(self.language),
                Formula::Share => words::weights_share(self.language),
                Formula::Fixed => words::weights_fixed(self.language),
            }
            .to_owned()
        })
    }

    pub(super) fn figures(&self) -> Offer<Figure> {
        Self::offer(Figure::ALL, |figure| {
            match figure {
                Figure::Inhabitants => words::figure_inhabitants(self.language),
                Figure::Households => words::figure_households(self.language),
                Figure::Shares => words::figure_shares(self.language),
            }
            .to_owned()
        })
    }

    pub(super) fn recusals(&self, loosens: bool) -> Offer<RecusalEffect> {
        let effects = RecusalEffect::ALL
            .into_iter()
            .filter(|effect| loosens || *effect != RecusalEffect::Waive);
        Self::offer(effects, |effect| {
            terms::recusal_effect(self.language, *effect).to_owned()
        })
    }

    pub(super) fn steps(&self, loosens: bool) -> Offer<Option<TieStep>> {
        let steps = TieStep::ALL
            .into_iter()
            .filter(|step| loosens || !matches!(step, TieStep::ChairCasts | TieStep::Lot))
            .map(Some);
        Self::offer(std::iter::once(None).chain(steps), |step| match step {
            None => words::tie_ends(self.language).to_owned(),
            Some(step) => rule_sentences::tie_step(self.language, *step),
        })
    }

    pub(super) fn closes(&self) -> Offer<Option<u32>> {
        let numbers: BTreeSet<u32> = FEW.into_iter().skip(1).chain(self.base.close).collect();
        let all = std::iter::once(None).chain(numbers.into_iter().map(Some));
        Self::offer(all, |votes| match votes {
            None => words::close_none(self.language).to_owned(),
            Some(votes) => words::close_by(self.language, *votes),
        })
    }

    pub(super) fn proxies(&self) -> Offer<u32> {
        let has = self.base.proxies.map_or(0, |proxies| proxies.each);
        self.few(3, has, words::proxies_none(self.language), |each| {
            words::proxies_each(self.language, each)
        })
    }

    pub(super) fn rounds(&self) -> Offer<u32> {
        let has = self.base.revote.map_or(0, |revote| revote.rounds);
        self.few(5, has, words::rounds_none(self.language), |rounds| {
            words::rounds_most(self.language, rounds)
        })
    }
}
