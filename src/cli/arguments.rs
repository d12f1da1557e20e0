//! What can be typed: every command and every option, with its help in the language of the person.

use crate::export::Format;
use crate::messages::Locale;
use crate::text::{AmbiguousWidth, rows};
use clap::builder::{PossibleValuesParser, Styles, styling::Style};
use clap::{Arg, ArgAction, Command, ValueHint, value_parser};
use clap_complete::Shell;
use std::ffi::OsString;
use std::path::PathBuf;

/// The name of the program.
pub(super) const PROGRAM: &str = "tigang";

/// The most blank lines between paragraphs.
const MOST_GAP: usize = 9;

/// Where an argument stands in the help that is to be typed first; the others go by name.
const FIRST: usize = 0;

/// Columns of a page of help.
const PAGE_COLUMNS: usize = 80;
/// Columns of the help of an argument, so that with what stands before it it fits into the page.
const HELP_COLUMNS: usize = 45;

/// Where help is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Help {
    /// On a terminal: in rows of their own, because clap breaks rows only at spaces, which Chinese has none of.
    ForTerminals,
    /// By a program that breaks rows itself: a pager of manual pages, a shell that completes.
    ForPrograms,
}

/// The whole command line.
pub(super) fn command(locale: Locale, help: Help) -> Command {
    let words = Words { locale, help };
    let bold = Style::new().bold();
    let usage = locale.help_usage();
    let template =
        format!("{{about-with-newline}}\n{bold}{usage}{bold:#}{{usage}}\n\n{{all-args}}{{after-help}}\n");
    let commands = commands(words)
        .into_iter()
        .map(|command| command.help_template(template.clone()));
    Command::new(PROGRAM)
        .version(env!("CARGO_PKG_VERSION"))
        .about(locale.help_about())
        .after_help(words.footer(locale.help_footer()))
        .help_template(template.clone())
        .styles(Styles::plain().header(bold).usage(bold).literal(bold))
        .term_width(0)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(locale.help_commands())
        .subcommand_value_name(locale.help_command())
        .args(global_options(words))
        .subcommands(commands)
}

/// Makes arguments whose help is in the language of the person.
#[derive(Clone, Copy)]
struct Words {
    locale: Locale,
    help: Help,
}

impl Words {
    /// The help of an argument.
    fn help(self, text: &str) -> String {
        self.in_rows(text, HELP_COLUMNS)
    }

    /// What stands below all else.
    fn footer(self, text: &str) -> String {
        self.in_rows(text, PAGE_COLUMNS)
    }

    fn in_rows(self, text: &str, width: usize) -> String {
        if self.help == Help::ForPrograms {
            return text.to_owned();
        }
        let in_rows = |line| {
            let rows = rows(line, width, AmbiguousWidth::default());
            rows.filter_map(move |row| Some(line.get(row.range)?.trim_end()))
        };
        text.lines().flat_map(in_rows).collect::<Vec<_>>().join("\n")
    }

    fn command(self, name: &'static str, about: &str) -> Command {
        Command::new(name).about(about.to_owned())
    }

    fn positional(self, id: &'static str, value: &'static str, help: &str) -> Arg {
        Arg::new(id)
            .value_name(value)
            .value_parser(value_parser!(OsString))
            .help(self.help(help))
            .help_heading(self.locale.help_arguments())
    }

    fn option(self, id: &'static str, value: &'static str, help: &str) -> Arg {
        Arg::new(id)
            .long(id)
            .value_name(value)
            .help(self.help(help))
            .help_heading(self.locale.help_options())
    }

    fn flag(self, id: &'static str, help: &str) -> Arg {
        Arg::new(id)
            .long(id)
            .action(ArgAction::SetTrue)
            .help(self.help(help))
            .help_heading(self.locale.help_options())
    }

    fn questionnaire(self) -> Arg {
        let help = self.locale.help_questionnaire();
        self.positional("questionnaire", "QUESTIONNAIRE", help)
            .value_hint(ValueHint::FilePath)
            .required(true)
    }

    fn session(self) -> Arg {
        self.positional("session", "SESSION", self.locale.help_session())
            .display_order(FIRST)
            .required(true)
    }

    fn session_or_latest(self) -> Arg {
        self.positional("session", "SESSION", self.locale.help_session_or_latest())
    }

    /// An earlier state of a session.
    fn state(self, help: &str) -> Arg {
        self.positional("state", "STATE", help)
            .value_parser(self.number::<u64>())
    }

    /// A whole number.
    fn number<T>(self) -> impl Fn(&str) -> Result<T, &'static str> + Clone
    where
        T: std::str::FromStr,
    {
        let locale = self.locale;
        move |text| text.parse().map_err(|_| locale.usage_number())
    }

    /// The path of an answer.
    fn path(self, id: &'static str, value: &'static str, help: &str) -> Arg {
        self.positional(id, value, help)
            .value_parser(value_parser!(String))
            .required(true)
    }

