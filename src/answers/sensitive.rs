//! Answers without those that are nobody's business.

use super::sift::Sieve;
use super::{Answer, Answers, Place, Removal, Removed};
use crate::questionnaire::{NodeId, NodePath, Questionnaire};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// Which answers are nobody's business: those to questions that are sensitive in the questionnaire of a session, or were
/// in one that it had before. What was told under the promise stays under it, whatever the question is called by now and
/// whether or not it is still asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sensitive {
    /// The paths that sensitive questions have or had.
    paths: BTreeSet<NodePath>,
    /// The paths of the present questions.
    asked: HashSet<NodePath>,
}

impl Sensitive {
    /// `earlier` are questionnaires that the session had before; the present one may be among them.
    pub fn of(questionnaire: &Questionnaire, earlier: &[Arc<Questionnaire>]) -> Self {
        let editions: Vec<&Questionnaire> = earlier
            .iter()
            .map(|earlier| &**earlier)
            .chain([questionnaire])
            .collect();
        if !editions.iter().any(|edition| edition.has_sensitive()) {
            return Self::default();
        }
        let is_question = |node: NodeId| questionnaire.node(node).question().is_some();
        let asked = questionnaire.nodes().filter(|(id, _)| is_question(*id));
        Self {
            asked: asked.map(|(_, node)| node.path.clone()).collect(),
            paths: sensitive_paths(&editions),
        }
    }

    /// Whether no question is sensitive.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// Whether the question of a path is, or was.
    pub fn has(&self, path: &NodePath) -> bool {
        self.paths.contains(path)
    }

    /// Whether an answer at a place is one to such a question.
    pub fn holds(&self, place: &Place) -> bool {
        let Some(path) = place.path().filter(|_| !self.is_empty()) else {
            return false;
        };
        let was_moved_aside = || {
            let former = place.former_path().filter(|_| !self.asked.contains(&path));
            former.is_some_and(|former| self.has(&former))
        };
        self.has(&path) || was_moved_aside()
    }

    /// The places of the answers in the tree that are to such questions.
    pub fn places(&self, answers: &Answers) -> Vec<Place> {
        let mut places = Vec::new();
        answers.visit(|place, _| {
            if self.holds(&place) {
                places.push(place);
            }
        });
        places
    }

    /// Answers without those to such questions, neither in the tree nor among what was removed.
    pub fn left_out_of(&self, answers: &Answers) -> Answers {
        let mut sieve = Others(self);
        let removed: Vec<Removed> = answers
            .removed()
            .filter_map(|record| sieve.record(record))
            .collect();
        Answers::of(answers.root().sifted(&Place::root(), &mut sieve), removed)
    }
}

/// The paths of the questions that are sensitive in one of several questionnaires, and those that the same questions
/// have in the others, as far as the authors say so (`was`).
fn sensitive_paths(editions: &[&Questionnaire]) -> BTreeSet<NodePath> {
    // From the path that a question has to those that it had, in all questionnaires, and the other way round.
    let (mut before, mut after) = (Ways::new(), Ways::new());
    let mut marked = Vec::new();
    for edition in editions {
        for (id, node) in edition.nodes() {
            let Some(question) = node.question() else { continue };
            if question.sensitive {
                marked.push(node.path.clone());
            }
            for former in former_paths(edition, id) {
                after.entry(former.clone()).or_default().push(node.path.clone());
                before.entry(node.path.clone()).or_default().push(former);
            }
        }
    }
    // What became of an answer is as sensitive as it was; and so was what has become sensitive since.
    let mut paths = reached(&marked, &before);
    paths.extend(reached(&marked, &after));
    paths
}

/// The paths that questions of some paths had, or have had since.
type Ways = HashMap<NodePath, Vec<NodePath>>;

/// All paths that ways lead to, those that they start from included.
fn reached(from: &[NodePath], ways: &Ways) -> BTreeSet<NodePath> {
    let mut reached = BTreeSet::new();
    let mut waiting = from.to_vec();
    while let Some(path) = waiting.pop() {
        let further = ways.get(&path);
        if reached.insert(path) {
            waiting.extend(further.into_iter().flatten().cloned());
        }
    }
    reached
}

/// The most former paths of a node that are followed: more than any author has names for, and few enough for a file that
/// was made to be slow.
const MOST_FORMER: usize = 64;

/// The paths that a node had, by what it and the sections around it are said to have been.
fn former_paths(questionnaire: &Questionnaire, id: NodeId) -> Vec<NodePath> {
    let node = questionnaire.node(id);
    let around = node.parent.map(|parent| former_paths(questionnaire, parent));
    let moved = around
        .into_iter()
        .flatten()
        .filter_map(|around| Some(around.child(node.name.as_ref()?)));
    let former = node.was.iter().cloned().chain(moved);
    former.take(MOST_FORMER).collect()
}

/// Lets through what is not sensitive.
struct Others<'a>(&'a Sensitive);

impl Others<'_> {
    fn record(&mut self, record: &Removed) -> Option<Removed> {
        let what = match &record.what {
            Removal::Answer { place, .. } if self.0.holds(place) => return None,
            Removal::Answer { .. } => record.what.clone(),
            Removal::Instance {
                section,
                id,
                position,
                group,
            } => Removal::Instance {
                section: section.clone(),
                id: id.clone(),
                position: *position,
                group: Arc::new(group.sifted(&record.what.place(), self)),
            },
        };
        Some(Removed { what, at: record.at })
    }
}

impl Sieve for Others<'_> {
    fn answer(&mut self, place: &Place, answer: &Answer) -> Option<Answer> {
        (!self.0.holds(place)).then(|| answer.clone())
    }

    fn keeps_empty(&mut self, _instance: &Place) -> bool {
        true
    }
}
