//! What is said of matters: how they are called and stand, what an act recorded, and why something
//! cannot be.

use super::{
    Language, boards, laws, matter as words, matter_lacking, matter_merge, matter_opinion,
    matter_result, matter_split, path, path_screen, paths, terms,
};
use crate::domain::World;
use crate::domain::ids::MatterId;
use crate::domain::matter::intake::{
    Fen, Intake, IntakeFault, Legal, MatterKind, Money, Origin, Secrecy, Touch, Urgency,
};
use crate::domain::matter::lacking::Lacking;
use crate::domain::matter::life::{End, Missing, Stage};
use crate::domain::matter::path::Level;
use crate::domain::matter::screening::Ground;
use crate::domain::matter::{Became, Event, Matter, MatterState, Number, Opinion, Refused};
use crate::domain::matter::{split, untold};
use crate::domain::refusal::OfMatter;
use crate::domain::session::agenda::Item;
use chrono::NaiveDate;

/// Names a matter by its number, as every paper of it does.
#[must_use]
pub fn number(language: Language, number: Number) -> String {
    words::number(language, number.year.to_string(), number.serial.to_string())
}

/// Names a matter of the world by its number.
#[must_use]
pub fn numbered(language: Language, world: &World, matter: &MatterId) -> String {
    let matter = world.matters.get(matter);
    matter.map_or_else(String::new, |matter| number(language, matter.number))
}

/// Names the matter an item deals with, where it deals with one.
#[must_use]
pub fn of_item(language: Language, world: &World, item: &Item) -> Option<String> {
    let matter = world.matters.get(item.matter.as_ref()?)?;
    Some(number(language, matter.number))
}

/// Says what happened to a matter, in one short sentence.
#[must_use]
pub fn act(language: Language, world: &World, event: &Event) -> String {
    let called = |matter| numbered(language, world, matter);
    match event {
        Event::Put { matter, without } => {
            let of = number(language, matter.number);
            let title = matter.intake.title.as_str();
            if !without.is_empty() {
                let villages = terms::villages(language, world, without);
                words::act_put_without(language, of, villages, title)
            } else if matter.collected {
                words::act_collected(language, of, title)
            } else {
                words::act_put(language, of, title)
            }
        }
        Event::Screened { matter, screening } => {
            if screening.joint() {
                words::act_joint(language, called(matter))
            } else {
                words::act_not_joint(language, called(matter))
            }
        }
        Event::Heard { matter, .. } => words::act_heard(language, called(matter)),
        Event::Hung { matter, .. } => words::act_hung(language, called(matter)),
        Event::Stepped { matter, step } => {
            let called = called(matter);
            let other = |of: &Number| number(language, *of);
            match &step.what {
                Became::Received => words::act_received(language, called),
                Became::SentBack { .. } => words::act_sent_back(language, called),
                Became::Completed => words::act_completed(language, called),
                Became::HandedBack { .. } => words::act_handed_back(language, called),
                Became::MergedInto { number, .. } => {
                    words::act_merged(language, called, other(number))
                }
                Became::TookIn { number, .. } => {
                    words::act_took_in(language, other(number), called)
                }
                Became::SplitFrom { number, .. } => {
                    words::act_split(language, called, other(number))
                }
                Became::SplitInto { number, .. } => {
                    words::act_split_into(language, other(number), called)
                }
                Became::OpinionGiven { .. } => matter_opinion::act(language, called),
                Became::Withdrawn { .. } => words::act_withdrawn(language, called),
                Became::Filed | Became::FiledWithout { .. } => words::act_filed(language, called),
                Became::Reopened { .. } => words::act_reopened(language, called),
            }
        }
        Event::Path(event) => paths::act(language, world, event),
    }
}

