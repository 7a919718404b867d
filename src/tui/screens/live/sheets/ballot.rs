//! The sheets of motions: a wording, a withdrawal.

use super::super::paper::moment;
use super::super::{Panel, beside, desk, hands, recusals, seen, show};
use super::{LINE, contenders, looked_at};
use crate::desk::place::{InSession, OfMotion, Place};
use crate::domain::Command;
use crate::domain::ids::{MotionId, VillageId};
use crate::domain::matter::Intake;
use crate::domain::matter::gate::{gate, joint_rule};
use crate::domain::roster::gone::still;
use crate::domain::rule::{Consent, Question, Rule, joint_default};
use crate::domain::session::agenda::{Item, VotedBefore};
use crate::domain::session::recusal::Matter;
use crate::domain::text::Text;
use crate::domain::vote::slate::Slate;
use crate::domain::vote::{Effect, Motion, MotionState, Wording};
use crate::i18n::{
    ballots as papers, gates, live as words, matter_gate as gate_words, recusal, slates, terms,
};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any, text_fault};
use crate::tui::screens::choices::villages_to_name;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// The fields of seats and contenders, where the rule asks for them.
const ON_BALLOT: (usize, usize) = (1, 2);

/// The field of what a vote for it brings about, where the rule asks for and against.
const EFFECT: usize = 1;

/// The field of the parts somebody withdrew from, where somebody did; it stands after all others.
const OF_PARTS: usize = 3;

/// A motion: its wording, then who or what stands on its ballot, or the villages it concerns and what
/// a vote for it brings about.
pub struct MotionSheet {
    /// The motion that is worded anew; a new one where absent.
    pub motion: Option<MotionId>,
    place: Option<Place>,
}

impl MotionSheet {
    /// Makes the sheet of a motion, or of a new one to the item looked at.
    #[must_use]
    pub fn new(app: &App, motion: Option<MotionId>) -> Self {
        let place = match &motion {
            Some(motion) => Some(Place::Motion(motion.clone(), OfMotion::Wording)),
            None => looked_at(app)
                .map(|(session, item)| Place::Live(session, InSession::NewMotion(item))),
        };
        Self { motion, place }
    }

    fn known<'a>(&self, app: &'a App) -> Option<&'a Motion> {
        let world = app.desk.as_ref()?.world();
        self.motion
            .as_ref()
            .and_then(|motion| world.motion(motion).ok())
    }

    /// Returns the rule that asks for more than for and against, where the motion is judged by such a one.
    fn of_several(&self, app: &App) -> Option<Rule> {
        let rule = self.judging(app);
        rule.filter(|rule| rule.question != Question::YesNo)
    }

    /// Returns the rule the motion is judged by.
    fn judging(&self, app: &App) -> Option<Rule> {
        let (state, session, world) = seen(app).ok()?;
        match &self.motion {
            Some(motion) => hands::rule_of(world, motion),
            None => {
                let rule = state.item(world)?.kind.rule()?;
                world.rule_on(rule, session.date).ok()
            }
        }
    }

    /// Says how many votes those had whom the election did not take whose open seats it is to fill.
    fn not_taken(&self, app: &App) -> Option<String> {
        let (_, _, world) = seen(app).ok()?;
        let of = self.known(app)?.refills.as_ref()?;
        slates::not_taken(app.language, world.motion(&of.motion).ok()?)
    }

    /// Returns the item it is put to.
    fn item<'a>(&self, app: &'a App) -> Option<&'a Item> {
        let (state, _, world) = seen(app).ok()?;
        match self.known(app) {
            Some(motion) => world.item(&motion.item).ok(),
            None => state.item(world),
        }
    }

    /// Returns the motion that a session before put off, or left with a vote that is owed.
    fn before<'a>(&self, app: &'a App) -> Option<VotedBefore<'a>> {
        self.item(app)?.voted_last()
    }

    /// Returns the answers of the matter its item deals with, where it deals with one.
    fn intake<'a>(&self, app: &'a App) -> Option<&'a Intake> {
        let (_, _, world) = seen(app).ok()?;
        let matter = world.matter(self.item(app)?.matter.as_ref()?).ok()?;
        Some(&matter.intake)
    }

    /// Returns the villages it is proposed to concern, or concerns already. Of those proposed, the ones that left
    /// by the day of the session are left out.
    fn concerned(&self, app: &App) -> Vec<VillageId> {
        let Ok((_, session, world)) = seen(app) else {
            return Vec::new();
        };
        if let Some(motion) = self.known(app) {
            return motion.villages.clone();
        }
        let of_item = self.item(app).map(|item| item.villages.as_slice());
        let of_matter = self.intake(app).map(|intake| intake.villages.as_slice());
        let proposed = self
            .before(app)
            .map(|it| it.villages)
            .or(of_item.filter(|villages| !villages.is_empty()))
            .or(of_matter)
            .unwrap_or_default();
        still(world, proposed, session.date)
    }

    /// Returns the villages that may be chosen: those of the day of the session, and those it concerns.
    fn villages(&self, app: &App) -> Vec<(VillageId, String)> {
        let Ok((_, session, world)) = seen(app) else {
            return Vec::new();
        };
        let concerned = self.concerned(app);
        villages_to_name(app.language, world, session.date, |id| {
            concerned.contains(id)
        })
    }

    /// Returns the field that asks of which parts somebody withdrew from the motion is. One that is new is
    /// proposed for all of them: they last, so it is of what is spoken of now.
    fn of_parts(&self, app: &App) -> Option<Field> {
        let language = app.language;
        let (item, (_, _, world)) = self.item(app).zip(seen(app).ok())?;
        let parts = recusals::parts(app, &item.id);
        let marked = parts.iter().enumerate().filter(|(_, (_, recused))| {
            let mut of = recused.iter();
            of.any(|it| match (&it.of, &self.motion) {
                (Matter::Part { motions, .. }, Some(motion)) => motions.contains(motion),
                _ => true,
            })
        });
        let marked: Vec<usize> = marked.map(|(at, _)| at).collect();
        let rows = parts.iter().map(|(part, recused)| {
            let people = recused
                .iter()
                .map(|it| terms::person(language, world, &it.person));
            recusal::of_parts_row(language, part.as_str(), terms::list(language, people))
        });
        let rows: Vec<String> = rows.collect();
        (!rows.is_empty()).then(|| {
            Field::many("of_parts", recusal::of_parts(language), rows, &marked)
                .hint(recusal::of_parts_hint(language))
        })
    }

    fn form_of_several(&self, app: &App, rule: &Rule) -> Form {
        let language = app.language;
        let known = self.known(app);
        let before = self.before(app).map_or("", |it| it.wording.as_str());
        let wording = known.map_or(before, |motion| motion.wording());
        // Of a vote that is owed those stand who are voted on again.
        let owed = self.item(app).and_then(|item| item.owes.last());
        let slate = match known {
            Some(motion) => motion.slate.as_ref(),
            None => owed.and_then(|owed| owed.slate.as_ref()),
        };
        let mut fields = vec![
            Field::lines("wording", words::wording(language), wording, 2_000, 2)
                .required()
                .hint(words::wording_hint(language)),
        ];
        fields.extend(contenders::fields(app, rule, slate));
        fields.extend(self.of_parts(app));
        let mut form = Form::new(words::record_row(language), fields);
        let people = matches!(rule.question, Question::Seats { .. });
        form.show(ON_BALLOT.0, people);
        form
    }
}

