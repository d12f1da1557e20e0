//! Questionnaires of any size, with all that a questionnaire can have, and answers to all of it.

use std::fmt::Write;

/// How many questions a part asks, with the instances that [`answers`] gives it.
const A_PART: usize = 20;
/// The instances of each part's repeated section.
const INSTANCES: usize = 4;

/// A questionnaire that asks some `questions`, with its answers.
pub(super) fn source(questions: usize) -> String {
    let mut text = "format = 1\ntitle = \"大问卷\"\nlanguage = \"zh-CN\"\n".to_owned();
    for number in 0..parts(questions) {
        let part = format!("part{number}");
        let _ = write!(
            text,
            r#"
[{part}]
heading = "第{number}部分"
[{part}.opening]
layout = "paragraph"
[{part}.opening.since]
ask = "何时开始？"
kind = "month"
text = "{{{{ answer }}}}起，"
[{part}.opening.post]
ask = "任什么职务？"
text = "任{{{{ answer }}}}。"
[{part}.facts]
ask = "做了哪些工作？"
kind = "prose"
min_length = 10
[{part}.times]
ask = "几次？"
kind = "number"
text = "共{{{{ answer }}}}次，其中{{{{ ways | length | han }}}}种方式：{{{{ ways | join }}}}。"
[{part}.public]
ask = "是否公开？"
kind = "yes-no"
text = ""
[{part}.place]
ask = "在哪里公开？"
kind = "choice"
choices = ["公示栏", "网站"]
when = {{ "{part}.public" = true }}
[{part}.ways]
ask = "哪些方式？"
kind = "choices"
choices = ["座谈", "走访", "问卷"]
text = ""
[{part}.results]
ask = "有哪些成果？"
kind = "list"
[{part}.lead]
text = "有以下{{{{ problem | length | han }}}}个方面。"
[{part}.problem]
repeat = true
heading = "{{{{ name }}}}"
heading_style = "run-in"
[{part}.problem.name]
ask = "哪里不够？"
text = ""
[{part}.problem.facts]
ask = "有何表现？"
kind = "prose"
[{part}.cause]
for_each = "{part}.problem"
heading = "{{{{ why }}}}"
heading_style = "run-in"
[{part}.cause.why]
ask = "“{{{{ each.name }}}}”的原因？"
text = ""
"#
        );
    }
    text
}

/// The answers to it.
pub(super) fn answers(questions: usize) -> toml::Table {
    let mut text = String::new();
    for number in 0..parts(questions) {
        let part = format!("part{number}");
        let _ = write!(
            text,
            r#"
[{part}]
facts = "走访{number}个村，开座谈会三场，收到意见二十条，件件有回音。\n第二段也写几句。"
times = "12"
public = {public}
place = "网站"
ways = ["座谈", "走访"]
results = ["修好两条路", "建成一座桥"]
[{part}.opening]
since = "2021-07"
post = "副局长"
"#,
            public = number % 2 == 0
        );
        for instance in 0..INSTANCES {
            let _ = write!(
                text,
                r#"
[[{part}.problem]]
id = "i{instance}"
name = "第{instance}个方面不够"
facts = "一年里只去过{instance}次，看得多，问得少，回来也没有整理。"
[[{part}.cause]]
for = "i{instance}"
why = "忙于事务，放松了要求"
"#
            );
        }
    }
    text.parse().expect("sound answers")
}

fn parts(questions: usize) -> usize {
    questions.div_ceil(A_PART)
}
