//! What is said of keys on screens that are drawn anew all the time: made once, when the keys are taken.

use super::app::Looks;
use super::command::{Command, Context};
use super::keys::Keys;

/// Words that name keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hints {
    /// Below an answer that others must not see.
    pub veiled: String,
    /// Below an answer that was carried over and not looked at.
    pub untouched: String,
    /// At the stop after a repeated section's instances.
    pub another: String,
    /// At the stop behind an instance that nothing is linked to yet.
    pub missing: String,
    /// Where nothing in a list fits, and the writer's own words are welcome.
    pub own_words: String,
    /// Below prose.
    pub new_line: String,
    /// Below a list to pick from.
    pub pick: String,
}

impl Hints {
    /// The words for these keys.
    pub fn new(keys: &Keys, looks: &Looks) -> Self {
        let (locale, key) = (looks.locale, |command, context| {
            keys.in_words(command, context, looks)
        });
        let (interview, picker) = (Context::Interview, Context::Picker);
        Self {
            veiled: locale.veiled_hint(key(Command::Reveal, interview)),
            untouched: locale.untouched_hint(key(Command::Keep, interview)),
            another: locale.another_hint(
                key(Command::AddInstance, Context::Another),
                key(Command::Next, interview),
            ),
            missing: locale.missing_hint(
                key(Command::AddInstance, Context::Another),
                key(Command::Next, interview),
            ),
            own_words: locale.filter_other(key(Command::Take, picker)),
            new_line: locale.hint_prose(key(Command::NewLine, Context::Text)),
            pick: locale.hint_pick(key(Command::Toggle, picker)),
        }
    }
}
