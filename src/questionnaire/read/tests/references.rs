//! Mistakes in templates, names and conditions.

use super::mistakes::Checked;

/// Questions and a repeated section to refer to.
const EARLIER: &str = "\
[line]\nask='?'\n[sum]\nask='?'\nkind='number'\n[day]\nask='?'\nkind='date'\n[one]\nask='?'\nkind='choice'\n\
choices=['first','second']\n[list]\nask='?'\nkind='list'\n[yes]\nask='?'\nkind='yes-no'\n[rep]\nrepeat=true\n\
[rep.x]\nask='?'\n[rep.inner]\nrepeat=true\n[rep.inner.y]\nask='?'\n[plain.z]\ntext='t'\n";

pub(super) fn mistakes_of_templates(checked: &mut Checked) {
    checked.check(
        "format=1\ntitle='t'\nheading='{{ a | upper }}'\n[a]\nask='?'\n[b]\n",
        &[
            ("text='一{{ a'", "1:11 template-syntax"),
            ("text='{{ a | hna }}'", "1:14 unknown-filter"),
            (
                "text='{% if a is definde %}{% endif %}'",
                "1:18 unknown-template-test",
            ),
            ("text='{{ upper(a) }}'", "1:10 unknown-function"),
            ("text='{{ a() }}'", "1:10 unknown-function"),
            ("text='{% include \"0\" %}'", "1:10 template-tag"),
            ("text='{{ nmae }}{{ a }}{{ nmae }}'", "1:10 unknown-name"),
            ("text=\"\"\"\n一二{{ nmae }}\"\"\"", "2:6 unknown-name"),
            ("text=\"一\\t{{ nmae }}\"", "1:6 unknown-name"),
            ("text='{{ a.year }}'", "1:10 unknown-name"),
            ("text='{{ answer }}'", "1:10 unknown-name"),
            ("ask='?'\ntext='{{ answer.year }}'", "2:10 unknown-name"),
            ("text='{{ each.x }}'", "1:10 unknown-name"),
            ("text='{{ b }}'", "1:10 no-answer"),
            ("ask='{{ answer }}'", "1:9 unknown-name"),
            ("ask='{{ b }}'", "1:9 later-reference"),
            ("ask='?'\ndefault='{{ c }}'\n[c]\nask='?'", "2:13 later-reference"),
            ("text='{{ c }}'\n[c]\nask='?'", ""),
            (
                "text='{% set a = 1 %}{% for x in [a] %}{{ x.y }}{{ loop.index }}{% endfor %}'",
                "",
            ),
            (
                "text='{% macro m(x) %}{{ x | sentence }}{% endmacro %}{{ m(a) }}'",
                "",
            ),
        ],
    );
    let long = |part: &str| format!("text='{{{{ 1{} }}}}'", part.repeat(20_000));
    let elif = format!(
        "text='{{% if 1 %}}{}{{% endif %}}'",
        "{% elif 1 %}".repeat(20_000)
    );
    let rows = [
        long("+1"),
        long("|abs"),
        long(".a"),
        long("()"),
        long(" or 1"),
        elif,
    ];
    let rows: Vec<_> = rows
        .iter()
        .map(|row| (row.as_str(), "1:6 template-too-long"))
        .collect();
    checked.check("format=1\ntitle='t'\n[b]\n", &rows);
}

