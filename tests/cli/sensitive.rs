//! Answers to sensitive questions: in nothing that is printed unless it was asked for.

use super::desk::Desk;

const SECRETS: &str = "\
format = 1
title = 'Declaration'
[who]
heading = \"{{ name }}'s\"
[who.name]
ask = 'Name?'
sensitive = true
[who.born]
ask = 'When was {{ name }} born?'
[who.class]
ask = 'Which class?'
kind = 'choice'
choices = ['first', 'second']
sensitive = true
[item]
repeat = true
[item.what]
ask = 'Which thing?'
sensitive = true
[open]
ask = 'Else?'
";

const ANSWERS: &str = "\
open = 'nothing else'
who = { name = 'Xyzzy', born = 'July', class = 'xyzzyish' }
[[item]]
id = 'a'
what = 'xyzzy statue'
[[item]]
id = 'b'
what = 'xyzzy watch'
";

/// A session on a questionnaire of its own of which something has been changed and removed, and its id.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    desk.file("data/questionnaires/declaration.toml", SECRETS);
    let id = desk.start("declaration", "d", ANSWERS);
    let script = "Xyzzy Junior\nAugust\n:jump 4\n:remove\ny\n";
    let mut program = desk.program();
    let run = super::desk::Run::of(program.args(["resume", "--plain", &id]).write_stdin(script));
    assert_eq!(run.code, 0, "{run:?}");
    (desk, id)
}

#[test]
fn nothing_sensitive_is_printed_unless_it_was_asked_for() {
    let (desk, id) = desk();
    let plain = |text: &str| !text.to_lowercase().contains("xyzzy");
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
        assert!(plain(&run.out) && plain(&run.err), "{arguments:?}: {run:?}");
    }
    for arguments in [
        &["export", &id, "-o", "-"][..],
        &["render", "declaration", "--answers", "start.toml"],
        &["answers", &id],
        &["history", &id, "1"],
        &["removed", &id],
    ] {
        let run = desk.run(arguments.iter().copied().chain(["--with-sensitive"]));
        assert!(!plain(&run.out), "{arguments:?}: {run:?}");
        // What is wrong is said without the words even then.
        assert!(plain(&run.err), "{arguments:?}: {run:?}");
    }
}

#[test]
fn what_is_rendered_and_what_is_exported_are_told_in_the_same_words() {
    let desk = Desk::new();
    desk.file("data/questionnaires/declaration.toml", SECRETS);
    let id = desk.start("declaration", "d", ANSWERS);
    let export = desk.run(["export", &id, "-o", "-"]);
    let render = desk.run(["render", "declaration", "--answers", "start.toml"]);
    assert_eq!((&export.out, &export.err), (&render.out, &render.err));
    assert!(export.err.contains("left out: 4. --with-sensitive"), "{export:?}");
    // What was left out is not unanswered.
    assert!(!export.err.contains("unanswered"), "{export:?}");
}

#[test]
fn what_was_sensitive_in_an_earlier_questionnaire_stays_hidden() {
    let (desk, id) = desk();
    let newer = SECRETS
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
        let said = [run.out, run.err].concat().to_lowercase();
        assert!(!said.contains("xyzzy"), "{arguments:?}: {said}");
    }
}
