//! What is said by, and about, `questionnaire`: authors' mistakes (`mistake_…`) and how to mend them (`mend_…`).

use super::Display;

// The file as a whole.
messages! {
    mistake_not_utf8 { zh: "文件不是 UTF-8 编码", en: "the file is not UTF-8" }
    mend_not_utf8 { zh: "请另存为 UTF-8 编码。",
        en: "Save it again with the encoding UTF-8." }
    mistake_file_too_large(limit) { zh: "文件超过 {limit} MiB", en: "the file is larger than {limit} MiB" }
    mistake_too_many_nodes(limit) { zh: "节点超过 {limit} 个", en: "there are more than {limit} nodes" }
    mistake_too_many_words(limit) { zh: "文件里的名字、值和符号超过 {limit} 个",
        en: "the file holds more than {limit} names, values and marks" }
    mistake_too_scattered { zh: "表在文件里来回跳得太多", en: "the file jumps back and forth between too many tables" }
    mend_too_scattered { zh: "请把同一节的内容放在一起。", en: "Keep together what belongs to one section." }
    mistake_too_many_mistakes(limit) { zh: "错误超过 {limit} 处，这里起不再列出",
        en: "there are more than {limit} mistakes; from here on they are not listed" }
    mend_too_many_mistakes { zh: "请先改正前面的。", en: "Mend those above first." }
    mistake_too_many_patterns(limit) { zh: "不同的 pattern 超过 {limit} 个",
        en: "there are more than {limit} different patterns" }
    mistake_too_deep(limit) { zh: "嵌套超过 {limit} 层", en: "nested deeper than {limit} levels" }
    mend_too_large { zh: "请拆成几份问卷。", en: "Split it into several questionnaires." }
    mend_too_deep { zh: "请把它移到上一层。", en: "Move it up a level." }
    mistake_syntax(detail) { zh: "不是合法的 TOML：{detail}", en: "not TOML: {detail}" }
    toml_unquoted_string { zh: "文字要用引号括起", en: "a string must be in quotation marks" }
    toml_missing_comma { zh: "缺少逗号", en: "a comma is missing" }
    toml_extra_comma { zh: "多了一个逗号", en: "there is a comma too many" }
    toml_missing_equals { zh: "缺少等号", en: "an equals sign is missing" }
    toml_missing_value { zh: "等号后面缺少内容", en: "there is no value behind the equals sign" }
    toml_unclosed { zh: "括号没有收尾", en: "a bracket is not closed" }
    toml_bad_string { zh: "引号没有收尾，或者引号里的反斜杠用法不对", en: "a quotation mark is missing, or an escape sequence is wrong" }
    toml_bad_key { zh: "名字里有不能用的字符；中文名字要加引号", en: "a key holds a character that it cannot hold without quotation marks" }
    toml_extra_equals { zh: "多了一个等号", en: "there is an equals sign too many" }
    toml_bad_number { zh: "数字的写法不对", en: "this is not how a number is written" }
    toml_bad_datetime { zh: "日期或时间的写法不对", en: "this is not how a date or time is written" }
    toml_bad_boolean { zh: "这里只能是 true 或 false", en: "this can only be `true` or `false`" }
    toml_lone_return { zh: "有一个单独的回车符", en: "a carriage return stands alone" }
    toml_bad_comment { zh: "注释里有看不见的控制字符", en: "a comment holds a control character" }
    toml_extends_value { zh: "这个名字上面已经有了值，不能再当作表", en: "this key has a value already and cannot be a table as well" }
    toml_unexpected { zh: "这里有不该有的内容", en: "something stands here that does not belong here" }
    mend_toml_unquoted_string { zh: "请用半角引号括起，写成 名字 = \"内容\" 的样子；中文引号不算。",
        en: "Use straight quotation marks: name = \"value\"." }
    mend_toml_missing_comma { zh: "各项之间请写半角逗号。", en: "Put a comma between one and the next." }
    mend_toml_extra_comma { zh: "请删去它。", en: "Remove it." }
    mend_toml_line { zh: "一行写成 名字 = 值 的样子。", en: "A line is written `name = value`." }
    mend_toml_extra_equals { zh: "请删去它；值里要有等号，就给值加上引号。",
        en: "Remove it; a value with an equals sign in it goes into quotation marks." }
    mend_toml_unclosed { zh: "方括号、花括号都要成对。", en: "Each bracket and each brace needs its other half." }
    mend_toml_bad_string { zh: "一行的文字前后各一个引号，几行的各三个；反斜杠写两个。",
        en: "A line has one quotation mark at each end, several lines have three; a backslash is written twice." }
    mend_toml_bad_key { zh: "名字用小写字母、数字和下划线；别的要加引号。",
        en: "Use lower-case letters, digits and `_`; anything else goes into quotation marks." }
    mend_toml_bad_number { zh: "数字写成 12 或 3.5，前面不加 0，中间没有逗号和空格；别的请加引号。",
        en: "Write 12 or 3.5, without zeros in front, commas or spaces; anything else goes into quotation marks." }
    mend_toml_bad_datetime { zh: "请加引号，如 \"2026-01-15\"。", en: "Put it into quotation marks, such as \"2026-01-15\"." }
    mend_toml_bad_boolean { zh: "请写小写的 true 或 false，不加引号；要是文字，就加引号。",
        en: "Write `true` or `false` in small letters; if it is a text, put it into quotation marks." }
    mend_toml_lone_return { zh: "请让编辑器用 LF 或 CRLF 换行。", en: "Have the editor end lines in LF or CRLF." }
    mend_toml_bad_comment { zh: "请删去它，或者重写这一行注释。", en: "Remove it, or write the comment anew." }
    mend_toml_extends_value { zh: "请给其中一个换个名字。", en: "Give one of the two another name." }
    mend_toml_unexpected { zh: "一行只写一个 名字 = 值；说明写在 # 后面。",
        en: "A line holds one `name = value`; remarks stand behind a `#`." }
    mistake_full_width(mark) { zh: "这里的 {mark} 是全角的，TOML 不认", en: "`{mark}` is a full-width mark, which TOML does not know" }
    mend_full_width(meant) { zh: "请换成半角的 {meant} 。", en: "Write `{meant}` instead." }
    mistake_missing_format { zh: "没有写明格式版本", en: "the version of the format is not given" }
    mend_missing_format { zh: "请在开头写上 format = 1。", en: "Write `format = 1` at the top." }
    mistake_newer_format(found) { zh: "这份问卷的格式是第 {found} 版，本程序只认得第 1 版",
        en: "this questionnaire is in format {found}; this program knows format 1" }
    mend_newer_format { zh: "请使用较新版本的程序。", en: "Use a newer version of the program." }
}

