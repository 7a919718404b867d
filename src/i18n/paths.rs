//! What is said of the steps of matters: names, what an act recorded, why something cannot be.

use super::terms::date;
use super::{
    Language, gates, laws, matters, path as words, path_anew, path_merge, path_review,
    path_village, reconsiderations, template_words, terms, village_board, village_notice,
};
use crate::domain::World;
use crate::domain::ids::{MatterId, RuleId, VillageId};
use crate::domain::matter::gate::{Body, body_by};
use crate::domain::matter::intake::Fen;
use crate::domain::matter::path::asking::{AskedAfterAll, Unasked};
use crate::domain::matter::path::grid::Outcome;
use crate::domain::matter::path::shipped::Because;
use crate::domain::matter::path::template::{self, Cause, TemplateFault};
use crate::domain::matter::path::{
    By, Entry, Event, Level, Path, RecordKind, Refused, Taken, Template, TemplateStep,
};
use crate::domain::rule::{Name, Partial, preset};
use crate::domain::vote::Outcome as VoteOutcome;

/// Returns a name in a language.
#[must_use]
pub fn name(language: Language, name: &Name) -> &str {
    match language {
        Language::Zh => name.zh.as_str(),
        Language::En => name.en.as_str(),
    }
}

/// Names a template; one that is only an example carries its mark.
#[must_use]
pub fn template(language: Language, template: &Template) -> String {
    let name = name(language, &template.name);
    if template.example {
        words::example_mark(language, name)
    } else {
        name.to_owned()
    }
}

/// Names a step.
#[must_use]
pub fn step(language: Language, step: &TemplateStep) -> &str {
    name(language, &step.name)
}

/// Names the body of a step that is to meet: by the rule it decides by, the first of its rules where none is
/// chosen; else as the template has it.
#[must_use]
pub fn body<'a>(language: Language, step: &'a TemplateStep, rule: Option<&RuleId>) -> &'a str {
    let first = match &step.by {
        By::Vote { rules } => rules.first(),
        By::Record | By::Session => None,
    };
    let known = rule.or(first).and_then(body_by);
    known.map_or_else(
        || name(language, &step.body),
        |body| body_of_one(language, body),
    )
}

/// Names who does a step: the one body whose rules it may be taken by, where it is one, else as the template has it.
#[must_use]
pub fn bodies(language: Language, step: &TemplateStep) -> &str {
    match step.only_body() {
        Some(body) => body_of_one(language, body),
        None => name(language, &step.body),
    }
}

/// Names the body that decides by a rule in a village; `None` where it is no body of a village.
#[must_use]
pub fn body_by_rule(language: Language, rule: &RuleId) -> Option<&'static str> {
    body_by(rule).map(|body| body_of_one(language, body))
}

/// Names a body as one village has it.
pub(super) const fn body_of_one(language: Language, body: Body) -> &'static str {
    match body {
        Body::VillageAssembly => village_notice::body_assembly(language),
        Body::VillageRepresentatives => village_notice::body_representatives(language),
        Body::CollectiveMembers => village_notice::body_members(language),
        Body::CollectiveRepresentatives => village_notice::body_member_representatives(language),
        other => gates::body(language, other),
    }
}

/// Names a level.
#[must_use]
pub const fn level(language: Language, level: Level) -> &'static str {
    match level {
        Level::Area => words::level_area(language),
        Level::Village => words::level_village(language),
        Level::Township => words::level_township(language),
    }
}

/// Names a kind of record.
#[must_use]
pub const fn record(language: Language, kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Form => words::record_form(language),
        RecordKind::Minutes => words::record_minutes(language),
        RecordKind::SignIn => words::record_sign_in(language),
        RecordKind::TownshipSignature => words::record_township_signature(language),
        RecordKind::HouseholdSignatures => words::record_household_signatures(language),
        RecordKind::Photo => words::record_photo(language),
        RecordKind::Supervision => words::record_supervision(language),
        RecordKind::Filing => words::record_filing(language),
        RecordKind::Approval => words::record_approval(language),
    }
}

