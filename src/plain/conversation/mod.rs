//! One session, from its first question to the leaving of it.

mod answering;
mod editing;
mod instances;
mod leaving;
mod obeying;

pub(super) use obeying::help;

use super::command::{Command, Misread, Order};
use super::console::{Console, on_one_line, yes_or_no};
use super::interview::Interview;
use super::line::{Line, read, read_unmarked};
use super::question::{Extent, describe};
use super::run::Options;
use super::saving::Saving;
use crate::answers::Place;
use crate::messages::Locale;
use crate::questionnaire::{Kind, Question};
use crate::session::library::Loaded;
use crate::session::time;
use std::io;
use std::path::Path;

/// Where the person goes from a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaving {
    /// To the list of sessions.
    ToHome,
    /// Out of the program.
    Quit,
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Left {
    /// Where to.
    pub(super) leaving: Leaving,
    /// Whether something that the person asked for was not done: saved, exported, changed.
    pub(super) has_failed: bool,
}

/// What comes after a line.
enum After {
    /// The prompt again: nothing stands between it and the question.
    Prompt,
    /// A reminder of the present question.
    Reminder,
    /// The question of the present stop.
    Question,
    /// The end.
    Leave(Leaving),
}

/// One session, talked through.
pub(super) struct Conversation<'a, 'io> {
    console: &'a mut Console<'io>,
    locale: Locale,
    interview: Interview,
    saving: Saving,
    export_directory: &'a Path,
    home: Option<&'a Path>,
    random: fastrand::Rng,
    /// The stop that was described last.
    described: Option<Place>,
    has_failed: bool,
}

/// Talks a session through, saves it and lets go of it.
///
/// # Errors
/// The input's or the output's. All that was answered is saved then as well.
pub(super) fn talk<'io>(
    console: &mut Console<'io>,
    mut loaded: Loaded,
    options: &Options,
) -> io::Result<Left> {
    let locale = console.locale;
    let saving = Saving::start(loaded.writer.take(), options.rescue_places.clone())?;
    let mut conversation = Conversation {
        locale,
        interview: Interview::new(&loaded, locale),
        saving,
        export_directory: &options.export_directory,
        home: options.home.as_deref(),
        random: fastrand::Rng::new(),
        described: None,
        has_failed: false,
        console,
    };
    let outcome = conversation.run(&loaded);
    if outcome.is_err() {
        // Nobody can be told anything any more.
        conversation.submit();
        let questionnaire = conversation.interview.work.outline().questionnaire();
        let _ = conversation.saving.end(questionnaire, locale);
    }
    outcome.map(|leaving| Left {
        leaving,
        has_failed: conversation.has_failed,
    })
}

impl Conversation<'_, '_> {
    fn run(&mut self, loaded: &Loaded) -> io::Result<Leaving> {
        self.greet(loaded)?;
        let mut after = After::Question;
        loop {
            self.settle()?;
            match after {
                After::Prompt => {}
                After::Reminder => self.describe(Extent::Brief)?,
                After::Question => self.describe(Extent::Full)?,
                After::Leave(leaving) => return Ok(leaving),
            }
            let prompt = self.prompt();
            let line = if self.interview.is_at_sensitive() {
                self.console.ask_hidden(prompt)?
            } else {
                self.console.ask(prompt)?
            };
            after = match line {
                Some(line) => self.take(&line)?,
                None => After::Leave(self.end_of_input()?),
            };
        }
    }

    fn greet(&mut self, loaded: &Loaded) -> io::Result<()> {
        let progress = self
            .interview
            .outline()
            .get(crate::outline::Outline::ROOT)
            .map(|root| root.progress);
        let progress = progress.unwrap_or_default();
        let progress = self.locale.plain_progress(progress.answered, progress.total);
        self.console
            .say(self.locale.plain_listed(&self.interview.session.name, progress))?;
        if !self.says_read_only()? && loaded.edited_by_hand {
            self.console.say(self.locale.opened_edited())?;
        }
        self.console.say(self.locale.plain_greeting())?;
        let at = self.interview.outline().find(&self.interview.at);
        match at.filter(|_| self.interview.has_set_aside()) {
            Some(id) => {
                let title = self.interview.outline().title(id);
                let [removed, discard] =
                    [Command::Removed, Command::Discard].map(|command| command.shown(self.locale));
                let said = self.locale.plain_was_set_aside(title, removed, discard);
                self.console.say(said)
            }
            None => Ok(()),
        }
    }

