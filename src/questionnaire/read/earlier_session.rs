//! What comes `from` an earlier session: repeated sections that get its instances, questions that begin with its
//! answers.

use super::super::NodeId;
use super::super::condition::Reference;
use super::super::diagnostic::Mistakes;
use super::super::mistake::Mistake;
use super::draft::{BodyDraft, Draft};
use super::tree::{Tree, Unresolved, Viewpoint, is_repeated_section};
use toml::Spanned;

/// What each node's `from` names, in the order of the nodes.
pub(super) fn resolve(
    tree: &Tree<'_, '_>,
    drafts: &[Draft<'_>],
    mistakes: &mut Mistakes,
) -> Vec<Option<NodeId>> {
    let mut sources: Vec<Option<NodeId>> = Vec::with_capacity(drafts.len());
    for (id, draft) in (0..drafts.len()).map(NodeId::new).zip(drafts) {
        let from = match &draft.body {
            BodyDraft::Section(section) => section.from.as_ref(),
            BodyDraft::Question(question) => question.from.as_ref(),
            BodyDraft::Text | BodyDraft::Broken => None,
        };
        let source = from.and_then(|name| {
            let from = viewpoint(tree, &sources, id);
            match find(tree, id, draft, from, name) {
                Ok(source) => Some(source),
                Err(Unresolved::Mistake(Mistake::InsideRepeat {
                    name: inside,
                    section,
                    ..
                })) => {
                    let mistake = Mistake::FromInsideRepeat {
                        name: inside,
                        section,
                    };
                    mistakes.report(name.span(), mistake);
                    None
                }
                Err(Unresolved::Mistake(mistake)) => {
                    mistakes.report(name.span(), mistake);
                    None
                }
                Err(Unresolved::Reported) => None,
            }
        });
        sources.push(source);
    }
    sources
}

/// From where a node's `from` is looked up: inside of what the section around it comes from, if that comes from
/// somewhere.
fn viewpoint(tree: &Tree<'_, '_>, sources: &[Option<NodeId>], node: NodeId) -> Viewpoint {
    let mut around = tree.draft(node).and_then(|draft| draft.parent);
    while let Some(section) = around {
        if let Some(source) = sources.get(section.index()).copied().flatten() {
            return Viewpoint {
                node: source,
                within: true,
            };
        }
        around = tree.draft(section).and_then(|draft| draft.parent);
    }
    Viewpoint { node, within: false }
}

fn find(
    tree: &Tree<'_, '_>,
    node: NodeId,
    draft: &Draft<'_>,
    from: Viewpoint,
    name: &Spanned<&str>,
) -> Result<NodeId, Unresolved> {
    let name = *name.get_ref();
    let owned = || name.to_owned();
    let Reference::Node(source) = tree.resolve(from, name)? else {
        return Err(Mistake::NoAnswer { name: owned() }.into());
    };
    let target = tree.draft(source).ok_or(Unresolved::Reported)?;
    if target.is_broken() {
        return Err(Unresolved::Reported);
    }
    let sound = match &draft.body {
        BodyDraft::Section(_) => is_repeated_section(target),
        // A part of an answer, such as the year of a date, is for templates.
        _ => matches!(target.body, BodyDraft::Question(_)) && name.rsplit('.').next() == Some(target.id),
    };
    if !sound {
        let mistake = match &draft.body {
            BodyDraft::Section(_) => Mistake::NotRepeated { name: owned() },
            _ => Mistake::NoAnswer { name: owned() },
        };
        return Err(mistake.into());
    }
    if tree.holds(source, node) || tree.holds(node, source) {
        return Err(Mistake::FromItself { name: owned() }.into());
    }
    Ok(source)
}
