//! Bytes on their way to the terminal.
//!
//! They go past `std`'s standard output: it has a lock that a thread keeps while the terminal does not take
//! its bytes, and the thread that has to restore the terminal would wait for it for ever.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

/// Whose turn it is to write. A restore comes between two frames, never into one.
static TURN: Mutex<()> = Mutex::new(());

/// Waits for the turn to write.
pub(super) fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits for the turn to write, but not for ever: whoever has it may hang.
pub(super) fn turn_within(limit: Duration) -> Option<MutexGuard<'static, ()>> {
    let deadline = Instant::now() + limit;
    loop {
        match TURN.try_lock() {
            Ok(turn) => return Some(turn),
            Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) if Instant::now() >= deadline => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(1)),
        }
    }
}

/// Writes everything, however long the terminal takes; in one write, if the terminal takes it in one.
pub(super) fn write_all(bytes: &[u8]) -> io::Result<()> {
    sys::write_all(bytes, None)
}

/// Writes everything, unless the terminal takes nothing for as long as `limit`.
pub(super) fn write_all_within(bytes: &[u8], limit: Duration) -> io::Result<()> {
    sys::write_all(bytes, Some(limit))
}

#[cfg(unix)]
mod sys {
    use std::io;
    use std::os::fd::AsFd;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;

    pub(super) fn write_all(mut bytes: &[u8], limit: Option<Duration>) -> io::Result<()> {
        let stdout = io::stdout();
        let timeout = limit.and_then(|limit| Timespec::try_from(limit).ok());
        let mut wait = limit.is_some();
        while !bytes.is_empty() {
            if wait {
                let mut ready = [PollFd::new(&stdout, PollFlags::OUT)];
                match poll(&mut ready, timeout.as_ref()) {
                    Ok(0) => return Err(io::ErrorKind::TimedOut.into()),
                    Ok(_) | Err(Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            match rustix::io::write(stdout.as_fd(), bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                // The terminal is shared with its other users, one of whom may have made it non-blocking.
                Err(Errno::AGAIN) => wait = true,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}

#[cfg(not(unix))]
mod sys {
    use std::io::{self, Write};
    use std::time::Duration;

    pub(super) fn write_all(bytes: &[u8], _limit: Option<Duration>) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(bytes)?;
        stdout.flush()
    }
}
