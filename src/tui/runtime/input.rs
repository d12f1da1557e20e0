//! The thread that reads keys, pastes and the mouse, and that can be made to keep its hands off the terminal.

#[cfg(unix)]
pub(super) mod decoder;
#[cfg(unix)]
mod mouse;
#[cfg(unix)]
mod sequence;

use std::io;
use std::marker::PhantomData;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::Message;

/// How long a pause waits for the thread, which has nothing to do that takes long.
const PAUSE_PATIENCE: Duration = Duration::from_secs(1);

/// The running input thread.
///
/// Keys that arrive in one go without the brackets of a paste are sent one by one, as keys.
pub struct Input {
    gate: Arc<Gate>,
    waker: sys::Waker,
}

impl Input {
    /// Starts the thread. From here on nobody else may read from the terminal, unless during a
    /// [pause](Self::pause).
    pub fn spawn<M>(sender: Sender<M>) -> io::Result<Self>
    where
        M: From<Message> + Send + 'static,
    {
        let gate = Arc::new(Gate::default());
        let (waker, mut source) = sys::open()?;
        thread::Builder::new().name("input".into()).spawn({
            let gate = Arc::clone(&gate);
            move || {
                let read = source.run(&gate, |message| sender.send(message.into()).is_ok());
                gate.close();
                if let Err(error) = read {
                    // The main loop may have ended.
                    let _ = sender.send(Message::InputFailed(error).into());
                }
            }
        })?;
        Ok(Self { gate, waker })
    }

    /// Leaves the terminal's input to somebody else until the returned value is dropped.
    pub fn pause(&self) -> Pause<'_> {
        self.gate.ask_for_pause();
        self.waker.wake();
        self.gate.wait_for_pause(PAUSE_PATIENCE);
        Pause {
            gate: &self.gate,
            input: PhantomData,
        }
    }
}

/// While it lives, the input thread reads nothing.
#[must_use = "the input thread reads on as soon as this is dropped"]
pub struct Pause<'a> {
    gate: &'a Gate,
    input: PhantomData<&'a Input>,
}

impl Drop for Pause<'_> {
    fn drop(&mut self) {
        self.gate.end_pause();
    }
}

/// Where the input thread waits out a pause.
#[derive(Default)]
struct Gate {
    state: Mutex<GateState>,
    changed: Condvar,
}

#[derive(Default)]
struct GateState {
    pause_wanted: bool,
    /// The thread waits at the gate, or has ended.
    reads_nothing: bool,
    has_ended: bool,
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, GateState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask_for_pause(&self) {
        self.state().pause_wanted = true;
    }

    fn wait_for_pause(&self, limit: Duration) -> bool {
        let waited = self
            .changed
            .wait_timeout_while(self.state(), limit, |state| !state.reads_nothing);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.reads_nothing
    }

    fn end_pause(&self) {
        self.state().pause_wanted = false;
        self.changed.notify_all();
    }

    /// The input thread passes here before each read.
    fn pass(&self) {
        let mut state = self.state();
        if !state.pause_wanted {
            return;
        }
        state.reads_nothing = true;
        self.changed.notify_all();
        let passed = self.changed.wait_while(state, |state| state.pause_wanted);
        let mut state = passed.unwrap_or_else(PoisonError::into_inner);
        state.reads_nothing = state.has_ended;
    }

    fn close(&self) {
        let mut state = self.state();
        state.has_ended = true;
        state.reads_nothing = true;
        self.changed.notify_all();
    }
}

