//! What a fact on a screen is, so that the acts behind it can be shown.

use crate::desk::Desk;
use crate::desk::history::About;
use crate::desk::place::{InSession, OfBoard, OfMotion, OfRoster, Place, TimesOf};
use crate::domain::entity::Root;
use crate::domain::ids::{EntryId, ItemId, LedgerId, MatterId, MotionId, PersonId, SessionId};
use crate::domain::register::{LedgerLine, Origin, Source, fed};
use crate::domain::task::{Decision, Task};
use crate::domain::text::Line;
use crate::i18n::{paths, terms};
use crate::papers::record::Subject;
use crate::tui::app::App;
use crate::tui::screens::{Screen, home, intake, live, matters, roster, rules};

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
            about: About {
                root,
                names,
                one_of: Vec::new(),
            },
            label,
        }
    }

    /// Names a follow-up.
    #[must_use]
    pub fn of_task(task: &Task) -> Self {
        Self::of_root(Root::Task(task.id.clone()), Some(task.what.to_string()))
    }

    /// Names a line of a ledger.
    #[must_use]
    pub fn of_line(line: &LedgerLine) -> Self {
        Self::of_root(of_line(&line.id), Some(line.what.to_string()))
    }

    /// Names whatever acts belong to: the roster, a session, a follow-up.
    #[must_use]
    pub const fn of_root(root: Root, label: Option<String>) -> Self {
        let names = Vec::new();
        let root = Some(root);
        Self {
            about: About {
                root,
                names,
                one_of: Vec::new(),
            },
            label,
        }
    }

    /// Names somebody or something of the roster by its id.
    #[must_use]
    pub fn of_roster(id: String, label: String) -> Self {
        Self {
            about: About {
                root: None,
                names: vec![id],
                one_of: Vec::new(),
            },
            label: Some(label),
        }
    }

    /// Names what a draft is written about; what is not recorded yet has nothing behind it but its session.
    #[must_use]
    pub fn of_place(app: &App, place: &Place) -> Option<Self> {
        let world = app.desk.as_ref()?.world();
        Some(match place {
            Place::Plan(id) | Place::NewItem(id) | Place::Notice(id) | Place::Leave(id) => {
                whole_session(app, id)
            }
            Place::Live(id, what) => in_session(app, id, what),
            Place::Item(id) => of_item(app, &world.item(id).ok()?.session, id),
            Place::Motion(id, what) => {
                let motion = world.motion(id).ok()?;
                let mut names = vec![id.to_string()];
                if let OfMotion::Recusal(Some(person)) = what {
                    names.push(person.to_string());
                }
                let label = Some(motion.wording().to_owned());
                Self::of_session(motion.session.clone(), names, label)
            }
            Place::RuleCopy(id) | Place::RuleVersion(id) => {
                let rule = world.rule(id).ok()?;
                let name = terms::rule_name(app.language, &rule).to_owned();
                Self::of_roster(id.to_string(), name)
            }
            Place::Task(id) => Self::of_task(world.task(id).ok()?),
            Place::Matter(id, _) => of_matter(app, id)?,
            Place::Step(_, ids) => Self::of_task(world.task(ids.first()?).ok()?),
            Place::Board(of) => match of {
                OfBoard::Wording(id) | OfBoard::Objection(id) | OfBoard::Answer(id, _) => {
                    Self::of_root(Root::Posting(id.clone()), None)
                }
                OfBoard::Matter(id) | OfBoard::Result(id) => {
                    Self::of_root(Root::Matter(id.clone()), None)
                }
                OfBoard::New | OfBoard::Motion(_) | OfBoard::Regular(..) | OfBoard::Overdue(..) => {
                    return None;
                }
            },
            Place::Posting(_, ids) => Self::of_root(Root::Posting(ids.first()?.clone()), None),
            Place::Roster(of) => match of {
                OfRoster::Village(id) => {
                    let name = world.village(id).ok()?.name.to_string();
                    Self::of_roster(id.to_string(), name)
                }
                OfRoster::Seat(id) => Self::of_person(app, &world.seat(id).ok()?.person),
                OfRoster::NewSeat(id) | OfRoster::Kin(id) => Self::of_person(app, id),
            },
            Place::Path(id, _) => {
                let matter = world.matter(id).ok()?;
                let title = matter.intake.title.to_string();
                Self::of_root(Root::Matter(id.clone()), Some(title))
            }
            Place::Template(id, _) => {
                let template = world.template(id).ok()?;
                let name = paths::template(app.language, template);
                Self::of_roster(id.to_string(), name)
            }
            Place::CommitteeName
            | Place::OwnRules
            | Place::NewVillage
            | Place::NewTemplate
            | Place::NewPerson
            | Place::BoardRules
            | Place::RestDays
            | Place::RosterList => Self::of_root(Root::Roster, None),
            Place::LedgerLine(id) => {
                let line = app.desk.as_ref()?.ledger_line(id).ok()?;
                Self::of_line(&line?)
            }
            Place::Founding
            | Place::NewSession
            | Place::NewTask
            | Place::NewTaskOf(_)
            | Place::NewLedgerLine
            | Place::NewMatter
            | Place::RosterFile
            | Place::RosterTaken
            | Place::RosterRow(..)
            | Place::Stick
            | Place::Unknown(_) => {
                return None;
            }
        })
    }

    fn of_person(app: &App, id: &PersonId) -> Self {
        let world = app.desk.as_ref().map(Desk::world);
        let name = world.map(|world| terms::person(app.language, world, id));
        Self::of_roster(id.to_string(), name.unwrap_or_default().to_owned())
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
                Some(item) => Some(of_item(app, session, item)),
                None => Some(whole_session(app, session)),
            }
        }
        Screen::Sessions(state) => state.fact().map(|session| whole_session(app, session)),
        Screen::Record(state) => Some(of_subject(app, &state.page.session, state.fact())),
        Screen::Notice(state) => Some(whole_session(app, &state.page.session)),
        Screen::Tasks(state) => app
            .desk
            .as_ref()
            .and_then(|desk| state.fact(desk.world()))
            .map(Fact::of_task),
        Screen::Ledgers(state) => state.fact().map(Fact::of_line),
        Screen::Boards(state) => app
            .desk
            .as_ref()
            .and_then(|desk| state.selected(desk.world()))
            .map(|posting| {
                let title = Some(posting.title().to_owned());
                Fact::of_root(Root::Posting(posting.id.clone()), title)
            }),
        Screen::Matters(_) | Screen::Matter(_) => {
            matters::selected(app).and_then(|id| of_matter(app, &id))
        }
        Screen::Roster(_) => Some(match roster::fact(app) {
            Some((id, label)) => Fact::of_roster(id, label),
            None => Fact::of_root(Root::Roster, None),
        }),
        Screen::Rules(_) => rules::fact(app).map(|(id, label)| Fact::of_roster(id, label)),
        Screen::Paths(state) => state.fact(app),
        Screen::Home(_) => home::fact(app),
        Screen::Intake(_) => Some(intake::fact(app)),
        Screen::Report(state) => Some(of_origin(app, state.origin(app))),
        Screen::None | Screen::Start(_) | Screen::History(_) => None,
    };
    found.unwrap_or_default()
}

