//! How the roll is drawn.

use super::super::{Panel, State, in_force, roll as rolls};
use super::draw_list;
use crate::domain::World;
use crate::domain::roster::Capacity;
use crate::domain::rule::Rule;
use crate::domain::session::attendance::{Attendance, Stay, Way};
use crate::domain::session::handover::Office;
use crate::domain::session::room::roll_or_expected;
use crate::domain::session::turn::Moment;
use crate::domain::session::{Attendee, Session};
use crate::domain::vote::Motion;
use crate::i18n::{
    Language, clock, in_force as force, live as words, proxy, recusals, room, terms,
};
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The most cells of how somebody stands: a long reason leaves room for the rest.
const STATUS: u16 = 24;

/// Draws the roll panel.
pub fn roll(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let roll = roll_or_expected(world, session);
    let seen = Seen {
        language,
        world,
        session,
        roll: &roll,
        rule: rule_now(world, session),
    };
    let rows: Vec<Row> = rolls::lines(&roll)
        .into_iter()
        .map(|line| match line {
            rolls::Line::Village(village) => Row::header(terms::village(language, world, village)),
            rolls::Line::Observers => Row::header(words::observers(language)),
            rolls::Line::Person(number, attendee) => seen.row(number, attendee),
        })
        .collect();
    let columns = [
        Column::Number(2),
        Column::fitting(&rows, 1),
        Column::fitting(&rows, 2),
        Column::fitting(&rows, 3),
        Column::Flex(1),
    ];
    draw_list(state, Panel::Roll, glance, &columns, &rows, area, buf)
}

/// Returns the rule that counts who is there now: that of the open vote, else of the item that runs, else
/// the session's own.
fn rule_now(world: &World, session: &Session) -> Rule {
    let ballot = world.open_vote(&session.id).and_then(Motion::ballot);
    let voted = ballot.map(|ballot| ballot.rule.clone());
    let running = || in_force::of_item(world, session).map(|(_, rule)| rule);
    voted
        .or_else(running)
        .unwrap_or_else(|| session.sits_by(world))
}

/// The roll as it is seen now.
struct Seen<'a> {
    language: Language,
    world: &'a World,
    session: &'a Session,
    roll: &'a [Attendee],
    rule: Rule,
}

