//! Notices that the terminal is gone.
//!
//! crossterm 0.29 does not: it reads the end of the file again and again, at full speed, and its `poll` never
//! comes back (its issue 793). SIGHUP alone is not enough either, since not every terminal that goes away
//! sends it to every process.

use std::io;

use super::{Message, Outbox};

/// Starts a thread that waits for the hang-up, sends [`Message::Hangup`], and leaves by itself if the main
/// loop does not.
#[cfg(unix)]
pub fn watch<M>(outbox: Outbox<M>) -> io::Result<()>
where
    M: From<Message> + Send + 'static,
{
    use super::{Signal, leaving, tty::Tty};

    let tty = Tty::open()?;
    std::thread::Builder::new().name("hangup".into()).spawn(move || {
        if wait_for_hangup(&tty) {
            leaving::leave_after_grace(Signal::Hangup.exit_code().unwrap_or(1));
            // The main loop may have ended.
            outbox.send(Message::Hangup);
        }
    })?;
    Ok(())
}

/// There is nothing to wait for here.
#[cfg(not(unix))]
pub fn watch<M>(_outbox: Outbox<M>) -> io::Result<()>
where
    M: From<Message> + Send + 'static,
{
    Ok(())
}

/// Returns true when the other side is gone, and false if this kind of terminal cannot be waited for.
#[cfg(unix)]
fn wait_for_hangup(tty: &impl std::os::fd::AsFd) -> bool {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    loop {
        // No event is asked for: hang-up and errors are reported unasked.
        let mut fds = [PollFd::new(tty, PollFlags::empty())];
        match poll(&mut fds, None) {
            Err(Errno::INTR) => continue,
            Err(_) => return false,
            Ok(_) => {}
        }
        let [ready] = &fds;
        let happened = ready.revents();
        if happened.contains(PollFlags::NVAL) {
            return false;
        }
        if happened.intersects(PollFlags::HUP | PollFlags::ERR) {
            return true;
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn a_hangup_is_noticed() {
        let (reader, writer) = io::pipe().unwrap();
        let waiting = std::thread::spawn(move || wait_for_hangup(&reader));
        drop(writer);
        assert!(waiting.join().unwrap());
    }
}
