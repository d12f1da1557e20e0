use super::*;

type Edit = fn(&mut Editor) -> Result<(), Refusal>;

#[test]
fn edits() {
    let table: &[(&str, &str, Edit, &str)] = &[
        ("typing", "甲|丙", |e| e.insert("乙"), "甲乙|丙"),
        (
            "typing over a selection",
            "甲^乙|丙",
            |e| e.insert("丁"),
            "甲丁|丙",
        ),
        ("typing a control character", "甲|", |e| e.insert("\u{1b}"), "甲|"),
        ("typing a bidi override", "甲|", |e| e.insert("\u{202e}x"), "甲x|"),
        ("newline", "甲|乙", |e| e.newline(), "甲\n|乙"),
        ("newline at the end", "甲|", |e| e.newline(), "甲\n|"),
        (
            "newline over paragraphs",
            "甲^乙\n丙|丁",
            |e| e.newline(),
            "甲\n|丁",
        ),
        (
            "paste",
            "甲|乙",
            |e| e.paste("\u{feff}一\r\n二\r三"),
            "甲一\n二\n三|乙",
        ),
        (
            "paste of indented paragraphs",
            "|",
            |e| e.paste("\u{3000}\u{3000}一 \n\t二\u{a0}\n  三 "),
            "一\n二\n三 |",
        ),
        (
            "paste of indented paragraphs after words",
            "甲|乙",
            |e| e.paste(" 一 \n 二 "),
            "甲 一\n二 |乙",
        ),
        (
            "paste of an escape sequence",
            "|",
            |e| e.paste("\u{1b}[31m红"),
            "红|",
        ),
        ("back", "甲乙|", |e| e.delete_back(), "甲|"),
        ("back at the start", "|甲", |e| e.delete_back(), "|甲"),
        (
            "back over a paragraph's start",
            "甲\n|乙",
            |e| e.delete_back(),
            "甲|乙",
        ),
        ("back over a family", "甲👨‍👩‍👧|乙", |e| e.delete_back(), "甲|乙"),
        ("back over a flag", "🇨🇳🇺🇸|", |e| e.delete_back(), "🇨🇳|"),
        (
            "back over a keycap",
            "甲1\u{fe0f}\u{20e3}|",
            |e| e.delete_back(),
            "甲|",
        ),
        (
            "back over combining marks",
            "e\u{301}\u{323}|",
            |e| e.delete_back(),
            "|",
        ),
        (
            "back over a variant",
            "葛\u{e0100}|城",
            |e| e.delete_back(),
            "|城",
        ),
        (
            "back over a selection",
            "甲|乙\n丙^丁",
            |e| e.delete_back(),
            "甲|丁",
        ),
        ("forward", "|甲乙", |e| e.delete_forward(), "|乙"),
        ("forward over a family", "|👨‍👩‍👧乙", |e| e.delete_forward(), "|乙"),
        (
            "forward over a paragraph's end",
            "甲|\n乙",
            |e| e.delete_forward(),
            "甲|乙",
        ),
        ("forward at the end", "甲|", |e| e.delete_forward(), "甲|"),
        (
            "word back",
            "一是，学习不够深|。",
            |e| e.delete_word_back(),
            "一是，|。",
        ),
        (
            "word back over a mark",
            "一是，学习不够深。|",
            |e| e.delete_word_back(),
            "一是，|",
        ),
        (
            "word back in Latin",
            "don't stop |",
            |e| e.delete_word_back(),
            "don't |",
        ),
        (
            "word back at a paragraph's start",
            "甲\n|乙",
            |e| e.delete_word_back(),
            "甲|乙",
        ),
        (
            "word forward",
            "一|是这样，学习",
            |e| e.delete_word_forward(),
            "一|，学习",
        ),
        (
            "word forward at a mark",
            "一是|，学习。",
            |e| e.delete_word_forward(),
            "一是|。",
        ),
        (
            "word forward at a paragraph's end",
            "甲|\n乙",
            |e| e.delete_word_forward(),
            "甲|乙",
        ),
        (
            "word back over a selection",
            "甲乙^丙|",
            |e| e.delete_word_back(),
            "甲乙|",
        ),
        (
            "all before the caret",
            "甲\n乙，丙|丁",
            |e| e.delete_to_start(),
            "甲\n|丁",
        ),
        (
            "all before a paragraph's start",
            "甲\n|乙",
            |e| e.delete_to_start(),
            "甲|乙",
        ),
    ];
    for (name, before, edit, after) in table {
        let mut editor = editor(before);
        let text = editor.text();
        edit(&mut editor).expect(name);
        assert_eq!(&marked(&editor), after, "{name}");
        let changed = text != editor.text();
        assert_eq!(editor.undo(), changed, "{name}");
        assert_eq!(editor.text(), text, "{name}, undone");
    }
}

