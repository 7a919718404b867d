//! The world: what the rules may look at. Everything still open, and nothing that is closed and filed.

use super::board::Posting;
use super::ids::{
    CorrectionId, EntryId, ItemId, LedgerId, MatterId, MotionId, PersonId, PostingId, RuleId,
    SeatId, SessionId, TaskId, TemplateId, VillageId,
};
use super::matter::Matter;
use super::matter::path::Template;
use super::refusal::Refusal;
use super::register::LedgerLine;
use super::roster::{Committee, OwnRules, Person, Seat, Village};
use super::rule::book::Adopted;
use super::rule::{Figure, Provenance, Rule, RuleFault, joint_default, preset};
use super::session::agenda::{Item, ItemState};
use super::session::attendance::Way;
use super::session::correction::Correction;
use super::session::minutes::Entry;
use super::session::proxy::Proxy;
use super::session::sequence::in_order;
use super::session::{Session, SessionKind};
use super::task::Task;
use super::things::Things;
use super::vote::tally::Voice;
use super::vote::{Motion, MotionState};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything the rules may look at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct World {
    /// The committee, once founded.
    pub committee: Option<Arc<Committee>>,
    /// Its villages.
    pub villages: Things<VillageId, Village>,
    /// Its people.
    pub people: Things<PersonId, Person>,
    /// Their seats.
    pub seats: Things<SeatId, Seat>,
    /// The rules the committee has adopted.
    pub rules: Things<RuleId, Adopted>,
    /// Sessions not sealed yet, and what was fetched to be looked at.
    pub sessions: Things<SessionId, Session>,
    /// Their agenda items.
    pub items: Things<ItemId, Item>,
    /// Their motions.
    pub motions: Things<MotionId, Motion>,
    /// Their minutes.
    pub entries: Things<EntryId, Entry>,
    /// Their corrections.
    pub corrections: Things<CorrectionId, Correction>,
    /// Follow-ups still open, and what was fetched to be looked at.
    pub tasks: Things<TaskId, Task>,
    /// Matters still open, and what was fetched to be looked at.
    pub matters: Things<MatterId, Matter>,
    /// The committee's own templates of steps.
    pub templates: Things<TemplateId, Template>,
    /// Postings something is still to be done about, and what was fetched to be looked at.
    pub postings: Things<PostingId, Posting>,
    /// Lines of the register that were fetched; the rest stays in the file.
    pub ledger: Things<LedgerId, LedgerLine>,
    /// The highest number of each year among the matters that are closed and no longer here.
    pub matter_numbers: BTreeMap<i32, u32>,
    /// The highest ordinal of each kind among the sessions that are filed and no longer here.
    pub ordinals: BTreeMap<SessionKind, u32>,
}

macro_rules! lookups {
    ($($name:ident, $table:ident, $id:ty, $thing:ty;)+) => {$(
        /// Returns the thing of that id.
        ///
        /// # Errors
        /// [`Refusal::Unknown`] when it is not there.
        pub fn $name(&self, id: &$id) -> Result<&$thing, Refusal> {
            self.$table.get(id).map(AsRef::as_ref).ok_or(Refusal::Unknown)
        }
    )+};
}

impl World {
    lookups! {
        village, villages, VillageId, Village;
        person, people, PersonId, Person;
        seat, seats, SeatId, Seat;
        adopted, rules, RuleId, Adopted;
        session, sessions, SessionId, Session;
        item, items, ItemId, Item;
        motion, motions, MotionId, Motion;
        entry, entries, EntryId, Entry;
        task, tasks, TaskId, Task;
        matter, matters, MatterId, Matter;
        template, templates, TemplateId, Template;
        posting, postings, PostingId, Posting;
        ledger_line, ledger, LedgerId, LedgerLine;
    }

    /// Returns the committee's own 议事规则, once entered: those adopted last, in force or to come.
    #[must_use]
    pub fn own_rules(&self) -> Option<&OwnRules> {
        self.all_own_rules().next()
    }

