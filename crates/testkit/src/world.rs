//! A whole node in a temporary folder, with the training round and its people.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::account::sign_in::sign_in;
use app::{Actor, Node, setup};
use domain::act::Face;
use domain::body::Kind;
use domain::checkpoint::Signer;
use domain::ids::RecordId;
use store::{Options, Query, Store};

use crate::surroundings::FixedSurroundings;

/// A node for one test. Its folder is gone when it is dropped.
pub struct World {
    /// The node.
    pub node: Arc<Node>,
    /// Its clock.
    pub clock: Arc<FixedSurroundings>,
    /// Logins and passwords.
    pub passwords: BTreeMap<String, String>,
    folder: tempfile::TempDir,
}

impl World {
    /// A new node with an operator and the shipped templates, in SQLite.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::create(&Options::sqlite(&folder.path().join("node.db"))).await.expect("a new database");
        Self::over(store, folder).await
    }

    /// A new node in this store.
    pub async fn in_store(store: Store) -> Self {
        Self::over(store, tempfile::tempdir().expect("a temporary folder")).await
    }

    async fn over(store: Store, folder: tempfile::TempDir) -> Self {
        let clock = Arc::new(FixedSurroundings::default());
        let signer = Signer::new("test.example", &[1; 32]).expect("a signer");
        let node = Arc::new(Node::new(store, signer, Arc::clone(&clock) as Arc<dyn app::Surroundings>, true));
        let drawn = setup::initialise(&node).await.expect("a first act");
        let passwords = BTreeMap::from([(drawn.account.login, drawn.password)]);
        Self { node, clock, passwords, folder }
    }

    /// A node with the training round and the demo people.
    pub async fn training() -> Self {
        let mut world = Self::empty().await;
        world.load_training().await;
        world
    }

    /// Adds the training round and the demo people.
    pub async fn load_training(&mut self) {
        let operator = self.operator().await;
        let files = folder_files(&repository().join("examples/training-round"));
        let imported = app::round::import::import(&self.node, &operator, &files, false).await;
        if let Err(refusal) = imported {
            panic!("the training round does not import: {refusal:?}");
        }
        let (people, _) = intake::round_folder::accounts(&files);
        let drawn = setup::add_people(&self.node, &operator, people).await.expect("the demo people");
        self.passwords.extend(drawn.into_iter().map(|drawn| (drawn.account.login, drawn.password)));
    }

    /// The operator of the command line.
    pub async fn operator(&self) -> Actor {
        setup::operator(&self.node, None).await.expect("the operator")
    }

    /// The person with this login, as on the pages.
    pub async fn actor(&self, login: &str) -> Actor {
        let account = self.node.store.find(Kind::Account, None, login).await.expect("a store").expect("an account");
        Actor::load(&self.node.store, &account, Face::Web).await.expect("a store").expect("an open account")
    }

    /// A session of this person: the token.
    pub async fn session(&self, login: &str) -> String {
        let password = &self.passwords[login];
        sign_in(&self.node, login, password, Face::Web).await.expect("the right password").token
    }

    /// The ids of all records of a kind, in their order.
    pub async fn ids(&self, kind: Kind) -> Vec<RecordId> {
        let page = self.node.store.list(&Query::of(kind)).await.expect("a store");
        page.records.iter().map(|stored| stored.revision.record).collect()
    }

    /// The node's folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// The root of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below a folder by its relative path.
#[must_use]
pub fn folder_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(next) = pending.pop() {
        for entry in std::fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                pending.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("a path inside").to_string_lossy().replace('\\', "/");
                files.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    files
}
