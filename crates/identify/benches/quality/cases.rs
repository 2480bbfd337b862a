//! The cases: what is asked, and which entry is right.

use std::collections::BTreeMap;
use std::path::Path;

use domain::hash::Hash;
use identify::{Item, OneOrMany};
use serde_json::Value;

/// A case with its answer; an empty code for goods that the list does not cover.
pub(crate) struct Known {
    pub(crate) set: &'static str,
    pub(crate) half: &'static str,
    /// Paths or codes of which one is right; none for goods that the list does not cover.
    pub(crate) expect: Vec<String>,
    pub(crate) item: Item,
}

impl Known {
    /// Whether a code is of an entry that is right.
    pub(crate) fn is_right(&self, code: &str) -> bool {
        self.expect.iter().any(|path| path.split('.').next() == Some(code))
    }
}

/// All cases of the evaluation data.
pub(crate) fn cases(folder: &Path, annex: &[u8]) -> Vec<Known> {
    let mut known = Vec::new();
    let annex = lines(annex);
    let codes: std::collections::BTreeSet<String> = annex.iter().map(|line| field(line, "entry")).collect();
    of_the_united_states(folder, &codes, &mut known);
    of_norway(folder, &codes, &annex, &mut known);
    of_names_in_the_united_states(folder, &annex, &mut known);
    of_other_names(&annex, &mut known);
    of_numbers(&annex, &mut known);
    of_goods_not_listed(folder, &mut known);
    of_our_own(include_str!("../../tests/cases/russian_descriptions.jsonl"), "Russian descriptions, own", &mut known);
    of_our_own(include_str!("../../tests/cases/ordinary_goods.jsonl"), "ordinary goods, own", &mut known);
    known
}

/// Cases written for this program, in the form that `tripoint goods eval` reads.
fn of_our_own(table: &str, set: &'static str, known: &mut Vec<Known>) {
    for case in identify::read_cases(table).0 {
        let half = half_of(&case.item.id);
        known.push(Known { set, half, expect: case.expect, item: case.item });
    }
}

fn half_of(key: &str) -> &'static str {
    let first = u8::from_str_radix(&Hash::of(key.as_bytes()).to_string()[..2], 16).unwrap_or_default();
    if first.is_multiple_of(2) { "development" } else { "held out" }
}

fn push(known: &mut Vec<Known>, set: &'static str, key: &str, path: &str, item: Item) {
    let expect = Some(path).filter(|path| !path.is_empty()).map(str::to_owned).into_iter().collect();
    known.push(Known { set, half: half_of(key), expect, item });
}

fn described(text: &str) -> Item {
    Item { description: Some(text.to_owned()), ..Item::default() }
}

fn lines(bytes: &[u8]) -> Vec<Value> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join(name)).unwrap_or_default()
}

