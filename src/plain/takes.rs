//! What a question takes, and how it is written.

use crate::messages::Locale;
use crate::outline::Outline;
use crate::questionnaire::{Kind, Node, Question};
use crate::text::count::CountBy;

/// What a question takes, and how it is written.
pub(super) fn takes(outline: &Outline, node: &Node, question: &Question, locale: Locale) -> String {
    let settings = &outline.questionnaire().settings;
    let language = &settings.language;
    let kind = match &question.kind {
        Kind::Line => locale.plain_takes_line().to_owned(),
        Kind::Prose => locale.plain_takes_prose().to_owned(),
        Kind::List(_) => locale.plain_takes_list().to_owned(),
        Kind::Number { unit: Some(unit), .. } => locale.hint_number_of(unit),
        Kind::Number { unit: None, .. } => locale.hint_number().to_owned(),
        Kind::Date(_) => locale.hint_date().to_owned(),
        Kind::Month(_) => locale.hint_month().to_owned(),
        Kind::Year(_) => locale.hint_year().to_owned(),
        Kind::YesNo => locale.plain_takes_yes_no(language.yes_no(true), language.yes_no(false)),
        Kind::Choice { other, .. } => with_other(locale.plain_takes_one(), *other, locale),
        Kind::Choices { other, .. } => with_other(locale.plain_takes_several(), *other, locale),
        Kind::Links { .. } => locale.plain_takes_several().to_owned(),
    };
    let mut parts = vec![kind];
    match &question.kind {
        Kind::Number { min, max, .. } => {
            parts.extend(min.map(|min| locale.fault_below_min(min)));
            parts.extend(max.map(|max| locale.fault_above_max(max)));
        }
        Kind::Date(period) | Kind::Month(period) | Kind::Year(period) => {
            parts.extend(
                period
                    .min
                    .map(|min| locale.fault_too_early(language.format_date(min))),
            );
            parts.extend(
                period
                    .max
                    .map(|max| locale.fault_too_late(language.format_date(max))),
            );
        }
        Kind::Choices { size, .. } | Kind::List(size) | Kind::Links { size, .. } => {
            parts.extend(size.min.map(|min| locale.plain_at_least_items(min)));
            parts.extend(size.max.map(|max| locale.plain_at_most_items(max)));
        }
        Kind::Line | Kind::Prose | Kind::YesNo | Kind::Choice { .. } => {}
    }
    let unit = unit(settings.count_by, locale);
    parts.extend(node.length.min.map(|min| locale.plain_at_least(min, unit)));
    parts.extend(node.length.max.map(|max| locale.plain_at_most(max, unit)));
    if !question.required {
        parts.push(locale.plain_optional().to_owned());
    }
    locale.plain_takes(parts.join(locale.plain_joint()))
}

fn with_other(hint: &str, other: bool, locale: Locale) -> String {
    if other {
        [hint, locale.plain_takes_other()].join(locale.plain_joint())
    } else {
        hint.to_owned()
    }
}

/// What a length is given in.
pub(super) fn unit(by: CountBy, locale: Locale) -> &'static str {
    match by {
        CountBy::Zi => locale.unit_zi(),
        CountBy::Words => locale.unit_words(),
        CountBy::Characters => locale.unit_characters(),
    }
}
