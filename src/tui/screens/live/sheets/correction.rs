//! The sheet of a correction of a voice: by whom and why; the old value is kept.
//!
//! Where a rule has each village speak as one, the voices of the village are corrected together.

use super::super::seen;
use super::LINE;
use super::amend::{corrections, signature};
use super::recusal::reason_hint;
use super::totals::refused;
use crate::desk::place::{InSession, Place};
use crate::domain::ids::{MotionId, PersonId, SessionId, VillageId};
use crate::domain::refusal::Refusal;
use crate::domain::session::correction::{Corrected, Wanted, of_village, of_voice};
use crate::domain::session::recusal::Reason;
use crate::domain::vote::Choice;
use crate::domain::vote::overturn::turns;
use crate::domain::vote::tally::Voice;
use crate::i18n::{corrected, live as words, recusal_mend, steps, terms, totals, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_if_any};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

/// A correction of a voice that was announced: by whom and why; the old value is kept.
pub struct CorrectionSheet {
    /// The session, which may be sealed.
    pub session: SessionId,
    /// The motion.
    pub motion: MotionId,
    /// Whose voice.
    pub person: PersonId,
}

/// Returns the choices a correction may put in, in the order they are offered; a recusal comes last.
fn choices(app: &App, motion: &MotionId) -> Vec<Choice> {
    let ballot = seen(app)
        .ok()
        .and_then(|(_, _, world)| world.motion(motion).ok()?.ballot());
    let mut choices = match ballot.and_then(|ballot| ballot.slate.as_ref()) {
        Some(slate) => {
            let options = slate.contenders.iter().map(|it| it.name.clone());
            options.map(|option| Choice::Chooses { option }).collect()
        }
        None => vec![Choice::For, Choice::Against],
    };
    choices.extend([Choice::Abstain, Choice::NotVoting]);
    choices
}

/// The fields: what it should be, why somebody withdrew where that is it, whether the result may turn;
/// then by whom it is corrected, and why.
const SHOULD_BE: usize = 0;
const WITHDREW: usize = 1;
const TURNED: usize = 2;
const BY: usize = 3;

impl CorrectionSheet {
    /// Returns the village whose voices go together with this one.
    fn as_one(&self, app: &App) -> Option<VillageId> {
        let (_, _, world) = seen(app).ok()?;
        let ballot = world.motion(&self.motion).ok()?.ballot()?;
        let mut voters = ballot.voters.iter().filter(|_| ballot.rule.bloc);
        voters.find(|it| it.person == self.person)?.village.clone()
    }

    /// Returns what is asked for; a recusal is somebody's own, whatever the rule.
    fn wanted(&self, app: &App, to: Choice) -> Wanted {
        let motion = self.motion.clone();
        match self.as_one(app).filter(|_| !to.is_recusal()) {
            Some(village) => Wanted::Village {
                motion,
                village,
                to,
            },
            None => Wanted::Voice {
                motion,
                person: self.person.clone(),
                to,
            },
        }
    }

    /// Returns why the person withdrew where nothing is written.
    fn unwritten(&self, app: &App) -> Reason {
        let known = seen(app).ok().and_then(|(_, session, world)| {
            let motion = world.motion(&self.motion).ok()?;
            Some(session.reason_of(world, motion, &self.person))
        });
        known.unwrap_or(Reason::Interest)
    }

    /// Says whether what it should be is a recusal, which is offered last.
    fn recused(&self, app: &App, form: &Form) -> bool {
        form.chosen(SHOULD_BE) == Some(choices(app, &self.motion).len())
    }

    /// Returns what the choice would come to; a recusal is judged before its reason is written.
    fn judged(&self, app: &App, form: &Form) -> Option<Result<Corrected, Refusal>> {
        let at = form.chosen(SHOULD_BE)?;
        let to = choices(app, &self.motion).get(at).cloned();
        let to = to.unwrap_or_else(|| Choice::Recused {
            reason: self.unwritten(app),
        });
        let (_, session, world) = seen(app).ok()?;
        Some(match self.wanted(app, to) {
            Wanted::Village {
                motion,
                village,
                to,
            } => of_village(world, session, &motion, &village, &to),
            Wanted::Voice { motion, person, to } => of_voice(world, session, &motion, &person, &to),
            _ => return None,
        })
    }