#[cfg(unix)]
mod sys {
    use std::io::{self, PipeReader, PipeWriter, Read, Write};
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};

    use super::Gate;
    use super::decoder::{Decoded, Decoder};
    use crate::tui::runtime::Message;
    use crate::tui::runtime::tty::Tty;

    pub(super) struct Waker(PipeWriter);

    impl Waker {
        pub(super) fn wake(&self) {
            // A pipe that takes nothing wakes as well.
            let _ = (&self.0).write(b"!");
        }
    }

    pub(super) struct Source {
        tty: Tty,
        wake: PipeReader,
        decoder: Decoder,
    }

    pub(super) fn open() -> io::Result<(Waker, Source)> {
        let (wake, waker) = io::pipe()?;
        let source = Source {
            tty: Tty::open()?,
            wake,
            decoder: Decoder::default(),
        };
        Ok((Waker(waker), source))
    }

    impl Source {
        /// Reads until the terminal ends or nobody listens any more.
        pub(super) fn run(&mut self, gate: &Gate, mut send: impl FnMut(Message) -> bool) -> io::Result<()> {
            loop {
                gate.pass();
                let [tty, wake] = self.wait(self.decoder.patience())?;
                if !wake.is_empty() {
                    let _ = self.wake.read(&mut [0])?;
                    continue;
                }
                if tty.is_empty() {
                    self.decoder.give_up();
                } else if self.read(tty)?.is_none() {
                    send(Message::Hangup);
                    return Ok(());
                }
                while let Some(decoded) = self.decoder.next() {
                    // The other thing to be decoded is an answer that came too late for the probe.
                    if let Decoded::Event(event) = decoded
                        && !send(Message::Terminal(event))
                    {
                        return Ok(());
                    }
                }
            }
        }

        /// Nothing if the terminal is gone.
        fn read(&mut self, ready: PollFlags) -> io::Result<Option<()>> {
            let is_gone = ready.intersects(PollFlags::HUP | PollFlags::ERR);
            let mut chunk = [0; 4096];
            match read(&self.tty, &mut chunk) {
                Ok(0) | Err(_) if is_gone => return Ok(None),
                Ok(length) => self.decoder.push(chunk.get(..length).unwrap_or_default()),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
            Ok(Some(()))
        }

        /// Waits until there is something to read, here or there, or until the time is up.
        fn wait(&self, patience: Option<Duration>) -> io::Result<[PollFlags; 2]> {
            let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
            loop {
                let mut fds = [
                    PollFd::new(&self.tty, PollFlags::IN),
                    PollFd::new(&self.wake, PollFlags::IN),
                ];
                match poll(&mut fds, timeout.as_ref()) {
                    Ok(_) => {
                        let [tty, wake] = &fds;
                        return Ok([tty.revents(), wake.revents()]);
                    }
                    Err(Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
        }
    }
}

#[cfg(not(unix))]
mod sys {
    use std::io;
    use std::time::Duration;

    use crossterm::event;

    use super::Gate;
    use crate::tui::runtime::Message;

    /// How soon a pause begins.
    const TICK: Duration = Duration::from_millis(100);

    pub(super) struct Waker;

    impl Waker {
        pub(super) fn wake(&self) {}
    }

    pub(super) struct Source;

    pub(super) fn open() -> io::Result<(Waker, Source)> {
        Ok((Waker, Source))
    }

    impl Source {
        pub(super) fn run(&mut self, gate: &Gate, mut send: impl FnMut(Message) -> bool) -> io::Result<()> {
            loop {
                gate.pass();
                if event::poll(TICK)? && !send(Message::Terminal(event::read()?)) {
                    return Ok(());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_holds_the_thread_until_it_ends() {
        let gate = Arc::new(Gate::default());
        gate.pass();
        gate.ask_for_pause();
        let thread = thread::spawn({
            let gate = Arc::clone(&gate);
            move || gate.pass()
        });
        assert!(gate.wait_for_pause(Duration::from_secs(10)));
        assert!(!thread.is_finished());
        gate.end_pause();
        thread.join().unwrap();
        assert!(!gate.state().reads_nothing);
    }

    #[test]
    fn a_thread_that_has_ended_needs_no_pause() {
        let gate = Gate::default();
        gate.close();
        gate.ask_for_pause();
        assert!(gate.wait_for_pause(Duration::from_secs(10)));
    }

    #[test]
    fn a_thread_that_does_not_answer_is_given_up() {
        let gate = Gate::default();
        gate.ask_for_pause();
        assert!(!gate.wait_for_pause(Duration::from_millis(10)));
    }
}
