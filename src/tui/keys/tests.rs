//! Keys that a person changes, and what is said of those that cannot be changed so.

use super::*;
use crate::messages::Locale;
use crate::questionnaire::diagnostic::Wrong as _;

fn with(text: &str) -> (Keys, Vec<Misplaced>) {
    let reading = crate::settings::parse(text);
    assert_eq!(reading.mistakes, [], "{text}");
    Keys::with(&reading.settings.keys)
}

#[test]
fn a_person_can_change_keys() {
    let interview = [Context::Text, Context::Interview, Context::Anywhere];
    for (changes, key, command) in [
        ("[keys.interview]\nnext = 'F5'", "F5", Some(Command::Next)),
        ("[keys.interview]\nnext = 'F5'", "Tab", None),
        (
            "[keys.interview]\nnext = ['F5', 'Tab']",
            "Tab",
            Some(Command::Next),
        ),
        ("[keys.interview]\nnext = []", "Tab", None),
        (
            "[keys.text]\nnext-open = 'Ctrl+W'",
            "Ctrl+W",
            Some(Command::NextOpen),
        ),
    ] {
        assert_eq!(
            with(changes).0.lookup(&interview, key.parse().unwrap()),
            command,
            "{changes} {key}"
        );
    }
}

#[test]
fn what_is_wrong_is_told_and_the_rest_holds() {
    // What is changed, the code of what is wrong, the place where it is told.
    for (changes, code, at) in [
        ("[keys.nowhere]\nnext = 'F5'", "unknown-context", "nowhere"),
        ("nxet = 'F5'", "unknown-command", "nxet"),
        ("next = ['F5', 'Hyper+X']", "unknown-key", "'Hyper+X'"),
        // With a command of the table, and with another of the person's.
        ("next = 'Ctrl+G'", "key-conflict", "'Ctrl+G'"),
        ("next = 'F11'\nprevious = 'f11'", "key-conflict", "'F11'"),
        // What is typed.
        ("next = ['F5', 'n']", "key-for-typing", "'n'"),
        ("next = '7'", "key-for-typing", "'7'"),
        ("next = '下'", "key-for-typing", "'下'"),
        ("next = 'Space'", "key-for-typing", "'Space'"),
        ("[keys.anywhere]\nhelp = '?'", "key-for-typing", "'?'"),
        ("[keys.text]\ncut = 'x'", "key-for-typing", "'x'"),
        ("[keys.text]\ncut = 'Backspace'", "key-for-typing", "'Backspace'"),
        (
            "[keys.line]\nprevious = 'Backspace'",
            "key-for-typing",
            "'Backspace'",
        ),
        ("[keys.text]\nnext = 'Enter'", "key-for-typing", "'Enter'"),
        ("[keys.date]\ncalendar = 'c'", "key-for-typing", "'c'"),
        ("[keys.picker]\ntake = 'x'", "key-for-typing", "'x'"),
        ("[keys.find]\nreplace-all = 'a'", "key-for-typing", "'a'"),
        (
            "[keys.find]\nreplace-all = 'Backspace'",
            "key-for-typing",
            "'Backspace'",
        ),
        (
            "[keys.find-everywhere]\nreplace-all = 'Space'",
            "key-for-typing",
            "'Space'",
        ),
        ("[keys.menu]\ndown = 'j'", "key-for-typing", "'j'"),
        ("[keys.filter]\ndown = 'j'", "key-for-typing", "'j'"),
        ("[keys.prompt]\nchoose = 'Space'", "key-for-typing", "'Space'"),
        // What leads out.
        ("[keys.anywhere]\nback = []", "no-way-out", "back"),
        ("[keys.anywhere]\nback = 'Tab'", "no-way-out", "back"),
        (
            "[keys.reading]\nup = ['Esc', 'q', 'Enter']",
            "no-way-out",
            "'Esc'",
        ),
        ("[keys.anywhere]\nquit = 'Esc'", "no-way-out", "'Esc'"),
        ("[keys.text]\nselect-all = 'Esc'", "no-way-out", "'Esc'"),
        ("[keys.outline]\nfold = ['Esc', 'F11']", "no-way-out", "'Esc'"),
    ] {
        let text = format!("[keys.interview]\nreview = 'F40'\n{changes}\n");
        let (keys, mistakes) = with(&text);
        let told: Vec<_> = mistakes
            .iter()
            .map(|(span, mistake)| (mistake.code(), text.get(span.clone()).unwrap()))
            .collect();
        assert_eq!(told, [(code, at)], "{changes}");
        let review = keys.lookup(&[Context::Interview], "F40".parse().unwrap());
        assert_eq!(review, Some(Command::Review), "{changes}");
    }
    assert_eq!(Keys::with(&[]), (Keys::default(), Vec::new()));
}

