//! A session staged by commands alone, with every fact that a record must hold.

use chrono::NaiveDate;
use lianxi::domain::dates::Minute;
use lianxi::domain::ids::{ItemId, MotionId, PersonId, SessionId, VillageId};
use lianxi::domain::roster::roll::Exclusion;
use lianxi::domain::roster::{
    self, Capacity, Committee, OwnRules, Person, Seat, Standing, Village,
};
use lianxi::domain::session::agenda::{self, Item, ItemKind, ItemState, Late};
use lianxi::domain::session::attendance::Excuse;
use lianxi::domain::session::correction::{self, Wanted};
use lianxi::domain::session::minutes::{self, Entry, EntryKind};
use lianxi::domain::session::times::Times;
use lianxi::domain::session::{self, Plan, RollMark, Sealing, Session, SessionKind};
use lianxi::domain::task::{self, Task};
use lianxi::domain::text::{Line, Text};
use lianxi::domain::vote::{self, Choice, Effect, Motion, Wording};
use lianxi::domain::{Command, World, apply, decide};

/// Id, name, village, role, capacity of everybody.
const PEOPLE: [(&str, &str, Option<&str>, &str, Capacity); 14] = [
    ("p1", "周明", None, "书记", Capacity::Voting),
    ("p2", "孙丽", Some("v1"), "副书记", Capacity::Voting),
    ("p3", "吴强", Some("v1"), "委员", Capacity::Voting),
    ("p4", "郑海", Some("v1"), "委员", Capacity::Voting),
    ("p5", "王秀英", Some("v2"), "委员", Capacity::Voting),
    ("p6", "冯军", Some("v2"), "委员", Capacity::Voting),
    ("p7", "陈芳", Some("v3"), "委员", Capacity::Voting),
    ("p8", "褚伟", Some("v3"), "委员", Capacity::Voting),
    ("p9", "卫东", Some("v4"), "委员", Capacity::Voting),
    ("p10", "蒋兰", Some("v4"), "委员", Capacity::Voting),
    ("p11", "沈平", Some("v4"), "委员", Capacity::Voting),
    ("p12", "韩雪", Some("v2"), "委员", Capacity::Voting),
    ("p13", "杨律", None, "法律顾问", Capacity::Observer),
    ("p14", "朱文", Some("v3"), "网格员", Capacity::Observer),
];

pub fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

pub fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn at(clock: &str) -> Minute {
    Minute::typed(clock, day("2026-11-23")).unwrap()
}

/// A world that carries commands out.
#[derive(Clone, Default)]
pub struct Staged(pub World);

impl Staged {
    pub fn run(&mut self, command: Command) {
        for event in decide(&self.0, &command).unwrap() {
            apply(&mut self.0, &event);
        }
    }

    fn session(&mut self, command: session::Command) {
        self.run(Command::Session(command));
    }

    fn agenda(&mut self, command: agenda::Command) {
        self.run(Command::Agenda(command));
    }

    pub fn vote(&mut self, command: vote::Command) {
        self.run(Command::Vote(command));
    }

    fn roster(&mut self, command: roster::Command) {
        self.run(Command::Roster(command));
    }

    pub fn s1(&self) -> &Session {
        self.0.session(&"s1".into()).unwrap()
    }

    fn mark(&mut self, person: &str, mark: RollMark, when: &str) {
        self.session(session::Command::Mark {
            id: "s1".into(),
            person: person.into(),
            mark,
            at: at(when),
        });
    }

    fn put(&mut self, id: &str, title: &str, kind: ItemKind, shape: impl FnOnce(&mut Item)) {
        let mut item = item(id, title, kind);
        shape(&mut item);
        self.agenda(agenda::Command::Put(item));
    }

    pub fn start(&mut self, item: &str, when: &str) {
        let (item, at) = (item.into(), at(when));
        self.agenda(agenda::Command::Start { item, at });
    }

