//! Text to the clipboard of the machine in front of which the person sits, by way of the terminal (OSC 52).

use std::io;

use thiserror::Error;

use super::Screen;
use crate::text::clean;

/// The most bytes of text in one copy. Terminals drop longer sequences, some without a word.
pub const LIMIT: usize = 74_994;

/// Why a text was not copied.
#[derive(Debug, Error)]
pub enum CopyError {
    /// More than a terminal takes.
    #[error("{length} bytes are more than a terminal copies ({LIMIT})")]
    TooLong {
        /// How long the text is, in bytes.
        length: usize,
    },
    /// The terminal took nothing.
    #[error("cannot write to the terminal")]
    Terminal(#[from] io::Error),
}

/// Hands the text to the terminal's clipboard. Whether the terminal accepts it cannot be learnt: some want a
/// setting for that.
pub fn copy(screen: &mut Screen, text: &str) -> Result<(), CopyError> {
    let sequence = sequence(text)?;
    screen.write(sequence.as_bytes())?;
    Ok(())
}

fn sequence(text: &str) -> Result<String, CopyError> {
    // What is pasted elsewhere, into a shell perhaps, holds no control characters that were hidden here.
    let text = clean(text);
    if text.len() > LIMIT {
        return Err(CopyError::TooLong { length: text.len() });
    }
    Ok(format!("\x1b]52;c;{}\x1b\\", base64(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            // A group of n bytes has n + 1 digits.
            let index = (bits >> (18 - 6 * digit)) & 0x3f;
            match ALPHABET.get(index as usize) {
                Some(letter) if digit <= group.len() => encoded.push(char::from(*letter)),
                _ => encoded.push('='),
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_rfc_4648() {
        let table = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("提纲", "5o+Q57qy"),
        ];
        for (text, encoded) in table {
            assert_eq!(base64(text.as_bytes()), encoded, "{text}");
        }
    }

    #[test]
    fn a_text_is_wrapped_cleaned_and_limited() {
        assert_eq!(sequence("a\u{1b}\u{7}b").unwrap(), "\x1b]52;c;YWI=\x1b\\");
        assert!(sequence(&"a".repeat(LIMIT)).is_ok());
        let refused = sequence(&"中".repeat(LIMIT / 3 + 1));
        assert!(matches!(refused, Err(CopyError::TooLong { length }) if length > LIMIT));
    }
}
