//! The United Kingdom's lists: the UK Sanctions List (XML and CSV) and the OFSI consolidated list (XML and CSV).

use std::collections::HashMap;

use csv::ReaderBuilder;
use domain::fault::Fault;
use domain::partial_date::PartialDate;

use super::dates::{birth, date};
use super::xml::{Element, records};
use super::{File, finish};
use crate::list::{Address, Entry, Gender, ListFormat, PartyList, Quality, Vessel};
use crate::party::PartyKind;

/// Whether a table is one of the UK's: a heading «Name 6» stands in its first lines.
pub(super) fn is_table(bytes: &[u8]) -> bool {
    let beginning = bytes.get(..bytes.len().min(8_192)).unwrap_or_default();
    let text = String::from_utf8_lossy(beginning);
    text.lines().take(5).any(|line| key(line).contains("name6"))
}

/// A heading or an element's name as it is compared.
fn key(heading: &str) -> String {
    heading.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

fn empty_list() -> PartyList {
    PartyList { name: "uk".to_owned(), format: ListFormat::Uk, published: None, entries: Vec::new() }
}

/// The rows of one designation are found again by its key: each alias is a row of its own.
#[derive(Default)]
struct Entries {
    entries: Vec<Entry>,
    places: HashMap<String, usize>,
}

impl Entries {
    fn at(&mut self, key: &str, kind: PartyKind) -> &mut Entry {
        let place = *self.places.entry(key.to_owned()).or_insert_with(|| {
            self.entries.push(Entry::new(key, kind));
            self.entries.len() - 1
        });
        &mut self.entries[place]
    }

    /// Adds one row: what is asked under each of several headings is the first that is not empty.
    fn add<'r>(&mut self, cell: impl Fn(&[&str]) -> &'r str) -> bool {
        let key = cell(&["uniqueid", "groupid", "ofsigroupid"]);
        if key.is_empty() {
            return false;
        }
        let kind = kind_of(cell(&["individualentityship", "designationtype", "grouptype", "grouptypedescription"]));
        let entry = self.at(key, kind);
        let parts: Vec<&str> = ["name1", "name2", "name3", "name4", "name5", "name6"]
            .iter()
            .map(|name| cell(&[name]))
            .filter(|part| !part.is_empty())
            .collect();
        entry.add_name(
            &parts.join(" "),
            quality_of(cell(&["nametype", "aliastype"]), cell(&["aliasstrength", "aliasquality"])),
        );
        entry.add_name(cell(&["namenonlatinscript"]), Quality::Script);
        for (headings, add) in [
            (&["regimename", "regime"][..], 'p'),
            (&["dob", "dateofbirth", "individualdateofbirth"], 'b'),
            (&["nationalityies", "nationality", "individualnationality"], 'n'),
            (&["passportnumber", "individualpassportnumber"], 'd'),
            (&["nationalidentifiernumber", "nationalidentificationnumber", "individualninumber"], 'i'),
            (&["businessregistrationnumbers", "businessregistrationnumber", "entitybusinessregnumber"], 'r'),
            (&["imonumber", "shipimonumber"], 's'),
        ] {
            for text in numbered(cell(headings)) {
                match add {
                    'p' if !text.is_empty() && !entry.programmes.iter().any(|known| known == text) => {
                        entry.programmes.push(text.to_owned());
                    }
                    'b' => entry.births.extend(birth(text).filter(|birth| !entry.births.contains(birth))),
                    'n' => entry.add_country(text),
                    'd' => entry.add_document("passport", text, ""),
                    'i' => entry.add_document("national identifier", text, ""),
                    'r' => entry.add_document("registration", text, ""),
                    's' => entry.add_document("IMO", text, ""),
                    _ => {}
                }
            }
        }
        let towns: Vec<&str> = numbered(cell(&["townofbirth", "individualtownofbirth"])).collect();
        let countries: Vec<&str> = numbered(cell(&["countryofbirth", "individualcountryofbirth"])).collect();
        for place in 0..towns.len().max(countries.len()) {
            let parts = [towns.get(place), countries.get(place)];
            let place = parts.into_iter().flatten().copied().collect::<Vec<_>>().join(", ");
            if !entry.birth_places.contains(&place) {
                entry.birth_places.push(place);
            }
        }
        let lines: Vec<&str> = ["1", "2", "3", "4", "5", "6"]
            .iter()
            .map(|line| cell(&[&format!("addressline{line}"), &format!("address{line}")]))
            .chain([cell(&["addresspostalcode", "postzipcode", "postcode"])])
            .filter(|line| !line.is_empty())
            .collect();
        let address = Address { text: lines.join(", "), country: cell(&["addresscountry", "country"]).to_owned() };
        if kind != PartyKind::Person {
            numbered(&address.country).for_each(|country| entry.add_country(country));
        }
        if (!address.text.is_empty() || !address.country.is_empty()) && !entry.addresses.contains(&address) {
            entry.addresses.push(address);
        }
        if kind == PartyKind::Vessel && entry.vessel.is_none() {
            let flag = cell(&["currentbelievedflagofship", "shipflag"]);
            numbered(flag).for_each(|country| entry.add_country(country));
            entry.vessel = Some(Vessel {
                kind: cell(&["typeofship", "shiptype"]).to_owned(),
                flag: flag.to_owned(),
                owner: cell(&["currentowneroperators", "currentowneroperator", "shipcurrentowners"]).to_owned(),
                tonnage: cell(&["tonnageofship", "shiptonnage"]).to_owned(),
                ..Vessel::default()
            });
        }
        entry.gender = entry.gender.or(Gender::from_any(cell(&["gender", "individualgender"])));
        if entry.remarks.is_empty() {
            cell(&["otherinformation"]).clone_into(&mut entry.remarks);
        }
        entry.listed_on = entry
            .listed_on
            .or_else(|| date(cell(&["datedesignated", "listedon", "datelisted", "uksanctionslistdatedesignated"])));
        entry.updated_on = entry.updated_on.max(date(cell(&["lastupdated"])));
        true
    }

    /// The entries, each with a primary name first.
    fn done(mut self) -> Vec<Entry> {
        for entry in &mut self.entries {
            entry.names.sort_by_key(|name| name.quality != Quality::Primary);
            if let Some(first) = entry.names.first_mut().filter(|first| first.quality != Quality::Script) {
                first.quality = Quality::Primary;
            }
        }
        self.entries
    }
}

