//! Sentences for what happens to a session: its roll, its agenda, its minutes, its votes.

use super::names::Names;
use super::{room, sequel};
use crate::domain::dates::Minute;
use crate::domain::ids::{EntryId, MotionId, PersonId};
use crate::domain::rule::Method;
use crate::domain::session::agenda::ItemState;
use crate::domain::session::attendance::Excuse;
use crate::domain::session::minutes::{Entry, EntryKind};
use crate::domain::session::recusal::Matter;
use crate::domain::session::{RollMark, Session, agenda, minutes};
use crate::domain::text::Text;
use crate::domain::vote::{Choice, Effect, Motion, MotionState, Outcome, RoundEnd, VoteResult};
use crate::domain::{session, vote};
use crate::i18n::totals;
use crate::i18n::{
    act, ballots, dissent, left, options, proxy as proxies, recusal, recusals, sequels, slate,
    slates, steps, terms, times, version,
};

/// Says what happened to a session.
pub(super) fn of_session(names: Names<'_>, event: &session::Event) -> String {
    use session::Event;
    let language = names.language;
    match event {
        Event::Planned { plan, .. } => act::session_planned(
            language,
            names.session(plan.kind, plan.ordinal),
            plan.date.to_string(),
        ),
        Event::Notified {
            notice: Some(notice),
            ..
        } => match &notice.urgent {
            None => act::session_noticed(language, notice.on.to_string()),
            Some(why) => {
                let why = names.short(why.as_str());
                act::session_noticed_late(language, notice.on.to_string(), why)
            }
        },
        Event::Notified { notice: None, .. } => act::session_notice_taken_back(language).to_owned(),
        Event::RollCalled { places, .. } => {
            let entitled = places.iter().filter(|place| place.entitled()).count();
            act::roll_called(language, entitled)
        }
        Event::Marked {
            session,
            person,
            mark,
            at,
        } => {
            let who = names.who(Some(session), person);
            let sits = names
                .world
                .session(session)
                .is_ok_and(|it| it.opened.is_some());
            match mark {
                RollMark::Present if sits => act::arrived(language, who, at.clock()),
                RollMark::Present => act::present(language, who),
                RollMark::Video if sits => act::arrived_by_video(language, who, at.clock()),
                RollMark::Video => act::by_video(language, who),
                RollMark::Left => act::left(language, who, at.clock()),
                RollMark::Absent => act::absent(language, who),
                RollMark::Excused { reason } => match reason {
                    Excuse::Illness => act::excused_illness(language, who),
                    Excuse::Private => act::excused_private(language, who),
                    Excuse::Duty => act::excused_duty(language, who),
                    Excuse::Other(why) => {
                        act::excused_other(language, who, names.short(why.as_str()))
                    }
                },
            }
        }
        Event::Excluded {
            session,
            person,
            reason,
        } => {
            let who = names.who(Some(session), person);
            match reason {
                Some(_) => act::excluded(language, who),
                None => act::counted_again(language, who),
            }
        }
        Event::StaysMended {
            session, person, ..
        } => act::stays_mended(language, names.who(Some(session), person)),
        Event::Admitted { place, .. } => room::admitted(names, place),
        Event::Dismissed { person, .. } => act::guest_dismissed(language, names.name(person)),
        Event::SeatMended { place, .. } => room::seat_mended(names, place),
        Event::LeaveAsked { person, reason, .. } => match reason {
            Some(reason) => act::leave_asked(
                language,
                names.name(person),
                terms::excuse(language, reason),
            ),
            None => act::leave_taken_back(language, names.name(person)),
        },
        Event::Recused { session, recusal } => room::recused(names, session, recusal),
        Event::RecusalEnded {
            session,
            person,
            of,
            at,
        } => {
            let what = recusals::matter(language, names.world, of);
            recusal::act_ended(language, names.who(Some(session), person), what, at.clock())
        }
        Event::RecusalReframed {
            session,
            person,
            of,
            motions,
        } => {
            let part = match of {
                Matter::Part { part, .. } => names.short(part.as_str()),
                _ => Default::default(),
            };
            let motions = match recusals::numbers(language, names.world, motions) {
                Some(motions) => recusal::act_reframed_motions(language, motions),
                None => recusal::act_reframed_none(language).to_owned(),
            };
            recusal::act_reframed(language, names.who(Some(session), person), part, motions)
        }
        Event::RecusalDeclined { session, declined } => {
            let who = names.who(Some(session), &declined.person);
            recusal::act_declined(language, who, room::item(names, &declined.item))
        }
        Event::ProxyGiven { session, proxy } => {
            let holder = names.who(Some(session), &proxy.holder);
            let giver = names.who(Some(session), &proxy.giver);
            proxies::act_given(language, giver, holder, proxy.from.clock())
        }
        Event::ProxyEnded { session, giver, at } => {
            proxies::act_ended(language, names.who(Some(session), giver), at.clock())
        }
        Event::HandedOver { handover, .. } => room::handed_over(names, handover),
        Event::Adjourned { again, .. } => act::adjourned(language, terms::sitting(language, again)),
        Event::Lapsed { lapse, .. } => {
            act::lapsed(language, terms::sitting(language, &lapse.second))
        }
        Event::Reconvened { session } => {
            // Taken back, it is lapsed again: the second date is where it was written then.
            let known = names.world.session(session).ok();
            let second = known.map(|it| it.lapses.last().map_or(it.date, |it| it.second.date));
            act::reconvened(
                language,
                second.map(|it| it.to_string()).unwrap_or_default(),
            )
        }
        Event::RollConfirmed { asked, .. } => {
            act::roll_confirmed(language, asked.at.clock(), asked.present)
        }
        Event::FromPaper { paper, .. } => act::from_paper(
            language,
            paper.since.clock(),
            names.short(paper.paper.as_str()),
        ),
        Event::PaperEnded { until, .. } => act::paper_ended(language, until.clock()),
        Event::Opened {
            at,
            without_votes: Some(_),
            ..
        } => act::opened_without_votes(language, at.clock()),
        Event::Opened { at, .. } => act::opened(language, at.clock()),
        Event::Paused { at, .. } => act::paused(language, at.clock()),
        Event::Resumed { at, .. } => act::resumed(language, at.clock()),
        Event::TimesMended { times, .. } => times.first().map_or_else(String::new, |first| {
            let what = terms::timed(language, names.world, first);
            let times = terms::times(language, first, Minute::clock);
            times::mended(language, what, times)
        }),
        Event::DayMended { mend, .. } => {
            let day = |day| terms::plain_date(language, day);
            let why = names.short(mend.reason.as_str());
            times::day_mended(language, day(mend.from), day(mend.to), why)
        }
        Event::Closed { at, .. } => act::closed(language, at.clock()),
        Event::Sealed { sealing, .. } => act::sealed(language, names.short(sealing.by.as_str())),
        Event::SignedAgain { signed, .. } => {
            let by = names.short(signed.sealing.by.as_str());
            version::act(language, signed.version, by)
        }
        Event::TakenIn { session } => act::session_taken_in(language, called(names, session)),
    }
}

