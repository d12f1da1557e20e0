//! What is said about answers: what is wrong with them, how they stand.

use super::Display;

messages! {
    fault_not_text { zh: "这里需要文字", en: "this takes text" }
    fault_not_texts { zh: "这里需要若干条文字", en: "this takes several texts" }
    fault_not_a_number { zh: "这里需要数字，如 12 或 3.5", en: "this takes a number, such as 12 or 3.5" }
    fault_wrongly_grouped {
        zh: "逗号只用来分位，如 1,200 或 1,2000；小数用点，如 1.2",
        en: "commas only part thousands, as in 1,200; for a fraction there is the point, as in 1.2"
    }
    fault_no_such_month(month) { zh: "没有 {month} 月", en: "there is no month {month}" }
    fault_no_such_day(month, days) { zh: "{month}只有 {days} 天", en: "{month} has {days} days" }
    fault_not_a_day { zh: "这里需要年月日，如 2021-07-03 或 2021年7月3日", en: "this takes a day, such as 2021-07-03 or July 3, 2021" }
    fault_not_a_month { zh: "这里需要年月，如 2021-07 或 2021年7月", en: "this takes a month of a year, such as 2021-07 or July 2021" }
    fault_not_a_year { zh: "这里需要年份，如 2021", en: "this takes a year, such as 2021" }
    fault_not_yes_or_no { zh: "这里需要“是”或“否”", en: "this takes yes or no" }
    fault_not_a_choice(given) { zh: "“{given}”不在选项之中", en: "“{given}” is not among the choices" }
    fault_not_an_instance(given) { zh: "所关联的“{given}”已不存在", en: "the linked item “{given}” is no longer there" }
    fault_too_short(is, min, unit) { zh: "只有 {is} {unit}，至少要 {min} {unit}", en: "{is} {unit}; at least {min}" }
    fault_too_long(is, max, unit) { zh: "已有 {is} {unit}，最多 {max} {unit}", en: "{is} {unit}; at most {max}" }
    fault_below_min(min) { zh: "不能小于 {min}", en: "not below {min}" }
    fault_above_max(max) { zh: "不能大于 {max}", en: "not above {max}" }
    fault_too_early(min) { zh: "不能早于 {min}", en: "not before {min}" }
    fault_too_late(max) { zh: "不能晚于 {max}", en: "not after {max}" }
    fault_too_few(is, min) { zh: "现有 {is} 项，至少要 {min} 项", en: "{is} so far; at least {min}" }
    fault_too_many(is, max) { zh: "现有 {is} 项，最多 {max} 项", en: "{is}; at most {max}" }
    // The same of an answer that is not to be shown.
    fault_hidden_not_a_choice { zh: "不在选项之中", en: "not among the choices" }
    fault_hidden_not_an_instance { zh: "所关联的一项已不存在", en: "a linked item is no longer there" }
    linked_item_gone { zh: "（已不在的一项）", en: "(an item no longer there)" }
    fault_hidden_too_short(min, unit) { zh: "太短，至少要 {min} {unit}", en: "too short; at least {min} {unit}" }
    fault_hidden_too_long(max, unit) { zh: "太长，最多 {max} {unit}", en: "too long; at most {max} {unit}" }
    fault_hidden_too_few(min) { zh: "太少，至少要 {min} 项", en: "too few; at least {min}" }
    fault_hidden_too_many(max) { zh: "太多，最多 {max} 项", en: "too many; at most {max}" }
    fault_pattern { zh: "格式不符合要求", en: "not of the form that is wanted" }

    unit_zi { zh: "字", en: "zi" }
    unit_words { zh: "词", en: "words" }
    unit_characters { zh: "字符", en: "characters" }

    standing_unanswered { zh: "未答", en: "unanswered" }
    standing_draft { zh: "草稿", en: "draft" }
    standing_untouched { zh: "沿用旧稿，未看过", en: "carried over, not looked at" }
}
