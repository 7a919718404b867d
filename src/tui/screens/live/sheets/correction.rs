//! The sheet of a correction: by whom and why; the old value is kept.

use super::amend::{corrections, signature};
use crate::desk::place::{InSession, Place};
use crate::domain::ids::{MotionId, PersonId, SessionId};
use crate::domain::session::correction::Wanted;
use crate::domain::vote::Choice;
use crate::domain::vote::tally::Voice;
use crate::i18n::{live as words, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, line_of};
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
            .chain([terms::voice(language, Voice::Recused).to_owned()])
            .collect();
        Form::new(
            words::record_row(language),
            [
                Field::choice("should_be", words::should_be(language), options, None)
                    .required()
                    .hint(words::correction_hint(language)),
            ]
            .into_iter()
            .chain(signature(app))
            .collect(),
        )
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let to = match form.chosen(0) {
            // 回避 has a reason of its own, and it is the one this correction has.
            Some(at) if at == CHOICES.len() => Some(Choice::Recused {
                reason: line_of(app.language, form, 2)?,
            }),
            chosen => chosen.and_then(|at| CHOICES.get(at)).cloned(),
        };
        let voice = Wanted::Voice {
            motion: self.motion.clone(),
            person: self.person.clone(),
            to: to.ok_or_else(|| Fault::at(0, ui::field_missing(app.language)))?,
        };
        corrections(app, form, 1, vec![voice])
    }

    fn place(&self) -> Option<Place> {
        let what = InSession::VoiceCorrection(self.motion.clone(), self.person.clone());
        Some(Place::Live(self.session.clone(), what))
    }
}
