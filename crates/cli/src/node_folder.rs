//! The folder of a node: `node.db`, `keys/`, `out/`. The key is made here, once, readable by its owner only.
#![expect(clippy::disallowed_methods, reason = "this file is where a node's folder is read and written")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{Node, Surroundings};
use domain::checkpoint::{Signer, Verifier, is_note_name};
use store::{Options, Store};

use crate::output::{CommandError, told};

/// A folder that holds a node, or will.
#[derive(Debug, Clone)]
pub(crate) struct NodeFolder {
    path: PathBuf,
    database: Option<String>,
}

impl NodeFolder {
    /// A folder, with another database than its own `node.db` if one is named.
    pub(crate) fn new(path: &Path, database: Option<&str>) -> Self {
        Self { path: path.to_owned(), database: database.map(str::to_owned) }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Where files for people go.
    pub(crate) fn out(&self) -> PathBuf {
        self.path.join("out")
    }

    fn key_file(&self) -> PathBuf {
        self.path.join("keys").join("node.key")
    }

    fn public_key_file(&self) -> PathBuf {
        self.path.join("keys").join("node.pub")
    }

    /// The database's place.
    pub(crate) fn options(&self) -> Options {
        match &self.database {
            Some(url) => Options::postgres(url),
            None => Options::sqlite(&self.path.join("node.db")),
        }
    }

    /// Whether there is a node here already.
    pub(crate) fn holds_node(&self) -> bool {
        self.key_file().exists()
    }

    /// Makes the folder, the key and the empty database. What a cut-short earlier attempt left is taken up again.
    pub(crate) async fn create(
        &self,
        name: Option<&str>,
        surroundings: Arc<dyn Surroundings>,
        demo: bool,
    ) -> Result<Node, CommandError> {
        for folder in [self.path.clone(), self.path.join("keys"), self.out()] {
            fs::create_dir_all(&folder).map_err(|source| told("folder-not-made", &folder, source))?;
        }
        let signer = if self.key_file().exists() { self.signer()? } else { self.make_key(name, &*surroundings)? };
        let store = match Store::open(&self.options()).await {
            Ok(store) => store,
            Err(store::StoreError::NoNode(_)) => Store::create(&self.options()).await?,
            Err(error) => return Err(error.into()),
        };
        if demo {
            store.set_setting("demo", "1").await?;
        }
        let demo = store.setting("demo").await?.is_some();
        Ok(Node::new(store, signer, surroundings, demo))
    }

    /// Opens the node in this folder.
    pub(crate) async fn open(&self, surroundings: Arc<dyn Surroundings>) -> Result<Node, CommandError> {
        if !self.holds_node() {
            return Err(CommandError::NoNode(self.path.display().to_string()));
        }
        let signer = self.signer()?;
        let store = Store::open(&self.options()).await?;
        let demo = store.setting("demo").await?.is_some();
        Ok(Node::new(store, signer, surroundings, demo))
    }

    fn make_key(
        &self,
        name: Option<&str>,
        surroundings: &(dyn Surroundings + 'static),
    ) -> Result<Signer, CommandError> {
        let mut secret = [0; 32];
        surroundings.random(&mut secret);
        let drawn = format!(
            "tripoint-node-{:.8}",
            surroundings.new_id().simple().to_string().chars().rev().collect::<String>()
        );
        let name = name.unwrap_or(&drawn);
        if !is_note_name(name) {
            return Err(CommandError::NodeName(name.to_owned()));
        }
        let signer = Signer::new(name, &secret).ok_or_else(|| CommandError::NodeName(name.to_owned()))?;
        write_private(&self.key_file(), &format!("{}\n", signer.to_secret_text()))?;
        let public = self.public_key_file();
        let text = format!("{}\n", signer.verifier().to_text());
        fs::write(&public, text).map_err(|source| told("file-not-written", &public, source))?;
        Ok(signer)
    }

    /// The signing key.
    pub(crate) fn signer(&self) -> Result<Signer, CommandError> {
        let path = self.key_file();
        let text = fs::read_to_string(&path).map_err(|source| told("file-not-read", &path, source))?;
        Signer::from_secret_text(&text).map_err(|_| CommandError::Key(path.display().to_string()))
    }
}

/// The public key in a file.
pub(crate) fn read_verifier(path: &Path) -> Result<Verifier, CommandError> {
    let text = fs::read_to_string(path).map_err(|source| told("file-not-read", path, source))?;
    Verifier::from_text(&text).map_err(|_| CommandError::Key(path.display().to_string()))
}

/// Writes a file that only its owner may read, whole or not at all.
pub(crate) fn write_private(path: &Path, text: &str) -> Result<(), CommandError> {
    let failed = |source| told("file-not-written", path, source);
    let partial = path.with_extension("partial");
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(&partial).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    fs::rename(&partial, path).map_err(failed)
}

/// Writes a file for a person, whole or not at all, making its folder.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), CommandError> {
    let failed = |source| told("file-not-written", path, source);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut partial = path.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let mut file = fs::File::create(&partial).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    fs::rename(&partial, path).map_err(failed)
}

/// Reads a file that a person named, refusing one beyond the limit before reading it.
pub(crate) fn read_file(path: &Path, largest: u64) -> Result<Vec<u8>, CommandError> {
    let failed = |source| told("file-not-read", path, source);
    let length = fs::metadata(path).map_err(failed)?.len();
    if length > largest {
        return Err(CommandError::TooLarge { path: path.display().to_string(), limit: largest });
    }
    fs::read(path).map_err(failed)
}
