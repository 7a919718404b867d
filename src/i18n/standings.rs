//! Where a motion stands, in words: by its vote, what followed, and the way of its matter.

use super::sequels::due_name;
use super::{Language, path_anew, paths, sequel, slate, slates, terms};
use crate::domain::ids::VillageId;
use crate::domain::matter::path::stopped::came_of;
use crate::domain::session::SessionState;
use crate::domain::vote::due::tie_may_be_put_off;
use crate::domain::vote::{Motion, MotionState, SequelStep, Standing, due, standing};
use crate::domain::world::World;
use chrono::NaiveDate;

/// Names where a motion stands.
#[must_use]
pub const fn standing_word(language: Language, standing: Standing) -> &'static str {
    match standing {
        Standing::Open => sequel::standing_open(language),
        Standing::Tied => sequel::standing_tied(language),
        Standing::Adopted => sequel::standing_adopted(language),
        Standing::Rejected => sequel::standing_rejected(language),
        Standing::Deferred => sequel::standing_deferred(language),
        Standing::Withdrawn => sequel::standing_withdrawn(language),
        Standing::AwaitingVillages => sequel::standing_awaiting_villages(language),
        Standing::AdoptedInPart => sequel::standing_adopted_in_part(language),
        Standing::ReferredUp => sequel::standing_referred_up(language),
        Standing::Reconsidering => sequel::standing_reconsidering(language),
        Standing::Inquorate => sequel::standing_inquorate(language),
        Standing::Void => sequel::standing_void(language),
        Standing::VoteAgain => slate::standing_again(language),
    }
}

/// Names where a motion stands in a word or two, by the way of its matter too.
#[must_use]
pub fn standing_here(language: Language, world: &World, motion: &Motion) -> &'static str {
    if is_still_asked(world, motion) {
        return standing_word(language, Standing::Tied);
    }
    let came = came_of(world, motion).map(|it| it.standing);
    match came.filter(|it| *it != standing(motion)) {
        Some(Standing::Adopted) => sequel::standing_adopted_villages(language),
        Some(now) => standing_word(language, now),
        None => standing_short(language, motion),
    }
}

/// Says whether the room is still asked whether an announced tie is put off: nothing is decided before that.
fn is_still_asked(world: &World, motion: &Motion) -> bool {
    let session = world.session(&motion.session);
    matches!(motion.state, MotionState::Announced { .. })
        && session.is_ok_and(|it| it.state < SessionState::Closed)
        && tie_may_be_put_off(motion)
}

/// Names where a motion stands in a word or two; before its result is announced, how far it is.
#[must_use]
pub fn standing_short(language: Language, motion: &Motion) -> &'static str {
    if let Some(said) = slates::standing_short(language, motion) {
        return said;
    }
    match standing(motion) {
        Standing::Open => terms::motion_state(language, &motion.state),
        Standing::Adopted if motion.consent().is_some() => {
            sequel::standing_adopted_villages(language)
        }
        now => standing_word(language, now),
    }
}

/// Says where a motion stands: until when it is put off, to whom it is referred, which villages go on.
#[must_use]
pub fn standing_whole(language: Language, world: &World, motion: &Motion) -> String {
    whole(language, world, motion, |_| false)
}

/// Says where a motion stands on a day: a village that left by then is awaited no longer.
#[must_use]
pub fn standing_on(language: Language, world: &World, motion: &Motion, today: NaiveDate) -> String {
    whole(language, world, motion, |village| {
        let village = world.villages.get(village);
        village.is_some_and(|it| it.left_by(today))
    })
}

fn whole(
    language: Language,
    world: &World,
    motion: &Motion,
    left: impl Fn(&VillageId) -> bool,
) -> String {
    if let Some(said) = slates::standing_whole(language, motion) {
        return said;
    }
    let last = motion.sequels.iter().rev();
    let found = last.map(|it| &it.step).find_map(|step| match step {
        SequelStep::Deferred { until, .. } => Some(match until {
            Some(day) => sequel::deferred_until(language, terms::date(language, *day)),
            None => sequel::deferred_next(language).to_owned(),
        }),
        SequelStep::Referred { to, .. } => Some(sequel::referred_to(language, to.as_str())),
        _ => None,
    });
    let villages = |of: &[VillageId]| terms::villages(language, world, of);
    let came = came_of(world, motion);
    let now = match &came {
        _ if is_still_asked(world, motion) => Standing::Tied,
        Some(came) => came.standing,
        None => standing(motion),
    };
    let said = match now {
        Standing::Deferred | Standing::ReferredUp => found,
        Standing::Tied => {
            due(motion).map(|due| sequel::tied_next(language, due_name(language, due)))
        }
        Standing::AwaitingVillages if !motion.asked().is_empty() => {
            let asked = motion.asked().iter().map(|asked| &asked.village);
            let silent = asked.filter(|village| motion.agreed(village).is_none());
            let silent: Vec<VillageId> = silent.cloned().collect();
            let silent = came.as_ref().map_or(&silent, |it| &it.silent);
            let here: Vec<VillageId> = silent.iter().filter(|it| !left(it)).cloned().collect();
            (!here.is_empty()).then(|| sequel::awaiting_some(language, villages(&here)))
        }
        Standing::AdoptedInPart => {
            let going = motion.going_on();
            let going = came.as_ref().map_or(&going, |it| &it.agreed);
            let asked = motion.asked().iter().map(|asked| asked.village.clone());
            let refused: Vec<VillageId> = asked.filter(|it| !going.contains(it)).collect();
            Some(sequel::in_part(
                language,
                villages(going),
                villages(&refused),
            ))
        }
        _ => None,
    };
    let said = said.unwrap_or_else(|| standing_here(language, world, motion).to_owned());
    let stopped = came.iter().flat_map(|it| &it.stopped);
    stopped.fold(said, |said, (village, step)| {
        let village = terms::village(language, world, Some(village));
        path_anew::stopped_at(language, said, village, paths::name(language, step))
    })
}
