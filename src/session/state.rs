//! One state of a session – the present file or an earlier one – read whole: what it holds, or why it cannot be used.

use super::disk::FileSystem;
use super::format::{FORMAT, FormatError, Reading, Session};
use super::header::Header;
use super::seal::{Damage, unseal};
use super::trouble::{Attempt, DiskError};
use crate::messages::Locale;
use crate::questionnaire::Questionnaire;
use std::io;
use std::path::Path;

/// Why a state cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Flaw {
    /// It could not be read; that says nothing about what it holds.
    #[error(transparent)]
    Disk(DiskError),
    /// There is no file, only the rest of the session.
    #[error("the file is gone")]
    Missing,
    /// It is not what was written.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// It is whole, but its text makes no sense.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// The questionnaire that it was written for is missing, or is none.
    #[error("{}", Locale::En.session_state_without_questionnaire())]
    Questionnaire,
    /// It was written by a newer version of the program, in this format. It is not for this one to judge.
    #[error("{}", self.message(Locale::En))]
    Newer(i64),
}

impl Flaw {
    /// What is wrong with it.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Disk(error) => error.message(locale),
            Self::Missing => locale.session_file_missing().to_owned(),
            Self::Damaged(damage) => damage.message(locale),
            Self::Format(error) => error.message(locale),
            Self::Questionnaire => locale.session_state_without_questionnaire().to_owned(),
            Self::Newer(format) => locale.session_state_newer(format, FORMAT),
        }
    }
}

/// Reads a state from its file.
///
/// # Errors
/// [`Flaw`]
pub fn read(disk: &dyn FileSystem, path: &Path, questionnaire: &Questionnaire) -> Result<Reading, Flaw> {
    match disk.read(path) {
        Ok((bytes, _)) => parse(&bytes, questionnaire),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(Flaw::Missing),
        Err(error) => Err(Flaw::Disk(DiskError::because(Attempt::Read, path)(error))),
    }
}

/// Makes sense of the bytes of a state.
///
/// # Errors
/// [`Flaw`]
pub fn parse(bytes: &[u8], questionnaire: &Questionnaire) -> Result<Reading, Flaw> {
    let reading = unseal(bytes)
        .map_err(Flaw::from)
        .and_then(|unsealed| Ok(Session::from_text(&unsealed.text, questionnaire)?));
    match reading {
        Ok(Reading {
            newer: Some(format), ..
        }) => Err(Flaw::Newer(format)),
        Ok(reading) => Ok(reading),
        // A newer version may seal and write its files otherwise.
        Err(flaw) => Err(newer(bytes).map_or(flaw, Flaw::Newer)),
    }
}

/// The format that the head of a file names, if it is one that this program does not know.
pub(super) fn newer(bytes: &[u8]) -> Option<i64> {
    let header = Header::parse(&String::from_utf8_lossy(bytes))?;
    (header.format > FORMAT).then_some(header.format)
}