fn called(names: Names<'_>, session: &Session) -> String {
    match &session.published_as {
        Some(name) => names.short(name.as_str()).into_owned(),
        None => names.session(session.kind, session.ordinal),
    }
}

/// Says what happened to an agenda.
pub(super) fn of_agenda(names: Names<'_>, event: &agenda::Event) -> String {
    use agenda::Event;
    let language = names.language;
    match event {
        Event::Put { item } => act::item_put(
            language,
            names.numbered(item),
            names.short(item.title.as_str()),
        ),
        Event::Removed { .. } => act::item_removed(language).to_owned(),
        Event::Ordered { .. } => act::item_ordered(language).to_owned(),
        Event::Presented { session, item, by } => {
            let item = names.item(item);
            match by {
                Some(by) => act::item_presented(language, item, names.who(Some(session), by)),
                None => act::item_presented_as_planned(language, item),
            }
        }
        Event::Dropped { item, reason, .. } => {
            left::act_dropped(language, names.item(item), names.short(reason.as_str()))
        }
        Event::StateSet { item, state, .. } => {
            let item = names.item(item);
            match state {
                ItemState::Running => act::item_started(language, item),
                ItemState::Paused => act::item_paused(language, item),
                ItemState::Done => act::item_done(language, item),
                ItemState::Deferred => act::item_deferred(language, item),
                ItemState::Withdrawn => act::item_withdrawn(language, item),
                ItemState::Pending => act::item_pending(language, item),
            }
        }
    }
}

