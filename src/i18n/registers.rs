//! What is said of the register: what an act recorded, and why something cannot be; the names of its
//! ledgers, of what is counted, of the columns of its report and of periods.

use super::{Language, register as words, report};
use crate::domain::World;
use crate::domain::register::fact::{Room, Unit};
use crate::domain::register::money::yuan;
use crate::domain::register::period::Part;
use crate::domain::register::{Column, Event, Figure, LedgerKind, Period, Refused, TellsAlready};

/// Says what happened to a line of the register, in one short sentence.
#[must_use]
pub fn act(language: Language, event: &Event) -> String {
    match event {
        Event::Put { line } => {
            words::act_put(language, kind(language, line.kind), line.what.as_str())
        }
        Event::Removed { .. } => words::act_removed(language).to_owned(),
    }
}

/// Says why a command about the register is refused.
#[must_use]
pub fn refused(language: Language, world: &World, why: &Refused) -> String {
    let plain = match why {
        Refused::NoMoney { kind: of } => {
            return words::refused_no_money(language, kind(language, *of));
        }
        Refused::NoFigure {
            kind: of,
            figure: what,
        } => {
            return words::refused_no_figure(
                language,
                kind(language, *of),
                figure(language, *what),
            );
        }
        Refused::ShareOutside { village } => {
            let name = super::terms::village(language, world, Some(village));
            return words::refused_share_outside(language, name);
        }
        Refused::SharesExceed { shares, amount } => {
            return words::refused_shares_exceed(language, yuan(shares.0), yuan(amount.0));
        }
        Refused::Double { by, on } => {
            let on = super::terms::date(language, *on);
            return match by {
                TellsAlready::Matter(number) => {
                    let number = super::matters::number(language, *number);
                    words::refused_double_matter(language, number, on)
                }
                TellsAlready::Task(what) => words::refused_double_task(language, what.as_str(), on),
            };
        }
        Refused::Fed => words::refused_fed(language),
        Refused::NotFed => words::refused_not_fed(language),
        Refused::EndsBefore => words::refused_ends_before(language),
        Refused::TooLarge => words::refused_too_large(language),
        Refused::NoScheme => words::refused_no_scheme(language),
    };
    plain.to_owned()
}

/// Names a ledger.
#[must_use]
pub const fn kind(language: Language, kind: LedgerKind) -> &'static str {
    match kind {
        LedgerKind::Concern => words::kind_concern(language),
        LedgerKind::Visit => words::kind_visit(language),
        LedgerKind::IndustryProject => words::kind_industry_project(language),
        LedgerKind::JointProject => words::kind_joint_project(language),
        LedgerKind::Company => words::kind_company(language),
        LedgerKind::Yield => words::kind_yield(language),
        LedgerKind::Leader => words::kind_leader(language),
        LedgerKind::Talent => words::kind_talent(language),
        LedgerKind::TalentAway => words::kind_talent_away(language),
        LedgerKind::Worthy => words::kind_worthy(language),
        LedgerKind::Adviser => words::kind_adviser(language),
        LedgerKind::LegalOpinion => words::kind_legal_opinion(language),
        LedgerKind::Team => words::kind_team(language),
        LedgerKind::Service => words::kind_service(language),
        LedgerKind::Centre => words::kind_centre(language),
        LedgerKind::Pact => words::kind_pact(language),
        LedgerKind::CreditScheme => words::kind_credit_scheme(language),
        LedgerKind::Credit => words::kind_credit(language),
        LedgerKind::Grid => words::kind_grid(language),
    }
}

/// Names what is counted.
#[must_use]
pub const fn figure(language: Language, figure: Figure) -> &'static str {
    match figure {
        Figure::Number => words::figure_number(language),
        Figure::Jobs => words::figure_jobs(language),
        Figure::Households => words::figure_households(language),
        Figure::Persons => words::figure_persons(language),
        Figure::HouseholdIncome => words::figure_household_income(language),
        Figure::Points => words::figure_points(language),
    }
}

