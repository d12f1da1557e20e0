//! Reads the settings, each by itself, so that a mistake in one costs no other.

use super::{KeyChange, Mistake, Settings, Width};
use crate::messages::Locale;
use crate::questionnaire::mistake::{self, Expected};
use crate::session::disk::FileSystem as _;
use crate::session::real_disk::RealDisk;
use crate::session::trouble::{Attempt, DiskError};
use crate::text::similar::similar;
use crate::text::toml_excess::{Limits, excess};
use std::io;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// How much there may be in the file: far more than anybody sets.
const LIMITS: Limits = Limits {
    bytes: 1 << 20,
    tables: 1_000,
    tokens: 100_000,
};

/// What the file may set.
const NAMES: [&str; 6] = [
    "language",
    "ambiguous_width",
    "ascii",
    "mouse",
    "typing_aid",
    "keys",
];
/// The languages of the program.
const LANGUAGES: [&str; 2] = ["zh", "en"];

/// A file of settings as it was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The text of the file.
    pub source: String,
    /// The settings that hold.
    pub settings: Settings,
    /// What is wrong, and at which bytes of the text.
    pub mistakes: Vec<(Range<usize>, Mistake)>,
}

/// Reads the settings. A file that is not there is no settings.
///
/// # Errors
/// The file cannot be read.
pub fn read(file: &Path) -> Result<Reading, DiskError> {
    match RealDisk.read(file) {
        Ok((bytes, _)) => Ok(match String::from_utf8(bytes) {
            Ok(source) => parse(source),
            Err(error) => not_text(&error),
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Reading::default()),
        Err(error) => Err(DiskError::because(Attempt::Read, file)(error)),
    }
}

fn not_text(error: &std::string::FromUtf8Error) -> Reading {
    let sound = error.utf8_error().valid_up_to();
    let source = error.as_bytes().get(..sound).unwrap_or_default();
    Reading {
        source: String::from_utf8_lossy(source).into_owned(),
        settings: Settings::default(),
        mistakes: vec![(sound..sound, mistake::Mistake::NotUtf8.into())],
    }
}

/// Reads the settings in a text.
pub fn parse(source: impl Into<String>) -> Reading {
    let source = source.into();
    let mut reader = Reader {
        source: &source,
        settings: Settings::default(),
        mistakes: Vec::new(),
    };
    reader.read();
    let Reader {
        mut settings,
        mistakes,
        ..
    } = reader;
    if mistakes.iter().any(|(_, mistake)| mistake.spoils_all()) {
        settings = Settings::default();
    }
    Reading {
        source,
        settings,
        mistakes,
    }
}

struct Reader<'a> {
    source: &'a str,
    settings: Settings,
    mistakes: Vec<(Range<usize>, Mistake)>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl<'a> Reader<'a> {
    fn report(&mut self, span: Range<usize>, mistake: impl Into<Mistake>) {
        self.mistakes.push((span, mistake.into()));
    }

    fn read(&mut self) {
        if let Some((at, _)) = excess(self.source, LIMITS) {
            return self.report(at..at, Mistake::TooMuch);
        }
        let (document, errors) = DeTable::parse_recoverable(self.source);
        for error in errors {
            let mistake = match error.message() {
                "duplicate key" => Mistake::Twice,
                detail => mistake::Mistake::Syntax {
                    detail: detail.to_owned(),
                }
                .into(),
            };
            self.report(error.span().unwrap_or(0..0), mistake);
        }
        if self.mistakes.iter().any(|(_, mistake)| mistake.spoils_all()) {
            // What was made of the rest is a guess.
            return self.mistakes.retain(|(_, mistake)| mistake.spoils_all());
        }
        for (name, value) in document.get_ref() {
            self.setting(name, value);
        }
    }

    fn setting(&mut self, name: &Spanned<impl AsRef<str>>, value: &Value<'_>) {
        match name.get_ref().as_ref() {
            "language" => self.settings.language = self.language(value),
            "ambiguous_width" => self.settings.ambiguous_width = self.width(value),
            "ascii" => self.settings.ascii = self.boolean(value),
            "mouse" => self.settings.mouse = self.boolean(value),
            "typing_aid" => self.settings.typing_aid = self.boolean(value),
            "keys" => self.keys(value),
            unknown => self.report(
                name.span(),
                Mistake::UnknownSetting {
                    name: unknown.to_owned(),
                    suggestion: similar(unknown, NAMES.into_iter()),
                    known: &NAMES,
                },
            ),
        }
    }

    fn wrong_type(&mut self, value: &Value<'_>, expected: Expected) {
        let found = value.get_ref().type_str();
        self.report(value.span(), mistake::Mistake::WrongType { expected, found });
    }

    fn unknown_value(&mut self, span: Range<usize>, value: &str, known: &'static [&'static str]) {
        let mistake = mistake::Mistake::UnknownValue {
            value: value.to_owned(),
            known,
            suggestion: similar(value, known.iter().copied()),
        };
        self.report(span, mistake);
    }

    fn boolean(&mut self, value: &Value<'_>) -> Option<bool> {
        let boolean = value.get_ref().as_bool();
        if boolean.is_none() {
            self.wrong_type(value, Expected::Boolean);
        }
        boolean
    }

    fn language(&mut self, value: &Value<'_>) -> Option<Locale> {
        let Some(tag) = value.get_ref().as_str() else {
            self.wrong_type(value, Expected::String);
            return None;
        };
        let language = Locale::from_tag(tag);
        if language.is_none() {
            self.unknown_value(value.span(), tag, &LANGUAGES);
        }
        language
    }

    fn width(&mut self, value: &Value<'_>) -> Option<Width> {
        let written = match value.get_ref() {
            DeValue::String(name) => name.to_string(),
            // As it stands in the file, whatever it is.
            _ => self.source.get(value.span()).unwrap_or_default().to_owned(),
        };
        let width = Width::from_name(&written);
        if width.is_none() {
            self.unknown_value(value.span(), &written, &Width::NAMES);
        }
        width
    }

    fn keys(&mut self, value: &Value<'_>) {
        let Some(contexts) = value.get_ref().as_table() else {
            return self.wrong_type(value, Expected::Table);
        };
        for (context, commands) in contexts {
            let context = owned(context);
            let Some(commands) = commands.get_ref().as_table() else {
                let name = context.get_ref().clone();
                self.report(context.span(), Mistake::KeysOutsideContext { name });
                continue;
            };
            for (command, keys) in commands {
                let command = owned(command);
                match names(keys) {
                    Some(keys) => self.settings.keys.push(KeyChange {
                        context: context.clone(),
                        command,
                        keys,
                    }),
                    None => {
                        let command = command.into_inner();
                        self.report(keys.span(), Mistake::NotKeys { command });
                    }
                }
            }
        }
    }
}

