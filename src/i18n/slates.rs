//! Elections and one of several in words: who is on the ballot, how a count came out, who is taken.

use super::{
    Language, aloud, facts, options, sequels, slate as words, slate_refusal as said, steps, terms,
};
use crate::domain::ids::MotionId;
use crate::domain::rule::{Comparator, Inequality, Method, Question, Rule};
use crate::domain::text::Line;
use crate::domain::vote::slate::{
    Demanded, Imbalance, Judged, Next, Placed, Refused, Slate, SlateCount, Tellers, chooses_people,
    demanded,
};
use crate::domain::vote::tally::Voice;
use crate::domain::vote::under::under;
use crate::domain::vote::{
    Ballot, CameTo, Decided, Effect, Motion, Outcome, Standing, Vacancy, VoteResult, standing,
};
use crate::domain::world::World;

/// Names what is asked: 等额, 差额, one of several.
#[must_use]
pub const fn kind(language: Language, question: Question) -> &'static str {
    match question {
        Question::Seats {
            spare_percent: 0, ..
        } => words::kind_single(language),
        Question::Seats { .. } => words::kind_contested(language),
        Question::OneOf { .. } | Question::YesNo => words::kind_one_of(language),
    }
}

/// Says how many contenders the rule demands, and how many there are.
#[must_use]
pub fn demand(language: Language, question: Question, seats: u32, have: usize) -> String {
    let Demanded { least, most } = demanded(question, seats);
    let kind = kind(language, question);
    match (question, most) {
        (Question::OneOf { .. } | Question::YesNo, _) => {
            words::demand_one_of(language, kind, least, have)
        }
        (_, Some(_)) => words::demand_single(language, kind, seats, least, have),
        (_, None) => words::demand_contested(language, kind, seats, least, have),
    }
}

/// Names everything on a ballot, in its order.
#[must_use]
pub fn names(language: Language, slate: &Slate) -> String {
    let names = slate.contenders.iter().map(|it| it.name.as_str());
    terms::list(language, names)
}

/// Names everything on a ballot, and says in which order it stands.
#[must_use]
pub fn contenders(language: Language, people: bool, slate: &Slate) -> String {
    let names = names(language, slate);
    match people {
        true => words::contenders_stroke(language, names),
        false => words::contenders(language, names),
    }
}

/// Names who watches the count and who counts.
#[must_use]
pub fn tellers(language: Language, world: &World, tellers: &Tellers) -> String {
    if tellers.all().next().is_none() {
        return words::tellers_none(language).to_owned();
    }
    let named = |people: &[crate::domain::ids::PersonId]| {
        let people = people.iter();
        terms::list(
            language,
            people.map(|it| terms::person(language, world, it)),
        )
    };
    words::tellers(language, named(&tellers.watching), named(&tellers.counting))
}

/// Says how many papers there were, hands or voices by name, and how many abstained.
#[must_use]
pub fn counts(
    language: Language,
    ballot: &Ballot,
    result: &VoteResult,
    count: &SlateCount,
) -> String {
    let sheet = &count.sheet;
    let silent = sheet.issued.saturating_sub(sheet.returned);
    let cast = result
        .voices
        .iter()
        .filter(|it| it.cast_by.is_some() && matches!(it.voice, Voice::For | Voice::Abstain));
    let said = match ballot.method {
        Method::Hands => words::counts_hands(language, sheet.valid, silent),
        Method::ByName => options::counts(language, sheet.valid, cast.count(), silent),
        _ => words::counts_papers(
            language,
            sheet.issued,
            sheet.returned,
            sheet.valid,
            sheet.spoiled,
        ),
    };
    match sheet.abstain {
        0 => said,
        abstain => words::abstained(language, said, abstain),
    }
}

/// Says whether what is voted on by a motion is one of several options and no person.
#[must_use]
pub fn is_of_options(world: &World, motion: &MotionId) -> bool {
    let rule = world
        .motion(motion)
        .ok()
        .and_then(|it| under(world, it).ok());
    rule.is_some_and(|rule| matches!(rule.question, Question::OneOf { .. }))
}

