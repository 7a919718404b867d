//! The rows of a ballot: whoever is asked, by village, with the sum of each.

use super::super::lines;
use super::options;
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::rule::Over;
use crate::domain::session::Session;
use crate::domain::vote::by_village::{Says, Stance};
use crate::domain::vote::exclusive;
use crate::domain::vote::slate::Slate;
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::vote::{Choice, Gone, Motion, MotionState, missing_voices};
use crate::i18n::{
    Language, ballots, hands as counted, live as words, options as several, proxy, recusals, steps,
    terms, weights,
};
use crate::tui::theme::Role;
use crate::tui::widgets::list::Row;

/// Returns the heading of the voters of a village, or of those of none, with their sum. A village whose
/// people differ in a vote that wants them at one stands out.
pub fn village_heading(
    language: Language,
    world: &World,
    motion: &Motion,
    village: Option<&VillageId>,
    counts: String,
    differs: bool,
) -> Row {
    let name = terms::village(language, world, village).to_owned();
    let name = match weight(motion, village) {
        Some(weight) => weights::heading(language, name, weight),
        None => name,
    };
    let counts = match differs {
        true => ballots::as_one_differ(language, counts),
        false => counts,
    };
    let row = Row::header(&words::village_subtotal(language, name, counts));
    match differs {
        true => row.role(Role::Warn),
        false => row,
    }
}

/// Returns the row of a village that is asked as one, with what it said.
pub fn village_row(
    language: Language,
    world: &World,
    motion: &Motion,
    heard: &lines::Heard<'_>,
) -> Row {
    let name = terms::village(language, world, heard.village);
    let name = match weight(motion, heard.village) {
        Some(weight) => weights::row(language, name, heard.here, weight),
        None if heard.village.is_none() && counts_villages(motion) => {
            ballots::village_none(language, name, heard.here)
        }
        None => ballots::village_row(language, name, heard.here),
    };
    let (glyph, role, said) = match heard.vote {
        None if heard.here == 0 => (
            "◂",
            Role::Muted,
            ballots::village_nobody(language).to_owned(),
        ),
        None => (
            "☐",
            Role::Normal,
            ballots::village_unheard(language).to_owned(),
        ),
        Some(vote) if heard.awaited() => {
            let sum = vote.says.of(heard.here).sum();
            (
                "☐",
                Role::Bad,
                ballots::village_unfit(language, sum, heard.here),
            )
        }
        Some(vote) if vote.pencilled => (
            "╌",
            Role::Muted,
            ballots::village_pencilled(language).to_owned(),
        ),
        Some(vote) => {
            let (glyph, role) = match vote.says {
                Says::AsOne {
                    stance: Stance::For,
                } => ("✓", Role::Good),
                Says::AsOne {
                    stance: Stance::Against,
                } => ("✗", Role::Bad),
                Says::AsOne {
                    stance: Stance::Abstain,
                } => ("▫", Role::Warn),
                Says::AsOne {
                    stance: Stance::NotVoting,
                } => ("◦", Role::Warn),
                Says::ByNumbers { .. } => ("±", Role::Warn),
            };
            (glyph, role, steps::village_says(language, &vote.says))
        }
    };
    Row::new(vec![glyph.to_owned(), name, said]).role(role)
}

