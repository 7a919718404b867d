//! The sheets of the live screen: a reason, a motion, a follow-up, times, how the record was signed.

use super::{desk, roll, seen, vote};
use crate::domain::Command;
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, PersonId, SessionId, VillageId};
use crate::domain::roster::roll::Exclusion;
use crate::domain::session::attendance::{Attendance, Excuse, Stay};
use crate::domain::session::{self, RollMark, Sealing};
use crate::domain::task::{self, Task, TaskState};
use crate::domain::text::Text;
use crate::domain::vote::{Choice, Effect, Motion, MotionState, Wording};
use crate::i18n::{live as words, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{
    Fault, Sheet, Submission, day_if_any, day_of, line_if_any, line_of, text_fault,
};
use crate::tui::widgets::form::{Field, Form};

/// The longest line a field takes.
const LINE: usize = 200;

/// A reason for which somebody is excused, in words.
pub struct ExcuseSheet;

impl Sheet for ExcuseSheet {
    fn title(&self, app: &App) -> String {
        let who = roll::selected(app)
            .ok()
            .map(|(_, world, attendee)| terms::person(app.language, world, &attendee.place.person));
        words::excuse_title(app.language, who.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        Form::new(
            words::record_row(language),
            vec![Field::text(words::reason(language), "", LINE).required()],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let reason = Excuse::Other(line_of(app.language, form, 0)?);
        let (session, _, attendee) =
            roll::selected(app).map_err(|why| Fault::at(0, app.reason(&why)))?;
        let at = desk(app)
            .map_err(|why| Fault::at(0, app.reason(&why)))?
            .minute();
        let mark = session::Command::Mark {
            id: session.id.clone(),
            person: attendee.place.person.clone(),
            mark: RollMark::Excused { reason },
            at,
        };
        Ok(Submission::Record(vec![Command::Session(mark)]))
    }

    fn place(&self) -> Option<String> {
        None
    }
}

/// Why somebody is not counted in 应到会.
pub struct ExclusionSheet;

impl Sheet for ExclusionSheet {
    fn title(&self, app: &App) -> String {
        words::exclusion_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let now = roll::selected(app)
            .ok()
            .and_then(|(_, _, attendee)| attendee.place.excluded);
        let mut options = vec![words::counted(language).to_owned()];
        options.extend(
            Exclusion::ALL
                .iter()
                .map(|reason| terms::exclusion(language, *reason).to_owned()),
        );
        let chosen = now
            .and_then(|now| Exclusion::ALL.iter().position(|reason| *reason == now))
            .map_or(0, |at| at + 1);
        Form::new(
            words::record_row(language),
            vec![
                Field::choice(words::reason(language), options, Some(chosen))
                    .hint(words::exclusion_hint(language)),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let (session, _, attendee) =
            roll::selected(app).map_err(|why| Fault::at(0, app.reason(&why)))?;
        let reason = form
            .chosen(0)
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| Exclusion::ALL.get(at))
            .copied();
        let exclude = session::Command::Exclude {
            id: session.id.clone(),
            person: attendee.place.person.clone(),
            reason,
        };
        Ok(Submission::Record(vec![Command::Session(exclude)]))
    }

    fn place(&self) -> Option<String> {
        None
    }
}

/// When somebody was there: mended freely until 散会.
pub struct StaysSheet;

impl Sheet for StaysSheet {
    fn title(&self, app: &App) -> String {
        words::stays_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let stays = roll::selected(app)
            .map(|(_, _, attendee)| stays_of(&attendee.attendance))
            .unwrap_or_default();
        let mut fields = Vec::new();
        for stay in &stays {
            fields.push(Field::text(words::came(language), &stay.from.clock(), 8).required());
            let to = stay.to.map(Minute::clock).unwrap_or_default();
            fields.push(Field::text(words::went(language), &to, 8));
        }
        Form::new(words::record_row(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let (session, _, attendee) =
            roll::selected(app).map_err(|why| Fault::at(0, app.reason(&why)))?;
        let read = |field: usize| {
            Minute::typed(&form.text(field), session.date)
                .ok_or_else(|| Fault::at(field, words::not_a_time(language, form.text(field))))
        };
        let mut stays = Vec::new();
        for place in 0..stays_of(&attendee.attendance).len() {
            let to = if form.text(place * 2 + 1).trim().is_empty() {
                None
            } else {
                Some(read(place * 2 + 1)?)
            };
            stays.push(Stay {
                from: read(place * 2)?,
                to,
            });
        }
        let mend = session::Command::MendStays {
            id: session.id.clone(),
            person: attendee.place.person.clone(),
            stays,
        };
        Ok(Submission::Record(vec![Command::Session(mend)]))
    }

    fn place(&self) -> Option<String> {
        None
    }
}

fn stays_of(attendance: &Attendance) -> Vec<Stay> {
    match attendance {
        Attendance::Attended { stays } => stays.clone(),
        Attendance::Unmarked | Attendance::Excused { .. } | Attendance::Absent => Vec::new(),
    }
}

/// Why somebody withdraws from a vote.
pub struct RecusalSheet {
    /// The motion.
    pub motion: MotionId,
    /// Who.
    pub person: PersonId,
}

impl Sheet for RecusalSheet {
    fn title(&self, app: &App) -> String {
        let who = app
            .desk
            .as_ref()
            .map(|desk| terms::person(app.language, desk.world(), &self.person));
        words::recusal_title(app.language, who.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let reason = Field::text(
            words::reason(language),
            words::recusal_reason(language),
            LINE,
        )
        .required();
        Form::new(words::record_row(language), vec![reason])
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let take = crate::domain::vote::Command::Take {
            motion: self.motion.clone(),
            person: self.person.clone(),
            choice: Choice::Recused {
                reason: line_of(app.language, form, 0)?,
            },
        };
        Ok(Submission::Then(
            vec![Command::Vote(take)],
            Box::new(roll::next),
        ))
    }

    fn place(&self) -> Option<String> {
        Some(format!("recusal:{}:{}", self.motion, self.person))
    }
}

/// A motion: its wording, the villages it concerns, what a vote for it brings about.
#[derive(Default)]
pub struct MotionSheet {
    /// The motion that is worded anew; a new one where absent.
    pub motion: Option<MotionId>,
}

impl MotionSheet {
    fn known<'a>(&self, app: &'a App) -> Option<&'a Motion> {
        let world = app.desk.as_ref()?.world();
        self.motion
            .as_ref()
            .and_then(|motion| world.motion(motion).ok())
    }
}

impl Sheet for MotionSheet {
    fn title(&self, app: &App) -> String {
        match &self.motion {
            None => words::motion_title(app.language),
            Some(_) => words::reword_title(app.language),
        }
        .to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let known = self.known(app);
        let item = seen(app)
            .ok()
            .and_then(|(state, _, world)| state.item(world));
        let concerned: Vec<VillageId> = known
            .map(|motion| motion.villages.clone())
            .or_else(|| item.map(|item| item.villages.clone()))
            .unwrap_or_default();
        let villages = app
            .desk
            .as_ref()
            .map(|desk| desk.world().villages_in_order())
            .unwrap_or_default();
        let marked: Vec<usize> = villages
            .iter()
            .enumerate()
            .filter(|(_, village)| concerned.contains(&village.id))
            .map(|(at, _)| at)
            .collect();
        let names = villages
            .iter()
            .map(|village| village.name.to_string())
            .collect();
        let effect = usize::from(known.is_some_and(|motion| motion.effect == Effect::Proposes));
        let effects = [Effect::Decides, Effect::Proposes]
            .map(|effect| terms::effect(language, effect).to_owned());
        let wording = known.map_or("", |motion| motion.wording());
        Form::new(
            words::record_row(language),
            vec![
                Field::lines(words::wording(language), wording, 2_000, 4)
                    .required()
                    .hint(words::wording_hint(language)),
                Field::choice(words::effect(language), effects.to_vec(), Some(effect))
                    .hint(words::effect_hint(language)),
                Field::many(words::concerned(language), names, &marked)
                    .hint(words::concerned_hint(language)),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let (state, session, world) = seen(app).map_err(fault)?;
        let desk = desk(app).map_err(fault)?;
        let text = Text::new(&form.text(0))
            .map_err(|wrong| Fault::at(0, text_fault(app.language, wrong)))?;
        let wording = Wording {
            at: desk.minute(),
            text,
        };
        let effect = if form.chosen(1) == Some(1) {
            Effect::Proposes
        } else {
            Effect::Decides
        };
        let order = world.villages_in_order();
        let villages: Vec<VillageId> = form
            .marked(2)
            .into_iter()
            .filter_map(|at| order.get(at))
            .map(|village| village.id.clone())
            .collect();
        let commands = match &self.motion {
            Some(motion) => vec![
                crate::domain::vote::Command::Reword {
                    motion: motion.clone(),
                    wording,
                },
                crate::domain::vote::Command::Frame {
                    motion: motion.clone(),
                    villages,
                    effect,
                },
            ],
            None => vec![crate::domain::vote::Command::Draft(Motion {
                id: desk.new_id(),
                session: session.id.clone(),
                item: state
                    .item(world)
                    .ok_or_else(|| Fault::at(0, words::no_item(app.language)))?
                    .id
                    .clone(),
                number: 1,
                wordings: vec![wording],
                mover: None,
                seconder: None,
                villages,
                effect,
                state: MotionState::Drafted,
            })],
        };
        let then = |app: &mut App| super::show(app, super::Panel::Vote);
        Ok(Submission::Then(
            commands.into_iter().map(Command::Vote).collect(),
            Box::new(then),
        ))
    }

    fn place(&self) -> Option<String> {
        Some(match &self.motion {
            Some(motion) => format!("motion:{motion}"),
            None => "motion:new".to_owned(),
        })
    }
}

/// A follow-up of the item looked at.
pub struct TaskSheet;

impl Sheet for TaskSheet {
    fn title(&self, app: &App) -> String {
        words::task_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let (people, villages) = names(app);
        let decided = seen(app)
            .ok()
            .and_then(|(state, _, world)| vote::motion(state, world))
            .map_or("", |motion| motion.wording());
        let what: String = decided
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(LINE)
            .collect();
        Form::new(
            words::record_row(language),
            vec![
                Field::text(words::what(language), &what, LINE).required(),
                Field::choice(
                    words::who(language),
                    people.into_iter().map(|(_, name)| name).collect(),
                    None,
                )
                .hint(words::who_hint(language)),
                Field::choice(
                    words::village(language),
                    villages.into_iter().map(|(_, name)| name).collect(),
                    Some(0),
                ),
                Field::text(words::by_when(language), "", 20).hint(words::by_when_hint(language)),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let (state, session, world) = seen(app).map_err(fault)?;
        let desk = desk(app).map_err(fault)?;
        let (people, villages) = names(app);
        let task = Task {
            id: desk.new_id(),
            session: Some(session.id.clone()),
            item: state.item(world).map(|item| item.id.clone()),
            what: line_of(app.language, form, 0)?,
            owner: form
                .chosen(1)
                .and_then(|at| people.into_iter().nth(at))
                .map(|(id, _)| id),
            village: form
                .chosen(2)
                .and_then(|at| villages.into_iter().nth(at))
                .and_then(|(id, _)| id),
            due: day_if_any(app.language, form, 3, session.date)?,
            entered: desk.today(),
            state: TaskState::Open,
            history: Vec::new(),
        };
        Ok(Submission::Record(vec![Command::Task(task::Command::Put(
            task,
        ))]))
    }

    fn place(&self) -> Option<String> {
        Some("task:new".to_owned())
    }
}

/// A person and a village of a choice, by id and name; no village means the whole area.
type Names = (Vec<(PersonId, String)>, Vec<(Option<VillageId>, String)>);

fn names(app: &App) -> Names {
    let Ok((_, session, world)) = seen(app) else {
        return Names::default();
    };
    let people = session
        .roll
        .iter()
        .filter_map(|attendee| world.person(&attendee.place.person).ok())
        .map(|person| (person.id.clone(), person.name.to_string()))
        .collect();
    let mut villages = vec![(None, words::area_wide(app.language).to_owned())];
    villages.extend(
        world
            .villages_in_order()
            .into_iter()
            .map(|village| (Some(village.id.clone()), village.name.to_string())),
    );
    (people, villages)
}

/// How the printed record was signed.
pub struct SealSheet;

impl Sheet for SealSheet {
    fn title(&self, app: &App) -> String {
        words::seal_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let signers = seen(app).ok().map(|(_, session, world)| {
            signers(
                app,
                session.chair.as_ref(),
                session.recorder.as_ref(),
                world,
            )
        });
        let today = app
            .desk
            .as_ref()
            .map(|desk| desk.today().to_string())
            .unwrap_or_default();
        Form::new(
            words::seal_row(language),
            vec![
                Field::text(
                    words::signed_by(language),
                    &signers.unwrap_or_default(),
                    LINE,
                )
                .required(),
                Field::text(words::signed_on(language), &today, 20).required(),
                Field::text(words::paper_lies(language), "", LINE)
                    .required()
                    .hint(words::seal_hint(language)),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let (_, session, _) = seen(app).map_err(fault)?;
        let today = desk(app).map_err(fault)?.today();
        let sealing = Sealing {
            by: line_of(app.language, form, 0)?,
            on: signing_day(app, form, today)?,
            paper: line_of(app.language, form, 2)?,
        };
        let id: SessionId = session.id.clone();
        let seal = Command::Session(session::Command::Seal { id, sealing });
        Ok(Submission::Then(
            vec![seal],
            Box::new(|app| {
                app.back();
                let said = words::sealed(app.language);
                app.say(crate::tui::theme::Role::Good, said);
            }),
        ))
    }

    fn place(&self) -> Option<String> {
        Some("seal".to_owned())
    }
}

/// A record is signed today or on a day gone by.
fn signing_day(
    app: &App,
    form: &Form,
    today: chrono::NaiveDate,
) -> Result<chrono::NaiveDate, Fault> {
    let day = day_of(app.language, form, 1, today)?;
    if day > today {
        Err(Fault::at(1, words::signed_later(app.language)))
    } else {
        Ok(day)
    }
}

fn signers(
    app: &App,
    chair: Option<&PersonId>,
    recorder: Option<&PersonId>,
    world: &crate::domain::World,
) -> String {
    let mut names: Vec<&str> = Vec::new();
    for person in chair.into_iter().chain(recorder) {
        let name = terms::person(app.language, world, person);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    terms::list(app.language, names)
}

/// A correction of a voice that was announced: by whom and why; the old value is kept.
pub struct CorrectionSheet {
    /// The motion.
    pub motion: MotionId,
    /// Whose voice.
    pub person: PersonId,
}

/// The choices a correction may put in, in the order they are offered.
const CHOICES: [Choice; 4] = [
    Choice::For,
    Choice::Against,
    Choice::Abstain,
    Choice::NotVoting,
];

impl Sheet for CorrectionSheet {
    fn title(&self, app: &App) -> String {
        let who = app
            .desk
            .as_ref()
            .map(|desk| terms::person(app.language, desk.world(), &self.person));
        words::correction_title(app.language, who.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let options = CHOICES
            .iter()
            .map(|choice| terms::choice(language, choice).to_owned())
            .collect();
        Form::new(
            words::record_row(language),
            vec![
                Field::choice(words::should_be(language), options, None)
                    .required()
                    .hint(words::correction_hint(language)),
                Field::text(words::corrected_by(language), "", LINE).required(),
                Field::text(words::reason(language), "", LINE).required(),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let (_, session, _) = seen(app).map_err(fault)?;
        let desk = desk(app).map_err(fault)?;
        let to = form.chosen(0).and_then(|at| CHOICES.get(at)).cloned();
        let command = session::correction::Command {
            id: desk.new_id(),
            session: session.id.clone(),
            wanted: session::correction::Wanted::Voice {
                motion: self.motion.clone(),
                person: self.person.clone(),
                to: to.ok_or_else(|| Fault::at(0, ui::field_missing(app.language)))?,
            },
            by: line_of(app.language, form, 1)?,
            at: desk.minute(),
            reason: line_of(app.language, form, 2)?,
        };
        Ok(Submission::Record(vec![Command::Correct(command)]))
    }

    fn place(&self) -> Option<String> {
        Some(format!("correction:{}:{}", self.motion, self.person))
    }
}

/// When the session was opened or closed, once it is frozen: a correction with a reason.
pub struct TimesSheet;

impl Sheet for TimesSheet {
    fn title(&self, app: &App) -> String {
        words::times_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let session = seen(app).ok().map(|(_, session, _)| session);
        let clock = |minute: Option<Minute>| minute.map(Minute::clock).unwrap_or_default();
        let frozen = session.is_some_and(|session| session.closed.is_some());
        let mut fields = vec![
            Field::text(
                words::opened_at(language),
                &clock(session.and_then(|session| session.opened)),
                8,
            )
            .required(),
        ];
        if frozen {
            fields.push(
                Field::text(
                    words::closed_at(language),
                    &clock(session.and_then(|session| session.closed)),
                    8,
                )
                .required(),
            );
            fields.push(Field::text(words::corrected_by(language), "", LINE).required());
            fields.push(Field::text(words::reason(language), "", LINE).required());
        }
        Form::new(words::record_row(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        use session::correction::Wanted;
        let fault = |why| Fault::at(0, app.reason(&why));
        let (_, session, _) = seen(app).map_err(fault)?;
        let desk = desk(app).map_err(fault)?;
        let read = |field: usize| {
            Minute::typed(&form.text(field), session.date)
                .ok_or_else(|| Fault::at(field, words::not_a_time(app.language, form.text(field))))
        };
        let opened = read(0)?;
        if session.closed.is_none() {
            let mend = session::Command::MendOpening {
                id: session.id.clone(),
                at: opened,
            };
            return Ok(Submission::Record(vec![Command::Session(mend)]));
        }
        let closed = read(1)?;
        let (by, reason) = (
            line_of(app.language, form, 2)?,
            line_of(app.language, form, 3)?,
        );
        let correct = |wanted| {
            Command::Correct(session::correction::Command {
                id: desk.new_id(),
                session: session.id.clone(),
                wanted,
                by: by.clone(),
                at: desk.minute(),
                reason: reason.clone(),
            })
        };
        let mut commands = Vec::new();
        if session.opened != Some(opened) {
            commands.push(correct(Wanted::Opened(opened)));
        }
        if session.closed != Some(closed) {
            commands.push(correct(Wanted::Closed(closed)));
        }
        Ok(Submission::Record(commands))
    }

    fn place(&self) -> Option<String> {
        None
    }
}

/// Why a motion is taken back.
pub struct WithdrawSheet {
    /// The motion.
    pub motion: MotionId,
}

impl Sheet for WithdrawSheet {
    fn title(&self, app: &App) -> String {
        words::withdraw_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        Form::new(
            words::record_row(app.language),
            vec![Field::text(words::reason(app.language), "", LINE)],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let reason = line_if_any(app.language, form, 0)?;
        let withdraw = crate::domain::vote::Command::Withdraw {
            motion: self.motion.clone(),
            reason,
        };
        Ok(Submission::Record(vec![Command::Vote(withdraw)]))
    }

    fn place(&self) -> Option<String> {
        None
    }
}
