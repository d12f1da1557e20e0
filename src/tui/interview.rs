//! The interview's state: the session in hand, the present stop with its widget, and the panes.

mod answering;

use super::field::Field;
use super::narrowing::{Narrowed, Narrowing};
use super::outline_pane::OutlinePane;
use super::page::Page;
use super::way_back::Editors;
use crate::answers::sensitive::Sensitive;
use crate::answers::{Place, Value};
use crate::check::{Budget, budget_around, printed};
use crate::document::Document;
use crate::interview::pairs::shared_by;
use crate::interview::{Order, Stops, Work, stops};
use crate::outline::{Item, ItemId, MASK, Outline, Veil};
use crate::questionnaire::{Kind, Question};
use crate::session::Session;
use crate::session::catalogue::Entry;
use crate::session::refusal::Refusal;
use std::borrow::Cow;
use std::sync::Arc;

/// Which pane has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The answer.
    Answer,
    /// The outline.
    Outline,
    /// The page.
    Page,
}

/// What is known about saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has changed since it was opened.
    Unchanged,
    /// There are words that are not saved yet.
    Unsaved,
    /// All is saved, since a time of the day.
    Saved(String),
    /// It cannot be saved, for this reason; it is tried again.
    Failed(Refusal),
    /// It is not to be saved, for this reason.
    ReadOnly(String),
}

/// A session in hand.
#[derive(Debug)]
pub struct Interview {
    /// Name, questionnaire and all else that is saved beside the answers.
    pub session: Session,
    /// Answers, outline and document.
    pub work: Work,
    /// The order in which the stops are gone through.
    pub order: Order,
    /// The stops of the present outline.
    pub stops: Stops,
    /// Where the writer is.
    pub at: Place,
    /// The widget of the present stop.
    pub field: Field,
    /// The editors of all questions that were visited.
    pub(super) editors: Editors,
    /// What the widget gave when it was filled with an answer, and that answer: a widget may show less than there is.
    filled: Option<(Value, Value)>,
    /// The answers that were parked when the widget was filled.
    parked: Vec<Place>,
    /// Whether the widget holds something that has not been taken into the answers.
    pub dirty: bool,
    /// Which pane has the keys.
    pub focus: Focus,
    /// The side pane at widths that have room for only one: the page, else the outline.
    pub prefers_page: bool,
    /// The outline pane.
    pub outline_pane: OutlinePane,
    /// The page pane.
    pub page: Page,
    /// Where the review was left, while the writer mends what stood there.
    pub review: Option<ReviewCursor>,
    /// What is known about saving.
    pub saving: Saving,
    /// A newer questionnaire that the session could move to.
    pub newer: Option<Arc<Entry>>,
    /// The length of the document, in the questionnaire's way of counting.
    pub length: usize,
    /// Which answers are sensitive.
    pub sensitive: Arc<Sensitive>,
    /// The budget of the nearest section around the present stop that has one, with that section's short name.
    pub section: Option<(String, Budget)>,
    /// What the present stop belongs to, where that is several instances of another section: their short names.
    pub shared_by: Vec<String>,
}

/// A row of the review.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewCursor {
    /// What the review was narrowed by.
    pub filter: String,
    /// Its position among the rows that were shown.
    pub position: usize,
}

impl Interview {
    /// Takes a session in hand, at the stop where the writer left it.
    pub fn new(session: Session, work: Work, sensitive: Arc<Sensitive>, saving: Saving) -> Self {
        let mut work = work;
        work.draw_veil(Veil::Drawn(sensitive.clone()));
        let found = stops(work.outline(), Order::Document);
        let from = session.at.clone().unwrap_or_else(Place::root);
        let mut interview = Self {
            session,
            work,
            order: Order::Document,
            stops: found,
            at: Place::root(),
            field: Field::Nothing,
            editors: Editors::default(),
            filled: None,
            parked: Vec::new(),
            dirty: false,
            focus: Focus::Answer,
            prefers_page: false,
            outline_pane: OutlinePane::default(),
            page: Page::default(),
            review: None,
            saving,
            newer: None,
            length: 0,
            sensitive,
            section: None,
            shared_by: Vec::new(),
        };
        interview.visit(&from);
        interview
    }

    /// The outline.
    pub fn outline(&self) -> &Outline {
        self.work.outline()
    }

    /// The present stop.
    pub fn stop(&self) -> Option<(ItemId, &Item)> {
        let id = self.outline().find(&self.at)?;
        Some((id, self.outline().get(id)?))
    }

    /// The present question.
    pub fn question(&self) -> Option<&Question> {
        let (_, item) = self.stop()?;
        self.outline().node(item).question()
    }

    /// Whether nothing can be changed.
    pub fn is_read_only(&self) -> bool {
        matches!(self.saving, Saving::ReadOnly(_))
    }

