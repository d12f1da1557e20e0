//! A program in a terminal that looks at nothing: it only knows when which bytes came.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// What ends a frame.
pub(crate) const END_FRAME: &[u8] = b"\x1b[?2026l";
/// Where the cursor is, when the program asks: ambiguous characters are one column wide.
const CURSOR_REPORT: (&[u8], &[u8]) = (b"\x1b[6n", b"\x1b[2;2R");
/// How long anything may take.
const DEADLINE: Duration = Duration::from_secs(20);

type Keyboard = Arc<Mutex<Box<dyn Write + Send>>>;

/// A running program. Dropping it kills the program.
pub(crate) struct Window {
    chunks: Receiver<(Instant, Vec<u8>)>,
    keyboard: Keyboard,
    child: Box<dyn Child + Send + Sync>,
    /// When the program was started.
    pub(crate) started: Instant,
    _master: Box<dyn MasterPty + Send>,
}

/// A frame that was waited for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    /// When its last byte came.
    pub(crate) at: Instant,
    /// How many bytes came since the wait began.
    pub(crate) bytes: usize,
}

impl Window {
    /// Starts a program in a window of so many rows and columns.
    pub(crate) fn open(command: CommandBuilder, rows: u16, cols: u16) -> Self {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let (sender, chunks) = mpsc::channel();
        let keyboard: Keyboard = Arc::new(Mutex::new(
            pair.master.take_writer().expect("the terminal's input"),
        ));
        let mut reader = pair.master.try_clone_reader().expect("the terminal's output");
        thread::spawn({
            let keyboard = Arc::clone(&keyboard);
            move || {
                let mut chunk = [0; 1 << 16];
                while let Ok(length @ 1..) = reader.read(&mut chunk) {
                    let (at, bytes) = (Instant::now(), &chunk[..length]);
                    if holds(bytes, CURSOR_REPORT.0) {
                        press(&keyboard, CURSOR_REPORT.1);
                    }
                    if sender.send((at, bytes.to_vec())).is_err() {
                        break;
                    }
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).expect("the program");
        Self {
            chunks,
            keyboard,
            child,
            started,
            _master: pair.master,
        }
    }

    /// Sends bytes in one go.
    pub(crate) fn press(&self, bytes: &[u8]) {
        press(&self.keyboard, bytes);
    }

    /// Waits for the end of the first frame from here on that shows these bytes.
    pub(crate) fn frame_with(&self, shown: &[u8]) -> Frame {
        let mut seen = Vec::new();
        loop {
            let (at, bytes) = self.chunks.recv_timeout(DEADLINE).expect("a frame");
            seen.extend_from_slice(&bytes);
            let found = find(&seen, shown);
            if found.is_some_and(|found| holds(&seen[found..], END_FRAME)) {
                return Frame {
                    at,
                    bytes: seen.len(),
                };
            }
        }
    }

    /// Waits until nothing has come for a while, and gives when the last of it came.
    pub(crate) fn quiet(&self, pause: Duration) -> Option<Instant> {
        let mut last = None;
        loop {
            match self.chunks.recv_timeout(pause) {
                Ok((at, _)) => last = Some(at),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return last,
            }
        }
    }

    /// The time that all threads of the program have had on a processor so far.
    pub(crate) fn on_processor(&self) -> Duration {
        let tasks = format!("/proc/{}/task", self.child.process_id().unwrap_or_default());
        let of_task = |task: std::io::Result<std::fs::DirEntry>| {
            let text = std::fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            text.split_ascii_whitespace().next()?.parse::<u64>().ok()
        };
        let tasks = std::fs::read_dir(tasks).into_iter().flatten();
        Duration::from_nanos(tasks.filter_map(of_task).sum())
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn press(keyboard: &Keyboard, bytes: &[u8]) {
    let mut keyboard = keyboard.lock().expect("the terminal's input");
    keyboard.write_all(bytes).expect("the terminal takes input");
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    find(bytes, part).is_some()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
