//! An answer in the person's own editor, and back.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use thiserror::Error;

use crate::messages::Locale;
use crate::session::editor_copies::PREFIX;

use super::Screen;
use super::signals::ForegroundChild;

/// The name of the file that the editor sees.
const FILE_NAME: &str = "answer.txt";

/// Why the text is as it was before.
#[derive(Debug, Error)]
pub enum EditError {
    /// Neither `$VISUAL` nor `$EDITOR` says which editor to use.
    #[error("neither $VISUAL nor $EDITOR is set")]
    NoEditor,
    /// The text could not be handed over.
    #[error("cannot write {path}")]
    Write {
        /// The file for the editor.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// The editor did not start.
    #[error("cannot start {editor}")]
    Start {
        /// What was to be run.
        editor: String,
        /// What went wrong.
        source: io::Error,
    },
    /// The editor ended with an error, which is also how one says that the changes are to be dropped. What was saved
    /// before is kept all the same: it may be the writing of hours.
    #[error("{editor} ended with {status}")]
    Failed {
        /// What was run.
        editor: String,
        /// How it ended.
        status: ExitStatus,
        /// Where what it had saved still is: the file, or the directory where it left something beside that.
        kept: Option<PathBuf>,
    },
    /// What the editor left cannot be read.
    #[error("cannot read {kept}")]
    Read {
        /// The file, which is still there.
        kept: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// What the editor left is not UTF-8.
    #[error("{kept} is not UTF-8")]
    NotUtf8 {
        /// The file, which is still there.
        kept: PathBuf,
    },
}

impl EditError {
    /// What happened, where, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::NoEditor => locale.editor_none().to_owned(),
            Self::Write { path, source } => {
                locale.editor_refused(locale.cannot_write(path.display()), source)
            }
            Self::Start { editor, source } => locale.editor_refused(locale.editor_start(editor), source),
            Self::Failed { editor, status, kept } => {
                let said = locale.editor_failed(editor, status);
                match kept {
                    Some(kept) => locale.editor_kept(said, kept.display()),
                    None => said,
                }
            }
            Self::Read { kept, source } => locale.editor_refused(locale.cannot_read(kept.display()), source),
            Self::NotUtf8 { kept } => {
                locale.editor_refused(locale.cannot_read(kept.display()), locale.editor_not_utf8())
            }
        }
    }
}

/// The command line of an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor(OsString);

impl Editor {
    /// `$VISUAL`, or else `$EDITOR`: a command, perhaps with options (`code --wait`).
    pub fn from_environment() -> Option<Self> {
        ["VISUAL", "EDITOR"]
            .into_iter()
            .filter_map(std::env::var_os)
            .find_map(Self::new)
    }

    /// Any command line; none if it is blank.
    pub fn new(command: impl Into<OsString>) -> Option<Self> {
        let command = command.into();
        let is_blank = command.to_string_lossy().trim().is_empty();
        (!is_blank).then_some(Self(command))
    }

    fn name(&self) -> String {
        self.0.to_string_lossy().into_owned()
    }

    fn run(&self, file: &Path) -> io::Result<ExitStatus> {
        let mut command = self.command();
        command.arg(file);
        // When something else is piped in, the editor still needs the keys.
        if cfg!(unix) && !io::stdin().is_terminal() {
            let keys = File::open("/dev/tty").map_or_else(|_| Stdio::inherit(), Stdio::from);
            command.stdin(keys);
        }
        command.status()
    }

    fn command(&self) -> Command {
        match self.words().as_deref() {
            Some([program, options @ ..]) => {
                let mut command = Command::new(program);
                command.args(options);
                command
            }
            _ => self.shell(),
        }
    }

    /// The words of a command that needs no shell to be understood. A shell in between would be killed by the
    /// Ctrl+C that is meant for the editor.
    fn words(&self) -> Option<Vec<&str>> {
        let line = self.0.to_str()?;
        let is_plain = !line.contains(|c: char| c == '\n' || "|&;<>()$`\\\"'*?[]{}#~=%!".contains(c));
        is_plain.then(|| line.split_whitespace().collect())
    }

    /// As git does it: only the shell knows what its own signs mean.
    #[cfg(unix)]
    fn shell(&self) -> Command {
        let mut line = self.0.clone();
        line.push(" \"$@\"");
        let mut command = Command::new("/bin/sh");
        command.arg("-c").arg(line).arg(&self.0);
        command
    }

