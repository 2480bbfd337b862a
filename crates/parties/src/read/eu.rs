//! The European Union's consolidated list of financial sanctions, XML (`export/sanctionEntity`, version 1.1).

use domain::fault::Fault;
use domain::partial_date::PartialDate;

use super::dates::date;
use super::xml::Element;
use super::{File, dated_records};
use crate::list::{Address, Birth, Entry, Gender, ListFormat, PartyList, Quality};
use crate::party::PartyKind;

pub(super) fn read(file: File<'_>) -> (Option<PartyList>, Vec<Fault>) {
    let empty = PartyList { name: "eu".to_owned(), format: ListFormat::Eu, published: None, entries: Vec::new() };
    dated_records(file, empty, &["sanctionEntity"], "generationDate", entry)
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
        let published = date(regulation.attribute("publicationDate"));
        entry.listed_on = entry.listed_on.into_iter().chain(published).min();
        entry.updated_on = entry.updated_on.max(date(regulation.attribute("entryIntoForceDate")));
    }
    let designated = date(record.attribute("designationDate"));
    entry.listed_on = entry.listed_on.into_iter().chain(designated).min();
    for alias in record.all("nameAlias") {
        let parts = [alias.attribute("firstName"), alias.attribute("middleName"), alias.attribute("lastName")];
        let whole = alias.attribute("wholeName");
        let name = if whole.is_empty() { parts.join(" ") } else { whole.to_owned() };
        // Some weak names are marked in words only: «Low quality alias».
        let remark = alias.text_of("remark").to_lowercase();
        let weak = alias.attribute("strong") == "false" || remark.contains("low quality");
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
        let place = joined(birth, &["place", "city", "region", "countryDescription"]);
        entry.birth_places.extend(Some(place).filter(|place| !place.is_empty()));
        // Years of another calendar would be taken for years of this one, centuries ago.
        if !matches!(birth.attribute("calendarType"), "" | "GREGORIAN") {
            continue;
        }
        let about = birth.attribute("circa") == "true";
        let single = date(birth.attribute("birthdate")).or_else(|| parts_of_birth(birth));
        let (from, to) = (date(birth.attribute("yearRangeFrom")), date(birth.attribute("yearRangeTo")));
        if let Some(from) = single.or(from).or(to) {
            entry.births.push(Birth { from, to: single.or(to).unwrap_or(from), about });
        }
    }
    for citizenship in record.all("citizenship") {
        entry.add_country(citizenship.attribute("countryIso2Code"));
    }
    for document in record.all("identification") {
        let kind = [document.attribute("identificationTypeDescription"), document.attribute("identificationTypeCode")];
        let kind = kind.into_iter().find(|kind| !kind.is_empty()).unwrap_or_default();
        for number in [document.attribute("number"), document.attribute("latinNumber")] {
            entry.add_document(kind, number, document.attribute("countryIso2Code"));
        }
    }
    for address in record.all("address") {
        let text = joined(address, &["street", "poBox", "zipCode", "city", "place", "region"]);
        let country = Some(address.attribute("countryDescription")).filter(|country| *country != "UNKNOWN");
        let country = country.unwrap_or_default().to_owned();
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

/// A birth of which year, month and day stand apart.
fn parts_of_birth(birth: &Element) -> Option<PartialDate> {
    let part = |name: &str| birth.attribute(name).parse::<u16>().unwrap_or(0);
    date(&format!("{:02}/{:02}/{:04}", part("dayOfMonth"), part("monthOfYear"), part("year")))
}

fn joined(element: &Element, names: &[&str]) -> String {
    let texts: Vec<&str> = names.iter().map(|name| element.attribute(name)).filter(|text| !text.is_empty()).collect();
    texts.join(", ")
}
