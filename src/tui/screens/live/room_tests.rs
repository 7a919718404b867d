//! Who comes to the room, and who leads it, by keys.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::tests::panel;
use super::{Panel, State};
use crate::domain::ids::{ItemId, SessionId};
use crate::domain::roster::roll::Exclusion;
use crate::domain::roster::{self, Capacity, OwnRules};
use crate::domain::session::agenda::{Item, ItemKind, ItemState};
use crate::domain::session::attendance::{Attendance, Excuse, Way};
use crate::domain::session::handover::Office;
use crate::domain::session::minutes::EntryKind;
use crate::domain::session::{self, Attendee, Plan, Session, SessionKind, agenda};
use crate::domain::{Command, Refusal};
use crate::i18n::{Language, hands as counted, live as words, refusals, room};
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

fn item(id: &str, position: u32, title: &str, kind: ItemKind) -> Command {
    Command::Agenda(agenda::Command::Put(Item {
        id: ItemId::from(id),
        session: "s1".into(),
        position,
        published_number: None,
        title: line(title),
        kind,
        planned: None,
        presenter: None,
        presented: None,
        villages: Vec::new(),
        concerned: Vec::new(),
        late: None,
        state: ItemState::Pending,
        runs: Vec::new(),
        carries: None,
        put_off: Vec::new(),
        owes: Vec::new(),
        dropped: None,
        matter: None,
    }))
}

/// Opens the live screen of a session for today whose roll is not called yet.
fn planned(language: Language) -> Stage {
    let mut stage = committee(language);
    let plan = Plan {
        kind: SessionKind::Regular,
        ordinal: 5,
        date: "2026-11-23".parse().unwrap(),
        start: Some("09:00:00".parse().unwrap()),
        place: None,
        chair: Some("李长河".into()),
        recorder: Some("李春梅".into()),
    };
    stage.record(&[
        Command::Session(session::Command::Create {
            id: "s1".into(),
            plan,
            opening: None,
        }),
        item("i1", 1, "冬季防火", ItemKind::Discussion),
        item(
            "i2",
            2,
            "灌渠清淤经费分摊",
            ItemKind::Decision {
                rule: "joint-default".into(),
            },
        ),
    ]);
    stage.app.go(Screen::live(SessionId::from("s1")));
    stage.screen();
    stage
}

/// Lets the committee's own rules count video, or seat deputies.
fn rules(stage: &mut Stage, online: bool, deputies: bool) {
    let own = OwnRules {
        title: line("《东山片区议事规则》"),
        clause: line("第九条"),
        rule: "joint-default".into(),
        adopted: "2026-01-05".parse().unwrap(),
        online,
        deputies,
    };
    stage.record(&[Command::Roster(roster::Command::AdoptRules(Some(own)))]);
}

fn session(stage: &Stage) -> Session {
    let id = &stage.app.live().unwrap().session;
    stage.desk().world().session(id).unwrap().clone()
}

fn of(stage: &Stage, name: &str) -> Attendee {
    let session = session(stage);
    let world = stage.desk().world();
    let named = |it: &&Attendee| world.person(&it.place.person).unwrap().name.as_str() == name;
    session.roll.iter().find(named).unwrap().clone()
}

/// Puts the selection on somebody, by the keys that move.
fn go_to(stage: &mut Stage, name: &str) {
    stage.press("F4 Home");
    for _ in 0..12 {
        // The name of the row, and not that of whoever came instead.
        if stage.caret_row().split_whitespace().nth(2) == Some(name) {
            return;
        }
        stage.press("Down");
    }
    panic!("{name}: {}", stage.screen());
}

