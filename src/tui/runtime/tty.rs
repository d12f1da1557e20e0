//! The terminal that keys come from.

use std::fs::File;
use std::io::{self, IsTerminal, Stdin};
use std::os::fd::{AsFd, BorrowedFd};

/// Standard input if it is a terminal, and the controlling terminal if not: the choice that crossterm makes.
pub(super) enum Tty {
    /// Standard input.
    Stdin(Stdin),
    /// `/dev/tty`, when something else is piped in.
    Device(File),
}

impl Tty {
    pub(super) fn open() -> io::Result<Self> {
        let stdin = io::stdin();
        if stdin.is_terminal() {
            Ok(Self::Stdin(stdin))
        } else {
            File::options()
                .read(true)
                .write(true)
                .open("/dev/tty")
                .map(Self::Device)
        }
    }
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Stdin(stdin) => stdin.as_fd(),
            Self::Device(device) => device.as_fd(),
        }
    }
}
