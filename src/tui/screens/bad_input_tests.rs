//! What a person may get wrong about matters, boards, follow-ups and ledgers, sheet by sheet: it is refused in
//! both languages with its reason and the key that helps, what was typed stays, and nothing is recorded.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::matters::tests::{levy, receive, screen};
use super::paths::tests as path;
use super::scene::{committee, line};
use super::sequel::tests::{drafted, vote_on};
use super::{Screen, boards, ledgers, tasks};
use crate::domain::Command;
use crate::domain::board::Board;
use crate::domain::task::{Command as Follow, Part, Task};
use crate::domain::vote::Effect;
use crate::i18n::{
    Language, board_screen, ledgers as ledger_words, path_screen, sequel, step_day, task_sheet,
    tasks as task_words, ui,
};
use crate::tui::stage::Stage;

/// Days there are none of, as somebody may type them.
const NO_DAYS: [&str; 7] = [
    "2026-02-30",
    "2026-13-01",
    "0000-01-01",
    "2026-00-10",
    "99999-01-01",
    "2026年2月30日",
    "二〇二六年三月五日",
];

/// A sheet with a day: how it is opened with everything else filled in, and the label of the day.
struct Sheet {
    name: &'static str,
    open: fn(Language) -> Stage,
    day: fn(Language) -> &'static str,
}

const SHEETS: [Sheet; 11] = [
    Sheet {
        name: "a new follow-up",
        open: |language| {
            let mut stage = tasks::tests::stage(language);
            stage.press("6");
            stage.type_text("修桥");
            stage
        },
        day: task_words::field_due,
    },
    Sheet {
        name: "a follow-up put off",
        open: |language| {
            let mut stage = tasks::tests::stage(language);
            stage.screen();
            stage.press("3");
            path::fill(&mut stage, task_words::field_reason(language), "等雨停");
            stage
        },
        day: task_words::field_new_due,
    },
    Sheet {
        name: "a follow-up reported",
        open: |language| {
            let mut stage = tasks::tests::stage(language);
            stage.screen();
            stage.press("1");
            path::fill(&mut stage, task_words::field_note(language), "已清完");
            stage
        },
        day: task_words::field_done_on,
    },
    Sheet {
        name: "a line of a ledger",
        open: |language| {
            let mut stage = ledgers::tests::stage(language);
            stage.press("1");
            path::fill(&mut stage, ledger_words::field_what(language), "合作社");
            stage
        },
        day: ledger_words::field_on,
    },
    Sheet {
        name: "the end of a line of a ledger",
        open: |language| {
            let mut stage = ledgers::tests::stage(language);
            stage.press("1");
            path::fill(&mut stage, ledger_words::field_what(language), "合作社");
            stage
        },
        day: ledger_words::field_until,
    },
    Sheet {
        name: "the deadline of the villages, while the steps are chosen",
        open: |language| {
            let mut stage = path::received(language, "四村合修石沟路");
            stage.press("0 2");
            stage
        },
        day: path_screen::choose_deadline,
    },
    Sheet {
        name: "the deadline of the villages, moved",
        open: |language| {
            let mut stage = path::chosen(language);
            stage.press("3");
            path::fill(&mut stage, path_screen::reason(language), "汛期");
            stage
        },
        day: path_screen::deadline_by,
    },
    Sheet {
        name: "a step taken",
        open: |language| {
            let mut stage = path::chosen(language);
            stage.press("Enter");
            path::field(&mut stage, path_screen::take_how(language));
            stage.press("Right");
            stage
        },
        day: step_day::day_meeting,
    },
    Sheet {
        name: "a posting put up",
        open: |language| {
            let mut stage = boards::tests::empty(language);
            let board = Board::Village("王庄".into());
            stage.record(&[boards::tests::draft("b1", board)]);
            stage.screen();
            stage.press("1");
            stage
        },
        day: board_screen::field_day,
    },
    Sheet {
        name: "a village's meeting",
        open: |language| {
            let mut stage = asked(language);
            met(&mut stage, "");
            stage
        },
        day: sequel::village_met,
    },
    Sheet {
        name: "the villages asked",
        open: |language| {
            let mut stage = counted(language);
            stage.press("8 F5 Down Enter");
            stage
        },
        day: sequel::ask_by,
    },
];

/// A motion that the villages decide on, counted and not announced, at its session.
fn counted(language: Language) -> Stage {
    let mut stage = drafted(language, None, Effect::Proposes);
    vote_on(&mut stage, 4);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7");
    stage
}

/// The villages are asked; the sheet of what the first one decided is open.
fn asked(language: Language) -> Stage {
    let mut stage = counted(language);
    stage.press("8 F5 Down Enter PgDn Enter g Down Enter");
    assert!(stage.app.overlay.is_some(), "{}", stage.screen());
    stage
}

