//! Repeated sections: adding, removing, bringing back, moving.

use super::super::listing;
use super::{After, Conversation, now};
use crate::answers::Place;
use crate::interview::Unmoved;
use crate::interview::pairs::{following_around, paired_titles};
use crate::interview::stops::groups_to_add_to;
use crate::interview::written::number;
use crate::outline::{Form, ItemId};
use std::io;

impl Conversation<'_, '_> {
    /// The stop that commands on instances act on; past the end the last one.
    fn subject(&self) -> Option<ItemId> {
        self.interview.outline().find(&self.interview.at)
    }

    fn instance(&self) -> Option<Place> {
        self.interview.work.instance_around(self.subject()?)
    }

    /// Where instances are added and removed that this stop has only because others are there.
    fn elsewhere(&self) -> Option<String> {
        let outline = self.interview.outline();
        let following = following_around(outline, self.subject()?)?;
        let to = following.partner.unwrap_or(following.source);
        let stop = self.interview.stops.nearest(outline, &outline.get(to)?.place)?;
        let (position, _) = self
            .interview
            .stops
            .position(outline, &outline.get(stop)?.place)?;
        let (own, source) = (outline.title(following.own), outline.title(following.source));
        Some(self.locale.plain_paired_elsewhere(own, source, position + 1))
    }

    /// How many instances there may be where one would be added, where there are as many.
    fn limit_reached(&self) -> Option<usize> {
        let subject = self.subject()?;
        let following = following_around(self.interview.outline(), subject);
        let group = following.map_or(subject, |following| following.source);
        self.interview.work.limit_reached(group)
    }

    fn nothing_to_add(&self) -> String {
        let groups = groups_to_add_to(self.interview.outline());
        self.locale.nothing_to_add_here(&groups)
    }

    pub(super) fn add(&mut self) -> io::Result<After> {
        if self.refuses_changes()? {
            return Ok(After::Prompt);
        }
        self.interview.keep(now());
        let group = self.subject().and_then(|id| self.interview.work.group_around(id));
        let Some(group) = group else {
            let said = match self.limit_reached() {
                Some(max) => self.locale.group_full(max),
                None => self.elsewhere().unwrap_or_else(|| self.nothing_to_add()),
            };
            self.console.say(said)?;
            return Ok(After::Prompt);
        };
        let after = self.instance().filter(|after| after.without_instance() == group);
        let id = self.interview.work.free_id(&group, || self.random.u32(..));
        let added = self
            .interview
            .change(|work| work.add_instance(&group, after.as_ref().and_then(Place::instance), id));
        match added {
            Some(place) => {
                self.interview.visit(&place);
                Ok(After::Question)
            }
            None => {
                self.console.say(self.nothing_to_add())?;
                Ok(After::Prompt)
            }
        }
    }

    pub(super) fn remove(&mut self) -> io::Result<After> {
        if self.refuses_changes()? {
            return Ok(After::Prompt);
        }
        let instance = self.instance();
        let title = instance
            .as_ref()
            .and_then(|place| self.interview.outline().find(place))
            .map(|id| self.interview.outline().title(id));
        let (Some(instance), Some(title)) = (instance, title) else {
            let elsewhere = self.elsewhere();
            let said = elsewhere.unwrap_or_else(|| self.locale.nothing_to_remove().to_owned());
            self.console.say(said)?;
            return Ok(After::Prompt);
        };
        let paired = paired_titles(self.interview.outline(), &instance);
        let question = match paired.is_empty() {
            true => self.locale.plain_confirm_remove(title),
            false => {
                let paired = paired.join(self.locale.enumeration_joint());
                self.locale.plain_confirm_remove_paired(title, paired)
            }
        };
        if self.console.confirm(&question)? != Some(true) {
            self.console.say(self.locale.plain_not_removed())?;
            return Ok(After::Reminder);
        }
        let is_removed = self
            .interview
            .change(|work| work.remove_instance(&instance, now()));
        if !is_removed {
            return Ok(After::Reminder);
        }
        self.console.say(self.locale.plain_removed())?;
        let at = self.interview.at.clone();
        self.interview.visit(&at);
        Ok(After::Question)
    }

    /// Lists what was removed, or brings the one of a number back.
    pub(super) fn removed(&mut self, argument: Option<&str>) -> io::Result<After> {
        let Some(argument) = argument else {
            let text = listing::removed(&self.interview, self.locale);
            self.console.say(text)?;
            return Ok(After::Reminder);
        };
        if self.refuses_changes()? {
            return Ok(After::Prompt);
        }
        let Some(index) = self.listed_as(argument)? else {
            return Ok(After::Prompt);
        };
        match self.interview.change(|work| work.restore(index, now())) {
            Some(place) => {
                self.console.say(self.locale.restored())?;
                self.interview.visit(&place);
                Ok(After::Question)
            }
            None => {
                self.console.say(self.locale.restore_failed())?;
                Ok(After::Prompt)
            }
        }
    }

    /// The record that the list of what was removed gives a number; where it gives it to none, that is said.
    fn listed_as(&mut self, argument: &str) -> io::Result<Option<usize>> {
        let count = self.interview.work.answers().removed().len();
        // The list shows the last one first.
        let index = number(argument)
            .filter(|number| *number > 0)
            .and_then(|number| count.checked_sub(number));
        if index.is_none() {
            self.console
                .say(self.locale.plain_no_such_number(argument, count))?;
        }
        Ok(index)
    }

    /// Throws away a text that was not finished, once the person has agreed: the one of a number, or the last one of the
    /// present question.
    pub(super) fn discard(&mut self, argument: Option<&str>) -> io::Result<After> {
        if self.refuses_changes()? {
            return Ok(After::Prompt);
        }
        let index = match argument {
            Some(argument) => match self.listed_as(argument)? {
                Some(index) => Some(index),
                None => return Ok(After::Prompt),
            },
            None => self.interview.unfinished_here(),
        };
        let record = index.and_then(|index| self.interview.work.answers().removed().nth(index));
        let Some((index, record)) = index.zip(record.filter(|record| record.is_unfinished())) else {
            self.console.say(self.locale.plain_nothing_to_discard())?;
            return Ok(After::Prompt);
        };
        let row = listing::removed_row(self.interview.outline(), record, self.locale);
        if self.console.confirm(&self.locale.plain_confirm_discard(row))? != Some(true) {
            self.console.say(self.locale.plain_not_discarded())?;
            return Ok(After::Reminder);
        }
        self.interview.change(|work| work.discard_unfinished(index));
        self.console.say(self.locale.plain_discarded())?;
        Ok(After::Reminder)
    }

    pub(super) fn move_by(&mut self, by: isize) -> io::Result<After> {
        if self.refuses_changes()? {
            return Ok(After::Prompt);
        }
        let Some(instance) = self.instance() else {
            self.say_unmoved(by)?;
            return Ok(After::Prompt);
        };
        let is_moved = self.interview.change(|work| work.move_instance(&instance, by));
        let outline = self.interview.outline();
        let item = outline.find(&instance).and_then(|id| outline.get(id));
        match item.map(|item| item.form) {
            Some(Form::Instance { position, of }) if is_moved => {
                self.console.say(self.locale.plain_moved(position, of))?;
            }
            _ => self.say_unmoved(by)?,
        }
        Ok(After::Reminder)
    }

    /// Says why nothing was moved.
    fn say_unmoved(&mut self, by: isize) -> io::Result<()> {
        let why = Unmoved::of(&self.interview.work, self.subject(), by);
        self.console.say(why.message(self.locale))
    }
}
