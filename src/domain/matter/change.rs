//! How a matter is received, mended, screened and brought to its end.

use super::concerned::taken_off;
use super::hearing::Hearing;
use super::hung::Hung;
use super::intake::{Fen, IntakeFault};
use super::lacking::{Lacking, lacking};
use super::life::{End, Missing, is_decided, missing, still_open};
use super::path;
use super::screening::{Screening, grounds_on};
use super::split;
use super::united;
use super::{Became, Intake, Matter, MatterState, Number, Step};
use crate::domain::ids::{MatterId, VillageId};
use crate::domain::refusal::{OfBoard, OfMatter, Refusal, Remedy};
use crate::domain::roster::gone::none_left;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What may be asked of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 征集: notes a matter that was called for and is not received yet.
    Collect {
        /// Its id.
        id: MatterId,
        /// The day.
        on: NaiveDate,
        /// The answers, as far as they go.
        intake: Box<Intake>,
    },
    /// 受理: receives a matter.
    Receive {
        /// Its id.
        id: MatterId,
        /// The day.
        on: NaiveDate,
        /// The answers.
        intake: Box<Intake>,
    },
    /// Mends the answers of an intake, until it is screened; one that was sent back is complete with it.
    Mend {
        /// The matter.
        matter: MatterId,
        /// The day.
        on: NaiveDate,
        /// The answers as they are now.
        intake: Box<Intake>,
    },
    /// 审核: judges whether it is a joint matter; one that is not goes back to its village.
    Screen {
        /// The matter.
        matter: MatterId,
        /// The day.
        on: NaiveDate,
        /// Why, in words.
        reason: Line,
    },
    /// 分案: makes a matter of its own out of a part of one.
    Split {
        /// The matter.
        matter: MatterId,
        /// The id of the new one.
        into: MatterId,
        /// The day.
        on: NaiveDate,
        /// The answers of the new one.
        intake: Box<Intake>,
    },
    /// Something else becomes of it.
    Become {
        /// The matter.
        matter: MatterId,
        /// What, and when.
        step: Step,
    },
    /// Of the steps it has to go.
    Path(path::Command),
}

/// What happened to a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Event {
    /// It was received, or stands as it is now.
    #[serde(rename = "matter.put")]
    Put {
        /// As it is now.
        matter: Box<Matter>,
        /// The villages that were taken off it: of what stands now nobody could say so.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        without: Vec<VillageId>,
    },
    /// It was screened.
    #[serde(rename = "matter.screened")]
    Screened {
        /// The matter.
        matter: MatterId,
        /// How.
        screening: Screening,
    },
    /// It stands on an agenda, or what it came to there is another.
    #[serde(rename = "matter.heard")]
    Heard {
        /// The matter.
        matter: MatterId,
        /// Every hearing, as they are now.
        hearings: Vec<Hearing>,
    },
    /// Something of it hung on a board, or was taken down.
    #[serde(rename = "matter.hung")]
    Hung {
        /// The matter.
        matter: MatterId,
        /// Everything that hung of it.
        hung: Vec<Hung>,
    },
    /// Something became of it.
    #[serde(rename = "matter.step")]
    Stepped {
        /// The matter.
        matter: MatterId,
        /// What.
        step: Step,
    },
    /// Of the steps it has to go.
    #[serde(untagged)]
    Path(path::Event),
}

