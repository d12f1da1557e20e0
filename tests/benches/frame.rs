//! From the start of the program to its first complete frame.

use crate::figures::{Times, against, milliseconds};
use crate::session::{Desk, command};
use crate::text::prose;
use crate::window::Window;
use portable_pty::CommandBuilder;
use std::fmt::Write;
use std::time::Duration;

/// How often each program is started.
const STARTS: usize = 40;
/// What nano takes, where there is no nano to ask.
const NANO: Duration = Duration::from_millis(7);
/// After so long without a byte a frame is taken to be complete, where its program does not say so.
const QUIET: Duration = Duration::from_millis(60);

pub(crate) fn run() {
    println!("frame: from the start of the program to its first complete frame, in 120×36");
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), prose(10_000)).expect("a file");
    let mut nano = command("nano");
    nano.arg(file.path());
    let target = match std::process::Command::new("nano").arg("--version").output() {
        Ok(_) => {
            let times = starts(&nano, |window| {
                window.quiet(QUIET).expect("something shown") - window.started
            });
            say("nano with 10,000 characters", &times);
            times.median()
        }
        Err(_) => {
            println!("  there is no nano here; {} is taken for it", milliseconds(NANO));
            NANO
        }
    };
    let small = Desk::writing("调研六次。");
    let large = large();
    let of_work = large_work();
    for (what, command, shown) in [
        ("home", small.home(), "提"),
        ("a small session", small.resume(), "调"),
        ("a session of 300 KB, 100 answers", large.resume(), "问"),
        ("a session of 300 KB, one answer", of_work.resume(), "今"),
    ] {
        let times = starts(&command, |window| {
            window.frame_with(shown.as_bytes()).at - window.started
        });
        say(what, &times);
        against(
            "beside nano",
            times.median().as_secs_f64() * 1_000.0,
            target.as_secs_f64() * 1_000.0,
            " ms",
        );
    }
}

fn say(what: &str, times: &Times) {
    println!(
        "  {what}: median {}, p90 {}",
        milliseconds(times.median()),
        milliseconds(times.percentile(90))
    );
}

fn starts(command: &CommandBuilder, time: impl Fn(&Window) -> Duration) -> Times {
    let start = |_| time(&Window::open(command.clone(), 36, 120));
    // The first ones bring it into memory.
    let _: Times = (0..3).map(start).collect();
    (0..STARTS).map(start).collect()
}

/// A hundred answers of a thousand characters each.
fn large() -> Desk {
    let mut source = "format = 1\ntitle = \"大\"\nlanguage = \"zh-CN\"\n".to_owned();
    let mut answers = toml::Table::new();
    let text = prose(1_000);
    for number in 0..100 {
        let _ = write!(
            source,
            "[q{number}]\nask = \"第{number}问？\"\nkind = \"prose\"\n"
        );
        answers.insert(format!("q{number}"), text.clone().into());
    }
    Desk::on(&source, &answers)
}

/// One answer of a hundred paragraphs.
fn large_work() -> Desk {
    Desk::writing(&vec![prose(1_000); 100].join("\n"))
}
