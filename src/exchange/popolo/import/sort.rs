//! Which body, which session, which motion: the parts of a document brought together.

use super::super::{Document, Event, Motion, VoteEvent};
use super::Finding;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A document sorted by body and session.
#[derive(Debug)]
pub struct Sorted<'d> {
    /// Every body that sat, in order of appearance.
    pub bodies: Vec<Body<'d>>,
    /// Votes that belong to no session of the document; they are only counted.
    pub astray: Vec<&'d VoteEvent>,
    /// What was found that belongs to no session.
    pub findings: Vec<Finding>,
    pub(super) document: &'d Document,
}

/// A body and its sessions.
#[derive(Debug)]
pub struct Body<'d> {
    /// The id of the organization.
    pub organization: &'d str,
    /// Its sessions, the earliest first.
    pub sessions: Vec<Gathered<'d>>,
}

/// A session and what was moved and voted in it.
#[derive(Debug)]
pub struct Gathered<'d> {
    pub(super) index: usize,
    /// The session.
    pub event: &'d Event,
    pub(super) cases: Vec<Case<'d>>,
    organization: Option<&'d str>,
}

/// A motion with its vote; one of the two may be missing, never both.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'d> {
    pub motion: Option<(usize, &'d Motion)>,
    pub vote: Option<(usize, &'d VoteEvent)>,
    /// Whether an earlier vote was on the same motion.
    pub again: bool,
}

impl<'d> Case<'d> {
    /// The vote's word comes first: a motion moved in one session may be voted in another.
    fn session(&self) -> Option<&'d str> {
        let of_vote = self
            .vote
            .and_then(|(_, vote)| vote.legislative_session_id.as_deref());
        let of_motion = self
            .motion
            .and_then(|(_, motion)| motion.legislative_session_id.as_deref());
        of_vote.or(of_motion)
    }

    fn organization(&self) -> Option<&'d str> {
        let of_vote = self
            .vote
            .and_then(|(_, vote)| vote.organization_id.as_deref());
        let of_motion = self
            .motion
            .and_then(|(_, motion)| motion.organization_id.as_deref());
        of_vote.or(of_motion)
    }
}

/// Brings the parts of a document together.
#[must_use]
pub fn sort(document: &Document) -> Sorted<'_> {
    let mut sorted = Sorted {
        bodies: Vec::new(),
        astray: Vec::new(),
        findings: Vec::new(),
        document,
    };
    let mut sessions: Vec<Gathered> = document
        .events
        .iter()
        .enumerate()
        .map(|(index, event)| Gathered {
            index,
            event,
            cases: Vec::new(),
            organization: event.organization_id.as_deref(),
        })
        .collect();
    let places: HashMap<&str, usize> = document
        .events
        .iter()
        .enumerate()
        .map(|(at, event)| (event.id.as_str(), at))
        .collect();
    let sole = match document.events.as_slice() {
        [event] => Some(event.id.as_str()),
        _ => None,
    };
    for case in cases(document) {
        let at = case.session().or(sole).and_then(|id| places.get(id));
        match at.and_then(|at| sessions.get_mut(*at)) {
            Some(session) => session.cases.push(case),
            None => sorted.stray(&case),
        }
    }
    for session in sessions {
        sorted.seat(session);
    }
    sorted
}

/// Pairs motions with their votes, in the order of the motions; votes without one come last.
fn cases(document: &Document) -> Vec<Case<'_>> {
    let votes = || document.vote_events.iter().flatten().enumerate();
    let known: BTreeSet<&str> = document.motions.iter().map(|it| it.id.as_str()).collect();
    let mut of_motion: BTreeMap<&str, Vec<(usize, &VoteEvent)>> = BTreeMap::new();
    for (at, vote) in votes() {
        if let Some(motion) = vote.motion_id.as_deref() {
            of_motion.entry(motion).or_default().push((at, vote));
        }
    }
    let mut cases = Vec::new();
    for motion in document.motions.iter().enumerate() {
        match of_motion.get(motion.1.id.as_str()) {
            None => cases.push(Case {
                motion: Some(motion),
                vote: None,
                again: false,
            }),
            Some(votes) => cases.extend(votes.iter().enumerate().map(|(nth, vote)| Case {
                motion: Some(motion),
                vote: Some(*vote),
                again: nth > 0,
            })),
        }
    }
    let alone = |vote: &VoteEvent| {
        vote.motion_id
            .as_deref()
            .is_none_or(|motion| !known.contains(motion))
    };
    cases.extend(votes().filter(|(_, vote)| alone(vote)).map(|vote| Case {
        motion: None,
        vote: Some(vote),
        again: false,
    }));
    cases
}

impl<'d> Sorted<'d> {
    fn stray(&mut self, case: &Case<'d>) {
        match (case.vote, case.motion) {
            (Some((_, vote)), _) => {
                let vote_id = vote.id.clone();
                self.findings.push(Finding::VoteAstray { vote: vote_id });
                self.astray.push(vote);
            }
            (None, Some((_, motion))) => self.findings.push(Finding::MotionAstray {
                motion: motion.id.clone(),
            }),
            (None, None) => {}
        }
    }

    /// Puts a session with its body: the one it names, else the only one its votes name, else the
    /// only one of the document.
    fn seat(&mut self, session: Gathered<'d>) {
        let named: BTreeSet<&str> = session
            .cases
            .iter()
            .filter_map(Case::organization)
            .collect();
        let of_votes = match (named.len(), named.first()) {
            (1, Some(only)) => Some(*only),
            _ => None,
        };
        let of_document = match self.document.organizations.as_slice() {
            [only] if named.is_empty() => Some(only.id.as_str()),
            _ => None,
        };
        let Some(organization) = session.organization.or(of_votes).or(of_document) else {
            self.findings.push(Finding::NoBody {
                session: session.event.id.clone(),
            });
            let votes = session.cases.iter().filter_map(|case| case.vote);
            self.astray.extend(votes.map(|(_, vote)| vote));
            return;
        };
        let at = self
            .bodies
            .iter()
            .position(|body| body.organization == organization);
        match at.and_then(|at| self.bodies.get_mut(at)) {
            Some(body) => {
                let day = |it: &Gathered| it.event.start_date.as_ref().map(|it| it.text.clone());
                let later = body.sessions.partition_point(|it| day(it) <= day(&session));
                body.sessions.insert(later, session);
            }
            None => self.bodies.push(Body {
                organization,
                sessions: vec![session],
            }),
        }
    }
}
