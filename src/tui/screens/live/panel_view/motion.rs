//! What is said of a motion above its ballot.

use super::super::{hands as counts, in_force};
use super::slate;
use crate::domain::World;
use crate::domain::rule::Rule;
use crate::domain::session::Session;
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
    let of = Of {
        language,
        world,
        session: world.session(&motion.session).ok(),
        motion,
    };
    let mut said = of.wordings();
    said.extend(of.rule());
    said.extend(of.to_come());
    said.extend(of.beside());
    said.extend(of.agreement());
    said.extend(of.reconsiders());
    // The result that stands is seen first, where a low window cuts off what is below.
    if motion.result().is_none() {
        said.extend(of.rounds());
    }
    let stands = (!motion.sequels.is_empty()).then(|| {
        let line = sequels::standing_line(language, world, motion);
        (line, Role::Title)
    });
    match first {
        First::Outcome => {
            said.extend(stands);
            said.extend(of.result(steps::result_outcome_first));
        }
        First::Count => {
            said.extend(of.result(steps::result_sentence));
            said.extend(stands);
        }
    }
    said.extend(of.steps());
    if motion.result().is_some() {
        said.extend(of.rounds());
    }
    said
}

/// A motion of which something is said, where it stands.
#[derive(Clone, Copy)]
struct Of<'a> {
    language: Language,
    world: &'a World,
    session: Option<&'a Session>,
    motion: &'a Motion,
}

