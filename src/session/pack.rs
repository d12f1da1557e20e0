//! A session as one file that can be carried to another machine: a plain tar archive, encrypted with a passphrase (age)
//! where that is asked for. Any program that knows the two can open it.
//!
//! An archive may come from anybody. Nothing of it is written before all of it has been read within bounds and makes a
//! session, and what is written are only files that a session has, under names that this program makes.

use super::directory::SessionDirectory;
use super::files::{FileName, Files};
use super::library::LibraryError;
use super::open::OpenError;
use super::state::Flaw;
use super::store::{Store, StoreError};
use crate::messages::Locale;
use age::secrecy::{ExposeSecret as _, SecretString};
use std::io::{self, Read};
use std::path::{Component, PathBuf};

/// The most bytes of a packed session, packed or unpacked.
pub const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// The most files in one.
const MOST_FILES: usize = 20_000;
/// The most work that a passphrase may cost, as a power of two: 1 GB of memory. Somebody else's file may ask for any.
const MOST_WORK: u8 = 20;
/// How an encrypted file begins.
const ENCRYPTED: &[u8] = b"age-encryption.org/";

/// Why a session could not be packed or unpacked.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// The disk, the session or its questionnaire refused.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// The present state makes no sense, so what is sensitive in it cannot be left out.
    #[error("{}", self.message(Locale::En))]
    NotReadable(Flaw),
    /// It holds more than [`MOST_BYTES`], or too many files.
    #[error("{}", Locale::En.pack_too_large())]
    TooLarge,
    /// It is no archive, or the end of it is missing.
    #[error("{}", Locale::En.pack_not_one())]
    NotAnArchive,
    /// Something in it is no file of a session: a link, a device, a path that leads elsewhere.
    #[error("{}", Locale::En.pack_foreign(name))]
    Foreign {
        /// What it is called.
        name: String,
    },
    /// Its session or its questionnaire makes no sense.
    #[error("{}", self.message(Locale::En))]
    Senseless(Flaw),
    /// The passphrase is not the one that it was encrypted with.
    #[error("{}", Locale::En.pack_wrong_passphrase())]
    WrongPassphrase,
    /// It is encrypted in a way that this program does not know, or its end is missing.
    #[error("{}", Locale::En.pack_not_decrypted())]
    NotDecrypted,
}

impl PackError {
    /// What happened, and what to do.
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::Library(error) => error.message(locale),
            Self::NotReadable(flaw) => locale.pack_not_readable(flaw.message(locale)),
            Self::TooLarge => locale.pack_too_large().to_owned(),
            Self::NotAnArchive => locale.pack_not_one().to_owned(),
            Self::Foreign { name } => locale.pack_foreign(name),
            Self::Senseless(flaw) => locale.pack_senseless(flaw.message(locale)),
            Self::WrongPassphrase => locale.pack_wrong_passphrase().to_owned(),
            Self::NotDecrypted => locale.pack_not_decrypted().to_owned(),
        }
    }
}

impl From<OpenError> for PackError {
    fn from(error: OpenError) -> Self {
        Self::Library(error.into())
    }
}

impl From<StoreError> for PackError {
    fn from(error: StoreError) -> Self {
        Self::Library(error.into())
    }
}

/// What of a session is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// Also the answers to sensitive questions.
    pub sensitive: bool,
    /// Also the earlier states.
    pub history: bool,
}

/// A session that was packed.
#[derive(Debug, Clone)]
pub struct Packed {
    /// The archive.
    pub bytes: Vec<u8>,
    /// How many answers were left out because they are sensitive.
    pub withheld: usize,
    /// How many earlier states were left out because they make no sense.
    pub unreadable: usize,
}

/// Packs a session. `folder` is what its directory is called in the archive, `now` in seconds since 1970. Nothing is
/// locked or changed.
///
/// # Errors
/// [`PackError`]
pub fn pack(
    store: &Store,
    directory: &SessionDirectory,
    extent: Extent,
    folder: &str,
    now: u64,
) -> Result<Packed, PackError> {
    let whole = Files::read(&**store.disk(), directory)?;
    let mut files = whole.clone();
    let (mut withheld, mut unreadable) = (0, 0);
    if !extent.sensitive {
        let part = files.without_sensitive().map_err(PackError::NotReadable)?;
        withheld = part.places.len();
        unreadable = if extent.history { part.unreadable } else { 0 };
        files = part.files;
    }
    if !extent.history {
        files = files.without_history();
    }
    if files != whole {
        files.put_lineage(&whole);
    }
    if files.size() > MOST_BYTES {
        return Err(PackError::TooLarge);
    }
    Ok(Packed {
        bytes: archive(&files, folder, now).map_err(|_| PackError::TooLarge)?,
        withheld,
        unreadable,
    })
}