#[test]
fn who_is_expected_is_seen_before_the_roll_is_called_with_leave_beside_the_name() {
    for language in Language::ALL {
        let mut stage = planned(language);
        assert_eq!(panel(&stage), Panel::Roll);
        let seen = stage.screen();
        assert!(seen.contains("王建国") && seen.contains(room::not_called(language)));
        // Leave by its own sheet, and by the keys that excuse once the roll is called.
        go_to(&mut stage, "王建国");
        stage.press("b Down Right Right Right Down");
        stage.type_text("去县里开会");
        stage.press("PgDn Enter");
        go_to(&mut stage, "张秀英");
        stage.press("2");
        go_to(&mut stage, "王建国");
        assert!(
            stage.caret_row().contains("去县里开会"),
            "{}",
            stage.screen()
        );
        let leave = session(&stage).leave;
        assert_eq!(leave.len(), 2);
        assert_eq!(leave[1].reason, Excuse::Illness);
        // A mark of who is there waits for the roll, and the answer names the key that calls it.
        stage.press("1");
        assert!(stage.said().contains("F5"), "{}", stage.said());
        match language {
            Language::Zh => assert_snapshot!(stage.screen(), @r"
            第5次联席会议（例会） · 待开                                    东山片区联合党委
            还没有点名
            ▸ 请各位签到，现在点名。                                          [F5/空格] 点名


             议程  ▸点名   记录（第一项）   表决（第一项）   散会
            李家屯
               1 李春梅 委员     ☐ 待点名     记录人
               2 李长河 书记     ☐ 待点名     主持人
            王庄
            ▸  3 王建国 书记     ▪ 去县里开会
            张家湾
               4 张秀英 书记     ▪ 病假
            列席
               5 赵志强 包村干部 ☐ 待点名







            还没有点名。 按 F5 点名
            F1 帮助  2 病假  3 事假  4 公出  7 他因  g 列席  d 代会  b 请假  F5 下一步
            "),
            Language::En => assert_snapshot!(stage.screen(), @r"
            Joint session no. 5 (regular) · Planned                         东山片区联合党委
            The roll was not called
            ▸ Please sign in; the roll is being called.                 [F5/Space] Call roll


             Agenda  ▸Roll   Minutes (item 1)   Vote (item 1)   Closing
            李家屯
               1 李春梅 委员     ☐ not called recorder
               2 李长河 书记     ☐ not called chair
            王庄
            ▸  3 王建国 书记     ▪ 去县里开会
            张家湾
               4 张秀英 书记     ▪ Sick leave
            Observers
               5 赵志强 包村干部 ☐ not called







            The roll has not been called. Press F5: Call the roll
            F1 Help  2 Ill  3 Private  4 Duty  7 Other  g Guest  d Deputy  b Leave  F5 Next
            "),
        }
        stage.press("F5");
        let excused = of(&stage, "张秀英").attendance;
        let reason = Excuse::Illness;
        assert_eq!(excused, Attendance::Excused { reason });
        // Once it is called leave is a mark of the roll.
        stage.press("b");
        let world = stage.desk().world();
        let called = refusals::refusal(language, world, &Refusal::RollCalled);
        assert!(stage.said().starts_with(&called), "{}", stage.said());
        stage.every_size();
    }
}

#[test]
fn a_guest_is_added_in_one_line_is_asked_to_speak_and_enters_no_base() {
    for language in Language::ALL {
        let mut stage = planned(language);
        stage.press("g");
        stage.type_text("何水利 县水利局");
        let new = room::guest_new(language, "何水利", "县水利局");
        assert!(stage.screen().contains(&new), "{}", stage.screen());
        stage.press("Enter Enter");
        stage.press("F5 9 F5");
        assert_eq!(session(&stage).entitled().count(), 4);
        // Somebody known comes by pinyin and the unit of last time; one on the list is not added again.
        stage.press("F4 g");
        stage.type_text("zzq");
        let listed = room::guest_on_the_roll(language, "赵志强");
        let seen = stage.screen().replace(['\n', ' ', '│'], "");
        let start: String = listed.replace(' ', "").chars().take(12).collect();
        assert!(seen.contains(&start), "{seen}");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some());
        stage.press("Esc g");
        stage.press(&"Backspace ".repeat(3));
        stage.type_text("卢工");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "no unit: {}", stage.screen());
        stage.press("PgUp End");
        stage.type_text("，设计院");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let guest = of(&stage, "卢工");
        assert_eq!(guest.place.capacity, Capacity::Observer);
        assert_eq!(
            guest.there(),
            Some(Way::Room),
            "added at the door and there"
        );
        assert!(stage.caret_row().contains("设计院"), "{}", stage.screen());
        assert_eq!(session(&stage).entitled().count(), 4);
        // Who spoke: by initials, by number, by unit.
        stage.press("F5");
        for typed in ["lg", "7", "sjy"] {
            stage.press("F3");
            stage.type_text(typed);
            stage.press("Enter");
            stage.type_text("说");
            stage.press("Esc");
            let world = stage.desk().world();
            let last = world.entries.values().max_by_key(|entry| entry.id.clone());
            let speaker = guest.place.person.clone();
            assert_eq!(last.unwrap().kind, EntryKind::Speech { speaker }, "{typed}");
        }
        stage.press("F3");
        stage.every_size();
        // The same guest at the next session is known by pinyin, with the unit of last time.
        let world = stage.desk().world();
        assert!(world.people.values().any(|it| it.name.as_str() == "卢工"));
    }
}