impl Of<'_> {
    /// How often the wording changed, before it is voted.
    fn wordings(self) -> Vec<(String, Role)> {
        let count = self.motion.wordings.len();
        let changed = count > 1 && self.motion.state == MotionState::Drafted;
        let said = changed.then(|| (words::wordings(self.language, count), Role::Muted));
        said.into_iter().collect()
    }

    /// The rule it is voted by, and while that matters, whether a quorum is there and who may vote for
    /// whom.
    fn rule(self) -> Vec<(String, Role)> {
        let (language, motion) = (self.language, self.motion);
        let judging = |session| in_force::judging(self.world, session, motion);
        let Some(rule) = self.session.and_then(judging) else {
            return Vec::new();
        };
        if !motion.pending() && motion.ballot().is_none() {
            return Vec::new();
        }
        let line = rule_line(language, &rule);
        // While a vote is open its rows need the room more than a key does.
        let line = match motion.state == MotionState::Drafted && motion.pending() {
            true => force::whole(language, line, key_of("live.rule")),
            false => line,
        };
        let mut said = vec![(line, Role::Muted)];
        said.extend(self.freed(&rule));
        if motion.pending() {
            let quorum = self.session;
            let quorum = quorum.and_then(|it| quorums::after_recusals(language, it, motion));
            said.extend(quorum.map(|(quorum, holds)| match holds {
                true => (quorum, Role::Muted),
                false => (quorum, Role::Bad),
            }));
            let idle = self.session;
            let idle = idle.and_then(|it| in_force::idle_proxies(language, self.world, it, &rule));
            said.extend(idle.map(|idle| (idle, Role::Warn)));
        }
        said
    }

    /// That a rule waits for no quorum of its own, where it does not.
    fn freed(self, rule: &Rule) -> Option<(String, Role)> {
        let freed = quorums::freed_now(self.language, self.world, self.session?, self.motion, rule);
        freed.map(|freed| (freed, Role::Muted))
    }

    /// What is to be known before people are asked: who is recused, what the rule warns of, and what was
    /// counted before.
    fn to_come(self) -> Vec<(String, Role)> {
        let Of {
            language,
            world,
            motion,
            ..
        } = self;
        let votes_next = matches!(due(motion), Some(due) if due.is_a_vote());
        if motion.state != MotionState::Drafted && !votes_next {
            return Vec::new();
        }
        let mut said = Vec::new();
        if let Some(session) = self.session {
            let recused = recusals::before_vote(language, world, session, motion);
            said.extend(recused.into_iter().map(|said| (said, Role::Warn)));
        }
        let rule = counts::rule_of(world, &motion.id);
        // While a vote is open, and when it is announced, its rows need the room.
        let warned = rule.as_ref().filter(|_| motion.ballot().is_none());
        let warning = warned.and_then(|rule| rule_sentences::warning(language, rule));
        said.extend(warning.map(|words| (words.to_owned(), Role::Warn)));
        said.extend(slate::before(language, world, motion, rule.as_ref()));
        said
    }

    /// What stands beside it: what was put off or is owed to it, another motion it excludes, and that it
    /// was withdrawn.
    fn beside(self) -> Vec<(String, Role)> {
        let Of {
            language,
            world,
            motion,
            ..
        } = self;
        let item = world.items.get(&motion.item).filter(|_| motion.pending());
        let put_off = item.into_iter();
        let put_off = put_off.flat_map(|item| sequels::each_put_off(language, item));
        let owed = carried_votes(world, &motion.item).filter(|_| motion.pending());
        let owed = owed.map(|it| sequels::owed(language, it));
        let other = exclusive::other(world, motion);
        let other = other.map(|other| ballots::excludes(language, other.number));
        let withdrawn = withdrawals::on_screen(language, motion);
        let said = put_off.chain(owed).chain(other).chain(withdrawn);
        said.map(|said| (said, Role::Warn)).collect()
    }

    /// That nobody was against it, who was asked and by which rule.
    fn agreement(self) -> Vec<(String, Role)> {
        let Of {
            language,
            world,
            motion,
            ..
        } = self;
        let MotionState::Agreed { agreement } = &motion.state else {
            return Vec::new();
        };
        let people = agreement.asked.iter();
        let people = people.map(|voter| terms::person(language, world, &voter.person));
        let asked = counted::agree_asked(language, terms::list(language, people));
        let sentence = steps::agreement_sentence(language, world, motion, agreement);
        let mut said = vec![(rule_line(language, &agreement.rule), Role::Muted)];
        said.extend(self.freed(&agreement.rule));
        said.push((sentence, Role::Good));
        said.push((asked, Role::Muted));
        said
    }

    /// Which decision it takes up again.
    fn reconsiders(self) -> Option<(String, Role)> {
        let of = sequels::reconsidered(self.language, self.world, self.motion)?;
        Some((sequel::reconsiders_line(self.language, of), Role::Muted))
    }

    /// The rounds that came before the one that stands.
    fn rounds(self) -> Vec<(String, Role)> {
        let earlier = (1..).zip(&self.motion.earlier);
        let earlier = earlier.map(|(number, round)| {
            let round = sequels::round(self.language, self.world, self.motion, number, round);
            (round, Role::Muted)
        });
        earlier.collect()
    }

    /// What a vote came to, with what since stands against it before, and what recusals did to it behind.
    fn result(self, sentence: Sentence) -> Vec<(String, Role)> {
        let Of {
            language,
            world,
            motion,
            ..
        } = self;
        let Some(result) = motion.result() else {
            return Vec::new();
        };
        let mark = corrected::mark(language, world, motion, key_of("live.whole"));
        let mut said: Vec<_> = mark.map(|mark| (mark, Role::Warn)).into_iter().collect();
        let recusals = recusals::unsettled(language, world, motion).into_iter();
        said.extend(recusals.map(|said| (said, Role::Bad)));
        said.push((sentence(language, world, motion, result), Role::Good));
        let rule = motion.ballot().map(|ballot| &ballot.rule);
        let effect = rule.and_then(|rule| recusals::effect(language, rule, result));
        said.extend(effect.map(|effect| (effect, Role::Muted)));
        said
    }

    /// What came after the vote, a step each.
    fn steps(self) -> Vec<(String, Role)> {
        let Of {
            language,
            world,
            motion,
            ..
        } = self;
        // The sentence of the result says already that it is not put off.
        let told = chosen(motion).filter(|it| matches!(it.step, SequelStep::PassedOver { .. }));
        let untold = motion.sequels.iter().filter(|it| told != Some(*it));
        let said = untold.map(|sequel| {
            let clock = clocks::of_step(language, world, motion, sequel);
            let step = sequels::step(language, world, motion, sequel);
            (sequel::stamped(language, clock, step), Role::Normal)
        });
        said.collect()
    }
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
