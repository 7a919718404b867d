//! What a text for a board tells of each village that was asked: whether it agreed, when, and what an authority made of
//! that.

use super::boards::committee;
use super::{Language, paths, posting as paper, terms};
use crate::domain::World;
use crate::domain::board::calendar::is_adopted;
use crate::domain::board::{Posting, PostingState};
use crate::domain::ids::VillageId;
use crate::domain::matter::path::grid::{Answer, Grid};
use crate::domain::matter::{Heard, Matter, VillageHeard};
use crate::domain::rule::Name;
use crate::domain::vote::Standing;
use chrono::NaiveDate;

/// Says on which day the joint session settled a matter, and of each village that was asked whether it
/// agreed, and when.
pub(super) fn settled(
    language: Language,
    world: &World,
    matter: &Matter,
    today: NaiveDate,
) -> Vec<String> {
    let what = matter.intake.title.as_str();
    let mut hearings = matter.hearings.iter().rev();
    let last = hearings.find_map(|hearing| {
        let mut motions = hearing.motions.iter();
        let put =
            |it: &&Heard| is_adopted(it.standing) || it.standing == Standing::AwaitingVillages;
        let adopted = motions.find(put)?;
        Some((terms::plain_date(language, hearing.on), adopted))
    });
    let (day, asked) = match last.clone() {
        Some((day, heard)) => (day, heard.villages.as_slice()),
        None => (String::new(), &[][..]),
    };
    let said = answers(world, matter, asked, today);
    if said.is_empty() {
        return vec![paper::decided(language, day, committee(world), what)];
    }
    let named = |it: &Said| {
        let village = terms::village(language, world, Some(&it.village)).to_owned();
        match (it.left, it.on) {
            (Some(on), _) => {
                paper::village_left(language, village, terms::plain_date(language, on))
            }
            (None, Some(on)) => {
                paper::village_on(language, village, terms::plain_date(language, on))
            }
            (None, None) => village,
        }
    };
    let list = |answer: Answer| {
        let so = |it: &&Said| it.answer == answer && it.turned_down.is_none();
        let so = said.iter().filter(so).map(named);
        let so: Vec<String> = so.collect();
        (!so.is_empty()).then(|| terms::list(language, so.iter().map(String::as_str)))
    };
    let all = said
        .iter()
        .all(|it| it.answer == Answer::Agreed && it.turned_down.is_none());
    let agreed = list(Answer::Agreed).map(|villages| match all {
        true => paper::villages_agreed(language, villages),
        false => paper::some_agreed(language, villages),
    });
    let down = said.iter().filter_map(|it| {
        let (step, on) = it.turned_down.as_ref()?;
        let village = terms::village(language, world, Some(&it.village));
        let (step, on) = (
            paths::name(language, step),
            terms::plain_date(language, *on),
        );
        Some(paper::turned_down_village(language, village, step, on))
    });
    let down: Vec<String> = down.collect();
    let rest = [
        (!down.is_empty()).then(|| {
            let villages = terms::list(language, down.iter().map(String::as_str));
            paper::turned_down(language, villages)
        }),
        list(Answer::Silent).map(|it| paper::some_silent(language, it)),
        list(Answer::Refused).map(|it| paper::some_refused(language, it)),
        list(Answer::Gone).map(|it| paper::some_left(language, it)),
    ];
    let first = paper::proposed(language, day, committee(world), what);
    // Where no session is one of its steps there is none to tell of.
    let first = last.is_some().then_some(first);
    first
        .into_iter()
        .chain(agreed)
        .chain(rest.into_iter().flatten())
        .collect()
}

/// What a village that was asked said, and on which day; or the day it left.
struct Said {
    village: VillageId,
    answer: Answer,
    on: Option<NaiveDate>,
    left: Option<NaiveDate>,
    /// The step at which an authority turned down what it gave in after it agreed, and the day.
    turned_down: Option<(Name, NaiveDate)>,
}

/// Returns what each village said that decides about a matter: as its steps have it, else as the motion
/// has it that was put to them; none where no village is asked.
fn answers(world: &World, matter: &Matter, asked: &[VillageHeard], today: NaiveDate) -> Vec<Said> {
    let day = matter.as_of(today);
    let left = |village: &VillageId| {
        let left = world.villages.get(village)?.left?;
        (left <= day).then_some(left)
    };
    let path = matter.path.as_ref();
    let path = path.filter(|path| path.template.decider().is_some());
    if let Some((path, grid)) = path.zip(Grid::of(world, matter, today)) {
        let villages = path.villages.iter().map(|it| &it.village);
        let said = villages.map(|village| Said {
            village: village.clone(),
            answer: grid.answer(village),
            on: grid.agreed_on(village),
            left: left(village),
            turned_down: grid
                .turned_down(village)
                .map(|(step, on)| (step.clone(), on)),
        });
        return said.collect();
    }
    let said = asked.iter().map(|it| {
        let decided = it.decided.as_ref();
        let answer = match decided.and_then(|it| it.agreed) {
            _ if left(&it.village).is_some() => Answer::Gone,
            Some(true) => Answer::Agreed,
            Some(false) => Answer::Refused,
            None => Answer::Silent,
        };
        Said {
            village: it.village.clone(),
            answer,
            on: decided
                .filter(|_| answer == Answer::Agreed)
                .map(|it| it.met),
            left: left(&it.village),
            turned_down: None,
        }
    });
    said.collect()
}

/// Returns the village of whose consent an open posting tells what is no longer so: it was written before that changed, or
/// names it among others than it stands with today.
#[must_use]
pub fn old_consent(world: &World, posting: &Posting, today: NaiveDate) -> Option<VillageId> {
    let matter = world.matters.get(posting.matter.as_ref()?)?;
    let by_day = posting.tells_old_consent(world, matter).cloned();
    by_day.or_else(|| {
        let open = posting.state == PostingState::Open && !posting.result;
        let wording = posting.wording().filter(|_| open)?;
        tells_otherwise(world, matter, wording.text.as_str(), today)
    })
}

/// Returns the village that stands in another of the lines that a text tells of consents by than in those that would
/// be drafted today, whichever language it is in and whatever else was written in it.
fn tells_otherwise(
    world: &World,
    matter: &Matter,
    text: &str,
    today: NaiveDate,
) -> Option<VillageId> {
    let villages = &matter.path.as_ref()?.villages;
    Language::ALL.into_iter().find_map(|language| {
        let labels = labels(language);
        let now = settled(language, world, matter, today).join("\n");
        let among = |text: &str, name: &str| {
            let mut lines = text.lines().filter(|line| line.contains(name));
            let label = lines.find_map(|line| {
                labels
                    .iter()
                    .position(|label| line.starts_with(label.as_str()))
            });
            // That all agreed and that some did is said of each in the same way.
            label.map(|at| at.max(1))
        };
        let mut villages = villages.iter().map(|it| &it.village);
        let other = villages.find(|village| {
            let name = terms::village(language, world, Some(village));
            let said = among(text, name);
            said.is_some() && said != among(&now, name)
        });
        other.cloned()
    })
}

/// Returns what stands before the villages in each line that tells of their consents.
fn labels(language: Language) -> [String; 6] {
    [
        paper::villages_agreed(language, ""),
        paper::some_agreed(language, ""),
        paper::turned_down(language, ""),
        paper::some_silent(language, ""),
        paper::some_refused(language, ""),
        paper::some_left(language, ""),
    ]
    .map(|line| line.trim_end_matches(['。', '.', ' ']).to_owned())
}
