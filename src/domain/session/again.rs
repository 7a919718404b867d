//! Sitting again: another hour or day of a session that sat (续会), a second date of one that could
//! not (流会), and the roll asked again after every break.

use super::Session;
use super::agenda::ItemKind;
use super::notice::Notice;
use crate::domain::dates::{Minute, days_after};
use crate::domain::ids::PersonId;
use crate::domain::rule::{Quorum, Rule, SecondCall};
use crate::domain::session::attendance::{Attendance, Stay, end_stay};
use crate::domain::session::decide::stays_fit;
use crate::domain::session::turn::{Moment, Turn, restated};
use crate::domain::session::{Attendee, SessionState};
use crate::domain::text::Line;
use crate::domain::vote::Motion;
use crate::domain::vote::under::under;
use crate::domain::world::World;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// A day, and the hour where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// The day.
    pub date: NaiveDate,
    /// The hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
}

impl Sitting {
    /// Says whether it is to begin after a moment; without an hour, on that day or later.
    #[must_use]
    pub fn after(&self, at: Minute) -> bool {
        match self.start {
            Some(start) => Minute::on(self.date, start) > at,
            None => self.date >= at.day(),
        }
    }
}

/// 续会: the session goes on at another hour or day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjournment {
    /// When it broke off.
    pub at: Minute,
    /// When it is to go on.
    pub again: Sitting,
    /// When it went on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumed: Option<Minute>,
    /// How the minute it broke off was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub turn: Turn,
    /// How the minute it went on was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub resumed_turn: Turn,
}

impl Adjournment {
    /// Returns when it broke off.
    #[must_use]
    pub const fn broke_off(&self) -> Moment {
        let (at, turn) = (self.at, self.turn);
        Moment { at, turn }
    }

    /// Returns when it went on.
    #[must_use]
    pub fn went_on(&self) -> Option<Moment> {
        let turn = self.resumed_turn;
        self.resumed.map(|at| Moment { at, turn })
    }
}

/// 流会: too few came, and a second date was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lapse {
    /// When it was found.
    pub at: Minute,
    /// When the session was to sit.
    pub first: Sitting,
    /// 应到会.
    pub entitled: u32,
    /// 实到.
    pub present: u32,
    /// Who they were: the roll is called anew for the second date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub came: Vec<PersonId>,
    /// The second date.
    pub second: Sitting,
    /// How the notice of the first date went out; that of the second is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
}

/// That the roll was asked again after a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollAsked {
    /// When.
    pub at: Minute,
    /// 应到会.
    pub entitled: u32,
    /// 实到.
    pub present: u32,
    /// How that minute was come by.
    #[serde(default, skip_serializing_if = "Turn::is_plain")]
    pub turn: Turn,
}

impl RollAsked {
    /// Returns when it was asked.
    #[must_use]
    pub const fn moment(&self) -> Moment {
        let (at, turn) = (self.at, self.turn);
        Moment { at, turn }
    }
}

impl Session {
    /// Returns when the session is to sit, as it is planned.
    #[must_use]
    pub fn planned_for(&self) -> Sitting {
        Sitting {
            date: self.date,
            start: self.start,
        }
    }

    /// Returns when it is called to sit next: on its second date, where too few came to the first.
    #[must_use]
    pub fn called_for(&self) -> Sitting {
        match self.state {
            SessionState::Lapsed => self.lapses.last().map(|lapse| lapse.second),
            _ => None,
        }
        .unwrap_or_else(|| self.planned_for())
    }

    /// Returns the session as it stands once it is opened at a moment: on another day than its notice
    /// called for it is no second call.
    #[must_use]
    pub(in crate::domain) fn as_opened(&self, at: Minute) -> Self {
        Self {
            opened: Some(at),
            ..self.clone()
        }
    }

    /// Returns the day a second call was for, where the session is opened on another one.
    #[must_use]
    pub fn not_the_day(&self, rule: &Rule) -> Option<NaiveDate> {
        self.opened.filter(|at| at.day() != self.date)?;
        let on_its_day = Self {
            opened: None,
            ..self.clone()
        };
        on_its_day.second_call(rule).map(|_| self.date)
    }

    /// Returns those who were there when the session broke off for another hour or day and are not
    /// back yet, while the roll is being asked again; but for those whose deputy came instead.
    pub fn to_come_back(&self) -> impl Iterator<Item = &Attendee> {
        let asking = self.roll_due || self.state == SessionState::Adjourned;
        let since = self.adjournments.last().filter(|_| asking);
        let gone = self.roll.iter().filter(move |attendee| {
            let last = attendee.attendance.stays().last();
            let gone = last.and_then(Stay::ended);
            since
                .zip(gone)
                .is_some_and(|(since, gone)| !gone.before(since.broke_off()))
        });
        gone.filter(|attendee| !self.has_sent_deputy(&attendee.place.person))
    }

