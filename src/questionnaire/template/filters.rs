//! The filters that templates have beyond minijinja's own: `han`, `date`, `sentence`, `join`.

use super::super::{Language, PartialDate, numerals};
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Value};

pub(super) fn register(environment: &mut Environment<'static>, language: &Language) {
    environment.add_filter("han", han);
    let of = language.clone();
    environment.add_filter("date", move |value: Value, form: Option<String>| {
        date(&of, &value, form.as_deref())
    });
    let of = language.clone();
    environment.add_filter("sentence", move |text: String| sentence(&of, &text));
    let of = language.clone();
    environment.add_filter(
        "join",
        move |value: Value, joint: Option<String>, rest: Kwargs| {
            let last: Option<String> = rest.get("last")?;
            rest.assert_all_used()?;
            join(
                &value,
                joint.as_deref().unwrap_or(of.enumeration()),
                last.as_deref(),
            )
        },
    );
}

/// A whole number in Chinese numerals: `4` becomes 四.
fn han(value: Value) -> Result<String, Error> {
    let number = value
        .as_usize()
        .or_else(|| value.as_str().and_then(|text| text.trim().parse().ok()));
    number.map(numerals::han).ok_or_else(|| {
        Error::new(
            ErrorKind::InvalidOperation,
            "`han` takes a whole number that is not negative",
        )
    })
}

/// A date in the language's form, or in one of `year`, `month`, `day`, `iso`.
fn date(language: &Language, value: &Value, form: Option<&str>) -> Result<String, Error> {
    let wrong = |what: &'static str| Error::new(ErrorKind::InvalidOperation, what);
    let read = value.downcast_object_ref::<DateValue>().map(|date| date.date);
    let date = read
        .or_else(|| PartialDate::parse(&value.to_string()))
        .ok_or_else(|| wrong("`date` takes a day, a month or a year"))?;
    match form {
        None => Ok(language.format_date(date)),
        Some("iso") => Ok(date.to_string()),
        Some("year") => Ok(date.year().to_string()),
        Some("month") => date
            .month()
            .map(|m| m.to_string())
            .ok_or_else(|| wrong("this date has no month")),
        Some("day") => date
            .day()
            .map(|d| d.to_string())
            .ok_or_else(|| wrong("this date has no day")),
        Some(_) => Err(wrong(
            "`date` knows the forms \"year\", \"month\", \"day\" and \"iso\"",
        )),
    }
}

/// The text with the language's full stop at its end, unless an end mark is there.
fn sentence(language: &Language, text: &str) -> String {
    language.ended(text)
}

/// Items with something between them, and perhaps something else before the last one.
fn join(value: &Value, joint: &str, last: Option<&str>) -> Result<String, Error> {
    if matches!(value.kind(), ValueKind::String) {
        return Ok(value.to_string());
    }
    let items: Vec<String> = value.try_iter()?.map(|item| item.to_string()).collect();
    Ok(match (items.split_last(), last) {
        (Some((end, front)), Some(last)) if !front.is_empty() => format!("{}{last}{end}", front.join(joint)),
        _ => items.join(joint),
    })
}

/// A date as templates see it: prints in the language's form, with `year`, `month` and `day` as attributes.
#[derive(Debug)]
pub struct DateValue {
    /// The date.
    pub date: PartialDate,
    /// The language that it prints in.
    pub language: Language,
}

impl minijinja::value::Object for DateValue {
    fn repr(self: &std::sync::Arc<Self>) -> minijinja::value::ObjectRepr {
        minijinja::value::ObjectRepr::Plain
    }

    fn get_value(self: &std::sync::Arc<Self>, key: &Value) -> Option<Value> {
        match key.as_str()? {
            "year" => Some(Value::from(self.date.year())),
            "month" => self.date.month().map(Value::from),
            "day" => self.date.day().map(Value::from),
            _ => None,
        }
    }

    fn render(self: &std::sync::Arc<Self>, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.language.format_date(self.date))
    }
}
