//! The day the notice went out, and why late.

use crate::domain::Command;
use crate::domain::ids::SessionId;
use crate::domain::session::Command as Session;
use crate::domain::session::notice::Notice;
use crate::i18n::{plan, shared};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, day_hint, day_if_any, line_if_any};
use crate::tui::widgets::form::{Field, Form};

/// Asks for the day, and for a reason where it is late; an empty day takes the notice back.
pub struct NoticeSheet {
    session: SessionId,
}

impl NoticeSheet {
    /// Asks about the notice of a session.
    #[must_use]
    pub const fn new(session: SessionId) -> Self {
        Self { session }
    }
}

impl Sheet for NoticeSheet {
    fn title(&self, app: &App) -> String {
        plan::notice_title(app.language).to_owned()
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let day = app.desk.as_ref().map(|desk| {
            let known = desk.world().sessions.get(&self.session);
            known
                .and_then(|session| session.notice.as_ref())
                .map_or_else(|| desk.today(), |notice| notice.on)
        });
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        let known = app.desk.as_ref().and_then(|desk| {
            let session = desk.world().sessions.get(&self.session)?;
            session.notice.as_ref()?.urgent.as_ref()
        });
        let urgent = known.map(ToString::to_string).unwrap_or_default();
        Form::new(
            shared::save_row(language),
            vec![
                Field::text(plan::field_notice(language), &day, 20)
                    .hint(plan::notice_field_hint(language)),
                Field::text(plan::field_urgent(language), &urgent, 200)
                    .hint(plan::urgent_hint(language)),
            ],
        )
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let Some(desk) = &app.desk {
            let hint = plan::notice_field_hint(app.language);
            day_hint(app.language, form, field, desk.today(), hint);
        }
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let today = app
            .desk
            .as_ref()
            .map(|desk| desk.today())
            .unwrap_or_default();
        let on = day_if_any(language, form, 0, today)?;
        let id = self.session.clone();
        let known = app
            .desk
            .as_ref()
            .and_then(|desk| desk.world().sessions.get(&id)?.notice.clone());
        let urgent = line_if_any(language, form, 1)?;
        let notice = on.map(|on| Notice {
            on,
            urgent,
            ..known.unwrap_or_else(|| Notice::sent(on))
        });
        Ok(Submission::Record(vec![Command::Session(
            Session::Notify { id, notice },
        )]))
    }

    fn place(&self) -> Option<String> {
        // A day, proposed, and a few words: there is little to lose.
        None
    }
}
