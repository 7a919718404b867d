//! `lianxi paths`: what is due in which village, and the table of a matter.

use super::arguments::Paths;
use super::fault::Fault;
use super::{Job, place};
use crate::desk::Desk;
use crate::domain::matter::path::grid::{Cell, Grid};
use crate::domain::matter::path::pressing::due;
use crate::domain::matter::{Matter, MatterState};
use crate::i18n::{Language, matters, path_screen as say, path_states, paths};
use crate::office::Office;
use crate::papers::{consent, plain};

/// How wide the table is, in cells.
const CELLS: usize = 76;

impl Job<'_> {
    /// Does what is asked of the villages' consent.
    pub(super) fn paths(&mut self, office: &Office, asked: &Paths) -> Result<u8, Fault> {
        let desk = self.desk(office)?;
        let text = match asked {
            Paths::List => list(self.language, &desk),
            Paths::Show { number } => self.steps_of(&desk, number)?,
        };
        self.print(&text)
    }

    /// Writes the table of a matter, open or filed.
    fn steps_of(&self, desk: &Desk, number: &str) -> Result<String, Fault> {
        let language = self.language;
        let matter = place::matter(desk, number)?;
        if matter.path.is_none() {
            let number = matters::number(language, matter.number);
            let head = say::title_matter(language, number, matter.intake.title.as_str());
            return Ok(head + "\n");
        }
        let world = desk.look_at_matter(&matter.id)?;
        let blocks = consent::table(&world, &matter, language, desk.today());
        Ok(plain::write(&blocks, language, CELLS))
    }
}

/// Returns the open matters by their numbers.
fn open(desk: &Desk) -> Vec<&Matter> {
    let matters = desk.world().matters.values().map(AsRef::as_ref);
    let mut matters: Vec<&Matter> = matters
        .filter(|matter| matter.state == MatterState::Open)
        .collect();
    matters.sort_by_key(|matter| (matter.number, matter.id.clone()));
    matters
}

fn list(language: Language, desk: &Desk) -> String {
    let (world, today) = (desk.world(), desk.today());
    let cells = due(world, today);
    let mut text = String::new();
    for matter in open(desk) {
        let number = matters::number(language, matter.number);
        let title = matter.intake.title.as_str();
        let grid = Grid::of(world, matter, today);
        let head = match &grid {
            Some(grid) => {
                let outcome = paths::outcome(language, grid.outcome());
                say::matter_head(language, number, title, outcome)
            }
            None => say::title_matter(language, number, title),
        };
        text.push_str(&head);
        text.push('\n');
        for (_, cell) in cells.iter().filter(|(it, _)| it.id == matter.id) {
            text.push_str("  ");
            text.push_str(&row(language, desk, (matter, grid.as_ref()), cell));
            text.push('\n');
        }
    }
    if text.is_empty() {
        text.push_str(say::nothing(language));
        text.push('\n');
    }
    text
}

fn row(
    language: Language,
    desk: &Desk,
    (matter, grid): (&Matter, Option<&Grid<'_>>),
    cell: &Cell,
) -> String {
    let path = matter.path.as_ref();
    let Some(step) = path.and_then(|path| path.template.steps.get(cell.step)) else {
        return String::new();
    };
    let [what, said] =
        path_states::pressing(language, desk.world(), (grid, desk.today()), step, cell);
    say::place_says(language, what, said)
}
