//! One of several by name: what each took is known, and the sheet is the sum of the voices.

use super::{Refused, Row, Sheet, Slate, count};
use crate::domain::dates::Minute;
use crate::domain::ids::{GroupId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::text::Line;
use crate::domain::vote::result::{Voiced, turnouts};
use crate::domain::vote::tally::{Counts, Poll, Voice};
use crate::domain::vote::{Ballot, Choice, VoteResult};

/// Refuses a choice that the ballot does not ask for: for or against where one of several is taken, and
/// what does not stand on it.
pub(in crate::domain) fn stands_on(ballot: &Ballot, choice: &Choice) -> Result<(), Refusal> {
    match (&ballot.slate, choice) {
        (Some(_), Choice::For | Choice::Against) => Err(Refused::OneIsTaken.into()),
        (Some(slate), Choice::Chooses { option }) if slate.place(option).is_none() => {
            Err(Refused::NotOnTheBallot {
                name: option.clone(),
            }
            .into())
        }
        (None, Choice::Chooses { .. }) => Err(Refused::NoContendersAsked {
            rule: ballot.rule.id.clone(),
        }
        .into()),
        _ => Ok(()),
    }
}

/// What some people took of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfVillage {
    /// Their village; `None` for area-wide seats.
    pub village: Option<VillageId>,
    /// How many took each, in the order of the ballot.
    pub rows: Vec<u32>,
    /// How many took one, abstained, did not vote, withdrew or were absent.
    pub counts: Counts,
}

impl OfVillage {
    /// Begins with nobody.
    #[must_use]
    pub fn none(slate: &Slate, village: Option<VillageId>) -> Self {
        Self {
            village,
            rows: vec![0; slate.contenders.len()],
            counts: Counts::default(),
        }
    }

    /// Adds somebody. Whoever is for something that is not on the ballot has not voted.
    pub fn add(&mut self, slate: &Slate, voice: Voice, option: Option<&Line>) {
        let at = option.and_then(|option| slate.place(option));
        let row = at.and_then(|at| self.rows.get_mut(at));
        match (voice, row) {
            (Voice::For, Some(row)) => {
                *row = row.saturating_add(1);
                self.counts.add(Voice::For);
            }
            (Voice::For | Voice::Against, _) => self.counts.add(Voice::NotVoting),
            (voice, _) => self.counts.add(voice),
        }
    }

    fn sheet(&self) -> Sheet {
        let valid = self.counts.valid();
        let row = |yes: &u32| Row {
            yes: *yes,
            ..Row::default()
        };
        Sheet {
            issued: self.counts.present(),
            returned: valid,
            valid,
            rows: self.rows.iter().map(row).collect(),
            abstain: self.counts.abstain,
            ..Sheet::default()
        }
    }
}

/// Returns what each village took, in the order in which they were asked; area-wide seats are one.
#[must_use]
pub fn of_villages(slate: &Slate, voices: &[Voiced]) -> Vec<OfVillage> {
    let mut all: Vec<OfVillage> = Vec::new();
    for voiced in voices {
        let village = &voiced.voter.village;
        let at = all.iter().position(|it| it.village == *village);
        let at = at.unwrap_or_else(|| {
            all.push(OfVillage::none(slate, village.clone()));
            all.len() - 1
        });
        if let Some(of) = all.get_mut(at) {
            of.add(slate, voiced.voice, voiced.option.as_ref());
        }
    }
    all
}

impl Slate {
    /// Returns the place of a name on the ballot.
    #[must_use]
    pub fn place(&self, name: &Line) -> Option<usize> {
        self.contenders.iter().position(|it| it.name == *name)
    }
}

impl VoteResult {
    /// Counts what each took of several by name; it comes out as hands or papers of the same totals do.
    pub(in crate::domain::vote) fn of_named(
        ballot: &Ballot,
        slate: &Slate,
        voices: Vec<Voiced>,
        ended: Minute,
    ) -> Self {
        let (mut all, mut there) = (OfVillage::none(slate, None), Poll::under(&ballot.rule));
        for voiced in &voices {
            all.add(slate, voiced.voice, voiced.option.as_ref());
            let group = voiced.voter.village.as_ref().map(GroupId::from);
            let attended = voiced.attended(&ballot.rule);
            there.take(group.as_ref(), attended, voiced.voter.stake());
        }
        let away = |it: &&Voiced| matches!(it.voice, Voice::Absent | Voice::Recused);
        let known: Vec<Voiced> = voices.iter().filter(away).cloned().collect();
        let took_part = voices.iter().filter(|it| !away(it));
        let took_part = took_part.map(|it| it.voter.clone()).collect();
        let quorum = turnouts(&ballot.rule, &there);
        Self {
            voices,
            ..count::of_sheet(
                ballot,
                slate,
                known,
                (all.sheet(), took_part),
                quorum,
                ended,
            )
        }
    }
}
