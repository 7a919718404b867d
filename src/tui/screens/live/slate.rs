//! The figures of contenders as they are typed, by hands or from papers, and what they come to.

use crate::domain::rule::Method;
use crate::domain::text::Line;
use crate::domain::vote::Ballot;
use crate::domain::vote::slate::{Row as Voices, Sheet, Slate, chooses_people};
use serde::{Deserialize, Serialize};

/// A figure that is typed on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// 收回.
    Returned,
    /// 废票.
    Spoiled,
    /// For a contender, by its place on the ballot.
    For(usize),
    /// Against a candidate.
    Against(usize),
    /// 弃权, where one of several is chosen.
    Abstain,
    /// 未表决, where hands are counted for one of several.
    NotVoting,
    /// For a name that was written in.
    Written(usize),
    /// Where another name is written in.
    More,
}

/// The figures as they are typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Figures {
    returned: u32,
    spoiled: u32,
    rows: Vec<Voices>,
    abstain: u32,
    not_voting: u32,
    written: Vec<(Line, u32)>,
}

impl Figures {
    /// Begins with nothing for each contender.
    #[must_use]
    pub fn none(contenders: usize) -> Self {
        Self {
            rows: vec![Voices::default(); contenders],
            ..Self::default()
        }
    }

    /// Returns the figures that make a count.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        Self {
            returned: sheet.returned,
            spoiled: sheet.spoiled,
            rows: sheet.rows.clone(),
            abstain: sheet.abstain,
            not_voting: sheet.issued.saturating_sub(sheet.returned),
            written: sheet.written.clone(),
        }
    }

    /// Returns a figure; `None` for what has none.
    #[must_use]
    pub fn figure(&self, figure: Figure) -> Option<u32> {
        let row = |at: usize| self.rows.get(at);
        match figure {
            Figure::Returned => Some(self.returned),
            Figure::Spoiled => Some(self.spoiled),
            Figure::For(at) => row(at).map(|row| row.yes),
            Figure::Against(at) => row(at).map(|row| row.no),
            Figure::Abstain => Some(self.abstain),
            Figure::NotVoting => Some(self.not_voting),
            Figure::Written(at) => self.written.get(at).map(|(_, votes)| *votes),
            Figure::More => None,
        }
    }

    /// Returns a figure, to change it.
    pub fn figure_mut(&mut self, figure: Figure) -> Option<&mut u32> {
        match figure {
            Figure::Returned => Some(&mut self.returned),
            Figure::Spoiled => Some(&mut self.spoiled),
            Figure::For(at) => self.rows.get_mut(at).map(|row| &mut row.yes),
            Figure::Against(at) => self.rows.get_mut(at).map(|row| &mut row.no),
            Figure::Abstain => Some(&mut self.abstain),
            Figure::NotVoting => Some(&mut self.not_voting),
            Figure::Written(at) => self.written.get_mut(at).map(|(_, votes)| votes),
            Figure::More => None,
        }
    }

    /// Returns the names that were written in.
    pub fn written(&self) -> impl Iterator<Item = &Line> {
        self.written.iter().map(|(name, _)| name)
    }

    /// Writes another name in, with no vote yet; one that is there already stays as it is.
    pub fn write_in(&mut self, name: Line) {
        if self.written().all(|known| *known != name) {
            self.written.push((name, 0));
        }
    }

    /// Takes a name that was written in away again.
    pub fn strike(&mut self, at: usize) {
        if at < self.written.len() {
            self.written.remove(at);
        }
    }

    /// Returns the rows of a ballot, in the order in which they are filled in.
    #[must_use]
    pub fn rows(&self, ballot: &Ballot, slate: &Slate) -> Vec<Figure> {
        let people = chooses_people(&ballot.rule);
        let hands = ballot.method == Method::Hands;
        let mut rows = match hands {
            true => Vec::new(),
            false => vec![Figure::Returned, Figure::Spoiled],
        };
        for at in 0..slate.contenders.len() {
            rows.push(Figure::For(at));
            rows.extend(people.then_some(Figure::Against(at)));
        }
        if slate.write_in {
            rows.extend((0..self.written.len()).map(Figure::Written));
            rows.push(Figure::More);
        }
        if !people {
            rows.push(Figure::Abstain);
            rows.extend(hands.then_some(Figure::NotVoting));
        }
        rows
    }

    /// Returns the count the figures make. Of an election those who are neither for nor against a
    /// candidate abstain; of more papers than were given out nothing but their number counts.
    #[must_use]
    pub fn sheet(&self, ballot: &Ballot, room: u32) -> Sheet {
        let people = chooses_people(&ballot.rule);
        let hands = ballot.method == Method::Hands;
        if !hands && self.returned > room {
            return Sheet::bare(room, self.returned, self.rows.len());
        }
        let chosen = self.rows.iter().map(|row| row.yes);
        let chosen = chosen.fold(self.abstain, u32::saturating_add);
        let (issued, returned, spoiled) = match (hands, people) {
            (false, _) => (room, self.returned, self.spoiled),
            (true, true) => (room, room, 0),
            (true, false) => (chosen.saturating_add(self.not_voting), chosen, 0),
        };
        let valid = returned.saturating_sub(spoiled);
        let rest = |row: &Voices| Voices {
            abstain: match people {
                true => valid.saturating_sub(row.yes.saturating_add(row.no)),
                false => 0,
            },
            ..*row
        };
        let mut sheet = Sheet {
            issued,
            returned,
            valid,
            spoiled,
            rows: self.rows.iter().map(rest).collect(),
            abstain: if people { 0 } else { self.abstain },
            written: self
                .written
                .iter()
                .filter(|(_, votes)| *votes > 0)
                .cloned()
                .collect(),
        };
        sheet.in_stroke_order();
        sheet
    }
}
