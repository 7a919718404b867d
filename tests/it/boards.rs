//! Boards at the front desk and on a shell: what is missing although its session is filed, what is listed,
//! and that a row which was turned settled behind the program's back is found at the start.

use crate::desk::{at, beside, day, do_vote, line, open, refuses_to_write, to_the_vote};
use crate::shell::{EN, ZH, fine};
use lianxi::desk::Desk;
use lianxi::domain::board::calendar::Lacks;
use lianxi::domain::board::{
    Affairs, Board, Command as Of, Decided, Masked, NoticeKind, Posting, Wording,
};
use lianxi::domain::ids::{MotionId, SessionId};
use lianxi::domain::matter::intake::Intake;
use lianxi::domain::matter::{self, Became, MatterState, Step};
use lianxi::domain::text::Text;
use lianxi::domain::vote::{self, Choice};
use lianxi::domain::{Command, session, task};
use std::path::Path;

fn run(desk: &mut Desk, commands: &[Command]) {
    let _recorded = desk.execute(commands).unwrap();
}

fn posting(id: &str, decided: Option<Decided>) -> Posting {
    let wording = Wording {
        on: day(),
        title: Masked::line(&line("关于灌渠清淤的公示")),
        text: Masked::text(&Text::new("每户一工。").unwrap()),
        basis: Masked::default(),
    };
    let what = (NoticeKind::Notice, Affairs::Village);
    Posting {
        decided,
        ..Posting::draft(id.into(), Board::Area, what, wording, day())
    }
}

fn draft(posting: Posting) -> Command {
    Command::Board(Of::Draft(Box::new(posting)))
}

fn up(id: &str) -> Command {
    Command::Board(Of::PutUp {
        posting: id.into(),
        on: day(),
    })
}

fn drop_it(id: &str) -> Command {
    Command::Board(Of::Drop {
        posting: id.into(),
        on: day(),
        reason: line("误拟"),
    })
}

/// Adopts the motion of the first session, and seals it.
fn adopted_and_sealed(desk: &mut Desk) -> (SessionId, MotionId) {
    adopted_and_sealed_with(desk, |_| Vec::new())
}

/// Adopts the motion of the first session, has something more recorded, and seals it.
pub fn adopted_and_sealed_with(
    desk: &mut Desk,
    more: impl FnOnce(&SessionId) -> Vec<Command>,
) -> (SessionId, MotionId) {
    let (id, motion) = to_the_vote(desk);
    for voter in ["甲一", "甲二", "乙一", "乙二"] {
        do_vote(
            desk,
            vote::Command::Take {
                motion: motion.clone(),
                person: voter.into(),
                choice: Choice::For,
            },
        )
        .unwrap();
    }
    do_vote(
        desk,
        vote::Command::End {
            motion: motion.clone(),
            at: at("9:08"),
        },
    )
    .unwrap();
    do_vote(
        desk,
        vote::Command::Announce {
            motion: motion.clone(),
            at: at("9:09"),
        },
    )
    .unwrap();
    let close = session::Command::Close {
        id: id.clone(),
        at: at("9:30"),
    };
    let seal = session::Command::Seal {
        today: chrono::NaiveDate::MAX,
        id: id.clone(),
        sealing: session::Sealing {
            by: line("甲一、乙二"),
            on: day(),
            paper: line("档案柜"),
        },
    };
    run(desk, &[Command::Session(close)]);
    let more = more(&id);
    if !more.is_empty() {
        run(desk, &more);
    }
    let before = missed(desk, &motion);
    run(desk, &[Command::Session(seal)]);
    assert_eq!(
        before,
        missed(desk, &motion),
        "sealed it is missed as before"
    );
    (id, motion)
}

/// Returns the boards that do not have a motion, and its words.
fn missed(desk: &Desk, motion: &MotionId) -> Option<(String, Vec<Board>)> {
    let missing = desk.missing_postings().unwrap().into_iter();
    let mut of = missing.filter_map(|it| match it.what {
        Lacks::Motion {
            motion: id,
            wording,
            boards,
            ..
        } if id == *motion => Some((wording, boards)),
        _ => None,
    });
    of.next()
}

