//! What the chair says, what is refused and how facts are named, in both languages.

use super::staged::{Staged, at, day, line};
use insta::assert_snapshot;
use lianxi::domain::ids::RuleId;
use lianxi::domain::matter::intake::Fen;
use lianxi::domain::matter::life::{End, Missing};
use lianxi::domain::matter::path;
use lianxi::domain::refusal::OfMatter;
use lianxi::domain::roster::roll::Exclusion;
use lianxi::domain::rule::{
    Base, Cause, Method, Over, Pass, Required, Rule, RuleFault, Threshold, joint_default, preset,
    presets,
};
use lianxi::domain::session::next::{Step, next_step};
use lianxi::domain::session::{SessionKind, SessionState};
use lianxi::domain::task;
use lianxi::domain::vote::meeting;
use lianxi::domain::vote::result::Voiced;
use lianxi::domain::vote::slate;
use lianxi::domain::vote::tally::Voice;
use lianxi::domain::vote::{self, Ballot, Effect, Motion, MotionState, VoteResult, Voter};
use lianxi::domain::{Refusal, Remedy, World, board, matter, register};
use lianxi::i18n::{Language, refusals, steps, terms};
use std::fmt::Write as _;

/// Says a thing in both languages, a line each.
fn both(say: impl Fn(Language) -> String) -> String {
    Language::ALL.map(say).join("\n") + "\n"
}

fn spoken(stage: &Staged, step: &Step) -> String {
    both(|language| {
        let said = steps::spoken(language, &stage.0, stage.s1(), step);
        format!(
            "[{}] {said}",
            steps::key_label(language, stage.s1().state, step)
        )
    })
}

#[test]
fn what_the_chair_says_at_each_step() {
    let planned = Staged::planned();
    let mut stage = Staged::opened();
    stage.start("i2", "09:10");
    stage.draft("m1", "i2", "修路", Effect::Proposes, &["v1", "v3"]);
    stage.draft("m2", "i2", "先修东段", Effect::Decides, &[]);
    let (item, motion) = (|| "i2".into(), || "m1".into());
    let mut said = spoken(&planned, &next_step(&planned.0, planned.s1()));
    said += &spoken(&planned, &Step::AwaitQuorum { missing: 7 });
    for step in [
        Step::CallRoll,
        Step::NameChair,
        Step::Open,
        Step::Resume,
        Step::AskRollAgain { back: 3 },
        Step::Reconvene,
        Step::StartItem("i1".into()),
        Step::StartItem(item()),
        Step::TakeUpAgain(item()),
        Step::DraftMotion(item()),
        Step::OpenVote(motion()),
        Step::OpenVote("m2".into()),
        Step::VoteAwaitsQuorum {
            motion: motion(),
            missing: 2,
        },
        Step::Ask {
            motion: motion(),
            missing: 3,
        },
        Step::CountHands {
            motion: motion(),
            room: 9,
        },
        Step::IssuePapers {
            motion: motion(),
            room: 9,
        },
        Step::CountPapers {
            motion: motion(),
            again: false,
        },
        Step::CountPapers {
            motion: motion(),
            again: true,
        },
        Step::HearVillages {
            motion: motion(),
            missing: 2,
        },
        Step::TakeBack(motion()),
        Step::EndVote(motion()),
        Step::FinishItem(item()),
        Step::Close,
        Step::Seal,
        Step::Done,
    ] {
        said += &spoken(&stage, &step);
    }
    let sealed = Staged::sealed();
    said += &spoken(&sealed, &Step::Announce("m1".into()));
    said += &spoken(&sealed, &Step::Announce("m2".into()));
    assert_snapshot!(said);
}

/// Counts voices under a rule: two voters of `v1`, two of `v2`, the others area-wide.
fn counted(rule: Rule, effect: Effect, voices: &[Voice]) -> (Motion, VoteResult) {
    let voices: Vec<Voiced> = (1..)
        .zip(voices)
        .map(|(number, voice)| {
            let village = match number {
                1 | 2 => Some("v1".into()),
                3 | 4 => Some("v2".into()),
                _ => None,
            };
            Voiced::new(Voter::new(format!("p{number}").into(), village), *voice)
        })
        .collect();
    let villages = vec!["v2".into()];
    let voters = voices.iter().map(|voiced| voiced.voter.clone()).collect();
    let ballot = Ballot::new(at("09:50"), rule, voters, Default::default());
    let result = VoteResult::of(&ballot, voices, &villages, at("10:00"));
    let motion = Motion {
        villages,
        effect,
        state: MotionState::Counted {
            ballot,
            result: Box::new(result.clone()),
        },
        ..Motion::draft("m".into(), "s1".into(), "i2".into(), Vec::new())
    };
    (motion, result)
}

