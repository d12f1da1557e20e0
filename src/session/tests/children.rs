//! What only another process can show: this test program, started again.

use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::SystemTime;

use super::{QUESTIONNAIRE, number, text};
use crate::session::directory::SessionDirectory;
use crate::session::open::{Access, Contents, ReadOnly, Want};
use crate::session::seal::{SealState, Unsealed};
use crate::session::store::Store;
use crate::session::trouble::Trouble;
use crate::session::writer::SaveError;

/// Tells a child where to work; without it a child's test does nothing.
const PLACE: &str = "TIGANG_TEST_PLACE";
/// Starts each line that a child says, to tell it from those of the test harness.
const SAYS: &str = "child: ";

fn child(role: &str, place: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([
        "--exact",
        &format!("session::tests::children::{role}"),
        "--ignored",
        "--nocapture",
    ]);
    command
        .env(PLACE, place)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

fn place() -> Option<Store> {
    std::env::var_os(PLACE).map(|place| Store::new(place.into()))
}

fn say(word: impl std::fmt::Display) {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{SAYS}{word}").unwrap();
    out.flush().unwrap();
}

/// What a child says, word for word.
struct Words(Lines<BufReader<ChildStdout>>);

impl Words {
    fn of(child: &mut Child) -> Self {
        Self(BufReader::new(child.stdout.take().unwrap()).lines())
    }
}

impl Iterator for Words {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        self.0
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix(SAYS).map(str::to_owned))
    }
}

#[test]
#[ignore = "the child of another test"]
fn saves_for_ever() {
    let Some(store) = place() else { return };
    let mut writer = store.create(QUESTIONNAIRE, &text(0, 0)).unwrap();
    say(writer.directory().path().display());
    for number in 1.. {
        // So that a generation is made with every save.
        let now = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000 + number * 61);
        writer.save(&text(number, 20_000), now).unwrap();
        say(number);
    }
}

#[test]
fn a_killed_process_leaves_a_whole_session_with_all_that_was_acknowledged() {
    for round in 0..6 {
        let place = tempfile::tempdir().unwrap();
        let mut process = child("saves_for_ever", place.path()).spawn().unwrap();
        let mut words = Words::of(&mut process);
        let directory = SessionDirectory::new(words.next().unwrap().into());
        let last = words.by_ref().nth(3 + round * 5).unwrap();
        process.kill().unwrap();
        process.wait().unwrap();
        let last: u64 = words.last().unwrap_or(last).parse().unwrap();

        let store = Store::new(place.path().to_owned());
        let opened = store.open(directory.clone(), Want::Write).unwrap();
        assert!(
            matches!(opened.access, Access::Writable(_)),
            "a dead process holds no lock"
        );
        match opened.contents {
            Contents::Whole(Unsealed {
                text,
                state: SealState::Intact,
            }) => {
                assert!(
                    number(&text) >= last,
                    "{} was acknowledged, {} is there",
                    last,
                    number(&text)
                );
            }
            other => panic!("{other:?}"),
        }
        let names: Vec<_> = std::fs::read_dir(directory.path())
            .unwrap()
            .map(|e| e.unwrap().file_name())
            .collect();
        assert!(
            !names.iter().any(|name| name.to_string_lossy().ends_with(".tmp")),
            "{names:?}"
        );
    }
}

#[test]
fn another_process_is_named_until_it_is_gone() {
    let place = tempfile::tempdir().unwrap();
    let mut process = child("saves_for_ever", place.path()).spawn().unwrap();
    let path = Words::of(&mut process).next().unwrap();
    let directory = SessionDirectory::new(path.into());
    let store = Store::new(place.path().to_owned());
    let opened = store.open(directory.clone(), Want::Write).unwrap();
    match opened.access {
        Access::ReadOnly(ReadOnly::Busy(holder)) => assert_eq!(holder.pid, Some(process.id())),
        other => panic!("{other:?}"),
    }
    process.kill().unwrap();
    process.wait().unwrap();
    assert!(matches!(
        store.open(directory, Want::Write).unwrap().access,
        Access::Writable(_)
    ));
}

#[cfg(unix)]
#[test]
#[ignore = "the child of another test"]
fn works_under_a_strange_umask() {
    let Some(store) = place() else { return };
    let umask = std::env::var("TIGANG_TEST_UMASK").unwrap();
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(
        u32::from_str_radix(&umask, 8).unwrap(),
    ));
    let mut writer = store.create(QUESTIONNAIRE, &text(0, 0)).unwrap();
    writer.save(&text(1, 0), SystemTime::now()).unwrap();
    say(writer.directory().path().display());
    writer.close(SystemTime::now()).unwrap();
}

#[cfg(unix)]
#[test]
fn everything_is_for_the_owner_alone_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    for umask in ["000", "022", "277"] {
        let place = tempfile::tempdir().unwrap();
        let root = place.path().join("data");
        let mut process = child("works_under_a_strange_umask", &root)
            .env("TIGANG_TEST_UMASK", umask)
            .spawn()
            .unwrap();
        let directory = SessionDirectory::new(Words::of(&mut process).last().unwrap().into());
        assert!(process.wait().unwrap().success());
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let generations = directory.path().join("generations");
        for path in [
            root.as_path(),
            &root.join("sessions"),
            directory.path(),
            &generations,
        ] {
            assert_eq!(mode(path), 0o700, "{} under {umask}", path.display());
        }
        let mut files = vec![
            directory.session_file(),
            directory.questionnaire_file(),
            directory.lock_file(),
        ];
        files.extend(
            std::fs::read_dir(&generations)
                .unwrap()
                .map(|entry| entry.unwrap().path()),
        );
        assert_eq!(files.len(), 5);
        for path in files {
            assert_eq!(mode(&path), 0o600, "{} under {umask}", path.display());
        }
    }
}

#[cfg(unix)]
#[test]
#[ignore = "the child of another test"]
fn saves_beyond_the_limit_on_file_sizes() {
    let Some(store) = place() else { return };
    if std::env::var_os("TIGANG_TEST_UNPROTECTED").is_none() {
        crate::session::signals::survive_file_size_limit().unwrap();
    }
    let limit = rustix::process::Rlimit {
        current: Some(64 * 1024),
        maximum: Some(64 * 1024),
    };
    let mut writer = store.create(QUESTIONNAIRE, &text(0, 0)).unwrap();
    rustix::process::setrlimit(rustix::process::Resource::Fsize, limit).unwrap();
    match writer.save(&text(1, 1_000_000), SystemTime::now()) {
        Err(SaveError::Disk(error)) => assert_eq!(error.trouble(), Trouble::FileTooLarge),
        other => panic!("{other:?}"),
    }
    writer.save(&text(2, 0), SystemTime::now()).unwrap();
    say("survived");
}

#[cfg(unix)]
#[test]
fn a_limit_on_file_sizes_is_an_error_and_not_the_end() {
    use std::os::unix::process::ExitStatusExt;
    for protected in [true, false] {
        let place = tempfile::tempdir().unwrap();
        let mut command = child("saves_beyond_the_limit_on_file_sizes", place.path());
        if !protected {
            command.env("TIGANG_TEST_UNPROTECTED", "1");
        }
        let mut process = command.spawn().unwrap();
        let word = Words::of(&mut process).last();
        let status = process.wait().unwrap();
        if protected {
            assert_eq!(
                (word.as_deref(), status.success()),
                (Some("survived"), true),
                "{status}"
            );
        } else {
            assert_eq!(
                status.signal(),
                Some(signal_hook::consts::SIGXFSZ),
                "or this test shows nothing"
            );
        }
    }
}
