//! Boards: what hangs on the board of each village and on that of the area, from when to when, and what
//! was objected.
//!
//! 公示 invites objections before something takes effect; 公开 informs (`domain.md` §4.6).

mod change;
pub mod mask;

pub use change::{Command, Event, Refused, apply, decide};

use super::ids::{MatterId, PostingId, VillageId};
use super::text::{Line, Text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A text on one board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Its id.
    pub id: PostingId,
    /// The matter it is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterId>,
    /// Where it hangs.
    pub board: Board,
    /// What is said at its top.
    pub title: Line,
    /// What it says, masked.
    pub text: Text,
    /// The day it was put up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted: Option<NaiveDate>,
    /// Whether something is still to be done about it.
    pub state: PostingState,
}

/// A board.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Board {
    /// 重大事项公示栏 of the area.
    Area,
    /// 三务公开栏 of a village.
    Village(VillageId),
}

/// Whether something is still to be done about a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostingState {
    /// To be put up, hanging, or objected to.
    Open,
    /// Taken down, and every objection answered.
    Closed,
}
