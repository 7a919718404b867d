//! How a motion and its ballot are drawn.

use super::super::lines::{self, Line};
use super::super::{Panel, State, hands as counts, in_force, secret as papers, vote as votes};
use super::{draw_list, hands, options, secret, slate};
use crate::domain::World;
use crate::domain::ids::VillageId;
use crate::domain::rule::{Over, Rule};
use crate::domain::session::Session;
use crate::domain::session::agenda::{ItemKind, carried_votes};
use crate::domain::vote::by_village::{Says, Stance, differing};
use crate::domain::vote::due::chosen;
use crate::domain::vote::exclusive;
use crate::domain::vote::slate::Slate;
use crate::domain::vote::tally::{Counts, Voice};
use crate::domain::vote::{
    Choice, Gone, Motion, MotionState, SequelStep, VoteResult, due, effect, missing_voices,
};
use crate::i18n::{
    Language, ballots, clocks, corrected, hands as counted, in_force as force, live as words,
    options as several, proxy, quorums, read, recusals, rule_sentences, sequel, sequels, steps,
    terms, weights, withdrawals,
};
use crate::tui::action::key_of;
use crate::tui::app::Glance;
use crate::tui::caret::Caret;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::list::{Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The rows of a wording over its ballot in a low window; a high one has room for a fifth of it.
const WORDING: u16 = 3;

/// From this height on there is room for a second line above the rows of an open vote.
const ROOMY: u16 = 24;

/// With fewer rows over the ballot none is spent on saying that there is more.
const LEAST_SAID: usize = 4;

/// Draws the vote panel.
pub fn vote(
    state: &mut State,
    glance: Glance<'_>,
    world: &World,
    session: &Session,
    area: Rect,
    buf: &mut Buffer,
) -> Caret {
    let language = glance.language;
    let Some(motion) = votes::motion(state, world) else {
        let said = match state.item(world) {
            Some(item) if !matches!(item.kind, ItemKind::Decision { .. }) => {
                words::not_voted_on(language, terms::item_kind(language, &item.kind))
            }
            _ => words::no_motion(language).to_owned(),
        };
        let item = state.item(world);
        let put_off = item
            .into_iter()
            .flat_map(|item| sequels::each_put_off(language, item));
        let put_off = put_off.map(|said| (said, Role::Warn));
        let owed = item
            .into_iter()
            .flat_map(|item| carried_votes(world, &item.id));
        let owed = owed.map(|it| (sequels::owed(language, it), Role::Warn));
        let lines = std::iter::once((said, Role::Muted))
            .chain(put_off)
            .chain(owed);
        let lines = lines.flat_map(|(said, role)| {
            let lines = text::wrap(&said, area.width).into_iter();
            lines.map(move |line| (line, role))
        });
        for (y, (line, role)) in (area.y..area.bottom()).zip(lines) {
            text::put(buf, area.x, y, area.width, &line, glance.theme.style(role));
        }
        return Caret::block(area.x, area.y);
    };
    let mut head = motion_head(glance, world, motion, area, below_wording);
    let other = world.items.get(&motion.item);
    let other = other.filter(|item| state.item(world).is_some_and(|it| it.id != item.id));
    let other = other.map(|item| terms::item_number(language, item));
    let of_other_item = |head: &mut Vec<(String, Role)>| {
        if let Some(number) = &other {
            let said = words::of_other_item(language, number.as_str());
            head.insert(0, (said, Role::Warn));
        }
    };
    of_other_item(&mut head);
    // Before the vote there is no ballot to show, and a wording is read whole.
    let most = match motion.ballot() {
        Some(_) if counts::in_numbers(motion).is_some() && area.height < hands::LOW + 4 => 2,
        Some(_) if let Some(rows) = placed(motion) => {
            (area.height / 2).max(area.height.saturating_sub(rows))
        }
        Some(_) => area.height / 2,
        None => area.height.saturating_sub(1),
    };
    let most = usize::from(most).max(1);
    if head.len() > most && motion.result().is_some() {
        // What is cut off is the count; the outcome never is.
        head = motion_head(glance, world, motion, area, outcome_first);
        of_other_item(&mut head);
    }
    if head.len() > most && most >= LEAST_SAID {
        // The row that says so is one of them.
        head.truncate(most.saturating_sub(1));
        head.push((read::more(language, key_of("live.whole")), Role::Key));
    } else if head.len() > most
        && let Some((last, _)) = head.get_mut(most.saturating_sub(1))
    {
        let mark = read::cut_short(language, key_of("live.whole"));
        let kept = text::head(last, area.width.saturating_sub(text::width(&mark)));
        *last = format!("{kept}{mark}");
    }
    let mut y = area.y;
    for (line, role) in head.iter().take(most) {
        text::put(buf, area.x, y, area.width, line, glance.theme.style(*role));
        y += 1;
    }
    let below = Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    };
    if let Some(count) = counts::count(state, world, session, motion) {
        return hands::counted(state, glance, world, session, &count, below, buf);
    }
    if let Some(count) = papers::count(state, session, motion) {
        return secret::counted(state, glance, world, session, &count, below, buf);
    }
    let lines = lines::lines(session, motion);
    let slate = motion.ballot().and_then(|ballot| ballot.slate.as_ref());
    let below = match slate.filter(|_| matches!(motion.state, MotionState::Voting { .. })) {
        Some(slate) => {
            let said = options::head(language, slate, &lines, below.width);
            draw_head(glance, &said, below, buf)
        }
        None => below,
    };
    let pending = motion.ballot().filter(|_| motion.pending());
    let differs = pending.and_then(|ballot| differing(session, ballot));
    let differs = differs.map(|(village, _)| village.clone());
    let rows: Vec<Row> = lines
        .into_iter()
        .map(|line| match line {
            Line::Village(village, counts, taken) => {
                let name = terms::village(language, world, village).to_owned();
                let name = match weight(motion, village) {
                    Some(weight) => weights::heading(language, name, weight),
                    None => name,
                };
                let counts = subtotal(
                    glance,
                    &counts,
                    slate.map(|slate| (slate, taken.as_slice())),
                );
                match differs.as_ref() == village {
                    true if village.is_some() => {
                        let counts = ballots::as_one_differ(language, counts);
                        Row::header(&words::village_subtotal(language, name, counts))
                            .role(Role::Warn)
                    }
                    _ => Row::header(&words::village_subtotal(language, name, counts)),
                }
            }
            Line::Asked(heard) => village_row(glance, world, motion, &heard),
            Line::Chair => Row::header(&chair_heading(language, world, session, motion)),
            Line::Voter(voter) => voter_row(glance, world, motion, &voter, slate),
        })
        .collect();
    let columns = [Column::Fixed(1), Column::fitting(&rows, 1), Column::Flex(1)];
    draw_list(state, Panel::Vote, glance, &columns, &rows, below, buf)
}

