//! The command table: every command with its words in both languages and what it does, in one place. Reading a line and
//! the help are made from it.

use crate::messages::Locale;
use crate::text::similar::similar;

/// What a command takes behind its word.
#[derive(Debug, Clone, Copy)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// Something, or nothing.
    Maybe(fn(Locale) -> &'static str),
    /// Something.
    Something(fn(Locale) -> &'static str),
}

/// Where a command has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// In a session.
    Session,
    /// In a session and at the list of sessions.
    Anywhere,
}

/// What a command does to an answer that is being written line by line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meanwhile {
    /// It only shows something; the answer goes on.
    GoesOn,
    /// It ends the answer first.
    Ends,
}

macro_rules! commands {
    ($($name:ident $doc:literal: $help:ident [$($zh:literal),+] [$($en:literal),+]
        $takes:ident $(($argument:ident))?, $context:ident, $meanwhile:ident;)*) => {
        /// Something that the person can have done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command {
            $(#[doc = $doc] $name),*
        }

        /// The command table, in the order of the help.
        pub const TABLE: &[Row] = &[
            $(Row {
                command: Command::$name,
                chinese: &[$($zh),+],
                english: &[$($en),+],
                takes: Takes::$takes $((Locale::$argument))?,
                context: Context::$context,
                meanwhile: Meanwhile::$meanwhile,
                help: Locale::$help,
            }),*
        ];
    };
}

/// One command.
#[derive(Debug)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Its Chinese words, the first of which is shown.
    pub chinese: &'static [&'static str],
    /// Its English words, the first of which is shown.
    pub english: &'static [&'static str],
    /// What it takes.
    pub takes: Takes,
    /// Where it has a meaning.
    pub context: Context,
    /// What it does to an answer that is being written.
    pub meanwhile: Meanwhile,
    /// What it does, in a few words.
    pub help: fn(Locale) -> &'static str,
}

commands! {
    Next "To the next stop." : plain_help_next
        ["下一题"] ["next", "n"] Nothing, Session, Ends;
    Back "To the stop before." : plain_help_back
        ["上一题", "返回", "后退"] ["back", "b"] Nothing, Session, Ends;
    NextOpen "To the next question that wants something." : plain_help_next_open
        ["下一处未完"] ["next open"] Nothing, Session, Ends;
    Jump "To a stop." : plain_help_jump
        ["到", "跳转", "跳到"] ["jump", "j", "go"] Something(plain_argument_place), Session, Ends;
    Again "The present question once more, with its whole answer." : plain_help_again
        ["重看"] ["again"] Nothing, Session, GoesOn;
    List "The outline." : plain_help_list
        ["大纲", "列表"] ["list"] Nothing, Anywhere, GoesOn;
    Open "What is still open." : plain_help_open
        ["未完", "检查"] ["open", "check"] Nothing, Session, GoesOn;
    Show "The text so far." : plain_help_show
        ["文稿", "预览"] ["show"] Nothing, Session, GoesOn;
    Reveal "Shows answers to sensitive questions, or no longer." : command_reveal
        ["显示"] ["reveal"] Nothing, Session, GoesOn;
    Append "Goes on writing at the end of the present answer." : plain_help_append
        ["续写"] ["append"] Nothing, Session, Ends;
    Replace "Puts other words in the place of some of the present answer." : plain_help_replace
        ["替换"] ["replace"] Nothing, Session, Ends;
    Clear "Takes the present answer away." : plain_help_clear
        ["清空"] ["clear"] Nothing, Session, Ends;
    Add "Adds an instance." : plain_help_add
        ["添加"] ["add"] Nothing, Session, Ends;
    Remove "Removes the present instance." : plain_help_remove
        ["移除"] ["remove"] Nothing, Session, Ends;
    Removed "What was removed, and brings it back." : plain_help_removed
        ["找回", "抽屉"] ["removed", "drawers"] Maybe(plain_argument_number), Session, Ends;
    Discard "Throws away a text that was not finished." : plain_help_discard
        ["丢弃"] ["discard"] Maybe(plain_argument_number), Session, Ends;
    MoveUp "Moves the present instance up." : plain_help_move_up
        ["上移"] ["move up"] Nothing, Session, Ends;
    MoveDown "Moves the present instance down." : plain_help_move_down
        ["下移"] ["move down"] Nothing, Session, Ends;
    Undo "Takes the last change back." : plain_help_undo
        ["撤销"] ["undo"] Nothing, Session, Ends;
    Redo "Makes the last change that was taken back once more." : plain_help_redo
        ["重做"] ["redo"] Nothing, Session, Ends;
    Export "Writes the text to a file." : plain_help_export
        ["导出"] ["export"] Maybe(plain_argument_file), Session, Ends;
    Save "Saves now, and says whether it worked." : plain_help_save
        ["保存"] ["save"] Nothing, Session, GoesOn;
    Home "Back to the list of sessions." : plain_help_home
        ["首页"] ["home"] Nothing, Session, Ends;
    Help "All commands." : plain_help_help
        ["帮助", "？"] ["help", "h", "?"] Nothing, Anywhere, GoesOn;
    Quit "Saves and quits." : plain_help_quit
        ["退出", "离开"] ["quit", "q", "exit"] Nothing, Anywhere, Ends;
}

