//! What can be done while papers are given out and counted. Digits are numbers, typed on a row.

use super::super::sheets::{RecusalSheet, WriteInSheet};
use super::super::slate::Figure;
use super::super::{secret, urn};
use super::hands_rows::DIGITS;
use super::{is_live, open};
use crate::i18n::{ballots as words, slate};
use crate::tui::action::{Action, Does, Scope, Why, row};
use crate::tui::app::App;
use crate::tui::input::{Code, Key};
use crate::tui::theme::Role;

/// What can be done while papers are given out and counted.
pub const SECRET_ACTIONS: &[Action] = &[
    row(
        "papers.number",
        Scope::LiveSecret,
        DIGITS,
        words::number_short,
        words::number_hint,
        Does::Show(filling, |app| {
            let said = words::number_hint(app.language);
            app.say(Role::Normal, said);
        }),
    ),
    row(
        "papers.more",
        Scope::LiveSecret,
        &[Key::plain(Code::Right), Key::char('+'), Key::char('=')],
        words::more_short,
        words::more_hint,
        Does::Ask(filling, more),
    ),
    row(
        "papers.less",
        Scope::LiveSecret,
        &[Key::plain(Code::Left), Key::char('-')],
        words::less_short,
        words::less_hint,
        Does::Ask(filling, less),
    ),
    row(
        "papers.again",
        Scope::LiveSecret,
        &[Key::plain(Code::Delete)],
        words::again_short,
        words::again_hint,
        Does::Ask(filling, urn::again),
    ),
    row(
        "papers.recuse",
        Scope::LiveSecret,
        &[Key::char('x')],
        words::recuse_short,
        words::recuse_hint,
        Does::Ask(secret::can_recuse, recuse),
    ),
    row(
        "papers.write_in",
        Scope::LiveSecret,
        &[Key::char('w')],
        slate::written_short,
        slate::written_row_hint,
        Does::Ask(urn::may_write_in, write_in),
    ),
    row(
        "papers.erase",
        Scope::LiveSecret,
        &[Key::plain(Code::Backspace)],
        words::erase_short,
        words::erase_hint,
        Does::Ask(filling, urn::erase),
    ),
];

fn filling(app: &App) -> Result<(), Why> {
    is_live(app)?;
    secret::filling(app)
}

fn recuse(app: &mut App) {
    if let Ok(motion) = secret::open(app).map(|count| count.motion.id.clone()) {
        open(app, RecusalSheet::of_somebody(motion));
    }
}

fn write_in(app: &mut App) {
    let sheet = WriteInSheet::new(app);
    open(app, sheet);
}

fn more(app: &mut App) {
    match (secret::row(app), secret::can_recuse(app)) {
        (Ok(secret::Row::Figure(Figure::More)), _) => write_in(app),
        (Ok(secret::Row::Recusals | secret::Row::Recused(_)), Ok(())) => recuse(app),
        (Ok(secret::Row::Recusals | secret::Row::Recused(_)), Err(why)) => app.explain(&why),
        _ => urn::nudge(app, true),
    }
}

fn less(app: &mut App) {
    match secret::row(app) {
        Ok(secret::Row::Recusals | secret::Row::Recused(_)) => match secret::clear_recusal(app) {
            Ok(commands) => {
                app.record(&commands);
            }
            Err(why) => app.explain(&why),
        },
        Ok(secret::Row::Figure(Figure::Written(at))) if nothing_on(app) => urn::strike(app, at),
        _ => urn::nudge(app, false),
    }
}

/// Says whether the selected row has no vote: a name written in by mistake goes with one key more.
fn nothing_on(app: &App) -> bool {
    match (secret::row(app), secret::open(app)) {
        (Ok(secret::Row::Figure(figure)), Ok(count)) => {
            let figures = count.figures.as_ref();
            figures.and_then(|it| it.figure(figure)) == Some(0)
        }
        _ => false,
    }
}