/// Draws how several options stand, above the voters, who keep half of the room.
fn draw_head(glance: Glance<'_>, said: &[(String, Role)], area: Rect, buf: &mut Buffer) -> Rect {
    let most = usize::from(area.height / 2).max(1);
    let mut y = area.y;
    for (line, role) in said.iter().take(most) {
        text::put(buf, area.x, y, area.width, line, glance.theme.style(*role));
        y += 1;
    }
    Rect {
        y,
        height: area.bottom().saturating_sub(y),
        ..area
    }
}

/// Returns how many rows the contenders take, once they are counted and drawn by themselves.
fn placed(motion: &Motion) -> Option<u16> {
    counts::in_numbers(motion)?;
    let count = motion.result()?.slate.as_ref()?;
    u16::try_from(count.judged.placed.len()).ok()
}

fn motion_head(
    glance: Glance<'_>,
    world: &World,
    motion: &Motion,
    area: Rect,
    below: fn(Language, &World, &Motion) -> Vec<(String, Role)>,
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
    for (said, role) in below(language, world, motion) {
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

/// Returns the same with the outcome before the count, and before both where the motion stands since.
fn outcome_first(language: Language, world: &World, motion: &Motion) -> Vec<(String, Role)> {
    said_below(language, world, motion, First::Outcome)
}

/// Says what a vote came to.
type Sentence = fn(Language, &World, &Motion, &VoteResult) -> String;

/// What is said first of a motion that was voted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    /// The count, with the outcome and where the motion stands behind it.
    Count,
    /// Where it stands since, and the outcome before its count.
    Outcome,
}

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

/// Returns what stands over whoever chairs: whether they are to speak last, and what keeps them from it.
fn chair_heading(language: Language, world: &World, session: &Session, motion: &Motion) -> String {
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

fn village_row(
    glance: Glance<'_>,
    world: &World,
    motion: &Motion,
    heard: &lines::Heard<'_>,
) -> Row {
    let language = glance.language;
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

fn subtotal(glance: Glance<'_>, counts: &Counts, of: Option<(&Slate, &[u32])>) -> String {
    let language = glance.language;
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

fn voter_row(
    glance: Glance<'_>,
    world: &World,
    motion: &Motion,
    line: &lines::Asked<'_>,
    slate: Option<&Slate>,
) -> Row {
    let language = glance.language;
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
