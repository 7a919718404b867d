//! How a session may go on otherwise: another hour or day, short of quorum, a vote not by name.

use super::super::paper::moment;
use super::super::sheets::{AdjournSheet, LapseSheet, WithoutVotesSheet};
use super::super::{Panel, desk, hands, moved_on, seen, show, step, vote, with};
use super::open;
use super::vote_rows::withdraw;
use crate::domain::ids::MotionId;
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Method, Rule};
use crate::domain::session::again::Sitting;
use crate::domain::session::next::Step;
use crate::domain::session::{self, Session, quorum};
use crate::domain::text::Line;
use crate::domain::vote::{Motion, MotionState, left_open};
use crate::domain::{Command, World};
use crate::i18n::{ballots as papers, hands as ways, live, sitting as words};
use crate::tui::action::{Action, Does, Scope, Why, named, row};
use crate::tui::app::{App, Overlay};
use crate::tui::input::Key;
use crate::tui::menus::{Choice, Menus};
use crate::tui::text;

/// How many cells the title of a choice has.
const TITLE: u16 = 70;

/// How a session may go on otherwise.
pub const SITTING_ACTIONS: &[Action] = &[
    row(
        "vote.by_hands",
        Scope::Live,
        &[Key::char('j')],
        ways::by_hands_short,
        ways::by_hands_hint,
        Does::RecordThen(hands::open_vote, to_the_vote),
    ),
    row(
        "vote.secretly",
        Scope::Live,
        &[Key::char('#')],
        papers::secretly_short,
        papers::secretly_hint,
        Does::RecordThen(hands::open_secretly, to_the_vote),
    ),
    row(
        "vote.by_village",
        Scope::Live,
        &[Key::char('&')],
        papers::by_village_short,
        papers::by_village_hint,
        Does::RecordThen(hands::open_by_village, to_the_vote),
    ),
    row(
        "vote.by_name",
        Scope::Live,
        &[Key::char('@')],
        papers::by_name_short,
        papers::by_name_hint,
        Does::RecordThen(hands::open_by_name, to_the_vote),
    ),
    row(
        "vote.take_back",
        Scope::Live,
        &[Key::char('!')],
        live::withdraw_short,
        live::withdraw_hint,
        Does::Ask(vote::can_withdraw, withdraw),
    ),
    row(
        "vote.agree",
        Scope::Live,
        &[Key::char('k')],
        ways::agree_short,
        ways::agree_hint,
        Does::Ask(hands::can_agree, ask_agreement),
    ),
    row(
        "live.adjourn",
        Scope::Live,
        &[Key::char('z')],
        words::adjourn_short,
        words::adjourn_hint,
        Does::Ask(can_adjourn, |app| {
            let sheet = AdjournSheet::new(app);
            open(app, sheet);
        }),
    ),
    row(
        "live.lapse",
        Scope::Live,
        &[Key::char('l')],
        words::lapse_short,
        words::lapse_hint,
        Does::Ask(can_lapse, |app| {
            let sheet = LapseSheet::new(app);
            open(app, sheet);
        }),
    ),
    row(
        "live.without_votes",
        Scope::Live,
        &[Key::char('o')],
        words::without_votes_short,
        words::without_votes_hint,
        Does::Ask(can_open_without_votes, ask_without_votes),
    ),
    row(
        "live.confirm_roll",
        Scope::Live,
        &[Key::char('f')],
        words::confirm_roll_short,
        words::confirm_roll_hint,
        Does::RecordThen(step::confirm_roll, step::after_roll),
    ),
];

fn to_the_vote(app: &mut App) {
    moved_on(app);
    if let Some(state) = app.live_mut() {
        state.counting = None;
        state.papers = None;
        state.looked_at = None;
        state.motion = None;
        state.listing_mut(Panel::Vote).selected = 0;
    }
    show(app, Panel::Vote);
}