/// Says what happened to the minutes.
pub(super) fn of_minutes(names: Names<'_>, event: &minutes::Event) -> String {
    use minutes::Event;
    let language = names.language;
    match event {
        Event::Added { entry } => added(names, entry),
        Event::Written {
            entry,
            words,
            tidied,
            ..
        } => written(names, entry, words, *tidied),
        Event::Restamped { at, .. } => act::entry_restamped(language, at.clock()),
        Event::Checked { checked: true, .. } => act::speech_checked(language).to_owned(),
        Event::Checked { checked: false, .. } => act::speech_unchecked(language).to_owned(),
        Event::Removed { .. } => act::entry_removed(language).to_owned(),
    }
}

fn added(names: Names<'_>, entry: &Entry) -> String {
    let language = names.language;
    let words = names.short(entry.words.as_str());
    match (&entry.kind, entry.words.is_empty()) {
        (EntryKind::Speech { speaker }, empty) => {
            let who = names.who(Some(&entry.session), speaker);
            if empty {
                act::speech_stamped(language, who)
            } else {
                act::speech_added(language, who, words)
            }
        }
        (EntryKind::Written { sender }, empty) => {
            let who = names.who(Some(&entry.session), sender);
            if empty {
                act::opinion_stamped(language, who)
            } else {
                act::opinion_added(language, who, words)
            }
        }
        (EntryKind::Decision, true) => act::decision_stamped(language).to_owned(),
        (EntryKind::Decision, false) => act::decision_added(language, words),
        (EntryKind::Note, true) => act::note_stamped(language).to_owned(),
        (EntryKind::Note, false) => act::note_added(language, words),
    }
}

fn written(names: Names<'_>, entry: &EntryId, words: &Text, tidied: bool) -> String {
    let language = names.language;
    if words.is_empty() {
        return act::words_cleared(language).to_owned();
    }
    let words = names.short(words.as_str());
    if tidied {
        return act::words_tidied(language, words);
    }
    match names.world.entry(entry).map(|entry| &entry.kind) {
        Ok(EntryKind::Speech { .. }) => act::speech_written(language, words),
        Ok(EntryKind::Written { .. }) => act::opinion_written(language, words),
        Ok(EntryKind::Decision) => act::decision_written(language, words),
        Ok(EntryKind::Note) => act::note_written(language, words),
        Err(_) => act::words_written(language, words),
    }
}

