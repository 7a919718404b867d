//! What is said of a motion above its ballot.

use super::super::{hands as counts, in_force};
use super::slate;
use crate::domain::World;
use crate::domain::rule::Rule;
use crate::domain::session::agenda::carried_votes;
use crate::domain::vote::due::chosen;
use crate::domain::vote::exclusive;
use crate::domain::vote::{Motion, MotionState, SequelStep, VoteResult, due, effect};
use crate::i18n::{
    Language, ballots, clocks, corrected, hands as counted, in_force as force, live as words,
    quorums, read, recusals, rule_sentences, sequel, sequels, steps, terms, withdrawals,
};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::text;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The rows of a wording over its ballot in a low window; a high one has room for a fifth of it.
const WORDING: u16 = 3;

/// From this height on there is room for a second line above the rows of an open vote.
const ROOMY: u16 = 24;

/// What is said first of a motion that was voted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The count, with the outcome and where the motion stands behind it.
    Count,
    /// Where it stands since, and the outcome before its count.
    Outcome,
}

/// Returns what is said of a motion, in rows as wide as the area: which it is, its wording, and what is
/// below that.
pub fn head(
    glance: Glance<'_>,
    world: &World,
    motion: &Motion,
    area: Rect,
    first: First,
) -> Vec<(String, Role)> {
    let (language, width) = (glance.language, area.width);
    let count = world.motions_of(&motion.item).count();
    let state = sequels::standing_here(language, world, motion);
    let villages = terms::villages(language, world, &motion.villages);
    let brings = terms::effect(language, effect(world, motion));
    let line = words::motion_line(language, motion.number, count, state, brings, villages);
    let open = matches!(motion.state, MotionState::Voting { .. });
    let mut head: Vec<(String, Role)> = match open {
        // While a vote is open its rows need the room, where there is little of it.
        true if area.height < ROOMY => vec![(line, Role::Title)],
        _ => {
            let lines = text::wrap(&line, width).into_iter();
            lines.map(|line| (line, Role::Title)).collect()
        }
    };
    let mut wording = text::wrap(motion.wording(), width);
    let most = match motion.ballot() {
        Some(_) => usize::from(WORDING.max(area.height / 5)),
        None => usize::MAX,
    };
    let cut = wording.len() > most;
    if cut {
        // The row that says so is one of them, and so is the end: what a motion comes to may stand in its last words.
        wording.truncate(most.saturating_sub(2).max(1));
    }
    head.extend(wording.into_iter().map(|line| (line, Role::Normal)));
    if cut {
        head.push((read::more(language, key_of("live.whole")), Role::Key));
        head.push((end_of(motion.wording(), width), Role::Normal));
    }
    for (said, role) in said_below(language, world, motion, first) {
        let lines = text::wrap(&said, width).into_iter();
        head.extend(lines.map(|line| (line, role)));
    }
    head
}

/// Returns the end of a wording that is too long, in one row that begins with no mark of punctuation.
fn end_of(wording: &str, width: u16) -> String {
    let last = wording.lines().next_back().unwrap_or_default();
    let end = text::tail(last, width);
    let end = end.trim_start_matches(|it: char| {
        it.is_whitespace() || "，。、；：！？）》”,.;:!?)".contains(it)
    });
    end.to_owned()
}

/// Returns what is said of a motion below its wording, a sentence each: its rule, what came before, how
/// it was voted, and what followed.
pub fn below_wording(language: Language, world: &World, motion: &Motion) -> Vec<(String, Role)> {
    said_below(language, world, motion, First::Count)
}

/// Says what a vote came to.
type Sentence = fn(Language, &World, &Motion, &VoteResult) -> String;

