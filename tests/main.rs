//! The one test binary: what only shows when the program runs as a whole.

#[cfg(test)]
#[cfg(unix)]
mod pty;
