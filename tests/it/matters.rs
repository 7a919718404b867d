//! Matters at the front desk: kept on the disk, walked back and forth, numbered once.

use chrono::NaiveDate;
use lianxi::desk::surroundings::{CountedIds, StoppedClock};
use lianxi::desk::{Desk, DeskError, Way};
use lianxi::domain::Command;
use lianxi::domain::matter::agenda::item_of;
use lianxi::domain::matter::intake::Intake;
use lianxi::domain::matter::{Became, Command as Of, Step};
use lianxi::domain::roster::{self, Standing, Village};
use lianxi::domain::session::{self, Plan, SessionKind, agenda};
use lianxi::domain::text::Line;
use lianxi::i18n::{Language, acts};
use lianxi::store::folder::Paths;
use std::path::Path;

fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn day() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn open(folder: &Path, ids: u64) -> Desk {
    let paths = Paths::find(Some(folder.to_owned())).unwrap();
    paths.make().unwrap();
    let clock = Box::new(StoppedClock::at("2026-11-23T09:00:00".parse().unwrap()).unwrap());
    let ids = Box::new(CountedIds::after(ids));
    let file = folder.join("one.db");
    if file.exists() {
        return Desk::open(&file, &paths, clock, ids).unwrap();
    }
    let name = line("东山片区联合党委");
    let mut desk = Desk::found(&file, &paths, name, false, clock, ids).unwrap();
    for (position, name) in (1..).zip(["李家屯", "王庄"]) {
        let village = Village {
            figures: Vec::new(),
            id: name.into(),
            name: line(name),
            standing: Standing::Joined,
            position,
            joined: None,
            left: None,
        };
        run(
            &mut desk,
            Command::Roster(roster::Command::PutVillage(village)),
        );
    }
    desk
}

fn run(desk: &mut Desk, command: Command) {
    let _recorded = desk.execute(&[command]).unwrap();
}

fn receive(id: &str, title: &str) -> Command {
    Command::Matter(Of::Receive {
        id: id.into(),
        on: day(),
        intake: Box::new(Intake {
            livelihood: true,
            ..Intake::unanswered(line(title))
        }),
    })
}

fn screen(id: &str) -> Command {
    Command::Matter(Of::Screen {
        matter: id.into(),
        on: day(),
        reason: line("群众用水"),
    })
}

fn withdraw(id: &str) -> Command {
    Command::Matter(Of::Become {
        matter: id.into(),
        step: Step {
            on: day(),
            what: Became::Withdrawn {
                reason: line("提出人撤回"),
            },
        },
    })
}

fn reopen(id: &str) -> Command {
    Command::Matter(Of::Become {
        matter: id.into(),
        step: Step {
            on: day(),
            what: Became::Reopened {
                reason: line("又提出来了"),
            },
        },
    })
}

fn serial(desk: &Desk) -> u32 {
    desk.world().next_number(2026).serial
}

#[test]
fn a_number_is_given_once_and_given_back_by_undo_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    run(&mut desk, receive("a", "修渠"));
    run(&mut desk, receive("b", "路灯"));
    let _back = desk.walk(Way::Back).unwrap();
    assert_eq!(serial(&desk), 2, "what was undone was never given");
    run(&mut desk, receive("b", "路灯"));
    run(&mut desk, screen("b"));
    run(&mut desk, withdraw("b"));
    assert!(!desk.world().matters.contains_key(&"b".into()));
    assert_eq!(serial(&desk), 3, "what is closed keeps its number");
    drop(desk);
    let mut desk = open(folder.path(), 1);
    assert_eq!(serial(&desk), 3);
    // Closed, it is taken up again, and closed again.
    run(&mut desk, reopen("b"));
    assert_eq!(desk.world().matter(&"b".into()).unwrap().number.serial, 2);
    let _back = desk.walk(Way::Back).unwrap();
    assert!(!desk.world().matters.contains_key(&"b".into()));
    let _forth = desk.walk(Way::Forth).unwrap();
    assert!(desk.world().matters.contains_key(&"b".into()));
    let events = desk.execute(&[withdraw("b")]).unwrap().events;
    let world = desk.world_of(&events);
    assert_eq!(
        Language::ALL.map(|language| acts::sentence(language, &world, &events)),
        ["事项〔2026〕2号撤回", "Matter No. 2026-2 withdrawn"]
    );
    drop(world);
    drop(desk);
    Desk::verify(&folder.path().join("one.db")).unwrap();
}

