//! Why a command about a follow-up is refused.

use super::slip;
use crate::domain::task::Refused;
use crate::domain::text::Line;
use crate::i18n::{Language, task_refusal as words, terms};

/// Says why a command about a follow-up is refused.
#[must_use]
pub fn refused(language: Language, why: &Refused) -> String {
    let plain = match why {
        Refused::Waiting {
            signer: Some(signer),
        } => return words::waiting_for(language, signer.as_str()),
        Refused::Waiting { signer: None } => words::waiting(language),
        Refused::Resting => words::resting(language),
        Refused::NotResting => words::not_resting(language),
        Refused::NotFinished => words::not_finished(language),
        Refused::NotClosed => words::not_closed(language),
        Refused::PartsOpen { villages } => {
            let names = terms::list(language, villages.iter().map(Line::as_str));
            return words::parts_open(language, names);
        }
        Refused::VillageSilent { village } => {
            return words::village_silent(language, village.as_str());
        }
        Refused::NotRuled { to } => return words::not_ruled(language, to.as_str()),
        Refused::NoPart => words::no_part(language),
        Refused::PartDone => words::part_done(language),
        Refused::PartNotDone => words::part_not_done(language),
        Refused::PartBegun { village } => return words::part_begun(language, village.as_str()),
        Refused::OtherSigner { signer } => return words::other_signer(language, signer.as_str()),
        Refused::BeforeEntered { on } => {
            return words::before_entered(language, terms::date(language, *on));
        }
        Refused::TooEarly { from } => {
            return words::too_early(language, terms::date(language, *from));
        }
        Refused::DateOver => words::date_over(language),
        Refused::NobodyAsked => words::nobody_asked(language),
        Refused::SlipTaken { slip: taken, what } => {
            return words::slip_taken(language, slip(language, *taken), what.as_str());
        }
    };
    plain.to_owned()
}
