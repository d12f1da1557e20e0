//! `tigang unpack`

use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use super::{console, passphrase};
use crate::session::files::Files;
use crate::session::header::Header;
use crate::session::names;
use crate::session::pack::{self, MOST_BYTES};
use crate::session::trouble::{Attempt, DiskError};
use clap::ArgMatches;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let files = read(context, &path)?;
    let store = context.store()?;
    let directory = pack::unpack(&store, &files)?;
    let header = Header::read(&**store.disk(), &directory)?;
    let name = header.map(|header| header.name).unwrap_or_default();
    if let Some(free) = names::settle(&store, &directory, &name) {
        console::complain(&context.locale.unpacked_under(name, free));
    }
    console::print(context, &format!("{}\n", directory.id()))?;
    Ok(DONE)
}

/// The files of a packed session, for which the passphrase is asked where there is one.
///
/// # Errors
/// [`Failure`]
pub(super) fn read(context: &Context, path: &Path) -> Result<Files, Failure> {
    let bytes = bytes(path).map_err(DiskError::because(Attempt::Read, path))?;
    let plain = if pack::is_encrypted(&bytes) {
        pack::decrypt(&bytes, &passphrase::given(context)?)?
    } else {
        bytes
    };
    Ok(pack::open(&plain)?)
}

/// As much of a file as a packed session can have: a name may lead to a device that never ends. `-` is standard input.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let source: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(path)?)
    };
    let mut bytes = Vec::new();
    source
        .take(MOST_BYTES.saturating_add(1))
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
