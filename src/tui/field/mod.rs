//! The widget that takes an answer, one per kind of question.

mod hint;
pub mod picker;

use super::editor::{Editor, Motion};
use crate::answers::Value;
use crate::outline::{Form, ItemId, Outline, meaning};
use crate::questionnaire::{Kind, Reference};
pub use picker::{Choosable, Picker};

/// The widget of the present stop.
#[derive(Debug)]
pub enum Field {
    /// Text is typed, on one line or on many.
    Text(TextField),
    /// Something is picked from a list.
    Picker(Picker),
    /// The stop after a repeated section's instances: another one?
    Another,
    /// There is nothing to answer.
    Nothing,
}

/// An answer that is typed.
#[derive(Debug)]
pub struct TextField {
    /// The text.
    pub editor: Editor,
    /// Whether Enter ends the answer rather than a paragraph.
    pub single_line: bool,
}

impl Field {
    /// The widget of an item, holding its present answer.
    pub fn of(outline: &Outline, id: ItemId) -> Self {
        let Some(item) = outline.get(id) else {
            return Self::Nothing;
        };
        if item.form == Form::Group {
            return Self::Another;
        }
        let Some(question) = outline.node(item).question() else {
            return Self::Nothing;
        };
        let given = outline.answers().answer(&item.place).map(|answer| &answer.value);
        let typed = |single_line| {
            let text = given
                .or(item.default.as_ref())
                .map(Value::to_typed)
                .unwrap_or_default();
            let mut editor = if single_line {
                Editor::single_line(&text)
            } else {
                Editor::new(&text)
            };
            // Whoever comes back to an answer goes on writing at its end.
            editor.move_to(Motion::TextEnd, false);
            Self::Text(TextField { editor, single_line })
        };
        match &question.kind {
            Kind::Prose | Kind::List(_) => typed(false),
            Kind::Line | Kind::Number { .. } | Kind::Date(_) | Kind::Month(_) | Kind::Year(_) => typed(true),
            Kind::YesNo => {
                let language = &outline.questionnaire().settings.language;
                let option = |yes: bool| Choosable::new(yes.to_string(), language.yes_no(yes).to_owned());
                Self::Picker(Picker::one(vec![option(true), option(false)], given, false))
            }
            Kind::Choice { choices, other } => {
                Self::Picker(Picker::one(picker::options(choices), given, *other))
            }
            Kind::Choices { choices, other, .. } => {
                Self::Picker(Picker::several(picker::options(choices), given, *other))
            }
            Kind::Links { to, .. } => {
                let group = outline
                    .resolve(&item.place, Reference::Node(*to))
                    .and_then(|group| outline.find(&group));
                let instances = group.into_iter().flat_map(|group| outline.children(group));
                let option = |(id, item): (ItemId, &crate::outline::Item)| {
                    let instance = item.place.instance().map(ToString::to_string).unwrap_or_default();
                    Choosable::new(instance, outline.title(id))
                };
                Self::Picker(Picker::several(instances.map(option).collect(), given, false))
            }
        }
    }

    /// The answer as it stands in the widget, in its kind's own form where it can be read as one.
    pub fn value(&self, kind: &Kind) -> Value {
        match self {
            Self::Text(field) => meaning::from_typed(kind, &field.editor.text()),
            Self::Picker(picker) => picker.value(kind),
            Self::Another | Self::Nothing => Value::Text(String::new()),
        }
    }
}
