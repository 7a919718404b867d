//! The templates the program ships, and which body a matter of a kind must be decided by in each village.

use super::bodies::{REPRESENTATIVES, REPRESENTATIVES_SHANDONG};
use super::template::{By, Level, RecordKind, Shown, Template, TemplateStep, Wait, WaitFrom};
use crate::domain::ids::{RuleId, TemplateId};
use crate::domain::matter::gate::{Besides, Body, Competence, Delegable, gate};
use crate::domain::matter::intake::{Intake, Touch};
use crate::domain::rule::{Name, Partial, Provenance, Rule, presets};
use crate::domain::text::Line;

const POSTED_15: &str = "《中华人民共和国村民委员会组织法》第三十五条";
/// The clause by which each village files its pact with the township.
pub const PACT_FILED: &str = "《中华人民共和国村民委员会组织法》第三十一条";
/// The days the law has a decision displayed.
const POSTED_DAYS: u32 = 15;
const ONE_PERSON: &str = "书记、主任“一肩挑”的，两步可以合并（四议两公开工作法）";

/// How a step is called by which the assembly decides or its representatives do.
const ANY_MEETING: &str = "村民（代表）会议";

const ASSEMBLY: &str = "village-assembly";
const HOUSEHOLDS: &str = "village-assembly-households";

const VILLAGE: &[&str] = &[
    REPRESENTATIVES,
    REPRESENTATIVES_SHANDONG,
    "village-assembly",
    "village-assembly-households",
];
const ANY_VILLAGE_BODY: &[&str] = &[
    REPRESENTATIVES,
    REPRESENTATIVES_SHANDONG,
    "village-assembly",
    "village-assembly-households",
    "collective-representatives",
    "collective-members",
];

fn line(text: &str) -> Option<Line> {
    Line::new(text).ok()
}

fn name(zh: &str, en: &str) -> Option<Name> {
    Some(Name {
        zh: line(zh)?,
        en: line(en)?,
    })
}

fn step(
    level: Level,
    (zh, en): (&str, &str),
    (body_zh, body_en): (&str, &str),
    by: By,
    records: &[RecordKind],
) -> Option<TemplateStep> {
    Some(TemplateStep {
        name: name(zh, en)?,
        body: name(body_zh, body_en)?,
        level,
        by,
        wait: None,
        records: records.to_vec(),
        merge: None,
        shown: None,
    })
}

fn vote(rules: &[&str]) -> By {
    By::Vote {
        rules: rules.iter().copied().map(RuleId::from).collect(),
    }
}

fn notice(step: Option<TemplateStep>, days: u32) -> Option<TemplateStep> {
    Some(TemplateStep {
        wait: Some(Wait {
            days,
            from: WaitFrom::Notice,
            statute: None,
        }),
        ..step?
    })
}

fn after_posting(step: Option<TemplateStep>) -> Option<TemplateStep> {
    Some(TemplateStep {
        wait: Some(Wait {
            days: POSTED_DAYS,
            from: WaitFrom::Posting,
            statute: line(POSTED_15),
        }),
        ..step?
    })
}

fn shown(step: Option<TemplateStep>, shown: Shown) -> Option<TemplateStep> {
    Some(TemplateStep {
        shown: Some(shown),
        ..step?
    })
}

fn template(
    id: &str,
    (zh, en): (&str, &str),
    example: bool,
    assent: Partial,
    steps: Vec<Option<TemplateStep>>,
) -> Option<Template> {
    Some(Template {
        id: TemplateId::from(id),
        name: name(zh, en)?,
        example,
        assent,
        steps: steps.into_iter().collect::<Option<Vec<_>>>()?,
    })
}

const FORM: RecordKind = RecordKind::Form;
const MINUTES: RecordKind = RecordKind::Minutes;
const SIGN_IN: RecordKind = RecordKind::SignIn;
const TOWNSHIP: RecordKind = RecordKind::TownshipSignature;

fn joint_session() -> Option<TemplateStep> {
    step(
        Level::Area,
        ("联席商议", "Joint session"),
        ("联席会议", "Joint session"),
        By::Session,
        &[],
    )
}

fn members() -> Option<TemplateStep> {
    let step = step(
        Level::Village,
        ("党员大会审议", "Party members deliberate"),
        ("党员大会", "Meeting of all Party members"),
        vote(&["party-members"]),
        &[FORM, MINUTES, SIGN_IN, TOWNSHIP],
    );
    notice(step, 3)
}

