//! What a count sheet has to show, read off a vote: its counts one after the other, its lines, the figure
//! of each line in each count. No word stands here.

use crate::domain::ids::VillageId;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::Session;
use crate::domain::session::correction::{Corrected, Correction};
use crate::domain::text;
use crate::domain::vote::secret::{BallotCount, Number, counts_villages};
use crate::domain::vote::slate::{Slate, chooses_people, on_ballot};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::totals::Totals;
use crate::domain::vote::under::under;
use crate::domain::vote::{Ballot, Motion, MotionState, VoteResult, due};
use crate::domain::world::World;

/// A vote that may have a count sheet.
pub(super) struct Vote<'a> {
    pub(super) rule: Option<Rule>,
    pub(super) method: Option<Method>,
    pub(super) slate: Option<Slate>,
    /// The ballot and its result, once it was opened.
    pub(super) ballot: Option<(&'a Ballot, Option<&'a VoteResult>)>,
    /// The corrections of its figures, oldest first.
    pub(super) corrected: Vec<&'a Correction>,
}

/// Returns every vote on a motion, oldest first: those held, then the one that is still to be opened.
pub(super) fn votes<'a>(world: &'a World, motion: &'a Motion) -> Vec<Vote<'a>> {
    let earlier = motion.earlier.iter();
    let mut votes: Vec<Vote<'_>> = earlier
        .map(|round| Vote::of(&round.ballot, round.result(), Vec::new()))
        .collect();
    let last = motion.ballot();
    votes.extend(last.map(|it| Vote::of(it, motion.result(), corrections(world, motion))));
    let again = due(motion).is_some_and(|due| due.is_a_vote());
    let drafted = motion.state == MotionState::Drafted;
    votes.extend((drafted || again).then(|| Vote::to_come(world, motion)));
    votes
}

/// Returns the corrections of a motion's figures, oldest first.
fn corrections<'a>(world: &'a World, motion: &Motion) -> Vec<&'a Correction> {
    let made = world.corrections_of(&motion.session);
    let of_it = made.filter(
        |it| matches!(&it.change, Corrected::Totals { motion: of, .. } if *of == motion.id),
    );
    of_it.collect()
}

/// A line of the sheet that has a figure in every count.
pub(super) enum Line {
    Number(Option<VillageId>, Number),
    Valid(Option<VillageId>),
    Contender(usize, Voice),
    Abstain,
    Written(text::Line),
    WriteIn,
}

/// Which counts stand side by side.
#[derive(Clone, Copy)]
pub(super) enum Pass {
    /// Two that did not agree, the first pair of them from 1.
    Unequal(usize),
    /// Two that agreed, and what was corrected since.
    Agreed,
    /// The one count of hands, and what was corrected since.
    Counted,
}

/// One of the counts that stand side by side.
#[derive(Clone, Copy)]
pub(super) enum Column {
    First,
    Second,
    Corrected,
}

/// Counts side by side.
pub(super) struct Counts {
    pub(super) pass: Pass,
    pub(super) columns: Vec<(Column, BallotCount)>,
}

impl Counts {
    fn pair(pass: Pass, first: BallotCount, second: BallotCount) -> Self {
        let columns = vec![(Column::First, first), (Column::Second, second)];
        Self { pass, columns }
    }

    /// Returns the count that stands: the one corrected last.
    pub(super) fn last(&self) -> Option<&BallotCount> {
        self.columns.last().map(|(_, count)| count)
    }
}

/// Returns figures as a count; none of a vote whose figures are no count of papers or contenders.
fn count_of(totals: &Totals) -> Option<BallotCount> {
    match totals {
        Totals::Papers { count } => Some(count.clone()),
        Totals::Raised { sheet } => Some(BallotCount::Slate {
            sheet: sheet.clone(),
        }),
        Totals::Hands { .. } | Totals::Village { .. } => None,
    }
}

