//! A value as it was given.

/// What stands in an answers file. Which of these a question takes is its kind's affair.
#[derive(Debug, Clone)]
pub enum Value {
    /// Text: of lines and prose, dates in ISO form, choices, and whatever was typed that its kind does not take.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Decimal(f64),
    /// Yes or no.
    Boolean(bool),
    /// Several texts: lists, choices, links.
    Texts(Vec<String>),
    /// Something that no kind takes; kept because it may come from a newer version or a hand.
    Opaque(toml::Value),
}

/// A value is the same as itself, even one that is no number: else an answer would count as changed for ever.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::Integer(one), Self::Integer(other)) => one == other,
            (Self::Decimal(one), Self::Decimal(other)) => one == other || (one.is_nan() && other.is_nan()),
            (Self::Boolean(one), Self::Boolean(other)) => one == other,
            (Self::Texts(one), Self::Texts(other)) => one == other,
            (Self::Opaque(one), Self::Opaque(other)) => one == other || one.to_string() == other.to_string(),
            _ => false,
        }
    }
}

impl Value {
    /// Whether there is nothing in it but white space.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Texts(texts) => texts.iter().all(|text| text.trim().is_empty()),
            Self::Integer(_) | Self::Decimal(_) | Self::Boolean(_) | Self::Opaque(_) => false,
        }
    }

    /// The first words of it as a person would type it, so many characters at most, on one line.
    pub fn first_words(&self, most: usize) -> String {
        let typed = self.to_typed();
        let words = typed.trim().chars().take(most);
        words.map(|c| if c == '\n' { ' ' } else { c }).collect()
    }

    /// The value as a person would type it, one item a line.
    pub fn to_typed(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Decimal(number) => number.to_string(),
            Self::Boolean(yes) => yes.to_string(),
            Self::Texts(texts) => texts.join("\n"),
            Self::Opaque(value) => value.to_string(),
        }
    }
}

impl From<toml::Value> for Value {
    fn from(value: toml::Value) -> Self {
        let is_scalar = |item: &toml::Value| item.is_str() || item.is_integer();
        let text = |item| match item {
            toml::Value::String(text) => text,
            other => other.to_string(),
        };
        match value {
            toml::Value::String(text) => Self::Text(text),
            toml::Value::Integer(number) => Self::Integer(number),
            toml::Value::Float(number) => Self::Decimal(number),
            toml::Value::Boolean(yes) => Self::Boolean(yes),
            toml::Value::Datetime(date) => Self::Text(date.to_string()),
            toml::Value::Array(items) if items.iter().all(is_scalar) => {
                Self::Texts(items.into_iter().map(text).collect())
            }
            toml::Value::Array(_) | toml::Value::Table(_) => Self::Opaque(value),
        }
    }
}

impl From<&Value> for toml::Value {
    fn from(value: &Value) -> Self {
        match value {
            Value::Text(text) => Self::String(text.clone()),
            Value::Integer(number) => Self::Integer(*number),
            Value::Decimal(number) => Self::Float(*number),
            Value::Boolean(yes) => Self::Boolean(*yes),
            Value::Texts(texts) => Self::Array(texts.iter().cloned().map(Self::String).collect()),
            Value::Opaque(value) => value.clone(),
        }
    }
}
