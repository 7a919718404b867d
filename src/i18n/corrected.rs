//! Figures of an announced vote in words: as they stood, as they were, and whether the result turns.

use super::{
    Language, ballots, record, recusals, sequels, slates, steps, terms, totals as words, version,
};
use crate::domain::session::Session;
use crate::domain::session::correction::{Corrected, Correction, VoiceOf};
use crate::domain::session::version::Refused;
use crate::domain::vote::follow::may_be_taken;
use crate::domain::vote::hands::{ChairHand, Hands};
use crate::domain::vote::overturn::{Followed, turns, with_result};
use crate::domain::vote::secret::{BallotCount, Papers};
use crate::domain::vote::slate::{Sheet, chooses_people};
use crate::domain::vote::told::{Untold, corrections, untold};
use crate::domain::vote::totals::Totals;
use crate::domain::vote::{Ballot, Choice, Due, Motion, Outcome, VoteResult, due};
use crate::domain::world::World;

/// Says figures; `ballot` is the one they are of, which names the contenders.
#[must_use]
pub fn figures(
    language: Language,
    world: &World,
    ballot: Option<&Ballot>,
    totals: &Totals,
) -> String {
    match totals {
        Totals::Hands { hands } => of_hands(language, hands),
        Totals::Raised { sheet } => of_sheet(language, ballot, sheet, true),
        Totals::Papers {
            count: BallotCount::Slate { sheet },
        } => of_sheet(language, ballot, sheet, false),
        Totals::Papers {
            count: BallotCount::Whole { papers },
        } => of_papers(language, papers),
        Totals::Papers {
            count: BallotCount::ByVillage { villages },
        } => {
            let piles = villages.iter().map(|pile| {
                let village = terms::village(language, world, pile.village.as_ref());
                words::pile(language, village, of_papers(language, &pile.papers))
            });
            listed(language, piles)
        }
        Totals::Village { says, .. } => steps::village_says(language, says),
    }
}

fn listed(language: Language, said: impl Iterator<Item = String>) -> String {
    let said: Vec<String> = said.collect();
    terms::list(language, said.iter().map(String::as_str))
}

fn of_hands(language: Language, hands: &Hands) -> String {
    let said = words::hands(
        language,
        hands.yes,
        hands.no,
        hands.abstain,
        hands.not_voting,
    );
    match &hands.chair {
        ChairHand::Counted => said,
        ChairHand::Apart { choice } => {
            words::hands_apart(language, said, terms::choice(language, choice))
        }
    }
}

fn of_papers(language: Language, papers: &Papers) -> String {
    // More came back than were given out: what they say was not counted.
    let counted = [papers.spoiled, papers.yes, papers.no, papers.abstain];
    if papers.returned > 0 && counted == [0; 4] {
        return words::papers_void(language, papers.returned);
    }
    words::papers(
        language,
        papers.returned,
        papers.spoiled,
        papers.yes,
        papers.no,
        papers.abstain,
    )
}

fn of_sheet(language: Language, ballot: Option<&Ballot>, sheet: &Sheet, hands: bool) -> String {
    let none = sheet
        .rows
        .iter()
        .all(|row| row.yes == 0 && row.no == 0 && row.abstain == 0);
    if !hands && sheet.returned > sheet.issued && none {
        return words::papers_void(language, sheet.returned);
    }
    let people = ballot.is_some_and(|ballot| chooses_people(&ballot.rule));
    let rows = listed(language, rows_of(language, ballot, sheet).into_iter());
    match (hands, people) {
        (false, _) => {
            let whole = words::papers_few(language, sheet.returned, sheet.spoiled);
            words::slate(language, whole, rows)
        }
        (true, true) => rows,
        (true, false) => {
            let silent = sheet.issued.saturating_sub(sheet.returned);
            words::slate(language, rows, words::silent(language, silent))
        }
    }
}