    fn turns(&self, app: &App, form: &Form) -> bool {
        let judged = self.judged(app, form).and_then(Result::ok);
        let result = judged.as_ref().and_then(Corrected::of_result);
        result.is_some_and(|(_, was, now)| turns(was, now))
    }
}

impl Sheet for CorrectionSheet {
    fn title(&self, app: &App) -> String {
        let (language, world) = (app.language, seen(app).ok().map(|(_, _, world)| world));
        let Some(world) = world else {
            return words::correction_title(language, "");
        };
        match self.as_one(app) {
            Some(village) => {
                let village = terms::village(language, world, Some(&village));
                totals::title_as_one(language, village)
            }
            None => words::correction_title(language, terms::person(language, world, &self.person)),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let options = choices(app, &self.motion)
            .iter()
            .map(|choice| terms::choice(language, choice).to_owned())
            .chain([terms::voice(language, Voice::Recused).to_owned()])
            .collect();
        let hint = match (self.as_one(app), seen(app)) {
            (Some(_), Ok((_, _, world))) => {
                totals::as_one_hint(language, terms::person(language, world, &self.person))
            }
            _ => words::correction_hint(language).to_owned(),
        };
        let should_be = Field::choice("should_be", words::should_be(language), options, None);
        let turned = Field::check("turned", totals::turned_field(language), false);
        let withdrew = Field::text("withdrew", recusal_mend::reason(language), "", LINE);
        let unwritten = reason_hint(app, &self.unwritten(app));
        let mut fields = vec![
            should_be.required().hint(&hint),
            withdrew.hint(&unwritten),
            turned.hint(totals::turned_hint(language)),
        ];
        fields.extend(signature(app));
        Form::new(words::record_row(language), fields)
    }

    fn settle(&self, app: &App, form: &mut Form) {
        form.show(WITHDREW, self.recused(app, form));
        form.show(TURNED, self.turns(app, form));
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let (Some(judged), Ok((_, _, world))) = (self.judged(app, form), seen(app)) else {
            return Vec::new();
        };
        let change = match judged {
            Ok(change) => change,
            Err(why) => return vec![(Role::Bad, refused(app, why))],
        };
        let of = change.of_result();
        let of = of.and_then(|(motion, was, now)| Some((world.motion(motion).ok()?, was, now)));
        let Some((motion, was, now)) = of else {
            return Vec::new();
        };
        let role = match turns(was, now) {
            true => Role::Warn,
            false => Role::Muted,
        };
        let turn = corrected::turn(app.language, motion, was, now);
        let follows = corrected::follows(app.language, world, motion, was, now);
        let said = std::iter::once(turn).chain(follows);
        let said = said.map(|words| (role, words));
        let sentence = steps::result_sentence(app.language, world, motion, now);
        let now = totals::now(app.language, sentence);
        said.chain([(Role::Muted, now)]).collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let choices = choices(app, &self.motion);
        let to = match form.chosen(SHOULD_BE) {
            Some(at) if at == choices.len() => {
                let written = line_if_any(app.language, form, WITHDREW)?;
                Some(Choice::Recused {
                    reason: written.map_or_else(|| self.unwritten(app), Reason::from),
                })
            }
            chosen => chosen.and_then(|at| choices.get(at)).cloned(),
        };
        let to = to.ok_or_else(|| Fault::at(SHOULD_BE, ui::field_missing(app.language)))?;
        if self.turns(app, form) && !form.checked(TURNED) {
            return Err(Fault::at(TURNED, totals::turned_missing(app.language)));
        }
        corrections(app, form, BY, vec![self.wanted(app, to)])
    }

    fn place(&self) -> Option<Place> {
        let what = InSession::VoiceCorrection(self.motion.clone(), self.person.clone());
        Some(Place::Live(self.session.clone(), what))
    }
}
