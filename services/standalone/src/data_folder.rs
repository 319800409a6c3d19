//! The folder with databases and keys: made once, then only carried on with.

use std::{
    fs::{self, File, OpenOptions},
    io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use auth::ClientKey;
use vault::{KeyFileError, KeyRing, MacKey};

/// Says whose folder it is, and that it was finished.
const MARK: &str = "lyssna.mark";
const MARK_TEXT: &str =
    "A data folder of Lyssna (standalone), version 1. Keep keys and databases together.\n";
/// Present while the folder is being made.
const UNFINISHED: &str = "unfinished";
const LOCK: &str = "lock";

/// A folder that this process alone uses until it ends.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    /// Whether this start makes it.
    pub is_new: bool,
    _lock: File,
}

/// Why the folder is not used. Nothing in it was changed.
#[derive(Debug, thiserror::Error)]
pub enum FolderRefused {
    #[error("{0} holds something that is not Lyssna's: choose another folder with --data")]
    Foreign(PathBuf),
    #[error(
        "{0} is damaged ({1} is missing): restore it from a backup, or choose another folder with --data"
    )]
    Damaged(PathBuf, PathBuf),
    #[error("{0} is in use by another lyssna: stop that one, or choose another folder with --data")]
    InUse(PathBuf),
    #[error(
        "{0} was made by another version of Lyssna: use that version, or choose another folder with --data"
    )]
    OtherVersion(PathBuf),
    #[error("{path} cannot be used: let it be a folder that you may write in, or choose another with --data")]
    Unusable { path: PathBuf, source: io::Error },
    #[error(transparent)]
    Keys(#[from] KeyFileError),
}

/// The processes that have a key set of their own.
pub const PROCESSES: [&str; 5] =
    ["complaints-public", "complaints-staff", "lex-sarah", "notifications", "quality"];

impl DataFolder {
    /// Opens the folder, or makes it with all keys when it is not there, empty, or was left unfinished.
    pub fn open(path: &Path) -> Result<Self, FolderRefused> {
        let unusable = |source| FolderRefused::Unusable { path: path.into(), source };
        let is_empty = match fs::read_dir(path) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(unusable)?;
                true
            }
            Err(error) => return Err(unusable(error)),
        };
        let has = |name: &str| path.join(name).exists();
        if !is_empty && !has(MARK) && !has(UNFINISHED) {
            return Err(FolderRefused::Foreign(path.into()));
        }
        if has(MARK) && fs::read_to_string(path.join(MARK)).map_err(unusable)? != MARK_TEXT {
            return Err(FolderRefused::OtherVersion(path.into()));
        }
        let lock = lock(path)?;
        let folder = Self { path: path.into(), is_new: !has(MARK), _lock: lock };
        if folder.is_new {
            folder.make()?;
        } else {
            folder.is_whole()?;
        }
        Ok(folder)
    }

    /// Everything is there: from now on a missing piece is damage.
    pub fn finished(&self) -> Result<(), FolderRefused> {
        let finish = || {
            vault::write_secret(&self.path.join(MARK), MARK_TEXT)?;
            fs::remove_file(self.path.join(UNFINISHED))
        };
        if self.is_new { finish().map_err(|source| self.unusable(source)) } else { Ok(()) }
    }

    pub fn database(&self, service: &str) -> String {
        format!("sqlite:{}", self.database_file(service).display())
    }

    pub fn keys(&self, process: &str) -> PathBuf {
        self.path.join("keys").join(process)
    }

    pub fn issuer_key(&self) -> PathBuf {
        self.path.join("keys").join("identity-provider.pem")
    }

    fn database_file(&self, service: &str) -> PathBuf {
        self.path.join(format!("{service}.db"))
    }

    /// Keys that an interrupted start has made already are kept.
    fn make(&self) -> Result<(), FolderRefused> {
        let unusable = |source| self.unusable(source);
        File::create(self.path.join(UNFINISHED)).map_err(unusable)?;
        for process in PROCESSES {
            let keys = self.keys(process);
            fs::DirBuilder::new().recursive(true).mode(0o700).create(&keys).map_err(unusable)?;
            unless_there(MacKey::create(&keys.join("form.key")))?;
            if process == "complaints-public" {
                continue;
            }
            unless_there(KeyRing::create(&keys.join("opening.key")))?;
            match ClientKey::create(&keys.join("client.pem")) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(unusable(error)),
                _ => {}
            }
        }
        Ok(())
    }

    fn is_whole(&self) -> Result<(), FolderRefused> {
        let keys = PROCESSES.iter().flat_map(|process| {
            let names: &[&str] = match *process {
                "complaints-public" => &["form.key"],
                _ => &["form.key", "opening.key", "client.pem"],
            };
            names.iter().map(|name| self.keys(process).join(name))
        });
        let databases = proto::Service::ALL.iter().map(|service| self.database_file(service.name()));
        match keys.chain(databases).chain([self.issuer_key()]).find(|path| !path.exists()) {
            Some(missing) => Err(FolderRefused::Damaged(self.path.clone(), missing)),
            None => Ok(()),
        }
    }

    fn unusable(&self, source: io::Error) -> FolderRefused {
        FolderRefused::Unusable { path: self.path.clone(), source }
    }
}

fn lock(path: &Path) -> Result<File, FolderRefused> {
    let unusable = |source| FolderRefused::Unusable { path: path.into(), source };
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path.join(LOCK))
        .map_err(unusable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(FolderRefused::InUse(path.into())),
        Err(fs::TryLockError::Error(source)) => Err(unusable(source)),
    }
}

fn unless_there<T>(made: Result<T, KeyFileError>) -> Result<(), KeyFileError> {
    match made {
        Ok(_) | Err(KeyFileError::AlreadyThere(_)) => Ok(()),
        Err(error) => Err(error),
    }
}
