//! Small questionnaires with mistakes, and where they are found: `line:column code`, from the first line of the nodes.

use super::super::super::mistake::CODES;
use super::{references, *};
use crate::messages::Locale;
use std::collections::BTreeSet;

/// What has been checked so far.
#[derive(Default)]
pub(super) struct Checked {
    failures: Vec<String>,
    codes: BTreeSet<&'static str>,
}

impl Checked {
    /// Every row is a case: nodes below the head, and the mistakes in them.
    pub(super) fn check(&mut self, head: &str, rows: &[(&str, &str)]) {
        let offset = head.lines().count();
        for (nodes, expected) in rows {
            let found = self.found(format!("{head}{nodes}").as_bytes(), offset);
            if found != *expected {
                let start: String = nodes.chars().take(300).collect();
                self.failures
                    .push(format!("{start}\n  expected {expected}\n  found    {found}"));
            }
        }
    }

    fn found(&mut self, source: &[u8], offset: usize) -> String {
        let diagnostics = read_bytes(source).err().unwrap_or_default();
        for diagnostic in &diagnostics {
            self.codes.insert(diagnostic.code());
            self.check_words(diagnostic);
        }
        let places: Vec<_> = diagnostics
            .iter()
            .map(|found| {
                let line = found.line.saturating_sub(offset);
                format!("{line}:{} {}", found.column, found.code())
            })
            .collect();
        places.join(", ")
    }

    /// A mistake says something in each language, and shows no braces of a format string.
    fn check_words(&mut self, diagnostic: &Diagnostic) {
        let mistake = &diagnostic.mistake;
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        let chinese = mistake.message(Locale::Zh);
        if !chinese.contains(is_han) || chinese == mistake.message(Locale::En) {
            self.failures.push(chinese);
        }
        for locale in [Locale::Zh, Locale::En] {
            if mistake.hint(locale).is_some_and(|hint| hint.contains("{{{")) {
                self.failures.push(format!("{:?}", mistake.hint(locale)));
            }
        }
    }
}

#[test]
fn every_mistake_is_found_where_it_stands() {
    let mut checked = Checked::default();
    mistakes_of_the_file(&mut checked);
    mistakes_of_the_root(&mut checked);
    mistakes_of_toml(&mut checked);
    mistakes_of_nodes(&mut checked);
    mistakes_of_questions(&mut checked);
    references::mistakes_of_templates(&mut checked);
    references::mistakes_of_names(&mut checked);
    references::mistakes_of_conditions(&mut checked);
    assert!(checked.failures.is_empty(), "{}", checked.failures.join("\n"));
    let all: BTreeSet<_> = CODES.iter().copied().collect();
    assert_eq!(checked.codes, all, "every code has a case");
}

fn mistakes_of_the_file(checked: &mut Checked) {
    let head = "format=1\ntitle='t'\n";
    let long = " ".repeat(MAX_FILE_SIZE);
    let many: String = (0..tables::MAX_NODES)
        .map(|i| format!("a{i}.text=''\n"))
        .collect();
    let headers: String = (0..=tables::MAX_NODES).map(|i| format!("[a{i}]\n")).collect();
    let inside = (0..5_000).map(|i| format!("[a{i}.b]\n"));
    let apart: String = inside.chain((0..5_000).map(|i| format!("[a{i}]\n"))).collect();
    let words = "a=1\n".repeat(500_001);
    checked.check(
        head,
        &[
            (&long, "0:1 too-large"),
            (&many, "20000:1 too-large"),
            (&headers, "20001:1 too-large"),
            (&apart, "7000:1 too-large"),
            (&words, "499999:1 too-large"),
        ],
    );
    let found = checked.found("k = \n".repeat(2_000).as_bytes(), 0);
    assert_eq!(found.split(", ").count(), 1_001);
    assert!(found.ends_with(" too-many-mistakes"), "{found}");
    let patterns: String = (0..=300)
        .map(|i| format!("[a{i}]\nask='?'\npattern='{i}'\n"))
        .collect();
    checked.check(head, &[(&patterns, "903:9 too-large")]);
    assert_eq!(checked.found(b"format=1\n#\xd6\xd0", 0), "2:2 not-utf-8");
}

fn mistakes_of_the_root(checked: &mut Checked) {
    checked.check(
        "",
        &[
            ("", "1:1 missing-format, 1:1 missing-attribute"),
            ("format = 1\ntitle = 't'\n", "1:1 empty-node"),
            ("title = 't'\na.text = 't'", "1:1 missing-format"),
            ("format = 2\nfoo = 1", "1:10 newer-format"),
            ("format = 0\ntitle = 't'\na.text = 't'", "1:10 wrong-type"),
            ("format = '1'\ntitle = 't'\na.text = 't'", "1:10 wrong-type"),
            ("format = 1\na.text = 't'", "1:1 missing-attribute"),
            ("format = 1\ntitle = 1\na.text = 't'", "2:9 wrong-type"),
        ],
    );
    checked.check(
        "format=1\ntitle='t'\na.text='t'\n",
        &[
            ("language = 'Chinese'", "1:12 bad-language"),
            (
                "numbering = ['一、', '二、', 1]",
                "1:20 bad-numbering, 1:26 wrong-type",
            ),
            ("count_by = 'word'", "1:12 unknown-value"),
            ("paragraph_gap = -1", "1:17 wrong-type"),
            ("terms = ['a']", "1:9 wrong-type"),
            ("terms = { '用' = '不用' }", "1:17 wrong-type"),
            ("repeat = true", "1:1 unknown-attribute"),
            ("when = { a = 1 }", "1:1 unknown-attribute"),
            ("titel = 't'", "1:1 unknown-attribute"),
            ("heading = '{{ nobody }}'", "1:15 unknown-name"),
        ],
    );
}