impl Seen<'_> {
    fn row(&self, number: usize, attendee: &Attendee) -> Row {
        let (role, status) = self.status(attendee);
        let place = &attendee.place;
        Row::new(vec![
            number.to_string(),
            terms::person(self.language, self.world, &place.person).to_owned(),
            place.role.to_string(),
            text::fit(&status, STATUS),
            self.more(attendee).join("  "),
        ])
        .role(role)
    }

    fn status(&self, attendee: &Attendee) -> (Role, String) {
        let (language, session) = (self.language, self.session);
        // 散会 gives everybody still there a leaving time; only an earlier one is worth a word.
        let stayed = attendee.there().is_some()
            || session.closed.is_some()
                && attendee
                    .attendance
                    .stays()
                    .last()
                    .is_some_and(|last| !session.left_early(last));
        let counted = attendee.counts_under(&self.rule) || session.closed.is_some();
        let (mark, role) = match &attendee.attendance {
            Attendance::Unmarked => ("☐", Role::Normal),
            Attendance::Attended { .. } if stayed && counted => ("✓", Role::Good),
            Attendance::Attended { .. } if stayed => ("✓", Role::Warn),
            Attendance::Attended { .. } => ("◂", Role::Muted),
            Attendance::Excused { .. } => ("▪", Role::Warn),
            Attendance::Absent => ("✗", Role::Bad),
        };
        let uncalled = session.roll.is_empty();
        let status = match &attendee.attendance {
            Attendance::Excused { reason } => terms::excuse(language, reason).to_owned(),
            Attendance::Attended { .. } if !stayed => words::has_left(language).to_owned(),
            Attendance::Attended { .. } if attendee.last_way() == Some(Way::Video) => {
                terms::way(language, Way::Video).to_owned()
            }
            Attendance::Unmarked if uncalled => room::not_called(language).to_owned(),
            other => terms::attendance(language, other).to_owned(),
        };
        (role, format!("{mark} {status}"))
    }

    fn more(&self, attendee: &Attendee) -> Vec<String> {
        let language = self.language;
        let place = &attendee.place;
        let mut more = self.withdrawn(attendee);
        more.extend(self.leads(attendee));
        if let Some(given) = self.session.proxy_of(&place.person) {
            let holder = terms::person(language, self.world, &given.holder);
            // Whoever is there votes for themselves, whatever paper there is.
            let counted = attendee.counts_under(&self.rule);
            more.push(match counted {
                true => proxy::by_not_used(language, holder),
                false if self.rule.proxies.is_none() => {
                    match in_force::proxies_at(language, self.world, self.session) {
                        Some(items) => force::proxy_elsewhere(language, holder, items),
                        None => {
                            let whose =
                                in_force::whose(language, self.world, self.session, &self.rule.id);
                            force::proxy_idle(language, holder, whose)
                        }
                    }
                }
                false => proxy::by(language, holder),
            });
        }
        if let Some(member) = &place.stands_for {
            let name = terms::person(language, self.world, member);
            more.push(if place.entitled() {
                room::stands_for_seated(language, name)
            } else {
                room::stands_for(language, name)
            });
        }
        let deputy = self.roll.iter().find(|it| {
            let member = it.place.stands_for.as_ref();
            member == Some(&place.person)
        });
        if let Some(deputy) = deputy {
            let name = terms::person(language, self.world, &deputy.place.person);
            more.push(room::stood_for(language, name));
        } else if let Some(reason) = place.excluded {
            let reason = terms::exclusion(language, reason);
            more.push(words::not_counted(language, reason));
        }
        if place.capacity == Capacity::Voting && attendee.there() == Some(Way::Video) {
            let counts = if self.rule.counts(Way::Video) {
                room::video_counts(language)
            } else {
                room::video_not_counted(language)
            };
            more.push(counts.to_owned());
        }
        if self.session.roll.is_empty() && !self.was_told(attendee) {
            more.push(room::not_told(language).to_owned());
        }
        let mut mends = self.session.seat_mends.iter();
        if mends.any(|mend| mend.person == place.person) {
            more.push(room::seat_mended(language).to_owned());
        }
        if let Attendance::Attended { stays } = &attendee.attendance {
            more.extend(stays.iter().map(|stay| self.stay(stay)));
        }
        more
    }

    /// Says why somebody has withdrawn from the item that runs, or from what is voted in it.
    fn withdrawn(&self, attendee: &Attendee) -> Vec<String> {
        let running = self.world.running_item(&self.session.id);
        let motions = running.map(|item| self.world.motions_of(&item.id));
        let motions: Vec<&Motion> = motions
            .into_iter()
            .flatten()
            .filter(|it| it.pending())
            .collect();
        let withdrew = self.session.recusals.iter().filter(|it| {
            let of_item = running.is_some_and(|item| it.of.item() == Some(&item.id));
            it.to.is_none()
                && it.person == attendee.place.person
                && (of_item || motions.iter().any(|motion| it.of.covers(motion)))
        });
        withdrew
            .map(|it| recusals::now(self.language, self.world, it))
            .collect()
    }

    /// Says whether somebody chairs or keeps the minutes now; over, whether it was so at its end.
    fn leads(&self, attendee: &Attendee) -> Vec<String> {
        let language = self.language;
        let person = Some(&attendee.place.person);
        let running = self.world.running_item(&self.session.id);
        let running = running.map(|item| &item.id);
        let offices = [
            (
                Office::Chair,
                words::chair(language),
                room::chairs_item(language),
            ),
            (
                Office::Recorder,
                words::recorder(language),
                room::records_item(language),
            ),
        ];
        let said = offices.into_iter().filter_map(|(office, whole, of_item)| {
            let acts = self.session.acting(office, running) == person;
            let for_good = self.session.acting(office, None) == person;
            match (acts, for_good) {
                (true, false) => Some(of_item.to_owned()),
                (true, true) => Some(whole.to_owned()),
                (false, _) => None,
            }
        });
        said.collect()
    }

    fn was_told(&self, attendee: &Attendee) -> bool {
        let notice = self.session.notice.as_ref();
        notice.is_none_or(|notice| notice.told.has(&attendee.place.person))
    }

    fn stay(&self, stay: &Stay) -> String {
        let minute = |moment: Moment| {
            let doubt = self.session.doubt_of(self.world, moment);
            let doubt = doubt.filter(|_| self.session.published_as.is_none());
            let at = moment.at.clock();
            match doubt {
                Some(_) => clock::marked(self.language, at),
                None => at,
            }
        };
        let (from, to) = (
            minute(stay.began()),
            stay.ended().map(minute).unwrap_or_default(),
        );
        match stay.by {
            Way::Room => room::stay(self.language, from, to),
            Way::Video => room::stay_by_video(self.language, from, to),
        }
    }
}
