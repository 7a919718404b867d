//! A guest, or a deputy in a member's stead, entered in one line.

use super::{LINE, Meant, meant, on_the_list};
use crate::desk::Desk;
use crate::desk::place::{InSession, Place};
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::roster::Person;
use crate::domain::session::{Command as Of, RollMark, Session, SessionState};
use crate::domain::text::Line;
use crate::domain::{Command, World};
use crate::i18n::{Language, room, terms, ui};
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission, text_fault};
use crate::tui::screens::live;
use crate::tui::widgets::form::{Field, Form};

/// The blank of a Chinese keyboard; the signs of Chinese all stand behind it.
const IDEOGRAPHIC_SPACE: char = '\u{3000}';

const WHO: usize = 0;
const THERE: usize = 1;

/// What the second field offers; whoever has not come yet gets no mark.
const MARKS: [Option<RollMark>; 3] = [Some(RollMark::Present), Some(RollMark::Video), None];

/// Asks for a guest, or for who came in a member's stead.
pub struct GuestSheet {
    session: SessionId,
    stands_for: Option<PersonId>,
}

/// Who is meant by a line.
struct Guest {
    person: Person,
    role: Line,
    known: bool,
}

impl GuestSheet {
    /// Asks for a guest of a session.
    #[must_use]
    pub const fn new(session: SessionId) -> Self {
        Self {
            session,
            stands_for: None,
        }
    }

    /// Asks who came in the stead of a member.
    #[must_use]
    pub const fn in_stead_of(session: SessionId, member: PersonId) -> Self {
        Self {
            session,
            stands_for: Some(member),
        }
    }

    fn session<'a>(&self, app: &'a App) -> Option<(&'a Desk, &'a Session)> {
        let desk = app.desk.as_ref()?;
        Some((desk, desk.world().session(&self.session).ok()?))
    }

    fn guest(&self, app: &App, typed: &str) -> Result<Guest, String> {
        let language = app.language;
        let Some((desk, session)) = self.session(app) else {
            return Err(ui::no_committee_open(language).to_owned());
        };
        let world = desk.world();
        let (name, unit) = apart(typed);
        let name = Line::new(name).map_err(|fault| text_fault(language, fault))?;
        let person = match known(language, world, session, &name)? {
            Some(person) => (person.clone(), true),
            None => {
                let id = desk.new_id();
                (
                    Person {
                        woman: false,
                        kin: Vec::new(),
                        id,
                        name,
                    },
                    false,
                )
            }
        };
        let (person, known) = person;
        let role = match Line::new(unit) {
            Ok(role) => Some(role),
            Err(_) if known => last_role(world, &person.id),
            Err(_) => None,
        };
        match role {
            Some(role) => Ok(Guest {
                person,
                role,
                known,
            }),
            None => Err(room::guest_no_unit(language, person.name.as_str())),
        }
    }

    fn hint(&self, language: Language) -> &'static str {
        match self.stands_for {
            None => room::guest_line_hint(language),
            Some(_) => room::deputy_line_hint(language),
        }
    }
}

/// Takes a line apart into name and unit: at the first comma, tab or pair of blanks. A single blank does
/// it where Chinese stands before or right behind it; within a name in Latin letters it does not.
fn apart(typed: &str) -> (&str, &str) {
    let typed = typed.trim();
    let parts = |c: char| matches!(c, ',' | '，' | '、' | '\t' | IDEOGRAPHIC_SPACE);
    let chinese = |c: char| c > IDEOGRAPHIC_SPACE;
    let ends_name = |&(at, c): &(usize, char)| {
        let (before, behind) = typed.split_at_checked(at).unwrap_or_default();
        let next = behind.chars().nth(1);
        let separates = before.contains(chinese)
            || next.is_some_and(|next| chinese(next) || next.is_whitespace());
        parts(c) || c.is_whitespace() && separates
    };
    let at = typed.char_indices().find(ends_name).map(|(at, _)| at);
    match at.and_then(|at| typed.split_at_checked(at)) {
        Some((name, rest)) => {
            let unit = rest.trim_start_matches(|c: char| parts(c) || c.is_whitespace());
            (name.trim(), unit.trim())
        }
        None => (typed, ""),
    }
}

/// Finds who of the roster is meant by a name or its pinyin, `None` for somebody new.
fn known<'a>(
    language: Language,
    world: &'a World,
    session: &Session,
    name: &Line,
) -> Result<Option<&'a Person>, String> {
    let listed = on_the_list(world, session);
    let (here, others): (Vec<&Person>, Vec<&Person>) = world
        .people
        .values()
        .map(AsRef::as_ref)
        .partition(|person| listed.contains(&person.id));
    let is_listed = |person: &Person| room::guest_on_the_roll(language, person.name.as_str());
    if let Some(one) = here.iter().find(|it| it.name.key() == name.key()) {
        return Err(is_listed(one));
    }
    match (meant(&others, name), meant(&here, name)) {
        (Meant::One(person), _) => Ok(Some(person)),
        (Meant::Several(count), _) => Err(room::guest_several(language, count, name.as_str())),
        (Meant::Nobody, Meant::One(person)) => Err(is_listed(person)),
        (Meant::Nobody, _) => Ok(None),
    }
}

