//! The record of sessions that do not go as planned.

#![allow(clippy::unwrap_used)]

use super::{Printed, record};
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::roster::{self, Capacity, OwnRules, Person, Seat};
use crate::domain::session::again::Sitting;
use crate::domain::session::agenda::ItemState;
use crate::domain::session::attendance::Excuse;
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::minutes::{self, Entry};
use crate::domain::session::notice::{Channel, Notice, Told};
use crate::domain::session::paper::FromPaper;
use crate::domain::session::room::SeatMend;
use crate::domain::session::{self, RollMark, agenda};
use crate::domain::tests::moments::{self, Moment};
use crate::domain::tests::stage::{Stage, at, day, line, motion, recused, speech, text};
use crate::domain::vote::by_village::{Says, Split, Stance};
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::vote::secret::{BallotCount, Papers};
use crate::domain::vote::{self, Choice, Motion};
use crate::i18n::{Language, notices, record as words};
use crate::papers::plain;
use insta::assert_snapshot;

fn printed(stage: &Stage, name: &str) {
    for language in Language::ALL {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        assert_snapshot!(
            format!("{name}.{language}"),
            plain::write(&paper, language, 80)
        );
    }
}

#[test]
fn an_item_that_was_given_up_stands_with_its_reason_among_those_left_over() {
    let mut stage = Stage::sitting();
    stage.close();
    let drop = |stage: &mut Stage, item: &str| {
        stage.agenda(agenda::Command::Drop {
            item: item.into(),
            reason: line("镇里已经统一安排"),
            at: at("11:30"),
        });
    };
    drop(&mut stage, "i3");
    stage.seal();
    drop(&mut stage, "i1");
    for language in Language::ALL {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        let paper = plain::write(&paper, language, 80);
        let heading = words::left_over(language);
        let left = paper.lines().skip_while(|line| !line.contains(heading));
        let left: Vec<&str> = left.take(12).collect();
        assert_snapshot!(format!("given_up.{language}"), left.join("\n"));
    }
}

fn admit(id: &str, name: &str, unit: &str, stands_for: Option<&str>) -> session::Command {
    session::Command::Admit {
        id: "s1".into(),
        person: Person {
            woman: false,
            kin: Vec::new(),

            id: id.into(),
            name: line(name),
        },
        role: line(unit),
        stands_for: stands_for.map(Into::into),
    }
}

#[test]
fn the_room_stands_in_the_record() {
    let mut stage = Stage::planned();
    stage.session(session::Command::Notify {
        id: "s1".into(),
        notice: Some(Notice {
            channel: Some(Channel::Group),
            told: Told::Only(vec!["p2".into(), "p3".into()]),
            urgent: Some(line("汛情紧急")),
            ..Notice::sent(day("11-22"))
        }),
    });
    for language in Language::ALL {
        let text = notices::text(language, &stage.world, stage.s1());
        assert_snapshot!(format!("notice.{language}"), text);
    }
    stage.session(session::Command::AskLeave {
        id: "s1".into(),
        person: "p5".into(),
        reason: Some(Excuse::Duty),
    });
    stage.session(admit("g1", "何水利", "县水利局", None));
    stage.session(session::Command::CallRoll("s1".into()));
    stage.session(admit("g2", "尤代表", "李家屯村文书", Some("p5")));
    stage.mark("p6", RollMark::Video);
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:55"),
    });
    stage.session(session::Command::Open {
        id: "s1".into(),
        at: at("09:30"),
    });
    stage.session(session::Command::MendSeat {
        id: "s1".into(),
        seat: Seat {
            households: None,
            shares: None,

            id: "k12".into(),
            person: "p12".into(),
            village: Some("v2".into()),
            role: line("会计"),
            capacity: Capacity::Voting,
            from: day("01-01"),
            to: None,
            counts: false,
        },
        mend: SeatMend {
            person: "p12".into(),
            on: day("11-23"),
            reason: line("名册误作列席"),
        },
    });
    stage.session(session::Command::HandOver {
        id: "s1".into(),
        handover: Handover {
            office: Office::Chair,
            to: "p2".into(),
            item: Some("i2".into()),
            at: at("09:40"),
            turn: crate::domain::session::turn::Turn::default(),
        },
    });
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.open("m1");
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    let second = vote::Command::Draft(Motion {
        effect: vote::Effect::Proposes,
        ..motion("i2", "m2")
    });
    stage.vote(second);
    stage.vote(vote::Command::Agree {
        motion: "m2".into(),
        at: at("09:50"),
    });
    let third = vote::Command::Draft(Motion {
        villages: vec!["v2".into()],
        ..motion("i2", "m3")
    });
    stage.vote(third);
    stage.vote(vote::Command::OpenByHands {
        motion: "m3".into(),
        at: at("09:55"),
    });
    stage.vote(vote::Command::Take {
        motion: "m3".into(),
        person: "p3".into(),
        choice: recused(),
    });
    let chair = ChairHand::Apart {
        choice: vote::Choice::For,
    };
    stage.vote(vote::Command::CountHands {
        motion: "m3".into(),
        hands: Hands::proposed(8, 2, 1, 1, chair),
    });
    stage.end("m3");
    stage.announce("m3");
    stage.session(session::Command::HandOver {
        id: "s1".into(),
        handover: Handover {
            office: Office::Recorder,
            to: "p1".into(),
            item: None,
            at: at("10:10"),
            turn: crate::domain::session::turn::Turn::default(),
        },
    });
    stage.close();
    printed(&stage, "room");
}