fn owned(name: &Spanned<impl AsRef<str>>) -> Spanned<String> {
    Spanned::new(name.span(), name.get_ref().as_ref().to_owned())
}

/// The names in a value: it is one, or a list of them.
fn names(value: &Value<'_>) -> Option<Vec<Spanned<String>>> {
    let name = |value: &Value<'_>| {
        let name = value.get_ref().as_str()?;
        Some(Spanned::new(value.span(), name.to_owned()))
    };
    match value.get_ref() {
        DeValue::Array(values) => values.iter().map(name).collect(),
        _ => Some(vec![name(value)?]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::diagnostic::locate;
    use crate::text::AmbiguousWidth;

    /// The code and place of each mistake in a text.
    fn mistakes(text: &str) -> Vec<String> {
        let reading = parse(text);
        let located = locate(reading.mistakes, &reading.source);
        let place = |found: &crate::questionnaire::Diagnostic<Mistake>| {
            format!("{}:{} {}", found.line, found.column, found.code())
        };
        located.iter().map(place).collect()
    }

    #[test]
    fn what_is_set_holds() {
        let text = "language = 'zh-CN'\nambiguous_width = 2\nascii = true\nmouse = false\ntyping_aid = true\n\
                    [keys.interview]\nnext = 'F5'\nreview = []\n";
        let Reading {
            settings, mistakes, ..
        } = parse(text);
        assert_eq!(mistakes, []);
        assert_eq!(settings.language, Some(Locale::Zh));
        assert_eq!(settings.ambiguous_width, Some(Width::Known(AmbiguousWidth::Two)));
        assert_eq!(
            (settings.ascii, settings.mouse, settings.typing_aid),
            (Some(true), Some(false), Some(true))
        );
        let counts: Vec<usize> = settings.keys.iter().map(|change| change.keys.len()).collect();
        assert_eq!(counts, [1, 0]);
        assert_eq!(parse("").settings, Settings::default());
        let auto = parse("ambiguous_width = \"auto\"").settings.ambiguous_width;
        assert_eq!(auto, Some(Width::Auto));
    }

    #[test]
    fn each_mistake_is_told_at_its_place_and_the_rest_holds() {
        for (wrong, told) in [
            ("colour = 1", "2:1 unknown-setting"),
            ("language = 'fr'", "2:12 unknown-value"),
            ("language = 1", "2:12 wrong-type"),
            ("ambiguous_width = 3", "2:19 unknown-value"),
            ("ambiguous_width = true", "2:19 unknown-value"),
            ("ascii = 'true'", "2:9 wrong-type"),
            ("mouse = true\nmouse = false", "3:1 duplicate-setting"),
            ("keys = 1", "2:8 wrong-type"),
            ("[keys]\nnext = 'F5'", "3:1 unknown-context"),
            ("[keys.interview]\nnext = 3", "3:8 unknown-key"),
            ("[keys.interview]\nnext = ['F5', 3]", "3:8 unknown-key"),
        ] {
            let text = format!("typing_aid = true\n{wrong}\n");
            assert_eq!(mistakes(&text), [told], "{wrong}");
            assert_eq!(parse(text).settings.typing_aid, Some(true), "{wrong}");
        }
    }

    #[test]
    fn of_what_is_no_toml_nothing_holds() {
        for (text, told) in [
            ("ascii = true\nmouse =\n", "2:8 syntax"),
            (
                "ascii = true\nmouse = true\nmouse = false\nlanguage = zh\n",
                "4:12 syntax",
            ),
        ] {
            assert_eq!(mistakes(text), [told], "{text}");
            assert_eq!(parse(text).settings, Settings::default(), "{text}");
        }
        let long = "# \n".repeat(LIMITS.bytes);
        assert_eq!(mistakes(&long), ["1:1 too-large"]);
    }

    #[test]
    fn a_file_that_is_no_text_is_said_to_be_none() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("config.toml");
        assert_eq!(read(&file).unwrap(), Reading::default());
        std::fs::write(&file, b"ascii = true\n# \xff\n").unwrap();
        let reading = read(&file).unwrap();
        assert_eq!(reading.settings, Settings::default());
        assert_eq!(reading.mistakes, [(15..15, mistake::Mistake::NotUtf8.into())]);
        assert!(read(directory.path()).is_err());
    }
}
