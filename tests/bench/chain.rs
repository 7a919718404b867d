//! Years of matters from end to end, the same for the same seed: taken in, screened, decided, put to the villages,
//! hung on their boards, followed up and filed, among eight villages. What is of the last weeks is still on its way.

#[path = "chain_after.rs"]
mod after;

use super::years::town::{Chance, MATTERS, SetClock, line};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use lianxi::desk::Desk;
use lianxi::desk::surroundings::CountedIds;
use lianxi::domain::Command;
use lianxi::domain::dates::Minute;
use lianxi::domain::ids::{ActId, ItemId, MatterId, SessionId, VillageId};
use lianxi::domain::matter::intake::{Fen, Intake, MatterKind, Money, Share, Touch, Urgency};
use lianxi::domain::matter::path::{Command as OfPath, Taking, What, shipped};
use lianxi::domain::matter::{self, Became, Step};
use lianxi::domain::register::{self, LedgerKind, LedgerLine};
use lianxi::domain::roster::{self, Capacity, Person, Seat, Standing, Village};
use lianxi::domain::rule::Partial;
use lianxi::domain::session::agenda::{self, Item, ItemKind, ItemState};
use lianxi::domain::session::notice::Notice;
use lianxi::domain::session::{self, Plan, Sealing, SessionKind};
use lianxi::domain::text::Text;
use lianxi::domain::vote::village::VillageMeeting;
use lianxi::domain::vote::{self, Motion, Wording};
use lianxi::store::folder::Paths;
use std::path::PathBuf;
use std::rc::Rc;

/// How often the committee sits in a year, and how many matters it decides each time: 120 a year.
pub const SESSIONS_A_YEAR: u32 = 24;
const MATTERS_A_SESSION: u32 = 5;

/// The lead village first.
const VILLAGES: [&str; 8] = [
    "槐树屯村",
    "石桥村",
    "清水沟村",
    "柳林村",
    "上河村",
    "下河村",
    "北坡村",
    "杏花村",
];

/// So many days lie between the start of the first matter and its session, and a matter that was decided and the
/// day it is filed.
const BEFORE: u64 = 20;

/// So many acts are written in one transaction.
const AT_ONCE: usize = 400;

/// What is to be generated.
pub struct Wanted {
    /// How many years lie behind.
    pub years: u32,
    /// The day it is.
    pub today: NaiveDate,
    /// Where chance begins.
    pub seed: u64,
    /// After how many days what lasts on the board of the area makes room; where never, it hangs there and is open.
    pub makes_room: Option<u64>,
}

/// What the matters are of: a pact between villages goes another way than any told here.
const KINDS: [MatterKind; 8] = [
    MatterKind::Party,
    MatterKind::Industry,
    MatterKind::Project,
    MatterKind::Funds,
    MatterKind::Land,
    MatterKind::Governance,
    MatterKind::Service,
    MatterKind::Personnel,
];

/// Founds the committee under `folder`, fills its file, and returns the file.
pub fn generate(folder: PathBuf, wanted: &Wanted) -> PathBuf {
    let paths = Paths::find(Some(folder)).unwrap();
    paths.make().unwrap();
    let path = paths.committee_file("generated").unwrap();
    let clock = SetClock(Rc::default());
    let ids = Box::new(CountedIds::default());
    let name = line("槐河片区联合党委");
    let mut desk = Desk::found(&path, &paths, name, false, Box::new(clock.clone()), ids).unwrap();
    let sessions = wanted.years * SESSIONS_A_YEAR;
    let mut telling = Telling {
        chance: Chance(wanted.seed),
        today: wanted.today,
        makes_room: wanted.makes_room,
        sessions,
        acts: Vec::new(),
    };
    telling.roster();
    for number in 1..=sessions + 2 {
        telling.session(number);
        for position in 1..=MATTERS_A_SESSION {
            telling.matter(number, position);
        }
    }
    telling.write(&mut desk, &clock);
    path
}

/// One matter as it is told.
struct Told {
    id: MatterId,
    item: ItemId,
    session: SessionId,
    title: String,
    villages: Vec<VillageId>,
    /// The day of its session.
    on: NaiveDate,
    way: Way,
}

/// Which way a matter goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The joint session settles it.
    Session,
    /// Each village decides.
    Villages,
    /// Each village decides on what it bears, and the offices after it.
    Levy,
}

