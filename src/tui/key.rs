//! Keys with their modifiers, as the command table and its readers write them: `Ctrl+G`, `Shift+Tab`, `F1`.

use crate::messages::Locale;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;
use std::str::FromStr;

/// A key with the modifiers held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// Ctrl, Alt and Shift; Shift is not kept for characters, which carry it themselves.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A key by itself.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }

    /// A key with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// A key with Alt.
    pub const fn alt(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::ALT,
        }
    }

    /// A key with Shift.
    pub const fn shift(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::SHIFT,
        }
    }

    /// A key with Ctrl that is no letter.
    pub const fn ctrl_code(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// The character that the key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => Some(c),
            _ => None,
        }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let kept = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let mut modifiers = event.modifiers & kept;
        let mut code = event.code;
        match code {
            KeyCode::Char(c) => {
                modifiers.remove(KeyModifiers::SHIFT);
                // Terminals differ in whether Ctrl+Shift+letter comes as a capital.
                if modifiers.contains(KeyModifiers::CONTROL) {
                    code = KeyCode::Char(c.to_ascii_lowercase());
                }
            }
            KeyCode::BackTab => {
                code = KeyCode::Tab;
                modifiers.insert(KeyModifiers::SHIFT);
            }
            _ => {}
        }
        Self { code, modifiers }
    }
}

/// Names of the keys that are not characters.
const NAMES: [(KeyCode, &str, &str); 15] = [
    (KeyCode::Enter, "Enter", "⏎"),
    (KeyCode::Esc, "Esc", "Esc"),
    (KeyCode::Tab, "Tab", "Tab"),
    (KeyCode::Backspace, "Backspace", "⌫"),
    (KeyCode::Delete, "Delete", "Del"),
    (KeyCode::Insert, "Insert", "Ins"),
    (KeyCode::Up, "Up", "↑"),
    (KeyCode::Down, "Down", "↓"),
    (KeyCode::Left, "Left", "←"),
    (KeyCode::Right, "Right", "→"),
    (KeyCode::Home, "Home", "Home"),
    (KeyCode::End, "End", "End"),
    (KeyCode::PageUp, "PageUp", "PgUp"),
    (KeyCode::PageDown, "PageDown", "PgDn"),
    (KeyCode::Char(' '), "Space", "Space"),
];

const MODIFIERS: [(KeyModifiers, &str); 3] = [
    (KeyModifiers::CONTROL, "Ctrl"),
    (KeyModifiers::ALT, "Alt"),
    (KeyModifiers::SHIFT, "Shift"),
];

impl Key {
    /// The key as a footer writes it, short: `^G`, `⇧Tab`, `F1`; in ASCII where `ascii` is set.
    pub fn short(self, ascii: bool) -> String {
        let mut out = String::new();
        for (modifier, _) in MODIFIERS {
            if self.modifiers.contains(modifier) {
                out.push_str(match modifier {
                    KeyModifiers::CONTROL => "^",
                    KeyModifiers::ALT => "Alt+",
                    _ if ascii => "S-",
                    _ => "⇧",
                });
            }
        }
        let named = NAMES.iter().find(|(code, ..)| *code == self.code);
        match (named, self.code) {
            (Some((_, name, symbol)), _) => out.push_str(if ascii { name } else { symbol }),
            (None, KeyCode::F(number)) => out.push_str(&format!("F{number}")),
            (None, KeyCode::Char(c)) if self.modifiers.is_empty() => out.push(c),
            (None, KeyCode::Char(c)) => out.extend(c.to_uppercase()),
            (None, other) => out.push_str(&format!("{other:?}")),
        }
        out
    }
}

impl Key {
    /// The key as a sentence names it: short, but in words where a symbol would be hard to read.
    pub fn in_words(self, locale: Locale, ascii: bool) -> String {
        match self.code {
            KeyCode::Enter if self.modifiers.is_empty() => locale.key_enter().to_owned(),
            KeyCode::Char(' ') if self.modifiers.is_empty() => locale.key_space().to_owned(),
            _ => self.short(ascii),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (modifier, name) in MODIFIERS {
            if self.modifiers.contains(modifier) {
                write!(f, "{name}+")?;
            }
        }
        match (NAMES.iter().find(|(code, ..)| *code == self.code), self.code) {
            (Some((_, name, _)), _) => f.write_str(name),
            (None, KeyCode::F(number)) => write!(f, "F{number}"),
            (None, KeyCode::Char(c)) if self.modifiers.is_empty() => write!(f, "{c}"),
            (None, KeyCode::Char(c)) => write!(f, "{}", c.to_uppercase()),
            (None, other) => write!(f, "{other:?}"),
        }
    }
}

impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut modifiers = KeyModifiers::NONE;
        let mut rest = text;
        while let Some((modifier, name)) = MODIFIERS.iter().find(|(_, name)| {
            rest.get(..=name.len()).is_some_and(|front| {
                front
                    .strip_suffix('+')
                    .is_some_and(|front| front.eq_ignore_ascii_case(name))
            })
        }) {
            modifiers.insert(*modifier);
            rest = rest.get(name.len() + 1..).unwrap_or_default();
        }
        let named = NAMES
            .iter()
            .find(|(_, name, _)| name.eq_ignore_ascii_case(rest))
            .map(|(code, ..)| *code);
        let function = || rest.strip_prefix(['F', 'f'])?.parse().ok().map(KeyCode::F);
        let mut characters = rest.chars();
        let character = match (characters.next(), characters.next()) {
            (Some(c), None) => Some(c),
            _ => None,
        };
        let lowered = |c: char| {
            if modifiers.is_empty() {
                c
            } else {
                c.to_ascii_lowercase()
            }
        };
        let code = named
            .or_else(|| character.map(|c| KeyCode::Char(lowered(c))))
            .or_else(function)
            .ok_or(())?;
        Ok(Self { code, modifiers })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_names() {
        for (text, written, short) in [
            ("ctrl+g", "Ctrl+G", "^G"),
            ("Shift+Tab", "Shift+Tab", "⇧Tab"),
            ("f1", "F1", "F1"),
            ("Alt+Up", "Alt+Up", "Alt+↑"),
            ("?", "?", "?"),
            ("Space", "Space", "Space"),
            ("Ctrl+Shift+Left", "Ctrl+Shift+Left", "^⇧←"),
        ] {
            let key: Key = text.parse().unwrap();
            assert_eq!(
                (key.to_string().as_str(), key.short(false).as_str()),
                (written, short)
            );
            assert_eq!(written.parse(), Ok(key));
        }
        for wrong in ["", "Ctrl+", "Hyper+X", "F999", "xy"] {
            assert_eq!(wrong.parse::<Key>(), Err(()), "{wrong}");
        }
    }
}
