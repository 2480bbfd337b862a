//! A fresh node on either engine, and the few things the tests write into it.

use domain::act::{ActPerson, Face, Verb};
use domain::body::Body;
use domain::checkpoint::Signer;
use domain::citation::Translation;
use domain::document::Document;
use domain::finding::{Finding, FindingKind};
use domain::hash::Hash;
use domain::ids::{Id, RecordId, Uuid};
use domain::localized::Localized;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::revision::Revision;
use domain::role::Role;
use jiff::Timestamp;
use store::{ActDraft, Batch, BlobDraft, Change, Committed, Options, Store, StoreError};
use tempfile::TempDir;

/// A node of its own for one test.
pub struct World {
    pub store: Store,
    pub options: Options,
    /// For connections past the program.
    pub url: String,
    pub signer: Signer,
    /// Removed with the world.
    _folder: TempDir,
}

impl World {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("узел 1.db");
        let url = format!("sqlite:{}", path.display());
        Self::made(folder, Options::sqlite(&path), url).await
    }

    pub async fn postgres() -> Option<Self> {
        let url = testkit::postgres::database()?;
        Some(Self::made(tempfile::tempdir().unwrap(), Options::postgres(&url), url).await)
    }

    async fn made(folder: TempDir, options: Options, url: String) -> Self {
        let store = Store::create(&options).await.unwrap();
        Self { store, options, url, signer: signer(), _folder: folder }
    }

    /// Writes revisions in one batch.
    pub async fn write(&self, revisions: &[Revision]) -> Result<Committed, StoreError> {
        self.store.commit(batch(revisions), &self.signer).await
    }

    /// Writes the first version of a record.
    pub async fn add(&self, n: u128, body: impl Into<Body>) -> Revision {
        let revision = first(n, body);
        self.write(std::slice::from_ref(&revision)).await.unwrap();
        revision
    }

    /// A node that is one of each: findings in two versions, a document with its file, an act about nothing.
    pub async fn furnished() -> Vec<Self> {
        let mut worlds = vec![Self::sqlite().await];
        worlds.extend(Self::postgres().await);
        for world in &worlds {
            world.furnish().await;
        }
        worlds
    }

    pub async fn furnish(&self) {
        let round = id(1);
        let one = self.add(11, finding(round, 1, "Contrôle des exportations — контроль")).await;
        self.add(12, finding(round, 2, "Border crossing")).await;
        let mut changed = finding(round, 1, "Контроль экспорта");
        changed.theme = Some("control-lists".to_owned());
        self.write(&[one.next(changed)]).await.unwrap();
        let law = b"Law on Export Control".to_vec();
        let mut with_file = batch(&[first(13, document(id(11), &law))]);
        with_file.blobs.push(BlobDraft { bytes: law });
        with_file.changes.push(Change { act: act(Verb::BackUp), revision: None });
        self.store.commit(with_file, &self.signer).await.unwrap();
        let credential = store::Credential { account: id(900), password_hash: "$argon2id$v=19$…".to_owned() };
        self.store.set_credential(&credential).await.unwrap();
        self.store.set_setting("name", "Karsk").await.unwrap();
    }
}

pub fn signer() -> Signer {
    Signer::new("node.example/register", &[7; 32]).unwrap()
}

pub fn id(n: u128) -> RecordId {
    Uuid::from_u128(n)
}

pub fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

pub fn act(verb: Verb) -> ActDraft {
    ActDraft {
        person: ActPerson { account: id(900), login: "a.karimova".to_owned(), roles: vec![Role::Secretariat] },
        face: Face::Web,
        verb,
        reason: "as agreed in the session".to_owned(),
    }
}

pub fn batch(revisions: &[Revision]) -> Batch {
    let change = |revision: &Revision| Change { act: act(Verb::SaveFinding), revision: Some(revision.clone()) };
    Batch { instant: instant(0), changes: revisions.iter().map(change).collect(), blobs: Vec::new() }
}

pub fn first(n: u128, body: impl Into<Body>) -> Revision {
    Revision::first(id(n), Owner::Secretariat, Marking::PUBLIC, body)
}

pub fn finding(round: RecordId, number: u16, text: &str) -> Finding {
    Finding {
        round: Id::new(round),
        number,
        kind: FindingKind::Observation,
        theme: None,
        states: ["XO".parse().unwrap()].into(),
        title: Localized::default(),
        text: Localized::new("en".parse().unwrap(), text),
        basis: Vec::new(),
    }
}

pub fn document(about: RecordId, bytes: &[u8]) -> Document {
    Document {
        about,
        title: Localized::en_ru("Law", "Закон"),
        file_name: "law.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        length: bytes.len() as u64,
        sha256: Hash::of(bytes),
        language: None,
        translation: Translation::Original,
        date: None,
    }
}
