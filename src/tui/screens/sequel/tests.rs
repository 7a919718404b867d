//! What follows an announced vote, played by keys.

#![allow(clippy::unwrap_used)]

use crate::domain::dates::Minute;
use crate::domain::ids::{MatterId, MotionId, SessionId};
use crate::domain::rule::Rule;
use crate::domain::rule::book::{self, Adopted};
use crate::domain::session::agenda::{self, Item, ItemKind, ItemState};
use crate::domain::session::{self, Plan, Sealing, SessionKind};
use crate::domain::text::Text;
use crate::domain::vote::{self, Choice, Effect, Motion, SequelStep, Standing, Wording, standing};
use crate::domain::{Command, World};
use crate::i18n::{Language, sequel as words, sequels, terms, village_said};
use crate::tui::screens::Screen;
use crate::tui::screens::record;
use crate::tui::screens::scene::{committee, line};
use crate::tui::stage::Stage;
use insta::assert_snapshot;

pub(in crate::tui::screens) fn at(clock: &str) -> Minute {
    Minute::typed(clock, "2026-11-23".parse().unwrap()).unwrap()
}

pub(super) const VOTERS: [&str; 4] = ["李长河", "李春梅", "王建国", "张秀英"];

/// Opens the live screen with so many for and the rest of four against, counted and not announced.
pub(super) fn counted(language: Language, yes: usize, effect: Effect) -> Stage {
    let mut stage = drafted(language, None, effect);
    vote_on(&mut stage, yes);
    stage.app.go(Screen::live("s1".into()));
    stage.press("F7");
    stage
}

/// Sits on an item with a motion, which is voted by a rule of its own, or by the default.
pub(in crate::tui::screens) fn drafted(
    language: Language,
    rule: Option<Rule>,
    effect: Effect,
) -> Stage {
    drafted_for(language, rule, effect, None)
}

/// The same; the item deals with a matter, where commands are given that enter it.
pub(in crate::tui::screens) fn drafted_for(
    language: Language,
    rule: Option<Rule>,
    effect: Effect,
    matter: Option<(MatterId, &[Command])>,
) -> Stage {
    let mut stage = committee(language);
    let matter = matter.map(|(matter, entered)| {
        stage.record(entered);
        matter
    });
    let id = SessionId::from("s1");
    let by = rule
        .as_ref()
        .map_or_else(|| "joint-default".into(), |rule| rule.id.clone());
    if let Some(rule) = rule {
        stage.record(&[Command::Rule(book::Command::Adopt(Box::new(Adopted {
            id: rule.id.clone(),
            follows: None,
            on: "2026-01-01".parse().unwrap(),
            rule,
        })))]);
    }
    let plan = Plan {
        kind: SessionKind::Regular,
        ordinal: 1,
        date: "2026-11-23".parse().unwrap(),
        start: None,
        place: None,
        chair: Some("李长河".into()),
        recorder: Some("李春梅".into()),
    };
    let item = Item {
        id: "i1".into(),
        session: id.clone(),
        position: 1,
        published_number: None,
        title: line("冬季清淤"),
        kind: ItemKind::Decision { rule: by },
        planned: None,
        presenter: None,
        presented: None,
        concerned: Vec::new(),
        villages: Vec::new(),
        late: None,
        state: ItemState::Pending,
        runs: Vec::new(),
        carries: None,
        put_off: Vec::new(),
        owes: Vec::new(),
        dropped: None,
        matter,
    };
    let motion = Motion {
        effect,
        ..Motion::draft(
            "m1".into(),
            id.clone(),
            "i1".into(),
            vec![Wording {
                at: at("08:40"),
                text: Text::new("同意冬季清淤分段包干。").unwrap(),
                turn: None,
            }],
        )
    };
    let session = |command| Command::Session(command);
    stage.record(&[
        session(session::Command::Create {
            id: id.clone(),
            plan,
            opening: None,
        }),
        Command::Agenda(agenda::Command::Put(item)),
        session(session::Command::CallRoll(id.clone())),
        session(session::Command::AllPresent {
            id: id.clone(),
            at: at("08:30"),
        }),
        session(session::Command::Open {
            id: id.clone(),
            at: at("08:35"),
        }),
        Command::Agenda(agenda::Command::Start {
            item: "i1".into(),
            at: at("08:36"),
        }),
        Command::Vote(vote::Command::Draft(motion)),
    ]);
    stage
}

