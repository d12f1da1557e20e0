//! What is said where something was typed that makes no sense. clap finds it; its words are English only.

use super::arguments::{self, Help, PROGRAM};
use super::console;
use super::failure::Failure;
use crate::messages::Locale;
use crate::text::similar::similar;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// The failure that an error of clap's is. Help and the version, which are errors to clap, are printed.
pub(super) fn failure(error: &clap::Error, arguments: &[OsString], locale: Locale) -> Failure {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match console::print_help(&error.render(), locale) {
                Ok(()) => Failure::Silent,
                Err(failure) => failure,
            }
        }
        _ => {
            let said = with_suggestion(said(error, locale), suggestion(error), locale);
            Failure::Usage(locale.usage_see(said, command_of(arguments)))
        }
    }
}

/// That there is no such command, and which may have been meant.
pub(super) fn unknown_command(name: &str, locale: Locale) -> String {
    with_suggestion(locale.usage_unknown_command(name), nearest_command(name), locale)
}

fn with_suggestion(said: String, suggestion: Option<String>, locale: Locale) -> String {
    match suggestion {
        Some(suggestion) => locale.usage_maybe(said, suggestion),
        None => locale.usage_plain(said),
    }
}

fn nearest_command(name: &str) -> Option<String> {
    let command = arguments::command(Locale::En, Help::ForPrograms);
    similar(name, command.get_subcommands().map(|command| command.get_name()))
}

fn said(error: &clap::Error, locale: Locale) -> String {
    let option = text(error, ContextKind::InvalidArg);
    let option = option.trim_end_matches("...");
    let given = text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => locale.usage_unknown(option),
        ErrorKind::InvalidSubcommand => {
            locale.usage_unknown_command(text(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if given.is_empty() => locale.usage_no_value(option),
        ErrorKind::InvalidValue => {
            let known = text(error, ContextKind::ValidValue).replace(", ", locale.enumeration_joint());
            let values = locale.usage_values(known);
            locale.usage_bad_value_because(given, option, values)
        }
        ErrorKind::ValueValidation => match std::error::Error::source(error) {
            Some(why) => locale.usage_bad_value_because(given, option, why),
            None => locale.usage_bad_value(given, option),
        },
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            locale.usage_no_value(option)
        }
        ErrorKind::TooManyValues => locale.usage_unknown(given),
        ErrorKind::ArgumentConflict => match text(error, ContextKind::PriorArg) {
            other if other == option || other.is_empty() => locale.usage_twice(option),
            other => locale.usage_conflict(option, other),
        },
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => locale.usage_missing(option),
        ErrorKind::InvalidUtf8 => locale.usage_not_utf8().to_owned(),
        _ => error.kind().to_string(),
    }
}

/// What may have been meant.
fn suggestion(error: &clap::Error) -> Option<String> {
    // clap's first suggestion for `nwe` is `answers`.
    if error.kind() == ErrorKind::InvalidSubcommand {
        return nearest_command(&text(error, ContextKind::InvalidSubcommand));
    }
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let found = kinds.into_iter().map(|kind| text(error, kind));
    found.into_iter().find(|suggestion| !suggestion.is_empty())
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

/// The command that was meant, for a pointer to its help.
fn command_of(arguments: &[OsString]) -> String {
    let command = arguments::command(Locale::En, Help::ForPrograms);
    let name = arguments
        .iter()
        .skip(1)
        .find_map(|word| command.find_subcommand(word));
    match name {
        Some(named) => format!("{PROGRAM} {}", named.get_name()),
        None => PROGRAM.to_owned(),
    }
}
