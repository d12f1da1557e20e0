//! `tigang merge`

use super::changes::Shower;
use super::context::Context;
use super::failure::{DONE, FAILED, Failure, Outcome};
use super::{console, named, new, unpack};
use crate::outline::{Veil, outline};
use crate::revision::merge::Version;
use crate::revision::{Conflict, Side};
use crate::session::directory::SessionDirectory;
use crate::session::library::{LibraryError, Loaded};
use crate::session::merging::{self, Copy};
use crate::session::store::Store;
use crate::text::visible;
use clap::ArgMatches;
use std::ffi::OsStr;
use std::io::{self, Read as _};
use std::path::Path;

/// What is typed to take our side, and theirs.
const SIDES: [(&str, Side); 6] = [
    ("o", Side::Ours),
    ("ours", Side::Ours),
    ("1", Side::Ours),
    ("t", Side::Theirs),
    ("theirs", Side::Theirs),
    ("2", Side::Theirs),
];

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let locale = context.locale;
    let store = context.store()?;
    let ours = context.session(&store, &context.argument(matches, "session"))?;
    let theirs = other(context, &store, &context.argument(matches, "other"), &ours)?;
    let all = match (matches.get_flag("ours"), matches.get_flag("theirs")) {
        (true, _) => Some(Side::Ours),
        (_, true) => Some(Side::Theirs),
        _ => None,
    };
    let shows_sensitive = matches.get_flag("with-sensitive");
    let decide = |conflict: &Conflict, loaded: &Loaded| -> Result<Option<Side>, LibraryError> {
        Ok(match all {
            Some(side) => Some(side),
            None if context.stdin_is_terminal => asked(context, conflict, loaded, shows_sensitive),
            None => None,
        })
    };
    let undecided = match matches.get_one::<String>("name") {
        Some(name) => {
            let name = new::sound_name(context, name)?;
            let (started, undecided) = merging::into_new(&store, ours.clone(), &theirs, &name, decide)?;
            console::print(context, &format!("{}\n", started.directory.id()))?;
            undecided
        }
        None => {
            let joined = merging::apply(&store, ours.clone(), &theirs, decide)?;
            if !joined.has_base {
                console::complain(locale.merge_without_base());
            }
            console::complain(&locale.merged(joined.changed.differences.len()));
            joined.undecided
        }
    };
    if undecided.is_empty() {
        return Ok(DONE);
    }
    let outline = named::outline_of(&store, ours)?;
    let places: String = undecided
        .iter()
        .map(|conflict| format!("\n  {}", named::with_path(context, &outline, &conflict.place)))
        .collect();
    console::complain(&locale.merge_undecided(undecided.len(), places));
    Ok(FAILED)
}

/// The other copy: a packed session, a copy of a session's file, or a session.
fn other(context: &Context, store: &Store, query: &OsStr, ours: &SessionDirectory) -> Result<Copy, Failure> {
    let path = Path::new(query);
    let is_sessions_own = path.file_name().is_some_and(|name| name == "session.toml");
    if !path.is_file() || is_sessions_own {
        let directory = context.session(store, query)?;
        if directory.path() == ours.path() {
            return Err(Failure::Failed(context.locale.merge_with_itself().to_owned()));
        }
        return Ok(Copy::in_directory(store, directory)?);
    }
    if is_text(path) {
        return Ok(Copy::in_file(store, path, ours)?);
    }
    let files = unpack::read(context, path)?;
    Copy::of_files(files).map_err(|flaw| {
        let what = flaw.message(context.locale);
        Failure::Failed(context.locale.pack_senseless(what))
    })
}

/// Whether a file is a session's text rather than an archive, which begins with the name of a folder and zeros, or with
/// the name of its encryption.
fn is_text(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(512).read_to_end(&mut start));
    read.is_ok() && !start.contains(&0) && !crate::session::pack::is_encrypted(&start)
}

/// Asks the person which side to take; `None` where they do not say.
fn asked(context: &Context, conflict: &Conflict, loaded: &Loaded, shows_sensitive: bool) -> Option<Side> {
    let locale = context.locale;
    let shower = Shower {
        context,
        sensitive: &loaded.sensitive,
        shows_sensitive,
    };
    let veil = match shows_sensitive {
        true => Veil::Lifted,
        false => Veil::Drawn(loaded.sensitive.clone()),
    };
    let outline = outline(&loaded.questionnaire, &loaded.session.answers).under(veil);
    let name = named::with_path(context, &outline, &conflict.place);
    console::tell(&format!("\n{}\n", visible(&name)));
    for (name, side) in [
        (locale.merge_ours(), Side::Ours),
        (locale.merge_theirs(), Side::Theirs),
    ] {
        console::tell(&format!("{name}\n"));
        let words = words(&shower, conflict, side);
        for line in words.lines() {
            console::tell(&format!("    {}\n", visible(line)));
        }
    }
    loop {
        console::ask(locale.merge_which());
        let mut answer = String::new();
        match io::stdin().read_line(&mut answer) {
            Ok(0) | Err(_) => return None,
            Ok(_) => {}
        }
        let answer = answer.trim().to_lowercase();
        if let Some((_, side)) = SIDES.iter().find(|(word, _)| *word == answer) {
            return Some(*side);
        }
    }
}

fn words(shower: &Shower<'_>, conflict: &Conflict, side: Side) -> String {
    match conflict.side(side) {
        Some(Version::Answer(answer)) => shower.words(&conflict.place, &answer.value),
        Some(Version::Instance(group)) => {
            let mut lines = Vec::new();
            group.visit(&conflict.place, &mut |place, answer| {
                lines.push(shower.words(&place, &answer.value));
            });
            lines.join("\n")
        }
        None => shower.context.locale.merge_nothing().to_owned(),
    }
}
