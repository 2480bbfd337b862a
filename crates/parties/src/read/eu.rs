//! The European Union's consolidated list of financial sanctions, XML (`export/sanctionEntity`, version 1.1).

use domain::fault::Fault;
use domain::partial_date::PartialDate;

use super::dates::date;
use super::xml::{Element, records};
use super::{File, finish};
use crate::list::{Address, Birth, Entry, Gender, ListFormat, PartyList, Quality};
use crate::party::PartyKind;

pub(super) fn read(file: File<'_>) -> (Option<PartyList>, Vec<Fault>) {
    let mut list = PartyList { name: "eu".to_owned(), format: ListFormat::Eu, published: None, entries: Vec::new() };
    let mut faults = Vec::new();
    let mut generated = None;
    let done = records(
        file,
        &["sanctionEntity"],
        |name, text| {
            if name == "generationDate" {
                generated = date(text);
            }
        },
        |record| list.entries.push(entry(record)),
    );
    if let Err(fault) = done {
        return (None, vec![fault]);
    }
    list.published = generated.map(PartialDate::first_day);
    let list = finish(file.name, list, &mut faults);
    (list, faults)
}

fn entry(record: &Element) -> Entry {
    let reference = record.attribute("euReferenceNumber");
    let key = if reference.is_empty() { record.attribute("logicalId") } else { reference };
    let kind = match record
        .all("subjectType")
        .next()
        .map(|kind| (kind.attribute("code"), kind.attribute("classificationCode")))
    {
        Some(("person", _) | (_, "P")) => PartyKind::Person,
        Some((code, _)) if code.contains("vessel") || code.contains("ship") => PartyKind::Vessel,
        _ => PartyKind::Organisation,
    };
    let mut entry = Entry::new(key, kind);
    for regulation in record.all("regulation") {
        let programme = regulation.attribute("programme").to_owned();
        if !programme.is_empty() && !entry.programmes.contains(&programme) {
            entry.programmes.push(programme);
        }
        entry.listed_on = entry.listed_on.or_else(|| date(regulation.attribute("publicationDate")));
    }
    for alias in record.all("nameAlias") {
        let parts = [alias.attribute("firstName"), alias.attribute("middleName"), alias.attribute("lastName")];
        let whole = alias.attribute("wholeName");
        let name = if whole.is_empty() { parts.join(" ") } else { whole.to_owned() };
        let weak = alias.attribute("strong") == "false";
        let other_script = name.chars().find(|c| c.is_alphabetic()).is_some_and(|c| u32::from(c) >= 0x370);
        let quality = match (weak, entry.names.is_empty(), other_script) {
            (true, ..) => Quality::Low,
            (_, true, _) => Quality::Primary,
            (.., true) => Quality::Script,
            _ => Quality::Good,
        };
        entry.add_name(&name, quality);
        entry.gender = entry.gender.or(Gender::from_any(alias.attribute("gender")));
    }
    // A list whose first name is weak has a primary name all the same.
    if let Some(first) = entry.names.first_mut() {
        first.quality = Quality::Primary;
    }
    for birth in record.all("birthdate") {
        let about = birth.attribute("circa") == "true";
        let single = date(birth.attribute("birthdate")).or_else(|| date(birth.attribute("year")));
        let (from, to) = (date(birth.attribute("yearRangeFrom")), date(birth.attribute("yearRangeTo")));
        if let Some(from) = single.or(from).or(to) {
            entry.births.push(Birth { from, to: single.or(to).unwrap_or(from), about });
        }
        let place = joined(birth, &["place", "city", "region", "countryDescription"]);
        entry.birth_places.extend(Some(place).filter(|place| !place.is_empty()));
    }
    for citizenship in record.all("citizenship") {
        entry.add_country(citizenship.attribute("countryIso2Code"));
    }
    for document in record.all("identification") {
        let number = [document.attribute("number"), document.attribute("latinNumber")]
            .into_iter()
            .find(|number| !number.is_empty());
        let kind = [document.attribute("identificationTypeDescription"), document.attribute("identificationTypeCode")];
        let kind = kind.into_iter().find(|kind| !kind.is_empty()).unwrap_or_default();
        entry.add_document(kind, number.unwrap_or_default(), document.attribute("countryIso2Code"));
    }
    for address in record.all("address") {
        let text = joined(address, &["street", "poBox", "zipCode", "city", "place", "region"]);
        let country = address.attribute("countryDescription").to_owned();
        if kind != PartyKind::Person {
            entry.add_country(address.attribute("countryIso2Code"));
        }
        if !text.is_empty() || !country.is_empty() {
            entry.addresses.push(Address { text, country });
        }
    }
    let remarks: Vec<&str> =
        record.all("remark").map(|remark| remark.text.trim()).filter(|text| !text.is_empty()).collect();
    entry.remarks = remarks.join("\n");
    entry
}

fn joined(element: &Element, names: &[&str]) -> String {
    let texts: Vec<&str> = names.iter().map(|name| element.attribute(name)).filter(|text| !text.is_empty()).collect();
    texts.join(", ")
}
