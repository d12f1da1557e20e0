//! Answers to sensitive questions are not shown before the writer asks for it.

use super::Evaluation;
use crate::questionnaire::template::Piece;
use crate::questionnaire::{NodeId, Reference};

/// What stands where an answer is not shown. It says nothing, not even how long the answer is.
pub const MASK: &str = "****";

/// Whether answers to sensitive questions are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Veil {
    /// They are shown.
    #[default]
    Lifted,
    /// They are not.
    Drawn,
}

impl Veil {
    /// The text of a piece of a template of a node, or what stands for it.
    pub(super) fn shown(self, evaluation: &Evaluation, node: NodeId, piece: Piece) -> String {
        let is_sensitive = |cite: &Reference| {
            let cited = match cite {
                Reference::Node(cited) | Reference::Each(cited) => *cited,
                Reference::Answer => node,
            };
            let question = evaluation.node(cited).question();
            question.is_some_and(|question| question.sensitive)
        };
        let hides = self == Self::Drawn && !piece.text.is_empty() && piece.cites.iter().any(is_sensitive);
        match hides {
            true => MASK.to_owned(),
            false => piece.text,
        }
    }
}
