//! A small program over `tui::runtime`, for tests of the runtime alone.
//!
//! It lives in the test binary, which starts itself again inside the terminal with just this "test". It shows
//! the events that it gets and the text that was typed; keys with Ctrl make it do things.

use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};
use std::{env, fs, io, process};

use crossterm::cursor::SetCursorStyle;
use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::layout::Position;
use ratatui::style::Style;
use tigang::messages::Locale;
use tigang::questionnaire;
use tigang::session::keeper::Keeper;
use tigang::session::last_save::save_last;
use tigang::session::saver::Saver;
use tigang::session::writer::{SaveError, Saved};
use tigang::text::AmbiguousWidth;
use tigang::tui::paint::{Canvas, wrapped};
use tigang::tui::runtime::{
    Inbox, Message, Screen, ScreenOptions, Signal, clipboard, external_editor, hangup, leaving, panic_hook,
    probe, signals,
};

use super::Program;

/// Says that this is the program and not the tests, and how it is to behave.
pub(super) const BEHAVIOUR: &str = "TIGANG_RUNTIME_PROGRAM";

/// The program in its terminal: `normal`, `deaf` (its main loop takes no messages), `stuck` (its last save never ends), `no
/// screen` (it panics before it has one), or the name of a thread of the runtime that panics as soon as it has something to say.
pub(super) fn program(behaviour: &str) -> Program {
    Program::new(env::current_exe().expect("the test binary"))
        .args(arguments())
        .env(BEHAVIOUR, behaviour)
}

pub(super) fn arguments() -> [&'static str; 5] {
    [
        "--ignored",
        "--exact",
        "--nocapture",
        "--test-threads=1",
        "pty::runtime_program::run",
    ]
}

/// What the main loop gets. The threads of the runtime make it of what they send, and here they panic where the test wants
/// it.
struct Heard(Message);

impl From<Message> for Heard {
    fn from(message: Message) -> Self {
        panic_in_thread();
        Self(message)
    }
}

/// Panics in the thread that is to panic.
fn panic_in_thread() {
    let behaviour = env::var(BEHAVIOUR).unwrap_or_default();
    let current = thread::current();
    assert_ne!(current.name(), Some(&*behaviour), "a thread that was told to");
}

/// Saves nowhere.
struct Keeping;

impl Keeper for Keeping {
    fn save(&mut self, _: &[u8], now: SystemTime) -> Result<Saved, SaveError> {
        panic_in_thread();
        Ok(Saved {
            at: now,
            displaced: None,
            placed: None,
        })
    }

    fn close(self, _: SystemTime) -> Result<(), SaveError> {
        Ok(())
    }
}

