//! Questionnaire and answers evaluated together: which instances exist, which questions are live, what is numbered
//! how, how far the writer is, and what is wrong with an answer.
//!
//! [`outline`] is one pure function; every interface of the program uses it, so no rule can hold in one and not in
//! another.

use crate::answers::{Answers, Place, Value};
use crate::questionnaire::{Node, NodeId, Question, Questionnaire, Reference, Template};
use std::collections::HashMap;
use std::sync::Arc;

mod condition;
mod context;
mod evaluate;
pub mod fault;
mod fault_message;
pub mod item;
pub mod meaning;
mod title;
mod veil;

pub use fault::Fault;
pub use item::{Form, Item, ItemId, Number, Progress, Standing};
pub use meaning::Meaning;
pub use veil::{MASK, Veil};

/// A questionnaire with answers, evaluated. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Outline(Arc<Evaluation>, Veil);

#[derive(Debug)]
struct Evaluation {
    questionnaire: Arc<Questionnaire>,
    answers: Arc<Answers>,
    items: Vec<Item>,
    by_place: HashMap<Place, ItemId>,
}

/// Evaluates answers against a questionnaire.
pub fn outline(questionnaire: &Arc<Questionnaire>, answers: &Arc<Answers>) -> Outline {
    let evaluation = evaluate::evaluate(questionnaire.clone(), answers.clone());
    Outline(Arc::new(evaluation), Veil::Lifted)
}

/// A piece of a rendered template, with the places that it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The text.
    pub text: String,
    /// The questions and sections that the expression names; empty for the questionnaire's own words.
    pub cites: Vec<Place>,
    /// Whether it says something that the outline's veil hides.
    pub is_veiled: bool,
}

impl Outline {
    /// The same, whose short names and questions say nothing of answers to sensitive questions where a veil is drawn.
    pub fn under(self, veil: Veil) -> Self {
        Self(self.0, veil)
    }

    /// The same, with a question counted in the progress, its own and that of all around it, as it was before: what is
    /// being typed neither adds to what is done nor takes from it. Only for an outline that nobody else holds yet.
    pub fn counting(mut self, place: &Place, before: Progress) -> Self {
        if let Some(evaluation) = Arc::get_mut(&mut self.0) {
            evaluation.count(place, before);
        }
        self
    }

    /// Whether it says something of answers to sensitive questions.
    pub fn veil(&self) -> &Veil {
        &self.1
    }

    /// Whether the answer at a place is not to be shown: it is sensitive, or a default made of one that is stands there.
    pub fn hides(&self, place: &Place) -> bool {
        let Veil::Drawn(sensitive) = &self.1 else {
            return false;
        };
        sensitive.holds(place) || (!sensitive.is_empty() && self.defaults_to_hidden(place))
    }

    fn defaults_to_hidden(&self, place: &Place) -> bool {
        let Some((id, item)) = self.find(place).and_then(|id| Some((id, self.get(id)?))) else {
            return false;
        };
        let given = self
            .0
            .answers
            .answer(place)
            .filter(|given| !given.value.is_blank());
        let default = self
            .node(item)
            .question()
            .and_then(|question| question.default.as_ref());
        let (None, Some(_), Some(default)) = (given, &item.default, default) else {
            return false;
        };
        let told = self.1.told(&self.0, id, default).unwrap_or_default();
        told.iter().any(|(_, tells)| *tells)
    }

    /// The root's item.
    pub const ROOT: ItemId = ItemId::ROOT;

    /// The questionnaire that was evaluated.
    pub fn questionnaire(&self) -> &Arc<Questionnaire> {
        &self.0.questionnaire
    }

    /// The answers that were evaluated.
    pub fn answers(&self) -> &Arc<Answers> {
        &self.0.answers
    }

    /// The item of an id. Ids are only made for items of this outline; one of another outline may be `None`.
    pub fn get(&self, id: ItemId) -> Option<&Item> {
        self.0.items.get(id.index())
    }

