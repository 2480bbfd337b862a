//! A list of one's own: a table whose columns are named by a mapping, or by their usual headings.

use std::collections::HashSet;

use domain::fault::Fault;
use intake::table::Table;

use super::dates::{birth, date};
use super::{File, finish};
use crate::list::{Address, Entry, Gender, ListFormat, PartyList, Quality};
use crate::party::PartyKind;

/// What the columns of a table are: the program's names with the headings of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The short name of the list.
    pub name: String,
    /// The day it was published.
    pub published: Option<jiff::civil::Date>,
    /// The kind of every entry, where no column tells it.
    pub kind: PartyKind,
    /// For each column of the program, the heading it has in the table.
    pub columns: Vec<(&'static str, String)>,
}

/// The columns a national list may have, with the headings they are found under without a mapping.
const COLUMNS: &[(&str, &[&str])] = &[
    ("name", &["name", "full name", "наименование", "имя", "фио", "ф.и.о.", "название", "ном", "аталышы"]),
    ("key", &["key", "id", "number", "no", "№", "номер", "код"]),
    ("kind", &["kind", "type", "entity type", "вид", "тип"]),
    ("aliases", &["aliases", "alias", "also known as", "aka", "другие имена", "псевдонимы", "алиасы"]),
    ("low_aliases", &["low_aliases", "weak aliases", "слабые псевдонимы"]),
    ("script_name", &["script_name", "name in original script", "original script", "имя на языке оригинала"]),
    ("birth", &["birth", "date of birth", "dob", "дата рождения", "год рождения"]),
    ("birth_place", &["birth_place", "place of birth", "место рождения"]),
    ("country", &["country", "nationality", "citizenship", "страна", "гражданство"]),
    ("gender", &["gender", "sex", "пол"]),
    (
        "documents",
        &["documents", "document", "passport", "identifiers", "документ", "документы", "паспорт", "инн", "унп", "пин"],
    ),
    ("address", &["address", "адрес"]),
    ("programme", &["programme", "program", "regime", "basis", "основание", "программа"]),
    ("listed_on", &["listed_on", "listed on", "date listed", "дата включения"]),
    ("remarks", &["remarks", "comments", "примечание", "примечания"]),
];

pub(super) fn read(file: File<'_>, mapping: Option<File<'_>>) -> (Option<PartyList>, Vec<Fault>) {
    let mut faults = Vec::new();
    let stem = file.name.rsplit_once('.').map_or(file.name, |(stem, _)| stem);
    let mapping = match mapping {
        Some(mapping) => match read_mapping(mapping, stem) {
            Ok(mapping) => mapping,
            Err(fault) => return (None, vec![fault]),
        },
        None => Mapping { name: stem.to_owned(), published: None, kind: PartyKind::Unknown, columns: Vec::new() },
    };
    // Without a mapping every usual heading is tried; with one, only what it names counts.
    let wanted: Vec<(&'static str, Vec<String>)> = if mapping.columns.is_empty() {
        COLUMNS
            .iter()
            .map(|(name, headings)| (*name, headings.iter().map(|heading| (*heading).to_owned()).collect()))
            .collect()
    } else {
        mapping.columns.iter().map(|(name, heading)| (*name, vec![heading.clone()])).collect()
    };
    let required =
        if mapping.columns.is_empty() { vec!["name"] } else { mapping.columns.iter().map(|(name, _)| *name).collect() };
    let Some(table) = Table::read_mapped(file.name, file.bytes, &wanted, &required, &mut faults) else {
        return (None, faults);
    };
    let mut list = PartyList {
        name: mapping.name,
        format: ListFormat::National,
        published: mapping.published,
        entries: Vec::with_capacity(table.rows.len()),
    };
    let mut by_name = KeysByName::default();
    for row in table.iter() {
        let kind = match row.text("kind") {
            "" => mapping.kind,
            word => PartyKind::from_any(word),
        };
        let key = match row.text("key") {
            "" => by_name.key(row.text("name"), row.text("birth")),
            key => key.to_owned(),
        };
        let mut entry = Entry::new(&key, kind);
        entry.add_name(row.text("name"), Quality::Primary);
        for (column, quality) in
            [("aliases", Quality::Good), ("low_aliases", Quality::Low), ("script_name", Quality::Script)]
        {
            row.text(column).split([';', '\n']).for_each(|name| entry.add_name(name, quality));
        }
        for text in row.text("birth").split([';', '\n']).map(str::trim).filter(|text| !text.is_empty()) {
            match birth(text) {
                Some(birth) => entry.births.push(birth),
                None => faults.push(row.fault("birth", Fault::warning("party-birth-unreadable").with("text", text))),
            }
        }
        entry.birth_places.extend(Some(row.text("birth_place").to_owned()).filter(|text| !text.is_empty()));
        row.text("country").split([';', ',', '\n']).for_each(|country| entry.add_country(country));
        entry.gender = Gender::from_any(row.text("gender"));
        row.text("documents").split([';', ',', '\n']).for_each(|number| entry.add_document("", number, ""));
        if !row.text("address").is_empty() {
            entry.addresses.push(Address { text: row.text("address").to_owned(), country: String::new() });
        }
        entry.programmes.extend(Some(row.text("programme").to_owned()).filter(|text| !text.is_empty()));
        entry.listed_on = date(row.text("listed_on"));
        row.text("remarks").clone_into(&mut entry.remarks);
        list.entries.push(entry);
    }
    if !by_name.given.is_empty() {
        faults.push(
            Fault::warning("party-list-keyed-by-name")
                .with("count", by_name.given.len().to_string())
                .inside(file.name, None),
        );
    }
    let list = finish(file.name, list, &mut faults);
    (list, faults)
}

