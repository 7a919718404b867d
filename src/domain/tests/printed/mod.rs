//! Every inequality that is printed, evaluated on its own numbers, is what the text beside it says.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

pub(crate) mod aloud;
pub(crate) mod reader;

use super::polls::{Case, Luck};
use super::stage::{Stage, at, day, line};
use crate::domain::rule::{
    Base, Comparator, Inequality, Method, Over, Pass, RecusalEffect, Threshold,
};
use crate::domain::vote::result::Voiced;
use crate::domain::vote::secret::{BallotCount, Issued, Papers, SecretCount, Urn};
use crate::domain::vote::tally::{Criterion, Demand, Proof, Voice};
use crate::domain::vote::trial::{Needed, Room, least};
use crate::domain::vote::village::VillageDecision;
use crate::domain::vote::{
    Attending, Ballot, Motion, MotionState, Outcome, QuorumProof, Sequel, SequelStep, VoteResult,
    Voter,
};
use crate::i18n::{Language, count_sheet as words, recusals, sequels, steps, terms};
use crate::papers::{count_sheet, plain, record};
use reader::check;
use std::sync::Arc;

const ROUNDS: u64 = 1_500;
/// No line of a paper is broken at this width: a formula stands in one piece.
const UNBROKEN: usize = 100_000;

/// Whether nothing of the tree is one of several: all of it holds where it is adopted.
fn plain_tree(pass: &Pass) -> bool {
    match pass {
        Pass::Any(_) => false,
        Pass::All(of) => of.iter().all(plain_tree),
        _ => true,
    }
}

/// A motion of the case's villages, voted by name and announced.
fn announced(stage: &mut Stage, case: &Case) -> (Motion, VoteResult) {
    let result = case.result();
    let voters: Vec<Voter> = case.voices.iter().map(|it| it.voter.clone()).collect();
    let ballot = Ballot::new(result.ended, case.rule.clone(), voters, Method::ByName);
    put(stage, case, ballot, result)
}

/// The same, voted secretly; where there are more papers than voters, void.
fn secretly(stage: &mut Stage, case: &Case, beyond: bool) -> (Motion, VoteResult) {
    let voters: Vec<Voter> = case.voices.iter().map(|it| it.voter.clone()).collect();
    let number = |said| {
        let voices = case.voices.iter().filter(|it| it.voice == said);
        u32::try_from(voices.count()).unwrap()
    };
    let [yes, no, abstain] = [Voice::For, Voice::Against, Voice::Abstain].map(number);
    let there = |it: &&Voiced| !matches!(it.voice, Voice::Absent | Voice::Recused);
    let to: Vec<Voter> = case
        .voices
        .iter()
        .filter(there)
        .map(|it| it.voter.clone())
        .collect();
    let in_room = to.iter().map(|it| it.person.clone()).collect();
    let issued = Issued {
        at: at("09:00"),
        to,
    };
    let papers = Papers {
        returned: yes + no + abstain,
        spoiled: 0,
        yes,
        no,
        abstain,
    };
    let papers = Papers {
        returned: if beyond {
            issued.number() + 1
        } else {
            papers.returned
        },
        ..papers
    };
    let count = BallotCount::Whole { papers }.or_void(&issued);
    let mut ballot = Ballot::new(at("09:00"), case.rule.clone(), voters, Method::Secret);
    ballot.secret = Urn {
        issued: Some(issued.clone()),
        counted: Some(count.clone()),
        ..Urn::default()
    };
    let secret = SecretCount { issued, count };
    let result = VoteResult::secretly(&ballot, &in_room, secret, &[], at("09:00"));
    put(stage, case, ballot, result)
}

fn put(stage: &mut Stage, case: &Case, ballot: Ballot, result: VoteResult) -> (Motion, VoteResult) {
    let mut motion = stage.world.motion(&"m1".into()).unwrap().clone();
    motion.villages.clone_from(&case.concerned);
    motion.state = MotionState::Announced {
        ballot,
        result: Box::new(result.clone()),
        at: at("09:00"),
    };
    stage
        .world
        .motions
        .insert("m1".into(), Arc::new(motion.clone()));
    (motion, result)
}

fn record(stage: &Stage, language: Language) -> String {
    let paper = record::record(
        &stage.world,
        stage.s1(),
        language,
        record::Printed::default(),
    );
    plain::write(&paper, language, UNBROKEN)
}

