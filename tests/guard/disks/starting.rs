//! A data directory that takes nothing from the start: the person is told at once, writes all the same, and is asked where
//! to put it.

use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::PathBuf;
use std::process::Command;

use rustix::process::Signal;
use tigang::session::directory::SessionDirectory;
use tigang::session::library;
use tigang::session::open::Want;
use tigang::session::store::Store;

use super::DRAFT;
use super::mount::{Mount, make_read_only, make_writable};
use crate::pty::{Exit, Home, Modes, Program, Terminal};

/// How the first question of the new session is asked.
const ASKED: &str = "您是哪年哪月开始担任现职的？";
/// A user that owns nothing.
const NOBODY: u32 = 65_534;

/// Why the data directory takes nothing.
struct Refusal {
    name: &'static str,
    /// Words of what the program says of it.
    words: &'static str,
    /// Whether that can be told before anything is to be stored.
    at_once: bool,
    /// Whether the program is run as [`NOBODY`].
    as_nobody: bool,
    befall: fn(&Place),
    heal: Option<fn(&Place)>,
}

const REFUSALS: [Refusal; 4] = [
    Refusal {
        name: "a full disk",
        words: "磁盘满了",
        at_once: false,
        as_nobody: false,
        befall: |place| {
            use std::io::Write;
            let mut filler = fs::File::create(place.disk().join("filler")).unwrap();
            while filler.write_all(&[0; 512]).is_ok() {}
        },
        heal: Some(|place| fs::remove_file(place.disk().join("filler")).unwrap()),
    },
    Refusal {
        name: "a read-only disk",
        words: "磁盘是只读的",
        at_once: true,
        as_nobody: false,
        befall: |place| make_read_only(&place.disk()),
        heal: Some(|place| make_writable(&place.disk())),
    },
    Refusal {
        name: "a directory that somebody else may not read",
        words: "没有权限",
        at_once: true,
        as_nobody: true,
        befall: |place| {
            fs::create_dir_all(place.data().join("sessions")).unwrap();
            fs::set_permissions(place.data(), fs::Permissions::from_mode(0o700)).unwrap();
        },
        heal: Some(|place| {
            for path in [place.data(), place.data().join("sessions")] {
                chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
            }
        }),
    },
    Refusal {
        name: "a directory that somebody else may read and not write",
        words: "没有权限",
        at_once: true,
        as_nobody: true,
        befall: |place| {
            fs::create_dir_all(place.data().join("sessions")).unwrap();
            for path in [place.data(), place.data().join("sessions")] {
                fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
            }
        },
        heal: None,
    },
];

/// A home of its own, with a disk of its own in it.
struct Place {
    // It goes before the home that it is mounted in, which could not be removed otherwise.
    _mount: Mount,
    home: Home,
}

