//! The sheets of the live screen, by the idea they belong to.

mod amend;
mod ballot;
mod closing;
mod contenders;
mod correction;
mod day;
mod drop_item;
mod follow_up;
mod from_paper;
mod hand_over;
mod late_note;
mod mend_recusal;
mod proxy;
mod recusal;
mod restamp;
mod roll;
mod seat;
mod sitting;
mod sums;
mod times;
mod totals;
mod villages;

pub use amend::{EntryCorrectionSheet, RollCorrectionSheet};
pub use ballot::{MotionSheet, WithdrawSheet};
pub use closing::SealSheet;
pub use contenders::{TellersSheet, WriteInSheet};
pub use correction::CorrectionSheet;
pub use drop_item::DropItemSheet;
pub use follow_up::TaskSheet;
pub use from_paper::{PaperSheet, StatedSheet};
pub use hand_over::HandOverSheet;
pub use late_note::LateNoteSheet;
pub use mend_recusal::MendRecusalSheet;
pub use proxy::{ProxySheet, may_give};
pub use recusal::RecusalSheet;
pub use restamp::RestampSheet;
pub use roll::{ExclusionSheet, ExcuseSheet, StaysSheet};
pub use seat::SeatSheet;
pub use sitting::{AdjournSheet, LapseSheet, WithoutVotesSheet};
pub use times::TimesSheet;
pub use totals::TotalsSheet;
pub use villages::{ExcludeSheet, VillageSheet};

use super::seen;
use crate::domain::dates::Minute;
use crate::domain::ids::{ItemId, SessionId};
use crate::domain::session::Session;
use crate::i18n::{Language, live as words};
use crate::tui::app::App;
use crate::tui::dialog::Fault;
use crate::tui::widgets::form::Form;

/// Reads an hour on the day it belongs to: that of the old moment, else that of the opening. A session that ran
/// past midnight, or on another day than planned, keeps its days.
fn minute_of(
    language: Language,
    session: &Session,
    form: &Form,
    field: usize,
    old: Option<Minute>,
) -> Result<Minute, Fault> {
    // What a wrong clock stamped on another day belongs to the session's own.
    let old = old.filter(|old| session.sits_at(*old));
    let day = old.or(session.opened).map_or(session.date, Minute::day);
    let typed = form.text(field);
    Minute::typed(&typed, day).ok_or_else(|| Fault::at(field, words::not_a_time(language, typed)))
}

/// Returns the session and the item looked at, for a sheet that is about them.
fn looked_at(app: &App) -> Option<(SessionId, Option<ItemId>)> {
    let (state, session, world) = seen(app).ok()?;
    let item = state.item(world).map(|item| item.id.clone());
    Some((session.id.clone(), item))
}

/// The longest line a field takes.
const LINE: usize = 200;
