//! The one place where the main loop waits: for the terminal and for all that other threads have to say.
//!
//! The thread that draws reads the keys itself. One that only reads would have to wake it for each of them, which takes
//! longer than a key's way through the program; and while the terminal is lent to an editor, nothing reads from it.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use super::Message;
use super::input::Input;

/// Where the main loop learns of everything that happens outside.
pub struct Inbox<M> {
    messages: Receiver<M>,
    wake: sys::Wake,
    /// From [`listen`](Self::listen) on.
    input: Option<Input>,
}

/// For the other threads: how to tell the main loop something.
pub struct Outbox<M> {
    messages: Sender<M>,
    waker: sys::Waker,
}

impl<M> Clone for Outbox<M> {
    fn clone(&self) -> Self {
        Self {
            messages: self.messages.clone(),
            waker: self.waker.clone(),
        }
    }
}

impl<M> Outbox<M> {
    /// Tells the main loop. It may have ended: then nobody hears it.
    pub fn send(&self, message: impl Into<M>) {
        if self.messages.send(message.into()).is_ok() {
            self.waker.wake();
        }
    }
}

impl<M: From<Message>> Inbox<M> {
    /// An inbox that does not listen to the terminal yet.
    ///
    /// # Errors
    /// The system's.
    pub fn new() -> io::Result<(Outbox<M>, Self)> {
        let (sender, messages) = mpsc::channel();
        let (waker, wake) = sys::pair()?;
        let outbox = Outbox {
            messages: sender,
            waker,
        };
        let inbox = Self {
            messages,
            wake,
            input: None,
        };
        Ok((outbox, inbox))
    }

    /// Begins to listen to the terminal, which from here on nobody else may read while the main loop waits.
    ///
    /// # Errors
    /// There is no terminal.
    pub fn listen(&mut self) -> io::Result<()> {
        self.input = Some(Input::open()?);
        Ok(())
    }

    /// Waits for what comes next; nothing if it does not come in time.
    pub fn next(&mut self, patience: Option<Duration>) -> Option<M> {
        sys::next(self, patience)
    }
}

#[cfg(unix)]
mod sys {
    use std::io;
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use rustix::event::{PollFd, PollFlags};
    use rustix::net::{RecvFlags, SendFlags, recv, send};

    use super::{Inbox, Input, Message};
    use crate::tui::runtime::input::poll_until;

    /// A socket and not a pipe: what goes wrong with files, and with writing to them, does not concern it.
    pub(super) struct Wake(UnixStream);

    #[derive(Clone)]
    pub(super) struct Waker(Arc<UnixStream>);

    impl Waker {
        /// Waits for nobody. A socket that is too full to take more wakes as well.
        pub(super) fn wake(&self) {
            let _ = send(&*self.0, b"!", SendFlags::DONTWAIT | SendFlags::NOSIGNAL);
        }
    }

    impl Wake {
        /// Takes back the calls so far: what they were for is looked at next.
        fn settle(&self) {
            let _ = recv(&self.0, &mut [0; 64], RecvFlags::DONTWAIT);
        }
    }

    pub(super) fn pair() -> io::Result<(Waker, Wake)> {
        let (waker, wake) = UnixStream::pair()?;
        Ok((Waker(Arc::new(waker)), Wake(wake)))
    }

    pub(super) fn next<M: From<Message>>(inbox: &mut Inbox<M>, patience: Option<Duration>) -> Option<M> {
        let deadline = patience.map(|patience| Instant::now() + patience);
        loop {
            if let Ok(message) = inbox.messages.try_recv() {
                return Some(message);
            }
            if let Some(message) = inbox.input.as_mut().and_then(Input::next) {
                return Some(message.into());
            }
            let expires = inbox.input.as_ref().and_then(Input::expires);
            let until = [deadline, expires].into_iter().flatten().min();
            let ready = match wait(&inbox.wake, inbox.input.as_ref(), until) {
                Ok(ready) => ready,
                Err(error) => {
                    inbox.input = None;
                    return Some(Message::InputFailed(error).into());
                }
            };
            if ready.wake {
                inbox.wake.settle();
            }
            let now = Instant::now();
            match inbox.input.as_mut() {
                Some(input) if !ready.input.is_empty() => {
                    if let Some(last) = input.read(ready.input) {
                        return Some(last.into());
                    }
                }
                Some(input) if expires.is_some_and(|expires| expires <= now) => input.expire(),
                _ if !ready.wake && deadline.is_some_and(|deadline| deadline <= now) => return None,
                _ => {}
            }
        }
    }

