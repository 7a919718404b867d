//! Whether a rule says what the clause it cites says, as far as that clause is shipped; or more, where
//! the clause lets itself be tightened (CEO law art. 27).

use super::{Comparator, Consent, Method, Pass, Provenance, RecusalEffect, Rule, Turnout, presets};
use std::cmp::Ordering;

/// Says whether a rule may go on calling itself law or Party: it says what its clause says, or the
/// clause lets it ask for more and it asks for more alone. Of a clause that is not shipped nobody here
/// knows what it says.
#[must_use]
pub(super) fn keeps_to_its_clause(rule: &Rule) -> bool {
    if !matches!(rule.provenance, Provenance::Law | Provenance::Party) {
        return true;
    }
    let cited = |it: &Rule| it.clause.trim() == rule.clause.trim();
    let shipped: Vec<Rule> = presets().iter().filter(|it| cited(it)).cloned().collect();
    shipped.is_empty()
        || shipped
            .iter()
            .any(|clause| says_the_same(rule, clause) || clause.stricter && asks_more(rule, clause))
}

impl Rule {
    /// Says whether the clause it cites lets somebody vote for another and the rule leaves that out: proxies are the
    /// committee's own to allow (CEO law art. 27 lets a capable member of the same household be entrusted in writing).
    #[must_use]
    pub fn leaves_out_proxies(&self) -> bool {
        self.proxies.is_none() && self.clause.trim() == presets::COLLECTIVES_27
    }
}

/// Says whether two rules decide alike, whatever they are called and whenever they are in force.
fn says_the_same(rule: &Rule, clause: &Rule) -> bool {
    let named = Rule {
        id: clause.id.clone(),
        name: clause.name.clone(),
        reckoned: clause.reckoned.clone(),
        provenance: clause.provenance,
        clause: clause.clause.clone(),
        unverified: clause.unverified,
        stricter: clause.stricter,
        from: clause.from,
        to: clause.to,
        ..rule.clone()
    };
    named == *clause
}

/// Says whether a rule demands everything its clause demands, and allows nothing that one does not.
fn asks_more(rule: &Rule, clause: &Rule) -> bool {
    let turnouts = &clause.quorum.all_of;
    let quorum = turnouts
        .iter()
        .all(|it| rule.quorum.all_of.iter().any(|own| covers(own, it)));
    let required = &clause.quorum.required;
    let required = required.iter().all(|it| rule.quorum.required.contains(it));
    let called_again =
        rule.quorum.second_call.is_none() || rule.quorum.second_call == clause.quorum.second_call;
    let consent = rule.consent == clause.consent || clause.consent == Consent::NotAsked;
    let recusal = rule.recusal == clause.recusal || rule.recusal == RecusalEffect::KeepBase;
    let methods = |method: &Method| clause.methods.contains(method);
    let like = Rule {
        quorum: clause.quorum.clone(),
        pass: clause.pass.clone(),
        consent: clause.consent.clone(),
        recusal: clause.recusal,
        methods: clause.methods.clone(),
        chair_last: clause.chair_last,
        online: clause.online,
        may_agree: clause.may_agree,
        close: clause.close,
        revote: clause.revote,
        notice: if longer(rule, clause) {
            clause.notice.clone()
        } else {
            rule.notice.clone()
        },
        ..rule.clone()
    };
    quorum
        && required
        && called_again
        && consent
        && recusal
        && rule.methods.iter().all(methods)
        && (rule.chair_last || !clause.chair_last)
        && (clause.online || !rule.online)
        && (clause.may_agree || !rule.may_agree)
        && implies(&rule.pass, &clause.pass)
        && says_the_same(&like, clause)
}

/// Says whether the notice of a rule is no shorter than that of its clause.
fn longer(rule: &Rule, clause: &Rule) -> bool {
    let days = |it: &Rule| it.notice.as_ref().map_or(0, |notice| notice.days);
    days(rule) >= days(clause)
}

fn covers(own: &Turnout, asked: &Turnout) -> bool {
    let (own, asked) = (own.threshold(), asked.threshold());
    implies(&Pass::Reaches(own), &Pass::Reaches(asked))
}