#[test]
fn in_the_result_on_screen_every_inequality_is_what_is_said_of_it_and_so_is_the_outcome() {
    let mut stage = Stage::voting();
    let (mut read, mut denied, mut adopted) = (0, 0, 0);
    for seed in 1..=ROUNDS {
        let case = Case::by_luck(&mut Luck::new(seed));
        let (motion, result) = match seed % 3 {
            0 => secretly(&mut stage, &case, seed % 21 == 0),
            _ => announced(&mut stage, &case),
        };
        for language in Language::ALL {
            let said = steps::result_sentence(language, &stage.world, &motion, &result);
            let all = check(&said, language);
            let judged = !matches!(result.outcome, Outcome::Inquorate | Outcome::Void);
            if judged && plain_tree(&case.rule.pass) {
                let holds = all.iter().all(reader::Read::holds);
                assert_eq!(says_adopted(&said, language), holds, "{said}");
                adopted += u32::from(holds);
            }
            read += all.len();
            denied += all.iter().filter(|it| !it.holds()).count();
            let effect = recusals::effect(language, &case.rule, &result);
            check(&effect.unwrap_or_default(), language);
        }
    }
    assert!(read > 5_000 && denied > 1_000, "{read} {denied}");
    assert!(adopted > 100, "{adopted}");
}

/// Reads the outcome off the end of a sentence.
fn says_adopted(said: &str, language: Language) -> bool {
    let last = match language {
        Language::Zh => said.rsplit_once('）'),
        Language::En => said.rsplit_once(')'),
    };
    let outcome = last.unwrap().1;
    match language {
        Language::Zh => outcome.starts_with("，通过"),
        Language::En => outcome.starts_with(": adopted"),
    }
}

#[test]
fn what_is_read_out_has_no_formula_and_every_comparison_of_it_is_true() {
    let mut stage = Stage::voting();
    let mut compared = 0;
    for seed in 1..=ROUNDS {
        let case = Case::by_luck(&mut Luck::new(seed));
        let (motion, result) = match seed % 3 {
            0 => secretly(&mut stage, &case, false),
            _ => announced(&mut stage, &case),
        };
        for language in Language::ALL {
            let said = steps::read_out(language, &stage.world, &motion, &result);
            assert!(!said.contains(['>', '<', '≥', '*', '=']), "{said}");
            let all = aloud::check(&said, language);
            if result.outcome == Outcome::Inquorate {
                assert!(!all.is_empty(), "{said}");
            }
            compared += all.len();
        }
    }
    assert!(compared > 5_000, "{compared}");
}

#[test]
fn in_the_record_every_inequality_is_what_is_said_of_it() {
    let mut stage = Stage::voting();
    let (mut read, mut waived) = (0, 0);
    for seed in 1..=ROUNDS / 5 {
        let mut case = Case::by_luck(&mut Luck::new(seed));
        // A village nobody knows has no name to print.
        case.concerned
            .retain(|it| stage.world.villages.contains_key(it));
        if seed % 2 == 0 {
            case.rule.recusal = RecusalEffect::Waive;
        }
        let (motion, result) = match seed % 3 {
            0 => secretly(&mut stage, &case, seed % 21 == 0),
            _ => announced(&mut stage, &case),
        };
        for language in Language::ALL {
            let paper = record(&stage, language);
            let all = check(&paper, language);
            let proofs = result.tally.criteria().into_iter();
            let proofs = proofs.filter(|it| !it.goes_without_saying()).count();
            let judged = !matches!(result.outcome, Outcome::Inquorate | Outcome::Void);
            let least = result.quorum.len() + if judged { proofs } else { 0 };
            assert!(all.len() >= least, "{} {least}\n{paper}", all.len());
            let aloud = steps::read_out(language, &stage.world, &motion, &result);
            assert!(paper.contains(&aloud), "{aloud}\n{paper}");
            read += all.len();
            waived += result.quorum.iter().filter(|it| it.waived).count();
        }
    }
    assert!(read > 1_000 && waived > 10, "{read} {waived}");
}

#[test]
fn on_a_count_sheet_every_inequality_is_what_is_said_of_it() {
    let mut stage = Stage::voting();
    let mut read = 0;
    for seed in 1..=ROUNDS / 5 {
        let case = Case::by_luck(&mut Luck::new(seed));
        let void = seed % 7 == 0;
        let (motion, _) = secretly(&mut stage, &case, void);
        for language in Language::ALL {
            let sheet = count_sheet::of_motion(&stage.world, stage.s1(), &motion, language);
            assert!(!sheet.is_empty());
            let sheet = plain::write(&sheet, language, UNBROKEN);
            let all = check(&sheet, language);
            assert!(!void || all.is_empty(), "{sheet}");
            read += all.len();
        }
    }
    assert!(read > 300, "{read}");
}

