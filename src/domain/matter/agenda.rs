//! Putting a matter on an agenda: the item that is made of it, and whether it may stand there.

use super::gate::joint_rule;
use super::{Matter, Refused};
use crate::domain::ids::{ItemId, MatterId, RuleId};
use crate::domain::refusal::Refusal;
use crate::domain::roster::gone::still;
use crate::domain::session::Session;
use crate::domain::session::agenda::{Item, ItemKind};
use crate::domain::world::World;

/// Makes the item by which a matter is dealt with in a session: its title, its villages, and the rule
/// its votes are judged by.
#[must_use]
pub fn item_of(world: &World, matter: &Matter, session: &Session, id: ItemId) -> Item {
    Item {
        title: matter.intake.title.clone(),
        kind: ItemKind::Decision {
            rule: rule_of(world, matter, session),
        },
        planned: None,
        villages: still(world, &matter.villages(), session.date),
        matter: Some(matter.id.clone()),
        ..Item::opening(id, session.id.clone(), matter.intake.title.clone())
    }
}

/// Returns the rule the joint session votes by: the committee's own, which knows what is large; where it
/// has none, the shipped one for 三重一大.
fn rule_of(world: &World, matter: &Matter, session: &Session) -> RuleId {
    let own = world.default_rule(session.date).id;
    match (world.own_rules_on(session.date), joint_rule(&matter.intake)) {
        (None, Some(rule)) => rule,
        _ => own,
    }
}

/// Refuses an item for a matter that cannot be dealt with: closed, not screened, or on another agenda.
pub(in crate::domain) fn may_stand(
    world: &World,
    item: &Item,
    matter: &MatterId,
) -> Result<(), Refusal> {
    let matter = world.matter(matter)?;
    matter.still_open()?;
    if matter.screening.is_none() {
        return Err(Refused::NotScreened.into());
    }
    let day = world.session(&item.session).map(|session| session.date);
    if let Ok(day) = day {
        matter.shares_settled(world, day)?;
    }
    let mut elsewhere = super::hearing::hearings(world, matter).into_iter();
    match elsewhere.find(|it| it.awaited() && it.item != item.id) {
        Some(hearing) => {
            let (on, opened) = (hearing.on, hearing.opened(world));
            Err(Refused::OnAgenda { on, opened }.into())
        }
        None => Ok(()),
    }
}
