//! Sections.

use super::super::mistake::{Expected, Mistake};
use super::super::node::{HeadingStyle, Layout};
use super::super::vocabulary;
use super::attributes::{self, Attributes};
use super::draft::{RepetitionDraft, SectionDraft};
use super::nodes::NodeReader;

impl<'a> NodeReader<'a> {
    pub(super) fn section(&mut self, attributes: Attributes<'a>, is_root: bool) -> SectionDraft<'a> {
        let heading = self.template(attributes, "heading");
        let has_heading = attributes.has("heading");
        self.needs(attributes, "heading_style", "heading");
        self.needs(attributes, "number", "heading");
        self.needs(attributes, "from", "repeat");
        let heading_style = attributes.word(
            "heading_style",
            vocabulary::HEADING_STYLES,
            &[HeadingStyle::Block, HeadingStyle::RunIn, HeadingStyle::None],
            &mut self.mistakes,
        );
        let layout = attributes.word(
            "layout",
            vocabulary::LAYOUTS,
            &[Layout::Paragraphs, Layout::Paragraph],
            &mut self.mistakes,
        );
        let numbered = attributes.boolean("number", &mut self.mistakes);
        let usual_style = if has_heading {
            HeadingStyle::Block
        } else {
            HeadingStyle::None
        };
        let heading_style = heading_style.unwrap_or(usual_style);
        // What is run in begins a paragraph, and the children go on in it.
        let usual_layout = match heading_style {
            HeadingStyle::RunIn => Layout::Paragraph,
            HeadingStyle::Block | HeadingStyle::None => Layout::Paragraphs,
        };
        SectionDraft {
            heading,
            heading_style,
            layout: layout.unwrap_or(usual_layout),
            numbered: numbered.unwrap_or(has_heading && !is_root),
            repetition: self.repetition(attributes),
            from: attributes.string("from", &mut self.mistakes),
        }
    }

    fn repetition(&mut self, attributes: Attributes<'a>) -> RepetitionDraft<'a> {
        let repeat = attributes.boolean("repeat", &mut self.mistakes);
        let for_each = attributes.string("for_each", &mut self.mistakes);
        if let (Some(true), Some(span)) = (repeat, attributes.key_span("for_each")) {
            self.mistakes.report(
                span,
                Mistake::ConflictingAttributes {
                    first: "repeat",
                    second: "for_each",
                },
            );
            return RepetitionDraft::Broken;
        }
        if attributes.has("for_each") {
            self.needs(attributes, "min", "repeat");
            self.needs(attributes, "max", "repeat");
            return for_each.map_or(RepetitionDraft::Broken, RepetitionDraft::ForEach);
        }
        match repeat {
            Some(true) => {
                let min = attributes.count("min", &mut self.mistakes).unwrap_or(0);
                let max = attributes
                    .value("max")
                    .and_then(|max| attributes::count(max, Expected::PositiveCount, &mut self.mistakes));
                attributes.ordered("min", "max", max.is_none_or(|max| min <= max), &mut self.mistakes);
                RepetitionDraft::Repeat { min, max }
            }
            None if attributes.has("repeat") => RepetitionDraft::Broken,
            _ => {
                for bound in ["min", "max"] {
                    if let Some(span) = attributes.key_span(bound) {
                        self.mistakes.report(
                            span,
                            Mistake::LoneAttribute {
                                name: bound,
                                needs: "repeat",
                            },
                        );
                    }
                }
                RepetitionDraft::Once
            }
        }
    }
}