    #[cfg(not(unix))]
    fn shell(&self) -> Command {
        Command::new(&self.0)
    }
}

/// Gives the terminal to the person's editor with the text in it, and takes it back together with the text; `None` if
/// that is as it was.
///
/// To be called by the thread that reads the terminal, which reads nothing meanwhile. `directory` is a private one of the
/// program's own. If the screen cannot be entered again, the next frame
/// says so: the text comes first.
pub fn edit(screen: &mut Screen, directory: &Path, text: &str) -> Result<Option<Edited>, EditError> {
    let editor = Editor::from_environment().ok_or(EditError::NoEditor)?;
    screen.suspend();
    let edited = {
        let _child = ForegroundChild::new();
        edit_with(&editor, directory, text)
    };
    let _ = screen.resume();
    edited
}

/// The text as the editor left it; `None` if that is as it was. The caller sees to the terminal.
pub fn edit_with(editor: &Editor, directory: &Path, text: &str) -> Result<Option<Edited>, EditError> {
    let copy = WorkingCopy::create(directory, text)?;
    let status = match editor.run(&copy.file) {
        Ok(status) => status,
        Err(source) => {
            copy.discard();
            return Err(EditError::Start {
                editor: editor.name(),
                source,
            });
        }
    };
    let left = fs::read(&copy.file);
    if !status.success() {
        return Err(EditError::Failed {
            editor: editor.name(),
            status,
            kept: copy.kept_if_changed(&left, text),
        });
    }
    match left.map(String::from_utf8) {
        Ok(Ok(left)) => {
            let left = without_added_newline(text, left);
            if left == text {
                copy.discard();
                return Ok(None);
            }
            Ok(Some(Edited { text: left, copy }))
        }
        Ok(Err(_)) => Err(EditError::NotUtf8 { kept: copy.file }),
        Err(source) => Err(EditError::Read {
            kept: copy.file,
            source,
        }),
    }
}

/// Most editors end every file with a line end. If the text had none, that one is not part of it.
fn without_added_newline(before: &str, mut after: String) -> String {
    if !before.ends_with('\n') && after.ends_with('\n') {
        after.pop();
        if after.ends_with('\r') {
            after.pop();
        }
    }
    after
}

/// What the editor wrote.
#[derive(Debug)]
pub struct Edited {
    /// The text.
    pub text: String,
    /// Where it is until somebody else has it.
    pub copy: WorkingCopy,
}

/// A file for the editor in a directory of its own, so that its backups and swap files are private and go with
/// it. It stays until it is discarded: better one too many than what was written lost.
pub struct WorkingCopy {
    directory: PathBuf,
    file: PathBuf,
}

impl std::fmt::Debug for WorkingCopy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WorkingCopy")
    }
}

impl WorkingCopy {
    fn create(parent: &Path, text: &str) -> Result<Self, EditError> {
        let copy = Self::at(parent.join(format!("{PREFIX}{:016x}", fastrand::u64(..))));
        let written = create_private_directory(&copy.directory)
            .and_then(|()| create_private_file(&copy.file)?.write_all(text.as_bytes()));
        match written {
            Ok(()) => Ok(copy),
            Err(source) => {
                let path = copy.file.clone();
                copy.discard();
                Err(EditError::Write { path, source })
            }
        }
    }

    /// The one in a directory of its own, which holds nothing else.
    pub fn at(directory: PathBuf) -> Self {
        let file = directory.join(FILE_NAME);
        Self { directory, file }
    }

    /// The file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Removes it, with all that the editor left beside it. What cannot be removed stays private.
    pub fn discard(self) {
        let _ = fs::remove_dir_all(&self.directory);
    }

    /// After an editor that failed: where what it had saved is. That can also lie beside the file, as swap files and
    /// what editors save when they are ended do. If there is nothing, nothing is kept.
    fn kept_if_changed(self, left: &io::Result<Vec<u8>>, text: &str) -> Option<PathBuf> {
        let is_changed = match left {
            Ok(left) => left != text.as_bytes(),
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        };
        if is_changed {
            return Some(self.file);
        }
        let mut names = fs::read_dir(&self.directory).into_iter().flatten().flatten();
        if names.any(|entry| entry.file_name() != FILE_NAME) {
            return Some(self.directory);
        }
        self.discard();
        None
    }
}

