//! What there is to choose from where a question is answered by choosing.

use crate::outline::{ItemId, Outline};
use crate::questionnaire::{Kind, Reference};

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// What is kept as the answer.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// What can be chosen at a question, in the order in which it is shown; `None` where the answer is typed.
pub fn choosables(outline: &Outline, id: ItemId) -> Option<Vec<Choosable>> {
    let item = outline.get(id)?;
    let question = outline.node(item).question()?;
    match &question.kind {
        Kind::YesNo => {
            let language = &outline.questionnaire().settings.language;
            let option = |yes: bool| Choosable {
                value: yes.to_string(),
                label: language.yes_no(yes).to_owned(),
            };
            Some(vec![option(true), option(false)])
        }
        Kind::Choice { choices, .. } | Kind::Choices { choices, .. } => {
            let options = choices.iter().map(|choice| Choosable {
                value: choice.value.clone(),
                label: choice.label.clone(),
            });
            Some(options.collect())
        }
        Kind::Links { to, .. } => {
            let group = outline
                .resolve(&item.place, Reference::Node(*to))
                .and_then(|group| outline.find(&group));
            let instances = group.into_iter().flat_map(|group| outline.children(group));
            let options = instances.filter_map(|(id, instance)| {
                Some(Choosable {
                    value: instance.place.instance()?.to_string(),
                    label: outline.title(id),
                })
            });
            Some(options.collect())
        }
        Kind::Line
        | Kind::Prose
        | Kind::Number { .. }
        | Kind::Date(_)
        | Kind::Month(_)
        | Kind::Year(_)
        | Kind::List(_) => None,
    }
}