// Nodes.
messages! {
    mistake_bad_id(id) { zh: "“{id}”不能作名字", en: "`{id}` cannot be an id" }
    mend_bad_id { zh: "名字以小写英文字母开头，只含小写字母、数字和下划线；中文可写在 label 或 heading 里。",
        en: "An id begins with a lower-case letter and holds only a-z, 0-9 and `_`." }
    mistake_reserved_id(id) { zh: "“{id}”另有用处，不能作名字", en: "`{id}` has a meaning of its own and cannot be an id" }
    mend_reserved_id(id) { zh: "请换一个名字，如 {id}_1。", en: "Choose another id, such as `{id}_1`." }
    mistake_duplicate_id { zh: "这个节点已经有了", en: "this node is there already" }
    mend_duplicate_id { zh: "请换一个名字，或者把两处合并。", en: "Choose another id, or merge the two." }
    mistake_duplicate_attribute { zh: "这个属性已经写过了", en: "this attribute is given already" }
    mend_duplicate_attribute { zh: "请删去一处。", en: "Remove one of the two." }
    mistake_array_of_tables(id) { zh: "“{id}”写成了数组", en: "`{id}` is written as an array" }
    mend_array_of_tables { zh: "可以重复的节只用一层方括号，并写上 repeat = true。",
        en: "A section that can be repeated is written as `[a.table]` with `repeat = true`." }
    mistake_empty_node { zh: "这个节点既没有 ask，也没有 text，也没有下级的表",
        en: "this node has neither `ask` nor `text` nor child nodes" }
    mend_empty_node { zh: "用 ask 提问，用 text 写固定文字，或者在它下面写下级的表。",
        en: "Ask with `ask`, print with `text`, or put nodes below it." }
    mistake_empty_questionnaire { zh: "问卷里一个节点也没有", en: "the questionnaire has no nodes" }
    mistake_question_with_children { zh: "题下面不能再有节点", en: "a question cannot have child nodes" }
    mend_question_with_children { zh: "请给 ask 另写一张下级的表，或者把这个节点移到外面。",
        en: "Move `ask` into a child of its own, or move this node out." }
}

