//! The list of sessions and questionnaires.

use super::questionnaires::KINDS;
use super::talk::{Heard, Talk, hear};
use tigang::plain::Options;

fn at_home(talk: &Talk, script: &str) -> Heard {
    let options = Options {
        open: None,
        ..talk.options()
    };
    hear(options, script.as_bytes())
}

/// The names of the sessions in the store.
fn sessions(talk: &Talk) -> Vec<String> {
    let listed = talk.store.list().unwrap();
    let names = listed.into_iter().map(|listed| listed.header.unwrap().name);
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_session_is_chosen_by_number_or_by_name() {
    let talk = Talk::on(KINDS, "[opening]\nbody = \"县委\"");
    let heard = at_home(&talk, "");
    heard.says(&[
        "继续：\n1. 小结：",
        "保存",
        "新写一份：\n2. ",
        "3. ",
        "输入编号选一项",
        "编号：\n",
    ]);
    assert_eq!(heard.code, 0);
    for (script, said) in [
        ("1\n", "何时任职？"),
        ("１\n", "何时任职？"),
        ("小结\n", "何时任职？"),
        ("0\n1\n", "没有“0”这一项，编号从 1 到 3。\n编号：小结：要答"),
        ("99\n\n1\n", "没有“99”这一项"),
        ("help\n", ":退出：保存并离开"),
        ("到 3\n", "还没有打开记录"),
        (":到\n", "还没有打开记录"),
        (":没有\n", "没有“没有”这个命令"),
        ("1\n:首页\n1\n", "编号：小结：要答"),
    ] {
        at_home(&talk, script).says(&[said]);
    }
    at_home(&talk, "quit\n1\n").does_not_say("何时任职");
    at_home(&talk, "help\n").does_not_say(":撤销");
    at_home(&talk, "1\n:退出\n1\n").does_not_say("编号：小结：要答 10 问，已答 1 问\n编号：");
    let home_and_back = at_home(&talk, "1\n2021-07\n:home\n1\n").text;
    assert!(home_and_back.contains("第 2 步"), "{home_and_back}");
}

#[test]
fn a_session_is_started_under_a_name() {
    for (script, names) in [
        ("2\n我的自查\n", &["小结", "我的自查"][..]),
        ("自查自评\n我的自查\n", &["小结", "我的自查"]),
        // A name that is there already is asked for again.
        ("2\n小结\n我的自查\n", &["小结", "我的自查"]),
        ("2\n:quit\n", &["小结"]),
        ("2\n", &["小结"]),
    ] {
        let talk = Talk::on(KINDS, "");
        at_home(&talk, script);
        let mut names = names.to_vec();
        names.sort_unstable();
        assert_eq!(sessions(&talk), names, "{script:?}");
    }
    let talk = Talk::on(KINDS, "");
    at_home(&talk, "2\n小结\n").says(&["已经有一份记录叫“小结”了，请换一个名字。"]);
    at_home(&talk, "2\n\n2021-09\n").says(&[
        "就叫“自查自评 2",
        "自查自评 2",
        "要答 41 问，已答 0 问",
        "记下了：2021年9月",
    ]);
}

#[test]
fn a_session_that_cannot_be_opened_is_no_list_for_a_script_to_choose_from() {
    let talk = Talk::on(KINDS, "");
    std::fs::write(talk.session.session_file(), "format = 1\nname").unwrap();
    let heard = talk.hear("1\n2\n");
    heard.says(&["session.toml 读不懂"]).does_not_say("编号：");
    assert_eq!(heard.code, 1);
    // From the list it is only told.
    let heard = at_home(&talk, "1\n");
    heard.says(&["编号：", "session.toml 读不懂", "编号："]);
    assert_eq!(heard.code, 0);
}

#[test]
fn questionnaires_with_mistakes_are_named_and_cannot_be_chosen() {
    let talk = Talk::on(KINDS, "");
    let own = talk.store.root().join("questionnaires");
    std::fs::create_dir_all(&own).unwrap();
    std::fs::write(own.join("a.toml"), "format = 1\n").unwrap();
    std::fs::write(own.join("b.toml"), KINDS).unwrap();
    at_home(&talk, "4\n周报\n").says(&["4. 年终小结\n", "a.toml 有", "处错误", "何时任职？"]);
    assert_eq!(sessions(&talk), ["周报", "小结"]);
}

#[test]
fn a_damaged_session_keeps_its_name_and_is_marked() {
    let talk = Talk::on(KINDS, "");
    let file = talk.session.session_file();
    let whole = std::fs::read_to_string(&file).unwrap();
    let (half, _) = whole.rsplit_once("# tigang-checksum").unwrap();
    for damaged in [&whole.replace("format = 1", "format"), half] {
        std::fs::write(&file, damaged).unwrap();
        let heard = at_home(&talk, "小结\n");
        heard.says(&["1. 小结：读不出；", "session.toml 读不懂"]);
    }
}

#[test]
fn texts_that_were_kept_from_an_editor_are_told() {
    let talk = Talk::on(KINDS, "");
    at_home(&talk, "").does_not_say("编辑器");
    let kept = talk.store.root().join("edit-0123456789abcdef");
    std::fs::create_dir(&kept).unwrap();
    let heard = at_home(&talk, "");
    heard.says(&[
        "外部编辑器",
        "删去整个目录",
        &kept.display().to_string(),
        "输入编号",
    ]);
}