/// Names what a figure of the report is read off; the roster where it is nothing.
fn of_origin(app: &App, origin: Option<(Origin, Option<Line>)>) -> Fact {
    let Some((origin, what)) = origin else {
        return Fact::of_root(Root::Roster, None);
    };
    let label = what.map(|what| what.to_string());
    match origin {
        Origin::Village(id) => Fact::of_roster(id.to_string(), label.unwrap_or_default()),
        Origin::Session { id, .. } => whole_session(app, &id),
        Origin::Motion { id, session } => Fact::of_session(session, vec![id.to_string()], label),
        Origin::Matter(id) => Fact::of_root(Root::Matter(id), label),
        Origin::Task(id) => Fact::of_root(Root::Task(id), label),
        Origin::Posting(id) => Fact::of_root(Root::Posting(id), label),
        Origin::Line(id) => Fact::of_root(of_line(&id), label),
    }
}

/// Returns what the acts behind a line belong to: what feeds it, where it is fed.
fn of_line(id: &LedgerId) -> Root {
    match fed::source(id) {
        Some(Source::Matter(matter)) => Root::Matter(matter),
        Some(Source::Task(task)) => Root::Task(task),
        None => Root::Ledger(id.clone()),
    }
}

/// Names a matter, open or closed.
fn of_matter(app: &App, matter: &MatterId) -> Option<Fact> {
    let world = app.desk.as_ref()?.look_at_matter(matter).ok()?;
    let label = world.matter(matter).ok()?.intake.title.to_string();
    Some(Fact::of_root(Root::Matter(matter.clone()), Some(label)))
}

