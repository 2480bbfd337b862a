//! A table of parties: the names of a declaration, a manifest or an application, under the headings such tables have or
//! under headings that a person names.

use std::collections::BTreeMap;

use domain::fault::Fault;

use crate::table::Table;

/// What a column may hold, with the headings it is found under without being named.
pub const COLUMNS: &[(&str, &[&str])] = &[
    (
        "name",
        &[
            "name",
            "full name",
            "party",
            "party name",
            "consignee",
            "consignor",
            "company",
            "наименование",
            "наименование стороны",
            "сторона",
            "имя",
            "фио",
            "ф.и.о.",
            "название",
            "получатель",
            "отправитель",
            "организация",
        ],
    ),
    ("kind", &["kind", "type", "entity type", "вид", "тип"]),
    ("birth", &["birth", "date of birth", "dob", "born", "дата рождения", "год рождения"]),
    ("country", &["country", "nationality", "citizenship", "страна", "гражданство"]),
    ("gender", &["gender", "sex", "пол"]),
    (
        "ids",
        &[
            "ids",
            "identifiers",
            "identifier",
            "passport",
            "document",
            "registration number",
            "imo",
            "документ",
            "паспорт",
            "номер документа",
            "инн",
            "унп",
            "пин",
        ],
    ),
    ("reference", &["reference", "id", "no", "no.", "number", "declaration", "№", "номер", "декларация"]),
];

/// Rows that are read; a longer table is refused, because nobody would look through its answers.
pub const MOST_ROWS: usize = 20_000;

/// One party, as written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartyRow {
    /// Its line in the file, or its row in the sheet, from 1.
    pub line: u64,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// Born or founded.
    pub birth: String,
    /// Its countries.
    pub country: String,
    /// Its gender.
    pub gender: String,
    /// Numbers of documents and registers.
    pub ids: Vec<String>,
    /// What the table calls the row.
    pub reference: String,
}

/// What a table looks like before it is worked through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartyTableForm {
    /// Its headings, as written.
    pub headings: Vec<String>,
    /// For each column that was found by its usual heading, that heading.
    pub found: BTreeMap<String, String>,
    /// Rows below the headings that are not blank.
    pub rows: usize,
    /// The first of them.
    pub first: Vec<Vec<String>>,
}

fn usual() -> Vec<(&'static str, Vec<String>)> {
    let owned = |headings: &[&str]| headings.iter().map(|heading| (*heading).to_owned()).collect();
    COLUMNS.iter().map(|(name, headings)| (*name, owned(headings))).collect()
}

/// Looks at a table: its headings, and which columns its usual headings tell.
#[must_use]
pub fn look(file: &str, bytes: &[u8]) -> (Option<PartyTableForm>, Vec<Fault>) {
    const SHOWN: usize = 4;
    let mut faults = Vec::new();
    let table = Table::read_mapped(file, bytes, &usual(), &[], &mut faults);
    let form = table.map(|table| PartyTableForm {
        found: COLUMNS
            .iter()
            .filter(|(name, _)| table.has(name))
            .map(|(name, _)| ((*name).to_owned(), table.heading(name).to_owned()))
            .collect(),
        rows: table.rows.len(),
        first: table.rows.iter().take(SHOWN).map(|row| row.cells.clone()).collect(),
        headings: table.headings,
    });
    (form, faults)
}

