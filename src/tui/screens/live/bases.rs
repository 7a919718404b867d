//! The same hands under every base, side by side.

use super::{State, hands, seen, vote};
use crate::domain::World;
use crate::domain::rule::Rule;
use crate::domain::session::Session;
use crate::domain::vote::Motion;
use crate::domain::vote::bases::{OnBase, side_by_side};
use crate::domain::vote::hands::cast_by;
use crate::domain::vote::tally::{Counts, Voice};
use crate::i18n::{Language, bases as words, slate, terms};
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
    let language = app.language;
    let lines = match compared(app) {
        Ok((rule, counts)) => lines(language, &rule, &counts),
        Err(why) => return app.explain(&why),
    };
    let part = Part {
        title: lines.first().cloned().unwrap_or_default(),
        words: lines.get(1..).unwrap_or_default().join("\n"),
    };
    reading::open(app, words::title(language), vec![part]);
}

fn compared(app: &App) -> Result<(Rule, Counts), Why> {
    let (state, session, world) = seen(app)?;
    let motion = vote::motion(state, world);
    if motion
        .and_then(Motion::ballot)
        .is_some_and(|it| it.slate.is_some())
    {
        return Err(Why::Says(slate::bases_not));
    }
    motion
        .and_then(|motion| {
            Some((
                motion.ballot()?.rule.clone(),
                counts(state, world, session, motion)?,
            ))
        })
        .ok_or(Why::Refused(crate::domain::Refusal::VoteNotOpen))
}

/// Returns the votes of a motion as they were counted, or as they stand.
fn counts(state: &State, world: &World, session: &Session, motion: &Motion) -> Option<Counts> {
    if let Some(result) = motion.result() {
        return Some(result.tally.counts);
    }
    let ballot = motion.ballot()?;
    let mut counts = Counts::default();
    for voter in &ballot.voters {
        let attendee = session.attendee(&voter.person);
        let there = attendee.is_some_and(|it| it.counts_under(&ballot.rule))
            || cast_by(session, ballot, &voter.person).is_some();
        counts.add(ballot.voice_of(&voter.person, there));
    }
    if let Some(count) = hands::count(state, world, session, motion) {
        let raised = count.hands.counts();
        counts = Counts {
            absent: counts.absent,
            recused: counts.recused,
            ..raised
        };
        counts.add_times(Voice::NotVoting, count.left_over());
    }
    Some(counts)
}

fn lines(language: Language, rule: &Rule, counts: &Counts) -> Vec<String> {
    let said = words::counts(
        language,
        counts.yes,
        counts.no,
        counts.abstain,
        counts.not_voting,
    );
    let bases = side_by_side(rule, counts).into_iter();
    let mut lines = vec![said];
    lines.extend(bases.map(|base| line(language, &base, counts.not_voting)));
    lines.push(words::note(language).to_owned());
    lines
}

fn line(language: Language, on: &OnBase, silent: u32) -> String {
    let more = match on.more {
        Some(0) => words::holds(language).to_owned(),
        Some(more) => words::wants(language, more),
        None => words::out_of_reach(language, silent),
    };
    let say = if on.in_force {
        words::in_force
    } else {
        words::other
    };
    say(
        language,
        terms::base(language, on.base).to_owned(),
        on.inequality.base,
        on.inequality.to_string(),
        more,
    )
}
