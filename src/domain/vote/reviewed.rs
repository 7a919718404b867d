//! What a reconsideration (复议) came to, as the decision it took up is told of it: its own motion may be
//! of another session, and filed with that.

use super::slate::chooses_people;
use super::{Motion, SequelStep, Standing};
use crate::domain::text::Line;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// What a vote on contenders came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CameTo {
    /// Whoever it elected, or what of several it took.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Line>,
    /// Whether those are people.
    pub people: bool,
    /// How many seats it left open.
    pub open: u32,
}

impl CameTo {
    /// Returns what a motion came to; `None` where nothing stood on a ballot.
    #[must_use]
    pub fn of(motion: &Motion) -> Option<Self> {
        motion.ballot()?.slate.as_ref()?;
        Some(Self {
            taken: motion.taken().map(|placed| placed.name.clone()).collect(),
            people: motion.rule().is_some_and(chooses_people),
            open: motion.seats_open(),
        })
    }
}

impl Motion {
    /// Returns where its reconsideration left it and what that came to; `None` where it stands as it was
    /// decided, not taken up again or that taken back.
    #[must_use]
    pub fn reviewed(&self) -> Option<(Standing, Option<&CameTo>)> {
        let last = self.sequels.iter().rev().find_map(|it| match &it.step {
            SequelStep::Reviewed {
                standing, came_to, ..
            } => Some((*standing, came_to.as_deref())),
            SequelStep::Reconsidered { .. } => Some((Standing::Reconsidering, None)),
            _ => None,
        });
        last.filter(|(standing, _)| *standing != Standing::Withdrawn)
    }

    /// Returns what stands of a motion on contenders: what its own votes came to, or its reconsideration.
    #[must_use]
    pub fn stands_with(&self) -> Option<CameTo> {
        match self.reviewed() {
            Some((_, Some(came_to))) => Some(came_to.clone()),
            _ => CameTo::of(self),
        }
    }
}

/// Returns whoever the announced results of a motion took, where a correction says another.
pub(super) fn announced_otherwise(world: &World, motion: &Motion) -> Vec<Line> {
    let mut made = world.corrections_of(&motion.session);
    let was = made.find_map(|it| {
        let (of, was, _) = it.change.of_result()?;
        (*of == motion.id).then_some(was)
    });
    let Some(was) = was else {
        return Vec::new();
    };
    let names = |motion: &Motion| -> Vec<Line> {
        motion.taken().map(|placed| placed.name.clone()).collect()
    };
    let announced = names(&super::overturn::with_result(motion, was));
    match announced == names(motion) {
        true => Vec::new(),
        false => announced,
    }
}