fn again(day_: &str, hour: u32) -> Sitting {
    Sitting {
        date: day(day_),
        start: chrono::NaiveTime::from_hms_opt(hour, 0, 0),
    }
}

fn next(stage: &mut Stage) {
    let (_, command) = stage.next(&"s1".into());
    stage.run(command.unwrap());
}

#[test]
fn sitting_again_stands_in_the_record() {
    let mut stage = moments::stage(Moment::Short);
    let id = || "s1".into();
    stage.session(session::Command::Lapse {
        id: id(),
        at: at("09:30"),
        second: again("11-24", 9),
    });
    next(&mut stage);
    next(&mut stage);
    for person in ["p2", "p3", "p4", "p5", "p6"] {
        stage.mark(person, RollMark::Absent);
    }
    let on = |text: &str| Minute::read(&format!("2026-11-{text}")).unwrap();
    let mark = |person: &str, mark, at| session::Command::Mark {
        id: "s1".into(),
        person: person.into(),
        mark,
        at,
    };
    stage.session(session::Command::AllPresent {
        id: id(),
        at: on("24T08:50"),
    });
    stage.session(session::Command::OpenWithoutVotes {
        id: id(),
        at: on("24T09:10"),
        reason: line("先传达防汛文件"),
    });
    stage.session(mark("p3", RollMark::Present, on("24T09:40")));
    stage.session(mark("p4", RollMark::Present, on("24T09:50")));
    stage.session(mark("p4", RollMark::Left, on("24T10:00")));
    stage.session(session::Command::Adjourn {
        id: id(),
        at: on("24T11:00"),
        again: again("11-25", 14),
    });
    stage.session(session::Command::Resume {
        id: id(),
        at: on("25T14:05"),
    });
    for person in ["p1", "p3", "p7", "p8", "p9"] {
        stage.session(mark(person, RollMark::Present, on("25T14:00")));
    }
    stage.session(session::Command::ConfirmRoll {
        id: id(),
        at: on("25T14:06"),
    });
    stage.session(session::Command::FromPaper {
        id: id(),
        paper: FromPaper {
            since: on("25T14:20"),
            until: None,
            reason: line("停电"),
            paper: line("记录本第三页，党建室"),
        },
    });
    stage.session(mark("p2", RollMark::Present, on("25T14:25")));
    stage.minutes(minutes::Command::Add(Entry {
        at: on("25T14:30"),
        words: text("先摸清底数。"),
        ..speech("i3", "e1", "p2")
    }));
    stage.agenda(agenda::Command::Start {
        item: "i2".into(),
        at: on("25T14:31"),
    });
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    stage.vote(vote::Command::Agree {
        motion: "m1".into(),
        at: on("25T14:40"),
    });
    stage.session(session::Command::Close {
        id: id(),
        at: on("25T15:00"),
    });
    printed(&stage, "again");
}

