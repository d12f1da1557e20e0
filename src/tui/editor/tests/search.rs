use super::*;

fn at(paragraph: usize, byte: usize) -> Position {
    Position { paragraph, byte }
}

#[test]
fn patterns_are_found() {
    let editor = Editor::new("学习，再学习\n不学习");
    let table = [
        ("学习", at(0, 0), true, Some(at(0, 0))),
        ("学习", at(0, 3), true, Some(at(0, 12))),
        ("学习", at(0, 15), true, Some(at(1, 3))),
        ("学习", at(1, 6), true, Some(at(0, 0))),
        ("学习", at(1, 6), false, None),
        ("思考", at(0, 0), true, None),
        ("", at(0, 0), true, None),
        ("学习\n不", at(0, 0), true, None),
    ];
    for (pattern, from, wrap, start) in table {
        let found = editor.find(pattern, from, wrap);
        assert_eq!(found.map(|range| range.start), start, "{pattern} from {from:?}");
    }
    let editor = Editor::new("e\u{301} 👨‍👩‍👧 👩");
    assert_eq!(
        editor.find("e", at(0, 0), true),
        None,
        "half a cluster is not found"
    );
    let found = editor.find("👩", at(0, 0), true).unwrap();
    assert_eq!(editor.buffer.slice(found.clone()), "👩");
    assert_eq!(found.end, editor.buffer.end());
}

#[test]
fn searches_go_round() {
    let mut editor = editor("|学习，再学习\n不学习");
    let mut seen = Vec::new();
    for _ in 0..4 {
        assert!(editor.find_next("学习"));
        seen.push(marked(&editor));
    }
    assert_eq!(seen[0], "^学习|，再学习\n不学习");
    assert_eq!(seen[2], "学习，再学习\n不^学习|");
    assert_eq!(seen[3], seen[0]);
    let mut back = Vec::new();
    for _ in 0..3 {
        assert!(editor.find_previous("学习"));
        back.push(marked(&editor));
    }
    assert_eq!(back, [seen[2].clone(), seen[1].clone(), seen[0].clone()]);
    assert!(!editor.find_next("思考"));
    assert_eq!(marked(&editor), seen[0]);
}

#[test]
fn replacing() {
    let mut editor = editor("|学习，再学习\n不学习");
    assert_eq!(
        editor.replace("学习", "思考"),
        Ok(false),
        "the first call only finds"
    );
    assert_eq!(editor.replace("学习", "思考"), Ok(true));
    assert_eq!(marked(&editor), "思考，再^学习|\n不学习");
    assert_eq!(editor.replace_all("学习", "实践\n再"), Ok(2));
    assert_eq!(editor.text(), "思考，再实践\n再\n不实践\n再");
    editor.undo();
    assert_eq!(editor.text(), "思考，再学习\n不学习", "all of it is one step");
    assert_eq!(editor.replace_all("无", "有"), Ok(0));
    assert_eq!(editor.replace_all("", "有"), Ok(0));
    assert_eq!(editor.replace_all("学习", "学习学习"), Ok(2));
}

#[test]
fn ascii_letters_are_found_whether_large_or_small() {
    let editor = Editor::new("用PPT讲，ppt 不是 Ppt。É é");
    assert_eq!(editor.occurrence("ppt"), (None, 3));
    assert_eq!(editor.occurrence("é"), (None, 1), "other letters as they stand");
    let mut editor = editor;
    assert!(editor.find_next("PPT") && editor.find_next("PPT"));
    assert_eq!(editor.occurrence("pPt"), (Some(2), 3));
    assert_eq!(editor.replace("ppt", "稿"), Ok(true));
    assert_eq!(editor.text(), "用PPT讲，稿 不是 Ppt。É é");
    assert_eq!(editor.replace_all("ppt", "稿"), Ok(2));
}