    pub(super) fn everybody_leaves(&mut self, at: Moment) {
        for attendee in &mut self.roll {
            if let Attendance::Attended { stays } = &mut attendee.attendance {
                end_stay(stays, at);
            }
        }
    }

    pub(super) fn adjourn(&mut self, at: Moment, again: Sitting) {
        self.state = SessionState::Adjourned;
        end_stay(&mut self.breaks, at);
        self.everybody_leaves(at);
        self.adjournments.push(Adjournment {
            at: at.at,
            again,
            resumed: None,
            turn: at.turn,
            resumed_turn: Turn::default(),
        });
    }

    pub(super) fn resume(&mut self, at: Moment, asks: bool) {
        if self.state == SessionState::Adjourned
            && let Some(last) = self.adjournments.last_mut()
        {
            (last.resumed, last.resumed_turn) = (Some(at.at), at.turn);
        }
        self.state = SessionState::Sitting;
        end_stay(&mut self.breaks, at);
        self.roll_due = self.roll_due || asks;
    }

    /// Puts right when it broke off and went on. Who left as it broke off left then, who was there as
    /// it went on came then, and the roll asked that minute was asked then.
    pub(super) fn put_adjournments(&mut self, gaps: &[Stay], stated: Turn) {
        let pairs = || self.adjournments.iter().zip(gaps);
        let broke_off: Vec<_> = pairs().map(|(known, gap)| (known.at, gap.from)).collect();
        let went_on = pairs().filter_map(|(known, gap)| known.resumed.zip(gap.to));
        let went_on: Vec<_> = went_on.collect();
        for attendee in &mut self.roll {
            if let Attendance::Attended { stays } = &mut attendee.attendance {
                come_along(stays, &broke_off, &went_on, stated);
            }
        }
        for asked in &mut self.asked_again {
            let at = moved(&went_on, asked.at);
            if at != asked.at {
                (asked.at, asked.turn) = (at, stated);
            }
        }
        for (known, gap) in self.adjournments.iter_mut().zip(gaps) {
            if known.at != gap.from {
                known.turn = stated;
            }
            if known.resumed != gap.to {
                known.resumed_turn = stated;
            }
            (known.at, known.resumed) = (gap.from, gap.to);
        }
    }

    pub(super) fn lapse(&mut self, lapse: Lapse, at: Moment) {
        self.state = SessionState::Lapsed;
        self.everybody_leaves(at);
        self.lapses.push(lapse);
    }

    /// Plans the session anew for its second date; who is entitled is a matter of the day.
    pub(super) fn reconvene(&mut self) {
        self.state = SessionState::Planned;
        self.roll.clear();
        if let Some(lapse) = self.lapses.last_mut() {
            (self.date, self.start) = (lapse.second.date, lapse.second.start);
            lapse.notice = self.notice.take();
        }
    }

    /// Returns the rule that stands in for another once too few came to the first date, the second is in
    /// time and its notice said so: the one its second call names, or any number.
    #[must_use]
    pub fn after_lapses(&self, world: &World, rule: Rule) -> Rule {
        let Some(call) = self.second_call(&rule).cloned() else {
            return rule;
        };
        if self.not_carried(&rule).is_some() {
            return rule;
        }
        match call.by.map(|by| world.rule_on(&by, self.date)) {
            Some(Ok(other)) => other,
            // A rule that is not known loosens nothing.
            Some(Err(_)) => rule,
            None => Rule {
                quorum: Quorum {
                    second_call: rule.quorum.second_call,
                    ..Quorum::default()
                },
                ..rule
            },
        }
    }

    /// Says whether a rule, as it stands in this session, lets any number be enough by its second call.
    #[must_use]
    pub fn is_freed(&self, stands: &Rule) -> bool {
        let asks_nothing = stands.quorum.all_of.is_empty() && stands.quorum.required.is_empty();
        let call = self.second_call(stands);
        asks_nothing
            && call.is_some_and(|call| call.by.is_none())
            && self.not_carried(stands).is_none()
    }

    /// Returns the committee's rule by whose second call this session sits, where it sits by one.
    #[must_use]
    pub fn sits_by_second_call(&self, world: &World) -> Option<Rule> {
        self.lapses.last()?;
        let called = world.default_rule(self.date);
        let sits = self.sits_by(world);
        let another = called.id != sits.id || called.quorum.all_of != sits.quorum.all_of;
        another.then_some(called)
    }