    /// Returns all own 议事规则 that were in force or will be, the last first.
    pub fn all_own_rules(&self) -> impl Iterator<Item = &OwnRules> {
        let committee = self.committee.as_deref().into_iter();
        committee.flat_map(|it| it.own_rules.iter().chain(it.rules_before.iter().rev()))
    }

    /// Returns the own 议事规则 in force on a day: those adopted last by then.
    #[must_use]
    pub fn own_rules_on(&self, day: NaiveDate) -> Option<&OwnRules> {
        self.all_own_rules().find(|own| own.adopted <= day)
    }

    /// Returns the own 议事规则 in force on a day, and those to come after it.
    pub fn own_rules_from(&self, day: NaiveDate) -> impl Iterator<Item = &OwnRules> {
        let held = self.own_rules_on(day);
        let to_come = self.all_own_rules().filter(move |own| own.adopted > day);
        held.into_iter().chain(to_come)
    }

    /// Returns the rule of that id; the one the committee's own rules name carries their clause.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] when no such rule is known.
    pub fn rule(&self, id: &RuleId) -> Result<Rule, Refusal> {
        self.rule_under(id, self.own_rules())
    }

    fn rule_under(&self, id: &RuleId, own: Option<&OwnRules>) -> Result<Rule, Refusal> {
        if let Some(adopted) = self.rules.get(id) {
            return Ok(adopted.rule.clone());
        }
        let rule = preset(id.as_str()).ok_or(Refusal::Unknown)?;
        Ok(match own {
            Some(own) if own.rule == *id => Rule {
                provenance: Provenance::Own,
                clause: format!("{}{}", own.title, own.clause),
                online: own.online,
                from: rule.from.or(Some(own.adopted)),
                ..rule
            },
            _ => rule,
        })
    }

    /// Returns the rule as it is in force on a day: the version then followed, with what each village
    /// weighs by its figures of that day.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] when no such rule is known.
    pub fn rule_on(&self, id: &RuleId, day: NaiveDate) -> Result<Rule, Refusal> {
        let rule = self.rule_under(&self.version_on(id, day), self.own_rules_on(day))?;
        Ok(self.weighed(rule, day))
    }

    /// Returns a rule with what each village weighs by its figures of a day; with nothing where a figure it counts
    /// by was not entered, for floors alone are no weights.
    #[must_use]
    pub fn weighed(&self, mut rule: Rule, day: NaiveDate) -> Rule {
        if self.figures_missing(&rule, day).is_some() {
            rule.reckoned.clear();
        } else if let Some(weights) = &rule.weights {
            let villages = self.villages_in_order().into_iter();
            let here = villages.filter(|village| village.belongs_on(day));
            let figures: Vec<(VillageId, u64)> = here
                .map(|village| {
                    let figure = weights.figure();
                    let figure = figure.and_then(|figure| village.figure_on(figure, day));
                    (village.id.clone(), u64::from(figure.unwrap_or(0)))
                })
                .collect();
            rule.reckoned = weights.reckon(&figures);
        }
        rule
    }

    /// Returns the villages of a day whose weight a rule counts and cannot know, since the figure it is
    /// reckoned from was not entered; `None` where it knows all it counts.
    #[must_use]
    pub fn figures_missing(&self, rule: &Rule, day: NaiveDate) -> Option<(Figure, Vec<VillageId>)> {
        let figure = rule.weights.as_ref()?.figure()?;
        if !rule.counts_weights() {
            return None;
        }
        let villages = self.villages_in_order().into_iter();
        let missing = villages
            .filter(|it| it.belongs_on(day) && it.figure_on(figure, day).is_none())
            .map(|it| it.id.clone());
        let missing: Vec<VillageId> = missing.collect();
        (!missing.is_empty()).then_some((figure, missing))
    }

    /// Returns why what a rule shares out cannot be shared among the villages of a day; `None` where it can, or
    /// where it counts no weights.
    #[must_use]
    pub fn weights_unmet(&self, rule: &Rule, day: NaiveDate) -> Option<RuleFault> {
        let weights = rule.weights.as_ref().filter(|_| rule.counts_weights())?;
        let villages = self.villages.values();
        weights.unmet(villages.filter(|it| it.belongs_on(day)).count())
    }