#[test]
#[ignore = "the program that other tests start"]
fn run() {
    let Ok(behaviour) = env::var(BEHAVIOUR) else {
        return;
    };
    let home = PathBuf::from(env::var_os("HOME").expect("HOME"));
    fs::write(home.join("pid"), process::id().to_string()).expect("the process id");
    if behaviour == "no screen" {
        panic_hook::keep_secrets(|crash| format!("CRASH {crash}"));
        let secret = String::from("secret");
        panic!("{secret}");
    }
    panic_hook::install(|crash, _| format!("CRASH {crash}"));
    let saver = Saver::start(Keeping, drop).expect("a thread");
    let save = {
        let saver = saver.clone();
        let (stuck, home) = (behaviour == "stuck", home.clone());
        move || {
            panic_in_thread();
            if stuck {
                wait_for_ever();
            }
            let count = saves(&home) + 1;
            fs::write(home.join("saves"), count.to_string()).expect("a save");
            let source = "format = 1\ntitle = 't'\n[a]\nask = '?'\n";
            let questionnaire = questionnaire::read(source).expect("a questionnaire");
            let patience = Duration::from_millis(300);
            save_last(
                &saver,
                patience,
                &questionnaire,
                std::slice::from_ref(&home),
                Locale::En,
            )
        }
    };
    leaving::save_on_leaving(save, "STUCK");
    let (outbox, mut inbox) = Inbox::<Heard>::new().expect("an inbox");
    signals::watch(outbox.clone()).expect("signals");
    hangup::watch(outbox).expect("hang-up");
    let mut screen = Screen::enter(ScreenOptions::default()).expect("the screen");
    let probe = probe::ambiguous_width(probe::PATIENCE);
    inbox.listen().expect("input");
    let mut text = String::new();
    let mut last = format!("width {:?}, {} typed ahead", probe.width, probe.typed.len());
    loop {
        if behaviour == "deaf" {
            draw(&mut screen, &last, &text);
            wait_for_ever();
        }
        // What has come in the meantime is shown in one frame.
        let message = match inbox.next(Some(Duration::ZERO)) {
            Some(Heard(message)) => message,
            None => {
                draw(&mut screen, &last, &text);
                inbox.next(None).expect("a message").0
            }
        };
        last = format!("{message:?}");
        if last.contains("F(8)") {
            let text = text.clone();
            saver.submit(Box::new(move || text.into_bytes()));
        }
        match message {
            Message::Terminal(Event::Key(key)) if key.modifiers == KeyModifiers::CONTROL => match key.code {
                KeyCode::Char('q') => break,
                KeyCode::Char('p') => panic!("{}", format!("secret {text}")),
                KeyCode::Char('t') => {
                    let _ = thread::spawn(|| panic!("written in the source")).join();
                }
                KeyCode::Char('e') => match external_editor::edit(&mut screen, &home, &text) {
                    Ok(edited) => {
                        if let Some(edited) = edited {
                            edited.copy.discard();
                            text = edited.text;
                        }
                    }
                    Err(error) => last = error.to_string(),
                },
                KeyCode::Char('y') => clipboard::copy(&mut screen, &text).expect("the clipboard"),
                KeyCode::Char('b') => or_leave(screen.set_cursor_style(SetCursorStyle::BlinkingBar)),
                KeyCode::Char('z') => stop(&mut screen),
                _ => {}
            },
            Message::Terminal(Event::Key(key)) => match key.code {
                // Frames without end: for a terminal that takes none of them.
                KeyCode::F(9) => loop {
                    text = if text.is_empty() {
                        "字".repeat(1_000)
                    } else {
                        String::new()
                    };
                    draw(&mut screen, &last, &text);
                },
                KeyCode::Char(c) => text.push(c),
                KeyCode::Enter => text.push('\n'),
                _ => {}
            },
            Message::Terminal(Event::Paste(paste)) => {
                last = format!("paste of {} characters", paste.chars().count());
                text.push_str(&paste);
            }
            Message::Signal(Signal::Stop) => stop(&mut screen),
            Message::Signal(Signal::Continue) => or_leave(screen.resume()),
            Message::Signal(signal) => leaving::leave(signal.exit_code().expect("an exit code")),
            Message::Hangup => leaving::leave(129),
            Message::InputFailed(_) | Message::Terminal(_) => {}
        }
    }
    drop(screen);
    process::exit(0);
}

fn draw(screen: &mut Screen, last: &str, text: &str) {
    let size = screen.size().unwrap_or_default();
    let count = text.chars().count();
    let shown = format!(
        "{last}\n{} x {}, {count} characters\n{text}",
        size.height, size.width
    );
    or_leave(screen.draw(|sheet| {
        let area = sheet.area();
        let ambiguous = AmbiguousWidth::One;
        let mut canvas = Canvas {
            sheet,
            ambiguous,
            ellipsis: "…",
        };
        for (row, y) in wrapped(&shown, area.width, ambiguous).iter().zip(0..area.height) {
            canvas.text(0, y, area.width, row, Style::new());
        }
        Some(Position { x: 4, y: 2 })
    }));
}

/// A screen that fails is a terminal that is gone: SIGCONT comes together with SIGHUP, and may be first.
fn or_leave(result: io::Result<()>) {
    if result.is_err() {
        leaving::leave(129);
    }
}

/// How often the program has made its last save.
pub(super) fn saves(home: &Path) -> u32 {
    fs::read_to_string(home.join("saves"))
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(0)
}

fn stop(screen: &mut Screen) {
    screen.suspend();
    signals::stop().expect("a stop");
    or_leave(screen.resume());
}

fn wait_for_ever() -> ! {
    loop {
        thread::park();
    }
}
