//! Sessions that travel: packed, unpacked, merged again.

use super::desk::{Desk, Run};
use std::fs;
use std::path::Path;

const ANSWERS: &str = "[incident]\ntitle = 'Checkout was down'\n";
const PRIVATE: &str =
    "format = 1\ntitle = 'P'\n[a]\nask = 'A?'\n[b]\nask = 'B?'\nsensitive = true\n[c]\nask = 'C?'\n";

fn other() -> Desk {
    Desk::new()
}

/// Runs the program with a passphrase in a file.
fn with_passphrase(desk: &Desk, passphrase: &str, arguments: &[&str]) -> Run {
    let file = desk.file("passphrase", format!("{passphrase}\n"));
    let mut program = desk.program();
    Run::of(program.args(arguments).env("TIGANG_PASSPHRASE_FILE", file))
}

fn carry(from: &Desk, name: &str, to: &Desk) {
    fs::copy(from.path().join(name), to.path().join(name)).unwrap();
}

fn files(directory: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            let inner = files(&path).into_iter();
            found.extend(inner.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else if name != "lock" {
            found.push((name, fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_session_travels_and_is_the_same_there() {
    let here = Desk::new();
    let id = here.start("postmortem.en", "三月的 故障", ANSWERS);
    here.ok(["rename", &id, "三月 故障"]);
    let packed = here.run(["pack", &id, "--with-history"]);
    assert_eq!(packed.code, 0, "{packed:?}");
    assert!(
        packed.err.contains("三月 故障.tigang.tar, not encrypted"),
        "{packed:?}"
    );
    let there = other();
    carry(&here, "三月 故障.tigang.tar", &there);
    let new = there.ok(["unpack", "三月 故障.tigang.tar"]);
    let directory = |desk: &Desk, id: &str| desk.data().join("sessions").join(id.trim());
    assert_eq!(files(&directory(&here, &id)), files(&directory(&there, &new)));
    assert_eq!(
        here.ok(["export", &id, "-o", "-"]),
        there.ok(["export", new.trim(), "-o", "-"])
    );
    // Once more is another session.
    let again = there.run(["unpack", "三月 故障.tigang.tar"]);
    assert!(again.code == 0 && again.out != new, "{again:?}");
    let said = "There is a session called “三月 故障” already; the one taken out is called “三月 故障 (2)”.";
    assert!(again.err.contains(said), "{again:?}");
    assert_eq!(
        there.ok(["export", "三月 故障 (2)", "-o", "-"]),
        there.ok(["export", "三月 故障", "-o", "-"])
    );
    let taken = here.run(["pack", &id]);
    assert!(
        taken.code == 1 && taken.err.contains("exists already"),
        "{taken:?}"
    );
    assert_eq!(here.run(["pack", &id, "--force"]).code, 0);
    // Standard output and input.
    let mut program = here.program();
    let bytes = program.args(["pack", &id, "-o", "-"]).output().unwrap().stdout;
    let mut program = there.program();
    let run = Run::of(program.args(["unpack", "-"]).write_stdin(bytes));
    assert_eq!(run.code, 0, "{run:?}");
}

#[cfg(unix)]
#[test]
fn what_is_packed_and_unpacked_is_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", ANSWERS);
    desk.ok(["pack", &id, "--with-history"]);
    let new = desk.ok(["unpack", "x.tigang.tar"]);
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&desk.path().join("x.tigang.tar")), 0o600);
    let directory = desk.data().join("sessions").join(new.trim());
    assert_eq!(mode(&directory), 0o700);
    assert_eq!(mode(&directory.join("generations")), 0o700);
    assert_eq!(mode(&directory.join("session.toml")), 0o600);
}

#[test]
fn a_passphrase_opens_it_and_no_other() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", ANSWERS);
    let packed = with_passphrase(&desk, "芝麻开门", &["pack", &id, "--passphrase"]);
    assert!(
        packed.code == 0 && packed.err.contains("x.tigang.tar.age, encrypted"),
        "{packed:?}"
    );
    let bytes = fs::read(desk.path().join("x.tigang.tar.age")).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("Checkout"));
    let wrong = with_passphrase(&desk, "sesame", &["unpack", "x.tigang.tar.age"]);
    assert_eq!(
        (wrong.code, wrong.err.as_str()),
        (1, "tigang: The passphrase is wrong.\n")
    );
    let none = desk.run(["unpack", "x.tigang.tar.age"]);
    assert!(
        none.code == 1 && none.err.contains("TIGANG_PASSPHRASE_FD"),
        "{none:?}"
    );
    let empty = with_passphrase(&desk, "", &["unpack", "x.tigang.tar.age"]);
    assert!(
        empty.code == 1 && empty.err.contains("must not be empty"),
        "{empty:?}"
    );
    desk.file("cut.age", &bytes[..bytes.len() - 10]);
    let cut = with_passphrase(&desk, "芝麻开门", &["unpack", "cut.age"]);
    assert!(cut.code == 1 && cut.err.contains("cannot be opened"), "{cut:?}");
    assert_eq!(desk.ok(["list"]).lines().count(), 1);
    let right = with_passphrase(&desk, "芝麻开门", &["unpack", "x.tigang.tar.age"]);
    assert_eq!(right.code, 0, "{right:?}");
    let said = desk.run(["pack", &id, "--passphrase", "-o", "y"]);
    assert!(said.code == 1 && !desk.path().join("y").exists(), "{said:?}");
}

