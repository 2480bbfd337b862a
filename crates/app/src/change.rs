//! How a verb writes: a draft of changes by one actor, committed as one batch. Version conflicts become refusals that
//! show both versions.

use domain::act::Verb;
use domain::body::{Body, Noun};
use domain::fault::Fault;
use domain::ids::RecordId;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::revision::Revision;
use store::{ActDraft, Batch, BlobDraft, Change, Committed, StoreError, Stored};

use crate::actor::Actor;
use crate::node::Node;
use crate::refusal::Refusal;

/// Changes that one actor makes together.
pub struct Draft<'a> {
    node: &'a Node,
    actor: &'a Actor,
    reason: String,
    changes: Vec<Change>,
    blobs: Vec<BlobDraft>,
}

/// What a person saw when they began to change a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The record.
    pub record: RecordId,
    /// The version they saw.
    pub version: u32,
}

impl<'a> Draft<'a> {
    /// An empty draft, with the reason that the person gave (may be empty).
    #[must_use]
    pub fn new(node: &'a Node, actor: &'a Actor, reason: &str) -> Self {
        Self { node, actor, reason: reason.trim().to_owned(), changes: Vec::new(), blobs: Vec::new() }
    }

    fn push(&mut self, verb: Verb, revision: Option<Revision>) {
        let act = ActDraft { person: self.actor.person(), face: self.actor.face, verb, reason: self.reason.clone() };
        self.changes.push(Change { act, revision });
    }

    /// An act that concerns no record.
    pub fn note(&mut self, verb: Verb) {
        self.push(verb, None);
    }

    /// A new record under this id.
    pub fn add(&mut self, verb: Verb, id: RecordId, owner: Owner, marking: Marking, body: impl Into<Body>) {
        self.push(verb, Some(Revision::first(id, owner, marking, body)));
    }

    /// The next version of a record, its owner and marking unchanged. `seen` is the version the person saw: when it is
    /// no longer the current one, the commit refuses with both versions.
    pub fn change(&mut self, verb: Verb, current: &Stored, seen: u32, body: impl Into<Body>) {
        let revision = Revision { version: seen + 1, ..current.revision.next(body) };
        self.push(verb, Some(revision));
    }

    /// The next version of a record with another marking and the same body.
    pub fn remark(&mut self, current: &Stored, marking: Marking) {
        let revision = Revision { marking, ..current.revision.next(current.revision.body.clone()) };
        self.push(Verb::Mark, Some(revision));
    }

    /// A file that the changes refer to.
    pub fn keep(&mut self, bytes: Vec<u8>) {
        self.blobs.push(BlobDraft { bytes });
    }

    /// How many changes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Stores everything, or nothing.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] with every fault, [`Refusal::Conflict`], or what the store refuses.
    pub async fn commit(self) -> Result<Committed, Refusal> {
        let faults: Vec<Fault> = self
            .changes
            .iter()
            .filter_map(|change| change.revision.as_ref())
            .flat_map(|revision| revision.body.check())
            .collect();
        if faults.iter().any(Fault::is_error) {
            return Err(Refusal::Invalid(faults));
        }
        let bodies: Vec<(RecordId, Body)> = if self.changes.len() == 1 {
            self.changes.iter().filter_map(|c| c.revision.as_ref()).map(|r| (r.record, r.body.clone())).collect()
        } else {
            Vec::new()
        };
        let records: Vec<(RecordId, usize)> = self
            .changes
            .iter()
            .enumerate()
            .filter_map(|(n, change)| change.revision.as_ref().map(|revision| (revision.record, n)))
            .collect();
        let batch = Batch { instant: self.node.surroundings.now(), changes: self.changes, blobs: self.blobs };
        // The bodies of a large batch are kept only until the store has them; of a conflict inside one, the other
        // version is what matters.
        let reader = self.actor.reader();
        match self.node.store.commit(batch, &self.node.signer).await {
            Ok(committed) => Ok(committed),
            Err(StoreError::Conflict(conflict)) => {
                let known = records.iter().any(|(record, _)| *record == conflict.record);
                let yours = bodies.into_iter().find(|(record, _)| *record == conflict.record).map(|(_, body)| body);
                let theirs = conflict.current.revision.audience().includes(&reader).then_some(conflict.current);
                match yours {
                    Some(yours) => Err(Refusal::Conflict { yours: Box::new(yours), theirs }),
                    None => {
                        debug_assert!(known, "a conflict names a record of the batch");
                        let name = theirs.as_ref().map(|theirs| domain::index::Index::of(&theirs.revision).name);
                        Err(Refusal::fault(
                            Fault::error("changed-in-the-meantime").with("name", name.unwrap_or_default()),
                        ))
                    }
                }
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// Saves one noun: a new record when `seen` is `None`, else the next version of the seen one.
///
/// # Errors
/// What [`Draft::commit`] refuses.
pub(crate) async fn save<N: Noun>(
    node: &Node,
    actor: &Actor,
    verb: Verb,
    noun: N,
    place: Place<'_>,
    reason: &str,
) -> Result<Stored, Refusal> {
    let mut draft = Draft::new(node, actor, reason);
    let id = match place {
        Place::New { owner, marking } => {
            let id = node.surroundings.new_id();
            draft.add(verb, id, owner, marking, noun);
            id
        }
        Place::Next { current, seen } => {
            draft.change(verb, current, seen, noun);
            current.revision.record
        }
    };
    draft.commit().await?;
    node.store.get(id).await?.ok_or(Refusal::NotFound(N::KIND.as_str()))
}

/// Where a saved noun goes.
pub(crate) enum Place<'a> {
    /// A new record.
    New {
        /// Whose.
        owner: Owner,
        /// How it is marked.
        marking: Marking,
    },
    /// The version after the one that was seen.
    Next {
        /// The record as it stands.
        current: &'a Stored,
        /// The version the person saw.
        seen: u32,
    },
}
