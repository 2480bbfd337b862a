//! Nomenclatures of goods (HS, TN VED) and their correlation with control lists. A nomenclature code is a hint where to look
//! and never a gate: one code holds controlled and free goods.

use std::collections::{BTreeMap, BTreeSet};

use domain::fault::Fault;
use intake::table::Table;
use serde::{Deserialize, Serialize};

use crate::path::ProvisionPath;
use crate::read::limits;

/// A line of a nomenclature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// Its code: digits only, as many as the source prints.
    pub code: String,
    /// Its words, without the dashes that show its level.
    pub text: String,
}

/// A nomenclature: headings by their code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nomenclature {
    headings: BTreeMap<String, Heading>,
}

impl Nomenclature {
    /// Every heading, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = &Heading> {
        self.headings.values()
    }

    /// How many headings there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.headings.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.headings.is_empty()
    }

    /// The heading of a code, and those above it that the nomenclature prints, outermost first. Signs in the code do not
    /// count; a code that is longer than any printed one is answered by those above it.
    #[must_use]
    pub fn above(&self, code: &str) -> Vec<&Heading> {
        let digits = digits(code);
        let beginnings = (1..=digits.len()).filter_map(|length| digits.get(..length));
        beginnings.filter_map(|beginning| self.headings.get(beginning)).collect()
    }

    fn put(&mut self, code: &str, text: &str, line: Option<u64>, faults: &mut Vec<Fault>) {
        let code = digits(code);
        let at = |fault: Fault| Fault { place: domain::fault::Place { line, ..fault.place }, ..fault };
        if code.len() < 2 || code.len() > 10 {
            faults.push(at(Fault::error("nomenclature-code").with("text", code)));
            return;
        }
        let text = text.trim_start_matches([' ', '-', '–', '\u{a0}', '\u{202f}']).trim().to_owned();
        if self.headings.contains_key(&code) {
            faults.push(at(Fault::warning("nomenclature-twice").with("text", code)));
            return;
        }
        self.headings.insert(code.clone(), Heading { code, text });
    }
}

fn digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).take(12).collect()
}

/// What a column may be called, unless the user mapped it.
fn wanted(name: &'static str, usual: &[&str], columns: &BTreeMap<String, String>) -> (&'static str, Vec<String>) {
    let mapped = columns.get(name).map(|heading| vec![heading.clone()]);
    (name, mapped.unwrap_or_else(|| usual.iter().map(|heading| (*heading).to_owned()).collect()))
}

/// Reads the Harmonized System as a table with a code and a description (`hscode`, `description`), XLSX or CSV. `columns`
/// says which heading holds `code` and `text`.
#[must_use]
pub fn read_table(file: &str, bytes: &[u8], columns: &BTreeMap<String, String>) -> (Option<Nomenclature>, Vec<Fault>) {
    let mut faults = Vec::new();
    let columns = [
        wanted("code", &["hscode", "code", "hs code", "hs", "cn code", "код", "код тн вэд"], columns),
        wanted("text", &["description", "text", "name", "наименование", "описание"], columns),
    ];
    let mut nomenclature = Nomenclature::default();
    let table = Table::read_mapped(file, bytes, &columns, &["code", "text"], &mut faults);
    if let Some(table) = table {
        for row in table.iter().filter(|row| !digits(row.text("code")).is_empty()) {
            nomenclature.put(row.text("code"), row.text("text"), Some(row.line()), &mut faults);
        }
    }
    finished(file, nomenclature, faults)
}

/// A level of the TN VED as JSON: chapters of groups of goods of subheadings.
#[derive(Deserialize)]
struct Level {
    #[serde(default)]
    code: Option<String>,
    #[serde(default)]
    naim: String,
    #[serde(default)]
    groups: Option<Vec<Level>>,
    #[serde(default)]
    goods: Option<Vec<Level>>,
    #[serde(default)]
    subs: Option<Vec<Level>>,
}

/// Reads the TN VED of the Eurasian Economic Union as JSON.
#[must_use]
pub fn read_tn_ved(file: &str, bytes: &[u8]) -> (Option<Nomenclature>, Vec<Fault>) {
    let mut faults = Vec::new();
    if bytes.len() > limits::LONGEST_FILE {
        let limit = (limits::LONGEST_FILE / 1_000_000).to_string();
        faults.push(Fault::error("file-too-large").with("limit_megabytes", limit).inside(file, None));
        return (None, faults);
    }
    let mut nomenclature = Nomenclature::default();
    match serde_json::from_slice::<Vec<Level>>(bytes) {
        Ok(levels) => levels.iter().for_each(|level| take(level, &mut nomenclature, &mut faults)),
        Err(wrong) => faults.push(Fault::error("list-line-unreadable").with("text", wrong.to_string())),
    }
    finished(file, nomenclature, faults)
}

fn take(level: &Level, nomenclature: &mut Nomenclature, faults: &mut Vec<Fault>) {
    if let Some(code) = level.code.as_ref().filter(|code| !code.is_empty()) {
        nomenclature.put(code, &level.naim, None, faults);
    }
    for below in [&level.groups, &level.goods, &level.subs].into_iter().flatten().flatten() {
        take(below, nomenclature, faults);
    }
}

fn finished(file: &str, nomenclature: Nomenclature, faults: Vec<Fault>) -> (Option<Nomenclature>, Vec<Fault>) {
    let mut faults: Vec<Fault> = faults
        .into_iter()
        .map(|fault| {
            let line = fault.place.line;
            fault.inside(file, line)
        })
        .collect();
    if nomenclature.is_empty() && !faults.iter().any(Fault::is_error) {
        faults.push(Fault::error("list-empty").inside(file, None));
    }
    let whole = !faults.iter().any(Fault::is_error);
    (whole.then_some(nomenclature), faults)
}

