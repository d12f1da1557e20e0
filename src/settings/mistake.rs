//! Every mistake that a person can make in their settings.

use crate::messages::Locale;
use crate::questionnaire::diagnostic::Wrong;
use crate::questionnaire::mistake;

/// What is wrong. Each mistake has a stable name, says what is wrong and, where it can, how to mend it.
#[derive(Debug, Clone, PartialEq)]
pub enum Mistake {
    /// One that can be made in a questionnaire as well.
    Shared(mistake::Mistake),
    /// There is more in the file than anybody sets.
    TooMuch,
    /// There is no such setting.
    UnknownSetting {
        /// Its name.
        name: String,
        /// One that may have been meant.
        suggestion: Option<String>,
        /// Those that there are.
        known: &'static [&'static str],
    },
    /// A setting is given twice; the first holds.
    Twice,
    /// Keys are given to a command without saying where.
    KeysOutsideContext {
        /// What stands in the place of the context.
        name: String,
    },
    /// Keys can be given in no such context.
    UnknownContext {
        /// Its name.
        name: String,
        /// One that may have been meant.
        suggestion: Option<String>,
        /// Those that there are.
        known: Vec<&'static str>,
    },
    /// There is no such command in any context.
    UnknownCommand {
        /// Its name.
        name: String,
        /// One that may have been meant.
        suggestion: Option<String>,
    },
    /// This is no key.
    UnknownKey {
        /// What stands there.
        name: String,
    },
    /// A command takes a key's name or a list of them.
    NotKeys {
        /// The command.
        command: String,
    },
    /// One key for two commands in one context; the first keeps it.
    Conflict {
        /// The key.
        key: String,
        /// The context.
        context: &'static str,
        /// The command that keeps it.
        kept: String,
        /// The command that goes without.
        lost: String,
    },
    /// A key that types is given to a command where one types.
    Typing {
        /// The key.
        key: String,
        /// The context.
        context: &'static str,
        /// The command.
        command: String,
    },
    /// No key would be left that leads out of a context.
    NoWayOut {
        /// The command whose keys were changed so.
        command: String,
        /// The context.
        context: &'static str,
    },
}

impl Mistake {
    /// Whether nothing of the file could be used because of it.
    pub fn spoils_all(&self) -> bool {
        use mistake::Mistake::{NotUtf8, Syntax};
        matches!(self, Self::TooMuch | Self::Shared(NotUtf8 | Syntax { .. }))
    }
}

impl From<mistake::Mistake> for Mistake {
    fn from(mistake: mistake::Mistake) -> Self {
        Self::Shared(mistake)
    }
}

impl Wrong for Mistake {
    fn code(&self) -> &'static str {
        match self {
            Self::Shared(mistake) => mistake.code(),
            Self::TooMuch => "too-large",
            Self::UnknownSetting { .. } => "unknown-setting",
            Self::Twice => "duplicate-setting",
            Self::KeysOutsideContext { .. } | Self::UnknownContext { .. } => "unknown-context",
            Self::UnknownCommand { .. } => "unknown-command",
            Self::UnknownKey { .. } | Self::NotKeys { .. } => "unknown-key",
            Self::Conflict { .. } => "key-conflict",
            Self::Typing { .. } => "key-for-typing",
            Self::NoWayOut { .. } => "no-way-out",
        }
    }

    fn message(&self, locale: Locale) -> String {
        match self {
            Self::Shared(mistake) => mistake.message(locale),
            Self::TooMuch => locale.settings_too_much().to_owned(),
            Self::UnknownSetting { name, .. } => locale.settings_unknown(name),
            Self::Twice => locale.settings_twice().to_owned(),
            Self::KeysOutsideContext { name } => locale.key_outside_context(name),
            Self::UnknownContext { name, .. } => locale.key_unknown_context(name),
            Self::UnknownCommand { name, .. } => locale.key_unknown_command(name),
            Self::UnknownKey { name } => locale.key_unknown_key(name),
            Self::NotKeys { command } => locale.key_not_keys(command),
            Self::Conflict {
                key,
                context,
                kept,
                lost,
            } => locale.key_conflict(key, context, kept, lost),
            Self::Typing {
                key,
                context,
                command,
            } => locale.key_typing(key, context, command),
            Self::NoWayOut { command, context } => locale.key_no_way_out(command, context),
        }
    }

    fn hint(&self, locale: Locale) -> Option<String> {
        let all = |known: &[&str]| locale.settings_known(known.join(locale.enumeration_joint()));
        match self {
            Self::Shared(mistake) => mistake.hint(locale),
            Self::TooMuch => None,
            Self::UnknownSetting {
                suggestion, known, ..
            } => meant(suggestion, locale).or_else(|| Some(all(known))),
            Self::Twice => Some(locale.mend_duplicate_attribute().to_owned()),
            Self::KeysOutsideContext { .. } => Some(locale.mend_key_outside_context().to_owned()),
            Self::UnknownContext {
                suggestion, known, ..
            } => meant(suggestion, locale).or_else(|| Some(all(known))),
            Self::UnknownCommand { suggestion, .. } => {
                meant(suggestion, locale).or_else(|| Some(locale.mend_key_unknown_command().to_owned()))
            }
            Self::UnknownKey { .. } | Self::NotKeys { .. } => Some(locale.mend_key_unknown_key().to_owned()),
            Self::Conflict { .. } => Some(locale.mend_key_conflict().to_owned()),
            Self::Typing { .. } => Some(locale.mend_key_typing().to_owned()),
            Self::NoWayOut { .. } => Some(locale.mend_key_no_way_out().to_owned()),
        }
    }
}

fn meant(suggestion: &Option<String>, locale: Locale) -> Option<String> {
    suggestion.as_ref().map(|word| locale.mend_did_you_mean(word))
}