/// Keys of entries that have none: the name with the birth. Unlike the number of the row they stay when a row is put in
/// above, so that what was decided about an entry stays with it.
#[derive(Default)]
struct KeysByName {
    given: HashSet<String>,
}

impl KeysByName {
    /// Longest name in a key, in characters.
    const LONGEST: usize = 80;

    fn key(&mut self, name: &str, birth: &str) -> String {
        let parts = [name, birth].map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
        let stem: String = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        let stem: String = stem.chars().filter(|c| !c.is_control()).take(Self::LONGEST).collect();
        let mut key = stem.clone();
        let mut again = 1;
        while !self.given.insert(key.clone()) {
            again += 1;
            key = format!("{stem} ({again})");
        }
        key
    }
}

/// Whether this TOML file maps columns, and does not only tell a date.
pub(super) fn maps_columns(file: File<'_>) -> bool {
    read_mapping(file, "").is_ok_and(|mapping| !mapping.columns.is_empty())
}

/// A mapping: `name`, `published`, `kind`, and a table `columns` of column = "heading".
pub(super) fn read_mapping(file: File<'_>, stem: &str) -> Result<Mapping, Fault> {
    let refuse =
        |problem: &str| Fault::error("party-list-mapping-unreadable").with("problem", problem).inside(file.name, None);
    let text = text::decode(file.bytes).map_err(|_| refuse("not a text"))?.text;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| refuse(error.message()))?;
    let word = |key: &str| table.get(key).and_then(toml::Value::as_str);
    let published = match word("published") {
        Some(date) => Some(date.parse().map_err(|_| refuse(date))?),
        None => None,
    };
    let mut columns = Vec::new();
    for (column, heading) in table.get("columns").and_then(toml::Value::as_table).into_iter().flatten() {
        let known = COLUMNS.iter().find(|(name, _)| name == column).ok_or_else(|| refuse(column))?;
        columns.push((known.0, heading.as_str().ok_or_else(|| refuse(column))?.to_owned()));
    }
    if !columns.is_empty() && !columns.iter().any(|(name, _)| *name == "name") {
        return Err(refuse("columns.name"));
    }
    Ok(Mapping {
        name: word("name").unwrap_or(stem).to_owned(),
        published,
        kind: word("kind").map_or(PartyKind::Unknown, PartyKind::from_any),
        columns,
    })
}
