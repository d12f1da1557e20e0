//! What the writer is told of a fault.

use super::{Fault, Outline};
use crate::answers::{InstanceId, Place};
use crate::messages::Locale;
use crate::questionnaire::Language;
use crate::text::count::CountBy;

impl Fault {
    /// What is wrong with what stands at a place, in the words of an interface language. Where that is not to be shown,
    /// neither what it is nor how long is said.
    pub fn message(&self, locale: Locale, outline: &Outline, place: &Place) -> String {
        let is_hidden = outline.hides(place);
        let settings = &outline.questionnaire().settings;
        let unit = match settings.count_by {
            CountBy::Zi => locale.unit_zi(),
            CountBy::Words => locale.unit_words(),
            CountBy::Characters => locale.unit_characters(),
        };
        match self {
            Self::NotText => locale.fault_not_text().to_owned(),
            Self::NotTexts => locale.fault_not_texts().to_owned(),
            Self::NotANumber => locale.fault_not_a_number().to_owned(),
            Self::WronglyGrouped => locale.fault_wrongly_grouped().to_owned(),
            Self::NoSuchMonth(month) => locale.fault_no_such_month(month),
            Self::NoSuchDay(month) => {
                let days = month.days_in_month().unwrap_or_default();
                locale.fault_no_such_day(Language::of(locale).format_date(*month), days)
            }
            Self::NotADay => locale.fault_not_a_day().to_owned(),
            Self::NotAMonth => locale.fault_not_a_month().to_owned(),
            Self::NotAYear => locale.fault_not_a_year().to_owned(),
            Self::NotYesOrNo => locale.fault_not_yes_or_no().to_owned(),
            Self::NotAChoice(_) if is_hidden => locale.fault_hidden_not_a_choice().to_owned(),
            Self::NotAnInstance(given) if is_hidden || InstanceId::new(given).is_some() => {
                locale.fault_hidden_not_an_instance().to_owned()
            }
            Self::TooShort { min, .. } if is_hidden => locale.fault_hidden_too_short(min, unit),
            Self::TooLong { max, .. } if is_hidden => locale.fault_hidden_too_long(max, unit),
            Self::TooFew { min, .. } if is_hidden => locale.fault_hidden_too_few(min),
            Self::TooMany { max, .. } if is_hidden => locale.fault_hidden_too_many(max),
            Self::NotAChoice(given) => locale.fault_not_a_choice(given),
            Self::NotAnInstance(given) => locale.fault_not_an_instance(given),
            Self::TooShort { is, min } => locale.fault_too_short(is, min, unit),
            Self::TooLong { is, max } => locale.fault_too_long(is, max, unit),
            Self::BelowMin(min) => locale.fault_below_min(min),
            Self::AboveMax(max) => locale.fault_above_max(max),
            Self::TooEarly(min) => locale.fault_too_early(settings.language.format_date(*min)),
            Self::TooLate(max) => locale.fault_too_late(settings.language.format_date(*max)),
            Self::TooFew { is, min } => locale.fault_too_few(is, min),
            Self::TooMany { is, max } => locale.fault_too_many(is, max),
            Self::Pattern(hint) => hint.clone().unwrap_or_else(|| locale.fault_pattern().to_owned()),
        }
    }
}
