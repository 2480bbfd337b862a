//! Structures: the same substance as one that the list names, or a family that the list describes.
//!
//! What is given is classified. Nothing is listed, completed, drawn or suggested here, and no name leads to a structure.

use std::collections::HashMap;

use chematic_core::Molecule;
use chematic_smarts::{MatchConfig, QueryMolecule, has_match_with_config, parse_smarts};
use chematic_smiles::{SmilesParseLimits, parse_with_limits};
use domain::fault::Fault;

/// Bytes and atoms of a structure that are read.
const LIMITS: SmilesParseLimits = SmilesParseLimits { max_input_bytes: 4096, max_atoms: 400, max_bonds: 500 };

/// Steps that the search for a family may take in one structure; more is an honest unknown.
const MOST_STEPS: u64 = 200_000;

/// A structure, read.
#[derive(Default)]
pub(crate) struct Structure {
    /// The standard InChIKey.
    pub(crate) key: String,
    /// The first blocks of the keys of its larger parts, where it has several.
    pub(crate) parents: Vec<String>,
    molecule: Option<Molecule>,
}

impl std::fmt::Debug for Structure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Structure").field("key", &self.key).field("parents", &self.parents).finish()
    }
}

impl Structure {
    /// The first block of the key: the bonds without isotopes, charge and arrangement in space.
    pub(crate) fn skeleton(&self) -> &str {
        self.key.split('-').next().unwrap_or_default()
    }

    /// Reads SMILES, InChI or an InChIKey.
    pub(crate) fn read(written: &str) -> Result<Self, Fault> {
        let written = written.trim();
        let shown: String = written.chars().take(60).collect();
        let unread = |why: String| {
            Fault::error("structure-unreadable").at("smiles").with("text", shown.clone()).with("why", why)
        };
        if is_key(written) {
            return Ok(Self { key: written.to_owned(), ..Self::default() });
        }
        if written.len() > LIMITS.max_input_bytes {
            return Err(unread(format!("{} bytes", written.len())));
        }
        if written.starts_with("InChI=") {
            // A key can be made of any text; only what has the layer of a formula is an InChI.
            if !written.split('/').nth(1).is_some_and(is_formula) {
                return Err(unread("InChI".to_owned()));
            }
            let key = chematic_inchi::standard_inchi_key(written).map_err(|error| unread(error.to_string()))?;
            // The atoms are wanted for families only; what the key says stands without them.
            let molecule = chematic_inchi::parse_inchi(written).ok();
            return Ok(Self { key, parents: molecule.as_ref().map(parents).unwrap_or_default(), molecule });
        }
        let molecule = parse_with_limits(written, &LIMITS).map_err(|error| unread(error.to_string()))?;
        if molecule.atom_count() == 0 {
            return Err(unread(String::new()));
        }
        let key = key_of(&molecule).ok_or_else(|| unread("InChI".to_owned()))?;
        Ok(Self { key, parents: parents(&molecule), molecule: Some(molecule) })
    }
}

fn key_of(molecule: &Molecule) -> Option<String> {
    let inchi = chematic_inchi::standard_inchi(molecule).ok()?;
    chematic_inchi::standard_inchi_key(&inchi).ok()
}

/// The larger parts of a structure of several: three atoms at least, one of them carbon or phosphorus, so that a
/// chloride or water is no parent.
fn parents(molecule: &Molecule) -> Vec<String> {
    let parts = molecule.fragments();
    if parts.len() < 2 {
        return Vec::new();
    }
    let heavy = |part: &Molecule| part.atoms().filter(|(_, atom)| atom.element.atomic_number() > 1).count();
    let carries = |part: &Molecule| part.atoms().any(|(_, atom)| matches!(atom.element.atomic_number(), 6 | 15));
    let mut parts: Vec<&Molecule> = parts.iter().filter(|part| heavy(part) >= 3 && carries(part)).collect();
    parts.sort_by_key(|part| std::cmp::Reverse(heavy(part)));
    let keys = parts.iter().take(2).filter_map(|part| key_of(part));
    keys.filter_map(|key| key.split('-').next().map(str::to_owned)).collect()
}

