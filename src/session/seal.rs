//! The last line of a session file: a checksum of everything before it.
//!
//! A TOML file that was cut at the end of a line is still valid TOML, so a parser cannot tell that answers are
//! missing. The last line can: `# tigang-checksum: crc32 xxxxxxxx`. A file without it was cut short; a file with the
//! wrong sum was edited by hand, which everybody is free to do.

use crate::messages::Locale;

/// What the last line starts with.
const MARK: &str = "# tigang-checksum:";
const ALGORITHM: &str = "crc32";

/// Ends a text with its checksum line. The text should have no carriage returns; a missing last newline is added.
pub fn seal(text: &str) -> String {
    let mut sealed = String::with_capacity(text.len().saturating_add(48));
    sealed.push_str(text);
    if !text.is_empty() && !text.ends_with('\n') {
        sealed.push('\n');
    }
    let sum = crc32fast::hash(sealed.as_bytes());
    sealed.push_str(&format!("{MARK} {ALGORITHM} {sum:08x}\n"));
    sealed
}

/// A text that was written to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsealed {
    /// The text without its checksum line, with plain newlines and no byte order mark.
    pub text: String,
    /// Whether it is still what the program wrote.
    pub state: SealState,
}

/// Whether a text is what the program wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealState {
    /// Byte for byte.
    Intact,
    /// Changed since, by a person or by their tools (an editor that writes CRLF, a byte order mark). To be accepted,
    /// and mentioned.
    EditedByHand,
}

/// Why a file cannot be taken for what the program wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Nothing in it, or nothing but zero bytes, as some file systems leave a file when the power goes.
    #[error("the file is empty")]
    Empty,
    /// The end is missing, and answers with it.
    #[error("the end of the file is missing")]
    Truncated,
    /// Not text.
    #[error("the file is not UTF-8: byte {at} is wrong")]
    NotUtf8 {
        /// Where the first wrong byte stands, from 0.
        at: usize,
    },
}

impl Damage {
    /// In which way it is damaged.
    pub fn message(self, locale: Locale) -> String {
        match self {
            Self::Empty => locale.damage_empty().to_owned(),
            Self::Truncated => locale.damage_truncated().to_owned(),
            Self::NotUtf8 { at } => locale.damage_not_utf8(at),
        }
    }
}

/// Reads what [`seal`] wrote.
///
/// # Errors
/// [`Damage`], if the bytes cannot be all of what was written. The caller still has them, and leaves the file alone.
pub fn unseal(bytes: &[u8]) -> Result<Unsealed, Damage> {
    unseal_owned(bytes.to_vec()).map_err(|(damage, _)| damage)
}

/// [`unseal`] without a copy: the bytes become the text, or are given back.
///
/// # Errors
/// [`Damage`]
pub fn unseal_owned(bytes: Vec<u8>) -> Result<Unsealed, (Damage, Vec<u8>)> {
    if bytes.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace()) {
        return Err((Damage::Empty, bytes));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let wrong = error.utf8_error();
        let damage = match wrong.error_len() {
            None => Damage::Truncated,
            Some(_) => Damage::NotUtf8 {
                at: wrong.valid_up_to(),
            },
        };
        (damage, error.into_bytes())
    })?;
    match body_of(&text) {
        Ok(Body::Intact(end)) => {
            text.truncate(end);
            let state = SealState::Intact;
            Ok(Unsealed { text, state })
        }
        Ok(Body::EditedByHand(text)) => {
            let state = SealState::EditedByHand;
            Ok(Unsealed { text, state })
        }
        Err(damage) => Err((damage, text.into_bytes())),
    }
}

/// Whether the last bytes of a file, which may begin anywhere, show that it was written to its end. Where they do not,
/// the file may still have lines that were added behind the checksum.
pub fn ends_in_seal(end: &[u8]) -> bool {
    let text = String::from_utf8_lossy(end);
    // What the bytes begin with may be the rest of a line.
    let lines = text.split_once('\n');
    lines.is_some_and(|(_, lines)| body_of(lines).is_ok())
}

/// What a checksum stands for.
enum Body {
    /// The text up to a byte.
    Intact(usize),
    /// A text that is not the one that was sealed.
    EditedByHand(String),
}

fn body_of(text: &str) -> Result<Body, Damage> {
    let plain = plain_text(text);
    let (body, sum, tail) = split_at_mark(&plain).ok_or(Damage::Truncated)?;
    if !tail.trim().is_empty() {
        // Something stands after the last line, so a person has added it there: the natural place to add.
        return Ok(Body::EditedByHand(format!("{body}{tail}")));
    }
    let intact = match checksum(sum) {
        Checksum::Crc32(sum) => plain == text && sum == crc32fast::hash(body.as_bytes()),
        Checksum::Other => false,
        Checksum::Short if !plain.ends_with('\n') => return Err(Damage::Truncated),
        Checksum::Short => false,
    };
    Ok(match intact {
        true => Body::Intact(body.len()),
        false => Body::EditedByHand(body.to_owned()),
    })
}

/// The text with plain newlines and without a byte order mark.
fn plain_text(text: &str) -> std::borrow::Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') {
        text.replace("\r\n", "\n").into()
    } else {
        text.into()
    }
}

