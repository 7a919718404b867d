#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{State, open_page};
use crate::domain::Command;
use crate::domain::ids::MatterId;
use crate::domain::matter::intake::{
    Fen, Intake, Legal, MatterKind, Money, Origin, Secrecy, Share, Touch, Urgency,
};
use crate::domain::matter::life::{Stage as At, stage as at_stage};
use crate::domain::matter::{Became, Command as Of, Matter, Step};
use crate::domain::session::agenda::Late;
use crate::domain::session::{self, Plan, SessionKind};
use crate::domain::text::Text;
use crate::i18n::Language;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn day(text: &str) -> chrono::NaiveDate {
    format!("2026-{text}").parse().unwrap()
}

pub(in crate::tui::screens) fn levy() -> Intake {
    let share = |village: &str, yuan: u64| Share {
        village: village.into(),
        amount: Fen(yuan * 100),
    };
    Intake {
        title: line("三村联修灌渠"),
        about: Text::new("渠长两公里，三个村的地都用它。").unwrap(),
        origin: Origin::Residents,
        brought_by: Some(line("李家屯、王庄")),
        villages: vec!["李家屯".into(), "王庄".into()],
        kind: MatterKind::Project,
        committee: false,
        livelihood: true,
        money: Some(Money {
            amount: Fen(3_000_000),
            shares: vec![share("李家屯", 12_000), share("王庄", 18_000)],
        }),
        major: true,
        touches: vec![Touch::Levy],
        legal: Legal::Needed,
        secrecy: Secrecy::Public,
        urgency: Urgency::Urgent,
    }
}

pub(in crate::tui::screens) fn receive(id: &str, on: &str, intake: Intake) -> Command {
    Command::Matter(Of::Receive {
        id: id.into(),
        on: day(on),
        intake: Box::new(intake),
    })
}

pub(in crate::tui::screens) fn screen(id: &str) -> Command {
    Command::Matter(Of::Screen {
        matter: id.into(),
        on: day("11-05"),
        reason: line("涉及两个村，筹资要各村自己议"),
    })
}

fn plan(ordinal: u32, date: &str) -> Command {
    Command::Session(session::Command::Create {
        id: format!("s{ordinal}").into(),
        plan: Plan {
            kind: SessionKind::Regular,
            ordinal,
            date: day(date),
            start: None,
            place: None,
            chair: None,
            recorder: None,
        },
        opening: None,
    })
}

/// A backlog: one matter screened, one received, one sent back, one withdrawn.
fn backlog(language: Language) -> Stage {
    let mut stage = committee(language);
    let plain = |title: &str, kind, villages: &[&str]| Intake {
        title: line(title),
        villages: villages.iter().map(|it| (*it).into()).collect(),
        kind,
        livelihood: true,
        money: None,
        touches: Vec::new(),
        urgency: Urgency::Ordinary,
        major: false,
        ..levy()
    };
    stage.record(&[
        receive("a", "11-02", levy()),
        screen("a"),
        receive(
            "b",
            "11-03",
            plain("垃圾清运合同", MatterKind::Service, &[]),
        ),
        receive(
            "c",
            "11-04",
            plain("敬老院选址", MatterKind::Land, &["张家湾"]),
        ),
        Command::Matter(Of::Become {
            matter: "c".into(),
            step: Step {
                on: day("11-06"),
                what: Became::SentBack {
                    reason: line("缺选址意见"),
                },
            },
        }),
        receive("d", "11-04", plain("路灯", MatterKind::Project, &["王庄"])),
        Command::Matter(Of::Become {
            matter: "d".into(),
            step: Step {
                on: day("11-06"),
                what: Became::Withdrawn {
                    reason: line("村里自己修好了"),
                },
            },
        }),
    ]);
    stage.app.go(Screen::Matters(Box::<State>::default()));
    // A row is selected as soon as it was seen.
    stage.screen();
    stage
}

pub(super) fn known(stage: &Stage, id: &str) -> Matter {
    let id = MatterId::from(id);
    let world = stage.desk().look_at_matter(&id).unwrap();
    world.matter(&id).unwrap().clone()
}

pub(super) fn stands(stage: &Stage, id: &str) -> At {
    at_stage(
        stage.desk().world(),
        &known(stage, id),
        stage.desk().today(),
    )
}

#[test]
fn an_empty_backlog_says_what_to_do() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.press("7");
        let screen = stage.screen();
        match language {
            Language::Zh => assert!(screen.contains("按 3 登记第一件"), "{screen}"),
            Language::En => assert!(screen.contains("press 3 to enter the first"), "{screen}"),
        }
        stage.every_size();
    }
}

#[test]
fn the_backlog_stands_in_both_languages() {
    for language in Language::ALL {
        let mut stage = backlog(language);
        assert_snapshot!(format!("backlog.{language}"), stage.screen());
        stage.every_size();
        stage.press("6");
        let screen = stage.screen();
        assert!(screen.contains("路灯"), "{screen}");
    }
}

