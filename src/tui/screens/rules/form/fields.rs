//! The fields of a rule's form: where each stands, and how it begins.

use super::options::Asked;
use super::parts::{Call, Kind, Tree};
use crate::domain::rule::{Consent, Method, Question, Required, Rule, Turnout, Weights};
use crate::domain::text::LONGEST_LINE;
use crate::i18n::{Language, rule_book as words, terms};
use crate::tui::widgets::form::Field;
use std::borrow::Cow;

pub(super) const NAME_ZH: usize = 0;
pub(super) const NAME_EN: usize = 1;
pub(super) const PROVENANCE: usize = 2;
pub(super) const CLAUSE: usize = 3;
pub(super) const FROM: usize = 4;
pub(super) const OTHERWISE: usize = 5;
pub(super) const SPARE: usize = 6;
pub(super) const WRITE_IN: usize = 7;
/// What is counted of those who came, then how much of it; so often as [`TURNOUTS`] says.
pub(super) const TURNOUT: usize = 8;
pub(super) const TURNOUTS: usize = 3;
pub(super) const CHAIR: usize = TURNOUT + 2 * TURNOUTS;
pub(super) const ROLES: usize = CHAIR + 1;
pub(super) const CALL: usize = ROLES + 1;
pub(super) const CALL_DAYS: usize = CALL + 1;
pub(super) const CALL_NOTICE: usize = CALL + 2;
pub(super) const TREE: usize = CALL + 3;
/// What is counted of the votes for, how much, of what, and the number that blocks; so often as
/// [`CRITERIA`] says.
pub(super) const CRITERION: usize = TREE + 1;
pub(super) const CRITERIA: usize = 3;
pub(super) const BLOC: usize = CRITERION + 4 * CRITERIA;
pub(super) const CONSENT: usize = BLOC + 1;
pub(super) const CONSENT_SHARE: usize = BLOC + 2;
pub(super) const CONSENT_BASE: usize = BLOC + 3;
pub(super) const CONSENT_BY: usize = BLOC + 4;
pub(super) const WEIGHTS: usize = BLOC + 5;
pub(super) const FIGURE: usize = BLOC + 6;
pub(super) const EACH: usize = BLOC + 7;
pub(super) const TOTAL: usize = BLOC + 8;
pub(super) const FLOOR: usize = BLOC + 9;
pub(super) const CAP: usize = BLOC + 10;
pub(super) const RECUSAL: usize = BLOC + 11;
/// One step after the other; so often as [`STEPS`] says.
pub(super) const TIE: usize = BLOC + 12;
pub(super) const STEPS: usize = 5;
pub(super) const CLOSE: usize = TIE + STEPS;
pub(super) const PROXIES: usize = CLOSE + 1;
pub(super) const PROXY_QUORUM: usize = CLOSE + 2;
/// One check a way, in the order of [`Method::ALL`].
pub(super) const METHOD: usize = CLOSE + 3;
pub(super) const CHAIR_LAST: usize = METHOD + Method::ALL.len();
pub(super) const ONLINE: usize = CHAIR_LAST + 1;
pub(super) const MAY_AGREE: usize = CHAIR_LAST + 2;
pub(super) const ROUNDS: usize = CHAIR_LAST + 3;
pub(super) const DAYS: usize = CHAIR_LAST + 4;
pub(super) const UNVERIFIED: usize = CHAIR_LAST + 5;
pub(super) const STRICTER: usize = CHAIR_LAST + 6;
/// The weight of each village, in the order of lists: the last, for they are as many as there are.
pub(super) const VILLAGE: usize = CHAIR_LAST + 7;

/// The longest number and date, in characters.
const NUMBER: usize = 7;
const DATE: usize = 20;

/// Makes the field of a number.
fn number(name: impl Into<Cow<'static, str>>, label: &str, value: Option<u32>) -> Field {
    let value = value.map(|value| value.to_string()).unwrap_or_default();
    Field::figure(name, label, &value, NUMBER)
}

/// Returns the name a draft keeps the check of a way by.
const fn method_name(method: Method) -> &'static str {
    match method {
        Method::ByName => "by_name",
        Method::Hands => "hands",
        Method::Secret => "secret",
        Method::ByVillage => "by_village",
    }
}

