//! Nobody is trapped: wherever one is, a key leads back, and from the first screen out of the program.

use super::super::command::{Command, Context};
use super::super::key::Key;
use super::{Change, Keys, Misplaced};
use crate::settings::Mistake;

/// What leads out of the innermost of these contexts.
fn ways(stack: &[Context]) -> &'static [Command] {
    match stack.first() {
        Some(Context::Home) => &[Command::Back, Command::Leave],
        Some(Context::Confirm) => &[Command::Back, Command::No],
        _ => &[Command::Back],
    }
}

/// Contexts in which no key leads out.
pub(super) fn closed(keys: &Keys) -> Option<&'static [Context]> {
    Context::stacks().find(|stack| !ways(stack).iter().any(|way| keys.gives(*way, stack)))
}

/// The change that leaves some place without a key that leads out of it.
pub(super) fn closes(keys: &Keys, changes: &[Change]) -> Option<(usize, Misplaced)> {
    let stack = closed(keys)?;
    let usual = Keys::default();
    let takes_way = |key: Key| {
        let given = usual.lookup(stack, key);
        given.is_some_and(|given| ways(stack).contains(&given))
    };
    let concerned = changes.iter().enumerate().filter(|(_, change)| {
        let is_of_way = ways(stack).contains(&change.command);
        stack.contains(&change.context) && (is_of_way || change.first_key(takes_way).is_some())
    });
    let concerned: Vec<(usize, &Change)> = concerned.collect();
    let opens = |(index, _): &&(usize, &Change)| {
        let mut others = changes.to_vec();
        others.remove(*index);
        let keys = Keys::changed(&others).0;
        ways(stack).iter().any(|way| keys.gives(*way, stack))
    };
    // Where several close it together, the last of them goes.
    let (index, change) = concerned.iter().find(opens).or_else(|| concerned.last())?;
    let taken = change.first_key(|key| !ways(stack).contains(&change.command) && takes_way(key));
    let at = taken.map_or_else(|| change.at.clone(), |(_, at)| at);
    let mistake = Mistake::NoWayOut {
        command: super::config_name(change.command),
        context: stack.first().map_or("", |context| context.name()),
    };
    Some((*index, (at, mistake)))
}
