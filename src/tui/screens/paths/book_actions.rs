//! Rows of the table: the book of templates, and the steps of one.

use super::State;
use super::actions::{desk, open, state};
use super::book::{Book, Steps, named};
use super::sheets::{StepSheet, TemplateSheet};
use crate::desk::Desk;
use crate::desk::place::OfTemplate;
use crate::domain::Command;
use crate::domain::ids::TemplateId;
use crate::domain::matter::path::Template;
use crate::domain::matter::path::template::Command as Templates;
use crate::i18n::{path_screen as words, template_words as from_nothing, ui};
use crate::tui::action::{Action, Does, Scope, Why, always, may_record, row};
use crate::tui::app::App;
use crate::tui::input::{Code, Key};
use crate::tui::screens::Screen;

/// The rows of the table: the book of templates.
pub const BOOK_ACTIONS: &[Action] = &[
    row(
        "template.steps",
        Scope::PathBook,
        &[Key::plain(Code::Enter), Key::char('1')],
        words::steps_short,
        words::steps_hint,
        Does::Show(|app| template(app).map(|_| ()), to_steps),
    ),
    row(
        "template.copy",
        Scope::PathBook,
        &[Key::char('2'), Key::char('c')],
        words::copy_short,
        words::copy_hint,
        Does::Ask(can_copy, |app| on_template(app, TemplateSheet::Copy)),
    ),
    row(
        "template.new",
        Scope::PathBook,
        &[Key::char('5'), Key::char('n')],
        from_nothing::new_short,
        from_nothing::new_hint,
        Does::Ask(always, |app| open(app, TemplateSheet::New)),
    ),
    row(
        "template.name",
        Scope::PathBook,
        &[Key::char('3'), Key::char('e')],
        words::name_short,
        words::name_hint,
        Does::Ask(
            |app| own(app).map(|_| ()),
            |app| on_template(app, TemplateSheet::Name),
        ),
    ),
    row(
        "template.remove",
        Scope::PathBook,
        &[Key::char('4'), Key::plain(Code::Delete)],
        words::remove_short,
        words::remove_hint,
        Does::Record(|app| {
            let id = own(app)?.id;
            Ok(vec![Command::Template(Templates::Remove(id))])
        }),
    ),
];

/// The rows of the table: the steps of a template.
pub const STEP_ACTIONS: &[Action] = &[
    row(
        "step.edit",
        Scope::PathSteps,
        &[Key::plain(Code::Enter), Key::char('1')],
        words::edit_short,
        words::edit_hint,
        Does::Ask(|app| own_step(app).map(|_| ()), |app| on_step(app, false)),
    ),
    row(
        "step.add",
        Scope::PathSteps,
        &[Key::char('2'), Key::char('a')],
        words::add_short,
        words::add_hint,
        Does::Ask(|app| own(app).map(|_| ()), |app| on_step(app, true)),
    ),
    row(
        "step.up",
        Scope::PathSteps,
        &[Key::char('3'), Key::char('-')],
        words::up_short,
        words::up_hint,
        Does::RecordThen(|app| moved(app, true), |app| follow(app, true)),
    ),
    row(
        "step.down",
        Scope::PathSteps,
        &[Key::char('4'), Key::char('+')],
        words::down_short,
        words::down_hint,
        Does::RecordThen(|app| moved(app, false), |app| follow(app, false)),
    ),
    row(
        "step.drop",
        Scope::PathSteps,
        &[Key::char('5'), Key::plain(Code::Delete)],
        words::drop_short,
        words::drop_hint,
        Does::Record(dropped),
    ),
];

/// Goes on with a template that is begun from nothing.
pub fn go_on_with_new_template(app: &mut App) {
    app.go(Screen::Paths(State::Book(Book::default())));
    open(app, TemplateSheet::New);
}

