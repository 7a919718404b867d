//! The items of the agenda with their minutes.

use super::{Page, Part, Subject, about, say};
use crate::domain::ids::EntryId;
use crate::domain::session::agenda::{Item, ItemKind, is_left_over};
use crate::domain::session::attendance::minutes_spent;
use crate::domain::session::minutes::{Entry, EntryKind};
use crate::domain::session::sequence::{ClockDoubt, doubted};
use crate::domain::task::Decision;
use crate::i18n::{
    clocks, decision, late as late_words, later_vote, lates, lefts, matter, matters, record,
    recusal, sequel, sequels, terms,
};
use crate::papers::block::{Block, Field};

impl Page<'_> {
    pub(super) fn item(self, item: &Item) -> Vec<Part> {
        let head = vec![
            Block::heading(2, self.item_heading(item)),
            Block::Fields(self.item_fields(item)),
        ];
        let mut paper: Vec<Part> = about(&Subject::Item(item.id.clone()), head).collect();
        let entries = doubted(self.world, self.session, &item.id);
        let (ids, entries): (Vec<EntryId>, Vec<String>) = entries
            .map(|(entry, doubt)| (entry.id.clone(), self.entry(entry, doubt)))
            .unzip();
        if !entries.is_empty() {
            let list = vec![Block::list(false, entries)];
            paper.extend(about(&Subject::Entries(ids), list));
        }
        for motion in self.world.motions_of(&item.id) {
            let subject = Subject::Motion(motion.id.clone());
            paper.extend(about(&subject, self.motion(motion)));
        }
        paper
    }

    /// Writes an item's number and title.
    pub(super) fn item_heading(self, item: &Item) -> String {
        let number = terms::item_number(self.language, item);
        let title = item.title.as_str();
        if item.published_number.is_some() {
            record::item_heading_published(self.language, number, title)
        } else {
            record::item_heading(self.language, number, title)
        }
    }

    fn item_fields(self, item: &Item) -> Vec<Field> {
        let language = self.language;
        let mut fields = vec![Field::new(
            record::label_item_kind(language),
            terms::item_kind(language, &item.kind),
        )];
        let number = matters::of_item(language, self.world, item);
        say(&mut fields, matter::label_number(language), number);
        fields.extend(self.presenter(item));
        let villages = terms::villages(language, self.world, &item.villages);
        fields.push(Field::new(record::label_villages(language), villages));
        say(
            &mut fields,
            record::label_chair(language),
            self.chaired(item),
        );
        let concerned = self.concerned(item);
        say(&mut fields, recusal::label_concerned(language), concerned);
        say(
            &mut fields,
            recusal::label(language),
            self.recusals_of(item),
        );
        let late = item.late.as_ref();
        let said = late.map(|late| lates::said(language, late));
        say(&mut fields, late_words::label(language), said);
        say(
            &mut fields,
            record::label_carries(language),
            self.carries(item),
        );
        for said in sequels::each_put_off(language, item) {
            say(&mut fields, sequel::label_put_off(language), Some(said));
        }
        for owed in &item.owes {
            let said = Some(sequels::owed(language, owed));
            say(&mut fields, later_vote::label(language), said);
        }
        say(
            &mut fields,
            record::label_minutes(language),
            self.minutes(item),
        );
        fields.push(Field::new(
            record::label_state(language),
            terms::item_state(language, item.state),
        ));
        fields
    }

    /// Writes who presented an item. Whoever was planned is not said to have presented it where the roll
    /// does not show them there, and nobody else is put in their stead without being known.
    fn presenter(self, item: &Item) -> Option<Field> {
        let language = self.language;
        let (label, planned) = (
            record::label_presenter(language),
            record::label_presenter_planned(language),
        );
        if let Some(by) = &item.presented {
            let by = self.name(by);
            let value = match &item.presenter {
                Some(planned) => record::presented_for(language, by, self.name(planned)),
                None => by.to_owned(),
            };
            return Some(Field::new(label, value));
        }
        let person = item.presenter.as_ref()?;
        let name = self.name(person);
        // What another body published is written as it was published.
        if self.published() {
            return Some(Field::new(label, name));
        }
        let attendee = self.session.attendee(person);
        Some(match attendee.map(|it| self.session.was_at(it, item)) {
            Some(true) => Field::new(label, name),
            Some(false) if !item.runs.is_empty() => {
                Field::new(planned, record::presenter_away(language, name))
            }
            Some(false) | None => Field::new(planned, name),
        })
    }

    fn carries(self, item: &Item) -> Option<String> {
        let from = item.carries.as_ref()?;
        let session = self
            .world
            .items
            .get(from)
            .and_then(|item| self.world.sessions.get(&item.session));
        Some(match session {
            Some(session) => {
                record::carries_from(self.language, terms::session_name(self.language, session))
            }
            None => record::carries(self.language).to_owned(),
        })
    }

    fn minutes(self, item: &Item) -> Option<String> {
        let last = item.runs.last()?;
        let doubts: Vec<_> = item
            .runs
            .iter()
            .map(|run| self.doubts(Some(item), run))
            .collect();
        if doubts
            .iter()
            .any(|(from, to)| from.is_some() || to.is_some())
        {
            // What lies between two minutes one of which cannot be right is no time used.
            let spans = item.runs.iter().zip(&doubts);
            let spans: Vec<String> = spans
                .map(|(run, doubts)| self.doubted_span(run, *doubts))
                .collect();
            return Some(self.list(spans.iter().map(String::as_str)));
        }
        // While an item runs its time is not known yet.
        let spent = minutes_spent(&item.runs, last.to.unwrap_or(last.from));
        let times = self.stays(&item.runs);
        let Some(spent) = spent else {
            return Some(times);
        };
        Some(match item.planned {
            Some(planned) => record::minutes_planned(self.language, spent, planned, times),
            None => record::minutes(self.language, spent, times),
        })
    }

    fn entry(self, entry: &Entry, doubt: Option<ClockDoubt>) -> String {
        let language = self.language;
        let at = self.moment(entry.at);
        // What another body published is written as it was published.
        let at = match doubt.filter(|_| !self.published()) {
            Some(doubt) => clocks::entry(language, doubt, entry.at, at),
            None => at,
        };
        let flag = |on: bool| if on { "yes" } else { "no" };
        let tidied = flag(entry.live.as_ref().is_some_and(|live| *live != entry.words));
        let paper = flag(entry.from_paper);
        let words = if entry.words.is_empty() {
            record::no_words(language)
        } else {
            entry.words.as_str()
        };
        match &entry.kind {
            EntryKind::Speech { speaker } => {
                let name = self.name(speaker);
                record::speech(
                    language,
                    at,
                    name,
                    flag(entry.checked),
                    tidied,
                    paper,
                    words,
                )
            }
            EntryKind::Written { sender } => {
                let name = self.name(sender);
                let away = self.session.attendee(sender);
                // Whoever left early, or came later, is said so on the roll.
                let away = away.filter(|it| !it.came());
                let away = away.map_or("none", |it| terms::attendance(language, &it.attendance));
                record::opinion(language, at, name, away, tidied, paper, words)
            }
            EntryKind::Decision => {
                let said = record::decision(language, at, tidied, paper, words);
                let decided = Decision::Entry {
                    entry: entry.id.clone(),
                };
                match self.carried_out(&decided) {
                    Some(by) => decision::with_follow_ups(language, said, by),
                    None => said,
                }
            }
            EntryKind::Note => record::note(language, at, tidied, paper, words),
        }
    }

    /// Lists the items that this session did not settle for good.
    pub(super) fn left_over(self) -> Vec<Block> {
        let language = self.language;
        let left: Vec<String> = self
            .world
            .agenda(&self.session.id)
            .filter(|item| is_left_over(self.world, item) && item.kind != ItemKind::Review)
            .map(|item| {
                let heading = self.item_heading(item);
                let state = sequels::left_as(language, self.world, item);
                let state = lefts::with_fate(language, item, state);
                match self.carried_to(item) {
                    Some(session) => record::left_over_carried(language, heading, state, session),
                    None => record::left_over_item(language, heading, state),
                }
            })
            .collect();
        if left.is_empty() || !self.over() {
            return Vec::new();
        }
        vec![
            Block::heading(2, record::left_over(language)),
            Block::list(false, left),
        ]
    }

    fn carried_to(self, item: &Item) -> Option<String> {
        let mut items = self.world.items.values();
        let later = items.find(|later| later.carries.as_ref() == Some(&item.id))?;
        let session = self.world.sessions.get(&later.session)?;
        Some(terms::session_name(self.language, session))
    }
}