/// Says what each contender has to reach.
#[must_use]
pub fn threshold(language: Language, rule: &Rule) -> String {
    let Some(asked) = rule.pass.thresholds().first().copied() else {
        return String::new();
    };
    let chooses = matches!(rule.question, Question::OneOf { .. });
    let share = steps::share(language, (asked.base, chooses), asked.num, asked.den);
    match asked.comparator {
        Comparator::MoreThan => words::reaches(language, share),
        Comparator::AtLeast => words::reaches_at_least(language, share),
    }
}

/// Says the inequality of a contender, and that it does not hold where it does not.
#[must_use]
pub fn proof(language: Language, inequality: &Inequality) -> String {
    let said = inequality.to_string();
    match inequality.holds() {
        true => said,
        false => words::proof_fails(language, said),
    }
}

fn placed(language: Language, placed: &Placed) -> String {
    let (name, votes) = (placed.name.as_str(), placed.inequality.count);
    let proof = placed.inequality.to_string();
    let said = match placed.inequality.holds() {
        true => words::placed(language, name, votes, proof),
        false => words::placed_not(language, name, votes, proof),
    };
    match placed.taken {
        true => words::placed_taken(language, said),
        false => said,
    }
}

fn listed<'a>(language: Language, lines: impl Iterator<Item = &'a Line>) -> String {
    terms::list(language, lines.map(Line::as_str))
}

/// Says what became of a contender in one count.
#[must_use]
pub fn fate(language: Language, people: bool, placed: &Placed, judged: &Judged) -> &'static str {
    let again = match &judged.next {
        Next::VoteAgain { among, .. } => among.contains(&placed.name),
        _ => false,
    };
    let through = match &judged.next {
        Next::VoteAgain { through, .. } => through.contains(&placed.name),
        _ => false,
    };
    match (placed.taken, people) {
        (true, true) => words::cell_taken(language),
        (true, false) => words::cell_chosen(language),
        _ if again => words::cell_again(language),
        _ if through => words::cell_through(language),
        (false, true) => words::cell_not(language),
        (false, false) => words::cell_not_chosen(language),
    }
}

/// Says who is taken by one count, and what follows.
#[must_use]
pub fn outcome(language: Language, people: bool, judged: &Judged) -> String {
    let taken = listed(language, judged.taken());
    let some = !taken.is_empty();
    match (&judged.next, some) {
        (Next::VoteAgain { among, seats, .. }, true) => {
            words::outcome_again_some(language, taken, listed(language, among.iter()), *seats)
        }
        (Next::VoteAgain { among, through, .. }, false) if !through.is_empty() => {
            let (among, through) = (
                listed(language, among.iter()),
                listed(language, through.iter()),
            );
            words::outcome_again_tied(language, among, through)
        }
        (Next::VoteAgain { among, .. }, false) if !people => {
            words::outcome_again_options(language, listed(language, among.iter()))
        }
        (Next::VoteAgain { among, seats, .. }, false) => {
            words::outcome_again(language, listed(language, among.iter()), *seats)
        }
        (Next::SeatsOpen { seats }, true) => words::outcome_elected_some(language, taken, *seats),
        (Next::SeatsOpen { seats }, false) => words::outcome_nobody(language, *seats),
        (Next::Nothing, true) if people => words::outcome_elected(language, taken),
        (Next::Nothing, true) => words::outcome_chosen(language, taken),
        (Next::Nothing, false) => words::outcome_nothing(language).to_owned(),
    }
}

/// Names how one vote came out, in a word or two.
#[must_use]
pub fn word(language: Language, ballot: &Ballot, result: &VoteResult) -> &'static str {
    let people = chooses_people(&ballot.rule);
    let next = result.slate.as_ref().map(|count| &count.judged.next);
    match (result.outcome, next) {
        (Outcome::Adopted, _) if !people => words::standing_chosen(language),
        (Outcome::Adopted, Some(Next::SeatsOpen { .. })) => words::standing_elected_some(language),
        (Outcome::Adopted, _) => words::standing_elected(language),
        (Outcome::Rejected, _) => words::standing_nobody(language),
        (outcome, _) => terms::outcome(language, outcome, Effect::Decides),
    }
}

