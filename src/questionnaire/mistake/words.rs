//! What mistakes say, in each language of the interface.

use super::{Expected, Holder, Mistake, toml_words};
use crate::messages::Locale;
use crate::questionnaire::{Kind, template};

/// How many words of a long list are named.
const NAMED: usize = 12;

impl Mistake {
    /// What is wrong, in one sentence without a full stop.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::NotUtf8 => locale.mistake_not_utf8().to_owned(),
            Self::FileTooLarge { limit } => locale.mistake_file_too_large(limit >> 20),
            Self::TooManyNodes { limit } => locale.mistake_too_many_nodes(limit),
            Self::TooManyWords { limit } => locale.mistake_too_many_words(limit),
            Self::TooScattered => locale.mistake_too_scattered().to_owned(),
            Self::TooManyMistakes { limit } => locale.mistake_too_many_mistakes(limit),
            Self::TooManyPatterns { limit } => locale.mistake_too_many_patterns(limit),
            Self::TooDeep { limit } => locale.mistake_too_deep(limit),
            Self::Syntax { detail } => locale.mistake_syntax(toml_words::detail(detail, locale)),
            Self::FullWidth { mark, .. } => locale.mistake_full_width(mark),
            Self::MissingFormat => locale.mistake_missing_format().to_owned(),
            Self::NewerFormat { found } => locale.mistake_newer_format(found),
            Self::BadId { id } => locale.mistake_bad_id(id),
            Self::ReservedId { id } => locale.mistake_reserved_id(id),
            Self::DuplicateId => locale.mistake_duplicate_id().to_owned(),
            Self::DuplicateAttribute => locale.mistake_duplicate_attribute().to_owned(),
            Self::ArrayOfTables { id } => locale.mistake_array_of_tables(id),
            Self::EmptyNode => locale.mistake_empty_node().to_owned(),
            Self::EmptyQuestionnaire => locale.mistake_empty_questionnaire().to_owned(),
            Self::QuestionWithChildren => locale.mistake_question_with_children().to_owned(),
            Self::UnknownAttribute { name, .. } => locale.mistake_unknown_attribute(name),
            Self::MisplacedAttribute { name, holder, .. } => {
                locale.mistake_misplaced_attribute(name, holder.name(locale))
            }
            Self::LoneAttribute { name, needs } => locale.mistake_lone_attribute(name, needs),
            Self::ConflictingAttributes { first, second } => {
                locale.mistake_conflicting_attributes(first, second)
            }
            Self::MissingAttribute { name, holder } => {
                locale.mistake_missing_attribute(name, holder.name(locale))
            }
            Self::WrongType { expected, found } => {
                locale.mistake_wrong_type(expected.name(locale), toml_type(found, locale))
            }
            Self::UnknownValue { value, .. } => locale.mistake_unknown_value(value),
            Self::UnknownKind { value, .. } => locale.mistake_unknown_kind(value),
            Self::MinAboveMax { min, max } => locale.mistake_min_above_max(min, max),
            Self::BadRegex { detail } => locale.mistake_bad_regex(detail),
            Self::BadNumbering { pattern } => locale.mistake_bad_numbering(pattern),
            Self::BadDate { .. } => locale.mistake_bad_date().to_owned(),
            Self::BadLanguage { tag } => locale.mistake_bad_language(tag),
            Self::TooFewChoices => locale.mistake_too_few_choices().to_owned(),
            Self::DuplicateChoice { value } => locale.mistake_duplicate_choice(value),
            Self::UnknownChoice { value, .. } => locale.mistake_unknown_choice(value),
            Self::BadDefault { holder } => locale.mistake_bad_default(holder.name(locale)),
            Self::TemplateSyntax { detail } => locale.mistake_template_syntax(detail),
            Self::TemplateTooLong { limit } => locale.mistake_template_too_long(limit),
            Self::TemplateTag { tag } => locale.mistake_template_tag(tag),
            Self::UnknownFilter { name, .. } => locale.mistake_unknown_filter(name),
            Self::UnknownTemplateTest { name, .. } => locale.mistake_unknown_template_test(name),
            Self::UnknownFunction { name, .. } => locale.mistake_unknown_function(name),
            Self::UnknownName { name, .. } => locale.mistake_unknown_name(name),
            Self::MisplacedAnswer => locale.mistake_misplaced_answer().to_owned(),
            Self::MisplacedEach => locale.mistake_misplaced_each().to_owned(),
            Self::LaterReference { name } => locale.mistake_later_reference(name),
            Self::EnclosingReference { name } => locale.mistake_enclosing_reference(name),
            Self::InsideRepeat { name, section, .. } => locale.mistake_inside_repeat(name, section),
            Self::FromInsideRepeat { name, section } => locale.mistake_inside_repeat(name, section),
            Self::NoAnswer { name } => locale.mistake_no_answer(name),
            Self::NotRepeated { name } => locale.mistake_not_repeated(name),
            Self::ForEachAround { name } => locale.mistake_for_each_around(name),
            Self::FromItself { name } => locale.mistake_from_itself(name),
            Self::EmptyCondition => locale.mistake_empty_condition().to_owned(),
            Self::UnknownTest { name, .. } => locale.mistake_unknown_test(name),
            Self::InapplicableTest {
                test: Some(test),
                holder,
                ..
            } => locale.mistake_inapplicable_test(holder.name(locale), test),
            Self::InapplicableTest {
                test: None, holder, ..
            } => locale.mistake_inapplicable_comparison(holder.name(locale)),
        }
    }

    /// How to mend it.
    pub fn hint(&self, locale: Locale) -> Option<String> {
        let fixed = |words: &'static str| Some(words.to_owned());
        match self {
            Self::Syntax { detail } => fixed(toml_words::mend(detail, locale)),
            Self::FullWidth { meant, .. } => Some(locale.mend_full_width(meant)),
            Self::NotUtf8 => fixed(locale.mend_not_utf8()),
            Self::FileTooLarge { .. }
            | Self::TooManyNodes { .. }
            | Self::TooManyWords { .. }
            | Self::TooManyPatterns { .. } => fixed(locale.mend_too_large()),
            Self::TooScattered => fixed(locale.mend_too_scattered()),
            Self::TooManyMistakes { .. } => fixed(locale.mend_too_many_mistakes()),
            Self::TooDeep { .. } => fixed(locale.mend_too_deep()),
            Self::MissingFormat => fixed(locale.mend_missing_format()),
            Self::NewerFormat { .. } => fixed(locale.mend_newer_format()),
            Self::BadId { .. } => fixed(locale.mend_bad_id()),
            Self::ReservedId { id } => Some(locale.mend_reserved_id(id)),
            Self::DuplicateId => fixed(locale.mend_duplicate_id()),
            Self::DuplicateAttribute => fixed(locale.mend_duplicate_attribute()),
            Self::ArrayOfTables { .. } => fixed(locale.mend_array_of_tables()),
            Self::EmptyNode | Self::EmptyQuestionnaire => fixed(locale.mend_empty_node()),
            Self::QuestionWithChildren => fixed(locale.mend_question_with_children()),
            Self::UnknownAttribute {
                suggestion, takes, ..
            } => {
                let all = locale.mend_attribute(takes.join(locale.enumeration_joint()));
                let meant = meant(suggestion, locale).into_iter();
                Some(
                    meant
                        .chain([all])
                        .collect::<Vec<_>>()
                        .join(locale.sentence_joint()),
                )
            }
            Self::MisplacedAttribute { takes, .. } => {
                Some(locale.mend_attribute(takes.join(locale.enumeration_joint())))
            }
            Self::LoneAttribute { name, needs } => Some(locale.mend_lone_attribute(name, needs)),
            Self::ConflictingAttributes { .. } => fixed(locale.mend_conflicting_attributes()),
            Self::MissingAttribute { name, .. } => Some(locale.mend_missing_attribute(name)),
            Self::WrongType { expected, found } => match (expected, *found) {
                (Expected::String | Expected::Date, "integer" | "float" | "boolean" | "datetime") => {
                    fixed(locale.mend_add_quotation_marks())
                }
                (
                    Expected::Boolean
                    | Expected::Count
                    | Expected::PositiveCount
                    | Expected::Number
                    | Expected::Format,
                    "string",
                ) => fixed(locale.mend_remove_quotation_marks()),
                _ => None,
            },
            Self::UnknownValue {
                known, suggestion, ..
            } => meant(suggestion, locale).or_else(|| Some(locale.mend_unknown_value(list(known, locale)))),
            Self::UnknownKind { suggestion, .. } => meant(suggestion, locale)
                .or_else(|| Some(locale.mend_unknown_value(list(&Kind::NAMES, locale)))),
            Self::MinAboveMax { min, max } => Some(locale.mend_min_above_max(min, max)),
            Self::BadRegex { .. } => fixed(locale.mend_bad_regex()),
            Self::BadNumbering { .. } => fixed(locale.mend_bad_numbering()),
            Self::BadDate { example } => Some(locale.mend_bad_date(example)),
            Self::BadLanguage { .. } => fixed(locale.mend_bad_language()),
            Self::TooFewChoices => fixed(locale.mend_too_few_choices()),
            Self::DuplicateChoice { .. } => fixed(locale.mend_duplicate_attribute()),
            Self::UnknownChoice {
                suggestion, known, ..
            } => meant(suggestion, locale).or_else(|| Some(locale.mend_unknown_choice(list(known, locale)))),
            Self::BadDefault { .. } => fixed(locale.mend_bad_default()),
            Self::TemplateSyntax { .. } => fixed(locale.mend_template_syntax()),
            Self::TemplateTooLong { .. } => fixed(locale.mend_template_too_long()),
            Self::TemplateTag { .. } => fixed(locale.mend_template_tag()),
            Self::UnknownFilter { suggestion, .. } => known(suggestion, template::FILTERS, locale),
            Self::UnknownTemplateTest { suggestion, .. } => known(suggestion, template::TESTS, locale),
            Self::UnknownFunction { suggestion, .. } => known(suggestion, template::FUNCTIONS, locale),
            Self::UnknownName { suggestion, .. } => {
                meant(suggestion, locale).or_else(|| fixed(locale.mend_unknown_name()))
            }
            Self::MisplacedAnswer => fixed(locale.mend_misplaced_answer()),
            Self::MisplacedEach => fixed(locale.mend_misplaced_each()),
            Self::LaterReference { .. } | Self::EnclosingReference { .. } => {
                fixed(locale.mend_later_reference())
            }
            Self::InsideRepeat {
                rest, paired: true, ..
            } => Some(locale.mend_inside_pair(rest)),
            Self::InsideRepeat {
                section,
                in_condition: true,
                ..
            } => Some(locale.mend_inside_repeat_of_condition(section)),
            Self::InsideRepeat { section, rest, .. } => Some(locale.mend_inside_repeat(section, rest)),
            Self::FromInsideRepeat { section, .. } => Some(locale.mend_from_inside_repeat(section)),
            Self::NoAnswer { .. } => fixed(locale.mend_no_answer()),
            Self::NotRepeated { .. } => fixed(locale.mend_not_repeated()),
            Self::ForEachAround { .. } => fixed(locale.mend_for_each_around()),
            Self::FromItself { .. } => fixed(locale.mend_from_itself()),
            Self::EmptyCondition => fixed(locale.mend_empty_condition()),
            Self::UnknownTest { suggestion, .. } => {
                known(suggestion, crate::questionnaire::vocabulary::TESTS, locale)
            }
            Self::InapplicableTest { applicable, .. } => {
                Some(locale.mend_inapplicable(list(applicable, locale)))
            }
        }
    }
}