/// Votes on the motion past the screen, and counts.
pub(in crate::tui::screens) fn vote_on(stage: &mut Stage, yes: usize) {
    let motion = MotionId::from("m1");
    let mut commands = vec![vote::Command::Open {
        motion: motion.clone(),
        at: at("08:45"),
    }];
    // The first of them chairs and speaks last.
    let asked = VOTERS.into_iter().enumerate();
    for (n, person) in asked.clone().skip(1).chain(asked.take(1)) {
        commands.push(vote::Command::Take {
            motion: motion.clone(),
            person: person.into(),
            choice: if n < yes {
                Choice::For
            } else {
                Choice::Against
            },
        });
    }
    let commands: Vec<Command> = commands.into_iter().map(Command::Vote).collect();
    stage.record(&commands);
    stage.record(&[Command::Vote(vote::Command::End {
        motion,
        at: at("08:50"),
    })]);
}

pub(in crate::tui::screens) fn stands(stage: &Stage) -> Standing {
    let world = looked_at(stage);
    standing(world.motion(&"m1".into()).unwrap())
}

pub(in crate::tui::screens) fn looked_at(stage: &Stage) -> World {
    stage.desk().look(&"s1".into()).unwrap()
}

pub(in crate::tui::screens) fn close_and_seal(stage: &mut Stage) {
    close_and_seal_from(stage, true);
}

pub(super) fn close_and_seal_from(stage: &mut Stage, sits: bool) {
    let id = SessionId::from("s1");
    let close = session::Command::Close {
        id: id.clone(),
        at: at("08:55"),
    };
    let seal = session::Command::Seal {
        today: chrono::NaiveDate::MAX,
        id,
        sealing: Sealing {
            by: line("李长河、李春梅"),
            on: "2026-11-23".parse().unwrap(),
            paper: line("片区档案柜"),
        },
    };
    let commands = sits.then_some(close).into_iter().chain([seal]);
    let commands: Vec<Command> = commands.map(Command::Session).collect();
    stage.record(&commands);
}

#[test]
fn a_tie_leads_by_the_step_to_its_path_and_what_is_put_off_is_carried() {
    for language in Language::ALL {
        let mut stage = counted(language, 2, Effect::Decides);
        stage.press("8");
        assert_eq!(stands(&stage), Standing::Tied);
        let screen = stage.screen();
        assert!(screen.contains(words::standing_tied(language)), "{screen}");
        stage.press("F5");
        assert_snapshot!(format!("tie_menu_{language}"), stage.screen());
        // A key pressed twice decides nothing.
        stage.press("Enter");
        assert_eq!(stands(&stage), Standing::Tied);
        stage.press("F5 Down Enter");
        stage.type_text("12-21");
        stage.press("Tab");
        stage.every_size();
        stage.press("Esc F5 Down Enter");
        assert!(stage.screen().contains("12-21"), "what was typed is kept");
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage), Standing::Deferred, "{}", stage.screen());
        assert_snapshot!(format!("put_off_{language}"), stage.screen());
        stage.every_size();
        // It is undone until something else follows, and then taken again.
        stage.press("u");
        assert_eq!(stands(&stage), Standing::Tied);
        stage.press("r");
        assert_eq!(stands(&stage), Standing::Deferred);
        stage.press("F5");
        let world = looked_at(&stage);
        let item = world.item(&"i1".into()).unwrap();
        assert_eq!(item.state, ItemState::Deferred, "{}", stage.screen());
        // The next session is told how it was put off, and puts the same words to the vote.
        stage.press("F5 8 1 Enter");
        let world = stage.desk().world();
        let carried = world.items.values().find(|item| item.carries.is_some());
        let carried = carried.unwrap_or_else(|| panic!("{}", stage.said()));
        let put_off = carried.put_off.first().unwrap();
        assert_eq!((put_off.yes, put_off.no), (2, 2));
        assert!(put_off.until.is_some());
        let told = sequels::put_off(language, put_off);
        let next = carried.session.clone();
        close_and_seal_from(&mut stage, false);
        stage
            .app
            .go(Screen::Plan(crate::tui::screens::plan::State::new(
                next.clone(),
            )));
        stage.screen();
        stage.press("End");
        let screen = stage.screen_of(120, 40);
        assert!(screen.contains(&told), "{told}\n{screen}");
        stage.every_size();
        // And so does the session in which it is put to the vote again.
        let now = stage.desk().minute();
        let session = |command| Command::Session(command);
        stage.record(&[
            session(session::Command::CallRoll(next.clone())),
            session(session::Command::AllPresent {
                id: next.clone(),
                at: now,
            }),
            session(session::Command::Open {
                id: next.clone(),
                at: now,
            }),
        ]);
        let world = stage.desk().world();
        let carried = world.agenda(&next).find(|item| item.carries.is_some());
        let item = carried.unwrap().id.clone();
        stage.record(&[Command::Agenda(agenda::Command::Start { item, at: now })]);
        stage.app.go(Screen::live(next));
        stage.press("F7");
        let screen = stage.screen_of(200, 40);
        assert!(screen.contains(&told), "{told}\n{screen}");
        stage.every_size();
    }
}