/// Says why a command about a matter is refused.
#[must_use]
pub fn refused(language: Language, world: &World, why: &Refused) -> String {
    let plain = match why {
        Refused::Screened { way } => {
            return words::refused_screened(language, change(language, *way));
        }
        Refused::NotScreened => words::refused_not_screened(language),
        Refused::SentBack => words::refused_sent_back(language),
        Refused::NotReceived => words::refused_not_received(language),
        Refused::Received => words::refused_received(language),
        Refused::Open => words::refused_open(language),
        Refused::Itself => words::refused_itself(language),
        Refused::Heard { way } => return words::refused_heard(language, change(language, *way)),
        Refused::Split(why) => return no_part(language, world, why),
        Refused::Path(why) => return paths::refused(language, why),
        Refused::IntoDecided { title, .. } => {
            return words::refused_into_decided(language, title.as_str());
        }
        Refused::IntoUnderWay { title } => {
            return matter_merge::refused_under_way(language, title.as_str());
        }
        Refused::Closed { title, end } => {
            let closed = match end {
                End::Filed => words::refused_filed,
                End::Withdrawn => words::refused_withdrawn,
                End::HandedBack => words::refused_handed_back,
                End::Merged => words::refused_merged,
            };
            return closed(language, title.as_str());
        }
        Refused::OnAgenda { on, .. } => {
            return words::refused_on_agenda(language, terms::date(language, *on));
        }
        Refused::NotDone { missing } => {
            let missing: Vec<String> = missing
                .iter()
                .map(|it| lacks(language, world, it))
                .collect();
            let missing = terms::list(language, missing.iter().map(String::as_str));
            return words::refused_not_done(language, missing);
        }
        Refused::RecordsMissing { missing } => {
            let some = missing.iter().take(SAID);
            let some: Vec<String> = some.map(|it| lacks_records(language, world, it)).collect();
            let said = some.join(matter_lacking::between(language));
            return match missing.len().checked_sub(SAID) {
                Some(more @ 1..) => matter_lacking::refused_more(language, said, more),
                _ => matter_lacking::refused(language, said),
            };
        }
        Refused::SharesShort { shares, whole, .. } => {
            return words::refused_shares_short(
                language,
                yuan(language, *shares),
                yuan(language, *whole),
            );
        }
        Refused::SharesUnsettled {
            whole, villages, ..
        } => {
            let names = terms::villages(language, world, villages);
            return words::refused_shares_unsettled(language, names, yuan(language, *whole));
        }
        Refused::Intake(fault) => return intake_fault(language, world, fault),
    };
    plain.to_owned()
}

/// Says how a matter is changed that stands so.
fn change(language: Language, way: Option<OfMatter>) -> &'static str {
    match way {
        Some(OfMatter::SendBack) => words::change_send_back(language),
        Some(OfMatter::OffAgenda) => words::change_off_agenda(language),
        Some(OfMatter::ChooseSteps) => words::change_choose(language),
        Some(OfMatter::Contribute) => words::change_contribute(language),
        Some(OfMatter::Reconsider) => words::change_reconsider(language),
        _ => words::change_motion(language),
    }
}

/// Says why a part of a matter is no matter of its own.
fn no_part(language: Language, world: &World, why: &split::Refused) -> String {
    match why {
        split::Refused::Decided { title } => matter_split::decided(language, title.as_str()),
        split::Refused::NotItsVillage {
            village: Some(village),
        } => matter_split::village(language, village.as_str()),
        split::Refused::NotItsVillage { village: None } => matter_split::area(language).to_owned(),
        split::Refused::UnderWay { title } => matter_split::under_way(language, title.as_str()),
        split::Refused::TooMuch { part, whole } => {
            matter_split::too_much(language, yuan(language, *part), yuan(language, *whole))
        }
        split::Refused::ShareTooHigh {
            village,
            part,
            whole,
        } => matter_split::share(
            language,
            terms::village(language, world, Some(village)),
            yuan(language, *part),
            yuan(language, *whole),
        ),
        split::Refused::SharesUnsaid { part } => {
            matter_split::unsaid(language, yuan(language, *part))
        }
    }
}

