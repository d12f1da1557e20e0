//! Changing the answer that is there, which on a scrolling terminal cannot be done in place.

use super::super::console::Filled;
use super::{After, Conversation, now};
use crate::interview::choosables;
use crate::outline::MASK;
use std::io;

impl Conversation<'_, '_> {
    /// The present answer's text, where it can be written on; says why where it cannot.
    fn text_to_edit(&mut self) -> io::Result<Option<String>> {
        if self.refuses_changes()? {
            return Ok(None);
        }
        let is_typed = self.interview.stop().is_some_and(|(id, _)| {
            self.interview.question().is_some() && choosables(self.interview.outline(), id).is_none()
        });
        let default = self
            .interview
            .stop()
            .and_then(|(_, item)| item.default.as_ref())
            .map(|default| default.to_typed());
        let text = self.interview.given().or(default).filter(|_| is_typed);
        if text.is_none() {
            self.console.say(self.locale.plain_nothing_to_edit())?;
        }
        Ok(text)
    }

    /// Goes on writing at the end of a long answer.
    pub(super) fn append(&mut self) -> io::Result<After> {
        let Some(text) = self.text_to_edit()? else {
            return Ok(After::Prompt);
        };
        if !self.interview.takes_many_lines() {
            self.console.say(self.locale.plain_append_many_only())?;
            return Ok(After::Prompt);
        }
        self.console.say(self.locale.plain_append_hint())?;
        // All of it is in what is written on.
        self.write_on(text.split('\n').map(str::to_owned).collect(), None)
    }

    /// Puts other words in the place of some that stand once in the answer.
    pub(super) fn replace(&mut self) -> io::Result<After> {
        let Some(text) = self.text_to_edit()? else {
            return Ok(After::Prompt);
        };
        let Some(old) = self.words_in(&text)? else {
            self.console.say(self.locale.nothing_filled_in())?;
            return Ok(After::Reminder);
        };
        let echo = !self.interview.is_at_sensitive();
        let prompt = self.locale.plain_prompt_new_words();
        let new = match self.console.fill_in_as(prompt, echo)? {
            Filled::Words(new) => new,
            // Nothing in its place: the words go.
            Filled::Suggestion => String::new(),
            Filled::Left | Filled::Ended => {
                self.console.say(self.locale.nothing_filled_in())?;
                return Ok(After::Reminder);
            }
        };
        let text = text.replacen(&old, &new, 1);
        if text.trim().is_empty() {
            self.interview.clear(now());
        } else {
            self.interview.answer(&text, now());
        }
        self.console.say(self.locale.plain_replaced())?;
        Ok(After::Question)
    }

    /// Asks for words that stand once in a text, until they do; `None` where the person gives up.
    fn words_in(&mut self, text: &str) -> io::Result<Option<String>> {
        loop {
            let (echo, prompt) = (
                !self.interview.is_at_sensitive(),
                self.locale.plain_prompt_old_words(),
            );
            let Filled::Words(words) = self.console.fill_in_as(prompt, echo)? else {
                return Ok(None);
            };
            let shown = if echo { words.as_str() } else { MASK };
            match text.matches(&words).count() {
                1 => return Ok(Some(words)),
                0 => self.console.say(self.locale.plain_words_not_there(shown))?,
                times => self
                    .console
                    .say(self.locale.plain_words_several_times(shown, times))?,
            }
        }
    }

    /// Takes the present answer away.
    pub(super) fn clear(&mut self) -> io::Result<After> {
        if self.refuses_changes()? {
            return Ok(After::Prompt);
        }
        let is_there = self.interview.question().is_some() && self.interview.given().is_some();
        if !is_there {
            self.console.say(self.locale.plain_nothing_to_clear())?;
            return Ok(After::Prompt);
        }
        self.interview.clear(now());
        self.console.say(self.locale.plain_cleared())?;
        Ok(After::Question)
    }
}