#[test]
fn in_a_villages_line_every_inequality_is_what_is_said_of_it_and_so_is_the_consent() {
    let mut stage = Stage::voting();
    let (mut agreed, mut refused, mut short) = (0, 0, 0);
    for seed in 1..=ROUNDS {
        let case = Case::by_luck(&mut Luck::new(seed));
        let (motion, result) = announced(&mut stage, &case);
        let decision = Box::new(VillageDecision {
            anew: None,
            village: "v2".into(),
            body: line("村民会议"),
            met: day("11-24"),
            rule: case.rule.clone(),
            tally: result.tally.clone(),
            quorum: result.quorum.clone(),
            outcome: result.outcome,
            paper: line("村档案"),
        });
        let agrees = decision.agreed();
        let step = Sequel::new(at("10:00"), SequelStep::Decided { decision });
        for language in Language::ALL {
            let said = sequels::step(language, &stage.world, &motion, &step);
            let all = check(&said, language);
            let (yes, no, nothing) = match language {
                Language::Zh => ("，同意；", "，未同意；", "，未作决定；"),
                Language::En => (", agreed;", ", not agreed;", ", nothing decided;"),
            };
            let says = [yes, no, nothing].map(|words| said.contains(words));
            let holds = all.iter().all(reader::Read::holds);
            // What a recusal waives is printed as not holding, and stands in nobody's way.
            let mut quorum = result.quorum.iter();
            let waived = quorum.any(|it| it.waived && !it.inequality.holds());
            match agrees {
                None => assert_eq!((says, holds), ([false, false, true], false), "{said}"),
                Some(_) if waived => {}
                Some(_) if !plain_tree(&case.rule.pass) => {}
                Some(_) => assert_eq!(says, [holds, !holds, false], "{said}"),
            }
        }
        match agrees {
            Some(true) => agreed += 1,
            Some(false) => refused += 1,
            None => short += 1,
        }
    }
    assert!(
        agreed > 100 && refused > 100 && short > 100,
        "{agreed} {refused} {short}"
    );
}