fn mistakes_of_toml(checked: &mut Checked) {
    checked.check(
        "format=1\ntitle='t'\n",
        &[
            ("[a]\ntext = t", "2:8 syntax"),
            ("[a\ntext='t'", "1:3 syntax"),
            ("[a]\nask == 't'", "2:6 syntax, 2:8 syntax"),
            ("[a]\ntext='t'\ntext='u'", "3:1 duplicate-attribute"),
            (
                "[a]\ntext='t'\n[b]\ntext='t'\n[a]\ntext='t'\n[b]\nx=1",
                "5:2 duplicate-id, 7:2 duplicate-id, 8:1 unknown-attribute",
            ),
            // What cannot be read may have been what is missing.
            (
                "[a]\nask = \n[b]\ntext='{{ c }}'\nfoo=1\n",
                "2:7 syntax, 5:1 unknown-attribute",
            ),
            // Full-width marks, each once, where they stand.
            ("[a]\ntext＝'t'", "2:5 syntax"),
            ("[a]\ntext = “t”", "2:8 syntax"),
            ("［a］\ntext = 't'", "1:1 syntax"),
            ("[a]\nask='?'\nkind='choice'\nchoices=['一'，'二']", "4:13 syntax"),
            ("[a]\ntext='t'\nwhen=｛ b = 1 ｝", "3:6 syntax"),
            // Not where every mark may stand.
            ("[a]\ntext='＝' t", "2:10 syntax"),
            ("[a]\ntext='t' t # ＝", "2:10 syntax"),
            ("[[a]]\ntext='t'", "1:3 array-of-tables"),
            ("a = [{ text='t' }]", "1:1 array-of-tables"),
        ],
    );
}

#[test]
fn a_full_width_mark_is_told_from_other_mistakes() {
    for (source, mark, meant) in [
        ("format＝1\ntitle = '周报'\n", "这里的 ＝ 是全角的", " = 。"),
        ("format = 1\n“title” = '周报'\n", "这里的 “ 是全角的", " \" 。"),
        ("format = 1\ntitle = “周报”\n", "文字要用引号括起", "中文引号不算"),
        (
            "format = 1\ntitle = '周报'\n［a］\n",
            "这里的 ［ 是全角的",
            " [ 。",
        ),
    ] {
        let found = read_bytes(source.as_bytes()).unwrap_err();
        let first = &found.first().unwrap().mistake;
        let (said, hint) = (first.message(Locale::Zh), first.hint(Locale::Zh).unwrap());
        assert!(
            said.contains(mark) && hint.contains(meant),
            "{source}: {said} {hint}"
        );
    }
}

fn mistakes_of_nodes(checked: &mut Checked) {
    let deep = |levels: usize| format!("[{}]\ntext='t'", vec!["a"; levels].join("."));
    checked.check(
        "format=1\ntitle='t'\n",
        &[
            (&deep(16), ""),
            (&deep(17), "1:34 too-deep"),
            (&deep(79), "1:34 too-deep"),
        ],
    );
    checked.check(
        "format=1\ntitle='t'\n",
        &[
            ("[A]\ntext='t'", "1:2 bad-id"),
            ("['开头'.x]\ntext='t'\nfoo=1", "1:2 bad-id, 3:1 unknown-attribute"),
            (
                "[a-b]\ntext='t'\n[c]\ntext='{{ d }}'",
                "1:2 bad-id, 4:10 unknown-name",
            ),
            ("[each]\ntext='t'", "1:2 reserved-id"),
            ("[about]\ntext='t'", "1:2 reserved-id"),
            ("[a.title]\ntext='t'", ""),
            ("[a.help]\ntext='t'", "1:4 reserved-id"),
            ("[a]\ntext='t'\nhelp={ text='t' }", "3:6 wrong-type"),
            ("[a]", "1:2 empty-node"),
            ("[a]\nlabel='l'", "1:2 empty-node"),
            ("[a]\nlable='l'", "2:1 unknown-attribute"),
            ("[a]\nheading='h'", "1:2 empty-node"),
            ("[a]\nkind='line'", "1:2 missing-attribute"),
            (
                "[a]\nask='?'\n[a.b]\nask='?'\n[c]\ntext='{{ a }}{{ a.b }}'",
                "3:4 question-with-children",
            ),
            ("[a]\ntext='t'\nheading='h'", "3:1 unknown-attribute"),
            (
                "[a]\nheading_style='run-in'\n[a.b]\ntext='t'",
                "2:1 lone-attribute",
            ),
            (
                "[a]\nheading='h'\nheading_style='runin'\n[a.b]\ntext='t'",
                "3:15 unknown-value",
            ),
            ("[a]\nrepeat='yes'\n[a.b]\ntext='t'", "2:8 wrong-type"),
            ("[a]\nmin=1\n[a.b]\ntext='t'", "2:1 lone-attribute"),
            (
                "[a]\nrepeat=true\nmin=3\nmax=2\n[a.b]\ntext='t'",
                "3:5 min-above-max",
            ),
            ("[a]\nrepeat=true\nmax=0\n[a.b]\ntext='t'", "3:5 wrong-type"),
            ("[a]\ntext='t'\nmin_length=3\nmax_length=2", "3:12 min-above-max"),
            ("[a]\ntext='t'\nwas=['b', 'B']", "3:11 bad-id"),
            ("[a]\ntext='t'\nalign='centre'", "3:7 unknown-value"),
        ],
    );
}

