//! A disk in memory, for tests: it fails when it is told to, and loses power.
//!
//! It is as unkind as POSIX allows. What was written but not synchronised may be there after a loss of power, or be
//! cut, or be zeros, or be missing; of the names that were created, changed and removed in a directory since it was
//! last synchronised, any may have become durable and any not. A file whose synchronising failed once will never be
//! durable, though later calls report success (as Linux does). A call that fails may have worked all the same, as
//! over a network.

mod tree;

use std::collections::HashSet;
use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use rustix::io::Errno;

use super::disk::{FileIdentity, FileSystem, HeldLock, LockRefusal, Metadata, NewFile};
use tree::{Inode, Tree};

/// A disk in memory. Clones are the same disk.
#[derive(Clone)]
pub(crate) struct MemoryDisk(Arc<Mutex<State>>);

struct State {
    tree: Tree,
    locked: HashSet<Inode>,
    random: fastrand::Rng,
    faults: Faults,
    /// Since the faults were last set.
    calls: u64,
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Faults {
    /// After so many calls the power goes.
    pub(crate) power_lasts: Option<u64>,
    /// The chance that a call fails.
    pub(crate) failing: f64,
    /// Every call that changes something fails with this.
    pub(crate) every_change: Option<Errno>,
    /// Every call that writes the content of a file, or synchronises it, fails with this.
    pub(crate) every_write: Option<Errno>,
    /// Every call that synchronises a directory fails with this.
    pub(crate) every_directory_sync: Option<Errno>,
    /// Every call that reads the content of a file fails with this.
    pub(crate) every_read: Option<Errno>,
    /// There are no hard links on this disk.
    pub(crate) no_links: bool,
}

/// What a call does, as far as failing goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Call {
    /// Asks for names and kinds.
    Ask,
    /// Reads the content of a file.
    Read,
    /// Changes names.
    Name,
    /// Writes the content of a file, or synchronises it.
    Write,
    /// Synchronises a directory.
    SyncDirectory,
}

impl MemoryDisk {
    /// An empty disk. What it does when it fails depends on the seed alone.
    pub(crate) fn new(seed: u64) -> Self {
        Self::with(Tree::new(), fastrand::Rng::with_seed(seed))
    }

    fn with(tree: Tree, random: fastrand::Rng) -> Self {
        let (locked, faults) = (HashSet::new(), Faults::default());
        Self(Arc::new(Mutex::new(State {
            tree,
            locked,
            random,
            faults,
            calls: 0,
        })))
    }

    pub(crate) fn set_faults(&self, faults: Faults) {
        let mut state = self.state();
        state.calls = 0;
        state.faults = faults;
    }

    /// How many calls there were since the faults were last set.
    pub(crate) fn calls(&self) -> u64 {
        self.state().calls
    }

    /// Whether the power has gone.
    pub(crate) fn is_off(&self) -> bool {
        self.state().is_off()
    }

    /// The disk as it is found after the power went. Nobody holds a lock any more.
    pub(crate) fn after_loss_of_power(&self) -> Self {
        let mut state = self.state();
        let mut random = state.random.fork();
        Self::with(state.tree.after_loss_of_power(&mut random), random)
    }

    /// Has somebody else replace a file, durably.
    pub(crate) fn put(&self, path: &Path, content: &[u8]) {
        let mut state = self.state();
        let _ = state.tree.remove_file(path);
        let inode = state.tree.create_file(path).unwrap();
        state.tree.write(inode, content);
        state.tree.sync_content(inode, false);
        state.sync_names_around(path);
    }

    /// What is in a file, without a call that could fail.
    pub(crate) fn peek(&self, path: &Path) -> Option<Vec<u8>> {
        self.state().tree.content(path).ok().map(|(content, _)| content)
    }

    /// Whether there is something, without a call that could fail.
    pub(crate) fn exists(&self, path: &Path) -> bool {
        self.state().tree.lookup(path).is_ok()
    }

    /// Has somebody else create a directory, durably.
    pub(crate) fn put_directory(&self, path: &Path) {
        let mut state = self.state();
        state.tree.create_directory(path).unwrap();
        state.sync_names_around(path);
    }

    /// Has somebody else create a symbolic link, durably.
    pub(crate) fn put_link(&self, path: &Path, to: &Path) {
        let mut state = self.state();
        state.tree.create_link(path, to).unwrap();
        state.sync_names_around(path);
    }

    /// Has somebody else move something, durably.
    pub(crate) fn take_away(&self, from: &Path, to: &Path) {
        let mut state = self.state();
        state.tree.rename(from, to).unwrap();
        state.sync_names_around(from);
    }