#[test]
fn a_ruling_older_than_what_was_asked_is_refused_at_its_day() {
    for language in Language::ALL {
        let rule = Rule {
            id: "own-1".into(),
            name: Some(crate::domain::rule::Name {
                zh: line("平票提请上级"),
                en: line("Ties go up"),
            }),
            provenance: crate::domain::rule::Provenance::Own,
            clause: "《议事规则》第九条".to_owned(),
            unverified: false,
            from: "2026-01-01".parse().ok(),
            tie: vec![crate::domain::rule::TieStep::Refer],
            ..crate::domain::rule::joint_default()
        };
        let mut stage = drafted(language, Some(rule), Effect::Decides);
        vote_on(&mut stage, 2);
        stage.app.go(Screen::live("s1".into()));
        stage.press("F7 8 F5 Down Enter");
        stage.type_text("乡党委");
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage), Standing::ReferredUp, "{}", stage.screen());
        stage.press("g Down Enter Tab");
        stage.press(&"Backspace ".repeat(10));
        stage.type_text("11-20");
        stage.press("Tab Right Tab");
        stage.type_text("乡发〔2026〕9号");
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage), Standing::ReferredUp, "{}", stage.screen());
        let row = stage.caret_row();
        assert!(
            row.contains(words::ruling_on(language)),
            "{}",
            stage.screen()
        );
        let day = |day: &str| terms::date(language, day.parse().unwrap());
        let why = words::ruled_too_early(language, day("2026-11-20"), day("2026-11-23"));
        assert!(sheet_says(&mut stage, &why), "{why}\n{}", stage.screen());
        stage.every_size();
        // Put right where it stands, it is taken.
        stage.press(&"Backspace ".repeat(10));
        stage.type_text("11-23");
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage), Standing::Adopted, "{}", stage.screen());
    }
}

#[test]
fn a_tie_that_is_referred_gives_out_a_follow_up_and_the_ruling_is_entered_from_it() {
    for language in Language::ALL {
        let mut stage = counted(language, 2, Effect::Decides);
        // Not put off: the path goes on to the superior.
        stage.press("8 F5 Down Down Enter F5 Down Enter");
        stage.type_text("东集镇党委");
        stage.press("Tab");
        stage.type_text("11-30");
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage), Standing::ReferredUp, "{}", stage.screen());
        assert!(stage.screen().contains("东集镇党委"), "{}", stage.screen());
        close_and_seal(&mut stage);
        stage
            .app
            .go(Screen::Tasks(crate::tui::screens::tasks::State::default()));
        stage.screen();
        stage.press("F7 Down Enter PgUp Down Down Right Down");
        stage.type_text("镇党委〔2026〕9号");
        stage.press("PgDn Enter");
        assert_eq!(stands(&stage), Standing::Adopted, "{}", stage.screen());
        assert!(
            stage.desk().world().tasks.is_empty(),
            "its follow-up is done"
        );
        // A motion that was decided from here has nothing next.
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        stage.screen();
        stage.press("4");
        assert_eq!(stage.said(), words::nothing_next(language));
        let paper = whole(&mut stage);
        let passed = words::step_passed_over(language, words::tie_defer(language));
        for said in [
            passed,
            words::step_referred(language, "东集镇党委"),
            words::label_sequels(language).to_owned(),
        ] {
            assert!(paper.contains(&said), "{said}\n{paper}");
        }
    }
}