// Attributes and their values.
messages! {
    mistake_unknown_attribute(name) { zh: "没有“{name}”这个属性", en: "there is no attribute `{name}`" }
    mistake_misplaced_attribute(name, holder) { zh: "{holder}没有“{name}”这个属性", en: "{holder} takes no `{name}`" }
    mend_attribute(attributes) { zh: "这里可以写：{attributes}。", en: "Here can stand {attributes}." }
    mistake_lone_attribute(name, needs) { zh: "没有 {needs}，{name} 就没有意义",
        en: "`{name}` means nothing without `{needs}`" }
    mend_lone_attribute(name, needs) { zh: "请加上 {needs}，或者删去 {name}。", en: "Add `{needs}`, or remove `{name}`." }
    mistake_conflicting_attributes(first, second) { zh: "{first} 和 {second} 不能同时使用",
        en: "`{first}` and `{second}` exclude each other" }
    mend_conflicting_attributes { zh: "请删去一个。", en: "Remove one of them." }
    mistake_missing_attribute(name, holder) { zh: "{holder}缺少 {name}", en: "{holder} needs `{name}`" }
    mend_missing_attribute(name) { zh: "请加上 {name} = …。", en: "Add `{name} = …`." }
    mistake_wrong_type(expected, found) { zh: "这里应当是{expected}，却是{found}",
        en: "this should be {expected}, but it is {found}" }
    mistake_unknown_value(value) { zh: "这里不能写“{value}”", en: "`{value}` cannot stand here" }
    mend_unknown_value(known) { zh: "可以写：{known}。", en: "It is one of {known}." }
    mistake_unknown_kind(value) { zh: "没有“{value}”这种题", en: "there is no kind `{value}` of question" }
    mistake_min_above_max(min, max) { zh: "{min} 大于 {max}", en: "`{min}` is above `{max}`" }
    mend_min_above_max(min, max) { zh: "两头都算在内；请改小 {min}，或者改大 {max}。",
        en: "Both ends are included; lower `{min}` or raise `{max}`." }
    mend_add_quotation_marks { zh: "请加上引号。", en: "Put it in quotation marks." }
    mend_remove_quotation_marks { zh: "请去掉引号。", en: "Take the quotation marks away." }
    mistake_bad_regex(detail) { zh: "不是合法的正则表达式：{detail}", en: "not a regular expression: {detail}" }
    mend_bad_regex { zh: "篇幅请用 min_length 和 max_length 限定；在 TOML 里用单引号括起，反斜杠就不必写两遍。",
        en: "Limit lengths with `min_length` and `max_length`; in single quotes TOML leaves backslashes alone." }
    mistake_bad_numbering(pattern) { zh: "“{pattern}”里看不出序号的样子", en: "`{pattern}` shows no number" }
    mend_bad_numbering { zh: "写出第一个序号即可，如“一、”“（一）”“1.”“（1）”“①”“第一章 ”。",
        en: "Write the first number as it should look: `1.`, `(a)`, `I.`, `一、`, `（一）`, `①`." }
    mistake_bad_date { zh: "不是日期", en: "not a date" }
    mend_bad_date(example) { zh: "请写作 {example} 的样子。", en: "Write it like {example}." }
    mistake_bad_language(tag) { zh: "“{tag}”不是语言代码", en: "`{tag}` is no language tag" }
    mend_bad_language { zh: "请写作 zh-CN、ja 或 en 的样子。", en: "Write it like `en`, `zh-CN` or `ja`." }
    mistake_too_few_choices { zh: "选项太少", en: "too few choices" }
    mend_too_few_choices { zh: "请至少写两个选项；有 other = true 时至少一个。",
        en: "Give at least two, or one with `other = true`." }
    mistake_duplicate_choice(value) { zh: "选项“{value}”重复", en: "the choice `{value}` stands here twice" }
    mistake_unknown_choice(value) { zh: "没有“{value}”这个选项", en: "there is no choice `{value}`" }
    mend_unknown_choice(known) { zh: "选项有：{known}。", en: "The choices are {known}." }
    mistake_bad_default(holder) { zh: "{holder}不能这样回答", en: "this is no answer to {holder}" }
    mend_bad_default { zh: "默认值要像写作者自己填写的一样。", en: "A default is written as the writer would write it." }
    mend_did_you_mean(suggestion) { zh: "是不是想写“{suggestion}”？", en: "Did you mean `{suggestion}`?" }
}

