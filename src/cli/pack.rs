//! `tigang pack`

use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use super::{console, destination, passphrase};
use crate::output::{self, Written, file_name};
use crate::session::header::Header;
use crate::session::pack::{self, Extent};
use crate::session::time;
use clap::ArgMatches;
use std::path::PathBuf;

/// What the name of a packed session ends with.
const ENDING: &str = "tigang.tar";

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let locale = context.locale;
    let store = context.store()?;
    let directory = context.session(&store, &context.argument(matches, "session"))?;
    let header = Header::read(&**store.disk(), &directory)?;
    let name = header.map(|header| header.name).unwrap_or_default();
    let folder = file_name::of(&name, &directory.id());
    let encrypts = matches.get_flag("passphrase");
    let ending = if encrypts { ".age" } else { "" };
    let file_name = format!("{folder}.{ENDING}{ending}");
    let given = matches.get_one::<PathBuf>("output");
    let is_standard = given.is_some_and(|path| path.as_os_str() == "-");
    let path = match given {
        Some(path) => destination::file(path, &file_name),
        None => PathBuf::from(file_name),
    };
    if is_standard && context.stdout_is_terminal {
        return Err(Failure::Usage(locale.pack_not_to_terminal().to_owned()));
    }
    let overwrite = matches.get_flag("force");
    if !is_standard {
        // Before a passphrase is asked for.
        output::check(&path, overwrite)?;
    }
    let extent = Extent {
        sensitive: matches.get_flag("with-sensitive"),
        history: matches.get_flag("with-history"),
    };
    let now = u64::try_from(time::now()).unwrap_or_default();
    let packed = pack::pack(&store, &directory, extent, &folder, now)?;
    let bytes = if encrypts {
        let passphrase = passphrase::new(context)?;
        pack::encrypt(&packed.bytes, &passphrase)?
    } else {
        packed.bytes
    };
    if is_standard {
        console::print_bytes(context, &bytes)?;
    } else if output::write_for_owner(&path, &bytes, overwrite)? == Written::File {
        console::complain(&if encrypts {
            locale.packed_encrypted(path.display())
        } else {
            locale.packed(path.display())
        });
    }
    if packed.withheld > 0 {
        console::complain(&locale.pack_withheld(packed.withheld));
    }
    if packed.unreadable > 0 {
        console::complain(&locale.pack_states_left_out(packed.unreadable));
    }
    Ok(DONE)
}
