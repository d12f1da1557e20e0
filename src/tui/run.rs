//! The running program: what happens outside comes in as actions, effects go out.

use super::action::Action;
use super::app::{App, Looks};
use super::effect::Effect;
use super::home::{SessionRow, StartRow};
use super::keys::Keys;
use super::runtime::{Input, Message, Screen, ScreenOptions, Signal};
use super::runtime::{clipboard, external_editor, hangup, leaving, panic_hook, probe, signals};
use super::theme::{Glyphs, Theme};
use super::{keymap, layout, update, view};
use crate::messages::Locale;
use crate::output::{self, OutputError};
use crate::session::directory::SessionDirectory;
use crate::session::library::{self, LibraryError, Loaded};
use crate::session::open::Want;
use crate::session::saver::{Report, Saver};
use crate::session::schedule::{AFTER_FIRST_UNSAVED, AFTER_LAST_KEY};
use crate::session::seal::seal;
use crate::session::store::Store;
use crate::session::{Session, catalogue, format, time};
use crate::text::width::AmbiguousWidth;
use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long leaving a session waits for the disk.
const CLOSE_PATIENCE: Duration = Duration::from_secs(10);

/// What the program is started with.
#[derive(Debug)]
pub struct Options {
    /// Where sessions live.
    pub store: Store,
    /// The language in which the program speaks.
    pub locale: Locale,
    /// Whether colours are used.
    pub colours: bool,
    /// Whether only ASCII is drawn, besides the text.
    pub ascii: bool,
    /// How wide ambiguous characters are; `None` asks the terminal.
    pub ambiguous: Option<AmbiguousWidth>,
    /// The keys in force.
    pub keys: Keys,
    /// Whether clicks, drags and the wheel are taken.
    pub mouse: bool,
    /// What the person is to be told at once, as of settings that are not in force.
    pub notice: Option<String>,
    /// The session to open at once.
    pub open: Option<SessionDirectory>,
    /// Where exported files go unless the person says otherwise.
    pub export_directory: PathBuf,
}

/// What reaches the main loop.
enum Incoming {
    Outside(Message),
    Saved(Report),
}

impl From<Message> for Incoming {
    fn from(message: Message) -> Self {
        Self::Outside(message)
    }
}

/// Runs the program until the person leaves it, and gives its exit code.
///
/// # Errors
/// The terminal's.
pub fn run(options: Options) -> io::Result<u8> {
    let locale = options.locale;
    panic_hook::install(move |crash| locale.crashed(crash));
    let saver: Arc<Mutex<Option<Saver>>> = Arc::default();
    let last = Arc::clone(&saver);
    leaving::save_on_leaving(move || {
        if let Ok(saver) = last.try_lock()
            && let Some(saver) = saver.as_ref()
        {
            let _ = saver.flush(CLOSE_PATIENCE);
        }
    });
    let (sender, receiver) = mpsc::channel();
    signals::watch::<Incoming>(sender.clone())?;
    hangup::watch::<Incoming>(sender.clone())?;
    let screen = Screen::enter(ScreenOptions {
        mouse: options.mouse,
        ..ScreenOptions::default()
    })?;
    let probed = match options.ambiguous {
        Some(width) => probe::Probe {
            width,
            typed: Vec::new(),
        },
        None => probe::ambiguous_width(probe::PATIENCE),
    };
    let input = Input::spawn::<Incoming>(sender.clone())?;
    let glyphs = Glyphs {
        ascii: options.ascii || probed.width == AmbiguousWidth::Two,
    };
    let looks = Looks {
        locale,
        theme: Theme::new(options.colours),
        glyphs,
        ambiguous: probed.width,
    };
    let export_directory = options.export_directory.display().to_string();
    let mut app = App::new(looks, screen.size()?, export_directory, fastrand::Rng::new());
    app.keys = options.keys;
    let mut program = Program {
        app,
        screen,
        input,
        store: options.store,
        saver,
        sender,
        pause: Pause::default(),
        exit_code: None,
        over: false,
    };
    program.perform(match options.open {
        Some(directory) => vec![Effect::Open(directory.path().to_owned())],
        None => vec![Effect::List],
    });
    if let Some(notice) = options.notice {
        program.app.complain(notice);
    }
    for event in probed.typed {
        program.event(event);
    }
    program.main_loop(&receiver)
}

struct Program {
    app: App,
    screen: Screen,
    input: Input,
    store: Store,
    saver: Arc<Mutex<Option<Saver>>>,
    sender: Sender<Incoming>,
    pause: Pause,
    exit_code: Option<u8>,
    over: bool,
}

/// When what is being typed is to be taken into the answers and saved.
#[derive(Debug, Default)]
struct Pause {
    typed: Option<(Instant, Instant)>,
}

impl Pause {
    fn typed(&mut self, now: Instant) {
        let first = self.typed.map_or(now, |(first, _)| first);
        self.typed = Some((first, now));
    }