// Templates.
messages! {
    mistake_template_syntax(detail) { zh: "模板写错了：{detail}", en: "the template is wrong: {detail}" }
    mend_template_syntax { zh: "{{ 名字 }} 取答案，{% … %} 是语句；要原样输出花括号，写作 {{ \"{\" }}。",
        en: "`{{ name }}` prints, `{% … %}` controls; to print a brace write `{{ \"{\" }}`." }
    mistake_template_too_long(limit) { zh: "模板的一个标签里超过 {limit} 个词和符号，或者 elif 太多",
        en: "a tag of the template has more than {limit} words and signs, or there are too many `elif`" }
    mend_template_too_long { zh: "请用 {% set %} 分步写，或者拆成几个节点。", en: "Take steps with `{% set %}`, or split the node." }
    mistake_template_tag(tag) { zh: "问卷的模板里没有“{tag}”语句", en: "templates of a questionnaire have no `{tag}`" }
    mend_template_tag { zh: "问卷不能引用别的文件；请直接写在这里。", en: "A questionnaire reads no other files: write it here." }
    mistake_unknown_filter(name) { zh: "没有“{name}”这个过滤器", en: "there is no filter `{name}`" }
    mistake_unknown_template_test(name) { zh: "模板里没有“is {name}”这种判断", en: "there is no test `is {name}`" }
    mistake_unknown_function(name) { zh: "没有“{name}”这个函数", en: "there is no function `{name}`" }
    mend_known(known) { zh: "可用的有：{known}。", en: "There are {known}." }
}

// Names and conditions.
messages! {
    mistake_unknown_name(name) { zh: "没有名为“{name}”的节点", en: "there is no node `{name}`" }
    mend_unknown_name { zh: "先在本节里找，再逐级向外找；完整路径总是可用。",
        en: "Names are looked up in the node's own section, then in those around it; a full path always works." }
    mistake_misplaced_answer { zh: "answer 只能用在题自己的 text 里", en: "`answer` stands only in a question's own `text`" }
    mend_misplaced_answer { zh: "请写那道题的名字。", en: "Write the name of the question." }
    mistake_misplaced_each { zh: "each 只能用在有 for_each 的节里", en: "`each` stands only inside a section that has `for_each`" }
    mend_misplaced_each { zh: "请写节点的名字，或者给本节加上 for_each。",
        en: "Write the name of the node, or give the section `for_each`." }
    mistake_later_reference(name) { zh: "“{name}”排在后面，这里还不能引用", en: "`{name}` comes later and cannot be used here" }
    mend_later_reference { zh: "ask、default 和 when 只能引用前面的节点；请调整次序。heading 和 text 不受此限。",
        en: "Questions, defaults and conditions refer to earlier nodes only; move one of the two. `heading` and `text` may refer to any." }
    mistake_enclosing_reference(name) { zh: "本节点就在“{name}”里面，此时它还没有答完",
        en: "this node is inside `{name}`, which is not answered yet" }
    mistake_inside_repeat(name, section) { zh: "“{name}”在重复的节“{section}”里面，从外面不知道指的是哪一个",
        en: "`{name}` is inside `{section}`, of which there can be several" }
    mend_inside_repeat(section, rest) { zh: "请逐个取用：{{% for item in {section} %}}{{{{ item.{rest} }}}}{{% endfor %}}。",
        en: "Go through them: `{{% for item in {section} %}}{{{{ item.{rest} }}}}{{% endfor %}}`." }
    mend_inside_pair(rest) { zh: "要取与本项对应的那一个，请写 each.{rest}。", en: "For the one that is paired with this one, write `each.{rest}`." }
    mend_inside_repeat_of_condition(section) { zh: "条件可以问有几份：{{ \"{section}\" = {{ min = 1 }} }}。",
        en: "A condition can ask how many there are: `{{ \"{section}\" = {{ min = 1 }} }}`." }
    mistake_no_answer(name) { zh: "“{name}”没有答案可取", en: "`{name}` has no answer" }
    mend_no_answer { zh: "请引用一道题，或者重复的节。", en: "Refer to a question or to a repeated section." }
    mistake_not_repeated(name) { zh: "“{name}”不是重复的节", en: "`{name}` is not a repeated section" }
    mend_not_repeated { zh: "请引用写有 repeat = true 或 for_each 的节。", en: "Name a section that has `repeat = true` or `for_each`." }
    mistake_for_each_around(name) { zh: "本节就在“{name}”里面，不能再与它一一对应",
        en: "this section is inside `{name}` and cannot be paired with it" }
    mend_for_each_around { zh: "请把本节移到外面，或者删去 for_each。", en: "Move the section out, or remove `for_each`." }
    mend_from_inside_repeat(section) { zh: "请把本节点放进写有 repeat = true 和 from = \"{section}\" 的节里。",
        en: "Put this node into a section that has `repeat = true` and `from = \"{section}\"`." }
    mistake_from_itself(name) { zh: "“{name}”就是本节点自己，或者和它一里一外，不能从它取来",
        en: "`{name}` is this node itself, or around or inside of it" }
    mend_from_itself { zh: "from 要指另一个节点；上一次的答案回到原处，不用写 from。",
        en: "Name another node; what was answered last time comes back to its own place without `from`." }
    mistake_empty_condition { zh: "条件是空的", en: "the condition asks nothing" }
    mend_empty_condition { zh: "请写作 { \"路径\" = 值 } 的样子，或者删去。", en: "Write it like `{ \"a.path\" = value }`, or remove it." }
    mistake_unknown_test(name) { zh: "条件里没有“{name}”", en: "conditions know no `{name}`" }
    mistake_inapplicable_test(holder, test) { zh: "对{holder}不能用 {test}", en: "`{test}` cannot be asked of {holder}" }
    mistake_inapplicable_comparison(holder) { zh: "{holder}不能与一个值比较", en: "{holder} cannot be compared with a value" }
    mend_inapplicable(tests) { zh: "可以用：{tests}。", en: "It can be asked {tests}." }
}

