//! A stage that carries commands out, on an invented committee.

#![allow(clippy::unwrap_used)]

pub(crate) use super::things::*;

use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId, PersonId, SessionId, VillageId};
use crate::domain::roster::{self, Capacity, Committee, Person, Seat, Standing, Village};
use crate::domain::rule::{Method, TieStep};
use crate::domain::session::agenda::{self, ItemKind};
use crate::domain::session::handover::{Handover, Office};
use crate::domain::session::minutes;
use crate::domain::session::next::{Step, next_step};
use crate::domain::session::recusal::Matter;
use crate::domain::session::{self, Plan, RollMark, Session};
use crate::domain::task::Task;
use crate::domain::vote::by_village::{self, Says, Stance};
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::vote::slate::{Contender, Row, Sheet, Tellers, chooses_people, may_tell};
use crate::domain::vote::{self, Ballot, Choice, Due, Motion, Next, VoteResult, follow};
use crate::domain::{Command, Event, Refusal, World, apply, decide};

/// Makes a contender who is nobody of the roster.
pub(crate) fn contender(name: &str) -> Contender {
    Contender {
        name: line(name),
        person: None,
    }
}

/// Counts everybody there for the first on the ballot; `None` where nobody stands on it.
pub(super) fn all_for_the_first(ballot: &Ballot, room: u32) -> Option<Sheet> {
    let slate = ballot.slate.as_ref()?;
    let people = chooses_people(&ballot.rule);
    let row = |at: usize| Row {
        yes: if at == 0 { room } else { 0 },
        no: if at > 0 && people { room } else { 0 },
        abstain: 0,
    };
    Some(Sheet {
        issued: room,
        returned: room,
        valid: room,
        rows: (0..slate.contenders.len()).map(row).collect(),
        ..Sheet::default()
    })
}

/// A world, and everything that happened to it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stage {
    pub(crate) world: World,
    pub(crate) log: Vec<Event>,
}

impl Stage {
    /// Founds the committee: a lead village, three joined ones, a dozen people.
    pub(crate) fn founded() -> Self {
        let mut stage = Self::default();
        stage.run(Command::Roster(roster::Command::Found(Committee {
            id: "c1".into(),
            name: line("东集片区联合党委"),
            sample: true,
            own_rules: None,
            rules_before: Vec::new(),
            boards: Default::default(),
        })));
        for (position, name) in (1..).zip(["东集村", "李家屯村", "王楼村", "石沟村"]) {
            stage.run(Command::Roster(roster::Command::PutVillage(Village {
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
            })));
        }
        for (number, name) in (1..).zip(NAMES) {
            let id = PersonId::from(format!("p{number}"));
            let person = Person {
                woman: false,
                kin: Vec::new(),

                id: id.clone(),
                name: line(name),
            };
            stage.run(Command::Roster(roster::Command::PutPerson(person)));
            let village = match number {
                1 | 11 => None,
                2..=4 => Some("v1"),
                5 | 6 | 12 => Some("v2"),
                7 | 8 => Some("v3"),
                _ => Some("v4"),
            };
            stage.run(Command::Roster(roster::Command::PutSeat(Seat {
                households: None,
                shares: None,

                id: format!("k{number:02}").into(),
                person: id,
                village: village.map(Into::into),
                role: line("委员"),
                capacity: if number > 10 {
                    Capacity::Observer
                } else {
                    Capacity::Voting
                },
                from: day("01-01"),
                to: None,
                counts: false,
            })));
        }
        stage
    }

    /// Plans session `s1`: `i1` a report, `i2` and `i4` decisions, `i3` a discussion.
    pub(crate) fn planned() -> Self {
        let mut stage = Self::founded();
        stage.session(session::Command::Create {
            id: "s1".into(),
            plan: plan(1),
            opening: Some(item("s1", "i1", ItemKind::Report)),
        });
        for (id, kind) in [
            ("i2", decision("joint-default")),
            ("i3", ItemKind::Discussion),
            ("i4", decision("joint-major")),
        ] {
            stage.agenda(agenda::Command::Put(item("s1", id, kind)));
        }
        stage
    }

