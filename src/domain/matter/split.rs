//! 分案: what may be made a matter of its own out of a part of one, and what it takes along of its money.

use super::intake::{Fen, Intake, Money};
use super::life::is_decided;
use super::{Became, Event, Matter, Refused as OfMatter, Step};
use crate::domain::ids::VillageId;
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::world::World;
use chrono::NaiveDate;

/// Why a part of a matter cannot be made a matter of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The matter is decided, so nothing of it is left to be dealt with otherwise.
    Decided {
        /// Its title.
        title: Line,
    },
    /// The part concerns a village that the matter does not; none where it is the whole area.
    NotItsVillage {
        /// Its name.
        village: Option<Line>,
    },
    /// The steps it has to go are chosen, and villages are asked about its money there.
    UnderWay {
        /// Its title.
        title: Line,
    },
    /// The part costs more than the matter.
    TooMuch {
        /// What the part costs.
        part: Fen,
        /// What the matter costs.
        whole: Fen,
    },
    /// A village bears more of the part than it does of the matter.
    ShareTooHigh {
        /// The village.
        village: VillageId,
        /// What it bears of the part.
        part: Fen,
        /// What it bears of the matter.
        whole: Fen,
    },
    /// Nothing says which shares go along with the part.
    SharesUnsaid {
        /// What the part costs.
        part: Fen,
    },
}

/// Makes a matter of its own out of a part of one; the part has its answers, and what it costs comes off the matter.
pub(super) fn split(
    world: &World,
    matter: &Matter,
    mut part: Matter,
    on: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    if is_decided(world, matter, on) {
        let title = matter.intake.title.clone();
        return Err(refuse(Refused::Decided { title }));
    }
    of_its_villages(world, matter, &part.intake)?;
    part.intake.money = taken_along(matter, &part.intake).map_err(refuse)?;
    part.history.push(Step {
        on,
        what: Became::SplitFrom {
            matter: matter.id.clone(),
            number: matter.number,
        },
    });
    let split = Became::SplitInto {
        matter: part.id.clone(),
        number: part.number,
        money: part.intake.money.clone(),
    };
    Ok(vec![Event::put(part), Event::stepped(matter, on, split)])
}

fn refuse(why: Refused) -> Refusal {
    OfMatter::Split(why).into()
}

/// Refuses a part that concerns more than the matter does.
fn of_its_villages(world: &World, matter: &Matter, part: &Intake) -> Result<(), Refusal> {
    let own = matter.villages();
    if own.is_empty() {
        return Ok(());
    }
    if part.villages.is_empty() {
        return Err(refuse(Refused::NotItsVillage { village: None }));
    }
    match part.villages.iter().find(|it| !own.contains(it)) {
        Some(other) => {
            let village = Some(world.village(other)?.name.clone());
            Err(refuse(Refused::NotItsVillage { village }))
        }
        None => Ok(()),
    }
}

/// Returns what a part costs, with the shares of its villages where they are settled; none where it costs nothing.
fn taken_along(matter: &Matter, part: &Intake) -> Result<Option<Money>, Refused> {
    let Some(mut money) = part.money.clone() else {
        return Ok(None);
    };
    if matter.path.is_some() {
        let title = matter.intake.title.clone();
        return Err(Refused::UnderWay { title });
    }
    let whole = matter.intake.money.clone().unwrap_or(Money {
        amount: Fen(0),
        shares: Vec::new(),
    });
    if money.amount > whole.amount {
        let (part, whole) = (money.amount, whole.amount);
        return Err(Refused::TooMuch { part, whole });
    }
    if money.shares.is_empty() {
        let theirs = whole.shares.iter().filter(|it| part.concerns(&it.village));
        money.shares = theirs.cloned().collect();
        // One village bears what there is to bear; how several bear less than all of theirs nobody can tell.
        if let [only] = money.shares.as_mut_slice() {
            only.amount = only.amount.min(money.amount);
        }
    }
    for share in &money.shares {
        let borne = whole.shares.iter().find(|it| it.village == share.village);
        let whole = match borne {
            Some(borne) => borne.amount,
            None if whole.shares.is_empty() => continue,
            None => Fen(0),
        };
        if share.amount > whole {
            let (village, part) = (share.village.clone(), share.amount);
            return Err(Refused::ShareTooHigh {
                village,
                part,
                whole,
            });
        }
    }
    let rests = without(Some(whole), &money);
    let fits = rests.is_none_or(|rests| rests.borne() <= rests.amount);
    match fits && money.borne() <= money.amount {
        true => Ok(Some(money)),
        false => Err(Refused::SharesUnsaid { part: money.amount }),
    }
}

/// Takes off a matter what a part of it costs.
pub(super) fn take_off(matter: &mut Matter, part: Option<&Money>) {
    if let Some(part) = part {
        matter.intake.money = without(matter.intake.money.take(), part);
    }
}

/// Returns what is left of money without a part of it; none where nothing is.
fn without(whole: Option<Money>, part: &Money) -> Option<Money> {
    let mut whole = whole?;
    whole.amount = Fen(whole.amount.0.saturating_sub(part.amount.0));
    for share in &mut whole.shares {
        let taken = part.shares.iter().find(|it| it.village == share.village);
        let taken = taken.map_or(0, |it| it.amount.0);
        share.amount = Fen(share.amount.0.saturating_sub(taken));
    }
    (whole.amount > Fen(0)).then_some(whole)
}