/// Says which records are missing of what was done of a step at one place, and by what clause one of them
/// must be there.
#[must_use]
pub fn lacks_records(language: Language, world: &World, lacking: &Lacking) -> String {
    let place = match (&lacking.village, lacking.level) {
        (Some(village), _) => terms::village(language, world, Some(village)),
        (None, Level::Township) => path::place_township(language),
        (None, _) => path::place_area(language),
    };
    let records = lacking.records.iter();
    let records = records.map(|kind| paths::record(language, *kind));
    let step = paths::name(language, &lacking.step);
    if let Some((village, on)) = &lacking.anew {
        let village = terms::village(language, world, Some(village));
        let on = terms::date(language, *on);
        return matter_lacking::overtaken(language, place, step, village, on);
    }
    let said = matter_lacking::of(language, place, step, terms::list(language, records));
    match lacking.statute {
        Some(clause) => matter_lacking::demanded(language, said, laws::clause(language, clause)),
        None => said,
    }
}

/// How many of the missing records a refusal names; the sheet names every one.
const SAID: usize = 3;

/// Says what is wrong with the answers of an intake.
#[must_use]
pub fn intake_fault(language: Language, world: &World, fault: &IntakeFault) -> String {
    let named = |village| terms::village(language, world, Some(village));
    match fault {
        IntakeFault::SharesExceed { shares, whole } => {
            words::refused_shares(language, yuan(language, *shares), yuan(language, *whole))
        }
        IntakeFault::BearsUnconcerned { village } => {
            words::refused_unconcerned(language, named(village))
        }
        IntakeFault::Twice { village } => words::refused_twice(language, named(village)),
    }
}

/// Says what is missing before a matter can be closed.
#[must_use]
pub fn lacks(language: Language, world: &World, missing: &Missing) -> String {
    match missing {
        Missing::OnAgenda { on, .. } => {
            words::missing_on_agenda(language, terms::date(language, *on))
        }
        Missing::Undecided => words::missing_undecided(language).to_owned(),
        Missing::Villages { silent } => words::missing_villages(language, *silent),
        Missing::Steps { steps } => words::missing_steps(language, *steps),
        Missing::Task { what } => words::missing_task(language, what.as_str()),
        Missing::Objection {
            title,
            board,
            who,
            by,
        } => {
            let board = boards::board(language, world, board);
            let by = terms::date(language, *by);
            match who {
                Some(who) => {
                    words::missing_objection(language, who.as_str(), board, title.as_str(), by)
                }
                None => words::missing_objection_unnamed(language, board, title.as_str(), by),
            }
        }
        Missing::Posting { title } => words::missing_posting(language, title.as_str()),
    }
}

/// Names a stage.
#[must_use]
pub const fn stage(language: Language, stage: Stage) -> &'static str {
    match stage {
        Stage::Collected => words::stage_collected(language),
        Stage::Received => words::stage_received(language),
        Stage::SentBack => words::stage_sent_back(language),
        Stage::Waiting => words::stage_waiting(language),
        Stage::OnAgenda => words::stage_on_agenda(language),
        Stage::Deferred => words::stage_deferred(language),
        Stage::Rejected => words::stage_rejected(language),
        Stage::Villages => words::stage_villages(language),
        Stage::Posted => words::stage_posted(language),
        Stage::FollowUp => words::stage_follow_up(language),
        Stage::Results => words::stage_results(language),
        Stage::Filed => words::stage_filed(language),
        Stage::Withdrawn => words::stage_withdrawn(language),
        Stage::HandedBack => words::stage_handed_back(language),
        Stage::Merged => words::stage_merged(language),
    }
}

/// Names a kind.
#[must_use]
pub const fn kind(language: Language, kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::Party => words::kind_party(language),
        MatterKind::Industry => words::kind_industry(language),
        MatterKind::Project => words::kind_project(language),
        MatterKind::Funds => words::kind_funds(language),
        MatterKind::Land => words::kind_land(language),
        MatterKind::Governance => words::kind_governance(language),
        MatterKind::Service => words::kind_service(language),
        MatterKind::Personnel => words::kind_personnel(language),
        MatterKind::VillagePact => words::kind_village_pact(language),
    }
}