    /// Opens session `s1` with everybody there.
    pub(crate) fn sitting() -> Self {
        let mut stage = Self::planned();
        stage.sit();
        stage
    }

    /// Opens session `s1`, which is planned, with everybody there.
    #[track_caller]
    pub(crate) fn sit(&mut self) {
        let id = SessionId::from("s1");
        self.session(session::Command::CallRoll(id.clone()));
        self.session(session::Command::AllPresent {
            id: id.clone(),
            at: at("08:55"),
        });
        self.session(session::Command::Open {
            id,
            at: at("09:00"),
        });
    }

    /// Opens the vote on motion `m1` of item `i2`, with everybody there.
    pub(crate) fn voting() -> Self {
        let mut stage = Self::sitting();
        stage.start("i2");
        stage.vote(vote::Command::Draft(motion("i2", "m1")));
        stage.open("m1");
        stage
    }

    /// Takes an item up that is judged village by village, with two motions.
    pub(crate) fn before_villages() -> Self {
        let mut stage = Self::sitting();
        let rule = decision("each-group-majority-of-present");
        stage.agenda(agenda::Command::Put(item("s1", "i5", rule)));
        stage.start("i5");
        for id in ["m1", "m2"] {
            stage.vote(vote::Command::Draft(motion("i5", id)));
        }
        stage
    }

    /// Carries a command out, or says why not; nothing has changed then.
    pub(crate) fn attempt(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let events = decide(&self.world, command)?;
        for event in &events {
            apply(&mut self.world, event);
        }
        self.log.extend(events.iter().cloned());
        Ok(events)
    }

    /// Carries out a command that must not be refused.
    #[track_caller]
    pub(crate) fn run(&mut self, command: Command) -> Vec<Event> {
        match self.attempt(&command) {
            Ok(events) => events,
            Err(refusal) => panic!("{command:?} is refused: {refusal:?}"),
        }
    }

    /// Returns why a command is refused.
    #[track_caller]
    pub(crate) fn refused(&self, command: &Command) -> Refusal {
        match decide(&self.world, command) {
            Err(refusal) => refusal,
            Ok(events) => panic!("{command:?} is not refused: {events:?}"),
        }
    }

    /// Carries out a command about a session.
    #[track_caller]
    pub(crate) fn session(&mut self, command: session::Command) -> Vec<Event> {
        self.run(Command::Session(command))
    }

    /// Carries out a command about an agenda.
    #[track_caller]
    pub(crate) fn agenda(&mut self, command: agenda::Command) -> Vec<Event> {
        self.run(Command::Agenda(command))
    }

    /// Carries out a command about the minutes.
    #[track_caller]
    pub(crate) fn minutes(&mut self, command: minutes::Command) -> Vec<Event> {
        self.run(Command::Minutes(command))
    }

    /// Carries out a command about a vote.
    #[track_caller]
    pub(crate) fn vote(&mut self, command: vote::Command) -> Vec<Event> {
        self.run(Command::Vote(command))
    }

    /// Takes an item up.
    #[track_caller]
    pub(crate) fn start(&mut self, item: &str) {
        self.agenda(agenda::Command::Start {
            item: item.into(),
            at: at("09:05"),
        });
    }

    /// Marks a person of the roll.
    #[track_caller]
    pub(crate) fn mark(&mut self, person: &str, mark: RollMark) {
        self.session(session::Command::Mark {
            id: "s1".into(),
            person: person.into(),
            mark,
            at: at("09:20"),
        });
    }

    /// Opens the vote on a motion.
    #[track_caller]
    pub(crate) fn open(&mut self, motion: &str) {
        self.vote(vote::Command::Open {
            motion: motion.into(),
            at: at("09:15"),
        });
    }

    /// Takes down what a person did in the vote on `m1`.
    #[track_caller]
    pub(crate) fn take(&mut self, person: &str, choice: Choice) {
        self.vote(take(person, choice));
    }

