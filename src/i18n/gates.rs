//! The competence gate in words: who must still decide, by which rule, and why.

use super::{Language, matter_gate as words, matters, paths, terms};
use crate::domain::World;
use crate::domain::ids::RuleId;
use crate::domain::matter::Matter;
use crate::domain::matter::gate::{
    Besides, Body, Cause, Clause, Competence, Delegable, Gate, Law, Notice, gate,
};
use crate::domain::vote::Effect;
use chrono::NaiveDate;

/// Names a body.
#[must_use]
pub const fn body(language: Language, body: Body) -> &'static str {
    match body {
        Body::VillageParty => words::body_village_party(language),
        Body::CollectiveMembers => words::body_collective_members(language),
        Body::CollectiveRepresentatives => words::body_collective_representatives(language),
        Body::VillageAssembly => words::body_village_assembly(language),
        Body::VillageRepresentatives => words::body_village_representatives(language),
        Body::Voters => words::body_voters(language),
        Body::JointCommittee => words::body_joint_committee(language),
        Body::Township => words::body_township(language),
        Body::Authority => words::body_authority(language),
    }
}

/// Cites a clause.
#[must_use]
pub fn clause(language: Language, clause: Clause) -> String {
    let law = match clause.law {
        Law::Villages => words::law_villages(language),
        Law::Collectives => words::law_collectives(language),
        Law::Levies => words::law_levies(language),
        Law::PartyRules => words::law_party_rules(language),
    };
    match (clause.article, clause.to) {
        (None, _) => law.to_owned(),
        (Some(article), None) => words::article(language, law, counted(language, article)),
        (Some(article), Some(to)) => words::articles(
            language,
            law,
            counted(language, article),
            counted(language, to),
        ),
    }
}

/// Writes the number of an article as the law has it: in Chinese 第二十八条 and nowhere 第28条.
fn counted(language: Language, article: u16) -> String {
    let digit = |of: u16| {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        digits.get(usize::from(of)).copied().unwrap_or_default()
    };
    match (language, article) {
        (Language::Zh, 1..=9) => digit(article).to_owned(),
        (Language::Zh, 10..=19) => format!("十{}", digit(article % 10)),
        (Language::Zh, 20..=99) => format!("{}十{}", digit(article / 10), digit(article % 10)),
        _ => article.to_string(),
    }
}

/// Says who must still decide, by which rule, and why, in one sentence.
#[must_use]
pub fn competence(language: Language, world: &World, found: &Competence) -> String {
    let rule = |id: &RuleId| terms::rule(language, world, id).to_owned();
    let who = body(language, found.body);
    let cited = clause(language, found.clause);
    let first = match (&found.cause, &found.rule) {
        (Cause::Party, by) => {
            words::party(language, who, by.as_ref().map(rule).unwrap_or_default())
        }
        (Cause::Touches(touch), Some(by)) => words::decides_by(
            language,
            matters::touch(language, *touch),
            who,
            rule(by),
            cited,
        ),
        (Cause::Touches(touch), None) => {
            words::decides(language, matters::touch(language, *touch), who, cited)
        }
    };
    let mut more = Vec::new();
    match found.delegable {
        Delegable::Never if found.rule.is_some() && found.cause != Cause::Party => {
            more.push(words::never(language).to_owned());
        }
        Delegable::Never => {}
        Delegable::ByCharter(instead, by) => more.push(words::by_charter(
            language,
            body(language, instead),
            rule(&RuleId::from(by)),
        )),
        Delegable::ByAssembly(instead, by) => more.push(words::by_assembly(
            language,
            body(language, instead),
            rule(&RuleId::from(by)),
        )),
    }
    if let Some(why) = found.party_first {
        more.push(words::party_first(language, clause(language, why)));
    }
    let besides = found.besides.map(|besides| match besides {
        Besides::FiledWithTownship => words::filed_with_township(language),
        Besides::ReviewedByCounty => words::reviewed_by_county(language),
        Besides::ApprovedByCounty => words::approved_by_county(language),
    });
    more.extend(besides.map(ToOwned::to_owned));
    if more.is_empty() {
        return words::sentence_alone(language, first);
    }
    let more = match language {
        Language::Zh => more.join("；"),
        Language::En => more.join("; "),
    };
    words::sentence(language, first, more)
}

/// Says to whoever words a motion why it decides nothing, or that it cannot; `None` where the joint
/// session settles it.
#[must_use]
pub fn why(language: Language, gate: &Gate, effect: Effect) -> Option<String> {
    let others = gate.competences.iter();
    let others = others.filter_map(|it| match it.cause {
        Cause::Touches(touch) => Some(words::decides(
            language,
            matters::touch(language, touch),
            body(language, it.body),
            clause(language, it.clause),
        )),
        Cause::Party => None,
    });
    let others: Vec<String> = others.collect();
    if others.is_empty() {
        return None;
    }
    let others = match language {
        Language::Zh => others.join("；"),
        Language::En => others.join("; "),
    };
    Some(match effect {
        Effect::Proposes if gate.asks_villages() => words::motion_proposes(language, others),
        Effect::Proposes => words::motion_proposes_elsewhere(language, others),
        Effect::Decides => words::motion_decides(language, others),
    })
}

