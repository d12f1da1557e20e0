//! `tigang move`

use super::context::Context;
use super::failure::{DONE, Failure, Outcome};
use crate::answers::Place;
use crate::session::put_aside;
use clap::ArgMatches;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let store = context.store()?;
    let [from, to] = [place(context, matches, "from")?, place(context, matches, "to")?];
    let directory = context.session(&store, &context.argument(matches, "session"))?;
    put_aside::move_answer(&store, directory, &from, &to)?;
    Ok(DONE)
}

/// The place that an argument names, `problems.problem[k3f9].name`.
///
/// # Errors
/// [`Failure`] where it names none.
pub(super) fn place(context: &Context, matches: &ArgMatches, id: &str) -> Result<Place, Failure> {
    let given = matches.get_one::<String>(id).map_or("", String::as_str);
    let place = Place::parse(given).filter(|place| place.last().is_some());
    place.ok_or_else(|| Failure::Usage(context.locale.not_a_place(given)))
}
