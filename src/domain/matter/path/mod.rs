//! The steps a matter has to go: an ordered template copied into it, and what each body did.

use super::{Event, change::open};
use crate::domain::ids::{MatterId, RuleId, TemplateId};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// Ordered steps by which matters of a kind are decided (`domain.md` §1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// Its name.
    pub name: Line,
    /// Its steps, in order.
    pub steps: Vec<TemplateStep>,
}

/// A step of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateStep {
    /// What it is called in Chinese.
    pub zh: Line,
    /// What it is called in English.
    pub en: Line,
    /// Who acts: the area once, each village concerned, or the township.
    pub level: Level,
    /// The rule by which it is decided, where it is voted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleId>,
}

/// At which level a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Once, by the joint committee.
    Area,
    /// By each village concerned.
    Village,
    /// By town or subdistrict.
    Township,
}

/// The steps a matter has to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// The template, copied: a later edit changes no matter that is under way.
    pub template: Template,
}

/// What may be asked of the steps of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Chooses the steps it has to go.
    Choose {
        /// The matter.
        matter: MatterId,
        /// The steps.
        template: Box<Template>,
    },
}

/// Why a command about the steps of a matter is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Its steps are chosen, and one of them was taken.
    UnderWay,
}

/// Judges a command about the steps of a matter.
pub(super) fn decide(world: &World, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Choose { matter, template } => {
            let matter = open(world, matter)?;
            if matter.path.is_some() {
                return Err(super::Refused::Path(Refused::UnderWay).into());
            }
            let mut matter = matter.clone();
            matter.path = Some(Path {
                template: template.as_ref().clone(),
            });
            Ok(vec![Event::Put {
                matter: Box::new(matter),
            }])
        }
    }
}
