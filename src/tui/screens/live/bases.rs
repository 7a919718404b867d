//! The same hands under every base, side by side: a block for everything the rule counts.

use super::{hands, secret, seen, vote};
use crate::domain::ids::GroupId;
use crate::domain::rule::{Base, Inequality, Over, Pass, Question, Rule};
use crate::domain::vote::bases::{Block, Held, OnBase, Unit, Wanted, of_contenders, side_by_side};
use crate::domain::vote::follow::apart;
use crate::domain::vote::hands::Hands;
use crate::domain::vote::{Motion, Outcome, not_open, so_far, spoken_for};
use crate::domain::{Refusal, World};
use crate::i18n::{Language, bases as words, slate, steps, terms};
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::reading::{self, Part};

/// Says whether there is a vote to look at.
///
/// # Errors
/// That no vote was opened.
pub fn can_compare(app: &App) -> Result<(), Why> {
    compared(app).map(|_| ())
}

/// Shows the votes as they stand against every base.
pub fn compare(app: &mut App) {
    reading::open(app, |app| {
        let (language, held) = (app.language, compared(app).ok()?);
        let (world, proxied) = (held.world, held.proxied);
        let parts = held.blocks.iter();
        let parts = parts.map(|block| part(language, world, block, proxied));
        let note = Part {
            title: String::new(),
            words: note(language, &held.rule).to_owned(),
        };
        Some((
            words::title(language).to_owned(),
            parts.chain([note]).collect(),
        ))
    });
}

/// A vote held against every base.
struct Compared<'a> {
    rule: Rule,
    blocks: Vec<Block>,
    world: &'a World,
    /// How many of those counted as present are not there, and are spoken for.
    proxied: u32,
}

fn compared(app: &App) -> Result<Compared<'_>, Why> {
    let (state, session, world) = seen(app)?;
    let motion = vote::motion(state, world);
    // Of papers that cannot be right nothing was counted.
    if motion
        .and_then(Motion::result)
        .is_some_and(|it| it.outcome == Outcome::Void)
    {
        return Err(Why::Says(words::void));
    }
    if let Some(ballot) = motion.and_then(Motion::ballot)
        && ballot.slate.is_some()
    {
        let result = motion.and_then(Motion::result);
        let count = result.and_then(|result| Some((result, result.slate.as_ref()?)));
        let (result, count) = count.ok_or(Why::Says(slate::bases_once_counted))?;
        let blocks = of_contenders(&ballot.rule, result, count);
        return Ok(Compared {
            rule: ballot.rule.clone(),
            blocks,
            world,
            proxied: result.by_proxy(),
        });
    }
    let raised = |motion: &Motion| {
        let count = hands::count(state, world, session, motion)?;
        let left_over = count.left_over();
        let pencil = state.counting.as_ref();
        let begun = pencil.is_some_and(|pencil| pencil.is_of(&motion.id));
        if !begun && count.ballot.hands.is_none() {
            // The rest is proposed as votes for; before a number is typed nobody has raised a hand.
            return Some(Hands {
                yes: 0,
                not_voting: count.room,
                ..count.hands
            });
        }
        Some(Hands {
            not_voting: count.hands.not_voting.saturating_add(left_over),
            ..count.hands
        })
    };
    let stands = motion.and_then(|motion| {
        let rule = motion.ballot()?.rule.clone();
        let tally = so_far(world, session, motion, raised(motion))?;
        let concerned = apart(world, motion, &rule);
        let concerned: Vec<GroupId> = concerned.iter().map(GroupId::from).collect();
        let blocks = side_by_side(&rule, &tally, &concerned).into_iter();
        // Whoever kept silent while it was open says nothing any more; nor whoever gave back no paper.
        let over = motion.result().is_some() || secret::secretly(motion).is_some();
        let blocks = blocks.map(|block| if over { block.ended() } else { block });
        Some(Compared {
            rule,
            blocks: blocks.collect(),
            world,
            proxied: spoken_for(session, motion),
        })
    });
    if stands.is_none() && motion.and_then(secret::secretly).is_some() {
        return Err(Why::Says(words::once_counted));
    }
    let refused = motion.map_or(Refusal::VoteNotOpen, not_open);
    stands.ok_or(Why::Refused(refused))
}