    /// How long until then; `None` while nothing is typed.
    fn due_in(&self, now: Instant) -> Option<Duration> {
        let (first, last) = self.typed?;
        let due = (last + AFTER_LAST_KEY).min(first + AFTER_FIRST_UNSAVED);
        Some(due.saturating_duration_since(now))
    }
}

impl Program {
    fn main_loop(&mut self, receiver: &Receiver<Incoming>) -> io::Result<u8> {
        while !self.over {
            self.draw()?;
            let first = match self.pause.due_in(Instant::now()) {
                Some(wait) => match receiver.recv_timeout(wait) {
                    Ok(incoming) => Some(incoming),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => break,
                },
                None => match receiver.recv() {
                    Ok(incoming) => Some(incoming),
                    Err(mpsc::RecvError) => break,
                },
            };
            if first.is_none() {
                self.act(Action::Pause);
            }
            // What has come in meanwhile is shown in one frame.
            let mut next = first;
            while let Some(incoming) = next {
                self.take(incoming);
                next = if self.over { None } else { receiver.try_recv().ok() };
            }
        }
        Ok(self.exit_code.unwrap_or(0))
    }

    fn draw(&mut self) -> io::Result<()> {
        let layout = layout::lay_out(&mut self.app);
        let app = &self.app;
        self.screen.draw(|frame| view::draw(app, &layout, frame))
    }

    fn take(&mut self, incoming: Incoming) {
        match incoming {
            Incoming::Outside(Message::Terminal(event)) => self.event(event),
            Incoming::Outside(Message::Signal(signal)) => self.signal(signal),
            Incoming::Outside(Message::Hangup | Message::InputFailed(_)) => self.terminate(129),
            Incoming::Saved(Report::Saved(saved)) => self.act(Action::Saved(time::time_of_day(saved.at))),
            Incoming::Saved(Report::Failed { error, .. }) => {
                let reason = error.message(self.app.looks.locale);
                self.act(Action::SaveFailed(reason));
            }
        }
    }

    fn event(&mut self, event: crossterm::event::Event) {
        if let Some(action) = keymap::action(&self.app, event) {
            self.act(action);
        }
    }

    fn signal(&mut self, signal: Signal) {
        match signal {
            Signal::Stop => {
                self.act(Action::Pause);
                self.screen.suspend();
                let _ = signals::stop();
                let _ = self.screen.resume();
            }
            Signal::Continue => {
                self.screen.suspend();
                let _ = self.screen.resume();
            }
            Signal::Interrupt | Signal::Quit | Signal::Terminate | Signal::Hangup => {
                self.terminate(signal.exit_code().unwrap_or(1));
            }
        }
    }

    /// Saves and ends, with an exit code of its own.
    fn terminate(&mut self, code: u8) {
        self.exit_code = Some(code);
        self.act(Action::Terminate);
        // Nobody is there to answer a question.
        self.over = true;
    }

    fn act(&mut self, action: Action) {
        self.app.now = time::now();
        let effects = update::update(&mut self.app, action);
        self.perform(effects);
        match self.app.interview().is_some_and(|interview| interview.dirty) {
            true => self.pause.typed(Instant::now()),
            false => self.pause.typed = None,
        }
    }

