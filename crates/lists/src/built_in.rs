//! The list shipped with the program: paths with short titles of the product's own, chemicals, organisms, criteria.
//!
//! The folder and its files are described in `docs/reference/list-folder.md`.

mod chemicals;
mod head;
mod organisms;
mod rows;
mod titles;

use std::collections::BTreeMap;

use domain::fault::Fault;
use rust_embed::RustEmbed;

pub use chemicals::{Chemical, ChemicalRole};
pub use organisms::{Organism, OrganismName, Rank};

use crate::criteria::CriteriaSet;
use crate::version::ListVersion;

/// The built-in list with everything that belongs to it.
#[derive(Debug, Clone)]
pub struct BuiltInList {
    /// The edition: every path with its short title, and CAS numbers.
    pub version: ListVersion,
    /// The chemicals it names, by CAS number, in the order of the file.
    pub chemicals: Vec<Chemical>,
    /// The biological agents and toxins it names, in the order of the file.
    pub organisms: Vec<Organism>,
    /// What its provisions ask of a good, as far as that is encoded.
    pub criteria: CriteriaSet,
}

#[derive(RustEmbed)]
#[folder = "../../data/lists/eu-annex-i"]
struct EuAnnexI;

/// The list of the European Union as shipped: its facts in the product's own words.
///
/// # Errors
/// Never with the files of this tree: a test reads them.
pub fn eu_annex_i() -> Result<BuiltInList, Vec<Fault>> {
    let files: BTreeMap<String, Vec<u8>> = EuAnnexI::iter()
        .filter_map(|name| EuAnnexI::get(&name).map(|file| (name.to_string(), file.data.into_owned())))
        .collect();
    let (list, faults) = read(&files);
    list.ok_or(faults)
}

/// Reads the folder of a built-in list: files by their name relative to it. Nothing when one fault is an error.
#[must_use]
pub fn read(files: &BTreeMap<String, Vec<u8>>) -> (Option<BuiltInList>, Vec<Fault>) {
    let mut faults = Vec::new();
    let head = head::read(files, &mut faults);
    let mut provisions = Vec::new();
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("titles/")) {
        titles::read(name, bytes, &mut provisions, &mut faults);
    }
    let chemicals = files.get("chemicals.tsv").map_or_else(Vec::new, |bytes| chemicals::read(bytes, &mut faults));
    let organisms = files.get("organisms.tsv").map_or_else(Vec::new, |bytes| organisms::read(bytes, &mut faults));
    chemicals::attach(&chemicals, &mut provisions, &mut faults);
    organisms::check_paths(&organisms, &provisions, &mut faults);
    let Some(head) = head.filter(|_| !faults.iter().any(Fault::is_error)) else { return (None, faults) };
    let (version, found) = ListVersion::new(head, provisions, Vec::new());
    faults.extend(found);
    let Some(version) = version else { return (None, faults) };
    let criteria = CriteriaSet::read(files, &version, &organisms, &mut faults);
    let whole = !faults.iter().any(Fault::is_error);
    (whole.then_some(BuiltInList { version, chemicals, organisms, criteria }), faults)
}

#[cfg(test)]
mod tests;