/// Says those figures only that are others than before, where contenders have a row each; all of them else.
#[must_use]
pub fn changed_figures(
    language: Language,
    world: &World,
    ballot: Option<&Ballot>,
    (from, to): (&Totals, &Totals),
) -> String {
    let whole = || figures(language, world, ballot, to);
    let (Some(was), Some(now)) = (sheet_of(from), sheet_of(to)) else {
        return whole();
    };
    let papers = |it: &Sheet| words::papers_few(language, it.returned, it.spoiled);
    let parts = |it: &Sheet| {
        let rows = rows_of(language, ballot, it).into_iter();
        let parts: Vec<String> = std::iter::once(papers(it)).chain(rows).collect();
        parts
    };
    let before = parts(was);
    let changed = parts(now).into_iter().filter(|it| !before.contains(it));
    let changed: Vec<String> = changed.collect();
    match changed.is_empty() {
        true => whole(),
        false => listed(language, changed.into_iter()),
    }
}

fn sheet_of(totals: &Totals) -> Option<&Sheet> {
    match totals {
        Totals::Raised { sheet }
        | Totals::Papers {
            count: BallotCount::Slate { sheet },
        } => Some(sheet),
        _ => None,
    }
}

/// Says what each contender has, and each name written in.
fn rows_of(language: Language, ballot: Option<&Ballot>, sheet: &Sheet) -> Vec<String> {
    let people = ballot.is_some_and(|ballot| chooses_people(&ballot.rule));
    let slate = ballot.and_then(|ballot| ballot.slate.as_ref());
    let names = slate.into_iter().flat_map(|slate| &slate.contenders);
    let on_ballot = names.zip(&sheet.rows).map(|(contender, row)| {
        let name = contender.name.as_str();
        match people {
            true => words::candidate(language, name, row.yes, row.no, row.abstain),
            false => words::contender(language, name, row.yes),
        }
    });
    let written = sheet.written.iter();
    let written = written.map(|(name, votes)| words::written(language, name.as_str(), *votes));
    let abstained = (!people).then(|| words::abstained(language, sheet.abstain));
    on_ballot.chain(written).chain(abstained).collect()
}

/// Names how one result came out: the outcome, and of contenders who is taken.
#[must_use]
pub fn outcome(language: Language, motion: &Motion, result: &VoteResult) -> String {
    let nothing = matches!(result.outcome, Outcome::Void | Outcome::Inquorate);
    match (&result.slate, motion.ballot()) {
        (Some(count), Some(ballot)) if !nothing => {
            let people = chooses_people(&ballot.rule);
            let said = slates::outcome(language, people, &count.judged);
            said.trim_end_matches(['。', '.']).to_owned()
        }
        (None, Some(ballot)) => sequels::outcome(language, motion, ballot, result).to_owned(),
        _ => terms::outcome(language, result.outcome, motion.effect_of_vote()).to_owned(),
    }
}

/// Says whether a corrected result settles something else than the announced one, and what.
#[must_use]
pub fn turn(language: Language, motion: &Motion, was: &VoteResult, now: &VoteResult) -> String {
    let after = outcome(language, motion, now);
    match turns(was, now) {
        true => words::turned(language, outcome(language, motion, was), after),
        false => words::same(language, after),
    }
}

/// Says what a corrected result that turns asks for next: a step of the path of its tie, a new vote, the
/// villages; `None` where nothing does. What the session is over for is said to be so.
#[must_use]
pub fn follows(
    language: Language,
    world: &World,
    motion: &Motion,
    was: &VoteResult,
    now: &VoteResult,
) -> Option<String> {
    if !turns(was, now) {
        return None;
    }
    let turned = with_result(motion, now);
    let session = world.session(&motion.session).ok()?.state;
    match due(&turned) {
        Some(due) => {
            let name = sequels::due_name(language, due);
            match may_be_taken(due, session) {
                true => Some(words::follows(language, name)),
                // What is decided stands though the sides were close.
                false if due == Due::CloseSplit => None,
                false if due.is_a_vote() => Some(words::follows_later(language, name)),
                false => Some(words::follows_in_room(language, name)),
            }
        }
        None if now.outcome == Outcome::Tied
            && turned.rule().is_some_and(|it| !it.tie.is_empty()) =>
        {
            Some(words::tie_spent(language).to_owned())
        }
        None => None,
    }
}