    fn settle(&mut self, item: &str, state: ItemState, when: &str) {
        let (item, at) = (item.into(), at(when));
        self.agenda(agenda::Command::Settle { item, state, at });
    }

    fn say(&mut self, id: &str, item: &str, kind: EntryKind, when: &str, words: &str) {
        self.run(Command::Minutes(minutes::Command::Add(Entry {
            id: id.into(),
            session: "s1".into(),
            item: item.into(),
            kind,
            at: at(when),
            words: text(words),
            live: None,
            checked: false,
            from_paper: false,
            restated: false,
        })));
    }

    /// Drafts a motion, opens its vote, takes every voice, ends and announces it.
    fn voted(&mut self, id: &str, when: [&str; 3], choices: &[(&str, Choice)]) {
        let motion = MotionId::from(id);
        let [open, end, announce] = when.map(at);
        self.vote(vote::Command::Open {
            motion: motion.clone(),
            at: open,
        });
        for (person, choice) in choices {
            self.vote(vote::Command::Take {
                motion: motion.clone(),
                person: PersonId::from(*person),
                choice: choice.clone(),
            });
        }
        self.vote(vote::Command::AllFor {
            motion: motion.clone(),
        });
        self.vote(vote::Command::End {
            motion: motion.clone(),
            at: end,
        });
        self.vote(vote::Command::Announce {
            motion,
            at: announce,
        });
    }

    /// Founds the committee and calls the roll of session `s1`.
    pub fn planned() -> Self {
        let mut stage = Self::default();
        stage.roster(roster::Command::Found(Committee {
            id: "c1".into(),
            name: line("柳河片区联合党委"),
            sample: true,
            own_rules: None,
            rules_before: Vec::new(),
            boards: Default::default(),
        }));
        for (position, name) in (1..).zip(["东集村", "西集村", "王楼村", "石沟村"]) {
            stage.roster(roster::Command::PutVillage(Village {
                figures: Vec::new(),

                id: format!("v{position}").into(),
                name: line(name),
                standing: if position == 1 {
                    Standing::Lead
                } else {
                    Standing::Joined
                },
                position,
                joined: None,
                left: None,
            }));
        }
        for (id, name, village, role, capacity) in PEOPLE {
            stage.roster(roster::Command::PutPerson(Person {
                woman: false,
                kin: Vec::new(),

                id: id.into(),
                name: line(name),
            }));
            stage.roster(roster::Command::PutSeat(Seat {
                households: None,
                shares: None,

                id: format!("seat-{:0>3}", id.trim_start_matches('p')).into(),
                person: id.into(),
                village: village.map(VillageId::from),
                role: line(role),
                capacity,
                from: day("2026-01-01"),
                to: None,
                counts: false,
            }));
        }
        stage.session(session::Command::Create {
            id: "s1".into(),
            plan: plan(3, "2026-11-23"),
            opening: Some(item("i1", "上次议定事项落实情况", ItemKind::Report)),
        });
        stage.put(
            "i2",
            "修通东集至王楼的断头路",
            decision("joint-default"),
            |item| {
                item.planned = Some(30);
                item.presenter = Some("p2".into());
                item.villages = vec!["v1".into(), "v3".into()];
            },
        );
        stage.session(session::Command::Notify {
            id: "s1".into(),
            notice: Some(session::notice::Notice::sent(day("2026-11-18"))),
        });
        stage.put("i3", "片区村规民约", decision("joint-major"), |item| {
            item.late = Some(Late::before(line("镇里周五才来文")));
        });
        stage.put("i4", "冬季防火", ItemKind::Discussion, |item| {
            item.late = Some(Late::before(line("昨夜起火")));
        });
        stage.session(session::Command::CallRoll("s1".into()));
        stage
    }

    /// Opens it: ten of eleven are there, one of them late.
    pub fn opened() -> Self {
        let mut stage = Self::begun();
        stage.mark("p9", RollMark::Present, "09:20");
        stage
    }