fn create_private_directory(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn create_private_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    /// The text that comes back, and what is there once it has been taken over.
    fn run(editor: &str, text: &str) -> (Result<String, EditError>, Vec<PathBuf>) {
        let directory = tempfile::tempdir().unwrap();
        let edited = edit_with(&Editor::new(editor).unwrap(), directory.path(), text);
        let edited = edited.map(|edited| match edited {
            Some(edited) => {
                assert!(edited.copy.file().exists(), "until then it is there");
                edited.copy.discard();
                edited.text
            }
            None => text.to_owned(),
        });
        let remains = fs::read_dir(directory.path())
            .unwrap()
            .map(|entry| entry.unwrap().path());
        (edited, remains.collect())
    }

    #[test]
    fn the_text_comes_back_as_the_editor_left_it() {
        let table = [
            // editor, text before, text after
            ("true", "", ""),
            ("sed -i s/甲/乙/", "甲丙", "乙丙"),
            ("true", "甲\r\n乙\n\n", "甲\r\n乙\n\n"),
            ("printf '乙' >>", "甲", "甲乙"),
            ("printf '\\n' >>", "甲", "甲"),
            ("printf '\\r\\n' >>", "甲", "甲"),
            ("printf '\\n\\n' >>", "甲", "甲\n"),
            ("printf '\\n' >>", "甲\n", "甲\n\n"),
            ("printf '' >", "甲", ""),
            (
                "sh -c 'printf x > \"$1\".new && mv \"$1\".new \"$1\"; touch \"$1~\"' sh",
                "甲",
                "x",
            ),
        ];
        for (editor, before, after) in table {
            let (edited, remains) = run(editor, before);
            assert_eq!(edited.unwrap(), after, "{editor}");
            assert_eq!(remains, Vec::<PathBuf>::new(), "{editor}");
        }
    }

    #[test]
    fn the_file_is_private() {
        let list = "sh -c 'for f in \"$1\" \"$(dirname \"$1\")\"; do ls -ld \"$f\"; done | cut -c 1-10 > \"$1\".modes; \
                    mv \"$1\".modes \"$1\"' sh";
        let (edited, _) = run(list, "");
        let modes = edited.unwrap();
        assert!(
            modes.contains("drwx------") && modes.contains("-rw-------"),
            "{modes}"
        );
    }

    #[test]
    fn an_editor_that_fails_leaves_nothing_behind() {
        for editor in ["false", "no-such-editor 'of all'", "rm \"$1\"; exit 1;"] {
            let (edited, remains) = run(editor, "甲");
            assert!(
                matches!(edited, Err(EditError::Failed { kept: None, .. })),
                "{editor}"
            );
            assert_eq!(remains, Vec::<PathBuf>::new(), "{editor}");
        }
        let (edited, remains) = run("no-such-editor --wait", "甲");
        assert!(matches!(edited, Err(EditError::Start { .. })));
        assert_eq!(remains, Vec::<PathBuf>::new());
    }

    #[test]
    fn what_was_saved_and_cannot_be_taken_over_is_kept() {
        let (edited, remains) = run("printf '\\377' >", "甲");
        assert!(matches!(edited, Err(EditError::NotUtf8 { .. })));
        assert_eq!(remains.len(), 1);

        let (edited, remains) = run("printf x > \"$1\"; kill -KILL $$;", "甲");
        assert!(matches!(edited, Err(EditError::Failed { kept: Some(_), .. })));
        assert_eq!(remains.len(), 1);
        let (edited, remains) = run("printf x >> \"$1\"; exit 1;", "甲");
        assert!(matches!(edited, Err(EditError::Failed { kept: Some(_), .. })));
        assert_eq!(remains.len(), 1);
        // What an editor saves beside the file when it is ended.
        let (edited, remains) = run("printf x > \"$1\".save; kill -TERM $$;", "甲");
        assert!(matches!(edited, Err(EditError::Failed { kept: Some(_), .. })));
        assert_eq!(remains.len(), 1);
        let (edited, remains) = run("kill -KILL $$;", "甲");
        assert!(matches!(edited, Err(EditError::Failed { kept: None, .. })));
        assert_eq!(remains.len(), 0);
    }

    #[test]
    fn a_missing_directory_is_an_error() {
        let editor = Editor::new("true").unwrap();
        let edited = edit_with(&editor, Path::new("/no/such/directory"), "甲");
        assert!(matches!(edited, Err(EditError::Write { .. })));
    }

    #[test]
    fn a_blank_command_is_none() {
        assert_eq!(Editor::new(""), None);
        assert_eq!(Editor::new(" \t"), None);
        assert!(Editor::new("vi").is_some());
    }
}
