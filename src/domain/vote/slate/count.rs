//! Counting a slate: hands or papers, and what they come to together with who was there.

use super::{Imbalance, Judged, Next, Refused, Sheet, Slate, draft::chooses_people, judge};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::Session;
use crate::domain::session::quorum::count;
use crate::domain::vote::hands::room;
use crate::domain::vote::result::{QuorumProof, Voiced, known, outcome_of, there, turnouts};
use crate::domain::vote::secret::Issued;
use crate::domain::vote::tally::{Counts, Criterion, Demand, Proof, Tally, Voice};
use crate::domain::vote::{Ballot, Event, Outcome, VoteResult, Voter, voting};
use crate::domain::world::World;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The count of a slate whose vote is ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlateCount {
    /// The numbers.
    pub sheet: Sheet,
    /// Who is taken, and what follows; nobody where the ballots cannot be right.
    pub judged: Judged,
    /// Whose hands were counted, to whom papers were given out, or who was asked by name. What each did
    /// is kept only by name, among the voices.
    pub took_part: Vec<Voter>,
}

/// Returns how many hands there are to count, or papers.
#[must_use]
pub fn counted_room(session: &Session, ballot: &Ballot) -> u32 {
    match &ballot.secret.issued {
        Some(issued) => issued.number(),
        None => count(room(session, ballot)),
    }
}

fn slate_of(ballot: &Ballot) -> Result<&Slate, Refused> {
    let slate = ballot.slate.as_ref();
    slate.ok_or_else(|| Refused::NoContendersAsked {
        rule: ballot.rule.id.clone(),
    })
}

fn balanced(ballot: &Ballot, slate: &Slate, sheet: &Sheet) -> Result<(), Refused> {
    let balance = slate.balance(sheet, chooses_people(&ballot.rule));
    balance.map_err(|imbalance| Refused::SheetDoesNotAddUp {
        imbalance,
        method: ballot.method,
    })
}

/// Refuses hands that are not those of the room, or do not add up for a contender.
///
/// # Errors
/// [`Refusal::HandsDoNotAddUp`] or [`Refused::SheetDoesNotAddUp`] with the numbers.
pub fn hands_add_up(session: &Session, ballot: &Ballot, sheet: &Sheet) -> Result<(), Refusal> {
    hands_fit(ballot, count(room(session, ballot)), sheet)
}

/// Refuses hands that are not those of so many people, or do not add up for a contender.
pub(in crate::domain::vote) fn hands_fit(
    ballot: &Ballot,
    here: u32,
    sheet: &Sheet,
) -> Result<(), Refusal> {
    let slate = slate_of(ballot)?;
    let sum = sheet.issued;
    if here != sum {
        return Err(Refusal::HandsDoNotAddUp { room: here, sum });
    }
    let spoiled = sheet.spoiled;
    if spoiled > 0 || sheet.returned > sheet.issued {
        // A hand is never spoiled, and nobody raises two.
        return Err(Refused::SheetDoesNotAddUp {
            imbalance: Imbalance::Returned {
                returned: sheet.issued,
                sum: sheet.returned.saturating_add(spoiled),
            },
            method: ballot.method,
        }
        .into());
    }
    Ok(balanced(ballot, slate, sheet)?)
}

/// Judges a count of hands, a contender after the other.
pub(in crate::domain::vote) fn count_hands(
    world: &World,
    motion: &MotionId,
    sheet: &Sheet,
) -> Result<Vec<Event>, Refusal> {
    let (motion, ballot, session) = voting(world, motion)?;
    if ballot.method != Method::Hands {
        return Err(Refusal::counted_otherwise(ballot.method));
    }
    hands_add_up(session, ballot, sheet)?;
    let mut sheet = sheet.clone();
    sheet.in_stroke_order();
    if ballot.sheet.as_ref() == Some(&sheet) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SlateCounted {
        session: session.id.clone(),
        motion: motion.id.clone(),
        sheet,
    }])
}