/// Which codes of a nomenclature may hold goods of which provisions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Correlation {
    by_code: BTreeMap<String, BTreeSet<ProvisionPath>>,
}

impl Correlation {
    /// The provisions that a code, or one above it, may hold goods of.
    #[must_use]
    pub fn provisions(&self, code: &str) -> BTreeSet<&ProvisionPath> {
        let digits = digits(code);
        let beginnings = (1..=digits.len()).filter_map(|length| digits.get(..length));
        beginnings.filter_map(|beginning| self.by_code.get(beginning)).flatten().collect()
    }

    /// Every code with the provisions it may hold goods of, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &BTreeSet<ProvisionPath>)> {
        self.by_code.iter().map(|(code, paths)| (code.as_str(), paths))
    }

    /// How many pairs there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_code.values().map(BTreeSet::len).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_code.is_empty()
    }
}

/// Reads a correlation table, XLSX or CSV: a column of nomenclature codes and one of list codes, several in a cell separated
/// by commas, semicolons or lines. `columns` says which heading holds `nomenclature` and `code`.
#[must_use]
pub fn read_correlation(
    file: &str,
    bytes: &[u8],
    columns: &BTreeMap<String, String>,
) -> (Option<Correlation>, Vec<Fault>) {
    let mut faults = Vec::new();
    let headings = [
        wanted("nomenclature", &["cn code", "cn", "hs", "hs code", "taric", "код тн вэд", "тн вэд"], columns),
        wanted(
            "code",
            &["dual-use code", "dual use code", "dual use", "list code", "annex i", "код списка", "позиция"],
            columns,
        ),
    ];
    let table = Table::read_mapped(file, bytes, &headings, &["nomenclature", "code"], &mut faults);
    let mut correlation = Correlation::default();
    for row in table.iter().flat_map(Table::iter) {
        let parts = |text: &'_ str| {
            text.split([',', ';', '\n'])
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        for written in parts(row.text("code")) {
            let Ok(path) = written.parse::<ProvisionPath>() else {
                let fault = Fault::error("list-path-unreadable").at("code").with("path", &written);
                faults.push(fault.inside(file, Some(row.line())));
                continue;
            };
            for code in parts(row.text("nomenclature")) {
                let code = digits(&code);
                if code.len() < 2 {
                    let fault = Fault::error("nomenclature-code").at("nomenclature").with("text", &code);
                    faults.push(fault.inside(file, Some(row.line())));
                } else {
                    correlation.by_code.entry(code).or_default().insert(path.clone());
                }
            }
        }
    }
    if correlation.is_empty() && !faults.iter().any(Fault::is_error) {
        faults.push(Fault::error("list-empty").inside(file, None));
    }
    let whole = !faults.iter().any(Fault::is_error);
    (whole.then_some(correlation), faults)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn evaluation(name: &str) -> Option<Vec<u8>> {
        let path = testkit::evaluation_data(&format!("lists/{name}"))?;
        #[expect(clippy::disallowed_methods, reason = "a test reads the evaluation data")]
        std::fs::read(path).ok()
    }

    #[test]
    fn the_harmonized_system_is_read() {
        let Some(bytes) = evaluation("hs2022.csv") else { return };
        let (nomenclature, faults) = read_table("hs.csv", &bytes, &BTreeMap::new());
        let nomenclature = nomenclature.unwrap_or_else(|| panic!("{:#?}", &faults[..faults.len().min(5)]));
        assert!(nomenclature.len() > 6_900, "{}", nomenclature.len());
        let above: Vec<&str> = nomenclature.above("8401.10.00").iter().map(|heading| heading.code.as_str()).collect();
        assert_eq!(above, ["84", "8401", "840110"]);
    }

    #[test]
    fn the_tn_ved_is_read() {
        let Some(bytes) = evaluation("tnved_eaeu_2024_ru.json") else { return };
        let (nomenclature, faults) = read_tn_ved("tnved.json", &bytes);
        let nomenclature = nomenclature.unwrap_or_else(|| panic!("{:#?}", &faults[..faults.len().min(5)]));
        assert!(nomenclature.len() > 12_000, "{}", nomenclature.len());
        assert_eq!(
            nomenclature.above("0101 21 000 0").last().map(|h| h.text.as_str()),
            Some("чистопородные племенные животные")
        );
    }

    #[test]
    fn a_correlation_leads_from_a_code_to_provisions() {
        let csv = "CN code,Dual-use code\n8401 10 00,0A001.a; 0А001.b\n8401,0A001\n";
        let (correlation, faults) = read_correlation("c.csv", csv.as_bytes(), &BTreeMap::new());
        assert_eq!(faults, Vec::new());
        let correlation = correlation.unwrap();
        let of = |code: &str| correlation.provisions(code).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(of("8401.10.00.10"), ["0A001", "0A001.a", "0A001.b"]);
        assert_eq!(of("8402"), Vec::<String>::new());
        let wrong = read_correlation("c.csv", b"CN code,Dual-use code\n84,nonsense\n", &BTreeMap::new());
        assert!(wrong.0.is_none());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read_table("x", &bytes, &BTreeMap::new());
            let _ = read_tn_ved("x", &bytes);
            let _ = read_correlation("x", &bytes, &BTreeMap::new());
        }
    }
}