/// Why a command about a matter is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is closed.
    Closed {
        /// Its title.
        title: Line,
        /// How.
        end: End,
    },
    /// It was screened already; its answers stand.
    Screened {
        /// How it is changed by now, where it is.
        way: Option<OfMatter>,
    },
    /// It was not screened yet.
    NotScreened,
    /// It was sent back and is not complete yet.
    SentBack,
    /// It was called for and is not received yet.
    NotReceived,
    /// It was received already.
    Received,
    /// It is open already.
    Open,
    /// It cannot be merged with itself.
    Itself,
    /// It stands on an agenda already.
    OnAgenda {
        /// The day of the session.
        on: NaiveDate,
        /// Whether the session was opened.
        opened: bool,
    },
    /// It is on an agenda, or a joint session has dealt with it.
    Heard {
        /// How it is changed by now, where it is.
        way: Option<OfMatter>,
    },
    /// A part of it is no matter of its own.
    Split(split::Refused),
    /// A joint session has decided the matter that another is to be dealt with under.
    IntoDecided {
        /// Its title.
        title: Line,
        /// What is to become of this one instead.
        way: OfMatter,
    },
    /// The steps that another has to go are chosen already, and this one would bring more to be decided there.
    IntoUnderWay {
        /// Its title.
        title: Line,
    },
    /// It is a levy, and nobody said yet what each village bears of it.
    SharesUnsettled {
        /// The whole.
        whole: Fen,
        /// The villages of which nobody said it; none where it is the whole area.
        villages: Vec<VillageId>,
        /// How that is mended, as far as it is by now.
        way: OfMatter,
    },
    /// Something about it is not done.
    NotDone {
        /// What; never empty.
        missing: Vec<Missing>,
    },
    /// Records it must have are missing.
    RecordsMissing {
        /// Which; never none.
        missing: Vec<Lacking>,
    },
    /// It is a levy, and the shares of the villages come to less than the whole.
    SharesShort {
        /// What they come to.
        shares: Fen,
        /// The whole.
        whole: Fen,
        /// How that is mended, as far as it is by now.
        way: OfMatter,
        /// How it is mended otherwise, where it is.
        also: Option<OfMatter>,
    },
    /// Its answers cannot be right.
    Intake(IntakeFault),
    /// Of the steps it has to go.
    Path(path::Refused),
}

impl Refused {
    /// Returns what may be done about it.
    #[must_use]
    pub fn remedy(&self) -> Option<Remedy> {
        let of = match self {
            Self::Closed { .. } => OfMatter::Reopen,
            Self::NotScreened => OfMatter::Screen,
            Self::SentBack | Self::Intake(_) => OfMatter::Mend,
            Self::NotReceived => OfMatter::Receive,
            Self::NotDone { missing } => match missing.first()? {
                Missing::Undecided => OfMatter::Agenda,
                Missing::Villages { .. } | Missing::Steps { .. } => OfMatter::Steps,
                Missing::Task { .. } => OfMatter::Tasks,
                Missing::Objection { .. } => return Some(Remedy::Board(OfBoard::Answer)),
                Missing::Posting { .. } => OfMatter::Postings,
                Missing::OnAgenda { opened, .. } => OfMatter::off(*opened),
            },
            Self::RecordsMissing { .. } => OfMatter::FileWithout,
            Self::SharesShort { way, .. }
            | Self::SharesUnsettled { way, .. }
            | Self::IntoDecided { way, .. } => *way,
            Self::OnAgenda { opened, .. } => OfMatter::off(*opened),
            Self::IntoUnderWay { .. } => return None,
            Self::Path(refused) => return refused.remedy(),
            Self::Screened { way } | Self::Heard { way } => (*way)?,
            Self::Received | Self::Open | Self::Itself | Self::Split(_) => return None,
        };
        Some(Remedy::Matter(of))
    }
}

impl Event {
    /// Returns the matter it is about.
    #[must_use]
    pub fn matter(&self) -> &MatterId {
        match self {
            Self::Put { matter, .. } => &matter.id,
            Self::Screened { matter, .. }
            | Self::Heard { matter, .. }
            | Self::Hung { matter, .. }
            | Self::Stepped { matter, .. } => matter,
            Self::Path(event) => event.matter(),
        }
    }

    pub(super) fn put(matter: Matter) -> Self {
        Self::Put {
            matter: Box::new(matter),
            without: Vec::new(),
        }
    }

    pub(super) fn stepped(matter: &Matter, on: NaiveDate, what: Became) -> Self {
        Self::Stepped {
            matter: matter.id.clone(),
            step: Step { on, what },
        }
    }
}

/// Judges a command about a matter.
///
/// # Errors
/// A [`Refusal`] that names what stands in the way.
pub fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Collect { id, on, intake } => Ok(vec![Event::put(Matter {
            collected: true,
            ..new(world, id, *on, intake)?
        })]),
        Command::Receive { id, on, intake } => Ok(vec![Event::put(new(world, id, *on, intake)?)]),
        Command::Mend { matter, on, intake } => {
            let matter = open(world, matter)?;
            matter.may_be_mended(world, *on)?;
            fits(world, intake, *on, Some(&matter.intake))?;
            let mut events = Vec::new();
            if matter.intake != **intake {
                events.push(Event::Put {
                    without: taken_off(world, (&matter.intake, intake), *on),
                    matter: Box::new(Matter {
                        intake: intake.as_ref().clone(),
                        ..matter.clone()
                    }),
                });
            }
            if matter.sent_back().is_some() {
                events.push(Event::stepped(matter, *on, Became::Completed));
            }
            Ok(events)
        }
        Command::Screen { matter, on, reason } => screen(world, open(world, matter)?, *on, reason),
        Command::Split {
            matter,
            into,
            on,
            intake,
        } => {
            let matter = open(world, matter)?;
            let part = new(world, into, *on, intake)?;
            split::split(world, matter, part, *on)
        }
        Command::Become { matter, step } => step_of(world, world.matter(matter)?, step),
        Command::Path(command) => path::decide(world, command),
    }
}

