//! Every word that the program itself says, in Chinese and in English.
//!
//! One table, in one file per area. Each row is a method of [`Locale`]; a row that lacks a language does not
//! compile. Arguments are put in with the names of the row: `locale.saved_at(time)`.

use std::fmt::Display;
use std::path::PathBuf;
use std::process::ExitStatus;

/// The language in which the program speaks to the person. It has nothing to do with the language of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locale {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl Locale {
    /// Reads a language tag or a POSIX locale name such as `zh-CN`, `zh_CN.UTF-8` or `en`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        if tag.starts_with("zh") {
            Some(Self::Zh)
        } else if tag.starts_with("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// That something was copied: with the titles of what is paired with it, of which there are copies too, and of what is
    /// linked to it, which is linked to the copy as well.
    pub fn copied(self, title: &str, paired: &[String], linked: &[String], undo: &str) -> String {
        let joint = self.enumeration_joint();
        let mut said = self.copied_instance(title);
        if !paired.is_empty() {
            said += &self.copied_paired(paired.join(joint));
        }
        if !linked.is_empty() {
            said += &self.copied_linked(linked.join(joint));
        }
        said + &self.copied_undo(undo)
    }

    /// That an editor ended with an error, and how.
    pub fn editor_failed(self, editor: impl Display, status: &ExitStatus) -> String {
        let how = match (status.code(), signal(*status)) {
            (Some(code), _) => self.exit_code(code),
            (None, Some(signal)) => self.killed_by(signal),
            (None, None) => status.to_string(),
        };
        self.editor_ended(editor, how)
    }

    /// Where texts lie that were kept from editors, and how to be rid of them; `None` where there are none.
    pub fn editor_copies(self, directories: &[PathBuf]) -> Option<String> {
        let line = |directory: &PathBuf| format!("\n  {}", directory.display());
        let lines: String = directories.iter().map(line).collect();
        (!directories.is_empty()).then(|| self.editor_copies_kept(lines))
    }

    /// That nothing can be added where somebody wanted to, and to which groups it can.
    pub fn nothing_to_add_here(self, groups: &[String]) -> String {
        match groups {
            [] => self.nothing_to_add().to_owned(),
            groups => self.nothing_to_add_but(groups.join(self.enumeration_joint())),
        }
    }
}

/// The signal by which a process was ended.
#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}

/// Declares rows of the table: `name(arguments) { zh: "…", en: "…" }`. A row without arguments gives a `&'static str`.
macro_rules! messages {
    ($($(#[$meta:meta])* $name:ident $(($($argument:ident),+))? { zh: $zh:literal, en: $en:literal })*) => {
        impl $crate::messages::Locale {
            $(message! { $(#[$meta])* $name $(($($argument),+))? { zh: $zh, en: $en } })*
        }
    };
}

macro_rules! message {
    ($(#[$meta:meta])* $name:ident { zh: $zh:literal, en: $en:literal }) => {
        $(#[$meta])*
        #[doc = concat!("“", $zh, "” / “", $en, "”")]
        pub const fn $name(self) -> &'static str {
            match self { Self::Zh => $zh, Self::En => $en }
        }
    };
    ($(#[$meta:meta])* $name:ident ($($argument:ident),+) { zh: $zh:literal, en: $en:literal }) => {
        $(#[$meta])*
        #[doc = concat!("“", $zh, "” / “", $en, "”")]
        pub fn $name(self, $($argument: impl Display),+) -> String {
            match self { Self::Zh => format!($zh), Self::En => format!($en) }
        }
    };
}

mod answers;
mod check;
mod cli;
mod library;
mod plain;
mod questionnaire;
mod revision;
mod session;
mod settings;
mod text;
mod tui;
mod tui_past;

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::process::ExitStatusExt as _;

    #[test]
    fn how_an_editor_ended_is_said_in_each_language() {
        for (status, zh, en) in [
            (0x100, "vi 没有正常结束（退出码 1）", "vi ended with exit code 1;"),
            (9, "vi 没有正常结束（被信号 9 终止）", "vi ended with signal 9;"),
        ] {
            let status = ExitStatus::from_raw(status);
            assert!(Locale::Zh.editor_failed("vi", &status).starts_with(zh), "{zh}");
            assert!(Locale::En.editor_failed("vi", &status).starts_with(en), "{en}");
        }
    }
}