impl MotionSheet {
    /// Says why the effect is proposed that is: who must still decide the matter of the item, and by
    /// which rule the joint session votes on it.
    fn why(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let language = app.language;
        let by_rule = effect_by_rule(self.judging(app), effect_of(form));
        let by_rule = by_rule.map(|rule| {
            let name = terms::rule_name(language, &rule);
            (Role::Warn, words::effect_by_rule(language, name))
        });
        let mut said: Vec<(Role, String)> = by_rule.into_iter().collect();
        let Some((intake, (_, session, world))) = self.intake(app).zip(seen(app).ok()) else {
            return said;
        };
        let effect = effect_of(form);
        let role = match effect {
            Effect::Proposes => Role::Muted,
            Effect::Decides => Role::Warn,
        };
        let why = gates::why(language, &gate(intake), effect);
        said.extend(why.map(|why| (role, why)));
        let rule = self.item(app).and_then(|item| item.kind.rule());
        let rule = rule.and_then(|rule| world.rule_on(rule, session.date).ok());
        if let (Some(rule), Some(major)) = (rule, joint_rule(intake))
            && rule.id == joint_default().id
        {
            let major = terms::rule(language, world, &major);
            said.push((Role::Warn, gate_words::major_rule(language, major)));
        }
        said
    }
}

/// Returns the rule that makes a decision a proposal to the villages, whatever the sheet asks for.
fn effect_by_rule(rule: Option<Rule>, asked: Effect) -> Option<Rule> {
    let own_body = |rule: &Rule| matches!(rule.consent, Consent::OwnBody { .. });
    rule.filter(|rule| asked == Effect::Decides && own_body(rule))
}