#[test]
fn a_result_in_one_sentence() {
    use Voice::{Absent, Abstain, Against, For, NotVoting};
    let stage = Staged::planned();
    let tied = [For, For, Against, Against];
    let all = [For, For, For, For, For];
    let none = [Against, Abstain, NotVoting, Against];
    let few = [For, For, Absent, Absent, Absent];
    let mut said = String::new();
    for effect in [Effect::Decides, Effect::Proposes] {
        for voices in [&tied[..], &all, &none, &few] {
            let (motion, result) = counted(joint_default(), effect, voices);
            said += &both(|it| steps::result_sentence(it, &stage.0, &motion, &result));
        }
    }
    for rule in presets().iter().filter(|rule| rule.quorum.is_empty()) {
        writeln!(said, "{}", rule.id).unwrap();
        for voices in [&tied[..], &all] {
            let (motion, result) = counted(rule.clone(), Effect::Decides, voices);
            said += &both(|it| steps::result_sentence(it, &stage.0, &motion, &result));
        }
    }
    let mut fifths = preset("two-thirds-of-entitled").unwrap();
    fifths.pass = Pass::Reaches(Threshold::at_least(4, 5, Base::Entitled));
    let (motion, result) = counted(fifths, Effect::Decides, &none);
    said += &both(|it| steps::result_sentence(it, &stage.0, &motion, &result));
    assert_snapshot!(said);
}

