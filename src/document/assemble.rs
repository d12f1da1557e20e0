//! From an outline to a document.

use super::{Block, Document, Failure, Layout, Role, Span, Style};
use crate::answers::Place;
use crate::outline::{Form, Item, ItemId, Meaning, Outline, Rendered};
use crate::questionnaire::{
    Align, Body, HeadingStyle, Kind, Layout as Order, Node, Question, Section, Settings, Template,
};

/// Assembles the text of an outline.
pub fn assemble(outline: &Outline) -> Document {
    let settings = &outline.questionnaire().settings;
    let mut assembly = Assembly {
        outline,
        settings,
        blocks: Vec::new(),
        failures: Vec::new(),
        printed: 0,
        open: false,
        align: None,
    };
    assembly.section(Outline::ROOT, Order::Paragraphs);
    let layout = Layout {
        language: settings.language.clone(),
        indent: settings.indent.clone(),
        paragraph_gap: settings.paragraph_gap,
    };
    Document {
        blocks: assembly.blocks,
        layout,
        failures: assembly.failures,
    }
}

struct Assembly<'a> {
    outline: &'a Outline,
    settings: &'a Settings,
    blocks: Vec<Block>,
    failures: Vec<Failure>,
    /// How many times something was printed, by which a caller sees whether a node prints at all.
    printed: usize,
    /// Whether what prints next runs on in the last block.
    open: bool,
    /// How the blocks of the node being printed stand.
    align: Option<Align>,
}

