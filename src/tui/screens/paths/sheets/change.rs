//! The small sheets of a matter under way: a record more, a day corrected, the deadline, a village more,
//! another contribution.

use super::take::with_places;
use super::{DATE, LINE, desk, judged, line, matter, missing, path};
use crate::desk::place::{OfPath, Place};
use crate::domain::Refusal;
use crate::domain::board::BoardRules;
use crate::domain::ids::{MatterId, VillageId};
use crate::domain::matter as of_matter;
use crate::domain::matter::intake::Fen;
use crate::domain::matter::path::asking::{Unasked, asked_after_all, unasked};
use crate::domain::matter::path::{
    Command, DayOf, Path, Record, RecordKind, Refused, Taking, What,
};
use crate::domain::task::Task;
use crate::domain::text::Line;
use crate::i18n::{path_screen as words, path_village, paths, sequel, shared, step_days, terms};
use crate::tui::action::{Scope, key_of};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_if_any, line_if_any, text_fault};
use crate::tui::input::fold_text;
use crate::tui::screens::scope_name;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};
use crate::tui::{not_here, past_day};

fn step_of(app: &App, id: &MatterId, entry: usize) -> String {
    let path = matter(app, id).and_then(|it| it.path.as_ref());
    let step = path.and_then(|path| {
        let entry = path.entries.get(entry)?;
        path.template.steps.get(entry.step)
    });
    step.map_or_else(String::new, |it| paths::step(app.language, it).to_owned())
}

fn reason(app: &App) -> Field {
    Field::text("reason", words::reason(app.language), "", LINE).required()
}

/// Adds a record to what was done.
pub struct KeepSheet {
    pub matter: MatterId,
    pub of: Keeps,
}

/// What a record is added to.
#[derive(Clone)]
pub enum Keeps {
    /// What was entered.
    Entry(usize),
    /// A step that a village's board did, of which nothing was entered yet.
    Board(usize, Option<VillageId>),
}

impl KeepSheet {
    /// Returns the step it is of.
    fn step(&self, path: &Path) -> Option<usize> {
        match &self.of {
            Keeps::Entry(at) => path.entries.get(*at).map(|it| it.step),
            Keeps::Board(step, _) => Some(*step),
        }
    }

