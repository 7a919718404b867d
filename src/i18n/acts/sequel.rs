//! Sentences for the steps after an announced vote.

use super::names::Names;
use crate::domain::vote::{Sequel, SequelStep};
use crate::i18n::{sequel as words, sequels, slate, terms, village_said};

/// Says which step was taken.
pub(super) fn followed(names: Names<'_>, sequel: &Sequel) -> String {
    let language = names.language;
    match &sequel.step {
        SequelStep::Cast { chair, adopted } => match adopted {
            true => words::act_cast_for(language, names.name(chair)),
            false => words::act_cast_against(language, names.name(chair)),
        },
        SequelStep::Lot { drawn_by, adopted } => match adopted {
            true => words::act_lot_for(language, names.short(drawn_by.as_str())),
            false => words::act_lot_against(language, names.short(drawn_by.as_str())),
        },
        SequelStep::PassedOver { step } => {
            words::act_passed_over(language, sequels::tie_step(language, *step))
        }
        SequelStep::Deferred { until, .. } => {
            let until = match until {
                Some(day) => words::act_until(language, terms::date(language, *day)),
                None => words::act_until_next(language).to_owned(),
            };
            words::act_deferred(language, until)
        }
        SequelStep::Referred { to, .. } => words::act_referred(language, names.short(to.as_str())),
        SequelStep::Ruled { by, adopted, .. } => match adopted {
            true => words::act_ruled_for(language, names.short(by.as_str())),
            false => words::act_ruled_against(language, names.short(by.as_str())),
        },
        SequelStep::Asked { villages, .. } => words::act_asked(language, villages.len()),
        SequelStep::Decided { decision } => {
            let village = terms::village(language, names.world, Some(&decision.village));
            if decision.anew.is_some() {
                let (came, counts) = (
                    village_said::came(language, decision),
                    decision.tally.counts,
                );
                return words::act_village_anew(language, village, came, counts.yes, counts.no);
            }
            match decision.agreed() {
                Some(true) => words::act_village_agreed(language, village),
                Some(false) => words::act_village_refused(language, village),
                None => words::act_village_short(language, village),
            }
        }
        SequelStep::Assent { partial } => {
            words::act_assent(language, crate::i18n::paths::assent(language, *partial))
        }
        SequelStep::Mended { now, .. } => {
            let village = terms::village(language, names.world, Some(&now.village));
            words::act_mended(language, village, village_said::came(language, now))
        }
        SequelStep::Redated { village, on, .. } => {
            let village = terms::village(language, names.world, Some(village));
            words::act_redated(language, village, terms::date(language, *on))
        }
        SequelStep::Reconsidered { mover, reason, .. } => {
            words::act_reconsidered(language, names.name(mover), names.short(reason.as_str()))
        }
        SequelStep::Refilled { seats, .. } => slate::act_refilled(language, *seats),
        SequelStep::LeftOpen { seats, .. } => slate::act_left_open(language, *seats),
        SequelStep::SeatsOpenAgain { seats, .. } => slate::act_open_again(language, *seats),
        SequelStep::Reviewed {
            standing, came_to, ..
        } => {
            let came_to = sequels::reviewed(language, *standing, came_to.as_deref());
            words::act_reviewed(language, came_to)
        }
    }
}
