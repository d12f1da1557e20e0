//! Lines in, lines out. Nothing reaches the terminal that is not text, and nothing moves its cursor.

use super::line::{self, Line};
use crate::messages::Locale;
use crate::text::sanitise::{clean_paste, visible};
use std::io::{self, BufRead, Write};
use unicode_segmentation::UnicodeSegmentation as _;

/// The longest line, in bytes, that terminals of this system take in while a person edits it; what is longer is cut.
const LONGEST_LINE: usize = if cfg!(target_os = "linux") { 4_095 } else { 1_023 };

/// How many characters say where a line that was cut ends.
const LAST_WORDS: usize = 12;

/// Where lines are read from and written to.
pub(super) struct Console<'io> {
    input: &'io mut dyn BufRead,
    output: &'io mut dyn Write,
    /// The language in which the program speaks.
    pub(super) locale: Locale,
    /// Whether the lines read are written too, because nobody sees them being typed.
    echo: bool,
    has_ended: bool,
}

impl<'io> Console<'io> {
    pub(super) fn new(
        input: &'io mut dyn BufRead,
        output: &'io mut dyn Write,
        locale: Locale,
        echo: bool,
    ) -> Self {
        Self {
            input,
            output,
            locale,
            echo,
            has_ended: false,
        }
    }

    /// Writes a text of any number of lines. Whatever a reader could not see, or a terminal would act on, is shown.
    pub(super) fn say(&mut self, text: impl AsRef<str>) -> io::Result<()> {
        for line in text.as_ref().split('\n') {
            writeln!(self.output, "{}", visible(line).trim_end())?;
        }
        Ok(())
    }

    /// Asks for a line of an answer; `None` at the end of the input.
    pub(super) fn ask(&mut self, prompt: &str) -> io::Result<Option<String>> {
        self.ask_for(prompt, true)
    }

    /// Asks for a line whose words are not to be seen by others; `None` at the end of the input.
    pub(super) fn ask_hidden(&mut self, prompt: &str) -> io::Result<Option<String>> {
        self.ask_for(prompt, false)
    }

    fn ask_for(&mut self, prompt: &str, echo: bool) -> io::Result<Option<String>> {
        write!(self.output, "{}", visible(prompt))?;
        self.output.flush()?;
        let line = self.read(echo)?;
        match &line {
            Some(_) if !self.echo => {}
            Some(line) if echo || !matches!(line::read(line), Line::Words(_)) => self.say(line)?,
            Some(_) => self.say(self.locale.plain_not_shown())?,
            // What comes next must not stand behind the prompt.
            None => writeln!(self.output)?,
        }
        Ok(line)
    }

    /// A question that is answered by yes or no; an empty line is no. `None` at the end of the input.
    pub(super) fn confirm(&mut self, question: &str) -> io::Result<Option<bool>> {
        self.say(question)?;
        loop {
            let Some(line) = self.ask(self.locale.plain_prompt_yes_no())? else {
                return Ok(None);
            };
            match yes_or_no(&line) {
                Some(yes) => return Ok(Some(yes)),
                None if line.trim().is_empty() => return Ok(Some(false)),
                None => self.say(self.locale.plain_say_yes_or_no())?,
            }
        }
    }

    /// A line to fill in; an empty one takes the suggestion, and a command leaves it alone. `None` where it is left.
    pub(super) fn fill_in(&mut self, prompt: &str) -> io::Result<Filled> {
        self.fill_in_as(prompt, true)
    }

    /// The same with words that may be echoed or not.
    pub(super) fn fill_in_as(&mut self, prompt: &str, echo: bool) -> io::Result<Filled> {
        let Some(text) = self.ask_for(prompt, echo)? else {
            return Ok(Filled::Ended);
        };
        Ok(match line::read(&text) {
            Line::Blank => Filled::Suggestion,
            Line::Words(words) => Filled::Words(on_one_line(&words).trim().to_owned()),
            Line::Command(_) | Line::Misread(_) => Filled::Left,
        })
    }

    /// The next line without its end; `None` at the end of the input. What is said of it may show its words or not.
    fn read(&mut self, shows: bool) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        // A terminal would go on after its end of input; a person who has ended it wants to leave.
        if self.has_ended || self.input.read_until(b'\n', &mut bytes)? == 0 {
            self.has_ended = true;
            return Ok(None);
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        }
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        let is_cut = bytes.len() >= LONGEST_LINE && !self.echo;
        if is_cut {
            drop_half_a_character(&mut bytes);
        }
        let text = String::from_utf8(bytes).or_else(|error| {
            self.say(self.locale.plain_not_utf8())?;
            io::Result::Ok(String::from_utf8_lossy(error.as_bytes()).into_owned())
        })?;
        let text = clean_paste(&text);
        if is_cut {
            self.say_cut(&text, shows)?;
        }
        Ok(Some(text))
    }

    /// Says how much of a line has come, and where it ends if its words may be seen.
    fn say_cut(&mut self, kept: &str, shows: bool) -> io::Result<()> {
        let clusters: Vec<&str> = kept.graphemes(true).collect();
        let count = clusters.len();
        let said = match clusters.get(count.saturating_sub(LAST_WORDS)..) {
            Some(end) if shows => self.locale.plain_line_cut(count, end.concat()),
            _ => self.locale.plain_line_cut_unshown(count),
        };
        self.say(said)
    }

    /// Sees to it that everything that was said is seen.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

/// How a line to fill in was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Filled {
    /// As suggested.
    Suggestion,
    /// With these words.
    Words(String),
    /// Not at all: a command was given.
    Left,
    /// Not at all: the input has ended.
    Ended,
}

/// Takes away what a cut has left of the last character.
fn drop_half_a_character(bytes: &mut Vec<u8>) {
    let half = bytes
        .utf8_chunks()
        .last()
        .map_or(0, |chunk| chunk.invalid().len());
    let whole = bytes.len().saturating_sub(half);
    let is_begun = |half: &[u8]| std::str::from_utf8(half).is_err_and(|error| error.error_len().is_none());
    if bytes.get(whole..).is_some_and(is_begun) {
        bytes.truncate(whole);
    }
}

/// A line without the breaks that a paste can have left within it.
pub(super) fn on_one_line(line: &str) -> String {
    line.replace('\n', " ")
}

/// Yes or no, in either language.
pub(super) fn yes_or_no(line: &str) -> Option<bool> {
    let line = line.trim().to_lowercase();
    match line.as_str() {
        "y" | "yes" | "是" | "是的" | "好" | "要" | "对" => Some(true),
        "n" | "no" | "否" | "不" | "不是" | "不要" | "不用" => Some(false),
        _ => None,
    }
}