    /// Whether the present answer is not shown.
    pub fn is_veiled(&self) -> bool {
        self.outline().hides(&self.at)
    }

    /// Has answers to sensitive questions shown, or no longer; gives whether they are now.
    pub fn turn_veil(&mut self) -> bool {
        let (veil, shown) = match self.outline().veil() {
            Veil::Drawn(_) => (Veil::Lifted, true),
            Veil::Lifted => (Veil::Drawn(self.sensitive.clone()), false),
        };
        self.work.draw_veil(veil);
        self.refresh();
        shown
    }

    /// Goes to the stop nearest to a place. What the widget holds must have been committed before.
    pub fn visit(&mut self, place: &Place) {
        self.stand_at(self.stops.nearest(self.outline(), place));
    }

    /// Stays at the present stop after a change, or goes to the nearest one where it is gone.
    pub fn stay(&mut self) {
        self.stand_at(self.stops.at(self.outline(), &self.at));
    }

    /// Goes to a stop. What the widget holds must have been committed before.
    pub fn stand_at(&mut self, stop: Option<ItemId>) {
        let stop = stop.and_then(|id| self.outline().get(id));
        self.at = stop.map_or_else(Place::root, |item| item.place.clone());
        self.session.at = Some(self.at.clone());
        self.load_field();
        self.refresh();
        self.outline_pane.show_present();
    }

    /// Gives the keys to a pane. The outline stays narrowed only as long as it has them.
    pub fn focus_on(&mut self, focus: Focus) {
        self.focus = focus;
        if focus != Focus::Outline {
            self.end_narrowing();
        }
    }

    /// Brings the panes up to date with the outline, the document and the present stop, and turns the page to it.
    pub fn refresh(&mut self) {
        self.renew();
        self.page.show(&shown(&self.work), &self.at, true);
    }

    /// Brings the panes up to date while the writer goes on typing.
    fn renew_while_typing(&mut self) {
        self.renew();
        let is_shown = self.page_shows_answer();
        self.page.show(&shown(&self.work), &self.at, !is_shown);
        self.follow_caret();
    }

    /// Keeps on the page in view what stands at the caret.
    pub fn follow_caret(&mut self) {
        if !self.type_on_page()
            && let Field::Text(field) = &self.field
        {
            self.page.follow(&field.editor);
        }
    }

    /// Puts what is typed in its place on the page, if it prints as it is typed.
    pub(super) fn type_on_page(&mut self) -> bool {
        let Some((_, item)) = self.stop() else {
            return false;
        };
        let node = self.outline().node(item);
        let kind = node.question().map(|question| &question.kind);
        let prints_as_typed =
            node.text.is_none() && matches!(kind, Some(Kind::Line | Kind::Prose | Kind::List(_)));
        match &self.field {
            Field::Text(field) if prints_as_typed => self.page.type_on(&field.editor),
            _ => false,
        }
    }

    fn renew(&mut self) {
        self.stops = stops(self.work.outline(), self.order);
        // While the outline has the keys, its cursor stays on what it is on: commands there act on that.
        let under_cursor = match self.focus {
            Focus::Outline => self.outline_pane.place().cloned(),
            Focus::Answer | Focus::Page => None,
        };
        self.outline_pane.refresh(self.work.outline(), &self.at);
        if let Some(place) = under_cursor {
            self.outline_pane.show(&place);
        }
        let by = self.outline().questionnaire().settings.count_by;
        let (outline, document) = (self.work.outline(), self.work.document());
        self.length = printed(document, &Place::root(), by);
        let budget = outline
            .find(&self.at)
            .and_then(|id| budget_around(outline, document, id));
        self.section = budget.map(|budget| (outline.title(budget.of), budget));
        self.shared_by = shared_by(outline, &self.at);
    }

    /// Whether the page has something of the present question to follow.
    fn page_shows_answer(&self) -> bool {
        let blocks = &self.work.document().blocks;
        blocks
            .iter()
            .any(|block| block.spans.iter().any(|span| span.comes_from(&self.at)))
    }
}

impl Narrowed for Interview {
    fn narrowing(&mut self) -> &mut Narrowing {
        &mut self.outline_pane.narrowing
    }

    fn narrow(&mut self) {
        let under_cursor = self.outline_pane.place().cloned();
        self.outline_pane.refresh(self.work.outline(), &self.at);
        if let (None, Some(place)) = (self.outline_pane.narrowing.typed(), under_cursor) {
            self.outline_pane.show(&place);
        }
    }
}

/// What of the document is shown on the page.
fn shown(work: &Work) -> Cow<'_, Document> {
    if !work.document().spans().any(|span| span.is_veiled) {
        return Cow::Borrowed(work.document());
    }
    let mut document = work.document().clone();
    document.veil(MASK);
    Cow::Owned(document)
}
