//! The person's own settings.

use super::desk::Desk;
use std::fs;

#[test]
fn settings_hold_unless_something_else_is_asked_for() {
    let desk = Desk::new();
    desk.file("config/config.toml", "language = 'zh'\nascii = true\n");
    assert!(desk.run(["trash"]).err.contains("回收目录是空的"));
    assert!(
        desk.run(["--lang", "en", "trash"])
            .err
            .contains("The trash is empty")
    );
    assert!(
        desk.ok(["show", "postmortem.en"])
            .contains("postmortem.en - en - 28 问")
    );
}

#[test]
fn each_mistake_in_the_settings_is_told_and_the_rest_of_them_hold() {
    let desk = Desk::new();
    let settings = "language = 'zh'\ncolour = true\nambigous_width = 2\nascii = true\nmouse = 'no'\n\
                    [keys.interveiw]\nnext = 'F5'\n[keys.interview]\nnext = 'F99x'\nreview = 'Ctrl+E'\n";
    let file = desk.file("config/config.toml", settings);
    let run = desk.run(["show", "postmortem.en"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("postmortem.en - en - 28 问"), "{run:?}");
    let name = file.display();
    for told in [
        format!("{name}:2:1"),
        "没有“colour”这项设置".to_owned(),
        "有：language、ambiguous_width、ascii、mouse、typing_aid、keys。".to_owned(),
        format!("{name}:3:1"),
        "是不是想写“ambiguous_width”？".to_owned(),
        format!("{name}:5:9"),
        "这里应当是 true 或 false".to_owned(),
        format!("{name}:6:7"),
        "是不是想写“interview”？".to_owned(),
        format!("{name}:9:8"),
        "没有“F99x”这个键".to_owned(),
        format!("{name}:10:10"),
        "interview 里 Ctrl+E 给了 review，export 就用不了它".to_owned(),
        format!("tigang: {name} 里有 6 处没有用上，其余的照用。"),
    ] {
        assert!(run.err.contains(&told), "{told}\n{}", run.err);
    }
    // Whatever is wrong with it, the file is the person's own.
    assert_eq!(fs::read_to_string(&file).unwrap(), settings);
}

#[test]
fn settings_of_which_nothing_can_be_used_keep_nobody_out() {
    let desk = Desk::new();
    for (settings, told) in [
        ("language = zh\nascii = true\n", "config.toml:1:12"),
        ("ascii = true\n[keys.interview\n", "config.toml:2:"),
    ] {
        let file = desk.file("config/config.toml", settings);
        let run = desk.run(["--lang", "zh", "questionnaires"]);
        assert!(run.code == 0 && run.out.contains("自查自评"), "{run:?}");
        assert!(
            run.err.contains(told) && run.err.contains("里的设置都没有用上，一切照默认"),
            "{run:?}"
        );
        assert_eq!(fs::read_to_string(file).unwrap(), settings);
    }
    fs::remove_file(desk.path().join("config/config.toml")).unwrap();
    fs::create_dir(desk.path().join("config/config.toml")).unwrap();
    let run = desk.run(["questionnaires"]);
    assert!(
        run.code == 0 && run.err.contains("The settings are not in force"),
        "{run:?}"
    );
}