/// Says which rows have to hold, as far as the rule's tree can be said in a line.
fn note(language: Language, rule: &Rule) -> &'static str {
    let flat = |of: &[Pass]| {
        let branches = |it: &Pass| matches!(it, Pass::All(_) | Pass::Any(_));
        !of.iter().any(branches)
    };
    if rule.question != Question::YesNo {
        return words::note_contenders(language);
    }
    match &rule.pass {
        Pass::Any(of) if flat(of) => words::note_any(language),
        Pass::All(of) if !flat(of) => words::note_tree(language),
        Pass::Any(_) => words::note_tree(language),
        Pass::All(_) | Pass::Reaches(_) | Pass::EachVillage(_) | Pass::FewerBlockersThan { .. } => {
            words::note(language)
        }
    }
}

/// Says a block; of everybody's voices, how many of those present are `proxied`.
pub(super) fn part(language: Language, world: &World, block: &Block, proxied: u32) -> Part {
    let over = match &block.unit {
        Unit::All(over) => *over,
        Unit::Village(_) | Unit::Consent(_) | Unit::Contender(_) | Unit::Choice(_) => Over::Persons,
    };
    let counts = block.counts;
    let said = words::counts(
        language,
        counts.yes,
        counts.no,
        counts.abstain,
        counts.not_voting,
    );
    let title = match &block.unit {
        Unit::All(over) => words::of_all(language, terms::over_key(*over), said),
        Unit::Village(village) => {
            words::of_village(language, steps::group_name(language, world, village), said)
        }
        Unit::Choice(name) => {
            words::of_contender(language, name.as_str(), words::votes(language, counts.yes))
        }
        Unit::Contender(name) => {
            let (yes, others) = (counts.yes, counts.no + counts.abstain);
            let said = match others {
                0 => words::votes(language, yes),
                _ => words::ballots(language, yes, counts.no, counts.abstain),
            };
            words::of_contender(language, name.as_str(), said)
        }
        Unit::Consent(village) => {
            words::of_consent(language, steps::group_name(language, world, village), said)
        }
    };
    let silent = if block.ended { 0 } else { counts.not_voting };
    // Of a village it is not told apart who of it came, and a contender's present are everybody's.
    let proxied = match &block.unit {
        Unit::All(Over::Persons) | Unit::Contender(_) | Unit::Choice(_) => proxied,
        Unit::All(_) | Unit::Village(_) | Unit::Consent(_) => 0,
    };
    let lines: Vec<String> = match &block.held {
        Held::Against(rows) => rows
            .iter()
            .map(|row| {
                let base = match (&block.unit, row.base) {
                    (Unit::Choice(_), Base::Cast) => words::cast_for_one(language),
                    (_, base) => terms::base(language, base),
                };
                line(language, (over, row, base), silent, proxied)
            })
            .collect(),
        Held::Blockers { inequality, more } => {
            let more = wanted(language, over, (inequality, *more), silent);
            let blockers = inequality.base;
            vec![words::blockers(
                language,
                blockers,
                inequality.to_string(),
                more,
            )]
        }
    };
    Part {
        title,
        words: lines.join("\n"),
    }
}

fn line(
    language: Language,
    (over, on, base): (Over, &OnBase, &str),
    silent: u32,
    proxied: u32,
) -> String {
    let more = wanted(language, over, (&on.inequality, on.more), silent);
    let say = if on.in_force {
        words::in_force
    } else {
        words::other
    };
    let base = match (on.base, proxied) {
        // The header counts who came; whoever is spoken for did not.
        (Base::Present, 1..) => words::present_by_proxy(language, base, proxied),
        _ => base.to_owned(),
    };
    say(
        language,
        base,
        on.inequality.base,
        on.inequality.to_string(),
        more,
    )
}

/// Says how many more are wanted. Of nothing every share is reached: that nobody is for it is said then.
fn wanted(
    language: Language,
    over: Over,
    (inequality, more): (&Inequality, Wanted),
    silent: u32,
) -> String {
    let over = terms::over_key(over);
    let wanted = match more {
        Wanted::More(0) => return words::holds(language).to_owned(),
        Wanted::More(more) => words::wants(language, over, more),
        Wanted::Short(short) => words::out_of_reach(language, silent, over, short),
    };
    match inequality.holds() {
        true => words::nobody_for(language, wanted),
        false => wanted,
    }
}