#[test]
fn it_is_narrowed_by_words_and_stage_and_closed_ones_are_read() {
    let mut stage = backlog(Language::Zh);
    stage.press("5");
    // The initials of a title will do, with no input method.
    stage.type_text("ljqy");
    stage.press("PgDn Enter");
    let screen = stage.screen();
    assert!(screen.contains("垃圾清运合同"), "{screen}");
    assert!(!screen.contains("灌渠"), "{screen}");
    stage.press("5");
    stage.press("Ctrl-A Delete Delete Delete Delete Delete");
    let mut stage = backlog(Language::En);
    stage.press("5 Down");
    stage.press(&"Right ".repeat(13));
    stage.press("PgDn Enter");
    let screen = stage.screen();
    assert!(screen.contains("路灯"), "{screen}");
    assert!(!screen.contains("灌渠"), "{screen}");
    assert!(screen.contains("Withdrawn"), "{screen}");
}

#[test]
fn a_matter_is_taken_in_by_keys_alone_screened_and_put_on_an_agenda() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.record(&[plan(1, "12-20")]);
        stage.press("7 3");
        stage.type_text("联村垃圾清运");
        assert_snapshot!(format!("intake.{language}"), stage.screen());
        stage.every_size();
        stage.press("PgDn Enter");
        let matters = &stage.desk().world().matters;
        assert_eq!(matters.len(), 1, "{}", stage.screen());
        let id = matters.keys().next().unwrap().to_string();
        assert_eq!(stands(&stage, &id), At::Received);
        stage.press("4");
        assert_snapshot!(format!("screening.{language}"), stage.screen());
        stage.every_size();
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage, &id), At::Waiting, "{}", stage.screen());
        stage.press("2");
        assert_eq!(stands(&stage, &id), At::OnAgenda, "{}", stage.said());
        let item = stage.desk().world().items.values().next().unwrap();
        assert_eq!(item.title, line("联村垃圾清运"));
        assert_eq!(item.matter, Some(id.as_str().into()));
        // Once more it is told where it stands already.
        stage.press("2");
        assert!(stage.said().contains("20"), "{}", stage.said());
        stage.press("u");
        assert_eq!(stands(&stage, &id), At::Waiting);
        stage.press("u u");
        assert!(stage.desk().world().matters.is_empty());
    }
}

#[test]
fn where_no_session_is_planned_one_is_and_the_matter_goes_on_it() {
    let mut stage = backlog(Language::Zh);
    stage.press("2");
    let screen = stage.screen();
    assert!(screen.contains("没有待开的会议"), "{screen}");
    stage.press("Enter");
    stage.press("Down Down");
    stage.type_text("2026-12-24");
    stage.press("PgDn Enter");
    assert_eq!(stands(&stage, "a"), At::OnAgenda, "{}", stage.screen());
    let world = stage.desk().world();
    assert_eq!(world.sessions.len(), 1);
    assert_eq!(world.items.len(), 2);
}

#[test]
fn after_the_notice_it_wants_a_reason() {
    let mut stage = backlog(Language::Zh);
    let notice = crate::domain::session::notice::Notice {
        on: day("11-20"),
        channel: None,
        told: crate::domain::session::notice::Told::default(),
        urgent: None,
        carries: Vec::new(),
        calls_for: None,
    };
    stage.record(&[
        plan(1, "12-20"),
        Command::Session(session::Command::Notify {
            id: "s1".into(),
            notice: Some(notice),
        }),
    ]);
    stage.press("2");
    stage.type_text("汛期前要开工");
    stage.press("PgDn Enter");
    let item = stage.desk().world().items.values().next().unwrap();
    assert_eq!(item.late, Some(Late::before(line("汛期前要开工"))));
    assert_eq!(stands(&stage, "a"), At::OnAgenda);
}

#[test]
fn one_matter_is_seen_from_one_place() {
    for language in Language::ALL {
        let mut stage = backlog(language);
        stage.record(&[plan(1, "12-20")]);
        stage.press("2 1");
        assert_snapshot!(format!("page.{language}"), stage.screen());
        assert_snapshot!(format!("page_wide.{language}"), stage.screen_of(120, 40));
        stage.every_size();
        // What cannot be done says why and what helps.
        stage.press("9");
        let said = stage.said().to_owned();
        match language {
            Language::Zh => assert!(said.contains("还没有议完"), "{said}"),
            Language::En => assert!(said.contains("has not dealt with it"), "{said}"),
        }
        stage.press("1");
        let said = stage.said().to_owned();
        match language {
            Language::Zh => assert!(said.contains("退回补正"), "{said}"),
            Language::En => assert!(said.contains("send it back"), "{said}"),
        }
        // The last line is of the session, and leads there.
        stage.press("End 5");
        assert!(
            matches!(stage.app.top(), Screen::Live(_)),
            "{}",
            stage.said()
        );
    }
}

