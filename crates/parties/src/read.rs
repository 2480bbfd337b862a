//! Reading lists: bytes of published files to [`PartyList`]s, with faults.
//!
//! A list that is broken, cut off or empty is refused: screening against it would clear everything. What a file is, is
//! found from what is in it.

mod dates;
mod eu;
mod national;
mod ofac;
mod uk;
mod un;
mod xml;

use domain::fault::Fault;
use domain::partial_date::PartialDate;

use crate::list::{Entry, PartyList};

pub(crate) use dates::date;
pub use national::Mapping;

/// A file, by its name and bytes.
#[derive(Debug, Clone, Copy)]
pub struct File<'f> {
    /// Its name, without folders.
    pub name: &'f str,
    /// What is in it.
    pub bytes: &'f [u8],
}

/// Longest file of a list, in bytes. The longest published one, the EU's, has about 30 million.
pub const LONGEST_FILE: usize = 150_000_000;

/// Reads every list among these files: each XML or national table is one, the OFAC files together are one. A TOML file
/// beside a table of the same name maps its columns; beside a list that does not tell its date (the CSV files of OFAC do
/// not: `sdn.toml`), it tells it: `published = "2026-11-01"`. The faults of each file name it; where one is an error, that list
/// is not among those returned.
#[must_use]
pub fn read_folder(files: &[File<'_>]) -> (Vec<PartyList>, Vec<Fault>) {
    let mut files: Vec<File<'_>> = files.to_vec();
    files.sort_by_key(|file| file.name);
    let (mut lists, mut faults) = (Vec::new(), Vec::new());
    let (ofac, others): (Vec<File<'_>>, Vec<File<'_>>) =
        files.into_iter().partition(|file| ofac::role(file.name).is_some());
    if !ofac.is_empty() {
        let told = ["sdn.toml", "ofac.toml"].iter().find_map(|name| others.iter().find(|file| file.name == *name));
        lists.extend(accept(dated(ofac::read(&ofac), told.copied()), &mut faults));
    }
    let ending = |name: &str| name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    for file in &others {
        match ending(file.name).as_str() {
            "toml" => {}
            "xml" | "csv" | "xlsx" | "tsv" => {
                let stem = file.name.rsplit_once('.').map_or(file.name, |(stem, _)| stem);
                let mapping = others.iter().find(|other| other.name == format!("{stem}.toml")).copied();
                lists.extend(accept(read_file(*file, mapping), &mut faults));
            }
            _ => faults.push(Fault::warning("party-list-file-skipped").inside(file.name, None)),
        }
    }
    if lists.is_empty() && faults.iter().all(|fault| !fault.is_error()) {
        faults.push(Fault::error("party-list-none"));
    }
    (lists, faults)
}

/// Reads one list of one file, with the TOML file beside it: the mapping of the columns of a national list, the date of
/// publication of any other that does not tell it itself.
#[must_use]
pub fn read_file(file: File<'_>, told: Option<File<'_>>) -> (Option<PartyList>, Vec<Fault>) {
    if file.bytes.len() > LONGEST_FILE {
        let fault = Fault::error("file-too-large").with("limit_megabytes", (LONGEST_FILE / 1_000_000).to_string());
        return (None, vec![fault.inside(file.name, None)]);
    }
    let start = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file.bytes);
    let first = start.iter().find(|byte| !byte.is_ascii_whitespace());
    let utf16 = start.starts_with(b"\xff\xfe<") || start.starts_with(b"\xfe\xff\0<");
    if first == Some(&b'<') || utf16 {
        return dated(xml_list(file), told);
    }
    if uk::is_table(file.bytes) && told.is_none_or(|told| !national::maps_columns(told)) {
        return dated(uk::read_table(file), told);
    }
    national::read(file, told)
}

/// A list with the date that stands beside it, where it tells none itself.
fn dated(
    (mut list, mut faults): (Option<PartyList>, Vec<Fault>),
    told: Option<File<'_>>,
) -> (Option<PartyList>, Vec<Fault>) {
    if let (Some(list), Some(told)) = (&mut list, told) {
        match national::read_mapping(told, &list.name) {
            Ok(mapping) => list.published = list.published.or(mapping.published),
            Err(fault) => faults.push(fault),
        }
    }
    (list, faults)
}

fn xml_list(file: File<'_>) -> (Option<PartyList>, Vec<Fault>) {
    match xml::root(file).as_deref() {
        Some("CONSOLIDATED_LIST") => un::read(file),
        Some("export") => eu::read(file),
        Some("Designations" | "ArrayOfFinancialSanctionsTarget") => uk::read_xml(file),
        Some(root) => {
            (None, vec![Fault::error("party-list-unknown-format").with("root", root).inside(file.name, None)])
        }
        None => {
            (None, vec![Fault::error("party-list-xml-broken").with("problem", "no element").inside(file.name, None)])
        }
    }
}

/// A list without errors and with entries; else the faults say why not.
fn accept((list, found): (Option<PartyList>, Vec<Fault>), faults: &mut Vec<Fault>) -> Option<PartyList> {
    let broken = found.iter().any(Fault::is_error);
    faults.extend(found);
    list.filter(|_| !broken)
}

/// Reads an XML list that says its day in one element and holds its entries in elements of these names.
fn dated_records(
    file: File<'_>,
    mut list: PartyList,
    names: &[&str],
    day: &str,
    entry: fn(&xml::Element) -> Entry,
) -> (Option<PartyList>, Vec<Fault>) {
    let mut generated = None;
    let dated = |name: &str, text: &str| {
        if name == day {
            generated = date(text);
        }
    };
    if let Err(fault) = xml::records(file, names, dated, |record| list.entries.push(entry(record))) {
        return (None, vec![fault]);
    }
    list.published = generated.map(PartialDate::first_day);
    let mut faults = Vec::new();
    let list = finish(file.name, list, &mut faults);
    (list, faults)
}

/// Ends the reading of a list: entries without a name are told, an empty list is refused.
fn finish(file: &str, mut list: PartyList, faults: &mut Vec<Fault>) -> Option<PartyList> {
    let nameless: Vec<String> =
        list.entries.iter().filter(|entry| entry.names.is_empty()).map(|entry| entry.key.clone()).collect();
    list.entries.retain(|entry| !entry.names.is_empty());
    if !nameless.is_empty() {
        let shown = nameless.iter().take(10).map(String::as_str).collect::<Vec<_>>().join(", ");
        let fault = Fault::warning("party-list-entry-without-name").with("count", nameless.len().to_string());
        faults.push(fault.with("entries", shown).inside(file, None));
    }
    if list.entries.is_empty() {
        faults.push(Fault::error("party-list-empty").inside(file, None));
        return None;
    }
    let mut keys: Vec<&str> = list.entries.iter().map(|entry| entry.key.as_str()).collect();
    keys.sort_unstable();
    let twice: Vec<&str> = keys.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    if let Some(key) = twice.first() {
        faults.push(Fault::warning("party-list-key-twice").with("key", *key).inside(file, None));
    }
    if faults.iter().any(Fault::is_error) { None } else { Some(list) }
}

#[cfg(test)]
mod tests;
