//! A program in its terminal.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

use super::emulator::Emulator;
use super::{Home, Modes, Program, Screen, keys};

/// How long anything may take. Far more than it ever takes, for machines that have other things to do.
pub(crate) const DEADLINE: Duration = Duration::from_secs(20);

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Exit {
    Code(u32),
    /// Killed, with the name of the signal.
    Signal(String),
}

/// A running program and the terminal around it. Dropping it kills the program.
pub(crate) struct Terminal {
    output: Arc<Output>,
    /// Bytes on their way to the program. Nothing once the terminal is closed.
    input: Option<Sender<Vec<u8>>>,
    master: Option<Box<dyn MasterPty + Send>>,
    slave_path: PathBuf,
    child: Box<dyn Child + Send + Sync>,
    /// Removed only after the program has ended.
    _home: Option<Home>,
}

/// What the program has shown so far.
struct Output {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    emulator: Emulator,
    /// The reader has seen the end, or was told to stop.
    has_ended: bool,
    is_closing: bool,
    is_frozen: bool,
    input_has_ended: bool,
}

impl Output {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the condition; at the deadline it gives the state as it is.
    fn wait(
        &self,
        mut condition: impl FnMut(&State) -> bool,
    ) -> Result<MutexGuard<'_, State>, MutexGuard<'_, State>> {
        let waited = self
            .changed
            .wait_timeout_while(self.state(), DEADLINE, |state| !condition(state));
        let (state, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
        if timeout.timed_out() {
            Err(state)
        } else {
            Ok(state)
        }
    }
}

impl Terminal {
    pub(super) fn spawn(program: Program) -> Self {
        let (rows, cols) = program.size;
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let (input, pending) = mpsc::channel::<Vec<u8>>();
        let output = Arc::new(Output {
            state: Mutex::new(State {
                emulator: Emulator::new(program.size, program.report, input.clone()),
                has_ended: false,
                is_closing: false,
                is_frozen: false,
                input_has_ended: false,
            }),
            changed: Condvar::new(),
        });
        let reader = pair.master.try_clone_reader().expect("the terminal's output");
        thread::spawn({
            let output = Arc::clone(&output);
            move || read(reader, &output)
        });
        let mut writer = pair.master.take_writer().expect("the terminal's input");
        thread::spawn({
            let output = Arc::clone(&output);
            move || {
                // An empty chunk is the end.
                for bytes in pending {
                    if bytes.is_empty() || writer.write_all(&bytes).is_err() {
                        break;
                    }
                }
                drop(writer);
                output.state().input_has_ended = true;
                output.changed.notify_all();
            }
        });
        let slave_path = pair.master.tty_name().expect("the terminal's name");
        let child = pair.slave.spawn_command(program.command).expect("the program");
        Self {
            output,
            input: Some(input),
            master: Some(pair.master),
            slave_path,
            child,
            _home: program.home,
        }
    }

    /// Bytes as they are, in one go.
    pub(crate) fn send(&mut self, bytes: impl Into<Vec<u8>>) {
        let input = self.input.as_ref().expect("the terminal is closed");
        let bytes = bytes.into();
        // Nothing is what ends the input.
        assert!(!bytes.is_empty(), "no key sends nothing");
        let _ = input.send(bytes);
    }

    /// Text as it is typed: a line end is the Enter key.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.send(text.replace('\n', "\r"));
    }

    /// Keys by name, with spaces between them: `tab ctrl+e shift+tab f1`.
    pub(crate) fn keys(&mut self, names: &str) {
        self.send(keys::bytes(names));
    }

