//! The system calls of a run.

use std::fs;
use std::path::Path;

/// The kinds of calls that a disk can refuse.
const OF_DISKS: [&str; 33] = [
    "access",
    "chmod",
    "close",
    "copy_file_range",
    "faccessat",
    "faccessat2",
    "fchmod",
    "fchmodat",
    "fcntl",
    "fdatasync",
    "flock",
    "fstat",
    "fsync",
    "ftruncate",
    "getdents64",
    "link",
    "linkat",
    "lseek",
    "lstat",
    "mkdir",
    "newfstatat",
    "openat",
    "pread64",
    "read",
    "readlink",
    "rename",
    "renameat2",
    "rmdir",
    "stat",
    "statx",
    "sync_file_range",
    "unlink",
    "write",
];

/// The names of the system calls that a run has made, in their order.
#[derive(Debug)]
pub(super) struct Calls(pub(super) Vec<String>);

impl Calls {
    /// Those in what strace has written.
    pub(super) fn in_log(log: &Path) -> Self {
        let text = fs::read_to_string(log).unwrap_or_default();
        let name = |line: &str| {
            // With several threads, each line begins with the number of one.
            let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
            let (name, _) = line.split_once('(')?;
            let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            (is_name && !name.is_empty()).then(|| name.to_owned())
        };
        Self(text.lines().filter_map(name).collect())
    }

    /// How often a call of this name was made before the one in a place.
    pub(super) fn before(&self, at: usize, name: &str) -> usize {
        let earlier = self.0.iter().take(at);
        earlier.filter(|earlier| *earlier == name).count()
    }

    /// The places of those that a disk can refuse.
    pub(super) fn refusable(&self) -> Vec<usize> {
        let is_of_disks = |at: &usize| OF_DISKS.contains(&self.0[*at].as_str());
        (0..self.0.len()).filter(is_of_disks).collect()
    }

    /// The names of those that a disk can refuse.
    pub(super) fn refusable_names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.refusable().iter().map(|at| self.0[*at].clone()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