fn meant(suggestion: &Option<String>, locale: Locale) -> Option<String> {
    suggestion.as_ref().map(|word| locale.mend_did_you_mean(word))
}

fn known(suggestion: &Option<String>, words: &[&str], locale: Locale) -> Option<String> {
    meant(suggestion, locale).or_else(|| Some(locale.mend_known(list(words, locale))))
}

/// The first words of a list.
fn list(words: &[impl AsRef<str>], locale: Locale) -> String {
    let mut named: Vec<&str> = words.iter().take(NAMED).map(AsRef::as_ref).collect();
    if words.len() > NAMED {
        named.push("…");
    }
    named.join(locale.enumeration_joint())
}

impl Holder {
    fn name(self, locale: Locale) -> String {
        match self {
            Self::Root => locale.holder_root().to_owned(),
            Self::Section => locale.holder_section().to_owned(),
            Self::RepeatedSection => locale.holder_repeated_section().to_owned(),
            Self::Text => locale.holder_text().to_owned(),
            Self::Question(kind) => locale.holder_question(kind),
            Self::Choice => locale.holder_choice().to_owned(),
        }
    }
}

impl Expected {
    fn name(self, locale: Locale) -> &'static str {
        match self {
            Self::String => locale.expected_string(),
            Self::Boolean => locale.expected_boolean(),
            Self::Count => locale.expected_count(),
            Self::PositiveCount => locale.expected_positive_count(),
            Self::Number => locale.expected_number(),
            Self::Format => locale.expected_format(),
            Self::Array => locale.expected_array(),
            Self::Strings => locale.expected_strings(),
            Self::Table => locale.expected_table(),
            Self::Choice => locale.expected_choice(),
            Self::Date => locale.expected_date(),
            Self::Carry => locale.expected_carry(),
            Self::Scalar => locale.expected_scalar(),
        }
    }
}

fn toml_type(name: &'static str, locale: Locale) -> &'static str {
    match name {
        "string" => locale.toml_string(),
        "integer" => locale.toml_integer(),
        "float" => locale.toml_float(),
        "boolean" => locale.toml_boolean(),
        "datetime" => locale.toml_datetime(),
        "array" => locale.toml_array(),
        "table" => locale.toml_table(),
        other => other,
    }
}
