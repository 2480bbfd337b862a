//! `chemicals.tsv`: the chemicals of the list, by CAS number, with the names they are known by.

use std::collections::HashMap;

use domain::fault::Fault;
use serde::Serialize;

use super::rows;
use crate::cas::CasNumber;
use crate::path::ProvisionPath;
use crate::provision::Provision;

domain::words! {
    /// What a provision says of a chemical that it prints.
    ChemicalRole {
        /// It names it, alone or among others.
        Named = "named",
        /// It takes it out, in its words or in a note.
        Excluded = "excluded",
        /// What it names is made of it.
        Constituent = "constituent",
        /// What it names protects from it.
        Hazard = "hazard",
    }
}

/// A chemical that the list names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chemical {
    /// The provision that names it.
    pub path: ProvisionPath,
    /// Its CAS number; none for what the list names without one, such as a family or a mixture.
    pub cas: Option<CasNumber>,
    /// Its standard InChIKey (27 characters), where it is one substance with a known structure.
    pub inchikey: Option<String>,
    /// What the provision says of it.
    pub role: ChemicalRole,
    /// Its names in English; the first is the usual one.
    pub names_en: Vec<String>,
    /// Its names in Russian; the first is the usual one.
    pub names_ru: Vec<String>,
}

const FILE: &str = "chemicals.tsv";

/// Reads `chemicals.tsv`.
pub(super) fn read(bytes: &[u8], faults: &mut Vec<Fault>) -> Vec<Chemical> {
    let mut chemicals: Vec<Chemical> = Vec::new();
    for row in rows::read(FILE, bytes, &["path", "cas", "inchikey", "en", "ru", "role"], faults) {
        let at = |fault: Fault| fault.inside(FILE, Some(row.line));
        let Some(path) = row.path(FILE, faults) else { continue };
        let written = Some(row.cell(1)).filter(|cell| !cell.is_empty());
        let cas = match written.map(str::parse::<CasNumber>).transpose() {
            Ok(cas) => cas,
            Err(wrong) => {
                faults.push(at(Fault::error(wrong.code()).at("cas").with("text", row.cell(1))));
                continue;
            }
        };
        let key = row.cell(2);
        if !key.is_empty() && !is_inchikey(key) {
            faults.push(at(Fault::error("inchikey-form").at("inchikey").with("text", key)));
        }
        let role = match Some(row.cell(5)).filter(|cell| !cell.is_empty()).map_or(Ok(ChemicalRole::Named), str::parse) {
            Ok(role) => role,
            Err(_) => {
                let allowed = ChemicalRole::ALL.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ");
                faults.push(at(Fault::error("word-unknown")
                    .at("role")
                    .with("word", row.cell(5))
                    .with("allowed", allowed)));
                continue;
            }
        };
        let chemical = Chemical {
            role,
            path,
            cas,
            inchikey: Some(key.to_owned()).filter(|key| !key.is_empty()),
            names_en: row.parts(3),
            names_ru: row.parts(4),
        };
        if chemical.names_en.is_empty() || chemical.names_ru.is_empty() {
            faults.push(at(Fault::error("field-missing").at("en, ru")));
        }
        let twice = |other: &&Chemical| {
            other.path == chemical.path && other.cas == chemical.cas && other.names_en == chemical.names_en
        };
        if chemicals.iter().find(twice).is_some() {
            faults.push(at(Fault::error("list-chemical-twice").with("text", chemical.path.as_str())));
        }
        chemicals.push(chemical);
    }
    chemicals
}

/// Whether this has the form of an InChIKey: 14, 10 and 1 capital letters.
fn is_inchikey(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [14, 10, 1] && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
}

/// Puts the CAS numbers to their provisions.
pub(super) fn attach(chemicals: &[Chemical], provisions: &mut [Provision], faults: &mut Vec<Fault>) {
    let places: HashMap<ProvisionPath, usize> =
        provisions.iter().enumerate().map(|(index, provision)| (provision.path.clone(), index)).collect();
    for chemical in chemicals {
        match places.get(&chemical.path).and_then(|index| provisions.get_mut(*index)) {
            Some(provision) => provision.cas.extend(chemical.cas.clone()),
            None => faults.push(
                Fault::error("list-path-unknown").at("path").with("path", chemical.path.as_str()).inside(FILE, None),
            ),
        }
    }
}
