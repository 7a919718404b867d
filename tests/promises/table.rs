//! The promises, the tests that make the fault of each for real, and what makes each test fail.

/// A promise.
pub struct Promise {
    /// Its number; it stays when promises are added.
    pub number: u8,
    /// What it says, in Chinese.
    pub zh: &'static str,
    /// What it says.
    pub en: &'static str,
    /// What shows it.
    pub proofs: &'static [Proof],
    /// What of it is about something that is not built yet.
    pub later: Option<&'static str>,
}

/// A test that shows a promise, and its teeth.
pub struct Proof {
    /// The program of tests it stands in.
    pub of: Of,
    /// Its whole name there.
    pub test: &'static str,
    /// The function whose control would make it fail: itself, what it calls, or a test beside it.
    pub control: &'static str,
    /// What makes it fail.
    pub fails: &'static str,
    /// How many rounds the table is made with; 0 leaves it to the test.
    pub rounds: u32,
    /// Whether it takes times, which are those of the program as it is released where its tests are built so.
    pub as_released: bool,
}

/// A program of tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The tests that see the program from outside.
    It,
    /// The tests beside the code.
    Lib,
}

const fn it(test: &'static str, control: &'static str, fails: &'static str) -> Proof {
    Proof {
        of: Of::It,
        test,
        control,
        fails,
        rounds: 0,
        as_released: false,
    }
}

const fn lib(test: &'static str, control: &'static str, fails: &'static str) -> Proof {
    Proof {
        of: Of::Lib,
        ..it(test, control, fails)
    }
}

impl Proof {
    const fn rounds(self, rounds: u32) -> Self {
        Self { rounds, ..self }
    }

    const fn timed(self) -> Self {
        Self {
            as_released: true,
            ..self
        }
    }
}

