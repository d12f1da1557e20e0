//! Answers to sensitive questions are not shown before the writer asks for it.

use super::{Evaluation, ItemId};
use crate::answers::sensitive::Sensitive;
use crate::questionnaire::template::Piece;
use crate::questionnaire::{Body, Kind, Reference, Template};
use std::sync::Arc;

/// What stands where an answer is not shown. It says nothing, not even how long the answer is.
pub const MASK: &str = "****";

/// Whether answers to sensitive questions are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Veil {
    /// They are shown.
    #[default]
    Lifted,
    /// These are not.
    Drawn(Arc<Sensitive>),
}

/// A piece of a rendered template, and whether it says something that a veil hides.
pub(super) type Told = (Piece, bool);

impl Veil {
    /// Renders a template at an item, and tells which pieces would be otherwise if what is hidden were not answered. An
    /// answer can get into a text in many ways – named, in a loop, by the title of a link, as what decides between two
    /// wordings – and all of them show in that.
    ///
    /// # Errors
    /// minijinja's
    pub(super) fn told(
        &self,
        evaluation: &Evaluation,
        id: ItemId,
        template: &Template,
    ) -> Result<Vec<Told>, minijinja::Error> {
        let pieces = evaluation.render(id, template, None)?;
        let sensitive = match self {
            Self::Drawn(sensitive) if may_tell(evaluation, id, template, sensitive) => sensitive,
            _ => return Ok(pieces.into_iter().map(|piece| (piece, false)).collect()),
        };
        let without = evaluation.render(id, template, Some(sensitive));
        let differs = match without {
            Ok(without) => differing(&pieces, &without),
            // Nobody can tell what is said without them.
            Err(_) => vec![true; pieces.len()],
        };
        let told = pieces.into_iter().zip(differs).map(|(piece, differs)| {
            let names = |cite: &Reference| is_sensitive(evaluation, id, *cite, sensitive);
            let tells = !piece.text.is_empty() && (differs || piece.cites.iter().any(names));
            (piece, tells)
        });
        Ok(told.collect())
    }

    /// A template's text at an item, with a mask where it says something that is hidden. A template that fails gives its
    /// source, so that nothing is lost.
    pub(super) fn text(&self, evaluation: &Evaluation, id: ItemId, template: &Template) -> String {
        let Ok(pieces) = self.told(evaluation, id, template) else {
            return template.source().to_owned();
        };
        let mut text = String::new();
        let mut was_masked = false;
        for (piece, tells) in pieces.into_iter().filter(|(piece, _)| !piece.text.is_empty()) {
            match tells {
                // How many pieces there are would say something, too.
                true if was_masked => {}
                true => text.push_str(MASK),
                false => text.push_str(&piece.text),
            }
            was_masked = tells;
        }
        text
    }
}

/// Whether a template could say something of a sensitive answer.
fn may_tell(evaluation: &Evaluation, id: ItemId, template: &Template, sensitive: &Sensitive) -> bool {
    let holds_answers = |reference: Reference| match node_of(evaluation, id, reference).map(|node| &node.body)
    {
        Some(Body::Section(_)) => true,
        Some(Body::Question(question)) => matches!(question.kind, Kind::Links { .. }),
        Some(Body::Text) | None => false,
    };
    !sensitive.is_empty()
        && template.references().any(|(_, reference)| {
            is_sensitive(evaluation, id, reference, sensitive) || holds_answers(reference)
        })
}

/// Whether a reference made at an item leads to a sensitive question.
fn is_sensitive(evaluation: &Evaluation, id: ItemId, reference: Reference, sensitive: &Sensitive) -> bool {
    node_of(evaluation, id, reference).is_some_and(|node| sensitive.has(&node.path))
}

fn node_of(evaluation: &Evaluation, id: ItemId, reference: Reference) -> Option<&crate::questionnaire::Node> {
    let node = match reference {
        Reference::Node(node) | Reference::Each(node) => node,
        Reference::Answer => evaluation.item(id)?.node,
    };
    Some(evaluation.node(node))
}

/// Which pieces are not the same in another rendering: one by one where there are as many, else all between what is the
/// same at the beginning and at the end.
fn differing(pieces: &[Piece], others: &[Piece]) -> Vec<bool> {
    let is_same = |(piece, other): &(&Piece, &Piece)| piece.text == other.text;
    if pieces.len() == others.len() {
        return pieces.iter().zip(others).map(|pair| !is_same(&pair)).collect();
    }
    let start = pieces.iter().zip(others).take_while(is_same).count();
    let rest = pieces.len().min(others.len()).saturating_sub(start);
    let ends = pieces.iter().rev().zip(others.iter().rev());
    let end = ends.take_while(is_same).count().min(rest);
    let middle = start..pieces.len().saturating_sub(end);
    (0..pieces.len()).map(|index| middle.contains(&index)).collect()
}
