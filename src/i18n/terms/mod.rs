//! The names of what the domain knows: every state, kind and choice that a person sees.

mod days;
mod names;
mod rules;
mod times;

pub use days::{
    clock, column_date, column_day, date, day_in_cell, minute, moment, plain_date, short_date,
};
pub use names::{
    clause, item_number, lines, list, number_of_item, person, rule, rule_name, session_name,
    session_named, village, villages, villages_asked,
};
pub use rules::{
    base, base_key, method, over, over_key, provenance, quorum_proof, recusal_effect, required,
};
pub use times::{timed, times};

use super::{Language, facts, slate};
use crate::domain::roster::roll::Exclusion;
use crate::domain::roster::{Capacity, Standing};
use crate::domain::session::again::Sitting;
use crate::domain::session::agenda::{ItemKind, ItemState};
use crate::domain::session::attendance::{Attendance, Excuse, Way};
use crate::domain::session::handover::Office;
use crate::domain::session::minutes::EntryKind;
use crate::domain::session::notice::Channel;
use crate::domain::session::{SessionKind, SessionState};
use crate::domain::task::{Light, Phase, TaskState};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{Choice, Effect, MotionState, Outcome};

/// Names a kind of session.
#[must_use]
pub const fn session_kind(language: Language, kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Regular => facts::session_kind_regular(language),
        SessionKind::Special => facts::session_kind_special(language),
        SessionKind::Urgent => facts::session_kind_urgent(language),
    }
}

/// Names where a session stands.
#[must_use]
pub const fn session_state(language: Language, state: SessionState) -> &'static str {
    match state {
        SessionState::Planned => facts::session_state_planned(language),
        SessionState::Sitting => facts::session_state_sitting(language),
        SessionState::Break => facts::session_state_break(language),
        SessionState::Adjourned => facts::session_state_adjourned(language),
        SessionState::Lapsed => facts::session_state_lapsed(language),
        SessionState::Closed => facts::session_state_closed(language),
        SessionState::Sealed => facts::session_state_sealed(language),
    }
}

/// Names what an item is for.
#[must_use]
pub const fn item_kind(language: Language, kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::Study => facts::item_kind_study(language),
        ItemKind::Notice => facts::item_kind_notice(language),
        ItemKind::Report => facts::item_kind_report(language),
        ItemKind::Discussion => facts::item_kind_discussion(language),
        ItemKind::Decision { .. } => facts::item_kind_decision(language),
        ItemKind::Review => facts::item_kind_review(language),
    }
}

/// Names where an item stands.
#[must_use]
pub const fn item_state(language: Language, state: ItemState) -> &'static str {
    match state {
        ItemState::Pending => facts::item_state_pending(language),
        ItemState::Running => facts::item_state_running(language),
        ItemState::Paused => facts::item_state_paused(language),
        ItemState::Done => facts::item_state_done(language),
        ItemState::Deferred => facts::item_state_deferred(language),
        ItemState::Withdrawn => facts::item_state_withdrawn(language),
    }
}

/// Names a capacity: 出席 or 列席.
#[must_use]
pub const fn capacity(language: Language, capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Voting => facts::capacity_voting(language),
        Capacity::Observer => facts::capacity_observer(language),
    }
}

/// Names a village's standing.
#[must_use]
pub const fn standing(language: Language, standing: Standing) -> &'static str {
    match standing {
        Standing::Lead => facts::standing_lead(language),
        Standing::Joined => facts::standing_joined(language),
    }
}

/// Names why somebody is not counted in 应到会.
#[must_use]
pub const fn exclusion(language: Language, reason: Exclusion) -> &'static str {
    match reason {
        Exclusion::Illness => facts::exclusion_illness(language),
        Exclusion::Abroad => facts::exclusion_abroad(language),
        Exclusion::Suspended => facts::exclusion_suspended(language),
        Exclusion::Probation => facts::exclusion_probation(language),
        Exclusion::Detained => facts::exclusion_detained(language),
        Exclusion::Bedridden => facts::exclusion_bedridden(language),
        Exclusion::Away => facts::exclusion_away(language),
        Exclusion::Floating => facts::exclusion_floating(language),
        Exclusion::Represented => facts::exclusion_represented(language),
    }
}

/// Names why somebody is excused; another reason stands in its own words.
#[must_use]
pub fn excuse(language: Language, reason: &Excuse) -> &str {
    match reason {
        Excuse::Illness => facts::excuse_illness(language),
        Excuse::Private => facts::excuse_private(language),
        Excuse::Duty => facts::excuse_duty(language),
        Excuse::Other(words) => words.as_str(),
    }
}

/// Names how somebody takes part.
#[must_use]
pub const fn way(language: Language, way: Way) -> &'static str {
    match way {
        Way::Room => facts::way_room(language),
        Way::Video => facts::way_video(language),
    }
}

/// Writes when a session sits: the day, and the hour where it is known.
#[must_use]
pub fn sitting(language: Language, sitting: &Sitting) -> String {
    let day = date(language, sitting.date);
    match sitting.start {
        Some(start) => facts::date_and_clock(language, day, clock(start)),
        None => day,
    }
}

