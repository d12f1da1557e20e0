//! The real program on disks that take nothing, end to end: it says so in its status line, asks before it lets anybody
//! go, puts the text elsewhere where nobody can be asked, and saves by itself once there is room again.

mod mount;
mod place;
mod starting;
mod troubles;

use std::fs;

use rustix::process::Signal;

use crate::guard::desk::{Desk, ask};
use crate::pty::{Exit, Modes, Terminal};
use place::Place;
use troubles::{TROUBLES, Trouble};

const BEFORE: [&str; 2] = ["第一题的回答。", "第二题的回答"];
/// What is typed into the first answer.
const DRAFT: &str = "调研六次";
/// What the first answer is after that.
const AFTER: &str = "第一题的回答。调研六次";

/// The program with the trouble, and words in it that are not saved, which it has said. `None` where the machine does
/// not allow it.
fn in_trouble(trouble: &Trouble) -> Option<(Place, Terminal)> {
    let place = Place::new(trouble, &BEFORE)?;
    let mut terminal = place.program(trouble).spawn();
    terminal.wait_for_text(&ask(1));
    (trouble.befall)(&place);
    terminal.keys("ctrl+end");
    terminal.type_text(DRAFT);
    if let Some(more) = trouble.paste {
        terminal.paste(&more.repeat(4_000));
    }
    let screen = terminal.wait_for_text("没有存上");
    assert!(screen.contains(trouble.words), "{}\n{screen}", trouble.name);
    Some((place, terminal))
}

/// What was typed in the end.
fn typed(trouble: &Trouble) -> String {
    format!(
        "{AFTER}{}",
        trouble.paste.map_or(String::new(), |more| more.repeat(4_000))
    )
}

#[test]
fn whoever_leaves_is_asked_and_finds_the_words_where_they_were_put() {
    for trouble in &TROUBLES {
        let Some((place, mut terminal)) = in_trouble(trouble) else {
            continue;
        };
        terminal.keys("ctrl+q");
        let screen = terminal.wait_for_text("最后的修改没有存上。怎么办？");
        assert!(screen.contains(trouble.words), "{}\n{screen}", trouble.name);
        terminal.keys("enter");
        terminal.wait_for_text("写到哪个目录");
        terminal.keys("enter");
        if trouble.limit.is_some() {
            // It is asked again, with the words still there.
            let screen = terminal.wait_for_text("questionnaire.toml");
            assert!(
                screen.contains(trouble.words) && screen.contains(DRAFT),
                "{}\n{screen}",
                trouble.name
            );
            continue;
        }
        assert_eq!(terminal.exit_status(), Exit::Code(0), "{}", trouble.name);
        assert_eq!(terminal.left_behind(), Modes::default(), "{}", trouble.name);
        // The screen is the shell's again, and the place stands on it.
        terminal.wait_for_text("守护");
        assert_eq!(
            place.desk.elsewhere()[..2],
            [&typed(trouble), BEFORE[1]],
            "{}",
            trouble.name
        );
    }
}

#[test]
fn where_nobody_can_be_asked_the_words_are_put_into_the_home() {
    for trouble in &TROUBLES {
        let Some((place, mut terminal)) = in_trouble(trouble) else {
            continue;
        };
        terminal.signal(Signal::TERM);
        assert_eq!(terminal.exit_status(), Exit::Code(143), "{}", trouble.name);
        assert_eq!(terminal.left_behind(), Modes::default(), "{}", trouble.name);
        if trouble.limit.is_some() {
            let screen = terminal.wait_for_text("也没有别处可存");
            assert!(screen.contains(trouble.words), "{}\n{screen}", trouble.name);
            continue;
        }
        let screen = terminal.wait_for_text("tigang-rescued-");
        assert!(screen.contains(trouble.words), "{}\n{screen}", trouble.name);
        assert_eq!(
            place.desk.rescued()[..2],
            [&typed(trouble), BEFORE[1]],
            "{}",
            trouble.name
        );
    }
}

#[test]
fn saving_goes_on_by_itself_once_the_trouble_is_over() {
    for trouble in &TROUBLES {
        let Some(heal) = trouble.heal else { continue };
        let Some((place, mut terminal)) = in_trouble(trouble) else {
            continue;
        };
        heal(&place, terminal.process());
        terminal.wait_for_text("已保存");
        terminal.keys("ctrl+q");
        assert_eq!(terminal.exit_status(), Exit::Code(0), "{}", trouble.name);
        assert_eq!(
            place.desk.answers()[..2],
            [&typed(trouble), BEFORE[1]],
            "{}",
            trouble.name
        );
    }
}

#[test]
fn a_session_directory_that_is_taken_away_is_made_anew() {
    type Taken = fn(&Desk);
    let ways: [(&str, Taken); 3] = [
        ("removed", |desk| {
            fs::remove_dir_all(desk.directory.path()).unwrap()
        }),
        ("renamed", |desk| {
            fs::rename(desk.directory.path(), desk.home.path().join("moved")).unwrap();
        }),
        ("all removed", |desk| {
            fs::remove_dir_all(desk.store.root()).unwrap()
        }),
    ];
    for (name, take) in ways {
        let desk = Desk::new(&BEFORE);
        let mut terminal = desk.resume().spawn();
        terminal.wait_for_text(&ask(1));
        take(&desk);
        terminal.keys("ctrl+end");
        terminal.type_text(DRAFT);
        terminal.wait_for_text("已保存");
        terminal.keys("ctrl+q");
        assert_eq!(terminal.exit_status(), Exit::Code(0), "{name}");
        assert_eq!(desk.answers()[..2], [AFTER, BEFORE[1]], "{name}");
        desk.assert_tidy();
    }
}

#[test]
fn without_a_home_the_words_are_put_where_the_person_says() {
    let desk = Desk::new(&BEFORE);
    // What is no absolute path is no home.
    let mut terminal = crate::pty::Program::tigang()
        .in_home(&desk.home)
        .env("HOME", "nowhere")
        .env("XDG_DATA_HOME", "nowhere")
        .size(30, 200)
        .spawn();
    terminal.wait_for_text("自查自评");
    terminal.keys("enter enter");
    terminal.wait_for_text("您是哪年哪月开始担任现职的？");
    terminal.keys("tab");
    terminal.type_text(DRAFT);
    let screen = terminal.wait_for_text(DRAFT);
    assert!(screen.contains("没有设置 HOME"), "{screen}");
    terminal.keys("ctrl+q");
    terminal.wait_for_text("最后的修改没有存上。怎么办？");
    terminal.keys("enter");
    terminal.wait_for_text("写到哪个目录");
    terminal.keys("ctrl+a");
    terminal.type_text(&format!("{}/out-", desk.home.path().display()));
    terminal.keys("enter");
    assert_eq!(terminal.exit_status(), Exit::Code(0));
    let put: Vec<_> = fs::read_dir(desk.home.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        put.iter().any(|name| name.to_string_lossy().starts_with("out-")),
        "{put:?}"
    );
}

#[test]
fn a_disk_goes_with_its_home() {
    for trouble in &TROUBLES {
        let Some(place) = Place::new(trouble, &BEFORE) else {
            continue;
        };
        (trouble.befall)(&place);
        let home = place.desk.home.path().to_owned();
        drop(place);
        assert!(!home.exists(), "{}", trouble.name);
    }
}
