//! The fields of figures: what a village has, and what a seat stands for.

use super::sheets::{DATE, desk_of};
use crate::domain::roster::{Figures, Seat, Village};
use crate::domain::rule::Figure;
use crate::i18n::{Language, seats};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, day_if_any};
use crate::tui::input::fold_text;
use crate::tui::widgets::form::{Field, Form};
use chrono::NaiveDate;

/// The longest number a field takes, in characters.
const NUMBER: usize = 8;

fn number(name: &'static str, label: &str, value: Option<u32>, hint: &str) -> Field {
    let value = value.map(|value| value.to_string()).unwrap_or_default();
    Field::figure(name, label, &value, NUMBER).hint(hint)
}

fn read(language: Language, form: &Form, field: usize) -> Result<Option<u32>, Fault> {
    let typed = fold_text(form.text(field).trim());
    if typed.is_empty() {
        return Ok(None);
    }
    let number = typed.parse().ok();
    let number = number.ok_or_else(|| Fault::at(field, seats::figures_not_a_number(language)))?;
    Ok(Some(number))
}

/// Returns the fields of a village's figures as they stand today; empty for one that is new.
pub(super) fn of_village(
    language: Language,
    village: Option<&Village>,
    today: NaiveDate,
) -> Vec<Field> {
    let on = |figure| village.and_then(|village| village.figure_on(figure, today));
    let hint = seats::figures_figure_hint(language);
    vec![
        number(
            "inhabitants",
            seats::figures_inhabitants(language),
            on(Figure::Inhabitants),
            hint,
        ),
        number(
            "households",
            seats::figures_households(language),
            on(Figure::Households),
            hint,
        ),
        number(
            "shares",
            seats::figures_shares(language),
            on(Figure::Shares),
            hint,
        ),
        Field::figure(
            "figures_from",
            seats::figures_from(language),
            &today.to_string(),
            DATE,
        )
        .hint(seats::figures_from_hint(language)),
    ]
}

/// Reads a village's figures from the field `first` on. Those that stand as they stood add nothing.
pub(super) fn read_village(
    app: &App,
    form: &Form,
    first: usize,
    village: Option<&Village>,
) -> Result<Vec<Figures>, Fault> {
    let (language, today) = (app.language, desk_of(app)?.today());
    let from = day_if_any(language, form, first + 3, today)?.unwrap_or(today);
    let figures = Figures {
        from,
        inhabitants: read(language, form, first)?,
        households: read(language, form, first + 1)?,
        shares: read(language, form, first + 2)?,
    };
    let on = |figure| village.and_then(|village| village.figure_on(figure, today));
    let known = (
        on(Figure::Inhabitants),
        on(Figure::Households),
        on(Figure::Shares),
    );
    let mut all = village.map_or_else(Vec::new, |village| village.figures.clone());
    if (figures.inhabitants, figures.households, figures.shares) != known {
        all.retain(|earlier| earlier.from != from);
        all.push(figures);
        all.sort_by_key(|figures| figures.from);
    }
    Ok(all)
}

/// Returns the fields of what a seat stands for, and of its holder.
pub(in crate::tui::screens) fn of_seat(
    language: Language,
    seat: Option<&Seat>,
    woman: bool,
) -> Vec<Field> {
    let hint = seats::figures_seat_hint(language);
    vec![
        number(
            "households",
            seats::figures_seat_households(language),
            seat.and_then(|seat| seat.households),
            hint,
        ),
        number(
            "shares",
            seats::figures_seat_shares(language),
            seat.and_then(|seat| seat.shares),
            hint,
        ),
        Field::check("woman", seats::figures_woman(language), woman)
            .hint(seats::figures_woman_hint(language)),
    ]
}

/// Reads what a seat stands for from the field `first` on: households, then shares.
pub(in crate::tui::screens) fn read_seat(
    language: Language,
    form: &Form,
    first: usize,
) -> Result<(Option<u32>, Option<u32>), Fault> {
    let households = read(language, form, first)?;
    let shares = read(language, form, first + 1)?;
    Ok((households, shares))
}