/// Says something that must be known besides.
#[must_use]
pub fn notice(language: Language, notice: Notice) -> String {
    let cited = clause(language, notice.clause());
    match notice {
        Notice::NotForThePartyOfCollectives => {
            words::not_for_the_party_of_collectives(language, cited)
        }
        Notice::NoGuarantees => words::no_guarantees(language, cited),
        Notice::NotForTheVillageParty => words::not_for_the_village_party(language, cited),
        Notice::OnlyElected => words::only_elected(language, cited),
        Notice::ProposeOnly => words::propose_only(language, cited),
    }
}

/// Says everything the gate finds of a matter, a sentence each. What is no joint matter its village deals with,
/// and no joint session settles it.
#[must_use]
pub fn of_matter(
    language: Language,
    world: &World,
    matter: &Matter,
    today: NaiveDate,
) -> Vec<String> {
    let found = gate(&matter.intake);
    match (matter.is_joint(world, today), by_steps(language, matter)) {
        (true, Some(by_steps)) if !found.asks_others() => {
            said(language, world, &found, Some(&by_steps))
        }
        (true, _) => sentences(language, world, &found),
        (false, _) => said(language, world, &found, Some(words::own_village(language))),
    }
}

/// Says that the steps a matter has to go have each village vote, where they do: which no law asks for is asked all
/// the same.
fn by_steps(language: Language, matter: &Matter) -> Option<String> {
    let template = &matter.path.as_ref()?.template;
    let decider = template.steps.get(template.decider()?)?;
    Some(words::settled_by_steps(
        language,
        paths::template(language, template),
        paths::step(language, decider),
    ))
}

/// Says everything the gate found of a joint matter, a sentence each.
#[must_use]
pub fn sentences(language: Language, world: &World, gate: &Gate) -> Vec<String> {
    let here = (!gate.asks_others()).then(|| words::settled_here(language));
    said(language, world, gate, here)
}

fn said(language: Language, world: &World, gate: &Gate, last: Option<&str>) -> Vec<String> {
    let mut said: Vec<String> = gate
        .competences
        .iter()
        .map(|found| competence(language, world, found))
        .collect();
    said.extend(last.map(ToOwned::to_owned));
    said.extend(gate.notices.iter().map(|it| notice(language, *it)));
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Command;
    use crate::domain::matter::Command as Of;
    use crate::domain::matter::Intake;
    use crate::domain::matter::gate::gate;
    use crate::domain::matter::intake::Touch;
    use crate::domain::matter::intake::tests::plain;
    use crate::domain::tests::stage::{Stage, day, line};
    use insta::assert_snapshot;

    fn receive(intake: Intake) -> Command {
        Command::Matter(Of::Receive {
            id: "m".into(),
            on: day("11-02"),
            intake: Box::new(intake),
        })
    }

    #[test]
    fn articles_are_counted_as_the_law_has_them() {
        let table = [
            (6, "六"),
            (10, "十"),
            (13, "十三"),
            (20, "二十"),
            (28, "二十八"),
        ];
        for (article, words) in table {
            assert_eq!(counted(Language::Zh, article), words);
        }
        assert_eq!(counted(Language::En, 28), "28");
    }

    #[test]
    fn the_gate_is_said_in_plain_sentences() {
        let everything = Intake {
            touches: Touch::ALL.to_vec(),
            committee: true,
            ..plain()
        };
        for language in Language::ALL {
            let said = sentences(language, &World::default(), &gate(&everything));
            assert_snapshot!(format!("gate.{language}"), said.join("\n"));
            let none = sentences(language, &World::default(), &gate(&plain()));
            assert_eq!(none.len(), 1);
        }
    }

    #[test]
    #[allow(clippy::unwrap_used)]
    fn where_the_steps_have_the_villages_vote_none_is_told_that_none_need() {
        use crate::domain::matter::path::{self, shipped};
        use crate::domain::rule::Partial;
        let mut stage = Stage::planned();
        stage.run(receive(Intake {
            villages: vec!["v1".into(), "v2".into()],
            ..plain()
        }));
        let said = |stage: &Stage, language| {
            let matter = stage.world.matter(&"m".into()).unwrap();
            of_matter(language, &stage.world, matter, day("11-20")).join("\n")
        };
        for language in Language::ALL {
            assert!(said(&stage, language).contains(words::settled_here(language)));
        }
        stage.run(Command::Matter(Of::Path(path::Command::Choose {
            matter: "m".into(),
            template: Box::new(shipped::named("four-deliberations").unwrap()),
            assent: Partial::AgreeingGoOn,
            on: day("11-03"),
            deadline: None,
        })));
        for (language, step) in [
            (Language::Zh, "村民（代表）会议决议"),
            (Language::En, "The villagers decide"),
        ] {
            let said = said(&stage, language);
            assert!(!said.contains(words::settled_here(language)), "{said}");
            assert!(said.contains(step), "{said}");
        }
    }

    #[test]
    #[allow(clippy::unwrap_used)]
    fn what_is_handed_back_is_settled_by_no_joint_session() {
        let mut stage = Stage::planned();
        stage.run(receive(Intake {
            villages: vec!["v2".into()],
            livelihood: false,
            ..plain()
        }));
        for language in Language::ALL {
            let said = |stage: &Stage| {
                let matter = stage.world.matter(&"m".into()).unwrap();
                of_matter(language, &stage.world, matter, day("11-20"))
            };
            let own = [words::own_village(language).to_owned()];
            assert_eq!(said(&stage), own, "as it would be judged");
            let mut stage = stage.clone();
            stage.run(Command::Matter(Of::Screen {
                matter: "m".into(),
                on: day("11-03"),
                reason: line("一个村的事"),
            }));
            assert_eq!(said(&stage), own, "as it was judged");
        }
    }
}
