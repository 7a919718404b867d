//! Refusals as sentences: what cannot be, how it stands, what is missing.

use super::{
    Language, ballot_refusal as ballots, board, board_day, boards, corrected, follow_ups,
    idle_rule, lefts, matter, matter_lacking, matters, path, path_anew, proxy, quorum, recusal,
    refusal, register, registers, rule_book, rule_faults, second_call, sequel, sequels,
    slate_refusal, slates, steps, task_refusal, template_words, terms, times, totals,
};
use crate::domain::dates::Minute;
use crate::domain::ids::{MotionId, VillageId};
use crate::domain::refusal::{OfBoard, OfMatter};
use crate::domain::rule::{Cause, Figure, Over};
use crate::domain::vote::{MotionState, by_village};
use crate::domain::world::World;
use crate::domain::{Refusal, Remedy};

/// Says why a command is refused, in a whole sentence; the next step may follow.
#[must_use]
pub fn refusal(language: Language, world: &World, why: &Refusal) -> String {
    if let Some(said) = sequels::refusal(language, world, why) {
        return said;
    }
    let plain = match why {
        Refusal::Agenda(why) => return lefts::refused(language, why),
        Refusal::Slate(why) => return slates::refused(language, world, why),
        Refusal::Task(why) => return follow_ups::refused(language, why),
        Refusal::Matter(why) => return matters::refused(language, world, why),
        Refusal::Board(why) => return boards::refused(language, why),
        Refusal::Register(why) => return registers::refused(language, world, why),
        Refusal::ResultFollowed { by } => return corrected::followed(language, by),
        Refusal::SeatsByRule { rule } => {
            return slate_refusal::seats_by_rule(language, terms::rule(language, world, rule));
        }
        Refusal::NoCountSheet => totals::no_sheet(language),
        Refusal::NoCommittee => refusal::no_committee(language),
        Refusal::CommitteeFounded => refusal::committee_founded(language),
        Refusal::Unknown => refusal::unknown(language),
        Refusal::AlreadyThere => refusal::already_there(language),
        Refusal::OrdinalTaken { ordinal: 0 } => refusal::ordinal_zero(language),
        Refusal::Frozen => refusal::frozen(language),
        Refusal::MinutesOver => refusal::minutes_over(language),
        Refusal::Sealed => refusal::sealed(language),
        Refusal::NoChair => refusal::no_chair(language),
        Refusal::RollNotCalled => refusal::roll_not_called(language),
        Refusal::TimesCross => refusal::times_cross(language),
        Refusal::TimesOnly => refusal::times_only(language),
        Refusal::LateItemWantsReason => refusal::late_item_wants_reason(language),
        Refusal::NoWords => refusal::no_words(language),
        Refusal::MotionPastWording => refusal::motion_past_wording(language),
        Refusal::HandsMissing => refusal::hands_missing(language),
        Refusal::CountedByHands => refusal::counted_by_hands(language),
        Refusal::CountedByName => refusal::counted_by_name(language),
        Refusal::CountedSecretly => ballots::counted_secretly(language),
        Refusal::CountedByVillage => ballots::counted_by_village(language),
        Refusal::NamedAlready => ballots::named_already(language),
        Refusal::PapersIssued => ballots::papers_issued(language),
        Refusal::PapersNotIssued => ballots::papers_not_issued(language),
        Refusal::PapersByVillage => ballots::papers_by_village(language),
        Refusal::PapersWhole => ballots::papers_whole(language),
        Refusal::PapersCounted => ballots::papers_counted(language),
        Refusal::PapersUncounted => ballots::papers_uncounted(language),
        Refusal::PapersNotTheRoom { .. }
        | Refusal::TooFewPapers { .. }
        | Refusal::PapersDoNotAddUp { .. }
        | Refusal::VillagesMissing { .. }
        | Refusal::NoDelegateThere { .. }
        | Refusal::DelegatesDoNotAddUp { .. }
        | Refusal::SpeaksAsOne { .. }
        | Refusal::ForTheOther { .. }
        | Refusal::ForBoth { .. }
        | Refusal::OtherAdopted { .. }
        | Refusal::LinkStands { .. } => return of_ballots(language, world, why),
        Refusal::VoteNotOpen => refusal::vote_not_open(language),
        Refusal::NotCounted => refusal::not_counted(language),
        Refusal::QuorumReached => refusal::quorum_reached(language),
        Refusal::RollDue => refusal::roll_due(language),
        Refusal::RollCalled => refusal::roll_called(language),
        Refusal::TaskOpen => refusal::task_open(language),
        Refusal::TaskDone => refusal::task_done(language),
        Refusal::TaskDropped => refusal::task_dropped(language),
        Refusal::DateWantsReason => refusal::date_wants_reason(language),
        Refusal::NothingToUndo => refusal::nothing_to_undo(language),
        Refusal::NothingToRedo => refusal::nothing_to_redo(language),
        Refusal::Overtaken => refusal::overtaken(language),
        Refusal::UncheckedByAnother { name } => {
            return refusal::unchecked_by_another(language, name.as_str());
        }
        Refusal::Signing(why) => return corrected::signing(language, why),
        Refusal::Final => refusal::final_act(language),
        Refusal::NoProxies => proxy::none_allowed(language),
        Refusal::ProxiesByName => proxy::by_name(language),
        Refusal::OnlyReading => refusal::only_reading(language),
        Refusal::NameTaken { name } => return refusal::name_taken(language, name.as_str()),
        Refusal::StillUsed { name } => return refusal::still_used(language, name.as_str()),
        Refusal::EndsBeforeItBegins { from, to } => {
            let (from, to) = (terms::date(language, *from), terms::date(language, *to));
            return refusal::ends_before_it_begins(language, to, from);
        }
        Refusal::OrdinalTaken { ordinal } => return refusal::ordinal_taken(language, *ordinal),
        Refusal::SessionNotIn { have, need } => {
            let have = terms::session_state(language, *have);
            return refusal::session_not_in(language, have, terms::session_state(language, *need));
        }
        Refusal::NotFrozenYet { have } => {
            return refusal::not_frozen_yet(language, terms::session_state(language, *have));
        }
        Refusal::NobodyEntitled { on } => {
            return refusal::nobody_entitled(language, terms::date(language, *on));
        }
        Refusal::FiguresMissing { figure, villages } => {
            let figure = match figure {
                Figure::Inhabitants => "inhabitants",
                Figure::Households => "households",
                Figure::Shares => "shares",
            };
            let villages = terms::villages(language, world, villages);
            return refusal::figures_missing(language, villages, figure);
        }
        // The chair's line has the sentence, and the way on must fit behind this.
        Refusal::NoticeWants { .. } => return second_call::notice_wants(language).to_owned(),
        Refusal::NoticeBeforeLapse { lapsed } => {
            return second_call::notice_early(language, terms::date(language, *lapsed));
        }
        Refusal::NotTheDayCalled { day } => {
            return second_call::not_the_day(language, terms::date(language, *day));
        }
        Refusal::NoticeShort { on, need, latest } => {
            let (on, latest) = (terms::date(language, *on), terms::date(language, *latest));
            return refusal::notice_short(language, *need, latest, on);
        }
        Refusal::RollNotFinished { unmarked } => {
            return refusal::roll_not_finished(language, *unmarked);
        }
        Refusal::QuorumShort {
            rule,
            over,
            entitled,
            have,
            need,
            excused,
        } => {
            let missing = need.saturating_sub(*have).saturating_sub(*excused);
            let rule = terms::rule(language, world, rule).to_owned();
            return match over {
                // The meter names the rule, and the way on must fit behind this.
                Over::Persons if *excused > 0 => refusal::quorum_short_excused(
                    language, *entitled, *have, *excused, *need, missing,
                ),
                Over::Persons => refusal::quorum_short(language, *entitled, *have, *need, missing),
                over if *over != Over::Villages && *entitled == 0 => {
                    quorum::no_figures(language, terms::over_key(*over))
                }
                over => {
                    let over = terms::over_key(*over);
                    refusal::quorum_short_of(language, over, *entitled, *have, *need, missing, rule)
                }
            };
        }
        Refusal::CrossesTimes { of } => {
            let what = terms::timed(language, world, of);
            return times::crosses(language, what, terms::times(language, of, Minute::clock));
        }
        Refusal::OutOfTurn {
            kind,
            ordinal,
            on,
            later,
        } => {
            let other = terms::session_named(language, *kind, *ordinal);
            let on = terms::date(language, *on);
            return match later {
                true => times::after_later(language, other, on),
                false => times::before_earlier(language, other, on),
            };
        }
        Refusal::BehindPlanned { kind, ordinal, on } => {
            let other = terms::session_named(language, *kind, *ordinal);
            return times::behind_planned(language, other, terms::date(language, *on));
        }
        Refusal::BeyondSession { opened, closed } => {
            let opened = opened.map(Minute::clock).unwrap_or_default();
            return match closed.map(Minute::clock) {
                Some(closed) => times::beyond_session(language, opened, closed),
                None => times::beyond_opening(language, opened),
            };
        }
        Refusal::NotOnTheRoll { name } => {
            return refusal::not_on_the_roll(language, name.as_str());
        }
        Refusal::IsThereToSpeak { name } => {
            return refusal::is_there_to_speak(language, name.as_str());
        }
        Refusal::ObserverNeverCounted { name } => {
            return refusal::observer_never_counted(language, name.as_str());
        }
        Refusal::NoMereGuest { name } => {
            return refusal::no_mere_guest(language, name.as_str());
        }
        Refusal::ItemDealtWith { title } => {
            return refusal::item_dealt_with(language, title.as_str());
        }
        Refusal::ItemDone { title } => {
            return refusal::item_done(language, title.as_str());
        }
        Refusal::ItemNotRunning { title } => {
            return refusal::item_not_running(language, title.as_str());
        }
        Refusal::ItemHasNoRule { title } => {
            return refusal::item_has_no_rule(language, title.as_str());
        }
        Refusal::HandsDoNotAddUp { room, sum } => {
            let (more, less) = (sum.saturating_sub(*room), room.saturating_sub(*sum));
            return if less > 0 {
                refusal::hands_too_few(language, *sum, *room, less)
            } else {
                refusal::hands_too_many(language, *sum, *room, more)
            };
        }
        Refusal::MethodNotAllowed { rule, method } => {
            let rule = terms::rule(language, world, rule).to_owned();
            return refusal::method_not_allowed(language, terms::method(language, *method), rule);
        }
        Refusal::RequiredMissing { rule, required } => {
            let rule = terms::rule(language, world, rule).to_owned();
            let who = terms::required(language, required).to_owned();
            return refusal::required_missing(language, who, rule);
        }
        Refusal::RuleFaulty { fault }
            if matches!(
                fault.cause,
                Cause::NobodyWeighs | Cause::FloorsOverTotal { .. } | Cause::CapsUnderTotal { .. }
            ) =>
        {
            return rule_faults::fault_of_field(language, rule_book::weights(language), fault);
        }
        Refusal::RuleFaulty { fault } => return rule_faults::fault(language, fault),
        Refusal::SitsByIt { rule } => {
            return refusal::sits_by_it(language, terms::rule(language, world, rule));
        }
        Refusal::NotToSitBy { rule } => {
            return refusal::not_to_sit_by(language, terms::rule(language, world, rule));
        }
        Refusal::RuleNotInForce { rule, on } => {
            let rule = terms::rule(language, world, rule);
            return refusal::rule_not_in_force(language, rule, terms::date(language, *on));
        }
        Refusal::ProxyGiven { name } => return proxy::given_already(language, name.as_str()),
        Refusal::ProxiesFull { name, most } => {
            return proxy::full(language, name.as_str(), *most);
        }
        Refusal::ChairWithdrew { name } => {
            return refusal::chair_withdrew(language, name.as_str());
        }
        Refusal::RuleUnchanged { rule } => {
            return refusal::rule_unchanged(
                language,
                terms::rule(language, world, rule).to_owned(),
            );
        }
        Refusal::RuleFollowed { rule } => {
            return refusal::rule_followed(language, terms::rule(language, world, rule).to_owned());
        }
        Refusal::VoteDemanded { rule } => {
            return refusal::vote_demanded(language, terms::rule(language, world, rule).to_owned());
        }
        Refusal::VoteOpen { motion } => {
            return refusal::vote_open(language, wording(world, motion));
        }
        Refusal::NotPut { motion } => {
            return refusal::not_put(language, wording(world, motion));
        }
        Refusal::NotAnnounced { motion } => {
            return refusal::not_announced(language, wording(world, motion));
        }
        Refusal::VoicesMissing { people } => {
            let names = people
                .iter()
                .map(|person| terms::person(language, world, person));
            return refusal::voices_missing(language, people.len(), terms::list(language, names));
        }
        Refusal::NotEntitled { name } => return refusal::not_entitled(language, name.as_str()),
        Refusal::OnlyByVideo { name } => return refusal::only_by_video(language, name.as_str()),
        Refusal::Withdrawn { name } => return recusal::withdrawn(language, name.as_str()),
        Refusal::OwnKin { name } => return recusal::own_kin(language, name.as_str()),
        Refusal::IsThere { name } => return refusal::is_there(language, name.as_str()),
        Refusal::StoodFor { name } => return refusal::stood_for(language, name.as_str()),
        Refusal::NotInRoom { name } => return refusal::not_in_room(language, name.as_str()),
        Refusal::NoMover
        | Refusal::NotNext { .. }
        | Refusal::Meeting(_)
        | Refusal::NotYet { .. }
        | Refusal::RoundsSpent { .. }
        | Refusal::RuledTooEarly { .. }
        | Refusal::DayPast { .. }
        | Refusal::TooSoon { .. } => "",
    };
    plain.to_owned()
}

