//! The seats of a file: which are new, which stand already, which contradict each other.

use super::columns::Column;
use super::fault::Cause;
use super::row::{Cells, Row};
use crate::domain::World;
use crate::domain::ids::{PersonId, SeatId, VillageId};
use crate::domain::roster::{Capacity, Command, Seat};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a seat is, apart from its dates.
type Key = (PersonId, Option<VillageId>, String);

/// The seats as they will be.
pub(super) struct Seats<'a> {
    standing: BTreeMap<Key, Vec<&'a Seat>>,
    matched: BTreeSet<SeatId>,
    taken: BTreeMap<Key, Vec<Taken>>,
    counting: BTreeMap<PersonId, u64>,
    from: NaiveDate,
    /// What is to be done about seats.
    pub(super) commands: Vec<Command>,
}

/// What a row comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It stands already.
    Known,
    /// A seat that stands is changed.
    Changed,
    /// A seat is added.
    New,
}

/// When a row's seat is held.
#[derive(Clone, Copy)]
struct Taken {
    from: NaiveDate,
    to: Option<NaiveDate>,
    /// Whether the row says nothing of days, so that nothing tells it from another that says none either.
    undated: bool,
    line: u64,
}

impl<'a> Seats<'a> {
    pub(super) fn new(world: &'a World, from: NaiveDate) -> Self {
        let mut standing: BTreeMap<Key, Vec<&'a Seat>> = BTreeMap::new();
        for seat in world.seats.values() {
            let key = (seat.person.clone(), seat.village.clone(), seat.role.key());
            standing.entry(key).or_default().push(seat);
        }
        for seats in standing.values_mut() {
            // The latest first: it is the one meant where a row gives no dates.
            seats.sort_by_key(|seat| std::cmp::Reverse(seat.from));
        }
        Self {
            standing,
            matched: BTreeSet::new(),
            taken: BTreeMap::new(),
            counting: BTreeMap::new(),
            from,
            commands: Vec::new(),
        }
    }

    /// Takes the seat of a row.
    pub(super) fn take(
        &mut self,
        row: &Row,
        person: PersonId,
        village: Option<VillageId>,
        new_id: &mut dyn FnMut() -> String,
        cells: &mut Cells<'_>,
    ) -> Effect {
        let key = (person, village, row.role.key());
        let stands = self.standing_for(row, &key);
        let capacity = row
            .capacity
            .or(stands.map(|seat| seat.capacity))
            .unwrap_or(Capacity::Voting);
        let seat = Seat {
            households: None,
            shares: None,

            id: stands.map_or_else(|| SeatId::from(new_id()), |seat| seat.id.clone()),
            person: key.0.clone(),
            village: key.1.clone(),
            role: row.role.clone(),
            capacity,
            from: row
                .from
                .or(stands.map(|seat| seat.from))
                .unwrap_or(self.from),
            to: row.to.unwrap_or_else(|| stands.and_then(|seat| seat.to)),
            counts: counts(row, capacity, stands),
        };
        let sound = [
            self.check_days(row, &seat, key, cells),
            self.check_counts(row, &seat, cells),
        ];
        let effect = match stands {
            None => Effect::New,
            Some(stands) if *stands == seat => Effect::Known,
            Some(_) => Effect::Changed,
        };
        if sound == [true, true] && effect != Effect::Known {
            self.commands.push(Command::PutSeat(seat));
        }
        effect
    }

    /// Finds the seat that a row speaks of: the one of its first day, else one of its time.
    fn standing_for(&mut self, row: &Row, key: &Key) -> Option<&'a Seat> {
        let free = |seat: &&&Seat| !self.matched.contains(&seat.id);
        let seats = self.standing.get(key)?;
        let found = match row.from {
            Some(from) => seats
                .iter()
                .filter(free)
                .find(|seat| seat.from == from)
                .or_else(|| {
                    let to = row.to.flatten();
                    let meets = |seat: &&&Seat| cross((seat.from, seat.to), (from, to));
                    seats.iter().filter(free).find(meets)
                }),
            // An old file without days does not bring back whoever has left since.
            None if row.to.is_none() => seats.iter().find(free),
            None => seats
                .iter()
                .filter(free)
                .find(|seat| row.to == Some(seat.to))
                .or_else(|| {
                    let held = |seat: &&&Seat| seat.held_on(self.from);
                    seats.iter().filter(free).find(held)
                }),
        };
        let seat = found.copied()?;
        self.matched.insert(seat.id.clone());
        Some(seat)
    }

    fn check_days(&mut self, row: &Row, seat: &Seat, key: Key, cells: &mut Cells<'_>) -> bool {
        if let Some(to) = seat.to
            && to < seat.from
        {
            let cause = Cause::EndsBeforeItBegins { from: seat.from };
            cells.fault(row.line, Column::To, &to.to_string(), cause);
            return false;
        }
        let taken = self.taken.entry(key).or_default();
        let undated = row.from.is_none() && row.to.is_none();
        let crossed = taken.iter().find(|other| {
            (undated && other.undated) || cross((other.from, other.to), (seat.from, seat.to))
        });
        if let Some(other) = crossed {
            let cause = Cause::SeatTwice { line: other.line };
            cells.fault(row.line, Column::Role, row.role.as_str(), cause);
            return false;
        }
        taken.push(Taken {
            from: seat.from,
            to: seat.to,
            undated,
            line: row.line,
        });
        true
    }

    fn check_counts(&mut self, row: &Row, seat: &Seat, cells: &mut Cells<'_>) -> bool {
        if row.counts != Some(true) {
            return true;
        }
        let cause = if seat.capacity == Capacity::Observer {
            Cause::ObserverCounts
        } else if let Some(line) = self.counting.get(&seat.person) {
            Cause::CountsTwice { line: *line }
        } else {
            self.counting.insert(seat.person.clone(), row.line);
            return true;
        };
        cells.fault(row.line, Column::Counts, row.name.as_str(), cause);
        false
    }
}

/// Says whether the seat is the one that counts. An observer's mark has no effect and is left alone.
fn counts(row: &Row, capacity: Capacity, stands: Option<&Seat>) -> bool {
    let before = stands.filter(|seat| seat.capacity == capacity);
    let before = before.is_some_and(|seat| seat.counts);
    match capacity {
        Capacity::Voting => row.counts.unwrap_or(before),
        Capacity::Observer => before,
    }
}

/// Says whether two times have a day in common.
fn cross(one: (NaiveDate, Option<NaiveDate>), other: (NaiveDate, Option<NaiveDate>)) -> bool {
    one.1.is_none_or(|to| other.0 <= to) && other.1.is_none_or(|to| one.0 <= to)
}
