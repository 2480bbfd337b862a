//! The SDN list of OFAC, in its set of CSV files: `sdn.csv`, `alt.csv`, `add.csv`, `sdn_comments.csv`.

use std::collections::HashMap;

use csv::ReaderBuilder;
use domain::fault::Fault;

use super::dates::birth;
use super::{File, finish};
use crate::list::{Address, Entry, Gender, ListFormat, PartyList, Quality, Vessel};
use crate::party::PartyKind;

/// What a file of this name is in the set.
pub(super) fn role(name: &str) -> Option<&'static str> {
    match name.to_lowercase().as_str() {
        "sdn.csv" => Some("sdn"),
        "alt.csv" => Some("alt"),
        "add.csv" => Some("add"),
        "sdn_comments.csv" => Some("sdn_comments"),
        _ => None,
    }
}

/// Rows of one file. A row of another length, or a quotation mark that is never closed, is what a cut leaves.
fn rows(file: File<'_>, columns: usize) -> Result<Vec<Vec<String>>, Fault> {
    let refuse = |code: &str, line| Fault::error(code).inside(file.name, line);
    let text = text::decode(file.bytes).map_err(|_| refuse("file-not-text", None))?.text;
    // The published files end with the end-of-file sign of DOS.
    let text = text.trim_end_matches(['\u{1a}', '\n', '\r', ' ']);
    if text.matches('"').count() % 2 == 1 {
        return Err(refuse("party-list-cut-off", Some(text.lines().count() as u64)));
    }
    let mut rows = Vec::new();
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record.map_err(|_| refuse("file-not-text", None))?;
        let line = record.position().map(csv::Position::line);
        if record.len() != columns {
            let last = reader_is_at_end(text, &record);
            return Err(refuse(if last { "party-list-cut-off" } else { "party-list-line-unreadable" }, line));
        }
        let null = |cell: &str| if cell.trim() == "-0-" { String::new() } else { cell.trim().to_owned() };
        rows.push(record.iter().map(null).collect());
    }
    Ok(rows)
}

fn reader_is_at_end(text: &str, record: &csv::StringRecord) -> bool {
    let at = record.position().map_or(0, csv::Position::byte);
    let rest = usize::try_from(at).ok().and_then(|at| text.get(at..)).unwrap_or_default();
    !rest.trim().contains('\n')
}