/// Names an origin (动议事由).
#[must_use]
pub const fn origin(language: Language, origin: Origin) -> &'static str {
    match origin {
        Origin::Residents => words::origin_residents(language),
        Origin::Officials => words::origin_officials(language),
        Origin::Superior => words::origin_superior(language),
    }
}

/// Names what a matter touches.
#[must_use]
pub const fn touch(language: Language, touch: Touch) -> &'static str {
    match touch {
        Touch::Charter => words::touch_charter(language),
        Touch::Membership => words::touch_membership(language),
        Touch::Land => words::touch_land(language),
        Touch::Compensation => words::touch_compensation(language),
        Touch::Merger => words::touch_merger(language),
        Touch::Assets => words::touch_assets(language),
        Touch::VillageAffairs => words::touch_village_affairs(language),
        Touch::Levy => words::touch_levy(language),
        Touch::VillagePact => words::touch_village_pact(language),
        Touch::CommitteeMembers => words::touch_committee_members(language),
        Touch::BeyondAutonomy => words::touch_beyond_autonomy(language),
    }
}

/// Names who may read of a matter.
#[must_use]
pub const fn secrecy(language: Language, secrecy: Secrecy) -> &'static str {
    match secrecy {
        Secrecy::Public => words::secrecy_public(language),
        Secrecy::Internal => words::secrecy_internal(language),
        Secrecy::WorkSecret => words::secrecy_work_secret(language),
    }
}

/// Names how soon a matter must be dealt with.
#[must_use]
pub const fn urgency(language: Language, urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Ordinary => words::urgency_ordinary(language),
        Urgency::Urgent => words::urgency_urgent(language),
    }
}

/// Says whether the legal adviser must be heard, and was: by whom and when, where that was entered.
#[must_use]
pub fn legal(language: Language, matter: &Matter) -> String {
    match &matter.intake.legal {
        Legal::NotNeeded => words::legal_not_needed(language).to_owned(),
        Legal::Needed => words::legal_needed(language).to_owned(),
        Legal::Given { opinion } => {
            let given = matter.opinion().map(|it| detail(language, it));
            words::legal_given(language, given.as_deref().unwrap_or(opinion.as_str()))
        }
    }
}

/// Says that a legal opinion was given: by whom, on which day, on which paper, and what it comes to.
#[must_use]
pub fn opinion_given(language: Language, opinion: &Opinion) -> String {
    matter_opinion::given(language, detail(language, opinion))
}

fn detail(language: Language, opinion: &Opinion) -> String {
    let Opinion {
        by,
        on,
        paper,
        says,
    } = opinion;
    let (by, on, paper) = (by.as_str(), terms::date(language, *on), paper.as_str());
    match says {
        Some(says) => matter_opinion::detail_saying(language, by, on, paper, says.as_str()),
        None => matter_opinion::detail(language, by, on, paper),
    }
}

/// Names a ground on which a matter is a joint one.
#[must_use]
pub const fn ground(language: Language, ground: Ground) -> &'static str {
    match ground {
        Ground::Committee => words::ground_committee(language),
        Ground::Livelihood => words::ground_livelihood(language),
        Ground::Villages => words::ground_villages(language),
    }
}

/// Offers the sentence that says why a matter is a joint one, or is none.
#[must_use]
pub fn reason(language: Language, world: &World, intake: &Intake, grounds: &[Ground]) -> String {
    if grounds.is_empty() {
        let villages = terms::villages(language, world, &intake.villages);
        return words::not_joint_reason(language, villages);
    }
    let grounds = grounds.iter().map(|it| ground(language, *it));
    words::joint_reason(language, terms::list(language, grounds))
}

/// Writes an amount in yuan; fen only where there are some.
#[must_use]
pub fn yuan(language: Language, amount: Fen) -> String {
    words::yuan(language, amount.to_yuan())
}