    /// What there is to be read.
    struct Ready {
        wake: bool,
        input: PollFlags,
    }

    fn wait(wake: &Wake, input: Option<&Input>, until: Option<Instant>) -> io::Result<Ready> {
        let wake = PollFd::new(&wake.0, PollFlags::IN);
        let polled = match input.and_then(Input::tty) {
            Some(tty) => poll_until(&mut [wake, PollFd::new(tty, PollFlags::IN)], until),
            None => poll_until(&mut [wake], until).map(|[wake]| [wake, PollFlags::empty()]),
        };
        polled.map(|[wake, input]| Ready {
            wake: !wake.is_empty(),
            input,
        })
    }
}

#[cfg(not(unix))]
mod sys {
    use std::io;
    use std::time::{Duration, Instant};

    use super::{Inbox, Message};

    /// How soon a message from another thread is noticed.
    const TICK: Duration = Duration::from_millis(20);

    pub(super) struct Wake;

    #[derive(Clone)]
    pub(super) struct Waker;

    impl Waker {
        pub(super) fn wake(&self) {}
    }

    pub(super) fn pair() -> io::Result<(Waker, Wake)> {
        Ok((Waker, Wake))
    }

    pub(super) fn next<M: From<Message>>(inbox: &mut Inbox<M>, patience: Option<Duration>) -> Option<M> {
        let deadline = patience.map(|patience| Instant::now() + patience);
        loop {
            if let Ok(message) = inbox.messages.try_recv() {
                return Some(message);
            }
            let left = deadline.map_or(TICK, |deadline| {
                deadline.saturating_duration_since(Instant::now())
            });
            match inbox.input.as_mut() {
                Some(input) => {
                    if let Some(message) = input.wait(left.min(TICK)) {
                        return Some(message.into());
                    }
                }
                None => std::thread::sleep(left.min(TICK)),
            }
            if left.is_zero() {
                return None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::runtime::Signal;
    use std::thread;

    fn inbox() -> (Outbox<Message>, Inbox<Message>) {
        Inbox::new().unwrap()
    }

    #[test]
    fn nothing_comes_in_time() {
        let (_outbox, mut inbox) = inbox();
        assert!(inbox.next(Some(Duration::ZERO)).is_none());
        assert!(inbox.next(Some(Duration::from_millis(5))).is_none());
    }

    #[test]
    fn another_thread_is_heard_while_the_main_loop_waits() {
        let (outbox, mut inbox) = inbox();
        let speaker = thread::spawn(move || outbox.send(Message::Hangup));
        assert!(matches!(inbox.next(None), Some(Message::Hangup)));
        speaker.join().unwrap();
    }

    #[test]
    fn whatever_was_said_is_heard_once_and_in_order_however_often_it_woke() {
        let (outbox, mut inbox) = inbox();
        let said = 200_000;
        for number in 0..said {
            outbox.send(match number % 2 {
                0 => Message::Signal(Signal::Interrupt),
                _ => Message::Hangup,
            });
        }
        for number in 0..said {
            let heard = inbox.next(Some(Duration::ZERO));
            let in_order = match number % 2 {
                0 => matches!(heard, Some(Message::Signal(Signal::Interrupt))),
                _ => matches!(heard, Some(Message::Hangup)),
            };
            assert!(in_order, "{number}: {heard:?}");
        }
        assert!(inbox.next(Some(Duration::ZERO)).is_none());
    }

    #[test]
    fn a_main_loop_that_has_ended_is_no_trouble() {
        let (outbox, inbox) = inbox();
        drop(inbox);
        outbox.send(Message::Hangup);
    }
}
