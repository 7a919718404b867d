//! The lines of a ballot as the vote panel shows them: who stands on each, and what counts of it.
//!
//! Who stands where is asked several times in a frame, by every key that wants the voter selected; what counts of each
//! is asked only by the picture.

use crate::domain::ids::{PersonId, VillageId};
use crate::domain::rule::Method;
use crate::domain::session::Session;
use crate::domain::session::quorum::count;
use crate::domain::vote::by_village::{VillageVote, here};
use crate::domain::vote::hands::cast_by;
use crate::domain::vote::slate::{OfVillage, Slate};
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::vote::{Ballot, Choice, Mark, Motion, Voter};

/// Who stands on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands<'a> {
    /// A village's header; `None` for area-wide seats.
    Village(Option<&'a VillageId>),
    /// The header over the chair, who states a view last.
    Chair,
    /// A village that is asked as one, where villages vote; `None` for area-wide seats.
    Asked(Option<&'a VillageId>),
    /// A voter.
    Voter(&'a Voter),
}

/// A line of the panel.
#[derive(Debug, Clone, PartialEq)]
pub enum Line<'a> {
    /// A village's header with its subtotal; `None` for area-wide seats. Of several, how many took each.
    Village(Option<&'a VillageId>, Counts, Vec<u32>),
    /// The header over the chair, who states a view last.
    Chair,
    /// A village that is asked as one, where villages vote.
    Asked(Heard<'a>),
    /// A voter.
    Voter(Asked<'a>),
}

/// A voter, what the ballot says of the voter, and what counts of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked<'a> {
    /// Who.
    pub voter: &'a Voter,
    /// What was taken down.
    pub mark: Option<&'a Mark>,
    /// What counts; `None` while it is awaited.
    pub voice: Option<Voice>,
    /// Who votes for them, where they are away.
    pub cast_by: Option<PersonId>,
    /// Whether the voter takes part by video, which the rule does not count.
    pub by_video: bool,
}

impl Asked<'_> {
    /// Returns which of several they take.
    #[must_use]
    pub fn option(&self) -> Option<&crate::domain::text::Line> {
        self.mark.and_then(|mark| mark.choice.option())
    }
}

/// A village, how many of its delegates are there, and what it was heard to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard<'a> {
    /// The village; `None` for area-wide seats.
    pub village: Option<&'a VillageId>,
    /// How many of its delegates are there, or were when the vote ended.
    pub here: u32,
    /// What was taken down.
    pub vote: Option<&'a VillageVote>,
}

impl Heard<'_> {
    /// Says whether it is still to be heard, or anew: somebody came or went.
    #[must_use]
    pub fn awaited(&self) -> bool {
        match self.vote {
            None => self.here > 0,
            Some(vote) => vote.says.of(self.here).sum() != self.here,
        }
    }
}

/// Returns who stands on the lines of a ballot: villages in the order asked, each over its voters, the chair last. Where
/// villages vote, the villages, then who withdrew. Hands and papers have no lines by name; they are drawn as totals.
#[must_use]
pub fn standing<'a>(session: &Session, motion: &'a Motion) -> Vec<Stands<'a>> {
    let Some(ballot) = motion.ballot() else {
        return Vec::new();
    };
    match ballot.method {
        Method::Hands | Method::Secret => Vec::new(),
        Method::ByVillage => {
            let villages = ballot.villages_asked().into_iter().map(Stands::Asked);
            let recused = ballot.voters.iter();
            let recused = recused.filter(|voter| ballot.marks.contains_key(&voter.person));
            villages.chain(recused.map(Stands::Voter)).collect()
        }
        Method::ByName => by_name(session, motion, ballot),
    }
}

fn by_name<'a>(session: &Session, motion: &Motion, ballot: &'a Ballot) -> Vec<Stands<'a>> {
    let mut lines = Vec::with_capacity(ballot.voters.len() + 8);
    let mut under: Option<Option<&VillageId>> = None;
    let chaired = session.chaired(&motion.item);
    for voter in &ballot.voters {
        // Whoever chaired it was asked last; a hand-over since then changes nothing.
        let last = ballot.voters.last() == Some(voter);
        let village = voter.village.as_ref();
        if last && chaired.contains(&&voter.person) {
            lines.push(Stands::Chair);
        } else if under != Some(village) {
            under = Some(village);
            lines.push(Stands::Village(village));
        }
        lines.push(Stands::Voter(voter));
    }
    lines
}