#[test]
fn a_caret_never_stands_inside_a_cluster() {
    let mut editor = editor("👨|👩");
    editor.insert("\u{200d}").unwrap();
    assert_eq!(marked(&editor), "👨\u{200d}👩|");
    let mut editor = super::editor("e|");
    editor.insert("\u{301}").unwrap();
    assert_eq!(marked(&editor), "e\u{301}|");
    let mut editor = super::editor("🇨|x🇳");
    editor.delete_forward().unwrap();
    assert_eq!(marked(&editor), "🇨🇳|");
}

#[test]
fn cut_and_copy() {
    let mut editor = editor("一^二\n三|四");
    assert_eq!(editor.copy().as_deref(), Some("二\n三"));
    assert_eq!(marked(&editor), "一^二\n三|四");
    assert_eq!(editor.cut().as_deref(), Some("二\n三"));
    assert_eq!(marked(&editor), "一|四");
    assert_eq!(editor.cut(), None);
    assert_eq!(editor.copy(), None);
}

#[test]
fn a_single_line_stays_one() {
    let mut editor = Editor::single_line("一\r\n二");
    assert_eq!(marked(&editor), "一 二|");
    assert_eq!(editor.newline(), Err(Refusal::OneLineOnly));
    assert_eq!(editor.insert("a\nb"), Err(Refusal::OneLineOnly));
    editor.paste("\r\n三\n\n四\n").unwrap();
    assert_eq!(marked(&editor), "一 二三 四|");
    editor.paste("\n").unwrap();
    editor.replace_all("三", "五\n六").unwrap();
    assert_eq!(editor.text(), "一 二五 六 四");
}

#[test]
fn paragraphs_pasted_into_a_single_line_leave_neither_indents_nor_gaps() {
    let table = [
        (
            "\u{3000}\u{3000}一是快；\r\n\u{3000}\u{3000}二是好。 \n",
            "写|",
            "写一是快；二是好。|",
        ),
        ("他说\n“好”", "|", "他说“好”|"),
        ("张三\n\t李四\n", "|", "张三 李四|"),
        ("  one\n  two;\n  three", "|", "one two; three|"),
        (" 二 ", "一|", "一 二 |"),
        ("\u{3000}三", "张|", "张\u{3000}三|"),
        ("\u{3000}\u{3000}", "张|", "张\u{3000}\u{3000}|"),
    ];
    for (pasted, before, after) in table {
        let mut editor = Editor::single_line(before.trim_end_matches('|'));
        editor.paste(pasted).unwrap();
        assert_eq!(marked(&editor), after, "{pasted:?}");
    }
}

#[test]
fn paragraphs_have_a_limit() {
    let full = "长".repeat(PARAGRAPH_LIMIT);
    let mut editor = Editor::new(&format!("{full}\n短"));
    assert_eq!(editor.insert("一"), Err(Refusal::ParagraphTooLong));
    assert_eq!(editor.paste("一"), Err(Refusal::ParagraphTooLong));
    editor.move_to(Motion::TextEnd, false);
    editor.move_to(Motion::WordLeft, false);
    assert_eq!(
        editor.delete_back(),
        Err(Refusal::ParagraphTooLong),
        "joining is refused as well"
    );
    editor.paste(&full).unwrap_err();
    let state = editor.state();
    editor
        .paste(&format!("{}\n", "长".repeat(PARAGRAPH_LIMIT)))
        .unwrap();
    assert!(editor.undo());
    assert_eq!(editor.replace_all("长", "很长"), Err(Refusal::ParagraphTooLong));
    assert_eq!(
        editor.text(),
        format!("{full}\n短"),
        "nothing that was refused has changed the text"
    );
    assert_eq!(editor.state(), state);
    editor.move_to(Motion::TextStart, false);
    editor.newline().unwrap();
    editor.delete_forward().unwrap();

    let mut longer = Editor::new(&"长".repeat(PARAGRAPH_LIMIT + 9));
    longer.delete_forward().unwrap();
    assert_eq!(longer.insert("一二"), Err(Refusal::ParagraphTooLong));
    longer.newline().unwrap();
    let message = Refusal::ParagraphTooLong.message(crate::messages::Locale::Zh);
    assert!(message.contains("60000"), "{message}");
}