/// Says what happened to a motion.
pub(super) fn of_vote(names: Names<'_>, event: &vote::Event) -> String {
    use vote::Event;
    let language = names.language;
    match event {
        Event::Drafted { motion } => {
            let words = names.short(motion.wording());
            match motion.state {
                MotionState::Announced { .. } => act::motion_taken_in(language, words),
                _ => act::motion_drafted(language, words),
            }
        }
        Event::Reworded { wording, .. } => {
            act::motion_reworded(language, names.short(wording.text.as_str()))
        }
        Event::Framed { effect, .. } => match effect {
            Effect::Decides => act::motion_decides(language).to_owned(),
            Effect::Proposes => act::motion_proposes(language).to_owned(),
        },
        Event::Withdrawn { reason, .. } => match reason {
            Some(why) => act::motion_withdrawn_why(language, names.short(why.as_str())),
            None => act::motion_withdrawn(language).to_owned(),
        },
        Event::Opened {
            voters,
            method: Method::Hands,
            ..
        } => act::vote_by_hands(language, voters.len()),
        Event::HandsCounted { hands, .. } => {
            let counts = hands.counts();
            act::hands_counted(language, counts.yes, counts.no, counts.abstain)
        }
        Event::Opened {
            voters,
            method: Method::Secret,
            ..
        } => ballots::act_secretly(language, voters.len()),
        Event::Opened {
            voters,
            method: Method::ByVillage,
            ..
        } => ballots::act_by_village(language, voters.len()),
        Event::PapersIssued { issued, .. } => ballots::act_issued(language, issued.number()),
        // The second count is made without the first being seen, here too.
        Event::PapersCounted { .. } => ballots::act_counted(language).to_owned(),
        Event::SlateSet {
            motion,
            seats,
            contenders,
            ..
        } => match slates::is_of_options(names.world, motion) {
            true => slate::act_slate_options(language, contenders.len()),
            false => slate::act_slate(language, contenders.len(), *seats),
        },
        Event::TellersNamed {
            session, tellers, ..
        } => {
            let named = |people: &[PersonId]| {
                let people: Vec<String> = people
                    .iter()
                    .map(|person| names.who(Some(session), person))
                    .collect();
                terms::list(language, people.iter().map(String::as_str))
            };
            slate::act_tellers(language, named(&tellers.watching), named(&tellers.counting))
        }
        Event::SlateCounted { motion, sheet, .. } => {
            let options = slates::is_of_options(names.world, motion);
            let motion = names.world.motion(motion).ok();
            let ballot = motion.and_then(Motion::ballot);
            let slate = ballot.and_then(|ballot| ballot.slate.as_ref());
            let contenders = slate.map(|slate| slate.contenders.as_slice());
            let rows = contenders.unwrap_or_default().iter().zip(&sheet.rows);
            let rows: Vec<String> = rows
                .map(|(it, row)| slate::act_row(language, it.name.as_str(), row.yes))
                .collect();
            let rows = terms::list(language, rows.iter().map(String::as_str));
            match options {
                true => slate::act_counted_options(language, rows),
                false => slate::act_counted(language, rows),
            }
        }
        Event::VillageHeard { vote, .. } => {
            let village = terms::village(language, names.world, vote.village.as_ref());
            let says = if vote.pencilled {
                ballots::village_pencilled(language).to_owned()
            } else {
                steps::village_says(language, &vote.says)
            };
            ballots::act_village(language, village, says)
        }
        Event::VillageCleared { village, .. } => ballots::act_village_cleared(
            language,
            terms::village(language, names.world, village.as_ref()),
        ),
        Event::Excluded { other: Some(_), .. } => ballots::act_excludes(language).to_owned(),
        Event::Excluded { other: None, .. } => ballots::act_excludes_none(language).to_owned(),
        Event::Opened { voters, .. } => act::vote_opened(language, voters.len()),
        Event::Agreed { agreement, .. } => act::agreed(language, agreement.asked.len()),
        Event::Taken {
            session,
            person,
            choice: what,
            pencilled,
            ..
        } => choice(names, &names.who(Some(session), person), what, *pencilled),
        Event::ProxyDropped { dropped, .. } => super::dropped::said(names, &[dropped], false),
        Event::Cleared {
            session, person, ..
        } => act::vote_cleared(language, names.who(Some(session), person)),
        Event::Counted { result, motion, .. } if result.slate.is_some() => {
            let motion = names.world.motion(motion).ok();
            let said = slates::ended(language, motion, result);
            slate::act_ended(language, said.unwrap_or_default())
        }
        Event::Counted { result, .. } if result.outcome == Outcome::Void => {
            act::vote_void(language).to_owned()
        }
        Event::Counted { result, .. } => {
            let counts = result.tally.counts;
            act::vote_counted(language, counts.yes, counts.no, counts.abstain)
        }
        Event::Announced { motion, at, .. } => announced(names, motion, *at),
        Event::Told { motion, .. } => {
            let number = names.world.motion(motion).map(|it| it.number);
            totals::act_told(language, number.unwrap_or_default())
        }
        Event::Followed { sequel, .. } => sequel::followed(names, sequel),
    }
}