/// Says why something is refused in a secret ballot, a vote by village, or of motions that exclude
/// each other.
fn of_ballots(language: Language, world: &World, why: &Refusal) -> String {
    let name =
        |village: &Option<VillageId>| terms::village(language, world, village.as_ref()).to_owned();
    match why {
        Refusal::PapersNotTheRoom { room, number } => {
            ballots::papers_not_the_room(language, *number, *room)
        }
        Refusal::TooFewPapers { village, papers } => {
            ballots::too_few_papers(language, name(village), *papers)
        }
        Refusal::PapersDoNotAddUp {
            village,
            returned,
            sum,
        } => match village {
            None => ballots::papers_do_not_add_up(language, *returned, *sum),
            of => ballots::papers_do_not_add_up_of(language, name(of), *returned, *sum),
        },
        Refusal::VillagesMissing { villages } => {
            let names: Vec<String> = villages.iter().map(name).collect();
            let names = terms::list(language, names.iter().map(String::as_str));
            ballots::villages_missing(language, villages.len(), names)
        }
        Refusal::NoDelegateThere { village } => ballots::no_delegate_there(language, name(village)),
        Refusal::DelegatesDoNotAddUp { village, here, sum } => {
            ballots::delegates_do_not_add_up(language, name(village), *sum, *here)
        }
        Refusal::SpeaksAsOne { village } => {
            let differing = world.motions.values().find_map(|motion| {
                let session = world.session(&motion.session).ok()?;
                let (of, _) = by_village::differing(session, motion.ballot()?)?;
                let open = matches!(motion.state, MotionState::Voting { .. });
                (open && of == village).then_some((session, &motion.id))
            });
            if let Some((session, motion)) = differing {
                return steps::differing(language, world, session, motion);
            }
            ballots::speaks_as_one(language, terms::village(language, world, Some(village)))
        }
        Refusal::ForTheOther { name, motion } => {
            ballots::for_the_other(language, name.as_str(), wording(world, motion))
        }
        Refusal::ForBoth {
            village,
            motion,
            then,
            now,
            people,
        } => {
            let (sum, other) = (then.saturating_add(*now), wording(world, motion));
            match village {
                None => ballots::for_both(language, sum, *people, other),
                of => ballots::for_both_of(language, name(of), sum, *people, other),
            }
        }
        Refusal::OtherAdopted { motion } => {
            ballots::other_adopted(language, wording(world, motion))
        }
        Refusal::LinkStands { motion } => ballots::link_stands(language, wording(world, motion)),
        _ => String::new(),
    }
}