    /// Performs effects, and those that come of them.
    fn perform(&mut self, effects: Vec<Effect>) {
        let mut waiting: VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            for action in self.carry_out(effect) {
                self.app.now = time::now();
                waiting.extend(update::update(&mut self.app, action));
            }
        }
    }

    fn carry_out(&mut self, effect: Effect) -> Vec<Action> {
        let locale = self.app.looks.locale;
        match effect {
            Effect::List => vec![self.list()],
            Effect::Open(directory) => self.opened(library::open(
                &self.store,
                SessionDirectory::new(directory),
                Want::Write,
            )),
            Effect::Start(row, name) => self.start(&row, name),
            Effect::Rename(directory, name) => {
                let done = library::rename(&self.store, SessionDirectory::new(directory), &name);
                self.listed_after(done.map(|()| None))
            }
            Effect::Duplicate(directory, name) => {
                let done = library::duplicate(&self.store, SessionDirectory::new(directory), &name);
                self.listed_after(done.map(|_| None))
            }
            Effect::Delete(directory) => {
                let now = u64::try_from(time::now()).unwrap_or_default();
                let done = self.store.delete(&SessionDirectory::new(directory), now);
                self.listed_after(
                    done.map_err(LibraryError::from)
                        .map(|deleted| Some(locale.deleted_session(deleted.directory.path().display()))),
                )
            }
            Effect::Save(text) => {
                self.with_saver(|saver| {
                    saver.submit(Box::new(move || seal(&text()).into_bytes()));
                    saver.save_now();
                });
                Vec::new()
            }
            Effect::Close => vec![self.close()],
            Effect::Abandon => {
                self.with_saver(|saver| saver.abandon(CLOSE_PATIENCE));
                self.set_saver(None);
                Vec::new()
            }
            Effect::Export {
                path,
                bytes,
                overwrite,
            } => vec![match output::write(&path, &bytes, overwrite) {
                Ok(()) => Action::Exported(path),
                Err(OutputError::Exists(path)) => Action::ExportExists(path),
                Err(error) => Action::Failed(error.message(locale)),
            }],
            Effect::Clipboard(text) => {
                // A terminal without a clipboard is no failure: the program's own still holds the text.
                let _ = clipboard::copy(&mut self.screen, &text);
                Vec::new()
            }
            Effect::ExternalEditor(text) => {
                let directory = self.store.root().to_owned();
                match external_editor::edit(&mut self.screen, &self.input, &directory, &text) {
                    Ok(text) => vec![Action::Edited(text)],
                    Err(error) => vec![Action::Failed(error.message(locale))],
                }
            }
            Effect::Quit => {
                self.over = true;
                Vec::new()
            }
        }
    }

    fn list(&self) -> Action {
        let sessions = self.store.list().unwrap_or_default().into_iter().map(|listed| {
            let header = listed.header.as_ref();
            let named = header
                .map(|header| header.name.clone())
                .filter(|name| !name.is_empty());
            let questionnaire = header.and_then(|header| header.table.get("questionnaire")?.as_str());
            let saved = listed.saved_at.map(|at| crate::session::disk::unix_seconds(at));
            SessionRow {
                name: named.unwrap_or_else(|| listed.directory.id()),
                questionnaire: questionnaire.unwrap_or_default().to_owned(),
                saved: saved
                    .map(|at| time::shown(i64::try_from(at).unwrap_or(0)))
                    .unwrap_or_default(),
                progress: header.and_then(|header| format::head_progress(&header.table)),
                directory: listed.directory.path().to_owned(),
            }
        });
        let year = time::year(time::now());
        let locale = self.app.looks.locale;
        let starts = catalogue::list(self.store.root())
            .into_iter()
            .map(|entry| match entry {
                Ok(entry) => {
                    let settings = &entry.questionnaire.settings;
                    StartRow {
                        name: entry.name,
                        title: settings.title.clone(),
                        about: settings.about.clone(),
                        suggestion: format!("{} {year}", settings.title),
                    }
                }
                Err(error) => StartRow {
                    name: String::new(),
                    title: locale.broken_questionnaire().to_owned(),
                    about: Some(error.message(locale)),
                    suggestion: String::new(),
                },
            });
        Action::Listed(sessions.collect(), starts.collect())
    }

    fn start(&mut self, row: &StartRow, name: String) -> Vec<Action> {
        let locale = self.app.looks.locale;
        match catalogue::find(self.store.root(), &row.name) {
            Ok(entry) => {
                let session = Session::new(name, entry.name, time::now());
                self.opened(library::start(&self.store, &entry.questionnaire, session))
            }
            Err(error) => vec![Action::Failed(error.message(locale))],
        }
    }

    fn opened(&mut self, loaded: Result<Loaded, LibraryError>) -> Vec<Action> {
        let locale = self.app.looks.locale;
        let started = loaded
            .map_err(|error| error.message(locale))
            .and_then(|mut loaded| {
                let writer = loaded.writer.take();
                let sender = self.sender.clone();
                // The main loop may have ended; nobody is left to tell.
                let report = move |report| drop(sender.send(Incoming::Saved(report)));
                let saver = writer.map(|writer| Saver::start(writer, report)).transpose();
                saver
                    .map(|saver| (loaded, saver))
                    .map_err(|error| error.to_string())
            });
        match started {
            Ok((loaded, saver)) => {
                self.set_saver(saver);
                vec![Action::Opened(Box::new(loaded))]
            }
            Err(reason) => {
                // A session that was asked for on the command line has no list behind it yet.
                vec![self.list(), Action::Failed(reason)]
            }
        }
    }

    fn listed_after(&self, done: Result<Option<String>, LibraryError>) -> Vec<Action> {
        let said = match done {
            Ok(said) => said.map(Action::Said),
            Err(error) => Some(Action::Failed(error.message(self.app.looks.locale))),
        };
        [self.list()].into_iter().chain(said).collect()
    }

    fn close(&mut self) -> Action {
        let locale = self.app.looks.locale;
        let mut closed = Ok(None);
        self.with_saver(|saver| closed = saver.close(CLOSE_PATIENCE));
        match closed {
            Ok(_) => {
                self.set_saver(None);
                Action::Left
            }
            Err(error) => Action::LeaveFailed(error.message(locale)),
        }
    }

    fn with_saver(&self, with: impl FnOnce(&Saver)) {
        let saver = self.saver.lock().map(|saver| saver.clone()).unwrap_or_default();
        if let Some(saver) = saver {
            with(&saver);
        }
    }

    fn set_saver(&self, saver: Option<Saver>) {
        if let Ok(mut present) = self.saver.lock() {
            *present = saver;
        }
    }
}