#[test]
fn who_came_to_the_opening_stays_as_it_was_whoever_gives_a_vote_back() {
    let mut stage = Stage::planned();
    stage.run(Command::Roster(roster::Command::AdoptRules(Some(
        OwnRules {
            title: line("《东集片区议事规则》"),
            clause: line("第九条"),
            rule: "joint-default".into(),
            adopted: day("01-05"),
            online: false,
            deputies: true,
        },
    ))));
    stage.session(session::Command::CallRoll("s1".into()));
    stage.mark("p5", RollMark::Absent);
    stage.session(admit("g2", "尤代表", "李家屯村文书", Some("p5")));
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:55"),
    });
    stage.session(session::Command::Open {
        id: "s1".into(),
        at: at("09:00"),
    });
    stage.session(session::Command::Mark {
        id: "s1".into(),
        person: "p5".into(),
        mark: RollMark::Present,
        at: at("09:20"),
    });
    stage.session(session::Command::Mark {
        id: "s1".into(),
        person: "g2".into(),
        mark: RollMark::Left,
        at: at("09:21"),
    });
    stage.session(session::Command::Exclude {
        id: "s1".into(),
        person: "p5".into(),
        reason: None,
    });
    for language in Language::ALL {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        let paper = plain::write(&paper, language, 200);
        let all = crate::i18n::record::present_at_opening(language, 10);
        let gave = crate::i18n::record::deputy_gave_back(language);
        assert!(paper.contains(&all) && paper.contains(gave), "{paper}");
    }
}

#[test]
fn a_chair_who_withdrew_raised_no_hand() {
    let mut stage = moments::stage(Moment::Running);
    stage.vote(vote::Command::OpenByHands {
        motion: "m1".into(),
        at: at("09:15"),
    });
    stage.take("p1", recused());
    stage.vote(vote::Command::CountHands {
        motion: "m1".into(),
        hands: Hands::proposed(9, 0, 0, 0, ChairHand::Counted),
    });
    stage.end("m1");
    for language in Language::ALL {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        let paper = plain::write(&paper, language, 80);
        let (none, counted) = (
            crate::i18n::record::chair_hand_none(language),
            crate::i18n::record::chair_hand_counted(language),
        );
        assert!(paper.contains(none) && !paper.contains(counted), "{paper}");
    }
}

#[test]
fn nobody_who_was_absent_is_said_to_have_presented() {
    use crate::i18n::{common, record as words};
    let plain_record = |stage: &Stage, language| {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        plain::write(&paper, language, 80)
    };
    for language in Language::ALL {
        let mut stage = Stage::planned();
        stage.session(session::Command::CallRoll("s1".into()));
        stage.mark("p2", RollMark::Absent);
        stage.session(session::Command::AllPresent {
            id: "s1".into(),
            at: at("08:55"),
        });
        stage.session(session::Command::Open {
            id: "s1".into(),
            at: at("09:00"),
        });
        let name = |id: &str| stage.world.person(&id.into()).unwrap().name.to_string();
        let (planned, other) = (name("p2"), name("p3"));
        let claim =
            |who: &str| common::label_value(language, words::label_presenter(language), who);
        let away = common::label_value(
            language,
            words::label_presenter_planned(language),
            words::presenter_away(language, planned.as_str()),
        );
        stage.start("i1");
        let paper = plain_record(&stage, language);
        assert!(paper.contains(&away), "{paper}");
        assert!(!paper.lines().any(|it| it == claim(&planned)), "{paper}");
        stage.agenda(agenda::Command::Present {
            item: "i1".into(),
            by: "p3".into(),
        });
        let paper = plain_record(&stage, language);
        let by = words::presented_for(language, other.as_str(), planned.as_str());
        assert!(paper.contains(&claim(&by)), "{paper}");
        // Whoever came later was there while the second item ran, and not before.
        let mut late = stage;
        late.session(session::Command::Mark {
            id: "s1".into(),
            person: "p2".into(),
            mark: RollMark::Present,
            at: at("09:40"),
        });
        late.agenda(agenda::Command::Start {
            item: "i2".into(),
            at: at("09:41"),
        });
        let paper = plain_record(&late, language);
        assert!(paper.lines().any(|it| it == claim(&planned)), "{paper}");
    }
}

/// Counts a secret ballot twice.
fn count_papers(stage: &mut Stage, motion: &str, papers: Papers) {
    for _ in 0..2 {
        stage.vote(vote::Command::CountPapers {
            motion: motion.into(),
            count: BallotCount::Whole { papers },
        });
    }
}

