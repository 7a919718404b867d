//! What stands on a ballot, as a sheet asks it: seats and contenders, who watches and who counts.

use super::super::seen;
use crate::desk::place::{OfMotion, Place};
use crate::domain::Command;
use crate::domain::World;
use crate::domain::ids::{MotionId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rule::{Question, Rule};
use crate::domain::text::Line;
use crate::domain::vote;
use crate::domain::vote::slate::{
    Contender, Refused, Slate, Tellers, contender, may_tell, on_ballot,
};
use crate::i18n::{live, refusals, slate as words, slates, terms};
use crate::tui::alike;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, text_fault};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// The most contenders a ballot takes.
const MOST: usize = 60;

/// The longest number a field takes.
const DIGITS: usize = 2;

/// Returns the fields of seats and contenders, in that order; one of several has one seat.
pub fn fields(app: &App, rule: &Rule, known: Option<&Slate>) -> [Field; 2] {
    let language = app.language;
    let seats = known.map_or(1, |slate| slate.seats).to_string();
    let names = known.map(|slate| {
        let names = slate.contenders.iter().map(|it| it.name.as_str());
        names.collect::<Vec<&str>>().join("\n")
    });
    let people = vote::slate::chooses_people(rule);
    let (label, hint) = match people {
        true => (words::people(language), words::people_hint(language)),
        false => (words::options(language), words::options_hint(language)),
    };
    [
        Field::figure("seats", words::seats(language), &seats, DIGITS)
            .hint(words::seats_hint(language)),
        Field::lines("contenders", label, &names.unwrap_or_default(), 2_000, 5).hint(hint),
    ]
}

