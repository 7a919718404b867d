//! A vote under a second call: what its rule asks for, and that the second call frees it of that.

#![allow(clippy::unwrap_used)]

use super::seen;
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::ids::SessionId;
use crate::domain::roster::{self, OwnRules};
use crate::domain::rule::book::{self, Adopted};
use crate::domain::rule::{
    Base, Method, Name, Over, Provenance, Rule, SecondCall, Threshold, joint_default,
};
use crate::domain::session::again::Sitting;
use crate::domain::session::agenda::{self, Item, ItemKind, ItemState};
use crate::domain::session::notice::Notice;
use crate::domain::session::{self, Plan, RollMark, SessionKind};
use crate::domain::text::Text;
use crate::domain::vote::{self, Attending, Motion, QuorumProof, Wording};
use crate::i18n::{Language, quorums, record as record_words, rule_sentence, second_call};
use crate::papers::{plain, record};
use crate::tui::screens::Screen;
use crate::tui::screens::scene::{committee, line};
use crate::tui::screens::sequel::tests::{at, drafted};
use crate::tui::stage::Stage;

const CARRIED: &str = "第二次会议不论到会人数均可议决";

fn rule() -> Rule {
    let mut rule = Rule {
        id: "own-1".into(),
        name: Some(Name {
            zh: line("本会规则"),
            en: line("Our rule"),
        }),
        provenance: Provenance::Own,
        clause: "《议事规则》第九条".to_owned(),
        from: "2026-01-01".parse().ok(),
        methods: vec![Method::ByName],
        close: None,
        ..joint_default()
    };
    rule.quorum.second_call = Some(SecondCall {
        within_days: 7,
        notice: line(CARRIED),
        by: None,
    });
    rule
}

/// Sits, two of four, on the second date of a session that lapsed on the 20th, with a motion drafted.
fn called_again(language: Language) -> Stage {
    let mut stage = committee(language);
    let id = SessionId::from("s1");
    let session = |command| Command::Session(command);
    let first = |clock: &str| Minute::typed(clock, "2026-11-20".parse().unwrap()).unwrap();
    let item = Item {
        id: "i1".into(),
        session: id.clone(),
        position: 1,
        published_number: None,
        title: line("冬季清淤"),
        kind: ItemKind::Decision {
            rule: "own-1".into(),
        },
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
        matter: None,
    };
    let motion = Motion::draft(
        "m1".into(),
        id.clone(),
        "i1".into(),
        vec![Wording {
            at: at("08:40"),
            text: Text::new("同意冬季清淤分段包干。").unwrap(),
            turn: None,
        }],
    );
    let few_come = |at: Minute| {
        let mut commands = vec![
            session(session::Command::CallRoll(id.clone())),
            session(session::Command::AllPresent { id: id.clone(), at }),
        ];
        commands.extend(["王建国", "张秀英"].map(|person| {
            session(session::Command::Mark {
                id: id.clone(),
                person: person.into(),
                mark: RollMark::Absent,
                at,
            })
        }));
        commands
    };
    stage.record(&[
        Command::Rule(book::Command::Adopt(Box::new(Adopted {
            id: "own-1".into(),
            follows: None,
            on: "2026-01-01".parse().unwrap(),
            rule: rule(),
        }))),
        Command::Roster(roster::Command::AdoptRules(Some(OwnRules {
            title: line("《议事规则》"),
            clause: line("第九条"),
            rule: "own-1".into(),
            adopted: "2026-01-05".parse().unwrap(),
            online: false,
            deputies: false,
        }))),
        session(session::Command::Create {
            id: id.clone(),
            plan: Plan {
                kind: SessionKind::Regular,
                ordinal: 1,
                date: "2026-11-20".parse().unwrap(),
                start: None,
                place: None,
                chair: Some("李长河".into()),
                recorder: Some("李春梅".into()),
            },
            opening: None,
        }),
        Command::Agenda(agenda::Command::Put(item)),
    ]);
    stage.record(&few_come(first("08:30")));
    stage.record(&[
        session(session::Command::Lapse {
            id: id.clone(),
            at: first("09:00"),
            second: Sitting {
                date: "2026-11-23".parse().unwrap(),
                start: None,
            },
        }),
        session(session::Command::Reconvene(id.clone())),
        session(session::Command::Notify {
            id: id.clone(),
            notice: Some(Notice {
                urgent: Some(line("定于近日")),
                carries: vec![line(CARRIED)],
                ..Notice::sent("2026-11-21".parse().unwrap())
            }),
        }),
    ]);
    stage.record(&few_come(at("08:30")));
    stage.record(&[
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
    stage.app.go(Screen::live(id));
    stage.screen();
    stage
}

fn flat(text: &str) -> String {
    text.split([' ', '\n', '│']).collect()
}

#[test]
fn a_vote_under_a_second_call_says_what_its_rule_asks_and_what_frees_it_of_that() {
    for language in Language::ALL {
        let mut stage = called_again(language);
        let proof = QuorumProof {
            of: Attending::Of(Over::Persons),
            inequality: Threshold::more_than_half(Base::Entitled).with(2, 4),
            waived: false,
        };
        let asked = quorums::proved(language, &proof);
        let said = second_call::vote_any(language, asked, rule().clause);
        // Before the vote, while it is open, once it is counted: on the panel, and read whole.
        for keys in ["F7", "F5", "9 e"] {
            stage.press(keys);
            let screen = stage.screen_of(120, 40);
            assert!(flat(&screen).contains(&flat(&said)), "{said}\n{screen}");
            // The header says it as well, at the least width too.
            let header = screen.lines().nth(1).unwrap();
            assert!(
                header.contains(second_call::any_number_short(language)),
                "{header}"
            );
            let narrow = stage.screen_of(80, 24);
            assert!(
                narrow.contains(second_call::any_number_short(language)),
                "{narrow}"
            );
            stage.press("y");
            let whole = stage.screen_of(120, 40);
            assert!(flat(&whole).contains(&flat(&said)), "{said}\n{whole}");
            stage.press("Esc");
            stage.every_size();
        }
        // The rule is read as it was adopted, and that it does not bind here.
        stage.press("(");
        let read = stage.screen_of(120, 40);
        let frees = second_call::opens_with_any(language, "", rule().clause);
        assert!(flat(&read).contains(&flat(&frees)), "{read}");
        let none = flat(rule_sentence::no_quorum(language));
        assert!(!flat(&read).contains(&none), "{read}");
        stage.press("Esc 8");
        let (_, session, world) = seen(&stage.app).ok().unwrap();
        let paper = record::record(world, session, language, record::Printed::default());
        let paper = plain::write(&paper, language, 80);
        assert!(flat(&paper).contains(&flat(&said)), "{said}\n{paper}");
        let none = flat(record_words::quorum_not_asked(language));
        assert!(!flat(&paper).contains(&none), "{paper}");
    }
}

#[test]
fn a_vote_of_a_first_date_is_freed_of_nothing() {
    for language in Language::ALL {
        let stage = drafted(language, Some(rule()), vote::Effect::Decides);
        let world = stage.desk().world();
        let session = world.session(&"s1".into()).unwrap();
        let motion = world.motion(&"m1".into()).unwrap();
        let freed = quorums::freed_now(language, world, session, motion, &rule());
        assert_eq!(freed, None);
    }
}
