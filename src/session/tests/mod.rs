//! Tests of the layers together. What one layer does alone is tested beside it.

mod children;
mod damage;
mod desk;
mod directories;
mod going_back;
mod histories;
mod moving;
mod power;
mod recovering;
mod saving;
mod stores;
mod unplaced;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::memory_disk::MemoryDisk;
use super::open::{Access, OpenSession, Want};
use super::seal::seal;
use super::store::Store;
use super::writer::SessionWriter;

const QUESTIONNAIRE: &[u8] = "format = 1\ntitle = \"自查\"\n".as_bytes();

/// A session's file that says which one of many it is.
fn text(number: u64, padding: usize) -> Vec<u8> {
    let padding = "提纲".repeat(padding);
    seal(&format!("format = 1\nname = \"{padding}\"\nnumber = {number}\n")).into_bytes()
}

fn number(text: &str) -> u64 {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("number = "))
        .unwrap();
    line.parse().unwrap()
}

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + seconds)
}

/// A store on a disk in memory, with one session in it, open for writing: text number 0.
fn session_in_memory() -> (MemoryDisk, Store, SessionWriter) {
    let disk = MemoryDisk::new(1);
    let store = Store::on(Arc::new(disk.clone()), PathBuf::from("/data"));
    let writer = store.create(QUESTIONNAIRE, &text(0, 0)).unwrap();
    (disk, store, writer)
}

fn writable(opened: OpenSession) -> SessionWriter {
    match opened.access {
        Access::Writable(writer) => *writer,
        other => panic!("{other:?}"),
    }
}

fn reopened(store: &Store, path: &Path) -> SessionWriter {
    let directory = super::directory::SessionDirectory::new(path.to_owned());
    writable(store.open(directory, Want::Write).unwrap())
}

/// The number of the text that a file on a disk in memory holds.
fn held(disk: &MemoryDisk, path: &Path) -> Option<u64> {
    disk.peek(path)
        .map(|bytes| number(std::str::from_utf8(&bytes).unwrap()))
}

/// The numbers of the texts in the generations, oldest first.
fn kept(disk: &MemoryDisk, writer: &SessionWriter) -> Vec<u64> {
    let generations = writer.directory().generations();
    let all = generations.list(disk).unwrap();
    all.iter()
        .rev()
        .map(|generation| held(disk, &generations.path(generation)).unwrap())
        .collect()
}