pub(super) fn mistakes_of_names(checked: &mut Checked) {
    checked.check(
        &format!("format=1\ntitle='t'\n{EARLIER}"),
        &[
            ("[b]\ntext='{{ rep.x }}'", "2:10 inside-repeat"),
            ("[b]\ntext='{{ rep.inner.y }}'", "2:10 inside-repeat"),
            ("[b]\ntext='{{ rep | length }}'", ""),
            (
                "[rep.b]\ntext='{{ x }}{{ inner | length }}{{ inner.y }}'",
                "2:37 inside-repeat",
            ),
            ("[rep.b]\nask='{{ rep | length }}'", "2:9 later-reference"),
            ("[rep.b]\nask='{{ plain.z }}'", "2:9 no-answer"),
            (
                "[b]\nfor_each='rep'\n[b.c]\ntext='{{ each.x }}{{ each.w }}{{ rep.x }}'",
                "4:22 unknown-name, 4:34 inside-repeat",
            ),
            (
                "[b]\nfor_each='rep'\n[b.c]\ntext='{{ each.inner.y }}'",
                "4:10 inside-repeat",
            ),
            (
                "[b]\nfor_each='rep'\nwhen={'each.x'='a'}\n[b.c]\ntext='t'",
                "3:7 unknown-name",
            ),
            (
                "[b]\nfor_each='plain'\n[b.c]\ntext='{{ each.x }}'",
                "2:10 not-repeated",
            ),
            ("[b]\nfor_each='line'\n[b.c]\ntext='t'", "2:10 not-repeated"),
            ("[b]\nfor_each='rpe'\n[b.c]\ntext='t'", "2:10 unknown-name"),
            (
                "[b]\nfor_each='c'\n[b.d]\ntext='t'\n[c]\nrepeat=true\n[c.x]\nask='?'",
                "2:10 later-reference",
            ),
            ("[b]\nfor_each='rep.inner'\n[b.c]\ntext='t'", "2:10 inside-repeat"),
            (
                "[rep.b]\nfor_each='rep'\n[rep.b.c]\ntext='t'",
                "2:10 for-each-around",
            ),
            (
                "[b]\nfor_each='rep'\nrepeat=true\n[b.c]\ntext='t'",
                "2:1 conflicting-attributes",
            ),
            (
                "[b]\nfor_each='rep'\n[b.x]\nask='?'\n[c]\nfor_each='b'\n[c.x]\nask='{{ each.x }}'",
                "",
            ),
            ("[b]\nask='?'\nkind='links'\nto='rep.inner'", "4:4 inside-repeat"),
            // What comes from an earlier session.
            (
                "[b]\nrepeat=true\nfrom='rep'\n[b.c]\nask='?'\nfrom='x'\n[b.d]\nask='?'\nfrom='rep.x'\n\
                 [b.e]\nrepeat=true\nfrom='inner'\n[b.e.f]\nask='?'\nfrom='y'\n[b.g]\nask='?'\nfrom='line'",
                "",
            ),
            ("[b]\nask='?'\nfrom='line'\n[c]\nask='?'\nfrom='b'", ""),
            ("[b]\nask='?'\nfrom='c'\n[c]\nask='?'", ""),
            ("[rep.b]\nask='?'\nfrom='x'", ""),
            ("[b]\nrepeat=true\nfrom='rpe'\n[b.c]\nask='?'", "3:6 unknown-name"),
            (
                "[b]\nrepeat=true\nfrom='plain'\n[b.c]\nask='?'",
                "3:6 not-repeated",
            ),
            (
                "[b]\nrepeat=true\nfrom='rep.inner'\n[b.c]\nask='?'",
                "3:6 inside-repeat",
            ),
            ("[b]\nfrom='rep'\n[b.c]\nask='?'", "2:1 lone-attribute"),
            ("[b]\nrepeat=true\nfrom='b'\n[b.c]\nask='?'", "3:6 from-itself"),
            (
                "[rep.b]\nrepeat=true\nfrom='rep'\n[rep.b.c]\nask='?'",
                "3:6 from-itself",
            ),
            ("[b]\nask='?'\nfrom='b'", "3:6 from-itself"),
            ("[b]\nask='?'\nfrom='plain'", "3:6 no-answer"),
            ("[b]\nask='?'\nfrom='day.year'", "3:6 no-answer"),
            ("[b]\nask='?'\nfrom='rep.x'", "3:6 inside-repeat"),
            ("[b]\ntext='t'\nfrom='line'", "3:1 unknown-attribute"),
            (
                "[b]\nrepeat=true\nfrom='rep'\n[b.c]\nask='?'\nfrom='w'\n[b.d]\nask='?'\nfrom='inner.y'",
                "6:6 unknown-name, 9:6 inside-repeat",
            ),
            // Loop variables and attributes are instances.
            ("[b]\ntext='{% for p in rep %}{{ p.x }}{{ p.w }}{% endfor %}{{ p }}'", "2:37 unknown-name, 2:58 unknown-name"),
            ("[b]\ntext='{% for p in rep %}{% for i in p.inner %}{{ i.y }}{{ i.z }}{{ p.inner.y }}{% endfor %}{% endfor %}'", "2:59 unknown-name, 2:68 inside-repeat"),
            ("[b]\ntext='{{ rep | map(attribute=\"w\") }}'", "2:31 unknown-name"),
            ("[b]\ntext='{{ rep | selectattr(\"x\") | sort(attribute=\"w\") }}'", "2:50 unknown-name"),
            ("[b]\ntext='{% for x in rep | map(attribute=\"inner\") %}{{ x.anything }}{% endfor %}'", ""),
            ("[b]\ntext='{% for p in rep %}{% set p = 1 %}{{ p.w }}{% endfor %}'", ""),
            ("[b]\ntext='{% for p in rep | reverse if p.x %}{{ p.x | upper }}{{ loop.index }}{% endfor %}'", ""),
            ("[b]\nask='?'\nkind='links'\nto='rep'\ntext='{% for p in answer %}{{ p.x }}{{ p.w }}{% endfor %}'", "5:40 unknown-name"),
            // Nothing is said of names that lead to what is broken.
            (
                "[b]\nask='?'\nkind='numbr'\n[c]\ntext='{{ b.year }}'\nwhen={b=3}",
                "3:6 unknown-kind",
            ),
            (
                "[b]\nfor_each='rpe'\n[b.c]\ntext='{{ each.x }}'",
                "2:10 unknown-name",
            ),
        ]
        .map(|(nodes, expected)| (nodes, expected)),
    );
}