/// Fills in what a village decided at a meeting of that day.
fn met(stage: &mut Stage, on: &str) {
    stage.press("Right Down");
    stage.type_text("村民代表会议");
    stage.press("Down");
    stage.type_text(on);
    stage.press("Down Right");
    for number in ["30", "24", "20", "4", "0", "村档案柜"] {
        stage.press("Down");
        stage.type_text(number);
    }
}

/// Sends a sheet that is refused: it stays, nothing is recorded, and the reason is said.
#[track_caller]
fn refused(stage: &mut Stage, name: &str, says: &[&str]) {
    let before = stage.desk().revision();
    stage.press("PgDn Enter");
    let screen = stage.screen();
    assert!(stage.app.overlay.is_some(), "{name}: {screen}");
    assert_eq!(stage.desk().revision(), before, "{name}: {screen}");
    let said: String = screen.split_whitespace().collect();
    for words in says {
        let words: String = words.split_whitespace().collect();
        assert!(said.contains(&words), "{name}: {words}: {screen}");
    }
}

#[test]
fn a_day_there_is_none_of_is_refused_on_every_sheet_and_stays_to_be_mended() {
    for sheet in SHEETS {
        for language in Language::ALL {
            for day in NO_DAYS {
                let mut stage = (sheet.open)(language);
                path::fill(&mut stage, (sheet.day)(language), day);
                // Of a month that is too short it is said how long it is not.
                let says = match (language, day.contains("30")) {
                    (_, true) => ui::no_such_day_of_year(language, 2, 2026, 30),
                    (Language::Zh, false) => "不是日期".to_owned(),
                    (Language::En, false) => "is no date".to_owned(),
                };
                refused(&mut stage, sheet.name, &[&says]);
                // It is there to be mended, and the caret stands on it.
                let row = stage.caret_row();
                assert!(row.contains(day), "{}: {row}", sheet.name);
            }
        }
    }
}

#[test]
fn a_day_as_papers_write_it_is_one() {
    for language in Language::ALL {
        let mut stage = tasks::tests::stage(language);
        stage.press("6");
        stage.type_text("修桥");
        path::fill(
            &mut stage,
            task_words::field_due(language),
            "２０２６年１２月５日",
        );
        path::sent(&mut stage);
        let world = stage.desk().world();
        let due = world.tasks.values().find(|it| it.what == line("修桥"));
        assert_eq!(due.unwrap().due, "2026-12-05".parse().ok());
    }
}

#[test]
fn a_village_does_not_meet_before_the_session_decided_what_it_is_asked() {
    for language in Language::ALL {
        let mut stage = asked(language);
        met(&mut stage, "11-22");
        let says = match language {
            Language::Zh => "才议定，各村表决的会不能早于这一天",
            Language::En => "cannot be earlier",
        };
        refused(
            &mut stage,
            "a village's meeting",
            &[says, "11月23日", "村档案柜"][..match language {
                Language::Zh => 3,
                Language::En => 1,
            }],
        );
        // The caret stands on the day, which is all that has to be typed again.
        path::field(&mut stage, sequel::village_met(language));
        stage.press("Ctrl-U");
        stage.type_text("11-23");
        path::sent(&mut stage);
    }
}

#[test]
fn what_waits_for_a_village_or_for_parts_is_not_reported_as_done() {
    for language in Language::ALL {
        // The villages were asked, and none has decided.
        let mut stage = asked(language);
        stage.press("Esc");
        stage.app.go(Screen::Tasks(tasks::State::default()));
        stage.screen();
        // Nobody fills in a sheet in vain: it is not opened.
        stage.press("1");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let said = stage.screen();
        let (why, key) = match language {
            Language::Zh => ("还没有表决，不能算办结", "F7"),
            Language::En => ("has not decided yet", "F7"),
        };
        let bare: String = said.split_whitespace().collect();
        let words: String = why.split_whitespace().collect();
        assert!(bare.contains(&words) && said.contains(key), "{said}");
        // The same key enters the decision.
        stage.press("F7");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        // Villages that support it have parts of their own.
        let mut stage = tasks::tests::stage(language);
        let part = Part {
            what: line("清下游"),
            done: None,
        };
        let joint = Task {
            parts: [("王庄".into(), part)].into(),
            due: "2026-11-01".parse().ok(),
            ..Task::new("joint".into(), line("清渠"), "2026-10-20".parse().unwrap())
        };
        stage.record(&[Command::Task(Follow::Put(joint))]);
        stage
            .app
            .go(Screen::Tasks(tasks::State::at("joint".into())));
        stage.screen();
        stage.press("1");
        let said = stage.screen();
        let why = match language {
            Language::Zh => "王庄的部分还没有完成",
            Language::En => "王庄",
        };
        assert!(said.contains(why), "{said}");
        assert!(
            said.contains(task_sheet::part_short(language)) || said.contains('9'),
            "{said}"
        );
        let world = stage.desk().world();
        assert!(world.tasks.values().all(|it| it.finished().is_none()));
    }
}

