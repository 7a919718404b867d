//! Lists from files, whose seat it is where two have one name, and changes that are taken back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::tests::{count, intake, paste};
use crate::i18n::Language;
use crate::tui::dispatch;
use crate::tui::input::Input;
use insta::assert_snapshot;

#[test]
fn the_same_in_english_with_a_file() {
    let mut stage = intake(Language::En);
    let before = count(&stage);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a list.csv");
    let text = "village,name,role,seat,phone\n李家囤,周平,member,voting,1\n王庄,周全,clerk,chair,2\n王庄,周全,adviser,observer,3\n";
    let wide: Vec<u8> = format!("\u{feff}{text}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    std::fs::write(&path, wide).unwrap();
    stage.press("2");
    stage.type_text("/none.csv");
    stage.press("Enter Enter");
    assert!(stage.screen().contains("It cannot be opened"));
    stage.press("Up Ctrl-u");
    stage.type_text(&format!("'{}'", path.display()));
    stage.press("Enter Enter");
    assert_snapshot!(stage.screen(), @r"
    Take a list in: 3 rows, 0 new, 0 changed, 0 known, 3 to fix     东山片区联合党委
    ▸    2 To fix   李家囤                  周平            member
         3 To fix   王庄                    周全            clerk
         4 To fix   王庄                    周全            adviser















    Line 2, column “village”: “李家囤” is not on the roster; “李家屯” is nearly
    that. Check the village.
    Press 4 to make it “李家屯”; if it is another village, 5
    3 rows read; these columns are left out: phone
    F1 Help  4 Accept  5 Other  3 Fix  6 Drop  7 Lead  9 Next  1 Type  2 Open
    ");
    stage.press("4");
    assert_snapshot!(stage.screen(), @r"
    Take a list in: 3 rows, 1 new, 0 changed, 0 known, 2 to fix     东山片区联合党委
         2 New      李家屯                  周平            member
    ▸    3 To fix   王庄                    周全            clerk
         4 To fix   王庄                    周全            adviser
















    Line 3, column “seat”: “chair” is not known. Write “voting” or “observer”.
    Press 3 to correct the row, or 6 to drop it

    F1 Help  3 Fix  6 Drop  7 Lead  9 Next  1 Type  2 Open  u Step back  Enter Menu
    ");
    stage.press("F2 Tab Tab Tab Tab Ctrl-u");
    stage.type_text("voting");
    assert_snapshot!(stage.screen(), @r"
    Take a list in: 3 rows, 1 new, 0 changed, 0 known, 2 to fix     东山片区联合党委
         2 New      李家屯                  周平            member
    ▸    3 To fix   王庄                    周全            clerk
         4 To fix   王庄                    周全            adviser


      ┌─ Correct line 3 ─────────────────────────────────────────────────────────┐
      │ *Village        ◂ 王庄 ▸                                                 │
      │  Other village                                                           │
      │ *Name           周全                                                     │
      │ *Role           clerk                                                    │
      │  seat           voting                                                   │
      │                                                                          │
      │   Corrected ↵                                                            │
      │ ↑↓/Tab move · Enter next, last row submits · Esc leaves, draft kept      │
      └──────────────────────────────────────────────────────────────────────────┘




    Line 3, column “seat”: “chair” is not known. Write “voting” or “observer”.
    Press 3 to correct the row, or 6 to drop it

    F1 Help
    ");
    stage.press("Enter Enter");
    assert_snapshot!(stage.screen(), @r"
    Take a list in: 3 rows, 2 new, 0 changed, 0 known, 1 to fix     东山片区联合党委
         2 New      李家屯                  周平            member
         3 New      王庄                    周全            clerk
    ▸    4 To fix   王庄                    周全            adviser















    Line 4, column “name”: “周全” is on line 3 too. See whether it is the same
    person with another seat, or somebody else.
    The same person: 4; somebody else: 5

    F1 Help  4 Accept  5 Other  3 Fix  6 Drop  7 Lead  9 Next  1 Type  2 Open
    ");
    assert_eq!(count(&stage), before);
    stage.press("4");
    assert_snapshot!(stage.screen(), @r"
    Take a list in: 3 rows, 3 new, 0 changed, 0 known, 0 to fix     东山片区联合党委
         2 New      李家屯                  周平            member
         3 New      王庄                    周全            clerk
    ▸    4 New      王庄                    周全            adviser

















    All is good: press 8 to take everything in at once

    F1 Help  8 Take in  3 Fix  6 Drop  7 Lead  1 Type  2 Open  u Step back
    ");
    stage.press("F8");
    assert_eq!(stage.said(), "Recorded: List taken in: 3 rows · u undo");
    assert_eq!(count(&stage), [3, 7, 8]);
    stage.press("u");
    assert_eq!(count(&stage), before);
}

#[test]
fn a_path_dragged_into_the_window_is_opened() {
    let mut stage = intake(Language::Zh);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.txt");
    let (bytes, _, _) = encoding_rs::GBK.encode("李家屯 周平 委员\r\n");
    std::fs::write(&path, bytes).unwrap();
    paste(&mut stage, &format!("{} ", path.display()));
    assert!(stage.screen().contains("周平"), "{}", stage.screen());
    std::fs::write(&path, b"PK\x03\x04").unwrap();
    paste(&mut stage, &path.display().to_string());
    assert!(stage.said().contains("另存为"), "{}", stage.said());
}

#[test]
fn one_of_two_namesakes_is_chosen_in_the_sheet() {
    let mut stage = intake(Language::Zh);
    let before = count(&stage);
    paste(&mut stage, "张家湾 李春梅 会计");
    stage.press("5 8 9");
    assert_eq!(count(&stage), [before[0], before[1] + 1, before[2] + 1]);
    paste(&mut stage, "王庄 李春梅 出纳");
    stage.press("8");
    assert!(stage.screen().contains("2 人"), "{}", stage.screen());
    stage.press("3 Tab Tab Tab Tab Right");
    assert!(
        stage.screen().contains("李春梅（张家湾 会计）"),
        "{}",
        stage.screen()
    );
    stage.press("Enter Enter 8");
    assert_eq!(count(&stage), [before[0], before[1] + 1, before[2] + 2]);
}

#[test]
fn a_change_of_the_list_is_taken_back_without_touching_the_roster() {
    let mut stage = intake(Language::Zh);
    paste(&mut stage, "李家屯 周平 委员\n王庄 周全 会计");
    let before = count(&stage);
    stage.press("Home Delete");
    assert!(!stage.screen().contains("周平"));
    stage.press("u");
    assert!(stage.screen().contains("周平"));
    stage.press("Backspace u u");
    assert_eq!(stage.said(), "名单还没有改过");
    assert_eq!(count(&stage), before);
    dispatch::input(&mut stage.app, Input::Burst("周平".to_owned()));
    dispatch::input(
        &mut stage.app,
        Input::Burst("王庄 周全 会计\n李家屯 周平 委员\n".to_owned()),
    );
    assert!(stage.screen().contains("周全"));
}