/// Returns every field, filled in as a rule has it.
pub(super) fn fields(asked: &Asked<'_>, from: &str) -> Vec<Field> {
    let (language, rule) = (asked.language, asked.base);
    let mut fields = head(asked, from);
    fields.extend(room(asked));
    fields.extend(criteria(asked));
    fields.extend(villages(asked));
    fields.extend(outcome(asked));
    for method in Method::ALL {
        let on = rule.methods.contains(&method);
        fields.push(Field::check(
            method_name(method),
            &words::method(language, terms::method(language, method)),
            on,
        ));
    }
    let revote = rule.revote;
    let rounds = revote.map_or(0, |revote| revote.rounds);
    fields.extend([
        Field::check("chair_last", words::chair_last(language), rule.chair_last),
        Field::check("online", words::online(language), rule.online),
        Field::check("may_agree", words::may_agree(language), rule.may_agree)
            .hint(words::may_agree_hint(language)),
        asked
            .rounds()
            .field("rounds", words::rounds(language), &rounds),
        number(
            "days",
            words::days(language),
            revote.map(|revote| revote.days),
        ),
        Field::check("unverified", words::unverified(language), rule.unverified)
            .hint(words::unverified_hint(language)),
        Field::check("stricter", words::stricter(language), rule.stricter),
    ]);
    let fixed = match &rule.weights {
        Some(Weights::Fixed { of }) => Some(of),
        _ => None,
    };
    for village in asked.world.villages_in_order() {
        let weight = fixed.and_then(|of| of.get(&village.id)).copied();
        let label = words::weight_of(language, village.name.as_str());
        fields.push(number(
            format!("weight_{}", village.id),
            &label,
            Some(weight.unwrap_or(1)),
        ));
    }
    fields
}

fn head(asked: &Asked<'_>, from: &str) -> Vec<Field> {
    let (language, rule) = (asked.language, asked.base);
    let (otherwise, spare, write_in) = match rule.question {
        Question::YesNo => (None, 0, false),
        Question::OneOf { otherwise } => (Some(otherwise), 0, false),
        Question::Seats {
            spare_percent,
            write_in,
        } => (None, spare_percent, write_in),
    };
    let otherwise = otherwise.unwrap_or(crate::domain::rule::Otherwise::None);
    vec![
        Field::text(
            "name_zh",
            words::name_zh(language),
            terms::rule_name(Language::Zh, rule),
            LONGEST_LINE,
        )
        .required()
        .hint(words::name_hint(language)),
        Field::text(
            "name_en",
            words::name_en(language),
            terms::rule_name(Language::En, rule),
            LONGEST_LINE,
        )
        .required()
        .hint(words::name_hint(language)),
        asked
            .provenances()
            .field("provenance", words::provenance(language), &rule.provenance)
            .hint(words::provenance_hint(language)),
        Field::text(
            "clause",
            words::clause(language),
            &rule.clause,
            LONGEST_LINE,
        )
        .required()
        .hint(words::clause_hint(language)),
        Field::figure("from", words::from(language), from, DATE)
            .required()
            .hint(words::from_hint(language)),
        asked
            .otherwise()
            .field("otherwise", words::otherwise(language), &otherwise),
        number("spare", words::spare(language), Some(spare)).hint(words::spare_hint(language)),
        Field::check("write_in", words::write_in(language), write_in),
    ]
}

fn room(asked: &Asked<'_>) -> Vec<Field> {
    let (language, quorum) = (asked.language, &asked.base.quorum);
    let mut fields = Vec::new();
    for at in 0..TURNOUTS {
        let turnout = quorum.all_of.get(at).copied();
        let over = turnout.map(|turnout| turnout.over);
        let share = turnout.unwrap_or(Turnout::MORE_THAN_HALF).threshold();
        let label = match at {
            0 => words::turnout(language),
            _ => words::turnout_more(language),
        };
        fields.push(
            asked
                .turnouts(true)
                .field(format!("turnout_{at}"), label, &over),
        );
        fields.push(asked.shares().field(
            format!("turnout_share_{at}"),
            words::share(language),
            &share.into(),
        ));
    }
    let roles = asked.roles();
    let marked: Vec<usize> = roles
        .iter()
        .enumerate()
        .filter(|(_, role)| {
            let named = |who: &Required| matches!(who, Required::Role { role: it } if it == *role);
            quorum.required.iter().any(named)
        })
        .map(|(at, _)| at)
        .collect();
    let call = match &quorum.second_call {
        None => Call::None,
        Some(call) => call.by.clone().map_or(Call::AnyNumber, Call::By),
    };
    let notice = quorum.second_call.as_ref().map(|call| call.notice.as_str());
    fields.extend([
        Field::check(
            "chair",
            words::chair(language),
            quorum.required.contains(&Required::Chair),
        ),
        Field::many(
            "roles",
            words::roles(language),
            roles.iter().map(ToString::to_string).collect(),
            &marked,
        )
        .hint(words::roles_hint(language)),
        asked
            .calls(true)
            .field("call", words::call(language), &call)
            .hint(words::call_hint(language)),
        number(
            "call_days",
            words::call_days(language),
            quorum.second_call.as_ref().map(|call| call.within_days),
        )
        .required(),
        Field::text(
            "call_notice",
            words::call_notice(language),
            notice.unwrap_or_default(),
            LONGEST_LINE,
        )
        .required()
        .hint(words::call_notice_hint(language)),
    ]);
    fields
}

