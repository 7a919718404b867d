//! A rule read from its form.

use super::fields::*;
use super::options::Asked;
use super::parts::{Asking, Call, Formula, Kind, Leaf, Share, Tree};
use crate::domain::dates::read_day;
use crate::domain::rule::{
    Base, Consent, Figure, Method, Name, Otherwise, Over, Partial, Pass, Provenance, Proxies,
    Question, Quorum, RecusalEffect, Required, Revote, Rule, SecondCall, Threshold, Turnout,
    Weights,
};
use crate::domain::text::Line;
use crate::tui::input::fold_text;
use crate::tui::widgets::form::Form;

/// Reads the rule the answers come to; what the form has no field for is as in the rule it began with.
pub(super) fn rule(asked: &Asked<'_>, form: &Form) -> Rule {
    let base = asked.base;
    let from = provenance(asked, form);
    let yes_no = base.question == Question::YesNo;
    let name = Line::new(&form.text(NAME_ZH))
        .ok()
        .zip(Line::new(&form.text(NAME_EN)).ok())
        .map(|(zh, en)| Name { zh, en });
    let quorum = quorum(asked, form);
    let pass = pass(asked, form);
    let weighs = counts_weights(asked, form);
    let rounds = asked.rounds().read(form, ROUNDS).unwrap_or(0);
    let each = if from.may_loosen() {
        asked.proxies().read(form, PROXIES).unwrap_or(0)
    } else {
        0
    };
    let rule = Rule {
        name,
        question: question(asked, form),
        quorum,
        pass,
        consent: if yes_no {
            consent(asked, form)
        } else {
            Consent::NotAsked
        },
        bloc: yes_no && form.checked(BLOC),
        weights: weighs.then(|| weights(asked, form)),
        recusal: asked
            .recusals(from.may_loosen())
            .read(form, RECUSAL)
            .unwrap_or(RecusalEffect::KeepBase),
        tie: steps(asked, form),
        close: asked
            .closes()
            .read(form, CLOSE)
            .flatten()
            .filter(|_| yes_no),
        proxies: (each > 0).then(|| Proxies {
            each,
            in_quorum: form.checked(PROXY_QUORUM),
        }),
        chair_last: form.checked(CHAIR_LAST),
        online: form.checked(ONLINE),
        may_agree: yes_no && form.checked(MAY_AGREE),
        circulation: false,
        revote: (rounds > 0).then(|| Revote {
            rounds,
            days: number(form, DAYS),
        }),
        provenance: from,
        clause: form.text(CLAUSE).trim().to_owned(),
        unverified: form.checked(UNVERIFIED) && from.has_official_text(),
        stricter: form.checked(STRICTER),
        from: read_day(form.text(FROM).trim(), asked.today),
        to: None,
        methods: Method::ALL.to_vec(),
        ..base.clone()
    };
    // A way the rule cannot be taken by is not asked for, and not taken over.
    let methods = Method::ALL.into_iter().enumerate();
    let methods = methods
        .filter(|(at, method)| form.checked(METHOD + at) && rule.allows(*method))
        .map(|(_, method)| method)
        .collect();
    Rule { methods, ..rule }
}

pub(super) fn provenance(asked: &Asked<'_>, form: &Form) -> Provenance {
    let from = asked.provenances().read(form, PROVENANCE);
    from.unwrap_or(Provenance::Own)
}

/// Reads a number; what is none is 0, which the rule's faults name.
fn number(form: &Form, field: usize) -> u32 {
    fold_text(form.text(field).trim()).parse().unwrap_or(0)
}

fn question(asked: &Asked<'_>, form: &Form) -> Question {
    match asked.base.question {
        Question::YesNo => Question::YesNo,
        Question::OneOf { .. } => Question::OneOf {
            otherwise: asked
                .otherwise()
                .read(form, OTHERWISE)
                .unwrap_or(Otherwise::None),
        },
        Question::Seats { .. } => Question::Seats {
            spare_percent: number(form, SPARE),
            write_in: form.checked(WRITE_IN),
        },
    }
}

/// Reads what is counted of those who came, demand by demand.
pub(super) fn turnout_over(asked: &Asked<'_>, form: &Form, at: usize) -> Option<Over> {
    let loosens = provenance(asked, form).may_loosen();
    asked
        .turnouts(loosens)
        .read(form, TURNOUT + 2 * at)
        .flatten()
}

fn share(asked: &Asked<'_>, form: &Form, field: usize) -> Share {
    asked.shares().read(form, field).unwrap_or(Share::HALF)
}

pub(super) fn call(asked: &Asked<'_>, form: &Form) -> Call {
    let loosens = provenance(asked, form).may_loosen();
    asked.calls(loosens).read(form, CALL).unwrap_or(Call::None)
}

