//! A secret ballot (无记名): papers given out, papers taken back, and what is on them, never whose.
//!
//! The papers are given out to the room as it stands, once whoever withdraws is named. They are
//! counted twice, each time from the papers; only where both counts agree is there a count. What a
//! village said is known only where that tells of nobody: from three papers on in every village.

use super::hands::room;
use super::slate::{self, Sheet, papers_balance};
use super::{Ballot, Event, Motion, Voter, voting};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::Session;
use crate::domain::session::quorum::count;
use crate::domain::world::World;
use serde::{Deserialize, Serialize};

/// The least papers of a village by which its figures tell of nobody.
pub const LEAST_OF_A_VILLAGE: u32 = 3;

/// How far a secret ballot is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Urn {
    /// The papers, once they are given out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Issued>,
    /// The first count, until the second is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<BallotCount>,
    /// What both counts agree on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<BallotCount>,
    /// Counts that did not agree, after which both were made again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differed: Vec<Differed>,
}

impl Urn {
    pub(super) fn is_untouched(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the count that was made last.
    #[must_use]
    pub fn last_count(&self) -> Option<&BallotCount> {
        let differed = self.differed.last().map(|pair| &pair.second);
        self.counted.as_ref().or(self.first.as_ref()).or(differed)
    }

    /// Takes a count in: the first waits for the second, which makes it the count or asks for both again.
    pub(super) fn take(&mut self, count: &BallotCount) {
        match self.first.take() {
            None => self.first = Some(count.clone()),
            Some(first) if first == *count => self.counted = Some(first),
            Some(first) => self.differed.push(Differed {
                first,
                second: count.clone(),
            }),
        }
    }
}

/// The papers that were given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// When.
    pub at: Minute,
    /// To whom, one each, in the order of the roll.
    pub to: Vec<Voter>,
}

impl Issued {
    /// Returns how many were given out.
    #[must_use]
    pub fn number(&self) -> u32 {
        count(self.to.iter())
    }

    /// Returns how many were given out to each village, in the order of the roll; area-wide seats are one.
    #[must_use]
    pub fn by_village(&self) -> Vec<(Option<VillageId>, u32)> {
        by_village(self.to.iter())
    }
}

/// Two counts of the same papers that did not agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differed {
    /// The first.
    pub first: BallotCount,
    /// The second.
    pub second: BallotCount,
}

/// A number of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Number {
    /// 收回.
    Returned,
    /// 废票.
    Spoiled,
    /// 赞成.
    Yes,
    /// 反对.
    No,
    /// 弃权.
    Abstain,
}

impl Number {
    /// Every number, in the order it is read off.
    pub const ALL: [Self; 5] = [
        Self::Returned,
        Self::Spoiled,
        Self::Yes,
        Self::No,
        Self::Abstain,
    ];
}

/// What a pile of papers comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Papers {
    /// 收回.
    pub returned: u32,
    /// 废票.
    #[serde(default)]
    pub spoiled: u32,
    /// 赞成.
    #[serde(default)]
    pub yes: u32,
    /// 反对.
    #[serde(default)]
    pub no: u32,
    /// 弃权.
    #[serde(default)]
    pub abstain: u32,
}

impl Papers {
    /// Returns one of the numbers.
    #[must_use]
    pub fn number(&self, number: Number) -> u32 {
        match number {
            Number::Returned => self.returned,
            Number::Spoiled => self.spoiled,
            Number::Yes => self.yes,
            Number::No => self.no,
            Number::Abstain => self.abstain,
        }
    }

    /// Returns one of the numbers, to change it.
    pub fn number_mut(&mut self, number: Number) -> &mut u32 {
        match number {
            Number::Returned => &mut self.returned,
            Number::Spoiled => &mut self.spoiled,
            Number::Yes => &mut self.yes,
            Number::No => &mut self.no,
            Number::Abstain => &mut self.abstain,
        }
    }

    /// Returns 有效票: those that say one thing.
    #[must_use]
    pub fn valid(&self) -> u32 {
        let said = [self.yes, self.no, self.abstain];
        said.into_iter().fold(0, u32::saturating_add)
    }

    /// Returns all that were looked through.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.valid().saturating_add(self.spoiled)
    }

    fn add(&mut self, other: &Self) {
        for number in Number::ALL {
            let mine = self.number_mut(number);
            *mine = mine.saturating_add(other.number(number));
        }
    }
}

