//! What is said of findings.

use super::Display;

messages! {
    whole_document { zh: "全文", en: "The whole text" }

    // The sorts of findings, above lists of them.
    found_templates { zh: "问卷的模板出错", en: "Templates that fail" }
    found_wrong { zh: "不合要求", en: "Not as it should be" }
    found_unanswered { zh: "未答", en: "Unanswered" }
    found_drafts { zh: "草稿", en: "Drafts" }
    found_untouched { zh: "沿用旧稿，未看过", en: "Carried over, not looked at" }
    found_budgets { zh: "篇幅", en: "Length" }
    found_links { zh: "对应", en: "Links" }
    found_words { zh: "用词", en: "Words" }
    found_orphans { zh: "问卷里没有这一问", en: "No such question" }

    // How many there are, within a sentence.
    counted_templates(count) { zh: "{count} 处模板出错", en: "{count} where a template fails" }
    counted_wrong(count) { zh: "{count} 处有误", en: "{count} with something wrong" }
    counted_unanswered(count) { zh: "还有 {count} 问未答", en: "{count} unanswered" }
    counted_drafts(count) { zh: "{count} 处还是草稿", en: "{count} still drafts" }
    counted_untouched(count) { zh: "{count} 处沿用旧稿未看", en: "{count} carried over and not looked at" }
    counted_budgets(count) { zh: "{count} 处篇幅不合", en: "{count} too short or too long" }
    counted_links(count) { zh: "{count} 处没有对应", en: "{count} not linked" }
    counted_words(count) { zh: "{count} 处用词可再看", en: "{count} with words to look at" }
    counted_orphans(count) { zh: "{count} 个回答没有对应的题", en: "{count} without a question" }

    // Single findings.
    finding_unlinked(by) { zh: "“{by}”里没有一项回应它", en: "nothing in “{by}” answers it" }
    finding_links_nothing { zh: "没有选它回应哪一项", en: "answers nothing yet" }
    finding_term(found, preferred) { zh: "“{found}”统一写作“{preferred}”", en: "“{found}”: the house writes “{preferred}”" }
    finding_term_times(found, preferred, times) {
        zh: "“{found}”统一写作“{preferred}”，有 {times} 处",
        en: "“{found}”, {times} times: the house writes “{preferred}”"
    }
    finding_example { zh: "和问卷的例子一字不差", en: "the questionnaire's example, word for word" }
    finding_placeholder { zh: "和问卷的提示一字不差", en: "the questionnaire's placeholder, word for word" }
    finding_template(reason) { zh: "模板算不出来，没有印出：{reason}", en: "its template fails, so nothing is printed: {reason}" }
    finding_orphaned { zh: "问卷里没有这一问；回答留着，不印", en: "not in the questionnaire; kept, not printed" }
}
