//! The sheet of close kin: who, and what the two are to each other.

use crate::desk::place::{OfRoster, Place};
use crate::domain::Command;
use crate::domain::ids::PersonId;
use crate::domain::roster::Command as Roster;
use crate::domain::text::LONGEST_LINE;
use crate::domain::world::World;
use crate::i18n::{recusal as words, recusals, shared, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any};
use crate::tui::screens::choices::People;
use crate::tui::widgets::form::{Field, Form};

/// Says that somebody is close kin of another.
pub(super) struct KinSheet {
    pub(super) person: PersonId,
}

impl KinSheet {
    fn relation(&self, world: &World, other: &PersonId) -> Option<String> {
        let kin = &world.people.get(&self.person)?.kin;
        let kin = kin.iter().find(|kin| kin.person == *other)?;
        Some(kin.relation.to_string())
    }
}

impl Sheet for KinSheet {
    fn title(&self, app: &App) -> String {
        let name = app.desk.as_ref().map_or("", |desk| {
            terms::person(app.language, desk.world(), &self.person)
        });
        words::kin_title(app.language, name)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Some(desk) = &app.desk else {
            return Form::new(words::kin_confirm(language), Vec::new());
        };
        let world = desk.world();
        let kin = world.people.get(&self.person);
        let first = kin.and_then(|person| person.kin.first());
        let relation = first.map(|kin| kin.relation.to_string());
        let relation = relation.unwrap_or_default();
        let known = kin.and_then(|person| recusals::kin(language, world, person));
        let hint = known.unwrap_or_else(|| shared::choice_hint(language).to_owned());
        Form::new(
            words::kin_confirm(language),
            vec![
                People::of(world, desk.today())
                    .field(
                        language,
                        world,
                        "kin_other",
                        words::kin_other(language),
                        first.map(|kin| &kin.person),
                    )
                    .hint(&hint),
                Field::text(
                    "kin_relation",
                    words::kin_relation(language),
                    &relation,
                    LONGEST_LINE,
                )
                .hint(words::kin_relation_hint(language)),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        let Some(desk) = app.desk.as_ref().filter(|_| field == 0) else {
            return;
        };
        let other = People::of(desk.world(), desk.today()).read(form, 0);
        let known = other.and_then(|other| self.relation(desk.world(), &other));
        form.propose(1, &known.unwrap_or_default());
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let desk = super::sheets::desk_of(app)?;
        let other = People::of(desk.world(), desk.today()).read(form, 0);
        let other = other.ok_or_else(|| Fault::at(0, ui::field_missing(language)))?;
        let relation = line_if_any(language, form, 1)?;
        let relate = Roster::Relate {
            person: self.person.clone(),
            other,
            relation,
        };
        Ok(Submission::Record(vec![Command::Roster(relate)]))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Roster(OfRoster::Kin(self.person.clone())))
    }
}
