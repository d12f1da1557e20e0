//! From drafts and what their names refer to, to the nodes of a questionnaire.

use super::super::NodeId;
use super::super::condition::Reference;
use super::super::kind::Kind;
use super::super::node::{Body, Node, Question, Repetition, Section};
use super::super::template::Template;
use super::draft::{
    BodyDraft, Draft, KindDraft, QuestionDraft, RepetitionDraft, SectionDraft, TemplateDraft,
};
use super::references::Resolved;
use std::collections::HashMap;

/// The finished node. `None` if something in it could not be read, which has been reported then.
pub(super) fn finish(draft: Draft<'_>, resolved: Resolved) -> Option<Node> {
    let Resolved {
        when,
        section,
        heading,
        text,
        ask,
        default,
        from,
    } = resolved;
    if draft.when.is_some() && when.is_none() {
        return None;
    }
    let body = match draft.body {
        BodyDraft::Section(draft) => Body::Section(finish_section(draft, section, from, heading)?),
        BodyDraft::Question(draft) => {
            Body::Question(Box::new(finish_question(*draft, section, from, ask, default)?))
        }
        BodyDraft::Text => Body::Text,
        BodyDraft::Broken => return None,
    };
    Some(Node {
        path: draft.path,
        name: draft.name,
        parent: draft.parent,
        children: draft.children,
        when,
        text: template(draft.text, text),
        label: draft.label,
        help: draft.help,
        align: draft.align,
        length: draft.length,
        was: draft.was,
        body,
    })
}

fn finish_section(
    draft: SectionDraft<'_>,
    paired_with: Option<NodeId>,
    from: Option<NodeId>,
    heading: HashMap<String, Reference>,
) -> Option<Section> {
    let repetition = match draft.repetition {
        RepetitionDraft::Once => Repetition::Once,
        RepetitionDraft::Repeat { min, max } => Repetition::Repeat { min, max },
        RepetitionDraft::ForEach(_) => Repetition::ForEach(paired_with?),
        RepetitionDraft::Broken => return None,
    };
    Some(Section {
        heading: template(draft.heading, heading),
        heading_style: draft.heading_style,
        layout: draft.layout,
        numbered: draft.numbered,
        repetition,
        from,
    })
}

fn finish_question(
    draft: QuestionDraft<'_>,
    links_to: Option<NodeId>,
    from: Option<NodeId>,
    ask: HashMap<String, Reference>,
    default: HashMap<String, Reference>,
) -> Option<Question> {
    let kind = match draft.kind? {
        KindDraft::Known(kind) => kind,
        KindDraft::Links { size, .. } => Kind::Links { to: links_to?, size },
    };
    Some(Question {
        ask: template(draft.ask, ask)?,
        kind,
        example: draft.example,
        placeholder: draft.placeholder,
        default: template(draft.default, default),
        required: draft.required,
        pattern: draft.pattern,
        sensitive: draft.sensitive,
        carry: draft.carry,
        from,
    })
}

fn template(draft: Option<TemplateDraft>, references: HashMap<String, Reference>) -> Option<Template> {
    draft.map(|draft| draft.parsed.resolve(references))
}
