//! Whether there is more above or below what is in view of a list or a text.

/// What is out of view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct More {
    /// There are rows above the first one that is shown.
    pub above: bool,
    /// There are rows below the last one that is shown.
    pub below: bool,
}

impl More {
    /// What is out of view of `len` rows that are shown from row `top` on in an area of a height in rows.
    pub fn of(len: usize, top: usize, height: u16) -> Self {
        Self {
            above: top > 0 && len > 0,
            below: top.saturating_add(usize::from(height)) < len,
        }
    }
}