    /// All live items in the order of the document; the root comes first.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = (ItemId, &Item)> + ExactSizeIterator {
        self.0
            .items
            .iter()
            .enumerate()
            .map(|(index, item)| (ItemId::new(index), item))
    }

    /// The live item at a place.
    pub fn find(&self, place: &Place) -> Option<ItemId> {
        self.0.by_place.get(place).copied()
    }

    /// The items directly below one.
    pub fn children(&self, id: ItemId) -> impl Iterator<Item = (ItemId, &Item)> {
        let end = self.get(id).map_or(0, |item| item.end.index());
        let mut next = id.index() + 1;
        std::iter::from_fn(move || {
            let id = (next < end).then(|| ItemId::new(next))?;
            let item = self.get(id)?;
            next = item.end.index();
            Some((id, item))
        })
    }

    /// The live questions in the order of the document.
    pub fn questions(&self) -> impl DoubleEndedIterator<Item = (ItemId, &Item, &Question)> {
        self.items()
            .filter_map(|(id, item)| Some((id, item, self.node(item).question()?)))
    }

    /// The node of an item.
    pub fn node(&self, item: &Item) -> &Node {
        self.0.questionnaire.node(item.node)
    }

    /// What stands as the answer to a live question: what was given, or else the default.
    pub fn value<'a>(&'a self, item: &'a Item) -> Option<&'a Value> {
        self.0.value(item)
    }

    /// What the answer to a live question means to it; `None` where there is none or it is not of the question's kind.
    pub fn meaning(&self, item: &Item) -> Option<Meaning> {
        self.0.meaning(item)
    }

    /// Everything that would be wrong with a value as the answer to a live question. Nothing is wrong with none.
    pub fn faults(&self, item: &Item, value: &Value) -> Vec<Fault> {
        match self.node(item).question() {
            Some(question) if !value.is_blank() => fault::faults(&self.0, item, question, value),
            _ => Vec::new(),
        }
    }

    /// A template of an item's node, rendered at that item, whole whatever the veil.
    ///
    /// # Errors
    /// minijinja's: a filter that meets a value it cannot take, or a limit reached.
    pub fn render(&self, id: ItemId, template: &Template) -> Result<Vec<Rendered>, minijinja::Error> {
        let pieces = self.1.told(&self.0, id, template)?;
        let resolve = |(piece, is_veiled): veil::Told| Rendered {
            text: piece.text,
            is_veiled,
            cites: piece
                .cites
                .iter()
                .filter_map(|cite| self.0.cited_place(id, *cite))
                .collect(),
        };
        Ok(pieces.into_iter().map(resolve).collect())
    }

    /// A template's text at an item, as far as it may be shown. A template that fails gives its source.
    pub fn text(&self, id: ItemId, template: &Template) -> String {
        self.1.text(&self.0, id, template)
    }

    /// The question of an item as the writer reads it; empty for an item that does not ask.
    pub fn ask(&self, id: ItemId) -> String {
        let question = self.get(id).and_then(|item| self.node(item).question());
        question
            .map(|question| self.text(id, &question.ask))
            .unwrap_or_default()
    }

    /// The short name of an item: its label, its heading, or what it asks.
    pub fn title(&self, id: ItemId) -> String {
        title::title(&self.0, id, &self.1)
    }

    /// The short name of what stands at a place, if anything does.
    pub fn title_at(&self, place: &Place) -> Option<String> {
        self.find(place).map(|id| self.title(id))
    }

    /// The nearest item around a place, the item itself included. There is always one: the root.
    pub fn nearest(&self, place: &Place) -> ItemId {
        let mut at = Some(place.clone());
        while let Some(place) = at {
            if let Some(id) = self.find(&place) {
                return id;
            }
            at = place.parent();
        }
        Self::ROOT
    }

    /// What a place is called, from the outside in: the section around it and its own short name. Of what is not part of
    /// the document, what the nearest thing around it is called, and then the label or the name of each step from there;
    /// ids of instances say nothing to anybody. Empty for the root.
    pub fn names(&self, place: &Place) -> Vec<String> {
        title::names(self, place)
    }

    /// What a reference made at a place points to.
    pub fn resolve(&self, place: &Place, reference: Reference) -> Option<Place> {
        self.0.place_of(place, reference)
    }

    /// Answers whose question is not live: hidden by a condition, or inside a section that is. Kept, not printed.
    pub fn parked(&self) -> Vec<Place> {
        self.off_outline(true)
    }

    /// Answers whose question does not exist in this questionnaire. Kept, not printed.
    pub fn orphaned(&self) -> Vec<Place> {
        self.off_outline(false)
    }

    fn off_outline(&self, in_questionnaire: bool) -> Vec<Place> {
        let known = |place: &Place| {
            let node = place.path().and_then(|path| self.0.questionnaire.find(&path));
            node.is_some_and(|node| self.0.questionnaire.node(node).question().is_some())
        };
        let mut places = Vec::new();
        self.0.answers.visit(|place, _| {
            if !self.0.by_place.contains_key(&place) && known(&place) == in_questionnaire {
                places.push(place);
            }
        });
        places
    }
}

impl Evaluation {
    fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.get(id.index())
    }

    fn count(&mut self, place: &Place, before: Progress) {
        let mut at = self.by_place.get(place).copied();
        let now = at.and_then(|id| self.item(id)).map(|item| item.progress);
        let now = now.unwrap_or_default();
        while let Some(item) = at.and_then(|id| self.items.get_mut(id.index())) {
            item.progress.exchange(now, before);
            at = item.parent;
        }
    }

    fn node(&self, id: NodeId) -> &Node {
        self.questionnaire.node(id)
    }

    fn value<'a>(&'a self, item: &'a Item) -> Option<&'a Value> {
        let given = self.answers.answer(&item.place).map(|answer| &answer.value);
        given.filter(|value| !value.is_blank()).or(item.default.as_ref())
    }

    fn meaning(&self, item: &Item) -> Option<Meaning> {
        let question = self.node(item.node).question()?;
        meaning::read(&question.kind, self.value(item)?).ok()
    }
}

/// The answers with what a new or changed session lacks: live repeated sections get as many empty instances as they
/// must have. `None` where nothing is missing. Instances can hold further repeated sections, so the caller evaluates
/// again until nothing is missing; each round is one level deeper.
pub fn with_least_instances(outline: &Outline) -> Option<Answers> {
    evaluate::with_least_instances(&outline.0)
}
