//! Signals, turned into messages by a thread of their own.
//!
//! A signal that ends the program does so even if the main loop hangs: after a short grace the thread saves,
//! restores and exits by itself; a second such signal ends the grace at once.

pub(super) use sys::ForegroundChild;
pub(super) use sys::wait_for_foreground;
pub use sys::{job_control, stop, watch};

#[cfg(unix)]
mod sys {
    use std::io;
    use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
    use std::sync::{Condvar, Mutex, PoisonError};
    use std::thread;
    use std::time::{Duration, Instant};

    use crossterm::event::Event;
    use rustix::process::{Signal as Kill, getpgrp, getsid, kill_current_process_group};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    use crate::tui::runtime::{Message, Outbox, Signal, leaving, tty};

    /// Another program has the terminal; the keys that make signals are meant for it.
    static CHILD_IS_IN_FRONT: AtomicBool = AtomicBool::new(false);
    /// When it has given it back.
    static CHILD_ENDED: Mutex<Option<Instant>> = Mutex::new(None);
    /// How late a signal may be noticed that was meant for the child, and has perhaps ended it.
    const LATENESS: Duration = Duration::from_millis(100);
    /// The exit code of the first signal that ends the program; 0 before it.
    static ENDING: AtomicU8 = AtomicU8::new(0);
    /// The main loop is in [`stop`], and will know by itself that the program runs again.
    static IS_STOPPING: AtomicBool = AtomicBool::new(false);
    /// How often the program was told to run again.
    static CONTINUED: Mutex<u64> = Mutex::new(0);
    static HAS_CONTINUED: Condvar = Condvar::new();

    /// Starts the thread. From here on no signal but SIGKILL and SIGSTOP acts by itself.
    pub fn watch<M>(outbox: Outbox<M>) -> io::Result<()>
    where
        M: From<Message> + Send + 'static,
    {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        thread::Builder::new().name("signals".into()).spawn(move || {
            for number in &mut signals {
                if let Some(message) = receive(number) {
                    // Without a main loop the rest still has to be done.
                    outbox.send(message);
                }
            }
        })?;
        Ok(())
    }

    fn receive(number: i32) -> Option<Message> {
        let in_front = CHILD_IS_IN_FRONT.load(Ordering::SeqCst);
        let signal = match number {
            // crossterm would report it too, but only once something else wakes it.
            SIGWINCH => {
                let (columns, rows) = crossterm::terminal::size().ok()?;
                return Some(Message::Terminal(Event::Resize(columns, rows)));
            }
            SIGINT | SIGQUIT if in_front || child_has_just_ended() => return None,
            // The child stops itself, and the shell only comes back if the whole group has stopped.
            SIGTSTP if in_front => {
                let _ = low_level::raise(SIGSTOP);
                return None;
            }
            SIGINT => Signal::Interrupt,
            SIGQUIT => Signal::Quit,
            SIGTERM => Signal::Terminate,
            SIGHUP => Signal::Hangup,
            SIGTSTP => Signal::Stop,
            SIGCONT => {
                *CONTINUED.lock().unwrap_or_else(PoisonError::into_inner) += 1;
                HAS_CONTINUED.notify_all();
                if in_front || IS_STOPPING.load(Ordering::SeqCst) {
                    return None;
                }
                Signal::Continue
            }
            _ => return None,
        };
        if let Some(code) = signal.exit_code() {
            if ENDING.swap(code, Ordering::SeqCst) != 0 {
                leaving::leave(code);
            }
            leaving::leave_after_grace(code);
        }
        Some(Message::Signal(signal))
    }

    /// Whether a shell is there to take the terminal, and to bring a stopped program back.
    ///
    /// A program that a terminal emulator has started directly would be stopped for ever.
    pub fn job_control() -> bool {
        // A shell with job control puts each of its jobs into a process group that is not its own.
        getsid(None).is_ok_and(|session| session != getpgrp())
    }

    /// Stops the program and everything in its job, as Ctrl+Z does, and returns when it runs again.
    ///
    /// Leave the screen first, and enter it again afterwards. Without job control nothing is stopped.
    pub fn stop() -> io::Result<()> {
        if !job_control() {
            return Ok(());
        }
        IS_STOPPING.store(true, Ordering::SeqCst);
        let continued = CONTINUED.lock().unwrap_or_else(PoisonError::into_inner);
        let before = *continued;
        let stopped = kill_current_process_group(Kill::STOP);
        if stopped.is_ok() {
            // Some systems let the caller run on for a moment. It must not enter the screen again in it.
            let limit = Duration::from_millis(200);
            drop(HAS_CONTINUED.wait_timeout_while(continued, limit, |now| *now == before));
        }
        IS_STOPPING.store(false, Ordering::SeqCst);
        Ok(stopped?)
    }

    /// To be called before the terminal's modes are set: waits a little until the terminal is the program's.
    ///
    /// A shell that ends a stopped job sends SIGTERM and SIGCONT, in either order as seen from here, and keeps
    /// the terminal. Setting modes would stop the program once more, before it could save. If no end is coming,
    /// being stopped once more is what has to happen: the shell has put the job into the background.
    pub(in crate::tui::runtime) fn wait_for_foreground() {
        let deadline = Instant::now() + Duration::from_millis(300);
        while !tty::is_in_foreground() && Instant::now() < deadline {
            if let code @ 1.. = ENDING.load(Ordering::SeqCst) {
                leaving::leave(code);
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// As long as it lives, another program has the terminal.
    pub(in crate::tui::runtime) struct ForegroundChild;

    impl ForegroundChild {
        pub(in crate::tui::runtime) fn new() -> Self {
            CHILD_IS_IN_FRONT.store(true, Ordering::SeqCst);
            Self
        }
    }

    impl Drop for ForegroundChild {
        fn drop(&mut self) {
            *CHILD_ENDED.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
            CHILD_IS_IN_FRONT.store(false, Ordering::SeqCst);
        }
    }

    fn child_has_just_ended() -> bool {
        let ended = *CHILD_ENDED.lock().unwrap_or_else(PoisonError::into_inner);
        ended.is_some_and(|ended| ended.elapsed() < LATENESS)
    }
}

#[cfg(not(unix))]
mod sys {
    use std::io;

    use crate::tui::runtime::{Message, Outbox};

    /// There are no signals here.
    pub fn watch<M>(_outbox: Outbox<M>) -> io::Result<()>
    where
        M: From<Message> + Send + 'static,
    {
        Ok(())
    }

    /// There is no job control here.
    pub fn job_control() -> bool {
        false
    }

    /// Nothing stops here.
    pub fn stop() -> io::Result<()> {
        Ok(())
    }

    /// Keys make no signals here.
    pub(in crate::tui::runtime) struct ForegroundChild;

    impl ForegroundChild {
        pub(in crate::tui::runtime) fn new() -> Self {
            Self
        }
    }

    /// Programs have no background here.
    pub(in crate::tui::runtime) fn wait_for_foreground() {}
}