#[test]
fn a_deputy_comes_from_the_row_of_the_member_and_votes_only_where_the_rules_say_so() {
    for (language, seated) in [(Language::Zh, false), (Language::En, true)] {
        let mut stage = planned(language);
        rules(&mut stage, false, seated);
        stage.press("F5 9");
        go_to(&mut stage, "王建国");
        stage.press("d");
        let world = stage.desk().world();
        let there = Refusal::IsThere {
            name: line("王建国"),
        };
        assert_eq!(stage.said(), refusals::refusal(language, world, &there));
        stage.press("4");
        go_to(&mut stage, "王建国");
        stage.press("d");
        stage.type_text("孙会计 村会计");
        stage.press("PgDn Enter");
        let deputy = of(&stage, "孙会计");
        assert_eq!(deputy.place.entitled(), seated);
        assert!(stage.caret_row().contains("王建国"), "{}", stage.screen());
        let member = of(&stage, "王建国").place.excluded;
        assert_eq!(member == Some(Exclusion::Represented), seated);
        go_to(&mut stage, "王建国");
        let came = room::stood_for(language, "孙会计");
        assert!(stage.caret_row().contains(&came), "{}", stage.screen());
        assert_eq!(session(&stage).entitled().count(), 4);
        // Nobody has two deputies, and who is stood for is not left out beside.
        stage.press("d");
        assert!(stage.app.overlay.is_none(), "{}", stage.said());
        stage.press("8");
        assert_eq!(stage.app.overlay.is_some(), !seated, "{}", stage.said());
        stage.app.overlay = None;
        // The member comes after all and takes the vote back once the deputy is gone.
        if seated {
            stage.press("1");
            go_to(&mut stage, "孙会计");
            stage.press("6");
            go_to(&mut stage, "王建国");
            stage.press("8 PgDn Enter");
            assert!(of(&stage, "王建国").place.entitled(), "{}", stage.screen());
            assert!(!of(&stage, "孙会计").place.entitled());
            assert_eq!(session(&stage).entitled().count(), 4);
        }
        stage.every_size();
    }
}

