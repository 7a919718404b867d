//! Every act has its sentence, and a walk back or forth names the act it walked over.
#![allow(clippy::unwrap_used)]

mod recusals;
mod unplanned;

use super::{CELLS, redone, sentence, undone};
use crate::cells::width;
use crate::domain::session::agenda::{self, ItemState};
use crate::domain::session::attendance::Excuse;
use crate::domain::session::{self, RollMark, minutes};
use crate::domain::tests::stage::{Stage, at, line, motion, recused, speech, take, task, text};
use crate::domain::vote::{self, Choice};
use crate::domain::{Command, roster};
use crate::domain::{Event, World, task as follow_up};
use crate::i18n::Language;

fn both(stage: &Stage, events: &[Event]) -> (String, String) {
    (
        sentence(Language::Zh, &stage.world, events),
        sentence(Language::En, &stage.world, events),
    )
}

#[track_caller]
fn says(stage: &mut Stage, command: Command, zh: &str, en: &str) {
    let events = stage.run(command);
    assert_eq!(both(stage, &events), (zh.to_owned(), en.to_owned()));
}

#[test]
fn the_roll_and_the_agenda_are_said() {
    let mut stage = Stage::planned();
    let id = || "s1".into();
    let mark = |person: &str, mark| {
        Command::Session(session::Command::Mark {
            id: "s1".into(),
            person: person.into(),
            mark,
            at: at("08:50"),
        })
    };
    let open = |at| {
        Command::Session(session::Command::Open {
            id: "s1".into(),
            at,
        })
    };
    says(
        &mut stage,
        Command::Session(session::Command::CallRoll(id())),
        "签到名单：应到 10 人",
        "Roll drawn up: 10 members entitled",
    );
    let ill = RollMark::Excused {
        reason: Excuse::Illness,
    };
    says(
        &mut stage,
        mark("p2", ill),
        "东集村 李家屯 请病假",
        "李家屯 (东集村): excused, ill",
    );
    let all = Command::Session(session::Command::AllPresent {
        id: id(),
        at: at("08:55"),
    });
    says(&mut stage, all, "其余到会：11 人", "The rest present: 11");
    says(
        &mut stage,
        open(at("09:00")),
        "09:00 开会",
        "Session opened at 09:00",
    );
    says(
        &mut stage,
        mark("p2", RollMark::Present),
        "东集村 李家屯 08:50 到场",
        "李家屯 (东集村): arrived at 08:50",
    );
    let start = |item: &str| {
        Command::Agenda(agenda::Command::Start {
            item: item.into(),
            at: at("09:05"),
        })
    };
    says(&mut stage, start("i1"), "议题 1 开议", "Item 1 taken up");
    says(&mut stage, start("i2"), "议题 2 开议", "Item 2 taken up");
    let settle = Command::Agenda(agenda::Command::Settle {
        item: "i2".into(),
        state: ItemState::Deferred,
        at: at("09:06"),
    });
    says(&mut stage, settle, "议题 2 缓议", "Item 2 deferred");
}

#[test]
fn a_vote_is_said() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    stage.vote(vote::Command::Draft(motion("i2", "m1")));
    let m1 = || "m1".into();
    let open = Command::Vote(vote::Command::Open {
        motion: m1(),
        at: at("09:15"),
    });
    says(
        &mut stage,
        open,
        "表决开始：应到 10 人",
        "Vote opened: 10 entitled",
    );
    let all = || Command::Vote(vote::Command::AllFor { motion: m1() });
    let mut other = stage.clone();
    says(
        &mut other,
        all(),
        "全部赞成 10 人（待核）",
        "All 10 for (pencilled)",
    );
    let take = |who, what| Command::Vote(take(who, what));
    says(
        &mut stage,
        take("p2", Choice::Against),
        "东集村 李家屯 反对",
        "李家屯 (东集村): against",
    );
    says(
        &mut stage,
        take("p1", Choice::For),
        "孙广田 赞成",
        "孙广田: for",
    );
    says(
        &mut stage,
        all(),
        "其余赞成 8 人（待核）",
        "The other 8 for (pencilled)",
    );
    stage.take("p3", recused());
    let end = Command::Vote(vote::Command::End {
        motion: m1(),
        at: at("09:30"),
    });
    says(
        &mut stage,
        end,
        "表决结束：赞成 8 反对 1 弃权 0",
        "Vote ended: 8 for, 1 against, 0 abstaining",
    );
    let announce = Command::Vote(vote::Command::Announce {
        motion: m1(),
        at: at("09:31"),
    });
    let (zh, en) = both(&stage.clone(), &stage.run(announce));
    assert!(zh.starts_with("已宣布"), "{zh}");
    assert!(en.starts_with("Announced"), "{en}");
}

