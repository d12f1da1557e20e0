//! What is different in a newer questionnaire, as far as it matters to answers.

use super::Fit;
use crate::answers::Place;
use crate::messages::Locale;
use crate::questionnaire::NodePath;

/// A difference between a questionnaire and a newer one.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A question that was not asked before.
    New {
        /// The question.
        path: NodePath,
    },
    /// A question that is no longer asked.
    Removed {
        /// The question.
        path: NodePath,
        /// Its answers, which are orphaned.
        answers: Vec<Place>,
    },
    /// A node that has another path.
    Renamed {
        /// The path that it had.
        from: NodePath,
        /// The path that it has.
        to: NodePath,
    },
    /// A question that is asked in other words.
    Reworded {
        /// The question.
        path: NodePath,
    },
    /// A question that takes another kind of answer.
    KindChanged {
        /// The question.
        path: NodePath,
        /// The kind that it had.
        from: &'static str,
        /// The kind that it has.
        to: &'static str,
        /// Its answers, by the places that they had, and how they fit; `None` for those that mean nothing to the new
        /// kind and are orphaned.
        answers: Vec<(Place, Option<Fit>)>,
    },
    /// Something that can no longer be chosen.
    ChoiceGone {
        /// The question.
        path: NodePath,
        /// The label of what could be chosen.
        choice: String,
        /// The answers in which it was chosen, by the places that they have.
        answers: Vec<Place>,
        /// Whether it is nobody's business who chose it.
        is_sensitive: bool,
    },
    /// A node that has become several.
    Split {
        /// The node.
        from: NodePath,
        /// What it has become.
        into: Vec<NodePath>,
    },
    /// Several nodes that have become one.
    Merged {
        /// The nodes.
        from: Vec<NodePath>,
        /// What they have become.
        into: NodePath,
    },
    /// A section that was there once and is repeated now.
    BecameRepeated {
        /// The section.
        path: NodePath,
    },
    /// A section that was repeated and is there once now.
    BecameSingle {
        /// The section.
        path: NodePath,
        /// How many instances it has at most in one place; all but the first are orphaned.
        instances: usize,
    },
    /// A repeated section whose instances belong to other ones than before, or no longer, or only now.
    PairedOtherwise {
        /// The section.
        path: NodePath,
    },
    /// A question that links to another section than before; its answers are to be mended.
    LinksElsewhere {
        /// The question.
        path: NodePath,
    },
    /// An answer that had been orphaned and has a question again.
    Found {
        /// Where it was kept.
        from: Place,
        /// Where it is now.
        to: Place,
    },
}

/// What places are called.
pub struct Names<'a> {
    /// In the questionnaire from before.
    pub before: &'a dyn Fn(&Place) -> String,
    /// In the newer one.
    pub after: &'a dyn Fn(&Place) -> String,
}

impl Change {
    /// What is different, in one line without a full stop; nodes are called by their paths.
    pub fn message(&self, locale: Locale) -> String {
        let path = |place: &Place| place.to_string();
        let names = Names {
            before: &path,
            after: &path,
        };
        self.message_with(locale, &names)
    }

    /// The same, with nodes called as somebody else calls them.
    pub fn message_with(&self, locale: Locale, names: &Names<'_>) -> String {
        let before = |path: &NodePath| (names.before)(&place(path));
        let after = |path: &NodePath| (names.after)(&place(path));
        let joined = |names: Vec<String>| names.join(locale.enumeration_joint());
        match self {
            Self::New { path } => locale.change_new(after(path)),
            Self::Removed { path, answers } => locale.change_removed(before(path), answers.len()),
            Self::Renamed { from, to } => locale.change_renamed(before(from), after(to)),
            Self::Reworded { path } => locale.change_reworded(after(path)),
            Self::KindChanged {
                path,
                from,
                to,
                answers,
            } => {
                let count = |wanted| answers.iter().filter(|(_, fit)| *fit == wanted).count();
                let fits: String = [
                    (
                        count(Some(Fit::Reads)),
                        Locale::change_kind_reads as fn(Locale, usize) -> String,
                    ),
                    (count(Some(Fit::Converted)), Locale::change_kind_converted),
                    (count(Some(Fit::Unreadable)), Locale::change_kind_unreadable),
                    (count(None), Locale::change_kind_aside),
                ]
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, words)| words(locale, count))
                .collect();
                locale.change_kind(after(path), from, to, fits)
            }
            Self::ChoiceGone {
                path,
                choice,
                is_sensitive: true,
                ..
            } => locale.change_sensitive_choice_gone(after(path), choice),
            Self::ChoiceGone {
                path,
                choice,
                answers,
                ..
            } => locale.change_choice_gone(after(path), choice, answers.len()),
            Self::Split { from, into } => {
                locale.change_split(before(from), joined(into.iter().map(after).collect()))
            }
            Self::Merged { from, into } => {
                locale.change_merged(joined(from.iter().map(before).collect()), after(into))
            }
            Self::BecameRepeated { path } => locale.change_became_repeated(after(path)),
            Self::BecameSingle { path, instances } => locale.change_became_single(after(path), instances),
            Self::PairedOtherwise { path } => locale.change_paired_otherwise(after(path)),
            Self::LinksElsewhere { path } => locale.change_links_elsewhere(after(path)),
            Self::Found { from, to } => locale.change_found((names.before)(from), (names.after)(to)),
        }
    }
}

/// A node wherever it is: not in any instance of what is around it.
fn place(path: &NodePath) -> Place {
    let names = path.as_str().split('.');
    names.fold(Place::root(), |around, name| around.child(name))
}
