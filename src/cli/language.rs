//! In which language the program speaks: `--lang`, or else `TIGANG_LANG`, or else the person's
//! settings, or else what the locale of the process says.

use crate::messages::Locale;
use std::ffi::OsString;

/// The program's own variable, which says more than the locale.
const OWN_VARIABLE: &str = "TIGANG_LANG";
/// The variables of a POSIX locale. The first of them that is set decides, whatever it says.
const LOCALE_VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language for a process with these arguments. They are looked at before they are parsed, so that even what is
/// wrong with them is said in it.
pub(super) fn of_process(arguments: &[OsString], set: Option<Locale>) -> Locale {
    asked_for(arguments).unwrap_or_else(|| of_environment(|name| std::env::var(name).ok(), set))
}

/// What `--lang` asks for.
fn asked_for(arguments: &[OsString]) -> Option<Locale> {
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    let mut asked = None;
    while let Some(word) = words.next() {
        if word == "--" {
            break;
        }
        let tag = match word.split_once('=') {
            Some(("--lang", tag)) => Some(tag.to_owned()),
            _ if word == "--lang" => words.next().map(|tag| tag.into_owned()),
            _ => None,
        };
        asked = tag.and_then(|tag| Locale::from_tag(&tag)).or(asked);
    }
    asked
}

fn of_environment(variable: impl Fn(&str) -> Option<String>, in_settings: Option<Locale>) -> Locale {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let own = set(OWN_VARIABLE).and_then(|tag| Locale::from_tag(&tag));
    own.or(in_settings)
        .or_else(|| Locale::from_tag(&LOCALE_VARIABLES.into_iter().find_map(set)?))
        .unwrap_or(Locale::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Variables = &'static [(&'static str, &'static str)];

    #[test]
    fn the_strongest_wish_decides() {
        // arguments, environment, language
        let cases: [(&str, Variables, Locale); 14] = [
            ("", &[], Locale::En),
            ("", &[("LANG", "zh_CN.UTF-8")], Locale::Zh),
            ("", &[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")], Locale::En),
            ("", &[("LANG", "en_US"), ("LC_MESSAGES", "zh_CN")], Locale::Zh),
            ("", &[("LANG", "zh_CN"), ("LC_ALL", "")], Locale::Zh),
            ("", &[("LANG", "POSIX")], Locale::En),
            ("", &[("LANG", "fr_FR.UTF-8")], Locale::En),
            ("", &[("LANG", "C"), ("TIGANG_LANG", "zh")], Locale::Zh),
            ("", &[("LANG", "zh_CN"), ("TIGANG_LANG", "klingon")], Locale::Zh),
            ("--lang en", &[("TIGANG_LANG", "zh")], Locale::En),
            ("list --lang=zh-CN", &[], Locale::Zh),
            ("--lang klingon", &[("LANG", "zh_CN")], Locale::Zh),
            ("check -- --lang zh", &[], Locale::En),
            ("--lang", &[], Locale::En),
        ];
        for (words, environment, expected) in cases {
            let arguments: Vec<OsString> = ["tigang"]
                .into_iter()
                .chain(words.split_whitespace())
                .map(OsString::from)
                .collect();
            let variable = |name: &str| {
                let found = environment.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            let language = asked_for(&arguments).unwrap_or_else(|| of_environment(variable, None));
            assert_eq!(language, expected, "{words:?} {environment:?}");
        }
    }
}
