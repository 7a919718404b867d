//! The agenda of a session, its motions, and every named vote with its count.

use super::super::compare::recount;
use super::super::{AgendaItem, Mention, Motion as Moved, VoteEvent};
use super::sort::{Case, Gathered};
use super::{Fault, Finding, Source, Unstated, line, text};
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, MotionId, PersonId, SessionId, VillageId};
use crate::domain::rule::Method;
use crate::domain::rule::Rule;
use crate::domain::session::agenda::{Item, ItemKind, ItemState};
use crate::domain::session::recusal::Reason;
use crate::domain::text::Line;
use crate::domain::vote::result::Voiced;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Ballot, Choice, Motion, MotionState, VoteResult, Voter, Wording};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What was moved and voted in a session.
#[derive(Default)]
pub(super) struct Voted {
    pub items: Vec<Item>,
    pub motions: Vec<Motion>,
    pub votes: usize,
    pub agreeing: usize,
    pub unpublished: usize,
}

/// Makes agenda and motions of what was gathered for a session that began at a minute.
pub(super) fn voted(
    source: &Source<'_>,
    gathered: &Gathered<'_>,
    rule: &Rule,
    unstated: &Unstated,
    begun: Minute,
    findings: &mut Vec<Finding>,
) -> Result<Voted, Fault> {
    let mut agenda = Agenda::new(gathered, unstated)?;
    let taken: BTreeSet<&str> = source
        .document
        .motions
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    let people = People::new(source);
    let mut voted = Voted::default();
    for case in &gathered.cases {
        strange(case, gathered, source, findings);
        let (item, number) = agenda.item_for(case, rule, unstated, findings)?;
        if let Some((_, event)) = case.vote {
            let recount = recount(rule, event);
            voted.votes += 1;
            voted.agreeing += usize::from(recount.agrees == Some(true));
            voted.unpublished += usize::from(recount.agrees.is_none());
            findings.extend(recount.differences.into_iter().map(|difference| {
                let vote = event.id.clone();
                Finding::Vote { vote, difference }
            }));
        }
        let at = case.vote.and_then(|(_, it)| moment(it)).unwrap_or(begun);
        let wording = match case.motion {
            None => None,
            Some((place, motion)) => {
                let place = || format!("motions[{place}].text");
                text(motion.text.as_deref(), place)?
            }
        };
        // A motion voted again is the same motion; what is strange about it was told the first time.
        let mut told = Vec::new();
        if let (Some((_, motion)), None) = (case.motion, &wording) {
            let motion = motion.id.clone();
            told.push(Finding::NoWords { motion });
        }
        let mut named = |who: Option<&Mention>| {
            let motion = case.motion.map_or("", |(_, it)| it.id.as_str());
            who.and_then(|who| people.find(who, motion, &mut told))
        };
        let mover = named(case.motion.and_then(|(_, it)| it.creator.as_ref()));
        let seconder = named(case.motion.and_then(|(_, it)| it.seconder.as_ref()));
        findings.extend(told.into_iter().filter(|_| !case.again));
        voted.motions.push(Motion {
            number,
            mover,
            seconder,
            state: match case.vote {
                Some((_, event)) => announced(event, rule, at),
                None => MotionState::Withdrawn {
                    begun: None,
                    reason: Some(unstated.unvoted.clone()),
                },
            },
            ..Motion::draft(
                id_of(case, &taken),
                SessionId::from(gathered.event.id.as_str()),
                item,
                vec![Wording {
                    at,
                    text: wording.unwrap_or_else(|| unstated.wording.clone()),
                    turn: None,
                }],
            )
        });
    }
    voted.items = agenda.items;
    Ok(voted)
}

