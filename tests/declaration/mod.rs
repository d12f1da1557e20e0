//! A questionnaire about what nobody else is to see, with answers, for all tests of what is shown and what is not.

/// A questionnaire whose titles, questions and texts are made of sensitive answers.
pub(crate) const QUESTIONNAIRE: &str = r#"
format = 1
title = "申报"

[who]
heading = "{{ name }}的申报"
[who.name]
ask = "姓名？"
sensitive = true
[who.born]
ask = "{{ name }}何时出生？"
kind = "month"
sensitive = true
[who.house]
ask = "有几处房产？"
kind = "choice"
choices = ["一处", "两处"]
sensitive = true
[who.facts]
ask = "具体情况？"
kind = "prose"
sensitive = true
[asset]
heading = "财产"
[asset.item]
repeat = true
heading = "{{ what }}"
[asset.item.what]
ask = "哪一件？"
sensitive = true
[asset.item.why]
ask = "{{ what }}从何而来？"
[asset.note]
for_each = "asset.item"
[asset.note.more]
ask = "“{{ each.what }}”还有什么要说？"
[open]
ask = "还有吗？"
"#;

/// Answers to it. The sensitive ones hold 秘密 or 1971.
pub(crate) const ANSWERS: &str = r#"
open = "没有别的"
[who]
name = "王秘密"
born = "1971-07"
house = "两处"
facts = "一处在秘密路，一处在秘密巷。"
[[asset.item]]
id = "a"
what = "秘密字画"
why = "家传"
[[asset.item]]
id = "b"
what = "秘密手表"
"#;