/// Returns the result of a count of contenders in one sentence to read out, by votes.
#[must_use]
pub fn result(
    language: Language,
    ballot: &Ballot,
    result: &VoteResult,
    count: &SlateCount,
) -> String {
    let people = chooses_people(&ballot.rule);
    let lines: Vec<String> = count
        .judged
        .placed
        .iter()
        .map(|it| placed(language, it))
        .collect();
    words::result(
        language,
        counts(language, ballot, result, count),
        threshold(language, &ballot.rule),
        terms::list(language, lines.iter().map(String::as_str)),
        outcome(language, people, &count.judged),
    )
}

/// Says how a count came out, for a line of what happened.
#[must_use]
pub fn ended(language: Language, motion: Option<&Motion>, result: &VoteResult) -> Option<String> {
    let count = result.slate.as_ref()?;
    let people = motion.and_then(Motion::rule).is_none_or(chooses_people);
    Some(outcome(language, people, &count.judged))
}

/// Names where a motion with contenders stands in a word or two; `None` where the words of every
/// motion do.
#[must_use]
pub fn standing_short(language: Language, motion: &Motion) -> Option<&'static str> {
    motion.ballot()?.slate.as_ref()?;
    let (people, open) = motion.stands_with().map(|it| (it.people, it.open))?;
    Some(match standing(motion) {
        Standing::VoteAgain => words::standing_again(language),
        Standing::Adopted if !people => words::standing_chosen(language),
        Standing::Adopted if open > 0 => words::standing_elected_some(language),
        Standing::Adopted => words::standing_elected(language),
        Standing::Rejected => words::standing_nobody(language),
        _ => return None,
    })
}

/// Says whom all votes on a motion have taken, once nothing more is due; `None` where nobody says.
#[must_use]
pub fn standing_whole(language: Language, motion: &Motion) -> Option<String> {
    motion.ballot()?.slate.as_ref()?;
    came_to(language, standing(motion), &motion.stands_with()?)
}

/// Says whom a vote elected or what it took, by where its motion stands; `None` where nobody says.
#[must_use]
pub fn came_to(language: Language, standing: Standing, came_to: &CameTo) -> Option<String> {
    let taken = listed(language, came_to.taken.iter());
    Some(match (standing, came_to.people, came_to.open) {
        (Standing::Adopted, false, _) => words::chosen(language, taken),
        (Standing::Adopted, true, 0) => words::elected(language, taken),
        (Standing::Adopted, true, open) => words::elected_some(language, taken, open),
        (Standing::Rejected, false, _) => words::nothing(language).to_owned(),
        (Standing::Rejected, true, open) => words::nobody(language, open),
        _ => return None,
    })
}

/// Names whoever an earlier decision elected, or what of several it took: as it was announced, and where
/// that was corrected before, as it stood.
#[must_use]
pub fn was_taken(language: Language, of: &Decided) -> Option<String> {
    let say = |taken: &[Line], open| {
        let came_to = CameTo {
            taken: taken.to_vec(),
            people: of.people,
            open,
        };
        match taken {
            [] if !of.people => None,
            [] => self::came_to(language, of.standing, &came_to),
            _ => self::came_to(language, Standing::Adopted, &came_to),
        }
    };
    let now = say(&of.taken, of.open);
    match say(&of.announced, 0).filter(|_| !of.announced.is_empty()) {
        Some(announced) => {
            let now = now.unwrap_or_else(|| sequels::standing_word(language, of.standing).into());
            Some(words::corrected_before(language, announced, now))
        }
        None => now,
    }
}

/// Names the election whose open seats a motion is to fill, by its session, day and number.
#[must_use]
pub fn refills(language: Language, motion: &Motion) -> Option<String> {
    let refills = motion.refills.as_ref()?;
    let of = &refills.decided;
    let session = match &of.published_as {
        Some(name) => name.to_string(),
        None => terms::session_named(language, of.kind, of.ordinal),
    };
    let on = terms::date(language, of.on);
    let say = match refills.vacancy {
        Vacancy::Filled => words::refills,
        Vacancy::LeftOpen => words::leaves_open,
    };
    let motion = sequels::motion_of(language, of.item.as_ref().map(Line::as_str), of.number);
    Some(say(language, refills.seats, motion, session, on))
}