/// The values of a cell that holds several: «(1) Kyrgyzstan (2) Tajikistan»; the cell itself where it holds one.
fn numbered(cell: &str) -> impl Iterator<Item = &str> {
    let is_number =
        |inside: &str| !inside.is_empty() && inside.len() <= 2 && inside.bytes().all(|b| b.is_ascii_digit());
    let mut pieces = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(open) = cell[from..].find('(').map(|at| from + at) {
        let Some(close) = cell[open..].find(')').map(|at| open + at) else { break };
        if is_number(&cell[open + 1..close]) {
            pieces.push(&cell[start..open]);
            start = close + 1;
        }
        from = close + 1;
    }
    pieces.push(&cell[start..]);
    pieces
        .into_iter()
        .map(|piece| piece.trim().trim_end_matches([',', ';', '.']).trim())
        .filter(|piece| !piece.is_empty())
}

/// What stands for nothing: «N/A».
fn is_nothing(text: &str) -> bool {
    matches!(key(text).as_str(), "na" | "unknown" | "none" | "notknown") || !text.chars().any(char::is_alphanumeric)
}

fn kind_of(word: &str) -> PartyKind {
    match key(word).as_str() {
        "individual" => PartyKind::Person,
        "ship" => PartyKind::Vessel,
        _ => PartyKind::Organisation,
    }
}

fn quality_of(kind: &str, strength: &str) -> Quality {
    let (kind, strength) = (key(kind), key(strength));
    if strength.starts_with("low") || strength == "weak" {
        Quality::Low
    } else if kind.starts_with("primary") && !kind.contains("variation") {
        Quality::Primary
    } else if kind.contains("fka") || kind.contains("formerly") {
        Quality::Former
    } else {
        Quality::Good
    }
}