/// Nobody objecting is asked, not assumed: the answer is chosen, and either way the vote goes on.
fn ask_agreement(app: &mut App) {
    let (Ok(motion), Ok((_, session, world))) = (hands::in_turn(app), seen(app)) else {
        return;
    };
    let language = app.language;
    let count = hands::rule_of(world, &motion).map(|rule| quorum::count(session.present(&rule)));
    let asked = ways::agree_ask(language, count.unwrap_or_default());
    let title = match world.motion(&motion) {
        Ok(motion) => {
            let of = |wording| ways::agree_title(language, motion.number, wording, asked.as_str());
            let room = TITLE.saturating_sub(text::width(&of("")));
            let wording = motion.wording().replace(['\n', '\r'], " ");
            of(text::fit(&wording, room).as_str())
        }
        Err(_) => asked,
    };
    let run = |name: &'static str| -> Box<dyn FnOnce(&mut App)> {
        Box::new(move |app: &mut App| {
            if let Some(action) = named(name) {
                app.run(action);
            }
        })
    };
    // Nothing is recorded by a key pressed once more: what records nothing stands first.
    let mut rows: Vec<Choice> = vec![
        (
            ways::agree_not_yet(language).to_owned(),
            Box::new(|_: &mut App| {}),
        ),
        (
            ways::agree_nobody(language).to_owned(),
            Box::new(move |app: &mut App| {
                if let Ok(commands) = hands::agree(app)
                    && app.record(&commands)
                {
                    to_the_vote(app);
                    // What was agreed stays in sight, though another motion may be waiting.
                    with(app, |state| state.motion = Some(motion));
                }
            }),
        ),
    ];
    // Somebody objecting, it is voted, in whichever way the rule allows.
    for (name, label) in [
        ("vote.by_hands", ways::agree_hands(language)),
        ("vote.by_name", ways::agree_by_name(language)),
        ("vote.secretly", papers::agree_secretly(language)),
        ("vote.by_village", papers::agree_by_village(language)),
    ] {
        if named(name).is_some_and(|action| action.enabled(app).is_ok()) {
            rows.push((label.to_owned(), run(name)));
        }
    }
    app.overlay = Some(Overlay::Menu(Menus::choice(&title, rows, ask_agreement)));
}

fn can_adjourn(app: &App) -> Result<(), Why> {
    let (_, session, _) = seen(app)?;
    let at = moment(app)?;
    let today = Sitting {
        date: at.day(),
        start: None,
    };
    let adjourn = session::Command::Adjourn {
        id: session.id.clone(),
        at,
        again: today,
    };
    Ok(desk(app)?.would(&[Command::Session(adjourn)])?)
}

fn can_lapse(app: &App) -> Result<(), Why> {
    let (_, session, _) = seen(app)?;
    let at = moment(app)?;
    let lapse = session::Command::Lapse {
        id: session.id.clone(),
        at,
        second: Sitting {
            date: session.date.max(at.day()),
            start: None,
        },
    };
    Ok(desk(app)?.would(&[Command::Session(lapse)])?)
}

/// Asks why it is opened without votes; on another day than planned that is asked first.
fn ask_without_votes(app: &mut App) {
    let days = seen(app).and_then(|(_, session, _)| Ok((session.date, moment(app)?.day())));
    let ask = |app: &mut App| {
        let sheet = WithoutVotesSheet::new(app);
        open(app, sheet);
    };
    match days {
        Ok((planned, today)) if planned != today => step::ask_day(app, planned, today, ask),
        Ok(_) => ask(app),
        Err(why) => app.explain(&why),
    }
}

fn can_open_without_votes(app: &App) -> Result<(), Why> {
    let (_, session, _) = seen(app)?;
    let desk = desk(app)?;
    let Ok(reason) = Line::new(words::without_votes_title(app.language)) else {
        return Ok(());
    };
    let open = session::Command::OpenWithoutVotes {
        id: session.id.clone(),
        at: moment(app)?,
        reason,
    };
    Ok(desk.would(&[Command::Session(open)])?)
}

