//! An item of the agenda, new or changed.

use super::{LINE, late, number_if_any};
use crate::desk::place::Place;
use crate::domain::ids::{ItemId, MatterId, RuleId, SessionId, VillageId};
use crate::domain::matter::Number;
use crate::domain::session::agenda::{Command as Agenda, Item, ItemKind, ItemState};
use crate::domain::text::Line;
use crate::domain::{Command, World};
use crate::i18n::{Language, matter_list, matters, plan, recusal, shared, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{self, Fault, Sheet, Submission, line_of};
use crate::tui::screens::choices::{People, villages_to_name};
use crate::tui::screens::plan::select;
use crate::tui::screens::roster::rule_said;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const TITLE: usize = 0;
const KIND: usize = 1;
const RULE: usize = 2;
const MINUTES: usize = 3;
const PRESENTER: usize = 4;
const VILLAGES: usize = 5;
const MATTER: usize = 6;
const REASON: usize = 7;

/// The number of the kind that has a rule, in [`kinds`].
const DECISION: usize = 4;

/// The number of the last kind.
const REVIEW: usize = 5;

/// Asks for an item.
pub struct ItemSheet {
    session: SessionId,
    item: Option<ItemId>,
}

impl ItemSheet {
    /// Asks for a new item, and after it for the next.
    #[must_use]
    pub const fn add(session: SessionId) -> Self {
        Self {
            session,
            item: None,
        }
    }

    /// Asks what an item is to be from now on.
    #[must_use]
    pub const fn change(session: SessionId, item: ItemId) -> Self {
        Self {
            session,
            item: Some(item),
        }
    }

    fn known<'a>(&self, world: &'a World) -> Option<&'a Item> {
        self.item
            .as_ref()
            .and_then(|id| world.items.get(id))
            .map(AsRef::as_ref)
    }

    /// Returns the field of the people it concerns, the last one.
    fn concerned(&self, world: &World) -> usize {
        match self.late(world) {
            true => REASON + late::FIELDS,
            false => REASON,
        }
    }

    /// Returns the matters it may deal with: those that were screened and stand on no agenda, and its own.
    fn matters(&self, world: &World) -> Vec<(MatterId, Number, Line)> {
        let own = self.known(world).and_then(|item| item.matter.as_ref());
        let all = world.matters.values().filter(|matter| {
            let free = matter.hearings.iter().all(|it| !it.awaited());
            own == Some(&matter.id) || matter.screening.is_some() && free
        });
        let mut all: Vec<_> = all
            .map(|it| (it.id.clone(), it.number, it.intake.title.clone()))
            .collect();
        all.sort_by_key(|(_, number, _)| *number);
        all
    }

    /// Returns the villages it may concern: those of the day of the session, and those it concerns already.
    fn villages(&self, language: Language, world: &World) -> Vec<(VillageId, String)> {
        let known = self.known(world);
        let Ok(session) = world.session(&self.session) else {
            return Vec::new();
        };
        villages_to_name(language, world, session.date, |id| {
            known.is_some_and(|item| item.villages.contains(id))
        })
    }

    fn opened(&self, world: &World) -> bool {
        let session = world.session(&self.session);
        session.is_ok_and(|session| session.opened.is_some())
    }

    /// Says whether the item stands after the notice.
    fn late(&self, world: &World) -> bool {
        let sent = world
            .sessions
            .get(&self.session)
            .is_some_and(|session| session.notice.is_some());
        sent && self.known(world).is_none_or(|item| item.late.is_some())
    }
}