fn new(world: &World, id: &MatterId, on: NaiveDate, intake: &Intake) -> Result<Matter, Refusal> {
    if world.matters.contains_key(id) {
        return Err(Refusal::AlreadyThere);
    }
    fits(world, intake, on, None)?;
    Ok(Matter {
        id: id.clone(),
        number: world.next_number(on.year()),
        received: on,
        collected: false,
        intake: intake.clone(),
        screening: None,
        path: None,
        hearings: Vec::new(),
        hung: Vec::new(),
        state: MatterState::Open,
        history: Vec::new(),
    })
}

/// Refuses answers that cannot be right, and villages that left by a day unless they were named before.
fn fits(
    world: &World,
    intake: &Intake,
    on: NaiveDate,
    before: Option<&Intake>,
) -> Result<(), Refusal> {
    let before: Vec<VillageId> = before.iter().flat_map(|it| it.named()).cloned().collect();
    none_left(world, intake.named(), &before, on)?;
    match intake.fault() {
        Some(fault) => Err(Refused::Intake(fault).into()),
        None => Ok(()),
    }
}

fn screen(
    world: &World,
    matter: &Matter,
    on: NaiveDate,
    reason: &Line,
) -> Result<Vec<Event>, Refusal> {
    if matter.collected {
        return Err(Refused::NotReceived.into());
    }
    if matter.sent_back().is_some() {
        return Err(Refused::SentBack.into());
    }
    matter.may_be_mended(world, on)?;
    let screening = Screening {
        on,
        grounds: grounds_on(world, &matter.intake, on),
        reason: reason.clone(),
    };
    let handed_back = (!screening.joint()).then(|| {
        let reason = reason.clone();
        Event::stepped(matter, on, Became::HandedBack { reason })
    });
    let screened = Event::Screened {
        matter: matter.id.clone(),
        screening,
    };
    Ok(std::iter::once(screened).chain(handed_back).collect())
}

/// Judges what else may become of a matter.
fn step_of(world: &World, matter: &Matter, step: &Step) -> Result<Vec<Event>, Refusal> {
    let reopened = matches!(step.what, Became::Reopened { .. });
    if !reopened {
        matter.still_open()?;
    }
    match &step.what {
        Became::Reopened { .. } => {
            if matter.state == MatterState::Open {
                return Err(Refused::Open.into());
            }
        }
        Became::Received => {
            if !matter.collected {
                return Err(Refused::Received.into());
            }
        }
        Became::SentBack { .. } => {
            if !matter.hearings.is_empty() {
                let way = matter.way_to_change(world, step.on);
                return Err(Refused::Heard { way }.into());
            }
            if matter.sent_back().is_some() {
                return Err(Refused::SentBack.into());
            }
        }
        Became::MergedInto { matter: into, .. } => {
            let into = open(world, into)?;
            if into.id == matter.id {
                return Err(Refused::Itself.into());
            }
            if is_decided(world, into, step.on) {
                let title = into.intake.title.clone();
                let way = on_its_own(world, matter, step.on);
                return Err(Refused::IntoDecided { title, way }.into());
            }
            nothing_open(still_open(world, matter))?;
            let what = match &step.what {
                Became::MergedInto { reason, .. } => Became::MergedInto {
                    matter: into.id.clone(),
                    number: into.number,
                    reason: reason.clone(),
                },
                other => other.clone(),
            };
            let took = united::take_in((matter, into), step.on)?;
            return Ok(vec![Event::stepped(matter, step.on, what), took]);
        }
        Became::OpinionGiven { opinion } => opinion.not_after(step.on)?,
        Became::Withdrawn { .. } => nothing_open(still_open(world, matter))?,
        Became::Filed => {
            nothing_open(missing(world, matter, step.on))?;
            let missing = lacking(world, matter, step.on);
            if !missing.is_empty() {
                return Err(Refused::RecordsMissing { missing }.into());
            }
        }
        Became::FiledWithout { .. } => {
            nothing_open(missing(world, matter, step.on))?;
            if lacking(world, matter, step.on).is_empty() {
                // Nothing is missing, so nothing is to be excused.
                return Ok(vec![Event::stepped(matter, step.on, Became::Filed)]);
            }
        }
        // These follow from another step and are not asked for by themselves.
        Became::HandedBack { .. }
        | Became::Completed
        | Became::TookIn { .. }
        | Became::SplitFrom { .. }
        | Became::SplitInto { .. } => return Err(Refusal::Unknown),
    }
    Ok(vec![Event::Stepped {
        matter: matter.id.clone(),
        step: step.clone(),
    }])
}

