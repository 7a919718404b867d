//! What a fact on a screen is, so that the acts behind it can be shown.

use crate::desk::history::About;
use crate::domain::entity::Root;
use crate::domain::ids::SessionId;
use crate::domain::task::Task;
use crate::i18n::terms;
use crate::tui::app::App;
use crate::tui::screens::{Screen, live, roster};

/// What the acts are behind, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fact {
    /// What the acts have in common.
    pub about: About,
    /// Its name; the whole file has none.
    pub label: Option<String>,
}

impl Fact {
    /// Names something of a session by its ids, or the session itself where there are none.
    #[must_use]
    pub fn of_session(session: SessionId, names: Vec<String>, label: Option<String>) -> Self {
        let root = Some(Root::Session(session));
        Self {
            about: About { root, names },
            label,
        }
    }

    /// Names a follow-up.
    #[must_use]
    pub fn of_task(task: &Task) -> Self {
        Self {
            about: About {
                root: Some(Root::Task(task.id.clone())),
                names: Vec::new(),
            },
            label: Some(task.what.to_string()),
        }
    }

    /// Returns the session it belongs to, without what narrows it; the whole file for what belongs to none.
    #[must_use]
    pub fn wider(&self, app: &App) -> Option<Self> {
        match &self.about.root {
            None if self.about.names.is_empty() => None,
            Some(Root::Session(session)) if !self.about.names.is_empty() => {
                Some(whole_session(app, session))
            }
            _ => Some(Self::default()),
        }
    }
}

/// Returns the fact that is selected on the screen seen; everything where none is.
#[must_use]
pub fn of_screen(app: &App) -> Fact {
    let found = match app.top() {
        Screen::Live(_) => live::fact(app),
        Screen::Plan(state) => {
            let (session, item) = state.fact();
            match item {
                Some(item) => {
                    let label = item_label(app, session, item.as_str());
                    let names = vec![item.to_string()];
                    Some(Fact::of_session(session.clone(), names, label))
                }
                None => Some(whole_session(app, session)),
            }
        }
        Screen::Sessions(state) => state.fact().map(|session| whole_session(app, session)),
        Screen::Record(state) => Some(whole_session(app, &state.session)),
        Screen::Notice(state) => Some(whole_session(app, &state.session)),
        Screen::Tasks(state) => app
            .desk
            .as_ref()
            .and_then(|desk| state.fact(desk.world()))
            .map(Fact::of_task),
        Screen::Roster(_) => roster::fact(app).map(|(id, label)| Fact {
            about: About {
                root: None,
                names: vec![id],
            },
            label: Some(label),
        }),
        Screen::None
        | Screen::Start(_)
        | Screen::Home(_)
        | Screen::Intake(_)
        | Screen::History(_) => None,
    };
    found.unwrap_or_default()
}

fn whole_session(app: &App, session: &SessionId) -> Fact {
    let world = app.desk.as_ref().and_then(|desk| desk.look(session).ok());
    let known = world.as_ref().and_then(|world| world.session(session).ok());
    let label = known.map(|session| terms::session_name(app.language, session));
    Fact::of_session(session.clone(), Vec::new(), label)
}

fn item_label(app: &App, session: &SessionId, item: &str) -> Option<String> {
    let world = app.desk.as_ref()?.look(session).ok()?;
    let item = world.item(&item.to_owned().into()).ok()?;
    Some(item.title.to_string())
}