impl Sheet for ItemSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        let count = app
            .desk
            .as_ref()
            .map_or(0, |desk| desk.world().agenda(&self.session).count());
        match &self.item {
            Some(_) => plan::item_title_change(language).to_owned(),
            None => {
                let next = u32::try_from(count + 1).unwrap_or(u32::MAX);
                plan::item_title_add(language, terms::number_of_item(language, next))
            }
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Form::new(shared::save_row(language), Vec::new());
        };
        let world = desk.world();
        let known = self.known(world);
        let title = known.map(|item| item.title.as_str()).unwrap_or_default();
        let kind = known.map_or(3, |item| number_of(&item.kind));
        let rules = rules(world, &self.session, known);
        let rule = known
            .and_then(|item| match &item.kind {
                ItemKind::Decision { rule } => {
                    let day = world.session(&self.session).ok()?.date;
                    let rule = world.version_on(rule, day);
                    rules.iter().position(|id| *id == rule)
                }
                _ => None,
            })
            .unwrap_or(0);
        let rules = rules
            .iter()
            .map(|id| rule_label(language, world, &self.session, id))
            .collect();
        let minutes = known.and_then(|item| item.planned);
        let minutes = minutes.map(|minutes| minutes.to_string());
        let villages = self.villages(language, world);
        let concerned: Vec<usize> = villages
            .iter()
            .enumerate()
            .filter(|(_, (id, _))| known.is_some_and(|item| item.villages.contains(id)))
            .map(|(index, _)| index)
            .collect();
        let mut fields = vec![
            Field::text("title", plan::field_title(language), title, LINE).required(),
            Field::choice(
                "item_kind",
                plan::field_item_kind(language),
                kinds(language),
                Some(kind),
            )
            .hint(shared::choice_hint(language)),
            Field::choice("rule", plan::field_rule(language), rules, Some(rule))
                .hint(plan::rule_hint(language)),
            Field::figure(
                "minutes",
                plan::field_minutes(language),
                minutes.as_deref().unwrap_or_default(),
                4,
            ),
            People::of(world, desk.today()).field(
                language,
                world,
                "presenter",
                plan::field_presenter(language),
                known.and_then(|item| item.presenter.as_ref()),
            ),
            Field::many(
                "villages",
                plan::field_villages(language),
                villages.into_iter().map(|(_, name)| name).collect(),
                &concerned,
            )
            .hint(plan::villages_hint(language)),
        ];
        let matters = self.matters(world);
        let own = known.and_then(|item| item.matter.as_ref());
        let own = own.and_then(|own| matters.iter().position(|(id, ..)| id == own));
        let mut options = vec![matter_list::no_matter(language).to_owned()];
        options.extend(
            matters.iter().map(|(_, number, title)| {
                format!("{} {title}", matters::number(language, *number))
            }),
        );
        fields.push(
            Field::choice(
                "matter",
                matter_list::field_matter(language),
                options,
                Some(own.map_or(0, |at| at + 1)),
            )
            .hint(shared::choice_hint(language)),
        );
        if self.late(world) {
            let known = known.and_then(|item| item.late.as_ref());
            fields.extend(late::fields(language, known, self.opened(world)));
        }
        // Everybody on the roster is a row of it, so it stands below all else.
        let people = People::of(world, desk.today());
        let concerned = known.map_or(&[][..], |item| &item.concerned);
        fields.push(
            people
                .many(
                    language,
                    world,
                    "concerned",
                    recusal::concerned(language),
                    concerned,
                )
                .hint(recusal::concerned_hint(language)),
        );
        let confirm = match &self.item {
            Some(_) => shared::save_row(language),
            None => plan::save_and_next(language),
        };
        let mut form = Form::new(confirm, fields);
        form.show(MATTER, !matters.is_empty());
        form
    }

    fn settle(&self, app: &App, form: &mut Form) {
        let world = app.desk.as_ref().map(|desk| desk.world());
        if let Some(world) = world.filter(|world| self.late(world)) {
            late::show(form, REASON, self.opened(world));
        }
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        // An item is called as its matter is, until something else was typed.
        let chosen = form.chosen(MATTER).and_then(|at| at.checked_sub(1));
        if let (MATTER, Some(at), Some(desk)) = (field, chosen, &app.desk)
            && !form.is_typed(TITLE)
            && let Some((_, _, title)) = self.matters(desk.world()).get(at)
        {
            form.propose(TITLE, title.as_str());
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let rule = app
            .desk
            .as_ref()
            .filter(|_| form.chosen(KIND) == Some(DECISION))
            .and_then(|desk| {
                let world = desk.world();
                let day = world.session(&self.session).ok()?.date;
                let rules = rules(world, &self.session, self.known(world));
                world.rule_on(rules.get(form.chosen(RULE)?)?, day).ok()
            });
        rule.map_or_else(Vec::new, |rule| rule_said(app.language, &rule))
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Err(Fault::at(TITLE, ui::no_committee_open(language)));
        };
        let world = desk.world();
        let known = self.known(world);
        let marked = form.marked(VILLAGES);
        let rule = form
            .chosen(RULE)
            .and_then(|index| rules(world, &self.session, known).into_iter().nth(index))
            .unwrap_or_else(|| {
                let session = world.session(&self.session);
                let day = session.map_or_else(|_| desk.today(), |session| session.date);
                world.default_rule(day).id
            });
        let kind = kind_at(form.chosen(KIND).unwrap_or_default(), rule);
        if let Some(rule) = kind
            .rule()
            .filter(|_| known.is_none_or(|it| it.kind != kind))
            && let Some((name, day)) = idle(language, world, &self.session, rule)
        {
            return Err(Fault::at(RULE, plan::rule_idle_then(language, name, day)));
        }
        let item = Item {
            id: self.item.clone().unwrap_or_else(|| desk.new_id()),
            session: self.session.clone(),
            position: known.map_or(0, |item| item.position),
            published_number: known.and_then(|item| item.published_number.clone()),
            title: line_of(language, form, TITLE)?,
            kind,
            planned: number_if_any(form, MINUTES, 1_440, plan::not_minutes, language)?,
            presenter: People::of(world, desk.today()).read(form, PRESENTER),
            presented: None,
            villages: self
                .villages(language, world)
                .into_iter()
                .enumerate()
                .filter(|(index, _)| marked.contains(index))
                .map(|(_, (id, _))| id)
                .collect(),
            concerned: People::of(world, desk.today()).read_many(form, self.concerned(world)),
            late: if self.late(world) {
                Some(late::read(language, form, REASON, self.opened(world))?)
            } else {
                known.and_then(|item| item.late.clone())
            },
            state: ItemState::Pending,
            runs: Vec::new(),
            carries: None,
            put_off: Vec::new(),
            owes: Vec::new(),
            dropped: None,
            matter: form
                .chosen(MATTER)
                .and_then(|at| at.checked_sub(1))
                .and_then(|at| self.matters(world).into_iter().nth(at))
                .map(|(id, ..)| id),
        };
        let id = item.id.clone();
        let commands = vec![Command::Agenda(Agenda::Put(item))];
        if self.item.is_some() {
            return Ok(Submission::Record(commands));
        }
        let session = self.session.clone();
        Ok(Submission::Then(
            commands,
            Box::new(move |app| {
                select(app, id);
                dialog::open(app, Box::new(Self::add(session)));
            }),
        ))
    }

    fn place(&self) -> Option<Place> {
        Some(match &self.item {
            Some(id) => Place::Item(id.clone()),
            None => Place::NewItem(self.session.clone()),
        })
    }

    fn is_recorded(&self) -> bool {
        self.item.is_some()
    }
}

