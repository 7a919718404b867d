//! The head of the record: when, where, who leads, who came.

use super::{Page, say};
use crate::domain::dates::Minute;
use crate::domain::roster::Capacity;
use crate::domain::session::Attendee;
use crate::domain::session::agenda::Item;
use crate::domain::session::attendance::{Attendance, Stay, Way};
use crate::domain::session::correction::Corrected;
use crate::domain::session::handover::OnePerson;
use crate::domain::session::quorum;
use crate::domain::session::sequence::ClockDoubt;
use crate::domain::session::turn::{Moment, Turn};
use crate::domain::vote::Motion;
use crate::i18n::{
    acts, clocks, own_rules, proxy, quorums, record, recusal, salvage, second_call, terms,
};
use crate::papers::block::{Block, Field};

impl Page<'_> {
    pub(super) fn head(self) -> Vec<Block> {
        let (language, session) = (self.language, self.session);
        let committee = self.world.committee.as_deref();
        let name = terms::session_name(language, session);
        let title = record::title(
            language,
            name.clone(),
            committee.map_or("", |committee| committee.name.as_str()),
        );
        let mut paper = vec![Block::heading(1, title)];
        let notes = [
            (
                committee.is_some_and(|committee| committee.sample),
                record::sample(language),
            ),
            (!self.over(), record::draft(language)),
            (self.published(), record::published(language)),
        ];
        let notes = notes.into_iter().filter(|(says, _)| *says);
        paper.extend(notes.map(|(_, note)| Block::paragraph(note)));
        if !session.lacks.is_empty() {
            let lacks = acts::spans(language, &session.lacks);
            paper.push(Block::paragraph(salvage::record_lacks(language, lacks)));
        }
        let sealing = session.sealing.iter();
        paper.extend(sealing.flat_map(|it| self.corrected_after(it)));

        let mut fields = vec![
            Field::new(record::label_name(language), name),
            Field::new(
                record::label_kind(language),
                terms::session_kind(language, session.kind),
            ),
        ];
        fields.push(self.time());
        self.sittings(&mut fields);
        let place = session.place.as_ref().map(ToString::to_string);
        say(&mut fields, record::label_place(language), place);
        for (label, person) in [
            (record::label_chair(language), &session.chair),
            (record::label_recorder(language), &session.recorder),
        ] {
            let person = person.as_ref().map(|person| self.person_role(person));
            say(&mut fields, label, person);
        }
        say(
            &mut fields,
            record::label_handovers(language),
            self.handovers(),
        );
        let notice = session.notice.as_ref().map(|notice| self.notice(notice));
        say(&mut fields, record::label_notice(language), notice);
        if !session.roll.is_empty() {
            self.counted(&mut fields);
        }
        paper.push(Block::Fields(fields));
        let checked = match session.one_person() {
            OnePerson::Never => None,
            OnePerson::InPart => Some(record::one_person_in_part(language)),
            OnePerson::ToTheEnd => Some(record::one_person(language)),
        };
        paper.extend(checked.map(Block::paragraph));
        paper
    }

    fn time(self) -> Field {
        let (language, session) = (self.language, self.session);
        if let Some(opened) = session.opened {
            let from = terms::minute(language, opened);
            let from = self.doubted(session.opening(), opened, from);
            let value = match session.closed {
                Some(closed) => {
                    let to = self.over_at(closed);
                    record::span(language, from, to)
                }
                None => record::open_span(language, from),
            };
            return Field::new(record::label_time(language), value);
        }
        let called_for = session.called_for();
        let value = match called_for.start {
            Some(start) => terms::minute(language, Minute::on(called_for.date, start)),
            None => terms::date(language, called_for.date),
        };
        let label = if self.over() {
            record::label_time(language)
        } else {
            record::label_planned(language)
        };
        Field::new(label, value)
    }

    /// Writes when it was closed.
    pub(super) fn over_at(self, closed: Minute) -> String {
        self.doubted(self.session.closing(), closed, self.moment(closed))
    }

    /// Writes a moment: the hour alone on the day of the opening, else the day too.
    pub(super) fn moment(self, at: Minute) -> String {
        let first = self.session.opened.map_or(self.session.date, Minute::day);
        if at.day() == first {
            at.clock()
        } else {
            terms::minute(self.language, at)
        }
    }

    /// Writes a minute as it was stamped, with why it cannot be right; what another body published is written
    /// as it was published.
    fn doubted(self, moment: Option<Moment>, minute: Minute, at: String) -> String {
        let doubt = moment.and_then(|it| self.session.doubt_of(self.world, it));
        self.with_doubt(doubt, minute, at)
    }

    fn with_doubt(self, doubt: Option<ClockDoubt>, minute: Minute, at: String) -> String {
        match doubt.filter(|_| !self.published()) {
            Some(doubt) => clocks::entry(self.language, doubt, minute, at),
            None => at,
        }
    }

    /// Writes a moment, with why it cannot be right where it cannot.
    pub(super) fn told(self, moment: Moment) -> String {
        self.doubted(Some(moment), moment.at, self.moment(moment.at))
    }

    /// Returns a moment of what does not know whether it was entered from paper: where some of the session was, what
    /// no clock that went back had stamped is not doubted.
    pub(super) fn or_stated(self, moment: Moment) -> Moment {
        match self.session.papers.is_empty() || moment.turn != Turn::default() {
            true => moment,
            false => stated(moment),
        }
    }

    /// Writes a minute of what may have been done when the session did not sit: it is doubted only where it did.
    pub(super) fn told_if_sat(self, at: Minute, moment: Option<Moment>) -> String {
        self.doubted(moment, at, self.moment(at))
    }

    /// Writes a moment of a motion; what paper states is not doubted.
    pub(super) fn told_of(self, motion: &Motion, moment: Moment) -> String {
        match motion.from_paper {
            true => self.told(stated(moment)),
            false => self.told(moment),
        }
    }

    /// Returns why the ends of a stay, or of an item's run, cannot be right.
    pub(super) fn doubts(
        self,
        item: Option<&Item>,
        stay: &Stay,
    ) -> (Option<ClockDoubt>, Option<ClockDoubt>) {
        if self.published() {
            return (None, None);
        }
        let doubt = |moment| self.session.doubt_of(self.world, moment);
        let of_end = || item.and_then(|item| self.session.doubt_of_end(self.world, item, stay));
        let to = stay.ended().and_then(doubt).or_else(of_end);
        (doubt(stay.began()), to)
    }

    pub(super) fn span(self, stay: &Stay) -> String {
        self.doubted_span(stay, self.doubts(None, stay))
    }

    pub(super) fn doubted_span(
        self,
        stay: &Stay,
        (from_doubt, to_doubt): (Option<ClockDoubt>, Option<ClockDoubt>),
    ) -> String {
        let from = self.with_doubt(from_doubt, stay.from, self.moment(stay.from));
        if let Some((to, doubt)) = stay.to.zip(to_doubt) {
            let to = self.with_doubt(Some(doubt), to, self.moment(to));
            return record::span(self.language, from, to);
        }
        match stay.to {
            Some(to) if to.day() == stay.from.day() => {
                record::span(self.language, from, to.clock())
            }
            Some(to) => record::span(self.language, from, self.moment(to)),
            None => record::open_span(self.language, from),
        }
    }

    /// Writes the stays of a person, one after the other.
    pub(super) fn stays(self, stays: &[Stay]) -> String {
        let spans: Vec<String> = stays.iter().map(|stay| self.span(stay)).collect();
        self.list(spans.iter().map(String::as_str))
    }

    fn counted(self, fields: &mut Vec<Field>) {
        let language = self.language;
        let of_opening = || {
            let roll = self.session.roll.iter();
            roll.filter(|attendee| self.session.entitled_at_opening(attendee))
        };
        let entitled = quorum::count(of_opening());
        // Until it is opened it is to sit by the rule in force.
        let rule = self.session.sits_by(self.world);
        let own = !rule.is_fallback();
        let of = |way| {
            let there = of_opening();
            quorum::count(there.filter(|attendee| self.there_at_opening(attendee) == Some(way)))
        };
        let video = of(Way::Video);
        let present = of(Way::Room) + if rule.online { video } else { 0 };
        let said = record::people(language, entitled);
        fields.push(Field::new(record::label_entitled(language), said));
        let said = if self.session.opened.is_some() {
            record::present_at_opening(language, present)
        } else {
            record::people(language, present)
        };
        let said = match (video, rule.online) {
            (0, _) => said,
            (_, true) => record::video_counted(language, said, video),
            (_, false) => record::video_not_counted(language, said, video),
        };
        fields.push(Field::new(record::label_present(language), said));
        if self.published() {
            // Another body sat by rules of its own; only the votes say by which rule they are judged.
            return;
        }
        let there = of_opening().map(|attendee| {
            let way = self.there_at_opening(attendee);
            (attendee, way.is_some_and(|way| rule.counts(way)))
        });
        let quorums = quorum::of_rule(&rule, &quorum::room(&rule, there));
        let said = quorums
            .iter()
            .map(|quorum| quorums::proved(language, &quorum.proof));
        let said: Vec<String> = said.collect();
        let called_by = self.session.sits_by_second_call(self.world);
        let said = if said.is_empty() && called_by.is_some() {
            second_call::any_number(language).to_owned()
        } else if said.is_empty() {
            record::quorum_none(language).to_owned()
        } else {
            self.list(said.iter().map(String::as_str))
        };
        fields.push(Field::new(record::label_quorum(language), said));
        let clause = terms::clause(language, &rule).to_owned();
        let name = terms::rule_name(language, &rule).to_owned();
        let said = if own {
            record::own_rules(language, clause, name)
        } else {
            record::default_rule(language, name, clause)
        };
        let said = own_rules::with_days(language, self.world, self.session, said);
        let said = match called_by {
            None => said,
            Some(called_by) if called_by.id == rule.id => second_call::sat_with_any(language, said),
            Some(called_by) => {
                let clause = terms::clause(language, &called_by).to_owned();
                let name = terms::rule_name(language, &called_by).to_owned();
                record::second_call(language, clause, name, said)
            }
        };
        fields.push(Field::new(record::label_rules(language), said));
    }

    /// Returns how somebody took part when the session was opened.
    fn there_at_opening(self, attendee: &Attendee) -> Option<Way> {
        let Attendance::Attended { stays } = &attendee.attendance else {
            return None;
        };
        let Some(opened) = self.began() else {
            return stays.last().map(|stay| stay.by);
        };
        // Whoever changed over in that minute was there the way that came last.
        stays
            .iter()
            .rev()
            .find(|stay| {
                !opened.before(stay.began()) && stay.ended().is_none_or(|to| !to.before(opened))
            })
            .map(|stay| stay.by)
    }

    pub(super) fn attendance(self) -> Vec<Block> {
        if self.session.roll.is_empty() {
            return Vec::new();
        }
        let language = self.language;
        let mut fields = self.by_village();
        let of = |wanted: fn(&Attendee) -> bool| -> Vec<&Attendee> {
            let roll = self.session.roll.iter();
            roll.filter(|attendee| wanted(attendee)).collect()
        };
        for (label, people, always) in [
            (
                record::excused(language),
                of(|it| counts(it) && matches!(it.attendance, Attendance::Excused { .. })),
                true,
            ),
            (
                record::absent(language),
                of(|it| counts(it) && it.attendance == Attendance::Absent),
                true,
            ),
            (
                record::observers(language),
                of(|it| {
                    it.place.capacity == Capacity::Observer
                        && matches!(it.attendance, Attendance::Attended { .. })
                }),
                true,
            ),
            (
                record::not_counted(language),
                of(|it| it.place.excluded.is_some()),
                false,
            ),
            (
                record::unmarked(language),
                of(|it| counts(it) && it.attendance == Attendance::Unmarked),
                false,
            ),
        ] {
            if people.is_empty() && !always {
                continue;
            }
            let people: Vec<String> = people.into_iter().map(|it| self.attendee(it)).collect();
            let value = if people.is_empty() {
                record::nobody(language).to_owned()
            } else {
                self.list(people.iter().map(String::as_str))
            };
            fields.push(Field::new(label, value));
        }
        say(&mut fields, recusal::label(language), self.recusals());
        say(&mut fields, proxy::label(language), self.proxies());
        say(
            &mut fields,
            record::label_seat_mends(language),
            self.seat_mends(),
        );
        vec![
            Block::heading(2, record::attending_heading(language)),
            Block::Fields(fields),
        ]
    }

    /// Lists those who attended with a vote: area-wide seats first, then village by village.
    fn by_village(self) -> Vec<Field> {
        let language = self.language;
        let mut groups = vec![(None, terms::village(language, self.world, None).to_owned())];
        for village in self.world.villages_in_order() {
            let standing = terms::standing(language, village.standing);
            let label = record::village_standing(language, village.name.as_str(), standing);
            groups.push((Some(&village.id), label));
        }
        let mut fields = Vec::new();
        for (village, label) in groups {
            let there: Vec<String> = self
                .session
                .entitled()
                .filter(|attendee| attendee.place.village.as_ref() == village)
                .filter(|attendee| matches!(attendee.attendance, Attendance::Attended { .. }))
                .map(|attendee| self.attendee(attendee))
                .collect();
            if !there.is_empty() {
                fields.push(Field::new(
                    label,
                    self.list(there.iter().map(String::as_str)),
                ));
            }
        }
        fields
    }

    /// Writes a line of the roll: name, role, and what there is to say about the attendance.
    fn attendee(self, attendee: &Attendee) -> String {
        let language = self.language;
        let place = &attendee.place;
        let attended = matches!(attendee.attendance, Attendance::Attended { .. });
        let mut notes = Vec::new();
        if place.capacity == Capacity::Observer && !attended {
            notes.push(terms::capacity(language, place.capacity).to_owned());
        }
        notes.extend(self.stands_for(place));
        notes.extend(self.gave_back(place));
        match (&place.excluded, &attendee.attendance) {
            (Some(reason), attendance) => {
                notes.push(terms::exclusion(language, *reason).to_owned());
                notes.push(terms::attendance(language, attendance).to_owned());
            }
            (None, Attendance::Excused { reason }) => {
                notes.push(terms::excuse(language, reason).to_owned());
            }
            (None, Attendance::Attended { stays }) => notes.extend(self.came_and_went(stays)),
            (None, Attendance::Unmarked | Attendance::Absent) => {}
        }
        if attendee.from_paper {
            notes.push(record::label_from_paper(language).to_owned());
        }
        let (name, role) = (self.name(&place.person).to_owned(), place.role.as_str());
        let person = if notes.is_empty() {
            record::person_role(language, name, role)
        } else {
            let notes = self.list(notes.iter().map(String::as_str));
            record::person_role_note(language, name, role, notes)
        };
        match &place.village {
            // Those who attended with a vote stand under their village already.
            Some(village) if !(place.entitled() && attended) => {
                let village = terms::village(language, self.world, Some(village)).to_owned();
                record::person_village(language, person, village)
            }
            _ => person,
        }
    }

    /// Says when somebody came after the opening and left before the end.
    fn came_and_went(self, stays: &[Stay]) -> Vec<String> {
        let mut moves = Vec::new();
        let (Some(opened), closed) = (self.began(), self.ended()) else {
            return moves;
        };
        for (place, stay) in stays.iter().enumerate() {
            let last = place.checked_sub(1).and_then(|last| stays.get(last));
            let next = stays.get(place + 1);
            match stay.by {
                Way::Room if self.came_back(last, stay) => {}
                Way::Room if last.is_some_and(|last| at_once(last, stay)) => {}
                Way::Video if opened.before(stay.began()) => {
                    moves.push(record::came_by_video(
                        self.language,
                        self.told(stay.began()),
                    ));
                }
                Way::Video => moves.push(terms::way(self.language, stay.by).to_owned()),
                Way::Room if opened.before(stay.began()) => {
                    moves.push(record::came(self.language, self.told(stay.began())));
                }
                Way::Room => {}
            }
            // Whoever was back before it began missed nothing of it.
            let back = |next: &Stay| at_once(stay, next) || !opened.before(next.began());
            if let Some(to) = stay.ended()
                && !self.broke_off(stay, next)
                && !next.is_some_and(back)
                && closed.is_none_or(|closed| to.before(closed))
            {
                moves.push(record::went(self.language, self.told(to)));
            }
        }
        moves
    }

    /// Returns the minute after which somebody came late. A corrected opening moves nobody's stay, so
    /// whoever was there at either time was there.
    fn began(self) -> Option<Moment> {
        let frozen = self.frozen(|change| match change {
            Corrected::Opened { from, .. } => Some(*from),
            _ => None,
        });
        let turn = self.session.opened_turn;
        let (opening, frozen) = (
            self.session.opening()?,
            frozen.map(|at| Moment { at, turn }),
        );
        Some(frozen.map_or(opening, |frozen| {
            let opening = stated(opening);
            if frozen.before(opening) {
                opening
            } else {
                frozen
            }
        }))
    }

    /// Returns the minute before which somebody left early; see [`Self::began`].
    fn ended(self) -> Option<Moment> {
        let frozen = self.frozen(|change| match change {
            Corrected::Closed { from, .. } => Some(*from),
            _ => None,
        });
        let turn = self.session.closed_turn;
        let (closing, frozen) = (
            self.session.closing()?,
            frozen.map(|at| Moment { at, turn }),
        );
        Some(frozen.map_or(closing, |frozen| {
            let closing = stated(closing);
            if closing.before(frozen) {
                closing
            } else {
                frozen
            }
        }))
    }

    fn frozen(self, time: impl Fn(&Corrected) -> Option<Minute>) -> Option<Minute> {
        let mut made = self.world.corrections_of(&self.session.id);
        made.find_map(|correction| time(&correction.change))
    }
}

/// Returns a moment as somebody stated it who corrected it.
fn stated(moment: Moment) -> Moment {
    let turn = Turn::Stated;
    Moment { turn, ..moment }
}

/// Says whether a line of the roll stands in the lists of those who should have come.
fn counts(attendee: &Attendee) -> bool {
    attendee.place.excluded.is_none()
}

/// Says whether somebody who left was back in the same minute: a key that was pressed by mistake.
fn at_once(left: &Stay, back: &Stay) -> bool {
    left.by == back.by && left.to == Some(back.from)
}