fn mistakes_of_questions(checked: &mut Checked) {
    checked.check(
        "format=1\ntitle='t'\n[q]\nask='?'\n",
        &[
            ("kind='numbr'\nmin='x'", "1:6 unknown-kind"),
            ("kind=1\nchoices=1", "1:6 wrong-type"),
            ("kind='date'\nunit='次'", "2:1 unknown-attribute"),
            ("choices=['a','b']", "1:1 unknown-attribute"),
            ("kind='date'\nmin='2021-02-30'", "2:5 bad-date"),
            ("kind='date'\nmin=true", "2:5 wrong-type"),
            (
                "kind='month'\nmin='2021-07'\nmax='2021年6月'",
                "2:5 min-above-max",
            ),
            ("kind='month'\nmin=2021-07-03\nmax=2022", ""),
            ("kind='number'\nmin=nan", "2:5 wrong-type"),
            ("kind='number'\nmin=2\nmax=1.5", "2:5 min-above-max"),
            ("kind='choice'", "1:6 missing-attribute"),
            ("kind='choice'\nchoices=['a']", "2:9 too-few-choices"),
            ("kind='choice'\nchoices=['a']\nother=true", ""),
            ("kind='choice'\nchoices=['a','b','a']", "2:18 duplicate-choice"),
            (
                "kind='choice'\nchoices=['a',1,{label='c'},{value='d',lable='D'}]",
                "2:14 wrong-type, 2:16 missing-attribute, 2:39 unknown-attribute",
            ),
            (
                "kind='choice'\nchoices=['a','b']\ndefault='c'",
                "3:9 unknown-choice",
            ),
            ("kind='number'\ndefault='viele'", "2:9 bad-default"),
            ("kind='yes-no'\ndefault='vielleicht'", "2:9 bad-default"),
            ("default=['a']", "1:9 wrong-type"),
            ("kind='links'", "1:6 missing-attribute"),
            ("kind='links'\nto='q'", "2:4 not-repeated"),
            ("pattern='[a'", "1:9 bad-regex"),
            ("pattern='\\w{1000}{1000}'", "1:9 bad-regex"),
            ("pattern_hint='h'", "1:1 lone-attribute"),
            ("carry='aks'", "1:7 unknown-value"),
            ("carry=1", "1:7 wrong-type"),
            ("required='true'", "1:10 wrong-type"),
        ],
    );
}

#[test]
fn the_hint_for_an_attribute_names_all_that_can_stand_there() {
    // What stands in a question or a section, what is meant, and some of what is listed.
    for (node, meant, listed) in [
        (
            "ask='?'\nhepl='h'",
            Some("help"),
            &["when", "carry", "pattern_hint"][..],
        ),
        ("ask='?'\ncolour='h'", None, &["when", "carry", "pattern_hint"]),
        (
            "ask='?'\nkind='choice'\nchoices=['a','b']\nrepeat=true",
            None,
            &["when", "carry", "choices", "other"],
        ),
        (
            "repaet=true\n[a.b]\ntext='t'",
            Some("repeat"),
            &["when", "heading", "for_each"],
        ),
        ("text='t'\nasks='?'", Some("ask"), &["when", "align", "was"]),
    ] {
        let source = format!("format=1\ntitle='t'\n[a]\n{node}\n");
        let hints: Vec<String> = read(&source)
            .unwrap_err()
            .iter()
            .filter_map(|found| found.mistake.hint(Locale::En))
            .collect();
        let [hint] = hints.as_slice() else {
            panic!("{node}: {hints:?}")
        };
        let meant = meant.map(|meant| Locale::En.mend_did_you_mean(meant));
        assert_eq!(
            hint.starts_with("Did you mean"),
            meant.is_some(),
            "{node}: {hint}"
        );
        assert!(
            meant.is_none_or(|meant| hint.starts_with(&meant)),
            "{node}: {hint}"
        );
        for word in listed {
            assert!(hint.contains(word), "{node}: {word}: {hint}");
        }
    }
}