fn archive(files: &Files, folder: &str, now: u64) -> io::Result<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    let head = |kind, mode, size| {
        let mut head = tar::Header::new_gnu();
        head.set_entry_type(kind);
        head.set_mode(mode);
        head.set_size(size);
        head.set_mtime(now);
        head
    };
    let mut directory = head(tar::EntryType::Directory, 0o700, 0);
    archive.append_data(&mut directory, format!("{folder}/"), io::empty())?;
    for (name, bytes) in files.iter() {
        let mut head = head(tar::EntryType::Regular, 0o600, bytes.len() as u64);
        archive.append_data(&mut head, format!("{folder}/{name}"), bytes)?;
    }
    archive.into_inner()
}

/// Whether a packed session is encrypted.
pub fn is_encrypted(bytes: &[u8]) -> bool {
    bytes.starts_with(ENCRYPTED)
}

/// Encrypts a packed session.
///
/// # Errors
/// [`PackError`]
pub fn encrypt(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, PackError> {
    let recipient = age::scrypt::Recipient::new(passphrase.0.clone());
    age::encrypt(&recipient, bytes).map_err(|_| PackError::NotDecrypted)
}

/// Decrypts a packed session.
///
/// # Errors
/// [`PackError`]
pub fn decrypt(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, PackError> {
    let mut identity = age::scrypt::Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(MOST_WORK);
    let decryptor = age::Decryptor::new_buffered(bytes).map_err(|_| PackError::NotDecrypted)?;
    let reader = decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .map_err(|error| match error {
            age::DecryptError::DecryptionFailed
            | age::DecryptError::KeyDecryptionFailed
            | age::DecryptError::NoMatchingKeys => PackError::WrongPassphrase,
            _ => PackError::NotDecrypted,
        })?;
    let mut plain = Vec::new();
    let read = reader.take(MOST_BYTES.saturating_add(1)).read_to_end(&mut plain);
    read.map_err(|_| PackError::NotDecrypted)?;
    Ok(plain)
}

/// What a packed session is encrypted with. It is wiped from memory with the value, and never shown.
#[derive(Debug, Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// A passphrase; `None` for an empty one, which protects nothing.
    pub fn new(text: String) -> Option<Self> {
        let secret = SecretString::from(text);
        (!secret.expose_secret().is_empty()).then_some(Self(secret))
    }

    /// Whether two are the same.
    pub fn is(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

/// The files of a packed session that is not, or no longer, encrypted.
///
/// # Errors
/// [`PackError`]
pub fn open(bytes: &[u8]) -> Result<Files, PackError> {
    let mut files = Files::default();
    let mut archive = tar::Archive::new(bytes);
    let entries = archive.entries().map_err(|_| PackError::NotAnArchive)?;
    let mut left = MOST_BYTES;
    for (count, entry) in entries.enumerate() {
        let mut entry = entry.map_err(|_| PackError::NotAnArchive)?;
        let foreign = |entry: &tar::Entry<'_, &[u8]>| PackError::Foreign {
            name: String::from_utf8_lossy(&entry.path_bytes()).into_owned(),
        };
        if count >= MOST_FILES || entry.size() > left {
            return Err(PackError::TooLarge);
        }
        let name = match entry.header().entry_type() {
            tar::EntryType::Directory if is_plain(&entry) => continue,
            tar::EntryType::Regular => name_of(&entry),
            _ => None,
        };
        let Some(name) = name.filter(|name| files.get(name).is_none()) else {
            return Err(foreign(&entry));
        };
        let mut content = Vec::new();
        let read = entry.by_ref().take(left).read_to_end(&mut content);
        read.map_err(|_| PackError::NotAnArchive)?;
        left = left.saturating_sub(content.len() as u64);
        files.put(name, content);
    }
    // It comes last, so without it the end is missing.
    if files.get(&FileName::Session).is_none() {
        return Err(PackError::NotAnArchive);
    }
    Ok(files)
}

/// Whether the path of an entry leads nowhere but down.
fn is_plain(entry: &tar::Entry<'_, &[u8]>) -> bool {
    entry.path().is_ok_and(|path| {
        let mut parts = path.components();
        parts.all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
    })
}

/// The file of a session that an entry is, in the archive's one folder, or without one.
fn name_of(entry: &tar::Entry<'_, &[u8]>) -> Option<FileName> {
    if !is_plain(entry) {
        return None;
    }
    let path = entry.path().ok()?;
    let plain: PathBuf = path
        .components()
        .filter(|part| matches!(part, Component::Normal(_)))
        .collect();
    let mut below = plain.components();
    below.next()?;
    FileName::parse(&plain).or_else(|| FileName::parse(below.as_path()))
}

/// Makes a session of its files. Whatever is in the store stays as it is.
///
/// # Errors
/// [`PackError`]; there is no half session then.
pub fn unpack(store: &Store, files: &Files) -> Result<SessionDirectory, PackError> {
    match files.state(&FileName::Session) {
        // What a newer version has written is not for this one to judge.
        Ok(_) | Err(Flaw::Newer(_)) => {}
        Err(flaw) => return Err(PackError::Senseless(flaw)),
    }
    let writer = store.create_from(files)?;
    Ok(writer.directory().clone())
}
