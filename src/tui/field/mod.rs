//! The widget that takes an answer, one per kind of question.

pub mod calendar;
mod clicks;
mod hint;
pub mod picker;

use super::command::Context;
use super::editor::{Editor, Motion};
use crate::answers::{InstanceId, Place, Value};
use crate::outline::{Form, ItemId, MASK, Outline, meaning};
use crate::questionnaire::{Kind, Reference};
pub use calendar::{Calendar, CalendarCell};
pub use clicks::Clicks;
pub use picker::{Choosable, Pick, Picker, PickerRow};

/// Characters of what was removed by which it is known again.
const GONE_WORDS: usize = 30;

/// The widget of the present stop.
#[derive(Debug)]
pub enum Field {
    /// Text is typed, on one line or on many.
    Text(TextField),
    /// Something is picked from a list.
    Picker(Picker),
    /// The stop after a repeated section's instances: another one?
    Another,
    /// The stop behind an instance that nothing is linked to yet: something that is?
    Missing,
    /// There is nothing to answer.
    Nothing,
}

/// An answer that is typed.
#[derive(Debug)]
pub struct TextField {
    /// The text.
    pub editor: Editor,
    /// What the text is.
    pub shape: Shape,
    /// Whether the mouse went down in it last, so that a drag selects, wherever it goes.
    pub holds_mouse: bool,
    /// How often it was clicked at one place.
    pub clicks: Clicks,
}

/// What an answer that is typed is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Paragraphs.
    Prose,
    /// Items, one a line.
    List,
    /// A line of text.
    Line,
    /// A number.
    Number,
    /// A day, a month or a year.
    Date,
}

impl Shape {
    /// Whether Enter ends the answer rather than a paragraph.
    pub fn is_single_line(self) -> bool {
        !matches!(self, Self::Prose | Self::List)
    }
}

impl Field {
    /// The widget of an item, holding its present answer.
    pub fn of(outline: &Outline, id: ItemId) -> Self {
        let Some(item) = outline.get(id) else {
            return Self::Nothing;
        };
        match item.form {
            Form::Group => return Self::Another,
            Form::Instance { .. } => return Self::Missing,
            _ => {}
        }
        let Some(question) = outline.node(item).question() else {
            return Self::Nothing;
        };
        let given = outline.answers().answer(&item.place).map(|answer| &answer.value);
        let given = given.or(item.default.as_ref());
        let typed = |shape: Shape| {
            let text = given.map(Value::to_typed).unwrap_or_default();
            let mut editor = if shape.is_single_line() {
                Editor::single_line(&text)
            } else {
                Editor::new(&text)
            };
            // Whoever comes back to an answer goes on writing at its end.
            editor.move_to(Motion::TextEnd, false);
            Self::Text(TextField {
                editor,
                shape,
                holds_mouse: false,
                clicks: Clicks::default(),
            })
        };
        match &question.kind {
            Kind::Prose => typed(Shape::Prose),
            Kind::List(_) => typed(Shape::List),
            Kind::Line => typed(Shape::Line),
            Kind::Number { .. } => typed(Shape::Number),
            Kind::Date(_) | Kind::Month(_) | Kind::Year(_) => typed(Shape::Date),
            Kind::YesNo => {
                let language = &outline.questionnaire().settings.language;
                let option = |yes: bool| Choosable::new(yes.to_string(), language.yes_no(yes).to_owned());
                let options = vec![option(true), option(false)];
                Self::Picker(Picker::new(options, Pick::YesNo, given, false))
            }
            Kind::Choice { choices, other } => {
                Self::Picker(Picker::new(picker::options(choices), Pick::One, given, *other))
            }
            Kind::Choices { choices, other, .. } => Self::Picker(Picker::new(
                picker::options(choices),
                Pick::Several,
                given,
                *other,
            )),
            Kind::Links { to, .. } => {
                let section = outline.resolve(&item.place, Reference::Node(*to));
                let group = section.as_ref().and_then(|group| outline.find(group));
                let instances = group.into_iter().flat_map(|group| outline.children(group));
                let option = |(id, item): (ItemId, &crate::outline::Item)| {
                    let instance = item.place.instance().map(ToString::to_string).unwrap_or_default();
                    Choosable::new(instance, outline.title(id))
                };
                let mut options: Vec<Choosable> = instances.map(option).collect();
                if let (Some(Value::Texts(linked)), Some(group)) = (given, &section) {
                    let is_live = |id: &String| options.iter().any(|option| option.value == *id);
                    let gone: Vec<&String> = linked.iter().filter(|id| !is_live(id)).collect();
                    options.extend(gone.into_iter().filter_map(|id| gone_link(outline, group, id)));
                }
                Self::Picker(Picker::new(options, Pick::Several, given, false))
            }
        }
    }

    /// The answer as it stands in the widget, in its kind's own form where it can be read as one.
    pub fn value(&self, kind: &Kind) -> Value {
        match self {
            Self::Text(field) => meaning::from_typed(kind, &field.editor.text()),
            Self::Picker(picker) => picker.value(kind),
            Self::Another | Self::Missing | Self::Nothing => Value::Text(String::new()),
        }
    }

    /// Where keys are looked up while the widget has them, the innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        match self {
            Self::Text(field) if field.shape == Shape::Date => {
                vec![Context::Date, Context::Line, Context::Text]
            }
            Self::Text(field) if field.shape.is_single_line() => vec![Context::Line, Context::Text],
            Self::Text(_) => vec![Context::Text],
            Self::Picker(picker) if picker.is_on_other() => vec![Context::Line, Context::Text],
            Self::Picker(_) => vec![Context::Picker],
            Self::Another | Self::Missing => vec![Context::Another],
            Self::Nothing => Vec::new(),
        }
    }

    /// The text that typing goes into.
    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        match self {
            Self::Text(field) => Some(&mut field.editor),
            Self::Picker(picker) if picker.is_on_other() => picker.other.as_mut(),
            Self::Picker(_) | Self::Another | Self::Missing | Self::Nothing => None,
        }
    }
}

/// What is known of an instance that is linked to and no longer there: how it began, by the record of its removal.
fn gone_link(outline: &Outline, group: &Place, id: &str) -> Option<Choosable> {
    let place = group.with_instance(&InstanceId::new(id)?);
    let mut records = outline.answers().removed().rev();
    let first = records
        .find(|record| record.what.place() == place)
        .and_then(|record| record.what.first_answer());
    let words = first.map(|(place, answer)| match outline.hides(&place) {
        true => MASK.to_owned(),
        false => answer.value.first_words(GONE_WORDS),
    });
    Some(Choosable::gone(id.to_owned(), words.unwrap_or_default()))
}