#[test]
fn a_decision_of_a_sealed_session_is_missed_until_it_hangs_on_every_board() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let (session, motion) = adopted_and_sealed(&mut desk);
    assert!(desk.world().motions.is_empty(), "it is filed");
    drop(desk);
    let mut desk = open(folder.path(), 1);
    let (wording, boards) = missed(&desk, &motion).unwrap();
    assert!(!wording.is_empty());
    assert!(boards.contains(&Board::Area), "{boards:?}");
    let found = desk.look_at_motion(&motion).unwrap().unwrap();
    assert!(found.0.sessions.contains_key(&session));
    let decided = || {
        Some(Decided {
            session: session.clone(),
            motion: motion.clone(),
        })
    };
    for (at, board) in boards.iter().enumerate() {
        assert_eq!(missed(&desk, &motion).unwrap().1, boards[at..]);
        let posting = Posting {
            board: board.clone(),
            ..posting(&format!("b{at}"), decided())
        };
        run(&mut desk, &[draft(posting)]);
    }
    assert_eq!(missed(&desk, &motion), None);
    // What is taken down and settled hung there all the same; what was given up never did.
    run(&mut desk, &[up("b0")]);
    let down = Of::TakeDown {
        posting: "b0".into(),
        on: "2027-02-01".parse().unwrap(),
        reason: None,
        again: "b9".into(),
    };
    run(&mut desk, &[Command::Board(down)]);
    assert_eq!(missed(&desk, &motion), None);
    run(&mut desk, &[drop_it("b1")]);
    assert_eq!(missed(&desk, &motion).unwrap().1, boards[1..2]);
}

fn receive(id: &str) -> Command {
    Command::Matter(matter::Command::Receive {
        id: id.into(),
        on: day(),
        intake: Box::new(Intake {
            livelihood: true,
            ..Intake::unanswered(line("修渠"))
        }),
    })
}

fn becomes(id: &str, what: Became) -> Command {
    Command::Matter(matter::Command::Become {
        matter: id.into(),
        step: Step { on: day(), what },
    })
}

#[test]
fn a_matter_that_is_closed_knows_at_once_what_hung_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = open(folder.path(), 0);
    let (session, motion) = adopted_and_sealed(&mut desk);
    run(&mut desk, &[receive("x")]);
    let of = Posting {
        matter: Some("x".into()),
        board: Board::Area,
        lasting: true,
        ..posting("p", Some(Decided { session, motion }))
    };
    run(&mut desk, &[draft(of), up("p")]);
    // What lasts on the area's board does not keep a matter open.
    run(
        &mut desk,
        &[becomes(
            "x",
            Became::Withdrawn {
                reason: line("并入县里的工程"),
            },
        )],
    );
    assert!(!desk.world().matters.contains_key(&"x".into()));
    let hung = |desk: &Desk| {
        let world = desk.look_at_matter(&"x".into()).unwrap();
        let matter = world.matters.get(&"x".into()).unwrap();
        assert_eq!(matter.state, MatterState::Closed);
        matter.hung[0].clone()
    };
    assert_eq!(hung(&desk).photo, None);
    let photographed = Of::Photograph {
        posting: "p".into(),
        on: day(),
        photo: line("照片/3.jpg"),
    };
    run(&mut desk, &[Command::Board(photographed)]);
    assert_eq!(hung(&desk).photo, Some(line("照片/3.jpg")));
    let down = Of::TakeDown {
        posting: "p".into(),
        on: "2027-02-01".parse().unwrap(),
        reason: Some(line("换新栏")),
        again: "q".into(),
    };
    run(&mut desk, &[Command::Board(down)]);
    assert_eq!(hung(&desk).off, "2027-02-01".parse().ok());
    // The rows hold what a replay of the whole file comes to.
    let file = desk.path().to_owned();
    drop(desk);
    Desk::verify(&file).unwrap();
}