/// Reads a table of parties, CSV or XLSX. `mapping` tells the heading of each column; when it is empty, the usual headings
/// are looked for. Nothing, and a fault, when there is no column of names, no row, or too many. Rows without a name are
/// a warning that tells their lines, and are not among those returned.
#[must_use]
pub fn read(file: &str, bytes: &[u8], mapping: &BTreeMap<String, String>) -> (Vec<PartyRow>, Vec<Fault>) {
    let mut faults = Vec::new();
    let named = |name: &str| mapping.get(name).filter(|heading| !heading.is_empty());
    let wanted: Vec<(&'static str, Vec<String>)> = if mapping.is_empty() {
        usual()
    } else {
        COLUMNS.iter().filter_map(|(name, _)| named(name).map(|heading| (*name, vec![heading.clone()]))).collect()
    };
    if !wanted.iter().any(|(name, _)| *name == "name") {
        faults.push(Fault::error("field-missing").at("column.name"));
        return (Vec::new(), faults);
    }
    let Some(table) = Table::read_mapped(file, bytes, &wanted, &["name"], &mut faults) else {
        return (Vec::new(), faults);
    };
    if table.rows.len() > MOST_ROWS {
        faults.push(Fault::error("items-too-many").inside(file, None).with("limit", MOST_ROWS.to_string()));
        return (Vec::new(), faults);
    }
    let mut nameless = Vec::new();
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in table.iter() {
        let cell = |name: &'static str| row.text(name).to_owned();
        if row.text("name").is_empty() {
            nameless.push(row.line().to_string());
            continue;
        }
        let ids = row.text("ids").split([';', ',', '\n']).map(str::trim).filter(|id| !id.is_empty());
        rows.push(PartyRow {
            line: row.line(),
            name: cell("name"),
            kind: cell("kind"),
            birth: cell("birth"),
            country: cell("country"),
            gender: cell("gender"),
            ids: ids.map(str::to_owned).collect(),
            reference: cell("reference"),
        });
    }
    if !nameless.is_empty() {
        let lines = nameless.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(", ");
        let fault = Fault::warning("party-rows-without-name").inside(file, None);
        faults.push(fault.with("count", nameless.len().to_string()).with("lines", lines));
    }
    if rows.is_empty() {
        faults.push(Fault::error("party-table-empty").inside(file, None));
    }
    (rows, faults)
}

/// Text that was pasted, as a table: with a line of usual headings it is one already; else every line is a name.
#[must_use]
pub fn of_pasted(text: &str) -> Vec<u8> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let (form, _) = look("pasted", first.as_bytes());
    // Cells of a spreadsheet have tabs between them, and their first line is headings, whatever they are.
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    if form.is_some_and(|form| form.found.contains_key("name")) || lines.all(|line| line.contains('\t')) {
        return text.as_bytes().to_vec();
    }
    let mut table = String::from("name\n");
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        table.push('"');
        table.push_str(&line.replace('"', "\"\""));
        table.push_str("\"\n");
    }
    table.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bytes: &[u8], mapping: &[(&str, &str)]) -> String {
        let mapping = mapping.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let (rows, faults) = read("t.csv", bytes, &mapping);
        let names: Vec<String> = rows.iter().map(|row| format!("{} {}", row.line, row.name)).collect();
        let codes: Vec<&str> = faults.iter().map(|fault| fault.code.as_str()).collect();
        format!("{}|{}", names.join(", "), codes.join(" "))
    }

    #[test]
    fn tables_are_read_by_usual_or_named_headings() {
        for (bytes, mapping, expect) in [
            ("ФИО;Дата рождения\nИлан Веск;1970\n", &[][..], "2 Илан Веск|"),
            ("who,born\nIlan Vesk,1970\n", &[("name", "who"), ("birth", "born")][..], "2 Ilan Vesk|"),
            ("who,born\nIlan Vesk,1970\n", &[][..], "|column-missing"),
            ("name,country\nIlan Vesk,XO\n,XO\n", &[][..], "2 Ilan Vesk|party-rows-without-name"),
            ("name\n", &[][..], "|party-table-empty"),
            ("who\nA B\n", &[("birth", "who")][..], "|field-missing"),
        ] {
            assert_eq!(names(bytes.as_bytes(), mapping), expect, "{bytes}");
        }
    }

    #[test]
    fn pasted_lines_are_names_unless_headings_stand_above_them() {
        for (text, expect) in [
            ("Vesk, Ilan\nKarsk \"Trade\" LLC\n\n", "2 Vesk, Ilan, 3 Karsk \"Trade\" LLC|"),
            ("Name\tCountry\nIlan Vesk\tXO\n", "2 Ilan Vesk|"),
            ("who\tborn\nIlan Vesk\t1970\n", "|column-missing"),
        ] {
            assert_eq!(names(&of_pasted(text), &[]), expect, "{text}");
        }
    }
}