#[test]
fn an_agenda_and_its_matter_change_in_one_act_and_go_back_in_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    run(&mut desk, receive("a", "修渠"));
    run(&mut desk, screen("a"));
    run(
        &mut desk,
        Command::Session(session::Command::Create {
            id: "s1".into(),
            plan: Plan {
                kind: SessionKind::Regular,
                ordinal: 1,
                date: day(),
                start: None,
                place: None,
                chair: None,
                recorder: None,
            },
            opening: None,
        }),
    );
    let before = desk.world().clone();
    let item = item_of(
        &before,
        before.matter(&"a".into()).unwrap(),
        before.session(&"s1".into()).unwrap(),
        "x".into(),
    );
    run(&mut desk, Command::Agenda(agenda::Command::Put(item)));
    let after = desk.world().clone();
    assert_eq!(after.matter(&"a".into()).unwrap().hearings.len(), 1);
    let _back = desk.walk(Way::Back).unwrap();
    assert_eq!(*desk.world(), before);
    let _forth = desk.walk(Way::Forth).unwrap();
    assert_eq!(*desk.world(), after);
    drop(desk);
    let desk = open(folder.path(), 1);
    assert_eq!(*desk.world(), after);
    drop(desk);
    Desk::verify(&folder.path().join("one.db")).unwrap();
}

#[test]
fn a_row_that_was_closed_behind_the_program_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    run(&mut desk, receive("a", "修渠"));
    drop(desk);
    let file = folder.path().join("one.db");
    let conn = rusqlite::Connection::open(&file).unwrap();
    conn.execute(
        "UPDATE matter SET body = json_set(body, '$.state', 'closed')",
        [],
    )
    .unwrap();
    drop(conn);
    let mut desk = open(folder.path(), 1);
    let refused = desk.execute(&[receive("b", "路灯")]);
    assert!(matches!(refused, Err(DeskError::ReadOnly(_))));
}

const ZH: &str = "zh_CN.UTF-8";
const EN: &str = "en_US.UTF-8";

fn shell(folder: &Path, language: &str, arguments: &[&str]) -> (i32, String, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_lianxi"))
        .args(["--committee", "sample", "matters"])
        .args(arguments)
        .env_clear()
        .env("LIANXI_DATA", folder)
        .env("LIANXI_CLOCK", "2026-11-23T08:30")
        .env("LANG", language)
        .output()
        .unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn a_matter_goes_its_way_on_the_command_line_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let run = |language, arguments: &[&str]| shell(folder.path(), language, arguments);
    let (code, out, err) = run(
        ZH,
        &[
            "receive",
            "联村清淤",
            "--livelihood",
            "--touches",
            "levy",
            "--amount",
            "3万",
        ],
    );
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, "事项〔2026〕4号：联村清淤\n");
    let (code, out, _) = run(EN, &["list"]);
    assert_eq!(code, 0);
    assert!(
        out.lines()
            .any(|it| it.starts_with("No. 2026-4  Received") && it.ends_with("联村清淤")),
        "{out}"
    );
    let (code, out, _) = run(EN, &["screen", "2026-4"]);
    assert_eq!(code, 0);
    assert!(
        out.starts_with("Matter No. 2026-4 is one for the joint session\n"),
        "{out}"
    );
    assert!(out.contains("Levy of money or labour"), "{out}");
    let (code, out, _) = run(ZH, &["show", "〔2026〕4号"]);
    assert_eq!(code, 0);
    for words in [
        "进度：待上会",
        "共30000元",
        "筹资筹劳",
        "村民会议",
        "审核：",
    ] {
        assert!(out.contains(words), "{words} in {out}");
    }
    let (code, out, _) = run(EN, &["form", "2026-4", "--text"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("Party secretary (approval, signature)"),
        "{out}"
    );
    // What the rules refuse is 1, what was written wrong is 2.
    let (code, _, err) = run(ZH, &["file", "2026-4"]);
    assert_eq!(code, 1);
    assert!(err.contains("没有议定"), "{err}");
    let (code, _, err) = run(EN, &["show", "2026-99"]);
    assert_eq!(code, 2);
    assert!(err.contains("no matter 2026-99"), "{err}");
    let (code, _, err) = run(ZH, &["receive", "别的", "--kind", "战争"]);
    assert_eq!(code, 2);
    assert!(err.contains("战争"), "{err}");
    let (code, out, _) = run(EN, &["withdraw", "2026-4", "done otherwise"]);
    assert_eq!(code, 0);
    assert_eq!(out, "Matter No. 2026-4 withdrawn\n");
    let (_, out, _) = run(ZH, &["list"]);
    assert!(!out.contains("联村清淤"), "{out}");
    let (_, out, _) = run(ZH, &["list", "--closed"]);
    assert!(out.contains("撤回"), "{out}");
    let (code, _, err) = run(EN, &["withdraw", "2026-4", "again"]);
    assert_eq!(code, 1);
    assert!(err.contains("was withdrawn"), "{err}");
    let (code, _, _) = run(EN, &["reopen", "2026-4", "asked for again"]);
    assert_eq!(code, 0);
}
