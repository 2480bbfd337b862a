//! The lists that identification asks, indexed once and kept.

use std::sync::Arc;

use domain::fault::Fault;
use identify::{Identification, Identifier, Item, Knowledge, Scratch};
use lists::built_in::{self, BuiltInList};
use lists::version::ListVersion;

/// Why identification cannot be asked: the files shipped with the program do not read.
#[derive(Debug, thiserror::Error)]
#[error("the list shipped with the program cannot be read: {} faults", .0.len())]
pub struct NotReady(pub Vec<Fault>);

/// Lists with everything that leads into them. Made once; asked from many threads.
#[derive(Debug)]
pub struct AskedLists {
    identifier: Identifier,
}

impl AskedLists {
    /// The list shipped with the program, or these instead. A list in the codes of the built-in one takes its place, as
    /// both would say the same; others are asked beside it.
    ///
    /// # Errors
    /// [`NotReady`] when what is shipped cannot be read.
    pub fn new(others: &[Arc<ListVersion>]) -> Result<Self, NotReady> {
        let built_in = built_in::eu_annex_i().map_err(NotReady)?;
        let replaced = others.iter().any(|other| has_the_same_codes(&built_in, other));
        let shipped = (!replaced).then_some(&built_in.version);
        let lists: Vec<&ListVersion> = shipped.into_iter().chain(others.iter().map(AsRef::as_ref)).collect();
        Self::of(&built_in, &lists)
    }

    /// These lists and no others.
    ///
    /// # Errors
    /// [`NotReady`] when what is shipped cannot be read.
    pub fn only(lists: &[ListVersion]) -> Result<Self, NotReady> {
        let built_in = built_in::eu_annex_i().map_err(NotReady)?;
        let lists: Vec<&ListVersion> = lists.iter().collect();
        Self::of(&built_in, &lists)
    }

    fn of(built_in: &BuiltInList, lists: &[&ListVersion]) -> Result<Self, NotReady> {
        let (knowledge, faults) = Knowledge::shipped(built_in);
        if faults.iter().any(Fault::is_error) {
            return Err(NotReady(faults));
        }
        Ok(Self { identifier: Identifier::new(Arc::new(knowledge), lists, &built_in.version) })
    }

    /// The lists that are asked: identifier and version.
    pub fn lists(&self) -> impl Iterator<Item = (&str, &str)> {
        self.identifier.lists()
    }

    /// Candidates for one item. `scratch` is kept between items.
    #[must_use]
    pub fn identify(&self, item: &Item, scratch: &mut Scratch) -> Identification {
        self.identifier.identify(item, scratch)
    }
}

/// Whether most entries of the built-in list stand in another under the same codes.
fn has_the_same_codes(built_in: &BuiltInList, other: &ListVersion) -> bool {
    let entries: Vec<_> = built_in.version.entries().collect();
    let shared = entries.iter().filter(|entry| other.get(&entry.path).is_some()).count();
    shared * 5 > entries.len() * 4
}