    /// Opens it, with one still to come.
    fn begun() -> Self {
        let mut stage = Self::planned();
        let excused = |reason| RollMark::Excused { reason };
        stage.mark("p11", excused(Excuse::Illness), "08:50");
        stage.mark("p10", RollMark::Absent, "08:50");
        stage.session(session::Command::Exclude {
            id: "s1".into(),
            person: "p12".into(),
            reason: Some(Exclusion::Abroad),
        });
        stage.mark("p12", RollMark::Absent, "08:50");
        stage.mark("p14", excused(Excuse::Other(line("值守"))), "08:50");
        stage.mark("p9", RollMark::Absent, "08:50");
        stage.session(session::Command::AllPresent {
            id: "s1".into(),
            at: at("08:55"),
        });
        stage.session(session::Command::Open {
            id: "s1".into(),
            at: at("09:02"),
        });
        stage
    }

    /// Holds it to its end, and seals it.
    pub fn sealed() -> Self {
        let mut stage = Self::begun();
        stage.start("i1", "09:03");
        stage.say("e1", "i1", speech("p2"), "09:05", "三件事办结两件。");
        stage.settle("i1", ItemState::Done, "09:10");
        stage.start("i2", "09:10");
        stage.say("e2", "i2", speech("p7"), "09:12", "占地太多，我不赞成。");
        stage.say("e3", "i2", EntryKind::Note, "09:15", "现场看了图纸。");
        stage.draft("m1", "i2", "修通断头路。", Effect::Decides, &["v1", "v3"]);
        stage.mark("p9", RollMark::Present, "09:20");
        stage.vote(vote::Command::Reword {
            motion: "m1".into(),
            wording: Wording {
                at: at("09:25"),
                text: text("修通断头路，经费按人口分摊。"),
                turn: None,
            },
        });
        stage.voted(
            "m1",
            ["09:30", "09:33", "09:34"],
            &[
                ("p7", Choice::Against),
                ("p8", Choice::Abstain),
                (
                    "p6",
                    Choice::Recused {
                        reason: line("承包商是其妻弟").into(),
                    },
                ),
            ],
        );
        stage.say("e4", "i2", EntryKind::Decision, "09:36", "年内修通东段。");
        stage.task("t1", "清点占地", Some("p8"), Some("v3"), Some("2026-12-04"));
        stage.task("t2", "筹经费", None, None, None);
        stage.settle("i2", ItemState::Done, "09:45");
        stage.session(session::Command::Pause {
            id: "s1".into(),
            at: at("09:45"),
        });
        stage.session(session::Command::Resume {
            id: "s1".into(),
            at: at("10:00"),
        });
        stage.session(session::Command::ConfirmRoll {
            id: "s1".into(),
            at: at("10:00"),
        });
        stage.start("i3", "10:00");
        stage.draft(
            "m2",
            "i3",
            "片区村规民约草案",
            Effect::Proposes,
            &["v1", "v2"],
        );
        stage.voted(
            "m2",
            ["10:10", "10:12", "10:12"],
            &[("p5", Choice::Against)],
        );
        stage.draft("m3", "i3", "另设奖励", Effect::Decides, &[]);
        stage.vote(vote::Command::Withdraw {
            motion: "m3".into(),
            reason: Some(line("提出人收回")),
        });
        stage.settle("i3", ItemState::Done, "10:20");
        stage.mark("p8", RollMark::Left, "10:25");
        stage.session(session::Command::Close {
            id: "s1".into(),
            at: at("10:40"),
        });
        stage.after();
        stage
    }