fn field(line: &Value, name: &str) -> String {
    line.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The United States' words for entries with the same code. The code itself is taken out of the text.
fn of_the_united_states(folder: &Path, codes: &std::collections::BTreeSet<String>, known: &mut Vec<Known>) {
    for line in lines(&read(folder, "us_ccl_half.jsonl")) {
        let code = field(&line, "eccn");
        if !codes.contains(&code) {
            continue;
        }
        let title = field(&line, "title").replace(&code, "");
        let text = field(&line, "text").replace(&code, "");
        let items = text.rsplit("Items:").next().filter(|_| text.contains("Items:")).unwrap_or_default();
        let whole = format!("{title} {items}");
        push(known, "US heading and items", &code, &code, described(&whole));
        push(known, "US first 400 characters", &code, &code, described(&whole.chars().take(400).collect::<String>()));
        push(known, "US heading alone", &code, &code, described(&title));
    }
}

/// Other names of listed chemicals, as catalogues and registers have them, from a table of our own.
fn of_other_names(annex: &[Value], known: &mut Vec<Known>) {
    let paths_of = paths_of_numbers(annex);
    for line in include_str!("../../tests/cases/chemical_names.tsv").lines().skip(1) {
        let Some((name, cas)) = line.split_once('\t') else { continue };
        let Some(expect) = paths_of.get(cas) else { continue };
        let item = Item { name: Some(name.to_owned()), ..Item::default() };
        known.push(Known {
            set: "chemical by name (other names, own)",
            half: half_of(name),
            expect: expect.clone(),
            item,
        });
    }
}

/// The provisions that print each CAS number.
fn paths_of_numbers(annex: &[Value]) -> BTreeMap<String, Vec<String>> {
    let mut paths_of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in annex {
        for cas in lists::cas::find_cas(&field(line, "text")).into_iter().flatten() {
            paths_of.entry(cas.to_string()).or_default().push(field(line, "path"));
        }
    }
    paths_of
}

/// The United States' names of chemicals, without their numbers; every provision that prints the number is right.
fn of_names_in_the_united_states(folder: &Path, annex: &[Value], known: &mut Vec<Known>) {
    let paths_of = paths_of_numbers(annex);
    let mut seen = std::collections::BTreeSet::new();
    for line in lines(&read(folder, "us_ccl_half.jsonl")) {
        let text = field(&line, "text").replace("C.A.S.", "CAS").replace("CAS #", "CAS ");
        for row in text.lines().filter(|row| row.matches("(CAS ").count() == 1 && row.len() < 200) {
            let Some((before, after)) = row.split_once("(CAS ") else { continue };
            let Some(Ok(cas)) = lists::cas::find_cas(&after[..after.len().min(16)]).into_iter().next() else {
                continue;
            };
            // The label of the paragraph goes: "d.12. ".
            let label = before.split(' ').next().filter(|label| label.ends_with('.')).unwrap_or_default();
            let name = before[label.len()..].trim().to_owned();
            let Some(expect) = paths_of.get(cas.as_str()) else { continue };
            if name.len() > 2 && seen.insert((cas.to_string(), name.clone())) {
                let (half, expect) = (half_of(cas.as_str()), expect.clone());
                let item = Item { name: Some(name), ..Item::default() };
                known.push(Known { set: "chemical by name (US text)", half, expect, item });
            }
        }
    }
}

/// The words of the Norwegian list of 2022, and its names of chemicals without their numbers.
fn of_norway(folder: &Path, codes: &std::collections::BTreeSet<String>, annex: &[Value], known: &mut Vec<Known>) {
    let mut entries: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in lines(&read(folder, "no_list2_2022_paragraphs.jsonl")) {
        entries.entry(field(&line, "entry")).or_default().push(line);
    }
    let mut path_of: BTreeMap<String, String> = BTreeMap::new();
    for line in annex {
        for cas in lists::cas::find_cas(&field(line, "text")).into_iter().flatten() {
            path_of.entry(cas.to_string()).or_insert_with(|| field(line, "path"));
        }
    }
    for (code, paragraphs) in entries {
        for paragraph in &paragraphs {
            let text = field(paragraph, "text");
            let Some(Ok(cas)) = lists::cas::find_cas(&text).into_iter().next() else { continue };
            let (Some(path), Some((name, _))) = (path_of.get(cas.as_str()), text.split_once("(CAS")) else { continue };
            let item = Item { name: Some(name.trim().to_owned()), ..Item::default() };
            push(known, "chemical by name (2022 text)", cas.as_str(), path, item);
        }
        if codes.contains(&code) {
            let whole: Vec<String> = paragraphs.iter().map(|line| field(line, "text").replace(&code, "")).collect();
            push(known, "2022 text, whole entry", &code, &code, described(&whole.join(" ")));
        }
    }
}

/// Every CAS number of the annex.
fn of_numbers(annex: &[Value], known: &mut Vec<Known>) {
    let mut seen = std::collections::BTreeSet::new();
    for line in annex {
        for cas in lists::cas::find_cas(&field(line, "text")).into_iter().flatten() {
            if seen.insert(cas.to_string()) {
                let item = Item { cas: Some(OneOrMany::One(cas.to_string())), ..Item::default() };
                push(known, "CAS number", cas.as_str(), &field(line, "path"), item);
            }
        }
    }
}

/// Goods that the list does not cover, or hardly: consumer goods, makers' products, headings of the nomenclatures.
fn of_goods_not_listed(folder: &Path, known: &mut Vec<Known>) {
    for line in lines(&read(folder, "consumer_goods_hts.jsonl")) {
        let name = field(&line, "product_name");
        push(known, "consumer goods", &name, "", described(&name));
        let whole = format!("{name}. {}", field(&line, "product_attributes").replace(['{', '}', '"'], " "));
        push(known, "consumer goods with attributes", &name, "", described(&whole));
    }
    for line in lines(&read(folder, "products_eccn.jsonl")) {
        let text = format!("{}. {}", field(&line, "item_name"), field(&line, "description"));
        push(known, "products outside the list", &field(&line, "id"), "", described(&text));
    }
    let headings = String::from_utf8_lossy(&read(folder, "hs2022.csv")).into_owned();
    for line in headings.lines().skip(1) {
        let Some((_, rest)) = line.split_once(',') else { continue };
        let Some((code, rest)) = rest.split_once(',') else { continue };
        let text = rest.rsplitn(3, ',').last().unwrap_or_default().trim_matches('"');
        if code.len() == 6 {
            push(known, "nomenclature headings, English", code, "", described(text));
        }
    }
    let tn_ved: Value = serde_json::from_slice(&read(folder, "tnved_eaeu_2024_ru.json")).unwrap_or_default();
    let of = |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    for section in tn_ved.as_array().cloned().unwrap_or_default() {
        for good in of(&section, "groups").iter().flat_map(|group| of(group, "goods")) {
            push(known, "nomenclature headings, Russian", &field(&good, "code"), "", described(&field(&good, "naim")));
        }
    }
}
