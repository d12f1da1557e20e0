//! An answer as its writer knows it, for lists in which it is looked up: what was chosen by its label, what was linked by
//! its title, and nothing by an id.

use crate::answers::{InstanceId, Place, Value};
use crate::outline::{Meaning, Outline, meaning};
use crate::questionnaire::{Kind, Reference};

/// The words of a value that stands, or stood, at a place. `gone` stands for a linked instance that is no longer there.
pub fn said(outline: &Outline, place: &Place, value: &Value, gone: &str) -> String {
    let questionnaire = outline.questionnaire();
    let node = place.path().and_then(|path| questionnaire.find(&path));
    let question = node.and_then(|node| questionnaire.node(node).question());
    let Some(kind) = question.map(|question| &question.kind) else {
        return value.to_typed();
    };
    match (meaning::read(kind, value), kind) {
        (Ok(Meaning::Links(ids)), Kind::Links { to, .. }) => {
            let group = outline.resolve(place, Reference::Node(*to));
            let title = |id: &InstanceId| {
                let linked = group
                    .as_ref()
                    .and_then(|group| outline.find(&group.with_instance(id)));
                linked.map_or_else(|| gone.to_owned(), |linked| outline.title(linked))
            };
            let titles: Vec<String> = ids.iter().map(title).collect();
            titles.join(questionnaire.settings.language.enumeration())
        }
        (
            Ok(meaning @ (Meaning::Choice(_) | Meaning::Texts(_))),
            Kind::Choice { .. } | Kind::Choices { .. },
        ) => meaning.print(kind, &questionnaire.settings.language),
        _ => value.to_typed(),
    }
}
