//! Sentences for corrections of what is frozen.

use super::live;
use super::names::Names;
use crate::domain::dates::Minute;
use crate::domain::session::attendance::Attendance;
use crate::domain::session::correction::{Corrected, Correction};
use crate::domain::session::minutes::EntryKind;
use crate::domain::vote::totals::Totals;
use crate::i18n::{act, corrected, recusal_mend, terms, times, totals};
use chrono::NaiveDate;

pub(super) fn of_correction(names: Names<'_>, correction: &Correction) -> String {
    let language = names.language;
    let session = Some(&correction.session);
    match &correction.change {
        Corrected::Voice { person, to, .. } => {
            let said = live::choice(names, &names.who(session, person), to, false);
            act::corrected_voice(language, said)
        }
        Corrected::Village { village, to, .. } => {
            let village = names.village(village).unwrap_or_default();
            totals::act_village(language, village, terms::choice(language, to))
        }
        Corrected::Totals {
            motion, from, to, ..
        } => {
            let motion = names.world.motions.get(motion);
            let ballot = motion.and_then(|it| it.ballot());
            let said = corrected::changed_figures(language, names.world, ballot, (from, to));
            match &**to {
                Totals::Village { village, .. } => {
                    let village = terms::village(language, names.world, village.as_ref());
                    totals::act_village(language, village, said)
                }
                _ => totals::act(language, names.figures(&said)),
            }
        }
        Corrected::Words { to, .. } => act::corrected_words(language, names.short(to.as_str())),
        Corrected::Note { words, .. } => act::corrected_note(language, names.short(words.as_str())),
        Corrected::Stays { person, .. } => {
            act::corrected_stays(language, names.who(session, person))
        }
        Corrected::Attendance { person, to, .. } => {
            let who = names.who(session, person);
            match to {
                Attendance::Attended { .. } => act::corrected_attended(language, who),
                Attendance::Excused { .. } => act::corrected_excused(language, who),
                Attendance::Absent => act::corrected_absent(language, who),
                Attendance::Unmarked => act::corrected_unmarked(language, who),
            }
        }
        Corrected::Stamp { to: (kind, at), .. } => match kind {
            EntryKind::Speech { speaker } => {
                act::corrected_speaker(language, names.who(session, speaker), at.clock())
            }
            EntryKind::Written { sender } => {
                act::corrected_to_written(language, at.clock(), names.who(session, sender))
            }
            EntryKind::Decision => act::corrected_to_decision(language, at.clock()),
            EntryKind::Note => act::corrected_to_note(language, at.clock()),
        },
        Corrected::Opened { to, .. } => act::corrected_opened(language, to.clock()),
        Corrected::Closed { to, .. } => act::corrected_closed(language, to.clock()),
        Corrected::Day { from, to } => {
            let day = |day: &NaiveDate| terms::plain_date(language, *day);
            times::day_corrected(language, day(from), day(to))
        }
        Corrected::Recusal { from, to, .. } => {
            let person = to.as_ref().or(from.as_ref()).map(|it| &it.person);
            let who = person.map(|person| names.who(session, person));
            recusal_mend::corrected(language, who.unwrap_or_default())
        }
        Corrected::Times { moved } => moved.first().map_or_else(String::new, |first| {
            let what = terms::timed(language, names.world, &first.to);
            let times = terms::times(language, &first.to, Minute::clock);
            times::corrected(language, what, times)
        }),
    }
}
