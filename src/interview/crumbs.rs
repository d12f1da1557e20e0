//! The way to a stop: what is around it.

use crate::outline::{Form, ItemId, Outline};

/// The short names of the sections and instances around an item, from the outside in; instances with their position:
/// `问题 2/4`.
pub fn crumbs(outline: &Outline, id: ItemId) -> Vec<String> {
    let mut titles = Vec::new();
    let mut at = outline.get(id).and_then(|item| item.parent);
    while let Some((id, item)) = at.and_then(|id| Some((id, outline.get(id)?))) {
        if item.parent.is_some() && item.form != Form::Group {
            let title = outline.title(id);
            titles.push(match item.form {
                Form::Instance { position, of } => format!("{title} {position}/{of}"),
                _ => title,
            });
        }
        at = item.parent;
    }
    titles.reverse();
    titles
}