#[test]
fn words_and_follow_ups_are_said_and_cut() {
    let mut stage = Stage::sitting();
    stage.start("i2");
    let add = Command::Minutes(minutes::Command::Add(minutes::Entry {
        words: text(""),
        ..speech("i2", "e1", "p5")
    }));
    let events = stage.run(add);
    assert!(both(&stage, &events).0.ends_with("发言"));
    let write = Command::Minutes(minutes::Command::Write {
        entry: "e1".into(),
        words: text("灌渠要赶在汛期前清完，\n今年雨水多。"),
    });
    says(
        &mut stage,
        write,
        "写下发言：灌渠要赶在汛期前清完，",
        "Speech written: 灌渠要赶在汛期前清完，",
    );
    let put = Command::Task(follow_up::Command::Put(follow_up::Task {
        what: line(&"清淤".repeat(60)),
        ..task("t1", "i2")
    }));
    let events = stage.run(put);
    for said in [both(&stage, &events).0, both(&stage, &events).1] {
        assert!(said.contains('…') && width(&said) <= CELLS, "{said}");
    }
}

#[test]
fn every_event_of_a_whole_session_has_a_short_sentence() {
    let mut stage = Stage::planned();
    for _ in 0..400 {
        let (_, Some(command)) = stage.next(&"s1".into()) else {
            break;
        };
        stage.run(command);
    }
    let mut log = stage.log.clone();
    assert!(log.len() > 80);
    log.push(Event::read(serde_json::json!({"t": "later.thing"})));
    // The words of a world in which everything is gone must do too.
    for world in [&stage.world, &World::default()] {
        for language in Language::ALL {
            for event in &log {
                let said = sentence(language, world, std::slice::from_ref(event));
                assert!(!said.is_empty() && width(&said) <= CELLS, "{said}");
            }
            assert!(width(&sentence(language, world, &log)) <= CELLS);
        }
    }
}

#[test]
fn a_walk_names_the_act() {
    let mut stage = Stage::planned();
    let mut steps = 0;
    while let (_, Some(command)) = stage.next(&"s1".into()) {
        let before = stage.world.clone();
        let events = stage.run(command);
        let after = stage.world.clone();
        steps += 1;
        if events.iter().any(Event::is_barrier) {
            continue;
        }
        for language in Language::ALL {
            let said = sentence(language, &after, &events);
            assert_eq!(undone(language, &after, &events), said, "{events:?}");
            assert_eq!(redone(language, &before, &events), said, "{events:?}");
        }
    }
    assert!(steps > 15);
    let taken = roster::Command::RemoveSeat("k12".into());
    let events = stage.run(Command::Roster(taken));
    assert_eq!(
        sentence(Language::Zh, &stage.world, &events),
        "已移除一个席位"
    );
}

#[test]
fn who_took_which_of_several_is_one_line() {
    use crate::domain::session::agenda;
    use crate::domain::tests::stage::{chooses, contender, decision, item, line};
    use crate::domain::vote::slate::Slate;
    let mut stage = Stage::sitting();
    stage.agenda(agenda::Command::Put(item(
        "s1",
        "i5",
        decision("one-of-several"),
    )));
    stage.start("i5");
    stage.vote(vote::Command::Draft(vote::Motion {
        slate: Some(Slate {
            seats: 1,
            contenders: ["甲方案", "乙方案"].map(contender).to_vec(),
            ..Slate::default()
        }),
        ..motion("i5", "m1")
    }));
    stage.open("m1");
    let all = || {
        Command::Vote(vote::Command::AllChoose {
            motion: "m1".into(),
            option: line("甲方案"),
        })
    };
    let mut other = stage.clone();
    says(
        &mut other,
        all(),
        "全部选“甲方案” 10 人（待核）",
        "All 10 for “甲方案” (pencilled)",
    );
    says(
        &mut stage,
        Command::Vote(take("p2", chooses("乙方案"))),
        "东集村 李家屯 选“乙方案”",
        "李家屯 (东集村): “乙方案”",
    );
    for person in ["p1", "p3", "p4", "p5", "p6", "p7", "p8"] {
        stage.take(person, chooses("乙方案"));
    }
    // Of one alone it is said whose it is.
    says(
        &mut stage,
        all(),
        "其余选“甲方案” 2 人（待核）",
        "The other 2 for “甲方案” (pencilled)",
    );
}
