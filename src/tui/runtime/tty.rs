//! The terminal that keys come from.

use std::fs::File;
use std::io::{self, IsTerminal, Stdin};
use std::os::fd::{AsFd, BorrowedFd};

use ratatui::layout::Size;
use rustix::process::getpgrp;
use rustix::termios::{LocalModes, tcgetattr, tcgetpgrp, tcgetwinsize};

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

/// Whether keys come at once and without an echo, whatever the program may believe that it has set.
pub(super) fn is_raw() -> bool {
    match Tty::open().map(tcgetattr) {
        Ok(Ok(modes)) => !modes
            .local_modes
            .intersects(LocalModes::ICANON | LocalModes::ECHO),
        _ => false,
    }
}

/// Whether the terminal is this program's to use, and not that of a shell which has it in the background.
pub(super) fn is_in_foreground() -> bool {
    match Tty::open().map(tcgetpgrp) {
        Ok(Ok(group)) => group == getpgrp(),
        // A terminal that knows no jobs.
        _ => true,
    }
}

/// The columns and rows of the terminal that is written to, if it knows them.
pub(super) fn size_of_output() -> Option<Size> {
    let size = tcgetwinsize(io::stdout()).ok()?;
    (size.ws_col > 0 && size.ws_row > 0).then(|| Size::new(size.ws_col, size.ws_row))
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Stdin(stdin) => stdin.as_fd(),
            Self::Device(device) => device.as_fd(),
        }
    }
}
