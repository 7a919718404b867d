//! Somebody without whom nothing is voted: asked for when a vote opens, and again when it ends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::moments::correct;
use super::stage::{Stage, at, line};
use super::things::{day, decision, item, motion};
use crate::domain::Command;
use crate::domain::refusal::{Refusal, Remedy};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{Name, Provenance, Required, Rule, joint_default};
use crate::domain::session::agenda;
use crate::domain::session::correction::Wanted;
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::{self, RollMark, quorum};
use crate::domain::vote::{self, Attending, Choice, Outcome, VoteResult};

/// A session whose item is decided by a rule that wants the chair, and whose motion is drafted.
fn wanting_the_chair() -> Stage {
    let mut stage = Stage::sitting();
    let base = joint_default();
    let mut quorum = base.quorum.clone();
    quorum.required = vec![Required::Chair];
    let rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("主持人须在场"),
            en: line("With the chair"),
        }),
        quorum,
        provenance: Provenance::Own,
        clause: "《议事规则》第六条".to_owned(),
        from: Some(day("01-05")),
        ..base
    };
    stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
        id: rule.id.clone(),
        rule,
        follows: None,
        on: day("01-05"),
    }))));
    stage.agenda(agenda::Command::Put(item("s1", "i5", decision("own-1"))));
    stage.start("i5");
    stage.vote(vote::Command::Draft(motion("i5", "m1")));
    stage
}

fn chair_is_there(result: &VoteResult) -> bool {
    let mut quorum = result.quorum.iter();
    let chair = quorum.find(|it| it.of == Attending::Required(Required::Chair));
    chair.unwrap().holds()
}

#[test]
fn a_vote_does_not_open_without_the_chair_the_rule_wants() {
    let mut stage = wanting_the_chair();
    stage.mark("p1", RollMark::Left);
    let open = Command::Vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("09:15"),
    });
    let refusal = stage.refused(&open);
    assert!(
        matches!(
            refusal,
            Refusal::RequiredMissing {
                required: Required::Chair,
                ..
            }
        ),
        "{refusal:?}"
    );
    assert_eq!(refusal.remedy(), Some(Remedy::MarkRoll));
}

/// For that item the chair is whoever was given it, and the vote opens, is metered and ends so.
#[test]
fn the_chair_the_rule_wants_is_whoever_chairs_that_item() {
    let mut stage = wanting_the_chair();
    stage.session(session::Command::HandOver {
        id: "s1".into(),
        handover: Handover {
            office: Office::Chair,
            to: "p2".into(),
            item: Some("i5".into()),
            at: at("09:12"),
            turn: crate::domain::session::turn::Turn::default(),
        },
    });
    let mut without = stage.clone();
    without.mark("p2", RollMark::Left);
    let open = Command::Vote(vote::Command::Open {
        motion: "m1".into(),
        at: at("09:25"),
    });
    assert!(matches!(
        without.refused(&open),
        Refusal::RequiredMissing { .. }
    ));
    stage.mark("p1", RollMark::Left);
    stage.run(open);
    let meter = quorum::meter(&stage.world, stage.s1());
    let wanted = Attending::Required(Required::Chair);
    let mut wanted = meter.quorums.iter().filter(|it| it.proof.of == wanted);
    assert!(wanted.next().unwrap().holds());
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    let result = stage.end("m1");
    assert!(chair_is_there(&result));
    assert_eq!(result.outcome, Outcome::Adopted);
}

/// Whoever has that role is there, or nothing is voted; that somebody else is there does not help.
#[test]
fn a_role_the_rule_wants_is_filled_by_somebody_who_is_there() {
    for (role, opens) in [("委员", true), ("村会计", false)] {
        let rule = Rule {
            quorum: crate::domain::rule::Quorum {
                required: vec![Required::Role { role: line(role) }],
                ..joint_default().quorum
            },
            ..joint_default()
        };
        let stage = Stage::sitting();
        let there = quorum::required(&rule, stage.s1(), None);
        assert_eq!(there.len(), 1);
        assert_eq!(there[0].holds(), opens, "{role}");
        let numbers = there[0].inequality.to_string();
        assert_eq!(numbers, if opens { "1 >= 1" } else { "0 >= 1" });
    }
    // Of all who have it, none is there.
    let rule = Rule {
        quorum: crate::domain::rule::Quorum {
            required: vec![Required::Role {
                role: line("委员")
            }],
            ..joint_default().quorum
        },
        ..joint_default()
    };
    let planned = Stage::planned();
    assert!(!quorum::required(&rule, planned.s1(), None)[0].holds());
}

