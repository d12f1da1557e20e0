//! The session in hand, and where the writer is in it.

use crate::answers::sensitive::Sensitive;
use crate::answers::{Answer, Answers, Place, Removed, Value};
use crate::interview::{Order, Stops, Work, stops, written};
use crate::messages::Locale;
use crate::outline::{Form, Item, ItemId, Outline, Veil, meaning};
use crate::questionnaire::{Kind, Question};
use crate::session::Session;
use crate::session::library::{Loaded, sealed};
use crate::session::saver::Snapshot;
use std::sync::Arc;

/// A session in hand.
pub(super) struct Interview {
    pub(super) session: Session,
    pub(super) work: Work,
    pub(super) stops: Stops,
    /// The present stop; the last one where the writer is past it.
    pub(super) at: Place,
    /// Whether the writer has gone on from the last stop.
    pub(super) is_past_end: bool,
    /// Why nothing can be changed.
    pub(super) read_only: Option<String>,
    /// Which answers are sensitive.
    pub(super) sensitive: Arc<Sensitive>,
    /// Whether something has changed since [`Interview::take_unsaved`] was last asked.
    is_changed: bool,
}

impl Interview {
    /// Takes a session in hand, at the stop where the writer left it.
    pub(super) fn new(loaded: &Loaded, locale: Locale) -> Self {
        let session = loaded.session.clone();
        let mut work = Work::new(&loaded.questionnaire, session.answers.clone());
        work.draw_veil(Veil::Drawn(loaded.sensitive.clone()));
        let at = session.at.clone().unwrap_or_else(Place::root);
        let mut interview = Self {
            session,
            stops: stops(work.outline(), Order::Document),
            work,
            at: Place::root(),
            is_past_end: false,
            read_only: loaded.read_only.as_ref().map(|reason| reason.message(locale)),
            sensitive: loaded.sensitive.clone(),
            is_changed: false,
        };
        interview.visit(&at);
        interview
    }

    pub(super) fn outline(&self) -> &Outline {
        self.work.outline()
    }

    /// The present stop; `None` past the last one.
    pub(super) fn stop(&self) -> Option<(ItemId, &Item)> {
        if self.is_past_end {
            return None;
        }
        let id = self.outline().find(&self.at)?;
        Some((id, self.outline().get(id)?))
    }

    /// The question of the present stop.
    pub(super) fn question(&self) -> Option<&Question> {
        let (_, item) = self.stop()?;
        self.outline().node(item).question()
    }

    /// Whether the answer at the present stop is nobody else's business, be it shown at present or not.
    pub(super) fn is_at_sensitive(&self) -> bool {
        self.stop()
            .is_some_and(|(_, item)| self.sensitive.holds(&item.place))
    }

    /// Has answers to sensitive questions shown, or no longer; gives whether they are now.
    pub(super) fn turn_veil(&mut self) -> bool {
        let is_shown = *self.outline().veil() == Veil::Lifted;
        self.work.draw_veil(match is_shown {
            true => Veil::Drawn(self.sensitive.clone()),
            false => Veil::Lifted,
        });
        !is_shown
    }

    /// Whether the present stop asks for another instance.
    pub(super) fn is_at_group(&self) -> bool {
        self.stop().is_some_and(|(_, item)| item.form == Form::Group)
    }

    /// Whether the present answer is written on many lines.
    pub(super) fn takes_many_lines(&self) -> bool {
        self.question()
            .is_some_and(|question| matches!(question.kind, Kind::Prose | Kind::List(_)))
    }

    /// The value that was given at the present stop, as a person would type it.
    pub(super) fn given(&self) -> Option<String> {
        let answer = self.work.answers().answer(&self.at)?;
        Some(answer.value.to_typed())
    }

    /// Goes to the stop nearest to a place; past the end where there is none.
    pub(super) fn visit(&mut self, place: &Place) {
        let stop = self.stops.nearest(self.outline(), place);
        match stop.and_then(|id| self.outline().get(id)) {
            Some(item) => {
                self.at = item.place.clone();
                self.is_past_end = false;
            }
            None => self.is_past_end = true,
        }
        if self.session.at.as_ref() != Some(&self.at) {
            self.session.at = Some(self.at.clone());
            self.is_changed = true;
        }
    }

    /// Goes to the next stop, and past the last one.
    pub(super) fn go_on(&mut self) {
        let next = self.stop().and_then(|(id, _)| self.stops.next(id));
        match next.and_then(|id| self.place_of(id)) {
            Some(place) => self.visit(&place),
            None => self.is_past_end = true,
        }
    }

    /// Goes to the stop before; says whether there is one.
    pub(super) fn go_back(&mut self) -> bool {
        if self.is_past_end {
            let at = self.at.clone();
            self.visit(&at);
            return !self.is_past_end;
        }
        let previous = self.stop().and_then(|(id, _)| self.stops.previous(id));
        match previous.and_then(|id| self.place_of(id)) {
            Some(place) => {
                self.visit(&place);
                true
            }
            None => false,
        }
    }

