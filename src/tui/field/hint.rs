//! What a question takes, in a few words.

use crate::messages::Locale;
use crate::questionnaire::kind::Period;
use crate::questionnaire::{Kind, Language, Question};

impl Locale {
    /// What a question takes, in a few words, its bounds included. Dates are written as the document's language does.
    pub fn kind_hint(self, question: &Question, language: &Language) -> String {
        let hint = match &question.kind {
            Kind::Line => "",
            Kind::Prose => self.hint_prose(),
            Kind::List(_) => self.hint_list(),
            Kind::Number { unit: Some(unit), .. } => &self.hint_number_of(unit),
            Kind::Number { unit: None, .. } => self.hint_number(),
            Kind::Date(_) => self.hint_date(),
            Kind::Month(_) => self.hint_month(),
            Kind::Year(_) => self.hint_year(),
            Kind::YesNo => self.hint_yes_no(),
            Kind::Choice { .. } => self.hint_one(),
            Kind::Choices { .. } | Kind::Links { .. } => self.hint_several(),
        };
        let bounds = match &question.kind {
            Kind::Number { min, max, .. } => match (min, max) {
                (None, None) => None,
                (Some(min), None) => Some(self.hint_least(min)),
                (None, Some(max)) => Some(self.hint_most(max)),
                (Some(min), Some(max)) => Some(self.hint_between(min, max)),
            },
            Kind::Date(period) | Kind::Month(period) | Kind::Year(period) => {
                self.period_hint(*period, language)
            }
            _ => None,
        };
        let hint = match bounds {
            Some(bounds) => self.hint_bounded(hint, bounds),
            None => hint.to_owned(),
        };
        if question.required {
            hint
        } else {
            self.hint_optional(hint)
        }
    }

    fn period_hint(self, period: Period, language: &Language) -> Option<String> {
        let shown = |date| language.format_date(date);
        match (period.min, period.max) {
            (None, None) => None,
            (Some(min), None) => Some(self.hint_from(shown(min))),
            (None, Some(max)) => Some(self.hint_until(shown(max))),
            (Some(min), Some(max)) => Some(self.hint_between(shown(min), shown(max))),
        }
    }
}