// Words that the sentences above are made with.
messages! {
    diagnostic_error { zh: "错误", en: "error" }
    diagnostic_help { zh: "改法", en: "help" }
    /// What stands between one whole sentence and the next.
    sentence_joint { zh: "", en: " " }
    enumeration_joint { zh: "、", en: ", " }
    holder_root { zh: "最外层", en: "the root table" }
    holder_section { zh: "节", en: "a section" }
    holder_repeated_section { zh: "重复的节", en: "a repeated section" }
    holder_text { zh: "文字", en: "a text" }
    holder_question(kind) { zh: "{kind} 题", en: "a question of the kind `{kind}`" }
    holder_choice { zh: "选项", en: "a choice" }
    expected_string { zh: "带引号的文字", en: "a string" }
    expected_boolean { zh: " true 或 false", en: "`true` or `false`" }
    expected_count { zh: "从 0 起的整数", en: "a whole number from 0" }
    expected_positive_count { zh: "从 1 起的整数", en: "a whole number from 1" }
    expected_number { zh: "数字", en: "a number" }
    expected_format { zh: "数字 1", en: "the number 1" }
    expected_array { zh: "数组 […]", en: "an array `[…]`" }
    expected_strings { zh: "文字的数组 [\"…\", \"…\"]", en: "an array of strings" }
    expected_table { zh: "表 {…}", en: "a table" }
    expected_choice { zh: "文字或 { value = \"…\", label = \"…\" }", en: "a string or `{ value = \"…\", label = \"…\" }`" }
    expected_date { zh: "日期", en: "a date" }
    expected_carry { zh: " true、false 或 \"ask\"", en: "`true`, `false` or `\"ask\"`" }
    expected_scalar { zh: "文字、数字或 true/false", en: "a string, a number or a boolean" }
    toml_string { zh: "文字", en: "a string" }
    toml_integer { zh: "整数", en: "an integer" }
    toml_float { zh: "小数", en: "a decimal" }
    toml_boolean { zh: "true/false", en: "a boolean" }
    toml_datetime { zh: "日期或时间", en: "a date or time" }
    toml_array { zh: "数组", en: "an array" }
    toml_table { zh: "表", en: "a table" }
}
