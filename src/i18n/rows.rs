//! A row of the file in the words of whoever reads of it: what it is of and what that is called, the id behind it.

use super::acts;
use super::{Language, fault as say};
use crate::domain::World;
use crate::domain::entity::{Key, Kind};
use crate::store::Table;

/// Says what a row is of, with its name where the world has one.
#[must_use]
pub fn row(language: Language, world: &World, table: Table, id: &str) -> String {
    let key = Key {
        kind: kind(table),
        id: id.to_owned(),
    };
    let kind = acts::kind(language, key.kind);
    match world.entity(&key) {
        Some(entity) => {
            let name = acts::called(language, world, &entity);
            say::row_named(language, kind, name, id)
        }
        None => say::row_unnamed(language, kind, id),
    }
}

const fn kind(table: Table) -> Kind {
    match table {
        Table::Committee => Kind::Committee,
        Table::Village => Kind::Village,
        Table::Person => Kind::Person,
        Table::Seat => Kind::Seat,
        Table::Rule => Kind::Rule,
        Table::Session => Kind::Session,
        Table::Item => Kind::Item,
        Table::Motion => Kind::Motion,
        Table::Entry => Kind::Entry,
        Table::Correction => Kind::Correction,
        Table::Task => Kind::Task,
        Table::Template => Kind::Template,
        Table::Matter => Kind::Matter,
        Table::Posting => Kind::Posting,
        Table::Ledger => Kind::Ledger,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::tui::stage::Stage;

    #[test]
    fn no_row_is_told_by_the_name_of_its_table_alone() {
        for language in Language::ALL {
            let mut stage = Stage::new(language);
            stage.press("1");
            let world = stage.desk().world();
            for entity in world.entities() {
                let Key { kind: of, id } = entity.key();
                let table = *Table::ALL.iter().find(|it| kind(**it) == of).unwrap();
                let told = row(language, world, table, &id);
                let (before, behind) = told.rsplit_once(id.as_str()).unwrap();
                assert!(
                    !before.contains(&id) && behind.chars().count() == 1,
                    "{told}"
                );
                assert!(before.contains(acts::kind(language, of)), "{told}");
                assert!(before.contains(['“', '”']), "{told}");
            }
            for table in Table::ALL {
                let told = row(language, &World::default(), table, "x1");
                assert!(told.contains("x1"), "{told}");
                assert!(
                    language != Language::Zh || !told.contains(table.name()),
                    "{told}"
                );
            }
        }
    }
}