pub(super) fn read_table(file: File<'_>) -> (Option<PartyList>, Vec<Fault>) {
    let mut faults = Vec::new();
    let refuse = |code: &str, line| vec![Fault::error(code).inside(file.name, line)];
    let Ok(decoded) = text::decode(file.bytes) else { return (None, refuse("file-not-text", None)) };
    let text = decoded.text.trim_end();
    if text.matches('"').count() % 2 == 1 {
        return (None, refuse("party-list-cut-off", Some(text.lines().count() as u64)));
    }
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut headings: HashMap<String, usize> = HashMap::new();
    let mut width = 0;
    let mut list = empty_list();
    let mut entries = Entries::default();
    let mut without_key = 0;
    for record in reader.records() {
        let Ok(record) = record else { return (None, refuse("file-not-text", None)) };
        let line = record.position().map(csv::Position::line);
        if headings.is_empty() {
            // Above the headings stands when the list was made: «Report Date: 21-Nov-2026», «Last Updated,21/11/2026».
            let dated =
                record.iter().flat_map(|cell| [Some(cell), cell.split_once(':').map(|(_, date)| date)]).flatten();
            list.published = list.published.or_else(|| dated.filter_map(date).map(PartialDate::first_day).next());
            if record.iter().any(|cell| key(cell) == "name6") {
                headings = record.iter().enumerate().map(|(place, cell)| (key(cell), place)).collect();
                width = record.len();
            }
            continue;
        }
        if record.len() != width {
            return (None, refuse("party-list-cut-off", line));
        }
        let cell = |names: &[&str]| -> &str {
            let mut found = names.iter().filter_map(|name| record.get(*headings.get(*name)?)).map(str::trim);
            found.find(|cell| !is_nothing(cell)).unwrap_or_default()
        };
        without_key += u32::from(!entries.add(cell));
    }
    if without_key > 0 {
        faults.push(
            Fault::warning("party-list-rows-without-key")
                .with("count", without_key.to_string())
                .inside(file.name, None),
        );
    }
    list.entries = entries.done();
    let list = finish(file.name, list, &mut faults);
    (list, faults)
}

pub(super) fn read_xml(file: File<'_>) -> (Option<PartyList>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut list = empty_list();
    let mut entries = Entries::default();
    let mut generated = None;
    let mut without_key = 0;
    let done = records(
        file,
        &["Designation", "FinancialSanctionsTarget"],
        |name, text| {
            if matches!(name, "DateGenerated" | "LastUpdated") {
                generated = date(text);
            }
        },
        |record| without_key += u32::from(!add_record(&mut entries, record)),
    );
    if let Err(fault) = done {
        return (None, vec![fault]);
    }
    if without_key > 0 {
        faults.push(
            Fault::warning("party-list-rows-without-key")
                .with("count", without_key.to_string())
                .inside(file.name, None),
        );
    }
    list.published = generated.map(PartialDate::first_day);
    list.entries = entries.done();
    let list = finish(file.name, list, &mut faults);
    (list, faults)
}

/// One designation: what stands once, then each name, address, birth and number, as if it were a row of its own.
fn add_record(entries: &mut Entries, record: &Element) -> bool {
    let once: Vec<(String, &str)> = texts(record, &["Names", "NonLatinNames", "Addresses"]);
    let mut rows: Vec<Vec<(String, &str)>> = Vec::new();
    for repeated in ["Name", "NonLatinName", "Address", "Location", "Passport", "NationalIdentifier"] {
        let mut found = Vec::new();
        record.below(repeated, &mut found);
        rows.extend(
            found.into_iter().filter(|element| !element.children.is_empty()).map(|element| texts(element, &[])),
        );
    }
    for single in
        ["DOB", "Nationality", "IMONumber", "BusinessRegistrationNumber", "PassportNumber", "NationalIdentifierNumber"]
    {
        let mut found = Vec::new();
        record.below(single, &mut found);
        rows.extend(found.into_iter().skip(1).map(|element| vec![(key(single), element.text.trim())]));
    }
    // An OFSI target has its names beside everything else.
    let named = once.iter().any(|(name, text)| name == "name6" && !text.is_empty());
    if named || rows.is_empty() {
        rows.insert(0, Vec::new());
    }
    let mut added = false;
    for row in &rows {
        let cell = |names: &[&str]| -> &str {
            let own = |name: &str| row.iter().find(|(key, text)| key == name && !text.is_empty());
            let common = |name: &str| once.iter().find(|(key, text)| key == name && !text.is_empty());
            let found = names.iter().find_map(|name| own(name).or_else(|| common(name)));
            found.map_or("", |(_, text)| text)
        };
        added |= entries.add(cell);
    }
    added
}

/// Every text below an element by the name of its element, without what stands in these.
fn texts<'e>(element: &'e Element, without: &[&str]) -> Vec<(String, &'e str)> {
    let mut found = Vec::new();
    for child in element.children.iter().filter(|child| !without.contains(&child.name.as_str())) {
        let text = child.text.trim();
        if !text.is_empty() && !is_nothing(text) {
            found.push((key(&child.name), text));
        }
        found.extend(texts(child, without));
    }
    found
}