    fn place_of(&self, id: ItemId) -> Option<Place> {
        self.outline().get(id).map(|item| item.place.clone())
    }

    /// Takes what was written as the answer to the present question. `now` is in seconds since 1970.
    pub(super) fn answer(&mut self, text: &str, now: i64) {
        let value = self.stop().and_then(|(id, _)| written(self.outline(), id, text));
        if let Some(value) = value {
            self.commit(value, now);
        }
    }

    /// Takes what has been written so far of the answer to the present question, which goes on. `now` is in seconds
    /// since 1970.
    pub(super) fn draft(&mut self, text: &str, now: i64) {
        if let Some(kind) = self.question().map(|question| question.kind.clone()) {
            let at = self.at.clone();
            self.change(|work| work.draft(&at, meaning::from_typed(&kind, text), now));
        }
    }

    /// Takes the present answer away, to be found among what was removed.
    pub(super) fn clear(&mut self, now: i64) {
        self.commit(Value::Text(String::new()), now);
    }

    /// The writer has seen the present answer and goes on: what was carried over, or was a draft, now stands.
    pub(super) fn keep(&mut self, now: i64) {
        let given = self.work.answers().answer(&self.at);
        if let (Some(value), None, Some(_)) = (
            given.map(|answer| answer.value.clone()),
            &self.read_only,
            self.question(),
        ) {
            self.commit(value, now);
        }
    }

    fn commit(&mut self, value: Value, now: i64) {
        let at = self.at.clone();
        self.change(|work| work.commit(&at, value, now));
    }

    /// Makes a change of the answers, and brings the stops up to date.
    pub(super) fn change<T>(&mut self, change: impl FnOnce(&mut Work) -> T) -> T {
        let before = self.work.answers().clone();
        let outcome = change(&mut self.work);
        if !Arc::ptr_eq(&before, self.work.answers()) {
            self.stops = stops(self.work.outline(), Order::Document);
            self.is_changed = true;
        }
        outcome
    }

    /// The answer that stands at the present stop.
    pub(super) fn stands(&self) -> Option<Answer> {
        let answer = self.work.answers().answer(&self.at)?;
        (!answer.value.is_blank()).then(|| answer.clone())
    }

    /// Keeps what was written of an answer that never ended among what was removed: the one whose place it was to take
    /// stays. `now` is in seconds since 1970.
    pub(super) fn set_aside(&mut self, text: &str, now: i64) {
        if let Some(kind) = self.question().map(|question| question.kind.clone()) {
            let at = self.at.clone();
            self.change(|work| work.set_aside(&at, meaning::from_typed(&kind, text), now));
        }
    }

    /// Whether something that was written for the present question without an end to it was set aside.
    pub(super) fn has_set_aside(&self) -> bool {
        self.stands().is_some() && self.unfinished_here().is_some()
    }

    /// The last text that was written for the present question without an end to it, by its position among what was
    /// removed.
    pub(super) fn unfinished_here(&self) -> Option<usize> {
        let is_meant = |removed: &Removed| removed.is_unfinished() && removed.what.place() == self.at;
        self.work.answers().removed().rposition(is_meant)
    }

    /// What is to be saved while an answer is still being written: all answers, with what there is of this one as a
    /// draft; where it is to take the place of one that `stood` there, that one, and the draft among what was removed.
    /// The outline is not made anew for it, which would take longer with every line. `now` is in seconds since 1970.
    pub(super) fn unfinished(&mut self, text: String, stood: Option<&Answer>, now: i64) -> Option<Snapshot> {
        let kind = self.question()?.kind.clone();
        if self.read_only.is_some() {
            return None;
        }
        // What is on the disk then is not what the answers are.
        self.is_changed = true;
        let (at, outline) = (self.at.clone(), self.outline().clone());
        let (mut session, answers) = (self.session.clone(), self.work.answers().clone());
        let stood = stood.cloned();
        Some(Box::new(move || {
            let mut answers = Answers::clone(&answers);
            let draft = Answer::draft(meaning::from_typed(&kind, &text));
            match stood {
                Some(stood) => {
                    answers.put(&at, stood);
                    answers.push_removed(Removed::answer(at, draft, now));
                }
                None => drop(answers.put(&at, draft)),
            }
            session.answers = Arc::new(answers);
            sealed(&session, &outline).into_bytes()
        }))
    }

    /// What is to be saved, where something has changed since this was last asked.
    pub(super) fn take_unsaved(&mut self) -> Option<Snapshot> {
        if self.read_only.is_some() || !std::mem::take(&mut self.is_changed) {
            return None;
        }
        self.session.answers = self.work.answers().clone();
        let (session, outline) = (self.session.clone(), self.outline().clone());
        Some(Box::new(move || sealed(&session, &outline).into_bytes()))
    }
}