#[test]
fn a_record_of_ballots_and_villages() {
    let mut stage = Stage::before_villages();
    // By village: one against, one divided, somebody withdrawn.
    stage.vote(vote::Command::Exclude {
        motion: "m1".into(),
        other: Some("m2".into()),
    });
    stage.vote(vote::Command::OpenByVillage {
        motion: "m1".into(),
        at: at("09:15"),
    });
    stage.take("p7", recused());
    stage.mark("p10", RollMark::Left);
    let split = Split {
        yes: 2,
        no: 1,
        ..Split::default()
    };
    for (village, says) in [
        (Some("v1"), Says::ByNumbers { split }),
        (
            Some("v2"),
            Says::AsOne {
                stance: Stance::Against,
            },
        ),
    ] {
        stage.vote(vote::Command::HearVillage {
            motion: "m1".into(),
            village: village.map(Into::into),
            says,
        });
    }
    stage.vote(vote::Command::AllFor {
        motion: "m1".into(),
    });
    stage.end("m1");
    stage.announce("m1");
    stage.open("m2");
    stage.vote(vote::Command::Take {
        motion: "m2".into(),
        person: "p2".into(),
        choice: Choice::Against,
    });
    stage.vote(vote::Command::Withdraw {
        motion: "m2".into(),
        reason: Some(line("改为无记名")),
    });
    stage.agenda(agenda::Command::Settle {
        item: "i5".into(),
        state: ItemState::Done,
        at: at("09:40"),
    });
    stage.start("i2");
    stage.vote(vote::Command::Draft(Motion {
        villages: vec!["v2".into()],
        ..motion("i2", "m3")
    }));
    for (returned, yes) in [(10, 0), (9, 7)] {
        stage.vote(vote::Command::OpenSecretly {
            motion: "m3".into(),
            at: at("09:45"),
        });
        stage.vote(vote::Command::IssuePapers {
            motion: "m3".into(),
            number: 9,
            at: at("09:46"),
        });
        if yes > 0 {
            for yes in [6, 7] {
                stage.vote(vote::Command::CountPapers {
                    motion: "m3".into(),
                    count: BallotCount::Whole {
                        papers: Papers {
                            returned,
                            spoiled: 1,
                            yes,
                            no: 8 - yes,
                            abstain: 0,
                        },
                    },
                });
            }
        }
        let papers = Papers {
            returned,
            spoiled: u32::from(yes > 0),
            yes,
            no: u32::from(yes > 0),
            abstain: 0,
        };
        count_papers(&mut stage, "m3", papers);
        stage.end("m3");
        stage.announce("m3");
    }
    stage.close();
    printed(&stage, "ballots");
}

fn goes_and_is_back(stage: &mut Stage, person: &str, left: &str, back: &str) {
    for (mark, minute) in [(RollMark::Left, left), (RollMark::Present, back)] {
        stage.session(session::Command::Mark {
            id: "s1".into(),
            person: person.into(),
            mark,
            at: at(minute),
        });
    }
}

/// A key pressed by mistake and mended in the same minute takes nobody away, nor does what was mended before the opening.
#[test]
fn whoever_is_back_in_the_same_minute_or_before_the_opening_never_left() {
    let mut stage = Stage::planned();
    stage.session(session::Command::CallRoll("s1".into()));
    stage.session(session::Command::AllPresent {
        id: "s1".into(),
        at: at("08:50"),
    });
    goes_and_is_back(&mut stage, "p2", "08:52", "08:55");
    goes_and_is_back(&mut stage, "p3", "08:55", "08:55");
    stage.session(session::Command::Open {
        id: "s1".into(),
        at: at("09:00"),
    });
    goes_and_is_back(&mut stage, "p4", "09:20", "09:20");
    let told = |stage: &Stage, language| {
        let paper = record(&stage.world, stage.s1(), language, Printed::default());
        let paper = plain::write(&paper, language, 400);
        let went = |at: &str| crate::i18n::record::went(language, at);
        let came = |at: &str| crate::i18n::record::came(language, at);
        let all = ["08:52", "08:55", "09:20", "09:30", "09:40"];
        let told = all.map(|at| paper.contains(&went(at)) || paper.contains(&came(at)));
        (told, paper)
    };
    for language in Language::ALL {
        let (moved, paper) = told(&stage, language);
        assert_eq!(moved, [false; 5], "{paper}");
    }
    goes_and_is_back(&mut stage, "p4", "09:30", "09:40");
    for language in Language::ALL {
        let (moved, paper) = told(&stage, language);
        assert_eq!(moved, [false, false, false, true, true], "{paper}");
    }
}