/// Names what a draft of a session's screen is about.
fn in_session(app: &App, session: &SessionId, what: &InSession) -> Fact {
    let known = app.desk.as_ref().and_then(|desk| desk.look(session).ok());
    let motion = |id: &MotionId| of_subject(app, session, &Subject::Motion(id.clone()));
    let entry = |id: &EntryId| of_subject(app, session, &Subject::Entries(vec![id.clone()]));
    let person = |id: &PersonId| {
        let label = known
            .as_ref()
            .map(|world| terms::person(app.language, world, id).to_owned());
        Fact::of_session(session.clone(), vec![id.to_string()], label)
    };
    match what {
        InSession::Entry(id) | InSession::EntryCorrection(id) => entry(id),
        InSession::FollowUpOf(Decision::Entry { entry: id }) => entry(id),
        InSession::FollowUpOf(Decision::Motion { motion: id })
        | InSession::TotalsCorrection(id, _)
        | InSession::TimesCorrection(TimesOf::Motion(id)) => motion(id),
        InSession::LateNote(id)
        | InSession::DropItem(id)
        | InSession::NewMotion(Some(id))
        | InSession::FollowUp(Some(id))
        | InSession::Review(id, ..)
        | InSession::TimesCorrection(TimesOf::Item(id)) => of_item(app, session, id),
        InSession::Leave(id)
        | InSession::Excuse(id)
        | InSession::Recusal(id)
        | InSession::Proxy(id)
        | InSession::Deputy(id)
        | InSession::RecusalCorrection(Some((id, _)))
        | InSession::Seat(Some(id))
        | InSession::RollCorrection(id) => person(id),
        InSession::VoiceCorrection(id, who) => {
            let mut fact = motion(id);
            fact.about.names.push(who.to_string());
            fact
        }
        InSession::NewMotion(None)
        | InSession::FollowUp(None)
        | InSession::RecusalCorrection(None)
        | InSession::Guest
        | InSession::Seat(None)
        | InSession::Paper
        | InSession::Adjourn
        | InSession::Lapse
        | InSession::WithoutVotes
        | InSession::Seal
        | InSession::SignAgain(_)
        | InSession::TimesCorrection(TimesOf::Session) => whole_session(app, session),
    }
}

/// Names what a part of the record is about.
fn of_subject(app: &App, session: &SessionId, subject: &Subject) -> Fact {
    let world = app.desk.as_ref().and_then(|desk| desk.look(session).ok());
    let world = world.as_ref();
    let (name, label) = match subject {
        Subject::Session => return whole_session(app, session),
        Subject::Item(id) => return of_item(app, session, id),
        Subject::Entries(ids) => {
            let Some(id) = ids.first() else {
                return whole_session(app, session);
            };
            let entry = world.and_then(|world| world.entry(id).ok());
            (id.to_string(), entry.map(|entry| entry.at.clock()))
        }
        Subject::Motion(id) => {
            let motion = world.and_then(|world| world.motion(id).ok());
            (id.to_string(), motion.map(|it| it.wording().to_owned()))
        }
    };
    Fact::of_session(session.clone(), vec![name], label)
}

/// Makes the question about an item, and about what was put to the vote and said under it.
pub fn of_item(app: &App, session: &SessionId, item: &ItemId) -> Fact {
    let world = app.desk.as_ref().and_then(|desk| desk.look(session).ok());
    let world = world.as_ref();
    let known = world.and_then(|world| world.item(item).ok());
    let label = known.map(|item| item.title.to_string());
    let mut fact = Fact::of_session(session.clone(), Vec::new(), label);
    // What was put to the vote under it and what was said under it are acts of its own, by ids of their own.
    let motions = world.into_iter().flat_map(|world| world.motions_of(item));
    let entries = world.into_iter().flat_map(|world| world.entries_of(item));
    let below = motions
        .map(|motion| motion.id.to_string())
        .chain(entries.map(|entry| entry.id.to_string()));
    fact.about.one_of = std::iter::once(item.to_string()).chain(below).collect();
    fact
}

/// Names a session.
pub fn whole_session(app: &App, session: &SessionId) -> Fact {
    let world = app.desk.as_ref().and_then(|desk| desk.look(session).ok());
    let known = world.as_ref().and_then(|world| world.session(session).ok());
    let label = known.map(|session| terms::session_name(app.language, session));
    Fact::of_session(session.clone(), Vec::new(), label)
}
