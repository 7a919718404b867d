//! The sample's matters: one on the agenda of today's session, one called for.

use super::Today;
use crate::domain::Command;
use crate::domain::matter::Command as Of;
use crate::domain::matter::intake::{Intake, Touch};
use crate::domain::session::agenda::{self, Item, ItemKind};
use crate::domain::text::{Line, TextFault};

/// The matter that today's session deals with.
pub(super) const ON_AGENDA: &str = "matter-1";

pub(super) fn intake(title: Line) -> Intake {
    Intake {
        livelihood: true,
        ..Intake::unanswered(title)
    }
}

/// Returns the commands that enter the matters; that of the agenda has the title and the villages of
/// the first item that is to be decided.
pub(super) fn received(planned: &[Command], today: Today) -> Vec<Command> {
    let mut commands = Vec::new();
    if let Some(item) = planned.iter().find_map(to_be_decided) {
        let of = Intake {
            villages: item.villages.clone(),
            touches: vec![Touch::Assets],
            ..intake(item.title.clone())
        };
        commands.push(Command::Matter(Of::Receive {
            id: ON_AGENDA.into(),
            on: today.working(-20),
            intake: Box::new(of),
        }));
        let words = "涉及群众切身利益，几个村要一起办，由联席会议协商解决。";
        commands.extend(Line::new(words).map(|reason| {
            Command::Matter(Of::Screen {
                matter: ON_AGENDA.into(),
                on: today.working(-15),
                reason,
            })
        }));
    }
    commands.extend(others(today).unwrap_or_default());
    commands
}

/// Says that the first item to be decided deals with a matter.
pub(super) fn linked(planned: Vec<Command>, matter: &str) -> Vec<Command> {
    let first = planned.iter().find_map(to_be_decided).cloned();
    let link = |command| match command {
        Command::Agenda(agenda::Command::Put(item)) if Some(&item) == first.as_ref() => {
            Command::Agenda(agenda::Command::Put(Item {
                matter: Some(matter.into()),
                ..item
            }))
        }
        other => other,
    };
    planned.into_iter().map(link).collect()
}

pub(super) fn to_be_decided(command: &Command) -> Option<&Item> {
    match command {
        Command::Agenda(agenda::Command::Put(item)) => {
            matches!(item.kind, ItemKind::Decision { .. }).then_some(item)
        }
        _ => None,
    }
}

fn others(today: Today) -> Result<Vec<Command>, TextFault> {
    let patrol = intake(Line::new("冬季防火联合巡查")?);
    Ok(vec![Command::Matter(Of::Collect {
        id: "matter-2".into(),
        on: today.working(-6),
        intake: Box::new(patrol),
    })])
}