    fn describe(&mut self, extent: Extent) -> io::Result<()> {
        let text = describe(&self.interview, self.described.as_ref(), extent, self.locale);
        self.described = Some(self.interview.at.clone());
        self.console.say("")?;
        self.console.say(text)
    }

    fn prompt(&self) -> &'static str {
        if self.interview.stop().is_none() {
            self.locale.plain_prompt_command()
        } else if self.interview.is_at_group() {
            self.locale.plain_prompt_yes_no()
        } else {
            self.locale.plain_prompt_answer()
        }
    }

    /// Has everything saved, and says so where that fails or works again.
    fn settle(&mut self) -> io::Result<()> {
        self.submit();
        match self.saving.settle(self.locale) {
            Some(words) => self.console.say(words),
            None => Ok(()),
        }
    }

    fn submit(&mut self) {
        if let Some(text) = self.interview.take_unsaved() {
            self.saving.submit(text);
        }
    }

    /// Takes a line at the present stop.
    fn take(&mut self, line: &str) -> io::Result<After> {
        if self.asks_for_help(line) {
            return self.obey(&Order {
                command: Command::Help,
                argument: None,
            });
        }
        if self.interview.takes_many_lines() {
            return self.take_first_of_many(line);
        }
        let line = on_one_line(line);
        let is_asked = self.interview.question().is_some();
        let line = if is_asked {
            read(&line)
        } else {
            read_unmarked(&line)
        };
        match line {
            Line::Blank => self.obey(&Order {
                command: Command::Next,
                argument: None,
            }),
            Line::Command(order) => self.obey(&order),
            Line::Misread(misread) => self.say_misread(&misread),
            Line::Words(words) if is_asked => self.take_answer(&words),
            Line::Words(words) if self.interview.is_at_group() => self.take_another(&words),
            Line::Words(words) => self.say_misread(&Misread::Unknown(words)),
        }
    }

    /// Whether a line is a question mark where that can hardly be the answer: one stands there already, or is of a kind
    /// that is no text.
    fn asks_for_help(&self, line: &str) -> bool {
        let is_text = |question: &Question| matches!(question.kind, Kind::Line | Kind::Prose | Kind::List(_));
        let is_for_words = self.interview.question().is_some_and(is_text);
        matches!(line.trim(), "?" | "？") && (!is_for_words || self.interview.stands().is_some())
    }

    /// Takes yes or no at the stop after the instances of a repeated section.
    fn take_another(&mut self, words: &str) -> io::Result<After> {
        let command = match yes_or_no(words) {
            Some(true) => Command::Add,
            Some(false) => Command::Next,
            None => {
                self.console.say(self.locale.plain_say_yes_or_no())?;
                return Ok(After::Prompt);
            }
        };
        self.obey(&Order {
            command,
            argument: None,
        })
    }

    /// Says why what begins as a command is none.
    fn say_misread(&mut self, misread: &Misread) -> io::Result<After> {
        let text = misread.message(self.locale);
        self.console.say(text)?;
        if self.interview.question().is_some() && matches!(misread, Misread::Unknown(_)) {
            self.console.say(self.locale.plain_escape_hint())?;
        }
        Ok(After::Prompt)
    }

    /// Refuses to change anything, and says why, where nothing can be changed.
    fn refuses_changes(&mut self) -> io::Result<bool> {
        let is_refused = self.says_read_only()?;
        self.has_failed |= is_refused;
        Ok(is_refused)
    }

    /// Says that nothing can be changed, and why, where that is so.
    fn says_read_only(&mut self) -> io::Result<bool> {
        let said = self.interview.read_only.as_ref();
        let said = said.map(|reason| self.locale.opened_read_only(reason));
        let is_read_only = said.is_some();
        if let Some(said) = said {
            self.console.say(said)?;
        }
        Ok(is_read_only)
    }
}

/// Now, in seconds since 1970.
fn now() -> i64 {
    time::now()
}
