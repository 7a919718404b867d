//! What is said of postings: what an act recorded, why something cannot be, what is next, and the text
//! that is drafted from a matter.

use super::{
    Language, board as words, board_day, board_order, board_screen as screen, consents, matters,
    overdue, paths, posting as paper, terms, waiting,
};
use crate::domain::World;
use crate::domain::board::calendar::Lacks;
use crate::domain::board::mask::Why;
use crate::domain::board::{
    Affairs, Board, Event, Light, Next, NoLongerSo, NoticeKind, Posting, Refused, Step,
};
use crate::domain::ids::PostingId;
use crate::domain::matter::Matter;
use crate::domain::matter::intake::{Fen, Touch};
use crate::domain::matter::path::Reviewed;
use crate::domain::vote::Motion;
use chrono::NaiveDate;

/// Says what happened to a posting, in one short sentence.
#[must_use]
pub fn act(language: Language, world: &World, event: &Event) -> String {
    match event {
        Event::Put { posting } => {
            let board = board(language, world, &posting.board);
            match posting.again {
                Some(_) => words::act_again(language, board, posting.title()),
                None => words::act_put(language, board, posting.title()),
            }
        }
        Event::Stepped { posting, step } => stepped(language, world, posting, step),
        Event::Settled { posting } => match world.posting(posting) {
            Ok(posting) => words::act_settled(language, posting.title()),
            Err(_) => words::gone(language).to_owned(),
        },
    }
}

fn stepped(language: Language, world: &World, id: &PostingId, step: &Step) -> String {
    let Ok(posting) = world.posting(id) else {
        return words::gone(language).to_owned();
    };
    let title = posting.title();
    let board = board(language, world, &posting.board);
    match step {
        Step::PutUp { .. } => words::act_up(language, board, title),
        Step::Worded { wording, .. } => words::act_worded(language, wording.title.as_str()),
        Step::Moved { to, .. } => words::act_moved(language, to.to_string(), title),
        Step::Redated { to, .. } => board_day::act(language, terms::date(language, *to), title),
        Step::Photographed { .. } => words::act_photo(language, title),
        Step::TakenDown { void: true, .. } => board_order::act_void(language, board, title),
        Step::TakenDown { short: true, .. } => words::act_short(language, board, title),
        Step::TakenDown { .. } => words::act_down(language, board, title),
        Step::Objected { objection } => words::act_objected(language, objection.number, title),
        Step::Answered { number, .. } => words::act_answered(language, *number, title),
        Step::Referred { number, .. } => words::act_referred(language, *number, title),
        Step::Dropped { .. } => words::act_dropped(language, title),
    }
}

/// Says why a command about a posting is refused.
#[must_use]
pub fn refused(language: Language, why: &Refused) -> String {
    let day = |day: &NaiveDate| terms::date(language, *day);
    match why {
        Refused::Closed => words::refused_closed(language).to_owned(),
        Refused::Secret { title } => words::refused_secret(language, title.as_str()),
        Refused::NoText => words::refused_no_text(language).to_owned(),
        Refused::SaysNothing => words::refused_says_nothing(language).to_owned(),
        Refused::VillageLeft { name } => words::refused_village_left(language, name.as_str()),
        Refused::Undecided { title } => board_day::refused_undecided(language, title.as_str()),
        Refused::Rejected { title } => board_day::refused_rejected(language, title.as_str()),
        Refused::BeforeDecided { on } => board_day::refused_before_decided(language, day(on)),
        Refused::StepOpen { step } => {
            board_order::refused_open(language, paths::name(language, step))
        }
        Refused::StepRefused { step, on } => {
            board_order::refused_refused(language, paths::name(language, step), day(on))
        }
        Refused::MeetsAgain { step, on } => match step {
            Some(step) => {
                board_order::refused_meets_again(language, paths::name(language, step), day(on))
            }
            None => board_order::refused_said_no(language, day(on)),
        },
        Refused::TermRuns { step, from } => {
            board_order::refused_runs(language, paths::name(language, step), day(from))
        }
        Refused::Unheard { village: true } => board_order::refused_unheard(language).to_owned(),
        Refused::Unheard { village: false } => board_order::refused_none_heard(language).to_owned(),
        Refused::OthersOpen => board_order::refused_others(language).to_owned(),
        Refused::BeforeStep { step, on } => {
            board_order::refused_before_step(language, paths::name(language, step), day(on))
        }
        Refused::BeforeConsent { name, on } => {
            board_order::refused_before_consent(language, name.as_str(), day(on))
        }
        Refused::ThereAlready => board_order::refused_there(language).to_owned(),
        Refused::DraftedAlready => board_order::refused_drafted(language).to_owned(),
        Refused::Up => words::refused_up(language).to_owned(),
        Refused::NotUp => words::refused_not_up(language).to_owned(),
        Refused::BeforePutUp { posted } => words::refused_before(language, day(posted)),
        Refused::HungThen { on } => board_day::refused_hung_then(language, day(on)),
        Refused::CameDown { on } => board_day::refused_came_down(language, day(on)),
        Refused::DownTooEarly { off, until } => {
            board_day::refused_down_too_early(language, day(until), day(off))
        }
        Refused::HungWhole { until } => board_day::refused_hung_whole(language, day(until)),
        Refused::BeforeObjected { on } => words::refused_before_objected(language, day(on)),
        Refused::TooShort { least, days } => words::refused_short(language, *days, day(least)),
        Refused::Lasting => words::refused_lasting(language).to_owned(),
        Refused::WantsReason => words::refused_reason(language).to_owned(),
        Refused::MustHangAgain => words::refused_again(language).to_owned(),
        Refused::Answered => words::refused_answered(language).to_owned(),
        Refused::Referred => words::refused_referred(language).to_owned(),
    }
}