/// Names a period.
#[must_use]
pub fn period(language: Language, period: Period) -> String {
    let year = period.year().to_string();
    match period.part() {
        Part::Year => report::period_year(language, year),
        Part::Quarter(quarter) => report::period_quarter(language, year, quarter.to_string()),
        Part::Month(month) => {
            let month = match language {
                Language::Zh => month.to_string(),
                Language::En => format!("{month:02}"),
            };
            report::period_month(language, year, month)
        }
    }
}

/// Names a column of the report.
#[must_use]
pub const fn column(language: Language, column: Column) -> &'static str {
    match column {
        Column::Villages => report::column_villages(language),
        Column::Sessions => report::column_sessions(language),
        Column::MattersReceived => report::column_matters_received(language),
        Column::MattersJoint => report::column_matters_joint(language),
        Column::MattersDecided => report::column_matters_decided(language),
        Column::Votes => report::column_votes(language),
        Column::TasksSet => report::column_tasks_set(language),
        Column::TasksDone => report::column_tasks_done(language),
        Column::TasksOverdue => report::column_tasks_overdue(language),
        Column::TasksReopened => report::column_tasks_reopened(language),
        Column::Postings => report::column_postings(language),
        Column::Objections => report::column_objections(language),
        Column::Concerns => report::column_concerns(language),
        Column::ConcernsOpen => report::column_concerns_open(language),
        Column::Teams => report::column_teams(language),
        Column::Services => report::column_services(language),
        Column::HouseholdsContacted => report::column_households_contacted(language),
        Column::PersonsContacted => report::column_persons_contacted(language),
        Column::Companies => report::column_companies(language),
        Column::IndustryProjects => report::column_industry_projects(language),
        Column::JointProjects => report::column_joint_projects(language),
        Column::Leaders => report::column_leaders(language),
        Column::CollectiveIncome => report::column_collective_income(language),
        Column::Jobs => report::column_jobs(language),
        Column::HouseholdIncome => report::column_household_income(language),
        Column::Centres => report::column_centres(language),
        Column::Talents => report::column_talents(language),
        Column::TalentsAway => report::column_talents_away(language),
        Column::Worthies => report::column_worthies(language),
        Column::Advisers => report::column_advisers(language),
        Column::LegalOpinions => report::column_legal_opinions(language),
        Column::Pacts => report::column_pacts(language),
        Column::Credits => report::column_credits(language),
        Column::Grids => report::column_grids(language),
    }
}

/// Names in what a column is counted.
#[must_use]
pub const fn unit(language: Language, unit: Unit) -> &'static str {
    match unit {
        Unit::Things => report::unit_things(language),
        Unit::Times => report::unit_times(language),
        Unit::Cases => report::unit_cases(language),
        Unit::Households => report::unit_households(language),
        Unit::People => report::unit_people(language),
        Unit::Money => report::unit_money(language),
        Unit::Points => report::unit_points(language),
    }
}

/// Names where a column takes its figures from.
#[must_use]
pub const fn room(language: Language, room: Room) -> &'static str {
    match room {
        Room::Roster => report::from_roster(language),
        Room::Sessions => report::from_sessions(language),
        Room::Matters => report::from_matters(language),
        Room::Tasks => report::from_tasks(language),
        Room::Boards => report::from_boards(language),
        Room::Ledgers => report::from_ledgers(language),
    }
}

/// Writes an amount of money with the word for yuan.
#[must_use]
pub fn yuan_of(language: Language, fen: u64) -> String {
    super::cli_ledgers::yuan(language, yuan(fen))
}

/// Writes a figure of a column: money in yuan, everything else as it is counted.
#[must_use]
pub fn value(unit: Unit, value: u64) -> String {
    match unit {
        Unit::Money => yuan(value),
        _ => value.to_string(),
    }
}