#[cfg(unix)]
#[test]
fn a_passphrase_comes_through_a_descriptor() {
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", ANSWERS);
    let program = assert_cmd::cargo_bin!("tigang").display().to_string();
    for command in [
        format!("pack {id} --passphrase -o x.age"),
        "unpack x.age".to_owned(),
    ] {
        let mut shell = desk.program_named("sh");
        let line = format!("'{program}' {command} 3<<'END'\nsesame\nEND\n");
        let run = Run::of(shell.args(["-c", &line]).env("TIGANG_PASSPHRASE_FD", "3"));
        assert_eq!(run.code, 0, "{run:?}");
    }
    let mut program = desk.program();
    let run = Run::of(program.args(["unpack", "x.age"]).env("TIGANG_PASSPHRASE_FD", "x"));
    assert!(
        run.code == 2 && run.err.contains("number of a file descriptor"),
        "{run:?}"
    );
}

#[test]
fn what_is_sensitive_stays_here_and_comes_together_again() {
    let here = Desk::new();
    here.file("p.toml", PRIVATE);
    let id = here.start("p.toml", "x", "a = '1'\nb = 'xyzzy'\n");
    let run = here.run(["pack", &id, "--with-history"]);
    assert!(run.code == 0 && run.err.contains("left out of it: 1"), "{run:?}");
    let bytes = fs::read(here.path().join("x.tigang.tar")).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("xyzzy"));
    let there = other();
    carry(&here, "x.tigang.tar", &there);
    let new = there.ok(["unpack", "x.tigang.tar"]).trim().to_owned();
    let mut program = there.program();
    let run = Run::of(program.args(["resume", "--plain", &new]).write_stdin("2\n"));
    assert_eq!(run.code, 0, "{run:?}");
    there.ok(["pack", &new, "-o", "back.tar"]);
    carry(&there, "back.tar", &here);
    let merged = here.run(["merge", &id, "back.tar"]);
    assert_eq!(merged.code, 0, "{merged:?}");
    let text = here.ok(["answers", &id, "--with-sensitive"]);
    assert_eq!(text, "a = \"2\"\nb = \"xyzzy\"\n", "{merged:?}");
}