pub(super) fn mistakes_of_conditions(checked: &mut Checked) {
    let rows: Vec<(String, &str)> = [
        ("nobody = 1", "2:8 unknown-name"),
        ("line = 1", "2:15 wrong-type"),
        ("line = []", "2:15 empty-condition"),
        ("line = { min = 1 }", "2:17 inapplicable-test"),
        ("line = { contain = 'a' }", "2:17 unknown-test"),
        ("line = {}", "2:15 empty-condition"),
        ("line = { answered = 1 }", "2:28 wrong-type"),
        ("sum = '3'", "2:14 wrong-type"),
        ("sum = { before = 1 }", "2:16 inapplicable-test"),
        ("day = '2021-99'", "2:14 bad-date"),
        ("day = { min = '2021' }", "2:16 inapplicable-test"),
        ("'day.year' = 2021", "2:8 no-answer"),
        ("one = 'third'", "2:14 unknown-choice"),
        ("one = ['first', 'secnd']", "2:24 unknown-choice"),
        ("one = { contains = 'first' }", "2:16 inapplicable-test"),
        ("list = 'a'", "2:15 inapplicable-test"),
        ("yes = 'yes'", "2:14 wrong-type"),
        ("rep = 1", "2:14 inapplicable-test"),
        ("rep = { contains = 'a' }", "2:16 inapplicable-test"),
        ("rep = { x = 'a' }", "2:16 inside-repeat"),
        ("'rep.x' = 'a'", "2:8 inside-repeat"),
        ("plain = { answered = true }", "2:8 no-answer"),
        ("'plain.z' = 'a'", "2:8 no-answer"),
        ("any = { line = 'a' }", "2:14 wrong-type"),
        ("any = []", "2:14 empty-condition"),
        (
            "any = [{ line = 1 }, { one = 'x' }]",
            "2:24 wrong-type, 2:37 unknown-choice",
        ),
        ("not = 'a'", "2:14 wrong-type"),
        ("answer = 'a'", "2:8 unknown-name"),
        ("after = 'a'", "2:8 later-reference"),
    ]
    .iter()
    .map(|(when, expected)| {
        (
            format!("[b]\nwhen={{ {when} }}\ntext='t'\n[after]\nask='?'"),
            *expected,
        )
    })
    .collect();
    let rows: Vec<_> = rows
        .iter()
        .map(|(nodes, expected)| (nodes.as_str(), *expected))
        .collect();
    checked.check(&format!("format=1\ntitle='t'\n{}", EARLIER), &rows);
    // How many came from an earlier session can be asked from anywhere.
    checked.check(
        "format=1\ntitle='t'\n",
        &[
            (
                "[a]\nwhen={ 'a.b'={ min=1 } }\n[a.b]\nrepeat=true\nfrom='c'\n[a.b.x]\nask='?'\n\
                 [c]\nrepeat=true\n[c.x]\nask='?'",
                "",
            ),
            (
                "[a]\nwhen={ 'a.b'={ min=1 } }\n[a.b]\nrepeat=true\n[a.b.x]\nask='?'",
                "2:8 later-reference",
            ),
        ],
    );
    checked.check(
        "format=1\ntitle='t'\n[a]\ntext='t'\n",
        &[
            ("when={}", "1:6 empty-condition"),
            ("when=true", "1:6 wrong-type"),
        ],
    );
}