/// Returns the actions by which the session goes on otherwise than by the step, one key each.
#[must_use]
pub fn other_ways(
    step: &Step,
    panel: Panel,
    world: &World,
    session: &Session,
) -> Vec<&'static Action> {
    let names: Vec<&str> = match step {
        Step::AwaitQuorum { .. } => vec!["live.lapse", "live.without_votes"],
        // Nobody came to chair, and too few to sit at all.
        Step::NameChair if quorum::meter(world, session).short() => vec!["live.lapse"],
        Step::StartItem(item) | Step::TakeUpAgain(item)
            if world
                .item(item)
                .is_ok_and(|item| session.presenter_away(item).is_some()) =>
        {
            vec!["live.presenter"]
        }
        Step::ProposeRecusals { .. } => vec!["recusal.decline"],
        Step::AskRollAgain { back } if *back > 0 => vec!["live.confirm_roll"],
        Step::VoteAwaitsQuorum { .. } => vec!["live.adjourn"],
        Step::CountHands { .. } if panel == Panel::Vote => vec!["hands.recuse"],
        Step::IssuePapers { .. } if panel == Panel::Vote => vec!["papers.recuse"],
        // Where a village speaks as one its delegates are not counted apart.
        Step::HearVillages { motion, .. } if panel == Panel::Vote && !as_one(world, motion) => {
            vec!["vote.by_numbers"]
        }
        // Seats an election left open: the menu of what is next has both ways to deal with them.
        Step::FinishItem(item) if left_open(world, item).is_some() => match panel {
            Panel::Vote => vec!["vote.next"],
            _ => vec!["live.vote"],
        },
        Step::OpenVote(motion) => ways_to_vote(world, motion),
        Step::Barred { motion, why } => {
            let agreed = hands::rule_of(world, motion).is_some_and(|rule| rule.may_agree);
            let drafted = world.motion(motion).ok();
            let drafted = drafted.is_some_and(|it| it.state == MotionState::Drafted);
            let spent = matches!(**why, Refusal::RoundsSpent { .. });
            let ways = [
                (agreed && drafted && !spent, "vote.agree"),
                (drafted, "vote.take_back"),
            ];
            let ways = ways.into_iter().filter(|(offered, _)| *offered);
            ways.map(|(_, name)| name).collect()
        }
        Step::Follow { motion, due } if due.is_a_vote() => ways_to_vote(world, motion),
        _ => Vec::new(),
    };
    names.into_iter().filter_map(named).collect()
}

fn as_one(world: &World, motion: &MotionId) -> bool {
    let ballot = world.motion(motion).ok().and_then(Motion::ballot);
    ballot.is_some_and(|ballot| ballot.rule.bloc)
}

/// Returns the ways a vote may be taken beside the one the key of the step opens it by.
fn ways_to_vote(world: &World, motion: &MotionId) -> Vec<&'static str> {
    let rule = hands::rule_of(world, motion);
    // The key of the step opens it one way; every other way the rule allows has its own.
    let proposed = hands::way(world, motion);
    let allowed = |way| {
        let fits = |rule: &&Rule| rule.allows(way) && hands::fits(world, motion, rule, way);
        rule.as_ref().filter(fits).is_some() && proposed != Some(way)
    };
    let agreed = rule.as_ref().is_some_and(|it| it.may_agree);
    let ways = [
        (allowed(Method::ByName), "vote.by_name"),
        (allowed(Method::Hands), "vote.by_hands"),
        (allowed(Method::Secret), "vote.secretly"),
        (allowed(Method::ByVillage), "vote.by_village"),
        (agreed, "vote.agree"),
    ];
    let ways = ways.into_iter().filter(|(allowed, _)| *allowed);
    ways.map(|(_, name)| name).collect()
}