/// Whether a layer is a molecular formula, perhaps of several parts: `C4H10O2S`, `2ClH.Hg`.
fn is_formula(layer: &str) -> bool {
    let is_part = |part: &str| {
        let part = part.trim_start_matches(|c: char| c.is_ascii_digit());
        part.starts_with(|c: char| c.is_ascii_uppercase()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    layer.split('.').all(is_part)
}

fn is_key(written: &str) -> bool {
    let lengths: Vec<usize> = written.split('-').map(str::len).collect();
    lengths == [14, 10, 1] && written.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
}

/// A family of chemicals that a list describes in words.
#[derive(Debug)]
pub(crate) struct Family {
    pub(crate) id: String,
    pub(crate) path: String,
    pattern: QueryMolecule,
    excepted: Vec<String>,
}

/// The families, and the way from keys to chemicals.
#[derive(Debug, Default)]
pub(crate) struct Structures {
    by_key: HashMap<String, Vec<usize>>,
    by_skeleton: HashMap<String, Vec<usize>>,
    families: Vec<Family>,
}

impl Structures {
    /// Reads the families (`id`, `path`, `pattern`, `not these`) and takes the keys of chemicals in their order.
    pub(crate) fn new<'a>(keys: impl Iterator<Item = Option<&'a str>>, families: &str) -> (Self, Vec<Fault>) {
        let mut structures = Self::default();
        for (chemical, key) in keys.enumerate() {
            let Some(key) = key else { continue };
            structures.by_key.entry(key.to_owned()).or_default().push(chemical);
            let skeleton = key.split('-').next().unwrap_or_default().to_owned();
            structures.by_skeleton.entry(skeleton).or_default().push(chemical);
        }
        let mut faults = Vec::new();
        for (number, line) in families.lines().enumerate().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [id, path, pattern, excepted] = fields.as_slice() else {
                faults.push(Fault::error("thesaurus-line").inside("families.tsv", Some(number as u64 + 1)));
                continue;
            };
            match parse_smarts(pattern) {
                Ok(pattern) => structures.families.push(Family {
                    id: (*id).to_owned(),
                    path: (*path).to_owned(),
                    pattern,
                    excepted: excepted.split('|').filter(|key| !key.is_empty()).map(str::to_owned).collect(),
                }),
                Err(_) => faults.push(Fault::error("thesaurus-line").inside("families.tsv", Some(number as u64 + 1))),
            }
        }
        (structures, faults)
    }

    /// Chemicals with exactly this key.
    pub(crate) fn same(&self, structure: &Structure) -> &[usize] {
        self.by_key.get(&structure.key).map_or(&[], Vec::as_slice)
    }

    /// Chemicals with the same bonds.
    pub(crate) fn skeleton(&self, skeleton: &str) -> &[usize] {
        self.by_skeleton.get(skeleton).map_or(&[], Vec::as_slice)
    }

    /// Families to which a structure belongs.
    pub(crate) fn families(&self, structure: &Structure) -> Vec<&Family> {
        let Some(molecule) = &structure.molecule else { return Vec::new() };
        let config = MatchConfig { max_visit_budget: Some(MOST_STEPS), use_isotopes: false, ..MatchConfig::default() };
        let excepted = |family: &Family| {
            let mut skeletons = structure.parents.iter().map(String::as_str).chain([structure.skeleton()]);
            skeletons.any(|skeleton| family.excepted.iter().any(|key| key == skeleton))
        };
        let members = self.families.iter().filter(|family| !excepted(family));
        members.filter(|family| has_match_with_config(&family.pattern, molecule, &config)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    const FAMILIES: &str = include_str!("../../../data/thesaurus/families.tsv");

    #[rstest]
    #[case("OCCSCCO", "YODZTKMDCQEPHD-UHFFFAOYSA-N")]
    #[case("InChI=1S/C4H10O2S/c5-1-3-7-4-2-6/h5-6H,1-4H2", "YODZTKMDCQEPHD-UHFFFAOYSA-N")]
    #[case("YODZTKMDCQEPHD-UHFFFAOYSA-N", "YODZTKMDCQEPHD-UHFFFAOYSA-N")]
    #[case("[K+].[C-]#N", "NNFCIKHAZHQZJG-UHFFFAOYSA-N")]
    #[case("F", "KRHYYFGTRYWZRS-UHFFFAOYSA-N")]
    fn the_key_is_the_standard_one(#[case] written: &str, #[case] key: &str) {
        assert_eq!(Structure::read(written).unwrap().key, key);
    }

    #[rstest]
    #[case("C1CC")]
    #[case("not a structure")]
    #[case("")]
    #[case("InChI=1S/")]
    #[case("InChI=1S/nothing/c1-2")]
    #[case("InChI=1S")]
    fn what_does_not_parse_is_a_fault(#[case] written: &str) {
        assert_eq!(Structure::read(written).unwrap_err().code, "structure-unreadable");
    }

    #[test]
    fn salts_and_isotopologues_keep_their_parent() {
        let parent = Structure::read("CNC").unwrap();
        assert_eq!(Structure::read("CNC.Cl").unwrap().parents, [parent.skeleton()]);
        let light = Structure::read("CP(=O)(OC)OC").unwrap();
        assert_eq!(Structure::read("[2H]C([2H])([2H])P(=O)(OC)OC").unwrap().skeleton(), light.skeleton());
    }

    #[rstest]
    // Ordinary solvents, a pesticide the list takes out by name, and the amino alcohol it takes out.
    #[case("CCO", &[])]
    #[case("CCOP(=S)(CC)Sc1ccccc1", &[])]
    #[case("CN(C)CCO", &[])]
    #[case("CC(C)N(CCO)C(C)C", &["dialkyl-aminoethanol"])]
    #[case("CCN(C)CCCl", &["dialkyl-aminoethyl-chloride"])]
    #[case("CCCCN(C)CCCl", &[])]
    #[case("COP(C)(=O)O", &["one-alkyl-phosphorus"])]
    #[case("CP(C)(=O)O", &[])]
    fn families_are_those_of_the_lists_words(#[case] written: &str, #[case] expect: &[&str]) {
        let (structures, faults) = Structures::new(std::iter::empty(), FAMILIES);
        assert_eq!(faults, []);
        let structure = Structure::read(written).unwrap();
        let found: Vec<&str> = structures.families(&structure).iter().map(|family| family.id.as_str()).collect();
        assert_eq!(found, expect);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn no_text_makes_it_panic(written in "[CNOPSFcno()\\[\\]=#0-9+.@/\\\\-]{0,40}|\\PC{0,40}") {
            let _ = Structure::read(&written);
        }
    }
}