/// Names what a motion does about the seats an election left open.
#[must_use]
pub fn refills_label(language: Language, motion: &Motion) -> &'static str {
    match motion.refills.as_ref().map(|it| it.vacancy) {
        Some(Vacancy::LeftOpen) => words::label_leaves_open(language),
        _ => words::label_refills(language),
    }
}

/// Words the motion that leaves open for now the seats an election left.
#[must_use]
pub fn leave_open_wording(language: Language, world: &World, elected: &Motion) -> String {
    let session = world.session(&elected.session).ok();
    let name = session.map_or_else(String::new, |it| terms::session_name(language, it));
    let on = session.map_or_else(String::new, |it| terms::date(language, it.date));
    let seats = elected.slate.as_ref().map_or(0, |slate| slate.seats);
    let open = elected.seats_open();
    let filled = seats.saturating_sub(open);
    let item = world.items.get(&elected.item);
    let number = item.map_or_else(String::new, |item| terms::item_number(language, item));
    let title = item.map_or("", |item| item.title.as_str());
    words::leave_open_wording(language, open, seats, name, on, number, title, filled)
}

/// Says how many votes those had whom an election did not take; `None` where it took everybody.
#[must_use]
pub fn not_taken(language: Language, motion: &Motion) -> Option<String> {
    let left = motion.not_taken();
    let said: Vec<String> = left
        .iter()
        .map(|it| words::act_row(language, it.name.as_str(), it.votes))
        .collect();
    let list = terms::list(language, said.iter().map(String::as_str));
    (!said.is_empty()).then(|| words::not_taken(language, list))
}

/// Says who is voted on again, for the chair to speak.
#[must_use]
pub fn due(language: Language, motion: &Motion) -> String {
    let next = motion.result().and_then(|result| result.slate.as_ref());
    match next.map(|count| &count.judged.next) {
        Some(Next::VoteAgain { among, through, .. }) if !through.is_empty() => {
            let (among, through) = (
                listed(language, among.iter()),
                listed(language, through.iter()),
            );
            words::due_again_tied(language, among, through)
        }
        Some(Next::VoteAgain { among, .. }) if !motion.rule().is_some_and(chooses_people) => {
            words::due_again_options(language, listed(language, among.iter()))
        }
        Some(Next::VoteAgain { among, seats, .. }) => {
            words::due_again(language, listed(language, among.iter()), *seats)
        }
        _ => String::new(),
    }
}

/// Says what is put to the vote, for the chair to speak; `None` where it only asks yes or no.
#[must_use]
pub fn open(language: Language, world: &World, motion: &Motion) -> Option<String> {
    let slate = motion.slate.as_ref()?;
    let rule = under(world, motion).ok()?;
    let names = names(language, slate);
    Some(match rule.question {
        Question::YesNo => return None,
        Question::Seats { .. } => {
            words::open_people(language, slate.seats, names, motion.wording())
        }
        Question::OneOf { .. } => words::open_options(language, names, motion.wording()),
    })
}

/// Says how hands are asked for, one contender after the other; `None` where none stands on the ballot.
#[must_use]
pub fn hands(language: Language, world: &World, motion: &MotionId) -> Option<String> {
    let ballot = world.motions.get(motion)?.ballot()?;
    let slate = ballot.slate.as_ref()?;
    let names = names(language, slate);
    Some(match chooses_people(&ballot.rule) {
        true => words::step_hands_people(language, names),
        false => words::step_hands(language, names),
    })
}

/// Says how each is asked which of several they take.
#[must_use]
pub fn ask(language: Language, world: &World, motion: &MotionId) -> String {
    let ballot = world.motions.get(motion).and_then(|motion| motion.ballot());
    let slate = ballot.and_then(|ballot| ballot.slate.as_ref());
    slate.map_or_else(String::new, |slate| {
        options::step_ask(language, names(language, slate))
    })
}

