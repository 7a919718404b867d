#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use crate::domain::matter::Matter;
use crate::domain::matter::intake::{Fen, Legal, Share};
use crate::domain::register::{self, Figure};
use crate::domain::tests::things::decided_matter;
use crate::domain::vote::Standing;
use crate::domain::{Command, World};
use crate::papers::figures;
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Makes a line of a ledger.
fn typed(id: &str, kind: LedgerKind, what: &str, on: &str) -> LedgerLine {
    LedgerLine::new(id.into(), kind, line(what), on.parse().unwrap())
}

/// Returns a command that enters a line.
pub(in crate::tui::screens) fn put(line: LedgerLine) -> Command {
    Command::Register(register::Command::Put(Box::new(line)))
}

fn share(village: &str, fen: u64) -> Share {
    Share {
        village: village.into(),
        amount: Fen(fen),
    }
}

/// Some lines of two years.
pub(in crate::tui::screens) fn lines() -> Vec<LedgerLine> {
    vec![
        LedgerLine {
            villages: vec!["王庄".into()],
            person: Some(line("王建国")),
            until: Some("2026-10-20".parse().unwrap()),
            ..typed("l1", LedgerKind::Concern, "南巷路灯不亮", "2026-10-12")
        },
        LedgerLine {
            villages: vec!["李家屯".into(), "王庄".into()],
            figures: [(Figure::Number, 3)].into(),
            until: Some("2026-11-09".parse().unwrap()),
            ..typed("l2", LedgerKind::Concern, "浇地用水", "2026-11-03")
        },
        LedgerLine {
            villages: vec!["李家屯".into(), "王庄".into()],
            amount: Some(Fen(50_000_000)),
            shares: vec![share("李家屯", 30_000_000), share("王庄", 20_000_000)],
            figures: [(Figure::Jobs, 26)].into(),
            ..typed("l3", LedgerKind::Company, "东山果品有限公司", "2024-05-01")
        },
        LedgerLine {
            villages: vec!["李家屯".into(), "王庄".into()],
            amount: Some(Fen(8_640_050)),
            shares: vec![share("李家屯", 5_000_000), share("王庄", 3_000_000)],
            ..typed(
                "l4",
                LedgerKind::Yield,
                "东山果品有限公司三季度",
                "2026-09-30",
            )
        },
        LedgerLine {
            figures: [(Figure::Households, 214), (Figure::Persons, 803)].into(),
            note: Some(line("十一月走访")),
            ..typed("l5", LedgerKind::Visit, "网格员走访", "2026-11-20")
        },
        LedgerLine {
            until: Some("2026-03-01".parse().unwrap()),
            ..typed("l6", LedgerKind::Team, "护路队", "2025-03-01")
        },
    ]
}

/// A committee with some lines, at its ledgers.
pub(in crate::tui::screens) fn stage(language: Language) -> Stage {
    let mut stage = committee(language);
    let commands: Vec<Command> = lines().into_iter().map(put).collect();
    stage.record(&commands);
    stage.press("9");
    stage
}

/// A matter of industry that the session adopted, in the world as `matters` would have put it there.
pub(in crate::tui::screens) fn decided() -> Matter {
    let shares = [("李家屯", 80_000_000), ("王庄", 40_000_000)];
    decided_matter("m1", "三村合建冷库", "2026-09-01".parse().unwrap(), shares)
}

/// Puts a matter into the file as it stands.
pub(in crate::tui::screens) fn restore(matter: Matter) -> Command {
    use crate::domain::act::Restored;
    use crate::domain::entity::{Entity, Root};
    let root = Root::Matter(matter.id.clone());
    let entity = Entity::Matter(std::sync::Arc::new(matter));
    Command::Restore(vec![Restored::new(entity.key(), &root, Some(entity))])
}

fn state(stage: &Stage) -> &State {
    match stage.app.top() {
        Screen::Ledgers(state) => state,
        _ => panic!("no ledgers"),
    }
}

fn stored(stage: &Stage) -> Vec<LedgerLine> {
    let day = |day: &str| day.parse().unwrap();
    stage
        .desk()
        .ledger(None, day("1949-01-01"), day("2199-12-31"))
        .unwrap()
}

