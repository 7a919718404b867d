//! Puts right what a village's own body said: what was entered stands in the fields, beside why it was wrong.

use super::{DATE, LINE, desk, line, missing, path};
use crate::desk::place::{OfMotion, OfPath, Place, Sequel};
use crate::domain::ids::{MatterId, MotionId, SessionId, VillageId};
use crate::domain::matter::path::{self as steps, Taken};
use crate::domain::vote::meeting;
use crate::domain::vote::village::{VillageDecision, VillageMeeting};
use crate::domain::vote::{self, Next};
use crate::domain::{Command, Refusal};
use crate::i18n::{path_screen, sequel as words, shared, terms, village_said, village_women};
use crate::tui::action::Why;
use crate::tui::app::App;
use crate::tui::dialog::{Fault, Sheet, Submission};
use crate::tui::past_day;
use crate::tui::screens::meeting::{Meeting, Places};
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form};

const BODY: usize = 0;
const MET: usize = 1;
const ENTITLED: usize = 2;
const STOOD_FOR: usize = 8;
const HOUSEHOLDS: usize = 9;
const WOMEN: usize = 10;
const WOMEN_PRESENT: usize = 11;
const REASON: usize = 12;

/// The fields of the meeting.
const PLACES: Places = Places {
    body: BODY,
    entitled: ENTITLED,
};

/// What a village's own body said, at its motion or on the way of its matter.
pub(in crate::tui::screens) struct MendSheet {
    pub(in crate::tui::screens) of: Said,
}

/// Where it stands.
#[derive(Debug, Clone)]
pub(in crate::tui::screens) enum Said {
    /// At an entry of a matter.
    Entry(MatterId, usize),
    /// At a motion alone.
    Motion(SessionId, MotionId, VillageId),
}

impl MendSheet {
    fn decision(&self, app: &App) -> Option<VillageDecision> {
        match &self.of {
            Said::Entry(id, entry) => {
                let path = super::matter(app, id)?.path.as_ref()?;
                match &path.entries.get(*entry)?.taken {
                    Taken::Voted { decision, .. } => Some(decision.as_ref().clone()),
                    _ => None,
                }
            }
            Said::Motion(session, motion, village) => {
                let world = app.desk.as_ref()?.look(session).ok()?;
                let motion = world.motion(motion).ok()?;
                motion.decisions(village).next_back().cloned()
            }
        }
    }

    fn meeting(&self, app: &App, form: &Form) -> Result<VillageMeeting, Fault> {
        let language = app.language;
        let was = self.decision(app).ok_or_else(|| missing(language, BODY))?;
        let met = match &self.of {
            Said::Entry(..) => was.met,
            Said::Motion(..) => {
                let later = words::not_yet_come(language);
                past_day::of(language, form, MET, desk(app)?.today(), later)?
            }
        };
        let (households, women) = (was.households().is_some(), was.women().is_some());
        let of = Meeting {
            village: was.village,
            met,
            held: true,
            rule: was.rule.id,
            households,
            women,
        };
        PLACES.read(language, form, of)
    }
}

impl Sheet for MendSheet {
    fn title(&self, app: &App) -> String {
        let world = app.desk.as_ref().map(crate::desk::Desk::world);
        let was = self.decision(app);
        let village = world.zip(was.as_ref());
        let village = village
            .map(|(world, was)| terms::village(app.language, world, Some(&was.village)).to_owned());
        words::mend_title(app.language, village.unwrap_or_default())
    }