#[test]
fn it_is_sent_back_merged_split_withdrawn_and_taken_up_again_by_keys() {
    let mut stage = backlog(Language::Zh);
    open_page(&mut stage.app, "a".into());
    stage.press("6");
    stage.type_text("缺预算");
    stage.press("PgDn Enter");
    assert_eq!(stands(&stage, "a"), At::SentBack, "{}", stage.screen());
    stage.press("1 PgDn Enter");
    assert_eq!(stands(&stage, "a"), At::Received, "{}", stage.screen());
    assert_eq!(known(&stage, "a").intake, levy());
    stage.press("8");
    stage.type_text("渠上的桥");
    stage.press("PgDn Enter");
    let world = stage.desk().world();
    let part = world.matters.values().find(|it| it.number.serial == 5);
    let part = part.unwrap();
    assert_eq!(part.intake.title, line("渠上的桥"));
    assert_eq!(part.intake.villages, levy().villages);
    let part = part.id.to_string();
    stage.press("7");
    stage.type_text("一起办");
    stage.press("PgDn Enter");
    assert_eq!(stands(&stage, "a"), At::Merged, "{}", stage.screen());
    stage.press("F7");
    stage.type_text("分开更好");
    stage.press("PgDn Enter");
    assert_eq!(stands(&stage, "a"), At::Received, "{}", stage.screen());
    open_page(&mut stage.app, part.as_str().into());
    stage.press("Delete");
    stage.type_text("不建了");
    stage.press("PgDn Enter");
    assert_eq!(stands(&stage, &part), At::Withdrawn, "{}", stage.screen());
    let screen = stage.screen();
    assert!(screen.contains("不建了"), "{screen}");
}

#[test]
fn shares_that_do_not_add_up_stay_on_the_sheet_with_the_reason() {
    let mut stage = backlog(Language::Zh);
    open_page(&mut stage.app, "c".into());
    stage.press("1");
    // Up from the first row is the last; the shares stand above what it is about.
    stage.press("PgDn");
    stage.press("Esc");
    let over = Intake {
        money: Some(Money {
            amount: Fen(100),
            shares: vec![Share {
                village: "李家屯".into(),
                amount: Fen(101),
            }],
        }),
        ..levy()
    };
    let refused = stage.desk().would(&[receive("z", "11-02", over)]);
    let why = refused.unwrap_err();
    let words = crate::i18n::refusals::refusal(Language::Zh, stage.desk().world(), &why);
    assert_eq!(words, "各村分担合计1.01元，超过总额1元。");
}

#[test]
fn a_draft_of_an_intake_is_found_at_home_and_gone_on_with() {
    let mut stage = committee(Language::Zh);
    stage.press("7 3");
    stage.type_text("写到一半");
    stage.press("Esc Esc");
    let screen = stage.screen();
    assert!(screen.contains("新增事项"), "{screen}");
    stage.press("7 3");
    let screen = stage.screen();
    assert!(screen.contains("写到一半"), "{screen}");
}

#[test]
fn its_form_is_read_and_written() {
    for language in Language::ALL {
        let mut stage = backlog(language);
        stage.press("1 0");
        let files = stage.files("papers");
        assert_eq!(files.len(), 2, "{files:?}");
        let text = files.iter().find(|it| it.extension().unwrap() == "txt");
        let text = std::fs::read_to_string(text.unwrap()).unwrap();
        assert_snapshot!(format!("form.{language}"), text);
        stage.every_size();
    }
}

#[test]
fn hostile_words_are_words() {
    let mut stage = committee(Language::Zh);
    stage.press("7 3");
    stage.type_text("=cmd|'/c calc'!A1 \u{202e}../../x");
    stage.press("PgDn Enter");
    let world = stage.desk().world();
    let matter = world.matters.values().next().unwrap();
    assert!(!matter.intake.title.as_str().contains('\u{202e}'));
    stage.press("1 0");
    let files = stage.files("papers");
    assert!(files.iter().all(|it| !it.to_string_lossy().contains("../")));
    stage.every_size();
}

#[test]
fn what_is_done_again_is_said_in_the_words_of_the_act() {
    use crate::desk::Way;
    for language in Language::ALL {
        let mut stage = committee(language);
        let alone = Intake {
            villages: vec!["张家湾".into()],
            livelihood: false,
            money: None,
            ..levy()
        };
        let steps = [
            receive("a", "11-02", alone),
            screen("a"),
            Command::Matter(Of::Become {
                matter: "a".into(),
                step: Step {
                    on: day("11-06"),
                    what: Became::Reopened {
                        reason: line("补充材料"),
                    },
                },
            }),
        ];
        let mut said = Vec::new();
        for step in steps {
            stage.app.record(&[step]);
            let words = stage.said().to_owned();
            said.push(
                words
                    .split([':', '：'])
                    .skip(1)
                    .collect::<Vec<_>>()
                    .join("："),
            );
        }
        for _ in 0..3 {
            stage.app.walk(Way::Back);
        }
        for words in said {
            stage.app.walk(Way::Forth);
            let again = stage.said();
            let again: Vec<&str> = again.split([':', '：']).skip(1).collect();
            let bare = |words: &str| words.split(" · ").next().unwrap().to_owned();
            assert_eq!(bare(&again.join("：")), bare(&words));
        }
    }
}
