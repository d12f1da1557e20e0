//! Names and contents, each as it is and as it would be found after a loss of power.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::session::disk::{FileIdentity, FileKind, Metadata};

pub(super) type Inode = u64;
const ROOT: Inode = 1;

#[derive(Clone)]
pub(super) struct Tree {
    inodes: BTreeMap<Inode, Node>,
    /// Changes of names that are not durable yet, in the order in which they were made. Those in one list become
    /// durable together: a rename.
    pending: Vec<Vec<NameChange>>,
    next_inode: Inode,
    /// Every file that is created is a second younger than the one before.
    clock: u64,
}

#[derive(Clone)]
struct Node {
    device: u64,
    modified: u64,
    holds: Holds,
}

#[derive(Clone)]
enum Holds {
    File {
        content: Vec<u8>,
        durable: Vec<u8>,
        sync_failed: bool,
    },
    Directory {
        entries: Entries,
        durable: Entries,
    },
    Link(PathBuf),
}

type Entries = BTreeMap<OsString, Inode>;

#[derive(Clone)]
pub(super) struct NameChange {
    directory: Inode,
    name: OsString,
    to: Option<Inode>,
}

impl Tree {
    pub(super) fn new() -> Self {
        let holds = Holds::Directory {
            entries: Entries::new(),
            durable: Entries::new(),
        };
        let root = Node {
            device: 1,
            modified: 0,
            holds,
        };
        let inodes = BTreeMap::from([(ROOT, root)]);
        Self {
            inodes,
            pending: Vec::new(),
            next_inode: ROOT + 1,
            clock: 1_700_000_000,
        }
    }

    pub(super) fn lookup(&self, path: &Path) -> io::Result<Inode> {
        let mut inode = ROOT;
        for component in path.components() {
            match component {
                Component::Normal(name) => inode = self.follow(self.entry(inode, name)?)?,
                Component::RootDir => inode = ROOT,
                _ => return Err(io::ErrorKind::InvalidFilename.into()),
            }
        }
        Ok(inode)
    }

    fn follow(&self, inode: Inode) -> io::Result<Inode> {
        match self.inodes.get(&inode).map(|node| &node.holds) {
            Some(Holds::Link(to)) => self.lookup(to),
            _ => Ok(inode),
        }
    }

    fn entry(&self, directory: Inode, name: &OsStr) -> io::Result<Inode> {
        self.entries(directory)?
            .get(name)
            .copied()
            .ok_or(io::ErrorKind::NotFound.into())
    }