/// Says whether what reaches the one always reaches the other; where that takes more than a look at
/// the numbers, it is not said.
fn implies(own: &Pass, asked: &Pass) -> bool {
    match (own, asked) {
        (Pass::Reaches(own), Pass::Reaches(asked))
        | (Pass::EachVillage(own), Pass::EachVillage(asked)) => {
            let shares = u64::from(own.num) * u64::from(asked.den);
            let shares = shares.cmp(&(u64::from(asked.num) * u64::from(own.den)));
            let sharper =
                own.comparator == asked.comparator || own.comparator == Comparator::MoreThan;
            (own.over, own.base) == (asked.over, asked.base)
                && match shares {
                    Ordering::Greater => true,
                    Ordering::Equal => sharper,
                    Ordering::Less => false,
                }
        }
        (Pass::All(of), _) if own != asked => of.iter().any(|part| implies(part, asked)),
        _ => own == asked,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::rule::{Base, Over, Quorum, Threshold, TieStep, preset};

    /// Of the members of a collective two thirds must come and two thirds of all be for it, and a
    /// charter may ask for more.
    fn collective() -> Rule {
        preset("collective-members").unwrap()
    }

    fn kept(change: impl FnOnce(&mut Rule)) -> bool {
        let mut rule = collective();
        rule.id = "copy".into();
        change(&mut rule);
        keeps_to_its_clause(&rule)
    }

    #[test]
    fn a_copy_may_be_tightened_where_its_clause_says_so_and_never_loosened() {
        let share = |num, den| Pass::Reaches(Threshold::at_least(num, den, Base::Entitled));
        let more = Pass::Reaches(Threshold {
            comparator: Comparator::MoreThan,
            ..Threshold::at_least(2, 3, Base::Entitled)
        });
        assert!(kept(|_| {}));
        assert!(kept(|it| it.pass = share(3, 4)));
        assert!(kept(|it| it.pass = more));
        assert!(kept(
            |it| it.pass = Pass::All(vec![share(2, 3), share(1, 5)])
        ));
        assert!(kept(|it| it.chair_last = true));
        assert!(kept(|it| it.online = false));
        assert!(kept(|it| it.methods = vec![Method::Secret]));
        assert!(kept(|it| it
            .quorum
            .all_of
            .push(Turnout::MORE_THAN_HALF.over(Over::Women))));

        assert!(!kept(|it| it.pass = share(3, 5)));
        assert!(!kept(
            |it| it.pass = Pass::Any(vec![share(2, 3), share(1, 5)])
        ));
        assert!(!kept(|it| {
            it.pass = Pass::Reaches(Threshold::at_least(2, 3, Base::Present));
        }));
        assert!(!kept(|it| it.quorum = Quorum::default()));
        assert!(!kept(|it| it.quorum = Quorum::of(Turnout::MORE_THAN_HALF)));
        assert!(!kept(|it| it.recusal = RecusalEffect::ReduceBase));
        assert!(!kept(|it| it.may_agree = true));
        assert!(!kept(|it| it.tie = vec![TieStep::Defer]));
        assert!(!kept(|it| it.methods.push(Method::ByVillage)));
    }

    /// What is written beside a rule, whoever copies it, is none of what it decides.
    #[test]
    fn a_copy_may_have_a_name_a_term_and_a_day_of_its_own() {
        let line = |it: &str| crate::domain::text::Line::new(it).unwrap();
        let day = |it: &str| it.parse().unwrap();
        let mut rule = preset("village-representatives").unwrap();
        rule.name = Some(crate::domain::rule::Name {
            zh: line("村民代表会议"),
            en: line("Village representatives"),
        });
        rule.clause.push(' ');
        rule.reckoned.insert("v1".into(), 1);
        rule.from = Some(day("2026-01-01"));
        rule.to = Some(day("2026-12-31"));
        rule.unverified = !rule.unverified;
        rule.stricter = !rule.stricter;
        rule.provenance = Provenance::Party;
        assert!(keeps_to_its_clause(&rule));
    }

    #[test]
    fn each_demand_of_a_clause_is_kept_by_itself() {
        use crate::domain::rule::{Partial, Required, Revote, SecondCall};
        let base = Rule {
            quorum: Quorum {
                all_of: vec![
                    Turnout::TWO_THIRDS,
                    Turnout::MORE_THAN_HALF.over(Over::Women),
                ],
                required: vec![Required::Chair],
                second_call: None,
            },
            recusal: RecusalEffect::ReduceBase,
            close: Some(1),
            revote: Some(Revote { rounds: 2, days: 1 }),
            ..collective()
        };
        let call = |within_days| {
            Some(SecondCall {
                within_days,
                notice: crate::domain::text::Line::new("人数不足的，另行召开。").unwrap(),
                by: None,
            })
        };
        let body = |partial| Consent::OwnBody {
            by: None,
            partial,
            silence_days: None,
        };
        let more = |rule: &dyn Fn(&mut Rule), clause: &dyn Fn(&mut Rule)| {
            let (mut own, mut asked) = (base.clone(), base.clone());
            rule(&mut own);
            clause(&mut asked);
            asks_more(&own, &asked)
        };
        let same = |_: &mut Rule| {};
        assert!(more(&same, &same));
        // Each turnout, and whoever must be there.
        assert!(!more(&|it| it.quorum.all_of.truncate(1), &same));
        assert!(!more(&|it| it.quorum.all_of.swap(0, 1), &|it| it
            .quorum
            .all_of
            .push(Turnout::MORE_THAN_HALF.over(Over::Villages))));
        assert!(more(&|it| it.quorum.all_of.swap(0, 1), &same));
        assert!(!more(&|it| it.quorum.required.clear(), &same));
        assert!(more(&same, &|it| it.quorum.required.clear()));
        // No second call is more than one; another one is not.
        assert!(more(&same, &|it| it.quorum.second_call = call(7)));
        assert!(more(&|it| it.quorum.second_call = call(7), &|it| it
            .quorum
            .second_call =
            call(7)));
        assert!(!more(&|it| it.quorum.second_call = call(3), &|it| it
            .quorum
            .second_call =
            call(7)));
        assert!(!more(&|it| it.quorum.second_call = call(7), &same));
        // The consent of the villages.
        assert!(more(&|it| it.consent = body(Partial::AllMust), &same));
        assert!(!more(&same, &|it| it.consent = body(Partial::AllMust)));
        assert!(!more(
            &|it| it.consent = body(Partial::AgreeingGoOn),
            &|it| it.consent = body(Partial::AllMust)
        ));
        assert!(more(&|it| it.consent = body(Partial::AllMust), &|it| it
            .consent =
            body(Partial::AllMust)));
        // Whoever withdraws stays in 应到会, or does as the clause says.
        assert!(more(&|it| it.recusal = RecusalEffect::KeepBase, &same));
        assert!(!more(&|it| it.recusal = RecusalEffect::Waive, &same));
        assert!(!more(&|it| it.recusal = RecusalEffect::Waive, &|it| it
            .recusal =
            RecusalEffect::KeepBase));
        // What a clause allows may be left out, and what it demands may not.
        assert!(more(&|it| it.may_agree = false, &|it| it.may_agree = true));
        assert!(!more(&|it| it.may_agree = true, &|it| it.may_agree = false));
        assert!(more(&|it| it.online = false, &|it| it.online = true));
        assert!(!more(&|it| it.online = true, &|it| it.online = false));
        assert!(more(&|it| it.chair_last = true, &|it| it.chair_last = false));
        assert!(!more(&|it| it.chair_last = false, &|it| it.chair_last = true));
        assert!(more(&|it| it.close = Some(2), &same));
        assert!(more(&|it| it.revote = None, &same));
        assert!(!more(&|it| it.bloc = true, &same));
    }

    #[test]
    fn a_part_of_a_tree_implies_what_it_asks_itself() {
        let share = |num, den| Pass::Reaches(Threshold::at_least(num, den, Base::Entitled));
        let all = |of: &[Pass]| Pass::All(of.to_vec());
        assert!(implies(&all(&[share(1, 5), share(3, 4)]), &share(2, 3)));
        assert!(!implies(&all(&[share(1, 5), share(1, 2)]), &share(2, 3)));
        let tree = all(&[share(1, 5), share(1, 2)]);
        assert!(implies(&tree, &tree));
        assert!(implies(&all(&[]), &all(&[])));
        assert!(!implies(&share(2, 3), &tree));
    }

    #[test]
    fn a_clause_that_says_nothing_of_more_is_kept_to_the_letter() {
        let mut rule = preset("village-representatives").unwrap();
        assert!(keeps_to_its_clause(&rule));
        rule.pass = Pass::Reaches(Threshold::at_least(2, 3, Base::Present));
        assert!(!keeps_to_its_clause(&rule));
        // A copy does not allow itself what its clause does not.
        rule.stricter = true;
        assert!(!keeps_to_its_clause(&rule));
        rule.provenance = Provenance::Own;
        assert!(keeps_to_its_clause(&rule));
        rule.provenance = Provenance::Law;
        rule.clause = "一条没有收进来的规定".to_owned();
        assert!(keeps_to_its_clause(&rule));
    }
}