struct Telling {
    chance: Chance,
    today: NaiveDate,
    makes_room: Option<u64>,
    sessions: u32,
    acts: Vec<(Minute, Vec<Command>)>,
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn session_id(number: u32) -> SessionId {
    SessionId::from(format!("s{number:05}"))
}

fn village_id(nth: usize) -> VillageId {
    VillageId::from(format!("v{}", nth + 1))
}

fn of(matter: matter::Command) -> Command {
    Command::Matter(matter)
}

fn of_path(command: OfPath) -> Command {
    of(matter::Command::Path(command))
}

impl Telling {
    /// The day of a session: the one after the last that was held is today.
    fn day(&self, number: u32) -> NaiveDate {
        let days = (i64::from(self.sessions) + 1 - i64::from(number)) * 1461 / 96;
        self.today - TimeDelta::days(days)
    }

    /// Tells an act of a day to come only as far as it lies behind.
    fn tell(&mut self, on: NaiveDate, at: NaiveTime, commands: Vec<Command>) {
        if on < self.today {
            self.acts.push((Minute::on(on, at), commands));
        }
    }

    /// Writes what was told, in the order in which it happened.
    fn write(mut self, desk: &mut Desk, clock: &SetClock) {
        self.acts.sort_by_key(|(at, _)| *at);
        for together in self.acts.chunks(AT_ONCE) {
            if let Some((at, _)) = together.last() {
                clock.set(*at);
            }
            let acts = together
                .iter()
                .map(|(_, commands)| (desk.new_id::<ActId>(), commands.clone()));
            let acts = acts.collect();
            let _recorded = desk.execute_acts(acts).unwrap();
        }
    }

    fn roster(&mut self) {
        let from = self.day(1) - Days::new(BEFORE + 20);
        for (nth, name) in VILLAGES.into_iter().enumerate() {
            let village = Village {
                figures: Vec::new(),
                id: village_id(nth),
                name: line(name),
                standing: match nth {
                    0 => Standing::Lead,
                    _ => Standing::Joined,
                },
                position: u32::try_from(nth).unwrap() + 1,
                joined: None,
                left: None,
            };
            let person = Person {
                woman: false,
                kin: Vec::new(),
                id: format!("p{nth}").into(),
                name: line(&format!("甲{name}书记")),
            };
            let seat = Seat {
                households: None,
                shares: None,
                id: format!("seat-{nth}").into(),
                person: person.id.clone(),
                village: Some(village.id.clone()),
                role: line("书记"),
                capacity: Capacity::Voting,
                from,
                to: None,
                counts: false,
            };
            let put = [
                roster::Command::PutVillage(village),
                roster::Command::PutPerson(person),
                roster::Command::PutSeat(seat),
            ];
            self.tell(from, clock(8, 0), put.map(Command::Roster).to_vec());
        }
    }

    /// A session: planned four days ahead, held, and sealed on its day.
    fn session(&mut self, number: u32) {
        let (id, on) = (session_id(number), self.day(number));
        let ahead = on - Days::new(4);
        let plan = Plan {
            kind: SessionKind::Regular,
            ordinal: number,
            date: on,
            start: Some(clock(9, 0)),
            place: Some(line("槐树屯村党群服务中心二楼会议室")),
            chair: Some("p0".into()),
            recorder: Some("p1".into()),
        };
        let create = session::Command::Create {
            id: id.clone(),
            plan,
            opening: None,
        };
        self.tell(ahead, clock(15, 0), vec![Command::Session(create)]);
        let notify = session::Command::Notify {
            id: id.clone(),
            notice: Some(Notice::sent(ahead)),
        };
        self.tell(ahead, clock(15, 30), vec![Command::Session(notify)]);
        let at = Minute::on(on, clock(9, 0));
        let opened = [
            session::Command::CallRoll(id.clone()),
            session::Command::AllPresent { id: id.clone(), at },
            session::Command::Open { id: id.clone(), at },
        ];
        let opened = opened.map(Command::Session).to_vec();
        self.tell(on, clock(9, 0), opened);
        let close = session::Command::Close {
            id: id.clone(),
            at: Minute::on(on, clock(12, 0)),
        };
        let sealing = Sealing {
            by: line("书记、记录人"),
            on,
            paper: line(&format!("档案柜二层，第{number}号")),
        };
        let seal = session::Command::Seal {
            today: chrono::NaiveDate::MAX,
            id,
            sealing,
        };
        let closed = [close, seal].map(Command::Session).to_vec();
        self.tell(on, clock(12, 0), closed);
        if number.is_multiple_of(4) {
            self.concern(number, on);
        }
    }

