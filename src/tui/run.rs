//! The running program: what happens outside comes in as actions, effects go out.

use super::action::Action;
use super::app::{App, Looks};
use super::command::{Command, Context};
use super::effect::Effect;
use super::in_hand::InHand;
use super::keys::Keys;
use super::runtime::{Inbox, Message, Outbox, Screen, ScreenOptions, Signal};
use super::runtime::{clipboard, external_editor, hangup, leaving, panic_hook, probe, signals};
use super::theme::{Glyphs, Theme};
use super::{keymap, layout, listing, update, view};
use crate::messages::Locale;
use crate::output::{self, OutputError};
use crate::session::directory::SessionDirectory;
use crate::session::editor_copies::editor_copies;
use crate::session::elsewhere;
use crate::session::library::{self, LibraryError, Loaded};
use crate::session::open::Want;
use crate::session::real_disk::RealDisk;
use crate::session::saver::Report;
use crate::session::schedule::{AFTER_FIRST_UNSAVED, AFTER_LAST_KEY};
use crate::session::seal::seal;
use crate::session::store::Store;
use crate::session::time;
use crate::settings::panes::Panes;
use crate::text::width::AmbiguousWidth;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// The exit code where the terminal has gone: 128 and the number of SIGHUP.
const HANGUP: u8 = 129;

mod kept;
mod opening;

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
    /// Whether half-width marks typed behind Han characters become full-width ones.
    pub typing_aid: bool,
    /// What the person is to be told at once, as of settings that are not in force.
    pub notice: Option<String>,
    /// The session to open at once.
    pub open: Option<SessionDirectory>,
    /// Where exported files go unless the person says otherwise.
    pub export_directory: PathBuf,
    /// Where a session is put that cannot be saved when the program ends out of turn.
    pub rescue_places: Vec<PathBuf>,
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
    panic_hook::install(move |crash, all_is_saved| match all_is_saved {
        true => locale.crashed(crash),
        false => locale.crashed_unsaved(crash),
    });
    let in_hand = InHand::new(options.rescue_places);
    let last = in_hand.clone();
    leaving::save_on_leaving(move || last.save_last(locale), locale.last_save_stuck());
    let (outbox, mut inbox) = Inbox::<Incoming>::new()?;
    signals::watch(outbox.clone())?;
    hangup::watch(outbox.clone())?;
    let (mouse, ambiguous) = (options.mouse, options.ambiguous);
    // The terminal may be far away, and a session long: neither waits for the other. What is read stays in this thread,
    // since memory that another one takes grows page by page.
    let terminal = thread::Builder::new().name("terminal".into());
    let terminal = terminal.spawn(move || make_ready(mouse, ambiguous))?;
    let opened = options.open.map(|directory| {
        let opened = library::open(&options.store, directory.clone(), Want::Write);
        (directory, opened)
    });
    let (screen, probed) = terminal.join().unwrap_or_else(|panic| resume_unwind(panic))?;
    inbox.listen()?;
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
    app.use_keys(options.keys);
    app.typing_aid = options.typing_aid;
    app.panes = options.store.place().map(Panes::read).unwrap_or_default();
    let mut program = Program {
        app,
        screen,
        store: options.store,
        in_hand,
        directory: None,
        outbox,
        pause: Pause::default(),
        farewell: None,
        exit_code: None,
        over: false,
    };
    let actions = match opened {
        Some((directory, opened)) => program.read(directory, opened),
        None => program.list(),
    };
    let effects = program.take_in(actions);
    program.perform(effects);
    program.tell_of_editor_copies();
    if let Some(notice) = options.notice {
        program.app.complain(notice);
    }
    for event in probed.typed {
        program.event(event);
    }
    let code = program.main_loop(&mut inbox)?;
    let farewell = program.farewell.take();
    // The screen is left before anything is said.
    drop(program);
    if let Some(farewell) = farewell {
        let _ = writeln!(io::stderr(), "{farewell}");
    }
    Ok(code)
}

/// Enters the screen, and asks the terminal what is to be known of it.
fn make_ready(mouse: bool, ambiguous: Option<AmbiguousWidth>) -> io::Result<(Screen, probe::Probe)> {
    let screen = Screen::enter(ScreenOptions {
        mouse,
        ..ScreenOptions::default()
    })?;
    let probed = match ambiguous {
        Some(width) => probe::Probe {
            width,
            typed: Vec::new(),
        },
        None => probe::ambiguous_width(probe::PATIENCE),
    };
    Ok((screen, probed))
}