#[test]
fn an_empty_register_says_what_to_do() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.press("9");
        let screen = stage.screen();
        match language {
            Language::Zh => assert!(screen.contains("按 1 记一条"), "{screen}"),
            Language::En => assert!(screen.contains("1 enters a line"), "{screen}"),
        }
        // Keys that narrow and turn do no harm where there is nothing.
        stage.press("Tab 3 Left Right 6 2 8 Enter Esc");
        stage.every_size();
        stage.press("Esc");
        assert!(matches!(stage.app.top(), Screen::Home(_)));
    }
}

#[test]
fn the_ledgers_stand_one_below_the_other() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("Down");
        assert_snapshot!(format!("list_{}", language.tag()), stage.screen());
        stage.press("End");
        assert_snapshot!(
            format!("list_small_{}", language.tag()),
            stage.screen_of(60, 16)
        );
        assert_snapshot!(
            format!("list_wide_{}", language.tag()),
            stage.screen_of(120, 40)
        );
        stage.every_size();
    }
}

#[test]
fn the_list_is_narrowed_to_a_ledger_a_village_a_period() {
    let mut stage = stage(Language::Zh);
    let heads = |stage: &mut Stage| {
        stage.screen();
        view::heads(state(stage))
    };
    assert_eq!(
        heads(&mut stage),
        [
            "急难愁盼（4）",
            "走访联系（1）",
            "共富公司（1，500000 元）",
            "收益（1，86400.50 元）"
        ]
    );
    stage.press("Tab");
    assert_eq!(heads(&mut stage), ["急难愁盼（4）"]);
    stage.press("Tab Tab");
    assert_eq!(heads(&mut stage), ["共富公司（1，500000 元）"]);
    // Its share is what the village has of it.
    stage.press("3 3");
    assert_eq!(heads(&mut stage), ["共富公司（1，200000 元）"]);
    stage.press("3");
    assert_eq!(heads(&mut stage), Vec::<String>::new());
    stage.press("3 Tab Tab Tab");
    assert_eq!(state(&stage).kind, None);
    // The year before: the team still stood, what happened this year did not.
    stage.press("Left");
    assert_eq!(
        heads(&mut stage),
        ["共富公司（1，500000 元）", "志愿服务队（1）"]
    );
    stage.press("Right 6");
    assert!(stage.screen().contains("2026年12月"), "{}", stage.screen());
    stage.press("Left");
    assert_eq!(
        heads(&mut stage),
        ["急难愁盼（3）", "走访联系（1）", "共富公司（1，500000 元）"]
    );
    stage.press("0");
    stage.type_text("浇地");
    stage.press("Enter Enter");
    assert_eq!(heads(&mut stage), ["急难愁盼（3）"]);
}

#[test]
fn a_line_is_entered_by_keys_and_undone() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.press("9 1");
        // The fifth ledger is that of companies.
        stage.press("Right Right Right Right");
        let sheet = stage.screen();
        assert_snapshot!(format!("sheet_{}", language.tag()), sheet);
        stage.press("Down");
        stage.type_text("东山果品有限公司");
        stage.press("Down Down Space Down Space Down Down Down");
        stage.every_size();
        stage.press("PgDn");
        stage.press("Enter");
        let [line] = stored(&stage)
            .try_into()
            .unwrap_or_else(|lines| panic!("{lines:?}\n{}", stage.screen()));
        assert_eq!(line.kind, LedgerKind::Company);
        assert_eq!(line.what.as_str(), "东山果品有限公司");
        assert_eq!(line.villages.len(), 2, "{line:?}");
        assert_eq!(line.on, stage.desk().today());
        stage.press("u");
        assert_eq!(stored(&stage), []);
    }
}

