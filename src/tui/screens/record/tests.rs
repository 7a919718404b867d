#![allow(clippy::unwrap_used)]
use super::*;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

/// Opens the record of the sample's second session, which is closed.
fn record(language: Language) -> Stage {
    let mut stage = Stage::new(language);
    stage.press("1");
    let second = stage.desk().sessions(0, 9).unwrap();
    let second = second.iter().find(|session| session.ordinal == 2).unwrap();
    let session = second.id.clone();
    stage.app.go(Screen::Record(State::new(session)));
    stage
}

#[test]
fn a_record_is_read_in_chinese() {
    let mut stage = record(Language::Zh);
    assert_snapshot!(stage.screen(), @r"
    ▪样例▪ 会议记录：第2次联席会议（例会）（中文）                  榆河片区联合党委
    ▸                榆河片区联合党委第2次联席会议（例会）会议记录

      　　【样例】本记录出自虚构的样例，人和事都是编的，不是真实的会议。

      会议名称：第2次联席会议（例会）
      会议类别：例会
      时间：2026年9月23日 周三 14:32 至 15:58
      地点：河湾村会议室
      主持人：韩立诚（联合党委书记）
      记录人：丁守业（书记）
      会议通知：2026年9月18日 周五
      应到：12 人
      实到：11 人（开会时）
      法定人数：须到 7 人，实到 11 人（2*11 > 12），已达到
      议事规则：尚未录入本会议事规则，按默认规则：过半数到会、应到会过半数赞成
                （《中国共产党党组工作条例》第二十七条）

      到会情况

      片区：韩立诚（联合党委书记）
      榆林岗村（领建村）：丁守业（书记）、苗春生（委员）

    F1 帮助  1 写出  2 复制  3 文种  4 后续  Enter 菜单  Ctrl-P 操作  F12 English
    ");
    let first = stage.caret_row();
    stage.press("PgDn");
    assert_ne!(stage.caret_row(), first);
    stage.press("End");
    // The journal's head is another one in every file.
    insta::with_settings!({filters => [(r"[0-9a-f]{4}(-[0-9a-f]{4}){7}", "CODE")]}, {
        assert_snapshot!(stage.screen(), @r"
        ▪样例▪ 会议记录：第2次联席会议（例会）（中文）                  榆河片区联合党委

          议题  事项                               责任人  村      完成时限
          ----  ---------------------------------  ------  ------  -------------------
          二    请设计单位出冷库两个容量的方案和   鲁志远  河湾村  2026年11月27日 周五
                概算

          二    到柳沟村听取村民代表对冷库选址的   韩立诚  柳沟村  未定期
                意见

          未了的议题

          - 四、片区便民服务点开放时间（未进行）

          　　15:58 散会。

          日志校验码：CODE
          打印日期：2026年11月23日 周一

          主持人：________________

        ▸ 记录人：________________

        F1 帮助  1 写出  2 复制  3 文种  4 后续  Enter 菜单  Ctrl-P 操作  F12 English
        ");
    });
    stage.every_size();
}

#[test]
fn a_record_is_read_in_english() {
    let mut stage = record(Language::En);
    assert_snapshot!(stage.screen(), @r"
    [SAMPLE] Meeting record: Joint session no. 2 (regular) (English)   榆河片区联合~
    ▸          Record of Joint session no. 2 (regular), 榆河片区联合党委

      [Sample] This record comes from an invented sample; its people and matters
      are made up, no such session was held.

      Session: Joint session no. 2 (regular)
      Kind: Regular
      Time: Wed 23 Sep 2026, 14:32 to 15:58
      Place: 河湾村会议室
      Chair: 韩立诚 (联合党委书记)
      Recorder: 丁守业 (书记)
      Notice sent: Fri 18 Sep 2026
      Entitled: 12
      Present: 11 (at the opening)
      Quorum: 7 needed, 11 present (2*11 > 12): reached
      Rules: The committee's own rules are not entered; by the default rule: More
             than half present; for: more than half of those entitled (Regulations
             on the Work of Party Groups, article 27)

      Attendance


    F1 Help  1 Write  2 Copy  3 Language  4 After  Enter Menu  Ctrl-P Find  F12 中文
    ");
    stage.every_size();
}

#[test]
fn its_language_is_its_own() {
    let mut stage = record(Language::En);
    let english = stage.screen();
    stage.press("3");
    assert!(stage.screen().contains("(Chinese)"));
    assert_ne!(stage.screen(), english);
    stage.press("l");
    assert_eq!(stage.screen(), english);
}

#[test]
fn it_is_written_in_two_forms_and_the_path_is_said() {
    let mut stage = record(Language::Zh);
    stage.press("1");
    let files = stage.files("papers");
    let names: Vec<String> = files
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        names,
        [
            "2026-09-23 第2次联席会议（例会） 会议记录.md",
            "2026-09-23 第2次联席会议（例会） 会议记录.txt"
        ]
    );
    let markdown = std::fs::read_to_string(files.first().unwrap()).unwrap();
    assert!(markdown.starts_with("# "), "{markdown}");
    assert!(stage.screen().contains("已写出"));
    stage.press("w");
    assert_eq!(stage.files("papers").len(), 2);
    stage.every_size();
}

#[test]
fn what_is_written_of_a_damaged_file_says_so_in_its_name_and_its_first_line() {
    for (language, mark) in [
        (Language::Zh, "【数据存疑】"),
        (Language::En, "[DATA IN DOUBT]"),
    ] {
        let mut stage = record(language);
        let path = stage.desk().path().to_owned();
        stage.app.desk = None;
        let connection = rusqlite::Connection::open(&path).unwrap();
        let sql = "UPDATE person SET body = replace(body, '韩立诚', '韩立城') WHERE id = 'han'";
        assert_eq!(connection.execute(sql, []).unwrap(), 1);
        drop(connection);
        stage.app.enter(&path);
        let sessions = stage.desk().sessions(0, 9).unwrap();
        let second = sessions.iter().find(|session| session.ordinal == 2);
        let session = second.unwrap().id.clone();
        stage.app.go(Screen::Record(State::new(session)));
        stage.press("1");
        let files = stage.files("papers");
        assert_eq!(files.len(), 2);
        for file in files {
            assert!(
                file.file_name()
                    .unwrap()
                    .to_string_lossy()
                    .starts_with(mark)
            );
            let text = std::fs::read_to_string(&file).unwrap();
            assert!(text.starts_with(mark), "{text}");
        }
        assert!(stage.said().contains(mark), "{}", stage.said());
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told_of() {
    let mut stage = record(Language::En);
    std::fs::write(stage.app.office.paths.data.join("papers"), "in the way").unwrap();
    stage.press("w");
    assert!(stage.said().starts_with("Cannot write"), "{}", stage.said());
}

#[test]
fn it_is_copied_whole() {
    let mut stage = record(Language::Zh);
    stage.press("2");
    let copied = stage.app.copied.clone().unwrap();
    assert!(copied.lines().count() > 20);
}

#[test]
fn a_session_that_is_not_there_is_told_of() {
    let mut stage = record(Language::En);
    stage.app.back();
    stage.app.go(Screen::Record(State::new("nowhere".into())));
    assert!(stage.screen().contains("The session is not there"));
    stage.press("Down 1");
    stage.every_size();
}

/// Looks at the desk and at the list of sessions: what was not signed again stands in both. Ends at the record.
fn listed(stage: &mut Stage, language: Language, id: &SessionId, unsigned: bool) {
    use crate::i18n::version as words;
    let home = words::home_unsigned(language);
    let list = words::list_unsigned(language);
    stage
        .app
        .go(Screen::Home(crate::tui::screens::home::State::default()));
    assert_eq!(stage.screen_of(120, 60).contains(home), unsigned);
    stage.app.back();
    stage.app.go(Screen::Sessions(
        crate::tui::screens::sessions::State::default(),
    ));
    assert_eq!(stage.screen_of(120, 60).contains(list), unsigned);
    stage.app.back();
    stage.app.go(Screen::Record(State::new(id.clone())));
}

#[test]
fn a_record_corrected_after_sealing_is_signed_once_more_from_where_it_is_read() {
    use crate::domain::Command;
    use crate::domain::session::correction::{self, Wanted};
    use crate::domain::session::version::versions;
    use crate::domain::session::{self, Sealing};
    use crate::i18n::version as words;
    use crate::tui::screens::scene::line;
    for language in Language::ALL {
        let mut stage = record(language);
        let Screen::Record(state) = stage.app.top() else {
            panic!("no record");
        };
        let id = state.page.session.clone();
        // Nothing was corrected since it was signed: there is nothing to sign.
        stage.press("7");
        assert!(stage.screen().contains(words::signed_as_it_is(language)));
        let item = {
            let world = stage.desk().look(&id).unwrap();
            world.agenda(&id).next().unwrap().id.clone()
        };
        let sealing = Sealing {
            by: line("韩立诚"),
            on: stage.desk().today(),
            paper: line("档案柜一"),
        };
        let seal = session::Command::Seal {
            today: chrono::NaiveDate::MAX,
            id: id.clone(),
            sealing,
        };
        stage.record(&[Command::Session(seal)]);
        stage.record(&[Command::Correct(correction::Command {
            id: "x1".into(),
            session: id.clone(),
            wanted: Wanted::Note {
                item,
                words: crate::domain::text::Text::new("散会后想起").unwrap(),
            },
            by: line("丁守业"),
            at: stage.desk().minute(),
            reason: line("漏记"),
        })]);
        assert_eq!(stage.desk().unsigned().unwrap().len(), 1);
        listed(&mut stage, language, &id, true);
        stage.press("Home");
        let unsigned = words::unsigned(language, 2);
        assert!(
            stage
                .screen_of(100, 60)
                .contains(unsigned.trim_start_matches("- "))
        );
        stage.press("7");
        assert!(
            stage.screen().contains(words::row(language)),
            "{}",
            stage.screen()
        );
        stage.every_size();
        // Before the correction there was no such version to sign.
        let yesterday = stage.desk().today().pred_opt().unwrap();
        stage.press("Enter End");
        for _ in 0..10 {
            stage.press("Backspace");
        }
        stage.type_text(&yesterday.to_string());
        stage.press("Enter");
        stage.type_text("档案柜二");
        stage.press("PgDn Enter");
        let refused = words::before_made(
            language,
            crate::i18n::terms::date(language, yesterday),
            2,
            crate::i18n::terms::date(language, stage.desk().today()),
        );
        let start: String = refused.chars().take(20).collect();
        assert!(
            stage.screen_of(200, 40).contains(&start),
            "{}",
            stage.screen()
        );
        stage.press("End");
        for _ in 0..10 {
            stage.press("Backspace");
        }
        let today = stage.desk().today();
        stage.type_text(&today.to_string());
        stage.press("PgDn Enter");
        assert!(
            stage.screen().contains(&words::recorded(language, 2)),
            "{}",
            stage.screen()
        );
        let world = stage.desk().look(&id).unwrap();
        let session = world.session(&id).unwrap();
        let versions = versions(&world, session).unwrap();
        assert_eq!((versions.signed, versions.now), (2, 2));
        assert_eq!(stage.desk().unsigned().unwrap(), []);
        listed(&mut stage, language, &id, false);
        assert_eq!(session.signed_again.len(), 1);
    }
}
