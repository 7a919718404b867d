//! One of several by name: a digit on somebody's row takes the option of that number.

use super::{Panel, State, lines, seen, vote as ballots, with};
use crate::domain::ids::PersonId;
use crate::domain::rule::Method;
use crate::domain::text::Line;
use crate::domain::vote::slate::Slate;
use crate::domain::vote::tally::Voice;
use crate::domain::vote::{self, Choice, Motion, MotionState};
use crate::domain::{Command, World};
use crate::i18n::{options as words, terms};
use crate::tui::action::Why;
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{self, Menus};

/// Returns what stands on the ballot of a motion on which each is asked by name.
#[must_use]
pub fn by_name(motion: &Motion) -> Option<&Slate> {
    let ballot = motion.ballot().filter(|it| it.method == Method::ByName)?;
    ballot.slate.as_ref()
}

/// Returns the motion that is voted so on the panel, and what stands on its ballot.
#[must_use]
pub fn voting<'a>(state: &State, world: &'a World) -> Option<(&'a Motion, &'a Slate)> {
    let motion = ballots::motion(state, world).filter(|_| state.panel == Panel::Vote)?;
    let open = matches!(motion.state, MotionState::Voting { .. });
    by_name(motion)
        .filter(|_| open)
        .map(|slate| (motion, slate))
}

fn open(app: &App) -> Result<(&Motion, &Slate), Why> {
    let (state, _, world) = seen(app)?;
    voting(state, world).ok_or(Why::Says(words::not_asking))
}

fn take(app: &App, choice: Choice) -> Result<Vec<Command>, Why> {
    open(app)?;
    let (motion, voter) = ballots::selected(app)?;
    Ok(vec![taken(motion, &voter.person, choice)])
}

fn taken(motion: &Motion, person: &PersonId, choice: Choice) -> Command {
    Command::Vote(vote::Command::Take {
        motion: motion.id.clone(),
        person: person.clone(),
        choice,
    })
}

/// Takes an abstention.
///
/// # Errors
/// Why it cannot be.
pub fn abstain(app: &App) -> Result<Vec<Command>, Why> {
    take(app, Choice::Abstain)
}

/// Marks somebody in the room as not having voted.
///
/// # Errors
/// Why it cannot be.
pub fn not_voting(app: &App) -> Result<Vec<Command>, Why> {
    take(app, Choice::NotVoting)
}

/// Takes a digit on the selected row: it is the number of what the voter takes.
pub fn digit(app: &mut App, digit: u32) {
    let at = usize::try_from(digit).ok().and_then(|it| it.checked_sub(1));
    let option = open(app).map(|(_, slate)| at.and_then(|at| slate.contenders.get(at)));
    let option = option.map(|it| it.map(|contender| contender.name.clone()));
    match option {
        Ok(Some(option)) => record(app, Choice::Chooses { option }),
        Ok(None) => app.explain(&Why::Says(words::no_such_number)),
        Err(why) => app.explain(&why),
    }
}

fn record(app: &mut App, choice: Choice) {
    match take(app, choice) {
        Ok(commands) => {
            if app.record(&commands) {
                ballots::next(app);
            }
        }
        Err(why) => app.explain(&why),
    }
}

/// Says whether somebody is selected who may take something.
///
/// # Errors
/// Why not.
pub fn can_choose(app: &App) -> Result<(), Why> {
    open(app)?;
    ballots::selected(app).map(|_| ())
}

/// Lists what the selected voter may take.
pub fn choose(app: &mut App) {
    let (Ok((_, slate)), Ok((_, voter))) = (open(app), ballots::selected(app)) else {
        return;
    };
    let language = app.language;
    let name = seen(app).map_or("", |(_, _, world)| {
        terms::person(language, world, &voter.person)
    });
    let title = words::choose_title(language, name);
    let options = numbered(slate).map(|(number, option)| {
        let label = words::row(language, number, option.as_str());
        let choice = Choice::Chooses { option };
        (label, choice)
    });
    let rest = [Choice::Abstain, Choice::NotVoting];
    let rest = rest.map(|choice| (terms::choice(language, &choice).to_owned(), choice));
    let rows = options.chain(rest).map(|(label, choice)| -> menus::Choice {
        (label, Box::new(move |app: &mut App| record(app, choice)))
    });
    app.overlay = Some(Overlay::Menu(Menus::choice(&title, rows.collect(), choose)));
}