fn every_refusal() -> Vec<Refusal> {
    let name = || line("李家屯");
    let title = || line("修路");
    let closed = |end| {
        let title = title();
        matter::Refused::Closed { title, end }.into()
    };
    vec![
        Refusal::NoCommittee,
        Refusal::CommitteeFounded,
        Refusal::Unknown,
        Refusal::AlreadyThere,
        Refusal::NameTaken { name: name() },
        Refusal::StillUsed { name: name() },
        Refusal::EndsBeforeItBegins {
            from: day("2026-11-23"),
            to: day("2026-11-01"),
        },
        Refusal::OrdinalTaken { ordinal: 0 },
        Refusal::OrdinalTaken { ordinal: 3 },
        Refusal::SessionNotIn {
            have: SessionState::Planned,
            need: SessionState::Sitting,
        },
        Refusal::Frozen,
        Refusal::Sealed,
        Refusal::MinutesOver,
        Refusal::NotFrozenYet {
            have: SessionState::Break,
        },
        Refusal::NobodyEntitled {
            on: day("2026-11-23"),
        },
        Refusal::NoChair,
        Refusal::RollNotCalled,
        Refusal::RollNotFinished { unmarked: 1 },
        Refusal::QuorumShort {
            excused: 0,
            rule: "joint-default".into(),
            over: Over::Persons,
            entitled: 9,
            have: 3,
            need: 5,
        },
        Refusal::NotOnTheRoll { name: name() },
        Refusal::ObserverNeverCounted { name: name() },
        Refusal::NoMereGuest { name: name() },
        Refusal::TimesCross,
        Refusal::TimesOnly,
        Refusal::LateItemWantsReason,
        Refusal::ItemDealtWith { title: title() },
        Refusal::ItemNotRunning { title: title() },
        Refusal::ItemHasNoRule { title: title() },
        Refusal::NoWords,
        Refusal::MotionPastWording,
        Refusal::VoteOpen {
            motion: "m1".into(),
        },
        Refusal::VoteNotOpen,
        Refusal::NotAnnounced {
            motion: "m1".into(),
        },
        Refusal::NotCounted,
        Refusal::VoicesMissing {
            people: vec!["p1".into(), "p2".into()],
        },
        Refusal::NotEntitled { name: name() },
        Refusal::NotInRoom { name: name() },
        Refusal::OnlyByVideo { name: name() },
        Refusal::IsThere { name: name() },
        Refusal::StoodFor { name: name() },
        Refusal::RollCalled,
        Refusal::NoticeShort {
            on: day("2026-11-22"),
            need: 3,
            latest: day("2026-11-20"),
        },
        Refusal::QuorumReached,
        Refusal::RollDue,
        Refusal::VoteDemanded {
            rule: "joint-major".into(),
        },
        Refusal::HandsDoNotAddUp { room: 9, sum: 7 },
        Refusal::HandsDoNotAddUp { room: 9, sum: 10 },
        Refusal::HandsMissing,
        Refusal::CountedByHands,
        Refusal::CountedByName,
        Refusal::Slate(slate::Refused::ElectedByName {
            rule: "election-contested".into(),
        }),
        Refusal::Slate(slate::Refused::OneIsTaken),
        Refusal::Slate(slate::Refused::NotOnTheBallot { name: name() }),
        Refusal::CountedSecretly,
        Refusal::CountedByVillage,
        Refusal::NamedAlready,
        Refusal::PapersIssued,
        Refusal::PapersNotIssued,
        Refusal::PapersNotTheRoom { room: 9, number: 8 },
        Refusal::TooFewPapers {
            village: Some("v2".into()),
            papers: 2,
        },
        Refusal::PapersDoNotAddUp {
            village: None,
            returned: 9,
            sum: 8,
        },
        Refusal::PapersDoNotAddUp {
            village: Some("v1".into()),
            returned: 3,
            sum: 4,
        },
        Refusal::PapersByVillage,
        Refusal::PapersWhole,
        Refusal::PapersCounted,
        Refusal::PapersUncounted,
        Refusal::VillagesMissing {
            villages: vec![Some("v1".into())],
        },
        Refusal::VillagesMissing {
            villages: vec![Some("v2".into()), None],
        },
        Refusal::NoDelegateThere {
            village: Some("v1".into()),
        },
        Refusal::DelegatesDoNotAddUp {
            village: Some("v1".into()),
            here: 3,
            sum: 2,
        },
        Refusal::SpeaksAsOne {
            village: "v1".into(),
        },
        Refusal::ForTheOther {
            name: line("李家屯"),
            motion: "m1".into(),
        },
        Refusal::ForBoth {
            village: None,
            motion: "m1".into(),
            then: 5,
            now: 6,
            people: 10,
        },
        Refusal::ForBoth {
            village: Some("v1".into()),
            motion: "m1".into(),
            then: 2,
            now: 2,
            people: 3,
        },
        Refusal::OtherAdopted {
            motion: "m1".into(),
        },
        Refusal::LinkStands {
            motion: "m1".into(),
        },
        Refusal::MethodNotAllowed {
            rule: "each-group-majority-of-present".into(),
            method: Method::Hands,
        },
        Refusal::QuorumShort {
            excused: 0,
            rule: "one-village-one-vote".into(),
            over: Over::Villages,
            entitled: 5,
            have: 2,
            need: 3,
        },
        Refusal::RequiredMissing {
            rule: "joint-default".into(),
            required: Required::Chair,
        },
        Refusal::RuleFaulty {
            fault: RuleFault {
                at: "pass.all[1]".to_owned(),
                cause: Cause::OverOne,
            },
        },
        Refusal::RuleFollowed {
            rule: "joint-default".into(),
        },
        Refusal::RuleUnchanged {
            rule: "joint-default".into(),
        },
        Refusal::TaskDropped,
        Refusal::TaskOpen,
        Refusal::TaskDone,
        task::Refused::Waiting { signer: None }.into(),
        task::Refused::Waiting {
            signer: Some(line("周明")),
        }
        .into(),
        task::Refused::Resting.into(),
        task::Refused::NotResting.into(),
        task::Refused::NotFinished.into(),
        task::Refused::NotClosed.into(),
        task::Refused::PartsOpen {
            villages: vec![line("柳河村"), line("东庄村")],
        }
        .into(),
        task::Refused::VillageSilent {
            village: line("柳河村"),
        }
        .into(),
        task::Refused::NotRuled {
            to: line("镇党委")
        }
        .into(),
        task::Refused::NoPart.into(),
        task::Refused::PartDone.into(),
        task::Refused::PartNotDone.into(),
        task::Refused::PartBegun {
            village: line("柳河村"),
        }
        .into(),
        task::Refused::OtherSigner {
            signer: line("周明"),
        }
        .into(),
        task::Refused::TooEarly {
            from: day("2026-12-01"),
        }
        .into(),
        task::Refused::DateOver.into(),
        task::Refused::NobodyAsked.into(),
        closed(End::Filed),
        closed(End::Withdrawn),
        closed(End::HandedBack),
        closed(End::Merged),
        matter::Refused::NotScreened.into(),
        matter::Refused::NotReceived.into(),
        matter::Refused::SharesShort {
            shares: Fen(2_000_000),
            whole: Fen(3_000_000),
            way: OfMatter::SendBack,
            also: None,
        }
        .into(),
        matter::Refused::SharesUnsettled {
            whole: Fen(3_000_000),
            villages: Vec::new(),
            way: OfMatter::SendBack,
        }
        .into(),
        matter::Refused::IntoDecided {
            title: title(),
            way: OfMatter::Agenda,
        }
        .into(),
        matter::Refused::SharesShort {
            shares: Fen(2_000_000),
            whole: Fen(3_000_000),
            way: OfMatter::Contribute,
            also: None,
        }
        .into(),
        matter::Refused::NotDone {
            missing: vec![Missing::Steps { steps: 2 }],
        }
        .into(),
        matter::Refused::NotDone {
            missing: vec![Missing::Task { what: title() }],
        }
        .into(),
        matter::Refused::Path(path::Refused::NoPath).into(),
        matter::Refused::Path(path::Refused::NotAsked { name: name() }).into(),
        board::Refused::NotUp.into(),
        board::Refused::Up.into(),
        board::Refused::NoText.into(),
        board::Refused::SaysNothing.into(),
        board::Refused::BeforeObjected {
            on: day("2026-11-23"),
        }
        .into(),
        board::Refused::WantsReason.into(),
        register::Refused::NoScheme.into(),
        register::Refused::Double {
            by: register::TellsAlready::Matter(matter::Number {
                year: 2026,
                serial: 3,
            }),
            on: day("2026-11-02"),
        }
        .into(),
        register::Refused::Double {
            by: register::TellsAlready::Task(line("修水渠")),
            on: day("2026-11-02"),
        }
        .into(),
        Refusal::Meeting(meeting::Refused::BeforeDecided {
            on: day("2026-11-23"),
        }),
        Refusal::Meeting(meeting::Refused::BeforeLast {
            on: day("2026-11-23"),
        }),
        Refusal::Meeting(meeting::Refused::Undecided {
            name: line("柳沟村"),
        }),
        Refusal::OutOfTurn {
            kind: SessionKind::Regular,
            ordinal: 4,
            on: day("2026-11-23"),
            later: true,
        },
        Refusal::OutOfTurn {
            kind: SessionKind::Regular,
            ordinal: 2,
            on: day("2026-11-23"),
            later: false,
        },
        Refusal::DateWantsReason,
        Refusal::NothingToUndo,
        Refusal::NothingToRedo,
        Refusal::Overtaken,
        Refusal::OnlyReading,
        Refusal::Final,
    ]
}

