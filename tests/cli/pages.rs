//! What is read as a page: help, manual pages, completions, outlines.

use super::desk::Desk;

#[test]
fn every_command_has_help_a_manual_page_and_completions() {
    let desk = Desk::new();
    let help = desk.ok(["--help"]);
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .map_while(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(commands.len(), 24, "{commands:?}");
    for language in ["zh", "en"] {
        for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
            let script = desk.ok(["--lang", language, "completions", shell]);
            for command in &commands {
                assert!(script.contains(command), "{command} is missing for {shell}");
            }
        }
        let whole = desk.ok(["--lang", language, "man"]);
        for command in &commands {
            assert!(
                whole.contains(&format!("tigang\\-{command}(1)")),
                "{command}: {whole}"
            );
            let page = desk.ok(["--lang", language, "man", command]);
            assert!(page.contains(&format!(".TH tigang-{command} 1")), "{page}");
            let help = desk.ok(["--lang", language, "help", command]);
            assert_eq!(help, desk.ok(["--lang", language, command, "--help"]));
            assert!(help.contains(&format!("tigang {command}")), "{help}");
        }
    }
}

#[test]
fn an_outline_fits_into_80_columns() {
    let desk = Desk::new();
    for (name, language) in [("self-review.zh", "zh"), ("postmortem.en", "en")] {
        let outline = desk.ok(["--lang", language, "show", name]);
        for line in outline.lines() {
            let columns = tigang::text::columns(line, tigang::text::AmbiguousWidth::One);
            assert!(columns <= 80, "{columns} columns: {line}");
        }
    }
}

#[test]
fn help_is_in_one_language() {
    let desk = Desk::new();
    let of = |arguments: &[&str], language: &str| {
        let run = desk.run([&["--lang", language], arguments].concat());
        assert_eq!(run.code, 0, "{run:?}");
        run.out
    };
    let help = of(&["--help"], "en");
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands: Vec<&str> = commands
        .map_while(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.len() > 20, "{commands:?}");
    let pages = commands
        .iter()
        .flat_map(|name| [vec![*name, "--help"], vec!["help", *name]]);
    for page in pages.chain([vec!["--help"], vec!["help"]]) {
        let english = of(&page, "en");
        assert!(english.contains("\nUsage: tigang "), "{english}");
        assert!(english.contains(" [OPTIONS]"), "{english}");
        let chinese = of(&page, "zh");
        assert!(chinese.contains("\n用法：tigang "), "{chinese}");
        assert!(chinese.contains(" [选项]"), "{chinese}");
        for line in chinese.lines() {
            let is_foreign = line.contains("OPTIONS") || line.contains("Usage") || line.ends_with(':');
            assert!(!is_foreign, "{page:?}: {line}");
        }
    }
}
