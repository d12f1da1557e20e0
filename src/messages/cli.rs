//! What the command line says.

use super::Display;

messages! {
    output_exists(path) {
        zh: "{path} 已经存在，没有覆盖。换一个文件名，或加 --force。",
        en: "{path} exists already and was not written over. Choose another name, or add --force."
    }
    no_such_questionnaire(name) {
        zh: "没有叫“{name}”的问卷，也没有这个文件。tigang questionnaires 列出现有的问卷。",
        en: "There is no questionnaire “{name}”, and no such file. tigang questionnaires lists those there are."
    }
    questionnaire_has_mistakes(name, count) {
        zh: "问卷 {name} 有 {count} 处错误；用 tigang check 查看。",
        en: "The questionnaire {name} has {count} mistakes; see tigang check."
    }
}