#[test]
fn video_is_recorded_and_says_whether_it_counts() {
    for (language, counts) in [(Language::Zh, false), (Language::En, true)] {
        let mut stage = planned(language);
        rules(&mut stage, counts, false);
        stage.press("F5 9 F5");
        go_to(&mut stage, "张秀英");
        stage.press("v");
        go_to(&mut stage, "张秀英");
        let row = stage.caret_row();
        let says = if counts {
            room::video_counts(language)
        } else {
            room::video_not_counted(language)
        };
        assert!(row.contains(says), "{row}");
        let meter = if counts {
            counted::meter_video(language, 1)
        } else {
            counted::meter_video_not(language, 1)
        };
        assert!(stage.screen().contains(&meter), "{}", stage.screen());
        // Away, back on the screen, into the room: each key does what it says.
        stage.press("6");
        go_to(&mut stage, "张秀英");
        assert!(stage.caret_row().contains(words::has_left(language)));
        stage.press("v");
        assert_eq!(of(&stage, "张秀英").there(), Some(Way::Video));
        go_to(&mut stage, "张秀英");
        stage.press("1");
        assert_eq!(of(&stage, "张秀英").there(), Some(Way::Room));
        go_to(&mut stage, "张秀英");
        assert!(!stage.caret_row().contains(says), "{}", stage.caret_row());
        // In a vote the panel knows who is counted: by video the voice is asked for or not at all.
        stage.press("v a Down 1 F5");
        stage.type_text("同意。");
        stage.press("PgDn Enter F5");
        assert_eq!(panel(&stage), Panel::Vote, "{}", stage.screen());
        let screen = stage.screen();
        let row = screen.lines().find(|row| row.contains("张秀英")).unwrap();
        assert_eq!(row.contains('◂'), !counts, "{row}");
        stage.every_size();
    }
}

#[test]
fn a_wrong_or_missing_seat_is_mended_from_the_roll() {
    for language in Language::ALL {
        let mut stage = planned(language);
        go_to(&mut stage, "赵志强");
        stage.press("s");
        assert!(stage.said().contains("F5"), "{}", stage.said());
        stage.press("F5 9");
        // An observer who is a member after all.
        go_to(&mut stage, "赵志强");
        stage.press("s Down Down Down Left PgDn Enter");
        assert!(stage.app.overlay.is_some(), "a reason is asked for");
        stage.type_text("名册误作列席");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        assert!(of(&stage, "赵志强").place.entitled());
        assert!(of(&stage, "赵志强").in_room(), "the mark stays");
        let row = stage.caret_row();
        assert!(row.contains("赵志强"), "{row}");
        assert!(row.contains(room::seat_mended(language)), "{row}");
        // As it stands there is nothing to mend, and no reason goes by unrecorded.
        stage.press("s PgDn Up");
        stage.type_text("漏登");
        stage.press("PgDn Enter");
        let same: String = words::nothing_corrected(language).chars().take(8).collect();
        assert!(stage.screen().contains(&same), "{}", stage.screen());
        // Somebody the roster does not know yet.
        stage.press(&"Backspace ".repeat(3));
        stage.type_text("钱小满");
        stage.press("PgDn Enter");
        assert_eq!(session(&stage).entitled().count(), 6, "{}", stage.screen());
        let mends = session(&stage).seat_mends;
        assert_eq!(mends[1].reason, line("漏登"));
        assert_eq!(mends[1].on.to_string(), "2026-11-23");
        assert!(stage.caret_row().contains("钱小满"), "{}", stage.screen());
        // A seat held only from tomorrow does not belong on today's roll.
        stage.press("s Down Down Down Down");
        stage.press(&"Backspace ".repeat(10));
        stage.type_text("明天");
        stage.press("Down Down");
        stage.type_text("早了");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
        stage.every_size();
        // A half-filled sheet is a draft, found again from the roll.
        stage.press("Esc s");
        assert!(stage.screen().contains("早了"), "{}", stage.screen());
    }
}

