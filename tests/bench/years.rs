//! Years of an invented committee, the same for the same seed: every session with its agenda, roll,
//! minutes, votes and follow-ups, act by act as a recorder takes them down, through the front desk.

// Named, for a test takes this file in from another folder.
#[path = "town.rs"]
pub mod town;

use self::town::{Chance, MATTERS, PEOPLE, SAID, SetClock, VILLAGES, item_id, line, session_id};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use lianxi::desk::Desk;
use lianxi::desk::surroundings::CountedIds;
use lianxi::domain::Command;
use lianxi::domain::dates::Minute;
use lianxi::domain::ids::{ActId, EntryId, MotionId, PersonId, TaskId};
use lianxi::domain::roster::{self, Capacity, Person, Seat, Standing, Village};
use lianxi::domain::session::agenda::{self, Item, ItemKind, ItemState};
use lianxi::domain::session::minutes::{self, Entry, EntryKind};
use lianxi::domain::session::{self, Plan, Sealing, SessionKind};
use lianxi::domain::task::{self, Task};
use lianxi::domain::text::Text;
use lianxi::domain::vote::{self, Choice, Motion, Wording};
use lianxi::store::folder::Paths;
use std::path::PathBuf;
use std::rc::Rc;

/// How often a committee sits in a year.
pub const SESSIONS_A_YEAR: u32 = 24;

/// How many items an agenda has; each is voted.
pub const ITEMS: u32 = 8;

/// How many entries the minutes of an item have.
pub const ENTRIES: u32 = 6;

/// After how many sessions the last of a session's follow-ups is done.
const PURSUED: usize = 4;

/// What is to be generated.
pub struct Wanted {
    /// How many sessions lie behind.
    pub sessions: u32,
    /// The day of the session that is only planned.
    pub day: NaiveDate,
    /// Where chance begins.
    pub seed: u64,
}

/// Founds the committee under `folder`, fills its file, and returns the file and the code of its head.
pub fn generate(folder: PathBuf, wanted: &Wanted) -> (PathBuf, String) {
    let paths = Paths::find(Some(folder)).unwrap();
    paths.make().unwrap();
    let path = paths.committee_file("generated").unwrap();
    let clock = SetClock(Rc::default());
    let mut desk = Desk::found(
        &path,
        &paths,
        line("槐河片区联合党委"),
        false,
        Box::new(clock.clone()),
        Box::new(CountedIds::default()),
    )
    .unwrap();
    let mut telling = Telling {
        chance: Chance(wanted.seed),
        wanted,
        acts: Vec::new(),
        open: Vec::new(),
    };
    let days = u64::from(wanted.sessions) * 16 + 60;
    telling.roster(wanted.day.checked_sub_days(Days::new(days)).unwrap());
    telling.write(&mut desk, &clock);
    for number in 1..=wanted.sessions {
        telling.pursue(number);
        telling.plan(number);
        telling.hold(number);
        telling.write(&mut desk, &clock);
    }
    telling.pursue(wanted.sessions + 1);
    telling.plan(wanted.sessions + 1);
    telling.write(&mut desk, &clock);
    (path, desk.head_code().unwrap())
}

struct Telling<'w> {
    chance: Chance,
    wanted: &'w Wanted,
    /// What was told and is not written yet, each act with the minute it was recorded.
    acts: Vec<(Minute, Command)>,
    /// The follow-ups still open, a list a session.
    open: Vec<Vec<TaskId>>,
}

