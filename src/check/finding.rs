//! One thing that was found, and what the writer is told of it.

use crate::answers::Place;
use crate::messages::Locale;
use crate::outline::{Fault, Outline};

/// One thing that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Where: an answer, a section, an instance; the root for the document as a whole.
    pub place: Place,
    /// What.
    pub problem: Problem,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// Something is wrong with an answer, or with the number of instances.
    Fault(Fault),
    /// A question that wants an answer has none.
    Unanswered,
    /// An answer was still being typed when it was last saved.
    Draft,
    /// An answer was carried over, and nobody has looked at it since.
    Untouched,
    /// What a section, or the whole document, prints is too short or too long.
    Budget(Fault),
    /// No instance of the section of this title links here.
    Unlinked {
        /// The short name of the section that should.
        by: String,
    },
    /// It links to nothing, though there is something to link to.
    LinksNothing,
    /// A word stands there for which the house has another.
    Term {
        /// The word, as the questionnaire writes it.
        found: String,
        /// The word to use.
        preferred: String,
        /// How many times it stands there.
        times: usize,
    },
    /// The answer is the questionnaire's example, word for word.
    Example,
    /// The answer is the questionnaire's placeholder, word for word.
    Placeholder,
    /// A template failed, so what it should have printed is missing.
    Template {
        /// What went wrong, in the template engine's words.
        reason: String,
    },
    /// The questionnaire has no question for this answer.
    Orphaned,
}

/// What sort of thing a finding is. Ordered as a review shows them: what is wrong first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Templates that failed.
    Template,
    /// Answers, or numbers of instances, that are not as the questionnaire wants them.
    Wrong,
    /// Questions without an answer.
    Unanswered,
    /// Answers still being typed.
    Draft,
    /// Answers carried over and not looked at.
    Untouched,
    /// Sections, or the document, outside their budgets.
    Budget,
    /// What should be linked and is not.
    Link,
    /// Words to look at again.
    Words,
    /// Answers without a question.
    Orphaned,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It may be meant so.
    Advice,
    /// Something is still to be done.
    Open,
    /// It is not as the questionnaire wants it.
    Wrong,
}

impl Kind {
    /// All kinds, in the order of a review.
    pub const ALL: [Self; 9] = [
        Self::Template,
        Self::Wrong,
        Self::Unanswered,
        Self::Draft,
        Self::Untouched,
        Self::Budget,
        Self::Link,
        Self::Words,
        Self::Orphaned,
    ];

    /// Its name above a list.
    pub fn title(self, locale: Locale) -> &'static str {
        match self {
            Self::Template => locale.found_templates(),
            Self::Wrong => locale.found_wrong(),
            Self::Unanswered => locale.found_unanswered(),
            Self::Draft => locale.found_drafts(),
            Self::Untouched => locale.found_untouched(),
            Self::Budget => locale.found_budgets(),
            Self::Link => locale.found_links(),
            Self::Words => locale.found_words(),
            Self::Orphaned => locale.found_orphans(),
        }
    }

    /// So many of them, within a sentence.
    pub fn counted(self, locale: Locale, count: usize) -> String {
        match self {
            Self::Template => locale.counted_templates(count),
            Self::Wrong => locale.counted_wrong(count),
            Self::Unanswered => locale.counted_unanswered(count),
            Self::Draft => locale.counted_drafts(count),
            Self::Untouched => locale.counted_untouched(count),
            Self::Budget => locale.counted_budgets(count),
            Self::Link => locale.counted_links(count),
            Self::Words => locale.counted_words(count),
            Self::Orphaned => locale.counted_orphans(count),
        }
    }
}

impl Finding {
    /// What sort of thing it is.
    pub fn kind(&self) -> Kind {
        match self.problem {
            Problem::Fault(_) => Kind::Wrong,
            Problem::Unanswered => Kind::Unanswered,
            Problem::Draft => Kind::Draft,
            Problem::Untouched => Kind::Untouched,
            Problem::Budget(_) => Kind::Budget,
            Problem::Unlinked { .. } | Problem::LinksNothing => Kind::Link,
            Problem::Term { .. } | Problem::Example | Problem::Placeholder => Kind::Words,
            Problem::Template { .. } => Kind::Template,
            Problem::Orphaned => Kind::Orphaned,
        }
    }

    /// How much it weighs. A text that is too short is merely unfinished; one that is too long has to be cut.
    pub fn severity(&self) -> Severity {
        match self.problem {
            Problem::Fault(_) | Problem::Template { .. } | Problem::Budget(Fault::TooLong { .. }) => {
                Severity::Wrong
            }
            Problem::Unanswered
            | Problem::Draft
            | Problem::Untouched
            | Problem::Budget(_)
            | Problem::Unlinked { .. } => Severity::Open,
            Problem::LinksNothing
            | Problem::Term { .. }
            | Problem::Example
            | Problem::Placeholder
            | Problem::Orphaned => Severity::Advice,
        }
    }

    /// What the writer is told.
    pub fn message(&self, locale: Locale, outline: &Outline) -> String {
        match &self.problem {
            Problem::Fault(fault) | Problem::Budget(fault) => fault.message(locale, outline, &self.place),
            Problem::Unanswered => locale.standing_unanswered().to_owned(),
            Problem::Draft => locale.standing_draft().to_owned(),
            Problem::Untouched => locale.standing_untouched().to_owned(),
            Problem::Unlinked { by } => locale.finding_unlinked(by),
            Problem::LinksNothing => locale.finding_links_nothing().to_owned(),
            Problem::Term {
                found,
                preferred,
                times: 1,
            } => locale.finding_term(found, preferred),
            Problem::Term {
                found,
                preferred,
                times,
            } => locale.finding_term_times(found, preferred, times),
            Problem::Example => locale.finding_example().to_owned(),
            Problem::Placeholder => locale.finding_placeholder().to_owned(),
            Problem::Template { reason } => locale.finding_template(reason),
            Problem::Orphaned => locale.finding_orphaned().to_owned(),
        }
    }

    /// Where it is, in words: the section around and the short name, with `joint` between them.
    pub fn subject(&self, locale: Locale, outline: &Outline, joint: &str) -> String {
        match outline.names(&self.place).as_slice() {
            [] => locale.whole_document().to_owned(),
            names => names.join(joint),
        }
    }
}
