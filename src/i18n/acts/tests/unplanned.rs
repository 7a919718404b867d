//! What happens in a session that does not go as planned is said, and named by a walk over it.

use super::says;
use crate::domain::roster::{Capacity, Person, Seat};
use crate::domain::session::again::Sitting;
use crate::domain::session::attendance::{Excuse, Stay};
use crate::domain::session::correction::Wanted;
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::paper::FromPaper;
use crate::domain::session::room::SeatMend;
use crate::domain::session::times::Times;
use crate::domain::session::{Command as Session, RollMark};
use crate::domain::tests::moments::{self, Moment};
use crate::domain::tests::stage::{Stage, at, day, line, task as follow_up};
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::{Command, task, vote};
use crate::i18n::acts::redone;
use crate::i18n::{Language, follow_ups};

/// Carries a command out; the act and a redo of it are said alike.
#[track_caller]
fn said_twice(stage: &mut Stage, command: Command, zh: &str, en: &str) {
    let (before, count) = (stage.world.clone(), stage.log.len());
    says(stage, command, zh, en);
    let events = stage.log.get(count..).unwrap();
    assert_eq!(redone(Language::Zh, &before, events), zh);
    assert_eq!(redone(Language::En, &before, events), en);
}

fn admit(id: &str, stands_for: Option<&str>) -> Command {
    Command::Session(Session::Admit {
        id: "s1".into(),
        person: Person {
            woman: false,
            kin: Vec::new(),

            id: id.into(),
            name: line("何水利"),
        },
        role: line("县水利局"),
        stands_for: stands_for.map(Into::into),
    })
}

#[test]
fn an_agreement_is_said() {
    let mut stage = moments::stage(Moment::Running);
    let agree = Command::Vote(vote::Command::Agree {
        motion: "m1".into(),
        at: at("09:40"),
    });
    said_twice(
        &mut stage,
        agree,
        "协商一致：征询 10 人，无人反对",
        "Agreed without a vote: 10 asked, nobody objects",
    );
}

#[test]
fn a_show_of_hands_is_said() {
    let mut stage = moments::stage(Moment::Running);
    let open = Command::Vote(vote::Command::OpenByHands {
        motion: "m1".into(),
        at: at("09:40"),
    });
    said_twice(
        &mut stage,
        open,
        "举手表决开始：应到 10 人",
        "Show of hands opened: 10 entitled",
    );
    let count = Command::Vote(vote::Command::CountHands {
        motion: "m1".into(),
        hands: Hands::proposed(10, 2, 1, 0, ChairHand::Counted),
    });
    said_twice(
        &mut stage,
        count,
        "举手：赞成 7 反对 2 弃权 1",
        "Hands: 7 for, 2 against, 1 abstaining",
    );
}

#[test]
fn mended_times_are_said_with_what_came_along_left_out() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    for (minute, pause) in [("10:00", true), ("10:10", false)] {
        let (id, at) = ("s1".into(), at(minute));
        stage.session(if pause {
            Session::Pause { id, at }
        } else {
            Session::Resume { id, at }
        });
    }
    let breaks = Times::Breaks {
        breaks: vec![Stay {
            to: Some(at("10:15")),
            ..Stay::since(at("10:00"))
        }],
    };
    let mend = Command::Session(Session::MendTimes {
        id: "s1".into(),
        times: breaks,
    });
    said_twice(
        &mut stage,
        mend,
        "休会的时间已改：10:00 至 10:15",
        "Breaks: mended to 10:00 to 10:15",
    );
    stage.close();
    let mut runs = stage.world.item(&"i2".into()).unwrap().runs.clone();
    let item = "i2".into();
    runs.first_mut().unwrap().from = at("09:02");
    says(
        &mut stage,
        moments::correct(Wanted::Times(Times::Runs { item, runs })),
        "更正：议题 2的时间，09:02 至 10:00、10:15 至 11:00",
        "Corrected: Item 2, 09:02 to 10:00, 10:15 to 11:00",
    );
}

#[test]
fn paper_is_said() {
    let mut stage = Stage::sitting();
    let paper = Command::Session(Session::FromPaper {
        id: "s1".into(),
        paper: FromPaper {
            since: at("10:20"),
            until: None,
            reason: line("停电"),
            paper: line("记录本第三页"),
        },
    });
    said_twice(
        &mut stage,
        paper,
        "补录：10:20 起据记录本第三页",
        "From 10:20 on entered from paper: 记录本第三页",
    );
    let end = Command::Session(Session::EndPaper {
        id: "s1".into(),
        until: at("10:40"),
    });
    said_twice(
        &mut stage,
        end,
        "补录到 10:40，以后为现场记录",
        "Entered from paper up to 10:40, live again",
    );
}