    /// Returns the rule a session sits by: the committee's own where it is in force that day, else P1 by
    /// its stricter reading.
    #[must_use]
    pub fn default_rule(&self, day: NaiveDate) -> Rule {
        self.own_rules_on(day)
            .and_then(|own| self.rule_on(&own.rule, day).ok())
            .filter(|rule| rule.in_force(day))
            .unwrap_or_else(joint_default)
    }

    /// Returns the rule the committee's own rules name, where that is not in force on a day and the
    /// default stands in for it.
    #[must_use]
    pub fn default_lapsed(&self, day: NaiveDate) -> Option<Rule> {
        let named = self.rule_on(&self.own_rules_on(day)?.rule, day).ok()?;
        (!named.in_force(day)).then_some(named)
    }

    /// Returns the villages in the order of lists, the lead village first.
    #[must_use]
    pub fn villages_in_order(&self) -> Vec<&Village> {
        let mut villages: Vec<&Village> = self.villages.values().map(AsRef::as_ref).collect();
        villages.sort_by_key(|village| {
            (
                village.standing != super::roster::Standing::Lead,
                village.position,
                village.id.clone(),
            )
        });
        villages
    }

    /// Returns a session's items in order.
    pub fn agenda(&self, session: &SessionId) -> impl Iterator<Item = &Item> {
        let mut items: Vec<&Item> = self
            .items
            .values()
            .map(AsRef::as_ref)
            .filter(|item| item.session == *session)
            .collect();
        items.sort_by(|one, other| (one.position, &one.id).cmp(&(other.position, &other.id)));
        items.into_iter()
    }

    /// Returns an item's motions in order.
    pub fn motions_of(&self, item: &ItemId) -> impl Iterator<Item = &Motion> {
        let mut motions: Vec<&Motion> = self
            .motions
            .values()
            .map(AsRef::as_ref)
            .filter(|motion| motion.item == *item)
            .collect();
        motions.sort_by_key(|motion| (motion.number, motion.id.clone()));
        motions.into_iter()
    }

    /// Returns an item's minutes in the order in which they were recorded; one whose minute somebody stated
    /// stands there.
    pub fn entries_of(&self, item: &ItemId) -> impl Iterator<Item = &Entry> {
        let entries: Vec<&Entry> = self
            .entries
            .values()
            .map(AsRef::as_ref)
            .filter(|entry| entry.item == *item)
            .collect();
        in_order(entries).into_iter()
    }

    /// Returns a session's corrections in order.
    pub fn corrections_of(&self, session: &SessionId) -> impl Iterator<Item = &Correction> {
        let mut corrections: Vec<&Correction> = self
            .corrections
            .values()
            .map(AsRef::as_ref)
            .filter(|correction| correction.session == *session)
            .collect();
        // The ids keep the order of acts, whatever the clock said.
        corrections.sort_by(|one, other| one.id.cmp(&other.id));
        corrections.into_iter()
    }

    /// Returns the follow-ups of a session, in the order they were entered.
    pub fn tasks_of(&self, session: &SessionId) -> impl Iterator<Item = &Task> {
        self.tasks
            .values()
            .map(AsRef::as_ref)
            .filter(move |task| task.session.as_ref() == Some(session))
    }

    /// Returns the item that runs, if one does.
    #[must_use]
    pub fn running_item(&self, session: &SessionId) -> Option<&Item> {
        self.items
            .values()
            .map(AsRef::as_ref)
            .find(|item| item.session == *session && item.state == ItemState::Running)
    }

    /// Returns the motion whose vote is open, if one is.
    #[must_use]
    pub fn open_vote(&self, session: &SessionId) -> Option<&Motion> {
        self.find_motion(session, |state| matches!(state, MotionState::Voting { .. }))
    }

