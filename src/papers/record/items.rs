//! The items of the agenda with their minutes.

use super::{Page, say};
use crate::domain::session::agenda::{Item, ItemState};
use crate::domain::session::attendance::minutes_spent;
use crate::domain::session::minutes::{Entry, EntryKind};
use crate::domain::task::Decision;
use crate::i18n::{decision, record, terms};
use crate::papers::block::{Block, Field};

impl Page<'_> {
    pub(super) fn item(self, item: &Item) -> Vec<Block> {
        let mut paper = vec![
            Block::heading(2, self.item_heading(item)),
            Block::Fields(self.item_fields(item)),
        ];
        let entries = self.world.entries_of(&item.id);
        let entries: Vec<String> = entries.map(|entry| self.entry(entry)).collect();
        if !entries.is_empty() {
            paper.push(Block::list(false, entries));
        }
        for motion in self.world.motions_of(&item.id) {
            paper.extend(self.motion(motion));
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
        let presenter = item.presenter.as_ref().map(|person| self.name(person));
        say(&mut fields, record::label_presenter(language), presenter);
        let villages = terms::villages(language, self.world, &item.villages);
        fields.push(Field::new(record::label_villages(language), villages));
        say(
            &mut fields,
            record::label_chair(language),
            self.chaired(item),
        );
        let late = item.late.as_ref();
        let late = late.map(|reason| record::late(language, reason.as_str()));
        say(&mut fields, record::label_late(language), late);
        say(
            &mut fields,
            record::label_carries(language),
            self.carries(item),
        );
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
        // While an item runs its time is not known yet.
        let spent = minutes_spent(&item.runs, last.to.unwrap_or(last.from));
        let times = self.stays(&item.runs);
        Some(match item.planned {
            Some(planned) => record::minutes_planned(self.language, spent, planned, times),
            None => record::minutes(self.language, spent, times),
        })
    }

    fn entry(self, entry: &Entry) -> String {
        let language = self.language;
        let at = self.moment(entry.at);
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
            .filter(|item| !matches!(item.state, ItemState::Done | ItemState::Withdrawn))
            .map(|item| {
                let heading = self.item_heading(item);
                let state = terms::item_state(language, item.state);
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
