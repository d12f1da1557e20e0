//! Saving, exporting, leaving; disks, inputs and outputs that fail.

use super::questionnaires::KINDS;
use super::talk::{Events, Talk, hear};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tigang::plain;
use tigang::session::directory::SessionDirectory;
use tigang::session::disk::{FileSystem, HeldLock, LockRefusal, Metadata, NewFile};
use tigang::session::library;
use tigang::session::open::Want;
use tigang::session::real_disk::RealDisk;

/// The real disk, which is full while the switch is on.
#[derive(Debug, Clone, Default)]
struct Disk {
    is_full: Arc<AtomicBool>,
}

impl Disk {
    fn fill(&self, is_full: bool) {
        self.is_full.store(is_full, Ordering::SeqCst);
    }
}

impl FileSystem for Disk {
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        match self.is_full.load(Ordering::SeqCst) {
            true => Err(io::ErrorKind::StorageFull.into()),
            false => RealDisk.create(path),
        }
    }
    fn read(&self, path: &Path) -> io::Result<(Vec<u8>, Metadata)> {
        RealDisk.read(path)
    }
    fn read_start(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        RealDisk.read_start(path, limit)
    }
    fn read_end(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        RealDisk.read_end(path, limit)
    }
    fn link(&self, existing: &Path, new: &Path) -> io::Result<()> {
        RealDisk.link(existing, new)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_file(path)
    }
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        RealDisk.metadata(path)
    }
    fn read_link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        RealDisk.read_link(path)
    }
    fn create_directory(&self, path: &Path) -> io::Result<()> {
        RealDisk.create_directory(path)
    }
    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_directory(path)
    }
    fn entries(&self, path: &Path) -> io::Result<Vec<OsString>> {
        RealDisk.entries(path)
    }
    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync_directory(path)
    }
    fn check_writable(&self, directory: &Path) -> io::Result<()> {
        RealDisk.check_writable(directory)
    }
    fn try_lock(&self, path: &Path) -> Result<Box<dyn HeldLock>, LockRefusal> {
        RealDisk.try_lock(path)
    }
}

/// Whether the session was given back to others.
fn is_free(talk: &Talk) -> bool {
    let opened = library::open(&talk.store, talk.session.clone(), Want::Write);
    opened.unwrap().writer.is_some()
}

#[test]
fn every_answer_is_on_the_disk_before_the_next_question() {
    let talk = Talk::on(KINDS, "");
    let lines = Events::default()
        .lines("2021-07\n")
        .then(|| assert!(talk.saved().contains("since = \"2021-07\"")))
        .lines("县委\n")
        .then(|| assert!(talk.saved().contains("body = \"县委\"") && talk.at() == "opening.story"))
        .lines(":撤销\n")
        .then(|| assert!(!talk.saved().contains("body = \"县委\"")));
    let heard = hear(talk.options(), lines);
    assert_eq!(heard.code, 0);
    assert!(is_free(&talk));
}

#[test]
fn a_disk_that_fails_is_told_of_once_and_so_is_its_mending() {
    let disk = Disk::default();
    let talk = Talk::on_disk(Arc::new(disk.clone()), KINDS, "");
    let lines = Events::default()
        .then(|| disk.fill(true))
        .lines("2021-07\n县委\n:保存\n:到 plan.public\n")
        .then(|| disk.fill(false))
        .lines("是\n:保存\n");
    let heard = hear(talk.options(), lines);
    heard.says(&[
        "没有存上，正在重试：",
        "磁盘满了",
        "由谁任命？",
        "经过怎样？",
        "回答：没有存上，正在重试：",
        "是否公开？",
        "又能存上了，全部内容都已保存。",
        "用什么方式？",
        "已保存 ",
    ]);
    assert_eq!(heard.text.matches("没有存上").count(), 2, "{}", heard.text);
    assert_eq!(heard.code, 0);
    assert!(talk.saved().contains("public = true") && talk.saved().contains("body = \"县委\""));
}

/// Where an answer is in the end.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Saved,
    /// In a session of its own, elsewhere.
    Rescued,
    /// Nowhere, as the person wished.
    Nowhere,
}

fn find(talk: &Talk, answer: &str) -> Found {
    if talk.saved().contains(answer) {
        return Found::Saved;
    }
    let entries = std::fs::read_dir(talk.root.path()).unwrap().flatten();
    let mut rescued =
        entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("tigang-rescued-"));
    let Some(rescued) = rescued.next() else {
        return Found::Nowhere;
    };
    let directory = SessionDirectory::new(rescued.path());
    let loaded = library::open(&talk.store, directory, Want::Read).unwrap();
    let mut values = Vec::new();
    loaded
        .session
        .answers
        .visit(|_, given| values.push(given.value.to_typed()));
    assert!(values.iter().any(|value| value == answer), "{values:?}");
    Found::Rescued
}