    /// Returns the motion whose result waits to be announced, if one does.
    #[must_use]
    pub fn unannounced(&self, session: &SessionId) -> Option<&Motion> {
        self.find_motion(session, |state| {
            matches!(state, MotionState::Counted { .. })
        })
    }

    fn find_motion(
        &self,
        session: &SessionId,
        wanted: impl Fn(&MotionState) -> bool,
    ) -> Option<&Motion> {
        self.motions
            .values()
            .map(AsRef::as_ref)
            .find(|motion| motion.session == *session && wanted(&motion.state))
    }

    /// Returns the ordinal the next session of a kind is proposed under.
    #[must_use]
    pub fn next_ordinal(&self, kind: SessionKind) -> u32 {
        let filed = self.ordinals.get(&kind).copied();
        // Read from the sessions themselves, so that undoing a plan gives its ordinal back.
        let here = self
            .sessions
            .values()
            .filter(|session| session.kind == kind);
        here.map(|session| session.ordinal)
            .chain(filed)
            .max()
            .unwrap_or(0)
            .saturating_add(1)
    }

    /// Says whether anything here names the village.
    pub(super) fn concerns(&self, village: &VillageId) -> bool {
        let counted_for =
            |place: &super::roster::roll::Place| place.village.as_ref() == Some(village);
        self.seats
            .values()
            .any(|seat| seat.village.as_ref() == Some(village))
            || self
                .items
                .values()
                .any(|item| item.villages.contains(village))
            || self
                .motions
                .values()
                .any(|motion| motion.villages.contains(village))
            || self.tasks.values().any(|task| task.concerns(village))
            || self.matters.values().any(|matter| {
                let bears = |money: &super::matter::intake::Money| {
                    money.shares.iter().any(|share| share.village == *village)
                };
                matter.intake.villages.contains(village)
                    || matter.path.as_ref().is_some_and(|path| path.asks(village))
                    || matter.intake.money.as_ref().is_some_and(bears)
            })
            || self
                .sessions
                .values()
                .any(|session| session.places().any(counted_for))
            || self
                .ledger
                .values()
                .any(|line| line.villages.contains(village))
    }

    /// Says whether anything here names the person.
    pub(super) fn mentions(&self, person: &PersonId) -> bool {
        let is = |named: &Option<PersonId>| named.as_ref() == Some(person);
        self.seats.values().any(|seat| seat.person == *person)
            || self.sessions.values().any(|session| session.knows(person))
            || self.items.values().any(|item| {
                is(&item.presenter) || is(&item.presented) || item.concerned.contains(person)
            })
            || self
                .motions
                .values()
                .any(|motion| is(&motion.mover) || is(&motion.seconder))
            || self.tasks.values().any(|task| is(&task.owner))
    }

    /// Takes back the mark of somebody who leaves while a vote is open: the totals are those of the room.
    /// A recusal stays, for whoever withdraws leaves the room because of it; so does the mark of
    /// somebody who goes on by video, where the vote's rule counts that. What a proxy said goes with who
    /// said it, and with the coming of whose vote it is.
    pub(super) fn voice_left(&mut self, session: &SessionId, person: &PersonId, now: Option<Way>) {
        let spoken_for: Vec<PersonId> = self.sessions.get(session).map_or(Vec::new(), |session| {
            let with = |proxy: &&Proxy| proxy.holder == *person || proxy.giver == *person;
            let with = session.lasting_proxies().filter(with);
            with.map(|proxy| proxy.giver.clone()).collect()
        });
        let open = self.open_vote(session).map(|motion| motion.id.clone());
        if let Some(motion) = open.and_then(|id| self.motions.get_mut(&id))
            && let MotionState::Voting { ballot } = &mut Arc::make_mut(motion).state
        {
            let stays = now.is_some_and(|way| ballot.rule.counts(way));
            let proxies = ballot.rule.proxies.is_some();
            ballot.marks.retain(|who, mark| {
                let goes = match who == person {
                    true => !stays || proxies && spoken_for.contains(who),
                    false => !stays && proxies && spoken_for.contains(who),
                };
                !goes || mark.choice.voice() == Voice::Recused
            });
        }
    }
}
