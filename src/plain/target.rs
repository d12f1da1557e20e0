//! Where a person wants to go: the number of a stop, a path, or words of a title.

use crate::interview::{Stops, written};
use crate::outline::{Form, ItemId, Outline};

/// The stop that a text names, as seen from `from`.
pub(super) fn find(outline: &Outline, stops: &Stops, from: Option<ItemId>, text: &str) -> Option<ItemId> {
    if let Some(number) = written::number(text) {
        return stops.get(number.checked_sub(1)?);
    }
    let item = by_path(outline, text).or_else(|| by_title(outline, from, text))?;
    stops.nearest(outline, &outline.get(item)?.place)
}

/// The live item at a path. Of a repeated section the path gives the instance by its id or its position, or means the
/// first.
fn by_path(outline: &Outline, path: &str) -> Option<ItemId> {
    let mut at = Outline::ROOT;
    let mut steps = path.trim().split('.').peekable();
    while let Some(step) = steps.next() {
        let (name, wanted) = match step.split_once('[') {
            Some((name, rest)) => (name, Some(rest.strip_suffix(']')?)),
            None => (step, None),
        };
        let is_named =
            |item: &crate::outline::Item| item.place.last().is_some_and(|last| &*last.name == name);
        let (child, item) = outline.children(at).find(|(_, item)| is_named(item))?;
        at = match (item.form, wanted) {
            (Form::Group, Some(wanted)) => instance(outline, child, wanted)?,
            (Form::Group, None) if steps.peek().is_some() => outline.children(child).next()?.0,
            (_, None) => child,
            (_, Some(_)) => return None,
        };
    }
    Some(at)
}

fn instance(outline: &Outline, group: ItemId, wanted: &str) -> Option<ItemId> {
    let is_wanted =
        |item: &crate::outline::Item| item.place.instance().is_some_and(|id| id.as_str() == wanted);
    let by_id = outline.children(group).find(|(_, item)| is_wanted(item));
    let by_position = || {
        let position = written::number(wanted)?.checked_sub(1)?;
        outline.children(group).nth(position)
    };
    by_id.or_else(by_position).map(|(id, _)| id)
}

/// The next item whose short name holds some words, going round past the end.
fn by_title(outline: &Outline, from: Option<ItemId>, words: &str) -> Option<ItemId> {
    let wanted = words.trim().to_lowercase();
    let found = |id: &ItemId| outline.title(*id).to_lowercase().contains(&wanted);
    let items = || {
        outline
            .items()
            .filter(|(_, item)| item.form != Form::Text && item.parent.is_some())
            .map(|(id, _)| id)
    };
    let after = items()
        .filter(|id| from.is_some_and(|from| *id > from))
        .find(found);
    after.or_else(|| items().find(found))
}