#[test]
fn shares_that_are_more_than_the_whole_are_refused_at_their_field() {
    let mut stage = stage(Language::Zh);
    stage.press("Tab Tab Tab 2");
    field(&mut stage, "金额");
    stage.press("Backspace Backspace Backspace Backspace Backspace Backspace Backspace Backspace");
    stage.type_text("4.5万");
    let screen = stage.screen();
    assert!(
        screen.contains("各村份额合计 500000 元，总额 45000 元"),
        "{screen}"
    );
    stage.press("PgDn Enter");
    let screen = stage.screen();
    assert!(screen.contains("超过总额 45000 元"), "{screen}");
    let shared = stored(&stage).into_iter().find(|it| !it.shares.is_empty());
    assert_eq!(
        shared.and_then(|it| it.amount),
        Some(Fen(50_000_000)),
        "nothing was recorded"
    );
    field(&mut stage, "金额");
    stage.type_text("x");
    stage.press("PgDn Enter");
    assert!(stage.screen().contains("不是金额"), "{}", stage.screen());
    stage.press("Esc");
}

/// Goes down to the field of that label.
fn field(stage: &mut Stage, label: &str) {
    stage.press("PgUp");
    for _ in 0..40 {
        let row = stage.caret_row();
        let inside = row.split('│').nth(1).unwrap_or(&row);
        if inside.trim_start_matches([' ', '*']).starts_with(label) {
            return;
        }
        stage.press("Down");
    }
    panic!("{label}\n{}", stage.screen());
}

#[test]
fn a_matter_that_was_decided_stands_here_without_being_typed() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.record(&[restore(decided())]);
        stage.press("9");
        assert_snapshot!(format!("fed_{}", language.tag()), stage.screen());
        // Where there is room the mark is written out.
        let wide = stage.screen_of(120, 40);
        assert!(
            wide.contains(crate::i18n::ledgers::mark_fed(language)),
            "{wide}"
        );
        // Its words are the matter's: only what it does not say is asked.
        stage.press("2");
        assert_snapshot!(format!("fed_sheet_{}", language.tag()), stage.screen());
        field(&mut stage, registers::figure(language, Figure::Jobs));
        stage.type_text("40");
        stage.press("PgDn Enter");
        let [line] = stored(&stage)
            .try_into()
            .unwrap_or_else(|lines| panic!("{lines:?}\n{}", stage.screen()));
        assert_eq!(line.figures[&Figure::Jobs], 40);
        assert_eq!(line.amount, Some(Fen(120_000_000)));
        // A list says of each line what the line says by itself.
        let [from, to] = ["2020-01-01", "2030-12-31"].map(|day| day.parse().unwrap());
        for line in stage.desk().ledger(None, from, to).unwrap() {
            let alone = stage.desk().ledger_line(&line.id).unwrap();
            assert_eq!(alone, Some(line));
        }
        // It cannot be taken away here, and the matter goes on saying what it says.
        stage.press("8");
        assert!(!stage.said().is_empty());
        let mut renamed = decided();
        renamed.intake.title = line2("四村合建冷库");
        stage.record(&[restore(renamed)]);
        let lines = stored(&stage);
        assert_eq!(lines[0].what.as_str(), "四村合建冷库");
        assert_eq!(lines[0].figures[&Figure::Jobs], 40);
        let mut refused = decided();
        refused.hearings[0].motions[0].standing = Standing::Rejected;
        stage.record(&[restore(refused)]);
        assert_eq!(
            stored(&stage),
            [],
            "what feeds nothing any more is not there"
        );
    }
}

fn line2(words: &str) -> crate::domain::text::Line {
    line(words)
}

#[test]
fn a_matter_leads_to_all_its_lines_whatever_their_ledgers_and_years() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let mut matter = decided();
        matter.intake.legal = Legal::Given {
            opinion: line("合同可签"),
        };
        // Of an earlier year than what was decided of it.
        matter.received = "2025-12-30".parse().unwrap();
        let id = matter.id.clone();
        stage.record(&[restore(matter)]);
        crate::tui::screens::matters::open_page(&mut stage.app, id);
        stage.screen();
        stage.press("f8");
        let screen = stage.screen();
        assert!(matches!(stage.app.top(), Screen::Ledgers(_)), "{screen}");
        let heads = super::view::heads(state(&stage));
        assert_eq!(heads.len(), 2, "{screen}");
        assert!(!screen.contains("浇地用水"), "{screen}");
        assert!(screen.contains("2025-12-30"), "{screen}");
        stage.every_size();
        stage.press("esc");
        assert!(!matches!(stage.app.top(), Screen::Ledgers(_)));
    }
}