    /// Text from a clipboard, in brackets if the program has asked for them, as terminals do it.
    pub(crate) fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\r").replace('\n', "\r");
        if self.modes().bracketed_paste {
            self.send(format!("\x1b[200~{text}\x1b[201~"));
        } else {
            self.send(text);
        }
    }

    pub(crate) fn resize(&mut self, rows: u16, cols: u16) {
        // The emulator first: what the program sends for the new size must find it.
        self.output.state().emulator.resize(rows, cols);
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let master = self.master.as_ref().expect("the terminal is closed");
        master.resize(size).expect("a new size");
    }

    /// The screen as it is now.
    pub(crate) fn screen(&self) -> Screen {
        Screen::new(self.output.state().emulator.screen())
    }

    /// Waits until the screen is as wanted. Half a frame is never seen.
    #[track_caller]
    pub(crate) fn wait_for(&self, mut condition: impl FnMut(&Screen) -> bool) -> Screen {
        let waited = self
            .output
            .wait(|state| condition(&Screen::new(state.emulator.screen())));
        match waited {
            Ok(state) => Screen::new(state.emulator.screen()),
            Err(state) => {
                let ended = if state.has_ended {
                    " (the program has ended)"
                } else {
                    ""
                };
                let screen = Screen::new(state.emulator.screen());
                drop(state);
                panic!("waited in vain{ended}:\n{screen}");
            }
        }
    }

    #[track_caller]
    pub(crate) fn wait_for_text(&self, text: &str) -> Screen {
        self.wait_for(|screen| screen.contains(text))
    }

    /// Waits until the screen is as wanted, or the program has ended.
    #[track_caller]
    pub(crate) fn wait_for_end_or(&self, mut condition: impl FnMut(&Screen) -> bool) -> Screen {
        let ended = |state: &State| state.has_ended;
        let waited = self
            .output
            .wait(|state| ended(state) || condition(&Screen::new(state.emulator.screen())));
        match waited {
            Ok(state) => Screen::new(state.emulator.screen()),
            Err(state) => {
                let screen = Screen::new(state.emulator.screen());
                drop(state);
                panic!("waited in vain:\n{screen}");
            }
        }
    }

    /// Waits until everything sent so far satisfies the condition: for what does not show.
    #[track_caller]
    pub(crate) fn wait_for_log(&self, mut condition: impl FnMut(&[u8]) -> bool) {
        if let Err(state) = self.output.wait(|state| condition(&state.emulator.log)) {
            let log = state.emulator.log.escape_ascii().to_string();
            drop(state);
            panic!("waited in vain; sent so far: {log}");
        }
    }

    /// Everything that the program has sent.
    pub(crate) fn log(&self) -> Vec<u8> {
        self.output.state().emulator.log.clone()
    }

    /// The texts that were copied to the clipboard, as base64.
    pub(crate) fn clipboard(&self) -> Vec<String> {
        self.output.state().emulator.clipboard().to_vec()
    }

    /// The modes of the terminal as they are now.
    pub(crate) fn modes(&self) -> Modes {
        let raw = match self.open_slave() {
            Some(slave) => {
                let modes = tcgetattr(slave).expect("the terminal's modes").local_modes;
                !modes.contains(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG)
            }
            None => false,
        };
        Modes {
            raw,
            ..self.output.state().emulator.modes()
        }
    }

    /// The modes that the program has left behind: [`Modes::default`] is how it found them.
    pub(crate) fn left_behind(&mut self) -> Modes {
        self.exit_status();
        self.modes()
    }

    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().expect("the program has ended")
    }

    /// The program, for calls of the system.
    pub(crate) fn process(&self) -> Pid {
        let pid = i32::try_from(self.pid()).ok().and_then(Pid::from_raw);
        pid.expect("a process id")
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&mut self, signal: Signal) {
        kill_process(self.process(), signal).expect("the program runs");
    }

    /// Kills the program so that it can do nothing about it.
    pub(crate) fn kill9(&mut self) {
        self.signal(Signal::KILL);
    }

    /// The terminal takes no output any more, as when a connection hangs. Closing it is the only way on.
    pub(crate) fn freeze(&mut self) {
        self.output.state().is_frozen = true;
    }

    /// Closes the window: the program's terminal is gone.
    pub(crate) fn close_terminal(&mut self) {
        {
            let mut state = self.output.state();
            state.is_closing = true;
            state.is_frozen = false;
        }
        self.output.changed.notify_all();
        if let Some(slave) = self.open_slave() {
            // The writer of portable-pty sends an end of file when it is dropped. A window does not.
            let mut modes = tcgetattr(&slave).expect("the terminal's modes");
            modes.special_codes[SpecialCodeIndex::VEOF] = 0;
            let _ = tcsetattr(&slave, OptionalActions::Now, &modes);
            // The reader is in the middle of a read, with the terminal open. One byte brings it out of there.
            let _ = rustix::io::write(&slave, &[0]);
        }
        if let Some(input) = self.input.take() {
            let _ = input.send(Vec::new());
        }
        let closed = self.output.wait(|state| state.has_ended && state.input_has_ended);
        assert!(closed.is_ok(), "the terminal does not close");
        drop(closed);
        self.master = None;
    }

    /// Waits for the end of the program and of its output.
    #[track_caller]
    pub(crate) fn exit_status(&mut self) -> Exit {
        let deadline = Instant::now() + DEADLINE;
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("the program's status") {
                break status;
            }
            assert!(
                Instant::now() < deadline,
                "the program does not end:\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(2));
        };
        // A child of the program that lives on keeps the output open; the deadline is for that.
        drop(self.output.wait(|state| state.has_ended || state.is_frozen));
        match status.signal() {
            Some(signal) => Exit::Signal(signal.to_owned()),
            None => Exit::Code(status.exit_code()),
        }
    }

    /// The program's end of the terminal, without becoming the terminal of the tests.
    fn open_slave(&self) -> Option<rustix::fd::OwnedFd> {
        self.master.as_ref()?;
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        rustix::fs::open(&self.slave_path, flags, Mode::empty()).ok()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(mut reader: Box<dyn Read + Send>, output: &Output) {
    let mut chunk = [0; 4096];
    loop {
        let read = reader.read(&mut chunk).unwrap_or(0);
        let thawed = output.changed.wait_while(output.state(), |state| state.is_frozen);
        let mut state = thawed.unwrap_or_else(PoisonError::into_inner);
        if read == 0 || state.is_closing {
            break;
        }
        state.emulator.process(&chunk[..read]);
        output.changed.notify_all();
    }
    drop(reader);
    output.state().has_ended = true;
    output.changed.notify_all();
}
