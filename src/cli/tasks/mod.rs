//! `lianxi tasks`: follow-ups listed, told whole, and everything that becomes of them.

mod asked;
mod put;
mod step;

pub(super) use asked::Tasks;

use super::fault::Fault;
use super::{FINE, Job, place};
use crate::cells::{pad, width};
use crate::desk::Desk;
use crate::domain::ids::MatterId;
use crate::domain::task::review::by_light;
use crate::domain::task::{Command as Follow, Slip, Task};
use crate::domain::text::{Line, clean};
use crate::domain::{Command, World};
use crate::i18n::{Language, acts, follow_ups, matters, task_cli as say, terms};
use crate::office::Office;
use crate::papers::reminder::{self, Reminder};
use crate::papers::{markdown, plain};
use chrono::Datelike;
use std::borrow::Cow;

/// How wide a slip in plain text is, in cells.
const CELLS: usize = 76;

impl Job<'_> {
    /// Does what is asked of the follow-ups.
    pub(super) fn tasks(&mut self, office: &Office, asked: Tasks) -> Result<u8, Fault> {
        let mut desk = self.desk(office)?;
        match asked {
            Tasks::List { closed, village } => self.list_tasks(&desk, closed, village.as_deref()),
            Tasks::Show { task } => self.show_task(&desk, &task),
            Tasks::Slip {
                number,
                text,
                output,
            } => {
                let paper = slip(&desk, &number)
                    .and_then(|(task, slip)| {
                        let one = reminder::of(&task).find(|it| it.slip == slip)?;
                        // The matter may be filed by then.
                        let world = match &task.matter {
                            Some(matter) => Cow::Owned(desk.look_at_matter(matter).ok()?),
                            None => Cow::Borrowed(desk.world()),
                        };
                        Some(reminder::paper(
                            self.language,
                            (&world, desk.today()),
                            &[one],
                        ))
                    })
                    .ok_or_else(|| Fault::NoSlip(clean(&number).0))?;
                let written = if text {
                    plain::write(&paper, self.language, CELLS)
                } else {
                    markdown::write(&paper, self.language)
                };
                self.write(&written, output.as_deref(), say::slip_written)
            }
            Tasks::Remind { tasks, to, on } => {
                let to = to.as_deref().map(line).transpose()?;
                self.remind(&mut desk, &tasks, to.as_ref(), on)
            }
            Tasks::Add { what, says } => {
                let new = Task::new(desk.new_id(), line(&what)?, desk.today());
                let task = put::said(self.language, &desk, &new, &says)?;
                self.record_tasks(&mut desk, &[Command::Task(Follow::Put(task))])
            }
            Tasks::Edit { task, what, says } => {
                let mut stands = found(&desk, &task)?;
                if let Some(what) = what {
                    stands.what = line(&what)?;
                }
                let task = put::said(self.language, &desk, &stands, &says)?;
                self.record_tasks(&mut desk, &[Command::Task(Follow::Put(task))])
            }
            step => {
                let commands = step::commands(&desk, step)?;
                self.record_tasks(&mut desk, &commands)
            }
        }
    }

    /// Records and says what was recorded.
    fn record_tasks(&mut self, desk: &mut Desk, commands: &[Command]) -> Result<u8, Fault> {
        let recorded = place::record(desk, commands)?;
        let world = desk.world_of(&recorded.events);
        self.tell(&acts::sentence(self.language, &world, &recorded.events));
        Ok(FINE)
    }

    fn list_tasks(
        &mut self,
        desk: &Desk,
        closed: bool,
        village: Option<&str>,
    ) -> Result<u8, Fault> {
        let (language, world, today) = (self.language, desk.world(), desk.today());
        let open = world.tasks.values().map(|task| task.as_ref().clone());
        let mut tasks: Vec<Task> = open.filter(Task::is_open).collect();
        if closed {
            tasks.extend(desk.finished_tasks()?);
        }
        let village = village
            .map(|name| place::village(world, name))
            .transpose()?;
        if let Some(village) = &village {
            tasks.retain(|task| task.concerns(village));
        }
        tasks.sort_by(|one, other| {
            let place = |task: &Task| (task.light(today), task.due, task.entered);
            (place(one), &one.id).cmp(&(place(other), &other.id))
        });
        tasks.dedup_by(|one, other| one.id == other.id);
        let open = tasks.iter().filter(|task| task.is_open());
        let mut text = follow_ups::counts(language, &by_light(open, today));
        text.push('\n');
        let rows: Vec<[String; 6]> = tasks
            .iter()
            .map(|task| {
                let part = village.as_ref().and_then(|village| task.part(village));
                let left = match part {
                    Some(part) => follow_ups::part_state(language, part).to_owned(),
                    None => follow_ups::left_or_due(language, task, today),
                };
                [
                    follow_ups::standing(language, task, today),
                    numbered(language, desk, task.matter.as_ref()),
                    task.what.to_string(),
                    follow_ups::owner(language, world, task).to_owned(),
                    terms::village(language, world, task.village.as_ref()).to_owned(),
                    left,
                ]
            })
            .collect();
        let widest = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| width(cell)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..6).map(widest).collect();
        for row in &rows {
            let cells = row
                .iter()
                .zip(&widths)
                .filter(|(_, width)| **width > 0)
                .map(|(cell, width)| pad(cell, *width));
            let line = cells.collect::<Vec<_>>().join("  ");
            text.push_str(line.trim_end());
            text.push('\n');
        }
        self.print(&text)
    }

    fn show_task(&mut self, desk: &Desk, asked: &str) -> Result<u8, Fault> {
        let (language, world, today) = (self.language, desk.world(), desk.today());
        let task = found(desk, asked)?;
        let mut said = vec![
            task.what.to_string(),
            follow_ups::facts(language, world, &task),
            follow_ups::more(language, world, &task, today),
        ];
        said.extend(follow_ups::parts(language, world, &task, today));
        said.extend(follow_ups::history(language, world, &task, today));
        said.push(task.id.to_string());
        self.print(&(said.join("\n") + "\n"))
    }

    fn remind(
        &mut self,
        desk: &mut Desk,
        asked: &[String],
        to: Option<&Line>,
        on: Option<chrono::NaiveDate>,
    ) -> Result<u8, Fault> {
        let language = self.language;
        let on = step::day(desk, on)?;
        let first = desk.next_slip(on.year())?;
        let mut slips = Vec::new();
        for (serial, asked) in (first..).zip(asked) {
            let task = found(desk, asked)?;
            let own = || {
                let name = follow_ups::addressee(language, desk.world(), &task)?;
                Line::new(&name).ok()
            };
            let to = to.cloned().or_else(own);
            let to = to.ok_or_else(|| Fault::NobodyToRemind(task.what.to_string()))?;
            let year = on.year();
            slips.push((task.id, Slip { year, serial }, to));
        }
        let commands: Vec<Command> = slips
            .iter()
            .map(|(task, slip, to)| {
                Command::Task(Follow::Remind {
                    task: task.clone(),
                    on,
                    slip: *slip,
                    to: to.clone(),
                })
            })
            .collect();
        let code = self.record_tasks(desk, &commands)?;
        let world = desk.world();
        let slips: Vec<Reminder<'_>> = slips
            .iter()
            .filter_map(|(id, slip, to)| {
                Some(Reminder {
                    task: world.tasks.get(id)?,
                    slip: *slip,
                    on,
                    to: to.as_str(),
                })
            })
            .collect();
        let paper = reminder::paper(language, (world, desk.today()), &slips);
        self.print(&markdown::write(&paper, language))?;
        Ok(code)
    }
}