/// Returns the effect a sheet asks for.
fn effect_of(form: &Form) -> Effect {
    match form.chosen(EFFECT) {
        Some(1) => Effect::Proposes,
        _ => Effect::Decides,
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

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        match self.of_several(app) {
            Some(rule) => {
                let mut said = contenders::preview(app, &rule, form, ON_BALLOT);
                said.extend(self.not_taken(app).map(|words| (Role::Muted, words)));
                said
            }
            None => self.why(app, form),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        if let Some(rule) = self.of_several(app) {
            return self.form_of_several(app, &rule);
        }
        let known = self.known(app);
        let intake = self.intake(app);
        // What was put off is put to the vote again as it was.
        let before = self.before(app);
        let concerned = self.concerned(app);
        let villages = self.villages(app);
        let marked: Vec<usize> = villages
            .iter()
            .enumerate()
            .filter(|(_, (village, _))| concerned.contains(village))
            .map(|(at, _)| at)
            .collect();
        let names = villages.into_iter().map(|(_, name)| name).collect();
        // What each village must decide for itself is only proposed to them.
        let asked = intake.is_some_and(|intake| gate(intake).asks_villages());
        let known_effect = known.map(|motion| motion.effect);
        let effect = known_effect.or(before.map(|it| it.effect));
        let proposes = effect.map_or(asked, |effect| effect == Effect::Proposes);
        let effect = usize::from(proposes);
        let effects = [Effect::Decides, Effect::Proposes]
            .map(|effect| terms::effect(language, effect).to_owned());
        let before = before.map_or("", |it| it.wording.as_str());
        let wording = known.map_or(before, |motion| motion.wording());
        let mut fields = vec![
            Field::lines("wording", words::wording(language), wording, 2_000, 4)
                .required()
                .hint(words::wording_hint(language)),
            Field::choice(
                "effect",
                words::effect(language),
                effects.to_vec(),
                Some(effect),
            )
            .hint(words::effect_hint(language)),
            Field::many("concerned", words::concerned(language), names, &marked)
                .hint(words::concerned_hint(language)),
        ];
        fields.extend(self.of_parts(app));
        Form::new(words::record_row(language), fields)
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |why| Fault::at(0, app.reason(&why));
        let (state, session, world) = seen(app).map_err(fault)?;
        let desk = desk(app).map_err(fault)?;
        let text = Text::new(&form.text(0))
            .map_err(|wrong| Fault::at(0, text_fault(app.language, wrong)))?;
        let wording = Wording {
            at: moment(app).map_err(fault)?,
            text,
            turn: None,
        };
        let several = self.of_several(app);
        let on_ballot = several
            .map(|rule| contenders::read(app, world, &rule, form, ON_BALLOT))
            .transpose()?;
        let (seats, contenders) = on_ballot.clone().unwrap_or_default();
        let effect = match on_ballot {
            None => effect_of(form),
            Some(_) => Effect::Decides,
        };
        let order = self.villages(app);
        let marked = form.marked(2).into_iter();
        let villages: Vec<VillageId> = marked
            .filter_map(|at| order.get(at))
            .map(|(village, _)| village.clone())
            .collect();
        let drafted: MotionId = desk.new_id();
        let commands = match &self.motion {
            Some(motion) if on_ballot.is_some() => vec![
                crate::domain::vote::Command::Reword {
                    motion: motion.clone(),
                    wording,
                },
                crate::domain::vote::Command::SetSlate {
                    motion: motion.clone(),
                    seats,
                    contenders,
                },
            ],
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
                villages,
                effect,
                slate: on_ballot.map(|_| Slate {
                    seats,
                    contenders,
                    ..Slate::default()
                }),
                ..Motion::draft(
                    drafted.clone(),
                    session.id.clone(),
                    state
                        .item(world)
                        .ok_or_else(|| Fault::at(0, words::no_item(app.language)))?
                        .id
                        .clone(),
                    vec![wording],
                )
            })],
        };
        let looked_at = self.motion.clone().unwrap_or(drafted);
        let mut commands: Vec<Command> = commands.into_iter().map(Command::Vote).collect();
        if let Some(item) = self.item(app) {
            let of = form.marked(OF_PARTS);
            commands.extend(recusals::of_parts(app, &item.id, &looked_at, &of));
        }
        let then = move |app: &mut App| {
            show(app, Panel::Vote);
            // A vote that is open, or waits to be announced, is not left for a motion of later.
            if !beside::in_hand(app) {
                beside::look_at(app, looked_at);
            }
        };
        Ok(Submission::Then(commands, Box::new(then)))
    }

    fn place(&self) -> Option<Place> {
        self.place.clone()
    }

    fn is_recorded(&self) -> bool {
        self.motion.is_some()
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
        let language = app.language;
        let mut reason = Field::text("reason", words::reason(language), "", LINE);
        let open = app.desk.as_ref().and_then(|desk| {
            let motion = desk.world().motion(&self.motion).ok()?;
            matches!(motion.state, MotionState::Voting { .. }).then_some(motion.named)
        });
        if let Some(named) = open {
            // What is broken off was begun before all: why is for the record.
            reason = reason.required().hint(if named {
                papers::withdraw_named(language)
            } else {
                papers::withdraw_voting(language)
            });
        }
        Form::new(words::record_row(language), vec![reason])
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let reason = line_if_any(app.language, form, 0)?;
        let withdraw = crate::domain::vote::Command::Withdraw {
            motion: self.motion.clone(),
            reason,
        };
        Ok(Submission::Record(vec![Command::Vote(withdraw)]))
    }

    fn place(&self) -> Option<Place> {
        Some(Place::Motion(self.motion.clone(), OfMotion::Withdrawal))
    }
}