#[test]
fn a_posting_without_text_a_step_out_of_order_and_shares_that_exceed_are_refused() {
    for language in Language::ALL {
        // A posting that says nothing.
        let mut stage = boards::tests::empty(language);
        stage.press("7");
        stage.type_text("救助名单");
        let missing = match language {
            Language::Zh => "这一栏要填",
            Language::En => "must be filled",
        };
        refused(&mut stage, "a posting", &[missing, "救助名单"]);
        // The last step of the villages before the first.
        let mut stage = path::chosen(language);
        stage.press("End Enter");
        let said = stage.said().to_owned();
        let why = match language {
            Language::Zh => "还没有办",
            Language::En => "is not done yet",
        };
        let screen = stage.screen();
        assert!(
            said.contains(why) || screen.contains(why),
            "{said} {screen}"
        );
        // Shares of more than the whole, of a line and of a matter.
        let mut stage = ledgers::tests::stage(language);
        stage.press("1");
        path::fill(&mut stage, ledger_words::field_what(language), "合作社");
        path::field(&mut stage, ledger_words::field_kind(language));
        for _ in 0..30 {
            if stage.caret_row().contains(match language {
                Language::Zh => "共富公司",
                Language::En => "Companies",
            }) {
                break;
            }
            stage.press("Right");
        }
        path::field(&mut stage, ledger_words::field_villages(language));
        stage.press("Space Down Space");
        path::fill(&mut stage, ledger_words::field_amount(language), "10");
        stage.press("Down");
        stage.type_text("6");
        stage.press("Down");
        stage.type_text("5");
        refused(&mut stage, "a line of a ledger", &["11"]);
    }
}

#[test]
fn what_a_matter_or_a_follow_up_tells_already_is_noticed_where_it_is_typed() {
    for language in Language::ALL {
        let mut stage = committee(language);
        let concern = Task {
            source: Some(crate::domain::task::Source::Concern),
            ..Task::new(
                "t1".into(),
                line("王庄吃水难"),
                "2026-11-20".parse().unwrap(),
            )
        };
        stage.record(&[
            Command::Task(Follow::Put(concern)),
            receive("a", "11-02", levy()),
            screen("a"),
        ]);
        stage.press("9 1");
        path::fill(&mut stage, ledger_words::field_what(language), "王庄吃水难");
        let why = match language {
            Language::Zh => "已经带出这一条",
            Language::En => "already, so it is not entered",
        };
        refused(&mut stage, "a concern", &[why, "王庄吃水难"]);
        // Another thing is named otherwise, and taken.
        path::fill(&mut stage, ledger_words::field_what(language), "二期");
        path::sent(&mut stage);
    }
}

#[test]
fn a_day_that_is_over_or_too_early_is_refused_at_its_field() {
    for language in Language::ALL {
        // Taken up again for a day that is past.
        let mut stage = tasks::tests::stage(language);
        stage.screen();
        stage.press("9 End 5");
        path::fill(&mut stage, task_words::field_reason(language), "又堵了");
        path::fill(
            &mut stage,
            task_words::field_new_due(language),
            "2026-10-31",
        );
        path::field(&mut stage, task_words::field_reason(language));
        let over = match language {
            Language::Zh => "新的时限已经过了",
            Language::En => "The new date is over already",
        };
        refused(&mut stage, "a follow-up taken up again", &[over, "又堵了"]);
        let row = stage.caret_row();
        assert!(row.contains("2026-10-31"), "{row}");
        // A posting may not come down before the law lets it.
        let mut stage = boards::tests::empty(language);
        let board = Board::Village("王庄".into());
        stage.record(&[boards::tests::draft("b1", board)]);
        stage.record(&[boards::tests::up("b1", "2026-11-20")]);
        stage.app.go(Screen::Boards(boards::State::at("b1".into())));
        stage.screen();
        stage.press("F3");
        path::fill(&mut stage, board_screen::field_to(language), "2026-11-25");
        path::fill(
            &mut stage,
            board_screen::field_reason(language),
            "群众看过了",
        );
        let early = match language {
            Language::Zh => "最早到",
            Language::En => "at the earliest",
        };
        refused(&mut stage, "a last day moved", &[early, "群众看过了"]);
        let row = stage.caret_row();
        assert!(row.contains("2026-11-25"), "{row}");
    }
}