    /// What residents asked for and was done, as it is typed into its ledger.
    fn concern(&mut self, number: u32, on: NaiveDate) {
        let what = self.chance.one(&MATTERS);
        let id = format!("concern-{number:05}").into();
        let mut of = LedgerLine::new(id, LedgerKind::Concern, line(&format!("{what}一事")), on);
        of.until = on.checked_add_days(Days::new(3));
        of.villages = vec![village_id(self.chance.below(VILLAGES.len()))];
        let put = register::Command::Put(Box::new(of));
        self.tell(on, clock(16, 0), vec![Command::Register(put)]);
    }

    fn matter(&mut self, number: u32, position: u32) {
        let way = match (number + position) % 5 {
            0 | 1 => Way::Session,
            2 | 3 => Way::Villages,
            _ => Way::Levy,
        };
        let (first, many) = (self.chance.below(8), 2 + self.chance.below(3));
        let villages = (first..first + many).map(|nth| village_id(nth % 8));
        let told = Told {
            id: format!("x{number:05}-{position}").into(),
            item: format!("i{number:05}-{position}").into(),
            session: session_id(number),
            title: format!(
                "{}（第{number}次第{position}项）",
                self.chance.one(&MATTERS)
            ),
            villages: villages.collect(),
            on: self.day(number),
            way,
        };
        self.taken_in(&told);
        if (number * MATTERS_A_SESSION + position).is_multiple_of(16) {
            let reason = line("提出人撤回");
            let on = told.on - Days::new(6);
            return self.becomes(&told, on, Became::Withdrawn { reason });
        }
        self.decided(&told, position);
        self.follow_up(&told);
        match way {
            Way::Session => self.boards(&told, "p", 1, 25, false),
            Way::Villages => self.villages_decide(&told),
            Way::Levy => self.levied(&told),
        }
        let reason = line("旧表遗失");
        let on = told.on + Days::new(90);
        self.becomes(&told, on, Became::FiledWithout { reason });
    }

    fn taken_in(&mut self, told: &Told) {
        let money = (told.way == Way::Levy).then(|| {
            let shares = told.villages.iter().map(|village| Share {
                village: village.clone(),
                amount: Fen(300_000),
            });
            let shares: Vec<Share> = shares.collect();
            let amount = Fen(300_000 * shares.len() as u64);
            Money { amount, shares }
        });
        let intake = Intake {
            about: Text::new("沟渠年久失修，春灌以前要动工，费用按受益面积分摊。").unwrap(),
            villages: told.villages.clone(),
            kind: self.chance.one(&KINDS),
            livelihood: true,
            money,
            touches: match told.way {
                Way::Session => Vec::new(),
                Way::Villages => vec![Touch::VillageAffairs],
                Way::Levy => vec![Touch::Levy],
            },
            urgency: match self.chance.below(9) {
                0 => Urgency::Urgent,
                _ => Urgency::Ordinary,
            },
            ..Intake::unanswered(line(&told.title))
        };
        let on = told.on - Days::new(BEFORE);
        let receive = matter::Command::Receive {
            id: told.id.clone(),
            on,
            intake: Box::new(intake),
        };
        self.tell(on, clock(9, 0), vec![of(receive)]);
        let on = told.on - Days::new(10);
        let screen = matter::Command::Screen {
            matter: told.id.clone(),
            on,
            reason: line("涉及群众切身利益"),
        };
        self.tell(on, clock(9, 0), vec![of(screen)]);
    }

    fn becomes(&mut self, told: &Told, on: NaiveDate, what: Became) {
        let matter = told.id.clone();
        let step = Step { on, what };
        let become_ = matter::Command::Become { matter, step };
        self.tell(on, clock(17, 0), vec![of(become_)]);
    }