#[test]
fn a_review_of_follow_ups_is_said_and_minuted() {
    let mut stage = Stage::sitting();
    stage.run(Command::Task(task::Command::Put(follow_up("t1", "i2"))));
    let note = Command::Task(task::Command::Note {
        task: "t1".into(),
        on: day("11-25"),
        note: line("已联系施工队"),
        evidence: None,
    });
    said_twice(
        &mut stage,
        note,
        "核实四村用水户数：已联系施工队",
        "核实四村用水户数: 已联系施工队",
    );
    let drop = Command::Task(task::Command::Drop {
        task: "t1".into(),
        on: day("11-25"),
        reason: line("重复"),
    });
    said_twice(
        &mut stage,
        drop,
        "不再督办：核实四村用水户数",
        "Given up: 核实四村用水户数",
    );
    let known = stage.world.task(&"t1".into()).unwrap();
    let finished = task::Step::Finished {
        on: day("11-25"),
        note: Some(line("已看现场")),
        evidence: Some(line("照片在档案柜")),
    };
    let signed = task::Step::Signed {
        on: day("11-25"),
        by: line("孙广田"),
        paper: line("督办卡第3号"),
    };
    let said =
        |language, steps: &[&task::Step]| follow_ups::minuted(language, &stage.world, known, steps);
    assert_eq!(
        said(Language::Zh, &[&finished, &signed]),
        "“核实四村用水户数”已办结，查验：已看现场，凭据：照片在档案柜；孙广田签批销号，依据：督办卡第3号"
    );
    assert_eq!(
        said(Language::En, &[&finished, &signed]),
        "“核实四村用水户数” is done; seen: 已看现场; shown by 照片在档案柜; signed off by 孙广田 on 督办卡第3号"
    );
}

#[test]
fn sitting_again_is_said() {
    let id = || "s1".into();
    let again = Sitting {
        date: day("11-24"),
        start: None,
    };
    let mut stage = Stage::sitting();
    let adjourn = Command::Session(Session::Adjourn {
        id: id(),
        at: at("11:00"),
        again,
    });
    said_twice(
        &mut stage,
        adjourn,
        "续会：2026年11月24日 周二 接着开",
        "Adjourned: goes on Tue 24 Nov 2026",
    );
    let resume = Command::Session(Session::Resume {
        id: id(),
        at: at("11:30"),
    });
    said_twice(
        &mut stage,
        resume,
        "11:30 继续开会",
        "Session resumed at 11:30",
    );
    let confirm = Command::Session(Session::ConfirmRoll {
        id: id(),
        at: at("11:32"),
    });
    said_twice(
        &mut stage,
        confirm,
        "11:32 再次清点，实到 0 人",
        "Roll asked again at 11:32: 0 present",
    );
    let mut stage = moments::stage(Moment::Short);
    let mut lapsed = stage.clone();
    let open = Command::Session(Session::OpenWithoutVotes {
        id: id(),
        at: at("09:30"),
        reason: line("先传达文件"),
    });
    said_twice(
        &mut stage,
        open,
        "09:30 开会，人数不足，只进行不需表决的议题",
        "Opened at 09:30 short of quorum, nothing is voted",
    );
    let lapse = Command::Session(Session::Lapse {
        id: id(),
        at: at("09:30"),
        second: again,
    });
    said_twice(
        &mut lapsed,
        lapse,
        "流会：改于 2026年11月24日 周二",
        "Lapsed: second date Tue 24 Nov 2026",
    );
    said_twice(
        &mut lapsed,
        Command::Session(Session::Reconvene(id())),
        "改期召开：2026-11-24",
        "Planned for its second date, 2026-11-24",
    );
}

#[test]
fn the_room_is_said() {
    let mut stage = Stage::planned();
    let leave = Command::Session(Session::AskLeave {
        id: "s1".into(),
        person: "p5".into(),
        reason: Some(Excuse::Duty),
    });
    said_twice(
        &mut stage,
        leave,
        "陈立山 事先请假：公出",
        "陈立山: leave asked for beforehand, On duty elsewhere",
    );
    let mut stage = Stage::sitting();
    said_twice(
        &mut stage,
        admit("g1", None),
        "何水利 列席（县水利局）",
        "何水利 attends as a guest (县水利局)",
    );
    said_twice(
        &mut stage,
        Command::Session(Session::Dismiss {
            id: "s1".into(),
            person: "g1".into(),
        }),
        "何水利 从列席名单删去",
        "何水利 taken off the list of guests",
    );
    stage.mark("p5", RollMark::Left);
    said_twice(
        &mut stage,
        admit("g2", Some("p5")),
        "何水利 代 陈立山 列席",
        "何水利 attends in the stead of 陈立山",
    );
    let video = Command::Session(Session::Mark {
        id: "s1".into(),
        person: "p2".into(),
        mark: RollMark::Video,
        at: at("09:20"),
    });
    said_twice(
        &mut stage,
        video,
        "东集村 李家屯 09:20 视频参加",
        "李家屯 (东集村): by video from 09:20",
    );
    let hand_over = |office, item: Option<&str>| {
        Command::Session(Session::HandOver {
            id: "s1".into(),
            handover: Handover {
                office,
                to: "p3".into(),
                item: item.map(Into::into),
                at: at("09:40"),
                turn: crate::domain::session::turn::Turn::default(),
            },
        })
    };
    said_twice(
        &mut stage,
        hand_over(Office::Chair, Some("i2")),
        "09:40 议题 2 由王守信主持",
        "王守信 chairs Item 2 from 09:40",
    );
    said_twice(
        &mut stage,
        hand_over(Office::Recorder, None),
        "09:40 起由王守信记录",
        "王守信 keeps the minutes from 09:40",
    );
    let mend = Command::Session(Session::MendSeat {
        id: "s1".into(),
        seat: Seat {
            households: None,
            shares: None,

            id: "k12".into(),
            person: "p12".into(),
            village: Some("v3".into()),
            role: line("会计"),
            capacity: Capacity::Voting,
            from: day("01-01"),
            to: None,
            counts: false,
        },
        mend: SeatMend {
            person: "p12".into(),
            on: day("11-23"),
            reason: line("名册漏登"),
        },
    });
    said_twice(
        &mut stage,
        mend,
        "蒋会计 席位更正：王楼村 会计（出席）",
        "Seat of 蒋会计 put right: 王楼村, 会计 (Voting)",
    );
}
