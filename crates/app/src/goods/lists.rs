//! The lists that identification asks, indexed once and kept.

use std::sync::Arc;

use domain::fault::Fault;
use domain::list_edition::{ListContent, ListEdition};
use identify::{Channel, Identification, Identifier, IndexedList, Item, Knowledge, Reason, Scratch};
use lists::built_in::{self, BuiltInList};
use lists::nomenclature::{Correlation, Heading, Nomenclature};
use lists::version::ListVersion;
use store::Stored;

use crate::actor::Permit;
use crate::list::open::{Edition, file_of, imported, open_permitted, read_version, shipped};
use crate::node::Node;
use crate::refusal::Refusal;

/// Why identification cannot be asked: the files shipped with the program do not read.
#[derive(Debug, thiserror::Error)]
#[error("the list shipped with the program cannot be read: {} faults", .0.len())]
pub struct NotReady(pub Vec<Fault>);

/// Lists with everything that leads into them. Made once; asked from many threads.
#[derive(Debug)]
pub struct AskedLists {
    identifier: Identifier,
    nomenclatures: Vec<(String, Arc<Nomenclature>)>,
}

impl AskedLists {
    /// The list shipped with the program and no other, for whoever has no node.
    ///
    /// # Errors
    /// [`NotReady`] when what is shipped cannot be read.
    pub fn shipped() -> Result<Self, NotReady> {
        let built_in = built_in::eu_annex_i().map_err(NotReady)?;
        Self::of(&built_in, &[&built_in.version])
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
        let knowledge = Arc::new(knowledge(built_in)?);
        let identifier = Identifier::new(knowledge, lists, &built_in.version);
        Ok(Self { identifier, nomenclatures: Vec::new() })
    }

    /// The lists that are asked: identifier and version.
    pub fn lists(&self) -> impl Iterator<Item = (&str, &str)> {
        self.identifier.lists()
    }

    /// What the nomenclatures of the node say of a code: each with its headings, outermost first.
    #[must_use]
    pub fn headings(&self, code: &str) -> Vec<(&str, Vec<&Heading>)> {
        let of = self.nomenclatures.iter().map(|(key, nomenclature)| (key.as_str(), nomenclature.above(code)));
        of.filter(|(_, headings)| !headings.is_empty()).collect()
    }

    /// Candidates for one item. `scratch` is kept between items. Where only a nomenclature code is known, the words of its
    /// heading are asked instead of a description, and what they find is no more than a hint.
    #[must_use]
    pub fn identify(&self, item: &Item, scratch: &mut Scratch) -> Identification {
        let mut answer = self.identifier.identify(item, scratch);
        let Some((code, heading)) = self.only_a_code(item).filter(|_| answer.candidates.is_empty()) else {
            return answer;
        };
        let worded = Item { id: item.id.clone(), description: Some(heading.clone()), ..Item::default() };
        let mut by_heading = self.identifier.identify(&worded, scratch).candidates;
        for candidate in &mut by_heading {
            candidate.channel = Channel::Nomenclature;
            candidate.confidence = candidate.confidence.min(MOST_BY_HEADING);
            candidate.strong = false;
            for reason in &mut candidate.reasons {
                // The places are those of the heading, which the person did not write.
                if let Reason::Words { places, .. } = reason {
                    places.clear();
                }
            }
            candidate.reasons.insert(0, Reason::Nomenclature { code: code.clone(), heading: heading.clone() });
        }
        answer.candidates = by_heading;
        answer
    }

    /// The code and the words of its heading, where nothing else is known of an item.
    fn only_a_code(&self, item: &Item) -> Option<(String, String)> {
        let code = item.hs.as_ref()?;
        let others = [&item.description, &item.smiles, &item.name, &item.model];
        if others.iter().any(|text| text.as_deref().is_some_and(|text| !text.trim().is_empty())) || item.cas.is_some() {
            return None;
        }
        let (_, headings) = self.headings(code).into_iter().next()?;
        let words: Vec<&str> = headings.iter().skip(1).map(|heading| heading.text.as_str()).collect();
        (!words.is_empty()).then(|| (code.clone(), words.join("; ")))
    }
}

/// The highest confidence of what only the words of a heading lead to: one heading holds controlled and free goods.
const MOST_BY_HEADING: f32 = 0.2;

fn knowledge(built_in: &BuiltInList) -> Result<Knowledge, NotReady> {
    let (knowledge, faults) = Knowledge::shipped(built_in);
    if faults.iter().any(Fault::is_error) { Err(NotReady(faults)) } else { Ok(knowledge) }
}

