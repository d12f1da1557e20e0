//! What is said about answers that move: to a newer questionnaire, to next year's session, from another copy.

use super::Display;

// What a newer questionnaire changes.
messages! {
    change_new(path) { zh: "新的问题：{path}", en: "new question: {path}" }
    change_removed(path, answers) {
        zh: "不再问：{path}（{answers} 个答案另存）",
        en: "no longer asked: {path} (answers put aside: {answers})"
    }
    change_renamed(from, to) { zh: "改了名字：{from} → {to}", en: "renamed: {from} → {to}" }
    change_reworded(path) { zh: "换了问法：{path}", en: "asked in other words: {path}" }
    change_kind(path, from, to, fits) {
        zh: "换了种类：{path}，{from} → {to}{fits}",
        en: "another kind: {path}, {from} → {to}{fits}"
    }
    change_kind_reads(count) { zh: "；照样可用 {count} 个", en: "; still answers: {count}" }
    change_kind_converted(count) { zh: "；换了写法 {count} 个", en: "; put into another form: {count}" }
    change_kind_unreadable(count) { zh: "；需要修改 {count} 个", en: "; to be mended: {count}" }
    change_kind_aside(count) { zh: "；另存 {count} 个", en: "; put aside: {count}" }
    change_choice_gone(path, choice, answers) {
        zh: "不再有这个选项：{path} 的“{choice}”（{answers} 个答案选了它）",
        en: "no longer a choice: “{choice}” of {path} (answers that chose it: {answers})"
    }
    change_sensitive_choice_gone(path, choice) {
        zh: "不再有这个选项：{path} 的“{choice}”",
        en: "no longer a choice: “{choice}” of {path}"
    }
    change_split(from, into) { zh: "拆开了：{from} → {into}", en: "split: {from} → {into}" }
    change_merged(from, into) { zh: "合并了：{from} → {into}", en: "merged: {from} → {into}" }
    change_became_repeated(path) { zh: "现在可以重复：{path}", en: "now repeated: {path}" }
    change_became_single(path, instances) {
        zh: "不再重复：{path}（有 {instances} 份，只留第一份，其余另存）",
        en: "no longer repeated: {path} (of {instances}, all but the first are put aside)"
    }
    change_paired_otherwise(path) { zh: "换了对应：{path}", en: "paired otherwise: {path}" }
    change_links_elsewhere(path) { zh: "换了可选的对象：{path}", en: "links to something else: {path}" }
    change_found(from, to) { zh: "另存的答案有了去处：{from} → {to}", en: "an answer put aside has a question: {from} → {to}" }
}