/// Goes on with a sheet of a template; says whether the template is still there.
pub fn go_on_with_template(app: &mut App, id: &TemplateId, of: &OfTemplate) -> bool {
    let world = app.desk.as_ref().map(Desk::world);
    if world.is_none_or(|world| named(world, id).is_none()) {
        return false;
    }
    match of {
        OfTemplate::Copy | OfTemplate::Name => {
            app.go(Screen::Paths(State::Book(Book::at(id.clone()))));
            on_template(
                app,
                match of {
                    OfTemplate::Copy => TemplateSheet::Copy,
                    _ => TemplateSheet::Name,
                },
            );
        }
        OfTemplate::Step(step) | OfTemplate::NewStep(step) => {
            let mut steps = Steps::new(id.clone());
            steps.select(*step);
            app.go(Screen::Paths(State::Steps(steps)));
            let sheet = StepSheet {
                template: id.clone(),
                step: *step,
                new: matches!(of, OfTemplate::NewStep(_)),
            };
            open(app, sheet);
        }
    }
    true
}

/// Returns the template that is looked at.
fn template(app: &App) -> Result<Template, Why> {
    let id = match state(app)? {
        State::Book(book) => book.selected(),
        State::Steps(steps) => Some(&steps.template),
        _ => None,
    };
    let id = id.ok_or(Why::Says(ui::nothing_selected))?;
    named(desk(app)?.world(), id).ok_or(Why::Says(ui::nothing_selected))
}

fn can_copy(app: &App) -> Result<(), Why> {
    may_record(app)?;
    template(app).map(|_| ())
}

/// Returns the template that is looked at, where it is the committee's own.
fn own(app: &App) -> Result<Template, Why> {
    may_record(app)?;
    let template = template(app)?;
    if desk(app)?.world().templates.contains_key(&template.id) {
        Ok(template)
    } else {
        Err(Why::Says(words::why_shipped))
    }
}

fn to_steps(app: &mut App) {
    if let Ok(template) = template(app) {
        app.go(Screen::Paths(State::Steps(Steps::new(template.id))));
    }
}

fn on_template(app: &mut App, sheet: fn(TemplateId) -> TemplateSheet) {
    if let Ok(template) = template(app) {
        open(app, sheet(template.id));
    }
}

/// Returns the committee's own template that is looked at, and the step in use.
fn own_step(app: &App) -> Result<(Template, usize), Why> {
    let template = own(app)?;
    match state(app)? {
        State::Steps(steps) => {
            let step = steps.selected().ok_or(Why::Says(ui::nothing_selected))?;
            Ok((template, step))
        }
        _ => Err(Why::Says(ui::nothing_selected)),
    }
}

fn on_step(app: &mut App, new: bool) {
    let Ok(template) = own(app) else { return };
    let step = match (own_step(app), new) {
        (Ok((_, step)), true) => step.saturating_add(1),
        (Ok((_, step)), false) => step,
        // There is none yet that it could stand behind.
        (Err(_), true) => 0,
        (Err(_), false) => return,
    };
    let template = template.id;
    open(
        app,
        StepSheet {
            template,
            step,
            new,
        },
    );
}

fn put(template: Template) -> Vec<Command> {
    vec![Command::Template(Templates::Put(Box::new(template)))]
}

fn moved(app: &App, up: bool) -> Result<Vec<Command>, Why> {
    let (mut template, step) = own_step(app)?;
    let other = if up {
        step.checked_sub(1)
    } else {
        Some(step.saturating_add(1)).filter(|it| *it < template.steps.len())
    };
    let other = other.ok_or(Why::Says(words::why_no_other))?;
    template.steps.swap(step, other);
    Ok(put(template))
}

fn follow(app: &mut App, up: bool) {
    if let Some(Screen::Paths(State::Steps(steps))) = app.top_mut()
        && let Some(at) = steps.selected()
    {
        steps.select(if up {
            at.saturating_sub(1)
        } else {
            at.saturating_add(1)
        });
    }
}

fn dropped(app: &App) -> Result<Vec<Command>, Why> {
    let (mut template, step) = own_step(app)?;
    if step < template.steps.len() {
        template.steps.remove(step);
    }
    Ok(put(template))
}