#[test]
fn every_refusal_is_a_sentence_with_its_next_step() {
    let stage = Staged::sealed();
    let mut said = String::new();
    for refusal in every_refusal() {
        said += &both(|language| {
            let words = refusals::refusal(language, &stage.0, &refusal);
            assert!(words.ends_with(['。', '.']), "{words}");
            let ways = refusal.remedies();
            ways.into_iter().fold(words, |said, remedy| {
                format!("{said} [{}]", refusals::remedy(language, remedy))
            })
        });
    }
    assert_snapshot!(said);
    assert_eq!(refusals::remedy(Language::Zh, Remedy::EndVote), "结束表决");
}

#[test]
fn facts_have_names() {
    let stage = Staged::planned();
    let (zh, en) = (Language::Zh, Language::En);
    assert_eq!(terms::session_name(zh, stage.s1()), "第3次联席会议（例会）");
    assert_eq!(
        terms::session_name(en, stage.s1()),
        "Joint session no. 3 (regular)"
    );
    assert_eq!(terms::date(zh, day("2026-11-23")), "2026年11月23日 周一");
    assert_eq!(terms::date(en, day("2026-02-01")), "Sun 1 Feb 2026");
    assert_eq!(
        terms::short_date(zh, day("2026-11-23"), day("2026-12-31")),
        "11-23 周一"
    );
    assert_eq!(
        terms::short_date(en, day("2026-11-23"), day("2026-12-31")),
        "Mon 23 Nov"
    );
    assert_eq!(terms::minute(zh, at("9:05")), "2026年11月23日 周一 09:05");
    for rule in presets() {
        for language in Language::ALL {
            assert_ne!(terms::rule_name(language, rule), rule.id.as_str());
            assert_ne!(terms::clause(language, rule), rule.id.as_str());
        }
    }
    // The citation is data in the rule and a sentence here; both say the same.
    assert_eq!(terms::clause(zh, &joint_default()), joint_default().clause);
    assert_eq!(
        terms::rule(zh, &World::default(), &RuleId::from("later")),
        "later"
    );
    let mut reasons = Exclusion::ALL.map(|reason| terms::exclusion(zh, reason));
    reasons.sort_unstable();
    assert!(reasons.windows(2).all(|pair| pair[0] != pair[1]));
    assert_eq!(
        terms::outcome(zh, vote::Outcome::Adopted, Effect::Decides),
        "通过"
    );
    for outcome in [
        vote::Outcome::Adopted,
        vote::Outcome::Rejected,
        vote::Outcome::Tied,
        vote::Outcome::Inquorate,
    ] {
        let said = terms::outcome(zh, outcome, Effect::Proposes);
        assert!(!said.contains("通过"), "{said}");
    }
}