/// Names the kinds in the order in which they are offered.
fn kinds(language: Language) -> Vec<String> {
    (0..=REVIEW)
        .map(|index| kind_at(index, RuleId::from("")))
        .map(|kind| terms::item_kind(language, &kind).to_owned())
        .collect()
}

fn kind_at(index: usize, rule: RuleId) -> ItemKind {
    match index {
        0 => ItemKind::Study,
        1 => ItemKind::Notice,
        2 => ItemKind::Report,
        3 => ItemKind::Discussion,
        DECISION => ItemKind::Decision { rule },
        _ => ItemKind::Review,
    }
}

const fn number_of(kind: &ItemKind) -> usize {
    match kind {
        ItemKind::Study => 0,
        ItemKind::Notice => 1,
        ItemKind::Report => 2,
        ItemKind::Discussion => 3,
        ItemKind::Decision { .. } => DECISION,
        ItemKind::Review => REVIEW,
    }
}

/// Returns the rules to choose from, the one the committee sits by first; then what is not in force that
/// day: what is to come, so that its name is not taken for another's, and the one the item has.
fn rules(world: &World, session: &SessionId, known: Option<&Item>) -> Vec<RuleId> {
    let Ok(session) = world.session(session) else {
        return Vec::new();
    };
    let day = session.date;
    let mut rules: Vec<RuleId> = world.choosable(day).into_iter().map(|it| it.id).collect();
    let coming = world
        .rules
        .values()
        .filter(|it| it.follows.is_none() && it.rule.from.is_some_and(|from| from > day));
    let own = known.and_then(|item| item.kind.rule());
    let own = own.map(|rule| world.version_on(rule, day));
    for id in coming.map(|it| it.id.clone()).chain(own) {
        if !rules.contains(&id) {
            rules.push(id);
        }
    }
    rules
}

/// Names a rule that is not in force on the day of a session, and the day.
fn idle(
    language: Language,
    world: &World,
    session: &SessionId,
    rule: &RuleId,
) -> Option<(String, String)> {
    let day = world.session(session).ok()?.date;
    let rule = world.rule_on(rule, day).ok()?;
    let name = terms::rule_name(language, &rule).to_owned();
    (!rule.in_force(day)).then(|| (name, terms::date(language, day)))
}

fn rule_label(language: Language, world: &World, session: &SessionId, rule: &RuleId) -> String {
    match idle(language, world, session, rule) {
        Some((name, day)) => plan::rule_idle(language, name, day),
        None => terms::rule(language, world, rule).to_owned(),
    }
}