/// Returns what a correction of a result found and what it put there; `None` for one of anything else.
#[must_use]
pub fn old_and_new(
    language: Language,
    world: &World,
    change: &Corrected,
) -> Option<(String, String)> {
    let choice = |it: &Choice| match it {
        Choice::Recused { reason } => {
            let reason = recusals::reason(language, world, reason);
            record::recused_with(language, reason)
        }
        _ => terms::choice(language, it).to_owned(),
    };
    Some(match change {
        Corrected::Voice { from, to, .. } => {
            let unmarked = || record::unmarked(language).to_owned();
            (from.as_ref().map_or_else(unmarked, choice), choice(to))
        }
        Corrected::Village { from, to, .. } => (voices(language, world, from), choice(to)),
        Corrected::Totals {
            motion, from, to, ..
        } => {
            let ballot = world.motions.get(motion).and_then(|it| it.ballot());
            let said = |it: &Totals| figures(language, world, ballot, it);
            (said(from), said(to))
        }
        _ => return None,
    })
}

/// Says that the announced result of a motion was corrected, and whether it came out otherwise; `None`
/// where it stands as it was announced.
#[must_use]
pub fn mark(language: Language, world: &World, motion: &Motion, key: String) -> Option<String> {
    let mut made = corrections(world, motion).filter_map(|it| it.change.of_result());
    let (_, was, first) = made.next()?;
    let later: Vec<&VoteResult> = made.map(|(.., now)| now).collect();
    if later.is_empty() {
        let turn = turn(language, motion, was, motion.result()?);
        return Some(words::mark(language, turn, key));
    }
    // Several of them are named each by itself: what the last came back to was something else between.
    let announced = version::chain_announced(language, outcome(language, motion, was));
    let results = (1..).zip(std::iter::once(first).chain(later.iter().copied()));
    let corrected = results.map(|(n, result)| {
        version::chain_corrected(language, n, outcome(language, motion, result))
    });
    let chain = listed(language, std::iter::once(announced).chain(corrected));
    Some(version::mark(language, later.len() + 1, chain, key))
}

/// Says the results a correction found and the one it made, each in a line: of the first correction what was
/// announced and what became of it, of a later one everything between them too.
#[must_use]
pub fn results(language: Language, world: &World, correction: &Correction) -> Vec<String> {
    let Some((motion, was, now)) = correction.change.of_result() else {
        return Vec::new();
    };
    let Some(motion) = world.motions.get(motion) else {
        return Vec::new();
    };
    let sentence = |result| steps::result_sentence(language, world, motion, result);
    let made: Vec<&Correction> = corrections(world, motion).collect();
    let at = made.iter().position(|it| it.id == correction.id);
    let until = made.get(..=at.unwrap_or_default()).unwrap_or_default();
    let mut said = match until {
        [first, .., _] => {
            let mut said = Vec::new();
            if let Some((_, announced, _)) = first.change.of_result() {
                said.push(version::was_announced(language, sentence(announced)));
            }
            let results = until.iter().filter_map(|it| it.change.of_result());
            let results = (1..).zip(results);
            said.extend(
                results.map(|(n, (.., now))| version::was_corrected(language, n, sentence(now))),
            );
            said
        }
        _ => vec![
            record::correction_was(language, sentence(was)),
            record::correction_now(language, sentence(now)),
        ],
    };
    said.push(turn(language, motion, was, now));
    let told = at.and_then(|at| motion.told.iter().find(|told| told.corrections > at));
    said.extend(told.map(|told| words::told_at(language, terms::minute(language, told.at))));
    said
}