/// Returns what is next about a matter that is to be dealt with by itself.
fn on_its_own(world: &World, matter: &Matter, on: NaiveDate) -> OfMatter {
    if matter.collected {
        OfMatter::Receive
    } else if matter.sent_back().is_some() {
        OfMatter::Mend
    } else if matter.screening.is_none() {
        OfMatter::Screen
    } else if let Some(hearing) = matter.last_hearing().filter(|it| it.awaited()) {
        // It is dealt with there, or is taken back first where nothing more is to be said of it.
        OfMatter::off(hearing.opened(world))
    } else if is_decided(world, matter, on) {
        OfMatter::File
    } else {
        OfMatter::Agenda
    }
}

fn nothing_open(missing: Vec<Missing>) -> Result<(), Refusal> {
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refused::NotDone { missing }.into())
}

pub(super) fn open<'a>(world: &'a World, matter: &MatterId) -> Result<&'a Matter, Refusal> {
    let matter = world.matter(matter)?;
    matter.still_open()?;
    Ok(matter)
}

/// Carries out what happened to a matter.
pub fn apply(world: &mut World, event: &Event) {
    let change = |world: &mut World, matter: &MatterId, change: &dyn Fn(&mut Matter)| {
        if let Some(matter) = world.matters.get_mut(matter) {
            change(Arc::make_mut(matter));
        }
    };
    match event {
        Event::Put { matter, .. } => {
            let shared = Arc::new(matter.as_ref().clone());
            world.matters.insert(matter.id.clone(), shared);
        }
        Event::Screened { matter, screening } => change(world, matter, &|matter| {
            matter.screening = Some(screening.clone());
        }),
        Event::Heard { matter, hearings } => change(world, matter, &|matter| {
            matter.hearings.clone_from(hearings);
        }),
        Event::Hung { matter, hung } => change(world, matter, &|matter| {
            matter.hung.clone_from(hung);
        }),
        Event::Stepped { matter, step } => {
            change(world, matter, &|matter| became(matter, step));
        }
        Event::Path(event) => {
            if let Some(matter) = world.matters.get_mut(event.matter()) {
                path::apply(Arc::make_mut(matter), event);
            }
        }
    }
}

fn became(matter: &mut Matter, step: &Step) {
    match &step.what {
        Became::Received => matter.collected = false,
        // More is to be said about it, so it is to be judged anew.
        Became::SentBack { .. } => matter.screening = None,
        Became::Reopened { .. } => {
            matter.state = MatterState::Open;
            // What was found to be no joint matter is asked about again.
            matter.screening.take_if(|screening| !screening.joint());
        }
        Became::TookIn { brought, .. } => united::give(matter, brought),
        Became::OpinionGiven { opinion } => opinion.give(matter),
        Became::SplitInto { money, .. } => split::take_off(matter, money.as_ref()),
        Became::Completed | Became::SplitFrom { .. } => {}
        Became::HandedBack { .. }
        | Became::MergedInto { .. }
        | Became::Withdrawn { .. }
        | Became::Filed
        | Became::FiledWithout { .. } => matter.state = MatterState::Closed,
    }
    matter.history.push(step.clone());
}

impl World {
    /// Returns the number the next matter of a year gets.
    #[must_use]
    pub fn next_number(&self, year: i32) -> Number {
        let here = self.matters.values().map(|matter| matter.number);
        let here = here.filter(|number| number.year == year);
        let filed = self.matter_numbers.get(&year).copied();
        let last = here.map(|number| number.serial).chain(filed).max();
        Number {
            year,
            serial: last.unwrap_or(0).saturating_add(1),
        }
    }

    /// Returns how many villages the committee has on a day.
    #[must_use]
    pub fn villages_on(&self, day: NaiveDate) -> usize {
        let villages = self.villages.values();
        villages.filter(|village| village.belongs_on(day)).count()
    }
}
