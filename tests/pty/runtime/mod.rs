//! The runtime's promises, kept in a terminal.

mod editor;
mod input;
mod leaving;
mod panics;
mod screen;
mod stopping;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use rustix::process::Pid;

use super::runtime_program::{BEHAVIOUR, arguments};
use super::{Home, Modes, Program};

/// The modes while the screen is entered.
fn all_modes() -> Modes {
    Modes {
        alternate_screen: true,
        bracketed_paste: true,
        mouse: true,
        focus: true,
        cursor_visible: true,
        cursor_style: 0,
        synchronized: false,
        raw: true,
    }
}

/// A shell with job control, which first runs the program and then the rest of the script.
fn in_a_shell(home: &Home, script: &str) -> Program {
    Program::new("bash")
        .in_home(home)
        .args(["-c", &format!("set -m; \"$@\"; {script}"), "bash"])
        .args([std::env::current_exe().unwrap()])
        .args(arguments())
        .env(BEHAVIOUR, "normal")
}

/// The program in a shell, as it has written itself down.
fn program_in(home: &Home) -> Pid {
    let pid = fs::read_to_string(home.path().join("pid")).unwrap();
    Pid::from_raw(pid.parse().unwrap()).unwrap()
}

/// An editor made of a few lines of shell; the file is `$1`.
pub(super) fn editor(home: &Home, script: &str) -> PathBuf {
    let path = home.path().join("editor");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    path
}
