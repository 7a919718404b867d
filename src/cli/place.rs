//! Which committee is meant, and which of its sessions.

use super::fault::Fault;
use crate::desk::surroundings::TimeOrderedIds;
use crate::desk::{Desk, DeskError, Recorded};
use crate::domain::ids::VillageId;
use crate::domain::matter::{Matter, Number};
use crate::domain::session::{Session, SessionState};
use crate::domain::text::{Line, clean};
use crate::domain::{Command, World};
use crate::office::{Door, Office};
use crate::sample;

/// The word for the sample committee.
const SAMPLE: &str = "sample";

/// How many sessions are read at a time.
const PAGE: u32 = 200;

/// Returns the doors there are, their names fit to be shown.
pub(super) fn doors(office: &Office) -> Result<Vec<Door>, Fault> {
    let shown = |door: Door| Door {
        name: clean(&door.name).0,
        ..door
    };
    Ok(office.doors()?.into_iter().map(shown).collect())
}

/// Returns the name by which a door's file is known.
pub(super) fn id(door: &Door) -> String {
    let stem = door.path.file_stem();
    stem.map(|stem| clean(&stem.to_string_lossy()).0)
        .unwrap_or_default()
}

/// Returns the door that is meant: the one named, or the only one that is not the sample.
pub(super) fn door(office: &Office, asked: Option<&str>) -> Result<Door, Fault> {
    let doors = doors(office)?;
    let known = || {
        doors
            .iter()
            .map(|door| (door.name.clone(), id(door)))
            .collect()
    };
    if let (Some(_), Some(only)) = (&office.only, doors.first()) {
        return Ok(only.clone());
    }
    let Some(asked) = asked else {
        let mut own = doors.iter().filter(|door| !door.sample);
        return match (own.next(), own.next()) {
            (Some(only), None) => Ok(only.clone()),
            (None, _) => Err(Fault::NoCommittee),
            (Some(_), Some(_)) => Err(Fault::WhichCommittee { known: known() }),
        };
    };
    if let Some(door) = doors.iter().find(|door| id(door) == asked) {
        return Ok(door.clone());
    }
    let key = |name: &str| Line::new(name).ok().map(|name| name.key());
    let mut named = doors.iter().filter(|door| key(&door.name) == key(asked));
    match (named.next(), named.next()) {
        (Some(only), None) => Ok(only.clone()),
        (Some(_), Some(_)) => Err(Fault::WhichCommittee { known: known() }),
        (None, _) if doors.is_empty() => Err(Fault::NoCommittee),
        (None, _) => Err(Fault::UnknownCommittee {
            given: clean(asked).0,
            known: known(),
        }),
    }
}

/// Opens the desk that is meant. The sample is founded when it is asked for.
pub(super) fn desk(office: &Office, asked: Option<&str>) -> Result<Desk, Fault> {
    if asked == Some(SAMPLE) && office.only.is_none() {
        let ids = Box::new(TimeOrderedIds);
        return Ok(sample::found(&office.paths, office.clock(), ids)?);
    }
    Ok(office.open(&door(office, asked)?.path)?)
}

/// Returns the session that is meant: `last`, an ordinal or an id.
pub(super) fn session(desk: &Desk, asked: &str) -> Result<Session, Fault> {
    let sessions = all(desk)?;
    if asked == "last" {
        let held = |session: &Session| session.state != SessionState::Planned;
        return sessions.into_iter().find(held).ok_or(Fault::NoneHeld);
    }
    if let Some(session) = sessions.iter().find(|session| session.id.as_str() == asked) {
        return Ok(session.clone());
    }
    let unknown = || Fault::NoSession(clean(asked).0);
    let ordinal: u32 = asked.parse().map_err(|_| unknown())?;
    let mut numbered = sessions.iter().filter(|session| session.ordinal == ordinal);
    match (numbered.next(), numbered.next()) {
        (Some(only), None) => Ok(only.clone()),
        (None, _) => Err(unknown()),
        (Some(first), Some(second)) => Err(Fault::WhichSession {
            given: ordinal.to_string(),
            known: [first, second]
                .into_iter()
                .chain(numbered)
                .map(|session| session.id.to_string())
                .collect(),
        }),
    }
}

fn all(desk: &Desk) -> Result<Vec<Session>, Fault> {
    let mut all = Vec::new();
    loop {
        let skip = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let page = desk.sessions(skip, PAGE)?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

/// Records an act; what is refused is told with the names of the committee that it is refused by.
pub(super) fn record(desk: &mut Desk, commands: &[Command]) -> Result<Recorded, Fault> {
    desk.execute(commands).map_err(|error| match error {
        DeskError::Refused(why) => Fault::Refused {
            why: Box::new(why),
            world: Box::new(desk.world().clone()),
        },
        error => error.into(),
    })
}

/// Returns the matter of a number, open or closed: what may be done with it is for the rules to say.
pub(super) fn matter(desk: &Desk, asked: &str) -> Result<Matter, Fault> {
    let number = Number::read(asked);
    let found = number.map(|it| desk.matter_numbered(it)).transpose()?;
    let unknown = || Fault::NoMatter(asked.to_owned());
    found.flatten().ok_or_else(unknown)
}

/// Returns the village of a name, or of an id.
pub(super) fn village(world: &World, asked: &str) -> Result<VillageId, Fault> {
    let key = Line::new(asked).ok().map(|name| name.key());
    let villages = world.villages_in_order();
    let mut all = villages.iter();
    let found = all.find(|it| Some(it.name.key()) == key || it.id.as_str() == asked);
    found
        .map(|it| it.id.clone())
        .ok_or_else(|| Fault::NoVillage {
            given: clean(asked).0,
            known: villages.iter().map(|it| it.name.to_string()).collect(),
        })
}