/// Says what is to be said of a motion below its wording, a sentence each, in the order of `first`.
fn said_below(
    language: Language,
    world: &World,
    motion: &Motion,
    first: First,
) -> Vec<(String, Role)> {
    let mut said = Vec::new();
    if motion.wordings.len() > 1 && motion.state == MotionState::Drafted {
        let wordings = words::wordings(language, motion.wordings.len());
        said.push((wordings, Role::Muted));
    }
    let session = world.session(&motion.session).ok();
    let rule = session.and_then(|session| in_force::judging(world, session, motion));
    let freed = |rule: &Rule| {
        let freed = quorums::freed_now(language, world, session?, motion, rule)?;
        Some((freed, Role::Muted))
    };
    match &rule {
        Some(rule) if motion.pending() => {
            let line = rule_line(language, rule);
            // While a vote is open its rows need the room more than a key does.
            said.push(match motion.state {
                MotionState::Drafted => {
                    let line = force::whole(language, line, key_of("live.rule"));
                    (line, Role::Muted)
                }
                _ => (line, Role::Muted),
            });
            said.extend(freed(rule));
            let quorum = session.and_then(|it| quorums::after_recusals(language, it, motion));
            said.extend(quorum.map(|(quorum, holds)| match holds {
                true => (quorum, Role::Muted),
                false => (quorum, Role::Bad),
            }));
            let idle = session.and_then(|it| in_force::idle_proxies(language, world, it, rule));
            said.extend(idle.map(|idle| (idle, Role::Warn)));
        }
        Some(rule) if motion.ballot().is_some() => {
            said.push((rule_line(language, rule), Role::Muted));
            said.extend(freed(rule));
        }
        _ => {}
    }
    let to_come =
        motion.state == MotionState::Drafted || matches!(due(motion), Some(due) if due.is_a_vote());
    if to_come {
        if let Some(session) = session {
            let recused = recusals::before_vote(language, world, session, motion);
            said.extend(recused.into_iter().map(|said| (said, Role::Warn)));
        }
        let rule = counts::rule_of(world, &motion.id);
        // While a vote is open, and when it is announced, its rows need the room.
        let warned = rule.as_ref().filter(|_| motion.ballot().is_none());
        let warning = warned.and_then(|rule| rule_sentences::warning(language, rule));
        said.extend(warning.map(|words| (words.to_owned(), Role::Warn)));
        said.extend(slate::before(language, world, motion, rule.as_ref()));
    }
    let returned = world.items.get(&motion.item).filter(|_| motion.pending());
    let returned = returned
        .into_iter()
        .flat_map(|item| sequels::each_put_off(language, item));
    said.extend(returned.map(|said| (said, Role::Warn)));
    let owed = carried_votes(world, &motion.item).filter(|_| motion.pending());
    said.extend(owed.map(|it| (sequels::owed(language, it), Role::Warn)));
    if let Some(other) = exclusive::other(world, motion) {
        said.push((ballots::excludes(language, other.number), Role::Warn));
    }
    said.extend(withdrawals::on_screen(language, motion).map(|it| (it, Role::Warn)));
    if let MotionState::Agreed { agreement } = &motion.state {
        let sentence = steps::agreement_sentence(language, world, motion, agreement);
        let people = agreement.asked.iter();
        let people = people.map(|voter| terms::person(language, world, &voter.person));
        let asked = counted::agree_asked(language, terms::list(language, people));
        said.push((rule_line(language, &agreement.rule), Role::Muted));
        said.extend(freed(&agreement.rule));
        said.push((sentence, Role::Good));
        said.push((asked, Role::Muted));
    }
    if let Some(of) = sequels::reconsidered(language, world, motion) {
        said.push((sequel::reconsiders_line(language, of), Role::Muted));
    }
    let earlier = (1..).zip(&motion.earlier).map(|(number, round)| {
        let round = sequels::round(language, world, motion, number, round);
        (round, Role::Muted)
    });
    // The result that stands is seen first, where a low window cuts off what is below.
    let (before, after) = match motion.result() {
        Some(_) => (None, Some(earlier)),
        None => (Some(earlier), None),
    };
    said.extend(before.into_iter().flatten());
    let stands = (!motion.sequels.is_empty()).then(|| {
        let line = sequels::standing_line(language, world, motion);
        (line, Role::Title)
    });
    let (stands, sentence, stands_behind) = match first {
        First::Outcome => (stands, steps::result_outcome_first as Sentence, None),
        First::Count => (None, steps::result_sentence as Sentence, stands),
    };
    said.extend(stands);
    if let Some(result) = motion.result() {
        let key = key_of("live.whole");
        let mark = corrected::mark(language, world, motion, key);
        said.extend(mark.map(|mark| (mark, Role::Warn)));
        let recusals = recusals::unsettled(language, world, motion).into_iter();
        said.extend(recusals.map(|said| (said, Role::Bad)));
        said.push((sentence(language, world, motion, result), Role::Good));
        let rule = motion.ballot().map(|ballot| &ballot.rule);
        let effect = rule.and_then(|rule| recusals::effect(language, rule, result));
        said.extend(effect.map(|effect| (effect, Role::Muted)));
    }
    said.extend(stands_behind);
    // The sentence of the result says already that it is not put off.
    let told = chosen(motion).filter(|it| matches!(it.step, SequelStep::PassedOver { .. }));
    for sequel in motion.sequels.iter().filter(|it| told != Some(*it)) {
        let step = sequels::step(language, world, motion, sequel);
        let step = sequel::stamped(
            language,
            clocks::of_step(language, world, motion, sequel),
            step,
        );
        said.push((step, Role::Normal));
    }
    said.extend(after.into_iter().flatten());
    said
}

fn rule_line(language: Language, rule: &Rule) -> String {
    let (name, clause) = (
        terms::rule_name(language, rule),
        terms::clause(language, rule),
    );
    match rule.is_fallback() {
        true => words::ballot_default_rule(language, name, clause),
        false => words::ballot_rule(language, name, clause),
    }
}
