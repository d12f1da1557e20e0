//! What a [`Saver`](super::saver::Saver) saves with.

use std::time::SystemTime;

use super::writer::{SaveError, Saved, SessionWriter};

/// What keeps the text of one session.
pub trait Keeper: Send + 'static {
    /// Replaces the text that is kept, durably.
    ///
    /// # Errors
    /// [`SaveError`]. To try again, call again with the same bytes.
    fn save(&mut self, bytes: &[u8], now: SystemTime) -> Result<Saved, SaveError>;

    /// Ends the work on the session.
    ///
    /// # Errors
    /// [`SaveError`]; what was saved is saved.
    fn close(self, now: SystemTime) -> Result<(), SaveError>;
}

impl Keeper for SessionWriter {
    fn save(&mut self, bytes: &[u8], now: SystemTime) -> Result<Saved, SaveError> {
        Self::save(self, bytes, now)
    }

    fn close(self, now: SystemTime) -> Result<(), SaveError> {
        Self::close(self, now)
    }
}