/// Names a board.
#[must_use]
pub fn board(language: Language, world: &World, board: &Board) -> String {
    match board {
        Board::Area => words::area(language).to_owned(),
        Board::Village(id) => match world.villages.get(id) {
            Some(village) => words::of_village(language, village.name.as_str()),
            None => words::somewhere(language).to_owned(),
        },
    }
}

/// Names a kind of posting.
#[must_use]
pub fn kind(language: Language, kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Notice => words::notice(language),
        NoticeKind::Disclosure => words::disclosure(language),
    }
}

/// Names one of the three affairs.
#[must_use]
pub fn affairs(language: Language, affairs: Affairs) -> &'static str {
    match affairs {
        Affairs::Party => words::party(language),
        Affairs::Village => words::village(language),
        Affairs::Finance => words::finance(language),
    }
}

/// Names a light.
#[must_use]
pub fn light(language: Language, light: Light) -> &'static str {
    match light {
        Light::Late => screen::light_late(language),
        Light::Void => board_order::light_void(language),
        Light::Due => screen::light_due(language),
        Light::Over => screen::light_over(language),
        Light::Waits => screen::light_waits(language),
        Light::Hangs => screen::light_hangs(language),
        Light::Settled => screen::light_settled(language),
    }
}

/// Names why something is masked.
#[must_use]
pub fn why(language: Language, why: Why) -> &'static str {
    match why {
        Why::Identity => screen::why_identity(language),
        Why::Bank => screen::why_bank(language),
        Why::Mobile => screen::why_mobile(language),
        Why::LongNumber => screen::why_long(language),
        Why::Address => screen::why_address(language),
        Why::Name => screen::why_name(language),
        Why::Clerk => screen::why_clerk(language),
    }
}

/// Says what is next about a posting as its matter stands: what is no longer so comes down, or is worded anew.
#[must_use]
pub fn next_as_it_stands(
    language: Language,
    world: &World,
    posting: &Posting,
    today: NaiveDate,
) -> String {
    let answers = matches!(posting.next(), Next::Answer(_));
    match posting.no_longer_so(world, today).filter(|_| !answers) {
        Some(NoLongerSo::MayNotHang(_)) => board_order::next_down(language).to_owned(),
        Some(NoLongerSo::TakenBack { .. }) => board_order::next_reword(language).to_owned(),
        None => match posting.waits_for(world, today) {
            Some(waits) => waiting::short(language, &waits, |day| {
                terms::column_day(language, day, today)
            }),
            None => said_next(
                language,
                posting,
                posting.next_as_it_stands(world, today),
                today,
            ),
        },
    }
}

/// Says of what hangs that it is no longer so, why, and what to do: `down` takes it down, `reword` words it anew.
#[must_use]
pub fn no_longer_so(
    language: Language,
    world: &World,
    why: &NoLongerSo,
    (down, reword): (&str, &str),
) -> String {
    match why {
        NoLongerSo::MayNotHang(Refused::StepRefused { step, on }) => {
            let step = paths::name(language, step);
            board_order::void_step(language, step, terms::date(language, *on), down)
        }
        NoLongerSo::MayNotHang(Refused::OthersOpen) => board_order::void_others(language, down),
        NoLongerSo::MayNotHang(_) => board_order::void_rejected(language, down),
        NoLongerSo::TakenBack { village, on } => {
            let village = terms::village(language, world, Some(village));
            board_order::void_village(language, village, terms::date(language, *on), reword, down)
        }
    }
}

/// Says what is next about a posting.
#[must_use]
pub fn next(language: Language, posting: &Posting, today: NaiveDate) -> String {
    said_next(language, posting, posting.next_on(today), today)
}

