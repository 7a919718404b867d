//! The sheets of the live screen, by the idea they belong to.

mod amend;
mod ballot;
mod closing;
mod correction;
mod follow_up;
mod roll;

pub use amend::{EntryCorrectionSheet, RollCorrectionSheet};
pub use ballot::{MotionSheet, RecusalSheet, WithdrawSheet};
pub use closing::{SealSheet, TimesSheet};
pub use correction::CorrectionSheet;
pub use follow_up::TaskSheet;
pub use roll::{ExclusionSheet, ExcuseSheet, StaysSheet};

/// The longest line a field takes.
const LINE: usize = 200;