/// Returns what stands on a ballot with its numbers.
fn numbered(slate: &Slate) -> impl Iterator<Item = (usize, Line)> {
    (1..).zip(slate.contenders.iter().map(|it| it.name.clone()))
}

/// Says whether a voice is missing still.
///
/// # Errors
/// That none is.
pub fn can_ask_rest(app: &App) -> Result<(), Why> {
    let (motion, _) = open(app)?;
    let (_, session, _) = seen(app)?;
    let ballot = motion.ballot();
    match ballot.and_then(|ballot| vote::missing_voices(session, ballot).next()) {
        Some(_) => Ok(()),
        None => Err(Why::Says(words::nobody_left)),
    }
}

/// Asks which of several all whose voices are missing take; it is only pencilled.
pub fn ask_rest(app: &mut App) {
    let language = app.language;
    let (Ok((motion, slate)), Ok((_, session, _))) = (open(app), seen(app)) else {
        return;
    };
    let missing = motion
        .ballot()
        .map_or(0, |ballot| vote::missing_voices(session, ballot).count());
    // Nothing is recorded by a key pressed once more: what records nothing stands first.
    let mut rows: Vec<menus::Choice> = vec![(
        words::one_by_one(language).to_owned(),
        Box::new(|_: &mut App| {}),
    )];
    rows.extend(numbered(slate).map(|(number, option)| -> menus::Choice {
        let label = words::row(language, number, option.as_str());
        let all = Command::Vote(vote::Command::AllChoose {
            motion: motion.id.clone(),
            option,
        });
        let all = move |app: &mut App| {
            if app.record(&[all]) {
                with(app, |state| state.listing_mut(Panel::Vote).selected = 0);
            }
        };
        (label, Box::new(all))
    }));
    let title = words::rest_title(language, missing);
    app.overlay = Some(Overlay::Menu(Menus::choice(&title, rows, ask_rest)));
}

/// How one of several stands while it is asked.
pub struct Standing {
    /// How many took each, in the order of the ballot.
    pub rows: Vec<u32>,
    /// How many abstain.
    pub abstain: u32,
    /// How many are there and do not vote.
    pub not_voting: u32,
    /// How many are still to be asked.
    pub missing: u32,
}

/// Returns how it stands, from the lines of the ballot.
#[must_use]
pub fn standing(slate: &Slate, lines: &[lines::Line<'_>]) -> Standing {
    let mut standing = Standing {
        rows: vec![0; slate.contenders.len()],
        abstain: 0,
        not_voting: 0,
        missing: 0,
    };
    for line in lines {
        let lines::Line::Voter(asked) = line else {
            continue;
        };
        let row = asked.option().and_then(|option| slate.place(option));
        let number = match (asked.voice, row.and_then(|at| standing.rows.get_mut(at))) {
            (Some(Voice::For), Some(row)) => row,
            (Some(Voice::Abstain), _) => &mut standing.abstain,
            (Some(Voice::NotVoting), _) => &mut standing.not_voting,
            (None, _) => &mut standing.missing,
            _ => continue,
        };
        *number = number.saturating_add(1);
    }
    standing
}

/// Says what a digit does on a row.
pub fn say_number(app: &mut App) {
    let said = words::number_hint(app.language);
    app.say(crate::tui::theme::Role::Normal, said);
}

/// Takes the selected mark away again.
///
/// # Errors
/// Why it cannot be.
pub fn clear(app: &App) -> Result<Vec<Command>, Why> {
    open(app)?;
    ballots::clear(app)
}