fn said_next(language: Language, posting: &Posting, next: Next, today: NaiveDate) -> String {
    let day = |day: NaiveDate| terms::column_day(language, day, today);
    match next {
        Next::PutUp(by) => screen::next_up(language, day(by)),
        Next::Answer(by) => screen::next_answer(language, day(by)),
        Next::TakeDown(from) => screen::next_down(language, day(from)),
        Next::Hangs(Some(until)) => screen::next_hangs(language, day(until)),
        Next::Hangs(None) => screen::next_lasting(language).to_owned(),
        Next::Nothing => match posting.taken_down() {
            Some((off, _)) => screen::next_settled(language, day(off)),
            None => screen::next_dropped(language).to_owned(),
        },
    }
}

/// Says what is missing, to one who sees on which board.
#[must_use]
pub fn lacks_there(language: Language, world: &World, what: &Lacks) -> String {
    match what {
        Lacks::Matter { matter, .. } => {
            let title = world.matters.get(matter);
            let title = title.map(|it| it.intake.title.to_string());
            screen::missing_there(language, title.unwrap_or_default())
        }
        Lacks::Motion { wording, .. } => screen::missing_there(language, wording.as_str()),
        Lacks::Overdue {
            affairs, periods, ..
        } => overdue::missing(language, *affairs, periods),
        Lacks::Regular { .. } => lacks(language, world, what),
    }
}

/// Says what is missing.
#[must_use]
pub fn lacks(language: Language, world: &World, lacks: &Lacks) -> String {
    let many = |boards: &[Board]| match boards {
        [only] => board(language, world, only),
        several => screen::boards_all(language, several.len()),
    };
    match lacks {
        Lacks::Matter { matter, boards } => {
            let title = world.matters.get(matter);
            let title = title.map(|it| it.intake.title.to_string());
            screen::missing_decision(language, title.unwrap_or_default(), many(boards))
        }
        Lacks::Motion {
            wording, boards, ..
        } => screen::missing_decision(language, wording.as_str(), many(boards)),
        Lacks::Overdue {
            affairs, periods, ..
        } => overdue::row(language, *affairs, periods),
        Lacks::Regular { affairs: of, .. } => {
            let name = affairs(language, *of);
            match of {
                Affairs::Finance => screen::missing_regular_month(language, name),
                _ => screen::missing_regular_quarter(language, name),
            }
        }
    }
}

/// Says one step of a posting's history, its days as the place writes them where it is said.
#[must_use]
pub fn step(language: Language, step: &Step, day: impl Fn(NaiveDate) -> String) -> String {
    let day = |on: &NaiveDate| day(*on);
    let on = day(&step.on());
    match step {
        Step::PutUp {
            until: Some(until), ..
        } => screen::step_up(language, on, day(until)),
        Step::PutUp { .. } => screen::step_up_lasting(language, on),
        Step::Worded {
            reason: Some(reason),
            until: Some(until),
            ..
        } => screen::step_worded_anew(language, on, day(until), reason.as_str()),
        Step::Worded { .. } => screen::step_worded(language, on),
        Step::Moved { to, reason, .. } => {
            screen::step_moved(language, on, day(to), reason.as_str())
        }
        Step::Redated {
            from, to, reason, ..
        } => board_day::step(language, on, day(from), day(to), reason.as_str()),
        Step::Photographed { photo, .. } => screen::step_photo(language, on, photo.as_str()),
        Step::TakenDown {
            short: true,
            void,
            reason,
            ..
        } => {
            let reason = reason.as_ref().map(|reason| reason.as_str());
            let reason = reason.unwrap_or_default();
            match void {
                true => board_order::step_void(language, on, reason),
                false => screen::step_short(language, on, reason),
            }
        }
        Step::TakenDown { .. } => screen::step_down(language, on),
        Step::Objected { objection } => screen::step_objected(language, on, objection.number),
        Step::Answered { number, .. } => screen::step_answered(language, on, *number),
        Step::Referred { number, by, .. } => screen::step_referred(language, on, *number, day(by)),
        Step::Dropped { reason, .. } => screen::step_dropped(language, on, reason.as_str()),
    }
}

/// A text as it is drafted, before it is masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The title.
    pub title: String,
    /// The text.
    pub text: String,
    /// By what law it is so.
    pub basis: String,
    /// Of which affairs it is.
    pub affairs: Affairs,
    /// Whether it invites objections.
    pub kind: NoticeKind,
}

