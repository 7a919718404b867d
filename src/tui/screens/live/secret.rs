//! Papers as the panel shows them: given out, then counted twice, each time from nothing; and the hands
//! for contenders, which are counted on the same rows.

use super::hands::room_of;
use super::paper::moment;
use super::slate::{Figure, Figures};
use super::urn::Pencil;
use super::{Panel, State, seen, vote as ballots};
use crate::domain::Command;
use crate::domain::ids::{PersonId, VillageId};
use crate::domain::rule::Method;
use crate::domain::session::Session;
use crate::domain::vote::secret::{BallotCount, Issued, Number, Papers, VillagePapers};
use crate::domain::vote::slate::Sheet;
use crate::domain::vote::{self, Ballot, Motion, MotionState};
use crate::i18n::{ballots as words, slate};
use crate::tui::action::Why;
use crate::tui::app::App;
use serde::{Deserialize, Serialize};

/// How far the papers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// They are being given out.
    Issue,
    /// They are counted.
    First,
    /// They are counted once more.
    Second,
    /// Both counts agree.
    Counted,
    /// The hands for each contender are counted.
    Hands,
}

/// A row of the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// How many papers are given out.
    Issued,
    /// How many withdrew; one more is named here.
    Recusals,
    /// Somebody who withdrew.
    Recused(PersonId),
    /// The header of a pile.
    Pile(usize),
    /// A number of a pile.
    Of(usize, Number),
    /// A figure of a contender, or of the whole they stand in.
    Figure(Figure),
}

/// The papers of a motion as the panel shows them.
pub struct Count<'a> {
    /// The motion.
    pub motion: &'a Motion,
    /// Its ballot.
    pub ballot: &'a Ballot,
    /// How far they are.
    pub phase: Phase,
    /// How many have to be given out.
    pub room: u32,
    /// How many are, or are typed to be.
    pub issued: u32,
    /// The piles, each with its village where they are counted by villages.
    pub piles: Vec<(Option<VillageId>, Papers)>,
    /// The figures of the contenders, where some stand on the ballot.
    pub figures: Option<Figures>,
    /// Whether they are counted by villages.
    pub by_village: bool,
    /// Whether nothing was typed yet.
    pub untouched: bool,
}

impl Count<'_> {
    /// Returns the rows, in the order in which they are filled in.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        if self.phase == Phase::Issue {
            let recused = self.recused().map(Row::Recused);
            return [Row::Issued, Row::Recusals]
                .into_iter()
                .chain(recused)
                .collect();
        }
        if let (Some(figures), Some(slate)) = (&self.figures, &self.ballot.slate) {
            // Once both counts agree no name is written in any more.
            let more = |it: &Figure| self.phase != Phase::Counted || *it != Figure::More;
            let figures = figures.rows(self.ballot, slate).into_iter().filter(more);
            let hands = self.phase == Phase::Hands;
            let recused = self.recused().map(Row::Recused);
            let withdrew = std::iter::once(Row::Recusals).chain(recused);
            return figures
                .map(Row::Figure)
                .chain(withdrew.filter(|_| hands))
                .collect();
        }
        let piles = 0..self.piles.len();
        piles
            .flat_map(|pile| {
                let header = self.by_village.then_some(Row::Pile(pile));
                let numbers = Number::ALL.into_iter();
                header
                    .into_iter()
                    .chain(numbers.map(move |number| Row::Of(pile, number)))
            })
            .collect()
    }

    /// Returns those who withdrew, in the order of the roll.
    pub fn recused(&self) -> impl Iterator<Item = PersonId> {
        let voters = self.ballot.voters.iter().map(|voter| &voter.person);
        voters
            .filter(|person| self.ballot.marks.contains_key(person))
            .cloned()
    }

    /// Returns the count as it is taken down: of more papers than were given out only how many.
    #[must_use]
    pub fn count(&self) -> BallotCount {
        let count = self.typed();
        match &self.ballot.secret.issued {
            Some(issued) => count.or_void(issued),
            None => count,
        }
    }

    /// Returns the count the figures of the contenders make.
    #[must_use]
    pub fn sheet(&self) -> Option<Sheet> {
        let figures = self.figures.as_ref()?;
        let room = match self.phase {
            Phase::Hands => self.room,
            _ => self.issued,
        };
        Some(figures.sheet(self.ballot, room))
    }

    /// Says whether the hands on the rows are those that were taken down.
    #[must_use]
    pub fn taken(&self) -> bool {
        self.phase == Phase::Hands
            && self.ballot.sheet.is_some()
            && self.ballot.sheet == self.sheet()
    }

    fn typed(&self) -> BallotCount {
        if let Some(sheet) = self.sheet() {
            return BallotCount::Slate { sheet };
        }
        if self.by_village {
            return BallotCount::ByVillage {
                villages: self
                    .piles
                    .iter()
                    .map(|(village, papers)| VillagePapers {
                        village: village.clone(),
                        papers: *papers,
                    })
                    .collect(),
            };
        }
        let papers = self.piles.first().map(|(_, papers)| *papers);
        BallotCount::Whole {
            papers: papers.unwrap_or_default(),
        }
    }
}

