//! A session on a disk that a test can make trouble for.

use std::fs;
use std::path::PathBuf;

use super::mount::Mount;
use super::troubles::Trouble;
use crate::guard::desk::Desk;
use crate::pty::{Home, Program};

/// A session, on a disk of its own where the trouble wants one.
pub(super) struct Place {
    // It goes before the home that it is mounted in, which could not be removed otherwise.
    _mount: Option<Mount>,
    pub(super) desk: Desk,
}

impl Place {
    /// `None` where the machine does not allow it.
    pub(super) fn new(trouble: &Trouble, answers: &[&str]) -> Option<Self> {
        let home = Home::new();
        let disk = home.path().join("disk");
        let mount = match trouble.kilobytes {
            Some(kilobytes) => Some(Mount::new(&disk, kilobytes)?),
            None => None,
        };
        let desk = Desk::in_store(home, |_| disk.join("data"), answers);
        Some(Self { desk, _mount: mount })
    }

    /// The program, gone on with the session.
    pub(super) fn program(&self, trouble: &Trouble) -> Program {
        let desk = &self.desk;
        let program = match trouble.limit {
            Some(limit) => Program::new("/bin/sh")
                .args(["-c", &format!("{limit}; exec \"$@\""), "sh"])
                .args([env!("CARGO_BIN_EXE_tigang")]),
            None => Program::tigang(),
        };
        program
            .in_home(&desk.home)
            .env("TIGANG_DATA_DIR", desk.store.root())
            .env("TMPDIR", desk.home.path())
            .args(["resume".as_ref(), desk.directory.path().as_os_str()])
            // As wide as the words about a long path need it.
            .size(30, 240)
    }

    pub(super) fn disk(&self) -> PathBuf {
        self.desk.home.path().join("disk")
    }

    /// Takes all the room that there is.
    pub(super) fn fill_up(&self) {
        use std::io::Write;
        let mut filler = fs::File::create(self.disk().join("filler")).unwrap();
        while filler.write_all(&[0; 512]).is_ok() {}
    }
}