/// Says what a person did in a vote.
pub(super) fn choice(names: Names<'_>, who: &str, choice: &Choice, pencilled: bool) -> String {
    let language = names.language;
    match choice {
        Choice::For if pencilled => act::vote_pencilled(language, who),
        Choice::For => act::vote_for(language, who),
        Choice::Chooses { option } if pencilled => {
            options::act_pencilled(language, who, names.short(option.as_str()))
        }
        Choice::Chooses { option } => {
            options::act_chooses(language, who, names.short(option.as_str()))
        }
        Choice::Against => act::vote_against(language, who),
        Choice::Abstain => act::vote_abstain(language, who),
        Choice::NotVoting if pencilled => act::vote_not_voting_pencilled(language, who),
        Choice::NotVoting => act::vote_not_voting(language, who),
        Choice::Recused { reason } => {
            let reason = recusals::reason(language, names.world, reason);
            act::vote_recused(language, who, names.short(&reason))
        }
    }
}

impl<'a> Names<'a> {
    /// Returns the result a motion was announced with, where a correction put another in its place.
    fn announced_first(self, motion: &'a Motion) -> Option<&'a VoteResult> {
        let MotionState::Announced { result, .. } = &motion.state else {
            return None;
        };
        let mut made: Vec<_> = self.world.corrections_of(&motion.session).collect();
        made.reverse();
        // Back from what stands, correction by correction: one of a round before is not of this result.
        let first = made
            .iter()
            .fold(result.as_ref(), |stands, it| match it.change.of_result() {
                Some((of, was, now)) if *of == motion.id && now == stands => was,
                _ => stands,
            });
        Some(first)
    }
}

/// Says whether a tie is settled by its count alone: the rule has no step for it that could be taken.
fn ends_tied(motion: &Motion, result: &VoteResult) -> bool {
    let ballot = motion.ballot();
    let last = motion.result().is_some_and(|last| last == result);
    last && ballot.is_some_and(|ballot| !ballot.settles_ties(result))
}

fn announced(names: Names<'_>, motion: &MotionId, at: Minute) -> String {
    let language = names.language;
    let motion: Option<&Motion> = names.world.motion(motion).ok();
    let result = motion.and_then(|motion| {
        // Each vote on the same motion was announced in a minute of its own; of those of one minute
        // the last is meant.
        let now = match &motion.state {
            MotionState::Announced {
                result, at: then, ..
            } if *then == at => names.announced_first(motion).or(Some(result)),
            _ => None,
        };
        let mut earlier = motion.earlier.iter().rev();
        let before = earlier
            .find(|round| matches!(round.end, RoundEnd::Announced { at: then, .. } if then == at));
        let result = now
            .or_else(|| before.and_then(|round| round.result()))
            .or(motion.result());
        Some((motion, result?, now.is_some()))
    });
    let Some((motion, result, last)) = result else {
        return act::announced(language).to_owned();
    };
    // What was chosen before the announcement was announced in the place of the count's outcome.
    if let Some(said) = sequels::announced_as(language, motion).filter(|_| last) {
        return act::announced_instead(language, said);
    }
    let decided = !matches!(result.outcome, Outcome::Void | Outcome::Inquorate);
    if let Some(said) = slates::ended(language, Some(motion), result).filter(|_| decided) {
        return slate::act_announced(language, said);
    }
    let said = match (result.outcome, motion.effect_of_vote()) {
        (Outcome::Adopted, Effect::Decides) => act::announced_adopted(language),
        (Outcome::Adopted, Effect::Proposes) => act::announced_proposed(language),
        (Outcome::Rejected, _) => act::announced_rejected(language),
        (Outcome::Tied, _) if ends_tied(motion, result) => {
            let said = terms::outcome(language, Outcome::Tied, motion.effect_of_vote());
            let said = sequels::left_out(language, motion, said.to_owned());
            return act::announced_instead(language, said);
        }
        (Outcome::Tied, _) => act::announced_tied(language),
        (Outcome::Inquorate, _) => act::announced_inquorate(language),
        (Outcome::Void, _) => act::announced_void(language),
        (Outcome::VoteAgain, _) => slate::standing_again(language),
    };
    dissent::announced(language, names.world, motion, result, said)
}
