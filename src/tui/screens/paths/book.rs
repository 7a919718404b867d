//! The book of templates, and the steps of one.

use crate::domain::ids::TemplateId;
use crate::domain::matter::path::{By, Shown, Template, TemplateStep, shipped};
use crate::domain::world::World;
use crate::i18n::{
    Language, laws, path_screen as words, paths, template_words as from_nothing, terms,
    village_board,
};
use crate::tui::action::key_of;
use crate::tui::app::{App, Glance};
use crate::tui::caret::Caret;
use crate::tui::input::Key;
use crate::tui::screens::rows::Rows;
use crate::tui::text;
use crate::tui::theme::Role;
use crate::tui::widgets::line;
use crate::tui::widgets::list::{self, Column, Row};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Returns the committee's own templates by their names.
pub(super) fn own(world: &World) -> Vec<&Template> {
    let mut own: Vec<&Template> = world.templates.values().map(AsRef::as_ref).collect();
    own.sort_by(|one, other| (&one.name.zh, &one.id).cmp(&(&other.name.zh, &other.id)));
    own
}

/// Returns every template there is to choose: the committee's own, then what is shipped.
pub(super) fn every(world: &World) -> Vec<Template> {
    let own = own(world).into_iter().cloned();
    own.chain(shipped::shipped()).collect()
}

/// Returns the template of an id.
pub(super) fn named(world: &World, id: &TemplateId) -> Option<Template> {
    let own = world.templates.get(id).map(|it| it.as_ref().clone());
    own.or_else(|| shipped::named(id.as_str()))
}

/// The list of templates.
#[derive(Debug, Default)]
pub struct Book {
    rows: Rows<TemplateId>,
}

impl Book {
    pub(super) fn title(app: &App) -> String {
        words::title_book(app.language).to_owned()
    }

    pub(super) fn at(template: TemplateId) -> Self {
        let mut book = Self::default();
        book.rows.select(template);
        book
    }

    pub(super) fn selected(&self) -> Option<&TemplateId> {
        self.rows.selected()
    }

    pub(super) fn moves(&mut self, key: Key) -> bool {
        self.rows.key(key)
    }

    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let Some(desk) = glance.desk else {
            return Caret::block(area.x, area.y);
        };
        let (language, world) = (glance.language, desk.world());
        let mut keys: Vec<Option<TemplateId>> = vec![None];
        let mut rows: Vec<Row> = vec![Row::header(words::own(language))];
        let mine = own(world);
        if mine.is_empty() {
            let (new, copy) = (key_of("template.new"), key_of("template.copy"));
            let none = from_nothing::none(language, new, copy);
            keys.push(None);
            rows.push(Row::continued(&none, Role::Muted));
        }
        for template in mine {
            keys.push(Some(template.id.clone()));
            rows.push(row(language, template));
        }
        keys.push(None);
        rows.push(Row::header(words::shipped(language)));
        for template in shipped::shipped() {
            keys.push(Some(template.id.clone()));
            rows.push(row(language, &template));
        }
        let listing = self.rows.settle(keys);
        let columns = [Column::Flex(1), Column::fitting(&rows, 1)];
        list::draw(area, buf, glance.theme, &columns, &rows, listing)
    }
}

fn row(language: Language, template: &Template) -> Row {
    let name = paths::template(language, template);
    let row = Row::new(vec![
        name,
        words::steps_count(language, template.steps.len()),
    ]);
    if template.example || template.steps.is_empty() {
        row.role(Role::Warn)
    } else {
        row
    }
}

/// The steps of a template.
#[derive(Debug)]
pub struct Steps {
    pub(super) template: TemplateId,
    rows: Rows<usize>,
}

impl Steps {
    pub(super) fn new(template: TemplateId) -> Self {
        Self {
            template,
            rows: Rows::default(),
        }
    }

    pub(super) fn select(&mut self, step: usize) {
        self.rows.select(step);
    }

    pub(super) fn selected(&self) -> Option<usize> {
        self.rows.selected().copied()
    }

