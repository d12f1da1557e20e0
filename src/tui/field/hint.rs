//! What a question takes, in a few words.

use crate::messages::Locale;
use crate::questionnaire::{Kind, Question};

impl Locale {
    /// What a question takes, in a few words.
    pub fn kind_hint(self, question: &Question) -> String {
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
        if question.required {
            hint.to_owned()
        } else {
            self.hint_optional(hint)
        }
    }
}