impl Place {
    /// With the refusal. `None` where the machine does not allow it.
    fn new(refusal: &Refusal) -> Option<Self> {
        if refusal.as_nobody && !can_be_nobody() {
            crate::guard::report("skipped: the program cannot be run as somebody else here");
            return None;
        }
        let home = Home::new();
        let mount = Mount::new(&home.path().join("disk"), 256)?;
        let place = Self { home, _mount: mount };
        for path in [place.home.path(), &place.disk()] {
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        }
        if refusal.as_nobody {
            chown(place.home.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        (refusal.befall)(&place);
        Some(place)
    }

    fn disk(&self) -> PathBuf {
        self.home.path().join("disk")
    }

    fn data(&self) -> PathBuf {
        self.disk().join("data")
    }

    fn program(&self, refusal: &Refusal, arguments: &[&str]) -> Program {
        let program = match refusal.as_nobody {
            true => Program::new("setpriv")
                .args(as_nobody())
                .args([env!("CARGO_BIN_EXE_tigang")]),
            false => Program::tigang(),
        };
        program
            .in_home(&self.home)
            .env("TIGANG_DATA_DIR", self.data())
            .env("TMPDIR", self.home.path())
            .args(arguments)
            .size(30, 240)
    }

    /// The program on a session that it has started, with words in it that are nowhere but in memory, which it has said.
    fn in_memory(&self, refusal: &Refusal) -> Terminal {
        let mut terminal = self.program(refusal, &[]).spawn();
        let screen = terminal.wait_for_text("自查自评");
        assert_eq!(
            screen.contains(refusal.words),
            refusal.at_once,
            "{}\n{screen}",
            refusal.name
        );
        terminal.keys("enter");
        terminal.wait_for_text("名字");
        terminal.keys("enter");
        let screen = terminal.wait_for(|screen| screen.contains(ASKED) && screen.contains("只在内存里"));
        assert!(screen.contains(refusal.words), "{}\n{screen}", refusal.name);
        assert!(
            screen.contains("离开时可以另选地方"),
            "{}\n{screen}",
            refusal.name
        );
        terminal.keys("tab");
        terminal.type_text(DRAFT);
        terminal.wait_for(|screen| screen.contains(DRAFT) && screen.contains("没有存上"));
        terminal
    }

    /// Whether the words stand in a session right below a directory.
    fn holds_draft(directory: PathBuf) -> bool {
        let store = Store::new(directory.clone());
        let found = fs::read_dir(&directory)
            .unwrap()
            .flatten()
            .filter_map(|entry| library::open(&store, SessionDirectory::new(entry.path()), Want::Read).ok());
        let mut texts = String::new();
        for loaded in found {
            let answers = loaded.session.answers;
            answers.visit(|_, answer| texts.push_str(&answer.value.to_typed()));
        }
        texts.contains(DRAFT)
    }
}

/// Whether the program can be run as somebody who owns nothing.
fn can_be_nobody() -> bool {
    let mut command = Command::new("setpriv");
    command
        .args(as_nobody())
        .args([env!("CARGO_BIN_EXE_tigang"), "--version"]);
    command.output().is_ok_and(|output| output.status.success())
}

fn as_nobody() -> [String; 3] {
    [
        format!("--reuid={NOBODY}"),
        format!("--regid={NOBODY}"),
        "--clear-groups".to_owned(),
    ]
}

#[test]
fn whoever_starts_where_nothing_is_taken_is_told_and_asked_where_to_put_it() {
    for refusal in &REFUSALS {
        let Some(place) = Place::new(refusal) else {
            continue;
        };
        let mut terminal = place.in_memory(refusal);
        terminal.keys("ctrl+q");
        let screen = terminal.wait_for_text("最后的修改没有存上。怎么办？");
        assert!(screen.contains(refusal.words), "{}\n{screen}", refusal.name);
        terminal.keys("enter");
        terminal.wait_for_text("写到哪个目录");
        terminal.keys("enter");
        assert_eq!(terminal.exit_status(), Exit::Code(0), "{}", refusal.name);
        assert_eq!(terminal.left_behind(), Modes::default(), "{}", refusal.name);
        assert!(
            Place::holds_draft(place.home.path().to_owned()),
            "{}",
            refusal.name
        );
    }
}

#[test]
fn where_nobody_can_be_asked_what_was_started_in_memory_is_put_into_the_home() {
    for refusal in &REFUSALS {
        let Some(place) = Place::new(refusal) else {
            continue;
        };
        let mut terminal = place.in_memory(refusal);
        let program = terminal.process();
        rustix::process::kill_process(program, Signal::HUP).unwrap();
        assert_eq!(terminal.exit_status(), Exit::Code(129), "{}", refusal.name);
        assert_eq!(terminal.left_behind(), Modes::default(), "{}", refusal.name);
        terminal.wait_for_text("tigang-rescued-");
        assert!(
            Place::holds_draft(place.home.path().to_owned()),
            "{}",
            refusal.name
        );
    }
}

#[test]
fn what_was_started_in_memory_is_saved_once_the_disk_takes_it() {
    for refusal in &REFUSALS {
        let Some(heal) = refusal.heal else { continue };
        let Some(place) = Place::new(refusal) else {
            continue;
        };
        let mut terminal = place.in_memory(refusal);
        heal(&place);
        terminal.wait_for_text("已保存");
        terminal.keys("ctrl+q");
        assert_eq!(terminal.exit_status(), Exit::Code(0), "{}", refusal.name);
        assert!(
            Place::holds_draft(place.data().join("sessions")),
            "{}",
            refusal.name
        );
    }
}

#[test]
fn a_command_that_starts_a_session_says_what_stands_in_the_way() {
    for refusal in &REFUSALS {
        let Some(place) = Place::new(refusal) else {
            continue;
        };
        let mut terminal = place.program(refusal, &["new", "self-review.zh"]).spawn();
        assert_eq!(terminal.exit_status(), Exit::Code(1), "{}", refusal.name);
        let screen = terminal.wait_for_text(refusal.words);
        assert!(!screen.contains("panic"), "{}\n{screen}", refusal.name);
    }
}

#[test]
fn a_disk_that_refuses_goes_with_its_home() {
    for refusal in &REFUSALS {
        let Some(place) = Place::new(refusal) else {
            continue;
        };
        let home = place.home.path().to_owned();
        drop(place);
        assert!(!home.exists(), "{}", refusal.name);
    }
}