    fn after(&mut self) {
        let tidied = minutes::Command::Write {
            entry: "e2".into(),
            words: text("占地过多，我反对。"),
        };
        self.run(Command::Minutes(tidied));
        self.run(Command::Minutes(minutes::Command::Check {
            entry: "e2".into(),
            checked: true,
        }));
        self.session(session::Command::Create {
            id: "s2".into(),
            plan: plan(4, "2026-12-21"),
            opening: None,
        });
        self.agenda(agenda::Command::Carry {
            item: "i4".into(),
            into: Item {
                id: "i5".into(),
                session: "s2".into(),
                ..item("i5", "冬季防火", ItemKind::Discussion)
            },
        });
        self.run(Command::Task(task::Command::Move {
            task: "t1".into(),
            to: day("2026-12-20"),
            reason: line("下雪"),
            on: day("2026-12-01"),
        }));
        self.session(session::Command::Seal {
            today: chrono::NaiveDate::MAX,
            id: "s1".into(),
            sealing: Sealing {
                by: line("周明、孙丽"),
                on: day("2026-11-24"),
                paper: line("党群服务中心档案柜"),
            },
        });
        self.correct(
            "x1",
            Wanted::Voice {
                motion: "m1".into(),
                person: "p8".into(),
                to: Choice::For,
            },
            "误记",
        );
        self.correct("x2", Wanted::Closed(at("10:45")), "看错钟");
        let mut breaks = self.0.session(&"s1".into()).unwrap().breaks.clone();
        let last = breaks.last_mut().unwrap();
        last.to = Some(at("10:01"));
        let breaks = Times::Breaks { breaks };
        self.correct("x3", Wanted::Times(breaks), "看错钟");
    }

    fn correct(&mut self, id: &str, wanted: Wanted, reason: &str) {
        self.run(Command::Correct(correction::Command {
            id: id.into(),
            session: "s1".into(),
            wanted,
            by: line("孙丽"),
            at: Minute::typed("15:00", day("2026-11-25")).unwrap(),
            reason: line(reason),
        }));
    }

    pub fn draft(&mut self, id: &str, item: &str, words: &str, effect: Effect, villages: &[&str]) {
        self.vote(vote::Command::Draft(Motion {
            number: 0,
            mover: Some("p2".into()),
            seconder: Some("p3".into()),
            villages: villages.iter().map(|id| VillageId::from(*id)).collect(),
            effect,
            ..Motion::draft(
                id.into(),
                "s1".into(),
                item.into(),
                vec![Wording {
                    at: at("09:18"),
                    text: text(words),
                    turn: None,
                }],
            )
        }));
    }

    fn task(
        &mut self,
        id: &str,
        what: &str,
        owner: Option<&str>,
        village: Option<&str>,
        due: Option<&str>,
    ) {
        self.run(Command::Task(task::Command::Put(Task {
            session: Some("s1".into()),
            item: Some("i2".into()),
            owner: owner.map(PersonId::from),
            village: village.map(VillageId::from),
            due: due.map(day),
            ..Task::new(id.into(), line(what), day("2026-11-23"))
        })));
    }

    /// Gives the committee rules of its own.
    pub fn own_rules(&mut self) {
        self.roster(roster::Command::AdoptRules(Some(OwnRules {
            title: line("《柳河片区联席会议议事规则》"),
            clause: line("第九条"),
            rule: "joint-major".into(),
            adopted: day("2026-01-10"),
            online: false,
            deputies: false,
        })));
    }
}

pub fn speech(speaker: &str) -> EntryKind {
    EntryKind::Speech {
        speaker: speaker.into(),
    }
}

fn decision(rule: &str) -> ItemKind {
    ItemKind::Decision { rule: rule.into() }
}

fn plan(ordinal: u32, on: &str) -> Plan {
    Plan {
        kind: SessionKind::Regular,
        ordinal,
        date: day(on),
        start: chrono::NaiveTime::from_hms_opt(9, 0, 0),
        place: Some(line("东集村会议室")),
        chair: Some("p1".into()),
        recorder: Some("p1".into()),
    }
}

fn item(id: &str, title: &str, kind: ItemKind) -> Item {
    Item {
        id: ItemId::from(id),
        session: SessionId::from("s1"),
        position: 0,
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
    }
}