    /// Ends the vote on a motion and returns the result.
    #[track_caller]
    pub(crate) fn end(&mut self, motion: &str) -> VoteResult {
        self.vote(vote::Command::End {
            motion: motion.into(),
            at: at("09:30"),
        });
        self.world
            .motion(&motion.into())
            .unwrap()
            .result()
            .unwrap()
            .clone()
    }

    /// Announces a result.
    #[track_caller]
    pub(crate) fn announce(&mut self, motion: &str) {
        let known = self.world.motion(&motion.into()).unwrap();
        if vote::due(known) == Some(Due::CloseSplit) {
            // The sides are close: it is chosen first not to put it off.
            let session = known.session.clone();
            self.vote(vote::Command::Follow {
                session,
                motion: motion.into(),
                at: at("09:31"),
                next: Next::PassOver,
            });
        }
        self.vote(vote::Command::Announce {
            motion: motion.into(),
            at: at("09:31"),
        });
    }

    /// Closes session `s1`.
    #[track_caller]
    pub(crate) fn close(&mut self) {
        self.session(session::Command::Close {
            id: "s1".into(),
            at: at("11:00"),
        });
    }

    /// Seals session `s1`.
    #[track_caller]
    pub(crate) fn seal(&mut self) {
        self.session(session::Command::Seal {
            today: chrono::NaiveDate::MAX,
            id: "s1".into(),
            sealing: sealing(),
        });
    }

    /// Returns session `s1`.
    pub(crate) fn s1(&self) -> &Session {
        self.world.session(&"s1".into()).unwrap()
    }

    /// Returns the next step of a session and the command that takes it, `None` where one waits.
    pub(crate) fn next(&self, id: &SessionId) -> (Step, Option<Command>) {
        let session = self.world.session(id).unwrap();
        let step = next_step(&self.world, session);
        let command = self.step_command(session, &step);
        (step, command)
    }

    fn follows(&self, id: &MotionId, due: Due, at: Minute) -> vote::Command {
        let motion = self.world.motion(id).unwrap();
        let task = |id: String, village: Option<VillageId>| Task {
            village,
            session: Some(motion.session.clone()),
            ..task(&id, motion.item.as_str())
        };
        let next = match due {
            due if due.is_a_vote() => {
                let rule = &motion.ballot().unwrap().rule;
                let way = motion.way(rule).unwrap_or_default();
                return vote::Command::open(id.clone(), at, way);
            }
            Due::Tie(TieStep::ChairCasts) => Next::Cast { adopted: true },
            Due::Tie(TieStep::Lot) => Next::Lot {
                drawn_by: line("孙广田"),
                adopted: false,
            },
            Due::Tie(TieStep::Refer) => Next::Refer {
                to: line("东集镇党委"),
                task: task(format!("t-{id}"), None),
            },
            Due::Tie(TieStep::Defer | TieStep::SecondVote) | Due::NewVote | Due::VoteAgain => {
                Next::Defer {
                    until: None,
                    reason: None,
                }
            }
            Due::CloseSplit => Next::PassOver,
            Due::AskVillages => Next::AskVillages {
                tasks: follow::concerned(&self.world, motion)
                    .into_iter()
                    .map(|village| task(format!("t-{id}-{village}"), Some(village)))
                    .collect(),
            },
        };
        vote::Command::Follow {
            session: motion.session.clone(),
            motion: id.clone(),
            at,
            next,
        }
    }

    /// Hears the next village as one; the first whose numbers are no longer those of the room anew.
    fn hear_next(&self, session: &Session, motion: &MotionId) -> Command {
        let ballot = self.world.motion(motion).unwrap().ballot().unwrap();
        let unfit = ballot.villages.iter();
        let unfit = unfit.filter(|vote| by_village::adds_up(session, ballot, vote).is_err());
        let village = by_village::unheard(session, ballot)
            .map(|village| village.cloned())
            .chain(unfit.map(|vote| vote.village.clone()))
            .next()
            .unwrap();
        let motion = motion.clone();
        match by_village::here(session, ballot, village.as_ref()) {
            0 => Command::Vote(vote::Command::ClearVillage { motion, village }),
            _ => Command::Vote(vote::Command::HearVillage {
                motion,
                village,
                says: Says::AsOne {
                    stance: Stance::For,
                },
            }),
        }
    }

