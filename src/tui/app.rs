//! The program's whole state.

use super::command::{Command, Context};
use super::dialog::Dialog;
use super::find::Scope;
use super::footer::{About, Footer};
use super::hints::Hints;
use super::home::Home;
use super::interview::{Focus, Interview};
use super::keys::Keys;
use super::layout::panes::Side;
use super::theme::{Glyphs, Theme};
use crate::messages::Locale;
use crate::settings::panes::Panes;
use crate::text::width::AmbiguousWidth;
use ratatui::layout::Size;

/// How the program shows itself. Fixed at start.
#[derive(Debug, Clone, Copy)]
pub struct Looks {
    /// The language in which it speaks.
    pub locale: Locale,
    /// Colours.
    pub theme: Theme,
    /// Marks.
    pub glyphs: Glyphs,
    /// How wide ambiguous characters are.
    pub ambiguous: AmbiguousWidth,
}

/// Which screen is shown.
#[derive(Debug)]
pub enum Screen {
    /// Sessions and questionnaires.
    Home(Home),
    /// A session in hand.
    Interview(Box<Interview>),
}

/// A word to the person, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub text: String,
    /// Whether something went wrong.
    pub wrong: bool,
    /// Until when it stays whatever the person does, in seconds since 1970: what they must not miss while they type.
    pub until: i64,
}

/// How long a notice stays that the person must not miss, in seconds.
const INSISTENCE: i64 = 10;

/// What becomes of the program when the session in hand is let go of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// Back to the first screen.
    ToHome,
    /// The end.
    Quit,
}

/// The program's state.
#[derive(Debug)]
pub struct App {
    /// How it shows itself.
    pub looks: Looks,
    /// The keys in force.
    keys: Keys,
    /// What is said of keys again and again.
    pub hints: Hints,
    /// The keys that stand in the lowest row.
    pub footer: Footer,
    /// The size of the terminal.
    pub size: Size,
    /// The screen.
    pub screen: Screen,
    /// What stands over it, the topmost last.
    pub dialogs: Vec<Dialog>,
    /// A word to the person.
    pub notice: Option<Notice>,
    /// The panes beside the question.
    pub panes: Panes,
    /// The rule between panes that the mouse holds.
    pub held_rule: Option<Side>,
    /// Whether half-width marks typed behind Han characters become full-width ones.
    pub typing_aid: bool,
    /// What was cut or copied last.
    pub clipboard: String,
    /// Where the program is going.
    pub leaving: Option<Leaving>,
    /// Seconds since 1970-01-01 UTC, as of the present event.
    pub now: i64,
    /// Where exported files go unless the person says otherwise.
    pub export_directory: String,
    /// Random bits for instance ids.
    pub random: fastrand::Rng,
}

impl App {
    /// The program at its first screen.
    pub fn new(looks: Looks, size: Size, export_directory: String, random: fastrand::Rng) -> Self {
        Self {
            looks,
            hints: Hints::new(&Keys::default(), &looks),
            footer: Footer::default(),
            keys: Keys::default(),
            size,
            screen: Screen::Home(Home::default()),
            dialogs: Vec::new(),
            notice: None,
            panes: Panes::default(),
            held_rule: None,
            typing_aid: false,
            clipboard: String::new(),
            leaving: None,
            now: 0,
            export_directory,
            random,
        }
    }

    /// The keys in force.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Takes other keys, and says from now on what goes with them.
    pub fn use_keys(&mut self, keys: Keys) {
        self.hints = Hints::new(&keys, &self.looks);
        self.footer = Footer::default();
        self.keys = keys;
    }

    /// Makes the lowest row for these contexts, where it was made for others.
    pub fn renew_footer(&mut self, contexts: Vec<Context>) {
        let about = self.about();
        self.footer
            .renew(&self.keys, contexts, about, &self.looks, self.size.width);
    }

    /// What the commands on instances are about.
    fn about(&self) -> About {
        match (self.dialogs.last(), self.interview()) {
            (Some(Dialog::Table(table)), _) => About {
                kind: Some(table.subject().kind.to_owned()),
                idle: Vec::new(),
            },
            (None, Some(interview)) if interview.focus == Focus::Outline => About {
                kind: None,
                idle: idle_in_outline(interview),
            },
            _ => About::default(),
        }
    }

    /// How the person is told which key gives a command in a context.
    pub fn key_of(&self, command: Command, context: Context) -> String {
        self.keys.in_words(command, context, &self.looks)
    }

    /// The session in hand.
    pub fn interview(&self) -> Option<&Interview> {
        match &self.screen {
            Screen::Interview(interview) => Some(interview),
            Screen::Home(_) => None,
        }
    }

    /// The session in hand.
    pub fn interview_mut(&mut self) -> Option<&mut Interview> {
        match &mut self.screen {
            Screen::Interview(interview) => Some(interview),
            Screen::Home(_) => None,
        }
    }

    /// The contexts in which a key is looked up, the innermost first.
    pub fn contexts(&self) -> Vec<Context> {
        let mut contexts = match (self.dialogs.last(), &self.screen) {
            (Some(Dialog::Reading(_)), _) => vec![Context::Reading],
            (Some(Dialog::Confirm(_)), _) => vec![Context::Confirm],
            (Some(Dialog::Prompt(_)), _) => vec![Context::Prompt],
            (Some(Dialog::Menu(_)), _) => vec![Context::Menu],
            // While something is looked for, letters are letters.
            (Some(Dialog::Table(table)), _) if table.filter().is_some() => vec![Context::Filter],
            (Some(Dialog::Table(_)), _) => vec![Context::Table],
            (Some(Dialog::Find(find)), _) => match find.scope {
                Scope::Answer => vec![Context::Find, Context::Prompt],
                Scope::Everywhere => vec![Context::FindEverywhere, Context::Prompt],
            },
            (Some(Dialog::Calendar(_)), _) => vec![Context::Calendar],
            (Some(Dialog::Comparison(_)), _) => vec![Context::Comparison],
            (None, Screen::Home(home)) if home.filter().is_some() => vec![Context::Filter],
            (None, Screen::Home(_)) => vec![Context::Home],
            (None, Screen::Interview(interview)) => {
                let mut contexts = match interview.focus {
                    Focus::Outline => match interview.outline_pane.narrowing.typed() {
                        Some(_) => vec![Context::Filter],
                        None => vec![Context::Outline],
                    },
                    Focus::Page => vec![Context::Page],
                    Focus::Answer => interview.field.contexts(),
                };
                contexts.push(Context::Interview);
                contexts
            }
        };
        contexts.push(Context::Anywhere);
        contexts
    }

    /// Says something to the person.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            wrong: false,
            until: 0,
        });
    }

    /// Says that something went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            wrong: true,
            until: 0,
        });
    }

    /// Says what the person must not miss while they type on: it stays for some seconds, or until Esc.
    pub fn insist(&mut self, text: impl Into<String>, wrong: bool) {
        self.notice = Some(Notice {
            text: text.into(),
            wrong,
            until: self.now.saturating_add(INSISTENCE),
        });
    }
}

/// The commands on instances that would do nothing on the row under the outline's cursor.
fn idle_in_outline(interview: &Interview) -> Vec<Command> {
    let row = interview.outline_pane.place();
    let id = row.and_then(|place| interview.outline().find(place));
    let mut idle = Vec::new();
    if id.and_then(|id| interview.work.group_around(id)).is_none() {
        idle.push(Command::AddInstance);
    }
    if id.and_then(|id| interview.work.instance_around(id)).is_none() {
        idle.extend([Command::RemoveInstance, Command::MoveUp, Command::MoveDown]);
    }
    idle
}