/// What stands before the last line that starts with the mark, the rest of that line, and what stands after it.
fn split_at_mark(text: &str) -> Option<(&str, &str, &str)> {
    let starts_line = |at: usize| {
        text.get(..at)
            .is_some_and(|before| before.is_empty() || before.ends_with('\n'))
    };
    let (at, _) = text.rmatch_indices(MARK).find(|(at, _)| starts_line(*at))?;
    let (before, from_mark) = text.split_at_checked(at)?;
    let after = from_mark.strip_prefix(MARK)?;
    let (line, tail) = after.split_once('\n').unwrap_or((after, ""));
    Some((before, line, tail))
}

enum Checksum {
    Crc32(u32),
    /// Written by somebody else: a person, or a newer version with a better sum.
    Other,
    /// Too short for one: the line itself is cut, or somebody has written into it.
    Short,
}

fn checksum(line: &str) -> Checksum {
    let mut words = line.split_whitespace();
    let (name, sum) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if ALGORITHM.starts_with(name) && (name.len() < ALGORITHM.len() || sum.len() < 8) {
        return Checksum::Short;
    }
    match u32::from_str_radix(sum, 16) {
        Ok(sum) if name == ALGORITHM => Checksum::Crc32(sum),
        _ => Checksum::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "format = 1\n[answers.opening]\nsince = \"2021-07\"\n";

    #[test]
    fn what_hands_and_disks_do_to_a_file() {
        use Damage::*;
        use SealState::*;
        let sealed = seal(TEXT);
        let sum = format!("{:08x}", crc32fast::hash(TEXT.as_bytes()));
        let ok = |text: &str, state| {
            Ok(Unsealed {
                text: text.to_owned(),
                state,
            })
        };
        let cases: Vec<(&str, Vec<u8>, Result<Unsealed, Damage>)> = vec![
            ("untouched", sealed.clone().into(), ok(TEXT, Intact)),
            (
                "without the last newline",
                sealed.trim_end().into(),
                ok(TEXT, Intact),
            ),
            (
                "blank lines at the end",
                format!("{sealed}\n \n").into(),
                ok(TEXT, Intact),
            ),
            (
                "an answer changed",
                sealed.replace("2021", "2020").into(),
                ok(&TEXT.replace("2021", "2020"), EditedByHand),
            ),
            (
                "CRLF",
                sealed.replace('\n', "\r\n").into(),
                ok(TEXT, EditedByHand),
            ),
            (
                "byte order mark",
                format!("\u{feff}{sealed}").into(),
                ok(TEXT, EditedByHand),
            ),
            (
                "lines added at the end",
                format!("{sealed}a = 1\n").into(),
                ok(&format!("{TEXT}a = 1\n"), EditedByHand),
            ),
            (
                "a line added that quotes the mark",
                format!("{sealed}a = \"{MARK}\"\n").into(),
                ok(&format!("{TEXT}a = \"{MARK}\"\n"), EditedByHand),
            ),
            (
                "a sum of another kind",
                sealed.replace("crc32", "blake3").into(),
                ok(TEXT, EditedByHand),
            ),
            (
                "a sum that is none",
                sealed.replace(&sum, "tidied up").into(),
                ok(TEXT, EditedByHand),
            ),
            (
                "the sum cut",
                format!("{TEXT}{MARK} crc32 0123").into(),
                Err(Truncated),
            ),
            (
                "the name of the sum cut",
                format!("{TEXT}{MARK} cr").into(),
                Err(Truncated),
            ),
            ("no last line", TEXT.into(), Err(Truncated)),
            (
                "the mark inside a line",
                format!("{TEXT}a = \"{MARK} crc32 {sum}\"\n").into(),
                Err(Truncated),
            ),
            (
                "cut inside a character",
                "a = \"提".as_bytes()[..7].into(),
                Err(Truncated),
            ),
            ("nothing", vec![], Err(Empty)),
            ("zeros, as after a loss of power", vec![0; 4096], Err(Empty)),
            (
                "GB18030",
                b"a = \"\xcc\xe1\xb8\xd9\"\n".into(),
                Err(NotUtf8 { at: 5 }),
            ),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(unseal(&bytes), expected, "{name}");
            assert_eq!(ends_in_seal(&bytes), expected.is_ok(), "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_sealed_text_comes_back(text in "[^\r\u{feff}]*") {
            let back = unseal(seal(&text).as_bytes());
            let mut expected = text.clone();
            if !text.is_empty() && !text.ends_with('\n') { expected.push('\n'); }
            prop_assert_eq!(back, Ok(Unsealed { text: expected, state: SealState::Intact }));
        }

        #[test]
        fn a_cut_text_is_never_taken_for_whole(text in "([a-z提纲 =\"]{0,12}\n){0,8}", share in 0.0..1.0_f64) {
            let sealed = seal(&text);
            let cut = (sealed.len() as f64 * share) as usize;
            prop_assume!(cut < sealed.len() - 1);
            prop_assert!(unseal(&sealed.as_bytes()[..cut]).is_err());
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            let _ = unseal(&bytes);
        }
    }
}