/// Returns the number of a matter, closed or not; nothing where there is none.
pub(super) fn numbered(language: Language, desk: &Desk, matter: Option<&MatterId>) -> String {
    let Some(id) = matter else {
        return String::new();
    };
    let number = |world: &World| {
        let matter = world.matters.get(id)?;
        Some(matters::number(language, matter.number))
    };
    let open = number(desk.world());
    let filed = || number(&desk.look_at_matter(id).ok()?);
    open.or_else(filed).unwrap_or_default()
}

/// Returns every follow-up, open or not.
fn every(desk: &Desk) -> Result<Vec<Task>, Fault> {
    let open = desk
        .world()
        .tasks
        .values()
        .map(|task| task.as_ref().clone());
    let mut all: Vec<Task> = open.collect();
    for task in desk.finished_tasks()? {
        if !desk.world().tasks.contains_key(&task.id) {
            all.push(task);
        }
    }
    Ok(all)
}

/// Returns the follow-up that is meant: by its id, or by words of which only it has some.
fn found(desk: &Desk, asked: &str) -> Result<Task, Fault> {
    let all = every(desk)?;
    if let Some(task) = all.iter().find(|task| task.id.as_str() == asked) {
        return Ok(task.clone());
    }
    let unknown = || Fault::NoTask(clean(asked).0);
    let key = Line::new(asked).map_err(|_| unknown())?.key();
    let fits: Vec<&Task> = all
        .iter()
        .filter(|it| it.what.key().contains(&key))
        .collect();
    // What is open is meant before what is over.
    let open: Vec<&Task> = fits.iter().copied().filter(|task| task.is_open()).collect();
    let fits = if open.is_empty() { fits } else { open };
    match fits.as_slice() {
        [] => Err(unknown()),
        [one] => Ok((*one).clone()),
        several => Err(Fault::WhichTask {
            given: clean(asked).0,
            known: several.iter().map(|task| task.what.to_string()).collect(),
        }),
    }
}

/// Returns the follow-up and the number of a slip that is written `2026-3`.
fn slip(desk: &Desk, asked: &str) -> Option<(Task, Slip)> {
    let (year, serial) = asked.split_once('-')?;
    let slip = Slip {
        year: year.parse().ok()?,
        serial: serial.parse().ok()?,
    };
    let task = desk.task_of_slip(slip).ok()??;
    Some((task, slip))
}

fn line(words: &str) -> Result<Line, Fault> {
    Line::new(words).map_err(|fault| Fault::Words(words.to_owned(), fault))
}
