//! Whether there is more than what is in view of a list, a text or the columns of a table.

/// What is out of view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct More {
    /// There is something before the first row, or column, that is shown.
    pub before: bool,
    /// There is something behind the last one that is shown.
    pub behind: bool,
}

impl More {
    /// What is out of view of `len` rows, or columns, of which `room` are shown from `first` on.
    pub fn of(len: usize, first: usize, room: usize) -> Self {
        Self {
            before: first > 0 && len > 0,
            behind: first.saturating_add(room) < len,
        }
    }
}