#[test]
fn what_was_voted_decides_nothing_once_the_chair_has_left_and_no_correction_changes_that() {
    for leaves in [false, true] {
        let mut stage = wanting_the_chair();
        stage.open("m1");
        stage.vote(vote::Command::AllFor {
            motion: "m1".into(),
        });
        if leaves {
            stage.mark("p1", RollMark::Left);
        }
        let result = stage.end("m1");
        assert_eq!(chair_is_there(&result), !leaves);
        let outcome = if leaves {
            Outcome::Inquorate
        } else {
            Outcome::Adopted
        };
        assert_eq!(result.outcome, outcome);
        stage.announce("m1");
        stage.run(correct(Wanted::Voice {
            motion: "m1".into(),
            person: "p3".into(),
            to: Choice::Against,
        }));
        let motion = stage.world.motion(&"m1".into()).unwrap();
        let corrected = motion.result().unwrap();
        assert_eq!(corrected.outcome, outcome);
        assert_eq!(chair_is_there(corrected), !leaves);
    }
}

/// Of a rule that wants women there, two of three came: hands, papers and villages know it as names do.
#[test]
fn who_came_is_known_whichever_way_is_voted() {
    use crate::domain::roster::{self, Person};
    use crate::domain::rule::{Method, Over, Quorum, Turnout};
    use crate::domain::vote::by_village::{Says, Stance};
    use crate::domain::vote::hands::{ChairHand, Hands};
    use crate::domain::vote::secret::{BallotCount, Papers};
    for (women, villages, outcome) in [(2, 4, Outcome::Adopted), (1, 4, Outcome::Inquorate)] {
        for method in Method::ALL {
            let mut stage = Stage::planned();
            for person in ["p2", "p5", "p7"] {
                let known = stage.world.person(&person.into()).unwrap().clone();
                let woman = Person {
                    woman: true,
                    ..known
                };
                stage.run(Command::Roster(roster::Command::PutPerson(woman)));
            }
            let over = |over| Turnout::TWO_THIRDS.over(over);
            let rule = Rule {
                id: "own-1".into(),
                name: Some(Name {
                    zh: line("女代表须到会"),
                    en: line("With the women"),
                }),
                quorum: Quorum {
                    all_of: vec![over(Over::Women), over(Over::Villages)],
                    ..Quorum::default()
                },
                provenance: Provenance::Own,
                clause: "《议事规则》第七条".to_owned(),
                methods: Method::ALL.to_vec(),
                from: Some(day("01-05")),
                ..joint_default()
            };
            stage.run(Command::Rule(book::Command::Adopt(Box::new(Adopted {
                id: rule.id.clone(),
                rule,
                follows: None,
                on: day("01-05"),
            }))));
            stage.session(session::Command::CallRoll("s1".into()));
            stage.sit();
            stage.agenda(agenda::Command::Put(item("s1", "i5", decision("own-1"))));
            stage.start("i5");
            stage.vote(vote::Command::Draft(motion("i5", "m1")));
            let m1 = || "m1".into();
            stage.vote(vote::Command::open(m1(), at("09:15"), method));
            let away = &["p5", "p7"][..3 - women];
            for person in away {
                stage.mark(person, RollMark::Left);
            }
            let here = 10 - u32::try_from(away.len()).unwrap();
            match method {
                Method::ByName => {
                    stage.vote(vote::Command::AllFor { motion: m1() });
                }
                Method::Hands => {
                    stage.vote(vote::Command::CountHands {
                        motion: m1(),
                        hands: Hands::proposed(here, 0, 0, 0, ChairHand::Counted),
                    });
                }
                Method::Secret => {
                    stage.vote(vote::Command::IssuePapers {
                        motion: m1(),
                        number: here,
                        at: at("09:16"),
                    });
                    let papers = Papers {
                        returned: here,
                        yes: here,
                        ..Papers::default()
                    };
                    for _ in 0..2 {
                        stage.vote(vote::Command::CountPapers {
                            motion: m1(),
                            count: BallotCount::Whole { papers },
                        });
                    }
                }
                Method::ByVillage => {
                    for village in [None, Some("v1"), Some("v2"), Some("v3"), Some("v4")] {
                        stage.vote(vote::Command::HearVillage {
                            motion: m1(),
                            village: village.map(Into::into),
                            says: Says::AsOne {
                                stance: Stance::For,
                            },
                        });
                    }
                }
            }
            let result = stage.end("m1");
            assert_eq!(result.outcome, outcome, "{method:?} {women}");
            let came: Vec<u32> = result.quorum.iter().map(|it| it.inequality.count).collect();
            let women = u32::try_from(women).unwrap();
            assert_eq!(came, [women, villages], "{method:?}");
        }
    }
}