/// Says what a matter costs, and who bears it.
#[must_use]
pub fn money(language: Language, world: &World, money: Option<&Money>) -> String {
    let Some(money) = money else {
        return words::free_of_charge(language).to_owned();
    };
    let whole = yuan(language, money.amount);
    if money.shares.is_empty() {
        return words::money_whole(language, whole);
    }
    let shares: Vec<String> = money
        .shares
        .iter()
        .map(|share| {
            let village = terms::village(language, world, Some(&share.village));
            words::borne(language, village, yuan(language, share.amount))
        })
        .collect();
    let shares = terms::list(language, shares.iter().map(String::as_str));
    let said = words::money(language, whole, shares);
    match money.rest() {
        Fen(0) => said,
        rest => words::money_rest(language, said, yuan(language, rest)),
    }
}

/// Says of a levy that nobody said yet what each village bears of it, or that it comes to less than the
/// whole; nothing of any other matter.
#[must_use]
pub fn unsettled(
    language: Language,
    world: &World,
    matter: &Matter,
    today: NaiveDate,
) -> Option<String> {
    if matter.shares_unsettled() {
        let names = terms::villages(language, world, &matter.villages());
        return Some(words::shares_unsettled(language, names));
    }
    match matter.shares_settled(world, today).err()? {
        Refused::SharesShort { shares, whole, .. } => Some(words::shares_short(
            language,
            yuan(language, shares),
            yuan(language, whole),
        )),
        _ => None,
    }
}

/// Says that a legal opinion is wanted that nobody has given; nothing where none is, or the matter is closed.
#[must_use]
pub fn opinion_awaited(language: Language, matter: &Matter) -> Option<String> {
    let wanted = matter.state == MatterState::Open && matter.intake.legal == Legal::Needed;
    wanted.then(|| words::opinion_awaited(language).to_owned())
}

/// Says that what came of a matter was made known on no board; nothing where it was, or is not to be yet.
#[must_use]
pub fn result_untold(
    language: Language,
    world: &World,
    matter: &Matter,
    today: NaiveDate,
) -> Option<String> {
    untold::result_untold(world, matter, today).then(|| matter_result::untold(language).to_owned())
}

/// Names the villages a matter concerns; one that left by a day says so.
#[must_use]
pub fn villages(language: Language, world: &World, matter: &Matter, today: NaiveDate) -> String {
    let concerned = matter.villages();
    let day = matter.as_of(today);
    if concerned.is_empty() {
        return whole_area(language, world, matter, day);
    }
    let names = concerned.iter().map(|id| {
        let name = terms::village(language, world, Some(id)).to_owned();
        let left = world.villages.get(id).and_then(|it| it.left);
        match left.filter(|left| *left <= day) {
            Some(on) => path_screen::form_left_on(language, name, terms::date(language, on)),
            None => name,
        }
    });
    let names: Vec<String> = names.collect();
    terms::list(language, names.iter().map(String::as_str))
}

/// Names the whole area, and the villages that left it since the matter came in: they are of it no more.
fn whole_area(language: Language, world: &World, matter: &Matter, day: NaiveDate) -> String {
    let area = terms::villages(language, world, &[]);
    let came = matter.received;
    let left = world.villages_in_order().into_iter().filter_map(|village| {
        let on = village.left.filter(|on| came < *on && *on <= day)?;
        let (name, on) = (village.name.as_str(), terms::date(language, on));
        Some(path_screen::form_left_on(language, name, on))
    });
    let left: Vec<String> = left.collect();
    if left.is_empty() {
        return area;
    }
    let left = terms::list(language, left.iter().map(String::as_str));
    words::area_without(language, area, left)
}

/// Says what the villages that left were to bear, which nobody bears now; nothing where there is none.
#[must_use]
pub fn uncovered(
    language: Language,
    world: &World,
    matter: &Matter,
    today: NaiveDate,
) -> Option<String> {
    let shares = matter.uncovered(world, today).into_iter().map(|share| {
        let village = terms::village(language, world, Some(&share.village));
        words::borne(language, village, yuan(language, share.amount))
    });
    let shares: Vec<String> = shares.collect();
    let list = terms::list(language, shares.iter().map(String::as_str));
    (!shares.is_empty()).then(|| words::uncovered(language, list))
}
