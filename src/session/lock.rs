//! One writer per session.
//!
//! The lock is a file of its own, because the session's file is replaced with every save and a lock stays with the
//! file that it was taken on. It is never renamed and never deleted: whoever did that would leave two processes with
//! two files, both locked. The system gives the lock back when the process ends, however it ends.

use std::fmt;
use std::path::Path;

use super::disk::{FileIdentity, FileSystem, HeldLock, LockRefusal};
use super::trouble::{Attempt, DiskError};
use crate::messages::Locale;

/// The lock of a session. It is held as long as this value lives.
#[derive(Debug)]
pub struct SessionLock {
    /// `None` on a file system without locks.
    held: Option<Box<dyn HeldLock>>,
}

/// Why a session was not locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another window works on it.
    #[error("{}", Locale::En.session_busy(holder.words(Locale::En)))]
    Busy {
        /// Who.
        holder: Holder,
    },
    /// The lock file could not be opened, or not created.
    #[error(transparent)]
    Disk(DiskError),
}

impl SessionLock {
    /// Takes the lock, or says at once who has it.
    ///
    /// On a file system without locks the session can be written all the same: the writer notices when somebody else
    /// has written ([`SessionWriter`](super::writer::SessionWriter)), and keeps what they wrote.
    ///
    /// # Errors
    /// [`LockError`]
    pub fn acquire(disk: &dyn FileSystem, path: &Path) -> Result<Self, LockError> {
        match disk.try_lock(path) {
            Ok(mut held) => {
                let _ = held.write_note(&Holder::this_process().to_string());
                Ok(Self { held: Some(held) })
            }
            Err(LockRefusal::Unsupported(_)) => Ok(Self { held: None }),
            Err(LockRefusal::Busy) => Err(LockError::Busy {
                holder: Holder::read(disk, path),
            }),
            Err(LockRefusal::Failed(source)) => {
                Err(LockError::Disk(DiskError::because(Attempt::Lock, path)(source)))
            }
        }
    }

    /// Which file is locked; `None` if none is, or if files have no identity here.
    pub fn identity(&self) -> Option<FileIdentity> {
        self.held.as_ref().and_then(|held| held.identity())
    }

    /// Whether others are really kept out.
    pub fn is_effective(&self) -> bool {
        self.held.is_some()
    }
}

/// Who has a session open, as far as the lock file tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holder {
    /// The process.
    pub pid: Option<u32>,
    /// The machine; it matters on a disk that several share.
    pub host: Option<String>,
}

impl Holder {
    fn this_process() -> Self {
        Self {
            pid: Some(std::process::id()),
            host: host_name(),
        }
    }

    fn read(disk: &dyn FileSystem, path: &Path) -> Self {
        let bytes = disk.read_start(path, 512).unwrap_or_default();
        Self::parse(&String::from_utf8_lossy(&bytes))
    }

    /// Reads what [`Display`](fmt::Display) wrote, or as much of it as is there.
    fn parse(note: &str) -> Self {
        let value = |key: &str| {
            note.lines()
                .find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='))
                .map(str::trim)
        };
        Self {
            pid: value("pid").and_then(|pid| pid.parse().ok()),
            host: value("host")
                .map(|host| host.trim_matches('"').to_owned())
                .filter(|host| !host.is_empty()),
        }
    }

    /// The words of the message table for it: “process 4711 on office-3”.
    pub fn words(&self, locale: Locale) -> String {
        match (self.pid, &self.host) {
            (Some(pid), Some(host)) => locale.lock_holder(pid, host),
            (Some(pid), None) => locale.lock_holder_here(pid),
            (None, _) => locale.lock_holder_unknown().to_owned(),
        }
    }
}

/// The lock file's content: TOML, so that a person can read it too.
impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(pid) = self.pid {
            writeln!(f, "pid = {pid}")?;
        }
        if let Some(host) = &self.host {
            let plain: String = host
                .chars()
                .filter(|c| !c.is_control() && !matches!(c, '"' | '\\'))
                .collect();
            writeln!(f, "host = \"{plain}\"")?;
        }
        Ok(())
    }
}

/// The machine's name, from where Linux keeps it. Elsewhere the process number has to do.
fn host_name() -> Option<String> {
    ["/proc/sys/kernel/hostname", "/etc/hostname"]
        .into_iter()
        .find_map(|path| std::fs::read_to_string(path).ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::real_disk::RealDisk;

    #[test]
    fn a_second_window_learns_who_has_the_session() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("lock");
        let first = SessionLock::acquire(&RealDisk, &path).unwrap();
        match SessionLock::acquire(&RealDisk, &path) {
            Err(LockError::Busy { holder }) => assert_eq!(holder.pid, Some(std::process::id())),
            other => panic!("{other:?}"),
        }
        drop(first);
        assert!(SessionLock::acquire(&RealDisk, &path).unwrap().is_effective());
    }

    #[test]
    fn a_note_is_read_as_far_as_it_goes() {
        let full = Holder {
            pid: Some(4711),
            host: Some("办公室-3".into()),
        };
        let cases = [
            (full.to_string(), full),
            (
                "pid = 4711\nho".into(),
                Holder {
                    pid: Some(4711),
                    host: None,
                },
            ),
            (
                "pid = 471".into(),
                Holder {
                    pid: Some(471),
                    host: None,
                },
            ),
            ("".into(), Holder::default()),
            ("\u{0}\u{0}".into(), Holder::default()),
            ("pid = -1\nhost = \"\"".into(), Holder::default()),
        ];
        for (note, expected) in cases {
            assert_eq!(Holder::parse(&note), expected, "{note:?}");
        }
    }
}
