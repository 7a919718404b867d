//! What can be done with a motion and in a vote.

use super::super::correctable::{Correctable, correctable};
use super::super::sheets::{
    CorrectionSheet, ExcludeSheet, MotionSheet, RecusalSheet, TellersSheet, TotalsSheet,
    VillageSheet, WithdrawSheet,
};
use super::super::{beside, hands, moved_on, seen, sequel, vote, voter};
use super::{f, open};
use crate::domain::refusal::Refusal;
use crate::domain::session::SessionState;
use crate::i18n::{ballots, count_sheet, live as words, sequel as sequel_words, slate};
use crate::papers::count_sheet::of_motion;
use crate::tui::action::{Action, Danger, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::input::{Code, Key};
use crate::tui::screens::{Screen, record};

/// What can be done in a vote.
pub const VOTE_ACTIONS: &[Action] = &[
    row(
        "vote.for",
        Scope::LiveVote,
        &[Key::char('1')],
        words::for_short,
        words::for_hint,
        Does::RecordThen(vote::take_for, vote::next),
    ),
    row(
        "vote.against",
        Scope::LiveVote,
        &[Key::char('2')],
        words::against_short,
        words::against_hint,
        Does::RecordThen(vote::take_against, vote::next),
    ),
    row(
        "vote.abstain",
        Scope::LiveVote,
        &[Key::char('3')],
        words::abstain_short,
        words::abstain_hint,
        Does::RecordThen(vote::take_abstain, vote::next),
    ),
    row(
        "vote.not_voting",
        Scope::LiveVote,
        &[Key::char('4')],
        words::not_voting_short,
        words::not_voting_hint,
        Does::RecordThen(vote::take_not_voting, vote::next),
    ),
    row(
        "vote.recuse",
        Scope::LiveVote,
        &[Key::char('5')],
        words::recuse_short,
        words::recuse_hint,
        Does::Ask(can_recuse, recuse),
    ),
    row(
        "vote.all_for",
        Scope::LiveVote,
        &[Key::char('9')],
        words::all_for_short,
        words::all_for_hint,
        Does::Record(vote::all_for),
    ),
    Action {
        danger: Danger::EndsStage,
        ..row(
            "vote.end",
            Scope::LiveVote,
            &[Key::plain(Code::End), Key::char('e')],
            words::end_short,
            words::end_hint,
            Does::Record(vote::end),
        )
    },
    Action {
        danger: Danger::EndsStage,
        ..row(
            "vote.announce",
            Scope::LiveVote,
            &[Key::char('8')],
            words::announce_short,
            words::announce_hint,
            Does::RecordThen(vote::announce, moved_on),
        )
    },
    row(
        "vote.clear",
        Scope::LiveVote,
        &[Key::char('0')],
        words::clear_short,
        words::clear_hint,
        Does::Record(vote::clear),
    ),
    row(
        "vote.draft",
        Scope::LiveVote,
        &[Key::char('6')],
        words::draft_short,
        words::draft_hint,
        Does::Ask(can_draft, |app| {
            let sheet = MotionSheet::new(app, None);
            open(app, sheet);
        }),
    ),
    row(
        "vote.before",
        Scope::LiveVote,
        &[Key::plain(Code::Left)],
        words::motion_before_short,
        words::motion_before_hint,
        Does::Show(
            |app| beside::next_to(app, false).map(|_| ()),
            |app| beside::look(app, false),
        ),
    ),
    row(
        "vote.after",
        Scope::LiveVote,
        &[Key::plain(Code::Right)],
        words::motion_after_short,
        words::motion_after_hint,
        Does::Show(
            |app| beside::next_to(app, true).map(|_| ()),
            |app| beside::look(app, true),
        ),
    ),
    row(
        "vote.word",
        Scope::LiveVote,
        &[f(2), Key::char('7')],
        words::word_short,
        words::word_hint,
        Does::Ask(vote::can_word, reword),
    ),
    row(
        "vote.withdraw",
        Scope::LiveVote,
        &[Key::plain(Code::Delete)],
        words::withdraw_short,
        words::withdraw_hint,
        Does::Ask(vote::can_withdraw, withdraw),
    ),
    row(
        "vote.find",
        Scope::LiveVote,
        &[Key::char('/')],
        ballots::find_short,
        ballots::find_hint,
        Does::Show(voter::can_find, voter::find),
    ),
    row(
        "vote.by_numbers",
        Scope::LiveVote,
        &[Key::char('s')],
        ballots::by_numbers_short,
        ballots::by_numbers_hint,
        Does::Ask(can_split, split),
    ),
    row(
        "vote.tellers",
        Scope::LiveVote,
        &[Key::char('n')],
        slate::tellers_short,
        slate::tellers_hint,
        Does::Ask(can_name_tellers, |app| {
            if let Some(motion) = looked_at(app) {
                open(app, TellersSheet { motion });
            }
        }),
    ),
    row(
        "vote.exclude",
        Scope::LiveVote,
        &[Key::char('x')],
        ballots::exclude_short,
        ballots::exclude_hint,
        Does::Ask(can_exclude, |app| {
            if let Some(motion) = looked_at(app) {
                open(app, ExcludeSheet { motion });
            }
        }),
    ),
    row(
        "vote.next",
        Scope::LiveVote,
        &[Key::char('g')],
        sequel_words::next_short,
        sequel_words::next_hint,
        Does::Ask(sequel::can, sequel::offer),
    ),
    row(
        "live.correct",
        Scope::LiveVote,
        &[Key::char('c')],
        words::correct_short,
        words::correct_hint,
        Does::Ask(can_correct, correct),
    ),
    row(
        "vote.count_sheet",
        Scope::LiveVote,
        &[Key::char('b')],
        count_sheet::short,
        count_sheet::hint,
        Does::Show(has_count_sheet, read_count_sheet),
    ),
];

fn can_recuse(app: &App) -> Result<(), Why> {
    if vote::by_village(app).is_ok() {
        return hands::somebody_may_withdraw(app);
    }
    vote::being_voted(app)?;
    vote::selected(app).map(|_| ())
}

fn recuse(app: &mut App) {
    if let Ok(motion) = vote::by_village(app) {
        open(app, RecusalSheet::of_somebody(motion));
        return;
    }
    if let Ok((motion, voter)) = vote::selected(app) {
        let sheet = RecusalSheet::of(motion.id.clone(), voter.person.clone());
        open(app, sheet);
    }
}

fn can_split(app: &App) -> Result<(), Why> {
    let (motion, village) = vote::selected_village(app)?;
    let (_, _, world) = seen(app)?;
    let ballot = world.motion(&motion)?.ballot();
    match village {
        Some(village) if ballot.is_some_and(|it| it.rule.bloc) => {
            Err(Why::Refused(Refusal::SpeaksAsOne { village }))
        }
        _ => Ok(()),
    }
}

fn split(app: &mut App) {
    if let Ok((motion, village)) = vote::selected_village(app) {
        open(app, VillageSheet { motion, village });
    }
}

fn can_name_tellers(app: &App) -> Result<(), Why> {
    let motion = looked_at(app).ok_or(Why::Says(words::no_motion))?;
    vote::can_name_tellers(app, motion)
}

fn can_exclude(app: &App) -> Result<(), Why> {
    let motion = looked_at(app).ok_or(Why::Says(words::no_motion))?;
    match ExcludeSheet::others(app, &motion).is_empty() {
        true => Err(Why::Says(ballots::no_other_motion)),
        false => vote::can_exclude(app),
    }
}

fn can_draft(app: &App) -> Result<(), Why> {
    use crate::domain::session::agenda::ItemKind;
    let (state, session, world) = seen(app)?;
    let item = state.item(world).ok_or(Why::Says(words::no_item))?;
    if session.state != SessionState::Sitting {
        return Err(Why::Refused(crate::domain::Refusal::SessionNotIn {
            have: session.state,
            need: SessionState::Sitting,
        }));
    }
    if item.state.settled() {
        return Err(Why::Says(words::item_settled));
    }
    match item.kind {
        ItemKind::Decision { .. } => Ok(()),
        _ => Err(Why::Refused(crate::domain::Refusal::ItemHasNoRule {
            title: item.title.clone(),
        })),
    }
}

fn looked_at(app: &App) -> Option<crate::domain::ids::MotionId> {
    let (state, _, world) = seen(app).ok()?;
    vote::motion(state, world).map(|motion| motion.id.clone())
}

fn reword(app: &mut App) {
    let motion = looked_at(app);
    let sheet = MotionSheet::new(app, motion);
    open(app, sheet);
}

pub(super) fn withdraw(app: &mut App) {
    if let Some(motion) = looked_at(app) {
        open(app, WithdrawSheet { motion });
    }
}

fn has_count_sheet(app: &App) -> Result<(), Why> {
    let (state, session, world) = seen(app)?;
    let motion = vote::motion(state, world).ok_or(Why::Says(words::no_motion))?;
    match of_motion(world, session, motion, app.language).is_empty() {
        true => Err(Why::Says(count_sheet::none_here)),
        false => Ok(()),
    }
}

fn read_count_sheet(app: &mut App) {
    let session = seen(app).map(|(_, session, _)| session.id.clone());
    if let (Ok(session), Some(motion)) = (session, looked_at(app)) {
        app.go(Screen::Record(record::State::count_sheet(session, motion)));
    }
}

fn can_correct(app: &App) -> Result<(), Why> {
    correctable(app).map(|_| ())
}

fn correct(app: &mut App) {
    match correctable(app) {
        Ok(Correctable::Voice(motion, voter)) => {
            let sheet = CorrectionSheet {
                session: motion.session.clone(),
                motion: motion.id.clone(),
                person: voter.person.clone(),
            };
            open(app, sheet);
        }
        Ok(Correctable::Figures(motion)) => {
            let sheet = TotalsSheet::new(motion, None);
            open(app, sheet);
        }
        Ok(Correctable::Village(motion, village)) => {
            let sheet = TotalsSheet::new(motion, village.cloned());
            open(app, sheet);
        }
        Err(why) => app.explain(&why),
    }
}