fn quorum(asked: &Asked<'_>, form: &Form) -> Quorum {
    let mut all_of = Vec::new();
    for at in 0..TURNOUTS {
        let Some(over) = turnout_over(asked, form, at) else {
            break;
        };
        let Share {
            num,
            den,
            comparator,
        } = share(asked, form, TURNOUT + 2 * at + 1);
        all_of.push(Turnout {
            over,
            num,
            den,
            comparator,
        });
    }
    if all_of.len() == TURNOUTS {
        let more = asked.base.quorum.all_of.iter().skip(TURNOUTS);
        all_of.extend(more.copied());
    }
    let roles = asked.roles();
    let chair = form.checked(CHAIR).then_some(Required::Chair);
    let marked = form.marked(ROLES).into_iter();
    let marked = marked.filter_map(|at| roles.get(at).cloned());
    let required = chair
        .into_iter()
        .chain(marked.map(|role| Required::Role { role }))
        .collect();
    let by = match call(asked, form) {
        Call::None => None,
        Call::AnyNumber => Some(None),
        Call::By(rule) => Some(Some(rule)),
    };
    let notice = Line::new(&form.text(CALL_NOTICE)).ok();
    Quorum {
        all_of,
        required,
        second_call: by.zip(notice).map(|(by, notice)| SecondCall {
            within_days: number(form, CALL_DAYS),
            notice,
            by,
        }),
    }
}

pub(super) fn tree(asked: &Asked<'_>, form: &Form) -> Tree {
    asked.trees().read(form, TREE).unwrap_or(Tree::One)
}

/// Reads a criterion.
pub(super) fn leaf(asked: &Asked<'_>, form: &Form, at: usize) -> Leaf {
    let loosens = provenance(asked, form).may_loosen();
    let first = CRITERION + 4 * at;
    let kind = asked.kinds(at, loosens).read(form, first);
    Leaf {
        kind: kind.unwrap_or_default(),
        share: share(asked, form, first + 1),
        base: base(asked, form, first + 2),
        number: number(form, first + 3),
    }
}

fn base(asked: &Asked<'_>, form: &Form, field: usize) -> Base {
    asked.bases().read(form, field).unwrap_or(Base::Entitled)
}

fn pass(asked: &Asked<'_>, form: &Form) -> Pass {
    let tree = tree(asked, form);
    if tree == Tree::Kept {
        return asked.base.pass.clone();
    }
    let mut leaves: Vec<Pass> = (0..CRITERIA)
        .filter_map(|at| leaf(asked, form, at).pass())
        .collect();
    match tree {
        Tree::One if !leaves.is_empty() => leaves.swap_remove(0),
        // One criterion alone needs nothing that joins it.
        Tree::All | Tree::Any if leaves.len() == 1 => leaves.swap_remove(0),
        Tree::Any => Pass::Any(leaves),
        Tree::One | Tree::All | Tree::Kept => Pass::All(leaves),
    }
}

/// Says whether weights are counted somewhere.
pub(super) fn counts_weights(asked: &Asked<'_>, form: &Form) -> bool {
    let kept = asked.base.pass.counted().contains(&Over::Weights);
    let passes = match tree(asked, form) {
        Tree::Kept => kept,
        Tree::One => leaf(asked, form, 0).kind == Kind::Of(Over::Weights),
        Tree::All | Tree::Any => {
            (0..CRITERIA).any(|at| leaf(asked, form, at).kind == Kind::Of(Over::Weights))
        }
    };
    let comes = |at| turnout_over(asked, form, at) == Some(Over::Weights);
    passes || (0..TURNOUTS).any(comes)
}

pub(super) fn asking(asked: &Asked<'_>, form: &Form) -> Asking {
    let asking = asked.consents().read(form, CONSENT);
    asking.unwrap_or(Asking::Nobody)
}

fn consent(asked: &Asked<'_>, form: &Form) -> Consent {
    let own_body = |partial| Consent::OwnBody {
        by: asked.bodies().read(form, CONSENT_BY).flatten(),
        partial,
        silence_days: None,
    };
    match asking(asked, form) {
        Asking::Nobody => Consent::NotAsked,
        Asking::InVote => {
            let Share {
                num,
                den,
                comparator,
            } = share(asked, form, CONSENT_SHARE);
            let base = base(asked, form, CONSENT_BASE);
            let leaf = Leaf {
                kind: Kind::Of(Over::Persons),
                share: Share {
                    num,
                    den,
                    comparator,
                },
                base,
                number: 1,
            };
            match leaf.pass() {
                Some(Pass::Reaches(each)) => Consent::InVote { each },
                _ => Consent::InVote {
                    each: Threshold::more_than_half(base),
                },
            }
        }
        Asking::AllMust => own_body(Partial::AllMust),
        Asking::AgreeingGoOn => own_body(Partial::AgreeingGoOn),
    }
}

pub(super) fn formula(asked: &Asked<'_>, form: &Form) -> Formula {
    let formula = asked.weights().read(form, WEIGHTS);
    formula.unwrap_or(Formula::PerStarted)
}

fn weights(asked: &Asked<'_>, form: &Form) -> Weights {
    let figure = asked.figures().read(form, FIGURE);
    let figure = figure.unwrap_or(Figure::Inhabitants);
    match formula(asked, form) {
        Formula::PerStarted => Weights::PerStarted {
            each: number(form, EACH),
            figure,
        },
        Formula::Share => Weights::Share {
            total: number(form, TOTAL),
            floor: number(form, FLOOR),
            cap: number(form, CAP),
            figure,
        },
        Formula::Fixed => Weights::Fixed {
            of: asked
                .world
                .villages_in_order()
                .into_iter()
                .enumerate()
                .map(|(at, village)| (village.id.clone(), number(form, VILLAGE + at)))
                .collect(),
        },
    }
}

fn steps(asked: &Asked<'_>, form: &Form) -> Vec<crate::domain::rule::TieStep> {
    let offer = asked.steps(provenance(asked, form).may_loosen());
    (0..STEPS)
        .map_while(|at| offer.read(form, TIE + at).flatten())
        .collect()
}
