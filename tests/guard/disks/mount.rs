//! A disk of its own: small, and as full or read-only as a test wants it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A file system in memory, mounted on a directory until the value goes.
pub(super) struct Mount(PathBuf);

impl Mount {
    /// Mounts so many kilobytes. `None` where that is not allowed, which is said.
    pub(super) fn new(on: &Path, kilobytes: u32) -> Option<Self> {
        fs::create_dir_all(on).unwrap();
        let size = format!("size={kilobytes}k,mode=0700");
        let mounted = mount(&["-t", "tmpfs", "-o", &size, "tigang"], on);
        if !mounted {
            crate::guard::report("skipped: nothing can be mounted here");
        }
        mounted.then(|| Self(on.to_owned()))
    }
}

/// Makes a directory read-only for everybody, as a disk becomes that has had errors.
pub(super) fn make_read_only(directory: &Path) {
    let mounted = mount(&["--bind", &directory.to_string_lossy()], directory)
        && mount(&["-o", "remount,bind,ro"], directory);
    assert!(mounted, "something could be mounted a moment ago");
}

/// Takes that back.
pub(super) fn make_writable(directory: &Path) {
    assert!(unmount(directory), "it was mounted a moment ago");
}

fn mount(arguments: &[&str], on: &Path) -> bool {
    let status = Command::new("mount")
        .args(arguments)
        .arg(on)
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

impl Drop for Mount {
    fn drop(&mut self) {
        // What was made read-only is mounted there a second time.
        while unmount(&self.0) {}
    }
}

/// With all that is mounted in it. False where nothing is mounted any more.
fn unmount(from: &Path) -> bool {
    let status = Command::new("umount")
        .arg("-l")
        .arg(from)
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}