/// Says, for the chair to tell the room, which announced result turned when it was put right; `None` where
/// the room knows all of it.
#[must_use]
pub fn to_tell(language: Language, world: &World, session: &Session) -> Option<String> {
    let Untold { motion, was, now } = untold(world, session)?;
    let (was, now) = (
        outcome(language, motion, was),
        outcome(language, motion, now),
    );
    let item = world.item(&motion.item).ok()?;
    // Of the item that runs the room knows which it is.
    Some(match world.running_item(&session.id) {
        Some(running) if running.id == item.id => {
            words::tell_turned(language, motion.number, was, now)
        }
        _ => {
            let item = terms::item_number(language, item);
            words::tell_turned_of(language, item, motion.number, was, now)
        }
    })
}

/// Says every correction of the result of a motion in full, oldest first.
#[must_use]
pub fn history(language: Language, world: &World, motion: &Motion) -> Vec<String> {
    let said = corrections(world, motion).filter_map(|made| {
        let (from, to) = old_and_new(language, world, &made.change)?;
        let whose = match &made.change {
            Corrected::Voice { person, .. } => terms::person(language, world, person),
            Corrected::Village { village, .. } => terms::village(language, world, Some(village)),
            Corrected::Totals { to, .. } => match &**to {
                Totals::Village { village, .. } => {
                    terms::village(language, world, village.as_ref())
                }
                _ => words::whole(language),
            },
            _ => return None,
        };
        let (_, was, now) = made.change.of_result()?;
        let (by, reason) = (made.by.as_str(), made.reason.as_str());
        let at = terms::minute(language, made.at);
        let first = record::correction(language, whose, from, to, by, at, reason);
        Some(format!("{first}\n{}", turn(language, motion, was, now)))
    });
    said.collect()
}

/// Says what each of a village did, as it was taken down.
#[must_use]
pub fn voices(language: Language, world: &World, voices: &[VoiceOf]) -> String {
    let said = voices.iter().map(|it| {
        let name = terms::person(language, world, &it.person);
        let voice = it.choice.as_ref();
        let voice = voice.map_or(record::unmarked(language), |choice| {
            terms::choice(language, choice)
        });
        words::voice_of(language, name, voice)
    });
    listed(language, said)
}

/// Says what followed a result and stands in the way of another.
#[must_use]
pub fn followed(language: Language, by: &Followed) -> String {
    let plain = match by {
        Followed::VotedAgain => words::voted_again(language),
        Followed::ChairCast => words::chair_cast(language),
        Followed::LotDrawn => words::lot_drawn(language),
        Followed::PassedOver => words::passed_over(language),
        Followed::Deferred => words::deferred(language),
        Followed::ReferredUp => words::referred_up(language),
        Followed::Ruled => words::ruled(language),
        Followed::VillagesAsked => words::villages_asked(language),
        Followed::Reconsidered => words::reconsidered(language),
        Followed::StepTaken => words::step_taken(language),
        Followed::Refilled { decided: false } => words::refilled(language),
        Followed::Refilled { decided: true } => words::refilled_decided(language),
        Followed::FollowUp { what } => return words::follow_up(language, what.as_str()),
    };
    plain.to_owned()
}

/// Names a number of papers.
#[must_use]
pub fn number(language: Language, number: crate::domain::vote::secret::Number) -> &'static str {
    use crate::domain::vote::secret::Number;
    use crate::domain::vote::tally::Voice;
    match number {
        Number::Returned => ballots::row_returned(language),
        Number::Spoiled => ballots::row_spoiled(language),
        Number::Yes => terms::voice(language, Voice::For),
        Number::No => terms::voice(language, Voice::Against),
        Number::Abstain => terms::voice(language, Voice::Abstain),
    }
}

/// Says why a record cannot have been signed on that day.
#[must_use]
pub fn signing(language: Language, why: &Refused) -> String {
    let day = |on| terms::date(language, on);
    match why {
        Refused::BeforeOver { on, over } => version::before_over(language, day(*on), day(*over)),
        Refused::BeforeMade { on, version, made } => {
            version::before_made(language, day(*on), *version, day(*made))
        }
    }
}