impl<'a> Vote<'a> {
    fn of(
        ballot: &'a Ballot,
        result: Option<&'a VoteResult>,
        corrected: Vec<&'a Correction>,
    ) -> Self {
        Self {
            rule: Some(ballot.rule.clone()),
            method: Some(ballot.method),
            slate: ballot.slate.clone(),
            ballot: Some((ballot, result)),
            corrected,
        }
    }

    /// A vote that is still to be opened: papers, where the rule lets it be secret.
    fn to_come(world: &World, motion: &Motion) -> Self {
        let rule = under(world, motion).ok();
        let secret = rule.as_ref().filter(|rule| rule.allows(Method::Secret));
        Self {
            method: secret.filter(|_| !motion.named).map(|_| Method::Secret),
            slate: on_ballot(motion).filter(|slate| !slate.contenders.is_empty()),
            ballot: None,
            corrected: Vec::new(),
            rule,
        }
    }

    pub(super) fn has_a_sheet(&self) -> bool {
        // Where each is asked by name nothing is counted on paper.
        let by_name = self.method == Some(Method::ByName);
        self.method == Some(Method::Secret) || self.slate.is_some() && !by_name
    }

    pub(super) fn people(&self) -> bool {
        self.rule.as_ref().is_some_and(chooses_people)
    }

    pub(super) fn by_village(&self) -> bool {
        self.rule.as_ref().is_some_and(counts_villages)
    }

    pub(super) fn result(&self) -> Option<&'a VoteResult> {
        self.ballot.and_then(|(_, result)| result)
    }

    /// Returns how many papers went out, or hands could be raised.
    pub(super) fn issued(&self) -> Option<u32> {
        let (ballot, _) = self.ballot?;
        let issued = ballot.secret.issued.as_ref().map(|it| it.number());
        issued.or_else(|| Some(ballot.sheet.as_ref()?.issued))
    }

    /// Says whether a count is of more papers than were given out: of a void one nothing counts but how
    /// many came back.
    pub(super) fn is_void(&self, count: &BallotCount) -> bool {
        let issued = self.ballot.and_then(|(it, _)| it.secret.issued.as_ref());
        issued.is_some_and(|issued| count.exceeds(issued))
    }

    /// Returns every count that is known: those that did not agree, then the one that stands.
    pub(super) fn counts(&self) -> Vec<Counts> {
        let Some((ballot, _)) = self.ballot else {
            return Vec::new();
        };
        let differed = (1_usize..).zip(&ballot.secret.differed);
        let mut all: Vec<Counts> = differed
            .map(|(at, pair)| {
                Counts::pair(Pass::Unequal(at), pair.first.clone(), pair.second.clone())
            })
            .collect();
        let raised = ballot.sheet.clone();
        let raised = raised.map(|sheet| BallotCount::Slate { sheet });
        let Some(stands) = ballot.secret.counted.clone().or(raised) else {
            return all;
        };
        let mut corrected: Vec<BallotCount> = Vec::new();
        let mut announced = None;
        for correction in &self.corrected {
            if let Corrected::Totals { from, to, .. } = &correction.change {
                announced = announced.or_else(|| count_of(from));
                corrected.extend(count_of(to));
            }
        }
        let announced = announced.unwrap_or(stands);
        let mut counts = match ballot.method {
            Method::Secret => Counts::pair(Pass::Agreed, announced.clone(), announced),
            _ => Counts {
                pass: Pass::Counted,
                columns: vec![(Column::First, announced)],
            },
        };
        let corrected = corrected.into_iter().map(|it| (Column::Corrected, it));
        counts.columns.extend(corrected);
        all.push(counts);
        all
    }

    /// Returns the contenders in the order they are written in: by votes once they are counted.
    fn order(&self, slate: &Slate) -> Vec<usize> {
        let count = self.result().and_then(|result| result.slate.as_ref());
        let placed = count.map(|it| it.judged.placed.iter().filter_map(|it| it.at).collect());
        let placed: Vec<usize> = placed.unwrap_or_default();
        match placed.len() == slate.contenders.len() {
            true => placed,
            false => (0..slate.contenders.len()).collect(),
        }
    }

    /// Returns the lines of counts side by side; before the count those that are to be filled in.
    pub(super) fn lines(&self, session: &Session, counts: Option<&Counts>) -> Vec<Line> {
        let Some(slate) = &self.slate else {
            return self.of_piles(session);
        };
        let mut lines = Vec::new();
        if self.method == Some(Method::Secret) {
            lines.push(Line::Number(None, Number::Returned));
            lines.push(Line::Valid(None));
            lines.push(Line::Number(None, Number::Spoiled));
        }
        for at in self.order(slate) {
            lines.push(Line::Contender(at, Voice::For));
            if self.people() {
                lines.push(Line::Contender(at, Voice::Against));
                lines.push(Line::Contender(at, Voice::Abstain));
            }
        }
        let mut written: Vec<&text::Line> = Vec::new();
        for (_, count) in counts.iter().flat_map(|it| &it.columns) {
            if let BallotCount::Slate { sheet } = count {
                for (name, _) in &sheet.written {
                    if !written.contains(&name) {
                        written.push(name);
                    }
                }
            }
        }
        lines.extend(written.into_iter().cloned().map(Line::Written));
        if counts.is_none() && slate.write_in {
            lines.push(Line::WriteIn);
        }
        if !self.people() {
            lines.push(Line::Abstain);
        }
        lines
    }

    fn of_piles(&self, session: &Session) -> Vec<Line> {
        let mut lines = Vec::new();
        for village in self.villages(session) {
            lines.push(Line::Number(village.clone(), Number::Returned));
            lines.push(Line::Valid(village.clone()));
            for number in [Number::Spoiled, Number::Yes, Number::No, Number::Abstain] {
                lines.push(Line::Number(village.clone(), number));
            }
        }
        lines
    }

    /// Returns the villages whose papers are piles of their own; one of none where all are one pile.
    fn villages(&self, session: &Session) -> Vec<Option<VillageId>> {
        if !self.by_village() {
            return vec![None];
        }
        let issued = self.ballot.and_then(|(it, _)| it.secret.issued.as_ref());
        if let Some(issued) = issued {
            return issued.by_village().into_iter().map(|it| it.0).collect();
        }
        let mut villages: Vec<Option<VillageId>> = Vec::new();
        for attendee in session.entitled() {
            if !villages.contains(&attendee.place.village) {
                villages.push(attendee.place.village.clone());
            }
        }
        villages
    }
}