/// The papers of one village.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillagePapers {
    /// The village; absent for area-wide seats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<VillageId>,
    /// Its papers.
    #[serde(flatten)]
    pub papers: Papers,
}

/// One count of all papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum BallotCount {
    /// All papers in one pile.
    Whole {
        /// The pile.
        papers: Papers,
    },
    /// A pile a village, where the rule has to know what each said.
    ByVillage {
        /// The piles, in the order of the roll.
        villages: Vec<VillagePapers>,
    },
    /// Each contender by itself, where the rule asks for more than for and against.
    Slate {
        /// The numbers.
        sheet: Sheet,
    },
}

impl BallotCount {
    /// Returns the papers of all together.
    #[must_use]
    pub fn whole(&self) -> Papers {
        match self {
            Self::Whole { papers } => *papers,
            Self::ByVillage { villages } => {
                let mut all = Papers::default();
                for village in villages {
                    all.add(&village.papers);
                }
                all
            }
            // What is on a paper is known by contenders only; for and against are theirs.
            Self::Slate { sheet } => Papers {
                returned: sheet.returned,
                spoiled: sheet.spoiled,
                yes: sheet.valid.saturating_sub(sheet.abstain),
                no: 0,
                abstain: sheet.abstain,
            },
        }
    }

    /// Returns the piles, each with its village; a whole count has one of no village.
    #[must_use]
    pub fn piles(&self) -> Vec<(Option<VillageId>, Papers)> {
        match self {
            Self::Whole { papers } => vec![(None, *papers)],
            Self::Slate { .. } => vec![(None, self.whole())],
            Self::ByVillage { villages } => villages
                .iter()
                .map(|it| (it.village.clone(), it.papers))
                .collect(),
        }
    }

    /// 票数异常: more papers came back than were given out, so that the vote is void and what is on
    /// them is not counted.
    #[must_use]
    pub fn exceeds(&self, issued: &Issued) -> bool {
        let over_all = self.whole().returned > issued.number();
        over_all
            || match self {
                Self::Whole { .. } | Self::Slate { .. } => false,
                Self::ByVillage { villages } => {
                    let given = issued.by_village();
                    villages.iter().any(|pile| {
                        let given = given.iter().find(|(village, _)| *village == pile.village);
                        pile.papers.returned > given.map_or(0, |(_, number)| *number)
                    })
                }
            }
    }

    /// Returns the count as it is taken down: of more papers than were given out only how many came back.
    #[must_use]
    pub fn or_void(self, issued: &Issued) -> Self {
        if !self.exceeds(issued) {
            return self;
        }
        let bare = |papers: Papers| Papers {
            returned: papers.returned,
            ..Papers::default()
        };
        match self {
            Self::Whole { papers } => Self::Whole {
                papers: bare(papers),
            },
            Self::ByVillage { villages } => Self::ByVillage {
                villages: villages
                    .into_iter()
                    .map(|it| VillagePapers {
                        papers: bare(it.papers),
                        ..it
                    })
                    .collect(),
            },
            slate @ Self::Slate { .. } => slate,
        }
    }

    /// Returns the numbers by which two counts of the same papers differ, each with its village.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<(Option<VillageId>, Number)> {
        let mine = self.piles();
        let others = other.piles();
        mine.into_iter()
            .zip(others)
            .flat_map(|((village, mine), (_, other))| {
                Number::ALL
                    .into_iter()
                    .filter(move |number| mine.number(*number) != other.number(*number))
                    .map(move |number| (village.clone(), number))
            })
            .collect()
    }
}

/// The papers of a vote that is ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretCount {
    /// To whom papers were given out; what each wrote is kept nowhere.
    pub issued: Issued,
    /// What both counts agree on.
    pub count: BallotCount,
}

/// Says whether the papers are to be counted village by village.
#[must_use]
pub fn counts_villages(rule: &Rule) -> bool {
    rule.asks_villages()
}

fn by_village<'a>(voters: impl Iterator<Item = &'a Voter>) -> Vec<(Option<VillageId>, u32)> {
    let mut groups: Vec<(Option<VillageId>, u32)> = Vec::new();
    for voter in voters {
        match groups.iter_mut().find(|(known, _)| *known == voter.village) {
            Some((_, number)) => *number = number.saturating_add(1),
            None => groups.push((voter.village.clone(), 1)),
        }
    }
    groups
}

