//! Which act it was that changed a matter, a posting, a template or a line of a ledger.

use crate::domain::board::{self, Posting};
use crate::domain::entity::Entity;
use crate::domain::matter::path::{self, Path, template};
use crate::domain::matter::{self, Matter};
use crate::domain::{Event, register};

/// Returns the acts by which a thing of these rooms became what it is; nothing where it is of none of them.
pub(super) fn of(before: Option<&Entity>, after: &Entity) -> Vec<Event> {
    match (before, after) {
        (Some(Entity::Matter(before)), Entity::Matter(after)) => {
            let events = of_matter(before, after).into_iter();
            events.map(Event::Matter).collect()
        }
        (_, Entity::Matter(after)) => vec![Event::Matter(put(after))],
        (Some(Entity::Posting(before)), Entity::Posting(after)) => of_posting(before, after),
        (_, Entity::Posting(after)) => vec![Event::Board(board::Event::Put {
            posting: Box::new(Posting::clone(after)),
        })],
        (_, Entity::Template(after)) => vec![Event::Template(template::Event::Put {
            template: Box::new(after.as_ref().clone()),
        })],
        (_, Entity::Ledger(after)) => vec![Event::Register(register::Event::Put {
            line: Box::new(after.as_ref().clone()),
        })],
        _ => Vec::new(),
    }
}

fn put(after: &Matter) -> matter::Event {
    matter::Event::Put {
        matter: Box::new(after.clone()),
    }
}

fn of_matter(before: &Matter, after: &Matter) -> Vec<matter::Event> {
    let id = &after.id;
    let mut events: Vec<matter::Event> = Vec::new();
    if let Some(screening) = after
        .screening
        .clone()
        .filter(|_| before.screening != after.screening)
    {
        let matter = id.clone();
        events.push(matter::Event::Screened { matter, screening });
    }
    let steps = after.history.iter().skip(before.history.len());
    events.extend(steps.map(|step| matter::Event::Stepped {
        matter: id.clone(),
        step: step.clone(),
    }));
    if events.is_empty() {
        events.extend(of_path(before, after).map(matter::Event::Path));
    }
    if events.is_empty() && before.hearings != after.hearings {
        events.push(matter::Event::Heard {
            matter: id.clone(),
            hearings: after.hearings.clone(),
        });
    }
    if events.is_empty() && before.hung != after.hung {
        events.push(matter::Event::Hung {
            matter: id.clone(),
            hung: after.hung.clone(),
        });
    }
    if events.is_empty() {
        events.push(put(after));
    }
    events
}

fn of_path(before: &Matter, after: &Matter) -> Option<path::Event> {
    let matter = after.id.clone();
    let new = after.path.as_ref()?;
    let Some(old) = &before.path else {
        let path = Box::new(Path::clone(new));
        return Some(path::Event::Chosen { matter, path });
    };
    if let Some(entry) = new.entries.get(old.entries.len()) {
        let entry = Box::new(entry.clone());
        return Some(path::Event::Entered { matter, entry });
    }
    if let Some(deadline) = new.deadlines.get(old.deadlines.len()) {
        let deadline = deadline.clone();
        return Some(path::Event::DeadlineSet { matter, deadline });
    }
    if let Some(contribution) = new.contributions.get(old.contributions.len()) {
        let contribution = contribution.clone();
        return Some(path::Event::Contributed {
            matter,
            contribution,
        });
    }
    if let Some(asked) = new.villages.get(old.villages.len()) {
        let asked = asked.clone();
        return Some(path::Event::VillageAdded { matter, asked });
    }
    let mut pairs = old.entries.iter().zip(&new.entries).enumerate();
    let (entry, (was, is)) = pairs.find(|(_, (was, is))| was != is)?;
    let kept = is.records.get(was.records.len()).cloned();
    if let Some(record) = kept {
        return Some(path::Event::Kept {
            matter,
            entry,
            record,
        });
    }
    let moved = is.moved.get(was.moved.len())?.clone();
    Some(path::Event::Redated {
        matter,
        entry,
        on: is.on,
        moved,
    })
}

fn of_posting(before: &Posting, after: &Posting) -> Vec<Event> {
    let steps = after.history.iter().skip(before.history.len());
    let steps = steps.map(|step| {
        Event::Board(board::Event::Stepped {
            posting: after.id.clone(),
            step: Box::new(step.clone()),
        })
    });
    steps.collect()
}
