//! Answers: of one line, and of many.

use super::super::answer::receipt;
use super::super::command::{Command, Meanwhile, Misread, Order, parse};
use super::super::line::{Line, escaped_end, is_end, read};
use super::{After, Conversation, now};
use crate::answers::Answer;
use crate::interview::choosables;
use std::io;

/// What a line of a long answer is.
enum Piece {
    /// A line of the text.
    Text(String),
    /// The end of the answer.
    End,
    /// A command.
    Command(Order),
    /// A line of the text that looks like a command and is none.
    Lookalike(String),
}

/// How the lines of a long answer came to an end.
enum End {
    /// The person said so.
    Written,
    /// By a command, which is still to be obeyed.
    Command(Order),
    /// With the input.
    OfInput,
}

/// Understands a line of a long answer.
fn piece(line: &str) -> Piece {
    if is_end(line) {
        return Piece::End;
    }
    if let Some(stop) = escaped_end(line) {
        return Piece::Text(stop.to_owned());
    }
    match read(line) {
        Line::Blank => Piece::Text(line.to_owned()),
        Line::Words(words) => Piece::Text(words),
        Line::Command(order) => Piece::Command(order),
        Line::Misread(_) => Piece::Lookalike(line.to_owned()),
    }
}

impl Conversation<'_, '_> {
    /// Takes an answer of one line and goes on, whatever is wrong with it.
    pub(super) fn take_answer(&mut self, words: &str) -> io::Result<After> {
        if self.refuses_changes()? {
            return Ok(After::Prompt);
        }
        self.interview.answer(words, now());
        self.say_receipt()?;
        let outline = self.interview.outline();
        let is_one_of_the_choices = self
            .interview
            .stop()
            .is_some_and(|(id, item)| choosables(outline, id).is_some() && item.faults.is_empty());
        if is_end(words) {
            // Nothing ends an answer of one line but that line.
            let undo = Command::Undo.shown(self.locale);
            self.console
                .say(self.locale.plain_stop_taken(words.trim(), undo))?;
        } else if !is_one_of_the_choices {
            self.warn_of_command(words)?;
        }
        self.interview.go_on();
        Ok(After::Question)
    }

    fn say_receipt(&mut self) -> io::Result<()> {
        match receipt(&self.interview, self.locale) {
            Some(receipt) => self.console.say(receipt),
            None => Ok(()),
        }
    }

    /// A command word without its mark is an answer like any other; whoever meant the command is told how to give it.
    fn warn_of_command(&mut self, words: &str) -> io::Result<()> {
        let command = match parse(words) {
            Ok(Order {
                command,
                argument: None,
            })
            | Err(Misread::Lacks(command)) => command,
            _ => return Ok(()),
        };
        let (shown, undo) = (command.shown(self.locale), Command::Undo.shown(self.locale));
        self.console
            .say(self.locale.plain_word_taken(words.trim(), shown, undo))
    }

    /// Takes the first line where an answer has many: a command, nothing, or the beginning of the answer.
    pub(super) fn take_first_of_many(&mut self, line: &str) -> io::Result<After> {
        let first = match piece(line) {
            // Nothing was written, so nothing changes.
            Piece::End => None,
            Piece::Text(text) if text.trim().is_empty() => None,
            Piece::Text(text) => Some(text),
            Piece::Command(order) => return self.obey(&order),
            Piece::Lookalike(line) => match read(&line) {
                Line::Misread(misread) => return self.say_misread(&misread),
                _ => Some(line),
            },
        };
        match first {
            Some(first) => {
                if self.refuses_changes()? {
                    return Ok(After::Prompt);
                }
                self.warn_of_command(&first)?;
                let stood = self.interview.stands();
                self.write_on(vec![first], stood)
            }
            None => self.obey(&Order {
                command: Command::Next,
                argument: None,
            }),
        }
    }

    /// Reads on to the end of a long answer that has begun with some lines, and goes on to the next question. `stood` is
    /// the answer whose place it takes, which stays until then.
    pub(super) fn write_on(&mut self, mut lines: Vec<String>, stood: Option<Answer>) -> io::Result<After> {
        let end = self.read_lines(&mut lines, stood.as_ref());
        match end {
            Ok(End::Written) => {
                self.take_lines(&lines)?;
                self.interview.go_on();
                Ok(After::Question)
            }
            Ok(End::Command(order)) => {
                self.take_lines(&lines)?;
                self.obey(&order)
            }
            Ok(End::OfInput) => {
                match &stood {
                    Some(_) => self.set_aside(&lines)?,
                    None => self.take_lines(&lines)?,
                }
                Ok(After::Leave(self.end_of_input()?))
            }
            Err(error) => {
                // Nobody can be told any more; what was written is kept.
                match stood {
                    Some(_) => self.interview.set_aside(&lines.join("\n"), now()),
                    None => self.interview.draft(&lines.join("\n"), now()),
                }
                Err(error)
            }
        }
    }

    fn read_lines(&mut self, lines: &mut Vec<String>, stood: Option<&Answer>) -> io::Result<End> {
        loop {
            // A line is safe as soon as it is ended.
            if let Some(text) = self.interview.unfinished(lines.join("\n"), stood, now()) {
                self.saving.submit(text);
            }
            let line = if self.interview.is_at_sensitive() {
                self.console.ask_hidden("")?
            } else {
                self.console.ask("")?
            };
            let Some(line) = line else {
                return Ok(End::OfInput);
            };
            match piece(&line) {
                Piece::Text(text) => lines.push(text),
                Piece::Lookalike(line) => {
                    if let Line::Misread(misread) = read(&line) {
                        self.console.say(self.still_text(&misread))?;
                    }
                    lines.push(line);
                }
                Piece::End => return Ok(End::Written),
                Piece::Command(order) if shows_only(order.command) => {
                    self.interview.draft(&lines.join("\n"), now());
                    self.obey(&order)?;
                    self.console.say(self.locale.plain_answer_goes_on())?;
                }
                Piece::Command(order) => return Ok(End::Command(order)),
            }
        }
    }

    /// Keeps what was written among what was removed, where it was to take the place of an answer and has no end.
    fn set_aside(&mut self, lines: &[String]) -> io::Result<()> {
        let [removed, discard] =
            [Command::Removed, Command::Discard].map(|command| command.shown(self.locale));
        self.interview.set_aside(&lines.join("\n"), now());
        // A script is to notice that the answer is not what it wrote.
        self.has_failed = true;
        self.console.say(self.locale.plain_set_aside(removed, discard))
    }

    fn take_lines(&mut self, lines: &[String]) -> io::Result<()> {
        self.interview.answer(&lines.join("\n"), now());
        self.say_receipt()
    }

    fn still_text(&self, misread: &Misread) -> String {
        self.locale
            .plain_still_text(misread.message(self.locale).trim_end())
    }
}

/// Whether a command leaves the answer that is being written as it is.
fn shows_only(command: Command) -> bool {
    command
        .row()
        .is_some_and(|row| row.meanwhile == Meanwhile::GoesOn)
}