/// The lists of a node that are to be asked: those chosen by `list@edition` or `list`, else the newest edition of each. The
/// edition shipped with the program is among them unless the node has imported an edition of the same list.
pub(crate) async fn open(node: &Node, permit: &Permit<'_>, chosen: &[String]) -> Result<Arc<AskedLists>, Refusal> {
    let built_in = crate::list::built_in()?;
    let knowledge = match node.shelf.knowledge.get(&()) {
        Some(knowledge) => knowledge,
        None => {
            let made = knowledge(&built_in).map_err(|not_ready| Refusal::Invalid(not_ready.0))?;
            node.shelf.knowledge.put((), made)
        }
    };
    let mut versions = Vec::new();
    if chosen.is_empty() {
        for edition in usual(node, permit).await? {
            versions.push(match &edition.record {
                Some(stored) => read_version(node, stored).await?,
                None => crate::list::built_in_version()?,
            });
        }
    } else {
        for key in chosen {
            versions.push(open_permitted(node, permit, key).await?);
        }
    }
    let correlations = correlations(node, permit).await?;
    let mut indexed = Vec::new();
    for version in versions {
        indexed.push(index(node, &built_in, &knowledge, &version, &correlations));
    }
    let mut nomenclatures = Vec::new();
    for edition in newest(imported(node, permit, ListContent::Nomenclature).await?) {
        if let Some(stored) = &edition.record {
            nomenclatures.push((edition.key.clone(), read_nomenclature(node, stored).await?));
        }
    }
    Ok(Arc::new(AskedLists { identifier: Identifier::of(knowledge, indexed), nomenclatures }))
}

/// The editions that are asked when nobody chooses.
pub(crate) async fn usual(node: &Node, permit: &Permit<'_>) -> Result<Vec<Edition>, Refusal> {
    let (shipped, imported) = (shipped()?, newest(imported(node, permit, ListContent::ControlList).await?));
    let replaced = imported.iter().any(|edition| edition.head.list == shipped.head.list);
    Ok(Some(shipped).filter(|_| !replaced).into_iter().chain(imported).collect())
}

/// The newest edition of each list, in the order of the lists. The names of editions sort by their day.
fn newest(mut editions: Vec<Edition>) -> Vec<Edition> {
    editions.sort_by(|one, other| (&one.head.list, &other.head.edition).cmp(&(&other.head.list, &one.head.edition)));
    editions.dedup_by(|later, first| later.head.list == first.head.list);
    editions
}

/// The index of an edition, with the codes that correlations give, made once.
fn index(
    node: &Node,
    built_in: &BuiltInList,
    knowledge: &Knowledge,
    version: &ListVersion,
    correlations: &[(Edition, Arc<Correlation>)],
) -> Arc<IndexedList> {
    let of_this: Vec<_> =
        correlations.iter().filter(|(edition, _)| edition.of_list.as_deref() == Some(&version.head.list)).collect();
    let mut key = crate::list::key(&version.head.list, &version.head.edition);
    for (edition, _) in &of_this {
        key = format!("{key}+{}", edition.key);
    }
    if let Some(indexed) = node.shelf.indexes.get(&key) {
        return indexed;
    }
    let mut with_codes: Option<ListVersion> = None;
    for (_, correlation) in of_this {
        with_codes = Some(with_codes.as_ref().unwrap_or(version).with_codes_of(correlation));
    }
    let made = IndexedList::of(with_codes.as_ref().unwrap_or(version), &built_in.version, knowledge);
    node.shelf.indexes.put(key, made)
}

async fn correlations(node: &Node, permit: &Permit<'_>) -> Result<Vec<(Edition, Arc<Correlation>)>, Refusal> {
    let mut found = Vec::new();
    for edition in newest(imported(node, permit, ListContent::Correlation).await?) {
        let Some(stored) = edition.record.clone() else { continue };
        let read = match node.shelf.correlations.get(&stored.revision.record) {
            Some(read) => read,
            None => {
                let read = read_again(node, &stored, crate::list::import::read_correlation).await?;
                node.shelf.correlations.put(stored.revision.record, read)
            }
        };
        found.push((edition, read));
    }
    Ok(found)
}

async fn read_nomenclature(node: &Node, stored: &Stored) -> Result<Arc<Nomenclature>, Refusal> {
    if let Some(read) = node.shelf.nomenclatures.get(&stored.revision.record) {
        return Ok(read);
    }
    let read = read_again(node, stored, crate::list::import::read_nomenclature).await?;
    Ok(node.shelf.nomenclatures.put(stored.revision.record, read))
}

async fn read_again<T>(
    node: &Node,
    stored: &Stored,
    read: impl Fn(&ListEdition, &[u8]) -> (Option<T>, Vec<Fault>),
) -> Result<T, Refusal> {
    let (edition, bytes) = file_of(node, stored).await?;
    let (read, faults) = read(&edition, &bytes);
    read.ok_or(Refusal::Invalid(faults))
}