fn four_deliberations() -> Option<Template> {
    let two = step(
        Level::Village,
        ("村“两委”会商议", "The two committees discuss"),
        ("村“两委”会", "The two village committees"),
        By::Record,
        &[FORM, MINUTES],
    );
    template(
        "four-deliberations",
        ("四议两公开", "Four deliberations, two disclosures"),
        false,
        Partial::AgreeingGoOn,
        vec![
            joint_session(),
            step(
                Level::Village,
                ("党支部会提议", "The Party branch proposes"),
                ("村党支部委员会", "Village Party branch committee"),
                By::Record,
                &[FORM, MINUTES],
            ),
            two.map(|step| TemplateStep {
                merge: line(ONE_PERSON),
                ..step
            }),
            members(),
            step(
                Level::Village,
                ("村民（代表）会议决议", "The villagers decide"),
                (
                    "村民代表会议或者村民会议",
                    "Village representatives or assembly",
                ),
                vote(ANY_VILLAGE_BODY),
                &[FORM, MINUTES, SIGN_IN, TOWNSHIP],
            ),
            shown(
                step(
                    Level::Village,
                    ("决议公开", "The decision is disclosed"),
                    ("村民委员会", "Villagers' committee"),
                    By::Record,
                    &[FORM, RecordKind::Photo, RecordKind::Supervision],
                ),
                Shown::Decision,
            ),
            shown(
                after_posting(step(
                    Level::Village,
                    ("实施结果公开", "The result is disclosed"),
                    ("村民委员会", "Villagers' committee"),
                    By::Record,
                    &[FORM, RecordKind::Photo, RecordKind::Supervision],
                )),
                Shown::Result,
            ),
        ],
    )
}

fn seven_steps() -> Option<Template> {
    template(
        "seven-steps",
        ("七步（可编辑）", "Seven steps (editable)"),
        true,
        Partial::AgreeingGoOn,
        vec![
            step(
                Level::Area,
                ("议题征集", "Call for items"),
                ("秘书、各村", "Clerk and villages"),
                By::Record,
                &[],
            ),
            step(
                Level::Area,
                ("审核提议", "Screening"),
                ("片区联合党委", "Joint Party committee"),
                By::Record,
                &[],
            ),
            joint_session(),
            members(),
            step(
                Level::Village,
                ("村民（代表）会议决议", "The villagers decide"),
                (
                    "村民代表会议或者村民会议",
                    "Village representatives or assembly",
                ),
                vote(ANY_VILLAGE_BODY),
                &[MINUTES, SIGN_IN],
            ),
            shown(
                step(
                    Level::Village,
                    ("公开公示", "Disclosure"),
                    ("村民委员会", "Villagers' committee"),
                    By::Record,
                    &[RecordKind::Photo],
                ),
                Shown::Decision,
            ),
            after_posting(step(
                Level::Area,
                ("实施监督、结果公开与评议", "Oversight and review"),
                ("片区联合党委", "Joint Party committee"),
                By::Record,
                &[],
            )),
        ],
    )
}

fn levy() -> Option<Template> {
    template(
        "joint-levy",
        (
            "分村议事、联合申报",
            "Each village decides, one joint application",
        ),
        false,
        Partial::AgreeingGoOn,
        vec![
            joint_session(),
            members(),
            step(
                Level::Village,
                ("分村议事", "Each village decides"),
                (
                    "村民代表会议或者村民会议",
                    "Village representatives or assembly",
                ),
                vote(VILLAGE),
                &[MINUTES, SIGN_IN, RecordKind::HouseholdSignatures],
            ),
            step(
                Level::Area,
                ("联合申报", "Joint application"),
                ("片区联合党委", "Joint Party committee"),
                By::Record,
                &[FORM],
            ),
            step(
                Level::Township,
                ("乡镇初审、县级复审", "Review by town and county"),
                ("乡镇、县级主管部门", "Town and county offices"),
                By::Record,
                &[RecordKind::Approval],
            ),
            shown(
                step(
                    Level::Village,
                    ("分村公开", "Each village discloses"),
                    ("村民委员会", "Villagers' committee"),
                    By::Record,
                    &[RecordKind::Photo],
                ),
                Shown::Decision,
            ),
        ],
    )
}

fn plain() -> Option<Template> {
    template(
        "plain-session",
        ("联席会议直接议定", "Settled in the joint session"),
        false,
        Partial::AgreeingGoOn,
        vec![joint_session()],
    )
}

/// Returns every template that is shipped.
#[must_use]
pub fn shipped() -> Vec<Template> {
    let all = [four_deliberations(), levy(), plain(), seven_steps()];
    all.into_iter().flatten().collect()
}

/// Returns the shipped template of that id.
#[must_use]
pub fn named(id: &str) -> Option<Template> {
    shipped().into_iter().find(|it| it.id.as_str() == id)
}

/// Returns the notice a statute asks for before a body meets by a rule. That of local measures may be cut
/// short, and is no such term.
#[must_use]
pub fn notice_by_statute(rule: &Rule) -> Option<Wait> {
    let local = rule.provenance == Provenance::Local;
    let notice = rule.notice.as_ref().filter(|_| !local)?;
    Some(Wait {
        days: notice.days,
        from: WaitFrom::Notice,
        statute: Some(notice.statute.clone()),
    })
}