/// A command as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The command.
    pub command: Command,
    /// What stood behind its word.
    pub argument: Option<String>,
}

/// Why words are no command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// No command is called so.
    Unknown(String),
    /// The command takes something that is missing.
    Lacks(Command),
    /// The command takes nothing, and something stands there.
    TakesNothing(Command),
}

impl Command {
    /// Its row in the table.
    pub fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.command == self)
    }

    /// Its word in a language, with the mark before it: `:help`.
    pub fn shown(self, locale: Locale) -> String {
        self.row().map(|row| row.shown(locale)).unwrap_or_default()
    }
}

impl Row {
    /// Its word in a language, with the mark before it: `:help`.
    pub fn shown(&self, locale: Locale) -> String {
        let words = match locale {
            Locale::Zh => self.chinese,
            Locale::En => self.english,
        };
        format!(":{}", words.first().copied().unwrap_or_default())
    }

    /// What it takes, in the words of a language: `FILE`.
    pub fn argument(&self, locale: Locale) -> Option<&'static str> {
        match self.takes {
            Takes::Nothing => None,
            Takes::Maybe(argument) | Takes::Something(argument) => Some(argument(locale)),
        }
    }

    /// What stands behind the longest of its words that a text begins with, and how long that word is.
    fn rest<'a>(&self, text: &'a str) -> Option<(usize, &'a str)> {
        let words = self.chinese.iter().chain(self.english);
        let rests = words.filter_map(|word| {
            let (head, rest) = text.split_at_checked(word.len())?;
            let is_whole = rest.is_empty() || rest.starts_with(char::is_whitespace);
            // Chinese needs no space before what follows: 到12.
            let may_touch = !word.is_ascii() && !matches!(self.takes, Takes::Nothing);
            (head.eq_ignore_ascii_case(word) && (is_whole || may_touch)).then_some((word.len(), rest))
        });
        rests.max_by_key(|(length, _)| *length)
    }
}

/// The command that may have been meant by words that are none: one of its words is near to what they begin with.
pub fn nearest(text: &str) -> Option<Command> {
    let first = text.split_whitespace().next()?.to_lowercase();
    // A word of one character is near to everything.
    let words = |row: &Row| {
        let long = |word: &&'static str| word.chars().count() > 1;
        row.chinese
            .iter()
            .chain(row.english)
            .copied()
            .filter(long)
            .collect::<Vec<_>>()
    };
    let found = similar(&first, TABLE.iter().flat_map(words))?;
    let row = TABLE.iter().find(|row| words(row).contains(&found.as_str()))?;
    Some(row.command)
}

/// Reads a command without a mark before it. Both languages are always understood.
///
/// # Errors
/// [`Misread`]
pub fn parse(text: &str) -> Result<Order, Misread> {
    let text = text.trim();
    let found = TABLE
        .iter()
        .filter_map(|row| row.rest(text).map(|(length, rest)| (row, length, rest.trim())))
        .max_by_key(|(_, length, _)| *length);
    let Some((row, _, argument)) = found else {
        return Err(Misread::Unknown(text.to_owned()));
    };
    match (row.takes, argument) {
        (Takes::Nothing, "") | (Takes::Maybe(_), "") => Ok(Order {
            command: row.command,
            argument: None,
        }),
        (Takes::Nothing, _) => Err(Misread::TakesNothing(row.command)),
        (Takes::Something(_), "") => Err(Misread::Lacks(row.command)),
        (Takes::Maybe(_) | Takes::Something(_), argument) => Ok(Order {
            command: row.command,
            argument: Some(argument.to_owned()),
        }),
    }
}
