//! What may be done with a motion whose vote is barred: its rounds are spent, or no way is left to take it.

use super::actions::open;
use super::paper::moment;
use super::sheets::{TaskSheet, WithdrawSheet};
use super::{agenda, desk, hands, moved_on, seen, sequel};
use crate::domain::Command;
use crate::domain::refusal::Refusal;
use crate::domain::session::agenda::{Command as Agenda, ItemState};
use crate::domain::session::next::Step;
use crate::domain::vote::MotionState;
use crate::i18n::{barred as words, idle_rule, terms};
use crate::tui::action::named;
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{Choice, Menus};
use crate::tui::screens::plan::sheets::ItemSheet;

/// Opens the menu of what may be done. What records nothing stands first.
pub(super) fn offer(app: &mut App) {
    let Ok((state, session, world)) = seen(app) else {
        return;
    };
    let Step::Barred { motion, why } = hands::step(state, world, session) else {
        return;
    };
    let Ok(barred) = world.motion(&motion) else {
        return;
    };
    let language = app.language;
    let (item, number) = (barred.item.clone(), barred.number);
    let drafted = barred.state == MotionState::Drafted;
    let spent = matches!(*why, Refusal::RoundsSpent { .. });
    let mut rows: Vec<Choice> = vec![(
        words::not_yet(language).to_owned(),
        Box::new(|_: &mut App| {}),
    )];
    if let Refusal::RuleNotInForce { .. } = *why
        && let Ok(item) = world.item(&item)
    {
        let label = idle_rule::change(language, terms::item_number(language, item));
        let sheet = ItemSheet::change(item.session.clone(), item.id.clone());
        let row = Box::new(move |app: &mut App| open(app, sheet));
        rows.push((label, row));
    }
    let settle = moment(app).map(|at| {
        [Command::Agenda(Agenda::Settle {
            item,
            state: ItemState::Deferred,
            at,
        })]
    });
    if let Ok(settle) = settle
        && desk(app).is_ok_and(|desk| desk.would(&settle).is_ok())
    {
        rows.push((
            words::put_off(language).to_owned(),
            Box::new(move |app: &mut App| {
                if app.record(&settle) {
                    moved_on(app);
                    agenda::follow(app);
                }
            }),
        ));
    }
    if drafted {
        rows.push((
            words::take_back(language).to_owned(),
            Box::new(move |app: &mut App| open(app, WithdrawSheet { motion })),
        ));
        let agree = named("vote.agree").filter(|action| !spent && action.enabled(app).is_ok());
        if let Some(agree) = agree {
            rows.push((
                words::agree(language).to_owned(),
                Box::new(move |app: &mut App| app.run(agree)),
            ));
        }
    } else {
        rows.push((words::follow(language).to_owned(), Box::new(sequel::offer)));
    }
    rows.push((
        words::refer(language).to_owned(),
        Box::new(|app: &mut App| {
            let sheet = TaskSheet::new(app);
            open(app, sheet);
        }),
    ));
    let title = words::title(language, number);
    app.overlay = Some(Overlay::Menu(Menus::choice(&title, rows, offer)));
}

#[cfg(test)]
mod tests;