#[test]
fn copies_that_disagree_are_told_of_and_nothing_is_lost() {
    let desk = Desk::new();
    desk.file("p.toml", PRIVATE);
    let id = desk.start("p.toml", "x", "a = '0'\n");
    let file = desk.data().join("sessions").join(&id).join("session.toml");
    let conflict = file.with_file_name("session (conflict).toml");
    let type_in = |line: &str| {
        let mut program = desk.program();
        let run = Run::of(program.args(["resume", "--plain", &id]).write_stdin(line));
        assert_eq!(run.code, 0, "{run:?}");
    };
    type_in("theirs\n");
    fs::copy(&file, &conflict).unwrap();
    let state = desk.ok(["history", &id]);
    let first = state.lines().last().unwrap().split_whitespace().next().unwrap();
    desk.run(["restore", &id, first]);
    type_in("ours\n");
    // That state is one of ours by now, so it is no news.
    let run = desk.run(["merge", &id, conflict.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{run:?}");
    let changed = fs::read_to_string(&conflict)
        .unwrap()
        .replace("\"theirs\"", "\"other\"");
    fs::write(&conflict, changed).unwrap();

    let run = desk.run(["merge", &id, conflict.to_str().unwrap()]);
    assert!(
        run.code == 1 && run.err.contains("No earlier state is known"),
        "{run:?}"
    );
    assert!(
        run.err.contains("Changed in both copies: 1.") && run.err.contains("\n  A?  a\n"),
        "{run:?}"
    );
    assert!(desk.ok(["answers", &id]).contains("a = \"ours\""));
    assert!(desk.ok(["removed", &id]).contains("other"));
    let new = desk.ok([
        "merge",
        &id,
        conflict.to_str().unwrap(),
        "--theirs",
        "--name",
        "both",
    ]);
    assert!(desk.ok(["answers", new.trim()]).contains("a = \"other\""));
    assert!(desk.ok(["answers", &id]).contains("a = \"ours\""));
    assert_eq!(desk.run(["merge", &id, "nobody"]).code, 1);
    assert_eq!(desk.run(["merge", &id, &id, "--ours", "--theirs"]).code, 2);
}

/// An archive of one entry after another, each with a name, a kind and a content.
fn archive(entries: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, kind, content) in entries {
        let mut head = tar::Header::new_gnu();
        head.set_entry_type(*kind);
        head.set_mode(0o777);
        head.set_size(content.len() as u64);
        if kind.is_symlink() || kind.is_hard_link() {
            head.set_link_name("/etc/passwd").unwrap();
        }
        // Written as it stands: the builder refuses what a hostile one would not.
        let field = head.as_gnu_mut().unwrap();
        field.name[..name.len()].copy_from_slice(name.as_bytes());
        head.set_cksum();
        builder.append(&head, *content).unwrap();
    }
    builder.into_inner().unwrap()
}

#[test]
fn hostile_archives_change_nothing() {
    use tar::EntryType as Kind;
    let desk = Desk::new();
    let id = desk.start("postmortem.en", "x", ANSWERS);
    let directory = desk.data().join("sessions").join(&id);
    let session = fs::read(directory.join("session.toml")).unwrap();
    let questionnaire = fs::read(directory.join("questionnaire.toml")).unwrap();
    let good = |folder: &str| {
        vec![
            (
                format!("{folder}questionnaire.toml"),
                Kind::Regular,
                questionnaire.clone(),
            ),
            (format!("{folder}session.toml"), Kind::Regular, session.clone()),
        ]
    };
    let bytes = |entries: &[(String, Kind, Vec<u8>)]| {
        let entries: Vec<(&str, Kind, &[u8])> = entries
            .iter()
            .map(|(name, kind, content)| (name.as_str(), *kind, content.as_slice()))
            .collect();
        archive(&entries)
    };
    for folder in ["", "./", "x/", "./x/"] {
        desk.file("good.tar", bytes(&good(folder)));
        let run = desk.run(["unpack", "good.tar"]);
        assert_eq!(run.code, 0, "{folder}: {run:?}");
    }
    let sessions = desk.ok(["list"]).lines().count();
    let with = |name: &str, kind: Kind, content: &[u8]| {
        let mut entries = vec![(name.to_owned(), kind, content.to_vec())];
        entries.extend(good("x/"));
        bytes(&entries)
    };
    let whole = bytes(&good("x/"));
    let mut bomb = with("x/generations/000001-1.toml", Kind::Regular, b"");
    // A size that is not there.
    bomb[124..136].copy_from_slice(b"77777777777\0");
    let sum: u32 = bomb[..148]
        .iter()
        .chain(&bomb[156..512])
        .map(|byte| u32::from(*byte))
        .sum::<u32>()
        + 8 * 32;
    bomb[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("absolute", with("/tmp/session.toml", Kind::Regular, b"x")),
        ("upwards", with("../../session.toml", Kind::Regular, b"x")),
        ("upwards below", with("x/../../y", Kind::Regular, b"x")),
        ("a directory upwards", with("x/../../y", Kind::Directory, b"")),
        (
            "a symbolic link",
            with("x/questionnaire-00000000.toml", Kind::Symlink, b""),
        ),
        (
            "a hard link",
            with("x/questionnaire-00000000.toml", Kind::Link, b""),
        ),
        ("a device", with("x/generations/000001-1.toml", Kind::Block, b"")),
        ("a pipe", with("x/generations/000001-1.toml", Kind::Fifo, b"")),
        (
            "a sparse file",
            with("x/generations/000001-1.toml", Kind::GNUSparse, b""),
        ),
        ("another name", with("x/lock", Kind::Regular, b"")),
        ("deeper", with("x/y/session.toml", Kind::Regular, b"x")),
        ("twice", with("x/session.toml", Kind::Regular, b"x")),
        ("a bomb", bomb),
        ("cut", whole[..whole.len() / 2].to_vec()),
        ("cut at an entry", bytes(&good("x/")[..1])),
        ("no questionnaire", bytes(&good("x/")[1..])),
        (
            "no session",
            bytes(&[
                good("x/")[0].clone(),
                ("x/session.toml".into(), Kind::Regular, b"x".to_vec()),
            ]),
        ),
        ("garbage", vec![0x5a; 5_000]),
        ("zeros", vec![0; 5_000]),
        ("nothing", Vec::new()),
        ("text", b"hello\n".to_vec()),
        ("not age", b"age-encryption.org/v1\nx\n".to_vec()),
    ];
    for (name, bytes) in cases {
        desk.file("case.tar", bytes);
        let run = with_passphrase(&desk, "x", &["unpack", "case.tar"]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{name}: {run:?}");
        assert!(run.err.starts_with("tigang: "), "{name}: {run:?}");
        assert_eq!(desk.ok(["list"]).lines().count(), sessions, "{name}");
    }
    let left = fs::read_dir(desk.data().join("sessions")).unwrap().count();
    assert_eq!(left, sessions, "nothing half made is left");
}
