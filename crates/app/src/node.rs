//! A node: one database, one signing key, one clock.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use domain::body::{Kind, Noun};
use domain::checkpoint::{Signer, Verifier};
use domain::ids::{Id, RecordId};
use domain::template::Template;
use store::{Order, Query, Store, Stored};

use crate::actor::Permit;
use crate::list::shelf::Shelf;
use crate::party::IndexedLists;
use crate::refusal::Refusal;
use crate::surroundings::Surroundings;

/// An open node. Everything a verb needs besides the actor and its input.
pub struct Node {
    /// The record.
    pub store: Store,
    /// The key that signs checkpoints.
    pub signer: Signer,
    /// The clock and the dice.
    pub surroundings: Arc<dyn Surroundings>,
    /// Whether the node was made by `tripoint demo`: the log-in page then names the demo people.
    pub demo: bool,
    /// Templates already read: a version of a template never changes, so it is read once.
    templates: RwLock<BTreeMap<Id<Template>, Arc<Template>>>,
    /// The imported lists that were read and indexed already.
    pub(crate) shelf: Shelf,
    /// The lists of parties that were asked last, indexed: a version never changes.
    party_lists: RwLock<Vec<Arc<IndexedLists>>>,
    /// Held while a screening is kept or a list of parties is imported, so that neither misses the other.
    pub(crate) screening: tokio::sync::Mutex<()>,
}

impl Node {
    /// An open node from its parts.
    #[must_use]
    pub fn new(store: Store, signer: Signer, surroundings: Arc<dyn Surroundings>, demo: bool) -> Self {
        Self {
            store,
            signer,
            surroundings,
            demo,
            templates: RwLock::default(),
            shelf: Shelf::default(),
            party_lists: RwLock::default(),
            screening: tokio::sync::Mutex::default(),
        }
    }

    /// The node's name: the origin of its register.
    #[must_use]
    pub fn name(&self) -> &str {
        self.signer.name()
    }

    /// The key to verify its checkpoints with.
    #[must_use]
    pub fn verifier(&self) -> Verifier {
        self.signer.verifier()
    }

    /// The current version of a record of this kind that the permit covers.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none or it does not reach the person; [`Refusal::NotAllowed`].
    pub(crate) async fn read<N: Noun>(&self, permit: &Permit<'_>, id: RecordId) -> Result<Stored, Refusal> {
        let missing = Refusal::NotFound(N::KIND.as_str());
        match self.store.get(id).await? {
            Some(stored) if stored.noun::<N>().is_some() && permit.reaches(&stored.revision.audience()) => Ok(stored),
            _ => Err(missing),
        }
    }

    /// A template, read once.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none.
    pub(crate) async fn template(&self, id: Id<Template>) -> Result<Arc<Template>, Refusal> {
        let known = self.templates.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        if let Some(template) = known {
            return Ok(template);
        }
        let stored = self.store.get(id.record()).await?;
        let template = stored.as_ref().and_then(Stored::noun::<Template>).ok_or(Refusal::NotFound("template"))?;
        let template = Arc::new(template.clone());
        self.templates.write().unwrap_or_else(PoisonError::into_inner).insert(id, Arc::clone(&template));
        Ok(template)
    }

    /// Lists of parties that were indexed before, by the ids of their versions.
    pub(crate) fn indexed_parties(&self, versions: &[RecordId]) -> Option<Arc<IndexedLists>> {
        let known = self.party_lists.read().unwrap_or_else(PoisonError::into_inner);
        known.iter().find(|lists| lists.is_of(versions)).cloned()
    }

    /// Keeps indexed lists of parties; of several the latest ones, because each holds whole lists.
    pub(crate) fn keep_indexed_parties(&self, lists: &Arc<IndexedLists>) {
        const KEPT: usize = 3;
        let mut known = self.party_lists.write().unwrap_or_else(PoisonError::into_inner);
        known.push(Arc::clone(lists));
        let over = known.len().saturating_sub(KEPT);
        known.drain(..over);
    }

    /// All current records of a query that reach the person.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) async fn read_list(&self, permit: &Permit<'_>, query: Query) -> Result<store::Page, Refusal> {
        let audiences = permit.audiences(&self.store).await?;
        Ok(self.store.list(&Query { audiences: Some(audiences), ..query }).await?)
    }

    /// What the program itself finds with this question, last written first, as far as the act `since` or a later one wrote
    /// it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) async fn written_since(&self, query: Query, since: u64) -> Result<Vec<Stored>, Refusal> {
        // From the beginning means everything; else the last few, and more of them when they do not reach back so far.
        let mut limit = (since > 0).then_some(200_u32);
        loop {
            let mut found = self.store.list(&Query { order: Order::Recent, limit, ..query.clone() }).await?.records;
            let whole = limit.is_none_or(|limit| found.len() < limit as usize);
            let told = found.len();
            found.retain(|stored| stored.sequence >= since);
            if whole || found.len() < told {
                return Ok(found);
            }
            limit = limit.map(|limit| limit.saturating_mul(4));
        }
    }

    /// What the lookup says of those of these records that reach the person.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) async fn read_heads(&self, permit: &Permit<'_>, ids: &[RecordId]) -> Result<Vec<store::Head>, Refusal> {
        let audiences = permit.audiences(&self.store).await?;
        Ok(self.store.heads(ids, &audiences).await?)
    }

    /// How many records of a query reach the person, under each parent.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) async fn count_by_parent(
        &self,
        permit: &Permit<'_>,
        query: Query,
    ) -> Result<Vec<(RecordId, u64)>, Refusal> {
        let audiences = permit.audiences(&self.store).await?;
        Ok(self.store.count_by_parent(&Query { audiences: Some(audiences), ..query }).await?)
    }

    /// All current records of this kind under this parent that reach the person, in their natural order.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(crate) async fn children(
        &self,
        permit: &Permit<'_>,
        kind: Kind,
        parent: RecordId,
    ) -> Result<Vec<Stored>, Refusal> {
        Ok(self.read_list(permit, Query::of(kind).under(parent)).await?.records)
    }
}