    fn with_sensitive(self) -> Arg {
        self.flag("with-sensitive", self.locale.help_with_sensitive())
    }

    fn file(self, id: &'static str, help: &str) -> Arg {
        self.option(id, "FILE", help).value_parser(value_parser!(PathBuf))
    }
}

fn global_options(words: Words) -> Vec<Arg> {
    let locale = words.locale;
    let language = move |tag: &str| Locale::from_tag(tag).ok_or(locale.usage_language());
    let options = [
        words
            .option("data-dir", "DIR", locale.help_data_dir())
            .value_parser(value_parser!(PathBuf)),
        words
            .option("lang", "LANG", locale.help_lang())
            .value_parser(language),
        words.flag("plain", locale.help_plain()),
        words.flag("ascii", locale.help_ascii()),
        words
            .option("ambiguous-width", "COLUMNS", locale.help_ambiguous_width())
            .value_parser(PossibleValuesParser::new(["auto", "1", "2"]))
            .hide_possible_values(true),
        words
            .flag("help", locale.help_help())
            .short('h')
            .action(ArgAction::HelpShort),
    ];
    let version = words
        .flag("version", locale.help_version())
        .short('V')
        .action(ArgAction::Version);
    options
        .map(|option| option.global(true))
        .into_iter()
        .chain([version])
        .map(|option| option.help_heading(locale.help_global_options()))
        .collect()
}

fn commands(words: Words) -> Vec<Command> {
    let locale = words.locale;
    let name = |help| {
        words
            .positional("name", "NAME", help)
            .value_parser(value_parser!(String))
    };
    vec![
        words
            .command("new", locale.help_new())
            .after_help(words.footer(locale.help_new_footer()))
            .arg(words.questionnaire())
            .arg(words.option("name", "NAME", locale.help_new_name()))
            .arg(words.file("answers", locale.help_new_answers()))
            .arg(
                words
                    .option("from", "SESSION", locale.help_new_from())
                    .value_parser(value_parser!(OsString))
                    .conflicts_with("answers"),
            )
            .arg(
                words
                    .option("carry", "PATH", locale.help_new_carry())
                    .action(ArgAction::Append)
                    .requires("from"),
            )
            .arg(
                words
                    .flag("carry-all", locale.help_new_carry_all())
                    .requires("from")
                    .conflicts_with("carry"),
            ),
        words
            .command("resume", locale.help_resume())
            .arg(words.session_or_latest()),
        words
            .command("list", locale.help_list())
            .arg(words.flag("json", locale.help_json())),
        words
            .command("export", locale.help_export())
            .arg(words.session_or_latest())
            .arg(words.with_sensitive())
            .args(writing(words, locale.help_export_output())),
        words
            .command("render", locale.help_render())
            .arg(words.questionnaire())
            .arg(words.file("answers", locale.help_render_answers()).required(true))
            .arg(words.with_sensitive())
            .args(writing(words, locale.help_render_output())),
        words
            .command("answers", locale.help_answers())
            .arg(words.session())
            .arg(words.with_sensitive()),
        words.command("check", locale.help_check()).arg(
            words
                .positional("file", "FILE", locale.help_check_files())
                .value_hint(ValueHint::FilePath)
                .num_args(1..)
                .required(true),
        ),
        words.command("questionnaires", locale.help_questionnaires()),
        words
            .command("show", locale.help_show())
            .arg(words.questionnaire()),
        words
            .command("rename", locale.help_rename())
            .arg(words.session())
            .arg(name(locale.help_new_session_name()).required(true)),
        words
            .command("delete", locale.help_delete())
            .after_help(words.footer(locale.help_delete_footer()))
            .arg(words.session())
            .arg(words.flag("force", locale.help_delete_force())),
        words
            .command("copy", locale.help_copy())
            .arg(words.session())
            .arg(name(locale.help_copy_name())),
        words.command("trash", locale.help_trash()),
        restore(words),
        words
            .command("history", locale.help_history())
            .after_help(words.footer(locale.help_history_footer()))
            .arg(words.session())
            .arg(words.state(locale.help_history_state()))
            .arg(words.flag("json", locale.help_json()))
            .arg(words.with_sensitive()),
        words
            .command("removed", locale.help_removed())
            .after_help(words.footer(locale.help_removed_footer()))
            .arg(words.session())
            .arg(words.with_sensitive()),
        words
            .command("move", locale.help_move())
            .arg(words.session())
            .arg(words.path("from", "FROM", locale.help_move_from()))
            .arg(words.path("to", "TO", locale.help_move_to())),
        words
            .command("rebase", locale.help_rebase())
            .after_help(words.footer(locale.help_rebase_footer()))
            .arg(words.session())
            .arg(
                words
                    .positional(
                        "questionnaire",
                        "QUESTIONNAIRE",
                        locale.help_rebase_questionnaire(),
                    )
                    .value_hint(ValueHint::FilePath),
            )
            .arg(words.flag("apply", locale.help_rebase_apply())),
        merge(words),
        pack(words),
        words
            .command("unpack", locale.help_unpack())
            .after_help(words.footer(locale.help_unpack_footer()))
            .arg(
                words
                    .positional("file", "FILE", locale.help_unpack_file())
                    .value_parser(value_parser!(PathBuf))
                    .value_hint(ValueHint::FilePath)
                    .required(true),
            ),
        words.command("completions", locale.help_completions()).arg(
            words
                .positional("shell", "SHELL", locale.help_completions_shell())
                .value_parser(value_parser!(Shell))
                .hide_possible_values(true)
                .required(true),
        ),
        words.command("man", locale.help_man()).arg(words.positional(
            "command",
            "COMMAND",
            locale.help_man_command(),
        )),
        words
            .command("help", locale.help_of_command())
            .arg(words.positional("command", "COMMAND", locale.help_of_command_command())),
    ]
}