    /// Returns the rule whose quorum a vote of this session is freed of by its second call, or in whose place
    /// the rule of that vote stands; `None` where the vote has the quorum its rule asks for.
    #[must_use]
    pub fn votes_by_second_call(
        &self,
        world: &World,
        motion: &Motion,
        rule: &Rule,
    ) -> Option<Rule> {
        self.lapses.last()?;
        let stands_in = |called: &Rule| match &called.quorum.second_call.as_ref()?.by {
            Some(by) => {
                let other = world.rule_on(by, self.date).ok()?;
                (other.id == rule.id && called.id != rule.id).then_some(())
            }
            None => (called.id == rule.id && called.quorum != rule.quorum).then_some(()),
        };
        let own = world.rule_on(&rule.id, self.date).ok();
        let of_item = under(world, motion).ok();
        let mut asked = own.into_iter().chain(of_item);
        asked.find(|called| stands_in(called).is_some())
    }

    /// Returns the second call of a rule that this session is, by its dates.
    fn second_call<'a>(&self, rule: &'a Rule) -> Option<&'a SecondCall> {
        self.lapses.last()?;
        let day = self.called_for().date;
        let until = self.second_call_until(rule)?;
        let call = rule.quorum.second_call.as_ref()?;
        let on_its_day = self.opened.is_none_or(|at| at.day() == day);
        (day <= until && on_its_day).then_some(call)
    }

    /// Returns the sentence its notice must carry by the second call of a rule and is not known to carry:
    /// until it is, as many must come as to the first date.
    #[must_use]
    pub fn not_carried<'a>(&self, rule: &'a Rule) -> Option<&'a Line> {
        let sentence = &self.second_call(rule)?.notice;
        // A notice that called for another day is none of this one.
        let notice = self.notice.as_ref();
        let notice = notice.filter(|it| it.calls_for.is_none_or(|day| day == self.date));
        let carried = notice.map_or(&[][..], |it| &it.carries);
        (!carried.contains(sentence)).then_some(sentence)
    }

    /// Returns the last day on which a second date sits by the second call of a rule; `None` where the
    /// rule has none. It is reckoned from the first date, lapsed or not yet.
    #[must_use]
    pub fn second_call_until(&self, rule: &Rule) -> Option<NaiveDate> {
        let call = rule.quorum.second_call.as_ref()?;
        let first = self.lapses.first().map_or(self.date, |it| it.first.date);
        Some(days_after(first, call.within_days))
    }

    /// Returns the sentences the notice of this session must carry: what the second calls it is held by
    /// ask, the committee's own first.
    #[must_use]
    pub fn must_carry(&self, world: &World) -> Vec<Line> {
        let rules = self.rules_called_again(world);
        let calls = rules.iter().filter_map(|rule| self.second_call(rule));
        each_once(calls.map(|call| &call.notice))
    }

    /// Returns which of those sentences its notice is not known to carry.
    #[must_use]
    pub fn still_to_carry(&self, world: &World) -> Vec<Line> {
        let rules = self.rules_called_again(world);
        each_once(rules.iter().filter_map(|rule| self.not_carried(rule)))
    }

    /// Returns the rules it sits and votes by that know a second call, each once: the committee's own first,
    /// then those of its items.
    #[must_use]
    pub fn rules_called_again(&self, world: &World) -> Vec<Rule> {
        let of_items = world.agenda(&self.id).filter_map(|item| match &item.kind {
            ItemKind::Decision { rule } => world.rule_on(rule, self.date).ok(),
            _ => None,
        });
        let mut rules: Vec<Rule> = Vec::new();
        for rule in std::iter::once(world.default_rule(self.date)).chain(of_items) {
            if rule.quorum.second_call.is_some() && !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        rules
    }
}

fn each_once<'a>(sentences: impl Iterator<Item = &'a Line>) -> Vec<Line> {
    let mut once: Vec<Line> = Vec::new();
    for sentence in sentences {
        if !once.contains(sentence) {
            once.push(sentence.clone());
        }
    }
    once
}

/// Moves stays whose end is an old minute of breaking off, or whose beginning is one of going on, to the
/// new one. What would be turned round or cross stays as it is.
fn come_along(
    stays: &mut Vec<Stay>,
    broke_off: &[(Minute, Minute)],
    went_on: &[(Minute, Minute)],
    stated: Turn,
) {
    let along = stays.iter().map(|stay| {
        let to = stay.to.map(|to| moved(broke_off, to));
        let from = Some(moved(went_on, stay.from)).filter(|from| to.is_none_or(|to| *from <= to));
        let from = from.unwrap_or(stay.from);
        Stay {
            from,
            to: to.map(|to| to.max(from)),
            ..*stay
        }
    });
    let along: Vec<Stay> = along.collect();
    if stays_fit(&along).is_ok() {
        *stays = restated(stays, &along, stated);
    }
}

fn moved(minutes: &[(Minute, Minute)], at: Minute) -> Minute {
    let known = minutes.iter().find(|(old, _)| *old == at);
    known.map_or(at, |(_, new)| *new)
}
