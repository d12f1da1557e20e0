//! What befalls a system call.

use std::fmt;

use super::calls::Calls;

/// What befalls a system call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// The program is killed as it makes the call.
    Kill,
    /// The call does nothing and gives this error.
    Refused(&'static Refusal),
}

/// An error that a disk gives.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) name: &'static str,
    /// Words of what the program says of it.
    pub(super) words: &'static str,
}

/// The errors that disks give.
pub(super) const REFUSALS: [Refusal; 5] = [
    Refusal {
        name: "ENOSPC",
        words: "磁盘满了",
    },
    Refusal {
        name: "EIO",
        words: "磁盘报告硬件错误",
    },
    Refusal {
        name: "EROFS",
        words: "磁盘是只读的",
    },
    Refusal {
        name: "EDQUOT",
        words: "磁盘配额用完了",
    },
    Refusal {
        name: "EACCES",
        words: "没有权限",
    },
];

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Kill => "killed",
            Self::Refused(refusal) => refusal.name,
        })
    }
}

/// Which calls of a run are befallen, counted by one that went before in which nothing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// The call in this place, from 0.
    At(usize),
    /// It and all that come after it, as on a disk that stays full.
    From(usize),
}

/// A fault to come.
#[derive(Debug, Clone)]
pub(super) struct Injection {
    /// The names of the calls that are looked at.
    names: Vec<String>,
    /// What strace is told of them. It counts the calls of each name apart.
    rules: Vec<String>,
}

impl Injection {
    /// The fault, in a run that makes these calls.
    pub(super) fn new(calls: &Calls, fault: Fault, when: When) -> Self {
        let what = match fault {
            Fault::Kill => "signal=SIGKILL".to_owned(),
            Fault::Refused(refusal) => format!("error={}", refusal.name),
        };
        let rule = |name: &str, number: usize, on: &str| format!("{name}:{what}:when={number}{on}");
        match when {
            When::At(at) => {
                let name = &calls.0[at];
                Self {
                    names: vec![name.clone()],
                    rules: vec![rule(name, 1 + calls.before(at, name), "")],
                }
            }
            When::From(at) => {
                let names = calls.refusable_names();
                let rules = names
                    .iter()
                    .map(|name| rule(name, 1 + calls.before(at, name), "+"));
                Self {
                    rules: rules.collect(),
                    names,
                }
            }
        }
    }

    /// Whether calls of a name are befallen.
    pub(super) fn befalls(&self, name: &str) -> bool {
        self.names.iter().any(|befallen| befallen == name)
    }

    /// The options of strace.
    pub(super) fn options(&self) -> impl Iterator<Item = String> {
        let trace = format!("trace={}", self.names.join(","));
        let rules = self.rules.iter().map(|rule| format!("inject={rule}"));
        std::iter::once(trace)
            .chain(rules)
            .flat_map(|option| ["-e".to_owned(), option])
    }
}

impl fmt::Display for Injection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rules.join(" "))
    }
}