/// Refuses figures by village where those of one would tell of somebody.
fn enough(rule: &Rule, papers: &[(Option<VillageId>, u32)]) -> Result<(), Refusal> {
    let few = papers
        .iter()
        .find(|(_, number)| *number < LEAST_OF_A_VILLAGE);
    match few.filter(|_| counts_villages(rule)) {
        Some((village, papers)) => Err(Refusal::TooFewPapers {
            village: village.clone(),
            papers: *papers,
        }),
        None => Ok(()),
    }
}

/// Refuses a secret vote that could not be secret.
pub(super) fn may_open(motion: &Motion, rule: &Rule, session: &Session) -> Result<(), Refusal> {
    if motion.named {
        return Err(Refusal::NamedAlready);
    }
    let there = session.present(rule).map(|it| &it.place.village);
    let mut groups: Vec<(Option<VillageId>, u32)> = Vec::new();
    for village in there {
        match groups.iter_mut().find(|(known, _)| known == village) {
            Some((_, number)) => *number = number.saturating_add(1),
            None => groups.push((village.clone(), 1)),
        }
    }
    enough(rule, &groups)
}

fn secret<'a>(
    world: &'a World,
    motion: &MotionId,
) -> Result<(&'a Motion, &'a Ballot, &'a Session), Refusal> {
    let (motion, ballot, session) = voting(world, motion)?;
    match ballot.method {
        Method::Secret => Ok((motion, ballot, session)),
        other => Err(Refusal::counted_otherwise(other)),
    }
}

/// Judges giving the papers out: one to each who is there and has not withdrawn.
pub(super) fn issue(
    world: &World,
    motion: &MotionId,
    number: u32,
    at: Minute,
) -> Result<Vec<Event>, Refusal> {
    let (motion, ballot, session) = secret(world, motion)?;
    if ballot.secret.issued.is_some() {
        return Err(Refusal::PapersIssued);
    }
    let to: Vec<Voter> = room(session, ballot).cloned().collect();
    let here = count(to.iter());
    if here != number || here == 0 {
        return Err(Refusal::PapersNotTheRoom { room: here, number });
    }
    enough(&ballot.rule, &by_village(to.iter()))?;
    Ok(vec![Event::PapersIssued {
        session: session.id.clone(),
        motion: motion.id.clone(),
        issued: Issued { at, to },
    }])
}

/// Refuses a count that does not balance, or that tells more than it may.
///
/// # Errors
/// [`Refusal::PapersDoNotAddUp`] with the numbers as data.
pub fn balances(ballot: &Ballot, counted: &BallotCount) -> Result<(), Refusal> {
    let issued = ballot
        .secret
        .issued
        .as_ref()
        .ok_or(Refusal::PapersNotIssued)?;
    let piles = counted.piles();
    match counted {
        BallotCount::Slate { sheet } => return papers_balance(ballot, issued, sheet),
        _ if ballot.slate.is_some() => return Err(slate::Refused::CountedByContender.into()),
        BallotCount::Whole { .. } if counts_villages(&ballot.rule) => {
            return Err(Refusal::PapersByVillage);
        }
        BallotCount::Whole { .. } => {}
        BallotCount::ByVillage { .. } => {
            let given = issued.by_village();
            let given = given.iter().map(|(village, _)| village);
            if !counts_villages(&ballot.rule) || !given.eq(piles.iter().map(|(village, _)| village))
            {
                return Err(Refusal::PapersWhole);
            }
            let returned: Vec<(Option<VillageId>, u32)> = piles
                .iter()
                .map(|(village, papers)| (village.clone(), papers.returned))
                .collect();
            enough(&ballot.rule, &returned)?;
        }
    }
    let void = counted.exceeds(issued);
    for (village, papers) in piles {
        let want = if void { 0 } else { papers.returned };
        if papers.sum() != want {
            return Err(Refusal::PapersDoNotAddUp {
                village,
                returned: want,
                sum: papers.sum(),
            });
        }
    }
    Ok(())
}

/// Judges a count of the papers, the first or the second.
pub(super) fn count_papers(
    world: &World,
    motion: &MotionId,
    counted: &BallotCount,
) -> Result<Vec<Event>, Refusal> {
    let (motion, ballot, session) = secret(world, motion)?;
    balances(ballot, counted)?;
    if ballot.secret.counted.is_some() {
        return Err(Refusal::PapersCounted);
    }
    let mut counted = counted.clone();
    if let BallotCount::Slate { sheet } = &mut counted {
        sheet.in_stroke_order();
    }
    Ok(vec![Event::PapersCounted {
        session: session.id.clone(),
        motion: motion.id.clone(),
        count: counted,
    }])
}