#[test]
fn what_takes_nothing_from_the_writer_is_theirs_to_change() {
    for changes in [
        // Letters where nothing is typed.
        "[keys.home]\nrename = 'n'\n[keys.outline]\nadd-instance = '+'\n[keys.table]\npair-order = 'z'",
        "[keys.another]\nadd-instance = ['Enter', 'y']\n[keys.confirm]\nyes = 'j'",
        // Keys that type nothing where they are.
        "[keys.picker]\ntake = 'Space'\ntoggle = []",
        "[keys.text]\ndelete-back = 'Backspace'\n[keys.anywhere]\npage-back = 'Backspace'",
        // A new paragraph with another key.
        "[keys.text]\nnew-line = 'Alt+Enter'\nnext = 'Enter'",
        // Ways out that are others, and the one that is left.
        "[keys.anywhere]\nback = 'F11'\nquit = []",
        "[keys.anywhere]\nquit = []\n[keys.home]\nleave = []",
        "[keys.confirm]\nno = []",
    ] {
        assert_eq!(with(changes).1, [], "{changes}");
    }
}

#[test]
fn what_is_refused_leaves_what_the_table_has() {
    let text = [Context::Text, Context::Interview, Context::Anywhere];
    for (changes, key, command) in [
        ("[keys.interview]\nreview = ['F40', 'r']", "r", None),
        (
            "[keys.interview]\nreview = ['F40', 'r']",
            "Ctrl+R",
            Some(Command::Review),
        ),
        ("[keys.text]\nnext = 'Enter'", "Enter", Some(Command::NewLine)),
        ("[keys.anywhere]\nback = []", "Esc", Some(Command::Back)),
        ("[keys.text]\nselect-all = 'Esc'", "Esc", Some(Command::Back)),
    ] {
        let given = with(changes).0.lookup(&text, key.parse().unwrap());
        assert_eq!(given, command, "{changes} {key}");
    }
    // What closes a way together is undone as far as it must be.
    let (keys, mistakes) = with("[keys.home]\nleave = []\nrename = ['r', 'Esc']\nfilter = 'F11'");
    let codes: Vec<_> = mistakes.iter().map(|(_, mistake)| mistake.code()).collect();
    assert_eq!(codes, ["no-way-out", "key-conflict"]);
    let home = [Context::Home, Context::Anywhere];
    for (key, command) in [
        ("F11", Command::Filter),
        ("q", Command::Leave),
        ("r", Command::Rename),
    ] {
        assert_eq!(keys.lookup(&home, key.parse().unwrap()), Some(command), "{key}");
    }
}

#[test]
fn what_was_meant_is_named() {
    for (changes, suggested) in [
        ("[keys.interveiw]\nnext = 'F5'", "interview"),
        ("[keys.interview]\nnxet = 'F5'", "next"),
    ] {
        let hints: Vec<_> = with(changes)
            .1
            .iter()
            .map(|(_, mistake)| mistake.hint(Locale::En))
            .collect();
        assert_eq!(
            hints,
            [Some(Locale::En.mend_did_you_mean(suggested))],
            "{changes}"
        );
    }
}

#[test]
fn no_key_gives_two_commands_in_one_context() {
    assert_eq!(Keys::default().resolve_conflicts(), []);
    // Whoever has set nothing gets it as it is, without its being looked at.
    assert_eq!(Keys::changed(&[]), (Keys::default(), Vec::new()));
    assert_eq!(way_out::closed(&Keys::default()), None);
}

#[test]
fn inner_contexts_win() {
    let text = [Context::Text, Context::Interview, Context::Anywhere];
    let line = [
        Context::Line,
        Context::Text,
        Context::Interview,
        Context::Anywhere,
    ];
    let outline = [Context::Outline, Context::Interview, Context::Anywhere];
    for (contexts, key, command) in [
        (text.as_slice(), "Enter", Some(Command::NewLine)),
        (&line, "Enter", Some(Command::Next)),
        (&text, "Tab", Some(Command::Next)),
        (&text, "F1", Some(Command::Help)),
        (&text, "?", None),
        (&outline, "Enter", Some(Command::Choose)),
    ] {
        assert_eq!(
            Keys::default().lookup(contexts, key.parse().unwrap()),
            command,
            "{key}"
        );
    }
}