pub(super) fn read(files: &[File<'_>]) -> (Option<PartyList>, Vec<Fault>) {
    let mut faults = Vec::new();
    let find = |wanted: &str| files.iter().copied().find(|file| role(file.name) == Some(wanted));
    let mut read = |wanted: &str, columns: usize, required: bool| -> Vec<Vec<String>> {
        match find(wanted).map(|file| rows(file, columns)) {
            Some(Ok(rows)) => rows,
            Some(Err(fault)) => {
                faults.push(fault);
                Vec::new()
            }
            None => {
                let name = format!("{wanted}.csv");
                faults.push(if required {
                    Fault::error("party-list-file-missing").with("file", name)
                } else {
                    Fault::warning("party-list-part-missing").with("file", name)
                });
                Vec::new()
            }
        }
    };
    let (sdn, alt, add) = (read("sdn", 12, true), read("alt", 5, false), read("add", 6, false));
    let comments = if find("sdn_comments").is_some() { read("sdn_comments", 2, false) } else { Vec::new() };
    let overflow: HashMap<&str, &str> =
        comments.iter().filter_map(|row| Some((row.first()?.as_str(), row.get(1)?.as_str()))).collect();
    let mut list =
        PartyList { name: "ofac".to_owned(), format: ListFormat::Ofac, published: None, entries: Vec::new() };
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in &sdn {
        let [number, name, kind, programme, title, call, vessel_kind, tonnage, gross, flag, owner, remarks] =
            row.as_slice()
        else {
            continue;
        };
        let more = overflow.get(number.as_str()).copied().unwrap_or_default();
        let mut entry = Entry::new(number, kind_of(kind, call, vessel_kind));
        entry.add_name(name, Quality::Primary);
        entry.programmes.extend(programme.split("] [").map(|part| part.trim_matches(['[', ']', ' ']).to_owned()));
        if entry.kind == PartyKind::Vessel {
            let tonnage = [tonnage.as_str(), gross]
                .iter()
                .filter(|text| !text.is_empty())
                .copied()
                .collect::<Vec<_>>()
                .join(" / ");
            entry.add_country(flag);
            entry.vessel = Some(Vessel {
                kind: vessel_kind.clone(),
                flag: flag.clone(),
                owner: owner.clone(),
                call_sign: call.clone(),
                tonnage,
            });
        }
        let remarks = format!("{remarks}{more}");
        read_remarks(&mut entry, &remarks);
        entry.remarks = if title.is_empty() { remarks } else { format!("{title}. {remarks}") };
        places.insert(number.clone(), list.entries.len());
        list.entries.push(entry);
    }
    let mut dangling = 0;
    for row in &alt {
        let [number, _, kind, name, remarks] = row.as_slice() else { continue };
        let Some(entry) = places.get(number).and_then(|place| list.entries.get_mut(*place)) else {
            dangling += 1;
            continue;
        };
        let quality = match kind.to_lowercase().as_str() {
            "fka" => Quality::Former,
            _ if remarks.to_lowercase().contains("weak") => Quality::Low,
            _ => Quality::Good,
        };
        entry.add_name(name, quality);
    }
    for row in &add {
        let [number, _, street, city, country, _] = row.as_slice() else { continue };
        let Some(entry) = places.get(number).and_then(|place| list.entries.get_mut(*place)) else {
            dangling += 1;
            continue;
        };
        let text =
            [street.as_str(), city].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
        if entry.kind != PartyKind::Person {
            entry.add_country(country);
        }
        if !text.is_empty() || !country.is_empty() {
            entry.addresses.push(Address { text, country: country.clone() });
        }
    }
    if dangling > 0 && !sdn.is_empty() {
        // Aliases and addresses of parties that are not there: the main file ends too early.
        faults.push(
            Fault::error("party-list-parts-disagree").with("count", dangling.to_string()).inside("sdn.csv", None),
        );
    }
    let list = finish("sdn.csv", list, &mut faults);
    (list, faults)
}

fn kind_of(kind: &str, call: &str, vessel_kind: &str) -> PartyKind {
    match kind {
        "individual" => PartyKind::Person,
        "vessel" | "aircraft" => PartyKind::Vessel,
        _ if !call.is_empty() || !vessel_kind.is_empty() => PartyKind::Vessel,
        _ => PartyKind::Organisation,
    }
}

/// Birth, places, numbers, gender and further names stand only in the remarks, parted by semicolons.
fn read_remarks(entry: &mut Entry, remarks: &str) {
    for remark in remarks.trim_end_matches('.').split(';').map(str::trim) {
        let plain = remark.strip_prefix("alt. ").unwrap_or(remark);
        if let Some(date) = plain.strip_prefix("DOB ") {
            if let Some(birth) = birth(date).filter(|birth| !entry.births.contains(birth)) {
                entry.births.push(birth);
            }
        } else if let Some(place) = plain.strip_prefix("POB ") {
            entry.birth_places.push(place.to_owned());
        } else if let Some(country) = plain.strip_prefix("nationality ").or_else(|| plain.strip_prefix("citizen ")) {
            entry.add_country(country);
        } else if let Some(gender) = plain.strip_prefix("Gender ") {
            entry.gender = entry.gender.or(Gender::from_any(gender.trim_end_matches('.')));
        } else if let Some((quality, name)) = further_name(plain) {
            entry.add_name(name.trim_matches(['\'', '"', ' ', '.']), quality);
        } else if !plain.starts_with("Linked To") {
            read_number(entry, plain);
        }
    }
}

fn further_name(remark: &str) -> Option<(Quality, &str)> {
    let name = |mark: &str| remark.strip_prefix(mark);
    name("a.k.a. ")
        .map(|name| (if name.starts_with('\'') { Quality::Low } else { Quality::Good }, name))
        .or_else(|| name("f.k.a. ").map(|name| (Quality::Former, name)))
        .or_else(|| name("n.k.a. ").map(|name| (Quality::Good, name)))
}

/// «Passport A123 (Iran) issued …», «Vessel Registration Identification IMO 9074729», «Tax ID No. 77 (Russia)».
fn read_number(entry: &mut Entry, remark: &str) {
    const KINDS: &[&str] = &[
        "Passport",
        "National ID No.",
        "Tax ID No.",
        "Registration Number",
        "Registration ID",
        "Identification Number",
        "Cedula No.",
        "D.N.I.",
        "Vessel Registration Identification",
        "MMSI",
        "Company Number",
        "Trade License No.",
        "Folio Mercantil No.",
        "Business Registration Number",
        "Commercial Registry Number",
        "SSN",
        "Stateless Person ID Card",
        "Driver's License No.",
        "Birth Certificate Number",
        "RFC",
        "C.U.R.P.",
        "C.U.I.T.",
        "R.F.C.",
        "NIT #",
        "C.R. No.",
        "Matricula Mercantil No",
        "Government Gazette Number",
        "Electoral Registry No.",
        "Aircraft Manufacturer's Serial Number (MSN)",
        "Identification Card",
        "Personal ID Card",
        "Residency Number",
        "V.A.T. Number",
        "UK Company Number",
        "Enterprise Number",
        "Unified Social Credit Code (USCC)",
        "Organization Code",
        "Digital Currency Address",
        "SWIFT/BIC",
        "National Foreign ID Number",
        "Phone Number",
        "Legal Entity Number",
        "Afghan Money Service Provider License Number",
        "Serial No.",
        "Seafarer's Identification Document",
        "Turkish Identification Number",
        "Kenyan ID No.",
        "Italian Fiscal Code",
        "Numero de Identidad",
        "Certificate of Incorporation Number",
        "RUC #",
        "File Number",
        "Chinese Commercial Code",
        "Public Registration Number",
        "Paraguayan tax identification number",
        "I.F.E.",
        "Central Registration Number",
    ];
    if remark.starts_with("Chinese Commercial Code") || remark.starts_with("Phone Number") {
        return;
    }
    let Some(kind) = KINDS.iter().filter(|kind| remark.starts_with(**kind)).max_by_key(|kind| kind.len()) else {
        return;
    };
    let rest = remark.get(kind.len()..).unwrap_or_default().trim();
    let country = rest.split_once('(').and_then(|(_, inside)| inside.split(')').next()).unwrap_or_default();
    let number = rest.split(['(', ',']).next().unwrap_or(rest);
    let number = number.split(" issued").next().unwrap_or(number).split(" expires").next().unwrap_or(number);
    let number = number.strip_prefix("IMO").unwrap_or(number).trim();
    entry.add_document(kind, number, country);
}
