//! The way to a stop: what is around it.

use crate::outline::{Form, ItemId, Outline};

/// A section or an instance on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Its short name.
    pub title: String,
    /// Of an instance its position, from 1, and how many there are.
    pub position: Option<(usize, usize)>,
}

/// `问题 2/4`
impl std::fmt::Display for Crumb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.title)?;
        match self.position {
            Some((position, of)) => write!(f, " {position}/{of}"),
            None => Ok(()),
        }
    }
}

/// The sections and instances around an item, from the outside in. The way to what is asked of an instance ends in it.
pub fn crumbs(outline: &Outline, id: ItemId) -> Vec<Crumb> {
    let mut crumbs = Vec::new();
    let item = outline.get(id);
    let mut at = match item.map(|item| item.form) {
        Some(Form::Instance { .. }) => Some(id),
        _ => item.and_then(|item| item.parent),
    };
    while let Some((id, item)) = at.and_then(|id| Some((id, outline.get(id)?))) {
        if item.parent.is_some() && item.form != Form::Group {
            crumbs.push(Crumb {
                title: outline.title(id),
                position: match item.form {
                    Form::Instance { position, of } => Some((position, of)),
                    _ => None,
                },
            });
        }
        at = item.parent;
    }
    crumbs.reverse();
    crumbs
}