#[test]
fn a_void_ballot_has_no_figure_on_paper_but_how_many_papers_came_back() {
    let mut stage = Stage::voting();
    let mut seen = 0;
    for seed in 1..=60 {
        let case = Case::by_luck(&mut Luck::new(seed));
        let away = |it: &Voiced| matches!(it.voice, Voice::Absent | Voice::Recused);
        if case.voices.iter().all(away) {
            // Nobody was given a paper, and there are no piles to have rows.
            continue;
        }
        let (motion, result) = secretly(&mut stage, &case, true);
        assert_eq!(result.outcome, Outcome::Void);
        for language in Language::ALL {
            let sheet = count_sheet::of_motion(&stage.world, stage.s1(), &motion, language);
            let sheet = plain::write(&sheet, language, UNBROKEN);
            let void = words::void(language);
            for voice in [Voice::For, Voice::Against, Voice::Abstain] {
                let name = terms::voice(language, voice);
                // The next vote has a sheet of its own, with room for what is counted.
                let rows = sheet.lines();
                let rows = rows.filter(|it| it.contains(name) && !it.contains("__"));
                let row = rows.clone().find(|it| it.contains(void));
                let row = row.unwrap_or_else(|| panic!("{name}\n{sheet}"));
                assert!(!row.contains(|it: char| it.is_ascii_digit()), "{row}");
            }
            for label in [words::label_valid(language), words::label_spoiled(language)] {
                let field = sheet
                    .lines()
                    .find(|it| it.trim_start().starts_with(label))
                    .unwrap();
                assert!(field.contains(void), "{field}");
            }
            let paper = record(&stage, language);
            let none = terms::voice(language, Voice::For);
            assert!(
                !paper
                    .lines()
                    .any(|it| it.contains('|') && it.contains(none)),
                "{paper}"
            );
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn what_is_read_out_names_every_number() {
    let stage = Stage::voting();
    let quorum = |of, count, need_num, base| QuorumProof {
        of: Attending::Of(of),
        inequality: Inequality {
            den: 2,
            count,
            comparator: Comparator::MoreThan,
            num: need_num,
            base,
        },
        waived: false,
    };
    let reaches = |over, base, count, whole| {
        Proof::One(Criterion {
            group: None,
            over,
            demand: Demand::Reaches(base),
            inequality: Threshold::more_than_half(base).with(count, whole),
        })
    };
    let case = Case::by_luck(&mut Luck::new(1));
    let result = |proof, short: Vec<QuorumProof>| {
        let mut result = case.result();
        result.concerned = Vec::new();
        result.tally.measured = Vec::new();
        result.tally.groups = Vec::new();
        result.outcome = match short.is_empty() {
            true => Outcome::Adopted,
            false => Outcome::Inquorate,
        };
        result.tally.proof = proof;
        result.quorum = short;
        result
    };
    let plain = || reaches(Over::Persons, Base::Entitled, 12, 12);
    let motion = stage.world.motion(&"m1".into()).unwrap();
    for (proof, short, zh, en) in [
        (
            plain(),
            None,
            "赞成 12 票，超过应到会 12 人的半数，通过",
            "12 for, more than half of the 12 entitled: adopted",
        ),
        (
            reaches(Over::Villages, Base::Entitled, 3, 4),
            None,
            "赞成的村 3 个，超过全部 4 个村的半数，通过",
            "3 villages for, more than half of all 4 villages: adopted",
        ),
        (
            reaches(Over::Weights, Base::Present, 30, 50),
            None,
            "赞成的村的权重 30，超过到会的村的权重 50 的半数，通过",
            "30 of village weight for, more than half of the weight of 50 present: adopted",
        ),
        (
            reaches(Over::Households, Base::Entitled, 120, 200),
            None,
            "赞成的人所代表的户 120 户，超过全部 200 户的半数，通过",
            "120 households for, more than half of all 200 households: adopted",
        ),
        (
            reaches(Over::Persons, Base::Against, 7, 3),
            None,
            "赞成 7 票，超过反对 3 票的半数，通过",
            "7 for, more than half of the 3 against: adopted",
        ),
        (
            plain(),
            Some(quorum(Over::Persons, 6, 1, 12)),
            "须到 7 人，表决结束时到会 6 人，未达到法定人数，未作决定",
            "7 people needed and 6 present at the end of the vote, short of the quorum: nothing was decided",
        ),
        (
            plain(),
            Some(quorum(Over::Villages, 2, 1, 4)),
            "到会的村须有 3 个，表决结束时有 2 个，未达到法定人数，未作决定",
            "3 villages needed and 2 present at the end of the vote, short of the quorum: nothing was decided",
        ),
    ] {
        let result = result(proof, short.into_iter().collect());
        for (language, wanted) in [(Language::Zh, zh), (Language::En, en)] {
            let said = steps::read_out(language, &stage.world, motion, &result);
            assert!(said.contains(wanted), "{wanted}\n{said}");
            let proved = steps::result_sentence(language, &stage.world, motion, &result);
            assert!(!check(&proved, language).is_empty(), "{proved}");
        }
    }
}

#[test]
fn the_least_votes_the_grid_says_pass_and_one_fewer_do_not() {
    let (mut votes, mut never, mut few) = (0, 0, 0);
    for seed in 1..=ROUNDS {
        let mut luck = Luck::new(seed);
        let mut case = Case::by_luck(&mut luck);
        case.rule.pass = persons(&case.rule.pass);
        case.rule.consent = Default::default();
        case.rule
            .quorum
            .all_of
            .retain(|it| it.over == Over::Persons);
        case.concerned = Vec::new();
        let entitled = luck.below(16);
        let absent = luck.below(entitled + 1);
        let abstaining = luck.below(entitled - absent + 1);
        let room = Room {
            entitled,
            absent,
            abstaining,
        };
        let deciding = entitled - absent - abstaining;
        let rule = case.rule.clone();
        let mut outcome = |yes: u32| {
            let said = [
                (Voice::For, yes),
                (Voice::Against, deciding - yes),
                (Voice::Abstain, abstaining),
                (Voice::Absent, absent),
            ];
            let said = said
                .into_iter()
                .flat_map(|(voice, times)| (0..times).map(move |_| voice));
            let voices = (0..).zip(said).map(|(at, voice): (u32, Voice)| {
                Voiced::new(Voter::new(format!("p{at}").as_str().into(), None), voice)
            });
            case.voices = voices.collect();
            case.result().outcome
        };
        match least(&rule, room).unwrap() {
            Needed::Votes(least) => {
                assert_eq!(
                    outcome(least),
                    Outcome::Adopted,
                    "seed {seed}: {room:?} {least}"
                );
                assert_ne!(
                    outcome(least - 1),
                    Outcome::Adopted,
                    "seed {seed}: {room:?} {least}"
                );
                votes += 1;
            }
            Needed::Never => {
                assert_ne!(outcome(deciding), Outcome::Adopted, "seed {seed}: {room:?}");
                never += 1;
            }
            Needed::TooFew => {
                assert_eq!(
                    outcome(deciding),
                    Outcome::Inquorate,
                    "seed {seed}: {room:?}"
                );
                few += 1;
            }
        }
    }
    assert!(
        votes > 100 && never > 50 && few > 50,
        "{votes} {never} {few}"
    );
}

/// The same tree with everything it counts counted in persons.
fn persons(pass: &Pass) -> Pass {
    match pass {
        Pass::Reaches(it) | Pass::EachVillage(it) => Pass::Reaches(it.over(Over::Persons)),
        Pass::FewerBlockersThan { number, .. } => Pass::FewerBlockersThan {
            over: Over::Persons,
            number: *number,
        },
        Pass::All(of) => Pass::All(of.iter().map(persons).collect()),
        Pass::Any(of) => Pass::Any(of.iter().map(persons).collect()),
    }
}