#[test]
fn a_concern_is_settled_by_its_day_and_says_so() {
    for language in Language::ALL {
        let mut stage = stage(language);
        stage.press("1");
        field(&mut stage, words::field_what(language));
        stage.type_text("西沟路灯");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let open = words::is_open(language, 1);
        assert!(stage.caret_row().contains(&open), "{}", stage.screen());
        stage.press("2");
        field(&mut stage, words::field_until(language));
        stage.type_text("2026-11-23");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let settled = words::is_settled(language, 1);
        assert!(stage.caret_row().contains(&settled), "{}", stage.screen());
    }
}

#[test]
fn what_a_company_brings_in_is_entered_in_figures_alone_and_stands_below_it_in_order() {
    for language in Language::ALL {
        let mut stage = stage(language);
        let at_company = |stage: &mut Stage| {
            stage.press("Home");
            for _ in 0..20 {
                if stage.caret_row().contains("2024-05-01") {
                    return;
                }
                stage.press("Down");
            }
            panic!("{}", stage.screen());
        };
        for (on, amount, jobs) in [
            ("2026-06-30", "9000", "24"),
            ("2026-09-30", "12000.50", "26"),
        ] {
            at_company(&mut stage);
            stage.press("7");
            stage.press("Home");
            field(&mut stage, words::field_on(language));
            stage.press("End");
            for _ in 0..10 {
                stage.press("Backspace");
            }
            stage.type_text(on);
            field(&mut stage, words::field_amount(language));
            stage.type_text(amount);
            field(&mut stage, registers::figure(language, Figure::Jobs));
            stage.type_text(jobs);
            stage.press("PgDn Enter");
            assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        }
        at_company(&mut stage);
        let screen = stage.screen();
        let (first, second) = (screen.find("9000"), screen.rfind("12000.50"));
        assert!(first.is_some() && first < second, "{screen}");
        let brought: Vec<LedgerLine> = stage.desk().brought_in(&"l3".into()).unwrap();
        assert_eq!(brought.len(), 2);
        assert!(
            brought
                .iter()
                .all(|it| it.what.as_str() == "东山果品有限公司")
        );
        assert_eq!(brought[0].villages.len(), 2);
        stage.every_size();
        // What is no company has none.
        stage.press("Home 7");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
    }
}

#[test]
fn a_village_that_a_line_names_is_not_taken_away() {
    use crate::domain::{Refusal, roster};
    let mut stage = committee(Language::Zh);
    let would = |stage: &Stage, village: &str| {
        let remove = roster::Command::RemoveVillage(village.into());
        stage.desk().would(&[Command::Roster(remove)])
    };
    let village = roster::Village {
        id: "新村".into(),
        name: line("新村"),
        standing: roster::Standing::Joined,
        position: 9,
        joined: None,
        left: None,
        figures: Vec::new(),
    };
    stage.record(&[Command::Roster(roster::Command::PutVillage(village))]);
    assert_eq!(would(&stage, "新村"), Ok(()));
    let named = LedgerLine {
        villages: vec!["新村".into()],
        ..typed("l2", LedgerKind::Grid, "二号网格", "2026-01-01")
    };
    stage.record(&[put(named)]);
    assert!(matches!(
        would(&stage, "新村"),
        Err(Refusal::StillUsed { .. })
    ));
}

#[test]
fn what_was_typed_is_kept_and_found_again_at_home() {
    for language in Language::ALL {
        let mut stage = committee(language);
        stage.press("9 1 Down");
        stage.type_text("没写完的项目");
        stage.press("Esc Esc");
        let home = stage.screen();
        assert!(home.contains(words::draft_new(language)), "{home}");
        stage.press("End Up Enter");
        let mut screen = stage.screen();
        // Wherever the draft stands on the list of home, it is gone on with from there.
        for _ in 0..8 {
            if screen.contains("没写完的项目") && stage.app.overlay.is_some() {
                break;
            }
            stage.press("Esc Up Enter");
            screen = stage.screen();
        }
        assert!(screen.contains("没写完的项目"), "{screen}");
    }
}

