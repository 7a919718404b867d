//! Counts: how many did what, and what a rule holds them against.

use crate::domain::omitted::zero;
use crate::domain::rule::{Base, RecusalEffect};
use serde::{Deserialize, Serialize};

/// What one entitled person did in one vote. Absent, present without voting, abstaining and recused
/// are four different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// 赞成.
    For,
    /// 反对.
    Against,
    /// 弃权.
    Abstain,
    /// 未表决: in the room, did not vote.
    NotVoting,
    /// Not in the room.
    Absent,
    /// 回避: may not take part in this vote.
    Recused,
}

/// How many of each; the whole of those entitled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub struct Counts {
    /// 赞成.
    pub yes: u32,
    /// 反对.
    pub no: u32,
    /// 弃权.
    pub abstain: u32,
    /// 未表决.
    pub not_voting: u32,
    /// Not in the room.
    pub absent: u32,
    /// 回避.
    pub recused: u32,
    /// 废票.
    #[serde(default, skip_serializing_if = "zero")]
    pub spoiled: u32,
}

impl Counts {
    /// Adds one voice.
    pub fn add(&mut self, voice: Voice) {
        self.add_times(voice, 1);
    }

    /// Adds a voice that counts so often.
    pub fn add_times(&mut self, voice: Voice, times: u32) {
        let count = match voice {
            Voice::For => &mut self.yes,
            Voice::Against => &mut self.no,
            Voice::Abstain => &mut self.abstain,
            Voice::NotVoting => &mut self.not_voting,
            Voice::Absent => &mut self.absent,
            Voice::Recused => &mut self.recused,
        };
        *count = count.saturating_add(times);
    }

    /// Returns what is left of them beside some that are among them.
    #[must_use]
    pub fn without(&self, part: &Self) -> Self {
        Self {
            yes: self.yes.saturating_sub(part.yes),
            no: self.no.saturating_sub(part.no),
            abstain: self.abstain.saturating_sub(part.abstain),
            not_voting: self.not_voting.saturating_sub(part.not_voting),
            absent: self.absent.saturating_sub(part.absent),
            recused: self.recused.saturating_sub(part.recused),
            spoiled: self.spoiled.saturating_sub(part.spoiled),
        }
    }

    /// Returns the votes cast: for and against. Who abstains has not decided either way.
    #[must_use]
    pub fn cast(&self) -> u32 {
        self.yes.saturating_add(self.no)
    }

    /// Returns 有效票: votes for, against and abstaining.
    #[must_use]
    pub fn valid(&self) -> u32 {
        self.cast().saturating_add(self.abstain)
    }

    /// Returns 到会: all but absent and recused.
    #[must_use]
    pub fn present(&self) -> u32 {
        self.valid()
            .saturating_add(self.not_voting)
            .saturating_add(self.spoiled)
    }

    /// Returns 应到会, recused members in or out as the rule says.
    #[must_use]
    pub fn entitled(&self, recusal: RecusalEffect) -> u32 {
        match recusal {
            RecusalEffect::KeepBase | RecusalEffect::Waive => {
                self.present().saturating_add(self.recused)
            }
            RecusalEffect::ReduceBase => self.present(),
        }
        .saturating_add(self.absent)
    }

    /// Returns those who count for the quorum: 到会 and, where the rule keeps them in 应到会, the recused.
    ///
    /// A quorum is of attendance, and whoever withdraws from one vote did attend. Counted in the base
    /// and not among those who came, each recusal would make the vote inquorate without anybody having
    /// left, and nobody in the room would have been told. A rule that takes the recused out of 应到会
    /// takes them out of both sides; one that waives the shortfall they cause takes them out here only.
    #[must_use]
    pub fn attending(&self, recusal: RecusalEffect) -> u32 {
        match recusal {
            RecusalEffect::KeepBase => self.present().saturating_add(self.recused),
            RecusalEffect::ReduceBase | RecusalEffect::Waive => self.present(),
        }
    }

    /// Returns what a threshold is held against.
    #[must_use]
    pub fn base(&self, base: Base, recusal: RecusalEffect) -> u32 {
        match base {
            Base::Entitled => self.entitled(recusal),
            Base::Present => self.present(),
            Base::Valid => self.valid(),
            Base::Cast => self.cast(),
            Base::Against => self.no,
        }
    }

    /// Returns how a body speaks by the voices of its people: as more than half of those in the room
    /// do. One that is divided says nothing, so that one more vote for never takes it from those who
    /// cast none to those who abstain.
    #[must_use]
    pub fn position(&self) -> Voice {
        let present = u64::from(self.present());
        match () {
            () if present == 0 && self.recused > 0 => Voice::Recused,
            () if present == 0 => Voice::Absent,
            () if 2 * u64::from(self.yes) > present => Voice::For,
            () if 2 * u64::from(self.no) > present => Voice::Against,
            () if 2 * u64::from(self.abstain) > present => Voice::Abstain,
            () => Voice::NotVoting,
        }
    }
}