impl Assembly<'_> {
    /// Prints an item, given how the parts of the section around it follow one another.
    fn print(&mut self, id: ItemId, around: Order) {
        let Some(item) = self.outline.get(id) else { return };
        let node = self.outline.node(item);
        let align = self.align;
        if node.align.is_some() {
            self.align = node.align;
            self.open = false;
        }
        match (&node.body, item.form) {
            // The instances of a repeated section stand to one another as the parts around them do.
            (Body::Section(_), Form::Group) => self.in_order(id, around),
            (Body::Section(_), _) => self.section(id, around),
            (Body::Question(question), _) => self.question(id, item, node, question),
            (Body::Text, _) => self.template(id, item, node.text.as_ref()),
        }
        if node.align.is_some() {
            self.align = align;
            self.open = false;
        }
    }

    fn section(&mut self, id: ItemId, around: Order) {
        let outline = self.outline;
        let Some(item) = outline.get(id) else { return };
        let node = outline.node(item);
        let Some(section) = node.section() else { return };
        if let Some(heading) = &section.heading {
            self.heading(id, item, section, heading);
        }
        match &node.text {
            // A section with a text of its own prints that instead of its children.
            Some(_) => self.template(id, item, node.text.as_ref()),
            // Without a heading to part it from what is around it, it runs on with that.
            None if section.heading_style == HeadingStyle::None && around == Order::Paragraph => {
                self.in_order(id, around);
            }
            None => self.in_order(id, section.layout),
        }
    }

    fn in_order(&mut self, id: ItemId, order: Order) {
        let outline = self.outline;
        for (child, _) in outline.children(id) {
            let before = self.printed;
            self.print(child, order);
            // What has printed nothing leaves a run-in heading open for what comes next.
            if order == Order::Paragraphs && self.printed > before {
                self.open = false;
            }
        }
    }

    fn heading(&mut self, id: ItemId, item: &Item, section: &Section, heading: &Template) {
        let is_title = item.parent.is_none();
        let language = &self.settings.language;
        let role = if is_title {
            Role::Text
        } else {
            Role::Heading(item.level)
        };
        let mut spans = self.rendered(id, item, heading, role);
        // A heading is one line, whatever the answers that it names hold.
        for span in spans.iter_mut().filter(|span| span.text.contains('\n')) {
            span.text = span.text.replace('\n', language.joint());
        }
        trim_end(&mut spans);
        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
        let own = |text: &str, role| Span {
            text: text.to_owned(),
            role,
            place: item.place.clone(),
            cites: Vec::new(),
            is_veiled: false,
        };
        let number = item.number.as_ref().and_then(|number| number.written.clone());
        if let Some(number) = number {
            let joint = if number.ends_with(char::is_whitespace) {
                ""
            } else {
                language.joint()
            };
            spans.insert(0, own(&format!("{number}{joint}"), Role::Number));
        }
        match section.heading_style {
            _ if text.trim().is_empty() && section.heading_style != HeadingStyle::RunIn => {}
            HeadingStyle::None => {}
            HeadingStyle::Block => {
                let style = if is_title {
                    Style::Title
                } else {
                    Style::Heading(item.level)
                };
                self.push(Block {
                    style,
                    align: self.align,
                    spans,
                });
                self.open = false;
            }
            HeadingStyle::RunIn => {
                if text.trim().is_empty() && item.progress.answered == 0 {
                    return;
                }
                let ended = language.ended(&text);
                if let Some(stop) = ended.strip_prefix(text.as_str()).filter(|stop| !stop.is_empty()) {
                    spans.push(own(stop, Role::Joint));
                }
                self.push(Block {
                    style: Style::Paragraph,
                    align: self.align,
                    spans,
                });
                self.open = true;
            }
        }
    }

    fn question(&mut self, id: ItemId, item: &Item, node: &Node, question: &Question) {
        let Some(meaning) = self.outline.meaning(item) else {
            return;
        };
        let is_veiled = self.outline.hides(&item.place);
        match (&node.text, &meaning, &question.kind) {
            (Some(_), ..) => self.template(id, item, node.text.as_ref()),
            (None, Meaning::Texts(texts), Kind::List(_)) if !self.open => {
                for text in texts {
                    self.open = false;
                    self.emit(vec![span(text, &item.place, is_veiled)], Style::ListItem);
                }
            }
            (None, meaning, kind) => {
                let text = meaning.print(kind, &self.settings.language);
                self.emit(vec![span(&text, &item.place, is_veiled)], Style::Paragraph);
            }
        }
    }

    fn template(&mut self, id: ItemId, item: &Item, template: Option<&Template>) {
        let Some(template) = template else { return };
        let spans = self.rendered(id, item, template, Role::Text);
        self.emit(spans, Style::Paragraph);
    }

    fn rendered(&mut self, id: ItemId, item: &Item, template: &Template, role: Role) -> Vec<Span> {
        let to_span = |piece: Rendered| Span {
            text: piece.text,
            role,
            place: item.place.clone(),
            cites: piece
                .cites
                .into_iter()
                .filter(|cite| *cite != item.place)
                .collect(),
            is_veiled: piece.is_veiled,
        };
        match self.outline.render(id, template) {
            Ok(pieces) => pieces.into_iter().map(to_span).collect(),
            Err(error) => {
                self.failures.push(Failure {
                    place: item.place.clone(),
                    reason: error.to_string(),
                });
                Vec::new()
            }
        }
    }

    /// Prints spans: on in the open block, or as a new one. A line break in them ends a paragraph; paragraphs that
    /// hold nothing but white space are left out.
    fn emit(&mut self, spans: Vec<Span>, style: Style) {
        let mut open = self.open;
        for spans in paragraphs(spans) {
            if spans.iter().all(|span| span.text.trim().is_empty()) {
                continue;
            }
            match self.blocks.last_mut().filter(|_| open) {
                Some(block) => {
                    let joint = self.settings.language.joint();
                    let touches = block
                        .spans
                        .last()
                        .is_none_or(|last| last.text.ends_with(char::is_whitespace));
                    if !joint.is_empty() && !touches {
                        let place = spans.first().map_or_else(Place::root, |span| span.place.clone());
                        block.spans.push(Span {
                            text: joint.to_owned(),
                            role: Role::Joint,
                            place,
                            cites: Vec::new(),
                            is_veiled: false,
                        });
                    }
                    block.spans.extend(spans);
                }
                None => self.push(Block {
                    style,
                    align: self.align,
                    spans,
                }),
            }
            self.printed += 1;
            self.open = true;
            // A further paragraph of the same answer never runs on.
            open = false;
        }
    }

    fn push(&mut self, block: Block) {
        self.blocks.push(block);
        self.printed += 1;
    }
}

/// Takes the blanks from the end of a heading, where a full stop or a line's end belongs.
fn trim_end(spans: &mut Vec<Span>) {
    while let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            return;
        }
        spans.pop();
    }
}

fn span(text: &str, place: &Place, is_veiled: bool) -> Span {
    Span {
        text: text.to_owned(),
        role: Role::Text,
        place: place.clone(),
        cites: Vec::new(),
        is_veiled,
    }
}

/// Spans split at line breaks.
fn paragraphs(spans: Vec<Span>) -> Vec<Vec<Span>> {
    let mut paragraphs = vec![Vec::new()];
    for span in spans {
        for (index, line) in span.text.split('\n').enumerate() {
            if index > 0 {
                paragraphs.push(Vec::new());
            }
            if let Some(last) = paragraphs.last_mut().filter(|_| !line.is_empty()) {
                // Not all of the span cloned: its text may have a million lines.
                last.push(Span {
                    text: line.to_owned(),
                    role: span.role,
                    place: span.place.clone(),
                    cites: span.cites.clone(),
                    is_veiled: span.is_veiled,
                });
            }
        }
    }
    paragraphs
}
