//! The Security Council's consolidated list, XML.

use domain::fault::Fault;

use super::dates::date;
use super::xml::Element;
use super::{File, dated_records};
use crate::list::{Address, Birth, Entry, Gender, ListFormat, PartyList, Quality};
use crate::party::PartyKind;

pub(super) fn read(file: File<'_>) -> (Option<PartyList>, Vec<Fault>) {
    let empty = PartyList { name: "un".to_owned(), format: ListFormat::Un, published: None, entries: Vec::new() };
    dated_records(file, empty, &["INDIVIDUAL", "ENTITY"], "dateGenerated", entry)
}

fn entry(record: &Element) -> Entry {
    let person = record.name == "INDIVIDUAL";
    let prefix = if person { "INDIVIDUAL" } else { "ENTITY" };
    let kind = if person { PartyKind::Person } else { PartyKind::Organisation };
    let reference = record.text_of("REFERENCE_NUMBER");
    let mut entry = Entry::new(if reference.is_empty() { record.text_of("DATAID") } else { reference }, kind);
    entry.programmes.extend(Some(record.text_of("UN_LIST_TYPE").to_owned()).filter(|text| !text.is_empty()));
    let name: Vec<&str> =
        ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"].iter().map(|part| record.text_of(part)).collect();
    add_names(&mut entry, &name.join(" "), Quality::Primary);
    entry.add_name(record.text_of("NAME_ORIGINAL_SCRIPT"), Quality::Script);
    for alias in record.all(&format!("{prefix}_ALIAS")) {
        let quality = match alias.text_of("QUALITY").to_lowercase().as_str() {
            "low" => Quality::Low,
            "f.k.a." => Quality::Former,
            _ => Quality::Good,
        };
        add_names(&mut entry, alias.text_of("ALIAS_NAME"), quality);
        add_birth(&mut entry, alias.text_of("DATE_OF_BIRTH"));
    }
    for birth in record.all("INDIVIDUAL_DATE_OF_BIRTH") {
        let about = birth.text_of("TYPE_OF_DATE") == "APPROXIMATELY";
        let (from, to) = (date(birth.text_of("FROM_YEAR")), date(birth.text_of("TO_YEAR")));
        let single = date(birth.text_of("DATE")).or_else(|| date(birth.text_of("YEAR")));
        let (from, to) = match (single, from, to) {
            (Some(single), ..) => (single, single),
            (None, Some(from), to) => (from, to.unwrap_or(from)),
            (None, None, Some(to)) => (to, to),
            (None, None, None) => continue,
        };
        push_birth(&mut entry, Birth { from, to, about });
    }
    for place in record.all("INDIVIDUAL_PLACE_OF_BIRTH") {
        let text = joined(place, &["CITY", "STATE_PROVINCE", "COUNTRY"]);
        entry.birth_places.extend(Some(text).filter(|text| !text.is_empty()));
    }
    record.values("NATIONALITY").for_each(|country| entry.add_country(country));
    for document in record.all("INDIVIDUAL_DOCUMENT") {
        let kind = joined(document, &["TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2"]);
        let country = [document.text_of("ISSUING_COUNTRY"), document.text_of("COUNTRY_OF_ISSUE")].concat();
        entry.add_document(&kind, document.text_of("NUMBER"), &country);
    }
    for address in record.all(&format!("{prefix}_ADDRESS")) {
        let text = joined(address, &["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "NOTE"]);
        let country = address.text_of("COUNTRY").to_owned();
        if !text.is_empty() || !country.is_empty() {
            if !person {
                entry.add_country(&country);
            }
            entry.addresses.push(Address { text, country });
        }
    }
    entry.gender = Gender::from_any(record.text_of("GENDER"));
    entry.remarks = record.text_of("COMMENTS1").to_owned();
    entry.listed_on = date(record.text_of("LISTED_ON"));
    entry.updated_on = record.values("LAST_DAY_UPDATED").filter_map(date).max();
    entry
}

fn joined(element: &Element, names: &[&str]) -> String {
    let texts: Vec<&str> = names.iter().map(|name| element.text_of(name)).filter(|text| !text.is_empty()).collect();
    texts.join(", ")
}

/// Adds the names of one alias: several stand in one, parted by ";" or "b)"; brackets hold another script, or remarks.
fn add_names(entry: &mut Entry, text: &str, quality: Quality) {
    for name in text.split(';').flat_map(|part| part.split(" b) ")) {
        let name = name.trim().trim_start_matches("a) ").trim();
        let Some((before, inside)) = name.split_once('(') else {
            entry.add_name(before_details(name), quality);
            continue;
        };
        let inside = inside.split(')').next().unwrap_or(inside);
        entry.add_name(before_details(before), quality);
        let other_script = inside.chars().any(|c| c.is_alphabetic() && !c.is_ascii() && u32::from(c) >= 0x370);
        if other_script {
            entry.add_name(inside, Quality::Script);
        } else if inside.len() <= 40 && entry.kind == PartyKind::Organisation && inside.split(' ').count() <= 3 {
            // An abbreviation: «BUTEMBO AIRLINES (BAL)».
            entry.add_name(inside, if quality == Quality::Primary { Quality::Good } else { quality });
        }
    }
}

/// A name without birth details behind it.
fn before_details(name: &str) -> &str {
    let end = [", born", ", DOB", " born ", ", date of birth"].iter().filter_map(|mark| name.find(mark)).min();
    name.get(..end.unwrap_or(name.len())).unwrap_or(name).trim()
}

fn add_birth(entry: &mut Entry, text: &str) {
    if let Some(birth) = super::dates::birth(text) {
        push_birth(entry, birth);
    }
}

fn push_birth(entry: &mut Entry, birth: Birth) {
    if !entry.births.contains(&birth) {
        entry.births.push(birth);
    }
}