    fn entries(&self, directory: Inode) -> io::Result<&Entries> {
        match self.inodes.get(&directory).map(|node| &node.holds) {
            Some(Holds::Directory { entries, .. }) => Ok(entries),
            Some(_) => Err(io::ErrorKind::NotADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// The directory and name of a path, whether there is something or not.
    fn parent(&self, path: &Path) -> io::Result<(Inode, OsString)> {
        let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        Ok((
            self.lookup(path.parent().unwrap_or(Path::new("/")))?,
            name.to_owned(),
        ))
    }

    pub(super) fn names(&self, path: &Path) -> io::Result<Vec<OsString>> {
        Ok(self.entries(self.lookup(path)?)?.keys().cloned().collect())
    }

    pub(super) fn describe(&self, inode: Inode) -> io::Result<Metadata> {
        let node = self.inodes.get(&inode).ok_or(io::ErrorKind::NotFound)?;
        let (kind, length) = match &node.holds {
            Holds::File { content, .. } => (FileKind::File, content.len()),
            Holds::Directory { .. } => (FileKind::Directory, 0),
            Holds::Link(_) => (FileKind::Other, 0),
        };
        Ok(Metadata {
            kind,
            identity: Some(FileIdentity {
                device: node.device,
                inode,
            }),
            length: length as u64,
            modified: SystemTime::UNIX_EPOCH + Duration::from_secs(node.modified),
        })
    }

    pub(super) fn content(&self, path: &Path) -> io::Result<(Vec<u8>, Metadata)> {
        let inode = self.lookup(path)?;
        match self.inodes.get(&inode).map(|node| &node.holds) {
            Some(Holds::File { content, .. }) => Ok((content.clone(), self.describe(inode)?)),
            _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")),
        }
    }

    pub(super) fn read_link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        let (directory, name) = self.parent(path)?;
        match self
            .inodes
            .get(&self.entry(directory, &name)?)
            .map(|node| &node.holds)
        {
            Some(Holds::Link(to)) => Ok(Some(to.clone())),
            _ => Ok(None),
        }
    }

    pub(super) fn create_file(&mut self, path: &Path) -> io::Result<Inode> {
        self.add(
            path,
            Holds::File {
                content: Vec::new(),
                durable: Vec::new(),
                sync_failed: false,
            },
        )
    }

    pub(super) fn create_directory(&mut self, path: &Path) -> io::Result<Inode> {
        self.add(
            path,
            Holds::Directory {
                entries: Entries::new(),
                durable: Entries::new(),
            },
        )
    }

    pub(super) fn create_link(&mut self, path: &Path, to: &Path) -> io::Result<Inode> {
        self.add(path, Holds::Link(to.to_owned()))
    }

    fn add(&mut self, path: &Path, holds: Holds) -> io::Result<Inode> {
        let inode = self.next_inode;
        self.give_name(path, inode)?;
        self.next_inode += 1;
        self.clock += 1;
        let (directory, _) = self.parent(path)?;
        let device = self.inodes.get(&directory).map_or(1, |node| node.device);
        self.inodes.insert(
            inode,
            Node {
                device,
                modified: self.clock,
                holds,
            },
        );
        Ok(inode)
    }

    pub(super) fn give_name(&mut self, path: &Path, inode: Inode) -> io::Result<()> {
        let (directory, name) = self.parent(path)?;
        if self.entries(directory)?.contains_key(&name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.change(vec![NameChange {
            directory,
            name,
            to: Some(inode),
        }]);
        Ok(())
    }

    pub(super) fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let (old_directory, old_name) = self.parent(from)?;
        let inode = self.entry(old_directory, &old_name)?;
        let (directory, name) = self.parent(to)?;
        if let Ok(present) = self.entry(directory, &name)
            && self.entries(present).is_ok_and(|entries| !entries.is_empty())
        {
            return Err(io::ErrorKind::DirectoryNotEmpty.into());
        }
        self.change(vec![
            NameChange {
                directory: old_directory,
                name: old_name,
                to: None,
            },
            NameChange {
                directory,
                name,
                to: Some(inode),
            },
        ]);
        Ok(())
    }

    pub(super) fn remove_file(&mut self, path: &Path) -> io::Result<()> {
        let (directory, name) = self.parent(path)?;
        if self.entries(self.entry(directory, &name)?).is_ok() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        self.change(vec![NameChange {
            directory,
            name,
            to: None,
        }]);
        Ok(())
    }

    pub(super) fn remove_directory(&mut self, path: &Path) -> io::Result<()> {
        let (directory, name) = self.parent(path)?;
        if !self.entries(self.entry(directory, &name)?)?.is_empty() {
            return Err(io::ErrorKind::DirectoryNotEmpty.into());
        }
        self.change(vec![NameChange {
            directory,
            name,
            to: None,
        }]);
        Ok(())
    }

    /// Makes the names in a directory durable.
    pub(super) fn sync_names(&mut self, directory: Inode) {
        let touches = |changes: &Vec<NameChange>| changes.iter().any(|change| change.directory == directory);
        let (now, later) = std::mem::take(&mut self.pending).into_iter().partition(touches);
        self.pending = later;
        self.make_durable(now);
    }

    pub(super) fn write(&mut self, inode: Inode, bytes: &[u8]) {
        if let Some(Node {
            holds: Holds::File { content, .. },
            ..
        }) = self.inodes.get_mut(&inode)
        {
            content.extend_from_slice(bytes);
        }
    }

    /// Makes the content of a file durable, unless that has failed, now or before.
    pub(super) fn sync_content(&mut self, inode: Inode, fails: bool) {
        if let Some(Node {
            holds:
                Holds::File {
                    content,
                    durable,
                    sync_failed,
                },
            ..
        }) = self.inodes.get_mut(&inode)
        {
            *sync_failed |= fails;
            if !*sync_failed {
                durable.clone_from(content);
            }
        }
    }

    /// Says that a directory, and what is created in it from now on, is on another device.
    pub(super) fn set_device(&mut self, inode: Inode, device: u64) {
        if let Some(node) = self.inodes.get_mut(&inode) {
            node.device = device;
        }
    }

    /// What is found after the power went: what was durable, and what happened to become so.
    pub(super) fn after_loss_of_power(&self, random: &mut fastrand::Rng) -> Self {
        let mut tree = self.clone();
        let lucky = random.u8(..4) == 0;
        let survive = std::mem::take(&mut tree.pending)
            .into_iter()
            .filter(|_| lucky || random.bool());
        let survive = survive.collect();
        tree.make_durable(survive);
        for node in tree.inodes.values_mut() {
            match &mut node.holds {
                Holds::File {
                    content,
                    durable,
                    sync_failed,
                } => {
                    if content != durable {
                        *content = match random.u8(..4) {
                            0 => content[..random.usize(..=content.len())].to_vec(),
                            1 => vec![0; content.len()],
                            2 if !*sync_failed => std::mem::take(content),
                            _ => durable.clone(),
                        };
                    }
                    durable.clone_from(content);
                    *sync_failed = false;
                }
                Holds::Directory { entries, durable } => entries.clone_from(durable),
                Holds::Link(_) => {}
            }
        }
        tree
    }

    fn change(&mut self, changes: Vec<NameChange>) {
        for change in &changes {
            if let Some(Node {
                holds: Holds::Directory { entries, .. },
                ..
            }) = self.inodes.get_mut(&change.directory)
            {
                change.make(entries);
            }
        }
        self.pending.push(changes);
    }

    fn make_durable(&mut self, changes: Vec<Vec<NameChange>>) {
        for change in changes.into_iter().flatten() {
            if let Some(Node {
                holds: Holds::Directory { durable, .. },
                ..
            }) = self.inodes.get_mut(&change.directory)
            {
                change.make(durable);
            }
        }
    }
}

impl NameChange {
    fn make(&self, entries: &mut Entries) {
        match self.to {
            Some(inode) => entries.insert(self.name.clone(), inode),
            None => entries.remove(&self.name),
        };
    }
}
