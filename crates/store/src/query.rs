//! What is read: lists of records, and lists of acts.

use domain::act::{Act, Verb};
use domain::body::{Kind, Noun};
use domain::hash::Hash;
use domain::ids::RecordId;
use domain::owner::Owner;
use domain::revision::Revision;

/// A stored version of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// What it says, whose it is, how it is marked.
    pub revision: Revision,
    /// The SHA-256 of its exact bytes.
    pub hash: Hash,
    /// The act that wrote it.
    pub sequence: u64,
}

impl Stored {
    /// The noun inside, when it is of this kind.
    #[must_use]
    pub fn noun<N: Noun>(&self) -> Option<&N> {
        N::of_ref(&self.revision.body)
    }
}

/// What the lookup says of the latest version of a record: enough to name it in a list without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Which record.
    pub record: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// Whose it is.
    pub owner: Owner,
    /// What names it among its siblings ([`domain::index::Index::name`]).
    pub name: String,
    /// What it sorts by among its siblings.
    pub sort: String,
    /// Its latest version.
    pub version: u32,
}

/// How a list is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// As people count: by [`domain::index::Index::sort`], then by name.
    #[default]
    Natural,
    /// Last changed first.
    Recent,
}

/// A question for a list of current records. Everything given must hold; an empty field asks nothing.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The kind. Always asked: a list is of one noun.
    pub kind: Option<Kind>,
    /// The keys of the audiences ([`domain::marking::Audience`]) the reader belongs to. `None` asks nothing (the
    /// program itself reads); an empty list finds nothing.
    pub audiences: Option<Vec<String>>,
    /// The owner.
    pub owner: Option<Owner>,
    /// Any of these parents.
    pub parents: Vec<RecordId>,
    /// The name among its siblings.
    pub name: Option<String>,
    /// Facets that must all be there, as `(name, value)`.
    pub facets: Vec<(String, String)>,
    /// A facet whose value must be less than this one (texts compare; used for days).
    pub facet_below: Option<(String, String)>,
    /// Facets that must not be there.
    pub without: Vec<(String, String)>,
    /// Only those under which there is no record of this kind and name.
    pub without_child: Option<(Kind, String)>,
    /// A word or words that the folded text must contain.
    pub text: Option<String>,
    /// How it is sorted.
    pub order: Order,
    /// How many at most; `None` means all.
    pub limit: Option<u32>,
    /// How many to pass over.
    pub offset: u32,
}

impl Query {
    /// All records of this kind.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// Only those under this parent.
    #[must_use]
    pub fn under(mut self, parent: RecordId) -> Self {
        self.parents.push(parent);
        self
    }

    /// Only the one with this name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.name = Some(name.to_owned());
        self
    }

    /// Only those with this facet.
    #[must_use]
    pub fn facet(mut self, name: &str, value: &str) -> Self {
        self.facets.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// Part of a list, and how long the whole of it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The records of this page.
    pub records: Vec<Stored>,
    /// How many there are in all.
    pub total: u64,
}

/// A question for a list of acts, newest first.
#[derive(Debug, Clone, Default)]
pub struct ActQuery {
    /// Only acts on this record.
    pub record: Option<RecordId>,
    /// Only acts by this account.
    pub account: Option<RecordId>,
    /// Only these.
    pub verb: Option<Verb>,
    /// Only acts before this sequence.
    pub before: Option<u64>,
    /// Only acts on records of these audiences, and acts on no record; `None` asks nothing.
    pub audiences: Option<Vec<String>>,
    /// How many at most.
    pub limit: u32,
}

/// An act as it is stored, with the hash of its leaf.
pub type StoredAct = (Act, Hash);
