//! Locks of sessions that this process has let go of. A process that another thread of it is about to start holds them
//! for a moment longer, and whoever opens the session then can only read.

use crate::pty::DEADLINE;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::time::Instant;
use tigang::session::directory::SessionDirectory;

/// Waits until nobody holds the lock of a session. To take it once more would not tell, since that too can be handed on.
pub(crate) fn wait_until_let_go(directory: &SessionDirectory) {
    let inode = format!(":{}", fs::metadata(directory.lock_file()).unwrap().ino());
    let deadline = Instant::now() + DEADLINE;
    let is_held = || {
        let locks = fs::read_to_string("/proc/locks").unwrap_or_default();
        let mut files = locks.lines().filter_map(|lock| lock.split_whitespace().nth(5));
        files.any(|file| file.ends_with(&inode))
    };
    while is_held() {
        assert!(Instant::now() < deadline, "the session is held by somebody");
        std::thread::yield_now();
    }
}
