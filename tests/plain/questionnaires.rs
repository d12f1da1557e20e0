//! Questionnaires with all that the tests need.

/// One of every kind of question, in Chinese.
pub(super) const KINDS: &str = r#"
format = 1
title = "年终小结"
language = "zh-CN"

[opening]
heading = "开头"
help = "先交代清楚。"
[opening.since]
label = "任职"
ask = "何时任职？"
kind = "month"
max = 2026-01
[opening.body]
label = "任命"
ask = "由谁任命？"
help = "写单位全称。"
example = "某县县委"
max_length = 10
[opening.story]
label = "经过"
ask = "经过怎样？"
kind = "prose"
min_length = 4
[opening.times]
label = "次数"
ask = "几次？"
kind = "number"
unit = "次"
min = 1
[opening.day]
ask = "哪一天？"
kind = "date"
required = false
[opening.year]
ask = "哪一年？"
kind = "year"

[plan]
heading = "打算"
[plan.public]
ask = "是否公开？"
kind = "yes-no"
[plan.way]
ask = "用什么方式？"
kind = "choice"
choices = ["座谈", "走访"]
[plan.ways]
ask = "还有什么方式？"
kind = "choices"
choices = [{ value = "talk", label = "座谈" }, { value = "visit", label = "走访" }, { value = "read", label = "读书、看报" }]
other = true
[plan.points]
ask = "有哪几点？"
kind = "list"
max = 3
[plan.secret]
ask = "存款多少？"
sensitive = true
[plan.title]
ask = "标题？"
default = "下步打算"
"#;

/// Repeated sections, pairs and links.
pub(super) const GROUPS: &str = r#"
format = 1
title = "年终小结"
language = "zh-CN"

[problems]
heading = "问题"
[problems.problem]
label = "问题"
repeat = true
max = 3
heading = "{{ name }}"
heading_style = "run-in"
[problems.problem.name]
label = "判断"
ask = "哪里不够？"
text = ""
[problems.problem.facts]
label = "表现"
ask = "有何表现？"
kind = "prose"
[problems.cause]
label = "原因"
for_each = "problems.problem"
heading = "{{ why }}"
heading_style = "run-in"
[problems.cause.why]
ask = "“{{ each.name }}”的原因？"
text = ""
[plan.answers]
ask = "回应哪些问题？"
kind = "links"
to = "problems.problem"
[plan.last]
ask = "还有什么？"
required = false
"#;
