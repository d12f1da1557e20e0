//! What can keep a disk from taking a session.

use std::fs;
use std::os::unix::fs::symlink;

use rustix::process::{Pid, Resource, Rlimit, prlimit};

use super::mount::{make_read_only, make_writable};
use super::place::Place;

/// Something that keeps the disk from taking the session.
pub(super) struct Trouble {
    pub(super) name: &'static str,
    /// Words of what the program says of it.
    pub(super) words: &'static str,
    /// How large a disk of its own it needs.
    pub(super) kilobytes: Option<u32>,
    /// What a shell does before it becomes the program. It holds for whatever the program writes, wherever.
    pub(super) limit: Option<&'static str>,
    /// What is pasted 4,000 times, where the trouble is one of size.
    pub(super) paste: Option<&'static str>,
    pub(super) befall: fn(&Place),
    /// What ends it, if something does.
    pub(super) heal: Option<fn(&Place, Pid)>,
}

pub(super) const TROUBLES: [Trouble; 8] = [
    Trouble {
        name: "a full disk",
        words: "磁盘满了",
        kilobytes: Some(256),
        limit: None,
        paste: None,
        befall: Place::fill_up,
        heal: Some(|place, _| fs::remove_file(place.disk().join("filler")).unwrap()),
    },
    Trouble {
        name: "a disk too small for a long text",
        words: "磁盘满了",
        kilobytes: Some(40),
        limit: None,
        paste: Some("很长的一段话"),
        befall: |_| {},
        heal: None,
    },
    Trouble {
        name: "a disk that becomes read-only",
        words: "磁盘是只读的",
        kilobytes: Some(256),
        limit: None,
        paste: None,
        befall: |place| make_read_only(place.desk.directory.path()),
        heal: Some(|place, _| make_writable(place.desk.directory.path())),
    },
    Trouble {
        name: "a limit on the size of files",
        words: "超过了文件大小的上限",
        kilobytes: None,
        limit: Some("ulimit -S -f 0"),
        paste: None,
        befall: |_| {},
        heal: Some(|_, program| {
            let none = Rlimit {
                current: None,
                maximum: None,
            };
            prlimit(Some(program), Resource::Fsize, none).unwrap();
        }),
    },
    Trouble {
        name: "another directory in its place",
        words: "已被换成另一个目录",
        kilobytes: None,
        limit: None,
        paste: None,
        befall: |place| {
            let path = place.desk.directory.path();
            fs::rename(path, place.desk.home.path().join("moved")).unwrap();
            fs::create_dir(path).unwrap();
            fs::write(path.join("session.toml"), "somebody else's\n").unwrap();
        },
        heal: Some(|place, _| {
            let path = place.desk.directory.path();
            fs::remove_dir_all(path).unwrap();
            fs::rename(place.desk.home.path().join("moved"), path).unwrap();
        }),
    },
    Trouble {
        name: "a file where its directory was",
        words: "已被换成另一个目录",
        kilobytes: None,
        limit: None,
        paste: None,
        befall: |place| {
            let path = place.desk.directory.path();
            fs::rename(path, place.desk.home.path().join("moved")).unwrap();
            fs::write(path, "somebody else's\n").unwrap();
        },
        heal: Some(|place, _| {
            let path = place.desk.directory.path();
            fs::remove_file(path).unwrap();
            fs::rename(place.desk.home.path().join("moved"), path).unwrap();
        }),
    },
    Trouble {
        name: "a link to nowhere in the place of its file",
        words: "不存在",
        kilobytes: None,
        limit: None,
        paste: None,
        befall: |place| {
            let file = place.desk.directory.session_file();
            fs::remove_file(&file).unwrap();
            symlink("/nonexistent/tigang/session.toml", &file).unwrap();
        },
        heal: Some(|place, _| fs::remove_file(place.desk.directory.session_file()).unwrap()),
    },
    Trouble {
        name: "a directory in the place of its file",
        words: "不是普通文件",
        kilobytes: None,
        limit: None,
        paste: None,
        befall: |place| {
            let file = place.desk.directory.session_file();
            fs::remove_file(&file).unwrap();
            fs::create_dir(&file).unwrap();
        },
        heal: Some(|place, _| fs::remove_dir(place.desk.directory.session_file()).unwrap()),
    },
];
