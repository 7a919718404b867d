//! What a rule says beside its arithmetic: ties, recusal, and how a vote is taken.

use crate::domain::rule::{Method, Question, Rule, TieStep};
use crate::i18n::{Language, laws, rule_sentence as words, terms};

/// Says what a recusal does, what follows a tie, and when both sides are close.
pub(super) fn outcome(language: Language, rule: &Rule) -> Vec<String> {
    let mut said = vec![terms::recusal_effect(language, rule.recusal).to_owned()];
    if rule.question == Question::YesNo {
        let secret = rule.methods.contains(&Method::Secret);
        let steps = rule.tie.iter().map(|step| match step {
            TieStep::ChairCasts if secret => words::chair_casts_openly(language).to_owned(),
            step => tie_step(language, *step),
        });
        let path = steps.reduce(|steps, step| words::tie_next(language, steps, step));
        said.push(match path {
            None => words::tie_rejected(language).to_owned(),
            Some(steps) => words::tie_path(language, steps),
        });
    } else {
        said.push(words::tie_several(language).to_owned());
    }
    said.extend(rule.close.map(|votes| words::close(language, votes)));
    said
}

/// Names a step of a tie's path within a sentence.
#[must_use]
pub fn tie_step(language: Language, step: TieStep) -> String {
    let key = match step {
        TieStep::ChairCasts => "chair-casts",
        TieStep::SecondVote => "second-vote",
        TieStep::Lot => "lot",
        TieStep::Defer => "defer",
        TieStep::Refer => "refer",
    };
    words::tie_step(language, key)
}

/// Says how a vote is taken, who may take part, and how often.
pub(super) fn ways(language: Language, rule: &Rule) -> Vec<String> {
    let methods = rule.methods.iter();
    let methods = methods.map(|method| terms::method(language, *method));
    let mut said = vec![words::ways(language, terms::list(language, methods))];
    let mut say = |sentence: &str| said.push(sentence.to_owned());
    if rule.may_agree {
        say(words::may_agree(language));
    } else {
        say(words::must_vote(language));
    }
    if rule.chair_last {
        say(words::chair_last(language));
    }
    if rule.online {
        say(words::online(language));
    } else {
        say(words::not_online(language));
    }
    match rule.proxies {
        None if rule.leaves_out_proxies() => say(words::proxies_left_out(language)),
        None => say(words::no_proxies(language)),
        Some(proxies) => {
            let counted = if proxies.in_quorum { "yes" } else { "no" };
            say(&words::proxies(language, counted, proxies.each));
        }
    }
    if rule.circulation {
        say(words::circulation(language));
    } else {
        say(words::no_circulation(language));
    }
    if let Some(notice) = &rule.notice {
        let statute = laws::clause(language, notice.statute.as_str());
        say(&words::notice(language, notice.days, statute));
    }
    if let Some(revote) = rule.revote {
        say(&words::rounds(language, revote.rounds));
        if revote.days > 0 {
            say(&words::interval(language, revote.days));
        }
    }
    said
}