/// Refuses papers that do not add up. Of more than were given out nothing but their number counts.
pub(in crate::domain::vote) fn papers_balance(
    ballot: &Ballot,
    issued: &Issued,
    sheet: &Sheet,
) -> Result<(), Refusal> {
    let slate = slate_of(ballot)?;
    let room = issued.number();
    if sheet.issued != room {
        return Err(Refusal::PapersNotTheRoom {
            room,
            number: sheet.issued,
        });
    }
    if sheet.returned > room {
        let bare = Sheet::bare(room, sheet.returned, slate.contenders.len());
        return match bare == *sheet {
            true => Ok(()),
            false => Err(Refusal::PapersDoNotAddUp {
                village: None,
                returned: 0,
                sum: sheet.valid.saturating_add(sheet.spoiled),
            }),
        };
    }
    Ok(balanced(ballot, slate, sheet)?)
}

impl VoteResult {
    /// Counts a slate, by hands or by papers. Whoever raised no hand or took no paper back is there and
    /// did not vote.
    #[must_use]
    pub fn of_slate(
        ballot: &Ballot,
        slate: &Slate,
        in_room: &BTreeSet<PersonId>,
        (sheet, took_part): (Sheet, Vec<Voter>),
        ended: Minute,
    ) -> Self {
        let known = known(ballot, in_room);
        let quorum = turnouts(&ballot.rule, &there(&ballot.rule, &known, &took_part));
        of_sheet(ballot, slate, known, (sheet, took_part), quorum, ended)
    }
}

/// Returns the result a sheet makes under a quorum; `known` are those who were absent or withdrew.
pub(super) fn of_sheet(
    ballot: &Ballot,
    slate: &Slate,
    known: Vec<Voiced>,
    (sheet, took_part): (Sheet, Vec<Voter>),
    quorum: Vec<QuorumProof>,
    ended: Minute,
) -> VoteResult {
    let rule = &ballot.rule;
    let void = sheet.returned > sheet.issued;
    let mut counts = Counts::default();
    for voiced in &known {
        counts.add(voiced.voice);
    }
    let came_back = if void { 0 } else { sheet.returned };
    for (voice, times) in [
        // Whoever handed in a ballot that counts has voted for somebody or for nobody.
        (Voice::For, sheet.valid.saturating_sub(sheet.abstain)),
        (Voice::Abstain, sheet.abstain),
        (Voice::NotVoting, sheet.issued.saturating_sub(came_back)),
    ] {
        counts.add_times(voice, times);
    }
    counts.spoiled = sheet.spoiled;
    let judged = match void {
        true => Judged {
            placed: Vec::new(),
            next: Next::Nothing,
        },
        false => judge(rule, slate, &sheet, &counts),
    };
    let proof = proof(rule, &judged);
    let tally = Tally {
        counts,
        groups: Vec::new(),
        measured: Vec::new(),
        adopted: proof.holds(),
        proof,
    };
    let outcome = match outcome_of(&tally, &quorum) {
        _ if void => Outcome::Void,
        Outcome::Inquorate => Outcome::Inquorate,
        _ if matches!(judged.next, Next::VoteAgain { .. }) => Outcome::VoteAgain,
        _ if judged.taken().next().is_some() => Outcome::Adopted,
        _ => Outcome::Rejected,
    };
    VoteResult {
        ended,
        voices: known,
        tally,
        quorum,
        concerned: Vec::new(),
        by_video: Vec::new(),
        hands: None,
        secret: None,
        by_village: None,
        slate: Some(SlateCount {
            sheet,
            judged,
            took_part,
        }),
        outcome,
    }
}

/// Returns what each contender had to reach, one of which is enough for the vote to decide something.
fn proof(rule: &Rule, judged: &Judged) -> Proof {
    let threshold = rule.pass.thresholds().first().copied();
    let each = judged.placed.iter().filter_map(|placed| {
        let threshold = threshold?;
        Some(Proof::One(Criterion {
            group: None,
            over: threshold.over,
            demand: Demand::Reaches(threshold.base),
            inequality: placed.inequality,
        }))
    });
    Proof::Any(each.collect())
}