#[test]
fn leaving_unsaved_is_for_the_person_to_decide() {
    use Found::{Nowhere, Rescued, Saved};
    // (the lines after an answer that cannot be saved, whether there is room again before them, what is said, the exit
    // code, where the answer is)
    let table: [(&str, bool, &[&str], u8, Found); 8] = [
        (
            ":退出\n是\n",
            false,
            &["磁盘满了", "仍要离开吗", "是或否："],
            1,
            Nowhere,
        ),
        (
            ":退出\n否\n",
            false,
            &["仍要离开吗", "第 2 步", "最后的修改没有存上：写不进", "已另存到"],
            1,
            Rescued,
        ),
        (
            ":退出\n\n:退出\nyes\n",
            false,
            &["仍要离开吗", "第 2 步", "仍要离开吗"],
            1,
            Nowhere,
        ),
        (
            ":退出\n",
            false,
            &["仍要离开吗", "最后的修改没有存上：", "已另存到"],
            1,
            Rescued,
        ),
        (":首页\n是\n", false, &["仍要离开吗", "编号："], 1, Nowhere),
        (
            "",
            false,
            &["最后的修改没有存上：", "磁盘满了", "已另存到"],
            1,
            Rescued,
        ),
        (
            ":退出\n",
            true,
            &["又能存上了", "回答：全部内容都已保存。"],
            0,
            Saved,
        ),
        (
            "",
            true,
            &["又能存上了", "回答：\n全部内容都已保存。\n"],
            0,
            Saved,
        ),
    ];
    for (lines, has_room, said, code, found) in table {
        let disk = Disk::default();
        let talk = Talk::on_disk(Arc::new(disk.clone()), KINDS, "");
        let events = Events::default()
            .then(|| disk.fill(true))
            .lines("2021-07\n")
            .then(|| disk.fill(!has_room))
            .lines(if has_room { ":大纲\n" } else { "" })
            .lines(lines);
        let heard = hear(talk.options(), events);
        heard.says(said);
        assert_eq!(heard.code, code, "{lines:?}\n{}", heard.text);
        assert_eq!(find(&talk, "2021-07"), found, "{lines:?}");
    }
}

#[test]
fn the_text_is_exported_to_where_it_was_asked_for() {
    let answers = "[opening]\nbody = \"县委\"\n";
    for (script, file, said, code, is_written) in [
        (":导出 a.txt\n", "a.txt", "已导出到 ", 0, true),
        ("：导出a b.txt\n", "a b.txt", "已导出到 ", 0, true),
        (":export\n\n", "小结.txt", "导出到（空行就是 ", 0, true),
        (":export\nb.txt\n", "b.txt", "已导出到 ", 0, true),
        (":export\n:quit\n", "小结.txt", "没有填写，未做任何事。", 0, false),
        (
            ":export old.txt\n是\n",
            "old.txt",
            "已经存在，覆盖它吗？",
            0,
            true,
        ),
        (":export old.txt\n\n", "old.txt", "没有导出。", 0, false),
        // Nobody is left to ask.
        (":export old.txt\n", "old.txt", "没有导出。", 1, false),
        (":export nowhere/a.txt\n", "nowhere/a.txt", "写不进 ", 1, false),
        // The home directory, and a folder, in which the file gets its own name.
        (":export ~/a.txt\n", "home/a.txt", "已导出到 ", 0, true),
        (":export ~\n", "home/小结.txt", "已导出到 ", 0, true),
        (":export home\n", "home/小结.txt", "已导出到 ", 0, true),
        (
            ":export ~/newcx/\n",
            "home/newcx",
            "home/newcx 这个文件夹。",
            1,
            false,
        ),
        (":export\nhome/\n", "home/小结.txt", "已导出到 ", 0, true),
        (
            ":export nowhere/a.txt\n:export a.txt\n",
            "a.txt",
            "已导出到 ",
            1,
            true,
        ),
    ] {
        let talk = Talk::on(KINDS, answers);
        std::fs::write(talk.file("old.txt"), "旧的").unwrap();
        std::fs::create_dir(talk.file("home")).unwrap();
        let heard = talk.hear(script);
        heard.says(&[said]);
        assert_eq!(heard.code, code, "{script:?}\n{}", heard.text);
        let written = std::fs::read_to_string(talk.file(file)).unwrap_or_default();
        assert_eq!(written == talk.exported(), is_written, "{script:?}: {written}");
    }
}

/// An output that breaks after so many bytes, as a pipe does whose reader has gone.
struct Breaking(usize);

impl Write for Breaking {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_was_answered_is_saved_when_input_or_output_fail() {
    let talk = Talk::on(KINDS, "");
    let failing = Events::default().lines("2021-07\n县").fails(io::ErrorKind::Other);
    let error = plain::run(talk.options(), failing, Vec::new()).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::Other);
    assert!(talk.saved().contains("2021-07"));

    let script = "2021-07\n县委\n先学后做\n.\n12\n";
    let heard = Talk::on(KINDS, "").hear(script).text;
    // Whatever was read before the break is there, even where the break was in what is said of it.
    let read = [
        ("记下了：2021年7月", "since = \"2021-07\""),
        ("\n第 3 步", "body = \"县委\""),
        ("记下了，4 字", "story = \"先学后做\""),
        ("记下了：12次", "times = 12"),
    ];
    for room in (0..heard.len()).step_by(7) {
        let talk = Talk::on(KINDS, "");
        let outcome = plain::run(talk.options(), script.as_bytes(), Breaking(room));
        assert_eq!(outcome.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
        for (said_of_it, saved) in read {
            let was_read = heard.find(said_of_it).unwrap() <= room;
            assert!(!was_read || talk.saved().contains(saved), "{room}: {saved}");
        }
        assert!(is_free(&talk), "{room}");
    }
}
