//! One answer, and where it came from.

use super::Value;

/// A value given to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What was given.
    pub value: Value,
    /// Where it came from.
    pub origin: Origin,
    /// Whether the writer has looked at it and kept or changed it.
    pub touched: bool,
    /// Whether the writer was still typing when it was last saved.
    pub draft: bool,
}

impl Answer {
    /// An answer that the writer gave.
    pub fn typed(value: Value) -> Self {
        Self {
            value,
            origin: Origin::Typed,
            touched: true,
            draft: false,
        }
    }

    /// What was typed and has no end yet.
    pub fn draft(value: Value) -> Self {
        Self {
            draft: true,
            ..Self::typed(value)
        }
    }

    /// An answer that came from elsewhere and has not been looked at.
    pub fn untouched(value: Value, origin: Origin) -> Self {
        Self {
            value,
            origin,
            touched: false,
            draft: false,
        }
    }
}

/// Where an answer came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The writer typed it.
    Typed,
    /// It was carried over from an earlier session.
    Carried,
    /// It came from an answers file.
    Imported,
    /// It is the questionnaire's default, which the writer accepted.
    Default,
}

impl Origin {
    const NAMES: [(Self, &'static str); 4] = [
        (Self::Typed, "typed"),
        (Self::Carried, "carried"),
        (Self::Imported, "imported"),
        (Self::Default, "default"),
    ];

    /// Its name in session files.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(origin, _)| *origin == self)
            .map_or("typed", |(_, name)| name)
    }

    /// The origin of a name in a session file.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(origin, _)| *origin)
    }
}