    /// Says that a directory, and what is created in it from now on, is on another device.
    pub(crate) fn mount(&self, path: &Path, device: u64) {
        let mut state = self.state();
        let inode = state.tree.lookup(path).unwrap();
        state.tree.set_device(inode, device);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Makes a call: perhaps it fails, and perhaps it has worked all the same.
    fn call<T>(&self, kind: Call, run: impl FnOnce(&mut Tree) -> io::Result<T>) -> io::Result<T> {
        let mut state = self.state();
        state.calls += 1;
        if state.is_off() {
            return Err(io::Error::other("the power is gone"));
        }
        let faults = state.faults;
        let always = match kind {
            Call::Ask => None,
            Call::Read => faults.every_read,
            Call::Name => faults.every_change,
            Call::Write => faults.every_change.or(faults.every_write),
            Call::SyncDirectory => faults.every_change.or(faults.every_directory_sync),
        };
        if let Some(number) = always {
            return Err(number.into());
        }
        let failing = state.faults.failing;
        if state.random.f64() >= failing {
            return run(&mut state.tree);
        }
        if kind == Call::Name && state.random.bool() {
            run(&mut state.tree)?;
        }
        let errors = [
            Errno::IO,
            Errno::NOSPC,
            Errno::DQUOT,
            Errno::ROFS,
            Errno::ACCESS,
            Errno::STALE,
        ];
        Err(errors[state.random.usize(..errors.len())].into())
    }
}

impl State {
    fn is_off(&self) -> bool {
        self.faults.power_lasts.is_some_and(|lasts| self.calls > lasts)
    }

    fn sync_names_around(&mut self, path: &Path) {
        let directory = self.tree.lookup(path.parent().unwrap()).unwrap();
        self.tree.sync_names(directory);
    }
}

impl FileSystem for MemoryDisk {
    fn read(&self, path: &Path) -> io::Result<(Vec<u8>, Metadata)> {
        self.call(Call::Read, |tree| tree.content(path))
    }

    fn read_start(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let mut bytes = self.read(path)?.0;
        bytes.truncate(limit);
        Ok(bytes)
    }

    fn read_end(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        let mut bytes = self.read(path)?.0;
        bytes.drain(..bytes.len().saturating_sub(limit));
        Ok(bytes)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let inode = self.call(Call::Name, |tree| tree.create_file(path))?;
        Ok(Box::new(MemoryFile {
            disk: self.clone(),
            inode,
        }))
    }

    fn link(&self, existing: &Path, new: &Path) -> io::Result<()> {
        let no_links = self.state().faults.no_links;
        self.call(Call::Name, |tree| {
            let inode = tree.lookup(existing)?;
            if no_links {
                Err(Errno::PERM.into())
            } else {
                tree.give_name(new, inode)
            }
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(Call::Name, |tree| tree.rename(from, to))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.call(Call::Name, |tree| tree.remove_file(path))
    }

    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        self.call(Call::Ask, |tree| tree.describe(tree.lookup(path)?))
    }

    fn read_link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        self.call(Call::Ask, |tree| tree.read_link(path))
    }

    fn create_directory(&self, path: &Path) -> io::Result<()> {
        self.call(Call::Name, |tree| tree.create_directory(path).map(drop))
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        self.call(Call::Name, |tree| tree.remove_directory(path))
    }

    fn entries(&self, path: &Path) -> io::Result<Vec<OsString>> {
        self.call(Call::Ask, |tree| tree.names(path))
    }

    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        self.call(Call::SyncDirectory, |tree| {
            let directory = tree.lookup(path)?;
            tree.sync_names(directory);
            Ok(())
        })
    }

    fn check_writable(&self, directory: &Path) -> io::Result<()> {
        self.call(Call::Name, |tree| tree.lookup(directory).map(drop))
    }

    fn try_lock(&self, path: &Path) -> Result<Box<dyn HeldLock>, LockRefusal> {
        let opened = self.call(Call::Name, |tree| {
            let inode = tree.lookup(path).or_else(|_| tree.create_file(path))?;
            Ok((inode, tree.describe(inode)?.identity))
        });
        let (inode, identity) = opened.map_err(LockRefusal::Failed)?;
        if !self.state().locked.insert(inode) {
            return Err(LockRefusal::Busy);
        }
        Ok(Box::new(MemoryLock {
            disk: self.clone(),
            inode,
            identity,
        }))
    }
}

struct MemoryFile {
    disk: MemoryDisk,
    inode: Inode,
}

impl NewFile for MemoryFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let written = self.disk.call(Call::Write, |_| Ok(()));
        let mut state = self.disk.state();
        let length = if written.is_ok() {
            bytes.len()
        } else {
            state.random.usize(..=bytes.len())
        };
        state.tree.write(self.inode, &bytes[..length]);
        written
    }

    fn sync(&mut self) -> io::Result<()> {
        let synced = self.disk.call(Call::Write, |_| Ok(()));
        self.disk.state().tree.sync_content(self.inode, synced.is_err());
        synced
    }

    fn metadata(&self) -> io::Result<Metadata> {
        self.disk.call(Call::Ask, |tree| tree.describe(self.inode))
    }
}

#[derive(Debug)]
struct MemoryLock {
    disk: MemoryDisk,
    inode: Inode,
    identity: Option<FileIdentity>,
}

impl HeldLock for MemoryLock {
    fn identity(&self) -> Option<FileIdentity> {
        self.identity
    }

    fn write_note(&mut self, _note: &str) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        self.disk.state().locked.remove(&self.inode);
    }
}

impl fmt::Debug for MemoryDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryDisk").finish_non_exhaustive()
    }
}