    fn form(&self, app: &App) -> Form {
        let language = app.language;
        let Some(was) = self.decision(app) else {
            return Form::new(words::record_row(language), Vec::new());
        };
        let counts = was.tally.counts;
        let (entitled, present) = (counts.entitled(was.rule.recusal), counts.present());
        let number = |name, label: &str, was: u32| {
            Field::figure(name, label, &was.to_string(), 6).required()
        };
        let (households, women) = (was.households(), was.women());
        let stood_for = households.map_or(0, |it| it.present);
        let all = households.map_or(0, |it| it.of);
        let (there, of) = women.map_or((0, 0), |it| (it.present, it.of));
        let body = Field::text(
            "body",
            words::village_body(language),
            was.body.as_str(),
            LINE,
        );
        let day = was.met.to_string();
        let met = Field::figure("met", words::village_met(language), &day, DATE);
        let paper = was.paper.as_str();
        Form::new(
            words::record_row(language),
            vec![
                body.required(),
                met.required().hint(shared::past_day_hint(language)),
                number("entitled", words::village_entitled(language), entitled),
                number("present", words::village_present(language), present),
                number("yes", words::village_yes(language), counts.yes),
                number("no", words::village_no(language), counts.no),
                number("abstain", words::village_abstain(language), counts.abstain),
                Field::text("paper", words::village_paper(language), paper, LINE).required(),
                number(
                    "stood_for",
                    path_screen::take_stood_for(language),
                    stood_for,
                ),
                number(
                    "all_households",
                    path_screen::take_households(language),
                    all,
                ),
                number("women", village_women::entitled(language), of),
                number("women_present", village_women::present(language), there),
                Field::text("reason", path_screen::reason(language), "", LINE).required(),
            ],
        )
    }

    fn settle(&self, app: &App, form: &mut Form) {
        let Some(was) = self.decision(app) else {
            return;
        };
        form.show(MET, matches!(self.of, Said::Motion(..)));
        for field in [STOOD_FOR, HOUSEHOLDS] {
            form.show(field, was.households().is_some());
        }
        for field in [WOMEN, WOMEN_PRESENT] {
            form.show(field, was.women().is_some());
        }
    }

    fn changed(&self, app: &App, form: &mut Form, field: usize) {
        if let (MET, Some(desk)) = (field, &app.desk) {
            let hint = shared::past_day_hint(app.language);
            past_day::hint(app.language, form, MET, desk.today(), hint);
        }
    }

    fn preview(&self, app: &App, form: &Form) -> Vec<(Role, String)> {
        let (Some(desk), Some(was)) = (&app.desk, self.decision(app)) else {
            return Vec::new();
        };
        let now = self
            .meeting(app, form)
            .ok()
            .and_then(|it| was.again(&it).ok());
        let said = now.map(|now| {
            let role = match now.agreed() == was.agreed() {
                true => Role::Muted,
                false => Role::Warn,
            };
            (role, village_said::judged(app.language, desk.world(), &now))
        });
        said.into_iter().collect()
    }

    fn submit(&self, app: &App, form: &Form) -> Result<Submission, Fault> {
        let language = app.language;
        let meeting = self.meeting(app, form)?;
        let reason = line(language, form, REASON)?;
        let desk = desk(app)?;
        let command = match &self.of {
            Said::Entry(matter, entry) => path(steps::Command::Mend {
                matter: matter.clone(),
                entry: *entry,
                meeting,
                at: desk.minute(),
                reason,
            }),
            Said::Motion(session, motion, _) => Command::Vote(vote::Command::Follow {
                session: session.clone(),
                motion: motion.clone(),
                at: desk.minute(),
                next: Next::Mend { meeting, reason },
            }),
        };
        match desk.would(std::slice::from_ref(&command)) {
            Ok(()) => Ok(Submission::Record(vec![command])),
            Err(Refusal::AlreadyThere) => Err(Fault::at(ENTITLED, words::mend_nothing(language))),
            Err(why) => {
                let field = match &why {
                    Refusal::NotYet { .. }
                    | Refusal::Meeting(meeting::Refused::BeforeDecided { .. }) => MET,
                    _ => PLACES.field_of(&why).unwrap_or(ENTITLED),
                };
                Err(Fault::at(field, app.reason(&Why::Refused(why))))
            }
        }
    }

    fn place(&self) -> Option<Place> {
        Some(match &self.of {
            Said::Entry(matter, entry) => Place::Path(matter.clone(), OfPath::Mend(*entry)),
            Said::Motion(_, motion, village) => {
                let of = Sequel::Mend(village.clone());
                Place::Motion(motion.clone(), OfMotion::Sequel(of))
            }
        })
    }
}