/// Returns the row of one voter, with what was taken down of that one.
pub fn voter_row(
    language: Language,
    world: &World,
    motion: &Motion,
    line: &lines::Asked<'_>,
    slate: Option<&Slate>,
) -> Row {
    let name = terms::person(language, world, &line.voter.person);
    let (mark, voice) = (line.mark, line.voice);
    let pencilled = mark.is_some_and(|mark| mark.pencilled);
    let (glyph, role) = match voice {
        None => ("☐", Role::Normal),
        Some(Voice::For | Voice::NotVoting) if pencilled => ("╌", Role::Muted),
        Some(Voice::For) => ("✓", Role::Good),
        Some(Voice::Against) => ("✗", Role::Bad),
        Some(Voice::Abstain) => ("▫", Role::Warn),
        Some(Voice::NotVoting) => ("◦", Role::Warn),
        Some(Voice::Absent) => ("◂", Role::Muted),
        Some(Voice::Recused) => ("▪", Role::Warn),
    };
    let taken = slate.zip(line.option());
    let taken = taken.map(|(slate, option)| options::taken(language, slate, option));
    let said = match (voice, mark.map(|mark| &mark.choice)) {
        (None, _) => words::voice_missing(language).to_owned(),
        (Some(Voice::Absent), _) if line.by_video => counted::by_video(language).to_owned(),
        (Some(Voice::For), _) if let Some(taken) = taken => match pencilled {
            true => several::pencilled(language, taken),
            false => taken,
        },
        (Some(Voice::For), _) if pencilled => words::pencilled(language).to_owned(),
        (Some(Voice::NotVoting), _)
            if pencilled && let Some(other) = exclusive::other(world, motion) =>
        {
            words::pencilled_beside(language, other.number)
        }
        (Some(Voice::Recused), Some(Choice::Recused { reason })) => {
            recusals::in_vote(language, world, motion, &line.voter.person, reason)
        }
        (Some(voice), _) => terms::voice(language, voice).to_owned(),
    };
    let mut dropped = motion.ballot().into_iter().flat_map(|it| &it.dropped);
    let dropped = dropped.rfind(|it| !it.pencilled && it.giver == line.voter.person);
    let silent = matches!(voice, None | Some(Voice::Absent)) && line.cast_by.is_none();
    let said = match dropped.filter(|_| silent) {
        Some(dropped) => {
            let holder = terms::person(language, world, &dropped.holder);
            let was = terms::choice(language, &dropped.choice);
            let why = match dropped.why {
                Gone::GiverCame => "came",
                Gone::HolderLeft => "left",
                Gone::HolderWithdrew => "withdrew",
            };
            format!(
                "{said}  {}",
                proxy::dropped_here(language, holder, was, why)
            )
        }
        None => said,
    };
    let said = match &line.cast_by {
        Some(holder) => {
            let cast = proxy::cast(language, terms::person(language, world, holder));
            format!("{said}  {cast}")
        }
        None => said,
    };
    Row::new(vec![glyph.to_owned(), name.to_owned(), said]).role(role)
}

/// Returns what stands over whoever chairs: whether they are to speak last, and what keeps them from it.
pub fn chair_heading(
    language: Language,
    world: &World,
    session: &Session,
    motion: &Motion,
) -> String {
    let last = motion.ballot().filter(|ballot| ballot.rule.chair_last);
    let Some(ballot) = last else {
        return words::chair_heading(language).to_owned();
    };
    let missing = missing_voices(session, ballot).count();
    let voting = matches!(motion.state, MotionState::Voting { .. });
    match missing {
        _ if ballot.chair_before => words::chair_was_not_last(language).to_owned(),
        _ if ballot.chair_among => words::chair_heading(language).to_owned(),
        1.. if voting && ballot.chair_spoke(world, motion) => {
            words::chair_before(language, missing)
        }
        _ => words::chair_last(language).to_owned(),
    }
}

/// Returns the sum of one village: what was voted for of several options, and the voices.
pub fn subtotal(language: Language, counts: &Counts, of: Option<(&Slate, &[u32])>) -> String {
    let options = of.map(|(slate, rows)| options::subtotal(language, slate, rows));
    let parts = [
        (Voice::For, if of.is_some() { 0 } else { counts.yes }),
        (Voice::Against, counts.no),
        (Voice::Abstain, counts.abstain),
        (Voice::NotVoting, counts.not_voting),
        (Voice::Recused, counts.recused),
    ];
    let voices = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(voice, count)| format!("{} {count}", terms::voice(language, voice)));
    let said: Vec<String> = options.into_iter().flatten().chain(voices).collect();
    said.join(" ")
}

/// Returns what a village weighs in the vote on a motion, where weights are counted.
fn weight(motion: &Motion, village: Option<&VillageId>) -> Option<u32> {
    let rule = &motion.ballot()?.rule;
    rule.weights.as_ref()?;
    // A village the rule gives no weight has none.
    Some(rule.reckoned.get(village?).copied().unwrap_or(0))
}

/// Says whether the rule of a vote counts villages, of which area-wide seats are none.
fn counts_villages(motion: &Motion) -> bool {
    let rule = motion.ballot().map(|ballot| &ballot.rule);
    rule.is_some_and(|rule| rule.pass.counted().contains(&Over::Villages))
}
