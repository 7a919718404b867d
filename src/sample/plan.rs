//! The sample's roster, and its sessions as they were planned.

use super::Today;
use super::data::{ItemOf, Meeting, Sample};
use crate::domain::Command;
use crate::domain::dates::days_before;
use crate::domain::ids::{SeatId, SessionId};
use crate::domain::roster::{self, Capacity, Person, Seat, Standing, Village};
use crate::domain::session::agenda::{self, Item, ItemState};
use crate::domain::session::notice::{Notice, days_ahead};
use crate::domain::session::{self, Plan, SessionKind};

/// For how many days before today everybody has held their seats.
const SEATED: i64 = -700;

/// Returns the commands that enter the roster.
pub(super) fn roster(sample: &Sample, today: Today) -> Vec<Command> {
    let villages = (1..).zip(&sample.villages).map(|(position, village)| {
        roster::Command::PutVillage(Village {
            figures: Vec::new(),

            id: village.id.clone(),
            name: village.name.clone(),
            standing: if position == 1 {
                Standing::Lead
            } else {
                Standing::Joined
            },
            position,
            joined: None,
            left: None,
        })
    });
    let people = sample.people.iter().map(|person| {
        roster::Command::PutPerson(Person {
            woman: false,
            kin: Vec::new(),

            id: person.id.clone(),
            name: person.name.clone(),
        })
    });
    let seats = (1..).zip(&sample.seats).map(|(number, seat)| {
        roster::Command::PutSeat(Seat {
            households: None,
            shares: None,

            id: SeatId::from(format!("seat-{number:02}")),
            person: seat.person.clone(),
            village: seat.village.clone(),
            role: seat.role.clone(),
            capacity: if seat.observer {
                Capacity::Observer
            } else {
                Capacity::Voting
            },
            from: today.plus(SEATED),
            to: None,
            counts: seat.counts,
        })
    });
    villages
        .chain(people)
        .chain(seats)
        .map(Command::Roster)
        .collect()
}

/// Returns the commands that plan a session: its agenda, then its notice.
pub(super) fn planned(meeting: &Meeting, today: Today) -> Vec<Command> {
    let plan = Plan {
        kind: SessionKind::Regular,
        ordinal: meeting.ordinal,
        date: today.working(meeting.day),
        start: Some(meeting.start),
        place: Some(meeting.place.clone()),
        chair: Some(meeting.chair.clone()),
        recorder: Some(meeting.recorder.clone()),
    };
    let create = Command::Session(session::Command::Create {
        id: meeting.id.clone(),
        plan,
        opening: None,
    });
    let items = (1..).zip(&meeting.items).map(|(position, data)| {
        Command::Agenda(agenda::Command::Put(item(&meeting.id, position, data)))
    });
    // A week-end may stand between, and the notice is still in time.
    let latest = days_before(today.working(meeting.day), days_ahead(SessionKind::Regular));
    let notify = Command::Session(session::Command::Notify {
        id: meeting.id.clone(),
        notice: Some(Notice::sent(today.working(meeting.notice).min(latest))),
    });
    std::iter::once(create)
        .chain(items)
        .chain([notify])
        .collect()
}

fn item(session: &SessionId, position: u32, data: &ItemOf) -> Item {
    Item {
        id: data.id.clone(),
        session: session.clone(),
        position,
        published_number: None,
        title: data.title.clone(),
        kind: data.kind.clone(),
        planned: Some(data.planned),
        presenter: data.presenter.clone(),
        presented: None,
        villages: data.villages.clone(),
        concerned: Vec::new(),
        late: None,
        state: ItemState::Pending,
        runs: Vec::new(),
        carries: None,
        put_off: Vec::new(),
        owes: Vec::new(),
        dropped: None,
        matter: None,
    }
}