/// All promises, in order.
pub const PROMISES: [Promise; 24] = [
    Promise {
        number: 1,
        zh: "屏上说已记录的，随时断掉程序也还在",
        en: "What the screen called recorded survives a kill at any instant",
        proofs: &[
            it(
                "faults::kill::a_kill_at_any_instant_loses_nothing_that_was_acknowledged",
                "a_kill_at_any_instant_loses_nothing_that_was_acknowledged",
                "a process that tells an act before it is on the disk",
            )
            .rounds(100),
            it(
                "faults::kill::a_kill_at_any_instant_loses_nothing_that_was_seen",
                "a_kill_at_any_instant_loses_nothing_that_was_seen",
                "a file without the acts that were seen",
            )
            .rounds(40),
        ],
        later: None,
    },
    Promise {
        number: 2,
        zh: "断电也还在（只要磁盘如实落盘）",
        en: "… and a power cut, where the disk honours a sync",
        proofs: &[
            it(
                "faults::power::a_power_cut_of_ext4_loses_nothing_acknowledged",
                "nothing_is_lost",
                "a disk that swallows syncs, as synchronous = OFF",
            )
            .rounds(100),
            it(
                "faults::power::a_power_cut_of_xfs_loses_nothing_acknowledged",
                "nothing_is_lost",
                "a disk that swallows syncs, as synchronous = OFF",
            )
            .rounds(100),
        ],
        later: None,
    },
    Promise {
        number: 3,
        zh: "写失败就说明、保持原样，程序接着能用",
        en: "A write that fails leaves the old state, is told, and the program goes on",
        proofs: &[
            it(
                "faults::commit::a_commit_that_fails_at_any_step_is_refused_or_complete",
                "a_commit_that_fails_at_any_step_is_refused_or_complete",
                "a fault that does not strike, a way of failing that is not met",
            ),
            it(
                "faults::commit::the_desk_shows_what_the_file_holds_whatever_the_disk_answered",
                "the_desk_shows_what_the_file_holds_whatever_the_disk_answered",
                "a screen that believes the answer and not the file",
            ),
        ],
        later: None,
    },
    Promise {
        number: 4,
        zh: "断在任何两步之间，文件都不坏",
        en: "No state in between two steps of a commit is corrupt",
        proofs: &[it(
            "faults::crash::no_power_cut_between_two_steps_loses_or_breaks_anything",
            "a_disk_that_swallows_syncs_loses_and_breaks",
            "the same cuts on a disk that swallows syncs",
        )],
        later: None,
    },
    Promise {
        number: 5,
        zh: "磁盘满：说明、照样能看、什么都不丢，腾出空间就好",
        en: "A full disk is told; reading goes on, nothing is lost, with room it works again",
        proofs: &[
            it(
                "faults::full::a_disk_that_fills_up_is_told_and_works_again_with_room",
                "a_disk_that_fills_up_is_told_and_works_again_with_room",
                "a disk with room: the same act is recorded",
            ),
            it(
                "faults::full::a_disk_that_is_full_before_the_start_still_shows_what_is_there",
                "a_disk_that_is_full_before_the_start_still_shows_what_is_there",
                "a disk with room: the same act is recorded",
            ),
            it(
                "faults::full::a_record_that_does_not_fit_leaves_nothing_and_says_so",
                "a_record_that_does_not_fit_leaves_nothing_and_says_so",
                "a disk with room: the record is written",
            ),
            it(
                "faults::full::a_backup_or_a_salvage_that_does_not_fit_leaves_nothing_of_its_name",
                "a_backup_or_a_salvage_that_does_not_fit_leaves_nothing_of_its_name",
                "a disk with room: both files are there",
            ),
        ],
        later: None,
    },
    Promise {
        number: 6,
        zh: "只读的盘能打开看，并说明只能看",
        en: "A read-only medium opens for reading and says so",
        proofs: &[
            it(
                "faults::medium::a_read_only_disk_is_read_and_says_so",
                "a_read_only_disk_is_read_and_says_so",
                "the same disk where it may be written",
            ),
            it(
                "faults::auditor::a_copy_is_looked_into_without_touching_it",
                "a_copy_is_looked_into_without_touching_it",
                "the same file opened as one's own",
            ),
        ],
        later: None,
    },
    Promise {
        number: 7,
        zh: "两份程序不会写坏；后来的知道谁在用",
        en: "Two copies never corrupt a file; the second is told who holds it",
        proofs: &[
            it(
                "faults::medium::two_processes_at_one_file_leave_one_whole_chain",
                "two_processes_at_one_file_leave_one_whole_chain",
                "two that never met",
            ),
            it(
                "faults::medium::the_second_is_told_who_holds_the_file_and_has_it_when_the_first_is_killed",
                "the_second_is_told_who_holds_the_file_and_has_it_when_the_first_is_killed",
                "the holder killed: the second writes",
            ),
        ],
        later: None,
    },
    Promise {
        number: 8,
        zh: "坏了的文件一打开就发现，绝不再写；能证明的都救得出来",
        en: "A damaged file is noticed at the start and never written to; salvage gets out what can be proved",
        proofs: &[
            it(
                "faults::damage::nine_kinds_of_damage_are_noticed_left_alone_and_salvaged",
                "nine_kinds_of_damage_are_noticed_left_alone_and_salvaged",
                "the whole file: nothing to notice, everything salvaged",
            )
            .rounds(100),
            it(
                "faults::damage::salvage_says_what_is_missing_and_the_new_file_is_gone_on_with",
                "salvage_says_what_is_missing_and_the_new_file_is_gone_on_with",
                "the whole file: nothing is missing",
            ),
            it(
                "faults::leftover::a_journal_of_another_day_or_another_file_is_noticed_and_plays_nothing_back",
                "a_journal_of_another_day_or_another_file_is_noticed_and_plays_nothing_back",
                "the same journals unjudged: SQLite plays them back",
            )
            .rounds(40),
            it(
                "faults::leftover::a_journal_that_cannot_be_told_is_harmless_or_what_it_takes_is_noticed",
                "a_journal_that_cannot_be_told_is_harmless_or_what_it_takes_is_noticed",
                "some take something back",
            ),
        ],
        later: None,
    },
    Promise {
        number: 9,
        zh: "换上旧的一份，会发现",
        en: "An older copy put in the place of the file is noticed",
        proofs: &[
            it(
                "commands::a_restored_backup_is_gone_on_with_only_when_told_so",
                "a_restored_backup_is_gone_on_with_only_when_told_so",
                "the file itself: there is nothing to resume",
            ),
            lib(
                "store::witness::tests::an_older_copy_of_the_file_is_noticed",
                "an_older_copy_of_the_file_is_noticed",
                "the file itself: both say the same",
            ),
        ],
        later: Some("the head code on signed papers"),
    },
    Promise {
        number: 10,
        zh: "过去改不了；改了查得出是哪一步",
        en: "The past cannot be changed unnoticed; what was changed is named",
        proofs: &[
            lib(
                "store::journal::tests::the_past_cannot_be_written_over",
                "the_past_cannot_be_written_over",
                "the next line in its place: it is taken",
            ),
            it(
                "faults::auditor::verify_names_the_first_bad_entry",
                "verify_names_the_first_bad_entry",
                "the whole file: no entry is bad",
            ),
            lib(
                "domain::tests::laws::replay_gives_the_same_world_and_each_root_by_itself",
                "verify_proves_every_file_and_finds_what_was_changed",
                "one row written over: verify names it",
            ),
        ],
        later: None,
    },
    Promise {
        number: 11,
        zh: "屏上、日志里、印出来的票数一样",
        en: "The count on the screen is that of the journal and that of the print",
        proofs: &[
            lib(
                "domain::tests::votes::marks_in_any_order_count_the_same",
                "a_published_number_that_differs_is_told",
                "one number that differs is told",
            ),
            it(
                "shown::the_count_is_the_same_on_the_screen_in_the_journal_and_on_the_print",
                "the_count_is_the_same_on_the_screen_in_the_journal_and_on_the_print",
                "one voice less in the journal",
            )
            .rounds(60),
            it(
                "tally::the_traps_are_counted_as_they_were_published",
                "a_published_number_that_differs_is_told",
                "one number that differs is told",
            ),
        ],
        later: Some("votes written as spreadsheets"),
    },
    Promise {
        number: 12,
        zh: "时钟倒走、走错，次序不乱",
        en: "A clock that jumps or is wrong changes no order",
        proofs: &[
            it(
                "faults::medium::a_clock_that_jumps_changes_no_order",
                "a_clock_that_jumps_changes_no_order",
                "the hours, which do jump",
            ),
            it(
                "faults::medium::the_program_under_another_clock_goes_on_where_it_was",
                "the_program_under_another_clock_goes_on_where_it_was",
                "the hours, which do jump",
            ),
        ],
        later: None,
    },
    Promise {
        number: 13,
        zh: "坏的导入文件伤不了人：指出哪行哪栏，一点也不收",
        en: "A hostile import harms nothing: it is refused with line and field, whole",
        proofs: &[
            it(
                "faults::corpus::every_reader_stands_its_corpus_and_what_is_made_of_it",
                "a_reader_that_stumbles_is_caught",
                "a reader that stumbles",
            )
            .rounds(10),
            it(
                "popolo::a_bad_file_takes_nothing_in_and_the_others_are_taken",
                "a_bad_file_takes_nothing_in_and_the_others_are_taken",
                "a good file beside it: it is taken in",
            ),
        ],
        later: Some("xlsx and bundles"),
    },
    Promise {
        number: 14,
        zh: "任何文字都支使不了终端，也引不出终端的回话",
        en: "No text drives the terminal or makes it answer",
        proofs: &[
            it(
                "faults::hostile::no_text_passes_the_door_with_what_drives_a_terminal",
                "no_text_passes_the_door_with_what_drives_a_terminal",
                "the payloads as they come",
            ),
            it(
                "faults::hostile::nothing_that_is_taken_in_drives_what_is_written_out",
                "no_text_passes_the_door_with_what_drives_a_terminal",
                "the payloads as they come",
            ),
            it(
                "faults::hostile::nothing_on_the_command_line_or_around_it_drives_the_answer",
                "no_text_passes_the_door_with_what_drives_a_terminal",
                "the payloads as they come",
            ),
            it(
                "faults::hostile::nothing_in_a_file_drives_the_screen",
                "no_text_passes_the_door_with_what_drives_a_terminal",
                "the payloads as they come",
            ),
            it(
                "faults::fields::nothing_that_is_put_into_a_field_drives_the_terminal",
                "nothing_that_is_put_into_a_field_drives_the_terminal",
                "the payloads as they come",
            ),
            it(
                "faults::fields::nothing_that_is_taken_down_in_a_session_drives_the_terminal",
                "nothing_that_is_taken_down_in_a_session_drives_the_terminal",
                "the payloads as they come",
            ),
            it(
                "terminals::the_screen_can_be_read_and_used_on_every_terminal",
                "what_makes_a_terminal_answer_is_known",
                "22 questions that a terminal would answer",
            ),
            it(
                "terminals::no_answer_of_a_terminal_is_taken_for_keys",
                "no_answer_of_a_terminal_is_taken_for_keys",
                "a key behind the answers: it is taken",
            ),
        ],
        later: None,
    },
    Promise {
        number: 15,
        zh: "导出的表格里，没有会算的公式",
        en: "A spreadsheet that is written runs no formula",
        proofs: &[
            lib(
                "exchange::roster::tests::no_cell_that_is_written_begins_like_a_formula",
                "no_cell_that_is_written_begins_like_a_formula",
                "plain words, which stay as they are",
            ),
            lib(
                "exchange::grid::tests::numbers_are_numbers_and_formulas_are_words",
                "numbers_are_numbers_and_formulas_are_words",
                "numbers, which are written as numbers",
            ),
        ],
        later: Some("opening in an office program"),
    },
    Promise {
        number: 16,
        zh: "看着一样的名字，当作同一个",
        en: "Names that look alike are caught",
        proofs: &[lib(
            "domain::text::tests::look_alike_names_have_one_key",
            "look_alike_names_have_one_key",
            "names that differ keep two keys",
        )],
        later: None,
    },
    Promise {
        number: 17,
        zh: "太大的早早拒绝，屏幕不卡",
        en: "What is too large is refused early and never freezes the screen",
        proofs: &[
            it(
                "faults::hostile::what_is_too_long_is_refused_early",
                "what_is_too_long_is_refused_early",
                "what is not too long is taken",
            ),
            it(
                "faults::hostile::a_huge_paste_leaves_the_screen_at_work",
                "a_huge_paste_leaves_the_screen_at_work",
                "a paste that fits is taken",
            ),
            lib(
                "store::open::tests::a_text_longer_than_the_limit_is_refused_by_sqlite_itself",
                "a_text_longer_than_the_limit_is_refused_by_sqlite_itself",
                "a text below the limit is taken",
            ),
            it(
                "faults::scale::a_frame_costs_by_what_is_seen",
                "a_frame_costs_by_what_is_seen",
                "what is laid out anew does grow",
            )
            .rounds(10)
            .timed(),
            it(
                "ten_years::ten_years_of_matters_are_seen_as_fast_as_one",
                "ten_years_of_matters_are_seen_as_fast_as_one",
                "what lists everything that ever was is over the limit",
            )
            .timed(),
        ],
        later: None,
    },
    Promise {
        number: 18,
        zh: "文件只写到说好的地方，要么整份要么没有，不盖别人的",
        en: "A paper goes where it was told, whole or not at all, never over another",
        proofs: &[
            it(
                "faults::hostile::a_paper_goes_where_it_was_told_and_nowhere_else",
                "a_paper_goes_where_it_was_told_and_nowhere_else",
                "a name that leads nowhere else: it is written",
            ),
            lib(
                "papers::shelf::tests::a_paper_is_put_whole_where_it_was_asked_for_or_leaves_nothing",
                "a_paper_is_put_whole_where_it_was_asked_for_or_leaves_nothing",
                "a free name: it is written",
            ),
            it(
                "faults::kill::a_kill_while_a_paper_is_written_leaves_a_whole_one_or_none",
                "a_kill_while_a_paper_is_written_leaves_a_whole_one_or_none",
                "a paper that nobody kills is there",
            )
            .rounds(50),
        ],
        later: None,
    },
    Promise {
        number: 19,
        zh: "备份核对过才算备份",
        en: "A backup is proved before it is called one",
        proofs: &[
            it(
                "faults::kill::a_kill_while_a_backup_is_made_leaves_a_whole_one_or_none",
                "a_kill_while_a_backup_is_made_leaves_a_whole_one_or_none",
                "a backup that is not killed is there",
            ),
            it(
                "backups::no_backup_is_made_of_a_damaged_file",
                "no_backup_is_made_of_a_damaged_file",
                "the whole file: a backup is made",
            ),
            it(
                "backups::what_was_backed_up_is_restored_on_an_empty_computer",
                "what_was_backed_up_is_restored_on_an_empty_computer",
                "before it is restored nothing is there",
            ),
            it(
                "backups::a_kill_while_a_copy_goes_to_a_stick_leaves_a_whole_one_or_none",
                "a_kill_while_a_copy_goes_to_a_stick_leaves_a_whole_one_or_none",
                "no copy that was ever broken off",
            ),
        ],
        later: None,
    },
    Promise {
        number: 20,
        zh: "升级不丢数据；旧程序不碰新文件",
        en: "An upgrade loses nothing; an older program leaves a newer file alone",
        proofs: &[
            it(
                "faults::medium::a_file_of_a_newer_program_is_not_touched_by_anything",
                "a_file_of_a_newer_program_is_not_touched_by_anything",
                "the same file of this program's format: it is read",
            ),
            lib(
                "store::migrate::tests::the_file_as_it_was_is_kept_beside_before_the_first_step",
                "a_file_whose_copy_cannot_be_proved_or_made_is_not_migrated",
                "a copy that cannot be proved: nothing is migrated",
            ),
        ],
        later: Some("files of released versions: none is released yet"),
    },
    Promise {
        number: 21,
        zh: "推送再乱，每一步只到一次",
        en: "Pushed twice, half or out of order, each act arrives once",
        proofs: &[],
        later: Some("when there is a hub"),
    },
    Promise {
        number: 22,
        zh: "分叉的两份都摆出来，谁也不盖谁",
        en: "A fork is shown with both histories; nothing is written over",
        proofs: &[],
        later: Some("when there is a hub"),
    },
    Promise {
        number: 23,
        zh: "只凭一个文件，谁都能核对",
        en: "Anyone can check a committee's history with the file alone",
        proofs: &[it(
            "faults::auditor::a_verifier_that_is_not_this_program_agrees_and_notices_a_flipped_byte",
            "a_verifier_that_is_not_this_program_agrees_and_notices_a_flipped_byte",
            "a flipped byte, a cut file, another head code",
        )],
        later: Some("the signature of a key"),
    },
    Promise {
        number: 24,
        zh: "结果不只靠程序：有签字的纸",
        en: "The outcome does not rest on the program alone: there is a signed paper",
        proofs: &[],
        later: Some("when tally sheets are printed"),
    },
];