    /// Put on the agenda, and agreed in the session.
    fn decided(&mut self, told: &Told, position: u32) {
        let title = line(&told.title);
        let item = Item {
            kind: ItemKind::Decision {
                rule: "joint-default".into(),
            },
            position,
            villages: told.villages.clone(),
            matter: Some(told.id.clone()),
            ..Item::opening(told.item.clone(), told.session.clone(), title)
        };
        let put = Command::Agenda(agenda::Command::Put(item));
        self.tell(told.on - Days::new(4), clock(15, 10), vec![put]);
        let begins = clock(9, 10 * position);
        let at = Minute::on(told.on, begins);
        let motion = vote::Command::Draft(Motion::draft(
            format!("m{}", told.item).into(),
            told.session.clone(),
            told.item.clone(),
            vec![Wording {
                at,
                text: Text::new("同意所议方案，费用按受益面积分摊。").unwrap(),
                turn: None,
            }],
        ));
        let motion_id = || format!("m{}", told.item).into();
        let item = told.item.clone();
        let start = agenda::Command::Start {
            item: item.clone(),
            at,
        };
        let agree = vote::Command::Agree {
            motion: motion_id(),
            at,
        };
        let settle = agenda::Command::Settle {
            item,
            state: ItemState::Done,
            at,
        };
        let acts = vec![
            Command::Agenda(start),
            Command::Vote(motion),
            Command::Vote(agree),
            Command::Agenda(settle),
        ];
        self.tell(told.on, begins, acts);
    }

    fn chosen(&mut self, told: &Told, template: &str) {
        let on = told.on + Days::new(1);
        let choose = OfPath::Choose {
            matter: told.id.clone(),
            template: Box::new(shipped::named(template).unwrap()),
            assent: Partial::AgreeingGoOn,
            on,
            deadline: Some(told.on + Days::new(35)),
        };
        self.tell(on, clock(8, 0), vec![of_path(choose)]);
    }

    /// Enters a step, in each village where it is one of theirs.
    fn step(&mut self, told: &Told, step: usize, after: u64, rule: Option<&str>, each: bool) {
        let on = told.on + Days::new(after);
        let villages: Vec<Option<VillageId>> = match each {
            true => told.villages.iter().cloned().map(Some).collect(),
            false => vec![None],
        };
        let taken = villages.into_iter().map(|village| {
            let what = match (rule, village.clone()) {
                (Some(rule), Some(village)) => What::Vote(meeting(village, rule, on)),
                _ => What::Done {
                    body: line("村民委员会"),
                    agreed: true,
                    turnout: None,
                },
            };
            let taking = Taking {
                step,
                village,
                at: Minute::on(on, clock(16, 0)),
                on,
                what,
                noticed: rule.map(|_| on - Days::new(14)),
                early: Some(line("农忙")),
                signed: None,
                records: Vec::new(),
            };
            let matter = told.id.clone();
            of_path(OfPath::Take { matter, taking })
        });
        let taken: Vec<Command> = taken.collect();
        self.tell(on, clock(16, 0), taken);
    }

    fn villages_decide(&mut self, told: &Told) {
        self.chosen(told, "four-deliberations");
        self.step(told, 1, 2, None, true);
        self.step(told, 2, 3, None, true);
        self.step(told, 3, 8, Some("party-members"), true);
        self.step(told, 4, 20, Some("village-representatives"), true);
        self.boards(told, "p", 21, 50, false);
        self.boards(told, "r", 51, 80, true);
    }

    fn levied(&mut self, told: &Told) {
        self.chosen(told, "joint-levy");
        self.step(told, 1, 5, Some("party-members"), true);
        self.step(told, 2, 20, Some("village-assembly"), true);
        self.step(told, 3, 22, None, false);
        self.step(told, 4, 30, None, false);
        self.boards(told, "p", 31, 60, false);
    }
}

/// How a body of a village met and agreed.
fn meeting(village: VillageId, rule: &str, on: NaiveDate) -> VillageMeeting {
    VillageMeeting {
        village,
        body: line(match rule {
            "party-members" => "党员大会",
            "village-assembly" => "村民会议",
            _ => "村民代表会议",
        }),
        met: on,
        held: true,
        rule: rule.into(),
        entitled: 30,
        present: 24,
        yes: 23,
        no: 1,
        abstain: 0,
        households: None,
        women: None,
        paper: line("村档案柜"),
    }
}
