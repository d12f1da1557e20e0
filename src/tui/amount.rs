//! How much there is of something, with its bounds.

use super::app::Looks;
use crate::messages::Locale;
use crate::questionnaire::LengthLimits;
use crate::text::CountBy;

/// What a length counts.
pub(super) fn unit(by: CountBy, locale: Locale) -> &'static str {
    match by {
        CountBy::Zi => locale.unit_zi(),
        CountBy::Words => locale.unit_words(),
        CountBy::Characters => locale.unit_characters(),
    }
}

/// A length with its budget: `62 / ≥60 字`.
pub(super) fn length(looks: &Looks, length: usize, limits: LengthLimits, by: CountBy) -> String {
    let unit = unit(by, looks.locale);
    let (least, to) = (looks.glyphs.at_least(), looks.glyphs.to());
    match (limits.min, limits.max) {
        (None, None) => format!("{length} {unit}"),
        (Some(min), None) => format!("{length} / {least}{min} {unit}"),
        (None, Some(max)) => format!("{length} / {max} {unit}"),
        (Some(min), Some(max)) => format!("{length} / {min}{to}{max} {unit}"),
    }
}

/// Whether a length is more than its budget.
pub(super) fn is_over(length: usize, limits: LengthLimits) -> bool {
    limits.max.is_some_and(|max| length > max)
}