#[test]
fn undo_goes_back_clause_by_clause() {
    let mut editor = Editor::new("");
    for typed in ["我们", "学习", "，", "也", "思考", "。", "好"] {
        editor.insert(typed).unwrap();
    }
    editor.break_undo_run();
    editor.insert("吗").unwrap();
    editor.delete_back().unwrap();
    editor.delete_back().unwrap();
    let mut states = vec![editor.text()];
    while editor.undo() {
        states.push(editor.text());
    }
    let expected = [
        "我们学习，也思考。",
        "我们学习，也思考。好吗",
        "我们学习，也思考。好",
        "我们学习，也思考。",
        "我们学习，",
        "",
    ];
    assert_eq!(states, expected);
    let mut states = vec![editor.text()];
    while editor.redo() {
        states.push(editor.text());
    }
    assert!(states.iter().rev().eq(expected.iter()));
}

#[test]
fn what_is_typed_over_a_selection_is_undone_with_it() {
    let mut editor = editor("甲^，乙|");
    for typed in ["丙", "丁"] {
        editor.insert(typed).unwrap();
    }
    assert_eq!(editor.text(), "甲丙丁");
    editor.undo();
    assert_eq!(editor.text(), "甲，乙");
}

#[test]
fn moving_the_caret_ends_a_run() {
    let mut editor = Editor::new("");
    editor.insert("一").unwrap();
    editor.insert("二").unwrap();
    editor.move_to(Motion::Left, false);
    editor.move_to(Motion::Right, false);
    editor.insert("三").unwrap();
    editor.undo();
    assert_eq!(marked(&editor), "一二|");
    editor.move_to(Motion::TextStart, false);
    editor.undo();
    assert_eq!(editor.text(), "");
    assert!(!editor.undo());
    editor.redo();
    assert_eq!(marked(&editor), "一二|");
}

#[test]
fn ten_thousand_steps_can_be_undone() {
    let mut editor = Editor::new("");
    for _ in 0..5_000 {
        editor.insert("字").unwrap();
        editor.delete_back().unwrap();
    }
    let mut undone = 0;
    while editor.undo() {
        undone += 1;
    }
    assert_eq!((undone, editor.text().as_str()), (10_000, ""));
}

#[test]
fn an_editor_tells_which_texts_it_gets_back_to() {
    let mut editor = Editor::new("一");
    editor.name_states_from(100);
    let first = editor.state();
    assert_eq!(first, 100);
    editor.insert("二。").unwrap();
    let second = editor.state();
    editor.insert("三").unwrap();
    let third = editor.state();
    editor.undo();
    editor.undo();
    assert_eq!((editor.state(), editor.newest_state()), (first, third));
    assert!(
        [first, second, third]
            .into_iter()
            .all(|state| editor.reaches(state))
    );
    editor.redo();
    assert_eq!(editor.state(), second);
    editor.insert("四").unwrap();
    let reached = [first, second, third].map(|state| editor.reaches(state));
    assert_eq!(reached, [true, true, false]);
}

#[test]
fn the_typing_aid_is_a_step_of_its_own() {
    let mut editor = Editor::new("");
    editor.insert("学习").unwrap();
    editor.insert(",").unwrap();
    assert_eq!(editor.text(), "学习,", "off unless turned on");
    editor.undo();
    editor.set_typing_aid(true);
    for typed in ["学习", ",", "3", ".", "5", "“", "好", "\"", "."] {
        editor.insert(typed).unwrap();
    }
    assert_eq!(marked(&editor), "学习，3.5“好”。|");
    editor.undo();
    assert_eq!(marked(&editor), "学习，3.5“好”.|");
    editor.undo();
    assert_eq!(marked(&editor), "学习，3.5“好”|");
    let mut editor = Editor::new("");
    editor.set_typing_aid(true);
    for typed in ["(", "一", ")", ".", ".", "."] {
        editor.insert(typed).unwrap();
    }
    assert_eq!(marked(&editor), "（一）……|");
    editor.undo();
    assert_eq!(marked(&editor), "（一）。。.|");
    let mut editor = super::editor("学^x|习");
    editor.set_typing_aid(true);
    editor.insert(",").unwrap();
    assert_eq!(marked(&editor), "学，|习");
    editor.paste(",").unwrap();
    assert_eq!(marked(&editor), "学，,|习", "what is pasted stays as it is");
}