    fn step_command(&self, session: &Session, step: &Step) -> Option<Command> {
        let (id, now) = (session.id.clone(), at("10:00"));
        let start = |item: &ItemId| agenda::Command::Start {
            item: item.clone(),
            at: now,
        };
        let fresh = || MotionId::from(format!("next-{}", self.log.len()));
        Some(match step {
            Step::CallRoll => Command::Session(session::Command::CallRoll(id)),
            Step::MarkRoll { .. } => Command::Session(session::Command::AllPresent { id, at: now }),
            Step::MarkMember(person) => Command::Session(session::Command::Mark {
                id,
                person: person.clone(),
                mark: RollMark::Absent,
                at: now,
            }),
            Step::NameChair => Command::Session(session::Command::Replan {
                id,
                plan: Plan {
                    kind: session.kind,
                    ordinal: session.ordinal,
                    date: session.date,
                    start: session.start,
                    place: session.place.clone(),
                    chair: session
                        .present(&self.world.default_rule(session.date))
                        .next()
                        .map(|there| there.place.person.clone()),
                    recorder: session.recorder.clone(),
                },
            }),
            Step::Open => Command::Session(session::Command::Open { id, at: now }),
            Step::AskRollAgain { back: 0 } => {
                Command::Session(session::Command::ConfirmRoll { id, at: now })
            }
            Step::AskRollAgain { .. } => {
                Command::Session(session::Command::AllPresent { id, at: now })
            }
            Step::Reconvene => Command::Session(session::Command::Reconvene(id)),
            Step::Resume => Command::Session(session::Command::Resume { id, at: now }),
            Step::StartItem(item) | Step::TakeUpAgain(item) => Command::Agenda(start(item)),
            Step::ProposeRecusals { item, people } => {
                let first = people.first()?;
                Command::Session(session::Command::Recuse {
                    id,
                    recusal: recusal(
                        first.person.as_str(),
                        Matter::Item { item: item.clone() },
                        now,
                    ),
                })
            }
            Step::DraftMotion(item) => Command::Vote(vote::Command::Draft(Motion {
                id: fresh(),
                mover: None,
                ..motion(item.as_str(), "any")
            })),
            Step::EnterContenders(motion) => Command::Vote(vote::Command::SetSlate {
                motion: motion.clone(),
                seats: 1,
                contenders: ["候选一", "候选二"].map(contender).to_vec(),
            }),
            Step::NameTellers(motion) => {
                let known = self.world.motion(motion).unwrap();
                let fit = may_tell(&self.world, session, known);
                let [one, other, ..] = fit.as_slice() else {
                    return None;
                };
                Command::Vote(vote::Command::NameTellers {
                    motion: motion.clone(),
                    tellers: Tellers {
                        watching: vec![one.clone()],
                        counting: vec![other.clone()],
                    },
                })
            }
            Step::OpenVote(motion) => {
                let known = self.world.motion(motion).unwrap();
                let rule = self.world.item(&known.item).unwrap().kind.rule().unwrap();
                let rule = self.world.rule_on(rule, session.date).unwrap();
                // Now by name, now by hands: what is counted either way is reached by both.
                let by_hands = known.slate.is_some() && self.log.len().is_multiple_of(2);
                let way = match by_hands && rule.allows(Method::Hands) {
                    true => Method::Hands,
                    false => known.way(&rule).unwrap(),
                };
                Command::Vote(vote::Command::open(motion.clone(), now, way))
            }
            Step::Ask { motion, .. } => Command::Vote(vote::Command::AllFor {
                motion: motion.clone(),
            }),
            Step::AskWhich { motion, .. } => {
                let ballot = self.world.motion(motion).unwrap().ballot().unwrap();
                let slate = ballot.slate.as_ref().unwrap();
                Command::Vote(vote::Command::AllChoose {
                    motion: motion.clone(),
                    option: slate.contenders.first().unwrap().name.clone(),
                })
            }
            Step::CountHands { motion, room } => {
                let ballot = self.world.motion(motion).unwrap().ballot().unwrap();
                let motion = motion.clone();
                Command::Vote(match all_for_the_first(ballot, *room) {
                    Some(sheet) => vote::Command::CountSlate { motion, sheet },
                    None => vote::Command::CountHands {
                        motion,
                        hands: Hands::proposed(*room, 0, 0, 0, ChairHand::Counted),
                    },
                })
            }
            Step::IssuePapers { motion, room } => Command::Vote(vote::Command::IssuePapers {
                motion: motion.clone(),
                number: *room,
                at: now,
            }),
            Step::CountPapers { motion, .. } => Command::Vote(vote::Command::CountPapers {
                motion: motion.clone(),
                count: super::secret::all_for(&self.world, motion),
            }),
            Step::HearVillages { motion, .. } => self.hear_next(session, motion),
            Step::TakeBack(motion) => Command::Vote(vote::Command::Withdraw {
                motion: motion.clone(),
                reason: None,
            }),
            Step::HandOver(motion) => {
                let known = self.world.motion(motion).unwrap();
                let withdrew = |person: &PersonId| {
                    let mark = known.ballot().and_then(|it| it.marks.get(person));
                    mark.is_some_and(|it| it.choice.is_recusal())
                        || session.recusal_from(known, person).is_some()
                };
                let mut there = session.entitled().filter(|it| it.there().is_some());
                let to = there.find(|it| !withdrew(&it.place.person)).unwrap();
                let last = session.handovers.iter().map(|it| it.at).max();
                Command::Session(session::Command::HandOver {
                    id,
                    handover: Handover {
                        office: Office::Chair,
                        to: to.place.person.clone(),
                        item: Some(known.item.clone()),
                        at: last.max(session.opened).map_or(now, |last| last.max(now)),
                        turn: crate::domain::session::turn::Turn::default(),
                    },
                })
            }
            Step::SpeakAsOne { motion, people, .. } => {
                let marks = &self.world.motion(motion).unwrap().ballot().unwrap().marks;
                let choice = |person| &marks[person].choice;
                let first = choice(people.first().unwrap());
                let other = people.iter().find(|it| choice(it).voice() != first.voice());
                Command::Vote(vote::Command::Take {
                    motion: motion.clone(),
                    person: other.unwrap().clone(),
                    choice: first.clone(),
                })
            }
            Step::EndVote(motion) => Command::Vote(vote::Command::End {
                motion: motion.clone(),
                at: now,
            }),
            Step::Announce(motion) => Command::Vote(vote::Command::Announce {
                motion: motion.clone(),
                at: now,
            }),
            Step::Tell(motion) => Command::Vote(vote::Command::Tell {
                motion: motion.clone(),
                at: now,
            }),
            Step::Barred { motion, .. } => Command::Agenda(agenda::Command::Settle {
                item: self.world.motion(motion).unwrap().item.clone(),
                state: agenda::ItemState::Deferred,
                at: now,
            }),
            Step::Follow { motion, due } => Command::Vote(self.follows(motion, *due, now)),
            Step::FinishItem(item) => Command::Agenda(agenda::Command::Settle {
                item: item.clone(),
                state: agenda::settles_as(&self.world, item),
                at: now,
            }),
            Step::Close => Command::Session(session::Command::Close { id, at: now }),
            Step::Seal | Step::SignAgain => Command::Session(session::Command::Seal {
                today: chrono::NaiveDate::MAX,
                id,
                sealing: sealing(),
            }),
            Step::AwaitQuorum { .. } | Step::VoteAwaitsQuorum { .. } | Step::Done => return None,
        })
    }
}