fn wording(world: &World, motion: &MotionId) -> String {
    let motion = world.motions.get(motion);
    motion.map_or_else(String::new, |motion| motion.wording().to_owned())
}

/// Says what may be done about a refusal, in words without a key or a full stop.
#[must_use]
pub fn remedy(language: Language, remedy: Remedy) -> String {
    let plain = match remedy {
        Remedy::CallRoll => refusal::remedy_call_roll(language),
        Remedy::MarkRoll => refusal::remedy_mark_roll(language),
        Remedy::NameChair => refusal::remedy_name_chair(language),
        Remedy::MovePlan => times::remedy_move_plan(language),
        Remedy::ChangeRule => idle_rule::remedy(language),
        Remedy::RecordNotice => second_call::remedy_record_notice(language),
        Remedy::HandOver => refusal::remedy_hand_over(language),
        Remedy::EnterSeats => refusal::remedy_enter_seats(language),
        Remedy::EnterFigures => refusal::remedy_enter_figures(language),
        Remedy::MendVillage => refusal::remedy_mend_village(language),
        Remedy::CountHands => refusal::remedy_count_hands(language),
        Remedy::RecountHands => refusal::remedy_recount_hands(language),
        Remedy::RestNotVoting(count) => {
            return refusal::remedy_rest_not_voting(language, count);
        }
        Remedy::IssuePapers => ballots::remedy_issue_papers(language),
        Remedy::CountPapers => ballots::remedy_count_papers(language),
        Remedy::RecountPapers => ballots::remedy_recount_papers(language),
        Remedy::EnterContenders => slate_refusal::remedy_enter_contenders(language),
        Remedy::NameTellers => slate_refusal::remedy_name_tellers(language),
        Remedy::HearVillages => ballots::remedy_hear_villages(language),
        Remedy::AskVillages => sequel::remedy_ask_villages(language),
        Remedy::TakeBack => ballots::remedy_take_back(language),
        Remedy::MarkMoves => refusal::remedy_mark_moves(language),
        Remedy::OpenVote => refusal::remedy_open_vote(language),
        Remedy::TakeVoices => refusal::remedy_take_voices(language),
        Remedy::EndRecusal => recusal::remedy_end(language),
        Remedy::EndVote | Remedy::EndVoteNow => refusal::remedy_end_vote(language),
        Remedy::Announce => refusal::remedy_announce(language),
        Remedy::SettleClose => refusal::remedy_settle_close(language),
        Remedy::StartItem => refusal::remedy_start_item(language),
        Remedy::Sit => refusal::remedy_sit(language),
        Remedy::Correct => refusal::remedy_correct(language),
        Remedy::NoteLate => refusal::remedy_note_late(language),
        Remedy::Reconsider => totals::remedy_reconsider(language),
        Remedy::DropTask => totals::remedy_drop(language),
        Remedy::DraftMotion => refusal::remedy_draft_motion(language),
        Remedy::GiveReason => refusal::remedy_give_reason(language),
        Remedy::SignTask => task_refusal::remedy_sign(language),
        Remedy::ResumeTask => task_refusal::remedy_resume(language),
        Remedy::FinishTask => task_refusal::remedy_finish(language),
        Remedy::DoPart => task_refusal::remedy_part(language),
        Remedy::EnterDecision => sequel::remedy_enter_decision(language),
        Remedy::EditTask => task_refusal::remedy_edit(language),
        Remedy::ReopenTask => refusal::remedy_reopen_task(language),
        Remedy::Matter(of) => remedy_of_matter(language, of),
        Remedy::Board(of) => remedy_of_board(language, of),
        Remedy::EnterLine => register::remedy_enter(language),
    };
    plain.to_owned()
}