/// Returns the figure of a line in a count.
pub(super) fn figure(count: &BallotCount, line: &Line) -> Option<u32> {
    let pile = |village: &Option<VillageId>| {
        let piles = count.piles().into_iter();
        let mut of = piles.filter(|(it, _)| it == village);
        of.next().map(|(_, papers)| papers)
    };
    match (line, count) {
        (Line::Number(_, number), BallotCount::Slate { sheet }) => match number {
            Number::Returned => Some(sheet.returned),
            Number::Spoiled => Some(sheet.spoiled),
            _ => None,
        },
        (Line::Valid(_), BallotCount::Slate { sheet }) => Some(sheet.valid),
        (Line::Number(village, number), _) => pile(village).map(|it| it.number(*number)),
        (Line::Valid(village), _) => pile(village).map(|it| it.valid()),
        (Line::Contender(at, voice), BallotCount::Slate { sheet }) => {
            sheet.rows.get(*at).map(|row| match voice {
                Voice::For => row.yes,
                Voice::Against => row.no,
                _ => row.abstain,
            })
        }
        (Line::Abstain, BallotCount::Slate { sheet }) => Some(sheet.abstain),
        (Line::Written(name), BallotCount::Slate { sheet }) => {
            let written = sheet.written.iter().find(|(it, _)| it == name);
            Some(written.map_or(0, |(_, votes)| *votes))
        }
        _ => None,
    }
}