/// Returns the whole record that is seen, however long.
pub(in crate::tui::screens) fn whole(stage: &mut Stage) -> String {
    stage.press("Home");
    stage.screen_of(200, 200)
}

/// Says whether a sheet says all of a sentence, however it is broken into lines.
pub(super) fn sheet_says(stage: &mut Stage, said: &str) -> bool {
    let inside = stage.screen();
    let inside = inside.lines().filter_map(|line| line.split('│').nth(1));
    let inside: String = inside.flat_map(str::split_whitespace).collect();
    let flat: String = said.split_whitespace().collect();
    inside.contains(&flat)
}

pub(in crate::tui::screens::sequel) fn enter_village(stage: &mut Stage, held: &str, yes: &str) {
    stage.press(held);
    stage.press("Down");
    stage.type_text("村民代表会议");
    stage.press("Down");
    stage.type_text("11-23");
    stage.press("Down Right");
    for number in ["30", "24", yes, "4", "0", "村档案柜"] {
        stage.press("Down");
        stage.type_text(number);
    }
    stage.press("PgDn");
}

#[test]
fn each_village_is_asked_and_decides_and_one_that_held_no_meeting_is_refused_with_the_clause() {
    for language in Language::ALL {
        let mut stage = counted(language, 4, Effect::Proposes);
        stage.press("8");
        assert_eq!(stands(&stage), Standing::AwaitingVillages);
        stage.press("F5");
        assert_snapshot!(format!("ask_villages_{language}"), stage.screen());
        stage.press("Down Enter");
        stage.type_text("12-10");
        stage.press("PgDn Enter");
        assert_eq!(stage.desk().world().tasks.len(), 3, "{}", stage.screen());
        close_and_seal(&mut stage);
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        stage.screen();
        stage.press("4 Down Enter");
        enter_village(&mut stage, "Right Right", "20");
        stage.press("Enter");
        assert!(sheet_says(&mut stage, words::no_meeting(language)));
        stage.every_size();
        stage.press("PgUp Left PgDn");
        assert_snapshot!(format!("village_sheet_{language}"), stage.screen());
        stage.press("Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        stage.press("4 Down Enter");
        enter_village(&mut stage, "Right", "3");
        // The one that refused may meet again, which is asked first; the third has not decided yet.
        stage.press("Enter 4 Down Down Enter");
        let asked = stage.screen();
        assert!(
            asked.contains(words::village_not_again(language)),
            "{asked}"
        );
        stage.every_size();
        stage.press("Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        stage.press("4 Down Enter");
        enter_village(&mut stage, "Right", "20");
        stage.press("Enter");
        assert_eq!(
            stands(&stage),
            Standing::AdoptedInPart,
            "{}",
            stage.screen()
        );
        let left = stage.desk().world().tasks.len();
        assert_eq!(left, 1, "that of the one that did not agree");
        let paper = whole(&mut stage);
        let world = looked_at(&stage);
        let motion = world.motion(&"m1".into()).unwrap();
        assert_eq!(motion.going_on().len(), 2);
        let stands = sequels::standing_whole(language, &world, motion);
        let flat = |text: &str| text.split_whitespace().collect::<String>();
        let printed = flat(&paper);
        assert!(printed.contains(&flat(&stands)), "{stands}\n{paper}");
        // The trail says by when they were asked, the outcome who did not agree.
        let by = terms::date(language, "2026-12-10".parse().unwrap());
        let asked = words::step_asked(language, "李家屯、王庄、张家湾");
        let asked = words::step_due(language, asked, by);
        if language == Language::Zh {
            assert!(printed.contains(&flat(&asked)), "{asked}\n{paper}");
            assert!(stands.ends_with("王庄不同意"), "{stands}");
        }
        // The figures of a village are put right with a reason, and the record says both.
        stage.press("4");
        assert!(
            stage.screen().contains(words::menu_mend(language)),
            "{}",
            stage.screen()
        );
        stage.press("End Enter");
        let which = stage.screen();
        assert!(which.contains(words::menu_mend_which(language)), "{which}");
        stage.every_size();
        stage.press("Enter PgUp Down Down Down Down Ctrl-u");
        stage.type_text("21");
        stage.press("Down Ctrl-u");
        stage.type_text("3");
        stage.press("PgDn Enter");
        assert!(
            stage.app.overlay.is_some(),
            "a reason is wanted\n{}",
            stage.screen()
        );
        stage.type_text("抄错");
        assert_snapshot!(format!("mend_{language}"), stage.screen());
        stage.every_size();
        stage.press("PgDn Enter");
        assert!(stage.app.overlay.is_none(), "{}", stage.screen());
        let paper = whole(&mut stage);
        let world = looked_at(&stage);
        let motion = world.motion(&"m1".into()).unwrap();
        let Some(SequelStep::Mended { was, now, .. }) = motion.sequels.last().map(|it| &it.step)
        else {
            panic!("{:?}", motion.sequels);
        };
        assert_eq!((was.tally.counts.yes, now.tally.counts.yes), (20, 21));
        let said = village_said::mended(language, &world, (was, now), "抄错");
        let judged = village_said::judged(language, &world, now);
        let printed = flat(&paper);
        for said in [said, judged] {
            assert!(printed.contains(&flat(&said)), "{said}\n{paper}");
        }
        // Who goes on and who does not is named, not counted.
        let going = terms::villages(language, &world, &motion.going_on());
        let refused = terms::villages(language, &world, &["王庄".into()]);
        assert_eq!(
            stands,
            words::in_part(language, going.as_str(), refused.as_str())
        );
        assert!(
            going.contains("李家屯") && going.contains("张家湾"),
            "{going}"
        );
        assert!(
            paper.contains(words::label_after_signing(language)),
            "{paper}"
        );
        stage.every_size();
    }
}

#[test]
fn a_decision_is_reconsidered_in_the_running_item_and_both_records_say_so() {
    for language in Language::ALL {
        let mut stage = counted(language, 3, Effect::Decides);
        stage.press("8 g Down Enter Right Down");
        stage.type_text("资金来源有变");
        stage.press("PgDn Enter");
        assert_eq!(
            stands(&stage),
            Standing::Reconsidering,
            "{}",
            stage.screen()
        );
        assert_snapshot!(format!("reconsidered_{language}"), stage.screen());
        stage.every_size();
        // The new motion is voted like any other; its result is the decision's.
        stage.press("F5 9 e 8");
        assert_eq!(stands(&stage), Standing::Adopted, "{}", stage.screen());
        let world = looked_at(&stage);
        let old = world.motion(&"m1".into()).unwrap();
        assert!(matches!(
            old.sequels.last().unwrap().step,
            SequelStep::Reviewed { .. }
        ));
        assert_eq!(old.sequels.len(), 2);
    }
}

#[test]
fn a_vote_too_few_were_in_the_room_for_is_taken_anew_by_the_same_key() {
    for language in Language::ALL {
        let mut stage = counted(language, 2, Effect::Decides);
        // Reopen the count and let two leave.
        stage.press("u");
        for person in ["王建国", "张秀英"] {
            stage.record(&[Command::Session(session::Command::Mark {
                id: "s1".into(),
                person: person.into(),
                mark: session::RollMark::Left,
                at: at("08:48"),
            })]);
        }
        stage.press("F7 e 8");
        assert_eq!(stands(&stage), Standing::Inquorate, "{}", stage.screen());
        for person in ["王建国", "张秀英"] {
            stage.record(&[Command::Session(session::Command::Mark {
                id: "s1".into(),
                person: person.into(),
                mark: session::RollMark::Present,
                at: at("08:52"),
            })]);
        }
        stage.press("F5 9 e 8");
        assert_eq!(stands(&stage), Standing::Adopted, "{}", stage.screen());
        assert_snapshot!(format!("two_rounds_{language}"), stage.screen());
        stage
            .app
            .go(Screen::Record(record::State::new("s1".into())));
        stage.screen();
        let paper = whole(&mut stage);
        for number in [1_usize, 2] {
            let title = match number {
                1 => words::round_title(language, number),
                last => words::last_round(language, last),
            };
            assert!(paper.contains(&title), "{title}\n{paper}");
        }
    }
}