/// Names the channel of a notice; another one stands in its own words.
#[must_use]
pub fn channel(language: Language, channel: &Channel) -> &str {
    match channel {
        Channel::Group => facts::channel_group(language),
        Channel::Phone => facts::channel_phone(language),
        Channel::Paper => facts::channel_paper(language),
        Channel::Other(words) => words.as_str(),
    }
}

/// Names what is handed over.
#[must_use]
pub const fn office(language: Language, office: Office) -> &'static str {
    match office {
        Office::Chair => facts::office_chair(language),
        Office::Recorder => facts::office_recorder(language),
    }
}

/// Names what became of a person's place on the roll.
#[must_use]
pub const fn attendance(language: Language, attendance: &Attendance) -> &'static str {
    match attendance {
        Attendance::Unmarked => facts::attendance_unmarked(language),
        Attendance::Attended { .. } => facts::attendance_attended(language),
        Attendance::Excused { .. } => facts::attendance_excused(language),
        Attendance::Absent => facts::attendance_absent(language),
    }
}

/// Names what a person did in a vote, as it was counted.
#[must_use]
pub const fn voice(language: Language, voice: Voice) -> &'static str {
    match voice {
        Voice::For => facts::voice_for(language),
        Voice::Against => facts::voice_against(language),
        Voice::Abstain => facts::voice_abstain(language),
        Voice::NotVoting => facts::voice_not_voting(language),
        Voice::Absent => facts::voice_absent(language),
        Voice::Recused => facts::voice_recused(language),
    }
}

/// Names a choice, without the reason of a recusal.
#[must_use]
pub fn choice(language: Language, choice: &Choice) -> &str {
    match choice {
        Choice::Chooses { option } => option.as_str(),
        _ => voice(language, choice.voice()),
    }
}

/// Names an outcome. What only proposes is never called adopted.
#[must_use]
pub const fn outcome(language: Language, outcome: Outcome, effect: Effect) -> &'static str {
    match (outcome, effect) {
        (Outcome::Adopted, Effect::Decides) => facts::outcome_adopted(language),
        (Outcome::Adopted, Effect::Proposes) => facts::outcome_proposed(language),
        (Outcome::Rejected, Effect::Decides) => facts::outcome_rejected(language),
        (Outcome::Rejected, Effect::Proposes) => facts::outcome_not_proposed(language),
        (Outcome::Tied, Effect::Decides) => facts::outcome_tied(language),
        (Outcome::Tied, Effect::Proposes) => facts::outcome_tied_proposal(language),
        (Outcome::Inquorate, _) => facts::outcome_inquorate(language),
        (Outcome::Void, _) => facts::outcome_void(language),
        (Outcome::VoteAgain, _) => slate::standing_again(language),
    }
}

/// Names what a vote for a motion brings about.
#[must_use]
pub const fn effect(language: Language, effect: Effect) -> &'static str {
    match effect {
        Effect::Decides => facts::effect_decides(language),
        Effect::Proposes => facts::effect_proposes(language),
    }
}

/// Names where a motion stands.
#[must_use]
pub const fn motion_state(language: Language, state: &MotionState) -> &'static str {
    match state {
        MotionState::Drafted => facts::motion_drafted(language),
        MotionState::Voting { .. } => facts::motion_voting(language),
        MotionState::Counted { .. } => facts::motion_counted(language),
        MotionState::Announced { .. } => facts::motion_announced(language),
        MotionState::Agreed { .. } => facts::motion_agreed(language),
        MotionState::Withdrawn { .. } => facts::motion_withdrawn(language),
    }
}

/// Names whether a follow-up is still to be done.
#[must_use]
pub const fn task_state(language: Language, state: TaskState) -> &'static str {
    match state {
        TaskState::Open => facts::task_open(language),
        TaskState::Finished => facts::task_finished(language),
        TaskState::Suspended => facts::task_suspended(language),
        TaskState::Closed => facts::task_closed(language),
        TaskState::Dropped => facts::task_dropped(language),
    }
}

/// Names how far the work on a follow-up is.
#[must_use]
pub const fn phase(language: Language, phase: Phase) -> &'static str {
    match phase {
        Phase::NotStarted => facts::phase_not_started(language),
        Phase::Underway => facts::phase_underway(language),
        Phase::Reopened => facts::phase_reopened(language),
    }
}

/// Names how urgent a follow-up is.
#[must_use]
pub const fn light(language: Language, light: Light) -> &'static str {
    match light {
        Light::Overdue => facts::light_overdue(language),
        Light::DueSoon => facts::light_due_soon(language),
        Light::Asking => facts::light_asking(language),
        Light::Finished => facts::light_finished(language),
        Light::Suspended => facts::light_suspended(language),
        Light::Undated => facts::light_undated(language),
        Light::Later => facts::light_later(language),
        Light::Dropped => facts::light_dropped(language),
        Light::Closed => facts::light_closed(language),
    }
}

/// Names what an entry of the minutes is.
#[must_use]
pub const fn entry_kind(language: Language, kind: &EntryKind) -> &'static str {
    match kind {
        EntryKind::Speech { .. } => facts::entry_speech(language),
        EntryKind::Written { .. } => facts::entry_written(language),
        EntryKind::Decision => facts::entry_decision(language),
        EntryKind::Note => facts::entry_note(language),
    }
}
