//! `organisms.tsv`: the biological agents and toxins of the list by scientific name, with dated synonyms.

use std::collections::HashSet;

use domain::fault::Fault;
use serde::Serialize;

use super::rows;
use crate::path::ProvisionPath;
use crate::provision::Provision;

domain::words! {
    /// What kind of name it is.
    Rank {
        /// A genus of which every member is meant.
        Genus = "genus",
        /// A group of species.
        Group = "group",
        /// A species.
        Species = "species",
        /// A subspecies.
        Subspecies = "subspecies",
        /// A variety, pathovar, biovar or serotype.
        Variety = "variety",
        /// A strain.
        Strain = "strain",
        /// A virus.
        Virus = "virus",
        /// A toxin, or subunits of one.
        Toxin = "toxin",
    }
}

/// A name, with what is said of its time where it is not in use any more: `to 2019`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganismName {
    /// The name.
    pub name: String,
    /// What is said of its time; none for a name in use.
    pub time: Option<String>,
}

/// A biological agent or toxin that the list names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organism {
    /// The provision that names it.
    pub path: ProvisionPath,
    /// What kind of name it is.
    pub rank: Rank,
    /// Its scientific name.
    pub name: String,
    /// Other names, some of them of other times.
    pub synonyms: Vec<OrganismName>,
    /// Its names in Russian; the first is the usual one.
    pub names_ru: Vec<String>,
    /// Where the names come from.
    pub source: String,
    /// When that was looked at, `2026-11-25` or a year.
    pub date: String,
}

const FILE: &str = "organisms.tsv";

/// Reads `organisms.tsv`.
pub(super) fn read(bytes: &[u8], faults: &mut Vec<Fault>) -> Vec<Organism> {
    let mut organisms = Vec::new();
    let headings = ["path", "rank", "name", "synonyms", "ru", "source", "date"];
    for row in rows::read(FILE, bytes, &headings, faults) {
        let Some(path) = row.path(FILE, faults) else { continue };
        let Ok(rank) = row.cell(1).parse::<Rank>() else {
            let allowed = Rank::ALL.iter().map(|rank| rank.as_str()).collect::<Vec<_>>().join(", ");
            let fault = Fault::error("word-unknown").at("rank").with("word", row.cell(1)).with("allowed", allowed);
            faults.push(fault.inside(FILE, Some(row.line)));
            continue;
        };
        for (index, field) in [(2, "name"), (4, "ru"), (5, "source"), (6, "date")] {
            if row.cell(index).is_empty() {
                faults.push(Fault::error("field-missing").at(field).inside(FILE, Some(row.line)));
            }
        }
        organisms.push(Organism {
            path,
            rank,
            name: row.cell(2).to_owned(),
            synonyms: row.parts(3).iter().map(|part| dated(part)).collect(),
            names_ru: row.parts(4),
            source: row.cell(5).to_owned(),
            date: row.cell(6).to_owned(),
        });
    }
    organisms
}

/// A name with what stands in brackets at its end, where that speaks of a time: it holds a digit.
fn dated(text: &str) -> OrganismName {
    let bracket = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    match bracket.filter(|(_, time)| time.contains(|c: char| c.is_ascii_digit())) {
        Some((name, time)) => OrganismName { name: name.trim().to_owned(), time: Some(time.to_owned()) },
        None => OrganismName { name: text.to_owned(), time: None },
    }
}

/// Faults of organisms whose path is not in the list.
pub(super) fn check_paths(organisms: &[Organism], provisions: &[Provision], faults: &mut Vec<Fault>) {
    let known: HashSet<&ProvisionPath> = provisions.iter().map(|provision| &provision.path).collect();
    for organism in organisms.iter().filter(|organism| !known.contains(&organism.path)) {
        let fault = Fault::error("list-path-unknown").at("path").with("path", organism.path.as_str());
        faults.push(fault.inside(FILE, None));
    }
}
