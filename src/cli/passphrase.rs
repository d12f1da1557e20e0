//! Passphrases: from a file descriptor or a file that the environment names, or else from the terminal, where they are
//! not shown. Never from the arguments, which everybody on the machine can see.

use super::console;
use super::context::Context;
use super::failure::Failure;
use crate::session::pack::Passphrase;
use crate::session::trouble::{Attempt, DiskError};
use std::env;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The variable that names a file descriptor.
const DESCRIPTOR: &str = "TIGANG_PASSPHRASE_FD";
/// The variable that names a file.
const FILE: &str = "TIGANG_PASSPHRASE_FILE";
/// The most bytes of a passphrase.
const MOST: u64 = 4096;

/// A passphrase to encrypt with. On a terminal it is asked for twice.
///
/// # Errors
/// [`Failure`]
pub(super) fn new(context: &Context) -> Result<Passphrase, Failure> {
    let locale = context.locale;
    if let Some(passphrase) = from_environment(context)? {
        return Ok(passphrase);
    }
    let first = sound(context, ask(context, locale.passphrase_new())?)?;
    let again = sound(context, ask(context, locale.passphrase_again())?)?;
    if first.is(&again) {
        Ok(first)
    } else {
        Err(Failure::Failed(locale.passphrases_differ().to_owned()))
    }
}

/// The passphrase that something was encrypted with.
///
/// # Errors
/// [`Failure`]
pub(super) fn given(context: &Context) -> Result<Passphrase, Failure> {
    match from_environment(context)? {
        Some(passphrase) => Ok(passphrase),
        None => sound(context, ask(context, context.locale.passphrase_given())?),
    }
}

fn sound(context: &Context, text: String) -> Result<Passphrase, Failure> {
    Passphrase::new(text).ok_or_else(|| Failure::Failed(context.locale.passphrase_empty().to_owned()))
}

fn from_environment(context: &Context) -> Result<Option<Passphrase>, Failure> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty());
    let path = match (set(DESCRIPTOR), set(FILE)) {
        (Some(number), _) => {
            let number = number.to_str().and_then(|number| number.parse::<u32>().ok());
            let number =
                number.ok_or_else(|| Failure::Usage(context.locale.passphrase_descriptor(DESCRIPTOR)))?;
            PathBuf::from(format!("/dev/fd/{number}"))
        }
        (None, Some(file)) => PathBuf::from(file),
        (None, None) => return Ok(None),
    };
    let text = first_line(&path).map_err(DiskError::because(Attempt::Read, &path))?;
    sound(context, text).map(Some)
}

/// The first line of a file, without its end.
fn first_line(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(MOST).read_to_string(&mut text)?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// Asks on the terminal.
fn ask(context: &Context, question: &str) -> Result<String, Failure> {
    if !context.stdin_is_terminal {
        return Err(Failure::Failed(
            context.locale.passphrase_needs_terminal(DESCRIPTOR, FILE),
        ));
    }
    let read = hidden::read_line(|| console::ask(question));
    console::ask("\n");
    match read {
        Ok(Some(line)) => Ok(line),
        Ok(None) => Err(Failure::Interrupted),
        Err(error) => {
            let name = Path::new(context.locale.standard_input());
            Err(DiskError::because(Attempt::Read, name)(error).into())
        }
    }
}

#[cfg(unix)]
mod hidden {
    //! A line from a terminal that does not show what is typed.

    use super::MOST;
    use rustix::termios::{self, LocalModes, OptionalActions, SpecialCodeIndex, Termios};
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    const INTERRUPT: u8 = 0x03;
    const END: u8 = 0x04;
    const BACKSPACE: [u8; 2] = [0x08, 0x7f];
    const CLEAR: u8 = 0x15;

    /// The terminal as it was, which it is again when this value goes.
    struct AsItWas(Termios);

    impl Drop for AsItWas {
        fn drop(&mut self) {
            let _ = termios::tcsetattr(io::stdin(), OptionalActions::Flush, &self.0);
        }
    }

    /// The line; `None` where the person, or a signal, has broken off. Signals are waited for here, because one that
    /// killed the program would leave a terminal that shows nothing. It is asked for once nothing shows any more, so
    /// that nobody types too early.
    pub(super) fn read_line(ask: impl FnOnce()) -> io::Result<Option<String>> {
        let ended = Arc::new(AtomicBool::new(false));
        let mut watched = Vec::new();
        for signal in [
            signal_hook::consts::SIGTERM,
            signal_hook::consts::SIGHUP,
            signal_hook::consts::SIGINT,
        ] {
            watched.push(signal_hook::flag::register(signal, ended.clone())?);
        }
        let was = termios::tcgetattr(io::stdin())?;
        let mut hidden = was.clone();
        hidden
            .local_modes
            .remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
        hidden.special_codes[SpecialCodeIndex::VMIN] = 0;
        hidden.special_codes[SpecialCodeIndex::VTIME] = 1;
        let restored = AsItWas(was);
        termios::tcsetattr(io::stdin(), OptionalActions::Flush, &hidden)?;
        ask();
        let line = typed(&ended);
        drop(restored);
        for id in watched {
            signal_hook::low_level::unregister(id);
        }
        line
    }

    fn typed(ended: &AtomicBool) -> io::Result<Option<String>> {
        let mut line: Vec<u8> = Vec::new();
        let mut byte = [0];
        loop {
            if ended.load(Ordering::Relaxed) {
                return Ok(None);
            }
            match rustix::io::read(io::stdin(), &mut byte) {
                // Nothing typed for a tenth of a second.
                Ok(0) if is_there() => continue,
                Ok(0) => return Ok(None),
                Ok(_) => {}
                Err(rustix::io::Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            }
            match byte {
                [INTERRUPT] => return Ok(None),
                [END] if line.is_empty() => return Ok(None),
                [END | b'\r' | b'\n'] => return Ok(Some(String::from_utf8_lossy(&line).into_owned())),
                [CLEAR] => line.clear(),
                [byte] if BACKSPACE.contains(&byte) => {
                    let mut text = String::from_utf8_lossy(&line).into_owned();
                    text.pop();
                    line = text.into_bytes();
                }
                [byte] if (line.len() as u64) < MOST => line.push(byte),
                _ => {}
            }
        }
    }

    /// Whether the terminal is still there: one that is gone reads as nothing for ever.
    fn is_there() -> bool {
        termios::tcgetattr(io::stdin()).is_ok()
    }
}

#[cfg(not(unix))]
mod hidden {
    //! A line from a terminal. What is typed is shown: this system has no way to hide it that is used here.

    use std::io;

    pub(super) fn read_line(ask: impl FnOnce()) -> io::Result<Option<String>> {
        ask();
        let mut line = String::new();
        let read = io::stdin().read_line(&mut line)?;
        Ok((read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
    }
}
