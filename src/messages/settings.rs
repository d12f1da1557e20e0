//! What is said about the person's settings.

use super::Display;

// The file as a whole.
messages! {
    settings_unread(why) { zh: "设置没有用上：{why}", en: "The settings are not in force: {why}" }
    /// Of a file of which nothing could be used, after each mistake.
    settings_spoiled(file) {
        zh: "{file} 里的设置都没有用上，一切照默认。改好以后，下次运行生效。",
        en: "Nothing in {file} is in force; the defaults hold. Mend it, and it holds from the next run on."
    }
    /// Of a file of which the rest could be used, after each mistake.
    settings_partly(file, count) {
        zh: "{file} 里有 {count} 处没有用上，其余的照用。",
        en: "Not in force in {file}: {count}. All else in it is."
    }
    /// A mistake in a line.
    settings_mistake(line, said) { zh: "第 {line} 行：{said}", en: "Line {line}: {said}" }
    settings_mistake_hint(said, hint) { zh: "{said}。{hint}", en: "{said}. {hint}" }
    settings_mistake_alone(said) { zh: "{said}。", en: "{said}." }
    settings_more(said, count) {
        zh: "{said}另有 {count} 处，在命令行用 tigang list 逐处列出。",
        en: "{said} And {count} more; on the command line, tigang list shows each of them."
    }
    settings_notice(summary, mistakes) { zh: "{summary}{mistakes}", en: "{summary} {mistakes}" }
    settings_too_much { zh: "这不像设置：内容太多", en: "this is too much to be settings" }
    settings_unknown(name) { zh: "没有“{name}”这项设置", en: "there is no setting `{name}`" }
    settings_known(known) { zh: "有：{known}。", en: "There are {known}." }
    settings_twice { zh: "这一项上面已经写过，用的是上面的", en: "this stands further up already, and that holds" }
}

// Keys.
messages! {
    key_outside_context(name) { zh: "“{name}”没有写明在什么场合", en: "`{name}` does not say where it holds" }
    mend_key_outside_context {
        zh: "按键写在一个场合下面，如 [keys.interview] 下一行 next = \"F5\"。",
        en: "Keys stand under the name of a context: `[keys.interview]`, and `next = \"F5\"` below it."
    }
    key_unknown_context(name) { zh: "没有“{name}”这个场合", en: "there is no context `{name}`" }
    key_unknown_command(name) { zh: "没有“{name}”这个命令", en: "there is no command `{name}`" }
    mend_key_unknown_command {
        zh: "命令的名字都在 README 的按键表里。",
        en: "The table of keys in the README has the names of all commands."
    }
    key_unknown_key(name) { zh: "没有“{name}”这个键", en: "there is no key `{name}`" }
    mend_key_unknown_key {
        zh: "键名写成 \"F5\"、\"Ctrl+G\"、\"Alt+Up\" 的样子；几个键写成 [\"Tab\", \"F5\"]。",
        en: "Write a key like \"F5\", \"Ctrl+G\" or \"Alt+Up\", and several as [\"Tab\", \"F5\"]."
    }
    key_not_keys(command) { zh: "{command} 要的是一个键名，或者一串键名", en: "`{command}` takes the name of a key, or a list of them" }
    key_conflict(key, context, kept, lost) {
        zh: "{context} 里 {key} 给了 {kept}，{lost} 就用不了它",
        en: "in {context}, {key} gives {kept}, so {lost} goes without it"
    }
    key_typing(key, context, command) {
        zh: "{context} 里 {key} 是打字用的，不能给 {command}",
        en: "in {context}, {key} is for typing and cannot give {command}"
    }
    mend_key_typing {
        zh: "这里可以给：F1 到 F12，Tab，方向键，带 Ctrl 或 Alt 的键，如 \"F5\"、\"Alt+N\"。",
        en: "What can be given there: F1 to F12, Tab, arrows, and keys with Ctrl or Alt, such as \"F5\" or \"Alt+N\"."
    }
    key_no_way_out(command, context) {
        zh: "{command} 这样一改，{context} 里就没有键可以返回了",
        en: "with {command} changed so, no key would lead back out of {context}"
    }
    mend_key_no_way_out {
        zh: "请给 back 留一个在那里没有别的用处的键；平常是 Esc。",
        en: "Leave `back` a key that does nothing else there; unless changed, that is Esc."
    }
    mend_key_conflict { zh: "请给其中一个换一个键。", en: "Give one of the two another key." }
}