/// Says how a vote on contenders ended that another followed; `None` where none stood on its ballot.
#[must_use]
pub fn round(language: Language, ballot: &Ballot, result: &VoteResult) -> Option<String> {
    let nothing = matches!(result.outcome, Outcome::Void | Outcome::Inquorate);
    let count = result.slate.as_ref().filter(|_| !nothing)?;
    let people = chooses_people(&ballot.rule);
    let stood = count.judged.placed.iter().map(|it| {
        let (name, votes) = (it.name.as_str(), it.inequality.count);
        aloud::placed(language, name, votes)
    });
    let stood: Vec<String> = stood.collect();
    let stood = terms::list(language, stood.iter().map(String::as_str));
    let outcome = outcome(language, people, &count.judged);
    Some(words::round_stood(language, stood, outcome))
}

/// Says why contenders, tellers or a count are refused.
#[must_use]
pub fn refused(language: Language, world: &World, why: &Refused) -> String {
    match why {
        Refused::NoContendersAsked { rule } => {
            said::no_contenders_asked(language, terms::rule(language, world, rule).to_owned())
        }
        Refused::ForAndAgainst { rule } => {
            said::for_and_against(language, terms::rule(language, world, rule).to_owned())
        }
        Refused::NoContenders => said::no_contenders(language).to_owned(),
        Refused::ContendersShort { have, need, people } => match people {
            true => said::contenders_short(language, *have, *need),
            false => said::options_short(language, *have, *need),
        },
        Refused::ContendersBeyond { have, most } => said::contenders_beyond(language, *have, *most),
        Refused::ContenderTwice { name, people } => match people {
            true => said::contender_twice(language, name.as_str()),
            false => said::option_twice(language, name.as_str()),
        },
        Refused::NameOfSeveral { name, villages } => {
            let first = villages.first();
            let village = match first {
                Some(village) => terms::village(language, world, Some(village)),
                None => facts::area_wide(language),
            };
            let villages = terms::villages(language, world, villages);
            said::name_of_several(language, name.as_str(), villages, village)
        }
        Refused::NoTellers => said::no_tellers(language).to_owned(),
        Refused::TellerStands { name } => said::teller_stands(language, name.as_str()),
        Refused::TellerTwice { name } => said::teller_twice(language, name.as_str()),
        Refused::TellerWithdrew { name } => said::teller_withdrew(language, name.as_str()),
        Refused::TellerAway { name } => said::teller_away(language, name.as_str()),
        Refused::CountedByContender => said::counted_by_contender(language).to_owned(),
        Refused::ElectedByName { rule } => {
            options::no_election_by_name(language, terms::rule(language, world, rule).to_owned())
        }
        Refused::OneIsTaken => options::one_is_taken(language).to_owned(),
        Refused::NotOnTheBallot { name } => options::not_on_the_ballot(language, name.as_str()),
        Refused::HasContenders => said::has_contenders(language).to_owned(),
        Refused::SheetDoesNotAddUp { imbalance, method } => {
            unbalanced(language, imbalance, *method)
        }
    }
}

/// Says what of a count does not add up.
#[must_use]
pub fn unbalanced(language: Language, imbalance: &Imbalance, method: Method) -> String {
    match imbalance {
        Imbalance::Rows => said::sheet_rows(language).to_owned(),
        Imbalance::Returned { returned, sum } if method == Method::Hands => {
            said::sheet_hands(language, *returned, *sum)
        }
        Imbalance::Returned { returned, sum } => said::sheet_returned(language, *returned, *sum),
        Imbalance::Contender { at, valid, sum } => {
            said::sheet_contender(language, at.saturating_add(1), *sum, *valid)
        }
        Imbalance::Options { valid, sum } => said::sheet_options(language, *sum, *valid),
        Imbalance::Votes { most, sum } => said::sheet_votes(language, *sum, *most),
        Imbalance::WrittenIn { name } => said::sheet_written(language, name.as_str()),
    }
}
