//! The end of the record: follow-ups, what is left over, corrections, sealing, signatures.

use super::{Page, Printed, say};
use crate::domain::dates::Minute;
use crate::domain::ids::MotionId;
use crate::domain::session::attendance::Attendance;
use crate::domain::session::correction::{Corrected, Correction};
use crate::domain::session::handover::OnePerson;
use crate::domain::session::minutes::EntryKind;
use crate::domain::session::recusal::Recusal;
use crate::domain::session::times::{Moved, Times};
use crate::domain::task::{Decision, Task};
use crate::domain::vote::SequelStep;
use crate::domain::vote::totals::Totals;
use crate::i18n::{
    corrected, decision, follow_ups, record, recusal_mend as mend, recusals, terms, times, totals,
};
use crate::papers::block::{Block, Table};
use chrono::NaiveDate;

impl Page<'_> {
    pub(super) fn closing(self, printed: Printed<'_>) -> Vec<Block> {
        let (language, session) = (self.language, self.session);
        let mut paper = self.tasks();
        paper.extend(self.left_over());
        if let Some(closed) = session.closed {
            let line = record::closing(language, self.over_at(closed));
            paper.push(Block::paragraph(line));
        }
        paper.extend(self.corrections());
        let mut fields = Vec::new();
        if let Some(sealing) = &session.sealing {
            paper.push(Block::heading(2, record::sealing(language)));
            paper.extend(self.corrected_after(sealing));
            fields = self.signatures(sealing);
        }
        say(&mut fields, record::label_head(language), printed.head);
        let printed = printed.on.map(|day| terms::date(language, day));
        say(&mut fields, record::label_printed(language), printed);
        paper.push(Block::Fields(fields));
        let (chair, recorder) = (
            record::sign_chair(language),
            record::sign_recorder(language),
        );
        let checker = record::sign_checker(language);
        paper.push(Block::signature(match session.one_person() {
            OnePerson::ToTheEnd => vec![record::sign_both(language), checker],
            OnePerson::InPart => vec![chair, recorder, checker],
            OnePerson::Never => vec![chair, recorder],
        }));
        paper
    }

    fn tasks(self) -> Vec<Block> {
        let language = self.language;
        let rows: Vec<Vec<String>> = self
            .world
            .tasks_of(&self.session.id)
            .map(|task| self.task(task))
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let head = [
            record::task_item(language),
            record::task_what(language),
            record::task_owner(language),
            record::task_village(language),
            record::task_due(language),
        ];
        vec![
            Block::heading(2, record::tasks(language)),
            Block::Table(Table {
                head: head.map(str::to_owned).to_vec(),
                rows,
                align: Vec::new(),
            }),
        ]
    }

    fn task(self, task: &Task) -> Vec<String> {
        let language = self.language;
        let item = task.item.as_ref().and_then(|id| self.world.items.get(id));
        let last = self.session.closed.map_or(self.session.date, Minute::day);
        vec![
            item.map_or_else(String::new, |item| terms::item_number(language, item)),
            task.what.to_string(),
            self.carrier(task),
            self.where_done(task),
            self.decided(task).unwrap_or_else(|| {
                task.due_on(last).map_or_else(
                    || record::no_due(language).to_owned(),
                    |due| terms::date(language, due),
                )
            }),
        ]
    }

    /// Says when the village decided on whose own decision a follow-up waited; what it decided after the record was
    /// signed stands apart from what was signed.
    fn decided(self, task: &Task) -> Option<String> {
        let mut motions = self.world.motions_of(task.item.as_ref()?);
        let (motion, village) = motions.find_map(|motion| {
            let asked = motion.asked().iter().find(|it| it.task == task.id)?;
            Some((motion, &asked.village))
        })?;
        let signed = motion.sequels.iter().filter(|it| !it.after_signing);
        let mut decided = signed.filter_map(|it| match &it.step {
            SequelStep::Decided { decision } => Some(decision),
            _ => None,
        });
        let of_it = decided.rfind(|it| it.village == *village && it.agreed().is_some());
        let last = of_it?;
        let on = terms::date(self.language, last.met);
        Some(match last.agreed()? {
            true => decision::village_agreed(self.language, on),
            // What it was asked stays open.
            false => decision::village_refused(self.language, on),
        })
    }

    /// Names whoever carries it out: the person, else the body that leads.
    fn carrier(self, task: &Task) -> String {
        let named = follow_ups::addressee(self.language, self.world, task);
        named.unwrap_or_else(|| record::no_owner(self.language).to_owned())
    }

    /// Says where it is done, and which villages have a part in it.
    fn where_done(self, task: &Task) -> String {
        let village = terms::village(self.language, self.world, task.village.as_ref());
        let supporting = follow_ups::supporting(self.world, task);
        if supporting.is_empty() {
            return village.to_owned();
        }
        let names = supporting
            .iter()
            .map(|id| terms::village(self.language, self.world, Some(id)));
        record::task_supported(self.language, village, self.list(names))
    }

    /// Says who carries a decision out, by when; nothing where nobody has it in hand.
    pub(super) fn carried_out(self, decision: &Decision) -> Option<String> {
        let language = self.language;
        let last = self.session.closed.map_or(self.session.date, Minute::day);
        let decided = decision.words(self.world);
        let tasks = decision.follow_ups(self.world, &self.session.id);
        let said: Vec<String> = tasks
            .into_iter()
            .map(|task| {
                if let Some(decided) = self.decided(task) {
                    return decision::done_by_village(language, task.what.as_str(), decided);
                }
                let owner = self.carrier(task);
                let due = task.due_on(last).map_or_else(
                    || record::no_due(language).to_owned(),
                    |due| terms::date(language, due),
                );
                if task.what.as_str() == decided {
                    decision::carried_out(language, owner, due)
                } else {
                    decision::carried_out_what(language, task.what.as_str(), owner, due)
                }
            })
            .collect();
        (!said.is_empty()).then(|| self.list(said.iter().map(String::as_str)))
    }

    fn corrections(self) -> Vec<Block> {
        let language = self.language;
        let made: Vec<String> = self
            .world
            .corrections_of(&self.session.id)
            .flat_map(|correction| self.correction(correction))
            .collect();
        if made.is_empty() {
            return Vec::new();
        }
        vec![
            Block::heading(2, record::corrections(language)),
            Block::list(false, made),
        ]
    }

    /// Writes a correction: old value, new value, who, when, why; a vote's result before and after too.
    fn correction(self, correction: &Correction) -> Vec<String> {
        let language = self.language;
        let at = self.made_at(correction);
        let (by, reason) = (correction.by.as_str(), correction.reason.as_str());
        if let Corrected::Note { item, words } = &correction.change {
            let item = self.world.items.get(item);
            let item = item.map_or_else(String::new, |item| self.item_heading(item));
            return vec![record::late_note(
                language,
                item,
                words.as_str(),
                by,
                at,
                reason,
            )];
        }
        let (what, from, to) = self.corrected(&correction.change);
        let mut lines = vec![record::correction(language, what, from, to, by, at, reason)];
        if let Corrected::Totals {
            sheet: Some(sheet), ..
        } = &correction.change
        {
            lines.push(totals::basis(language, sheet.as_str()));
        }
        lines.extend(corrected::results(language, self.world, correction));
        if let Corrected::Recusal { votes, .. } = &correction.change {
            let votes = votes.iter();
            lines.extend(votes.map(|it| recusals::recount(language, self.world, it)));
        }
        if let Corrected::Times { moved } = &correction.change {
            lines.extend(moved.iter().skip(1).map(|moved| self.came_along(moved)));
        }
        lines
    }

    fn came_along(self, moved: &Moved) -> String {
        let what = terms::timed(self.language, self.world, &moved.to);
        let (from, to) = (self.times(&moved.from), self.times(&moved.to));
        times::came_along(self.language, what, from, to)
    }

    fn times(self, times: &Times) -> String {
        terms::times(self.language, times, |at| self.moment(at))
    }

    /// Names what a correction is of, and says what it was and is.
    pub(super) fn corrected(self, change: &Corrected) -> (String, String, String) {
        let language = self.language;
        match change {
            Corrected::Voice { motion, person, .. } => {
                let name = self.name(person).to_owned();
                let what = record::correction_voice(language, self.motion_of(motion), name);
                self.of_result(what, change)
            }
            Corrected::Village {
                motion, village, ..
            } => {
                let village = terms::village(language, self.world, Some(village));
                let what = totals::what_village(language, self.motion_of(motion), village);
                self.of_result(what, change)
            }
            Corrected::Totals { motion, to, .. } => {
                let motion = self.motion_of(motion);
                let what = match &**to {
                    Totals::Village { village, .. } => {
                        let village = terms::village(language, self.world, village.as_ref());
                        totals::what_village(language, motion, village)
                    }
                    _ => totals::what(language, motion),
                };
                self.of_result(what, change)
            }
            // It has no old value; it is written whole by itself.
            Corrected::Note { .. } => Default::default(),
            Corrected::Words { entry, from, to } => {
                let entry = self.world.entries.get(entry);
                let item = entry.and_then(|entry| self.world.items.get(&entry.item));
                let item = item.map_or_else(String::new, |item| self.item_heading(item));
                let at = entry.map_or_else(String::new, |entry| self.moment(entry.at));
                let what = record::correction_words(language, item, at);
                (what, from.to_string(), to.to_string())
            }
            Corrected::Stays { person, from, to } => {
                let name = self.name(person).to_owned();
                let what = record::correction_stays(language, name);
                (what, self.stays(from), self.stays(to))
            }
            Corrected::Attendance { person, from, to } => {
                let name = self.name(person).to_owned();
                let what = record::correction_attendance(language, name);
                (what, self.mark(from), self.mark(to))
            }
            Corrected::Stamp { entry, from, to } => {
                let item = self
                    .world
                    .entries
                    .get(entry)
                    .and_then(|entry| self.world.items.get(&entry.item));
                let item = item.map_or_else(String::new, |item| self.item_heading(item));
                (
                    record::correction_stamp(language, item),
                    self.stamp(from),
                    self.stamp(to),
                )
            }
            Corrected::Opened { from, to } => {
                let what = record::correction_opened(language).to_owned();
                (what, self.moment(*from), self.moment(*to))
            }
            Corrected::Closed { from, to } => {
                let what = record::correction_closed(language).to_owned();
                (what, self.moment(*from), self.moment(*to))
            }
            Corrected::Day { from, to } => {
                let what = times::day(language).to_owned();
                let day = |day: &NaiveDate| terms::date(language, *day);
                (what, day(from), day(to))
            }
            Corrected::Recusal { from, to, .. } => {
                let person = to
                    .as_ref()
                    .or(from.as_ref())
                    .map(|it| self.name(&it.person));
                let said = |it: &Option<Recusal>, none| match it {
                    Some(recusal) => self.recused(recusal),
                    None => none,
                };
                let (none, never) = (mend::none(language), mend::never_was(language));
                (
                    mend::what(language, person.unwrap_or_default()),
                    said(from, none.to_owned()),
                    said(to, never.to_owned()),
                )
            }
            Corrected::Times { moved } => {
                let Some(first) = moved.first() else {
                    return Default::default();
                };
                let what = terms::timed(language, self.world, &first.to);
                let what = times::correction(language, what);
                (what, self.times(&first.from), self.times(&first.to))
            }
        }
    }

    /// Puts what was corrected of a result beside what it was and is.
    fn of_result(self, what: String, change: &Corrected) -> (String, String, String) {
        let found = corrected::old_and_new(self.language, self.world, change);
        let (from, to) = found.unwrap_or_default();
        (what, from, to)
    }

    /// Names a motion with its item.
    fn motion_of(self, motion: &MotionId) -> String {
        let motion = self.world.motions.get(motion);
        let item = motion.and_then(|motion| self.world.items.get(&motion.item));
        let item = item.map_or_else(String::new, |item| self.item_heading(item));
        record::motion_of(self.language, motion.map_or(0, |it| it.number), item)
    }

    fn mark(self, attendance: &Attendance) -> String {
        match attendance {
            Attendance::Attended { stays } => self.stays(stays),
            Attendance::Excused { reason } => terms::excuse(self.language, reason).to_owned(),
            Attendance::Unmarked | Attendance::Absent => {
                terms::attendance(self.language, attendance).to_owned()
            }
        }
    }

    fn stamp(self, (kind, at): &(EntryKind, Minute)) -> String {
        let kind_said = || terms::entry_kind(self.language, kind).to_owned();
        let who = match kind {
            EntryKind::Speech { speaker } => self.name(speaker).to_owned(),
            EntryKind::Written { sender } => record::opinion_of(self.language, self.name(sender)),
            EntryKind::Decision | EntryKind::Note => kind_said(),
        };
        record::stamp_of(self.language, self.moment(*at), who)
    }
}