/// Names a kind of record as a label does, which begins with a capital where the language has them.
#[must_use]
pub fn record_label(language: Language, kind: RecordKind) -> String {
    let name = record(language, kind);
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Says by what a step may be taken together with the one before it; nothing where it may not.
#[must_use]
pub fn merges_by(language: Language, step: &TemplateStep) -> Option<String> {
    let clause = step.merge.as_ref()?;
    let clause = laws::clause(language, clause.as_str());
    Some(path_merge::clause(language, clause))
}

/// Says what becomes of a matter some villages do not agree to.
#[must_use]
pub const fn assent(language: Language, assent: Partial) -> &'static str {
    match assent {
        Partial::AllMust => words::assent_all_must(language),
        Partial::AgreeingGoOn => words::assent_agreeing_go_on(language),
    }
}

/// Says why a template is proposed.
#[must_use]
pub const fn because(language: Language, because: Because) -> &'static str {
    match because {
        Because::Levy => words::because_levy(language),
        Because::VillagesDecide => words::because_villages_decide(language),
        Because::Session => words::because_session(language),
    }
}

/// Says of a village why it is not asked.
#[must_use]
pub fn unasked(language: Language, world: &World, village: &VillageId, why: Unasked) -> String {
    let village = terms::village(language, world, Some(village));
    match why {
        Unasked::NotConcerned => words::unasked_not_concerned(language, village),
        Unasked::JoinedLater { on } => {
            words::unasked_joined_later(language, village, date(language, on))
        }
        Unasked::Undated => words::unasked_undated(language, village),
    }
}

/// Says what follows where a village is asked after all.
#[must_use]
pub fn asked_after_all(language: Language, name: &str, follows: AskedAfterAll) -> Vec<String> {
    let carried = follows.carried.map(|on| date(language, on));
    let carried = carried.map(|on| path_village::stays_carried(language, on));
    let own = match (follows.decides, follows.others_wait) {
        (false, _) => path_village::no_step(language, name),
        (true, true) => path_village::others_wait(language, name),
        (true, false) => path_village::others_go_on(language, name),
    };
    carried.into_iter().chain([own]).collect()
}

/// Says what the villages came to.
#[must_use]
pub const fn outcome(language: Language, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::UnderWay => words::outcome_under_way(language),
        Outcome::UnderReview => path_review::under_review(language),
        Outcome::All => words::outcome_all(language),
        Outcome::Part => words::outcome_part(language),
        Outcome::NotPassed => words::outcome_not_passed(language),
        Outcome::NotApproved => path_review::not_approved(language),
    }
}

/// Writes an amount in yuan, with fen only where there are any.
#[must_use]
pub fn yuan(amount: Fen) -> String {
    let (yuan, fen) = (amount.0 / 100, amount.0 % 100);
    if fen == 0 {
        yuan.to_string()
    } else {
        format!("{yuan}.{fen:02}")
    }
}

/// Says what came of an entry.
#[must_use]
pub fn came_of(language: Language, entry: &Entry) -> &'static str {
    match (&entry.taken, entry.agreed()) {
        (Taken::Merged, _) => words::state_merged(language),
        (Taken::Voted { .. }, Some(true)) => words::state_carried(language),
        (Taken::Voted { decision, .. }, None) if decision.outcome == VoteOutcome::Inquorate => {
            words::state_inquorate(language)
        }
        (Taken::Done { .. } | Taken::Posted, Some(true)) => words::state_done(language),
        _ => words::state_refused(language),
    }
}

/// Names where an entry was made: its village, the area or the township.
#[must_use]
pub fn place(language: Language, world: &World, level: Level, entry: &Entry) -> String {
    match (&entry.village, level) {
        (Some(village), _) => terms::village(language, world, Some(village)).to_owned(),
        (None, Level::Township) => words::place_township(language).to_owned(),
        (None, _) => words::place_area(language).to_owned(),
    }
}

fn path_of<'a>(world: &'a World, matter: &MatterId) -> Option<&'a Path> {
    world.matters.get(matter)?.path.as_ref()
}

