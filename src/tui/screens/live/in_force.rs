//! The rule by which what is in hand is judged: that of the motion, else of the item, else of the session.

use super::{hands, meter, seen, vote};
use crate::domain::World;
use crate::domain::ids::RuleId;
use crate::domain::rule::Rule;
use crate::domain::session::agenda::Item;
use crate::domain::session::{Session, proxy};
use crate::domain::vote::Motion;
use crate::i18n::{Language, in_force as words, own_rules, rule_sentences, second_call, terms};
use crate::tui::app::App;
use crate::tui::reading::{self, Part};

/// Shows the rules whole: the one what is in hand is judged by, and that of the session where it is another.
pub fn read(app: &mut App) {
    reading::open(app, |app| {
        Some((words::title(app.language).to_owned(), parts(app)?))
    });
}

fn parts(app: &App) -> Option<Vec<Part>> {
    let language = app.language;
    let (state, session, world) = seen(app).ok()?;
    let part = |title: String, rule: &Rule| Part {
        title,
        words: sentences(language, world, session, rule).join("\n"),
    };
    let named = |rule: &Rule| {
        let name = terms::rule_name(language, rule).to_owned();
        (name, terms::clause(language, rule).to_owned())
    };
    let sits_by = session.sits_by(world);
    let item = state.item(world);
    let motion = vote::motion(state, world);
    let of_motion = motion.and_then(|motion| {
        let rule = judging(world, session, motion)?;
        let (name, clause) = named(&rule);
        Some((
            words::of_motion(language, motion.number, name, clause),
            rule,
        ))
    });
    let of_item = || {
        let item = item?;
        let rule = of(world, session, item)?;
        let (name, clause) = named(&rule);
        let number = terms::item_number(language, item);
        Some((words::of_item(language, number, name, clause), rule))
    };
    let header = meter::read(language, world, session);
    let mut parts = vec![Part {
        title: words::header(language).to_owned(),
        words: header.whole(language),
    }];
    let judged = of_motion.or_else(of_item);
    if let Some((title, rule)) = &judged {
        parts.push(part(title.clone(), rule));
    }
    if judged.is_none_or(|(_, rule)| rule.id != sits_by.id) {
        let (name, clause) = named(&sits_by);
        let title = words::of_session(language, name, clause);
        let title = own_rules::with_days(language, world, session, title);
        parts.push(part(title, &sits_by));
    }
    Some(parts)
}

/// Says a rule as it was adopted; where the second call frees this session of its quorum, that first.
fn sentences(language: Language, world: &World, session: &Session, rule: &Rule) -> Vec<String> {
    let adopted = world.rule_on(&rule.id, session.date).ok();
    let freed = adopted.filter(|it| !session.lapses.is_empty() && it.quorum != rule.quorum);
    let Some(called) = freed else {
        return rule_sentences::sentences(language, world, rule);
    };
    let clause = terms::clause(language, &called).to_owned();
    let by_call = second_call::opens_with_any(language, "", clause);
    let mut said = vec![by_call.trim().to_owned()];
    said.extend(rule_sentences::sentences(language, world, &called));
    said
}

/// Returns the rule a motion is judged by: the one copied into its vote, else the one of its item.
#[must_use]
pub fn judging(world: &World, session: &Session, motion: &Motion) -> Option<Rule> {
    let copied = motion.ballot().map(|ballot| ballot.rule.clone());
    copied.or_else(|| Some(session.after_lapses(world, hands::rule_of(world, &motion.id)?)))
}

/// Returns the rule the votes of an item are judged by, where it is voted on.
fn of(world: &World, session: &Session, item: &Item) -> Option<Rule> {
    let rule = world.rule_on(item.kind.rule()?, session.date).ok()?;
    Some(session.after_lapses(world, rule))
}

/// Returns the item that runs with the rule its votes are judged by, where it is voted on.
#[must_use]
pub fn of_item<'a>(world: &'a World, session: &Session) -> Option<(&'a Item, Rule)> {
    let item = world.running_item(&session.id)?;
    // What takes a decision up once more may be voted by another rule than its item.
    let pending = world.motions_of(&item.id).find(|motion| motion.pending());
    let rule = match pending {
        Some(motion) => judging(world, session, motion)?,
        None => of(world, session, item)?,
    };
    Some((item, rule))
}

/// Says whose rule it is: the session's, that of the item that runs, or of items still to be voted on.
#[must_use]
pub fn whose(language: Language, world: &World, session: &Session, rule: &RuleId) -> String {
    if session.sits_by(world).id == *rule {
        return words::whose_session(language).to_owned();
    }
    if of_item(world, session).is_some_and(|(_, running)| running.id == *rule) {
        return words::whose_this_item(language).to_owned();
    }
    let open = world.agenda(&session.id).filter(|it| !it.state.settled());
    let by_it = open.filter(|item| of(world, session, item).is_some_and(|it| it.id == *rule));
    let numbers = by_it.map(|item| terms::item_number(language, item));
    let numbers: Vec<String> = numbers.collect();
    words::whose_items(language, numbers.join(words::list(language)))
}

/// Returns the rules the session is judged by from now on that know no proxies: a proxy does not count
/// where they judge.
#[must_use]
pub fn without_proxies(world: &World, session: &Session) -> Vec<RuleId> {
    let open = world.agenda(&session.id).filter(|it| !it.state.settled());
    let rules = open.filter_map(|item| of(world, session, item));
    let mut without: Vec<RuleId> = Vec::new();
    for rule in std::iter::once(session.sits_by(world)).chain(rules) {
        if rule.proxies.is_none() && !without.contains(&rule.id) {
            without.push(rule.id);
        }
    }
    without
}

/// Names the items at which a proxy counts, each with how many one person may hold; `None` where there are none.
#[must_use]
pub fn proxies_at(language: Language, world: &World, session: &Session) -> Option<String> {
    let items = proxy::counted_at(world, session).map(|(item, most)| {
        let item = terms::item_number(language, item);
        words::proxies_at(language, item, most)
    });
    let items: Vec<String> = items.collect();
    let list = terms::list(language, items.iter().map(String::as_str));
    (!items.is_empty()).then_some(list)
}

/// Says of a motion whose rule knows no proxies which of those on record do not count.
#[must_use]
pub fn idle_proxies(
    language: Language,
    world: &World,
    session: &Session,
    rule: &Rule,
) -> Option<String> {
    if rule.proxies.is_some() {
        return None;
    }
    let idle = session.lasting_proxies().filter(|proxy| {
        let giver = session.attendee(&proxy.giver);
        giver.is_some_and(|it| it.there().is_none())
    });
    let idle = idle.map(|proxy| {
        let [giver, holder] =
            [&proxy.giver, &proxy.holder].map(|it| terms::person(language, world, it));
        words::proxies_idle_who(language, giver, holder)
    });
    let idle: Vec<String> = idle.collect();
    let people = terms::list(language, idle.iter().map(String::as_str));
    (!idle.is_empty()).then(|| words::proxies_idle(language, people))
}
