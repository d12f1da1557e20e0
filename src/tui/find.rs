//! Finding and replacing, in the present answer or in all of them.

use super::editor::{Editor, Position, occurrences};
use super::theme::Glyphs;
use crate::answers::{Place, Value};
use crate::outline::{MASK, Outline, meaning};
use crate::questionnaire::Kind;

/// Where is looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In the present answer.
    Answer,
    /// In all answers that are texts.
    Everywhere,
}

/// The line, or lines, in which is said what to find and what to put in its place.
#[derive(Debug)]
pub struct Find {
    /// What to find.
    pub pattern: Editor,
    /// What to put in its place, once that is asked for.
    pub replacement: Option<Editor>,
    /// Whether the keys go to the replacement.
    pub on_replacement: bool,
    /// Where is looked.
    pub scope: Scope,
    /// Where the caret was in the present answer before.
    pub origin: Position,
    /// Which occurrence in the present answer is selected, and how many there are.
    pub occurrence: (Option<usize>, usize),
    /// The occurrences in all answers.
    pub hits: Vec<Hit>,
    /// The hit under the cursor.
    pub selected: usize,
    /// How often something was replaced, and how often that was undone since.
    pub replaced: Replaced,
}

/// How often something was replaced from where it is looked for: undoing takes that back first, and what is typed in the
/// lines after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Replaced {
    /// The steps that can be undone.
    pub done: usize,
    /// The steps that can be made once more.
    pub undone: usize,
}

impl Replaced {
    /// Something was replaced, in one step.
    pub fn count(&mut self) {
        *self = Self {
            done: self.done + 1,
            undone: 0,
        };
    }

    /// What there is after a step back; none where there is none.
    pub fn back(self) -> Option<Self> {
        let done = self.done.checked_sub(1)?;
        let undone = self.undone + 1;
        Some(Self { done, undone })
    }

    /// What there is after a step is made once more; none where none was undone.
    pub fn on(self) -> Option<Self> {
        let undone = self.undone.checked_sub(1)?;
        let done = self.done + 1;
        Some(Self { done, undone })
    }
}

/// An occurrence in some answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The answer.
    pub place: Place,
    /// What is around the question, and the question.
    pub title: String,
    /// Where it begins in the answer.
    pub start: Position,
    /// What stands before it, a little of it.
    pub before: String,
    /// What was found.
    pub found: String,
    /// What stands behind it, a little of it.
    pub after: String,
}

/// The characters shown before and behind a hit.
const CONTEXT: (usize, usize) = (8, 24);

impl Find {
    /// Nothing looked for yet, or what was selected.
    pub fn new(scope: Scope, origin: Position, pattern: &str) -> Self {
        let mut pattern = Editor::single_line(pattern);
        pattern.select_all();
        Self {
            pattern,
            replacement: None,
            on_replacement: false,
            scope,
            origin,
            occurrence: (None, 0),
            hits: Vec::new(),
            selected: 0,
            replaced: Replaced::default(),
        }
    }

    /// The line that the keys go to.
    pub fn line_mut(&mut self) -> &mut Editor {
        match &mut self.replacement {
            Some(replacement) if self.on_replacement => replacement,
            _ => &mut self.pattern,
        }
    }

    /// The lines: one, or two with the replacement.
    pub fn lines(&self) -> usize {
        1 + usize::from(self.replacement.is_some())
    }

    /// Puts the keys on the other line; the line for the replacement is there from the first time on.
    pub fn switch_line(&mut self) {
        self.on_replacement = !self.on_replacement;
        if self.on_replacement && self.replacement.is_none() {
            self.replacement = Some(Editor::single_line(""));
        }
    }

    /// Moves the cursor among the hits, stopping at both ends.
    pub fn move_by(&mut self, by: isize) {
        let last = self.hits.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }
}

/// The answers that are texts, as their editors show them.
fn texts(outline: &Outline) -> impl Iterator<Item = (crate::outline::ItemId, &Place, &Kind, String)> {
    outline.questions().filter_map(|(id, item, question)| {
        if !matches!(question.kind, Kind::Line | Kind::Prose | Kind::List(_)) {
            return None;
        }
        let answer = outline.answers().answer(&item.place)?;
        let text = answer.value.to_typed().replace("\r\n", "\n").replace('\r', "\n");
        Some((id, &item.place, &question.kind, text))
    })
}

/// All occurrences of a pattern in live answers that are texts, in the order of the document.
pub fn hits(outline: &Outline, pattern: &str, glyphs: Glyphs) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (id, place, _, text) in texts(outline) {
        let mut title = None;
        let is_veiled = outline.hides(place);
        for (paragraph, line) in text.split('\n').enumerate() {
            for byte in occurrences(line, pattern) {
                let title = title.get_or_insert_with(|| {
                    let around = outline.get(id).and_then(|item| item.parent);
                    let around = around.map(|around| outline.title(around)).unwrap_or_default();
                    format!("{around}{}{}", glyphs.joint(), outline.title(id))
                });
                let (before, rest) = line.split_at_checked(byte).unwrap_or((line, ""));
                let (found, after) = rest.split_at_checked(pattern.len()).unwrap_or((rest, ""));
                let skipped = before.chars().count().saturating_sub(CONTEXT.0);
                if is_veiled {
                    hits.push(Hit {
                        place: place.clone(),
                        title: title.clone(),
                        start: Position { paragraph, byte },
                        before: String::new(),
                        found: MASK.to_owned(),
                        after: String::new(),
                    });
                    continue;
                }
                hits.push(Hit {
                    place: place.clone(),
                    title: title.clone(),
                    start: Position { paragraph, byte },
                    before: before.chars().skip(skipped).collect(),
                    found: found.to_owned(),
                    after: after.chars().take(CONTEXT.1).collect(),
                });
            }
        }
    }
    hits
}

/// The answers that change where `replacement` takes the place of a pattern everywhere, and the number of places.
pub fn replaced(outline: &Outline, pattern: &str, replacement: &str) -> (Vec<(Place, Value)>, usize) {
    let mut values = Vec::new();
    let mut count = 0;
    for (_, place, kind, text) in texts(outline) {
        let found = occurrences(&text, pattern);
        if found.is_empty() {
            continue;
        }
        count += found.len();
        let mut new = String::new();
        let mut from = 0;
        for byte in found {
            new.push_str(text.get(from..byte).unwrap_or_default());
            new.push_str(replacement);
            from = byte + pattern.len();
        }
        new.push_str(text.get(from..).unwrap_or_default());
        values.push((place.clone(), meaning::from_typed(kind, &new)));
    }
    (values, count)
}
