//! `tigang check`

use super::context::Context;
use super::failure::{DONE, Explain as _, FAILED, Outcome};
use super::{console, mistakes};
use crate::session::catalogue::CatalogueError;
use crate::text::visible;
use clap::ArgMatches;
use std::ffi::OsString;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let locale = context.locale;
    let mut code = DONE;
    for name in matches.get_many::<OsString>("file").unwrap_or_default() {
        let shown = name.to_string_lossy();
        match context.questionnaire(name) {
            Ok(entry) => {
                let questions = super::questionnaires::question_count(&entry.questionnaire, locale);
                console::print(
                    context,
                    &format!("{}\n", locale.check_fine(visible(&shown), questions)),
                )?;
            }
            Err(CatalogueError::Mistakes {
                name,
                text,
                diagnostics,
            }) => {
                code = FAILED;
                let source = String::from_utf8_lossy(&text);
                let summary = locale.check_mistakes(visible(&name), diagnostics.len());
                let drawn = mistakes::draw(context, &name, &source, &diagnostics);
                console::print(context, &format!("{drawn}{summary}\n"))?;
            }
            Err(error) => {
                code = FAILED;
                console::complain(&error.explain(locale));
            }
        }
    }
    Ok(code)
}
