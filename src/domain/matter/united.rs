//! 并案: what a matter brings to the one it is dealt with under. Nothing of it is lost with its number: the villages
//! it concerns are asked too, and who must decide is judged by everything that is dealt with.

use super::intake::{Fen, Intake, Legal, Money, Secrecy, Touch, Urgency};
use super::screening::grounds;
use super::{Became, Event, Matter, Refused};
use crate::domain::ids::VillageId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a matter brought to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brought {
    /// Villages that were not concerned before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<VillageId>,
    /// Whether it concerns the whole area by now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub area: bool,
    /// What it costs, and who bears it; that comes on top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<Money>,
    /// What was not touched before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touches: Vec<Touch>,
    /// Whether it concerns the livelihood of residents by now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub livelihood: bool,
    /// Whether it is one of 片区党委建设 by now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub committee: bool,
    /// Whether it is 三重一大 by now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub major: bool,
    /// Whether a legal opinion is wanted by now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub legal: bool,
    /// Who may read of it by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<Secrecy>,
    /// Whether it is urgent by now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub urgent: bool,
}

impl Brought {
    /// Says whether it brings nothing that was not there.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Says the same of one that is kept in a box.
    #[must_use]
    #[allow(clippy::borrowed_box)]
    pub fn boxed_nothing(brought: &Box<Self>) -> bool {
        brought.is_nothing()
    }

    /// Says whether more is to be decided for it, or by others.
    fn asks_more(&self) -> bool {
        let more = !self.villages.is_empty() || !self.touches.is_empty();
        more || self.area || self.money.is_some()
    }
}

/// Returns what a matter brings to another.
#[must_use]
pub fn brought(from: &Matter, into: &Matter) -> Brought {
    let (theirs, own) = (&from.intake, &into.intake);
    let concerned = into.villages();
    let more = from.villages();
    let area = more.is_empty() && !concerned.is_empty();
    let new = more.iter().filter(|it| !concerned.contains(it));
    let touched = theirs.touched().filter(|it| !own.touches(*it));
    let secrecy = stricter(own.secrecy, theirs.secrecy);
    Brought {
        villages: match concerned.is_empty() {
            true => Vec::new(),
            false => new.cloned().collect(),
        },
        area,
        money: from.money(),
        touches: touched.collect(),
        livelihood: theirs.livelihood && !own.livelihood,
        committee: theirs.committee && !own.committee,
        major: theirs.major && !own.major,
        legal: theirs.legal == Legal::Needed && own.legal != Legal::Needed,
        secrecy: Some(secrecy).filter(|it| *it != own.secrecy),
        urgent: theirs.urgency > own.urgency,
    }
}

/// Returns the answers of a matter with what another brings to it.
fn united(own: &Intake, brought: &Brought) -> Intake {
    let mut all = own.clone();
    match brought.area {
        true => all.villages.clear(),
        false => all.villages.extend(brought.villages.iter().cloned()),
    }
    all.money = match (all.money, &brought.money) {
        (None, more) => more.clone(),
        (own, None) => own,
        (Some(own), Some(more)) => Some(own.and(more)),
    };
    let touches = Touch::ALL.into_iter();
    let touches = touches.filter(|it| own.touches.contains(it) || brought.touches.contains(it));
    all.touches = touches.collect();
    all.livelihood |= brought.livelihood;
    all.committee |= brought.committee;
    all.major |= brought.major;
    if brought.legal {
        all.legal = Legal::Needed;
    }
    all.secrecy = brought.secrecy.unwrap_or(all.secrecy);
    if brought.urgent {
        all.urgency = Urgency::Urgent;
    }
    all
}

/// Returns that a matter is dealt with under another from a day on.
///
/// # Errors
/// [`Refused::IntoUnderWay`] where the steps it has to go are chosen and do not fit what is brought.
pub(super) fn take_in((from, into): (&Matter, &Matter), on: NaiveDate) -> Result<Event, Refused> {
    let brought = brought(from, into);
    if into.path.is_some() && brought.asks_more() {
        let title = into.intake.title.clone();
        return Err(Refused::IntoUnderWay { title });
    }
    let took = Became::TookIn {
        matter: from.id.clone(),
        number: from.number,
        title: from.intake.title.clone(),
        brought: Box::new(brought),
    };
    Ok(Event::stepped(into, on, took))
}

/// Gives a matter what another brings to it. It is judged anew: screened once more, or, where it is on an agenda
/// or on its way already, by its grounds.
pub(super) fn give(matter: &mut Matter, brought: &Brought) {
    if brought.is_nothing() {
        return;
    }
    let anew = matter.judged_anew(brought);
    matter.intake = united(&matter.intake, brought);
    if anew {
        matter.screening = None;
    } else if let Some(screening) = &mut matter.screening {
        // What happened to a matter is replayed from it alone, so the villages of the area are not counted here: a
        // joint committee has several.
        let concerned = match matter.intake.villages.len() {
            0 => 2,
            named => named,
        };
        let anew = grounds(&matter.intake, concerned);
        screening.grounds.extend(anew);
        screening.grounds.sort_unstable();
        screening.grounds.dedup();
    }
}

impl Matter {
    /// Says whether it is to be screened once more with what another brings to it.
    #[must_use]
    pub fn judged_anew(&self, brought: &Brought) -> bool {
        let screened = self.screening.is_some() && !brought.is_nothing();
        screened && self.hearings.is_empty() && self.path.is_none()
    }
}

impl Money {
    /// Returns both together, village by village; what cannot be counted is the largest sum there is.
    fn and(self, more: &Self) -> Self {
        let sum = |one: Fen, other: Fen| one.and(other).unwrap_or(Fen(u64::MAX));
        let mut all = self;
        all.amount = sum(all.amount, more.amount);
        for share in &more.shares {
            let mut own = all.shares.iter_mut();
            match own.find(|it| it.village == share.village) {
                Some(own) => own.amount = sum(own.amount, share.amount),
                None => all.shares.push(share.clone()),
            }
        }
        all
    }
}

/// Returns the stricter of the two.
const fn stricter(one: Secrecy, other: Secrecy) -> Secrecy {
    match (one, other) {
        (Secrecy::WorkSecret, _) | (_, Secrecy::WorkSecret) => Secrecy::WorkSecret,
        (Secrecy::Internal, _) | (_, Secrecy::Internal) => Secrecy::Internal,
        (Secrecy::Public, Secrecy::Public) => Secrecy::Public,
    }
}
