//! What the program says to what is typed, in both languages.

use super::desk::{Desk, Run};

mod chinese;
mod english;

/// A questionnaire with two questions.
const SMALL: &str = "\
format = 1
title = '小结'
[who]
ask = '谁？'
[part]
heading = '经过'
[part.what]
ask = '做了什么？'
kind = 'prose'
[part.thing]
repeat = true
[part.thing.name]
ask = '哪一件？'
";

/// Arguments, exit code, words on standard output, words on standard error. No words: nothing is printed there.
type Case = (
    &'static str,
    i32,
    &'static [&'static str],
    &'static [&'static str],
);

fn desk() -> Desk {
    let desk = Desk::new();
    desk.file("small.toml", SMALL);
    desk.file(
        "broken.toml",
        "format = 1\ntitle = 't'\n[who]\nask_ = 'x'\n[what]\nask = '{{ whp }}'\n",
    );
    desk.file(
        "good.toml",
        "who = '张三'\n[part]\nwhat = '开了会。'\n[[part.thing]]\n",
    );
    desk.file(
        "bad.toml",
        "whom = 'x'\nname = 'x'\nzzzzzzzz = 1\n[part]\nwhta = 'x'\nwhat = { a = 1 }\n[[part.thing]]\nname = 'x'\n\
         [[part.thing]]\nnmae = 'x'\n",
    );
    desk.file("forms.toml", "[part.thing]\nname = 'x'\n");
    desk.file("section.toml", "part = 'x'\n");
    desk.file(
        "twice.toml",
        "[[part.thing]]\nid = 'a'\n[[part.thing]]\nid = 'a'\n",
    );
    desk.file("torn.toml", "who = 'x'\n[part\n");
    desk.file("gbk.toml", b"who = '\xd5\xc5'\n");
    desk.file("session.toml", "format = 1\n[answers]\nwho = 'x'\n");
    desk
}

fn failures(cases: &[Case], run: impl Fn(&[&str]) -> Run) -> Vec<String> {
    let mut failures = Vec::new();
    for (words, code, out, err) in cases {
        let arguments: Vec<&str> = words.split_whitespace().collect();
        let run = run(&arguments);
        let says = |said: &str, wanted: &[&str]| match wanted {
            [] => said.is_empty(),
            wanted => wanted.iter().all(|words| said.contains(words)),
        };
        if run.code != *code || !says(&run.out, out) || !says(&run.err, err) {
            failures.push(format!(
                "tigang {words}\nexit code {} for {code}\n--- out\n{}--- err\n{}",
                run.code, run.out, run.err
            ));
        }
    }
    failures
}

#[test]
fn each_command_says_what_happened_and_what_to_do() {
    let desk = desk();
    let english = failures(english::CASES, |words| desk.run(words.iter().copied()));
    assert!(english.is_empty(), "{}", english.join("\n\n"));
}

#[test]
fn in_chinese_too() {
    let desk = desk();
    let chinese = failures(chinese::CASES, |words| {
        Run::of(desk.program().args(words).env("LANG", "zh_CN.UTF-8"))
    });
    assert!(chinese.is_empty(), "{}", chinese.join("\n\n"));
}

#[test]
fn the_language_is_that_of_the_strongest_wish() {
    let desk = Desk::new();
    for (words, environment, is_chinese) in [
        ("trash", [("LC_ALL", "zh_CN.UTF-8"), ("LANG", "C")], true),
        ("trash", [("LC_ALL", "C"), ("TIGANG_LANG", "zh")], true),
        (
            "--lang en trash",
            [("LC_ALL", "zh_CN"), ("TIGANG_LANG", "zh")],
            false,
        ),
        ("trash --lang zh", [("LC_ALL", "C"), ("LANG", "C")], true),
        ("trash --lang=zh-CN", [("LC_ALL", "C"), ("LANG", "C")], true),
    ] {
        let mut program = desk.program();
        let run = Run::of(program.args(words.split(' ')).envs(environment));
        assert_eq!(
            run.err.contains("回收目录"),
            is_chinese,
            "{words} {environment:?}: {run:?}"
        );
    }
}

#[test]
fn what_is_misspelt_is_answered_with_what_there_is() {
    let desk = Desk::new();
    let session = desk.start(
        "postmortem.en",
        "March",
        "[incident]\ntitle = 'Checkout was down'\n",
    );
    for (arguments, code, said) in [
        (&["nwe"][..], 2, "没有“nwe”这个命令。是不是 new？"),
        (&["xyzzy"], 2, "没有“xyzzy”这个命令。用法见"),
        (&["help", "exprot"], 2, "没有“exprot”这个命令。是不是 export？"),
        (&["man", "exprot"], 2, "没有“exprot”这个命令。是不是 export？"),
        (&["check"], 2, "缺少 <FILE>。"),
        (
            &["completions", "x"],
            2,
            "可以是 bash、elvish、fish、powershell、zsh",
        ),
        (&["new", "self-review"], 1, "是不是 self-review.zh？"),
        (&["new", "自查自评"], 1, "是不是 self-review.zh？"),
        (&["show", "postmortm.en"], 1, "是不是 postmortem.en？"),
        (&["show", "nope"], 1, "tigang questionnaires 列出现有的问卷"),
        (&["check", "nope"], 1, "没有叫“nope”的问卷或记录"),
        (&["check", "self-review"], 1, "是不是 self-review.zh？"),
        (&["export", "nope"], 1, "tigang list 列出全部记录"),
        (&["new", "."], 1, "那里是目录"),
        (&["merge", "March", &session], 1, "是同一份记录"),
    ] {
        let run = desk.run(["--lang", "zh"].into_iter().chain(arguments.iter().copied()));
        assert_eq!(run.code, code, "{arguments:?}: {run:?}");
        assert!(run.err.contains(said), "{arguments:?}: {run:?}");
    }
}