fn lines(form: &Form, field: usize) -> Vec<String> {
    let text = form.text(field);
    let lines = text.lines().map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Reads seats and contenders off a sheet.
///
/// # Errors
/// The field that will not do: a name of several people, two that are alike, too many.
pub fn read(
    app: &App,
    world: &World,
    rule: &Rule,
    form: &Form,
    (seats, names): (usize, usize),
) -> Result<(u32, Vec<Contender>), Fault> {
    let language = app.language;
    let people = vote::slate::chooses_people(rule);
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    let seats = match people {
        false => 1,
        true => {
            let number = form.text(seats).trim().parse::<u32>().ok();
            let number = number.filter(|number| (1..=most).contains(number));
            number.ok_or_else(|| Fault::at(seats, words::too_many_seats(language, most)))?
        }
    };
    let typed = lines(form, names);
    if typed.len() > MOST {
        return Err(Fault::at(names, words::too_many_lines(language, MOST)));
    }
    let contenders = typed.iter().map(|name| {
        let name =
            Line::new(name).map_err(|wrong| Fault::at(names, text_fault(language, wrong)))?;
        if !people {
            return Ok(Contender { name, person: None });
        }
        contender(world, &name)
            // Who reads this is on the sheet that puts it right already.
            .map_err(|refusal| Fault::at(names, refusals::refusal(language, world, &refusal)))
    });
    let contenders: Vec<Contender> = contenders.collect::<Result<_, Fault>>()?;
    let twice = contenders.iter().enumerate().find(|(at, it)| {
        let mut before = contenders.iter().take(*at);
        before.any(|other| {
            other.name.key() == it.name.key() || it.person.is_some() && other.person == it.person
        })
    });
    if let Some((_, it)) = twice {
        let name = it.name.clone();
        let refusal = Refusal::Slate(Refused::ContenderTwice { name, people });
        return Err(Fault::at(
            names,
            refusals::refusal(language, world, &refusal),
        ));
    }
    Ok((seats, contenders))
}

/// Says below the sheet what the rule demands, and in which order the ballot has the names.
pub fn preview(
    app: &App,
    rule: &Rule,
    form: &Form,
    (seats, names): (usize, usize),
) -> Vec<(Role, String)> {
    let language = app.language;
    let typed = lines(form, names);
    let number = match rule.question {
        Question::Seats { .. } => form.text(seats).trim().parse::<u32>().unwrap_or(1),
        _ => 1,
    };
    let demanded = vote::slate::demanded(rule.question, number);
    let have = u32::try_from(typed.len()).unwrap_or(u32::MAX);
    let fits = have >= demanded.least && demanded.most.is_none_or(|most| have <= most);
    let role = if fits { Role::Good } else { Role::Warn };
    let mut said = vec![(
        role,
        slates::demand(language, rule.question, number, typed.len()),
    )];
    let lines: Vec<Line> = (typed.iter().filter_map(|name| Line::new(name).ok())).collect();
    // In what is to be done letters and characters stand side by side; that is no name of two scripts.
    let people = vote::slate::chooses_people(rule);
    for (at, name) in lines.iter().enumerate() {
        let before = lines.iter().take(at);
        said.extend(match people {
            true => alike::warn(language, name.as_str(), before),
            false => alike::warn_of_option(language, name, before),
        });
    }
    let contenders = lines.into_iter();
    let mut slate = Slate {
        contenders: contenders
            .map(|name| Contender { name, person: None })
            .collect(),
        ..Slate::default()
    };
    if people {
        slate.in_stroke_order();
    }
    if !slate.contenders.is_empty() {
        said.push((Role::Muted, slates::contenders(language, people, &slate)));
    }
    said
}

/// Who watches the count of a motion and who counts.
pub struct TellersSheet {
    /// The motion.
    pub motion: MotionId,
}

impl TellersSheet {
    fn fit(&self, app: &App) -> Vec<PersonId> {
        let Ok((_, session, world)) = seen(app) else {
            return Vec::new();
        };
        let motion = world.motion(&self.motion);
        motion.map_or_else(|_| Vec::new(), |motion| may_tell(world, session, motion))
    }

    fn known(&self, app: &App) -> Tellers {
        let known = seen(app).ok().and_then(|(_, _, world)| {
            let motion = world.motion(&self.motion).ok()?;
            Some(on_ballot(motion)?.tellers)
        });
        known.unwrap_or_default()
    }
}

impl Sheet for TellersSheet {
    fn title(&self, app: &App) -> String {
        words::tellers_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let (fit, known) = (self.fit(app), self.known(app));
        let world = app.desk.as_ref().map(|desk| desk.world());
        let name = |person: &PersonId| {
            let name = world.map(|world| terms::person(language, world, person).to_owned());
            name.unwrap_or_default()
        };
        let names: Vec<String> = fit.iter().map(name).collect();
        let marked = |of: &[PersonId]| -> Vec<usize> {
            let all = fit.iter().enumerate();
            all.filter(|(_, person)| of.contains(person))
                .map(|(at, _)| at)
                .collect()
        };
        let (watching, counting) = (marked(&known.watching), marked(&known.counting));
        Form::new(
            live::record_row(language),
            vec![
                Field::many(
                    "watching",
                    words::watching(language),
                    names.clone(),
                    &watching,
                )
                .required()
                .hint(words::watching_hint(language)),
                Field::many("counting", words::counting(language), names, &counting)
                    .required()
                    .hint(words::counting_hint(language)),
            ],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fit = self.fit(app);
        let named = |field: usize| -> Vec<PersonId> {
            let marked = form.marked(field).into_iter();
            marked.filter_map(|at| fit.get(at).cloned()).collect()
        };
        let tellers = Tellers {
            watching: named(0),
            counting: named(1),
        };
        Ok(Submission::Record(vec![Command::Vote(
            vote::Command::NameTellers {
                motion: self.motion.clone(),
                tellers,
            },
        )]))
    }

    fn field_of(&self, refusal: &Refusal) -> Option<usize> {
        let twice = matches!(refusal, Refusal::Slate(Refused::TellerTwice { .. }));
        twice.then_some(1)
    }

    fn place(&self) -> Option<Place> {
        None
    }
}

/// A name that was written in on a paper.
pub struct WriteInSheet {
    place: Option<Place>,
}

impl WriteInSheet {
    /// Makes the sheet of the papers that are counted.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let motion = super::super::secret::open(app).map(|count| count.motion.id.clone());
        let motion = motion.ok();
        Self {
            place: motion.map(|motion| Place::Motion(motion, OfMotion::WriteIn)),
        }
    }
}

impl Sheet for WriteInSheet {
    fn title(&self, app: &App) -> String {
        words::written_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let name = Field::text("name", words::written_name(language), "", super::LINE);
        Form::new(
            live::record_row(language),
            vec![name.required().hint(words::written_hint(language))],
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let name = crate::tui::dialog::line_of(app.language, form, 0)?;
        super::super::urn::can_write_in(app, &name)
            .map_err(|why| Fault::at(0, app.reason(&why)))?;
        Ok(Submission::Do(Box::new(move |app| {
            super::super::urn::write_in(app, name);
            true
        })))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }
}