/// Drafts the text about the decision on a matter, in plain words.
#[must_use]
pub fn draft_matter(language: Language, world: &World, matter: &Matter, today: NaiveDate) -> Draft {
    let intake = &matter.intake;
    let what = intake.title.as_str();
    let mut lines = consents::settled(language, world, matter, today);
    lines.extend(matter.reviews().iter().map(|it| reviewed(language, it)));
    if !intake.about.is_empty() {
        lines.push(paper::about(language, intake.about.as_str()));
    }
    let villages = matters::villages(language, world, matter, today);
    lines.push(paper::concerns(language, villages));
    if let Some(money) = matter.money_on(world, today) {
        lines.push(paper::costs(language, yuan(money.amount)));
        let shares = money.shares.iter().map(|share| {
            let village = terms::village(language, world, Some(&share.village));
            paper::share(language, village, yuan(share.amount))
        });
        let shares: Vec<String> = shares.collect();
        if !shares.is_empty() {
            let shares = terms::list(language, shares.iter().map(String::as_str));
            lines.push(paper::shares(language, shares));
            if money.rest() > Fen(0) {
                lines.push(paper::unborne(language, yuan(money.rest())));
            }
        }
    }
    lines.push(paper::invites(language).to_owned());
    Draft {
        title: paper::title_notice(language, what),
        text: lines.join("\n"),
        basis: basis(language, matter),
        affairs: affairs_of(matter),
        kind: NoticeKind::Notice,
    }
}

/// Says who reviewed a matter from above, and what came of it.
pub(super) fn reviewed(language: Language, of: &Reviewed<'_>) -> String {
    // As it was entered: by that a text is known to name whoever reviewed it.
    let (day, body) = (terms::plain_date(language, of.on), of.body.as_str());
    match (of.agreed, of.paper) {
        (false, _) => board_order::not_approved(language, day, body),
        (true, None) => board_order::reviewed(language, day, body),
        (true, Some(paper)) => board_order::reviewed_paper(language, day, body, paper.as_str()),
    }
}

/// Names the laws by which the decision on a matter is made known.
pub(super) fn basis(language: Language, matter: &Matter) -> String {
    let levy = matter.intake.touches(Touch::Levy);
    let pact = matter.intake.touches(Touch::VillagePact);
    let laws = [
        Some(paper::basis_law(language)),
        levy.then(|| paper::basis_levy(language)),
        pact.then(|| paper::basis_pact(language)),
    ];
    terms::list(language, laws.into_iter().flatten())
}

/// Writes the laws a posting names in a language: those the program drafts itself are known in both, and
/// what a clerk wrote stays as it was written.
#[must_use]
pub fn basis_in(language: Language, written: &str) -> String {
    let known = [paper::basis_law, paper::basis_levy, paper::basis_pact];
    let all = Language::ALL.map(|of| known.map(|name| name(of)));
    let drafted = all.iter().any(|names| {
        let rest = names
            .iter()
            .fold(written.to_owned(), |rest, name| rest.replace(name, ""));
        rest.trim_matches(['、', ',', ' ']).is_empty()
    });
    if !drafted {
        return written.to_owned();
    }
    let named = (0..known.len()).filter(|at| {
        let mut names = all.iter().filter_map(|names| names.get(*at));
        names.any(|name| written.contains(name))
    });
    let laws: Vec<&str> = named
        .filter_map(|at| known.get(at))
        .map(|name| name(language))
        .collect();
    terms::list(language, laws)
}

pub(super) const fn affairs_of(matter: &Matter) -> Affairs {
    match matter.intake.committee {
        true => Affairs::Party,
        false => Affairs::Village,
    }
}

/// Drafts the text about a decision without a matter.
#[must_use]
pub fn draft_motion(language: Language, world: &World, motion: &Motion) -> Draft {
    let session = world.sessions.get(&motion.session);
    let day = session.map(|session| terms::plain_date(language, session.date));
    let item = world.items.get(&motion.item);
    let what = item.map(|item| item.title.to_string()).unwrap_or_default();
    let lines = [
        paper::decided_on(language, day.unwrap_or_default(), committee(world)),
        motion.wording().to_owned(),
        paper::invites(language).to_owned(),
    ];
    Draft {
        title: paper::title_notice(language, what),
        text: lines.join("\n"),
        basis: paper::basis_law(language).to_owned(),
        affairs: Affairs::Village,
        kind: NoticeKind::Notice,
    }
}

/// Drafts what a village makes known every so often: the clerk writes what it is.
#[must_use]
pub fn draft_regular(language: Language, village: &str, of: Affairs) -> Draft {
    let name = affairs(language, of);
    Draft {
        title: paper::regular_title(language, village, name),
        text: String::new(),
        basis: paper::basis_law(language).to_owned(),
        affairs: of,
        kind: NoticeKind::Disclosure,
    }
}

pub(super) fn committee(world: &World) -> &str {
    let committee = world.committee.as_deref();
    committee.map(|it| it.name.as_str()).unwrap_or_default()
}

/// Writes an amount in yuan, without the fen where there are none.
fn yuan(amount: Fen) -> String {
    match (amount.0 / 100, amount.0 % 100) {
        (yuan, 0) => yuan.to_string(),
        (yuan, fen) => format!("{yuan}.{fen:02}"),
    }
}
