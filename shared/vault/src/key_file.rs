//! Files that hold secrets: one line a key, newest first, readable by their owner only.

use std::{
    fs,
    io::{self, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use data_encoding::BASE64;
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

/// Why a key file could not be used. Says which file and what to do, never what is in it.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error("the key file {0} is there already and was left as it is")]
    AlreadyThere(PathBuf),
    #[error("the key file {0} can be read by others: run `chmod 600` on it, and consider the key known")]
    OpenToOthers(PathBuf),
    #[error(
        "the key file {0} is damaged: restore it from the backup; without it nothing it sealed can be read"
    )]
    Damaged(PathBuf),
    #[error("the key file {path} cannot be used: {source}")]
    Unusable { path: PathBuf, source: io::Error },
}

/// A new file that its owner alone can read: there with all of it or not at all, whenever the power goes. One that is there
/// already is left alone (`AlreadyExists`).
pub fn write_secret(path: &Path, content: &str) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(content.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path)?;
    fs::File::open(folder)?.sync_all()
}

pub(crate) fn create(path: &Path, kind: &str, secret: &[u8; 32]) -> Result<(), KeyFileError> {
    let line = Zeroizing::new(format!("lyssna {kind} v1 {}\n", *Zeroizing::new(BASE64.encode(secret))));
    write_secret(path, &line).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => KeyFileError::AlreadyThere(path.into()),
        _ => unusable(path, source),
    })
}

/// At least one key.
pub(crate) fn read(path: &Path, kind: &str) -> Result<Vec<Zeroizing<[u8; 32]>>, KeyFileError> {
    let mode = fs::metadata(path).map_err(|source| unusable(path, source))?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(KeyFileError::OpenToOthers(path.into()));
    }
    let text = Zeroizing::new(fs::read_to_string(path).map_err(|source| unusable(path, source))?);
    let head = format!("lyssna {kind} v1 ");
    let keys = text.lines().map(|line| key(line.strip_prefix(&head)?)).collect::<Option<Vec<_>>>();
    keys.filter(|keys| !keys.is_empty()).ok_or_else(|| KeyFileError::Damaged(path.into()))
}

fn key(line: &str) -> Option<Zeroizing<[u8; 32]>> {
    let bytes = Zeroizing::new(BASE64.decode(line.trim().as_bytes()).ok()?);
    <[u8; 32]>::try_from(bytes.as_slice()).ok().map(Zeroizing::new)
}

fn unusable(path: &Path, source: io::Error) -> KeyFileError {
    KeyFileError::Unusable { path: path.into(), source }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KeyRing;

    #[test]
    fn a_key_comes_back_from_its_file_and_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("complaints.key");
        let ring = KeyRing::create(&path).unwrap();
        assert_eq!(KeyRing::read(&path).unwrap().sealing_key(), ring.sealing_key());
        assert!(matches!(KeyRing::create(&path), Err(KeyFileError::AlreadyThere(_))));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_key_is_there_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("complaints.key");
        KeyRing::create(&path).unwrap();
        let names = || fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(names().collect::<Vec<_>>(), ["complaints.key"]);
        let kept = fs::read(&path).unwrap();
        assert_eq!(write_secret(&path, "another").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!((fs::read(&path).unwrap(), names().count()), (kept, 1));
        assert!(write_secret(&folder.path().join("none/complaints.key"), "a").is_err());
    }

    #[test]
    fn a_file_that_others_can_read_or_that_is_damaged_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("complaints.key");
        KeyRing::create(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(KeyRing::read(&path), Err(KeyFileError::OpenToOthers(_))));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        for damage in ["", "lyssna opening-key v1 AAAA\n", "something else\n"] {
            fs::write(&path, damage).unwrap();
            assert!(matches!(KeyRing::read(&path), Err(KeyFileError::Damaged(_))), "{damage:?}");
        }
        assert!(matches!(KeyRing::read(&folder.path().join("none")), Err(KeyFileError::Unusable { .. })));
    }
}