/// Returns the lines of a ballot with what counts of each.
#[must_use]
pub fn lines<'a>(session: &Session, motion: &'a Motion) -> Vec<Line<'a>> {
    let Some(ballot) = motion.ballot() else {
        return Vec::new();
    };
    let of = Counting {
        session,
        motion,
        ballot,
    };
    let standing = standing(session, motion).into_iter();
    standing.map(|stands| of.line(stands)).collect()
}

/// What the lines are counted from.
#[derive(Clone, Copy)]
struct Counting<'s, 'a> {
    session: &'s Session,
    motion: &'a Motion,
    ballot: &'a Ballot,
}

impl<'a> Counting<'_, 'a> {
    fn line(self, stands: Stands<'a>) -> Line<'a> {
        match stands {
            Stands::Village(village) => self.village(village),
            Stands::Chair => Line::Chair,
            Stands::Asked(village) => Line::Asked(self.heard(village)),
            Stands::Voter(voter) if self.ballot.method == Method::ByVillage => Line::Voter(Asked {
                voter,
                mark: self.ballot.marks.get(&voter.person),
                voice: Some(Voice::Recused),
                cast_by: None,
                by_video: false,
            }),
            Stands::Voter(voter) => Line::Voter(self.asked(voter)),
        }
    }

    /// Returns the header of a village with its subtotal.
    fn village(self, village: Option<&'a VillageId>) -> Line<'a> {
        let nothing = Slate::default();
        let slate = self.ballot.slate.as_ref().unwrap_or(&nothing);
        let mut all = OfVillage::none(slate, None);
        let mut counts = Counts::default();
        let voters = self.ballot.voters.iter();
        for voter in voters.filter(|voter| voter.village.as_ref() == village) {
            if let Some(voice) = self.voice(voter) {
                counts.add(voice);
                all.add(slate, voice, self.ballot.option_of(&voter.person));
            }
        }
        Line::Village(village, counts, all.rows)
    }

    /// Returns a village that is asked as one, with what it was heard to say.
    fn heard(self, village: Option<&'a VillageId>) -> Heard<'a> {
        let result = self.motion.result();
        let here = match result.and_then(|result| result.by_village.as_ref()) {
            Some(ended) => {
                let of = |voter: &&Voter| voter.village.as_ref() == village;
                count(ended.room.iter().filter(of))
            }
            None => here(self.session, self.ballot, village),
        };
        Heard {
            village,
            here,
            vote: self.ballot.village_vote(village),
        }
    }

    fn asked(self, voter: &'a Voter) -> Asked<'a> {
        let (session, ballot) = (self.session, self.ballot);
        let by_video = match self.motion.result() {
            Some(result) => result.by_video.contains(&voter.person),
            None => {
                let attendee = session.attendee(&voter.person);
                attendee.is_some_and(|it| it.there().is_some() && !it.counts_under(&ballot.rule))
            }
        };
        let cast_by = match self.motion.result() {
            Some(result) => {
                let mut voices = result.voices.iter();
                let voiced = voices.find(|it| it.voter.person == voter.person);
                voiced.and_then(|it| it.cast_by.clone())
            }
            None => cast_by(session, ballot, &voter.person).cloned(),
        };
        Asked {
            voter,
            mark: ballot.marks.get(&voter.person),
            voice: self.voice(voter),
            cast_by,
            by_video,
        }
    }

    /// Returns the voice of a voter as it stands, or as it was counted.
    fn voice(self, voter: &Voter) -> Option<Voice> {
        if let Some(result) = self.motion.result() {
            return result.voice_of(&voter.person);
        }
        let (session, ballot) = (self.session, self.ballot);
        let counts = session
            .attendee(&voter.person)
            .is_some_and(|attendee| attendee.counts_under(&ballot.rule))
            || cast_by(session, ballot, &voter.person).is_some();
        match ballot.marks.get(&voter.person) {
            Some(mark) if counts || matches!(mark.choice, Choice::Recused { .. }) => {
                Some(mark.choice.voice())
            }
            _ if !counts => Some(Voice::Absent),
            _ => None,
        }
    }
}