#[test]
fn credits_are_offered_once_there_is_a_scheme() {
    let mut stage = committee(Language::Zh);
    stage.press("9 1");
    stage.type_text("积分");
    let credit = registers::kind(Language::Zh, LedgerKind::Credit);
    assert!(!offers(&mut stage, credit), "{}", stage.screen());
    stage.press("Esc");
    stage.record(&[put(typed(
        "s",
        LedgerKind::CreditScheme,
        "积分管理办法",
        "2026-01-01",
    ))]);
    stage.press("1");
    assert!(offers(&mut stage, credit), "{}", stage.screen());
}

/// Says whether the choice in use comes to an option of that name.
fn offers(stage: &mut Stage, name: &str) -> bool {
    let alone = |row: &str| {
        let words: Vec<&str> = row.split_whitespace().collect();
        words.contains(&name)
    };
    (0..LedgerKind::ALL.len()).any(|_| {
        stage.press("Right");
        alone(&stage.caret_row())
    })
}

#[test]
fn hostile_words_stay_words() {
    let mut stage = stage(Language::Zh);
    let what = "=HYPERLINK(\"http://x\")\u{202e}\u{7}[31m";
    stage.press("1 Down");
    stage.type_text(what);
    stage.press("PgDn Enter");
    let screen = stage.screen();
    assert!(
        !screen.contains(['\u{202e}', '\u{7}', '\u{1b}']),
        "{screen}"
    );
    let lines = stored(&stage);
    assert!(
        lines
            .iter()
            .any(|line| line.what.as_str().starts_with("=HYPERLINK")),
        "{lines:?}"
    );
    let world: &World = stage.desk().world();
    let period = crate::domain::register::Period::around(
        stage.desk().today(),
        crate::domain::register::period::Span::Year,
    );
    let table = figures::lines(Language::Zh, world, &lines, period, None);
    let csv = crate::exchange::grid::csv(&table);
    assert!(csv.contains("\"'=HYPERLINK"), "{csv}");
    // Nor is a heap of marks on a letter written, which would cover the lines around it.
    let heap = format!("e{}", "\u{301}".repeat(200));
    let what = crate::domain::text::Line::new(&heap).unwrap();
    let heaped = LedgerLine {
        what,
        ..lines[0].clone()
    };
    let table = figures::lines(Language::Zh, world, &[heaped], period, None);
    let csv = crate::exchange::grid::csv(&table);
    assert_eq!(csv.matches('\u{301}').count(), crate::cells::MARKS, "{csv}");
}

/// What a matter that is long closed feeds stands in every year after, whatever kind the matter is of.
#[test]
fn what_stands_is_seen_years_after_its_matter_was_closed() {
    use crate::domain::matter::intake::{MatterKind, Touch};
    use crate::domain::matter::{Became, MatterState, Step};
    let mut stage = committee(Language::Zh);
    let year = |year: i32| {
        let day = |day: &str| format!("{year}-{day}").parse().unwrap();
        (day("01-01"), day("12-31"))
    };
    for (id, kind, touches) in [
        ("m1", MatterKind::Industry, vec![]),
        ("m2", MatterKind::Governance, vec![Touch::VillagePact]),
    ] {
        let mut matter = decided();
        matter.id = id.into();
        matter.number.serial = matter.number.serial.saturating_add(u32::from(id == "m2"));
        matter.intake.kind = kind;
        matter.intake.touches = touches;
        matter.state = MatterState::Closed;
        let (what, on) = (Became::Filed, "2026-10-01".parse().unwrap());
        matter.history.push(Step { what, on });
        stage.record(&[restore(matter)]);
    }
    for kind in [LedgerKind::IndustryProject, LedgerKind::Pact] {
        for (from, to) in [year(2026), year(2029)] {
            let lines = stage.desk().ledger(Some(kind), from, to).unwrap();
            assert!(!lines.is_empty(), "{kind:?} {from}");
            let facts = stage.desk().facts(Period::around(to, Span::Year)).unwrap();
            let counted = facts.all.iter().filter(|fact| {
                kind.columns()
                    .iter()
                    .any(|(column, _)| *column == fact.column)
            });
            let sum: u64 = counted.map(|fact| fact.value).sum();
            assert_eq!(
                sum,
                lines.len() as u64,
                "the report is the sum of the ledger"
            );
        }
    }
}
