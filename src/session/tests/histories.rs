//! Many random histories of a session on a disk that fails, loses power and is written to by others.
//!
//! Thousands by default; `TIGANG_HISTORIES=100000` runs so many. A history that fails names its seed, and
//! `TIGANG_HISTORY=<seed>` runs it alone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{QUESTIONNAIRE, number, text};
use crate::session::directory::SessionDirectory;
use crate::session::disk::{FileKind, FileSystem};
use crate::session::generations::Generation;
use crate::session::memory_disk::{Faults, MemoryDisk};
use crate::session::open::{Access, Contents, OpenSession, Want};
use crate::session::seal::{SealState, Unsealed, unseal};
use crate::session::store::Store;
use crate::session::writer::SessionWriter;

#[test]
fn no_acknowledged_save_is_lost_and_no_file_is_half_written() {
    let variable = |name| {
        std::env::var(name)
            .ok()
            .and_then(|value| value.parse::<u64>().ok())
    };
    let seeds = match variable("TIGANG_HISTORY") {
        Some(seed) => seed..seed + 1,
        None => 0..variable("TIGANG_HISTORIES").unwrap_or(4_000),
    };
    let mut witnessed = Witnessed::default();
    for seed in seeds.clone() {
        let run = || History::new(seed).run();
        match std::panic::catch_unwind(run) {
            Ok(history) => witnessed.add(&history),
            Err(panic) => {
                eprintln!("history {seed}");
                std::panic::resume_unwind(panic);
            }
        }
    }
    // The histories are worth nothing if what they are about does not happen in them.
    if seeds.end - seeds.start >= 1_000 {
        let Witnessed {
            losses,
            kills,
            failures,
            saves,
            edits_by_hand,
        } = witnessed;
        assert!(
            [losses, kills, failures, saves, edits_by_hand]
                .iter()
                .all(|n| *n > 500),
            "{witnessed:?}"
        );
    }
}

/// How often something happened.
#[derive(Debug, Clone, Copy, Default)]
struct Witnessed {
    losses: u64,
    kills: u64,
    failures: u64,
    saves: u64,
    edits_by_hand: u64,
}

impl Witnessed {
    fn add(&mut self, other: &Self) {
        self.losses += other.losses;
        self.kills += other.kills;
        self.failures += other.failures;
        self.saves += other.saves;
        self.edits_by_hand += other.edits_by_hand;
    }
}

/// One session, and what must be true of it.
struct History {
    random: fastrand::Rng,
    disk: MemoryDisk,
    directory: SessionDirectory,
    writer: Option<SessionWriter>,
    now: SystemTime,
    /// The number of the last text that a save was tried with.
    tried: u64,
    /// The number of the last text whose save was acknowledged.
    saved: u64,
    /// The texts of other people that must still be found somewhere.
    by_hand: BTreeSet<u64>,
    witnessed: Witnessed,
}

