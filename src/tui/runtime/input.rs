//! Keys, pastes and the mouse, as they come from the terminal.

#[cfg(unix)]
pub(super) mod decoder;
#[cfg(unix)]
mod mouse;
#[cfg(unix)]
mod sequence;

pub(super) use sys::Input;
#[cfg(unix)]
pub(super) use sys::poll_until;

#[cfg(unix)]
mod sys {
    use std::io;
    use std::time::Instant;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};

    use super::decoder::{Decoded, Decoder};
    use crate::tui::runtime::Message;
    use crate::tui::runtime::tty::Tty;

    /// The terminal as something to be read.
    ///
    /// Keys that arrive in one go without the brackets of a paste are given one by one, as keys.
    pub(in crate::tui::runtime) struct Input {
        /// Nothing once the terminal has ended: it is always ready then.
        tty: Option<Tty>,
        decoder: Decoder,
        /// When the last byte came.
        heard: Instant,
    }

    impl Input {
        pub(in crate::tui::runtime) fn open() -> io::Result<Self> {
            Ok(Self {
                tty: Some(Tty::open()?),
                decoder: Decoder::default(),
                heard: Instant::now(),
            })
        }

        /// What to wait for.
        pub(in crate::tui::runtime) fn tty(&self) -> Option<&Tty> {
            self.tty.as_ref()
        }

        /// When what has been read so far has to be taken for all there is.
        pub(in crate::tui::runtime) fn expires(&self) -> Option<Instant> {
            self.decoder.patience().map(|patience| self.heard + patience)
        }

        /// What has been read so far is all there is.
        pub(in crate::tui::runtime) fn expire(&mut self) {
            self.decoder.give_up();
        }

        /// The next of what has been read: what the person did, or an answer of the terminal.
        pub(in crate::tui::runtime) fn decoded(&mut self) -> Option<Decoded> {
            self.decoder.next()
        }

        /// Waits for some bytes until then, and reads them. Says whether there were any.
        pub(in crate::tui::runtime) fn receive(&mut self, until: Instant) -> bool {
            let Some(tty) = &self.tty else { return false };
            match poll_until(&mut [PollFd::new(tty, PollFlags::IN)], Some(until)) {
                Ok([ready]) => !ready.is_empty() && self.read(ready).is_none(),
                Err(_) => false,
            }
        }

        /// The next thing that the person did, of what has been read.
        pub(in crate::tui::runtime) fn next(&mut self) -> Option<Message> {
            loop {
                match self.decoded()? {
                    Decoded::Event(event) => return Some(Message::Terminal(event)),
                    // An answer that came too late for the probe.
                    Decoded::CursorReport { .. } => {}
                }
            }
        }

        /// Reads what is there. Gives the word of it if this was the last time.
        pub(in crate::tui::runtime) fn read(&mut self, ready: PollFlags) -> Option<Message> {
            let tty = self.tty.as_ref()?;
            let is_gone = ready.intersects(PollFlags::HUP | PollFlags::ERR);
            let mut chunk = [0; 4096];
            let ended = match read(tty, &mut chunk) {
                Ok(0) | Err(_) if is_gone => Message::Hangup,
                Ok(length) => {
                    self.decoder.push(chunk.get(..length).unwrap_or_default());
                    self.heard = Instant::now();
                    return None;
                }
                Err(Errno::INTR | Errno::AGAIN) => return None,
                Err(error) => Message::InputFailed(error.into()),
            };
            self.tty = None;
            Some(ended)
        }
    }

    /// Waits until there is something to be read, or for as long as it may take; gives what there is.
    pub(in crate::tui::runtime) fn poll_until<const N: usize>(
        fds: &mut [PollFd<'_>; N],
        until: Option<Instant>,
    ) -> io::Result<[PollFlags; N]> {
        loop {
            let left = until.map(|until| until.saturating_duration_since(Instant::now()));
            let timeout = left.and_then(|left| Timespec::try_from(left).ok());
            match poll(fds, timeout.as_ref()) {
                Ok(_) => return Ok(fds.each_ref().map(PollFd::revents)),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(not(unix))]
mod sys {
    use std::io;
    use std::time::Duration;

    use crossterm::event;

    use crate::tui::runtime::Message;

    /// The console as something to be read.
    pub(in crate::tui::runtime) struct Input {
        has_ended: bool,
    }

    impl Input {
        pub(in crate::tui::runtime) fn open() -> io::Result<Self> {
            Ok(Self { has_ended: false })
        }

        /// Waits for what comes next, but no longer than this.
        pub(in crate::tui::runtime) fn wait(&mut self, limit: Duration) -> Option<Message> {
            if self.has_ended {
                std::thread::sleep(limit);
                return None;
            }
            match event::poll(limit).and_then(|is_there| is_there.then(event::read).transpose()) {
                Ok(event) => event.map(Message::Terminal),
                Err(error) => {
                    self.has_ended = true;
                    Some(Message::InputFailed(error))
                }
            }
        }
    }
}
