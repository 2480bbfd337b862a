//! What was read of imported lists, kept: an edition never changes, so it is read once and indexed once.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use domain::ids::RecordId;
use identify::{IndexedList, Knowledge};
use lists::nomenclature::{Correlation, Nomenclature};
use lists::version::ListVersion;

/// What one node has read.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    /// Control lists by their record.
    pub(crate) versions: Kept<RecordId, ListVersion>,
    /// Nomenclatures by their record.
    pub(crate) nomenclatures: Kept<RecordId, Nomenclature>,
    /// Correlations by their record.
    pub(crate) correlations: Kept<RecordId, Correlation>,
    /// Indexes by edition, and by the correlations that were read into it.
    pub(crate) indexes: Kept<String, IndexedList>,
    /// What identification knows whatever list it asks.
    pub(crate) knowledge: Kept<(), Knowledge>,
}

/// Most things of one kind that are kept: a State works with a handful of lists, and one takes some megabytes.
const MOST_KEPT: usize = 24;

/// Things that are made once, by key.
#[derive(Debug)]
pub(crate) struct Kept<K, V>(RwLock<BTreeMap<K, Arc<V>>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(RwLock::new(BTreeMap::new()))
    }
}

impl<K: Ord, V> Kept<K, V> {
    /// What is kept under this key.
    pub(crate) fn get(&self, key: &K) -> Option<Arc<V>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Keeps what was made. When two made the same at once the first is kept by both.
    pub(crate) fn put(&self, key: K, made: V) -> Arc<V> {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST_KEPT && !kept.contains_key(&key) {
            kept.clear();
        }
        Arc::clone(kept.entry(key).or_insert_with(|| Arc::new(made)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_kept_and_no_more_than_a_node_needs() {
        let kept: Kept<usize, usize> = Kept::default();
        assert_eq!((*kept.put(1, 10), *kept.put(1, 20)), (10, 10));
        for key in 2..=MOST_KEPT {
            kept.put(key, key);
        }
        assert_eq!(kept.get(&1).as_deref(), Some(&10));
        kept.put(MOST_KEPT + 1, 0);
        assert_eq!((kept.get(&1), kept.get(&(MOST_KEPT + 1)).as_deref()), (None, Some(&0)));
    }
}