impl History {
    fn new(seed: u64) -> Self {
        // Names are drawn from the thread's own generator.
        fastrand::seed(seed);
        let mut random = fastrand::Rng::with_seed(seed);
        let disk = MemoryDisk::new(random.u64(..));
        let store = Store::on(Arc::new(disk.clone()), PathBuf::from("/home/me/data"));
        disk.set_faults(Faults {
            no_links: random.u8(..5) == 0,
            ..Faults::default()
        });
        let writer = store.create(QUESTIONNAIRE, &text(0, 0)).unwrap();
        let directory = writer.directory().clone();
        Self {
            random,
            disk,
            directory,
            writer: Some(writer),
            now: SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_100),
            tried: 0,
            saved: 0,
            by_hand: BTreeSet::new(),
            witnessed: Witnessed::default(),
        }
    }

    fn run(mut self) -> Witnessed {
        for _ in 0..self.random.usize(1..5) {
            self.disk.set_faults(Faults {
                power_lasts: Some(self.random.u64(..160)),
                failing: [0.0, 0.02, 0.2][self.random.usize(..3)],
                no_links: self.random.u8(..5) == 0,
                ..Faults::default()
            });
            while !self.disk.is_off() && self.random.u8(..20) > 0 {
                self.step();
            }
            self.restart();
        }
        self.witnessed
    }

    fn step(&mut self) {
        self.now += Duration::from_secs(self.random.u64(..90));
        match self.random.u8(..20) {
            0 => self.edit_by_hand(),
            1 => self.close(),
            2 => self.remove_directory(),
            _ => self.save(),
        }
    }

    fn save(&mut self) {
        if self.writer.is_none() {
            self.open_again();
        }
        let Some(writer) = &mut self.writer else { return };
        self.tried += 1;
        match writer.save(&text(self.tried, self.random.usize(..60)), self.now) {
            Ok(_) => {
                self.saved = self.tried;
                self.witnessed.saves += 1;
            }
            Err(_) => self.witnessed.failures += 1,
        }
    }

    fn close(&mut self) {
        if let Some(writer) = self.writer.take() {
            let _ = writer.close(self.now);
        }
    }

    fn open_again(&mut self) {
        let store = Store::on(Arc::new(self.disk.clone()), PathBuf::from("/home/me/data"));
        if let Ok(OpenSession {
            access: Access::Writable(writer),
            contents,
            ..
        }) = store.open(self.directory.clone(), Want::Write)
        {
            // A file that is gone (its directory was removed) starts from what the person has in front of them.
            assert!(!matches!(contents, Contents::Damaged { .. }), "{contents:?}");
            self.writer = Some(*writer);
            self.has_seen(&contents);
        }
    }

    /// What is read on opening is part of what the person goes on writing, and no longer somebody else's.
    fn has_seen(&mut self, contents: &Contents) {
        if let Contents::Whole(Unsealed { text, .. }) = contents {
            self.by_hand.remove(&number(text));
        }
    }

    /// Somebody else replaces the session's file with a text of their own.
    fn edit_by_hand(&mut self) {
        if self.disk.is_off() || !self.disk.exists(&self.directory.questionnaire_file()) {
            return;
        }
        // If it is theirs already, they have themselves taken it away.
        if let Some(before) = self.disk.peek(&self.directory.session_file()) {
            self.by_hand.remove(&number(&unseal(&before).unwrap().text));
        }
        self.tried += 1;
        self.saved = self.tried;
        self.by_hand.insert(self.tried);
        self.disk
            .put(&self.directory.session_file(), &text(self.tried, 10));
        self.witnessed.edits_by_hand += 1;
    }

    /// Somebody takes the directory away while the session is open.
    fn remove_directory(&mut self) {
        if self.writer.is_none() || self.disk.is_off() {
            return;
        }
        let away = PathBuf::from(format!("/home/me/away-{}", self.tried));
        if self.disk.exists(self.directory.path()) && !self.disk.exists(&away) {
            self.disk.take_away(self.directory.path(), &away);
            // All that was there is now there, and nothing is here until the next save.
            self.by_hand.clear();
            self.tried += 1;
            self.saved = 0;
            self.save();
        }
    }

    /// The power goes, or the process is killed; then the session is opened and must be whole.
    fn restart(&mut self) {
        if self.random.bool() {
            self.disk = self.disk.after_loss_of_power();
            self.witnessed.losses += 1;
        } else {
            self.disk.set_faults(Faults::default());
            self.witnessed.kills += 1;
        }
        self.writer = None;
        if self.saved == 0 && !self.disk.exists(&self.directory.session_file()) {
            // The directory was taken away and no save has been acknowledged since: nothing is promised.
            self.disk = MemoryDisk::new(self.random.u64(..));
            let store = Store::on(Arc::new(self.disk.clone()), PathBuf::from("/home/me/data"));
            let writer = store.create(QUESTIONNAIRE, &text(self.tried, 0)).unwrap();
            self.directory = writer.directory().clone();
            self.saved = self.tried;
            self.writer = Some(writer);
            return;
        }
        let store = Store::on(Arc::new(self.disk.clone()), PathBuf::from("/home/me/data"));
        let opened = store.open(self.directory.clone(), Want::Write).unwrap();
        let number = match &opened.contents {
            Contents::Whole(Unsealed {
                text,
                state: SealState::Intact,
            }) => number(text),
            other => panic!("not whole after a restart: {other:?}"),
        };
        assert!(
            (self.saved..=self.tried).contains(&number),
            "{} ..= {}: {number}",
            self.saved,
            self.tried
        );
        assert_eq!(opened.questionnaire.as_deref(), Some(QUESTIONNAIRE));
        let Access::Writable(writer) = opened.access else {
            panic!("{:?}", opened.access)
        };
        self.writer = Some(*writer);
        self.check_generations(number);
        self.has_seen(&opened.contents);
        self.check_leftovers();
        self.saved = number;
    }

    /// Every earlier state is whole, and what others have written is among them, or still in place.
    fn check_generations(&mut self, present: u64) {
        let generations = self.directory.generations();
        let all = generations.list(&self.disk).unwrap();
        let mut found = BTreeSet::from([present]);
        for generation in &all {
            let (bytes, _) = self.disk.read(&generations.path(generation)).unwrap();
            // One that was cut short by a loss of power has a temporary's fate: it was never acknowledged.
            if let Ok(Unsealed { text, .. }) = unseal(&bytes) {
                found.insert(number(&text));
            }
        }
        for by_hand in &self.by_hand {
            assert!(
                found.contains(by_hand),
                "the text of somebody else is gone: {by_hand} in {found:?}"
            );
        }
        // Two may have the same number, if one of them was given up and a loss of power brought it back.
        let order = |generation: &Generation| (generation.number, generation.saved_at);
        assert!(all.is_sorted_by(|a, b| order(a) > order(b)), "{all:?}");
    }

    fn check_leftovers(&self) {
        for name in self.disk.entries(self.directory.path()).unwrap() {
            let name = name.to_str().unwrap();
            assert!(!name.ends_with(".tmp"), "left behind: {name}");
            let kind = self
                .disk
                .metadata(&self.directory.path().join(name))
                .unwrap()
                .kind;
            assert!(kind != FileKind::Other);
        }
        assert_eq!(
            self.disk
                .metadata(Path::new("/home/me/data/sessions"))
                .unwrap()
                .kind,
            FileKind::Directory
        );
    }
}
