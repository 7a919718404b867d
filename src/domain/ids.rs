//! Names of things: one newtype an idea, so that a seat's id never stands where a person's belongs.
//!
//! An id has no meaning of its own. What happens here gets a UUIDv7 from a generator outside the
//! domain; what is imported keeps the id its source gave it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Returns the id as it is stored.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(Arc::from(id))
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(Arc::from(id))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )+};
}

ids! {
    /// Names a joint committee: one committee, one file, one journal.
    CommitteeId,
    /// Names a village.
    VillageId,
    /// Names a person.
    PersonId,
    /// Names a seat: what a person is, for which village, from when to when.
    SeatId,
    /// Names a rule by which votes are judged.
    RuleId,
    /// Names a session.
    SessionId,
    /// Names an agenda item.
    ItemId,
    /// Names an entry of the minutes.
    EntryId,
    /// Names a motion.
    MotionId,
    /// Names a follow-up.
    TaskId,
    /// Names a matter.
    MatterId,
    /// Names a template of steps.
    TemplateId,
    /// Names a text on a board.
    PostingId,
    /// Names a line of the register.
    LedgerId,
    /// Names a correction.
    CorrectionId,
    /// Names an act: one gesture, one transaction, one line of the journal.
    ActId,
    /// Names the group of voters that a criterion may judge apart: for us a village.
    GroupId,
}

impl From<&VillageId> for GroupId {
    fn from(village: &VillageId) -> Self {
        Self(Arc::clone(&village.0))
    }
}