/// Returns what somebody was last: by seat, else as a guest.
fn last_role(world: &World, person: &PersonId) -> Option<Line> {
    let seats = world.seats.values().filter(|seat| seat.person == *person);
    let seat = seats.max_by_key(|seat| seat.from);
    let guest = || {
        let sessions = world.sessions.values();
        let places = sessions.flat_map(|session| {
            let places = session.places().filter(|place| place.person == *person);
            places.map(move |place| (session.date, place.role.clone()))
        });
        places.max_by_key(|(date, _)| *date).map(|(_, role)| role)
    };
    seat.map(|seat| seat.role.clone()).or_else(guest)
}

impl Sheet for GuestSheet {
    fn title(&self, app: &App) -> String {
        let language = app.language;
        match (&self.stands_for, &app.desk) {
            (Some(member), Some(desk)) => {
                let name = terms::person(language, desk.world(), member);
                room::deputy_title(language, name)
            }
            _ => room::guest_title(language).to_owned(),
        }
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let mut fields = vec![
            Field::text("guest_line", room::guest_line(language), "", LINE)
                .required()
                .hint(self.hint(language)),
        ];
        if let Some((_, session)) = self.session(app).filter(|(_, it)| !it.roll.is_empty()) {
            let options = MARKS.each_ref().map(|mark| match mark {
                Some(mark) => mark
                    .way()
                    .map_or("", |way| terms::way(language, way))
                    .to_owned(),
                None => room::there_not_yet(language).to_owned(),
            });
            let away = matches!(
                session.state,
                SessionState::Adjourned | SessionState::Lapsed
            );
            let proposed = if away { MARKS.len() - 1 } else { 0 };
            let label = room::guest_there(language);
            fields.push(Field::choice(
                "guest_there",
                label,
                options.to_vec(),
                Some(proposed),
            ));
        }
        Form::new(room::confirm(language), fields)
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if field != WHO {
            return;
        }
        let language = app.language;
        let typed = form.text(WHO);
        if typed.trim().is_empty() {
            return form.set_hint(WHO, self.hint(language));
        }
        let words = match self.guest(app, &typed) {
            Ok(guest) => {
                let (name, role) = (guest.person.name.as_str(), guest.role.as_str());
                if guest.known {
                    room::guest_known(language, name, role)
                } else {
                    room::guest_new(language, name, role)
                }
            }
            Err(words) => words,
        };
        form.set_hint(WHO, &words);
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let fault = |words: String| Fault::at(WHO, words);
        let guest = self.guest(app, &form.text(WHO)).map_err(fault)?;
        let Some((desk, _)) = self.session(app) else {
            return Err(Fault::at(WHO, ui::no_committee_open(app.language)));
        };
        let person = guest.person.id.clone();
        let mut commands = vec![Command::Session(Of::Admit {
            id: self.session.clone(),
            person: guest.person,
            role: guest.role,
            stands_for: self.stands_for.clone(),
        })];
        let mark = form.chosen(THERE).and_then(|at| MARKS.get(at));
        commands.extend(mark.cloned().flatten().map(|mark| {
            Command::Session(Of::Mark {
                id: self.session.clone(),
                person: person.clone(),
                mark,
                at: live::moment_of(app, &self.session).unwrap_or_else(|_| desk.minute()),
            })
        }));
        Ok(Submission::Then(
            commands,
            Box::new(move |app| live::select_person(app, &person)),
        ))
    }

    fn place(&self) -> Option<Place> {
        let what = match &self.stands_for {
            None => InSession::Guest,
            Some(member) => InSession::Deputy(member.clone()),
        };
        Some(Place::Live(self.session.clone(), what))
    }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn a_line_is_a_name_and_a_unit() {
        for (typed, name, unit) in [
            ("王强 镇农业办", "王强", "镇农业办"),
            ("  王强　镇农业办 ", "王强", "镇农业办"),
            ("王强，镇农业办", "王强", "镇农业办"),
            ("王强、镇农业办、水利站", "王强", "镇农业办、水利站"),
            ("王强 镇农业办、水利站", "王强", "镇农业办、水利站"),
            ("王强\t镇农业办 副主任", "王强", "镇农业办 副主任"),
            ("wq 镇农业办、水利站", "wq", "镇农业办、水利站"),
            ("John Smith, Water Office", "John Smith", "Water Office"),
            ("Wang Qiang, Office", "Wang Qiang", "Office"),
            ("Wang Qiang  Town Office", "Wang Qiang", "Town Office"),
            ("Wang Qiang\tTown Office", "Wang Qiang", "Town Office"),
            ("Wang Qiang 镇农业办", "Wang Qiang", "镇农业办"),
            ("王强 Town Office, Roads", "王强", "Town Office, Roads"),
            ("José Pérez, Roads", "José Pérez", "Roads"),
            ("Wang Qiang", "Wang Qiang", ""),
            ("王强", "王强", ""),
            ("王强，", "王强", ""),
            ("", "", ""),
        ] {
            assert_eq!(apart(typed), (name, unit), "{typed}");
        }
    }
}
