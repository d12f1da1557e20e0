//! Commands.

use super::super::command::{Command, Context, Misread, Order, TABLE, nearest};
use super::super::question::Extent;
use super::super::{listing, target};
use super::{After, Conversation, Leaving, now};
use crate::answers::Place;
use crate::export::{Format, PlainText};
use crate::messages::Locale;
use crate::outline::{MASK, Veil};
use std::io;

impl Conversation<'_, '_> {
    pub(super) fn obey(&mut self, order: &Order) -> io::Result<After> {
        let argument = order.argument.as_deref();
        match order.command {
            Command::Next => self.next(),
            Command::Back => self.back(),
            Command::NextOpen => self.next_open(),
            Command::Jump => self.jump(argument.unwrap_or_default()),
            Command::Again => self.again(),
            Command::Reveal => {
                let said = match self.interview.turn_veil() {
                    true => self.locale.plain_veil_lifted(),
                    false => self.locale.veil_drawn(),
                };
                self.console.say(said)?;
                Ok(After::Reminder)
            }
            Command::List => {
                let text = listing::outline(&self.interview, self.locale);
                self.show(&text)
            }
            Command::Open => {
                let text = listing::open_items(&self.interview, self.locale);
                self.show(&text)
            }
            Command::Show => {
                let text = self.text();
                self.show(&text)
            }
            Command::Help => {
                let text = help(self.locale, |_| true);
                self.show(&text)
            }
            Command::Append => self.append(),
            Command::Replace => self.replace(),
            Command::Clear => self.clear(),
            Command::Add => self.add(),
            Command::Remove => self.remove(),
            Command::Removed => self.removed(argument),
            Command::Discard => self.discard(argument),
            Command::MoveUp => self.move_by(-1),
            Command::MoveDown => self.move_by(1),
            Command::Undo | Command::Redo => self.undo(order.command),
            Command::Export => self.export(argument),
            Command::Save => self.save(),
            Command::Home => self.leave(Leaving::ToHome),
            Command::Quit => self.leave(Leaving::Quit),
        }
    }

    fn show(&mut self, text: &str) -> io::Result<After> {
        self.console.say(text)?;
        Ok(After::Reminder)
    }

    /// The present question with its whole answer, be it sensitive.
    fn again(&mut self) -> io::Result<After> {
        let is_hidden = *self.interview.outline().veil() != Veil::Lifted;
        if is_hidden {
            self.interview.turn_veil();
        }
        let described = self.describe(Extent::Full);
        if is_hidden {
            self.interview.turn_veil();
        }
        described.map(|()| After::Prompt)
    }

    /// The text as it would be exported, as far as it may be shown.
    fn text(&self) -> String {
        let mut document = self.interview.work.document().clone();
        document.veil(MASK);
        let bytes = Format::Text.export(&document, &PlainText::default());
        let text = String::from_utf8_lossy(&bytes).trim_end_matches('\n').to_owned();
        if text.is_empty() {
            self.locale.page_empty().to_owned()
        } else {
            text
        }
    }

    fn next(&mut self) -> io::Result<After> {
        self.interview.keep(now());
        self.interview.go_on();
        Ok(After::Question)
    }

    fn back(&mut self) -> io::Result<After> {
        self.interview.keep(now());
        if self.interview.go_back() {
            return Ok(After::Question);
        }
        self.console.say(self.locale.plain_no_stop_before())?;
        Ok(After::Prompt)
    }

    fn next_open(&mut self) -> io::Result<After> {
        self.interview.keep(now());
        let outline = self.interview.outline();
        let from = self.interview.stop().map(|(id, _)| id);
        let open = self.interview.stops.next_open(outline, from);
        let place = open.and_then(|id| outline.get(id)).map(|item| item.place.clone());
        self.visit_or_say(place, self.locale.nothing_open())
    }

    fn jump(&mut self, text: &str) -> io::Result<After> {
        let outline = self.interview.outline();
        let from = outline.find(&self.interview.at);
        let found = target::find(outline, &self.interview.stops, from, text);
        let place = found
            .and_then(|id| outline.get(id))
            .map(|item| item.place.clone());
        if place.is_some() {
            self.interview.keep(now());
        }
        let otherwise = self.locale.plain_no_such_stop(text, self.interview.stops.len());
        self.visit_or_say(place, &otherwise)
    }

    fn visit_or_say(&mut self, place: Option<Place>, otherwise: &str) -> io::Result<After> {
        match place {
            Some(place) => {
                self.interview.visit(&place);
                Ok(After::Question)
            }
            None => {
                self.console.say(otherwise)?;
                Ok(After::Prompt)
            }
        }
    }

    fn undo(&mut self, command: Command) -> io::Result<After> {
        if self.refuses_changes()? {
            return Ok(After::Prompt);
        }
        let is_redo = command == Command::Redo;
        let place = self.interview.change(|work| match is_redo {
            true => work.redo(),
            false => work.undo(),
        });
        let otherwise = match is_redo {
            true => self.locale.nothing_to_redo(),
            false => self.locale.nothing_to_undo(),
        };
        if let Some(place) = &place {
            let outline = self.interview.outline();
            let title = outline.title(outline.nearest(place));
            self.console.say(match is_redo {
                true => self.locale.redone(title, Command::Undo.shown(self.locale)),
                false => self.locale.undone(title, Command::Redo.shown(self.locale)),
            })?;
        }
        self.visit_or_say(place, otherwise)
    }

    fn save(&mut self) -> io::Result<After> {
        if self.says_read_only()? {
            return Ok(After::Prompt);
        }
        self.submit();
        let outcome = self.saving.outcome(self.locale);
        self.console.say(outcome)?;
        Ok(After::Prompt)
    }
}

/// The commands of a context, one a line.
pub(in crate::plain) fn help(locale: Locale, is_wanted: impl Fn(Context) -> bool) -> String {
    let rows = TABLE.iter().filter(|row| is_wanted(row.context)).map(|row| {
        let argument = row.argument(locale).map(|argument| format!(" {argument}"));
        let shown = format!("{}{}", row.shown(locale), argument.unwrap_or_default());
        locale.plain_listed(shown, (row.help)(locale))
    });
    let mut lines: Vec<String> = rows.collect();
    lines.push(locale.plain_help_lines().to_owned());
    lines.join("\n")
}

impl Misread {
    /// What the person is told.
    pub(in crate::plain) fn message(&self, locale: Locale) -> String {
        match self {
            Self::Unknown(words) => match nearest(words) {
                Some(command) => locale.plain_no_such_command_but(words, command.shown(locale)),
                None => locale.plain_no_such_command(words),
            },
            Self::Lacks(command) => {
                let argument = command.row().and_then(|row| row.argument(locale));
                locale.plain_command_lacks(command.shown(locale), argument.unwrap_or_default())
            }
            Self::TakesNothing(command) => locale.plain_command_takes_nothing(command.shown(locale)),
        }
    }
}