/// Returns the ballot of a motion that is voted on secretly.
pub fn secretly(motion: &Motion) -> Option<&Ballot> {
    motion.ballot().filter(|it| it.method == Method::Secret)
}

/// Returns the ballot of a motion whose numbers are typed on these rows: a secret one, or one by hands on
/// which contenders stand.
pub fn on_rows(motion: &Motion) -> Option<&Ballot> {
    let contenders = || {
        let ballot = motion.ballot();
        ballot.filter(|it| it.slate.is_some() && it.method != Method::ByName)
    };
    secretly(motion).or_else(contenders)
}

/// Says whether contenders stand on the ballot of a motion.
pub fn of_contenders(motion: &Motion) -> bool {
    motion.ballot().is_some_and(|ballot| ballot.slate.is_some())
}

/// Returns how far the papers of a ballot are.
#[must_use]
pub fn phase(ballot: &Ballot) -> Phase {
    if ballot.method == Method::Hands {
        return Phase::Hands;
    }
    let urn = &ballot.secret;
    match (&urn.issued, &urn.first, &urn.counted) {
        (None, ..) => Phase::Issue,
        (_, _, Some(_)) => Phase::Counted,
        (_, Some(_), None) => Phase::Second,
        (_, None, None) => Phase::First,
    }
}

/// Returns the piles of a ballot with nothing in them.
pub(super) fn empty(ballot: &Ballot, issued: &Issued) -> Vec<(Option<VillageId>, Papers)> {
    let piles = issued.by_village().into_iter();
    let none = Papers::default();
    match vote::secret::counts_villages(&ballot.rule) {
        true => piles.map(|(village, _)| (village, none)).collect(),
        false => vec![(None, none)],
    }
}

/// Returns the papers of a motion whose vote is secret, open or ended.
#[must_use]
pub fn count<'a>(state: &State, session: &Session, motion: &'a Motion) -> Option<Count<'a>> {
    let ballot = on_rows(motion)?;
    let phase = phase(ballot);
    let here = room_of(session, ballot);
    let urn = &ballot.secret;
    let pencil = state.papers.as_ref();
    let pencil = pencil.filter(|it| it.is_of(&motion.id, phase));
    let issued = match (&urn.issued, pencil) {
        (Some(issued), _) => issued.number(),
        (None, Some(pencil)) => pencil.issued(here),
        (None, None) => here,
    };
    let piles = match (&urn.issued, &urn.counted, pencil) {
        (None, ..) => Vec::new(),
        _ if ballot.slate.is_some() => Vec::new(),
        (Some(_), Some(counted), _) => counted.piles(),
        (Some(issued), None, Some(pencil)) => pencil.piles(empty(ballot, issued)),
        (Some(issued), None, None) => empty(ballot, issued),
    };
    let figures = ballot.slate.as_ref().map(|slate| {
        let counted = match (&urn.counted, &ballot.sheet) {
            (Some(BallotCount::Slate { sheet }), _) => Some(Figures::of(sheet)),
            (_, Some(sheet)) if pencil.is_none() => Some(Figures::of(sheet)),
            _ => None,
        };
        let typed = || pencil.and_then(Pencil::figures);
        let none = || Figures::none(slate.contenders.len());
        counted.or_else(typed).unwrap_or_else(none)
    });
    Some(Count {
        motion,
        ballot,
        phase,
        room: here,
        issued,
        piles,
        figures,
        by_village: vote::secret::counts_villages(&ballot.rule),
        untouched: pencil.is_none(),
    })
}

