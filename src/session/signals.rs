//! What would kill the process in the middle of a save.

use std::io;

/// Lets a write beyond the limit on the length of files (`ulimit -f`) fail with an error that is reported and retried,
/// instead of killing the process (SIGXFSZ). To be called once, at the start of the program.
///
/// # Errors
/// What the system says if the handler cannot be set; the program then works all the same.
#[cfg(unix)]
pub fn survive_file_size_limit() -> io::Result<()> {
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    // A handler that does nothing but set a flag: enough, because the write then returns EFBIG.
    let flag = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, flag).map(drop)
}

/// There is no such limit here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn survive_file_size_limit() -> io::Result<()> {
    Ok(())
}
