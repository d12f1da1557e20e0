//! `tigang check`

use super::context::Context;
use super::failure::{DONE, Explain as _, FAILED, Outcome};
use super::{console, mistakes, named};
use crate::check::{Finding, Kind, check};
use crate::document::assemble;
use crate::outline::{Outline, Veil, outline};
use crate::session::catalogue::{self, CatalogueError};
use crate::session::directory::SessionDirectory;
use crate::session::resolve::ResolveError;
use crate::text::visible;
use clap::ArgMatches;
use std::ffi::{OsStr, OsString};
use std::path::Path;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Outcome {
    let mut code = DONE;
    for name in matches.get_many::<OsString>("file").unwrap_or_default() {
        code = code.max(one(context, name)?);
    }
    Ok(code)
}

/// Checks a questionnaire; what is none may be a session.
fn one(context: &Context, name: &OsStr) -> Outcome {
    let locale = context.locale;
    let shown = name.to_string_lossy();
    // A directory is no questionnaire, whatever it is.
    let entry = if Path::new(name).is_dir() {
        Err(CatalogueError::Unknown(shown.to_string()))
    } else {
        context.questionnaire(name)
    };
    match entry {
        Ok(entry) => {
            let questions = super::questionnaires::question_count(&entry.questionnaire, locale);
            console::print(
                context,
                &format!("{}\n", locale.check_fine(visible(&shown), questions)),
            )?;
            Ok(DONE)
        }
        Err(CatalogueError::Mistakes {
            name,
            text,
            diagnostics,
        }) => {
            let source = String::from_utf8_lossy(&text);
            let summary = locale.check_mistakes(visible(&name), diagnostics.len());
            let drawn = mistakes::draw(context, &name, &source, &diagnostics);
            console::print(context, &format!("{drawn}{summary}\n"))?;
            Ok(FAILED)
        }
        Err(error @ CatalogueError::Unknown(_)) => {
            let meant = catalogue::meant(&shown);
            let resolved = context.store().ok().map(|store| match meant {
                // A part of a session's name may be that of a questionnaire's too.
                Some(_) => store.resolve_whole(&shown),
                None => store.resolve(&shown),
            });
            let said = match resolved {
                Some(Ok(directory)) => return session(context, directory),
                None | Some(Err(ResolveError::NotFound { .. } | ResolveError::NotWhole { .. })) => {
                    match meant {
                        Some(_) => error.explain(locale),
                        None => locale.no_such_questionnaire_or_session(visible(&shown)),
                    }
                }
                Some(Err(error)) => error.explain(locale),
            };
            console::complain(&said);
            Ok(FAILED)
        }
        Err(error) => {
            console::complain(&error.explain(locale));
            Ok(FAILED)
        }
    }
}

/// Says what is found on the document of a session, sort by sort.
fn session(context: &Context, directory: SessionDirectory) -> Outcome {
    let locale = context.locale;
    let loaded = context.read(&context.store()?, directory)?;
    let outline = outline(&loaded.questionnaire, &loaded.session.answers);
    let outline = outline.under(Veil::Drawn(loaded.sensitive));
    let findings = check(&outline, &assemble(&outline));
    let name = visible(&loaded.session.name);
    if findings.is_empty() {
        console::print(context, &format!("{}\n", locale.check_session_fine(name)))?;
        return Ok(DONE);
    }
    let sorts = Kind::ALL.map(|kind| of_kind(context, &outline, &findings, kind));
    let summary = locale.check_session(name, findings.len());
    console::print(context, &format!("{}{summary}\n", sorts.concat()))?;
    Ok(FAILED)
}

/// The findings of a sort below its name and their number; nothing where there are none.
fn of_kind(context: &Context, outline: &Outline, findings: &[Finding], kind: Kind) -> String {
    let locale = context.locale;
    let found = findings.iter().filter(|finding| finding.kind() == kind);
    let lines: Vec<String> = found
        .map(|finding| {
            let said = finding.message(locale, outline);
            let line = named::said(context, outline, &finding.place, &said);
            format!("  {}\n", visible(&line))
        })
        .collect();
    match lines.len() {
        0 => String::new(),
        count => format!("{} {count}\n{}", kind.title(locale), lines.concat()),
    }
}