/// Returns the papers that are given out or counted on the panel.
///
/// # Errors
/// That none are.
pub fn open(app: &App) -> Result<Count<'_>, Why> {
    let (state, session, world) = seen(app)?;
    ballots::motion(state, world)
        .filter(|motion| matches!(motion.state, MotionState::Voting { .. }))
        .and_then(|motion| count(state, session, motion))
        .ok_or(Why::Says(words::not_counting))
}

/// Says whether numbers are still being filled in.
///
/// # Errors
/// That none are.
pub fn filling(app: &App) -> Result<(), Why> {
    match open(app)?.phase {
        Phase::Counted => Err(Why::Says(words::agree)),
        Phase::Issue | Phase::First | Phase::Second | Phase::Hands => Ok(()),
    }
}

/// Returns the row that is selected, past the headers.
///
/// # Errors
/// That no papers are counted.
pub fn row(app: &App) -> Result<Row, Why> {
    let rows = open(app)?.rows();
    let at = app
        .live()
        .map_or(0, |state| state.listing(Panel::Vote).selected);
    let at = at.min(rows.len().saturating_sub(1));
    let mut rows = rows.into_iter().skip(at);
    rows.find(|row| !matches!(row, Row::Pile(_)))
        .ok_or(Why::Says(words::not_counting))
}

/// Returns the command of the step: the papers are given out, or a count is taken down.
///
/// # Errors
/// That no papers are counted.
pub fn take_down(app: &App) -> Result<Vec<Command>, Why> {
    let count = open(app)?;
    let motion = count.motion.id.clone();
    let command = match count.phase {
        Phase::Issue => vote::Command::IssuePapers {
            motion,
            number: count.issued,
            at: moment(app)?,
        },
        Phase::Hands if count.untouched => return Err(Why::Says(slate::hands_hint)),
        Phase::Hands => {
            let sheet = count.sheet().ok_or(Why::Says(words::not_counting))?;
            vote::Command::CountSlate { motion, sheet }
        }
        // A key pressed once more takes no empty count down.
        _ if count.untouched => return Err(Why::Says(words::number_hint)),
        _ => vote::Command::CountPapers {
            motion,
            count: count.count(),
        },
    };
    Ok(vec![Command::Vote(command)])
}

/// Says whether a command takes numbers of papers down.
#[must_use]
pub fn takes_down(command: &Command) -> bool {
    matches!(
        command,
        Command::Vote(vote::Command::IssuePapers { .. } | vote::Command::CountPapers { .. })
    )
}

/// Takes the selected recusal back.
///
/// # Errors
/// That nobody recused is selected.
pub fn clear_recusal(app: &App) -> Result<Vec<Command>, Why> {
    let Row::Recused(person) = row(app)? else {
        return Err(Why::Says(crate::i18n::hands::choose_recused));
    };
    Ok(vec![Command::Vote(vote::Command::Clear {
        motion: open(app)?.motion.id.clone(),
        person,
    })])
}

/// Says whether somebody can still be named as recused.
///
/// # Errors
/// That nobody can.
pub fn can_recuse(app: &App) -> Result<(), Why> {
    match open(app)?.phase {
        Phase::Issue | Phase::Hands => super::hands::somebody_may_withdraw(app),
        _ => Err(Why::Says(words::issued_already)),
    }
}