/// Names what is strange about a motion and its vote.
fn strange(
    case: &Case<'_>,
    gathered: &Gathered<'_>,
    source: &Source<'_>,
    findings: &mut Vec<Finding>,
) {
    let Some((_, event)) = case.vote else {
        let motion = case.motion.map(|(_, motion)| motion.id.clone());
        findings.extend(motion.map(|motion| Finding::NoVote { motion }));
        return;
    };
    let vote = || event.id.clone();
    if let Some(organization) = &event.organization_id
        && organization != source.organization
    {
        findings.push(Finding::OtherBody {
            vote: vote(),
            organization: organization.clone(),
        });
    }
    match (case.motion, &event.motion_id) {
        (None, None) => findings.push(Finding::NoMotion { vote: vote() }),
        (None, Some(motion)) => findings.push(Finding::MotionUnknown {
            vote: vote(),
            motion: motion.clone(),
        }),
        (Some((_, motion)), _) => {
            if case.again {
                findings.push(Finding::VotedAgain {
                    vote: vote(),
                    motion: motion.id.clone(),
                });
            }
            if let Some(session) = &motion.legislative_session_id
                && *session != gathered.event.id
            {
                findings.push(Finding::OtherSession {
                    vote: vote(),
                    session: session.clone(),
                });
            }
        }
    }
}

/// Returns the id of a motion: its own at its first vote, the vote's where it has none to itself.
fn id_of(case: &Case<'_>, taken: &BTreeSet<&str>) -> MotionId {
    match (case.motion, case.vote) {
        (Some((_, motion)), _) if !case.again => MotionId::from(motion.id.as_str()),
        (_, Some((_, vote))) if !taken.contains(vote.id.as_str()) => {
            MotionId::from(vote.id.as_str())
        }
        (_, Some((_, vote))) => MotionId::from(format!("{}#vote", vote.id)),
        (motion, None) => MotionId::from(motion.map_or("", |(_, it)| it.id.as_str())),
    }
}

fn moment(event: &VoteEvent) -> Option<Minute> {
    let start = event.start_date.as_ref()?;
    Some(Minute::on(start.day?, start.time?))
}

fn announced(event: &VoteEvent, rule: &Rule, at: Minute) -> MotionState {
    let voices: Vec<Voiced> = event
        .votes
        .iter()
        .map(|vote| {
            let village = vote.group_id.as_ref();
            let voter = Voter::new(
                PersonId::from(vote.voter_id.as_str()),
                village.map(|it| VillageId::from(it.as_str())),
            );
            Voiced::new(voter, vote.option)
        })
        .collect();
    let voters = voices.iter().map(|voiced| voiced.voter.clone()).collect();
    let mut ballot = Ballot::new(at, rule.clone(), voters, Method::ByName);
    for voiced in &voices {
        if let Some(choice) = choice(voiced.voice) {
            ballot.take(&voiced.voter.person, choice);
        }
    }
    let end = event
        .end_date
        .as_ref()
        .and_then(|it| Some(Minute::on(it.day?, it.time?)));
    let ended = end.map_or(at, |end| end.max(at));
    MotionState::Announced {
        result: Box::new(VoteResult::of(&ballot, voices, &[], ended)),
        ballot,
        at: ended,
    }
}

/// Whoever was absent left no mark.
fn choice(voice: Voice) -> Option<Choice> {
    Some(match voice {
        Voice::For => Choice::For,
        Voice::Against => Choice::Against,
        Voice::Abstain => Choice::Abstain,
        Voice::NotVoting => Choice::NotVoting,
        Voice::Recused => Choice::Recused {
            reason: Reason::Unstated,
        },
        Voice::Absent => return None,
    })
}

/// The agenda while motions find their place on it.
struct Agenda<'d> {
    session: &'d str,
    items: Vec<Item>,
    by_number: HashMap<&'d str, usize>,
    ids: BTreeSet<ItemId>,
    loose: Option<usize>,
    moved: BTreeMap<usize, u32>,
}

impl<'d> Agenda<'d> {
    fn new(gathered: &Gathered<'d>, unstated: &Unstated) -> Result<Self, Fault> {
        let mut agenda = Self {
            session: &gathered.event.id,
            items: Vec::new(),
            by_number: HashMap::new(),
            ids: BTreeSet::new(),
            loose: None,
            moved: BTreeMap::new(),
        };
        for (at, AgendaItem { number, title }) in gathered.event.agenda.iter().enumerate() {
            let place = format!("events[{}].agenda[{at}]", gathered.index);
            let published = line(number.as_deref(), || format!("{place}.number"))?;
            let title = line(title.as_deref(), || format!("{place}.title"))?;
            let title = title.unwrap_or_else(|| unstated.item.clone());
            agenda.add(published, number.as_deref(), title);
        }
        Ok(agenda)
    }