#[test]
fn the_chair_is_handed_over_for_one_item_and_the_minutes_for_good() {
    for language in Language::ALL {
        let mut stage = planned(language);
        stage.press("h");
        assert_eq!(stage.said(), room::hand_before(language));
        stage.press("F5 9 F5 F5");
        // From whatever panel is seen.
        assert_eq!(panel(&stage), Panel::Minutes);
        stage.press("h Down");
        stage.type_text("wjg");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let item = ItemId::from("i1");
        let acting = |stage: &Stage, item: Option<&ItemId>| {
            let session = session(stage);
            session.acting(Office::Chair, item).unwrap().to_string()
        };
        assert_eq!(acting(&stage, Some(&item)), "王建国");
        assert_eq!(acting(&stage, None), "李长河");
        go_to(&mut stage, "王建国");
        assert!(stage.caret_row().contains(room::chairs_item(language)));
        // With the item it ends; the recorder goes for good, to whoever chairs: one person from now on.
        stage.press("F9 h Right Down");
        stage.type_text("lcm");
        stage.press("Down Down Right PgDn Enter");
        let has_it = room::hand_same(language, "李春梅");
        assert!(stage.screen().contains(&has_it), "{}", stage.screen());
        stage.press(&"Backspace ".repeat(3));
        stage.type_text("lichang");
        stage.press("PgDn Enter");
        let recorder = session(&stage).acting(Office::Recorder, None).cloned();
        assert_eq!(recorder, Some("李长河".into()), "{}", stage.screen());
        go_to(&mut stage, "李长河");
        let row = stage.caret_row();
        assert!(row.contains(words::chair(language)), "{row}");
        assert!(row.contains(words::recorder(language)), "{row}");
        // The record says who chaired what, and that a third checks it.
        stage.press("F10");
        let record: String = record_of(&stage, language);
        assert!(record.contains("王建国"), "{record}");
        let checker = crate::i18n::record::sign_checker(language);
        assert!(record.contains(checker), "{record}");
        stage.press("Esc");
        // Whoever is not there cannot take over, and an hour before the opening is none.
        stage.press("h");
        stage.every_size();
        stage.type_text("x");
        stage.press("Down");
        stage.type_text("zxy");
        stage.press("Down");
        stage.press(&"Backspace ".repeat(5));
        stage.type_text("8:00");
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_some(), "{}", stage.screen());
    }
}

fn record_of(stage: &Stage, language: Language) -> String {
    use crate::papers::plain;
    use crate::papers::record::{Printed, record};
    let world = stage.desk().world();
    let session = world.session(&"s1".into()).unwrap();
    let paper = record(world, session, language, Printed::default());
    plain::write(&paper, language, 76)
}

#[test]
fn a_draft_of_the_roll_leads_back_to_its_sheet() {
    let mut stage = planned(Language::Zh);
    stage.press("g");
    stage.type_text("何水利");
    stage.press("Esc Esc");
    assert!(
        stage.screen().contains("加一位列席：第5次联席会议"),
        "{}",
        stage.screen()
    );
    stage.press("Home");
    for _ in 0..9 {
        if stage.caret_row().contains("加一位列席") {
            break;
        }
        stage.press("Down");
    }
    stage.press("Enter");
    assert!(stage.app.overlay.is_some(), "{}", stage.screen());
    assert!(stage.screen().contains("何水利"));
    assert!(
        stage
            .app
            .live()
            .is_some_and(|state: &State| state.panel == Panel::Roll)
    );
}

#[test]
fn room_stays_between_the_agenda_and_what_is_beside_it() {
    for language in Language::ALL {
        let mut stage = planned(language);
        let screen = stage.screen_of(120, 40);
        let row = screen.lines().find(|it| it.contains("灌渠清淤经费分摊"));
        let row: Vec<char> = row.unwrap().chars().collect();
        let cells = |upto: usize| -> usize {
            let before: String = row[..upto].iter().collect();
            crate::cells::width(&before)
        };
        let gap = (0..row.len()).filter(|at| (40..43).contains(&cells(*at)));
        assert!(
            gap.clone().count() == 3 && gap.clone().all(|at| row[at] == ' '),
            "{screen}"
        );
    }
}
