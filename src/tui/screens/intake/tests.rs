#![allow(clippy::unwrap_used)]
use crate::desk::place::Place;
use crate::i18n::Language;
use crate::tui::dispatch;
use crate::tui::input::Input;
use crate::tui::screens::scene;
use crate::tui::stage::Stage;
use insta::assert_snapshot;

const PASTED: &str = "村\t姓名\t职务\n里家屯\t周平\t委员\n王庄\t王建国\t书记\n王庄\t周全\n张家湾\t李春梅\t会计\n新河口\t吴用\t书记\n新河口\t吴用\t书记\n";

pub(super) fn intake(language: Language) -> Stage {
    let mut stage = scene::committee(language);
    stage.press("3 9");
    stage
}

pub(super) fn paste(stage: &mut Stage, text: &str) {
    dispatch::input(&mut stage.app, Input::Paste(text.to_owned()));
    stage.screen();
}

/// Counts villages, people and seats of the roster.
pub(super) fn count(stage: &Stage) -> [usize; 3] {
    let world = stage.desk().world();
    [world.villages.len(), world.people.len(), world.seats.len()]
}

#[test]
fn an_empty_intake_says_where_a_list_comes_from() {
    let mut stage = intake(Language::Zh);
    assert_snapshot!(stage.screen(), @r"
    收入名单                                                        东山片区联合党委









    把名单直接粘贴到这里，每行写村、姓名、职务，用制表符、空格或逗号隔开都行；也可以
    按 1 在框里录入，或按 2 打开 CSV、文本文件（UTF-8、GBK、UTF-16 都认得）。收入之
                                       前都能改。










    F1 帮助  1 录入  2 打开  Enter 菜单  Ctrl-P 操作  F12 English  i 经过
    ");
    stage.press("F12");
    assert_snapshot!(stage.screen(), @r"
    Take a list in                                                  东山片区联合党委









     Paste the list here: a line each with village, name and role, parted by tabs,
    blanks or commas. Or press 1 to type it, or 2 to open a CSV or text file (UTF-8,
            GBK, UTF-16). Everything can be corrected before it is taken in.









    Screen language: English
    F1 Help  1 Type  2 Open  Enter Menu  Ctrl-P Find  F12 中文  i History
    ");
    stage.press("8");
    assert_eq!(stage.said(), "There is no list yet");
    stage.every_size();
}

#[test]
fn a_pasted_list_is_mended_row_by_row_and_taken_in_as_one_act() {
    let mut stage = intake(Language::Zh);
    let before = count(&stage);
    paste(&mut stage, PASTED);
    assert_snapshot!(stage.screen(), @r"
    收入名单：6 行，新增 1，改动 0，已有 1，要改 4                  东山片区联合党委
    ▸    2 要改     里家屯                  周平            委员
         3 已有     王庄                    王建国          书记
         4 要改     王庄                    周全
         5 要改     张家湾                  李春梅          会计
         6 新增     新河口（新村）          吴用            书记
         7 要改     新河口                  吴用            书记













    第 2 行“村”一列：名册上没有“里家屯”，有相近的“李家屯”；请核对村名。
    按 4 改成“李家屯”；确是另一个村，按 5
    读出 6 行
    F1 帮助  4 照改  5 另是  3 修改  6 删去  7 领建  9 下一处  1 录入  2 打开
    ");
    stage.every_size();
    stage.press("8");
    assert_eq!(stage.said(), "还有要改的地方，改好了才能收入");
    assert_eq!(count(&stage), before);
    // The village by its sound, the half row in its sheet, the same person, the row that is twice.
    stage.press("4");
    assert_snapshot!(stage.screen(), @r"
    收入名单：6 行，新增 2，改动 0，已有 1，要改 3                  东山片区联合党委
         2 新增     李家屯                  周平            委员
         3 已有     王庄                    王建国          书记
    ▸    4 要改     王庄                    周全
         5 要改     张家湾                  李春梅          会计
         6 新增     新河口（新村）          吴用            书记
         7 要改     新河口                  吴用            书记













    第 4 行：只有 2 格，表头有 3 格；请补齐，空的格子也要留逗号。
    按 3 修改这一行，或按 6 删去

    F1 帮助  3 修改  6 删去  7 领建  9 下一处  1 录入  2 打开  u 退一步  Enter 菜单
    ");
    stage.press("3");
    assert_snapshot!(stage.screen(), @r"
    收入名单：6 行，新增 2，改动 0，已有 1，要改 3                  东山片区联合党委
         2 新增     李家屯                  周平            委员
         3 已有     王庄                    王建国          书记
    ▸    4 要改     王庄                    周全
         5 要改     张家湾                  李春梅          会计
         6 新增     新河口（新村）          吴用            书记
      ┌─ 修改第 4 行 ────────────────────────────────────────────────────────────┐
      │ *村          ◂ 王庄 ▸                                                    │
      │              用 ←→ 选，或输入拼音首字母                                  │
      │  另一个村名                                                              │
      │ *姓名        周全                                                        │
      │ *职务                                                                    │
      │                                                                          │
      │   改好 ↵                                                                 │
      │ ↑↓/Tab 移动 · 回车 下一项，最后一行提交 · Esc 离开（草稿保留）           │
      └──────────────────────────────────────────────────────────────────────────┘




    第 4 行：只有 2 格，表头有 3 格；请补齐，空的格子也要留逗号。
    按 3 修改这一行，或按 6 删去

    F1 帮助
    ");
    stage.press("Tab Tab Tab");
    stage.type_text("会计");
    stage.press("Enter Enter");
    assert_snapshot!(stage.screen(), @r"
    收入名单：6 行，新增 3，改动 0，已有 1，要改 2                  东山片区联合党委
         2 新增     李家屯                  周平            委员
         3 已有     王庄                    王建国          书记
         4 新增     王庄                    周全            会计
    ▸    5 要改     张家湾                  李春梅          会计
         6 新增     新河口（新村）          吴用            书记
         7 要改     新河口                  吴用            书记












    第 5 行“姓名”一列：名册上已有“李春梅”（委员）；请看看是同一个人另有一席，还是同
    名的另一个人。
    是同一个人，按 4；是另一个人，按 5

    F1 帮助  4 照改  5 另是  3 修改  6 删去  7 领建  9 下一处  1 录入  2 打开
    ");
    stage.press("5");
    stage.press("8");
    assert_eq!(count(&stage), before);
    stage.press("4");
    assert_snapshot!(stage.screen(), @r"
    收入名单：5 行，新增 4，改动 0，已有 1，要改 0                  东山片区联合党委
         2 新增     李家屯                  周平            委员
         3 已有     王庄                    王建国          书记
         4 新增     王庄                    周全            会计
         5 新增     张家湾                  李春梅          会计
    ▸    6 新增     新河口（新村）          吴用            书记















    都没有问题：按 8 一次收入名册

    F1 帮助  8 收入  3 修改  6 删去  7 领建  1 录入  2 打开  u 退一步  Enter 菜单
    ");
    stage.press("8");
    assert_snapshot!(stage.screen(), @r"
    名册：4 个村，9 人                                              东山片区联合党委
    议事规则：按默认规则，过半数到会、应到会过半数赞成（《中国共产党党组工作条例》第
    二十七条）；按 7 录入本委员会的议事规则
    ▸ 李家屯         领建村
        周平         委员                  出席     2026-11-23 起
        李春梅       委员                  出席     2026-01-01 起
        李长河       书记                  出席     2026-01-01 起
      王庄           联建村
        周全         会计                  出席     2026-11-23 起
        王建国       书记                  出席     2026-01-01 起
      张家湾         联建村
        李春梅       会计                  出席     2026-11-23 起
        张秀英       书记                  出席     2026-01-01 起
        赵志强       包村干部              列席     2026-01-01 起
      新河口         联建村
        吴用         书记                  出席     2026-11-23 起






    已记录：名单已收入：5 行 · u 撤销
    F1 帮助  1 加村  2 加人  4 修改  7 规则  F3 查找  9 名单  8 改名  F9 规则簿
    ");
    // A village, 周平, 周全, another 李春梅, 吴用, and a seat each.
    assert_eq!(count(&stage), [4, 9, 9]);
    stage.press("u");
    assert_eq!(count(&stage), before);
    stage.press("r");
    assert_eq!(count(&stage), [4, 9, 9]);
}

#[test]
fn typed_lines_wait_as_a_draft_until_they_are_taken_in() {
    let mut stage = intake(Language::Zh);
    stage.press("1");
    stage.type_text("李家屯 周平 委员");
    stage.press("Enter");
    paste(&mut stage, "王庄\t周 全\t会计\n");
    assert_snapshot!(stage.screen(), @r"
    收入名单                                                        东山片区联合党委

      ┌─ 录入名单 ───────────────────────────────────────────────────────────────┐
      │ *名单  李家屯 周平 委员                                                  │
      │        王庄  周 全  会计                                                 │
      │                                                                          │
      │                                                                          │
      │                                                                          │
      │                                                                          │
      │                                                                          │
    把│                                                                          │以
    按│                                                                          │
      │                                                                          │
      │                                                                          │
      │                                                                          │
      │        每行一人：村 姓名 职务；回车换行，Tab 离开此栏                    │
      │                                                                          │
      │   看名单 ↵                                                               │
      │ 回车 换行 · Tab 下一项 · Ctrl-Z 撤字 · Esc 离开（草稿保留）              │
      └──────────────────────────────────────────────────────────────────────────┘



    F1 帮助
    ");
    stage.press("Esc 1");
    assert!(stage.screen().contains("王庄  周 全  会计"));
    stage.press("Tab Enter");
    assert_snapshot!(stage.screen(), @r"
    收入名单：2 行，新增 2，改动 0，已有 0，要改 0                  东山片区联合党委
    ▸    1 新增     李家屯                  周平            委员
         2 新增     王庄                    周全            会计


















    都没有问题：按 8 一次收入名册
    读出 2 行
    F1 帮助  8 收入  3 修改  6 删去  7 领建  1 录入  2 打开  u 退一步  Enter 菜单
    ");
    // The list waits now, and no more the lines it was read from.
    let waits = |stage: &Stage, place| stage.desk().draft(&place).unwrap().is_some();
    assert!(waits(&stage, Place::RosterTaken) && !waits(&stage, Place::RosterList));
    stage.press("Esc 9");
    assert!(stage.app.overlay.is_none());
    assert!(stage.said().contains("2 行"), "{}", stage.said());
    stage.press("8");
    assert!(!waits(&stage, Place::RosterTaken));
    stage.press("9");
    paste(&mut stage, "李家屯 周平 委员");
    stage.press("8");
    assert_eq!(stage.said(), "名册没有变化：1 行都已有");
}

#[test]
fn a_first_list_is_asked_which_village_leads() {
    let mut stage = Stage::founded(Language::Zh, "三河片区联席会议委员会");
    stage.press("3 F4");
    paste(
        &mut stage,
        "1、李家屯　王　强　书记\n2、王庄　周　全　书记\n",
    );
    assert_snapshot!(stage.screen(), @r"
    收入名单：2 行，新增 2，改动 0，已有 0，要改 0            三河片区联席会议委员会
    ▸    1 新增     李家屯（新村）          王强            书记
         2 新增     王庄（新村）            周全            书记

















    名册上还没有领建村。
    选中领建村的一行，按 7
    读出 2 行
    F1 帮助  3 修改  6 删去  7 领建  1 录入  2 打开  u 退一步  Enter 菜单
    ");
    stage.press("Home 7");
    stage.press("8");
    assert_eq!(count(&stage), [2, 2, 2]);
    stage.press("u");
    assert_eq!(count(&stage), [0, 0, 0]);
}