fn criteria(asked: &Asked<'_>) -> Vec<Field> {
    let language = asked.language;
    let (tree, leaves) = Tree::of(&asked.base.pass);
    let mut fields = vec![
        asked
            .trees()
            .field("tree", words::tree(language), &tree)
            .hint(words::tree_hint(language)),
    ];
    for at in 0..CRITERIA {
        let leaf = leaves.get(at).copied().unwrap_or_default();
        let label = match at {
            0 => words::criterion(language),
            _ => words::criterion_more(language),
        };
        let number_of = Field::figure(
            format!("blockers_{at}"),
            words::blockers(language),
            &leaf.number.max(1).to_string(),
            NUMBER,
        );
        fields.extend([
            asked
                .kinds(at, true)
                .field(format!("criterion_{at}"), label, &leaf.kind),
            asked
                .shares()
                .field(format!("share_{at}"), words::share(language), &leaf.share),
            asked
                .bases()
                .field(format!("base_{at}"), words::base(language), &leaf.base),
            number_of.hint(words::blockers_hint(language)),
        ]);
    }
    debug_assert!(leaves.iter().all(|leaf| leaf.kind != Kind::Nothing));
    fields
}

fn villages(asked: &Asked<'_>) -> Vec<Field> {
    let (language, rule) = (asked.language, asked.base);
    let each = match &rule.consent {
        Consent::InVote { each } => *each,
        _ => crate::domain::rule::Threshold::more_than_half(crate::domain::rule::Base::Present),
    };
    let by = match &rule.consent {
        Consent::OwnBody { by, .. } => by.clone(),
        _ => None,
    };
    let (figure, each_started, share) = match &rule.weights {
        Some(Weights::PerStarted { each, figure }) => (Some(*figure), *each, (100, 1, 40)),
        Some(Weights::Share {
            total,
            floor,
            cap,
            figure,
        }) => (Some(*figure), 1000, (*total, *floor, *cap)),
        _ => (None, 1000, (100, 1, 40)),
    };
    let figure = figure.unwrap_or(crate::domain::rule::Figure::Inhabitants);
    vec![
        Field::check("bloc", words::bloc(language), rule.bloc),
        asked
            .consents()
            .field("consent", words::consent(language), &(&rule.consent).into()),
        asked.shares().field(
            "consent_share",
            words::consent_share(language),
            &each.into(),
        ),
        asked
            .bases()
            .field("consent_base", words::base(language), &each.base),
        asked
            .bodies()
            .field("consent_by", words::consent_by(language), &by),
        asked.weights().field(
            "weights",
            words::weights(language),
            &rule.weights.as_ref().into(),
        ),
        asked
            .figures()
            .field("figure", words::figure(language), &figure),
        number("each", words::each(language), Some(each_started)),
        number("total", words::total(language), Some(share.0)),
        number("floor", words::floor(language), Some(share.1)),
        number("cap", words::cap(language), Some(share.2)),
    ]
}

fn outcome(asked: &Asked<'_>) -> Vec<Field> {
    let (language, rule): (Language, &Rule) = (asked.language, asked.base);
    let mut fields =
        vec![
            asked
                .recusals(true)
                .field("recusal", words::recusal(language), &rule.recusal),
        ];
    for at in 0..STEPS {
        let label = match at {
            0 => words::tie(language),
            _ => words::tie_more(language),
        };
        let step = rule.tie.get(at).copied();
        fields.push(asked.steps(true).field(format!("step_{at}"), label, &step));
    }
    let proxies = rule.proxies.map_or(0, |proxies| proxies.each);
    fields.extend([
        asked
            .closes()
            .field("close", words::close(language), &rule.close)
            .hint(words::close_hint(language)),
        asked
            .proxies()
            .field("proxies", words::proxies(language), &proxies),
        Field::check(
            "proxy_quorum",
            words::proxy_quorum(language),
            rule.proxies.is_some_and(|proxies| proxies.in_quorum),
        ),
    ]);
    fields
}
