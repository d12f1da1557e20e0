//! Answers to sensitive questions: in nothing that is printed unless it was asked for.

use super::desk::Desk;
use crate::declaration::{ANSWERS, QUESTIONNAIRE};

/// What is left of the declaration, so that nothing in it is unanswered.
const REST: &str = "\
why = '买的'
[[asset.note]]
for = 'a'
more = '没有'
[[asset.note]]
for = 'b'
more = '没有'
";

/// Whether nothing sensitive is in a text.
fn is_plain(text: &str) -> bool {
    !text.contains("秘密") && !text.contains("1971")
}

/// A session on a questionnaire of its own of which something has been changed and removed, and its id.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    desk.file("data/questionnaires/declaration.toml", QUESTIONNAIRE);
    let id = desk.start("declaration", "d", &format!("{ANSWERS}{REST}"));
    let script = "王秘密二世\n1971-08\n:jump 5\n:remove\ny\n";
    let mut program = desk.program();
    let run = super::desk::Run::of(program.args(["resume", "--plain", &id]).write_stdin(script));
    assert_eq!(run.code, 0, "{run:?}");
    (desk, id)
}

#[test]
fn nothing_sensitive_is_printed_unless_it_was_asked_for() {
    let (desk, id) = desk();
    for arguments in [
        &["export", &id, "-o", "-"][..],
        &["render", "declaration", "--answers", "start.toml"],
        &["answers", &id],
        &["history", &id],
        &["history", &id, "1"],
        &["history", &id, "--json"],
        &["removed", &id],
        &["check", &id],
        &["list"],
        &["rebase", &id],
    ] {
        let run = desk.run(arguments.iter().copied());
        assert!(is_plain(&run.out) && is_plain(&run.err), "{arguments:?}: {run:?}");
    }
    for arguments in [
        &["export", &id, "-o", "-"][..],
        &["render", "declaration", "--answers", "start.toml"],
        &["answers", &id],
        &["history", &id, "1"],
        &["removed", &id],
    ] {
        let run = desk.run(arguments.iter().copied().chain(["--with-sensitive"]));
        assert!(!is_plain(&run.out), "{arguments:?}: {run:?}");
        // What is wrong is said without the words even then.
        assert!(is_plain(&run.err), "{arguments:?}: {run:?}");
    }
}

#[test]
fn what_is_rendered_and_what_is_exported_are_told_in_the_same_words() {
    let desk = Desk::new();
    desk.file("data/questionnaires/declaration.toml", QUESTIONNAIRE);
    let id = desk.start("declaration", "d", &format!("{ANSWERS}{REST}"));
    let export = desk.run(["export", &id, "-o", "-"]);
    let render = desk.run(["render", "declaration", "--answers", "start.toml"]);
    assert_eq!((&export.out, &export.err), (&render.out, &render.err));
    assert!(export.err.contains("left out: 6. --with-sensitive"), "{export:?}");
    // What was left out is not unanswered.
    assert!(!export.err.contains("unanswered"), "{export:?}");
}

#[test]
fn what_was_sensitive_in_an_earlier_questionnaire_stays_hidden() {
    let (desk, id) = desk();
    let newer = QUESTIONNAIRE
        .replace("sensitive = true\n", "")
        .replace("[who.name]", "[who.called]\nwas = ['who.name']")
        .replace("{{ name }}", "{{ called }}");
    desk.file("data/questionnaires/declaration.toml", newer);
    let run = desk.run(["rebase", &id, "--apply"]);
    assert_eq!(run.code, 0, "{run:?}");
    for arguments in [
        &["export", &id, "-o", "-"][..],
        &["answers", &id],
        &["history", &id],
        &["history", &id, "1"],
        &["history", &id, "--json"],
        &["removed", &id],
        &["check", &id],
    ] {
        let run = desk.run(arguments.iter().copied());
        assert!(is_plain(&run.out) && is_plain(&run.err), "{arguments:?}: {run:?}");
    }
}