/// Returns the days a clause asks for, where the program knows the clause: nobody's template may ask for
/// less in its name.
#[must_use]
pub fn days_of_statute(clause: &Line) -> Option<u32> {
    if clause.as_str() == POSTED_15 {
        return Some(POSTED_DAYS);
    }
    let mut notices = presets().iter().filter_map(notice_by_statute);
    let known = notices.find(|notice| notice.statute.as_ref() == Some(clause));
    known.map(|notice| notice.days)
}

/// Why a template is proposed for a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// It is a levy: each village decides, and one application goes up.
    Levy,
    /// The gate names bodies of each village.
    VillagesDecide,
    /// Nobody besides the joint session has to decide.
    Session,
}

/// Returns the shipped template that has the steps which the gate asks of a matter, and why it is that one.
#[must_use]
pub fn proposed(intake: &Intake) -> (TemplateId, Because) {
    let (id, because) = if intake.touches(Touch::Levy) {
        ("joint-levy", Because::Levy)
    } else if votes_needed(intake).is_empty() {
        ("plain-session", Because::Session)
    } else {
        ("four-deliberations", Because::VillagesDecide)
    };
    (TemplateId::from(id), because)
}

/// Returns the rules by which the body that the gate names, or one in its stead, decides in each village;
/// `None` where no body of a village votes.
fn rules_of(competence: &Competence) -> Option<Vec<RuleId>> {
    if !competence.body.of_each_village() {
        return None;
    }
    let rule = competence.rule.clone()?;
    let mut rules = match competence.delegable {
        Delegable::Never => Vec::new(),
        Delegable::ByCharter(_, id) | Delegable::ByAssembly(_, id) => vec![RuleId::from(id)],
    };
    if rules.iter().any(|it| it.as_str() == REPRESENTATIVES) {
        // A province may ask for more of the same body.
        rules.push(RuleId::from(REPRESENTATIVES_SHANDONG));
    }
    if rule.as_str() == ASSEMBLY {
        // An assembly sits by its people or by its households.
        rules.extend([rule, RuleId::from(HOUSEHOLDS)]);
    } else {
        rules.push(rule);
    }
    Some(rules)
}

/// Returns the votes each village must take on a matter, each as the rules it may be taken by. A body
/// that must decide anyway decides what another might have too.
#[must_use]
pub fn votes_needed(intake: &Intake) -> Vec<Vec<RuleId>> {
    let competences = gate(intake).competences;
    let mut all: Vec<Vec<RuleId>> = competences.iter().filter_map(rules_of).collect();
    all.sort_by_key(Vec::len);
    let mut needed: Vec<Vec<RuleId>> = Vec::new();
    for rules in all {
        let met = |it: &Vec<RuleId>| it.iter().all(|rule| rules.contains(rule));
        if !needed.iter().any(met) {
            needed.push(rules);
        }
    }
    needed
}

/// Says whether each village files what it adopts with the township.
fn filed(intake: &Intake) -> bool {
    let competences = gate(intake).competences;
    let filed = |it: &Competence| it.besides == Some(Besides::FiledWithTownship);
    competences.iter().any(filed)
}

/// Returns a template as it fits a matter: the step by which each village decides stands there once for
/// every body that must, and a village pact is filed with the township by each village.
#[must_use]
pub fn fitted(mut template: Template, intake: &Intake) -> Template {
    let needed = votes_needed(intake);
    let Some(at) = template.decider() else {
        return template;
    };
    let Some(decider) = template.steps.get(at).cloned() else {
        return template;
    };
    if !needed.is_empty() {
        let one = needed.len() == 1;
        let steps: Vec<TemplateStep> = (1..)
            .zip(needed)
            .map(|(number, rules)| {
                let mut step = decider.clone();
                if !one && let Some(name) = numbered(&step.name, number) {
                    step.name = name;
                }
                if number > 1 {
                    step.wait = None;
                }
                of_one_body(TemplateStep {
                    by: By::Vote { rules },
                    ..step
                })
            })
            .collect();
        template.steps.splice(at..=at, steps);
    }
    if filed(intake)
        && let (Some(filing), Some(at)) = (filing(), template.decider())
    {
        template.steps.insert(at.saturating_add(1), filing);
    }
    template
}

/// Returns a step that says nothing of representatives where no representatives may decide.
fn of_one_body(mut step: TemplateStep) -> TemplateStep {
    let body = match step.only_body() {
        Some(Body::VillageAssembly) => "村民会议",
        Some(Body::CollectiveMembers) => "集体经济组织成员大会",
        _ => return step,
    };
    if let Some(zh) = line(&step.name.zh.as_str().replace(ANY_MEETING, body)) {
        step.name.zh = zh;
    }
    step
}

fn numbered(of: &Name, number: usize) -> Option<Name> {
    name(
        &format!("{}（{number}）", of.zh),
        &format!("{} ({number})", of.en),
    )
}

fn filing() -> Option<TemplateStep> {
    step(
        Level::Village,
        ("村规民约备案", "The pact is filed"),
        ("乡镇人民政府", "Township government"),
        By::Record,
        &[RecordKind::Filing],
    )
}
