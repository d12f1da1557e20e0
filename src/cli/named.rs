//! What sessions and their places are called where they are printed: nobody knows a place by its path alone.

use super::context::Context;
use crate::answers::Place;
use crate::messages::Locale;
use crate::outline::{Form, Outline, Veil, outline};
use crate::session::directory::SessionDirectory;
use crate::session::library::{self, LibraryError};
use crate::session::open::Want;
use crate::session::store::Store;

/// What a session is called in a list, and whether its file cannot be read.
pub(super) fn session(name: Option<String>, is_damaged: bool, locale: Locale) -> String {
    match name {
        Some(name) if is_damaged => locale.session_damaged_name(name),
        Some(name) => name,
        None => locale.session_unreadable().to_owned(),
    }
}

/// The outline of a session by which its places are called; it says nothing of what is sensitive.
///
/// # Errors
/// [`LibraryError`]
pub(super) fn outline_of(store: &Store, directory: SessionDirectory) -> Result<Outline, LibraryError> {
    let loaded = library::open(store, directory, Want::Read)?;
    let outline = outline(&loaded.questionnaire, &loaded.session.answers);
    Ok(outline.under(Veil::Drawn(loaded.sensitive)))
}

/// The section around a place and its own short name; `None` for the document as a whole.
pub(super) fn title(context: &Context, outline: &Outline, place: &Place) -> Option<String> {
    let separator = if context.ascii { " - " } else { " · " };
    let names = outline.names(place);
    (!names.is_empty()).then(|| names.join(separator))
}

/// What a place is called, and behind that its path, by which commands know it.
pub(super) fn with_path(context: &Context, outline: &Outline, place: &Place) -> String {
    match titled(context, outline, place) {
        Some(title) => format!("{title}  {place}"),
        None => place.to_string(),
    }
}

/// The same within a sentence.
pub(super) fn within_sentence(context: &Context, outline: &Outline, place: &Place) -> String {
    match titled(context, outline, place) {
        Some(title) => context.locale.place_called(title, path(outline, place)),
        None => path(outline, place),
    }
}

/// What a place is called, if that says more than its path.
fn titled(context: &Context, outline: &Outline, place: &Place) -> Option<String> {
    title(context, outline, place).filter(|title| *title != place.to_string())
}

/// Something said of a place, behind what that is called; then its path, with each instance by its position.
pub(super) fn said(context: &Context, outline: &Outline, place: &Place, said: &str) -> String {
    let locale = context.locale;
    let path = path(outline, place);
    match title(context, outline, place) {
        None => locale.said_of(locale.whole_document(), said),
        Some(title) if title == path => locale.said_of(path, said),
        // A question has a mark of its own.
        Some(title) if title.ends_with(['？', '?']) => locale.said_of_asked(title, said, path),
        Some(title) => locale.said_of_place(title, said, path),
    }
}

/// A path with each instance by its position.
fn path(outline: &Outline, place: &Place) -> String {
    let steps = place.steps();
    let named = steps.iter().enumerate().map(|(depth, step)| {
        let around: Place = steps.iter().take(depth + 1).cloned().collect();
        let form = outline
            .find(&around)
            .and_then(|id| outline.get(id))
            .map(|item| item.form);
        match (form, &step.instance) {
            (Some(Form::Instance { position, .. }), _) => format!("{}[{position}]", step.name),
            (_, Some(id)) => format!("{}[{id}]", step.name),
            (_, None) => step.name.to_string(),
        }
    });
    named.collect::<Vec<_>>().join(".")
}
