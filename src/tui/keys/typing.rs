//! What is typed stays typeable: no key that types where one types can be given to a command there.

use super::super::command::{Command, Context};
use super::super::key::Key;
use super::{Change, Keys, Misplaced};
use crate::settings::Mistake;
use crossterm::event::KeyCode;

/// What deletes while one types.
const BACKSPACE: Key = Key::plain(KeyCode::Backspace);
/// What begins a paragraph.
const ENTER: Key = Key::plain(KeyCode::Enter);

/// The change, unless it takes a key that types.
pub(super) fn leaves_typing(change: Change) -> Result<Change, Misplaced> {
    let usual = Keys::default();
    let types = |key: Key| types(&usual, change.command, change.context, key);
    match change.first_key(types) {
        Some((key, at)) => Err((at, mistake(&change, key))),
        None => Ok(change),
    }
}

/// Whether a key types something, wherever a context is looked at, that it could not type any more once it gives a command
/// in that context.
fn types(usual: &Keys, command: Command, context: Context, key: Key) -> bool {
    let reached = Context::stacks().filter(|stack| stack.iter().any(|context| context.takes_typing()));
    let mut reached = reached.filter_map(|stack| {
        let depth = stack.iter().position(|other| *other == context)?;
        stack.get(..=depth).zip(Some(stack))
    });
    reached.any(|(inner, stack)| match usual.lookup(stack, key) {
        None => key.typed().is_some(),
        // An inner context has it before this one.
        Some(given) => {
            key == BACKSPACE
                && given == Command::DeleteBack
                && command != Command::DeleteBack
                && is_not_before(usual, inner, key)
        }
    })
}

/// Whether no context before the last of these has a key.
fn is_not_before(usual: &Keys, inner: &[Context], key: Key) -> bool {
    inner
        .split_last()
        .is_none_or(|(_, before)| usual.lookup(before, key).is_none())
}

/// The change that takes the key for a new paragraph and leaves no other for it.
pub(super) fn spoils_paragraphs(keys: &Keys, changes: &[Change]) -> Option<(usize, Misplaced)> {
    let mut stacks = Context::stacks().filter(|stack| stack.first() == Some(&Context::Text));
    if stacks.all(|stack| keys.gives(Command::NewLine, stack)) {
        return None;
    }
    changes.iter().enumerate().find_map(|(index, change)| {
        let takes = change.context == Context::Text && change.command != Command::NewLine;
        let (key, at) = change.first_key(|key| takes && key == ENTER)?;
        Some((index, (at, mistake(change, key))))
    })
}

fn mistake(change: &Change, key: Key) -> Mistake {
    Mistake::Typing {
        key: key.to_string(),
        context: change.context.name(),
        command: super::config_name(change.command),
    }
}
