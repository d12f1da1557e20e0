//! What a question takes, in a few words.

use crate::messages::Locale;
use crate::questionnaire::kind::Period;
use crate::questionnaire::{Kind, Language, Question};
use crate::tui::hints::Hints;
use std::borrow::Cow;

impl Locale {
    /// What a question takes, in a few pieces, what matters most first; its bounds included. Dates are written as the
    /// document's language does.
    pub(in crate::tui) fn kind_hints<'a>(
        self,
        question: &Question,
        language: &Language,
        hints: &'a Hints,
    ) -> Vec<Cow<'a, str>> {
        let hint: Cow<'a, str> = match &question.kind {
            Kind::Line => "".into(),
            Kind::Prose => hints.new_line.as_str().into(),
            Kind::List(_) => self.hint_list().into(),
            Kind::Number { unit: Some(unit), .. } => self.hint_number_of(unit).into(),
            Kind::Number { unit: None, .. } => self.hint_number().into(),
            Kind::Date(_) => self.hint_date().into(),
            Kind::Month(_) => self.hint_month().into(),
            Kind::Year(_) => self.hint_year().into(),
            Kind::YesNo => self.hint_yes_no().into(),
            Kind::Choice { .. } => self.hint_one().into(),
            Kind::Choices { .. } | Kind::Links { .. } => self.hint_several().into(),
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
            Some(bounds) => self.hint_bounded(hint, bounds).into(),
            None => hint,
        };
        let is_picked = matches!(
            question.kind,
            Kind::Choice { .. } | Kind::Choices { .. } | Kind::Links { .. }
        );
        [
            Some(hint),
            (!question.required).then(|| self.hint_optional().into()),
            is_picked.then(|| hints.pick.as_str().into()),
            is_picked.then(|| self.hint_type_to_find().into()),
        ]
        .into_iter()
        .flatten()
        .filter(|piece| !piece.is_empty())
        .collect()
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