impl Telling<'_> {
    fn day(&self, number: u32) -> NaiveDate {
        let back = u64::from(self.wanted.sessions + 1 - number) * 1461 / 96;
        self.wanted.day.checked_sub_days(Days::new(back)).unwrap()
    }

    fn at(&self, number: u32, minutes: u32) -> Minute {
        let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap();
        Minute::on(self.day(number), nine + TimeDelta::minutes(minutes.into()))
    }

    fn tell(&mut self, at: Minute, command: Command) {
        self.acts.push((at, command));
    }

    /// Writes what was told in one transaction.
    fn write(&mut self, desk: &mut Desk, clock: &SetClock) {
        let Some((at, _)) = self.acts.last() else {
            return;
        };
        clock.set(*at);
        let acts = std::mem::take(&mut self.acts)
            .into_iter()
            .map(|(_, command)| (desk.new_id::<ActId>(), vec![command]))
            .collect();
        let _recorded = desk.execute_acts(acts).unwrap();
    }

    fn roster(&mut self, from: NaiveDate) {
        let at = Minute::on(from, NaiveTime::MIN);
        for ((id, name), position) in VILLAGES.into_iter().zip(1..) {
            let standing = if position == 1 {
                Standing::Lead
            } else {
                Standing::Joined
            };
            let village = Village {
                figures: Vec::new(),

                id: id.into(),
                name: line(name),
                standing,
                position,
                joined: None,
                left: None,
            };
            self.tell(at, Command::Roster(roster::Command::PutVillage(village)));
        }
        for (number, (id, name, village, role)) in PEOPLE.into_iter().enumerate() {
            let person = Person {
                woman: false,
                kin: Vec::new(),

                id: id.into(),
                name: line(name),
            };
            self.tell(at, Command::Roster(roster::Command::PutPerson(person)));
            let seat = Seat {
                households: None,
                shares: None,

                id: format!("seat-{number:02}").into(),
                person: id.into(),
                village: village.map(Into::into),
                role: line(role),
                capacity: if number == 10 {
                    Capacity::Observer
                } else {
                    Capacity::Voting
                },
                from,
                to: None,
                counts: false,
            };
            self.tell(at, Command::Roster(roster::Command::PutSeat(seat)));
        }
    }

    fn plan(&mut self, number: u32) {
        let (session, day) = (session_id(number), self.day(number));
        let notice = day.checked_sub_days(Days::new(4)).unwrap();
        let at = Minute::on(notice, NaiveTime::from_hms_opt(15, 0, 0).unwrap());
        let plan = Plan {
            kind: SessionKind::Regular,
            ordinal: number,
            date: day,
            start: NaiveTime::from_hms_opt(9, 0, 0),
            place: Some(line("槐树屯村党群服务中心二楼会议室")),
            chair: Some("p01".into()),
            recorder: Some("p04".into()),
        };
        let create = session::Command::Create {
            id: session.clone(),
            plan,
            opening: None,
        };
        self.tell(at, Command::Session(create));
        for position in 1..=ITEMS {
            let matter = self.chance.one(&MATTERS);
            let item = Item {
                id: item_id(number, position),
                session: session.clone(),
                position,
                published_number: None,
                title: line(&format!("审议{matter}事项")),
                kind: ItemKind::Decision {
                    rule: "joint-default".into(),
                },
                planned: Some(20),
                presenter: Some(self.voter()),
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
            };
            self.tell(at, Command::Agenda(agenda::Command::Put(item)));
        }
        let notify = session::Command::Notify {
            id: session,
            notice: Some(session::notice::Notice::sent(notice)),
        };
        self.tell(at, Command::Session(notify));
    }

    fn hold(&mut self, number: u32) {
        let id = || session_id(number);
        let opened = self.at(number, 2);
        let to_open = [
            session::Command::CallRoll(id()),
            session::Command::AllPresent {
                id: id(),
                at: opened,
            },
            session::Command::Open {
                id: id(),
                at: opened,
            },
        ];
        for command in to_open {
            self.tell(opened, Command::Session(command));
        }
        self.open.push(Vec::new());
        for position in 1..=ITEMS {
            self.deal_with(number, position);
        }
        let closed = self.at(number, 3 + ITEMS * 20);
        self.tell(
            closed,
            Command::Session(session::Command::Close {
                id: id(),
                at: closed,
            }),
        );
        let sealing = Sealing {
            by: line("顾长河、曾玉兰"),
            on: self.day(number),
            paper: line(&format!("档案柜二层，第{number}号")),
        };
        self.tell(
            closed,
            Command::Session(session::Command::Seal {
                today: chrono::NaiveDate::MAX,
                id: id(),
                sealing,
            }),
        );
    }

    fn deal_with(&mut self, number: u32, position: u32) {
        let (session, item) = (session_id(number), item_id(number, position));
        let begin = 3 + (position - 1) * 20;
        let at = self.at(number, begin);
        self.tell(
            at,
            Command::Agenda(agenda::Command::Start {
                item: item.clone(),
                at,
            }),
        );
        for entry in 1..=ENTRIES {
            let at = self.at(number, begin + entry * 2);
            let id = EntryId::from(format!("{item}-{entry}"));
            let kind = match entry {
                ENTRIES => EntryKind::Decision,
                _ => EntryKind::Speech {
                    speaker: self.voter(),
                },
            };
            let stamp = Entry {
                id: id.clone(),
                session: session.clone(),
                item: item.clone(),
                kind,
                at,
                words: Text::default(),
                live: None,
                checked: false,
                from_paper: false,
                restated: false,
            };
            self.tell(at, Command::Minutes(minutes::Command::Add(stamp)));
            let sentences = 1 + self.chance.below(4);
            let words: String = (0..sentences).map(|_| self.chance.one(&SAID)).collect();
            let words = Text::new(&words).unwrap();
            self.tell(
                at,
                Command::Minutes(minutes::Command::Write { entry: id, words }),
            );
        }
        self.vote(number, position, begin + 13);
        if position <= 3 {
            self.follow_up(number, position, begin + 18);
        }
        let at = self.at(number, begin + 19);
        let settle = agenda::Command::Settle {
            item,
            state: ItemState::Done,
            at,
        };
        self.tell(at, Command::Agenda(settle));
    }

    fn vote(&mut self, number: u32, position: u32, begin: u32) {
        let at = self.at(number, begin);
        let id = MotionId::from(format!("m{number:05}-{position}"));
        let motion = || id.clone();
        let draft = Motion {
            mover: Some(self.voter()),
            ..Motion::draft(
                motion(),
                session_id(number),
                item_id(number, position),
                vec![Wording {
                    at,
                    text: Text::new("同意所议方案，费用按受益面积分摊。").unwrap(),
                    turn: None,
                }],
            )
        };
        let mut told = vec![
            vote::Command::Draft(draft),
            vote::Command::Open {
                motion: motion(),
                at,
            },
        ];
        let (mut yes, mut no) = (0_u32, 0_u32);
        let mut against = None;
        for (person, ..) in &PEOPLE[..10] {
            let choice = match self.chance.below(12) {
                0 => Choice::Against,
                1 => Choice::Abstain,
                _ => Choice::For,
            };
            yes += u32::from(choice == Choice::For);
            no += u32::from(choice == Choice::Against);
            let person = PersonId::from(*person);
            if choice == Choice::Against {
                against = Some(person.clone());
            }
            told.push(vote::Command::Take {
                motion: motion(),
                person,
                choice,
            });
        }
        if let Some(person) = against.filter(|_| yes == no) {
            // A tie is owed another vote, and as much stays open in any number of years.
            no -= 1;
            told.push(vote::Command::Take {
                motion: motion(),
                person,
                choice: Choice::Abstain,
            });
        }
        told.push(vote::Command::End {
            motion: motion(),
            at,
        });
        if yes > 0 && no > 0 && yes.abs_diff(no) == 1 {
            // The sides are close: it is chosen first not to put it off.
            told.push(vote::Command::Follow {
                session: session_id(number),
                motion: motion(),
                at,
                next: vote::Next::PassOver,
            });
        }
        told.push(vote::Command::Announce {
            motion: motion(),
            at,
        });
        for command in told {
            self.tell(at, Command::Vote(command));
        }
    }

    fn follow_up(&mut self, number: u32, position: u32, minute: u32) {
        let at = self.at(number, minute);
        let id = TaskId::from(format!("t{number:05}-{position}"));
        let in_days = 10 + u64::try_from(self.chance.below(40)).unwrap();
        let task = Task {
            session: Some(session_id(number)),
            item: Some(item_id(number, position)),
            owner: Some(self.voter()),
            village: Some(self.chance.one(&VILLAGES).0.into()),
            due: self.day(number).checked_add_days(Days::new(in_days)),
            ..Task::new(
                id.clone(),
                line(&format!("落实第{position}项议定事项并在村务公开栏公示")),
                self.day(number),
            )
        };
        self.tell(at, Command::Task(task::Command::Put(task)));
        if let Some(open) = self.open.last_mut() {
            open.push(id);
        }
    }

    /// Tells what became of earlier follow-ups before a session: as many stay open in any number of years.
    fn pursue(&mut self, number: u32) {
        let on = self.day(number);
        let at = Minute::on(on, NaiveTime::from_hms_opt(8, 30, 0).unwrap());
        let mut done = Vec::new();
        let late = self.open.len().saturating_sub(PURSUED);
        for (age, open) in self.open.iter_mut().enumerate() {
            if age < late {
                done.append(open);
            } else if open.len() > 1 && self.chance.below(3) == 0 {
                done.extend(open.pop());
            }
        }
        self.open.drain(..late);
        for task in done {
            let note = Some(line("到现场看过，已经办妥。"));
            let finish = task::Command::Finish {
                task: task.clone(),
                on,
                note,
                evidence: None,
            };
            let sign = task::Command::Sign {
                task,
                on,
                by: line("书记"),
                paper: line("督办卡"),
            };
            self.tell(at, Command::Task(finish));
            self.tell(at, Command::Task(sign));
        }
    }

    fn voter(&mut self) -> PersonId {
        PersonId::from(self.chance.one(&PEOPLE[..10]).0)
    }
}