    pub(super) fn title(&self, app: &App) -> String {
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        let template = world.and_then(|world| named(world, &self.template));
        let name = template.map(|it| paths::template(app.language, &it));
        words::title_steps(app.language, name.unwrap_or_default())
    }

    pub(super) fn moves(&mut self, key: Key) -> bool {
        self.rows.key(key)
    }

    pub(super) fn draw(&mut self, glance: Glance<'_>, area: Rect, buf: &mut Buffer) -> Caret {
        let language = glance.language;
        let world = glance.desk.map(crate::desk::Desk::world);
        let template = world.and_then(|world| Some((world, named(world, &self.template)?)));
        let Some((world, template)) = template else {
            line::centred(area, buf, glance.theme, Role::Warn, words::gone(language));
            return Caret::block(area.x, area.y);
        };
        if template.steps.is_empty() {
            let none = from_nothing::no_steps(language, key_of("step.add"));
            line::centred(area, buf, glance.theme, Role::Warn, &none);
            return Caret::block(area.x, area.y);
        }
        let steps = template.steps.iter().enumerate();
        let rows: Vec<Row> = steps
            .map(|(at, step)| {
                let name = paths::step(language, step);
                Row::new(vec![
                    words::numbered(language, at.saturating_add(1), name),
                    paths::level(language, step.level).to_owned(),
                    by(language, &step.by).to_owned(),
                ])
            })
            .collect();
        let keys = (0..rows.len()).map(Some).collect();
        let listing = self.rows.settle(keys);
        let columns = [
            Column::Flex(1),
            Column::fitting(&rows, 1),
            Column::fitting(&rows, 2),
        ];
        let chosen = template.steps.get(listing.selected);
        let below: Vec<String> = chosen
            .map(|step| about(language, world, step))
            .unwrap_or_default()
            .iter()
            .flat_map(|words| text::wrap(words, area.width))
            .collect();
        let most = area.height / 2;
        let height = u16::try_from(below.len()).unwrap_or(most).min(most);
        let top = area.bottom().saturating_sub(height);
        for (y, words) in (top..area.bottom()).zip(&below) {
            let style = glance.theme.style(Role::Muted);
            text::put(buf, area.x, y, area.width, words, style);
        }
        let above = Rect {
            height: area.height - height,
            ..area
        };
        list::draw(above, buf, glance.theme, &columns, &rows, listing)
    }
}

pub(super) const fn by(language: Language, by: &By) -> &'static str {
    use crate::i18n::path as words;
    match by {
        By::Record => words::by_record(language),
        By::Session => words::by_session(language),
        By::Vote { .. } => words::by_vote(language),
    }
}

const fn board(language: Language, shown: Shown) -> &'static str {
    match shown {
        Shown::Notice => village_board::by_notice(language),
        Shown::Decision => village_board::by_decision(language),
        Shown::Result => village_board::by_result(language),
    }
}

/// Says what a step asks for.
fn about(language: Language, world: &World, step: &TemplateStep) -> Vec<String> {
    let mut lines = vec![paths::name(language, &step.body).to_owned()];
    if let By::Vote { rules } = &step.by {
        let rules = rules.iter().map(|id| terms::rule(language, world, id));
        lines.push(terms::list(language, rules));
    }
    if let Some(wait) = &step.wait {
        lines.push(match &wait.statute {
            Some(clause) => {
                let days = words::step_row_wait_statute(language, wait.days);
                words::place_says(language, days, laws::clause(language, clause.as_str()))
            }
            None => words::step_row_wait(language, wait.days),
        });
    }
    if let Some(shown) = step.shown {
        lines.push(board(language, shown).to_owned());
    }
    if let Some(clause) = &step.merge {
        let may = words::step_row_merge(language);
        let clause = laws::clause(language, clause.as_str());
        lines.push(words::place_says(language, may, clause));
    }
    if !step.records.is_empty() {
        let kinds = step
            .records
            .iter()
            .map(|kind| paths::record(language, *kind));
        let kinds = terms::list(language, kinds);
        lines.push(words::place_says(
            language,
            words::step_records(language),
            kinds,
        ));
    }
    lines
}