/// Says what happened to the steps of a matter, in one short sentence.
#[must_use]
pub fn act(language: Language, world: &World, event: &Event) -> String {
    let number = matters::numbered(language, world, event.matter());
    let path = path_of(world, event.matter());
    let step_of = |at: usize| {
        let found = path.and_then(|path| path.template.steps.get(at));
        found.map_or_else(String::new, |it| step(language, it).to_owned())
    };
    match event {
        Event::Chosen { path, .. } => {
            let named = template(language, &path.template);
            words::act_chosen(language, number, named, path.villages.len())
        }
        Event::Entered { entry, .. } => {
            let level = path.and_then(|path| path.template.steps.get(entry.step));
            let level = level.map_or(Level::Village, |step| step.level);
            let place = place(language, world, level, entry);
            if entry.anew.is_some() {
                let came = reconsiderations::came_anew(language, entry);
                return path_anew::act(language, place, step_of(entry.step), came);
            }
            let came = came_of(language, entry);
            words::act_entered(language, place, step_of(entry.step), came)
        }
        Event::Kept { record: kept, .. } => {
            words::act_kept(language, number, record(language, kept.kind))
        }
        Event::Mended { entry, now, .. } => {
            let entry = path.and_then(|path| path.entries.get(*entry));
            let step = entry.map_or_else(String::new, |entry| step_of(entry.step));
            let came = super::village_said::came(language, now);
            words::act_mended(language, number, step, came)
        }
        Event::Redated { entry, on, .. } => {
            let entry = path.and_then(|path| path.entries.get(*entry));
            let step = entry.map_or_else(String::new, |entry| step_of(entry.step));
            words::act_redated(language, number, step, date(language, *on))
        }
        Event::DeadlineSet { deadline, .. } => {
            let village = deadline.village.as_ref();
            let village = village.map(|it| terms::village(language, world, Some(it)));
            match (village, deadline.by) {
                (None, Some(by)) => words::act_deadline(language, number, date(language, by)),
                (None, None) => words::act_deadline_lifted(language, number),
                (Some(village), Some(by)) => {
                    words::act_deadline_of(language, number, village, date(language, by))
                }
                (Some(village), None) => words::act_deadline_of_lifted(language, number, village),
            }
        }
        Event::VillageAdded { asked, .. } => {
            let village = terms::village(language, world, Some(&asked.village));
            words::act_village(language, number, village)
        }
        Event::Contributed { contribution, .. } => {
            let village = terms::village(language, world, Some(&contribution.village));
            let (amount, was) = (yuan(contribution.amount), yuan(contribution.was));
            words::act_contribution(language, village, amount, was)
        }
    }
}

/// Says what happened to the committee's own templates.
#[must_use]
pub fn template_act(language: Language, event: &template::Event) -> String {
    match event {
        template::Event::Put { template: it } => {
            words::act_template(language, template(language, it))
        }
        template::Event::Removed { name: it, .. } => {
            words::act_template_removed(language, name(language, it))
        }
    }
}

