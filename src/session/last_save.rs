//! The last save before the program ends with nobody there to be asked.

use std::path::PathBuf;
use std::time::Duration;

use super::elsewhere;
use super::real_disk::RealDisk;
use super::saver::{FlushError, Saver};
use crate::messages::Locale;
use crate::questionnaire::Questionnaire;

/// Saves what is unsaved, waiting so long at most. What cannot be saved where it belongs is put in the first of some
/// places where there is room; see [`elsewhere::places`].
///
/// # Errors
/// What the person is to be told then: why, and where their text is.
pub fn save_last(
    saver: &Saver,
    patience: Duration,
    questionnaire: &Questionnaire,
    places: &[PathBuf],
    locale: Locale,
) -> Result<(), String> {
    let Err(error) = saver.flush(patience) else {
        return Ok(());
    };
    let Some(text) = saver.unsaved() else {
        return Ok(());
    };
    let mut places = places.to_vec();
    if matches!(error, FlushError::TimedOut) && places.len() > 1 {
        // A disk that does not answer may well be the home's.
        places.rotate_left(1);
    }
    let why = error.message(locale);
    let source = questionnaire.source().as_bytes();
    Err(match elsewhere::rescue(&RealDisk, &places, source, &text) {
        Ok(rescued) => locale.rescued(why, rescued.path().display()),
        Err(error) => locale.not_rescued(why, error.message(locale)),
    })
}