struct Program {
    app: App,
    screen: Screen,
    store: Store,
    in_hand: InHand,
    /// Where the session in hand is, if it has a place.
    directory: Option<SessionDirectory>,
    outbox: Outbox<Incoming>,
    pause: Pause,
    farewell: Option<String>,
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
    fn main_loop(&mut self, inbox: &mut Inbox<Incoming>) -> io::Result<u8> {
        while !self.over {
            if self.draw().is_err() {
                // The terminal is gone, and the word of it has not come yet.
                self.terminate(HANGUP);
                break;
            }
            let mut next = inbox.next(self.pause.due_in(Instant::now()));
            if next.is_none() {
                self.act(Action::Pause);
            }
            // What has come in meanwhile is shown in one frame.
            while let Some(incoming) = next {
                self.take(incoming);
                next = match self.over {
                    true => None,
                    false => inbox.next(Some(Duration::ZERO)),
                };
            }
        }
        Ok(self.exit_code.unwrap_or(0))
    }

    fn draw(&mut self) -> io::Result<()> {
        let layout = layout::lay_out(&mut self.app);
        self.screen.draw(|sheet| view::draw(&self.app, &layout, sheet))
    }

    fn take(&mut self, incoming: Incoming) {
        match incoming {
            Incoming::Outside(Message::Terminal(event)) => self.event(event),
            Incoming::Outside(Message::Signal(signal)) => self.signal(signal),
            Incoming::Outside(Message::Hangup | Message::InputFailed(_)) => self.terminate(HANGUP),
            Incoming::Saved(Report::Saved(saved)) => {
                // What could be had in memory only has its earlier states from now on.
                if let Some(placed) = saved.placed.filter(|_| self.directory.is_none()) {
                    self.directory = Some(placed);
                    let said = self.app.looks.locale.session_placed();
                    self.act(Action::Said(said.to_owned()));
                }
                self.act(Action::Saved(time::time_of_day(saved.at)));
                if let Some(path) = saved.displaced {
                    let said = self.app.looks.locale.session_displaced(path.display());
                    self.act(Action::Insisted(said, true));
                }
            }
            Incoming::Saved(Report::Failed { error, .. }) => {
                let refusal = error.refusal(self.app.looks.locale);
                self.act(Action::SaveFailed(refusal));
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
                if let Err(error) = self.in_hand.settle() {
                    self.act(Action::SaveFailed(error.refusal(self.app.looks.locale)));
                }
                self.screen.suspend();
                let _ = signals::stop();
                let _ = self.screen.resume();
            }
            Signal::Continue => {
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
        // Nobody is there to answer a question: what could not be saved is put somewhere else.
        if self.in_hand.is_held() {
            leaving::leave(code);
        }
        self.over = true;
    }

    /// The file that a path typed for the text means.
    fn export_destination(&self, typed: &Path) -> PathBuf {
        let home = directories::BaseDirs::new();
        let name = update::export_file_name(&self.app);
        output::destination::of(
            typed,
            Path::new(""),
            home.as_ref().map(|home| home.home_dir()),
            &name,
        )
    }

    fn act(&mut self, action: Action) {
        let effects = self.take_in(vec![action]);
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
            let actions = self.carry_out(effect);
            waiting.extend(self.take_in(actions));
        }
    }

    /// Takes in what has been found outside, and gives what is to be performed for it.
    fn take_in(&mut self, actions: Vec<Action>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for action in actions {
            self.app.now = time::now();
            effects.extend(update::update(&mut self.app, action));
        }
        effects
    }

    fn carry_out(&mut self, effect: Effect) -> Vec<Action> {
        let locale = self.app.looks.locale;
        match effect {
            Effect::List => self.list(),
            Effect::Open(directory) => self.open(SessionDirectory::new(directory)),
            Effect::ListTrash => listing::trash(&self.store, locale),
            Effect::RestoreSession(directory) => self.restore_session(&directory),
            Effect::Recover(directory, replacement) => {
                self.recover(SessionDirectory::new(directory), replacement)
            }
            Effect::Suspend => {
                self.signal(Signal::Stop);
                Vec::new()
            }
            Effect::Start(row, name) => self.start(&row, name),
            Effect::Rename(directory, name) => {
                let done = library::rename(&self.store, SessionDirectory::new(directory), &name);
                self.listed_after(done.map(|()| Vec::new()))
            }
            Effect::Duplicate(directory, name) => {
                let done = library::duplicate(&self.store, SessionDirectory::new(directory), &name);
                let copy = |loaded: Loaded| vec![Action::Mark(loaded.directory.path().to_owned())];
                self.listed_after(done.map(copy))
            }
            Effect::Delete(directory) => {
                let now = u64::try_from(time::now()).unwrap_or_default();
                let done = self.store.delete(&SessionDirectory::new(directory), now);
                let trash = self.app.key_of(Command::Trash, Context::Home);
                self.listed_after(done.map_err(LibraryError::from).map(|deleted| {
                    let path = deleted.directory.path().display();
                    vec![Action::Said(locale.deleted_session(path, trash))]
                }))
            }
            Effect::Save(text) => {
                self.in_hand.save(Box::new(move || seal(&text()).into_bytes()));
                Vec::new()
            }
            Effect::Close => vec![match self.in_hand.close() {
                Ok(()) => Action::Left,
                Err(error) => Action::LeaveFailed(error.refusal(locale)),
            }],
            Effect::ReadTimeline { present } => self.read_timeline(&present),
            Effect::ReadEarlier(directory, row) => self.read_earlier(directory, &row),
            Effect::StartCarried(carrying, name) => self.start_carried(&carrying, name),
            Effect::TakeNewer(entry) => self.take_newer(&entry),
            Effect::TakeState(generation) => self.take_state(generation),
            Effect::Abandon => {
                self.in_hand.abandon();
                Vec::new()
            }
            Effect::Elsewhere {
                path,
                questionnaire,
                session,
            } => {
                let path = std::path::absolute(&path).unwrap_or(path);
                let written = elsewhere::write_to(&RealDisk, &path, &questionnaire, &session);
                vec![match written {
                    Ok(_) => Action::Written(path),
                    Err(error) => Action::LeaveFailed(error.refusal(locale)),
                }]
            }
            Effect::Remember(panes) => {
                // Where nothing can be written, the panes are as they are for this time only.
                if let Some(directory) = self.store.place() {
                    let _ = panes.write(directory);
                }
                Vec::new()
            }
            Effect::Farewell(said) => {
                self.farewell = Some(said);
                Vec::new()
            }
            Effect::Export {
                path,
                bytes,
                overwrite,
                with,
            } => {
                let path = self.export_destination(&path);
                vec![match output::write(&path, &bytes, overwrite) {
                    Ok(_) => Action::Exported(path),
                    Err(OutputError::Exists(path)) => Action::ExportExists(path, with),
                    Err(error) => Action::ExportFailed(path, error.message(locale)),
                }]
            }
            Effect::Clipboard(text) => {
                // A terminal without a clipboard is no failure: the program's own still holds the text.
                let _ = clipboard::copy(&mut self.screen, &text);
                Vec::new()
            }
            Effect::ExternalEditor(text) => {
                let directory = match self.store.check_writable() {
                    Ok(()) => self.store.root().to_owned(),
                    Err(_) => std::env::temp_dir(),
                };
                match external_editor::edit(&mut self.screen, &directory, &text) {
                    Ok(edited) => edited.map(Action::Edited).into_iter().collect(),
                    // It may name the place of what was written.
                    Err(error) => vec![Action::Insisted(error.message(locale), true)],
                }
            }
            Effect::DiscardCopy(copy) => {
                copy.discard();
                Vec::new()
            }
            Effect::Quit => {
                self.over = true;
                Vec::new()
            }
        }
    }

    fn list(&self) -> Vec<Action> {
        listing::list(&self.store, self.app.looks.locale)
    }

    /// Where texts lie that were kept from an editor: told once, unless there is something worse to tell.
    fn tell_of_editor_copies(&mut self) {
        let said = self.app.looks.locale.editor_copies(&editor_copies(&self.store));
        if let Some(said) = said.filter(|_| self.app.notice.is_none()) {
            self.app.insist(said, false);
        }
    }

    /// The list as it is now, then what came of what was done.
    fn listed_after(&self, done: Result<Vec<Action>, LibraryError>) -> Vec<Action> {
        let came_of_it = match done {
            Ok(actions) => actions,
            Err(error) => vec![Action::Failed(error.message(self.app.looks.locale))],
        };
        self.list().into_iter().chain(came_of_it).collect()
    }
}