/// Says why a command about the steps of a matter is refused.
#[must_use]
pub fn refused(language: Language, why: &Refused) -> String {
    match why {
        Refused::UnderWay => words::refused_under_way(language).to_owned(),
        Refused::OutsideSteps => path_village::refused_outside_steps(language).to_owned(),
        Refused::NoPath => words::refused_no_path(language).to_owned(),
        Refused::Faulty { fault: it } => words::refused_faulty(language, fault(language, it)),
        Refused::VillagesMustVote => words::refused_villages_must_vote(language).to_owned(),
        Refused::NoVillages => words::refused_no_villages(language).to_owned(),
        Refused::OutOfOrder { before } => {
            words::refused_out_of_order(language, name(language, before))
        }
        Refused::AwaitsOthers => words::refused_awaits_others(language).to_owned(),
        Refused::TakenAlready => words::refused_taken_already(language).to_owned(),
        Refused::AgreedAlready => path_anew::refused_agreed(language).to_owned(),
        Refused::NothingToReconsider => path_anew::refused_nothing(language).to_owned(),
        Refused::NoBodyMet => path_anew::refused_nobody(language).to_owned(),
        Refused::BySession => words::refused_by_session(language).to_owned(),
        Refused::OtherKind => words::refused_other_kind(language).to_owned(),
        Refused::OtherBody { rules } => {
            let names = rules.iter().map(|id| match preset(id.as_str()) {
                Some(rule) => terms::rule_name(language, &rule).to_owned(),
                None => id.to_string(),
            });
            let names: Vec<String> = names.collect();
            let names = names.iter().map(String::as_str);
            words::refused_other_body(language, terms::list(language, names))
        }
        Refused::MayNotMerge => words::refused_may_not_merge(language).to_owned(),
        Refused::BeforeStepBefore { on } => {
            words::refused_before_step_before(language, date(language, *on))
        }
        Refused::AfterStepAfter { on } => {
            words::refused_after_step_after(language, date(language, *on))
        }
        Refused::AfterPosted { on } => words::refused_after_posted(language, date(language, *on)),
        Refused::TooSoon {
            from,
            days,
            statute,
            source,
        } => match (statute, source) {
            (Some(clause), _) => words::refused_too_soon_statute(
                language,
                laws::clause(language, clause.as_str()),
                *days,
                date(language, *from),
            ),
            (None, Some(source)) => village_notice::refused_too_soon(
                language,
                laws::clause(language, source),
                *days,
                date(language, *from),
            ),
            (None, None) => words::refused_too_soon(language, *days, date(language, *from)),
        },
        Refused::BodyOfOtherRule { ought } => {
            village_notice::refused_body(language, body_of_one(language, *ought))
        }
        Refused::DayOfStepBefore => path_merge::refused(language).to_owned(),
        Refused::ByBoard => village_board::refused(language).to_owned(),
        Refused::BeforeLastTime { on } => {
            village_notice::refused_before_last_time(language, date(language, *on))
        }
        Refused::NoticeAfter => words::refused_notice_after(language).to_owned(),
        Refused::VillageLeft { name, on } => {
            words::refused_village_left(language, name.as_str(), date(language, *on))
        }
        Refused::NotAsked { name } => words::refused_not_asked(language, name.as_str()),
        Refused::AskedAlready => words::refused_asked_already(language).to_owned(),
        Refused::AskFirst => words::refused_ask_first(language).to_owned(),
        Refused::AssentStands { assent: it } => {
            words::refused_assent_stands(language, assent(language, *it))
        }
        Refused::VillageNotYet { name, on } => {
            words::refused_village_not_yet(language, name.as_str(), date(language, *on))
        }
        Refused::WantsReason => words::refused_wants_reason(language).to_owned(),
        Refused::AgreedToIt { name, amount, on } => {
            words::refused_agreed_to_it(language, name.as_str(), date(language, *on), yuan(*amount))
        }
        Refused::MoreThanTheWhole { whole, sum } => {
            words::refused_more_than_the_whole(language, yuan(*sum), yuan(*whole))
        }
    }
}

/// Says what keeps a template from being one.
#[must_use]
pub fn fault(language: Language, fault: &TemplateFault) -> String {
    let cause = match &fault.cause {
        Cause::NameTaken { name } => template_words::taken(language, name.as_str()),
        Cause::NoSteps => words::fault_no_steps(language).to_owned(),
        Cause::TooManySteps { most } => words::fault_too_many_steps(language, *most),
        Cause::SameName => words::fault_same_name(language).to_owned(),
        Cause::VoteNotOfVillage => words::fault_vote_not_of_village(language).to_owned(),
        Cause::SessionNotOfArea => words::fault_session_not_of_area(language).to_owned(),
        Cause::SecondSession => words::fault_second_session(language).to_owned(),
        Cause::NoRule => words::fault_no_rule(language).to_owned(),
        Cause::RuleUnknown { rule } => words::fault_rule_unknown(language, rule.as_str()),
        Cause::RuleCountsMore { rule } => words::fault_rule_counts_more(language, rule.as_str()),
        Cause::MergesFirst => words::fault_merges_first(language).to_owned(),
        Cause::MergesOther => words::fault_merges_other(language).to_owned(),
        Cause::ShownElsewhere => village_board::fault(language).to_owned(),
        Cause::WaitsFirst => words::fault_waits_first(language).to_owned(),
        Cause::WaitOutside { most } => words::fault_wait_outside(language, *most),
        Cause::ShortOfStatute { statute, days } => {
            words::fault_short_of_statute(language, laws::clause(language, statute.as_str()), *days)
        }
        Cause::StatuteLost { statute, days } => {
            words::fault_statute_lost(language, laws::clause(language, statute.as_str()), *days)
        }
    };
    match fault.step {
        Some(step) => words::fault_of_step(language, step.saturating_add(1), cause),
        None => cause,
    }
}