const fn remedy_of_matter(language: Language, of: OfMatter) -> &'static str {
    match of {
        OfMatter::Reopen => matter::remedy_reopen(language),
        OfMatter::Screen => matter::remedy_screen(language),
        OfMatter::Mend => matter::remedy_mend(language),
        OfMatter::Receive => matter::remedy_receive(language),
        OfMatter::Agenda => matter::remedy_agenda(language),
        OfMatter::OffAgenda => matter::remedy_off_agenda(language),
        OfMatter::TakeItemBack => matter::remedy_take_item_back(language),
        OfMatter::File => matter::remedy_file(language),
        OfMatter::Tasks => matter::remedy_tasks(language),
        OfMatter::Postings => matter::remedy_postings(language),
        OfMatter::Steps => path::remedy_steps(language),
        OfMatter::ChooseSteps => path::remedy_choose(language),
        OfMatter::AddStep => template_words::remedy(language),
        OfMatter::TakeStep => path::remedy_take(language),
        OfMatter::AskVillage => path::remedy_village(language),
        OfMatter::Reconsider => path_anew::remedy(language),
        OfMatter::KeepRecord => path::remedy_keep(language),
        OfMatter::Redate => path::remedy_redate(language),
        OfMatter::Split => path::remedy_split(language),
        OfMatter::SendBack => matter::remedy_send_back(language),
        OfMatter::FileWithout => matter_lacking::remedy(language),
        OfMatter::Withdraw => matter::remedy_withdraw(language),
        OfMatter::Contribute => path::remedy_contribute(language),
    }
}

const fn remedy_of_board(language: Language, of: OfBoard) -> &'static str {
    match of {
        OfBoard::PutUp => board::remedy_up(language),
        OfBoard::TakeDown => board::remedy_down(language),
        OfBoard::Word | OfBoard::Reword => board::remedy_word(language),
        OfBoard::Answer => board::remedy_answer(language),
        OfBoard::Redate => board_day::remedy(language),
    }
}