    /// Returns the kinds there are, those that are missing first.
    fn kinds(&self, app: &App) -> Vec<RecordKind> {
        let path = matter(app, &self.matter).and_then(|it| it.path.as_ref());
        let lacks = path.and_then(|path| {
            let entry = match &self.of {
                Keeps::Entry(at) => Some(path.entries.get(*at)?),
                Keeps::Board(..) => None,
            };
            let step = path.template.steps.get(self.step(path)?)?;
            let kept = |kind: &RecordKind| entry.is_some_and(|it| it.keeps(*kind));
            let lacks = step.records.iter().filter(|kind| !kept(kind));
            Some(lacks.copied().collect::<Vec<_>>())
        });
        let mut kinds = lacks.unwrap_or_default();
        for kind in RecordKind::ALL {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds
    }
}

impl Sheet for KeepSheet {
    fn title(&self, app: &App) -> String {
        let path = matter(app, &self.matter).and_then(|it| it.path.as_ref());
        let step = path.and_then(|path| path.template.steps.get(self.step(path)?));
        let name = step.map_or_else(String::new, |it| paths::step(app.language, it).to_owned());
        words::keep_title(app.language, name)
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let kinds = self.kinds(app).into_iter();
        let kinds = kinds.map(|kind| paths::record(language, kind).to_owned());
        Form::new(
            words::take_confirm(language),
            vec![
                Field::choice("kind", words::keep_kind(language), kinds.collect(), Some(0))
                    .required(),
                Field::text("paper", words::keep_paper(language), "", LINE)
                    .required()
                    .hint(words::take_record_hint(language)),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let kind = form
            .chosen(0)
            .and_then(|at| self.kinds(app).get(at).copied());
        let record = Record {
            kind: kind.ok_or_else(|| missing(language, 0))?,
            paper: line(language, form, 1)?,
        };
        let places = vec![record.paper.to_string()];
        let matter = self.matter.clone();
        let desk = desk(app)?;
        let command = match &self.of {
            Keeps::Entry(entry) => Command::Keep {
                matter,
                entry: *entry,
                record,
            },
            Keeps::Board(step, village) => Command::Take {
                matter,
                taking: Taking {
                    step: *step,
                    village: village.clone(),
                    at: desk.minute(),
                    on: desk.today(),
                    what: What::Posted,
                    noticed: None,
                    early: None,
                    signed: None,
                    records: vec![record],
                },
            },
        };
        Ok(with_places(judged(app, path(command), |_| 1)?, places))
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if field == 1 {
            let hint = words::take_record_hint(app.language);
            not_here::hint(app.language, form, field, hint);
        }
    }

    fn place(&self) -> Option<Place> {
        let of = match &self.of {
            Keeps::Entry(entry) => OfPath::Keep(*entry),
            Keeps::Board(step, village) => OfPath::KeepPosted(*step, village.clone()),
        };
        Some(Place::Path(self.matter.clone(), of))
    }
}

/// Corrects the day of what was done.
pub struct RedateSheet {
    pub matter: MatterId,
    pub entry: usize,
}

impl RedateSheet {
    fn day_of(&self, app: &App) -> DayOf {
        let path = matter(app, &self.matter).and_then(|it| it.path.as_ref());
        let entry = path.and_then(|path| Some((path, path.entries.get(self.entry)?)));
        entry.map_or(DayOf::Done, |(path, entry)| {
            path.template.day_of(entry.step)
        })
    }
}

impl Sheet for RedateSheet {
    fn title(&self, app: &App) -> String {
        words::redate_title(app.language, step_of(app, &self.matter, self.entry))
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let of = self.day_of(app);
        let on = Field::text("on", step_days::right(language, of), "", DATE);
        let hint = step_days::hint(language, of, shared::past_day_hint(language));
        let on = on.required().hint(&hint);
        Form::new(words::take_confirm(language), vec![on, reason(app)])
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (0, Some(desk)) = (field, &app.desk) {
            let how = shared::past_day_hint(app.language);
            let hint = step_days::hint(app.language, self.day_of(app), how);
            past_day::hint(app.language, form, 0, desk.today(), &hint);
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let desk = desk(app)?;
        let late = words::not_yet_come(language);
        let command = path(Command::Redate {
            matter: self.matter.clone(),
            entry: self.entry,
            on: past_day::of(language, form, 0, desk.today(), late)?,
            at: desk.minute(),
            reason: line(language, form, 1)?,
        });
        judged(app, command, |_| 0)
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Path(self.matter.clone(), OfPath::Redate(self.entry)))
    }
}

/// Sets, moves or lifts the deadline.
pub struct DeadlineSheet {
    pub matter: MatterId,
}

impl DeadlineSheet {
    /// Returns the villages that are asked, in the order in which they are offered.
    fn asked(&self, app: &App) -> Vec<VillageId> {
        let path = matter(app, &self.matter).and_then(|it| it.path.as_ref());
        let villages = path.into_iter().flat_map(|path| &path.villages);
        villages.map(|it| it.village.clone()).collect()
    }
}

impl Sheet for DeadlineSheet {
    fn title(&self, app: &App) -> String {
        words::deadline_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let path = matter(app, &self.matter).and_then(|it| it.path.as_ref());
        let set = path.is_some_and(|path| !path.deadlines.is_empty());
        let by = path.and_then(|path| path.deadline());
        let by = by.map_or_else(String::new, |by| by.to_string());
        let why = Field::text("reason", words::reason(language), "", LINE);
        let names = self.asked(app).into_iter().map(|id| {
            let world = app.desk.as_ref().map(crate::desk::Desk::world);
            let name = world.map(|world| terms::village(language, world, Some(&id)));
            name.unwrap_or_default().to_owned()
        });
        let all = std::iter::once(words::deadline_all(language).to_owned());
        Form::new(
            words::take_confirm(language),
            vec![
                Field::figure("by", words::deadline_by(language), &by, DATE)
                    .hint(words::deadline_by_hint(language)),
                Field::choice(
                    "village",
                    words::deadline_village(language),
                    all.chain(names).collect(),
                    Some(0),
                )
                .hint(shared::choice_hint(language)),
                if set { why.required() } else { why },
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (0, Some(desk)) = (field, &app.desk) {
            let hint = words::deadline_by_hint(app.language);
            day_hint(app.language, form, 0, desk.today(), hint);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let Some(desk) = &app.desk else {
            return Vec::new();
        };
        let typed = day_if_any(app.language, form, 0, desk.today());
        let rests = typed.ok().flatten();
        let rest = BoardRules::of(desk.world()).rest;
        let rests = rests.filter(|day| rest.rests(*day));
        let said = rests.map(|day| words::deadline_rest_day(app.language, day.to_string()));
        said.into_iter().map(|said| (Role::Warn, said)).collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let today = desk(app)?.today();
        let village = form.chosen(1).and_then(|at| at.checked_sub(1));
        let village = village.and_then(|at| self.asked(app).into_iter().nth(at));
        let command = path(Command::SetDeadline {
            matter: self.matter.clone(),
            village,
            by: day_if_any(language, form, 0, today)?,
            on: today,
            reason: line_if_any(language, form, 2)?,
        });
        judged(app, command, |refusal| match refusal {
            Refusal::Matter(of_matter::Refused::Path(Refused::WantsReason)) => 2,
            _ => 0,
        })
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Path(self.matter.clone(), OfPath::Deadline))
    }
}

/// Asks a village that was not asked.
pub struct VillageSheet {
    pub matter: MatterId,
}

/// The field of what a village bears that is asked as well.
const SHARE: usize = 2;

impl VillageSheet {
    fn costs(&self, app: &App) -> bool {
        matter(app, &self.matter).is_some_and(|it| it.money().is_some())
    }

    fn villages(&self, app: &App) -> Vec<(VillageId, Unasked)> {
        let found = app.desk.as_ref().and_then(|desk| {
            let matter = matter(app, &self.matter)?;
            Some(unasked(desk.world(), matter, desk.today()))
        });
        found.unwrap_or_default()
    }
}

impl VillageSheet {
    /// Makes the follow-up by which a village is asked, where villages decide about the matter.
    fn follow_up(&self, app: &App, village: &VillageId) -> Result<Option<Task>, Fault> {
        let desk = desk(app)?;
        let Some(matter) = matter(app, &self.matter) else {
            return Ok(None);
        };
        let path = matter.path.as_ref();
        let Some(path) = path.filter(|path| path.template.decider().is_some()) else {
            return Ok(None);
        };
        let name = terms::village(app.language, desk.world(), Some(village));
        let title = matter.intake.title.as_str();
        let what = sequel::ask_task(app.language, name, title);
        let what: String = what.chars().take(LINE).collect();
        let what = Line::new(&what);
        let what = what.map_err(|wrong| Fault::at(0, text_fault(app.language, wrong)))?;
        Ok(Some(Task {
            matter: Some(matter.id.clone()),
            village: Some(village.clone()),
            due: path.deadline().filter(|by| *by >= desk.today()),
            ..Task::new(desk.new_id(), what, desk.today())
        }))
    }
}

impl Sheet for VillageSheet {
    fn title(&self, app: &App) -> String {
        words::village_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let villages = self.villages(app);
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        let names = villages.iter().map(|(id, why)| {
            let name = world.map(|world| paths::unasked(language, world, id, *why));
            name.unwrap_or_default()
        });
        let only = (villages.len() == 1).then_some(0);
        let which = words::village_which(language);
        let which = Field::choice("village", which, names.collect(), only).required();
        let mut fields = vec![which, reason(app)];
        if self.costs(app) {
            let share = Field::figure("amount", words::share_amount(language), "", DATE);
            fields.push(share.hint(words::village_share_hint(language)));
        }
        Form::new(words::take_confirm(language), fields)
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let chosen = form.chosen(0);
        let village = chosen.and_then(|at| self.villages(app).into_iter().nth(at));
        let follows = matter(app, &self.matter).and_then(asked_after_all);
        let (Some(desk), Some((village, _)), Some(follows)) = (&app.desk, village, follows) else {
            return Vec::new();
        };
        let name = terms::village(language, desk.world(), Some(&village));
        let mut said = paths::asked_after_all(language, name, follows);
        if follows.carried.is_some() {
            let screen = scope_name(language, Scope::Live);
            said.push(path_village::anew(language, screen, key_of("live.earlier")));
        }
        let warns = follows.others_wait || !follows.decides;
        let role = if warns { Role::Warn } else { Role::Normal };
        said.into_iter().map(|words| (role, words)).collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let typed = Some(form.text(SHARE)).filter(|it| self.costs(app) && !it.trim().is_empty());
        let wrong = || Fault::at(SHARE, words::share_wrong(language));
        let share = typed.map(|it| fen(&it).ok_or_else(wrong)).transpose()?;
        let village = form.chosen(0);
        let village = village.and_then(|at| self.villages(app).into_iter().nth(at));
        let village = village.map(|(id, _)| id);
        let village = village.ok_or_else(|| missing(language, 0))?;
        let command = path(Command::AddVillage {
            matter: self.matter.clone(),
            follow_up: self.follow_up(app, &village)?.map(Box::new),
            village,
            share,
            on: desk(app)?.today(),
            reason: line(language, form, 1)?,
        });
        judged(app, command, |refusal| match refusal {
            Refusal::Matter(of_matter::Refused::Path(Refused::MoreThanTheWhole { .. })) => SHARE,
            _ => 0,
        })
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Path(self.matter.clone(), OfPath::Village))
    }
}

/// Changes what a village contributes.
pub struct ContributionSheet {
    pub matter: MatterId,
    pub village: VillageId,
}

/// Reads an amount of yuan, with at most two digits of fen.
fn fen(typed: &str) -> Option<Fen> {
    let typed = fold_text(typed);
    let typed = typed.trim();
    let (yuan, fen) = typed.split_once('.').unwrap_or((typed, ""));
    let digits = |text: &str| text.bytes().all(|it| it.is_ascii_digit());
    if yuan.is_empty() || !digits(yuan) || !digits(fen) {
        return None;
    }
    let fen: u64 = match fen.len() {
        0 => 0,
        1 => fen.parse::<u64>().ok()?.checked_mul(10)?,
        2 => fen.parse().ok()?,
        _ => return None,
    };
    let yuan: u64 = yuan.parse().ok()?;
    Some(Fen(yuan.checked_mul(100)?.checked_add(fen)?))
}

impl Sheet for ContributionSheet {
    fn title(&self, app: &App) -> String {
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        let name = world.map(|world| terms::village(app.language, world, Some(&self.village)));
        words::share_title(app.language, name.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let now = matter(app, &self.matter).map(|it| it.contribution_of(&self.village));
        let now = now.map_or_else(String::new, paths::yuan);
        let amount = Field::figure("amount", words::share_amount(language), &now, DATE);
        let fields = vec![amount.required(), reason(app)];
        Form::new(words::take_confirm(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let amount = fen(&form.text(0));
        let amount = amount.ok_or_else(|| Fault::at(0, words::share_wrong(language)))?;
        let command = path(Command::Contribute {
            matter: self.matter.clone(),
            village: self.village.clone(),
            amount,
            on: desk(app)?.today(),
            reason: line(language, form, 1)?,
        });
        judged(app, command, |_| 0)
    }

    fn place(&self) -> Option<Place> {
        let of = OfPath::Contribution(self.village.clone());
        Some(Place::Path(self.matter.clone(), of))
    }
}
