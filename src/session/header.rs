//! The head of a session's file, and whether the file has its end: enough for a list of sessions, without reading all of
//! every file. Where that is damaged, the name that the session had is looked for in what is left.

use std::io;
use std::path::Path;

use super::directory::SessionDirectory;
use super::disk::FileSystem;
use super::seal::{ends_in_seal, unseal_owned};
use super::trouble::{Attempt, DiskError};

/// How much of a file is read for its head, in bytes. The head is one short line per key.
const HEAD_LENGTH: usize = 8 * 1024;
/// How much of a file is read for its end, in bytes. The last line is shorter, and blank lines may stand behind it.
const END_LENGTH: usize = 512;
/// How many places are tried as the end of the head.
const MOST_ENDS: usize = 16;
/// How long a head may be where the file is there whole, in bytes.
const LONGEST: usize = 64 * 1024;

/// What stands in a session's file before the first table.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// The version of the text format; one that this program does not know is opened for reading only. 0 where no head
    /// can be read.
    pub format: i64,
    /// The name that the person gave the session.
    pub name: String,
    /// Everything, for whoever knows more of the text format.
    pub table: toml::Table,
    /// Whether the file cannot be read, as its head is none or its end is missing: the name was found in what is left of
    /// the session then, and nothing else is known.
    pub is_damaged: bool,
}

impl Header {
    /// Reads the head of a session. If there is no file, if its head is not one, or if its end is missing, only the name
    /// is looked for: in the first lines of the file, and else in the newest earlier state that has one. `None` if nothing
    /// says it; such a session is still listed, by its id.
    ///
    /// # Errors
    /// [`DiskError`], if the file cannot be read.
    pub fn read(disk: &dyn FileSystem, directory: &SessionDirectory) -> Result<Option<Self>, DiskError> {
        let file = directory.session_file();
        match Self::of_file(disk, &file)? {
            Some(head) if has_end(disk, &file)? => Ok(Some(head)),
            _ => Ok(Self::of_what_is_left(disk, directory)),
        }
    }

    fn of_what_is_left(disk: &dyn FileSystem, directory: &SessionDirectory) -> Option<Self> {
        let generations = directory.generations();
        // Where they cannot be listed, they say no name.
        let earlier = generations.list(disk).unwrap_or_default();
        let earlier = earlier.iter().map(|generation| generations.path(generation));
        let files = [directory.session_file()].into_iter().chain(earlier);
        let mut names = files.filter_map(|file| name_in(&disk.read_start(&file, HEAD_LENGTH).ok()?));
        Some(Self {
            format: 0,
            name: names.next()?,
            table: toml::Table::new(),
            is_damaged: true,
        })
    }

    /// Reads the head of one state of a session, as [`Header::read`] does.
    ///
    /// # Errors
    /// [`DiskError`], if the file cannot be read.
    pub fn of_file(disk: &dyn FileSystem, file: &Path) -> Result<Option<Self>, DiskError> {
        match disk.read_start(file, HEAD_LENGTH) {
            Ok(bytes) => Ok(Self::parse(&String::from_utf8_lossy(&bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(DiskError::because(Attempt::Read, file)(error)),
        }
    }

    /// Reads the head of a whole file. What stands behind the head is looked at only where there seems to be none.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let parse = |bytes: &[u8]| Self::parse(&String::from_utf8_lossy(bytes));
        let end = bytes.windows(2).position(|pair| pair == b"\n[");
        end.and_then(|end| parse(bytes.get(..end)?))
            .or_else(|| parse(bytes))
    }

    /// Reads the head of a text, whole or cut.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.starts_with('[') {
            return None;
        }
        // A name of several lines may hold what looks like the first table.
        let ends = text.match_indices("\n[").map(|(at, _)| at).take(MOST_ENDS);
        let table: toml::Table = ends
            .chain([text.len()])
            .take_while(|end| *end <= LONGEST)
            .find_map(|end| toml::from_str(text.get(..end)?.trim_end()).ok())?;
        let format = table.get("format")?.as_integer()?;
        let name = table
            .get("name")
            .and_then(toml::Value::as_str)
            .unwrap_or_default()
            .to_owned();
        Some(Self {
            format,
            name,
            table,
            is_damaged: false,
        })
    }
}

/// Whether a session's file has its end. Only where its last bytes do not show it, all of it is read: somebody may have
/// added lines there.
fn has_end(disk: &dyn FileSystem, file: &Path) -> Result<bool, DiskError> {
    let refused = DiskError::because(Attempt::Read, file);
    match disk.read_end(file, END_LENGTH) {
        Ok(end) if ends_in_seal(&end) => Ok(true),
        Ok(_) => match disk.read(file) {
            Ok((bytes, _)) => Ok(unseal_owned(bytes).is_ok()),
            Err(error) => Err(refused(error)),
        },
        Err(error) => Err(refused(error)),
    }
}

/// The name in the head of a file, whole or damaged: a line that says it must be whole itself.
fn name_in(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let of_line = |line: &str| {
        let table: toml::Table = toml::from_str(line).ok()?;
        Some(table.get("name")?.as_str()?.to_owned())
    };
    let named = match Header::parse(&text) {
        Some(head) => Some(head.name),
        None => text
            .lines()
            .take_while(|line| !line.starts_with('['))
            .find_map(of_line),
    };
    // What was no text is in no name that a person typed.
    named.filter(|name| !name.trim().is_empty() && !name.contains(char::REPLACEMENT_CHARACTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_ends_where_the_first_table_starts() {
        let cases = [
            (
                "format = 1\nname = \"年度总结\"\n[answers]\nx = \"…",
                Some((1, "年度总结")),
            ),
            (
                "\u{feff}format = 1\r\nname = \"a [b]\"\r\n\r\n[[answers.x]]\r\n",
                Some((1, "a [b]")),
            ),
            ("format = 9\nnew_key = [1,\n 2]\nname = \"\"\n", Some((9, ""))),
            ("format = 1\n", Some((1, ""))),
            ("format = \"1\"\n", None),
            ("name = \"x\"\n", None),
            ("[answers]\nformat = 1\n", None),
            ("format = 1\nname = \"cut", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let header = Header::parse(text).map(|header| (header.format, header.name));
            let of_bytes = Header::of_bytes(text.as_bytes()).map(|header| (header.format, header.name));
            assert_eq!(of_bytes, header, "{text:?}");
            assert_eq!(
                header,
                expected.map(|(format, name)| (format, name.to_owned())),
                "{text:?}"
            );
        }
    }
    #[test]
    fn a_name_is_found_in_what_is_left() {
        let cases: [(&[u8], Option<&str>); 9] = [
            (
                "format = 1\nname = \"年度总结\"\ncreated = 17".as_bytes(),
                Some("年度总结"),
            ),
            ("name = \"年度总结\"".as_bytes(), Some("年度总结")),
            ("format = 1\nname = \"年度总".as_bytes(), None),
            (b"format = 1\nname = \"a\xffb\"\n", None),
            (b"format = 1\nname = \" \"\ncre", None),
            (b"x = \nname = \"a\"\n", Some("a")),
            (b"x = \n[answers]\nname = \"not this\"\n", None),
            (b"\0\0\0\0", None),
            (b"", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(
                name_in(bytes).as_deref(),
                expected,
                "{:?}",
                String::from_utf8_lossy(bytes)
            );
        }
    }
}
