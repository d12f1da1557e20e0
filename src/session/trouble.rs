//! What a disk answers when it refuses, in words that a person can act on.

use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::LONGEST;
use super::place::PlaceError;
use crate::messages::Locale;

/// A call to the disk that failed.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.message(Locale::En))]
pub struct DiskError {
    /// What was to be done.
    pub attempt: Attempt,
    /// To which file or directory.
    pub path: PathBuf,
    /// What the system answered.
    pub source: io::Error,
}

/// What was to be done when the disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Reading a file or listing a directory.
    Read,
    /// Writing, synchronising, naming a file.
    Write,
    /// Creating a directory.
    CreateDirectory,
    /// Locking a session.
    Lock,
    /// Moving a session.
    Move,
}

/// What kind of refusal it was, as far as a person would act differently on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// ENOSPC.
    DiskFull,
    /// EDQUOT.
    QuotaReached,
    /// EFBIG: a limit on the length of files (`ulimit -f`), or of the file system.
    FileTooLarge,
    /// Longer than any file that this program reads or writes.
    TooLong,
    /// EROFS.
    ReadOnlyDisk,
    /// EACCES, EPERM.
    NotPermitted,
    /// EIO: the device itself, or its cable, or its network.
    DeviceFailing,
    /// ENOENT, ENOTDIR.
    NotThere,
    /// ESTALE, ETIMEDOUT, ENOTCONN and the like, on network disks.
    DiskUnreachable,
    /// EMFILE, ENFILE.
    TooManyOpenFiles,
    /// A directory, a pipe, a device where a file should be.
    NotAFile,
    /// EEXIST: something else stands where something new was to come.
    AlreadyThere,
    /// Anything else; the system's own words are shown.
    Other,
}

impl DiskError {
    /// For use in `map_err`.
    pub fn because(attempt: Attempt, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self {
            attempt,
            path: path.to_owned(),
            source,
        }
    }

    /// What kind of refusal it was.
    pub fn trouble(&self) -> Trouble {
        Trouble::of(&self.source)
    }

    /// Why there is no place at all, if that is it.
    fn nowhere(&self) -> Option<&PlaceError> {
        self.source.get_ref()?.downcast_ref()
    }

    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        if let Some(nowhere) = self.nowhere() {
            return nowhere.message(locale);
        }
        let path = self.path.display();
        let what = match self.attempt {
            Attempt::Read => locale.cannot_read(path),
            Attempt::Write => locale.cannot_write(path),
            Attempt::CreateDirectory => locale.cannot_create_directory(path),
            Attempt::Lock => locale.cannot_lock(path),
            Attempt::Move => locale.cannot_move(path),
        };
        match self.reason(locale) {
            Some(why) => locale.disk_trouble(what, why),
            None => locale.disk_other(what, &self.source),
        }
    }

    /// Why, and what to do, without saying where; `None` where there is no place at all.
    pub fn why(&self, locale: Locale) -> Option<String> {
        if self.nowhere().is_some() {
            return None;
        }
        let reason = self.reason(locale).map(Cow::into_owned);
        reason.or_else(|| Some(self.source.to_string()))
    }

    /// Why, in our own words; `None` where there are none.
    fn reason(&self, locale: Locale) -> Option<Cow<'static, str>> {
        let words = match self.trouble() {
            Trouble::DiskFull => locale.disk_full(),
            Trouble::QuotaReached => locale.disk_quota_reached(),
            Trouble::FileTooLarge => locale.disk_file_too_large(),
            Trouble::TooLong => return Some(locale.disk_too_long(LONGEST >> 20).into()),
            Trouble::ReadOnlyDisk => locale.disk_read_only(),
            Trouble::NotPermitted => locale.disk_not_permitted(),
            Trouble::DeviceFailing => locale.disk_device_failing(),
            Trouble::NotThere => locale.disk_not_there(),
            Trouble::DiskUnreachable => locale.disk_unreachable(),
            Trouble::TooManyOpenFiles => locale.disk_too_many_open_files(),
            Trouble::NotAFile => locale.disk_not_a_file(),
            Trouble::AlreadyThere => locale.disk_already_there(),
            Trouble::Other => return None,
        };
        Some(words.into())
    }
}

impl Trouble {
    /// Sorts an error of the system.
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull => Self::DiskFull,
            Kind::QuotaExceeded => Self::QuotaReached,
            // Without a number of the system it is our own refusal.
            Kind::FileTooLarge if error.raw_os_error().is_none() => Self::TooLong,
            Kind::FileTooLarge => Self::FileTooLarge,
            Kind::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            Kind::PermissionDenied => Self::NotPermitted,
            Kind::NotFound | Kind::NotADirectory => Self::NotThere,
            Kind::IsADirectory => Self::NotAFile,
            Kind::AlreadyExists => Self::AlreadyThere,
            // Without a number of the system it is our own refusal to read what is no file.
            Kind::InvalidInput if error.raw_os_error().is_none() => Self::NotAFile,
            Kind::StaleNetworkFileHandle
            | Kind::TimedOut
            | Kind::NotConnected
            | Kind::HostUnreachable
            | Kind::NetworkUnreachable
            | Kind::NetworkDown
            | Kind::ConnectionReset
            | Kind::ConnectionAborted => Self::DiskUnreachable,
            _ => Self::of_number(error.raw_os_error()),
        }
    }

    /// For the numbers that `std` has no stable kind for.
    #[cfg(unix)]
    fn of_number(number: Option<i32>) -> Self {
        use rustix::io::Errno;
        match number.map(Errno::from_raw_os_error) {
            Some(Errno::IO | Errno::NXIO | Errno::NODEV) => Self::DeviceFailing,
            Some(Errno::MFILE | Errno::NFILE) => Self::TooManyOpenFiles,
            Some(Errno::HOSTDOWN) => Self::DiskUnreachable,
            _ => Self::Other,
        }
    }

    #[cfg(not(unix))]
    fn of_number(_number: Option<i32>) -> Self {
        Self::Other
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use rustix::io::Errno;

    #[test]
    fn every_refusal_has_words_of_its_own_in_both_languages() {
        let cases = [
            (Errno::NOSPC, Trouble::DiskFull),
            (Errno::DQUOT, Trouble::QuotaReached),
            (Errno::FBIG, Trouble::FileTooLarge),
            (Errno::ROFS, Trouble::ReadOnlyDisk),
            (Errno::ACCESS, Trouble::NotPermitted),
            (Errno::IO, Trouble::DeviceFailing),
            (Errno::NOENT, Trouble::NotThere),
            (Errno::STALE, Trouble::DiskUnreachable),
            (Errno::MFILE, Trouble::TooManyOpenFiles),
            (Errno::ISDIR, Trouble::NotAFile),
            (Errno::EXIST, Trouble::AlreadyThere),
            (Errno::LOOP, Trouble::Other),
        ];
        let mut seen = std::collections::HashSet::new();
        for (number, expected) in cases {
            let source = io::Error::from_raw_os_error(number.raw_os_error());
            let error = DiskError::because(Attempt::Write, Path::new("/data/提纲/session.toml"))(source);
            assert_eq!(error.trouble(), expected, "{number:?}");
            for locale in [Locale::Zh, Locale::En] {
                let words = error.message(locale);
                assert!(words.contains("/data/提纲/session.toml"), "{words}");
                assert!(seen.insert(words.clone()), "said twice: {words}");
            }
        }
    }
}