/// A file with postings, matters and follow-ups that are closed for good, and with some that look much
/// like it: one hangs and an objection to it is answered, one was taken up again, one took another in.
fn full(folder: &Path) {
    let mut desk = open(folder, 0);
    let _ = to_the_vote(&mut desk);
    run(&mut desk, &[draft(posting("hangs", None)), up("hangs")]);
    run(&mut desk, &[draft(posting("gone", None)), drop_it("gone")]);
    let object = Of::Object {
        posting: "hangs".into(),
        who: None,
        on: day(),
        text: Text::new("工数太多").unwrap(),
    };
    let answer = Of::Answer {
        posting: "hangs".into(),
        number: 1,
        on: day(),
        reply: Text::new("已改").unwrap(),
    };
    run(&mut desk, &[Command::Board(object), Command::Board(answer)]);
    let reason = || line("提出人撤回");
    run(
        &mut desk,
        &[receive("open"), receive("withdrawn"), receive("again")],
    );
    run(&mut desk, &[receive("merged")]);
    let withdrawn = || Became::Withdrawn { reason: reason() };
    run(&mut desk, &[becomes("withdrawn", withdrawn())]);
    run(&mut desk, &[becomes("again", withdrawn())]);
    run(
        &mut desk,
        &[becomes("again", Became::Reopened { reason: reason() })],
    );
    let number = desk.world().matter(&"open".into()).unwrap().number;
    let merged = Became::MergedInto {
        matter: "open".into(),
        number,
        reason: reason(),
    };
    run(&mut desk, &[becomes("merged", merged)]);
    let put = |id: &str| {
        Command::Task(task::Command::Put(task::Task::new(
            id.into(),
            line("修渠"),
            day(),
        )))
    };
    let end = |id: &str| {
        let finish = task::Command::Finish {
            task: id.into(),
            on: day(),
            note: None,
            evidence: None,
        };
        let sign = task::Command::Sign {
            task: id.into(),
            on: day(),
            by: line("甲一"),
            paper: line("督办卡"),
        };
        [Command::Task(finish), Command::Task(sign)]
    };
    run(&mut desk, &[put("t-done"), put("t-again")]);
    run(&mut desk, &end("t-done"));
    run(&mut desk, &end("t-again"));
    let reopen = task::Command::Reopen {
        task: "t-again".into(),
        on: day(),
        to: "2027-01-01".parse().unwrap(),
        reason: line("又漏水"),
        again: Vec::new(),
    };
    run(&mut desk, &[Command::Task(reopen)]);
}

#[test]
fn what_is_turned_closed_without_a_word_is_found_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    full(folder.path());
    assert!(!refuses_to_write(folder.path()), "nothing is wrong with it");
    for (table, id) in [
        ("posting", "hangs"),
        ("matter", "open"),
        ("matter", "again"),
        ("task", "t-again"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        full(folder.path());
        beside(
            folder.path(),
            &format!(
                "UPDATE {table} SET body = json_set(body, '$.state', 'closed') WHERE id = '{id}'"
            ),
        );
        assert!(refuses_to_write(folder.path()), "{table} {id}");
    }
    // What was undone was never closed, and what is done again is.
    let folder = tempfile::tempdir().unwrap();
    full(folder.path());
    let mut desk = open(folder.path(), 90);
    run(&mut desk, &[draft(posting("undone", None))]);
    run(&mut desk, &[drop_it("undone")]);
    let _back = desk.walk(lianxi::desk::Way::Back).unwrap();
    drop(desk);
    beside(
        folder.path(),
        "UPDATE posting SET body = json_set(body, '$.state', 'closed') WHERE id = 'undone'",
    );
    assert!(refuses_to_write(folder.path()));
}

fn shell(folder: &Path, language: &str, arguments: &[&str]) -> String {
    fine(folder, language, &[&["boards"], arguments].concat())
}

#[test]
fn a_shell_lists_what_hangs_and_what_is_missing_with_the_numbers_of_the_matters() {
    for (language, number, hangs) in [(ZH, "〔2026〕1号", "张贴中"), (EN, "No. 2026-1", "Hanging")]
    {
        let folder = tempfile::tempdir().unwrap();
        let all = shell(folder.path(), language, &["list"]);
        let row = |word: &str| all.lines().find(|row| row.starts_with(word)).unwrap();
        assert!(row(hangs).contains(number), "{all}");
        // What hangs is not for today.
        let today = shell(folder.path(), language, &["today"]);
        assert!(!today.contains(hangs), "{today}");
        assert!(today.lines().count() < all.lines().count());
    }
}