    fn add(&mut self, published: Option<Line>, number: Option<&'d str>, title: Line) -> usize {
        let at = self.items.len();
        let position = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let plain = match number {
            Some(number) => format!("{}#{number}", self.session),
            None => format!("{}#@{position}", self.session),
        };
        let mut id = ItemId::from(plain.as_str());
        if !self.ids.insert(id.clone()) {
            id = ItemId::from(format!("{plain}@{position}"));
            self.ids.insert(id.clone());
        }
        self.items.push(Item {
            id,
            session: SessionId::from(self.session),
            position,
            published_number: published,
            title,
            kind: ItemKind::Discussion,
            planned: None,
            presenter: None,
            presented: None,
            villages: Vec::new(),
            concerned: Vec::new(),
            late: None,
            state: ItemState::Done,
            runs: Vec::new(),
            carries: None,
            put_off: Vec::new(),
            owes: Vec::new(),
            dropped: None,
            matter: None,
        });
        if let Some(number) = number {
            self.by_number.entry(number).or_insert(at);
        }
        at
    }

    /// Returns the item a motion belongs to and its number there; one that the agenda lacks is added.
    fn item_for(
        &mut self,
        case: &Case<'d>,
        rule: &Rule,
        unstated: &Unstated,
        findings: &mut Vec<Finding>,
    ) -> Result<(ItemId, u32), Fault> {
        let named = case
            .motion
            .and_then(|(at, it)| Some((at, it, it.agenda_item.as_deref()?)));
        let at = match named {
            None => match self.loose {
                Some(at) => at,
                None => {
                    let at = self.add(None, None, unstated.item.clone());
                    *self.loose.insert(at)
                }
            },
            Some((index, motion, number)) => match self.by_number.get(number) {
                Some(at) => *at,
                None => self.lacking((index, motion), number, unstated, findings)?,
            },
        };
        let count = self.moved.entry(at).or_default();
        *count += 1;
        let number = *count;
        let item = self.items.get_mut(at);
        Ok(item.map_or_else(
            || (ItemId::from(self.session), number),
            |item| {
                item.kind = ItemKind::Decision {
                    rule: rule.id.clone(),
                };
                (item.id.clone(), number)
            },
        ))
    }

    fn lacking(
        &mut self,
        (index, motion): (usize, &Moved),
        number: &'d str,
        unstated: &Unstated,
        findings: &mut Vec<Finding>,
    ) -> Result<usize, Fault> {
        findings.push(Finding::ItemUnknown {
            motion: motion.id.clone(),
            number: number.to_owned(),
        });
        let published = line(Some(number), || format!("motions[{index}].agenda_item"))?;
        Ok(self.add(published, Some(number), unstated.item.clone()))
    }
}

/// The persons of a document by name; a name that two have finds neither.
struct People<'s> {
    ids: &'s BTreeMap<&'s str, usize>,
    by_name: HashMap<String, Option<&'s str>>,
}

impl<'s> People<'s> {
    fn new(source: &'s Source<'_>) -> Self {
        let mut by_name: HashMap<String, Option<&str>> = HashMap::new();
        for person in &source.document.persons {
            if let Some(Ok(name)) = person.name.as_deref().map(Line::new) {
                by_name
                    .entry(name.key())
                    .and_modify(|id| *id = None)
                    .or_insert(Some(&person.id));
            }
        }
        Self {
            ids: &source.persons,
            by_name,
        }
    }

    fn find(&self, who: &Mention, motion: &str, findings: &mut Vec<Finding>) -> Option<PersonId> {
        let by_id = who.id.as_deref().filter(|id| self.ids.contains_key(id));
        let key = who.name.as_deref().and_then(|name| Line::new(name).ok());
        let by_name = || self.by_name.get(&key?.key()).copied().flatten();
        let found = by_id.or_else(by_name);
        if found.is_none() {
            let name = who.name.as_ref().or(who.id.as_ref()).cloned();
            findings.push(Finding::MoverUnknown {
                motion: motion.to_owned(),
                name: name.unwrap_or_default(),
            });
        }
        found.map(PersonId::from)
    }
}