fn restore(words: Words) -> Command {
    let locale = words.locale;
    words
        .command("restore", locale.help_restore())
        .after_help(words.footer(locale.help_restore_footer()))
        .arg(
            words
                .positional("session", "SESSION", locale.help_restore_session())
                .display_order(FIRST)
                .required(true),
        )
        .arg(words.state(locale.help_restore_state()))
        .arg(
            words
                .option("answer", "PATH", locale.help_restore_answer())
                .requires("state"),
        )
        .arg(
            words
                .option("removed", "NUMBER", locale.help_restore_removed())
                .value_parser(words.number::<usize>())
                .conflicts_with_all(["state", "salvage"]),
        )
        .arg(
            words
                .flag("salvage", locale.help_restore_salvage())
                .conflicts_with("state"),
        )
}

fn merge(words: Words) -> Command {
    let locale = words.locale;
    words
        .command("merge", locale.help_merge())
        .after_help(words.footer(locale.help_merge_footer()))
        .arg(words.session())
        .arg(
            words
                .positional("other", "OTHER", locale.help_merge_other())
                .value_hint(ValueHint::AnyPath)
                .required(true),
        )
        .arg(words.option("name", "NAME", locale.help_merge_name()))
        .arg(words.with_sensitive())
        .arg(words.flag("ours", locale.help_merge_ours()))
        .arg(
            words
                .flag("theirs", locale.help_merge_theirs())
                .conflicts_with("ours"),
        )
}

fn pack(words: Words) -> Command {
    let locale = words.locale;
    words
        .command("pack", locale.help_pack())
        .after_help(words.footer(locale.help_pack_footer()))
        .arg(words.session())
        .arg(words.file("output", locale.help_pack_output()).short('o'))
        .arg(words.flag("force", locale.help_force()))
        .arg(words.flag("passphrase", locale.help_pack_passphrase()))
        .arg(words.with_sensitive())
        .arg(words.flag("with-history", locale.help_pack_with_history()))
}

/// How a document is written, and where to.
fn writing(words: Words, output: &str) -> Vec<Arg> {
    let locale = words.locale;
    let formats = Format::ALL.map(|(_, name)| name);
    let gap = move |text: &str| {
        let number = text.parse().ok().filter(|gap: &usize| *gap <= MOST_GAP);
        number.ok_or_else(|| locale.usage_gap(MOST_GAP))
    };
    let text_options = [
        words.flag("crlf", locale.help_crlf()),
        words.flag("bom", locale.help_bom()),
        words.option("indent", "TEXT", locale.help_indent()),
        words.option("gap", "LINES", locale.help_gap()).value_parser(gap),
    ];
    let mut arguments = vec![
        words.file("output", output).short('o'),
        words.flag("force", locale.help_force()),
        words
            .option("format", "FORMAT", &locale.help_format(formats.join(", ")))
            .value_parser(PossibleValuesParser::new(formats))
            .hide_possible_values(true),
    ];
    arguments.extend(text_options.map(|option| option.help_heading(locale.help_text_options())));
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_typed_is_without_contradiction() {
        for locale in [Locale::Zh, Locale::En] {
            for help in [Help::ForTerminals, Help::ForPrograms] {
                command(locale, help).debug_assert();
            }
        }
    }

    #[test]
    fn help_fits_into_80_columns() {
        for locale in [Locale::Zh, Locale::En] {
            let mut command = command(locale, Help::ForTerminals);
            command.build();
            let mut pages = vec![command.render_help().to_string()];
            pages.extend(
                command
                    .get_subcommands_mut()
                    .map(|command| command.render_help().to_string()),
            );
            for page in pages {
                for line in page.lines() {
                    let columns = crate::text::columns(line, AmbiguousWidth::One);
                    assert!(columns <= PAGE_COLUMNS, "{columns} columns: {line}\n{page}");
                }
            }
        }
    }
}
