//! What was done of a step, which is told to the motion, the follow-up and the boards it stands on in the same act.

use crate::domain::matter::Event as OfMatter;
use crate::domain::matter::path::Event as OfPath;
use crate::domain::{Event, board, task, vote};

/// Returns what was done of a step, where everything else of the act follows from it.
pub(super) fn alone(events: &[Event]) -> Option<&Event> {
    let (first, others) = events.split_first()?;
    let entered = |path: &OfPath| {
        matches!(
            path,
            OfPath::Entered { .. } | OfPath::Mended { .. } | OfPath::Redated { .. }
        )
    };
    let step = matches!(first, Event::Matter(OfMatter::Path(path)) if entered(path));
    let follows = |event: &Event| {
        matches!(
            event,
            Event::Vote(vote::Event::Followed { .. })
                | Event::Task(task::Event::Stepped { .. })
                | Event::Matter(OfMatter::Heard { .. } | OfMatter::Hung { .. })
                | Event::Board(board::Event::Settled { .. })
        )
    };
    (step && others.iter().all(follows)).then_some(first)
}
